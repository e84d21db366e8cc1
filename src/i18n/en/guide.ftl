## The guided menus and the manual's guide.

guide-man-name = NAME
guide-man-see-also = SEE ALSO
guide-man-config = the settings of the desk
guide-man-settings = Settings
guide-man-expects = Expected: { $expected }.
guide-man-events = The events are: { $events }.
guide-man-default = Default: { $value }.
guide-man-guide = the first steps, for everybody
guide-man-client = For clients
guide-man-client-text =
    Type "taquilla" and choose from the menu: open the account, log in, open a ticket, see the answer. Everything is asked step by step.

    The same with commands:

    {"    "}taquilla register --email ana@example.com
    {"    "}taquilla confirm --email ana@example.com CODE
    {"    "}taquilla open --subject "Question on unit 3" -m "Which pages are included?"
    {"    "}taquilla list
    {"    "}taquilla show 856444
    {"    "}taquilla reply 856444 -m "Thank you"

    If there is no answer when the deadline is over, send a reminder. The house rules, with the telephone for complaints and urgent matters:

    {"    "}taquilla remind 856444
    {"    "}taquilla rules
guide-man-agent = For teachers
guide-man-agent-text =
    Every ticket that is assigned to you comes by e-mail. Answer it in the terminal; the client gets the answer by e-mail. "next" gives the one that is due first, and "request-call" has the secretaries call the client.

    {"    "}taquilla next
    {"    "}taquilla list --mine
    {"    "}taquilla reply 856444 -m "Pages 12 to 30 are included." --close
    {"    "}taquilla release 856444 -m "Not my subject"
    {"    "}taquilla request-call 856444 --reason "The enrolment ends today"
guide-man-secretary = For secretaries
guide-man-secretary-text =
    Commands can be chained, and doing them twice does no harm.

    {"    "}taquilla list --unassigned --topic History --format ids | taquilla assign - --to marta
    {"    "}taquilla list --unassigned --format ids | taquilla assign - --auto --explain
    {"    "}taquilla assign --from rota.csv
    {"    "}taquilla close 856444 856445 -m "Settled"
    {"    "}taquilla merge 856445 --into 856444
    {"    "}taquilla list --search "enrolment september"

    Accounts are made one by one, or from a spreadsheet saved as CSV; with --dry-run you see first what would change. What is given to somebody who is away goes to their substitute.

    {"    "}taquilla user create --email leo@example.com --name "Leo Ruiz" --role client
    {"    "}taquilla user import students.csv --dry-run
    {"    "}taquilla user away marta --until 2026-12-24 --substitute luis

    The calls that teachers ask for wait in the list of tasks. What is against the house rules and was let through is flagged until somebody has looked at it.

    {"    "}taquilla task list
    {"    "}taquilla task done 12 --note "Called: will come on Monday"
    {"    "}taquilla list --flagged
    {"    "}taquilla unflag 856444

    stats sums up how the desk is doing. For what runs with nobody there, make a token and put it into TAQUILLA_TOKEN.

    {"    "}taquilla stats --since 7d --by agent
    {"    "}taquilla token create --name "Monday list" --scope assign --expires 30d
guide-man-care = For Client Care
guide-man-care-text =
    Here you see who is owed an answer: what is overdue, with what each client wrote, and what is due soon. When a client sends a reminder, you are told by e-mail.

    {"    "}taquilla overdue
    {"    "}taquilla overdue --soon
    {"    "}taquilla request-call 856444 --reason "Waiting for three days"
guide-man-admin = For administrators
guide-man-admin-text =
    The desk is made once and set up as needed.

    {"    "}taquilla init --name "Agora Tutoring"
    {"    "}taquilla user create --email marta@example.com --name "Marta Gil" --role agent
    {"    "}taquilla config list

    The calendar says which days count for the deadlines; own holidays are added from an .ics file, and what is old is deleted with "purge".

    {"    "}taquilla calendar show
    {"    "}taquilla calendar import holidays.ics
    {"    "}taquilla purge --closed-before 730d --dry-run

    A copy of the whole desk is kept with "dump" and read back with "load"; "verify" checks the data, and "audit" shows who did what.

    {"    "}taquilla dump desk.ndjson
    {"    "}taquilla verify
    {"    "}taquilla audit --since 7d
