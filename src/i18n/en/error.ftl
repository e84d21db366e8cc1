## What cannot be done, and what to do instead. One sentence for the person and, nearly always, a hint.

error-missing-value = Something is missing: { $option }.
    .hint = Give it with { $option }, or run the command on a terminal to be asked for it.
error-nothing-to-change = You have not said what to change.
    .hint = Give at least one of these options: { $options }.
error-reply-instead = Internal notes are for staff only.
    .hint = To answer: { $command }
error-bad-value = "{ $value }" is not a valid value for { $option }.
    .hint = The command's own help, with --help, tells which values it takes.
error-bad-period = A period from --since { $since } to --until { $until } ends before it begins.
    .hint = The earlier time goes with --since, the later one with --until.
error-period-to-come = A period from --since { $since } until now ends before it begins: that is still to come.
    .hint = Give an earlier time, such as --since 2026-11-01 or --since 30d.
error-value-number = the ticket's number
error-value-name = the name
error-value-time = the time
error-form-number = It is written as the list and the e-mails show it, for example 856444.
error-form-status = Valid values: new, pending, answered, closed, open, all; several with commas between.
error-form-address = It is written like this: ana@example.com
error-form-phone = It is written like this: 900 123 456, or +34 900 123 456
error-form-search = Type one to ten words. An asterisk after three letters or more stands for any ending: enrol*
error-form-time = It is written like this: 2026-11-24, "2026-11-24 10:15", or how long ago: 3d, 12h.
error-form-year = Expected: a year from 1 to 9999.
error-form-time-ahead = It is written like this: 2026-12-24, "2026-12-24 10:15", or in how long: 3d, 12h. It has to be still to come.
error-form-expires = It is written like this: 90d, 12h or 2027-03-31. It has to be still to come, within 366 days.
error-form-expected = Expected: { $expected }.
error-form-nearest = Did you mean { $nearest }?
error-form-tls = Mail without encryption is only for a server on this same computer (localhost). Choose tls or starttls.
error-form-one-password = Leave only one of the two; "taquilla config unset" takes the other away.
error-form-warning = The warning must come before the deadline: answer.warn must be less than answer.due.
error-form-retention = Closed tickets have to be kept for as long as their clients may reopen them: retention.closed cannot be less than reopen.window.
error-empty-stdin =
    { $wanted ->
        [one] Standard input was empty.
       *[other] Standard input lacked lines: { $wanted } are needed.
    }
    .hint = --password-stdin reads one password a line.
error-empty-password-file =
    { $wanted ->
        [one] The file of --password-file is empty.
       *[other] The file of --password-file lacks lines: { $wanted } are needed.
    }
    .hint = It has to hold one password a line.
error-bad-field = There is no field "{ $field }".
    .hint = The fields are: { $known }.
error-wants-yes = This cannot be undone.
    .hint = If you are sure, run the command again with --yes.
error-partly-done =
    { $count ->
        [one] Done, but for one ticket.
       *[other] Done, but for { $count } tickets.
    }
error-partly-rehearsed =
    { $count ->
        [one] It would be done, but for one ticket.
       *[other] It would be done, but for { $count } tickets.
    }
error-several-refused =
    { $count ->
        [one] Nothing was done: with one of the tickets it is not possible.
       *[other] Nothing was done: with { $count } of the tickets it is not possible.
    }
    .hint = With --keep-going the others are done.
error-all-refused = Nothing was done: it is not possible with any of the tickets.
    .hint = Look at the reason of each.
error-cut-short = Only a part was done. { $reason }
    .hint = Run the command again to do the rest; if it has a --key, with another one.
error-partly-done-tasks =
    { $count ->
        [one] Done, but for one task.
       *[other] Done, but for { $count } tasks.
    }
error-partly-rehearsed-tasks =
    { $count ->
        [one] It would be done, but for one task.
       *[other] It would be done, but for { $count } tasks.
    }
