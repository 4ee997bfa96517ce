-- Inspections with what they found and which section answers it, and the day that an edition's movement is measured from.
-- docs/data.md has the columns.

CREATE TABLE inspections (
  authority VARCHAR(9) NOT NULL,
  code VARCHAR(40) NOT NULL,
  title VARCHAR(300) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  received_on DATE,
  published_on DATE,
  draft_due_on DATE,
  final_due_on DATE,
  draft_sent_on DATE,
  final_sent_on DATE,
  PRIMARY KEY (authority, code),
  FOREIGN KEY (authority) REFERENCES authorities (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE findings (
  authority VARCHAR(9) NOT NULL,
  inspection VARCHAR(40) NOT NULL,
  no VARCHAR(40) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  words TEXT NOT NULL,
  plan VARCHAR(40),
  section VARCHAR(40),
  PRIMARY KEY (authority, inspection, no),
  FOREIGN KEY (authority, inspection) REFERENCES inspections (authority, code),
  FOREIGN KEY (authority, plan, section) REFERENCES sections (authority, plan, no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Where the rows of a load wait, as in the script for loading.

CREATE TABLE staged_inspections (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  code VARCHAR(40),
  title VARCHAR(300),
  kind VARCHAR(20),
  received_on DATE,
  published_on DATE,
  draft_due_on DATE,
  final_due_on DATE,
  draft_sent_on DATE,
  final_sent_on DATE,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_findings (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  inspection VARCHAR(40),
  no VARCHAR(40),
  kind VARCHAR(30),
  words TEXT,
  plan VARCHAR(40),
  section VARCHAR(40),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Blank: movement is measured from what the pack's own settings say.
ALTER TABLE editions ADD COLUMN since DATE;
