//! The week's hours and days side by side, a lane for each post.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};

use super::carry::Mode;
use super::closing::is_awaited;
use super::rows::{Row, rows};
use super::{Spot, WeekTab, cell, title};
use crate::domain::agenda::HalfDayKind;
use crate::domain::rights::Right;
use crate::domain::{Day, HalfDay, PostId, StayId, day_close};
use crate::ui::keymap::{self, Action, Scope};
use crate::ui::tab::cover;
use crate::ui::widget::{list, panel::panel, text};
use crate::ui::{Cx, Glyph, Meaning};

/// Columns of the hours.
const LABEL: u16 = 6;
/// Columns of a day on which the centre never opens and nothing lies.
const NARROW: u16 = 5;
/// Columns a lane needs; with less only the lane of the cursor is shown.
const LANE: u16 = 5;

/// The key that enters a stay, as shown.
pub fn enroll_key(cx: &Cx) -> String {
    keymap::key_of(Action::Enroll, &[Scope::Week]).map_or_else(String::new, |k| k.label(cx))
}

/// Rows of the panel beside the hours: border, names of the days and lanes, points due, closing.
pub fn around(cx: &Cx) -> u16 {
    2 + head(cx) + 2
}

fn head(cx: &Cx) -> u16 {
    1 + u16::from(cx.frame.rota.posts.len() > 1)
}

/// Rows there are for the hours.
pub fn body(area: Rect, cx: &Cx) -> usize {
    usize::from(area.height.saturating_sub(around(cx)))
}

/// A day's column, with its lanes.
pub struct Column {
    pub day: Day,
    place: Rect,
    lanes: Vec<(Rect, PostId)>,
}

/// Whether a day is shown in few columns: the centre never opens then, and nothing lies there.
pub fn is_narrow(tab: &WeekTab, day: Day, cx: &Cx) -> bool {
    !cx.frame.rota.calendar.opening.opens(day) && !tab.entries().any(|(_, e)| e.covers(day))
}

/// The seven columns inside the panel.
pub fn columns(tab: &WeekTab, inner: Rect, cx: &Cx) -> Vec<Column> {
    let days: Vec<(Day, bool)> = tab.week(cx).days().map(|day| (day, is_narrow(tab, day, cx))).collect();
    let few = u16::try_from(days.iter().filter(|(_, narrow)| *narrow).count()).unwrap_or(0);
    let room = inner.width.saturating_sub(LABEL);
    // Were all closed, all would be alike.
    let (wide, narrow) = if few == 7 { (1, room / 7) } else { (room.saturating_sub(few * NARROW) / (7 - few), NARROW) };
    let posts = &cx.frame.rota.posts;
    let mut x = inner.x + LABEL.min(inner.width);
    let mut columns = Vec::new();
    for (day, is_narrow) in days {
        let width = (if is_narrow { narrow } else { wide }).min(inner.right().saturating_sub(x));
        let place = Rect { x, width, ..inner };
        let count = u16::try_from(posts.len().max(1)).unwrap_or(1);
        let lanes = if !is_narrow && count > 1 && width / count >= LANE {
            let lane = width / count;
            (0..).zip(posts).map(|(n, p)| (Rect { x: x + n * lane, width: lane, ..inner }, p.id)).collect()
        } else {
            tab.post(cx).map(|post| (place, post)).into_iter().collect()
        };
        columns.push(Column { day, place, lanes });
        x += width;
    }
    columns
}

/// Where the parts of the grid are, from the names of the days to the closing.
struct Places {
    hours: Rect,
    due: u16,
    close: u16,
}

fn places(inner: Rect, cx: &Cx) -> Places {
    let top = head(cx).min(inner.height);
    let hours = Rect { y: inner.y + top, height: inner.height.saturating_sub(top + 2), ..inner };
    Places { hours, due: hours.bottom(), close: hours.bottom() + 1 }
}

/// The rows on the screen, the cursor's among them.
fn shown(tab: &WeekTab, room: u16, cx: &Cx) -> (Vec<Row>, std::ops::Range<usize>) {
    let rows = rows(tab, usize::from(room), cx);
    let selected = tab.row(&rows, cx).unwrap_or(rows.len().saturating_sub(1));
    let shown = list::window(&vec![1; rows.len()], selected, room);
    (rows, shown)
}

