//! Leaflets: what leaves for those outside. No patient is on them, and no code (rule 44).
//!
//! Why the centre is closed is left out as well, and so is a doctor who was only spoken of: both are the team's. Numbers
//! are those that everybody has; a direct line, and who can be called while no doctor is there, are not for patients.

mod differences;
mod facts;
mod planning;
mod poster;
#[cfg(test)]
mod tests;
mod week;
mod welcome;

use super::pdf::{self, Print};
use super::said::{Block, Said, notice};
use super::{SheetCx, html, md, text};
use crate::domain::agenda::DecidedHalfDay;
use crate::domain::draft::text as clean;
use crate::domain::leaflet::Paper;
use crate::domain::place::{Contact, GuidePage};
use crate::domain::{Day, Differences, IsoWeek, Msg};

/// What leaves, with what it is made of beside the rota and the centre.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    Poster { week: IsoWeek, directory: &'a [Contact] },
    Week { week: IsoWeek, half_days: &'a [DecidedHalfDay], directory: &'a [Contact] },
    Planning { year: i32, paper: Paper },
    Differences { year: i32, found: &'a Differences },
    Welcome { week: IsoWeek, pages: &'a [GuidePage], directory: &'a [Contact] },
}

/// How a leaflet is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeafletFormat {
    Text,
    Md,
    Html,
    Pdf,
}

/// How much larger a poster's letters may be: read from a step away.
const POSTER: f32 = 1.6;

/// A leaflet, laid out.
///
/// # Errors
/// When the PDF cannot be made.
pub fn leaflet(of: Of, cx: &SheetCx, format: LeafletFormat) -> Result<Vec<u8>, Msg> {
    let (said, print) = match of {
        Of::Poster { week, directory } => (poster::say(week, directory, cx), Print { largest: POSTER, ..Print::HAND }),
        Of::Week { week, half_days, directory } => (week::say(week, half_days, directory, cx), Print::HAND),
        Of::Planning { year, paper } => (planning::say(year, paper, cx), Print { paper, ..Print::HAND }),
        Of::Differences { year, found } => (differences::say(year, found, cx), Print::HAND),
        Of::Welcome { week, pages, directory } => (welcome::say(week, pages, directory, cx), Print::HAND),
    };
    laid_out(&said, print, cx, format)
}

/// The rounds of a day, for the doctor who makes them: titled parts, the first what comes before all titles.
///
/// # Errors
/// When the PDF cannot be made.
pub fn round(
    title: String,
    parts: Vec<(String, Vec<String>)>,
    cx: &SheetCx,
    format: LeafletFormat,
) -> Result<Vec<u8>, Msg> {
    laid_out(&notice(title, parts, cx.words), Print::HAND, cx, format)
}

fn laid_out(said: &Said, print: Print, cx: &SheetCx, format: LeafletFormat) -> Result<Vec<u8>, Msg> {
    Ok(match format {
        LeafletFormat::Text => text::render(said).into_bytes(),
        LeafletFormat::Md => md::render(said).into_bytes(),
        LeafletFormat::Html => html::render(said).into_bytes(),
        LeafletFormat::Pdf => {
            pdf::render(said, &cx.author, cx.now.at, print).ok_or_else(|| Msg::new("sheet-pdf-failed"))?
        }
    })
}

impl SheetCx<'_> {
    fn tell(&self, msg: &Msg) -> String {
        clean::line(&self.words.say(msg))
    }

    /// What every leaflet bears: its title, who made it and when, until when it holds.
    fn leaflet(&self, title: String, lead: Vec<String>, last: Day, blocks: Vec<Block>) -> Said {
        let made = Msg::new("sheet-made")
            .with("day", self.words.day_year(self.now.day))
            .with("time", self.words.time(self.now.minute))
            .with("author", self.author.as_str());
        let made = self.tell(&made);
        let validity = self.tell(&Msg::new("leaflet-valid").with("day", self.words.day_long(last)));
        Said {
            lang: self.words.lang().code(),
            title,
            lead: lead.into_iter().chain([made.clone(), validity.clone()]).collect(),
            blocks,
            foot: Vec::new(),
            validity,
            seal: String::new(),
            made,
            page: self.words.t("sheet-page"),
            continued: self.words.t("sheet-continued"),
            by_hand: None,
            colon: self.words.t("sheet-colon"),
        }
    }
}
