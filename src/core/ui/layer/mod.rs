//! What lies over a screen: the forms as they are open, lists to choose from, help, what is asked and what is shown.

pub mod asset;
pub mod candidates;
pub mod choose;
pub mod clash;
pub mod confirm;
pub mod conflict;
pub mod export;
pub mod goto;
pub mod help;
pub mod import;
pub mod import_agenda;
pub mod leaflets;
pub mod menu;
pub mod noted;
pub mod proposal;
pub mod recovery;
pub mod review;
pub mod round;
pub mod sign_in;
pub mod snippets;
mod stack;
pub mod stay;
pub mod thread;
pub mod to_tell;
pub mod told;
pub mod voice;
pub mod volunteer;
pub mod volunteers;

pub use stack::Layer;
