//! The rules of the relay by example: one table or story for each, numbered as in the rules.

use rstest::rstest;

use super::alert::{Alert, alerts, is_to_decide};
use super::briefing::{Reader, briefing, falls_to, taken_from, why_held};
use super::centre::Closure;
use super::fixture::*;
use super::signature::word_hash;
use super::*;

fn at(week: i32, day: i32, hour: u16) -> Stamp {
    Stamp::at(monday(week).plus(day), hour * 60)
}

/// Posts are followed from S40 (doctor 1) over S41 (doctor 2, unless changed) to S42 (doctor 3).
fn three_weeks() -> Rota {
    rota(1, vec![stay(40, 1, 1, 40), stay(41, 1, 2, 41), stay(42, 1, 3, 42)])
}

/// A point that doctor 1 wrote on Wednesday of S40 for the doctor of S41.
fn written_in_s40() -> Thread {
    let to = Addressee::Post(POST, week(41));
    thread(1, vec![word(1, Some(40), PersonId(1), at(40, 2, 10), Verdict::Opened, to)])
}

const DOCTOR_1: Holder = Holder::Person(PersonId(1));
const DOCTOR_2: Holder = Holder::Person(PersonId(2));

#[rstest]
#[case::before_the_signature(at(40, 4, 15), DOCTOR_1)]
#[case::from_the_signature(at(40, 4, 17), Holder::COORDINATION)]
#[case::on_sunday(at(40, 6, 12), Holder::COORDINATION)]
#[case::before_the_receipt(at(41, 0, 8), Holder::COORDINATION)]
#[case::from_the_receipt(at(41, 0, 10), DOCTOR_2)]
#[case::after_leaving_unsigned(at(41, 6, 8), Holder::COORDINATION)]
fn rule_4_from_the_signature_to_the_receipt_the_coordination_holds(#[case] now: Stamp, #[case] expected: Holder) {
    let mut rota = three_weeks();
    let mut thread = written_in_s40();
    if now >= at(40, 4, 16) {
        sign(&mut rota, 40, at(40, 4, 16));
    }
    if now >= at(41, 0, 9) {
        thread.receipts.push(receipt(1, Some(41), PersonId(2), at(41, 0, 9), Answer::Taken));
    }
    assert_eq!(holder(&thread, &rota, now.into()), expected);
}

#[test]
fn rule_4_a_point_for_a_doctor_who_has_signed_is_with_the_coordination_and_again_with_them_when_they_come() {
    let mut rota = rota(1, vec![stay(40, 1, 1, 40), stay(41, 1, 2, 41)]);
    let to_doctor_1 = word(1, None, CLAIRE, at(40, 1, 9), Verdict::Opened, Addressee::Person(PersonId(1)));
    let thread = thread(1, vec![to_doctor_1]);
    let friday = at(40, 4, 18).into();
    assert_eq!(holder(&thread, &rota, friday), DOCTOR_1);
    sign(&mut rota, 40, at(40, 4, 17));
    assert_eq!(holder(&thread, &rota, friday), Holder::COORDINATION);
    rota.stays.edit(|stays| stays.push(stay(45, 1, 1, 45)));
    assert_eq!(holder(&thread, &rota, friday), DOCTOR_1);
    let back = rota.stay(StayId(45)).unwrap();
    assert!(falls_to(&thread, back, &rota, at(45, 0, 8).into()));
}

#[rstest]
#[case::text(|r: &mut Relay| r.text.push('.'))]
#[case::plan(|r: &mut Relay| r.plan.push('.'))]
#[case::gravity(|r: &mut Relay| r.gravity = Gravity::Watch)]
#[case::due(|r: &mut Relay| r.due = Some(monday(41)))]
#[case::show_from(|r: &mut Relay| r.show_from = Some(week(45)))]
#[case::addressee(|r: &mut Relay| r.to = Addressee::Role(Role::Nurse))]
#[case::author(|r: &mut Relay| r.author = PersonId(2))]
#[case::dictated(|r: &mut Relay| r.entered_by = Some(CLAIRE))]
#[case::instant(|r: &mut Relay| r.at = Stamp(1))]
#[case::verdict(|r: &mut Relay| r.verdict = Verdict::Completed)]
#[case::outcome(|r: &mut Relay| r.outcome = Some(Outcome::Done))]
fn rule_5_whatever_changes_in_a_signed_word_shows(#[case] change: fn(&mut Relay)) {
    let signed = written_in_s40().head().clone();
    let mut changed = signed.clone();
    change(&mut changed);
    assert_ne!(word_hash("salt", &signed), word_hash("salt", &changed));
    assert_eq!(word_hash("salt", &signed), word_hash("salt", &signed.clone()));
}

