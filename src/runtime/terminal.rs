//! The terminal, taken over and given back whole.
//!
//! Raw mode, alternate screen, mouse, bracketed paste and cursor are all restored on the way out,
//! whether the program ends by itself, by a signal or by a panic.

use std::io::{self, Stdout, Write as _, stdout};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::app::App;

/// The terminal while the program has it.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When standard output is no terminal or refuses.
    pub fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen, EnableMouseCapture, EnableBracketedPaste)?;
        Ok(Self { terminal: Terminal::new(CrosstermBackend::new(stdout()))? })
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
        execute!(stdout(), EnterAlternateScreen, Clear(ClearType::All), EnableMouseCapture, EnableBracketedPaste)?;
        // Everything is drawn anew. Not `Terminal::clear`: it asks the terminal where the cursor is, and
        // the answer would go to the thread that reads the keys.
        self.terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back; harmless when it was never taken, and when it is gone.
pub fn restore() {
    // Each step on its own: a terminal that refuses one must still get the others.
    let _ = execute!(stdout(), DisableBracketedPaste);
    let _ = execute!(stdout(), DisableMouseCapture);
    let _ = execute!(stdout(), Clear(ClearType::All), LeaveAlternateScreen);
    let _ = execute!(stdout(), cursor::Show);
    let _ = disable_raw_mode();
    let _ = stdout().flush();
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
