//! The notes a leaving doctor writes, and the signature under them.

use super::rota::Fate;
use super::scenario::date;
use super::scene::Scene;
use crate::domain::act::HandoverAct;
use crate::domain::{NoteKind, Now, Who};

const WEEK: [&str; 10] = [
    "Semaine chargée en viroses, peu de visites. Agenda tenu, deux créneaux libres chaque soir.",
    "Beaucoup de renouvellements, quelques premiers contacts. Les créneaux de 40 min ont été précieux.",
    "Semaine calme, trois visites à domicile. Bonne entente avec les IDE, qui préviennent tôt.",
    "Plusieurs certificats et dossiers sociaux. {assistant} prépare les pièces, il reste à signer.",
    "Deux urgences prises entre deux rendez-vous, bien absorbées par l'équipe.",
    "Semaine dense. Les résultats de biologie sont tous lus au moment de la signature.",
    "Patientèle âgée cette semaine, temps long utile. Les traitements ont été allégés quand c'était possible.",
    "Peu d'absences aux rendez-vous. Les rappels faits par l'accueil y sont pour beaucoup.",
    "Consultations variées, du nourrisson au très grand âge. Aucun résultat en souffrance.",
    "Une visite longue à {village}, le reste au centre. Agenda de la semaine suivante déjà bien rempli.",
];

const NEXT: [&str; 8] = [
    "Bonne semaine. La voiture est branchée derrière le centre, les clés sont à l'accueil.",
    "Les points urgents sont à lire avant le premier rendez-vous. {coordination} connaît bien les dossiers.",
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
    "Le certificat signé est dans la bannette de {assistant}.",
    "La pharmacie a confirmé la livraison du matériel, rien d'autre à faire.",
];

/// The notes, and the signature unless the doctor leaves without one.
pub fn leave(number: usize, scene: &mut Scene) {
    let (present, last) = (scene.present, scene.last);
    let (who, stay) = (Who::is(present.doctor), present.stay);
    let week = *scene.dice.pick(&WEEK);
    let week = scene.plain(week);
    let mut said = vec![(20, HandoverAct::Note(stay, NoteKind::Week, week))];
    if scene.dice.below(6) == 0 {
        said.push((21, HandoverAct::Note(stay, NoteKind::Centre, (*scene.dice.pick(&CENTRE)).to_owned())));
    }
    if present.plan.fate != Fate::Unsigned {
        if number % 4 == 2 {
            let text =
                format!("Passation orale par téléphone, {} à 13 h, 15 min : points urgents et visites.", date(last));
            said.push((22, HandoverAct::Note(stay, NoteKind::Oral, text)));
        }
        let next = *scene.dice.pick(&NEXT);
        said.push((24, HandoverAct::Note(stay, NoteKind::Next, scene.plain(next))));
        let name = present.doctor_name.to_owned();
        said.push((27, HandoverAct::Sign { stay, name, nothing_to_report: false, as_is: false }));
    }
    for (minute, act) in said {
        scene.handover(Now::on(last, 18, minute), who, act);
    }
}
