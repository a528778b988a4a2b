-- The place: the pages of the booklet with their versions, and the directory with what callers found.

-- Months after which a page of the booklet is to be made sure of again.
ALTER TABLE centre ADD COLUMN guide_months INTEGER NOT NULL DEFAULT 6 CHECK (guide_months BETWEEN 1 AND 60);

-- A page of the booklet; what it says stands in its versions.
CREATE TABLE guide_page(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  -- The version that holds.
  head INTEGER NOT NULL REFERENCES guide_version(id) DEFERRABLE INITIALLY DEFERRED,
  -- Taken out of the booklet; its versions stay.
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX guide_page_head ON guide_page(head);

-- A page as it was saved once. It is never changed: an older one that holds again is a new version.
CREATE TABLE guide_version(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  page INTEGER NOT NULL REFERENCES guide_page(id),
  chapter TEXT NOT NULL CHECK (chapter = 'Access' OR chapter = 'Safety' OR chapter = 'Computing' OR chapter = 'Work'
    OR chapter = 'Life' OR chapter = 'Village'),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX guide_version_page ON guide_version(page);

-- Who has read which version.
CREATE TABLE guide_read(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  version INTEGER NOT NULL REFERENCES guide_version(id),
  person INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX guide_read_of ON guide_read(version, person);

-- Who made sure of a page without changing it.
CREATE TABLE guide_check(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  page INTEGER NOT NULL REFERENCES guide_page(id),
  person INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  day INTEGER NOT NULL
) STRICT;
CREATE INDEX guide_check_page ON guide_check(page);

-- The one page "Sur place" of before becomes the first page of the booklet; of the day it was written
-- the hour is not known.
INSERT INTO guide_page(id, centre, head) SELECT id, centre, id FROM place_page;
INSERT INTO guide_version(id, centre, page, chapter, title, text, author, at)
  SELECT id, centre, id, 'Life', 'Sur place', text, author, written * 86400000 + 43200000 FROM place_page;
-- What somebody was typing on it is kept too. Where there was no page yet, it begins a new one.
UPDATE draft SET key = coalesce(
  (SELECT 'page/' || id FROM guide_page WHERE guide_page.centre = draft.centre ORDER BY id LIMIT 1), 'page/new')
  WHERE key = 'place';
DROP TABLE place_page;

-- The directory.

ALTER TABLE contact ADD COLUMN kind TEXT NOT NULL DEFAULT 'Other' CHECK (kind = 'Emergency' OR kind = 'Hospital'
  OR kind = 'Specialist' OR kind = 'Tests' OR kind = 'Pharmacy' OR kind = 'Care' OR kind = 'Social' OR kind = 'Town'
  OR kind = 'Supplier' OR kind = 'Other');
ALTER TABLE contact ADD COLUMN direct TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN hours TEXT NOT NULL DEFAULT '';
-- When it was put in, who changed what it says last, and when: to make sure of a number changes nothing.
ALTER TABLE contact ADD COLUMN begun INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN author INTEGER REFERENCES person(id);
ALTER TABLE contact ADD COLUMN written INTEGER;

-- What an entry was before, and who changed it, is read from the log.
CREATE INDEX change_row_contact ON change_row(row) WHERE tbl = 'contact';

UPDATE contact SET kind = 'Emergency'
  WHERE replace(replace(phone, ' ', ''), '.', '') IN ('15', '17', '18', '112', '114', '116117');
UPDATE contact SET begun = coalesce((
  SELECT change.at FROM change_row JOIN change ON change.id = change_row.change
  WHERE tbl = 'contact' AND row = contact.id ORDER BY seq LIMIT 1), 0);
UPDATE contact SET (author, written) = (
  SELECT coalesce(change.dictated_by, change.person), change.at
  FROM change_row JOIN change ON change.id = change_row.change
  WHERE tbl = 'contact' AND row = contact.id AND before IS NOT NULL AND after IS NOT NULL
    AND json_remove(before, '$.checked') <> json_remove(after, '$.checked')
  ORDER BY seq DESC LIMIT 1);

-- Somebody called, and was answered or not.
CREATE TABLE contact_call(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  contact INTEGER NOT NULL REFERENCES contact(id),
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  at INTEGER NOT NULL,
  answered INTEGER NOT NULL CHECK (answered IN (0, 1))
) STRICT;
CREATE INDEX contact_call_contact ON contact_call(contact, at);
