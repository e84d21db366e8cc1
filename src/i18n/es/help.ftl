# La ayuda de las órdenes y de sus opciones. La clave es el camino: help-ORDEN, help-ORDEN-long, help-ORDEN-examples y
# help-ORDEN-OPCIÓN; lo que es igual en varias órdenes está en help-common-OPCIÓN, y lo que va entre < >, en help-value-OPCIÓN.

help-taquilla = Un centro de soporte completo en un solo programa: tickets, cuentas y correo.
help-taquilla-long =
    Sin ninguna orden, en un terminal, Taquilla abre un menú que le guía paso a paso. Todo lo que ofrece el menú
    se puede hacer también con una orden, que se puede guardar en un script.
help-taquilla-examples =
    taquilla
    taquilla abrir --subject "Duda sobre el índice" -m "¿Cuántas páginas debe tener?"

## Opciones generales

help-global-desk = Carpeta del centro de soporte
help-global-lang = Idioma de los textos
help-global-format = Formato de la salida; todos menos «table» son para otros programas
help-global-json = Salida en JSON; equivale a --format json
help-global-fields = Campos que se muestran, separados por comas
help-global-color = Cuándo se usa el color
help-global-no-pager = No pasa la salida larga por un paginador
help-global-no-input = No pregunta nunca; si falta algo, termina con un error
help-global-yes = Responde que sí a las confirmaciones
help-global-quiet = No muestra comentarios, solo lo pedido y los errores
help-global-wait = Segundos que se espera si el centro está ocupado
help-global-mail = Si se espera a que salga el correo, se envía aparte o se deja en la cola

## Lo que es igual en varias órdenes

help-common-number = Número del ticket
help-common-message = Texto del mensaje, que verá el cliente
help-common-message-file = Archivo con el texto del mensaje; «-» lo lee de la entrada estándar
help-common-note = Nota interna, que el cliente no ve
help-common-attach = Archivo que se adjunta; la opción se puede repetir
help-common-dry-run = Muestra lo que se haría, sin cambiar nada ni enviar correo
help-common-key = Referencia propia con la que la orden se ejecuta una sola vez, aunque se repita
help-common-keep-going = Hace los cambios posibles y deja sin hacer los demás
help-common-password-stdin = Lee la contraseña de la entrada estándar
help-common-password-file = Lee la contraseña de un archivo
help-common-code = Código recibido por correo; «-» lo lee de la entrada estándar
help-common-user = Usuario o dirección de correo; «me» es la propia cuenta
help-common-accept-rules = Acepta las normas de uso y el texto de privacidad
help-common-setting = Nombre del ajuste, como aparece en «taquilla config list»
help-common-id = Identificador del correo, como aparece en «taquilla mail queue»

## Nombres de los valores

help-value-desk = CARPETA
help-value-lang = IDIOMA
help-value-format = FORMATO
help-value-fields = CAMPOS
help-value-color = CUÁNDO
help-value-wait = SEGUNDOS
help-value-mail = MODO
help-value-key = REFERENCIA
help-value-name = NOMBRE
help-value-admin-email = CORREO
help-value-admin-name = NOMBRE
help-value-password-file = ARCHIVO
help-value-timezone = ZONA
help-value-mail-from = CORREO
help-value-keep = CARPETA
help-value-email = CORREO
help-value-code = CÓDIGO
help-value-handle = USUARIO
help-value-subject = ASUNTO
help-value-message = TEXTO
help-value-message-file = ARCHIVO
help-value-topic = TEMA
help-value-attach = ARCHIVO
help-value-priority = PRIORIDAD
help-value-for = CLIENTE
help-value-external-id = IDENTIFICADOR
help-value-follow-up = NÚMERO
help-value-status = ESTADO
help-value-to = USUARIO
help-value-from = CLIENTE
help-value-into = NÚMERO
help-value-since = FECHA
help-value-closed-before = FECHA
help-value-year = AÑO
help-value-time = FECHA
help-value-until = FECHA
help-value-search = PALABRAS
help-value-sort = CRITERIO
help-value-by = CRITERIO
help-value-limit = CANTIDAD
help-value-after = NÚMERO
help-value-number = NÚMERO
help-value-note = TEXTO
help-value-level = PRIORIDAD
help-value-assign-from = ARCHIVO
help-value-agents = USUARIOS
help-value-auto-assign = VALOR
help-value-substitute = USUARIO
help-value-client = CLIENTE
help-value-id = ID
help-value-output = ARCHIVO
help-value-name-en = NOMBRE
help-value-parent = TEMA
help-value-attachments = CARPETA
help-value-user = USUARIO
help-value-scope = ALCANCE
help-value-every = TIEMPO
help-value-expires = CUÁNDO
help-value-ticket = NÚMERO
help-value-phone = TELÉFONO
help-value-agent = DOCENTE
help-value-role = FUNCIÓN
help-value-reason = MOTIVO
help-value-setting = AJUSTE
help-value-value = VALOR
help-value-file = ARCHIVO
help-value-page = ORDEN
help-value-shell = INTÉRPRETE
help-value-dir = CARPETA
help-value-mail-test-to = CORREO

## Crear y probar

help-init = Crea un centro de soporte nuevo
help-init-long =
    Crea la carpeta del centro y la cuenta de quien lo administra, y deja abierta su sesión. La carpeta solo la puede
    leer su dueño. Mientras no se configure un servidor de correo, los correos se guardan en el buzón «mail» de la carpeta.
help-init-examples =
    taquilla init --name "Centro de soporte" --admin-email admin@ejemplo.es --admin-name "Eva Ruiz"
help-init-name = Nombre del centro, como aparece en los correos
help-init-admin-email = Correo de quien administra el centro
help-init-admin-name = Nombre de quien administra el centro
help-init-timezone = Zona horaria del centro
help-init-mail-from = Dirección desde la que se envían los correos

help-demo = Representa la vida entera de un ticket en un centro de prueba
help-demo-long =
    Crea un centro aparte, ejecuta en él las órdenes de cada persona y muestra cada orden, su resultado y cada correo.
    No toca ningún otro centro. Termina con un error si algo no es como debe ser.
