# Lo que dicen las cartas del centro. A los clientes se les trata de usted.

letter-greeting = Hola, { $name }:
letter-greeting-nobody = Hola:
letter-stands-in = Recibe este correo porque sustituye a { $name } hasta { $when }.
letter-and = { $before } y { $last }
letter-closing = Un cordial saludo,

## Los verbos de la línea de órdenes, tal como los escribe quien lee en español

letter-verb-show = ver
letter-verb-reply = responder
letter-verb-assign = asignar
letter-verb-reopen = reabrir
letter-verb-open = abrir
letter-verb-list = listar
letter-verb-overdue = vencidos
letter-verb-tasks = tareas listar
letter-verb-confirm = confirmar
letter-verb-reset = clave restablecer
letter-verb-forgotten = clave olvidada
letter-verb-status = estado
letter-verb-register = registrar
letter-verb-login = entrar
letter-verb-attachment = adjunto
letter-verb-profile = perfil
letter-verb-mail = mail
letter-verb-user-edit = usuario editar
letter-placeholder-agent = DOCENTE
letter-placeholder-address = SU-CORREO
letter-placeholder-number = NÚMERO
letter-placeholder-phone = TELÉFONO

## Los datos de un ticket

letter-field-number = Número
letter-field-status = Estado
letter-field-topic = Tema de ayuda
letter-field-subject = Asunto
letter-field-priority = Prioridad
letter-field-assignee = Asignado a
letter-field-due = Plazo de respuesta
letter-field-overdue = Fuera de plazo desde
letter-field-since = Espera desde
letter-field-follows = Continúa el ticket
letter-field-reason = Motivo
letter-field-handle = Usuario
letter-field-ticket = Ticket

letter-status-new = Nuevo
letter-status-pending = Pendiente
letter-status-answered = Respondido
letter-status-closed = Cerrado

letter-priority-low = Baja
letter-priority-normal = Normal
letter-priority-high = Alta
letter-priority-emergency = Urgente

letter-role-client = cliente
letter-role-agent = docente
letter-role-secretary = Secretaría
letter-role-care = Atención al Cliente
letter-role-admin = administración

## Los textos del hilo, y sus archivos

letter-text-message = { $author } escribió { $when }:
letter-text-reply = { $author } ({ $role }) respondió { $when }:
letter-text-note = Nota interna de { $author } ({ $role }), { $when }:
letter-text-cut = El texto sigue; está completo en el ticket.
letter-earlier = El hilo hasta ahora:
letter-earlier-left-out = { $count ->
    [one] Antes hay otro texto; está en el ticket.
   *[other] Antes hay otros { $count } textos; están en el ticket.
}
letter-files-here = Adjuntos: { $files }
letter-files-left-out = { $count ->
    [one] Este archivo no cabe en el correo. Para recibirlo:
   *[other] Estos archivos no caben en el correo. Para recibirlos:
}
letter-files-more = { $count ->
    [one] Hay otro archivo más en el ticket.
   *[other] Hay otros { $count } archivos más en el ticket.
}

## El siguiente paso

letter-next-show = Para verlo completo:
letter-next-follow = Para ver cómo va:
letter-next-reply = Para responder:
letter-next-assign = Para asignarlo:
letter-next-mine = Para ver los tickets que lleva usted:
letter-next-tasks = Para ver lo que hay pendiente:
letter-next-list = Para verlos:
letter-next-open = Para abrir un ticket:
letter-next-read = Para leer sus tickets:

## Ticket abierto

