# Dates and spans.

date-weekday-1 = Monday
date-weekday-2 = Tuesday
date-weekday-3 = Wednesday
date-weekday-4 = Thursday
date-weekday-5 = Friday
date-weekday-6 = Saturday
date-weekday-7 = Sunday
date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-day = { $weekday } { $day } { $month } { $year }
date-long = { $day }, { $time }
date-told = { $day } at { $time }
date-told-midnight = { $day } at midnight (24:00)
date-told-at-one = { $day } at { $time }

date-now = now
date-in-seconds = in { $count } s
date-minutes-ago = { $count } min ago
date-in-minutes = in { $count } min
date-hours-ago = { $count } h ago
date-in-hours = in { $count } h
date-yesterday = yesterday
date-tomorrow = tomorrow
date-days-ago = { $count } days ago
date-in-days = in { $count } days

date-span-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
date-span-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
date-span-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
date-span-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
