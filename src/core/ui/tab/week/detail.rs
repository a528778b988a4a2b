//! What is under the cursor in full, beside the week or below it: an entry, a point, the day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::carry::Mode;
use super::{Picked, WeekTab, cell, closing, grid, title};
use crate::domain::agenda::NewEntry;
use crate::domain::rights::Right;
use crate::domain::{Closed, Day, EntryId, HalfDay, Holder, ItemId, Msg, Stay, StayState, Thread, holder};
use crate::ui::point;
use crate::ui::tab::{cover, presence};
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Action, Cx, Glyph, Meaning, Pane as _, Scope, frame};

/// A line and how it stands out.
type Said = (String, Meaning);

/// Draws the details: a panel beside a wide week, a few lines below a narrow one.
pub fn draw(tab: &WeekTab, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let beside = area.height > 4;
    let (title, lines) = match (&tab.mode, tab.picked(cx)) {
        (Mode::Mark(_), _) => ("week-marking", marking(tab, cx)),
        (_, Some(Picked::Point(thread))) => ("week-point", point_lines(thread, cx)),
        (_, Some(Picked::Entry(id, entry))) => ("week-entry", entry_lines(tab, (id, entry), beside, cx)),
        (_, None) => ("week-day", day_lines(tab, beside, cx)),
    };
    let inner = if beside { panel(&cx.t(title), false, area, buf, cx.look) } else { area };
    let (mut y, mut end) = (inner.y, inner.x);
    for (said, meaning) in lines {
        for line in text::wrap(&said, inner.width) {
            if y >= inner.bottom() {
                // What is left out is said to be.
                let ellipsis = cx.look.glyph(Glyph::Ellipsis);
                let x = (end + 1).min(inner.right().saturating_sub(1));
                buf.set_stringn(x, inner.bottom().saturating_sub(1), ellipsis, 1, cx.look.style(Meaning::Dim));
                return;
            }
            (end, _) = buf.set_stringn(inner.x, y, line, usize::from(inner.width), cx.look.style(meaning));
            y += 1;
        }
        // Beside the week there is room to breathe.
        y += u16::from(beside);
    }
}

fn separator(cx: &Cx) -> String {
    format!(" {} ", cx.look.glyph(Glyph::Separator))
}

/// Acts with their keys: `e éditer · m déplacer`.
fn acts(actions: &[Action], tab: &WeekTab, cx: &Cx) -> Said {
    let known = actions.iter().filter(|a| tab.can(**a, cx)).filter_map(|a| frame::hint(*a, Scope::Week, cx));
    let said: Vec<String> = known.map(|(key, word)| format!("{key} {word}")).collect();
    (said.join(&separator(cx)), Meaning::Hint)
}

/// What the range holds, and what to do with it.
fn marking(tab: &WeekTab, cx: &Cx) -> Vec<Said> {
    let count = tab.half_days(cx).len();
    let said = cx.words.say(&Msg::new("week-marked").with("count", count));
    vec![(said, Meaning::Title), (cx.t("week-marking-how"), Meaning::Hint)]
}

/// `14:30–15:10`
fn hours(entry: &NewEntry, cx: &Cx) -> Option<String> {
    let dash = if cx.look.ascii { "-" } else { "–" };
    entry.start.map(|start| format!("{}{dash}{}", cx.words.time(start), cx.words.time(entry.end())))
}

/// `mer. 25 nov., 14:30–15:10 (40 min)`
fn when(entry: &NewEntry, cx: &Cx) -> String {
    match hours(entry, cx) {
        Some(hours) => cx.words.say(
            &Msg::new("week-entry-when")
                .with("day", cx.words.day(entry.day))
                .with("hours", hours)
                .with("count", usize::from(entry.minutes)),
        ),
        None if entry.to > entry.day => {
            format!("{} {} {}", cx.words.day(entry.day), cx.look.glyph(Glyph::Arrow), cx.words.day(entry.to))
        }
        None => format!("{}, {}", cx.words.day(entry.day), cx.t("week-whole-day")),
    }
}

