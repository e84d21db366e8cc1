//! What nobody should type, and some do: empty and enormous texts, binary files, names like options, numbers that are none.

use super::support::{Desk, Person};

/// A failure that says something, in the person's language, and leaves everything as it was.
fn refuses(person: &Person<'_>, line: &[&str], exit: i32, code: &str) {
    let error = person.refused(line, exit, code);
    let message = error["message"].as_str().unwrap();
    assert!(message.len() > 10 && !message.contains('\u{1b}') && !message.contains("panicked"), "{error}");
}

#[test]
fn texts_have_a_beginning_and_an_end() {
    let desk = Desk::staffed();
    desk.admin().does(["config", "set", "rules.burst", "100"]);
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    let most = 256 * 1024;
    desk.file("justo.txt", "á".repeat(most / 2));
    desk.file("largo.txt", "a".repeat(most + 1));
    desk.file("enorme.txt", vec![b'a'; 8 << 20]);
    desk.file("nada.txt", "");
    desk.file("blanco.txt", " \n\t\n");
    desk.file("latin1.txt", b"a\xf1o");
    desk.file("binario.bin", b"\x7fELF\0\0\x01");
    desk.file("marca.txt", "\u{feff}Hola\r\nadiós\r\n");
    for verb in [&["open"][..], &["reply", &number]] {
        let with = |rest: &[&'static str]| -> Vec<&str> { verb.iter().copied().chain(rest.iter().copied()).collect() };
        refuses(&ana, &with(&["-m", ""]), 2, "empty-message");
        refuses(&ana, &with(&["-m", " \n "]), 2, "empty-message");
        refuses(&ana, &with(&["-F", "nada.txt"]), 2, "empty-message");
        refuses(&ana, &with(&["-F", "blanco.txt"]), 2, "empty-message");
        refuses(&ana, &with(&["-F", "largo.txt"]), 6, "message-too-long");
        refuses(&ana, &with(&["-F", "enorme.txt"]), 6, "message-too-long");
        refuses(&ana, &with(&["-F", "latin1.txt"]), 2, "not-text");
        refuses(&ana, &with(&["-F", "binario.bin"]), 2, "message-not-text");
        refuses(&ana, &with(&["-F", "."]), 2, "file-is-directory");
        refuses(&ana, &with(&["-F", "no/hay"]), 2, "file-not-found");
        ana.run(["--json"].into_iter().chain(with(&["-m", "Hola", "-F", "justo.txt"]))).exits(2);
    }
    assert_eq!(ana.sees(&number)["messages"], 1, "nothing half done");
    assert_eq!(ana.json(["list"]).as_array().unwrap().len(), 1);
    ana.does(["reply", &number, "-F", "justo.txt"]);
    ana.does(["reply", &number, "-F", "marca.txt"]);
    ana.command(["reply", &number, "-F", "-"]).mail("queue").stdin("De la entrada\n").run().ok();
    ana.does(["reply", &number, "-m", "-rf / --no"]);
    let thread = ana.sees(&number)["thread"].clone();
    let bodies: Vec<_> = thread.as_array().unwrap().iter().skip(2).map(|entry| entry["body"].as_str().unwrap()).collect();
    assert_eq!(bodies, ["Hola\nadiós", "De la entrada", "-rf / --no"]);
    ana.command(["--json", "reply", &number, "-F", "-"]).stdin(vec![b'a'; most + 1]).run().refused(6, "message-too-long");
}

#[test]
fn numbers_people_and_topics_that_are_none() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    ana.opens("Una");
    for wrong in ["abc", "12 34", "../1", "1;2", "ñ1", "#", "123456789012345678901234567890123", "1\u{202e}2", "😀1"] {
        if wrong != "../1" {
            refuses(&ana, &["show", wrong], 2, "bad-value");
        }
        if !wrong.contains(' ') && wrong != "../1" {
            refuses(&sara, &["close", wrong], 2, "bad-value");
        }
    }
    for unknown in ["999999", "#999999", "0", "00000", "HIST-2019/17", "../1"] {
        refuses(&ana, &["show", unknown], 3, "ticket-not-found");
        refuses(&sara, &["close", unknown], 3, "ticket-not-found");
    }
    ana.run(["--json", "show", "-rf"]).exits(2);
    ana.run(["--json", "show"]).exits(2);
    for who in ["nadie", "nadie@example.com", "../x", "a\u{1b}[2J", "", "ñ", &"x".repeat(10_000)] {
        refuses(&sara, &["user", "show", who], 3, "person-not-found");
    }
    for who in ["nadie", "a\u{202e}b", &"x".repeat(10_000)] {
        refuses(&sara, &["list", "--from", who], 3, "person-not-found");
        refuses(&sara, &["list", "--topic", who], 3, "topic-not-found");
        refuses(&ana, &["open", "-m", "Hola", "--topic", who], 3, "topic-not-found");
    }
    for wrong in ["a\u{1b}b", " ", &"x".repeat(65)] {
        refuses(&sara, &["open", "-m", "Hola", "--for", "ana", "--external-id", wrong], 2, "bad-value");
    }
    for wrong in ["", "abc", "123", "12345678901234567", "600 000 000 ext\u{7}"] {
        let line = ["user", "edit", "ana", &format!("--phone={wrong}")];
        if wrong.is_empty() { drop(sara.does(line)) } else { refuses(&sara, &line, 2, "bad-value") }
    }
    refuses(&sara, &["user", "suspend", "ana", "--reason", " "], 2, "bad-reason");
    refuses(&sara, &["user", "suspend", "ana", "--reason", &"x".repeat(1_001)], 2, "bad-reason");
}

