//! A small centre for the tests of the week, the figures and the registers.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::centre::{Closure, Opening};
use crate::domain::stay::Withdrawal;
use crate::domain::{
    Addressee, Calendar, Centre, ClosureId, Day, DoctorFacts, DoctorStatus, Gravity, IsoWeek, Item, ItemId, Kind, Now,
    PatientRef, Person, PersonId, Post, PostId, Relay, RelayId, Rev, Role, Rota, Stay, StayId, StayState, Thread,
    Verdict, Who,
};
use crate::protocol::{FramePage, WeekPage};
use crate::ui::{Cx, Look, Pane, Session};
use crate::words::{Lang, Words};

/// Everything a [`Cx`] borrows.
pub struct Desk {
    pub words: Words,
    pub look: Look,
    pub frame: FramePage,
    pub session: Session,
    pub now: Now,
    pub area: Rect,
}

/// A day of 2026.
pub fn day(month: u32, day: u32) -> Day {
    Day::ymd(2026, month, day).unwrap()
}

pub fn week(number: u32) -> IsoWeek {
    IsoWeek::new(2026, number).unwrap()
}

fn person(id: i64, given: &str, family: &str, role: Role, doctor: DoctorFacts) -> Person {
    Person {
        same_as: None,
        id: PersonId(id),
        given: given.into(),
        family: family.into(),
        role,
        phone: None,
        email: None,
        presence: [true, true, true, true, true, false, false],
        ended: None,
        doctor,
    }
}

fn facts(status: DoctorStatus, department: &str) -> DoctorFacts {
    DoctorFacts {
        status: Some(status),
        department: Some(department.into()),
        birth_year: None,
        rpps: None,
        pioneer: false,
    }
}

fn stay(id: i64, doctor: i64, from: Day, to: Day, state: StayState) -> Stay {
    Stay {
        id: StayId(id),
        post: PostId(1),
        doctor: PersonId(doctor),
        from,
        to,
        state,
        withdrawal: None,
        was_confirmed: false,
        held_until: None,
        said_on: None,
        note: String::new(),
    }
}

/// A point due, with one word on it.
pub fn point(id: i64, file: Option<&str>, gravity: Gravity, due: Day, text: &str) -> Thread {
    let patient = file.map(|f| PatientRef { file: f.into(), initials: Some("M.D.".into()), birth_year: Some(1948) });
    let kind = if patient.is_some() { Kind::Care } else { Kind::Centre };
    let relay = Relay {
        id: RelayId(id),
        rev: Rev(0),
        item: ItemId(id),
        author: PersonId(2),
        entered_by: None,
        at: Now::on(day(11, 6), 17, 0).at,
        stay: Some(StayId(1)),
        verdict: Verdict::Opened,
        text: text.into(),
        plan: String::new(),
        gravity,
        due: Some(due),
        show_from: None,
        to: Addressee::Post(PostId(1), week(46)),
        outcome: None,
        detail: crate::domain::Detail::default(),
    };
    Thread {
        item: Item {
            id: ItemId(id),
            rev: Rev(0),
            kind,
            patient,
            facts: crate::domain::ItemFacts::default(),
            elsewhere: crate::domain::Elsewhere::default(),
        },
        relays: vec![relay],
        receipts: Vec::new(),
        steps: vec![],
        weeks: std::collections::BTreeMap::new(),
    }
}

/// The points due in S46: an urgent one and one about the centre on Tuesday, one on Friday.
pub fn page() -> WeekPage {
    let due = vec![
        (
            day(11, 10),
            point(118, Some("1243"), Gravity::Urgent, day(11, 10), "INR 4,8 sous AVK, contrôle au labo mardi."),
        ),
        (day(11, 10), point(119, None, Gravity::Routine, day(11, 10), "Vaccins livrés : vérifier le frigo.")),
        (day(11, 13), point(121, Some("0377"), Gravity::Watch, day(11, 13), "TSH à relire, adapter la dose.")),
    ];
    WeekPage {
        week: week(46),
        due,
        entries: Vec::new(),
        half_days: Vec::new(),
        closings: Vec::new(),
        requests: Vec::new(),
    }
}

impl Desk {
    /// Tuesday of S46 2026: S45 over, S46 running (with 11 November), S47 vacant after a withdrawal, S48
    /// and S49 confirmed, S50 an option, S51 two days only, S53 closed.
    pub fn new() -> Self {
        let people = [
            person(1, "Claire", "Garnier", Role::Coordination, DoctorFacts::default()),
            person(2, "Luc", "Morel", Role::Doctor, facts(DoctorStatus::Locum, "69")),
            person(3, "Hélène", "Vidal", Role::Doctor, facts(DoctorStatus::Retired, "44")),
            person(4, "Paul", "Aubert", Role::Doctor, facts(DoctorStatus::NewGraduate, "75")),
        ];
        let mut gone = stay(3, 4, day(11, 16), day(11, 21), StayState::Cancelled);
        gone.withdrawal = Some(Withdrawal::told(day(11, 4), "enfant malade"));
        let stays = vec![
            stay(1, 2, day(11, 2), day(11, 7), StayState::Confirmed),
            stay(2, 3, day(11, 9), day(11, 14), StayState::Confirmed),
            gone,
            stay(4, 4, day(11, 23), day(11, 28), StayState::Confirmed),
            stay(5, 2, day(11, 30), day(12, 5), StayState::Confirmed),
            stay(6, 3, day(12, 7), day(12, 12), StayState::Option),
            stay(7, 4, day(12, 14), day(12, 15), StayState::Confirmed),
        ];
        let opening = Opening::default();
        let closures = vec![Closure {
            id: ClosureId(1),
            from: day(12, 28),
            to: day(12, 31).plus(3),
            reason: "fin d'année".into(),
        }];
        let calendar = Calendar { opening: opening.clone(), closures, alsace_moselle: false };
        let centre = Centre { opened: day(10, 12), opening, ..crate::domain::fixture::centre() };
        let rota = Rota {
            calendar,
            posts: vec![Post { id: PostId(1), name: "Médecin".into(), pattern: crate::domain::Pattern::Programmed }],
            stays: stays.into(),
            people: people.into_iter().collect(),
            ..Rota::default()
        };
        let frame = FramePage {
            centre,
            rota,
            half_days: Vec::new(),
            alerts: Vec::new(),
            undo: None,
            redo: None,
            revs: BTreeMap::new(),
            followed: BTreeMap::new(),
            open: Vec::new(),
            chronic: std::collections::BTreeSet::new(),
            desk: crate::protocol::DeskFacts::default(),
            shelf: crate::domain::writing::Shelf::default(),
        };
        Self {
            words: Words::new(Lang::Fr),
            look: Look::default(),
            frame,
            session: Session { who: Who::is(PersonId(1)), demo: false },
            now: Now::on(day(11, 10), 9, 30),
            area: Rect::new(0, 0, 80, 21),
        }
    }

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

    /// The pane as text, without trailing spaces.
    pub fn drawn(&self, pane: &dyn Pane, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        pane.draw(area, &mut buf, &self.cx());
        let line = |y| (0..width).map(|x| buf[(x, y)].symbol()).collect::<String>();
        (0..height).map(|y| line(y).trim_end().to_owned() + "\n").collect()
    }
}
