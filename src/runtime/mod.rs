//! The loop around the program: events in, effects out, one drawing when all that waited is handled.
//!
//! Knows tokio and the terminal; holds no rule. The store works on a thread of its own, so that
//! typing never waits for the disk; another thread waits for keys. Both send into one queue, which
//! the loop empties before it draws.

mod again;
mod background;
mod desktop;
mod keys;
#[cfg(test)]
mod made_up;
mod terminal;
pub mod watchdog;

use std::collections::VecDeque;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::Event as Input;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

pub use again::Legacy;
pub use background::background;
pub use desktop::desktop;
pub use terminal::{Screen, install_panic_hook};

use crate::app::{App, Effect, Event, Mouse, Options, Sight, Slot, Ticket};
use crate::back::{Backend, Clock};
use crate::domain::{Msg, Stamp};
use crate::protocol::{Reply, Request};

/// How long before the lock the footer says that it comes.
const WARNING: Duration = Duration::from_secs(30);

/// How often the store's thread looks for changes made at another desk.
const POLL: Duration = Duration::from_secs(1);

/// What the threads send to the loop.
enum Next {
    /// Somebody pressed a key, moved the mouse, or changed the size.
    Touched(Event),
    /// The store answered, or another desk changed it.
    Heard(Event),
    /// The program was told to end: what is open is saved first.
    Leave,
}

/// Runs the desk until it is left. `legacy` is what the program left that has locked in this process, if one has.
///
/// # Errors
/// When there is no terminal, or it is lost.
pub fn run(options: Options, backend: Backend, clock: Clock, legacy: Option<Legacy>) -> color_eyre::Result<()> {
    install_panic_hook()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(desk(options, backend, clock, legacy))
}

/// The store's thread: answers in the order asked, and looks around when nothing is asked.
fn serve(mut backend: Backend, asked: &mpsc::Receiver<(Ticket, Request)>, answers: &UnboundedSender<Next>) {
    let mut waiting = VecDeque::new();
    loop {
        waiting.extend(asked.try_iter());
        // Locked or not yet open: sleep until somebody asks for something.
        let next = if let Some(next) = waiting.pop_front() {
            if is_superseded(&next, &waiting) {
                continue;
            }
            Ok(next)
        } else if backend.is_open() {
            asked.recv_timeout(POLL)
        } else {
            asked.recv().map_err(|_| mpsc::RecvTimeoutError::Disconnected)
        };
        let event = match next {
            Ok((ticket, request)) => Event::Delivered(ticket, backend.answer(request)),
            Err(mpsc::RecvTimeoutError::Timeout) => match backend.answer(Request::Poll) {
                Reply::Changed => Event::StoreChanged,
                // A copy was made, the key has changed, the account was closed: nobody asked at this moment.
                reply @ (Reply::Copied { .. } | Reply::KeyChanged | Reply::AccountClosed) => {
                    Event::Delivered(Ticket { slot: Slot::Once, number: 0 }, reply)
                }
                _ => continue,
            },
            Err(mpsc::RecvTimeoutError::Disconnected) => return,
        };
        if answers.send(Next::Heard(event)).is_err() {
            return;
        }
    }
}

/// Whether a read would only be dropped: the same place asks again behind it. A key held down asks for
/// thirty weeks, and one of them is looked at.
fn is_superseded((ticket, request): &(Ticket, Request), behind: &VecDeque<(Ticket, Request)>) -> bool {
    matches!(request, Request::Query(..))
        && ticket.slot.keeps_newest()
        && behind.iter().any(|(later, request)| later.slot == ticket.slot && matches!(request, Request::Query(..)))
}

/// The keyboard's thread. It ends with the process: a read that waits cannot be called off.
fn listen(keys: &UnboundedSender<Next>) {
    let mut touched = keys::Keys::new(keys::Terminal, terminal::erases_by_h());
    loop {
        let next = match touched.next() {
            Ok(Input::Key(key)) => Next::Touched(Event::Key(key)),
            Ok(Input::Mouse(mouse)) => Next::Touched(Event::Mouse(mouse)),
            Ok(Input::Paste(text)) => Next::Touched(Event::Paste(text)),
            // Nobody need sit there for it: a machine that wakes up may do it by itself.
            Ok(Input::Resize(columns, rows)) => Next::Heard(Event::Resize(columns, rows)),
            Ok(Input::FocusGained | Input::FocusLost) => continue,
            // The terminal is gone.
            Err(_) => Next::Leave,
        };
        let gone = matches!(next, Next::Leave);
        if keys.send(next).is_err() || gone {
            return;
        }
    }
}