help-demo-examples =
    taquilla demo
    taquilla demo --keep /tmp/prueba
help-demo-keep = Conserva el centro de prueba en esta carpeta, que debe ser nueva o estar vacía

## La cuenta propia

help-register = Crea una cuenta nueva de cliente
help-register-long =
    Utilice la misma dirección de correo con la que trata con nosotros. Recibirá un correo con un código; escríbalo
    con «taquilla confirmar» y la cuenta quedará activa.
help-register-examples =
    taquilla registrar --email ana@ejemplo.es --name "Ana López"
    taquilla registrar --email ana@ejemplo.es --name "Ana López" --accept-rules --password-stdin < clave.txt
help-register-email = Su dirección de correo
help-register-name = Su nombre y apellidos

help-confirm = Activa una cuenta con el código recibido por correo
help-confirm-long =
    El código está en una línea aparte del correo y vale durante un tiempo limitado. Si no ha llegado, mire en la carpeta de
    correo no deseado o pida otro con --resend. Al confirmar, queda iniciada su sesión.
help-confirm-examples =
    taquilla confirmar --email ana@ejemplo.es K7QF-2M9X
    taquilla confirmar --email ana@ejemplo.es --resend
help-confirm-email = La dirección con la que se registró
help-confirm-resend = Envía un código nuevo

help-login = Inicia sesión
help-login-long =
    Pide la contraseña sin mostrarla. La sesión queda abierta en este ordenador hasta que la cierre o pase un tiempo sin usarla.
    No hay --key: repetir la orden no hace daño, y cada vez abre una sesión nueva.
help-login-examples =
    taquilla entrar --email ana@ejemplo.es
    taquilla entrar --handle ana-lopez --password-stdin < clave.txt
help-login-email = La dirección de correo de la cuenta
help-login-handle = El usuario de la cuenta, en lugar del correo

help-logout = Cierra la sesión
help-logout-long =
    Cierra la sesión de este ordenador; con --everywhere, todas las de su cuenta. Los tokens no son sesiones y siguen
    valiendo: se revocan con «taquilla token revoke». Repetirla no hace daño, así que no hay --key.
help-logout-examples =
    taquilla salir
    taquilla salir --everywhere
help-logout-everywhere = Cierra todas las sesiones de la cuenta

help-whoami = Muestra quién tiene iniciada la sesión
help-whoami-examples =
    taquilla whoami
    taquilla whoami --json

help-password = Cambia o recupera la contraseña
help-password-long = La contraseña debe tener al menos 12 caracteres. Nadie del centro puede verla.
help-password-examples =
    taquilla clave cambiar
    taquilla clave olvidada --email ana@ejemplo.es
help-password-change = Cambia la contraseña
help-password-change-long =
    Pide la contraseña actual y después la nueva. Con --password-stdin se leen en ese orden, una por línea. Al cambiarla se
    cierran las demás sesiones de la cuenta y dejan de valer sus tokens.
help-password-change-examples =
    taquilla clave cambiar
    taquilla clave cambiar --password-stdin < dos-lineas.txt
help-password-change-password-stdin = Lee dos líneas de la entrada estándar: la contraseña actual y la nueva
help-password-forgot = Pide un código para elegir una contraseña nueva
help-password-forgot-long =
    Envía un código por correo. La respuesta es siempre la misma, exista o no la cuenta.
help-password-forgot-examples =
    taquilla clave olvidada --email ana@ejemplo.es
help-password-forgot-email = La dirección de correo de la cuenta
help-password-reset = Elige una contraseña con el código recibido por correo
help-password-reset-long =
    Sirve para recuperar la cuenta y también para elegir la primera contraseña tras una invitación. Deja la sesión iniciada.
help-password-reset-examples =
    taquilla clave restablecer --email ana@ejemplo.es K7QF-2M9X
help-password-reset-email = La dirección de correo de la cuenta

help-profile = Muestra o cambia el perfil propio
help-profile-long =
    Sin opciones, muestra el perfil. Si cambia la dirección de correo, recibirá un código en la nueva y un aviso en la anterior.
    Con --lang cambia el idioma de sus pantallas y correos, que queda guardado.
help-profile-examples =
    taquilla perfil
    taquilla perfil --lang en
help-profile-name = Nombre y apellidos
help-profile-handle = Usuario: minúsculas, cifras, guiones y puntos, como ana-lopez
help-profile-email = Dirección de correo nueva

help-token = Gestiona los tokens de acceso, que sirven para los scripts
help-token-long =
    Un script que tenga un token en TAQUILLA_TOKEN no necesita iniciar sesión: actúa en nombre del dueño del token, dentro de su
    alcance. El token manda sobre la sesión de este ordenador. Todos sus tokens dejan de valer cuando cambia su contraseña, su
    función o su dirección de correo.
help-token-examples =
    taquilla token create --name "Lista de los lunes" --scope assign
    taquilla token list
help-token-create = Crea un token
help-token-create-long =
    Por la salida estándar sale solo el token, que no se vuelve a mostrar: el centro guarda únicamente su huella.

    Un token permite lo que permitan a la vez su función y el alcance. Con «read» solo se consulta. Con «assign» además se asignan
    y se liberan tickets y se cambia la prioridad. Con «write» además se abren, se responden, se anotan, se cierran, se reabren y
    se corrigen. «admin» vale para todo lo que puede hacer usted; pero ningún token crea otro ni cambia la contraseña.

    Lo que se consulta con un token no queda como leído: eso solo lo hace la propia persona.

    Vale 90 días, o lo que diga --expires, con un máximo de 366 días.

    No hay --key: para volver a mostrar el token habría que guardarlo. Repetir la orden con el mismo nombre se rechaza mientras
    ese token siga valiendo. Tampoco vale ningún formato en que no se vea el token, como ids.
help-token-create-examples =
    taquilla token create --name "Lista de los lunes" --scope assign --expires 30d
    taquilla token create --name copia > token.txt
