//! The chain of changes: each carries a hash over the one before it and over all that it did.
//!
//! Whoever takes a change out, puts one in or edits one breaks the chain there, and one hash stands for the whole
//! past. Of each row the chain covers a salted hash of its images, not the images: a tombstone may later put that hash
//! in their place and take them away with their salt, and the chain holds.
//!
//! By itself it proves nothing to somebody who holds the key and computes it anew: its author signs each hash (keys.rs).

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest as _, Sha256};

use super::keys::Signing;
use super::{StoreError, migrate};
use crate::domain::{ChangeId, PersonId};
use crate::store::sql::{Columns as _, params};

/// A hash under construction; each field is preceded by its length, so that no two contents share one byte string.
pub(super) struct Content(Sha256);

impl Content {
    pub(super) fn new(purpose: &str) -> Self {
        Self(Sha256::new()).text(Some(purpose))
    }

    pub(super) fn text(self, text: Option<&str>) -> Self {
        self.bytes(text.map(str::as_bytes))
    }

    fn bytes(mut self, bytes: Option<&[u8]>) -> Self {
        // No text has this length.
        self.0.update(bytes.map_or(u64::MAX, |bytes| bytes.len() as u64).to_le_bytes());
        self.0.update(bytes.unwrap_or_default());
        self
    }

    pub(super) fn number(self, number: Option<i64>) -> Self {
        self.text(number.map(|number| number.to_string()).as_deref())
    }

    pub(super) fn hex(self) -> String {
        format!("{:x}", self.0.finalize())
    }
}

/// What stands for "nothing before it".
const FIRST: &str = "";

/// The images of a row, in the order of [`row_hash`].
const ROW: &str = "change, seq, tbl, row, before, after, salt, hash";

/// A text as it lies there: another program may have put any bytes there.
fn bytes<'a>(row: &'a Row<'_>, column: usize) -> rusqlite::Result<Option<&'a [u8]>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(bytes),
        _ => None,
    })
}

