## What is said when something is done. It goes to the stream for talk; data go apart.

done-equivalent = Next time, in a single command: { $command }
done-already = It was like that already; nothing to change.
done-no-numbers = No number came in: nothing was done.
done-merged-before = Ticket { $number } is part of { $into }, where it goes on.
done-words-not-kept =
    { $count ->
        [one] Nothing changed in ticket { $number }, so your words were not kept. To write them: taquilla { $command }
       *[other] Nothing changed in { $count } tickets, so your words were not kept there. To write them, one by one: taquilla { $command }
    }
done-dry-run = This was a rehearsal: nothing was changed and no mail was sent.
done-dry-run-again = The command was already run under that key: this is what it said then, and nothing more would be done.
done-dry-run-mail = Mail would go to { $people }.
done-dry-run-many = Mail would go to { $count } people.
done-letters-given-up = The mail server has refused a notice, and it will not be tried again; see it with "taquilla mail queue", or tell your administrator.
done-letters-given-up-reader = A notice by e-mail could not be delivered, and it will not be tried again; what you did is saved all the same.
done-letters-wait = There are notices by e-mail that have not left yet; they wait and will be tried again.

done-init = The desk is ready and you are logged in. Next: create accounts for your staff with "taquilla user create".
done-register = We have sent a code to { $email }. To finish: taquilla confirm --email { $email } CODE
done-resend = If there is a registration to be confirmed, we have sent another code to { $email }.
done-confirm = Welcome, { $name }. Your account is active and your user name is { $handle }.
done-confirm-address = Your new e-mail address is now that of your account. The other sessions and your tokens have ended.
done-login = Hello, { $name }.
done-logout = You are logged out.
done-logout-already = Nobody was logged in.
done-password = The password is changed. The other sessions and the tokens of your account have ended.
done-forgot = If { $email } has an account, we have sent it a code. Then: taquilla password reset --email { $email } CODE
done-reset = The password is set, { $name }, and you are logged in.
done-profile = Your profile is up to date.
done-new-address = We have sent a code to { $email }. The change takes effect once you confirm it: taquilla confirm --email { $email } CODE

done-token-create = Keep it now: it will not be shown again. The token "{ $name }" has the scope { $scope } and expires on { $expires }. To end it before: taquilla token revoke { $id }
done-token-revoke = The token "{ $name }" is revoked.
done-no-tokens = There are no tokens.
done-token-beats = TAQUILLA_TOKEN is set: as long as it is, commands use that token and not the session.
done-audit-empty = There is nothing to show.
done-audit-stops = These are the { $count } newest. To see more: --limit 100

done-open = Ticket { $number } is open. We will write to you when there is an answer.
done-open-due = Ticket { $number } is open. You can expect the answer by { $due }.
done-reply = Your reply is in ticket { $number }.
done-reply-reopened = Reply posted. Ticket { $number } was closed and is open again.
done-reply-closed = Your reply is in ticket { $number }, which is closed now.
done-show-late = The answer is overdue. To send a reminder: taquilla remind { $number }
done-remind = Reminder sent for ticket { $number }: Client Care has been told.
done-note = Your internal note is in ticket { $number }. The client does not see it.
done-assign =
    { $count ->
        [one] Ticket { $number } is assigned.
       *[other] { $count } tickets are assigned.
    }
done-assign-substitute = { $name } is away until { $until }: what is assigned to them goes to { $substitute }.
done-assign-away = Note: { $name } is away until { $until }, and nobody looks after their tickets meanwhile.
done-release =
    { $count ->
        [one] Ticket { $number } is assigned to nobody now.
       *[other] { $count } tickets are assigned to nobody now.
    }
done-close =
    { $count ->
        [one] Ticket { $number } is closed.
       *[other] { $count } tickets are closed.
    }
done-reopen =
    { $count ->
        [one] Ticket { $number } is open again.
       *[other] { $count } tickets are open again.
    }
