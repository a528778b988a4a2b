//! The dialogs, as a closed set: keys go to the top one, drawing goes bottom up.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::asset::AssetLayer;
use super::candidates::CandidatesLayer;
use super::choose::ChooseLayer;
use super::clash::ClashLayer;
use super::confirm::ConfirmLayer;
use super::conflict::ConflictLayer;
use super::goto::GotoLayer;
use super::help::HelpLayer;
use super::import::ImportLayer;
use super::import_agenda::AgendaLayer;
use super::proposal::ProposalLayer;
use super::recovery::RecoveryCard;
use super::review::ReviewLayer;
use super::round::RoundLayer;
use super::stay::StayLayer;
use super::thread::ThreadLayer;
use super::to_tell::ToTellLayer;
use super::told::ToldLayer;
use super::volunteer::VolunteerLayer;
use crate::protocol::{Page, Query};
use crate::ui::form::FormLayer;
use crate::ui::{Ask, Cx, Outcome};

/// A dialog over the tab.
pub enum Layer {
    Form(Box<FormLayer>),
    Thread(Box<ThreadLayer>),
    Choose(ChooseLayer),
    Candidates(Box<CandidatesLayer>),
    Volunteer(Box<VolunteerLayer>),
    Stay(Box<StayLayer>),
    Asset(Box<AssetLayer>),
    Round(Box<RoundLayer>),
    ToTell(ToTellLayer),
    Proposal(Box<ProposalLayer>),
    Confirm(ConfirmLayer),
    Clash(ClashLayer),
    Goto(GotoLayer),
    Help(HelpLayer),
    Review(ReviewLayer),
    Import(ImportLayer),
    Conflict(Box<ConflictLayer>),
    ImportAgenda(AgendaLayer),
    Told(ToldLayer),
    Recovery(Box<RecoveryCard>),
}

/// What a form holds is never printed into a log.
impl std::fmt::Debug for Layer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Form(_) => "Form",
            Self::Thread(_) => "Thread",
            Self::Choose(_) => "Choose",
            Self::Candidates(_) => "Candidates",
            Self::Volunteer(_) => "Volunteer",
            Self::Stay(_) => "Stay",
            Self::Asset(_) => "Asset",
            Self::Round(_) => "Round",
            Self::ToTell(_) => "ToTell",
            Self::Proposal(_) => "Proposal",
            Self::Confirm(_) => "Confirm",
            Self::Clash(_) => "Clash",
            Self::Goto(_) => "Goto",
            Self::Help(_) => "Help",
            Self::Review(_) => "Review",
            Self::Import(_) => "Import",
            Self::Conflict(_) => "Conflict",
            Self::ImportAgenda(_) => "ImportAgenda",
            Self::Told(_) => "Told",
            Self::Recovery(_) => "Recovery",
        })
    }
}

