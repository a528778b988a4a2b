//! One doctor entered twice: which entry is the right one.

use super::parts::{self, get};
use super::{Form, Spec};
use crate::domain::act::PeopleAct;
use crate::domain::draft::names;
use crate::domain::rights::Right;
use crate::domain::{Msg, Person, PersonId};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// The entry that is read as another one from then on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeForm {
    on: Kept<Person>,
}

impl MergeForm {
    /// An entry as it was read.
    #[must_use]
    pub const fn new(on: Kept<Person>) -> Self {
        Self { on }
    }

    /// Another entry that seems to be of the same person.
    fn likely(&self, cx: &Cx) -> Option<PersonId> {
        let own = &self.on.what;
        let others: Vec<&Person> = cx.frame.rota.people.doctors().filter(|p| p.id != own.id).collect();
        let named = |same: fn(&Person, &Person) -> bool| others.iter().find(|p| same(p, own)).map(|p| p.id);
        named(|a, b| names::same(&a.full(), &b.full())).or_else(|| named(|a, b| names::same(&a.family, &b.family)))
    }
}

impl Form for MergeForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let own = self.on.what.id.to_string();
        let others = parts::doctors(None, cx).into_iter().filter(|(id, _)| *id != own).collect();
        let likely = self.likely(cx).map(|id| id.to_string()).unwrap_or_default();
        Spec {
            title: cx.words.say(&Msg::new("merge-title").with("name", self.on.what.full())),
            intro: vec![parts::plain(cx.t("merge-intro"))],
            fields: vec![Field::new("into", "merge-into", FieldKind::Picker(others))],
            raw: parts::raw([("into", likely)]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let into = get(raw, "into").parse().ok().map(PersonId);
        let Some(into) = into.and_then(|id| cx.frame.kept_person(id)) else {
            reading.wrong("into", Msg::new("forms-missing-doctor"));
            return reading;
        };
        reading.advise("into", cx.words.say(&Msg::new("merge-how").with("name", into.what.full())));
        reading.ask = Some(Ask::on(&self.on, PeopleAct::Merge(self.on.what.id, into.what.id)));
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn right(&self) -> Right {
        Right::Doctors
    }

    fn topic(&self) -> Topic {
        Topic::Volunteers
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::Frame)
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        cx.frame.kept_person(self.on.what.id).map(|on| self.on = on).is_some()
    }
}