error-several-refused-tasks =
    { $count ->
        [one] Nothing was done: with one of the tasks it is not possible.
       *[other] Nothing was done: with { $count } of the tasks it is not possible.
    }
    .hint = With --keep-going the others are done.
error-all-refused-tasks = Nothing was done: it is not possible with any of the tasks.
    .hint = Look at the reason of each.
error-interrupted = Interrupted. Nothing was done.
error-stopped = Interrupted. What was already done is kept.
error-cancelled = Cancelled. Nothing was done.
error-hung-up = The connection was lost.
error-terminal-failed = The terminal cannot be used: { $reason }.
error-no-home = Your home directory is not known.
    .hint = Name the desk with --desk or TAQUILLA_DESK, and set HOME.
error-session-exposed = Other people can read your session's file, { $path }.
    .hint = Run "chmod 600 '{ $path }'", or delete it and log in again.
error-session-damaged = Your session's file, { $path }, is damaged.
    .hint = Log in again: taquilla login
error-bad-time = TAQUILLA_NOW is not a time: "{ $value }".
    .hint = It is written like this: 2026-11-23T09:00:00Z
error-not-a-sheet = There is no text that could be read in { $path }.
    .hint = If it is a workbook of Excel or LibreOffice, save it as CSV first.
error-dump-to-terminal = A whole desk is not shown on a terminal: its secrets are in it.
    .hint = Say which file it goes into, for example: taquilla dump desk.ndjson
error-another-dump = Make another copy with "taquilla dump", or copy the file again.
error-not-a-dump = This is no copy made with "taquilla dump".
    .hint = Name the file that "taquilla dump" wrote.
error-dump-too-new = A newer program made this copy (format { $found }).
    .hint = Update Taquilla.
error-dump-cut = The copy is cut short.
error-dump-altered = The copy does not add up: it is not what was written.
error-dump-unreadable = it is not recognized as a part of a copy.
error-dump-misplaced = it cannot stand in this place of the copy.
error-dump-clash = it does not fit the rest of the copy: it repeats something, or refers to something that is missing or cannot be.
error-dump-no-admin = There is nobody in the copy who could administer the desk.
error-dump-wrong-bytes = the content of an attachment is not what it was.
error-dump-no-bytes = the content of an attachment, which is outside of the copy, is missing: name its folder with --attachments.
error-missing-column =
    { $count ->
        [one] A column is missing in { $path }: { $columns }.
       *[other] { $count } columns are missing in { $path }: { $columns }.
    }
    .hint = The first line has to name the columns, with commas, semicolons or tabs between them. Known are: { $known }.
error-unknown-column = There are columns in { $path } that are not known here: { $columns }.
    .hint = Take them away, or give them one of the names that are known: { $known }.
error-double-column = There are two columns for the same thing in { $path }: "{ $column }" and "{ $other }".
error-bad-lines =
    { $count ->
        [one] Nothing was done: one line of the file will not do.
       *[other] Nothing was done: { $count } lines of the file will not do.
    }
    .hint = The number in front is that of the line. Correct the file and run the command again.
error-too-many-lines = The file has too many lines (at most { $most }).
    .hint = Split it into several files.
error-line-too-long = The line is too long (at most { $most }).
error-row-too-wide = The line has { $found } cells, and there are only { $expected } columns.
error-open-quote = A quotation mark is opened and never closed.
error-formula = There is a formula in the column "{ $column }".
error-empty-cell = The column "{ $column }" is empty.
error-no-address = "{ $value }" is not an e-mail address.
error-no-name = "{ $value }" cannot be anybody's name.
error-no-handle = "{ $value }" cannot be what a user is called by.
error-twice-in-file = "{ $value }" already stands on line { $line }.
error-given-twice = "{ $value }" already stands on line { $line }, for somebody else.
error-not-among = "{ $value }" will not do in the column "{ $column }". Valid values: { $known }.
error-mixed-encoding = The line is written in another encoding than the rest: some are in UTF-8 and some are not.
    .hint = Save the whole file again as "CSV UTF-8", look at the accents on those lines and run the command again.
