//! What `cli.md` promises everywhere, looked at on every verb: the forms of output, `--fields`, `--json`, `--dry-run`, `--key`,
//! `"changed"`, `-`, `--keep-going`, and a standard input that nobody reads. A verb that is not in the table fails.

mod table;

use std::process::Stdio;

use serde_json::Value;
use taquilla::domain::time::Span;

use super::rehearsals::portrait;
use super::support::{Desk, Outcome, PASSWORD, Person, process, verbs};
use table::Again::{Anew, Reads, Same, Spent};
use table::{CASES, ELSEWHERE};

const PEOPLE: &str = "email,name\npepe@example.com,Pepe\n";
const HOLIDAYS: &str = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270515\nSUMMARY:San Isidro\nEND:VEVENT\nEND:VCALENDAR\n";
const SETTINGS: &str = "[desk]\nphone = \"900\"\n";

/// A desk on which every line of the table succeeds, and what its placeholders stand for.
struct Prepared {
    desk: Desk,
    places: Vec<(&'static str, String)>,
}

fn prepared() -> Prepared {
    let desk = Desk::staffed();
    let (ana, bruno, sara, admin) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"), desk.admin());
    desk.file("settings.toml", SETTINGS);
    desk.file("people.csv", PEOPLE);
    desk.file("holidays.ics", HOLIDAYS);
    admin.does(["topic", "add", "Latín"]);
    admin.does(["config", "set", "answer.warn", "1h"]);
    admin.does(["config", "set", "answer.due", "2h"]);
    let late = ana.opens("Cero");
    desk.advance(Span::hours(3));
    admin.does(["config", "set", "desk.contact", "sara@example.com"]);
    // The rules that dora accepted are in force no longer.
    admin.does(["config", "set", "rules.text.es", "Antes."]);
    desk.client("dora");
    admin.does(["config", "unset", "rules.text.es"]);
    let eva = ["register", "--email", "eva@example.com", "--name", "Eva", "--password-stdin", "--accept-rules"];
    desk.guest("eva").command(eva).stdin(format!("{PASSWORD}\n")).run().ok();
    let (open, closed, free) = (ana.opens("Una de 50 €"), ana.opens("Dos"), ana.opens("Tres"));
    sara.does(["assign", &open, "--to", "marta"]);
    sara.does(["close", &closed]);
    admin.does(["user", "away", "carmen", "--until", "2026-12-24"]);
    bruno.run(["password", "forgot", "--email", bruno.email()]).ok();
    let code = desk.last_letter_to(bruno.email()).code();
    sara.does(["user", "suspend", "bruno", "--reason", "Datos"]);
    let letter = admin.json(["mail", "queue"])[0]["id"].as_str().unwrap().to_owned();
    let token = sara.does(["token", "create", "--name", "Primero", "--json"]).json()["id"].as_str().unwrap().to_owned();
    let asks = ["request-call", &open, "--reason", "Datos"];
    let task = sara.command(asks).json().mail("queue").run().ok().json()["id"].as_str().unwrap().to_owned();
    desk.file("pairs.csv", format!("number,staff\n{open},mateo\n"));
    let places = vec![
        ("{late}", late),
        ("{free}", free),
        ("{token}", token),
        ("{task}", task),
        ("{open}", open),
        ("{closed}", closed),
        ("{letter}", letter),
        ("{code}", code),
    ];
    Prepared { desk, places }
}

impl Prepared {
    fn twin(&self) -> Self {
        let desk = self.desk.twin();
        desk.file("settings.toml", SETTINGS);
        desk.file("people.csv", PEOPLE);
        desk.file("holidays.ics", HOLIDAYS);
        std::fs::copy(self.desk.home().join("pairs.csv"), desk.home().join("pairs.csv")).unwrap();
        Self { desk, places: self.places.clone() }
    }

