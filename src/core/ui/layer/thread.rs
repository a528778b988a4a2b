//! A whole point at full height: everyone's words and answers, from the first to the last.
//!
//! It only shows; what can be done with a point is done in the tab it stands in.

use std::cell::Cell;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use crate::domain::{ItemId, Msg, Thread};
use crate::protocol::{Page, Query};
use crate::ui::keymap::lookup;
use crate::ui::widget::panel::panel;
use crate::ui::widget::thread;
use crate::ui::{Action, Ask, Cx, Meaning, Outcome, Scope};

/// The view of one point.
#[derive(Debug)]
pub struct ThreadLayer {
    item: ItemId,
    thread: Option<Thread>,
    /// The store has answered.
    loaded: bool,
    /// First line shown.
    top: u16,
    /// What the last drawing found: the furthest useful `top`, and the height of a page.
    extent: Cell<(u16, u16)>,
}

impl ThreadLayer {
    /// Opens the view; its content comes with the answer to [`Self::query`].
    #[must_use]
    pub const fn open(item: ItemId) -> Self {
        Self { item, thread: None, loaded: false, top: 0, extent: Cell::new((0, 1)) }
    }

    /// The point shown.
    #[must_use]
    pub const fn item(&self) -> ItemId {
        self.item
    }

    /// Everything written on it.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        self.thread.as_ref().map_or_else(Vec::new, Thread::texts)
    }

    /// What it needs to be shown.
    #[must_use]
    pub const fn query(&self) -> Query {
        Query::Thread(self.item)
    }

    /// Takes the point; the answer to another question is ignored.
    pub fn receive(&mut self, page: &Page) {
        match page {
            Page::Thread(Some(thread)) if thread.item.id == self.item => {
                self.thread = Some((**thread).clone());
                self.loaded = true;
            }
            Page::Thread(None) => self.loaded = true,
            _ => {}
        }
    }

    /// Scrolls or closes; asks nothing of the application.
    pub fn key(&mut self, event: &KeyEvent, _cx: &Cx) -> Outcome<Vec<Ask>> {
        if matches!(event.code, KeyCode::Esc | KeyCode::Left) {
            return Outcome::Cancelled;
        }
        let (last, page) = self.extent.get();
        self.top = match lookup(event, &[Scope::Desk]).next() {
            Some(Action::Up) => self.top.saturating_sub(1),
            Some(Action::Down) => (self.top + 1).min(last),
            Some(Action::PageUp) => self.top.saturating_sub(page),
            Some(Action::PageDown) => (self.top + page).min(last),
            Some(Action::First) => 0,
            Some(Action::Last) => last,
            _ => return Outcome::Ignored,
        };
        Outcome::Stayed
    }

    /// Draws it over the whole area.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        Clear.render(area, buf);
        let title = cx.words.say(&Msg::new("thread-title").with("item", self.item.to_string()));
        let inner = panel(&title, true, area, buf, cx.look);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let lines = match &self.thread {
            Some(thread) => thread::whole(thread, inner.width, cx),
            None if self.loaded => vec![Line::raw(cx.t("thread-gone"))],
            None => vec![Line::styled(cx.t("thread-loading"), cx.look.style(Meaning::Dim))],
        };
        let count = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let last = count.saturating_sub(inner.height);
        self.extent.set((last, inner.height.saturating_sub(1).max(1)));
        let top = self.top.min(last);
        for (y, line) in (inner.y..inner.bottom()).zip(lines.iter().skip(usize::from(top))) {
            buf.set_line(inner.x, y, line, inner.width);
        }
        let hint = if last > 0 { "thread-keys-scroll" } else { "thread-keys" };
        let hint = format!(" {} ", cx.t(hint));
        if area.width > 4 && area.height > 1 {
            buf.set_stringn(
                area.x + 2,
                area.bottom() - 1,
                hint,
                usize::from(area.width - 4),
                cx.look.style(Meaning::Dim),
            );
        }
    }
}

#[cfg(test)]
#[expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]
mod tests {
    use crossterm::event::KeyModifiers;
    use expect_test::expect;

    use super::*;
    use crate::domain::Answer;
    use crate::ui::tab::fixture::{CLAIRE, Fixture, ROCHE, S51, monday, shown};

    fn layer(f: &Fixture) -> ThreadLayer {
        let mut layer = ThreadLayer::open(ItemId(1));
        layer.receive(&Page::Thread(f.threads.first().cloned().map(Box::new)));
        layer
    }

    fn draw(layer: &ThreadLayer, f: &Fixture, rows: u16) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 80, rows));
        layer.draw(buf.area, &mut buf, &f.cx());
        shown(&buf)
    }

    fn press(layer: &mut ThreadLayer, f: &Fixture, code: KeyCode) -> bool {
        matches!(layer.key(&KeyEvent::new(code, KeyModifiers::NONE), &f.cx()), Outcome::Cancelled)
    }

    #[test]
    fn everyones_words_and_answers_stand_in_their_order() {
        let mut f = monday();
        f.head(1).entered_by = Some(CLAIRE);
        f.answer(1, Some(S51), ROCHE, Answer::Taken, "Je le vois à 11 h.");
        expect![[r#"
            ┌ Point n° 1 ──────────────────────────────────────────────────────────────────┐
            │ ▲ URGENT  dossier 1201 · M.D. 1948 (78 ans)                                  │
            │                                             Aubert ← Vidal   pour mar. 15/12 │
            │   suivi par Dr Roche                                                         │
            │                                                                              │
            │ jeu. 26 nov., 10:00 · Dr Vidal (S48) · nouveau                               │
            │   INR 4,8 sous AVK, sans saignement ; une prise sautée.                      │
            │   → Si saignement, 15. Si INR ≥ 5, protocole du centre, avis du cardiologue. │
            │   urgent · pour mar. 15/12 · adressé : médecin S49                           │
            │                                                                              │
            │ ven. 4 déc., 16:00 · dicté par Dr Aubert, saisi par C. Garnier (S49) ·       │
            │ complété                                                                     │
            │   Contrôle au labo sam. 12/12, résultat attendu au centre lundi.             │
            │   adressé : médecin S50                                                      │
            │                                                                              │
            │ lun. 14 déc., 08:40 · Dr Roche                                               │
            │   ✓ pris : « Je le vois à 11 h. »                                            │
            │                                                                              │
            │                                                                              │
            └─ Échap fermer ───────────────────────────────────────────────────────────────┘
        "#]]
        .assert_eq(&draw(&layer(&f), &f, 20));
    }

    #[test]
    fn it_scrolls_no_further_than_its_end_and_closes() {
        let f = monday();
        let mut layer = layer(&f);
        let top = draw(&layer, &f, 8);
        for _ in 0..50 {
            press(&mut layer, &f, KeyCode::Down);
        }
        let end = draw(&layer, &f, 8);
        assert!(end.contains("Contrôle au labo") && !top.contains("Contrôle au labo"), "{end}");
        let mut up = 0;
        while draw(&layer, &f, 8) != top {
            press(&mut layer, &f, KeyCode::Up);
            up += 1;
        }
        assert!(up < 20, "{up}");
        assert!(press(&mut layer, &f, KeyCode::Esc));
    }
}
