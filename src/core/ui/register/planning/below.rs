//! What is known of the selected week, below the planning, and where there is room the signs and the vacancies to come.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::draw::{hoped_for, said};
use super::{Planning, school};
use crate::domain::planning::{Filter, vacancies, weeks as weeks_of};
use crate::domain::{Day, IsoWeek, Msg, Phase, Stay, StayState};
use crate::ui::keymap::{Action, Scope, key_of};
use crate::ui::tab::cover::{Cover, stays};
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph, Meaning};

/// Draws it in the rows that are left.
pub fn draw(planning: &Planning, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let lines = detail(planning, cx);
    let tall = area.height > 6;
    let (left, right) = if tall { (area.width / 2, area.width / 2) } else { (area.width, 0) };
    let ellipsis = cx.look.glyph(Glyph::Ellipsis);
    let mut rows: Vec<(String, Meaning)> = Vec::new();
    if tall {
        rows.push((String::new(), Meaning::Plain));
        for (said, meaning) in lines {
            rows.extend(text::wrap(&said, left.saturating_sub(2)).into_iter().map(|l| (l, meaning)));
        }
    } else {
        // The heading, then all the rest in the lines that are left.
        let mut lines = lines.into_iter();
        rows.extend(lines.next());
        let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
        let (rest, meanings): (Vec<String>, Vec<Meaning>) = lines.unzip();
        let meaning = meanings.first().copied().unwrap_or(Meaning::Plain);
        let wrapped = text::wrap(&rest.join(&separator), left.saturating_sub(2));
        let room = usize::from(area.height.saturating_sub(1));
        let more = wrapped.len() > room;
        rows.extend(wrapped.into_iter().take(room).map(|l| (l, meaning)));
        if let (true, Some(last)) = (more, rows.last_mut()) {
            last.0 = text::cut(&format!("{} {ellipsis}", last.0), usize::from(left.saturating_sub(2)), ellipsis);
        }
    }
    for ((said, meaning), y) in rows.iter().zip(area.y..area.bottom()) {
        let said = text::cut(said, usize::from(left.saturating_sub(1)), ellipsis);
        buf.set_stringn(area.x + 1, y, said, usize::from(left), cx.look.style(*meaning));
    }
    if tall {
        // A blank line and the signs stand below.
        let place = Rect { x: area.x + left, y: area.y + 1, width: right, height: area.height - 3 };
        draw_vacancies(planning, place, buf, cx);
        let signs = Cover::LEGEND.iter().map(|c| format!("{} {}", c.sign(cx.look), cx.t(c.word())));
        let legend: Vec<String> = signs.chain(school::legend(cx)).collect();
        let bottom = area.bottom().saturating_sub(1);
        buf.set_stringn(area.x + 1, bottom, legend.join("  "), usize::from(area.width), cx.look.style(Meaning::Dim));
    }
}

/// The vacancies to come, the first of them first.
fn draw_vacancies(planning: &Planning, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let (rota, today) = (&cx.frame.rota, cx.now.day);
    let last = weeks_of(planning.week(cx).year()).last().unwrap_or(today.week());
    let found = vacancies(rota, cx.frame.centre.opened, today, (today.week(), last));
    let width = usize::from(area.width);
    buf.set_stringn(area.x, area.y, cx.t("planning-list"), width, cx.look.style(Meaning::Strong));
    let room = usize::from(area.height.saturating_sub(1));
    let mut lines: Vec<(String, Meaning)> = found
        .iter()
        .map(|(week, post)| {
            let span = cx.words.span(week.monday(), week.sunday());
            let who = said(*post, *week, width, Filter::All, cx).0;
            let post = if rota.posts.len() > 1 { format!("{}  ", rota.post_name(*post)) } else { String::new() };
            (format!("{}  {span}  {post}{who}", cx.words.week(*week)), Meaning::Plain)
        })
        .collect();
    if found.is_empty() {
        lines.push((cx.t("planning-none"), Meaning::Good));
    }
    if lines.len() > room {
        lines.truncate(room.saturating_sub(1));
        let left = found.len() - lines.len();
        lines.push((cx.words.say(&Msg::new("planning-more").with("count", left)), Meaning::Dim));
    }
    for ((line, meaning), y) in lines.iter().zip(area.y + 1..area.bottom()) {
        buf.set_stringn(area.x, y, line, width, cx.look.style(*meaning));
    }
}

