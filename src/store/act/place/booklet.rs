//! Acts on the booklet: a page points at the version of it that holds, and every version stays.

use rusqlite::OptionalExtension;

use super::super::super::door::{Cx, Done, Stop, refuse};
use super::super::centre::named;
use crate::domain::act::NewPage;
use crate::domain::place::secret;
use crate::domain::{Msg, PageId, Role, VersionId};
use crate::store::sql::{Columns as _, params};

/// The version that holds, and whether the page is taken out.
fn head(page: PageId, cx: &Cx<'_>) -> Result<(VersionId, bool), Stop> {
    let mut sql = cx.conn.prepare_cached("SELECT head, removed FROM guide_page WHERE id = ?1 AND centre = ?2")?;
    let found = sql.query_row(params![page, cx.centre()?], |row| Ok((row.col(0)?, row.col(1)?))).optional()?;
    found.map_or_else(|| refuse(Msg::new("store-gone")), Ok)
}

/// What a version says, and of which page it is.
fn version(id: VersionId, cx: &Cx<'_>) -> Result<(PageId, NewPage), Stop> {
    let mut sql =
        cx.conn.prepare_cached("SELECT page, chapter, title, text FROM guide_version WHERE id = ?1 AND centre = ?2")?;
    let found = sql
        .query_row(params![id, cx.centre()?], |row| {
            Ok((row.col(0)?, NewPage { chapter: row.col(1)?, title: row.col(2)?, text: row.col(3)? }))
        })
        .optional()?;
    found.map_or_else(|| refuse(Msg::new("store-gone")), Ok)
}

/// The booklet is the team's to keep; a doctor may dictate to one of them.
fn of_the_team(cx: &Cx<'_>) -> Result<(), Stop> {
    if cx.author()?.role == Role::Doctor && cx.who.entered_by().is_none() {
        return refuse(Msg::new("store-booklet-team"));
    }
    Ok(())
}

/// A title as it may stand in the history: without what is secret in it.
fn said(id: &'static str, what: &NewPage) -> Done {
    Done::said(Msg::new(id).with("title", secret::masked(&what.title)))
}

/// Saves a version of a page and says its number.
fn save(page: PageId, what: &NewPage, cx: &Cx<'_>) -> Result<VersionId, Stop> {
    let id = cx.insert(
        "INSERT INTO guide_version(centre, page, chapter, title, text, author, entered_by, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            cx.centre()?,
            page,
            what.chapter,
            what.title,
            what.text,
            cx.author()?.id,
            cx.who.entered_by(),
            cx.now.at
        ],
    )?;
    Ok(VersionId(id))
}

/// The version holds from now on; a page that was taken out is back.
fn hold(page: PageId, version: VersionId, cx: &Cx<'_>) -> Result<(), Stop> {
    cx.run_one("UPDATE guide_page SET head = ?1, removed = 0 WHERE id = ?2", params![version, page])
}

pub(super) fn add(new: &NewPage, cx: &Cx<'_>) -> Result<Done, Stop> {
    of_the_team(cx)?;
    named(&new.title)?;
    // A page and its first version point at each other: the number of the version is known beforehand.
    let mut next =
        cx.conn.prepare_cached("SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'guide_version'")?;
    let next: VersionId = next.query_row([], |row| row.col(0))?;
    let page = PageId(cx.insert("INSERT INTO guide_page(centre, head) VALUES (?1, ?2)", params![cx.centre()?, next])?);
    save(page, new, cx)?;
    Ok(said("store-said-page-added", new))
}

pub(super) fn edit(page: PageId, new: &NewPage, cx: &Cx<'_>) -> Result<Done, Stop> {
    of_the_team(cx)?;
    named(&new.title)?;
    let (before, _) = head(page, cx)?;
    if version(before, cx)?.1 == *new {
        return refuse(Msg::new("store-page-same"));
    }
    hold(page, save(page, new, cx)?, cx)?;
    Ok(said("store-said-page-edited", new))
}

pub(super) fn remove(page: PageId, cx: &Cx<'_>) -> Result<Done, Stop> {
    of_the_team(cx)?;
    let (last, removed) = head(page, cx)?;
    if removed {
        return refuse(Msg::new("store-gone"));
    }
    cx.run_one("UPDATE guide_page SET removed = 1 WHERE id = ?1", params![page])?;
    Ok(said("store-said-page-removed", &version(last, cx)?.1))
}

pub(super) fn put_back(id: VersionId, cx: &Cx<'_>) -> Result<Done, Stop> {
    of_the_team(cx)?;
    let (page, what) = version(id, cx)?;
    let (last, removed) = head(page, cx)?;
    match (version(last, cx)?.1 == what, removed) {
        (true, false) => return refuse(Msg::new("store-page-same")),
        // Nothing new is said: who has read it has read it.
        (true, true) => hold(page, last, cx)?,
        _ => hold(page, save(page, &what, cx)?, cx)?,
    }
    Ok(said("store-said-page-back", &what))
}