guide-man-mail = Mail
guide-man-mail-text =
    Without a mail server, e-mails stay in the desk's folder "mail", which any mail program opens. With one:

    {"    "}taquilla config set mail.from "Support <support@example.com>"
    {"    "}taquilla config set mail.smtp.host smtp.example.com
    {"    "}taquilla config set mail.smtp.user support@example.com
    {"    "}taquilla config set mail.smtp.password_file /etc/taquilla/password
    {"    "}taquilla mail test --to me@example.com

    What does not leave waits and is tried again; "taquilla mail queue" shows it and "taquilla mail flush" tries it now. While nobody uses the program, "taquilla tick" tries it, as explained next.
guide-man-time = What becomes due
guide-man-time-text =
    Notices of deadlines, e-mails that wait, the end of absences and whatever expires are seen to by "taquilla tick". Each command that changes something does a little of it on the way, so a desk works without any of this; but to have the notices leave on time while nobody uses the program, choose one of these, with the path of the program, the folder and the user of your desk. It does no harm if several meet: each notice is sent once.

    With cron, every minute:

    {"    "}* * * * * TAQUILLA_DESK=/srv/taquilla /usr/local/bin/taquilla tick --quiet

    As a service of systemd, in this file:

    {"    "}/etc/systemd/system/taquilla.service

    {"    "}[Unit]
    {"    "}Description=Taquilla
    {"    "}After=network-online.target
    {"    "}Wants=network-online.target

    {"    "}[Service]
    {"    "}User=taquilla
    {"    "}Environment=TAQUILLA_DESK=/srv/taquilla
    {"    "}ExecStart=/usr/local/bin/taquilla tick --every 10s
    {"    "}Restart=on-failure
    {"    "}RestartSec=10

    {"    "}[Install]
    {"    "}WantedBy=multi-user.target

    {"    "}systemctl enable --now taquilla.service

    Or with a timer of systemd, instead of that service, in these two files:

    {"    "}/etc/systemd/system/taquilla-tick.service

    {"    "}[Unit]
    {"    "}Description=Taquilla

    {"    "}[Service]
    {"    "}Type=oneshot
    {"    "}User=taquilla
    {"    "}Environment=TAQUILLA_DESK=/srv/taquilla
    {"    "}ExecStart=/usr/local/bin/taquilla tick

    {"    "}/etc/systemd/system/taquilla-tick.timer

    {"    "}[Unit]
    {"    "}Description=Taquilla

    {"    "}[Timer]
    {"    "}OnCalendar=minutely
    {"    "}Persistent=true

    {"    "}[Install]
    {"    "}WantedBy=timers.target

    {"    "}systemctl enable --now taquilla-tick.timer

guide-welcome = Welcome. Here you can talk to your teacher: open a ticket, read the answer and reply. To stop at any moment, press Ctrl-C.
guide-goodbye = See you soon.
guide-left = You have left Taquilla. What was done before is kept.
guide-guest = Guest user
guide-user = User: { $handle }
guide-create-account = Create a new account
guide-log-in = Log in
guide-log-out = Log out
guide-have-code = I have a code
guide-see-status = See the status of a ticket
guide-change-language = Change language / Cambiar de idioma
guide-language-which = Language / Idioma
guide-language-spanish = Español
guide-language-english = English
guide-leave = Quit
guide-back = Back

guide-register-note = Use the e-mail address that you normally use with us; we will send a code there to confirm the account.
guide-rules-needed = To have an account you need to accept the house rules.
guide-rules-give-up = Would you like to give up? What you have typed will be lost.
guide-nothing-typed = You have typed nothing, so we are back at the menu.
guide-login-again = Try again
guide-login-forgotten = I have forgotten my password

guide-code = Code (Enter alone: more choices)
guide-code-of = What is the code for?
guide-code-of-registration = A new account or a new e-mail address
guide-code-of-password = An invitation or a forgotten password
guide-code-of-status = The status of a ticket
guide-code-sent = We have sent a code to { $email }.
guide-code-maybe-sent = If { $email } has an account, we have sent it a code.
guide-code-status-sent = If the address is that ticket's, we have sent it a code.
guide-code-what = What would you like to do?
guide-code-type = Type the code
guide-code-again = Ask for another code