help-token-create-name = Nombre del token, para reconocerlo
help-token-create-scope = Alcance: lo que permite hacer; si no se indica, read
help-token-create-expires = Cuándo caduca: 90d, 12h o 2027-03-31, con ese día incluido; si no se indica, 90d
help-token-list = Lista los tokens propios; quien administra el centro ve los de todos
help-token-list-long = Los tokens en sí no se muestran. Los que ya no valen aparecen durante 30 días más.
help-token-list-examples =
    taquilla token list
help-token-revoke = Revoca un token
help-token-revoke-long = Desde ese momento se rechaza cualquier orden que llegue con él.
help-token-revoke-examples =
    taquilla token revoke 3
help-token-revoke-id = Identificador del token, como aparece en «taquilla token list»

## Tickets

help-open = Abre un ticket nuevo
help-open-long =
    En un terminal se pregunta lo que falte: el asunto, el texto y, si tampoco hay texto, el tema.
    El texto admite Markdown. El número del ticket es lo único que se escribe en la salida con --format ids.
    Con --json, el error por lo que no dejan pasar las normas dice en «spans» dónde está: «start» y «end» cuentan los
    caracteres Unicode del texto tal como se dio, desde 0 y sin la marca BOM; como mucho 100, y «more_spans» cuenta los demás.
help-open-examples =
    taquilla abrir --subject "Duda sobre el índice" -m "¿Cuántas páginas debe tener?"
    taquilla abrir --subject "Capítulo 2" -F mensaje.md --attach capitulo2.pdf
help-open-subject = Asunto del ticket
help-open-message = Texto de la consulta
help-open-message-file = Archivo con el texto de la consulta; «-» lo lee de la entrada estándar
help-open-topic = Tema de ayuda, con su nombre entero o con su último nivel; si falta, el primero que se creó y sigue en uso, que en un centro nuevo es «Reportar consulta»
help-open-priority = Prioridad del ticket
help-open-for = Cliente en cuyo nombre se abre el ticket
help-open-external-id = Identificador externo: el del ticket en otro programa; no se puede repetir
help-open-follow-up = Número del ticket cerrado que este continúa

help-list = Lista los tickets
help-list-long =
    Los filtros se combinan. En un terminal la lista se detiene en 25 tickets y lo dice; hacia un archivo o hacia otro
    programa sale siempre entera, salvo que se indique --limit. Una fecha es 2026-11-24, una hora en RFC 3339, 3d o 12h.

    --search busca en los asuntos y los mensajes y, para el personal, también en las notas. No importan los acentos, las
    mayúsculas ni la terminación: «matriculaciones» encuentra «Matriculación». Todas las palabras deben estar en el ticket,
    aunque sea en mensajes distintos, y matric* encuentra las que empiezan así. Los más nuevos salen primero, salvo que se indique
    --sort. Para buscar también en los cerrados, añada --status all. De un texto muy largo solo se encuentran las 2000 primeras
    palabras distintas.
help-list-examples =
    taquilla listar --unassigned
    taquilla listar --search "examen matric*" --status all
    taquilla listar --unassigned --topic Historia --format ids | taquilla asignar - --to marta
help-list-status = Estado: new, pending, answered, closed, open (todos los no cerrados) o all; se admiten varios con comas
help-list-mine = Los propios o, para el personal, los que se tienen asignados
help-list-to = Asignados a esta persona
help-list-unassigned = Sin asignar
help-list-from = De este cliente
help-list-topic = De este tema de ayuda o de los que cuelgan de él
help-list-priority = Con esta prioridad
help-list-unread = Con algo sin leer
help-list-overdue = Con la respuesta fuera de plazo
help-list-flagged = Con algo que debe revisar Secretaría, aunque estén cerrados
help-list-since = Actualizados desde entonces: 2026-11-24, «2026-11-24 10:15», o hace cuánto: 3d, 12h
help-list-until = Actualizados hasta entonces, escrito igual; el día indicado se incluye
help-list-search = Con estas palabras: todas, sin que importen acentos ni terminaciones; matric* vale por las que empiezan así
help-list-external-id = Con este identificador externo
help-list-sort = Criterio con el que se ordena la lista
help-list-reverse = En orden inverso
help-list-limit = Número máximo de tickets
help-list-after = Continúa detrás de este ticket

help-show = Muestra un ticket con su hilo
help-show-long = Lo mostrado queda como leído, salvo con --no-mark o si se entra con un token.
help-show-examples =
    taquilla ver 856444
    taquilla ver 856444 --all
help-show-all = Muestra también los cambios del ticket y el texto citado
help-show-no-mark = No marca el ticket como leído

help-reply = Publica una respuesta en un ticket
help-reply-long =
    La ven el cliente y el docente, y la otra parte recibe un correo. Un ticket respondido por el personal pasa a «Respondido».
    Con --json, el error por lo que no dejan pasar las normas dice en «spans» dónde está: «start» y «end» cuentan los
    caracteres Unicode del texto tal como se dio, desde 0 y sin la marca BOM; como mucho 100, y «more_spans» cuenta los demás.
help-reply-examples =
    taquilla responder 856444 -m "De acuerdo, muchas gracias."
    taquilla responder 856444 -F respuesta.md --attach esquema.pdf --close
help-reply-close = Cierra también el ticket
help-reply-pending = El ticket sigue pendiente de una respuesta del personal

help-remind = Reclama una respuesta que está fuera de plazo
help-remind-long =
    Avisa a Atención al Cliente y a su docente. Se puede reclamar cuando el plazo ha pasado, y una vez cada 24 horas laborables; antes se le
    dice para cuándo se espera la respuesta.
help-remind-message = Lo que quiera decir, que quedará en el ticket
help-remind-examples =
    taquilla reclamar 856444
    taquilla reclamar 856444 -m "Lo necesito antes del viernes"
help-note = Publica una nota interna en un ticket
help-note-long = Solo la ve el personal; el cliente no la ve ni recibe ningún aviso. Para contestar, tanto el personal como los clientes usan «taquilla responder».
help-note-examples =
    taquilla nota 856444 -m "He llamado al alumno: envía el capítulo el lunes."
