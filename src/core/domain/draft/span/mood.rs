//! Which answer the words around days give: yes, perhaps, no.

use std::ops::Range;

use super::read::is_filler;
use super::token::Token;
use crate::domain::availability::Answer;

/// Phrases, folded; of two that begin alike the longer one is meant.
const PHRASES: [(&str, Answer); 84] = {
    use Answer::{No, Perhaps, Yes};
    [
        ("oui", Yes),
        ("ok", Yes),
        ("dispo", Yes),
        ("dispos", Yes),
        ("disponible", Yes),
        ("disponibles", Yes),
        ("disponibilite", Yes),
        ("disponibilites", Yes),
        ("libre", Yes),
        ("possible", Yes),
        ("partant", Yes),
        ("partante", Yes),
        ("peux", Yes),
        ("peut", Yes),
        ("pourrai", Yes),
        ("pourrais", Yes),
        ("can", Yes),
        ("could", Yes),
        ("sauf imprevu", Yes),
        ("sauf empechement", Yes),
        ("d accord", Yes),
        ("pas de probleme", Yes),
        ("pas de souci", Yes),
        ("sans probleme", Yes),
        ("yes", Yes),
        ("free", Yes),
        ("available", Yes),
        ("no problem", Yes),
        ("peut-etre", Perhaps),
        ("peut etre", Perhaps),
        ("peut-etre pas", Perhaps),
        ("ptet", Perhaps),
        ("eventuellement", Perhaps),
        ("possiblement", Perhaps),
        ("probablement", Perhaps),
        ("sans doute", Perhaps),
        ("a voir", Perhaps),
        ("a confirmer", Perhaps),
        ("a preciser", Perhaps),
        ("sous reserve", Perhaps),
        ("si besoin", Perhaps),
        ("si necessaire", Perhaps),
        ("au besoin", Perhaps),
        ("en depannage", Perhaps),
        ("en cas de besoin", Perhaps),
        ("pas sur", Perhaps),
        ("pas sure", Perhaps),
        ("pas certain", Perhaps),
        ("pas certaine", Perhaps),
        ("pas encore", Perhaps),
        ("sais pas", Perhaps),
        ("pourquoi pas", Perhaps),
        ("incertain", Perhaps),
        ("maybe", Perhaps),
        ("perhaps", Perhaps),
        ("possibly", Perhaps),
        ("might", Perhaps),
        ("if needed", Perhaps),
        ("if necessary", Perhaps),
        ("not sure", Perhaps),
        ("to be confirmed", Perhaps),
        ("non", No),
        ("pas", No),
        ("ni", No),
        ("sauf", No),
        ("excepte", No),
        ("hormis", No),
        ("impossible", No),
        ("indisponible", No),
        ("indispo", No),
        ("absent", No),
        ("absente", No),
        ("jamais", No),
        ("plus disponible", No),
        ("plus dispo", No),
        ("plus libre", No),
        ("no", No),
        ("not", No),
        ("can t", No),
        ("won t", No),
        ("cannot", No),
        ("except", No),
        ("never", No),
        ("unavailable", No),
    ]
};

/// Words after a refusal that stay refused: so many between.
const REFUSED: usize = 3;

/// A phrase that answers, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mood {
    pub tokens: Range<usize>,
    pub answer: Answer,
}

/// All that answers in a line, first to last, but for what the spans hold.
pub fn moods(tokens: &[Token], spans: &[Range<usize>]) -> Vec<Mood> {
    let mut found: Vec<Mood> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(span) = spans.iter().find(|span| span.contains(&at)) {
            at = span.end;
            continue;
        }
        let here = PHRASES.iter().filter_map(|(phrase, answer)| Some((length(phrase, &tokens[at..])?, *answer)));
        let Some((length, mut answer)) = here.max_by_key(|(length, _)| *length) else {
            at += 1;
            continue;
        };
        // `pas très disponible`, `ne suis pas libre`: what was refused stays so.
        let refused = found.last().filter(|last| last.answer != Answer::Yes && at - last.tokens.end < REFUSED);
        let is_span = |i: usize| spans.iter().any(|span| span.contains(&i));
        let apart = |last: &Mood| (last.tokens.end..at).any(|i| ends_clause(&tokens[i].said) || is_span(i));
        if let Some(last) = refused.filter(|last| answer == Answer::Yes && !apart(last)) {
            answer = last.answer;
        }
        found.push(Mood { tokens: at..at + length, answer });
        at += length;
    }
    found
}

