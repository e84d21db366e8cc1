## Los menús guiados y la guía del manual.

guide-man-name = NOMBRE
guide-man-see-also = VÉASE TAMBIÉN
guide-man-config = los ajustes del centro
guide-man-settings = Ajustes
guide-man-expects = Se espera: { $expected }.
guide-man-default = De fábrica: { $value }.
guide-man-guide = los primeros pasos, para cada cual
guide-man-client = Para clientes
guide-man-client-text =
    Escriba «taquilla» y elija en el menú: abrir la cuenta, iniciar sesión, abrir un ticket, ver la respuesta. Todo se pregunta paso a paso.

    Lo mismo, con órdenes:

    {"    "}taquilla registrar --email ana@example.com
    {"    "}taquilla confirmar --email ana@example.com CÓDIGO
    {"    "}taquilla abrir --subject "Duda sobre el tema 3" -m "¿Qué páginas entran?"
    {"    "}taquilla listar
    {"    "}taquilla ver 856444
    {"    "}taquilla responder 856444 -m "Gracias"
guide-man-agent = Para docentes
guide-man-agent-text =
    Cada ticket que se le asigna llega por correo. Respóndalo desde el terminal; el cliente recibe la respuesta por correo.

    {"    "}taquilla listar --mine
    {"    "}taquilla responder 856444 -m "Entran las páginas 12 a 30." --close
    {"    "}taquilla liberar 856444 -m "No es mi materia"
guide-man-secretary = Para Secretaría
guide-man-secretary-text =
    Las órdenes se pueden encadenar, y repetirlas no hace daño.

    {"    "}taquilla listar --unassigned --topic Historia --format ids | taquilla asignar - --to marta
    {"    "}taquilla cerrar 856444 856445 -m "Resuelto"
    {"    "}taquilla usuario create --email leo@example.com --name "Leo Ruiz" --role client
guide-man-admin = Para Administración
guide-man-admin-text =
    El centro se crea una vez y se ajusta cuando haga falta.

    {"    "}taquilla init --name "Tutorías Ágora"
    {"    "}taquilla usuario create --email marta@example.com --name "Marta Gil" --role agent
    {"    "}taquilla config list
guide-man-mail = El correo
guide-man-mail-text =
    Sin servidor de correo, las cartas quedan en la carpeta «mail» del centro, que abre cualquier programa de correo. Con servidor:

    {"    "}taquilla config set mail.from "Soporte <soporte@example.com>"
    {"    "}taquilla config set mail.smtp.host smtp.example.com
    {"    "}taquilla config set mail.smtp.user soporte@example.com
    {"    "}taquilla config set mail.smtp.password_file /etc/taquilla/clave
    {"    "}taquilla mail test --to yo@example.com

    Lo que no sale espera y se vuelve a intentar; «taquilla mail queue» lo muestra y «taquilla mail flush» lo intenta ya. Para que se intente también sin que nadie use el programa, ponga en cron:

    {"    "}*/5 * * * * taquilla mail flush --quiet
