//! The verified copies: where they go, how old the newest is, and one more now.

use super::parts::{self, get, plain};
use super::{Form, Spec};
use crate::domain::Msg;
use crate::domain::alert::Alert;
use crate::domain::rights::Right;
use crate::protocol::{DraftKey, Raw, Request};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// `vérifiée hier à 18:02`, or what to do when there is none.
#[must_use]
pub fn age(cx: &Cx) -> String {
    let Some(made) = cx.frame.desk.copy else {
        let id = if cx.frame.centre.backup_folder.is_empty() { "copy-age-none" } else { "copy-age-not-yet" };
        return cx.t(id);
    };
    let time = cx.words.time(made.minute());
    let msg = match cx.now.day.0 - made.day().0 {
        0 => Msg::new("copy-age-today"),
        1 => Msg::new("copy-age-yesterday"),
        days @ 2..=90 => Msg::new("copy-age-days").with("days", i64::from(days)).with("day", cx.words.day(made.day())),
        _ => Msg::new("copy-age-day").with("day", cx.words.day_year(made.day())),
    };
    cx.words.say(&msg.with("time", time))
}

/// Where the verified copies go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiesForm;

impl Form for CopiesForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let mut intro = vec![plain(cx.t("forms-copies-intro"))];
        let state = cx.words.say(&Msg::new("forms-copies-age").with("age", age(cx)));
        intro.push((Meaning::Strong, state));
        let failed = cx.frame.alerts.iter().find(|alert| matches!(alert, Alert::Copy(_)));
        intro.extend(failed.map(|alert| (Meaning::Bad, cx.words.say(&alert.msg(&cx.frame.rota)))));
        Spec {
            title: cx.t("forms-copies-title"),
            intro,
            fields: vec![Field::line("folder", "forms-field-folder")],
            raw: parts::raw([("folder", cx.frame.centre.backup_folder.clone())]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let folder = get(raw, "folder").trim().to_owned();
        let (empty, chosen) = (folder.is_empty(), !cx.frame.centre.backup_folder.is_empty());
        match (empty, chosen) {
            (true, false) => reading.wrong("folder", Msg::new("forms-copies-missing")),
            (true, true) => reading.advise("folder", cx.t("forms-copies-end")),
            (false, _) => reading.advise("folder", cx.t("forms-copies-now")),
        }
        if !empty || chosen {
            reading.ask = Some(Ask::Request(Request::CopyTo { folder, who: cx.session.who, now: cx.now }));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn topic(&self) -> Topic {
        Topic::Copies
    }

    fn right(&self) -> Right {
        Right::Copies
    }
}
