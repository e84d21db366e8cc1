## What cannot be done, and what to do instead. One sentence for the person and, nearly always, a hint.

error-missing-value = Something is missing: { $option }.
    .hint = Give it with { $option }, or run the command on a terminal to be asked for it.
error-nothing-to-change = You have not said what to change.
    .hint = Give at least one of these options: { $options }.
error-reply-instead = Internal notes are for staff only.
    .hint = To answer: { $command }
error-bad-value = "{ $value }" is not a valid value for { $option }.
    .hint = The command's own help, with --help, tells which values it takes.
error-value-number = the ticket's number
error-value-name = the name
error-form-number = It is written as the list and the e-mails show it, for example 856444.
error-form-status = Valid values: new, pending, answered, closed, open, all; several with commas between.
error-form-address = It is written like this: ana@example.com
error-form-phone = It is written like this: 900 123 456, or +34 900 123 456
error-form-search = Type one to ten words. An asterisk after three letters or more stands for any ending: enrol*
error-form-time = It is written like this: 2026-11-24, "2026-11-24 10:15", or how long ago: 3d, 12h.
error-form-time-ahead = It is written like this: 2026-12-24, "2026-12-24 10:15", or in how long: 3d, 12h. It has to be still to come.
error-form-expires = It is written like this: 90d, 12h or 2027-03-31. It has to be still to come, within 366 days.
error-form-expected = Expected: { $expected }.
error-form-nearest = Did you mean { $nearest }?
error-form-tls = Mail without encryption is only for a server on this same computer (localhost). Choose tls or starttls.
error-form-one-password = Leave only one of the two; "taquilla config unset" takes the other away.
error-form-warning = The warning must come before the deadline: answer.warn must be less than answer.due.
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
error-interrupted = Interrupted. Nothing was done.
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
error-not-a-dump = This is no copy made with "taquilla dump".
error-dump-too-new = A newer program made this copy (format { $found }).
error-dump-cut = The copy ends before its end.
error-dump-altered = The copy does not add up: it is not what was written.
error-dump-unreadable = The line is none that a copy has.
error-dump-misplaced = The line cannot stand in this place.
error-dump-clash = The line repeats what is there already, or refers to what is missing.
error-dump-wrong-bytes = The content of an attachment is not what it was.
error-dump-no-bytes = The content of an attachment, which is outside of the copy, is missing: name its directory with --attachments.
error-missing-column = A column is missing in { $path }: { $columns }.
    .hint = The first line has to name the columns, with commas, semicolons or tabs between them.
error-double-column = There are two columns "{ $column }" in { $path }.
error-bad-lines =
    { $count ->
        [one] Nothing was done: one line of the file will not do.
       *[other] Nothing was done: { $count } lines of the file will not do.
    }
    .hint = The number in front is that of the line. Mend them and run the command again.
error-too-many-lines = The file has too many lines (at most { $most }).
    .hint = Split it into several files.
error-line-too-long = The line is too long (at most { $most }).
error-row-too-wide = The line has { $found } cells, and there are only { $expected } columns.
error-open-quote = A quotation mark is opened and never closed.
error-formula = There is a formula in the column "{ $column }".
error-twice-in-file = "{ $value }" already stands in the column "{ $column }" of line { $line }.
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
    .hint = Choose another name with -o.
error-file-is-directory = { $path } is a folder, not a file.
error-file-not-regular = { $path } is not an ordinary file.
error-file-failed = The file { $path } cannot be used: { $reason }.
error-cause-full = the disk is full
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
error-desk-exposed = Other people on this computer can read or change { $path }.
    .hint = To protect it, run: { $command }
error-disk-full = The disk is full. Nothing was kept.
    .hint = Make room and run the command again.
error-desk-read-only = The desk can only be read: you may not write to it.
    .hint = Talk to whoever looks after the desk.
error-store-unavailable = The desk cannot be used: { $reason }.

error-empty-message = The message is empty.
    .hint = Give the text with -m, or in a file with -F.
error-message-too-long = The message is too long ({ $kib } KiB; at most { $most } KiB).
    .hint = Send what is longer as a file, with --attach.
error-message-not-text = The message is not text.
    .hint = If it is a document or a picture, attach it with --attach.
