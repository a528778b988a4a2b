//! A record that no code names: its description and its table are enough for a form, a register, two desks, undo and
//! the search.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::record::{Compared, Field, Holds, Record, SNIPPET};
use crate::domain::{Table, Who};
use crate::protocol::{FramePage, Query, Reply, Write, question};
use crate::store::testing::{Desk, GARNIER, saved};
use crate::store::{Place, Store};
use crate::ui::form::FormLayer;
use crate::ui::register::Register;
use crate::ui::{Action, Ask, Cx, Look, Outcome, RegisterId, Session};
use crate::words::{Lang, Words};

static VEHICLE: Record = Record {
    table: Table("vehicle"),
    fields: &[
        Field::new("code", "writing-field-code", Holds::Line)
            .needed()
            .unique(Compared::Folded, "store-code-taken")
            .column("writing-code", 10, 1)
            .searched(),
        Field::new("energy", "writing-field-code", Holds::Choice(&[("Oil", "chart-never"), ("Power", "chart-day")]))
            .column("chart-source", 10, 1),
        Field::new("seats", "writing-field-code", Holds::Count(9)).column("register-value", 10, 1),
        Field::new("checked", "forms-field-from", Holds::PastDay).column("chart-day", 12, 1),
        Field::new("winter", "writing-field-code", Holds::Flag).column("register-what", 10, 1),
        Field::new("text", "writing-field-sentence", Holds::Note(3)).searched(),
    ],
    ..SNIPPET
};

static KNOWN: [&Record; 1] = [&VEHICLE];

const TABLE: &str = "CREATE TABLE vehicle(id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL DEFAULT 0,
  centre INTEGER NOT NULL REFERENCES centre(id), code TEXT NOT NULL, energy TEXT, seats INTEGER, checked INTEGER,
  winter INTEGER NOT NULL, text TEXT NOT NULL) STRICT";

/// What C. Garnier sees now.
fn seen<T>(desk: &Desk, see: impl FnOnce(&Cx) -> T) -> T {
    let frame = desk.ask(question::Frame);
    let frame: &FramePage = &frame;
    let session = Session { who: Who::is(GARNIER), demo: false };
    let look = Look { theme: None, ascii: false, blocks: false };
    see(&Cx {
        words: &Words::new(Lang::Fr),
        look: &look,
        frame,
        session: &session,
        now: desk.now,
        area: Rect::new(0, 0, 80, 24),
    })
}

/// Types into a form, a line for each field, and saves it.
fn saves(form: &mut FormLayer, typed: &str, cx: &Cx) -> Option<Write> {
    let key = |code| KeyEvent::new(code, KeyModifiers::NONE);
    for c in typed.chars() {
        form.key(&key(if c == '\n' { KeyCode::Tab } else { KeyCode::Char(c) }), cx);
    }
    match form.key(&KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL), cx) {
        Outcome::Done(asks) => {
            asks.into_iter().find_map(|ask| if let Ask::Save(write) = ask { Some(write) } else { None })
        }
        _ => None,
    }
}

/// The register as it is drawn, after an action on its first row.
fn register(desk: &Desk, action: Action) -> (String, Vec<Ask>) {
    let mut register = Register::open(RegisterId::Records(&VEHICLE));
    seen(desk, |cx| {
        register.pane_mut().receive(&desk.page(&Query::Records(&VEHICLE)), cx);
        let asks = register.pane_mut().act(action, cx);
        let mut drawn = Buffer::empty(Rect::new(0, 0, 80, 6));
        register.pane().draw(drawn.area, &mut drawn, cx);
        (drawn.content.iter().map(ratatui::buffer::Cell::symbol).collect(), asks)
    })
}

/// The form that the register opens.
fn form(desk: &Desk, action: Action) -> FormLayer {
    let [Ask::Open(dialog)] = &register(desk, action).1[..] else { panic!() };
    seen(desk, |cx| {
        let mut form = FormLayer::open(dialog.clone(), cx);
        form.query().into_iter().for_each(|query| form.receive(&desk.page(&query), cx));
        form
    })
}

