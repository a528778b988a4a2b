//! What the Menu, the palette and the list of people hold.

use super::choose::{Choice, ChooseLayer};
use crate::domain::care::CareList;
use crate::domain::record::{self, Heading, Record};
use crate::domain::{Msg, Person, Role, Stay, preparation};
use crate::protocol::Request;
use crate::ui::form::account::PassphraseForm;
use crate::ui::form::copies::{self, CopiesForm};
use crate::ui::form::rhythm::RhythmForm;
use crate::ui::form::several_stays::SeveralStaysForm;
use crate::ui::keymap::{BINDINGS, Binding, key_of};
use crate::ui::{Action, Ask, Cx, Dialog, Goto, RegisterId, Scope, TabId, Theme};
use crate::words::{Lang, Words, capital};

/// A line of the Menu.
struct Entry {
    /// Identifier of its plain name.
    id: &'static str,
    label: String,
    /// The action whose key does the same from outside.
    action: Option<Action>,
    ask: Ask,
}

/// Everything that is not a tab, in plain words, under a few headings: what this person may do.
#[must_use]
pub fn menu(cx: &Cx) -> ChooseLayer {
    let (mut choices, mut headings) = (Vec::new(), Vec::new());
    for (heading, entries) in groups(cx) {
        headings.push((choices.len(), cx.t(heading.word())));
        choices.extend(entries.into_iter().map(|Entry { label, action, ask, .. }| Choice {
            label,
            aside: action.and_then(|a| key(a, &[Scope::Desk, Scope::Everywhere], cx)).unwrap_or_default(),
            synonyms: also(&ask).to_owned(),
            asks: vec![ask],
        }));
    }
    ChooseLayer::new(cx.t("menu-title"), cx.t("choose-none"), choices).under(headings).beside_tabs()
}

/// What the Menu holds, by heading.
fn groups(cx: &Cx) -> Vec<(Heading, Vec<Entry>)> {
    let entry = |id: &'static str, ask| Entry { id, label: cx.t(id), action: None, ask };
    let register = |id: &'static str, register| entry(id, Ask::Goto(Goto::Register(register)));
    let action = |id: &'static str, action| Entry { id, label: cx.t(id), action: Some(action), ask: Ask::Do(action) };
    let relay = vec![
        register("menu-items", RegisterId::Items),
        register("menu-sequels", RegisterId::Sequels),
        register("register-left-drafts", RegisterId::LeftDrafts),
        action("menu-print", Action::Print),
    ];
    let care: Vec<Entry> =
        CareList::ALL.into_iter().map(|list| register(list.title(), RegisterId::Care(list))).collect();
    let weeks = vec![
        action("menu-go-to", Action::GoTo),
        register("menu-planning", RegisterId::Planning),
        entry("menu-proposal", Ask::Proposal),
        entry("menu-several", Ask::open(SeveralStaysForm::default())),
        entry("menu-rhythm", Ask::open(RhythmForm::default())),
        register("menu-stays", RegisterId::Stays),
        register("menu-doctors", RegisterId::Doctors),
        entry("menu-leaflets", Ask::PickLeaflet),
        entry("menu-import", Ask::PickRota),
        entry("menu-import-agenda", Ask::PickAgenda),
    ];
    let ready_made = Ask::Confirm {
        question: Msg::new("menu-ready-made-question"),
        yes: vec![Ask::act(preparation::ready_made(|id| cx.t(id)))],
        danger: false,
    };
    let stays = vec![register("menu-rooms", RegisterId::Rooms), entry("menu-ready-made", ready_made)];
    let place = vec![register("menu-directory", RegisterId::Directory), register("menu-booklet", RegisterId::Booklet)];
    let figures = vec![register("menu-noted", RegisterId::Noted), entry("menu-export", Ask::PickExport)];
    let mut centre = vec![register("menu-centre", RegisterId::Centre), register("menu-team", RegisterId::Team)];
    if !cx.session.demo {
        centre.push(register("menu-accounts", RegisterId::Accounts));
        centre.extend(own_passphrase(cx).map(|ask| entry("menu-own-passphrase", ask)));
        centre.push(Entry { label: copies(cx), ..entry("menu-copies", Ask::open(CopiesForm)) });
        centre.extend(cx.is_coordination().then(|| entry("menu-recovery", new_recovery())));
    }
    centre.push(register("menu-history", RegisterId::History));
    centre.push(register("register-journal", RegisterId::Journal));
    let mut desk = vec![entry("menu-theme", Ask::PickTheme), action("menu-help", Action::Help)];
    desk.extend(cx.session.demo.then(|| entry("menu-switch", Ask::SwitchPerson)));
    desk.extend([action("menu-lock", Action::Lock), action("menu-quit", Action::Quit)]);
    let mut groups = vec![
        (Heading::Relay, relay),
        (Heading::Care, care),
        (Heading::Weeks, weeks),
        (Heading::Stays, stays),
        (Heading::Place, place),
        (Heading::Figures, figures),
        (Heading::Centre, centre),
        (Heading::Desk, desk),
    ];
    for record in record::ALL {
        let Some(list) = record.list else { continue };
        groups.iter_mut().filter(|(heading, _)| *heading == list.heading).for_each(|(_, entries)| {
            entries.push(register(list.title, RegisterId::Records(record)));
        });
    }
    for (_, entries) in &mut groups {
        entries.retain(|entry| cx.allows(&entry.ask));
    }
    groups.retain(|(_, entries)| !entries.is_empty());
    groups
}

