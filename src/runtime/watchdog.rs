//! The last resort: a thread that waits on the terminal itself and ends the process when it must.
//!
//! When a terminal dies, reading from it may never return, or return at once for ever (crossterm
//! #793); and a terminal that takes no more bytes blocks whoever draws. Neither may leave an open desk
//! behind: once the terminal has hung up, or the loop has let the lock's deadline pass, the process
//! ends within two seconds. What was acknowledged is on the disk, what was typed is a draft.
//!
//! Holds no rule and knows no store. It sleeps in `poll` and costs nothing meanwhile.

use std::io;
use std::os::fd::AsFd;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

/// How long the loop may take to answer its deadline, or to leave once the terminal is gone.
const PATIENCE: Duration = Duration::from_millis(1500);

/// How long an orderly exit may take before the process is killed.
const LAST: Duration = Duration::from_millis(400);

/// How often it looks whether there is a deadline: shorter than the shortest lock.
const LOOK: Duration = Duration::from_mins(2);

/// What the loop tells the watchdog: until when it will have answered.
#[derive(Debug, Clone, Default)]
pub struct Deadline(Arc<Mutex<Option<Instant>>>);

impl Deadline {
    /// The open desk is to be locked by then; nothing while there is nothing to lock.
    pub fn set(&self, at: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = at;
    }

    fn get(&self) -> Option<Instant> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What to do at a moment.
#[derive(Debug, PartialEq, Eq)]
enum Next {
    /// Wait for the terminal, at most that long.
    Wait(Duration),
    /// The loop is deaf.
    End,
}

fn next(deadline: Option<Instant>, now: Instant) -> Next {
    match deadline {
        None => Next::Wait(LOOK),
        Some(deadline) => match (deadline + PATIENCE).saturating_duration_since(now) {
            Duration::ZERO => Next::End,
            left => Next::Wait(left.min(LOOK)),
        },
    }
}

/// Starts the watchdog on a terminal. `leave` asks the loop to save what is open and to end.
///
/// # Errors
/// When the system gives no further thread.
pub fn watch(
    terminal: impl AsFd + Send + 'static,
    deadline: Deadline,
    leave: impl FnOnce() + Send + 'static,
) -> io::Result<()> {
    thread::Builder::new().name("watchdog".into()).spawn(move || {
        let hung_up = wait(&terminal, &deadline);
        if hung_up {
            leave();
            thread::sleep(PATIENCE);
        }
        end();
    })?;
    Ok(())
}

/// Waits until the terminal hangs up (true) or the loop has let its deadline pass (false).
fn wait(terminal: &impl AsFd, deadline: &Deadline) -> bool {
    let mut resumed = None;
    loop {
        let asked = Instant::now();
        let Next::Wait(left) = next(deadline.get().map(|at| resumed.map_or(at, |r| at.max(r))), asked) else {
            return false;
        };
        // No event is asked for: what is typed does not wake it, a hang-up always does.
        let mut fds = [PollFd::new(terminal, PollFlags::empty())];
        let timeout = Timespec::try_from(left).ok();
        let heard = poll(&mut fds, timeout.as_ref());
        if was_stopped(asked, left, Instant::now()) {
            // The loop was stopped too: it gets its time to lock the desk, as an honest loop would.
            resumed = Some(Instant::now());
        }
        match heard {
            Ok(0) | Err(Errno::INTR | Errno::AGAIN) => {}
            Ok(_) if fds[0].revents().is_empty() => {}
            // Hung up, an error, or no descriptor any more.
            Ok(_) | Err(_) => return true,
        }
    }
}

/// Whether a wait took so much longer than asked for that the whole process must have been stopped.
fn was_stopped(asked: Instant, left: Duration, now: Instant) -> bool {
    now.saturating_duration_since(asked) > left + PATIENCE
}

/// Ends the process, whatever its other threads are stuck in.
fn end() -> ! {
    // Giving the terminal back may block on the very terminal that blocked the loop.
    let _ = thread::Builder::new().spawn(|| {
        super::terminal::restore();
        std::process::exit(1);
    });
    thread::sleep(LAST);
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
    std::process::abort()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_waits_for_the_deadline_and_a_little_longer() {
        let now = Instant::now();
        let in_ = |ms| Some(now + Duration::from_millis(ms));
        assert_eq!(next(None, now), Next::Wait(LOOK));
        assert_eq!(next(in_(1000), now), Next::Wait(Duration::from_millis(2500)));
        assert_eq!(next(in_(3_600_000), now), Next::Wait(LOOK));
        assert_eq!(next(Some(now), now + Duration::from_millis(1499)), Next::Wait(Duration::from_millis(1)));
        assert_eq!(next(Some(now), now + PATIENCE), Next::End);
    }

    #[test]
    fn a_process_that_was_stopped_is_told_from_a_loop_that_is_deaf() {
        let (asked, left) = (Instant::now(), Duration::from_mins(1));
        assert!(!was_stopped(asked, left, asked + left + Duration::from_secs(1)));
        assert!(was_stopped(asked, left, asked + left + Duration::from_secs(2)));
    }

    #[test]
    fn the_whole_ending_takes_less_than_two_seconds() {
        assert!(PATIENCE + LAST < Duration::from_secs(2));
    }
}
