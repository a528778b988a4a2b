-- Points in depth: what each kind needs beside its words, and what happened to it on the way.

-- Days after the expected one when a result that has not come is late.
ALTER TABLE centre ADD COLUMN result_days INTEGER NOT NULL DEFAULT 3 CHECK (result_days BETWEEN 0 AND 60);

-- Of a doctor: one of the first of the collective, whose opinion is asked for between two stays.
ALTER TABLE person ADD COLUMN pioneer INTEGER NOT NULL DEFAULT 0 CHECK (pioneer IN (0, 1));

-- What is known of the patient beside the reference, and where the point came from.
ALTER TABLE item ADD COLUMN ald INTEGER NOT NULL DEFAULT 0 CHECK (ald IN (0, 1));
ALTER TABLE item ADD COLUMN see_record INTEGER NOT NULL DEFAULT 0 CHECK (see_record IN (0, 1));
ALTER TABLE item ADD COLUMN source TEXT NOT NULL DEFAULT '';

-- Of a result: the day it was asked for, and where it is made.
ALTER TABLE relay ADD COLUMN asked INTEGER;
ALTER TABLE relay ADD COLUMN exam TEXT CHECK (exam = 'Laboratory' OR exam = 'Imaging' OR exam = 'Other');
-- Of a recall: due some day of the month of `due`.
ALTER TABLE relay ADD COLUMN whole_month INTEGER NOT NULL DEFAULT 0 CHECK (whole_month IN (0, 1));
-- Which occurrence of the point it speaks of: "à refaire le …" begins the next.
ALTER TABLE relay ADD COLUMN round INTEGER NOT NULL DEFAULT 0 CHECK (round BETWEEN 0 AND 999);

-- What happened to a point on its way: a result came, a call was made. It changes neither words nor holder.
CREATE TABLE step(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  item INTEGER NOT NULL REFERENCES item(id),
  round INTEGER NOT NULL CHECK (round BETWEEN 0 AND 999),
  stay INTEGER REFERENCES stay(id),
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'Received' OR kind = 'Read' OR kind = 'Told' OR kind = 'Reached' OR kind = 'NoAnswer'
    OR kind = 'CallAgain' OR kind = 'WrongNumber'),
  -- The day of the next try.
  next INTEGER,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX step_item ON step(item);
CREATE INDEX step_stay ON step(stay);
