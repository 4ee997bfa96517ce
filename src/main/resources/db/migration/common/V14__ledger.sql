-- How far in the send journal somebody has looked is known by that line's hash: a journal without such a line is another one.
ALTER TABLE mail_hold ADD COLUMN seen_hash CHAR(64);

-- Capitals in an address make no other person.
UPDATE deliveries SET recipient = LOWER(recipient);

-- A message is known by its name without the domain, which follows from a setting.
ALTER TABLE deliveries ADD COLUMN token VARCHAR(300);
UPDATE deliveries SET token = SUBSTRING(message_id, 2, LOCATE('@', message_id) - 2);
ALTER TABLE deliveries MODIFY COLUMN token VARCHAR(300) NOT NULL;
ALTER TABLE deliveries ADD UNIQUE (token);

-- What the recipient opens it with (link or password; empty where files are attached), and a mark of the key that this hangs on.
ALTER TABLE deliveries ADD COLUMN opened_by VARCHAR(10);
ALTER TABLE deliveries ADD COLUMN key_mark CHAR(16);
