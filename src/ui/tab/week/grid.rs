//! Seven days side by side: opening half-days, who is there, what is due.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::WeekTab;
use crate::domain::draft::department;
use crate::domain::{Day, HalfDay, IsoWeek, Msg, Stay, Thread};
use crate::ui::keymap::{self, Action, Scope};
use crate::ui::tab::cover::{self, Cover};
use crate::ui::widget::{list, panel::panel, text};
use crate::ui::{Cx, Glyph, Meaning};
use crate::words::Lang;

/// Columns for the names of the rows, where there is room for them.
const NAMES: u16 = 11;
/// Columns a day needs: `13h30–18h30` and a space.
const DAY: u16 = 11;
/// Lines of a point's words at most.
const MOST: usize = 8;
/// Lines between the name of the day and who is there.
const HALVES: u16 = 2;

/// The key that enters a stay, as shown.
pub fn add_key(cx: &Cx) -> String {
    keymap::key_of(Action::Add, &[Scope::Week]).map_or_else(String::new, |k| k.label(cx))
}

/// The seven columns inside the panel, each with its day.
pub fn columns(area: Rect, week: IsoWeek) -> Vec<(Rect, Day)> {
    let inner = area.inner(ratatui::layout::Margin::new(1, 1));
    let names = if inner.width >= NAMES + 7 * DAY { NAMES } else { 0 };
    let width = (inner.width - names.min(inner.width)) / 7;
    (0..7)
        .zip(week.days())
        .map(|(n, day)| (Rect::new(inner.x + names + n * width, inner.y, width, inner.height), day))
        .collect()
}

/// Draws the week in its panel.
pub fn draw(tab: &WeekTab, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let week = tab.week(cx);
    let inner = panel(&title(tab, cx), true, area, buf, cx.look);
    let columns = columns(area, week);
    let posts = u16::try_from(cx.frame.rota.posts.len()).unwrap_or(1);
    let marks = 1 + HALVES + posts;
    let most = columns.iter().map(|(_, day)| notes(*day, cx).len()).max().unwrap_or(0).max(1);
    let points = marks + u16::try_from(most).unwrap_or(1);
    if columns.first().is_some_and(|(column, _)| column.x > inner.x) {
        let names = [
            (1, cx.t("week-morning")),
            (2, cx.t("week-afternoon")),
            (3, cx.t("week-doctor")),
            (marks, cx.t("week-notes")),
            (points + 1, cx.t("week-due")),
        ];
        for (row, name) in names.into_iter().filter(|(row, _)| *row < inner.height) {
            buf.set_stringn(inner.x, inner.y + row, name, usize::from(NAMES), cx.look.style(Meaning::Dim));
        }
    }
    for (column, day) in &columns {
        draw_day(tab, *day, *column, (marks, points), buf, cx);
    }
    if tab.post(cx).is_some_and(|post| Cover::of(cx, post, week) == Cover::Vacant) && points < inner.height {
        let said = Msg::new("week-nobody").with("week", week).with("key", add_key(cx));
        let said = cx.words.say(&said);
        buf.set_stringn(inner.x, inner.y + points, said, usize::from(inner.width), cx.look.style(Meaning::Watch));
    }
}

/// `S48 · 23–28 nov. 2026 · Dr Hélène Vidal (Loire-Atlantique)`
fn title(tab: &WeekTab, cx: &Cx) -> String {
    let (week, rota) = (tab.week(cx), &cx.frame.rota);
    let stays: Vec<&Stay> = tab.post(cx).map(|post| cover::stays(rota, post, week).collect()).unwrap_or_default();
    let (from, to) = match stays.as_slice() {
        [stay] => (stay.from, stay.to),
        _ => (week.monday(), week.sunday()),
    };
    let mut parts = vec![cx.words.week(week)];
    if rota.posts.len() > 1 {
        parts.extend(tab.post(cx).map(|post| rota.post_name(post).to_owned()));
    }
    parts.push(cx.words.span(from, to));
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    if stays.is_empty() {
        parts.push(match tab.post(cx).map(|post| Cover::of(cx, post, week)) {
            Some(Cover::Closed) => cx.t("week-centre-closed"),
            Some(Cover::Before) | None => cx.t("week-before"),
            _ => format!("{} {}", cx.look.glyph(Glyph::Vacant), cx.t("week-vacant")),
        });
    }
    for stay in &stays {
        parts.push(doctor(stay, cx));
        if !stay.is_confirmed() {
            parts.push(cx.t(stay.phase(cx.now.day).word()));
        }
    }
    parts.join(&separator)
}

