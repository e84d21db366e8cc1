//! Sheets as people hand them over, for `user import` and `assign --from` alike: what spreadsheets write is read, what could only be
//! guessed at is refused by line, and what nobody can see in a cell is not in it.

use serde_json::{Value, json};

use super::support::{Desk, Outcome, Person};

fn imports(person: &Person<'_>, sheet: impl Into<Vec<u8>>) -> Outcome {
    person.command(["--json", "user", "import", "-", "--no-invite"]).mail("queue").stdin(sheet).run()
}

fn assigns(person: &Person<'_>, sheet: impl Into<Vec<u8>>, more: &[&str]) -> Outcome {
    person.command([&["--json", "assign", "--from", "-"], more].concat()).mail("queue").stdin(sheet).run()
}

fn imports_in(person: &Person<'_>, language: &str, sheet: &str) -> Outcome {
    person.command(["--json", "--lang", language, "user", "import", "-", "--no-invite"]).mail("queue").stdin(sheet).run()
}

fn utf16(text: &str) -> Vec<u8> {
    [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
}

/// A text as some program writes it.
type Written<'w> = &'w dyn Fn(&str) -> Vec<u8>;

/// The line, the code and the sentence of each refusal.
fn lines(error: &Value) -> Vec<(u64, &str, &str)> {
    let refusals = error["refusals"].as_array().unwrap().iter();
    refusals.map(|one| (one["line"].as_u64().unwrap(), one["code"].as_str().unwrap(), one["message"].as_str().unwrap())).collect()
}

#[test]
fn whatever_a_spreadsheet_writes_is_read_by_both() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let latin = |text: &str| text.chars().map(|letter| letter as u8).collect::<Vec<_>>();
    let sheets: [(&str, Written<'_>); 5] = [
        (",", &|text| text.as_bytes().to_vec()),
        (";", &|text| format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()),
        ("\t", &utf16),
        (";", &latin),
        (",", &|text| format!("\r\n\r\n{text},,\n,,,\n").into_bytes()),
    ];
    let mut turn = ["marta", "mateo"].iter().cycle();
    for (place, (mark, sheet)) in sheets.iter().enumerate() {
        let people = format!("nombre,correo\n\"Íñigo{place} el\nMayor\",i{place}@example.com\n").replace(',', mark);
        let made = imports(&sara, sheet(&people)).ok().json();
        assert_eq!(made[0]["name"], format!("Íñigo{place} el Mayor"), "a line break within quotes is a space of a name");
        let agent = turn.next().unwrap();
        let pairs = format!("Número,Docente,Nota\n{number},{agent},\"Mañana\ntemprano\"\n").replace(',', mark);
        assert_eq!(assigns(&sara, sheet(&pairs), &[]).ok().json()[0]["assignee"]["handle"], *agent);
        let thread = sara.sees(&number)["thread"].clone();
        assert_eq!(thread.as_array().unwrap().last().unwrap()["body"], "Mañana\ntemprano");
    }
    // Nothing is nothing to do; what is no sheet at all is said to be none.
    for empty in ["", "\u{feff}", "\r\n \r\n"] {
        assert_eq!(imports(&sara, empty).ok().json(), json!([]));
        assert_eq!(assigns(&sara, empty, &[]).ok().json(), json!([]));
    }
    assert_eq!(imports(&sara, "email,name\r\n").ok().json(), json!([]));
    assert_eq!(assigns(&sara, utf16("number\tstaff\r\n"), &[]).ok().json(), json!([]));
    for none in [b"email,name\na\0@b.es,A\n".to_vec(), b"\xff\xfea".to_vec(), b"PK\x03\x04\0\0".to_vec()] {
        imports(&sara, none.clone()).refused(2, "not-text");
        assigns(&sara, none, &["--keep-going"]).refused(2, "not-text");
    }
}

#[test]
fn two_encodings_in_one_file_are_refused_by_line() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let mixed = [
        "email;name\r\neva@example.com;Eva Núñez\r\n".as_bytes(),
        b"ivan@example.com;Iv\xe1n\r\nluz@example.com;Luz\r\n",
        "pia@example.com;Pía\r\n".as_bytes(),
    ]
    .concat();
    let error = imports(&sara, mixed.clone()).refused(2, "bad-lines").error();
    let told = lines(&error);
    assert_eq!((told.len(), told[0].0, told[0].1), (1, 3, "mixed-encoding"));
    assert!(told[0].2.contains("codificación") && error["hint"].as_str().unwrap().contains("CSV UTF-8"), "{error}");
    let english = sara.command(["--lang", "en", "user", "import", "-"]).stdin(mixed).run().exits(2);
    assert!(english.talk().contains("3  The line is written in another encoding"), "{english}");
    sara.refused(["user", "show", "eva@example.com"], 3, "person-not-found");
    // As spreadsheets write for MS-DOS.
    for (language, words) in [("es", "MS-DOS"), ("en", "neither in UTF-8 nor in Latin-1")] {
        let line = ["--lang", language, "user", "import", "-"];
        let told = sara.command(line).stdin(b"email;name\nx@example.com;Nu\xa4ez\n".to_vec()).run().exits(2);
        assert!(told.talk().contains("2  ") && told.talk().contains(words), "{told}");
    }
    // The other way round it is the line in UTF-8 that is told, and nobody goes on past it.
    let list = [
        b"number;staff;note\n".as_slice(),
        number.as_bytes(),
        b";marta;Ma\xf1ana\n",
        number.as_bytes(),
        b";marta;Ma\xc3\xb1ana;\n",
    ];
    let list = [list.concat(), number.as_bytes().to_vec(), b";marta;Sabr\xe1\n".to_vec()].concat();
    for more in [&[][..], &["--keep-going"]] {
        let error = assigns(&sara, list.clone(), more).refused(2, "bad-lines").error();
        assert_eq!(lines(&error).iter().map(|line| line.0).collect::<Vec<_>>(), [3], "{error}");
    }
    assert_eq!(sara.sees(&number)["status"], "new");
}

