//! What a handover and a briefing cost, in keys, in decisions and in minutes, on the real screens.
//!
//! The keystroke-level model (Card, Moran and Newell, 1980): K for each key pressed, of which Ctrl and Shift are one
//! more, and M before each decision. The hands stay on the keys, nothing is pointed at, and the program answers
//! at once. Reading is apart, at 200 words a minute. K is that of an average typist and, beside it, that of
//! somebody who looks for each letter with one hand. The table:
//!
//! ```text
//! cargo test --test desk effort -- --nocapture --test-threads 1
//! ```

use releve::back::As;
use releve::domain::StayId;
use releve::domain::briefing::{Reader, WORDS_PER_MINUTE};
use releve::protocol::question;

use crate::harness::Desk;

/// Seconds for a key of an average typist, and of somebody untrained with one hand.
const K: [f64; 2] = [0.28, 0.5];
/// Seconds for a decision.
const M: f64 = 1.35;

/// A hand on the keys of a desk, which counts.
struct Meter {
    desk: Desk,
    keys: usize,
    /// Keys with Ctrl and Shift.
    presses: usize,
    decisions: usize,
    words: usize,
}

impl Meter {
    fn on(desk: Desk) -> Self {
        Self { desk, keys: 0, presses: 0, decisions: 0, words: 0 }
    }

    /// Types keys, and says how many.
    fn keys(&mut self, typed: &str) -> usize {
        let (keys, presses) = count(typed);
        self.desk.keys(typed);
        (self.keys, self.presses) = (self.keys + keys, self.presses + presses);
        keys
    }

    fn decides(&mut self) -> &mut Self {
        self.decisions += 1;
        self
    }

    /// Seconds by the model, reading included.
    fn seconds(&self, k: f64) -> f64 {
        float(self.presses) * k + float(self.decisions) * M + reading(self.words)
    }

    fn row(&self, what: &str) {
        let [typist, one_hand] = K.map(|k| minutes(self.seconds(k)));
        let read = minutes(reading(self.words));
        println!(
            "{what:<44} {:>5} {:>7} {:>5} {:>6} {read:>7} {typist:>9} {one_hand:>9}",
            self.keys, self.presses, self.decisions, self.words
        );
    }
}

fn header() {
    println!(
        "\n{:<44} {:>5} {:>7} {:>5} {:>6} {:>7} {:>9} {:>9}",
        "minutes:seconds", "keys", "presses", "M", "words", "reading", "K=0.28 s", "K=0.5 s"
    );
}

fn float(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap())
}

fn reading(words: usize) -> f64 {
    float(words) * 60.0 / float(WORDS_PER_MINUTE)
}

fn minutes(seconds: f64) -> String {
    format!("{:.0}:{:02.0}", (seconds / 60.0).floor(), (seconds % 60.0).floor())
}

/// Keys of a text in the notation of the harness, and presses with Ctrl and Shift.
fn count(typed: &str) -> (usize, usize) {
    let (mut keys, mut presses, mut rest) = (0, 0, typed);
    while let Some(c) = rest.chars().next() {
        let name = rest.strip_prefix('<').and_then(|r| r.split_once('>')).map(|(name, _)| name);
        let (length, held) = match name {
            Some(name) => (name.len() + 2, name.starts_with("C-")),
            None => (c.len_utf8(), c.is_uppercase()),
        };
        (keys, presses) = (keys + 1, presses + 1 + usize::from(held));
        rest = &rest[length..];
    }
    (keys, presses)
}

/// Ordinary points as centres have them: the first words are what a colleague adds.
const CARRIED: [&str; 17] = [
    "INR sous AVK à contrôler chaque semaine au laboratoire de Guéret",
    "TSH attendue, dosage de contrôle après changement de posologie",
    "Courrier du cardiologue à classer et à résumer au patient",
    "Ordonnance de kiné à renouveler, lombalgie en amélioration",
    "Certificat promis à la fille pour le dossier APA",
    "Pansement de jambe par l'infirmière trois fois par semaine",
    "Bilan rénal avant scanner injecté, créatinine à surveiller",
    "Rappeler pour la date de la coloscopie, pas encore fixée",
    "Tension élevée à deux consultations, automesure en cours",
    "Suivi de sevrage tabagique, patchs tolérés, revoir dans quinze jours",
    "Vaccin contre le pneumocoque à prévoir à la rentrée",
    "Demande de matériel médical à domicile, lit médicalisé",
    "Radiographie du genou faite, attend le compte rendu",
    "Glycémie à jeun limite, contrôle prescrit dans trois mois",
    "Courrier au dermatologue envoyé, rendez-vous attendu",
    "Arrêt de travail jusqu'au 4 décembre, reprise à mi-temps à discuter",
    "Aide à domicile à demander auprès du département",
];

fn carried(marks: impl Fn(usize) -> char, n: usize) -> String {
    let point = |(k, text): (usize, &&str)| {
        let mark = marks(k);
        let plan = if mark == '!' { "; si saignement ou chute, alors 15" } else { "" };
        format!("{mark} {} A.B. {}: {text}{plan}; pour 4/12\n", 1200 + k, 1940 + k)
    };
    CARRIED.iter().cycle().take(n).enumerate().map(|(k, text)| point((k, text))).collect()
}