/// `Dr Hélène Vidal (Loire-Atlantique)`
pub fn doctor(stay: &Stay, cx: &Cx) -> String {
    let Some(person) = cx.frame.rota.people.get(stay.doctor) else { return "—".to_owned() };
    match person.doctor.department.as_deref() {
        Some(code) => format!("Dr {} ({})", person.full(), department::name(code).unwrap_or(code)),
        None => format!("Dr {}", person.full()),
    }
}

/// `Dr Vidal`; where there is no room for the title, the name alone, which must be read.
pub fn name_in(stay: &Stay, room: usize, cx: &Cx) -> String {
    let short = cx.frame.rota.people.short(stay.doctor);
    if text::width(&short) <= room {
        return short;
    }
    cx.frame.rota.people.get(stay.doctor).map_or(short, |p| p.family.clone())
}

/// `8h30–12h30`, in as few columns as a day has.
pub fn hours((from, to): (u16, u16), cx: &Cx) -> String {
    let hour = |minute: u16| {
        let (h, m) = (minute / 60, minute % 60);
        match (cx.words.lang(), m) {
            (Lang::Fr, 0) => format!("{h}h"),
            (Lang::Fr, _) => format!("{h}h{m:02}"),
            (Lang::En, 0) => format!("{h}"),
            (Lang::En, _) => format!("{h}:{m:02}"),
        }
    };
    format!("{}{}{}", hour(from), if cx.look.ascii { "-" } else { "–" }, hour(to))
}

/// The hours of a half-day, or the word *fermé*.
pub fn half(day: Day, half: HalfDay, cx: &Cx) -> String {
    let opening = &cx.frame.rota.calendar.opening;
    let span = match half {
        HalfDay::Morning => opening.morning,
        HalfDay::Afternoon => opening.afternoon,
    };
    if opening.opens_half(day, half) { hours(span, cx) } else { cx.t("closed-day") }
}

/// Welcome and handover that fall on the day (rule 18).
pub fn notes(day: Day, cx: &Cx) -> Vec<String> {
    let rota = &cx.frame.rota;
    let here = |s: &&Stay| s.covers(day);
    let welcome = rota.confirmed().filter(here).any(|s| rota.first_day(s) == day);
    let handover = rota.confirmed().filter(here).any(|s| rota.due_day(s) == day);
    [(welcome, "week-welcome"), (handover, "week-handover")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, id)| cx.t(id))
        .collect()
}

/// `lun. 23`; today stands in brackets.
fn name(day: Day, cx: &Cx) -> String {
    let said = cx.words.day(day);
    let short = said.rsplit_once(' ').map_or(said.as_str(), |(short, _)| short).to_owned();
    if day == cx.now.day { format!("[{short}]") } else { short }
}

fn draw_day(tab: &WeekTab, day: Day, column: Rect, (marks, points): (u16, u16), buf: &mut Buffer, cx: &Cx) {
    let room = usize::from(column.width.saturating_sub(1));
    let ellipsis = cx.look.glyph(Glyph::Ellipsis);
    let mut line = |row: u16, said: &str, meaning: Meaning| {
        if row < column.height {
            buf.set_stringn(column.x, column.y + row, text::cut(said, room, ellipsis), room, cx.look.style(meaning));
        }
    };
    let here = day == tab.day(cx);
    let heading = match (here, tab.item) {
        (true, None) => Meaning::Selected,
        (true, Some(_)) => Meaning::Title,
        _ => Meaning::Strong,
    };
    let mark = if here { cx.look.glyph(Glyph::Selected) } else { " " };
    line(0, &text::fit(&format!("{mark}{}", name(day, cx)), room, ellipsis), heading);
    if let Some(why) = cx.frame.rota.calendar.closed(day) {
        let hatch = cx.look.glyph(Glyph::Closed).repeat(room);
        let said = text::wrap(&cx.words.say(&why), column.width.saturating_sub(1));
        for row in 1..marks {
            let name = row.checked_sub(2).and_then(|n| said.get(usize::from(n)));
            line(row, name.map_or(hatch.as_str(), |n| n), Meaning::Dim);
        }
    } else {
        line(1, &half(day, HalfDay::Morning, cx), Meaning::Plain);
        line(2, &half(day, HalfDay::Afternoon, cx), Meaning::Plain);
        for (post, row) in cx.frame.rota.posts.iter().zip(1 + HALVES..) {
            let (who, meaning) = who(post.id, day, room, cx);
            line(row, &who, meaning);
        }
    }
    for (note, row) in notes(day, cx).iter().zip(marks..points) {
        line(row, note, Meaning::Hint);
    }
    let below = Rect { y: column.y + points + 1, height: column.height.saturating_sub(points + 1), ..column };
    draw_points(tab, day, below, buf, cx);
}

