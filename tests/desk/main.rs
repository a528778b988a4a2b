//! Journeys at the desk: the real program on a real store, without a thread or a terminal.
//!
//! Each test reads as somebody's morning or evening: keys typed, then what the screen says.

mod ajain;
mod frame;
mod harness;
mod honesty;
mod layering;
mod pictures;
mod storm;

mod first_start;
mod friday;
mod monday;
mod opening;
mod rota;
mod undo;
mod weekend;
mod words;
