//! One line of a rota, from cells to values; every cell that cannot be read is named.

use std::collections::BTreeMap;

use super::columns::{self, Column};
use super::table::Row;
use crate::domain::act::{NewPerson, RotaLine};
use crate::domain::draft::text::key;
use crate::domain::draft::{department, email, names, phone, rpps, when};
use crate::domain::rota_import::Cell;
use crate::domain::{Day, DoctorFacts, DoctorStatus, IsoWeek, Msg, Post, Role, StayState};

/// A stay of more days is a mistyped year. Two doctors shared a month at most.
const MAX_DAYS: i32 = 62;

/// Characters of a given or family name.
const MAX_NAME: usize = 60;

/// What a line is read against.
pub struct Context<'a> {
    pub columns: &'a BTreeMap<Column, usize>,
    pub posts: &'a [Post],
    pub today: Day,
    /// A week or a day without a year is the nearest to this day.
    pub nearest: Day,
}

/// What a line turned out to be.
pub enum Read {
    Line(Box<RotaLine>),
    /// Nobody on the post, from that day if it is readable.
    Gap(Option<Day>),
    /// The cells that cannot be read, by column, or the line as a whole.
    Bad(Vec<(Option<usize>, Msg)>),
}

/// Reads a line.
pub fn read(row: &Row, context: &Context) -> Read {
    let mut cells = Cells { row, context, bad: Vec::new() };
    let days = cells.days();
    let (given, family) = cells.name();
    let told = [Column::Email, Column::Phone, Column::Rpps].into_iter().any(|c| !cells.text(c).is_empty());
    if columns::is_vacant(&family) && !told {
        return Read::Gap(days.map(|(from, _)| from));
    }
    if columns::is_vacant(&family) {
        cells.refuse(
            if cells.has(Column::Doctor) { Column::Doctor } else { Column::Family },
            Msg::new("import-no-name"),
        );
    }
    if given.chars().count().max(family.chars().count()) > MAX_NAME {
        let reason = Msg::new("import-name-too-long").with("max", MAX_NAME);
        cells.refuse(if cells.has(Column::Doctor) { Column::Doctor } else { Column::Family }, reason);
    }
    let post = cells.post();
    let (status, written) = cells.status_and_state();
    let usual =
        if days.is_none_or(|(from, _)| from <= context.today) { StayState::Confirmed } else { StayState::Option };
    let state = written.unwrap_or(usual);
    let unwritten = [(Cell::From, cells.text(Column::From).is_empty()), (Cell::To, cells.text(Column::To).is_empty())]
        .into_iter()
        .chain([(Cell::State, written.is_none())])
        .filter_map(|(cell, empty)| empty.then_some(cell))
        .collect();
    let doctor = NewPerson {
        given,
        family,
        role: Role::Doctor,
        phone: cells.optional(Column::Phone, phone::phone),
        email: cells.optional(Column::Email, email::email),
        presence: [false; 7],
        ended: None,
        doctor: DoctorFacts {
            status,
            department: cells.optional(Column::Department, read_department),
            birth_year: None,
            rpps: cells.optional(Column::Rpps, rpps::rpps),
            pioneer: false,
        },
    };
    match (days, cells.bad.is_empty()) {
        (Some((from, to)), true) => {
            Read::Line(Box::new(RotaLine { line: row.number, unwritten, post, doctor, from, to, state }))
        }
        _ => Read::Bad(cells.bad),
    }
}

/// `44`, `Loire-Atlantique`, and what exports make of both: `44 - Loire-Atlantique`, `Creuse (23)`.
fn read_department(text: &str) -> Result<String, Msg> {
    let whole = department::parse(text);
    let parts = || text.split([' ', '(', ')']).filter(|p| p.chars().any(|c| c.is_ascii_digit()));
    whole.or_else(|refused| parts().find_map(|p| department::parse(p).ok()).ok_or(refused)).map(str::to_owned)
}

/// `LE GOFF` as `Le Goff`: spreadsheets shout, the screens do not. Any other spelling is left alone.
fn without_capitals(name: &str) -> String {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    if letters().count() < 2 || letters().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut first = true;
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if first {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        first = !c.is_alphabetic();
    }
    out
}

/// The cells of a line, and what was wrong with them.
struct Cells<'a> {
    row: &'a Row,
    context: &'a Context<'a>,
    bad: Vec<(Option<usize>, Msg)>,
}

impl<'a> Cells<'a> {
    fn has(&self, column: Column) -> bool {
        self.context.columns.contains_key(&column)
    }

