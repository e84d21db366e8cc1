//! The forms of output: JSON, NDJSON, CSV, TSV, ids, tables; fields; and what hostile text may not do in any of them.

use std::process::Stdio;

use serde_json::Value;

use super::support::Desk;

const TICKET: [&str; 22] = [
    "number",
    "external_id",
    "subject",
    "topic",
    "status",
    "open",
    "priority",
    "client",
    "assignee",
    "created_at",
    "updated_at",
    "waiting_since",
    "due_at",
    "overdue",
    "closed_at",
    "closed_by",
    "unread",
    "messages",
    "attachments",
    "flags",
    "merged_into",
    "first_answered_at",
];

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn a_ticket_has_the_promised_keys() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    desk.file("a.txt", "hola");
    let opened = ana.json(["open", "-m", "Hola", "--attach", "a.txt"]);
    assert_eq!(keys(&opened), TICKET);
    let number = opened["number"].as_str().unwrap();
    assert_eq!(keys(&sara.json(["list"])[0]), TICKET);
    assert_eq!(keys(&sara.json(["reply", number, "-m", "Hola"])), TICKET);
    assert_eq!(keys(&sara.json(["note", number, "-m", "Hola"])), TICKET);
    let with = |key: &'static str| [&TICKET[..], &[key]].concat();
    let assigned = [&TICKET[..], &["changed", "asked_for", "reason"]].concat();
    assert_eq!(keys(&sara.json(["assign", number, "--to", "marta"])[0]), assigned);
    for line in [
        &["release", number][..],
        &["priority", number, "low"],
        &["edit", number, "--subject", "x"],
        &["close", number],
        &["reopen", number],
    ] {
        assert_eq!(keys(&sara.json(line)[0]), with("changed"), "{line:?}");
    }
    let shown = sara.json(["show", number]);
    assert_eq!(keys(&shown), with("thread"));
    for entry in shown["thread"].as_array().unwrap() {
        for key in ["id", "kind", "author", "at", "body", "event", "attachments", "mail"] {
            assert!(entry.get(key).is_some(), "{key}: {entry}");
        }
        assert_eq!(keys(&entry["author"]), ["handle", "name", "role"]);
    }
    let first = &shown["thread"][0];
    assert_eq!(
        (first["kind"].as_str(), first["body"].as_str(), first["at"].as_str()),
        (Some("message"), Some("Hola"), Some("2026-11-23T09:00:00Z"))
    );
    assert_eq!(keys(&first["attachments"][0]), ["id", "name", "size", "type", "sha256"]);
    assert_eq!(keys(&shown["thread"][1]["mail"][0]), ["to", "state", "at"]);
    assert_eq!(
        (shown["thread"][1]["mail"][0]["to"].as_str(), shown["thread"][1]["mail"][0]["state"].as_str()),
        (Some("ana"), Some("sent"))
    );
    // Machines are told the same in every language.
    assert_eq!(sara.json(["--lang", "en", "list"]), sara.json(["--lang", "es", "list"]));
}

