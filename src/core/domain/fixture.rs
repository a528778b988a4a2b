//! A small centre for the tests of the rules: posts 1 and 2, doctors from 1, the team from 90.

use std::collections::BTreeMap;

use super::stay::Withdrawal;
use super::{
    Addressee, Answer, Calendar, Centre, CentreId, Day, Detail, DoctorFacts, Gravity, Handover, IsoWeek, Item,
    ItemFacts, ItemId, Kind, Person, PersonId, Post, PostId, Receipt, ReceiptId, Relay, RelayId, Rev, Role, Rota,
    Signature, Stamp, Stay, StayId, StayState, Takeover, Thread, Verdict,
};

/// The coordination.
pub const CLAIRE: PersonId = PersonId(90);
/// The nurse.
pub const NADIA: PersonId = PersonId(91);
/// The first post.
pub const POST: PostId = PostId(1);

/// The Monday of a week of 2026, or of the years after it when past 53.
///
/// # Panics
/// When what the test asks for is no day of these years.
#[must_use]
pub fn monday(week: i32) -> Day {
    IsoWeek::new(2026, 1).unwrap().plus(week - 1).monday()
}

/// A week of 2026, or of the years after it when past 53.
#[must_use]
pub fn week(number: i32) -> IsoWeek {
    monday(number).week()
}

/// A person of that role, present on working days.
#[must_use]
pub fn person(id: PersonId, role: Role) -> Person {
    Person {
        same_as: None,
        id,
        given: "Anne".into(),
        family: format!("P{id}"),
        role,
        phone: None,
        email: None,
        presence: [true, true, true, true, true, false, false],
        ended: None,
        doctor: DoctorFacts::default(),
    }
}

/// The centre, open since 31 October 2022.
///
/// # Panics
/// When what the test asks for is no day of these years.
#[must_use]
pub fn centre() -> Centre {
    Centre {
        id: CentreId(1),
        name: "Centre de santé d'Ajain".into(),
        commune: "Ajain".into(),
        department: "23".into(),
        opened: Day::ymd(2022, 10, 31).unwrap(),
        opening: super::centre::Opening::default(),
        names_allowed: false,
        lang: "fr".into(),
        lock_minutes: 10,
        backup_folder: String::new(),
        slot_minutes: 20,
        result_days: 3,
        guide_months: 6,
        own_zone: None,
        words_for_all: true,
        around: crate::domain::account::Around::default(),
        journal_months: crate::domain::journal::USUAL_MONTHS,
        weights: crate::domain::candidate::Weights::default(),
        asked_days: crate::domain::centre::ASKED_DAYS,
        targets: super::noted::Targets::default(),
    }
}

/// A rota with `posts` posts, nine doctors, the coordination and the nurse, and these stays.
#[must_use]
pub fn rota(posts: i64, stays: Vec<Stay>) -> Rota {
    let team = [person(CLAIRE, Role::Coordination), person(NADIA, Role::Nurse)];
    let doctors = (1..=9).map(|n| person(PersonId(n), Role::Doctor));
    let mut calendar = Calendar::default();
    // Open on Saturday mornings here, so that a stay to Saturday and one to Friday differ.
    calendar.opening.open[5] = (true, false);
    Rota {
        calendar,
        posts: (1..=posts)
            .map(|n| Post { id: PostId(n), name: format!("Poste {n}"), pattern: crate::domain::Pattern::Programmed })
            .collect(),
        stays: stays.into(),
        people: doctors.chain(team).collect(),
        ..Rota::default()
    }
}

/// A confirmed stay from Monday to Saturday.
#[must_use]
pub fn stay(id: i64, post: i64, doctor: i64, number: i32) -> Stay {
    Stay {
        id: StayId(id),
        post: PostId(post),
        doctor: PersonId(doctor),
        from: monday(number),
        to: monday(number).plus(5),
        state: StayState::Confirmed,
        withdrawal: None,
        was_confirmed: false,
        held_until: None,
        said_on: None,
        note: String::new(),
    }
}

/// The same stay, withdrawn on that day.
#[must_use]
pub fn cancelled(mut stay: Stay, on: Day) -> Stay {
    stay.state = StayState::Cancelled;
    stay.withdrawal = Some(Withdrawal::told(on, "malade"));
    stay
}

/// Signs a stay's handover.
///
/// # Panics
/// When what the test asks for is no day of these years.
pub fn sign(rota: &mut Rota, stay: i64, at: Stamp) {
    let author = rota.stay(StayId(stay)).unwrap().doctor;
    let signature = Signature {
        author,
        entered_by: None,
        name: String::new(),
        at,
        hash: String::new(),
        previous: None,
        follows: None,
        figures: None,
        nothing_to_report: false,
        as_is: false,
        undecided: vec![],
    };
    let handover = Handover { signature: Some(signature), ..Handover::empty(StayId(stay)) };
    rota.handovers.insert(StayId(stay), handover);
}

/// Takes over for a stay.
///
/// # Panics
/// When what the test asks for is no day of these years.
pub fn take_over(rota: &mut Rota, stay: i64, at: Stamp) {
    let author = rota.stay(StayId(stay)).unwrap().doctor;
    let takeover =
        Takeover { stay: StayId(stay), author, entered_by: None, name: String::new(), at, unanswered: vec![] };
    rota.takeovers.insert(StayId(stay), takeover);
}

/// A routine word on a point.
#[must_use]
pub fn word(item: i64, stay: Option<i64>, author: PersonId, at: Stamp, verdict: Verdict, to: Addressee) -> Relay {
    Relay {
        id: RelayId(at.0),
        rev: Rev(0),
        item: ItemId(item),
        author,
        entered_by: None,
        at,
        stay: stay.map(StayId),
        verdict,
        text: "revoir".into(),
        plan: String::new(),
        gravity: Gravity::Routine,
        due: None,
        show_from: None,
        to,
        outcome: None,
        detail: Detail::default(),
    }
}

/// An answer to a point.
#[must_use]
pub fn receipt(item: i64, stay: Option<i64>, author: PersonId, at: Stamp, answer: Answer) -> Receipt {
    Receipt {
        id: ReceiptId(at.0),
        item: ItemId(item),
        stay: stay.map(StayId),
        author,
        entered_by: None,
        at,
        answer,
        words: String::new(),
    }
}

/// A point with its words.
#[must_use]
pub fn thread(item: i64, relays: Vec<Relay>) -> Thread {
    Thread {
        item: Item {
            id: ItemId(item),
            rev: Rev(0),
            kind: Kind::Care,
            patient: None,
            facts: ItemFacts::default(),
            elsewhere: crate::domain::Elsewhere::default(),
        },
        relays,
        receipts: vec![],
        steps: vec![],
        weeks: BTreeMap::new(),
    }
}

/// The row of a record of which only the number counts.
#[must_use]
pub fn row(id: i64) -> super::record::Written {
    super::record::Written { id, rev: Rev(1), values: super::record::Values::default(), by: None }
}