done-close-tasks =
    { $count ->
        [one] Ticket { $number } has tasks that wait; they stay on the list. To see them: taquilla { $command }
       *[other] { $count } of them have tasks that wait; they stay on the list. To see them: taquilla { $command }
    }
done-request-call = The secretaries now have task { $id }: call the client of ticket { $number }.
done-task =
    { $count ->
        [one] Task { $id } is done; ticket { $number } says so.
       *[other] { $count } tasks are done; their tickets say so.
    }
done-task-note = Your note was not kept. To write it: { $command }
done-no-ids = No id came in: nothing was done.
done-no-tasks = No task is waiting.
done-tasks-stop = These are the first { $count } tasks. To see more: --limit 100
done-tasks-no-phone = To note the telephone that is missing: taquilla user edit { $handle } --phone TELEPHONE
done-retention-tickets =
    { $count ->
        [one] By that, one closed ticket would be deleted for ever.
       *[other] By that, { $count } closed tickets would be deleted for ever.
    }
done-retention-many-tickets = By that, more than { $count } closed tickets would be deleted for ever.
done-retention-links =
    { $count ->
        [one] By that, the details of one entry of the audit would be deleted for ever.
       *[other] By that, the details of { $count } entries of the audit would be deleted for ever.
    }
done-retention-many-links = By that, the details of more than { $count } entries of the audit would be deleted for ever.
done-retention-accounts =
    { $count ->
        [one] By that, one account that was never confirmed would be deleted for ever.
       *[other] By that, { $count } accounts that were never confirmed would be deleted for ever.
    }
done-retention-many-accounts = By that, more than { $count } accounts that were never confirmed would be deleted for ever.
done-purge =
    { $count ->
        [one] One ticket is deleted for ever.
       *[other] { $count } tickets are deleted for ever.
    }
done-purge-none = No ticket was closed before that; nothing was deleted.
done-merge =
    { $count ->
        [one] Ticket { $number } merged into { $into }.
       *[other] { $count } tickets merged into { $into }.
    }
done-unflag =
    { $count ->
        [one] The flags of ticket { $number } are cleared.
       *[other] The flags of { $count } tickets are cleared.
    }
done-edit =
    { $count ->
        [one] Ticket { $number } is changed.
       *[other] { $count } tickets are changed.
    }
done-priority =
    { $count ->
        [one] The priority of ticket { $number } is changed.
       *[other] The priority of { $count } tickets is changed.
    }
done-list-empty = There are no tickets to show.
done-search-empty-open = No open ticket has all of these words. To search the closed ones too, add --status all.
done-search-empty = No ticket has all of these words. Try fewer, or the beginning of one: enrol*
done-no-people = There are no accounts to show.
done-people-stop = These are the first { $count } accounts. To see more: --limit 100
done-list-stops = These are the first { $count }. To see more: --limit 100, or --after NUMBER.
done-overdue-empty = No ticket is overdue.
done-overdue-soon-empty = No ticket will be overdue soon.
done-next = To see it: taquilla { $show } · To answer: taquilla { $reply }
done-next-none = Nothing waits for an answer.
done-status-merged = This ticket is part of { $into }, where it goes on. To see it: { $command }
done-status-code = If the address is that ticket's, we have sent it a code. Then: taquilla status { $number } --email YOUR-ADDRESS --code CODE
done-no-attachments = This ticket has no attachments.
done-attachment = Saved as { $path }.
done-attachment-mailed = We are sending the file "{ $file }" to your address.
done-topic = The topic is saved.