async fn desk(options: Options, backend: Backend, clock: Clock, legacy: Option<Legacy>) -> color_eyre::Result<()> {
    let doubt =
        if options.demo || options.names.is_empty() { None } else { backend.doubts_clock_of_files(clock.now()) };
    let (ask, asked) = mpsc::channel();
    let (send, mut queue) = unbounded_channel();
    let (answers, keys) = (send.clone(), send);
    let store = thread::Builder::new().name("store".into()).spawn(move || serve(backend, &asked, &answers))?;

    let mut terminate = signal(SignalKind::terminate())?;
    let mut hangup = signal(SignalKind::hangup())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    // SIGTSTP: the terminal is given back before the program stops; raw mode hides Ctrl-Z from it.
    let mut stopped = signal(SignalKind::from_raw(rustix::process::Signal::TSTP.as_raw()))?;
    // SIGCONT: somebody stopped the program and let it go on; the shell had the terminal meanwhile.
    let mut resumed = signal(SignalKind::from_raw(rustix::process::Signal::CONT.as_raw()))?;

    let mut screen = match &legacy {
        Some(legacy) => Screen::take_on(legacy.modes())?,
        None => Screen::enter()?,
    };
    let (deadline, gone) = (watchdog::Deadline::default(), keys.clone());
    watchdog::watch(rustix::stdio::stdin(), deadline.clone(), move || {
        tracing::error!("the terminal is gone");
        // The loop may have ended already.
        let _ = gone.send(Next::Leave);
    })?;
    thread::Builder::new().name("keys".into()).spawn(move || listen(&keys))?;
    let (mut app, effects) = App::new(options, clock.now(), screen.size()?);
    if let Some(msg) = legacy.as_ref().and_then(Legacy::said).or(doubt) {
        app.warn(msg);
    }
    let mut quit = matches!(carry_out(effects, &ask), Then::Quit);
    let mut seen = app.sight();
    let mut idle = Idle::new();
    // A terminal that is gone cannot be drawn on; what is typed is still saved before the end.
    let mut drawable = true;

    while !quit {
        let lock = app.locks_after().map(|after| idle.lock_at(after, &Moment::now()));
        // Before drawing, which may block on a terminal that takes no more.
        deadline.set(lock);
        // What another program wrote has moved things about: no difference is drawn over what may not be seen any more.
        if app.sight() != seen {
            seen = app.sight();
            drawable = drawable && screen.clear().is_ok();
        }
        drawable = drawable && screen.draw(&app).is_ok();
        let due = idle.due(lock);
        let mut next = tokio::select! {
            next = queue.recv() => next,
            _ = terminate.recv() => Some(Next::Leave),
            _ = hangup.recv() => { drawable = false; Some(Next::Leave) }
            _ = interrupt.recv() => Some(Next::Leave),
            _ = stopped.recv() => { screen.pause(); drawable = screen.resume().is_ok(); None }
            _ = resumed.recv() => { drawable = screen.resume().is_ok(); None }
            () = tokio::time::sleep(until_next_minute(clock)) => Some(Next::Heard(Event::Minute)),
            () = tokio::time::sleep_until(due.unwrap_or_else(Instant::now).into()), if due.is_some() => {
                Some(Next::Heard(idle.next()))
            }
        };
        // Everything that waits is handled before the screen is drawn once.
        while let Some(event) = next.take() {
            let effects = match event {
                // The first touch after a sleep that outlasted the lock is nobody's who was there before.
                Next::Touched(_) if idle.is_over(app.locks_after(), &Moment::now()) => {
                    app.update(Event::Idle, clock.now())
                }
                Next::Touched(event) => {
                    idle = Idle::new();
                    app.update(event, clock.now())
                }
                Next::Heard(event) => app.update(event, clock.now()),
                Next::Leave => app.quit(),
            };
            match carry_out(effects, &ask) {
                Then::GoOn => {}
                Then::Redraw => drawable = screen.clear().is_ok(),
                Then::Mouse(mouse) => drawable = drawable && screen.take_mouse(mouse).is_ok(),
                Then::BeginAnew(said) if !quit => begin_anew(said.as_ref(), &app, &mut screen, seen),
                Then::BeginAnew(_) | Then::Quit => quit = true,
            }
            next = queue.try_recv().ok();
        }
    }
    deadline.set(None);
    drop(screen);
    drop(ask);
    // The store's thread ends once everything asked of it is done.
    let _ = store.join();
    Ok(())
}

/// How long nobody has touched the desk.
#[derive(Debug, Clone, Copy)]
struct Idle {
    since: Moment,
    warned: bool,
}

/// A moment by the two clocks of a machine.
#[derive(Debug, Clone, Copy)]
struct Moment {
    /// Stands still while the machine sleeps, and is never set back.
    running: Instant,
    /// Goes on while the machine sleeps.
    wall: Stamp,
}

impl Moment {
    fn now() -> Self {
        Self { running: Instant::now(), wall: Clock::Real.now().at }
    }
}

impl Idle {
    fn new() -> Self {
        Self { since: Moment::now(), warned: false }
    }

