-- A draft has one final: a second process whose lock was lost on the way finds that it comes too late.
ALTER TABLE editions ADD CONSTRAINT one_final UNIQUE (from_draft);
