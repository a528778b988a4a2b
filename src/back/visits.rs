//! Visits: those that were missed become points when somebody of the team signs in, in the words of the centre; the
//! round of a day is printed.

use super::Backend;
use crate::domain::record::RegularVisit;
use crate::domain::{Day, IsoWeek, Msg, Now, StayId, Trouble, Who};
use crate::exchange::sheet::{self, LeafletFormat, SheetCx};
use crate::protocol::question;
use crate::store::Store;
use crate::words::{Lang, Words};

/// Lays out the rounds of a day of a stay.
pub(super) fn round(
    store: &Store,
    stay: StayId,
    day: Day,
    cx: &SheetCx,
    who: Who,
    format: LeafletFormat,
) -> Result<Vec<u8>, Trouble> {
    let rounds = store.ask(question::Round { stay, day }, who, cx.now)?.ok_or_else(|| Msg::new("store-gone"))?;
    let parts = cx.words.rounds(&rounds, cx.rota, &cx.centre.commune);
    Ok(sheet::round(cx.words.round_title(&rounds), parts, cx, format)?)
}

impl Backend {
    /// Opens the points of the visits whose week is over. By a wrong clock no week is over.
    pub(super) fn note_missed_visits(&mut self, who: Who, now: Now) {
        let Some(mut store) = self.store.take() else { return };
        if self.doubts_clock(&store, now).is_none() {
            let lang = store.centre().ok().flatten().and_then(|centre| Lang::of(&centre.lang));
            let words = Words::new(lang.unwrap_or(self.lang)).on(now.day);
            if let Err(error) = store.note_missed_visits(who, now, &|visit, week| said(visit, week, &words)) {
                tracing::warn!(%error, "visits that were missed could not be noted");
            }
        }
        self.store = Some(store);
    }
}

/// `Visite régulière non faite en S49 : Ladapeyre, toutes les 4 semaines, la dernière le 2 nov. 2026.`
fn said(visit: &RegularVisit, week: IsoWeek, words: &Words) -> String {
    let msg = Msg::new(if visit.last_on.is_some() { "visit-missed-again" } else { "visit-missed" });
    let msg = msg.with("week", words.week(week)).with("place", visit.where_to()).with("count", i64::from(visit.weeks));
    words.say(&visit.last_on.iter().fold(msg, |msg, day| msg.with("day", words.date(*day))))
}
