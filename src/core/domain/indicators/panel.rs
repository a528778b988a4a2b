//! The patients who have the centre as their médecin traitant. The facts are the dated snapshots.

use super::super::chart::{Body, Curve, Line};
use super::super::noted::{NewPanel, PublishedFigure};
use super::activity::dots;
use super::{Draft, Figure, View, figure};

pub(super) fn figures(view: &View<'_>) -> Vec<Draft> {
    let panels: Vec<&NewPanel> = view.facts.panels.iter().map(|p| &p.what).filter(|p| p.day <= view.upto).collect();
    let newest = panels.last();
    let day = newest.map_or(view.upto, |p| p.day);
    // A stock is that of its day, however old: the window says so.
    let stock = |code, value| figure(code, value).over(day, day);
    let count = |value: Option<u32>| value.map_or(Figure::Missing, Figure::Count);
    let ald = newest.and_then(|p| p.ald);
    let rate = ald.zip(newest).map_or(Figure::Missing, |(ald, p)| Figure::share(ald, p.patients));
    let flow = flow(view, &panels);
    let moved = |part: fn(&Moved) -> Option<u32>| count(flow.as_ref().and_then(part));
    let over = |draft: Draft| match &flow {
        Some(f) => draft.over(f.from.plus(1), f.to),
        None => draft,
    };
    vec![
        stock("panel", count(newest.map(|p| p.patients))),
        over(figure("panel.arrivals", moved(|f| Some(f.arrivals)))),
        over(figure("panel.departures", moved(|f| Some(f.departures)))),
        over(figure("panel.deaths", moved(|f| f.deaths))),
        over(figure("panel.gap", flow.as_ref().map_or(Figure::Missing, |f| Figure::Gap(f.gap)))),
        stock("ald", count(ald)),
        stock("ald.rate", rate),
        active_file(newest.and_then(|p| p.active_file), day),
    ]
}

/// Patients seen in the twelve months that end on a day.
fn active_file(patients: Option<u32>, day: super::Day) -> Draft {
    let a_year_before = day.date().checked_sub_months(chrono::Months::new(12)).map_or(day, super::Day::from);
    figure("active_file", patients.map_or(Figure::Missing, Figure::Count)).over(a_year_before.plus(1), day)
}

/// What came and went between the last snapshot before the period, or its first, and its last one.
struct Moved {
    from: super::Day,
    to: super::Day,
    arrivals: u32,
    departures: u32,
    /// Nothing where a snapshot does not say it: the gap holds them.
    deaths: Option<u32>,
    gap: i64,
}

fn flow(view: &View<'_>, panels: &[&NewPanel]) -> Option<Moved> {
    let first = panels.iter().rposition(|p| p.day < view.period.from).unwrap_or(0);
    let steps = panels.get(first..)?;
    let (from, to) = (steps.first()?, steps.last()?);
    let mut moved = Moved { from: from.day, to: to.day, arrivals: 0, departures: 0, deaths: Some(0), gap: 0 };
    if steps.len() < 2 {
        return None;
    }
    for pair in steps.windows(2) {
        // One snapshot without its flow, and the sums would not be those of the period.
        let flow = pair[1].flow(pair[0])?;
        moved.arrivals += flow.arrivals;
        moved.departures += flow.departures;
        moved.deaths = moved.deaths.zip(pair[1].deaths).map(|(sum, deaths)| sum + deaths);
        moved.gap += flow.gap;
    }
    Some(moved)
}

/// MT patients and those in ALD, beside what was published.
pub(super) fn curve(view: &View<'_>) -> Body {
    let inside: Vec<&NewPanel> = view.facts.panels.iter().map(|p| &p.what).filter(|p| view.contains(p.day)).collect();
    let patients = inside.iter().map(|p| (p.day, f64::from(p.patients))).collect();
    let ald = inside.iter().filter_map(|p| Some((p.day, f64::from(p.ald?)))).collect();
    Body::Curve(Curve {
        lines: vec![Line::new("indicators-panel", patients), Line::new("indicators-ald", ald)],
        published: dots(view, view.period.from, &[PublishedFigure::Patients, PublishedFigure::Ald]),
        target: None,
        never: Vec::new(),
        unit: "indicators-unit-patients",
    })
}
