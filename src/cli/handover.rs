//! `releve handover`: what a week's doctor hands over.

use super::{Failure, Opened, Sheet, deliver};
use crate::domain::Msg;
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
    let Some(transmission) = opened.ask(question::Transmission(stay))? else {
        return Err(Failure::failed(Msg::new("store-gone")));
    };
    let cx = SheetCx {
        words: opened.words,
        rota: &frame.rota,
        centre: &frame.centre,
        now: opened.now,
        author: frame.rota.people.short(opened.who.author()),
        head: frame.desk.head.clone(),
    };
    let document = sheet::handover(&transmission, &cx, sheet.format.into()).map_err(Failure::failed)?;
    deliver(&document, Trace::stay(TraceKind::PrintedTransmission, stay), sheet.output.as_ref(), opened)
}
