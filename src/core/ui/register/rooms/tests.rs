use expect_test::expect;

use super::*;
use crate::domain::Rev;
use crate::domain::collective::Listed;
use crate::domain::half_days;
use crate::domain::lent::Times;
use crate::domain::record::{AssetKind, Booking, Tenant, Value, Values};
use crate::ui::testing::{Desk, GARNIER, POST, day};

fn row(id: i64, values: impl IntoIterator<Item = (&'static str, Value)>) -> Written {
    let values: Values = values.into_iter().collect();
    Written { id, rev: Rev(0), values, by: None }
}

/// Room 1 of the post, room 2 of an occupant on Tuesdays, and vaccinations in room 2 on Friday afternoon of S48.
fn lent() -> Prepared {
    let room = |id: i64, name: &str, post: Option<i64>| {
        let post = post.map_or(Value::Empty, Value::Number);
        let default = (!post.is_empty()).into();
        let row = row(
            id,
            [("name", name.into()), ("kind", AssetKind::Room.value()), ("by_default", default), ("post", post)],
        );
        Listed { what: Asset::of(&row).unwrap(), row }
    };
    let half_days = half_days::read("mar").unwrap();
    let tenant = row(
        5,
        [
            ("name", "Mme Petit".into()),
            ("profession", "psychologue".into()),
            ("asset", Value::Number(2)),
            ("half_days", half_days.bits().into()),
            ("from_day", day(2026, 11, 2).into()),
            ("to_day", day(2027, 1, 31).into()),
        ],
    );
    let booked = |id: i64, what: Booking| Listed { row: row(id, []), what };
    let times = |day: Day, from: u16, to: u16| Times {
        from_day: day,
        from_minute: from * 60,
        to_day: Some(day),
        to_minute: to * 60,
    };
    let tuesday = |from, to| Booking { tenant: Some(5), ..Booking::of_asset(2, times(day(2026, 11, 24), from, to)) };
    let friday = Booking { whom: "Vaccinations".into(), ..Booking::of_asset(2, times(day(2026, 11, 27), 14, 16)) };
    Prepared {
        assets: vec![room(1, "Salle 1", Some(POST.0)), room(2, "Salle 2", None)],
        bookings: vec![booked(1, tuesday(8, 12)), booked(2, tuesday(14, 18)), booked(3, friday)],
        tenants: vec![Listed { what: Tenant::of(&tenant).unwrap(), row: tenant }],
        ..Prepared::default()
    }
}

fn pane(desk: &Desk) -> Rooms {
    let mut pane = Rooms::default();
    let [Query::Lent(period)] = pane.queries(&desk.cx())[..] else { panic!() };
    pane.receive(&Page::Lent(period, Box::new(lent())), &desk.cx());
    pane
}

#[test]
fn a_week_of_rooms_says_who_is_where_at_80_columns() {
    let desk = Desk::of(GARNIER);
    let mut pane = pane(&desk);
    let area = Rect::new(0, 0, 80, 21);
    let mut buf = Buffer::empty(area);
    pane.act(Action::Right, &desk.cx());
    pane.act(Action::Down, &desk.cx());
    pane.draw(area, &mut buf, &desk.cx());
    let text = (0..area.height).map(|y| {
        let line: String = (0..area.width).map(|x| buf[(x, y)].symbol()).collect();
        line.replace('\u{a0}', " ").trim_end_matches([' ', '│']).trim_end().to_owned()
    });
    expect![[r#"
        ┌ Salles · S48 ────────────────────────────────────────────────────────────────┐
        │                           Salle 1                  Salle 2
        │  lun. 23 nov.  matin      Dr Vidal                 libre
        │                après-midi Dr Vidal                 libre
        │  mar. 24 nov.  matin      Dr Vidal                 Mme Petit
        │                après-midi Dr Vidal                 Mme Petit
        │  mer. 25 nov.  matin      Dr Vidal                 libre
        │                après-midi Dr Vidal                 libre
        │  jeu. 26 nov.  matin      Dr Vidal                 libre
        │                après-midi ░ fermé                  ░ fermé
        │  ven. 27 nov.  matin      Dr Vidal                 libre
        │▸               après-midi Dr Vidal                 Vaccinations
        │  sam. 28 nov.  matin      ░ fermé                  ░ fermé
        │                après-midi ░ fermé                  ░ fermé
        │  dim. 29 nov.  matin      ░ fermé                  ░ fermé
        │                après-midi ░ fermé                  ░ fermé

        │ Ven. 27 nov. après-midi · Salle 2
        │ Vaccinations · ven. 27 nov., 14:00 → ven. 27 nov., 16:00

        └──────────────────────────────────────────────────────────────────────────────┘"#]]
    .assert_eq(&text.collect::<Vec<_>>().join("\n"));
}

#[test]
fn enter_opens_who_is_there_and_books_what_is_free() {
    let desk = Desk::of(GARNIER);
    let cx = desk.cx();
    let mut pane = pane(&desk);
    // Friday morning, room 1: the doctor of the post.
    assert_eq!(pane.act(Action::Enter, &cx), [Ask::Stay(crate::domain::StayId(1))]);
    pane.act(Action::Right, &cx);
    let opens = |pane: &mut Rooms| match &pane.act(Action::Enter, &cx)[..] {
        [Ask::Open(dialog)] => format!("{dialog:?}").split('(').next().unwrap().to_owned(),
        other => format!("{other:?}"),
    };
    assert_eq!(opens(&mut pane), "Booking");
    // Tuesday is the occupant's.
    (0..6).for_each(|_| drop(pane.act(Action::Up, &cx)));
    assert_eq!(opens(&mut pane), "Tenant");
    // Another week is asked for.
    assert_eq!(pane.act(Action::PageDown, &cx), [Ask::Look]);
    assert_eq!(pane.half(&cx), (day(2026, 12, 1), HalfDay::Morning));
    assert!(pane.lent(&cx).is_none() && !pane.can(Action::Add, &cx));
}
