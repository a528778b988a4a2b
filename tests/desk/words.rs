//! The two languages say the same things, and exactly those the program asks for.

use std::collections::{BTreeMap, BTreeSet};

use releve::domain::record::{self, Words};
use releve::words::Lang;

use crate::layering::rooms;

/// Messages of a language file with the variables each uses.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in lang.source().lines() {
        if let Some((id, _)) = line.split_once(" =").filter(|(id, _)| is_id(id)) {
            assert!(!out.contains_key(id), "{id} twice");
            out.entry(id.to_owned()).or_default();
            current = Some(id.to_owned());
        }
        let Some(id) = &current else { continue };
        for (at, _) in line.match_indices('$') {
            let name: String = line[at + 1..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            out.get_mut(id).unwrap().insert(name);
        }
    }
    out
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[test]
fn both_languages_have_the_same_messages_and_variables() {
    let (fr, en) = (messages(Lang::Fr), messages(Lang::En));
    let missing: Vec<_> = fr.keys().filter(|id| !en.contains_key(*id)).collect();
    let extra: Vec<_> = en.keys().filter(|id| !fr.contains_key(*id)).collect();
    assert!(missing.is_empty() && extra.is_empty(), "only in French: {missing:?}, only in English: {extra:?}");
    for (id, variables) in &fr {
        assert_eq!(variables, &en[id], "variables of {id}");
    }
}

#[test]
fn every_message_is_used() {
    let code: String = rooms().into_iter().map(|(_, _, code)| code).collect();
    let idle: Vec<_> = messages(Lang::Fr).into_keys().filter(|id| !code.contains(&format!("\"{id}\""))).collect();
    assert!(idle.is_empty(), "said nowhere: {idle:#?}");
}

#[test]
fn every_message_asked_for_exists() {
    let known = messages(Lang::Fr);
    let mut unknown = BTreeSet::new();
    for (_, path, code) in rooms() {
        for before in ["Msg::new(\"", ".t(\"", "say(\"", "word: \"", "=> \""] {
            for (at, _) in code.match_indices(before) {
                let id: String = code[at + before.len()..].chars().take_while(|c| *c != '"').collect();
                let certain = before != "=> \"";
                // A word table maps values to identifiers of several parts; other text is not one.
                if is_id(&id) && (certain || id.contains('-')) && !known.contains_key(&id) {
                    unknown.insert(format!("{id} in {}", path.display()));
                }
            }
        }
    }
    for record in record::ALL {
        let missing = record.ids().filter(|id| !known.contains_key(*id));
        unknown.extend(missing.map(|id| format!("{id} in the description of {record:?}")));
        // Its sentences name what the description gives them.
        let Words { added, edited, removed, named, .. } = record.words;
        let given: Vec<&str> = named.iter().map(|(argument, _)| *argument).collect();
        for id in [added, edited, removed] {
            let asked = known.get(id).into_iter().flatten().filter(|variable| !given.contains(&variable.as_str()));
            unknown.extend(asked.map(|variable| format!("${variable} of {id}, which {record:?} does not give")));
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn french_typography_keeps_its_signs_with_their_words() {
    for line in Lang::Fr.source().lines().filter(|l| !l.starts_with('#')) {
        for sign in [" ;", " !", " ?", " »"] {
            assert!(!line.contains(sign), "a plain space before{sign} in: {line}");
        }
    }
}

/// Where code tells one thing from another by the identifier of a sentence: text of its own that is one, or the beginning
/// of one, compared or as a pattern.
fn told_by_sentence(code: &str, known: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let is_one = |id: &str| is_id(id) && id.contains('-') && known.keys().any(|full| full == id);
    let begins_one = |id: &str| is_id(id) && id.ends_with('-') && known.keys().any(|full| full.starts_with(id));
    let mut found = Vec::new();
    // Between two quotation marks, each second part; what has one within is no identifier.
    let code = code.replace("'\"'", "").replace("\\\"", "");
    let parts: Vec<&str> = code.split('"').map(str::trim).collect();
    for at in (1..parts.len()).step_by(2) {
        let (before, id, after) = (parts[at - 1], parts[at], parts.get(at + 1).unwrap_or(&""));
        let compared = ["==", "!=", "starts_with("].iter().any(|sign| before.ends_with(sign))
            || ["==", "!="].iter().any(|sign| after.starts_with(sign));
        let pattern = after.starts_with("=>") || after.starts_with("if ") || *after == "|" || before == "|";
        // The last pattern of `matches!`.
        let line = before.rsplit(['\n', ';']).next().unwrap_or_default();
        let matched = line.contains("matches!(") && line.ends_with(',');
        if (compared && (is_one(id) || begins_one(id))) || ((pattern || matched) && is_one(id)) {
            found.push(id.to_owned());
        }
    }
    found
}

#[test]
fn nothing_is_told_from_another_by_its_sentence() {
    let known = messages(Lang::Fr);
    let wrong: Vec<_> = rooms()
        .into_iter()
        // What one program leaves to the next is a text: only the sentences of the sign-in are taken from it.
        .filter(|(_, path, _)| !path.ends_with("runtime/again.rs"))
        .flat_map(|(_, path, code)| told_by_sentence(&code, &known).into_iter().map(move |id| (id, path.clone())))
        .collect();
    assert!(wrong.is_empty(), "a type should tell them: {wrong:#?}");
}

#[test]
fn what_is_told_by_its_sentence_is_seen() {
    let known = messages(Lang::Fr);
    for code in [
        r#"if msg.id == "store-damaged" {"#,
        r#"if "store-damaged" != msg.id {"#,
        r#"if msg.id.starts_with("store-") {"#,
        "match id {\n    \"store-damaged\"\n    | \"other\" => 5,",
        "match id {\n    \"other\"\n    | \"store-damaged\" if it => 5,",
        r#"if matches!(&*msg.id, "store-damaged") {"#,
    ] {
        assert_eq!(told_by_sentence(code, &known).len(), 1, "{code}");
    }
    for code in [r#"Self::Damaged => Msg::new("store-damaged"),"#, r#"if command == "store" {"#, r#"path != "releve-""#]
    {
        assert!(told_by_sentence(code, &known).is_empty(), "{code}");
    }
}
