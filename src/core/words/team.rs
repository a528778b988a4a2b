//! The team of a day in words: who is there, who is not and who replaces them, who opens.

use super::Words;
use crate::domain::{Day, Msg, Person, Rota};

impl Words {
    /// `Équipe : C. Garnier, N. Morel` and `C. Garnier ouvre`; nothing on a day nobody works.
    #[must_use]
    pub fn team_there(&self, rota: &Rota, day: Day) -> Vec<String> {
        let names: Vec<String> = rota.team_of(day).map(Person::short).collect();
        let there = (!names.is_empty()).then(|| self.say(&Msg::new("team-there").with("who", names.join(", "))));
        let opens = rota.opens(day.week()).filter(|(first, _)| *first == day);
        let opens = opens.map(|(_, person)| self.say(&Msg::new("team-opens").with("who", person.short())));
        there.into_iter().chain(opens).collect()
    }

    /// `N. Morel n'est pas là, L. Petit remplace`, for each who is missing.
    #[must_use]
    pub fn team_missing(&self, rota: &Rota, day: Day) -> Vec<String> {
        let missing = rota.missing_on(day).map(|(person, by)| {
            self.say(&match by {
                None => Msg::new("team-missing").with("who", person.short()),
                Some(by) => Msg::new("team-missing-replaced").with("who", person.short()).with("by", by.short()),
            })
        });
        missing.collect()
    }
}
