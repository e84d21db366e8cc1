## El calendario del centro, y cómo se cuenta un plazo.

calendar-title = Calendario de { $year }
calendar-zone = Zona horaria
calendar-week = Horario
calendar-answer = Respuesta
calendar-promise = Aviso a las { $warn } horas laborables; vence a las { $due }
calendar-clocks = Cambios de hora
calendar-clocks-never = Ninguno
calendar-clocks-at = { $day }: a las { $from } serán las { $to }
calendar-working-days = Días laborables
calendar-working-days-of = { $count } en { $year }
calendar-all-day = todo el día
calendar-day-to-day = de { $first } a { $last }
calendar-date = Fecha
calendar-weekday = Día
calendar-holiday = Festivo
calendar-effect = Efecto
calendar-no-effect = No laborable
calendar-none = No hay ningún festivo.
calendar-own-date = Del centro, solo este año
calendar-own-yearly = Del centro, cada año
calendar-own-named = { $holiday } (del centro)
calendar-own-before-easter =
    { $count ->
        [one] Del centro: { $count } día antes del Domingo de Resurrección
       *[other] Del centro: { $count } días antes del Domingo de Resurrección
    }
calendar-own-after-easter =
    { $count ->
        [one] Del centro: { $count } día después del Domingo de Resurrección
       *[other] Del centro: { $count } días después del Domingo de Resurrección
    }
calendar-also-own = { $holiday } (está también en calendar.holidays)
calendar-past =
    { $count ->
        [one] Un festivo de calendar.holidays ya ha pasado y no cambia ningún plazo nuevo: { $dates }.
       *[other] { $count } festivos de calendar.holidays ya han pasado y no cambian ningún plazo nuevo: { $dates }.
    }
calendar-idle-year = En { $year } no hay ningún día laborable: ninguna respuesta vence en todo el año.

calendar-name-new-year = Año Nuevo
calendar-name-epiphany = Epifanía del Señor
calendar-name-good-friday = Viernes Santo
calendar-name-labour-day = Fiesta del Trabajo
calendar-name-assumption = Asunción de la Virgen
calendar-name-national-day = Fiesta Nacional de España
calendar-name-all-saints = Todos los Santos
calendar-name-constitution = Día de la Constitución
calendar-name-immaculate-conception = Inmaculada Concepción
calendar-name-christmas = Navidad
calendar-name-maundy-thursday = Jueves Santo
calendar-name-holy-saturday = Sábado Santo
calendar-name-easter-sunday = Domingo de Resurrección
calendar-name-easter-monday = Lunes de Pascua
calendar-name-whit-monday = Lunes de Pentecostés
calendar-name-corpus-christi = Corpus Christi

calendar-message = Mensaje del cliente
calendar-starts = Empieza a contar
calendar-warning = Aviso al docente
calendar-due = Vence la respuesta
calendar-hours = Horas
calendar-counted = Cuentan
calendar-total = En total
calendar-what = Por qué
calendar-from-to = { $first } – { $last }
calendar-off-week = No se trabaja ese día de la semana
calendar-off-weekend = Fin de semana
calendar-off-holiday = Festivo: { $holiday }
calendar-off-own = Festivo del centro
calendar-off-closed = El mensaje llega fuera del horario
calendar-off-skipped = El cambio de hora se salta todo el horario
calendar-clock-forward = El reloj se adelanta ese día
calendar-clock-back = El reloj se atrasa ese día
calendar-more-steps = … { $count } pasos más, que --json muestra enteros

calendar-imported = Festivo
calendar-summary = Nombre en el archivo
calendar-deed = Resultado
calendar-every-year = { $date }, cada año
calendar-deed-added = Añadido
calendar-deed-already = Ya estaba
calendar-deed-national = Ya es festivo nacional
