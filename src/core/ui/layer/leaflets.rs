//! What can be printed for those outside: this week and the next, this year and the next.

use super::choose::{Choice, ChooseLayer};
use crate::domain::Role;
use crate::domain::leaflet::{CalendarOf, Leaflet, Paper};
use crate::domain::rights::{self, Right};
use crate::protocol::Document;
use crate::ui::{Ask, Cx};

/// The leaflets, with the week or the year of each; what whoever is signed in may not take out is not offered.
#[must_use]
pub fn leaflets(cx: &Cx) -> ChooseLayer {
    let choices = offered(cx).map(|(id, aside, leaflet)| Choice {
        label: cx.t(id),
        synonyms: aside.clone(),
        aside,
        asks: vec![Ask::Print(Document::Leaflet(leaflet))],
    });
    ChooseLayer::new(cx.t("menu-leaflets"), cx.t("choose-none"), choices.collect())
}

/// Each with its name, and of which week or year it is.
fn offered<'a>(cx: &'a Cx) -> impl Iterator<Item = (&'static str, String, Leaflet)> + 'a {
    let this = cx.now.day.week();
    let weeks = [this, this.next()];
    let of_week = move |week| {
        [
            ("leaflets-poster", Leaflet::Poster(week)),
            ("leaflets-week", Leaflet::Week(week)),
            ("leaflets-welcome", Leaflet::Welcome(week)),
        ]
        .map(|(id, leaflet)| (id, cx.words.week(week), leaflet))
    };
    let of_year = |year: i32| {
        [("leaflets-planning-a4", Paper::A4), ("leaflets-planning-a3", Paper::A3)]
            .map(|(id, paper)| (id, year.to_string(), Leaflet::Planning { year, paper }))
    };
    let years = [this.year(), this.year() + 1];
    let differences = [this.year(), this.year() - 1]
        .map(|year| ("leaflets-differences", year.to_string(), Leaflet::Differences { year }));
    let calendar = |whose: String, of| ("leaflets-calendar", whose, Leaflet::Calendar(of));
    let (rota, me) = (&cx.frame.rota, cx.session.who.person);
    let mine = rota.people.get(me).filter(|me| me.role == Role::Doctor);
    let mine = mine.map(|doctor| calendar(doctor.short(), CalendarOf::Doctor(doctor.id)));
    let posts = rota.posts.iter().map(move |post| calendar(post.name.clone(), CalendarOf::Post(post.id)));
    let all = weeks
        .into_iter()
        .flat_map(of_week)
        .chain(years.into_iter().flat_map(of_year))
        .chain(differences)
        .chain(mine)
        .chain(posts);
    all.filter(|(.., leaflet)| may_take(*leaflet, cx))
}

/// Whether whoever is signed in may take it out; a doctor no sheet that is not their own.
fn may_take(leaflet: Leaflet, cx: &Cx) -> bool {
    let rota = &cx.frame.rota;
    let own = || rota.people.get(cx.session.who.person).is_none_or(|me| rights::own_sheet(me, None, rota));
    cx.may(leaflet.right()) && (leaflet.right() != Right::Print || own())
}

#[cfg(test)]
mod tests {
    use crate::domain::PersonId;
    use crate::ui::testing::{BENALI, Desk, GARNIER, VIDAL};

    #[test]
    fn the_team_takes_out_all_of_them_and_a_doctor_the_planning() {
        let offered = |who: PersonId| -> Vec<String> {
            let desk = Desk::of(who);
            super::offered(&desk.cx()).map(|(id, of, _)| format!("{id} {of}")).collect()
        };
        let planning = ["a4 2026", "a3 2026", "a4 2027", "a3 2027"].map(|of| format!("leaflets-planning-{of}"));
        let calendars = ["leaflets-calendar Dr Vidal".to_owned(), "leaflets-calendar Médecin".to_owned()];
        assert_eq!(offered(VIDAL), [&planning[..], &calendars[..]].concat());
        let mut all: Vec<String> = ["S48", "S49"]
            .iter()
            .flat_map(|week| ["poster", "week", "welcome"].map(|what| format!("leaflets-{what} {week}")))
            .collect();
        all.extend(planning);
        all.extend(["2026", "2025"].map(|year| format!("leaflets-differences {year}")));
        all.push(calendars[1].clone());
        assert_eq!(offered(GARNIER), all);
        assert_eq!(offered(BENALI), all);
    }
}
