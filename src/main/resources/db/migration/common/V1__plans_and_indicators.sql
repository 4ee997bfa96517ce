-- The tables that councils fill: the same names and columns as the import files in docs/data.md.
-- One script for H2, MySQL and MariaDB. Two columns differ from the files: a due date that came as words keeps them in
-- due_words, and a reading that came as a symbol keeps it in symbol. kpi_values.recorded_on is the period's end when the
-- file does not say.

CREATE TABLE authorities (
  code VARCHAR(9) NOT NULL,
  name VARCHAR(200) NOT NULL,
  region VARCHAR(100),
  house VARCHAR(100),
  neighbour_model VARCHAR(100),
  statistical_neighbours VARCHAR(1000),
  PRIMARY KEY (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE bodies (
  authority VARCHAR(9) NOT NULL,
  code VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  chair VARCHAR(200),
  PRIMARY KEY (authority, code),
  FOREIGN KEY (authority) REFERENCES authorities (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE meetings (
  authority VARCHAR(9) NOT NULL,
  body VARCHAR(40) NOT NULL,
  meets_on DATE NOT NULL,
  title VARCHAR(200),
  venue VARCHAR(200),
  PRIMARY KEY (authority, body, meets_on),
  FOREIGN KEY (authority, body) REFERENCES bodies (authority, code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE plans (
  authority VARCHAR(9) NOT NULL,
  code VARCHAR(40) NOT NULL,
  title VARCHAR(300) NOT NULL,
  inspection TEXT,
  approved_on DATE,
  PRIMARY KEY (authority, code),
  FOREIGN KEY (authority) REFERENCES authorities (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE sections (
  authority VARCHAR(9) NOT NULL,
  plan VARCHAR(40) NOT NULL,
  no VARCHAR(40) NOT NULL,
  title VARCHAR(300) NOT NULL,
  priority BOOLEAN NOT NULL DEFAULT FALSE,
  recommendation TEXT,
  aim TEXT,
  `lead` VARCHAR(300),
  PRIMARY KEY (authority, plan, no),
  FOREIGN KEY (authority, plan) REFERENCES plans (authority, code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE section_narratives (
  authority VARCHAR(9) NOT NULL,
  plan VARCHAR(40) NOT NULL,
  section VARCHAR(40) NOT NULL,
  reported_on DATE NOT NULL,
  working_well TEXT,
  how_assured TEXT,
  what_next TEXT,
  PRIMARY KEY (authority, plan, section, reported_on),
  FOREIGN KEY (authority, plan, section) REFERENCES sections (authority, plan, no)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE kpis (
  code VARCHAR(40) NOT NULL,
  title VARCHAR(300) NOT NULL,
  definition TEXT,
  unit VARCHAR(20) NOT NULL,
  polarity VARCHAR(10),
  decimals INT NOT NULL DEFAULT 0,
  frequency VARCHAR(10) NOT NULL DEFAULT 'monthly',
  source VARCHAR(1000),
  disclosure VARCHAR(10) NOT NULL DEFAULT 'none',
  PRIMARY KEY (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE actions (
  authority VARCHAR(9) NOT NULL,
  plan VARCHAR(40) NOT NULL,
  section VARCHAR(40) NOT NULL,
  ref VARCHAR(40) NOT NULL,
  action TEXT NOT NULL,
  `lead` VARCHAR(300),
  priority BOOLEAN NOT NULL DEFAULT FALSE,
  starts_on DATE,
  due_on DATE,
  due_words VARCHAR(100),
  success_measure TEXT,
  kpi VARCHAR(40),
  PRIMARY KEY (authority, plan, ref),
  FOREIGN KEY (authority, plan, section) REFERENCES sections (authority, plan, no),
  FOREIGN KEY (kpi) REFERENCES kpis (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE updates (
  authority VARCHAR(9) NOT NULL,
  plan VARCHAR(40) NOT NULL,
  action VARCHAR(40) NOT NULL,
  reported_on DATE NOT NULL,
  state VARCHAR(20),
  percent_complete DECIMAL(9,4),
  declared_rag VARCHAR(10),
  revised_due_on DATE,
  completed_on DATE,
  evidence TEXT,
  impact TEXT,
  note TEXT,
  PRIMARY KEY (authority, plan, action, reported_on),
  FOREIGN KEY (authority, plan, action) REFERENCES actions (authority, plan, ref)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE overrides (
  authority VARCHAR(9) NOT NULL,
  plan VARCHAR(40) NOT NULL,
  action VARCHAR(40) NOT NULL,
  rating VARCHAR(10) NOT NULL,
  reason TEXT NOT NULL,
  post VARCHAR(300) NOT NULL,
  approver VARCHAR(300),
  applies_from DATE NOT NULL,
  applies_until DATE NOT NULL,
  PRIMARY KEY (authority, plan, action, applies_from),
  FOREIGN KEY (authority, plan, action) REFERENCES actions (authority, plan, ref)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE kpi_targets (
  authority VARCHAR(9) NOT NULL,
  kpi VARCHAR(40) NOT NULL,
  applies_from DATE NOT NULL,
  target DECIMAL(28,10),
  tolerance DECIMAL(28,10),
  tolerance_kind VARCHAR(10),
  low DECIMAL(28,10),
  high DECIMAL(28,10),
  PRIMARY KEY (authority, kpi, applies_from),
  FOREIGN KEY (authority) REFERENCES authorities (code),
  FOREIGN KEY (kpi) REFERENCES kpis (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE section_kpis (
  authority VARCHAR(9) NOT NULL,
  plan VARCHAR(40) NOT NULL,
  section VARCHAR(40) NOT NULL,
  kpi VARCHAR(40) NOT NULL,
  PRIMARY KEY (authority, plan, section, kpi),
  FOREIGN KEY (authority, plan, section) REFERENCES sections (authority, plan, no),
  FOREIGN KEY (kpi) REFERENCES kpis (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE kpi_groups (
  kind VARCHAR(12) NOT NULL,
  total VARCHAR(40) NOT NULL,
  part VARCHAR(40) NOT NULL,
  PRIMARY KEY (kind, total, part),
  FOREIGN KEY (total) REFERENCES kpis (code),
  FOREIGN KEY (part) REFERENCES kpis (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE kpi_values (
  authority VARCHAR(9) NOT NULL,
  kpi VARCHAR(40) NOT NULL,
  period_end DATE NOT NULL,
  recorded_on DATE NOT NULL,
  `value` DECIMAL(28,10),
  symbol VARCHAR(4),
  numerator DECIMAL(28,10),
  denominator DECIMAL(28,10),
  PRIMARY KEY (authority, kpi, period_end, recorded_on),
  FOREIGN KEY (authority) REFERENCES authorities (code),
  FOREIGN KEY (kpi) REFERENCES kpis (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE benchmarks (
  kpi VARCHAR(40) NOT NULL,
  area VARCHAR(9) NOT NULL,
  period_end DATE NOT NULL,
  `value` DECIMAL(28,10),
  symbol VARCHAR(4),
  source VARCHAR(1000),
  PRIMARY KEY (kpi, area, period_end),
  FOREIGN KEY (kpi) REFERENCES kpis (code)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE bank_holidays (
  `date` DATE NOT NULL,
  title VARCHAR(200) NOT NULL,
  PRIMARY KEY (`date`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
