//! Every point the store finds for a text, open ones first.

use super::listing::List;
use super::{NOTHING, booked};
use crate::domain::care::CareList;
use crate::domain::{Day, Entry, EntryId, Gravity, Holder, ItemId, Thread, holder};
use crate::protocol::{Kept, Page, Query};
use crate::ui::point;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Glyph, Goto, Meaning, RegisterId};

/// The register "Dossiers suivis".
#[derive(Debug, Clone, Default)]
pub struct Items {
    found: Vec<Thread>,
    booked: Vec<Kept<Entry>>,
    lists: Vec<(CareList, Option<Day>)>,
}

/// A row: a point, or what is booked for the patient looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Point(ItemId),
    Booked(EntryId),
    /// A list around the relay on which the patient looked for is.
    On(CareList),
}

impl List for Items {
    type Id = Line;
    const HINTS: &'static [Action] = &[Action::Enter];

    fn queries(&self, filter: &str) -> Vec<Query> {
        vec![Query::Search(filter.trim().to_owned()), Query::Patient(filter.trim().to_owned())]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Search(found) = page {
            found.clone_into(&mut self.found);
            // What cannot wait first, then what is open. The sort is stable: within each the store's order stands.
            self.found.sort_by_key(|t| (!t.is_open(), !is_urgent(t)));
        } else if let Page::Patient(page) = page {
            self.booked.clone_from(&page.appointments);
            self.lists.clone_from(&page.lists);
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

    /// The points, then what is to come and what has been.
    fn rows(&self, cx: &Cx) -> Vec<(Line, Row)> {
        let points = self.found.iter().map(|t| (Line::Point(t.item.id), row(t, cx)));
        let booked = booked::in_order(&self.booked, cx.now.day).into_iter();
        let lists = self.lists.iter().map(|(list, next)| (Line::On(*list), listed(*list, *next, cx)));
        points.chain(lists).chain(booked.map(|entry| (Line::Booked(entry.id), appointment(entry, cx)))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.t("register-items-empty")
    }

    fn act(&self, action: Action, on: Option<Line>, _cx: &Cx) -> Option<Ask> {
        match (action, on?) {
            (Action::Enter, Line::Point(item)) => Some(Ask::OpenThread(item)),
            (Action::Enter, Line::Booked(id)) => booked::go(&self.booked, id),
            (Action::Enter, Line::On(list)) => Some(Ask::Goto(Goto::Register(RegisterId::Care(list)))),
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

/// That the patient is on a list, and when somebody looks again.
fn listed(list: CareList, next: Option<Day>, cx: &Cx) -> Row {
    let next = next.map_or_else(|| NOTHING.to_owned(), |day| cx.words.day_short(day));
    let dot = cx.look.glyph(Glyph::Dot).to_owned();
    Row::new(vec![dot, String::new(), cx.t(list.title()), String::new(), next, NOTHING.to_owned()])
}

fn appointment(entry: &Entry, cx: &Cx) -> Row {
    let what = &entry.what;
    let cells = vec![
        cx.look.glyph(Glyph::Dot).to_owned(),
        cx.t(what.kind.word()),
        what.patient.as_ref().map(|who| point::about(who, cx)).unwrap_or_default(),
        booked::hour(entry, cx),
        cx.words.day_short(what.day),
        booked::doctor(entry, cx).unwrap_or_else(|| NOTHING.to_owned()),
    ];
    Row::new(cells).meaning(booked::meaning(entry, cx))
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
