//! Who may do what: one table of rights and roles, and the right that each act, table and account event asks for.
//!
//! Judged on who is signed in, never on whom one types for. It is policy with traces, not cryptography: whoever holds
//! the key of the centre could read and write everything. The door of the store asks twice: the act before it is
//! carried out, and before the commit every table it has written, so that undo, redo and an import obey too.

use super::account::{AccountEventKind, Around, is_of_the_week};
use super::act::{
    Act, AgendaAct, CentreAct, DraftAct, HandoverAct, ItemAct, NotedAct, PeopleAct, PlaceAct, RecordAct, SequelAct,
    StayAct,
};
use super::{Day, Msg, People, Person, PersonId, Role, Rota, record};

/// Something that is somebody's to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// The day's work: points, handovers, agenda, closings, surveys, directory, booklet, and one's own passphrase.
    /// Whose stay and whose word it is, the rules of the relay say.
    Work,
    /// Notes that a doctor withdraws, for the coordination to confirm.
    NoteWithdrawal,
    /// Opens the account of a doctor of the week, and gives it a passphrase: nobody is locked out on a Monday.
    WeekAccount,
    /// Sees who has an account, and what happened to accounts.
    SeeAccounts,
    /// Every account: added, renamed, ended, a passphrase for somebody else.
    Accounts,
    /// The verified copies: where they go, one made by hand.
    Copies,
    /// The recovery key.
    Recovery,
    /// The centre, its posts, hours, closures and targets.
    Centre,
    /// Stays: entered, changed, called off, imported.
    Rota,
    /// Doctors of the collective and members of the team.
    People,
    /// Transmits as it is what a doctor left unsigned.
    AsIs,
    /// Reads what those who have left never transmitted, and decides what becomes of it.
    LeftDrafts,
}

impl Right {
    /// Every right.
    pub const ALL: [Self; 12] = [
        Self::Work,
        Self::NoteWithdrawal,
        Self::WeekAccount,
        Self::SeeAccounts,
        Self::Accounts,
        Self::Copies,
        Self::Recovery,
        Self::Centre,
        Self::Rota,
        Self::People,
        Self::AsIs,
        Self::LeftDrafts,
    ];
}

/// The table: whether a role has a right.
#[must_use]
pub const fn may(role: Role, right: Right) -> bool {
    match right {
        Right::Work => true,
        Right::NoteWithdrawal | Right::WeekAccount | Right::SeeAccounts => match role {
            Role::Coordination | Role::Assistant | Role::Nurse => true,
            Role::Doctor => false,
        },
        Right::Accounts
        | Right::Copies
        | Right::Recovery
        | Right::Centre
        | Right::Rota
        | Right::People
        | Right::AsIs
        | Right::LeftDrafts => match role {
            Role::Coordination => true,
            Role::Assistant | Role::Nurse | Role::Doctor => false,
        },
    }
}

/// Whether a person has a right on a day: who has left the team has its rights no more.
#[must_use]
pub fn has(person: &Person, right: Right, today: Day) -> bool {
    may(person.role, right) && (right == Right::Work || person.role == Role::Doctor || person.in_team(today))
}

/// Says who can do what was asked for by somebody who may not.
#[must_use]
pub fn refusal(right: Right, people: &People, today: Day) -> Msg {
    let able: Vec<String> = Role::TEAM
        .into_iter()
        .filter(|role| may(*role, right))
        .flat_map(|role| people.in_role(role, today))
        .map(Person::short)
        .collect();
    let id = if may(Role::Assistant, right) { "rights-team" } else { "rights-coordination" };
    if able.is_empty() {
        return Msg::new("rights-nobody");
    }
    Msg::new(id).with("count", able.len()).with("who", able.join(", "))
}

