//! Protocoles de soins of patients in ALD, by the month in which each is to be renewed.

use super::super::key_in;
use super::super::listing::List;
use super::{date, month, on, own_role, patient, remove, row, signed, titled, write};
use crate::domain::Msg;
use crate::domain::care::{Care, CareList};
use crate::domain::record::{ALD_PROTOCOL, AldProtocol, FollowedBy};
use crate::protocol::{Page, Query};
use crate::ui::form::record::RecordForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Meaning, Scope};

/// The register "Protocoles ALD".
#[derive(Debug, Clone, Default)]
pub struct AldProtocols {
    care: Care,
}

impl List for AldProtocols {
    type Id = i64;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::SentOff, Action::Finish];
    const SCOPE: Scope = Scope::Care;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Care(CareList::Ald)]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Care(CareList::Ald, care) = page {
            self.care.clone_from(care);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        titled(CareList::Ald, self.care.ald.iter().filter(|l| l.what.is_open()).count(), cx)
    }

    fn counts(&self) -> bool {
        false
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let said = [(cx.t(if cx.reads_words() { "ald-how" } else { "care-not-read" }), Meaning::Dim)];
        said.into_iter().chain(super::old(self.care.old, Self::SCOPE, cx)).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("care-patient"), 20, 3),
            Column::new(cx.t("ald-renew"), 14, 0),
            Column::new(cx.t("ald-sent-on"), 12, 0),
            Column::new(cx.t("care-owner"), 12, 1),
            Column::new(cx.t("care-note"), 8, 2),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(i64, Row)> {
        let cells = |what: &AldProtocol| {
            let renew =
                if what.is_open() { signed(month(what.renew, cx), is_late(what, cx)) } else { date(what.ended_on, cx) };
            vec![patient(&what.patient), renew, date(what.sent_on, cx), cx.t(what.owner.word()), what.note.clone()]
        };
        self.care.ald.iter().map(|a| (a.row.id, row(cells(&a.what), a.what.is_open(), is_late(&a.what, cx)))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("ald-empty").with("key", key_in(Action::Add, Self::SCOPE, cx)))
    }

    fn act(&self, action: Action, id: Option<i64>, cx: &Cx) -> Option<Ask> {
        if !cx.reads_words() {
            return None;
        }
        let listed = on(&self.care.ald, id);
        let open = || listed.filter(|listed| listed.what.is_open());
        match action {
            Action::Add => {
                let preset = [("owner", own_role(FollowedBy::Assistant, cx))].into_iter().collect();
                Some(Ask::open(RecordForm::new(&ALD_PROTOCOL, None).on(preset, &["sent_on", "ended_on"])))
            }
            Action::Edit | Action::Enter => Some(Ask::open(RecordForm::new(&ALD_PROTOCOL, Some(listed?.row.clone())))),
            // The request for the renewal has left.
            Action::SentOff => {
                let listed = open().filter(|listed| listed.what.sent_on.is_none())?;
                let sent = AldProtocol { sent_on: Some(cx.now.day), ..listed.what.clone() };
                Some(write(&ALD_PROTOCOL, &listed.row, sent.values()))
            }
            // Renewed: its next month.
            Action::Finish => {
                let listed = open()?;
                let renewed = listed.what.renewed();
                let question = Msg::new("ald-renewed")
                    .with("name", patient(&listed.what.patient))
                    .with("month", month(renewed.renew, cx));
                let yes = vec![write(&ALD_PROTOCOL, &listed.row, renewed.values())];
                Some(Ask::Confirm { question, yes, danger: false })
            }
            Action::Forget => super::forget(CareList::Ald, self.care.old, cx),
            Action::Delete => {
                let listed = listed?;
                Some(remove(&ALD_PROTOCOL, &listed.row, "ald-remove", patient(&listed.what.patient)))
            }
            _ => None,
        }
    }
}

/// Whether its month has come and no request has left.
fn is_late(what: &AldProtocol, cx: &Cx) -> bool {
    what.is_open() && what.sent_on.is_none() && what.renew.is_some_and(|month| month <= cx.now.day)
}
