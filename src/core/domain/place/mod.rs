//! The place around the consultation: the booklet, the directory, and what changed in them.

pub mod booklet;
pub mod directory;
pub mod news;
pub mod secret;

pub use booklet::{Chapter, Check, GuidePage, NewPage, Seen, Version};
pub use directory::{Aging, Call, Contact, ContactKind, ContactPast, NewContact};
pub use news::{ContactNews, PageNews, PlaceNews, ToCheck};
