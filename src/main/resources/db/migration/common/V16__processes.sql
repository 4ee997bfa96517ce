-- Which processes are at work on this database. Each says itself how long it may be silent before others take it for lost.
CREATE TABLE processes (
  id CHAR(36) NOT NULL,
  role VARCHAR(40) NOT NULL,
  host VARCHAR(255) NOT NULL,
  pid BIGINT NOT NULL,
  software VARCHAR(200) NOT NULL,
  lease_seconds INT NOT NULL,
  started_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- One row for each of them, which it holds locked on one connection for as long as it lives: when it dies, the row can be locked.
CREATE TABLE process_locks (
  id CHAR(36) NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Who makes a pack and day now, for which run; the fence counts every taking, so that whoever comes back too late is known.
ALTER TABLE publishing ADD COLUMN holder CHAR(36);
ALTER TABLE publishing ADD COLUMN run BIGINT;
ALTER TABLE publishing ADD COLUMN fence BIGINT DEFAULT 0 NOT NULL;
