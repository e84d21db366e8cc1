## The desk's calendar, and how a deadline is counted.

calendar-title = Calendar for { $year }
calendar-zone = Time zone
calendar-week = Hours
calendar-answer = Answer
calendar-promise = Warning after { $warn } working hours; due after { $due }
calendar-clocks = Clock changes
calendar-clocks-never = None
calendar-clocks-at = { $day }: at { $from } it becomes { $to }
calendar-working-days = Working days
calendar-working-days-of = { $count } in { $year }
calendar-all-day = all day
calendar-day-to-day = { $first } to { $last }
calendar-date = Date
calendar-weekday = Day
calendar-holiday = Holiday
calendar-effect = Effect
calendar-no-effect = Not a working day
calendar-none = There are no holidays.
calendar-own-date = Desk's own, this year only
calendar-own-yearly = Desk's own, every year
calendar-own-named = { $holiday } (desk's own)
calendar-own-before-easter =
    { $count ->
        [one] Desk's own: { $count } day before Easter Sunday
       *[other] Desk's own: { $count } days before Easter Sunday
    }
calendar-own-after-easter =
    { $count ->
        [one] Desk's own: { $count } day after Easter Sunday
       *[other] Desk's own: { $count } days after Easter Sunday
    }
calendar-also-own = { $holiday } (also in calendar.holidays)
calendar-past =
    { $count ->
        [one] One holiday of calendar.holidays is over and changes no new deadline: { $dates }.
       *[other] { $count } holidays of calendar.holidays are over and change no new deadline: { $dates }.
    }
calendar-idle-year = In { $year } there is no working day: no answer is due in the whole year.

calendar-name-new-year = New Year's Day
calendar-name-epiphany = Epiphany
calendar-name-good-friday = Good Friday
calendar-name-labour-day = Labour Day
calendar-name-assumption = Assumption of Mary
calendar-name-national-day = National Day of Spain
calendar-name-all-saints = All Saints' Day
calendar-name-constitution = Constitution Day
calendar-name-immaculate-conception = Immaculate Conception
calendar-name-christmas = Christmas Day
calendar-name-maundy-thursday = Maundy Thursday
calendar-name-holy-saturday = Holy Saturday
calendar-name-easter-sunday = Easter Sunday
calendar-name-easter-monday = Easter Monday
calendar-name-whit-monday = Whit Monday
calendar-name-corpus-christi = Corpus Christi

calendar-message = Client's message
calendar-starts = Counts from
calendar-warning = Teacher is warned
calendar-due = Answer is due
calendar-hours = Hours
calendar-counted = Counted
calendar-total = In all
calendar-what = Why
calendar-from-to = { $first } – { $last }
calendar-off-week = Nobody works on that day of the week
calendar-off-weekend = Weekend
calendar-off-holiday = Holiday: { $holiday }
calendar-off-own = Desk's own holiday
calendar-off-closed = The message comes after hours
calendar-off-skipped = The clock change skips all of the hours
calendar-clock-forward = The clocks go forward that day
calendar-clock-back = The clocks go back that day
calendar-more-steps = … { $count } more steps, all of which --json shows

calendar-imported = Holiday
calendar-summary = Name in the file
calendar-deed = Outcome
calendar-every-year = { $date }, every year
calendar-deed-added = Added
calendar-deed-already = Was there already
calendar-deed-national = Is a national holiday already