help-note-message = Texto de la nota
help-note-message-file = Archivo con el texto de la nota; «-» lo lee de la entrada estándar

help-assign = Asigna tickets a un docente
help-assign-long =
    Admite los tickets que se quieran; «-» los lee de la entrada estándar. O se asignan todos o ninguno, salvo con
    --keep-going. La persona asignada recibe un solo aviso por ticket, con la nota si la hay; si son más de cinco, uno solo para
    todos.

    Lo que se asigna a alguien que está fuera pasa a su sustituto, y así se dice; si no tiene ninguno, se le asigna igualmente, y
    se avisa de ello.

    Con --auto cada ticket es para el docente que lleva el trabajo del cliente; si no lo hay, para quien tiene su último ticket; si
    no, para un docente del tema o, si el tema no tiene, del que está por encima; y si no, para cualquier docente. Entre varios, para
    quien menos tickets abiertos tiene. Nadie que esté fuera o suspendido recibe nada, y los tickets que ya tiene alguien se quedan
    como están.

    Con --from cada línea del archivo lleva número, usuario y, si se quiere, una nota, separados por comas, puntos y coma o
    tabuladores. La primera puede nombrar las columnas, en cualquier orden: «número», «docente» y «nota», o bien «number», «staff» y
    «note». Columnas con otros nombres no se admiten, salvo las que escribe «taquilla listar --format csv».
help-assign-examples =
    taquilla asignar 856444 --to marta
    taquilla listar --unassigned --format ids | taquilla asignar - --to marta --note "Grupo de noviembre"
    taquilla listar --unassigned --format ids | taquilla asignar - --auto --explain
    taquilla asignar --from reparto.csv --if-unassigned
help-assign-auto = Asigna cada ticket a quien corresponda
help-assign-explain = Añade a la tabla el motivo de cada asignación
help-assign-from = Archivo con un número de ticket y un usuario en cada línea; «-» lo lee de la entrada estándar
help-assign-if-unassigned = Rechaza los tickets que ya tiene otra persona
help-assign-number = Números de los tickets; «-» los lee de la entrada estándar
help-assign-to = Persona a la que se asignan

help-release = Deja tickets sin asignar
help-release-long = El docente que devuelve un ticket debe indicar el motivo. Lo sabrán Secretaría y quien lo tenía asignado.
help-release-examples =
    taquilla liberar 856444 -m "No es de mi especialidad."
help-release-number = Números de los tickets; «-» los lee de la entrada estándar
help-release-message = Motivo

help-close = Cierra tickets
help-close-long =
    El cliente recibe un correo, con el mensaje si lo hay, que le dice cómo y hasta cuándo puede reabrir el ticket. La persona
    asignada sigue siendo la misma.
help-close-examples =
    taquilla cerrar 856444 -m "Resuelto. Gracias por su paciencia."
    taquilla cerrar 856444 310277 --note "Sin respuesta desde septiembre"
help-close-number = Números de los tickets; «-» los lee de la entrada estándar

help-reopen = Reabre tickets cerrados
help-reopen-long =
    El ticket vuelve a quien lo tenía asignado. El cliente puede reabrirlo durante el plazo que fija el centro; después,
    puede abrir otro con «taquilla abrir --follow-up».
help-reopen-examples =
    taquilla reabrir 856444 -m "Me ha surgido otra duda sobre lo mismo."
help-reopen-number = Números de los tickets; «-» los lee de la entrada estándar

help-priority = Cambia la prioridad de los tickets
help-priority-examples =
    taquilla prioridad 856444 high
help-priority-number = Números de los tickets; «-» los lee de la entrada estándar
help-priority-level = Prioridad nueva

help-edit = Corrige los datos de los tickets
help-edit-long = Cambia el tema, el asunto, el cliente o el identificador externo. Los textos publicados no se modifican. Si un ticket pasa a otro cliente, los que se unieron a él pasan también.
help-edit-examples =
    taquilla edit 856444 --topic Historia
    taquilla edit 856444 --subject "Duda sobre el capítulo 2"
help-edit-number = Números de los tickets; «-» los lee de la entrada estándar
help-edit-topic = Tema de ayuda nuevo
help-edit-subject = Asunto nuevo
help-edit-client = Cliente al que pertenece el ticket
help-edit-external-id = Identificador externo nuevo: el del ticket en otro programa

help-overdue = Lista los tickets cuya respuesta está fuera de plazo
help-overdue-long =
    Dice de quién es cada uno, cuántas horas laborables lleva de retraso, qué escribió el cliente y quién lo tiene. Primero los que más
    retraso llevan. Los docentes ven solo los suyos.
help-overdue-soon = Los que vencen pronto: ya ha pasado el primer aviso, pero aún no el plazo
help-overdue-limit = Cuántos se listan como mucho
help-overdue-examples =
    taquilla vencidos
    taquilla vencidos --soon
    taquilla vencidos --format ids | taquilla asignar - --to marta
help-next = Muestra el ticket que hay que responder primero
help-next-long =
    Es el que vence antes, entre los que tiene usted o alguien a quien sustituye; para Secretaría, Atención al Cliente y Administración,
    entre todos. El ticket sigue sin leer: su hilo se ve con «taquilla ver».
help-next-examples =
    taquilla siguiente
    taquilla siguiente --format ids
help-stats = Muestra el Panel de Control: cuánto hay y cuánto se ha hecho
help-stats-long =
    Cuenta los tickets que están abiertos ahora y los que se crearon, se cerraron o tuvieron su primera respuesta en un
    período: los últimos 30 días, si no se indica otro. Los tiempos de respuesta son horas laborables, como los plazos. Cada
    ticket cuenta para la persona que lo tiene asignado; los temas incluyen los que cuelgan de ellos. Los tickets unidos a
    otro no cuentan. Cada docente ve solo sus propias cifras.
help-stats-examples =
    taquilla panel
    taquilla panel --by agent --since 2026-10-01 --until 2026-10-31
    taquilla panel --by topic --format csv