error-unknown-encoding = The accents on the line cannot be read: the file is neither in UTF-8 nor in Latin-1.
    .hint = Save the file again as "CSV UTF-8" and run the command again; the CSV of MS-DOS and that of Macintosh will not do.
error-other-role = { $who } already has an account with another role: { $role }.
error-not-text = The file { $path } is not UTF-8 text.
    .hint = If it is a document or a picture, attach it with --attach.
error-stdin-not-text = What comes on standard input is not UTF-8 text.
error-stdin-failed = Standard input cannot be read: { $reason }.
error-the-stdin = standard input
error-the-file = the file { $path }
error-one-stdin = { $name } and { $other } cannot both read standard input.
    .hint = Give one of the two in a file or on the command line itself.
error-conflict = { $name } cannot be combined with { $other }.
    .hint = Give only one of the two.
error-no-editor = No editor can be opened: the command is not run on a terminal, and no editor is named.
    .hint = Name one in TAQUILLA_EDITOR, VISUAL or EDITOR (and without --no-input), or use "taquilla config set" or "taquilla config import".
error-token-unshown = The token would not be seen, and it is not shown again; it has not been created.
    .hint = Add token to --fields, and choose another format than ids.
error-file-too-large = There is too much in { $path } (at most { $most }).
error-bad-toml = There is a mistake in { $path }, on line { $line }; nothing was changed.
    .hint = Each setting has a line of its own, like this: phone = "900 123 123". "taquilla config export" shows how all are written.
error-bad-shape = "{ $key }" in { $path } makes no sense; nothing was changed.
    .hint = Each setting has its value once, in quotes. "taquilla config export" shows how all are written.
error-file-not-found = There is no file { $path }.
    .hint = Check its name and its folder.
error-folder-not-found = There is no folder { $path }.
    .hint = Check its name, or choose another one.
error-file-forbidden = You may not use the file { $path }.
error-file-exists = The file { $path } exists already.
    .hint = Choose another name: no file is written over.
error-file-is-directory = { $path } is a folder, not a file.
error-file-not-regular = { $path } is not an ordinary file.
error-file-failed = The file { $path } cannot be used: { $reason }.
error-cause-full = the disk is full
error-cause-too-large = the file would be too large
error-cause-read-only = the disk can only be read
error-cause-too-long = the name is too long
error-cause-not-folder = a part of the path is no folder
error-cause-not-there = it does not exist
error-cause-forbidden = permission is missing
error-cause-folder = it is a folder
error-cause-too-slow = it took too long
error-cause-memory = there is no memory left
error-cause-system = error { $number } of the system
error-closed-pipe = Nobody is listening any more.
error-output-failed = The result cannot be written: { $reason }.
error-demo-differs = The demonstration did not go as it should: { $what }
error-program-failed = The program "{ $name }" did not work: { $reason }.
error-system-failed = The operating system did not give what was needed. Technical detail: { $reason }.

error-mail-unreachable = The mail server cannot be reached. Technical detail: { $reason }.
    .hint = The e-mail waits and will be tried again; see it with "taquilla mail queue".
error-mail-put-off = The mail server has not taken the e-mail for now. Technical detail: { $reason }.
    .hint = The e-mail waits and will be tried again; see it with "taquilla mail queue".
error-mail-refused = The mail server has refused the e-mail. Technical detail: { $reason }.
    .hint = Check the address.
error-mail-misconfigured = Mail is not set up well. Technical detail: { $reason }.
    .hint = Check the settings with "taquilla config list".

error-desk-busy = The desk is busy at the moment.
    .hint = Try again, or wait longer with --wait 60.
error-desk-conflict = Somebody else changed the same thing at the same time.
    .hint = Try again.
