-- The first schema.
--
-- * `centre` is a column of every table: one store may hold several centres.
-- * A day is an integer (days since 1970-01-01), a week is its Monday, an instant is milliseconds UTC.
-- * A choice is the short name the program gives it; a CHECK lists them, in a chain of OR: of an IN with
--   more than two SQLite makes a table each time a row is written.
-- * `rev` is the id of the row's last change and never goes back; see arm.rs, which writes it.
-- * Nothing cascades: undoing one person's change must never delete another's rows.
-- * Identifiers are never used twice, so that a redone row finds its own number free.

-- What was done, by whom, and what every row was before and after.

CREATE TABLE change(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  centre INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- The person signed in.
  person INTEGER NOT NULL,
  -- The doctor whose words that person typed.
  dictated_by INTEGER,
  -- A message with its arguments, as JSON: no language in the store.
  said TEXT NOT NULL,
  undoes INTEGER REFERENCES change(id),
  -- Signed: never undone.
  fixed INTEGER NOT NULL DEFAULT 0 CHECK (fixed IN (0, 1))
) STRICT;
CREATE INDEX change_undoes ON change(undoes);

CREATE TABLE change_row(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  change INTEGER NOT NULL REFERENCES change(id),
  tbl TEXT NOT NULL,
  row INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_row_change ON change_row(change);

-- The change under way; NULL between two.
CREATE TABLE txn(one INTEGER PRIMARY KEY CHECK (one = 1), change INTEGER) STRICT;
INSERT INTO txn VALUES (1, NULL);

-- The centre, its people and its calendar.

CREATE TABLE centre(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  commune TEXT NOT NULL,
  department TEXT NOT NULL,
  opened INTEGER NOT NULL,
  -- Opening hours and half-days, as JSON.
  opening TEXT NOT NULL,
  names_allowed INTEGER NOT NULL CHECK (names_allowed IN (0, 1)),
  lang TEXT NOT NULL CHECK (lang IN ('fr', 'en'))
) STRICT;

CREATE TABLE post(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE person(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  given TEXT NOT NULL,
  family TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role = 'Doctor' OR role = 'Coordination' OR role = 'Assistant' OR role = 'Nurse'),
  phone TEXT,
  email TEXT,
  -- Seven letters, Monday to Sunday: 1 present, 0 not.
  presence TEXT NOT NULL CHECK (length(presence) = 7),
  ended INTEGER,
  status TEXT CHECK (status = 'NewGraduate' OR status = 'Locum' OR status = 'SelfEmployed' OR status = 'Salaried'
    OR status = 'Hospital' OR status = 'Retired'),
  department TEXT,
  birth_year INTEGER,
  rpps TEXT
) STRICT;

CREATE TABLE stay(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  post INTEGER NOT NULL REFERENCES post(id),
  doctor INTEGER NOT NULL REFERENCES person(id),
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state = 'Considered' OR state = 'Option' OR state = 'Confirmed' OR state = 'Cancelled'),
  withdrawn_on INTEGER,
  withdrawn_reason TEXT,
  CHECK (from_day <= to_day),
  CHECK (withdrawn_on IS NULL OR state = 'Cancelled'),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL))
) STRICT;
CREATE INDEX stay_day ON stay(centre, from_day);
CREATE INDEX stay_end ON stay(centre, to_day);
CREATE INDEX stay_doctor ON stay(doctor);

-- Rule 16, for undo as for everyone else.
CREATE TRIGGER overlap_insert BEFORE INSERT ON stay
WHEN NEW.state = 'Confirmed' AND EXISTS (
  SELECT 1 FROM stay WHERE centre = NEW.centre AND post = NEW.post AND state = 'Confirmed'
    AND from_day <= NEW.to_day AND NEW.from_day <= to_day)