/// What is at a place of the panel: a day, a post, and the spot when it is a row of the cursor's.
pub fn hit(tab: &WeekTab, at: Position, area: Rect, cx: &Cx) -> Option<(Day, PostId, Option<Spot>)> {
    let inner = area.inner(Margin::new(1, 1));
    let column = columns(tab, inner, cx).into_iter().find(|c| c.place.contains(at))?;
    let lane = column.lanes.iter().find(|(place, _)| place.contains(at)).or(column.lanes.last())?.1;
    let places = places(inner, cx);
    let (rows, shown) = shown(tab, places.hours.height, cx);
    let row = at.y.checked_sub(places.hours.y).and_then(|n| rows[shown].get(usize::from(n)).copied());
    let spot = match row {
        _ if at.y == places.due => Some(Spot::Due),
        Some(Row::Slot { from, .. }) => Some(Spot::At(from)),
        Some(Row::Whole) => Some(Spot::Whole),
        _ => None,
    };
    Some((column.day, lane, spot))
}

/// Draws the week in its panel; returns where the cursor stands.
pub fn draw(tab: &WeekTab, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
    let title = title::title(tab, usize::from(area.width.saturating_sub(4)), cx);
    let inner = panel(&title, true, area, buf, cx.look);
    if inner.height < around(cx) {
        return None;
    }
    let mut selected = None;
    let places = places(inner, cx);
    let (rows, shown) = shown(tab, places.hours.height, cx);
    let columns = columns(tab, inner, cx);
    let cursor = tab.row(&rows, cx);
    let dim = cx.look.style(Meaning::Dim);
    let now_row = rows.iter().position(|r| r.holds(cx.now.minute)).filter(|_| tab.week(cx) == cx.now.day.week());
    for column in &columns {
        draw_head(tab, column, inner, buf, cx);
    }
    for (at, y) in shown.clone().zip(places.hours.y..places.hours.bottom()) {
        let mut label = label(rows[at], cx);
        if now_row == Some(at) {
            label = format!("{label}{}", cx.look.glyph(Glyph::Arrow));
        }
        let style = if now_row == Some(at) { cx.look.style(Meaning::Watch) } else { dim };
        buf.set_stringn(inner.x, y, label, usize::from(LABEL), style);
        for column in &columns {
            let lanes = if is_shared(tab, column, rows[at], cx) { &column.lanes[..1] } else { &column.lanes[..] };
            for (lane, post) in lanes {
                let width = if lanes.len() < column.lanes.len() { column.place.width } else { lane.width };
                let place = Rect { y, height: 1, width, ..*lane };
                let on_lane = lanes.len() == 1 || Some(*post) == tab.post(cx);
                let is_cursor = column.day == tab.day(cx) && on_lane && cursor == Some(at);
                selected = selected.or(is_cursor.then_some((place.x, y)));
                let is_now = now_row == Some(at) && column.day == cx.now.day;
                draw_cell(tab, (*post, column.day, rows[at]), place, (is_cursor, is_now), buf, cx);
            }
        }
    }
    // What is scrolled away is said to be.
    let more = cx.look.glyph(Glyph::Ellipsis);
    let edge = inner.right().saturating_sub(1);
    if shown.start > 0 {
        buf.set_string(edge, places.hours.y, more, cx.look.style(Meaning::Key));
    }
    if shown.end < rows.len() && places.hours.height > 0 {
        buf.set_string(edge, places.hours.bottom() - 1, more, cx.look.style(Meaning::Key));
    }
    // Who does not read the agenda is not told that nothing is due and no day closed.
    if places.close < inner.bottom() && cx.may(Right::ReadAgenda) {
        buf.set_stringn(inner.x, places.due, cx.t("week-row-due"), usize::from(LABEL - 1), dim);
        buf.set_stringn(inner.x, places.close, cx.t("week-row-close"), usize::from(LABEL - 1), dim);
        for column in &columns {
            draw_due(tab, column, places.due, buf, cx);
            let on_due = column.day == tab.day(cx) && tab.spot(cx) == Spot::Due;
            selected = selected.or(on_due.then_some((column.place.x, places.due)));
            for (lane, post) in &column.lanes {
                let (said, meaning) = close(tab, *post, column.day, cx);
                put(&said, Rect { y: places.close, height: 1, ..*lane }, meaning, buf, cx);
            }
        }
    }
    selected
}

/// Whether a row of a day says the same for every post: a holiday, or what is the whole centre's.
fn is_shared(tab: &WeekTab, column: &Column, row: Row, cx: &Cx) -> bool {
    let calendar = &cx.frame.rota.calendar;
    if matches!(row, Row::Kind(_)) {
        return calendar.holiday(column.day).is_some() || calendar.closure(column.day).is_some();
    }
    let mut entries = column.lanes.iter().flat_map(|(_, post)| cell::entries(tab, *post, column.day, row)).peekable();
    entries.peek().is_some() && entries.all(|(_, e)| e.post.is_none())
}

fn label(row: Row, cx: &Cx) -> String {
    match row {
        Row::Whole => cx.t("week-row-whole"),
        Row::Kind(HalfDay::Morning) => cx.t("week-row-morning"),
        Row::Kind(HalfDay::Afternoon) => cx.t("week-row-afternoon"),
        Row::Slot { from, .. } => cx.words.time(from),
    }
}

