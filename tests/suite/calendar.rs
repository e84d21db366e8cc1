//! `calendar`: a year of it, deadlines explained, holidays out of files, and calendars by which nothing would ever be answered.

use serde_json::{Value, json};

use super::support::{Desk, Person};

/// A file of holidays: each event's lines.
fn file(events: &[&str]) -> String {
    let events: String = events.iter().map(|lines| format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n")).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

fn holidays(admin: &Person<'_>) -> String {
    admin.json(["config", "get", "calendar.holidays"])["value"].as_str().unwrap().to_owned()
}

fn findings(desk: &Desk) -> Vec<String> {
    let found = desk.owner().json(["doctor"]);
    let codes = found.as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap().to_owned());
    codes.filter(|code| code != "no-phone").collect()
}

#[test]
fn a_year_is_shown_to_everybody() {
    let desk = Desk::staffed();
    let (ana, admin) = (desk.person("ana"), desk.admin());
    admin.does(["config", "set", "calendar.holidays", "2027-05-15,11-09,easter-3,2025-05-15"]);
    admin.does(["config", "set", "calendar.week", "mon-thu 09:00-14:00 16:00-19:00, fri 09:00-15:00"]);
    let year = ana.json(["calendar", "show", "--year", "2027"]);
    let all = year["holidays"].as_array().unwrap();
    let of = |date: &str| all.iter().find(|holiday| holiday["date"] == date).unwrap().clone();
    assert_eq!((all.len(), &year["working_days"]), (13, &json!(252)));
    let friday = json!({
        "date": "2027-03-26", "weekday": "fri", "source": "national", "holiday": "good-friday", "rules": [], "counts": true
    });
    assert_eq!(of("2027-03-26"), friday);
    assert_eq!((&of("2027-03-25")["rules"], &of("2027-11-09")["rules"]), (&json!(["easter-3"]), &json!(["11-09"])));
    assert_eq!((&of("2027-05-15")["source"], &of("2027-05-15")["counts"]), (&json!("own"), &json!(false)));
    assert_eq!(year["past_holidays"], json!(["2025-05-15"]));
    let changes = json!([
        { "at": "2027-03-28T01:00:00Z", "date": "2027-03-28", "offset_before": "+01:00", "offset_after": "+02:00" },
        { "at": "2027-10-31T01:00:00Z", "date": "2027-10-31", "offset_before": "+02:00", "offset_after": "+01:00" },
    ]);
    assert_eq!((&year["clock_changes"], &year["national"]), (&changes, &json!("es")));
    assert_eq!(year["hours"][0], json!({ "day": "mon", "hours": ["09:00-14:00", "16:00-19:00"] }));
    let spanish = ana.run(["calendario", "ver", "--year", "2027"]).ok();
    for words in [
        "de lunes a jueves: 09:00–14:00, 16:00–19:00",
        "Viernes Santo",
        "Jueves Santo (del centro)",
        "252 en 2027",
        "a las 2:00 serán las 3:00",
    ] {
        assert!(spanish.text().contains(words), "{words}: {spanish}");
    }
    // Whoever cannot take them out is not told that some are over.
    let past = "Un festivo de calendar.holidays ya ha pasado";
    assert!(!spanish.text().contains(past), "{spanish}");
    assert!(admin.run(["calendar", "show", "--year", "2027"]).ok().text().contains(past));
    let english = desk.person("bruno").run(["calendar", "show"]).ok();
    assert!(english.text().contains("Calendar for 2026") && english.text().contains("Good Friday"), "{english}");
    for wrong in ["0", "10000", "abc", "-5", "999999999999", ""] {
        ana.refused(["calendar", "show", "--year", wrong], 2, "bad-value");
    }
    admin.does(["config", "set", "calendar.timezone", "America/Bogota"]);
    assert!(ana.run(["calendar", "show"]).ok().text().contains("Ninguno"));
}

#[test]
fn a_deadline_is_explained_as_it_is_kept() {
    let desk = Desk::staffed();
    let (ana, admin) = (desk.person("ana"), desk.admin());
    let number = ana.opens("Una");
    let told = ana.json(["calendar", "due", "2026-11-23 10:00"]);
    assert_eq!((&told["message_at"], &told["due_at"]), (&json!("2026-11-23T09:00:00Z"), &ana.sees(&number)["due_at"]));
    assert_eq!(ana.json(["calendar", "due", "2026-11-23T09:00:00Z"]), told);
    assert_eq!(told["steps"].as_array().unwrap().last().unwrap(), &json!({ "kind": "due", "at": told["due_at"] }));
    let week = ana.run(["calendar", "due", "2027-03-24 09:00"]).ok();
    for words in ["Festivo: Viernes Santo", "Fin de semana", "Aviso al docente", "jue 25/03/27", "martes 30 de marzo de 2027"] {
        assert_eq!(week.text().contains(words), words != "martes 30 de marzo de 2027", "{words}: {week}");
    }
    let steps = ana.json(["calendar", "due", "2027-03-25 20:00"])["steps"].clone();
    assert_eq!((&steps[1]["reason"], &steps[1]["holiday"]), (&json!("holiday"), &json!("good-friday")));
    assert_eq!((&steps[2]["first"], &steps[2]["last"]), (&json!("2027-03-27"), &json!("2027-03-28")));
    assert_eq!((&steps[0]["seconds"], &steps[3]["total_seconds"]), (&json!(4 * 3_600), &json!(24 * 3_600)));
    for wrong in ["ayer", "2027-02-30", "10000-01-01", "9999-12-31", "0000-01-01T00:00:00Z", ""] {
        ana.refused(["calendar", "due", wrong], 2, "bad-value");
    }
    // One minute a week: 55 years, of which nobody is shown every Sunday.
    admin.does(["config", "set", "calendar.week", "sun 00:00-00:01"]);
    let long = ana.run(["calendar", "due", "3d"]).ok();
    assert!(long.text().lines().count() < 80 && long.text().contains("pasos más"), "{}", long.text().len());
}

#[test]
fn calendars_by_which_nothing_is_ever_answered() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let every_day: Vec<_> = (1..=12).flat_map(|month| (1..=31).map(move |day| format!("{month:02}-{day:02}"))).collect();
    let real = |day: &&String| !["02-30", "02-31", "04-31", "06-31", "09-31", "11-31"].contains(&day.as_str());
    let every_day = every_day.iter().filter(real).cloned().collect::<Vec<_>>().join(",");
    let error = admin.refused(["config", "set", "calendar.holidays", &every_day], 2, "unanswerable");
    assert!(error["hint"].as_str().unwrap().contains("calendar.week"), "{error}");
    admin.does(["config", "set", "calendar.week", "sun 00:00-00:01"]);
    admin.refused(["config", "set", "answer.due", "365d"], 2, "unanswerable");
    for week in ["", " ", "mon-fri, fri 09:00-15:00", "mon 18:00-09:00", "lun-vie"] {
        let error = admin.refused(["config", "set", "calendar.week", week], 2, "bad-setting");
        assert!(error["hint"].as_str().is_some(), "{error}");
    }
    let zone = |name: &str| admin.refused(["config", "set", "calendar.timezone", name], 2, "bad-setting")["hint"].clone();
    assert_eq!(zone("Madrid"), "¿Quería decir Europe/Madrid?");
    assert!(zone("Mordor").as_str().unwrap().contains("Europe/Madrid"), "what a zone looks like");
    // A year off is somebody's own affair, and said.
    let year = |year: i32| {
        let days = |month: u32| (1..=31).filter_map(move |day| chrono::NaiveDate::from_ymd_opt(year, month, day));
        (1..=12).flat_map(days).map(|date| date.to_string()).collect::<Vec<_>>().join(",")
    };
    admin.does(["config", "set", "calendar.week", "mon-fri"]);
    admin.does(["config", "set", "calendar.holidays", &year(2027)]);
    assert!(findings(&desk).contains(&"no-working-day".to_owned()));
    assert!(admin.run(["calendar", "show", "--year", "2027"]).ok().text().contains("no hay ningún día laborable"));
    assert_eq!(admin.json(["calendar", "due", "2026-12-31"])["due_at"], "2028-01-03T23:00:00Z");
}