BEGIN SELECT RAISE(ABORT, 'overlap'); END;
CREATE TRIGGER overlap_update BEFORE UPDATE OF centre, post, from_day, to_day, state ON stay
WHEN NEW.state = 'Confirmed' AND EXISTS (
  SELECT 1 FROM stay WHERE centre = NEW.centre AND post = NEW.post AND state = 'Confirmed' AND id <> OLD.id
    AND from_day <= NEW.to_day AND NEW.from_day <= to_day)
BEGIN SELECT RAISE(ABORT, 'overlap'); END;

CREATE TABLE closure(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  reason TEXT NOT NULL,
  CHECK (from_day <= to_day)
) STRICT;

-- The relay.

-- A handover is named by its stay.
CREATE TABLE handover(
  id INTEGER PRIMARY KEY REFERENCES stay(id),
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  note_week TEXT NOT NULL DEFAULT '',
  note_next TEXT NOT NULL DEFAULT '',
  note_centre TEXT NOT NULL DEFAULT '',
  note_oral TEXT NOT NULL DEFAULT '',
  signed_at INTEGER,
  author INTEGER REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  name TEXT,
  hash TEXT,
  nothing_to_report INTEGER NOT NULL DEFAULT 0 CHECK (nothing_to_report IN (0, 1)),
  as_is INTEGER NOT NULL DEFAULT 0 CHECK (as_is IN (0, 1)),
  -- Numbers of the points nothing was decided on, as a JSON array.
  undecided TEXT NOT NULL DEFAULT '[]',
  CHECK ((signed_at IS NULL) = (author IS NULL)),
  CHECK ((signed_at IS NULL) = (name IS NULL)),
  CHECK ((signed_at IS NULL) = (hash IS NULL))
) STRICT;

CREATE TABLE item(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  kind TEXT NOT NULL CHECK (kind = 'Care' OR kind = 'Result' OR kind = 'Recall' OR kind = 'Promise' OR kind = 'Letter'
    OR kind = 'Centre'),
  file TEXT,
  initials TEXT,
  birth_year INTEGER,
  -- The newest word, which is the point's state.
  head INTEGER NOT NULL REFERENCES relay(id) DEFERRABLE INITIALLY DEFERRED,
  -- The newest answer: who answers a point touches it, so that the word answered is not undone.
  answer INTEGER REFERENCES receipt(id) DEFERRABLE INITIALLY DEFERRED,
  -- Whether the newest word closed it: what is open is read each day, what is closed only grows.
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
  CHECK (file IS NOT NULL OR (initials IS NULL AND birth_year IS NULL))
) STRICT;
CREATE INDEX item_file ON item(file);
CREATE INDEX item_open ON item(centre) WHERE closed = 0;
CREATE INDEX item_head ON item(head);
CREATE INDEX item_answer ON item(answer);

CREATE TABLE relay(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  item INTEGER NOT NULL REFERENCES item(id),
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  at INTEGER NOT NULL,
  stay INTEGER REFERENCES stay(id),
  verdict TEXT NOT NULL CHECK (verdict = 'Opened' OR verdict = 'Unchanged' OR verdict = 'Completed'
    OR verdict = 'Confirmed' OR verdict = 'Differs' OR verdict = 'Addressed'
    OR verdict = 'Answered' OR verdict = 'Closed' OR verdict = 'Reopened'),
  text TEXT NOT NULL,
  plan TEXT NOT NULL,
  gravity TEXT NOT NULL CHECK (gravity = 'Urgent' OR gravity = 'Watch' OR gravity = 'Routine'),
  due INTEGER,
  show_from INTEGER,
  to_person INTEGER REFERENCES person(id),
  to_role TEXT CHECK (to_role = 'Coordination' OR to_role = 'Assistant' OR to_role = 'Nurse'),
  to_post INTEGER REFERENCES post(id),
  to_week INTEGER,
  outcome TEXT CHECK (outcome = 'Done' OR outcome = 'Improved' OR outcome = 'Referred'
    OR outcome = 'NoLongerNeeded' OR outcome = 'PatientGone'),
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  -- Rule 1: somebody, a role, or a post in a week; never nobody, never two.
  CHECK ((to_person IS NOT NULL) + (to_role IS NOT NULL) + (to_post IS NOT NULL) = 1),
  CHECK ((to_post IS NULL) = (to_week IS NULL)),
  CHECK ((outcome IS NULL) = (verdict <> 'Closed'))
) STRICT;
CREATE INDEX relay_item ON relay(item);
CREATE INDEX relay_stay ON relay(stay);

