//! What a story of a point is made of, and its dates written out.
//!
//! A story is a list of words, each said by whoever is there in its turn. Its texts hold no date but
//! marks, replaced by absolute dates of the weeks at hand:
//!
//! | mark | becomes |
//! |---|---|
//! | `{j}` | the day of writing, `jeu. 10/12` |
//! | `{lun}` … `{sam}` | that day of the present week |
//! | `{+lun}` … | that day of the next doctor's week |
//! | `{-lun}` … | that day of the week of the point's previous word |
//! | `{S}` | the week in which the point comes back, `S12 2027` |
//! | `{m+3}` | a month, so many months on, `mars 2027` |
//! | `{4,8\|5,1}` | one of them, the same choice in the whole story |
//! | `{nurse}`, `{assistant}`, `{coordination}` | the given name of that member of the team |
//! | `{hospital}`, `{village}` | the nearest hospital's town, a place of home visits |
//! | `{other}` | the name of the other post |

use chrono::{Datelike, Months};

use super::site::Site;
use crate::domain::{Calendar, Day, Gravity, IsoWeek, Kind, Outcome, Verdict};

/// Who says a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Doctor,
    Coordination,
    Assistant,
    Nurse,
}

/// To whom a word sends the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// The doctor of the next week.
    Next,
    /// The doctor who is here.
    Here,
    Nurse,
    Assistant,
    Coordination,
    /// The coordinator in person.
    Coordinator,
    /// The doctor of the other post in the next week.
    Other,
    /// The doctor of the other post in this week.
    Beside,
}

/// When a point is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Never,
    /// A day of the present week, from 0, Monday.
    Here(usize),
    /// A day of the next doctor's week.
    Next(usize),
    /// Monday, so many weeks on.
    Weeks(i32),
}

