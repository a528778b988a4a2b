//! A desk without a terminal: keys in, screen out, every request answered at once.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use releve::app::{App, Desktop, Effect, Event, Options, Slot, Ticket};
use releve::back::{As, Backend, Fiction, Played, Printer, Town};
use releve::domain::journal::Seat;
use releve::domain::{Day, Now};
use releve::folder::Folder;
use releve::protocol::{Reply, Request};

use releve::ui::{Look, Theme};
use releve::vault::Vault;
use releve::words::Lang;

use crate::ajain::Home;
use crate::keys::keys;

/// The program with its store, and a clock that stands still until it is moved.
pub struct Desk {
    pub(crate) app: App,
    pub(crate) backend: Backend,
    pub now: Now,
    size: (u16, u16),
    pub quit: bool,
    /// Requests the store has not come to yet, while it is busy.
    waiting: VecDeque<Effect>,
    busy: bool,
    /// The folder of a store made for one test.
    pub(crate) home: Option<Home>,
    /// The recovery key, where the first start was played.
    pub paper: String,
    /// Its writes forget what their author has read: what no desk may do.
    pub blind: bool,
    /// What became of its writes.
    pub told: Told,
    pub disk: Disk,
}

/// Whether what is typed can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disk {
    Room,
    Full,
}

/// How many writes there were, and how many of them were saved, came second, or were refused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    pub attempts: usize,
    pub saved: usize,
    pub conflicts: usize,
    pub refused: usize,
}

/// A civil moment: `at("2026-11-27T18:00")`.
/// The named colour that was painted in the dark theme; the default one for plain text and for the ground.
pub fn unpainted(painted: Color) -> Color {
    const NAMED: [Color; 8] = [
        Color::DarkGray,
        Color::Gray,
        Color::Cyan,
        Color::Red,
        Color::Yellow,
        Color::Green,
        Color::Blue,
        Color::Magenta,
    ];
    NAMED.into_iter().find(|color| Theme::Dark.ink(*color) == painted).unwrap_or(Color::Reset)
}

pub fn at(text: &str) -> Now {
    let (day, time) = text.split_once('T').unwrap();
    let day: chrono::NaiveDate = day.parse().unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    Now::on(Day::from(day), hour.parse().unwrap(), minute.parse().unwrap())
}

/// The fictional centre at a moment: played once for all the tests that ask for it.
fn played(fiction: Fiction) -> Arc<Played> {
    type Once = Arc<OnceLock<Arc<Played>>>;
    static ALL: Mutex<BTreeMap<(bool, i64), Once>> = Mutex::new(BTreeMap::new());
    let key = (fiction.centre == Town::Ajain, fiction.now.at.0);
    let cell = ALL.lock().unwrap().entry(key).or_default().clone();
    cell.get_or_init(|| Arc::new(Played::new(fiction).unwrap())).clone()
}

#[derive(Clone, Copy)]
pub struct Setting {
    pub size: (u16, u16),
    pub look: Look,
    pub lang: Lang,
}

impl Default for Setting {
    fn default() -> Self {
        Self { size: (80, 24), look: Look { theme: None, ascii: false, blocks: false }, lang: Lang::Fr }
    }
}

impl Desk {
    /// The fictional centre at a moment, as somebody.
    pub fn fiction(now: &str, who: As) -> Self {
        Self::fiction_with(now, who, Setting::default())
    }

    pub fn fiction_with(now: &str, who: As, setting: Setting) -> Self {
        Self::fiction_in(Town::Ajain, now, who, setting)
    }

    /// Another fictional centre.
    pub fn fiction_in(centre: Town, now: &str, who: As, setting: Setting) -> Self {
        let now = at(now);
        let fiction = Fiction { centre, seed: 1, now, who: Some(who) };
        // Nothing is written there: the fictional centre lives in memory.
        let backend =
            Backend::new(Folder::at("/nonexistent/releve"), setting.lang, fiction).with_played(played(fiction));
        Self::open(backend, now, setting, true)
    }

    /// A real store in a folder, or the first start when there is none yet.
    pub fn real(dir: &Path, now: &str) -> Self {
        let now = at(now);
        let setting = Setting::default();
        let folder = Folder::at(dir);
        let vault = Vault::with_work_factor(folder.keys(), 2);
        let fiction = Fiction { centre: Town::Ajain, seed: 1, now, who: None };
        // Nothing is ever printed.
        let backend = Backend::new(folder, setting.lang, fiction).with_vault(vault).with_printer(Printer::by([]));
        Self::open(backend, now, setting, false)
    }

