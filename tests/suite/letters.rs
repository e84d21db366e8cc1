//! Letters from outside: who is told of what, in which language, in how many letters, and what never stands in one.

use super::support::{Desk, Mail, Person};

/// The letters that a command line sends, by the names of those they go to.
fn letters(desk: &Desk, who: &str, line: &[&str]) -> Vec<Mail> {
    let person = if who == "alba" { desk.admin() } else { desk.person(who) };
    let (_, mut letters) = desk.letters_of(|| person.run(line).ok());
    letters.sort_by_key(Mail::to);
    letters
}

/// Who is told by what somebody does.
#[track_caller]
fn tells(desk: &Desk, who: &str, line: &[&str], expected: &[&str]) -> Vec<Mail> {
    let letters = letters(desk, who, line);
    let told: Vec<_> = letters.iter().map(|letter| letter.to().replace("@example.com", "")).collect();
    assert_eq!(told, expected, "{who} {line:?}");
    letters
}

fn newest(person: &Person<'_>) -> String {
    let list = person.json(["list", "--sort", "created", "--status", "all", "--limit", "1"]);
    list[0]["number"].as_str().unwrap().to_owned()
}

#[test]
fn each_event_is_told_to_whom_it_concerns() {
    let desk = Desk::staffed();
    let told = tells(&desk, "ana", &["open", "--subject", "Una", "-m", "El texto entero"], &["ana", "sara"]);
    let number = &newest(&desk.person("ana"));
    let receipt = told[0].body();
    for part in [number.as_str(), "Reportar consulta", "Una", "El texto entero", "25 de noviembre"] {
        assert!(receipt.contains(part), "{part}: {receipt}");
    }
    tells(&desk, "ana", &["reply", number, "-m", "Más"], &["sara"]);
    let told = tells(&desk, "sara", &["assign", number, "--to", "marta", "--note", "Es urgente"], &["marta"]);
    for part in ["Ana", "ana", "El texto entero", "Más", "Es urgente"] {
        assert!(told[0].body().contains(part), "{part}: {}", told[0].body());
    }
    tells(&desk, "sara", &["assign", number, "--to", "marta"], &[]);
    let told = tells(&desk, "ana", &["reply", number, "-m", "¿Y esto?"], &["marta"]);
    assert!(told[0].body().contains("¿Y esto?"));
    let told = tells(&desk, "marta", &["reply", number, "-m", "Aquí está"], &["ana"]);
    assert!(told[0].body().contains("Aquí está"));
    tells(&desk, "sara", &["reply", number, "-m", "De Secretaría"], &["ana"]);
    // A note goes to the assignee; the assignee's own to those who wrote notes, else to Secretaría.
    tells(&desk, "carmen", &["note", number, "-m", "Una nota"], &["marta"]);
    tells(&desk, "marta", &["note", number, "-m", "Respondo"], &["carmen", "sara"]);
    tells(&desk, "sara", &["close", number], &["ana", "marta"]);
    tells(&desk, "ana", &["reopen", number, "-m", "No está"], &["marta", "sara"]);
    let told = tells(&desk, "marta", &["close", number, "-m", "Ahora sí"], &["ana"]);
    assert!(told[0].body().contains("Ahora sí") && told[0].body().contains("7 de diciembre"), "{}", told[0].body());
    let told = tells(&desk, "ana", &["reply", number, "-m", "Pues no"], &["marta", "sara"]);
    assert!(told[0].body().contains("Pues no"));
    tells(&desk, "marta", &["reply", number, "-m", "Y ya", "--close"], &["ana"]);
    tells(&desk, "marta", &["reopen", number], &["ana"]);
    tells(&desk, "ana", &["close", number], &["marta"]);
    tells(&desk, "sara", &["reopen", number], &["ana", "marta"]);
    let told = tells(&desk, "marta", &["release", number, "-m", "No es mi materia"], &["sara"]);
    assert!(told[0].body().contains("No es mi materia"));
    tells(&desk, "sara", &["assign", number, "--to", "me"], &[]);
    tells(&desk, "carmen", &["assign", number, "--to", "marta"], &["marta"]);
    tells(&desk, "carmen", &["release", number], &["marta", "sara"]);
    // Nobody has it: Secretaría is told, and not who had it once and wrote notes then.
    tells(&desk, "carmen", &["note", number, "-m", "Nadie lo tiene"], &["sara"]);
    tells(&desk, "ana", &["close", number], &["sara"]);
    tells(&desk, "sara", &["open", "--for", "ana", "-m", "Llamó"], &["ana"]);
    tells(&desk, "carmen", &["open", "--for", "ana", "-m", "Llamó"], &["ana", "sara"]);
    // A reply to a closed ticket leaves it closed, and the letter goes.
    tells(&desk, "sara", &["reply", number, "-m", "Por cierto"], &["ana"]);
    // These are told to nobody.
    tells(&desk, "sara", &["priority", number, "high"], &[]);
    tells(&desk, "sara", &["edit", number, "--subject", "Otra"], &[]);
}