pub(super) fn check(page: PageId, cx: &Cx<'_>) -> Result<Done, Stop> {
    of_the_team(cx)?;
    let (last, _) = head(page, cx)?;
    cx.run_one(
        "INSERT INTO guide_check(centre, page, person, entered_by, day) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![cx.centre()?, page, cx.author()?.id, cx.who.entered_by(), cx.now.day],
    )?;
    Ok(said("store-said-page-checked", &version(last, cx)?.1))
}

pub(super) fn read(id: VersionId, cx: &Cx<'_>) -> Result<Done, Stop> {
    let author = cx.author()?;
    if author.role != Role::Doctor {
        return refuse(Msg::new("store-read-doctor"));
    }
    let (page, what) = version(id, cx)?;
    if head(page, cx)? != (id, false) {
        return refuse(Msg::new("store-page-changed"));
    }
    let mut known =
        cx.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM guide_read WHERE version = ?1 AND person = ?2)")?;
    if known.query_row(params![id, author.id], |row| row.col::<bool>(0))? {
        return refuse(Msg::new("store-read-already"));
    }
    cx.run_one(
        "INSERT INTO guide_read(centre, version, person, entered_by, at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![cx.centre()?, id, author.id, cx.who.entered_by(), cx.now.at],
    )?;
    Ok(said("store-said-page-read", &what))
}

#[cfg(test)]
mod tests {
    use super::super::super::super::testing::{Desk, GARNIER, friday, s};
    use super::*;
    use crate::domain::act::{Act, PlaceAct};
    use crate::domain::briefing::Reader;
    use crate::domain::place::{Chapter, GuidePage, PlaceNews, Version};
    use crate::domain::{Now, PersonId, Who};
    use crate::protocol::{Kept, Reply, Table, Write, question};

    const PAGE: PageId = PageId(1);

    fn new(text: &str) -> NewPage {
        NewPage { chapter: Chapter::Access, title: "Codes".into(), text: text.into() }
    }

    fn booklet(desk: &Desk) -> Vec<Kept<GuidePage>> {
        desk.ask(question::Booklet)
    }

    fn only(desk: &Desk) -> GuidePage {
        booklet(desk).remove(0).what
    }

    fn versions(desk: &Desk) -> Vec<Version> {
        desk.ask(question::Versions(PAGE))
    }

    fn texts(desk: &Desk) -> Vec<String> {
        versions(desk).into_iter().map(|v| v.what.text).collect()
    }

    fn undo(desk: &mut Desk, who: PersonId) -> Reply {
        desk.store.undo(Who::is(who), desk.now)
    }

    /// A page of two versions.
    fn twice() -> Desk {
        let mut desk = Desk::new();
        desk.act(GARNIER, PlaceAct::AddPage(new("Porte ((1234))")));
        desk.now = Now::on(friday().day.plus(1), 9, 0);
        desk.act(GARNIER, PlaceAct::EditPage(PAGE, new("Porte ((4821))")));
        desk
    }

    #[test]
    fn every_version_stays_and_an_older_one_is_put_back_as_a_new_one() {
        let mut desk = twice();
        assert_eq!(texts(&desk), ["Porte ((4821))", "Porte ((1234))"]);
        assert_eq!(desk.refused(GARNIER, PlaceAct::EditPage(PAGE, new("Porte ((4821))"))), "store-page-same");
        let said = desk.act(GARNIER, PlaceAct::PutBack(VersionId(1)));
        assert_eq!(said.id, "store-said-page-back");
        assert_eq!(texts(&desk), ["Porte ((1234))", "Porte ((4821))", "Porte ((1234))"]);
        let page = only(&desk);
        assert_eq!((page.head.id, page.versions, page.begun), (VersionId(3), 3, friday().at));
        undo(&mut desk, GARNIER);
        assert_eq!((only(&desk).head.id, texts(&desk).len()), (VersionId(2), 2));
        undo(&mut desk, GARNIER);
        undo(&mut desk, GARNIER);
        assert_eq!(booklet(&desk), []);
    }

    #[test]
    fn a_page_taken_out_keeps_its_versions_and_its_readers() {
        let mut desk = twice();
        let vidal = desk.doctor("Vidal");
        desk.act(vidal, PlaceAct::Read(VersionId(2)));
        desk.act(GARNIER, PlaceAct::RemovePage(PAGE));
        assert!(only(&desk).removed);
        assert_eq!(desk.refused(vidal, PlaceAct::Read(VersionId(2))), "store-page-changed");
        desk.act(GARNIER, PlaceAct::PutBack(VersionId(2)));
        let page = only(&desk);
        assert!(!page.removed && page.is_read_by(vidal));
        assert_eq!(page.versions, 2, "it says what it said");
    }

