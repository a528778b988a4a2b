//! The type of some half-days: programmé, non programmé, visites, repos, fermé.

use super::parts::{self, get};
use super::{Form, Spec};
use crate::domain::act::{Act, AgendaAct};
use crate::domain::agenda::HalfDayKind;
use crate::domain::rights::Right;
use crate::domain::{Day, HalfDay, Msg, PostId};
use crate::protocol::{DraftKey, Raw};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// Half-days that are named one by one; more are counted.
const NAMED: usize = 4;

/// The type of some half-days: what it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalfDaysForm {
    pub which: Vec<(PostId, Day, HalfDay)>,
    pub kind: HalfDayKind,
}

impl Form for HalfDaysForm {
    fn right(&self) -> Right {
        Right::Agenda
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let half = |half: &HalfDay| match half {
            HalfDay::Morning => cx.t("forms-morning"),
            HalfDay::Afternoon => cx.t("forms-afternoon"),
        };
        let named: Vec<String> =
            self.which.iter().map(|(_, day, h)| format!("{} {}", cx.words.day(*day), half(h))).collect();
        let about = if named.len() <= NAMED {
            named.join(", ")
        } else {
            let (from, to) = (self.which.iter().map(|w| w.1).min(), self.which.iter().map(|w| w.1).max());
            let span = from.zip(to).map(|(from, to)| cx.words.span(from, to)).unwrap_or_default();
            cx.words.say(&Msg::new("forms-half-days-many").with("count", self.which.len()).with("span", span))
        };
        // Where there are several, on which post.
        let rota = &cx.frame.rota;
        let named = |post: &&crate::domain::Post| self.which.iter().any(|(of, ..)| *of == post.id);
        let posts: Vec<&str> = rota.posts.iter().filter(named).map(|post| post.name.as_str()).collect();
        let about =
            if rota.posts.len() > 1 { format!("{}{}{about}", posts.join(", "), cx.t("frame-colon")) } else { about };
        Spec {
            title: cx.t("forms-half-days-title"),
            intro: vec![parts::plain(about)],
            fields: vec![Field::new(
                "kind",
                "forms-field-half-day",
                FieldKind::Choice(parts::options(&HalfDayKind::ALL, HalfDayKind::word, cx)),
            )],
            raw: parts::raw([("kind", self.kind.word().to_owned())]),
        }
    }

    fn read(&self, raw: &Raw, _cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        if let Some(kind) = parts::chosen(&HalfDayKind::ALL, HalfDayKind::word, get(raw, "kind")) {
            reading.ask = Some(Ask::act(Act::Agenda(AgendaAct::HalfDays(self.which.clone(), kind))));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }
}
