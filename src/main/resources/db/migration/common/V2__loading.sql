-- Loading: where rows wait until their file is known to be sound, the log of loads, and what loads replaced.
-- A staging table has its table's columns, all of which may be blank because a faulty cell is left out, after the load's
-- number, the file's number within the load, and the row's and line's number within the file. Only tables that others name
-- have an index by key: on the large ones it would cost more than the rest of the load.

CREATE TABLE loads (
  id BIGINT NOT NULL AUTO_INCREMENT,
  state VARCHAR(10) NOT NULL,
  started_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6),
  dry_run BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  KEY loads_by_state (state)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What went in, by load, file and table.
CREATE TABLE loaded_tables (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  file_name VARCHAR(300) NOT NULL,
  table_name VARCHAR(40) NOT NULL,
  rows_read BIGINT NOT NULL,
  rows_added BIGINT NOT NULL,
  rows_changed BIGINT NOT NULL,
  PRIMARY KEY (load_id, file_no, table_name)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- One row, which a load locks while it checks and merges: loads take turns.
CREATE TABLE load_turn (
  id INT NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO load_turn (id) VALUES (1);

-- The values, as JSON, that a later load replaced.
CREATE TABLE row_history (
  id BIGINT NOT NULL AUTO_INCREMENT,
  load_id BIGINT NOT NULL,
  replaced_at DATETIME(6) NOT NULL,
  table_name VARCHAR(40) NOT NULL,
  row_key VARCHAR(700) NOT NULL,
  old_values MEDIUMTEXT NOT NULL,
  PRIMARY KEY (id),
  KEY row_history_by_row (table_name, row_key)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_authorities (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  code VARCHAR(9),
  name VARCHAR(200),
  region VARCHAR(100),
  house VARCHAR(100),
  neighbour_model VARCHAR(100),
  statistical_neighbours VARCHAR(1000),
  PRIMARY KEY (load_id, file_no, row_no),
  KEY staged_authorities_by_key (load_id, code, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_bodies (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  code VARCHAR(40),
  title VARCHAR(200),
  chair VARCHAR(200),
  PRIMARY KEY (load_id, file_no, row_no),
  KEY staged_bodies_by_key (load_id, authority, code, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_meetings (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  body VARCHAR(40),
  meets_on DATE,
  title VARCHAR(200),
  venue VARCHAR(200),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_plans (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  code VARCHAR(40),
  title VARCHAR(300),
  inspection TEXT,
  approved_on DATE,
  PRIMARY KEY (load_id, file_no, row_no),
  KEY staged_plans_by_key (load_id, authority, code, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_sections (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  plan VARCHAR(40),
  no VARCHAR(40),
  title VARCHAR(300),
  priority BOOLEAN,
  recommendation TEXT,
  aim TEXT,
  `lead` VARCHAR(300),
  PRIMARY KEY (load_id, file_no, row_no),
  KEY staged_sections_by_key (load_id, authority, plan, no, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_section_narratives (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  plan VARCHAR(40),
  section VARCHAR(40),
  reported_on DATE,
  working_well TEXT,
  how_assured TEXT,
  what_next TEXT,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_kpis (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  code VARCHAR(40),
  title VARCHAR(300),
  definition TEXT,
  unit VARCHAR(20),
  polarity VARCHAR(10),
  decimals INT,
  frequency VARCHAR(10),
  source VARCHAR(1000),
  disclosure VARCHAR(10),
  PRIMARY KEY (load_id, file_no, row_no),
  KEY staged_kpis_by_key (load_id, code, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_actions (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  plan VARCHAR(40),
  section VARCHAR(40),
  ref VARCHAR(40),
  action TEXT,
  `lead` VARCHAR(300),
  priority BOOLEAN,
  starts_on DATE,
  due_on DATE,
  due_words VARCHAR(100),
  success_measure TEXT,
  kpi VARCHAR(40),
  PRIMARY KEY (load_id, file_no, row_no),
  KEY staged_actions_by_key (load_id, authority, plan, ref, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_updates (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  plan VARCHAR(40),
  action VARCHAR(40),
  reported_on DATE,
  state VARCHAR(20),
  percent_complete DECIMAL(9,4),
  declared_rag VARCHAR(10),
  revised_due_on DATE,
  completed_on DATE,
  evidence TEXT,
  impact TEXT,
  note TEXT,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_overrides (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  plan VARCHAR(40),
  action VARCHAR(40),
  rating VARCHAR(10),
  reason TEXT,
  post VARCHAR(300),
  approver VARCHAR(300),
  applies_from DATE,
  applies_until DATE,
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_kpi_targets (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  kpi VARCHAR(40),
  applies_from DATE,
  target DECIMAL(28,10),
  tolerance DECIMAL(28,10),
  tolerance_kind VARCHAR(10),
  low DECIMAL(28,10),
  high DECIMAL(28,10),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_section_kpis (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  plan VARCHAR(40),
  section VARCHAR(40),
  kpi VARCHAR(40),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_kpi_groups (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  kind VARCHAR(12),
  total VARCHAR(40),
  part VARCHAR(40),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_kpi_values (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  authority VARCHAR(9),
  kpi VARCHAR(40),
  period_end DATE,
  recorded_on DATE,
  `value` DECIMAL(28,10),
  symbol VARCHAR(4),
  numerator DECIMAL(28,10),
  denominator DECIMAL(28,10),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_benchmarks (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  kpi VARCHAR(40),
  area VARCHAR(9),
  period_end DATE,
  `value` DECIMAL(28,10),
  symbol VARCHAR(4),
  source VARCHAR(1000),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE staged_bank_holidays (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  row_no INT NOT NULL,
  line_no INT NOT NULL,
  `date` DATE,
  title VARCHAR(200),
  PRIMARY KEY (load_id, file_no, row_no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