help-stats-since = Comienzo del período: fecha, hora, o hace cuánto («30d», «12h»)
help-stats-until = Final del período, incluido ese día
help-stats-by = Desglosa las cifras

help-merge = Une tickets que tratan de lo mismo
help-merge-long =
    Lo escrito en ellos pasa, con sus adjuntos, al hilo del ticket que continúa, cada texto con su autor y su fecha. Los
    tickets unidos quedan cerrados y no se pueden reabrir; su número y su hilo se conservan. El ticket que continúa mantiene
    su tema y la persona asignada, toma la prioridad más alta y cuenta el plazo desde la espera más antigua. Tiene que estar
    abierto, y todos deben ser del mismo cliente. El cliente y las personas asignadas reciben un solo correo.
help-merge-examples =
    taquilla unir 345678 901234 --into 856444
    taquilla listar --from ana-lopez --search capítulo --format ids | taquilla unir - --into 856444 --keep-going
help-merge-number = Números de los tickets que se unen; «-» los lee de la entrada estándar
help-merge-into = Número del ticket que continúa
help-unflag = Da por revisado lo que incumple las normas
help-unflag-long = Quita de los tickets el aviso de que en ellos se habla de dinero, se falta al respeto o se da un teléfono o un correo. «taquilla listar --flagged» muestra los que lo tienen, y «taquilla ver», dónde está. No se avisa a nadie.
help-unflag-examples =
    taquilla revisado 856444
    taquilla listar --flagged --status all --format ids | taquilla revisado -
help-unflag-number = Números de los tickets; «-» los lee de la entrada estándar

help-request-call = Pide que la empresa llame al cliente de un ticket
help-request-call-long =
    Sirve para lo urgente que no puede esperar a que el cliente lea su respuesta. Secretaría recibe una tarea y un correo; el
    teléfono del cliente no lo ven los docentes, y el cliente no ve la petición. Si la misma persona repite la petición con el mismo
    motivo mientras está pendiente, no se crea otra.
help-request-call-examples =
    taquilla pedir-llamada 856444 --reason "Hoy vence la matrícula y no responde"
help-request-call-reason = Motivo, solo para el personal

help-task = Muestra las tareas pendientes y anota las que ya se han hecho
help-task-long =
    Una tarea es algo que alguien del personal pide sobre un ticket: por ahora, llamar al cliente. Cerrar un ticket no termina sus
    tareas. Si el ticket se une a otro, sus tareas pendientes pasan al ticket que continúa.
help-task-examples =
    taquilla tareas listar
    taquilla tareas hecha 12 --note "Llamado: vendrá el lunes"
help-task-list = Lista las tareas pendientes, la más antigua primero
help-task-list-long =
    Cada docente ve las que ha pedido, sin el teléfono del cliente; Secretaría, Atención al Cliente y la administración ven todas,
    con él. En un terminal la lista se detiene en 25 tareas y lo dice; hacia un archivo o hacia otro programa sale siempre entera.
help-task-list-examples =
    taquilla tareas listar
    taquilla tareas listar --all --format csv
help-task-list-all = También las que ya se han hecho
help-task-list-limit = Número máximo de tareas
help-task-done = Anota que unas tareas ya se han hecho
help-task-done-long =
    Queda anotado en el hilo del ticket, donde solo lo ve el personal. Las que ya estaban hechas se quedan como estaban.
help-task-done-examples =
    taquilla tareas hecha 12 --note "Llamado: vendrá el lunes"
    taquilla tareas listar --format ids | taquilla tareas hecha -
help-task-done-id = Identificadores de las tareas, como aparecen en «taquilla tareas listar»; «-» los lee de la entrada estándar

help-status = Muestra el estado de un ticket sin iniciar sesión
help-status-long =
    La primera vez envía un código al correo del ticket; con ese código muestra el estado y lo publicado en ese ticket.
    La respuesta es siempre la misma, exista o no el ticket. Con --dry-run y --code se ve el ticket sin gastar el código.
help-status-examples =
    taquilla estado 856444 --email ana@ejemplo.es
    taquilla estado 856444 --email ana@ejemplo.es --code K7QF-2M9X
help-status-email = La dirección de correo del cliente del ticket

help-attachment = Lista o descarga los adjuntos de un ticket
help-attachment-long =
    Sin identificador, lista los adjuntos. Con él, guarda ese archivo en la carpeta actual sin sustituir ningún otro, o donde
    diga --output; con --json dice cuál es y dónde está.
help-attachment-examples =
    taquilla adjunto 856444
    taquilla adjunto 856444 1.1 -o esquema.pdf
help-attachment-id = Identificador del adjunto, como aparece en la lista
help-attachment-output = Archivo en el que se guarda; «-» lo escribe en la salida estándar
help-attachment-mail = Envía el adjunto a la dirección de correo propia

help-rules = Muestra las normas de uso
help-rules-long =
    Dice también qué se trata por teléfono, con su horario y su coste. Cuando los textos cambian, los clientes los aceptan de nuevo
    antes de seguir escribiendo: con --accept, o con --accept-rules en la propia orden.
help-rules-examples =
    taquilla normas
    taquilla normas --accept
help-rules-accept = Acepta las normas de uso y el texto de privacidad

help-topic = Gestiona los temas de ayuda
help-topic-examples =
    taquilla topic list
    taquilla topic add "Historia del arte" --name-en "Art history" --parent Historia
help-topic-list = Lista los temas de ayuda
help-topic-list-examples =
    taquilla topic list
help-topic-add = Añade un tema de ayuda
help-topic-add-examples =
    taquilla topic add Historia --name-en History
    taquilla topic add Roma --parent Historia --agents marta,luis --auto-assign on
