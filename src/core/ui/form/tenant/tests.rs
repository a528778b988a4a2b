use super::*;
use crate::domain::collective::Listed;
use crate::domain::lent::Times;
use crate::ui::form::Dialog;
use crate::ui::form::parts::raw;
use crate::ui::testing::{Desk, GARNIER, POST, day};

/// Room 1 of the post and room 2, which somebody has on Tuesday 1 December in the morning.
fn lent() -> Prepared {
    let room = |id: i64, name: &str, post: Option<i64>| {
        let values: Values = [
            ("name", name.into()),
            ("kind", AssetKind::Room.value()),
            ("by_default", post.is_some().into()),
            ("post", post.map_or(Value::Empty, Value::Number)),
        ]
        .into_iter()
        .collect();
        let row = Written { id, rev: Rev(0), values, by: None };
        Listed { what: Asset::of(&row).unwrap(), row }
    };
    let tuesday = day(2026, 12, 1);
    let times = Times { from_day: tuesday, from_minute: 540, to_day: Some(tuesday), to_minute: 600 };
    let what = Booking { whom: "les vaccins".into(), ..Booking::of_asset(2, times) };
    let booking = Listed { row: Written { id: 1, rev: Rev(0), values: what.values(), by: None }, what };
    let assets = vec![room(1, "Salle 1", Some(POST.0)), room(2, "Salle 2", None)];
    Prepared { assets, bookings: vec![booking], ..Prepared::default() }
}

fn read(room: &str, halves: &str) -> (Vec<String>, Vec<String>, bool) {
    let desk = Desk::of(GARNIER);
    let lent = lent();
    let rows: Vec<Written> = lent.assets.iter().map(|asset| asset.row.clone()).collect();
    let Ask::Open(Dialog::Tenant(mut form)) = TenantForm::open(None, None, &rows, &desk.cx()) else { panic!() };
    form.receive(&Page::Lent(Period { from: desk.now.day, to: Day(i32::MAX) }, Box::new(lent)));
    let typed = raw([
        ("name", "Mme Petit".to_owned()),
        ("profession", "psychologue".to_owned()),
        ("asset", room.to_owned()),
        ("half_days", halves.to_owned()),
        ("from_day", "30/11/2026".to_owned()),
        ("to_day", "28/2/2027".to_owned()),
    ]);
    let reading = form.read(&typed, &desk.cx());
    let plain = |text: String| text.replace('\u{a0}', " ");
    let errors = reading.errors.iter().map(|(_, why)| plain(desk.words.say(why))).collect();
    let asked = reading.hints.iter().filter(|hint| hint.meaning == Meaning::Watch).map(|hint| plain(hint.text.clone()));
    (errors, asked.collect(), reading.ask.is_some())
}

#[test]
fn what_somebody_has_is_refused_with_who() {
    let (errors, asked, saves) = read("2", "mardi");
    assert_eq!(errors, ["mar. 1er déc. : Salle 2 : déjà pris par les vaccins."]);
    assert!(asked.is_empty() && !saves);
    assert_eq!(read("2", "mercredi"), (Vec::new(), Vec::new(), true));
}

#[test]
fn a_post_that_works_in_the_room_is_asked_about_and_named() {
    let (errors, asked, saves) = read("1", "mardi");
    assert!(errors.is_empty() && saves, "{errors:?}");
    assert_eq!(
        asked,
        [
            "Salle 1 est la salle du poste Médecin. Y travaillent déjà : Dr Aubert S49 (mar. 1er déc. matin, 2 demi-journées \
          en tout), Dr Roche S51 (mar. 15 déc. matin, 2 demi-journées en tout). Rien n'est déplacé : enregistrez encore \
          une fois si c'est voulu."
        ]
    );
    // The post is not there on a Saturday.
    assert_eq!(read("1", "samedi"), (Vec::new(), Vec::new(), true));
}
