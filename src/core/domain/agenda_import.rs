//! What importing an agenda would do: added, changed, cancelled, the same.
//!
//! Pure, so that the preview and the transaction that writes reach the same verdict. What was typed by
//! hand is never changed nor deleted, and what the file does not say of an entry stays as it was.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::agenda::{Entry, NewEntry};
use super::agenda_foresee::Foreseen;
use super::rota_import::BadLine;
use super::{Day, EntryId, Msg, PatientRef, PostId};

/// One entry of an imported agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaLine {
    /// The name that makes a second import of the same thing find the first.
    pub uid: String,
    /// Nothing: cancelled.
    pub what: Option<NewEntry>,
}

/// What the centre's agenda holds already.
#[derive(Debug, Clone, Default)]
pub struct KnownAgenda {
    /// Entries that came from another software, by its name for them.
    pub imported: BTreeMap<String, Entry>,
    /// Entries typed by hand.
    pub typed: Vec<Entry>,
    /// Days that are closed, by post.
    pub closed: BTreeSet<(PostId, Day)>,
}

impl KnownAgenda {
    /// Sorts entries by where they came from.
    #[must_use]
    pub fn of(entries: impl IntoIterator<Item = Entry>, closed: BTreeSet<(PostId, Day)>) -> Self {
        let mut known = Self { closed, ..Self::default() };
        for entry in entries {
            match &entry.uid {
                Some(uid) => {
                    known.imported.insert(uid.clone(), entry);
                }
                None => known.typed.push(entry),
            }
        }
        known
    }

    /// Whether an entry lies on a day of its post that is closed.
    #[must_use]
    pub fn is_closed(&self, entry: &NewEntry) -> bool {
        entry.post.is_some_and(|post| self.closed.contains(&(post, entry.day)))
    }
}

/// An entry that an import changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub id: EntryId,
    pub before: NewEntry,
    pub after: NewEntry,
}

/// What an import does to an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgendaDiff {
    pub added: Vec<AgendaLine>,
    pub changed: Vec<Changed>,
    pub cancelled: Vec<Entry>,
    /// As they are already.
    pub same: usize,
    /// Typed by hand already, and left alone.
    pub by_hand: usize,
    /// Cancelled in the file, and never imported before: nothing to take out.
    pub never_known: usize,
}

impl AgendaDiff {
    /// Whether the import would write anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.cancelled.is_empty()
    }

    /// How many of its entries lie, or lay, on a day that is closed.
    #[must_use]
    pub fn on_closed_days(&self, known: &KnownAgenda) -> usize {
        let added = self.added.iter().filter_map(|l| l.what.as_ref()).filter(|e| known.is_closed(e)).count();
        let changed = self.changed.iter().filter(|c| known.is_closed(&c.before) || known.is_closed(&c.after)).count();
        added + changed + self.cancelled.iter().filter(|e| known.is_closed(&e.what)).count()
    }
}

/// What an import would do, and what it could not read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgendaPreview {
    pub lines: Vec<AgendaLine>,
    pub diff: AgendaDiff,
    /// Imported entries to come, on the days the file covers, of which it says nothing; left alone.
    pub missing: Vec<NewEntry>,
    /// Entries of the diff on days that are closed.
    pub closed: usize,
    /// What should be looked at again; it keeps nothing from being imported.
    pub foreseen: Foreseen,
    pub bad: Vec<BadLine>,
    /// What was left out on purpose, in a sentence each.
    pub notes: Vec<Msg>,
}

impl AgendaPreview {
    /// A preview of lines, against what is known.
    #[must_use]
    pub fn of(lines: Vec<AgendaLine>, known: &KnownAgenda, today: Day, bad: Vec<BadLine>, notes: Vec<Msg>) -> Self {
        let diff = diff(&lines, known);
        let missing = missing(&lines, known, today);
        let closed = diff.on_closed_days(known);
        Self { lines, diff, missing, closed, foreseen: Foreseen::default(), bad, notes }
    }
}

/// Where a line and an entry typed by hand are the same thing.
type Place = (Option<PostId>, Day, Option<u16>);

fn place(entry: &NewEntry) -> Place {
    (entry.post, entry.day, entry.start)
}

