//! Accounts from outside: registering, confirming, logging in, passwords, codes, invitations, suspension.

use std::os::unix::fs::PermissionsExt;

use taquilla::domain::time::Span;

use super::support::{Desk, Outcome, PASSWORD, Person};

/// Another password than that of everybody.
const OTHER: &str = "otra clave bien larga 8";

fn registers(person: &Person<'_>, password: &str) -> Outcome {
    let line = ["register", "--email", person.email(), "--name", person.name(), "--password-stdin", "--accept-rules"];
    person.command(line).stdin(format!("{password}\n")).run()
}

fn logs_in(person: &Person<'_>, password: &str) -> Outcome {
    person.command(["--json", "login", "--email", person.email(), "--password-stdin"]).stdin(format!("{password}\n")).run()
}

fn resets(person: &Person<'_>, code: &str, password: &str) -> Outcome {
    let line = ["--json", "password", "reset", "--email", person.email(), code, "--password-stdin", "--accept-rules"];
    person.command(line).stdin(format!("{password}\n")).run()
}

/// The session file of somebody.
fn session(person: &Person<'_>) -> std::path::PathBuf {
    std::fs::read_dir(person.state().join("taquilla")).unwrap().next().unwrap().unwrap().path()
}

#[test]
fn from_registering_to_logging_out() {
    let desk = Desk::new();
    let eva = desk.guest("eva");
    registers(&eva, PASSWORD).ok();
    eva.refused(["whoami"], 4, "not-logged-in");
    // Only a confirmed client opens tickets, or logs in at all.
    eva.refused(["open", "-m", "Hola"], 4, "not-logged-in");
    logs_in(&eva, PASSWORD).refused(4, "wrong-login");
    let code = desk.last_letter_to(eva.email()).code();
    let confirmed = eva.command(["--json", "confirm", "--email", eva.email(), &code]).run().ok().json();
    let me = eva.json(["whoami"]);
    assert_eq!(confirmed, me);
    let keys: Vec<_> = me.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["handle", "name", "email", "role", "desk", "via", "expires_at"]);
    assert_eq!((me["handle"].as_str(), me["role"].as_str(), me["via"].as_str()), (Some("eva"), Some("client"), Some("session")));
    assert_eq!((me["name"].as_str(), me["email"].as_str()), (Some("Eva"), Some("eva@example.com")));
    assert_eq!(me["desk"], "Tutorías Ágora");
    assert_eq!(me["expires_at"], "2026-11-23T21:00:00Z");
    let welcome = desk.last_letter_to(eva.email());
    assert!(welcome.body().contains("eva"), "{}", welcome.body());
    // A code is used once.
    eva.refused(["confirm", "--email", eva.email(), &code], 4, "wrong-code");
    eva.does(["logout"]);
    eva.refused(["whoami"], 4, "not-logged-in");
    eva.does(["logout"]);
    logs_in(&eva, PASSWORD).ok();
    assert_eq!(eva.handle(), "eva");
}

#[test]
fn handles_are_made_from_the_name_and_log_in_too() {
    let desk = Desk::new();
    let register = |key: &str| {
        let person = desk.guest(key);
        let line = ["register", "--email", person.email(), "--name", "Ana López Ñíguez", "--password-stdin", "--accept-rules"];
        person.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
        let code = desk.last_letter_to(person.email()).code();
        person.json(["confirm", "--email", person.email(), &code])["handle"].as_str().unwrap().to_owned()
    };
    assert_eq!(register("primera"), "ana-lopez-niguez");
    assert_eq!(register("segunda"), "ana-lopez-niguez-2");
    let first = desk.guest("primera").elsewhere();
    let line = ["login", "--handle", "ana-lopez-niguez", "--password-stdin"];
    first.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
    assert_eq!(first.json(["whoami"])["email"], "primera@example.com");
    let line = ["--json", "login", "--email", "ana-lopez-niguez", "--password-stdin"];
    first.command(line).stdin(format!("{PASSWORD}\n")).run().refused(2, "bad-value");
    // Capitals in an address say nothing.
    let line = ["login", "--email", "PRIMERA@Example.COM", "--password-stdin"];
    first.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
}

