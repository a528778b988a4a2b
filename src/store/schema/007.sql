-- Writing: sentences the centre keeps ready, its abbreviations, and signatures that form a chain.

-- The hash of the signature before, of the same centre. Nothing under the first, and under those of before this.
ALTER TABLE handover ADD COLUMN previous TEXT;

-- A sentence kept ready, put into a text by its code.
CREATE TABLE snippet(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  code TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- What an abbreviation means here.
CREATE TABLE abbreviation(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  short TEXT NOT NULL,
  meaning TEXT NOT NULL
) STRICT;

-- A patient seen about whom a stay has nothing to write: not suggested again in that stay.
CREATE TABLE dismissed(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  stay INTEGER NOT NULL REFERENCES stay(id),
  file TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX dismissed_of ON dismissed(stay, file);
