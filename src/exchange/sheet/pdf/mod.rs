//! A sheet as PDF on A4: what a doctor carries, in black and white.
//!
//! `letters` measures, `lines` breaks, `rows` says what belongs together, `pages` puts it on paper as data, and
//! `draw` alone knows the PDF crate. Gravity is a glyph, a word and the thickness of a bar, never a colour.

mod draw;
mod letters;
mod lines;
mod pages;
mod rows;
#[cfg(test)]
mod tests;
mod typography;

use super::said::Said;
use crate::domain::Stamp;

/// Lays a sheet out as PDF; `None` if the document did not hold together, which is an error of this program.
pub fn render(said: &Said, author: &str, made: Stamp) -> Option<Vec<u8>> {
    let letters = letters::Letters::new();
    let layout = pages::laid_out(said, &letters);
    let about = draw::About { title: &said.title, lang: said.lang, author, made };
    draw::pdf(&layout, &letters, &about)
}
