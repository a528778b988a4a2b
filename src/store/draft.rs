//! Forms kept as typed. They are no change of the centre, and nobody's but their author's until that one has left.
//!
//! One that was never transmitted is kept until the coordination deals with it: nothing here ends by itself.

use rusqlite::{Connection, OptionalExtension};

use super::{Store, StoreError, act, seat};
use crate::domain::left_draft::{DraftEnd, Ended, LeftDraft, gravity, has_left, item, says_something};
use crate::domain::{CentreId, DraftId, Gravity, ItemId, Now, Rota, Who};
use crate::protocol::{Draft, Reply};
use crate::store::sql::{Columns as _, params};

impl Store {
    /// Keeps a form as typed, in the place of what was kept of it before.
    pub fn save_draft(&mut self, draft: &Draft, who: Who) -> Reply {
        if let Err(msg) = act::check_draft(&draft.key, &draft.raw) {
            return Reply::Refused(msg);
        }
        match self.keep(draft, who) {
            Ok(()) => Reply::DraftSaved(draft.key.clone()),
            Err(error) => Reply::Failed(error.into()),
        }
    }

    /// Forgets a draft, which its author threw away.
    pub fn drop_draft(&mut self, key: &str, who: Who) -> Reply {
        let dropped = self
            .conn
            .prepare_cached("DELETE FROM draft WHERE author = ?1 AND key = ?2")
            .and_then(|mut sql| sql.execute(params![who.person, key]));
        match dropped {
            Ok(_) => Reply::DraftSaved(key.to_owned()),
            Err(error) => Reply::Failed(StoreError::from(error).into()),
        }
    }

    /// Whether the person has begun something urgent and not transmitted it.
    pub(super) fn has_urgent_draft(&self, who: Who) -> Result<bool, StoreError> {
        let mine = read(&self.conn, "draft.author = ?1", params![who.person])?;
        Ok(mine.iter().any(|draft| draft.gravity == Gravity::Urgent && says_something(&draft.raw)))
    }

    fn keep(&self, draft: &Draft, who: Who) -> Result<(), StoreError> {
        let centre = seat(&self.conn, self.centre)?.unwrap_or(CentreId(1));
        let raw = serde_json::to_string(&draft.raw)?;
        self.conn
            .prepare_cached(
                "INSERT INTO draft(centre, author, key, raw, at) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT(author, key) DO UPDATE SET raw = excluded.raw, at = excluded.at",
            )?
            .execute(params![centre, who.person, draft.key, raw, draft.at])?;
        Ok(())
    }

    /// The person's own drafts, newest first.
    pub(super) fn drafts(&self, who: Who) -> Result<Vec<Draft>, StoreError> {
        let mut sql =
            self.conn.prepare_cached("SELECT key, raw, at FROM draft WHERE author = ?1 ORDER BY at DESC, id DESC")?;
        let mut rows = sql.query(params![who.person])?;
        let mut drafts = Vec::new();
        while let Some(row) = rows.next()? {
            let raw: String = row.col(1)?;
            drafts.push(Draft { key: row.col(0)?, raw: serde_json::from_str(&raw)?, at: row.col(2)? });
        }
        Ok(drafts)
    }
}

/// A draft, whoever's it is.
pub(super) fn one(conn: &Connection, centre: CentreId, id: DraftId) -> Result<Option<LeftDraft>, StoreError> {
    Ok(read(conn, "draft.centre = ?1 AND draft.id = ?2", params![centre, id])?.pop())
}

/// What those who have left never transmitted, the gravest first, then the oldest.
pub(super) fn left(conn: &Connection, centre: CentreId, rota: &Rota, now: Now) -> Result<Vec<LeftDraft>, StoreError> {
    let mut found = read(conn, "draft.centre = ?1", params![centre])?;
    found.retain(|draft| says_something(&draft.raw) && has_left(rota, draft.author, draft.at, now));
    found.sort_by_key(|draft| (draft.gravity, draft.at, draft.id));
    Ok(found)
}

/// How drafts ended, newest first.
pub(super) fn ended(conn: &Connection, centre: CentreId) -> Result<Vec<DraftEnd>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT id, author, key, raw, kept, at, by_person, item, said_by, said_on FROM draft_end WHERE centre = ?1
         ORDER BY id DESC",
    )?;
    let mut rows = sql.query(params![centre])?;
    let mut ended = Vec::new();
    while let Some(row) = rows.next()? {
        let item: Option<ItemId> = row.col(7)?;
        ended.push(DraftEnd {
            id: row.col(0)?,
            author: row.col(1)?,
            key: row.col(2)?,
            raw: serde_json::from_str(&row.col::<String>(3)?)?,
            kept: row.col(4)?,
            at: row.col(5)?,
            by: row.col(6)?,
            how: match item {
                Some(item) => Ended::Addressed(item),
                None => Ended::SetAside(row.col(8)?, row.col(9)?),
            },
        });
    }
    Ok(ended)
}

/// Drafts with how grave they are, which may stand in the point they are about.
fn read(conn: &Connection, which: &str, params: impl rusqlite::Params) -> Result<Vec<LeftDraft>, StoreError> {
    let mut sql = conn.prepare_cached(&format!("SELECT id, author, key, raw, at FROM draft WHERE {which}"))?;
    let mut about = conn.prepare_cached(
        "SELECT relay.gravity FROM item JOIN relay ON relay.id = item.head WHERE item.id = ?1 AND item.closed = 0",
    )?;
    let mut rows = sql.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (key, raw): (String, String) = (row.col(2)?, row.col(3)?);
        let raw = serde_json::from_str(&raw)?;
        let point = match item(&key) {
            Some(item) => about.query_row(params![item], |row| row.col::<Gravity>(0)).optional()?,
            None => None,
        };
        let gravity = gravity(&key, &raw, point);
        found.push(LeftDraft { id: row.col(0)?, author: row.col(1)?, key, raw, at: row.col(4)?, gravity });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Desk, GARNIER};
    use super::*;
    use crate::protocol::Raw;

    #[test]
    fn a_draft_that_the_full_disk_does_not_take_says_so_and_leaves_the_old_one() {
        let mut desk = Desk::new();
        let draft = |text: String| Draft {
            key: "item/new".into(),
            raw: Raw::from([("text".to_owned(), text)]),
            at: desk.now.at,
        };
        let (short, long) = (draft("INR".into()), draft("à refaire ".repeat(1700)));
        assert!(matches!(desk.store.save_draft(&short, Who::is(GARNIER)), Reply::DraftSaved(_)));
        desk.store.conn.pragma_update(None, "max_page_count", 1).unwrap();
        let reply = desk.store.save_draft(&long, Who::is(GARNIER));
        assert!(matches!(&reply, Reply::Failed(trouble) if trouble.msg.id == "store-full"), "{reply:?}");
        assert_eq!(desk.store.drafts(Who::is(GARNIER)).unwrap(), [short]);
    }
}
