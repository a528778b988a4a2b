//! Runs an act with the domain's rules, inside the transaction of its change: one file for each family.

mod agenda;
mod agenda_import;
mod centre;
mod handover;
mod import;
mod item;
mod noted;
mod people;
mod place;
mod put_off;
mod sequel;
mod stay;
mod step;
mod writing;

use super::door::{Cx, Done, Stop};
use crate::domain::act::{
    Act, AgendaAct, CentreAct, HandoverAct, ItemAct, NewItem, NewWord, NotedAct, PeopleAct, PlaceAct, StayAct,
    WritingAct,
};
use crate::domain::agenda::NewEntry;
use crate::domain::draft::nir;
use crate::domain::noted::Noted;
use crate::domain::{Msg, PatientRef};
use crate::protocol::Raw;

/// The longest text of one field, in bytes: a note of ten pages.
const LONGEST: usize = 20_000;

/// Does what an act says, or says why not.
pub(super) fn run(act: &Act, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        Act::Centre(act) => centre::run(act, cx),
        Act::People(act) => people::run(act, cx),
        Act::Stay(act) => stay::run(act, cx),
        Act::Item(act) => item::run(act, cx),
        Act::Handover(act) => handover::run(act, cx),
        Act::Place(act) => place::run(act, cx),
        Act::Agenda(act) => agenda::run(act, cx),
        Act::Noted(act) => noted::run(act, cx),
        Act::Sequel(act) => sequel::run(act, cx),
        Act::Writing(act) => writing::run(act, cx),
        Act::ImportRota(lines) => import::run(lines, cx),
        Act::ImportAgenda(lines) => agenda_import::run(lines, cx),
    }
}

/// Refuses an act in which a text may not be kept.
pub(super) fn check_texts(act: &Act) -> Result<(), Msg> {
    texts(act).into_iter().try_for_each(check)
}

/// Refuses a draft in which a text may not be kept: what may not be saved is not drafted either.
pub(super) fn check_raw(raw: &Raw) -> Result<(), Msg> {
    raw.values().try_for_each(|text| check(text))
}

/// The one place where a text is looked at before it is kept (rule 23, and a bound on its length).
fn check(text: &str) -> Result<(), Msg> {
    if text.len() > LONGEST {
        return Err(Msg::new("store-too-long").with("limit", LONGEST));
    }
    if nir::contains(text) {
        return Err(nir::refusal());
    }
    Ok(())
}

/// Every free text of an act.
fn texts(act: &Act) -> Vec<&str> {
    match act {
        Act::Centre(CentreAct::Create { centre, posts, first }) => {
            let mut texts = vec![centre.name.as_str(), &centre.commune, &first.given, &first.family];
            texts.extend(posts.iter().map(String::as_str));
            texts
        }
        Act::Centre(CentreAct::Edit(centre)) => vec![&centre.name, &centre.commune, &centre.backup_folder],
        Act::Centre(CentreAct::AddPost(text, _) | CentreAct::EditPost(_, text, _))
        | Act::Handover(
            HandoverAct::Note(_, _, text)
            | HandoverAct::Sign { name: text, .. }
            | HandoverAct::TakeOver { name: text, .. },
        )
        | Act::Item(ItemAct::Answer(_, _, text)) => vec![text],
        Act::Centre(CentreAct::AddClosure { reason, .. }) => vec![reason],
        Act::Centre(CentreAct::RemoveClosure(_) | CentreAct::Targets(_))
        | Act::Stay(StayAct::Add(_) | StayAct::Edit(..))
        | Act::Place(
            PlaceAct::RemoveContact(_)
            | PlaceAct::CheckContact(_)
            | PlaceAct::Call { .. }
            | PlaceAct::RemovePage(_)
            | PlaceAct::PutBack(_)
            | PlaceAct::CheckPage(_)
            | PlaceAct::Read(_),
        )
        | Act::Agenda(AgendaAct::Remove(_) | AgendaAct::HalfDays(..))
        | Act::Noted(NotedAct::Remove(_))
        | Act::Item(ItemAct::PutOff(..))
        | Act::Sequel(_)
        | Act::Writing(WritingAct::RemoveSnippet(_) | WritingAct::RemoveAbbreviation(_)) => vec![],
        Act::Writing(
            WritingAct::Snippet { code: a, text: b, .. } | WritingAct::Abbreviation { short: a, meaning: b, .. },
        ) => vec![a, b],
        Act::Handover(HandoverAct::Dismiss(_, about)) => patient(Some(about)),
        Act::Noted(NotedAct::Add(noted) | NotedAct::Edit(_, noted)) => match noted {
            Noted::Panel(panel) => vec![&panel.source],
            Noted::Published(published) => vec![&published.source],
            Noted::Survey(_) => vec![],
        },
        Act::People(PeopleAct::Add(person) | PeopleAct::Edit(_, person)) => {
            let mut texts = vec![person.given.as_str(), &person.family];
            texts.extend([&person.phone, &person.email].into_iter().flatten().map(String::as_str));
            texts
        }
        Act::Stay(StayAct::Cancel(_, withdrawal)) => vec![&withdrawal.reason],
        Act::Item(ItemAct::Open(item, new)) => [subject(item), word(new)].concat(),
        Act::Item(ItemAct::Step(_, new, close)) => close.iter().flat_map(word).chain([new.words.as_str()]).collect(),
        Act::Item(ItemAct::Say(_, _, new) | ItemAct::Amend(_, new)) => word(new),
        Act::Handover(HandoverAct::Addendum { text, item, .. }) => {
            let mut texts = vec![text.as_str()];
            if let Some((item, new)) = item {
                texts.extend(subject(item));
                texts.extend(word(new));
            }
            texts
        }
        Act::Place(PlaceAct::AddContact(contact) | PlaceAct::EditContact(_, contact)) => {
            vec![&contact.name, &contact.purpose, &contact.phone, &contact.direct, &contact.hours, &contact.note]
        }
        Act::Place(PlaceAct::AddPage(page) | PlaceAct::EditPage(_, page)) => vec![&page.title, &page.text],
        Act::Agenda(AgendaAct::Add(entry, _) | AgendaAct::Edit(_, entry, _)) => self::entry(entry),
        Act::Agenda(AgendaAct::Close { marks, .. }) => {
            marks.iter().flat_map(|m| patient(Some(&m.patient)).into_iter().chain([m.text.as_str()])).collect()
        }
        Act::ImportRota(lines) => {
            lines.iter().flat_map(|l| [l.post.as_str(), &l.doctor.given, &l.doctor.family]).collect()
        }
        // The names of the lines are ours: nobody typed them.
        Act::ImportAgenda(lines) => lines.iter().filter_map(|l| l.what.as_ref()).flat_map(entry).collect(),
    }
}

fn subject(item: &NewItem) -> Vec<&str> {
    let mut texts = patient(item.patient.as_ref());
    texts.push(&item.facts.source);
    texts
}

fn patient(patient: Option<&PatientRef>) -> Vec<&str> {
    patient.map_or_else(Vec::new, |p| [Some(p.file.as_str()), p.initials.as_deref()].into_iter().flatten().collect())
}

fn entry(entry: &NewEntry) -> Vec<&str> {
    let mut texts = vec![entry.title.as_str(), &entry.place];
    texts.extend(patient(entry.patient.as_ref()));
    texts
}

fn word(word: &NewWord) -> Vec<&str> {
    vec![&word.text, &word.plan]
}
