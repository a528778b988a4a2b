//! A week of the agenda as linear text, one fact a line, and as JSON with stable English keys.

use chrono::Datelike;
use serde::Serialize;

use crate::domain::agenda::{Entry, NewEntry, half_day_kind};
use crate::domain::day_close::closing;
use crate::domain::{Centre, Day, DayClose, DecidedHalfDay, HalfDay, IsoWeek, Msg, Now, PatientRef, Rota};
use crate::words::Words;

/// What a week holds, and in which words it is said.
#[derive(Debug, Clone, Copy)]
pub struct WeekOf<'a> {
    pub words: &'a Words,
    pub rota: &'a Rota,
    pub centre: &'a Centre,
    pub now: Now,
    pub week: IsoWeek,
    pub entries: &'a [Entry],
    pub half_days: &'a [DecidedHalfDay],
    pub closings: &'a [DayClose],
}

/// The week as a document.
#[derive(Debug, Serialize)]
struct WeekData<'a> {
    week: String,
    from: String,
    to: String,
    centre: &'a str,
    stays: Vec<StayData<'a>>,
    days: Vec<DayData<'a>>,
}

#[derive(Debug, Serialize)]
struct StayData<'a> {
    post: &'a str,
    doctor: String,
    from: String,
    to: String,
}

#[derive(Debug, Serialize)]
struct DayData<'a> {
    day: String,
    half_days: Vec<HalfData<'a>>,
    entries: Vec<EntryData<'a>>,
    closings: Vec<CloseData>,
    #[serde(skip)]
    on: Day,
}

#[derive(Debug, Serialize)]
struct HalfData<'a> {
    post: &'a str,
    half: &'static str,
    /// `programmed`, `unplanned`, `visits`, `rest` or `closed`.
    kind: &'static str,
    #[serde(skip)]
    words: [&'static str; 2],
}

#[derive(Debug, Serialize)]
struct EntryData<'a> {
    /// `consultation`, `unplanned`, `remote`, `visit`, `welcome`, `handover`, `meeting`, `asalee` or `other`.
    kind: &'static str,
    post: Option<&'a str>,
    /// `09:00`; nothing for a whole day.
    start: Option<String>,
    minutes: u16,
    to: String,
    file: Option<&'a str>,
    initials: Option<&'a str>,
    birth_year: Option<u16>,
    title: &'a str,
    place: &'a str,
    #[serde(skip)]
    what: &'a NewEntry,
}

#[derive(Debug, Serialize)]
struct CloseData {
    doctor: String,
    offered: u16,
    booked: u16,
    programmed: u16,
    unplanned: u16,
    visits: u16,
    remote: u16,
    absent: u16,
    #[serde(skip)]
    done: u16,
}

fn iso(day: Day) -> String {
    day.date().to_string()
}

impl<'a> WeekOf<'a> {
    fn data(&self) -> WeekData<'a> {
        let (first, last) = (self.week.monday(), self.week.monday().plus(6));
        let rota = self.rota;
        let stays = rota.posts.iter().flat_map(|post| rota.in_week(post.id, self.week).map(move |s| (post, s)));
        WeekData {
            week: self.week.to_string(),
            from: iso(first),
            to: iso(last),
            centre: &self.centre.name,
            stays: stays
                .map(|(post, s)| StayData {
                    post: &post.name,
                    doctor: rota.people.short(s.doctor),
                    from: iso(s.from),
                    to: iso(s.to),
                })
                .collect(),
            days: first.to(last).map(|day| self.day(day)).collect(),
        }
    }

    fn day(&self, day: Day) -> DayData<'a> {
        let rota = self.rota;
        let half = |half: HalfDay, name: &'static str, word: &'static str| {
            rota.posts.iter().map(move |post| {
                let kind = half_day_kind(rota, self.half_days, post.id, day, half);
                let key = kind.word().trim_start_matches("half-");
                HalfData { post: &post.name, half: name, kind: key, words: [word, kind.word()] }
            })
        };
        let closings =
            rota.stays.between(day, day).filter_map(|stay| Some((stay, closing(self.closings, stay.id, day)?)));
        DayData {
            day: iso(day),
            half_days: half(HalfDay::Morning, "morning", "week-sheet-morning")
                .chain(half(HalfDay::Afternoon, "afternoon", "week-sheet-afternoon"))
                .collect(),
            entries: self.entries.iter().filter(|e| e.what.covers(day)).map(|e| self.entry(&e.what)).collect(),
            closings: closings
                .map(|(stay, close)| CloseData {
                    doctor: rota.people.short(stay.doctor),
                    offered: close.counts.offered,
                    booked: close.counts.booked,
                    programmed: close.counts.programmed,
                    unplanned: close.counts.unplanned,
                    visits: close.counts.visits,
                    remote: close.counts.remote,
                    absent: close.counts.absent,
                    done: close.counts.done(),
                })
                .collect(),
            on: day,
        }
    }

    fn entry(&self, what: &'a NewEntry) -> EntryData<'a> {
        let patient = what.patient.as_ref();
        EntryData {
            kind: what.kind.word().trim_start_matches("entry-"),
            post: what.post.map(|post| self.rota.post_name(post)),
            start: what.start.map(|start| format!("{:02}:{:02}", start / 60, start % 60)),
            minutes: what.minutes,
            to: iso(what.to),
            file: patient.map(|p| p.file.as_str()),
            initials: patient.and_then(|p| p.initials.as_deref()),
            birth_year: patient.and_then(|p| p.birth_year),
            title: &what.title,
            place: &what.place,
            what,
        }
    }
}