#[test]
fn rule_6_an_unsigned_departure_loses_nothing_and_says_so_until_it_is_dealt_with() {
    let mut rota = three_weeks();
    let threads = [written_in_s40()];
    let now = Now::on(monday(41), 8, 0);
    let read = briefing(Reader::Stay(StayId(41)), &threads, &rota, now);
    assert_eq!(read.entries.len(), 1);
    assert!(read.entries[0].unsigned);
    assert_eq!(read.entries[0].holder, Holder::COORDINATION);
    assert_eq!(alerts(&threads, &rota, &[], now), [Alert::Unsigned(StayId(40))]);
    sign(&mut rota, 40, at(41, 0, 9));
    assert_eq!(alerts(&threads, &rota, &[], Now::on(monday(41), 9, 30)), []);
    assert!(!briefing(Reader::Stay(StayId(41)), &threads, &rota, now).entries[0].unsigned);
}

#[rstest]
#[case::twice(&[Verdict::Unchanged, Verdict::Unchanged], 2, false)]
#[case::thrice(&[Verdict::Unchanged; 3], 3, true)]
#[case::completing_resets(&[Verdict::Unchanged, Verdict::Unchanged, Verdict::Completed, Verdict::Unchanged], 1, false)]
#[case::put_off_resets(&[Verdict::Unchanged, Verdict::Unchanged, Verdict::Addressed, Verdict::Unchanged], 1, false)]
#[case::a_weekly_control_never_alarms(&[Verdict::Completed; 5], 0, false)]
fn rule_12_the_third_unchanged_asks_for_a_decision(
    #[case] said: &[Verdict],
    #[case] streak: usize,
    #[case] to_decide: bool,
) {
    let mut thread = written_in_s40();
    for (n, verdict) in (41i64..).zip(said) {
        let number = i32::try_from(n).unwrap();
        // Undecided the third time, it goes to the coordination.
        let to = Addressee::Role(Role::Coordination);
        thread.relays.push(word(1, Some(n), PersonId(2), at(number, 4, 16), *verdict, to));
    }
    assert_eq!(thread.unchanged_streak(), streak);
    assert_eq!(is_to_decide(&thread), to_decide);
    let raised = alerts(&[thread], &three_weeks(), &[], Now::on(monday(50), 9, 0));
    assert_eq!(raised.contains(&Alert::ToDecide(ItemId(1))), to_decide);
}

#[rstest]
#[case::before_its_week(week(42), false)]
#[case::in_its_week(week(41), true)]
#[case::after_its_week(week(40), true)]
fn rule_13_a_point_comes_in_its_week(#[case] show_from: IsoWeek, #[case] shown: bool) {
    let mut rota = three_weeks();
    sign(&mut rota, 40, at(40, 4, 16));
    let mut thread = written_in_s40();
    thread.relays[0].show_from = Some(show_from);
    let now = Now::on(monday(41), 8, 0);
    let found = |reader| !briefing(reader, std::slice::from_ref(&thread), &rota, now).entries.is_empty();
    assert_eq!(found(Reader::Stay(StayId(41))), shown);
    assert_eq!(found(Reader::Team(CLAIRE)), shown);
}

#[test]
fn rule_13_a_point_whose_week_is_vacant_is_there_for_the_next_doctor() {
    let mut rota = rota(1, vec![stay(40, 1, 1, 40), stay(44, 1, 2, 44)]);
    sign(&mut rota, 40, at(40, 4, 16));
    let mut thread = written_in_s40();
    thread.relays[0].show_from = Some(week(42));
    let next = rota.stay(StayId(44)).unwrap();
    assert!(falls_to(&thread, next, &rota, Now::on(monday(44), 8, 0)));
}

#[test]
fn rule_15_urgent_comes_first_and_the_vacant_weeks_are_named() {
    let mut rota = rota(1, vec![stay(40, 1, 1, 40), stay(44, 1, 1, 44)]);
    // S42 is closed: nobody was missed in it.
    let closed = Closure { id: ClosureId(1), from: monday(42), to: monday(43).plus(-1), reason: "congés".into() };
    rota.calendar.closures.push(closed);
    let from = taken_from(rota.stay(StayId(44)).unwrap(), &rota);
    assert_eq!(from.stay.map(|s| s.id), Some(StayId(40)));
    assert_eq!(from.vacant, [week(41), week(43)]);
    // Doctor 1 comes back, and finds what the team wrote meanwhile, the most pressing first.
    let to = Addressee::Post(POST, week(41));
    let threads: Vec<Thread> = [(1, Gravity::Routine), (2, Gravity::Watch), (3, Gravity::Urgent)]
        .into_iter()
        .map(|(id, gravity)| {
            let mut word = word(id, None, CLAIRE, at(41, 1, 9), Verdict::Opened, to);
            word.gravity = gravity;
            thread(id, vec![word])
        })
        .collect();
    let read = briefing(Reader::Stay(StayId(44)), &threads, &rota, Now::on(monday(44), 8, 0));
    let order: Vec<i64> = read.entries.iter().map(|e| e.thread.item.id.0).collect();
    assert_eq!(order, [3, 2, 1]);
    let why = why_held(&threads[0], &rota, Now::on(monday(41).plus(2), 9, 0)).unwrap();
    assert_eq!(why.id, "held-until-receipt");
}