    /// When an open desk locks: at once when the machine has slept through it.
    fn lock_at(&self, after: Duration, now: &Moment) -> Instant {
        let by_wall = now.wall.0.saturating_sub(self.since.wall.0);
        let by_wall = Duration::from_millis(u64::try_from(by_wall).unwrap_or(0));
        let at = self.since.running + after;
        if by_wall >= after { now.running.min(at) } else { at }
    }

    /// Whether that moment has come already.
    fn is_over(&self, after: Option<Duration>, now: &Moment) -> bool {
        after.is_some_and(|after| self.lock_at(after, now) <= now.running)
    }

    /// When something is to be done next: the warning, then the lock.
    fn due(&self, lock: Option<Instant>) -> Option<Instant> {
        let lock = lock?;
        Some(if self.warned || lock <= Instant::now() { lock } else { lock.checked_sub(WARNING).unwrap_or(lock) })
    }

    /// What that is.
    fn next(&mut self) -> Event {
        if std::mem::replace(&mut self.warned, true) { Event::Idle } else { Event::LockSoon(WARNING.as_secs()) }
    }
}

/// What becomes of the program after an event.
enum Then {
    GoOn,
    /// The desk has locked; why, where nobody asked for it.
    BeginAnew(Option<Msg>),
    Redraw,
    Mouse(Mouse),
    Quit,
}

/// Sends requests on their way, and says what becomes of the program.
fn carry_out(effects: Vec<Effect>, ask: &mpsc::Sender<(Ticket, Request)>) -> Then {
    let mut then = Then::GoOn;
    for effect in effects {
        match effect {
            Effect::Ask(ticket, request) => {
                if ask.send((ticket, request)).is_err() {
                    return Then::Quit;
                }
            }
            Effect::BeginAnew(said) => then = Then::BeginAnew(said),
            Effect::Redraw => then = Then::Redraw,
            Effect::Mouse(mouse) => then = Then::Mouse(mouse),
            Effect::Copy(text) => desktop::copy(&text),
            Effect::Open(address) => desktop::open(&address),
            Effect::Quit => return Then::Quit,
        }
    }
    then
}

/// Drops the whole memory of a desk that has locked. The store is closed, and what was on its way is saved; the threads
/// that wait for keys, for requests and for the terminal end with the memory.
fn begin_anew(said: Option<&Msg>, app: &App, screen: &mut Screen, seen: Sight) {
    // Closed so fast that the desk was not even covered.
    if app.sight() != seen && screen.clear().is_err() {
        return;
    }
    let Some(modes) = screen.modes() else { return };
    // The program that follows finds standard error as this one did.
    terminal::speak();
    let error = Legacy::new(said, app.lang(), modes).begin();
    terminal::hush();
    tracing::warn!(%error, "the desk is locked, but the program could not be begun anew");
}

fn until_next_minute(clock: Clock) -> Duration {
    let into_minute = clock.now().at.0.rem_euclid(60_000);
    Duration::from_millis(u64::try_from(60_000 - into_minute).unwrap_or(60_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AFTER: Duration = Duration::from_mins(10);

    /// So long later by the clock that stands still in a sleep, and by the one that goes on.
    fn later(idle: &Idle, running: u64, wall: i64) -> Moment {
        Moment {
            running: idle.since.running + Duration::from_secs(running),
            wall: Stamp(idle.since.wall.0 + wall * 1000),
        }
    }

    #[test]
    fn a_read_that_is_asked_again_is_passed_over_and_a_write_never() {
        let who = crate::domain::Who::is(crate::domain::PersonId(1));
        let now = Clock::Real.now();
        let read = |slot, number| (Ticket { slot, number }, Request::Query(crate::protocol::Query::Frame, who, now));
        let undo = |number| (Ticket { slot: Slot::Write, number }, Request::Undo(who, now));
        let behind = VecDeque::from([undo(3), read(Slot::Pane(0), 4), read(Slot::Once, 5)]);
        assert!(is_superseded(&read(Slot::Pane(0), 1), &behind));
        assert!(!is_superseded(&read(Slot::Pane(1), 1), &behind));
        assert!(!is_superseded(&read(Slot::Frame, 1), &behind));
        assert!(!is_superseded(&read(Slot::Once, 1), &behind));
        assert!(!is_superseded(&undo(1), &behind));
    }

    #[test]
    fn the_lock_is_over_after_its_time_awake_or_asleep_and_not_before() {
        let idle = Idle::new();
        let over = |running, wall| idle.is_over(Some(AFTER), &later(&idle, running, wall));
        assert!(!over(599, 599));
        assert!(over(600, 600));
        // The lid was shut for an hour: whoever opens it is asked who they are.
        assert!(over(5, 3_600));
        // A clock that was set back locks nobody out, nor in.
        assert!(!over(599, -3_600));
        assert!(over(600, -3_600));
        assert!(!idle.is_over(None, &later(&idle, 3_600, 3_600)));
    }
}