letter-opened-client = Hemos recibido su consulta y le hemos dado el número { $number }.
letter-opened-for-client = { $actor } ha abierto un ticket en su nombre, con el número { $number }.
letter-opened-due = Tendrá respuesta, a más tardar, { $when }.
letter-opened-overdue = Le responderemos lo antes posible.
letter-opened-text = Esta es su consulta:
letter-opened-assigned = { $client } ({ $handle }) ha abierto el ticket { $number }, que lleva usted.
letter-opened-unassigned = { $client } ({ $handle }) ha abierto el ticket { $number }. Está sin asignar.
letter-opened-others = { $client } ({ $handle }) ha abierto el ticket { $number }. Lo lleva { $assignee }.
letter-opened-for-assigned = { $actor } ha abierto el ticket { $number } en nombre de { $client } ({ $handle }). Lo lleva usted.
letter-opened-for-unassigned = { $actor } ha abierto el ticket { $number } en nombre de { $client } ({ $handle }). Está sin asignar.
letter-opened-for-others = { $actor } ha abierto el ticket { $number } en nombre de { $client } ({ $handle }). Lo lleva { $assignee }.

## Lo que le pasa después

letter-assigned = { $actor } le ha asignado el ticket { $number }, de { $client } ({ $handle }).
letter-message = { $client } ({ $handle }) ha escrito en el ticket { $number }.
letter-reminded = { $client } ({ $handle }) reclama la respuesta del ticket { $number }, que está fuera de plazo.
letter-reminded-unassigned = { $client } ({ $handle }) reclama la respuesta del ticket { $number }, que está fuera de plazo. Está sin asignar.
letter-reply = { $actor } ha respondido en su ticket { $number }.
letter-note = { $actor } ha escrito una nota interna en el ticket { $number }, de { $client } ({ $handle }).
letter-closed-client = Hemos cerrado su ticket { $number }, ya que damos el tema por resuelto.
letter-closed-staff = { $actor } ha cerrado el ticket { $number }, de { $client } ({ $handle }).
letter-closed-by-client = { $client } ({ $handle }) ha cerrado su ticket { $number }.
letter-closed-window = Si quiere retomarlo, puede reabrirlo hasta { $when }:
letter-closed-follow-up = Si quiere retomarlo, abra uno nuevo que lo continúe:
letter-reply-window = El ticket está cerrado. Si responde, se reabrirá; puede hacerlo hasta { $when }:
letter-reply-follow-up = El ticket está cerrado y ya no se puede reabrir. Si quiere retomarlo, abra uno nuevo que lo continúe:
letter-reopened-client = Hemos reabierto su ticket { $number }.
letter-reopened-staff = { $actor } ha reabierto el ticket { $number }, de { $client } ({ $handle }).
letter-reopened-by-client = { $client } ({ $handle }) ha reabierto su ticket { $number }.
letter-released = { $actor } ha dejado sin asignar el ticket { $number }, de { $client } ({ $handle }).
letter-released-agent = El ticket { $number }, de { $client } ({ $handle }), ya no lo lleva usted: { $actor } lo ha dejado sin asignar.
letter-task = { $actor } pide que se llame a { $client } ({ $handle }) por el ticket { $number }.
letter-task-phone = El teléfono no va en este correo: está en la lista de tareas.
letter-task-no-phone = El cliente no tiene ningún teléfono apuntado. Para apuntarlo:
letter-merged-client = { $count ->
    [one] Hemos unido su ticket { $merged } al ticket { $number }, porque tratan de lo mismo.
   *[other] Hemos unido sus tickets { $merged } al ticket { $number }, porque tratan de lo mismo.
}
letter-merged-client-then = { $count ->
    [one] Todo lo que se escribió en él está ahora en el ticket { $number }. Escríbanos a partir de ahora en ese.
   *[other] Todo lo que se escribió en ellos está ahora en el ticket { $number }. Escríbanos a partir de ahora en ese.
}
letter-merged-assigned = { $count ->
    [one] { $actor } ha unido el ticket { $merged } al ticket { $number }, de { $client } ({ $handle }), que lleva usted.
   *[other] { $actor } ha unido los tickets { $merged } al ticket { $number }, de { $client } ({ $handle }), que lleva usted.
}
letter-merged-others = { $count ->
    [one] { $actor } ha unido el ticket { $merged } al ticket { $number }, de { $client } ({ $handle }).
   *[other] { $actor } ha unido los tickets { $merged } al ticket { $number }, de { $client } ({ $handle }).
}
letter-merged-texts = Estos textos se han añadido al ticket:
letter-merged-away = { $count ->
    [one] { $actor } ha unido el ticket { $merged }, de { $client } ({ $handle }), que llevaba usted, a otro que no lleva usted. Continúa allí; usted no tiene que hacer nada más.
   *[other] { $actor } ha unido los tickets { $merged }, de { $client } ({ $handle }), que llevaba usted, a otro que no lleva usted. Continúan allí; usted no tiene que hacer nada más.
}
letter-waiting-assigned = { $client } ({ $handle }) espera respuesta en el ticket { $number }, que lleva usted.
letter-waiting-others = { $client } ({ $handle }) espera respuesta en el ticket { $number }. Lo lleva { $assignee }.
letter-waiting-unassigned = { $client } ({ $handle }) espera respuesta en el ticket { $number }. Está sin asignar.
letter-waiting-due = Aviso: queda poco plazo. La respuesta debe llegar antes d{ $when }.
letter-waiting-overdue = El ticket está fuera de plazo: la respuesta debía llegar antes d{ $when }.
letter-copy = Aquí tiene lo que pidió del ticket { $number }.
letter-copy-file = Aquí tiene el archivo «{ $file }» del ticket { $number }.
letter-news = Hay novedades en el ticket { $number }.

