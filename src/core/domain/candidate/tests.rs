use proptest::prelude::*;

use super::super::collective::{Listed, StayElsewhere};
use super::super::fixture::{monday, person, rota, stay, week};
use super::super::record::{LeavingWord, Values, Written};
use super::super::{DoctorFacts, Rev, Role, Stamp, StayId};
use super::*;

const CLAIRE: PersonId = PersonId(90);

/// A rota with what is known of its volunteers, looked at on Monday of a week.
struct Centre {
    rota: Rota,
    collective: Collective,
    today: Day,
}

impl Centre {
    fn of(rota: Rota) -> Self {
        let collective = Collective { stays: rota.stays.clone(), ..Collective::default() };
        Self { rota, collective, today: monday(58) }
    }

    fn row(id: i64) -> Written {
        Written { id, rev: Rev(0), values: Values::default(), by: None }
    }

    fn knows(mut self, doctor: i64, volunteer: Volunteer) -> Self {
        let row = Self::row(doctor);
        self.collective.volunteers.insert(PersonId(doctor), Listed { what: volunteer, row });
        self
    }

    /// Said on a day, by its week.
    fn said(mut self, doctor: i64, from: Day, to: Day, answer: Answer, on: i32) -> Self {
        let by = Some((CLAIRE, Stamp::at(monday(on), 600)));
        let what = Availability { person: PersonId(doctor), from, to, answer, note: String::new(), by };
        let row = Self::row(i64::try_from(self.collective.availability.len()).unwrap() + 1);
        self.collective.availability.push(Listed { what, row });
        self
    }

    fn asked(mut self, doctor: i64, number: i32, on: Day, answer: SolicitationAnswer) -> Self {
        let by = Some((CLAIRE, Stamp::at(on, 600)));
        let to_ask = Solicitation::to_ask(PersonId(doctor), PostId(1), week(number));
        let what = Solicitation { asked_on: Some(on), answer, by, ..to_ask };
        let row = Self::row(i64::try_from(self.collective.solicitations.len()).unwrap() + 1);
        self.collective.solicitations.push(Listed { what, row });
        self
    }

    fn candidates(&self, number: i32) -> Vec<Candidate> {
        self.weighed(number, &Weights::default())
    }

    fn weighed(&self, number: i32, weights: &Weights) -> Vec<Candidate> {
        let Self { rota, collective, today } = self;
        let facts = Facts { rota, collective, department: "23", weights, asked_days: 10, today: *today };
        Volunteers::of(facts).candidates(Hole { post: PostId(1), week: week(number) })
    }

    fn order(&self, number: i32) -> Vec<i64> {
        self.candidates(number).into_iter().map(|c| c.doctor.0).collect()
    }

    fn reasons(&self, number: i32, doctor: i64) -> Option<Vec<Reason>> {
        self.candidates(number).into_iter().find(|c| c.doctor.0 == doctor).map(|c| c.reasons)
    }

    fn has(&self, number: i32, doctor: i64, reason: &Reason) -> bool {
        self.reasons(number, doctor).unwrap().contains(reason)
    }
}

fn wishing(wishes: &str) -> Volunteer {
    Volunteer { wishes: wishes.into(), ..Volunteer::default() }
}

#[test]
fn each_place_is_explained_by_its_reasons() {
    // 1 came twice, long ago; 2 was here last week; 3 is on the other post in that week; 4 has an option for it.
    let mut option = stay(5, 1, 4, 60);
    option.state = StayState::Option;
    let stays = vec![stay(1, 1, 1, 20), stay(2, 1, 1, 30), stay(3, 1, 2, 57), stay(4, 2, 3, 60), option];
    let centre = Centre::of(rota(2, stays));
    assert_eq!(centre.order(60)[..2], [4, 1]);
    let order = centre.order(60);
    assert_eq!(order.last(), Some(&3), "who is elsewhere comes last");
    assert!(centre.has(60, 1, &Reason::CameBefore { times: 2, weeks: 27 }), "in weeks before today");
    let second = centre.reasons(60, 2).unwrap();
    assert!(second.contains(&Reason::JustHere(2)) && second.contains(&Reason::CameBefore { times: 1, weeks: 0 }));
    assert_eq!(centre.reasons(60, 3).unwrap()[0], Reason::Elsewhere(PostId(2)), "what counts most comes first");
    assert_eq!(centre.reasons(60, 4).unwrap()[0], Reason::Hoped(StayState::Option));
    assert_eq!(centre.reasons(60, 9).unwrap(), [Reason::Undeclared, Reason::NeverCame]);
    let all = centre.candidates(60);
    let (only, others) = difference(&all[1], all.last().unwrap());
    assert!(only.contains(&Reason::CameBefore { times: 2, weeks: 27 }));
    assert!(others.contains(&Reason::Elsewhere(PostId(2))) && !others.contains(&Reason::Undeclared));
}

