-- Delivery: who gets packs, and the ledger of every message. docs/data.md has the columns of the first two tables, docs/mail.md the
-- states. Times are UTC, from the database's own clock (seconds since 1970), so that no night of a changing clock moves one.

CREATE TABLE distribution_lists (
  authority VARCHAR(9) NOT NULL,
  list VARCHAR(60) NOT NULL,
  title VARCHAR(200) NOT NULL,
  audience VARCHAR(10) NOT NULL,
  domains TEXT,
  formats VARCHAR(40),
  delivery VARCHAR(10) NOT NULL DEFAULT 'attachment',
  protection VARCHAR(10) NOT NULL DEFAULT 'none',
  PRIMARY KEY (authority, list),
  FOREIGN KEY (authority) REFERENCES authorities (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE recipients (
  authority VARCHAR(9) NOT NULL,
  list VARCHAR(60) NOT NULL,
  email VARCHAR(254) NOT NULL,
  name VARCHAR(200),
  clearance VARCHAR(10) NOT NULL,
  until DATE,
  PRIMARY KEY (authority, list, email),
  FOREIGN KEY (authority, list) REFERENCES distribution_lists (authority, list)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Where the rows of a load wait, as in the script for loading.

CREATE TABLE staged_distribution_lists (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  list VARCHAR(60),
  title VARCHAR(200),
  audience VARCHAR(10),
  domains TEXT,
  formats VARCHAR(40),
  delivery VARCHAR(10),
  protection VARCHAR(10),
  PRIMARY KEY (load_id, file_no, row_no),
  KEY staged_distribution_lists_by_key (load_id, authority, list, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_recipients (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  list VARCHAR(60),
  email VARCHAR(254),
  name VARCHAR(200),
  clearance VARCHAR(10),
  until DATE,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Each time that somebody had an edition sent: what, to which lists, to how many.
CREATE TABLE releases (
  id BIGINT NOT NULL AUTO_INCREMENT,
  kind VARCHAR(10) NOT NULL,
  authority VARCHAR(9) NOT NULL,
  about VARCHAR(300) NOT NULL,
  manifest_sha256 CHAR(64) NOT NULL,
  lists TEXT NOT NULL,
  people INT NOT NULL,
  released_by VARCHAR(210) NOT NULL,
  released_at DATETIME NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The ledger: one row for each message to one recipient. The message's name is worked out from what it is, so that the same message
-- cannot be written down twice. recipient is who it is for, address where it goes; a rehearsal goes elsewhere.
CREATE TABLE deliveries (
  id BIGINT NOT NULL AUTO_INCREMENT,
  release_id BIGINT,
  kind VARCHAR(10) NOT NULL,
  authority VARCHAR(9) NOT NULL,
  about VARCHAR(300) NOT NULL,
  edition BIGINT,
  manifest_sha256 CHAR(64),
  list VARCHAR(60),
  recipient VARCHAR(254) NOT NULL,
  name VARCHAR(200) NOT NULL,
  address VARCHAR(254) NOT NULL,
  send_no INT NOT NULL,
  message_id VARCHAR(300) NOT NULL,
  sender VARCHAR(320) NOT NULL,
  head MEDIUMTEXT NOT NULL,
  body_sha256 CHAR(64) NOT NULL,
  mime_sha256 CHAR(64) NOT NULL,
  state VARCHAR(10) NOT NULL,
  reason TEXT NOT NULL,
  fence BIGINT NOT NULL,
  owner VARCHAR(200),
  lease_until DATETIME,
  next_try DATETIME NOT NULL,
  first_try DATETIME,
  attempts INT NOT NULL,
  posted_by VARCHAR(210) NOT NULL,
  posted_at DATETIME NOT NULL,
  settled_at DATETIME,
  PRIMARY KEY (id),
  UNIQUE (message_id),
  KEY deliveries_due (state, next_try),
  KEY deliveries_about (about)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What stands behind the head of a message, byte for byte as it goes out; messages that say the same share it.
CREATE TABLE delivery_bodies (
  sha256 CHAR(64) NOT NULL,
  bytes LONGBLOB NOT NULL,
  PRIMARY KEY (sha256)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE delivery_attempts (
  id BIGINT NOT NULL AUTO_INCREMENT,
  delivery BIGINT NOT NULL,
  fence BIGINT NOT NULL,
  phase VARCHAR(10) NOT NULL,
  code INT NOT NULL,
  words TEXT NOT NULL,
  host VARCHAR(300) NOT NULL,
  started_at DATETIME NOT NULL,
  ended_at DATETIME NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (delivery) REFERENCES deliveries (id)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- One row. While it is held no message leaves. seen_seq is how far in the send journal an operator has looked.
CREATE TABLE mail_hold (
  id INT NOT NULL,
  held BOOLEAN NOT NULL,
  reason TEXT NOT NULL,
  since DATETIME,
  seen_seq BIGINT NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO mail_hold (id, held, reason, since, seen_seq) VALUES (1, FALSE, '', NULL, 0);
