//! The chain of changes: each carries a hash over the one before it and over all that it did.
//!
//! Whoever takes a change out, puts one in or edits one breaks the chain there, and one hash stands for the whole
//! past. Of each row the chain covers a salted hash of its images, not the images: a tombstone may later put that hash
//! in their place and take them away with their salt, and the chain holds.
//!
//! It proves nothing to somebody who holds the key and computes it anew.

use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest as _, Sha256};

use super::StoreError;
use crate::domain::ChangeId;
use crate::store::sql::{Columns as _, params};

/// A hash under construction; each field is preceded by its length, so that no two contents share one byte string.
struct Content(Sha256);

impl Content {
    fn new(purpose: &str) -> Self {
        Self(Sha256::new()).text(Some(purpose))
    }

    fn text(mut self, text: Option<&str>) -> Self {
        // No text has this length.
        self.0.update(text.map_or(u64::MAX, |text| text.len() as u64).to_le_bytes());
        self.0.update(text.unwrap_or_default());
        self
    }

    fn number(self, number: Option<i64>) -> Self {
        self.text(number.map(|number| number.to_string()).as_deref())
    }

    fn hex(self) -> String {
        format!("{:x}", self.0.finalize())
    }
}

/// What stands for "nothing before it".
const FIRST: &str = "";

/// The images of a row, in the order of [`row_hash`].
const ROW: &str = "change, seq, tbl, row, before, after, salt, hash";

/// The hash of one row of a change: that of its images, or the one kept when they were taken away.
fn row_hash(row: &Row<'_>) -> rusqlite::Result<String> {
    let text = |column| row.get_ref(column).map(|value| value.as_str_or_null().ok().flatten());
    let (before, after, salt, kept) = (text(4)?, text(5)?, text(6)?, text(7)?);
    if let (None, None, Some(kept)) = (before, after, kept) {
        return Ok(kept.to_owned());
    }
    let content = Content::new("releve row 1")
        .text(salt)
        .number(row.col(1)?)
        .text(text(2)?)
        .number(row.col(3)?)
        .text(before)
        .text(after);
    Ok(content.hex())
}

/// Everything of a change but its rows and its hash, in the order of [`Link::of`].
const CHANGE: &str = "id, centre, at, person, dictated_by, said, undoes, fixed, hash";

/// A change on its way into the chain.
struct Link {
    id: ChangeId,
    content: Content,
    rows: u64,
    /// The hash it carries.
    carried: Option<String>,
}

impl Link {
    fn of(row: &Row<'_>, previous: &str) -> rusqlite::Result<Self> {
        let mut content = Content::new("releve change 1").text(Some(previous));
        for column in [0, 1, 2, 3, 4] {
            content = content.number(row.col(column)?);
        }
        content = content.text(row.get_ref(5)?.as_str_or_null().ok().flatten()).number(row.col(6)?);
        content = content.number(row.col(7)?);
        Ok(Self { id: row.col(0)?, content, rows: 0, carried: row.col(8)? })
    }

    fn row(self, hash: &str) -> Self {
        Self { content: self.content.text(Some(hash)), rows: self.rows + 1, ..self }
    }

    fn hash(self) -> String {
        self.content.number(i64::try_from(self.rows).ok()).hex()
    }
}

/// Computes the hash of the newest change, and keeps it with the change. To be called once nothing of it will change.
pub(super) fn close(conn: &Connection, change: ChangeId) -> Result<String, StoreError> {
    let mut previous = conn.prepare_cached("SELECT hash FROM change WHERE id < ?1 ORDER BY id DESC LIMIT 1")?;
    let previous: Option<String> = previous.query_row(params![change], |row| row.col(0)).optional()?.flatten();
    let sql = format!("SELECT {CHANGE} FROM change WHERE id = ?1");
    let mut link = conn
        .prepare_cached(&sql)?
        .query_row(params![change], |row| Link::of(row, previous.as_deref().unwrap_or(FIRST)))?;
    let sql = format!("SELECT {ROW} FROM change_row WHERE change = ?1 ORDER BY seq");
    let mut rows = conn.prepare_cached(&sql)?;
    let mut rows = rows.query(params![change])?;
    while let Some(row) = rows.next()? {
        link = link.row(&row_hash(row)?);
    }
    let hash = link.hash();
    conn.prepare_cached("UPDATE change SET hash = ?1 WHERE id = ?2")?.execute(params![hash, change])?;
    Ok(hash)
}