#[test]
fn the_doctor_asks_for_the_holidays_of_next_year_in_autumn() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let finds = |code: &str| findings(&desk).contains(&code.to_owned());
    // Of this year the doctor asks as long as nobody knows the next one's.
    desk.set_now("2026-09-30T10:00:00Z");
    assert!(desk.owner().run(["doctor"]).ok().text().contains("festivos propios para 2026"));
    admin.does(["config", "set", "calendar.holidays", "2026-11-09"]);
    assert!(!finds("no-own-holidays"));
    admin.does(["config", "unset", "calendar.holidays"]);
    desk.set_now("2026-10-01T10:00:00Z");
    assert!(finds("no-own-holidays"));
    assert!(desk.owner().run(["doctor"]).ok().text().contains("calendario importar"));
    desk.set_now("2026-11-23T10:00:00Z");
    admin.does(["config", "set", "calendar.holidays", "11-09"]);
    assert!(!finds("no-own-holidays"), "those of every year are enough for whoever has no others");
    admin.does(["config", "set", "calendar.holidays", "11-09,2026-05-15"]);
    assert!(finds("no-own-holidays"));
    admin.does(["config", "set", "calendar.holidays", "11-09,2026-05-15,2027-05-15"]);
    assert!(!finds("no-own-holidays") && !finds("holidays-past"));
    desk.set_now("2027-05-16T10:00:00Z");
    assert!(finds("holidays-past"));
    desk.set_now("2026-11-23T10:00:00Z");
    admin.does(["config", "set", "calendar.national", "none"]);
    admin.does(["config", "unset", "calendar.holidays"]);
    assert!(!finds("no-own-holidays"), "a desk that keeps no holidays");
}