error-commit-in-doubt = It cannot be known whether the change was kept.
    .hint = See how things stand before you repeat the command.
error-store-damaged = The desk's data are damaged. Technical detail: { $reason }.
    .hint = Do not use it any more and restore the last backup. "taquilla verify" tells what is wrong.
error-store-too-new = A newer program wrote this desk (schema { $found }; this one knows up to { $known }).
    .hint = Update Taquilla.
error-no-desk = There is no desk in { $path }.
    .hint = Say where it is with --desk or TAQUILLA_DESK, or make one with "taquilla init".
error-desk-forbidden = The desk in { $path } is somebody else's on this computer, and you may not even read it.
    .hint = Name another with --desk, or talk to whoever looks after it.
error-desk-exists = There is a desk in { $path } already.
    .hint = Choose another folder with --desk.
error-made-unentered = The desk is made, but its administrator could not be logged in. { $reason }
    .hint = Put that right and log in with "taquilla login"; the desk need not be made again.
error-desk-not-directory = { $path } is not a folder, so the desk cannot go there.
    .hint = With --desk, choose a folder that is new or empty.
error-desk-exposed = Other people on this computer can read or change { $path }.
    .hint = To protect it, run: { $command }
error-disk-full = The disk is full. Nothing was kept.
    .hint = Make room and run the command again.
error-desk-read-only = The desk can only be read: you may not write to it.
    .hint = Talk to whoever looks after the desk.
error-store-unavailable = The desk cannot be used: { $reason }.

error-empty-message = The message is empty.
    .hint = Give the text with -m, or in a file with -F.
error-empty-note = The note is empty.
    .hint = Give the text with --note, or leave that option out.
error-no-tickets = No ticket was named.
    .hint = Write their numbers, or give a list with --from FILE.
error-message-too-long = The message is too long: it has more than { $most } KiB.
    .hint = Send what is longer as a file, with --attach.
error-notes-too-long = The notes of the ticket are too long: together they are more than { $most } KiB.
    .hint = Write a shorter one, or take away the lines that are not needed.
error-message-not-text = The message is not text.
    .hint = If it is a document or a picture, attach it with --attach.
error-bad-subject = The subject cannot be empty, nor more than one line of { $most } characters.
error-bad-reason = The reason cannot be empty, nor more than one line of { $most } characters.
error-no-such-setting = There is no setting "{ $key }".
    .hint = "taquilla config list" shows them all.
error-empty-setting = The value of { $key } is missing.
    .hint = To go back to its default: taquilla config unset { $key }
error-bad-setting = "{ $value }" is not valid for { $key }.
    .hint = Expected: { $expected }.
error-settings-clash = { $key } = "{ $value }" does not go with { $other } = "{ $with }".
error-expects-line = a line of at most { $most } characters
error-expects-number = a number between { $least } and { $most }
error-expects-size = a size such as 10MiB, at most { $most } MiB
error-expects-text = a text of at most 64 KiB
error-expects-language = es, en
error-expects-switch = on, off
error-expects-span = a span between { $least } and { $most }: a number and m (minutes), h (hours), d (days) or w (weeks)
error-expects-mailbox = an e-mail address, or a name and an address: Support <support@example.com>
error-expects-url = an address that begins with https:// or http://
error-expects-colour = a colour such as #2f6f8f
error-expects-host = a name of letters, digits, hyphens and dots, like smtp.example.com
error-expects-path = a full path, which begins with /
error-expects-zone = a time zone such as Europe/Madrid
error-expects-week = days and hours such as mon-fri, or "mon-thu 09:00-18:00, fri 09:00-15:00"; each day once, and at least one
error-expects-holidays = days such as 2027-05-15, 05-15 (every year) or easter-3, with commas between
error-expects-words = words with commas between
error-unanswerable = With these settings no answer would ever be due: not in a hundred years would the hours of answer.due be worked.
    .hint = Leave more days or hours in calendar.week, fewer holidays in calendar.holidays, or a shorter time in answer.due.