#[test]
fn an_empty_number_and_one_input_for_two() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    for empty in ["", " "] {
        refuses(&sara, &["assign", empty, "--to", "marta"], 2, "bad-value");
        refuses(&sara, &["close", &number, empty], 2, "bad-value");
    }
    assert_eq!(sara.command(["--json", "close", "-"]).stdin("").run().ok().json(), serde_json::json!([]));
    refuses(&sara, &["close", "-", "-F", "-"], 2, "conflict");
    refuses(&ana, &["password", "reset", "--email", ana.email(), "-", "--password-stdin"], 2, "conflict");
    refuses(&ana, &["password", "reset", "--email", ana.email(), "-", "--password-file", "-"], 2, "conflict");
    assert_eq!(ana.sees(&number)["status"], "new");
    // Standard input is called by its name.
    let told = |line: &[&str], input: &[u8], code: &str| {
        let error = ana.command(line).json().stdin(input).run().refused(2, code).error();
        assert!(!error["message"].as_str().unwrap().contains("archivo -"), "{error}");
    };
    told(&["reply", &number, "-F", "-"], b"\xff\xfe", "not-text");
    told(&["confirm", "--email", ana.email(), "-"], b"\xff\xfe\n", "not-text");
    told(&["confirm", "--email", ana.email(), "-"], b"", "missing-value");
}

#[test]
fn options_are_named_as_they_were_typed() {
    let desk = Desk::missing();
    let admin = desk.admin();
    let init = |more: &[&str], option: &str| {
        let line = ["init", "--name", "Uno", "--admin-email", "a@example.com", "--admin-name", "Alba", "--password-stdin"];
        let line: Vec<_> = match line.iter().position(|word| *word == more[0]) {
            Some(place) => [&line[..place], more, &line[place + 2..]].concat(),
            None => [&line[..], more].concat(),
        };
        let answer = admin.command(line).json().stdin(format!("{}\n", super::support::PASSWORD)).run();
        let error = answer.refused(2, "bad-value").error();
        assert!(error["message"].as_str().unwrap().contains(option), "{error}");
    };
    init(&["--admin-email", "nadie"], "--admin-email");
    init(&["--admin-name", "123"], "--admin-name");
    init(&["--name", "a\u{1b}b"], "--name");
    init(&["--timezone", "Europa/Madrid"], "--timezone");
    init(&["--mail-from", "nadie"], "--mail-from");
    assert!(!desk.path().exists());
    let staffed = Desk::staffed();
    let error = staffed.admin().refused(["mail", "test", "--to", "nadie"], 2, "bad-value");
    assert!(error["message"].as_str().unwrap().contains("--to"), "{error}");
}

