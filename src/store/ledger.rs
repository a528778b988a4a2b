//! Who wrote what and who may open the store, read from the changes themselves and from nothing else.
//!
//! Each change is proven by itself: its hash on the one before, its author's signature, their key, and their right to
//! what decides who may do what: people, accounts, keys, the centre, the rota. A change that is not proven changes
//! nothing here, so what it planted is found and used by nobody.

mod row;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::Connection;

use self::row::{Written, tells, word_of};
use super::chain::{self, Seen, SeenRow};
use super::{StoreError, keys};
use crate::domain::rights::{self, Right};
use crate::domain::{AccountEventKind, AccountId, ChangeId, PersonId, Role};
use crate::signing;

/// What is wrong with a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does not follow from the one before, or is not what was written.
    Altered,
    /// Nobody has signed it.
    Unsigned,
    /// Its signature is not that of its author's key over it.
    Forged,
    /// Its key is no key of its author, or no longer.
    NotTheirKey,
    /// Its author had no right to what it wrote.
    NotTheirs,
}

impl Fault {
    /// Identifier of its sentence in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Altered => "check-change",
            Self::Unsigned => "check-change-unsigned",
            Self::Forged => "check-change-forged",
            Self::NotTheirKey => "check-change-key",
            Self::NotTheirs => "check-change-right",
        }
    }
}

/// A key that signs, as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    /// Whose, and of which account; a recovery key is nobody's.
    owner: Option<(AccountId, PersonId)>,
    public: String,
    /// The keys that answer for it: the one it was entered with, unless that is itself, and those that confirmed it. With
    /// what is taken over when signing begins, somebody of the coordination answers for it.
    answer: Vec<i64>,
    first: bool,
    since: ChangeId,
}

/// The last image of a row: in which change, and where; with nothing there, the row is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Last {
    pub change: ChangeId,
    pub seq: i64,
    pub stays: bool,
}

/// What the changes say, up to one of them.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// The first that is wrong, and how.
    pub first: Option<(ChangeId, Fault)>,
    /// The newest image of each row, by table.
    pub last: HashMap<String, HashMap<i64, Last>>,
    /// The accounts: whose they are, and their public keys.
    pub accounts: BTreeMap<AccountId, (PersonId, String)>,
    /// The public half of the recovery key in force.
    pub recovery: Option<String>,
    /// Whether somebody has begun to sign.
    pub begun: bool,
    /// The schema up to which every column of every row was taken over.
    pub adopted: i64,
    /// How many changes are signed, and since which.
    pub signed: Option<(ChangeId, usize)>,
    chained: bool,
    newest: Option<ChangeId>,
    keys: BTreeMap<i64, Key>,
    roles: HashMap<PersonId, Role>,
    /// Whose word each row is that is somebody's word, by table.
    words: HashMap<String, HashMap<i64, Option<PersonId>>>,
}

/// Who said something, and who typed it.
type Word = (Option<PersonId>, Option<PersonId>);

/// The tables that say who may do what; of them the images are read.
const TABLES: [&str; 6] = ["account", "account_event", "adoption", "person", "recovery_key", "signing_key"];

/// The tables of which each row is somebody's word: nobody writes one in another's name.
const WORDS: [&str; 7] = ["addendum", "receipt", "relay", "reopening", "signature", "step", "takeover"];

/// The tables whose rows never change and never go.
const SEALED: [&str; 8] =
    ["account_event", "addendum", "adoption", "recovery_key", "reopening", "signature", "signing_key", "takeover"];

impl Ledger {
    /// Reads every change.
    pub(super) fn whole(conn: &Connection) -> Result<Self, StoreError> {
        let mut ledger = Self::walked(conn, false)?;
        // A chain that was begun carries a hash: with none of them left it was taken away.
        if !ledger.chained && ledger.first.is_none() {
            ledger.first = ledger.newest.map(|id| (id, Fault::Altered));
        }
        Ok(ledger)
    }

