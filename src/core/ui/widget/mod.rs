//! Parts that could serve any terminal application: dialogs, lists, scrolled and wrapped text, Markdown, fields.
//!
//! They know the look, and of the domain how texts are compared. The form engine (`form`) knows the desk besides.

pub mod area;
pub mod choice;
pub mod dialog;
pub mod edit;
pub mod form;
pub mod line;
pub mod list;
pub mod markdown;
pub mod panel;
pub mod parts;
pub mod picker;
pub mod scroll;
pub mod several;
pub mod table;
pub mod text;