    fn open(backend: Backend, now: Now, setting: Setting, demo: bool) -> Self {
        // Whatever machine the tests run on.
        let backend = backend.with_seat(Seat::new("accueil", false));
        let names = backend.names().unwrap();
        let options = Options {
            lang: setting.lang,
            lang_fixed: demo,
            look: setting.look,
            terminals: Theme::Dark,
            desktop: Desktop::Nowhere,
            names,
            demo,
        };
        let (app, effects) = App::new(options, now, setting.size);
        let mut desk = Self {
            app,
            backend,
            now,
            size: setting.size,
            quit: false,
            home: None,
            paper: String::new(),
            waiting: VecDeque::new(),
            busy: false,
            blind: false,
            told: Told::default(),
            disk: Disk::Room,
        };
        desk.carry_out(effects);
        desk
    }

    /// The program is started anew on what is in the folder.
    pub fn restart(&mut self) -> &mut Self {
        let Setting { look, lang, .. } = Setting::default();
        let names = self.backend.names().unwrap();
        let (app, effects) = App::new(
            Options {
                lang,
                lang_fixed: false,
                look,
                terminals: Theme::Dark,
                desktop: Desktop::Nowhere,
                names,
                demo: false,
            },
            self.now,
            self.size,
        );
        self.app = app;
        self.carry_out(effects);
        self
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        self.waiting.extend(effects);
        while !self.busy
            && let Some(effect) = self.waiting.pop_front()
        {
            self.carry_out_one(effect);
        }
    }

    /// The slow disk answers the one request that waits longest.
    pub fn answers_one(&mut self) -> &mut Self {
        let effect = self.waiting.pop_front().expect("something waits");
        self.carry_out_one(effect);
        self
    }

    fn carry_out_one(&mut self, effect: Effect) {
        let (ticket, mut request) = match effect {
            Effect::Ask(ticket, request) => (ticket, request),
            // The memory is the runtime's to drop: what is left of it here is looked at. Here is no terminal.
            Effect::BeginAnew(_) | Effect::Redraw | Effect::Mouse(_) | Effect::Copy(_) | Effect::Open(_) => return,
            Effect::Quit => {
                self.quit = true;
                return;
            }
        };
        let write = match &mut request {
            Request::Write(write, ..) => Some(write),
            _ => None,
        };
        let writes = write.is_some();
        if let Some(write) = write.filter(|_| self.blind) {
            write.seen.clear();
        }
        let full = self.disk == Disk::Full && matches!(request, Request::SaveDraft(..));
        let reply = if full {
            Reply::Failed(releve::domain::Msg::new("store-full").into())
        } else {
            self.backend.answer(request)
        };
        if writes {
            self.told.attempts += 1;
            match &reply {
                Reply::Saved { .. } => self.told.saved += 1,
                Reply::Conflict(..) => self.told.conflicts += 1,
                _ => self.told.refused += 1,
            }
        }
        self.waiting.extend(self.app.update(Event::Delivered(ticket, reply), self.now));
    }

    /// The disk is slow: keys come in while nothing is answered, until it is not busy any more.
    pub fn busy(&mut self, busy: bool) -> &mut Self {
        self.busy = busy;
        self.carry_out(Vec::new());
        self
    }

    pub fn event(&mut self, event: Event) -> &mut Self {
        let effects = self.app.update(event, self.now);
        self.carry_out(effects);
        self
    }

    /// Types keys: characters as they are, others as `<enter>`, `<tab>`, `<esc>`, `<C-s>`, `<up>`, `<f1>`.
    pub fn keys(&mut self, typed: &str) -> &mut Self {
        for key in keys(typed) {
            self.event(Event::Key(key));
        }
        self
    }