/// A text in a lane, behind its gutter.
fn put(said: &str, lane: Rect, meaning: Meaning, buf: &mut Buffer, cx: &Cx) {
    let room = usize::from(lane.width.saturating_sub(1));
    let said = text::cut(said, room, cx.look.glyph(Glyph::Ellipsis));
    buf.set_stringn(lane.x + 1, lane.y, said, room, cx.look.style(meaning));
}

fn draw_head(tab: &WeekTab, column: &Column, inner: Rect, buf: &mut Buffer, cx: &Cx) {
    let Column { day, place, lanes } = column;
    let here = *day == tab.day(cx);
    let narrow = place.width <= NARROW;
    let mut name = cx.words.day_in_week(*day);
    if narrow {
        // `sa28`: two letters and the number.
        let number: String = name.chars().filter(char::is_ascii_digit).collect();
        name = name.chars().take(2).chain(number.chars()).collect();
    }
    if *day == cx.now.day && !narrow {
        name = format!("[{name}]");
    }
    let mark = if here { cx.look.glyph(Glyph::Selected) } else { " " };
    let closed = cx.frame.rota.calendar.closed(*day).is_some();
    let quiet = if closed && *day != cx.now.day { Meaning::Dim } else { Meaning::Strong };
    let meaning = if here { Meaning::Title } else { quiet };
    let room = usize::from(place.width);
    let name = text::cut(&format!("{mark}{name}"), room, cx.look.glyph(Glyph::Ellipsis));
    buf.set_stringn(place.x, inner.y, name, room, cx.look.style(meaning));
    if lanes.len() > 1 {
        for (lane, post) in lanes {
            put(&lane_name(*post, cx), Rect { y: inner.y + 1, height: 1, ..*lane }, Meaning::Dim, buf, cx);
        }
    }
}

/// A post's name without what it has in common with the others: `1` and `2` of `Poste 1` and `Poste 2`.
fn lane_name(post: PostId, cx: &Cx) -> String {
    let posts = &cx.frame.rota.posts;
    let name = cx.frame.rota.post_name(post);
    let head = name.rsplit_once(' ').map(|(head, _)| head);
    match (head, name.rsplit_once(' ')) {
        (Some(head), Some((_, tail))) if posts.iter().all(|p| p.name.starts_with(head)) => {
            let first: String = head.chars().take(2).collect();
            format!("{first}.{tail}")
        }
        _ => name.to_owned(),
    }
}

fn draw_cell(
    tab: &WeekTab,
    (post, day, row): (PostId, Day, Row),
    lane: Rect,
    (is_cursor, is_now): (bool, bool),
    buf: &mut Buffer,
    cx: &Cx,
) {
    if lane.width < 2 {
        return;
    }
    let look = cx.look;
    let room = usize::from(lane.width - 1);
    let marked = |half| matches!(tab.mode, Mode::Mark(_)) && tab.half_days(cx).contains(&(post, day, half));
    if let Row::Kind(half) = row {
        let (said, meaning) = kind_said(tab, (post, day, half), room, cx);
        let hatch = !cell::kind(tab, post, day, half, cx).is_open();
        hatched(&said, hatch, lane, meaning, buf, cx);
        if marked(half) {
            buf.set_string(lane.x, lane.y, look.glyph(Glyph::Selected), look.style(Meaning::Key));
            buf.set_style(Rect { height: 1, ..lane }, look.style(Meaning::Selected));
        }
        return;
    }
    let (said, meaning, hatch) = cell::said(tab, post, day, row, room, cx);
    hatched(&said, hatch, lane, meaning, buf, cx);
    if is_now {
        // What is left of the row is the line of the present hour.
        let from = lane.x + 1 + u16::try_from(text::width(&said)).unwrap_or(0) + u16::from(!said.is_empty());
        for x in from..lane.right() {
            buf.set_string(x, lane.y, look.border().horizontal_top, look.style(Meaning::Watch));
        }
    }
    if is_cursor {
        buf.set_string(lane.x, lane.y, look.glyph(Glyph::Selected), look.style(Meaning::Title));
        buf.set_style(Rect { x: lane.x + 1, width: lane.width - 1, ..lane }, look.style(Meaning::Selected));
    }
}

/// A text, and hatching in the rest of the lane when it is closed.
fn hatched(said: &str, hatch: bool, lane: Rect, meaning: Meaning, buf: &mut Buffer, cx: &Cx) {
    let meaning = if hatch && meaning == Meaning::Plain && said.is_empty() { Meaning::Dim } else { meaning };
    if !hatch {
        return put(said, lane, meaning, buf, cx);
    }
    let room = usize::from(lane.width.saturating_sub(1));
    let gap = usize::from(!said.is_empty());
    let rest = room.saturating_sub(text::width(said) + gap);
    let closed = cx.look.glyph(Glyph::Closed).repeat(rest);
    put(said, lane, meaning, buf, cx);
    let x = lane.x + 1 + u16::try_from(room - rest).unwrap_or(0);
    buf.set_stringn(x, lane.y, closed, rest, cx.look.style(Meaning::Dim));
}

