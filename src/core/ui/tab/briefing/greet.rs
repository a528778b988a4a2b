//! The sentences above the points: to whom, since when, after whom, and what may be done now.

use crate::domain::briefing::Briefing;
use crate::domain::planning::next_open_week;
use crate::domain::rights::Right;
use crate::domain::transmission::reopening_is_over;
use crate::domain::{Msg, Role, Stay};
use crate::ui::keymap::key_of;
use crate::ui::point::{sentence, span_start};
use crate::ui::tab::presence;
use crate::ui::widget::text;
use crate::ui::{Action, Cx, Meaning, Scope};

/// Whom the reader is, what they take over, and from whom (rule 15).
pub(super) fn greeting(page: &Briefing, columns: u16, cx: &Cx) -> String {
    let Some(author) = cx.author() else { return String::new() };
    let name = if author.role == Role::Doctor { author.short() } else { author.given.clone() };
    let mut said = vec![Msg::new("briefing-hello").with("name", name)];
    match &page.stay {
        Some(stay) => doctor(page, stay, cx, &mut said),
        None => team(page, cx, &mut said),
    }
    let whole = |said: &[Msg]| said.iter().map(|m| sentence(m, cx)).collect::<Vec<_>>().join(" ");
    if page.stay.is_none() {
        // The points are what one comes for: who comes and goes gives way, the least pressing first.
        while text::wrap(&whole(&said), columns).len() > ROWS {
            let Some(at) = (1..said.len()).max_by_key(|at| gives_way(&said[*at])) else { break };
            said.remove(at);
        }
    }
    whole(&said)
}

/// Rows of the team's greeting, at most.
const ROWS: usize = 2;

/// How soon a sentence gives way where there is no room: what the header says already goes first.
fn gives_way(said: &Msg) -> usize {
    let order = [
        "briefing-follow",
        "briefing-since",
        "briefing-away",
        "briefing-away-replaced",
        "briefing-held-unsigned",
        "briefing-nobody",
        "briefing-held",
        "briefing-leaves",
        "briefing-opens",
        "briefing-expected",
        "briefing-opens-on",
        "briefing-here",
    ];
    order.iter().position(|id| said.id == *id).unwrap_or(0)
}

fn doctor(page: &Briefing, stay: &Stay, cx: &Cx, said: &mut Vec<Msg>) {
    said.push(
        Msg::new("briefing-week")
            .with("week", stay.week())
            .with("from", span_start(stay.from, stay.to, cx))
            .with("to", stay.to),
    );
    let rota = &cx.frame.rota;
    let Some(before) = &page.from.stay else {
        said.push(Msg::new("briefing-from-nobody"));
        return;
    };
    let named = |id| Msg::new(id).with("doctor", rota.people.short(before.doctor)).with("week", before.week());
    said.push(match page.from.vacant.as_slice() {
        [] => named("briefing-from-doctor"),
        [one] => named("briefing-from-team").with("vacant", *one),
        [first, .., last] => named("briefing-from-team-weeks").with("first", *first).with("last", *last),
    });
    if rota.has_left(before, cx.now.day) && !rota.is_signed(before.id) {
        said.push(Msg::new("briefing-from-unsigned"));
    }
}