help-topic-add-name = Nombre en español
help-topic-add-name-en = Nombre en inglés
help-topic-add-parent = Tema del que cuelga
help-topic-add-agents = Docentes del tema, separados por comas; «*», cualquiera
help-topic-add-auto-assign = Si los tickets nuevos del tema se asignan al abrirlos; «inherit», como los del tema superior
help-topic-add-long =
    Mientras no se diga otra cosa, un tema tiene los docentes del tema superior, y sus tickets se asignan al abrirlos si se asignan
    los de ese tema. Con --agents "*" puede responder cualquier docente, aunque el tema superior tenga los suyos; con --auto-assign
    off no se asignan al abrirlos, aunque se asignen los del superior. Se asignan como con «taquilla asignar --auto».
help-topic-edit-agents = Docentes del tema, separados por comas; «*», cualquiera; vacío, los del tema superior
help-topic-edit-auto-assign = Si los tickets nuevos del tema se asignan al abrirlos; «inherit», como los del tema superior
help-topic-edit = Cambia un tema de ayuda
help-topic-edit-examples =
    taquilla topic edit Historia --name-en History
    taquilla topic edit "Historia / Roma" --agents "*" --auto-assign off
    taquilla topic edit "Historia / Roma" --agents "" --auto-assign inherit
help-topic-edit-topic = Tema que se cambia
help-topic-edit-name = Nombre nuevo en español
help-topic-edit-name-en = Nombre nuevo en inglés; vacío, ninguno
help-topic-edit-parent = Tema del que pasa a colgar; vacío, de ninguno
help-topic-retire = Retira un tema de ayuda y los que cuelgan de él
help-topic-retire-long = Ya no se ofrece en los tickets nuevos, ni los temas que cuelgan de él; los que lo tienen lo conservan. Para que vuelva a ofrecerse basta con añadirlo de nuevo.
help-topic-retire-examples =
    taquilla topic retire Historia
help-topic-retire-topic = Tema que se retira

## Personas

help-user = Gestiona las cuentas
help-user-examples =
    taquilla usuario listar
    taquilla usuario crear --email marta@ejemplo.es --name "Marta Gil" --role agent
help-user-list = Lista las cuentas
help-user-list-examples =
    taquilla usuario listar --format csv
help-user-list-limit = Número máximo de cuentas
help-user-list-role = Solo las cuentas con esta función
help-user-show = Muestra una cuenta
help-user-show-examples =
    taquilla usuario ver ana-lopez
help-user-create = Crea una cuenta
help-user-create-long =
    La persona recibe una invitación con un código, con el que elige su contraseña. Nadie más la conoce.
help-user-create-examples =
    taquilla usuario crear --email marta@ejemplo.es --name "Marta Gil" --role agent
help-user-create-email = Dirección de correo de la persona
help-user-create-name = Nombre y apellidos
help-user-create-role = Función: lo que podrá hacer
help-user-create-handle = Usuario; si no se indica, sale del nombre
help-user-create-no-invite = No envía la invitación
help-user-edit = Cambia los datos de una cuenta
help-user-edit-examples =
    taquilla usuario editar ana-lopez --agent marta
help-user-edit-name = Nombre y apellidos
help-user-edit-handle = Usuario nuevo
help-user-edit-email = Dirección de correo nueva, que se confirma con un código
help-user-edit-phone = Teléfono
help-user-edit-agent = Docente que lleva el trabajo de este cliente; vacío, ninguno
help-user-role = Cambia la función de una cuenta
help-user-role-long = Cierra las sesiones de la cuenta y revoca sus tokens. El último administrador no puede dejar de serlo.
help-user-role-examples =
    taquilla usuario rol marta secretary
help-user-role-role = Función nueva
help-user-suspend = Suspende una cuenta
help-user-suspend-long =
    Un cliente suspendido puede leer sus tickets, pero no escribir, y recibe un correo con el motivo. Mientras dura la suspensión
    no corre el plazo de respuesta de sus tickets. Al suspender a alguien del personal, sus tickets quedan sin asignar o pasan a
    quien diga --to.
help-user-suspend-examples =
    taquilla usuario suspender ana-lopez --reason "Faltas de respeto"
    taquilla usuario suspender luis --reason "Baja" --to marta
help-user-suspend-reason = Motivo, que se comunica a la persona
help-user-suspend-to = Persona que se queda con sus tickets abiertos
help-user-reinstate = Levanta la suspensión de una cuenta
help-user-reinstate-examples =
    taquilla usuario reactivar ana-lopez
help-user-away = Anota que alguien está fuera
help-user-away-long =
    Hasta que pase la fecha, el sustituto ve y contesta sus tickets abiertos y recibe sus avisos, y lo que se le asigne pasa al
    sustituto; si este también se va, al sustituto del sustituto. Después todo vuelve a ser como antes, sin más órdenes. Un
    docente anota su propia ausencia, Secretaría la de los docentes y Administración la de cualquiera.
help-user-away-examples =
    taquilla usuario fuera marta --until 2026-12-24 --substitute luis
    taquilla usuario fuera me --until 3d
help-user-away-until = Último día, o momento de la vuelta, como máximo dentro de dos años; «3d» son tres días a partir de ahora
help-user-away-substitute = Persona que atiende sus tickets mientras tanto; vacío, nadie
help-user-back = Anota que alguien ha vuelto antes de lo previsto
help-user-back-examples =
    taquilla usuario de-vuelta marta
help-user-reset-password = Envía a una persona un código para elegir otra contraseña
help-user-reset-password-long = Cierra todas sus sesiones y revoca sus tokens. Ni la contraseña ni el código se muestran a nadie. Al personal suspendido no se le envía: antes hay que levantar la suspensión.
help-user-reset-password-examples =
    taquilla usuario restablecer-clave ana-lopez
help-user-import = Crea y pone al día cuentas desde un archivo CSV
help-user-import-long =
    La primera línea nombra las columnas, en cualquier orden: «correo» y «nombre» y, si se quiere, «función», «idioma» y «usuario»,
    o bien «email», «name», «role», «lang» y «handle». Sirven comas, puntos y comas o tabuladores. A quien no tenga cuenta se le crea
    una, de cliente si no se indica otra función, y se le invita; a quien ya la tenga se le cambian el nombre, el idioma o el
    usuario si son otros. Si una línea no vale no se hace nada, y se dice qué falla en cada una. Repetir la orden no cambia ni envía
    nada.