#[test]
fn who_cannot_come_or_is_not_to_be_asked_is_not_among_them() {
    let mut withdrawn = stay(2, 1, 2, 60);
    withdrawn.state = StayState::Cancelled;
    let mut rota = rota(1, vec![stay(1, 1, 1, 60), withdrawn]);
    rota.people.0.get_mut(&PersonId(3)).unwrap().ended = Some(monday(60).plus(-1));
    rota.people.0.get_mut(&PersonId(4)).unwrap().ended = Some(monday(60));
    rota.people.0.get_mut(&PersonId(7)).unwrap().same_as = Some(PersonId(8));
    let spared = |on| Volunteer { spared_on: Some(on), ..Volunteer::default() };
    let centre = Centre::of(rota).knows(5, spared(monday(58))).knows(6, spared(monday(58).plus(1))).asked(
        8,
        60,
        monday(57),
        SolicitationAnswer::No,
    );
    let there = centre.order(60);
    assert!([1, 2, 3, 5, 7, 8].iter().all(|gone| !there.contains(gone)), "{there:?}");
    // Still here on its first day, spared from tomorrow on: they can. What was refused was that week alone.
    assert!(there.contains(&4) && there.contains(&6));
    assert!([1, 2, 8].iter().all(|back| centre.order(61).contains(back)));
}

#[test]
fn what_they_said_counts_the_newest_first() {
    let full = (monday(60), monday(60).plus(6));
    let centre = Centre::of(rota(1, Vec::new()))
        .said(1, full.0, full.1, Answer::Yes, 50)
        .said(2, full.0, full.1, Answer::Yes, 50)
        .said(2, full.0, full.1, Answer::No, 55)
        .said(3, full.0.plus(2), full.1, Answer::Yes, 55)
        .said(4, full.0.plus(5), full.1, Answer::No, 55)
        .said(5, full.0, full.0.plus(4), Answer::Perhaps, 55);
    assert!(centre.has(60, 1, &Reason::Said { answer: Answer::Yes, on: Some(monday(50)) }));
    assert!(centre.has(60, 2, &Reason::Said { answer: Answer::No, on: Some(monday(55)) }));
    assert!(centre.has(60, 3, &Reason::Partly { from: monday(60).plus(2), to: monday(60).plus(4) }));
    assert!(centre.reasons(60, 4).unwrap().iter().all(|r| !matches!(r, Reason::Said { .. })), "a weekend is no week");
    let order = centre.order(60);
    assert_eq!((order[0], order.last()), (1, Some(&2)));
    assert_eq!(order[1..3], [3, 5], "half of it");
}

#[test]
fn wishes_intentions_and_the_declaration_count() {
    let volunteer = |intention, declared| Volunteer { intention, declared, ..Volunteer::default() };
    // Week 66 is in April 2027.
    let centre = Centre::of(rota(1, vec![stay(1, 1, 4, 56)]))
        .knows(1, wishing("au printemps"))
        .knows(2, wishing("jamais en avril"))
        .knows(3, volunteer(Some(Intention::ComeBack), true))
        .knows(4, wishing("une fois par an"))
        .knows(5, volunteer(Some(Intention::No), false));
    assert!(centre.has(70, 1, &Reason::Wishes) && centre.has(70, 2, &Reason::Never));
    assert!(centre.has(60, 3, &Reason::ComesBack) && centre.has(60, 3, &Reason::Declared));
    assert!(centre.has(60, 5, &Reason::NotBack) && centre.has(60, 5, &Reason::Undeclared));
    assert!(!centre.has(70, 5, &Reason::Undeclared), "there are more than two months");
    let times = |number| centre.reasons(number, 4).unwrap();
    let said = |reasons: &[Reason]| reasons.iter().any(|r| matches!(r, Reason::AsWished(1)));
    assert_eq!((week(56).year() == week(70).year(), said(&times(70))), (true, true), "{:?}", times(70));
}

#[test]
fn what_was_said_on_leaving_counts_where_nothing_was_noted() {
    let said = |doctor, wishes: &str, may_call| LeavingWord {
        person: PersonId(doctor),
        intention: Some(Intention::ComeBack),
        wishes: wishes.into(),
        may_call,
        by: None,
    };
    let mut centre = Centre::of(rota(1, Vec::new())).knows(2, wishing("jamais en avril"));
    for word in [said(1, "au printemps", true), said(2, "au printemps", true), said(3, "", false)] {
        centre.collective.leaving.push(Listed { what: word, row: Centre::row(1) });
    }
    assert!(centre.has(70, 1, &Reason::Wishes) && centre.has(70, 1, &Reason::ComesBack));
    assert!(centre.has(70, 2, &Reason::Never) && centre.has(70, 2, &Reason::ComesBack));
    assert_eq!(centre.reasons(70, 3), None, "not to be called");
}