guide-open = Open a new ticket
guide-topics = Help topics
guide-review = Look over your ticket
guide-follows = Continues
guide-attachments = Attachments
guide-create = Create the ticket
guide-change = Change
guide-attach = Attach
guide-reset = Start again
guide-cancel = Cancel
guide-change-what = What would you like to change?
guide-remove-files = Remove the attachments
guide-discard = Delete what you have written?

guide-write-here = Write it here
guide-write-on = Go on writing
guide-write-anew = Write it again
guide-write-editor = Write in the editor { $editor } (when you have finished, save and close it)
guide-write-nano = Write in the editor { $editor } (Ctrl-O and Enter: save · Ctrl-X: leave)
guide-write-vi = Write in the editor { $editor } (i: write · Esc, :wq and Enter: save and leave)
guide-text-empty = You have not written anything.
guide-attach-path = Attachments: file to add (Enter: none)
guide-attach-more = Another file (Enter: no more)
guide-attach-enough = There are { $most } attachments already, which is the limit.
guide-attached = Added: { $name } ({ $size })

guide-tickets = My tickets
guide-my-tickets = My tickets: { $lists }
guide-no-tickets = You have no tickets yet.
guide-list-open =
    { $unread ->
        [0] Open ({ $count })
        [over] Open ({ $count }, more than { $most } unread)
       *[other] Open ({ $count }, { $unread } unread)
    }
guide-list-closed =
    { $unread ->
        [0] Closed ({ $count })
        [over] Closed ({ $count }, more than { $most } unread)
       *[other] Closed ({ $count }, { $unread } unread)
    }
guide-unassigned = Unassigned ({ $count })
guide-mine =
    { $unread ->
        [0] Assigned to me ({ $count })
        [over] Assigned to me ({ $count }, more than { $most } unread)
       *[other] Assigned to me ({ $count }, { $unread } unread)
    }
guide-tasks = Tasks ({ $count })
guide-tasks-note = Note for the ticket, which only staff see (Enter: none)
guide-tasks-done-sure = Is task { $id } done?
guide-request-call = Ask that the client be called
guide-find = Find by number
guide-search = Advanced search
guide-search-words = Words to look for
guide-search-found = Search: { $words }
guide-figures-whole = All together
guide-figures-by-agent = By teacher
guide-figures-by-topic = By topic
guide-open-for = Open a new ticket for a client
guide-open-for-whom = The client's user name
guide-more = More tickets
guide-profile = Profile

guide-reply = Reply
guide-publish = Post reply
guide-publish-close = Post reply and close
guide-publish-pending = Post reply and leave pending
guide-note = Post internal note
guide-assign = Assign
guide-assign-whom = To whom?
guide-assign-rule = Whoever is next (automatic)
guide-assign-open =
    { $count ->
        [0] { $name }: no open tickets
        [one] { $name }: one open ticket
       *[other] { $name }: { $count } open tickets
    }
guide-assign-away = { $person }; away until { $until }, no substitute
guide-assign-substitute = { $person }; away until { $until }, substitute: { $substitute }
guide-assign-note = Note for whoever gets it (Enter: none)
guide-release = Release
guide-release-reason = Reason
guide-reason-needed = A reason is needed to release a ticket; it is still assigned to you.
guide-close = Close
guide-close-sure = Close ticket { $number }?
guide-reopen = Reopen
guide-remind = Send a reminder
guide-remind-text = What you want to say (or Enter, to ask without more)
guide-overdue = Overdue ({ $count })
guide-flagged = To be reviewed ({ $count })
guide-unflag = Say that it is dealt with
guide-merge = Merge into another ticket
guide-merge-into = Which ticket is it merged into?
guide-merge-none = The client has no other open ticket.
guide-merge-sure = Merge ticket { $number } into { $into }? This cannot be undone.
guide-continue = Continue in a new ticket
guide-download = Download attachments
guide-download-which = Which attachment?
guide-download-how = What would you like to do with it?
guide-download-save = Save it on this computer
guide-download-mail = Send it to me by e-mail
guide-save-as = Save as
