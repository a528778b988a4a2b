//! Liste d'attente: who asks for a médecin traitant, ALD first, then the oldest request.

use ratatui::text::Line;

use super::super::listing::List;
use super::super::{NOTHING, key_in};
use super::{call, calls, date, detail, on, own_role, patient, remove, row, signed, titled};
use crate::domain::Msg;
use crate::domain::care::{Care, CareList};
use crate::domain::collective::Listed;
use crate::domain::record::{FollowedBy, WAITING, Waiting};
use crate::protocol::{Page, Query};
use crate::ui::form::record::RecordForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Glyph, Meaning, Scope};

/// Days after which somebody new on the list is called.
const FIRST_CALL: i32 = 14;

/// The register "Liste d'attente".
#[derive(Debug, Clone, Default)]
pub struct WaitingList {
    care: Care,
}

impl WaitingList {
    fn calls(&self, listed: &Listed<Waiting>) -> Vec<&crate::domain::record::Attempt> {
        let all = self.care.attempts.iter().map(|attempt| &attempt.what);
        all.filter(|attempt| attempt.waiting == Some(listed.row.id)).collect()
    }

    fn tries(&self, listed: &Listed<Waiting>) -> Vec<&crate::domain::record::Attempt> {
        self.care.tries(|attempt| attempt.waiting == Some(listed.row.id))
    }
}

impl List for WaitingList {
    type Id = i64;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Step, Action::Finish, Action::Import];
    const SCOPE: Scope = Scope::Care;
    const DETAIL: u16 = 1;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Care(CareList::Waiting)]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Care(CareList::Waiting, care) = page {
            self.care.clone_from(care);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        titled(CareList::Waiting, self.care.waiting.iter().filter(|w| w.what.is_open()).count(), cx)
    }

    fn counts(&self) -> bool {
        false
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let said = match self.care.accepts(cx.now.day) {
            Some(capacity) => cx.words.say(
                &Msg::new("waiting-accepts")
                    .with("accepts", Msg::new(capacity.accepts.word()))
                    .with("since", cx.words.date(capacity.since)),
            ),
            None => cx.t("waiting-accepts-unknown"),
        };
        let said = [(said, Meaning::Strong)];
        said.into_iter().chain(super::old(self.care.old, Self::SCOPE, cx)).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("care-patient"), 20, 3),
            Column::new(cx.t("waiting-asked-on"), 10, 0),
            Column::new(cx.t("waiting-ald-short"), 3, 0),
            Column::new(cx.t("care-commune"), 10, 2),
            Column::new(cx.t("care-calls-column"), 6, 0),
            Column::new(cx.t("care-next-column"), 12, 0),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(i64, Row)> {
        let cells = |listed: &Listed<Waiting>| {
            let what = &listed.what;
            let next = match (what.declared_on, what.given_up_on) {
                (Some(_), _) => cx.t("waiting-declared"),
                (_, Some(_)) => cx.t("waiting-given-up"),
                _ => signed(date(what.call_on, cx), is_late(what, cx)),
            };
            let ald = if what.ald { cx.look.glyph(Glyph::Done) } else { "" };
            let tries = self.tries(listed).len();
            vec![
                patient(&what.patient),
                cx.words.date(what.asked_on),
                ald.to_owned(),
                what.commune.clone(),
                if tries == 0 { NOTHING.to_owned() } else { tries.to_string() },
                next,
            ]
        };
        let all = self.care.waiting.iter();
        all.map(|w| (w.row.id, row(cells(w), w.what.is_open(), is_late(&w.what, cx)))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("waiting-empty").with("key", key_in(Action::Add, Self::SCOPE, cx)))
    }

    fn detail(&self, id: Option<i64>, cx: &Cx) -> Vec<Line<'static>> {
        let Some(listed) = on(&self.care.waiting, id) else { return Vec::new() };
        let what = &listed.what;
        let seen = what.seen_on.map(|day| cx.words.say(&Msg::new("waiting-seen").with("day", day)));
        let why = what.given_up_why.map(|why| cx.t(why.word()));
        let owner = cx.words.say(&Msg::new("care-followed-by").with("who", Msg::new(what.owner.word())));
        let called = calls(&self.calls(listed), self.tries(listed).len(), cx);
        detail([called, seen, Some(what.phone.clone()), why, Some(what.note.clone()), Some(owner)], cx)
    }

    fn act(&self, action: Action, id: Option<i64>, cx: &Cx) -> Option<Ask> {
        const ENDS: &[&str] = &["seen_on", "declared_on", "given_up_on", "given_up_why"];
        const FIXED: &[&str] = &["patient", "asked_on", "commune", "phone", "call_on", "owner", "note"];
        let listed = on(&self.care.waiting, id);
        let form = |known| RecordForm::new(&WAITING, known);
        match action {
            Action::Add => {
                let preset = [
                    ("asked_on", cx.now.day.into()),
                    ("call_on", cx.now.day.plus(FIRST_CALL).into()),
                    ("owner", own_role(FollowedBy::Assistant, cx)),
                ];
                // Whom the centre accepts is said where somebody is added.
                let accepts = self.care.accepts(cx.now.day).map(|said| cx.t(said.accepts.word()));
                let new = form(None).on(preset.into_iter().collect(), ENDS);
                Some(Ask::open(new.about(accepts.unwrap_or_default())))
            }
            Action::Edit | Action::Enter => Some(Ask::open(form(Some(listed?.row.clone())))),
            Action::Step => {
                let listed = listed.filter(|listed| listed.what.is_open())?;
                Some(call("waiting", &listed.row, patient(&listed.what.patient), cx))
            }
            // Declared today, unless it is said otherwise.
            Action::Finish => {
                let listed = listed.filter(|listed| listed.what.is_open())?;
                let preset = [("declared_on", cx.now.day.into())];
                let about = patient(&listed.what.patient);
                Some(Ask::open(form(Some(listed.row.clone())).on(preset.into_iter().collect(), FIXED).about(about)))
            }
            Action::Import => Some(Ask::PickWaiting),
            Action::Forget => super::forget(CareList::Waiting, self.care.old, cx),
            Action::Delete => {
                let listed = listed?;
                Some(remove(&WAITING, &listed.row, "waiting-remove", patient(&listed.what.patient)))
            }
            _ => None,
        }
    }
}

/// Whether the day of the next call has come.
fn is_late(what: &Waiting, cx: &Cx) -> bool {
    what.is_open() && what.call_on.is_some_and(|day| day <= cx.now.day)
}
