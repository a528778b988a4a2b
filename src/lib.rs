//! Relève: the desk of a health centre whose doctor changes every week.

pub mod domain;
pub mod exchange;
pub mod protocol;
pub mod words;
