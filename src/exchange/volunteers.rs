//! The volunteers as they leave: a list for a spreadsheet, a workbook, their addresses for one message to all, and what is
//! kept of one of them, on paper for them.

use std::collections::BTreeSet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, XlsxError};

use super::figures::no_formula;
use crate::domain::collective::Collective;
use crate::domain::draft::text as clean;
use crate::domain::draft::{department, phone};
use crate::domain::record::{Availability, LeavingWord, Solicitation, Volunteer};
use crate::domain::{Day, Msg, People, Person, PersonId, Stay};
use crate::words::{Lang, Words};

/// The volunteers, and what is known of them.
#[derive(Debug, Clone, Copy)]
pub struct Volunteers<'a> {
    pub people: &'a People,
    pub known: &'a Collective,
    /// Only these; all, where nothing is said.
    pub only: Option<&'a BTreeSet<PersonId>>,
    pub today: Day,
}

/// What stands in a cell.
enum Cell {
    Text(String),
    Count(usize),
    Day(Option<Day>),
}

/// Identifiers of the names of the columns, and how wide a workbook makes them.
const COLUMNS: [(&str, f64); 15] = [
    ("register-name", 18.0),
    ("forms-field-given", 14.0),
    ("register-status", 18.0),
    ("register-department", 16.0),
    ("forms-field-phone", 16.0),
    ("forms-field-email", 28.0),
    ("forms-field-pioneer", 10.0),
    ("volunteer-wishes", 32.0),
    ("volunteer-intention", 16.0),
    ("volunteer-skills", 22.0),
    ("register-stays-count", 9.0),
    ("register-last-stay", 13.0),
    ("register-next-stay", 13.0),
    ("volunteer-spared", 16.0),
    ("volunteer-told", 14.0),
];

impl<'a> Volunteers<'a> {
    /// In the order of their names.
    fn each(&self) -> Vec<&'a Person> {
        let asked = |person: &&Person| self.only.is_none_or(|only| only.contains(&person.id));
        let mut all: Vec<&Person> = self.people.doctors().filter(asked).collect();
        all.sort_by_cached_key(|p| (clean::fold(&p.family), clean::fold(&p.given), p.id));
        all
    }

    fn row(&self, person: &Person, words: &Words) -> [Cell; 15] {
        let text = |text: Option<&str>| Cell::Text(clean::line(text.unwrap_or_default()));
        let none = Volunteer::default();
        let known = self.known.volunteer(person.id).unwrap_or(&none);
        let confirmed = || self.known.stays.of(person.id).filter(|stay| stay.is_confirmed());
        let place = person.doctor.department.as_deref();
        [
            text(Some(&person.family)),
            text(Some(&person.given)),
            text(person.doctor.status.map(|status| words.t(status.word())).as_deref()),
            text(place.map(|code| department::name(code).unwrap_or(code))),
            text(person.phone.as_deref().map(phone::show).as_deref()),
            text(person.email.as_deref()),
            text(person.doctor.pioneer.then(|| words.t("stats-yes")).as_deref()),
            text(Some(&known.wishes)),
            text(known.intention.map(|intention| words.t(intention.word())).as_deref()),
            text(Some(&known.skills)),
            Cell::Count(confirmed().count()),
            Cell::Day(confirmed().map(|stay| stay.to).filter(|day| *day < self.today).max()),
            Cell::Day(confirmed().map(|stay| stay.from).filter(|day| *day >= self.today).min()),
            Cell::Day(known.spared_on),
            Cell::Day(known.told_on),
        ]
    }

    /// For a spreadsheet, as the figures are.
    #[must_use]
    pub fn csv(&self, words: &Words) -> Vec<u8> {
        let delimiter = if words.lang() == Lang::Fr { b';' } else { b',' };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        // Nothing is refused on the way into memory.
        let _ = writer.write_record(COLUMNS.map(|(id, _)| words.t(id)));
        for person in self.each() {
            let _ = writer.write_record(self.row(person, words).map(|cell| match cell {
                Cell::Text(text) => no_formula(text),
                Cell::Count(count) => count.to_string(),
                Cell::Day(day) => day.map(|day| day.date().to_string()).unwrap_or_default(),
            }));
        }
        writer.into_inner().unwrap_or_default()
    }

    /// A workbook, in which days are days and text is never taken for a formula.
    ///
    /// # Errors
    /// What the maker of the file refuses: more rows than a sheet has.
    pub fn xlsx(&self, words: &Words) -> Result<Vec<u8>, Msg> {
        self.book(words).map_err(|e| Msg::new("xlsx-failed").with("reason", e.to_string()))
    }

    fn book(&self, words: &Words) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let title = words.t("register-doctors");
        // Its own hour would make two files of the same list differ, and tell when somebody worked.
        let made = ExcelDateTime::from_timestamp(i64::from(self.today.0) * 86_400)?;
        book.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&made));
        let head = Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let sheet = book.add_worksheet();
        sheet.set_name(&title)?;
        for (column, (id, width)) in (0..).zip(COLUMNS) {
            sheet.write_string_with_format(0, column, words.t(id), &head)?;
            sheet.set_column_width(column, width)?;
        }
        sheet.set_freeze_panes(1, 1)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        for (row, person) in (1..).zip(self.each()) {
            for (column, cell) in (0..).zip(self.row(person, words)) {
                match cell {
                    Cell::Text(text) => sheet.write_string(row, column, text)?,
                    Cell::Count(count) => sheet.write_number(row, column, u32::try_from(count).unwrap_or(u32::MAX))?,
                    Cell::Day(Some(on)) => {
                        let date = ExcelDateTime::parse_from_str(&on.date().to_string())?;
                        sheet.write_with_format(row, column, &date, &day)?
                    }
                    Cell::Day(None) => continue,
                };
            }
        }
        book.save_to_buffer()
    }

    /// The addresses of those who may be written to, one a line, each once: to be put where nobody sees the others'.
    /// Who is not to be asked any more, or has left, is not among them.
    #[must_use]
    pub fn emails(&self) -> String {
        let mut seen = BTreeSet::new();
        let may = |person: &&&Person| {
            let spared = self.known.volunteer(person.id).is_some_and(|known| known.spared_on.is_some());
            !spared && person.ended.is_none_or(|last| last >= self.today)
        };
        let all = self.each();
        let addresses = all.iter().filter(may).filter_map(|person| person.email.as_deref());
        let addresses = addresses.map(clean::line).filter(|a| !a.is_empty() && seen.insert(clean::fold(a)));
        addresses.flat_map(|address| [address, "\n".to_owned()]).collect()
    }
}