/// For whom it is, or what it is called.
fn subject(entry: &NewEntry, cx: &Cx) -> Option<String> {
    let patient = entry.patient.as_ref().map(|p| {
        let about = point::about(p, cx);
        cx.words.say(&Msg::new("week-file").with("file", about))
    });
    match (patient, entry.title.is_empty()) {
        (Some(patient), true) => Some(patient),
        (Some(patient), false) => Some(format!("{patient}{}{}", separator(cx), entry.title)),
        (None, true) => None,
        (None, false) => Some(entry.title.clone()),
    }
}

/// What is under the cursor in full, then what else lies there and what can be done.
fn entry_lines(tab: &WeekTab, (id, entry): (EntryId, &NewEntry), beside: bool, cx: &Cx) -> Vec<Said> {
    let mut heading = cx.t(entry.kind.word());
    let moving = tab.mode.moving().is_some();
    if moving {
        heading = cx.words.say(&Msg::new("week-moving").with("what", heading));
    }
    let post = entry.post.map(|p| cx.frame.rota.post_name(p).to_owned()).filter(|_| cx.frame.rota.posts.len() > 1);
    let post = post.or_else(|| entry.post.is_none().then(|| cx.t("week-centre-whole")));
    let place = Some(entry.place.clone()).filter(|p| !p.is_empty());
    let linked = entry.item.map(|item| linked(tab, item, cx));
    let how = if moving { vec![(cx.t("week-moving-how"), Meaning::Hint)] } else { Vec::new() };
    let ring = cell_lines(tab, id, beside, cx);
    if !beside {
        if moving {
            let said = format!("{} {} {}", cell::short(entry, cx), cx.look.glyph(Glyph::Arrow), when(entry, cx));
            let said = cx.words.say(&Msg::new("week-moving").with("what", said));
            return vec![(said, Meaning::Title), (cx.t("week-moving-how"), Meaning::Hint)];
        }
        // The day stands in the grid.
        let when = hours(entry, cx).unwrap_or_else(|| when(entry, cx));
        let about = [Some(heading), subject(entry, cx), Some(when), post, place];
        let mut lines = vec![(about.into_iter().flatten().collect::<Vec<_>>().join(&separator(cx)), Meaning::Title)];
        lines.extend(ring);
        lines.extend(linked.map(|said| (said, Meaning::Plain)));
        lines.extend(due_lines(tab, cx).into_iter().take(1));
        return lines;
    }
    let mut lines = vec![(heading, Meaning::Title)];
    lines.extend(subject(entry, cx).map(|said| (said, Meaning::Strong)));
    lines.push((when(entry, cx), Meaning::Plain));
    lines.extend([post, place, linked].into_iter().flatten().map(|said| (said, Meaning::Plain)));
    lines.extend(how);
    if !moving {
        lines.push(acts(&[Action::Edit, Action::Move, Action::Longer, Action::Shorter, Action::Delete], tab, cx));
    }
    lines.extend(ring);
    lines.extend(due_lines(tab, cx));
    lines
}

/// The entries of the cell when there are several, the selected one marked.
fn cell_lines(tab: &WeekTab, selected: EntryId, beside: bool, cx: &Cx) -> Vec<Said> {
    let all = tab.here(cx);
    if all.len() < 2 {
        return Vec::new();
    }
    let said: Vec<String> = all
        .iter()
        .map(|(id, e)| {
            let mark = if *id == selected { cx.look.glyph(Glyph::Selected) } else { " " };
            let hour = e.start.map(|s| cx.words.time(s)).unwrap_or_default();
            format!("{mark}{hour} {}", cell::short(e, cx))
        })
        .collect();
    let clash = cell::overlap(&all).then(|| format!("{} {}", cx.look.glyph(Glyph::Alert), cx.t("week-overlap")));
    if !beside {
        let meaning = if clash.is_some() { Meaning::Watch } else { Meaning::Plain };
        return vec![(clash.into_iter().chain(said).collect::<Vec<_>>().join(" "), meaning)];
    }
    let mut lines: Vec<Said> = clash.map(|said| (said, Meaning::Watch)).into_iter().collect();
    lines.extend([(said.join("\n"), Meaning::Plain), acts(&[Action::OtherPane, Action::Add], tab, cx)]);
    lines
}

