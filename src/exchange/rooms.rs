//! What is free of the rooms in a month: a half-day a line, and as JSON with stable English keys.

use serde::Serialize;

use crate::domain::record::Asset;
use crate::domain::rooms::{Half, Rooms};
use crate::domain::{Day, HalfDay, Msg, Period};
use crate::words::Words;
use crate::words::lent::LentWords;

/// The rooms of a month, and in which words they are said.
#[derive(Debug, Clone, Copy)]
pub struct FreeOf<'a> {
    pub words: &'a Words,
    pub rooms: Rooms<'a>,
    pub centre: &'a str,
    pub period: Period,
}

/// The month as a document.
#[derive(Debug, Serialize)]
struct FreeData<'a> {
    centre: &'a str,
    from: String,
    to: String,
    rooms: Vec<RoomData<'a>>,
    half_days: Vec<HalfData<'a>>,
}

#[derive(Debug, Serialize)]
struct RoomData<'a> {
    name: &'a str,
    /// Half-days on which it is free, of those on which the centre is open and it is lent.
    free: usize,
    open: usize,
}

#[derive(Debug, Serialize)]
struct HalfData<'a> {
    day: String,
    /// `morning` or `afternoon`.
    half: &'static str,
    free: Vec<&'a str>,
}

/// `2027-03-01`
fn iso(day: Day) -> String {
    day.date().format("%Y-%m-%d").to_string()
}

/// How often a room is free.
fn of_room<'a>(room: &'a Asset, free: &[(Half, Vec<&Asset>)]) -> RoomData<'a> {
    let lent = |day: Day| room.retired_on.is_none_or(|last| last >= day);
    RoomData {
        name: &room.name,
        free: free.iter().filter(|(_, rooms)| rooms.iter().any(|free| free.id == room.id)).count(),
        open: free.iter().filter(|((day, _), _)| lent(*day)).count(),
    }
}

impl FreeOf<'_> {
    /// As JSON.
    #[must_use]
    pub fn json(&self) -> String {
        let free = self.rooms.free(self.period);
        let half_days = free.iter().map(|((day, half), rooms)| HalfData {
            day: iso(*day),
            half: match half {
                HalfDay::Morning => "morning",
                HalfDay::Afternoon => "afternoon",
            },
            free: rooms.iter().map(|room| room.name.as_str()).collect(),
        });
        let rooms = self.rooms.from(self.period.from).into_iter().map(|room| of_room(room, &free));
        let data = FreeData {
            centre: self.centre,
            from: iso(self.period.from),
            to: iso(self.period.to),
            rooms: rooms.collect(),
            half_days: half_days.collect(),
        };
        // Strings and numbers always serialise.
        serde_json::to_string_pretty(&data).map(|text| text + "\n").unwrap_or_default()
    }

    /// As text to be read aloud.
    #[must_use]
    pub fn text(&self) -> String {
        let (words, free) = (self.words, self.rooms.free(self.period));
        let said = LentWords { words, rota: self.rooms.rota, tenants: &[], stays: &[] };
        let title = Msg::new("rooms-sheet-title")
            .with("from", self.period.from)
            .with("to", self.period.to)
            .with("centre", self.centre);
        let mut out = vec![words.say(&title)];
        for room in self.rooms.from(self.period.from) {
            let of = of_room(room, &free);
            let msg = Msg::new("rooms-sheet-room").with("room", of.name).with("free", of.free).with("open", of.open);
            out.push(words.say(&msg));
        }
        for (half, rooms) in free.iter().filter(|(_, rooms)| !rooms.is_empty()) {
            let names: Vec<&str> = rooms.iter().map(|room| room.name.as_str()).collect();
            out.push(format!("{}{}{}", said.half(*half), words.t("frame-colon"), names.join(", ")));
        }
        if free.iter().all(|(_, rooms)| rooms.is_empty()) {
            out.push(words.t("rooms-sheet-none"));
        }
        out.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::collective::Listed;
    use crate::domain::lent::Times;
    use crate::domain::prepared::Prepared;
    use crate::domain::record::{AssetKind, Booking, Written};
    use crate::domain::{Calendar, Rev, Rota};
    use crate::words::Lang;

    /// Two rooms in the first week of March 2027; room 2 is booked on Monday.
    fn documents() -> (String, String) {
        let room = |id: i64, name: &str| {
            let values = [("name", name.into()), ("kind", AssetKind::Room.value())].into_iter().collect();
            let row = Written { id, rev: Rev(0), values, by: None };
            Listed { what: Asset::of(&row).unwrap(), row }
        };
        let monday = Day::ymd(2027, 3, 1).unwrap();
        let times = Times { from_day: monday, from_minute: 480, to_day: Some(monday), to_minute: 1080 };
        let what = Booking { whom: "x".into(), ..Booking::of_asset(2, times) };
        let booking = Listed { row: Written { id: 1, rev: Rev(0), values: what.values(), by: None }, what };
        let known = Prepared {
            assets: vec![room(1, "Salle 1"), room(2, "Salle 2")],
            bookings: vec![booking],
            ..Prepared::default()
        };
        let rota = Rota { calendar: Calendar::default(), ..Rota::default() };
        let (words, period) = (Words::new(Lang::Fr), Period { from: monday, to: monday.plus(6) });
        let rooms = Rooms { rota: &rota, known: &known };
        let free = FreeOf { words: &words, rooms, centre: "Ajain", period };
        (free.text(), free.json())
    }

    #[test]
    fn the_free_half_days_are_told_a_line_each_without_the_closed_ones() {
        let text = documents().0.replace('\u{a0}', " ");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[..5],
            [
                "Salles libres du lun. 1er mars au dim. 7 mars · Ajain",
                "Salle 1 : 9 demi-journées libres sur 9",
                "Salle 2 : 7 demi-journées libres sur 9",
                "lun. 1er mars matin : Salle 1",
                "lun. 1er mars après-midi : Salle 1",
            ]
        );
        assert_eq!(lines.len(), 3 + 9);
        // Thursday afternoon is closed.
        assert!(!text.contains("jeu. 4 mars après-midi"), "{text}");
    }

    #[test]
    fn json_has_its_rooms_and_each_open_half_day() {
        let data: serde_json::Value = serde_json::from_str(&documents().1).unwrap();
        assert_eq!((&data["from"], &data["rooms"][1]["free"]), (&"2027-03-01".into(), &7.into()));
        assert_eq!(data["half_days"].as_array().unwrap().len(), 9);
        assert_eq!(data["half_days"][1]["half"], "afternoon");
        assert_eq!(data["half_days"][1]["free"], serde_json::json!(["Salle 1"]));
    }
}
