# La demostración: lo que cuenta su narrador, lo que escriben sus personajes y lo que se dice si algo no es como debe.

demo-begin =
    Esta es la vida entera de un ticket, en un centro de prueba que no toca ningún otro. Cada línea que empieza por un
    nombre y un signo de dólar es una orden que esa persona ejecuta de verdad; debajo está lo que muestra, y los correos
    que envía, tal como se leen. Aquí todos leen en español, menos Nora, que lee en inglés.

## Las escenas

demo-scene-desk = El centro
demo-desk = Alba crea el centro. Es su administradora y desde ese momento tiene la sesión iniciada.
demo-desk-name = Tutorías Ágora

demo-scene-staff = Quienes trabajan aquí
demo-staff =
    Alba crea una cuenta para cada persona: Nora lleva Secretaría, Marta es docente, Carlos está en Atención al
    Cliente. Cada una recibe un código por correo y con él elige su contraseña, que nadie más ve nunca.

demo-scene-client = Una clienta se registra
demo-register = Ana se registra ella misma. El centro le envía un código, para saber que la dirección es suya.
demo-confirm = Escribe el código. Su cuenta queda activa, la sesión iniciada, y recibe la bienvenida por correo.

demo-scene-open = Se abre el ticket
demo-open =
    Ana hace su consulta y adjunta un archivo. Ella recibe un resguardo; a Secretaría se le avisa, en su propio idioma,
    porque todavía nadie lleva el ticket.

demo-scene-assign = Se asigna el ticket
demo-assign = Nora mira lo que no lleva nadie y se lo da a Marta con una nota. Las notas solo las ve el personal.

demo-scene-answer = Pregunta y respuesta
demo-read = Marta lee el ticket y su archivo. Ve el nombre de Ana, pero no su dirección de correo.
demo-reply-pending = Necesita tiempo y lo dice. Con --pending el ticket sigue pendiente de ella.
demo-reply = Después responde, y el ticket queda a la espera de Ana.
demo-client-reads =
    El punto en la lista de Ana dice que hay algo nuevo por leer. Lee la respuesta, en la que no sale la nota, y da
    las gracias.

demo-scene-close = Cerrado, reabierto, cerrado
demo-close = Marta cierra el ticket. Sus palabras van en el mismo correo que se lo comunica a Ana.
demo-reopen = Ana tiene otra pregunta y reabre el ticket: vuelve a Marta, y se avisa a Secretaría.
demo-reply-close = Marta responde y cierra de una vez. Ana recibe un solo correo por las dos cosas.

demo-scene-look = Otras personas lo miran
demo-care = Carlos ve todo lo que le ha pasado al ticket, también las notas.
demo-status =
    Y si alguien, en otro ordenador y sin iniciar sesión, pregunta cómo está el ticket, el centro no muestra nada, pero
    envía un código a Ana. Quien tiene el código ve ese ticket, y solo ese.

demo-scene-follow-up = Un ticket nuevo que continúa el anterior
demo-follow-up = Ana tiene una pregunta que sigue a la primera. Nora se la da también a Marta.

demo-scene-mail = El servidor de correo no responde
demo-mail-down =
    Hasta ahora los correos quedaban en el buzón del propio centro. Alba configura un servidor de correo que no responde.
    Marta contesta igualmente: su orden sale bien, y el correo espera.
demo-mail-waits = Alba ve el correo que espera, y por qué.
demo-mail-up = Quita el servidor de los ajustes y envía lo que espera. El correo llega, una sola vez.

demo-scene-upkeep = ¿Está todo en orden?
demo-upkeep = No espera ningún correo, el centro dice qué se podría configurar mejor, y todos sus datos están enteros.

demo-end = Fin
demo-all-is-well = { $commands } órdenes y { $letters } correos, y todo ha sido como debía.
demo-gone = El centro de prueba se ha borrado. Para quedarse con uno y probarlo: { $program } demo --keep CARPETA
demo-kept =
    El centro de prueba está en { $directory }, a su disposición. La contraseña de todos es «{ $password }».
    En un terminal, póngase en el lugar de cada uno con estas líneas y escriba después, por ejemplo: { $command }
demo-password = una contraseña de prueba
demo-nobody = nadie todavía
demo-not-empty = La carpeta { $path } no está vacía.
    .hint = Indique una carpeta nueva o vacía: la demostración no toca nada de lo que haya.
demo-person = { $name }, { $role }, { $email }
demo-kept-letters = Los correos están en { $directory }, un Maildir, que abre cualquier programa de correo.

## Lo que escriben los personajes

demo-text-subject = Sobre el índice
demo-text-question = ¿Cuántas páginas debe tener el índice? Adjunto mi esquema.
demo-text-outline = 1. Introducción. 2. Estado de la cuestión. 3. Método.
demo-text-note = El trabajo de historia medieval; tiene prisa.
demo-text-wait = Estoy mirando su esquema y mañana le respondo.
demo-text-answer = Bastan dos páginas, y el método debe ir antes del estado de la cuestión.
demo-text-thanks = Gracias. Cambiaré el orden.
demo-text-farewell = Muy bien. Cierro el ticket; escriba de nuevo si necesita algo.
demo-text-again = ¿El índice cuenta para el total de páginas?
demo-text-last = No, no cuenta.
demo-text-next-subject = Sobre el método
demo-text-next = ¿Puedo enviarle el viernes el capítulo del método?
demo-text-next-answer = El viernes, de acuerdo.

## Cartas

demo-letter-to = Correo para { $address }
demo-letter-subject = Asunto: { $subject }
demo-letter-files = Adjuntos: { $files }
demo-somebody = alguien
demo-letters-waiting = Correos en espera

## Si algo no es como debe

demo-wrong-exit = «{ $command }» ha terminado con { $code }.
demo-wrong-letters = Debía haber correos a «{ $expected }»; ha habido correos a «{ $found }».
demo-wrong-text = El correo «{ $subject }» no dice «{ $text }».
demo-wrong-language = El correo «{ $subject }» está en «{ $found }» y no en «{ $expected }».
demo-wrong-value = { $what } es «{ $found }» y no «{ $expected }».
demo-missing-text = Una orden no ha mostrado «{ $text }».
demo-forbidden-text = Una orden ha mostrado «{ $text }», que ahí no debía verse.
demo-no-ticket = La clienta no encuentra su ticket.
demo-no-code = En el correo no hay ningún código.
