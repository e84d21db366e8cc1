//! Tokens from outside: shown once, as strong as role and scope together, ended with whatever ends a session.

mod limit;
mod shown;

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use serde_json::Value;
use taquilla::domain::time::Span;

use super::support::{Desk, Outcome, PASSWORD, Person};

const OTHER: &str = "otra clave bien larga 8";

/// Makes a token and gives it.
#[track_caller]
fn token(person: &Person<'_>, name: &str, more: &[&str]) -> String {
    let made = person.does([&["token", "create", "--name", name][..], more].concat());
    made.text().trim_end().to_owned()
}

/// Runs a command line with a token, from where nobody is logged in.
#[track_caller]
fn with(person: &Person<'_>, token: &str, line: &[&str]) -> Outcome {
    person.elsewhere().command(line).json().mail("queue").env("TAQUILLA_TOKEN", token).run()
}

/// The tokens that somebody is shown.
#[track_caller]
fn listed(person: &Person<'_>) -> Vec<Value> {
    person.json(["token", "list"]).as_array().unwrap().clone()
}

#[test]
fn a_token_is_shown_once_and_stands_for_its_owner() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let made = sara.command(["token", "create", "--name", "Lista", "--scope", "assign", "--expires", "30d"]).run().ok();
    let lines: Vec<_> = made.text().lines().collect();
    assert_eq!(lines.len(), 1, "the token alone is data: {made}");
    assert!(lines[0].starts_with("tqt_") && lines[0].len() == 56, "{made}");
    assert!(!made.talk().contains("tqt_") && made.talk().contains("Lista"), "{made}");
    let me = with(&sara, lines[0], &["whoami"]).ok().json();
    assert_eq!((&me["handle"], &me["via"], &me["scope"]), (&"sara".into(), &"token".into(), &"assign".into()));
    assert_eq!(me["expires_at"], "2026-12-23T09:00:00Z");
    let all = listed(&sara);
    assert_eq!((all.len(), &all[0]["name"], &all[0]["status"]), (1, &"Lista".into(), &"live".into()));
    for shown in [sara.json(["token", "list"]).to_string(), sara.run(["token", "list"]).ok().text().to_owned()] {
        assert!(!shown.contains("tqt_"), "{shown}");
    }
    let object = sara.json(["token", "create", "--name", "Otra"]);
    assert_eq!((&object["id"], &object["scope"], &object["changed"]), (&"2".into(), &"read".into(), &true.into()));
    assert_eq!(object["expires_at"], "2027-02-21T09:00:00Z", "90 days");
    // What the desk keeps of both is of no use to whoever reads its file.
    let file = std::fs::read(desk.path().join("desk.redb")).unwrap();
    for secret in [lines[0], object["token"].as_str().unwrap()] {
        assert!(!file.windows(secret.len()).any(|part| part == secret.as_bytes()));
    }
}

