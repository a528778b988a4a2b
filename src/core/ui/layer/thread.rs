//! A whole point at full height: everyone's words and answers, from the first to the last.
//!
//! It only shows; what can be done with a point is done in the tab it stands in.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::{ItemId, Msg, Thread};
use crate::protocol::{Page, Query};
use crate::ui::keymap::lookup;
use crate::ui::point::thread;
use crate::ui::widget::dialog;
use crate::ui::widget::scroll::{Extent, Scroll};
use crate::ui::{Action, Ask, Cx, Meaning, Outcome, Scope};

/// The view of one point.
#[derive(Debug)]
pub struct ThreadLayer {
    item: ItemId,
    thread: Option<Thread>,
    /// The store has answered.
    loaded: bool,
    scroll: Scroll,
}

impl ThreadLayer {
    /// Opens the view; its content comes with the answer to [`Self::query`].
    #[must_use]
    pub fn open(item: ItemId) -> Self {
        Self { item, thread: None, loaded: false, scroll: Scroll::default() }
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
    pub fn key(&mut self, event: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        if matches!(event.code, KeyCode::Esc | KeyCode::Left) {
            return Outcome::Cancelled;
        }
        let Some(to) = lookup(event, &[Scope::Desk]).next().and_then(Action::movement) else { return Outcome::Ignored };
        let room = dialog::inside(cx.area);
        self.scroll.step(to, Extent::of(&self.lines(room.width, cx), room));
        Outcome::Stayed
    }

    fn lines(&self, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
        match &self.thread {
            Some(thread) => thread::whole(thread, columns, cx),
            None if self.loaded => vec![Line::raw(cx.t("thread-gone"))],
            None => vec![Line::styled(cx.t("thread-loading"), cx.look.style(Meaning::Dim))],
        }
    }

    /// Draws it over the whole area.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        let title = cx.words.say(&Msg::new("thread-title").with("item", self.item.to_string()));
        let inner = dialog::open(&title, area, buf, cx.look);
        let lines = self.lines(inner.width, cx);
        self.scroll.draw(&lines, inner, buf);
        let hint = if Extent::of(&lines, inner).overflows() { "thread-keys-scroll" } else { "thread-keys" };
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
        let mut f = monday();
        f.area = Rect::new(0, 0, 80, 8);
        let mut layer = layer(&f);
        let top = draw(&layer, &f, 8);
        for _ in 0..50 {
            press(&mut layer, &f, KeyCode::Down);
        }
        let end = draw(&layer, &f, 8);
        assert!(end.contains("Contrôle au labo") && !top.contains("Contrôle au labo"), "{end}");
        press(&mut layer, &f, KeyCode::Up);
        assert_ne!(draw(&layer, &f, 8), end, "one step back is seen at once");
        let mut up = 0;
        while draw(&layer, &f, 8) != top {
            press(&mut layer, &f, KeyCode::Up);
            up += 1;
        }
        assert!(up < 20, "{up}");
        assert!(press(&mut layer, &f, KeyCode::Esc));
    }
}