#[rstest]
#[case::to_saturday(0, 5, "2026-09-28", "2026-10-03")]
#[case::to_sunday(0, 6, "2026-09-28", "2026-10-03")]
#[case::from_sunday(-1, 4, "2026-09-28", "2026-10-02")]
fn rule_18_due_on_the_last_and_first_working_day(
    #[case] from: i32,
    #[case] to: i32,
    #[case] first: &str,
    #[case] last: &str,
) {
    let stay = Stay { from: monday(40).plus(from), to: monday(40).plus(to), ..stay(1, 1, 1, 40) };
    let rota = rota(1, vec![stay.clone()]);
    assert_eq!(rota.first_day(&stay).date().to_string(), first);
    assert_eq!(rota.due_day(&stay).date().to_string(), last);
}

#[test]
fn rule_18_a_stay_to_saturday_signs_on_friday_where_saturday_is_closed() {
    let mut rota = rota(1, vec![stay(1, 1, 1, 40)]);
    rota.calendar.opening = centre::Opening::default();
    assert_eq!(rota.due_day(&rota.stays[0]), monday(40).plus(4));
}

#[test]
fn rule_18_a_holiday_and_a_closure_are_not_worked() {
    // S53 of 2026: Friday 1 January 2027 is a holiday, Saturday is closed here.
    let mut rota = rota(1, vec![stay(1, 1, 1, 53)]);
    let saturday = monday(53).plus(5);
    rota.calendar.closures.push(Closure { id: ClosureId(1), from: saturday, to: saturday, reason: String::new() });
    assert_eq!(rota.due_day(&rota.stays[0]), monday(53).plus(3));
}

#[test]
fn rule_19_a_cancelled_stay_keeps_its_history_and_its_points_go_to_the_replacement() {
    let mut rota = three_weeks();
    sign(&mut rota, 40, at(40, 4, 16));
    let thread = written_in_s40();
    rota.stays.edit(|stays| stays[1] = cancelled(stays[1].clone(), monday(40)));
    assert_eq!(rota.stays[1].notice_days(), Some(7));
    assert_eq!(rota.stays[1].phase(monday(41)), stay::Phase::Cancelled);
    // Nobody yet: the point goes on to S42.
    let now = Now::on(monday(41), 8, 0);
    assert!(falls_to(&thread, rota.stay(StayId(42)).unwrap(), &rota, Now::on(monday(42), 8, 0)));
    rota.stays.edit(|stays| stays.push(stay(43, 1, 4, 41)));
    assert!(falls_to(&thread, rota.stay(StayId(43)).unwrap(), &rota, now));
    assert!(!falls_to(&thread, rota.stay(StayId(41)).unwrap(), &rota, now));
}

#[test]
fn advice_looks_at_what_the_stay_said_and_hands_on() {
    use super::advice::{Finding, advice};
    use super::transmission::transmission;
    let rota = three_weeks();
    let mut said = written_in_s40();
    said.relays[0].text = "revoir demain".into();
    let mut closed = said.clone();
    closed.item.id = ItemId(2);
    closed.relays[0].outcome = Some(Outcome::Done);
    let of_stay =
        |threads: &[Thread], stay| advice(&transmission(StayId(stay), threads, &rota, at(40, 4, 15).into()).unwrap());
    let found = of_stay(&[said.clone(), closed], 40);
    assert_eq!(found.len(), 1);
    let expected = Finding::RelativeDate { word: "demain".into(), day: Some(monday(40).plus(3)) };
    assert_eq!((found[0].item, &found[0].finding), (ItemId(1), &expected));
    assert_eq!(of_stay(std::slice::from_ref(&said), 41), []);

    // Urgent, taken on Monday by the next stay, which has said no word on it since.
    said.relays[0].gravity = Gravity::Urgent;
    let found = |threads: &[Thread]| {
        let now = at(41, 4, 15).into();
        advice(&transmission(StayId(41), threads, &rota, now).unwrap())
            .into_iter()
            .map(|a| a.finding)
            .collect::<Vec<_>>()
    };
    assert_eq!(found(std::slice::from_ref(&said)), [Finding::UrgentSilent { taken: None }]);
    said.receipts.push(receipt(1, Some(41), PersonId(2), at(41, 0, 8), Answer::Taken));
    assert_eq!(found(std::slice::from_ref(&said)), [Finding::UrgentSilent { taken: Some(monday(41)) }]);
}
