//! One-time codes from outside: what each is good for, how long, how often; first, forgotten and changed passwords.

use taquilla::domain::time::Span;

use super::accounts::{OTHER, logs_in, registers, resets};
use super::support::{Desk, PASSWORD, Person};

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
    assert_eq!(letters.len(), 3, "one for each attempt");
    eva.run(["confirm", "--email", eva.email(), &letters[0].code()]).ok();
    // An address that nobody has is answered in the same way.
    let ask = |address: &str| {
        let answer = eva.run(["password", "forgot", "--email", address]).ok();
        (answer.text().replace(address, "X"), answer.talk().replace(address, "X"))
    };
    assert_eq!(ask("eva@example.com"), ask("nadie@example.com"));
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
    ana.command(line).stdin(format!("{PASSWORD}\n")).run().refused(2, "empty-stdin");
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
fn another_code_is_sent_for_every_attempt_and_each_letter_names_whose_it_is() {
    let desk = Desk::new();
    let (eva, mal) = (desk.guest("eva"), desk.guest("mal"));
    let asks = |person: &Person<'_>, name: &str, password: &str| {
        let line = ["register", "--email", eva.email(), "--name", name, "--password-stdin", "--accept-rules"];
        person.command(line).stdin(format!("{password}\n")).run().ok();
        desk.last_letter_to(eva.email())
    };
    let first = asks(&eva, "Eva Real", PASSWORD);
    assert!(first.body().contains("Eva Real"), "{}", first.body());
    let other = asks(&mal, "Mal Nombre", OTHER);
    assert!(other.body().contains("Mal Nombre") && !other.body().contains("Eva Real"));
    desk.advance(Span::hours(1));
    let resend = ["confirm", "--email", eva.email(), "--resend"];
    let (_, letters) = desk.letters_of(|| eva.run(resend).ok());
    assert_eq!(letters.len(), 2);
    let of = |name: &str| letters.iter().find(|letter| letter.body().contains(name)).expect(name).code();
    // The old ones are replaced, and each confirms its own attempt.
    for code in [first.code(), other.code()] {
        eva.refused(["confirm", "--email", eva.email(), &code], 4, "wrong-code");
    }
    eva.run(["confirm", "--email", eva.email(), &of("Eva Real")]).ok();
    assert_eq!(eva.json(["whoami"])["name"], "Eva Real");
    logs_in(&mal, OTHER);
    logs_in(&eva.elsewhere(), PASSWORD).ok();
    eva.elsewhere().refused(["confirm", "--email", eva.email(), &of("Mal Nombre")], 4, "wrong-code");
}

#[test]
fn an_hour_has_three_letters_also_for_many_attempts() {
    let desk = Desk::new();
    let eva = desk.guest("eva");
    for _ in 0..3 {
        registers(&eva, PASSWORD).ok();
    }
    let last = desk.last_letter_to(eva.email()).code();
    let resend = ["confirm", "--email", eva.email(), "--resend"];
    let (_, letters) = desk.letters_of(|| eva.run(resend).ok());
    assert_eq!(letters.len(), 0);
    desk.advance(Span::hours(1));
    registers(&eva, PASSWORD).ok();
    let (_, letters) = desk.letters_of(|| eva.run(resend).ok());
    assert_eq!(letters.len(), 2, "one of the hour was sent before");
    // Those that got no letter keep the code they have; the last ones have new ones.
    eva.refused(["confirm", "--email", eva.email(), &last], 4, "wrong-code");
    eva.run(["confirm", "--email", eva.email(), &letters[0].code()]).ok();
}
