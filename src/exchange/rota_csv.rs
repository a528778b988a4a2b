//! The rota a centre kept in a spreadsheet, read without writing anything.
//!
//! Columns come in any order, in French or in English. A line says its days, or its week, which then
//! means Monday to Saturday. Without a year, a week or a day is the nearest to the line before on the
//! same post. Without a state, a stay that has begun is confirmed and one to come is an option: what
//! nobody has confirmed is not promised to anybody. A line without a doctor is a gap, and passed over.

mod columns;
mod line;
pub(super) mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use self::columns::Column;
pub(super) use self::columns::key;
use self::line::{Context, Read};
use self::table::Row;
use crate::domain::act::{NewPerson, RotaLine};
use crate::domain::draft::{names, nir};
pub use crate::domain::rota_import::{BadLine, RotaPreview};
use crate::domain::{Day, Msg, People, Person, PersonId, Post, Role, Stay, StayState};

/// What the centre has already.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Empty while a centre is being set up: any post is then accepted.
    pub posts: &'a [Post],
    pub people: &'a People,
    pub stays: &'a [Stay],
}

/// Longest value of a refused cell that is shown again.
const SHOWN: usize = 60;

/// How far down the header is looked for: exports like to begin with a title.
const HEADER_WITHIN: usize = 10;

/// Reads a rota and says what its import would do.
#[must_use]
pub fn read(bytes: &[u8], known: &Known, today: Day) -> RotaPreview {
    let mut preview = RotaPreview::default();
    let rows = match table::rows(bytes, table::ROTA) {
        Ok(rows) => rows,
        Err(reason) => {
            preview.bad.push(whole_line(1, reason));
            return preview;
        }
    };
    let Some((columns, header, body)) = header(&rows) else {
        preview.bad.push(whole_line(1, Msg::new("import-no-header")));
        return preview;
    };
    let mut import =
        Import { known, columns: &columns, taken: Vec::new(), doctors: Vec::new(), nearest: BTreeMap::new() };
    for row in body {
        if row.cells.iter().any(|cell| nir::contains(cell)) {
            // Never shown again, not even to say which it was.
            let at = row.cells.iter().position(|cell| nir::contains(cell)).unwrap_or(0);
            let column = header.cell(at).to_owned();
            preview.bad.push(BadLine { line: row.number, column, value: String::new(), reason: nir::refusal() });
            continue;
        }
        import.line(row, header, today, &mut preview);
    }
    preview
}

/// The header row, what its columns are, and the rows below.
fn header(rows: &[Row]) -> Option<(BTreeMap<Column, usize>, &Row, &[Row])> {
    rows.iter().take(HEADER_WITHIN).enumerate().find_map(|(i, row)| {
        let mut columns = BTreeMap::new();
        for (at, cell) in row.cells.iter().enumerate() {
            if let Some(column) = Column::of(cell) {
                // The first of two columns of one name.
                columns.entry(column).or_insert(at);
            }
        }
        let has = |column| columns.contains_key(&column);
        let complete = (has(Column::Doctor) || has(Column::Family)) && (has(Column::Week) || has(Column::From));
        complete.then(|| (columns, row, &rows[i + 1..]))
    })
}

fn whole_line(line: usize, reason: Msg) -> BadLine {
    BadLine { line, column: String::new(), value: String::new(), reason }
}

/// A stay of the file that has been accepted.
struct Taken {
    line: usize,
    post: String,
    doctor: String,
    from: Day,
    to: Day,
    state: StayState,
}

/// An import under way.
struct Import<'a> {
    known: &'a Known<'a>,
    columns: &'a BTreeMap<Column, usize>,
    taken: Vec<Taken>,
    /// New doctors as first met, so that each is spelled in one way.
    doctors: Vec<(String, String)>,
    /// The last day read on each post.
    nearest: BTreeMap<String, Day>,
}

