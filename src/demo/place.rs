//! The booklet and the directory of a fictional centre: kept by the team, read by those who come.
//!
//! Codes change twice a year, the word of the village each week; pages are checked three times a year,
//! all but one of them, which ages between winters.

use std::collections::BTreeSet;

use super::dice::Dice;
use super::history::Draft;
use super::site::{COORDINATION, Site};
use crate::domain::act::{Act, NewContact, NewPage, PlaceAct};
use crate::domain::place::{Chapter, ContactKind};
use crate::domain::{ContactId, Day, IsoWeek, Now, PageId, PersonId, VersionId, Who};

/// What a fictional centre keeps of its place.
pub struct Place {
    /// In the order of the booklet; `{code}` is the code of the half-year.
    pub pages: &'static [(Chapter, &'static str, &'static str)],
    /// The words of the village, one week after another.
    pub village: &'static [&'static str],
    /// The page that is checked in winter only.
    pub aging: usize,
    pub contacts: &'static [Entry],
    /// The entries whose number somebody makes sure of each spring; the others age.
    pub checked_each_year: &'static [usize],
    /// Who never answers.
    pub silent: usize,
}

/// An entry of the directory.
pub struct Entry {
    pub kind: ContactKind,
    pub name: &'static str,
    pub purpose: &'static str,
    pub phone: &'static str,
    pub direct: &'static str,
    pub hours: &'static str,
    pub note: &'static str,
}

impl Entry {
    fn contact(&self, checked: Day) -> NewContact {
        NewContact {
            kind: self.kind,
            name: self.name.to_owned(),
            purpose: self.purpose.to_owned(),
            phone: self.phone.to_owned(),
            direct: self.direct.to_owned(),
            hours: self.hours.to_owned(),
            note: self.note.to_owned(),
            checked: Some(checked),
        }
    }
}

const CODES: u64 = 71;
const CALLS: u64 = 72;

/// The weeks in which the codes change, pages are checked, and the aging page is.
const CHANGED: [u32; 2] = [19, 46];
const CHECKED: [u32; 3] = [4, 20, 37];
const AGED: u32 = 6;
/// The week in which numbers are checked, and how often the silent one is called, in weeks.
const SPRING: u32 = 13;
const SILENT: u32 = 9;
/// Pages that a doctor who comes for the first time reads on the first day.
const FIRST_PAGES: usize = 3;

/// The booklet and the directory as they stand.
pub struct Kept {
    seed: u64,
    site: &'static Site,
    /// The version of each page that holds, and how many versions were ever saved.
    heads: Vec<i64>,
    saved: i64,
    read: BTreeSet<(PersonId, i64)>,
    known: BTreeSet<PersonId>,
}

impl Kept {
    pub const fn new(seed: u64, site: &'static Site) -> Self {
        Self { seed, site, heads: Vec::new(), saved: 0, read: BTreeSet::new(), known: BTreeSet::new() }
    }

    /// The directory and the booklet as they are begun, on a day.
    pub fn found(&mut self, day: Day) -> Vec<PlaceAct> {
        let place = self.site.place;
        let mut acts: Vec<PlaceAct> = place.contacts.iter().map(|c| PlaceAct::AddContact(c.contact(day))).collect();
        for page in 0..place.pages.len() {
            self.saved += 1;
            self.heads.push(self.saved);
            acts.push(PlaceAct::AddPage(self.page(page, day.week())));
        }
        acts
    }

    /// What a page says in a week.
    fn page(&self, page: usize, week: IsoWeek) -> NewPage {
        let (chapter, title, text) = self.site.place.pages[page];
        let text = if chapter == Chapter::Village { self.village(week) } else { text };
        let half = week.year() * 2 + i32::from(week.number() >= CHANGED[0]) + i32::from(week.number() >= CHANGED[1]);
        let code = 1000 + Dice::new(self.seed, CODES, i64::from(half)).below(9000);
        NewPage { chapter, title: title.to_owned(), text: text.replace("{code}", &code.to_string()) }
    }

    /// The word of the village of a week.
    fn village(&self, week: IsoWeek) -> &'static str {
        let words = self.site.place.village;
        let number = usize::try_from(week.monday().0 / 7).unwrap_or(0);
        words[number % words.len()]
    }

    /// What the team keeps up in a week, and what the doctors who come read; `first` is its first working day.
    pub fn week(&mut self, week: IsoWeek, first: Option<Day>, present: &[(PersonId, Day)]) -> Vec<Draft> {
        // Before the founding and while the centre is closed, nobody is there.
        let Some(day) = first.filter(|_| !self.heads.is_empty() && week > self.site.founded().week()) else {
            return Vec::new();
        };
        let mut out = Vec::new();
        self.keep(week, day, &mut out);
        self.calls(week, day, &mut out);
        for (doctor, from) in present {
            self.reading(*doctor, *from, &mut out);
        }
        out
    }

    /// Pages written anew and checked, numbers checked.
    fn keep(&mut self, week: IsoWeek, day: Day, out: &mut Vec<Draft>) {
        let place = self.site.place;
        for (index, (chapter, _, text)) in place.pages.iter().enumerate() {
            let id = PageId(number(index));
            let anew = match chapter {
                Chapter::Village => true,
                _ => text.contains("{code}") && CHANGED.contains(&week.number()),
            };
            let weeks = if index == place.aging { &[AGED][..] } else { &CHECKED[..] };
            if anew {
                self.saved += 1;
                self.heads[index] = self.saved;
                out.push(draft(Now::on(day, 7, 40), COORDINATION, PlaceAct::EditPage(id, self.page(index, week))));
            } else if weeks.contains(&week.number()) {
                out.push(draft(Now::on(day, 17, 15), COORDINATION, PlaceAct::CheckPage(id)));
            }
        }
        if week.number() == SPRING {
            let checked = place.checked_each_year.iter().map(|index| PlaceAct::CheckContact(ContactId(number(*index))));
            out.extend(checked.map(|act| draft(Now::on(day, 9, 20), COORDINATION, act)));
        }
    }

    /// Somebody calls somebody each week; one never answers.
    fn calls(&self, week: IsoWeek, day: Day, out: &mut Vec<Draft>) {
        let place = self.site.place;
        let mut dice = Dice::new(self.seed, CALLS, i64::from(week.monday().0));
        // The emergency numbers are not called to tell how they answer.
        let index = 2 + dice.below(place.contacts.len() - 2);
        let answered = dice.below(5) > 0;
        let mut call = |hour, index: usize, answered| {
            let contact = ContactId(number(index));
            out.push(draft(Now::on(day, hour, 25), COORDINATION, PlaceAct::Call { contact, answered }));
        };
        if index != place.silent {
            call(11, index, answered);
        }
        if week.number().is_multiple_of(SILENT) {
            call(14, place.silent, false);
        }
    }

    /// A doctor reads, after the first lunch: the first time the pages that matter most, later all of them.
    fn reading(&mut self, doctor: PersonId, from: Day, out: &mut Vec<Draft>) {
        let pages = if self.known.insert(doctor) { FIRST_PAGES } else { self.heads.len() };
        for version in &self.heads[..pages.min(self.heads.len())] {
            if self.read.insert((doctor, *version)) {
                out.push(draft(Now::on(from, 13, 40), doctor, PlaceAct::Read(VersionId(*version))));
            }
        }
    }
}

fn draft(at: Now, who: PersonId, act: PlaceAct) -> Draft {
    Draft { at, who: Who::is(who), act: Act::Place(act), chain: None }
}

/// The number of a row that was made in this order.
fn number(index: usize) -> i64 {
    i64::try_from(index + 1).unwrap_or(0)
}