#[test]
fn every_letter_is_in_its_readers_language() {
    let desk = Desk::staffed();
    let english = |letter: &Mail| {
        letter.header("Content-Language").map_or_else(|| letter.body().contains("Hello"), |language| language == "en")
    };
    let told = tells(&desk, "bruno", &["open", "--subject", "One", "-m", "Text"], &["bruno", "sara"]);
    assert_eq!(told.iter().map(english).collect::<Vec<_>>(), [true, false]);
    let number = &newest(&desk.person("bruno"));
    // The language of the one who acts says nothing, nor that of the command.
    let told = tells(&desk, "sara", &["--lang", "es", "close", number], &["bruno"]);
    assert!(english(&told[0]));
    let told = tells(&desk, "bruno", &["--lang", "en", "reopen", number], &["sara"]);
    assert!(!english(&told[0]));
    let told = tells(&desk, "sara", &["user", "reset-password", "bruno"], &["bruno"]);
    assert!(english(&told[0]));
    told[0].code();
}

#[test]
fn a_letter_is_made_for_mail_programs() {
    let desk = Desk::staffed();
    let told = tells(
        &desk,
        "ana",
        &["open", "--subject", "Una <duda> & más", "-m", "**Hola**\n\n<script>alert(1)</script>"],
        &["ana", "sara"],
    );
    let number = &newest(&desk.person("ana"));
    let first = told[1].clone();
    assert!(first.subject().contains(&format!("[#{number}]")), "{}", first.subject());
    assert_eq!(first.header("Auto-Submitted"), Some("auto-generated"));
    assert!(first.body().contains("Hola"));
    let html = first.html.clone().unwrap();
    assert!(!html.contains("<script") && html.contains("<strong>Hola</strong>"), "{html}");
    let told = tells(&desk, "ana", &["reply", number, "-m", "Más"], &["sara"]);
    let thread = first.header("References").unwrap();
    assert_eq!(told[0].header("References"), Some(thread), "one thread in a mail program");
    assert_eq!(told[0].header("In-Reply-To"), Some(thread));
    assert_ne!(told[0].header("Message-ID"), first.header("Message-ID"));
    // A code stands alone on its line, in the part for plain text.
    desk.guest("zoe").run(["password", "forgot", "--email", "ana@example.com"]).ok();
    assert_eq!(desk.last_letter_to("ana@example.com").code().len(), 9);
    assert!(!desk.last_letter_to("ana@example.com").subject().contains(&desk.last_letter_to("ana@example.com").code()));
}

#[test]
fn notes_and_addresses_stay_where_they_belong() {
    let desk = Desk::staffed();
    let number = desk.person("ana").opens("Una");
    desk.person("sara").does(["assign", &number, "--to", "marta", "--note", "SECRETO uno"]);
    desk.person("marta").does(["note", &number, "-m", "SECRETO dos"]);
    desk.person("marta").does(["reply", &number, "-m", "Hola"]);
    desk.person("sara").does(["close", &number, "--note", "SECRETO tres"]);
    desk.person("ana").does(["reply", &number, "-m", "No"]);
    desk.person("sara").run(["close", &number, "-m", "Sí"]).ok();
    let _ = desk.letters_of(|| ());
    let letters = desk.letters();
    assert!(letters.len() > 6);
    for letter in &letters {
        let raw = [letter.body(), letter.html.as_deref().unwrap_or_default(), letter.subject(), letter.header("From").unwrap()]
            .concat();
        if letter.to() == "ana@example.com" {
            assert!(!raw.contains("SECRETO"), "{raw}");
        }
        if letter.to() == "marta@example.com" {
            assert!(!raw.contains("ana@example.com"), "{raw}");
        }
        assert!(letter.header("Cc").is_none() && letter.header("Bcc").is_none());
    }
}

