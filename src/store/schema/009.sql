-- The chain of changes, and the losses the coordination knows of.
--
-- Each change carries a hash over the one before it, its own fields and its rows (chain.rs). Of the changes of before,
-- the newest carries one for all: what was written until now is under it from now on.

ALTER TABLE change ADD COLUMN hash TEXT;

-- Of each row the chain covers a salted hash of its images. The log's trigger draws the salt; `hash` is only there once
-- a tombstone has taken images and salt away.
ALTER TABLE change_row ADD COLUMN salt TEXT;
ALTER TABLE change_row ADD COLUMN hash TEXT;

-- The log's own seals are made anew after this step; without them each row of before gets a salt too.
DROP TRIGGER seal_change_update;
DROP TRIGGER seal_change_row_update;
UPDATE change_row SET salt = lower(hex(randomblob(16)));

-- Changes that were known to be in the store and are not: somebody of the coordination knows, and nobody is alarmed.
CREATE TABLE loss(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  at INTEGER NOT NULL,
  -- Number and hash of the newest change that is missing; no hash where only the number was known.
  known INTEGER NOT NULL,
  hash TEXT NOT NULL,
  -- The newest change that was there.
  newest INTEGER NOT NULL
) STRICT;
CREATE INDEX loss_known ON loss(known);
