# The help of the commands and their options. The id is the path: help-COMMAND, help-COMMAND-long, help-COMMAND-examples and
# help-COMMAND-OPTION; what several commands share is help-common-OPTION, and what stands between < >, help-value-OPTION.

help-taquilla = A whole help desk in one program: tickets, accounts and mail.
help-taquilla-long =
    Without a command, on a terminal, Taquilla opens a menu that guides you step by step. Whatever the menu offers
    can also be done with a command, which can be kept in a script.
help-taquilla-examples =
    taquilla
    taquilla open --subject "About the index" -m "How many pages should it have?"

## General options

help-global-desk = Folder of the desk
help-global-lang = Language of the texts
help-global-format = Format of the output; all but "table" are for other programs
help-global-json = Output as JSON; the same as --format json
help-global-fields = Fields to show, separated by commas
help-global-color = When to use colour
help-global-no-pager = Do not send long output through a pager
help-global-no-input = Never ask; fail if something is missing
help-global-yes = Answer yes to confirmations
help-global-quiet = Show no remarks, only what was asked for and errors
help-global-wait = Seconds to wait when the desk is busy
help-global-mail = Wait for the mail to go out, send it in the background, or leave it queued

## What several commands share

help-common-number = Number of the ticket
help-common-message = Text of the message, which the client sees
help-common-message-file = File with the text of the message; "-" reads standard input
help-common-note = Internal note, which the client does not see
help-common-attach = File to attach; may be repeated
help-common-dry-run = Show what would be done, without changing anything or sending mail
help-common-key = A key of your own, so that the command happens only once even if it is repeated
help-common-keep-going = Make the changes that are possible and leave the others
help-common-password-stdin = Read the password from standard input
help-common-password-file = Read the password from a file
help-common-code = Code received by e-mail; "-" reads it from standard input
help-common-user = User name or e-mail address; "me" is your own account
help-common-accept-rules = Accept the house rules and the privacy text
help-common-setting = Name of the setting, as "taquilla config list" shows it
help-common-id = Id of the e-mail, as "taquilla mail queue" shows it

## Names of values

help-value-desk = DIR
help-value-lang = LANGUAGE
help-value-format = FORMAT
help-value-fields = FIELDS
help-value-color = WHEN
help-value-wait = SECONDS
help-value-mail = MODE
help-value-key = KEY
help-value-name = NAME
help-value-admin-email = EMAIL
help-value-admin-name = NAME
help-value-password-file = FILE
help-value-timezone = ZONE
help-value-mail-from = EMAIL
help-value-keep = DIR
help-value-email = EMAIL
help-value-code = CODE
help-value-handle = USER
help-value-subject = SUBJECT
help-value-message = TEXT
help-value-message-file = FILE
help-value-topic = TOPIC
help-value-attach = FILE
help-value-priority = PRIORITY
help-value-for = CLIENT
help-value-external-id = ID
help-value-follow-up = NUMBER
help-value-status = STATUS
help-value-to = USER
help-value-from = CLIENT
help-value-into = NUMBER
help-value-since = DATE
help-value-closed-before = DATE
help-value-year = YEAR
help-value-time = TIME
help-value-until = DATE
help-value-search = WORDS
help-value-sort = ORDER
help-value-by = WHAT
help-value-limit = COUNT
help-value-after = NUMBER
help-value-number = NUMBER
help-value-note = TEXT
help-value-level = PRIORITY
help-value-assign-from = FILE
help-value-agents = USERS
help-value-auto-assign = VALUE
help-value-substitute = USER
help-value-client = CLIENT
help-value-id = ID
help-value-output = FILE
help-value-name-en = NAME
help-value-parent = TOPIC
help-value-attachments = FOLDER
help-value-user = USER
help-value-scope = SCOPE
help-value-every = TIME
help-value-expires = WHEN
help-value-ticket = NUMBER
help-value-phone = PHONE
help-value-agent = TEACHER
help-value-role = ROLE
help-value-reason = REASON
help-value-setting = SETTING
help-value-value = VALUE
help-value-file = FILE
help-value-page = COMMAND
help-value-shell = SHELL
help-value-dir = DIR
help-value-mail-test-to = EMAIL

## Setting up and trying out

help-init = Create a new desk
help-init-long =
    Creates the folder of the desk and the account of its administrator, and leaves them logged in. Only the owner can
    read the folder. Until a mail server is set, e-mails are kept in the folder's mailbox "mail".
help-init-examples =
    taquilla init --name "Help desk" --admin-email admin@example.org --admin-name "Eva Ruiz"
help-init-name = Name of the desk, as e-mails show it
help-init-admin-email = E-mail address of the administrator
help-init-admin-name = Name of the administrator
help-init-timezone = Time zone of the desk
help-init-mail-from = Address that e-mails are sent from