    fn text(&self, column: Column) -> &'a str {
        self.context.columns.get(&column).map_or("", |at| self.row.cell(*at).trim())
    }

    fn refuse(&mut self, column: Column, reason: Msg) {
        self.bad.push((self.context.columns.get(&column).copied(), reason));
    }

    /// An empty cell is nothing; a filled one must be readable.
    fn optional<T>(&mut self, column: Column, parse: impl Fn(&str) -> Result<T, Msg>) -> Option<T> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        match parse(text) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.refuse(column, reason);
                None
            }
        }
    }

    /// Given and family name.
    fn name(&self) -> (String, String) {
        let (whole, given, family) = (self.text(Column::Doctor), self.text(Column::Given), self.text(Column::Family));
        // `Médecin` beside `Prénom` is the family name; `Nom` without `Prénom` is the whole one.
        let one = if family.is_empty() { whole } else { family };
        let (given, family) = match given {
            "" if columns::is_vacant(if whole.is_empty() { one } else { whole }) => (String::new(), one.to_owned()),
            "" => names::split(if whole.is_empty() { one } else { whole }),
            given => (given.to_owned(), one.to_owned()),
        };
        (without_capitals(&given), without_capitals(&family))
    }

    /// The post's own spelling; empty where the centre has one only and the line names none.
    fn post(&mut self) -> String {
        let (text, posts) = (self.text(Column::Post), self.context.posts);
        match posts {
            [] => return text.to_owned(),
            [one] if text.is_empty() => return one.name.clone(),
            _ => {}
        }
        if let Some(post) = posts.iter().find(|p| key(&p.name) == key(text)) {
            return post.name.clone();
        }
        let list = posts.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ");
        self.refuse(Column::Post, Msg::new("import-post").with("posts", list));
        String::new()
    }

    /// First and last day, from the days or from the week.
    fn days(&mut self) -> Option<(Day, Day)> {
        let year = self.optional(Column::Year, |text| {
            let year = text.parse().ok().filter(|y| (2000..=2100).contains(y));
            year.ok_or_else(|| Msg::new("import-year"))
        });
        let nearest = self.context.nearest;
        let week = self.optional(Column::Week, |text| read_week(text, year, nearest));
        // A year's days, all of them, are those from 60 days before the 2nd of March on.
        let near = week.map(IsoWeek::monday).or(year.and_then(|y| Day::ymd(y, 3, 2))).unwrap_or(nearest);
        let from = self.optional(Column::From, |text| when::day(text, near));
        let to = self.optional(Column::To, |text| when::day(text, from.unwrap_or(near)));
        if !self.bad.is_empty() {
            return None;
        }
        let Some(from) = from.or(week.map(IsoWeek::monday)) else {
            let column = if self.has(Column::From) { Column::From } else { Column::Week };
            self.refuse(column, Msg::new("import-no-day"));
            return None;
        };
        if let Some(week) = week.filter(|w| w.number() != from.week().number()) {
            let reason =
                Msg::new("import-week-differs").with("week", week).with("day", from).with("other", from.week());
            self.refuse(Column::From, reason);
            return None;
        }
        // Saturday: the usual last day. A Sunday that begins a stay is a stay of that day.
        let to = to.unwrap_or_else(|| from.week().sunday().plus(-1).max(from));
        if to < from {
            self.refuse(Column::To, Msg::new("import-ends-first"));
            return None;
        }
        if to.0 - from.0 >= MAX_DAYS {
            let days = i64::from(to.0) - i64::from(from.0) + 1;
            self.refuse(Column::To, Msg::new("import-too-long").with("days", days));
            return None;
        }
        Some((from, to))
    }

    /// The doctor's status and the stay's state; `Statut` alone may be either.
    fn status_and_state(&mut self) -> (Option<DoctorStatus>, Option<StayState>) {
        let read_state = |text: &str| columns::state(text).ok_or_else(|| Msg::new("import-state"));
        if !self.has(Column::State)
            && let Some(state) = columns::state(self.text(Column::Status))
        {
            return (None, Some(state));
        }
        let status =
            self.optional(Column::Status, |text| columns::status(text).ok_or_else(|| Msg::new("import-status")));
        (status, self.optional(Column::State, read_state))
    }
}

/// A week, in its own year, in the year column's, or the nearest to `nearest`.
fn read_week(text: &str, year: Option<i32>, nearest: Day) -> Result<IsoWeek, Msg> {
    let week = when::week(text, nearest)?;
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).collect();
    let has_year = groups.len() > 1 || groups.iter().any(|g| g.len() > 2);
    if has_year {
        return Ok(week);
    }
    let missing = || Msg::new("draft-week-impossible").with("text", text);
    if let Some(year) = year {
        return IsoWeek::new(year, week.number()).ok_or_else(missing);
    }
    let around = nearest.week().year() - 1..=nearest.week().year() + 1;
    let candidates = around.filter_map(|year| IsoWeek::new(year, week.number()));
    candidates.min_by_key(|w| (i64::from(w.monday().0) - i64::from(nearest.0)).abs()).ok_or_else(missing)
}
