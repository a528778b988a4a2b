//! A new point: patient, text, Ctrl-S is enough. Each kind asks for just what it needs.

use super::parts::{self, get};
use super::word::{self, advice};
use super::{Form, Spec};
use super::{known, quick, saed};
use crate::domain::act::{Act, HandoverAct, ItemAct, NewItem, NewWord};
use crate::domain::draft::{nir, patient, when};
use crate::domain::{Addressee, Detail, Exam, Gravity, ItemFacts, Kind, Msg, PatientRef, StayId};
use crate::protocol::{Draft, DraftKey, Raw};
use crate::ui::point;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// The draft of a new point; behind a slash, the file it was begun for elsewhere.
pub const DRAFT: &str = "item/new";

/// A new point; by a doctor addressed to the next week's doctor, by the team to this week's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemForm {
    /// What some of its fields hold at first.
    pub start: Raw,
}

impl Form for ItemForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let start = &self.start;
        let to = usual_addressee(start, cx);
        let due = cx.frame.rota.calendar.next_working(cx.now.day);
        let initials = if cx.frame.centre.names_allowed { "forms-field-name" } else { "forms-field-initials" };
        let mut fields = vec![
            Field::short("file", "forms-field-file"),
            Field::short("initials", initials),
            Field::short("birth_year", "forms-field-birth-year"),
            Field::text("text", "forms-field-text", 4),
            Field::text("plan", "forms-field-plan", 2),
            Field::new(
                "gravity",
                "forms-field-gravity",
                FieldKind::Choice(parts::options(&Gravity::ALL, Gravity::word, cx)),
            ),
            Field::short("due", "forms-field-due"),
            Field::new("to", "forms-field-to", FieldKind::Picker(parts::addressees(cx, to))),
            Field::new("kind", "forms-field-kind", FieldKind::Choice(parts::options(&Kind::ALL, Kind::word, cx))),
            Field::short("asked", "forms-field-asked"),
            Field::new("exam", "forms-field-exam", FieldKind::Choice(parts::options(&Exam::ALL, Exam::word, cx))),
        ];
        fields.extend(saed::fields());
        fields.extend([
            Field::new("ald", "forms-field-ald", FieldKind::Check),
            Field::new("see_record", "forms-field-see-record", FieldKind::Check),
            Field::line("source", "forms-field-source"),
            Field::short("show_from", "forms-field-show-from"),
        ]);
        let mut raw = parts::raw([
            ("gravity", Gravity::Routine.word().to_owned()),
            ("due", parts::typed_day(Some(due), cx)),
            ("to", parts::typed_addressee(to)),
            ("kind", Kind::Care.word().to_owned()),
            ("asked", parts::typed_day(Some(cx.now.day), cx)),
            ("exam", Exam::Laboratory.word().to_owned()),
        ]);
        // A text that was begun elsewhere counts as typed here; a patient alone does not.
        if get(start, "text").is_empty() {
            raw.extend(start.clone());
        }
        Spec {
            title: cx.t("forms-item-title"),
            intro: signed_stay(cx).map(|_| parts::plain(cx.t("forms-item-addendum"))).into_iter().collect(),
            fields,
            raw,
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let subject = subject(&mut reading, raw, cx);
        let word = first_word(&mut reading, raw, cx);
        if let (Some(subject), Some(word), true) = (subject, word, reading.errors.is_empty()) {
            let act = match signed_stay(cx) {
                Some(stay) => {
                    Act::Handover(HandoverAct::Addendum { stay, text: String::new(), item: Some((subject, word)) })
                }
                None => Act::Item(ItemAct::Open(subject, word)),
            };
            reading.ask = Some(Ask::act(act));
        }
        reading
    }

    fn unnamed(&self, raw: &Raw, _cx: &Cx) -> Option<(&'static str, String)> {
        let alone = ["initials", "birth_year"].iter().all(|name| get(raw, name).trim().is_empty());
        let file = get(raw, "file").trim();
        (alone && !file.is_empty() && patient::split(file).is_none()).then(|| ("file", file.to_owned()))
    }

    fn named(&self, _raw: &Raw, who: &PatientRef) -> Raw {
        parts::raw([
            ("file", who.file.clone()),
            ("initials", who.initials.clone().unwrap_or_default()),
            ("birth_year", who.birth_year.map(|year| year.to_string()).unwrap_or_default()),
        ])
    }

    /// As soon as there is a patient it is for a doctor; about nobody it is the team's; what is to be signed is for the
    /// doctor of this week.
    fn follows(&self, raw: &Raw, cx: &Cx) -> Raw {
        parts::raw([("to", parts::typed_addressee(usual_addressee(raw, cx)))])
    }

    fn draft(&self) -> Option<DraftKey> {
        // One begun for a patient belongs to that patient: for another one begins anew. What a line opened into belongs
        // to that line, of a patient or of none.
        let file = self.start.get("file").filter(|file| !nir::contains(file));
        Some(file.map_or_else(|| DRAFT.to_owned(), |file| format!("{DRAFT}/{file}")))
    }

    /// What was begun in one line, or opened out of one about nobody yet.
    fn adopts(&self, kept: &[Draft], cx: &Cx) -> Option<(DraftKey, Raw)> {
        if !self.start.is_empty() {
            return None;
        }
        let whole = format!("{DRAFT}/");
        let begun = kept.iter().filter(|draft| draft.key == quick::DRAFT || draft.key == whole);
        let newest = begun.max_by_key(|draft| draft.at)?;
        let raw = if newest.key == whole { newest.raw.clone() } else { quick::started(&newest.raw, cx) };
        Some((newest.key.clone(), raw))
    }

    fn hands_on(&self) -> bool {
        true
    }

    fn typed(&self) -> Raw {
        self.start.clone()
    }

    fn resumes(&self) -> bool {
        true
    }
}

