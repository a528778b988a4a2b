//! One fact that counts for or against a volunteer, with its sentence.

use super::super::availability::Answer;
use super::super::record::SolicitationAnswer;
use super::super::{Day, Msg, PostId, Rota, StayState};
use super::{Factor, JUST_HERE, Weights};

/// One fact that counts for or against.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Spoken of, or with an option, for this very week.
    Hoped(StayState),
    /// What they said of this week, and the day on which it was noted.
    Said {
        answer: Answer,
        on: Option<Day>,
    },
    /// Available in a part of the week alone.
    Partly {
        from: Day,
        to: Day,
    },
    Wishes,
    Never,
    ComesBack,
    SettlesDown,
    NotBack,
    /// So many stays that are over, the last so many weeks before today.
    CameBefore {
        times: usize,
        weeks: i32,
    },
    Pioneer,
    Declared,
    Undeclared,
    /// From so near, in kilometres between the middles of the departments.
    Near(u16),
    /// From so far; it counts nothing.
    Far(u16),
    NeverCame,
    /// Neither came nor was asked for a year.
    LongAgo,
    /// A stay ends or begins so few weeks from this one.
    JustHere(i32),
    /// As many stays in this year as they wished, or more.
    AsWished(usize),
    /// So many stays in this year already, this week not counted.
    ThisYear(usize),
    /// A week of August or Christmas was theirs already.
    HolidayWeek,
    /// Asked for this week, or for another one lately.
    Asked {
        on: Option<Day>,
        answer: SolicitationAnswer,
        here: bool,
    },
    /// Every paper that outlasts a stay is there, and holds on its last day.
    Papers,
    /// So many of them are missing, refused, or end before.
    PapersMissing(usize),
    /// Confirmed on another post in this week.
    Elsewhere(PostId),
    /// Confirmed at another centre in this week.
    OtherCentre(String),
}

impl Reason {
    /// What it is an instance of; nothing where it counts nothing.
    #[must_use]
    pub const fn factor(&self) -> Option<Factor> {
        Some(match self {
            Self::Hoped(_) => Factor::Hoped,
            Self::Said { answer: Answer::Yes | Answer::Perhaps, .. } | Self::Partly { .. } => Factor::Available,
            Self::Said { answer: Answer::No, .. } => Factor::Unavailable,
            Self::Wishes => Factor::Wishes,
            Self::Never => Factor::Never,
            Self::ComesBack | Self::SettlesDown => Factor::ComesBack,
            Self::NotBack => Factor::NotBack,
            Self::CameBefore { .. } => Factor::CameBefore,
            Self::Pioneer => Factor::Pioneer,
            Self::Declared => Factor::Declared,
            Self::Undeclared => Factor::Undeclared,
            Self::Near(_) => Factor::Near,
            // To be called first is no harm.
            Self::Far(_) | Self::Asked { answer: SolicitationAnswer::ToAsk, .. } => return None,
            Self::NeverCame => Factor::NeverCame,
            Self::LongAgo => Factor::LongAgo,
            Self::JustHere(_) => Factor::JustHere,
            Self::AsWished(_) => Factor::AsWished,
            Self::ThisYear(_) => Factor::ThisYear,
            Self::HolidayWeek => Factor::HolidayWeek,
            // A yes or a perhaps for this very week is what they said of it.
            Self::Asked { here: true, answer: SolicitationAnswer::Yes | SolicitationAnswer::Perhaps, .. } => {
                Factor::Available
            }
            Self::Asked { .. } => Factor::Asked,
            Self::Papers => Factor::Papers,
            Self::PapersMissing(_) => Factor::PapersMissing,
            Self::Elsewhere(_) | Self::OtherCentre(_) => Factor::Elsewhere,
        })
    }

