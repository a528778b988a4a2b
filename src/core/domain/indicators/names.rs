//! The codes of the indicators with their names, definitions and units: one row each.

/// Code, name, definition, unit; the last three are identifiers of the language files.
type Row = (&'static str, &'static str, &'static str, Option<&'static str>);

const CONSULTATIONS: Option<&str> = Some("indicators-unit-consultations");
const PATIENTS: Option<&str> = Some("indicators-unit-patients");
const DAYS: Option<&str> = Some("indicators-unit-days");
const WEEKS: Option<&str> = Some("indicators-unit-weeks");
const DOCTORS: Option<&str> = Some("indicators-unit-doctors");
const STAYS: Option<&str> = Some("indicators-unit-stays");
const ITEMS: Option<&str> = Some("indicators-unit-items");
const MINUTES: Option<&str> = Some("indicators-unit-minutes");

/// Every indicator, in the order of a list.
pub const CODES: &[Row] = &[
    ("consultations", "indicators-consultations", "indicators-consultations-definition", CONSULTATIONS),
    ("consultations.programmed", "indicators-programmed", "indicators-programmed-definition", CONSULTATIONS),
    ("consultations.unplanned", "indicators-unplanned", "indicators-unplanned-definition", CONSULTATIONS),
    ("visits", "indicators-visits", "indicators-visits-definition", Some("indicators-unit-visits")),
    ("consultations.remote", "indicators-remote", "indicators-remote-definition", CONSULTATIONS),
    ("consultations.since_opening", "indicators-since-opening", "indicators-since-opening-definition", CONSULTATIONS),
    ("per_day", "indicators-per-day", "indicators-per-day-definition", Some("indicators-unit-per-day")),
    ("duration", "indicators-duration", "indicators-duration-definition", MINUTES),
    ("np_share", "indicators-np-share", "indicators-np-share-definition", CONSULTATIONS),
    ("fill", "indicators-fill", "indicators-fill-definition", Some("indicators-unit-places")),
    ("fill.honoured", "indicators-honoured", "indicators-honoured-definition", Some("indicators-unit-places")),
    ("no_show", "indicators-no-show", "indicators-no-show-definition", Some("indicators-unit-booked")),
    ("visits.communes", "indicators-communes", "indicators-communes-definition", Some("indicators-unit-communes")),
    (
        "visits.kilometres",
        "indicators-kilometres",
        "indicators-kilometres-definition",
        Some("indicators-unit-kilometres"),
    ),
    ("tna", "indicators-third", "indicators-third-definition", DAYS),
    ("np_delay", "indicators-same-day", "indicators-same-day-definition", Some("indicators-unit-requests")),
    ("np_delay.next_day", "indicators-next-day", "indicators-next-day-definition", Some("indicators-unit-requests")),
    ("np_delay.refused", "indicators-refused", "indicators-refused-definition", Some("indicators-unit-requests")),
    ("panel", "indicators-panel", "indicators-panel-definition", PATIENTS),
    ("panel.arrivals", "indicators-arrivals", "indicators-arrivals-definition", PATIENTS),
    ("panel.departures", "indicators-departures", "indicators-departures-definition", PATIENTS),
    ("panel.deaths", "indicators-deaths", "indicators-deaths-definition", PATIENTS),
    ("panel.gap", "indicators-panel-gap", "indicators-panel-gap-definition", PATIENTS),
    ("ald", "indicators-ald", "indicators-ald-definition", PATIENTS),
    ("ald.rate", "indicators-ald-rate", "indicators-ald-rate-definition", PATIENTS),
    ("active_file", "indicators-active-file", "indicators-active-file-definition", PATIENTS),
    ("coverage", "indicators-coverage", "indicators-coverage-definition", WEEKS),
    ("coverage.weeks", "indicators-open-weeks", "indicators-open-weeks-definition", WEEKS),
    ("horizon", "indicators-horizon", "indicators-horizon-definition", None),
    ("horizon.holes", "indicators-holes", "indicators-holes-definition", WEEKS),
    ("withdrawals", "indicators-withdrawals", "indicators-withdrawals-definition", STAYS),
    ("withdrawals.rate", "indicators-withdrawal-rate", "indicators-withdrawal-rate-definition", STAYS),
    ("withdrawals.notice", "indicators-notice", "indicators-notice-definition", DAYS),
    ("withdrawals.refilled", "indicators-refilled", "indicators-refilled-definition", STAYS),
    (
        "withdrawals.half_days",
        "indicators-empty-halves",
        "indicators-empty-halves-definition",
        Some("indicators-unit-halves"),
    ),
    ("doctors", "indicators-doctors", "indicators-doctors-definition", DOCTORS),
    ("doctors.stays", "indicators-stays-per-doctor", "indicators-stays-per-doctor-definition", STAYS),
    ("return_rate", "indicators-return-rate", "indicators-return-rate-definition", DOCTORS),
    ("origin", "indicators-origin", "indicators-origin-definition", Some("indicators-unit-departments")),
    ("origin.regions", "indicators-regions", "indicators-regions-definition", Some("indicators-unit-regions")),
    ("profile", "indicators-age", "indicators-age-definition", Some("indicators-unit-years")),
    ("profile.new_graduate", "status-new-graduate", "indicators-status-definition", DOCTORS),
    ("profile.locum", "status-locum", "indicators-status-definition", DOCTORS),
    ("profile.self_employed", "status-self-employed", "indicators-status-definition", DOCTORS),
    ("profile.salaried", "status-salaried", "indicators-status-definition", DOCTORS),
    ("profile.hospital", "status-hospital", "indicators-status-definition", DOCTORS),
    ("profile.retired", "status-retired", "indicators-status-definition", DOCTORS),
    ("profile.under_35", "indicators-under-35", "indicators-ages-definition", DOCTORS),
    ("profile.35_49", "indicators-35-49", "indicators-ages-definition", DOCTORS),
    ("profile.50_64", "indicators-50-64", "indicators-ages-definition", DOCTORS),
    ("profile.65", "indicators-65", "indicators-ages-definition", DOCTORS),
    ("cost", "indicators-cost", "indicators-cost-definition", Some("indicators-unit-euros")),
    ("cost.nights", "indicators-nights", "indicators-nights-definition", Some("indicators-unit-nights")),
    ("handover", "indicators-handover", "indicators-handover-definition", STAYS),
    ("handover.urgent", "indicators-urgent-answered", "indicators-urgent-answered-definition", ITEMS),
    (
        "handover.hours",
        "indicators-hours-to-takeover",
        "indicators-hours-to-takeover-definition",
        Some("indicators-unit-hours"),
    ),
    ("handover.items", "indicators-items-per-stay", "indicators-items-per-stay-definition", ITEMS),
    ("handover.unchanged", "indicators-unchanged", "indicators-unchanged-definition", ITEMS),
    ("handover.overdue", "indicators-overdue", "indicators-overdue-definition", ITEMS),
    ("handover.results_late", "indicators-results-late", "indicators-results-late-definition", ITEMS),
    ("coordination", "indicators-meetings", "indicators-meetings-definition", Some("indicators-unit-meetings")),
    ("coordination.minutes", "indicators-meeting-minutes", "indicators-meeting-minutes-definition", MINUTES),
    ("coordination.asalee", "indicators-asalee", "indicators-asalee-definition", Some("indicators-unit-contacts")),
    ("coordination.recalls", "indicators-recalls", "indicators-recalls-definition", PATIENTS),
    ("coordination.recalls_done", "indicators-recalls-done", "indicators-recalls-done-definition", PATIENTS),
    ("rooms", "indicators-rooms", "indicators-rooms-definition", Some("indicators-unit-halves")),
    ("waiting", "indicators-waiting", "indicators-waiting-definition", PATIENTS),
    ("waiting.ald", "indicators-waiting-ald", "indicators-waiting-ald-definition", PATIENTS),
    ("waiting.declared", "indicators-declared", "indicators-declared-definition", PATIENTS),
    (
        "waiting.delay",
        "indicators-declared-delay",
        "indicators-declared-delay-definition",
        Some("indicators-unit-days"),
    ),
    ("followed", "indicators-followed", "indicators-followed-definition", PATIENTS),
    ("followed.lost", "indicators-lost", "indicators-lost-definition", PATIENTS),
    ("concertation", "indicators-concertations", "indicators-concertations-definition", ITEMS),
    ("concertation.discussed", "indicators-discussed", "indicators-discussed-definition", ITEMS),
    ("requests", "indicators-requests", "indicators-requests-definition", Some("indicators-unit-requests")),
    ("requests.sent", "indicators-sent", "indicators-sent-definition", Some("indicators-unit-requests")),
];