## Varios tickets a la vez

letter-summary-assigned-subject = Tickets asignados a usted: { $count }
letter-summary-assigned = { $actor } le ha asignado estos tickets:
letter-summary-released-subject = Tickets sin asignar: { $count }
letter-summary-released = { $actor } ha dejado sin asignar estos tickets:
letter-summary-released-agent = Estos tickets ya no los lleva usted, porque { $actor } los ha dejado sin asignar:
letter-summary-closed-subject = Tickets cerrados: { $count }
letter-summary-closed = { $actor } ha cerrado estos tickets:
letter-summary-closed-client = Hemos cerrado estos tickets suyos, ya que damos los temas por resueltos:
letter-summary-reopened-subject = Tickets reabiertos: { $count }
letter-summary-reopened = { $actor } ha reabierto estos tickets:
letter-summary-reopened-client = Hemos reabierto estos tickets suyos:
letter-summary-news-subject = Tickets con novedades: { $count }
letter-summary-news = Hay novedades en estos tickets:
letter-summary-overdue-subject = Tickets fuera de plazo: { $count }
letter-summary-waiting-subject = Tickets que esperan respuesta: { $count }
letter-summary-waiting = Estos tickets esperan respuesta:
letter-summary-ticket-due = { $ticket }: el plazo termina { $when }
letter-summary-ticket-overdue = { $ticket }: el plazo terminó { $when }
letter-summary-ticket-unassigned = { $ticket }; sin asignar
letter-summary-ticket-of = { $ticket }; lo lleva { $assignee }
letter-summary-left-out = … y { $count } más.
letter-summary-closed-window = Si quiere retomar alguno, puede reabrirlo hasta { $when }:
letter-summary-closed-follow-up = Si quiere retomar alguno, abra uno nuevo que lo continúe:

## Códigos de un solo uso

letter-code-until = El código sirve una sola vez, hasta { $when }.
letter-code-once = El código sirve una sola vez.
letter-code-next = Escriba esta orden:
letter-register-subject = Confirme su cuenta en { $desk }
letter-register = Gracias por registrarse en { $desk }. Este es el código que confirma su cuenta:
letter-register-name = Se ha pedido una cuenta a nombre de { $name }. Si no es usted, no use el código: la ha pedido otra persona.
letter-register-ignore = Si no ha pedido usted esta cuenta, no tiene que hacer nada: sin el código no se abrirá.
letter-reset-subject = Una contraseña nueva para { $desk }
letter-reset = Este es el código para restablecer su contraseña:
letter-reset-ignore = Si no lo ha pedido usted, no tiene que hacer nada: su contraseña sigue siendo la misma.
letter-reset-by-staff = El personal de { $desk } ha pedido que elija usted una contraseña nueva, y ha cerrado todas sus sesiones. Este es el código para elegirla:
letter-reset-by-staff-then = Mientras no elija otra, su contraseña sigue siendo la de antes. Si no esperaba este correo, consúltenos.
letter-status-subject = Código para ver el estado del ticket { $number }
letter-status = Este es el código para ver el estado del ticket { $number }:
letter-status-ignore = Si no lo ha pedido usted, no tiene que hacer nada.
letter-new-address-subject = Confirme su nueva dirección de correo
letter-new-address = Este es el código que confirma esta dirección como la de su cuenta en { $desk }:
letter-new-address-ignore = Si no lo ha pedido usted, no tiene que hacer nada: nadie podrá usar su dirección sin el código.

