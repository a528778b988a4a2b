//! The accounts of this desk: who may open the store, kept inside it. Their keys are the vault's.

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};

use super::door::{self, Stop};
use super::page::rota;
use super::{Store, StoreError, act, seat};
use crate::domain::rights::{self, Right};
use crate::domain::{
    AccountEvent, AccountEventId, AccountEventKind, AccountId, CentreId, Day, Now, PersonId, Role, Rota, Who, account,
};
use crate::protocol::Account;
use crate::store::sql::{Columns as _, params};

/// Who does something to an account, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    pub person: PersonId,
    pub now: Now,
}

/// Writes down what happens to an account, in the transaction that does it; refused to whom it is not to do.
pub(super) fn account_event(
    tx: &Connection,
    centre: CentreId,
    kind: AccountEventKind,
    account: &Account,
    by: By,
) -> Result<(), StoreError> {
    write(tx, centre, kind, account, by, None, None)
}

fn write(
    tx: &Connection,
    centre: CentreId,
    kind: AccountEventKind,
    account: &Account,
    by: By,
    until: Option<Day>,
    confirms: Option<AccountEventId>,
) -> Result<(), StoreError> {
    may(tx, centre, kind, account.person, by)?;
    tx.execute(
        "INSERT INTO account_event(centre, at, kind, account, person, label, author, until, confirms)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![centre, by.now.at, kind, account.id, account.person, account.label, by.person, until, confirms],
    )?;
    Ok(())
}

/// Refuses what is not somebody's to do with a person's account.
fn may(
    conn: &Connection,
    centre: CentreId,
    kind: AccountEventKind,
    person: PersonId,
    by: By,
) -> Result<(), StoreError> {
    let centre = rota::centre(conn, centre)?.ok_or(StoreError::Missing)?;
    let rota = rota::near(conn, &centre, Rota::near(by.now.day), &[person])?;
    let right = rights::of_account(kind, person, by.person, &rota, centre.around, by.now.day);
    door::may(conn, Some(centre.id), Who::is(by.person), right, by.now).map_err(may_not)
}

/// Why somebody may not, where nothing is written.
fn may_not(stop: Stop) -> StoreError {
    match stop {
        Stop::Refused(msg) => StoreError::Refused(msg),
        Stop::Held(held) => StoreError::Refused(held.msg()),
        Stop::Failed(error) => error,
        Stop::Conflict(_) | Stop::Clash(_) => StoreError::Busy,
    }
}

const EVENT: &str = "SELECT id, at, kind, account, person, label, author, until, confirms FROM account_event";

fn event_of(row: &Row<'_>) -> rusqlite::Result<AccountEvent> {
    Ok(AccountEvent {
        id: row.col(0)?,
        at: row.col(1)?,
        kind: row.col(2)?,
        account: row.col(3)?,
        person: row.col(4)?,
        label: row.col(5)?,
        author: row.col(6)?,
        until: row.col(7)?,
        confirms: row.col(8)?,
    })
}

/// The newest events, newest first.
pub(super) fn events(conn: &Connection, centre: CentreId, most: i64) -> Result<Vec<AccountEvent>, StoreError> {
    let mut sql = conn.prepare_cached(&format!("{EVENT} WHERE centre = ?1 ORDER BY id DESC LIMIT ?2"))?;
    Ok(sql.query_map(params![centre, most], event_of)?.collect::<Result<_, _>>()?)
}

/// What members of the team did and the coordination has not seen, oldest first.
pub(super) fn unseen(conn: &Connection, centre: CentreId) -> Result<Vec<AccountEvent>, StoreError> {
    let mut sql = conn.prepare_cached(&format!(
        "{EVENT} e WHERE centre = ?1 AND kind IN ('Added', 'Passphrase', 'Opened')
           AND EXISTS (SELECT 1 FROM person p WHERE p.id = e.author AND p.role <> 'Coordination')
           AND NOT EXISTS (SELECT 1 FROM account_event c WHERE c.confirms = e.id) ORDER BY id"
    ))?;
    Ok(sql.query_map(params![centre], event_of)?.collect::<Result<_, _>>()?)
}

