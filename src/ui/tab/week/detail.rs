//! What is known of the selected day or point, beside the week or below it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{WeekTab, grid};
use crate::domain::{Day, HalfDay, Holder, Msg, Stay, StayState, Thread, holder};
use crate::ui::tab::cover;
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Cx, Glyph, Meaning};

/// Draws the details: a panel beside a wide week, a few lines below a narrow one.
pub fn draw(tab: &WeekTab, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let point = tab.selected(cx);
    let lines = point.map_or_else(|| day_lines(tab, cx), |thread| point_lines(thread, cx));
    let beside = area.height > 4;
    let inner = if beside {
        let title = if point.is_some() { cx.t("week-point") } else { cx.t("week-day") };
        panel(&title, false, area, buf, cx.look)
    } else {
        area
    };
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

/// What the day is, who is there, and what is to be done on it.
fn day_lines(tab: &WeekTab, cx: &Cx) -> Vec<(String, Meaning)> {
    let (day, rota) = (tab.day(cx), &cx.frame.rota);
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let mut heading = cx.words.day_long(day);
    if day == cx.now.day {
        heading = format!("{heading}{separator}{}", cx.t("week-today"));
    }
    let mut lines = vec![(heading, Meaning::Title), (opening(day, &separator, cx), Meaning::Plain)];
    let several = rota.posts.len() > 1;
    for post in &rota.posts {
        let prefix = if several { format!("{}{}", post.name, cx.t("frame-colon")) } else { String::new() };
        let there: Vec<&Stay> = cover::stays(rota, post.id, day.week()).filter(|s| s.covers(day)).collect();
        for stay in &there {
            let phase = cx.t(stay.phase(cx.now.day).word());
            let said = [grid::doctor(stay, cx), phase, cx.words.span(stay.from, stay.to)].join(&separator);
            lines.push((format!("{prefix}{said}"), Meaning::Plain));
        }
        if there.is_empty() && rota.calendar.is_working(day) && cx.frame.centre.opened <= day {
            let said = Msg::new("week-nobody-day").with("key", grid::add_key(cx));
            lines.push((format!("{prefix}{}", cx.words.say(&said)), Meaning::Watch));
        }
        lines.extend(there.iter().filter_map(|stay| relay(stay, day, cx)).map(|said| (said, Meaning::Hint)));
    }
    let count = tab.due(day).count();
    if count > 0 {
        lines.push((cx.words.say(&Msg::new("week-due-count").with("count", count)), Meaning::Plain));
    }
    let week = day.week();
    let gone = rota
        .stays
        .iter()
        .filter(|s| s.state == StayState::Cancelled && s.from <= week.sunday() && week.monday() <= s.to);
    lines.extend(gone.map(|stay| (withdrawn(stay, cx), Meaning::Dim)));
    lines
}

/// The half-days and their hours, or why it is closed and whom to call then.
fn opening(day: Day, separator: &str, cx: &Cx) -> String {
    if let Some(why) = cx.frame.rota.calendar.closed(day) {
        if why.id == "closed-day" {
            return cx.t("week-centre-closed");
        }
        return format!("{}{separator}{}", cx.words.say(&why), cx.t("week-centre-closed"));
    }
    let said = |name: &str, half| format!("{} {}", cx.t(name), grid::half(day, half, cx));
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

/// `Dr Aubert s'est désisté le mer. 4 nov., 12 jours avant : enfant malade.`
fn withdrawn(stay: &Stay, cx: &Cx) -> String {
    let doctor = cx.frame.rota.people.short(stay.doctor);
    let Some(gone) = &stay.withdrawal else {
        return cx.words.say(&Msg::new("week-withdrawn-plain").with("doctor", doctor));
    };
    let notice = i64::from(stay.notice_days().unwrap_or(0));
    cx.words.say(
        &Msg::new("week-withdrawn")
            .with("doctor", doctor)
            .with("day", gone.on)
            .with("count", notice)
            .with("reason", gone.reason.clone()),
    )
}

/// What the point is, who follows it, and its newest words.
fn point_lines(thread: &Thread, cx: &Cx) -> Vec<(String, Meaning)> {
    let head = thread.head();
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let gravity = format!("{} {}", cx.look.gravity(head.gravity), cx.t(head.gravity.word()));
    let about = crate::ui::register::subject(thread, cx);
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