#[test]
fn a_record_that_no_code_names_is_written_listed_undone_found_and_never_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("releve.db");
    let mut desk = Desk::on(Store::create(Place::File(&path), Some(&[7; 32])).unwrap());
    desk.store.declare(Some(TABLE), &KNOWN);
    let garnier = Who::is(GARNIER);
    let write = |desk: &mut Desk, write: Option<Write>| desk.store.write(&write.unwrap(), garnier, desk.now);

    // The form, and what it refuses.
    let mut new = form(&desk, Action::Add);
    let typed = "AB-123\n \n5\n26/11\n \nPneus à l'hôtel";
    let new = seen(&desk, |cx| saves(&mut new, typed, cx));
    let added = write(&mut desk, new);
    let Reply::Saved { change, said, .. } = added else { panic!("{added:?}") };
    assert_eq!((&*said.id, said.args.len()), ("store-said-snippet-added", 1));
    let mut twice = form(&desk, Action::Add);
    assert_eq!(seen(&desk, |cx| saves(&mut twice, "ab-123", cx)), None, "its name is taken");

    // The register.
    let (drawn, _) = register(&desk, Action::Down);
    for cell in ["AB-123", "Jour  ", " 5 ", "26/11/2026", "✓"] {
        assert!(drawn.contains(cell), "{cell}\n{drawn}");
    }

    // Two desks: the second is shown both versions, and what stays is written over what was shown.
    let (mut first, mut second) = (form(&desk, Action::Enter), form(&desk, Action::Enter));
    let one = seen(&desk, |cx| saves(&mut first, "\n\n\n\n\n, deux jeux", cx));
    let two = seen(&desk, |cx| saves(&mut second, "\n\n7", cx));
    assert!(matches!(write(&mut desk, one), Reply::Saved { .. }));
    let Reply::Conflict(row, past) = write(&mut desk, two) else { panic!() };
    assert_eq!(row, VEHICLE.table.row(1));
    let page = desk.page(&second.theirs().unwrap());
    let both = seen(&desk, |cx| {
        let mut versions = second.conflict(&page, past.as_deref(), cx).unwrap();
        let Outcome::Done(asks) = versions.key(&KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE), cx) else {
            panic!()
        };
        let [Ask::Settle(Some(settled))] = &asks[..] else { panic!() };
        second.settle((**settled).clone(), cx)
    });
    let Some(Ask::Save(both)) = both else { panic!("{both:?}") };
    assert!(matches!(write(&mut desk, Some(both)), Reply::Saved { .. }));

    // The search, which leads to its list.
    let found = |desk: &Desk, words: &str| {
        desk.ask(question::Find(words.into())).found.iter().map(|found| found.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(found(&desk, "hotel jeux"), ["AB-123\nPneus à l'hôtel, deux jeux"]);

    // Removed, and undone after a restart.
    let [Ask::Confirm { yes, .. }] = &register(&desk, Action::Delete).1[..] else { panic!() };
    let [Ask::Save(removal)] = &yes[..] else { panic!() };
    let removal = saved(write(&mut desk, Some(removal.clone())));
    assert_eq!(found(&desk, "hotel"), [""; 0]);
    desk.store = Store::open(&path, &[7; 32]).unwrap();
    desk.store.declare(None, &KNOWN);
    assert!(matches!(desk.store.revert(removal, garnier, desk.now), Reply::Saved { .. }));
    let rows = desk.ask(question::Records(&VEHICLE));
    assert_eq!(rows.iter().map(|row| row.values.count("seats")).collect::<Vec<_>>(), [Some(7)]);
    assert_eq!(found(&desk, "hotel").len(), 1);
    assert!(matches!(desk.store.revert(change, garnier, desk.now), Reply::Refused(_)), "it was edited since");
}
