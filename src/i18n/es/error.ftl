## Lo que no se puede hacer, y qué hacer entonces. Una frase para la persona y, casi siempre, una pista.

error-missing-value = Falta un dato: { $option }.
    .hint = Indíquelo con { $option }, o ejecute la orden en un terminal para que se lo preguntemos.
error-nothing-to-change = No ha indicado qué cambiar.
    .hint = Dé al menos una de estas opciones: { $options }.
error-reply-instead = Las notas internas son solo para el personal.
    .hint = Para contestar: { $command }
error-bad-value = «{ $value }» no es un valor válido para { $option }.
    .hint = La ayuda de la orden, con --help, dice qué valores admite.
error-bad-period = El período de --since { $since } a --until { $until } termina antes de empezar.
    .hint = La fecha anterior va con --since y la posterior, con --until.
error-period-to-come = El período de --since { $since } hasta ahora termina antes de empezar: esa fecha aún no ha llegado.
    .hint = Indique una fecha anterior, como --since 2026-11-01 o --since 30d.
error-value-number = el número de ticket
error-value-name = el nombre
error-value-time = la fecha
error-form-number = Se escribe como aparece en la lista o en los correos, por ejemplo 856444.
error-form-status = Valores válidos: new, pending, answered, closed, open, all; se admiten varios con comas.
error-form-address = Se escribe así: ana@example.com
error-form-phone = Se escribe así: 900 123 456, o +34 900 123 456
error-form-search = Escriba de una a diez palabras. Un asterisco tras tres letras o más vale por cualquier terminación: matric*
error-form-time = Se escribe así: 2026-11-24, o «2026-11-24 10:15», o el tiempo que hace: 3d son tres días, 12h son doce horas.
error-form-year = Se espera un año entre 1 y 9999.
error-form-time-ahead = Se escribe así: 2026-12-24, o «2026-12-24 10:15», o el tiempo que falta: 3d son tres días, 12h son doce horas. No puede haber pasado ya.
error-form-expires = Se escribe así: 90d, 12h o 2027-03-31. No puede haber pasado ya ni estar a más de 366 días.
error-form-expected = Se espera: { $expected }.
error-form-nearest = ¿Quería decir { $nearest }?
error-form-tls = El correo sin cifrar solo vale si el servidor está en este mismo ordenador (localhost). Elija tls o starttls.
error-form-one-password = Deje solo uno de los dos; el otro se quita con «taquilla config unset».
error-form-warning = El aviso debe llegar antes que el plazo: answer.warn debe ser menor que answer.due.
error-form-retention = Los tickets cerrados deben conservarse al menos mientras el cliente pueda reabrirlos: retention.closed no puede ser menor que reopen.window.
error-empty-stdin =
    { $wanted ->
        [one] La entrada estándar estaba vacía.
       *[other] En la entrada estándar faltaban líneas: hacen falta { $wanted }.
    }
    .hint = --password-stdin lee una contraseña por línea.
error-empty-password-file =
    { $wanted ->
        [one] El archivo de --password-file está vacío.
       *[other] En el archivo de --password-file faltan líneas: hacen falta { $wanted }.
    }
    .hint = Debe contener una contraseña por línea.
error-bad-field = No existe el campo «{ $field }».
    .hint = Los campos son: { $known }.
error-wants-yes = Esto no se puede deshacer.
    .hint = Si está seguro, repita la orden con --yes.
error-partly-done =
    { $count ->
        [one] Hecho, salvo un ticket.
       *[other] Hecho, salvo { $count } tickets.
    }
error-partly-rehearsed =
    { $count ->
        [one] Se haría, salvo un ticket.
       *[other] Se haría, salvo { $count } tickets.
    }
error-several-refused =
    { $count ->
        [one] No se ha hecho nada: con uno de los tickets no es posible.
       *[other] No se ha hecho nada: con { $count } de los tickets no es posible.
    }
    .hint = Con --keep-going se hacen los demás.
error-all-refused = No se ha hecho nada: no es posible con ninguno de los tickets.
    .hint = Mire el motivo de cada uno.