/// The patient, or nobody when the point is about the centre.
fn subject(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<NewItem> {
    use chrono::Datelike;
    let (mut file, mut initials, mut year) = (get(raw, "file"), get(raw, "initials"), get(raw, "birth_year"));
    // Typed at once in the first field, the other two have nothing left to ask.
    let at_once = patient::split(file).filter(|_| initials.trim().is_empty() && year.trim().is_empty());
    if let Some(parts) = &at_once {
        [file, initials, year] = parts.each_ref().map(String::as_str);
        reading.hidden.extend(["initials", "birth_year"]);
    }
    let kind = kind(raw);
    let source = parts::line(reading, raw, "source")?;
    if [file, initials, year].iter().all(|t| t.trim().is_empty()) {
        // Care without a patient is the centre's own business.
        let kind = if kind == Kind::Care { Kind::Centre } else { kind };
        reading.advise("file", cx.t("forms-item-centre"));
        reading.hidden.extend(["ald", "see_record"]);
        return Some(NewItem { kind, patient: None, facts: ItemFacts { source, ..ItemFacts::default() } });
    }
    let facts = ItemFacts { ald: get(raw, "ald") == "1", see_record: get(raw, "see_record") == "1", source };
    let this_year = cx.now.day.date().year();
    match patient::patient(file, initials, year, cx.frame.centre.names_allowed, this_year) {
        Ok(patient) => {
            if at_once.is_some() {
                reading.understood("file", point::about(&patient, cx));
            } else if let Some(age) = patient::age(&patient, this_year) {
                let meant = patient.birth_year.map(|year| parts::year_meant(raw, year)).unwrap_or_default();
                let age = cx.words.say(&Msg::new("forms-age").with("age", i64::from(age)));
                reading.understood("birth_year", format!("{meant}{age}"));
            }
            // What is open on this patient is seen before a second point is made.
            known::say(reading, "file", &patient, cx);
            Some(NewItem { kind, patient: Some(patient), facts })
        }
        Err((field, msg)) => {
            // A hidden field cannot say what is wrong.
            reading.wrong(if at_once.is_some() { "file" } else { field }, msg);
            None
        }
    }
}

fn usual_addressee(raw: &Raw, cx: &Cx) -> Addressee {
    let file = get(raw, "file").trim().to_uppercase();
    parts::usual_addressee(kind(raw), (!file.is_empty()).then_some(file.as_str()), get(raw, "ald") == "1", cx)
}

fn kind(raw: &Raw) -> Kind {
    parts::chosen(&Kind::ALL, Kind::word, get(raw, "kind")).unwrap_or(Kind::Care)
}

/// What the kind asks for beside the words; the fields of the other kinds are hidden.
fn detail(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<Detail> {
    let kind = kind(raw);
    if kind != Kind::Result {
        reading.hidden.extend(["asked", "exam"]);
    }
    saed::hide(reading, raw, kind, cx);
    match kind {
        Kind::Result => {
            let asked = parts::day(reading, raw, "asked", cx)?;
            let exam = parts::chosen(&Exam::ALL, Exam::word, get(raw, "exam"));
            let late = Msg::new("forms-result-late").with("days", i64::from(cx.frame.centre.result_days));
            reading.advise("due", cx.words.say(&late));
            Some(Detail { asked, exam, ..Detail::default() })
        }
        Kind::Recall => {
            let whole_month = when::month(get(raw, "due"), cx.now.day).is_some();
            Some(Detail { whole_month, ..Detail::default() })
        }
        _ => Some(Detail::default()),
    }
}

/// The word, its text from the four parts of a SAED where it is one.
fn first_word(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<NewWord> {
    let detail = detail(reading, raw, cx);
    let mut typed = raw.clone();
    if let Some(day) = when::month(get(raw, "due"), cx.now.day).filter(|_| kind(raw) == Kind::Recall) {
        typed.insert("due".to_owned(), parts::typed_day(Some(day), cx));
        reading.advise("due", cx.t("forms-recall-month"));
    }
    let composed = saed::compose(reading, raw, kind(raw), cx);
    if let Some(text) = &composed {
        typed.insert("text".to_owned(), text.clone());
    }
    let word = word::parse(reading, &typed, Some(Msg::new("forms-item-text")), detail.unwrap_or_default(), cx)?;
    parts::urgent_is_complete(reading, &word);
    // Four parts are longer than one sentence, on purpose.
    if composed.is_none() {
        advice(reading, &word, cx);
    }
    detail.map(|_| word)
}

/// The author's stay, when its transmission is signed: a further point is then added to it (rule 5).
fn signed_stay(cx: &Cx) -> Option<StayId> {
    cx.my_stay().map(|s| s.id).filter(|id| cx.frame.rota.is_signed(*id))
}