help-demo = Play the whole life of a ticket on a trial desk
help-demo-long =
    Creates a separate desk, runs everybody's commands on it and shows each command, what it prints and each e-mail.
    It touches no other desk. It fails if anything is not as it should be.
help-demo-examples =
    taquilla demo
    taquilla demo --keep /tmp/trial
help-demo-keep = Keep the trial desk in this folder, which has to be new or empty

## One's own account

help-register = Create a new client account
help-register-long =
    Use the e-mail address that you normally use with us. You will receive an e-mail with a code; to activate the account,
    type it with "taquilla confirm".
help-register-examples =
    taquilla register --email ana@example.org --name "Ana López"
    taquilla register --email ana@example.org --name "Ana López" --accept-rules --password-stdin < password.txt
help-register-email = Your e-mail address
help-register-name = Your name

help-confirm = Activate an account with the code received by e-mail
help-confirm-long =
    The code stands on a line of its own in the e-mail and is valid for a limited time. If it has not arrived, look in the
    spam folder or ask for another one with --resend. Confirming logs you in.
help-confirm-examples =
    taquilla confirm --email ana@example.org K7QF-2M9X
    taquilla confirm --email ana@example.org --resend
help-confirm-email = The address you registered with
help-confirm-resend = Send a new code

help-login = Log in
help-login-long =
    Asks for the password without showing it. You stay logged in on this computer until you log out or leave it unused for a while.
    There is no --key: running it twice does no harm, and begins a new session each time.
help-login-examples =
    taquilla login --email ana@example.org
    taquilla login --handle ana-lopez --password-stdin < password.txt
help-login-email = E-mail address of the account
help-login-handle = User name of the account, instead of the address

help-logout = Log out
help-logout-long =
    Ends the session on this computer; with --everywhere, all sessions of your account. Tokens are no sessions and stay
    valid: "taquilla token revoke" ends them. Running it twice does no harm, so there is no --key.
help-logout-examples =
    taquilla logout
    taquilla logout --everywhere
help-logout-everywhere = End all sessions of the account

help-whoami = Show who is logged in
help-whoami-examples =
    taquilla whoami
    taquilla whoami --json

help-password = Change or recover the password
help-password-long = The password needs at least 12 characters. Nobody at the desk can see it.
help-password-examples =
    taquilla password change
    taquilla password forgot --email ana@example.org
help-password-change = Change the password
help-password-change-long =
    Asks for the current password and then for the new one. With --password-stdin they are read in that order, one a line.
    The other sessions of the account end, and so do its tokens.
help-password-change-examples =
    taquilla password change
    taquilla password change --password-stdin < two-lines.txt
help-password-change-password-stdin = Read two lines from standard input: the current password and the new one
help-password-forgot = Ask for a code to choose a new password
help-password-forgot-long =
    Sends a code by e-mail. The answer is always the same, whether the account exists or not.
help-password-forgot-examples =
    taquilla password forgot --email ana@example.org
help-password-forgot-email = E-mail address of the account
help-password-reset = Choose a password with the code received by e-mail
help-password-reset-long =
    Serves to recover the account and to choose the first password after an invitation. It logs you in.
help-password-reset-examples =
    taquilla password reset --email ana@example.org K7QF-2M9X
help-password-reset-email = E-mail address of the account

help-profile = Show or change your own profile
help-profile-long =
    Without options, shows the profile. If you change the e-mail address, the new one receives a code and the old one is told.
    With --lang you change the language of your screens and e-mails, which is kept.
help-profile-examples =
    taquilla profile
    taquilla profile --lang es
help-profile-name = Your name
help-profile-handle = User name: lower-case letters, digits, hyphens and dots, as ana-lopez
help-profile-email = New e-mail address

help-token = Manage access tokens, for scripts
help-token-long =
    A script that has a token in TAQUILLA_TOKEN needs no login: it acts as the owner of the token, within its scope. A token
    beats the session of this computer. All your tokens end when your password, your role or your e-mail address changes.
help-token-examples =
    taquilla token create --name "Monday list" --scope assign
    taquilla token list
help-token-create = Create a token
help-token-create-long =
    The token is all that goes to standard output, and it is not shown again: the desk keeps only its hash.

    A token may do what both your role and its scope allow. "read" only looks. "assign" also assigns, releases and sets
    priorities. "write" also opens tickets, replies, writes notes, closes, reopens and edits. "admin" is for all that you may do
    yourself; but no token creates another, nor changes the password.

    What is looked at through a token does not count as read: only the person reads it.

    It lives 90 days, or as --expires says, 366 days at most.

    There is no --key: to print the token again it would have to be kept. Running it again with the same name is refused as
    long as that token can be used. Nor is there a format that does not show the token, such as ids.
help-token-create-examples =
    taquilla token create --name "Monday list" --scope assign --expires 30d
    taquilla token create --name backup > token.txt