error-never-due = By the desk's calendar that answer is never due: not in a hundred years are so many hours worked.
    .hint = "taquilla calendar show" shows the working days, the holidays and the term. Whoever administers the desk changes them with "taquilla config edit".
error-too-many-holidays = There are too many holidays: calendar.holidays takes { $most } characters in all.
    .hint = Take out those of past years with "taquilla config edit", and import the others.
error-not-a-calendar = This is no calendar file: it has to begin with BEGIN:VCALENDAR.
    .hint = Download the calendar of holidays as iCalendar (.ics).
error-calendar-cut = The file is incomplete: its end is missing.
error-calendar-line = The line makes no sense.
error-too-many-events = There are too many days in the file ({ $most } at most).
error-event-without-date = The date (DTSTART) is missing.
error-bad-date = "{ $value }" is no date.
error-not-whole-days = It is not a whole day: a holiday has no hours.
error-ends-before = It ends before it begins.
error-event-too-long = It lasts too long: a holiday lasts { $most } days at most.
error-event-repeats = It repeats in a way that is not supported: only every year on the same date (FREQ=YEARLY, with COUNT or UNTIL if need be).
error-password-too-short = The password is too short.
    .hint = It needs 12 characters or more; a sentence is easy to remember.
error-password-too-long = The password is too long (at most 1024 bytes).
error-password-too-common = That password is among the first that anybody would try.
    .hint = Choose another; a sentence of your own is easy to remember.
error-rules-not-accepted = To have an account you must accept the house rules.
    .hint = Read them with "taquilla rules" and accept them with --accept-rules.
error-rules-changed = You have not yet accepted the house rules and the privacy text that are in force.
    .hint = Read them with "taquilla rules"; if you agree, "taquilla rules --accept", or repeat the command with --accept-rules.
error-ticket-not-found = There is no ticket with that number.
    .hint = "taquilla list" shows those that you can see.
error-person-not-found = There is nobody called "{ $who }".
    .hint = People are found by their user name, for example ana-lopez.
error-topic-not-found = There is no topic "{ $name }".
    .hint = "taquilla topic list" shows them all.
error-topic-ambiguous = Several topics are called "{ $name }": { $topics }.
    .hint = Write the full name of one of them.
error-attachment-not-found = There is no attachment "{ $id }".
    .hint = "taquilla attachment NUMBER" shows those that there are.
error-letter-not-found = There is no e-mail "{ $id }".
    .hint = "taquilla mail queue" shows those that wait.
error-task-not-found = There is no task { $id }.
    .hint = "taquilla task list --all" shows those there are.
error-token-not-found = There is no token "{ $id }".
    .hint = "taquilla token list" shows those that there are.
error-not-logged-in = Please log in first.
    .hint = taquilla login --email YOUR-ADDRESS
error-session-ended = Your session has ended.
    .hint = Log in again: taquilla login
error-token-invalid = The token of TAQUILLA_TOKEN is not valid: it does not exist, has expired or was revoked.
    .hint = Create another with "taquilla token create", or unset TAQUILLA_TOKEN to use your session.
error-wrong-login = The user name or the password is wrong.
    .hint = If you have forgotten it: taquilla password forgot --email YOUR-ADDRESS
error-too-many-attempts = There were too many failed attempts. You can try again { $until }.
error-wrong-code = The code is wrong, or no longer valid.
    .hint = Copy it as it stands in the e-mail, where it has a line to itself; look among the junk mail too. If it has expired, ask for another.
error-code-of-invitation = The code is that of your invitation: it is for choosing the password of your account.
    .hint = taquilla password reset --email YOUR-ADDRESS CODE
error-not-allowed = Your account may not do this.
    .hint = "taquilla whoami" tells which account you are using.