#[test]
fn a_token_may_do_what_role_and_scope_both_allow() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let (open, closed) = (ana.opens("Una"), ana.opens("Dos"));
    sara.does(["assign", &open, "--to", "marta"]);
    sara.does(["close", &closed]);
    let scopes = ["read", "assign", "write", "admin"];
    let admin = desk.admin();
    let of = |person: &Person<'_>| scopes.map(|scope| token(person, scope, &["--scope", scope]));
    let (saras, admins) = (of(&sara), of(&admin));
    let try_all = |person: &Person<'_>, tokens: &[String; 4], needed: usize, line: &[&str]| {
        for (place, token) in tokens.iter().enumerate() {
            let answer = with(person, token, line);
            if place >= needed {
                answer.ok();
            } else {
                let told = answer.refused(5, "outside-scope").error();
                assert!(told["hint"].as_str().unwrap().contains(&format!("--scope {}", scopes[needed])), "{told}");
            }
        }
    };
    let lines: [(usize, &[&str]); 17] = [
        (0, &["list"]),
        (0, &["show", &open, "--no-mark"]),
        (0, &["user", "list"]),
        (0, &["mail", "queue"]),
        (0, &["token", "list"]),
        (0, &["profile"]),
        (1, &["assign", &open, "--to", "mateo", "-n"]),
        (1, &["release", &open, "-n"]),
        (1, &["priority", &open, "high", "-n"]),
        (2, &["open", "-m", "Hola", "--for", "ana", "-n"]),
        (2, &["reply", &open, "-m", "Hola", "-n"]),
        (2, &["note", &open, "-m", "Hola", "-n"]),
        (2, &["close", &open, "-n"]),
        (2, &["reopen", &closed, "-n"]),
        (2, &["edit", &open, "--subject", "Otra", "-n"]),
        (3, &["user", "create", "--email", "z@example.com", "--name", "Zoe", "--role", "client", "-n"]),
        (3, &["profile", "--name", "Sarita", "-n"]),
    ];
    for (needed, line) in lines {
        try_all(&sara, &saras, needed, line);
    }
    for (needed, line) in [
        (0, &["audit"][..]),
        (0, &["config", "list"]),
        (3, &["config", "set", "desk.phone", "900", "-n"]),
        (3, &["user", "role", "mateo", "care", "-n"]),
        (3, &["topic", "add", "Historia", "-n"]),
        (3, &["mail", "test", "--to", "a@example.com", "-n"]),
    ] {
        try_all(&admin, &admins, needed, line);
        // No scope makes up for the role, which is asked first.
        for token in &saras {
            with(&sara, token, line).refused(5, "not-allowed");
        }
    }
    // Whoever has none may not make one, and no token changes the password.
    ana.refused(["token", "create", "--name", "x"], 5, "not-allowed");
    ana.refused(["token", "list"], 5, "not-allowed");
    let change = ["--json", "password", "change", "--password-stdin"];
    for token in &admins {
        let passwords = format!("{PASSWORD}\n{OTHER}\n");
        let answer = admin.command(change).env("TAQUILLA_TOKEN", token).stdin(passwords).run();
        answer.refused(5, "not-with-token");
    }
    // A token would outlive the one that made it, and its revocation: no scope is enough, so that none is asked for.
    for (token, person) in saras.iter().map(|token| (token, &sara)).chain(admins.iter().map(|token| (token, &admin))) {
        with(person, token, &["token", "create", "--name", "Nuevo"]).refused(5, "not-with-token");
    }
}

#[test]
fn a_token_that_will_not_do_is_refused_though_there_is_a_session() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let good = token(&sara, "Lista", &["--expires", "12h"]);
    let logged_in = |token: &OsStr| sara.command(["--json", "list"]).env("TAQUILLA_TOKEN", token).run();
    let mut wrong: Vec<Vec<u8>> = ["x", " ", "tqt_", "tq_", "-"].map(|text| text.as_bytes().to_vec()).into();
    wrong.push(good.to_uppercase().into_bytes());
    wrong.push(format!("{good}a").into_bytes());
    wrong.push(good[..good.len() - 1].into());
    wrong.push(vec![0xff, 0xfe]);
    wrong.push(vec![b'a'; 100_000]);
    let first = logged_in(OsStr::new("nada")).refused(4, "token-invalid").error();
    for text in &wrong {
        assert_eq!(logged_in(OsStr::from_bytes(text)).refused(4, "token-invalid").error(), first, "one answer");
    }
    logged_in(OsStr::new("")).ok();
    logged_in(OsStr::new(&format!("{good}\n"))).ok();
    // The token beats the session: it is whose it is.
    let admins = token(&desk.admin(), "Todo", &[]);
    assert_eq!(sara.command(["whoami", "--json"]).env("TAQUILLA_TOKEN", &admins).run().ok().json()["role"], "admin");
    desk.advance(Span::hours(12));
    assert_eq!(with(&sara, &good, &["list"]).refused(4, "token-invalid").error(), first, "expired");
    assert_eq!(with(&sara, &good, &["assign", "999999", "--to", "marta"]).refused(4, "token-invalid").error(), first);
    sara.log_in().ok();
    let revoked = token(&sara, "Otra", &[]);
    with(&sara, &revoked, &["list"]).ok();
    let id = listed(&sara).pop().unwrap()["id"].as_str().unwrap().to_owned();
    assert_eq!(sara.json(["token", "revoke", &id])["changed"], true);
    assert_eq!(sara.json(["token", "revoke", &id])["changed"], false);
    assert_eq!(with(&sara, &revoked, &["list"]).refused(4, "token-invalid").error(), first, "revoked");
    assert_eq!(listed(&sara).iter().map(|token| token["status"].clone()).collect::<Vec<_>>(), ["expired", "revoked"]);
    // What anybody may do needs no token, also not a good one.
    with(&sara, "nada", &["rules"]).ok();
    with(&sara, "nada", &["verify"]).ok();
}

