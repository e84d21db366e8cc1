# Lo que dicen las preguntas por sí mismas.

prompt-yes = s
prompt-no = n
prompt-yes-words = s si sí
prompt-no-words = n no
prompt-yes-or-no = Responda s (sí) o n (no).
prompt-menu-hint = Flechas: moverse · Intro: elegir
prompt-menu-hint-back = Flechas: moverse · Intro: elegir · Esc: volver
prompt-number = Escriba un número del 1 al { $count }.
prompt-text-hint = Escriba el texto y termine con una línea que solo tenga un punto.
prompt-text-full = El texto ha llegado al máximo de { $most } KiB; lo que sigue no se guarda. Termine con un punto.
prompt-too-long = Es demasiado largo: caben { $most } caracteres.
prompt-not-text = Lo escrito no es texto válido (UTF-8). Escríbalo otra vez.
# Sin acentos: el paginador no siempre los sabe mostrar en su última línea.
prompt-pager-hint = Espacio: seguir - b: volver - q: salir