    /// How much it counts, and on which side: positive for.
    #[must_use]
    pub fn worth(&self, weights: &Weights) -> i32 {
        let Some(factor) = self.factor() else { return 0 };
        let weight = weights.of(factor);
        match self {
            Self::Said { answer: Answer::Perhaps, .. }
            | Self::Partly { .. }
            | Self::Asked { here: true, answer: SolicitationAnswer::Perhaps, .. } => weight / 2,
            // Whoever comes often knows the house; ten times is no more than three.
            Self::CameBefore { times, .. } => weight + weight * i32::try_from(times.min(&3) - 1).unwrap_or(0) / 2,
            // The nearer, the more.
            Self::JustHere(weeks) => weight / 2 + weight * (JUST_HERE - weeks).clamp(0, JUST_HERE) / JUST_HERE / 2,
            Self::ThisYear(1) => weight / 4,
            _ => weight,
        }
    }

    /// Its sentence.
    #[must_use]
    pub fn msg(&self, rota: &Rota) -> Msg {
        match self {
            Self::Hoped(state) => Msg::new("reason-hoped").with("state", Msg::new(state.word())),
            Self::Said { answer, on } => {
                let said = Msg::new(match answer {
                    Answer::Yes => "reason-available",
                    Answer::Perhaps => "reason-perhaps",
                    Answer::No => "reason-unavailable",
                });
                match on {
                    Some(on) => Msg::new("reason-said-on").with("said", said).with("day", *on),
                    None => said,
                }
            }
            Self::Partly { from, to } => Msg::new("reason-partly").with("from", *from).with("to", *to),
            Self::Wishes => Msg::new("reason-wishes"),
            Self::Never => Msg::new("reason-never"),
            Self::ComesBack => Msg::new("reason-comes-back"),
            Self::SettlesDown => Msg::new("reason-settles-down"),
            Self::NotBack => Msg::new("reason-not-back"),
            Self::CameBefore { times, weeks } => {
                let once = *times == 1;
                // Nobody counts four years in weeks.
                if *weeks > 2 * 52 {
                    let id = if once { "reason-came-once-years" } else { "reason-came-often-years" };
                    return Msg::new(id).with("count", *times).with("years", i64::from(*weeks / 52));
                }
                let id = if once { "reason-came-once" } else { "reason-came-often" };
                Msg::new(id).with("count", *times).with("weeks", i64::from(*weeks))
            }
            Self::Papers => Msg::new("reason-papers"),
            Self::PapersMissing(count) => Msg::new("reason-papers-missing").with("count", *count),
            Self::Pioneer => Msg::new("reason-pioneer"),
            Self::Declared => Msg::new("reason-declared"),
            Self::Undeclared => Msg::new("reason-undeclared"),
            Self::Near(km) => Msg::new("reason-near").with("km", i64::from(*km)),
            Self::Far(km) => Msg::new("reason-far").with("km", i64::from(*km)),
            Self::NeverCame => Msg::new("reason-never-came"),
            Self::LongAgo => Msg::new("reason-long-ago"),
            Self::JustHere(weeks) => Msg::new("reason-just-here").with("weeks", i64::from(*weeks)),
            Self::AsWished(times) => Msg::new("reason-as-wished").with("count", *times),
            Self::ThisYear(times) => Msg::new("reason-this-year").with("count", *times),
            Self::HolidayWeek => Msg::new("reason-holiday-week"),
            Self::Asked { on, answer, here } => {
                let said = Msg::new(answer.word());
                let id = match (on, here) {
                    (None, true) => return said,
                    (None, false) => return Msg::new("reason-to-ask-elsewhere"),
                    (Some(_), true) => "reason-asked",
                    (Some(_), false) => "reason-asked-elsewhere",
                };
                let msg = Msg::new(id).with("answer", said);
                on.map_or(msg.clone(), |on| msg.with("day", on))
            }
            Self::Elsewhere(post) => Msg::new("reason-elsewhere").with("post", rota.post_name(*post)),
            Self::OtherCentre(centre) => Msg::new("reason-elsewhere").with("post", centre.as_str()),
        }
    }
}