#[test]
fn a_taken_address_is_answered_like_a_free_one_and_its_owner_is_told() {
    let desk = Desk::staffed();
    let answer = |name: &str| {
        let (answer, letters) = desk.letters_of(|| registers(&desk.guest(name).elsewhere(), OTHER));
        assert_eq!(letters.len(), 1, "{name}");
        let hide = |text: &str| text.replace(name, "X");
        (answer.code, hide(answer.text()), hide(answer.talk()), letters[0].clone())
    };
    let (free, taken) = (answer("nadie"), answer("ana"));
    assert_eq!((&free.0, &free.1, &free.2), (&taken.0, &taken.1, &taken.2));
    assert_eq!(free.0, Some(0));
    assert_eq!(taken.3.to(), "ana@example.com");
    assert!(!taken.3.body().lines().any(|line| line.trim().len() == 9 && line.trim().as_bytes()[4] == b'-'), "no code");
    // Nor is anything else of the owner's touched.
    logs_in(&desk.person("ana").elsewhere(), PASSWORD).ok();
}

#[test]
fn a_code_confirms_only_its_own_attempt() {
    let desk = Desk::new();
    for (confirmed, right, wrong) in [(0, PASSWORD, OTHER), (1, OTHER, PASSWORD)] {
        let name = ["eva", "iker"][confirmed];
        let person = desk.guest(name);
        let codes = [PASSWORD, OTHER].map(|password| {
            registers(&person, password).ok();
            desk.last_letter_to(person.email()).code()
        });
        person.run(["confirm", "--email", person.email(), &codes[confirmed]]).ok();
        logs_in(&person.elsewhere(), wrong).refused(4, "wrong-login");
        logs_in(&person.elsewhere(), right).ok();
        // The other attempt is void.
        person.refused(["confirm", "--email", person.email(), &codes[1 - confirmed]], 4, "wrong-code");
        logs_in(&person.elsewhere(), right).ok();
    }
}

#[test]
fn codes_die_of_wrong_tries_and_of_age() {
    let desk = Desk::new();
    let code_for = |name: &str| {
        registers(&desk.guest(name), PASSWORD).ok();
        desk.last_letter_to(desk.guest(name).email()).code()
    };
    let confirm =
        |name: &str, code: &str| desk.guest(name).run(["--json", "confirm", "--email", &format!("{name}@example.com"), code]);
    let code = code_for("eva");
    for _ in 0..4 {
        confirm("eva", "0000-0000").refused(4, "wrong-code");
    }
    confirm("eva", &code).ok();
    let code = code_for("iker");
    for wrong in ["0000-0000", "x", "", "ñ", "0000-0001"] {
        confirm("iker", wrong).refused(4, "wrong-code");
    }
    confirm("iker", &code).refused(4, "wrong-code");
    // Typed as people type, and read from standard input.
    let code = code_for("olga").to_lowercase().replace('-', " ");
    let olga = desk.guest("olga");
    olga.command(["confirm", "--email", olga.email(), "-"]).stdin(format!(" {code} \n")).run().ok();
    let code = code_for("pau");
    desk.advance(Span::seconds(24 * 3600 - 1));
    let late = code_for("rosa");
    confirm("pau", &code).ok();
    desk.advance(Span::hours(24));
    confirm("rosa", &late).refused(4, "wrong-code");
}

#[test]
fn a_rehearsal_is_no_way_to_guess_a_code_nor_to_use_it() {
    let desk = Desk::new();
    let eva = desk.guest("eva");
    registers(&eva, PASSWORD).ok();
    let code = desk.last_letter_to(eva.email()).code();
    eva.run(["confirm", "--dry-run", "--email", eva.email(), &code]).ok();
    eva.refused(["whoami"], 4, "not-logged-in");
    for _ in 0..5 {
        eva.refused(["confirm", "--dry-run", "--email", eva.email(), "0000-0000"], 4, "wrong-code");
    }
    eva.refused(["confirm", "--email", eva.email(), &code], 4, "wrong-code");
    registers(&eva, PASSWORD).ok();
    let code = desk.last_letter_to(eva.email()).code();
    eva.run(["confirm", "-n", "--email", eva.email(), &code]).ok();
    eva.run(["confirm", "--email", eva.email(), &code]).ok();
    // The same with a new password.
    eva.does(["logout"]);
    eva.run(["password", "forgot", "--email", eva.email()]).ok();
    let code = desk.last_letter_to(eva.email()).code();
    let rehearse = |code: &str| {
        let line = ["--json", "password", "reset", "-n", "--email", eva.email(), code, "--password-stdin"];
        eva.command(line).stdin(format!("{OTHER}\n")).run()
    };
    rehearse(&code).ok();
    eva.refused(["whoami"], 4, "not-logged-in");
    for _ in 0..5 {
        rehearse("0000-0000").refused(4, "wrong-code");
    }
    resets(&eva, &code, OTHER).refused(4, "wrong-code");
    logs_in(&eva, PASSWORD).ok();
    // A rehearsed change of the password counts as no failed attempt.
    for _ in 0..4 {
        eva.command(["password", "change", "-n", "--password-stdin"]).stdin(format!("{PASSWORD}\n{OTHER}\n")).run().ok();
    }
    logs_in(&eva.elsewhere(), PASSWORD).ok();
}

