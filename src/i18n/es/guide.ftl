## Los menús guiados y la guía del manual.

guide-man-name = NOMBRE
guide-man-see-also = VÉASE TAMBIÉN
guide-man-config = los ajustes del centro
guide-man-settings = Ajustes
guide-man-expects = Se espera: { $expected }.
guide-man-events = Los avisos son: { $events }.
guide-man-default = Por defecto: { $value }.
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

    Si pasado el plazo no tiene respuesta, reclámela. Las normas de uso, con el teléfono para quejas y urgencias:

    {"    "}taquilla reclamar 856444
    {"    "}taquilla normas
guide-man-agent = Para docentes
guide-man-agent-text =
    Cada ticket que se le asigna llega por correo. Respóndalo desde el terminal; el cliente recibe la respuesta por correo. «siguiente» da el que vence antes, y «pedir-llamada» encarga a Secretaría que llame al cliente.

    {"    "}taquilla siguiente
    {"    "}taquilla listar --mine
    {"    "}taquilla responder 856444 -m "Entran las páginas 12 a 30." --close
    {"    "}taquilla liberar 856444 -m "No es mi materia"
    {"    "}taquilla pedir-llamada 856444 --reason "Hoy vence la matrícula"
guide-man-secretary = Para Secretaría
guide-man-secretary-text =
    Las órdenes se pueden encadenar, y repetirlas no hace daño.

    {"    "}taquilla listar --unassigned --topic Historia --format ids | taquilla asignar - --to marta
    {"    "}taquilla listar --unassigned --format ids | taquilla asignar - --auto --explain
    {"    "}taquilla asignar --from reparto.csv
    {"    "}taquilla cerrar 856444 856445 -m "Resuelto"
    {"    "}taquilla unir 856445 --into 856444
    {"    "}taquilla listar --search "matrícula septiembre"

    Las cuentas se crean de una en una o desde una hoja de cálculo guardada como CSV; con --dry-run se ve antes qué cambiaría. Lo que se asigne a quien está fuera va a quien le sustituye.

    {"    "}taquilla usuario crear --email leo@example.com --name "Leo Ruiz" --role client
    {"    "}taquilla usuario importar alumnos.csv --dry-run
    {"    "}taquilla usuario fuera marta --until 2026-12-24 --substitute luis

    Las llamadas que piden los docentes esperan en la lista de tareas. Lo que va contra las normas de uso y se dejó pasar queda señalado hasta que se da por revisado.

    {"    "}taquilla tareas listar
    {"    "}taquilla tareas hecha 12 --note "Llamado: vendrá el lunes"
    {"    "}taquilla listar --flagged
    {"    "}taquilla revisado 856444

    El panel resume cómo va el centro. Para lo que se ejecute sin nadie delante, cree un token y póngalo en TAQUILLA_TOKEN.

    {"    "}taquilla panel --since 7d --by agent
    {"    "}taquilla token create --name "Lista de los lunes" --scope assign --expires 30d
guide-man-care = Para Atención al Cliente
guide-man-care-text =
    Aquí se ve a quién se debe una respuesta: lo que está fuera de plazo, con lo que escribió cada cliente, y lo que vence pronto. Si un cliente reclama, se le avisa por correo.

    {"    "}taquilla vencidos
    {"    "}taquilla vencidos --soon
    {"    "}taquilla pedir-llamada 856444 --reason "Lleva tres días esperando"
guide-man-admin = Para Administración
guide-man-admin-text =
    El centro se crea una vez y se ajusta cuando haga falta.

    {"    "}taquilla init --name "Tutorías Ágora"
    {"    "}taquilla usuario crear --email marta@example.com --name "Marta Gil" --role agent
    {"    "}taquilla config list

    El calendario dice qué días cuentan para los plazos; los festivos propios se añaden desde un archivo .ics, y lo antiguo se borra con «purge».

    {"    "}taquilla calendario ver
    {"    "}taquilla calendario importar festivos.ics
    {"    "}taquilla purge --closed-before 730d --dry-run

    Una copia del centro entero se guarda con «dump» y se vuelve a leer con «load»; «verify» comprueba los datos y «audit» muestra quién ha hecho qué.

    {"    "}taquilla dump centro.ndjson
    {"    "}taquilla verify
    {"    "}taquilla audit --since 7d