#[test]
fn who_was_asked_lately_is_marked_for_every_week() {
    let centre = Centre::of(rota(1, Vec::new()))
        .asked(1, 62, monday(57), SolicitationAnswer::None)
        .asked(2, 62, monday(56), SolicitationAnswer::None)
        .asked(3, 60, monday(50), SolicitationAnswer::Perhaps)
        .asked(4, 60, monday(50), SolicitationAnswer::No)
        .asked(4, 60, monday(51), SolicitationAnswer::Yes);
    let mark = |here, on, answer| Reason::Asked { on: Some(on), answer, here };
    assert!(centre.has(60, 1, &mark(false, monday(57), SolicitationAnswer::None)));
    assert!(centre.reasons(60, 2).unwrap().iter().all(|r| !matches!(r, Reason::Asked { .. })), "two weeks ago");
    assert!(centre.has(60, 3, &mark(true, monday(50), SolicitationAnswer::Perhaps)));
    assert!(centre.has(60, 4, &mark(true, monday(51), SolicitationAnswer::Yes)), "who changed their mind is back");
    assert_eq!(centre.order(60)[..2], [4, 3]);
    assert_eq!(centre.order(60).last(), Some(&1));
}

#[test]
fn a_stay_at_another_centre_is_seen() {
    let mut centre = Centre::of(rota(1, Vec::new()));
    centre.collective.elsewhere = vec![StayElsewhere {
        doctor: PersonId(1),
        centre: "Bellegarde".into(),
        from: monday(60).plus(2),
        to: monday(61),
    }];
    let there = Reason::OtherCentre("Bellegarde".into());
    assert!(centre.has(60, 1, &there) && centre.has(61, 1, &there) && !centre.has(62, 1, &there));
}

#[test]
fn near_and_far_are_told_in_kilometres_and_a_pioneer_goes_before() {
    let mut rota = rota(1, Vec::new());
    let facts = |code: &str, pioneer| DoctorFacts { department: Some(code.into()), pioneer, ..DoctorFacts::default() };
    for (id, code, pioneer) in [(1, "87", false), (2, "13", false), (3, "13", true), (4, "974", false)] {
        rota.people.0.get_mut(&PersonId(id)).unwrap().doctor = facts(code, pioneer);
    }
    let centre = Centre::of(rota);
    let km = |doctor| {
        let reasons = centre.reasons(70, doctor).unwrap();
        reasons.into_iter().find(|r| matches!(r, Reason::Near(_) | Reason::Far(_)))
    };
    // The middles of the Creuse and the Haute-Vienne, and of the Bouches-du-Rhône; the Réunion is on no map.
    assert!(matches!(km(1), Some(Reason::Near(50..=90))), "{:?}", km(1));
    assert!(matches!(km(2), Some(Reason::Far(350..=400))), "{:?}", km(2));
    assert_eq!(km(4), None);
    assert_eq!(centre.order(70)[..2], [3, 1]);
}

#[test]
fn of_two_alike_goes_first_who_was_here_longest_ago() {
    let centre = Centre::of(rota(1, vec![stay(1, 1, 1, 30), stay(2, 1, 2, 20), stay(3, 1, 3, 25)]));
    assert_eq!(centre.order(80)[..3], [2, 3, 1]);
}

#[test]
fn weights_turn_the_order() {
    let centre = Centre::of(rota(1, Vec::new())).knows(1, wishing("au printemps")).said(
        2,
        monday(70),
        monday(70).plus(6),
        Answer::Yes,
        50,
    );
    assert_eq!(centre.order(70)[..2], [2, 1]);
    let weights = Weights::default().with(Factor::Wishes, 90);
    assert_eq!(centre.weighed(70, &weights)[0].doctor, PersonId(1));
}

#[test]
fn a_person_of_the_team_is_no_volunteer() {
    let mut rota = rota(1, Vec::new());
    rota.people = [person(PersonId(1), Role::Nurse)].into_iter().collect();
    assert_eq!(Centre::of(rota).order(60), [0; 0]);
}

/// Stays of nine doctors on two posts, and what some of them said.
type Noted = (Vec<Stay>, Vec<(i64, i32, u8, i32)>);

fn noted() -> impl Strategy<Value = Noted> {
    let one = (1..=2_i64, 1..=9_i64, 20..80_i32, prop::sample::select(StayState::ALL.to_vec()));
    let stays = prop::collection::vec(one, 0..12).prop_map(|stays| {
        let numbered = (1..).zip(stays);
        numbered
            .map(|(id, (post, doctor, week, state))| Stay { state, id: StayId(id), ..stay(id, post, doctor, week) })
            .collect()
    });
    (stays, prop::collection::vec((1..=9_i64, 58..63_i32, 0..6_u8, 40..58_i32), 0..12))
}

