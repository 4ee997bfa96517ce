-- How fresh the data are: who loaded, and rows of which councils each load brought.

ALTER TABLE loads ADD COLUMN account VARCHAR(210);

CREATE TABLE loaded_councils (
  load_id BIGINT NOT NULL,
  file_no INT NOT NULL,
  table_name VARCHAR(40) NOT NULL,
  authority VARCHAR(9) NOT NULL,
  rows_read BIGINT NOT NULL,
  PRIMARY KEY (load_id, file_no, table_name, authority),
  KEY loaded_councils_by_council (authority, table_name, load_id)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX updates_by_day ON updates (authority, reported_on);
