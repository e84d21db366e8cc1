//! A secretary's Monday as a shell script, run twice: the second time changes nothing and mails nobody.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use super::support::{Desk, Outcome, process};

/// How many people are imported, and how many tickets are opened.
const PEOPLE: usize = 12;
const TICKETS: usize = 300;

/// Runs the script for the calls of a Monday on a day, as whoever has the token.
fn monday(desk: &Desk, token: &str, monday: &str, day: &str) -> Outcome {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/monday/monday.sh");
    let binary = Path::new(env!("CARGO_BIN_EXE_taquilla")).parent().unwrap();
    let program = desk.program();
    let mut shell = Command::new("/bin/sh");
    shell.env_clear().current_dir(desk.home());
    shell.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.env("PATH", format!("{}:/usr/bin:/bin", binary.display())).env("XDG_STATE_HOME", desk.home().join("state/script"));
    shell.env("TAQUILLA_TOKEN", token).env("MONDAY", monday).env("DAY", day).arg(script);
    process::run(shell, None, Duration::from_secs(300))
}

/// All that a Monday may change: the tickets in a list, the people, the letters that wait.
fn seen(desk: &Desk) -> Vec<Value> {
    let admin = desk.admin();
    [&["list", "--status", "all", "--sort", "created"][..], &["user", "list"], &["mail", "queue"]]
        .map(|line| admin.json(line))
        .to_vec()
}

fn lines(desk: &Desk, name: &str) -> Vec<String> {
    std::fs::read_to_string(desk.home().join(name)).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn a_monday_is_done_once_however_often_it_is_run() {
    let desk = Desk::staffed();
    let (admin, sara) = (desk.admin(), desk.person("sara"));
    for topic in ["Derecho", "Trámites", "Historia"] {
        admin.does(["topic", "add", topic]);
    }
    admin.does(["topic", "edit", "Historia", "--agents", "mateo"]);
    let mut people = String::from("email,name,role,lang,handle\n");
    for person in 1..=PEOPLE {
        writeln!(people, "alumno{person}@example.com,Alumno Número {person},client,es,alumno-{person}").unwrap();
    }
    let mut calls = String::new();
    for call in 0..TICKETS {
        let topic = ["Derecho", "Historia", "Reportar consulta", "Trámites"][call % 4];
        writeln!(calls, "alumno-{},{topic},Llamada {}", 1 + call % PEOPLE, call + 1).unwrap();
    }
    desk.file("people.csv", people);
    desk.file("calls.csv", calls);
    let token = sara.run(["token", "create", "--name", "Lunes", "--scope", "admin"]).ok().text().trim().to_owned();
    desk.owner().run(["mail", "flush"]).ok();

    monday(&desk, &token, "2026-11-23", "2026-11-23").ok();
    assert_eq!(lines(&desk, "people.txt").len(), PEOPLE);
    let numbers = lines(&desk, "opened.txt");
    assert_eq!(numbers.len(), TICKETS);
    let tickets = admin.json(["list", "--status", "all"]);
    let tickets: BTreeMap<&str, &Value> =
        tickets.as_array().unwrap().iter().map(|ticket| (ticket["number"].as_str().unwrap(), ticket)).collect();
    assert_eq!(tickets.len(), TICKETS);
    for (call, number) in numbers.iter().enumerate() {
        let ticket = tickets[number.as_str()];
        let assignee = ticket["assignee"]["handle"].as_str();
        match call % 4 {
            0 => assert_eq!(assignee, Some(if call % 8 == 0 { "marta" } else { "mateo" }), "by pairs"),
            _ if call == 1 => assert_eq!(assignee, Some("marta"), "by hand"),
            3 => assert_eq!((assignee, &ticket["status"]), (None, &"closed".into())),
            _ => assert!(assignee.is_some() && ticket["status"] == "pending", "by rule: {ticket}"),
        }
    }
    assert_eq!(lines(&desk, "list.csv").len(), TICKETS + 1);

    // Each command is a time of its own: nobody of staff has two letters of one.
    let letters = admin.json(["mail", "queue"]);
    let mut told: BTreeMap<(String, String), usize> = BTreeMap::new();
    for letter in letters.as_array().unwrap() {
        let text = |key: &str| letter[key].as_str().unwrap().to_owned();
        *told.entry((text("created_at"), text("to"))).or_default() += 1;
    }
    let of_staff: Vec<_> = told.iter().filter(|((_, to), _)| to.starts_with("marta") || to.starts_with("mateo")).collect();
    assert!(of_staff.len() >= 4, "{told:?}");
    assert!(of_staff.iter().all(|(_, count)| **count == 1), "{of_staff:?}");
    assert!(told.values().all(|&count| count == 1), "nor has any client: {told:?}");

    desk.owner().run(["mail", "flush"]).ok();
    let files = ["people.txt", "opened.txt", "pairs.csv", "by-pairs.txt", "by-hand.txt", "list.csv"];
    let written = files.map(|name| lines(&desk, name));
    desk.set_now("2026-11-30T09:00:00Z");
    admin.log_in().ok();
    // A week later much is late, which is not the script's doing.
    desk.owner().run(["tick"]).ok();
    desk.owner().run(["mail", "flush"]).ok();
    let before = seen(&desk);
    let (again, letters) = desk.letters_of(|| monday(&desk, &token, "2026-11-23", "2026-11-30").ok());
    assert_eq!(seen(&desk), before, "{again}");
    assert_eq!(letters.len(), 0);
    assert!(!again.talk().contains("no se ha guardado"), "what was said is there: {again}");
    assert_eq!(files.map(|name| lines(&desk, name)), written);
    assert_eq!(lines(&desk, "by-rule.txt"), [""; 0], "nothing was left to be given to anybody");
}

/// It breaks off at a topic that is not there; whoever mends the line runs it again. The next Monday has calls of its own.
#[test]
fn a_monday_that_broke_off_goes_on_and_the_next_one_begins_anew() {
    let desk = Desk::staffed();
    let (admin, sara) = (desk.admin(), desk.person("sara"));
    for topic in ["Derecho", "Trámites"] {
        admin.does(["topic", "add", topic]);
    }
    desk.file("people.csv", "email,name,handle\nluz@example.com,Luz,luz\n");
    let calls = "luz,Derecho,Uno\nluz,Derecho,Dos\nluz,Historia,Tres\nluz,Trámites,Cuatro\n";
    desk.file("calls.csv", calls);
    let token = sara.run(["token", "create", "--name", "Lunes", "--scope", "admin"]).ok().text().trim().to_owned();
    desk.owner().run(["mail", "flush"]).ok();
    let count = || admin.json(["list", "--status", "all"]).as_array().unwrap().len();
    monday(&desk, &token, "2026-11-23", "2026-11-23").exits(3);
    assert_eq!((count(), lines(&desk, "opened.txt").len()), (2, 2));
    let begun = lines(&desk, "opened.txt");
    desk.file("calls.csv", calls.replace("Historia", "Derecho"));
    monday(&desk, &token, "2026-11-23", "2026-11-23").ok();
    assert_eq!((count(), &lines(&desk, "opened.txt")[..2]), (4, &begun[..]));
    desk.file("calls.csv", "luz,Derecho,Cinco\nluz,Derecho,Seis\nluz,Trámites,Siete\n");
    desk.set_now("2026-11-30T09:00:00Z");
    admin.log_in().ok();
    monday(&desk, &token, "2026-11-30", "2026-11-30").ok();
    assert_eq!(count(), 7);
    assert!(lines(&desk, "opened.txt").iter().all(|number| !begun.contains(number)));
}