/// Compares lines with what is known; of two lines of one name the first counts.
#[must_use]
pub fn diff(lines: &[AgendaLine], known: &KnownAgenda) -> AgendaDiff {
    let mut typed: HashMap<Place, Vec<&NewEntry>> = HashMap::new();
    for entry in &known.typed {
        typed.entry(place(&entry.what)).or_default().push(&entry.what);
    }
    let mut diff = AgendaDiff::default();
    let mut seen = HashSet::new();
    for line in lines.iter().filter(|l| seen.insert(l.uid.as_str())) {
        match (known.imported.get(&line.uid), &line.what) {
            (Some(entry), Some(new)) => {
                let after = merged(&entry.what, new);
                if after == entry.what {
                    diff.same += 1;
                } else {
                    diff.changed.push(Changed { id: entry.id, before: entry.what.clone(), after });
                }
            }
            (Some(entry), None) => diff.cancelled.push(entry.clone()),
            (None, Some(new)) => {
                let twin = typed.get(&place(new)).is_some_and(|there| there.iter().any(|e| is_twin(e, new)));
                if twin {
                    diff.by_hand += 1;
                } else {
                    diff.added.push(line.clone());
                }
            }
            (None, None) => diff.never_known += 1,
        }
    }
    diff
}

/// Whether somebody typed already, at that place and hour, what the file says.
fn is_twin(typed: &NewEntry, new: &NewEntry) -> bool {
    let file = |e: &NewEntry| e.patient.as_ref().map(|p| p.file.clone());
    match (file(typed), file(new)) {
        (Some(typed), Some(new)) => typed == new,
        (None, None) => (typed.kind, typed.to, typed.minutes) == (new.kind, new.to, new.minutes),
        _ => false,
    }
}

/// The file's version of a known entry; what the file does not say stays, unless it was of another patient.
fn merged(before: &NewEntry, new: &NewEntry) -> NewEntry {
    if let (Some(old), Some(other)) = (&before.patient, &new.patient)
        && old.file != other.file
    {
        return new.clone();
    }
    let kept = |new: &str, before: &str| if new.is_empty() { before.to_owned() } else { new.to_owned() };
    let patient = match (&before.patient, &new.patient) {
        (Some(old), Some(new)) if old.file == new.file => Some(PatientRef {
            file: old.file.clone(),
            // The same person: a name kept on purpose is not reduced again by a file of initials.
            initials: old.initials.clone().or_else(|| new.initials.clone()),
            birth_year: old.birth_year.or(new.birth_year),
        }),
        (old, None) => old.clone(),
        (_, new) => new.clone(),
    };
    NewEntry {
        patient,
        title: kept(&new.title, &before.title),
        place: kept(&new.place, &before.place),
        item: before.item,
        ..new.clone()
    }
}