/// The last day for which a person's account was opened by hand.
pub(super) fn opened_until(conn: &Connection, person: PersonId) -> Result<Option<Day>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT max(until) FROM account_event WHERE person = ?1 AND kind = 'Opened'")?;
    Ok(sql.query_row(params![person], |row| row.col(0))?)
}

/// The accounts of the people of a centre, in the order of their numbers.
pub(super) fn at(conn: &Connection, centre: CentreId) -> Result<Vec<Account>, StoreError> {
    let mut sql = conn.prepare_cached(&format!("{ACCOUNT} WHERE centre = ?1 ORDER BY id"))?;
    Ok(sql.query_map(params![centre], account_of)?.collect::<Result<_, _>>()?)
}

const ACCOUNT: &str = "SELECT id, label, person, recipient FROM account";

fn account_of(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account { id: row.col(0)?, label: row.col(1)?, person: row.col(2)?, recipient: row.col(3)? })
}

impl Store {
    /// The centre this desk is at.
    fn seat(&self) -> Result<CentreId, StoreError> {
        seat(&self.conn, self.centre)?.ok_or(StoreError::Missing)
    }

    /// Whether somebody may do that to a person's account: asked before keys are made, and again by what is done.
    ///
    /// # Errors
    /// The sentence that says who may, or why the store cannot be read.
    pub fn may_account(&self, kind: AccountEventKind, person: PersonId, by: By) -> Result<(), StoreError> {
        may(&self.conn, self.seat()?, kind, person, by)
    }

    /// Whether somebody has a right in the centre.
    ///
    /// # Errors
    /// The sentence that says who has, or why the store cannot be read.
    pub fn may(&self, right: Right, by: By) -> Result<(), StoreError> {
        door::may(&self.conn, seat(&self.conn, self.centre)?, Who::is(by.person), right, by.now).map_err(may_not)
    }

    /// Whether a person's account opens today.
    ///
    /// # Errors
    /// The sentence that says why not and who can open it, or why the store cannot be read.
    pub fn admits(&self, person: PersonId, today: Day) -> Result<(), StoreError> {
        let conn = &self.conn;
        let centre = rota::centre(conn, self.seat()?)?.ok_or(StoreError::Missing)?;
        let rota = rota::near(conn, &centre, Rota::near(today), &[person])?;
        let Some(who) = rota.people.get(person) else { return Ok(()) };
        let opened = opened_until(conn, person)?;
        match account::admits(who, &rota, centre.around, opened, today) {
            Ok(()) => Ok(()),
            // The centre must be opened by somebody: the last of the coordination is let in, whatever is noted.
            Err(_) if who.role == Role::Coordination && self.is_last_coordination(&rota, person, today)? => Ok(()),
            Err(shut) => Err(StoreError::Refused(shut.msg(who, &rota.people, today))),
        }
    }

    fn is_last_coordination(&self, rota: &Rota, person: PersonId, today: Day) -> Result<bool, StoreError> {
        let accounts = self.accounts()?;
        Ok(!rota
            .people
            .in_role(Role::Coordination, today)
            .any(|p| p.id != person && accounts.iter().any(|a| a.person == p.id)))
    }

    /// Opens the account of a doctor by hand, for as many days as after a stay, and says until when.
    ///
    /// # Errors
    /// The sentence that says who may, or why the store cannot be written.
    pub fn open_account(&mut self, account: &Account, by: By) -> Result<Day, StoreError> {
        let seat = self.seat()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let centre = rota::centre(&tx, seat)?.ok_or(StoreError::Missing)?;
        let rota = rota::near(&tx, &centre, Rota::near(by.now.day), &[account.person])?;
        let until = account::opened_until(account.person, &rota, centre.around, by.now.day);
        write(&tx, seat, AccountEventKind::Opened, account, by, Some(until), None)?;
        tx.commit()?;
        Ok(until)
    }