help-token-create-name = Name of the token, by which you will know it
help-token-create-scope = What it may do: read if not given
help-token-create-expires = When it expires: 90d, 12h or 2027-03-31, that day included; 90d if not given
help-token-list = List your tokens; administrators see everybody's
help-token-list-long = The tokens themselves are not shown. One that ended is listed for 30 more days.
help-token-list-examples =
    taquilla token list
help-token-revoke = Revoke a token
help-token-revoke-long = Commands that come with it are refused from then on.
help-token-revoke-examples =
    taquilla token revoke 3
help-token-revoke-id = Id of the token, as "taquilla token list" shows it

## Tickets

help-open = Open a new ticket
help-open-long =
    On a terminal whatever is missing is asked for: the subject, the text and, where there is no text either, the topic.
    The text may be Markdown. With --format ids the number of the ticket is all that is printed.
    With --json, the error about what the house rules do not let through says in "spans" where it is: "start" and "end" count
    Unicode characters of the text as it was given, from 0 and without a BOM; at most 100, and "more_spans" counts the rest.
help-open-examples =
    taquilla open --subject "About the index" -m "How many pages should it have?"
    taquilla open --subject "Chapter 2" -F message.md --attach chapter2.pdf
help-open-subject = Subject of the ticket
help-open-message = Text of the query
help-open-message-file = File with the text of the query; "-" reads standard input
help-open-topic = Help topic, by its full name or its last part; without one, the first that was made and is still in use: on a new desk, "Report a query"
help-open-priority = Priority of the ticket
help-open-for = Client for whom the ticket is opened
help-open-external-id = External id: that of the ticket in another program; must be unique
help-open-follow-up = Number of the closed ticket that this one continues

help-list = List tickets
help-list-long =
    Filters combine. On a terminal the list stops at 25 tickets and says so; to a file or another program it is always
    complete, unless --limit asks for less. A date is 2026-11-24, an RFC 3339 time, 3d or 12h.

    --search looks in subjects and messages and, for staff, in notes too. Accents, capitals and endings do not matter:
    "answered" finds "Answers". All the words must be in the ticket, be it in different messages, and enrol* finds those that
    begin so. The newest come first, unless --sort says otherwise. To search closed tickets too, add --status all. Of a very long
    text only the first 2,000 different words can be found.
help-list-examples =
    taquilla list --unassigned
    taquilla list --search "exam enrol*" --status all
    taquilla list --unassigned --topic History --format ids | taquilla assign - --to marta
help-list-status = Status: new, pending, answered, closed, open (all that are not closed) or all; several with commas between
help-list-mine = Your own or, for staff, those assigned to you
help-list-to = Assigned to this person
help-list-unassigned = Assigned to nobody
help-list-from = From this client
help-list-topic = Of this help topic or those below it
help-list-priority = With this priority
help-list-unread = With something unread
help-list-overdue = Whose answer is overdue
help-list-flagged = With something for the secretary to look at, even if closed
help-list-since = Updated since then: 2026-11-24, "2026-11-24 10:15", or how long ago: 3d, 12h
help-list-until = Updated until then, in the same forms; a day is included
help-list-search = With these words: all of them, whatever the accents and endings; enrol* stands for any that begin so
help-list-external-id = With this external id
help-list-sort = Order of the list
help-list-reverse = In reverse order
help-list-limit = Largest number of tickets to list
help-list-after = Continue after this ticket

help-show = Show a ticket with its thread
help-show-long = What has been shown counts as read, except with --no-mark or through a token.
help-show-examples =
    taquilla show 856444
    taquilla show 856444 --all
help-show-all = Show the changes of the ticket and quoted text, too
help-show-no-mark = Do not mark the ticket as read

help-reply = Post a reply to a ticket
help-reply-long =
    The client and the teacher see it, and the other side receives an e-mail. A ticket that staff replied to becomes "Answered".
    With --json, the error about what the house rules do not let through says in "spans" where it is: "start" and "end" count
    Unicode characters of the text as it was given, from 0 and without a BOM; at most 100, and "more_spans" counts the rest.
help-reply-examples =
    taquilla reply 856444 -m "All right, thank you."
    taquilla reply 856444 -F reply.md --attach outline.pdf --close
help-reply-close = Close the ticket as well
help-reply-pending = The ticket keeps waiting for staff

help-remind = Send a reminder for an answer that is overdue
help-remind-long =
    Client Care and your teacher are told. You may send one once the answer is overdue, and once in 24 working hours; before that you
    are told when the answer is expected.
help-remind-message = What you want to say, which stays in the ticket
help-remind-examples =
    taquilla remind 856444
    taquilla remind 856444 -m "I need it before Friday"
help-note = Post an internal note to a ticket
help-note-long = Only staff see it; the client neither sees it nor is told. To answer, staff and clients alike use "taquilla reply".
help-note-examples =
    taquilla note 856444 -m "Called the student: the chapter comes on Monday."
help-note-message = Text of the note
help-note-message-file = File with the text of the note; "-" reads standard input

