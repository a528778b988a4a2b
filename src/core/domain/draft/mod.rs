//! From what was typed to values: parse, don't validate.
//!
//! Every parser takes text as typed and gives a value or the sentence that stands beside the field.
//! May not know forms, their drafts or the language: `today` is an argument, an error is a [`super::Msg`].

pub mod department;
pub mod email;
pub mod names;
pub mod nir;
pub mod offset;
pub mod patient;
pub mod phone;
pub mod quick;
pub mod rpps;
pub mod span;
pub mod text;
mod visible;
pub mod when;