guide-man-mail = El correo
guide-man-mail-text =
    Sin servidor de correo, los mensajes quedan en la carpeta «mail» del centro, que abre cualquier programa de correo. Con servidor:

    {"    "}taquilla config set mail.from "Soporte <soporte@example.com>"
    {"    "}taquilla config set mail.smtp.host smtp.example.com
    {"    "}taquilla config set mail.smtp.user soporte@example.com
    {"    "}taquilla config set mail.smtp.password_file /etc/taquilla/clave
    {"    "}taquilla mail test --to yo@example.com

    Lo que no sale espera y se vuelve a intentar; «taquilla mail queue» lo muestra y «taquilla mail flush» lo intenta ya. Cuando nadie usa el programa, lo intenta «taquilla tick», como se explica a continuación.
guide-man-time = Lo que llega con el tiempo
guide-man-time-text =
    Los avisos de plazo, los correos que esperan, el fin de las ausencias y lo que caduca los atiende «taquilla tick». Cada orden que cambia algo hace de paso un poco de ello, así que un centro funciona también sin más; pero para que los avisos salgan a su hora cuando nadie usa el programa, elija una de estas formas, con la ruta del programa, la carpeta y el usuario de su centro. Da igual que coincidan varias: cada aviso sale una sola vez.

    En cron, cada minuto:

    {"    "}* * * * * TAQUILLA_DESK=/srv/taquilla /usr/local/bin/taquilla tick --quiet

    Como servicio de systemd, en este archivo:

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

    O con un temporizador de systemd, en lugar de ese servicio, en estos dos archivos:

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

guide-welcome = Le damos la bienvenida. Aquí puede hablar con su docente: abra un ticket, lea la respuesta y conteste. Para dejarlo en cualquier momento, Ctrl-C.
guide-goodbye = Hasta pronto.
guide-left = Ha salido de Taquilla. Lo que ya estaba hecho queda guardado.
guide-guest = Usuario Invitado
guide-user = Usuario: { $handle }
guide-create-account = Cree una nueva cuenta
guide-log-in = Iniciar sesión
guide-log-out = Cerrar sesión
guide-have-code = Tengo un código
guide-see-status = Ver Estado de un Ticket
guide-change-language = Cambiar de idioma / Change language
guide-language-which = Idioma / Language
guide-language-spanish = Español
guide-language-english = English
guide-leave = Salir
guide-back = Volver

guide-register-note = Use el mismo correo con el que trata con nosotros; allí le enviaremos un código para confirmar la cuenta.
guide-rules-needed = Para tener una cuenta hay que aceptar las normas de uso.
guide-rules-give-up = ¿Quiere dejarlo? Se perderá lo que ha escrito.
guide-nothing-typed = No ha escrito nada, así que volvemos al menú.
guide-login-again = Probar otra vez
guide-login-forgotten = He olvidado la contraseña

guide-code = Código (Intro sin nada: otras opciones)
guide-code-of = ¿Para qué es el código?
guide-code-of-registration = Para confirmar una cuenta nueva o un cambio de correo
guide-code-of-password = Para poner la contraseña: una invitación, o una contraseña olvidada
guide-code-of-status = Para ver el estado de un ticket
guide-code-sent = Hemos enviado un código a { $email }.
guide-code-maybe-sent = Si { $email } tiene cuenta, le hemos enviado un código.
guide-code-status-sent = Si el correo es el de ese ticket, le hemos enviado un código.
guide-code-what = ¿Qué quiere hacer?
guide-code-type = Escribir el código
guide-code-again = Pedir otro código

guide-open = Abrir un nuevo Ticket
guide-topics = Temas de ayuda
guide-review = Revise su ticket
guide-follows = Continúa
guide-attachments = Adjuntos
guide-create = Crear Ticket
guide-change = Cambiar
guide-attach = Adjuntar
guide-reset = Restablecer
guide-cancel = Cancelar
guide-change-what = ¿Qué quiere cambiar?
guide-remove-files = Quitar los adjuntos
guide-discard = ¿Borrar lo que ha escrito?

