-- The weekend and Monday: points put off to another day of the stay, and how points end for those who have left.

-- A doctor reads an ordinary point on another day of the stay; of a point in a stay the newest row counts.
CREATE TABLE put_off(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  item INTEGER NOT NULL REFERENCES item(id),
  stay INTEGER NOT NULL REFERENCES stay(id),
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL
) STRICT;
CREATE INDEX put_off_item ON put_off(item);
CREATE INDEX put_off_stay ON put_off(stay);

-- A doctor wants to know how a point ends, and when they were told.
CREATE TABLE sequel(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  item INTEGER NOT NULL REFERENCES item(id),
  doctor INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL,
  told INTEGER,
  told_by INTEGER REFERENCES person(id),
  CHECK ((told IS NULL) = (told_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX sequel_of ON sequel(item, doctor);
CREATE INDEX sequel_doctor ON sequel(doctor);
