//! Acts on the centre itself: its making, its posts.

use super::super::door::{Cx, Done, Stop, refuse};
use super::super::head;
use super::super::page::record::rows;
use super::people;
use crate::domain::act::{CentreAct, NewCentre, NewPerson, RecordAct};
use crate::domain::draft::text;
use crate::domain::{CentreId, Known, Msg, Pattern, Role};
use crate::store::sql::{Columns as _, Fields, fields, params};

pub(super) fn run(act: &CentreAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        CentreAct::Create { centre, posts, first } => create(centre, posts, first, cx),
        CentreAct::Edit(centre) => {
            named(&centre.name)?;
            cx.set("centre", row(centre)?, "id = ?", &[cx.centre()?.0])?;
            Ok(Done::said(Msg::new("store-said-centre")))
        }
        CentreAct::Targets(targets) => {
            let row = fields! {
                aim_weeks: targets.open_weeks,
                week_consultations: targets.week_consultations,
                third_days: targets.third_days,
                aim_fee: targets.week_fee,
            };
            cx.set("centre", row, "id = ?", &[cx.centre()?.0])?;
            Ok(Done::said(Msg::new("store-said-targets")))
        }
        CentreAct::Weights(weights, asked_days) => {
            let row = fields! { weights: serde_json::to_string(weights)?, asked_days: asked_days };
            cx.set("centre", row, "id = ?", &[cx.centre()?.0])?;
            Ok(Done::said(Msg::new("store-said-weights")))
        }
        CentreAct::ReadyMade(acts) => ready_made(acts, cx),
        CentreAct::Loss(known) => take_note(known, cx),
        CentreAct::AddPost(name, pattern) => {
            add_post(cx, cx.centre()?, name, *pattern)?;
            Ok(Done::said(Msg::new("store-said-post-added").with("name", name.as_str())))
        }
        CentreAct::EditPost(post, name, pattern) => {
            free_name(cx, cx.centre()?, name, post.0)?;
            let values = params![name.trim(), pattern, post, cx.centre()?];
            cx.run_one("UPDATE post SET name = ?1, pattern = ?2 WHERE id = ?3 AND centre = ?4", values)?;
            Ok(Done::said(Msg::new("store-said-post-renamed").with("name", name.as_str())))
        }
    }
}

/// Takes what is ready-made, but for what is there by its name.
fn ready_made(acts: &[RecordAct], cx: &Cx<'_>) -> Result<Done, Stop> {
    let mut count = 0_usize;
    for act in acts {
        let RecordAct::Put(record, None, values) = act else { continue };
        // Of who keeps the rota and nothing of patients, what is theirs.
        match cx.asks(record.right) {
            Err(Stop::Refused(_)) => continue,
            asked => asked?,
        }
        let name = text::fold(record.name(values));
        let there = rows(cx.conn, cx.centre()?, record)?;
        if there.iter().all(|row| text::fold(record.name(&row.values)) != name) {
            super::record::run(act, cx)?;
            count += 1;
        }
    }
    if count == 0 {
        return refuse(Msg::new("store-ready-made-there"));
    }
    Ok(Done::said(Msg::new("store-said-ready-made").with("count", count)))
}

/// The coordination takes note of a loss: nobody is alarmed by it any more, and it stays in the history.
fn take_note(known: &[Known], cx: &Cx<'_>) -> Result<Done, Stop> {
    if cx.author()?.role != Role::Coordination {
        return refuse(Msg::new("store-loss-coordination"));
    }
    let Some(loss) = head::lost(cx.conn, known)? else {
        return refuse(Msg::new("store-nothing"));
    };
    for lost in &loss.known {
        cx.run_one(
            "INSERT INTO loss(centre, author, entered_by, at, known, hash, newest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                cx.centre()?,
                cx.who.author(),
                cx.who.entered_by(),
                cx.now.at,
                lost.change,
                lost.hash.as_deref().unwrap_or_default(),
                loss.newest
            ],
        )?;
    }
    Ok(Done::signed(Msg::new("store-said-loss").with("loss", loss.msg())))
}

/// The facts of a centre, as they are stored.
fn row(centre: &NewCentre) -> Result<Fields, Stop> {
    Ok(fields! {
        name: centre.name,
        commune: centre.commune,
        department: centre.department,
        opened: centre.opened,
        opening: serde_json::to_string(&centre.opening)?,
        names_allowed: centre.names_allowed,
        lang: centre.lang,
        lock_minutes: centre.lock_minutes,
        backup_folder: centre.backup_folder,
        slot_minutes: centre.slot_minutes,
        result_days: centre.result_days,
        guide_months: centre.guide_months,
        zone: centre.own_zone,
        words_for_all: centre.words_for_all,
        account_before: centre.around.before,
        account_after: centre.around.after,
        journal_months: centre.journal_months,
    })
}

/// Makes the centre, its posts and the first member of its team; not to be undone under their feet.
fn create(centre: &NewCentre, posts: &[String], first: &NewPerson, cx: &Cx<'_>) -> Result<Done, Stop> {
    if cx.has_centre() {
        return refuse(Msg::new("store-centre-exists"));
    }
    named(&centre.name)?;
    if posts.is_empty() {
        return refuse(Msg::new("store-no-post"));
    }
    let id = cx.add("centre", row(centre)?)?;
    let id = CentreId(id);
    for name in posts {
        add_post(cx, id, name, Pattern::default())?;
    }
    people::insert(cx, id, first)?;
    Ok(Done::signed(Msg::new("store-said-centre-made").with("name", centre.name.as_str())))
}

fn add_post(cx: &Cx<'_>, centre: CentreId, name: &str, pattern: Pattern) -> Result<(), Stop> {
    free_name(cx, centre, name, 0)?;
    cx.run_one("INSERT INTO post(centre, name, pattern) VALUES (?1, ?2, ?3)", params![centre, name.trim(), pattern])
}

/// Refuses a post's name that is empty or another's: an import finds posts by their names.
fn free_name(cx: &Cx<'_>, centre: CentreId, name: &str, except: i64) -> Result<(), Stop> {
    named(name)?;
    let mut sql = cx.conn.prepare_cached("SELECT name FROM post WHERE centre = ?1 AND id <> ?2")?;
    let mut names = sql.query_map(params![centre, except], |row| row.col::<String>(0))?;
    let taken =
        names.try_fold(false, |taken, other| other.map(|other| taken || text::key(&other) == text::key(name)))?;
    if taken { refuse(Msg::new("store-post-taken").with("name", name)) } else { Ok(()) }
}

/// Refuses an empty name.
pub(super) fn named(name: &str) -> Result<(), Stop> {
    if name.trim().is_empty() { refuse(Msg::new("store-no-name")) } else { Ok(()) }
}
