-- What the lists of the console need: whom an edition is for, so that what somebody may not see is left out where rows are looked up, and
-- indexes to page and count by.

-- public, members or restricted, as its manifest says. Null in editions that are older than this column, until `serve` has read their
-- manifests; whoever asks meanwhile takes them for restricted.
ALTER TABLE editions ADD COLUMN audience VARCHAR(10);

CREATE INDEX editions_listed ON editions (audience, state, authority, pack, as_at, draft);
CREATE INDEX editions_folder ON editions (folder);

-- Whom the edition is for that a message carries; null in notices, and in rows that are older, which count as restricted too.
ALTER TABLE deliveries ADD COLUMN audience VARCHAR(10);

-- What a person must look at comes first.
ALTER TABLE deliveries ADD COLUMN urgency INT GENERATED ALWAYS AS (CASE state WHEN 'DOUBTFUL' THEN 3 WHEN 'REJECTED' THEN 2 WHEN 'FAILED' THEN 2
  WHEN 'IN_FLIGHT' THEN 1 WHEN 'CLAIMED' THEN 1 WHEN 'PENDING' THEN 1 ELSE 0 END);

CREATE INDEX deliveries_listed ON deliveries (urgency, id, audience, authority);
CREATE INDEX deliveries_by_audience ON deliveries (audience, state, authority);
CREATE INDEX deliveries_by_state ON deliveries (state, id, audience, authority);
CREATE INDEX deliveries_by_council ON deliveries (authority, state, audience, urgency);
CREATE INDEX deliveries_edition ON deliveries (edition);

CREATE INDEX audit_actor ON audit (actor, seq);
CREATE INDEX audit_action ON audit (action, seq);
CREATE INDEX audit_at ON audit (at, seq);
