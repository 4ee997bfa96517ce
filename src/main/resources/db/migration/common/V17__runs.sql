-- Runs: what was asked for, who watches over it, and what became of each pack. Spring Batch keeps its own tables of jobs and
-- steps beside these; a job's one parameter is the number of its run, a partition's context the numbers of its packs.

CREATE TABLE runs (
  id BIGINT NOT NULL AUTO_INCREMENT,
  question VARCHAR(500) NOT NULL,
  requested_by VARCHAR(200) NOT NULL,
  requested_at DATETIME NOT NULL,
  origin VARCHAR(10) NOT NULL,
  remote BOOLEAN NOT NULL,
  software VARCHAR(200) NOT NULL,
  templates CHAR(64) NOT NULL,
  state VARCHAR(10) NOT NULL,
  holder CHAR(36),
  execution BIGINT,
  ended_at DATETIME,
  PRIMARY KEY (id)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX runs_by_state ON runs (state);

-- request is a PackRequest as JSON, draft the number of the draft whose final is wanted, outcome what came of it as JSON; made_by tells
-- people which process has it, holder tells processes.
CREATE TABLE run_packs (
  run BIGINT NOT NULL,
  no INT NOT NULL,
  store VARCHAR(1000) NOT NULL,
  authority VARCHAR(9) NOT NULL,
  pack VARCHAR(60) NOT NULL,
  as_at DATE NOT NULL,
  request TEXT NOT NULL,
  draft BIGINT,
  state VARCHAR(10) NOT NULL,
  made_by VARCHAR(300),
  holder CHAR(36),
  started_at DATETIME(3),
  ended_at DATETIME(3),
  outcome LONGTEXT,
  PRIMARY KEY (run, no),
  FOREIGN KEY (run) REFERENCES runs (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
