-- What happens to accounts, and what a team member may only note.

-- Of the desk, as accounts are: outside the log and undo. Written in the transaction of what it tells, and never
-- changed. Who was there may be gone: persons and accounts are numbers here.
CREATE TABLE account_event(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  centre INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  -- The account as it was numbered afterwards, and whose it is.
  account INTEGER,
  person INTEGER NOT NULL,
  -- Its name in the sign-in list.
  label TEXT NOT NULL,
  -- Who did it.
  author INTEGER NOT NULL,
  -- The last day of an account that was opened by hand.
  until INTEGER,
  -- The event that the coordination has seen.
  confirms INTEGER REFERENCES account_event(id)
) STRICT;
CREATE INDEX account_event_person ON account_event(person);
CREATE INDEX account_event_confirms ON account_event(confirms);
CREATE TRIGGER account_event_again BEFORE INSERT ON account_event
WHEN EXISTS (SELECT 1 FROM account_event WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'identity'); END;
CREATE TRIGGER account_event_update BEFORE UPDATE ON account_event
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER account_event_delete BEFORE DELETE ON account_event
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

-- A doctor's account opens by itself so many days before a stay, and closes so many days after it.
ALTER TABLE centre ADD COLUMN account_before INTEGER NOT NULL DEFAULT 1 CHECK (account_before BETWEEN 0 AND 30);
ALTER TABLE centre ADD COLUMN account_after INTEGER NOT NULL DEFAULT 3 CHECK (account_after BETWEEN 0 AND 30);

-- A withdrawal that a member of the team has noted: the stay is the coordination's to call off or to keep.
CREATE TABLE withdrawal(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  stay INTEGER NOT NULL REFERENCES stay(id),
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL,
  -- The day it was announced, and why.
  announced INTEGER NOT NULL,
  reason TEXT NOT NULL,
  -- The coordination has said that the stay holds.
  kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1))
) STRICT;
CREATE INDEX withdrawal_stay ON withdrawal(stay);
