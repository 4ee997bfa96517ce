-- What boards and committees say, ask and decide; risks, judgements, and what a chart must tell. docs/data.md has the columns.

CREATE TABLE narratives (
  authority VARCHAR(9) NOT NULL,
  body VARCHAR(40) NOT NULL,
  part VARCHAR(60) NOT NULL,
  no INT NOT NULL,
  reported_on DATE NOT NULL,
  words TEXT NOT NULL,
  post VARCHAR(300),
  exempt INT NOT NULL,
  PRIMARY KEY (authority, body, part, no, reported_on),
  FOREIGN KEY (authority, body) REFERENCES bodies (authority, code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE decisions (
  authority VARCHAR(9) NOT NULL,
  body VARCHAR(40) NOT NULL,
  met_on DATE NOT NULL,
  no VARCHAR(40) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  words TEXT NOT NULL,
  `lead` VARCHAR(300),
  due_on DATE,
  closed_on DATE,
  outcome TEXT,
  PRIMARY KEY (authority, body, met_on, no),
  FOREIGN KEY (authority, body) REFERENCES bodies (authority, code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE deep_dives (
  authority VARCHAR(9) NOT NULL,
  body VARCHAR(40) NOT NULL,
  meets_on DATE NOT NULL,
  plan VARCHAR(40) NOT NULL,
  section VARCHAR(40) NOT NULL,
  question TEXT,
  PRIMARY KEY (authority, body, meets_on, plan, section),
  FOREIGN KEY (authority, body) REFERENCES bodies (authority, code),
  FOREIGN KEY (authority, plan, section) REFERENCES sections (authority, plan, no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE risks (
  authority VARCHAR(9) NOT NULL,
  ref VARCHAR(40) NOT NULL,
  reported_on DATE NOT NULL,
  risk TEXT NOT NULL,
  plan VARCHAR(40),
  section VARCHAR(40),
  likelihood INT NOT NULL,
  impact INT NOT NULL,
  mitigation TEXT,
  `lead` VARCHAR(300),
  state VARCHAR(10) NOT NULL,
  PRIMARY KEY (authority, ref, reported_on),
  FOREIGN KEY (authority) REFERENCES authorities (code),
  FOREIGN KEY (authority, plan, section) REFERENCES sections (authority, plan, no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE judgements (
  authority VARCHAR(9) NOT NULL,
  published_on DATE NOT NULL,
  domain VARCHAR(200) NOT NULL,
  inspection VARCHAR(300),
  judgement VARCHAR(200) NOT NULL,
  PRIMARY KEY (authority, published_on, domain),
  FOREIGN KEY (authority) REFERENCES authorities (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE chart_events (
  authority VARCHAR(9) NOT NULL,
  kpi VARCHAR(40) NOT NULL,
  starts_on DATE NOT NULL,
  kind VARCHAR(10) NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (authority, kpi, starts_on, kind),
  FOREIGN KEY (authority) REFERENCES authorities (code),
  FOREIGN KEY (kpi) REFERENCES kpis (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Where the rows of a load wait, as in the script for loading.

CREATE TABLE staged_narratives (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  body VARCHAR(40),
  part VARCHAR(60),
  no INT,
  reported_on DATE,
  words TEXT,
  post VARCHAR(300),
  exempt INT,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_decisions (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  body VARCHAR(40),
  met_on DATE,
  no VARCHAR(40),
  kind VARCHAR(10),
  words TEXT,
  `lead` VARCHAR(300),
  due_on DATE,
  closed_on DATE,
  outcome TEXT,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_deep_dives (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  body VARCHAR(40),
  meets_on DATE,
  plan VARCHAR(40),
  section VARCHAR(40),
  question TEXT,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_risks (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  ref VARCHAR(40),
  reported_on DATE,
  risk TEXT,
  plan VARCHAR(40),
  section VARCHAR(40),
  likelihood INT,
  impact INT,
  mitigation TEXT,
  `lead` VARCHAR(300),
  state VARCHAR(10),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_judgements (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  published_on DATE,
  domain VARCHAR(200),
  inspection VARCHAR(300),
  judgement VARCHAR(200),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_chart_events (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  kpi VARCHAR(40),
  starts_on DATE,
  kind VARCHAR(10),
  words TEXT,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The sections that a run was asked to look into: numbers separated by commas.
ALTER TABLE editions ADD COLUMN deep_dive VARCHAR(200);