#[test]
fn an_address_gets_three_codes_an_hour_and_then_the_same_answer() {
    let desk = Desk::new();
    let eva = desk.guest("eva");
    let answers: Vec<_> = (0..4).map(|_| desk.letters_of(|| registers(&eva, PASSWORD))).collect();
    assert_eq!(answers.iter().map(|(_, letters)| letters.len()).collect::<Vec<_>>(), [1, 1, 1, 0]);
    assert!(answers.iter().all(|(answer, _)| (answer.code, answer.text()) == (Some(0), answers[0].0.text())));
    assert_eq!(answers[3].0.talk(), answers[0].0.talk());
    let (_, letters) = desk.letters_of(|| eva.run(["confirm", "--email", eva.email(), "--resend"]).ok());
    assert_eq!(letters.len(), 0);
    let (_, letters) = desk.letters_of(|| eva.run(["password", "forgot", "--email", eva.email()]).ok());
    assert_eq!(letters.len(), 0);
    desk.advance(Span::hours(1));
    let (_, letters) = desk.letters_of(|| eva.run(["confirm", "--email", eva.email(), "--resend"]).ok());
    assert_eq!(letters.len(), 1);
    eva.run(["confirm", "--email", eva.email(), &letters[0].code()]).ok();
    // An address that nobody has is answered in the same way.
    let ask = |address: &str| {
        let answer = eva.run(["password", "forgot", "--email", address]).ok();
        (answer.text().replace(address, "X"), answer.talk().replace(address, "X"))
    };
    assert_eq!(ask("eva@example.com"), ask("nadie@example.com"));
}

#[test]
fn the_policy_says_who_may_register() {
    let desk = Desk::staffed();
    desk.admin().does(["config", "set", "registration", "known"]);
    let (_, letters) = desk.letters_of(|| registers(&desk.guest("eva"), PASSWORD).ok());
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "eva@example.com"));
    assert!(!letters[0].body().lines().any(|line| line.len() == 9 && line.is_char_boundary(4) && &line[4..5] == "-"));
    desk.person("sara").does([
        "user",
        "create",
        "--email",
        "iker@example.com",
        "--name",
        "Iker",
        "--role",
        "client",
        "--no-invite",
    ]);
    let (_, letters) = desk.letters_of(|| registers(&desk.guest("iker"), PASSWORD).ok());
    assert_eq!(letters.len(), 1);
    resets(&desk.guest("iker"), &letters[0].code(), PASSWORD).ok();
    desk.admin().does(["config", "set", "registration", "closed"]);
    let olga = desk.guest("olga");
    let line = ["--json", "register", "--email", olga.email(), "--name", "Olga", "--password-stdin", "--accept-rules"];
    olga.command(line).stdin(format!("{PASSWORD}\n")).run().refused(6, "registration-closed");
}

