//! Many tickets at once: numbers from the line and from standard input, all or nothing, and `--keep-going`.

use std::process::Stdio;

use serde_json::Value;

use super::support::stage::Data;
use super::support::{Desk, Outcome, Person, Stage};

fn numbers(answer: &Value) -> Vec<String> {
    answer.as_array().unwrap().iter().map(|ticket| ticket["number"].as_str().unwrap().to_owned()).collect()
}

fn piped(person: &Person<'_>, line: &[&str], input: impl Into<Vec<u8>>) -> Outcome {
    person.command(["--json"].iter().chain(line)).mail("queue").stdin(input).run()
}

#[test]
fn numbers_come_from_standard_input() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let [one, two, three] = ["Una", "Dos", "Tres"].map(|subject| ana.opens(subject));
    let input = format!("  #{two}\n{one}\t{two}\r\n\n#{one} ");
    let answer = piped(&sara, &["assign", "-", "--to", "marta"], input).ok().json();
    assert_eq!(numbers(&answer), [two.as_str(), one.as_str()], "each once, in the order given");
    assert!(answer.as_array().unwrap().iter().all(|ticket| ticket["changed"] == true));
    // Among others on the line, and as a list prints them.
    let answer = piped(&sara, &["priority", &three, "-", &format!("#{one}"), "high"], two.clone()).ok().json();
    assert_eq!(numbers(&answer), [three.as_str(), two.as_str(), one.as_str()]);
    let ids = sara.run(["list", "--unassigned", "--format", "ids"]).ok().stdout;
    assert_eq!(numbers(&piped(&sara, &["assign", "-", "--to", "marta"], ids).ok().json()), [three.as_str()]);
    // Nothing is nothing to do.
    for empty in ["", "\n \n", "\u{feff}"] {
        for line in [
            &["close", "-"][..],
            &["reopen", "-"],
            &["release", "-"],
            &["priority", "-", "low"],
            &["edit", "-", "--subject", "x"],
        ] {
            assert_eq!(piped(&sara, line, empty).ok().json(), serde_json::json!([]));
        }
        let plain = sara.command(["assign", "-", "--to", "marta"]).stdin(empty).run().ok();
        assert_eq!(plain.text(), "");
    }
    // Standard input is read only where `-` stands.
    assert_eq!(numbers(&piped(&sara, &["close", &one], two.clone()).ok().json()), [one.as_str()]);
    assert_eq!(sara.sees(&two)["status"], "pending");
    for wrong in ["abc", "12 34 x", "-rf", "../x", "85644\u{1b}4"] {
        piped(&sara, &["close", "-"], wrong).refused(2, "bad-value");
    }
    piped(&sara, &["close", "-"], b"\xff\xfe1".to_vec()).refused(2, "not-text");
    sara.refused(["close", "abc"], 2, "bad-value");
    assert_eq!(sara.sees(&two)["status"], "pending");
    let many: String = (0..100_001).map(|index| format!("{}\n", 100_000 + index)).collect();
    piped(&sara, &["close", "-"], many).refused(6, "too-many-tickets");
}

