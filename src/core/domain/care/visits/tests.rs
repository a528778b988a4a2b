use super::super::super::fixture::{monday, rota, stay, week};
use super::super::super::record::FollowedBy;
use super::super::super::{EntryId, PatientRef};
use super::*;

const POST: PostId = PostId(1);

fn who(file: &str) -> PatientRef {
    PatientRef { file: file.into(), initials: Some("M.D.".into()), birth_year: Some(1948) }
}

fn regular(weeks: u32, next: i32) -> RegularVisit {
    RegularVisit {
        patient: Some(who("1243")),
        place: String::new(),
        commune: "Ladapeyre".into(),
        weeks,
        next: Some(week(next)),
        minutes: 40,
        owner: FollowedBy::Nurse,
        last_on: None,
        point: None,
        missed: None,
        ended_on: None,
        note: String::new(),
    }
}

fn visit(day: Day, start: u16) -> Entry {
    let what = NewEntry {
        kind: EntryKind::Visit,
        post: Some(POST),
        day,
        to: day,
        start: Some(start),
        minutes: 40,
        patient: Some(who("1243")),
        title: String::new(),
        place: "Ladapeyre".into(),
        item: None,
    };
    Entry { id: EntryId(i64::from(day.0)), what, uid: None }
}

#[test]
fn an_appointment_plans_it_and_once_its_day_is_over_it_was_done() {
    let every_four = regular(4, 49);
    let tuesday = monday(49).plus(1);
    let entries = [visit(tuesday, 870)];
    let (standing, planned) = every_four.on(&entries, monday(48));
    assert_eq!((standing.next, planned), (Some(week(49)), Some(&entries[0])));
    // On its day still planned; the next day done, and due four weeks after.
    assert!(every_four.on(&entries, tuesday).1.is_some());
    let (standing, planned) = every_four.on(&entries, tuesday.plus(1));
    assert_eq!((standing.last_on, standing.next, planned), (Some(tuesday), Some(week(53)), None));
    // Removed, it is due again, even days later.
    let (standing, planned) = every_four.on(&[], monday(50));
    assert_eq!((standing.last_on, standing.next, planned), (None, Some(week(49)), None));
    assert_eq!(standing.missed_week(false, monday(50)), Some(week(49)));
    assert_eq!(standing.missed_week(false, week(49).sunday()), None);
    assert_eq!(standing.missed_week(true, monday(50)), None);
}

#[test]
fn a_visit_long_before_the_week_is_one_beside_it() {
    let every_four = regular(4, 49);
    // One week before counts, two do not.
    assert!(every_four.on(&[visit(monday(47), 870)], monday(40)).1.is_none());
    assert!(every_four.on(&[visit(monday(48), 870)], monday(40)).1.is_some());
    let (standing, _) = every_four.on(&[visit(monday(48), 870)], monday(49));
    assert_eq!(standing.next, Some(week(52)));
    // A second one of the same week is none of the next.
    let twice = [visit(monday(49), 870), visit(monday(49).plus(2), 870)];
    let (standing, planned) = every_four.on(&twice, monday(49).plus(1));
    assert_eq!((standing.next, planned), (Some(week(53)), None));
    // Each week, each one counts once.
    let weekly = [visit(monday(49), 870), visit(monday(50), 870)];
    let (standing, planned) = regular(1, 49).on(&weekly, monday(50));
    assert_eq!((standing.next, planned), (Some(week(50)), Some(&weekly[1])));
}

#[test]
fn it_is_the_same_patient_or_the_same_place() {
    let at_home = regular(4, 49);
    let mut entry = visit(monday(49), 870).what;
    assert!(at_home.is_to(&entry));
    entry.patient = Some(who("9999"));
    assert!(!at_home.is_to(&entry));
    entry.kind = EntryKind::Consultation;
    entry.patient = Some(who("1243"));
    assert!(!at_home.is_to(&entry));
    let round = RegularVisit { patient: None, place: "EHPAD Les Tilleuls".into(), ..regular(4, 49) };
    assert_eq!(round.where_to(), "EHPAD Les Tilleuls, Ladapeyre");
    let at = |title: &str, place: &str| NewEntry {
        patient: None,
        title: title.into(),
        place: place.into(),
        ..visit(monday(49), 870).what
    };
    assert!(round.is_to(&at("", "ehpad les tilleuls, Ladapeyre")));
    assert!(round.is_to(&at("EHPAD Les Tilleuls", "")));
    assert!(!round.is_to(&at("", "Ladapeyre")));
    assert!(!round.is_to(&visit(monday(49), 870).what));
}

#[test]
fn what_has_ended_is_neither_planned_nor_missed() {
    let ended = RegularVisit { ended_on: Some(monday(49)), ..regular(4, 49) };
    let entries = [visit(monday(49), 870)];
    assert_eq!(ended.on(&entries, monday(51)), (ended.clone(), None));
    assert_eq!(ended.missed_week(false, monday(51)), None);
}

#[test]
fn it_is_proposed_on_a_half_day_of_visits_else_in_an_afternoon_of_a_doctor() {
    let rota = rota(1, vec![stay(1, 1, 1, 49)]);
    let thursday = monday(49).plus(3);
    let visits = [DecidedHalfDay { post: POST, day: thursday, half: HalfDay::Morning, kind: HalfDayKind::Visits }];
    let propose = |half_days: &[DecidedHalfDay], entries: &[Entry], today| {
        let agenda = Agenda { rota: &rota, half_days, entries, step: 20 };
        agenda.proposes(&regular(4, 49), today).map(|p| (p.day, p.start))
    };
    let opening = &rota.calendar.opening;
    let (morning, afternoon) = (opening.morning.0, opening.afternoon.0);
    assert_eq!(propose(&visits, &[], monday(48)), Some((thursday, morning)));
    assert_eq!(propose(&[], &[], monday(48)), Some((monday(49), afternoon)));
    // What is taken is left alone; what is over is not proposed.
    let taken = [visit(monday(49), afternoon)];
    assert_eq!(propose(&[], &taken, monday(48)), Some((monday(49), afternoon + 40)));
    assert_eq!(propose(&visits, &[], thursday), Some((thursday, morning)));
    // Nobody comes the week after.
    let late = Agenda { rota: &rota, half_days: &[], entries: &[], step: 20 };
    assert_eq!(late.proposes(&regular(4, 49), monday(50)), None);
}