error-bad-subject = The subject cannot be empty, nor more than one line of { $most } characters.
error-bad-reason = The reason cannot be empty, nor more than one line of { $most } characters.
error-no-such-setting = There is no setting "{ $key }".
    .hint = "taquilla config list" shows them all.
error-bad-setting = "{ $value }" is not valid for { $key }.
    .hint = Expected: { $expected }.
error-settings-clash = { $key } = "{ $value }" does not go with { $other } = "{ $with }".
error-expects-line = a line of at most { $most } characters
error-expects-number = a number between { $least } and { $most }
error-expects-size = a size such as 10MiB, at most { $most } MiB
error-expects-text = a text of at most 64 KiB
error-expects-language = es, en
error-expects-switch = on, off
error-expects-span = a span such as 12h, 14d or 2w
error-expects-mailbox = an e-mail address, or a name and an address: Support <support@example.com>
error-expects-url = an address that begins with https:// or http://
error-expects-colour = a colour such as #2f6f8f
error-expects-host = a name of letters, digits, hyphens and dots, like smtp.example.com
error-expects-path = a full path, which begins with /
error-expects-zone = a time zone such as Europe/Madrid
error-expects-week = days and hours such as mon-fri, or "mon-thu 09:00-18:00, fri 09:00-15:00"
error-expects-holidays = days such as 2027-05-15, 05-15 (every year) or easter-3, with commas between
error-expects-words = words with commas between
error-password-too-short = The password is too short.
    .hint = It needs 12 characters or more; a sentence is easy to remember.
error-password-too-long = The password is too long (at most 1024 bytes).
error-password-too-common = That password is among the first that anybody would try.
    .hint = Choose another; a sentence of your own is easy to remember.
error-rules-not-accepted = To have an account you must accept the house rules.
    .hint = Read them with "taquilla rules" and accept them with --accept-rules.
error-ticket-not-found = There is no ticket with that number.
    .hint = "taquilla list" shows those that you can see.
error-person-not-found = There is nobody called "{ $who }".
    .hint = People are found by their user name, for example ana-lopez.
error-topic-not-found = There is no topic "{ $name }".
    .hint = "taquilla topic list" shows them all.
error-attachment-not-found = There is no attachment "{ $id }".
    .hint = "taquilla attachment NUMBER" shows those that there are.
error-letter-not-found = There is no e-mail "{ $id }".
    .hint = "taquilla mail queue" shows those that wait.
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
error-suspended = The account is suspended: { $reason }.
error-contact = Please get in touch with the desk: { $contact }
error-registration-closed = No new accounts are taken at present.
    .hint = To ask for one, write to the desk: { $contact }
error-contact-unknown = Ask whoever told you of this desk.
error-ticket-closed = The ticket is closed.
    .hint = Open it again with "taquilla reopen NUMBER".
error-ticket-merged = The ticket is part of { $into }, where it goes on.
    .hint = Write in that one: taquilla reply { $into } -m "…"
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
error-nobody-available = There is nobody to assign it to: all teachers are away or suspended.
    .hint = Assign it to somebody yourself: taquilla assign NUMBER --to USER
error-on-line = Line { $line }: { $message }
error-never-away = { $who } is not staff; only staff can be away.
error-time-passed = That date has passed.
    .hint = It is written like this: --until 2026-12-24, or "--until 3d", three days from now. If they are back already: taquilla user back USER
error-time-too-far = That date is too far off: ten years at most.
error-substitute-self = { $who } cannot be their own substitute.
    .hint = Name somebody else with --substitute, or nobody.
error-substitute-away = { $who } is away too (back { $until }) and cannot be a substitute.
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
    .hint = Reply to it instead of opening another: taquilla reply NUMBER
error-too-many-tickets = These are too many tickets at once (at most { $most }).
error-no-number-left = No ticket number is left.
error-internal = The program itself has failed; it is not your fault.
    .hint = Run the command again and, if it fails once more, tell whoever looks after the desk.
error-done-unprinted = It is done, but the result cannot be shown: { $reason }.
    .hint = Do not run the command again before looking with "taquilla list"; with --key, running it twice does no harm.