help-assign = Assign tickets to a teacher
help-assign-long =
    Takes any number of tickets; "-" reads them from standard input. Either all are assigned or none, except with
    --keep-going. The assignee is told once for each ticket, with the note if there is one; of more than five, once for all of them.

    What is assigned to somebody who is away goes to their substitute, which is said; if they have none, they get it all the same,
    and a warning says so.

    With --auto each ticket goes to the teacher who looks after the client's work; if there is none, to whoever has their last
    ticket; else to a teacher of the topic or, if it has none, of the one above; and else to any teacher. Among several, to the one
    with the fewest open tickets. Nobody who is away or suspended gets anything, and tickets that somebody has already stay as
    they are.

    With --from each line of the file has a number, a user name and, if you like, a note, with commas, semicolons or tabs between.
    The first may name the columns, in any order: number, staff and note. Columns of other names are refused, but for those that
    "taquilla list --format csv" writes.
help-assign-examples =
    taquilla assign 856444 --to marta
    taquilla list --unassigned --format ids | taquilla assign - --to marta --note "November group"
    taquilla list --unassigned --format ids | taquilla assign - --auto --explain
    taquilla assign --from pairs.csv --if-unassigned
help-assign-auto = Assign each ticket to whoever is next
help-assign-explain = Add to the table why each goes where it does
help-assign-from = File with a ticket number and a user name on each line; "-" reads standard input
help-assign-if-unassigned = Refuse tickets that somebody else has
help-assign-number = Numbers of the tickets; "-" reads them from standard input
help-assign-to = Person to assign them to

help-release = Leave tickets unassigned
help-release-long = A teacher who gives a ticket back has to say why. The secretary and the previous assignee are told.
help-release-examples =
    taquilla release 856444 -m "Not my field."
help-release-number = Numbers of the tickets; "-" reads them from standard input
help-release-message = Reason

help-close = Close tickets
help-close-long =
    The client receives an e-mail, with the message if there is one, that says how and until when the ticket can be reopened. The
    assignee stays the same.
help-close-examples =
    taquilla close 856444 -m "Solved. Thank you for your patience."
    taquilla close 856444 310277 --note "No answer since September"
help-close-number = Numbers of the tickets; "-" reads them from standard input

help-reopen = Reopen closed tickets
help-reopen-long =
    The ticket goes back to its assignee. Clients can reopen it within the time that the desk sets; after that they can open
    another one with "taquilla open --follow-up".
help-reopen-examples =
    taquilla reopen 856444 -m "I have another question about this."
help-reopen-number = Numbers of the tickets; "-" reads them from standard input

help-priority = Change the priority of tickets
help-priority-examples =
    taquilla priority 856444 high
help-priority-number = Numbers of the tickets; "-" reads them from standard input
help-priority-level = New priority

help-edit = Correct the details of tickets
help-edit-long = Changes the topic, the subject, the client or the external id. What was posted stays as it is. When a ticket goes to another client, the tickets that were merged into it go with it.
help-edit-examples =
    taquilla edit 856444 --topic History
    taquilla edit 856444 --subject "About chapter 2"
help-edit-number = Numbers of the tickets; "-" reads them from standard input
help-edit-topic = New help topic
help-edit-subject = New subject
help-edit-client = Client that the ticket belongs to
help-edit-external-id = New external id: that of the ticket in another program

help-overdue = List the tickets whose answer is overdue
help-overdue-long =
    Says whose each is, by how many working hours it is late, what the client wrote, and who has it. The longest overdue come first.
    Teachers see only their own.
help-overdue-soon = Those that are past the first warning, but not yet overdue
help-overdue-limit = List at most so many
help-overdue-examples =
    taquilla overdue
    taquilla overdue --soon
    taquilla overdue --format ids | taquilla assign - --to marta
help-next = Show the ticket that is to be answered first
help-next-long =
    It is the one with the nearest deadline of those that you have, or somebody has whom you stand in for; for secretaries, Client Care and
    administrators, of all. The ticket stays unread: "taquilla show" shows its thread.
help-next-examples =
    taquilla next
    taquilla next --format ids
help-stats = Show the dashboard: how much there is and how much was done
help-stats-long =
    Counts the tickets that are open now and those that were opened, closed or first answered in a period: the last 30 days,
    unless another is given. Answer times are working hours, as deadlines are. Each ticket counts for its assignee; topics
    include those under them. Tickets merged into another do not count. Teachers see their own figures only.
help-stats-examples =
    taquilla stats
    taquilla stats --by agent --since 2026-10-01 --until 2026-10-31
    taquilla stats --by topic --format csv
help-stats-since = Beginning of the period: a date, a time, or how long ago ("30d", "12h")
help-stats-until = End of the period, that day included
help-stats-by = Break the figures down

