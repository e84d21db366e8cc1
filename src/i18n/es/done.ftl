## Lo que se dice cuando algo está hecho. Va al canal de avisos; los datos van aparte.

done-equivalent = La próxima vez, con una sola orden: { $command }
done-already = Ya estaba así; no hay nada que cambiar.
done-no-numbers = No ha llegado ningún número: no se ha hecho nada.
done-merged-before = El ticket { $number } forma parte del { $into }, donde continúa.
done-words-not-kept =
    { $count ->
        [one] En el ticket { $number } no ha cambiado nada y su texto no se ha guardado. Para escribirlo: taquilla { $command }
       *[other] En { $count } tickets no ha cambiado nada y su texto no se ha guardado en ellos. Para escribirlo, uno por uno: taquilla { $command }
    }
done-dry-run = Es una prueba: no se ha cambiado nada ni se ha enviado ningún correo.
done-dry-run-again = Con esa clave la orden ya se hizo: se muestra lo que dijo entonces, y no se haría nada más.
done-dry-run-mail = Se avisaría a { $people }.
done-dry-run-many = Se avisaría a { $count } personas.
done-letters-given-up = El servidor de correo ha rechazado un aviso y no se volverá a intentar; véalo con «taquilla mail queue», o avise a quien administra el centro.
done-letters-given-up-reader = No se ha podido entregar un aviso por correo y no se volverá a intentar; lo que ha hecho sí ha quedado guardado.
done-letters-wait = Hay avisos por correo que aún no han salido; esperan y se volverán a intentar.

done-init = El centro está listo y usted ha iniciado sesión. Lo siguiente: crear las cuentas del personal con «taquilla usuario crear».
done-register = Hemos enviado un código a { $email }. Para terminar: taquilla confirmar --email { $email } CÓDIGO
done-resend = Si hay un registro pendiente, hemos enviado otro código a { $email }.
done-confirm = Le damos la bienvenida, { $name }. Su cuenta está activa y su usuario es { $handle }.
done-confirm-address = Su nueva dirección de correo ya es la de su cuenta. Las demás sesiones se han cerrado y sus tokens ya no valen.
done-login = Hola, { $name }.
done-logout = Sesión cerrada.
done-logout-already = No había ninguna sesión abierta.
done-password = La contraseña ha cambiado. Las demás sesiones de su cuenta se han cerrado y sus tokens ya no valen.
done-forgot = Si { $email } tiene cuenta, le hemos enviado un código. Después: taquilla clave restablecer --email { $email } CÓDIGO
done-reset = Su contraseña ha quedado guardada, { $name }, y usted ha iniciado sesión.
done-profile = Su perfil está al día.
done-new-address = Hemos enviado un código a { $email }. El cambio vale cuando lo confirme: taquilla confirmar --email { $email } CÓDIGO

done-token-create = Guárdelo ahora: no se volverá a mostrar. El token «{ $name }» tiene el alcance { $scope } y caduca el { $expires }. Para que deje de valer antes: taquilla token revoke { $id }
done-token-revoke = El token «{ $name }» ya no vale.
done-no-tokens = No hay ningún token.
done-token-beats = TAQUILLA_TOKEN está definido: mientras lo esté, las órdenes usan ese token y no la sesión.
done-audit-empty = No hay nada que mostrar.
done-audit-stops = Se muestran las { $count } anotaciones más recientes. Para ver más: --limit 100

done-open = Ticket { $number } creado. Le avisaremos por correo cuando haya respuesta.
done-open-due = Ticket { $number } creado. La respuesta llegará antes del { $due }.
done-reply = Respuesta publicada en el ticket { $number }.
done-reply-reopened = Respuesta publicada. El ticket { $number } estaba cerrado y queda reabierto.
done-reply-closed = Respuesta publicada y ticket { $number } cerrado.
done-show-late = La respuesta está fuera de plazo. Para reclamarla: taquilla reclamar { $number }
done-remind = Reclamada la respuesta del ticket { $number }: Atención al Cliente ya está avisada.
done-note = Nota interna añadida al ticket { $number }. El cliente no la ve.
done-assign =
    { $count ->
        [one] Ticket { $number } asignado.
       *[other] { $count } tickets asignados.
    }
done-assign-substitute = { $name } está fuera hasta el { $until }: lo que se le asigna va a { $substitute }.
done-assign-away = Atención: { $name } está fuera hasta el { $until } y nadie atiende sus tickets mientras tanto.
done-release =
    { $count ->
        [one] El ticket { $number } queda sin asignar.
       *[other] { $count } tickets quedan sin asignar.
    }
done-close =
    { $count ->
        [one] Ticket { $number } cerrado.
       *[other] { $count } tickets cerrados.
    }