#[test]
fn registering_wants_all_of_it() {
    let desk = Desk::new();
    let eva = desk.guest("eva");
    let refused = |line: &[&str], password: &str, exit: i32, code: &str| {
        let all = ["--json", "register", "--password-stdin"].iter().chain(line);
        eva.command(all).stdin(format!("{password}\n")).run().refused(exit, code).error()
    };
    let whole = ["--email", "eva@example.com", "--name", "Eva", "--accept-rules"];
    let missing = refused(&whole[2..], PASSWORD, 2, "missing-value");
    assert!(missing["message"].as_str().unwrap().contains("--email"));
    refused(&["--email", "eva@example.com", "--accept-rules"], PASSWORD, 2, "missing-value");
    refused(&whole[..4], PASSWORD, 6, "rules-not-accepted");
    refused(&whole, "demasiado 1", 2, "password-too-short");
    refused(&whole, &"a1 ".repeat(400), 2, "password-too-long");
    refused(&whole, "password1234", 2, "password-too-common");
    refused(&whole, "aaaaaaaaaaaaaaaa", 2, "password-too-common");
    refused(&whole, "eva@example.com", 2, "password-too-common");
    for wrong in ["", "eva", "eva@", "@example.com", "a b@example.com", "eva@example.com\nBcc: x@example.com", "e\u{1b}@x.es"] {
        refused(&["--email", wrong, "--name", "Eva", "--accept-rules"], PASSWORD, 2, "bad-value");
    }
    for wrong in ["", " ", "E\u{202e}va", "E\nva\u{7}", &"x".repeat(500)] {
        refused(&["--email", "eva@example.com", "--name", wrong, "--accept-rules"], PASSWORD, 2, "bad-value");
    }
    let line = ["--json", "register", "--email", "eva@example.com", "--name", "Eva", "--accept-rules"];
    let missing = eva.run(line).refused(2, "missing-value").error();
    assert!(missing["message"].as_str().unwrap().contains("--password-stdin"));
    // Any characters, and to 1,024 bytes.
    let long = format!("ñ {}", "🦊".repeat(255));
    assert!(desk.letters().is_empty());
    registers(&eva, &long).ok();
    eva.run(["confirm", "--email", eva.email(), &desk.last_letter_to(eva.email()).code()]).ok();
    logs_in(&eva.elsewhere(), &long).ok();
}

#[test]
fn an_invitation_sets_the_first_password_for_a_week() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let create = |name: &str| {
        let email = format!("{name}@example.com");
        let (_, letters) =
            desk.letters_of(|| sara.run(["user", "create", "--email", &email, "--name", name, "--role", "client"]).ok());
        assert_eq!((letters.len(), letters[0].to()), (1, email));
        letters[0].code()
    };
    let code = create("eva");
    let eva = desk.guest("eva");
    assert_eq!(sara.json(["user", "show", "eva"])["status"], "invited");
    logs_in(&eva, PASSWORD).refused(4, "wrong-login");
    let line = ["--json", "password", "reset", "--email", eva.email(), &code, "--password-stdin"];
    eva.command(line).stdin(format!("{PASSWORD}\n")).run().refused(6, "rules-not-accepted");
    desk.advance(Span::seconds(7 * 24 * 3600 - 1));
    let (answer, letters) = desk.letters_of(|| resets(&eva, &code, PASSWORD).ok());
    assert_eq!(answer.json()["handle"], "eva");
    assert_eq!(letters.len(), 1, "the welcome");
    assert_eq!(eva.handle(), "eva");
    sara.log_in().ok();
    let code = create("iker");
    desk.advance(Span::days(7));
    resets(&desk.guest("iker"), &code, PASSWORD).refused(4, "wrong-code");
    // Asking for a new password sends the invitation again.
    let iker = desk.guest("iker");
    let (_, letters) = desk.letters_of(|| iker.run(["password", "forgot", "--email", iker.email()]).ok());
    resets(&iker, &letters[0].code(), PASSWORD).ok();
    // Created again it is already so; with another name it is taken.
    sara.log_in().ok();
    let again = sara.json(["user", "create", "--email", "iker@example.com", "--name", "iker", "--role", "client"]);
    assert_eq!(again["changed"], false);
    sara.refused(["user", "create", "--email", "iker@example.com", "--name", "Otro", "--role", "client"], 6, "address-taken");
    sara.refused(
        ["user", "create", "--email", "z@example.com", "--name", "Z", "--handle", "ana", "--role", "client"],
        6,
        "handle-taken",
    );
}

