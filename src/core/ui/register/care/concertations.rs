//! Concertations: what the team wants to discuss with the week's doctor.

use ratatui::text::Line;

use super::super::key_in;
use super::super::listing::List;
use super::{date, detail, on, patient, remove, row, titled, write};
use crate::domain::care::{Care, CareList};
use crate::domain::collective::Listed;
use crate::domain::record::{CONCERTATION, Concertation, Values};
use crate::domain::{IsoWeek, Msg, Role};
use crate::protocol::{Page, Query};
use crate::ui::form::parts;
use crate::ui::form::record::RecordForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Meaning, Scope};

/// The register "Concertations".
#[derive(Debug, Clone, Default)]
pub struct Concertations {
    care: Care,
}

/// The form of one, with the posts that it can be for; of a centre with one post that is not asked.
fn form(known: Option<&Listed<Concertation>>, fixed: &[&'static [&'static str]; 2], cx: &Cx) -> RecordForm {
    let several = cx.frame.rota.posts.len() > 1;
    let any = std::iter::once((String::new(), cx.t("forms-any-post"))).chain(parts::posts(cx));
    RecordForm::new(&CONCERTATION, known.map(|listed| listed.row.clone()))
        .offering("post", any.collect())
        .fixing(fixed[usize::from(!several)])
}

/// The form of a new one: of this week until its doctor has left, then of the next.
pub fn ask(preset: Values, cx: &Cx) -> Ask {
    const NEW: &[&str] = &["put_off", "discussed_on", "doctor", "decision", "dropped_on", "asked_by", "asked_on"];
    const ALONE: &[&str] =
        &["put_off", "discussed_on", "doctor", "decision", "dropped_on", "asked_by", "asked_on", "post"];
    let today = cx.now.day;
    let here = cx.frame.rota.confirmed().any(|stay| stay.from <= today.week().sunday() && today <= stay.to);
    let week = if here { today.week() } else { today.week().next() };
    let preset = preset
        .with("week", week.into())
        .with("asked_by", cx.author().map_or(cx.session.who.person, |person| person.id).into())
        .with("asked_on", today.into());
    Ask::open(form(None, &[NEW, ALONE], cx).presetting(preset))
}

/// The form that says what was decided.
#[must_use]
pub fn discuss(listed: &Listed<Concertation>, cx: &Cx) -> Ask {
    const FIXED: &[&str] = &["patient", "question", "week", "post", "asked_by", "asked_on", "put_off", "dropped_on"];
    let today = cx.now.day;
    let own = cx.author().filter(|person| person.role == Role::Doctor).map(|person| person.id);
    let on_duty = cx.frame.rota.confirmed().find(|stay| stay.from <= today && today <= stay.to);
    let mut preset = Values::default().with("discussed_on", today.into());
    if let Some(doctor) = own.or(on_duty.map(|stay| stay.doctor)) {
        preset = preset.with("doctor", doctor.into());
    }
    let form = RecordForm::new(&CONCERTATION, Some(listed.row.clone())).on(preset, FIXED);
    Ask::open(form.about(patient(&listed.what.patient)).telling(listed.what.question.clone()))
}

/// The same question for a later week: the next one that has a doctor, where one is known.
#[must_use]
pub fn put_off(listed: &Listed<Concertation>, cx: &Cx) -> Ask {
    let now = cx.now.day.week();
    let next = listed.what.waits_in(now).next();
    let has_doctor =
        |week: &IsoWeek| cx.frame.rota.confirmed().any(|stay| stay.from <= week.sunday() && week.monday() <= stay.to);
    let week = std::iter::successors(Some(next), |week| Some(week.next())).take(AHEAD).find(has_doctor);
    write(&CONCERTATION, &listed.row, listed.what.put_off_to(week.unwrap_or(next), now).values())
}

/// Weeks ahead in which a doctor is looked for.
const AHEAD: usize = 12;

impl List for Concertations {
    type Id = i64;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Edit, Action::PutOff, Action::Finish];
    const SCOPE: Scope = Scope::Care;
    const DETAIL: u16 = 1;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Care(CareList::Concertations)]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Care(CareList::Concertations, care) = page {
            self.care.clone_from(care);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        titled(CareList::Concertations, self.care.concertations.iter().filter(|l| l.what.is_open()).count(), cx)
    }

    fn counts(&self) -> bool {
        false
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let said = [(cx.t(if cx.reads_words() { "concertation-how" } else { "care-not-read" }), Meaning::Dim)];
        said.into_iter().chain(super::old(self.care.old, Self::SCOPE, cx)).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("care-patient"), 20, 2),
            Column::new(cx.t("concertation-question"), 20, 4),
            Column::new(cx.t("concertation-when"), 12, 0),
            Column::new(cx.t("concertation-put-off-short"), 8, 0),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(i64, Row)> {
        let now = cx.now.day.week();
        let cells = |what: &Concertation| {
            let when = match (what.discussed_on, what.dropped_on) {
                (None, None) => cx.words.week_told(what.waits_in(now)),
                (discussed, dropped) => date(discussed.or(dropped), cx),
            };
            let times = what.times_put_off(now);
            let times = if times == 0 { String::new() } else { format!("{times}\u{d7}") };
            vec![patient(&what.patient), what.question.clone(), when, times]
        };
        let late = |what: &Concertation| what.times_put_off(now) > 1;
        let all = self.care.concertations.iter();
        all.map(|c| (c.row.id, row(cells(&c.what), c.what.is_open(), late(&c.what)))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("concertation-empty").with("key", key_in(Action::Add, Self::SCOPE, cx)))
    }

    fn detail(&self, id: Option<i64>, cx: &Cx) -> Vec<Line<'static>> {
        let Some(listed) = on(&self.care.concertations, id) else { return Vec::new() };
        let what = &listed.what;
        let people = &cx.frame.rota.people;
        let asked = Msg::new("concertation-asked").with("who", people.short(what.asked_by)).with("day", what.asked_on);
        let decided = what.doctor.map(|doctor| people.short(doctor));
        detail([Some(cx.words.say(&asked)), decided, Some(what.decision.clone())], cx)
    }

    fn act(&self, action: Action, id: Option<i64>, cx: &Cx) -> Option<Ask> {
        if !cx.reads_words() {
            return None;
        }
        let listed = on(&self.care.concertations, id);
        let open = || listed.filter(|listed| listed.what.is_open());
        match action {
            Action::Add => Some(ask(Values::default(), cx)),
            Action::Enter if open().is_some() => Some(discuss(open()?, cx)),
            Action::Edit | Action::Enter => Some(Ask::open(form(Some(listed?), &[&[], &["post"]], cx))),
            Action::PutOff => Some(put_off(open()?, cx)),
            // Not needed any more.
            Action::Finish => {
                let listed = open()?;
                let question = Msg::new("concertation-drop").with("name", patient(&listed.what.patient));
                let dropped = Concertation { dropped_on: Some(cx.now.day), ..listed.what.clone() };
                let yes = vec![write(&CONCERTATION, &listed.row, dropped.values())];
                Some(Ask::Confirm { question, yes, danger: false })
            }
            Action::Forget => super::forget(CareList::Concertations, self.care.old, cx),
            Action::Delete => {
                let listed = listed?;
                Some(remove(&CONCERTATION, &listed.row, "concertation-remove", patient(&listed.what.patient)))
            }
            _ => None,
        }
    }
}
