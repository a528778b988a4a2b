//! A doctor reads an ordinary point on another day of the stay.

use super::super::door::{Cx, Done, Stop, refuse};
use super::super::page::rota;
use super::item::{find, stay_of_author};
use crate::domain::briefing::may_put_off;
use crate::domain::{Day, ItemId, Msg};
use crate::store::sql::params;

/// Adds a row, of which the newest counts; who follows the point stays the same.
pub(super) fn put_off(cx: &Cx<'_>, item: ItemId, day: Day) -> Result<Done, Stop> {
    let author = cx.author()?.id;
    let Some(stay) = stay_of_author(cx)? else { return refuse(Msg::new("store-put-off-doctor")) };
    let centre = cx.whole_centre()?;
    let rota = rota::confirmed(cx.conn, &centre, cx.now.day)?;
    let Some(found) = rota.stay(stay) else { return refuse(Msg::new("store-gone")) };
    may_put_off(&find(cx, item)?, found, day, &rota, cx.now).map_err(Stop::Refused)?;
    cx.insert(
        "INSERT INTO put_off(centre, item, stay, author, entered_by, at, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![centre.id, item, stay, author, cx.who.entered_by(), cx.now.at, day],
    )?;
    Ok(Done::said(Msg::new("store-said-put-off").with("item", item.0).with("day", day)))
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, about, s, word};
    use super::*;
    use crate::domain::act::ItemAct;
    use crate::domain::briefing::{Briefing, Reader, Section};
    use crate::domain::{Answer, Gravity, Holder, Now, PersonId, StayId, Verdict, Who};
    use crate::protocol::question;

    fn briefing(desk: &Desk, stay: StayId) -> Briefing {
        desk.ask(question::Briefing(Reader::Stay(stay)))
    }

    fn monday() -> (Desk, PersonId, StayId, ItemId) {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(49));
        let item = desk.open(GARNIER, about("1"), word("courrier", s(49)));
        desk.now = Now::on(s(49).monday(), 8, 10);
        (desk, vidal, stay, item)
    }

    #[test]
    fn it_stands_under_its_day_counts_until_read_and_is_undone() {
        let (mut desk, vidal, stay, item) = monday();
        let thursday = s(49).monday().plus(3);
        let said = desk.act(vidal, ItemAct::PutOff(item, thursday));
        assert_eq!(said.id, "store-said-put-off");
        let entry = briefing(&desk, stay).entries.remove(0);
        assert_eq!((entry.section, entry.put_off), (Section::PutOff, Some(thursday)));
        assert!(entry.waits() && entry.holder == Holder::COORDINATION, "the holder is who it was");
        // The newest counts; undone, the one before does.
        desk.act(vidal, ItemAct::PutOff(item, thursday.plus(-1)));
        assert_eq!(briefing(&desk, stay).entries[0].put_off, Some(thursday.plus(-1)));
        desk.store.undo(Who::is(vidal), desk.now);
        assert_eq!(briefing(&desk, stay).entries[0].put_off, Some(thursday));
        // On its day it is back on top; read, it is put off no more.
        desk.now = Now::on(thursday, 8, 0);
        assert_eq!(briefing(&desk, stay).entries[0].section, Section::Back);
        desk.answer(vidal, item, Answer::Read, "");
        let entry = briefing(&desk, stay).entries.remove(0);
        assert_eq!((entry.section, entry.put_off), (Section::Later, None));
    }

    #[test]
    fn never_what_is_urgent_never_beyond_the_stay_and_only_by_its_doctor() {
        let (mut desk, vidal, _, item) = monday();
        let day = |n| s(49).monday().plus(n);
        assert_eq!(desk.refused(GARNIER, ItemAct::PutOff(item, day(3))), "store-put-off-doctor");
        for outside in [day(0), day(-1), day(7), day(5)] {
            assert_eq!(desk.refused(vidal, ItemAct::PutOff(item, outside)), "store-put-off-day", "{outside:?}");
        }
        let mut urgent = word("INR", s(49));
        (urgent.gravity, urgent.plan, urgent.due) = (Gravity::Urgent, "si saignement alors 15".into(), Some(day(1)));
        let urgent = desk.open(GARNIER, about("2"), urgent);
        assert_eq!(desk.refused(vidal, ItemAct::PutOff(urgent, day(3))), "store-put-off-urgent");
    }

    #[test]
    fn a_word_said_since_brings_it_back() {
        let (mut desk, vidal, stay, item) = monday();
        desk.act(vidal, ItemAct::PutOff(item, s(49).monday().plus(3)));
        desk.now = Now::on(s(49).monday(), 9, 0);
        desk.say(GARNIER, item, Verdict::Completed, word("il a rappelé", s(49)));
        assert_eq!(briefing(&desk, stay).entries[0].put_off, None);
    }
}
