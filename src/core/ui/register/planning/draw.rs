//! How the planning is drawn: as many quarters side by side as fit, and what is known of one week below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use super::{Planning, below, list, school};
use crate::domain::planning::{Filter, Horizon, horizon, month, quarter, vacancies, weeks as weeks_of};
use crate::domain::{Day, IsoWeek, Msg, Phase, PostId, Stay, StayState};
use crate::ui::tab::cover::Cover;
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Cx, Glyph, Meaning};

/// Columns of the mark and the week's number: `▸[S48] `.
const NUMBER: u16 = 7;
/// Columns a post needs in a week: `✓ Dr Aubert`.
const POST: u16 = 12;
/// Columns from which the state stands beside the doctor in words.
const STATED: usize = 20;
/// Rows of a quarter at most: three months and fourteen weeks.
const ROWS: u16 = 17;

/// The weeks in their places: a column a quarter, a blank row with the month's name above its weeks.
pub fn weeks(area: Rect, selected: IsoWeek, cx: &Cx) -> Vec<(Rect, IsoWeek)> {
    columns(area, selected, cx).into_iter().flat_map(|(_, weeks)| weeks).collect()
}

/// Where the list stands, in the place of the weeks.
pub fn list_place(area: Rect) -> Rect {
    let inner = area.inner(Margin::new(1, 1));
    Rect { height: inner.height.min(ROWS), ..inner }
}

/// A quarter's column: its month names and its weeks.
type Column = (Vec<(Rect, u32)>, Vec<(Rect, IsoWeek)>);

fn columns(area: Rect, selected: IsoWeek, cx: &Cx) -> Vec<Column> {
    let inner = area.inner(Margin::new(1, 1));
    let posts = u16::try_from(cx.frame.rota.posts.len()).unwrap_or(1).max(1);
    let count = (inner.width / (NUMBER + POST * posts)).clamp(1, 4);
    let width = inner.width / count;
    let (count, here) = (u32::from(count), quarter(selected));
    // Halves where two fit, else the quarters around the selected one.
    let first = if count == 2 { here - here % 2 } else { here.min(4 - count) };
    (first..first + count)
        .zip((0..).map(|n| inner.x + n * width))
        .map(|(shown, x)| {
            let (mut names, mut places) = (Vec::new(), Vec::new());
            let mut y = inner.y;
            let mut last = 0;
            for week in weeks_of(selected.year()).filter(|w| quarter(*w) == shown) {
                if month(week) != last {
                    last = month(week);
                    names.push((Rect::new(x, y, width, 1), last));
                    y += 1;
                }
                places.push((Rect::new(x, y, width, 1), week));
                y += 1;
            }
            let inside = |place: &Rect| place.y < inner.bottom();
            names.retain(|(place, _)| inside(place));
            places.retain(|(place, _)| inside(place));
            (names, places)
        })
        .collect()
}

/// Where the posts stand in the line of a week.
pub fn cells(line: Rect, posts: usize) -> Vec<Rect> {
    let posts = u16::try_from(posts).unwrap_or(1).max(1);
    let width = line.width.saturating_sub(NUMBER) / posts;
    (0..posts).map(|n| Rect { x: line.x + NUMBER + n * width, width, ..line }).collect()
}

pub fn draw(planning: &Planning, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
    let mut cursor = None;
    let selected = planning.week(cx);
    let inner = panel(&title(planning, area.width, cx), true, area, buf, cx.look);
    let below = Rect { y: inner.y + ROWS, height: inner.height.saturating_sub(ROWS), ..inner };
    below::draw(planning, below, buf, cx);
    if planning.list {
        return list::draw(planning, list_place(area), buf, cx);
    }
    for (names, weeks) in columns(area, selected, cx) {
        for (place, month) in names {
            draw_month(place, month, buf, cx);
        }
        for (place, week) in weeks {
            cursor = cursor.or((week == selected).then_some((place.x, place.y)));
            draw_week(planning, place, week, buf, cx);
        }
    }
    cursor
}

