//! The questions with the types of their answers.
//!
//! Between the threads of the desk, [`Query`] and [`Page`] are plain data, which tests compare; whoever asks and
//! waits asks one of these instead, and has its answer without looking for it among all pages. One list says for
//! each question which page answers it: a new query is a line of it, and one without its line does not compile.

use std::collections::BTreeMap;

use super::{Account, Draft, FindPage, FramePage, Kept, NotedPage, Page, Past, PatientPage, Query, WeekPage};

use crate::domain::care::round::DayRounds;
use crate::domain::care::{Care as Around, CareList};
use crate::domain::collective::Collective as Volunteers;
use crate::domain::journal::JournalEntry;
use crate::domain::left_draft::{DraftEnd, LeftDraft};
use crate::domain::place::{Contact, ContactPast, GuidePage, Version};
use crate::domain::record::{Record, Written};
use crate::domain::sequel::Sequel;
use crate::domain::to_tell::PatientToTell;
use crate::domain::transmission::Transmission as Handed;
use crate::domain::{
    AccountEvent, ContactId, Day, Entry as Planned, EntryId, IsoWeek, ItemId, PageId, Period, PostId, StayId,
    Thread as Point, briefing, difference, hanging, indicators, prepared,
};

/// A query whose answer has a type.
pub trait Question {
    type Answer;

    /// What is asked, as plain data.
    fn query(self) -> Query;

    /// What a page answers to it; nothing, where the page is that of another question.
    fn answer(page: Page) -> Option<Self::Answer>;
}

macro_rules! asked {
    ($name:ident) => {
        #[derive(Debug, Clone, Copy)]
        pub struct $name;
    };
    ($name:ident ($type:ty)) => {
        #[derive(Debug, Clone)]
        pub struct $name(pub $type);
    };
    ($name:ident { $($field:ident: $type:ty),+ }) => {
        #[derive(Debug, Clone, Copy)]
        pub struct $name {
            $(pub $field: $type,)+
        }
    };
}

macro_rules! questions {
    ($($name:ident $(($of:ident: $type:ty))? $({ $($field:ident: $part:ty),+ })? -> $answer:ty:
        $page:pat => $found:expr;)+) => {
        $(
            asked!($name $(($type))? $({ $($field: $part),+ })?);

            impl Question for $name {
                type Answer = $answer;

                fn query(self) -> Query {
                    let Self $(($of))? $({ $($field),+ })? = self;
                    Query::$name $(($of))? $({ $($field),+ })?
                }

                fn answer(page: Page) -> Option<$answer> {
                    if let $page = page { Some($found) } else { None }
                }
            }
        )+

        const _: fn(&Query) = |query| match query {
            $(Query::$name { .. } => {})+
        };
    };
}

questions! {
    Frame -> FramePage: Page::Frame(page) => *page;
    FrameSince(since: Day) -> FramePage: Page::Frame(page) => *page;
    Week(week: IsoWeek) -> WeekPage: Page::Week(page) => *page;
    Briefing(reader: briefing::Reader) -> briefing::Briefing: Page::Briefing(page) => *page;
    Transmission(stay: StayId) -> Option<Handed>: Page::Transmission(page) => page.map(|page| *page);
    Statistics { period: Period, before: Option<Period>, post: Option<PostId> } -> indicators::Statistics:
        Page::Statistics(page) => *page;
    Records(record: &'static Record) -> Vec<Written>: Page::Records(_, rows) => rows;
    Differences(year: i32) -> difference::Differences: Page::Differences(page) => *page;
    Noted -> NotedPage: Page::Noted(page) => *page;
    Thread(item: ItemId) -> Option<Point>: Page::Thread(page) => page.map(|page| *page);
    Entry(entry: EntryId) -> Option<Kept<Planned>>: Page::Entry(page) => page.map(|page| *page);
    Search(text: String) -> Vec<Point>: Page::Search(found) => found;
    Find(text: String) -> FindPage: Page::Find(page) => *page;
    Patient(file: String) -> PatientPage: Page::Patient(page) => *page;
    Directory -> (Vec<Kept<Contact>>, BTreeMap<ContactId, Vec<ContactPast>>):
        Page::Directory { contacts, past } => (contacts, past);
    Booklet -> Vec<Kept<GuidePage>>: Page::Booklet(pages) => pages;
    Versions(page: PageId) -> Vec<Version>: Page::Versions(_, versions) => versions;
    History -> Vec<Past>: Page::History(past) => past;
    Drafts -> Vec<Draft>: Page::Drafts(drafts) => drafts;
    LeftDrafts -> (Vec<LeftDraft>, Vec<DraftEnd>): Page::LeftDrafts(pending, ended) => (pending, ended);
    Accounts -> Vec<Account>: Page::Accounts(accounts) => accounts;
    AccountEvents -> Vec<AccountEvent>: Page::AccountEvents(events) => events;
    Journal(days: Option<Period>) -> Vec<JournalEntry>: Page::Journal(entries) => entries;
    Hanging(stay: StayId) -> Option<hanging::Hanging>: Page::Hanging(page) => page.map(|page| *page);
    Collective -> Volunteers: Page::Collective(page) => *page;
    ToTell -> Vec<PatientToTell>: Page::ToTell(all) => all;
    Prepared -> prepared::Prepared: Page::Prepared(page) => *page;
    Lent(period: Period) -> prepared::Prepared: Page::Lent(_, page) => *page;
    Care(list: CareList) -> Around: Page::Care(_, page) => *page;
    Asset(asset: i64) -> Option<prepared::AssetFile>: Page::Asset(page) => page.map(|page| *page);
    Round { stay: StayId, day: Day } -> Option<DayRounds>: Page::Round(page) => page.map(|page| *page);
    StayFile(stay: StayId) -> Option<prepared::StayFile>: Page::StayFile(page) => page.map(|page| *page);
    Sequels -> Vec<(Sequel, Point)>: Page::Sequels(all) => all;
}