/// The right an act asks for.
#[must_use]
pub const fn of_act(act: &Act) -> Right {
    match act {
        Act::Centre(act) => match act {
            CentreAct::Create { .. }
            | CentreAct::Edit(_)
            | CentreAct::AddPost(..)
            | CentreAct::EditPost(..)
            | CentreAct::Targets(_)
            | CentreAct::Loss(_) => Right::Centre,
        },
        Act::People(act) => match act {
            PeopleAct::Add(_) | PeopleAct::Edit(..) => Right::People,
        },
        Act::Stay(act) => match act {
            StayAct::Add(_) | StayAct::Edit(..) | StayAct::Cancel(..) | StayAct::Keep(_) => Right::Rota,
            StayAct::NoteWithdrawal(..) => Right::NoteWithdrawal,
        },
        Act::Draft(act) => match act {
            DraftAct::Address { .. } | DraftAct::SetAside { .. } => Right::LeftDrafts,
        },
        Act::ImportRota(_) => Right::Rota,
        Act::Handover(act) => match act {
            HandoverAct::Sign { as_is: true, .. } => Right::AsIs,
            HandoverAct::Sign { as_is: false, .. }
            | HandoverAct::Note(..)
            | HandoverAct::Reopen { .. }
            | HandoverAct::Addendum { .. }
            | HandoverAct::Dismiss(..)
            | HandoverAct::TakeOver { .. } => Right::Work,
        },
        Act::Item(act) => match act {
            ItemAct::Open(..)
            | ItemAct::Say(..)
            | ItemAct::Amend(..)
            | ItemAct::Answer(..)
            | ItemAct::Step(..)
            | ItemAct::PutOff(..)
            | ItemAct::Move(..) => Right::Work,
        },
        Act::Agenda(act) => match act {
            AgendaAct::Add(..)
            | AgendaAct::Edit(..)
            | AgendaAct::Remove(_)
            | AgendaAct::HalfDays(..)
            | AgendaAct::Close { .. } => Right::Work,
        },
        Act::ImportAgenda(_) => Right::Work,
        Act::Noted(act) => match act {
            NotedAct::Add(_) | NotedAct::Edit(..) | NotedAct::Remove(_) => Right::Work,
        },
        Act::Sequel(act) => match act {
            SequelAct::Want(_) | SequelAct::Forget(_) | SequelAct::Told(_) => Right::Work,
        },
        Act::Record(RecordAct::Put(record, ..) | RecordAct::Remove(record, _)) => record.right,
        Act::Place(act) => match act {
            PlaceAct::AddContact(_)
            | PlaceAct::EditContact(..)
            | PlaceAct::RemoveContact(_)
            | PlaceAct::CheckContact(_)
            | PlaceAct::Call { .. }
            | PlaceAct::AddPage(_)
            | PlaceAct::EditPage(..)
            | PlaceAct::RemovePage(_)
            | PlaceAct::PutBack(_)
            | PlaceAct::CheckPage(_)
            | PlaceAct::Read(_) => Right::Work,
        },
    }
}

/// The right that writing a table of the centre asks for: a record's is in its description, and a table that is named
/// nowhere is nobody's.
#[must_use]
pub fn of_table(table: &str) -> Option<Right> {
    Some(match table {
        "centre" | "post" | "loss" => Right::Centre,
        "person" => Right::People,
        "stay" => Right::Rota,
        "withdrawal" => Right::NoteWithdrawal,
        "draft_end" => Right::LeftDrafts,
        "recovery_key" | "adoption" => Right::Recovery,
        // What is done to accounts asks for a right of its own (`of_account`).
        "account" | "account_event" | "signing_key" | "addendum" | "contact" | "contact_call" | "day_close"
        | "dismissed" | "entry" | "guide_check" | "guide_page" | "guide_read" | "guide_version" | "half_day"
        | "handover" | "item" | "mark" | "panel_snapshot" | "place_page" | "put_off" | "receipt" | "relay"
        | "reopening" | "sequel" | "signature" | "step" | "takeover" | "week_survey" => Right::Work,
        other => return record::of_table(other).map(|record| record.right),
    })
}

/// The right that something done to a person's account asks of whoever does it.
///
/// A passphrase of one's own is anybody's, and so is what the recovery key opens: it is in somebody's hands.
#[must_use]
pub fn of_account(
    kind: AccountEventKind,
    person: PersonId,
    by: PersonId,
    rota: &Rota,
    around: Around,
    today: Day,
) -> Right {
    let of_the_week = |reach| is_of_the_week(person, rota, around, reach, today);
    match kind {
        AccountEventKind::OwnPassphrase if person == by => Right::Work,
        // A key comes with what its owner writes.
        AccountEventKind::Recovered | AccountEventKind::KeyEntered => Right::Work,
        AccountEventKind::Added | AccountEventKind::Passphrase if of_the_week(0) => Right::WeekAccount,
        // Somebody who has a passphrase already: a doctor who is waited for a little longer.
        AccountEventKind::Opened if of_the_week(LATE) => Right::WeekAccount,
        AccountEventKind::OwnPassphrase
        | AccountEventKind::Added
        | AccountEventKind::Passphrase
        | AccountEventKind::Opened
        | AccountEventKind::Renamed
        | AccountEventKind::Ended
        | AccountEventKind::Confirmed => Right::Accounts,
    }
}