/// `Planning 2026 · 3 semaines vacantes, prochaine S50 · complet jusqu'à S49`, as fits: its year is always said.
fn title(planning: &Planning, width: u16, cx: &Cx) -> String {
    let (rota, opened, today) = (&cx.frame.rota, cx.frame.centre.opened, cx.now.day);
    let year = planning.week(cx).year();
    let (from, to) = (weeks_of(year).next(), weeks_of(year).last());
    let this = today.week();
    let (from, to) = (from.unwrap_or(this).max(this), to.unwrap_or(this));
    let vacant = vacancies(rota, opened, today, (from, to));
    let several = rota.posts.len() > 1;
    let counted = |id| cx.words.say(&Msg::new(id).with("count", vacant.len()).with("posts", rota.posts.len()));
    let count = counted(if several { "planning-vacant-posts" } else { "planning-vacant" });
    let brief = counted("planning-vacant-brief");
    let next = vacant.first().map(|(week, post)| {
        let msg = match (*week == this, several) {
            (true, false) => Msg::new("planning-next-this"),
            (true, true) => Msg::new("planning-next-this-post"),
            (false, false) => Msg::new("planning-next"),
            (false, true) => Msg::new("planning-next-post"),
        };
        cx.words.say(&msg.with("week", *week).with("post", rota.post_name(*post)))
    });
    let with_next = |said: &String| next.iter().fold(said.clone(), |said, next| format!("{said}, {next}"));
    let complete = cx.words.say(&match horizon(rota, opened, today) {
        Horizon::Complete(week) => Msg::new("planning-complete").with("week", week),
        Horizon::Incomplete(week) if week == this => Msg::new("planning-incomplete"),
        Horizon::Incomplete(week) => Msg::new("planning-incomplete-from").with("week", week),
    });
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let named = cx.words.say(&Msg::new("planning-title").with("year", year.to_string()));
    let year = year.to_string();
    // What is not shown is always said.
    let narrowed = |name: String| match planning.filter {
        Filter::All => name,
        filter => {
            cx.words.say(&Msg::new("planning-filtered").with("name", name).with("filter", Msg::new(filter.word())))
        }
    };
    let (named, year) = (narrowed(named), narrowed(year));
    let said = [(&named, with_next(&count)), (&year, with_next(&count)), (&year, with_next(&brief)), (&year, brief)];
    let forms = said.map(|(year, said)| [year.as_str(), said.as_str(), complete.as_str()].join(&separator));
    let room = usize::from(width.saturating_sub(4));
    let shortest = text::cut(&forms[3], room, cx.look.glyph(Glyph::Ellipsis));
    forms.into_iter().find(|f| text::width(f) <= room).unwrap_or(shortest)
}

/// The month's name; with several posts, their names beside it.
fn draw_month(place: Rect, month: u32, buf: &mut Buffer, cx: &Cx) {
    let dim = cx.look.style(Meaning::Dim);
    let first = Day::ymd(2026, month, 1).unwrap_or(cx.now.day);
    let name = cx.words.month(first);
    buf.set_stringn(place.x + 1, place.y, name, usize::from(place.width.saturating_sub(1)), dim);
    let posts = &cx.frame.rota.posts;
    if posts.len() > 1 {
        for (cell, post) in cells(place, posts.len()).iter().zip(posts) {
            let room = usize::from(cell.width.saturating_sub(1));
            buf.set_stringn(cell.x, cell.y, text::cut(&post.name, room, cx.look.glyph(Glyph::Ellipsis)), room, dim);
        }
    }
}

fn draw_week(planning: &Planning, place: Rect, week: IsoWeek, buf: &mut Buffer, cx: &Cx) {
    let here = week == planning.week(cx);
    let mark = if here { cx.look.glyph(Glyph::Selected) } else { " " };
    let this = week == cx.now.day.week();
    let name = cx.words.week(week);
    let school = school::mark(week, cx);
    let name = if this { format!("[{name}{}]", school.trim()) } else { format!(" {name}{school}") };
    let style = if this { Meaning::Strong } else { Meaning::Plain };
    buf.set_stringn(place.x, place.y, format!("{mark}{name}"), usize::from(NUMBER), cx.look.style(style));
    let posts = &cx.frame.rota.posts;
    for (cell, post) in cells(place, posts.len()).into_iter().zip(posts) {
        // A space between two names.
        let gap = u16::from(posts.len() > 1);
        let room = usize::from(cell.width.saturating_sub(gap));
        let (said, meaning) = said(post.id, week, room, planning.filter, cx);
        let said = match beside(planning, post.id, week, cx) {
            // The count and the light, where there is room beside the name.
            Some(ready) if text::width(&said) + text::width(&ready) < room => format!("{said} {ready}"),
            _ => said,
        };
        let said = text::fit(&said, room, cx.look.glyph(Glyph::Ellipsis));
        let mut style = cx.look.style(meaning);
        if here && planning.post(cx) == Some(post.id) {
            style = style.patch(cx.look.style(Meaning::Selected));
        }
        buf.set_stringn(cell.x, cell.y, said, room, style);
    }
}