    fn words(&self, line: &str) -> Vec<String> {
        let replaced = |word: &str| self.places.iter().fold(word.to_owned(), |word, (name, value)| word.replace(name, value));
        line.split(' ').map(replaced).collect()
    }

    fn run(&self, who: &str, line: &str, more: &[&str]) -> Outcome {
        self.run_with(who, line, more, None)
    }

    fn run_with(&self, who: &str, line: &str, more: &[&str], input: Option<&str>) -> Outcome {
        let mut words = self.words(line);
        words.extend(more.iter().map(|&word| word.to_owned()));
        let person = self.desk.person(who);
        let run = person.command(words).mail("queue");
        let changes_password = line.starts_with("password change");
        let passwords = if changes_password { format!("{PASSWORD}\notra clave bien larga 8\n") } else { format!("{PASSWORD}\n") };
        match input {
            Some(input) => run.stdin(input).run(),
            None if line.contains("--password-stdin") => run.stdin(passwords).run(),
            None => run.run(),
        }
    }
}

/// The objects of an answer, whether it is one or a list.
fn items(answer: &Value) -> Vec<Value> {
    answer.as_array().cloned().unwrap_or_else(|| vec![answer.clone()])
}

/// Whether a verb takes an option, as the tree has it.
fn takes(line: &str, option: &str) -> bool {
    let tree = verbs::tree();
    let mut words = line.split(' ');
    let verb = tree.find_subcommand(words.next().unwrap()).unwrap();
    let leaf = if verb.has_subcommands() { verb.find_subcommand(words.next().unwrap()).unwrap() } else { verb };
    leaf.get_arguments().any(|argument| argument.get_id() == option)
}

#[test]
fn no_verb_is_left_out() {
    for leaf in verbs::all() {
        let begins = |line: &str| line.split(' ').zip(leaf.split(' ')).all(|(one, other)| one == other);
        let is_there = CASES.iter().any(|(_, line, _)| begins(line)) || ELSEWHERE.contains(&leaf.as_str());
        assert!(is_there, "{leaf} is not in the table");
    }
}

#[test]
fn every_verb_that_changes_something_takes_a_rehearsal_and_a_key() {
    for (_, line, again) in CASES {
        let changes_with_more = ["profile", "attachment", "verify", "rules"].iter().any(|verb| line.starts_with(verb));
        let is_session = line.starts_with("login") || line.starts_with("logout");
        assert_eq!(takes(line, "dry-run"), *again != Reads || changes_with_more, "{line}");
        // There is nobody to keep a key for, or nothing that may be kept.
        let is_shown_once = line.starts_with("token create");
        assert!(*again == Reads || is_session || is_shown_once || takes(line, "key"), "{line}");
    }
}

#[test]
fn every_form_of_output_is_there_or_refused_in_words() {
    let first = prepared();
    for (who, line, again) in CASES {
        let rehearsed: &[&str] = if *again == Reads { &[] } else { &["-n"] };
        let run = |more: &[&str]| first.run(who, line, &[rehearsed, more].concat());
        let json = run(&["--json"]).ok();
        let answer = json.json();
        assert!(json.text().ends_with('\n'), "{json}");
        let objects = items(&answer);
        assert_eq!(settled(&items(&run(&["--format", "json"]).ok().json())), settled(&objects), "{line}");
        let lines = run(&["--format", "ndjson"]).ok();
        let read: Vec<Value> = lines.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(settled(&read), settled(&objects), "{line}");
        let csv = run(&["--format", "csv"]).ok();
        let rows = csv::Reader::from_reader(csv.text().as_bytes()).into_records().map(Result::unwrap).count();
        assert_eq!(rows, objects.len(), "{csv}");
        let tsv = run(&["--format", "tsv"]).ok();
        assert_eq!(tsv.text().lines().count(), objects.len() + 1, "{tsv}");
        let ids = run(&["--format", "ids"]);
        match ids.code {
            // What has no name of its own has nothing to say here.
            Some(0) => assert!([0, objects.len()].contains(&ids.text().lines().count()), "{ids}"),
            _ => assert!(ids.stdout.is_empty() && ids.code == Some(2), "{ids}"),
        }
        assert_eq!(run(&["--format", "table"]).ok().code, Some(0));
        // What is shown only once is always shown.
        let is_token = |key: &&String| !line.starts_with("token create") || *key == "token";
        let key = objects.first().and_then(|object| object.as_object().unwrap().keys().find(is_token).cloned());
        if let Some(key) = key {
            let picked = run(&["--json", "--fields", &key]).ok();
            for object in items(&picked.json()) {
                let keys: Vec<_> = object.as_object().unwrap().keys().filter(|key| !is_of_rehearsal(key)).cloned().collect();
                assert_eq!(keys, std::slice::from_ref(&key), "{picked}");
            }
            let more = format!("{key},dry_run,mail");
            if !takes(line, "dry-run") {
                run(&["--json", "--fields", &more]).refused(2, "bad-field");
            } else if *again != Reads {
                let picked = run(&["--json", "--fields", &more]).ok();
                assert!(items(&picked.json()).iter().all(|object| object["dry_run"] == true), "{picked}");
                let csv = run(&["--format", "csv", "--fields", &more]).ok();
                assert_eq!(csv.text().lines().next().map(str::trim_end), Some(more.as_str()), "{csv}");
                assert!(csv.text().lines().nth(1).is_some_and(|row| row.contains(",true,")), "{csv}");
            }
            let header = run(&["--format", "csv", "--fields", &key]).ok();
            assert_eq!(header.text().lines().next().map(str::trim_end), Some(key.as_str()), "{header}");
        }
        // Talk is on standard error, and gone when it is not wanted.
        for form in ["table", "json", "csv"] {
            let quiet = run(&["-q", "--format", form]).ok();
            assert!(quiet.stderr.is_empty(), "{quiet}");
            assert!(!quiet.text().contains("Es una prueba"), "{quiet}");
        }
    }
}

/// Answers without the number of a ticket that a rehearsal draws anew each time.
fn settled(objects: &[Value]) -> Vec<Value> {
    let without = |object: &Value| {
        let mut object = object.clone();
        if object["dry_run"] == true {
            object.as_object_mut().unwrap().remove("number");
        }
        object
    };
    objects.iter().map(without).collect()
}

fn is_of_rehearsal(key: &str) -> bool {
    matches!(key, "dry_run" | "mail")
}

#[test]
fn every_rehearsal_changes_nothing_and_names_its_letters() {
    let first = prepared();
    let before = portrait(&first.desk);
    for (who, line, again) in CASES.iter().filter(|(.., again)| *again != Reads) {
        let rehearsal = first.run(who, line, &["--json", "-n"]).ok();
        for object in items(&rehearsal.json()) {
            assert_eq!(object["dry_run"], true, "{again:?} {rehearsal}");
            for letter in object["mail"].as_array().unwrap_or_else(|| panic!("no list of letters: {rehearsal}")) {
                let keys: Vec<_> = letter.as_object().unwrap().keys().map(String::as_str).collect();
                assert_eq!(keys, ["to", "event", "lang"], "{rehearsal}");
            }
        }
    }
    assert_eq!(portrait(&first.desk), before);
}

#[test]
fn every_key_makes_a_command_happen_once() {
    let first = prepared();
    for (who, line, _) in CASES.iter().filter(|(_, line, again)| *again != Reads && takes(line, "key")) {
        let here = first.twin();
        let done = here.run(who, line, &["--json", "--key", "k"]).ok();
        let before = portrait(&here.desk);
        let again = here.run(who, line, &["--json", "--key", "k"]).ok();
        assert_eq!(again.stdout, done.stdout, "{line}");
        assert_eq!(portrait(&here.desk), before, "{line}");
    }
}

#[test]
fn every_command_may_be_given_twice() {
    let first = prepared();
    for (who, line, again) in CASES.iter().filter(|(.., again)| *again != Reads) {
        let here = first.twin();
        let done = here.run(who, line, &["--json"]).ok();
        let before = portrait(&here.desk);
        let links = || here.desk.admin().does(["audit", "--format", "ids"]).stdout;
        let linked = links();
        let second = here.run(who, line, &["--json"]);
        match again {
            Spent(code) => assert_eq!(second.code, Some(*code), "{second}"),
            Same => {
                let changed = |outcome: &Outcome| items(&outcome.json()).iter().any(|object| object["changed"] != false);
                assert!(changed(&done) && !changed(&second.clone().ok()), "{done}{second}");
                assert_eq!(links(), linked, "the audit has nothing of what was not done: {line}");
                assert_eq!(portrait(&here.desk), before, "{line}");
            }
            _ => drop(second.ok()),
        }
    }
}

#[test]
fn every_verb_over_many_tickets_reads_them_and_goes_on() {
    let first = prepared();
    let mut seen = 0;
    for (who, line, again) in CASES.iter().filter(|(_, line, _)| takes(line, "keep-going") && !line.contains("--from")) {
        seen += 1;
        let here = first.twin();
        let (word, number) =
            here.places.iter().filter(|(name, _)| line.contains(name)).min_by_key(|(name, _)| line.find(name)).unwrap();
        let many = line.replace(word, "-");
        let piped = |input: &str, more: &[&str]| here.run_with(who, &many, &[&["--json"], more].concat(), Some(input));
        assert_eq!(piped(" \n", &[]).ok().json(), serde_json::json!([]), "{many}");
        piped("no 999999", &[]).exits(2);
        let refused = piped(&format!("{number}\n999999 {number}"), &[]).refused(3, "several-refused");
        assert_eq!(refused.error()["refusals"].as_array().unwrap().len(), 1, "{refused}");
        let partly = piped(&format!("#{number}\n999999 {number}"), &["--keep-going"]).exits(8);
        assert_eq!(partly.json().as_array().unwrap().len(), 1, "{partly}");
        let told: Value = serde_json::from_slice(&partly.stderr).unwrap();
        assert_eq!(told["error"]["refusals"][0]["number"], "999999", "{partly}");
        assert_eq!(told["error"]["exit"], 8);
        // What can be no number is refused like what is none, also as an argument.
        let worded = line.replace(word, &format!("{number} abc"));
        for partly in
            [piped(&format!("{number} abc"), &["--keep-going"]), here.run_with(who, &worded, &["--json", "--keep-going"], None)]
        {
            let told: Value = serde_json::from_slice(&partly.exits(8).stderr).unwrap();
            let refusal = &told["error"]["refusals"][0];
            assert_eq!((&refusal["number"], &refusal["code"], &refusal["exit"]), (&"abc".into(), &"bad-value".into(), &2.into()));
        }
        assert_eq!(here.run_with(who, &worded, &["--json"], None).error()["code"], "bad-value", "{worded}");
        assert!(matches!(again, Same | Anew), "{line}");
    }
    assert!(seen >= 6, "{seen}");
}

#[test]
fn no_verb_reads_what_it_was_not_given() {
    let first = prepared();
    for (who, line, again) in CASES.iter().filter(|(_, line, _)| !line.contains("--password-stdin")) {
        let rehearsed: &[&str] = if *again == Reads { &[] } else { &["-n"] };
        let person = first.desk.person(who);
        let words: Vec<String> = first.words(line).into_iter().chain(rehearsed.iter().map(|&word| word.to_owned())).collect();
        let mut child = started(&person, &words);
        process::wait_until(line, || child.try_wait().unwrap().is_some());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{line}");
    }
}

/// A command whose standard input stays open, with nothing on it.
fn started(person: &Person<'_>, words: &[String]) -> std::process::Child {
    let mut command = person.command(words).mail("queue").build();
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}
