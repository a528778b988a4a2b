//! What people type and write, and that any text gets an answer.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

/// Sunday 22 November 2026, in week 47.
fn today() -> Day {
    Day::ymd(2026, 11, 22).unwrap()
}

fn said(from: Day, to: Day) -> String {
    if from == to { from.date().to_string() } else { format!("{}..{}", from.date(), to.date()) }
}

#[rstest]
#[case("s20", "2027-05-17..2027-05-23")]
#[case("S20-S24", "2027-05-17..2027-06-20")]
#[case("s20 à s24", "2027-05-17..2027-06-20")]
#[case("s20-24", "2027-05-17..2027-06-20")]
#[case("semaines 20 à 24", "2027-05-17..2027-06-20")]
#[case("sem. 20", "2027-05-17..2027-05-23")]
#[case("semaine 20 de mai", "span-vague")]
#[case("s20, 21 et 24", "2027-05-17..2027-05-23 2027-05-24..2027-05-30 2027-06-14..2027-06-20")]
#[case("s20/2028", "2028-05-15..2028-05-21")]
#[case("2028-S20", "2028-05-15..2028-05-21")]
#[case("s20 2028", "2028-05-15..2028-05-21")]
#[case("week 20", "2027-05-17..2027-05-23")]
#[case("s52-s2", "2026-12-21..2027-01-17")]
#[case("s47", "2026-11-22")]
#[case("s46", "2027-11-15..2027-11-21")]
#[case("s53", "2026-12-28..2027-01-03")]
#[case("s53/2027", "draft-day-impossible")]
#[case("mai", "2027-05-01..2027-05-31")]
#[case("en mai", "2027-05-01..2027-05-31")]
#[case("tout le mois de mai", "2027-05-01..2027-05-31")]
#[case("novembre", "2026-11-22..2026-11-30")]
#[case("mai et juin", "2027-05-01..2027-05-31 2027-06-01..2027-06-30")]
#[case("mai-juin", "2027-05-01..2027-06-30")]
#[case("mai/juin", "2027-05-01..2027-05-31 2027-06-01..2027-06-30")]
#[case("de novembre à février", "2026-11-22..2027-02-28")]
#[case("de mai à juillet 2028", "2028-05-01..2028-07-31")]
#[case("juillet 2027", "2027-07-01..2027-07-31")]
#[case("de début mai à fin juin", "2027-05-01..2027-06-30")]
#[case("1re quinzaine de mai", "2027-05-01..2027-05-15")]
#[case("la seconde quinzaine d'août", "2027-08-16..2027-08-31")]
#[case("du 3 au 14/8", "2027-08-03..2027-08-14")]
#[case("3-14 août", "2027-08-03..2027-08-14")]
#[case("du 3 au 14 août 2028", "2028-08-03..2028-08-14")]
#[case("3/8-14/8", "2027-08-03..2027-08-14")]
#[case("du 3 août au 14", "2027-08-03..2027-08-14")]
#[case("du lundi 3 au vendredi 7 mai", "2027-05-03..2027-05-07")]
#[case("du 30/12 au 5/1", "2026-12-30..2027-01-05")]
#[case("du 28 avril au 5 mai", "2027-04-28..2027-05-05")]
#[case("entre le 3 et le 14 août", "2027-08-03..2027-08-14")]
#[case("from 4 to 8 May", "2027-05-04..2027-05-08")]
#[case("May 4 to May 8, 2028", "2028-05-04..2028-05-08")]
#[case("between 4 and 8 may", "2027-05-04..2027-05-08")]
#[case("du 3 au 5 et du 10 au 12 mai", "2027-05-03..2027-05-05 2027-05-10..2027-05-12")]
#[case("4, 5 et 6 mai", "2027-05-04 2027-05-05 2027-05-06")]
#[case("2027-05-04", "2027-05-04")]
#[case("04-05-2027 au 08-05-2027", "2027-05-04..2027-05-08")]
#[case("4.5.27 - 8.5.27", "2027-05-04..2027-05-08")]
#[case("la semaine du 14 mai", "2027-05-10..2027-05-16")]
#[case("la semaine du 10 au 14 mai", "2027-05-10..2027-05-14")]
#[case("les semaines du 3 et du 17 mai", "2027-05-03..2027-05-09 2027-05-17..2027-05-23")]
#[case("la semaine prochaine", "2026-11-23..2026-11-29")]
#[case("le 15/5", "2027-05-15")]
#[case("le 1er mai", "2027-05-01")]
#[case("demain", "2026-11-23")]
#[case("à partir du 10 mars jusqu'en juin", "2027-03-10..2027-06-30")]
#[case("29 février", "2028-02-29")]
#[case("mai 2025", "2025-05-01..2025-05-31")]
// What is not known is asked.
#[case("à partir du 10 mars", "span-no-end")]
#[case("dès le 10 mars", "span-no-end")]
#[case("from May", "span-no-end")]
#[case("jusqu'en juin", "span-no-start")]
#[case("avant le 3 mai", "span-no-start")]
#[case("fin mai", "span-vague")]
#[case("mi-mai", "span-vague")]
#[case("les mardis de mai", "span-vague")]
#[case("les week-ends de mai", "span-vague")]
#[case("première semaine de mai", "span-vague")]
#[case("vers le 5 mai", "span-vague")]
#[case("32 mai", "span-vague")]
#[case("trois mai", "span-vague")]
#[case("14/15 mai", "draft-day-impossible")]
#[case("31/02", "draft-day-impossible")]
#[case("du 14 au 3/8", "span-backwards")]
#[case("du 14/8/2027 au 3/8/2027", "span-backwards")]
#[case("mardi 3 mai", "span-weekday")]
#[case("vacances de février", "span-holidays")]
#[case("mai sauf s20", "span-unread")]
#[case("pas s20", "span-unread")]
#[case("bientôt", "span-none")]
#[case("4", "span-none")]
#[case("", "span-none")]
#[case("hier", "span-none")]
fn a_span_as_typed(#[case] typed: &str, #[case] expected: &str) {
    let found = match spans(typed, today()) {
        Ok(found) => found.into_iter().map(|(from, to)| said(from, to)).collect::<Vec<_>>().join(" "),
        Err(why) => why.id.into_owned(),
    };
    assert_eq!(found, expected, "{typed}");
}

