//! A new point in one line, from anywhere: what was understood stands under it as one types.
//!
//! Enter saves; Tab opens the whole form with what was understood.

use chrono::Datelike;
use crossterm::event::{KeyCode, KeyEvent};

use super::item::{self, ItemForm};
use super::parts::{self, get, plain};
use super::{Form, Spec};
use crate::domain::draft::quick::{Quick, quick};
use crate::domain::draft::{patient, text};
use crate::domain::{Addressee, Day, Exam, Gravity, IsoWeek, Kind, Msg, PatientRef, Role};
use crate::protocol::{Draft, DraftKey, Raw};
use crate::ui::point;
use crate::ui::widget::form::{Field, Hint, Reading};
use crate::ui::{Ask, Cx, Glyph, Look, Meaning};

/// The draft of the line.
pub const DRAFT: &str = "item/quick";

/// A new point in one line, from anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuickForm {
    /// Points that were begun and kept: the newest of them can be opened again.
    begun: Vec<Draft>,
}

impl Form for QuickForm {
    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: cx.t("forms-quick-title"),
            intro: vec![plain(cx.t("forms-quick-intro"))],
            fields: vec![Field::sentence("line", "forms-field-quick", 3)],
            raw: Raw::new(),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let typed = text::line(get(raw, "line"));
        let mut reading = Reading::default();
        if typed.is_empty() {
            reading.wrong("line", Msg::new("forms-quick-missing"));
            return reading;
        }
        let quick = understood(raw, cx);
        let whole = ItemForm::default().read(&started(raw, cx), cx);
        preview(&mut reading, &quick, &whole, cx);
        // A NIR is refused where it stands, whatever the line was cut into (rule 23).
        if reading.take("line", text::checked(&typed, usize::MAX)).is_none() {
            return reading;
        }
        if let Some((_, msg)) = whole.errors.into_iter().next() {
            reading.wrong("line", msg);
        }
        reading.ask = whole.ask;
        reading
    }

    fn unnamed(&self, raw: &Raw, cx: &Cx) -> Option<(&'static str, String)> {
        let [file, initials, year] = understood(raw, cx).patient;
        // A name in the middle of a line is not told from the words behind it.
        let alone = initials.is_empty() && year.is_empty() && !cx.frame.centre.names_allowed;
        Some(("line", file)).filter(|(_, file)| alone && !file.is_empty())
    }

    fn named(&self, raw: &Raw, who: &PatientRef) -> Raw {
        let parts = [Some(who.file.clone()), who.initials.clone(), who.birth_year.map(|year| year.to_string())];
        let named = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        parts::raw([("line", get(raw, "line").replacen(&who.file, &named, 1))])
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(DRAFT.to_owned())
    }

    fn hands_on(&self) -> bool {
        true
    }

    fn drafts(&mut self, kept: Vec<Draft>) {
        self.begun = kept;
        self.begun.retain(|draft| draft.key.starts_with(item::DRAFT));
    }

    fn notice(&self, cx: &Cx) -> Option<String> {
        self.begun.iter().max_by_key(|draft| draft.at).map(|newest| begun(newest, cx))
    }

    /// The line opens into the whole form, with what was understood of it.
    fn key(&self, key: &KeyEvent, raw: &Raw, cx: &Cx) -> Option<Ask> {
        (key.code == KeyCode::Tab).then(|| open(raw, &self.begun, cx))
    }

    fn footer(&self, held: bool) -> Option<&'static str> {
        Some(if held { "forms-footer-quick-held" } else { "forms-footer-quick" })
    }
}

fn understood(raw: &Raw, cx: &Cx) -> Quick {
    quick(get(raw, "line"), cx.now.day, |day| cx.words.day(day))
}

/// To whom the line sends it: a role, the doctor of a week, or where a new point goes anyway.
fn addressee(quick: &Quick, cx: &Cx) -> Addressee {
    let usual = || {
        let file = quick.patient[0].as_str();
        let about_patient = !file.is_empty() || quick.week.is_some();
        parts::usual_addressee(quick.kind.unwrap_or(Kind::Care), about_patient.then_some(file), false, cx)
    };
    match (quick.role, quick.week, usual()) {
        (Some(role), ..) => Addressee::Role(role),
        (None, Some(week), Addressee::Post(post, _)) => Addressee::Post(post, week),
        (None, Some(week), other) => cx.frame.rota.posts.first().map_or(other, |p| Addressee::Post(p.id, week)),
        // What is for a day on which this week's doctor is gone goes to the doctor of that day's week.
        (None, None, Addressee::Post(post, week)) => match quick.due.map(Day::week) {
            Some(due) if due > week => Addressee::Post(post, due),
            _ => Addressee::Post(post, week),
        },
        (None, None, usual) => usual,
    }
}

/// Opens the whole form with what the line says, the keys where something is left to type.
fn open(raw: &Raw, begun: &[Draft], cx: &Cx) -> Ask {
    let start = start(raw, begun, cx);
    let field = match (get(&start, "text"), get(&start, "file"), get(&start, "initials")) {
        ("", "", _) => return Ask::open(ItemForm { start }),
        ("", _, "") => "initials",
        ("", ..) => "text",
        _ => ItemForm::default().read(&start, cx).errors.first().map_or("text", |(field, _)| *field),
    };
    Ask::open_at(ItemForm { start }, field)
}

