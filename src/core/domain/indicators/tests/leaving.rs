//! What may leave the centre (rule 22).

use rstest::rstest;

use super::*;

/// The figures of an empty centre with these in their places.
fn with(values: &[(&str, Figure)]) -> Vec<Indicator> {
    let period = weeks(40, 44);
    let mut all = indicators(&facts(1, vec![]), period, after(period));
    for (code, value) in values {
        all.iter_mut().find(|i| i.code == *code).unwrap().value = *value;
    }
    all
}

/// The codes whose figure does not leave.
fn withheld(values: &[(&'static str, Figure)]) -> Vec<&'static str> {
    let (here, there) = (with(values), super::super::leaving(&with(values)));
    for (here, there) in here.iter().zip(&there) {
        assert!(there.value == here.value || there.value == Figure::Withheld, "{}", here.code);
    }
    there.into_iter().filter(|i| i.value == Figure::Withheld).map(|i| i.code).collect()
}

fn ald(patients: u32, ald: u32) -> [(&'static str, Figure); 3] {
    let rate = if patients == 0 { Figure::Missing } else { Figure::Share(ald, patients) };
    [("panel", Figure::Count(patients)), ("ald", Figure::Count(ald)), ("ald.rate", rate)]
}

#[rstest]
// Ajain: 170 of 900 leave.
#[case(900, 170, &[])]
#[case(900, 0, &[])]
#[case(900, 900, &[])]
#[case(900, 5, &[])]
#[case(900, 895, &[])]
// Four in ALD, or four who are not: the rate tells it too.
#[case(900, 4, &["ald", "ald.rate"])]
#[case(900, 896, &["ald", "ald.rate"])]
// A panel of a few, and 2 + 3.
#[case(4, 0, &["panel", "ald", "ald.rate"])]
#[case(4, 4, &["panel", "ald", "ald.rate"])]
#[case(5, 2, &["ald", "ald.rate"])]
#[case(0, 0, &[])]
fn a_few_in_ald_or_all_but_a_few_stay_here(#[case] patients: u32, #[case] count: u32, #[case] expected: &[&str]) {
    assert_eq!(withheld(&ald(patients, count)), expected);
}

#[rstest]
#[case([40, 6, 0], &[])]
// Two deaths: arrivals less departures and less deaths is the difference of two stocks, so departures go too.
#[case([40, 6, 2], &["panel.departures", "panel.deaths"])]
#[case([40, 0, 1], &["panel.arrivals", "panel.deaths"])]
#[case([3, 0, 0], &["panel.arrivals", "panel.departures", "panel.deaths"])]
#[case([40, 3, 2], &["panel.departures", "panel.deaths"])]
#[case([40, 2, 1], &["panel.arrivals", "panel.departures", "panel.deaths"])]
fn a_flow_of_a_few_stays_here_with_another(#[case] flow: [u32; 3], #[case] expected: &[&str]) {
    let codes = ["panel.arrivals", "panel.departures", "panel.deaths"];
    let values: Vec<_> = codes.into_iter().zip(flow.map(Figure::Count)).collect();
    assert_eq!(withheld(&values), expected);
}

#[test]
fn deaths_that_nobody_noted_are_not_withheld() {
    let values = [
        ("panel.arrivals", Figure::Count(3)),
        ("panel.departures", Figure::Count(0)),
        ("panel.deaths", Figure::Missing),
    ];
    assert_eq!(withheld(&values), ["panel.arrivals", "panel.departures"]);
}

#[rstest]
#[case(20, 15, &[])]
#[case(20, 20, &[])]
#[case(20, 0, &[])]
// Two done, or two not done, of twenty.
#[case(20, 2, &["coordination.recalls_done"])]
#[case(20, 18, &["coordination.recalls_done"])]
#[case(4, 0, &["coordination.recalls", "coordination.recalls_done"])]
#[case(4, 4, &["coordination.recalls", "coordination.recalls_done"])]
fn a_recall_is_a_patient(#[case] due: u32, #[case] done: u32, #[case] expected: &[&str]) {
    let values =
        [("coordination.recalls", Figure::Count(due)), ("coordination.recalls_done", Figure::Share(done, due))];
    assert_eq!(withheld(&values), expected);
}

#[test]
fn an_active_file_of_a_few_stays_here_and_its_target_with_it() {
    assert_eq!(withheld(&[("active_file", Figure::Count(4))]), ["active_file"]);
    assert_eq!(withheld(&[("active_file", Figure::Count(5))]), [""; 0]);
    let mut all = with(&[("panel", Figure::Count(3))]);
    all.iter_mut().find(|i| i.code == "panel").unwrap().target = Some(Figure::Count(3));
    assert_eq!(super::super::leaving(&all).iter().find(|i| i.code == "panel").unwrap().target, None);
}

#[test]
fn counts_of_doctors_of_weeks_and_of_acts_leave_however_small() {
    let small: Vec<_> = CODES
        .iter()
        .map(|row| row.0)
        .filter(|code| {
            !["panel", "ald", "active_file", "waiting", "followed"].contains(&code.split('.').next().unwrap())
        })
        .filter(|code| !code.starts_with("coordination.recalls") && !code.starts_with("visits."))
        .map(|code| (code, Figure::Count(2)))
        .collect();
    assert_eq!(withheld(&small), [""; 0]);
}

/// 40 wait, of whom 3 in ALD: the 3 tell as much as the 37 beside them, whose sum is shown.
#[test]
fn of_those_who_wait_and_of_those_who_are_followed_a_few_stay_here() {
    let waiting = [("waiting", Figure::Count(40)), ("waiting.ald", Figure::Count(3))];
    assert_eq!(withheld(&waiting), ["waiting.ald"]);
    assert_eq!(withheld(&[("waiting", Figure::Count(40)), ("waiting.ald", Figure::Count(12))]), [""; 0]);
    assert_eq!(withheld(&[("waiting.declared", Figure::Count(4))]), ["waiting.declared"]);
    assert_eq!(withheld(&[("followed.lost", Figure::Share(2, 60))]), ["followed.lost"]);
    assert_eq!(withheld(&[("followed.lost", Figure::Share(8, 60))]), [""; 0]);
    assert_eq!(withheld(&[("concertation", Figure::Count(2)), ("requests", Figure::Count(2))]), [""; 0]);
}

#[test]
fn where_few_visits_went_stays_here() {
    let gone = [("visits.communes", Figure::Count(2)), ("visits.kilometres", Figure::Count(31))];
    let told = |visits: Figure| withheld(&[[("visits", visits)].as_slice(), &gone].concat());
    assert_eq!(told(Figure::Count(4)), ["visits.communes", "visits.kilometres"]);
    // How many there were is not known: they may be few.
    assert_eq!(told(Figure::Missing), ["visits.communes", "visits.kilometres"]);
    assert!(told(Figure::Count(5)).is_empty());
}