/// Every command that can be given here, with its key, then what the Menu holds; found by French or English words and
/// by what else one says.
#[must_use]
pub fn palette(cx: &Cx, scope: Scope, can: impl Fn(Action) -> bool) -> ChooseLayer {
    let other = Words::new(if cx.words.lang() == Lang::Fr { Lang::En } else { Lang::Fr });
    let command = |binding: &Binding| {
        let (id, ask) = (binding.action.word_in(scope), Ask::Do(binding.action));
        Choice {
            label: capital(&cx.t(id)),
            aside: binding.keys.first().map(|k| k.label(cx)).unwrap_or_default(),
            synonyms: format!("{} {}", other.t(id), also(&ask)),
            asks: vec![ask],
        }
    };
    let mut choices: Vec<Choice> = [scope, Scope::Desk, Scope::Everywhere]
        .into_iter()
        .flat_map(|s| BINDINGS.iter().filter(move |b| b.scope == s))
        .filter(|b| is_command(b.action) && can(b.action))
        .filter(|b| cx.allows_action(b.action, if b.action.is_desks() { scope } else { b.scope }))
        .map(command)
        .collect();
    // What has a key of its own stands among the commands already.
    let entries = groups(cx).into_iter().flat_map(|(_, entries)| entries).filter(|entry| entry.action.is_none());
    choices.extend(entries.map(|Entry { id, label, ask, .. }| Choice {
        label: capital(&label),
        aside: String::new(),
        synonyms: format!("{} {}", other.t(id), also(&ask)),
        asks: vec![ask],
    }));
    ChooseLayer::new(cx.t("palette-title"), cx.t("choose-none"), choices).beside_tabs()
}

/// Asks whether a new recovery key is to be made.
#[must_use]
pub fn new_recovery() -> Ask {
    let now = crate::domain::Stamp(0).into();
    Ask::Confirm {
        question: Msg::new("recovery-new-ask"),
        yes: vec![Ask::Request(Request::NewRecovery(now))],
        danger: false,
    }
}

/// A new passphrase of one's own, where one has an account.
fn own_passphrase(cx: &Cx) -> Option<Ask> {
    let (account, label) = cx.frame.desk.own.clone()?;
    Some(Ask::open(PassphraseForm { account, label }))
}

/// The copies as the Menu names them, with the age of the newest.
fn copies(cx: &Cx) -> String {
    cx.words.say(&Msg::new("menu-copies-age").with("age", copies::age(cx)))
}