/// The week as JSON.
#[must_use]
pub fn json(week: &WeekOf) -> String {
    // Strings and numbers always serialise.
    serde_json::to_string_pretty(&week.data()).map(|text| text + "\n").unwrap_or_default()
}

/// The week as text to be read aloud.
#[must_use]
pub fn text(week: &WeekOf) -> String {
    let (words, data) = (week.words, week.data());
    let mut out = Vec::new();
    out.push(
        words.say(&Msg::new("week-sheet-title").with("week", week.week).with("centre", week.centre.name.as_str())),
    );
    out.push(words.span(week.week.monday(), week.week.monday().plus(6)));
    for post in &week.rota.posts {
        let stays: Vec<_> = week.rota.in_week(post.id, week.week).collect();
        for stay in &stays {
            let doctor = week.rota.people.short(stay.doctor);
            let msg = Msg::new("week-sheet-stay").with("post", post.name.as_str()).with("doctor", doctor);
            out.push(words.say(&msg.with("from", stay.from).with("to", stay.to)));
        }
        let is_open = data.days.iter().any(|day| week.rota.calendar.is_working(day.on));
        if stays.is_empty() && is_open {
            out.push(words.say(&Msg::new("week-sheet-vacant").with("post", post.name.as_str())));
        }
    }
    for day in &data.days {
        let closed = week.rota.calendar.closed(day.on);
        if closed.is_some() && day.entries.is_empty() && day.closings.is_empty() {
            continue;
        }
        out.push(String::new());
        out.push(words.day_long(day.on));
        match closed {
            Some(why) => out.push(words.say(&Msg::new("week-sheet-closed").with("why", why.msg()))),
            None => out.extend(day.half_days.iter().map(|half| {
                let msg = Msg::new("week-sheet-half").with("post", half.post).with("half", Msg::new(half.words[0]));
                words.say(&msg.with("kind", Msg::new(half.words[1])))
            })),
        }
        out.extend(day.entries.iter().map(|e| entry_line(e, week)));
        out.extend(day.closings.iter().map(|close| {
            let msg = Msg::new("week-sheet-close").with("doctor", close.doctor.as_str());
            let counts = [("offered", close.offered), ("booked", close.booked), ("done", close.done)];
            let counts = counts.into_iter().chain([("absent", close.absent)]);
            words.say(&counts.fold(msg, |msg, (name, count)| msg.with(name, i64::from(count))))
        }));
    }
    // One fact a line: a title of several lines would make two of one.
    out.into_iter().map(|line| line.replace('\n', " ") + "\n").collect()
}

fn entry_line(entry: &EntryData, week: &WeekOf) -> String {
    let words = week.words;
    let what = entry.what;
    let hours = match what.start {
        Some(start) => format!("{}–{}", words.time(start), words.time(what.end())),
        None => words.t("week-sheet-whole-day"),
    };
    let several = week.rota.posts.len() > 1;
    let parts = [
        Some(words.t(what.kind.word())),
        what.patient.as_ref().map(|p| about(p, week)),
        Some(what.title.clone()).filter(|t| !t.is_empty()),
        Some(what.place.clone()).filter(|t| !t.is_empty()),
        entry.post.filter(|_| several).map(str::to_owned),
    ];
    std::iter::once(hours).chain(parts.into_iter().flatten()).collect::<Vec<_>>().join(", ")
}