fn centre_of((stays, said): &Noted) -> Centre {
    said.iter().fold(Centre::of(rota(2, stays.clone())), |centre, (doctor, number, what, on)| match what {
        0..=2 => {
            let (from, to) = (monday(*number), monday(*number).plus(9));
            centre.said(*doctor, from, to, Answer::ALL[usize::from(*what)], *on)
        }
        _ => centre.asked(*doctor, *number, monday(*on), SolicitationAnswer::ALL[usize::from(*what)]),
    })
}

proptest! {
    /// The order they were noted in never counts, but for what was noted at one moment.
    #[test]
    fn the_same_facts_give_the_same_order(noted in noted(), turned in 0_usize..20) {
        let (mut stays, mut said) = noted;
        // One moment for each.
        said.sort_unstable_by_key(|(doctor, _, _, on)| (*doctor, *on));
        said.dedup_by_key(|(doctor, _, _, on)| (*doctor, *on));
        let one = centre_of(&(stays.clone(), said.clone()));
        let by = turned % stays.len().max(1);
        stays.rotate_left(by);
        stays.reverse();
        said.reverse();
        let two = centre_of(&(stays, said));
        let (one, two) = (one.candidates(60), two.candidates(60));
        prop_assert_eq!(&one, &two);
        // Nobody twice, what counts more never comes after, and the worth is that of the reasons.
        let mut doctors: Vec<_> = one.iter().map(|c| c.doctor).collect();
        doctors.sort_unstable();
        doctors.dedup();
        prop_assert_eq!(doctors.len(), one.len());
        prop_assert!(one.windows(2).all(|pair| pair[0].worth >= pair[1].worth));
        let weights = Weights::default();
        for candidate in &one {
            let worths: Vec<i32> = candidate.reasons.iter().map(|r| r.worth(&weights)).collect();
            prop_assert!(worths.is_sorted_by(|a, b| a.abs() >= b.abs()));
            prop_assert_eq!(worths.iter().sum::<i32>(), candidate.worth);
        }
    }
}

#[test]
fn the_papers_that_outlast_a_stay_count_for_its_last_day() {
    use super::super::DoctorStatus;
    use super::super::preparation::ready_papers;
    use super::super::record::{Belongs, Paper, PaperKind};
    let mut centre = Centre::of(rota(1, vec![stay(1, 1, 1, 30)]));
    centre.rota.people.0.get_mut(&PersonId(1)).unwrap().doctor.status = Some(DoctorStatus::Salaried);
    let lasting = (1..).zip(ready_papers(str::to_owned)).filter(|(_, kind)| kind.belongs != Belongs::Stay);
    centre.collective.kinds =
        lasting.map(|(id, kind)| Listed { what: PaperKind { id, ..kind }, row: Centre::row(id) }).collect();
    let day = Some(monday(40));
    let paper = |kind: i64| Paper {
        kind,
        person: PersonId(1),
        stay: None,
        asked_on: day,
        received_on: day,
        dated: None,
        valid_until: None,
        checked_on: day,
        checked_by: None,
        refused: false,
        note: String::new(),
    };
    let counts = |centre: &Centre| {
        let is_papers = |r: &Reason| matches!(r, Reason::Papers | Reason::PapersMissing(_));
        centre.reasons(60, 1).unwrap().into_iter().find(is_papers)
    };
    // Of whom none was noted nothing is said.
    assert_eq!(counts(&centre), None);
    let all: Vec<i64> = centre.collective.kinds.iter().map(|kind| kind.what.id).collect();
    centre.collective.papers = all.iter().map(|id| Listed { what: paper(*id), row: Centre::row(*id) }).collect();
    assert_eq!(counts(&centre), Some(Reason::Papers));
    // It ends before the last day: S60 ends on a Sunday, the stay on Saturday.
    centre.collective.papers[0].what.valid_until = Some(monday(60).plus(4));
    assert_eq!(counts(&centre), Some(Reason::PapersMissing(1)));
    centre.collective.papers[0].what.valid_until = Some(monday(60).plus(5));
    assert_eq!(counts(&centre), Some(Reason::Papers));
    // What is only to be made sure of does not keep anybody back, and makes nothing complete either.
    let licence = centre.collective.kinds.iter().find(|k| k.what.name == "paper-licence").unwrap().what.id;
    centre.collective.papers.retain(|paper| paper.what.kind != licence);
    assert_eq!(counts(&centre), None);
}