/// How ready the one stay of a week is.
fn beside(planning: &Planning, post: PostId, week: IsoWeek, cx: &Cx) -> Option<String> {
    let there = planning.filter.stays(&cx.frame.rota, post, week);
    let mut there = there.iter().filter(|s| s.state != StayState::Cancelled);
    let only = there.next().filter(|_| there.next().is_none())?;
    planning.ready.get(&only.id).map(|ready| ready.brief(cx))
}

/// `✓ Dr Vidal`, `□ Dr Roche ?`, `○ VACANT`, `░ Noël`; with room for it the state in words. Nothing where the filter
/// keeps nothing.
pub fn said(post: PostId, week: IsoWeek, room: usize, filter: Filter, cx: &Cx) -> (String, Meaning) {
    let (cover, rota) = (Cover::of(cx, post, week), &cx.frame.rota);
    let over = week.sunday() < cx.now.day;
    if cover == Cover::Before || !filter.keeps(rota, cover, post, week) {
        return (String::new(), Meaning::Dim);
    }
    let mut there = filter.stays(rota, post, week);
    if filter == Filter::Withdrawn {
        let names: Vec<String> = there.iter().map(|s| rota.people.short(s.doctor)).collect();
        return (format!("{} {}", cx.look.glyph(Glyph::Withdrawn), names.join(" + ")), Meaning::Dim);
    }
    there.retain(|s| s.state != StayState::Cancelled);
    let sign = if filter == Filter::Hoped { Cover::Hoped.sign(cx.look) } else { cover.sign(cx.look) };
    let (words, meaning) = match cover {
        Cover::Before => (String::new(), Meaning::Dim),
        Cover::Closed => (closed_name(week, cx), Meaning::Dim),
        Cover::Vacant => (cx.t("week-vacant"), if over { Meaning::Dim } else { Meaning::Urgent }),
        Cover::Full | Cover::Partly | Cover::Hoped => {
            let share = room.saturating_sub(2) / there.len().max(1);
            let who: Vec<String> = match hoped_for(&there, cx) {
                Some(several) => vec![several],
                None => there.iter().map(|s| name_in(s, share, cx)).collect(),
            };
            let meaning = match cover {
                _ if over => Meaning::Dim,
                Cover::Full => Meaning::Plain,
                _ => Meaning::Watch,
            };
            (who.join(" + "), meaning)
        }
    };
    let mut line = format!("{sign} {words}");
    // Only what the sign and the brightness do not say already.
    let told = |s: &&&Stay| !matches!(s.phase(cx.now.day), Phase::Over | Phase::Confirmed);
    if let (true, [stay]) = (room >= STATED && there.iter().all(|s| told(&s)), &there[..]) {
        let state = format!("{line} {}", cx.words.state(stay, cx.now.day));
        if text::width(&state) <= room {
            line = state;
        }
    }
    let named = holidays(week, cx).into_iter().next().or_else(|| school::begins(week, cx));
    if let Some(holiday) = named.filter(|_| cover != Cover::Closed) {
        let named = format!("{line} {} {holiday}", cx.look.glyph(Glyph::Separator));
        if text::width(&named) < room {
            line = named;
        }
    }
    (line, meaning)
}

/// `2 options`: of several nobody is the one, and their names stand below.
pub fn hoped_for(there: &[&Stay], cx: &Cx) -> Option<String> {
    let options = there.iter().all(|s| s.state == StayState::Option);
    let id = if options { "planning-options" } else { "planning-hoped-for" };
    let several = there.len() > 1 && !there.iter().any(|s| s.is_confirmed());
    several.then(|| cx.words.say(&Msg::new(id).with("count", there.len())))
}

/// `Dr Vidal`, with a question mark until it is confirmed; where there is no room for the title, the name alone.
fn name_in(stay: &Stay, room: usize, cx: &Cx) -> String {
    let doubt = if stay.is_confirmed() { "" } else { " ?" };
    let short = format!("{}{doubt}", cx.frame.rota.people.short(stay.doctor));
    if text::width(&short) <= room {
        return short;
    }
    cx.frame.rota.people.get(stay.doctor).map_or(short, |p| format!("{}{doubt}", p.family))
}

/// Why no day of the week is worked: the closure's reason, or only *fermé*.
pub fn closed_name(week: IsoWeek, cx: &Cx) -> String {
    let there = week.days().find_map(|d| cx.frame.rota.calendar.closure(d));
    there.map_or_else(|| cx.t("week-closed"), |c| c.reason.clone())
}

/// The names of the public holidays on what would be working days.
fn holidays(week: IsoWeek, cx: &Cx) -> Vec<String> {
    let calendar = &cx.frame.rota.calendar;
    let opens = |day: &Day| calendar.opening.opens(*day);
    week.days().filter(opens).filter_map(|d| calendar.holiday(d)).map(|h| cx.t(h.word())).collect()
}
