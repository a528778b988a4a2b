//! What an import of a rota does, line by line: decided here for the preview and for the import alike.
//!
//! A line is a stay and its doctor as a file writes them. It adds the stay, changes the one that is known, or leaves it;
//! an empty cell never erases what is known. May not know files, nor how anything is written.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::draft::{names, text};
use super::person::NewPerson;
use super::{Day, Msg, PersonId, PostId, Role, Rota, Stay, StayId, StayState};

/// One refused line of an imported file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Line of the file, the header being 1.
    pub line: usize,
    /// Header of the column, or empty when the line as a whole is refused.
    pub column: String,
    /// Empty when it must not be shown again (a NIR).
    pub value: String,
    pub reason: Msg,
}

/// What a file may leave unsaid of a stay; its line then holds what is usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Cell {
    From,
    To,
    State,
}

/// One line of an imported rota: a stay and its doctor, who may be known already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RotaLine {
    /// Line of the file, the header being 1.
    pub line: usize,
    /// What the file left unsaid: of a known stay it does not change.
    pub unwritten: Vec<Cell>,
    /// The post's name as written; empty when the centre has one post only.
    pub post: String,
    pub doctor: NewPerson,
    pub from: Day,
    pub to: Day,
    pub state: StayState,
}

/// A doctor of the file: known to the centre, or the n-th new one, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Known {
    Yes(PersonId),
    New(usize),
}

/// What a line does to what is known of its doctor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonStep {
    Same,
    Added(Box<NewPerson>),
    /// Before, and after.
    Changed(Box<NewPerson>, Box<NewPerson>),
}

/// A stay as it is or will be, without its doctor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    pub post: PostId,
    pub from: Day,
    pub to: Day,
    pub state: StayState,
}

/// What a line does to the rota.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StayStep {
    Same(StayId),
    Added(Planned),
    /// Before, and after.
    Changed(StayId, Planned, Planned),
}

/// What one line does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub line: usize,
    /// As the centre spells it, or the first line that names the doctor.
    pub name: String,
    pub doctor: Known,
    pub person: PersonStep,
    pub stay: StayStep,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RotaPreview {
    /// What the file says, to be decided about again when it is imported.
    pub lines: Vec<RotaLine>,
    pub decided: Vec<Decision>,
    pub bad: Vec<BadLine>,
}

/// How much an import does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    pub added: usize,
    pub changed: usize,
    pub same: usize,
    pub new_doctors: usize,
    pub changed_doctors: usize,
}

impl Count {
    /// What these lines do together.
    #[must_use]
    pub fn of(decided: &[Decision]) -> Self {
        let mut count = Self::default();
        let mut doctors = BTreeSet::new();
        for decision in decided {
            match decision.stay {
                StayStep::Same(_) => count.same += 1,
                StayStep::Added(_) => count.added += 1,
                StayStep::Changed(..) => count.changed += 1,
            }
            match decision.person {
                PersonStep::Same => {}
                PersonStep::Added(_) => count.new_doctors += 1,
                PersonStep::Changed(..) => {
                    doctors.insert(decision.doctor);
                }
            }
        }
        count.changed_doctors = doctors.iter().filter(|doctor| matches!(doctor, Known::Yes(_))).count();
        count
    }

    /// The same in sentences.
    #[must_use]
    pub fn said(self) -> Vec<Msg> {
        let mut said = vec![Msg::new("import-stays").with("count", self.added)];
        if self.changed > 0 {
            said.push(Msg::new("import-changed").with("count", self.changed));
        }
        said.push(Msg::new("import-known").with("count", self.same));
        said.push(Msg::new("import-new-doctors").with("count", self.new_doctors));
        if self.changed_doctors > 0 {
            said.push(Msg::new("import-sheets").with("count", self.changed_doctors));
        }
        said
    }

    /// Whether nothing would be written.
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        self.added + self.changed + self.new_doctors + self.changed_doctors == 0
    }
}

impl RotaPreview {
    /// How much it would do.
    #[must_use]
    pub fn count(&self) -> Count {
        Count::of(&self.decided)
    }

    /// Doctors who are not known yet, by full name.
    #[must_use]
    pub fn new_doctors(&self) -> Vec<String> {
        let added = |d: &&Decision| matches!(d.person, PersonStep::Added(_));
        self.decided.iter().filter(added).map(|d| d.name.clone()).collect()
    }

    /// Whether it may be imported, and does something.
    #[must_use]
    pub fn can_import(&self) -> bool {
        self.bad.is_empty() && !self.count().is_nothing()
    }
}