/// What only the whole centre has: its panel, its surveys, its open points.
const WHOLE: [&str; 11] = [
    "tna",
    "np_delay",
    "panel",
    "ald",
    "active_file",
    "coordination",
    "rooms",
    "waiting",
    "followed",
    "concertation",
    "requests",
];

/// Name, definition and unit of a code.
///
/// # Panics
/// When the code has no row, which a test excludes for every figure there is.
pub(super) fn of(code: &str) -> (&'static str, &'static str, Option<&'static str>) {
    let row = CODES.iter().find(|row| row.0 == code).expect("each figure has its names");
    (row.1, row.2, row.3)
}

/// What is as it is now, whatever the period: it cannot stand beside another one.
const OF_NOW: [&str; 7] = [
    "horizon",
    "horizon.holes",
    "handover.unchanged",
    "handover.overdue",
    "handover.results_late",
    "followed",
    "followed.lost",
];

/// Whether it tells of now, and not of a period.
pub(super) fn is_of_now(code: &str) -> bool {
    OF_NOW.contains(&code)
}

/// Whether it can be told of one post among several.
pub(super) fn is_of_a_post(code: &str) -> bool {
    let of_stays = ["handover.urgent", "handover.hours", "handover.items"].contains(&code);
    let is_in = |family: &&str| code == *family || code.strip_prefix(*family).is_some_and(|rest| rest.starts_with('.'));
    of_stays || !(WHOLE.iter().any(is_in) || code.starts_with("handover."))
}
