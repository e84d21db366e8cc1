## Lo que se pregunta cuando falta algo.

ask-desk-name = Nombre del centro
ask-admin-name = Su nombre
ask-admin-email = Su correo
ask-email = Correo
ask-login = Correo o usuario
ask-name = Nombre y apellidos
ask-password = Contraseña (no se ve al escribirla)
ask-old-password = Contraseña actual (no se ve al escribirla)
ask-new-password = Contraseña nueva (12 caracteres o más; no se ve al escribirla)
ask-new-password-again = Otra vez la contraseña nueva
ask-passwords-differ = Las contraseñas no coinciden. Escríbalas de nuevo.
ask-code = Código
ask-code-where = El código está en el correo que le hemos enviado, en una línea aparte, por ejemplo K7QF-2M9X. Mire también en el correo no deseado.
ask-number = Número del ticket
ask-into = ¿A qué ticket se unen? (su número)
ask-message = Consulta
ask-reply = Respuesta
ask-note = Nota interna
ask-accept-rules = ¿Acepta las normas de uso y el texto de privacidad?
ask-rules-changed = Las normas de uso o el texto de privacidad han cambiado desde que los aceptó. Ahora dicen:
ask-rules-new = Antes de escribir, lea las normas de uso y el texto de privacidad:
ask-rules-later = Sin aceptarlas puede seguir leyendo sus tickets, pero no escribir.
ask-open-note = Escriba de forma clara y concisa, sin cantidades de dinero, teléfonos ni direcciones de correo.
ask-open-phone = Las quejas, las ampliaciones de páginas y los precios se tratan por teléfono: { $phone }.
ask-open-elsewhere = Las quejas, las ampliaciones de páginas y los precios no se tratan aquí, sino directamente con el centro.
ask-draft-found = La última vez dejó escrito esto; si llevaba archivos adjuntos, tendrá que volver a añadirlos:
ask-draft-keep = ¿Quiere seguir con ese texto?
ask-draft-kept = Lo que había escrito queda guardado; se lo ofreceremos la próxima vez.
ask-editor-failed = el editor terminó con un error
ask-edit-again = ¿Quiere volver al editor para corregirlo?
ask-edit-kept = Lo que había escrito queda en { $path }; cuando esté corregido, aplíquelo con «taquilla config import».
ask-code-another = Si no le ha llegado, pida otro: { $command }
ask-code-wrong = Cópielo tal como está en el correo, donde va en una línea aparte. Si ha caducado, pida otro: { $command }
ask-draft-in-file = El centro no lo ha podido guardar; lo que ha escrito está en { $path }.
ask-draft-lost = No se ha podido guardar lo que ha escrito: cópielo de la pantalla antes de seguir.
ask-mend = ¿Qué quiere hacer?
ask-mend-editor = Corregirlo en el editor { $editor } (al terminar, guarde y ciérrelo)
ask-mend-vi = Corregirlo en { $editor } (i: escribir · Esc, :wq e Intro: guardar y salir)
ask-mend-nano = Corregirlo en el editor { $editor } (Ctrl-O e Intro: guardar · Ctrl-X: salir)
ask-mend-anew = Escribirlo de nuevo
ask-mend-cancel = No enviarlo
ask-mend-text = Escriba de nuevo el mensaje
ask-editor-kept = Lo que ha guardado el editor no es texto en UTF-8. No se ha perdido: sigue en su archivo; guárdelo como UTF-8 y pruebe otra vez.
ask-text-file = ARCHIVO
ask-not-an-address = Eso no parece una dirección de correo. Se escribe así: ana@example.com
ask-not-a-login = Escriba su correo, por ejemplo ana@example.com, o su usuario, por ejemplo ana-lopez.
ask-not-a-name = Escriba su nombre y apellidos en una sola línea.
ask-not-a-handle = El usuario lleva de 2 a 32 letras sin acento, cifras, guiones, guiones bajos o puntos, por ejemplo ana-lopez; y no puede ser una palabra que ya signifique otra cosa, como «me» o «admin».
ask-not-a-number = Eso no parece un número de ticket. Se escribe así: 856444
ask-not-a-reason = El motivo debe ser una sola línea y más corto.
ask-not-a-subject = El asunto debe ser una sola línea y más corto.
ask-purge-before = ¿Qué tickets? Los que se cerraron antes de (por ejemplo, 2024-01-01 o 730d)
ask-retention-tickets =
    { $count ->
        [one] Con ese plazo se borrará para siempre un ticket cerrado. ¿Lo quiere así?
       *[other] Con ese plazo se borrarán para siempre { $count } tickets cerrados. ¿Lo quiere así?
    }
ask-retention-many-tickets = Con ese plazo se borrarán para siempre más de { $count } tickets cerrados. ¿Lo quiere así?
ask-retention-links =
    { $count ->
        [one] Con ese plazo se borrará para siempre el detalle de una anotación del registro. ¿Lo quiere así?
       *[other] Con ese plazo se borrará para siempre el detalle de { $count } anotaciones del registro. ¿Lo quiere así?
    }
ask-retention-many-links = Con ese plazo se borrará para siempre el detalle de más de { $count } anotaciones del registro. ¿Lo quiere así?
ask-retention-accounts =
    { $count ->
        [one] Con ese plazo se borrará para siempre una cuenta sin confirmar. ¿Lo quiere así?
       *[other] Con ese plazo se borrarán para siempre { $count } cuentas sin confirmar. ¿Lo quiere así?
    }
ask-retention-many-accounts = Con ese plazo se borrarán para siempre más de { $count } cuentas sin confirmar. ¿Lo quiere así?
ask-purge =
    { $count ->
        [one] ¿Borrar para siempre el ticket { $number }? No se puede deshacer; para verlos antes: --dry-run.
       *[other] ¿Borrar para siempre { $count } tickets? No se puede deshacer; para verlos antes: --dry-run.
    }
