-- The identity of the centre, and what is to become of its keys. Of the desk, as accounts are: not logged, not undone.

-- What copies and the recovery page know the centre by, whatever becomes of its keys. A centre of before is known by
-- its first recovery key: the same in every copy of it that is restored and opened by a newer program.
CREATE TABLE identity(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL
) STRICT;
INSERT INTO identity(one, id) VALUES (
  1, coalesce((SELECT lower(hex(substr(recipient, 6, 16))) FROM recovery), lower(hex(randomblob(16)))));
CREATE TRIGGER identity_again BEFORE INSERT ON identity WHEN EXISTS (SELECT 1 FROM identity)
BEGIN SELECT RAISE(ABORT, 'identity'); END;
CREATE TRIGGER identity_update BEFORE UPDATE ON identity BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER identity_delete BEFORE DELETE ON identity BEGIN SELECT RAISE(ABORT, 'sealed'); END;

-- The data key by this mark is to be changed: a way in by it was closed, and an old copy still holds it.
-- Once another key opens the store, the row means nothing any more.
CREATE TABLE key_due(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  mark TEXT NOT NULL
) STRICT;

-- A recovery page that was written to a file, until somebody says that it is gone.
CREATE TABLE recovery_file(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  centre INTEGER NOT NULL,
  path TEXT NOT NULL
) STRICT;