done-reopen =
    { $count ->
        [one] Ticket { $number } reabierto.
       *[other] { $count } tickets reabiertos.
    }
done-close-tasks =
    { $count ->
        [one] El ticket { $number } tiene tareas pendientes, que siguen en la lista. Para verlas: taquilla { $command }
       *[other] { $count } de ellos tienen tareas pendientes, que siguen en la lista. Para verlas: taquilla { $command }
    }
done-request-call = Secretaría ya tiene el encargo (tarea { $id }): llamar al cliente del ticket { $number }.
done-task =
    { $count ->
        [one] Tarea { $id } hecha; queda anotado en el ticket { $number }.
       *[other] { $count } tareas hechas; queda anotado en sus tickets.
    }
done-task-note = La nota no se ha guardado. Para escribirla: { $command }
done-no-ids = No ha llegado ningún identificador: no se ha hecho nada.
done-no-tasks = No hay ninguna tarea pendiente.
done-tasks-stop = Se muestran las primeras { $count } tareas. Para ver más: --limit 100
done-tasks-no-phone = Para apuntar el teléfono que falta: taquilla usuario editar { $handle } --phone TELÉFONO
done-retention-tickets =
    { $count ->
        [one] Con ese plazo se borraría para siempre un ticket cerrado.
       *[other] Con ese plazo se borrarían para siempre { $count } tickets cerrados.
    }
done-retention-many-tickets = Con ese plazo se borrarían para siempre más de { $count } tickets cerrados.
done-retention-links =
    { $count ->
        [one] Con ese plazo se borraría para siempre el detalle de una anotación del registro.
       *[other] Con ese plazo se borraría para siempre el detalle de { $count } anotaciones del registro.
    }
done-retention-many-links = Con ese plazo se borraría para siempre el detalle de más de { $count } anotaciones del registro.
done-retention-accounts =
    { $count ->
        [one] Con ese plazo se borraría para siempre una cuenta sin confirmar.
       *[other] Con ese plazo se borrarían para siempre { $count } cuentas sin confirmar.
    }
done-retention-many-accounts = Con ese plazo se borrarían para siempre más de { $count } cuentas sin confirmar.
done-purge =
    { $count ->
        [one] Un ticket borrado para siempre.
       *[other] { $count } tickets borrados para siempre.
    }
done-purge-none = No hay ningún ticket que se cerrara antes; no se ha borrado nada.
done-merge =
    { $count ->
        [one] Ticket { $number } unido al { $into }.
       *[other] { $count } tickets unidos al { $into }.
    }
done-unflag =
    { $count ->
        [one] Ticket { $number } dado por revisado.
       *[other] { $count } tickets dados por revisados.
    }
done-edit =
    { $count ->
        [one] Ticket { $number } modificado.
       *[other] { $count } tickets modificados.
    }
done-priority =
    { $count ->
        [one] Prioridad del ticket { $number } cambiada.
       *[other] Prioridad cambiada en { $count } tickets.
    }
done-list-empty = No hay ningún ticket que mostrar.
done-search-empty-open = Ningún ticket abierto contiene todas esas palabras. Para buscar también en los cerrados, añada --status all.
done-search-empty = Ningún ticket contiene todas esas palabras. Pruebe con menos, o con el principio de una: matric*
done-no-people = No hay ninguna cuenta que mostrar.
done-people-stop = Se muestran las primeras { $count } cuentas. Para ver más: --limit 100
done-list-stops = Se muestran los primeros { $count }. Para ver más: --limit 100, o --after NÚMERO.
done-overdue-empty = No hay ninguna respuesta fuera de plazo.
done-overdue-soon-empty = No hay ninguna respuesta a punto de vencer.
done-next = Para verlo: taquilla { $show } · Para responder: taquilla { $reply }
done-next-none = No hay nada pendiente de respuesta.
done-status-merged = Este ticket forma parte del { $into }, donde continúa. Para verlo: { $command }
done-status-code = Si el correo es el de ese ticket, le hemos enviado un código. Después: taquilla estado { $number } --email SU-CORREO --code CÓDIGO
done-no-attachments = Este ticket no tiene adjuntos.
done-attachment = Guardado en { $path }.
done-attachment-mailed = Le enviamos el archivo «{ $file }» a su correo.
done-topic = Tema guardado.

