//! Accounts from outside: registering, confirming, who may, under which name.

use super::support::{Desk, Outcome, PASSWORD, Person};

/// Another password than that of everybody.
pub const OTHER: &str = "otra clave bien larga 8";

/// Asks for an account.
pub fn registers(person: &Person<'_>, password: &str) -> Outcome {
    let line = ["register", "--email", person.email(), "--name", person.name(), "--password-stdin", "--accept-rules"];
    person.command(line).stdin(format!("{password}\n")).run()
}

/// Logs in with a password, under `--json`.
pub fn logs_in(person: &Person<'_>, password: &str) -> Outcome {
    person.command(["--json", "login", "--email", person.email(), "--password-stdin"]).stdin(format!("{password}\n")).run()
}

/// Sets a password with a code, under `--json`.
pub fn resets(person: &Person<'_>, code: &str, password: &str) -> Outcome {
    let line = ["--json", "password", "reset", "--email", person.email(), code, "--password-stdin", "--accept-rules"];
    person.command(line).stdin(format!("{password}\n")).run()
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
    assert_eq!(keys, ["handle", "name", "email", "role", "desk", "via", "expires_at", "scope"]);
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
fn whoever_was_invited_and_registers_is_led_to_a_password_by_the_code() {
    let desk = Desk::staffed();
    desk.admin().does(["config", "set", "registration", "known"]);
    let line = ["user", "create", "--email", "iker@example.com", "--name", "Iker", "--role", "client"];
    desk.person("sara").does(line);
    let iker = desk.guest("iker");
    registers(&iker, OTHER).ok();
    let code = desk.last_letter_to(iker.email()).code();
    // Anybody may have chosen the password of the attempt: it is not set, and the code is not used up.
    let error = iker.refused(["confirm", "--email", iker.email(), &code], 6, "code-of-invitation");
    assert!(error["hint"].as_str().unwrap().contains("clave restablecer"), "{error}");
    logs_in(&iker, OTHER).refused(4, "wrong-login");
    iker.refused(["confirm", "--email", iker.email(), "AAAA-AAAA"], 4, "wrong-code");
    resets(&iker, &code, PASSWORD).ok();
    assert_eq!(iker.json(["whoami"])["handle"], "iker");
}

#[test]
fn whoever_gets_in_is_answered_in_their_own_language_from_the_first_word() {
    let desk = Desk::new();
    let eva = desk.guest("eva");
    let registration =
        ["--lang", "en", "register", "--email", eva.email(), "--name", "Eva", "--password-stdin", "--accept-rules"];
    eva.command(registration).stdin(format!("{PASSWORD}\n")).run().ok();
    let code = desk.last_letter_to(eva.email()).code();
    let unnamed = |line: &[&str]| eva.command(line).without("TAQUILLA_LANG").env("LANG", "es_ES.UTF-8");
    let confirmed = unnamed(&["confirm", "--email", eva.email(), &code]).run().ok();
    assert!(confirmed.talk().contains("Welcome") && confirmed.text().contains("Name"), "{confirmed}");
    eva.does(["logout"]);
    let line = ["login", "--email", eva.email(), "--password-stdin"];
    let there = |run: crate::support::person::Run<'_>| run.stdin(format!("{PASSWORD}\n")).run().ok();
    let entered = there(unnamed(&line));
    assert!(entered.text().contains("Name"), "{entered}");
    // Whoever names a language has it.
    let named = there(unnamed(&["--lang", "es"].into_iter().chain(line).collect::<Vec<_>>()));
    assert!(named.text().contains("Nombre"), "{named}");
    let named = there(eva.command(line).env("TAQUILLA_LANG", "es"));
    assert!(named.text().contains("Nombre"), "{named}");
    eva.run(["password", "forgot", "--email", eva.email()]).ok();
    let code = desk.last_letter_to(eva.email()).code();
    let reset = there(unnamed(&["password", "reset", "--email", eva.email(), &code, "--password-stdin"]));
    assert!(reset.text().contains("Name"), "{reset}");
}
