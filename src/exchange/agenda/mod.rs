//! The agenda of the medical software, read without writing anything, and an agenda written for others.
//!
//! iCalendar (`ics`) or a spreadsheet (`table`), whatever the file's name. A title leaves a file number,
//! initials and a year of birth behind (`subject`); a description leaves nothing. A repetition becomes
//! its days within two years (`repeat`). An event that goes over midnight is split by day; an
//! appointment that does is refused. What each entry is called by (`uid`) is a digest: some programs
//! write names there, too.

mod calendar;
mod hours;
mod ics;
mod lent;
mod repeat;
mod stays;
mod subject;
mod table;
#[cfg(test)]
mod tests;
mod write;
mod zone;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write as _;

use chrono::Datelike as _;
use sha2::{Digest, Sha256};

use self::hours::{Span, hours, is_midnight_to_midnight};
pub use self::lent::LentOf;
pub use self::stays::StaysOf;
use self::subject::Subject;
pub use self::write::{Leaving, write};
use super::rota_csv::table::decoded;
use crate::domain::agenda::NewEntry;
use crate::domain::agenda_foresee::foresee;
use crate::domain::agenda_import::{AgendaLine, AgendaPreview, KnownAgenda};
use crate::domain::draft::patient;
use crate::domain::draft::text::key;
use crate::domain::rota_import::BadLine;
use crate::domain::{Centre, Day, EntryKind, Msg, PatientRef, PostId, Rota};

/// Largest file, in bytes: ten years of a full agenda.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// Events of one file.
const MAX_EVENTS: usize = 60_000;
/// Entries of one import, repetitions counted.
const MAX_LINES: usize = 100_000;
/// Line numbers that are named in a sentence.
const NAMED: usize = 8;

/// What the centre has already.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub rota: &'a Rota,
    pub centre: &'a Centre,
    pub agenda: &'a KnownAgenda,
}

/// One refused line.
type Refused = BadLine;

fn refused(line: usize, column: &str, reason: Msg) -> Refused {
    BadLine { line, column: column.to_owned(), value: String::new(), reason }
}

/// Reads an agenda and says what its import would do.
#[must_use]
pub fn read(bytes: &[u8], known: &Known, today: Day) -> AgendaPreview {
    let mut reader = Reader::new(known, today);
    let done = if bytes.len() > MAX_BYTES { Err(Msg::new("import-agenda-too-large")) } else { reader.whole(bytes) };
    if let Err(reason) = done {
        // Of a file that is refused as a whole nothing is shown as if it would come.
        reader = Reader::new(known, today);
        reader.bad.push(refused(1, "", reason));
    }
    let notes = reader.notes();
    let mut preview = AgendaPreview::of(reader.lines, known.agenda, today, reader.bad, notes);
    preview.foreseen = foresee(&preview.diff, known.agenda, known.rota, today);
    preview
}

/// What is known of an entry before its hours are.
struct Said<'a> {
    line: usize,
    /// The words that tell its kind.
    words: String,
    kind: Option<EntryKind>,
    subject: Subject,
    place: String,
    /// Names that may tell the post, the surest first.
    who: [&'a str; 3],
    /// What the column of the post is called in the file.
    who_column: &'a str,
}

/// An import under way.
struct Reader<'a> {
    known: &'a Known<'a>,
    today: Day,
    lines: Vec<AgendaLine>,
    /// Where in `lines` each name stands.
    taken: HashMap<String, usize>,
    /// Names whose whole story the file tells: what it no longer tells of them is cancelled.
    told: Vec<String>,
    bad: Vec<Refused>,
    /// Lines with a social security number, and with a phone number or an address.
    nir: Vec<usize>,
    contacts: Vec<usize>,
    /// How many descriptions were passed over.
    described: usize,
}

impl<'a> Reader<'a> {
    fn new(known: &'a Known<'a>, today: Day) -> Self {
        Self {
            known,
            today,
            lines: Vec::new(),
            taken: HashMap::new(),
            told: Vec::new(),
            bad: Vec::new(),
            nir: Vec::new(),
            contacts: Vec::new(),
            described: 0,
        }
    }

    fn whole(&mut self, bytes: &[u8]) -> Result<(), Msg> {
        // The first bytes of every encoding of French text but UTF-16 are those of its letters.
        let text = decoded(bytes).map(|t| t.replace("\r\n", "\n").replace('\r', "\n"));
        match text {
            Ok(text) if is_calendar(&text) => self.calendar(&text),
            _ => table::read(bytes, self),
        }
    }

    fn this_year(&self) -> i32 {
        self.today.date().year()
    }

    fn names_allowed(&self) -> bool {
        self.known.centre.names_allowed
    }

    fn remember(&mut self, line: usize, subject: &Subject) {
        if subject.nir {
            self.nir.push(line);
        }
        if subject.contact {
            self.contacts.push(line);
        }
    }

