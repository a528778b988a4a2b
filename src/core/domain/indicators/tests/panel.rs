//! The patients whose médecin traitant the centre is: stock and flow.

use super::super::super::chart::Curve;
use super::super::super::noted::{NewPanel, PanelSnapshot, Published, PublishedFigure};
use super::super::super::{PanelId, PersonId};
use super::*;

fn snapshot(day: Day, patients: u32, ald: Option<u32>, flow: [Option<u32>; 3]) -> PanelSnapshot {
    let [arrivals, departures, deaths] = flow;
    let source = "Maiia".to_owned();
    let what = NewPanel { day, patients, ald, active_file: None, arrivals, departures, deaths, source };
    PanelSnapshot { id: PanelId(i64::from(day.0)), what, author: PersonId(90), at: Stamp(0) }
}

/// 31 August: 900 of whom 170 in ALD. 30 September: 900 + 40 − 6 − 4 = 930. 31 October: 930 + 35 − 3 = 962, and 960 noted.
fn autumn() -> Facts {
    let mut facts = facts(1, vec![]);
    facts.panels = vec![
        snapshot(day(2026, 8, 31), 900, Some(170), [None; 3]),
        snapshot(day(2026, 9, 30), 930, None, [Some(40), Some(6), Some(4)]),
        snapshot(day(2026, 10, 31), 960, Some(181), [Some(35), Some(3), Some(0)]),
    ];
    facts.panels[2].what.active_file = Some(2_150);
    facts
}

const FLOW: [&str; 4] = ["panel.arrivals", "panel.departures", "panel.deaths", "panel.gap"];

#[test]
fn the_stock_is_that_of_the_last_day_it_was_noted() {
    let facts = autumn();
    let on = |code, period: Period| {
        let found = indicator(code, &facts, period, after(period));
        (found.value, found.window)
    };
    let october = Period { from: day(2026, 10, 31), to: day(2026, 10, 31) };
    let late = days((2026, 11, 1), (2026, 11, 30));
    assert_eq!(on("panel", late), (Figure::Count(960), october));
    assert_eq!(on("ald", late), (Figure::Count(181), october));
    assert_eq!(on("ald.rate", late), (Figure::Share(181, 960), october));
    // Of the twelve months before.
    assert_eq!(on("active_file", late), (Figure::Count(2_150), days((2025, 11, 1), (2026, 10, 31))));
    // What the newest snapshot does not say is not taken from an older one: it would be of another day.
    let september = days((2026, 9, 1), (2026, 9, 30));
    assert_eq!(on("panel", september).0, Figure::Count(930));
    assert_eq!(
        [on("ald", september).0, on("ald.rate", september).0, on("active_file", september).0],
        [Figure::Missing, Figure::Missing, Figure::Missing]
    );
    // 170 ÷ 900, as published; and before the first snapshot nothing.
    assert_eq!(on("ald.rate", days((2026, 8, 1), (2026, 8, 31))).0, Figure::Share(170, 900));
    assert_eq!(on("panel", days((2026, 7, 1), (2026, 8, 30))).0, Figure::Missing);
}

#[test]
fn a_snapshot_of_tomorrow_is_not_known_today() {
    let now = Now::on(day(2026, 10, 30), 9, 0);
    assert_eq!(value_at("panel", &autumn(), days((2026, 10, 1), (2026, 10, 31)), now), Figure::Count(930));
}

#[test]
fn no_patient_has_no_rate() {
    let mut facts = autumn();
    facts.panels = vec![snapshot(day(2026, 8, 31), 0, Some(0), [None; 3])];
    let found = values(["panel", "ald", "ald.rate"], &facts, days((2026, 8, 1), (2026, 8, 31)));
    assert_eq!(found, [Figure::Count(0), Figure::Count(0), Figure::Missing]);
}

#[test]
fn the_flow_goes_from_the_snapshot_before_the_period_to_its_last() {
    let facts = autumn();
    let september = days((2026, 9, 1), (2026, 9, 30));
    let reconciled = [Figure::Count(40), Figure::Count(6), Figure::Count(4), Figure::Gap(0)];
    assert_eq!(values(FLOW, &facts, september), reconciled);
    assert_eq!(indicator("panel.gap", &facts, september, after(september)).window, september);
    // Both months: 40 + 35, 6 + 3, 4 + 0; two patients more than that went.
    let both = days((2026, 9, 15), (2026, 11, 15));
    assert_eq!(values(FLOW, &facts, both), [Figure::Count(75), Figure::Count(9), Figure::Count(4), Figure::Gap(-2)]);
    let window = indicator("panel.arrivals", &facts, both, after(both)).window;
    assert_eq!(window, days((2026, 9, 1), (2026, 10, 31)));
    // A snapshot of the first day belongs to the period, with what came to it since the one before.
    let first_day = days((2026, 9, 30), (2026, 10, 30));
    assert_eq!(values(FLOW, &facts, first_day), reconciled);
    // No snapshot before: from the first in the period.
    let year = days((2026, 1, 1), (2026, 9, 30));
    assert_eq!(values(FLOW, &facts, year), reconciled);
    assert_eq!(indicator("panel.gap", &facts, year, after(year)).window, september);
}

#[test]
fn a_flow_that_is_not_known_whole_is_not_known() {
    let september = days((2026, 9, 1), (2026, 9, 30));
    // One snapshot, or none in the period.
    assert_eq!(values(FLOW, &autumn(), days((2026, 8, 1), (2026, 8, 31))), [Figure::Missing; 4]);
    assert_eq!(values(FLOW, &autumn(), days((2026, 11, 1), (2026, 11, 30))), [Figure::Missing; 4]);
    let mut facts = autumn();
    facts.panels[1].what.departures = None;
    assert_eq!(values(FLOW, &facts, september), [Figure::Missing; 4]);
    // Deaths nobody noted are not none: the gap holds them. 930 − 900 − (40 − 6) = −4.
    let mut facts = autumn();
    facts.panels[1].what.deaths = None;
    let found = [Figure::Count(40), Figure::Count(6), Figure::Missing, Figure::Gap(-4)];
    assert_eq!(values(FLOW, &facts, september), found);
    assert_eq!(value("panel.deaths", &facts, days((2026, 9, 1), (2026, 10, 31))), Figure::Missing);
}

#[test]
fn patients_are_drawn_beside_what_was_published_of_them() {
    let mut facts = autumn();
    let published = |figure, day, value| Published { figure, day, value, source: "La Montagne".into() };
    facts.published = vec![
        published(PublishedFigure::Patients, day(2026, 8, 1), 890),
        published(PublishedFigure::Consultations, day(2026, 10, 1), 9_000),
        published(PublishedFigure::Ald, day(2026, 10, 2), 180),
        published(PublishedFigure::Patients, day(2026, 10, 3), 950),
    ];
    let period = days((2026, 9, 1), (2026, 10, 31));
    let Body::Curve(Curve { lines, published, .. }) = body(ChartCode::Panel, &facts, period, after(period)) else {
        panic!()
    };
    assert_eq!(lines[0].points, [(day(2026, 9, 30), 930.0), (day(2026, 10, 31), 960.0)]);
    assert_eq!(lines[1].points, [(day(2026, 10, 31), 181.0)]);
    assert_eq!(published.iter().map(|d| d.value).collect::<Vec<_>>(), [180, 950]);
}