#[rstest]
#[case(
    "Bonjour, je suis dispo du 4 au 8 mai, peut-être en juin mais pas la semaine 27, cordialement",
    "+2027-05-04..2027-05-08 ?2027-06-01..2027-06-30 -2027-07-05..2027-07-11"
)]
#[case("s20 oui, s21 non, s22 peut-être", "+2027-05-17..2027-05-23 -2027-05-24..2027-05-30 ?2027-05-31..2027-06-06")]
#[case("Je ne suis pas disponible en mai. Juin ok.", "-2027-05-01..2027-05-31 +2027-06-01..2027-06-30")]
#[case("je ne peux pas en mai, je peux en juin", "-2027-05-01..2027-05-31 +2027-06-01..2027-06-30")]
#[case("En juin je ne peux pas, désolée", "-2027-06-01..2027-06-30")]
#[case("mai et juin : non", "-2027-05-01..2027-05-31 -2027-06-01..2027-06-30")]
#[case("dispo en mai sauf la semaine 20", "+2027-05-01..2027-05-31 -2027-05-17..2027-05-23")]
#[case("mai si besoin", "?2027-05-01..2027-05-31")]
#[case("Dispo en mai sauf imprévu", "+2027-05-01..2027-05-31")]
#[case("ni en mai, ni en juin", "-2027-05-01..2027-05-31 -2027-06-01..2027-06-30")]
#[case("la semaine du 10 mai c'est impossible", "-2027-05-10..2027-05-16")]
#[case("je ne suis pas sûre pour juin", "?2027-06-01..2027-06-30")]
#[case("juillet : à voir ; août : non", "?2027-07-01..2027-07-31 -2027-08-01..2027-08-31")]
#[case("Pourquoi pas en mai ?", "?2027-05-01..2027-05-31")]
#[case("- s20\n- s22 (peut-être)", "+2027-05-17..2027-05-23 ?2027-05-31..2027-06-06")]
#[case("indisponible du 3 au 14/8", "-2027-08-03..2027-08-14")]
#[case("je pourrais faire une semaine en mai", "+2027-05-01..2027-05-31 ~je pourrais faire une semaine")]
#[case("pas de problème pour mai", "+2027-05-01..2027-05-31")]
#[case(
    "Hello, I can't come in May, maybe in June, yes from 5 to 9 July.",
    "-2027-05-01..2027-05-31 ?2027-06-01..2027-06-30 +2027-07-05..2027-07-09"
)]
#[case("I may come in June", "+2027-06-01..2027-06-30")]
// What speaks of days and says none is shown, never guessed.
#[case("dispo fin mai", "~fin mai")]
#[case("libre en mai sauf le week-end", "+2027-05-01..2027-05-31 ~sauf le week-end")]
#[case("plutôt au printemps", "~plutôt au printemps")]
#[case("à partir du 10 mars", "~à partir du 10 mars")]
#[case("je suis venu en mai", "~mai")]
#[case("dispo pour les vacances de Noël, et en mai", "+2027-05-01..2027-05-31 ~vacances de Noël")]
#[case("Mon numéro : 06 12 34 56 78, ou 06.12.34.56.78", "")]
#[case("Rendez-vous à 8h, 12 patients, 2 semaines, 35 km", "~2 semaines")]
#[case("les sept jours", "~les sept jours")]
#[case("Bonjour, merci pour votre message. Bien à vous", "")]
fn a_line_of_an_e_mail(#[case] typed: &str, #[case] expected: &str) {
    let found = pasted(typed, today());
    let sign = |answer| match answer {
        Answer::Yes => '+',
        Answer::Perhaps => '?',
        Answer::No => '-',
    };
    let reads = found.reads.iter().map(|read| format!("{}{}", sign(read.answer), said(read.from, read.to)));
    let all: Vec<String> = reads.chain(found.unread.iter().map(|(words, _)| format!("~{words}"))).collect();
    assert_eq!(all.join(" "), expected, "{typed}");
}

