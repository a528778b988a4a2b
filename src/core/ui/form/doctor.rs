//! A doctor of the collective.

use super::parts::{self, get};
use super::{Form, Spec, draft_of};
use crate::domain::act::{NewPerson, PeopleAct};
use crate::domain::draft::{department, email, names, patient, phone, rpps};
use crate::domain::rights::Right;
use crate::domain::{DoctorFacts, DoctorStatus, Msg, Person, PersonId, Role};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// A doctor of the collective.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DoctorForm {
    pub known: Option<Kept<Person>>,
}

impl Form for DoctorForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let known = self.known.as_ref().map(|known| &known.what);
        let mut statuses = vec![(String::new(), cx.t("forms-unknown"))];
        statuses.extend(parts::options(&DoctorStatus::ALL, DoctorStatus::word, cx));
        let text = |f: fn(&Person) -> Option<String>| known.and_then(f).unwrap_or_default();
        Spec {
            title: cx.t(if known.is_some() { "forms-doctor-edit" } else { "forms-doctor-new" }),
            intro: Vec::new(),
            fields: vec![
                Field::line("given", "forms-field-given"),
                Field::line("family", "forms-field-family"),
                Field::new("status", "forms-field-status", FieldKind::Picker(statuses)),
                Field::short("department", "forms-field-department"),
                Field::short("birth_year", "forms-field-birth-year"),
                Field::short("rpps", "forms-field-rpps"),
                Field::short("phone", "forms-field-phone"),
                Field::line("email", "forms-field-email"),
                Field::new("pioneer", "forms-field-pioneer", FieldKind::Check),
            ],
            raw: parts::raw([
                ("given", text(|p| Some(p.given.clone()))),
                ("family", text(|p| Some(p.family.clone()))),
                ("status", text(|p| p.doctor.status.map(|s| s.word().to_owned()))),
                ("department", text(|p| p.doctor.department.clone())),
                ("birth_year", text(|p| p.doctor.birth_year.map(|y| y.to_string()))),
                ("rpps", text(|p| p.doctor.rpps.clone())),
                ("phone", text(|p| p.phone.as_deref().map(phone::show))),
                ("email", text(|p| p.email.clone())),
                ("pioneer", text(|p| p.doctor.pioneer.then(|| "1".to_owned()))),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        use chrono::Datelike;
        let mut reading = Reading::default();
        let known = self.known.as_ref().map(|known| &known.what);
        let given = parts::needed_line(&mut reading, raw, "given");
        let family = parts::needed_line(&mut reading, raw, "family");
        if let (Some(given), Some(family)) = (&given, &family) {
            namesake(&mut reading, known.map(|p| p.id), given, family, cx);
        }
        let status = parts::chosen(&DoctorStatus::ALL, DoctorStatus::word, get(raw, "status"));
        let department = parts::maybe(&mut reading, raw, "department", department::parse);
        if let Some(name) = department.flatten().and_then(department::name) {
            reading.understood("department", name.to_owned());
        }
        let this_year = cx.now.day.date().year();
        let birth_year = parts::maybe(&mut reading, raw, "birth_year", |t| birth_year(t, this_year));
        if let Some(Some(year)) = birth_year {
            let age = Msg::new("forms-age").with("age", i64::from(this_year - i32::from(year)));
            reading.understood("birth_year", format!("{}{}", parts::year_meant(raw, year), cx.words.say(&age)));
        }
        let rpps = parts::maybe(&mut reading, raw, "rpps", rpps::rpps);
        if rpps.as_ref().is_some_and(|r| r.as_deref().is_some_and(|r| !rpps::luhn_ok(r))) {
            reading.advise("rpps", cx.t("forms-rpps-luhn"));
        }
        reading.advise("pioneer", cx.t("forms-pioneer-hint"));
        let reach = reach(&mut reading, raw);
        let new = (|| {
            let (phone, email) = reach?;
            Some(NewPerson {
                given: given?,
                family: family?,
                role: Role::Doctor,
                phone,
                email,
                presence: known.map_or([false; 7], |p| p.presence),
                ended: known.and_then(|p| p.ended),
                doctor: DoctorFacts {
                    status,
                    department: department?.map(str::to_owned),
                    birth_year: birth_year?,
                    rpps: rpps?,
                    pioneer: get(raw, "pioneer") == "1",
                },
            })
        })();
        if let (Some(new), true) = (new, reading.errors.is_empty()) {
            reading.ask = Some(save(self.known.as_ref(), new));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(draft_of("doctor", self.known.as_ref().map(|known| known.what.id.0)))
    }

    fn right(&self) -> Right {
        Right::Doctors
    }

    fn theirs(&self) -> Option<Query> {
        self.known.as_ref().map(|_| Query::Frame)
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        self.known = self.known.as_ref().and_then(|known| cx.frame.kept_person(known.what.id));
        self.known.is_some()
    }
}

/// A year in which somebody who works now can have been born.
fn birth_year(typed: &str, this_year: i32) -> Result<u16, Msg> {
    let year: u16 = patient::full_year(typed.trim(), this_year).parse().map_err(|_| Msg::new("forms-birth-year"))?;
    let age = this_year - i32::from(year);
    if (18..=100).contains(&age) { Ok(year) } else { Err(Msg::new("forms-birth-year")) }
}

/// Phone and e-mail, as the centre may reach them.
pub(super) fn reach(reading: &mut Reading, raw: &Raw) -> Option<(Option<String>, Option<String>)> {
    let phone = parts::maybe(reading, raw, "phone", phone::phone);
    if let Some(Some(kept)) = &phone {
        reading.understood("phone", phone::show(kept));
    }
    let email = parts::maybe(reading, raw, "email", email::email);
    Some((phone?, email?))
}

/// Says when somebody of that name is known already.
pub(super) fn namesake(reading: &mut Reading, id: Option<PersonId>, given: &str, family: &str, cx: &Cx) {
    let full = format!("{given} {family}");
    let twin = cx.frame.rota.people.0.values().find(|p| Some(p.id) != id && names::same(&p.full(), &full));
    if let Some(twin) = twin {
        reading.advise("family", cx.words.say(&Msg::new("forms-namesake").with("name", twin.full())));
    }
}

/// Adds or edits a person.
pub(super) fn save(known: Option<&Kept<Person>>, new: NewPerson) -> Ask {
    Ask::over(
        known,
        match known {
            Some(known) => PeopleAct::Edit(known.what.id, new),
            None => PeopleAct::Add(new),
        },
    )
}
