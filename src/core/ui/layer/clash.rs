//! What an entry clashes with, named, and what is to be done: add it all the same, replace, or give up.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use crate::domain::act::{Act, AgendaAct};
use crate::domain::agenda::{Clash, NewEntry, OnClash};
use crate::domain::{Entry, Msg};
use crate::protocol::Write;
use crate::ui::widget::{panel::panel, text, thread};
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// The clashes of a write that was not carried out.
#[derive(Debug, Clone)]
pub struct ClashLayer {
    found: Vec<Clash>,
    write: Write,
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
        entry(&write).is_some().then_some(Self { found, write })
    }

    /// What would be deleted.
    fn overlapped(&self) -> impl Iterator<Item = &Entry> {
        self.found.iter().filter_map(|c| if let Clash::Overlap(e) = c { Some(e) } else { None }).flatten()
    }

    /// What going on all the same is called: a new entry is added, one from its form saved, another moved.
    const fn keep(&self) -> &'static str {
        match (&self.write.act, self.write.draft.is_some()) {
            (Act::Agenda(AgendaAct::Edit(..)), false) => "clash-move",
            (Act::Agenda(AgendaAct::Edit(..)), true) => "clash-edit",
            _ => "clash-keep",
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
    #[must_use]
    pub fn key(&self, key: &KeyEvent) -> Outcome<Vec<Ask>> {
        match key.code {
            KeyCode::Char('a' | 'A') => Outcome::Done(self.again(OnClash::Keep)),
            KeyCode::Char('d' | 'D') if self.keep() == "clash-move" => Outcome::Done(self.again(OnClash::Keep)),
            KeyCode::Char('e' | 'E') if self.keep() == "clash-edit" => Outcome::Done(self.again(OnClash::Keep)),
            KeyCode::Char('r' | 'R') if self.overlapped().next().is_some() => {
                Outcome::Done(self.again(OnClash::Replace(self.overlapped().cloned().collect())))
            }
            KeyCode::Enter | KeyCode::Esc | KeyCode::Left => Outcome::Cancelled,
            _ => Outcome::Ignored,
        }
    }

    fn lines(&self, width: u16, cx: &Cx) -> Vec<(Meaning, String)> {
        let Some(entry) = entry(&self.write) else { return Vec::new() };
        let mut lines = Vec::new();
        let mut add = |meaning, mark: &str, said: String| {
            for (n, line) in text::wrap(&said, width.saturating_sub(4)).into_iter().enumerate() {
                lines.push((meaning, format!(" {} {line}", if n == 0 { mark } else { " " })));
            }
        };
        for clash in &self.found {
            add(Meaning::Watch, cx.look.glyph(Glyph::Alert), sentence(clash, entry, cx));
        }
        add(Meaning::Plain, " ", String::new());
        lines.push((Meaning::Plain, String::new()));
        let mut add = |meaning, said: String| {
            for line in text::wrap(&said, width.saturating_sub(2)) {
                lines.push((meaning, format!(" {line}")));
            }
        };
        add(Meaning::Key, cx.t(self.keep()));
        let gone: Vec<String> = self.overlapped().map(|e| named(&e.what, cx)).collect();
        if !gone.is_empty() {
            add(Meaning::Key, cx.words.say(&Msg::new("clash-replace").with("gone", gone.join(", "))));
        }
        add(Meaning::Key, cx.t("clash-give-up"));
        lines
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        let width = 70.min(area.width);
        let lines = self.lines(width.saturating_sub(2), cx);
        let height = (u16::try_from(lines.len()).unwrap_or(1) + 2).min(area.height);
        let area = Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 3, width, height };
        ratatui::widgets::Widget::render(Clear, area, buf);
        let inner = panel(&cx.t("clash-title"), true, area, buf, cx.look);
        for ((meaning, line), y) in lines.iter().zip(inner.y..inner.bottom()) {
            buf.set_stringn(inner.x, y, line, usize::from(inner.width), cx.look.style(*meaning));
        }
    }
}

/// `consultation, dossier 1243 · M.D. 1948 (78 ans), 14:30–14:50`
fn named(entry: &NewEntry, cx: &Cx) -> String {
    let about = match &entry.patient {
        Some(patient) => Some(cx.words.say(&Msg::new("week-file").with("file", thread::about(patient, cx)))),
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
        Clash::ClosedDay(why) if why.id == "closed-day" => Msg::new("clash-closed-day").with("day", entry.day),
        Clash::ClosedDay(why) => Msg::new("clash-holiday").with("day", entry.day).with("why", why.clone()),
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
