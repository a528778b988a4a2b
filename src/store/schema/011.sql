-- How drafts end: what a doctor typed and never transmitted is addressed to the next one, or set aside.
--
-- The form as it was kept goes in here as it leaves `draft`, in one transaction. Undone, it is back among the drafts:
-- those are nobody's change, and the log does not hold them.

CREATE TABLE draft_end(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  author INTEGER NOT NULL REFERENCES person(id),
  key TEXT NOT NULL,
  -- The form as typed, as JSON.
  raw TEXT NOT NULL,
  -- When its author last typed.
  kept INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  -- The point it became; nothing when it was set aside.
  item INTEGER REFERENCES item(id),
  -- On whose word it was set aside, and on which day.
  said_by INTEGER REFERENCES person(id),
  said_on INTEGER,
  CHECK ((item IS NULL) = (said_by IS NOT NULL)),
  CHECK ((said_by IS NULL) = (said_on IS NULL))
) STRICT;
CREATE INDEX draft_end_item ON draft_end(item);

CREATE TRIGGER draft_ends AFTER INSERT ON draft_end BEGIN
  DELETE FROM draft WHERE author = NEW.author AND key = NEW.key AND at = NEW.kept;
END;

-- Its author may have begun the same form anew: neither takes the other's place.
CREATE TRIGGER draft_is_back AFTER DELETE ON draft_end BEGIN
  INSERT INTO draft(centre, author, key, raw, at)
    SELECT OLD.centre, OLD.author,
      CASE WHEN EXISTS (SELECT 1 FROM draft WHERE author = OLD.author AND key = OLD.key)
        THEN OLD.key || '#' || OLD.id ELSE OLD.key END,
      OLD.raw, OLD.kept;
END;
