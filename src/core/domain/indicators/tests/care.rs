//! Care around the relay: what the lists count, and what a survey says in their place.

use super::super::super::care::{Activity, Counts};
use super::super::super::chart::Body;
use super::*;

fn known() -> Facts {
    let counts = |today, tomorrow, sent, refused| Counts { today, tomorrow, other: 0, sent, refused };
    let mut facts = facts(1, vec![]);
    facts.care = Activity {
        requests: vec![
            (monday(40), counts(4, 1, 1, 0)),
            (monday(40).plus(1), counts(2, 0, 0, 2)),
            (monday(41), counts(5, 0, 0, 0)),
        ],
        contacts: vec![
            (monday(40), "BPCO".to_owned(), 1),
            (monday(40), "diabète".to_owned(), 3),
            (monday(41), "diabète".to_owned(), 2),
        ],
        waiting: (38, 9),
        waited: vec![10, 40, 20],
        keeps_list: true,
        followed: (50, 10),
        concertations: (8, 6),
    };
    facts
}

#[test]
fn who_waits_who_is_followed_what_was_asked() {
    let value = |code| value(code, &known(), weeks(40, 41));
    assert_eq!(value("waiting"), Figure::Count(38));
    assert_eq!(value("waiting.ald"), Figure::Count(9));
    assert_eq!(value("waiting.declared"), Figure::Count(3));
    // 10, 20, 40 days: twenty.
    assert_eq!(value("waiting.delay"), Figure::Halves(40));
    assert_eq!(value("followed"), Figure::Count(50));
    assert_eq!(value("followed.lost"), Figure::Share(10, 50));
    assert_eq!(value("concertation"), Figure::Count(8));
    assert_eq!(value("concertation.discussed"), Figure::Share(6, 8));
    // 6 and 4 and 5, of which one went to the 15 or the 116 117.
    assert_eq!(value("requests"), Figure::Count(15));
    assert_eq!(value("requests.sent"), Figure::Share(1, 15));
}

#[test]
fn without_a_list_nobody_is_known_not_to_wait() {
    let value = |code| value(code, &facts(1, vec![]), weeks(40, 41));
    for code in
        ["waiting", "waiting.declared", "waiting.delay", "followed", "followed.lost", "concertation", "requests"]
    {
        assert_eq!(value(code), Figure::Missing, "{code}");
    }
}

#[test]
fn requests_count_where_no_survey_counted_them() {
    let mut facts = known();
    let period = weeks(40, 41);
    // Of 15 noted one by one: 11 the same day, one the next, two refused.
    assert_eq!(value("np_delay", &facts, period), Figure::Share(11, 15));
    assert_eq!(value("np_delay.next_day", &facts, period), Figure::Share(1, 15));
    assert_eq!(value("np_delay.refused", &facts, period), Figure::Share(2, 15));
    assert_eq!(value("coordination.asalee", &facts, period), Figure::Count(6));
    // The survey of S41 says 7 and 3, and 4 contacts: of that week nothing else counts.
    let mut survey = super::access::survey(41, None);
    (survey.what.same_day, survey.what.refused, survey.what.asalee) = (Some(7), Some(3), Some(4));
    facts.surveys = vec![survey];
    // 6 of 10 in S40, 7 of 10 in S41.
    assert_eq!(value("np_delay", &facts, period), Figure::Share(13, 20));
    assert_eq!(value("np_delay.refused", &facts, period), Figure::Share(5, 20));
    assert_eq!(value("coordination.asalee", &facts, period), Figure::Count(8));
}

#[test]
fn contacts_stand_by_protocol_the_most_first() {
    let all = charts(&known(), weeks(40, 41), after(weeks(40, 41)));
    let chart = all.into_iter().find(|chart| chart.code == ChartCode::Asalee).unwrap();
    let Body::Shares(groups) = chart.body else { panic!() };
    let bars: Vec<_> = groups[0].bars.iter().map(|bar| (format!("{:?}", bar.label.args), bar.part)).collect();
    assert!(bars[0].0.contains("diabète") && bars[1].0.contains("BPCO"), "{bars:?}");
    assert_eq!(bars.iter().map(|bar| bar.1).collect::<Vec<_>>(), [5, 1]);
}
