//! Aujourd'hui as text, one thing a line, and as JSON with stable English keys; on the wall without what is not for all.

use serde::Serialize;

use crate::domain::advice::has_phone;
use crate::domain::briefing::{Briefing, Section};
use crate::domain::today::{Due, What, When};
use crate::domain::{Centre, Msg, Now, Rota};
use crate::words::Words;

/// What the team has to do, and in which words it is said.
#[derive(Debug, Clone, Copy)]
pub struct TodayOf<'a> {
    pub words: &'a Words,
    pub rota: &'a Rota,
    pub centre: &'a Centre,
    pub now: Now,
    pub briefing: &'a Briefing,
    /// To be hung on the wall: no patient, no telephone, nothing of who was asked.
    pub wall: bool,
}

#[derive(Debug, Serialize)]
struct Data {
    day: String,
    centre: String,
    /// Who of the team is there, who is not, who opens.
    team: Vec<String>,
    due: Vec<DueData>,
    points: Vec<PointsData>,
}

#[derive(Debug, Serialize)]
struct DueData {
    /// `late`, `today` or `week`.
    when: &'static str,
    day: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hour: Option<String>,
    what: String,
    notes: Vec<String>,
    #[serde(skip)]
    of: When,
}

#[derive(Debug, Serialize)]
struct PointsData {
    section: String,
    count: usize,
}

impl TodayOf<'_> {
    fn data(&self) -> Data {
        let (words, day) = (self.words, self.now.day);
        let sections = Section::ALL.into_iter().map(|section| PointsData {
            section: words.t(section.word()),
            count: self.briefing.entries.iter().filter(|entry| entry.section == section).count(),
        });
        Data {
            day: day.date().to_string(),
            centre: self.centre.name.clone(),
            team: words.team_there(self.rota, day).into_iter().chain(words.team_missing(self.rota, day)).collect(),
            due: self
                .briefing
                .due
                .iter()
                .filter(|due| !self.wall || is_for_all(due))
                .map(|due| self.due(due))
                .collect(),
            points: sections.filter(|section| section.count > 0).collect(),
        }
    }

    fn due(&self, due: &Due) -> DueData {
        let words = self.words;
        let told = |said: String| if self.wall && has_phone(&said) { "…".to_owned() } else { said };
        let day = due.day_msg().map(|msg| words.say(&msg));
        // Where somebody comes and who fetches them is written freely.
        let free = self.wall && matches!(due.what, What::Arrives { .. } | What::Leaves { .. });
        let notes = if free { Vec::new() } else { due.notes(self.rota, self.now.day) };
        DueData {
            when: match due.when {
                When::Discuss => "discuss",
                When::Late => "late",
                When::Today => "today",
                When::Week => "week",
            },
            day: due.day.date().to_string(),
            hour: due.minute.map(|minute| words.time(minute)),
            what: told(words.say(&due.msg(self.rota))),
            notes: day.into_iter().chain(notes.iter().map(|note| told(words.say(note)))).collect(),
            of: due.when,
        }
    }
}

/// Whether whoever passes may read it: what stays need, and who comes and goes; not who was asked, nor whose papers end.
const fn is_for_all(due: &Due) -> bool {
    match due.what {
        What::Task(_)
        | What::CatchUp { .. }
        | What::KeyOut { .. }
        | What::Arrives { .. }
        | What::Leaves { .. }
        | What::ToClose { .. } => true,
        What::Care(_)
        | What::Discuss(_)
        | What::Held { .. }
        | What::Call { .. }
        | What::TenantEnds { .. }
        | What::PaperEnds { .. } => false,
    }
}

/// The list as JSON.
#[must_use]
pub fn json(of: &TodayOf) -> String {
    // Strings and numbers always serialise.
    serde_json::to_string_pretty(&of.data()).map(|text| text + "\n").unwrap_or_default()
}

/// The list as text to be read aloud.
#[must_use]
pub fn text(of: &TodayOf) -> String {
    let (words, data) = (of.words, of.data());
    let title = Msg::new("today-sheet").with("day", words.day_long(of.now.day)).with("centre", data.centre.as_str());
    let mut out = vec![words.say(&title)];
    out.extend(data.team.iter().cloned());
    for when in When::ALL {
        let due: Vec<&DueData> = data.due.iter().filter(|due| due.of == when).collect();
        if !due.is_empty() {
            out.extend([String::new(), words.t(when.word())]);
        }
        out.extend(due.into_iter().map(|due| {
            let parts = [due.what.as_str()].into_iter().chain(due.hour.as_deref());
            format!("- {}", parts.chain(due.notes.iter().map(String::as_str)).collect::<Vec<_>>().join(" · "))
        }));
    }
    if !data.points.is_empty() {
        out.extend([String::new(), words.t("today-points")]);
        out.extend(data.points.iter().map(|points| {
            let msg = Msg::new("today-count").with("section", points.section.as_str()).with("count", points.count);
            format!("- {}", words.say(&msg))
        }));
    }
    if data.due.is_empty() && data.points.is_empty() {
        out.extend([String::new(), words.t("briefing-empty-office")]);
    }
    out.join("\n") + "\n"
}
