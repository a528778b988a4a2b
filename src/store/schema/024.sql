-- Care around the relay: who asks for a médecin traitant, whom the nurse follows, what is discussed, the day's requests,
-- visits that come back. A patient stands in one line: file number, initials, year of birth.

CREATE TABLE waiting(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  patient TEXT NOT NULL,
  asked_on INTEGER NOT NULL,
  ald INTEGER NOT NULL DEFAULT 0,
  commune TEXT NOT NULL,
  -- Only where the centre keeps names.
  phone TEXT NOT NULL,
  call_on INTEGER,
  owner TEXT NOT NULL,
  seen_on INTEGER,
  declared_on INTEGER,
  given_up_on INTEGER,
  given_up_why TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX waiting_open ON waiting(centre) WHERE declared_on IS NULL AND given_up_on IS NULL;
CREATE INDEX waiting_patient ON waiting(patient);
-- How many waited at the end of a period.
CREATE INDEX waiting_days ON waiting(centre, asked_on, declared_on, given_up_on, ald);

CREATE TABLE capacity(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  accepts TEXT NOT NULL,
  since INTEGER NOT NULL,
  note TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE movement(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  on_day INTEGER NOT NULL,
  what TEXT NOT NULL,
  patient TEXT NOT NULL,
  ald INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL,
  waiting INTEGER REFERENCES waiting(id),
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX movement_day ON movement(centre, on_day);
CREATE INDEX movement_patient ON movement(patient);
CREATE UNIQUE INDEX movement_waiting ON movement(waiting);

CREATE TABLE ald_protocol(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  patient TEXT NOT NULL,
  -- The first day of the month in which it is to be renewed.
  renew INTEGER,
  years INTEGER,
  owner TEXT NOT NULL,
  sent_on INTEGER,
  ended_on INTEGER,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX ald_protocol_open ON ald_protocol(centre) WHERE ended_on IS NULL;
CREATE INDEX ald_protocol_patient ON ald_protocol(patient);

CREATE TABLE care_protocol(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  name TEXT NOT NULL,
  -- Months from one contact to the next.
  months INTEGER NOT NULL,
  retired_on INTEGER
) STRICT;

CREATE TABLE follow_up(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  patient TEXT NOT NULL,
  protocol INTEGER NOT NULL REFERENCES care_protocol(id),
  last_on INTEGER,
  -- The first day of the month of the next contact.
  next_month INTEGER,
  waits_for TEXT NOT NULL,
  owner TEXT NOT NULL,
  call_on INTEGER,
  ended_on INTEGER,
  ended_why TEXT
) STRICT;
CREATE INDEX follow_up_open ON follow_up(centre, next_month, owner, patient) WHERE ended_on IS NULL;
CREATE INDEX follow_up_patient ON follow_up(patient);

CREATE TABLE attempt(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  waiting INTEGER REFERENCES waiting(id),
  follow_up INTEGER REFERENCES follow_up(id),
  outcome TEXT NOT NULL,
  on_day INTEGER NOT NULL,
  next INTEGER,
  words TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL,
  CHECK ((waiting IS NULL) <> (follow_up IS NULL))
) STRICT;
CREATE INDEX attempt_waiting ON attempt(waiting);
CREATE INDEX attempt_follow_up ON attempt(follow_up, on_day);
CREATE INDEX attempt_day ON attempt(centre, on_day);

CREATE TABLE concertation(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  patient TEXT NOT NULL,
  question TEXT NOT NULL,
  -- The Monday of the week whose doctor it waits for.
  week INTEGER NOT NULL,
  post INTEGER REFERENCES post(id),
  asked_by INTEGER NOT NULL REFERENCES person(id),
  asked_on INTEGER NOT NULL,
  put_off INTEGER,
  discussed_on INTEGER,
  doctor INTEGER REFERENCES person(id),
  decision TEXT NOT NULL,
  dropped_on INTEGER
) STRICT;
CREATE INDEX concertation_open ON concertation(centre) WHERE discussed_on IS NULL AND dropped_on IS NULL;
CREATE INDEX concertation_patient ON concertation(patient);
CREATE INDEX concertation_day ON concertation(centre, discussed_on);

CREATE TABLE request(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  on_day INTEGER NOT NULL,
  minute INTEGER NOT NULL,
  patient TEXT NOT NULL,
  offered TEXT NOT NULL,
  why TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX request_day ON request(centre, on_day);
CREATE INDEX request_patient ON request(patient);

CREATE TABLE regular_visit(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  patient TEXT NOT NULL,
  place TEXT NOT NULL,
  commune TEXT NOT NULL,
  weeks INTEGER NOT NULL,
  -- The Monday of the week of the next one.
  next INTEGER,
  minutes INTEGER NOT NULL,
  owner TEXT NOT NULL,
  last_on INTEGER,
  -- The point that was opened when one was missed, and the Monday of that week.
  point INTEGER REFERENCES item(id),
  missed INTEGER,
  ended_on INTEGER,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX regular_visit_open ON regular_visit(centre) WHERE ended_on IS NULL;
CREATE INDEX regular_visit_patient ON regular_visit(patient);
CREATE INDEX regular_visit_point ON regular_visit(point) WHERE point IS NOT NULL;
-- Visits of a place where several live.
CREATE INDEX entry_round ON entry(centre, day) WHERE kind = 'Visit' AND file IS NULL;

CREATE TABLE distance(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  from_commune TEXT NOT NULL,
  to_commune TEXT NOT NULL,
  km INTEGER NOT NULL
) STRICT;

-- Rows that still say who it was, by their end: what is to go a year later is found without reading the others.
CREATE INDEX waiting_named ON waiting(centre, coalesce(declared_on, given_up_on)) WHERE patient <> '';
CREATE INDEX movement_named ON movement(centre, on_day) WHERE patient <> '';
CREATE INDEX follow_up_named ON follow_up(centre, ended_on) WHERE patient <> '';
CREATE INDEX attempt_named ON attempt(centre, on_day) WHERE words <> '';
CREATE INDEX concertation_named ON concertation(centre, coalesce(discussed_on, dropped_on)) WHERE patient <> '';
CREATE INDEX ald_protocol_named ON ald_protocol(centre, ended_on) WHERE patient <> '';
CREATE INDEX regular_visit_named ON regular_visit(centre, ended_on) WHERE patient <> '';
CREATE INDEX request_named ON request(centre, on_day) WHERE patient <> '';
