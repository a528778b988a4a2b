//! What may leave the centre: a count of one to four patients in a breakdown is withheld (rule 22).
//!
//! Withholding that cell alone is not enough: the total less the others would tell it. A second cell goes with it,
//! and a third if the two still come to fewer than five (*secondary suppression*; Willenborg and de Waal, *Elements
//! of statistical disclosure control*, 2001). Counts of doctors, weeks and acts are shown.

use super::super::Day;
use super::super::chart::{Body, Line};
use super::{Chart, ChartCode};
use super::{Figure, Indicator, Statistics};

/// Patients below which a count may tell who they are.
const FEW: u32 = 5;

fn is_small(count: u32) -> bool {
    (1..FEW).contains(&count)
}

/// Which cells of a breakdown of patients must not leave, when their total does.
#[must_use]
pub fn withheld(cells: &[u32]) -> Vec<bool> {
    let mut out: Vec<bool> = cells.iter().map(|c| is_small(*c)).collect();
    if !out.contains(&true) {
        return out;
    }
    loop {
        let hidden = cells.iter().zip(&out).filter(|(_, out)| **out).map(|(c, _)| *c);
        let (count, sum) = hidden.fold((0, 0u32), |(n, sum), c| (n + 1, sum.saturating_add(c)));
        if count > 1 && sum >= FEW {
            return out;
        }
        // The smallest that is left; a nought only where there is nothing else.
        let next = (0..cells.len()).filter(|i| !out[*i]).min_by_key(|i| (cells[*i] == 0, cells[*i]));
        let Some(next) = next else { return out };
        out[next] = true;
    }
}

/// The figures as they may leave the centre.
#[must_use]
pub fn leaving(indicators: &[Indicator]) -> Vec<Indicator> {
    let mut out = indicators.to_vec();
    let count = |code: &str| match indicators.iter().find(|i| i.code == code)?.value {
        Figure::Count(count) => Some(count),
        _ => None,
    };
    let mut hide = |codes: &[&str]| {
        for indicator in out.iter_mut().filter(|i| codes.contains(&i.code) && i.value != Figure::Missing) {
            indicator.value = Figure::Withheld;
            indicator.target = None;
        }
    };
    let panel = count("panel");
    for code in ["panel", "active_file"] {
        if count(code).is_some_and(is_small) {
            hide(&[code]);
        }
    }
    // Those in ALD and those who are not make the whole; the rate tells as much as the count.
    if let (Some(panel), Some(ald)) = (panel, count("ald"))
        && withheld(&[ald, panel.saturating_sub(ald)])[0]
    {
        hide(&["ald", "ald.rate"]);
    }
    // The stocks of two dates tell what came less what went.
    let flow = ["panel.arrivals", "panel.departures", "panel.deaths"];
    let cells: Vec<u32> = flow.iter().map(|code| count(code).unwrap_or(0)).collect();
    for (code, out) in flow.iter().zip(withheld(&cells)) {
        if out {
            hide(&[code]);
        }
    }
    // So are those who wait, in ALD or not, and those who were declared.
    for code in ["waiting", "waiting.declared", "followed"] {
        if count(code).is_some_and(is_small) {
            hide(&[code]);
        }
    }
    if let (Some(waiting), Some(ald)) = (count("waiting"), count("waiting.ald"))
        && withheld(&[ald, waiting.saturating_sub(ald)])[0]
    {
        hide(&["waiting.ald"]);
    }
    let lost = indicators.iter().find(|i| i.code == "followed.lost").map(|i| i.value);
    if let Some(Figure::Share(lost, followed)) = lost
        && withheld(&[lost, followed.saturating_sub(lost)]).contains(&true)
    {
        hide(&["followed.lost"]);
    }
    // Where few visits were made, where they went tells to whom.
    if count("visits").is_none_or(is_small) {
        hide(&["visits.communes", "visits.kilometres"]);
    }
    // A recall is a patient.
    let done = indicators.iter().find(|i| i.code == "coordination.recalls_done").map(|i| i.value);
    if let Some(Figure::Share(done, due)) = done
        && withheld(&[done, due.saturating_sub(done)]).contains(&true)
    {
        hide(&["coordination.recalls_done"]);
    }
    if count("coordination.recalls").is_some_and(is_small) {
        hide(&["coordination.recalls", "coordination.recalls_done"]);
    }
    out
}

impl Statistics {
    /// All of it as it may leave the centre, the period beside it and the points of the charts too.
    ///
    /// The weeks count acts, half-days and days: they are shown.
    #[must_use]
    pub fn leaving(&self) -> Self {
        Self {
            indicators: leaving(&self.indicators),
            before: self.before.as_ref().map(|(period, before)| (*period, leaving(before))),
            charts: self.charts.iter().map(leaving_chart).collect(),
            ..self.clone()
        }
    }
}

