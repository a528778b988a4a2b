//! A year of a centre, drawn by lot: what may happen, in small numbers that choose among what there is.
//!
//! Each move makes sense wherever it stands, so that a history from which moves are taken away is one still.

/// A fixed sequence of numbers for each seed (`SplitMix64`).
pub(super) struct Lot(pub u64);

impl Lot {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }

    /// Whether something happens that happens so many times in a hundred.
    fn percent(&mut self, n: usize) -> bool {
        self.below(100) < n
    }
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    /// The doctor who is there on a post, in person.
    Doctor(usize),
    /// The same, by dictation.
    Dictates(usize),
    /// A member of the team.
    Team(usize),
}

/// To whom a word goes; weeks are counted from this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum To {
    Post(usize, i32),
    Doctor(usize),
    Member(usize),
    Role(usize),
}

/// What a word says beside its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Says {
    pub to: To,
    /// À ressortir, in so many weeks.
    pub show: Option<i32>,
    /// Due in so many days.
    pub due: Option<i32>,
    pub urgent: bool,
    /// With its `si … alors …`.
    pub plan: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The next day, 8 h.
    Day,
    /// A doctor is booked on a post some weeks ahead: from a day of that week, for some days.
    Book {
        post: usize,
        weeks: i32,
        first: i32,
        days: i32,
        doctor: usize,
        option: bool,
    },
    /// An option is confirmed.
    Confirm(usize),
    /// A désistement, today or ahead.
    Cancel(usize),
    /// Another doctor comes instead.
    Replace(usize, usize),
    /// The doctor who is there leaves today.
    Shorten(usize),
    /// The centre is closed for some days, in some weeks.
    Closure(i32, i32),
    /// A member of the team leaves, or comes back.
    Leaves(usize),
    /// With something said, or *rien à signaler*.
    Sign {
        hand: Hand,
        nothing: bool,
    },
    /// The author opens it again.
    Reopen(Hand),
    /// The coordination signs for a doctor who left.
    AsIs(usize),
    TakeOver(Hand),
    Open(Hand, Says),
    /// On the n-th open point.
    Say(Hand, usize, Said, Says),
    /// Corrects one's own last word.
    Amend(Hand, usize, Says),
    /// To the n-th point of one's briefing, with words or without.
    Answer(Hand, usize, usize, bool),
    /// With a point or without.
    Addendum(Hand, Option<Says>),
    Undo(Hand),
    Redo(Hand),
    /// Somebody at the other desk looks at what there is.
    Look,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    Unchanged,
    Completed,
    Confirmed,
    Differs,
    Addressed,
    Answered,
    Closed,
    Reopened,
}

/// A step, at one of the two desks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Move {
    pub desk: usize,
    /// From what that desk last looked at, however long ago.
    pub stale: bool,
    pub step: Step,
}

fn hand(lot: &mut Lot) -> Hand {
    match lot.below(10) {
        0..=5 => Hand::Doctor(lot.below(2)),
        6 => Hand::Dictates(lot.below(2)),
        _ => Hand::Team(lot.below(3)),
    }
}

fn says(lot: &mut Lot) -> Says {
    let to = match lot.below(12) {
        0..=5 => To::Post(lot.below(2), 1),
        6 => To::Post(lot.below(2), 0),
        7 => To::Post(lot.below(2), 2 + i32::try_from(lot.below(3)).unwrap()),
        8 => To::Doctor(lot.below(8)),
        9 => To::Member(lot.below(3)),
        _ => To::Role(lot.below(3)),
    };
    let urgent = lot.percent(20);
    Says {
        to,
        show: lot.percent(15).then(|| i32::try_from(lot.below(6)).unwrap()),
        due: (urgent || lot.percent(40)).then(|| i32::try_from(lot.below(20)).unwrap()).filter(|_| !lot.percent(3)),
        urgent,
        plan: urgent && lot.percent(90),
    }
}

fn said(lot: &mut Lot) -> Said {
    match lot.below(20) {
        0..=4 => Said::Unchanged,
        5..=6 => Said::Completed,
        7 => Said::Confirmed,
        8 => Said::Differs,
        9..=10 => Said::Addressed,
        11 => Said::Answered,
        12 => Said::Reopened,
        _ => Said::Closed,
    }
}