done-user-create = Se ha creado la cuenta de { $name }; su usuario es { $handle }.
done-user-edit = La cuenta de { $name } está al día.
done-user-role = { $name } tiene otra función. Sus sesiones se han cerrado y sus tokens ya no valen.
done-user-suspend = La cuenta de { $name } está suspendida.
done-user-reinstate = La cuenta de { $name } vuelve a estar activa.
done-user-away = Queda anotado que { $name } está fuera.
done-user-away-substitute = Hasta el { $until }, sus tickets abiertos los atiende { $substitute }.
done-user-away-nobody = Hasta el { $until }, nadie atiende sus tickets abiertos. Para que lo haga otra persona: taquilla usuario fuera { $handle } --until FECHA --substitute USUARIO
done-user-away-notices = Los avisos de { $role } le siguen llegando, porque { $substitute } no ve todos los tickets.
done-user-away-handed-on = { $name } sustituía a { $other }, que está fuera: sus tickets los atiende ahora { $substitute }.
done-user-away-left-alone = Atención: { $name } sustituía a { $other }, que está fuera, y ahora nadie atiende sus tickets. Para que lo haga otra persona: taquilla usuario fuera { $handle } --until FECHA --substitute USUARIO
done-user-stands-in = { $name } sustituye otra vez a { $other } ({ $handle }), hasta el { $until }.
done-user-role-not-away = Ya no consta que { $name } esté fuera: un cliente no puede estarlo, y sus avisos le llegan otra vez.
done-user-back = { $name } ha vuelto y atiende otra vez sus tickets.
done-user-reset-password = Hemos enviado a { $name } un código para una contraseña nueva. Sus sesiones se han cerrado y sus tokens ya no valen.
done-dump = El centro entero ({ $tickets ->
    [one] un ticket
   *[other] { $tickets } tickets
}) está en { $path }. Guárdelo bien: con ese archivo se puede leer todo.
done-dump-untold = En el registro de cambios no consta esta copia: no se ha podido escribir en el centro.
done-dump-beside = El centro entero ({ $tickets ->
    [one] un ticket
   *[other] { $tickets } tickets
}) está en { $path }, con los adjuntos en la carpeta { $folder }. Guarde bien las dos cosas: con ellas se puede leer todo, y para cargar el centro hacen falta ambas.
done-load = El centro está cargado: { $tickets ->
    [one] un ticket
   *[other] { $tickets } tickets
} y { $accounts ->
    [one] una cuenta
   *[other] { $accounts } cuentas
}. Nadie tiene la sesión iniciada.
done-load-rehearsed = El centro tendría { $tickets ->
    [one] un ticket
   *[other] { $tickets } tickets
}, { $accounts ->
    [one] una cuenta
   *[other] { $accounts } cuentas
}, { $attachments ->
    [one] un adjunto
   *[other] { $attachments } adjuntos
} y { $letters ->
    [one] un correo
   *[other] { $letters } correos
}.
done-load-held =
    { $count ->
        [one] Un correo que aún no había salido queda retenido, por si ya salió del centro de origen.
       *[other] { $count } correos que aún no habían salido quedan retenidos, por si ya salieron del centro de origen.
    } Cuando este sea el centro en uso: taquilla config set mail.hold off
done-load-invited =
    { $count ->
        [one] Una persona invitada no tiene contraseña todavía, y el código que recibió no vale aquí.
       *[other] { $count } personas invitadas no tienen contraseña todavía, y los códigos que recibieron no valen aquí.
    } Para enviar otro a cada una: taquilla usuario restablecer-clave USUARIO
done-user-import = Cuentas nuevas: { $created }. Cambiadas: { $updated }. Sin cambios: { $unchanged }.
done-ignored-columns = Estas columnas no se usan: { $columns }
done-user-address = Hemos enviado un código a { $email }. El cambio vale cuando esa persona lo confirme.

done-queue-empty = No hay ningún correo esperando.
done-queue-stops = Se muestran los primeros { $count } correos. Para ver más: --limit 100
done-flush = Enviados: { $sent }. Siguen esperando: { $failed }.
done-tick = Hecho: { $done }.
done-tick-rehearsed = Se haría: { $done }.
done-tick-nothing = No había nada pendiente.
done-tick-postponed = tickets con el plazo aplazado ({ $count })
done-tick-overdue = tickets fuera de plazo ({ $count })
done-tick-warned = tickets con el plazo por terminar ({ $count })
done-tick-put_forward = correos con una fecha adelantada ({ $count })
done-tick-absences = ausencias terminadas ({ $count })
done-tick-codes = códigos caducados ({ $count })
done-tick-sessions = sesiones caducadas ({ $count })
done-tick-tokens = tokens caducados ({ $count })
done-tick-orphans = archivos sin ticket ({ $count })
done-tick-keys = referencias caducadas ({ $count })
done-tick-purged = tickets antiguos borrados ({ $count })
done-tick-erased = anotaciones sin detalle ({ $count })
done-tick-unconfirmed = cuentas sin confirmar borradas ({ $count })
done-tick-texts = textos indexados ({ $count })
done-tick-letters = avisos en la cola ({ $count })
done-tick-retries = correos por enviar ({ $count })
done-mail-sent = El correo a { $email } ha salido.
done-mail-dead = El correo a { $email } no ha salido y no se volverá a intentar. Motivo: { $reason }
done-mail-retry = El correo a { $email } no ha salido; espera y se volverá a intentar. Motivo: { $reason }
done-mail-leased = El correo a { $email } está en camino; «taquilla mail queue» dice si ha salido.
done-mail-pending = El correo a { $email } espera su turno.
done-mail-cancelled = El correo a { $email } ya no hace falta y no saldrá.
done-mail-held = Todo el correo está retenido; saldrá con «taquilla config set mail.hold off».
done-mail-drop-already = Ya no iba a salir; no hay nada que descartar.
done-mail-drop =
    { $count ->
        [one] Correo descartado.
       *[other] { $count } correos descartados.
    }
