//! How the rooms are drawn: a line a half-day, a column a room, and below who is there and until when.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{ROWS, Rooms};
use crate::domain::rooms::{HALVES, Half, Rooms as Known, User, is_open};
use crate::domain::{Day, HalfDay, Msg};
use crate::ui::keymap::key_of;
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Action, Cx, Glyph, Meaning, Scope};
use crate::words::lent::{LentWords, word};
use crate::words::{StayWords, capital};

/// Columns of the mark, the day and the half-day.
const HALF: u16 = 27;
/// Columns a room needs at least.
const ROOM: u16 = 14;

/// Where the half-days stand, below the names of the rooms.
pub fn lines(inner: Rect) -> impl Iterator<Item = Rect> {
    (0..).take(usize::try_from(ROWS).unwrap_or(0)).map(move |n| Rect { y: inner.y + 1 + n, height: 1, ..inner })
}

/// Where the rooms stand in a line, as many as fit with the selected one among them.
pub fn cells(line: Rect, rooms: usize, selected: usize) -> Vec<(usize, Rect)> {
    let room = line.width.saturating_sub(HALF);
    let count = usize::from(room / ROOM).min(rooms).max(1);
    let first = selected.saturating_sub(count - 1).min(rooms.saturating_sub(count));
    let width = room / u16::try_from(count).unwrap_or(1);
    let shown = (first..rooms).take(count).zip(0..);
    shown.map(|(nth, at)| (nth, Rect { x: line.x + HALF + at * width, width, ..line })).collect()
}

pub fn draw(pane: &Rooms, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
    let known = pane.known(cx)?;
    let (rooms, at, here) = (pane.rooms(cx), pane.at(cx), pane.half(cx));
    let title = Msg::new("rooms-title").with("week", cx.words.week_told(pane.week(cx)));
    let inner = panel(&cx.words.say(&title), true, area, buf, cx.look);
    if rooms.is_empty() {
        for (line, y) in text::wrap(&cx.t("rooms-empty"), inner.width.min(76)).iter().zip(inner.y..inner.bottom()) {
            buf.set_stringn(inner.x, y, line, usize::from(inner.width), cx.look.style(Meaning::Plain));
        }
        return None;
    }
    let put = |buf: &mut Buffer, place: Rect, said: &str, style| {
        let room = usize::from(place.width.saturating_sub(1));
        buf.set_stringn(place.x, place.y, text::fit(said, room, cx.look.glyph(Glyph::Ellipsis)), room, style);
    };
    for (nth, cell) in cells(Rect { height: 1, ..inner }, rooms.len(), at) {
        let meaning = if nth == at { Meaning::Strong } else { Meaning::Dim };
        put(buf, cell, &rooms[nth].name, cx.look.style(meaning));
    }
    let mut cursor = None;
    let monday = pane.week(cx).monday();
    let halves = (0..ROWS / 2).flat_map(|n| HALVES.map(|half| (monday.plus(n), half)));
    for (half, line) in halves.zip(lines(inner)).filter(|(_, line)| line.y < inner.bottom()) {
        let mark = if half == here { cx.look.glyph(Glyph::Selected) } else { " " };
        let name = match half.1 {
            HalfDay::Morning => cx.words.day(half.0),
            HalfDay::Afternoon => String::new(),
        };
        let meaning = if half.0 == cx.now.day { Meaning::Strong } else { Meaning::Plain };
        let name = format!("{mark} {name:<14}{}", cx.t(word(half.1)));
        put(buf, Rect { width: HALF, ..line }, &name, cx.look.style(meaning));
        for (nth, cell) in cells(line, rooms.len(), at) {
            let (said, meaning) = said(&known.users(rooms[nth], half), pane, half, cx);
            let mut style = cx.look.style(meaning);
            if half == here && nth == at {
                style = style.patch(cx.look.style(Meaning::Selected));
                cursor = Some((cell.x, cell.y));
            }
            put(buf, cell, &said, style);
        }
    }
    let below = (inner.y + 2 + 14).min(inner.bottom())..inner.bottom();
    for ((line, meaning), y) in detail(pane, known, inner.width, cx).iter().zip(below) {
        buf.set_stringn(inner.x + 1, y, line, usize::from(inner.width.saturating_sub(1)), cx.look.style(*meaning));
    }
    cursor
}

fn words<'a>(pane: &'a Rooms, cx: &Cx<'a>) -> LentWords<'a> {
    let tenants = pane.lent(cx).map(|lent| &lent.tenants[..]).unwrap_or_default();
    LentWords { words: cx.words, rota: &cx.frame.rota, tenants, stays: &[] }
}

/// `Mme Petit`, `libre`, `fermé`; two who need the same stand out.
fn said(users: &[User<'_>], pane: &Rooms, (day, half): Half, cx: &Cx) -> (String, Meaning) {
    let names: Vec<String> = users.iter().map(|user| words(pane, cx).user(*user)).collect();
    match names.len() {
        0 if is_open(day, half, &cx.frame.rota.calendar) => (cx.t("rooms-free"), Meaning::Dim),
        0 => (format!("{} {}", cx.look.glyph(Glyph::Closed), cx.t("week-closed")), Meaning::Dim),
        1 => (names.concat(), Meaning::Plain),
        _ if users.iter().any(|user| matches!(user, User::Post(_))) => (names.join(" + "), Meaning::Watch),
        _ => (names.join(" + "), Meaning::Plain),
    }
}

/// Who has the selected room, why and until when.
fn detail(pane: &Rooms, known: Known<'_>, width: u16, cx: &Cx) -> Vec<(String, Meaning)> {
    let Some(room) = pane.room(cx) else { return Vec::new() };
    let half = pane.half(cx);
    let words = words(pane, cx);
    let heading = format!("{} · {}", capital(&words.half(half)), room.name);
    let users = known.users(room, half);
    let mut said: Vec<String> = users.iter().map(|user| who(*user, known, words, cx)).collect();
    if said.is_empty() {
        let key = key_of(Action::Add, &[Scope::Rooms]).map(|key| key.label(cx)).unwrap_or_default();
        said.push(cx.words.say(&Msg::new("rooms-free-how").with("key", key)));
    }
    let rest = said.iter().flat_map(|line| text::wrap(line, width.saturating_sub(2)));
    std::iter::once((heading, Meaning::Strong)).chain(rest.map(|line| (line, Meaning::Plain))).collect()
}

fn who(user: User<'_>, known: Known<'_>, words: LentWords<'_>, cx: &Cx) -> String {
    let until = |day: Day| cx.words.say(&Msg::new("rooms-until").with("day", day));
    match user {
        User::Post(stay) => {
            let post = cx.frame.rota.post_name(stay.post);
            format!("{} · {} · {}", words.user(user), post, until(stay.to))
        }
        User::Booked(booking) => {
            let tenant = known.known.tenants.iter().find(|tenant| Some(tenant.what.id) == booking.what.tenant);
            let times = StayWords { words: cx.words, rota: &cx.frame.rota, today: cx.now.day };
            match tenant {
                Some(tenant) => {
                    let tenant = &tenant.what;
                    let halves = cx.words.half_days(tenant.half_days);
                    format!("{} · {} · {halves} · {}", tenant.name, tenant.profession, until(tenant.to))
                }
                None => format!("{} · {}", words.user(user), times.times(booking.what.times)),
            }
        }
    }
}
