//! The whole program without input or output: events in, effects out.
//!
//! May not know a terminal, a thread, a file or SQL. [`App::update`] is a function of what has
//! happened so far; a test drives it as the runtime does.

mod ask;
mod conflict;
mod desk;
mod form;
mod reply;
mod start;
mod touch;

#[cfg(test)]
mod tests;

pub use desk::Desk;
pub use start::Start;

use desk::CxParts;

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::{Msg, Now, Who};
use crate::protocol::{Deed, Reply, Request, SignInName};
use crate::ui::frame::{SMALLEST, too_small};
use crate::ui::layer::Layer;
use crate::ui::layer::help::{HelpLayer, Topic};
use crate::ui::{Action, Look, Notice, RegisterId, Scope, Theme, keymap};
use crate::words::{Lang, Words};

/// What happened.
#[derive(Debug, Clone, PartialEq)]
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
    /// Nobody has touched the desk for long: it locks in that many seconds.
    LockSoon(u64),
}

/// What the runtime has to do; data, so that tests compare it.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// To be answered, in the order asked, by [`Event::Delivered`].
    Ask(Ticket, Request),
    /// The desk is locked and the store closed: nothing that was known of it may stay in memory. Where the program
    /// cannot be begun anew it goes on as it is. Why it was locked, where nobody asked for it.
    BeginAnew(Option<Msg>),
    /// Everything is drawn anew: something else has written on the screen.
    Redraw,
    Mouse(Mouse),
    /// Takes a text to the clipboard, by way of the terminal.
    Copy(String),
    /// Opens an address with the desktop's own program.
    Open(String),
    Quit,
}

/// Who has clicks and the wheel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The program.
    Taken,
    /// The terminal: text can be selected.
    Left,
}

/// Whether there is a desktop around the terminal, which opens messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desktop {
    Around,
    /// A line to another machine, or a console.
    Nowhere,
}

/// What may be seen on the screen. When it changes, nothing of what was there may stay on the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Nothing of a centre.
    Nothing,
    /// A recovery key, over the desk.
    Recovery,
    /// What that person may see.
    Desk(Who),
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
    /// Reads what another desk has saved before the form's own save.
    Conflict,
    /// A write, undo, redo: never dropped.
    Write,
    /// Saving or dropping a draft.
    Draft,
    /// Opening, creating, closing.
    Door,
    /// Anything else that is asked for once.
    Once,
}

impl Slot {
    /// Whether an answer counts only until its place has asked again.
    #[must_use]
    pub const fn keeps_newest(self) -> bool {
        matches!(self, Self::Frame | Self::Pane(_) | Self::Layer | Self::Drafts | Self::Conflict)
    }
}

/// What the program was started with.
#[derive(Debug, Clone)]
pub struct Options {
    pub lang: Lang,
    /// The language was asked for on the command line, and beats the centre's.
    pub lang_fixed: bool,
    pub look: Look,
    /// The theme that goes with the terminal's own background.
    pub terminals: Theme,
    pub desktop: Desktop,
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
    terminals: Theme,
    desktop: Desktop,
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
    /// Whether the store was told to close already.
    closing: bool,
    /// Leaving goes on though a text cannot be kept: nobody is there, or it was asked for twice.
    resolve: Resolve,
    /// What the next key does in spite of what was just said, and whether it is that key.
    anyway: Option<Leaving>,
    second: Option<Leaving>,
    /// What was typed last could not be kept: to be said once the desk is closed.
    lost: bool,
    /// Names for the sign-in screen, after locking.
    names: Vec<SignInName>,
    notice: Option<Notice>,
    /// What is said once the desk has locked by itself.
    parting: Option<Notice>,
    /// What the last write said, until the frame tells whether it can be undone.
    said: Option<(Msg, Deed)>,
    /// What the last write is gone on with once it is done.
    follows: Option<crate::ui::Ask>,
    mouse: Mouse,
    /// Help over the screens before sign-in; at the desk it is a dialog like any other.
    help: Option<HelpLayer>,
}

/// What follows once everything on its way is saved and the store is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaving {
    Lock,
    Quit,
}