error-outside-scope = Your account may do this, but not with this token.
    .hint = It needs a token with --scope { $scope }.
error-not-with-token = This cannot be done with a token.
    .hint = Unset TAQUILLA_TOKEN and log in: taquilla login
error-suspended = Your account is suspended: { $reason }.
error-too-many-in-a-row =
    { $count ->
        [one] You have written a message that has not been answered yet: this is not a chat.
       *[other] You have written { $count } messages in a row that have not been answered yet: this is not a chat.
    }
error-turn-wait = Wait for the answer, which you will get by { $due }.
error-turn-remind = The answer was due by { $due }. Send a reminder: "Send a reminder" in the menu, or "taquilla remind { $number }".
error-turn-closed = The ticket is closed, so nobody is going to answer: reopen it without words with "taquilla reopen { $number }", and wait for the answer.
error-turn-unknown = Wait for the answer; what you want to add you can write then.
error-turn-phone = If it is urgent, call { $phone }.
error-turn-reminded = You have sent a reminder already and Client Care has been told; you may send another on { $again }.
error-remind-write = If you want to add something meanwhile: taquilla reply { $number }
error-remind-wait = Please wait until then.
error-served-by-phone = We will be glad to help you by telephone: { $phone }.
error-contact = Please get in touch with the desk: { $contact }
error-registration-closed = No new accounts are taken at present.
    .hint = To ask for one, write to the desk: { $contact }
error-contact-unknown = Ask whoever told you of this desk.
error-ticket-closed = The ticket is closed.
    .hint = Open it again with "taquilla reopen { $number }".
error-ticket-merged = The ticket is part of { $into }, where it goes on.
    .hint = Run the command again with that number: { $into }
error-ticket-merged-away = The ticket is part of another one, which is not yours; it goes on there.
    .hint = You can still read it: taquilla show NUMBER
error-merge-into-itself = A ticket cannot be merged into itself.
    .hint = Leave its number out of the list: the one after --into is enough.
error-merge-into-merged = Ticket { $target } is itself part of { $into }.
    .hint = Merge it into that one: --into { $into }
error-merge-into-closed = Ticket { $target } is closed, and nothing can be merged into a closed ticket.
    .hint = Open it again first: taquilla reopen { $target }
error-other-client = The ticket belongs to another client than { $target }: merged, each would read what the other wrote.
    .hint = If both belong to the same person, correct the client first with "taquilla edit NUMBER --client USER".
error-reopen-window-over = The ticket was closed too long ago to be reopened.
    .hint = Open a new one that takes it up: taquilla open --follow-up NUMBER
error-already-assigned = The ticket is assigned to { $to } already.
error-nobody-available = There is nobody to assign it to: all teachers are away or suspended, or have not logged in yet.
    .hint = Assign it to somebody yourself: taquilla assign { $number } --to USER
error-already-answered = There is nothing to ask for: ticket { $number } has been answered.
    .hint = "taquilla show { $number }" shows the answer; if something is missing, write with "taquilla reply { $number }".
error-not-due-yet = It is too early for a reminder: the answer is due by { $due }.
error-remind-never = You cannot send a reminder yet: the answer to ticket { $number } has no due date.
error-already-reminded = You have already sent a reminder, and Client Care has been told. You may send another on { $again }.
error-on-line = Line { $line }: { $message }
error-never-away = { $who } is not staff; only staff can be away.
error-time-passed = That date has passed.
    .hint = It is written like this: --until 2026-12-24, or "--until 3d", three days from now. If they are back already: taquilla user back USER
error-time-too-far = That date is too far off: two years at most.
    .hint = It is written like this: --until 2026-12-24, or "--until 3d", three days from now. If that person does not come back: taquilla user suspend USER
error-substitute-self = { $who } cannot be their own substitute.
    .hint = Name somebody else with --substitute, or nobody.
