## What is asked when something is missing.

ask-desk-name = Name of the desk
ask-admin-name = Your name
ask-admin-email = Your e-mail address
ask-email = E-mail address
ask-login = E-mail address or user name
ask-name = Name and surname
ask-password = Password (it does not show as you type)
ask-old-password = Current password (it does not show as you type)
ask-new-password = New password (12 characters or more; it does not show as you type)
ask-new-password-again = The new password again
ask-passwords-differ = The two are not the same. Please type them again.
ask-code = Code
ask-code-where = The code is in the e-mail that we sent you, on a line of its own, for example K7QF-2M9X. Look among the junk mail too.
ask-number = Ticket number
ask-into = Which ticket are they merged into? (its number)
ask-message = Query
ask-reply = Reply
ask-note = Internal note
ask-accept-rules = Do you accept the house rules and the privacy text?
ask-rules-changed = The house rules or the privacy text have changed since you accepted them. They now say:
ask-rules-new = Before you write, please read the house rules and the privacy text:
ask-rules-later = Without accepting them you can still read your tickets, but not write.
ask-open-note = Write clearly and briefly, without sums of money, telephone numbers or e-mail addresses.
ask-open-phone = Complaints, more pages and prices are dealt with by telephone: { $phone }.
ask-open-elsewhere = Complaints, more pages and prices are not dealt with here, but directly with the office.
ask-draft-found = Last time you left this written; if there were files with it, please add them again:
ask-draft-keep = Would you like to go on with it?
ask-draft-kept = What you had written is kept; it will be offered to you next time.
ask-editor-failed = the editor ended with an error
ask-edit-again = Do you want to go back to the editor and correct it?
ask-edit-kept = What you wrote is in { $path }; once it is correct, apply it with "taquilla config import".
ask-code-another = If it has not reached you, ask for another one: { $command }
ask-code-wrong = Copy it as it stands in the e-mail, where it has a line to itself. If it has expired, ask for another one: { $command }
ask-draft-in-file = The desk could not keep it; what you have written is in { $path }.
ask-draft-lost = What you have written could not be kept: copy it from the screen before you go on.
ask-mend = What would you like to do?
ask-mend-editor = Correct it in the editor { $editor } (when you have finished, save and close it)
ask-mend-vi = Correct it in { $editor } (i: write · Esc, :wq and Enter: save and leave)
ask-mend-nano = Correct it in the editor { $editor } (Ctrl-O and Enter: save · Ctrl-X: leave)
ask-mend-anew = Write it again
ask-mend-cancel = Do not send it
ask-mend-text = Write the message again
ask-editor-kept = What the editor saved is not text in UTF-8. It is not lost: it is still in its file; save it as UTF-8 and try again.
ask-text-file = FILE
ask-not-an-address = That does not look like an e-mail address. It is written like this: ana@example.com
ask-not-a-login = Type your e-mail address, such as ana@example.com, or your user name, such as ana-lopez.
ask-not-a-name = Type your name and surname on one line.
ask-not-a-handle = A user name has 2 to 32 plain letters, digits, hyphens, underscores or dots, for example ana-lopez; and it cannot be a word that means something else already, such as "me" or "admin".
ask-not-a-number = That does not look like a ticket number. It is written like this: 856444
ask-not-a-reason = The reason has to be a single line, and shorter.
ask-not-a-subject = The subject has to be a single line, and shorter.
ask-purge-before = Which tickets? Those closed before (such as 2024-01-01 or 730d)
ask-retention-tickets =
    { $count ->
        [one] By that, one closed ticket will be deleted for ever. Is that what you want?
       *[other] By that, { $count } closed tickets will be deleted for ever. Is that what you want?
    }
ask-retention-many-tickets = By that, more than { $count } closed tickets will be deleted for ever. Is that what you want?
ask-retention-links =
    { $count ->
        [one] By that, the details of one entry of the audit will be deleted for ever. Is that what you want?
       *[other] By that, the details of { $count } entries of the audit will be deleted for ever. Is that what you want?
    }
ask-retention-many-links = By that, the details of more than { $count } entries of the audit will be deleted for ever. Is that what you want?
ask-retention-accounts =
    { $count ->
        [one] By that, one account that was never confirmed will be deleted for ever. Is that what you want?
       *[other] By that, { $count } accounts that were never confirmed will be deleted for ever. Is that what you want?
    }
ask-retention-many-accounts = By that, more than { $count } accounts that were never confirmed will be deleted for ever. Is that what you want?
ask-purge =
    { $count ->
        [one] Delete ticket { $number } for ever? This cannot be undone; to see them first: --dry-run.
       *[other] Delete { $count } tickets for ever? This cannot be undone; to see them first: --dry-run.
    }