error-cut-short = Se ha hecho solo una parte. { $reason }
    .hint = Repita la orden para hacer el resto; si lleva --key, con otra.
error-partly-done-tasks =
    { $count ->
        [one] Hecho, salvo una tarea.
       *[other] Hecho, salvo { $count } tareas.
    }
error-partly-rehearsed-tasks =
    { $count ->
        [one] Se haría, salvo una tarea.
       *[other] Se haría, salvo { $count } tareas.
    }
error-several-refused-tasks =
    { $count ->
        [one] No se ha hecho nada: con una de las tareas no es posible.
       *[other] No se ha hecho nada: con { $count } de las tareas no es posible.
    }
    .hint = Con --keep-going se anotan las demás.
error-all-refused-tasks = No se ha hecho nada: no es posible con ninguna de las tareas.
    .hint = Mire el motivo de cada una.
error-interrupted = Interrumpido. No se ha hecho nada.
error-stopped = Interrumpido. Lo que ya estaba hecho queda guardado.
error-cancelled = Cancelado. No se ha hecho nada.
error-hung-up = La conexión se ha cortado.
error-terminal-failed = No se puede usar el terminal: { $reason }.
error-no-home = No se sabe cuál es su carpeta personal.
    .hint = Indique el centro con --desk o con TAQUILLA_DESK, y defina HOME.
error-session-exposed = Otras personas pueden leer el archivo de su sesión, { $path }.
    .hint = Ejecute «chmod 600 '{ $path }'», o bórrelo e inicie sesión de nuevo.
error-session-damaged = El archivo de su sesión, { $path }, está dañado.
    .hint = Inicie sesión de nuevo: taquilla entrar
error-bad-time = TAQUILLA_NOW no es una fecha: «{ $value }».
    .hint = Se escribe así: 2026-11-23T09:00:00Z
error-not-a-sheet = En { $path } no hay texto que se pueda leer.
    .hint = Si es un libro de Excel o de LibreOffice, guárdelo antes como CSV.
error-dump-to-terminal = Un centro entero no se muestra en un terminal: lleva sus secretos.
    .hint = Diga en qué archivo guardarlo, por ejemplo: taquilla dump centro.ndjson
error-another-dump = Haga otra copia con «taquilla dump», o copie otra vez el archivo.
error-not-a-dump = Esto no es una copia hecha con «taquilla dump».
    .hint = Indique el archivo que escribió «taquilla dump».
error-dump-too-new = Esta copia la hizo un programa más nuevo (formato { $found }).
    .hint = Actualice Taquilla.
error-dump-cut = La copia está cortada: le falta el final.
error-dump-altered = La copia no cuadra: no es lo que se escribió.
error-dump-unreadable = no se reconoce como parte de una copia.
error-dump-misplaced = no puede estar en este lugar de la copia.
error-dump-clash = no encaja con el resto de la copia: repite algo, o se refiere a algo que falta o que no puede ser.
error-dump-no-admin = En la copia no hay nadie que pueda administrar el centro.
error-dump-wrong-bytes = el contenido de un archivo adjunto no es el que era.
error-dump-no-bytes = falta el contenido de un archivo adjunto, que está fuera de la copia: indique su carpeta con --attachments.
error-missing-column =
    { $count ->
        [one] En { $path } falta una columna: { $columns }.
       *[other] En { $path } faltan { $count } columnas: { $columns }.
    }
    .hint = La primera línea debe llevar los nombres de las columnas, separados por comas, puntos y comas o tabuladores. Se conocen: { $known }.
error-unknown-column = En { $path } hay columnas que aquí no se conocen: { $columns }.
    .hint = Quítelas, o póngales uno de los nombres que se conocen: { $known }.
error-double-column = En { $path } hay dos columnas para lo mismo: «{ $column }» y «{ $other }».
error-bad-lines =
    { $count ->
        [one] No se ha hecho nada: una línea del archivo no vale.
       *[other] No se ha hecho nada: { $count } líneas del archivo no valen.
    }
    .hint = El número que va delante es el de la línea. Corrija el archivo y repita la orden.