#[test]
fn every_form_of_a_list() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let one = ana.json(["open", "-m", "Hola", "--subject", "Con \"comillas\", comas y\ttabulador"])["number"]
        .as_str()
        .unwrap()
        .to_owned();
    let two = ana.opens("Dos");
    sara.does(["assign", &two, "--to", "marta"]);
    let order = ["list", "--sort", "created", "--reverse"];
    let run = |more: &[&str]| sara.run([&order[..], more].concat()).ok().text().to_owned();
    assert_eq!(run(&["--format", "ids"]), format!("{one}\n{two}\n"));
    let lines: Vec<Value> = run(&["--format", "ndjson"]).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(Value::from(lines), sara.json(order));
    let csv = run(&["--format", "csv"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(headings, TICKET);
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(&rows[0][0], one.as_str());
    let picked = ["--fields", "number,client.handle,assignee.handle,subject,open"];
    let csv = run(&[&["--format", "csv"], &picked[..]].concat());
    assert_eq!(
        csv.replace("\r\n", "\n"),
        format!(
            "number,client.handle,assignee.handle,subject,open\n{one},ana,,\"Con \"\"comillas\"\", comas y tabulador\",true\n{two},ana,marta,Dos,true\n"
        )
    );
    let tsv = run(&[&["--format", "tsv"], &picked[..]].concat());
    assert_eq!(
        tsv,
        format!(
            "number\tclient.handle\tassignee.handle\tsubject\topen\n{one}\tana\t\tCon \"comillas\", comas y tabulador\ttrue\n{two}\tana\tmarta\tDos\ttrue\n"
        )
    );
    let json: Value = serde_json::from_str(&run(&["--json", "--fields", "number,client.handle"])).unwrap();
    assert_eq!(json[1]["number"], two.as_str());
    assert!(json[1].get("subject").is_none(), "{json}");
    // Of numbers alone, which are found another way, the form is the same.
    assert_eq!(run(&["--format", "csv", "--fields", "number"]).replace("\r\n", "\n"), format!("number\n{one}\n{two}\n"));
    assert_eq!(run(&["--format", "tsv", "--fields", "number,number"]), format!("number\tnumber\n{one}\t{one}\n{two}\t{two}\n"));
    assert_eq!(run(&["--json", "--fields", "number"]), format!("[\n{{\"number\":\"{one}\"}},\n{{\"number\":\"{two}\"}}\n]\n"));
    assert_eq!(
        run(&["--format", "ndjson", "--fields", "number"]),
        format!("{{\"number\":\"{one}\"}}\n{{\"number\":\"{two}\"}}\n")
    );
    assert_eq!(run(&["--fields", "number"]), format!("number\n{one}\n{two}\n"));
    let none = ["list", "--flagged", "--fields", "number", "--format"];
    assert_eq!(sara.does([&none[..], &["csv"]].concat()).text().trim_end(), "number");
    assert_eq!(sara.does([&none[..], &["json"]].concat()).text(), "[]\n");
    let answer = sara.refused(["list", "--fields", "number,asunto"], 2, "bad-field");
    assert!(answer["message"].as_str().unwrap().contains("asunto"));
    assert!(answer.to_string().contains("subject"), "what there is, is said: {answer}");
    // One thing alone is one object, or a line.
    assert_eq!(sara.run(["show", &two, "--format", "ids"]).ok().text(), format!("{two}\n"));
    assert_eq!(
        sara.run(["show", &two, "--format", "csv", "--fields", "number,status"]).ok().text().replace("\r\n", "\n"),
        format!("number,status\n{two},pending\n")
    );
    assert!(sara.run(["show", &two, "--format", "ndjson"]).ok().text().trim_end().lines().count() == 1);
    assert_eq!(ana.run(["open", "-m", "Hola", "--format", "ids"]).ok().text().trim_end().len(), 6);
}

#[test]
fn hostile_text_is_shown_and_not_obeyed() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let evil = "Hola \u{1b}[2J\u{1b}]0;x\u{7}\u{202e}oteup\u{9b}31m\u{2028} fin\r\n=cmd|' /C calc'!A0";
    let number = ana.json(["open", "--subject", "=HYPERLINK(\"http://x\")", "-m", evil])["number"].as_str().unwrap().to_owned();
    ana.does(["profile", "--name", "+1 Ana"]);
    for line in [&["show", &number][..], &["list"], &["show", &number, "--all", "--color", "never"]] {
        let text = sara.run(line).ok().text().to_owned();
        for character in ['\u{1b}', '\u{7}', '\u{202e}', '\u{9b}', '\u{2028}', '\r'] {
            assert!(!text.contains(character), "{line:?} lets {character:?} through");
        }
    }
    let body = sara.sees(&number)["thread"][0]["body"].as_str().unwrap().to_owned();
    assert_eq!(body, evil.replace("\r\n", "\n"), "machines are given what was written");
    for (format, fields) in [("csv", "subject,client.name"), ("tsv", "subject,client.name")] {
        let text = sara.run(["list", "--format", format, "--fields", fields]).ok().text().to_owned();
        assert!(text.contains("'=HYPERLINK") && text.contains("'+1 Ana"), "{text}");
    }
    for wrong in ["a\u{1b}b", "a\u{202e}b", "", " ", &"x".repeat(201)] {
        ana.refused(["open", "-m", "Hola", &format!("--subject={wrong}")], 2, "bad-subject");
    }
}

#[test]
fn colour_is_only_where_it_is_wanted() {
    let desk = Desk::staffed();
    desk.person("ana").opens("Una");
    let sara = desk.person("sara");
    let coloured = |run: super::support::person::Run<'_>| run.run().ok().text().contains('\u{1b}');
    assert!(!coloured(sara.command(["list"])));
    assert!(coloured(sara.command(["list", "--color", "always"])));
    assert!(!coloured(sara.command(["list", "--color", "never"]).env("CLICOLOR_FORCE", "1")));
    assert!(coloured(sara.command(["list"]).env("CLICOLOR_FORCE", "1")));
    assert!(!coloured(sara.command(["list"]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(!coloured(sara.command(["list", "--json"]).env("CLICOLOR_FORCE", "1")));
}

#[test]
fn a_closed_pipe_ends_quietly_and_a_full_disk_does_not() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    ana.does(["reply", &number, "-m", &"texto ".repeat(20_000)]);
    for line in [&["list"][..], &["show", &number, "--no-mark"], &["--help"], &["user", "list", "--json"]] {
        let mut child = sara.command(line).build();
        let mut child = child.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{line:?}");
    }
    // What could not be shown is not read.
    assert_eq!(sara.json(["list"])[0]["unread"], 2);
    if let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") {
        let mut command = sara.command(["--json", "list"]).build();
        let output =
            command.stdin(Stdio::null()).stdout(full).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains("output-failed"));
    }
}

