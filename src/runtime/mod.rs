//! The loop around the program: events in, effects out, one drawing when all that waited is handled.
//!
//! Knows tokio and the terminal; holds no rule. The store works on a thread of its own, so that
//! typing never waits for the disk; another thread waits for keys. Both send into one queue, which
//! the loop empties before it draws.

pub mod backend;
pub mod clock;
mod terminal;

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::Event as Input;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

pub use backend::Backend;
pub use clock::Clock;
pub use terminal::{Screen, install_panic_hook};

use crate::app::{App, Effect, Event, Options, Ticket};
use crate::protocol::{Reply, Request};

/// How long an untouched desk stays open.
const IDLE: Duration = Duration::from_mins(10);

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

/// Runs the desk until it is left.
///
/// # Errors
/// When there is no terminal, or it is lost.
pub fn run(options: Options, backend: Backend, clock: Clock) -> color_eyre::Result<()> {
    install_panic_hook()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(desk(options, backend, clock))
}

/// The store's thread: answers in the order asked, and looks around when nothing is asked.
fn serve(mut backend: Backend, asked: &mpsc::Receiver<(Ticket, Request)>, answers: &UnboundedSender<Next>) {
    loop {
        // Locked or not yet open: sleep until somebody asks for something.
        let next = if backend.is_open() {
            asked.recv_timeout(POLL)
        } else {
            asked.recv().map_err(|_| mpsc::RecvTimeoutError::Disconnected)
        };
        let event = match next {
            Ok((ticket, request)) => Event::Delivered(ticket, backend.answer(request)),
            Err(mpsc::RecvTimeoutError::Timeout) => match backend.answer(Request::Poll) {
                Reply::Changed => Event::StoreChanged,
                _ => continue,
            },
            Err(mpsc::RecvTimeoutError::Disconnected) => return,
        };
        if answers.send(Next::Heard(event)).is_err() {
            return;
        }
    }
}

/// The keyboard's thread. It ends with the process: a read that waits cannot be called off.
fn listen(keys: &UnboundedSender<Next>) {
    loop {
        let next = match crossterm::event::read() {
            Ok(Input::Key(key)) => Next::Touched(Event::Key(key)),
            Ok(Input::Mouse(mouse)) => Next::Touched(Event::Mouse(mouse)),
            Ok(Input::Paste(text)) => Next::Touched(Event::Paste(text)),
            Ok(Input::Resize(columns, rows)) => Next::Touched(Event::Resize(columns, rows)),
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

async fn desk(options: Options, backend: Backend, clock: Clock) -> color_eyre::Result<()> {
    let (ask, asked) = mpsc::channel();
    let (send, mut queue) = unbounded_channel();
    let (answers, keys) = (send.clone(), send);
    let store = thread::Builder::new().name("store".into()).spawn(move || serve(backend, &asked, &answers))?;

    let mut terminate = signal(SignalKind::terminate())?;
    let mut hangup = signal(SignalKind::hangup())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    // SIGCONT: somebody stopped the program and let it go on; the shell had the terminal meanwhile.
    let mut resumed = signal(SignalKind::from_raw(rustix::process::Signal::CONT.as_raw()))?;

    let mut screen = Screen::enter()?;
    thread::Builder::new().name("keys".into()).spawn(move || listen(&keys))?;
    let (mut app, effects) = App::new(options, clock.now(), screen.size()?);
    let mut quit = carry_out(effects, &ask);
    let mut touched = Instant::now();
    // A terminal that is gone cannot be drawn on; what is typed is still saved before the end.
    let mut drawable = true;

    while !quit {
        drawable = drawable && screen.draw(&app).is_ok();
        let idle = tokio::time::Instant::from_std(touched + IDLE);
        let mut next = tokio::select! {
            next = queue.recv() => next,
            _ = terminate.recv() => Some(Next::Leave),
            _ = hangup.recv() => { drawable = false; Some(Next::Leave) }
            _ = interrupt.recv() => Some(Next::Leave),
            _ = resumed.recv() => { drawable = screen.resume().is_ok(); None }
            () = tokio::time::sleep(until_next_minute(clock)) => Some(Next::Heard(Event::Minute)),
            () = tokio::time::sleep_until(idle), if app.is_unlocked() => Some(Next::Touched(Event::Idle)),
        };
        // Everything that waits is handled before the screen is drawn once.
        while let Some(event) = next.take() {
            let effects = match event {
                Next::Touched(event) => {
                    touched = Instant::now();
                    app.update(event, clock.now())
                }
                Next::Heard(event) => app.update(event, clock.now()),
                Next::Leave => app.quit(),
            };
            quit = quit || carry_out(effects, &ask);
            next = queue.try_recv().ok();
        }
    }
    drop(screen);
    drop(ask);
    // The store's thread ends once everything asked of it is done.
    let _ = store.join();
    Ok(())
}

/// Sends requests on their way; says whether the program ends.
fn carry_out(effects: Vec<Effect>, ask: &mpsc::Sender<(Ticket, Request)>) -> bool {
    let mut quit = false;
    for effect in effects {
        match effect {
            Effect::Ask(ticket, request) => quit |= ask.send((ticket, request)).is_err(),
            Effect::Quit => quit = true,
        }
    }
    quit
}

fn until_next_minute(clock: Clock) -> Duration {
    let into_minute = clock.now().at.0.rem_euclid(60_000);
    Duration::from_millis(u64::try_from(60_000 - into_minute).unwrap_or(60_000))
}
