//! Files from and for other programs: a rota read from a spreadsheet, the agenda of the medical
//! software, sheets to print and to keep, figures and pictures that leave the centre.
//!
//! Knows the words and the domain; neither the store nor the screen. It reads bytes and makes
//! others: opening and writing files is the caller's.

pub mod agenda;
pub mod availability_csv;
mod columns;
pub mod figures;
pub mod journal;
pub mod picture;
pub mod rooms;
pub mod rota_csv;
pub mod sequels;
pub mod sheet;
pub mod stay_page;
pub mod today;
pub mod volunteers;
pub mod waiting_csv;
pub mod week;
