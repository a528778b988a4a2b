-- Search across everything that was written.
--
-- * `find_source` says what can be found, and is the only place that knows the tables it comes from. A further
--   source is one more arm of it and three triggers.
-- * `find_doc` has one row for each text: what is shown of it, whose it is and when. Its numbers only grow, so that
--   the newest is found first without sorting.
-- * `find` is the index of `find_doc`: folded. `secure-delete` leaves nothing of a word in it once it is gone. Keeping
--   the beginnings of words ready (`prefix`) was measured: no letter came sooner but the very first, and each word
--   taken out cost twice as much.

DROP TRIGGER find_insert;
DROP TRIGGER find_delete;
DROP TRIGGER find_update;
DROP TABLE find;

-- `text` is shown, `about` is only found: the point's number, the patient's file and initials, a telephone number
-- without its spaces.
CREATE VIEW find_source(kind, row, centre, item, stay, author, at, text, about) AS
  SELECT 'Word', relay.id, relay.centre, relay.item, relay.stay, relay.author, relay.at,
    relay.text || iif(relay.text = '' OR relay.plan = '', '', char(10)) || relay.plan,
    relay.item || ' ' || coalesce(item.file, '') || ' '
      || replace(replace(coalesce(item.initials, ''), '. ', ''), '.', '')
  FROM relay JOIN item ON item.id = relay.item
  WHERE relay.text <> '' OR relay.plan <> '' OR relay.verdict = 'Opened'
  UNION ALL
  SELECT 'Answer', id, centre, item, stay, author, at, words, '' FROM receipt WHERE words <> ''
  UNION ALL
  SELECT 'Week', handover.id, handover.centre, NULL, handover.id, coalesce(author, doctor),
    coalesce(signed_at, to_day * 86400000), note_week, ''
  FROM handover JOIN stay ON stay.id = handover.id WHERE note_week <> ''
  UNION ALL
  SELECT 'Next', handover.id, handover.centre, NULL, handover.id, coalesce(author, doctor),
    coalesce(signed_at, to_day * 86400000), note_next, ''
  FROM handover JOIN stay ON stay.id = handover.id WHERE note_next <> ''
  UNION ALL
  SELECT 'Centre', handover.id, handover.centre, NULL, handover.id, coalesce(author, doctor),
    coalesce(signed_at, to_day * 86400000), note_centre, ''
  FROM handover JOIN stay ON stay.id = handover.id WHERE note_centre <> ''
  UNION ALL
  SELECT 'Oral', handover.id, handover.centre, NULL, handover.id, coalesce(author, doctor),
    coalesce(signed_at, to_day * 86400000), note_oral, ''
  FROM handover JOIN stay ON stay.id = handover.id WHERE note_oral <> ''
  UNION ALL
  SELECT 'Addendum', id, centre, item, stay, author, at, text, '' FROM addendum WHERE text <> ''
  UNION ALL
  SELECT 'Contact', id, centre, NULL, NULL, author, written,
    name || char(10) || purpose || char(10) || phone || char(10) || direct || char(10) || hours || char(10) || note,
    replace(replace(replace(replace(phone || '/' || direct, ' ', ''), '.', ''), char(160), ''), '+33', '0')
  FROM contact
  UNION ALL
  SELECT 'Page', guide_page.id, guide_page.centre, NULL, NULL, author, at, title || char(10) || text, ''
  FROM guide_page JOIN guide_version ON guide_version.id = guide_page.head WHERE removed = 0;

CREATE TABLE find_doc(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind = 'Word' OR kind = 'Answer' OR kind = 'Week' OR kind = 'Next' OR kind = 'Centre'
    OR kind = 'Oral' OR kind = 'Addendum' OR kind = 'Contact' OR kind = 'Page'),
  row INTEGER NOT NULL,
  centre INTEGER NOT NULL,
  item INTEGER,
  stay INTEGER,
  author INTEGER,
  at INTEGER,
  text TEXT NOT NULL,
  about TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX find_doc_of ON find_doc(kind, row);
CREATE INDEX find_doc_item ON find_doc(item) WHERE item IS NOT NULL;

CREATE VIRTUAL TABLE find USING fts5(
  text, about, content = 'find_doc', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0);
INSERT INTO find(find, rank) VALUES ('secure-delete', 1);
INSERT INTO find(find, rank) VALUES ('automerge', 16);

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

-- What is edited goes and comes anew: it is the newest again.

CREATE TRIGGER find_relay_new AFTER INSERT ON relay BEGIN
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Word' AND row = NEW.id;
END;
CREATE TRIGGER find_relay_gone AFTER DELETE ON relay BEGIN
  DELETE FROM find_doc WHERE kind = 'Word' AND row = OLD.id;
