//! The accounts of this desk: who may open the store, kept inside it. Their keys are the vault's.

use rusqlite::{Connection, OptionalExtension, Row};

use super::door::{self, Cx, Done, Stop};
use super::ledger::Ledger;
use super::page::rota;
use super::{Store, StoreError, act, keys, seat};
use crate::domain::rights::{self, Right};
use crate::domain::{
    AccountEvent, AccountEventId, AccountEventKind, AccountId, CentreId, Day, Msg, Now, PersonId, Role, Rota, Who,
    account,
};
use crate::protocol::Account;
use crate::store::sql::{Columns as _, params};

/// Who does something to an account, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    pub person: PersonId,
    pub now: Now,
}

/// What happens to an account.
#[derive(Clone, Copy)]
struct Event<'a> {
    kind: AccountEventKind,
    account: &'a Account,
    until: Option<Day>,
    confirms: Option<AccountEventId>,
}

impl<'a> Event<'a> {
    const fn of(kind: AccountEventKind, account: &'a Account) -> Self {
        Self { kind, account, until: None, confirms: None }
    }

    /// Writes it down, in the transaction that does it; refused to whom it is not to do.
    fn write(&self, cx: &Cx<'_>) -> Result<(), Stop> {
        let (centre, account) = (cx.centre()?, self.account);
        may(cx.conn, centre, self.kind, account.person, By { person: cx.who.person, now: cx.now })?;
        cx.run(
            "INSERT INTO account_event(centre, at, kind, account, person, label, author, until, confirms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                centre,
                cx.now.at,
                self.kind,
                account.id,
                account.person,
                account.label,
                cx.who.person,
                self.until,
                self.confirms
            ],
        )?;
        Ok(())
    }

    /// What is said of it, as the history tells it.
    fn done(&self) -> Done {
        let msg = Msg::new(self.kind.word()).with("name", self.account.label.as_str());
        Done::signed(match self.until {
            Some(day) => msg.with("until", day),
            None => msg,
        })
    }
}

/// Adds an account, with the public half of the key it signs with.
fn insert(cx: &Cx<'_>, account: &Account, signs: Option<&str>) -> Result<(), Stop> {
    act::check(&account.label).map_err(Stop::Refused)?;
    let centre = cx.centre()?;
    cx.run_one(
        "INSERT INTO account(id, centre, label, person, recipient) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![account.id, centre, account.label, account.person, account.recipient],
    )?;
    if let Some(public) = signs {
        keys::entered(cx.conn, centre, Some((account.id, account.person)), &account.recipient, public)?;
    }
    Ok(())
}