error-too-many-lines = El archivo tiene demasiadas líneas (como máximo, { $most }).
    .hint = Repártalo en varios archivos.
error-line-too-long = La línea es demasiado larga (como máximo, { $most }).
error-row-too-wide = La línea tiene { $found } celdas y solo hay { $expected } columnas.
error-open-quote = Se abren unas comillas que no se cierran.
error-formula = En la columna «{ $column }» hay una fórmula.
error-empty-cell = La columna «{ $column }» está vacía.
error-no-address = «{ $value }» no es una dirección de correo.
error-no-name = «{ $value }» no puede ser el nombre de nadie.
error-no-handle = «{ $value }» no puede ser un nombre de usuario.
error-twice-in-file = «{ $value }» ya está en la línea { $line }.
error-given-twice = «{ $value }» ya está en la línea { $line }, para otra persona.
error-not-among = «{ $value }» no vale en la columna «{ $column }». Valores válidos: { $known }.
error-mixed-encoding = La línea está escrita en otra codificación que el resto: unas están en UTF-8 y otras no.
    .hint = Guarde otra vez el archivo entero como «CSV UTF-8», revise los acentos de esas líneas y repita la orden.
error-unknown-encoding = Los acentos de la línea no se pueden leer: el archivo no está en UTF-8 ni en Latin-1.
    .hint = Guarde otra vez el archivo como «CSV UTF-8» y repita la orden; el CSV de MS-DOS y el de Macintosh no sirven.
error-other-role = { $who } ya tiene cuenta con otra función: { $role }.
error-not-text = El archivo { $path } no es texto en UTF-8.
    .hint = Si es un documento o una imagen, adjúntelo con --attach.
error-stdin-not-text = Lo que llega por la entrada estándar no es texto en UTF-8.
error-stdin-failed = No se puede leer la entrada estándar: { $reason }.
error-the-stdin = la entrada estándar
error-the-file = el archivo { $path }
error-one-stdin = { $name } y { $other } no pueden leer a la vez la entrada estándar.
    .hint = Dé uno de los dos en un archivo o en la propia orden.
error-conflict = { $name } no se puede combinar con { $other }.
    .hint = Indique solo una de las dos.
error-no-editor = No se puede abrir un editor: la orden no se ejecuta en un terminal y no hay ningún editor indicado.
    .hint = Indique uno en TAQUILLA_EDITOR, VISUAL o EDITOR (y sin --no-input), o use «taquilla config set» o «taquilla config import».
error-token-unshown = Así no se vería el token, y no se vuelve a mostrar; no se ha creado.
    .hint = Añada token a --fields y elija otro formato que ids.
error-file-too-large = Es demasiado lo que contiene { $path } ({ $most } como mucho).
error-bad-toml = Hay un error de escritura en { $path }, en la línea { $line }; no se ha cambiado nada.
    .hint = Cada ajuste va en su línea, así: phone = "900 123 123". «taquilla config export» muestra cómo se escriben todos.
error-bad-shape = No se entiende «{ $key }» en { $path }; no se ha cambiado nada.
    .hint = Cada ajuste lleva una sola vez su valor, entre comillas. «taquilla config export» muestra cómo se escriben todos.
error-file-not-found = No existe el archivo { $path }.
    .hint = Compruebe el nombre y la carpeta.
error-folder-not-found = No existe la carpeta { $path }.
    .hint = Compruebe cómo se llama, o elija otra.
error-file-forbidden = No tiene permiso para usar el archivo { $path }.
error-file-exists = Ya existe el archivo { $path }.
    .hint = Elija otro nombre: ningún archivo se sobrescribe.
