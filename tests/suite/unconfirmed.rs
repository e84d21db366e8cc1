//! `retention.pending`: a client's account that nobody confirms goes by itself, and nothing else does.

use serde_json::{Value, json};
use taquilla::domain::time::Span;

use super::accounts::{registers, resets};
use super::support::{Desk, PASSWORD, Person};

fn create(by: &Person<'_>, name: &str, role: &str) {
    by.does(["user", "create", "--email", &format!("{name}@example.com"), "--name", name, "--role", role]);
}

fn tick(desk: &Desk, words: &[&str]) -> Value {
    desk.owner().command([&["tick"], words].concat()).mail("queue").json().run().ok().json()
}

/// An administrator who is still logged in days later: sessions end, a token does not.
fn admin_of(desk: &Desk) -> impl Fn(&[&str]) -> Value + '_ {
    let made = desk.admin().json(["token", "create", "--name", "Reloj", "--scope", "admin", "--expires", "366d"]);
    let token = made["token"].as_str().unwrap().to_owned();
    move |words: &[&str]| desk.owner().command(words).mail("queue").json().env("TAQUILLA_TOKEN", &token).run().ok().json()
}

#[test]
fn a_client_whom_nobody_confirms_goes_whole_and_may_register_anew() {
    let desk = Desk::staffed();
    let (sara, admin) = (desk.person("sara"), admin_of(&desk));
    admin(&["config", "set", "mail.hold", "on"]);
    for name in ["iker", "nora", "olga", "pau"] {
        create(&sara, name, "client");
    }
    create(&desk.admin(), "quim", "agent");
    registers(&desk.guest("eva"), PASSWORD).ok();
    // One has a ticket, one had it.
    let number = sara.json(["open", "--subject", "Duda", "-m", "Por teléfono", "--for", "nora"])["number"].clone();
    sara.does(["edit", number.as_str().unwrap(), "--client", "pau"]);
    desk.advance(Span::days(3));
    assert_eq!(tick(&desk, &[])["unconfirmed"], 0, "nobody has asked for it");
    // One is invited again, with a code that is good for as long as the account is.
    admin(&["config", "set", "retention.pending", "4d"]);
    admin(&["user", "reset-password", "olga"]);
    let waiting = || admin(&["mail", "queue"]).to_string();
    assert!(waiting().contains("iker@example.com"), "the invitation");
    desk.advance(Span::hours(25));
    let dry = tick(&desk, &["--dry-run"]);
    assert_eq!((&dry["unconfirmed"], &dry["dry_run"], &dry["mail"]), (&json!(1), &json!(true), &json!([])));
    assert_eq!(tick(&desk, &["--dry-run"]), dry, "a rehearsal changes nothing");
    assert_eq!(tick(&desk, &[])["unconfirmed"], 1);
    assert_eq!(tick(&desk, &[])["unconfirmed"], 0);
    assert!(!waiting().contains("iker@example.com") && waiting().contains("olga@example.com"));
    let left: Vec<_> = admin(&["user", "list"]).as_array().unwrap().iter().map(|user| user["handle"].clone()).collect();
    for name in ["nora", "olga", "pau", "quim", "ana"] {
        assert!(left.contains(&name.into()), "{name}: {left:?}");
    }
    let said = admin(&["audit"]);
    assert_eq!((&said[0]["verb"], &said[0]["via"], &said[0]["actor"]), (&"tick".into(), &"owner".into(), &Value::Null));
    assert!(said[0]["details"].to_string().contains(r#""unconfirmed":1"#), "{said}");
    // Nothing of it is left: what is dumped can be loaded, and has neither the address nor a letter to it.
    let owner = desk.owner();
    owner.does(["verify"]);
    admin(&["dump", "copia.ndjson"]);
    let text = std::fs::read_to_string(desk.home().join("copia.ndjson")).unwrap();
    assert!(text.contains("olga@example.com") && !text.contains("iker@example.com"));
    let copy = desk.home().join("copia");
    for line in [&["load", "copia.ndjson"][..], &["verify"], &["tick"]] {
        owner.command([&["--desk", copy.to_str().unwrap()], line].concat()).mail("queue").run().ok();
    }
    // The address may have an account anew, under the same name.
    admin(&["config", "set", "mail.hold", "off"]);
    let iker = desk.guest("iker");
    registers(&iker, PASSWORD).ok();
    let code = desk.last_letter_to(iker.email()).code();
    assert_eq!(iker.json(["confirm", "--email", iker.email(), &code])["handle"], "iker");
    desk.advance(Span::days(30));
    assert_eq!(tick(&desk, &[])["unconfirmed"], 1, "whoever was invited again");
    assert_eq!(tick(&desk, &[])["unconfirmed"], 0, "whoever confirmed stays");
    owner.does(["verify"]);
}

#[test]
fn an_invitation_is_good_for_as_long_as_its_account_and_both_go_in_passing() {
    let desk = Desk::staffed();
    let (sara, admin) = (desk.person("sara"), admin_of(&desk));
    admin(&["config", "set", "retention.pending", "2h"]);
    let (iker, quim) = (desk.guest("iker"), desk.guest("quim"));
    for (who, role) in [(&iker, "client"), (&quim, "agent")] {
        desk.admin().run(["user", "create", "--email", who.email(), "--name", who.name(), "--role", role]).ok();
    }
    let letter = desk.last_letter_to(iker.email());
    assert!(letter.body().contains("11:00") || letter.body().contains("12:00"), "{}", letter.body());
    let codes = [&iker, &quim].map(|who| desk.last_letter_to(who.email()).code());
    desk.advance(Span::hours(2));
    resets(&iker, &codes[0], PASSWORD).refused(4, "wrong-code");
    sara.json(["user", "show", "iker"]);
    desk.advance(Span::seconds(1));
    desk.person("ana").opens("Duda");
    sara.refused(["user", "show", "iker"], 3, "person-not-found");
    // Staff stay, and their invitations live as long as ever.
    resets(&quim, &codes[1], PASSWORD).ok();
    let links = admin(&["audit"]);
    let told = links.as_array().unwrap().iter().find(|link| link["verb"] == "tick").unwrap();
    assert_eq!((&told["details"][0]["account"], &told["details"][0]["what"]), (&"iker".into(), &"unconfirmed".into()), "{told}");
}