    /// The coordination has seen what members of the team did to an account; says how many things there were.
    ///
    /// # Errors
    /// The sentence that says who may, or why the store cannot be written.
    pub fn confirm_account(&mut self, account: &Account, by: By) -> Result<usize, StoreError> {
        let seat = self.seat()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let seen: Vec<AccountEvent> = unseen(&tx, seat)?.into_iter().filter(|e| e.person == account.person).collect();
        for event in &seen {
            write(&tx, seat, AccountEventKind::Confirmed, account, by, None, Some(event.id))?;
        }
        tx.commit()?;
        Ok(seen.len())
    }

    /// Adds an account, under the number it brings.
    ///
    /// # Errors
    /// When the number is taken or the store cannot be written.
    pub fn add_account(&mut self, account: &Account, by: By) -> Result<(), StoreError> {
        act::check(&account.label).map_err(StoreError::Refused)?;
        let seat = self.seat()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute(
            "INSERT INTO account(id, centre, label, person, recipient) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![account.id, seat, account.label, account.person, account.recipient],
        )?;
        account_event(&tx, seat, AccountEventKind::Added, account, by)?;
        Ok(tx.commit()?)
    }

    /// Gives an account another name in the sign-in list.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn rename_account(&mut self, account: &Account, label: &str, by: By) -> Result<(), StoreError> {
        act::check(label).map_err(StoreError::Refused)?;
        let seat = self.seat()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute("UPDATE account SET label = ?2 WHERE id = ?1", params![account.id, label])?;
        let renamed = Account { label: label.to_owned(), ..account.clone() };
        account_event(&tx, seat, AccountEventKind::Renamed, &renamed, by)?;
        Ok(tx.commit()?)
    }

    /// Takes an account away.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn remove_account(&mut self, account: &Account, by: By) -> Result<(), StoreError> {
        let seat = self.seat()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute("DELETE FROM account WHERE id = ?1", params![account.id])?;
        account_event(&tx, seat, AccountEventKind::Ended, account, by)?;
        Ok(tx.commit()?)
    }

    /// Puts an account with a new key and number in the place of another, in one step: `how` says why.
    ///
    /// # Errors
    /// When the number is taken or the store cannot be written.
    pub fn replace_account(
        &mut self,
        old: AccountId,
        new: &Account,
        how: AccountEventKind,
        by: By,
    ) -> Result<(), StoreError> {
        act::check(&new.label).map_err(StoreError::Refused)?;
        let seat = self.seat()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute(
            "UPDATE account SET id = ?2, label = ?3, recipient = ?4 WHERE id = ?1",
            params![old, new.id, new.label, new.recipient],
        )?;
        account_event(&tx, seat, how, new, by)?;
        Ok(tx.commit()?)
    }

    /// Keeps the public half of the recovery key.
    ///
    /// # Errors
    /// When there is one already or the store cannot be written.
    pub fn set_recovery(&mut self, recipient: &str) -> Result<(), StoreError> {
        self.conn.execute("INSERT INTO recovery(one, recipient) VALUES (1, ?1)", [recipient])?;
        Ok(())
    }

    /// Puts the public half of another recovery key in the place of the one of before.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn replace_recovery(&mut self, recipient: &str) -> Result<(), StoreError> {
        self.conn.execute(
            "INSERT INTO recovery(one, recipient) VALUES (1, ?1) ON CONFLICT(one) DO UPDATE SET recipient = ?1",
            [recipient],
        )?;
        Ok(())
    }

    /// Notes where a recovery page was written.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn add_recovery_file(&mut self, path: &str) -> Result<(), StoreError> {
        let centre = self.seat()?;
        self.conn.execute("INSERT INTO recovery_file(centre, path) VALUES (?1, ?2)", params![centre, path])?;
        Ok(())
    }

    /// A recovery page is gone.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn forget_recovery_file(&mut self, path: &str) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM recovery_file WHERE path = ?1", [path])?;
        Ok(())
    }

    /// Where recovery pages were written that nobody has said to be gone.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn recovery_files(&self) -> Result<Vec<String>, StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT path FROM recovery_file ORDER BY id")?;
        let rows = sql.query_map([], |row| row.col(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The accounts of everybody in a role, by number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn accounts_of(&self, role: Role) -> Result<Vec<Account>, StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT id FROM person WHERE role = ?1")?;
        let people: Vec<PersonId> = sql.query_map(params![role], |row| row.col(0))?.collect::<Result<_, _>>()?;
        Ok(self.accounts()?.into_iter().filter(|a| people.contains(&a.person)).collect())
    }

    /// The public half of the recovery key.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn recovery(&self) -> Result<Option<String>, StoreError> {
        Ok(self.conn.query_row("SELECT recipient FROM recovery", [], |row| row.col(0)).optional()?)
    }

    /// What copies and the recovery page know this centre by; it never changes.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn identity(&self) -> Result<String, StoreError> {
        Ok(self.conn.query_row("SELECT id FROM identity", [], |row| row.col(0))?)
    }

    /// What a centre of before is known by since: the public half of its first recovery key gave it its identity.
    #[must_use]
    pub fn identity_by(recovery: &str) -> String {
        recovery.bytes().skip(5).take(16).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
    }

    /// A person's given and family name.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn person_name(&self, person: PersonId) -> Result<Option<String>, StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT trim(given || ' ' || family) FROM person WHERE id = ?1")?;
        Ok(sql.query_row(params![person], |row| row.col(0)).optional()?)
    }

    /// Every account, by number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let mut sql = self.conn.prepare_cached(&format!("{ACCOUNT} ORDER BY id"))?;
        Ok(sql.query_map([], account_of)?.collect::<Result<_, _>>()?)
    }

    /// The person an account belongs to.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn account_person(&self, account: AccountId) -> Result<Option<PersonId>, StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT person FROM account WHERE id = ?1")?;
        Ok(sql.query_row(params![account], |row| row.col(0)).optional()?)
    }
}

