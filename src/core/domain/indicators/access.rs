//! How soon one is seen: the third free appointment, and what became of unplanned requests. The facts are the surveys,
//! and of weeks without one the requests noted as they came.

use super::super::chart::{Body, Curve, Line};
use super::super::noted::{NewSurvey, Third};
use super::{Draft, Figure, View, care, figure};

pub(super) fn figures(view: &View<'_>) -> Vec<Draft> {
    let surveys: Vec<&NewSurvey> = view.facts.surveyed(view.period).map(|s| &s.what).collect();
    let sum = |part: fn(&NewSurvey) -> Option<u16>| {
        let counted = surveys.iter().filter_map(|s| part(s)).map(u32::from);
        counted.fold(None, |sum, count| Some(sum.unwrap_or(0) + count))
    };
    let surveyed: [Option<u32>; 3] = [sum(|s| s.same_day), sum(|s| s.next_day), sum(|s| s.refused)];
    // A week that nobody counted is told by its requests, noted as they came.
    let noted = care::requests(view);
    let with = |at: usize| {
        let parts = [surveyed[at], noted.map(|counts| counts[at])];
        parts.into_iter().flatten().reduce(|sum, part| sum + part)
    };
    let parts: [Option<u32>; 3] = std::array::from_fn(with);
    let all = surveyed.into_iter().flatten().sum::<u32>() + noted.map_or(0, |[.., all]| all);
    // What nobody counted is not known to be none.
    let [same, next, refused] = parts.map(|part| part.map_or(Figure::Missing, |part| Figure::share(part, all)));
    let third = view.facts.targets.third_days.map(|days| Figure::Halves(u32::from(days) * 2));
    vec![
        figure("tna", median(&surveys)).aims(third),
        figure("np_delay", same),
        figure("np_delay.next_day", next),
        figure("np_delay.refused", refused),
    ]
}

/// The median of the weekly values; a week in which nobody had a free appointment is longer than any other.
fn median(surveys: &[&NewSurvey]) -> Figure {
    let mut days: Vec<u32> = surveys.iter().filter_map(|s| s.days()).collect();
    let never = surveys.iter().filter(|s| s.third == Third::Never).count();
    days.sort_unstable();
    let whole = days.len() + never;
    // Of two in the middle, one beyond every number puts the median there.
    if whole > 0 && days.len() <= whole / 2 {
        return Figure::Never;
    }
    days.extend(std::iter::repeat_n(u32::MAX / 4, never));
    Figure::median(&mut days)
}

/// The days to the third free appointment, week after week.
pub(super) fn curve(view: &View<'_>) -> Body {
    let surveys: Vec<&NewSurvey> = view.facts.surveyed(view.period).map(|s| &s.what).collect();
    let points = surveys.iter().filter_map(|s| Some((s.day, f64::from(s.days()?)))).collect();
    Body::Curve(Curve {
        lines: vec![Line::new("indicators-third", points)],
        published: Vec::new(),
        target: view.facts.targets.third_days.map(f64::from),
        never: surveys.iter().filter(|s| s.third == Third::Never).map(|s| s.day).collect(),
        unit: "indicators-unit-days",
    })
}