#[test]
fn holidays_come_out_of_a_file_all_or_none() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    admin.does(["config", "set", "calendar.holidays", "11-09, 2026-05-15"]);
    let text = file(&[
        "DTSTART;VALUE=DATE:20270515\r\nSUMMARY:San Isidro\\, patr\u{f3}n",
        "DTSTART:20270106\r\nSUMMARY:Reyes",
        "DTSTART:20271109\r\nSUMMARY:La Almudena",
        "DTSTART:20271224\r\nDTEND:20271227\r\nSUMMARY:\u{1b}[2JCierre\u{202e}",
        "DTSTART:20270613\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:San Antonio",
    ]);
    desk.file("festivos.ics", &text);
    let line = ["calendar", "import", "festivos.ics"];
    let rehearsed = admin.json([&line[..], &["-n"]].concat());
    let outcomes = |rows: &Value| {
        let row = |row: &Value| format!("{} {} {}", row["holiday"], row["outcome"], row["changed"]).replace('"', "");
        rows.as_array().unwrap().iter().map(row).collect::<Vec<_>>()
    };
    let expected = [
        "2027-05-15 added true",
        "2027-01-06 national false",
        "2027-11-09 already false",
        "2027-12-24 added true",
        "2027-12-25 national false",
        "2027-12-26 added true",
        "06-13 added true",
    ];
    assert_eq!(outcomes(&rehearsed), expected);
    assert_eq!((&rehearsed[0]["dry_run"], holidays(&admin).as_str()), (&json!(true), "11-09, 2026-05-15"));
    let done = admin.command(line).run().ok();
    assert!(done.text().contains("San Isidro, patrón") && done.talk().contains("Añadidos 4 festivos"), "{done}");
    assert!(!done.text().contains(['\u{1b}', '\u{202e}']), "{done}");
    assert_eq!(holidays(&admin), "11-09, 2026-05-15,2027-05-15,2027-12-24,2027-12-26,06-13");
    let again = admin.json(line);
    assert!(again.as_array().unwrap().iter().all(|row| row["changed"] == false), "{again}");
    // What is ours goes out as it came in.
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
    let from_stdin = admin.command(["calendar", "import", "-"]).json().stdin(latin).run().ok().json();
    assert_eq!(from_stdin[0]["summary"], "San Isidro, patrón");
    let audit = admin.json(["audit", "--limit", "1"]);
    assert!(format!("{audit}").contains("calendar.holidays"), "{audit}");
    assert_eq!(audit[0]["verb"], "calendar");
    desk.person("sara").refused(line, 5, "not-allowed");
    let more = file(&["DTSTART:20280515"]);
    let first = admin.command(["calendar", "import", "-", "--key", "f1"]).json().stdin(more.clone()).run().ok();
    let second = admin.command(["calendar", "import", "-", "--key", "f1"]).json().stdin(more).run().ok();
    assert_eq!(first.stdout, second.stdout);
    assert_eq!(admin.command(["calendar", "import", "-"]).json().stdin(file(&[])).run().ok().json(), json!([]));
}