/// Days after its closing in which the team may open a doctor's account again.
const LATE: i32 = 14;

#[cfg(test)]
mod tests {
    use super::super::fixture::{CLAIRE, monday, person, rota, stay};
    use super::*;

    /// What each role may do, written out beside the table.
    #[test]
    fn each_role_may_do_what_is_its_own() {
        let table = |role| Right::ALL.into_iter().filter(|r| may(role, *r)).collect::<Vec<_>>();
        let team = [Right::Work, Right::NoteWithdrawal, Right::WeekAccount, Right::SeeAccounts];
        assert_eq!(table(Role::Coordination), Right::ALL);
        assert_eq!(table(Role::Assistant), team);
        assert_eq!(table(Role::Nurse), team);
        assert_eq!(table(Role::Doctor), [Right::Work]);
    }

    #[test]
    fn who_has_left_the_team_keeps_none_of_its_rights() {
        let today = monday(49);
        let mut claire = person(CLAIRE, Role::Coordination);
        claire.ended = Some(today);
        assert!(has(&claire, Right::Rota, today));
        assert!(!has(&claire, Right::Rota, today.plus(1)));
        assert!(has(&claire, Right::Work, today.plus(1)));
    }

    #[test]
    fn the_refusal_names_who_can() {
        let today = monday(49);
        let mut people: People =
            [person(CLAIRE, Role::Coordination), person(PersonId(91), Role::Nurse)].into_iter().collect();
        let said = |right, people: &People| {
            let msg = refusal(right, people, today);
            (msg.id.to_string(), format!("{:?}", msg.args))
        };
        let claire = people.short(CLAIRE);
        let (id, args) = said(Right::Rota, &people);
        assert!(id == "rights-coordination" && args.contains(&claire), "{args}");
        let (id, args) = said(Right::WeekAccount, &people);
        assert!(id == "rights-team" && args.contains(&people.short(PersonId(91))), "{args}");
        people.0.clear();
        assert_eq!(said(Right::Rota, &people).0, "rights-nobody");
    }

    #[test]
    fn the_team_reaches_the_account_of_the_weeks_doctor_alone() {
        let (one, two, nurse) = (PersonId(1), PersonId(2), PersonId(91));
        let rota = rota(1, vec![stay(48, 1, 1, 48), stay(51, 1, 2, 51)]);
        let around = Around { before: 1, after: 3 };
        let right = |kind, person, today| of_account(kind, person, nurse, &rota, around, today);
        let wednesday = monday(48).plus(2);
        for kind in [AccountEventKind::Added, AccountEventKind::Passphrase, AccountEventKind::Opened] {
            assert_eq!(right(kind, one, wednesday), Right::WeekAccount, "{kind:?}");
            assert_eq!(right(kind, two, wednesday), Right::Accounts, "{kind:?}");
            assert_eq!(right(kind, CLAIRE, wednesday), Right::Accounts, "{kind:?}");
            assert_eq!(right(kind, nurse, wednesday), Right::Accounts, "{kind:?}");
        }
        for kind in [AccountEventKind::Renamed, AccountEventKind::Ended, AccountEventKind::Confirmed] {
            assert_eq!(right(kind, one, wednesday), Right::Accounts, "{kind:?}");
        }
        // A passphrase is given in the week; a doctor who has one is let in a little longer.
        let later = monday(49).plus(4);
        assert_eq!(right(AccountEventKind::Passphrase, one, later), Right::Accounts);
        assert_eq!(right(AccountEventKind::Opened, one, later), Right::WeekAccount);
        assert_eq!(right(AccountEventKind::Opened, one, monday(52)), Right::Accounts);
        assert_eq!(right(AccountEventKind::OwnPassphrase, nurse, wednesday), Right::Work);
        assert_eq!(right(AccountEventKind::OwnPassphrase, one, wednesday), Right::Accounts);
    }
}
