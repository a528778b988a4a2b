//! The agenda a medical software exports as a spreadsheet.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveTime, TimeDelta};

use super::super::rota_csv::table::{Limits, Row, rows};
use super::hours::Span;
use super::{MAX_BYTES, MAX_EVENTS, Reader, Said, digest, refused, subject};
use crate::domain::draft::text::key;
use crate::domain::draft::{nir, when};
use crate::domain::rota_import::BadLine;
use crate::domain::{Day, Msg};

const LIMITS: Limits = Limits { bytes: MAX_BYTES, rows: MAX_EVENTS, too_large: "import-agenda-too-large" };

/// How far down the header is looked for.
const HEADER_WITHIN: usize = 10;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Date,
    Start,
    EndDate,
    End,
    Length,
    Patient,
    Given,
    File,
    Born,
    Title,
    Kind,
    Place,
    Who,
    State,
    /// The number the software gives the appointment.
    Id,
}

impl Column {
    fn of(header: &str) -> Option<Self> {
        Some(match key(header).as_str() {
            "date"
            | "jour"
            | "day"
            | "date rdv"
            | "date du rdv"
            | "date du rendez vous"
            | "date de rdv"
            | "date de rendez vous"
            | "date debut"
            | "date de debut"
            | "start date"
            | "date et heure"
            | "date heure"
            | "date time"
            | "debut du rdv" => Self::Date,
            "heure" | "heure debut" | "heure de debut" | "debut" | "de" | "h debut" | "heure rdv" | "heure du rdv"
            | "start" | "start time" | "time" | "horaire" => Self::Start,
            "date fin" | "date de fin" | "end date" => Self::EndDate,
            "heure fin" | "heure de fin" | "fin" | "a" | "h fin" | "end" | "end time" => Self::End,
            "duree" | "duree min" | "duree minutes" | "duree en minutes" | "duration" | "length" => Self::Length,
            "patient" | "nom du patient" | "nom patient" | "patiente" | "nom" | "nom et prenom" | "nom prenom"
            | "patient name" | "nom de famille" | "nom de naissance" => Self::Patient,
            "prenom" | "prenom du patient" | "prenom patient" | "given name" | "first name" => Self::Given,
            "dossier" | "n dossier" | "no dossier" | "numero de dossier" | "numero dossier" | "n de dossier"
            | "ipp" | "file" | "file number" | "n patient" | "numero patient" => Self::File,
            "date de naissance" | "naissance" | "ne le" | "ddn" | "annee de naissance" | "birth date" | "born"
            | "date naissance" => Self::Born,
            "titre"
            | "motif"
            | "motif du rdv"
            | "motif de consultation"
            | "objet"
            | "sujet"
            | "libelle"
            | "title"
            | "subject"
            | "summary"
            | "reason"
            | "evenement" => Self::Title,
            "type"
            | "type de rdv"
            | "type de consultation"
            | "type de rendez vous"
            | "categorie"
            | "nature"
            | "kind"
            | "category"
            | "categories" => Self::Kind,
            "lieu" | "lieu du rdv" | "adresse" | "location" | "place" | "salle" => Self::Place,
            "praticien" | "medecin" | "poste" | "agenda" | "soignant" | "docteur" | "intervenant" | "doctor"
            | "post" | "calendar" | "practitioner" | "ressource" | "nom du praticien" => Self::Who,
            "etat" | "statut" | "status" | "state" | "statut du rdv" | "etat du rdv" | "statut rdv" => Self::State,
            "uid" | "id rdv" | "identifiant rdv" | "n rdv" | "numero rdv" | "identifiant du rdv" | "id rendez vous"
            | "numero de rdv" | "id du rdv" | "appointment id" => Self::Id,
            _ => return None,
        })
    }
}

type Columns = BTreeMap<Column, usize>;

