//! Accounts: when they open, and what happens to them as the history tells it.
//!
//! Dates are policy, asked at sign-in: a doctor's account follows their stays. An end is cryptography, and the vault's.

use serde::{Deserialize, Serialize};

use super::{AccountEventId, AccountId, Day, Msg, People, Person, PersonId, Role, Rota, Stamp, Stay, StayState};

/// How long a doctor's account is open around a stay; settings of the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Around {
    /// Days before the first one.
    pub before: u16,
    /// Days after the last one.
    pub after: u16,
}

impl Around {
    /// Most days of either setting.
    pub const MOST: u16 = 30;

    /// The first day a stay's account is open.
    #[must_use]
    pub fn opens(self, stay: &Stay) -> Day {
        stay.from.plus(-i32::from(self.before))
    }

    /// The last day a stay's account is open.
    #[must_use]
    pub fn closes(self, stay: &Stay) -> Day {
        stay.to.plus(i32::from(self.after))
    }

    /// Whether the stay opens its doctor's account on that day.
    #[must_use]
    pub fn covers(self, stay: &Stay, day: Day) -> bool {
        (self.opens(stay)..=self.closes(stay)).contains(&day)
    }
}

impl Default for Around {
    /// The eve, and three days to sign and to be called back.
    fn default() -> Self {
        Self { before: 1, after: 3 }
    }
}

/// Why an account does not open today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// The person left the centre on that day.
    Left(Day),
    /// The next stay opens it on that day.
    Before(Day),
    /// The last stay closed it on that day.
    After(Day),
    /// No confirmed stay is known.
    NoStay,
}

/// Whether a person's account opens today; `opened` is the last day it was opened by hand for.
///
/// Any confirmed stay counts, on whatever post; an option does not, and what was called off neither: somebody of the
/// team can open the account by hand.
///
/// # Errors
/// Why it does not.
pub fn admits(person: &Person, rota: &Rota, around: Around, opened: Option<Day>, today: Day) -> Result<(), Shut> {
    if let Some(last) = person.ended.filter(|last| *last < today) {
        return Err(Shut::Left(last));
    }
    if person.role != Role::Doctor || opened.is_some_and(|until| today <= until) {
        return Ok(());
    }
    let mine = || rota.confirmed_of(person.id);
    if mine().any(|s| around.covers(s, today)) {
        return Ok(());
    }
    let next = mine().map(|s| around.opens(s)).filter(|day| *day > today).min();
    let last = mine().map(|s| around.closes(s)).filter(|day| *day < today).max();
    Err(match (next, last.max(opened)) {
        (Some(day), _) => Shut::Before(day),
        (None, Some(day)) => Shut::After(day),
        (None, None) => Shut::NoStay,
    })
}

impl Shut {
    /// What is said at sign-in: why, and who can open the account.
    #[must_use]
    pub fn msg(self, person: &Person, people: &People, today: Day) -> Msg {
        let name = person.short();
        let msg = match self {
            Self::Left(day) => Msg::new("account-shut-left").with("day", day),
            Self::Before(day) => Msg::new("account-shut-before").with("day", day),
            Self::After(day) => Msg::new("account-shut-after").with("day", day),
            Self::NoStay => Msg::new("account-shut-no-stay"),
        };
        // Who has left is put back by the coordination alone; the others are let in by whoever is there.
        let roles: &[Role] = if matches!(self, Self::Left(_)) { &[Role::Coordination] } else { &Role::TEAM };
        let able: Vec<String> =
            roles.iter().flat_map(|role| people.in_role(*role, today)).take(NAMED).map(Person::short).collect();
        msg.with("name", name).with("count", able.len()).with("who", able.join(", "))
    }
}

/// Names said at sign-in, where there is little room.
const NAMED: usize = 3;

/// Whether a doctor is this week's: with a stay, not called off, that touches this week or has the account open today.
/// `reach` more days after that count too.
#[must_use]
pub fn is_of_the_week(doctor: PersonId, rota: &Rota, around: Around, reach: i32, today: Day) -> bool {
    let week = today.week();
    let is_doctor = rota.people.get(doctor).is_none_or(|p| p.role == Role::Doctor);
    is_doctor
        && rota.stays.of(doctor).filter(|s| s.state != StayState::Cancelled).any(|s| {
            let (from, to) = (around.opens(s).min(s.from), around.closes(s).plus(reach));
            (from..=to).contains(&today) || (s.from <= week.sunday() && week.monday() <= s.to)
        })
}

/// The last day of an account that is opened by hand today: as after a stay, of the stay that is running or near.
#[must_use]
pub fn opened_until(doctor: PersonId, rota: &Rota, around: Around, today: Day) -> Day {
    let near = rota
        .stays
        .of(doctor)
        .filter(|s| s.state != StayState::Cancelled)
        .filter(|s| s.from <= today.week().sunday() && s.to >= today)
        .map(|s| around.closes(s))
        .max();
    near.unwrap_or(today).max(today.plus(i32::from(around.after)))
}

/// What was done to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AccountEventKind {
    /// A further account.
    Added,
    /// Another name in the sign-in list.
    Renamed,
    /// It opens nothing more.
    Ended,
    /// A new passphrase, given by somebody else.
    Passphrase,
    /// A new passphrase of one's own.
    OwnPassphrase,
    /// A new passphrase by the recovery key; its author is who received it.
    Recovered,
    /// Opened by hand until a day, outside the days of a stay.
    Opened,
    /// The coordination has seen what a member of the team did.
    Confirmed,
    /// The key it signs with has come by itself, at the first sign-in since there are such keys.
    KeyEntered,
}

impl AccountEventKind {
    /// Identifier of its sentence in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "account-event-added",
            Self::Renamed => "account-event-renamed",
            Self::Ended => "account-event-ended",
            Self::Passphrase => "account-event-passphrase",
            Self::OwnPassphrase => "account-event-own-passphrase",
            Self::Recovered => "account-event-recovered",
            Self::Opened => "account-event-opened",
            Self::Confirmed => "account-event-confirmed",
            Self::KeyEntered => "account-event-key",
        }
    }
}

/// One thing that happened to an account; outside undo, never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountEvent {
    pub id: AccountEventId,
    pub at: Stamp,
    pub kind: AccountEventKind,
    /// The account as it was numbered afterwards.
    pub account: Option<AccountId>,
    pub person: PersonId,
    /// Its name in the sign-in list.
    pub label: String,
    /// Who did it.
    pub author: PersonId,
    /// The last day of an account that was opened by hand.
    pub until: Option<Day>,
    /// The event that the coordination has seen.
    pub confirms: Option<AccountEventId>,
}

impl AccountEvent {
    /// Whether the coordination wants to know of it, where a member of the team did it.
    #[must_use]
    pub const fn asks_to_be_seen(&self) -> bool {
        use AccountEventKind::{Added, KeyEntered, Opened, Passphrase};
        matches!(self.kind, Added | Passphrase | Opened | KeyEntered)
    }

    /// What is said of it.
    #[must_use]
    pub fn msg(&self) -> Msg {
        let msg = Msg::new(self.kind.word()).with("name", self.label.as_str());
        match self.until {
            Some(day) => msg.with("until", day),
            None => msg,
        }
    }
}