    /// Reads the changes that say who may open the store.
    pub(super) fn of_keys(conn: &Connection) -> Result<Self, StoreError> {
        Self::walked(conn, true)
    }

    fn walked(conn: &Connection, only: bool) -> Result<Self, StoreError> {
        let identity = keys::identity(conn)?;
        let mut ledger = Self::default();
        let tables = if only { TABLES.to_vec() } else { [TABLES.as_slice(), &WORDS].concat() };
        let after = chain::walk(conn, &tables, only, |seen| {
            ledger.take(&seen, &identity, only);
            true
        })?;
        if let Some(after) = after {
            ledger.first.get_or_insert((after, Fault::Altered));
        }
        Ok(ledger)
    }

    /// Keys that were entered by themselves, with which something may be signed that nobody answers for.
    pub(super) fn unsure(&self) -> Vec<(Option<PersonId>, ChangeId)> {
        let sure = self.sure();
        let unsure = self.keys.iter().filter(|(id, _)| !sure.contains(id));
        unsure.map(|(_, key)| (key.owner.map(|(_, person)| person), key.since)).collect()
    }

    /// Keys for which somebody answers, who is answered for in turn: nobody answers for themselves, nor two for each
    /// other.
    fn sure(&self) -> BTreeSet<i64> {
        let mut sure: BTreeSet<i64> = self.keys.iter().filter(|(_, key)| key.first).map(|(id, _)| *id).collect();
        loop {
            let answered = |key: &Key| key.answer.iter().any(|by| sure.contains(by));
            let further: Vec<i64> =
                self.keys.iter().filter(|(id, key)| !sure.contains(id) && answered(key)).map(|(id, _)| *id).collect();
            if further.is_empty() {
                return sure;
            }
            sure.extend(further);
        }
    }

    /// The key of an account that is in force, or the recovery key.
    pub(super) fn newest_key(&self, account: Option<AccountId>) -> Option<&str> {
        let mut its = self.keys.values().filter(|key| key.owner.map(|(of, _)| of) == account);
        its.next_back().map(|key| key.public.as_str())
    }

    fn take(&mut self, seen: &Seen, identity: &str, only: bool) {
        let rows: Option<Vec<Written>> =
            seen.rows.iter().filter_map(|row| Written::of(row).transpose()).collect::<Result<_, _>>().ok();
        let fault = match &rows {
            Some(rows) => self.fault(seen, rows, identity, only),
            // Nobody's program has written what is no image.
            None => Some(Fault::Altered),
        };
        self.newest = Some(seen.id);
        self.chained |= seen.carried.is_some();
        if seen.strays {
            self.first.get_or_insert((seen.id, Fault::Altered));
        }
        if !only {
            for row in &seen.rows {
                let last = Last { change: seen.id, seq: row.seq, stays: row.stays };
                self.last.entry(row.table.clone()).or_default().insert(row.row, last);
                if WORDS.contains(&row.table.as_str()) {
                    self.words.entry(row.table.clone()).or_default().entry(row.row).or_insert_with(|| word_of(row).0);
                }
            }
        }
        match (fault, rows) {
            (Some(fault), _) => {
                self.first.get_or_insert((seen.id, fault));
            }
            (None, rows) => self.follow(seen, rows.unwrap_or_default()),
        }
    }