/// A chart as it may leave the centre: the panel without the points that would tell who a few patients are.
///
/// The other charts count acts, points of the relay, doctors and weeks. What was published is public already.
#[must_use]
pub fn leaving_chart(chart: &Chart) -> Chart {
    let mut out = chart.clone();
    let (ChartCode::Panel, Body::Curve(curve)) = (chart.code, &mut out.body) else { return out };
    let [panel, ald] = curve.lines.as_mut_slice() else { return out };
    withhold(ald, |day, count| {
        let whole = panel.points.iter().find(|(at, _)| *at == day).map(|(_, whole)| *whole);
        // Without the whole, those who are not in ALD are not told; the few who are would be.
        let others = whole.map_or(0, |whole| patients(whole).saturating_sub(count));
        withheld(&[count, others])[0]
    });
    withhold(panel, |_, count| is_small(count));
    out
}

/// Takes the points that may not leave from a line, and keeps their days.
fn withhold(line: &mut Line, may_not: impl Fn(Day, u32) -> bool) {
    let (out, kept): (Vec<_>, Vec<_>) =
        std::mem::take(&mut line.points).into_iter().partition(|(day, count)| may_not(*day, patients(*count)));
    line.withheld = out.into_iter().map(|(day, _)| day).collect();
    line.points = kept;
}

/// A count as a curve has it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "made of a count of patients")]
fn patients(count: f64) -> u32 {
    count.round() as u32
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::super::Period;
    use super::super::super::chart::{Curve, Dot};
    use super::super::super::noted::PublishedFigure;
    use super::*;

    fn panel(points: &[(u32, Option<u32>)], published: Vec<Dot>) -> Chart {
        let day = |n: usize| Day(i32::try_from(n).unwrap());
        let line = |label, points: Vec<(Day, u32)>| {
            Line::new(label, points.into_iter().map(|(day, count)| (day, f64::from(count))).collect())
        };
        let all = points.iter().enumerate();
        let ald = all.clone().filter_map(|(n, (_, ald))| Some((day(n), (*ald)?)));
        let lines = vec![
            line("indicators-panel", all.map(|(n, (panel, _))| (day(n), *panel)).collect()),
            line("indicators-ald", ald.collect()),
        ];
        let curve = Curve { lines, published, target: None, never: vec![], unit: "indicators-unit-patients" };
        let window = Period { from: Day(0), to: Day(99) };
        Chart { code: ChartCode::Panel, window, post: None, body: Body::Curve(curve) }
    }

    fn points(chart: &Chart) -> Vec<Vec<i32>> {
        let Body::Curve(curve) = &chart.body else { panic!() };
        curve.lines.iter().map(|l| l.points.iter().map(|(day, _)| day.0).collect()).collect()
    }

    #[rstest]
    #[case(900, 170, true)]
    #[case(900, 0, true)]
    #[case(900, 5, true)]
    // A few in ALD; a few who are not; a few in all.
    #[case(900, 4, false)]
    #[case(174, 170, false)]
    #[case(4, 2, false)]
    fn a_point_leaves_unless_it_tells_who_a_few_are(#[case] patients: u32, #[case] ald: u32, #[case] shown: bool) {
        let chart = leaving_chart(&panel(&[(900, Some(170)), (patients, Some(ald))], vec![]));
        let [panel, ald] = &points(&chart)[..] else { panic!() };
        assert_eq!((panel.contains(&1), ald.contains(&1)), (patients > 4, shown));
        assert!(panel.contains(&0) && ald.contains(&0), "the others stay");
    }

    #[test]
    fn what_was_published_is_public_already() {
        let dot = Dot { figure: PublishedFigure::Ald, day: Day(1), value: 3, source: "presse".into() };
        let Body::Curve(curve) = leaving_chart(&panel(&[(900, Some(3))], vec![dot.clone()])).body else { panic!() };
        assert_eq!((curve.published, curve.lines[1].points.len()), (vec![dot], 0));
        // The day stays known, so that `NS` stands there and not a blank.
        assert_eq!(curve.lines[1].withheld, [Day(0)]);
    }

    #[test]
    fn the_period_beside_leaves_as_the_period_does() {
        let of = |value| {
            let (label, definition, unit) = super::super::names::of("active_file");
            let window = Period { from: Day(0), to: Day(9) };
            vec![Indicator {
                code: "active_file",
                label,
                definition,
                unit,
                value: Figure::Count(value),
                target: None,
                caveat: None,
                window,
                partial: false,
            }]
        };
        let period = Period { from: Day(10), to: Day(19) };
        let statistics = Statistics {
            period,
            post: None,
            indicators: of(3),
            before: Some((period.previous(), of(2))),
            charts: vec![panel(&[(900, Some(2))], vec![])],
            weeks: vec![],
        };
        let out = statistics.leaving();
        assert_eq!(out.indicators[0].value, Figure::Withheld);
        assert_eq!(out.before.unwrap().1[0].value, Figure::Withheld);
        assert_eq!(points(&out.charts[0])[1], Vec::<i32>::new());
    }
}