/// What was imported before, is to come, and is no longer in a file that covers its day.
fn missing(lines: &[AgendaLine], known: &KnownAgenda, today: Day) -> Vec<NewEntry> {
    let days = || lines.iter().filter_map(|l| l.what.as_ref()).map(|e| e.day);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Vec::new() };
    let said: HashSet<&str> = lines.iter().map(|l| l.uid.as_str()).collect();
    let covers = |day: Day| first.max(today) <= day && day <= last;
    let imported = known.imported.iter().filter(|(uid, e)| covers(e.what.day) && !said.contains(uid.as_str()));
    let mut missing: Vec<_> = imported.map(|(_, e)| e.what.clone()).collect();
    missing.sort_by_key(|e| (e.day, e.start));
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EntryKind, ItemId};

    fn visit(day: i32, start: u16, file: Option<&str>) -> NewEntry {
        NewEntry {
            kind: EntryKind::Visit,
            post: Some(PostId(1)),
            day: Day(day),
            to: Day(day),
            start: Some(start),
            minutes: 20,
            patient: file.map(|f| PatientRef { file: f.into(), initials: None, birth_year: None }),
            title: String::new(),
            place: String::new(),
            item: None,
        }
    }

    fn line(uid: &str, what: NewEntry) -> AgendaLine {
        AgendaLine { uid: uid.into(), what: Some(what) }
    }

    fn entry(id: i64, uid: Option<&str>, what: NewEntry) -> Entry {
        Entry { id: EntryId(id), what, uid: uid.map(str::to_owned) }
    }

    #[test]
    fn each_line_is_added_changed_cancelled_or_the_same() {
        let known = KnownAgenda::of(
            [
                entry(1, Some("a"), visit(100, 540, Some("1"))),
                entry(2, Some("b"), visit(100, 560, Some("2"))),
                entry(3, Some("c"), visit(100, 580, Some("3"))),
            ],
            BTreeSet::from([(PostId(1), Day(100))]),
        );
        let lines = [
            line("a", visit(100, 540, Some("1"))),
            line("b", visit(101, 560, Some("2"))),
            AgendaLine { uid: "c".into(), what: None },
            line("d", visit(101, 600, Some("4"))),
            line("d", visit(101, 620, Some("4"))),
            AgendaLine { uid: "never seen".into(), what: None },
        ];
        let diff = diff(&lines, &known);
        assert_eq!((diff.same, diff.never_known), (1, 1));
        assert_eq!(
            diff.changed.iter().map(|c| (c.id, c.before.day, c.after.day)).collect::<Vec<_>>(),
            [(EntryId(2), Day(100), Day(101))]
        );
        assert_eq!(diff.cancelled.iter().map(|e| e.id).collect::<Vec<_>>(), [EntryId(3)]);
        assert_eq!(diff.added, [line("d", visit(101, 600, Some("4")))]);
        // The changed one left a closed day, the cancelled one lay on it.
        assert_eq!(diff.on_closed_days(&known), 2);
    }

    #[test]
    fn what_was_typed_by_hand_is_neither_doubled_nor_touched() {
        let known = KnownAgenda::of([entry(1, None, visit(100, 540, Some("1")))], BTreeSet::new());
        let found = diff(&[line("a", visit(100, 540, Some("1")))], &known);
        assert_eq!((found.by_hand, found.is_empty()), (1, true));
        // Another patient at that hour, or another hour, is another thing.
        let other = [line("a", visit(100, 540, Some("2"))), line("b", visit(100, 560, Some("1")))];
        assert_eq!(diff(&other, &known).added.len(), 2);
    }

    #[test]
    fn what_the_file_does_not_say_stays() {
        let named = PatientRef { file: "1".into(), initials: Some("Mme Essai".into()), birth_year: None };
        let before = NewEntry {
            patient: Some(named.clone()),
            place: "Lavaveix".into(),
            item: Some(ItemId(7)),
            ..visit(100, 540, None)
        };
        let known = KnownAgenda::of([entry(1, Some("a"), before.clone())], BTreeSet::new());
        assert_eq!(diff(&[line("a", visit(100, 540, None))], &known).same, 1);
        let mut later = visit(100, 600, Some("1"));
        later.patient = Some(PatientRef { file: "1".into(), initials: Some("M.E.".into()), birth_year: Some(1948) });
        let found = diff(&[line("a", later)], &known);
        let patient = Some(PatientRef { birth_year: Some(1948), ..named });
        assert_eq!(found.changed[0].after, NewEntry { start: Some(600), patient, ..before });
    }

    #[test]
    fn what_was_of_another_patient_goes_with_them() {
        let mut before = visit(100, 540, Some("1"));
        before.title = "pansement".into();
        before.place = "Lavaveix".into();
        before.item = Some(ItemId(7));
        let known = KnownAgenda::of([entry(1, Some("a"), before)], BTreeSet::new());
        let found = diff(&[line("a", visit(100, 540, Some("2")))], &known);
        assert_eq!(found.changed[0].after, visit(100, 540, Some("2")));
    }

    #[test]
    fn what_is_gone_from_a_file_that_covers_its_day_is_named() {
        let known = KnownAgenda::of(
            [90, 100, 101, 109].map(|day| entry(day.into(), Some(&format!("u{day}")), visit(day, 540, None))),
            BTreeSet::new(),
        );
        let lines = vec![line("a", visit(80, 600, None)), line("b", visit(105, 600, None))];
        let preview = AgendaPreview::of(lines, &known, Day(101), vec![], vec![]);
        assert_eq!(preview.missing.iter().map(|e| e.day).collect::<Vec<_>>(), [Day(101)]);
    }
}
