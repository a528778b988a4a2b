//! A small centre for tests of the screen: Ajain on Friday 27 November 2026 at 16:42.
//!
//! C. Garnier (1, coordination) and N. Benali (2, nurse) are the team. Dr Vidal (3) is there in S48,
//! Dr Aubert (4) comes in S49, nobody in S50, Dr Roche (5) in S51.

#[path = "../../../tests/keys.rs"]
mod notation;

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Ask, Cx, Dialog, Look, Session};
use crate::domain::centre::Opening;
use crate::domain::{
    Calendar, Centre, Day, DoctorFacts, Now, People, Person, PersonId, Post, PostId, Role, Rota, Stay, StayId,
    StayState, Who,
};
use crate::protocol::{FramePage, Rev, Table, Write};
use crate::words::{Lang, Words};

pub use notation::keys;

/// C. Garnier, coordination.
pub const GARNIER: PersonId = PersonId(1);
/// N. Benali, nurse.
pub const BENALI: PersonId = PersonId(2);
/// Dr Hélène Vidal, in S48.
pub const VIDAL: PersonId = PersonId(3);
/// Dr Marc Aubert, in S49.
pub const AUBERT: PersonId = PersonId(4);
/// Dr Paul Roche, in S51.
pub const ROCHE: PersonId = PersonId(5);
/// The only post.
pub const POST: PostId = PostId(1);

/// Everything a [`Cx`] borrows.
pub struct Desk {
    pub words: Words,
    pub look: Look,
    pub frame: FramePage,
    pub session: Session,
    pub now: Now,
    pub area: Rect,
}

/// The day.
///
/// # Panics
/// When there is no such day.
#[must_use]
pub fn day(year: i32, month: u32, day: u32) -> Day {
    Day::ymd(year, month, day).unwrap()
}

fn person(id: PersonId, given: &str, family: &str, role: Role) -> Person {
    Person {
        same_as: None,
        id,
        given: given.to_owned(),
        family: family.to_owned(),
        role,
        phone: None,
        email: None,
        presence: [role != Role::Doctor; 7],
        ended: None,
        doctor: DoctorFacts::default(),
    }
}

impl Desk {
    /// The desk of that person, in French, without colours.
    #[must_use]
    pub fn of(who: PersonId) -> Self {
        let people: People = [
            person(GARNIER, "Claire", "Garnier", Role::Coordination),
            person(BENALI, "Nadia", "Benali", Role::Nurse),
            person(VIDAL, "Hélène", "Vidal", Role::Doctor),
            person(AUBERT, "Marc", "Aubert", Role::Doctor),
            person(ROCHE, "Paul", "Roche", Role::Doctor),
        ]
        .into_iter()
        .collect();
        // Three stays of six days, Monday to Saturday.
        let stays = [(1, VIDAL, day(2026, 11, 23)), (2, AUBERT, day(2026, 11, 30)), (3, ROCHE, day(2026, 12, 14))];
        let stays = stays.map(|(id, doctor, from)| Stay {
            id: StayId(id),
            post: POST,
            doctor,
            from,
            to: from.plus(5),
            state: StayState::Confirmed,
            withdrawal: None,
            was_confirmed: false,
            held_until: None,
            said_on: None,
            note: String::new(),
        });
        let opening = Opening::default();
        let rota = Rota {
            calendar: Calendar { opening: opening.clone(), closures: Vec::new(), alsace_moselle: false },
            posts: vec![Post { id: POST, name: "Médecin".to_owned(), pattern: crate::domain::Pattern::Programmed }],
            stays: stays.to_vec().into(),
            people,
            ..Rota::default()
        };
        let centre = Centre { opening, ..crate::domain::fixture::centre() };
        let rows = (1..=5)
            .map(|id| Table::PERSON.row(id))
            .chain((1..=3).map(|id| Table::STAY.row(id)))
            .chain([Table::POST.row(1), Table::CENTRE.row(1)]);
        let frame = FramePage {
            centre,
            rota,
            half_days: Vec::new(),
            alerts: Vec::new(),
            undo: None,
            redo: None,
            revs: rows.zip(1..).map(|(row, rev)| (row, Rev(rev))).collect(),
            followed: BTreeMap::new(),
            open: Vec::new(),
            chronic: std::collections::BTreeSet::new(),
            desk: crate::protocol::DeskFacts::default(),
            shelf: crate::domain::writing::Shelf::default(),
        };
        Self {
            words: Words::new(Lang::Fr),
            look: Look { theme: None, ascii: false, blocks: false },
            frame,
            session: Session { who: Who::is(who), demo: false },
            now: Now::on(day(2026, 11, 27), 16, 42),
            area: Rect::new(0, 0, 80, 21),
        }
    }

    /// What a pane or dialog may read.
    #[must_use]
    pub fn cx(&self) -> Cx<'_> {
        Cx {
            words: &self.words,
            look: &self.look,
            frame: &self.frame,
            session: &self.session,
            now: self.now,
            area: self.area,
        }
    }
}

/// What is to be written, and nothing else.
///
/// # Panics
/// When something else is asked for.
#[track_caller]
#[must_use]
pub fn written(asks: &[Ask]) -> &Write {
    match asks {
        [Ask::Save(write)] => write,
        other => panic!("{other:?}"),
    }
}

/// What is done once it is confirmed.
///
/// # Panics
/// When something else is asked for.
#[track_caller]
#[must_use]
pub fn confirmed(asks: &[Ask]) -> &[Ask] {
    match asks {
        [Ask::Confirm { yes, .. }] => yes,
        other => panic!("{other:?}"),
    }
}

/// The one form that is asked to be opened.
///
/// # Panics
/// When something else is asked for.
#[track_caller]
#[must_use]
pub fn opened<F>(asks: &[Ask]) -> &F
where
    for<'a> &'a F: TryFrom<&'a Dialog>,
{
    let found = match asks {
        [Ask::Open(dialog) | Ask::OpenAt(dialog, _)] => dialog.try_into().ok(),
        _ => None,
    };
    found.unwrap_or_else(|| panic!("{asks:?}"))
}

/// What a buffer shows, line by line, without blanks at the ends.
#[must_use]
pub fn shown(buf: &Buffer) -> String {
    let area = buf.area;
    let rows = (area.top()..area.bottom()).map(|y| {
        let mut line = String::new();
        let mut skip = 0;
        for x in area.left()..area.right() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buf[(x, y)].symbol();
            skip = super::widget::text::width(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        line.trim_end().to_owned()
    });
    rows.collect::<Vec<_>>().join("\n") + "\n"
}
