//! What may become of an account: its own changes, suspension, the last administrator.

use super::accounts::{OTHER, resets};
use super::support::{Desk, PASSWORD};

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
    ana.refused(["whoami"], 4, "session-ended");
    ana.log_in().ok();
    ana.json(["show", &number]);
    ana.json(["list"]);
    ana.json(["attachment", &number]);
    ana.json(["profile"]);
    for line in [&["open", "-m", "Hola"][..], &["reply", &number, "-m", "Hola"], &["reopen", &closed], &["close", &number]] {
        let error = ana.refused(line, 6, "suspended");
        assert!(error["message"].as_str().unwrap().contains("Datos de contacto"), "{error}");
    }
    for option in ["--name=Otra", "--handle=otra", "--email=otra@example.com"] {
        let (_, letters) = desk.letters_of(|| ana.refused(["profile", option], 6, "suspended"));
        assert!(letters.is_empty());
        ana.refused(["profile", option, "--lang", "en"], 6, "suspended");
    }
    ana.does(["profile", "--lang", "en"]);
    ana.does(["profile", "--lang", "es"]);
    assert_eq!((&ana.json(["profile"])["handle"], &ana.json(["profile"])["lang"]), (&"ana".into(), &"es".into()));
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
    // Whoever reads at a mistyped address has the code, but not the account; and the code is not used up by that.
    let stranger = desk.person("stranger");
    stranger.refused(["confirm", "--email", "nueva@example.com", &code], 4, "not-logged-in");
    sara.refused(["confirm", "--email", "nueva@example.com", &code], 4, "not-logged-in");
    assert_eq!(ana.json(["whoami"])["email"], "ana@example.com");
    let (_, letters) = desk.letters_of(|| ana.run(["confirm", "--email", "nueva@example.com", &code]).ok());
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "ana@example.com"));
    assert_eq!(ana.json(["whoami"])["email"], "nueva@example.com");
    // Whoever was suspended meanwhile keeps the address that the desk knows them by; the code waits for better times.
    let (_, letters) = desk.letters_of(|| ana.json(["profile", "--email", "otra@example.com"]));
    let code = letters[0].code();
    sara.does(["user", "suspend", "ana", "--reason", "Ruido"]);
    ana.command(["login", "--handle", "ana", "--password-stdin"]).stdin(format!("{PASSWORD}\n")).run().ok();
    ana.refused(["confirm", "--email", "otra@example.com", &code], 6, "suspended");
    sara.does(["user", "reinstate", "ana"]);
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
