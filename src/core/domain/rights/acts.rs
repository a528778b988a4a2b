//! The right that each act, row, table and account event asks for.

use super::super::account::{AccountEventKind, Around, is_of_the_week};
use super::super::act::{
    Act, AgendaAct, CentreAct, DraftAct, HandoverAct, ItemAct, NotedAct, PeopleAct, PlaceAct, RecordAct, SequelAct,
    StayAct,
};
use super::super::alert::Alert;
use super::super::{Day, PersonId, Role, Rota, record};
use super::Right;

/// The right an act asks for.
#[must_use]
pub fn of_act(act: &Act) -> Right {
    match act {
        Act::Centre(act) => match act {
            CentreAct::Create { .. }
            | CentreAct::Edit(_)
            | CentreAct::AddPost(..)
            | CentreAct::EditPost(..)
            | CentreAct::Targets(_)
            | CentreAct::Weights(..)
            | CentreAct::Loss(_) => Right::Centre,
            CentreAct::ReadyMade(_) => Right::Rota,
        },
        // Who was a doctor, or is to be one no more, the rows written tell.
        Act::People(PeopleAct::Add(person) | PeopleAct::Edit(_, person)) => of_person(person.role),
        Act::People(PeopleAct::Merge(..) | PeopleAct::Remove(_)) => Right::Doctors,
        Act::Stay(act) => match act {
            StayAct::Add(_)
            | StayAct::Enroll(..)
            | StayAct::Edit(..)
            | StayAct::Cancel(..)
            | StayAct::Keep(_)
            | StayAct::Interrupt { .. }
            | StayAct::Cut { .. }
            | StayAct::Swap(..) => Right::Rota,
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
            | HandoverAct::TakeOver { .. } => Right::Points,
        },
        Act::Item(act) => match act {
            ItemAct::Open(..)
            | ItemAct::Say(..)
            | ItemAct::Amend(..)
            | ItemAct::Answer(..)
            | ItemAct::Step(..)
            | ItemAct::PutOff(..)
            | ItemAct::Move(..) => Right::Points,
        },
        Act::Agenda(act) => match act {
            AgendaAct::Add(..) | AgendaAct::Edit(..) | AgendaAct::Remove(_) | AgendaAct::HalfDays(..) => Right::Agenda,
            AgendaAct::Close { .. } => Right::Closing,
        },
        Act::ImportAgenda(_) => Right::Agenda,
        // Each of the others is asked for by the rows it writes.
        Act::Together(together) => together.acts.first().map_or(Right::Own, of_act),
        Act::Noted(act) => match act {
            NotedAct::Add(_) | NotedAct::Edit(..) | NotedAct::Remove(_) => Right::Noted,
        },
        Act::Sequel(act) => match act {
            SequelAct::Want(_) | SequelAct::Forget(_) | SequelAct::Told(_) => Right::Points,
        },
        Act::Record(RecordAct::Put(record, ..) | RecordAct::Remove(record, _) | RecordAct::Forget(record, _)) => {
            record.right
        }
        Act::Place(act) => match act {
            PlaceAct::AddContact(_)
            | PlaceAct::EditContact(..)
            | PlaceAct::RemoveContact(_)
            | PlaceAct::AddPage(_)
            | PlaceAct::EditPage(..)
            | PlaceAct::RemovePage(_)
            | PlaceAct::PutBack(_) => Right::Place,
            PlaceAct::CheckPage(_) | PlaceAct::CheckContact(_) | PlaceAct::Call { .. } | PlaceAct::Read(_) => {
                Right::ReadPlace
            }
        },
    }
}

/// The right to add or change somebody of a role.
const fn of_person(role: Role) -> Right {
    match role {
        Role::Doctor => Right::Doctors,
        Role::Coordination | Role::Assistant | Role::Nurse | Role::HeadOffice | Role::FiguresOnly => Right::People,
    }
}

/// The right that writing a row of a table asks for, by what its columns hold before or after.
///
/// As for a table, but: a doctor is the collective's, and whoever checks an entry of the directory does not write it.
#[must_use]
pub fn of_row(table: &str, text: impl Fn(&str) -> Option<String>, changed: &[&str]) -> Option<Right> {
    match table {
        // A role that came later stands beside one of the first.
        "person" if text("role").as_deref() == Some("Doctor") && text("role_beside").is_none() => Some(Right::Doctors),
        "contact" if changed == ["checked"] => Some(Right::ReadPlace),
        _ => of_table(table),
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
        "account" | "account_event" | "signing_key" => Right::Own,
        "addendum" | "dismissed" | "handover" | "item" | "put_off" | "receipt" | "relay" | "reopening" | "sequel"
        | "signature" | "step" | "takeover" => Right::Points,
        "entry" | "half_day" => Right::Agenda,
        "day_close" | "mark" => Right::Closing,
        "panel_snapshot" | "week_survey" => Right::Noted,
        "contact" | "guide_page" | "guide_version" | "place_page" => Right::Place,
        "contact_call" | "guide_check" | "guide_read" => Right::ReadPlace,
        other => return record::of_table(other).map(|record| record.right),
    })
}