fn length(phrase: &str, tokens: &[Token]) -> Option<usize> {
    let mut count = 0;
    for word in phrase.split(' ') {
        (tokens.get(count)?.said == word).then_some(())?;
        count += 1;
    }
    Some(count)
}

/// Whether what was answered before says nothing of what comes behind this word.
fn ends_sentence(word: &str) -> bool {
    matches!(word, "." | "mais" | "but" | "sinon" | "otherwise" | "however")
}

fn ends_clause(word: &str) -> bool {
    word == "," || ends_sentence(word)
}

/// What is answered for each span: by what stands right behind it and ends its clause, else by the nearest before it
/// in its sentence, else by what stands behind in its clause, or behind the next that it is joined to. Days that
/// somebody names without a word are a yes.
pub fn answers(tokens: &[Token], spans: &[Range<usize>]) -> Vec<Answer> {
    let moods = moods(tokens, spans);
    let said = |i: usize| tokens[i].said.as_str();
    let mut found: Vec<Option<Answer>> = Vec::new();
    for (n, span) in spans.iter().enumerate() {
        let next = spans.get(n + 1).map_or(tokens.len(), |next| next.start);
        let clause = (span.end..next).find(|i| ends_clause(said(*i))).unwrap_or(next);
        let is_behind = |mood: &&Mood| {
            let word = said(mood.tokens.start);
            let excludes = matches!(word, "sauf" | "excepte" | "hormis" | "except" | "ni") && mood.tokens.len() == 1;
            let refuses = matches!(word, "pas" | "not") && mood.tokens.len() == 1 && mood.tokens.end < clause;
            mood.tokens.start >= span.end && mood.tokens.end <= clause && !excludes && !refuses
        };
        let behind = moods.iter().rfind(is_behind);
        // Behind, with nothing more in the clause: `s20 oui, s21 non`. Before another span it is that one's.
        let ends = clause == tokens.len() || clause < next;
        let start = (0..span.start).rfind(|i| ends_sentence(said(*i))).map_or(0, |i| i + 1);
        let before = moods.iter().rfind(|mood| mood.tokens.start >= start && mood.tokens.end <= span.start);
        // What was answered behind an earlier span is that one's alone.
        let before = before.filter(|mood| !closes(mood, tokens, &spans[..n]));
        found.push(match (behind, before) {
            (Some(behind), _) if ends => Some(behind.answer),
            (_, Some(before)) => Some(before.answer),
            (behind, None) => behind.map(|mood| mood.answer),
        });
    }
    // `mai et juin : non`.
    for n in (0..found.len().saturating_sub(1)).rev() {
        let joined = (spans[n].end..spans[n + 1].start).all(|i| is_filler(said(i)) && !ends_sentence(said(i)));
        if joined && found[n].is_none() {
            found[n] = found[n + 1];
        }
    }
    found.into_iter().map(|answer| answer.unwrap_or(Answer::Yes)).collect()
}

/// Whether the words stand behind a span and end its clause.
fn closes(mood: &Mood, tokens: &[Token], spans: &[Range<usize>]) -> bool {
    let Some(span) = spans.iter().rfind(|span| span.end <= mood.tokens.start) else { return false };
    (span.end..mood.tokens.start).all(|i| !ends_clause(&tokens[i].said))
        && tokens.get(mood.tokens.end).is_some_and(|token| ends_clause(&token.said))
}