/// What the whole form begins with: what the line says, or the newest of the points that were begun and kept.
///
/// What was kept for the same patient stands before what is typed now: nothing is written over.
fn start(raw: &Raw, begun: &[Draft], cx: &Cx) -> Raw {
    if text::line(get(raw, "line")).is_empty() {
        let newest = begun.iter().max_by_key(|draft| draft.at);
        let file = newest.and_then(|d| d.key.strip_prefix(item::DRAFT)).and_then(|rest| rest.strip_prefix('/'));
        return file.map(|file| parts::raw([("file", file.to_owned())])).unwrap_or_default();
    }
    let mut start = started(raw, cx);
    let key = format!("{}/{}", item::DRAFT, get(&start, "file"));
    let kept = begun.iter().find(|draft| draft.key == key).map(|draft| get(&draft.raw, "text").trim());
    if let Some(kept) = kept.filter(|kept| !kept.is_empty()) {
        let both = format!("{kept}\n{}", get(&start, "text"));
        start.insert("text".to_owned(), both);
    }
    start
}

/// Says that a point was begun, and how it is gone on with.
fn begun(draft: &Draft, cx: &Cx) -> String {
    let about = [get(&draft.raw, "file"), get(&draft.raw, "text")].map(str::trim).join(" ");
    let about = text::line(about.trim());
    let about = crate::ui::widget::text::cut(&about, 30, cx.look.glyph(Glyph::Ellipsis));
    cx.words.say(&Msg::new("forms-quick-begun").with("about", about))
}

/// By when: the day named, the Monday of the week named, or the next working day.
fn due(quick: &Quick, cx: &Cx) -> Day {
    let named = quick.due.or_else(|| quick.week.map(IsoWeek::monday));
    named.unwrap_or_else(|| cx.frame.rota.calendar.next_working(cx.now.day))
}

/// The whole form, filled in with what the line says.
pub(super) fn started(raw: &Raw, cx: &Cx) -> Raw {
    let quick = understood(raw, cx);
    let [file, initials, birth_year] = quick.patient.clone();
    parts::raw([
        ("file", file),
        ("initials", initials),
        ("birth_year", birth_year),
        ("text", quick.text.clone()),
        ("plan", quick.plan.clone()),
        ("gravity", quick.gravity.unwrap_or(Gravity::Routine).word().to_owned()),
        ("due", parts::typed_day(Some(due(&quick, cx)), cx)),
        ("to", parts::typed_addressee(addressee(&quick, cx))),
        ("kind", quick.kind.unwrap_or(Kind::Care).word().to_owned()),
        ("asked", parts::typed_day(Some(cx.now.day), cx)),
        ("exam", Exam::Laboratory.word().to_owned()),
    ])
}

/// What was understood, a line for each part: the patient, the words, when and for whom.
fn preview(reading: &mut Reading, quick: &Quick, whole: &Reading, cx: &Cx) {
    let mut push = |meaning, text| reading.hints.push(Hint { field: "line", meaning, text });
    let [file, initials, year] = quick.patient.each_ref().map(String::as_str);
    let names = cx.frame.centre.names_allowed;
    let who = match patient::patient(file, initials, year, names, cx.now.day.date().year()) {
        Ok(patient) => {
            let msg = Msg::new("thread-file").with("file", cx.words.patient(&patient, cx.now.day));
            cx.words.say(&msg)
        }
        Err(_) => cx.t("forms-item-centre"),
    };
    push(Meaning::Strong, who);
    // What is open on this patient, and whether it is the same one.
    for hint in whole.hints.iter().filter(|h| h.field == "file" && !file.is_empty()) {
        push(hint.meaning, hint.text.clone());
    }
    if !quick.text.is_empty() {
        push(Meaning::Plain, quick.text.clone());
    }
    if !quick.plan.is_empty() {
        push(Meaning::Strong, format!("{} {}", cx.look.glyph(Glyph::Arrow), quick.plan));
    }
    let gravity = quick.gravity.unwrap_or(Gravity::Routine);
    // The sign of what is not pressing is that of any line.
    let sign = Some(cx.look.gravity(gravity)).filter(|_| gravity != Gravity::Routine);
    let mut state = vec![sign.into_iter().chain([cx.t(gravity.word()).as_str()]).collect::<Vec<_>>().join(" ")];
    if let Some(kind) = quick.kind {
        state.push(cx.t(kind.word()));
    }
    state.push(cx.words.say(&Msg::new("thread-due").with("day", cx.words.day_short(due(quick, cx)))));
    state.push(match addressee(quick, cx) {
        Addressee::Role(role) if role != Role::Coordination => cx.t(role.word()),
        to => point::addressee::in_full(to, cx),
    });
    push(Look::meaning_of(gravity), state.join(" · "));
    for hint in whole.hints.iter().filter(|h| matches!(h.field, "text" | "plan") && h.meaning == Meaning::Dim) {
        push(Meaning::Dim, hint.text.clone());
    }
}