#[test]
fn what_can_be_no_number_is_refused_like_what_is_none() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let [one, two] = ["Una", "Dos"].map(|subject| ana.opens(subject));
    let told = |outcome: Outcome| -> Vec<(String, String)> {
        let error: Value = serde_json::from_str(outcome.talk()).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let refusals = error["error"]["refusals"].as_array().unwrap().iter();
        refusals.map(|refusal| (text(&refusal["number"]), text(&refusal["code"]))).collect()
    };
    let of = |refused: &[(&str, &str)]| -> Vec<_> {
        refused.iter().map(|(number, code)| ((*number).to_owned(), (*code).to_owned())).collect()
    };
    // Without `--keep-going` it is no request at all.
    sara.refused(["close", &one, "", &two], 2, "bad-value");
    piped(&sara, &["close", "-"], format!("{one} ñ1 {two}")).refused(2, "bad-value");
    assert_eq!(sara.sees(&one)["status"], "new");
    let done = sara.run(["--json", "priority", &one, "", "ñ1", "999999", &one, "high", "--keep-going"]).exits(8);
    assert_eq!(numbers(&done.json()), [one.as_str()]);
    assert_eq!(told(done), of(&[("", "bad-value"), ("ñ1", "bad-value"), ("999999", "ticket-not-found")]));
    // Also where it is no text; and UTF-16, as some shells write it, is.
    let input = [one.as_bytes(), b" \xff1 85\x006 ", two.as_bytes()].concat();
    let done = piped(&sara, &["priority", "-", "low", "--keep-going"], input).exits(8);
    assert_eq!(numbers(&done.json()), [one.as_str(), two.as_str()]);
    assert_eq!(told(done), of(&[("\u{fffd}1", "bad-value"), ("85\u{0}6", "bad-value")]));
    let wide: Vec<u8> = format!("\u{feff}{one}\r\n{two}\r\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(numbers(&piped(&sara, &["close", "-"], wide).ok().json()), [one.as_str(), two.as_str()]);
    // What would move a cursor does not reach the terminal; with nothing good it is a refusal.
    let shown = sara.run(["close", &one, "\u{1b}[2J1", "--keep-going"]).exits(8);
    assert!(!shown.talk().contains('\u{1b}'), "{shown}");
    sara.refused(["close", "ñ1", "--keep-going"], 2, "bad-value");
    sara.refused(["close", "ñ1", "ñ2", "--keep-going"], 2, "several-refused");
    sara.refused(["close", "ñ1", "999999", "--keep-going"], 6, "several-refused");
    ana.refused(["assign", "ñ1", "--to", "marta", "--keep-going"], 5, "not-allowed");
    // A hundred thousand are read, each once; one more, readable or not, is too many.
    let same = format!("#{one}\n{two}\n").repeat(50_000);
    assert_eq!(numbers(&piped(&sara, &["close", "-"], same).ok().json()), [one.as_str(), two.as_str()]);
    let many: String = (0..100_000).map(|index| format!("{}\n", 10_000_000 + index)).collect();
    piped(&sara, &["close", "-", "--keep-going"], many + "x\n").refused(6, "too-many-tickets");
}

#[test]
fn somebody_who_looks_is_told_that_many_are_being_worked_on() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let many: Vec<_> = (0..600).map(|index| (100_000 + index).to_string()).collect();
    let line = ["assign"].into_iter().chain(many.iter().map(String::as_str)).chain(["--to", "marta", "--wait", "60"]);
    // As long as another has the desk nothing is done, and that takes longer than anybody would call short.
    let lock = std::fs::OpenOptions::new().write(true).open(desk.path().join("desk.lock")).unwrap();
    lock.lock().unwrap();
    let shown = sara.command(line).mail("queue").env("TERM", "xterm").build();
    let mut stage = Stage::open(tempfile::tempdir().unwrap(), &shown, "", 80, Data::None);
    let over = stage.start();
    stage.wait("Trabajando con los tickets");
    drop(lock);
    assert_eq!(stage.end(), "3");
    over.wait();
}

#[test]
fn it_is_all_or_nothing() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let [one, two, closed] = ["Una", "Dos", "Tres"].map(|subject| ana.opens(subject));
    sara.does(["close", &closed]);
    let error = sara.refused(["assign", &one, &closed, "999999", &two, "--to", "marta"], 6, "several-refused");
    let refusals = error["refusals"].as_array().unwrap();
    let told: Vec<_> = refusals
        .iter()
        .map(|refusal| {
            (refusal["number"].as_str().unwrap(), refusal["code"].as_str().unwrap(), refusal["exit"].as_i64().unwrap())
        })
        .collect();
    assert_eq!(told, [(closed.as_str(), "ticket-closed", 6), ("999999", "ticket-not-found", 3)]);
    assert!(refusals.iter().all(|refusal| refusal.as_object().unwrap().len() == 4 && refusal["message"].is_string()));
    assert_eq!(sara.sees(&one)["status"], "new", "nothing is done");
    // Their code if all agree.
    sara.refused(["close", &one, "999999", "999998"], 3, "several-refused");
    sara.refused(["close", "999999"], 3, "ticket-not-found");
    assert_eq!(sara.sees(&one)["status"], "new");
    // The good ones, if so asked.
    let line = ["--json", "assign", &one, &closed, "999999", &two, "--to", "marta", "--keep-going"];
    let (answer, letters) = desk.letters_of(|| sara.run(line).exits(8));
    assert_eq!(numbers(&answer.json()), [one.as_str(), two.as_str()]);
    let error: Value = serde_json::from_str(answer.talk()).unwrap();
    assert_eq!((error["error"]["code"].as_str(), error["error"]["exit"].as_i64()), (Some("partly-done"), Some(8)));
    assert_eq!(error["error"]["refusals"].as_array().unwrap().len(), 2);
    assert_eq!(letters.len(), 2);
    assert_eq!(marta.sees(&two)["status"], "pending");
    let plain = sara.run(["close", &one, &closed, "999999", "--keep-going"]).exits(8);
    assert!(plain.talk().contains("999999") && plain.text().contains(&one), "{plain}");
    // With nothing good it is a refusal; with nothing bad it is done.
    sara.refused(["close", "999999", "999998", "--keep-going"], 3, "several-refused");
    sara.run(["--json", "close", &two, &one, "--keep-going"]).ok();
    // Whoever may do nothing at all is told that first.
    ana.refused(["assign", &one, "999999", "--to", "marta", "--keep-going"], 5, "not-allowed");
}

