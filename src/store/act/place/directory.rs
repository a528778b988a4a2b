//! Acts on the directory.

use super::super::super::door::{Cx, Done, Stop, refuse};
use super::super::centre::named;
use crate::domain::act::NewContact;
use crate::domain::{ContactId, Msg};
use crate::store::sql::{Columns as _, params};

pub(super) fn add(new: &NewContact, cx: &Cx<'_>) -> Result<Done, Stop> {
    named(&new.name)?;
    cx.run_one(
        "INSERT INTO contact(centre, kind, name, purpose, phone, direct, hours, note, checked, begun)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            cx.centre()?,
            new.kind,
            new.name,
            new.purpose,
            new.phone,
            new.direct,
            new.hours,
            new.note,
            new.checked,
            cx.now.at
        ],
    )?;
    Ok(said("store-said-contact-added", &new.name))
}

pub(super) fn edit(id: ContactId, new: &NewContact, cx: &Cx<'_>) -> Result<Done, Stop> {
    named(&new.name)?;
    // Whoever only makes sure of it, in the form, has changed nothing that it says.
    cx.run_one(
        "UPDATE contact SET
           author = iif((kind, name, purpose, phone, direct, hours, note) = (?1, ?2, ?3, ?4, ?5, ?6, ?7), author, ?9),
           written = iif((kind, name, purpose, phone, direct, hours, note) = (?1, ?2, ?3, ?4, ?5, ?6, ?7), written, ?10),
           kind = ?1, name = ?2, purpose = ?3, phone = ?4, direct = ?5, hours = ?6, note = ?7, checked = ?8
         WHERE id = ?11 AND centre = ?12",
        params![
            new.kind,
            new.name,
            new.purpose,
            new.phone,
            new.direct,
            new.hours,
            new.note,
            new.checked,
            cx.author()?.id,
            cx.now.at,
            id,
            cx.centre()?
        ],
    )?;
    Ok(said("store-said-contact-edited", &new.name))
}

/// Takes an entry out with the calls to it; undone, all of it comes back.
pub(super) fn remove(id: ContactId, cx: &Cx<'_>) -> Result<Done, Stop> {
    cx.run("DELETE FROM contact_call WHERE contact = ?1 AND centre = ?2", params![id, cx.centre()?])?;
    cx.run_one("DELETE FROM contact WHERE id = ?1 AND centre = ?2", params![id, cx.centre()?])?;
    Ok(Done::said(Msg::new("store-said-contact-removed")))
}

pub(super) fn check(id: ContactId, cx: &Cx<'_>) -> Result<Done, Stop> {
    let name = name(id, cx)?;
    cx.run_one("UPDATE contact SET checked = ?1 WHERE id = ?2", params![cx.now.day, id])?;
    Ok(said("store-said-contact-checked", &name))
}

pub(super) fn call(id: ContactId, answered: bool, cx: &Cx<'_>) -> Result<Done, Stop> {
    let name = name(id, cx)?;
    cx.run_one(
        "INSERT INTO contact_call(centre, contact, author, entered_by, at, answered) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![cx.centre()?, id, cx.author()?.id, cx.who.entered_by(), cx.now.at, answered],
    )?;
    Ok(said(if answered { "store-said-answered" } else { "store-said-unanswered" }, &name))
}

fn said(id: &'static str, name: &str) -> Done {
    Done::said(Msg::new(id).with("name", name))
}

/// The name of an entry that is there.
fn name(id: ContactId, cx: &Cx<'_>) -> Result<String, Stop> {
    use rusqlite::OptionalExtension;
    let mut sql = cx.conn.prepare_cached("SELECT name FROM contact WHERE id = ?1 AND centre = ?2")?;
    let found: Option<String> = sql.query_row(params![id, cx.centre()?], |row| row.col(0)).optional()?;
    found.map_or_else(|| refuse(Msg::new("store-gone")), Ok)
}