#[test]
fn what_nobody_can_see_in_an_address_is_not_in_it() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let pasted = "\u{200b}email,name\n\u{feff}eva\u{200b}@exam\u{ad}ple.com\u{2060} ,\u{200b}Eva\u{feff} Gil\u{200b}\n";
    let made = imports(&sara, pasted).ok().json();
    assert_eq!((&made[0]["email"], &made[0]["name"]), (&json!("eva@example.com"), &json!("Eva Gil")));
    assert_eq!(imports(&sara, "email,name\neva@example.com,Eva Gil\n").ok().json()[0]["changed"], false);
    assert_eq!(imports(&sara, pasted).ok().json()[0]["changed"], false, "twice is once");
    let line =
        ["user", "create", "--email", "lu\u{200d}z@example.com\u{feff}", "--name", "Luz", "--role", "client", "--no-invite"];
    assert_eq!(sara.json(line)["email"], "luz@example.com");
    let line = ["user", "edit", "luz", "--email", "\u{200c}luz2@exam\u{200b}ple.com"];
    assert_eq!(sara.json(line)["email"], "luz2@example.com");
    assert_eq!(ana.json(["profile", "--email", "ana2\u{2060}@example.com"])["unconfirmed_email"], "ana2@example.com");
    let pia = desk.guest("pia");
    let line = ["register", "--email", "p\u{200b}ia@example.com", "--name", "Pía\u{200b}", "--password-stdin", "--accept-rules"];
    pia.command(line).stdin(format!("{}\n", super::support::PASSWORD)).run().ok();
    pia.does(["confirm", "--email", "pia\u{feff}@example.com", &desk.last_letter_to("pia@example.com").code()]);
    assert_eq!(
        (pia.json(["whoami"])["email"].clone(), pia.json(["whoami"])["name"].clone()),
        (json!("pia@example.com"), json!("Pía"))
    );
    // Nor in a number, a handle, a role or a language; what turns the direction of a text is still no part of an address.
    let list = format!("\u{200b}number\u{200b},agente\n\u{feff}{number}\u{200b},mar\u{200b}ta\n");
    assert_eq!(assigns(&sara, list, &[]).ok().json()[0]["assignee"]["handle"], "marta");
    let shown = sara.command(["--json", "close", "-"]).mail("queue").stdin(format!("{number}\u{200b}\n\u{feff}\n")).run().ok();
    assert_eq!(shown.json()[0]["number"], number.as_str());
    let made = imports(&sara, "email,name,role,lang,handle\nq@example.com,Q,\u{200b}client,e\u{200b}n,\u{feff}qq\n").ok().json();
    assert_eq!((&made[0]["lang"], &made[0]["handle"]), (&json!("en"), &json!("qq")));
    let error = imports(&sara, "email,name\na\u{202e}b@example.com,A\n").error();
    assert_eq!(lines(&error)[0].1, "bad-value");
}