help-merge = Merge tickets about the same matter
help-merge-long =
    What was written in them goes, with its attachments, into the thread of the ticket that goes on, each text with its
    author and its date. The merged tickets are closed and cannot be reopened; their numbers and threads stay. The ticket
    that goes on keeps its topic and its assignee, takes the higher priority, and its deadline counts from whatever waited
    longest. It has to be open, and all must belong to the same client. The client and the assignees get one e-mail each.
help-merge-examples =
    taquilla merge 345678 901234 --into 856444
    taquilla list --from ana-lopez --search chapter --format ids | taquilla merge - --into 856444 --keep-going
help-merge-number = Numbers of the tickets to merge; "-" reads them from standard input
help-merge-into = Number of the ticket that goes on
help-unflag = Marks as dealt with what is against the house rules
help-unflag-long = Takes from tickets the flag that money is mentioned in them, that somebody is insulted, or that a telephone number or an e-mail address is given. "taquilla list --flagged" lists those that have it, and "taquilla show" tells where. Nobody is told.
help-unflag-examples =
    taquilla unflag 856444
    taquilla list --flagged --status all --format ids | taquilla unflag -
help-unflag-number = Numbers of the tickets; "-" reads them from standard input

help-request-call = Ask that the company call the client of a ticket
help-request-call-long =
    For what is urgent and cannot wait until the client reads your answer. The secretaries get a task and an e-mail. Teachers do not
    see the client's telephone, and the client does not see the request. If the same person asks again with the same reason while the
    request is waiting, no other one is made.
help-request-call-examples =
    taquilla request-call 856444 --reason "The enrolment ends today and there is no answer"
help-request-call-reason = Reason, for staff only

help-task = Show the tasks that wait and note those that were done
help-task-long =
    A task is something that somebody on the staff asks for about a ticket: for now, to call the client. Closing a ticket does not end
    its tasks. If the ticket is merged into another, the tasks that wait go to the ticket that goes on.
help-task-examples =
    taquilla task list
    taquilla task done 12 --note "Called: will come on Monday"
help-task-list = List the tasks that wait, oldest first
help-task-list-long =
    Teachers see those that they asked for, without the client's telephone; secretaries, Client Care and administrators see all of
    them, with it. On a terminal the list stops at 25 tasks and says so; to a file or another program it is always complete.
help-task-list-examples =
    taquilla task list
    taquilla task list --all --format csv
help-task-list-all = Also those that were done
help-task-list-limit = Largest number of tasks to list
help-task-done = Note that tasks were done
help-task-done-long =
    It is noted in the thread of the ticket, where only staff see it. Those that were done before stay as they were.
help-task-done-examples =
    taquilla task done 12 --note "Called: will come on Monday"
    taquilla task list --format ids | taquilla task done -
help-task-done-id = Ids of the tasks, as "taquilla task list" shows them; "-" reads them from standard input

help-status = Show the status of a ticket without logging in
help-status-long =
    The first time it sends a code to the ticket's e-mail address; with that code it shows the status and what was posted, for
    that ticket only. The answer is always the same, whether the ticket exists or not. With --dry-run and --code the ticket is shown
    without using the code up.
help-status-examples =
    taquilla status 856444 --email ana@example.org
    taquilla status 856444 --email ana@example.org --code K7QF-2M9X
help-status-email = E-mail address of the ticket's client

help-attachment = List or download the attachments of a ticket
help-attachment-long =
    Without an id, lists the attachments. With one, saves that file in the current folder without replacing another, or where
    --output says; with --json it tells which one it is and where.
help-attachment-examples =
    taquilla attachment 856444
    taquilla attachment 856444 1.1 -o outline.pdf
help-attachment-id = Id of the attachment, as the list shows it
help-attachment-output = File to save it to; "-" writes to standard output
help-attachment-mail = Send the attachment to your own e-mail address

help-rules = Show the house rules
help-rules-long =
    It also says what is dealt with by telephone, with its hours and its cost. When the texts change, clients accept them again before
    they go on writing: with --accept, or with --accept-rules in the command itself.
help-rules-examples =
    taquilla rules
    taquilla rules --accept
help-rules-accept = Accept the house rules and the privacy text

help-topic = Manage the help topics
help-topic-examples =
    taquilla topic list
    taquilla topic add "Historia del arte" --name-en "Art history" --parent Historia
help-topic-list = List the help topics
help-topic-list-examples =
    taquilla topic list
help-topic-add = Add a help topic
help-topic-add-examples =
    taquilla topic add Historia --name-en History
    taquilla topic add Roma --parent Historia --agents marta,luis --auto-assign on
help-topic-add-name = Name in Spanish
help-topic-add-name-en = Name in English
help-topic-add-parent = Topic that it belongs to
help-topic-add-agents = Teachers of the topic, with commas between; "*" for anybody
help-topic-add-auto-assign = Whether new tickets of the topic are assigned when they are opened; "inherit" for as in the topic above
help-topic-add-long =
    Unless something else is said, a topic has the teachers of the topic above, and its tickets are assigned on opening if that one's
    are. With --agents "*" any teacher may answer, though the topic above has its own; with --auto-assign off they are not assigned
    on opening, though those of the topic above are. They are assigned as "taquilla assign --auto" does it.
