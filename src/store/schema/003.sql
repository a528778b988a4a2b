-- The figures: what is noted beside the agenda and the closings, and what the centre aims at.

-- What the centre aims at; NULL where it has no target.
ALTER TABLE centre ADD COLUMN open_weeks INTEGER NOT NULL DEFAULT 50 CHECK (open_weeks BETWEEN 1 AND 53);
ALTER TABLE centre ADD COLUMN week_consultations INTEGER CHECK (week_consultations BETWEEN 1 AND 999);
ALTER TABLE centre ADD COLUMN third_days INTEGER CHECK (third_days BETWEEN 0 AND 999);
-- In euros net.
ALTER TABLE centre ADD COLUMN week_fee INTEGER NOT NULL DEFAULT 1000 CHECK (week_fee BETWEEN 0 AND 9999);

-- Whether a stay was confirmed when it was called off. Of those called off before, the log knows.
ALTER TABLE stay ADD COLUMN was_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (was_confirmed IN (0, 1));
UPDATE stay SET was_confirmed = 1 WHERE state = 'Cancelled' AND (
  SELECT json_extract(before, '$.state') FROM change_row
  WHERE tbl = 'stay' AND row = stay.id AND json_extract(after, '$.state') = 'Cancelled'
    AND json_extract(before, '$.state') <> 'Cancelled'
  ORDER BY seq DESC LIMIT 1) = 'Confirmed';

-- The patient panel at a date.
CREATE TABLE panel_snapshot(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  day INTEGER NOT NULL,
  patients INTEGER NOT NULL CHECK (patients BETWEEN 0 AND 99999),
  ald INTEGER CHECK (ald BETWEEN 0 AND patients),
  active_file INTEGER CHECK (active_file BETWEEN 0 AND 99999),
  -- Since the snapshot before.
  arrivals INTEGER CHECK (arrivals BETWEEN 0 AND 99999),
  departures INTEGER CHECK (departures BETWEEN 0 AND 99999),
  deaths INTEGER CHECK (deaths BETWEEN 0 AND 99999),
  source TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX panel_snapshot_day ON panel_snapshot(centre, day);

-- What a week is surveyed for.
CREATE TABLE week_survey(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  -- Its Monday.
  week INTEGER NOT NULL,
  day INTEGER NOT NULL,
  -- The third free appointment; NULL with `never` where nobody had one, without it where nobody looked.
  third INTEGER,
  never INTEGER NOT NULL DEFAULT 0 CHECK (never IN (0, 1)),
  same_day INTEGER CHECK (same_day BETWEEN 0 AND 999),
  next_day INTEGER CHECK (next_day BETWEEN 0 AND 999),
  refused INTEGER CHECK (refused BETWEEN 0 AND 999),
  meetings INTEGER CHECK (meetings BETWEEN 0 AND 999),
  meeting_minutes INTEGER CHECK (meeting_minutes BETWEEN 0 AND 9999),
  asalee INTEGER CHECK (asalee BETWEEN 0 AND 999),
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL,
  CHECK (day BETWEEN week AND week + 6),
  CHECK (third IS NULL OR (third >= day AND never = 0))
) STRICT;
CREATE UNIQUE INDEX week_survey_week ON week_survey(centre, week);

-- A figure that was published about the centre.
CREATE TABLE published(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  figure TEXT NOT NULL CHECK (figure = 'Patients' OR figure = 'Ald' OR figure = 'Consultations' OR figure = 'Doctors'
    OR figure = 'Withdrawals'),
  day INTEGER NOT NULL,
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 9999999),
  source TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX published_day ON published(centre, day);

-- The load, the meetings and the home visits of ten years are counted from an index alone.
DROP INDEX entry_day;
CREATE INDEX entry_day ON entry(centre, day, kind, post, start, minutes);
CREATE INDEX entry_meeting ON entry(centre, day, minutes) WHERE kind = 'Meeting';
CREATE INDEX entry_visit ON entry(centre, day, post, place) WHERE kind = 'Visit';
-- The points a stay said a word on, those spoken of since an instant, and those that were ever urgent.
DROP INDEX relay_stay;
CREATE INDEX relay_stay ON relay(stay, item);
CREATE INDEX relay_at ON relay(centre, at, item);
CREATE INDEX relay_urgent ON relay(item, at) WHERE gravity = 'Urgent';
CREATE INDEX item_recall ON item(centre, closed) WHERE kind = 'Recall';
