//! Who may do what, and who may read what: one table of rights and roles.
//!
//! Judged on who is signed in, never on whom one types for. It is policy with traces, not cryptography: whoever holds
//! the key of the centre could read and write everything. The door of the store asks twice: the act before it is
//! carried out, and before the commit every row it has written, so that undo, redo and an import obey too. What is
//! read passes `store::page::reader`, what leaves on paper or in a file asks before it is made, and the screens offer
//! nothing that would be refused. `acts` says which right each thing asks for, `own` what is a doctor's own.

mod acts;
mod own;

pub use acts::{of_account, of_act, of_alert, of_row, of_table, reads_table};
pub use own::{Replaced, is_own, not_own, not_own_sheet, not_read, own_posts, own_sheet, posts_of, replaces};

use super::{Centre, Day, Msg, People, Person, Role};

/// Something that is somebody's to do or to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// What is one's own: passphrase, drafts, colours, what one has just done.
    Own,
    /// Reads points, answers, handovers, and what is kept to write them with.
    ReadPoints,
    /// Reads the agenda, the closings and what is noted beside them.
    ReadAgenda,
    /// Reads the booklet and the directory, and says so: read, checked, called.
    ReadPlace,
    /// Reads who comes when, who everybody is, and how the centre is set.
    ReadRota,
    /// Reads the statistics.
    ReadFigures,
    /// Writes points, answers and handovers, whose word it is being told by the rules of the relay; and what is kept to
    /// write them with.
    Points,
    /// Writes the agenda, of a doctor that of their own post.
    Agenda,
    /// Closes days, of a doctor those of their own post.
    Closing,
    /// Notes surveys, patient panel and published figures beside the agenda.
    Noted,
    /// Writes the booklet and the directory.
    Place,
    /// Takes points and agenda out on paper or into a file; of a doctor their own sheets.
    Print,
    /// Takes figures and charts out into a file.
    ExportFigures,
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
    /// Doctors of the collective.
    Doctors,
    /// Prepares stays: what is to be done for them, what is lent, the voyage; and when the team is there.
    Prepare,
    /// Members of the team, and of any role but the doctors'.
    People,
    /// Transmits as it is what a doctor left unsigned.
    AsIs,
    /// Reads what those who have left never transmitted, and decides what becomes of it.
    LeftDrafts,
    /// Sees everybody's entries of the journal of accesses; one's own are one's own.
    SeeJournal,
}

impl Right {
    /// Every right, in the order of the table in the guide.
    pub const ALL: [Self; 27] = [
        Self::ReadPoints,
        Self::ReadAgenda,
        Self::ReadPlace,
        Self::ReadRota,
        Self::ReadFigures,
        Self::Points,
        Self::Agenda,
        Self::Closing,
        Self::Noted,
        Self::Place,
        Self::Print,
        Self::ExportFigures,
        Self::NoteWithdrawal,
        Self::WeekAccount,
        Self::SeeAccounts,
        Self::Accounts,
        Self::Copies,
        Self::Recovery,
        Self::Centre,
        Self::Rota,
        Self::Doctors,
        Self::Prepare,
        Self::People,
        Self::AsIs,
        Self::LeftDrafts,
        Self::SeeJournal,
        Self::Own,
    ];

    /// The roles that have it: the table.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        use Role::{Assistant, Coordination, Doctor, FiguresOnly, HeadOffice, Nurse};
        match self {
            Self::ReadPoints
            | Self::ReadAgenda
            | Self::ReadPlace
            | Self::Points
            | Self::Agenda
            | Self::Closing
            | Self::Print => &[Coordination, Assistant, Nurse, Doctor],
            Self::ReadRota => &[Coordination, Assistant, Nurse, Doctor, HeadOffice],
            Self::Own | Self::ReadFigures => &Role::ALL,
            Self::ExportFigures => &[Coordination, Assistant, Nurse, HeadOffice, FiguresOnly],
            Self::Noted | Self::WeekAccount | Self::SeeAccounts => &[Coordination, Assistant, Nurse],
            Self::NoteWithdrawal | Self::Prepare => &[Coordination, Assistant, Nurse, HeadOffice],
            Self::Place => &[Coordination, Nurse],
            Self::Rota | Self::Doctors => &[Coordination, HeadOffice],
            Self::Accounts
            | Self::Copies
            | Self::Recovery
            | Self::Centre
            | Self::People
            | Self::AsIs
            | Self::LeftDrafts
            | Self::SeeJournal => &[Coordination],
        }
    }
}

/// Whether a role has a right.
#[must_use]
pub fn may(role: Role, right: Right) -> bool {
    right.roles().contains(&role)
}

