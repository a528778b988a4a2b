//! When volunteers could come, read from a spreadsheet without writing anything: name, given name, from, to, answer.
//!
//! Columns come in any order, in French or in English. `du` may hold a whole span (`s20-s24`, `mai`), and `au` is then
//! empty; with no answer the days are a yes. All lines or none: each bad one is named.

use std::collections::BTreeMap;

use super::columns::Columns;
use crate::domain::availability::Answer;
use crate::domain::collective::Collective;
use crate::domain::draft::names;
use crate::domain::draft::span::spans;
use crate::domain::draft::text::{self, key};
use crate::domain::draft::when;
use crate::domain::record::Availability;
use crate::domain::rota_import::BadLine;
use crate::domain::{Day, Msg, People, Person, PersonId};

/// Longest note that is kept.
const NOTE: usize = 200;

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// What is new, in the order of the file.
    pub new: Vec<Availability>,
    /// Lines that are known already.
    pub same: usize,
    pub bad: Vec<BadLine>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Family,
    Given,
    From,
    To,
    Answer,
    Note,
}

impl Column {
    fn of(header: &str) -> Option<Self> {
        Some(match key(header).as_str() {
            "nom" | "medecin" | "nom de famille" | "name" | "family name" | "last name" | "doctor" => Self::Family,
            "prenom" | "given name" | "first name" => Self::Given,
            "du" | "debut" | "quand" | "periode" | "from" | "start" | "when" => Self::From,
            "au" | "fin" | "to" | "until" | "end" => Self::To,
            "reponse" | "disponibilite" | "disponible" | "answer" | "availability" | "available" => Self::Answer,
            "note" | "remarque" | "commentaire" | "remark" | "comment" => Self::Note,
            _ => return None,
        })
    }
}

/// What is wrong with a line, and in which column.
type Wrong = (Column, Msg);

/// Reads availabilities and says what their import would do.
#[must_use]
pub fn read(bytes: &[u8], people: &People, known: &Collective, today: Day) -> Preview {
    let mut preview = Preview::default();
    let complete = |at: &BTreeMap<Column, usize>| at.contains_key(&Column::Family) && at.contains_key(&Column::From);
    let table = match Columns::read(bytes, Column::of, complete, "import-availability-header") {
        Ok(table) => table,
        Err(bad) => {
            preview.bad.push(bad);
            return preview;
        }
    };
    for row in table.lines() {
        let read = row.and_then(|row| {
            line(|column| table.cell(row, column), people, today)
                .map_err(|(column, reason)| table.bad(row, column, reason))
        });
        match read {
            Ok(read) => {
                for one in read {
                    let is_it = |other: &Availability| {
                        (other.person, other.from, other.to, other.answer) == (one.person, one.from, one.to, one.answer)
                    };
                    if known.availability.iter().any(|listed| is_it(&listed.what)) || preview.new.iter().any(is_it) {
                        preview.same += 1;
                    } else {
                        preview.new.push(one);
                    }
                }
            }
            Err(bad) => preview.bad.push(bad),
        }
    }
    preview
}

fn line<'a>(cell: impl Fn(Column) -> &'a str, people: &People, today: Day) -> Result<Vec<Availability>, Wrong> {
    let person = doctor(cell(Column::Family), cell(Column::Given), people).map_err(|why| (Column::Family, why))?;
    let answer = answer(cell(Column::Answer))
        .ok_or_else(|| (Column::Answer, Msg::new("import-availability-answer").with("text", cell(Column::Answer))))?;
    let note = text::checked(&text::line(cell(Column::Note)), NOTE).map_err(|why| (Column::Note, why))?;
    let days = match (cell(Column::From), cell(Column::To)) {
        (from, "") => spans(from, today).map_err(|why| (Column::From, why))?,
        (from, to) => {
            let from = when::day(from, today).map_err(|why| (Column::From, why))?;
            // Without a year it is the next such day after the first.
            let to = when::day(to, from.plus(60)).map_err(|why| (Column::To, why))?;
            if to < from {
                return Err((Column::To, Msg::new("forms-to-before-from")));
            }
            vec![(from, to)]
        }
    };
    Ok(days
        .into_iter()
        .map(|(from, to)| Availability { person, from, to, answer, note: note.clone(), by: None })
        .collect())
}