#[test]
fn a_bad_role_or_language_names_those_that_would_do() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let sheet = "email,name,role,lang\na@example.com,A,jefe,\nb@example.com,B,,fr\n";
    let error = imports(&sara, sheet).refused(2, "bad-lines").error();
    let told = lines(&error);
    assert_eq!((told[0].0, told[0].1, told[1].0, told[1].1), (2, "bad-value", 3, "bad-value"));
    assert!(
        told[0].2.contains("«jefe» no vale en la columna «role»")
            && told[0].2.contains("Valores válidos: cliente, docente, secretaría, atención al cliente, administración"),
        "{error}"
    );
    assert!(told[1].2.contains("Valores válidos: español, inglés"), "{error}");
    let english = sara.command(["--lang", "en", "user", "import", "-"]).stdin(sheet).run().exits(2);
    assert!(english.talk().contains("Valid values: spanish, english"), "{english}");
    // Whatever is offered will do, and so will what else people call them.
    let admin = desk.admin();
    for offered in [&error, &imports_in(&admin, "en", sheet).exits(2).error()] {
        for (line, column) in lines(offered).iter().zip(["role", "lang"]) {
            let words = line.2.rsplit(": ").next().unwrap().trim_end_matches('.').split(", ");
            let rows: String = words.enumerate().map(|(place, word)| format!("{column}{place}@example.com,A,{word}\n")).collect();
            imports(&admin, format!("email,name,{column}\n{rows}")).ok();
        }
    }
    let rows = "a1@example.com;A;Administradora\na2@example.com;A;PROFESORA\na3@example.com;A;agente\na4@example.com;A;Alumna\n";
    let made = imports(&admin, format!("Correo;Nombre;Función\n{rows}")).ok().json();
    let roles: Vec<_> = made.as_array().unwrap().iter().map(|one| one["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["admin", "agent", "agent", "client"]);
}

#[test]
fn columns_are_called_as_the_sheet_calls_them() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let sheet = "E-Mail;Nombre y apellidos;Función\nmal.correo;A;\n;B;\nc@example.com;=C;\nd@example.com;D;jefa\n";
    let error = imports(&sara, sheet).refused(2, "bad-lines").error();
    let told: Vec<_> = lines(&error).iter().map(|line| line.2.to_owned()).collect();
    assert_eq!(told[0], "«mal.correo» no es una dirección de correo.");
    assert_eq!(told[1], "La columna «E-Mail» está vacía.");
    assert_eq!(told[2], "En la columna «Nombre y apellidos» hay una fórmula.");
    assert!(told[3].starts_with("«jefa» no vale en la columna «Función». "), "{error}");
    let error = imports(&sara, "E-Mail;correo;Nombre\n").refused(2, "double-column").error();
    assert!(error["message"].as_str().unwrap().ends_with("«E-Mail» y «correo»."), "{error}");
    let error = assigns(&sara, format!("Número;Docente\n{number};\n"), &[]).refused(2, "bad-lines").error();
    assert_eq!(lines(&error)[0].2, "La columna «Docente» está vacía.");
    // What has no heading is called as people call it, and by the name that always will do.
    let error = imports(&sara, "teléfono\n600\n").refused(2, "missing-column").error();
    assert!(error["message"].as_str().unwrap().ends_with("faltan 2 columnas: Correo (email), Nombre (name)."), "{error}");
    let told = imports_in(&sara, "en", "name\nA\n").exits(2).error();
    assert!(told["message"].as_str().unwrap().ends_with(": E-mail (email)."), "{told}");
}

#[test]
fn a_file_of_an_old_macintosh_has_lines() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let error = imports(&sara, "email,name\ra@example.com,A\r\rmal,B\rc@example.com,C\r").refused(2, "bad-lines").error();
    assert_eq!(lines(&error).iter().map(|line| line.0).collect::<Vec<_>>(), [4]);
    let error = assigns(&sara, format!("{number},marta\rabc,marta\r{number},\r"), &[]).refused(2, "bad-lines").error();
    assert_eq!(lines(&error).iter().map(|line| line.0).collect::<Vec<_>>(), [2, 3]);
    assigns(&sara, format!("sep=;\rNúmero;Docente\r{number};marta\r"), &[]).ok();
}

#[test]
fn refused_lines_stand_in_columns() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let rows: String = (2..=10).map(|line| format!("mal{line},A\n")).collect();
    let told = sara.command(["user", "import", "-", "--lang", "es"]).stdin(format!("email,name\n{rows}")).run().exits(2);
    assert!(told.talk().contains("\n   9  «mal9»") && told.talk().contains("\n  10  «mal10»"), "{told}");
    let list = format!("{number},marta\n{number}\n999999,marta\n");
    let told = sara.command(["assign", "--from", "-", "--keep-going", "--lang", "es"]).stdin(list).run().exits(8);
    assert!(told.talk().contains("\n          Línea 2: ") && told.talk().contains("\n  999999  Línea 3: "), "{told}");
}

