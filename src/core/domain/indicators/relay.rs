//! How well the relay goes round: signatures, answers, waits, points that stand still. The facts are the threads.

use std::collections::BTreeSet;

use super::super::alert::{UNCHANGED_LIMIT, URGENT_BY};
use super::super::briefing::{falls_to, taken_from};
use super::super::chart::{Body, Group, Share};
use super::super::{Answer, Gravity, Kind, Msg, Rota, Stamp, Stay, StayId, Thread};
use super::{Draft, Figure, View, figure, small};

pub(super) fn figures(view: &View<'_>) -> Vec<Draft> {
    let today = view.now.day;
    let moment = |code, count| figure(code, Figure::Count(count)).over(today, today);
    let (signed, ended) = signed_in_time(view);
    let (answered, received) = urgent_answered(view);
    let said = ended_stays(view).map(|s| view.facts.said.get(&s.id).copied().unwrap_or(0)).sum();
    vec![
        figure("handover", Figure::share(signed, ended)),
        figure("handover.urgent", Figure::share(answered, received)),
        figure("handover.hours", hours_to_takeover(view)),
        figure("handover.items", Figure::ratio(said, ended)),
        moment("handover.unchanged", unchanged(view)),
        moment("handover.overdue", overdue(view, |_| true)),
        moment("handover.results_late", overdue(view, |t| t.item.kind == Kind::Result)),
    ]
}

/// Stays that ended in the period.
fn ended_stays<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Stay> {
    let (from, upto, today) = (view.period.from, view.upto, view.now.day);
    view.facts.rota.confirmed().filter(move |s| from <= s.to && s.to <= upto && s.to < today)
}

/// Handovers their doctor signed by the last working day (rule 18), of stays that ended.
fn signed_in_time(view: &View<'_>) -> (u32, u32) {
    let rota = &view.facts.rota;
    let in_time = |stay: &&Stay| {
        let signature = rota.handovers.get(&stay.id).and_then(|h| h.signature.as_ref());
        signature.is_some_and(|s| !s.as_is && s.at.day() <= rota.due_day(stay))
    };
    (small(ended_stays(view).filter(in_time).count()), small(ended_stays(view).count()))
}

/// Urgent points answered by 10 h on the first working day, of those received that morning.
fn urgent_answered(view: &View<'_>) -> (u32, u32) {
    let rota = &view.facts.rota;
    let (mut answered, mut received) = (0, 0);
    let due = |s: &Stay| Stamp::at(rota.first_day(s), URGENT_BY);
    let mut arrived: Vec<&Stay> =
        rota.confirmed().filter(|s| view.contains(rota.first_day(s)) && due(s) <= view.now.at).collect();
    arrived.sort_by_key(|s| rota.first_day(s));
    // The rota as each of these mornings found it: signatures join it in the order of time.
    let mut then = Rota { handovers: std::collections::BTreeMap::new(), ..rota.clone() };
    let mut signed: Vec<(Stamp, StayId)> =
        rota.handovers.values().filter_map(|h| Some((h.signature.as_ref()?.at, h.stay))).collect();
    signed.sort_unstable();
    let mut signed = signed.into_iter().peekable();
    for stay in arrived {
        let morning = Stamp::at(rota.first_day(stay), 0);
        while let Some((_, id)) = signed.next_if(|(at, _)| *at < morning) {
            if let Some(handover) = rota.handovers.get(&id) {
                then.handovers.insert(id, handover.clone());
            }
        }
        for thread in &view.facts.urgent {
            let Some(before) = urgent_at(thread, morning) else { continue };
            if !falls_to(&before, stay, &then, morning.into()) {
                continue;
            }
            received += 1;
            let replied = thread
                .receipts
                .iter()
                .any(|r| r.stay == Some(stay.id) && r.answer != Answer::Read && r.at <= due(stay));
            let said = thread.relays.iter().any(|r| r.stay == Some(stay.id) && r.at <= due(stay));
            answered += u32::from(replied || said);
        }
    }
    (answered, received)
}

/// The point as it stood at that instant, if it was open and urgent then.
fn urgent_at(thread: &Thread, at: Stamp) -> Option<Thread> {
    let head = thread.relays.iter().rfind(|r| r.at < at)?;
    (head.gravity == Gravity::Urgent && head.outcome.is_none()).then(|| Thread {
        item: thread.item.clone(),
        relays: thread.relays.iter().filter(|r| r.at < at).cloned().collect(),
        receipts: thread.receipts.iter().filter(|r| r.at < at).cloned().collect(),
        steps: thread.steps.iter().filter(|s| s.at < at).cloned().collect(),
        weeks: thread.weeks.clone(),
    })
}

/// Median hours from a signature to the take-over that follows it on the post.
fn hours_to_takeover(view: &View<'_>) -> Figure {
    const HALF_HOUR: i64 = 1_800_000;
    let rota = &view.facts.rota;
    let waits = rota.confirmed().filter_map(|stay| {
        let taken = rota.takeovers.get(&stay.id).filter(|t| view.contains(t.at.day()))?;
        let from = taken_from(stay, rota).stay?;
        let signed = rota.handovers.get(&from.id)?.signature.as_ref()?;
        let wait = taken.at.0 - signed.at.0;
        // Signed as it is after somebody had begun: nobody waited. In whole hours, to the nearest.
        u32::try_from((wait + HALF_HOUR) / (2 * HALF_HOUR)).ok().filter(|_| wait >= 0)
    });
    Figure::median(&mut waits.collect::<Vec<_>>())
}

fn unchanged(view: &View<'_>) -> u32 {
    small(view.facts.open.iter().filter(|t| t.is_open() && t.unchanged_streak() >= UNCHANGED_LIMIT).count())
}

/// Open points of some kind whose day has passed, and that are not still hidden.
fn overdue(view: &View<'_>, kind: impl Fn(&Thread) -> bool) -> u32 {
    let (today, week) = (view.now.day, view.now.day.week());
    let late = view.facts.open.iter().filter(|t| t.is_open() && t.is_shown(week) && kind(t));
    small(late.filter(|t| t.head().due.is_some_and(|due| due < today)).count())
}

/// The quality of the relay: signed in time, urgent ones answered in time, points that stand still.
pub(super) fn quality(view: &View<'_>) -> Body {
    let (signed, ended) = signed_in_time(view);
    let (answered, received) = urgent_answered(view);
    let stays: BTreeSet<StayId> = ended_stays(view).map(|s| s.id).collect();
    let taken = ended_stays(view).filter(|s| view.facts.rota.takeovers.contains_key(&s.id)).count();
    let of = |label, part, whole| Share { label: Msg::new(label), part, whole: Some(whole) };
    let count = |label, part| Share { label: Msg::new(label), part, whole: None };
    let mut groups = vec![Group {
        label: "chart-relay-in-time",
        bars: vec![
            of("indicators-handover", signed, ended),
            of("indicators-urgent-answered", answered, received),
            of("chart-relay-taken", small(taken), small(stays.len())),
        ],
    }];
    if view.facts.post.is_none() {
        groups.push(Group {
            label: "chart-relay-now",
            bars: vec![
                count("indicators-unchanged", unchanged(view)),
                count("indicators-overdue", overdue(view, |_| true)),
                count("indicators-results-late", overdue(view, |t| t.item.kind == Kind::Result)),
            ],
        });
    }
    Body::Shares(groups)
}