/// Walks the whole chain. Of each change it gives the number, the hash it carries, and the one it should.
fn walk(conn: &Connection, mut see: impl FnMut(ChangeId, Option<&str>, &str) -> bool) -> Result<(), StoreError> {
    let mut changes = conn.prepare(&format!("SELECT {CHANGE} FROM change ORDER BY id"))?;
    let mut changes = changes.query([])?;
    let mut rows = conn.prepare(&format!("SELECT {ROW} FROM change_row ORDER BY change, seq"))?;
    let mut rows = rows.query([])?;
    let mut row = rows.next()?;
    let mut previous = FIRST.to_owned();
    while let Some(change) = changes.next()? {
        let mut link = Link::of(change, &previous)?;
        while let Some(image) = row {
            let of: ChangeId = image.col(0)?;
            if of > link.id {
                break;
            }
            // A row of no change breaks the next one: none but its own may be under a hash.
            link = link.row(&row_hash(image)?);
            row = rows.next()?;
        }
        let (id, carried) = (link.id, link.carried.take());
        let hash = link.hash();
        if !see(id, carried.as_deref(), &hash) {
            return Ok(());
        }
        previous = hash;
    }
    Ok(())
}

/// Puts everything that was done before there was a chain under one hash, which the newest change carries.
pub(super) fn begin(conn: &Connection) -> Result<(), StoreError> {
    let mut newest = None;
    walk(conn, |id, _, hash| {
        newest = Some((id, hash.to_owned()));
        true
    })?;
    if let Some((id, hash)) = newest {
        conn.execute("UPDATE change SET hash = ?1 WHERE id = ?2", params![hash, id])?;
    }
    Ok(())
}

/// The first change that does not follow from the one before, or is not what was written.
pub(super) fn broken(conn: &Connection) -> Result<Option<ChangeId>, StoreError> {
    let (mut begun, mut first, mut last) = (false, None, None);
    walk(conn, |id, carried, hash| {
        last = Some(id);
        // Those of before the chain carry nothing: the first that does answers for them.
        let follows = carried.map_or(!begun, |carried| carried == hash);
        begun |= carried.is_some();
        first = (!follows).then_some(id);
        follows
    })?;
    Ok(first.or(if begun { None } else { last }))
}

