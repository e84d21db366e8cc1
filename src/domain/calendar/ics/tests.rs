//! What calendar files say and hide.

use super::*;
use proptest::prelude::*;

fn file(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Ayuntamiento//ES\r\n{events}END:VCALENDAR\r\n")
}

fn event(lines: &[&str]) -> String {
    format!("BEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\n", lines.join("\r\n"))
}

fn read(lines: &[&str]) -> Result<Vec<String>, Vec<(u64, IcsFault)>> {
    let found = parse(&file(&event(lines)), chrono_tz::Europe::Madrid)?;
    Ok(found.iter().map(|holiday| holiday.rule.to_string()).collect())
}

fn fault(lines: &[&str]) -> (u64, IcsFault) {
    let faults = read(lines).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.into_iter().next().unwrap()
}

#[test]
fn a_file_of_a_town_is_read() {
    let text = file(&format!(
        "BEGIN:VTIMEZONE\nTZID:Europe/Madrid\nBEGIN:DAYLIGHT\nDTSTART:19700329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n\
         END:DAYLIGHT\nEND:VTIMEZONE\n{}{}{}",
        event(&[
            "DTSTART;VALUE=DATE:20270515",
            "DTEND;VALUE=DATE:20270516",
            "SUMMARY;LANGUAGE=es:San Isidro\\, patr\u{f3}n d",
            "  e Madr",
            " id",
            "BEGIN:VALARM",
            "TRIGGER:-P1D",
            "SUMMARY:Aviso",
            "END:VALARM",
        ]),
        event(&["DTSTART;VALUE=DATE:20271109", "SUMMARY:La Almudena", "X-NOTA;A=\"a:b\":c"]),
        event(&["DTSTART;VALUE=DATE:20271109", "SUMMARY:Otra vez"]),
    ));
    let found = parse(&text, chrono_tz::Europe::Madrid).unwrap();
    let told: Vec<_> = found.iter().map(|holiday| (holiday.line, holiday.rule.to_string(), holiday.summary.as_str())).collect();
    assert_eq!(
        told,
        [(11, "2027-05-15".to_owned(), "San Isidro, patr\u{f3}n d e Madrid"), (22, "2027-11-09".to_owned(), "La Almudena")]
    );
    assert_eq!(parse(&file(""), chrono_tz::UTC), Ok(Vec::new()));
    // Line ends of every kind.
    for ending in ["\n", "\r", "\r\n"] {
        assert_eq!(parse(&text.replace("\r\n", "\n").replace('\n', ending), chrono_tz::Europe::Madrid).unwrap(), found);
    }
}

#[test]
fn days_are_counted_as_their_programs_mean_them() {
    for (lines, days) in [
        (&["DTSTART;VALUE=DATE:20271224", "DTEND;VALUE=DATE:20271227"][..], &["2027-12-24", "2027-12-25", "2027-12-26"][..]),
        (&["DTSTART:20270515", "DTEND:20270515"], &["2027-05-15"]),
        (&["DTSTART:20270515", "DURATION:P2D"], &["2027-05-15", "2027-05-16"]),
        (&["DTSTART:20270515", "DURATION:PT24H"], &["2027-05-15"]),
        (&["DTSTART;TZID=Europe/Madrid:20270515T000000", "DTEND;TZID=Europe/Madrid:20270516T000000"], &["2027-05-15"]),
        (&["DTSTART:20270515T000000", "DTEND:20270515T235959"], &["2027-05-15"]),
        // Midnight of Madrid, and midnight as it stands.
        (&["DTSTART:20270514T220000Z", "DTEND:20270515T220000Z"], &["2027-05-15"]),
        (&["DTSTART:20270515T000000Z", "DTEND:20270516T000000Z"], &["2027-05-15"]),
        (&["DTSTART:20280229", "RRULE:FREQ=YEARLY"], &["02-29"]),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY;COUNT=3"], &["2027-05-15", "2028-05-15", "2029-05-15"]),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY;UNTIL=20280515T000000Z"], &["2027-05-15", "2028-05-15"]),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY;UNTIL=20280514"], &["2027-05-15"]),
        (&["DTSTART:20280229", "RRULE:FREQ=YEARLY;COUNT=2"], &["2028-02-29", "2032-02-29"]),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=5;BYMONTHDAY=15;WKST=MO"], &["05-15"]),
        (&["DTSTART:20271231", "DTEND:20280102", "RRULE:FREQ=YEARLY"], &["12-31", "01-01"]),
        (&["DTSTART:20270515", "STATUS:CANCELLED"], &[]),
        (&["dtstart;value=date:20270515"], &["2027-05-15"]),
    ] {
        assert_eq!(read(lines).unwrap(), days, "{lines:?}");
    }
}