#[test]
fn a_new_password_ends_every_session() {
    let desk = Desk::staffed();
    let (ana, other) = (desk.person("ana"), desk.person("ana").elsewhere());
    other.log_in().ok();
    ana.run(["password", "forgot", "--email", ana.email()]).ok();
    assert_eq!(other.handle(), "ana", "asking ends nothing");
    let code = desk.last_letter_to(ana.email()).code();
    resets(&ana, &code, OTHER).ok();
    assert_eq!(ana.handle(), "ana");
    other.refused(["whoami"], 4, "session-ended");
    logs_in(&other, PASSWORD).refused(4, "wrong-login");
    logs_in(&other, OTHER).ok();
    // Staff begin it without ever seeing the code; the sessions end at once.
    let (answer, letters) = desk.letters_of(|| desk.person("sara").run(["--json", "user", "reset-password", "ana"]).ok());
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "ana@example.com"));
    assert!(!answer.text().contains(&letters[0].code()) && !answer.talk().contains(&letters[0].code()));
    ana.refused(["whoami"], 4, "session-ended");
    desk.advance(Span::seconds(24 * 3600 - 1));
    resets(&ana, &letters[0].code(), PASSWORD).ok();
    // One's own change keeps one's own session and ends the others.
    other.log_in().ok();
    let line = ["--json", "password", "change", "--password-stdin"];
    ana.command(line).stdin(format!("{OTHER}\n{OTHER}\n")).run().refused(4, "wrong-login");
    ana.command(line).stdin(format!("{PASSWORD}\n")).run().refused(2, "missing-value");
    ana.command(line).stdin(format!("{PASSWORD}\ncorta\n")).run().refused(2, "password-too-short");
    ana.command(line).stdin(format!("{PASSWORD}\n{OTHER}\n")).run().ok();
    assert_eq!(ana.handle(), "ana");
    other.refused(["whoami"], 4, "session-ended");
    // A code that one asked for oneself lives an hour.
    ana.run(["password", "forgot", "--email", ana.email()]).ok();
    let code = desk.last_letter_to(ana.email()).code();
    desk.advance(Span::minutes(60));
    resets(&ana, &code, PASSWORD).refused(4, "wrong-code");
}

#[test]
fn guessing_is_slowed_down_and_a_slip_is_not() {
    let desk = Desk::staffed();
    let ana = desk.person("ana").elsewhere();
    for name in ["ana", "nadie"] {
        let person = desk.guest(name).elsewhere();
        for _ in 0..3 {
            logs_in(&person, OTHER).refused(4, "wrong-login");
        }
        let answer = logs_in(&person, PASSWORD).refused(4, "too-many-attempts");
        assert!(answer.error()["hint"].is_string() || answer.error()["message"].as_str().unwrap().len() > 10);
    }
    // By handle it is the same account.
    let line = ["--json", "login", "--handle", "ana", "--password-stdin"];
    ana.command(line).stdin(format!("{PASSWORD}\n")).run().refused(4, "too-many-attempts");
    // Nobody else is kept waiting.
    desk.person("bruno").elsewhere().log_in().ok();
    desk.advance(Span::seconds(1));
    logs_in(&ana, OTHER).refused(4, "wrong-login");
    desk.advance(Span::seconds(1));
    logs_in(&ana, PASSWORD).refused(4, "too-many-attempts");
    desk.advance(Span::seconds(1));
    logs_in(&ana, PASSWORD).ok();
    // It is forgotten with the first right one.
    logs_in(&ana, OTHER).refused(4, "wrong-login");
    logs_in(&ana, PASSWORD).ok();
}

#[test]
fn a_suspended_client_reads_and_does_no_more() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let (number, closed) = (ana.opens("Una"), ana.opens("Otra"));
    ana.does(["close", &closed]);
    let suspend = ["user", "suspend", "ana", "--reason", "Datos de contacto"];
    let (_, letters) = desk.letters_of(|| sara.run(suspend).ok());
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "ana@example.com"));
    assert!(letters[0].body().contains("Datos de contacto"));
    let (again, letters) = desk.letters_of(|| sara.json(suspend));
    assert_eq!((again["changed"].as_bool(), letters.len()), (Some(false), 0));
    assert_eq!(sara.sees(&number)["due_at"], serde_json::Value::Null);
    ana.does(["logout"]);
    ana.log_in().ok();
    ana.json(["show", &number]);
    ana.json(["list"]);
    ana.json(["attachment", &number]);
    ana.json(["profile"]);
    for line in [&["open", "-m", "Hola"][..], &["reply", &number, "-m", "Hola"], &["reopen", &closed], &["close", &number]] {
        let error = ana.refused(line, 6, "suspended");
        assert!(error["message"].as_str().unwrap().contains("Datos de contacto"), "{error}");
    }
    ana.run(["password", "forgot", "--email", ana.email()]).ok();
    resets(&ana, &desk.last_letter_to(ana.email()).code(), OTHER).ok();
    let (_, letters) = desk.letters_of(|| sara.run(["user", "reinstate", "ana"]).ok());
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "ana@example.com"));
    ana.does(["reply", &number, "-m", "Hola"]);
    assert_eq!(sara.json(["user", "reinstate", "ana"])["changed"], false);
}

