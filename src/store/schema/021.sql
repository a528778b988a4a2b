-- The collective: what is known of a volunteer beside who they are, when they could come, who was asked, and what a
-- withdrawal leaves to be told.

-- One person entered twice: signed rows name persons, so both stay, and are read as the one that this names.
ALTER TABLE person ADD COLUMN same_as INTEGER REFERENCES person(id);

-- The last day of an option; the day on which the state was said; why a short stay goes beyond what a month allows.
ALTER TABLE stay ADD COLUMN held_until INTEGER;
ALTER TABLE stay ADD COLUMN said_on INTEGER;
ALTER TABLE stay ADD COLUMN note TEXT NOT NULL DEFAULT '';
-- Who withdrew, and why, by its name in a list. NULL for those of before, whose reason stands in words.
ALTER TABLE stay ADD COLUMN withdrawn_by TEXT;
ALTER TABLE stay ADD COLUMN withdrawn_cause TEXT;
ALTER TABLE withdrawal ADD COLUMN withdrawn_by TEXT;
ALTER TABLE withdrawal ADD COLUMN withdrawn_cause TEXT;

-- The school holidays' zone where it is not the department's; what counts for a candidate where it is not the usual, as
-- JSON; days in which who was asked is marked.
ALTER TABLE centre ADD COLUMN zone TEXT;
ALTER TABLE centre ADD COLUMN weights TEXT NOT NULL DEFAULT '{}';
ALTER TABLE centre ADD COLUMN asked_days INTEGER NOT NULL DEFAULT 10;

CREATE TABLE volunteer(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  person INTEGER NOT NULL REFERENCES person(id),
  wishes TEXT NOT NULL,
  skills TEXT NOT NULL,
  intention TEXT,
  -- Plus à solliciter, from this day on.
  spared_on INTEGER,
  -- The day on which they were told what is kept of them.
  told_on INTEGER,
  -- Declared for the centre at the Ordre.
  declared INTEGER NOT NULL DEFAULT 0 CHECK (declared IN (0, 1)),
  notes TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX volunteer_person ON volunteer(person, centre);

CREATE TABLE availability(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  person INTEGER NOT NULL REFERENCES person(id),
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  answer TEXT NOT NULL,
  note TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX availability_person ON availability(person);

CREATE TABLE solicitation(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  person INTEGER NOT NULL REFERENCES person(id),
  post INTEGER NOT NULL REFERENCES post(id),
  -- The week's Monday.
  week INTEGER NOT NULL,
  -- NULL: to be asked yet.
  asked_on INTEGER,
  how TEXT,
  answer TEXT NOT NULL,
  again_on INTEGER,
  note TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX solicitation_person ON solicitation(person);
CREATE INDEX solicitation_week ON solicitation(centre, week);

CREATE TABLE medical_backup(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person(id),
  note TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX medical_backup_day ON medical_backup(centre, from_day);

-- Texts to volunteers, with what is filled in between braces.
CREATE TABLE message_text(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  title TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- What a leaving doctor says of coming again, in their own words; the newest counts.
CREATE TABLE leaving_word(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  person INTEGER NOT NULL REFERENCES person(id),
  intention TEXT,
  wishes TEXT NOT NULL,
  may_call INTEGER NOT NULL CHECK (may_call IN (0, 1)),
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX leaving_word_person ON leaving_word(person);

-- An appointment that a withdrawal leaves, and what became of it; without a row the patient is to be told yet.
CREATE TABLE to_tell(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  stay INTEGER NOT NULL REFERENCES stay(id),
  entry INTEGER NOT NULL REFERENCES entry(id),
  outcome TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX to_tell_stay ON to_tell(stay);
CREATE INDEX to_tell_entry ON to_tell(entry);
