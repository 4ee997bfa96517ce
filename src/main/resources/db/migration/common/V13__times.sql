-- The time at which an edition was asked for is kept in UTC. As a TIMESTAMP it went through the zone of the server's session, in which an
-- hour of a night in March does not exist; what is stored stays as it reads.
ALTER TABLE editions MODIFY COLUMN requested_at DATETIME NOT NULL;