## Cuentas

letter-invited-subject = Su cuenta en { $desk }
letter-invited = Le hemos abierto una cuenta en { $desk }.
letter-invited-code = Con este código podrá elegir su contraseña:
letter-invited-then = Con eso habrá iniciado sesión, y ya podrá empezar.
letter-taken-subject = Ya tiene una cuenta en { $desk }
letter-taken = Alguien ha querido registrarse en { $desk } con esta dirección, que ya tiene una cuenta. Si ha sido usted, solo tiene que iniciar sesión:
letter-taken-forgotten = Si ha olvidado la contraseña, pida un código para poner otra:
letter-taken-ignore = Si no ha sido usted, no tiene que hacer nada.
letter-unknown-subject = Su registro en { $desk }
letter-unknown = Alguien ha querido registrarse en { $desk } con esta dirección, que no tenemos en nuestros datos. Si ha sido usted, regístrese con la misma dirección de correo que nos dio al encargarnos su trabajo:
letter-unknown-ignore = Si no ha sido usted, no tiene que hacer nada.
letter-changed-subject = Su dirección de correo ha cambiado
letter-changed = La dirección de su cuenta en { $desk } es ahora { $address }. Ya no le escribiremos a esta.
letter-changed-alarm = Si no lo ha pedido usted, avísenos cuanto antes.
letter-changed-next = Para ver los datos de su cuenta:
letter-welcome-subject = Le damos la bienvenida a { $desk }
letter-welcome = Su cuenta está confirmada. Este es su Usuario, por el que le conocerán nuestros docentes:
letter-welcome-rules = Normas de uso
letter-welcome-phone = Teléfono para quejas, ampliaciones de páginas y precios: { $phone }
letter-suspended-subject = Su cuenta ha quedado suspendida
letter-suspended = Su cuenta en { $desk } ha quedado suspendida.
letter-suspended-meaning = Puede seguir iniciando sesión y leyendo sus tickets, pero no abrir tickets nuevos ni responder, reclamar, cerrar o reabrir los que tiene. Mientras tanto no corre el plazo de respuesta.
letter-suspended-phone = A partir de ahora le atenderemos por teléfono, en el { $phone }.
letter-reinstated-subject = Su cuenta vuelve a estar activa
letter-reinstated = Su cuenta en { $desk } vuelve a estar activa: ya puede abrir tickets y responder, como antes.
letter-reinstated-phone = Si tiene alguna duda, llámenos al { $phone }.

## Prueba de correo

letter-test-subject = Prueba de correo de { $desk }
letter-test = Si lee estas líneas, el correo de { $desk } funciona. Se escribieron { $when }.
letter-test-next = Para ver los correos que aún no han salido:

## Cartas que no llegan

letter-bounced-subject = No se ha podido entregar un correo
letter-bounced = No hemos podido entregar un correo a { $address }, y no se volverá a intentar.
letter-bounced-next = Para verlo:

## El pie

letter-small-reply = También puede contestar a este correo: lo que escriba quedará en el ticket.
letter-small-automatic = Este correo es automático: si lo contesta, no lo leerá nadie.
letter-small-contact = Si necesita ayuda, escríbanos a { $contact }.
letter-small-phone = Nuestro teléfono: { $phone }.
