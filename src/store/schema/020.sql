-- The journal of accesses: who did what, by numbers, and from which desk. It is no change of the centre: nothing of it
-- is undone, and it is kept apart from the log of changes.
CREATE TABLE journal(
  id INTEGER PRIMARY KEY,
  centre INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  number INTEGER,
  person INTEGER,
  account INTEGER,
  host TEXT NOT NULL,
  remote INTEGER NOT NULL CHECK (remote IN (0, 1)),
  -- Over the entry before and all of this one.
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_person ON journal(person);

-- What was folded away: the last entry that is no longer there, and how many there were. The chain goes on from it.
CREATE TABLE journal_head(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO journal_head(id, number, hash) VALUES (1, 0, '');

-- How many months the journal is kept.
ALTER TABLE centre ADD COLUMN journal_months INTEGER NOT NULL DEFAULT 12 CHECK (journal_months BETWEEN 6 AND 12);