    /// Makes the entry, or says why there is none.
    fn add(&mut self, said: &Said, uid: &str, span: Span) -> Result<(), Msg> {
        let whole_day = matches!(span, Span::Days(..)) || is_midnight_to_midnight(span);
        let patient = said.subject.patient.clone();
        let words = || subject::kind(&said.words, patient.is_some(), whole_day);
        let kind = said.kind.filter(|k| !(whole_day && k.is_appointment())).unwrap_or_else(words);
        let day = match span {
            Span::Days(day, _) => day,
            Span::Hours(from, _) => from.date().into(),
        };
        let post = self.post(said, day);
        if kind.is_appointment() && post.is_none() {
            let posts = self.known.rota.posts.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ");
            let reason = Msg::new("import-agenda-post").with("posts", posts);
            // A whole series is one thing to correct.
            if self.bad.last().is_none_or(|b| b.line != said.line) {
                self.bad.push(refused(said.line, said.who_column, reason));
            }
            return Ok(());
        }
        // A meeting is the whole centre's, unless somebody's name stands on it.
        let post = if kind.is_appointment() || self.is_named(said, day) { post } else { None };
        let entry = NewEntry {
            kind,
            post,
            day,
            to: day,
            start: None,
            minutes: 0,
            patient,
            title: if kind.is_appointment() && !self.names_allowed() {
                String::new()
            } else {
                said.subject.title.clone()
            },
            place: said.place.clone(),
            item: None,
        };
        match hours(&entry, span) {
            Ok(parts) => {
                for (n, part) in parts.into_iter().enumerate() {
                    let uid = if n == 0 { uid.to_owned() } else { format!("{uid}+{n}") };
                    if self.lines.len() >= MAX_LINES {
                        return Err(Msg::new("import-agenda-too-many").with("max", MAX_LINES));
                    }
                    self.line(uid, Some(part));
                }
            }
            Err(reason) => self.bad.push(refused(said.line, "", reason)),
        }
        Ok(())
    }

    fn cancel(&mut self, uid: String) {
        self.line(uid, None);
    }

    /// Of two lines of one name the first counts.
    fn line(&mut self, uid: String, what: Option<NewEntry>) {
        if let Entry::Vacant(free) = self.taken.entry(uid.clone()) {
            free.insert(self.lines.len());
            self.lines.push(AgendaLine { uid, what });
        }
    }

    /// The post of an entry: named, or its doctor's, or the only one.
    fn post(&self, said: &Said, day: Day) -> Option<PostId> {
        match &self.known.rota.posts[..] {
            [one] => Some(one.id),
            _ => self.named_post(said, day),
        }
    }

    fn is_named(&self, said: &Said, day: Day) -> bool {
        self.named_post(said, day).is_some()
    }

    fn named_post(&self, said: &Said, day: Day) -> Option<PostId> {
        let rota = self.known.rota;
        said.who.iter().filter(|w| !w.trim().is_empty()).find_map(|who| {
            let who = key(who);
            let holds = |name: &str| {
                let name = key(name);
                !name.is_empty() && format!(" {who} ").contains(&format!(" {name} "))
            };
            let exact = rota.posts.iter().find(|p| key(&p.name) == who);
            // The longest name that fits: `Poste 1` lies in `Poste 1 bis`.
            let post = exact.or_else(|| rota.posts.iter().filter(|p| holds(&p.name)).max_by_key(|p| p.name.len()));
            let doctor = || {
                let on_duty = rota.posts.iter().filter_map(|p| rota.on_duty(p.id, day));
                on_duty.filter(|s| rota.people.get(s.doctor).is_some_and(|d| holds(&d.family))).map(|s| s.post).next()
            };
            post.map(|p| p.id).or_else(doctor)
        })
    }

    /// What was left out on purpose.
    fn notes(&self) -> Vec<Msg> {
        let named = |lines: &[usize]| {
            let mut list = lines.iter().take(NAMED).map(ToString::to_string).collect::<Vec<_>>().join(", ");
            if lines.len() > NAMED {
                list.push('…');
            }
            list
        };
        let said = |id: &'static str, lines: &[usize]| {
            (!lines.is_empty()).then(|| Msg::new(id).with("count", lines.len()).with("lines", named(lines)))
        };
        let described = (self.described > 0).then(|| Msg::new("import-agenda-described"));
        let appointments = self.lines.iter().filter_map(|l| l.what.as_ref()).filter(|e| e.kind.is_appointment());
        let nobody = appointments.filter(|e| e.patient.is_none()).count();
        let nobody = (nobody > 0).then(|| Msg::new("import-agenda-no-file").with("count", nobody));
        [nobody, said("import-agenda-nir", &self.nir), said("import-agenda-contacts", &self.contacts), described]
            .into_iter()
            .flatten()
            .collect()
    }
}

fn is_calendar(text: &str) -> bool {
    let head = text.trim_start();
    head.get(..15).is_some_and(|head| head.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

const DIGEST: &str = "r1-";

fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut name = DIGEST.to_owned();
    for byte in hash.finalize().iter().take(16) {
        // Writing into a string does not fail.
        let _ = write!(name, "{byte:02x}");
    }
    name
}

/// Whether it is a name of our own making, which stays as it is.
fn is_digest(uid: &str) -> bool {
    let own = |c: char| c.is_ascii_digit() || matches!(c, 'a'..='f' | '/' | '+' | 'T');
    uid.len() <= 80 && uid.strip_prefix(DIGEST).is_some_and(|rest| rest.len() >= 32 && rest.chars().all(own))
}

/// The patient as an agenda that leaves the centre says them: initials, never a name.
fn leaving(patient: &PatientRef) -> PatientRef {
    let short = |text: &String| {
        let kept = patient::patient("1", text, "", false, 2100).ok().and_then(|p| p.initials);
        kept.or_else(|| subject::reduce(&format!("{text} dossier 1"), true, false, 2100).patient?.initials)
    };
    PatientRef { initials: patient.initials.as_ref().and_then(short), ..patient.clone() }
}
