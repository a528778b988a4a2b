//! `releve briefing`: the sheet the arriving doctor reads.

use super::{Failure, Opened, Sheet, deliver};
use crate::domain::briefing::Reader;
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::rights::Right;
use crate::exchange::sheet::{self, SheetCx};
use crate::protocol::question;

pub(super) fn run(sheet: &Sheet, opened: &mut Opened) -> Result<(), Failure> {
    sheet.fits_the_terminal()?;
    opened.may(Right::Print)?;
    let frame = opened.frame()?;
    let stay = opened.stay(sheet, &frame)?;
    opened.may_take(Right::Print, Some(Reader::Stay(stay)))?;
    let briefing = opened.ask(question::Briefing(Reader::Stay(stay)))?;
    let cx = SheetCx {
        words: opened.words,
        rota: &frame.rota,
        centre: &frame.centre,
        now: opened.now,
        author: frame.rota.people.short(opened.who.author()),
        head: frame.desk.head.clone(),
    };
    let document = sheet::briefing(&briefing, &cx, sheet.format.into()).map_err(Failure::failed)?;
    deliver(&document, Trace::stay(TraceKind::PrintedBriefing, stay), sheet.output.as_ref(), opened)
}