help-topic-edit-agents = Teachers of the topic, with commas between; "*" for anybody; empty for those of the topic above
help-topic-edit-auto-assign = Whether new tickets of the topic are assigned when they are opened; "inherit" for as in the topic above
help-topic-edit = Change a help topic
help-topic-edit-examples =
    taquilla topic edit Historia --name-en History
    taquilla topic edit "Historia / Roma" --agents "*" --auto-assign off
    taquilla topic edit "Historia / Roma" --agents "" --auto-assign inherit
help-topic-edit-topic = Topic to change
help-topic-edit-name = New name in Spanish
help-topic-edit-name-en = New name in English; empty, none
help-topic-edit-parent = Topic that it is to belong to; empty for none
help-topic-retire = Retire a help topic and those below it
help-topic-retire-long = New tickets are no longer offered it, nor the topics below it; those that have it keep it. To have it offered again, add it again.
help-topic-retire-examples =
    taquilla topic retire History
help-topic-retire-topic = Topic to retire

## People

help-user = Manage accounts
help-user-examples =
    taquilla user list
    taquilla user create --email marta@example.org --name "Marta Gil" --role agent
help-user-list = List accounts
help-user-list-examples =
    taquilla user list --format csv
help-user-list-limit = Largest number of accounts
help-user-list-role = Only accounts with this role
help-user-show = Show an account
help-user-show-examples =
    taquilla user show ana-lopez
help-user-create = Create an account
help-user-create-long =
    The person receives an invitation with a code, with which they choose their password. Nobody else knows it.
help-user-create-examples =
    taquilla user create --email marta@example.org --name "Marta Gil" --role agent
help-user-create-email = E-mail address of the person
help-user-create-name = Name of the person
help-user-create-role = What they will be able to do
help-user-create-handle = User name; made from the name if not given
help-user-create-no-invite = Do not send the invitation
help-user-edit = Change the details of an account
help-user-edit-examples =
    taquilla user edit ana-lopez --agent marta
help-user-edit-name = Name of the person
help-user-edit-handle = New user name
help-user-edit-email = New e-mail address, confirmed with a code
help-user-edit-phone = Phone number
help-user-edit-agent = Teacher who looks after this client's work; empty for none
help-user-role = Change the role of an account
help-user-role-long = Ends the sessions and the tokens of the account. The last administrator has to stay one.
help-user-role-examples =
    taquilla user role marta secretary
help-user-role-role = New role
help-user-suspend = Suspend an account
help-user-suspend-long =
    A suspended client can read their tickets but not write, and is told the reason by e-mail. Until the suspension is lifted,
    the time in which their tickets are to be answered stands still. When a member of staff is suspended, their tickets are left unassigned or go to whom --to names.
help-user-suspend-examples =
    taquilla user suspend ana-lopez --reason "Insults"
    taquilla user suspend luis --reason "On leave" --to marta
help-user-suspend-reason = Reason, which the person is told
help-user-suspend-to = Person who takes over their open tickets
help-user-reinstate = Lift the suspension of an account
help-user-reinstate-examples =
    taquilla user reinstate ana-lopez
help-user-away = Note that somebody is away
help-user-away-long =
    Until the date has passed, the substitute sees and answers their open tickets and gets their notices, and what is assigned to
    them goes to the substitute; if that one goes away too, to the substitute's substitute. Afterwards all is as before, without a
    command. Teachers note their own absence, the secretary that of teachers, administrators that of anybody.
help-user-away-examples =
    taquilla user away marta --until 2026-12-24 --substitute luis
    taquilla user away me --until 3d
help-user-away-until = Last day, or the time of coming back, two years off at most; "3d" is three days from now
help-user-away-substitute = Person who looks after their tickets meanwhile; empty for nobody
help-user-back = Note that somebody is back sooner than expected
help-user-back-examples =
    taquilla user back marta
help-user-reset-password = Send somebody a code to choose another password
help-user-reset-password-long = Ends all their sessions and tokens. Neither the password nor the code is shown to anybody. Suspended staff are not sent one: lift the suspension first.
help-user-reset-password-examples =
    taquilla user reset-password ana-lopez
help-user-import = Create and update accounts from a CSV file
help-user-import-long =
    The first line names the columns, in any order: email and name and, if you like, role, lang and handle. Commas, semicolons or
    tabs will do. Whoever has no account is given one, a client's unless another role is named, and an invitation; whoever has one
    gets the name, the language or the user name changed if they differ. If a line will not do, nothing is done, and you are told
    what is wrong with each. Running the command again changes nothing and sends nothing.