END;
CREATE TRIGGER find_relay_edited AFTER UPDATE OF text, plan ON relay BEGIN
  DELETE FROM find_doc WHERE kind = 'Word' AND row = OLD.id;
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Word' AND row = NEW.id;
END;
-- Whom a point is about is found with each of its words.
CREATE TRIGGER find_item_edited AFTER UPDATE OF file, initials ON item
WHEN NEW.file IS NOT OLD.file OR NEW.initials IS NOT OLD.initials BEGIN
  DELETE FROM find_doc WHERE kind = 'Word' AND item = OLD.id;
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Word' AND row IN (SELECT id FROM relay WHERE item = NEW.id) ORDER BY row;
END;

CREATE TRIGGER find_receipt_new AFTER INSERT ON receipt BEGIN
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Answer' AND row = NEW.id;
END;
CREATE TRIGGER find_receipt_gone AFTER DELETE ON receipt BEGIN
  DELETE FROM find_doc WHERE kind = 'Answer' AND row = OLD.id;
END;
CREATE TRIGGER find_receipt_edited AFTER UPDATE OF words ON receipt BEGIN
  DELETE FROM find_doc WHERE kind = 'Answer' AND row = OLD.id;
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Answer' AND row = NEW.id;
END;

CREATE TRIGGER find_handover_new AFTER INSERT ON handover BEGIN
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind IN ('Week', 'Next', 'Centre', 'Oral') AND row = NEW.id;
END;
CREATE TRIGGER find_handover_gone AFTER DELETE ON handover BEGIN
  DELETE FROM find_doc WHERE kind IN ('Week', 'Next', 'Centre', 'Oral') AND row = OLD.id;
END;
-- A note that stays as it was keeps its row: to take words out of the index is dear.
CREATE TRIGGER find_handover_edited
AFTER UPDATE OF note_week, note_next, note_centre, note_oral, signed_at, author ON handover BEGIN
  DELETE FROM find_doc WHERE kind IN ('Week', 'Next', 'Centre', 'Oral') AND row = OLD.id AND NOT EXISTS (
    SELECT 1 FROM find_source s WHERE s.kind = find_doc.kind AND s.row = NEW.id AND s.text = find_doc.text);
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source s WHERE s.kind IN ('Week', 'Next', 'Centre', 'Oral') AND s.row = NEW.id
      AND NOT EXISTS (SELECT 1 FROM find_doc d WHERE d.kind = s.kind AND d.row = NEW.id);
  UPDATE find_doc SET (author, at) =
    (SELECT s.author, s.at FROM find_source s WHERE s.kind = find_doc.kind AND s.row = NEW.id)
    WHERE kind IN ('Week', 'Next', 'Centre', 'Oral') AND row = NEW.id;
END;

-- Never edited: it corrects.
CREATE TRIGGER find_addendum_new AFTER INSERT ON addendum BEGIN
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Addendum' AND row = NEW.id;
END;
CREATE TRIGGER find_addendum_gone AFTER DELETE ON addendum BEGIN
  DELETE FROM find_doc WHERE kind = 'Addendum' AND row = OLD.id;
END;
CREATE TRIGGER find_addendum_edited AFTER UPDATE OF text ON addendum BEGIN
  DELETE FROM find_doc WHERE kind = 'Addendum' AND row = OLD.id;
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Addendum' AND row = NEW.id;
END;

CREATE TRIGGER find_contact_new AFTER INSERT ON contact BEGIN
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Contact' AND row = NEW.id;
END;
CREATE TRIGGER find_contact_gone AFTER DELETE ON contact BEGIN
  DELETE FROM find_doc WHERE kind = 'Contact' AND row = OLD.id;
END;
CREATE TRIGGER find_contact_edited AFTER UPDATE OF name, purpose, phone, direct, hours, note ON contact
WHEN (NEW.name, NEW.purpose, NEW.phone, NEW.direct, NEW.hours, NEW.note)
  IS NOT (OLD.name, OLD.purpose, OLD.phone, OLD.direct, OLD.hours, OLD.note) BEGIN
  DELETE FROM find_doc WHERE kind = 'Contact' AND row = OLD.id;
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Contact' AND row = NEW.id;
END;

-- A page is written before the version that holds.
CREATE TRIGGER find_page_new AFTER INSERT ON guide_version BEGIN
  DELETE FROM find_doc WHERE kind = 'Page' AND row = NEW.page;
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Page' AND row = NEW.page;
END;
CREATE TRIGGER find_page_gone AFTER DELETE ON guide_page BEGIN
  DELETE FROM find_doc WHERE kind = 'Page' AND row = OLD.id;
END;
CREATE TRIGGER find_page_edited AFTER UPDATE OF head, removed ON guide_page BEGIN
  DELETE FROM find_doc WHERE kind = 'Page' AND row = OLD.id;
  INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
    SELECT * FROM find_source WHERE kind = 'Page' AND row = NEW.id;
END;

-- What the centre has written so far, the oldest first.
INSERT INTO find_doc(kind, row, centre, item, stay, author, at, text, about)
  SELECT * FROM find_source ORDER BY coalesce(at, 0), row;
