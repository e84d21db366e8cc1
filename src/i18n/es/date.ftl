# Fechas y plazos.

date-weekday-1 = lunes
date-weekday-2 = martes
date-weekday-3 = miércoles
date-weekday-4 = jueves
date-weekday-5 = viernes
date-weekday-6 = sábado
date-weekday-7 = domingo
date-month-1 = enero
date-month-2 = febrero
date-month-3 = marzo
date-month-4 = abril
date-month-5 = mayo
date-month-6 = junio
date-month-7 = julio
date-month-8 = agosto
date-month-9 = septiembre
date-month-10 = octubre
date-month-11 = noviembre
date-month-12 = diciembre
date-day = { $weekday } { $day } de { $month } de { $year }
date-long = { $day }, { $time }
date-told = { $day } a las { $time }
date-told-midnight = { $day } a las 24:00
date-told-at-one = { $day } a la { $time }

date-now = ahora
date-in-seconds = en { $count } s
date-minutes-ago = hace { $count } min
date-in-minutes = en { $count } min
date-hours-ago = hace { $count } h
date-in-hours = en { $count } h
date-yesterday = ayer
date-tomorrow = mañana
date-days-ago = hace { $count } días
date-in-days = en { $count } días

date-span-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
date-span-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
date-span-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
date-span-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
