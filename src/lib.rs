//! Relève: the desk of a health centre whose doctor changes every week.
//!
//! The page to read first. This is the screen, and the module behind each part of it:
//!
//! ```text
//!  Relève  Ajain   1 Semaine  2 Briefing  3 Transmission  4 Statistiques  0 Menu    S49 lun. 30 nov. 2026  8:00
//!  Dr Aubert (médecin, S49) · ! 1 alerte : …                                         Dr Aubert · médecin
//!  │                                    └ domain::alert              ui::frame::header ┘
//!  ┌ 5 réponses sur 21 ───┐┌ 1 · Avant le premier patient ───────────────────────── lecture ≈ 6 min ─────┐
//!  │ ▲ Urgent          2  ││ ▲ URGENT   dossier 1243 · M.D. 1948 (78 ans)      Aubert ← Vidal            │
//!  │ □ À faire         6  ││   INR à 4,8 …                                     └ domain::holder          │
//!  │   └ domain::briefing ││   p je prends · q question · r renvoyer à l'équipe └ ui::point::thread      │
//!  └ ui::tab::briefing ───┘└────────────────────┌ ui::form (dialogs, one file each) ┐────────────────────┘
//!                                               │ ui::widget::form                   │
//!                                               └────────────────────────────────────┘
//!  Espace lu et pris · p je prends · … F1 aide        └ ui::keymap: one table for keys, footer, help, menu
//! ```
//!
//! A point is a `domain::item` thread: everyone's word, answers, and `domain::step`, what happened on the way. Who
//! follows it is computed (`domain::holder`), and what gets stuck goes to the coordination (`domain::alert`).
//! `store::proof` plays random years of it beside a model that knows none of this code.
//!
//! What opens full screen is a `ui::register`: lists, the Livret and the Annuaire (`domain::place`), and the search over
//! everything written (`domain::lookup`, one index in `store::page::find`). What leaves on paper is gathered once, said once
//! and then laid out as text, Markdown, HTML, JSON or PDF (`exchange::sheet`). What leaves for those outside is a
//! `domain::leaflet`: poster, planning, welcome pack, a calendar of stays (`exchange::agenda`), without patient and code;
//! desk and command line make it in one place, `back::leaflets`.
//!
//! Who could come is the collective's: `domain::collective` holds what is known of its volunteers (records of their own,
//! read by who keeps it alone), `domain::candidate` puts them in an order that each reason explains, `domain::proposal`
//! fills several holes at once, and what a withdrawal leaves is `domain::to_tell`. Several acts that are one thing for
//! whoever does them are `Act::Together`: one change, undone as one. How long an option holds is `domain::held`, whom to
//! call while no doctor is there `domain::backup`, and the schools' holidays `domain::school`.
//!
//! What a stay needs beside its doctor hangs on it: tasks from templates (`domain::preparation`), papers with their light
//! (`domain::light`), what is lent (`domain::lent`, one user at a time), the voyage and the cost, all records of their own;
//! `store::act::follow` takes them along after any act that writes a stay, and `ui::layer::stay` is its page.
//! Who is in which room on each half-day is `domain::rooms`; who of the team is there, and who opens, `domain::presence`. What
//! the team has to do is one list, `domain::today`, in its Briefing beside the points.
//!
//! What goes on around the relay — who waits for a médecin traitant, whom the nurse follows, what is asked of the week's
//! doctor, the day's requests, visits that come back — is `domain::care`: lists of records with somebody who looks after
//! each row and a next day, shown by `ui::register::care`; what a call or a declaration takes along is `store::act::care`.
//! A difference between two doctors ends in `domain::difference`, how soon an urgent point is answered is `domain::urgent`.
//!
//! The fourth tab is the one that draws: `domain::indicators` makes figures and charts of the facts of a period,
//! both as data. `ui::chart` draws a chart on the screen, `exchange::picture` as SVG, `words` says the table behind
//! it, and `exchange::figures` lets it all leave, through the one place that withholds small counts of patients.
//!
//! A key, put together again by `runtime::keys` where a slow line tore it, travels from [`runtime`] to [`app::App::update`], which asks the top dialog, the tab and the
//! desk in that order. What they want comes back as [`ui::Ask`] and leaves as [`app::Effect`]: a
//! [`protocol::Request`] to the store's thread, where [`back`] answers with a [`protocol::Reply`]. An act
//! ([`domain::act`]) is carried out inside one transaction by `store::act`, through the one door
//! `store::door`, and can be undone as a whole. Beside the store's thread there are four: one reads
//! the keyboard, one makes the day's verified copy, one proves after a sign-in what was signed (`back::verifying`), and the
//! watchdog ends the process when its terminal
//! has died. What is drawn gets its last hand in `ui::look`: signs that any terminal counts alike, and the colours of a
//! theme (`ui::theme`), whose contrast a test computes. A key that can do nothing says why in the `why` of its tab.
//!
//! Whose an act is, and whose to read, stands in one table ([`domain::rights`]): `store::page::reader` passes, thins or
//! empties each page by it, and the door asks it before the act and again of the rows it wrote; who acts is said by the
//! account that unlocked (`back::accounts`). Each change is a link of a chain (`store::chain`) and signed by its author
//! ([`signing`], `store::keys`); `store::ledger` reads from the changes alone who may open the store and whether each is
//! proven, `store::check` that every row is what its last change left, and `store::attacks` tries to get past them. The
//! newest change is remembered beside the store (`store::head`), so that a store that lacks something
//! is named. Locking closes the store and begins the program anew in its place (`runtime::again`). What is opened,
//! searched, printed or taken out leaves a trace by numbers alone (`back::traces`, [`domain::journal`]) in a chain of its
//! own (`store::journal`), which the changes and the head know the end of; a new request says what it leaves, or does not
//! compile.
//!
//! ```text
//!  main ─► cli ─► runtime ─► app ─► ui ─► protocol, words, secret ─► domain
//!           │        │
//!           └────────┴► back ─► store ─► signing, protocol, domain
//!                        ├────► vault ─► signing, folder, secret, words, domain
//!                        ├────► exchange ─► words, domain
//!                        └────► demo ─► protocol, domain
//! ```
//!
//! A few words, each for one idea: a *point* (`domain::Item`) is what is handed on, its *thread* everything said of it; a
//! *relay* is one word on it, a *receipt* an answer, a *step* what happened on the way; an *entry* stands in the agenda, a
//! *record* is kept as it is described (`domain::record`); a *stay* is a doctor at a post, the *rota* all stays; an *act* is
//! what somebody does, a *change* what it left in the store; the *frame* is around every screen, a *pane* fills it, a
//! *form* asks, a *layer* lies over both.
//!
//! What knows neither the store nor its keys is a package of its own, `src/core`: it is built while `SQLCipher` is, and
//! its tests begin without it. [`secret`], what people hold to open the store, is in it for the sign-in's sake. Every
//! room is named as if the house were one: `crate::domain` means the same in both.
//!
//! How to add a record, a form, a figure, a chart, an alert, a command or a leaflet is told in [`adding`], with the files each touches.
//!
//! [`domain`] knows no clock, no SQL and no screen. Only [`runtime`] sees tokio; what
//! serves the desk is [`back`], which a test or the command line asks directly. Only [`store`] sees
//! `SQLite`, only [`ui`], [`app`] and [`runtime`] see ratatui. A test (`layering`) keeps it so.

pub use releve_core::{app, domain, protocol, secret, ui, words};

#[doc = include_str!("adding.md")]
pub mod adding {}
pub mod back;
pub mod cli;
pub mod demo;
pub mod exchange;
pub mod folder;
pub mod runtime;
pub mod signing;
pub mod store;
pub mod vault;