/// Words of which such lines are made.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "du",
        "au",
        "à",
        "le",
        "3",
        "14",
        "31",
        "mai",
        "juin",
        "février",
        "s20",
        "s53",
        "14/8",
        "30/12",
        "5/1",
        "-",
        ",",
        ".",
        "et",
        "pas",
        "peut-être",
        "sauf",
        "semaine",
        "semaines",
        "20",
        "de",
        "fin",
        "jusqu'en",
        "mardi",
        "entre",
        "prochaine",
    ]);
    prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(text in "(?s).{0,60}") {
        let _ = (spans(&text, today()), pasted(&text, today()));
    }

    /// No year is typed: nothing is in the past, and what begins never begins after its end.
    #[test]
    fn without_a_year_nothing_is_past(text in words(), at in 0..40_000i32) {
        let today = Day(at);
        let found = spans(&text, today).unwrap_or_default();
        let pasted = pasted(&text, today).reads;
        for (from, to) in found.into_iter().chain(pasted.iter().map(|read| (read.from, read.to))) {
            prop_assert!(today <= from && from <= to, "{} {:?} {:?}", text, from, to);
        }
    }

    /// A field and a line read the same days, where the field reads any.
    #[test]
    fn a_field_reads_as_a_line_does(text in words()) {
        if let Ok(found) = spans(&text, today()) {
            let pasted: Vec<(Day, Day)> = pasted(&text, today()).reads.iter().map(|read| (read.from, read.to)).collect();
            prop_assert!(pasted == found || spans(&text, today()) == super::super::when::day(&text, today()).map(|d| vec![(d, d)]));
        }
    }

    #[test]
    fn two_days_written_out_are_read_back(from in 0..39_000i32, length in 0..300i32) {
        let (from, to) = (Day(from + 8000), Day(from + 8000 + length));
        for format in ["%d/%m/%Y", "%Y-%m-%d", "%e %B %Y"] {
            let typed = format!("du {} au {}", from.date().format(format), to.date().format(format));
            prop_assert_eq!(spans(&typed, today()), Ok(vec![(from, to)]), "{}", typed);
        }
    }
}