#[test]
fn what_would_do_is_told() {
    let desk = Desk::staffed();
    let (ana, admin) = (desk.person("ana"), desk.admin());
    let hint = |person: &Person<'_>, line: &[&str], code: &str, part: &str| {
        let error = person.refused(line, 2, code);
        let told = format!("{} {}", error["message"].as_str().unwrap(), error["hint"].as_str().unwrap());
        assert!(told.contains(part) && !told.contains('?'), "{line:?}: {told}");
    };
    hint(&admin, &["user", "role", "ana", "docente"], "invalid-value", "Valores válidos: client, agent");
    hint(&ana, &["list", "--status", "abierto"], "bad-value", "pending");
    hint(&ana, &["list", "--since", "ayer"], "bad-value", "3d");
    for limit in ["dos", "0", "-1", "1.5", "99999999999"] {
        let limit = format!("--limit={limit}");
        hint(&ana, &["list", &limit], "invalid-value", "a partir de 1");
        hint(&ana, &["--lang", "en", "list", &limit], "invalid-value", "from 1 on");
    }
    hint(&ana, &["show", "ñ1"], "bad-value", "el número de ticket");
    hint(&ana, &["login", "--email", ana.email(), "--password-stdin"], "empty-stdin", "vacía");
}

#[test]
fn settings_and_topics_that_make_no_sense() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let before = admin.json(["config", "list"]);
    for (key, value) in [
        ("registration", "quizá"),
        ("reopen.window", "quince días"),
        ("attachment.max", "1TiB"),
        ("mail.smtp.port", "99999"),
        ("mail.smtp.tls", "ssl"),
        ("mail.from", "nadie"),
        ("mail.notify.reply", "sí"),
        ("calendar.timezone", "Europa/Madrid"),
        ("calendar.week", "lun-vie"),
        ("calendar.holidays", "2027-02-30"),
        ("rules.phone", "bloquear"),
        ("desk.lang", "fr"),
        ("desk.name", "a\u{1b}[2J"),
        ("answer.due", "-1h"),
        ("rules.burst", "0"),
    ] {
        let error = admin.refused(["config", "set", key, value], 2, "bad-setting");
        assert!(error["message"].as_str().unwrap().contains(key), "{error}");
    }
    let error = admin.refused(["config", "set", "mail.smtp.hots", "x"], 2, "no-such-setting");
    assert!(error.to_string().contains("mail.smtp.host"));
    admin.refused(["config", "get", "nada"], 2, "no-such-setting");
    for (name, text) in [
        ("roto.toml", "[desk\nname = "),
        ("malo.toml", "[desk]\nphone = \"900\"\nlang = \"fr\"\n"),
        ("otro.toml", "[nada]\nx = 1\n"),
    ] {
        desk.file(name, text);
        let answer = admin.run(["--json", "config", "import", name]);
        assert!([1, 2].contains(&answer.code.unwrap()), "{answer}");
        answer.error();
    }
    assert_eq!(admin.json(["config", "list"]), before, "all of a file or nothing");
    for wrong in ["", " ", "a / b", "a\u{202e}", &"x".repeat(500)] {
        let answer = admin.run(["--json", "topic", "add", wrong]).exits(2);
        answer.error();
    }
    admin.does(["topic", "add", "Historia"]);
    assert_eq!(admin.json(["topic", "add", "Historia"])["changed"], false);
    admin.refused(["topic", "add", "Historia", "--name-en", "History"], 6, "topic-taken");
    admin.refused(["topic", "add", "x", "--parent", "Nada"], 3, "topic-not-found");
    // Capitals and languages tell no topics apart.
    admin.refused(["topic", "add", "historia"], 6, "topic-taken");
    admin.does(["topic", "add", "Arte", "--name-en", "Art"]);
    admin.refused(["topic", "add", "ART"], 6, "topic-taken");
    admin.refused(["topic", "edit", "Historia", "--name-en", "arte"], 6, "topic-taken");
    admin.does(["topic", "add", "historia", "--parent", "Arte"]);
    admin.does(["topic", "retire", "Arte"]);
    admin.does(["topic", "retire", "Historia"]);
    admin.refused(["topic", "retire", "Reportar consulta"], 6, "last-topic");
}