/// `point lié : n° 118, INR à 4,8…`, its words as far as they are at hand.
fn linked(tab: &WeekTab, item: ItemId, cx: &Cx) -> String {
    let words = tab.page.iter().flat_map(|p| &p.due).find(|(_, t)| t.item.id == item);
    let words = words.and_then(|(_, t)| Some(t.words().last()?.text.clone())).unwrap_or_default();
    let msg = Msg::new("week-linked").with("item", item.0);
    let said = cx.words.say(&msg);
    if words.is_empty() { said } else { format!("{said}{}{words}", cx.t("frame-colon")) }
}

/// The points due that day, one a line.
fn due_lines(tab: &WeekTab, cx: &Cx) -> Vec<Said> {
    let points: Vec<&Thread> = tab.due(tab.day(cx)).collect();
    if points.is_empty() {
        return Vec::new();
    }
    let heading = cx.words.say(&Msg::new("week-due-count").with("count", points.len()));
    let said = points.iter().map(|t| format!("{} {}", cx.look.gravity(t.head().gravity), point::subject_short(t, cx)));
    let list = said.collect::<Vec<_>>().join("\n");
    vec![(heading, Meaning::Strong), (list, Meaning::Plain)]
}

/// What the day is, who is there, and what is to be done on it.
fn day_lines(tab: &WeekTab, beside: bool, cx: &Cx) -> Vec<Said> {
    let (day, rota) = (tab.day(cx), &cx.frame.rota);
    let separator = separator(cx);
    let mut heading = if beside { cx.words.day_long(day) } else { cx.words.day_year(day) };
    if day == cx.now.day {
        heading = format!("{heading}{separator}{}", cx.t("week-today"));
    }
    let opening = opening(day, &separator, cx);
    let closings: Vec<Said> = tab.page.iter().flat_map(|page| closing::lines(page, day, cx)).collect();
    let mut lines = if beside {
        vec![(heading, Meaning::Title), (opening, Meaning::Plain)]
    } else {
        // In two lines there is room for one of them: what the day came to, else who is missing, else when it opens.
        let told = closings.first().map(|(said, _)| said.clone());
        let told = told.or_else(|| presence::missing(day, cx)).unwrap_or(opening);
        vec![(format!("{heading}{separator}{told}"), Meaning::Plain)]
    };
    let several = rota.posts.len() > 1;
    for post in &rota.posts {
        let prefix = if several { format!("{}{}", post.name, cx.t("frame-colon")) } else { String::new() };
        let there: Vec<&Stay> = cover::stays(rota, post.id, day.week()).filter(|s| s.covers(day)).collect();
        for stay in &there {
            let phase = cx.words.state(stay, cx.now.day);
            let said = [title::doctor(stay, cx), phase, cx.words.span(stay.from, stay.to)].join(&separator);
            lines.push((format!("{prefix}{said}"), Meaning::Plain));
        }
        if there.is_empty() && rota.calendar.is_working(day) && cx.frame.centre.opened <= day {
            let said = if cx.may(Right::Rota) {
                cx.words.say(&Msg::new("week-nobody-day").with("key", grid::enroll_key(cx)))
            } else {
                cx.t("week-nobody-yet")
            };
            lines.push((format!("{prefix}{said}"), Meaning::Watch));
        }
        lines.extend(there.iter().filter_map(|stay| relay(stay, day, cx)).map(|said| (said, Meaning::Hint)));
    }
    if beside {
        lines.extend(presence::there(day, cx).map(|said| (said, Meaning::Plain)));
        lines.extend(presence::missing(day, cx).map(|said| (said, Meaning::Watch)));
        lines.extend(closings);
        lines.extend(tab.page.as_ref().and_then(|page| closing::of_week(page, cx)));
        lines.push(acts(&[Action::Add, Action::HalfDay, Action::Swap, Action::Mark, Action::OtherPane], tab, cx));
        lines.extend(due_lines(tab, cx));
    } else if tab.due(day).next().is_some() {
        let count = tab.due(day).count();
        lines.push((cx.words.say(&Msg::new("week-due-count").with("count", count)), Meaning::Plain));
    }
    let week = day.week();
    let gone = rota.stays.between(week.monday(), week.sunday()).filter(|s| s.state == StayState::Cancelled);
    lines.extend(gone.map(|stay| (cx.words.withdrawn(stay, &cx.frame.rota), Meaning::Dim)));
    lines
}