/// What the receiver answered before the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    Read,
    Taken(&'static str),
    /// A question, and the coordination's answer.
    Question(&'static str, &'static str),
    Returned(&'static str),
}

/// One word of a story.
#[derive(Debug, Clone, Copy)]
pub struct Beat {
    pub by: By,
    pub reply: Reply,
    pub verdict: Verdict,
    pub text: &'static str,
    pub plan: &'static str,
    pub gravity: Gravity,
    pub due: Due,
    pub to: To,
    pub outcome: Option<Outcome>,
    /// Weeks for which the point is put away; 0 when it is not.
    pub away: i32,
    /// Weeks more before the word after this one is said.
    pub lull: i32,
    /// What the coordination adds on Saturday, after the signature; empty where nothing is.
    pub weekend: &'static str,
}

const fn beat(verdict: Verdict, text: &'static str) -> Beat {
    Beat {
        by: By::Doctor,
        reply: Reply::Read,
        verdict,
        text,
        plan: "",
        gravity: Gravity::Routine,
        due: Due::Next(4),
        to: To::Next,
        outcome: None,
        away: 0,
        lull: 0,
        weekend: "",
    }
}

/// The first word.
pub const fn open(text: &'static str) -> Beat {
    beat(Verdict::Opened, text)
}

/// Handed on unchanged.
pub const fn same() -> Beat {
    beat(Verdict::Unchanged, "")
}

/// Something is added.
pub const fn more(text: &'static str) -> Beat {
    beat(Verdict::Completed, text)
}

/// A colleague sees it the same way.
pub const fn agree(text: &'static str) -> Beat {
    beat(Verdict::Confirmed, text)
}

/// A colleague sees it another way.
pub const fn differ(text: &'static str) -> Beat {
    beat(Verdict::Differs, text)
}

/// Sent to somebody.
pub const fn send(to: To, text: &'static str) -> Beat {
    Beat { to, ..beat(Verdict::Addressed, text) }
}

/// Finished.
pub const fn done(outcome: Outcome, text: &'static str) -> Beat {
    Beat { outcome: Some(outcome), due: Due::Never, ..beat(Verdict::Closed, text) }
}

impl Beat {
    pub const fn urgent(self, due: Due, plan: &'static str) -> Self {
        Self { gravity: Gravity::Urgent, due, plan, ..self }
    }

    pub const fn watch(self, due: Due, plan: &'static str) -> Self {
        Self { gravity: Gravity::Watch, due, plan, ..self }
    }

    pub const fn due(self, due: Due) -> Self {
        Self { due, ..self }
    }

    pub const fn to(self, to: To) -> Self {
        Self { to, ..self }
    }

    pub const fn by(self, by: By) -> Self {
        Self { by, ..self }
    }

    pub const fn taken(self, words: &'static str) -> Self {
        Self { reply: Reply::Taken(words), ..self }
    }

    pub const fn asked(self, question: &'static str, answer: &'static str) -> Self {
        Self { reply: Reply::Question(question, answer), ..self }
    }

    pub const fn returned(self, words: &'static str) -> Self {
        Self { reply: Reply::Returned(words), ..self }
    }

    pub const fn away(self, weeks: i32) -> Self {
        Self { away: weeks, due: Due::Weeks(weeks), ..self }
    }

    pub const fn weekend(self, text: &'static str) -> Self {
        Self { weekend: text, ..self }
    }

    pub const fn lull(self, weeks: i32) -> Self {
        Self { lull: weeks, ..self }
    }
}

/// The story of one point.
#[derive(Debug, Clone, Copy)]
pub struct Scenario {
    pub kind: Kind,
    /// Ages the patient may have; none when the point is about the centre.
    pub age: Option<(u16, u16)>,
    /// Day of the week of the first word, from 0, Monday.
    pub on: usize,
    pub beats: &'static [Beat],
}

/// A story about a patient.
pub const fn patient(kind: Kind, on: usize, age: (u16, u16), beats: &'static [Beat]) -> Scenario {
    Scenario { kind, age: Some(age), on, beats }
}

/// A story about the centre.
pub const fn centre(on: usize, beats: &'static [Beat]) -> Scenario {
    Scenario { kind: Kind::Centre, age: None, on, beats }
}

/// Monday to Saturday, a day without patients giving way to a neighbour that has some.
pub fn days(week: IsoWeek, calendar: &Calendar) -> [Day; 6] {
    std::array::from_fn(|index| {
        let (monday, saturday) = (week.monday(), week.monday().plus(5));
        let day = monday.plus(i32::try_from(index).unwrap_or(0));
        calendar.first_working(day, saturday).or_else(|| calendar.last_working(monday, day)).unwrap_or(day)
    })
}

/// The days that a text may name.
#[derive(Clone)]
pub struct Dates {
    pub today: Day,
    pub here: [Day; 6],
    pub next: [Day; 6],
    pub previous: [Day; 6],
    pub back: IsoWeek,
    /// Which of several wordings this story uses.
    pub variant: usize,
    pub site: &'static Site,
    /// The post that is not the speaker's, where there are two.
    pub other: &'static str,
}

const DAYS: [&str; 7] = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];
const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// `jeu. 10/12`, as one writes it by hand.
pub fn date(day: Day) -> String {
    let civil = day.date();
    format!("{}. {:02}/{:02}", DAYS[day.weekday_index()], civil.day(), civil.month())
}

impl Dates {
    /// The day a point is due.
    pub fn due(&self, due: Due) -> Option<Day> {
        match due {
            Due::Never => None,
            Due::Here(index) => Some(self.here[index]),
            Due::Next(index) => Some(self.next[index]),
            Due::Weeks(weeks) => Some(self.today.week().plus(weeks).monday().plus(4)),
        }
    }

    /// The text with its marks replaced.
    pub fn fill(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((mark, after)) = after.split_once('}') else { break };
            out.push_str(&self.mark(mark));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn mark(&self, mark: &str) -> String {
        let (week, name) = match mark.as_bytes().first() {
            Some(b'+') => (&self.next, &mark[1..]),
            Some(b'-') => (&self.previous, &mark[1..]),
            _ => (&self.here, mark),
        };
        if let Some(index) = DAYS.iter().take(6).position(|d| *d == name) {
            return date(week[index]);
        }
        if let Some(months) = mark.strip_prefix("m+").and_then(|m| m.parse().ok()) {
            let month = self.today.date().checked_add_months(Months::new(months)).unwrap_or_default();
            return format!("{} {}", MONTHS[month.month0() as usize], month.year());
        }
        match mark {
            "j" => date(self.today),
            "S" => format!("S{:02} {}", self.back.number(), self.back.year()),
            "other" => self.other.to_owned(),
            _ if self.site.word(mark).is_some() => self.site.word(mark).unwrap_or_default().to_owned(),
            _ => {
                let among: Vec<&str> = mark.split('|').collect();
                among[self.variant % among.len()].to_owned()
            }
        }
    }
}