error-file-is-directory = { $path } es una carpeta, no un archivo.
error-file-not-regular = { $path } no es un archivo corriente.
error-file-failed = No se puede usar el archivo { $path }: { $reason }.
error-cause-full = el disco está lleno
error-cause-too-large = el archivo sería demasiado grande
error-cause-read-only = el disco solo se puede leer
error-cause-too-long = el nombre es demasiado largo
error-cause-not-folder = parte de la ruta no es una carpeta
error-cause-not-there = no existe
error-cause-forbidden = falta el permiso
error-cause-folder = es una carpeta
error-cause-too-slow = ha tardado demasiado
error-cause-memory = no queda memoria
error-cause-system = error { $number } del sistema
error-closed-pipe = Ya no hay nadie al otro lado.
error-output-failed = No se puede escribir el resultado: { $reason }.
error-demo-differs = La demostración no ha salido como debía: { $what }
error-program-failed = El programa «{ $name }» no ha funcionado: { $reason }.
error-system-failed = El sistema operativo no ha dado lo que hacía falta. Detalle técnico: { $reason }.

error-mail-unreachable = No se puede conectar con el servidor de correo. Detalle técnico: { $reason }.
    .hint = El mensaje espera y se volverá a intentar; véalo con «taquilla mail queue».
error-mail-put-off = El servidor de correo no ha aceptado el correo por ahora. Detalle técnico: { $reason }.
    .hint = El mensaje espera y se volverá a intentar; véalo con «taquilla mail queue».
error-mail-refused = El servidor de correo ha rechazado el correo. Detalle técnico: { $reason }.
    .hint = Compruebe la dirección.
error-mail-misconfigured = El correo no está bien configurado. Detalle técnico: { $reason }.
    .hint = Revise los ajustes con «taquilla config list».

error-desk-busy = El centro está ocupado en este momento.
    .hint = Inténtelo de nuevo, o espere más con --wait 60.
error-desk-conflict = Otra persona ha cambiado lo mismo a la vez.
    .hint = Inténtelo de nuevo.
error-commit-in-doubt = No se puede saber si el cambio ha quedado guardado.
    .hint = Mire cómo está antes de repetir la orden.
error-store-damaged = Los datos del centro están dañados. Detalle técnico: { $reason }.
    .hint = No lo use más y recupere la última copia de seguridad. «taquilla verify» dice qué falla.
error-store-too-new = Los datos del centro son de un programa más nuevo (esquema { $found }; este conoce hasta el { $known }).
    .hint = Actualice Taquilla.
error-no-desk = No hay ningún centro en { $path }.
    .hint = Indique dónde está con --desk o TAQUILLA_DESK, o cree uno con «taquilla init».
error-desk-forbidden = El centro de { $path } es de otra persona de este ordenador, y usted no puede ni leerlo.
    .hint = Indique otro con --desk, o hable con quien lo administra.
error-desk-exists = Ya hay un centro en { $path }.
    .hint = Elija otra carpeta con --desk.
error-made-unentered = El centro está creado, pero no se ha podido iniciar la sesión de quien lo administra. { $reason }
    .hint = Arréglelo e inicie sesión con «taquilla entrar»; no hace falta volver a crear el centro.
error-desk-not-directory = { $path } no es una carpeta, y ahí no puede ir el centro.
    .hint = Elija con --desk una carpeta nueva o vacía.
error-desk-exposed = Otras personas de este ordenador pueden leer o cambiar { $path }.
    .hint = Para protegerlo, ejecute: { $command }
error-disk-full = El disco está lleno. No se ha guardado nada.
    .hint = Libere espacio y repita la orden.
error-desk-read-only = El centro solo se puede leer: no tiene permiso para escribir en él.
    .hint = Hable con quien administra el centro.
error-store-unavailable = No se puede usar el centro: { $reason }.

error-empty-message = El mensaje está vacío.
    .hint = Escriba el texto con -m, o en un archivo con -F.
error-empty-note = La nota está vacía.
    .hint = Escriba el texto con --note, o quite esa opción.
error-no-tickets = No ha indicado ningún ticket.
    .hint = Escriba sus números, o dé una lista con --from ARCHIVO.
error-message-too-long = El mensaje es demasiado largo: ocupa más de { $most } KiB.
    .hint = Envíe lo más largo como archivo, con --attach.
