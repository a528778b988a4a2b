//! An entry of the agenda in one line, the same on a screen and on a command's standard error.

use chrono::Datelike as _;

use super::Words;
use crate::domain::agenda::NewEntry;
use crate::domain::coverage::Coverage;
use crate::domain::{Day, Msg, PatientRef, Rota};

impl Words {
    /// `97 patients vus (5 jours clos sur 5) · 14 points · le reste : rien à signaler`.
    #[must_use]
    pub fn coverage(&self, found: &Coverage) -> String {
        let id = if found.closed == 0 { "coverage-none" } else { "coverage" };
        let msg = Msg::new(id)
            .with("seen", found.seen)
            .with("closed", found.closed)
            .with("days", found.days)
            .with("points", found.points);
        self.say(&msg)
    }

    /// `Pas clos : mer. 25/11`, where a day that is over is not closed.
    #[must_use]
    pub fn not_closed(&self, found: &Coverage) -> Option<String> {
        let days: Vec<String> = found.missing.iter().map(|day| self.day_short(*day)).collect();
        (!days.is_empty()).then(|| self.say(&Msg::new("coverage-missing").with("days", days.join(", "))))
    }

    /// The patient without the word: `1243 · M.D. 1948 (78 ans)`.
    #[must_use]
    pub fn patient(&self, patient: &PatientRef, today: Day) -> String {
        let mut said = patient.file.clone();
        if let Some(initials) = &patient.initials {
            if !said.is_empty() {
                said.push_str(" · ");
            }
            said.push_str(initials);
        }
        if let Some(born) = patient.birth_year {
            let age = today.date().year() - i32::from(born);
            let msg = Msg::new("thread-born").with("year", born.to_string()).with("age", i64::from(age));
            said.push(' ');
            said.push_str(&self.say(&msg));
        }
        said
    }

    /// `lun. 30 nov., 09:00–09:20  consultation  1243 · M.D. 1948 (78 ans)`; the year where it is another.
    #[must_use]
    pub fn entry(&self, entry: &NewEntry, rota: &Rota, today: Day) -> String {
        let day = if entry.to == entry.day { self.day(entry.day) } else { self.span(entry.day, entry.to) };
        let when = match entry.start {
            Some(start) => format!("{day}, {}–{}", self.time(start), self.time(entry.end())),
            None => day,
        };
        let patient = entry.patient.as_ref().map(|p| self.patient(p, today));
        let post = entry.post.filter(|_| rota.posts.len() > 1).map(|p| rota.post_name(p).to_owned());
        let rest = [&entry.title, &entry.place].map(|t| Some(t.clone()).filter(|t| !t.is_empty()));
        let parts = [Some(when), Some(self.t(entry.kind.word())), patient];
        parts.into_iter().chain(rest).chain([post]).flatten().collect::<Vec<_>>().join("  ")
    }
}