/// The right to read what a table holds, and what was said of a change in it; of one that is named nowhere, the right
/// to write it.
#[must_use]
pub fn reads_table(table: &str) -> Right {
    match table {
        "centre" | "post" | "loss" | "closure" | "person" | "stay" | "withdrawal" | "medical_backup" | "absence"
        | "opens" => Right::ReadRota,
        // Whom to write a task for, and which room is whose, the whole team has to see.
        "task_template" | "asset" | "tenant" => Right::Prepare,
        // Each bears a patient.
        "movement" => Right::ReadPoints,
        "to_tell" | "capacity" | "care_protocol" | "distance" => Right::ReadAgenda,
        // Said by a doctor, read by who keeps the collective.
        "leaving_word" => Right::Doctors,
        "entry" | "half_day" | "day_close" | "mark" | "panel_snapshot" | "week_survey" | "published" => {
            Right::ReadAgenda
        }
        "contact" | "contact_call" | "guide_check" | "guide_page" | "guide_read" | "guide_version" | "place_page" => {
            Right::ReadPlace
        }
        other => match of_table(other).unwrap_or(Right::Centre) {
            Right::Points => Right::ReadPoints,
            right => right,
        },
    }
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
        AccountEventKind::OwnPassphrase if person == by => Right::Own,
        // A key comes with what its owner writes.
        AccountEventKind::Recovered | AccountEventKind::KeyEntered => Right::Own,
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

/// The right to know of an alert.
#[must_use]
pub const fn of_alert(alert: &Alert) -> Right {
    match alert {
        Alert::UrgentUnanswered(_)
        | Alert::Unsigned(_)
        | Alert::Question(_)
        | Alert::Returned(_)
        | Alert::RoleEmpty(..)
        | Alert::ToDecide(_)
        | Alert::Difference(_)
        | Alert::FollowUpsLost(_)
        | Alert::ResultLate(_)
        | Alert::Unreached(_)
        | Alert::Overdue(_) => Right::ReadPoints,
        Alert::LeftDraft(_) => Right::LeftDrafts,
        Alert::Withdrawal(_) | Alert::NoBackup(_) | Alert::OptionSoon(_) | Alert::OptionLapsed(_) => Right::Rota,
        // The desk's own: of those who work at it.
        Alert::ToClose { .. } | Alert::Copy(_) | Alert::ToTell { .. } => Right::ReadAgenda,
        Alert::ToCall { .. } => Right::Doctors,
        Alert::TasksLate { .. } | Alert::CatchUp { .. } | Alert::KeyOut { .. } => Right::Prepare,
        Alert::Account(_) | Alert::Restored => Right::Accounts,
        Alert::RecoveryUnnoted | Alert::RecoveryFile { .. } => Right::Recovery,
        // What everybody has to know who trusts what is shown.
        Alert::Loss(_) | Alert::Clock(_) | Alert::ReadOnly | Alert::Tampered(_) => Right::Own,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{CLAIRE, monday, rota, stay};
    use super::super::super::{Msg, StayId};
    use super::super::may;
    use super::*;

    /// What is wrong with the copies or the recovery key concerns those who work at the desk; that what is shown cannot
    /// be trusted concerns everybody.
    #[test]
    fn head_office_and_figures_know_of_the_desk_what_makes_it_untrue() {
        let why = || Msg::new("x");
        let knows = |alert: &Alert| Role::ALL.map(|role| if may(role, of_alert(alert)) { "x" } else { "." }).join(" ");
        for alert in [Alert::Clock(why()), Alert::ReadOnly, Alert::Tampered(why())] {
            assert_eq!(knows(&alert), "x x x x x x", "{alert:?}");
        }
        assert_eq!(knows(&Alert::Copy(why())), "x x x x . .");
        let file = Alert::RecoveryFile { path: String::new(), there: true };
        for alert in [Alert::Restored, Alert::RecoveryUnnoted, file] {
            assert_eq!(knows(&alert), "x . . . . .", "{alert:?}");
        }
        assert_eq!(knows(&Alert::Withdrawal(StayId(1))), "x . . . x .");
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
        assert_eq!(right(AccountEventKind::OwnPassphrase, nurse, wednesday), Right::Own);
        assert_eq!(right(AccountEventKind::OwnPassphrase, one, wednesday), Right::Accounts);
    }
}