/// What each line does to a rota, and why some of them cannot be.
///
/// Stays are compared as they are once every line is done: two doctors who change weeks are no clash.
#[must_use]
pub fn decide(lines: &[RotaLine], rota: &Rota) -> (Vec<Decision>, Vec<BadLine>) {
    let doctors = rota.people.0.values().filter(|p| p.role == Role::Doctor);
    let mut deciding = Deciding {
        rota,
        doctors: doctors.map(|p| (Known::Yes(p.id), NewPerson::of(p))).collect(),
        claimed: BTreeMap::new(),
        decided: Vec::new(),
        bad: Vec::new(),
    };
    // What a line names exactly is its own, whatever the lines before it only resemble.
    for (at, line) in lines.iter().enumerate() {
        deciding.claim(at, line);
    }
    for (at, line) in lines.iter().enumerate() {
        if let Err(reason) = deciding.line(at, line, lines) {
            deciding.refuse(line.line, reason);
        }
    }
    deciding.clashes();
    deciding.bad.sort_by_key(|bad| bad.line);
    (deciding.decided, deciding.bad)
}

struct Deciding<'a> {
    rota: &'a Rota,
    /// Every doctor as the lines read so far leave them.
    doctors: Vec<(Known, NewPerson)>,
    /// The known stays that a line is about, by its place among the lines.
    claimed: BTreeMap<StayId, usize>,
    decided: Vec<Decision>,
    bad: Vec<BadLine>,
}