/// What a half-day is for, who is missing, and what else falls on it: `P`, `NP ○ VACANT`, `P accueil`.
fn kind_said(tab: &WeekTab, (post, day, half): (PostId, Day, HalfDay), room: usize, cx: &Cx) -> (String, Meaning) {
    let rota = &cx.frame.rota;
    if let Some(why) = rota.calendar.holiday(day).map(|h| cx.t(h.word())) {
        return (if half == HalfDay::Morning { why } else { String::new() }, Meaning::Dim);
    }
    if let Some(closure) = rota.calendar.closure(day) {
        return (if half == HalfDay::Morning { closure.reason.clone() } else { String::new() }, Meaning::Dim);
    }
    let kind = cell::kind(tab, post, day, half, cx);
    let word = cx.t(kind.short_word());
    if !kind.is_open() {
        // A day that never opens says so by its hatching.
        let said = if kind == HalfDayKind::Closed && !rota.calendar.opening.opens(day) { String::new() } else { word };
        return (said, Meaning::Dim);
    }
    if day < cx.frame.centre.opened {
        return (String::new(), Meaning::Dim);
    }
    let stay = cover::stays(rota, post, day.week()).find(|s| s.covers(day));
    let Some(stay) = stay else {
        let vacant = cx.look.glyph(Glyph::Vacant);
        let whole = format!("{word} {vacant} {}", cx.t("week-vacant"));
        let said = if text::width(&whole) <= room { whole } else { format!("{word} {vacant}") };
        return (said, Meaning::Urgent);
    };
    if !stay.is_confirmed() {
        return (format!("{word} ?"), Meaning::Watch);
    }
    let afternoon = cell::kind(tab, post, day, HalfDay::Afternoon, cx).is_open();
    let note = match half {
        HalfDay::Morning if rota.first_day(stay) == day => Some("week-welcome"),
        HalfDay::Morning if rota.due_day(stay) == day && !afternoon => Some("week-handover"),
        HalfDay::Afternoon if rota.due_day(stay) == day => Some("week-handover"),
        _ => None,
    };
    let said = note.map_or_else(|| word.clone(), |note| format!("{word} {}", cx.t(note)));
    (if room < 9 { word } else { said }, Meaning::Hint)
}

/// The points due on a day, by gravity: `▲1 ·2`.
fn draw_due(tab: &WeekTab, column: &Column, y: u16, buf: &mut Buffer, cx: &Cx) {
    let lane = Rect { y, height: 1, ..column.place };
    let mut said: Vec<String> = Vec::new();
    let mut worst = Meaning::Dim;
    for (gravity, meaning) in [
        (crate::domain::Gravity::Urgent, Meaning::Urgent),
        (crate::domain::Gravity::Watch, Meaning::Watch),
        (crate::domain::Gravity::Routine, Meaning::Plain),
    ] {
        let count = tab.due(column.day).filter(|t| t.head().gravity == gravity).count();
        if count > 0 {
            if said.is_empty() {
                worst = meaning;
            }
            said.push(format!("{}{count}", cx.look.gravity(gravity)));
        }
    }
    put(&said.join(" "), lane, worst, buf, cx);
    if column.day == tab.day(cx) && tab.spot(cx) == Spot::Due {
        buf.set_string(lane.x, y, cx.look.glyph(Glyph::Selected), cx.look.style(Meaning::Title));
        let rest = Rect { x: lane.x + 1, width: lane.width.saturating_sub(1), ..lane };
        buf.set_style(rest, cx.look.style(Meaning::Selected));
    }
}

/// What the day came to, that it waits for its closing, or that there is nothing to close.
pub fn close(tab: &WeekTab, post: PostId, day: Day, cx: &Cx) -> (String, Meaning) {
    let rota = &cx.frame.rota;
    let Some(stay) = rota.on_duty(post, day).filter(|_| rota.calendar.is_working(day)) else {
        return (String::new(), Meaning::Dim);
    };
    if let Some(closed) = closing(tab, stay.id, day) {
        return (closed.counts.done().to_string(), Meaning::Strong);
    }
    if is_awaited(day, cx) {
        return (cx.t("week-to-close"), Meaning::Watch);
    }
    (cx.look.glyph(Glyph::Dot).to_owned(), Meaning::Dim)
}

fn closing(tab: &WeekTab, stay: StayId, day: Day) -> Option<&day_close::DayClose> {
    tab.page.as_ref().and_then(|page| day_close::closing(&page.closings, stay, day))
}