/// Puts a recovery key in force: its public key, and the half that verifies what it signs.
pub(super) fn keep_recovery(cx: &Cx<'_>, recipient: &str, signs: &str) -> Result<(), Stop> {
    cx.asks(Right::Recovery)?;
    let centre = cx.centre()?;
    cx.insert("INSERT INTO recovery_key(centre, recipient) VALUES (?1, ?2)", params![centre, recipient])?;
    keys::entered(cx.conn, centre, None, recipient, signs)?;
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
    Ok(door::may(conn, Some(centre.id), Who::is(by.person), right, by.now)?)
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
        "{EVENT} e WHERE centre = ?1 AND (kind = 'KeyEntered' OR (kind IN ('Added', 'Passphrase', 'Opened')
           AND EXISTS (SELECT 1 FROM person p WHERE p.id = e.author AND p.role <> 'Coordination')))
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
        Ok(door::may(&self.conn, seat(&self.conn, self.centre)?, Who::is(by.person), right, by.now)?)
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

    /// One act on accounts: a change like any other, but for undo.
    fn account_change(&mut self, by: By, act: impl FnOnce(&Cx<'_>) -> Result<Done, Stop>) -> Result<(), StoreError> {
        self.change(Who::is(by.person), by.now, act)?;
        Ok(())
    }

    /// The newest thing that was done to an account.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn newest_account_event(&self) -> Result<AccountEventId, StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT coalesce(max(id), 0) FROM account_event")?;
        Ok(sql.query_row([], |row| row.col(0))?)
    }

    /// What somebody has done to accounts since then, oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn account_events_by(&self, person: PersonId, since: AccountEventId) -> Result<Vec<AccountEvent>, StoreError> {
        let mut sql = self.conn.prepare_cached(&format!("{EVENT} WHERE author = ?1 AND id > ?2 ORDER BY id"))?;
        Ok(sql.query_map(params![person, since], event_of)?.collect::<Result<_, _>>()?)
    }

    /// Opens the account of a doctor by hand, for as many days as after a stay, and says until when.
    ///
    /// # Errors
    /// The sentence that says who may, or why the store cannot be written.
    pub fn open_account(&mut self, account: &Account, by: By) -> Result<Day, StoreError> {
        let seat = self.seat()?;
        let centre = rota::centre(&self.conn, seat)?.ok_or(StoreError::Missing)?;
        let rota = rota::near(&self.conn, &centre, Rota::near(by.now.day), &[account.person])?;
        let until = account::opened_until(account.person, &rota, centre.around, by.now.day);
        self.account_change(by, |cx| {
            let event = Event { until: Some(until), ..Event::of(AccountEventKind::Opened, account) };
            event.write(cx)?;
            Ok(event.done())
        })?;
        Ok(until)
    }

    /// The coordination has seen what members of the team did to an account; says how many things there were.
    ///
    /// # Errors
    /// The sentence that says who may, or why the store cannot be written.
    pub fn confirm_account(&mut self, account: &Account, by: By) -> Result<usize, StoreError> {
        let mut seen = unseen(&self.conn, self.seat()?)?;
        seen.retain(|event| event.person == account.person);
        if seen.iter().any(|event| event.kind == AccountEventKind::KeyEntered) {
            if seen.iter().any(|event| event.author == by.person) {
                return Err(StoreError::Refused(Msg::new("accounts-own-key")));
            }
            if Ledger::of_keys(&self.conn)?.unsure().iter().any(|(whose, _)| *whose == Some(by.person)) {
                return Err(StoreError::Refused(Msg::new("accounts-unsure-key")));
            }
        }
        if seen.is_empty() {
            return Ok(0);
        }
        self.account_change(by, |cx| {
            let event = Event::of(AccountEventKind::Confirmed, account);
            for seen in &seen {
                Event { confirms: Some(seen.id), ..event }.write(cx)?;
            }
            Ok(event.done())
        })?;
        Ok(seen.len())
    }

    /// Adds an account, under the number it brings; `signs` is the public half of the key it signs with.
    ///
    /// # Errors
    /// When the number is taken or the store cannot be written.
    pub fn add_account(&mut self, account: &Account, signs: Option<&str>, by: By) -> Result<(), StoreError> {
        self.account_change(by, |cx| {
            insert(cx, account, signs)?;
            let event = Event::of(AccountEventKind::Added, account);
            event.write(cx)?;
            Ok(event.done())
        })
    }

    /// Gives an account another name in the sign-in list.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn rename_account(&mut self, account: &Account, label: &str, by: By) -> Result<(), StoreError> {
        act::check(label).map_err(StoreError::Refused)?;
        let renamed = Account { label: label.to_owned(), ..account.clone() };
        self.account_change(by, |cx| {
            cx.run_one("UPDATE account SET label = ?2 WHERE id = ?1", params![account.id, label])?;
            let event = Event::of(AccountEventKind::Renamed, &renamed);
            event.write(cx)?;
            Ok(event.done())
        })
    }

    /// Takes an account away.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn remove_account(&mut self, account: &Account, by: By) -> Result<(), StoreError> {
        self.account_change(by, |cx| {
            cx.run("DELETE FROM account WHERE id = ?1", params![account.id])?;
            let event = Event::of(AccountEventKind::Ended, account);
            event.write(cx)?;
            Ok(event.done())
        })
    }

    /// Puts an account with a new key and number in the place of another, in one step: `how` says why.
    ///
    /// # Errors
    /// When the number is taken or the store cannot be written.
    pub fn replace_account(
        &mut self,
        old: AccountId,
        new: &Account,
        signs: Option<&str>,
        how: AccountEventKind,
        by: By,
    ) -> Result<(), StoreError> {
        self.account_change(by, |cx| {
            cx.run("DELETE FROM account WHERE id = ?1", params![old])?;
            insert(cx, new, signs)?;
            let event = Event::of(how, new);
            event.write(cx)?;
            Ok(event.done())
        })
    }

    /// Keeps the public half of another recovery key, and that of the key it signs with, in the place of the one of before.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn replace_recovery(&mut self, recipient: &str, signs: &str, by: By) -> Result<(), StoreError> {
        self.account_change(by, |cx| {
            keep_recovery(cx, recipient, signs)?;
            Ok(Done::signed(Msg::new("store-said-recovery")))
        })
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
        let mut sql = self.conn.prepare_cached("SELECT id FROM person WHERE coalesce(role_beside, role) = ?1")?;
        let people: Vec<PersonId> = sql.query_map(params![role], |row| row.col(0))?.collect::<Result<_, _>>()?;
        Ok(self.accounts()?.into_iter().filter(|a| people.contains(&a.person)).collect())
    }

    /// The public half of the recovery key.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn recovery(&self) -> Result<Option<String>, StoreError> {
        let newest = "SELECT recipient FROM recovery_key ORDER BY id DESC LIMIT 1";
        Ok(self.conn.query_row(newest, [], |row| row.col(0)).optional()?)
    }

    /// What copies and the recovery page know this centre by; it never changes.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn identity(&self) -> Result<String, StoreError> {
        keys::identity(&self.conn)
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

    /// Everyone to whom the key of the centre may be encrypted: those of the accounts, and the recovery key, that
    /// somebody has entitled who could. What another hand put among them is left out, and what it took away is not.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn entitled(&self) -> Result<Vec<String>, StoreError> {
        let ledger = Ledger::of_keys(&self.conn)?;
        if ledger.begun {
            return Ok(ledger.accounts.into_values().map(|(_, recipient)| recipient).chain(ledger.recovery).collect());
        }
        let accounts = self.accounts()?.into_iter().map(|account| account.recipient);
        Ok(accounts.chain(self.recovery()?).collect())
    }

    /// A person's role.
    pub(super) fn role(&self, person: PersonId) -> Result<Option<Role>, StoreError> {
        Ok(rota::person(&self.conn, person)?.map(|person| person.role))
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
        desk.store.add_account(&claire, None, by).unwrap();
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