/// Who is there on that day.
fn who(post: crate::domain::PostId, day: Day, room: usize, cx: &Cx) -> (String, Meaning) {
    let rota = &cx.frame.rota;
    if day < cx.frame.centre.opened {
        return (String::new(), Meaning::Dim);
    }
    match cover::stays(rota, post, day.week()).find(|s| s.covers(day)) {
        Some(stay) if stay.is_confirmed() => (name_in(stay, room, cx), Meaning::Plain),
        Some(stay) => (format!("{} ?", name_in(stay, room.saturating_sub(2), cx)), Meaning::Watch),
        None => (format!("{} {}", cx.look.glyph(Glyph::Vacant), cx.t("week-vacant")), Meaning::Urgent),
    }
}

/// `▲ 1243`, and the first words below.
fn point(thread: &Thread, width: u16, most: usize, cx: &Cx) -> Vec<String> {
    let head = thread.head();
    let about = thread.item.patient.as_ref().map_or_else(
        || {
            format!(
                "{} {}",
                cx.look.glyph(Glyph::Place),
                cx.words.say(&Msg::new("week-number").with("item", thread.item.id.0))
            )
        },
        |p| p.file.clone(),
    );
    let words = thread.words().last().map_or("", |r| r.text.as_str());
    let mut lines = vec![format!("{} {about}", cx.look.gravity(head.gravity))];
    let wrapped = text::wrap(words, width);
    let more = wrapped.len() > most;
    lines.extend(wrapped.into_iter().take(most));
    if more && let Some(last) = lines.last_mut() {
        *last = text::cut(
            &format!("{last} {}", cx.look.glyph(Glyph::Ellipsis)),
            usize::from(width),
            cx.look.glyph(Glyph::Ellipsis),
        );
    }
    lines
}

fn draw_points(tab: &WeekTab, day: Day, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let width = area.width.saturating_sub(1);
    let points: Vec<&Thread> = tab.due(day).collect();
    // As many of the first words as there is room for, at least two lines of them.
    let blocks_of = |most| -> Vec<Vec<String>> { points.iter().map(|t| point(t, width, most, cx)).collect() };
    let fits = |blocks: &Vec<Vec<String>>| blocks.iter().map(Vec::len).sum::<usize>() <= usize::from(area.height);
    let blocks = (3..=MOST).rev().map(blocks_of).find(fits).unwrap_or_else(|| blocks_of(2));
    let heights: Vec<u16> = blocks.iter().map(|b| u16::try_from(b.len()).unwrap_or(u16::MAX)).collect();
    let selected = points.iter().position(|t| Some(t.item.id) == tab.item);
    // When not all fit, the last line says how many are out of sight.
    let all = heights.iter().sum::<u16>() <= area.height;
    let room = if all { area.height } else { area.height.saturating_sub(1) };
    let shown = list::window(&heights, selected.unwrap_or(0), room);
    if !all && area.height > 0 {
        let said = Msg::new("week-more").with("count", points.len() - shown.len());
        let said = text::cut(&cx.words.say(&said), usize::from(width), cx.look.glyph(Glyph::Ellipsis));
        if points.len() > shown.len() {
            buf.set_stringn(area.x, area.bottom() - 1, said, usize::from(width), cx.look.style(Meaning::Dim));
        }
    }
    let mut y = area.y;
    for n in shown {
        for line in &blocks[n] {
            if y >= area.y + room {
                break;
            }
            let mut style = cx.look.gravity_style(points[n].head().gravity);
            if selected == Some(n) && day == tab.day(cx) {
                style = style.patch(cx.look.style(Meaning::Selected));
            }
            let said = text::fit(line, usize::from(width), cx.look.glyph(Glyph::Ellipsis));
            buf.set_stringn(area.x, y, said, usize::from(width), style);
            y += 1;
        }
    }
}
