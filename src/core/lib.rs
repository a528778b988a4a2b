//! The rules, words and screens of Relève: all that knows neither the store nor its keys, nor any file.
//!
//! The page to read first is the program's, `src/lib.rs`, which names every room of this package as its own.

pub mod app;
pub mod domain;
pub mod protocol;
pub mod secret;
pub mod ui;
pub mod words;