/// Whether a person has a right on a day: who has left keeps what is their own and nothing else.
#[must_use]
pub fn has(person: &Person, right: Right, today: Day) -> bool {
    may(person.role, right) && (right == Right::Own || person.role == Role::Doctor || person.is_staff(today))
}

/// Whether somebody who may read points reads of them what was said of the patient too, and not only what is to be
/// done, when, and for which file: the centre may keep that from whom it does not concern.
#[must_use]
pub fn reads_words(role: Role, centre: &Centre) -> bool {
    may(role, Right::ReadPoints) && (role != Role::Assistant || centre.words_for_all)
}

/// Says who can do what was asked for by somebody who may not.
#[must_use]
pub fn refusal(right: Right, people: &People, today: Day) -> Msg {
    let id = match right {
        _ if may(Role::Assistant, right) => "rights-team",
        _ if may(Role::Nurse, right) => "rights-nurse",
        _ => "rights-coordination",
    };
    named(id, Role::TEAM.into_iter().filter(|role| may(*role, right)), people, today)
}

/// A refusal with the names of those who can.
fn named(id: &'static str, roles: impl Iterator<Item = Role>, people: &People, today: Day) -> Msg {
    let able: Vec<String> = roles.flat_map(|role| people.in_role(role, today)).map(Person::short).collect();
    if able.is_empty() {
        return Msg::new("rights-nobody");
    }
    Msg::new(id).with("count", able.len()).with("who", able.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::PersonId;
    use super::super::fixture::{CLAIRE, monday, person};
    use super::*;

    /// The table, cell by cell: coordination, assistant, nurse, doctor, head office, figures only.
    const TABLE: [(Right, &str); 27] = [
        (Right::ReadPoints, "x x x x . ."),
        (Right::ReadAgenda, "x x x x . ."),
        (Right::ReadPlace, "x x x x . ."),
        (Right::ReadRota, "x x x x x ."),
        (Right::ReadFigures, "x x x x x x"),
        (Right::Points, "x x x x . ."),
        (Right::Agenda, "x x x x . ."),
        (Right::Closing, "x x x x . ."),
        (Right::Noted, "x x x . . ."),
        (Right::Place, "x . x . . ."),
        (Right::Print, "x x x x . ."),
        (Right::ExportFigures, "x x x . x x"),
        (Right::NoteWithdrawal, "x x x . x ."),
        (Right::WeekAccount, "x x x . . ."),
        (Right::SeeAccounts, "x x x . . ."),
        (Right::Accounts, "x . . . . ."),
        (Right::Copies, "x . . . . ."),
        (Right::Recovery, "x . . . . ."),
        (Right::Centre, "x . . . . ."),
        (Right::Rota, "x . . . x ."),
        (Right::Doctors, "x . . . x ."),
        (Right::Prepare, "x x x . x ."),
        (Right::People, "x . . . . ."),
        (Right::AsIs, "x . . . . ."),
        (Right::LeftDrafts, "x . . . . ."),
        (Right::SeeJournal, "x . . . . ."),
        (Right::Own, "x x x x x x"),
    ];

    #[test]
    fn each_role_may_do_what_is_its_own() {
        for (at, (right, cells)) in TABLE.into_iter().enumerate() {
            assert_eq!(Right::ALL[at], right);
            let found = Role::ALL.map(|role| if may(role, right) { "x" } else { "." });
            assert_eq!(found.join(" "), cells, "{right:?}");
        }
    }

    #[test]
    fn words_of_a_point_are_kept_from_whom_the_centre_keeps_them() {
        let mut centre = crate::domain::fixture::centre();
        let reads = |centre: &Centre| Role::ALL.map(|role| reads_words(role, centre));
        assert_eq!(reads(&centre), [true, true, true, true, false, false]);
        centre.words_for_all = false;
        assert_eq!(reads(&centre), [true, false, true, true, false, false]);
    }

    #[test]
    fn who_has_left_the_team_keeps_none_of_its_rights() {
        let today = monday(49);
        let mut claire = person(CLAIRE, Role::Coordination);
        claire.ended = Some(today);
        assert!(has(&claire, Right::Rota, today));
        assert!(!has(&claire, Right::Rota, today.plus(1)));
        assert!(!has(&claire, Right::ReadPoints, today.plus(1)));
        assert!(has(&claire, Right::Own, today.plus(1)));
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
        let (id, args) = said(Right::Place, &people);
        assert!(id == "rights-nurse" && args.contains(&people.short(PersonId(91))), "{args}");
        people.0.clear();
        assert_eq!(said(Right::Rota, &people).0, "rights-nobody");
    }
}
