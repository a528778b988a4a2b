-- Kinds of points and words on them that came later: the words of `kind` and `verdict` stand in CHECKs of the first step,
-- which SQLite changes in no table that stands. NULL for those of before.
ALTER TABLE item ADD COLUMN kind_beside TEXT;
ALTER TABLE relay ADD COLUMN verdict_beside TEXT;
