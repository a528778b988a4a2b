-- The desk's week: what the centre decides of its desk, the types of half-days, the agenda, closed days.

-- The lock of an idle desk, in minutes.
ALTER TABLE centre ADD COLUMN lock_minutes INTEGER NOT NULL DEFAULT 10 CHECK (lock_minutes BETWEEN 3 AND 30);
-- Where the verified copies go; empty until the centre has chosen.
ALTER TABLE centre ADD COLUMN backup_folder TEXT NOT NULL DEFAULT '';
-- Length of an ordinary consultation, in minutes: what a half-day offers is counted with it.
ALTER TABLE centre ADD COLUMN slot_minutes INTEGER NOT NULL DEFAULT 20 CHECK (slot_minutes BETWEEN 5 AND 60);

-- What the post's half-days are in an ordinary week.
ALTER TABLE post ADD COLUMN pattern TEXT NOT NULL DEFAULT 'Programmed'
  CHECK (pattern = 'Programmed' OR pattern = 'ProgrammedFirst' OR pattern = 'UnplannedFirst');

-- A half-day of a post that was decided otherwise than the ordinary week says.
CREATE TABLE half_day(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  post INTEGER NOT NULL REFERENCES post(id),
  day INTEGER NOT NULL,
  half TEXT NOT NULL CHECK (half = 'Morning' OR half = 'Afternoon'),
  kind TEXT NOT NULL CHECK (kind = 'Programmed' OR kind = 'Unplanned' OR kind = 'Visits' OR kind = 'Rest'
    OR kind = 'Closed')
) STRICT;
CREATE UNIQUE INDEX half_day_of ON half_day(post, day, half);
CREATE INDEX half_day_day ON half_day(centre, day);

-- An appointment, a visit or an event. Minutes are counted from midnight, civil time.
CREATE TABLE entry(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  -- Nothing: the whole centre's.
  post INTEGER REFERENCES post(id),
  day INTEGER NOT NULL,
  -- The last day of an event of several whole days; else the day.
  to_day INTEGER NOT NULL,
  -- Nothing: the whole day.
  start INTEGER CHECK (start BETWEEN 0 AND 1439),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  kind TEXT NOT NULL CHECK (kind = 'Consultation' OR kind = 'Unplanned' OR kind = 'Remote' OR kind = 'Visit'
    OR kind = 'Welcome' OR kind = 'Handover' OR kind = 'Meeting' OR kind = 'Asalee' OR kind = 'Other'),
  file TEXT,
  initials TEXT,
  birth_year INTEGER,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  -- The point it is about.
  item INTEGER REFERENCES item(id),
  -- The name the medical software gives it, with the occurrence of a repetition.
  uid TEXT,
  CHECK (day <= to_day),
  CHECK (start IS NULL OR (day = to_day AND minutes > 0)),
  CHECK (start IS NOT NULL OR minutes = 0),
  CHECK (file IS NOT NULL OR birth_year IS NULL),
  -- What is booked for a patient has a post and an hour.
  CHECK (kind NOT IN ('Consultation', 'Unplanned', 'Remote', 'Visit') OR (post IS NOT NULL AND start IS NOT NULL))
) STRICT;
CREATE INDEX entry_day ON entry(centre, day);
CREATE INDEX entry_span ON entry(centre, to_day) WHERE to_day > day;
CREATE UNIQUE INDEX entry_uid ON entry(centre, uid) WHERE uid IS NOT NULL;
-- Whether a point that would go is still spoken of.
CREATE INDEX entry_item ON entry(item) WHERE item IS NOT NULL;

-- What a stay's day came to. A correction is another row: the newest counts, both are kept.
CREATE TABLE day_close(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  stay INTEGER NOT NULL REFERENCES stay(id),
  day INTEGER NOT NULL,
  offered INTEGER NOT NULL CHECK (offered BETWEEN 0 AND 999),
  booked INTEGER NOT NULL CHECK (booked BETWEEN 0 AND 999),
  programmed INTEGER NOT NULL CHECK (programmed BETWEEN 0 AND 999),
  unplanned INTEGER NOT NULL CHECK (unplanned BETWEEN 0 AND 999),
  visits INTEGER NOT NULL CHECK (visits BETWEEN 0 AND 999),
  remote INTEGER NOT NULL CHECK (remote BETWEEN 0 AND 999),
  absent INTEGER NOT NULL CHECK (absent BETWEEN 0 AND 999),
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX day_close_of ON day_close(stay, day);
CREATE INDEX day_close_day ON day_close(centre, day);

-- A point that came from a mark at the closing of a day; `id` is the point's.
CREATE TABLE mark(
  id INTEGER PRIMARY KEY REFERENCES item(id),
  rev INTEGER NOT NULL DEFAULT 0,
  day_close INTEGER NOT NULL REFERENCES day_close(id)
) STRICT;
CREATE INDEX mark_of ON mark(day_close);
