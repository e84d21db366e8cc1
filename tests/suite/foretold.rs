//! What a rehearsal says of the letters that would leave: to machines and to people, and to guests nothing that they may not know.

use serde_json::{Value, json};

use super::support::{Desk, PASSWORD, Person};

/// What a rehearsal says of the letters: who, what about.
fn told(answer: &Value) -> Vec<(String, String)> {
    let one = if answer.is_array() { &answer[0] } else { answer };
    let letters = one["mail"].as_array().unwrap_or_else(|| panic!("no letters: {answer}"));
    let mut told: Vec<_> = letters
        .iter()
        .map(|letter| (letter["to"].as_str().unwrap().to_owned(), letter["event"].as_str().unwrap().to_owned()))
        .collect();
    told.sort();
    told
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(to, event)| ((*to).to_owned(), (*event).to_owned())).collect()
}

#[test]
fn the_rehearsals_of_guests_name_the_address_whoever_has_it() {
    let desk = Desk::staffed();
    let guest = desk.guest("eva");
    let number = desk.person("ana").opens("Una");
    for email in ["eva@example.com", "ana@example.com", "marta@example.com"] {
        let lines: [&[&str]; 4] = [
            &["register", "--email", email, "--name", "Eva", "--password-stdin", "--accept-rules"],
            &["password", "forgot", "--email", email],
            &["confirm", "--email", email, "--resend"],
            &["status", &number, "--email", email],
        ];
        for line in lines {
            let run = |more: &[&str]| guest.command([line, more].concat()).stdin(format!("{PASSWORD}\n")).run().ok();
            let rehearsed = run(&["-n", "--json"]).json();
            assert_eq!(rehearsed["dry_run"], true);
            assert_eq!(rehearsed["mail"], json!([{ "to": email, "event": "code", "lang": "es" }]), "{line:?}");
            let talk = run(&["-n"]);
            assert!(talk.talk().contains(&format!("Se avisaría a {email} (código).")), "{talk}");
            assert!(!talk.talk().contains("Se avisaría a ana "), "{talk}");
        }
    }
    let done = guest.run(["password", "forgot", "--email", "eva@example.com", "--format", "csv"]).ok();
    assert_eq!(done.text().lines().collect::<Vec<_>>(), ["email", "eva@example.com"]);
}

#[test]
fn asking_for_a_state_can_be_rehearsed_and_happens_once_with_a_key() {
    let desk = Desk::staffed();
    let (ana, guest) = (desk.person("ana"), desk.guest("nadie"));
    let number = ana.opens("Una");
    desk.owner().run(["mail", "flush"]).ok();
    let ask = |more: &[&str]| guest.run([&["status", &number, "--email", ana.email()], more].concat()).ok();
    let (_, letters) = desk.letters_of(|| ask(&["-n"]));
    assert_eq!(letters.len(), 0);
    let (_, letters) = desk.letters_of(|| (ask(&["--key", "k"]), ask(&["--key", "k"])));
    assert_eq!(letters.len(), 1);
    let code = desk.last_letter_to(ana.email()).code();
    let look =
        |more: &[&str]| guest.run([&["status", &number, "--email", ana.email(), "--code", &code, "--json"], more].concat());
    let rehearsed = look(&["-n"]).ok().json();
    assert_eq!((&rehearsed["dry_run"], &rehearsed["number"]), (&json!(true), &json!(number)));
    let shown = look(&["--key", "l"]).ok();
    assert!(shown.json()["thread"].is_array(), "a rehearsal has not used the code up");
    assert_eq!(look(&["--key", "l"]).ok().stdout, shown.stdout);
    look(&[]).refused(4, "wrong-code");
}

#[test]
fn a_rehearsal_counts_every_letter() {
    let desk = Desk::staffed();
    desk.staff("silvia", "secretary");
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let reply = ["reply", number.as_str(), "-m", "Más"];
    assert_eq!(told(&ana.json(reply.iter().chain(&["-n"]))), pairs(&[("secretary", "message"), ("secretary", "message")]));
    let (_, letters) = desk.letters_of(|| ana.run(reply).ok());
    assert_eq!(letters.len(), 2);
    sara.does(["assign", &number, "--to", "marta"]);
    let release = desk.person("marta").json(["release", &number, "-m", "Baja", "-n"]);
    assert_eq!(told(&release), pairs(&[("sara", "released"), ("silvia", "released")]));
}

#[test]
fn people_are_told_who_would_be_written_to() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let talk = |who: &Person<'_>, line: &[&str]| who.run(line).ok().talk().to_owned();
    let assign = ["assign", number.as_str(), "--to", "marta", "-n"];
    let said = talk(&sara, &assign);
    assert_eq!(said.lines().nth(1), Some("Se avisaría a marta (ticket asignado)."), "{said}");
    let said = talk(&sara, &[&assign[..], &["--lang", "en"]].concat());
    assert_eq!(said.lines().nth(1), Some("Mail would go to marta (ticket assigned)."), "{said}");
    let said = talk(&ana, &["reply", &number, "-m", "Más", "-n"]);
    assert_eq!(said.lines().nth(1), Some("Se avisaría a Secretaría (mensaje del cliente)."), "{said}");
    // Of many people, how many.
    let people: String = (0..7).map(|index| format!("p{index}@example.com,Pepe {index}\n")).collect();
    desk.file("people.csv", format!("email,name\n{people}"));
    let said = talk(&sara, &["user", "import", "people.csv", "-n"]);
    assert_eq!(said.lines().last(), Some("Se avisaría a 7 personas."), "{said}");
    // Where nobody is told, nothing is said; machines read it in the answer.
    assert_eq!(talk(&sara, &["priority", &number, "high", "-n"]).lines().count(), 1);
    assert_eq!(talk(&sara, &[&assign[..], &["--json"]].concat()).lines().count(), 1);
    assert_eq!(talk(&sara, &[&assign[..], &["-q"]].concat()), "");
}
