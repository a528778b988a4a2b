//! How well the relay goes round.

use super::super::super::{Addressee, Answer, Gravity, Kind, Outcome, PersonId, Relay, Role, Thread, Verdict};
use super::*;

/// Post 1: S40 signed on Friday and taken on Monday, S41 signed on Sunday, S42 vacant, S43 takes on its Tuesday.
fn relayed() -> Facts {
    let mut facts = facts(1, vec![stay(40, 1, 1, 40), stay(41, 1, 2, 41), stay(43, 1, 3, 43)]);
    sign(&mut facts.rota, 40, Stamp::at(monday(40).plus(4), 17 * 60));
    sign(&mut facts.rota, 41, Stamp::at(monday(42).plus(-1), 9 * 60));
    take_over(&mut facts.rota, 41, Stamp::at(monday(41), 9 * 60));
    take_over(&mut facts.rota, 43, Stamp::at(monday(43).plus(1), 9 * 60));
    facts
}

#[test]
fn a_handover_is_in_time_on_the_last_working_day() {
    // S40 in time, S41 a day late (its Saturday is worked), S43 not at all.
    assert_eq!(value("handover", &relayed(), weeks(40, 44)), Figure::Share(1, 3));
    // A stay counts once it is over: on its Saturday, S43 is not.
    assert_eq!(value_at("handover", &relayed(), weeks(40, 44), Now::on(monday(43).plus(5), 9, 0)), Figure::Share(1, 2));
    assert_eq!(value("handover", &relayed(), weeks(42, 42)), Figure::Missing);
    // Were Saturday closed, the handover of S40 would be in time on Friday only; it is.
    let mut facts = relayed();
    facts.rota.calendar.opening.open[5] = (false, false);
    assert_eq!(value("handover", &facts, weeks(40, 40)), Figure::Share(1, 1));
}

#[test]
fn what_the_coordination_signs_as_it_is_was_not_signed_in_time() {
    let mut facts = relayed();
    facts.rota.handovers.get_mut(&StayId(40)).unwrap().signature.as_mut().unwrap().as_is = true;
    assert_eq!(value("handover", &facts, weeks(40, 40)), Figure::Share(0, 1));
}

#[test]
fn the_wait_is_a_median() {
    // Friday 17 h to Monday 9 h: 64 h. Sunday S41 9 h to Tuesday S43 9 h: 9 days, 216 h. Median of two: 140 h.
    assert_eq!(value("handover.hours", &relayed(), weeks(40, 44)), Figure::Halves(280));
    // By the day somebody took over.
    assert_eq!(value("handover.hours", &relayed(), weeks(41, 41)), Figure::Halves(128));
    assert_eq!(value("handover.hours", &relayed(), weeks(40, 40)), Figure::Missing);
}

#[test]
fn a_wait_of_a_whole_season_counts() {
    // Signed on Saturday of S40 at 12 h, taken on Monday of S49 at 12 h: 58 days and an hour more in winter.
    let mut facts = facts(1, vec![stay(40, 1, 1, 40), stay(49, 1, 2, 49)]);
    sign(&mut facts.rota, 40, Stamp::at(monday(40).plus(5), 720));
    take_over(&mut facts.rota, 49, Stamp::at(monday(49), 720));
    assert_eq!(value("handover.hours", &facts, weeks(40, 49)), Figure::Halves((58 * 24 + 1) * 2));
}

#[test]
fn who_had_begun_before_the_signature_did_not_wait() {
    let mut facts = facts(1, vec![stay(40, 1, 1, 40), stay(41, 1, 2, 41)]);
    take_over(&mut facts.rota, 41, Stamp::at(monday(41), 540));
    sign(&mut facts.rota, 40, Stamp::at(monday(41), 541));
    assert_eq!(value("handover.hours", &facts, weeks(40, 41)), Figure::Missing);
}

/// A point of S40 for S41, urgent since that instant.
fn urgent(item: i64, at: Stamp) -> Thread {
    let to = Addressee::Post(POST, week(41));
    let mut word = word(item, Some(40), PersonId(1), at, Verdict::Opened, to);
    word.gravity = Gravity::Urgent;
    thread(item, vec![word])
}

#[test]
fn urgent_points_are_counted_where_they_fell_and_answered_by_ten() {
    let friday = Stamp::at(monday(40).plus(4), 16 * 60);
    let mut in_time = urgent(1, friday);
    in_time.receipts.push(receipt(1, Some(41), PersonId(2), Stamp::at(monday(41), 9 * 60), Answer::Taken));
    let mut late = urgent(2, friday);
    late.receipts.push(receipt(2, Some(41), PersonId(2), Stamp::at(monday(41), 11 * 60), Answer::Taken));
    let mut only_read = urgent(3, friday);
    only_read.receipts.push(receipt(3, Some(41), PersonId(2), Stamp::at(monday(41), 9 * 60), Answer::Read));
    let mut closed_before = urgent(4, friday);
    let mut end = word(4, None, CLAIRE, Stamp::at(monday(40).plus(5), 600), Verdict::Closed, closed_before.head().to);
    end.outcome = Some(Outcome::Done);
    closed_before.relays.push(end);
    // S43 receives what S41 left open: 2 and 3 were taken or read by a doctor who has gone, 1 too.
    let mut facts = relayed();
    facts.urgent = vec![in_time, late, only_read, closed_before];
    let asked = |period, now| value_at("handover.urgent", &facts, period, now);
    assert_eq!(asked(weeks(41, 41), Now::on(monday(45), 9, 0)), Figure::Share(1, 3));
    assert_eq!(asked(weeks(43, 43), Now::on(monday(45), 9, 0)), Figure::Share(0, 3));
    assert_eq!(asked(weeks(41, 43), Now::on(monday(45), 9, 0)), Figure::Share(1, 6));
    assert_eq!(asked(weeks(41, 41), Now::on(monday(41), 9, 59)), Figure::Missing);
}

