//! What changed in the booklet and the directory since somebody was last here.

use super::{Chapter, Contact, GuidePage};
use crate::domain::{ContactId, Day, PageId, PersonId};

/// A page that is new or was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageNews {
    pub id: PageId,
    pub chapter: Chapter,
    pub title: String,
    /// When its present version was saved, and by whom.
    pub on: Day,
    pub by: PersonId,
    /// There was no such page before.
    pub is_new: bool,
    /// The reader has acknowledged this version.
    pub is_read: bool,
}

/// An entry of the directory that is new or was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactNews {
    pub id: ContactId,
    pub name: String,
    pub phone: String,
    pub on: Day,
    pub is_new: bool,
}

/// What changed in the place since a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceNews {
    /// In the order of the booklet.
    pub pages: Vec<PageNews>,
    /// Newest first.
    pub contacts: Vec<ContactNews>,
    /// How many pages the reader has not acknowledged in their present version, changed since or not.
    pub unread: usize,
    /// For the team: pages and entries that somebody should make sure of again.
    pub to_check: ToCheck,
}

/// How many pages and entries have aged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ToCheck {
    pub pages: usize,
    pub contacts: usize,
}

impl ToCheck {
    /// Counts what has aged; a page does after so many months.
    #[must_use]
    pub fn of(pages: &[GuidePage], contacts: &[Contact], months: u16, today: Day) -> Self {
        Self {
            pages: pages.iter().filter(|page| !page.removed && page.is_stale(months, today)).count(),
            contacts: contacts.iter().filter(|contact| contact.aging(today).is_some()).count(),
        }
    }
}

/// What changed after a day, for a reader.
///
/// Without a day the reader has never been here: every page that they have not read is news, and the
/// directory, all of which they have before them for the first time, is none.
#[must_use]
pub fn news_since(since: Option<Day>, reader: PersonId, pages: &[GuidePage], contacts: &[Contact]) -> PlaceNews {
    let there = || pages.iter().filter(|page| !page.removed);
    let news = |page: &&GuidePage| match since {
        Some(since) => page.head.at.day() > since,
        None => !page.is_read_by(reader),
    };
    let pages = there().filter(news).map(|page| PageNews {
        id: page.id,
        chapter: page.head.what.chapter,
        title: super::secret::masked(&page.head.what.title),
        on: page.head.at.day(),
        by: page.head.author,
        is_new: since.is_none_or(|since| page.begun.day() > since),
        is_read: page.is_read_by(reader),
    });
    let changed = |contact: &Contact| {
        let since = since?;
        let on = contact.written.map_or(contact.begun, |(_, at)| at).day();
        let is_new = contact.begun.day() > since;
        let (name, phone) = (contact.what.name.clone(), contact.what.phone.clone());
        (on > since).then_some(ContactNews { id: contact.id, name, phone, on, is_new })
    };
    let mut contacts: Vec<ContactNews> = contacts.iter().filter_map(changed).collect();
    contacts.sort_by_key(|contact| std::cmp::Reverse((contact.on, contact.id)));
    let unread = there().filter(|page| !page.is_read_by(reader)).count();
    PlaceNews { pages: pages.collect(), contacts, unread, to_check: ToCheck::default() }
}

#[cfg(test)]
mod tests {
    use super::super::booklet::tests::page;
    use super::super::directory::tests::contact;
    use super::super::{Seen, Version};
    use super::*;
    use crate::domain::Stamp;

    const READER: PersonId = PersonId(3);

    fn day(n: i32) -> Day {
        Day(20_000 + n)
    }

    fn pages() -> Vec<GuidePage> {
        let read = vec![Seen { person: READER, at: Stamp::at(day(1), 0) }];
        let old = GuidePage { read: read.clone(), ..page(1, "Codes ((4821))", day(0)) };
        let changed = page(2, "Imprimante", day(0));
        let head = Version { at: Stamp::at(day(20), 600), ..changed.head.clone() };
        let changed = GuidePage { head, versions: 2, ..changed };
        let new = GuidePage { read, ..page(3, "Voiture", day(15)) };
        let gone = GuidePage { removed: true, ..page(4, "Fax", day(15)) };
        vec![old, changed, new, gone]
    }

    fn contacts() -> Vec<Contact> {
        let stamp = |n| Stamp::at(day(n), 600);
        let old = Contact { begun: stamp(0), ..contact(1, "Labo", Some(day(19))) };
        let new = Contact { begun: stamp(12), ..contact(2, "Taxi", None) };
        let changed =
            Contact { written: Some((PersonId(1), stamp(18))), begun: stamp(0), ..contact(3, "Cardio", None) };
        vec![old, new, changed]
    }

    #[test]
    fn who_comes_back_finds_what_was_written_since_and_nothing_that_was_only_checked() {
        let news = news_since(Some(day(10)), READER, &pages(), &contacts());
        let pages: Vec<_> = news.pages.iter().map(|p| (p.title.as_str(), p.is_new, p.is_read)).collect();
        assert_eq!(pages, [("Imprimante", false, false), ("Voiture", true, true)]);
        let changed: Vec<_> = news.contacts.iter().map(|c| (c.name.as_str(), c.is_new)).collect();
        assert_eq!(changed, [("Cardio", false), ("Taxi", true)]);
        assert_eq!(news.unread, 1);
        // What changed on the last day was seen that day.
        assert_eq!(news_since(Some(day(20)), READER, &[], &contacts()).contacts, []);
    }

    #[test]
    fn the_team_is_told_how_much_has_aged() {
        // Written on days 0 to 20; the page taken out and the number checked on day 19 do not count.
        let to_check = ToCheck::of(&pages(), &contacts(), 6, day(190));
        assert_eq!(to_check, ToCheck { pages: 1, contacts: 2 });
        assert_eq!(ToCheck::of(&pages(), &contacts(), 6, day(400)), ToCheck { pages: 3, contacts: 3 });
    }

    #[test]
    fn who_was_never_here_finds_every_page_not_read_and_no_code() {
        let news = news_since(None, PersonId(4), &pages(), &contacts());
        let titles: Vec<_> = news.pages.iter().map(|p| p.title.as_str()).collect();
        assert_eq!(titles, ["Codes ••••", "Imprimante", "Voiture"]);
        assert_eq!((news.unread, news.contacts.len()), (3, 0));
        assert_eq!(news_since(None, READER, &pages(), &[]).pages.len(), 1);
    }
}
