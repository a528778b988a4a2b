//! Suivis Asalée: whom to call or see, in the order of the months that are due.

use ratatui::text::Line;

use super::super::key_in;
use super::super::listing::List;
use super::{call, calls, date, detail, month, on, own_role, patient, remove, row, signed, titled};
use crate::domain::agenda::{EntryKind, NewEntry};
use crate::domain::care::{Care, CareList, lost};
use crate::domain::collective::Listed;
use crate::domain::record::{Attempt, CARE_PROTOCOL, FOLLOW_UP, FollowUp, FollowedBy, Value};
use crate::domain::rights::Right;
use crate::domain::{Day, Msg, Role};
use crate::protocol::{Page, Query};
use crate::ui::form::entry::EntryForm;
use crate::ui::form::record::RecordForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Goto, Meaning, RegisterId, Scope, rights};

/// The register "Suivis Asalée".
#[derive(Debug, Clone, Default)]
pub struct FollowUps {
    care: Care,
}

impl FollowUps {
    fn calls(&self, listed: &Listed<FollowUp>) -> Vec<&Attempt> {
        let all = self.care.attempts.iter().map(|attempt| &attempt.what);
        all.filter(|attempt| attempt.follow_up == Some(listed.row.id)).collect()
    }

    fn tries(&self, listed: &Listed<FollowUp>) -> Vec<&Attempt> {
        self.care.tries(|attempt| attempt.follow_up == Some(listed.row.id))
    }

    fn protocol(&self, what: &FollowUp) -> &str {
        self.care.protocol(what.protocol).map_or("", |protocol| &protocol.name)
    }

    /// The protocols that can be chosen; of one that is followed already, its own too.
    fn form(&self, known: Option<&Listed<FollowUp>>, cx: &Cx) -> RecordForm {
        let own = known.map(|listed| listed.what.protocol);
        let all = self.care.protocols.iter().filter(|protocol| {
            Some(protocol.row.id) == own || protocol.what.retired_on.is_none_or(|day| day > cx.now.day)
        });
        let rows = all.map(|protocol| (protocol.row.id.to_string(), protocol.what.name.clone())).collect();
        RecordForm::new(&FOLLOW_UP, known.map(|listed| listed.row.clone())).offering("protocol", rows)
    }
}