#[test]
fn tokens_end_with_what_ends_sessions() {
    let desk = Desk::staffed();
    let (sara, admin) = (desk.person("sara"), desk.admin());
    let end = |what: &str, deed: &dyn Fn()| {
        let secret = token(&sara, what, &[]);
        with(&sara, &secret, &["whoami"]).ok();
        deed();
        with(&sara, &secret, &["whoami"]).refused(4, "token-invalid");
    };
    let types = |line: &[&str], input: String| drop(sara.command(line).stdin(input).run().ok());
    end("clave", &|| types(&["password", "change", "--password-stdin"], format!("{PASSWORD}\n{OTHER}\n")));
    let reset = || {
        let code = desk.last_letter_to(sara.email()).code();
        types(&["password", "reset", "--email", sara.email(), &code, "--password-stdin"], format!("{PASSWORD}\n"));
    };
    sara.run(["password", "forgot", "--email", sara.email()]).ok();
    end("olvidada", &reset);
    end("por administración", &|| drop(admin.run(["user", "reset-password", "sara"]).ok()));
    reset();
    end("dirección", &|| {
        sara.run(["profile", "--email", "sara.nueva@example.com"]).ok();
        let code = desk.last_letter_to("sara.nueva@example.com").code();
        sara.run(["confirm", "--email", "sara.nueva@example.com", &code]).ok();
    });
    end("función", &|| drop(admin.does(["user", "role", "sara", "care"])));
    let login = ["login", "--handle", "sara", "--password-stdin"];
    types(&login, format!("{PASSWORD}\n"));
    let secret = token(&sara, "suspensión", &[]);
    admin.does(["user", "suspend", "sara", "--reason", "Baja"]);
    with(&sara, &secret, &["whoami"]).refused(4, "token-invalid");
    admin.does(["user", "reinstate", "sara"]);
    with(&sara, &secret, &["whoami"]).refused(4, "token-invalid");
    // Logging out is about sessions, and says so where a token is at hand.
    types(&login, format!("{PASSWORD}\n"));
    let kept = token(&sara, "queda", &[]);
    let out = sara.command(["logout", "--everywhere"]).env("TAQUILLA_TOKEN", &kept).run().ok();
    assert!(out.talk().contains("TAQUILLA_TOKEN"), "{out}");
    with(&sara, &kept, &["whoami"]).ok();
    sara.refused(["whoami"], 4, "not-logged-in");
    let back = sara.command(login).env("TAQUILLA_TOKEN", &kept).stdin(format!("{PASSWORD}\n")).run().ok();
    assert!(back.talk().contains("TAQUILLA_TOKEN"), "{back}");
}

#[test]
fn ones_own_tokens_and_for_administrators_everybodys() {
    let desk = Desk::staffed();
    let (sara, marta, admin) = (desk.person("sara"), desk.person("marta"), desk.admin());
    for (person, name) in [(&sara, "de Sara"), (&marta, "de Marta"), (&admin, "de Alba")] {
        token(person, name, &[]);
    }
    let names = |person: &Person<'_>| listed(person).iter().map(|token| token["name"].clone()).collect::<Vec<_>>();
    assert_eq!(names(&sara), ["de Sara"]);
    assert_eq!(names(&marta), ["de Marta"]);
    assert_eq!(names(&admin), ["de Sara", "de Marta", "de Alba"]);
    // Somebody else's and one that there is not are the same, byte for byte.
    let not_there = sara.refused(["token", "revoke", "9"], 3, "token-not-found").to_string().replace('9', "N");
    assert_eq!(sara.refused(["token", "revoke", "2"], 3, "token-not-found").to_string().replace('2', "N"), not_there);
    for wrong in ["x", "-1", "99999999999999999999", ""] {
        let answer = sara.command(["--json", "token", "revoke", "--", wrong]).run();
        assert!(matches!(answer.code, Some(2 | 3)), "{answer}");
    }
    admin.does(["token", "revoke", "1"]);
    assert_eq!(listed(&sara)[0]["status"], "revoked");
    let owner = &admin.json(["token", "list", "--fields", "owner.handle,id"])[1];
    assert_eq!((&owner["owner.handle"], &owner["id"]), (&"marta".into(), &"2".into()));
}

