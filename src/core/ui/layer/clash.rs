//! What an entry clashes with, named, and what is to be done: add it all the same, replace, or give up.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::act::{Act, AgendaAct};
use crate::domain::agenda::{Clash, NewEntry, OnClash};
use crate::domain::{Closed, Entry, Msg};
use crate::protocol::Write;
use crate::ui::point;
use crate::ui::widget::dialog::{self, Sheet};
use crate::ui::widget::scroll::{Move, Scroll};
use crate::ui::widget::text;
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Widest dialog.
const WIDEST: u16 = 70;

/// The clashes of a write that was not carried out.
#[derive(Debug, Clone)]
pub struct ClashLayer {
    found: Vec<Clash>,
    write: Write,
    scroll: Scroll,
}

/// The entry a write is about.
fn entry(write: &Write) -> Option<&NewEntry> {
    match &write.act {
        Act::Agenda(AgendaAct::Add(entry, _) | AgendaAct::Edit(_, entry, _)) => Some(entry),
        _ => None,
    }
}

impl ClashLayer {
    /// Nothing when the write is not about an entry: then there is nothing to choose.
    #[must_use]
    pub fn new(found: Vec<Clash>, write: Write) -> Option<Self> {
        entry(&write).is_some().then(|| Self { found, write, scroll: Scroll::default() })
    }

    /// What would be deleted.
    fn overlapped(&self) -> impl Iterator<Item = &Entry> {
        self.found.iter().filter_map(|c| if let Clash::Overlap(e) = c { Some(e) } else { None }).flatten()
    }

    /// What going on all the same is called, and the letter shown for it: a new entry is added, one from its form
    /// saved, another moved.
    const fn keep(&self) -> (char, &'static str) {
        match (&self.write.act, self.write.draft.is_some()) {
            (Act::Agenda(AgendaAct::Edit(..)), false) => ('d', "clash-move"),
            (Act::Agenda(AgendaAct::Edit(..)), true) => ('e', "clash-edit"),
            _ => ('a', "clash-keep"),
        }
    }

    /// The same write, with the answer.
    fn again(&self, answer: OnClash) -> Vec<Ask> {
        let mut write = self.write.clone();
        if let Act::Agenda(AgendaAct::Add(_, on) | AgendaAct::Edit(_, _, on)) = &mut write.act {
            *on = answer;
        }
        vec![Ask::Save(write)]
    }

    /// Answers a key: `a`, or the letter shown, goes on all the same, `r` replaces; Enter and Esc give up.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        match key.code {
            KeyCode::Char(c) if ['a', self.keep().0].contains(&c.to_ascii_lowercase()) => {
                Outcome::Done(self.again(OnClash::Keep))
            }
            KeyCode::Char('r' | 'R') if self.overlapped().next().is_some() => {
                Outcome::Done(self.again(OnClash::Replace(self.overlapped().cloned().collect())))
            }
            KeyCode::Enter | KeyCode::Esc | KeyCode::Left => Outcome::Cancelled,
            _ => match Move::of(key) {
                Some(to) => {
                    self.sheet(cx.area, cx).step(&mut self.scroll, to, cx.area);
                    Outcome::Stayed
                }
                None => Outcome::Ignored,
            },
        }
    }

    /// What it clashes with, and under it what is to be chosen, which never scrolls away.
    fn sheet(&self, area: Rect, cx: &Cx) -> Sheet {
        let columns = dialog::columns(area, WIDEST);
        let Some(entry) = entry(&self.write) else { return Sheet::default() };
        let styled = |meaning| move |line: String| Line::styled(line, cx.look.style(meaning));
        let clash = |clash: &Clash| {
            let said = text::wrap(&sentence(clash, entry, cx), columns.saturating_sub(2));
            let mark = |n| if n == 0 { cx.look.glyph(Glyph::Alert) } else { " " };
            said.into_iter().enumerate().map(move |(n, line)| format!("{} {line}", mark(n))).map(styled(Meaning::Watch))
        };
        let gone: Vec<String> = self.overlapped().map(|e| named(&e.what, cx)).collect();
        let replace = Msg::new("clash-replace").with("gone", gone.join(", "));
        let choices = [
            Some(cx.t(self.keep().1)),
            (!gone.is_empty()).then(|| cx.words.say(&replace)),
            Some(cx.t("clash-give-up")),
        ];
        let keys = choices.into_iter().flatten().flat_map(|said| text::wrap(&said, columns)).map(styled(Meaning::Key));
        Sheet {
            title: cx.t("clash-title"),
            width: WIDEST,
            lines: self.found.iter().flat_map(clash).chain([Line::default()]).collect(),
            foot: keys.collect(),
            foot_more: None,
        }
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        self.sheet(area, cx).draw(self.scroll, area, buf, cx.look);
    }
}