/// The stay that runs today.
fn stay_today(desk: &mut Desk) -> StayId {
    let frame = desk.ask(question::Frame);
    let today = desk.now.day;
    let stay = frame.rota.confirmed().find(|s| s.covers(today)).map(|s| s.id);
    stay.expect("somebody is there")
}

#[test]
fn twenty_points_are_handed_over_in_less_than_ten_minutes() {
    let mut desk = Desk::ajain("S47 Morel, S48 Vidal, S49 Aubert");
    desk.later("2026-11-20T16:00").wrote("Morel", &carried(|_| '.', 17)).signed("Morel");
    desk.sits_down("Vidal", "2026-11-27T17:30").says("0 traité sur 17");
    let stay = stay_today(&mut desk);
    let list = desk.ask(question::Transmission(stay)).unwrap();
    let mut hand = Meter::on(desk);
    hand.words = list.lines.iter().map(|l| l.thread.head().text.split_whitespace().count()).sum();

    // Twelve go on as they are: one key each.
    for _ in 0..12 {
        assert_eq!(hand.decides().keys("i"), 1);
    }
    hand.desk.says("12 traités sur 17");
    // Five are completed: a key, the text, and to save.
    for text in
        ["2,6 ce matin, même dose", "reçue, normale", "classé, patient prévenu", "renouvelée ce jour", "fait, remis"]
    {
        let keys = hand.decides().decides().keys(&format!("c{text}<C-s>"));
        assert_eq!(keys, count(text).0 + 2, "completing costs two keys beside its text");
    }
    hand.desk.says("17 traités sur 17");
    // Three are new: the patient, the text.
    for (patient, text) in [
        ("2201 lr 1971", "Entorse de cheville, revoir vendredi 4 décembre"),
        ("2202 bc 1939", "Chute sans gravité, fille prévenue, passer à domicile"),
        ("2203 jm 1988", "Migraines, nouvel essai de traitement, effet à évaluer"),
    ] {
        let keys = hand.decides().decides().decides().keys(&format!("n{patient}<tab>{text}<C-s>"));
        // To open the form, between the two, and to save.
        assert!(keys <= count(patient).0 + count(text).0 + 3, "{keys} keys for a new point");
    }
    hand.desk.says("20 traités sur 20");
    // The signature; where something is to be looked at first, that is a key and a decision more.
    hand.decides().keys("s");
    if hand.desk.text().contains("Avant de signer") {
        hand.decides().keys("s");
    }
    hand.keys("vidal<C-s>");
    hand.desk.says("Transmission du Dr Vidal signée, S48.");

    header();
    hand.row("20 points handed over: 12 unchanged, 5, 3 new");
    assert!(K.iter().all(|k| hand.seconds(*k) < 600.0), "{:?}", K.map(|k| hand.seconds(k)));
}

#[test]
fn nineteen_points_are_read_and_taken_over_in_less_than_ten_minutes() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert, S51 Roche");
    let urgent = |k| if k < 2 { '!' } else { '.' };
    desk.later("2026-11-27T17:00").wrote("Vidal", &carried(urgent, 19)).signed("Vidal");
    desk.sits_down("Aubert", "2026-11-30T08:00").says("0 réponse sur 19");
    let stay = stay_today(&mut desk);
    let briefing = desk.ask(question::Briefing(Reader::Stay(stay)));
    let mut hand = Meter::on(desk);
    hand.words = briefing.words;

    // Two urgent ones, which come first, are taken with a sentence each.
    for text in ["INR demandé ce matin, je rappelle le patient", "Vu avec le laboratoire, je préviens ce soir"] {
        let keys = hand.decides().decides().keys(&format!(" {text}<C-s>"));
        assert_eq!(keys, count(text).0 + 2, "an urgent point costs two keys beside its sentence");
        // It stays under the eye with its answer; on to the next.
        hand.keys("<down>");
    }
    // Seventeen ordinary ones: a key each; the next that waits comes by itself.
    for _ in 0..17 {
        hand.decides().keys(" ");
    }
    hand.desk.says("19 réponses sur 19");
    hand.decides().keys("taubert<C-s>");
    hand.desk.says("Dr Aubert prend la relève (S49)");

    header();
    hand.row("19 points read: 2 urgent, 17 ordinary, taken");
    assert!(K.iter().all(|k| hand.seconds(*k) < 600.0), "{:?}", K.map(|k| hand.seconds(k)));
}

#[test]
fn the_monday_of_the_fictional_centre_is_read_in_less_than_ten_minutes() {
    let mut desk = Desk::fiction("2026-11-30T08:00", As::Doctor);
    let stay = stay_today(&mut desk);
    let briefing = desk.ask(question::Briefing(Reader::Stay(stay)));
    let (points, words) = (briefing.entries.len(), briefing.words);
    println!("\nMonday of the demo: {points} points, {words} words, {:.0} seconds to read", reading(words));
    assert!(points > 5 && reading(words) < 600.0, "{points} points, {words} words");
}
