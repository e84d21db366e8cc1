## Lo que se pregunta cuando falta algo.

ask-desk-name = Nombre del centro
ask-admin-name = Su nombre
ask-admin-email = Su correo
ask-email = Correo
ask-login = Correo o usuario
ask-name = Nombre y apellidos
ask-password = Contraseña
ask-old-password = Contraseña actual
ask-new-password = Contraseña nueva (12 caracteres o más)
ask-new-password-again = Otra vez la contraseña nueva
ask-passwords-differ = Las dos no coinciden. Escríbalas de nuevo.
ask-code = Código
ask-code-where = El código está en la carta que le hemos enviado, en una línea sola, por ejemplo K7QF-2M9X. Mire también en el correo no deseado.
ask-number = Número del ticket
ask-assignee = ¿A quién se asigna? (usuario)
ask-message = Consulta
ask-reply = Respuesta
ask-note = Nota interna
ask-accept-rules = ¿Acepta las normas de uso y el texto de privacidad?
ask-draft-found = La última vez dejó escrito esto:
ask-draft-keep = ¿Quiere seguir con ese texto?
ask-draft-kept = Lo que había escrito queda guardado; se lo ofreceremos la próxima vez.
ask-editor-failed = el editor terminó con un error
ask-edit-again = ¿Quiere volver al editor para corregirlo?
ask-edit-kept = Lo que había escrito queda en { $path }; cuando esté corregido, aplíquelo con «taquilla config import».
ask-text-file = ARCHIVO
