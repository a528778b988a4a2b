//! The team of a day in words: who is there, who is not and who replaces them, who opens.

use crate::domain::{Day, Msg};
use crate::ui::{Cx, Glyph};

/// `Équipe : C. Garnier, N. Morel · C. Garnier ouvre`; nothing on a day nobody works.
#[must_use]
pub fn there(day: Day, cx: &Cx) -> Option<String> {
    joined(&cx.words.team_there(&cx.frame.rota, day), cx)
}

/// `N. Morel n'est pas là, L. Petit remplace`; nothing where nobody is missing.
#[must_use]
pub fn missing(day: Day, cx: &Cx) -> Option<String> {
    joined(&cx.words.team_missing(&cx.frame.rota, day), cx)
}

/// For the greeting of the team: who is absent, until when, and who replaces them.
#[must_use]
pub fn absences(cx: &Cx) -> Vec<Msg> {
    let (rota, today) = (&cx.frame.rota, cx.now.day);
    let me = cx.author().map(|person| person.id);
    // Who is there to read it is not told that they are not.
    let away = rota.missing_on(today).filter(|(person, _)| Some(person.id) != me).map(|(person, by)| {
        let last = rota.absence_of(person.id, today).map_or(today, |absence| absence.to);
        let msg = Msg::new(if by.is_some() { "briefing-away-replaced" } else { "briefing-away" });
        let msg = msg.with("who", person.short()).with("day", last);
        by.map_or(msg.clone(), |by| msg.with("by", by.short()))
    });
    away.collect()
}

/// For the greeting of the team: who opens, on the first working day of a week and from the last one before it. Alone,
/// one is not told that one opens.
#[must_use]
pub fn opening(cx: &Cx) -> Option<Msg> {
    let (rota, today) = (&cx.frame.rota, cx.now.day);
    rota.people.0.values().filter(|person| person.in_team(today)).nth(1)?;
    let week = today.week();
    if let Some((_, person)) = rota.opens(week).filter(|(day, _)| *day == today) {
        return Some(Msg::new("briefing-opens").with("who", person.short()));
    }
    let last = rota.calendar.last_working(week.monday(), week.sunday());
    let (day, person) = rota.opens(week.next()).filter(|_| last.is_none_or(|last| last <= today))?;
    Some(Msg::new("briefing-opens-on").with("who", person.short()).with("day", day))
}

fn joined(said: &[String], cx: &Cx) -> Option<String> {
    (!said.is_empty()).then(|| said.join(&format!(" {} ", cx.look.glyph(Glyph::Separator))))
}
