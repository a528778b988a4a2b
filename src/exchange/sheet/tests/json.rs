//! A briefing as JSON.

use super::*;

#[test]
#[expect(clippy::too_many_lines, reason = "the document is shown whole")]
fn a_briefing_as_json_has_stable_keys_and_iso_dates() {
    expect![[r#"
        {
          "kind": "briefing",
          "lang": "en",
          "centre": "Ajain",
          "made_at": "2026-12-14T08:30",
          "made_by": "C. Garnier",
          "valid_until_noon": "2026-12-21",
          "member": null,
          "stay": {
            "doctor": "Dr Roche",
            "post": "Médecin",
            "week": "2026-S51",
            "from": "2026-12-14",
            "to": "2026-12-19"
          },
          "takes_over": {
            "stay": {
              "doctor": "Dr Aubert",
              "post": "Médecin",
              "week": "2026-S49",
              "from": "2026-11-30",
              "to": "2026-12-05"
            },
            "vacant": [
              "2026-S50"
            ]
          },
          "next": null,
          "closed": [
            "2026-12-19"
          ],
          "points": 4,
          "urgent": 1,
          "waiting": 3,
          "seen": null,
          "minutes": 1,
          "taken_over": null,
          "notes": {
            "doctor": "Dr Aubert",
            "week": "2026-S49",
            "notes": [
              {
                "kind": "week",
                "text": "Semaine calme.\nDeux visites à Lavaveix."
              },
              {
                "kind": "next",
                "text": "La clé du cabinet est chez Mme Ferrand."
              }
            ],
            "signature": {
              "author": {
                "name": "Dr Aubert",
                "entered_by": "C. Garnier"
              },
              "name": "Aubert",
              "at": "2026-12-05T12:00",
              "hash": "01234567",
              "words": "abreuver barrage espèce associer pointe végétal actif flatteur",
              "nothing_to_report": false,
              "as_is": false,
              "late": false
            },
            "reopenings": [],
            "addenda": [
              {
                "author": {
                  "name": "Dr Aubert",
                  "entered_by": null
                },
                "at": "2026-12-07T09:00",
                "text": "J'ai oublié le courrier du cardiologue.",
                "point": 14
              }
            ]
          },
          "sections": [
            {
              "section": "urgent",
              "points": [
                {
                  "number": 12,
                  "gravity": "urgent",
                  "kind": "care",
                  "patient": {
                    "file": "1243",
                    "initials": "M.D.",
                    "birth_year": 1948,
                    "age": 78,
                    "ald": false
                  },
                  "chain": [
                    "Dr Aubert",
                    "Dr Vidal"
                  ],
                  "due": "2026-12-15",
                  "show_from": null,
                  "see_record": false,
                  "source": "",
                  "asked": null,
                  "exam": null,
                  "steps": [],
                  "words": [
                    {
                      "author": {
                        "name": "Dr Vidal",
                        "entered_by": null
                      },
                      "week": "2026-S48",
                      "at": "2026-11-27T17:00",
                      "verdict": "opened",
                      "text": "AVK, INR à contrôler."
                    },
                    {
                      "author": {
                        "name": "Dr Aubert",
                        "entered_by": "C. Garnier"
                      },
                      "week": "2026-S49",
                      "at": "2026-12-04T17:00",
                      "verdict": "completed",
                      "text": "INR 4,8 le jeu. 3/12, sans saignement."
                    }
                  ],
                  "plan": "Si saignement → 15.\nSi INR ≥ 5 → protocole du centre.",
                  "outcome": null,
                  "followed_by": "Dr Roche",
                  "unsigned": false,
                  "waits": false,
                  "answer": {
                    "author": {
                      "name": "Dr Roche",
                      "entered_by": null
                    },
                    "at": "2026-12-14T08:00",
                    "answer": "taken",
                    "words": "Je rappelle le labo à 9 h."
                  }
                }
              ]
            },
            {
              "section": "results",
              "points": [
                {
                  "number": 13,
                  "gravity": "watch",
                  "kind": "result",
                  "patient": {
                    "file": "0377",
                    "initials": "J.L.",
                    "birth_year": 1971,
                    "age": 55,
                    "ald": false
                  },
                  "chain": [
                    "Dr Aubert"
                  ],
                  "due": "2026-12-16",
                  "show_from": null,
                  "see_record": false,
                  "source": "",
                  "asked": null,
                  "exam": null,
                  "steps": [],
                  "words": [
                    {
                      "author": {
                        "name": "Dr Aubert",
                        "entered_by": null
                      },
                      "week": "2026-S49",
                      "at": "2026-12-04T18:00",
                      "verdict": "opened",
                      "text": "TSH demandée le 3/12."
                    }
                  ],
                  "plan": "",
                  "outcome": null,
                  "followed_by": "coordination",
                  "unsigned": false,
                  "waits": true,
                  "answer": null
                }
              ]
            },
            {
              "section": "later",
              "points": [
                {
                  "number": 14,
                  "gravity": "routine",
                  "kind": "letter",
                  "patient": {
                    "file": "0809",
                    "initials": "A.B.",
                    "birth_year": 2025,
                    "age": 1,
                    "ald": false
                  },
                  "chain": [
                    "Dr Aubert"
                  ],
                  "due": null,
                  "show_from": null,
                  "see_record": false,
                  "source": "",
                  "asked": null,
                  "exam": null,
                  "steps": [],
                  "words": [
                    {
                      "author": {
                        "name": "Dr Aubert",
                        "entered_by": null
                      },
                      "week": "2026-S49",
                      "at": "2026-12-07T09:00",
                      "verdict": "opened",
                      "text": "Courrier du cardiologue à lire."
                    }
                  ],
                  "plan": "",
                  "outcome": null,
                  "followed_by": "coordination",
                  "unsigned": false,
                  "waits": true,
                  "answer": null
                },
                {
                  "number": 15,
                  "gravity": "routine",
                  "kind": "centre",
                  "patient": null,
                  "chain": [
                    "Dr Vidal"
                  ],
                  "due": null,
                  "show_from": null,
                  "see_record": false,
                  "source": "",
                  "asked": null,
                  "exam": null,
                  "steps": [],
                  "words": [
                    {
                      "author": {
                        "name": "Dr Vidal",
                        "entered_by": null
                      },
                      "week": "2026-S48",
                      "at": "2026-11-27T18:00",
                      "verdict": "opened",
                      "text": "Chauffage de la salle 2 en panne."
                    }
                  ],
                  "plan": "",
                  "outcome": null,
                  "followed_by": "coordination",
                  "unsigned": true,
                  "waits": true,
                  "answer": null
                }
              ]
            }
          ]
        }
    "#]]
    .assert_eq(&a_briefing(Lang::En, Format::Json));
}