help-user-import-examples =
    taquilla usuario importar alumnos.csv --dry-run
    taquilla usuario importar alumnos.csv
help-user-import-file = Archivo CSV; «-» lo lee de la entrada estándar
help-user-import-no-invite = No envía las invitaciones

## Correo y ajustes

help-mail = Gestiona los correos que salen
help-mail-examples =
    taquilla mail queue
    taquilla mail test --to secretaria@ejemplo.es
help-mail-queue-limit = Cuántos correos se listan como mucho
help-mail-queue = Lista los correos que esperan o que no han podido salir
help-mail-queue-examples =
    taquilla mail queue
help-mail-show = Muestra un correo
help-mail-show-long = Los códigos no se muestran.
help-mail-show-examples =
    taquilla mail show 2cd59bd6
help-mail-flush = Envía ahora los correos que esperan
help-mail-flush-examples =
    taquilla mail flush
help-mail-retry = Vuelve a intentar el envío de correos
help-mail-retry-examples =
    taquilla mail retry 2cd59bd6 7f03a1c4
help-mail-drop = Descarta correos sin enviarlos
help-mail-drop-examples =
    taquilla mail drop 2cd59bd6
help-mail-test = Envía un correo de prueba
help-mail-test-examples =
    taquilla mail test --to secretaria@ejemplo.es
help-mail-test-to = Dirección a la que se envía

help-config = Muestra o cambia los ajustes del centro
help-config-examples =
    taquilla config list
    taquilla config set reopen.window 30d
help-config-list-set-only = Lista solo los ajustes que se han cambiado
help-config-list = Lista los ajustes con su valor
help-config-list-examples =
    taquilla config list
    taquilla config list --json
help-config-get = Muestra el valor de un ajuste
help-config-get-examples =
    taquilla config get mail.from
help-config-set = Cambia un ajuste
help-config-set-examples =
    taquilla config set mail.smtp.host smtp.ejemplo.es
    taquilla config set registration known
help-config-set-value = Valor nuevo; «-» lo lee de la entrada estándar
help-config-unset = Devuelve un ajuste a su valor por defecto
help-config-unset-examples =
    taquilla config unset reopen.window
help-config-edit = Abre todos los ajustes en un editor
help-config-edit-long =
    Sin terminal, abre el editor de TAQUILLA_EDITOR, VISUAL o EDITOR. Al guardar, se comprueban y se aplican todos los cambios a la vez o ninguno; lo que no se toca queda como esté.
    Si hay un error, se puede volver al editor, y lo escrito no se pierde.
help-config-edit-examples =
    taquilla config edit
help-config-export = Escribe los ajustes como texto
help-config-export-examples =
    taquilla config export > ajustes.toml
help-config-import = Aplica los ajustes de un archivo
help-config-import-long = Se comprueban y se aplican todos a la vez o ninguno.
help-config-import-examples =
    taquilla config import ajustes.toml
help-config-import-file = Archivo de ajustes; «-» lo lee de la entrada estándar

## Mantenimiento

help-completions = Escribe las reglas para completar órdenes con el tabulador
help-completions-examples =
    taquilla completions bash > ~/.local/share/bash-completion/completions/taquilla
help-completions-shell = Intérprete de órdenes para el que se escriben

help-man = Escribe las páginas del manual
help-man-long = Con --dir, escribe en esa carpeta una página por orden; sin ella, muestra la página principal.
help-man-examples =
    taquilla man --dir ~/.local/share/man/man1
help-man-page = Orden cuya página se muestra, por ejemplo «abrir» o «usuario crear»
help-man-dir = Carpeta en la que se escriben todas las páginas

help-dump = Guarda en un archivo una copia del centro entero
help-dump-long =
    Un objeto JSON por línea: cuentas con sus contraseñas cifradas, temas, tickets con sus hilos y adjuntos, ajustes, correos y
    registro de cambios, y también lo hecho con --key, para que no se repita. Quien tenga el archivo puede leerlo todo, así que solo
    lo puede leer su dueño. El centro se puede seguir usando mientras tanto. Si la copia se interrumpe queda a su lado un archivo
    oculto, «.NOMBRE.unfinished», que conviene borrar: lo que hay en él es igual de secreto.

    No va lo que solo vale un tiempo o en un ordenador: las sesiones, los tokens, los códigos (tampoco los correos que llevan uno y
    aún no han salido, ni las cuentas sin confirmar), los borradores, los intentos fallidos de inicio de sesión ni la carpeta
    «mail» del centro.
help-dump-examples =
    taquilla dump centro.ndjson
    taquilla dump centro.ndjson --attachments adjuntos
help-dump-file = Archivo nuevo; «-» escribe en la salida estándar
help-dump-attachments = Carpeta para los adjuntos, que si no van dentro del archivo
help-load = Crea un centro a partir de una copia de «taquilla dump»
help-load-long =
    La carpeta no debe tener ya un centro. O se carga todo o no queda nada. No hace falta iniciar sesión. Los correos que no habían
    salido quedan retenidos hasta que alguien ponga «mail.hold» en «off».

    Las contraseñas son las de antes, pero la copia no lleva sesiones, tokens, códigos ni borradores: cada persona inicia sesión de
    nuevo, los scripts necesitan otro token, y a las personas invitadas que aún no tenían contraseña se les envía otro código con
    «taquilla usuario restablecer-clave USUARIO». Lo que se hizo con --key no se repite aquí.
help-load-examples =
    taquilla load centro.ndjson --desk /srv/centro
    taquilla load centro.ndjson --attachments adjuntos
help-load-file = Archivo que escribió «taquilla dump»; «-» lo lee de la entrada estándar
help-load-attachments = Carpeta en la que «taquilla dump» dejó los adjuntos
help-calendar = Muestra cuándo trabaja el centro y cómo se cuentan los plazos
help-calendar-examples =
    taquilla calendario ver --year 2027
    taquilla calendario plazo 2027-03-25
