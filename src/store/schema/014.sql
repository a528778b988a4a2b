-- The search takes texts of any kind: which there are is the program's to say, since SQLite changes no CHECK of a table
-- that stands. The texts keep their numbers, by which the index knows them, so that it stays as it is.

CREATE TABLE find_kept AS SELECT * FROM find_doc;
DROP TABLE find_doc;
CREATE TABLE find_doc(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- A name of `lookup::FoundKind`, or the table of a record whose description makes it found.
  kind TEXT NOT NULL,
  row INTEGER NOT NULL,
  centre INTEGER NOT NULL,
  item INTEGER,
  stay INTEGER,
  author INTEGER,
  at INTEGER,
  text TEXT NOT NULL,
  about TEXT NOT NULL
) STRICT;
INSERT INTO find_doc(id, kind, row, centre, item, stay, author, at, text, about)
  SELECT id, kind, row, centre, item, stay, author, at, text, about FROM find_kept;
DROP TABLE find_kept;
CREATE UNIQUE INDEX find_doc_of ON find_doc(kind, row);
CREATE INDEX find_doc_item ON find_doc(item) WHERE item IS NOT NULL;

CREATE TRIGGER find_doc_new AFTER INSERT ON find_doc BEGIN
  INSERT INTO find(rowid, text, about) VALUES (NEW.id,
    replace(replace(replace(replace(NEW.text, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'),
    replace(replace(replace(replace(NEW.about, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'));
END;
CREATE TRIGGER find_doc_gone AFTER DELETE ON find_doc BEGIN
  INSERT INTO find(find, rowid, text, about) VALUES ('delete', OLD.id,
    replace(replace(replace(replace(OLD.text, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'),
    replace(replace(replace(replace(OLD.about, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'));
END;

-- What somebody was typing of a closure: its form is that of every record now, and names its fields as the table does.
UPDATE draft SET key = 'closure/new', raw = replace(replace(raw, '"from":', '"from_day":'), '"to":', '"to_day":')
  WHERE key = 'closure';