impl Deciding<'_> {
    fn refuse(&mut self, line: usize, reason: Msg) {
        self.bad.push(BadLine { line, column: String::new(), value: String::new(), reason });
    }

    /// The post of that name, or the only one when a line names none.
    fn post(&self, name: &str) -> Result<PostId, Msg> {
        let posts = &self.rota.posts;
        let found = match (text::key(name).as_str(), &posts[..]) {
            ("", [only]) => Some(only),
            (wanted, posts) => posts.iter().find(|post| text::key(&post.name) == wanted),
        };
        found.map(|post| post.id).ok_or_else(|| Msg::new("store-import-post").with("name", name))
    }

    /// The doctor of the line among those known so far: by their number, else by their name.
    fn doctor(&self, line: &NewPerson) -> Result<Option<usize>, Msg> {
        let same_number = |p: &NewPerson| line.doctor.rpps.is_some() && p.doctor.rpps == line.doctor.rpps;
        if let Some(at) = self.doctors.iter().position(|(_, p)| same_number(p)) {
            return Ok(Some(at));
        }
        let other_number =
            |p: &NewPerson| p.doctor.rpps.is_some() && line.doctor.rpps.is_some() && p.doctor.rpps != line.doctor.rpps;
        let named = |p: &NewPerson| is_one(&p.given, &p.family, &line.given, &line.family) && !other_number(p);
        let mut found: Vec<usize> = (0..self.doctors.len()).filter(|at| named(&self.doctors[*at].1)).collect();
        // A doctor known by the family name alone is somebody else where the whole name is known too.
        if found.len() > 1 && !line.given.is_empty() {
            found.retain(|at| !self.doctors[*at].1.given.is_empty());
        }
        if let [_, _, ..] = found[..] {
            let several: Vec<String> = found.iter().map(|at| full(&self.doctors[*at].1)).collect();
            return Err(Msg::new("import-which-doctor").with("doctors", several.join(", ")));
        }
        Ok(found.first().copied())
    }

    fn known_doctor(&self, line: &RotaLine) -> Option<PersonId> {
        match self.doctors[self.doctor(&line.doctor).ok().flatten()?].0 {
            Known::Yes(id) => Some(id),
            Known::New(_) => None,
        }
    }

    /// Gives a line the known stay it names exactly, if no other has it.
    fn claim(&mut self, at: usize, line: &RotaLine) {
        let (Some(doctor), Ok(post)) = (self.known_doctor(line), self.post(&line.post)) else { return };
        let free = |s: &&Stay| s.post == post && is_exact(s, line);
        let found = self.rota.stays.of(doctor).filter(free).find(|s| !self.claimed.contains_key(&s.id));
        if let Some(stay) = found {
            self.claimed.insert(stay.id, at);
        }
    }

    /// The known stay a line changes: that doctor's, on some of the same days, here or on another post.
    fn resembling(&self, doctor: PersonId, post: PostId, line: &RotaLine) -> Option<&Stay> {
        let near = |s: &&Stay| {
            let in_week = line.unwritten.contains(&Cell::From) && s.week() == line.from.week();
            !self.claimed.contains_key(&s.id) && (in_week || (s.from <= line.to && line.from <= s.to))
        };
        let said = !line.unwritten.contains(&Cell::State);
        let fits = |s: &&Stay| {
            let gone = s.state == StayState::Cancelled;
            // Called off, and the file does not say otherwise: it stays so. What is written comes anew.
            if gone { !said && s.post == post } else { true }
        };
        let order = |s: &&Stay| (s.state == StayState::Cancelled, s.post != post, s.from != line.from, s.id);
        self.rota.stays.of(doctor).filter(near).filter(fits).min_by_key(order)
    }

    fn line(&mut self, at: usize, line: &RotaLine, lines: &[RotaLine]) -> Result<(), Msg> {
        let post = self.post(&line.post)?;
        let found = self.doctor(&line.doctor)?;
        let known = found.map(|at| self.doctors[at].0);
        let mine = self.claimed.iter().find(|(_, by)| **by == at).map(|(id, _)| *id);
        let stay = match (mine, known) {
            (Some(id), _) => self.rota.stay(id),
            (None, Some(Known::Yes(doctor))) => {
                let twin = |s: &&Stay| s.post == post && is_exact(s, line);
                if let Some(by) = self.rota.stays.of(doctor).find(twin).and_then(|s| self.claimed.get(&s.id)) {
                    return Err(Msg::new("import-twice").with("line", lines[*by].line));
                }
                self.resembling(doctor, post, line)
            }
            _ => None,
        };
        let step = match stay {
            Some(stay) => {
                let step = self.changed(stay, post, line)?;
                self.claimed.insert(stay.id, at);
                step
            }
            None => StayStep::Added(Planned { post, from: line.from, to: line.to, state: line.state }),
        };
        if let (StayStep::Added(planned), Some(known)) = (step, known) {
            let gone = |p: &Planned| p.state == StayState::Cancelled;
            let twin = |d: &&Decision| match d.stay {
                StayStep::Added(other) => {
                    d.doctor == known
                        && (other.post, other.from, other.to) == (planned.post, planned.from, planned.to)
                        && gone(&other) == gone(&planned)
                }
                _ => false,
            };
            if let Some(twin) = self.decided.iter().find(twin) {
                return Err(Msg::new("import-twice").with("line", twin.line));
            }
        }
        let (doctor, person) = self.person(found, &in_full(&line.doctor, lines)?);
        let name = self.doctors.iter().find(|(known, _)| *known == doctor).map_or_else(String::new, |(_, p)| full(p));
        self.decided.push(Decision { line: line.line, name, doctor, person, stay: step });
        Ok(())
    }

    /// What a line makes of a known stay.
    fn changed(&self, stay: &Stay, post: PostId, line: &RotaLine) -> Result<StayStep, Msg> {
        let before = Planned { post: stay.post, from: stay.from, to: stay.to, state: stay.state };
        let said = |cell, written, known| if line.unwritten.contains(&cell) { known } else { written };
        let after = Planned {
            post: if line.post.trim().is_empty() { stay.post } else { post },
            from: said(Cell::From, line.from, stay.from),
            to: said(Cell::To, line.to, stay.to),
            state: if line.unwritten.contains(&Cell::State) { stay.state } else { line.state },
        };
        // What was called off keeps its history (rule 19).
        if after == before || stay.state == StayState::Cancelled {
            return Ok(StayStep::Same(stay.id));
        }
        if after.to < after.from {
            return Err(Msg::new("import-ends-first"));
        }
        let leaves = after.post != before.post || after.state != StayState::Confirmed;
        if self.rota.is_signed(stay.id) || (leaves && self.rota.takeovers.contains_key(&stay.id)) {
            return Err(Msg::new("import-signed").with("from", stay.from).with("to", stay.to));
        }
        Ok(StayStep::Changed(stay.id, before, after))
    }

    /// What a line makes of its doctor, who is as it says from now on.
    fn person(&mut self, found: Option<usize>, line: &NewPerson) -> (Known, PersonStep) {
        let Some(at) = found else {
            let new = self.doctors.iter().filter(|(known, _)| matches!(known, Known::New(_))).count();
            let person = NewPerson { role: Role::Doctor, ..line.clone() };
            self.doctors.push((Known::New(new), person.clone()));
            return (Known::New(new), PersonStep::Added(Box::new(person)));
        };
        let (known, before) = self.doctors[at].clone();
        let after = with_file(&before, line);
        if after == before {
            return (known, PersonStep::Same);
        }
        self.doctors[at].1 = after.clone();
        (known, PersonStep::Changed(Box::new(before), Box::new(after)))
    }

    /// Refuses each line that would put a second confirmed doctor on a post (rule 16), all lines being done.
    fn clashes(&mut self) {
        let planned = |d: &Decision| match d.stay {
            StayStep::Added(after) | StayStep::Changed(_, _, after) => Some(after),
            StayStep::Same(_) => None,
        };
        let changed: BTreeSet<StayId> = self
            .decided
            .iter()
            .filter_map(|d| if let StayStep::Changed(id, ..) = d.stay { Some(id) } else { None })
            .collect();
        let mut bad = Vec::new();
        for (at, decision) in self.decided.iter().enumerate() {
            let Some(mine) = planned(decision).filter(|p| p.state == StayState::Confirmed) else { continue };
            let crosses = |post, from, to| post == mine.post && from <= mine.to && mine.from <= to;
            let mut others = self.rota.confirmed().filter(|s| !changed.contains(&s.id));
            if let Some(stay) = others.find(|s| crosses(s.post, s.from, s.to)) {
                let doctor = self.rota.people.short(stay.doctor);
                let msg = Msg::new("import-clash").with("doctor", doctor).with("from", stay.from).with("to", stay.to);
                bad.push((decision.line, msg));
                continue;
            }
            let clash = self.decided[..at]
                .iter()
                .filter(|d| bad.iter().all(|(line, _)| *line != d.line))
                .find(|d| planned(d).is_some_and(|p| p.state == StayState::Confirmed && crosses(p.post, p.from, p.to)));
            if let Some(other) = clash {
                let msg = Msg::new("import-clash-line").with("doctor", other.name.as_str()).with("line", other.line);
                bad.push((decision.line, msg));
            }
        }
        self.decided.retain(|d| bad.iter().all(|(line, _)| *line != d.line));
        for (line, reason) in bad {
            self.refuse(line, reason);
        }
    }
}

