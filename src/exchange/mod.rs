//! Files from and for other programs: a rota read from a spreadsheet, the agenda of the medical
//! software, sheets to print and to keep.
//!
//! Knows the words and the domain; neither the store nor the screen. It reads bytes and makes
//! strings: opening and writing files is the caller's.

pub mod agenda;
pub mod rota_csv;
pub mod sheet;
pub mod week;