help-user-import-examples =
    taquilla user import students.csv --dry-run
    taquilla user import students.csv
help-user-import-file = CSV file; "-" reads it from standard input
help-user-import-no-invite = Do not send the invitations

## Mail and settings

help-mail = Manage outgoing e-mails
help-mail-examples =
    taquilla mail queue
    taquilla mail test --to office@example.org
help-mail-queue-limit = Largest number of e-mails to list
help-mail-queue = List the e-mails that wait or could not be sent
help-mail-queue-examples =
    taquilla mail queue
help-mail-show = Show an e-mail
help-mail-show-long = Codes are not shown.
help-mail-show-examples =
    taquilla mail show 2cd59bd6
help-mail-flush = Send the waiting e-mails now
help-mail-flush-examples =
    taquilla mail flush
help-mail-retry = Try to send e-mails again
help-mail-retry-examples =
    taquilla mail retry 2cd59bd6 7f03a1c4
help-mail-drop = Discard e-mails without sending them
help-mail-drop-examples =
    taquilla mail drop 2cd59bd6
help-mail-test = Send a test e-mail
help-mail-test-examples =
    taquilla mail test --to office@example.org
help-mail-test-to = Address to send it to

help-config = Show or change the settings of the desk
help-config-examples =
    taquilla config list
    taquilla config set reopen.window 30d
help-config-list-set-only = List only the settings that were changed
help-config-list = List the settings with their values
help-config-list-examples =
    taquilla config list
    taquilla config list --json
help-config-get = Show the value of a setting
help-config-get-examples =
    taquilla config get mail.from
help-config-set = Change a setting
help-config-set-examples =
    taquilla config set mail.smtp.host smtp.example.org
    taquilla config set registration known
help-config-set-value = New value; "-" reads it from standard input
help-config-unset = Set a setting back to its default
help-config-unset-examples =
    taquilla config unset reopen.window
help-config-edit = Open all settings in an editor
help-config-edit-long =
    Without a terminal it opens the editor of TAQUILLA_EDITOR, VISUAL or EDITOR. When saved the changes are checked, and either all are applied or none; what is not touched stays as it is.
    If there is a mistake you can go back to the editor, and what was written is not lost.
help-config-edit-examples =
    taquilla config edit
help-config-export = Write the settings as text
help-config-export-examples =
    taquilla config export > settings.toml
help-config-import = Apply the settings of a file
help-config-import-long = They are checked, and either all are applied or none.
help-config-import-examples =
    taquilla config import settings.toml
help-config-import-file = File of settings; "-" reads standard input

## Upkeep

help-completions = Write the rules for completing commands with the tab key
help-completions-examples =
    taquilla completions bash > ~/.local/share/bash-completion/completions/taquilla
help-completions-shell = Shell to write them for

help-man = Write the manual pages
help-man-long = With --dir, writes a page for each command into that folder; without it, prints the main page.
help-man-examples =
    taquilla man --dir ~/.local/share/man/man1
help-man-page = Command whose page is shown, such as "open" or "user create"
help-man-dir = Folder to write all pages to

help-dump = Write the whole desk to a file
help-dump-long =
    One JSON object a line: accounts with their hashed passwords, topics, tickets with their threads and attachments, settings,
    e-mails and audit, and also what was done with --key, so that it is not done again. Whoever has the file can read everything, so
    only its owner can read it. The desk can be used meanwhile. A copy that is broken off leaves a hidden file beside it,
    ".NAME.unfinished", which is better removed: what is in it is as secret.

    What is only good for a while or on one computer is left out: sessions, tokens, codes (and e-mails with one that have not left
    yet, and registrations that were not confirmed), drafts, failed attempts to log in, and the desk's folder "mail".
help-dump-examples =
    taquilla dump desk.ndjson
    taquilla dump desk.ndjson --attachments files
help-dump-file = New file; "-" writes to standard output
help-dump-attachments = Folder for the attachments, which are otherwise in the file
help-load = Make a desk from what dump wrote
help-load-long =
    There must be no desk in the folder yet. All of it is loaded, or nothing is left. Nobody has to be logged in. E-mails that had
    not left are held until mail.hold is set to off.

    Passwords are what they were, but there are no sessions, tokens, codes or drafts in a dump: everybody logs in again, scripts need
    another token, and invited people who had no password yet are sent another code with "taquilla user reset-password USER". What
    was done with --key is not done again here.
help-load-examples =
    taquilla load desk.ndjson --desk /srv/desk
    taquilla load desk.ndjson --attachments files
help-load-file = File that dump wrote; "-" reads it from standard input
help-load-attachments = Folder in which dump left the attachments
help-calendar = Show when the desk works and how deadlines are counted
help-calendar-examples =
    taquilla calendar show --year 2027
    taquilla calendar due 2027-03-25