/// Further words a command is found by; they are typed, never shown.
const fn also(ask: &Ask) -> &'static str {
    match ask {
        Ask::Do(Action::Tab(TabId::Week)) => "agenda calendrier calendar rota",
        Ask::Do(Action::Tab(TabId::Briefing)) => "arrivée lire arrival read",
        Ask::Do(Action::Tab(TabId::Transmission)) => "relève départ laisser leave",
        Ask::Do(Action::Tab(TabId::Statistics)) => "chiffres indicateurs figures indicators",
        Ask::Do(Action::Find) => "rechercher trouver filtre filter search",
        Ask::Do(Action::GoTo) => "semaine date jump",
        Ask::Do(Action::NewItem) => "créer ajouter noter écrire create add write",
        Ask::Do(Action::Print) => "feuille fiche papier pdf html sheet paper",
        Ask::Do(Action::Undo) => "annuler retour arrière revert",
        Ask::Do(Action::Redo) => "rétablir again",
        Ask::Do(Action::Lock) => "pause partir session",
        Ask::Do(Action::Quit) => "fermer sortir exit close",
        Ask::Do(Action::Help) => "guide touches keys mode d'emploi",
        Ask::Do(Action::CancelStay) => "désistement withdrawal",
        Ask::Do(Action::CloseDay) => "clore fermer comptes journée count",
        Ask::Goto(Goto::Register(RegisterId::Planning)) => "année vacances vacantes trous calendrier year gaps",
        Ask::Goto(Goto::Register(RegisterId::Rooms)) => "occupation cabinet libre location demi-journées rooms free",
        Ask::PickRota => "tableur csv excel spreadsheet",
        Ask::PickAgenda => "ics rendez-vous logiciel maiia doctolib outlook google appointments csv",
        Ask::SwitchPerson => "utilisateur session user",
        Ask::Confirm { .. } => "papier coffre oubli recovery paper safe lost",
        Ask::Open(Dialog::Passphrase(_)) => "mot de passe compte sécurité password account",
        Ask::Open(Dialog::Copies(_)) => "sauvegarder backup usb dossier restaurer copy restore",
        Ask::Goto(Goto::Register(RegisterId::Items)) => "points patients liste list",
        Ask::Goto(Goto::Register(RegisterId::Booklet)) => {
            "sur place guide accueil codes clés logement voiture maison booklet keys house car"
        }
        Ask::Goto(Goto::Register(RegisterId::Directory)) => "téléphone contacts numéros phone numbers",
        Ask::Goto(Goto::Register(RegisterId::Centre)) => "réglages horaires settings hours",
        Ask::Goto(Goto::Register(RegisterId::History)) => "journal qui log",
        Ask::Goto(Goto::Register(RegisterId::Journal)) => "traces qui vu ouvert consulté connexions access log who saw",
        Ask::Goto(Goto::Register(RegisterId::Noted)) => {
            "patientèle relevé publié objectifs mt ald chiffres panel survey published targets"
        }
        Ask::Goto(Goto::Register(RegisterId::Sequels)) => "histoire issue fin devenir nouvelles outcome story told",
        Ask::Goto(Goto::Register(RegisterId::LeftDrafts)) => "oubli parti commencé drafts left unsent",
        Ask::Goto(Goto::Register(RegisterId::Care(list))) => also_care(*list),
        Ask::Goto(Goto::Register(RegisterId::Records(Record { list: Some(list), .. }))) => list.also,
        Ask::Proposal => "volontaires trous remplir affecter solliciter appeler proposal fill call",
        Ask::Open(Dialog::SeveralStays(_)) => "séjours plusieurs inscrire several stays enter",
        Ask::Open(Dialog::Rhythm(_)) => "refaire année dernière solliciter again last year",
        Ask::PickLeaflet => {
            "imprimer affiche porte planning accueil papier a3 semaine print poster door welcome paper week"
        }
        Ask::PickTheme => "thème clair sombre contraste daltonien écran theme dark light contrast",
        Ask::PickExport => "excel csv tableur image export spreadsheet picture",
        _ => "",
    }
}

/// Further words a list of care around the relay is found by.
const fn also_care(list: CareList) -> &'static str {
    match list {
        CareList::Waiting => "nouveaux patients médecin traitant mt attente inscription waiting list",
        CareList::FollowUps => "relancer asalée infirmière chroniques perdus de vue nurse recall",
        CareList::Concertations => "discuter avis infirmière médecin discuss",
        CareList::Ald => "affection longue durée renouvellement protocole de soins renewal",
        CareList::Requests => "appels accueil non programmé urgence 116 117 refus calls walk-in",
        CareList::Visits => "domicile ehpad tournée home visits round",
    }
}

/// The people of the fictional centre one may sit down as: the team, then doctors around now.
#[must_use]
pub fn people(cx: &Cx) -> ChooseLayer {
    let rota = &cx.frame.rota;
    let today = cx.now.day;
    let team = rota.people.0.values().filter(|p| p.is_staff(today));
    let near = rota
        .confirmed()
        .filter(|s| s.to >= today.plus(-14) && s.from <= today.plus(28))
        .filter_map(|s| Some((rota.people.get(s.doctor)?, Some(s))));
    let stay = |s: &Stay| match rota.posts.len() {
        0 | 1 => cx.words.week_told(s.week()),
        _ => format!("{} · {}", rota.post_name(s.post), cx.words.week_told(s.week())),
    };
    let choices = team
        .map(|p| (p, None))
        .chain(near)
        .map(|(p, at): (&Person, _)| Choice {
            label: if p.role == Role::Doctor { format!("Dr {}", p.full()) } else { p.full() },
            aside: at.map_or_else(|| cx.t(p.role.word()), stay),
            synonyms: cx.t(p.role.word()),
            asks: vec![Ask::Become(p.id)],
        })
        .collect();
    ChooseLayer::new(cx.t("people-title"), cx.t("choose-none"), choices)
}

/// The colours to choose from.
#[must_use]
pub fn themes(cx: &Cx) -> ChooseLayer {
    let choice = |id, theme: Option<Theme>| Choice {
        label: cx.t(id),
        aside: String::new(),
        synonyms: theme.map_or("auto", Theme::name).to_owned(),
        asks: vec![Ask::Theme(theme)],
    };
    let named = Theme::ALL.into_iter().map(|theme| choice(theme.word(), Some(theme)));
    let choices = std::iter::once(choice("theme-auto", None)).chain(named).collect();
    ChooseLayer::new(cx.t("menu-theme"), cx.t("choose-none"), choices)
}

fn key(action: Action, scopes: &[Scope], cx: &Cx) -> Option<String> {
    key_of(action, scopes).map(|k| k.label(cx))
}

/// Whether the palette offers an action: movements are better done by their key.
const fn is_command(action: Action) -> bool {
    !matches!(
        action,
        Action::Back
            | Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
            | Action::Enter
            | Action::OtherPane
            | Action::Palette
    )
}
