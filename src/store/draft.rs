//! Forms kept as typed. They are nobody's but their author's, and no change of the centre.

use rusqlite::params;

use super::{Store, StoreError, act, centre_id};
use crate::domain::{CentreId, Who};
use crate::protocol::{Draft, Reply};

impl Store {
    /// Keeps a form as typed, in the place of what was kept of it before.
    pub fn save_draft(&mut self, draft: &Draft, who: Who) -> Reply {
        if let Err(msg) = act::check_draft(&draft.key, &draft.raw) {
            return Reply::Refused(msg);
        }
        match self.keep(draft, who) {
            Ok(()) => Reply::DraftSaved(draft.key.clone()),
            Err(error) => Reply::Failed(error.msg()),
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
            Err(error) => Reply::Failed(StoreError::from(error).msg()),
        }
    }

    fn keep(&self, draft: &Draft, who: Who) -> Result<(), StoreError> {
        let centre = centre_id(&self.conn)?.unwrap_or(CentreId(1));
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
        let mut rows = sql.query([who.person])?;
        let mut drafts = Vec::new();
        while let Some(row) = rows.next()? {
            let raw: String = row.get(1)?;
            drafts.push(Draft { key: row.get(0)?, raw: serde_json::from_str(&raw)?, at: row.get(2)? });
        }
        Ok(drafts)
    }
}