#[test]
fn what_was_done_in_part_under_a_key_is_told_again_whole() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let one = ana.opens("Una");
    for (key, json) in [("a", &["--json"][..]), ("b", &[])] {
        let line = [json, &["assign", &one, "999999", "--to", "marta", "--keep-going", "--key", key]].concat();
        let first = sara.run(&line).exits(8);
        let (again, letters) = desk.letters_of(|| sara.run(&line).exits(8));
        assert_eq!((&again.stdout, letters.len()), (&first.stdout, 0));
        assert!(again.talk().contains("999999") && first.talk().contains(again.talk()), "{first}\n{again}");
    }
}

#[test]
fn what_was_refused_is_told_also_where_nobody_reads_the_rest() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    for key in [None, Some("k")] {
        let number = ana.opens("Una");
        let keyed = key.map(|key| vec!["--key", key]).unwrap_or_default();
        let line = [&["--json", "close", &number, "999999", "--keep-going"][..], &keyed].concat();
        for sink in [Stdio::from(std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap()), closed_pipe()] {
            let mut command = sara.command(&line).mail("queue").build();
            let output = command.stdout(sink).output().unwrap();
            let told: Value = serde_json::from_slice(&output.stderr).unwrap();
            assert_eq!((output.status.code(), told["error"]["refusals"][0]["number"].as_str()), (Some(8), Some("999999")));
        }
    }
}

/// A pipe that nobody reads.
fn closed_pipe() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

#[test]
fn many_at_once_are_one_letter() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let opened: Vec<_> = (0..12).map(|index| ana.opens(&format!("Ticket {index}"))).collect();
    let (answer, letters) =
        desk.letters_of(|| sara.json(["assign"].into_iter().chain(opened.iter().map(String::as_str)).chain(["--to", "marta"])));
    assert_eq!(numbers(&answer), opened);
    // More than five of somebody's tickets are one letter.
    assert_eq!(letters.iter().filter(|letter| letter.to() == "marta@example.com").count(), 1);
    assert!(opened.iter().all(|number| letters[0].body().contains(number.as_str())));
    let (_, letters) = desk.letters_of(|| sara.json(["close"].into_iter().chain(opened[..5].iter().map(String::as_str))));
    assert_eq!(letters.iter().filter(|letter| letter.to() == "ana@example.com").count(), 5);
}

#[test]
fn what_can_be_no_number_is_refused_once_where_it_stands() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let (one, two) = (desk.person("ana").opens("Una"), desk.person("ana").opens("Otra"));
    let input = format!("foo {one} 999999 foo bar {two} 999999 bar 888888 foo");
    let partly = sara.command(["close", "-", "--keep-going"]).json().stdin(input.clone()).run().exits(8);
    let told: Value = serde_json::from_slice(&partly.stderr).unwrap();
    let refusals = told["error"]["refusals"].as_array().unwrap();
    let numbers: Vec<_> = refusals.iter().map(|refusal| refusal["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["foo", "999999", "bar", "888888"], "{partly}");
    assert_eq!(partly.json().as_array().unwrap().len(), 2);
    let told = sara.command(["reopen", "-", "--keep-going"]).stdin(input).run().exits(8);
    assert!(told.talk().contains("salvo 4 tickets"), "{told}");
}

#[test]
fn nothing_on_standard_input_is_told() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    for line in [&["assign", "-", "--to", "marta"][..], &["close", "-"], &["edit", "-", "--subject", "Otra"]] {
        let said = sara.command(line).stdin("\n").run().ok();
        assert_eq!((said.talk(), said.text()), ("No ha llegado ningún número: no se ha hecho nada.\n", ""), "{said}");
        let english = sara.command([line, &["--lang", "en"]].concat()).stdin("").run().ok();
        assert_eq!(english.talk(), "No number came in: nothing was done.\n");
        let quiet = sara.command([line, &["-q"]].concat()).stdin("").run().ok();
        assert!(quiet.stderr.is_empty(), "{quiet}");
        assert_eq!(sara.command(line).json().stdin("").run().ok().json(), serde_json::json!([]));
    }
}