    fn fault(&self, seen: &Seen, rows: &[Written], identity: &str, only: bool) -> Option<Fault> {
        // Where only some changes are read, those of before are under the first that is signed.
        let judged = !only || self.begun;
        if judged && !seen.follows(self.chained) {
            return Some(Fault::Altered);
        }
        let begins = rows.iter().any(|row| matches!(row, Written::Adoption { .. }));
        if !self.begun && !begins {
            // Signed before anybody has begun to: what had begun it was taken away.
            return seen.key.is_some().then_some(Fault::NotTheirKey);
        }
        let (Some(id), Some(signature)) = (seen.key, &seen.signature) else { return Some(Fault::Unsigned) };
        let entered = rows.iter().find_map(|row| match row {
            Written::Key { id: its, account, person, public } if *its == id => {
                Some((account.zip(*person), public.as_str()))
            }
            _ => None,
        });
        let known = self.keys.get(&id).map(|key| (key.owner, key.public.as_str()));
        let Some((owner, public)) = known.or(entered) else { return Some(Fault::NotTheirKey) };
        let hash = seen.carried.as_deref().unwrap_or_default();
        if !signing::verifies(public, &keys::message(identity, seen.id, hash), signature) {
            return Some(Fault::Forged);
        }
        let holds = |account: AccountId, person: PersonId| {
            person == seen.person
                && (begins && !self.begun || self.accounts.get(&account).is_some_and(|(of, _)| *of == person))
        };
        if owner.is_some_and(|(account, person)| !holds(account, person)) {
            return Some(Fault::NotTheirKey);
        }
        // One that was entered by itself takes nobody's place.
        let newest = self.newest_key(owner.map(|(account, _)| account));
        if newest.is_some_and(|newest| newest != public) {
            return Some(Fault::NotTheirKey);
        }
        let author =
            Author { person: seen.person, role: self.roles.get(&seen.person).copied(), recovers: owner.is_none() };
        // What is taken over stands as it stood.
        let whole = begins || seen.rows.iter().all(|row| self.is_new_or_open(row) && self.is_their_word(seen, row));
        let speaks = seen.dictated_by.is_none_or(|doctor| {
            self.roles.get(&doctor) == Some(&Role::Doctor) && author.role.is_some_and(Role::is_team)
        });
        let theirs = whole && speaks && seen.rows.iter().all(|row| self.may_write(author, row, rows, id));
        (!theirs && self.begun || begins && author.role != Some(Role::Coordination)).then_some(Fault::NotTheirs)
    }

    /// Whether a row is new, or of a table whose rows may change.
    fn is_new_or_open(&self, row: &SeenRow) -> bool {
        let known = || self.last.get(&row.table).is_some_and(|last| last.contains_key(&row.row));
        !SEALED.contains(&row.table.as_str()) || row.stays && !known()
    }

    /// Whether a word is of whoever wrote the change, or of whom they typed for; one that was there stays whose it was.
    fn is_their_word(&self, seen: &Seen, row: &SeenRow) -> bool {
        if row.after.is_none() || !WORDS.contains(&row.table.as_str()) {
            return true;
        }
        let word = word_of(row);
        // Who typed it last changes, with whoever corrects it.
        if let Some(author) = self.words.get(&row.table).and_then(|words| words.get(&row.row)) {
            return word.0 == *author;
        }
        word == match seen.dictated_by {
            None => (Some(seen.person), None),
            Some(doctor) => (Some(doctor), Some(seen.person)),
        }
    }

    /// Whether an account is replaced by another of its person, or added to somebody who has none: none is added beside
    /// one, and none only ends.
    fn replaces(&self, rows: &[Written], of: PersonId) -> bool {
        let before = self.accounts.values().filter(|(person, _)| *person == of).count();
        let mut after: BTreeMap<AccountId, Option<PersonId>> =
            self.accounts.iter().map(|(id, (person, _))| (*id, Some(*person))).collect();
        after.extend(rows.iter().filter_map(|row| match row {
            Written::Account { id, person, .. } => Some((*id, *person)),
            _ => None,
        }));
        after.values().filter(|person| **person == Some(of)).count() == before.max(1)
    }