/// `consultation, dossier 1243 · M.D. 1948 (78 ans), 14:30–14:50`
fn named(entry: &NewEntry, cx: &Cx) -> String {
    let about = match &entry.patient {
        Some(patient) => Some(cx.words.say(&Msg::new("week-file").with("file", point::about(patient, cx)))),
        None => Some(entry.title.clone()).filter(|t| !t.is_empty()),
    };
    let dash = if cx.look.ascii { "-" } else { "–" };
    let hours = entry.start.map(|s| format!("{}{dash}{}", cx.words.time(s), cx.words.time(entry.end())));
    [Some(cx.t(entry.kind.word())), about, hours].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A clash in a sentence.
#[must_use]
pub fn sentence(clash: &Clash, entry: &NewEntry, cx: &Cx) -> String {
    let rota = &cx.frame.rota;
    let opening = &rota.calendar.opening;
    let time = |minute| cx.words.time(minute);
    let msg = match clash {
        Clash::Overlap(others) => {
            let who = entry.post.and_then(|post| rota.on_duty(post, entry.day)).map(|s| rota.people.short(s.doctor));
            let there = others.iter().map(|e| {
                // The same doctor may be on another post.
                let other = e.what.post.filter(|p| Some(*p) != entry.post).map(|p| rota.post_name(p));
                let post = other.map(|p| format!(" ({p})")).unwrap_or_default();
                format!("{}{post}", named(&e.what, cx))
            });
            let there = there.collect::<Vec<_>>().join(" ; ");
            match who {
                Some(doctor) => Msg::new("clash-overlap-doctor").with("doctor", doctor).with("there", there),
                None => Msg::new("clash-overlap").with("there", there),
            }
        }
        Clash::ClosedDay(Closed::EachWeek) => Msg::new("clash-closed-day").with("day", entry.day),
        Clash::ClosedDay(why) => Msg::new("clash-holiday").with("day", entry.day).with("why", why.msg()),
        Clash::ClosedHalf(kind) => {
            let half = entry.start.is_some_and(|s| s >= opening.afternoon.0);
            let half = Msg::new(if half { "week-afternoon" } else { "week-morning" });
            Msg::new("clash-closed-half").with("day", entry.day).with("half", half).with("kind", Msg::new(kind.word()))
        }
        Clash::OutsideHours => Msg::new("clash-hours")
            .with("morning", format!("{}–{}", time(opening.morning.0), time(opening.morning.1)))
            .with("afternoon", format!("{}–{}", time(opening.afternoon.0), time(opening.afternoon.1))),
        Clash::NoDoctor => {
            let hoped = entry.post.and_then(|post| {
                rota.stays
                    .between(entry.day, entry.day)
                    .find(|s| s.post == post && s.state != crate::domain::StayState::Cancelled)
            });
            match hoped {
                Some(stay) => Msg::new("clash-not-confirmed")
                    .with("day", entry.day)
                    .with("doctor", rota.people.short(stay.doctor)),
                None => Msg::new("clash-no-doctor").with("day", entry.day),
            }
        }
    };
    cx.words.say(&msg)
}