help-calendar-show = Show the hours, the holidays and the clock changes of a year
help-calendar-show-year = Year to be shown; without the option, this one
help-calendar-show-examples =
    taquilla calendar show
    taquilla calendar show --year 2027 --json
help-calendar-due = Explain step by step when the answer to a message is due
help-calendar-due-long =
    Counts the working hours from a client's message to the warning of the teacher and to the deadline of the answer, and
    says why the other days do not count.
help-calendar-due-time = Moment of the message: 2027-03-25, "2027-03-25 09:00", or how long ago: 3d, 12h
help-calendar-due-examples =
    taquilla calendar due 2027-03-25
    taquilla calendar due "2027-03-25 09:00"
    taquilla calendar due 3d
help-calendar-import = Add the holidays of an .ics file to the calendar
help-calendar-import-long =
    Those that are not there yet are added to calendar.holidays, all or none. The file is an iCalendar file: whole days count, one or
    several in a row, and those that come again every year on the same date.
help-calendar-import-file = iCalendar file; "-" reads standard input
help-calendar-import-examples =
    taquilla calendar import holidays-2027.ics --dry-run
    taquilla calendar import holidays-2027.ics
help-audit = Show what was done, by whom and through what
help-audit-long =
    Newest first. On a terminal the list stops at 25 entries and says so; to a file or another program it is always complete,
    unless --limit asks for less. For administrators only. "taquilla verify" checks that nothing was changed or taken out.
help-audit-examples =
    taquilla audit --ticket 856444
    taquilla audit --user marta --since 7d --format csv
help-audit-ticket = Only what touched this ticket
help-audit-user = Only what this person did; "me" is your own account
help-audit-since = Only from then on: 2026-11-24, "2026-11-24 10:15", or how long ago: 3d, 12h
help-audit-limit = Largest number of entries to list

help-purge = Delete for ever the tickets that were closed long ago
help-purge-long =
    Deletes the tickets that were closed before the date, with their threads, the attachments that no other ticket uses, the e-mails,
    the drafts and the tasks; also e-mails that have not left yet. Tickets merged into another are deleted with it, and not before. The
    number is never given again, and whoever looks for it is told that there is no such ticket. "taquilla audit" keeps who deleted it and
    when; what was noted before about those tickets loses its details, and what a command printed of them under --key is not
    printed again.

    This cannot be undone: it asks for confirmation or, where nobody is there to be asked, for --yes. It goes in steps of at most
    {"200"} tickets, so that others can work meanwhile: if it is interrupted, what is deleted stays deleted and the next time does the
    rest. For administrators only. The setting "retention.closed" does it by itself.

    It does not reach what lies outside the desk's data: e-mails that were delivered, also those that a desk without a mail server
    keeps in its folder "mail", and copies made before. In the file desk.redb free space is used again little by little and may hold
    remnants until then; a desk that "taquilla load" makes from a copy by "taquilla dump" has none.
help-purge-examples =
    taquilla purge --closed-before 2024-01-01 --dry-run
    taquilla purge --closed-before 730d --yes
help-purge-closed-before = When they were closed at the latest: 2024-01-01, "2024-01-01 10:15", or how long ago: 730d
help-purge-limit = Number of tickets after which it stops

help-verify = Check that the data of the desk are whole
help-verify-long =
    Reads every record and changes nothing, but for the search index if --reindex asks for it. Needs no login: owning the
    folder is enough. While it reads the data, commands that change something wait.
help-verify-examples =
    taquilla verify
    taquilla verify --reindex
help-verify-reindex = Rebuild the search index from the texts first

help-tick = Bring up to date whatever depends on the time
help-tick-long =
    Tells people of answers that are due soon or overdue, sends the e-mails that wait, ends absences, and removes what has
    expired. Each notice is sent once, however often the command is run and however many run at the same time. Needs no login:
    owning the folder is enough.

    It also deletes what the settings "retention.closed", "retention.audit" and "retention.pending" say is not to be kept any
    longer. The last one counts from when a client's account was created, or from the last invitation, which is not valid for
    longer than that: whoever has not confirmed by then is removed altogether, and the address may register anew. Staff and
    whoever has or had tickets are never removed. What people ask for themselves and do not confirm never becomes an account: it
    expires with its code.

    It is best run every minute by cron, or as a service with --every; "man taquilla-guide" shows how. Without that, each
    command that changes something does a little of it on the way.

    With --every it goes on until it is asked to end, and nothing is left half done: after SIGTERM or SIGHUP, as with "systemctl
    stop", it ends with code 0; after Ctrl-C with 130.
help-tick-examples =
    taquilla tick
    taquilla tick --dry-run
    taquilla tick --every 10s
help-tick-every = Does not end: repeats it with this pause, such as 10s or 5m

help-doctor = Look for what is set up wrongly and say how to put it right
help-doctor-long = Looks at the permissions of the folder, the mail and the settings, and changes nothing. Needs no login.
help-doctor-examples =
    taquilla doctor
