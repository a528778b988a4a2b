//! The program without a terminal: keys in, screen out, every request answered at once.

use std::collections::VecDeque;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use releve::app::{App, Desktop, Effect, Event, Options};
use releve::back::Backend;
use releve::domain::{Day, Period, Who};
use releve::protocol::{Query, Reply, Request};
use releve::ui::{Look, Theme};
use releve::words::Lang;

use crate::centre::{Centre, GARNIER, NOW, PASSPHRASE};

/// A wide screen.
pub const SIZE: (u16, u16) = (120, 40);

/// A terminal that keeps what would be sent, so that the comparison of two screens is paid for as well.
pub fn terminal() -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a terminal in memory")
}

pub struct Desk {
    app: App,
    backend: Backend,
    terminal: Terminal<TestBackend>,
    /// Requests a slow disk has not come to.
    waiting: VecDeque<Effect>,
    slow: bool,
}

impl Desk {
    /// The sign-in screen with the passphrase typed: Enter is all that is missing.
    pub fn before_enter(centre: &Centre) -> Self {
        let backend = centre.backend();
        let names = backend.names().expect("the list of accounts");
        let options = Options {
            lang: Lang::Fr,
            lang_fixed: true,
            look: Look { theme: Some(Theme::Dark), ascii: false, blocks: false },
            terminals: Theme::Dark,
            desktop: Desktop::Nowhere,
            names,
            demo: false,
        };
        let (app, effects) = App::new(options, *NOW, SIZE);
        let mut desk = Self { app, backend, terminal: terminal(), waiting: effects.into(), slow: false };
        desk.settle();
        desk.paste(PASSPHRASE);
        desk.draw();
        desk
    }

    /// Signed in, with the week on the screen.
    pub fn at_the_week(centre: &Centre) -> Self {
        let mut desk = Self::before_enter(centre);
        desk.key(KeyCode::Enter);
        desk.key(KeyCode::Char('1'));
        desk.draw();
        assert!(desk.app.is_unlocked(), "the centre does not open");
        desk
    }

    /// From now on the store answers nothing.
    pub fn slow(mut self) -> Self {
        self.slow = true;
        self
    }

    pub fn key(&mut self, code: KeyCode) {
        self.event(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }

    pub fn ctrl(&mut self, c: char) {
        self.event(Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL)));
    }

    pub fn paste(&mut self, text: &str) {
        self.event(Event::Paste(text.to_owned()));
    }

    fn event(&mut self, event: Event) {
        self.waiting.extend(self.app.update(event, *NOW));
        self.settle();
    }

    fn settle(&mut self) {
        while !self.slow
            && let Some(effect) = self.waiting.pop_front()
        {
            if let Effect::Ask(ticket, request) = effect {
                let reply = self.backend.answer(request);
                self.waiting.extend(self.app.update(Event::Delivered(ticket, reply), *NOW));
            }
        }
    }

    /// Keys that come faster than they are answered: as the store's thread does, only the newest read is answered.
    pub fn held(&mut self, code: KeyCode, times: usize) {
        let slow = std::mem::replace(&mut self.slow, true);
        (0..times).for_each(|_| self.key(code));
        let newest = self.waiting.pop_back();
        self.waiting = newest.into_iter().collect();
        self.slow = slow;
        self.settle();
    }

    /// Reads the week of a day, and nothing else.
    pub fn read_week(&mut self, day: Day) {
        let query = Query::Week(day.week());
        let reply = self.backend.answer(Request::Query(query, Who::is(GARNIER), *NOW));
        assert!(matches!(reply, Reply::Page(_)), "{reply:?}");
    }

    /// Reads a page, and nothing else.
    pub fn read(&mut self, query: Query) {
        let reply = self.backend.answer(Request::Query(query, Who::is(GARNIER), *NOW));
        assert!(matches!(reply, Reply::Page(_)), "{reply:?}");
    }

    /// Reads the statistics of a period, and nothing else.
    pub fn read_statistics(&mut self, period: Period) {
        let query = Query::Statistics { period, before: None, post: None };
        let reply = self.backend.answer(Request::Query(query, Who::is(GARNIER), *NOW));
        assert!(matches!(reply, Reply::Page(_)), "{reply:?}");
    }

    /// Draws, and compares with what was on the screen.
    pub fn draw(&mut self) {
        let app = &self.app;
        self.terminal
            .draw(|frame| {
                let area = frame.area();
                app.draw(area, frame.buffer_mut());
            })
            .expect("drawn in memory");
    }

    /// The screen as text, for whoever doubts what is measured.
    pub fn screen(&self) -> String {
        self.terminal.backend().to_string()
    }
}