help-calendar-show = Muestra el horario, los festivos y los cambios de hora de un año
help-calendar-show-year = Año que se muestra; sin la opción, el actual
help-calendar-show-examples =
    taquilla calendario ver
    taquilla calendario ver --year 2027 --json
help-calendar-due = Explica paso a paso cuándo vence la respuesta a un mensaje
help-calendar-due-long =
    Cuenta las horas laborables desde el mensaje de un cliente hasta el aviso al docente y hasta que vence la respuesta,
    y dice por qué no cuentan los demás días.
help-calendar-due-time = Momento del mensaje: 2027-03-25, «2027-03-25 09:00», o el tiempo que hace: 3d, 12h
help-calendar-due-examples =
    taquilla calendario plazo 2027-03-25
    taquilla calendario plazo "2027-03-25 09:00"
    taquilla calendario plazo 3d
help-calendar-import = Añade al calendario los festivos de un archivo .ics
help-calendar-import-long =
    Se añaden a calendar.holidays los que aún no estén, todos o ninguno. El archivo tiene formato iCalendar: valen días enteros, uno o
    varios seguidos, y los que se repiten cada año en la misma fecha.
help-calendar-import-file = Archivo iCalendar; «-» lo lee de la entrada estándar
help-calendar-import-examples =
    taquilla calendario importar festivos-2027.ics --dry-run
    taquilla calendario importar festivos-2027.ics
help-audit = Muestra lo que se ha hecho, quién y por qué medio
help-audit-long =
    Lo más reciente sale primero. En un terminal la lista se detiene en 25 anotaciones y lo dice; hacia un archivo o hacia otro
    programa sale siempre entera, salvo que se indique --limit. Es solo para quien administra el centro. «taquilla verify» comprueba
    que nada se haya cambiado ni quitado.
help-audit-examples =
    taquilla audit --ticket 856444
    taquilla audit --user marta --since 7d --format csv
help-audit-ticket = Solo lo que afectó a este ticket
help-audit-user = Solo lo que hizo esta persona; «me» es la propia cuenta
help-audit-since = Solo desde entonces: 2026-11-24, «2026-11-24 10:15», o hace cuánto: 3d, 12h
help-audit-limit = Número máximo de anotaciones

help-purge = Borra para siempre los tickets que se cerraron hace tiempo
help-purge-long =
    Borra los tickets cerrados antes de la fecha, con su hilo, los adjuntos que no use ningún otro, los correos, los borradores y las
    tareas; también los correos que aún no hubieran salido. Los tickets unidos a otro se borran con él, y no antes. El número no
    se vuelve a usar, y quien lo busque verá que no existe. En «taquilla audit» queda quién lo borró y cuándo; lo anotado antes sobre
    esos tickets pierde su detalle, y lo que una orden mostró de ellos con --key no se vuelve a mostrar.

    No se puede deshacer: pide confirmación o, sin nadie delante, la opción --yes. Se borra por partes, de {"200"} tickets como mucho, para
    que los demás puedan seguir trabajando: si se interrumpe, lo borrado queda borrado y la siguiente vez se hace el resto. Solo
    puede hacerlo quien administra el centro. El ajuste «retention.closed» lo hace por sí solo.

    No alcanza a lo que está fuera de los datos del centro: los correos ya entregados, también los que un centro sin servidor de
    correo guarda en su carpeta «mail», y las copias hechas antes. En el archivo «desk.redb» el espacio libre se vuelve a usar poco a
    poco y puede conservar restos hasta entonces; un centro cargado con «taquilla load» de una copia de «taquilla dump» no los tiene.
help-purge-examples =
    taquilla purge --closed-before 2024-01-01 --dry-run
    taquilla purge --closed-before 730d --yes
help-purge-closed-before = Momento antes del cual se cerraron: 2024-01-01, «2024-01-01 10:15», o hace cuánto: 730d
help-purge-limit = Número de tickets a partir del cual se detiene

help-verify = Comprueba que los datos del centro están íntegros
help-verify-long =
    Lee todos los datos guardados y no cambia nada, salvo el índice de búsqueda si se pide con --reindex. No hace falta iniciar
    sesión: basta con ser dueño de la carpeta. Mientras revisa los datos, las órdenes que cambian algo esperan.
help-verify-examples =
    taquilla verify
    taquilla verify --reindex
help-verify-reindex = Rehace antes el índice de búsqueda a partir de los textos

help-tick = Pone al día lo que depende del tiempo
help-tick-long =
    Avisa de las respuestas cuyo plazo va a terminar o ha terminado, envía los correos que esperan, da por terminadas las
    ausencias y retira lo que ha caducado. Cada aviso sale una sola vez, aunque la orden se ejecute a menudo o varias veces a la
    vez. No hace falta iniciar sesión: basta con ser dueño de la carpeta.

    Borra además lo que los ajustes «retention.closed», «retention.audit» y «retention.pending» dicen que no se guarde más tiempo.
    El último cuenta desde que se creó la cuenta de un cliente o se le envió la última invitación, que no vale más que eso: quien no
    la haya confirmado entonces desaparece del todo, y su dirección puede registrarse de nuevo. No se borra a nadie del personal ni
    a quien tenga o haya tenido tickets. Las altas que cada cual pide y no confirma no llegan a ser cuentas: caducan con su código.

    Conviene ejecutarla cada minuto con cron, o como servicio con --every; «man taquilla-guide» muestra cómo. Sin eso, cada orden
    que cambia algo hace de paso un poco de ello.

    Con --every sigue hasta que se le pide que termine, y nada queda a medias: con SIGTERM o SIGHUP, como con «systemctl stop»,
    termina con el código 0; con Ctrl-C, con el 130.
help-tick-examples =
    taquilla tick
    taquilla tick --dry-run
    taquilla tick --every 10s
help-tick-every = No termina: lo repite con esta pausa, como 10s o 5m

help-doctor = Busca lo que está mal configurado y dice cómo arreglarlo
help-doctor-long = Mira los permisos de la carpeta, el correo y los ajustes, y no cambia nada. No hace falta iniciar sesión.
help-doctor-examples =
    taquilla doctor
