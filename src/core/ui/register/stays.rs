//! The rota as a list: every stay, and every week that has none.

use super::key;
use super::listing::List;
use crate::domain::rota::WEEKS_BEHIND;
use crate::domain::{IsoWeek, Msg, PostId, Stay, StayId};
use crate::ui::form::cancel_stay::CancelStayForm;
use crate::ui::form::stay::StayForm;
use crate::ui::tab::cover::{self, Cover};
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Glyph, Meaning};

/// Weeks shown from this one on, further when there are later stays.
const AHEAD: i32 = 26;

/// The register "Séjours".
#[derive(Debug, Clone, Default)]
pub struct Stays;

/// A stay, or a week without one on a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Id {
    Stay(StayId),
    Gap(PostId, IsoWeek),
}

impl List for Stays {
    type Id = Id;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Edit, Action::CancelStay, Action::Import];

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-stays")
    }

    // Weeks without a doctor stand among the stays: a number would count neither.
    fn counts(&self) -> bool {
        false
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        let mut columns = vec![
            Column::new(cx.t("register-week"), 7, 0),
            Column::new(cx.t("register-dates"), 23, 0),
            Column::new(cx.t("register-doctor"), 14, 2),
            Column::new(cx.t("register-state"), 10, 0),
            Column::new(cx.t("register-handover"), 14, 0).rank(2),
        ];
        if cx.frame.rota.posts.len() > 1 {
            columns.push(Column::new(cx.t("register-post"), 10, 1).rank(1));
        }
        columns
    }

    fn rows(&self, cx: &Cx) -> Vec<(Id, Row)> {
        let rota = &cx.frame.rota;
        let this = cx.now.day.week();
        let first = this.plus(-WEEKS_BEHIND);
        let last = rota.stays.iter().map(Stay::last_week).max().unwrap_or(this).max(this.plus(AHEAD));
        let mut rows = Vec::new();
        for n in 0.. {
            let week = first.plus(n);
            if week > last {
                break;
            }
            for post in &rota.posts {
                let begins = |s: &&Stay| {
                    s.post == post.id
                        && (s.week() == week || (week == first && s.week() < week && s.to >= week.monday()))
                };
                rows.extend(rota.stays.iter().filter(begins).map(|s| (Id::Stay(s.id), row(s, cx))));
                if cover::stays(rota, post.id, week).next().is_none() && Cover::of(cx, post.id, week) != Cover::Before {
                    rows.push((Id::Gap(post.id, week), gap(post.id, week, cx)));
                }
            }
        }
        rows
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("register-stays-empty").with("key", key(Action::Add, cx)))
    }

    fn home(&self, cx: &Cx) -> Option<Id> {
        let rota = &cx.frame.rota;
        let (post, week) = (rota.posts.first()?.id, cx.now.day.week());
        let stay = cover::stays(rota, post, week).next();
        Some(stay.map_or(Id::Gap(post, week), |s| Id::Stay(s.id)))
    }

    fn act(&self, action: Action, on: Option<Id>, cx: &Cx) -> Option<Ask> {
        let rota = &cx.frame.rota;
        let stay = match on {
            Some(Id::Stay(id)) => rota.stay(id),
            _ => None,
        };
        let (post, week) = match (on, stay) {
            (Some(Id::Gap(post, week)), _) => (Some(post), Some(week)),
            (_, Some(stay)) => (Some(stay.post), Some(stay.week())),
            _ => (rota.posts.first().map(|p| p.id), None),
        };
        match action {
            Action::Add => Some(Ask::open(StayForm { post, week, ..StayForm::default() })),
            Action::Edit => Some(Ask::open(StayForm::of(cx.frame.kept_stay(stay?.id)?))),
            Action::CancelStay if stay?.state != crate::domain::StayState::Cancelled && stay?.to >= cx.now.day => {
                Some(Ask::open(CancelStayForm::new(cx.frame.kept_stay(stay?.id)?)))
            }
            Action::Enter => Some(stay.map_or(Ask::Goto(crate::ui::Goto::Week(week?)), |stay| Ask::Stay(stay.id))),
            Action::Import => Some(Ask::PickRota),
            _ => None,
        }
    }
}

fn row(stay: &Stay, cx: &Cx) -> Row {
    let rota = &cx.frame.rota;
    let phase = stay.phase(cx.now.day);
    let handover = if rota.is_signed(stay.id) {
        cx.t("register-signed")
    } else if stay.is_confirmed() && stay.to < cx.now.day {
        cx.t("register-unsigned")
    } else {
        String::new()
    };
    let meaning = match phase {
        crate::domain::Phase::Over | crate::domain::Phase::Cancelled => Meaning::Dim,
        crate::domain::Phase::Option | crate::domain::Phase::Considered => Meaning::Watch,
        crate::domain::Phase::Running => Meaning::Strong,
        crate::domain::Phase::Confirmed => Meaning::Plain,
    };
    let cells = vec![
        cx.words.week(stay.week()),
        cx.words.span(stay.from, stay.to),
        rota.people.short(stay.doctor),
        cx.words.state(stay, cx.now.day),
        handover,
        rota.post_name(stay.post).to_owned(),
    ];
    Row::new(cells).meaning(meaning)
}

fn gap(post: PostId, week: IsoWeek, cx: &Cx) -> Row {
    let (who, meaning) = if Cover::of(cx, post, week) == Cover::Closed {
        (cx.t("register-closed"), Meaning::Dim)
    } else {
        (format!("{} {}", cx.look.glyph(Glyph::Vacant), cx.t("register-vacant")), Meaning::Urgent)
    };
    let span = cx.words.span(week.monday(), week.sunday());
    let post = cx.frame.rota.post_name(post).to_owned();
    Row::new(vec![cx.words.week(week), span, who, String::new(), String::new(), post]).meaning(meaning)
}
