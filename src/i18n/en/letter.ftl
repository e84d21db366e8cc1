# What the desk's letters say.

letter-greeting = Hello { $name },
letter-greeting-nobody = Hello,
letter-stands-in = You get this e-mail because you stand in for { $name } until { $when }.
letter-and = { $before } and { $last }
letter-closing = Kind regards,

## The verbs of the command line, as somebody who reads English types them

letter-verb-show = show
letter-verb-reply = reply
letter-verb-assign = assign
letter-verb-reopen = reopen
letter-verb-open = open
letter-verb-list = list
letter-verb-overdue = overdue
letter-verb-tasks = task list
letter-verb-confirm = confirm
letter-verb-reset = password reset
letter-verb-forgotten = password forgot
letter-verb-status = status
letter-verb-register = register
letter-verb-login = login
letter-verb-attachment = attachment
letter-verb-profile = profile
letter-verb-mail = mail
letter-verb-user-edit = user edit
letter-placeholder-agent = TEACHER
letter-placeholder-address = YOUR-ADDRESS
letter-placeholder-number = NUMBER
letter-placeholder-phone = TELEPHONE

## What a ticket is

letter-field-number = Number
letter-field-status = Status
letter-field-topic = Help topic
letter-field-subject = Subject
letter-field-priority = Priority
letter-field-assignee = Assigned to
letter-field-due = Answer due
letter-field-overdue = Overdue since
letter-field-since = Waiting since
letter-field-follows = Follows ticket
letter-field-reason = Reason
letter-field-handle = User name
letter-field-ticket = Ticket

letter-status-new = New
letter-status-pending = Pending
letter-status-answered = Answered
letter-status-closed = Closed

letter-priority-low = Low
letter-priority-normal = Normal
letter-priority-high = High
letter-priority-emergency = Emergency

letter-role-client = client
letter-role-agent = teacher
letter-role-secretary = Secretary's office
letter-role-care = Client Care
letter-role-admin = administration

## The texts of the thread, and their files

letter-text-message = { $author } wrote on { $when }:
letter-text-reply = { $author } ({ $role }) answered on { $when }:
letter-text-note = Internal note by { $author } ({ $role }), { $when }:
letter-text-cut = The text goes on; all of it is in the ticket.
letter-earlier = The thread so far:
letter-earlier-left-out = { $count ->
    [one] There is one text before these; it is in the ticket.
   *[other] There are { $count } texts before these; they are in the ticket.
}
letter-files-here = Attachments: { $files }
letter-files-left-out = { $count ->
    [one] This file is too large for an e-mail. To receive it:
   *[other] These files are too large for an e-mail. To receive them:
}
letter-files-more = { $count ->
    [one] There is one more file in the ticket.
   *[other] There are { $count } more files in the ticket.
}

## The next step

letter-next-show = To read all of it:
letter-next-follow = To see how it is going:
letter-next-reply = To answer:
letter-next-assign = To assign it:
letter-next-mine = To see the tickets assigned to you:
letter-next-tasks = To see what is waiting:
letter-next-list = To see them:
letter-next-open = To open a ticket:
letter-next-read = To read your tickets:

## A ticket is opened

letter-opened-client = We have received your query and given it the number { $number }.
letter-opened-for-client = { $actor } has opened a ticket on your behalf, number { $number }.
letter-opened-due = You will have an answer by { $when }.
letter-opened-overdue = We will answer you as soon as we can.
letter-opened-text = This is your query:
letter-opened-assigned = { $client } ({ $handle }) has opened ticket { $number }, which is assigned to you.
letter-opened-unassigned = { $client } ({ $handle }) has opened ticket { $number }. Nobody is assigned yet.
letter-opened-others = { $client } ({ $handle }) has opened ticket { $number }. It is assigned to { $assignee }.
letter-opened-for-assigned = { $actor } has opened ticket { $number } on behalf of { $client } ({ $handle }). It is assigned to you.
letter-opened-for-unassigned = { $actor } has opened ticket { $number } on behalf of { $client } ({ $handle }). Nobody is assigned yet.
letter-opened-for-others = { $actor } has opened ticket { $number } on behalf of { $client } ({ $handle }). It is assigned to { $assignee }.

## What becomes of it

