-- Signatures as rows of their own, and what opened them again.
--
-- A handover is signed by its newest signature, unless that one was reopened. The columns of a signature that
-- `handover` has had from the start mirror the signature in force, and are empty while there is none: what was
-- written before this step, and every rule that only asks whether a handover is signed, goes on reading them.
-- Both tables only grow; arm.rs seals them, and lets the mirror be emptied by a reopening alone.

-- What one signature covers, as it was then.
CREATE TABLE signature(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  stay INTEGER NOT NULL REFERENCES stay(id),
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  hash TEXT NOT NULL,
  -- The signature before it in the centre; and the one of the same stay that it follows, which was reopened.
  previous TEXT,
  follows TEXT,
  nothing_to_report INTEGER NOT NULL CHECK (nothing_to_report IN (0, 1)),
  as_is INTEGER NOT NULL CHECK (as_is IN (0, 1)),
  undecided TEXT NOT NULL,
  note_week TEXT NOT NULL,
  note_next TEXT NOT NULL,
  note_centre TEXT NOT NULL,
  note_oral TEXT NOT NULL,
  -- The hashes of the words, in the order of their rows, as a JSON array.
  words TEXT NOT NULL,
  -- Patients seen and days closed, as they were known then, as JSON; nothing under what was signed before this step.
  figures TEXT,
  -- The newest word, answer and step there were in the centre: what is newer came after the signature.
  last_word INTEGER NOT NULL,
  last_answer INTEGER NOT NULL,
  last_step INTEGER NOT NULL
) STRICT;
CREATE INDEX signature_stay ON signature(stay);

INSERT INTO signature(rev, centre, stay, author, entered_by, name, at, hash, previous, nothing_to_report, as_is,
    undecided, note_week, note_next, note_centre, note_oral, words, last_word, last_answer, last_step)
  SELECT rev, centre, id, author, entered_by, name, signed_at, hash, previous, nothing_to_report, as_is, undecided,
    note_week, note_next, note_centre, note_oral,
    (SELECT json_group_array(hash) FROM (SELECT hash FROM relay WHERE stay = handover.id ORDER BY id)),
    (SELECT coalesce(max(id), 0) FROM relay WHERE rev <= handover.rev),
    (SELECT coalesce(max(id), 0) FROM receipt WHERE rev <= handover.rev),
    (SELECT coalesce(max(id), 0) FROM step WHERE rev <= handover.rev)
  FROM handover WHERE signed_at IS NOT NULL ORDER BY rev, id;

-- The author opens what they signed again, until their stay ends.
CREATE TABLE reopening(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id),
  stay INTEGER NOT NULL REFERENCES stay(id),
  signature INTEGER NOT NULL REFERENCES signature(id),
  author INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER REFERENCES person(id),
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  -- Numbers of the points that stay with whoever has had to do with them since, as a JSON array.
  stays TEXT NOT NULL,
  -- The newest word and answer there were in the centre: what moves such a point later moves it as ever.
  last_word INTEGER NOT NULL,
  last_answer INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX reopening_of ON reopening(signature);
CREATE INDEX reopening_stay ON reopening(stay);
