//! No social security number anywhere (rule 23): whatever the field, the name of a draft included.

use std::collections::BTreeSet;

use releve::back::Backend;
use releve::back::Town;
use releve::demo;
use releve::domain::act::Act;
use releve::domain::{PersonId, Who};
use releve::protocol::{Draft, Reply, Request, question};
use releve::store::Store;
use serde_json::Value;

use crate::harness::{Desk, at};

const NIR: &str = "255081416802538";

/// Who sits down first.
const GARNIER: PersonId = PersonId(1);

fn garnier() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal");
    desk.sits_down("Garnier", "2026-11-27T09:00");
    desk
}

/// What is kept of a person's forms, as one text.
fn drafts(backend: &mut Backend, who: PersonId) -> String {
    let now = at("2026-11-27T09:00");
    let drafts = backend.ask(question::Drafts, Who::is(who), now).unwrap();
    format!("{drafts:?}")
}

#[test]
fn one_typed_into_the_line_stays_on_the_screen_and_nowhere_else() {
    let mut desk = garnier();
    for typed in [
        "255081416802538 essai",
        "255 081 416 802 538 essai",
        "255081416802538 M.D. 1948 essai",
        "appeler au 2:55:08:14:168:025:38",
    ] {
        let sentence = "Ce texte contient un numéro de sécurité sociale.";
        desk.keys("<C-n>").clear().keys(typed).says(sentence);
        // The line does not open into a form that would no longer know it, nor does it close without a word.
        desk.keys("<tab>").says(sentence).silent("Naissance").keys("<esc>").says(typed);
        desk.says("Le formulaire reste ouvert : un numéro de sécurité sociale n'est pas");
        let kept = drafts(&mut desk.backend, GARNIER);
        assert!(!kept.contains("2550") && !kept.contains("255 0") && !kept.contains("2:55"), "{kept}");
        // Erased, it closes.
        desk.clear().keys("<esc>").silent(sentence);
    }
}

#[test]
fn a_form_with_one_stays_open_until_it_is_erased() {
    let mut desk = garnier();
    desk.keys("<C-n>1243<tab><tab><tab>voir ").paste("2 55 08 14\n168 025 38").keys("<esc>");
    desk.says("Le formulaire reste ouvert").says("voir 2 55 08 14");
    for _ in 0..22 {
        desk.keys("<bs>");
    }
    desk.keys("<esc>").says("Gardé en brouillon");
    assert!(drafts(&mut desk.backend, GARNIER).contains("voir"));
}

#[test]
fn no_draft_bears_one_in_its_name_nor_in_the_name_of_a_field() {
    let mut desk = garnier();
    let now = desk.now;
    let who = Who::is(GARNIER);
    let draft = |key: &str, name: &str, value: &str| Draft {
        key: key.to_owned(),
        raw: [(name.to_owned(), value.to_owned())].into(),
        at: now.at,
    };
    for refused in [
        draft("item/new/255081416802538", "text", "essai"),
        draft("item/new", NIR, "essai"),
        draft("item/new", "text", "2|55|08|14|168|025|38"),
    ] {
        let reply = desk.backend.answer(Request::SaveDraft(refused, who));
        assert!(matches!(&reply, Reply::Refused(msg) if msg.id == "draft-nir"), "{reply:?}");
    }
    assert_eq!(drafts(&mut desk.backend, GARNIER), "[]");
}

/// Every string of a value, as the path to it.
fn strings(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(path.to_owned()),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, value)| strings(value, &format!("{path}/{at}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| strings(value, &format!("{path}/{name}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Numbers of a path as one sign: the second post is the same kind of text as the first.
fn kind(path: &str) -> String {
    path.split('/').map(|part| if part.parse::<u32>().is_ok() { "#" } else { part }).collect::<Vec<_>>().join("/")
}

#[test]
fn every_text_of_every_act_is_looked_at() {
    let steps = demo::steps(Town::Bellegarde, 1, at("2026-11-27T09:00"));
    let mut seen = BTreeSet::new();
    for step in &steps {
        assert_eq!(Store::may_keep(&step.write.act), Ok(()));
        let whole = serde_json::to_value(&step.write.act).unwrap();
        let mut paths = Vec::new();
        strings(&whole, "", &mut paths);
        for path in paths {
            // Once for each kind of text: a year of the fictional centre has thousands of acts.
            if seen.contains(&kind(&path)) {
                continue;
            }
            let mut with = whole.clone();
            *with.pointer_mut(&path).unwrap() = Value::String(format!("voir {NIR}"));
            // The word of a choice takes no other text.
            let Ok(act) = serde_json::from_value::<Act>(with) else { continue };
            let refused = Store::may_keep(&act).unwrap_err();
            assert_eq!(refused.id, "draft-nir", "{path}");
            seen.insert(kind(&path));
        }
    }
    // The walk does find texts, those no list would have thought of too.
    for wanted in ["/Item/Open/1/plan", "/People/Add/doctor/department", "/Centre/Create/centre/department"] {
        assert!(seen.contains(&kind(wanted)), "{wanted} is not in {seen:#?}");
    }
    assert!(seen.len() > 40, "{}", seen.len());
}

#[test]
fn an_account_is_not_named_by_one() {
    let mut desk = garnier();
    desk.keys("0comptes<enter>e").clear().keys("2.5508.1416 802538<C-s>").says("numéro de sécurité sociale");
    desk.keys("<esc>").says("Comptes");
    let list = std::fs::read_to_string(desk.home.as_ref().unwrap().path().join("keys/accounts.json")).unwrap();
    assert!(!list.contains("5508"), "{list}");
}
