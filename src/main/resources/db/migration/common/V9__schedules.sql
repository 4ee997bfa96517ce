-- Schedules: what has fired, how far each schedule has been watched, and the timer's own table (db-scheduler).
-- Times are UTC. They are DATETIME and not TIMESTAMP: a server in London would refuse or shift those of the hour that its own
-- clock leaves out in March.

CREATE TABLE schedule_fires (
  id BIGINT NOT NULL AUTO_INCREMENT,
  schedule VARCHAR(60) NOT NULL,
  authority VARCHAR(9) NOT NULL,
  due_at DATETIME NOT NULL,
  meets_on DATE,
  why TEXT NOT NULL,
  state VARCHAR(10) NOT NULL,
  reason TEXT NOT NULL,
  editions TEXT NOT NULL,
  attempts INT NOT NULL,
  tries INT NOT NULL,
  noticed_at DATETIME NOT NULL,
  started_at DATETIME,
  ended_at DATETIME,
  PRIMARY KEY (id),
  UNIQUE (schedule, authority, due_at)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE schedule_marks (
  schedule VARCHAR(60) NOT NULL,
  authority VARCHAR(9) NOT NULL,
  watched_since DATETIME NOT NULL,
  seen_until DATETIME NOT NULL,
  PRIMARY KEY (schedule, authority)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE scheduled_tasks (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(100) NOT NULL,
  task_data BLOB,
  execution_time DATETIME(6) NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(50),
  last_success DATETIME(6),
  last_failure DATETIME(6),
  consecutive_failures INT,
  last_heartbeat DATETIME(6),
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);

CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
