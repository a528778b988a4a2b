//! Journeys at the desk: the real program on a real store, without a thread or a terminal.
//!
//! Each test reads as somebody's morning or evening: keys typed, then what the screen says.

mod accounts;
mod ajain;
mod bellegarde;
mod briefing;
mod copies;
mod frame;
mod harness;
mod honesty;
mod interleaved;
#[path = "../keys.rs"]
mod keys;
mod layering;
mod pictures;
mod statistics;
mod storm;

mod booklet;
mod care;
mod collective;
mod day_close;
mod differences;
mod directory;
mod doctors;
mod drafts;
mod effort;
mod first_start;
mod friday;
mod friday_writing;
mod import_agenda;
mod journal;
mod left_drafts;
mod lock;
mod looking_back;
mod loss;
mod monday;
mod nir;
mod older;
mod opening;
mod planning;
mod points;
mod recovery;
mod refusals;
mod reopen;
mod rights;
mod roles;
mod rooms;
mod rota;
mod scrolling;
mod search;
mod stay;
mod today;
mod together;
mod undo;
mod visits;
mod week;
mod weekend;
mod words;
mod writing;
mod wrong_patient;