/// The half-days and their hours, or why it is closed and whom to call then.
fn opening(day: Day, separator: &str, cx: &Cx) -> String {
    if let Some(why) = cx.frame.rota.calendar.closed(day) {
        if why == Closed::EachWeek {
            return cx.t("week-centre-closed");
        }
        return format!("{}{separator}{}", cx.words.say(&why.msg()), cx.t("week-centre-closed"));
    }
    let hours = &cx.frame.rota.calendar.opening;
    let span = |half| match half {
        _ if !hours.opens_half(day, half) => cx.t("closed-day"),
        HalfDay::Morning => title::hours(hours.morning, cx),
        HalfDay::Afternoon => title::hours(hours.afternoon, cx),
    };
    let said = |name: &str, half| format!("{} {}", cx.t(name), span(half));
    [said("week-morning", HalfDay::Morning), said("week-afternoon", HalfDay::Afternoon)].join(separator)
}

/// Welcome or handover of a stay that falls on the day.
fn relay(stay: &Stay, day: Day, cx: &Cx) -> Option<String> {
    let rota = &cx.frame.rota;
    if !stay.is_confirmed() {
        None
    } else if rota.is_signed(stay.id) && rota.due_day(stay) == day {
        Some(cx.t("week-handover-signed"))
    } else if rota.due_day(stay) == day {
        Some(cx.t("week-handover-due"))
    } else if rota.first_day(stay) == day {
        Some(cx.t("week-welcome-due"))
    } else {
        None
    }
}

/// What the point is, who follows it, and its newest words.
fn point_lines(thread: &Thread, cx: &Cx) -> Vec<(String, Meaning)> {
    let head = thread.head();
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let gravity = format!("{} {}", cx.look.gravity(head.gravity), cx.t(head.gravity.word()));
    let about = point::reference(&thread.item, cx);
    let what = [gravity, cx.t(thread.item.kind.word()), about].join(&separator);
    let who = match holder(thread, &cx.frame.rota, cx.now) {
        Holder::Person(id) => cx.frame.rota.people.short(id),
        Holder::Role(role) => cx.t(role.word()),
    };
    let mut place = cx.words.say(&Msg::new("week-held").with("who", who));
    if let Some(due) = head.due {
        place = format!("{}{separator}{place}", cx.words.say(&Msg::new("week-due-on").with("day", due)));
    }
    let mut lines = vec![(what, Meaning::Title), (place, Meaning::Plain)];
    if let Some(word) = thread.words().last() {
        let author = cx.frame.rota.people.short(word.author);
        lines.push((format!("{author}{}{}", cx.t("frame-colon"), word.text), Meaning::Plain));
    }
    if !head.plan.is_empty() {
        lines.push((head.plan.clone(), Meaning::Watch));
    }
    lines
}