/// Whether a line says just the days of a stay, and whether it takes place.
fn is_exact(stay: &Stay, line: &RotaLine) -> bool {
    let unwritten = |cell| line.unwritten.contains(&cell);
    let from = if unwritten(Cell::From) { stay.week() == line.from.week() } else { stay.from == line.from };
    let to = unwritten(Cell::To) || stay.to == line.to;
    let gone = |state| state == StayState::Cancelled;
    let state = gone(stay.state) == (!unwritten(Cell::State) && gone(line.state));
    from && to && state
}

/// Whether two names are one person's; where only a family name is known or written, it means the one there is.
fn is_one(given: &str, family: &str, other_given: &str, other_family: &str) -> bool {
    let alone = given.is_empty() || other_given.is_empty();
    let straight = names::same(family, other_family) && (alone || names::same(given, other_given));
    // `Roche Paul`, in small letters, reads as the given name Roche.
    straight || (names::same(given, other_family) && names::same(family, other_given) && !given.is_empty())
}

/// What is known of a doctor, with what the file says otherwise.
fn with_file(known: &NewPerson, file: &NewPerson) -> NewPerson {
    let mut after = known.clone();
    if after.given.is_empty() {
        after.given.clone_from(&file.given);
    }
    let replace = |known: &mut Option<String>, file: &Option<String>| {
        if file.is_some() {
            known.clone_from(file);
        }
    };
    replace(&mut after.phone, &file.phone);
    replace(&mut after.email, &file.email);
    replace(&mut after.doctor.department, &file.doctor.department);
    replace(&mut after.doctor.rpps, &file.doctor.rpps);
    after.doctor.status = file.doctor.status.or(after.doctor.status);
    after
}

/// A doctor written by the family name alone, with the given name that other lines of the file have for it.
fn in_full(doctor: &NewPerson, lines: &[RotaLine]) -> Result<NewPerson, Msg> {
    let mut found: Vec<&NewPerson> = Vec::new();
    if doctor.given.is_empty() {
        let full_names = lines.iter().map(|line| &line.doctor).filter(|p| !p.given.is_empty());
        for other in full_names.filter(|p| names::same(&p.family, &doctor.family)) {
            if found.iter().all(|p| !names::same(&p.given, &other.given)) {
                found.push(other);
            }
        }
    }
    match found[..] {
        [] => Ok(doctor.clone()),
        [one] => Ok(NewPerson { given: one.given.clone(), family: one.family.clone(), ..doctor.clone() }),
        _ => {
            let names: Vec<String> = found.into_iter().map(full).collect();
            Err(Msg::new("import-which-doctor").with("doctors", names.join(", ")))
        }
    }
}

fn full(person: &NewPerson) -> String {
    format!("{} {}", person.given, person.family).trim().to_owned()
}
