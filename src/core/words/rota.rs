//! What an import of a rota does, line by line, the same on a screen and on a command's standard error.

use super::Words;
use crate::domain::act::NewPerson;
use crate::domain::rota_import::{Decision, PersonStep, Planned, StayStep};
use crate::domain::stay::WithdrawnBy;
use crate::domain::{Day, Msg, Rota, Stay, StayState};

impl Words {
    /// `Dr Aubert s'est désisté le mer. 4 nov., 12 jours avant : enfant malade.`
    #[must_use]
    pub fn withdrawn(&self, stay: &Stay, rota: &Rota) -> String {
        let doctor = rota.people.short(stay.doctor);
        let Some(gone) = &stay.withdrawal else {
            return self.say(&Msg::new("week-withdrawn-plain").with("doctor", doctor));
        };
        let reason = gone.cause.map_or_else(|| gone.reason.trim().to_owned(), |cause| self.t(cause.word()));
        let id = match gone.by {
            WithdrawnBy::Centre => "week-withdrawn-centre",
            WithdrawnBy::Doctor if reason.is_empty() => "week-withdrawn-no-reason",
            WithdrawnBy::Doctor => "week-withdrawn",
        };
        let msg = Msg::new(id).with("doctor", doctor).with("day", gone.on);
        let notice = i64::from(stay.notice_days().unwrap_or(0));
        self.say(&msg.with("count", notice).with("reason", reason))
    }

    /// What a stay is on that day: `confirmé`, `option jusqu'au ven. 4 déc.`, `option échue`.
    #[must_use]
    pub fn state(&self, stay: &Stay, today: Day) -> String {
        match stay.held_until.filter(|_| stay.state == StayState::Option) {
            Some(_) if stay.is_lapsed(today) => self.t("stay-option-lapsed"),
            Some(last) => self.say(&Msg::new("stay-option-until").with("day", last)),
            None => self.t(stay.phase(today).word()),
        }
    }

    /// `Ligne 4 : Éloïse Noël, 28 déc. – 2 janv. 2027, option : à ajouter.`, for a line that adds a stay.
    #[must_use]
    pub fn rota_added(&self, decision: &Decision, rota: &Rota) -> Option<String> {
        let StayStep::Added(stay) = decision.stay else { return None };
        let post = (rota.posts.len() > 1).then(|| rota.post_name(stay.post).to_owned());
        let parts = [Some(self.span(stay.from, stay.to)), post, Some(self.t(stay.state.word()))];
        let msg = Msg::new("import-say-added")
            .with("line", decision.line)
            .with("doctor", decision.name.as_str())
            .with("stay", parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
        Some(self.say(&msg))
    }

    /// `Ligne 4 : Hélène Vidal, S48, état : option → confirmé.`, one sentence for each thing a line changes.
    #[must_use]
    pub fn rota_changes(&self, decision: &Decision, rota: &Rota) -> Vec<String> {
        let mut found: Vec<(String, String, String)> = Vec::new();
        if let StayStep::Changed(_, before, after) = &decision.stay {
            let week = self.week(before.from.week());
            let mut differs = |what: &str, said: &dyn Fn(&Planned) -> String| {
                if said(before) != said(after) {
                    found.push((format!("{week}, {}", self.t(what)), said(before), said(after)));
                }
            };
            differs("import-what-days", &|stay| self.span(stay.from, stay.to));
            differs("import-what-post", &|stay| rota.post_name(stay.post).to_owned());
            differs("import-what-state", &|stay| self.t(stay.state.word()));
        }
        if let PersonStep::Changed(before, after) = &decision.person {
            let mut differs = |what: &str, said: &dyn Fn(&NewPerson) -> Option<String>| {
                if said(before) != said(after) {
                    let [before, after] = [before, after].map(|p| said(p).unwrap_or_else(|| "—".to_owned()));
                    found.push((self.t(what), before, after));
                }
            };
            differs("import-what-name", &|p| Some(format!("{} {}", p.given, p.family).trim().to_owned()));
            differs("import-what-phone", &|p| p.phone.clone());
            differs("import-what-email", &|p| p.email.clone());
            differs("import-what-status", &|p| p.doctor.status.map(|s| self.t(s.word())));
            differs("import-what-department", &|p| p.doctor.department.clone());
            differs("import-what-rpps", &|p| p.doctor.rpps.clone());
        }
        let said = |(what, before, after): (String, String, String)| {
            let msg = Msg::new("import-say-changed").with("line", decision.line).with("doctor", decision.name.as_str());
            self.say(&msg.with("what", what).with("before", before).with("after", after))
        };
        found.into_iter().map(said).collect()
    }
}
