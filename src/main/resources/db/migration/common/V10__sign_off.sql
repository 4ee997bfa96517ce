-- Sign-off: the audit trail, who may clear for which post, and how far each draft has come. Times are UTC.

-- Entries are added and read, never changed or removed; docs/database.md gives the grants. hash is SHA-256 over prev and the entry.
CREATE TABLE audit (
  seq BIGINT NOT NULL,
  at DATETIME NOT NULL,
  actor VARCHAR(210) NOT NULL,
  action VARCHAR(40) NOT NULL,
  object VARCHAR(400) NOT NULL,
  detail_json TEXT NOT NULL,
  prev CHAR(64) NOT NULL,
  hash CHAR(64) NOT NULL,
  PRIMARY KEY (seq)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX audit_object ON audit (object);

-- One row, which says where the trail ends; whoever appends holds it locked. The chain's name is given with its first entry.
CREATE TABLE audit_head (
  id INT NOT NULL,
  chain VARCHAR(36) NOT NULL,
  seq BIGINT NOT NULL,
  hash CHAR(64) NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO audit_head (id, chain, seq, hash) VALUES (1, '', 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE post_holders (
  authority VARCHAR(9) NOT NULL,
  post VARCHAR(300) NOT NULL,
  account VARCHAR(100) NOT NULL,
  email VARCHAR(254),
  until DATE,
  PRIMARY KEY (authority, post, account),
  FOREIGN KEY (authority) REFERENCES authorities (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_post_holders (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  post VARCHAR(300),
  account VARCHAR(100),
  email VARCHAR(254),
  until DATE,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What is to become of an edition: a draft that posts have to clear, or a final that goes to lists. Authors are the accounts that
-- changed its templates; they and whoever asked for it cannot clear it. Names stand one a line.
CREATE TABLE sign_offs (
  edition BIGINT NOT NULL,
  schedule VARCHAR(60) NOT NULL,
  lists TEXT NOT NULL,
  authors TEXT NOT NULL,
  erratum TEXT,
  sent_back_by VARCHAR(210),
  sent_back_for VARCHAR(300),
  sent_back_at DATETIME,
  reason TEXT,
  posted_at DATETIME,
  PRIMARY KEY (edition),
  FOREIGN KEY (edition) REFERENCES editions (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The posts that an edition waits for, and who cleared it for each.
CREATE TABLE clearances (
  edition BIGINT NOT NULL,
  no INT NOT NULL,
  post VARCHAR(300) NOT NULL,
  cleared_by VARCHAR(210),
  cleared_at DATETIME,
  note TEXT,
  PRIMARY KEY (edition, post),
  FOREIGN KEY (edition) REFERENCES editions (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The draft that a final was made from when its last post had cleared it, and what readers are told was wrong in the final before it.
ALTER TABLE editions ADD COLUMN from_draft BIGINT;

ALTER TABLE editions ADD COLUMN erratum TEXT;
