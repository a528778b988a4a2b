//! The rhythm of last year: who came a year before in a week that is vacant now is put among those to be asked.

use std::collections::BTreeMap;

use super::parts::{self, get};
use super::{Form, Spec};
use crate::domain::act::{Act, RecordAct, Together};
use crate::domain::candidate::Hole;
use crate::domain::collective::Collective;
use crate::domain::record::{SOLICITATION, Solicitation};
use crate::domain::rights::Right;
use crate::domain::{IsoWeek, Msg, PersonId};
use crate::protocol::{DraftKey, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx};

/// Weeks looked at, at most.
const MOST: i32 = 53;

/// Weeks ahead, from one to another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RhythmForm {
    known: Option<Collective>,
}

/// The same week of the year before; of a week 53 there may be none.
fn year_before(week: IsoWeek) -> Option<IsoWeek> {
    IsoWeek::new(week.year() - 1, week.number())
}

impl RhythmForm {
    /// Each hole of these weeks with who was there a year before, and may be asked.
    fn found(&self, from: IsoWeek, to: IsoWeek, cx: &Cx) -> BTreeMap<Hole, PersonId> {
        let mut found = BTreeMap::new();
        let (Some(known), rota) = (&self.known, &cx.frame.rota) else { return found };
        let weeks = (0..=MOST).map(|n| from.plus(n)).take_while(|week| *week <= to);
        for week in weeks {
            for post in &rota.posts {
                let Some(hole) = Hole::vacant(post.id, week, rota, cx.frame.centre.opened, cx.now.day) else {
                    continue;
                };
                let Some(before) = year_before(week) else { continue };
                let stays = known.stays.between(before.monday(), before.sunday());
                let there = stays.filter(|s| s.is_confirmed() && s.post == post.id).find(|s| {
                    let person = rota.people.get(s.doctor);
                    let stays = person.is_some_and(|p| p.ended.is_none_or(|last| last >= week.monday()));
                    let spared = known.volunteer(s.doctor).is_some_and(|v| v.spared_on.is_some());
                    stays && !spared && known.newest(s.doctor, post.id, week).is_none()
                });
                found.extend(there.map(|stay| (hole, stay.doctor)));
            }
        }
        found
    }
}

impl Form for RhythmForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let next = cx.now.day.week().next();
        Spec {
            title: cx.t("rhythm-title"),
            intro: vec![parts::plain(cx.t("rhythm-intro"))],
            fields: vec![Field::short("from", "rhythm-from"), Field::short("to", "rhythm-to")],
            raw: parts::raw([("from", parts::typed_week(Some(next))), ("to", parts::typed_week(Some(next.plus(25))))]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let mut week = |name| {
            let found = parts::read_week(&mut reading, raw, name, cx).flatten();
            if found.is_none() && reading.error(name).is_none() {
                reading.wrong(name, Msg::new("rhythm-missing").with("typed", get(raw, name)));
            }
            found
        };
        let (Some(from), Some(to)) = (week("from"), week("to")) else { return reading };
        if to < from {
            reading.wrong("to", Msg::new("forms-to-before-from"));
            return reading;
        }
        let found = self.found(from, to, cx);
        let people = &cx.frame.rota.people;
        let named =
            found.iter().map(|(hole, doctor)| format!("{} {}", cx.words.week(hole.week), people.short(*doctor)));
        let named: Vec<String> = named.collect();
        if named.is_empty() {
            reading.wrong("to", Msg::new("rhythm-nobody"));
            return reading;
        }
        reading.understood("to", named.join(", "));
        let acts = found.into_iter().map(|(hole, doctor)| {
            let what = Solicitation::to_ask(doctor, hole.post, hole.week);
            Act::Record(RecordAct::Put(&SOLICITATION, None, what.values()))
        });
        let said = Msg::new("store-said-proposal").with("count", named.len());
        reading.ask = Some(Ask::act(Together::said(said, acts)));
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn right(&self) -> Right {
        Right::Doctors
    }

    fn topic(&self) -> Topic {
        Topic::Planning
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Collective)
    }

    fn receive(&mut self, page: &Page) -> Raw {
        if let Page::Collective(known) = page {
            self.known = Some((**known).clone());
        }
        Raw::new()
    }
}
