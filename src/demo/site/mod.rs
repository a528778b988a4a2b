//! A fictional centre as data: its place, its people, its posts, and the few weeks with a fate of their own.

mod ajain;
mod bellegarde;

use super::people::Member;
use super::place::Place;
use super::rota::Fate;
use crate::domain::centre::Pattern;
use crate::domain::noted::PublishedFigure;
use crate::domain::{Day, IsoWeek, PersonId, PostId};

/// Whose desk a fictional centre opens on.
pub const COORDINATION: PersonId = PersonId(1);
pub const ASSISTANT: PersonId = PersonId(2);
pub const NURSE: PersonId = PersonId(3);
pub const HEAD_OFFICE: PersonId = PersonId(4);
pub const FIGURES_ONLY: PersonId = PersonId(5);

/// Which fictional centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Town {
    /// One post.
    #[default]
    Ajain,
    /// Two posts, whose half-days alternate between booked ahead and the day's calls.
    Bellegarde,
}

impl Town {
    pub(super) const fn site(self) -> &'static Site {
        match self {
            Self::Ajain => &ajain::SITE,
            Self::Bellegarde => &bellegarde::SITE,
        }
    }

    /// How many doctors it has in a week, when all its posts are filled.
    #[must_use]
    pub const fn posts(self) -> usize {
        self.site().posts.len()
    }
}

/// A day as data.
pub type Civil = (i32, u32, u32);

/// The day, written as data.
pub fn day((year, month, day): Civil) -> Day {
    Day::ymd(year, month, day).unwrap_or(Day(0))
}

/// Everything in which one fictional centre differs from another.
pub struct Site {
    pub name: &'static str,
    pub commune: &'static str,
    /// The first day with patients, a Monday.
    pub opened: Civil,
    /// So that two centres of one seed do not share their doctors.
    pub salt: u64,
    pub posts: &'static [(&'static str, Pattern)],
    /// Coordination, assistant and nurse, who are there from the first day.
    pub team: [Member; 3],
    /// Who keeps the collective from elsewhere, and who reads its figures.
    pub away: [Member; 2],
    /// Who joined the team later.
    pub joined: &'static [(Member, Civil)],
    /// Its booklet and its directory.
    pub place: &'static Place,
    /// The town of the hospital.
    pub hospital: &'static str,
    /// Where the stories have their home visits.
    pub village: &'static str,
    /// Where the other home visits go.
    pub villages: &'static [&'static str],
    /// Half-days, day of the week and morning or not, that are kept for the day's calls.
    pub unplanned: &'static [(usize, bool)],
    /// What becomes of a week on a post, the first being 0.
    pub fate: fn(usize, IsoWeek) -> Fate,
    /// What was published about it, in the order of time.
    pub published: &'static [Publication],
    /// How its patient panel grows.
    pub growth: Growth,
}

/// Figures published about the centre.
pub struct Publication {
    /// The day they speak of.
    pub day: Civil,
    /// Where they stood, as the coordination notes it.
    pub source: &'static str,
    pub figures: &'static [(PublishedFigure, u32)],
}

/// The patients who have the centre as their médecin traitant (MT), over time.
pub struct Growth {
    /// From the opening on.
    pub known: &'static [Known],
    /// Patients who may still come after the last of them, and in how many days half of them have.
    pub room: (u32, u32),
}

/// A stock that is known.
pub struct Known {
    pub on: Civil,
    pub patients: u32,
    /// Patients gained in a hundred days, as fast as it grew that day.
    pub gain: u32,
}

impl Site {
    /// What was published of a figure, in the order of time.
    pub fn published(&self, figure: PublishedFigure) -> impl Iterator<Item = (Day, u32)> {
        let of = move |p: &'static Publication| Some((day(p.day), p.figures.iter().find(|(f, _)| *f == figure)?.1));
        self.published.iter().filter_map(of)
    }

    /// The last day of which was published that nobody had withdrawn so far.
    pub fn nobody_withdrew_until(&self) -> Option<Day> {
        let nobody = |p: &&Publication| p.figures.contains(&(PublishedFigure::Withdrawals, 0));
        self.published.iter().rfind(nobody).map(|p| day(p.day))
    }

    pub fn opened(&self) -> Day {
        day(self.opened)
    }

    /// The day on which the centre was put into the program, two weeks before its first patient.
    pub fn founded(&self) -> Day {
        self.opened().plus(-14)
    }

    /// The post's row.
    pub fn post(lane: usize) -> PostId {
        PostId(i64::try_from(lane).unwrap_or(0) + 1)
    }

    /// What a mark in a text stands for here.
    pub fn word(&self, mark: &str) -> Option<&'static str> {
        Some(match mark {
            "coordination" => self.team[0].given,
            "assistant" => self.team[1].given,
            "nurse" => self.team[2].given,
            "hospital" => self.hospital,
            "village" => self.village,
            _ => return None,
        })
    }

    /// Who books appointments on a day: the assistant, or the coordination in her absence.
    pub fn books(&self, on: Day) -> PersonId {
        if self.team[1].presence[on.weekday_index()] { ASSISTANT } else { COORDINATION }
    }
}
