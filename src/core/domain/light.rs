//! Dossier complet, à compléter, incomplet: the papers of a stay, judged for its last day, with the reasons (rule 37).
//!
//! It never blocks anything, and always says why. What is the association's condition, or is to be made sure of with
//! somebody else, is said as such and never makes a file incomplete.

use super::collective::Listed;
use super::record::{Belongs, Paper, PaperKind, PaperWeight};
use super::{Day, DoctorStatus, Msg, Stay, StayState};
use chrono::Months;

/// How the papers of a stay stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// Dossier complet: everything that is needed is there, holds, and was checked.
    Complete,
    /// Dossier à compléter: something is awaited, or to be checked.
    ToComplete,
    /// Dossier incomplet: something that is needed is missing, refused, or ends before the last day.
    Incomplete,
}

impl Light {
    /// Identifier of its word in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Complete => "light-complete",
            Self::ToComplete => "light-to-complete",
            Self::Incomplete => "light-incomplete",
        }
    }
}

/// How one paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    Refused,
    /// Nobody has asked for it.
    Missing,
    /// It ends before the last day of the stay, on that day.
    Ends(Day),
    /// Asked for on that day, and not received.
    Asked(Day),
    /// Received on that day, and not checked.
    Received(Day),
    /// Received and checked, but after the day by which it had to be there.
    Late(Day),
    /// Received, checked, and it holds; until that day, where it ends.
    Checked(Option<Day>),
}

/// A paper that a stay needs, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed<'a> {
    pub kind: &'a Listed<PaperKind>,
    /// The one that counts, if there is any.
    pub paper: Option<&'a Listed<Paper>>,
    pub standing: Standing,
}

impl Needed<'_> {
    /// What it makes of the whole file.
    #[must_use]
    pub fn light(&self) -> Light {
        match self.standing {
            Standing::Checked(_) => Light::Complete,
            Standing::Asked(_) | Standing::Received(_) | Standing::Late(_) => Light::ToComplete,
            Standing::Refused | Standing::Missing | Standing::Ends(_) => match self.kind.what.weight {
                PaperWeight::Needed => Light::Incomplete,
                PaperWeight::Association | PaperWeight::ToCheck => Light::ToComplete,
            },
        }
    }

    /// How it stands, in a sentence: `Attestation de RCP : finit le 3 déc., avant la fin du séjour`.
    #[must_use]
    pub fn msg(&self) -> Msg {
        let (id, day) = match self.standing {
            Standing::Refused => ("paper-is-refused", None),
            Standing::Missing => ("paper-is-missing", None),
            Standing::Ends(day) => ("paper-ends", Some(day)),
            Standing::Asked(day) => ("paper-is-asked", Some(day)),
            Standing::Received(day) => ("paper-is-received", Some(day)),
            Standing::Late(day) => ("paper-is-late", Some(day)),
            Standing::Checked(None) => ("paper-is-checked", None),
            Standing::Checked(Some(day)) => ("paper-holds", Some(day)),
        };
        let kind = &self.kind.what;
        let msg = Msg::new(id).with("name", kind.name.as_str());
        let msg = day.map_or(msg.clone(), |day| msg.with("day", day));
        match kind.weight {
            PaperWeight::Association if self.light() != Light::Complete => {
                Msg::new("paper-of-association").with("said", msg).with("source", kind.source.as_str())
            }
            PaperWeight::ToCheck if self.light() != Light::Complete && !kind.source.is_empty() => {
                Msg::new("paper-to-check-with").with("said", msg).with("source", kind.source.as_str())
            }
            _ => msg,
        }
    }
}

impl PaperKind {
    /// Whether it is asked of a doctor of that status for a stay; of an unknown status, what is asked of everybody.
    #[must_use]
    pub fn is_for(&self, stay: &Stay, status: Option<DoctorStatus>, today: Day) -> bool {
        let of_them = self.statuses.is_empty() || status.is_some_and(|status| self.statuses.contains(&status));
        let in_force = self.from_day.is_none_or(|from| from <= stay.to) && self.to_day.is_none_or(|to| stay.to <= to);
        let asked = self.ask_days.is_none_or(|days| stay.from.0 - today.0 <= i32::try_from(days).unwrap_or(i32::MAX));
        of_them && in_force && asked
    }
}

impl Paper {
    /// The last day on which it holds, if it ends: as it says, else by how long its kind holds from its date.
    #[must_use]
    pub fn ends(&self, kind: &PaperKind) -> Option<Day> {
        self.valid_until.or_else(|| {
            let from = self.dated.or(self.received_on)?;
            from.date().checked_add_months(Months::new(kind.months?)).map(Day::from)
        })
    }