/// What happens to points on a day.
fn relay(lot: &mut Lot) -> Step {
    let who = hand(lot);
    match lot.below(100) {
        0..=20 => Step::Open(who, says(lot)),
        21..=54 => Step::Say(who, lot.below(40), said(lot), says(lot)),
        55..=84 => Step::Answer(who, lot.below(40), lot.below(5), lot.percent(85)),
        85..=87 => Step::Amend(who, lot.below(40), says(lot)),
        88..=90 => Step::Addendum(who, lot.percent(60).then(|| says(lot))),
        91..=95 => Step::Undo(who),
        96..=97 => Step::Redo(who),
        _ => Step::Look,
    }
}

/// What happens to the calendar in a week.
fn calendar(lot: &mut Lot, weeks: i32, out: &mut Vec<Step>) {
    for post in 0..2 {
        let (doctor, option) = (lot.below(8), lot.percent(15));
        let book = |first, days, doctor| Step::Book { post, weeks, first, days, doctor, option };
        match lot.below(20) {
            // A vacant week.
            0..=2 => {}
            // Short stays: one or two days, perhaps two doctors in a week.
            3..=4 => {
                out.push(book(0, 1 + i32::try_from(lot.below(2)).unwrap(), doctor));
                if lot.percent(60) {
                    out.push(book(3, 2, lot.below(8)));
                }
            }
            _ => out.push(book(0, 5 + i32::try_from(lot.below(2)).unwrap(), doctor)),
        }
    }
    for (percent, step) in [
        (25, Step::Confirm(lot.below(4))),
        (12, Step::Cancel(lot.below(8))),
        (12, Step::Replace(lot.below(8), lot.below(8))),
        (5, Step::Shorten(lot.below(2))),
        (6, Step::Closure(i32::try_from(lot.below(5)).unwrap(), 1 + i32::try_from(lot.below(5)).unwrap())),
        (5, Step::Leaves(1 + lot.below(2))),
        (40, Step::AsIs(lot.below(4))),
    ] {
        if lot.percent(percent) {
            out.push(step);
        }
    }
}

/// The moves of so many weeks.
pub(super) fn history(seed: u64, weeks: usize) -> Vec<Move> {
    let mut lot = Lot(seed);
    let mut steps = Vec::new();
    for ahead in 0..3 {
        calendar(&mut lot, ahead, &mut steps);
    }
    for _ in 0..weeks {
        calendar(&mut lot, 3, &mut steps);
        for day in 0..7 {
            let happens = if day < 5 { lot.below(8) } else { lot.below(3) };
            steps.extend((0..happens).map(|_| relay(&mut lot)));
            for post in 0..2 {
                let dictates = lot.percent(15);
                let who = if dictates { Hand::Dictates(post) } else { Hand::Doctor(post) };
                if day == 0 && lot.percent(50) {
                    steps.push(Step::TakeOver(who));
                }
                if day == 4 {
                    // Before the train: what is old goes on as it is, or is done at last.
                    let said = |n: usize, lot: &mut Lot| match lot.below(5) {
                        0..=1 => Step::Say(who, n, Said::Unchanged, says(lot)),
                        2 => Step::Say(who, n, Said::Completed, says(lot)),
                        _ => Step::Say(who, n, Said::Closed, says(lot)),
                    };
                    for n in 0..4 {
                        steps.push(said(n, &mut lot));
                        if lot.percent(20) {
                            steps.push(Step::Amend(who, n, says(&mut lot)));
                        }
                    }
                }
                if (day == 4 && lot.percent(60)) || lot.percent(3) {
                    steps.push(Step::Sign { hand: who, nothing: lot.percent(15) });
                    // It goes on after the signature: dated additions, and what is refused from then on.
                    steps.extend((0..lot.below(3)).map(|_| relay(&mut lot)));
                    // Signed too soon, opened again, corrected and signed once more, or left open.
                    if lot.percent(40) {
                        steps.extend((0..lot.below(6)).map(|_| relay(&mut lot)));
                        steps.push(Step::Reopen(if lot.percent(85) { who } else { hand(&mut lot) }));
                        steps.extend((0..lot.below(5)).map(|_| relay(&mut lot)));
                        if lot.percent(70) {
                            steps.push(Step::Sign { hand: who, nothing: lot.percent(15) });
                        }
                    }
                }
            }
            steps.push(Step::Day);
        }
    }
    let at_a_desk = |step| Move { desk: lot.below(2), stale: lot.percent(25), step };
    steps.into_iter().map(at_a_desk).collect()
}