/// Reads the rows of a table.
pub(super) fn read(bytes: &[u8], reader: &mut Reader) -> Result<(), Msg> {
    let rows = rows(bytes, LIMITS)?;
    let Some((columns, header, body)) = header(&rows) else { return Err(Msg::new("import-agenda-no-header")) };
    let mut twins: HashMap<String, usize> = HashMap::new();
    for row in body {
        let line = Line { row, header, columns: &columns };
        if let Err(bad) = line.read(reader, &mut twins)? {
            reader.bad.push(bad);
        }
    }
    Ok(())
}

/// The header row, what its columns are, and the rows below.
fn header(rows: &[Row]) -> Option<(Columns, &Row, &[Row])> {
    rows.iter().take(HEADER_WITHIN).enumerate().find_map(|(i, row)| {
        let mut columns = Columns::new();
        for (at, cell) in row.cells.iter().enumerate() {
            if let Some(column) = Column::of(cell) {
                columns.entry(column).or_insert(at);
            }
        }
        let has = |column| columns.contains_key(&column);
        (has(Column::Date) || has(Column::Start))
            .then(|| (columns.clone(), row, &rows[i + 1..]))
            .filter(|_| columns.len() > 1 && (has(Column::Date) || has(Column::End)))
    })
}

struct Line<'a> {
    row: &'a Row,
    header: &'a Row,
    columns: &'a Columns,
}

