-- Two meetings of different days whose fires fall on the same instant are two fires: the meeting is part of the key. The table is
-- made anew because the name of its old key differs from database to database; numbers stay, since the timer knows fires by them.

CREATE TABLE schedule_fires_anew (
  id BIGINT NOT NULL AUTO_INCREMENT,
  schedule VARCHAR(60) NOT NULL,
  authority VARCHAR(9) NOT NULL,
  due_at DATETIME NOT NULL,
  meets_on DATE,
  meeting VARCHAR(10) NOT NULL,
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
  UNIQUE (schedule, authority, due_at, meeting)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO schedule_fires_anew (id, schedule, authority, due_at, meets_on, meeting, why, state, reason, editions, attempts, tries, noticed_at, started_at, ended_at)
SELECT id, schedule, authority, due_at, meets_on, COALESCE(CAST(meets_on AS CHAR(10)), ''), why, state, reason, editions, attempts, tries, noticed_at,
  started_at, ended_at FROM schedule_fires;

DROP TABLE schedule_fires;

ALTER TABLE schedule_fires_anew RENAME TO schedule_fires;

-- Reminders: which post of which council was reminded of what a pack will miss, once a day at most. A post without an address on file
-- stands here too, so that somebody sees it. Days are those of London.
CREATE TABLE schedule_reminders (
  schedule VARCHAR(60) NOT NULL,
  authority VARCHAR(9) NOT NULL,
  post VARCHAR(300) NOT NULL,
  reminded_on DATE NOT NULL,
  state VARCHAR(10) NOT NULL,
  missing INT NOT NULL,
  PRIMARY KEY (schedule, authority, post, reminded_on)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