CREATE TABLE receipt(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  item INTEGER NOT NULL REFERENCES item(id),
  stay INTEGER REFERENCES stay(id),
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  at INTEGER NOT NULL,
  answer TEXT NOT NULL CHECK (answer = 'Read' OR answer = 'Taken' OR answer = 'Question' OR answer = 'Returned'),
  words TEXT NOT NULL
) STRICT;
CREATE INDEX receipt_item ON receipt(item);
CREATE INDEX receipt_stay ON receipt(stay);

CREATE TABLE addendum(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  stay INTEGER NOT NULL REFERENCES handover(id),
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  item INTEGER REFERENCES item(id)
) STRICT;
CREATE INDEX addendum_stay ON addendum(stay);
CREATE INDEX addendum_item ON addendum(item);

-- A take-over is named by its stay.
CREATE TABLE takeover(
  id INTEGER PRIMARY KEY REFERENCES stay(id),
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Numbers of the points that were not answered, as a JSON array.
  unanswered TEXT NOT NULL
) STRICT;

-- The place around.

CREATE TABLE contact(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  phone TEXT NOT NULL,
  note TEXT NOT NULL,
  checked INTEGER
) STRICT;

CREATE TABLE place_page(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  text TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  written INTEGER NOT NULL
) STRICT;

-- Of the desk, not of the centre: not logged, not undone.

CREATE TABLE account(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  centre INTEGER NOT NULL,
  label TEXT NOT NULL,
  person INTEGER NOT NULL,
  recipient TEXT NOT NULL
) STRICT;

-- The public half of the recovery key: whoever is added must leave it entitled.
CREATE TABLE recovery(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  recipient TEXT NOT NULL
) STRICT;

CREATE TABLE draft(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  centre INTEGER NOT NULL,
  author INTEGER NOT NULL,
  key TEXT NOT NULL,
  -- The form as typed, as JSON.
  raw TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (author, key)
) STRICT;

-- Search: the original text is the content, its folded form the index. `secure-delete` leaves
-- nothing of a word in the index once it is gone.

CREATE VIRTUAL TABLE find USING fts5(
  text, plan, content = 'relay', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0);
INSERT INTO find(find, rank) VALUES ('secure-delete', 1);
INSERT INTO find(find, rank) VALUES ('automerge', 16);
CREATE TRIGGER find_insert AFTER INSERT ON relay BEGIN
  INSERT INTO find(rowid, text, plan) VALUES (NEW.id,
    replace(replace(replace(replace(NEW.text, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'),
    replace(replace(replace(replace(NEW.plan, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'));
END;
CREATE TRIGGER find_delete AFTER DELETE ON relay BEGIN
  INSERT INTO find(find, rowid, text, plan) VALUES ('delete', OLD.id,
    replace(replace(replace(replace(OLD.text, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'),
    replace(replace(replace(replace(OLD.plan, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'));
END;
CREATE TRIGGER find_update AFTER UPDATE OF text, plan ON relay BEGIN
  INSERT INTO find(find, rowid, text, plan) VALUES ('delete', OLD.id,
    replace(replace(replace(replace(OLD.text, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'),
    replace(replace(replace(replace(OLD.plan, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'));
  INSERT INTO find(rowid, text, plan) VALUES (NEW.id,
    replace(replace(replace(replace(NEW.text, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'),
    replace(replace(replace(replace(NEW.plan, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'));
END;
