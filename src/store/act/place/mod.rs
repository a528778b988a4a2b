//! Acts on the directory and the booklet.

mod booklet;
mod directory;

use super::super::door::{Cx, Done, Stop};
use crate::domain::act::PlaceAct;

pub(super) fn run(act: &PlaceAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        PlaceAct::AddContact(new) => directory::add(new, cx),
        PlaceAct::EditContact(id, new) => directory::edit(*id, new, cx),
        PlaceAct::RemoveContact(id) => directory::remove(*id, cx),
        PlaceAct::CheckContact(id) => directory::check(*id, cx),
        PlaceAct::Call { contact, answered } => directory::call(*contact, *answered, cx),
        PlaceAct::AddPage(new) => booklet::add(new, cx),
        PlaceAct::EditPage(page, new) => booklet::edit(*page, new, cx),
        PlaceAct::RemovePage(page) => booklet::remove(*page, cx),
        PlaceAct::PutBack(version) => booklet::put_back(*version, cx),
        PlaceAct::CheckPage(page) => booklet::check(*page, cx),
        PlaceAct::Read(version) => booklet::read(*version, cx),
    }
}