impl Layer {
    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        match self {
            Self::Form(form) => form.key(key, cx),
            Self::Thread(thread) => thread.key(key, cx),
            Self::Choose(choose) => choose.key(key),
            Self::Candidates(candidates) => candidates.key(key, cx),
            Self::Volunteer(volunteer) => volunteer.key(key, cx),
            Self::Stay(stay) => stay.key(key, cx),
            Self::Asset(asset) => asset.key(key, cx),
            Self::Round(round) => round.key(key, cx),
            Self::ToTell(list) => list.key(key),
            Self::Proposal(proposal) => proposal.key(key, cx),
            Self::Confirm(confirm) => confirm.key(key),
            Self::Clash(clash) => clash.key(key, cx),
            Self::Goto(goto) => goto.key(key, cx),
            Self::Help(help) => help.key(key, cx),
            Self::Review(review) => review.key(key),
            Self::Import(import) => import.key(key, cx),
            Self::Conflict(conflict) => conflict.key(key, cx),
            Self::ImportAgenda(import) => import.key(key, cx),
            Self::Told(told) => told.key(key, cx),
            Self::Recovery(card) => card.key(key, cx.now),
        }
    }

    /// What it needs beside the frame, asked for when it opens and after each change.
    #[must_use]
    pub fn query(&self) -> Option<Query> {
        match self {
            Self::Thread(thread) => Some(thread.query()),
            Self::Form(form) => form.query(),
            Self::Candidates(_) | Self::Volunteer(_) | Self::Proposal(_) => Some(Query::Collective),
            Self::Stay(stay) => Some(stay.query()),
            Self::Asset(asset) => Some(asset.query()),
            Self::Round(round) => Some(round.query()),
            Self::ToTell(_) => Some(Query::ToTell),
            _ => None,
        }
    }

    /// Takes an answer to such a query.
    pub fn receive(&mut self, page: &Page, cx: &Cx) {
        match self {
            Self::Thread(thread) => thread.receive(page),
            Self::Form(form) => form.receive(page, cx),
            Self::Candidates(candidates) => candidates.receive(page),
            Self::Volunteer(volunteer) => volunteer.receive(page, cx),
            Self::Stay(stay) => stay.receive(page),
            Self::Asset(asset) => asset.receive(page),
            Self::Round(round) => round.receive(page),
            Self::ToTell(list) => list.receive(page),
            Self::Proposal(proposal) => proposal.receive(page, cx),
            _ => {}
        }
    }

    /// Takes pasted text, where there is a field for it.
    pub fn paste(&mut self, text: &str, cx: &Cx) {
        match self {
            Self::Form(form) => form.paste(text, cx),
            Self::Choose(choose) => choose.paste(text),
            Self::Goto(goto) => goto.paste(text),
            Self::Recovery(card) => card.paste(text),
            Self::Thread(_)
            | Self::Candidates(_)
            | Self::Volunteer(_)
            | Self::Stay(_)
            | Self::Asset(_)
            | Self::Round(_)
            | Self::ToTell(_)
            | Self::Proposal(_)
            | Self::Confirm(_)
            | Self::Clash(_)
            | Self::Help(_)
            | Self::Review(_)
            | Self::Import(_)
            | Self::Conflict(_)
            | Self::ImportAgenda(_)
            | Self::Told(_) => {}
        }
    }

    /// Takes a click in the area it was drawn in.
    pub fn click(&mut self, column: u16, row: u16, area: Rect, cx: &Cx) -> Outcome<Vec<Ask>> {
        match self {
            Self::Form(form) => {
                form.click(column, row, area, cx);
                Outcome::Stayed
            }
            Self::Choose(choose) => choose.click(row, area),
            Self::Thread(_)
            | Self::Candidates(_)
            | Self::Volunteer(_)
            | Self::Stay(_)
            | Self::Asset(_)
            | Self::Round(_)
            | Self::ToTell(_)
            | Self::Proposal(_)
            | Self::Confirm(_)
            | Self::Clash(_)
            | Self::Goto(_)
            | Self::Help(_)
            | Self::Review(_)
            | Self::Import(_)
            | Self::Conflict(_)
            | Self::ImportAgenda(_)
            | Self::Told(_)
            | Self::Recovery(_) => Outcome::Stayed,
        }
    }

    /// Draws it; returns where the cursor stands.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        match self {
            Self::Form(form) => return form.draw(area, buf, cx),
            Self::Choose(choose) => return choose.draw(area, buf, cx),
            Self::Candidates(candidates) => return candidates.draw(area, buf, cx),
            Self::Volunteer(volunteer) => return volunteer.draw(area, buf, cx),
            Self::Stay(stay) => return stay.draw(area, buf, cx),
            Self::Asset(asset) => return asset.draw(area, buf, cx),
            Self::ToTell(list) => return list.draw(area, buf, cx),
            Self::Proposal(proposal) => return proposal.draw(area, buf, cx),
            Self::Goto(goto) => return goto.draw(area, buf, cx),
            Self::Recovery(card) => return card.draw(area, buf, cx),
            Self::Review(review) => return review.draw(area, buf, cx),
            Self::Conflict(conflict) => return conflict.draw(area, buf, cx),
            Self::Thread(thread) => thread.draw(area, buf, cx),
            Self::Confirm(confirm) => confirm.draw(area, buf, cx),
            Self::Clash(clash) => clash.draw(area, buf, cx),
            Self::Help(help) => help.draw(area, buf, cx),
            Self::Import(import) => import.draw(area, buf, cx),
            Self::ImportAgenda(import) => import.draw(area, buf, cx),
            Self::Told(told) => told.draw(area, buf, cx),
            Self::Round(round) => round.draw(area, buf, cx),
        }
        None
    }
}