#[test]
fn what_no_holiday_is_has_a_line_and_a_reason() {
    for (lines, line, wanted) in [
        (&["SUMMARY:Sin fecha"][..], 4, IcsFault::NoStart),
        (&["SUMMARY:x", "DTSTART:20270230"], 6, IcsFault::BadDate { value: "20270230".into() }),
        (&["DTSTART:00000101"], 5, IcsFault::BadDate { value: "00000101".into() }),
        (&["DTSTART:99991231", "DTEND:00010101"], 6, IcsFault::EndsBefore),
        (&["DTSTART:2027-05-15"], 5, IcsFault::BadDate { value: "2027-05-15".into() }),
        (&["DTSTART:20270515T100000"], 5, IcsFault::NotWholeDays),
        (&["DTSTART:20270515T000000", "DTEND:20270515T140000"], 6, IcsFault::NotWholeDays),
        (&["DTSTART:20270515", "DURATION:PT3H"], 6, IcsFault::NotWholeDays),
        (&["DTSTART:20270515", "DURATION:P99999999999D"], 6, IcsFault::NotWholeDays),
        (&["DTSTART:20270515", "DTEND:20270514"], 6, IcsFault::EndsBefore),
        (&["DTSTART:20270515", "DTEND:25270515"], 6, IcsFault::TooLong { most: 366 }),
        (&["DTSTART:20270515", "RRULE:FREQ=WEEKLY"], 6, IcsFault::Repeats),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY;COUNT=0"], 6, IcsFault::Repeats),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY;COUNT=400"], 6, IcsFault::TooLong { most: 366 }),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY;COUNT=99999999999999999999"], 6, IcsFault::Repeats),
        (&["DTSTART:20270515", "DTEND:20270615", "RRULE:FREQ=YEARLY;UNTIL=20900101"], 7, IcsFault::TooLong { most: 366 }),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY;UNTIL=2030"], 6, IcsFault::Repeats),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY;BYDAY=1SU"], 6, IcsFault::Repeats),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY;BYMONTH=6"], 6, IcsFault::Repeats),
        (&["DTSTART:20270515", "RRULE:INTERVAL=1"], 6, IcsFault::Repeats),
        (&["DTSTART:20270515", "RRULE:FREQ=YEARLY", "EXDATE:20280515"], 7, IcsFault::Repeats),
        (&["DTSTART:20270515", "RDATE:20270616"], 6, IcsFault::Repeats),
        (&["DTSTART:20270515", "nada"], 6, IcsFault::Unreadable),
        (&["DTSTART:99991231", "DURATION:P3D"], 5, IcsFault::BadDate { value: "99991231".into() }),
    ] {
        assert_eq!(fault(lines), (line, wanted), "{lines:?}");
    }
}

#[test]
fn files_that_are_none_or_half_of_one_or_too_much() {
    let read = |text: &str| parse(text, chrono_tz::UTC).unwrap_err();
    for none in ["", "\n\n", "fecha;nombre\n", "BEGIN:VCARD\n", "{}"] {
        assert_eq!(read(none)[0].1, IcsFault::NotACalendar, "{none}");
    }
    let whole = file(&event(&["DTSTART:20270515"]));
    let cut = whole.find("END:VCALENDAR").unwrap();
    for end in "BEGIN:VCALENDAR\r\n".len()..=cut {
        assert_eq!(read(&whole[..end])[0].1, IcsFault::Cut, "{}", &whole[..end]);
    }
    assert_eq!(read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VEVENT\nA:b\n")[0], (3, IcsFault::Unreadable));
    assert_eq!(read("BEGIN:VCALENDAR\nEND:VEVENT\nA:b\n")[0], (2, IcsFault::Unreadable));
    let many = file(&event(&["DTSTART:20270515"]).repeat(MOST_EVENTS + 1));
    assert_eq!(read(&many).len(), 1);
    assert!(matches!(read(&many)[0].1, IcsFault::TooManyEvents { .. }));
    assert_eq!(parse(&file(&event(&["DTSTART:20270515"]).repeat(MOST_EVENTS)), chrono_tz::UTC).unwrap().len(), 1);
    assert_eq!(read(&format!("BEGIN:VCALENDAR\n{}", "nada\n".repeat(5_000))).len(), MOST_FAULTS);
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:X\n".repeat(50_000));
    assert_eq!(read(&deep).len(), MOST_FAULTS);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(lines in prop::collection::vec("(BEGIN|END|DTSTART|DTEND|DURATION|RRULE|SUMMARY)?[:;]?(VEVENT|VCALENDAR|2027[01][0-9][0-3][0-9](T[0-9]{6}Z?)?|P[0-9]{1,12}[DWH]|\\PC{0,6})", 0..20)) {
        let _ = parse(&format!("BEGIN:VCALENDAR\n{}", lines.join("\n")), chrono_tz::Europe::Madrid);
    }
}
