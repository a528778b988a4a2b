//! The notes a leaving doctor writes, and the signature under them.

use super::Draft;
use super::dice::Dice;
use super::rota::Fate;
use super::scenario::date;
use super::scene::Present;
use crate::domain::act::{Act, HandoverAct};
use crate::domain::{Day, NoteKind, Now, Who};

const WEEK: [&str; 10] = [
    "Semaine chargée en viroses, peu de visites. Agenda tenu, deux créneaux libres chaque soir.",
    "Beaucoup de renouvellements, quelques premiers contacts. Les créneaux de 40 min ont été précieux.",
    "Semaine calme, trois visites à domicile. Bonne entente avec les IDE, qui préviennent tôt.",
    "Plusieurs certificats et dossiers sociaux. Sylvie prépare les pièces, il reste à signer.",
    "Deux urgences prises entre deux rendez-vous, bien absorbées par l'équipe.",
    "Semaine dense. Les résultats de biologie sont tous lus au moment de la signature.",
    "Patientèle âgée cette semaine, temps long utile. Les traitements ont été allégés quand c'était possible.",
    "Peu d'absences aux rendez-vous. Les rappels faits par l'accueil y sont pour beaucoup.",
    "Consultations variées, du nourrisson au très grand âge. Aucun résultat en souffrance.",
    "Une visite longue à Lavaveix, le reste au centre. Agenda de la semaine suivante déjà bien rempli.",
];

const NEXT: [&str; 8] = [
    "Bonne semaine. La voiture est branchée derrière le centre, les clés sont à l'accueil.",
    "Les points urgents sont à lire avant le premier rendez-vous. Claire connaît bien les dossiers.",
    "Le tensiomètre du bureau 2 demande un brassard plus large pour certains patients, il est au tiroir 1.",
    "La réunion avec les IDE aide beaucoup : elles passent au centre vers 13 h.",
    "Garder les créneaux de fin de matinée pour les appels, ils évitent bien des consultations.",
    "Le laboratoire appelle tôt ; noter le numéro direct, il est dans l'annuaire.",
    "Le pain est meilleur avant 9 h. Merci à toute l'équipe pour l'accueil.",
    "Penser à relire les résultats à 17 h, plusieurs arrivent l'après-midi.",
];

const CENTRE: [&str; 4] = [
    "L'imprimante de l'accueil bourre avec le papier épais, utiliser le bac 2.",
    "Une deuxième lampe d'examen serait utile au bureau 2.",
    "Le logiciel médical a été lent le matin, sans perte de données.",
    "Le fauteuil de prélèvement grince, signalé à la mairie.",
];

/// Corrections that add no point.
pub const ADDENDA: [&str; 4] = [
    "Précision : l'ordonnance de kiné est dans la bannette du bureau 1, à remettre par l'accueil.",
    "Correction : le rendez-vous d'imagerie est à 11 h 30, et non à 11 h.",
    "Le certificat signé est dans la bannette de Sylvie.",
    "La pharmacie a confirmé la livraison du matériel, rien d'autre à faire.",
];

/// The notes, and the signature unless the doctor leaves without one.
pub fn leave(number: usize, last: Day, present: &Present, dice: &mut Dice, out: &mut Vec<Draft>) {
    let (who, stay) = (Who::is(present.doctor), present.stay);
    let mut push = |at: Now, act: HandoverAct| out.push(Draft { at, who, act: Act::Handover(act), chain: None });
    push(Now::on(last, 18, 20), HandoverAct::Note(stay, NoteKind::Week, (*dice.pick(&WEEK)).to_owned()));
    if dice.below(6) == 0 {
        push(Now::on(last, 18, 21), HandoverAct::Note(stay, NoteKind::Centre, (*dice.pick(&CENTRE)).to_owned()));
    }
    if present.plan.fate == Fate::Unsigned {
        return;
    }
    if number % 4 == 2 {
        let text = format!("Passation orale par téléphone, {} à 13 h, 15 min : points urgents et visites.", date(last));
        push(Now::on(last, 18, 22), HandoverAct::Note(stay, NoteKind::Oral, text));
    }
    push(Now::on(last, 18, 24), HandoverAct::Note(stay, NoteKind::Next, (*dice.pick(&NEXT)).to_owned()));
    let name = present.doctor_name.to_owned();
    push(Now::on(last, 18, 27), HandoverAct::Sign { stay, name, nothing_to_report: false, as_is: false });
}
