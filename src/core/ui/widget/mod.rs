//! Parts that could serve any terminal application: panels, lists, wrapped text, fields.

pub mod area;
pub mod choice;
pub mod dialog;
pub mod form;
pub mod line;
pub mod list;
pub mod markdown;
pub mod panel;
pub mod picker;
pub mod scroll;
pub mod several;
pub mod table;
pub mod text;
pub mod thread;
