//! The terminal, taken over and given back whole.
//!
//! Raw mode, alternate screen, mouse, bracketed paste and cursor are all restored on the way out,
//! whether the program ends by itself, by a signal or by a panic.
//!
//! What is drawn is drawn as the difference to what was drawn before, and other programs write on the same terminal:
//! a notice of shutdown scrolls a patient's words to where no difference is looked for. So whenever what may be seen
//! changes (taken over, unlocked, locked, given back) the whole terminal is cleared first.

use std::io::{self, IsTerminal as _, Stdout, Write as _, stdout};
use std::os::fd::OwnedFd;
use std::sync::Mutex;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use rustix::termios::{
    ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, QueueSelector, SpecialCodeIndex, tcflush,
    tcgetattr, tcsetattr,
};

use crate::app::{App, Mouse};

/// Shows the alternate screen if another program has left it, without keeping a cursor to come back to: 1049 would
/// keep the one of now.
const ALTERNATE: &str = "\x1b[?47h";

/// Asks for presses and the wheel, told in numbers of any size: no movement, which a slow line cannot carry.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";

/// No more of it; the other ways of telling are not left on by anybody either.
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1002l\x1b[?1000l";

/// The terminal while the program has it.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    /// As it was before.
    modes: Option<Modes>,
    mouse: Mouse,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When standard output is no terminal or refuses.
    pub fn enter() -> io::Result<Self> {
        let modes = Modes::now();
        enable_raw_mode()?;
        hush();
        execute!(stdout(), EnterAlternateScreen)?;
        Self::taken(modes)
    }

    /// Takes the terminal over from the program in whose place this one runs.
    ///
    /// # Errors
    /// When standard output is no terminal or refuses.
    pub(super) fn take_on(modes: Modes) -> io::Result<Self> {
        // Raw mode keeps what it finds, to give it back: for a moment it finds what the first program found.
        hush();
        modes.set();
        enable_raw_mode()?;
        // What was typed before the sign-in is on the screen was meant for the desk that is gone.
        let _ = tcflush(rustix::stdio::stdin(), QueueSelector::IFlush);
        Self::taken(Some(modes))
    }

    fn taken(modes: Option<Modes>) -> io::Result<Self> {
        // Colours are decided before (`Look`). Left to crossterm, which reads NO_COLOR too, each cell without a colour
        // would reset what is bold or reversed.
        crossterm::style::force_color_output(true);
        execute!(stdout(), Print(MOUSE_ON), EnableBracketedPaste)?;
        clear()?;
        Ok(Self { terminal: Terminal::new(CrosstermBackend::new(stdout()))?, modes, mouse: Mouse::Taken })
    }

    /// The terminal's settings as they were before it was taken over.
    pub(super) const fn modes(&self) -> Option<Modes> {
        self.modes
    }

    /// Columns and rows.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Draws the program as it stands.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, app: &App) -> io::Result<()> {
        self.terminal.draw(|frame| {
            let area = frame.area();
            if let Some((x, y)) = app.draw(area, frame.buffer_mut()) {
                frame.set_cursor_position((x, y));
            }
        })?;
        Ok(())
    }

    /// Clears all that is on the terminal, whoever wrote it; the next drawing draws everything.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn clear(&mut self) -> io::Result<()> {
        clear()?;
        // Not `Terminal::clear`: it asks the terminal where the cursor is, and the answer would go to the thread that
        // reads the keys.
        self.terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        Ok(())
    }

    /// Takes the mouse, or leaves it to the terminal.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn take_mouse(&mut self, mouse: Mouse) -> io::Result<()> {
        self.mouse = mouse;
        execute!(stdout(), Print(if mouse == Mouse::Taken { MOUSE_ON } else { MOUSE_OFF }))
    }

    /// Gives the terminal back and stops the process, until somebody lets it go on.
    pub fn pause(&self) {
        restore();
        let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
    }

    /// Takes the terminal over again after it was stopped and continued.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn resume(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        hush();
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        self.take_mouse(self.mouse)?;
        self.clear()
    }
}

