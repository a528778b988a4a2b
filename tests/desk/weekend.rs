//! Between two doctors: the weekend, a vacant week, a cancellation, a departure without a signature.

use crate::harness::Desk;

#[test]
fn on_saturday_the_coordination_holds_by_name() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.later("2026-11-27T17:00").wrote(
        "Vidal",
        "! 1243 M.D. 1948: INR à 4,8 sous AVK; si saignement, alors 15; pour 30/11
         . 0377 J.P. 1980: TSH attendue; pour 1/12
         . centre: Le frigo à vaccins sonne; à l'équipe",
    );
    desk.signed("Vidal").resize(120, 40).sits_down("Garnier", "2026-11-28T11:00");
    desk.says("fermé : 15 / 116 117 · S48 tenue par C. Garnier · recours 06 39 98 00 00 Dr Vidal");
    desk.says("signée, en attente de reprise, tenue par C. Garnier");
    desk.says("Bonjour Claire. Vous suivez 3 points.").says("Dr Aubert arrive lun. 30 nov.");
    desk.says("suivi par la coordination (tenu par l'équipe jusqu'à la reprise du Dr Aubert (S49))");

    // She adds a word; the point stays with her, and Dr Aubert reads it on Monday.
    desk.keys("cAppelé : aucun saignement<C-s>").says("Point n° 1 : complété.").says("Vous suivez 3 points.");
    desk.sits_down("Aubert", "2026-11-30T08:00");
    desk.says("C. Garnier ← Vidal").says("C. Garnier sam. 28/11 : Appelé : aucun saignement");
    desk.says("0 réponse sur 2").silent("Le frigo à vaccins");
    desk.silent("centre fermé").silent("en attente");
}

#[test]
fn a_vacant_week_is_the_teams_and_the_next_doctor_is_told() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert, S51 Roche");
    desk.later("2026-11-27T17:00").wrote("Vidal", ". 0901 A.B. 1955: Contrôle de tension; pour 9/12; à S50");
    desk.signed("Vidal");
    desk.later("2026-12-04T17:00").wrote("Aubert", "~ 0377 J.P. 1980: TSH à refaire; si < 0,1, alors avis; pour 16/12");
    desk.signed("Aubert").resize(120, 40);

    desk.sits_down("Garnier", "2026-12-08T10:00");
    desk.says("S50 sans médecin : l'équipe suit").says("Vous suivez 2 points.");
    desk.says("Contrôle de tension").says("TSH à refaire").says("Dr Roche arrive lun. 14 déc.");

    desk.sits_down("Roche", "2026-12-14T08:00");
    desk.says("Vous prenez la suite de l'équipe (S50 sans médecin) et du Dr Aubert (S49).");
    desk.says("0 réponse sur 2").says("Contrôle de tension").says("TSH à refaire");
}

#[test]
fn a_cancelled_week_gives_its_points_to_the_team_then_to_whoever_comes() {
    let mut desk = Desk::ajain("S47 Morel, S49 Aubert, S51 Roche");
    desk.later("2026-12-04T17:00")
        .wrote("Aubert", "~ 0377 J.P. 1980: TSH à refaire; si < 0,1, alors avis; pour 16/12; à S51");
    desk.signed("Aubert").resize(120, 40);

    desk.sits_down("Garnier", "2026-12-07T09:00");
    desk.says("tenu par l'équipe jusqu'à la reprise du Dr Roche (S51)");
    // Dr Roche calls: she cannot come.
    desk.keys("1gs51<enter>x").says("Séjour du Dr Roche").says("7 jours avant le séjour");
    desk.keys("<down>jambe cassée<C-s>");
    desk.says("Désistement du Dr Roche enregistré, S51. Ses points suivent d'eux-mêmes.");
    desk.keys("2").says("Vous suivez un point.").says("pas de médecin (Médecin, S51) : l'équipe suit");
    // Dr Morel comes instead.
    desk.keys("1gs51<enter>imorel<enter><C-s>").says("Séjour du Dr Morel inscrit, S51.");
    desk.keys("2").says("tenu par l'équipe jusqu'à la reprise du Dr Morel (S51)");
    desk.sits_down("Morel", "2026-12-14T08:00").says("0 réponse sur 1").says("TSH à refaire");
}

#[test]
fn what_was_left_unsigned_goes_on_and_is_transmitted_as_it_is() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.later("2026-11-27T17:00").wrote("Vidal", ". 0901 A.B. 1955: Contrôle de tension; pour 2/12");
    desk.resize(120, 40).sits_down("Aubert", "2026-11-30T08:00");
    desk.says("! 1 alerte : transmission S48 (Dr Vidal) non signée");
    desk.says("Sa transmission n'est pas signée : ses points arrivent tels qu'ils ont été laissés.");
    desk.says("Contrôle de tension").says("Transmission non signée : le point arrive tel qu'il a été laissé.");

    desk.sits_down("Garnier", "2026-11-30T08:30");
    desk.says("transmission S48 (Dr Vidal) non signée").keys("!");
    desk.says("s pour la transmettre en l'état, sous votre nom.").keys("s");
    desk.says("En l'état : vous la transmettez en votre nom").keys("vidal<C-s>");
    desk.says("tapez Garnier ou Claire Garnier").keys("<bs><bs><bs><bs><bs>garnier<C-s>");
    desk.says("Transmission du Dr Vidal transmise en l'état, S48.").says("par C. Garnier");
    desk.silent("alerte");
    desk.sits_down("Aubert", "2026-11-30T08:40").silent("non signée").says("Contrôle de tension");
}