#[cfg(test)]
mod tests {
    use super::super::super::super::testing::{Desk, GARNIER, friday, someone};
    use super::*;
    use crate::domain::act::{PeopleAct, PlaceAct};
    use crate::domain::place::{Contact, ContactKind, ContactPast};
    use crate::domain::{Now, PersonId, Role, Who};
    use crate::protocol::{Reply, question};

    fn cardio(phone: &str) -> NewContact {
        NewContact {
            kind: ContactKind::Specialist,
            name: "Cardiologie".into(),
            phone: phone.into(),
            checked: Some(friday().day.plus(-400)),
            ..NewContact::default()
        }
    }

    fn directory(desk: &Desk) -> (Vec<Contact>, Vec<ContactPast>) {
        let (contacts, past) = desk.ask(question::Directory);
        (contacts.into_iter().map(|kept| kept.what).collect(), past.into_values().flatten().collect())
    }

    fn undo(desk: &mut Desk) {
        let reply = desk.store.undo(Who::is(GARNIER), desk.now);
        assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
    }

    #[test]
    fn every_version_of_an_entry_is_readable_with_its_author() {
        let mut desk = Desk::new();
        desk.act(GARNIER, PeopleAct::Add(someone("Rose", "Nio", Role::Nurse)));
        let nurse = PersonId(2);
        desk.act(GARNIER, PlaceAct::AddContact(cardio("0536490241")));
        let begun = desk.now.at;
        desk.now = Now::on(friday().day.plus(3), 9, 0);
        desk.act(GARNIER, PlaceAct::CheckContact(ContactId(1)));
        assert_eq!(directory(&desk).0[0].written, None, "only made sure of");
        desk.act(nurse, PlaceAct::EditContact(ContactId(1), cardio("0536490242")));
        let (contacts, past) = directory(&desk);
        assert_eq!((contacts[0].begun, contacts[0].written), (begun, Some((nurse, desk.now.at))));
        let past: Vec<_> = past.iter().map(|p| (p.what.phone.as_str(), p.what.checked, p.author)).collect();
        let (before, today) = (friday().day.plus(-400), desk.now.day);
        assert_eq!(
            past,
            [
                ("0536490241", Some(before), GARNIER),
                ("0536490241", Some(today), GARNIER),
                ("0536490242", Some(before), nurse)
            ]
        );
    }

    #[test]
    fn a_tick_is_dated_named_and_undone_and_touches_nobody_who_edits() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.act(GARNIER, PlaceAct::AddContact(cardio("1")));
        let revs = |desk: &Desk| {
            let (contacts, _) = desk.ask(question::Directory);
            contacts[0].rev
        };
        let rev = revs(&desk);
        let call = |answered| PlaceAct::Call { contact: ContactId(1), answered };
        desk.act(vidal, call(true));
        desk.act(GARNIER, call(false));
        assert_eq!(revs(&desk), rev);
        let calls = |desk: &Desk| -> Vec<(PersonId, bool)> {
            directory(desk).0[0].calls.iter().map(|c| (c.person, c.answered)).collect()
        };
        assert_eq!(calls(&desk), [(vidal, true), (GARNIER, false)]);
        undo(&mut desk);
        assert_eq!(calls(&desk), [(vidal, true)]);
        assert_eq!(desk.refused(vidal, PlaceAct::Call { contact: ContactId(7), answered: true }), "store-gone");
        // A call of more than a year ago says nothing any more.
        desk.now = Now::on(friday().day.plus(366), 9, 0);
        assert_eq!(calls(&desk), []);
    }

    #[test]
    fn an_entry_goes_with_its_calls_and_comes_back_with_them() {
        let mut desk = Desk::new();
        desk.act(GARNIER, PlaceAct::AddContact(cardio("1")));
        desk.act(GARNIER, PlaceAct::Call { contact: ContactId(1), answered: true });
        desk.act(GARNIER, PlaceAct::RemoveContact(ContactId(1)));
        assert_eq!(directory(&desk).0, []);
        undo(&mut desk);
        assert_eq!(directory(&desk).0[0].calls.len(), 1);
    }
}
