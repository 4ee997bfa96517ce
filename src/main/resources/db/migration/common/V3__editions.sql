-- Editions: what was made of which facts, and how everything was rated then, so that movement is a query.

CREATE TABLE editions (
  id BIGINT NOT NULL AUTO_INCREMENT,
  store VARCHAR(400) NOT NULL,
  authority VARCHAR(9) NOT NULL,
  pack VARCHAR(60) NOT NULL,
  as_at DATE NOT NULL,
  version INT NOT NULL,
  state VARCHAR(10) NOT NULL,
  draft BOOLEAN NOT NULL,
  folder VARCHAR(300) NOT NULL,
  formats VARCHAR(40) NOT NULL,
  house VARCHAR(100),
  requested_by VARCHAR(200) NOT NULL,
  requested_at TIMESTAMP NOT NULL,
  fingerprint CHAR(64),
  software VARCHAR(200),
  manifest_sha256 CHAR(64),
  PRIMARY KEY (id),
  UNIQUE (store, authority, pack, as_at, version)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The frozen facts, templates, rules and house of an edition, as gzipped JSON; sha256 is of the JSON.
CREATE TABLE snapshots (
  edition BIGINT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  json LONGBLOB NOT NULL,
  PRIMARY KEY (edition),
  FOREIGN KEY (edition) REFERENCES editions (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE action_assessments (
  edition BIGINT NOT NULL,
  plan VARCHAR(40) NOT NULL,
  section VARCHAR(40) NOT NULL,
  ref VARCHAR(40) NOT NULL,
  rating VARCHAR(10) NOT NULL,
  computed VARCHAR(10) NOT NULL,
  rule VARCHAR(20) NOT NULL,
  reason TEXT NOT NULL,
  due_on DATE,
  moves INT NOT NULL,
  PRIMARY KEY (edition, plan, ref),
  FOREIGN KEY (edition) REFERENCES editions (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE kpi_assessments (
  edition BIGINT NOT NULL,
  kpi VARCHAR(40) NOT NULL,
  rating VARCHAR(10) NOT NULL,
  rule VARCHAR(20) NOT NULL,
  reason TEXT NOT NULL,
  period_end DATE,
  `value` DECIMAL(28,10),
  PRIMARY KEY (edition, kpi),
  FOREIGN KEY (edition) REFERENCES editions (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- One row for each pack and date of a store; a run holds it locked while it publishes, so that one of several publishes.
CREATE TABLE publishing (
  store VARCHAR(400) NOT NULL,
  authority VARCHAR(9) NOT NULL,
  pack VARCHAR(60) NOT NULL,
  as_at DATE NOT NULL,
  PRIMARY KEY (store, authority, pack, as_at)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What a format could not show of an edition, for the run log.
CREATE TABLE notices (
  edition BIGINT NOT NULL,
  no INT NOT NULL,
  format VARCHAR(10) NOT NULL,
  what VARCHAR(300) NOT NULL,
  file VARCHAR(300) NOT NULL,
  line INT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (edition, no),
  FOREIGN KEY (edition) REFERENCES editions (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
