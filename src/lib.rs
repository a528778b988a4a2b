//! Relève: the desk of a health centre whose doctor changes every week.

pub mod app;
pub mod cli;
pub mod demo;
pub mod domain;
pub mod exchange;
pub mod folder;
pub mod protocol;
pub mod runtime;
pub mod store;
pub mod ui;
pub mod vault;
pub mod words;