#[cfg(test)]
impl Store {
    /// Somebody has left, whatever the rules say: a store of before they were.
    pub(crate) fn note_gone(&mut self, person: PersonId, now: Now) {
        self.conn
            .execute_batch(&format!(
                "INSERT INTO change(centre, at, person, said) VALUES (1, {0}, 1, '');
                 UPDATE txn SET change = last_insert_rowid();
                 UPDATE person SET ended = {1} WHERE id = {person};
                 UPDATE txn SET change = NULL;",
                now.at.0, now.day.0
            ))
            .unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Desk, GARNIER};
    use super::*;

    #[test]
    fn what_happened_to_an_account_is_never_changed() {
        let mut desk = Desk::new();
        let by = By { person: GARNIER, now: desk.now };
        let claire = Account { id: AccountId(1), label: "Claire".into(), person: GARNIER, recipient: "age1".into() };
        desk.store.add_account(&claire, by).unwrap();
        desk.store.rename_account(&claire, "Bureau", by).unwrap();
        let told = |desk: &Desk| -> Vec<(String, String, i64)> {
            let mut sql = desk.store.conn.prepare("SELECT kind, label, author FROM account_event ORDER BY id").unwrap();
            sql.query_map([], |r| Ok((r.col(0)?, r.col(1)?, r.col(2)?))).unwrap().map(Result::unwrap).collect()
        };
        let before = told(&desk);
        assert_eq!(before, [("Added".into(), "Claire".into(), 1), ("Renamed".into(), "Bureau".into(), 1)]);
        let insert =
            "INTO account_event(id, centre, at, kind, person, label, author) VALUES (1, 1, 0, 'Ended', 1, 'x', 1)";
        for sql in [
            "UPDATE account_event SET author = 2".to_owned(),
            "UPDATE OR REPLACE account_event SET id = 1 WHERE id = 2".to_owned(),
            "DELETE FROM account_event".to_owned(),
            format!("INSERT OR REPLACE {insert}"),
            format!("INSERT {insert}"),
        ] {
            let error = desk.store.conn.execute(&sql, []).unwrap_err().to_string();
            assert!(matches!(error.as_str(), "sealed" | "identity"), "{sql}: {error}");
        }
        assert_eq!(told(&desk), before);
        // It is no change of the centre: `u` does not meet it.
        desk.store.undo(crate::domain::Who::is(GARNIER), desk.now);
        assert_eq!(told(&desk), before);
    }
}
