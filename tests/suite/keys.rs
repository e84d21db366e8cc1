//! Keys where nobody is logged in yet, and where a secret is a part of what was asked: once is once, another thing is another.

use super::support::{Desk, Outcome, PASSWORD, Person};

const OTHER: &str = "otra clave bien larga 8";
const THIRD: &str = "una tercera clave larga 9";

fn types(person: &Person<'_>, line: &[&str], secrets: &[&str]) -> Outcome {
    let input: String = secrets.iter().map(|secret| format!("{secret}\n")).collect();
    person.command(line).json().stdin(input).run()
}

#[test]
fn a_key_stands_for_the_passwords_too() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let line = ["password", "change", "--password-stdin", "--key", "k"];
    let first = types(&ana, &line, &[PASSWORD, OTHER]).ok();
    assert_eq!(first.json()["changed"], true);
    assert_eq!(types(&ana, &line, &[PASSWORD, OTHER]).ok().stdout, first.stdout);
    types(&ana, &line, &[OTHER, THIRD]).refused(6, "key-reused");
    types(&ana, &line, &[PASSWORD, THIRD]).refused(6, "key-reused");
    let log_in = |password| types(&ana.elsewhere(), &["login", "--handle", "ana", "--password-stdin"], &[password]);
    log_in(THIRD).refused(4, "wrong-login");
    log_in(OTHER).ok();
}

#[test]
fn whoever_registers_twice_under_a_key_gets_one_letter() {
    let desk = Desk::staffed();
    let eva = desk.guest("eva");
    let register = ["register", "--email", eva.email(), "--name", "Eva", "--password-stdin", "--accept-rules", "--key", "uno"];
    let first = types(&eva, &register, &[PASSWORD]).ok();
    let (again, letters) = desk.letters_of(|| types(&eva, &register, &[PASSWORD]).ok());
    assert_eq!((&again.stdout, letters.len()), (&first.stdout, 0));
    types(&eva, &register, &[OTHER]).refused(6, "key-reused");
    // A wrong code leaves no key, and another code is another thing.
    let code = desk.last_letter_to(eva.email()).code();
    let confirm = |code: &str| eva.command(["confirm", "--email", eva.email(), code, "--key", "dos"]).json().run();
    confirm("AAAA-AAAA").refused(4, "wrong-code");
    confirm("AAAA-AAAA").refused(4, "wrong-code");
    let confirmed = confirm(&code).ok();
    assert_eq!(confirmed.json()["handle"], "eva");
    let (again, letters) = desk.letters_of(|| confirm(&code).ok());
    assert_eq!((&again.stdout, letters.len()), (&confirmed.stdout, 0));
    confirm("AAAA-AAAA").refused(6, "key-reused");
    assert_eq!(eva.handle(), "eva");
    assert_eq!(desk.owner().json(["verify"])["sound"], true, "a key may be nobody's");
    // What Eva calls `dos` herself is something else.
    let opened = eva.command(["open", "-m", "Hola", "--key", "dos"]).json().run().ok();
    assert_eq!(eva.command(["open", "-m", "Hola", "--key", "dos"]).json().run().ok().stdout, opened.stdout);
}

#[test]
fn the_keys_of_people_who_are_not_logged_in_are_each_ones_own() {
    let desk = Desk::staffed();
    let eva = desk.guest("eva");
    let register = |email: &str, name: &str| {
        let line = ["register", "--email", email, "--name", name, "--password-stdin", "--accept-rules", "--key", "lunes"];
        types(&eva, &line, &[PASSWORD])
    };
    let first = register("uno@example.com", "Uno").ok();
    let (other, letters) = desk.letters_of(|| register("dos@example.com", "Dos").ok());
    assert_eq!((other.json()["email"].as_str(), letters.len()), (Some("dos@example.com"), 1), "{other}");
    // Once for each, however they write their address.
    let (again, letters) = desk.letters_of(|| register("uno@example.com", "Uno").ok());
    assert_eq!((&again.stdout, letters.len()), (&first.stdout, 0));
    register("uno@example.com", "Otro").refused(6, "key-reused");
    register("UNO@example.com", "Uno").refused(6, "key-reused");
    let ask = |line: &[&str]| eva.command([line, &["--key", "lunes"]].concat()).json().run();
    for who in ["ana", "bruno"] {
        let (_, letters) = desk.letters_of(|| ask(&["password", "forgot", "--email", desk.person(who).email()]).ok());
        assert_eq!(letters.len(), 1, "{who}");
        ask(&["confirm", "--resend", "--email", desk.person(who).email()]).refused(6, "key-reused");
    }
    let number = desk.person("ana").opens("Una");
    ask(&["status", &number, "--email", desk.person("marta").email()]).ok();
    ask(&["status", &number, "--email", desk.person("ana").email()]).refused(6, "key-reused");
    // Nor do they meet those of the upkeep.
    desk.owner().command(["mail", "flush", "--key", "lunes"]).run().ok();
}

