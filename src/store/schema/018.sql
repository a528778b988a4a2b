-- Signatures: who wrote a change, and who may open the store, can be proven.

-- The key that signed, and its signature over the centre, the number and the hash (keys.rs). Nothing of them in changes
-- of before: the first that is signed has them all under its hash.
ALTER TABLE change ADD COLUMN key INTEGER;
ALTER TABLE change ADD COLUMN signature BLOB;
-- Whether there is a signed one is asked with each change, also where there are thousands and none is.
CREATE INDEX change_signed ON change(key) WHERE key IS NOT NULL;
-- The hash of the newest entry of the journal when the change was made.
ALTER TABLE change ADD COLUMN journal TEXT;

-- The public half of each key that signs, whose it is, and the public key of the same secret. Never changed; a recovery
-- key is nobody's.
CREATE TABLE signing_key(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  account INTEGER,
  person INTEGER,
  recipient TEXT NOT NULL,
  public TEXT NOT NULL UNIQUE,
  CHECK ((account IS NULL) = (person IS NULL))
) STRICT;
CREATE INDEX signing_key_account ON signing_key(account);

-- The recovery keys there were, the newest in force; never changed. It takes the place of `recovery`.
CREATE TABLE recovery_key(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  recipient TEXT NOT NULL
) STRICT;
INSERT INTO recovery_key(centre, recipient)
  SELECT centre.id, recipient FROM recovery, centre ORDER BY centre.id LIMIT 1;

-- What was written before it could be signed was taken over, as it stood, by somebody of the coordination; the first
-- of these begins the signatures.
CREATE TABLE adoption(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL,
  -- The schema up to which every column was under the signature.
  schema INTEGER NOT NULL,
  -- How many rows were taken over as they stood.
  adopted INTEGER NOT NULL
) STRICT;

-- Accounts and what happens to them are changes of the centre from now on: logged, signed, and not undone. Their seals
-- are made with those of the others.
ALTER TABLE account ADD COLUMN rev INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account_event ADD COLUMN rev INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER account_event_again;
DROP TRIGGER account_event_update;
DROP TRIGGER account_event_delete;
