//! Acts on doctors and the team.

use super::super::door::{Cx, Done, Stop, refuse};
use super::centre::named;
use crate::domain::act::{NewPerson, PeopleAct};
use crate::domain::{CentreId, Msg, PersonId, Role};
use crate::store::sql::{Columns as _, params};

pub(super) fn run(act: &PeopleAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        PeopleAct::Add(person) => {
            insert(cx, cx.centre()?, person)?;
            Ok(Done::said(Msg::new("store-said-person-added").with("name", full(person))))
        }
        PeopleAct::Edit(id, person) => {
            edit(cx, *id, person)?;
            Ok(Done::said(Msg::new("store-said-person-edited").with("name", full(person))))
        }
    }
}

fn full(person: &NewPerson) -> String {
    format!("{} {}", person.given, person.family).trim().to_owned()
}

/// Days of presence as they are stored, Monday first.
fn presence(days: [bool; 7]) -> String {
    days.iter().map(|present| if *present { '1' } else { '0' }).collect()
}

/// Adds a person and says their number.
pub(super) fn insert(cx: &Cx<'_>, centre: CentreId, person: &NewPerson) -> Result<PersonId, Stop> {
    named(&person.family)?;
    let id = cx.insert(
        "INSERT INTO person(centre, given, family, role, phone, email, presence, ended, status, department, birth_year,
           rpps, pioneer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            centre,
            person.given.trim(),
            person.family.trim(),
            person.role,
            person.phone,
            person.email,
            presence(person.presence),
            person.ended,
            person.doctor.status,
            person.doctor.department,
            person.doctor.birth_year,
            person.doctor.rpps,
            person.doctor.pioneer
        ],
    )?;
    Ok(PersonId(id))
}

/// Changes what is known of a person.
pub(super) fn edit(cx: &Cx<'_>, id: PersonId, person: &NewPerson) -> Result<(), Stop> {
    named(&person.family)?;
    if person.role != Role::Doctor {
        let mut stays = cx.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM stay WHERE doctor = ?1)")?;
        if stays.query_row(params![id], |row| row.col::<bool>(0))? {
            return refuse(Msg::new("store-doctor-has-stays").with("name", full(person)));
        }
    }
    cx.run_one(
        "UPDATE person SET given = ?1, family = ?2, role = ?3, phone = ?4, email = ?5, presence = ?6, ended = ?7,
           status = ?8, department = ?9, birth_year = ?10, rpps = ?11, pioneer = ?12 WHERE id = ?13
           AND (centre = ?14 OR role = 'Doctor')",
        params![
            person.given.trim(),
            person.family.trim(),
            person.role,
            person.phone,
            person.email,
            presence(person.presence),
            person.ended,
            person.doctor.status,
            person.doctor.department,
            person.doctor.birth_year,
            person.doctor.rpps,
            person.doctor.pioneer,
            id,
            cx.centre()?
        ],
    )
}
