//! Accepting the house rules: before one writes, again when they change, and never again because of the language.

use taquilla::domain::time::Span;

use super::support::Desk;

fn set(desk: &Desk, key: &str, value: &str) {
    desk.admin().does(["config", "set", key, value]);
}

#[test]
fn accepting_is_recorded_with_the_version_of_the_text_and_asked_again_when_it_changes() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let (number, closed) = (ana.opens("Una"), ana.opens("Otra"));
    ana.does(["close", &closed]);
    let first = ana.json(["rules"]);
    let registered = ana.json(["profile"]);
    assert_eq!((&first["accepted_version"], &first["must_accept"]), (&first["version"], &false.into()));
    assert_eq!((&registered["rules_version"], &registered["rules_accepted_at"]), (&first["version"], &first["accepted_at"]));

    set(&desk, "rules.text.es", "Sea breve.");
    let second = ana.json(["rules"]);
    assert_ne!(second["version"], first["version"]);
    assert_eq!((&second["accepted_version"], &second["must_accept"]), (&first["version"], &true.into()));
    // The English words are still those that nobody of this desk has read: only who accepted those may go on with them.
    for line in [&["open", "-m", "Hola"][..], &["reply", &number, "-m", "Hola"], &["reopen", &closed]] {
        let error = ana.refused(line, 2, "rules-changed");
        assert!(error["hint"].as_str().unwrap().contains("--accept-rules"), "{error}");
        assert!(ana.run([line, &["--accept-rules", "--dry-run"]].concat()).ok().text().contains(' '));
    }
    assert_eq!(ana.json(["profile"])["rules_version"], first["version"], "rehearsing accepts nothing");
    // Reading, closing, searching and one's profile stay possible; a last word is writing.
    ana.json(["show", &number]);
    ana.json(["list"]);
    ana.refused(["close", &number, "-m", "Gracias"], 2, "rules-changed");
    ana.does(["close", &number, "-m", "Gracias", "--accept-rules", "--dry-run"]);
    ana.does(["close", &number]);
    ana.does(["profile", "--name", "Ana López"]);

    desk.advance(Span::hours(1));
    ana.does(["reopen", &closed, "--accept-rules"]);
    let accepted = ana.json(["profile"]);
    assert_eq!(accepted["rules_version"], second["version"]);
    assert_eq!(accepted["rules_accepted_at"], desk.now().to_rfc3339());
    assert_eq!(sara.json(["user", "show", "ana"])["rules_version"], second["version"]);
    ana.does(["reply", &closed, "-m", "Hola"]);
    set(&desk, "rules.text.es", "Sea muy breve.");
    desk.advance(Span::days(7));
    ana.log_in().ok();
    ana.refused(["remind", &closed, "-m", "Sigo esperando"], 2, "rules-changed");
    ana.does(["remind", &closed, "-m", "Sigo esperando", "--accept-rules"]);
    desk.admin().log_in().ok();
    let audit = desk.admin().run(["audit", "--user", "ana", "--json"]).ok();
    assert!(audit.text().contains(&format!("\"accepted\":{}", second["version"])), "{audit}");
    set(&desk, "rules.text.es", "Sea brevísimo.");
    ana.does(["close", &number, "-m", "Gracias", "--accept-rules"]);
    assert_eq!(ana.json(["profile"])["rules_version"], ana.json(["rules"])["version"]);
    sara.log_in().ok();
    sara.refused(["close", &closed, "--accept-rules"], 5, "not-allowed");
}

#[test]
fn rules_accept_does_it_alone_and_doing_it_twice_is_safe() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    assert_eq!(ana.json(["rules", "--accept"])["changed"], false);
    set(&desk, "privacy.text.es", "Guardamos lo justo.");
    let rehearsed = ana.json(["rules", "--accept", "-n"]);
    assert_eq!((&rehearsed["changed"], &rehearsed["dry_run"]), (&true.into(), &true.into()));
    ana.refused(["open", "-m", "Hola"], 2, "rules-changed");
    let accepted = ana.json(["rules", "--accept"]);
    assert_eq!((&accepted["changed"], &accepted["must_accept"]), (&true.into(), &false.into()));
    ana.opens("Una");
    // Nobody accepts for somebody else, and staff have nothing to accept.
    sara.refused(["rules", "--accept"], 5, "not-allowed");
    sara.refused(["open", "--for", "ana", "-m", "Hola", "--accept-rules"], 5, "not-allowed");
    set(&desk, "rules.text.es", "Otras.");
    sara.does(["open", "--for", "ana", "-m", "Hola"]);
    assert_eq!(sara.json(["rules"])["must_accept"], false);
    desk.guest("olga").refused(["rules", "--accept"], 4, "not-logged-in");
}

#[test]
fn nobody_is_asked_again_for_another_language_or_another_telephone() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let spanish = ana.json(["rules"]);
    let english = ana.json(["rules", "--lang", "en"]);
    assert_ne!(spanish["version"], english["version"]);
    assert_eq!(english["must_accept"], false);
    ana.does(["profile", "--lang", "en"]);
    let number = ana.opens("One");
    set(&desk, "desk.phone", "807 455 110");
    set(&desk, "desk.phone_hours", "lunes a viernes, de 9 a 14 h");
    assert_eq!(ana.json(["rules", "--lang", "es"])["version"], spanish["version"]);
    ana.does(["reply", &number, "-m", "Hello"]);
    set(&desk, "rules.text.es", "Sea breve.");
    ana.refused(["reply", &number, "-m", "Hello"], 2, "rules-changed");
    let accepted = ana.json(["rules", "--accept"]);
    // What the desk wrote in one language holds in both: nobody gets past it by reading another.
    assert_eq!((&accepted["rules"], &accepted["changed"]), (&"Sea breve.".into(), &true.into()));
    assert_ne!(accepted["accepted_version"], english["version"]);
    ana.does(["profile", "--lang", "es"]);
    ana.does(["reply", &number, "-m", "Hola"]);
    set(&desk, "rules.text.en", "Be brief.");
    assert_eq!(ana.json(["rules", "--lang", "en"])["rules"], "Be brief.");
    desk.admin().does(["config", "unset", "rules.text.en"]);
    // What was accepted once is in force again when it is taken back.
    desk.admin().does(["config", "set", "rules.text.es", "Sea muy breve."]);
    ana.does(["close", &number]);
    ana.refused(["reopen", &number], 2, "rules-changed");
    set(&desk, "rules.text.es", "Sea breve.");
    ana.does(["reopen", &number]);
}