/// The same to be read; bytes that are no text are not what anybody wrote.
pub(super) fn readable(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<String>> {
    Ok(bytes(row, column)?.map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
}

/// The hash of one row of a change: that of its images, or the one kept when they were taken away.
fn row_hash(row: &Row<'_>) -> rusqlite::Result<String> {
    if let (None, None, Some(kept)) = (bytes(row, 4)?, bytes(row, 5)?, readable(row, 7)?) {
        return Ok(kept);
    }
    let content = Content::new("releve row 1")
        .bytes(bytes(row, 6)?)
        .number(row.col(1)?)
        .bytes(bytes(row, 2)?)
        .number(row.col(3)?)
        .bytes(bytes(row, 4)?)
        .bytes(bytes(row, 5)?);
    Ok(content.hex())
}

/// Everything of a change but its rows, in the order of [`Link::of`].
const CHANGE: &str = "id, centre, at, person, dictated_by, said, undoes, fixed, hash, key, journal, signature";

/// The same in a schema that has no signatures yet, in which the chain begins.
const UNSIGNED: &str = "id, centre, at, person, dictated_by, said, undoes, fixed, hash, NULL, NULL, NULL";

/// A change on its way into the chain.
struct Link {
    content: Content,
    rows: u64,
}

impl Link {
    fn of(row: &Row<'_>, previous: &str) -> rusqlite::Result<Self> {
        let (key, journal): (Option<i64>, _) = (row.col(9)?, bytes(row, 10)?);
        // Before there were keys and a journal a change said nothing of them, not even that there were none.
        let first = key.is_none() && journal.is_none();
        let mut content = Content::new(if first { "releve change 1" } else { "releve change 2" }).text(Some(previous));
        for column in [0, 1, 2, 3, 4] {
            content = content.number(row.col(column)?);
        }
        content = content.bytes(bytes(row, 5)?).number(row.col(6)?);
        content = content.number(row.col(7)?);
        if !first {
            content = content.number(key).bytes(journal);
        }
        Ok(Self { content, rows: 0 })
    }

    fn row(self, hash: &str) -> Self {
        Self { content: self.content.text(Some(hash)), rows: self.rows + 1 }
    }

    fn hash(self) -> String {
        self.content.number(i64::try_from(self.rows).ok()).hex()
    }
}

/// Computes the hash of the newest change, signs it, and keeps both with the change. To be called once nothing of it will
/// change.
pub(super) fn close(conn: &Connection, change: ChangeId, signing: Option<&Signing>) -> Result<String, StoreError> {
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
    let signature = signing.map(|signing| signing.of_change(conn, change, &hash)).transpose()?;
    let mut keep = conn.prepare_cached("UPDATE change SET hash = ?1, signature = ?2 WHERE id = ?3")?;
    keep.execute(rusqlite::params![hash, signature, change.0])?;
    Ok(hash)
}

/// A change as it stands in the chain.
pub(super) struct Seen {
    pub id: ChangeId,
    pub person: PersonId,
    pub dictated_by: Option<PersonId>,
    /// The hash it carries, and the one it should.
    pub carried: Option<String>,
    pub hash: String,
    pub key: Option<i64>,
    pub signature: Option<Vec<u8>>,
    pub rows: Vec<SeenRow>,
    /// Whether rows of no change lie before it.
    pub strays: bool,
}

impl Seen {
    /// Whether it is what was written, after the one before. Those of before the chain carry nothing: the first that does
    /// answers for them.
    pub fn follows(&self, begun: bool) -> bool {
        self.carried.as_ref().map_or(!begun, |carried| *carried == self.hash)
    }
}

/// A row of a change, its images where they were asked for.
pub(super) struct SeenRow {
    pub seq: i64,
    pub table: String,
    pub row: i64,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Whether the change left a row there.
    pub stays: bool,
}

impl SeenRow {
    fn of(row: &Row<'_>, whole: impl Fn(&str) -> bool) -> rusqlite::Result<Self> {
        let table = readable(row, 2)?.unwrap_or_default();
        let image = |column| if whole(&table) { readable(row, column) } else { Ok(None) };
        let (before, after) = (image(4)?, image(5)?);
        // A row whose images were taken away may still be there: whoever takes it away, too, is to be found.
        let stays = bytes(row, 5)?.is_some() || bytes(row, 4)?.is_none();
        Ok(Self { seq: row.col(1)?, row: row.col(3)?, before, after, stays, table })
    }
}

/// Walks the chain, oldest first, until it is told to stop. `tables` are those of which it brings the images; with `only`
/// it leaves out changes that wrote none of them. Says of which change that is not there rows lie after the last.
pub(super) fn walk(
    conn: &Connection,
    tables: &[&str],
    only: bool,
    mut see: impl FnMut(Seen) -> bool,
) -> Result<Option<ChangeId>, StoreError> {
    let named = tables.iter().map(|table| format!("'{table}'")).collect::<Vec<_>>().join(", ");
    let some = |column: &str| {
        let these = format!("WHERE {column} IN (SELECT change FROM change_row WHERE tbl IN ({named}))");
        if only { these } else { String::new() }
    };
    let before = "(SELECT p.hash FROM change p WHERE p.id < change.id ORDER BY p.id DESC LIMIT 1)";
    let columns = if migrate::version(conn)? < migrate::SIGNED { UNSIGNED } else { CHANGE };
    let mut changes = conn.prepare(&format!("SELECT {columns}, {before} FROM change {} ORDER BY id", some("id")))?;
    let mut changes = changes.query([])?;
    let mut rows = conn.prepare(&format!("SELECT {ROW} FROM change_row {} ORDER BY change, seq", some("change")))?;
    let mut rows = rows.query([])?;
    let mut row = rows.next()?;
    let mut previous = FIRST.to_owned();
    while let Some(change) = changes.next()? {
        // What the one before carries is what this one was made on. Of before the chain it carries nothing.
        let carried_before = readable(change, 12)?;
        let mut link = Link::of(change, carried_before.as_deref().unwrap_or(&previous))?;
        let id: ChangeId = change.col(0)?;
        let (mut seen, mut strays) = (Vec::new(), false);
        while let Some(image) = row {
            let of: ChangeId = image.col(0)?;
            if of > id {
                break;
            }
            // A row of no change is under nobody's hash.
            if of == id {
                link = link.row(&row_hash(image)?);
                seen.push(SeenRow::of(image, |table| tables.contains(&table))?);
            } else {
                strays = true;
            }
            row = rows.next()?;
        }
        let hash = link.hash();
        let told = Seen {
            id,
            person: change.col(3)?,
            dictated_by: change.col(4)?,
            carried: readable(change, 8)?,
            hash: hash.clone(),
            key: change.col(9)?,
            signature: bytes(change, 11)?.map(<[u8]>::to_vec),
            rows: seen,
            strays,
        };
        if !see(told) {
            return Ok(None);
        }
        previous = hash;
    }
    Ok(row.map(|row| row.col(0)).transpose()?)
}

/// Puts everything that was done before there was a chain under one hash, which the newest change carries.
pub(super) fn begin(conn: &Connection) -> Result<(), StoreError> {
    let mut newest = None;
    walk(conn, &[], false, |seen| {
        newest = Some((seen.id, seen.hash));
        true
    })?;
    if let Some((id, hash)) = newest {
        conn.execute("UPDATE change SET hash = ?1 WHERE id = ?2", params![hash, id])?;
    }
    Ok(())
}

/// The hash a change carries; nothing when it is not there, or of before the chain.
pub(super) fn hash_of(conn: &Connection, change: ChangeId) -> Result<Option<String>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT hash FROM change WHERE id = ?1")?;
    Ok(sql.query_row(params![change], |row| row.col(0)).optional()?.flatten())
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::ledger::{Fault, Ledger};
    use super::super::testing::{Desk, GARNIER, about, past_the_seals, s, word};
    use super::*;
    use crate::domain::Who;
    use crate::domain::act::PeopleAct;
    use crate::protocol::Reply;

    fn broken(conn: &Connection) -> Result<Option<ChangeId>, StoreError> {
        Ok(Ledger::whole(conn)?.first.map(|(change, _)| change))
    }

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
            past_the_seals(&desk.store.conn, sql);
            assert_eq!(broken(&desk.store.conn).unwrap(), Some(ChangeId(at)), "{sql}");
            assert_eq!(desk.store.check().unwrap().change, Some((ChangeId(at), Fault::Altered)));
        }
        // A change nobody made is one of an index, not of the content.
        let desk = six();
        past_the_seals(&desk.store.conn, "REINDEX");
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
        past_the_seals(&desk.store.conn, "");
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
