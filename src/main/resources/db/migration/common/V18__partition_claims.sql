-- Which worker makes a partition now. A message may come twice; whoever has the second waits until the first has ended, or died.
CREATE TABLE partition_claims (
  execution BIGINT NOT NULL,
  holder CHAR(36) NOT NULL,
  PRIMARY KEY (execution)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
