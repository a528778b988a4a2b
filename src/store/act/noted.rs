//! Acts on what is noted beside the agenda: the patient panel, the week's survey.

use super::super::door::{Cx, Done, Stop, refuse};
use crate::domain::Msg;
use crate::domain::act::NotedAct;
use crate::domain::noted::{NewPanel, NewSurvey, Noted, NotedId, Third};
use crate::store::sql::{Columns as _, Fields, fields, params};

pub(super) fn run(act: &NotedAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        NotedAct::Add(Noted::Panel(new)) => panel(None, new, cx),
        NotedAct::Edit(NotedId::Panel(id), Noted::Panel(new)) => panel(Some(id.0), new, cx),
        NotedAct::Add(Noted::Survey(new)) => survey(None, new, cx),
        NotedAct::Edit(NotedId::Survey(id), Noted::Survey(new)) => survey(Some(id.0), new, cx),
        // One kind does not become another.
        NotedAct::Edit(..) => refuse(Msg::new("store-gone")),
        NotedAct::Remove(id) => {
            let (table, id) = match id {
                NotedId::Panel(id) => ("panel_snapshot", id.0),
                NotedId::Survey(id) => ("week_survey", id.0),
            };
            cx.run_one(&format!("DELETE FROM {table} WHERE id = ?1 AND centre = ?2"), params![id, cx.centre()?])?;
            Ok(Done::said(Msg::new("store-said-noted-removed")))
        }
    }
}

/// Whether another row of the table has that day.
fn taken(cx: &Cx<'_>, table: &str, column: &str, day: i32, except: Option<i64>) -> Result<bool, Stop> {
    let mut sql = cx.conn.prepare_cached(&format!(
        "SELECT EXISTS (SELECT 1 FROM {table} WHERE centre = ?1 AND {column} = ?2 AND id IS NOT ?3)"
    ))?;
    Ok(sql.query_row(params![cx.centre()?, day, except], |row| row.col(0))?)
}

/// Adds a row, or changes the one of that number.
fn save(cx: &Cx<'_>, table: &str, id: Option<i64>, row: Fields) -> Result<(), Stop> {
    match id {
        Some(id) => cx.set(table, row, "id = ? AND centre = ?", &[id, cx.centre()?.0]),
        None => cx.add(table, row.and(fields! { centre: cx.centre()? })).map(|_| ()),
    }
}

fn panel(id: Option<i64>, new: &NewPanel, cx: &Cx<'_>) -> Result<Done, Stop> {
    if new.day > cx.now.day {
        return refuse(Msg::new("store-noted-future"));
    }
    if new.ald.is_some_and(|ald| ald > new.patients) {
        return refuse(Msg::new("store-noted-ald"));
    }
    if taken(cx, "panel_snapshot", "day", new.day.0, id)? {
        return refuse(Msg::new("store-panel-taken").with("day", new.day));
    }
    let row = fields! {
        day: new.day,
        patients: new.patients,
        ald: new.ald,
        active_file: new.active_file,
        arrivals: new.arrivals,
        departures: new.departures,
        deaths: new.deaths,
        source: new.source,
        author: cx.author()?.id,
        at: cx.now.at,
    };
    save(cx, "panel_snapshot", id, row)?;
    Ok(Done::said(Msg::new("store-said-panel").with("count", i64::from(new.patients)).with("day", new.day)))
}