#[test]
fn holidays_that_are_over_are_taken_with_a_word() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let set = |value: &str| admin.run(["config", "set", "calendar.holidays", value]).ok().talk().to_owned();
    assert!(set("2020-05-15, 2026-12-24").contains("ya ha pasado"));
    assert!(!set("2026-12-24").contains("pasado"));
    let import = || admin.command(["calendar", "import", "-"]).stdin(file(&["DTSTART:20250515", "DTSTART:20270515"]));
    let past: Vec<_> = import().json().run().ok().json().as_array().unwrap().iter().map(|row| row["past"].clone()).collect();
    assert_eq!(past, [json!(true), json!(false)]);
    admin.does(["config", "unset", "calendar.holidays"]);
    assert!(import().run().ok().talk().contains("ya ha pasado"));
    assert!(!import().run().ok().talk().contains("pasado"), "they were there already");
}

#[test]
fn files_that_are_none_do_nothing() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let import = |bytes: &[u8]| admin.command(["calendar", "import", "-"]).json().stdin(bytes).run();
    import(b"fecha,nombre\n").refused(2, "not-a-calendar");
    import(b"").refused(2, "not-a-calendar");
    import(b"BEGIN:VCALENDAR\n\0\nEND:VCALENDAR\n").refused(2, "not-a-calendar");
    import(file(&["DTSTART:20270515"; 2_001]).as_bytes()).refused(6, "too-many-events");
    let large = file(&[&format!("DTSTART:20270515\r\nDESCRIPTION:{}", "x".repeat(1_100_000))]);
    import(large.as_bytes()).refused(6, "file-too-large");
    desk.file("enorme.ics", vec![b'x'; 10 * 1024 * 1024]);
    admin.refused(["calendar", "import", "enorme.ics"], 6, "file-too-large");
    let half = file(&["DTSTART:20270515"]);
    import(&half.as_bytes()[..half.len() - 20]).refused(2, "calendar-cut");
    let error = import(
        file(&[
            "DTSTART:20270515",
            "DTSTART:20270230",
            "DTSTART:20270616\r\nRRULE:FREQ=WEEKLY",
            "DTSTART:20270101\r\nDTEND:25270101",
        ])
        .as_bytes(),
    )
    .refused(2, "bad-lines")
    .error();
    let refused = |place: usize| (error["refusals"][place]["line"].as_u64(), error["refusals"][place]["code"].as_str());
    assert_eq!(
        [refused(0), refused(1), refused(2)],
        [(Some(7), Some("bad-date")), (Some(11), Some("event-repeats")), (Some(15), Some("event-too-long"))]
    );
    let long: Vec<_> = (0..40).map(|year| format!("DTSTART:{}0103\r\nDTEND:{}0303", 2_030 + year, 2_030 + year)).collect();
    let long: Vec<_> = long.iter().map(String::as_str).collect();
    import(file(&long).as_bytes()).refused(6, "too-many-holidays");
    assert_eq!(holidays(&admin), "");
}