impl Import<'_> {
    fn line(&mut self, row: &Row, header: &Row, today: Day, preview: &mut RotaPreview) {
        let post = key(self.columns.get(&Column::Post).map_or("", |at| row.cell(*at)));
        let nearest = self.nearest.get(&post).copied().unwrap_or(today);
        let context = Context { columns: self.columns, posts: self.known.posts, today, nearest };
        let read = match line::read(row, &context) {
            Read::Line(read) => *read,
            Read::Gap(day) => {
                self.nearest.extend(day.map(|day| (post, day)));
                return;
            }
            Read::Bad(errors) => {
                preview.bad.extend(errors.into_iter().map(|(at, reason)| BadLine {
                    line: row.number,
                    column: at.map_or_else(String::new, |at| header.cell(at).to_owned()),
                    value: at.map_or_else(String::new, |at| row.cell(at).chars().take(SHOWN).collect()),
                    reason,
                }));
                return;
            }
        };
        self.nearest.insert(post, read.from);
        let (read, known) = match self.with_doctor(read) {
            Ok(read) => read,
            Err(reason) => {
                preview.bad.push(whole_line(row.number, reason));
                return;
            }
        };
        match self.place(&read, known, row.number) {
            Place::Free => {
                if known.is_none() {
                    self.remember(&read.doctor, preview);
                }
                self.taken.push(Taken {
                    line: row.number,
                    post: read.post.clone(),
                    doctor: full(&read.doctor),
                    from: read.from,
                    to: read.to,
                    state: read.state,
                });
                preview.lines.push(read);
            }
            Place::Known => preview.known += 1,
            Place::Refused(reason) => preview.bad.push(whole_line(row.number, reason)),
        }
    }

    /// The doctor as the centre, or an earlier line, already spells them.
    ///
    /// # Errors
    /// A family name alone that several doctors bear.
    fn with_doctor(&self, mut read: RotaLine) -> Result<(RotaLine, Option<PersonId>), Msg> {
        let (given, family) = (&read.doctor.given, &read.doctor.family);
        let persons = self.known.people.0.values().filter(|p| p.role == Role::Doctor);
        let known: Vec<_> = persons.filter(|p| is_one(&p.given, &p.family, given, family)).collect();
        let new: Vec<_> = self.doctors.iter().filter(|(g, f)| is_one(g, f, given, family)).collect();
        if given.is_empty() && known.len() + new.len() > 1 {
            let names = known.iter().map(|p| p.full()).chain(new.iter().map(|(g, f)| format!("{g} {f}")));
            let names = names.collect::<Vec<_>>().join(", ");
            return Err(Msg::new("import-which-doctor").with("doctors", names));
        }
        if let Some(person) = known.first() {
            let id = person.id;
            read.doctor = as_known(person, read.doctor);
            return Ok((read, Some(id)));
        }
        if let Some((given, family)) = new.first().map(|names| (*names).clone()) {
            read.doctor.given = given;
            read.doctor.family = family;
        }
        Ok((read, None))
    }

    fn remember(&mut self, doctor: &NewPerson, preview: &mut RotaPreview) {
        let name = (doctor.given.clone(), doctor.family.clone());
        if !self.doctors.contains(&name) {
            self.doctors.push(name);
            preview.new_doctors.push(full(doctor));
        }
    }

    /// Whether the stay can stand beside those of the centre and of the file (rule 16).
    fn place(&self, read: &RotaLine, doctor: Option<PersonId>, line: usize) -> Place {
        let post = self.known.posts.iter().find(|p| p.name == read.post).or(self.known.posts.first());
        let on_post = || self.known.stays.iter().filter(|s| post.is_some_and(|p| p.id == s.post));
        let gone = |state| state == StayState::Cancelled;
        let same = |s: &&Stay| Some(s.doctor) == doctor && (s.from, s.to) == (read.from, read.to);
        if on_post().filter(same).any(|s| gone(s.state) == gone(read.state)) {
            return Place::Known;
        }
        let twin = |t: &&Taken| (&t.post, t.from, t.to) == (&read.post, read.from, read.to);
        let name = full(&read.doctor);
        if let Some(twin) =
            self.taken.iter().filter(twin).find(|t| t.doctor == name && gone(t.state) == gone(read.state))
        {
            return Place::Refused(Msg::new("import-twice").with("line", twin.line));
        }
        if read.state != StayState::Confirmed {
            return Place::Free;
        }
        let crosses = |from: Day, to: Day| from <= read.to && read.from <= to;
        if let Some(stay) = on_post().find(|s| s.is_confirmed() && crosses(s.from, s.to)) {
            return Place::Refused(
                Msg::new("import-clash")
                    .with("doctor", self.known.people.short(stay.doctor))
                    .with("from", stay.from)
                    .with("to", stay.to),
            );
        }
        let other =
            self.taken.iter().find(|t| t.state == StayState::Confirmed && t.post == read.post && crosses(t.from, t.to));
        debug_assert!(other.is_none_or(|t| t.line < line));
        other.map_or(Place::Free, |t| {
            Place::Refused(Msg::new("import-clash-line").with("doctor", t.doctor.as_str()).with("line", t.line))
        })
    }
}

enum Place {
    Free,
    /// There already.
    Known,
    Refused(Msg),
}

/// Whether two names are one person's; a file that has only family names means the one it knows.
fn is_one(given: &str, family: &str, other_given: &str, other_family: &str) -> bool {
    let straight = names::same(family, other_family) && (other_given.is_empty() || names::same(given, other_given));
    // `Roche Paul`, in small letters, reads as the given name Roche.
    straight || (names::same(given, other_family) && names::same(family, other_given) && !given.is_empty())
}

/// A known doctor, with what the file adds and nobody has said otherwise.
fn as_known(person: &Person, file: NewPerson) -> NewPerson {
    let mut facts = person.doctor.clone();
    facts.status = facts.status.or(file.doctor.status);
    facts.department = facts.department.or(file.doctor.department);
    facts.rpps = facts.rpps.or(file.doctor.rpps);
    NewPerson {
        given: person.given.clone(),
        family: person.family.clone(),
        role: Role::Doctor,
        phone: person.phone.clone().or(file.phone),
        email: person.email.clone().or(file.email),
        presence: person.presence,
        ended: person.ended,
        doctor: facts,
    }
}

fn full(doctor: &NewPerson) -> String {
    format!("{} {}", doctor.given, doctor.family).trim().to_owned()
}
