//! Visites régulières: who is to be visited, by the week that is due.

use super::super::key_in;
use super::super::listing::List;
use super::{date, on, own_role, patient, remove, row};
use crate::domain::Msg;
use crate::domain::care::{Care, CareList};
use crate::domain::record::{FollowedBy, REGULAR_VISIT, RegularVisit, Value};
use crate::protocol::{Page, Query};
use crate::ui::form::record::RecordForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Meaning, Scope};

/// Minutes a visit takes where nothing else is said.
const USUAL_MINUTES: u32 = 30;

/// The register "Visites régulières".
#[derive(Debug, Clone, Default)]
pub struct Visits {
    care: Care,
}

/// Whom a visit is to: a patient, or where several live.
fn whom(what: &RegularVisit, cx: &Cx) -> String {
    what.patient.as_ref().map_or_else(|| what.place.clone(), |who| patient(who, cx))
}

impl List for Visits {
    type Id = i64;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Finish];
    const SCOPE: Scope = Scope::Care;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Care(CareList::Visits)]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Care(CareList::Visits, care) = page {
            self.care.clone_from(care);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t(CareList::Visits.title())
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        vec![(cx.t("visit-how"), Meaning::Dim)]
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("visit-whom"), 20, 3),
            Column::new(cx.t("care-commune"), 12, 2),
            Column::new(cx.t("visit-every"), 8, 0),
            Column::new(cx.t("visit-next"), 10, 0),
            Column::new(cx.t("visit-last-on"), 10, 0),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(i64, Row)> {
        let now = cx.now.day.week();
        let cells = |what: &RegularVisit| {
            let next = match (what.ended_on, what.next) {
                (Some(day), _) => cx.words.date(day),
                (None, Some(week)) => cx.words.week(week),
                (None, None) => String::new(),
            };
            let every = cx.words.say(&Msg::new("visit-every-weeks").with("count", i64::from(what.weeks)));
            vec![whom(what, cx), what.commune.clone(), every, next, date(what.last_on, cx)]
        };
        let late = |what: &RegularVisit| what.entry.is_none() && what.next.is_some_and(|week| week <= now);
        self.care.visits.iter().map(|v| (v.row.id, row(cells(&v.what), v.what.is_open(), late(&v.what)))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("visit-empty").with("key", key_in(Action::Add, Self::SCOPE, cx)))
    }

    fn act(&self, action: Action, id: Option<i64>, cx: &Cx) -> Option<Ask> {
        let listed = on(&self.care.visits, id);
        let form = |known| RecordForm::new(&REGULAR_VISIT, known);
        match action {
            Action::Add => {
                let preset = [
                    ("owner", own_role(FollowedBy::Coordination, cx)),
                    ("next", cx.now.day.week().next().into()),
                    ("minutes", Value::Count(USUAL_MINUTES)),
                ];
                Some(Ask::open(form(None).on(preset.into_iter().collect(), &["last_on", "ended_on"])))
            }
            Action::Edit | Action::Enter => Some(Ask::open(form(Some(listed?.row.clone())))),
            Action::Finish => {
                const FIXED: &[&str] = &["patient", "place", "commune", "weeks", "next", "minutes", "owner", "last_on"];
                let listed = listed.filter(|listed| listed.what.is_open())?;
                let preset = [("ended_on", cx.now.day.into())].into_iter().collect();
                Some(Ask::open(form(Some(listed.row.clone())).on(preset, FIXED).about(whom(&listed.what, cx))))
            }
            Action::Delete => {
                let listed = listed?;
                Some(remove(&REGULAR_VISIT, &listed.row, "visit-remove", whom(&listed.what, cx)))
            }
            _ => None,
        }
    }
}
