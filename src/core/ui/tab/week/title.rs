//! The title of the week's grid, and the names and hours in it.

use super::WeekTab;
use crate::domain::draft::department;
use crate::domain::{Stay, day_close};
use crate::ui::tab::cover::{self, Cover};
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph};
use crate::words::Lang;

/// `S48 · 23–28 nov. 2026 · Dr Hélène Vidal (Loire-Atlantique) · 78/90 créneaux`
///
/// Without the department, then the given name, where there is no room for them.
pub fn title(tab: &WeekTab, room: usize, cx: &Cx) -> String {
    let full = |stay: &Stay, cx: &Cx| {
        cx.frame.rota.people.get(stay.doctor).map_or_else(|| "—".to_owned(), |p| format!("Dr {}", p.full()))
    };
    let short = |stay: &Stay, cx: &Cx| cx.frame.rota.people.short(stay.doctor);
    let names: [fn(&Stay, &Cx) -> String; 3] = [doctor, full, short];
    let slots = slots(tab, cx);
    let mut titles = names.into_iter().map(|name| said(tab, name, slots.as_ref(), cx));
    titles.find(|title| text::width(title) <= room).unwrap_or_else(|| said(tab, short, slots.as_ref(), cx))
}

fn said(tab: &WeekTab, name: fn(&Stay, &Cx) -> String, slots: Option<&String>, cx: &Cx) -> String {
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
        parts.push(name(stay, cx));
        if !stay.is_confirmed() {
            parts.push(cx.words.state(stay, cx.now.day));
        }
    }
    parts.extend(slots.cloned());
    parts.join(&separator)
}

/// Places booked of those offered in the week, on every post; nothing before anything is booked.
fn slots(tab: &WeekTab, cx: &Cx) -> Option<String> {
    let (rota, page) = (&cx.frame.rota, tab.page.as_ref().filter(|p| p.week == tab.week(cx))?);
    let entries = page.entries.iter().map(|kept| &kept.what);
    let (mut booked, mut offered) = (0u16, 0u16);
    for day in tab.week(cx).days() {
        for post in rota.posts.iter().filter(|p| rota.on_duty(p.id, day).is_some()) {
            let slot = cx.frame.centre.slot_minutes;
            let counts = day_close::prefill(post.id, day, entries.clone(), &page.half_days, rota, slot);
            booked += counts.booked;
            offered += counts.offered;
        }
    }
    let msg = crate::domain::Msg::new("week-slots").with("booked", usize::from(booked));
    (booked > 0).then(|| cx.words.say(&msg.with("offered", usize::from(offered))))
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

/// `8h30–12h30`, in as few columns as may be.
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