#[test]
fn headings_of_a_list_are_those_that_are_known() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let mut turn = ["marta", "mateo"].iter().cycle();
    for (first, second) in [
        ("number", "staff"),
        ("NÚMERO", "agente"),
        ("numero", "Docente"),
        ("Ticket", "Asignado a"),
        ("ticket", "agent"),
        ("number", "Assigned to"),
        ("number", "assignee.handle"),
    ] {
        let agent = turn.next().unwrap();
        for list in [format!("{first},{second}\n{number},{agent}\n"), format!("{second};{first}\n{agent};#{number}\n")] {
            assert_eq!(assigns(&sara, list, &[]).ok().json()[0]["assignee"]["handle"], *agent);
        }
    }
    // The guide's *Usuario* is what a client is called by.
    let known = "number (número, ticket), staff (agent, agente, docente";
    for (list, code, column) in [
        (format!("Usuario,Número\nmarta,{number}\n"), "missing-column", "staff"),
        (format!("Número,Usuario\n{number},marta\n"), "missing-column", "staff"),
        ("Nota,Docente\nx,marta\n".to_owned(), "missing-column", "number"),
        (format!("Número,Docente,Usuario\n{number},marta,ana\n"), "unknown-column", "Usuario"),
        (format!("Número,Docente,handle,Teléfono\n{number},marta,ana,600\n"), "unknown-column", "handle, Teléfono"),
    ] {
        for more in [&[][..], &["--keep-going"]] {
            let error = assigns(&sara, list.clone(), more).refused(2, code).error();
            assert!(error["message"].as_str().unwrap().contains(column), "{error}");
            assert!(error["hint"].as_str().unwrap().contains(known), "{error}");
        }
    }
    let plain = sara.command(["--lang", "en", "assign", "--from", "-"]).stdin("number,staff,user\n").run().exits(2);
    assert!(plain.talk().contains("not known here: user") && plain.talk().contains(known), "{plain}");
    // Somebody may be called like a heading, and what the desk exports is read back, all of it.
    assigns(&sara, format!("{number},agent\n"), &[]).refused(3, "person-not-found");
    let exported = sara.run(["list", "--format", "csv"]).ok().stdout;
    assert_eq!(assigns(&sara, exported, &[]).ok().json()[0]["changed"], false);
}

#[test]
fn a_list_goes_on_past_lines_that_cannot_be_read() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let [one, two] = ["Una", "Dos"].map(|subject| ana.opens(subject));
    let long = "x".repeat(1024 * 1024);
    let list = format!("{one},marta\nabc,marta\n{one},marta,{long}\n{two}\n,mateo\n999999,marta\n{two},mateo,a,b\n{two},mateo\n");
    assigns(&sara, list.clone(), &[]).refused(6, "bad-lines");
    assert_eq!(sara.sees(&one)["status"], "new", "nothing is done");
    let done = assigns(&sara, list.clone(), &["--keep-going", "--key", "k"]).exits(8);
    let rows: Vec<_> = done.json().as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap().to_owned()).collect();
    assert_eq!(rows, [one.clone(), two.clone()]);
    let error: Value = serde_json::from_str(done.talk()).unwrap();
    let told: Vec<_> = lines(&error["error"]).iter().map(|line| (line.0, line.1)).collect();
    let expected = [
        (2, "bad-value"),
        (3, "line-too-long"),
        (4, "missing-value"),
        (5, "missing-value"),
        (6, "ticket-not-found"),
        (7, "row-too-wide"),
    ];
    assert_eq!(told, expected);
    let refusals = &error["error"]["refusals"];
    assert_eq!((&refusals[0]["number"], &refusals[1]["number"]), (&json!("abc"), &Value::Null));
    assert!(refusals[0]["message"].as_str().unwrap().starts_with("Línea 2: «abc»"), "{error}");
    assert_eq!(
        (&refusals[2]["line"], &refusals[2]["message"]),
        (&json!(4), &json!("Línea 4: La columna «Docente (staff)» está vacía."))
    );
    let again = assigns(&sara, list, &["--keep-going", "--key", "k"]).exits(8);
    assert_eq!((again.stdout, again.stderr), (done.stdout, done.stderr));
    // With nothing good it is a refusal of all.
    let error = assigns(&sara, "abc,marta\n", &["--keep-going"]).refused(2, "bad-value").error();
    assert!(error["message"].as_str().unwrap().starts_with("Línea 1: "), "{error}");
    assigns(&sara, "abc,marta\n1 2,marta\n", &["--keep-going"]).refused(2, "several-refused");
    ana.command(["--json", "assign", "--from", "-", "--keep-going"]).stdin("abc,marta\n").run().refused(5, "not-allowed");
}
