//! The whole program without input or output: events in, effects out.
//!
//! May not know a terminal, a thread, a file or SQL. [`App::update`] is a function of what has
//! happened so far; a test drives it as the runtime does.

mod ask;
mod desk;
mod reply;
mod start;
mod touch;

pub use desk::Desk;
pub use start::Start;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::{Msg, Now};
use crate::protocol::{Reply, Request, SignInName};
use crate::ui::frame::{SMALLEST, too_small};
use crate::ui::layer::help::HelpLayer;
use crate::ui::{Look, Notice};
use crate::words::{Lang, Words};

/// What happened.
#[derive(Debug, Clone)]
pub enum Event {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Paste(String),
    Resize(u16, u16),
    /// The minute changed, or the machine woke up.
    Minute,
    Delivered(Ticket, Reply),
    /// Another desk changed the store.
    StoreChanged,
    /// Nobody touched the desk for the agreed time.
    Idle,
}

/// What the runtime has to do; data, so that tests compare it.
#[derive(Debug, Clone)]
pub enum Effect {
    /// To be answered, in the order asked, by [`Event::Delivered`].
    Ask(Ticket, Request),
    Quit,
}

/// Where an answer belongs, and how recent the question was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket {
    pub slot: Slot,
    pub number: u64,
}

/// A place that shows one answer at a time: of two answers the one asked for last is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    Frame,
    /// One of the queries of the pane that is shown, by its place among them.
    Pane(u8),
    Layer,
    /// Looks up the drafts when a form opens.
    Drafts,
    /// A write, undo, redo: never dropped.
    Write,
    /// Saving or dropping a draft.
    Draft,
    /// Opening, creating, closing.
    Door,
    /// Anything else that is asked for once.
    Once,
}

/// What the program was started with.
#[derive(Debug, Clone)]
pub struct Options {
    pub lang: Lang,
    /// The language was asked for on the command line, and beats the centre's.
    pub lang_fixed: bool,
    pub look: Look,
    /// Who may sign in; empty when there is no store yet.
    pub names: Vec<SignInName>,
    /// Opens the fictional centre at once.
    pub demo: bool,
}

/// The program: before somebody has signed in, or at the desk.
#[derive(Debug)]
enum State {
    Start(Box<Start>),
    Desk(Box<Desk>),
}

/// The whole program without input or output.
#[derive(Debug)]
pub struct App {
    words: Words,
    look: Look,
    lang_fixed: bool,
    now: Now,
    size: (u16, u16),
    state: State,
    /// Numbers of the newest question of each slot.
    asked: std::collections::BTreeMap<Slot, u64>,
    next: u64,
    /// Writes and drafts on their way: quitting and locking wait for them.
    pending: usize,
    leaving: Option<Leaving>,
    /// Names for the sign-in screen, after locking.
    names: Vec<SignInName>,
    notice: Option<Notice>,
    /// What the last write said, until the frame tells whether it can be undone.
    said: Option<Msg>,
    /// Help over the screens before sign-in; at the desk it is a dialog like any other.
    help: Option<HelpLayer>,
}

/// What follows once everything on its way is saved and the store is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaving {
    Lock,
    Quit,
}

impl App {
    /// The program as it starts, and what it asks for first.
    #[must_use]
    pub fn new(options: Options, now: Now, size: (u16, u16)) -> (Self, Vec<Effect>) {
        let start = if options.demo { Start::Opening } else { Start::first(&options.names) };
        let mut app = Self {
            words: Words::new(options.lang),
            look: options.look,
            lang_fixed: options.lang_fixed,
            now,
            size,
            state: State::Start(Box::new(start)),
            asked: std::collections::BTreeMap::new(),
            next: 0,
            pending: 0,
            leaving: None,
            names: options.names,
            notice: None,
            said: None,
            help: None,
        };
        let effects = if options.demo { vec![app.ask(Slot::Door, Request::Demo)] } else { Vec::new() };
        (app, effects)
    }

    /// Takes what happened and says what is to be done.
    pub fn update(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let minute_changed = (now.day, now.minute) != (self.now.day, self.now.minute);
        self.now = now;
        match event {
            Event::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Event::Key(key) if is_ctrl_c(&key) => {
                self.notice = Some(Notice { msg: Msg::new("frame-ctrl-c"), bad: false });
                Vec::new()
            }
            Event::Delivered(ticket, reply) => self.deliver(ticket, reply),
            // Leaving: everything is on its way already, nothing more is taken in.
            _ if self.leaving.is_some() => Vec::new(),
            Event::Key(key) => self.key(&key),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Paste(text) => self.paste(&text),
            Event::Minute if minute_changed => self.reload(),
            Event::Minute => Vec::new(),
            Event::StoreChanged => self.reload(),
            Event::Idle => self.leave(Leaving::Lock),
        }
    }

    /// Draws the screen; returns where the cursor stands, if anywhere.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<(u16, u16)> {
        let cursor = match &self.state {
            _ if area.width < SMALLEST.0 || area.height < SMALLEST.1 => {
                too_small(area, buf, &self.words);
                None
            }
            State::Start(start) => {
                let cursor = start.draw(area, buf, &self.words, &self.look, self.now, self.notice.as_ref());
                let Some(help) = &self.help else { return cursor };
                start::draw_help(help, area, buf, &self.words, &self.look, self.now);
                None
            }
            State::Desk(desk) => desk.draw(area, buf, &self.words, &self.look, self.now, self.notice.as_ref()),
        };
        self.look.spare(buf);
        cursor
    }

    /// Whether the desk is open: then the idle lock counts.
    #[must_use]
    pub const fn is_unlocked(&self) -> bool {
        matches!(self.state, State::Desk(_))
    }

    /// Leaves as if asked by a key: what is open is saved first.
    pub fn quit(&mut self) -> Vec<Effect> {
        if self.leaving == Some(Leaving::Quit) {
            return Vec::new();
        }
        self.leave(Leaving::Quit)
    }

    /// A request on its way, numbered so that older answers of the same slot are known.
    fn ask(&mut self, slot: Slot, request: Request) -> Effect {
        self.next += 1;
        self.asked.insert(slot, self.next);
        if matches!(slot, Slot::Write | Slot::Draft) {
            self.pending += 1;
        }
        Effect::Ask(Ticket { slot, number: self.next }, request)
    }

    fn key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        if key.kind == crossterm::event::KeyEventKind::Release {
            return Vec::new();
        }
        self.notice = None;
        match &mut self.state {
            State::Start(_) => self.start_key(key),
            State::Desk(_) => self.desk_key(key),
        }
    }
}

/// Ctrl-C never quits; it says how to.
fn is_ctrl_c(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL
}
