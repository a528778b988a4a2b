//! A rota from a spreadsheet: all lines or none, as one change.

use std::collections::HashMap;

use rusqlite::params;

use super::super::door::{Cx, Done, Stop};
use super::super::fold::fold_name;
use super::{people, stay};
use crate::domain::act::{NewPerson, NewStay, RotaLine};
use crate::domain::{Msg, PersonId, PostId, Role};

pub(super) fn run(lines: &[RotaLine], cx: &Cx<'_>) -> Result<Done, Stop> {
    let posts = posts(cx)?;
    let mut doctors = doctors(cx)?;
    let (mut stays, mut new) = (0_usize, 0_usize);
    for line in lines {
        let post = post_of(&posts, &line.post)?;
        let doctor = if let Some(id) = known(&doctors, &line.doctor) {
            id
        } else {
            let doctor = NewPerson { role: Role::Doctor, ..line.doctor.clone() };
            let id = people::insert(cx, cx.centre()?, &doctor)?;
            doctors.entry(key(&doctor.given, &doctor.family)).or_insert(id);
            new += 1;
            id
        };
        if is_there(cx, post, doctor, line)? {
            continue;
        }
        stay::add(cx, &NewStay { post, doctor, from: line.from, to: line.to, state: line.state })?;
        stays += 1;
    }
    Ok(Done::said(Msg::new("store-said-imported").with("stays", stays).with("doctors", new)))
}

/// A doctor's name as it is compared: family name, given name.
type Key = (String, String);

fn key(given: &str, family: &str) -> Key {
    (fold_name(family), fold_name(given))
}

fn doctors(cx: &Cx<'_>) -> Result<HashMap<Key, PersonId>, Stop> {
    let mut sql = cx
        .conn
        .prepare_cached("SELECT id, given, family FROM person WHERE centre = ?1 AND role = 'Doctor' ORDER BY id")?;
    let mut rows = sql.query([cx.centre()?])?;
    let mut doctors = HashMap::new();
    while let Some(row) = rows.next()? {
        let key = key(&row.get::<_, String>(1)?, &row.get::<_, String>(2)?);
        doctors.entry(key).or_insert(row.get(0)?);
    }
    Ok(doctors)
}

/// The doctor of that name; a family name alone names the only doctor who has it.
fn known(doctors: &HashMap<Key, PersonId>, person: &NewPerson) -> Option<PersonId> {
    let key = key(&person.given, &person.family);
    if !key.1.is_empty() {
        return doctors.get(&key).copied();
    }
    let mut same = doctors.iter().filter(|((family, _), _)| *family == key.0).map(|(_, id)| *id);
    let first = same.next();
    first.filter(|_| same.next().is_none())
}

fn posts(cx: &Cx<'_>) -> Result<Vec<(PostId, String)>, Stop> {
    let mut sql = cx.conn.prepare_cached("SELECT id, name FROM post WHERE centre = ?1 ORDER BY id")?;
    let rows = sql.query_map([cx.centre()?], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The post of that name, or the only one when a line names none.
fn post_of(posts: &[(PostId, String)], name: &str) -> Result<PostId, Stop> {
    let found = match (fold_name(name).as_str(), posts) {
        ("", [(only, _)]) => Some(*only),
        ("", _) => None,
        (folded, posts) => posts.iter().find(|(_, other)| fold_name(other) == folded).map(|(id, _)| *id),
    };
    found.ok_or_else(|| Stop::Refused(Msg::new("store-import-post").with("name", name)))
}

/// Whether the stay is there already: a second import of the same file adds nothing.
fn is_there(cx: &Cx<'_>, post: PostId, doctor: PersonId, line: &RotaLine) -> Result<bool, Stop> {
    let mut sql = cx.conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM stay WHERE centre = ?1 AND post = ?2 AND doctor = ?3 AND from_day = ?4)",
    )?;
    Ok(sql.query_row(params![cx.centre()?, post, doctor, line.from], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, POST, s, someone};
    use super::*;
    use crate::domain::StayState;
    use crate::domain::act::Act;
    use crate::protocol::{Page, Query};

    fn line(given: &str, family: &str, week: u32, post: &str) -> RotaLine {
        RotaLine {
            post: post.into(),
            doctor: someone(given, family, Role::Doctor),
            from: s(week).monday(),
            to: s(week).monday().plus(5),
            state: StayState::Confirmed,
        }
    }

    fn rota(desk: &Desk) -> crate::domain::Rota {
        match desk.page(&Query::Frame) {
            Page::Frame(frame) => frame.rota,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn known_doctors_are_found_whatever_their_accents_and_a_second_import_adds_nothing() {
        let mut desk = Desk::new();
        desk.doctor("Le Bœuf");
        let lines = vec![
            line("HELENE", "LE BOEUF", 49, ""),
            line("Marc", "Roche", 50, "medecin"),
            line("marc", "ROCHE", 51, "MÉDECIN"),
        ];
        desk.act(GARNIER, Act::ImportRota(lines.clone()));
        let found = rota(&desk);
        assert_eq!(found.people.0.len(), 3, "Garnier, Le Bœuf, Roche");
        assert_eq!(
            found.stays.iter().map(|s| (s.doctor.0, s.post)).collect::<Vec<_>>(),
            [(2, POST), (3, POST), (3, POST)]
        );
        assert_eq!(desk.refused(GARNIER, Act::ImportRota(lines)), "store-nothing");
        let before = desk.dump();
        desk.store.undo(crate::domain::Who::is(GARNIER), desk.now);
        assert_eq!(rota(&desk).stays, []);
        assert_eq!(rota(&desk).people.0.len(), 2);
        desk.store.redo(crate::domain::Who::is(GARNIER), desk.now);
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn one_bad_line_and_nothing_is_written() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.stay(vidal, s(50));
        let before = desk.dump();
        let clash = vec![line("Marc", "Roche", 49, ""), line("Marc", "Roche", 50, "")];
        assert_eq!(desk.refused(GARNIER, Act::ImportRota(clash)), "store-overlap");
        let post = vec![line("Marc", "Roche", 49, ""), line("Marc", "Roche", 51, "Poste 2")];
        assert_eq!(desk.refused(GARNIER, Act::ImportRota(post)), "store-import-post");
        assert_eq!(desk.dump(), before);
    }
}