/// What leaving does when a text cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Resolve {
    StayOpen,
    LeaveAnyway,
}

/// Who wants to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    ByKey,
    /// The idle lock, or the system.
    ByNobody,
}

impl App {
    /// The program as it starts, and what it asks for first.
    #[must_use]
    pub fn new(options: Options, now: Now, size: (u16, u16)) -> (Self, Vec<Effect>) {
        let start = if options.demo { Start::Opening } else { Start::first(&options.names) };
        let mut app = Self {
            words: Words::new(options.lang).on(now.day),
            look: options.look,
            terminals: options.terminals,
            desktop: options.desktop,
            lang_fixed: options.lang_fixed,
            now,
            size,
            state: State::Start(Box::new(start)),
            asked: std::collections::BTreeMap::new(),
            next: 0,
            pending: 0,
            leaving: None,
            closing: false,
            resolve: Resolve::StayOpen,
            anyway: None,
            second: None,
            lost: false,
            names: options.names,
            notice: None,
            parting: None,
            said: None,
            follows: None,
            mouse: Mouse::Taken,
            help: None,
        };
        let effects = if options.demo { vec![app.ask(Slot::Door, Request::Demo)] } else { Vec::new() };
        (app, effects)
    }

    /// Takes what happened and says what is to be done.
    pub fn update(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let minute_changed = (now.day, now.minute) != (self.now.day, self.now.minute);
        self.now = now;
        self.words.set_today(now.day);
        self.fit();
        match event {
            Event::Resize(columns, rows) => {
                self.size = (columns, rows);
                self.fit();
                Vec::new()
            }
            Event::Key(key) if is_ctrl_c(&key) => {
                self.notice = Some(Notice::told(Msg::new("frame-ctrl-c")));
                Vec::new()
            }
            Event::Delivered(ticket, reply) => self.deliver(ticket, reply),
            // Leaving: everything is on its way already, nothing more is taken in.
            _ if self.leaving.is_some() => Vec::new(),
            // Nobody sees what a key would do there.
            Event::Key(key) if self.is_too_small() => self.blind_key(&key),
            Event::Mouse(_) | Event::Paste(_) if self.is_too_small() => Vec::new(),
            Event::Key(key) => self.key(&key),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Paste(text) => self.paste(&text),
            Event::Minute if minute_changed => self.reload(),
            Event::Minute => Vec::new(),
            Event::StoreChanged => self.reload(),
            // Nobody is there to be asked: what cannot be kept does not keep the desk open.
            Event::Idle => self.leave(Leaving::Lock, Asked::ByNobody),
            Event::LockSoon(seconds) => {
                if self.is_unlocked() {
                    let count = i64::try_from(seconds).unwrap_or(0);
                    self.notice = Some(Notice::wrong(Msg::new("frame-lock-soon").with("count", count)));
                }
                Vec::new()
            }
        }
    }

    /// The help page and scopes of what has the keys.
    pub(super) fn help(&self) -> (Topic, Vec<Scope>) {
        let State::Desk(desk) = &self.state else { return (Topic::Start, Vec::new()) };
        match desk.layers.last() {
            Some(Layer::Form(form)) => {
                let scopes = if form.in_text() { vec![Scope::Text] } else { Vec::new() };
                (form.dialog().form().topic(), scopes)
            }
            Some(Layer::Review(_)) => (Topic::Sign, Vec::new()),
            Some(Layer::Conflict(_)) => (Topic::Conflict, Vec::new()),
            Some(Layer::Recovery(_)) => (Topic::Recovery, Vec::new()),
            Some(Layer::Choose(_)) => (Topic::Menu, vec![Scope::Everywhere]),
            Some(Layer::ImportAgenda(_)) => (Topic::Agenda, Vec::new()),
            _ => {
                let scope = desk.pane().scope();
                let topic = match desk.register {
                    Some((RegisterId::Records(record), _)) => Topic::named(record.guide),
                    Some((RegisterId::Find, _)) => Topic::Search,
                    Some((RegisterId::Journal, _)) => Topic::Journal,
                    _ => Topic::of(scope),
                };
                (topic, vec![scope, Scope::Desk, Scope::Everywhere])
            }
        }
    }

