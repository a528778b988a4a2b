-- Roles that came later: the words of `role` stand in a CHECK of the first step, which SQLite changes in no table that
-- stands. NULL for those four.
ALTER TABLE person ADD COLUMN role_beside TEXT;

-- Whether everybody who may read points reads what was said of the patient, too.
ALTER TABLE centre ADD COLUMN words_for_all INTEGER NOT NULL DEFAULT 1 CHECK (words_for_all IN (0, 1));
