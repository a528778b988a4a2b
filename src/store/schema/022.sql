-- The stay, prepared: what is to be done for it, its papers, what is lent, the voyage, what it costs; and when the team
-- is there.

-- Templates: what each stay needs done, dated from its arrival or its departure. No flag: for whatever status.
CREATE TABLE task_template(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  what TEXT NOT NULL,
  anchor TEXT NOT NULL,
  -- Days after the anchor, before it where negative.
  days INTEGER NOT NULL,
  owner TEXT NOT NULL,
  person INTEGER REFERENCES person(id),
  before_arrival INTEGER NOT NULL DEFAULT 0,
  -- The task that has to be done first, by its words.
  after TEXT NOT NULL,
  length TEXT,
  for_new_graduate INTEGER NOT NULL DEFAULT 0,
  for_locum INTEGER NOT NULL DEFAULT 0,
  for_self_employed INTEGER NOT NULL DEFAULT 0,
  for_salaried INTEGER NOT NULL DEFAULT 0,
  for_hospital INTEGER NOT NULL DEFAULT 0,
  for_retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE task(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  stay INTEGER NOT NULL REFERENCES stay(id),
  -- Whose stay it was when the task was made: another doctor's list is another.
  doctor INTEGER NOT NULL REFERENCES person(id),
  what TEXT NOT NULL,
  anchor TEXT NOT NULL,
  days INTEGER NOT NULL,
  -- A day of its own, whatever becomes of the stay's.
  on_day INTEGER,
  owner TEXT NOT NULL,
  person INTEGER REFERENCES person(id),
  before_arrival INTEGER NOT NULL DEFAULT 0,
  after TEXT NOT NULL,
  state TEXT NOT NULL,
  settled_on INTEGER,
  settled_by INTEGER REFERENCES person(id),
  reason TEXT NOT NULL,
  -- The day the list was made: what was late by then is caught up.
  made_on INTEGER NOT NULL
) STRICT;
CREATE INDEX task_stay ON task(stay);
CREATE INDEX task_open ON task(centre) WHERE state = 'ToDo';

-- Which papers are needed, of whom, how long they hold.
CREATE TABLE paper_kind(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  name TEXT NOT NULL,
  belongs TEXT NOT NULL,
  weight TEXT NOT NULL,
  for_new_graduate INTEGER NOT NULL DEFAULT 0,
  for_locum INTEGER NOT NULL DEFAULT 0,
  for_self_employed INTEGER NOT NULL DEFAULT 0,
  for_salaried INTEGER NOT NULL DEFAULT 0,
  for_hospital INTEGER NOT NULL DEFAULT 0,
  for_retired INTEGER NOT NULL DEFAULT 0,
  -- Months that it holds from its date; NULL: as long as it says, or for ever.
  months INTEGER,
  -- Days before the arrival from which it is asked for: it cannot be there earlier; NULL: always.
  ask_days INTEGER,
  -- Days before the arrival by which it is received.
  days_before INTEGER,
  -- Days before its end from which one is reminded.
  remind_days INTEGER,
  -- The task that is done once it is received, by its words.
  settles TEXT NOT NULL,
  from_day INTEGER,
  to_day INTEGER,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE paper(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  kind INTEGER NOT NULL REFERENCES paper_kind(id),
  person INTEGER NOT NULL REFERENCES person(id),
  -- Of a paper that belongs to a stay alone.
  stay INTEGER REFERENCES stay(id),
  asked_on INTEGER,
  received_on INTEGER,
  -- The date it bears.
  dated INTEGER,
  valid_until INTEGER,
  checked_on INTEGER,
  checked_by INTEGER REFERENCES person(id),
  refused INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX paper_person ON paper(person);
CREATE INDEX paper_stay ON paper(stay);

-- What is lent. A house has places; a vehicle, a room and a key have one.
CREATE TABLE asset(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  places INTEGER,
  plate TEXT NOT NULL,
  range_km INTEGER,
  charge TEXT NOT NULL,
  opens TEXT NOT NULL,
  -- Minutes after each use in which it is made ready.
  cleaning INTEGER,
  -- Booked with each stay, of one post or of any; of a room, the one that post works in.
  by_default INTEGER NOT NULL DEFAULT 0,
  post INTEGER REFERENCES post(id),
  retired_on INTEGER,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE tenant(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  name TEXT NOT NULL,
  profession TEXT NOT NULL,
  phone TEXT NOT NULL,
  asset INTEGER NOT NULL REFERENCES asset(id),
  -- Half-days of the week, a bit each from Monday morning to Sunday afternoon.
  half_days INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  -- Euros a month; NULL or 0: lent.
  rent INTEGER,
  asked_on INTEGER,
  agreed_on INTEGER,
  consent_on INTEGER,
  insured_until INTEGER,
  notice_months INTEGER,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE booking(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  asset INTEGER NOT NULL REFERENCES asset(id),
  stay INTEGER REFERENCES stay(id),
  tenant INTEGER REFERENCES tenant(id),
  whom TEXT NOT NULL,
  -- Local civil time: the day, and minutes since midnight.
  from_day INTEGER NOT NULL,
  from_minute INTEGER NOT NULL,
  -- NULL: until it is back.
  to_day INTEGER,
  to_minute INTEGER NOT NULL,
  -- Guests of a house; 0: of no use to this stay.
  places INTEGER NOT NULL,
  -- Made with the stay, and goes where it goes.
  follows INTEGER NOT NULL DEFAULT 0,
  kilometres INTEGER,
  charge INTEGER,
  damage TEXT NOT NULL,
  lost TEXT NOT NULL,
  note TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX booking_asset ON booking(asset, from_day);
CREATE INDEX booking_stay ON booking(stay);
CREATE INDEX booking_tenant ON booking(tenant);
CREATE INDEX booking_day ON booking(centre, from_day);
CREATE INDEX booking_out ON booking(centre) WHERE to_day IS NULL;

-- When each booking begins, and when its asset is ready again, in minutes; how many it serves, how many there can be.
CREATE VIEW lent AS
  SELECT b.id, b.asset, b.places, b.from_day * 1440 + b.from_minute AS start,
    CASE WHEN b.to_day IS NULL THEN 9000000000000 ELSE b.to_day * 1440 + b.to_minute + coalesce(a.cleaning, 0) END AS finish,
    CASE a.kind WHEN 'House' THEN coalesce(a.places, 1) ELSE 1 END AS room
  FROM booking b JOIN asset a ON a.id = b.asset;

-- Never two users, never more guests than places: at each moment at which one begins, those who are there.
CREATE TRIGGER lent_insert AFTER INSERT ON booking
WHEN NEW.places > 0 AND EXISTS (
  SELECT 1 FROM lent n JOIN lent t ON t.asset = n.asset AND t.places > 0 AND n.start <= t.start AND t.start < n.finish
  WHERE n.id = NEW.id AND n.room < (
    SELECT sum(o.places) FROM lent o WHERE o.asset = n.asset AND o.start <= t.start AND t.start < o.finish)
  UNION ALL
  SELECT 1 FROM lent n WHERE n.id = NEW.id AND n.room < (
    SELECT sum(o.places) FROM lent o WHERE o.asset = n.asset AND o.start <= n.start AND n.start < o.finish))
BEGIN SELECT RAISE(ABORT, 'lent'); END;
CREATE TRIGGER lent_update
AFTER UPDATE OF asset, from_day, from_minute, to_day, to_minute, places ON booking
WHEN NEW.places > 0 AND EXISTS (
  SELECT 1 FROM lent n JOIN lent t ON t.asset = n.asset AND t.places > 0 AND n.start <= t.start AND t.start < n.finish
  WHERE n.id = NEW.id AND n.room < (
    SELECT sum(o.places) FROM lent o WHERE o.asset = n.asset AND o.start <= t.start AND t.start < o.finish)
  UNION ALL
  SELECT 1 FROM lent n WHERE n.id = NEW.id AND n.room < (
    SELECT sum(o.places) FROM lent o WHERE o.asset = n.asset AND o.start <= n.start AND n.start < o.finish))
BEGIN SELECT RAISE(ABORT, 'lent'); END;
-- What is made smaller or longer to clean still serves everybody it was promised to.
CREATE TRIGGER lent_asset AFTER UPDATE OF kind, places, cleaning ON asset
WHEN EXISTS (
  SELECT 1 FROM lent t WHERE t.asset = NEW.id AND t.places > 0 AND t.room < (
    SELECT sum(o.places) FROM lent o WHERE o.asset = NEW.id AND o.start <= t.start AND t.start < o.finish))
BEGIN SELECT RAISE(ABORT, 'lent'); END;

-- When and how a doctor comes and goes, erased some days after the stay.
CREATE TABLE travel(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  stay INTEGER NOT NULL REFERENCES stay(id),
  comes_by TEXT,
  comes_on INTEGER,
  comes_at INTEGER,
  comes_to TEXT NOT NULL,
  fetched_by TEXT NOT NULL,
  leaves_by TEXT,
  leaves_on INTEGER,
  leaves_at INTEGER,
  leaves_from TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  -- Who comes along, beside the doctor.
  companions INTEGER,
  who_comes TEXT NOT NULL,
  diet TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX travel_stay ON travel(stay);

-- What a stay costs, in whole euros: dates and amounts, no payroll.
CREATE TABLE stay_cost(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  stay INTEGER NOT NULL REFERENCES stay(id),
  pay INTEGER,
  paid_on INTEGER,
  kilometres INTEGER,
  refund INTEGER,
  refunded_on INTEGER,
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX stay_cost_stay ON stay_cost(stay);

-- Absences of the team: no reason.
CREATE TABLE absence(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  person INTEGER NOT NULL REFERENCES person(id),
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  replaced_by INTEGER REFERENCES person(id)
) STRICT;
CREATE INDEX absence_day ON absence(centre, to_day);

-- Who opens the centre on the first day of a week, where it is not whoever usually does.
CREATE TABLE opens(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  week INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person(id)
) STRICT;
CREATE UNIQUE INDEX opens_week ON opens(centre, week);

-- What was done to a stay.
CREATE INDEX change_row_stay ON change_row(row) WHERE tbl = 'stay';
