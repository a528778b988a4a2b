//! The four tabs.

pub mod briefing;
pub mod cover;
#[cfg(test)]
pub(super) mod fixture;
#[cfg(test)]
pub(crate) mod fixture_week;
pub mod presence;
pub mod statistics;
pub mod transmission;
pub mod week;

pub use briefing::BriefingTab;
pub use statistics::StatisticsTab;
pub use transmission::TransmissionTab;
pub use week::WeekTab;