done-user-create = The account of { $name } has been made; the user name is { $handle }.
done-user-edit = The account of { $name } is up to date.
done-user-role = { $name } has another role. Their sessions and tokens have ended.
done-user-suspend = The account of { $name } is suspended.
done-user-reinstate = The account of { $name } is active again.
done-user-away = It is noted that { $name } is away.
done-user-away-substitute = Until { $until }, their open tickets are looked after by { $substitute }.
done-user-away-nobody = Until { $until }, nobody looks after their open tickets. To have somebody do it: taquilla user away { $handle } --until DATE --substitute USER
done-user-away-notices = Notices for the role of { $role } still go to them, since { $substitute } does not see all tickets.
done-user-away-handed-on = { $name } stood in for { $other }, who is away: their tickets are looked after by { $substitute } now.
done-user-away-left-alone = Note: { $name } stood in for { $other }, who is away, and nobody looks after their tickets now. To have somebody do it: taquilla user away { $handle } --until DATE --substitute USER
done-user-stands-in = { $name } stands in for { $other } ({ $handle }) again, until { $until }.
done-user-role-not-away = { $name } is no longer noted as away: a client cannot be, and their notices reach them again.
done-user-back = { $name } is back and looks after their tickets again.
done-user-reset-password = We have sent { $name } a code for a new password. Their sessions and tokens have ended.
done-dump = The whole desk ({ $tickets ->
    [one] one ticket
   *[other] { $tickets } tickets
}) is in { $path }. Keep it safe: whoever has that file can read everything.
done-dump-untold = The audit does not tell of this copy: the desk could not be written to.
done-dump-beside = The whole desk ({ $tickets ->
    [one] one ticket
   *[other] { $tickets } tickets
}) is in { $path }, with the attachments in the folder { $folder }. Keep both safe: whoever has them can read everything, and both are needed to load the desk.
done-load = The desk is loaded: { $tickets ->
    [one] one ticket
   *[other] { $tickets } tickets
} and { $accounts ->
    [one] one account
   *[other] { $accounts } accounts
}. Nobody is logged in.
done-load-rehearsed = The desk would have { $tickets ->
    [one] one ticket
   *[other] { $tickets } tickets
}, { $accounts ->
    [one] one account
   *[other] { $accounts } accounts
}, { $attachments ->
    [one] one attachment
   *[other] { $attachments } attachments
} and { $letters ->
    [one] one e-mail
   *[other] { $letters } e-mails
}.
done-load-held =
    { $count ->
        [one] An e-mail that had not left yet is held, in case it has left the desk that it comes from.
       *[other] { $count } e-mails that had not left yet are held, in case they have left the desk that they come from.
    } Once this is the desk in use: taquilla config set mail.hold off
done-load-invited =
    { $count ->
        [one] One invited person has no password yet, and the code they received is not valid here.
       *[other] { $count } invited people have no password yet, and the codes they received are not valid here.
    } To send each of them another: taquilla user reset-password USER
done-user-import = New accounts: { $created }. Changed: { $updated }. Unchanged: { $unchanged }.
done-ignored-columns = Nothing is taken from these columns: { $columns }
done-user-address = We have sent a code to { $email }. The change takes effect once that person confirms it.

done-queue-empty = No e-mails are waiting.
done-queue-stops = These are the first { $count } e-mails. To see more: --limit 100
done-flush = Sent: { $sent }. Still waiting: { $failed }.
done-tick = Done: { $done }.
done-tick-rehearsed = Would do: { $done }.
done-tick-nothing = Nothing was due.
done-tick-postponed = tickets whose deadline was put back ({ $count })
done-tick-overdue = overdue tickets ({ $count })
done-tick-warned = tickets due soon ({ $count })
done-tick-put_forward = letters dated ahead ({ $count })
done-tick-absences = absences over ({ $count })
done-tick-codes = expired codes ({ $count })
done-tick-sessions = expired sessions ({ $count })
done-tick-tokens = expired tokens ({ $count })
done-tick-orphans = files without a ticket ({ $count })
done-tick-keys = expired keys ({ $count })
done-tick-purged = old tickets deleted ({ $count })
done-tick-erased = audit details erased ({ $count })
done-tick-unconfirmed = unconfirmed accounts deleted ({ $count })
done-tick-texts = texts indexed ({ $count })
done-tick-letters = notices queued ({ $count })
done-tick-retries = e-mails to be sent ({ $count })
done-mail-sent = The e-mail to { $email } has left.
done-mail-dead = The e-mail to { $email } has not left, and it will not be tried again. Reason: { $reason }
done-mail-retry = The e-mail to { $email } has not left; it waits and will be tried again. Reason: { $reason }
done-mail-leased = The e-mail to { $email } is on its way; "taquilla mail queue" tells whether it has left.
done-mail-pending = The e-mail to { $email } waits for its turn.
done-mail-cancelled = The e-mail to { $email } is no longer needed and will not leave.
done-mail-held = All mail is held back; it leaves with "taquilla config set mail.hold off".
done-mail-drop-already = It was not going to leave any more; there is nothing to drop.
done-mail-drop =
    { $count ->
        [one] The e-mail is dropped.
       *[other] { $count } e-mails are dropped.
    }
