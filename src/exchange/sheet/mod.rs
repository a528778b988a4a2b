//! The sheets of a briefing, of a handover and of the booklet, and the leaflets: to print, to read aloud, to keep.
//!
//! A sheet is gathered once (`data`, `gather`), which is also its JSON; said once in the reader's language
//! (`said`); and then only laid out, as text, Markdown, HTML or PDF. Whatever a sheet says it therefore
//! says in every format.

mod booklet;
mod data;
mod gather;
mod html;
mod keys;
mod leaflet;
mod md;
mod pdf;
mod said;
#[cfg(test)]
mod tests;
mod text;

use crate::domain::briefing::Briefing;
use crate::domain::place::GuidePage;
use crate::domain::transmission::Transmission;
use crate::domain::{Centre, Known, Msg, Now, Rota};
use crate::words::Words;

pub use leaflet::{LeafletFormat, Of, leaflet, round};

/// How a sheet is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Linear, one fact a line, to be read aloud.
    Text,
    Md,
    /// One file that needs no other and prints on A4 in black and white.
    Html,
    /// English keys, days as `2026-12-14`, weeks as `2026-S51`.
    Json,
    /// A4 in black and white, for paper.
    Pdf,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Text, Self::Md, Self::Html, Self::Json, Self::Pdf];

    /// Reads the name that is also the extension: `text` or `txt`, `md`, `html`, `json`, `pdf`.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "text" | "txt" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Md),
            "html" | "htm" => Some(Self::Html),
            "json" => Some(Self::Json),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// The extension of a file in this format.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Md => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::Pdf => "pdf",
        }
    }
}

/// What a sheet needs beside its subject.
#[derive(Debug)]
pub struct SheetCx<'a> {
    pub words: &'a Words,
    pub rota: &'a Rota,
    pub centre: &'a Centre,
    pub now: Now,
    /// Who makes the sheet, as it is to be printed on it.
    pub author: String,
    /// The newest change of the store; none of the fictional centre, which is nowhere.
    pub head: Option<Known>,
}

/// The sheet of a briefing.
///
/// # Errors
/// When the PDF cannot be made.
pub fn briefing(briefing: &Briefing, cx: &SheetCx, format: Format) -> Result<Vec<u8>, Msg> {
    laid_out(&gather::briefing(briefing, cx), cx.words, format)
}

/// The sheet of a handover, signed or not.
///
/// # Errors
/// When the PDF cannot be made.
pub fn handover(transmission: &Transmission, cx: &SheetCx, format: Format) -> Result<Vec<u8>, Msg> {
    laid_out(&gather::handover(transmission, cx), cx.words, format)
}

/// The booklet as a page to print; its codes are masked.
#[must_use]
pub fn booklet(pages: &[GuidePage], cx: &SheetCx) -> String {
    html::render(&booklet::say(pages, cx))
}

/// A text of titled parts, on paper: the first part is what comes before all titles.
///
/// # Errors
/// When the PDF cannot be made.
pub fn notice(title: String, parts: Vec<(String, Vec<String>)>, words: &Words, now: Now) -> Result<Vec<u8>, Msg> {
    let said = said::notice(title, parts, words);
    pdf::render(&said, "", now.at, pdf::Print::HAND).ok_or_else(|| Msg::new("sheet-pdf-failed"))
}

fn laid_out(sheet: &data::Sheet, words: &Words, format: Format) -> Result<Vec<u8>, Msg> {
    let said = || said::say(sheet, words);
    Ok(match format {
        Format::Json => data::json(sheet).into_bytes(),
        Format::Text => text::render(&said()).into_bytes(),
        Format::Md => md::render(&said()).into_bytes(),
        Format::Html => html::render(&said()).into_bytes(),
        Format::Pdf => pdf::render(&said(), &sheet.made_by, sheet.made_at, pdf::Print::HAND)
            .ok_or_else(|| Msg::new("sheet-pdf-failed"))?,
    })
}
