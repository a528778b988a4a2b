//! Care around the relay: who waits for a médecin traitant, whom the nurse follows, what was discussed, the requests.

use std::collections::{BTreeMap, BTreeSet};

use super::super::chart::{Body, Group, Share};
use super::super::noted::NewSurvey;
use super::super::{IsoWeek, Msg};
use super::{Draft, Figure, View, figure};

pub(super) fn figures(view: &View<'_>) -> Vec<Draft> {
    let (care, today) = (&view.facts.care, view.now.day);
    let mut waited = care.waited.clone();
    let declared = u32::try_from(waited.len()).unwrap_or(u32::MAX);
    let requests: u32 = care.requests.iter().map(|(_, counts)| counts.all()).sum();
    let sent: u32 = care.requests.iter().map(|(_, counts)| counts.sent).sum();
    vec![
        figure("waiting", Figure::known(care.waiting.0, care.keeps_list)),
        figure("waiting.ald", Figure::known(care.waiting.1, care.keeps_list)),
        figure("waiting.declared", Figure::known(declared, care.keeps_list)),
        figure("waiting.delay", Figure::median(&mut waited)),
        figure("followed", Figure::known(care.followed.0, care.followed.0 > 0)).over(today, today),
        figure("followed.lost", Figure::share(care.followed.1, care.followed.0)).over(today, today),
        figure("concertation", Figure::known(care.concertations.0, care.concertations.0 > 0)),
        figure("concertation.discussed", Figure::share(care.concertations.1, care.concertations.0)),
        figure("requests", Figure::known(requests, requests > 0)),
        figure("requests.sent", Figure::share(sent, requests)),
    ]
}

/// What of a week a survey says itself: the requests noted as they came count for the others alone.
fn surveyed(view: &View<'_>, says: fn(&NewSurvey) -> bool) -> BTreeSet<IsoWeek> {
    view.facts.surveys.iter().map(|survey| &survey.what).filter(|what| says(what)).map(|what| what.week).collect()
}

/// The requests of the weeks in which no survey counted them: seen the same day, the next one, refused, and all.
pub(super) fn requests(view: &View<'_>) -> Option<[u32; 4]> {
    let told = surveyed(view, |what| what.same_day.or(what.next_day).or(what.refused).is_some());
    let days = view.facts.care.requests.iter().filter(|(day, _)| !told.contains(&day.week()));
    days.map(|(_, c)| [c.today, c.tomorrow, c.refused, c.all()])
        .reduce(|sum, day| std::array::from_fn(|part| sum[part] + day[part]))
}

/// The Asalée contacts of the weeks in which no survey counted them.
pub(super) fn contacts(view: &View<'_>) -> Option<u32> {
    let told = surveyed(view, |what| what.asalee.is_some());
    let days = view.facts.care.contacts.iter().filter(|(day, ..)| !told.contains(&day.week()));
    days.map(|(.., count)| *count).reduce(|sum, count| sum + count)
}

/// The contacts by protocol, the most first.
pub(super) fn by_protocol(view: &View<'_>) -> Body {
    let mut sums: BTreeMap<&str, u32> = BTreeMap::new();
    for (_, protocol, count) in &view.facts.care.contacts {
        *sums.entry(protocol).or_default() += count;
    }
    if sums.is_empty() {
        return Body::Shares(Vec::new());
    }
    let mut sums: Vec<(&str, u32)> = sums.into_iter().collect();
    sums.sort_by_key(|(protocol, count)| (std::cmp::Reverse(*count), *protocol));
    let bar = |(protocol, part): (&str, u32)| Share {
        label: Msg::new("chart-protocol").with("name", protocol),
        part,
        whole: None,
    };
    Body::Shares(vec![Group { label: "chart-protocols", bars: sums.into_iter().map(bar).collect() }])
}