/// What is kept of one volunteer, part by part with its title, as they may read it: the first part has none.
#[must_use]
pub fn sheet(
    person: &Person,
    known: &Collective,
    centre: &str,
    today: Day,
    words: &Words,
) -> Vec<(String, Vec<String>)> {
    let sheet = Sheet { words, today };
    let wishes = known.volunteer(person.id).cloned().unwrap_or_default();
    let or_nothing = |lines: Vec<String>| if lines.is_empty() { vec![words.t("volunteers-nothing")] } else { lines };
    let head = Msg::new("volunteers-sheet-head").with("centre", centre).with("day", words.day_year(today));
    let told = wishes
        .told_on
        .map_or_else(|| Msg::new("volunteer-not-told"), |on| Msg::new("volunteer-told-day").with("day", on));
    let rights = ["volunteers-who-reads", "volunteers-how-long", "volunteers-rights"].map(|id| words.t(id));
    let available = known.availability_of(person.id).map(|listed| sheet.available(&listed.what)).collect();
    let asked = known.solicitations_of(person.id).map(|listed| sheet.asked(&listed.what)).collect();
    let left = known.leaving.iter().filter(|said| said.what.person == person.id);
    let left = left.map(|said| sheet.left(&said.what)).collect();
    let part = |id, lines| (words.t(id), or_nothing(lines));
    vec![
        (String::new(), vec![words.say(&head)]),
        part("volunteers-identity", sheet.identity(person)),
        part("volunteers-wished", sheet.wishes(&wishes)),
        part("volunteers-left", left),
        part("volunteers-available", available),
        part("volunteers-stays", known.stays.of(person.id).map(|stay| sheet.stayed(stay)).collect()),
        part("volunteers-asked", asked),
        part("volunteers-yours", rights.into_iter().chain([words.say(&told)]).collect()),
    ]
}

/// Says what is kept of somebody.
struct Sheet<'a> {
    words: &'a Words,
    today: Day,
}

