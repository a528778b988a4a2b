//! Patients marked at the close of a day, so that the leaving doctor thinks of them.

use crate::demo::scenario::{By, Due, Scenario, To, done, more, open, patient};
use crate::domain::Kind::Care;
use crate::domain::Outcome::{Done, NoLongerNeeded};

pub const MARKED: &[Scenario] = &[
    patient(
        Care,
        1,
        (55, 88),
        &[
            open("Vu entre deux rendez-vous pour des vertiges : en parler avant le départ du médecin.")
                .to(To::Here)
                .by(By::Coordination)
                .due(Due::Never),
            more("Vertige positionnel, manœuvre faite. À rappeler {+mar} pour savoir si la marche est sûre.")
                .due(Due::Next(1)),
            done(Done, "Joint le {mar} : plus de vertige, sort seul. Rien à prévoir."),
        ],
    ),
    patient(
        Care,
        1,
        (20, 70),
        &[
            open("Parti sans son ordonnance de kinésithérapie, passera la prendre avant {ven} soir.")
                .to(To::Here)
                .by(By::Coordination)
                .due(Due::Never),
            done(Done, "Ordonnance signée le {j} et laissée à l'accueil dans la bannette de {assistant}."),
        ],
    ),
    patient(
        Care,
        1,
        (66, 92),
        &[
            open(
                "Absent à son rendez-vous, injoignable au téléphone : la famille est prévenue, à ne pas perdre de vue.",
            )
            .to(To::Here)
            .by(By::Coordination)
            .due(Due::Never),
            more("Joint le {ven} : rendez-vous confondu. Nouveau rendez-vous {+mer}, à rappeler la veille.")
                .due(Due::Next(2)),
            done(Done, "Venu le {mer}, renouvellement fait."),
        ],
    ),
    patient(
        Care,
        1,
        (30, 62),
        &[
            open("Demande un certificat que le médecin n'a pas eu le temps de faire, à revoir avant la signature.")
                .to(To::Here)
                .by(By::Coordination)
                .due(Due::Never),
            done(NoLongerNeeded, "Certificat non exigé par l'organisme, vérifié avec le patient le {j}."),
        ],
    ),
];