#[test]
fn a_name_is_one_live_tokens_and_an_end_is_within_a_year() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    token(&sara, "Lista", &[]);
    sara.refused(["token", "create", "--name", " Lista "], 6, "token-name-taken");
    token(&desk.person("marta"), "Lista", &[]);
    sara.does(["token", "revoke", "1"]);
    token(&sara, "Lista", &[]);
    for name in ["", "  ", &"a".repeat(61), "a\u{1b}[31m"] {
        let told = sara.refused(["token", "create", "--name", name], 2, "bad-value");
        assert!(told["message"].as_str().unwrap().contains("token"), "{told}");
    }
    let try_end = |end: &str| sara.command(["--json", "token", "create", "--name", "Fin", "-n", "--expires", end]).run();
    for (end, at) in [
        ("12h", "2026-11-23T21:00:00Z"),
        ("366d", "2027-11-24T09:00:00Z"),
        // The day is included, in the desk's zone.
        ("2026-11-23", "2026-11-23T23:00:00Z"),
        ("2027-03-31", "2027-03-31T22:00:00Z"),
        ("2026-12-01T10:00:00+01:00", "2026-12-01T09:00:00Z"),
    ] {
        let made = try_end(end).ok().json();
        assert_eq!((&made["expires_at"], &made["token"], &made["dry_run"]), (&at.into(), &Value::Null, &true.into()), "{end}");
    }
    for wrong in ["0d", "367d", "2026-11-22", "2027-12-01", "never", "", "3y", "-3d", "99999999999d"] {
        let answer = sara.command(["--json", "token", "create", "--name", "Fin", "-n", &format!("--expires={wrong}")]).run();
        answer.exits(2);
    }
    assert_eq!(listed(&sara).len(), 2, "rehearsals made none");
    // To print it again it would have to be kept; the help says so.
    sara.command(["--json", "token", "create", "--name", "Otra", "--key", "k"]).run().exits(2);
    for (language, why) in [("es", "habría que guardarlo"), ("en", "have to be kept")] {
        let help = sara.run(["--lang", language, "token", "create", "--help"]).ok();
        assert!(help.text().contains("--key") && help.text().contains(why), "{help}");
    }
    let revoke = ["token", "revoke", "3", "--key", "k"];
    let first = sara.command(revoke).json().run().ok();
    assert_eq!(first.json()["changed"], true);
    assert_eq!(sara.command(revoke).json().run().ok().stdout, first.stdout);
}

#[test]
fn the_last_use_is_known_to_half_an_hour_and_what_ended_is_forgotten() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let secret = token(&sara, "Lista", &["--expires", "7d", "--scope", "write"]);
    let used = || listed(&sara)[0]["used_at"].clone();
    assert_eq!(used(), Value::Null);
    desk.advance(Span::minutes(1));
    with(&sara, &secret, &["list"]).ok();
    assert_eq!(used(), "2026-11-23T09:01:00Z", "reading is using");
    desk.advance(Span::minutes(29));
    with(&sara, &secret, &["list"]).ok();
    assert_eq!(used(), "2026-11-23T09:01:00Z");
    desk.advance(Span::minutes(1));
    with(&sara, &secret, &["open", "--for", "ana", "-m", "Hola"]).ok();
    assert_eq!(used(), "2026-11-23T09:31:00Z");
    desk.advance(Span::days(36));
    sara.log_in().ok();
    assert_eq!(listed(&sara)[0]["status"], "expired");
    desk.advance(Span::days(2));
    sara.log_in().ok();
    assert_eq!(listed(&sara), [Value::Null; 0], "swept in passing");
    assert_eq!(sara.json(["token", "create", "--name", "Otra"])["id"], "2", "no id is given twice");
    // What was done with it is still told by its name.
    let done = desk.admin();
    done.log_in().ok();
    let links = done.json(["audit", "--user", "sara"]);
    let open = links.as_array().unwrap().iter().find(|link| link["verb"] == "open").unwrap();
    assert_eq!(open["token"], serde_json::json!({ "id": "1", "name": "Lista" }));
    assert_eq!(desk.owner().json(["verify"])["sound"], true);
}

#[test]
fn a_token_speaks_its_owners_language_and_leaves_sessions_alone() {
    let desk = Desk::staffed();
    let (marta, sara) = (desk.person("marta"), desk.person("sara"));
    marta.does(["profile", "--lang", "en"]);
    let secret = token(&marta, "List", &[]);
    let says = |line: &[&str]| {
        let outcome = sara.command(line).env("TAQUILLA_TOKEN", &secret).run().ok();
        outcome.text().to_owned() + outcome.talk()
    };
    assert!(says(&["list"]).contains("There are no tickets"));
    assert!(says(&["--help"]).contains("Usage"));
    assert!(says(&["--lang", "es", "list"]).contains("No hay ningún ticket"));
    // The copy beside the session of somebody else is not touched.
    assert!(sara.run(["--help"]).ok().text().contains("Uso"));
    assert!(sara.run(["list"]).ok().talk().contains("No hay ningún ticket"));
}