    /// Empties a line from its end.
    pub fn clear(&mut self) -> &mut Self {
        self.keys("<end>");
        for _ in 0..200 {
            self.keys("<bs>");
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.event(Event::Paste(text.to_owned()))
    }

    /// Time passes.
    pub fn later(&mut self, now: &str) -> &mut Self {
        self.now = at(now);
        self.event(Event::Minute)
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.size = (columns, rows);
        self.event(Event::Resize(columns, rows))
    }

    /// Another desk's changes are looked for, as the store's thread does each second.
    pub fn poll(&mut self) -> &mut Self {
        match self.backend.answer(releve::protocol::Request::Poll) {
            releve::protocol::Reply::Changed => self.event(Event::StoreChanged),
            releve::protocol::Reply::Unchanged => self,
            reply => self.event(Event::Delivered(Ticket { slot: Slot::Once, number: 0 }, reply)),
        }
    }

    /// Waits for the copy that is being made, and hears of it as from the store's thread.
    pub fn finish_copy(&mut self) -> &mut Self {
        match self.backend.finish_copy() {
            Some(releve::protocol::Reply::Changed) => self.event(Event::StoreChanged),
            Some(reply) => self.event(Event::Delivered(Ticket { slot: Slot::Once, number: 0 }, reply)),
            None => self,
        }
    }

    pub fn buffer(&self) -> Buffer {
        self.drawn().0
    }

    /// The screen, and where the real cursor stands on it.
    pub fn drawn(&self) -> (Buffer, Option<(u16, u16)>) {
        let area = Rect { x: 0, y: 0, width: self.size.0, height: self.size.1 };
        let mut buffer = Buffer::empty(area);
        let cursor = self.app.draw(area, &mut buffer);
        (buffer, cursor)
    }

    /// The screen as text, without the spaces at the ends of lines; none holds a gap where a word is missing.
    #[track_caller]
    pub fn screen(&self) -> String {
        let screen = self.painted();
        for gap in ["· ·", " : .", "\u{a0}: .", "Dr Dr ", " de Dr "] {
            assert!(!screen.contains(gap), "something is missing around {gap:?}:\n{screen}");
        }
        screen
    }

    fn painted(&self) -> String {
        let buffer = self.buffer();
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol).max(1)).unwrap();
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }

    /// The tab or register with its dialogs, without the header and the footer.
    pub fn body(&self) -> String {
        let screen = self.screen();
        let lines: Vec<&str> = screen.lines().collect();
        lines[2..lines.len() - 1].join("\n") + "\n"
    }

    /// Asserts that the screen says something, and shows the screen when it does not.
    #[track_caller]
    pub fn says(&mut self, wanted: &str) -> &mut Self {
        let screen = self.screen();
        assert!(flat(&screen).contains(&flat(wanted)), "not on the screen: {wanted}\n{screen}");
        self
    }

    /// Asserts that the screen does not say something.
    #[track_caller]
    pub fn silent(&mut self, unwanted: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!flat(&screen).contains(&flat(unwanted)), "on the screen: {unwanted}\n{screen}");
        self
    }
}

/// What the first start asks, answered; the desk is open for Claire Garnier afterwards.
pub fn new_centre(dir: &Path, now: &str) -> Desk {
    let mut desk = at_the_key(dir, now);
    desk.note_key().says("C. Garnier").silent("La clé de secours");
    desk
}

/// The first start up to its recovery key, which is on the screen.
pub fn at_the_key(dir: &Path, now: &str) -> Desk {
    let mut desk = Desk::real(dir, now);
    desk.keys("<enter>Centre d'Ajain<tab>Ajain<tab>23<tab>31/10/2022<C-s>Claire<tab>Garnier<C-s>");
    desk.clear().keys(PASSPHRASE).keys("<C-s>");
    desk.paper = desk.shown_key();
    desk
}

/// Claire Garnier's.
pub const PASSPHRASE: &str = "abaisser abandon abdiquer abeille abolir aborder aboutir";

impl Desk {
    /// The recovery key that is on the screen, as public tools take it.
    pub fn shown_key(&self) -> String {
        (1..=12).fold("AGE-SECRET-KEY-1".to_owned(), |key, n| key + &self.group(n))
    }

    /// Types the two groups that prove that the recovery key was noted.
    pub fn note_key(&mut self) -> &mut Self {
        let (first, second) = (self.group(5), self.group(10));
        self.keys(&first).keys("<enter>").keys(&second).keys("<enter>")
    }

    /// A group of the recovery key, read from the screen by its number.
    #[track_caller]
    pub fn group(&self, number: usize) -> String {
        let screen = flat(&self.screen());
        let words: Vec<&str> = screen.split(' ').collect();
        let is_group = |w: &str| w.len() >= 4 && w.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        let found = words.windows(2).find(|two| two[0] == number.to_string() && is_group(two[1]));
        found.unwrap_or_else(|| panic!("no group {number} on the screen:\n{screen}"))[1].to_owned()
    }

    /// Signs in as whoever is the n-th of the list, counted from 0.
    pub fn unlock(&mut self, nth: usize, passphrase: &str) -> &mut Self {
        for _ in 0..nth {
            self.keys("<down>");
        }
        self.keys(passphrase).keys("<enter>")
    }

    /// The screen as one line of words.
    pub fn text(&self) -> String {
        flat(&self.screen())
    }
}

/// Text as read: line breaks, frames and no-break spaces are one space.
fn flat(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_whitespace() || ('\u{2500}'..='\u{257f}').contains(&c) { ' ' } else { c })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
