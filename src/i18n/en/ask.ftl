## What is asked when something is missing.

ask-desk-name = Name of the desk
ask-admin-name = Your name
ask-admin-email = Your mail address
ask-email = Mail address
ask-login = Mail address or user name
ask-name = Name and surname
ask-password = Password
ask-old-password = Present password
ask-new-password = New password (12 characters or more)
ask-new-password-again = The new password again
ask-passwords-differ = The two are not the same. Please type them again.
ask-code = Code
ask-code-where = The code is in the letter that we sent you, on a line of its own, for example K7QF-2M9X. Look among the junk mail too.
ask-number = Ticket number
ask-assignee = Who is it assigned to? (user name)
ask-message = Query
ask-reply = Reply
ask-note = Internal note
ask-accept-rules = Do you accept the house rules and the privacy text?
ask-draft-found = Last time you left this written:
ask-draft-keep = Would you like to go on with it?
ask-draft-kept = What you had written is kept; it will be offered to you next time.
ask-editor-failed = the editor ended with an error
ask-edit-again = Do you want to go back to the editor and mend it?
ask-edit-kept = What you wrote is in { $path }; once it is mended, apply it with "taquilla config import".
ask-text-file = FILE