/// The doctor of that name; the family name alone is enough where only one bears it.
fn doctor(family: &str, given: &str, people: &People) -> Result<PersonId, Msg> {
    let is_one = |person: &&Person| {
        let whole = [person.full(), format!("{} {}", person.family, person.given)];
        let apart = names::same(&person.family, family) && (given.is_empty() || names::same(&person.given, given));
        apart || (given.is_empty() && whole.iter().any(|whole| names::same(whole, family)))
    };
    let found: Vec<&Person> = people.doctors().filter(is_one).collect();
    match found[..] {
        [one] => Ok(one.id),
        [] => Err(Msg::new("import-availability-nobody")),
        _ => {
            let names: Vec<String> = found.into_iter().map(Person::full).collect();
            Err(Msg::new("import-which-doctor").with("doctors", names.join(", ")))
        }
    }
}

fn answer(text: &str) -> Option<Answer> {
    Some(match key(text).as_str() {
        "" | "oui" | "o" | "x" | "ok" | "1" | "disponible" | "dispo" | "libre" | "yes" | "y" | "available" => {
            Answer::Yes
        }
        "peut etre" | "a voir" | "a confirmer" | "si besoin" | "perhaps" | "maybe" | "p" => Answer::Perhaps,
        "non" | "n" | "0" | "pas disponible" | "indisponible" | "no" | "unavailable" | "not available" => Answer::No,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Role;
    use crate::domain::collective::Listed;
    use crate::domain::fixture::{person, row};

    fn today() -> Day {
        Day::ymd(2026, 11, 30).unwrap()
    }

    fn people() -> People {
        let named = |id, given: &str, family: &str| {
            let mut doctor = person(PersonId(id), Role::Doctor);
            (doctor.given, doctor.family) = (given.into(), family.into());
            doctor
        };
        let mut nurse = named(9, "Nadia", "Vidal");
        nurse.role = Role::Nurse;
        [named(1, "Hélène", "Vidal"), named(2, "Paul", "Roche"), named(3, "Anne", "Roche"), nurse].into_iter().collect()
    }

    fn said(csv: &str) -> (Vec<String>, Vec<String>) {
        let preview = read(csv.as_bytes(), &people(), &Collective::default(), today());
        let new = preview
            .new
            .iter()
            .map(|a| format!("{} {}..{} {:?}{}", a.person, a.from.date(), a.to.date(), a.answer, a.note));
        let bad = preview.bad.iter().map(|b| format!("{} {} {} {}", b.line, b.column, b.value, b.reason.id));
        (new.collect(), bad.collect())
    }

    #[test]
    fn each_line_is_days_and_an_answer() {
        let csv = "Disponibilités\nNom;Prénom;Du;Au;Réponse;Note\nVIDAL;Helene;3/5;9/5;oui;\nRoche;Paul;s20-s21;;peut-être;par mail\n\
                   Roche;Anne;30/12;5/1;non;\nHélène Vidal;;mai et juin;;;\n;;;;;\n";
        let (new, bad) = said(csv);
        assert_eq!(bad, [""; 0]);
        assert_eq!(
            new,
            [
                "1 2027-05-03..2027-05-09 Yes",
                "2 2027-05-17..2027-05-30 Perhapspar mail",
                "3 2026-12-30..2027-01-05 No",
                "1 2027-05-01..2027-05-31 Yes",
                "1 2027-06-01..2027-06-30 Yes",
            ]
        );
    }

    #[test]
    fn each_bad_line_is_named() {
        let csv = "nom,prénom,du,au,réponse\nDurand,,mai,,oui\nRoche,,mai,,oui\nVidal,,fin mai,,oui\nVidal,,mai,,bof\n\
                   Vidal,,9/5/2027,3/5/2027,oui\nVidal,,2 55 08 14 168 025 38,,oui\nVidal,,3/5,un jour,oui\n";
        let (_, bad) = said(csv);
        assert_eq!(
            bad,
            [
                "2 nom Durand import-availability-nobody",
                "3 nom Roche import-which-doctor",
                "4 du fin mai span-vague",
                "5 réponse bof import-availability-answer",
                "6 au 3/5/2027 forms-to-before-from",
                "7 du  draft-nir",
                "8 au un jour draft-day",
            ]
        );
        assert_eq!(said("a;b\n1;2\n").1, ["1   import-availability-header"]);
    }

    #[test]
    fn what_is_known_or_said_twice_is_kept_once() {
        let csv = "nom;du;au\nVidal;3/5;9/5\nVidal;3/5/2027;9/5/2027\n".as_bytes();
        let first = read(csv, &people(), &Collective::default(), today());
        assert_eq!((first.new.len(), first.same), (1, 1));
        let known = Collective {
            availability: vec![Listed { what: first.new[0].clone(), row: row(1) }],
            ..Collective::default()
        };
        let again = read(csv, &people(), &known, today());
        assert_eq!((again.new.len(), again.same), (0, 2));
    }
}