error-notes-too-long = Las notas del ticket son demasiado largas: ocupan juntas más de { $most } KiB.
    .hint = Ponga una más corta, o quite las líneas que están de más.
error-message-not-text = El mensaje no es texto.
    .hint = Si es un documento o una imagen, adjúntelo con --attach.
error-bad-subject = El asunto no puede estar vacío ni pasar de una línea de { $most } caracteres.
error-bad-reason = El motivo no puede estar vacío ni pasar de una línea de { $most } caracteres.
error-no-such-setting = No existe el ajuste «{ $key }».
    .hint = «taquilla config list» los muestra todos.
error-empty-setting = Falta el valor de { $key }.
    .hint = Para que vuelva a su valor por defecto: taquilla config unset { $key }
error-bad-setting = «{ $value }» no sirve para { $key }.
    .hint = Se espera: { $expected }.
error-settings-clash = { $key } = «{ $value }» no es compatible con { $other } = «{ $with }».
error-expects-line = una línea de { $most } caracteres como mucho
error-expects-number = un número entre { $least } y { $most }
error-expects-size = un tamaño como 10MiB, de { $most } MiB como mucho
error-expects-text = un texto de 64 KiB como mucho
error-expects-language = es, en
error-expects-switch = on, off
error-expects-span = un plazo entre { $least } y { $most }: un número seguido de m (minutos), h (horas), d (días) o w (semanas)
error-expects-mailbox = una dirección de correo, o un nombre y una dirección: Soporte <soporte@example.com>
error-expects-url = una dirección que empiece por https:// o http://
error-expects-colour = un color como #2f6f8f
error-expects-host = un nombre con letras, cifras, guiones y puntos, como smtp.example.com
error-expects-path = una ruta completa, que empieza por /
error-expects-zone = una zona horaria como Europe/Madrid
error-expects-week = días y horas como mon-fri, o «mon-thu 09:00-18:00, fri 09:00-15:00»; cada día una sola vez, y al menos uno
error-expects-holidays = días como 2027-05-15, 05-15 (cada año) o easter-3, separados por comas
error-expects-words = palabras separadas por comas
error-unanswerable = Con estos ajustes no vencería ninguna respuesta: ni en cien años se trabajarían las horas de answer.due.
    .hint = Deje más días u horas en calendar.week, menos festivos en calendar.holidays o un plazo más corto en answer.due.
error-never-due = Con el calendario del centro, esa respuesta no vence nunca: ni en cien años se trabajan las horas del plazo.
    .hint = «taquilla calendario ver» muestra los días laborables, los festivos y el plazo. Quien administra el centro los cambia con «taquilla config edit».
error-too-many-holidays = Son demasiados festivos: calendar.holidays admite { $most } caracteres en total.
    .hint = Quite los de años pasados con «taquilla config edit» e importe los demás.
error-not-a-calendar = No es un archivo de calendario: debe empezar por BEGIN:VCALENDAR.
    .hint = Descargue el calendario laboral en formato iCalendar (.ics).
error-calendar-cut = El archivo está incompleto: falta el final.
error-calendar-line = La línea no se entiende.
error-too-many-events = Hay demasiados días en el archivo ({ $most } como mucho).
error-event-without-date = Falta la fecha (DTSTART).
error-bad-date = «{ $value }» no es una fecha.
error-not-whole-days = No es un día entero: un festivo no tiene horas.
error-ends-before = Termina antes de empezar.
error-event-too-long = Dura demasiado: un festivo dura { $most } días como mucho.
error-event-repeats = Se repite de una forma que no se admite: solo vale cada año en la misma fecha (FREQ=YEARLY, con COUNT o UNTIL si acaso).
error-password-too-short = La contraseña es demasiado corta.
    .hint = Debe tener 12 caracteres o más; una frase es fácil de recordar.
error-password-too-long = La contraseña es demasiado larga (1024 bytes como mucho).
error-password-too-common = Esa contraseña es de las primeras que probaría cualquiera.
    .hint = Elija otra; una frase propia es fácil de recordar.
