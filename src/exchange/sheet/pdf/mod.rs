//! A sheet as PDF: what a doctor carries on A4, what hangs on a door or a wall, in black and white.
//!
//! `letters` measures, `lines` breaks, `rows` says what belongs together, `pages` puts it on paper as data, and
//! `draw` alone knows the PDF crate. Gravity is a glyph, a word and the thickness of a bar, never a colour.

mod draw;
mod letters;
mod lines;
mod pages;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod typography;

use super::said::Said;
use crate::domain::Stamp;
use crate::domain::leaflet::Paper;

/// On what a sheet is printed, and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Print {
    pub paper: Paper,
    /// How many times larger than in the hand the letters may be, as long as one page holds it all.
    pub largest: f32,
}

impl Print {
    /// To carry.
    pub const HAND: Self = Self { paper: Paper::A4, largest: 1.0 };

    /// Width and height of the paper, in points: 210 × 297 and 297 × 420 mm.
    const fn size(self) -> (f32, f32) {
        match self.paper {
            Paper::A4 => (595.28, 841.89),
            Paper::A3 => (841.89, 1190.55),
        }
    }
}

/// Lays a sheet out as PDF; `None` if the document did not hold together, which is an error of this program.
pub fn render(said: &Said, author: &str, made: Stamp, print: Print) -> Option<Vec<u8>> {
    let letters = letters::Letters::new();
    let layout = pages::laid_out(said, &letters, print);
    let about = draw::About { title: &said.title, lang: said.lang, author, made };
    draw::pdf(&layout, &letters, &about)
}