done-config = { $key } = { $value }
done-config-already = { $key } was like that already.
done-config-unset = { $key } has its usual value again.
done-calendar-empty = There are no holidays in the file.
done-calendar-import =
    { $added ->
        [one] Added { $added } holiday to calendar.holidays
       *[other] Added { $added } holidays to calendar.holidays
    }{ $known ->
        [0] .
        [one] ; { $known } was one already.
       *[other] ; { $known } were holidays already.
    }
done-man =
    { $count ->
        [one] One page written.
       *[other] { $count } pages written.
    }
done-reindex = The search index has been rebuilt, and everything is in order.
done-verify = Everything is in order.
done-verify-faults =
    { $count ->
        [one] The verification found a fault. Technical detail:
       *[other] The verification found { $count } faults. Technical details:
    }
done-doctor-well = There is nothing to put right.
done-doctor-no-server = There is no mail server: notices are kept in the desk's folder "mail". Set one with "taquilla config set mail.smtp.host SERVER".
done-doctor-no-from = The desk's address is missing: taquilla config set mail.from ADDRESS
done-doctor-letters-wait =
    { $count ->
        [one] An e-mail has waited since { $since }. Last error: { $error }
       *[other] { $count } e-mails wait, the first since { $since }. Last error: { $error }
    }
done-doctor-given-up =
    { $count ->
        [one] An e-mail could not be sent; see it with "taquilla mail queue".
       *[other] { $count } e-mails could not be sent; see them with "taquilla mail queue".
    }
done-doctor-no-secretary = Nobody is a secretary: their notices go to the administrators.
done-doctor-no-phone = There is no telephone for complaints, more pages and prices, nor for suspended clients. Set one with "taquilla config set desk.phone NUMBER".
done-doctor-no-holidays = The desk has no holidays of its own for { $year } yet: regional and local ones are published each autumn. Add them with "taquilla calendar import FILE.ics" or by writing the whole list with "taquilla config edit".
done-doctor-no-working-day = { $year } has no working day: "taquilla calendar show --year { $year }" shows it.
done-doctor-holidays-past =
    { $count ->
        [one] The only dated holiday of calendar.holidays is over. New ones are added with "taquilla calendar import FILE.ics".
       *[other] All { $count } dated holidays of calendar.holidays are over. New ones are added with "taquilla calendar import FILE.ics".
    }
done-doctor-dated-ahead =
    { $count ->
        [one] The system's clock was ahead: a ticket is dated { $until }, and its deadline does not count before that. Check the clock.
       *[other] The system's clock was ahead: { $count } tickets are dated up to { $until }, and their deadlines do not count before that. Check the clock.
    }
done-doctor-never-due = By the desk's calendar no answer is ever due: check calendar.week, calendar.holidays and answer.due.
done-doctor-unfinished = A desk that was left half made is in { $path }; it is of no use. The next init or load removes it; it can also be deleted.
done-doctor-audit = The record of changes is damaged; run "taquilla verify".
done-rules = You have accepted the house rules and the privacy text.
done-rules-already = You had accepted them already.
done-suspended = Your account is suspended ({ $reason }): you can read your tickets, but not write.
done-suspended-phone = Your account is suspended ({ $reason }): you can read your tickets, and for everything else we will help you by telephone: { $phone }.