error-rules-not-accepted = Para tener una cuenta hay que aceptar las normas de uso.
    .hint = Léalas con «taquilla normas» y acéptelas con --accept-rules.
error-rules-changed = Aún no ha aceptado las normas de uso y el texto de privacidad que están en vigor.
    .hint = Léalos con «taquilla normas»; si está de acuerdo, «taquilla normas --accept», o repita la orden con --accept-rules.
error-ticket-not-found = No hay ningún ticket con ese número.
    .hint = «taquilla listar» muestra los que puede ver.
error-person-not-found = No hay nadie que se llame «{ $who }».
    .hint = Se busca por el usuario, por ejemplo ana-lopez.
error-topic-not-found = No existe el tema «{ $name }».
    .hint = «taquilla topic list» los muestra todos.
error-topic-ambiguous = Hay varios temas que se llaman «{ $name }»: { $topics }.
    .hint = Escriba el nombre completo de uno de ellos.
error-attachment-not-found = No existe el adjunto «{ $id }».
    .hint = «taquilla adjunto NÚMERO» muestra los que hay.
error-letter-not-found = No hay ningún correo «{ $id }».
    .hint = «taquilla mail queue» muestra los que esperan.
error-task-not-found = No hay ninguna tarea { $id }.
    .hint = «taquilla tareas listar --all» muestra las que hay.
error-token-not-found = No hay ningún token «{ $id }».
    .hint = «taquilla token list» muestra los que hay.
error-not-logged-in = Primero hay que iniciar sesión.
    .hint = taquilla entrar --email SU-CORREO
error-session-ended = Su sesión ha terminado.
    .hint = Inicie sesión de nuevo: taquilla entrar
error-token-invalid = El token de TAQUILLA_TOKEN no vale: no existe, ha caducado o se ha revocado.
    .hint = Cree otro con «taquilla token create», o quite TAQUILLA_TOKEN para usar su sesión.
error-wrong-login = El usuario o la contraseña no son correctos.
    .hint = Si la ha olvidado: taquilla clave olvidada --email SU-CORREO
error-too-many-attempts = Ha habido demasiados intentos fallidos. Podrá volver a probar { $until }.
error-wrong-code = El código no es correcto, o ya no vale.
    .hint = Cópielo tal como está en el correo, donde va en una línea aparte. Si ha caducado, pida otro.
error-code-of-invitation = El código es el de su invitación: con él se elige la contraseña de su cuenta.
    .hint = taquilla clave restablecer --email SU-CORREO CÓDIGO
error-not-allowed = Su cuenta no permite hacer esto.
    .hint = Con «taquilla whoami» ve con qué cuenta está.
error-outside-scope = Su cuenta permite hacer esto, pero este token no.
    .hint = Hace falta un token con --scope { $scope }.
error-not-with-token = Esto no se puede hacer con un token.
    .hint = Quite TAQUILLA_TOKEN e inicie sesión: taquilla entrar
error-suspended = Su cuenta está suspendida: { $reason }.
error-too-many-in-a-row =
    { $count ->
        [one] Ya ha escrito un mensaje y aún no le han respondido: esto no es un chat.
       *[other] Ya ha escrito { $count } mensajes seguidos y aún no le han respondido: esto no es un chat.
    }
error-turn-wait = Espere la respuesta, que recibirá antes del { $due }.
error-turn-remind = La respuesta debía haber llegado antes del { $due }. Reclámela: «Reclamar la respuesta» en el menú, o «taquilla reclamar { $number }».
error-turn-closed = El ticket está cerrado, así que nadie va a responder: reábralo sin texto con «taquilla reabrir { $number }» y espere la respuesta.
error-turn-unknown = Espere la respuesta; lo que quiera añadir podrá escribirlo después.
error-turn-phone = Si es urgente, llame al { $phone }.
error-turn-reminded = Ya la ha reclamado y Atención al Cliente está avisada; podrá volver a hacerlo el { $again }.
error-remind-write = Si quiere añadir algo mientras tanto: taquilla responder { $number }
error-remind-wait = Espere hasta entonces.
error-served-by-phone = Le atendemos por teléfono: { $phone }.
error-contact = Póngase en contacto con el centro: { $contact }
error-registration-closed = Ahora mismo no se admiten cuentas nuevas.
    .hint = Para pedir una, diríjase al centro: { $contact }
