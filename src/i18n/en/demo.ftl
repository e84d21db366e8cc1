# The demonstration: what its narrator says, what its people write, and what is said when anything is not as it should be.

demo-begin =
    This is the whole life of a ticket, on a trial desk that touches no other. Each line that begins with a name and
    a dollar sign is a command that this person really runs; below it stands what it prints, and the e-mails that it
    sends, as they are read. Everybody here reads English, but Nora reads Spanish.

## The scenes

demo-scene-desk = The desk
demo-desk = Alba makes the desk. She is its administrator, and is logged in from then on.
demo-desk-name = Agora Tutoring

demo-scene-staff = The people who work here
demo-staff =
    Alba makes an account for each: Nora is the secretary, Marta teaches, Carlos looks after clients. Each of them
    receives a code by e-mail and chooses a password with it, which nobody else ever sees.

demo-scene-client = A client registers
demo-register = Ana registers herself. The desk sends her a code, so that it knows that the address is hers.
demo-confirm = She types the code. Now her account is active, she is logged in, and she is welcomed by e-mail.

demo-scene-open = The ticket is opened
demo-open =
    Ana asks her question and attaches a file. She receives a receipt; the secretary is told, in her own language,
    since nobody is in charge of the ticket yet.

demo-scene-assign = The ticket is assigned
demo-assign = Nora looks at what nobody is in charge of, and gives it to Marta with a note. Only staff see notes.

demo-scene-answer = Question and answer
demo-read = Marta reads the ticket and its file. She sees Ana's name, but not her e-mail address.
demo-reply-pending = She needs time and says so. With --pending the ticket keeps waiting for her.
demo-reply = Then she answers, and the ticket waits for Ana.
demo-client-reads =
    The dot in Ana's list says that there is something new to read. She reads the answer, which does not show
    the note, and thanks.

demo-scene-close = Closed, reopened, closed
demo-close = Marta closes the ticket. Her words travel in the e-mail that tells Ana so.
demo-reopen = Ana has one more question and opens the ticket again: it goes back to Marta, and the secretary is told.
demo-reply-close = Marta answers and closes in one go. Ana receives one e-mail for both.

demo-scene-look = Others look at it
demo-care = Carlos sees everything that has happened to the ticket, notes too.
demo-status =
    And if somebody at another computer, not logged in, asks how the ticket stands, the desk prints nothing but
    sends a code to Ana. Whoever has the code sees that ticket, and only that one.

demo-scene-follow-up = A new ticket that continues the old one
demo-follow-up = Ana has a question that follows from the first. Nora gives it to Marta, too.

demo-scene-mail = The mail server is down
demo-mail-down =
    Until now e-mails lay in the desk's own mailbox. Alba sets a mail server that does not answer. Marta replies all
    the same: her command succeeds, and the e-mail waits.
demo-mail-waits = Alba sees the e-mail that waits, and why.
demo-mail-up = She takes the server out of the settings again and sends what is waiting. The e-mail arrives, once.

demo-scene-upkeep = Is everything in order?
demo-upkeep = No e-mail is waiting, the desk says what could still be set up better, and every record of it is whole.

demo-end = The end
demo-all-is-well = { $commands } commands and { $letters } e-mails, and everything was as it should be.
demo-gone = The trial desk has been removed. To keep one and play with it: { $program } demo --keep FOLDER
demo-kept =
    The trial desk is in { $directory }, for you to play with. Everybody's password is "{ $password }".
    In a shell, become one of them with these lines, and then type, for example: { $command }
demo-password = a password to try it with
demo-nobody = nobody yet
demo-not-empty = The folder { $path } is not empty.
    .hint = Name a new or an empty one: the demonstration touches nothing that is there.
demo-person = { $name }, { $role }, { $email }
demo-kept-letters = The e-mails are in { $directory }, a Maildir, which any mail program opens.

## What the people write

demo-text-subject = About the index
demo-text-question = How many pages should the index have? My outline is attached.
demo-text-outline = 1. Introduction. 2. State of the question. 3. Method.
demo-text-note = The thesis on medieval history; she is in a hurry.
demo-text-wait = I am looking at your outline and will answer tomorrow.
demo-text-answer = Two pages are enough, and the method should come before the state of the question.
demo-text-thanks = Thank you. I will change the order.
demo-text-farewell = Very good. I close the ticket; write again if you need anything.
demo-text-again = Does the index count towards the total of pages?
demo-text-last = No, it does not count.
demo-text-next-subject = About the method
demo-text-next = May I send you the chapter on the method on Friday?
demo-text-next-answer = On Friday it is.

## Letters

demo-letter-to = E-mail to { $address }
demo-letter-subject = Subject: { $subject }
demo-letter-files = Attached: { $files }
demo-somebody = somebody
demo-letters-waiting = E-mails waiting

## When anything is other than it should be

demo-wrong-exit = "{ $command }" ended with { $code }.
demo-wrong-letters = There should have been e-mails to "{ $expected }"; there were e-mails to "{ $found }".
demo-wrong-text = The e-mail "{ $subject }" does not say "{ $text }".
demo-wrong-language = The e-mail "{ $subject }" is in "{ $found }" and not in "{ $expected }".
demo-wrong-value = { $what } is "{ $found }" and not "{ $expected }".
demo-missing-text = A command did not print "{ $text }".
demo-forbidden-text = A command printed "{ $text }", which should not be seen there.
demo-no-ticket = The client does not find her ticket.
demo-no-code = There is no code in the e-mail.