/// The hash a change carries; nothing when it is not there, or of before the chain.
pub(super) fn hash_of(conn: &Connection, change: ChangeId) -> Result<Option<String>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT hash FROM change WHERE id = ?1")?;
    Ok(sql.query_row(params![change], |row| row.col(0)).optional()?.flatten())
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::testing::{Desk, GARNIER, about, s, word};
    use super::*;
    use crate::domain::Who;
    use crate::domain::act::PeopleAct;
    use crate::protocol::Reply;

    /// Six changes: the centre, two doctors, a point, an undone edit and its undoing.
    fn six() -> Desk {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.doctor("Roche");
        desk.open(GARNIER, about("1243"), word("INR à 4,8", s(49)));
        let renamed = super::super::testing::someone("Hélène", "Vidal-Roche", crate::domain::Role::Doctor);
        desk.act(GARNIER, PeopleAct::Edit(vidal, renamed));
        let undone = desk.store.undo(Who::is(GARNIER), desk.now);
        assert!(matches!(undone, Reply::Saved { .. }), "{undone:?}");
        desk
    }

    /// What somebody with the key and another program does.
    fn past_the_seals(desk: &Desk, sql: &str) {
        let conn = &desk.store.conn;
        let mut seals = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").unwrap();
        let seals: Vec<String> = seals.query_map([], |row| row.col(0)).unwrap().map(Result::unwrap).collect();
        for seal in seals {
            conn.execute_batch(&format!("DROP TRIGGER {seal}")).unwrap();
        }
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        conn.execute_batch(sql).unwrap();
    }

    #[test]
    fn the_first_change_that_does_not_follow_is_named() {
        let desk = six();
        assert_eq!(broken(&desk.store.conn).unwrap(), None);
        let (now, image) = (desk.now, desk.store.into_image().unwrap());
        for (sql, at) in [
            // Each field of a change, and each of its rows.
            ("UPDATE change SET at = at + 1 WHERE id = 2", 2),
            ("UPDATE change SET person = 2 WHERE id = 3", 3),
            ("UPDATE change SET dictated_by = 2 WHERE id = 3", 3),
            ("UPDATE change SET said = '' WHERE id = 4", 4),
            ("UPDATE change SET undoes = NULL WHERE id = 6", 6),
            ("UPDATE change SET fixed = 1 WHERE id = 5", 5),
            ("UPDATE change SET centre = 2 WHERE id = 5", 5),
            ("UPDATE change_row SET after = replace(after, '4,8', '2,8') WHERE change = 4", 4),
            ("UPDATE change_row SET before = NULL WHERE change = 5", 5),
            ("UPDATE change_row SET tbl = 'item' WHERE tbl = 'relay'", 4),
            ("UPDATE change_row SET row = row + 1 WHERE change = 2", 2),
            ("UPDATE change_row SET salt = '' WHERE change = 2", 2),
            ("DELETE FROM change_row WHERE seq = (SELECT max(seq) FROM change_row WHERE change = 4)", 4),
            ("INSERT INTO change_row(change, tbl, row) VALUES (3, 'relay', 9)", 3),
            ("UPDATE change_row SET change = 3 WHERE change = 2", 2),
            // Taken out, put in, moved.
            ("DELETE FROM change_row WHERE change = 3; DELETE FROM change WHERE id = 3", 4),
            ("DELETE FROM change WHERE id = 3", 4),
            (
                "INSERT INTO change(id, centre, at, person, said, hash) SELECT 7, 1, at, 1, '', hash FROM change WHERE id = 6",
                7,
            ),
            (
                "UPDATE change SET id = 99 WHERE id = 2; UPDATE change SET id = 2 WHERE id = 3;
              UPDATE change SET id = 3 WHERE id = 99",
                2,
            ),
            // The hashes themselves.
            ("UPDATE change SET hash = 'x' WHERE id = 3", 3),
            ("UPDATE change SET hash = NULL WHERE id = 3", 3),
            ("UPDATE change SET hash = NULL WHERE id < 3; UPDATE change SET said = '' WHERE id = 2", 3),
            ("UPDATE change SET hash = NULL", 6),
        ] {
            let desk = Desk { store: Store::of_image(&image).unwrap(), now };
            past_the_seals(&desk, sql);
            assert_eq!(broken(&desk.store.conn).unwrap(), Some(ChangeId(at)), "{sql}");
            assert_eq!(desk.store.check().unwrap().change, Some(ChangeId(at)));
        }
        // A change nobody made is one of an index, not of the content.
        let desk = six();
        past_the_seals(&desk, "REINDEX");
        assert_eq!(broken(&desk.store.conn).unwrap(), None);
    }

    #[test]
    fn images_that_leave_their_hash_behind_leave_the_chain_whole() {
        let desk = six();
        let conn = &desk.store.conn;
        let hashes = |conn: &Connection| -> Vec<(i64, String)> {
            let mut sql = conn.prepare(&format!("SELECT {ROW} FROM change_row WHERE change = 4 ORDER BY seq")).unwrap();
            sql.query_map([], |row| Ok((row.col(1)?, row_hash(row)?))).unwrap().map(Result::unwrap).collect()
        };
        let kept = hashes(conn);
        past_the_seals(&desk, "");
        for (seq, hash) in &kept {
            let blank = "UPDATE change_row SET before = NULL, after = NULL, salt = NULL, hash = ?1 WHERE seq = ?2";
            conn.execute(blank, params![hash, seq]).unwrap();
        }
        assert_eq!((hashes(conn), broken(conn).unwrap()), (kept, None));
        // Another hash is another content.
        conn.execute_batch("UPDATE change_row SET hash = 'x' WHERE change = 4").unwrap();
        assert_eq!(broken(conn).unwrap(), Some(ChangeId(4)));
    }

    #[test]
    fn equal_images_have_unequal_hashes() {
        let mut desk = Desk::new();
        let item = desk.open(GARNIER, about("1243"), word("INR", s(49)));
        let salts = "SELECT count(DISTINCT salt) = count(*) AND min(length(salt)) = 32 FROM change_row";
        desk.say(GARNIER, item, crate::domain::Verdict::Unchanged, word("INR", s(49)));
        assert!(desk.store.conn.query_row(salts, [], |row| row.col::<bool>(0)).unwrap());
    }
}