    #[test]
    fn a_doctor_reads_a_version_once_and_the_next_one_anew() {
        let mut desk = twice();
        let vidal = desk.doctor("Vidal");
        assert_eq!(desk.refused(GARNIER, PlaceAct::Read(VersionId(2))), "store-read-doctor");
        assert_eq!(desk.refused(vidal, PlaceAct::Read(VersionId(1))), "store-page-changed");
        desk.act(vidal, PlaceAct::Read(VersionId(2)));
        assert_eq!(desk.refused(vidal, PlaceAct::Read(VersionId(2))), "store-read-already");
        assert!(only(&desk).is_read_by(vidal));
        // What somebody has read is not undone under their eyes.
        let reply = undo(&mut desk, GARNIER);
        assert!(matches!(&reply, Reply::Refused(msg) if msg.id == "store-undo-used"), "{reply:?}");
        desk.act(GARNIER, PlaceAct::EditPage(PAGE, new("Porte ((7))")));
        assert!(!only(&desk).is_read_by(vidal));
    }

    #[test]
    fn the_team_keeps_the_booklet_and_a_doctor_dictates() {
        let mut desk = twice();
        let vidal = desk.doctor("Vidal");
        for act in [
            PlaceAct::AddPage(new("x")),
            PlaceAct::EditPage(PAGE, new("x")),
            PlaceAct::RemovePage(PAGE),
            PlaceAct::PutBack(VersionId(1)),
        ] {
            assert_eq!(desk.refused(vidal, act.clone()), "rights-nurse", "{act:?}");
        }
        assert_eq!(desk.refused(vidal, PlaceAct::CheckPage(PAGE)), "store-booklet-team");
        let who = Who { person: GARNIER, dictated_by: Some(vidal) };
        let reply = desk.store.write(&Write::of(Act::Place(PlaceAct::EditPage(PAGE, new("dicté")))), who, desk.now);
        assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
        assert_eq!(only(&desk).head.author, vidal);
    }

    #[test]
    fn making_sure_of_a_page_disturbs_nobody_who_edits_it() {
        let mut desk = twice();
        let before = booklet(&desk)[0].rev;
        desk.now = Now::on(friday().day.plus(9), 9, 0);
        desk.act(GARNIER, PlaceAct::CheckPage(PAGE));
        let page = booklet(&desk).remove(0);
        assert_eq!((page.what.verified().day, page.rev), (desk.now.day, before));
        // Two who edit at once: the second is told.
        let write = |text| Write::on(&page, PlaceAct::EditPage(PAGE, new(text)));
        assert!(matches!(desk.store.write(&write("a"), Who::is(GARNIER), desk.now), Reply::Saved { .. }));
        let second = desk.store.write(&write("b"), Who::is(GARNIER), desk.now);
        assert!(matches!(second, Reply::Conflict(row, Some(_)) if row == Table::PAGE.row(1)), "{second:?}");
    }

    #[test]
    fn what_is_told_of_a_change_holds_no_code() {
        let mut desk = Desk::new();
        let page = NewPage { title: "Porte ((4821))".into(), ..new("x") };
        let said = format!("{:?}", desk.act(GARNIER, PlaceAct::AddPage(page)));
        assert!(said.contains("Porte") && !said.contains("4821"), "{said}");
    }

    #[test]
    fn the_briefing_tells_a_doctor_what_is_new_since_the_stay_before() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        desk.act(GARNIER, PlaceAct::AddPage(new("x")));
        desk.stay(vidal, s(48));
        let (again, first) = (desk.stay(vidal, s(50)), desk.stay(roche, s(51)));
        let news = |desk: &Desk, stay| -> PlaceNews { desk.ask(question::Briefing(Reader::Stay(stay))).place };
        desk.act(vidal, PlaceAct::Read(VersionId(1)));
        desk.now = Now::on(s(50).monday(), 8, 0);
        assert_eq!((news(&desk, again).pages.len(), news(&desk, again).unread), (0, 0));
        assert_eq!((news(&desk, first).pages.len(), news(&desk, first).unread), (1, 1));
        desk.act(GARNIER, PlaceAct::EditPage(PAGE, new("y")));
        let changed = news(&desk, again);
        assert_eq!((changed.pages.len(), changed.pages[0].is_new, changed.unread), (1, false, 1));
        // The team has its own work with the booklet.
        let briefing = desk.ask(question::Briefing(Reader::Team(GARNIER)));
        assert_eq!(briefing.place, PlaceNews::default());
        desk.now = Now::on(friday().day.plus(400), 8, 0);
        let briefing = desk.ask(question::Briefing(Reader::Team(GARNIER)));
        assert_eq!(briefing.place.to_check.pages, 1);
    }
}
