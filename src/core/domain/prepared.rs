//! What is known of stays beside the rota: what is to be done, which papers there are, what is lent, the voyage, the cost.

use super::collective::Listed;
use super::hanging::Hanging;
use super::lent;
use super::preparation::{self, Progress};
use super::record::{Asset, AssetKind, Booking, Paper, PaperKind, StayCost, Task, Tenant, Travel};
use super::{Day, Msg, PersonId, Stamp, Stay, StayId};

/// What is known of one stay, or of those that are near.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prepared {
    pub tasks: Vec<Listed<Task>>,
    pub kinds: Vec<Listed<PaperKind>>,
    /// Of the doctors of these stays.
    pub papers: Vec<Listed<Paper>>,
    pub assets: Vec<Listed<Asset>>,
    /// By the moment each begins.
    pub bookings: Vec<Listed<Booking>>,
    pub tenants: Vec<Listed<Tenant>>,
    pub travels: Vec<Listed<Travel>>,
    pub costs: Vec<Listed<StayCost>>,
}

impl Prepared {
    /// How far the preparation of a stay has come.
    #[must_use]
    pub fn progress(&self, stay: &Stay, today: Day) -> Progress {
        preparation::progress(stay, self.tasks.iter().map(|t| &t.what), today)
    }

    /// The tasks of a stay, in the order of doing.
    #[must_use]
    pub fn tasks_of(&self, stay: &Stay, today: Day) -> Vec<&Listed<Task>> {
        let mut tasks: Vec<&Listed<Task>> =
            self.tasks.iter().filter(|t| t.what.stay == stay.id && t.what.doctor == stay.doctor).collect();
        tasks.sort_by_cached_key(|listed| preparation::order(listed, stay, today));
        tasks
    }

    /// The papers of a doctor.
    pub fn papers_of(&self, doctor: PersonId) -> impl Iterator<Item = &Listed<Paper>> {
        self.papers.iter().filter(move |p| p.what.person == doctor)
    }

    /// An asset by its number.
    #[must_use]
    pub fn asset(&self, id: i64) -> Option<&Asset> {
        self.assets.iter().map(|a| &a.what).find(|a| a.id == id)
    }

    /// What of a kind a stay has, in the order of time; what it does not need is left out.
    pub fn lent_to(&self, stay: StayId, kind: AssetKind) -> impl Iterator<Item = (&Asset, &Listed<Booking>)> {
        let theirs = self.bookings.iter().filter(move |b| b.what.stay == Some(stay) && b.what.places > 0);
        theirs.filter_map(move |b| self.asset(b.what.asset).filter(|a| a.kind == kind).map(|a| (a, b)))
    }

    /// Of what is booked with each stay of a kind, the first that is free for a stay; else who has the first of them.
    #[must_use]
    pub fn free_for(&self, stay: &Stay, kind: AssetKind) -> Option<(&Asset, Option<&Booking>)> {
        let assets: Vec<Asset> = self.assets.iter().map(|a| a.what.clone()).collect();
        let travel = self.travel(stay.id).map(|travel| &travel.what);
        let usual = lent::usual(&assets, stay).into_iter().flatten().filter(|a| a.kind == kind);
        let mut tried = usual.filter_map(|asset| {
            let wanted = Booking::wanted(asset, stay, travel);
            let others =
                self.bookings.iter().map(|b| &b.what).filter(|b| b.asset == asset.id && b.stay != Some(stay.id));
            let others: Vec<Booking> = others.cloned().collect();
            let taken = lent::in_the_way(&wanted, asset, &others).cloned();
            let known = taken.and_then(|taken| self.bookings.iter().map(|b| &b.what).find(|b| **b == taken));
            Some((self.asset(asset.id)?, known))
        });
        let first = tried.next()?;
        if first.1.is_none() { Some(first) } else { tried.find(|(_, taken)| taken.is_none()).or(Some(first)) }
    }

    /// Whether somebody has said that a stay needs nothing of a kind.
    #[must_use]
    pub fn needs_none(&self, stay: StayId, kind: AssetKind) -> bool {
        let said = |b: &Listed<Booking>| b.what.stay == Some(stay) && b.what.places == 0;
        self.bookings.iter().filter(|b| said(b)).any(|b| self.asset(b.what.asset).is_some_and(|a| a.kind == kind))
    }

    /// How the doctor of a stay comes and goes.
    #[must_use]
    pub fn travel(&self, stay: StayId) -> Option<&Listed<Travel>> {
        self.travels.iter().find(|t| t.what.stay == stay)
    }

    /// What a stay costs.
    #[must_use]
    pub fn cost(&self, stay: StayId) -> Option<&Listed<StayCost>> {
        self.costs.iter().find(|c| c.what.stay == stay)
    }
}

/// The page of what is lent: who has it, had it and will have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetFile {
    pub asset: Listed<Asset>,
    /// All of its bookings, by the moment each begins.
    pub bookings: Vec<Listed<Booking>>,
    /// The occupants that they are of.
    pub tenants: Vec<Listed<Tenant>>,
    /// The stays that they are of.
    pub stays: Vec<Stay>,
}

/// The page of a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StayFile {
    pub stay: Stay,
    pub known: Prepared,
    /// What hangs on it of points and agenda.
    pub hanging: Option<Hanging>,
    /// What was done to it, newest first: when, by whom, what the history says.
    pub past: Vec<(Stamp, PersonId, Msg)>,
}