/// `dossier 1243 · M.D. 1948 (78 ans)`
fn about(patient: &PatientRef, week: &WeekOf) -> String {
    let mut said = week.words.say(&Msg::new("thread-file").with("file", patient.file.as_str()));
    if let Some(initials) = &patient.initials {
        said = format!("{said} · {initials}");
    }
    if let Some(born) = patient.birth_year {
        let age = week.now.day.date().year() - i32::from(born);
        let msg = Msg::new("thread-born").with("year", born.to_string()).with("age", i64::from(age));
        said = format!("{said} {}", week.words.say(&msg));
    }
    said
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::domain::fixture::{monday, rota, stay, week};
    use crate::domain::{DayCloseId, DayCounts, EntryId, EntryKind, HalfDayKind, PersonId, PostId, Stamp, StayId};
    use crate::words::Lang;

    fn with(check: impl FnOnce(&WeekOf)) {
        let centre = crate::domain::Centre { name: "Centre d'essai".into(), ..crate::domain::fixture::centre() };
        let rota = rota(2, vec![stay(1, 1, 3, 52)]);
        let entry = |id, kind, start: Option<u16>, patient: Option<&str>| Entry {
            id: EntryId(id),
            what: NewEntry {
                kind,
                post: patient.map(|_| PostId(1)),
                day: monday(52),
                to: monday(52).plus(i32::from(start.is_none())),
                start,
                minutes: start.map_or(0, |_| 20),
                patient: patient.map(|f| PatientRef {
                    file: f.into(),
                    initials: Some("M.D.".into()),
                    birth_year: Some(1948),
                }),
                title: if patient.is_none() { "Équipe".into() } else { String::new() },
                place: String::new(),
                item: None,
            },
            uid: None,
        };
        let entries = [entry(1, EntryKind::Meeting, None, None), entry(2, EntryKind::Visit, Some(870), Some("1243"))];
        let decided = HalfDayKind::Visits;
        let half_days = [DecidedHalfDay { post: PostId(1), day: monday(52), half: HalfDay::Afternoon, kind: decided }];
        let closings = [DayClose {
            id: DayCloseId(1),
            stay: StayId(1),
            day: monday(52),
            counts: DayCounts { offered: 25, booked: 20, programmed: 18, visits: 1, absent: 1, ..DayCounts::default() },
            author: PersonId(3),
            at: Stamp(0),
        }];
        check(&WeekOf {
            words: &Words::new(Lang::Fr),
            rota: &rota,
            centre: &centre,
            now: Now::on(monday(52), 9, 0),
            week: week(52),
            entries: &entries,
            half_days: &half_days,
            closings: &closings,
        });
    }

    #[test]
    fn the_text_says_one_fact_a_line_and_passes_over_days_of_nothing() {
        with(|week| {
            expect![[r#"
                Semaine S52 · Centre d'essai
                21–27 déc. 2026
                Poste 1 : Dr P3, du lun. 21 déc. au sam. 26 déc.
                Poste 2 : pas encore de médecin confirmé.

                lundi 21 décembre 2026
                Poste 1, matin : programmé.
                Poste 2, matin : programmé.
                Poste 1, après-midi : visites.
                Poste 2, après-midi : programmé.
                Toute la journée, réunion, Équipe
                14:30–14:50, visite à domicile, dossier 1243 · M.D. 1948 (78 ans), Poste 1
                Journée du Dr P3 clôturée : 25 places, 20 rendez-vous pris, 19 patients vus, absents : 1.

                mardi 22 décembre 2026
                Poste 1, matin : programmé.
                Poste 2, matin : programmé.
                Poste 1, après-midi : programmé.
                Poste 2, après-midi : programmé.
                Toute la journée, réunion, Équipe

                mercredi 23 décembre 2026
                Poste 1, matin : programmé.
                Poste 2, matin : programmé.
                Poste 1, après-midi : programmé.
                Poste 2, après-midi : programmé.

                jeudi 24 décembre 2026
                Poste 1, matin : programmé.
                Poste 2, matin : programmé.
                Poste 1, après-midi : fermé.
                Poste 2, après-midi : fermé.

                samedi 26 décembre 2026
                Poste 1, matin : programmé.
                Poste 2, matin : programmé.
                Poste 1, après-midi : fermé.
                Poste 2, après-midi : fermé.
            "#]]
            .assert_eq(&text(week));
        });
    }

    #[test]
    fn json_has_the_same_facts_under_stable_keys() {
        with(|week| {
            let data: serde_json::Value = serde_json::from_str(&json(week)).unwrap();
            assert_eq!((&data["week"], &data["from"]), (&"2026-S52".into(), &"2026-12-21".into()));
            assert_eq!(data["stays"][0]["doctor"], "Dr P3");
            let monday = &data["days"][0];
            assert_eq!(monday["half_days"][2]["kind"], "visits");
            let keys: Vec<_> = monday["entries"][1].as_object().unwrap().keys().map(String::as_str).collect();
            let expected =
                ["birth_year", "file", "initials", "kind", "minutes", "place", "post", "start", "title", "to"];
            assert_eq!(keys, expected);
            assert_eq!(
                (&monday["entries"][1]["kind"], &monday["entries"][1]["start"]),
                (&"visit".into(), &"14:30".into())
            );
            assert_eq!(data["days"][1]["entries"][0]["kind"], "meeting", "its second day");
            assert_eq!(monday["closings"][0]["booked"], 20);
        });
    }
}