#[test]
fn the_desk_says_which_letters_there_are() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let number = &desk.person("ana").opens("Una");
    admin.does(["config", "set", "mail.notify.reply", "off"]);
    tells(&desk, "sara", &["reply", number, "-m", "Hola"], &[]);
    admin.does(["config", "unset", "mail.notify.reply"]);
    tells(&desk, "sara", &["reply", number, "-m", "Hola"], &["ana"]);
    admin.does(["config", "set", "mail.role.secretary", "Secretaría <oficina@example.com>"]);
    tells(&desk, "ana", &["reply", number, "-m", "Hola"], &["oficina"]);
    admin.does(["config", "unset", "mail.role.secretary"]);
    admin.does(["user", "suspend", "sara", "--reason", "Baja"]);
    tells(&desk, "ana", &["reply", number, "-m", "Hola"], &["admin"]);
}

#[test]
fn many_tickets_of_one_person_are_one_letter() {
    let desk = Desk::staffed();
    let numbers: Vec<_> = (0..7).map(|index| desk.person("ana").opens(&format!("Ticket {index}"))).collect();
    let line = |verb: &'static str, numbers: &[String], rest: &[&'static str]| -> Vec<String> {
        [verb.to_owned()].into_iter().chain(numbers.iter().cloned()).chain(rest.iter().map(|word| (*word).to_owned())).collect()
    };
    let run = |words: Vec<String>| letters(&desk, "sara", &words.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(run(line("assign", &numbers[..5], &["--to", "marta"])).len(), 5);
    let told = run(line("assign", &numbers, &["--to", "mateo"]));
    assert_eq!((told.len(), told[0].to().as_str()), (1, "mateo@example.com"));
    assert!(numbers.iter().all(|number| told[0].body().contains(number.as_str())));
    // Closing: one to the client and one to the assignee.
    assert_eq!(
        run(line("close", &numbers, &["-m", "Hecho"])).iter().map(Mail::to).collect::<Vec<_>>(),
        ["ana@example.com", "mateo@example.com"]
    );
}

#[test]
fn the_outbox_is_seen_and_settled() {
    let desk = Desk::staffed();
    let (admin, sara) = (desk.admin(), desk.person("sara"));
    desk.guest("zoe").command(["password", "forgot", "--email", "ana@example.com"]).mail("queue").run().ok();
    desk.person("ana").opens("Una");
    assert!(desk.letters().is_empty(), "nothing leaves with --mail queue");
    let queue = sara.json(["mail", "queue"]);
    assert_eq!(queue.as_array().unwrap().len(), 3);
    let find = |event: &str, to: &str| {
        let letters = queue.as_array().unwrap();
        let letter = letters.iter().find(|letter| letter["event"] == event && letter["to"].to_string().contains(to));
        letter.unwrap_or_else(|| panic!("{event} to {to}: {queue}"))["id"].as_str().unwrap().to_owned()
    };
    let (code, opened) = (find("code", "ana"), find("opened", "sara"));
    // People read what it is about in words, machines its name.
    assert!(sara.run(["mail", "queue"]).ok().text().contains("ticket abierto"));
    assert!(sara.run(["mail", "show", &opened]).ok().text().contains("ticket abierto"));
    // Whoever may see the outbox sees no code in it, whole or by the beginning of its id.
    for id in [&code, &code[..8]] {
        for format in ["json", "table"] {
            let shown = sara.run(["--format", format, "mail", "show", id]).ok();
            assert!(shown.text().contains("****-****"), "{shown}");
        }
    }
    sara.refused(["mail", "drop", &opened], 5, "not-allowed");
    sara.refused(["mail", "show", "ffffffff"], 3, "letter-not-found");
    let drop = || admin.command(["mail", "drop", &opened]).mail("queue").json().run().ok().json()[0]["changed"].clone();
    assert_eq!((drop(), drop()), (true.into(), false.into()));
    let again = admin.command(["mail", "drop", &opened]).mail("queue").run().ok();
    assert!(again.talk().contains("no hay nada que descartar"), "{again}");
    admin.refused(["mail", "retry", &opened], 6, "letter-not-waiting");
    sara.run(["mail", "retry", &code]).ok();
    let left = desk.last_letter_to("ana@example.com");
    desk.owner().run(["mail", "flush"]).ok();
    assert_eq!(sara.json(["mail", "queue"]), serde_json::json!([]));
    assert!(desk.letters_to("sara@example.com").is_empty(), "what was dropped never leaves");
    assert_eq!(desk.letters_to("ana@example.com").len(), 2);
    let shown = sara.run(["--json", "mail", "show", &code]).ok();
    assert!(left.text.is_some() && shown.text().contains("****-****"));
    admin.refused(["mail", "drop", &code], 6, "letter-not-waiting");
    tells(&desk, "alba", &["mail", "test", "--to", "prueba@example.com"], &["prueba"]);
}