guide-write-here = Escribir aquí
guide-write-on = Seguir escribiendo
guide-write-anew = Escribir de nuevo
guide-write-editor = Escribir en el editor { $editor } (al terminar, guarde y ciérrelo)
guide-write-nano = Escribir en el editor { $editor } (Ctrl-O e Intro: guardar · Ctrl-X: salir)
guide-write-vi = Escribir en el editor { $editor } (i: escribir · Esc, :wq e Intro: guardar y salir)
guide-text-empty = No ha escrito nada.
guide-attach-path = Adjuntos: archivo que añadir (Intro: ninguno)
guide-attach-more = Otro archivo (Intro: ninguno más)
guide-attach-enough = Ya hay { $most } adjuntos, que es el máximo.
guide-attached = Añadido: { $name } ({ $size })

guide-tickets = Mis Tickets
guide-my-tickets = Mis Tickets: { $lists }
guide-no-tickets = Todavía no tiene ningún ticket.
guide-list-open =
    { $unread ->
        [0] Abiertos ({ $count })
        [over] Abiertos ({ $count }, más de { $most } sin leer)
       *[other] Abiertos ({ $count }, { $unread } sin leer)
    }
guide-list-closed =
    { $unread ->
        [0] Cerrados ({ $count })
        [over] Cerrados ({ $count }, más de { $most } sin leer)
       *[other] Cerrados ({ $count }, { $unread } sin leer)
    }
guide-unassigned = Sin asignar ({ $count })
guide-mine =
    { $unread ->
        [0] Asignados a mí ({ $count })
        [over] Asignados a mí ({ $count }, más de { $most } sin leer)
       *[other] Asignados a mí ({ $count }, { $unread } sin leer)
    }
guide-tasks = Tareas ({ $count })
guide-tasks-note = Nota para el ticket, que solo ve el personal (Intro: ninguna)
guide-tasks-done-sure = ¿Está hecha la tarea { $id }?
guide-request-call = Pedir que se llame al cliente
guide-find = Buscar por número
guide-search = Búsqueda Avanzada
guide-search-words = Palabras que buscar
guide-search-found = Búsqueda: { $words }
guide-figures-whole = En conjunto
guide-figures-by-agent = Por docente
guide-figures-by-topic = Por tema
guide-open-for = Abrir un nuevo Ticket para un cliente
guide-open-for-whom = Usuario del cliente
guide-more = Más tickets
guide-profile = Perfil

guide-reply = Responder
guide-publish = Publicar respuesta
guide-publish-close = Publicar respuesta y cerrar
guide-publish-pending = Publicar respuesta y dejar pendiente
guide-note = Publicar nota interna
guide-assign = Asignar
guide-assign-whom = ¿A quién?
guide-assign-rule = A quien corresponda (automático)
guide-assign-open =
    { $count ->
        [0] { $name }: sin tickets abiertos
        [one] { $name }: un ticket abierto
       *[other] { $name }: { $count } tickets abiertos
    }
guide-assign-away = { $person }; fuera hasta el { $until }, sin sustituto
guide-assign-substitute = { $person }; fuera hasta el { $until }, sustituye: { $substitute }
guide-assign-note = Nota para quien lo recibe (Intro: ninguna)
guide-release = Liberar
guide-release-reason = Motivo
guide-reason-needed = Para liberar un ticket hay que decir el motivo; sigue asignado a usted.
guide-close = Cerrar
guide-close-sure = ¿Cerrar el ticket { $number }?
guide-reopen = Reabrir
guide-remind = Reclamar la respuesta
guide-remind-text = Qué quiere decir (o Intro, para reclamarla sin más)
guide-overdue = Fuera de plazo ({ $count })
guide-flagged = Por revisar ({ $count })
guide-unflag = Dar por revisado
guide-merge = Unir a otro ticket
guide-merge-into = ¿A qué ticket se une?
guide-merge-none = El cliente no tiene ningún otro ticket abierto.
guide-merge-sure = ¿Unir el ticket { $number } al { $into }? No se puede deshacer.
guide-continue = Continuar en un nuevo Ticket
guide-download = Descargar adjuntos
guide-download-which = ¿Qué adjunto?
guide-download-how = ¿Qué quiere hacer con él?
guide-download-save = Guardarlo en este ordenador
guide-download-mail = Enviármelo por correo
guide-save-as = Guardar como
