-- The console's accounts. Times are UTC. account_key is the name in NFC and small letters, by which an account is found; mark grows with every change that
-- ends sessions. A password is kept as its bcrypt hash alone, a token as its SHA-256 alone.

CREATE TABLE accounts (
  id BIGINT NOT NULL AUTO_INCREMENT,
  name VARCHAR(100) NOT NULL,
  account_key VARCHAR(100) NOT NULL,
  password VARCHAR(100),
  issuer VARCHAR(300),
  subject VARCHAR(255),
  roles VARCHAR(60) NOT NULL,
  clearance VARCHAR(10) NOT NULL,
  councils TEXT NOT NULL,
  enabled BOOLEAN NOT NULL,
  mark BIGINT NOT NULL,
  device_key CHAR(64) NOT NULL,
  made_by VARCHAR(210) NOT NULL,
  made_at DATETIME NOT NULL,
  signed_in_at DATETIME,
  PRIMARY KEY (id),
  UNIQUE (account_key)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What opens an account for the first time, or again after a lost password; without an account it makes the first one.
CREATE TABLE invitations (
  sha256 CHAR(64) NOT NULL,
  account BIGINT,
  until DATETIME NOT NULL,
  PRIMARY KEY (sha256),
  FOREIGN KEY (account) REFERENCES accounts (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What scripts present to the API: each acts for an account, within its scopes.
CREATE TABLE api_tokens (
  id BIGINT NOT NULL AUTO_INCREMENT,
  sha256 CHAR(64) NOT NULL,
  account BIGINT NOT NULL,
  title VARCHAR(100) NOT NULL,
  scopes VARCHAR(60) NOT NULL,
  made_at DATETIME NOT NULL,
  until DATETIME NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (sha256),
  FOREIGN KEY (account) REFERENCES accounts (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