#[test]
fn codes_are_asked_for_once_under_a_key() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    for (line, letters) in [
        (&["password", "forgot", "--email", ana.email(), "--key", "tres"][..], 1),
        (&["confirm", "--resend", "--email", "nadie@example.com", "--key", "cuatro"], 0),
    ] {
        let (first, sent) = desk.letters_of(|| ana.command(line).json().run().ok());
        assert_eq!(sent.len(), letters, "{line:?}");
        let (again, sent) = desk.letters_of(|| ana.command(line).json().run().ok());
        assert_eq!((again.stdout, sent.len()), (first.stdout, 0), "{line:?}");
    }
    let code = desk.last_letter_to(ana.email()).code();
    let reset = ["password", "reset", "--email", ana.email(), &code, "--password-stdin", "--key", "cinco"];
    let first = types(&ana, &reset, &[OTHER]).ok();
    assert_eq!(types(&ana, &reset, &[OTHER]).ok().stdout, first.stdout);
    types(&ana, &reset, &[THIRD]).refused(6, "key-reused");
    assert_eq!(ana.handle(), "ana", "the session of the first time holds");
}

#[test]
fn a_desk_is_made_once_under_a_key() {
    let desk = Desk::missing();
    let admin = desk.admin();
    let init = |name: &str, more: &[&str]| {
        let line = ["init", "--name", name, "--admin-email", admin.email(), "--admin-name", "Alba", "--password-stdin"];
        types(&admin, &[&line[..], more].concat(), &[PASSWORD])
    };
    let rehearsal = init("Uno", &["-n"]).ok().json();
    assert_eq!((&rehearsal["name"], &rehearsal["dry_run"]), (&"Uno".into(), &true.into()));
    assert!(!desk.path().exists(), "a rehearsal makes nothing");
    let first = init("Uno", &["--key", "k"]).ok();
    assert_eq!(init("Uno", &["--key", "k"]).ok().stdout, first.stdout);
    init("Dos", &["--key", "k"]).refused(6, "key-reused");
    init("Uno", &["--key", "otra"]).refused(6, "desk-exists");
    init("Uno", &[]).refused(6, "desk-exists");
}

#[test]
fn letters_are_flushed_once_under_a_key() {
    let desk = Desk::staffed();
    desk.person("ana").opens("Una");
    let owner = desk.owner();
    let rehearsal = owner.json(["mail", "flush", "-n"]);
    assert!(rehearsal["waiting"].as_u64().unwrap() > 0 && rehearsal["sent"] == 0 && rehearsal["dry_run"] == true, "{rehearsal}");
    assert_eq!(rehearsal["mail"].as_array().unwrap().len() as u64, rehearsal["waiting"].as_u64().unwrap());
    let first = owner.command(["mail", "flush", "--key", "k"]).json().run().ok();
    assert_eq!((first.json()["sent"].as_u64(), first.json()["waiting"].as_u64()), (rehearsal["waiting"].as_u64(), Some(0)));
    desk.person("ana").opens("Otra");
    assert_eq!(owner.command(["mail", "flush", "--key", "k"]).json().run().ok().stdout, first.stdout);
    assert!(owner.json(["mail", "flush"])["sent"].as_u64().unwrap() > 0);
}

#[test]
fn a_key_gives_nothing_to_whoever_may_not_do_it_any_more() {
    let desk = Desk::staffed();
    let (ana, sara, carmen) = (desk.person("ana"), desk.person("sara"), desk.person("carmen"));
    let number = ana.opens("Una");
    let token = |scope: &str| {
        let made = sara.does(["token", "create", "--name", scope, "--scope", scope, "--expires", "2d"]);
        made.text().trim_end().to_owned()
    };
    let (reads, assigns, all) = (token("read"), token("assign"), token("admin"));
    let with = |token: &str, line: &[&str]| {
        sara.elsewhere().command(line).json().mail("queue").env("TAQUILLA_TOKEN", token).stdin("una\notra\n").run()
    };
    let line = ["assign", &number, "--to", "marta", "--key", "k"];
    let first = sara.command(line).json().mail("queue").run().ok();
    assert_eq!(first.json()[0]["changed"], true);
    assert_eq!(with(&assigns, &line).ok().stdout, first.stdout, "the same account, by whatever way");
    with(&reads, &line).refused(5, "outside-scope");
    // Under the same key other accounts have something else.
    assert_eq!(carmen.command(line).json().run().ok().json()[0]["changed"], false);
    desk.person("mateo").refused(line, 5, "not-allowed");
    sara.does(["token", "revoke", "2"]);
    with(&assigns, &line).refused(4, "token-invalid");
    let password = ["password", "change", "--password-stdin", "--key", "p"];
    types(&sara, &password, &[PASSWORD, OTHER]).ok();
    with(&all, &password).refused(4, "token-invalid");
    let all = token("write");
    with(&all, &password).refused(5, "not-with-token");
    assert_eq!(with(&all, &line).ok().stdout, first.stdout);
    desk.advance(taquilla::domain::time::Span::days(3));
    with(&all, &line).refused(4, "token-invalid");
    let (again, admin) = (sara.elsewhere(), desk.admin().elsewhere());
    admin.log_in().ok();
    admin.does(["user", "role", "sara", "agent"]);
    types(&again, &["login", "--handle", "sara", "--password-stdin"], &[OTHER]).ok();
    again.refused(line, 5, "not-allowed");
}
