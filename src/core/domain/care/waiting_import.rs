//! Coming in from a list kept elsewhere: who waits for a médecin traitant, and when each is called.

use super::super::act::{Act, RecordAct, Together};
use super::super::record::{WAITING, Waiting};
use super::super::rota_import::BadLine;
use super::super::{Day, Msg};

/// What an import of a waiting list would do: all lines, or none where one is bad.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WaitingPreview {
    /// Who is new, in the order in which they are called.
    pub new: Vec<Waiting>,
    /// Lines that are on the list already.
    pub same: usize,
    pub bad: Vec<BadLine>,
}

/// How many of a list that comes in are to be called in one week.
pub const CALLS_A_WEEK: usize = 15;

impl WaitingPreview {
    /// Puts those who are new into the order of the list, and spreads their calls: so many a week from today on, so that
    /// nobody is late on the day they come in.
    #[must_use]
    pub fn spread(mut self, today: Day) -> Self {
        self.new.sort_by_key(Waiting::order);
        for (week, called) in (0..).zip(self.new.chunks_mut(CALLS_A_WEEK)) {
            for waiting in called.iter_mut().filter(|waiting| waiting.is_open()) {
                waiting.call_on = Some(today.plus(7 * week));
            }
        }
        self
    }

    /// What it would do, in sentences.
    #[must_use]
    pub fn said(&self) -> Vec<Msg> {
        let new = Msg::new("import-waiting-new").with("count", self.new.len());
        let same = (self.same > 0).then(|| Msg::new("import-waiting-same").with("count", self.same));
        let calls =
            (self.new.len() > CALLS_A_WEEK).then(|| Msg::new("import-waiting-calls").with("count", CALLS_A_WEEK));
        [Some(new), same, calls].into_iter().flatten().collect()
    }

    /// The act that imports it, in one change.
    #[must_use]
    pub fn act(&self) -> Act {
        let said = Msg::new("import-waiting-said").with("count", self.new.len());
        let put = |waiting: &Waiting| Act::Record(RecordAct::Put(&WAITING, None, waiting.values()));
        Together::said(said, self.new.iter().map(put))
    }

    /// Whether there is something to import.
    #[must_use]
    pub fn can_import(&self) -> bool {
        self.bad.is_empty() && !self.new.is_empty()
    }
}
