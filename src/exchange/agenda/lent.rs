//! The bookings of a house, a vehicle, a room or a key as a calendar for another program (iCalendar, RFC 5545).
//!
//! Each keeps its name from one file to the next, and the revision of the booking is its sequence. A key that is out has no
//! end yet.

use chrono::DateTime;
use icalendar::Property;

use super::digest;
use super::write::{FRANCE, HEAD, date, line, text};
use crate::domain::collective::Listed;
use crate::domain::prepared::AssetFile;
use crate::domain::record::Booking;
use crate::domain::{Centre, Day, Now, Rota};
use crate::words::Words;
use crate::words::lent::LentWords;

/// What a calendar of bookings is written with.
pub struct LentOf<'a> {
    pub words: &'a Words,
    pub rota: &'a Rota,
    pub centre: &'a Centre,
    pub now: Now,
    /// What the store is known by: with it an event has the same name in every file.
    pub identity: &'a str,
    pub file: &'a AssetFile,
}

impl LentOf<'_> {
    /// Writes the bookings; what was of no use to its stay is left out.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from(HEAD);
        line(&mut out, text("X-WR-CALNAME", &format!("{} · {}", self.centre.name, self.file.asset.what.name)));
        out.push_str(FRANCE);
        for booking in self.file.bookings.iter().filter(|booking| booking.what.places > 0) {
            self.event(&mut out, booking);
        }
        out.push_str("END:VCALENDAR\r\n");
        out
    }

    fn event(&self, out: &mut String, booking: &Listed<Booking>) {
        let AssetFile { asset, tenants, stays, .. } = self.file;
        let whose = LentWords { words: self.words, rota: self.rota, tenants, stays };
        let made = DateTime::from_timestamp_millis(self.now.at.0).unwrap_or_default();
        let centre = digest(&["lent", self.identity]);
        let times = booking.what.times;
        let at = |name: &str, day: Day, minute: u16| {
            // Midnight is the next day's.
            let (day, minute) = if minute >= 24 * 60 { (day.plus(1), minute - 24 * 60) } else { (day, minute) };
            let at = format!("{}T{:02}{:02}00", date(day), minute / 60, minute % 60);
            Property::new(name, at).add_parameter("TZID", "Europe/Paris").done()
        };
        out.push_str("BEGIN:VEVENT\r\n");
        line(out, Property::new("UID", format!("booking-{}@{centre}", booking.row.id)));
        line(out, Property::new("DTSTAMP", made.format("%Y%m%dT%H%M%SZ").to_string()));
        line(out, Property::new("SEQUENCE", booking.row.rev.0.to_string()));
        line(out, at("DTSTART", times.from_day, times.from_minute));
        if let Some(day) = times.to_day {
            line(out, at("DTEND", day, times.to_minute));
        }
        line(out, text("SUMMARY", &format!("{} · {}", asset.what.name, whose.whose(&booking.what))));
        let place = &asset.what.address;
        line(out, text("LOCATION", if place.is_empty() { &self.centre.commune } else { place }));
        line(out, Property::new("STATUS", "CONFIRMED"));
        out.push_str("END:VEVENT\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{centre, monday, rota, stay};
    use crate::domain::lent::Times;
    use crate::domain::record::{Asset, AssetKind, Written};
    use crate::domain::{Rev, Stamp, StayId};
    use crate::words::Lang;

    #[test]
    fn each_booking_is_an_event_with_its_hours_its_name_and_its_revision() {
        let values = [("name", "Voiture 1".into()), ("kind", AssetKind::Vehicle.value())].into_iter().collect();
        let row = Written { id: 1, rev: Rev(0), values, by: None };
        let asset = Listed { what: Asset::of(&row).unwrap(), row };
        let times = |to| Times { from_day: monday(49), from_minute: 17 * 60, to_day: to, to_minute: 24 * 60 };
        let booked = |id: i64, rev: i64, what: Booking| Listed {
            row: Written { id, rev: Rev(rev), values: what.values(), by: None },
            what,
        };
        let bookings = vec![
            booked(4, 2, Booking { stay: Some(StayId(9)), ..Booking::of_asset(1, times(Some(monday(50)))) }),
            booked(5, 0, Booking { whom: "le maire".into(), ..Booking::of_asset(1, times(None)) }),
            booked(6, 0, Booking { places: 0, ..Booking::of_asset(1, times(None)) }),
        ];
        let file = AssetFile { asset, bookings, tenants: Vec::new(), stays: vec![stay(9, 1, 3, 49)] };
        let (words, rota, centre) = (Words::new(Lang::Fr), rota(1, vec![stay(1, 1, 3, 48)]), centre());
        let now = Now::from(Stamp::at(monday(49), 540));
        let of = LentOf { words: &words, rota: &rota, centre: &centre, now, identity: "abc", file: &file };
        let text = of.write().replace("\r\n ", "").replace("\r\n", "\n");
        let all: Vec<&str> = text[text.find("BEGIN:VEVENT").unwrap()..].lines().collect();
        assert!(all[1].starts_with("UID:booking-4@"), "{text}");
        assert_eq!(
            all[3..9],
            [
                "SEQUENCE:2",
                "DTSTART;TZID=Europe/Paris:20261130T170000",
                "DTEND;TZID=Europe/Paris:20261208T000000",
                "SUMMARY:Voiture 1 · Dr P3",
                "LOCATION:Ajain",
                "STATUS:CONFIRMED",
            ]
        );
        // What is still out has no end; what was not needed is no event.
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
        assert_eq!(text.matches("DTEND").count(), 1);
        assert!(text.contains("SUMMARY:Voiture 1 · le maire"));
    }
}