error-contact-unknown = Pregunte a quien le habló de este centro.
error-ticket-closed = El ticket está cerrado.
    .hint = Ábralo de nuevo con «taquilla reabrir { $number }».
error-ticket-merged = El ticket forma parte del { $into }, donde continúa.
    .hint = Repita la orden con ese número: { $into }
error-ticket-merged-away = El ticket forma parte de otro, que no le corresponde; continúa allí.
    .hint = Puede seguir leyéndolo: taquilla ver NÚMERO
error-merge-into-itself = Un ticket no se puede unir a sí mismo.
    .hint = Quite su número de la lista: basta con el de --into.
error-merge-into-merged = El ticket { $target } ya forma parte del { $into }.
    .hint = Únalo directamente a ese: --into { $into }
error-merge-into-closed = El ticket { $target } está cerrado, y a un ticket cerrado no se le puede unir otro.
    .hint = Ábralo antes de nuevo: taquilla reabrir { $target }
error-other-client = El ticket no es del mismo cliente que el { $target }: si se unieran, cada uno leería lo que escribió el otro.
    .hint = Si los dos son de la misma persona, corrija antes el cliente con «taquilla edit NÚMERO --client USUARIO».
error-reopen-window-over = El ticket se cerró hace demasiado tiempo para reabrirlo.
    .hint = Abra uno nuevo que lo continúe: taquilla abrir --follow-up NÚMERO
error-already-assigned = El ticket ya está asignado a { $to }.
error-nobody-available = No hay nadie a quien asignarlo: todos los docentes están fuera o suspendidos, o aún no han entrado.
    .hint = Asígnelo usted a alguien: taquilla asignar { $number } --to USUARIO
error-already-answered = No hay nada que reclamar: el ticket { $number } ya está respondido.
    .hint = La respuesta se lee con «taquilla ver { $number }»; si le falta algo, escriba con «taquilla responder { $number }».
error-not-due-yet = Todavía no se puede reclamar: la respuesta se espera, como muy tarde, el { $due }.
error-remind-never = Todavía no se puede reclamar: la respuesta del ticket { $number } no tiene fecha límite.
error-already-reminded = Ya ha reclamado esta respuesta, y Atención al Cliente está avisada. Podrá volver a hacerlo el { $again }.
error-on-line = Línea { $line }: { $message }
error-never-away = { $who } no es del personal; solo el personal puede estar fuera.
error-time-passed = Esa fecha ya ha pasado.
    .hint = Se escribe así: --until 2026-12-24, o «--until 3d», tres días a partir de ahora. Si ya ha vuelto: taquilla usuario de-vuelta USUARIO
error-time-too-far = Esa fecha está demasiado lejos: como mucho, dos años.
    .hint = Se escribe así: --until 2026-12-24, o «--until 3d», tres días a partir de ahora. Si esa persona ya no va a volver: taquilla usuario suspender USUARIO
error-substitute-self = { $who } no puede sustituirse a sí misma ni a sí mismo.
    .hint = Indique a otra persona con --substitute, o nadie.
error-substitute-away = { $who } también está fuera (hasta el { $until }) y no puede sustituir a nadie.
    .hint = Indique a otra persona con --substitute.
error-cannot-stand-in = { $who } no puede sustituir a nadie: no es del personal, o está suspendida su cuenta.
    .hint = Indique a otra persona con --substitute.
error-cannot-be-assigned = No se pueden asignar tickets a { $who }.
    .hint = Debe ser alguien del personal que no esté suspendido.
error-not-a-client = { $who } no es cliente.
error-not-staff = { $who } no es del personal y no tiene tickets que traspasar.
    .hint = Quite --to: los tickets de un cliente siguen siendo suyos.