#[test]
fn what_is_done_is_done_though_nobody_can_read_of_it() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let mut command = ana.command(["open", "--subject", "Sin lector", "-m", "Hola"]).build();
    let (output, letters) = desk.letters_of(|| {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        child.wait_with_output().unwrap()
    });
    assert_eq!(output.status.code(), Some(0));
    assert!(!letters.is_empty(), "the letters leave all the same");
    assert_eq!(desk.person("admin").json(["mail", "queue"]), serde_json::json!([]));
    if let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") {
        let mut command = ana.command(["--json", "open", "--subject", "Disco lleno", "-m", "Hola"]).build();
        let child = command.stdin(Stdio::null()).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains("done-unprinted"));
        assert_eq!(ana.json(["list"]).as_array().unwrap().len(), 2);
    }
}

#[test]
fn what_was_not_shown_stays_unread() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let unread = || sara.json(["list"])[0]["unread"].as_u64().unwrap();
    for line in [
        &["show", &number, "--format", "ids"][..],
        &["show", &number, "--fields", "number"],
        &["show", &number, "--format", "csv"],
        &["show", &number, "--format", "tsv"],
    ] {
        let shown = sara.run(line).ok();
        assert!(!shown.text().contains("thread"), "{shown}");
        assert_eq!(unread(), 1, "{line:?}");
    }
    sara.json(["show", &number, "--fields", "number,thread"]);
    assert_eq!(unread(), 0);
}

#[test]
fn verbs_that_have_little_to_say_say_it_to_machines_too() {
    let desk = Desk::staffed();
    let (ana, owner) = (desk.person("ana"), desk.owner());
    let findings = owner.json(["--lang", "en", "doctor"]);
    let first = &findings[0];
    assert_eq!(keys(first), ["code", "message", "count", "since", "error"]);
    assert_eq!(first["code"], "no-mail-server");
    let has_phone = || !owner.json(["doctor"]).to_string().contains("no-phone");
    assert!(!has_phone());
    desk.admin().does(["config", "set", "desk.phone", "807 455 110"]);
    assert!(has_phone());
    assert_eq!(owner.json(["verify"])["sound"], true);
    assert_eq!(keys(&owner.json(["mail", "flush"])), ["sent", "waiting"]);
    let exported = desk.admin().json(["config", "export"]);
    assert_eq!(keys(&exported[0]), ["key", "value", "default", "set", "meaning", "changed"]);
    let change = ["--json", "password", "change", "--password-stdin", "-n"];
    let passwords = format!("{}\notra clave bien larga 8\n", super::support::PASSWORD);
    let rehearsal = ana.command(change).stdin(passwords).run().ok().json();
    assert_eq!((&rehearsal["handle"], &rehearsal["dry_run"]), (&"ana".into(), &true.into()));
    assert_eq!(ana.json(["logout"])["changed"], true);
    // People are told in words, and nothing is on stdout.
    assert_eq!(owner.run(["verify"]).ok().text(), "");
    assert_eq!(ana.run(["logout"]).ok().text(), "");
}

#[test]
fn what_is_flagged_is_not_for_clients() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    ana.opens("Una");
    assert_eq!(ana.json(["list", "--flagged"]), serde_json::json!([]));
    assert_eq!(ana.json(["list", "--flagged", "--status", "all"]), serde_json::json!([]));
}

#[test]
fn json_does_no_harm_to_a_terminal() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    let hostile = "a\u{9b}2Jb\u{202e}c\u{7f}d\u{2028}e";
    ana.does(["reply", &number, "-m", hostile]);
    for line in [&["--json", "show", &number, "--no-mark"][..], &["--format", "ndjson", "show", &number, "--no-mark"]] {
        let shown = ana.run(line).ok();
        assert!(!shown.text().contains(['\u{9b}', '\u{202e}', '\u{7f}', '\u{2028}']), "{shown}");
        assert!(shown.text().contains("\\u009b2Jb\\u202ec\\u007fd\\u2028e"), "{shown}");
        assert_eq!(shown.json()["thread"][1]["body"], hostile);
    }
    let error = ana.run(["--json", "user", "show", "x\u{202e}\u{9b}"]);
    assert!(!error.talk().contains(['\u{9b}', '\u{202e}']), "{error}");
}