#[test]
fn suspended_staff_are_out_and_their_tickets_with_them() {
    let desk = Desk::staffed();
    let (ana, sara, admin, marta) = (desk.person("ana"), desk.person("sara"), desk.admin(), desk.person("marta"));
    let (one, two, three) = (ana.opens("Una"), ana.opens("Dos"), ana.opens("Tres"));
    sara.does(["assign", &one, &two, &three, "--to", "marta"]);
    marta.does(["close", &three]);
    let (_, letters) = desk.letters_of(|| admin.run(["user", "suspend", "marta", "--reason", "Baja"]).ok());
    assert!(letters.iter().all(|letter| letter.to() != "marta@example.com"), "suspended staff are told nothing");
    marta.refused(["whoami"], 4, "session-ended");
    let line = ["--json", "login", "--email", marta.email(), "--password-stdin"];
    marta.command(line).stdin(format!("{PASSWORD}\n")).run().refused(6, "suspended");
    assert_eq!(sara.sees(&one)["status"], "new");
    assert_eq!(sara.sees(&one)["assignee"], serde_json::Value::Null);
    assert_eq!(sara.sees(&three)["assignee"]["handle"], "marta", "a closed one stays whose it was");
    sara.refused(["assign", &one, "--to", "marta"], 6, "cannot-be-assigned");
    let (_, letters) = desk.letters_of(|| marta.run(["password", "forgot", "--email", marta.email()]).ok());
    assert!(letters.is_empty());
    admin.does(["user", "reinstate", "marta"]);
    marta.log_in().ok();
    sara.does(["assign", &one, &two, "--to", "marta"]);
    let (_, letters) = desk.letters_of(|| admin.run(["user", "suspend", "marta", "--reason", "Baja", "--to", "mateo"]).ok());
    assert_eq!(letters.iter().filter(|letter| letter.to() == "mateo@example.com").count(), 2);
    assert_eq!(sara.sees(&one)["assignee"]["handle"], "mateo");
    assert_eq!(sara.sees(&one)["status"], "pending");
    admin.refused(["user", "suspend", "mateo", "--reason", "x", "--to", "marta"], 6, "cannot-be-assigned");
    admin.refused(["user", "suspend", "mateo", "--reason", "x", "--to", "ana"], 6, "cannot-be-assigned");
}

#[test]
fn the_last_administrator_stays() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    admin.refused(["user", "suspend", "me", "--reason", "x"], 6, "last-admin");
    admin.refused(["user", "role", "alba-admin", "agent"], 6, "last-admin");
    admin.does(["user", "create", "--email", "eva@example.com", "--name", "Eva", "--role", "admin", "--no-invite"]);
    // Somebody who never logged in is none to rely on.
    admin.refused(["user", "suspend", "me", "--reason", "x"], 6, "last-admin");
    admin.does(["user", "role", "sara", "admin"]);
    desk.person("sara").refused(["whoami"], 4, "session-ended");
    desk.person("sara").log_in().ok();
    desk.person("sara").does(["user", "role", "alba-admin", "agent"]);
    desk.person("sara").refused(["user", "suspend", "me", "--reason", "x"], 6, "last-admin");
    assert_eq!(desk.person("sara").json(["user", "role", "alba-admin", "agent"])["changed"], false);
    // A client with tickets cannot become staff, nor staff with tickets a client.
    desk.person("ana").opens("Una");
    desk.person("sara").refused(["user", "role", "ana", "agent"], 6, "has-tickets");
}

