//! What may be kept of a record: what its form refuses, and its store.

use super::super::draft::text::fold;
use super::super::{Day, Msg};
use super::{Compared, Fault, Field, Holds, Record, Unique, Values, Written};

impl Record {
    /// What forbids to keep these values beside the others: of which field, and why.
    ///
    /// `but` is the number of the one that is written anew.
    #[must_use]
    pub fn faults(&self, values: &Values, others: &[Written], but: Option<i64>, today: Day) -> Vec<Fault> {
        let mut found = Vec::new();
        for field in self.fields {
            found.extend(field.fault(values, today).map(|msg| (field.name, msg)));
            let others =
                || others.iter().filter(|other| Some(other.id) != but).map(|other| other.values.text(field.name));
            let text = values.text(field.name).trim();
            if let Some(unique) = field.unique.filter(|unique| others().any(|other| unique.is_one(text, other))) {
                found.push((field.name, Msg::new(unique.taken).with(field.name, text)));
            }
        }
        found.extend((self.rule)(values, today));
        found
    }

    /// Whether two of them may not be alike: the others are then asked for.
    #[must_use]
    pub fn is_unique(&self) -> bool {
        self.fields.iter().any(|field| field.unique.is_some())
    }
}

impl Field {
    fn fault(&self, values: &Values, today: Day) -> Option<Msg> {
        match (values.get(self.name), self.needed) {
            (value, Some(missing)) if value.is_empty() => Some(Msg::new(missing)),
            (_, _) if matches!(self.holds, Holds::PastDay) && values.day(self.name).is_some_and(|day| day > today) => {
                Some(Msg::new("store-noted-future"))
            }
            _ => None,
        }
    }
}

impl Unique {
    fn is_one(self, text: &str, other: &str) -> bool {
        match self.compared {
            _ if text.is_empty() => false,
            Compared::Exactly => text == other,
            Compared::Folded => fold(text) == fold(other),
        }
    }
}