#[test]
fn a_word_of_ones_own_by_ten_is_an_answer_too() {
    let mut facts = relayed();
    let mut point = urgent(1, Stamp::at(monday(40).plus(4), 960));
    let said = Relay {
        gravity: Gravity::Urgent,
        ..word(1, Some(41), PersonId(2), Stamp::at(monday(41), 600), Verdict::Completed, point.head().to)
    };
    point.relays.push(said);
    facts.urgent = vec![point];
    assert_eq!(value("handover.urgent", &facts, weeks(41, 41)), Figure::Share(1, 1));
}

#[test]
fn points_are_counted_for_each_stay_that_ended() {
    let mut facts = relayed();
    // S44 has not come, and is not a stay of the rota.
    facts.said = BTreeMap::from([(StayId(40), 3), (StayId(41), 1), (StayId(44), 9)]);
    assert_eq!(value("handover.items", &facts, weeks(40, 44)), Figure::Ratio(4, 3));
    assert_eq!(value("handover.items", &facts, weeks(44, 44)), Figure::Missing);
}

/// An open point with these words of the stays 40, 41, …
fn point(item: i64, verdicts: &[Verdict]) -> Thread {
    let to = Addressee::Role(Role::Coordination);
    let word = |(n, verdict): (i64, &Verdict)| {
        word(item, Some(n), PersonId(1), Stamp::at(monday(40), 600 + u16::try_from(n).unwrap()), *verdict, to)
    };
    thread(item, (40..).zip(verdicts).map(word).collect())
}

#[test]
fn three_times_unchanged_in_a_row_is_stuck() {
    use Verdict::{Completed, Opened, Unchanged};
    let mut facts = facts(1, vec![]);
    facts.open = vec![
        point(1, &[Opened, Unchanged, Unchanged]),
        point(2, &[Opened, Unchanged, Unchanged, Unchanged]),
        point(3, &[Opened, Unchanged, Unchanged, Completed, Unchanged]),
        point(4, &[Opened, Unchanged, Unchanged, Unchanged, Unchanged]),
    ];
    let found = indicator("handover.unchanged", &facts, weeks(40, 40), after(weeks(40, 44)));
    // Points 2 and 4; and it is a figure of today, whatever the period.
    assert_eq!((found.value, found.window.from, found.window.to), (Figure::Count(2), monday(45), monday(45)));
}

#[test]
fn a_point_is_late_when_its_day_has_passed_and_it_is_shown() {
    let mut facts = facts(1, vec![]);
    let today = monday(45);
    let due = |item, kind, due: Day, show_from| {
        let mut point = point(item, &[Verdict::Opened]);
        point.item.kind = kind;
        (point.relays[0].due, point.relays[0].show_from) = (Some(due), show_from);
        point
    };
    let mut closed = due(6, Kind::Care, today.plus(-9), None);
    closed.relays[0].outcome = Some(Outcome::Done);
    facts.open = vec![
        due(1, Kind::Care, today.plus(-1), None),
        due(2, Kind::Result, today.plus(-1), None),
        due(3, Kind::Result, today, None),
        due(4, Kind::Result, today.plus(-30), Some(week(46))),
        point(5, &[Verdict::Opened]),
        closed,
    ];
    let found = values(["handover.overdue", "handover.results_late"], &facts, weeks(40, 44));
    assert_eq!(found, [Figure::Count(2), Figure::Count(1)]);
}

#[test]
fn the_quality_of_the_relay_is_drawn_from_the_same_numbers() {
    let mut facts = relayed();
    facts.open = vec![point(1, &[Verdict::Opened, Verdict::Unchanged, Verdict::Unchanged, Verdict::Unchanged])];
    let drawn = |facts: &Facts| match body(ChartCode::Relay, facts, weeks(40, 44), after(weeks(40, 44))) {
        Body::Shares(groups) => {
            groups.iter().map(|g| g.bars.iter().map(|b| (b.part, b.whole)).collect()).collect::<Vec<Vec<_>>>()
        }
        other => panic!("{other:?}"),
    };
    // Signed in time 1 of 3, no urgent point, taken over 2 of 3; one stuck, none late.
    let in_time = vec![(1, Some(3)), (0, Some(0)), (2, Some(3))];
    assert_eq!(drawn(&facts), [in_time.clone(), vec![(1, None), (0, None), (0, None)]]);
    assert_eq!(drawn(&of_post(&facts, POST)), [in_time]);
}

#[test]
fn a_cancelled_stay_hands_nothing_over() {
    let mut facts = facts(1, vec![cancelled(stay(1, 1, 1, 40), monday(39))]);
    facts.said = BTreeMap::from([(StayId(1), 2)]);
    facts.urgent =
        vec![thread(1, vec![word(1, None, CLAIRE, Stamp(0), Verdict::Opened, Addressee::Post(POST, week(40)))])];
    let found = values(["handover", "handover.items", "handover.urgent"], &facts, weeks(40, 40));
    assert_eq!(found, [Figure::Missing; 3]);
}