#[test]
fn every_setting_is_explained_and_goes_out_and_in() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let settings = admin.json(["config", "list"]);
    for setting in settings.as_array().unwrap() {
        for key in ["key", "value", "default", "meaning"] {
            assert!(setting.get(key).is_some(), "{key}: {setting}");
        }
        assert!(setting["meaning"].as_str().unwrap().len() > 5, "{setting}");
    }
    let value = |key: &str| admin.json(["config", "get", key])["value"].as_str().unwrap().to_owned();
    assert_eq!(
        (value("reopen.window").as_str(), value("attachment.max").as_str(), value("registration").as_str()),
        ("14d", "25MiB", "open")
    );
    assert_eq!(
        (value("calendar.timezone").as_str(), value("answer.due").as_str(), value("rules.burst").as_str()),
        ("Europe/Madrid", "48h", "3")
    );
    admin.does(["config", "set", "desk.phone", "900 123 123"]);
    assert_eq!(admin.json(["config", "set", "desk.phone", "900 123 123"])["changed"], false);
    let exported = admin.run(["config", "export"]).ok().text().to_owned();
    assert!(exported.contains("900 123 123"), "{exported}");
    admin.does(["config", "unset", "desk.phone"]);
    admin.command(["config", "import", "-"]).stdin(exported.clone()).run().ok();
    assert_eq!(admin.run(["config", "export"]).ok().text(), exported);
    // People are told the same things in tables.
    let table = admin.run(["config", "list"]).ok().text().to_owned();
    for part in ["reopen.window", "Aviso: ticket asignado", "(aún sin efecto) Carpeta", "mail.template.EVENT.LANG"] {
        assert!(table.contains(part), "{part}: {table}");
    }
    assert_eq!(table.matches("mail.template.").count(), 1, "{table}");
}

#[test]
fn what_is_no_regular_file_is_not_waited_for() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    let made = std::process::Command::new("mkfifo").arg(desk.home().join("tubo")).status().unwrap();
    assert!(made.success());
    let _socket = std::os::unix::net::UnixListener::bind(desk.home().join("enchufe")).unwrap();
    for path in ["tubo", "enchufe", "/dev/zero"] {
        refuses(&ana, &["open", "-m", "Toma", "--attach", path], 2, "file-not-regular");
        refuses(&ana, &["reply", &number, "-m", "Toma", "--attach", path], 2, "file-not-regular");
        refuses(&ana, &["reply", &number, "-F", path], 2, "file-not-regular");
        refuses(&ana, &["login", "--email", ana.email(), "--password-file", path], 2, "file-not-regular");
        refuses(&desk.admin(), &["config", "import", path], 2, "file-not-regular");
    }
    refuses(&ana, &["reply", &number, "-F", "/dev/null"], 2, "empty-message");
    assert_eq!(ana.sees(&number)["messages"], 1);
    // What the shell hands over by itself is read: `-F <(program)` is a pipe of this kind.
    ana.command(["reply", &number, "-F", "/dev/stdin"]).mail("queue").stdin("De la entrada").run().ok();
    assert_eq!(ana.sees(&number)["messages"], 2);
}

#[test]
fn whoever_gives_what_will_not_do_is_told_how_it_is_written() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let number = ana.opens("Una");
    let told = |person: &Person<'_>, line: &[&str], (exit, code): (i32, &str), words: &str| {
        let error = person.refused(line, exit, code);
        let all = format!("{} {}", error["message"], error["hint"]);
        assert!(all.contains(words), "{line:?}: {error}");
    };
    let bad = (2, "bad-value");
    told(&ana, &["profile", "--handle", "Ana López"], bad, "ana-lopez");
    told(&ana, &["profile", "--email", "ana"], bad, "ana@example.com");
    told(&ana, &["profile", "--name", ""], bad, "en una sola línea");
    told(&admin, &["user", "edit", "ana", "--phone", "mucho"], bad, "+34");
    told(&ana, &["open", "--subject", "", "-m", "Hola"], (2, "bad-subject"), "vacío");
    told(&sara, &["edit", &number], (2, "missing-value"), "al menos una");
    // A client who looks for the word for answering.
    told(&ana, &["note", &number, "-m", "Gracias"], (5, "not-allowed"), &format!("taquilla responder {number}"));
    admin.does(["user", "suspend", "ana", "--reason", "Ruido"]);
    ana.log_in().ok();
    let refused = ana.refused(["open", "-m", "Hola"], 6, "suspended");
    assert!(refused["hint"].is_null(), "{refused}");
    admin.does(["config", "set", "desk.contact", "ayuda@example.org"]);
    told(&ana, &["open", "-m", "Hola"], (6, "suspended"), "ayuda@example.org");
    admin.does(["config", "set", "desk.phone", "900 123 456"]);
    told(&ana, &["open", "-m", "Hola"], (6, "suspended"), "900 123 456");
}