/// Whether the key Backspace of this terminal sends `^H`: so says the terminal's setting, which the shell keeps.
pub(super) fn erases_by_h() -> bool {
    tcgetattr(rustix::stdio::stdin()).is_ok_and(|is| is.special_codes[SpecialCodeIndex::VERASE] == 8)
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Clears the screen in sight, and the alternate one if that was not it.
fn clear() -> io::Result<()> {
    let mut out = stdout();
    wipe(&mut out)?;
    queue!(out, Print(ALTERNATE))?;
    wipe(&mut out)?;
    out.flush()
}

/// Clears what is in sight. The Linux console has no alternate screen, so that what scrolled away is in its history;
/// elsewhere the history is the shell's alone, and stays.
fn wipe(out: &mut Stdout) -> io::Result<()> {
    queue!(out, Clear(ClearType::All))?;
    if std::env::var("TERM").is_ok_and(|term| term == "linux") {
        queue!(out, Clear(ClearType::Purge))?;
    }
    Ok(())
}

/// Where standard error went before the screen was taken over.
static STDERR: Mutex<Option<OwnedFd>> = Mutex::new(None);

/// Nothing prints over the screen: what libraries and other threads say on the terminal meanwhile goes nowhere.
pub(super) fn hush() {
    let Ok(mut kept) = STDERR.lock() else { return };
    if kept.is_some() || !io::stderr().is_terminal() {
        return;
    }
    let null = std::fs::File::options().write(true).open("/dev/null");
    if let (Ok(before), Ok(null)) = (rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stderr(), 3), null)
        && rustix::stdio::dup2_stderr(&null).is_ok()
    {
        *kept = Some(before);
    }
}

/// Standard error is heard again.
pub(super) fn speak() {
    if let Some(before) = STDERR.lock().ok().and_then(|mut kept| kept.take()) {
        let _ = rustix::stdio::dup2_stderr(&before);
    }
}

/// Gives the terminal back; harmless when it was never taken, and when it is gone.
pub fn restore() {
    // Each step on its own: a terminal that refuses one must still get the others.
    let _ = execute!(stdout(), DisableBracketedPaste);
    let _ = execute!(stdout(), Print(MOUSE_OFF));
    let _ = wipe(&mut stdout());
    // A terminal without an alternate screen leaves the cursor where it is: what the shell then writes has a line.
    let _ = execute!(stdout(), cursor::MoveTo(0, 0));
    let _ = execute!(stdout(), LeaveAlternateScreen);
    let _ = execute!(stdout(), cursor::Show);
    let _ = disable_raw_mode();
    let _ = stdout().flush();
    speak();
}

/// The settings of a terminal that raw mode changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Modes {
    input: InputModes,
    output: OutputModes,
    control: ControlModes,
    local: LocalModes,
    /// How many bytes a read waits for, and how long.
    wait: [u8; 2],
}

impl Modes {
    /// As they are.
    fn now() -> Option<Self> {
        let is = tcgetattr(rustix::stdio::stdin()).ok()?;
        Some(Self {
            input: is.input_modes,
            output: is.output_modes,
            control: is.control_modes,
            local: is.local_modes,
            wait: [SpecialCodeIndex::VMIN, SpecialCodeIndex::VTIME].map(|code| is.special_codes[code]),
        })
    }

    /// Makes them so again. A terminal that is gone needs none.
    pub(super) fn set(self) {
        let Ok(mut to) = tcgetattr(rustix::stdio::stdin()) else { return };
        (to.input_modes, to.output_modes) = (self.input, self.output);
        (to.control_modes, to.local_modes) = (self.control, self.local);
        [to.special_codes[SpecialCodeIndex::VMIN], to.special_codes[SpecialCodeIndex::VTIME]] = self.wait;
        let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &to);
    }

    pub(super) fn write(self) -> String {
        let Self { input, output, control, local, wait: [least, time] } = self;
        format!("{} {} {} {} {least} {time}", input.bits(), output.bits(), control.bits(), local.bits())
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let mut numbers = text.split(' ');
        let modes = Self {
            input: InputModes::from_bits_retain(numbers.next()?.parse().ok()?),
            output: OutputModes::from_bits_retain(numbers.next()?.parse().ok()?),
            control: ControlModes::from_bits_retain(numbers.next()?.parse().ok()?),
            local: LocalModes::from_bits_retain(numbers.next()?.parse().ok()?),
            wait: [numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?],
        };
        numbers.next().is_none().then_some(modes)
    }
}

/// Makes a panic give the terminal back before it is told.
///
/// # Errors
/// When another report handler is installed already.
pub fn install_panic_hook() -> color_eyre::Result<()> {
    let (panic, report) = color_eyre::config::HookBuilder::default().display_env_section(false).into_hooks();
    report.install()?;
    let panic = panic.into_panic_hook();
    std::panic::set_hook(Box::new(move |info| {
        restore();
        panic(info);
    }));
    Ok(())
}
