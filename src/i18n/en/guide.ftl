## The guided menus and the manual's guide.

guide-man-name = NAME
guide-man-see-also = SEE ALSO
guide-man-config = the settings of the desk
guide-man-settings = Settings
guide-man-expects = Expected: { $expected }.
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
guide-man-agent = For teachers
guide-man-agent-text =
    Every ticket that is assigned to you comes by mail. Answer it in the terminal; the client gets the answer by mail.

    {"    "}taquilla list --mine
    {"    "}taquilla reply 856444 -m "Pages 12 to 30 are included." --close
    {"    "}taquilla release 856444 -m "Not my subject"
guide-man-secretary = For secretaries
guide-man-secretary-text =
    Commands can be chained, and doing them twice does no harm.

    {"    "}taquilla list --unassigned --topic History --format ids | taquilla assign - --to marta
    {"    "}taquilla close 856444 856445 -m "Settled"
    {"    "}taquilla user create --email leo@example.com --name "Leo Ruiz" --role client
guide-man-admin = For administrators
guide-man-admin-text =
    The desk is made once and set up as needed.

    {"    "}taquilla init --name "Agora Tutoring"
    {"    "}taquilla user create --email marta@example.com --name "Marta Gil" --role agent
    {"    "}taquilla config list
guide-man-mail = Mail
guide-man-mail-text =
    Without a mail server, letters stay in the desk's folder "mail", which any mail program opens. With one:

    {"    "}taquilla config set mail.from "Support <support@example.com>"
    {"    "}taquilla config set mail.smtp.host smtp.example.com
    {"    "}taquilla config set mail.smtp.user support@example.com
    {"    "}taquilla config set mail.smtp.password_file /etc/taquilla/password
    {"    "}taquilla mail test --to me@example.com

    What does not leave waits and is tried again; "taquilla mail queue" shows it and "taquilla mail flush" tries it now. To have it tried while nobody uses the program, put into cron:

    {"    "}*/5 * * * * taquilla mail flush --quiet