impl List for FollowUps {
    type Id = i64;
    const HINTS: &'static [Action] =
        &[Action::Enter, Action::Step, Action::Question, Action::Plan, Action::Add, Action::Finish];
    const SCOPE: Scope = Scope::Care;
    const DETAIL: u16 = 1;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Care(CareList::FollowUps)]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Care(CareList::FollowUps, care) = page {
            self.care.clone_from(care);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        titled(CareList::FollowUps, self.care.follow_ups.iter().filter(|f| f.what.is_open()).count(), cx)
    }

    fn counts(&self) -> bool {
        false
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        if !cx.reads_words() {
            return vec![(cx.t("care-not-read"), Meaning::Dim)];
        }
        let lost = lost(self.care.follow_ups.iter().map(|listed| &listed.what), cx.now.day);
        let said = cx.words.say(&Msg::new("follow-up-lost").with("count", lost));
        let said = [if lost == 0 { (cx.t("follow-up-how"), Meaning::Dim) } else { (said, Meaning::Watch) }];
        said.into_iter().chain(super::old(self.care.old, Self::SCOPE, cx)).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("care-patient"), 20, 3),
            Column::new(cx.t("follow-up-protocol"), 12, 2),
            Column::new(cx.t("follow-up-last-on"), 11, 0),
            Column::new(cx.t("follow-up-next-short"), 10, 0),
            Column::new(cx.t("follow-up-waits-for"), 10, 3),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(i64, Row)> {
        let cells = |what: &FollowUp| {
            let next = what
                .ended_why
                .map_or_else(|| signed(month(what.next_month, cx), what.is_lost(cx.now.day)), |why| cx.t(why.word()));
            let protocol = self.protocol(what).to_owned();
            vec![patient(&what.patient), protocol, date(what.last_on, cx), next, what.waits_for.clone()]
        };
        let all = self.care.follow_ups.iter();
        all.map(|f| (f.row.id, row(cells(&f.what), f.what.is_open(), f.what.is_lost(cx.now.day)))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        let id = if self.care.protocols.is_empty() { "follow-up-empty-protocols" } else { "follow-up-empty" };
        cx.words.say(&Msg::new(id).with("key", key_in(Action::Add, Self::SCOPE, cx)))
    }

    fn detail(&self, id: Option<i64>, cx: &Cx) -> Vec<Line<'static>> {
        let Some(listed) = on(&self.care.follow_ups, id) else { return Vec::new() };
        let what = &listed.what;
        let owner = cx.words.say(&Msg::new("care-followed-by").with("who", Msg::new(what.owner.word())));
        let call_on = what.call_on.map(|day| cx.words.say(&Msg::new("care-call-again").with("day", day)));
        let called = calls(&self.calls(listed), self.tries(listed).len(), cx);
        detail([call_on, called, Some(what.waits_for.clone()), Some(owner)], cx)
    }

    /// A slot is of the agenda, whatever it is for.
    fn right(&self, action: Action, _on: Option<i64>, ask: &Ask, _cx: &Cx) -> Right {
        if action == Action::Plan { Right::Agenda } else { rights::of_ask(ask) }
    }

    fn act(&self, action: Action, id: Option<i64>, cx: &Cx) -> Option<Ask> {
        const NEW: &[&str] = &["last_on", "call_on", "ended_on", "ended_why"];
        const END: &[&str] = &["patient", "protocol", "last_on", "next_month", "waits_for", "owner", "call_on"];
        if !cx.reads_words() {
            return None;
        }
        let listed = on(&self.care.follow_ups, id);
        let open = || listed.filter(|listed| listed.what.is_open());
        match action {
            // First what is followed at all.
            Action::Add if self.care.protocols.is_empty() => {
                Some(Ask::Goto(Goto::Register(RegisterId::Records(&CARE_PROTOCOL))))
            }
            Action::Add => {
                let first = self.care.protocols.iter().find(|protocol| protocol.what.retired_on.is_none());
                let preset = [
                    ("protocol", first.map_or(Value::Empty, |protocol| Value::Number(protocol.row.id))),
                    ("owner", own_role(FollowedBy::Nurse, cx)),
                    ("next_month", Value::Day(cx.now.day.month_start())),
                ];
                Some(Ask::open(self.form(None, cx).on(preset.into_iter().collect(), NEW)))
            }
            Action::Edit | Action::Enter => Some(Ask::open(self.form(Some(listed?), cx))),
            // A slot of her own day.
            Action::Plan => Some(Ask::open(EntryForm { known: None, base: slot(&open()?.what, cx) })),
            Action::Step => Some(call("follow_up", &open()?.row, patient(&open()?.what.patient), cx)),
            // To be discussed with the week's doctor.
            Action::Question => {
                let preset = [("patient", open()?.row.values.get("patient").clone())];
                Some(super::concertations::ask(preset.into_iter().collect(), cx))
            }
            Action::Finish => {
                let preset = [("ended_on", cx.now.day.into())].into_iter().collect();
                Some(Ask::open(self.form(open(), cx).on(preset, END).about(patient(&open()?.what.patient))))
            }
            Action::Forget => super::forget(CareList::FollowUps, self.care.old, cx),
            Action::Delete => {
                let listed = listed?;
                Some(remove(&FOLLOW_UP, &listed.row, "follow-up-remove", patient(&listed.what.patient)))
            }
            _ => None,
        }
    }
}

/// A slot for who is followed: on the first day from the due month on on which the nurse is there, at the opening.
fn slot(what: &FollowUp, cx: &Cx) -> NewEntry {
    let rota = &cx.frame.rota;
    let from = what.call_on.or(what.next_month).map_or(cx.now.day, |day| day.max(cx.now.day));
    let nurse: Vec<_> = rota.people.in_role(Role::Nurse, from).collect();
    let there = |day: &Day| nurse.iter().any(|person| rota.is_there(person, *day));
    let day = from.to(from.plus(AHEAD)).find(there).unwrap_or(from);
    NewEntry {
        kind: EntryKind::Asalee,
        post: None,
        day,
        to: day,
        start: Some(rota.calendar.opening.morning.0),
        minutes: SLOT,
        patient: Some(what.patient.clone()),
        title: String::new(),
        place: String::new(),
        item: None,
    }
}

/// Days ahead in which a day of the nurse is looked for.
const AHEAD: i32 = 28;

/// Minutes of a slot of hers.
const SLOT: u16 = 30;