done-config = { $key } = { $value }
done-config-already = { $key } ya estaba así.
done-config-unset = { $key } vuelve a su valor por defecto.
done-calendar-empty = En el archivo no hay ningún festivo.
done-calendar-import =
    { $added ->
        [one] Añadido { $added } festivo a calendar.holidays
       *[other] Añadidos { $added } festivos a calendar.holidays
    }{ $known ->
        [0] .
        [one] ; { $known } ya lo era.
       *[other] ; { $known } ya lo eran.
    }
done-man =
    { $count ->
        [one] Una página escrita.
       *[other] { $count } páginas escritas.
    }
done-reindex = Se ha rehecho el índice de búsqueda, y todo está en orden.
done-verify = Todo está en orden.
done-verify-faults =
    { $count ->
        [one] La comprobación ha encontrado un fallo. Detalle técnico:
       *[other] La comprobación ha encontrado { $count } fallos. Detalles técnicos:
    }
done-doctor-well = No hay nada que corregir.
done-doctor-no-server = No hay servidor de correo: los avisos se guardan en la carpeta «mail» del centro. Se ajusta con «taquilla config set mail.smtp.host SERVIDOR».
done-doctor-no-from = Falta la dirección del centro: taquilla config set mail.from CORREO
done-doctor-letters-wait =
    { $count ->
        [one] Un correo espera desde { $since }. Último error: { $error }
       *[other] { $count } correos esperan, el primero desde { $since }. Último error: { $error }
    }
done-doctor-given-up =
    { $count ->
        [one] Un correo no se pudo enviar; véalo con «taquilla mail queue».
       *[other] { $count } correos no se pudieron enviar; véalos con «taquilla mail queue».
    }
done-doctor-no-secretary = No hay nadie en Secretaría: sus avisos llegan a Administración.
done-doctor-no-phone = No hay teléfono para quejas, ampliaciones y precios, ni para los clientes suspendidos. Se ajusta con «taquilla config set desk.phone NÚMERO».
done-doctor-no-holidays = Aún no hay festivos propios para { $year }: los autonómicos y locales se publican cada otoño. Se añaden con «taquilla calendario importar ARCHIVO.ics» o escribiendo la lista entera con «taquilla config edit».
done-doctor-no-working-day = En { $year } no hay ningún día laborable: «taquilla calendario ver --year { $year }» lo muestra.
done-doctor-holidays-past =
    { $count ->
        [one] El único festivo con fecha de calendar.holidays ya ha pasado. Los nuevos se añaden con «taquilla calendario importar ARCHIVO.ics».
       *[other] Los { $count } festivos con fecha de calendar.holidays ya han pasado. Los nuevos se añaden con «taquilla calendario importar ARCHIVO.ics».
    }
done-doctor-dated-ahead =
    { $count ->
        [one] El reloj del sistema estuvo adelantado: un ticket tiene fecha del { $until }, y hasta entonces no cuenta su plazo. Compruebe el reloj.
       *[other] El reloj del sistema estuvo adelantado: { $count } tickets tienen fechas de hasta el { $until }, y mientras no lleguen no cuentan sus plazos. Compruebe el reloj.
    }
done-doctor-never-due = Con el calendario del centro no vence ninguna respuesta: revise calendar.week, calendar.holidays y answer.due.
done-doctor-unfinished = En { $path } quedó un centro a medio hacer, que no sirve. El próximo «init» o «load» lo quita; también se puede borrar.
done-doctor-audit = El registro de cambios está dañado; ejecute «taquilla verify».
done-rules = Ha aceptado las normas de uso y el texto de privacidad.
done-rules-already = Ya los había aceptado.
done-suspended = Su cuenta está suspendida ({ $reason }): puede leer sus tickets, pero no escribir.
done-suspended-phone = Su cuenta está suspendida ({ $reason }): puede leer sus tickets, y para lo demás le atendemos por teléfono, en el { $phone }.
