//! Acts on doctors and the team.

use super::super::door::{Cx, Done, Stop, refuse};
use super::centre::named;
use crate::domain::act::{NewPerson, PeopleAct};
use crate::domain::{CentreId, Msg, PersonId, Role};
use crate::store::sql::{Columns as _, Fields, fields, params};

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

/// A role as it is stored: the words of its first column are fixed, so those that came later stand beside it, and there
/// the role of the team that may do the least.
const fn stored(role: Role) -> (Role, Option<Role>) {
    match role {
        Role::Doctor | Role::Coordination | Role::Assistant | Role::Nurse => (role, None),
        Role::HeadOffice | Role::FiguresOnly => (Role::Assistant, Some(role)),
    }
}

/// What is known of a person, as it is stored.
fn row(person: &NewPerson) -> Result<Fields, Stop> {
    let (role, beside) = stored(person.role);
    Ok(fields! {
        given: person.given.trim(),
        family: person.family.trim(),
        role: role,
        role_beside: beside,
        phone: person.phone,
        email: person.email,
        presence: presence(person.presence),
        ended: person.ended,
        status: person.doctor.status,
        department: person.doctor.department,
        birth_year: person.doctor.birth_year,
        rpps: person.doctor.rpps,
        pioneer: person.doctor.pioneer,
    })
}

/// Adds a person and says their number.
pub(super) fn insert(cx: &Cx<'_>, centre: CentreId, person: &NewPerson) -> Result<PersonId, Stop> {
    named(&person.family)?;
    cx.add("person", row(person)?.and(fields! { centre: centre })).map(PersonId)
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
    // A doctor may be every centre's.
    let which = "id = ? AND (centre = ? OR role = 'Doctor')";
    cx.set("person", row(person)?, which, &[id.0, cx.centre()?.0])
}
