-- Committee reports: one for a body's meeting, with what its form asks for. docs/data.md has the columns.

CREATE TABLE reports (
  authority VARCHAR(9) NOT NULL,
  body VARCHAR(40) NOT NULL,
  meets_on DATE NOT NULL,
  title VARCHAR(300) NOT NULL,
  key_decision BOOLEAN NOT NULL DEFAULT FALSE,
  notice_on DATE,
  exempt INT NOT NULL DEFAULT 0,
  reported_on DATE NOT NULL,
  PRIMARY KEY (authority, body, meets_on),
  FOREIGN KEY (authority, body, meets_on) REFERENCES meetings (authority, body, meets_on)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE report_meetings (
  authority VARCHAR(9) NOT NULL,
  body VARCHAR(40) NOT NULL,
  meets_on DATE NOT NULL,
  also_body VARCHAR(40) NOT NULL,
  also_meets_on DATE NOT NULL,
  reported_on DATE NOT NULL,
  PRIMARY KEY (authority, body, meets_on, also_body, also_meets_on, reported_on),
  FOREIGN KEY (authority, body, meets_on) REFERENCES reports (authority, body, meets_on),
  FOREIGN KEY (authority, also_body, also_meets_on) REFERENCES meetings (authority, body, meets_on)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE report_fields (
  authority VARCHAR(9) NOT NULL,
  body VARCHAR(40) NOT NULL,
  meets_on DATE NOT NULL,
  field VARCHAR(60) NOT NULL,
  no INT NOT NULL,
  reported_on DATE NOT NULL,
  words TEXT,
  PRIMARY KEY (authority, body, meets_on, field, no, reported_on),
  FOREIGN KEY (authority, body, meets_on) REFERENCES reports (authority, body, meets_on)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE report_recommendations (
  authority VARCHAR(9) NOT NULL,
  body VARCHAR(40) NOT NULL,
  meets_on DATE NOT NULL,
  kind VARCHAR(10) NOT NULL,
  no INT NOT NULL,
  reported_on DATE NOT NULL,
  words TEXT NOT NULL,
  for_body VARCHAR(40),
  PRIMARY KEY (authority, body, meets_on, kind, no, reported_on),
  FOREIGN KEY (authority, body, meets_on) REFERENCES reports (authority, body, meets_on),
  FOREIGN KEY (authority, for_body) REFERENCES bodies (authority, code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE report_appendices (
  authority VARCHAR(9) NOT NULL,
  body VARCHAR(40) NOT NULL,
  meets_on DATE NOT NULL,
  no VARCHAR(10) NOT NULL,
  reported_on DATE NOT NULL,
  title VARCHAR(300) NOT NULL,
  PRIMARY KEY (authority, body, meets_on, no, reported_on),
  FOREIGN KEY (authority, body, meets_on) REFERENCES reports (authority, body, meets_on)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Words have sub-headings and bullets among their paragraphs.
ALTER TABLE narratives ADD COLUMN kind VARCHAR(10) DEFAULT 'paragraph' NOT NULL;
ALTER TABLE staged_narratives ADD COLUMN kind VARCHAR(10);

-- Where the rows of a load wait, as in the script for loading.

CREATE TABLE staged_reports (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  body VARCHAR(40),
  meets_on DATE,
  title VARCHAR(300),
  key_decision BOOLEAN,
  notice_on DATE,
  exempt INT,
  reported_on DATE,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_report_meetings (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  body VARCHAR(40),
  meets_on DATE,
  also_body VARCHAR(40),
  also_meets_on DATE,
  reported_on DATE,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_report_fields (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  body VARCHAR(40),
  meets_on DATE,
  field VARCHAR(60),
  no INT,
  reported_on DATE,
  words TEXT,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_report_recommendations (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  body VARCHAR(40),
  meets_on DATE,
  kind VARCHAR(10),
  no INT,
  reported_on DATE,
  words TEXT,
  for_body VARCHAR(40),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_report_appendices (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  body VARCHAR(40),
  meets_on DATE,
  no VARCHAR(10),
  reported_on DATE,
  title VARCHAR(300),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