    /// Tells the week how much room it has: its cursor goes by rows.
    fn fit(&mut self) {
        let area = screen(self.size);
        if let State::Desk(desk) = &mut self.state {
            let (_, body, _) = crate::ui::frame::parts(area);
            desk.week.fit(body.width, body.height);
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
                let cx = CxParts::nobodys(&self.words, &self.look, self.now, self.size);
                let cursor = start.draw(area, buf, &cx, self.notice.as_ref());
                let help = self.help.as_ref().map(|help| start::with_no_centre(&cx, |cx| help.draw(area, buf, cx)));
                cursor.filter(|_| help.is_none())
            }
            // Nothing of the store stays on the screen while the disk takes what is still to be saved.
            State::Desk(_) if self.leaving.is_some() => {
                start::said(&self.words.t("frame-leaving"), area, buf, &self.look);
                None
            }
            State::Desk(desk) => {
                let parts = CxParts::of(desk.session, &self.words, &self.look, self.now, self.size);
                desk.draw(area, buf, &parts, self.notice.as_ref())
            }
        };
        self.look.finish(buf);
        cursor
    }

    /// How long an open desk stays open untouched; nothing when nobody is at the desk, or no more.
    #[must_use]
    pub fn locks_after(&self) -> Option<Duration> {
        let State::Desk(desk) = &self.state else { return None };
        let minutes = desk.frame.as_ref().map_or(10, |frame| frame.centre.lock_minutes);
        self.leaving.is_none().then(|| Duration::from_mins(u64::from(minutes)))
    }

    /// What the screen shows now.
    #[must_use]
    pub fn sight(&self) -> Sight {
        match &self.state {
            State::Desk(desk) if self.leaving.is_none() => {
                let shown = desk.layers.iter().any(|layer| matches!(layer, Layer::Recovery(_)));
                if shown { Sight::Recovery } else { Sight::Desk(desk.session.who) }
            }
            State::Desk(_) | State::Start(_) => Sight::Nothing,
        }
    }

    /// The language on the screen.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// Says something that is wrong, until the next key.
    pub fn warn(&mut self, msg: Msg) {
        self.notice = Some(Notice::wrong(msg));
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
        self.leave(Leaving::Quit, Asked::ByNobody)
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
        self.second = self.anyway.take();
        let screens = keymap::lookup(key, &[Scope::Everywhere]).find_map(|action| self.screen_action(action));
        if let Some(effects) = screens {
            return effects;
        }
        match &mut self.state {
            State::Start(_) => self.start_key(key),
            State::Desk(_) => self.desk_key(key),
        }
    }
}

impl App {
    const fn is_too_small(&self) -> bool {
        self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1
    }

    /// In a window that is too small one can lock and leave, nothing else.
    fn blind_key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        let safe = |action: &Action| matches!(action, Action::Lock | Action::Quit | Action::Redraw);
        if keymap::lookup(key, &[Scope::Everywhere]).any(|action| safe(&action)) { self.key(key) } else { Vec::new() }
    }

    /// What concerns the screen itself, whatever is on it; nothing when the action is another.
    pub(super) fn screen_action(&mut self, action: Action) -> Option<Vec<Effect>> {
        match action {
            Action::Redraw => Some(vec![Effect::Redraw]),
            Action::Mouse => {
                let said;
                (self.mouse, said) = match self.mouse {
                    Mouse::Taken => (Mouse::Left, "frame-mouse-left"),
                    Mouse::Left => (Mouse::Taken, "frame-mouse-taken"),
                };
                self.notice = Some(Notice::done(Msg::new(said)));
                Some(vec![Effect::Mouse(self.mouse)])
            }
            _ => None,
        }
    }
}

/// A whole screen of that size.
const fn screen((columns, rows): (u16, u16)) -> Rect {
    Rect::new(0, 0, columns, rows)
}

/// Ctrl-C never quits; it says how to.
fn is_ctrl_c(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL
}

/// Whether an action only moves: it says nothing when there is nowhere to move to.
const fn is_movement(action: Action) -> bool {
    matches!(
        action,
        Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
            | Action::Enter
            | Action::OtherPane
    )
}