fn survey(id: Option<i64>, new: &NewSurvey, cx: &Cx<'_>) -> Result<Done, Stop> {
    if new.day > cx.now.day {
        return refuse(Msg::new("store-noted-future"));
    }
    if new.is_empty() {
        return refuse(Msg::new("store-survey-empty"));
    }
    let (third, never) = match new.third {
        Third::Unknown => (None, false),
        Third::On(day) => (Some(day), false),
        Third::Never => (None, true),
    };
    if new.day.week() != new.week || third.is_some_and(|third| third < new.day) {
        return refuse(Msg::new("store-survey-days"));
    }
    if taken(cx, "week_survey", "week", new.week.monday().0, id)? {
        return refuse(Msg::new("store-survey-taken").with("week", new.week));
    }
    let row = fields! {
        week: new.week,
        day: new.day,
        third: third,
        never: never,
        same_day: new.same_day,
        next_day: new.next_day,
        refused: new.refused,
        meetings: new.meetings,
        meeting_minutes: new.meeting_minutes,
        asalee: new.asalee,
        author: cx.author()?.id,
        at: cx.now.at,
    };
    save(cx, "week_survey", id, row)?;
    Ok(Done::said(Msg::new("store-said-survey").with("week", new.week)))
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, friday, s};
    use super::*;
    use crate::domain::act::{Act, NotedAct};
    use crate::domain::{Day, PanelId};
    use crate::protocol::{Reply, Rev, Table, Write, question};

    fn new_panel(day: Day, patients: u32) -> NewPanel {
        NewPanel {
            day,
            patients,
            ald: Some(patients / 5),
            active_file: None,
            arrivals: None,
            departures: None,
            deaths: None,
            source: "Maiia".into(),
        }
    }

    fn new_survey(week: u32) -> NewSurvey {
        NewSurvey {
            week: s(week),
            day: s(week).monday(),
            third: Third::On(s(week).monday().plus(9)),
            same_day: Some(7),
            next_day: Some(2),
            refused: Some(0),
            meetings: Some(1),
            meeting_minutes: Some(45),
            asalee: None,
        }
    }

    fn noted(desk: &Desk) -> (Vec<NewPanel>, Vec<NewSurvey>) {
        let page = desk.ask(question::Noted);
        (
            page.panels.into_iter().map(|kept| kept.what.what).collect(),
            page.surveys.into_iter().map(|kept| kept.what.what).collect(),
        )
    }

    fn add(desk: &mut Desk, noted: Noted) -> Reply {
        desk.try_act(GARNIER, NotedAct::Add(noted))
    }

    #[track_caller]
    fn refused(reply: &Reply, id: &str) {
        assert!(matches!(reply, Reply::Refused(msg) if msg.id == id), "{reply:?}");
    }

    #[test]
    fn what_is_noted_is_kept_corrected_removed_and_comes_back() {
        let mut desk = Desk::new();
        let day = friday().day.plus(-30);
        let (panel, survey) = (new_panel(day, 900), new_survey(47));
        desk.act(GARNIER, NotedAct::Add(Noted::Panel(panel.clone())));
        desk.act(GARNIER, NotedAct::Add(Noted::Survey(survey.clone())));
        assert_eq!(noted(&desk), (vec![panel.clone()], vec![survey.clone()]));
        let better = NewPanel { ald: Some(180), ..panel };
        desk.act(GARNIER, NotedAct::Edit(NotedId::Panel(PanelId(1)), Noted::Panel(better.clone())));
        let never = NewSurvey { third: Third::Never, ..survey };
        desk.act(GARNIER, NotedAct::Edit(NotedId::Survey(crate::domain::SurveyId(1)), Noted::Survey(never.clone())));
        assert_eq!(noted(&desk), (vec![better.clone()], vec![never.clone()]));
        desk.act(GARNIER, NotedAct::Remove(NotedId::Panel(PanelId(1))));
        assert_eq!(noted(&desk), (vec![], vec![never.clone()]));
        desk.store.undo(crate::domain::Who::is(GARNIER), desk.now);
        assert_eq!(noted(&desk), (vec![better], vec![never]));
    }

    #[test]
    fn a_day_has_one_panel_and_a_week_one_survey_and_neither_lies_ahead() {
        let mut desk = Desk::new();
        let today = friday().day;
        desk.act(GARNIER, NotedAct::Add(Noted::Panel(new_panel(today, 900))));
        desk.act(GARNIER, NotedAct::Add(Noted::Survey(new_survey(47))));
        refused(&add(&mut desk, Noted::Panel(new_panel(today, 901))), "store-panel-taken");
        refused(&add(&mut desk, Noted::Survey(new_survey(47))), "store-survey-taken");
        refused(&add(&mut desk, Noted::Panel(new_panel(today.plus(1), 900))), "store-noted-future");
        refused(&add(&mut desk, Noted::Survey(new_survey(49))), "store-noted-future");
        let more = NewPanel { ald: Some(901), ..new_panel(today.plus(-1), 900) };
        refused(&add(&mut desk, Noted::Panel(more)), "store-noted-ald");
        let empty = NewSurvey {
            third: Third::Unknown,
            same_day: None,
            next_day: None,
            refused: None,
            meetings: None,
            meeting_minutes: None,
            ..new_survey(46)
        };
        refused(&add(&mut desk, Noted::Survey(empty)), "store-survey-empty");
        let other_week = NewSurvey { day: s(45).monday(), ..new_survey(46) };
        refused(&add(&mut desk, Noted::Survey(other_week)), "store-survey-days");
        let before = NewSurvey { third: Third::On(s(46).monday().plus(-1)), ..new_survey(46) };
        refused(&add(&mut desk, Noted::Survey(before)), "store-survey-days");
    }

    #[test]
    fn what_would_come_back_onto_a_day_that_was_taken_meanwhile_is_refused_with_a_sentence() {
        let mut desk = Desk::new();
        let day = friday().day;
        desk.act(GARNIER, NotedAct::Add(Noted::Panel(new_panel(day, 900))));
        desk.act(GARNIER, NotedAct::Remove(NotedId::Panel(PanelId(1))));
        desk.act(GARNIER, NotedAct::Add(Noted::Panel(new_panel(day, 910))));
        let removal = crate::domain::ChangeId(3);
        refused(&desk.store.revert(removal, crate::domain::Who::is(GARNIER), friday()), "store-noted-again");
        assert_eq!(noted(&desk).0.iter().map(|p| p.patients).collect::<Vec<_>>(), [910]);
    }

    #[test]
    fn who_corrects_second_is_told() {
        let mut desk = Desk::new();
        let panel = new_panel(friday().day, 900);
        desk.act(GARNIER, NotedAct::Add(Noted::Panel(panel.clone())));
        let edit = |patients| Write {
            act: Act::Noted(NotedAct::Edit(
                NotedId::Panel(PanelId(1)),
                Noted::Panel(NewPanel { patients, ..panel.clone() }),
            )),
            seen: vec![(Table::PANEL.row(1), Rev(2))],
            draft: None,
        };
        let first = desk.store.write(&edit(910), crate::domain::Who::is(GARNIER), friday());
        assert!(matches!(first, Reply::Saved { .. }), "{first:?}");
        let second = desk.store.write(&edit(920), crate::domain::Who::is(GARNIER), friday());
        assert!(matches!(second, Reply::Conflict(row, _) if row == Table::PANEL.row(1)), "{second:?}");
        assert_eq!(noted(&desk).0[0].patients, 910);
    }
}
