//! The program in a real terminal, and its command line.
//!
//! A test waits for text on the screen, never for time: the reader's thread ends with the program.

mod attacked;
mod command;
mod ending;
mod files;
mod killed;
mod lock;
mod older;
mod terminal;

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Longer than any answer takes on a slow machine; reaching it is a failure.
const PATIENCE: Duration = Duration::from_mins(1);

/// A program running in a pseudo-terminal.
pub(crate) struct Pty {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn std::io::Write + Send>,
    output: mpsc::Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Every byte the program has written.
    pub(crate) bytes: Vec<u8>,
    /// What the terminal answers when it is asked for its background, before it says what kind it is.
    pub(crate) background: &'static str,
}

impl Pty {
    /// Starts a program at 120×40.
    pub(crate) fn start(program: &str, args: &[&str], env: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(read) = reader.read(&mut buffer) {
                if read == 0 || send.send(buffer[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self {
            master: pair.master,
            child,
            keys,
            output,
            screen: vt100::Parser::new(40, 120, 0),
            bytes: Vec::new(),
            background: "",
        }
    }

    /// The desk, with a store of one's own.
    pub(crate) fn releve(args: &[&str]) -> Self {
        Self::start(env!("CARGO_BIN_EXE_releve"), args, &[])
    }

    pub(crate) fn keys(&mut self, text: &str) {
        self.keys.write_all(text.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    pub(crate) fn screen(&self) -> String {
        self.screen.screen().contents()
    }

    /// Reads until the screen says it.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, text: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.screen().replace('\u{a0}', " ").contains(text) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(why) => panic!("{text:?} never came ({why}):\n{}", self.screen()),
            }
        }
    }

    /// Reads until the screen is as wanted.
    #[track_caller]
    pub(crate) fn wait_until(&mut self, wanted: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !wanted(self.screen.screen()) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(why) => panic!("it never came to that ({why}):\n{}", self.screen()),
            }
        }
    }

    /// Another program writes on the same terminal.
    pub(crate) fn another_program_writes(&mut self, text: &str) {
        self.screen.process(text.as_bytes());
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        let (asked, before) = (b"\x1b]11;?", self.bytes.len().saturating_sub(6));
        self.bytes.extend_from_slice(bytes);
        if self.bytes[before..].windows(asked.len()).any(|at| at == asked) {
            // As a terminal does; one that says nothing is waited for.
            self.keys(&format!("{}\x1b[?62c", self.background));
        }
    }

    /// Reads until the program has ended, and says its exit code.
    pub(crate) fn end(&mut self) -> u32 {
        let status = self.child.wait().unwrap();
        // The pipe may hold more than was read so far; it ends with the program.
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.take(&bytes);
        }
        status.exit_code()
    }

    pub(crate) fn signal(&self, signal: rustix::process::Signal) {
        rustix::process::kill_process(self.pid(), signal).unwrap();
    }

    fn pid(&self) -> rustix::process::Pid {
        rustix::process::Pid::from_raw(i32::try_from(self.child.process_id().unwrap()).unwrap()).unwrap()
    }

    /// Waits until the program has stopped, as a shell that takes the terminal back does.
    pub(crate) fn stops(&self) {
        use rustix::process::{WaitOptions, waitpid};
        let (_, status) = waitpid(Some(self.pid()), WaitOptions::UNTRACED).unwrap().unwrap();
        assert!(status.stopped(), "{status:?}");
    }

    /// Asserts that the terminal is as it was before the program came.
    #[track_caller]
    pub(crate) fn is_restored(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "alternate screen left on");
        assert!(!screen.hide_cursor(), "cursor left hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste left on");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "mouse left on");
        #[cfg(unix)]
        {
            use rustix::termios::{LocalModes, tcgetattr};
            use std::os::fd::BorrowedFd;
            if let Some(fd) = self.master.as_raw_fd() {
                // The master outlives this borrow: `self` owns it.
                let modes = with_fd(fd, |fd: BorrowedFd| tcgetattr(fd).unwrap().local_modes);
                assert!(modes.contains(LocalModes::ICANON | LocalModes::ECHO), "raw mode left on");
            }
        }
    }
}

/// Opens the terminal's own file again, since a raw descriptor cannot be borrowed without `unsafe`.
#[cfg(unix)]
fn with_fd<T>(fd: i32, run: impl FnOnce(std::os::fd::BorrowedFd) -> T) -> T {
    use std::os::fd::AsFd as _;
    let file = std::fs::File::open(Path::new("/dev/fd").join(fd.to_string())).unwrap();
    run(file.as_fd())
}