/// What is known of the selected week on the selected post.
fn detail(planning: &Planning, cx: &Cx) -> Vec<(String, Meaning)> {
    let (week, rota) = (planning.week(cx), &cx.frame.rota);
    let Some(post) = planning.post(cx) else { return vec![(cx.t("planning-no-post"), Meaning::Plain)] };
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let mut head = vec![cx.words.week(week), cx.words.span(week.monday(), week.sunday())];
    if rota.posts.len() > 1 {
        head.push(rota.post_name(post).to_owned());
    }
    let cover = planning.cover(cx).unwrap_or(Cover::Before);
    let there: Vec<&Stay> = stays(rota, post, week).collect();
    if there.is_empty() {
        head.push(match cover {
            Cover::Before => cx.t("week-before"),
            Cover::Closed => cx.t("week-centre-closed"),
            _ => format!("{} {}", cover.sign(cx.look), cx.t("week-vacant")),
        });
        if cover == Cover::Vacant && week.sunday() >= cx.now.day && cx.allows_action(Action::Enroll, Scope::Planning) {
            let key = key_of(Action::Enroll, &[Scope::Planning]).map_or_else(String::new, |k| k.label(cx));
            head.push(format!("{key} {}", cx.t(Action::Enroll.word_in(Scope::Planning))));
        }
    }
    head.extend(hoped_for(&there, cx));
    let mut lines = Vec::new();
    for stay in &there {
        // Of several the keys act on one.
        let chosen = there.len() > 1 && planning.stay(cx).is_some_and(|s| s.id == stay.id);
        let sign = if chosen { cx.look.glyph(Glyph::Selected) } else { cover.sign(cx.look) };
        let mut said = vec![format!("{sign} {}", full(stay, cx)), phase(stay, cx)];
        if (stay.from, stay.to) != (week.monday(), week.sunday()) {
            said.push(cx.words.span(stay.from, stay.to));
        }
        lines.push((said.join(&separator), Meaning::Plain));
    }
    // One doctor stands in the heading itself.
    if let ([_], Some((said, _))) = (there.as_slice(), lines.first().cloned()) {
        head = vec![cx.words.week(week)];
        if rota.posts.len() > 1 {
            head.push(rota.post_name(post).to_owned());
        }
        head.push(said);
        lines.clear();
    }
    lines.insert(0, (head.join(&separator), Meaning::Title));
    if let Some(ready) = planning.stay(cx).and_then(|stay| planning.ready.get(&stay.id)) {
        lines.push(ready.said(cx));
    }
    let opened = cx.frame.centre.opened;
    if cover == Cover::Hoped && week.sunday() >= cx.now.day {
        lines.push((cx.t("planning-hoped"), Meaning::Watch));
    }
    if cover == Cover::Partly {
        let missing = |d: &Day| *d >= opened && rota.calendar.is_working(*d) && rota.on_duty(post, *d).is_none();
        let days: Vec<String> = week.days().filter(missing).map(|d| cx.words.day(d)).collect();
        let said = Msg::new("planning-missing").with("days", days.join(", "));
        lines.push((cx.words.say(&said), Meaning::Watch));
    }
    lines.extend(closed_days(week, cx).into_iter().map(|said| (said, Meaning::Plain)));
    lines.extend(school::said(week, cx).into_iter().map(|said| (said, Meaning::Plain)));
    let gone = |s: &&Stay| s.post == post && s.state == StayState::Cancelled;
    lines.extend(
        rota.stays
            .between(week.monday(), week.sunday())
            .filter(gone)
            .map(|s| (cx.words.withdrawn(s, &cx.frame.rota), Meaning::Dim)),
    );
    lines
}

/// The holidays and closures of a week: `mer. 11 nov. : Armistice`.
fn closed_days(week: IsoWeek, cx: &Cx) -> Vec<String> {
    let calendar = &cx.frame.rota.calendar;
    let mut said: Vec<String> = calendar
        .closures
        .iter()
        .filter(|c| c.from <= week.sunday() && week.monday() <= c.to)
        .map(|c| {
            let msg = Msg::new("planning-closure").with("reason", c.reason.clone());
            cx.words.say(&msg.with("from", c.from).with("to", c.to))
        })
        .collect();
    // Within a closure a holiday changes nothing.
    let open = week.days().filter(|d| calendar.closure(*d).is_none());
    said.extend(open.filter_map(|d| Some((d, calendar.holiday(d)?))).map(|(day, holiday)| {
        cx.words.say(&Msg::new("planning-holiday").with("day", day).with("holiday", Msg::new(holiday.word())))
    }));
    said
}

pub fn full(stay: &Stay, cx: &Cx) -> String {
    cx.frame.rota.people.get(stay.doctor).map_or_else(|| "—".to_owned(), |p| format!("Dr {}", p.full()))
}

fn phase(stay: &Stay, cx: &Cx) -> String {
    let state = cx.words.state(stay, cx.now.day);
    match stay.phase(cx.now.day) {
        Phase::Considered | Phase::Option if stay.held_until.is_none() => format!("{state} ?"),
        _ => state,
    }
}
