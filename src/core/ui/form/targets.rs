//! What the centre aims at, and the fee of a week: settings of the centre, no law.

use super::parts;
use super::{Form, Spec};
use crate::domain::act::CentreAct;
use crate::domain::noted::Targets;
use crate::domain::rights::Right;
use crate::domain::{Centre, Msg};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx};

/// What the centre aims at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetsForm(pub Kept<Centre>);

impl Form for TargetsForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let targets = self.0.what.targets;
        let maybe = |value: Option<u16>| value.map(|n| n.to_string()).unwrap_or_default();
        Spec {
            title: cx.t("targets-title"),
            intro: vec![parts::plain(cx.t("targets-intro"))],
            fields: vec![
                Field::short("open_weeks", "targets-field-weeks"),
                Field::short("consultations", "targets-field-consultations"),
                Field::short("third", "targets-field-third"),
                Field::short("fee", "targets-field-fee"),
            ],
            raw: parts::raw([
                ("open_weeks", maybe(targets.open_weeks)),
                ("consultations", maybe(targets.week_consultations)),
                ("third", maybe(targets.third_days)),
                ("fee", maybe(targets.week_fee)),
            ]),
        }
    }

    fn read(&self, raw: &Raw, _cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let mut count = |name, most| {
            let found = parts::count(&mut reading, raw, name, most)?;
            Some(found.and_then(|n| u16::try_from(n).ok()))
        };
        let (weeks, consultations) = (count("open_weeks", 53), count("consultations", 999));
        let (third, fee) = (count("third", 999), count("fee", 9_999));
        // A target of none is no target.
        if weeks == Some(Some(0)) {
            reading.wrong("open_weeks", Msg::new("targets-none"));
        }
        if consultations == Some(Some(0)) {
            reading.wrong("consultations", Msg::new("targets-none"));
        }
        let new = (|| {
            Some(Targets { open_weeks: weeks?, week_consultations: consultations?, third_days: third?, week_fee: fee? })
        })();
        if let (Some(new), true) = (new, reading.errors.is_empty()) {
            reading.ask = Some(Ask::on(&self.0, CentreAct::Targets(new)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some("targets".to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Noted
    }

    fn right(&self) -> Right {
        Right::Centre
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::Frame)
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        self.0 = cx.frame.kept_centre();
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::act::Act;
    use crate::protocol::Write;
    use crate::ui::testing::{Desk, GARNIER};

    #[test]
    fn nothing_is_aimed_at_before_it_was_said_and_what_is_empty_is_none() {
        let desk = Desk::of(GARNIER);
        let form = TargetsForm(desk.frame.kept_centre());
        let mut raw = form.spec(&desk.cx()).raw;
        assert!(raw.values().all(String::is_empty), "{raw:?}");
        let said = |raw: &Raw| match form.read(raw, &desk.cx()).ask {
            Some(Ask::Save(Write { act: Act::Centre(CentreAct::Targets(targets)), .. })) => targets,
            other => panic!("{other:?}"),
        };
        assert_eq!(said(&raw), Targets::default());
        raw.insert("fee".to_owned(), "1000".to_owned());
        assert_eq!(said(&raw), Targets { week_fee: Some(1_000), ..Targets::default() });
        raw.insert("open_weeks".to_owned(), "0".to_owned());
        assert!(form.read(&raw, &desk.cx()).error("open_weeks").is_some());
    }
}