fn team(page: &Briefing, cx: &Cx, said: &mut Vec<Msg>) {
    if cx.may(Right::ReadPoints) {
        said.push(Msg::new("briefing-follow").with("count", page.expected()));
    }
    // On Monday, and during the weekend itself, what counts is the last since Friday morning.
    let since = match cx.now.day.weekday_index() {
        0 => cx.now.day.plus(-3),
        6 => cx.now.day.plus(-2),
        _ => cx.now.day.plus(-1),
    };
    let changed = page
        .entries
        .iter()
        .filter(|e| {
            let answered = e.thread.receipts.iter().map(|r| r.at).max();
            answered.max(Some(e.thread.head().at)).is_some_and(|at| at.day() >= since)
        })
        .count();
    if changed > 0 {
        said.push(Msg::new("briefing-since").with("count", changed).with("day", since));
    }
    if cx.may(Right::ReadPoints) && page.followed > 0 {
        said.push(Msg::new("briefing-follow-patients").with("count", page.followed));
    }
    said.extend(presence::absences(cx));
    let rota = &cx.frame.rota;
    let today = cx.now.day;
    for stay in rota.present(today) {
        let doctor = rota.people.short(stay.doctor);
        said.push(if stay.to == today {
            Msg::new("briefing-leaves").with("doctor", doctor)
        } else {
            Msg::new("briefing-here").with("doctor", doctor).with("day", stay.to)
        });
    }
    for post in &rota.posts {
        let Some(last) = rota.confirmed().rfind(|s| s.post == post.id && rota.has_left(s, today)) else { continue };
        if rota.following(last).is_some_and(|next| rota.takeovers.contains_key(&next.id)) {
            continue;
        }
        let id = if rota.is_signed(last.id) { "briefing-held" } else { "briefing-held-unsigned" };
        let doctor = rota.people.short(last.doctor);
        said.push(Msg::new(id).with("week", last.week()).with("doctor", doctor).with("holder", coordinator(cx)));
    }
    for post in &rota.posts {
        // A closed week needs nobody.
        let Some(next_week) = next_open_week(rota, cx.frame.centre.opened, post.id, today) else { continue };
        match rota.stays.beginning_after(today).find(|s| s.is_confirmed() && s.post == post.id) {
            Some(stay) if stay.week() <= next_week => {
                let doctor = rota.people.short(stay.doctor);
                said.push(Msg::new("briefing-expected").with("doctor", doctor).with("day", stay.from));
            }
            _ => {
                let id = if rota.posts.len() > 1 { "briefing-nobody-post" } else { "briefing-nobody" };
                said.push(Msg::new(id).with("week", next_week).with("post", post.name.as_str()));
            }
        }
    }
    said.extend(presence::opening(cx));
}

/// The name of whoever holds in between: `C. Garnier`.
pub(in crate::ui::tab) fn coordinator(cx: &Cx) -> String {
    let found = cx.frame.rota.coordinator(cx.now.day);
    found.map_or_else(|| cx.t(Role::Coordination.word()), crate::domain::Person::short)
}

/// The key that opens one's signed handover again, on the page of the Transmission.
fn reopen_key(cx: &Cx) -> String {
    key_of(Action::Reopen, &[Scope::Transmission]).map_or_else(String::new, |key| key.label(cx))
}

/// What may be done now: read ahead, take over, taken over, over.
pub(super) fn state(page: &Briefing, cx: &Cx) -> Option<(String, Meaning)> {
    let stay = page.stay.as_ref()?;
    let rota = &cx.frame.rota;
    let (msg, meaning) = if cx.now.day < stay.from {
        (Msg::new("briefing-ahead").with("day", stay.from), Meaning::Watch)
    } else if rota.is_signed(stay.id) && reopening_is_over(stay, rota, cx.now).is_none() {
        (Msg::new("briefing-signed-reopens").with("key", reopen_key(cx)), Meaning::Dim)
    } else if rota.is_signed(stay.id) {
        (Msg::new("briefing-signed"), Meaning::Dim)
    } else if rota.has_left(stay, cx.now.day) {
        (Msg::new("briefing-over"), Meaning::Dim)
    } else if let Some(taken) = rota.takeovers.get(&stay.id) {
        (Msg::new("briefing-taken-over").with("at", taken.at), Meaning::Good)
    } else {
        let key = key_of(Action::TakeOver, &[Scope::Briefing])?.label(cx);
        (Msg::new("briefing-take-over").with("key", key), Meaning::Hint)
    };
    Some((sentence(&msg, cx), meaning))
}