letter-assigned = { $actor } has assigned ticket { $number } to you. It comes from { $client } ({ $handle }).
letter-message = { $client } ({ $handle }) has written in ticket { $number }.
letter-reminded = { $client } ({ $handle }) has sent a reminder for ticket { $number }, which is overdue.
letter-reminded-unassigned = { $client } ({ $handle }) has sent a reminder for ticket { $number }, which is overdue. Nobody is assigned yet.
letter-reply = { $actor } has answered in your ticket { $number }.
letter-note = { $actor } has written an internal note in ticket { $number } of { $client } ({ $handle }).
letter-closed-client = We have closed your ticket { $number }, as we take the matter to be settled.
letter-closed-staff = { $actor } has closed ticket { $number } of { $client } ({ $handle }).
letter-closed-by-client = { $client } ({ $handle }) has closed their ticket { $number }.
letter-closed-window = If you would like to come back to it, you can reopen it until { $when }:
letter-closed-follow-up = If you would like to come back to it, open a new one that follows it up:
letter-reply-window = The ticket is closed. If you answer, it is reopened; you can do so until { $when }:
letter-reply-follow-up = The ticket is closed and can no longer be reopened. If you would like to come back to it, open a new one that follows it up:
letter-reopened-client = We have reopened your ticket { $number }.
letter-reopened-staff = { $actor } has reopened ticket { $number } of { $client } ({ $handle }).
letter-reopened-by-client = { $client } ({ $handle }) has reopened their ticket { $number }.
letter-released = { $actor } has left ticket { $number } of { $client } ({ $handle }) unassigned.
letter-released-agent = Ticket { $number } of { $client } ({ $handle }) is no longer yours: { $actor } has left it unassigned.
letter-task = { $actor } asks that { $client } ({ $handle }) be called about ticket { $number }.
letter-task-phone = The telephone is not in this e-mail: the list of tasks has it.
letter-task-no-phone = No telephone of the client is known. To note one:
letter-merged-client = { $count ->
    [one] We have merged your ticket { $merged } into ticket { $number }, because they are about the same matter.
   *[other] We have merged your tickets { $merged } into ticket { $number }, because they are about the same matter.
}
letter-merged-client-then = { $count ->
    [one] Everything that was written in it is now in ticket { $number }. Please write to us in that one from now on.
   *[other] Everything that was written in them is now in ticket { $number }. Please write to us in that one from now on.
}
letter-merged-assigned = { $count ->
    [one] { $actor } has merged ticket { $merged } into ticket { $number }, from { $client } ({ $handle }), which is yours.
   *[other] { $actor } has merged tickets { $merged } into ticket { $number }, from { $client } ({ $handle }), which is yours.
}
letter-merged-others = { $count ->
    [one] { $actor } has merged ticket { $merged } into ticket { $number }, from { $client } ({ $handle }).
   *[other] { $actor } has merged tickets { $merged } into ticket { $number }, from { $client } ({ $handle }).
}
letter-merged-texts = These texts have been added to the ticket:
letter-merged-away = { $count ->
    [one] { $actor } has merged ticket { $merged }, from { $client } ({ $handle }), which was yours, into another one that is not yours. It goes on there; there is nothing more for you to do.
   *[other] { $actor } has merged tickets { $merged }, from { $client } ({ $handle }), which were yours, into another one that is not yours. They go on there; there is nothing more for you to do.
}
letter-waiting-assigned = { $client } ({ $handle }) is waiting for an answer in ticket { $number }, which is assigned to you.
letter-waiting-others = { $client } ({ $handle }) is waiting for an answer in ticket { $number }. It is assigned to { $assignee }.
letter-waiting-unassigned = { $client } ({ $handle }) is waiting for an answer in ticket { $number }. Nobody is assigned yet.
letter-waiting-due = Reminder: the answer is due on { $when }.
letter-waiting-overdue = The ticket is overdue: the answer was due on { $when }.
letter-copy = Here is what you asked for from ticket { $number }.
letter-copy-file = Here is the file "{ $file }" from ticket { $number }.
letter-news = There is news in ticket { $number }.

## Several tickets at once

letter-summary-assigned-subject = Tickets assigned to you: { $count }
letter-summary-assigned = { $actor } has assigned these tickets to you:
letter-summary-released-subject = Tickets left unassigned: { $count }
letter-summary-released = { $actor } has left these tickets unassigned:
letter-summary-released-agent = These tickets are no longer yours, as { $actor } has left them unassigned:
letter-summary-closed-subject = Tickets closed: { $count }
letter-summary-closed = { $actor } has closed these tickets:
letter-summary-closed-client = We have closed these tickets of yours, as we take the matters to be settled:
letter-summary-reopened-subject = Tickets reopened: { $count }
letter-summary-reopened = { $actor } has reopened these tickets:
letter-summary-reopened-client = We have reopened these tickets of yours:
letter-summary-news-subject = Tickets with news: { $count }
letter-summary-news = There is news in these tickets:
letter-summary-overdue-subject = Overdue tickets: { $count }
letter-summary-waiting-subject = Tickets waiting for an answer: { $count }
letter-summary-waiting = These tickets are waiting for an answer:
letter-summary-ticket-due = { $ticket }: the answer is due on { $when }
letter-summary-ticket-overdue = { $ticket }: the answer was due on { $when }
letter-summary-ticket-unassigned = { $ticket }; unassigned
letter-summary-ticket-of = { $ticket }; assigned to { $assignee }
letter-summary-left-out = … and { $count } more.
letter-summary-closed-window = If you would like to come back to one of them, you can reopen it until { $when }:
letter-summary-closed-follow-up = If you would like to come back to one of them, open a new one that follows it up:

## One-time codes

letter-code-until = The code works once, until { $when }.
letter-code-once = The code works once.
letter-code-next = Type this command:
letter-register-subject = Confirm your account at { $desk }
letter-register = Thank you for registering at { $desk }. This is the code that confirms your account:
letter-register-name = An account was asked for in the name of { $name }. If that is not you, do not use the code: somebody else asked for it.
letter-register-ignore = If you did not ask for this account, there is nothing you need to do: without the code it will not be opened.
letter-reset-subject = A new password for { $desk }
letter-reset = This is the code to set a new password:
letter-reset-ignore = If you did not ask for it, there is nothing you need to do: your password stays as it is.
letter-reset-by-staff = The staff of { $desk } have asked you to choose a new password, and have ended all your sessions. This is the code to choose it with:
letter-reset-by-staff-then = Until you choose another, your password stays as it was. If you did not expect this e-mail, please ask us.
letter-status-subject = Code to see the status of ticket { $number }
letter-status = This is the code to see the status of ticket { $number }:
letter-status-ignore = If you did not ask for it, there is nothing you need to do.
letter-new-address-subject = Confirm your new e-mail address
letter-new-address = This is the code that makes this address the one of your account at { $desk }:
letter-new-address-ignore = If you did not ask for it, there is nothing you need to do: without the code nobody can use your address.

## Accounts

letter-invited-subject = Your account at { $desk }
letter-invited = We have opened an account for you at { $desk }.
letter-invited-code = With this code you choose your password:
letter-invited-then = That also logs you in, and you can begin.
letter-taken-subject = You already have an account at { $desk }
letter-taken = Somebody tried to register at { $desk } with this address, which already has an account. If it was you, just log in:
letter-taken-forgotten = If you have forgotten the password, ask for a code to set another:
letter-taken-ignore = If it was not you, there is nothing you need to do.
letter-unknown-subject = Your registration at { $desk }
letter-unknown = Somebody tried to register at { $desk } with this address, which is not in our records. If it was you, please register with the same e-mail address that you gave us when you placed your order:
letter-unknown-ignore = If it was not you, there is nothing you need to do.
letter-changed-subject = Your e-mail address has changed
letter-changed = The address of your account at { $desk } is now { $address }. We will no longer write to this one.
letter-changed-alarm = If you did not ask for this, please tell us at once.
letter-changed-next = To see your account:
letter-welcome-subject = Welcome to { $desk }
letter-welcome = Your account is confirmed. This is your user name, by which our teachers will know you:
letter-welcome-rules = House rules
letter-welcome-phone = Telephone for complaints, more pages and prices: { $phone }
letter-suspended-subject = Your account has been suspended
letter-suspended = Your account at { $desk } has been suspended.
letter-suspended-meaning = You can still log in and read your tickets, but you cannot open new ones, or reply to, send reminders about, close or reopen those you have. Meanwhile the deadline does not run.
letter-suspended-phone = From now on we will be glad to help you by telephone: { $phone }.
letter-reinstated-subject = Your account is active again
letter-reinstated = Your account at { $desk } is active again: you can open tickets and answer as before.
letter-reinstated-phone = If anything is unclear, call us: { $phone }.

## Trying the mail out

letter-test-subject = Test e-mail from { $desk }
letter-test = If you can read this, the mail of { $desk } works. It was written on { $when }.
letter-test-next = To see the e-mails that wait to leave:

## Letters that do not arrive

letter-bounced-subject = An e-mail could not be delivered
letter-bounced = We could not deliver an e-mail to { $address }, and it will not be tried again.
letter-bounced-next = To look at it:

## The foot

letter-small-reply = You can also answer this e-mail: what you write will be added to the ticket.
letter-small-automatic = This e-mail was sent by a program: nobody reads answers to it.
letter-small-contact = If you need help, write to { $contact }.
letter-small-phone = Our telephone: { $phone }.