    /// Whether what a change wrote was its author's to write, as far as it decides who may do what.
    fn may_write(&self, author: Author, row: &SeenRow, rows: &[Written], signed_by: i64) -> bool {
        let coordinates = author.role == Some(Role::Coordination);
        let is_doctor = |person: PersonId| self.roles.get(&person) == Some(&Role::Doctor);
        let in_team = author.role.is_some_and(|role| role != Role::Doctor && rights::may(role, Right::WeekAccount));
        // One's own passphrase; this week's doctor, for the team; whoever coordinates, with the recovery key.
        let of_account = |person: PersonId| {
            if author.recovers {
                return self.roles.get(&person) == Some(&Role::Coordination);
            }
            coordinates || person == author.person || (in_team && is_doctor(person))
        };
        match row.table.as_str() {
            "adoption" | "recovery_key" => coordinates && !author.recovers,
            "account" => rows.iter().all(|row| match row {
                Written::Account { id, person, was, .. } => {
                    let known = self.accounts.get(id).map(|(of, _)| *of);
                    [*person, *was, known].into_iter().flatten().all(|of| {
                        let told = person.is_none() || of == author.person || tells(rows, *id);
                        of_account(of) && (coordinates && !author.recovers || told && self.replaces(rows, of))
                    })
                }
                _ => true,
            }),
            "signing_key" => rows.iter().all(|row| match row {
                Written::Key { id, account, person, .. } => {
                    let with_account = |account, person| {
                        rows.iter().any(|row| {
                            matches!(row, Written::Account { id, person: of, .. } if *id == account && *of == Some(person))
                        })
                    };
                    let theirs = match (*account, *person) {
                        (None, None) => coordinates || *id == signed_by,
                        (Some(account), Some(person)) => {
                            *id == signed_by && person == author.person || with_account(account, person)
                        }
                        _ => false,
                    };
                    theirs && !self.keys.contains_key(id)
                }
                _ => true,
            }),
            "account_event" => rows.iter().all(|row| match row {
                Written::Event { author: by, confirms, .. } => {
                    *by == Some(author.person) && (!confirms || coordinates && !author.recovers)
                }
                _ => true,
            }),
            _ if author.recovers => false,
            "person" => rows.iter().all(|written| match written {
                Written::Person { id, role } => {
                    let doctors = [*role, self.roles.get(id).copied()].into_iter().flatten().all(|r| r == Role::Doctor)
                        && (role.is_some() || !row.stays);
                    author
                        .role
                        .is_some_and(|role| rights::may(role, if doctors { Right::Doctors } else { Right::People }))
                }
                _ => true,
            }),
            // Whoever reads it ticks what is right in it.
            "contact" => author.role.is_some_and(|role| rights::may(role, Right::ReadPlace)),
            table => match (rights::of_table(table), author.role) {
                (Some(right), Some(role)) => rights::may(role, right),
                // Nobody's table is the coordination's, and who is not known has no right.
                (None, role) => role == Some(Role::Coordination),
                (_, None) => false,
            },
        }
    }

    fn follow(&mut self, seen: &Seen, rows: Vec<Written>) {
        if seen.key.is_some() {
            self.signed = Some(self.signed.map_or((seen.id, 1), |(first, count)| (first, count + 1)));
        }
        let first = !self.begun;
        for row in rows {
            match row {
                Written::Person { id, role } => match role {
                    Some(role) => drop(self.roles.insert(id, role)),
                    None => drop(self.roles.remove(&id)),
                },
                Written::Account { id, person, recipient, .. } => match person {
                    Some(person) => drop(self.accounts.insert(id, (person, recipient))),
                    None => drop(self.accounts.remove(&id)),
                },
                Written::Recovery { recipient } => self.recovery = Some(recipient),
                Written::Key { id, account, person, public } => {
                    let answer = seen.key.into_iter().filter(|by| *by != id).collect();
                    let key = Key { owner: account.zip(person), public, answer, first, since: seen.id };
                    self.keys.insert(id, key);
                }
                Written::Event { kind: Some(AccountEventKind::Confirmed), account: Some(account), .. } => {
                    let its = |key: &&mut Key| key.owner.is_some_and(|(of, _)| of == account);
                    for key in self.keys.values_mut().filter(its) {
                        key.answer.extend(seen.key);
                    }
                }
                Written::Event { .. } => {}
                Written::Adoption { schema } => {
                    self.begun = true;
                    self.adopted = self.adopted.max(schema);
                }
            }
        }
    }
}

/// Who wrote a change.
#[derive(Debug, Clone, Copy)]
struct Author {
    person: PersonId,
    role: Option<Role>,
    /// With the recovery key in their hands.
    recovers: bool,
}
