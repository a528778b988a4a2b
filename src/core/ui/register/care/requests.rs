//! Demandes non programmées: noted as they come, one key each.

use super::super::key_in;
use super::super::listing::List;
use super::{on, patient, remove, row};
use crate::domain::care::{Care, CareList, Counts, counts};
use crate::domain::record::{Offered, REQUEST, Request, Value, Values};
use crate::domain::{Msg, Period};
use crate::protocol::{Page, Query};
use crate::ui::form::record::RecordForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Meaning, Scope};

/// The register "Demandes".
#[derive(Debug, Clone, Default)]
pub struct Requests {
    care: Care,
}

/// What a request that comes now holds.
fn now(cx: &Cx) -> Values {
    Values::default().with("on_day", cx.now.day.into()).with("minute", Value::Count(cx.now.minute.into()))
}

impl Requests {
    fn counts(&self, period: Period) -> Counts {
        counts(self.care.requests.iter().map(|listed| &listed.what), period)
    }
}

impl List for Requests {
    type Id = i64;
    const HINTS: &'static [Action] = &[
        Action::Offer(Offered::Today),
        Action::Offer(Offered::Tomorrow),
        Action::Offer(Offered::Other),
        Action::Offer(Offered::Sent),
        Action::Offer(Offered::Refused),
        Action::Add,
    ];
    const SCOPE: Scope = Scope::Requests;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Care(CareList::Requests)]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Care(CareList::Requests, care) = page {
            self.care.clone_from(care);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t(CareList::Requests.title())
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let today = cx.now.day;
        let line = |id: &'static str, counts: Counts| {
            let n = |count: u32| i64::from(count);
            let msg = Msg::new(id).with("all", n(counts.all())).with("today", n(counts.today));
            let msg = msg.with("tomorrow", n(counts.tomorrow)).with("other", n(counts.other));
            cx.words.say(&msg.with("sent", n(counts.sent)).with("refused", n(counts.refused)))
        };
        let week = Period { from: today.week().monday(), to: today };
        let said = [
            (line("request-count-today", self.counts(Period { from: today, to: today })), Meaning::Strong),
            (line("request-count-week", self.counts(week)), Meaning::Dim),
        ];
        said.into_iter().chain(super::old(self.care.old, Self::SCOPE, cx)).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("request-when"), 16, 0),
            Column::new(cx.t("care-patient"), 14, 3),
            Column::new(cx.t("request-offered"), 12, 0),
            Column::new(cx.t("request-why"), 8, 2),
            Column::new(cx.t("request-by"), 11, 0),
        ]
    }

    /// The newest first.
    fn rows(&self, cx: &Cx) -> Vec<(i64, Row)> {
        let all = self.care.requests.iter().rev().map(|listed| {
            let what = &listed.what;
            let minute = u16::try_from(what.minute).unwrap_or_default();
            let by = listed.row.by.map_or_else(String::new, |(person, _)| cx.frame.rota.people.short(person));
            let cells = vec![
                format!("{} {}", cx.words.day_short(what.on_day), cx.words.time(minute)),
                what.patient.as_ref().map_or_else(String::new, patient),
                cx.t(what.offered.word()),
                what.why.clone(),
                by,
            ];
            (listed.row.id, row(cells, what.on_day == cx.now.day, what.offered == Offered::Refused))
        });
        all.collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        let key = key_in(Action::Offer(Offered::Today), Self::SCOPE, cx);
        cx.words.say(&Msg::new("request-empty").with("key", key))
    }

    fn act(&self, action: Action, id: Option<i64>, cx: &Cx) -> Option<Ask> {
        let listed = on(&self.care.requests, id);
        let form = |preset: Values, fixed| Ask::open(RecordForm::new(&REQUEST, None).on(preset, fixed));
        match action {
            Action::Offer(Offered::Refused) => {
                Some(form(now(cx).with("offered", Offered::Refused.value()), &["on_day", "minute", "offered"]))
            }
            Action::Offer(offered) => {
                let minute = cx.now.minute.into();
                let new = Request { on_day: cx.now.day, minute, patient: None, offered, why: String::new() };
                Some(Ask::act(crate::domain::act::Act::Record(crate::domain::act::RecordAct::Put(
                    &REQUEST,
                    None,
                    new.values(),
                ))))
            }
            Action::Add => Some(form(now(cx).with("offered", Offered::Today.value()), &[])),
            Action::Edit | Action::Enter => Some(Ask::open(RecordForm::new(&REQUEST, Some(listed?.row.clone())))),
            Action::Forget => super::forget(CareList::Requests, self.care.old, cx),
            Action::Delete => {
                let listed = listed?;
                let minute = u16::try_from(listed.what.minute).unwrap_or_default();
                Some(remove(&REQUEST, &listed.row, "request-remove", cx.words.time(minute)))
            }
            _ => None,
        }
    }
}