#[test]
fn a_profile_is_ones_own() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let changed = ana.json(["profile", "--name", "Ana María", "--handle", "ana.maria"]);
    assert_eq!((changed["handle"].as_str(), changed["name"].as_str()), (Some("ana.maria"), Some("Ana María")));
    assert_eq!(changed["changed"], true);
    assert_eq!(ana.json(["profile", "--name", "Ana María"])["changed"], false);
    assert_eq!(ana.json(["profile"])["email"], "ana@example.com");
    ana.refused(["profile", "--handle", "bruno"], 6, "handle-taken");
    for wrong in ["A", "a b", "../x", "-rf", "ñandú", "", "me", &"x".repeat(33)] {
        ana.refused(["profile", &format!("--handle={wrong}")], 2, "bad-value");
    }
    // The language is kept in the profile, and beside the session, so that help needs no desk.
    ana.does(["profile", "--lang", "en"]);
    assert_eq!(ana.json(["profile"])["lang"], "en");
    assert!(ana.refused(["show", "999999"], 3, "ticket-not-found")["message"].as_str().unwrap().contains("ticket"));
    assert!(ana.run(["--help"]).ok().text().contains("Usage"));
    ana.does(["profile", "--lang", "es"]);
    assert!(ana.run(["--help"]).ok().text().contains("Uso"));
    // Named before the verb it is the language of that command alone.
    ana.json(["--lang", "en", "profile"]);
    assert_eq!(ana.json(["profile"])["lang"], "es");
}

#[test]
fn a_new_address_is_confirmed_and_the_old_one_told() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let (answer, letters) = desk.letters_of(|| ana.json(["profile", "--email", "nueva@example.com"]));
    assert_eq!(
        (answer["email"].as_str(), answer["unconfirmed_email"].as_str()),
        (Some("ana@example.com"), Some("nueva@example.com"))
    );
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "nueva@example.com"));
    assert_eq!(ana.json(["whoami"])["email"], "ana@example.com", "not before it is confirmed");
    let code = letters[0].code();
    let (_, letters) = desk.letters_of(|| ana.run(["confirm", "--email", "nueva@example.com", &code]).ok());
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "ana@example.com"));
    assert_eq!(ana.json(["whoami"])["email"], "nueva@example.com");
    // Somebody else's is answered in the same way, and its owner is told.
    let (answer, letters) = desk.letters_of(|| ana.json(["profile", "--email", "bruno@example.com"]));
    assert_eq!(answer["unconfirmed_email"], "bruno@example.com");
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "bruno@example.com"));
    // Staff change it in the same way: the new one must confirm.
    let (_, letters) = desk.letters_of(|| sara.json(["user", "edit", "bruno", "--email", "b2@example.com"]));
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "b2@example.com"));
    assert_eq!(sara.json(["user", "show", "bruno"])["email"], "bruno@example.com");
    sara.refused(["user", "edit", "bruno", "--email", "nueva@example.com"], 6, "address-taken");
}

#[test]
fn a_session_ends_idle_ends_old_and_is_nobody_elses() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let file = session(&ana);
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    desk.advance(Span::hours(11));
    ana.opens("Una");
    desk.advance(Span::hours(11));
    assert_eq!(ana.handle(), "ana", "a command that changes something counts as use");
    desk.advance(Span::hours(12));
    ana.refused(["list"], 4, "session-ended");
    ana.log_in().ok();
    for _ in 0..65 {
        desk.advance(Span::hours(11));
        ana.does(["profile", "--name", &format!("Ana {}", desk.now().as_millis() % 89)]);
    }
    desk.advance(Span::hours(11));
    ana.refused(["whoami"], 4, "session-ended");
    ana.log_in().ok();
    std::fs::set_permissions(session(&ana), std::fs::Permissions::from_mode(0o644)).unwrap();
    let error = ana.refused(["whoami"], 5, "session-exposed");
    assert!(error["hint"].as_str().is_some());
    std::fs::set_permissions(session(&ana), std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::write(session(&ana), "nonsense").unwrap();
    ana.refused(["whoami"], 4, "session-damaged");
    // Everywhere means at every terminal.
    let bruno = desk.person("bruno");
    bruno.log_in().ok();
    bruno.elsewhere().log_in().ok();
    bruno.does(["logout", "--everywhere"]);
    bruno.elsewhere().refused(["whoami"], 4, "session-ended");
}

#[test]
fn reading_counts_as_using_a_session() {
    let desk = Desk::staffed();
    let marta = desk.person("marta");
    for _ in 0..3 {
        desk.advance(Span::hours(11));
        marta.run(["list"]).ok();
    }
    assert_eq!(marta.handle(), "marta");
}