error-substitute-away = { $who } is away too (until { $until }) and cannot be a substitute.
    .hint = Name somebody else with --substitute.
error-cannot-stand-in = { $who } cannot stand in for anybody: they are not staff, or their account is suspended.
    .hint = Name somebody else with --substitute.
error-cannot-be-assigned = Tickets cannot be assigned to { $who }.
    .hint = It must be a member of staff who is not suspended.
error-not-a-client = { $who } is not a client.
error-not-staff = { $who } is not staff and has no tickets to pass on.
    .hint = Leave --to out: a client's tickets stay theirs.
error-person-suspended = { $who } is suspended and could not use the code.
    .hint = Lift the suspension first: taquilla user reinstate { $who }
error-handle-taken = The user name "{ $handle }" is somebody else's already.
error-address-taken = That e-mail address is another account's already.
error-external-id-taken = The external id "{ $id }" is another ticket's already.
error-topic-retired = The topic "{ $name }" is not used any more.
    .hint = "taquilla topic list" shows those that are.
error-topic-taken = There is a topic "{ $name }" in that place already.
error-topic-misplaced = The topic cannot be there: it would stand under itself, or too deep.
error-last-topic = At least one topic must be left.
error-last-admin = At least one person must be left who looks after the desk.
error-has-tickets = That person has tickets.
    .hint = Pass them on to somebody else first.
error-attachment-too-large = The file "{ $name }" is too large (at most { $most }).
error-too-many-attachments = There are too many attachments (at most { $most }).
    .hint = Send the others in another message.
error-house-rules = Please remember that { $what } may not be mentioned here.
error-house-rules-respect = Please be respectful.
error-house-rules-both = Please be respectful, and remember that { $what } may not be mentioned here.
error-house-rules-money = sums of money
error-house-rules-phone = telephone numbers
error-house-rules-email = e-mail addresses
error-house-rules-nor = and
error-house-rules-hint = Take out what is marked and send it again.
error-house-rules-hint-phone = Take out what is marked and send it again; what is not for this platform is dealt with by telephone: { $phone }.
error-bad-token-name = The name of a token cannot be empty, nor more than one line of 60 characters.
error-token-name-taken = You have a token called "{ $name }" already.
    .hint = Choose another name, or revoke that one; "taquilla token list" shows its id.
error-too-many-tokens = You have { $most } tokens already, and may not have more.
    .hint = Revoke those that you do not need; "taquilla token list" shows them.
error-key-reused = That key (--key) was used for something else.
    .hint = Choose a new key for each job.
error-letter-not-waiting = That e-mail is not waiting any more.
error-letter-leaving = That e-mail is leaving at this moment.
    .hint = In a while "taquilla mail queue" will tell whether it has left.
error-letter-without-code = The code of that e-mail cannot be sent any more: it was erased when the e-mail was given up.
    .hint = A new code is needed; for instance "taquilla user reset-password USER".
error-follow-up-of-open = That ticket is still open.
    .hint = Reply to it instead of opening another: taquilla reply { $number }
error-too-many-tickets = These are too many tickets at once (at most { $most }).
    .hint = Do it in parts: "taquilla list --format ids --limit 100000" gives the first ones and, with --after and the last of those, the next.
error-no-number-left = No ticket number is left.
error-internal = The program itself has failed; it is not your fault.
    .hint = Run the command again and, if it fails once more, tell whoever looks after the desk.
error-done-unprinted = It is done, but the result cannot be shown: { $reason }.
    .hint = Do not run the command again before looking with "taquilla list"; with --key, running it twice does no harm.
error-token-unprinted = The token has been created, but it cannot be shown: { $reason }.
    .hint = Nobody has seen it, and it cannot be seen any more. Revoke it with "taquilla token revoke { $id }" and create another.
error-session-unprinted = It is done, but the result cannot be shown: { $reason }.
    .hint = Running the command again does no harm; "taquilla whoami" says who is logged in.
