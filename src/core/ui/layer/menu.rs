//! What the Menu, the palette and the list of people hold.

use super::choose::{Choice, ChooseLayer};
use crate::domain::record::{self, Record};
use crate::domain::{Msg, Person, Role, Stay};
use crate::protocol::Request;
use crate::ui::form::account::PassphraseForm;
use crate::ui::form::copies::{self, CopiesForm};
use crate::ui::keymap::{BINDINGS, Key, key_of};
use crate::ui::{Action, Ask, Cx, Dialog, Goto, RegisterId, Scope, TabId, Theme, rights};
use crate::words::{Lang, Words, capital};

/// Everything that is not a tab, in plain words.
#[must_use]
pub fn menu(cx: &Cx) -> ChooseLayer {
    let row = |id: &'static str, ask| (cx.t(id), None, ask);
    let register = |id: &'static str, register| row(id, Ask::Goto(Goto::Register(register)));
    let action = |id: &'static str, action| (cx.t(id), Some(action), Ask::Do(action));
    let mut rows = vec![action("menu-go-to", Action::GoTo)];
    rows.extend(registers().into_iter().map(|(id, r)| register(id, r)));
    // The history stands last of the registers, after what one does more often.
    let history = rows.pop();
    rows.extend([
        row("menu-import", Ask::PickRota),
        row("menu-import-agenda", Ask::PickAgenda),
        row("menu-export", Ask::PickExport),
        action("menu-print", Action::Print),
    ]);
    rows.extend(history);
    if cx.session.demo {
        rows.push(row("menu-switch", Ask::SwitchPerson));
    } else {
        rows.push(register("menu-accounts", RegisterId::Accounts));
        rows.extend(own_passphrase(cx).map(|ask| row("menu-own-passphrase", ask)));
        rows.push((copies(cx), None, Ask::open(CopiesForm)));
        if cx.is_coordination() {
            rows.push(row("menu-recovery", new_recovery()));
        }
    }
    rows.push(row("menu-theme", Ask::PickTheme));
    rows.extend([
        action("menu-help", Action::Help),
        action("menu-lock", Action::Lock),
        action("menu-quit", Action::Quit),
    ]);
    let choices = rows
        .into_iter()
        .filter(|(_, _, ask)| cx.allows(ask))
        .map(|(label, action, ask)| Choice {
            label,
            aside: action.and_then(|a| key(a, &[Scope::Desk, Scope::Everywhere], cx)).unwrap_or_default(),
            synonyms: String::new(),
            asks: vec![ask],
        })
        .collect();
    ChooseLayer::new(cx.t("menu-title"), cx.t("choose-none"), choices)
}

/// Every command that has a key here, and every register, found by French or English words and what else one says.
#[must_use]
pub fn palette(cx: &Cx, scope: Scope) -> ChooseLayer {
    let other = Words::new(if cx.words.lang() == Lang::Fr { Lang::En } else { Lang::Fr });
    let choice = |id: &'static str, key: Option<&Key>, ask: Ask| Choice {
        label: capital(&cx.t(id)),
        aside: key.map(|k| k.label(cx)).unwrap_or_default(),
        synonyms: format!("{} {}", other.t(id), also(&ask)),
        asks: vec![ask],
    };
    let mut choices: Vec<Choice> = [scope, Scope::Desk, Scope::Everywhere]
        .into_iter()
        .flat_map(|s| BINDINGS.iter().filter(move |b| b.scope == s))
        .filter(|b| is_command(b.action) && cx.may(rights::of_action(b.action, b.scope)))
        .map(|b| choice(b.action.word_in(scope), b.keys.first(), Ask::Do(b.action)))
        .collect();
    let registers = registers().into_iter();
    choices.extend(registers.map(|(id, register)| choice(id, None, Ask::Goto(Goto::Register(register)))));
    choices.push(choice("menu-import", None, Ask::PickRota));
    choices.push(choice("menu-import-agenda", None, Ask::PickAgenda));
    choices.push(choice("menu-export", None, Ask::PickExport));
    choices.push(choice("menu-theme", None, Ask::PickTheme));
    if cx.session.demo {
        choices.push(choice("menu-switch", None, Ask::SwitchPerson));
    } else {
        choices.push(choice("menu-accounts", None, Ask::Goto(Goto::Register(RegisterId::Accounts))));
        choices.extend(own_passphrase(cx).map(|ask| choice("menu-own-passphrase", None, ask)));
        choices.push(choice("menu-copies", None, Ask::open(CopiesForm)));
        if cx.is_coordination() {
            choices.push(choice("menu-recovery", None, new_recovery()));
        }
    }
    choices.retain(|choice| choice.asks.iter().all(|ask| cx.allows(ask)));
    ChooseLayer::new(cx.t("palette-title"), cx.t("choose-none"), choices)
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

/// The registers of every centre, as the Menu names them.
fn registers() -> Vec<(&'static str, RegisterId)> {
    let records = record::ALL.into_iter().filter_map(|record| Some((record.list?.title, RegisterId::Records(record))));
    FIRST.into_iter().chain(records).chain(LAST).collect()
}

/// Those before the lists of records, and after them.
const FIRST: [(&str, RegisterId); 7] = [
    ("menu-items", RegisterId::Items),
    ("menu-planning", RegisterId::Planning),
    ("menu-stays", RegisterId::Stays),
    ("menu-doctors", RegisterId::Doctors),
    ("menu-team", RegisterId::Team),
    ("menu-directory", RegisterId::Directory),
    ("menu-booklet", RegisterId::Booklet),
];
const LAST: [(&str, RegisterId); 5] = [
    ("menu-noted", RegisterId::Noted),
    ("menu-sequels", RegisterId::Sequels),
    ("register-left-drafts", RegisterId::LeftDrafts),
    ("menu-centre", RegisterId::Centre),
    ("menu-history", RegisterId::History),
];

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
        Ask::Goto(Goto::Register(RegisterId::Noted)) => {
            "patientèle relevé publié objectifs mt ald chiffres panel survey published targets"
        }
        Ask::Goto(Goto::Register(RegisterId::Sequels)) => "histoire issue fin devenir nouvelles outcome story told",
        Ask::Goto(Goto::Register(RegisterId::LeftDrafts)) => "oubli parti commencé drafts left unsent",
        Ask::Goto(Goto::Register(RegisterId::Records(Record { list: Some(list), .. }))) => list.also,
        Ask::PickTheme => "thème clair sombre contraste daltonien écran theme dark light contrast",
        Ask::PickExport => "excel csv tableur image export spreadsheet picture",
        _ => "",
    }
}

/// The people of the fictional centre one may sit down as: the team, then doctors around now.
#[must_use]
pub fn people(cx: &Cx) -> ChooseLayer {
    let rota = &cx.frame.rota;
    let today = cx.now.day;
    let team = rota.people.0.values().filter(|p| p.in_team(today));
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