impl Line<'_> {
    fn text(&self, column: Column) -> &str {
        self.columns.get(&column).map_or("", |at| self.row.cell(*at).trim())
    }

    /// The refusal of a cell. Its text is said again only where it can be no name.
    fn bad(&self, column: Column, reason: Msg) -> BadLine {
        let title = self.columns.get(&column).map_or("", |at| self.header.cell(*at));
        let text = self.text(column);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let harmless = text.len() <= 20 && letters <= 3 && !nir::contains(text);
        refused(self.row.number, title, if harmless { reason } else { Msg::new("import-agenda-cell") })
    }

    /// Adds the line; inside, what is wrong with it; outside, what is wrong with the file.
    fn read(&self, reader: &mut Reader, twins: &mut HashMap<String, usize>) -> Result<Result<(), BadLine>, Msg> {
        let words = format!("{} {}", self.text(Column::Kind), self.text(Column::Title));
        let named = match (self.text(Column::Patient), self.text(Column::Given)) {
            (whole, "") => whole.to_owned(),
            // In capitals, so that the two are told apart again.
            (family, given) => format!("{} {given}", family.to_uppercase()),
        };
        let free = key(&words);
        if named.trim().is_empty() && (free.contains("libre") || free.contains("disponible")) {
            return Ok(Ok(()));
        }
        let span = match self.span(reader) {
            Ok(span) => span,
            Err(bad) => return Ok(Err(bad)),
        };
        let numbered = match self.text(Column::File) {
            "" => String::new(),
            file => format!("dossier {file}"),
        };
        let is_patient = !named.trim().is_empty();
        // Beside a patient's name a title is a reason to come; of it only a number named as such is read.
        let marked = ["dossier", "n°", "ipp"].iter().any(|mark| self.text(Column::Title).to_lowercase().contains(mark));
        let title = if is_patient && !marked { "" } else { self.text(Column::Title) };
        let text = format!("{named} | {numbered} {} {title}", self.text(Column::Born));
        let mut subject = subject::reduce(&text, is_patient, reader.names_allowed(), reader.this_year());
        // Cells that are not read as titles may hold a number all the same.
        subject.nir |= self.row.cells.iter().any(|cell| nir::contains(cell));
        reader.remember(self.row.number, &subject);
        let said = Said {
            line: self.row.number,
            words: format!("{words} {}", self.text(Column::Who)),
            // A named patient is one, even without a file number.
            kind: is_patient.then(|| subject::kind(&words, true, false)),
            place: subject::place(self.text(Column::Place), reader.names_allowed()),
            subject,
            who: [self.text(Column::Who), "", ""],
            who_column: self.columns.get(&Column::Who).map_or("", |at| self.header.cell(*at)),
        };
        let uid = self.uid(&said, span, reader, twins);
        let state = key(self.text(Column::State));
        if ["annul", "cancel", "supprim", "report"].iter().any(|stem| state.starts_with(stem)) {
            reader.cancel(uid);
            return Ok(Ok(()));
        }
        reader.add(&said, &uid, span).map(Ok)
    }

    /// The software's number, or a name made of day, hour, post and patient.
    fn uid(&self, said: &Said, span: Span, reader: &Reader, twins: &mut HashMap<String, usize>) -> String {
        let id = self.text(Column::Id);
        if !id.is_empty() {
            return digest(&["id", id]);
        }
        let (day, at) = match span {
            Span::Days(day, _) => (day, String::new()),
            Span::Hours(from, _) => (from.date().into(), from.time().to_string()),
        };
        let post = reader.post(said, day).map_or_else(String::new, |p| p.0.to_string());
        let patient = said.subject.patient.as_ref().map_or("", |p| p.file.as_str());
        let made = digest(&["row", &day.0.to_string(), &at, &post, patient]);
        let twin = twins.entry(made.clone()).or_default();
        *twin += 1;
        if *twin == 1 { made } else { digest(&[&made, &twin.to_string()]) }
    }

    fn span(&self, reader: &Reader) -> Result<Span, BadLine> {
        // `14/12/2026 09:00`, in either column.
        let (date, date_hour) = cut(self.text(Column::Date));
        let (start_date, start) = match cut(self.text(Column::Start)) {
            (hour, "") if !hour.contains(['/', '-']) || hour.len() < 6 => ("", hour),
            both => both,
        };
        let (column, date) = if date.is_empty() { (Column::Start, start_date) } else { (Column::Date, date) };
        if date.is_empty() {
            return Err(self.bad(Column::Date, Msg::new("import-agenda-no-day")));
        }
        let day = when::day(date, reader.today).map_err(|reason| self.bad(column, reason))?;
        let hour = if start.is_empty() { date_hour } else { start };
        let (end_date, end) = match cut(self.text(Column::End)) {
            (hour, "") if !hour.contains(['/', '-']) || hour.len() < 6 => ("", hour),
            both => both,
        };
        let end_date = if end_date.is_empty() { self.text(Column::EndDate) } else { end_date };
        let last = match end_date {
            "" => day,
            text => when::day(cut(text).0, day).map_err(|reason| self.bad(Column::EndDate, reason))?,
        };
        let length = match self.text(Column::Length) {
            "" => None,
            text => Some(when::length(text).map_err(|reason| self.bad(Column::Length, reason))?),
        };
        if hour.is_empty() {
            if last < day {
                return Err(self.bad(Column::EndDate, Msg::new("import-agenda-ends-first")));
            }
            return Ok(Span::Days(day, last));
        }
        let at = |day: Day, minute: u16| day.date().and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
        let clock = |text: &str| {
            // `09:00:00`, as databases write it.
            let text =
                if text.matches(':').count() == 2 { text.rsplit_once(':').map_or(text, |(h, _)| h) } else { text };
            when::minute(text)
        };
        let from = at(day, clock(hour).map_err(|reason| self.bad(Column::Start, reason))?);
        let to = match (end, length) {
            ("", length) => from + TimeDelta::minutes(i64::from(length.unwrap_or(reader.known.centre.slot_minutes))),
            (end, _) => at(last, clock(end).map_err(|reason| self.bad(Column::End, reason))?),
        };
        if to <= from {
            return Err(self.bad(Column::End, Msg::new("import-agenda-ends-first")));
        }
        Ok(Span::Hours(from, to))
    }
}

/// A date and the hour after it, if there is one.
fn cut(text: &str) -> (&str, &str) {
    let parts = text.split_once('T').filter(|(day, _)| day.ends_with(|c: char| c.is_ascii_digit()) && day.len() == 10);
    let hour_follows = |(day, hour): &(&str, &str)| {
        day.contains(['/', '-', '.']) && hour.trim_start().starts_with(|c: char| c.is_ascii_digit())
    };
    let parts = parts.or_else(|| text.split_once(' ').filter(hour_follows));
    parts.map_or((text, ""), |(day, hour)| (day.trim(), hour.trim()))
}
