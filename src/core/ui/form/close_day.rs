//! The closing of a day: what it came to, prefilled from the agenda, and the patients to be seen again.
//!
//! A correction is another closing of the same day: both values are shown, and both are kept.

use super::parts::{self, get, plain};
use super::{Form, Spec};
use crate::domain::act::{Act, AgendaAct};
use crate::domain::day_close::{Closing, Doubt, Mark, doubts, last_over};
use crate::domain::draft::{patient, text};
use crate::domain::rights::Right;
use crate::domain::{DayClose, DayCounts, Msg, PatientRef, Stay};
use crate::protocol::{DraftKey, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::point;
use crate::ui::widget::form::{Field, FieldKind, Hint, Reading};
use crate::ui::{Ask, Cx, Glyph, Meaning};

/// The greatest number a day can hold of anything; the store's own bound.
const MOST: u16 = 999;

/// A field, its label, and the count it holds.
type Count = (&'static str, &'static str, fn(&DayCounts) -> u16);

/// The fields of the counts.
const COUNTS: [Count; 7] = [
    ("offered", "close-field-offered", |c| c.offered),
    ("booked", "close-field-booked", |c| c.booked),
    ("programmed", "close-field-programmed", |c| c.programmed),
    ("unplanned", "close-field-unplanned", |c| c.unplanned),
    ("visits", "close-field-visits", |c| c.visits),
    ("remote", "close-field-remote", |c| c.remote),
    ("absent", "close-field-absent", |c| c.absent),
];

/// The closing of a day of a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseDayForm(pub Closing);

impl Form for CloseDayForm {
    fn right(&self) -> Right {
        Right::Closing
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let closing = &self.0;
        let rota = &cx.frame.rota;
        let stay = rota.stay(closing.stay);
        let mut title = Msg::new("close-title").with("day", closing.day);
        title = title.with("doctor", stay.map_or_else(|| "—".to_owned(), |s| rota.people.short(s.doctor)));
        let mut title = cx.words.say(&title);
        if let Some(stay) = stay.filter(|_| rota.posts.len() > 1) {
            title = format!("{title} {} {}", cx.look.glyph(Glyph::Separator), rota.post_name(stay.post));
        }
        let mut intro = said(&closing.before, cx);
        if closing.before.is_empty() {
            let known = closing.counts.booked > 0;
            intro.push(cx.t(if known { "close-from-agenda" } else { "close-no-agenda" }));
        }
        let mut fields: Vec<Field> = COUNTS.map(|(name, label, _)| Field::short(name, label)).to_vec();
        let patients = closing.patients.iter().map(|p| (p.file.clone(), point::about(p, cx))).collect();
        fields.extend([
            Field::new("marks", "close-field-marks", FieldKind::Several(patients)),
            Field::short("file", "close-field-file"),
            Field::line("text", "close-field-text"),
        ]);
        let raw = COUNTS.iter().map(|(name, _, count)| ((*name).to_owned(), count(&closing.counts).to_string()));
        Spec { title, intro: intro.into_iter().map(plain).collect(), fields, raw: raw.collect() }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let closing = &self.0;
        let mut reading = Reading::default();
        let counts = counts(&mut reading, raw);
        if let Some(counts) = &counts {
            weigh(&mut reading, closing, counts, cx);
        }
        let marked = marked(&mut reading, closing, raw, cx);
        if closing.patients.is_empty() {
            reading.hidden.push("marks");
        }
        let stay = cx.frame.rota.stay(closing.stay);
        let typed = parts::line(&mut reading, raw, "text");
        if marked.as_ref().is_some_and(Vec::is_empty) {
            // Without a patient there is nothing to say.
            reading.hidden.push("text");
        } else if get(raw, "text").trim().is_empty() {
            reading.advise("text", words_of(String::new(), stay, closing, cx));
        }
        let (Some(counts), Some(marked), Some(typed)) = (counts, marked, typed) else { return reading };
        if marked.is_empty() && closing.before.last().is_some_and(|c| c.counts == counts) {
            reading.wrong("offered", Msg::new("close-same"));
        }
        if reading.errors.is_empty() {
            let text = words_of(typed, stay, closing, cx);
            let marks = marked.into_iter().map(|patient| Mark { patient, text: text.clone() }).collect();
            let corrects = closing.before.last().map(|c| c.id);
            let act = AgendaAct::Close { stay: closing.stay, day: closing.day, counts, marks, corrects };
            reading.ask = Some(Ask::act(Act::Agenda(act)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("close/{}/{}", self.0.stay, self.0.day.0))
    }

    fn topic(&self) -> Topic {
        Topic::Close
    }
}

/// `Clôturée : 19 vus, 1 absent, C. Garnier, mer. 25 nov., 16:41`, then each correction with both values.
#[must_use]
pub fn said(closings: &[DayClose], cx: &Cx) -> Vec<String> {
    let people = &cx.frame.rota.people;
    // On the day itself the hour says it all.
    let when = |c: &DayClose| {
        if c.at.day() == c.day { cx.words.time(c.at.minute()) } else { cx.words.stamp(c.at) }
    };
    let Some(first) = closings.first() else { return Vec::new() };
    let msg = Msg::new("close-done")
        .with("done", usize::from(first.counts.done()))
        .with("absent", usize::from(first.counts.absent));
    let mut lines = vec![cx.words.say(&msg.with("author", people.short(first.author)).with("when", when(first)))];
    for pair in closings.windows(2) {
        let [before, after] = pair else { continue };
        let changed = changes(&before.counts, &after.counts, cx);
        if !changed.is_empty() {
            let msg = Msg::new("close-corrected").with("changes", changed.join(", "));
            lines.push(cx.words.say(&msg.with("author", people.short(after.author)).with("when", when(after))));
        }
    }
    lines
}

/// `19 → 18` for the patients seen, and each other count that changed with its name.
fn changes(before: &DayCounts, after: &DayCounts, cx: &Cx) -> Vec<String> {
    let arrow = cx.look.glyph(Glyph::Arrow);
    let changed = |b: u16, a: u16| format!("{b} {arrow} {a}");
    let mut said = Vec::new();
    if before.done() != after.done() {
        said.push(changed(before.done(), after.done()));
    }
    for (name, label, count) in COUNTS {
        let (b, a) = (count(before), count(after));
        // What was seen programmed is the ordinary case: the sum has said it already.
        let summed = name == "programmed" && !said.is_empty();
        if b != a && !summed {
            said.push(format!("{} {}", cx.t(label), changed(b, a)));
        }
    }
    said
}

/// A count, or what is wrong with it.
fn number(reading: &mut Reading, raw: &Raw, name: &'static str) -> Option<u16> {
    let typed = text::line(get(raw, name));
    let digits = !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_digit());
    let found = typed.parse::<u16>().ok().filter(|n| digits && *n <= MOST);
    if found.is_none() {
        let msg = if typed.is_empty() { Msg::new("close-number-missing") } else { Msg::new("close-number") };
        reading.wrong(name, msg.with("typed", typed).with("most", usize::from(MOST)));
    }
    found
}

fn counts(reading: &mut Reading, raw: &Raw) -> Option<DayCounts> {
    let mut count = |name| number(reading, raw, name);
    // Each is read, so that each has its error.
    let (offered, booked, programmed) = (count("offered"), count("booked"), count("programmed"));
    let (unplanned, visits, remote, absent) = (count("unplanned"), count("visits"), count("remote"), count("absent"));
    Some(DayCounts {
        offered: offered?,
        booked: booked?,
        programmed: programmed?,
        unplanned: unplanned?,
        visits: visits?,
        remote: remote?,
        absent: absent?,
    })
}

/// The patients marked: those of the list, and one more by file number.
fn marked(reading: &mut Reading, closing: &Closing, raw: &Raw, cx: &Cx) -> Option<Vec<PatientRef>> {
    use chrono::Datelike;
    let taken: Vec<&str> = get(raw, "marks").lines().collect();
    let mut marked: Vec<PatientRef> =
        closing.patients.iter().filter(|p| taken.contains(&p.file.as_str())).cloned().collect();
    let typed = get(raw, "file");
    if typed.trim().is_empty() {
        return Some(marked);
    }
    let parts = patient::split(typed).unwrap_or_else(|| [typed.to_owned(), String::new(), String::new()]);
    let [file, initials, year] = parts.each_ref().map(String::as_str);
    let this_year = cx.now.day.date().year();
    match patient::patient(file, initials, year, cx.frame.centre.names_allowed, this_year) {
        Ok(found) => {
            // One of the day's patients is known with initials and year.
            let known = closing.patients.iter().find(|p| p.file == found.file).cloned().unwrap_or(found);
            reading.understood("file", point::about(&known, cx));
            if marked.iter().all(|p| p.file != known.file) {
                marked.push(known);
            }
            Some(marked)
        }
        Err((_, msg)) => {
            reading.wrong("file", msg);
            None
        }
    }
}

/// What the day comes to, beside its counts, and what is asked about it.
fn weigh(reading: &mut Reading, closing: &Closing, counts: &DayCounts, cx: &Cx) {
    let done = usize::from(counts.done());
    let msg = Msg::new("close-total").with("done", done).with("booked", usize::from(counts.booked));
    reading.understood("absent", cx.words.say(&msg));
    if let Some(last) = closing.before.last() {
        let changed = changes(&last.counts, counts, cx);
        if !changed.is_empty() {
            reading.understood("absent", cx.words.say(&Msg::new("close-correct").with("changes", changed.join(", "))));
        }
    }
    let early = (closing.day > last_over(&cx.frame.rota, cx.now)).then_some(Doubt::NotOver);
    for doubt in early.into_iter().chain(doubts(counts, closing.usual)) {
        let msg = match doubt {
            Doubt::NotOver => Msg::new("close-doubt-early"),
            Doubt::Nothing => Msg::new("close-doubt-nothing"),
            Doubt::Unaccounted => Msg::new("close-doubt-sum")
                .with("kept", done - usize::from(counts.unplanned))
                .with("absent", usize::from(counts.absent))
                .with("booked", usize::from(counts.booked)),
            Doubt::Unusual(usual) => Msg::new("close-doubt-usual").with("done", done).with("usual", usize::from(usual)),
        };
        reading.hints.push(Hint { field: "absent", meaning: Meaning::Watch, text: cx.words.say(&msg) });
    }
}

/// What a marked patient's point says: as typed, else when it was marked and whom they saw.
fn words_of(typed: String, stay: Option<&Stay>, closing: &Closing, cx: &Cx) -> String {
    if !typed.is_empty() {
        return typed;
    }
    let doctor = stay.map_or_else(|| "—".to_owned(), |s| cx.frame.rota.people.short(s.doctor));
    cx.words.say(&Msg::new("close-mark-text").with("day", closing.day).with("doctor", doctor))
}