    fn standing(&self, kind: &PaperKind, stay: &Stay) -> Standing {
        if self.refused {
            return Standing::Refused;
        }
        let ends = self.ends(kind);
        let by = kind.days_before.and_then(|days| i32::try_from(days).ok()).map(|days| stay.from.plus(-days));
        match (self.received_on, self.asked_on) {
            (None, Some(asked)) => Standing::Asked(asked),
            (None, None) => Standing::Missing,
            (Some(_), _) if ends.is_some_and(|last| last < stay.to) => Standing::Ends(ends.unwrap_or(stay.to)),
            (Some(received), _) if self.checked_on.is_none() => Standing::Received(received),
            (Some(received), _) if by.is_some_and(|by| received > by) => Standing::Late(received),
            (Some(_), _) => Standing::Checked(ends),
        }
    }
}

/// The papers that a stay needs, what is wrong first.
#[must_use]
pub fn needed<'a>(
    stay: &Stay,
    status: Option<DoctorStatus>,
    kinds: &'a [Listed<PaperKind>],
    papers: &'a [Listed<Paper>],
    today: Day,
) -> Vec<Needed<'a>> {
    let mut found: Vec<Needed<'a>> = kinds
        .iter()
        .filter(|kind| kind.what.is_for(stay, status, today))
        .map(|kind| {
            let of_stay = kind.what.belongs == Belongs::Stay;
            let theirs = papers.iter().filter(|paper| {
                paper.what.kind == kind.what.id
                    && paper.what.person == stay.doctor
                    && (!of_stay || paper.what.stay == Some(stay.id))
            });
            // A renewal counts before what it renews: the best one, then the newest.
            let best = theirs
                .map(|paper| (paper.what.standing(&kind.what, stay), paper))
                .max_by_key(|(standing, paper)| (rank(*standing), paper.row.id));
            let (standing, paper) = best.map_or((Standing::Missing, None), |(standing, paper)| (standing, Some(paper)));
            Needed { kind, paper, standing }
        })
        .collect();
    found.sort_by_key(|needed| (std::cmp::Reverse(needed.light()), rank(needed.standing)));
    found
}

/// How good a standing is.
const fn rank(standing: Standing) -> u8 {
    match standing {
        Standing::Missing => 0,
        Standing::Refused => 1,
        Standing::Ends(_) => 2,
        Standing::Asked(_) => 3,
        Standing::Received(_) => 4,
        Standing::Late(_) => 5,
        Standing::Checked(_) => 6,
    }
}

/// The light of a stay that is ahead or runs; nothing of one that is called off or over, or where no paper is asked for.
#[must_use]
pub fn light(
    stay: &Stay,
    status: Option<DoctorStatus>,
    kinds: &[Listed<PaperKind>],
    papers: &[Listed<Paper>],
    today: Day,
) -> Option<Light> {
    if stay.state == StayState::Cancelled || stay.to < today || kinds.is_empty() {
        return None;
    }
    let worst = needed(stay, status, kinds, papers, today).iter().map(Needed::light).max().unwrap_or(Light::Complete);
    // Of whom the status is not known, it is not known what is needed.
    Some(if status.is_none() { worst.max(Light::ToComplete) } else { worst })
}

/// Papers whose end is near, so that one is reminded: which, and when they end.
pub fn reminders<'a>(
    kinds: &'a [Listed<PaperKind>],
    papers: &'a [Listed<Paper>],
    today: Day,
) -> impl Iterator<Item = (&'a Listed<PaperKind>, &'a Listed<Paper>, Day)> {
    papers.iter().filter_map(move |paper| {
        let kind = kinds.iter().find(|kind| kind.what.id == paper.what.kind)?;
        let ends = paper.what.received_on.and_then(|_| paper.what.ends(&kind.what))?;
        let days = i32::try_from(kind.what.remind_days?).ok()?;
        // One that was renewed is no matter any more.
        let renewed = papers.iter().any(|other| {
            other.what.kind == paper.what.kind
                && other.what.person == paper.what.person
                && other.what.received_on.is_some()
                && other.what.ends(&kind.what).is_none_or(|later| later > ends)
        });
        (!renewed && ends.plus(-days) <= today && today <= ends.plus(days)).then_some((kind, paper, ends))
    })
}

#[cfg(test)]
mod tests;
