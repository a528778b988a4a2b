//! What is still to be thought of: the next point to decide on, and visits about which nothing is written.

use ratatui::text::Line;

use super::{Row, TransmissionTab};
use crate::domain::Msg;
use crate::domain::act::{Act, HandoverAct};
use crate::domain::coverage::Suggestion;
use crate::domain::transmission::Standing;
use crate::ui::form::item::ItemForm;
use crate::ui::point;
use crate::ui::point::para;
use crate::ui::widget::list;
use crate::ui::{Action, Ask, Cx, Meaning};

/// What can be done with a suggestion, as it is written under it.
pub(super) const ACTS: [(Action, &str); 2] =
    [(Action::Add, "transmission-act-write"), (Action::Dismiss, "transmission-act-dismiss")];

impl TransmissionTab {
    /// The suggestion that is selected.
    pub(super) fn suggestion(&self) -> Option<&Suggestion> {
        let Row::Suggestion(visit) = self.row()? else { return None };
        self.page.as_ref()?.suggestions.iter().find(|s| s.visit == visit)
    }

    /// Opens the form of a new point, about the patient suggested if one is selected: then only the text is
    /// left to write.
    pub(super) fn write_new(&self) -> Vec<Ask> {
        let Some(Suggestion { patient, .. }) = self.suggestion() else {
            return vec![Ask::open(ItemForm::default())];
        };
        let known = [
            ("file", patient.file.clone()),
            ("initials", patient.initials.clone().unwrap_or_default()),
            ("birth_year", patient.birth_year.map_or_else(String::new, |year| year.to_string())),
        ];
        let start = known.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        vec![Ask::open_at(ItemForm { start }, "text")]
    }

    /// Nothing is to be written about the patient suggested: not suggested again in this stay.
    pub(super) fn dismiss(&self) -> Vec<Ask> {
        let (Some(page), Some(suggestion)) = (&self.page, self.suggestion()) else { return Vec::new() };
        vec![Ask::act(Act::Handover(HandoverAct::Dismiss(page.stay.id, suggestion.patient.clone())))]
    }

    /// Goes to the next point to decide on, coming round, and says so when there is no other.
    pub(super) fn walk(&mut self) -> Vec<Ask> {
        let rows = self.rows();
        let at = list::position(&rows, self.row());
        let waits = |row: &Row| self.line_of(*row).is_some_and(|l| l.standing == Standing::ToDecide);
        if let Some(next) = point::next_after(&rows, at, waits).copied() {
            self.selected = Some(next);
            self.sent = None;
            return Vec::new();
        }
        let here = rows.get(at).is_some_and(waits);
        vec![Ask::tell(Msg::new(if here { "transmission-last-to-decide" } else { "transmission-nothing-to-decide" }))]
    }
}

/// A suggestion in full: which visit, to whom, and that nothing is written.
pub(super) fn told(suggestion: &Suggestion, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let msg = Msg::new("transmission-suggestion")
        .with("day", suggestion.day)
        .with("time", cx.words.time(suggestion.start))
        .with("patient", point::about(&suggestion.patient, cx));
    let mut lines = para(&point::sentence(&msg, cx), Meaning::Plain, columns, cx);
    lines.push(Line::default());
    lines.extend(para(&cx.t("transmission-suggestion-why"), Meaning::Dim, columns, cx));
    lines
}