error-person-suspended = { $who } tiene la cuenta suspendida y no podría usar el código.
    .hint = Levante antes la suspensión: taquilla usuario reactivar { $who }
error-handle-taken = El usuario «{ $handle }» ya es de otra persona.
error-address-taken = Esa dirección de correo ya es de otra cuenta.
error-external-id-taken = El identificador externo «{ $id }» ya es de otro ticket.
error-topic-retired = El tema «{ $name }» ya no se usa.
    .hint = «taquilla topic list» muestra los que se usan.
error-topic-taken = Ya hay un tema «{ $name }» en ese lugar.
error-topic-misplaced = El tema no puede estar ahí: quedaría debajo de sí mismo, o con demasiados niveles encima.
error-last-topic = Debe quedar al menos un tema.
error-last-admin = Debe quedar al menos una persona que administre el centro.
error-has-tickets = Esa persona tiene tickets.
    .hint = Páselos antes a otra persona.
error-attachment-too-large = El archivo «{ $name }» es demasiado grande ({ $most } como mucho).
error-too-many-attachments = Son demasiados adjuntos ({ $most } como mucho).
    .hint = Envíe los demás en otro mensaje.
error-house-rules = Le recordamos que por aquí no se puede hablar de { $what }.
error-house-rules-respect = No se permiten faltas de respeto.
error-house-rules-both = No se permiten faltas de respeto, y por aquí no se puede hablar de { $what }.
error-house-rules-money = cantidades económicas
error-house-rules-phone = números de teléfono
error-house-rules-email = direcciones de correo electrónico
error-house-rules-nor = ni
error-house-rules-hint = Quite lo señalado y vuelva a enviarlo.
error-house-rules-hint-phone = Quite lo señalado y vuelva a enviarlo; lo que no es para esta plataforma se trata por teléfono: { $phone }.
error-bad-token-name = El nombre de un token no puede estar vacío ni pasar de una línea de 60 caracteres.
error-token-name-taken = Ya tiene un token llamado «{ $name }».
    .hint = Elija otro nombre o revoque ese; «taquilla token list» muestra su identificador.
error-too-many-tokens = Ya tiene { $most } tokens, y no puede tener más.
    .hint = Revoque los que no necesite; «taquilla token list» los muestra.
error-key-reused = Esa referencia propia (--key) ya se usó para otra cosa.
    .hint = Elija una referencia nueva para cada encargo.
error-letter-not-waiting = Ese correo ya no espera.
error-letter-leaving = Ese correo está saliendo en este momento.
    .hint = Dentro de un rato «taquilla mail queue» dirá si ha salido.
error-letter-without-code = El código de ese correo ya no se puede enviar: se borró al darlo por perdido.
    .hint = Hace falta un código nuevo; por ejemplo, «taquilla usuario restablecer-clave USUARIO».
error-follow-up-of-open = Ese ticket sigue abierto.
    .hint = Responda en él en lugar de abrir otro: taquilla responder { $number }
error-too-many-tickets = Son demasiados tickets de una vez ({ $most } como mucho).
    .hint = Hágalo por partes: «taquilla listar --format ids --limit 100000» da los primeros y, con --after y el último de ellos, los siguientes.
error-no-number-left = No queda ningún número de ticket.
error-internal = Ha fallado el propio programa; no es culpa suya.
    .hint = Repita la orden y, si vuelve a fallar, avise a quien administra el centro.
error-done-unprinted = Está hecho, pero no se puede mostrar el resultado: { $reason }.
    .hint = No repita la orden sin mirar antes con «taquilla listar»; con --key repetirla no hace daño.
error-token-unprinted = El token está creado, pero no se puede mostrar: { $reason }.
    .hint = Nadie lo ha visto ni se puede volver a ver. Revóquelo con «taquilla token revoke { $id }» y cree otro.
error-session-unprinted = Está hecho, pero no se puede mostrar el resultado: { $reason }.
    .hint = Repetir la orden no hace daño; «taquilla whoami» dice quién tiene iniciada la sesión.
