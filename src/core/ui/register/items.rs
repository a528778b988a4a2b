//! Every point the store finds for a text, open ones first.

use super::NOTHING;
use super::listing::List;
use crate::domain::{Gravity, Holder, ItemId, Thread, holder};
use crate::protocol::{Page, Query};
use crate::ui::point;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Meaning};

/// The register "Dossiers suivis".
#[derive(Debug, Clone, Default)]
pub struct Items {
    found: Vec<Thread>,
}

impl List for Items {
    type Id = ItemId;
    const HINTS: &'static [Action] = &[Action::Enter];

    fn queries(&self, filter: &str) -> Vec<Query> {
        vec![Query::Search(filter.trim().to_owned())]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Search(found) = page {
            found.clone_into(&mut self.found);
            // What cannot wait first, then what is open. The sort is stable: within each the store's order stands.
            self.found.sort_by_key(|t| (!t.is_open(), !is_urgent(t)));
        }
    }

    fn searches(&self) -> bool {
        true
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-items")
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-number"), 6, 0),
            Column::new(cx.t("register-gravity"), 14, 0).rank(3),
            Column::new(cx.t("register-subject"), 24, 1),
            Column::new(cx.t("register-words"), 16, 4).rank(1),
            Column::new(cx.t("register-due"), 12, 0).rank(2),
            Column::new(cx.t("register-follower"), 14, 0).rank(4),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(ItemId, Row)> {
        self.found.iter().map(|t| (t.item.id, row(t, cx))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.t("register-items-empty")
    }

    fn act(&self, action: Action, on: Option<ItemId>, _cx: &Cx) -> Option<Ask> {
        match action {
            Action::Enter => Some(Ask::OpenThread(on?)),
            _ => None,
        }
    }
}

fn is_urgent(thread: &Thread) -> bool {
    thread.is_open() && thread.head().gravity == Gravity::Urgent
}

/// `7128 · E.C. 1957 (69 ans)`: the column says already that it is a file.
fn about(thread: &Thread, cx: &Cx) -> String {
    match &thread.item.patient {
        Some(who) => {
            let whole = point::reference(&thread.item, cx);
            whole.find(&who.file).map_or_else(|| whole.clone(), |at| whole[at..].to_owned())
        }
        None => cx.t(thread.item.kind.word()),
    }
}

fn row(thread: &Thread, cx: &Cx) -> Row {
    let head = thread.head();
    // The mark stands where no width leaves it out.
    let marked = if thread.is_open() { head.gravity } else { Gravity::Routine };
    let number = point::marked(marked, &thread.item.id.to_string(), cx);
    let state = match (head.outcome, holder(thread, &cx.frame.rota, cx.now)) {
        (Some(outcome), _) => cx.t(outcome.word()),
        (None, Holder::Person(id)) => cx.frame.rota.people.short(id),
        (None, Holder::Role(role)) => cx.t(role.word()),
    };
    let cells = vec![
        number,
        cx.t(head.gravity.word()),
        about(thread, cx),
        thread.words().last().map(|r| r.text.replace('\n', " ")).unwrap_or_default(),
        match head.due {
            _ if !thread.is_open() => cx.t("standing-closed"),
            Some(day) => cx.words.day(day),
            None => NOTHING.to_owned(),
        },
        state,
    ];
    let meaning = match head.gravity {
        _ if !thread.is_open() => Meaning::Dim,
        Gravity::Urgent => Meaning::Urgent,
        _ => Meaning::Plain,
    };
    Row::new(cells).meaning(meaning)
}