impl Sheet<'_> {
    /// `Téléphone : 06 12 34 56 78`, where there is one.
    fn said(&self, id: &str, value: Option<String>) -> Option<String> {
        let value = value.map(|value| clean::line(&value)).filter(|value| !value.is_empty())?;
        Some(format!("{}{}{value}", self.words.t(id), self.words.t("frame-colon")))
    }

    fn identity(&self, person: &Person) -> Vec<String> {
        let facts = &person.doctor;
        let lines = [
            self.said("register-status", facts.status.map(|status| self.words.t(status.word()))),
            self.said("register-department", facts.department.clone()),
            self.said("forms-field-birth-year", facts.birth_year.map(|year| year.to_string())),
            self.said("forms-field-rpps", facts.rpps.clone()),
            self.said("forms-field-phone", person.phone.as_deref().map(phone::show)),
            self.said("forms-field-email", person.email.clone()),
            facts.pioneer.then(|| self.words.t("reason-pioneer")),
        ];
        lines.into_iter().flatten().collect()
    }

    fn wishes(&self, wishes: &Volunteer) -> Vec<String> {
        let lines = [
            self.said("volunteer-wishes", Some(wishes.wishes.clone())),
            self.said("volunteer-intention", wishes.intention.map(|i| self.words.t(i.word()))),
            self.said("volunteer-skills", Some(wishes.skills.clone())),
            wishes.declared.then(|| self.words.t("volunteer-declared")),
            self.said("volunteer-spared", wishes.spared_on.map(|day| self.words.day_year(day))),
            self.said("volunteer-notes", Some(wishes.notes.clone())),
        ];
        lines.into_iter().flatten().collect()
    }

    fn left(&self, said: &LeavingWord) -> String {
        let on = said.by.map(|(_, at)| self.words.day_year(at.day()));
        let call = self.words.t(if said.may_call { "volunteer-may-call" } else { "volunteer-may-not-call" });
        let intention = said.intention.map(|intention| self.words.t(intention.word()));
        let parts = [on, intention, Some(clean::line(&said.wishes)), Some(call)];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn span(&self, from: Day, to: Day) -> String {
        let day = |day| self.words.day_year(day);
        self.words.say(&Msg::new("volunteers-span").with("from", day(from)).with("to", day(to)))
    }

    fn told(&self, when: &str, word: &'static str, further: [&str; 2]) -> String {
        let further: Vec<&str> = further.into_iter().filter(|said| !said.is_empty()).collect();
        let behind =
            if further.is_empty() { String::new() } else { format!(" ({})", clean::line(&further.join(", "))) };
        format!("{when}{}{}{behind}", self.words.t("frame-colon"), self.words.t(word))
    }

    fn available(&self, what: &Availability) -> String {
        self.told(&self.span(what.from, what.to), what.answer.word(), [&what.note, ""])
    }

    fn stayed(&self, stay: &Stay) -> String {
        self.told(&self.span(stay.from, stay.to), stay.phase(self.today).word(), ["", ""])
    }

    fn asked(&self, what: &Solicitation) -> String {
        let on = what.asked_on.map(|on| self.words.day_year(on)).unwrap_or_default();
        self.told(&self.span(what.week.monday(), what.week.sunday()), what.answer.word(), [&on, &what.note])
    }
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};

    use super::*;
    use crate::domain::availability::Answer;
    use crate::domain::collective::Listed;
    use crate::domain::fixture::{monday, person, row, stay, week};
    use crate::domain::record::SolicitationAnswer;
    use crate::domain::{PostId, Role};

    fn doctor(id: i64, family: &str, email: &str) -> Person {
        let mut doctor = person(PersonId(id), Role::Doctor);
        doctor.family = family.into();
        doctor.phone = Some("0612345678".into());
        doctor.email = Some(email.into()).filter(|e: &String| !e.is_empty());
        doctor
    }

    fn people() -> People {
        let mut gone = doctor(4, "Parti", "parti@exemple.fr");
        gone.ended = Some(monday(40));
        let mut twin = doctor(6, "Vidal", "autre@exemple.fr");
        twin.same_as = Some(PersonId(2));
        let nurse = Person { email: Some("ide@exemple.fr".into()), ..person(PersonId(9), Role::Nurse) };
        let all = [
            doctor(1, "=1+1", "formule@exemple.fr"),
            doctor(2, "Vidal", "vidal@exemple.fr"),
            doctor(3, "Épargné", "epargne@exemple.fr"),
            gone,
            doctor(5, "Deux", "VIDAL@exemple.fr"),
            twin,
            nurse,
        ];
        all.into_iter().collect()
    }

    fn known() -> Collective {
        let listed = |what| Listed { what, row: row(1) };
        let spared = Volunteer { spared_on: Some(monday(30)), ..Volunteer::default() };
        let wishes = Volunteer { wishes: "aux beaux jours".into(), told_on: Some(monday(40)), ..Volunteer::default() };
        let mut asked = Solicitation::to_ask(PersonId(2), PostId(1), week(60));
        (asked.asked_on, asked.answer) = (Some(monday(45)), SolicitationAnswer::No);
        let said = Availability {
            person: PersonId(2),
            from: monday(70),
            to: monday(71),
            answer: Answer::Yes,
            note: "par mail".into(),
            by: None,
        };
        Collective {
            stays: [stay(1, 1, 2, 20), stay(2, 1, 2, 55)].into_iter().collect(),
            volunteers: [(PersonId(3), listed(spared)), (PersonId(2), listed(wishes))].into(),
            availability: vec![Listed { what: said, row: row(1) }],
            solicitations: vec![Listed { what: asked, row: row(1) }],
            ..Collective::default()
        }
    }

    fn list<'a>(people: &'a People, known: &'a Collective, only: Option<&'a BTreeSet<PersonId>>) -> Volunteers<'a> {
        Volunteers { people, known, only, today: monday(49) }
    }

    #[test]
    fn a_spreadsheet_has_each_doctor_once_and_no_formula() {
        let (people, known) = (people(), known());
        let said = String::from_utf8(list(&people, &known, None).csv(&Words::new(Lang::Fr))).unwrap();
        let lines: Vec<&str> = said.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[0].starts_with("nom;Prénom;statut;"), "{}", lines[0]);
        let vidal: Vec<&str> = lines.iter().copied().filter(|line| line.starts_with("Vidal")).collect();
        assert_eq!(
            vidal.iter().map(|line| line.replace(['\u{a0}', '\u{202f}'], " ")).collect::<Vec<_>>(),
            ["Vidal;Anne;;;06 12 34 56 78;vidal@exemple.fr;;aux beaux jours;;;2;2026-05-16;2027-01-11;;2026-09-28"]
        );
        assert!(lines.iter().any(|line| line.starts_with("'=1+1;")), "{said}");
        assert_eq!(lines.len(), 6, "no nurse, and nobody twice");
        let only = BTreeSet::from([PersonId(2)]);
        let said = String::from_utf8(list(&people, &known, Some(&only)).csv(&Words::new(Lang::Fr))).unwrap();
        assert_eq!(said.lines().count(), 2);
    }

    #[test]
    fn in_a_workbook_days_are_days_and_text_is_text() {
        let (people, known) = (people(), known());
        let bytes = list(&people, &known, None).xlsx(&Words::new(Lang::Fr)).unwrap();
        let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range("Médecins").unwrap();
        let rows: Vec<_> = sheet.rows().collect();
        assert_eq!(rows.len(), 6);
        assert_eq!(rows[1][0], Data::String("=1+1".into()));
        let vidal = rows.iter().find(|row| row[0] == Data::String("Vidal".into())).unwrap();
        assert_eq!(vidal[10], Data::Float(2.0));
        assert!(matches!(vidal[12], Data::DateTime(_)), "{:?}", vidal[12]);
    }

    #[test]
    fn who_may_not_be_written_to_has_no_line_and_nobody_has_two() {
        let (people, known) = (people(), known());
        assert_eq!(list(&people, &known, None).emails(), "formule@exemple.fr\nVIDAL@exemple.fr\n");
    }

    #[test]
    fn a_volunteer_reads_all_that_is_kept_of_them() {
        let (people, known) = (people(), known());
        let vidal = people.get(PersonId(2)).unwrap();
        let parts = sheet(vidal, &known, "Centre d'Ajain", monday(49), &Words::new(Lang::Fr).on(monday(49)));
        let said: Vec<String> = parts.into_iter().flat_map(|(title, lines)| [vec![title], lines].concat()).collect();
        let said = said.join("\n").replace(['\u{a0}', '\u{202f}'], " ");
        expect_test::expect![[r#"

            Ce que garde le Centre d'Ajain de vous, au lun. 30 nov. 2026.
            Qui vous êtes
            Téléphone : 06 12 34 56 78
            Courriel : vidal@exemple.fr
            Ce que vous souhaitez
            Souhaits : aux beaux jours
            Dit en partant
            Rien.
            Quand vous pouviez venir
            du lun. 26 avril 2027 au lun. 3 mai 2027 : disponible (par mail)
            Vos séjours
            du lun. 11 mai 2026 au sam. 16 mai 2026 : terminé
            du lun. 11 janv. 2027 au sam. 16 janv. 2027 : confirmé
            Quand on vous a sollicité
            du lun. 15 févr. 2027 au dim. 21 févr. 2027 : non (lun. 2 nov. 2026)
            Vos droits
            La coordination et le siège lisent cette page. L'équipe et les autres médecins ne voient que votre nom, vos séjours et vos coordonnées.
            Un refus ne se garde pas plus d'un an. Après trois ans sans nouvelles, on vous demande, ou tout est effacé sauf votre nom sur vos séjours.
            Vous pouvez faire corriger ou effacer ces lignes, et demander qu'on ne vous sollicite plus : dites-le à la coordination.
            Informé le lun. 28 sept. de ce qui est gardé."#]].assert_eq(&said);
        let bare =
            sheet(people.get(PersonId(1)).unwrap(), &Collective::default(), "C", monday(49), &Words::new(Lang::En));
        assert_eq!(bare.iter().filter(|(_, lines)| lines == &["Nothing."]).count(), 5);
    }
}
