//! The *Normas de uso* of the guide and the "House rules" of the product, each in its own words.

use taquilla::domain::time::Span;

use super::support::{Desk, PASSWORD, Person};

/// A desk with the telephone of the guide.
fn desk() -> Desk {
    let desk = Desk::staffed();
    let telephone = [("phone", "807 455 110"), ("phone_hours", "lunes a viernes, de 9 a 14 h"), ("phone_cost", "1,21 €/min")];
    for (key, value) in telephone {
        desk.admin().does(["config", "set", &format!("desk.{key}"), value]);
    }
    desk
}

const TELEPHONE: &str = "807 455 110 (lunes a viernes, de 9 a 14 h; 1,21 €/min)";

fn hint(error: &serde_json::Value) -> &str {
    error["hint"].as_str().unwrap_or_default()
}

/// A text in one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn due(person: &Person<'_>, number: &str) -> serde_json::Value {
    person.sees(number)["due_at"].clone()
}

#[test]
fn quejas_y_aumento_de_paginas_del_proyecto_a_traves_del_telefono_de_pago() {
    // "Para otro tipo de notificaciones que se quieran realizar al docente o a la empresa como quejas, aumento de páginas del
    // proyecto... se realizarán a través del teléfono de pago 807 455 110."
    let desk = desk();
    for reader in [desk.person("ana"), desk.guest("olga")] {
        let shown = flat(reader.run(["rules"]).ok().text());
        assert!(shown.contains(&format!("Teléfono para quejas, ampliaciones de páginas y precios: {TELEPHONE}")), "{shown}");
        let shown = flat(reader.run(["rules", "--lang", "en"]).ok().text());
        assert!(shown.contains(&format!("Telephone for complaints, more pages and prices: {TELEPHONE}")), "{shown}");
    }
    let rules = desk.guest("olga").json(["rules"]);
    assert_eq!(rules["by_phone"], serde_json::json!(["complaints", "more-pages", "prices"]));
    assert_eq!((&rules["phone"], &rules["phone_cost"]), (&"807 455 110".into(), &"1,21 €/min".into()));
}

#[test]
fn se_eliminara_inmediatamente_esta_via_de_comunicacion() {
    // "… se eliminará inmediatamente esta vía de comunicación y se procederá únicamente a tratar con el docente mediante el teléfono
    // arriba aportado." And of the product: "they may log in, read, export and reset the password, not open, reply, reopen or
    // remind …; their tickets do not fall due; they are told by mail, with the phone line."
    let desk = desk();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    assert!(due(&sara, &number).is_string());
    let (_, letters) = desk.letters_of(|| sara.run(["user", "suspend", "ana", "--reason", "Faltas de respeto"]).ok());
    let letter = letters[0].body();
    assert!(letter.contains("Faltas de respeto") && flat(letter).contains(TELEPHONE), "{letter}");
    ana.log_in().ok();
    for line in [&["open", "-m", "Hola"][..], &["reply", &number, "-m", "Hola"], &["reopen", &number], &["remind", &number]] {
        let error = ana.refused(line, 6, "suspended");
        assert!(error["message"].as_str().unwrap().contains("Faltas de respeto"), "{error}");
        assert!(hint(&error).contains(TELEPHONE), "{error}");
        let error = ana.refused([&["--lang", "en"], line].concat(), 6, "suspended");
        assert!(hint(&error).contains(&format!("by telephone: {TELEPHONE}")), "{error}");
    }
    assert_eq!((due(&ana, &number), due(&sara, &number)), (serde_json::Value::Null, serde_json::Value::Null));
    desk.advance(Span::days(30));
    sara.log_in().ok();
    ana.log_in().ok();
    ana.refused(["remind", &number], 6, "suspended");
    // What is left to them: to read, and to choose another password.
    assert_eq!(ana.json(["show", &number])["number"], number.as_str());
    assert_eq!(ana.json(["list"]).as_array().unwrap().len(), 1);
    let (_, letters) = desk.letters_of(|| ana.run(["password", "forgot", "--email", ana.email()]).ok());
    let line = ["password", "reset", "--email", ana.email(), &letters[0].code(), "--password-stdin"];
    ana.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
    assert_eq!(sara.json(["overdue"]), serde_json::json!([]));
    let (_, letters) = desk.letters_of(|| sara.run(["user", "reinstate", "ana"]).ok());
    assert!(letters[0].body().contains("807 455 110"), "{}", letters[0].body());
    ana.log_in().ok();
    ana.does(["reply", &number, "-m", "Gracias"]);
}

#[test]
fn los_docentes_tienen_un_tiempo_de_respuesta_de_24_48_horas_los_dias_laborables() {
    // "Los docentes tienen un tiempo de respuesta de 24/48 horas a la incidencia (los días laborables)."
    let desk = desk();
    let ana = desk.person("ana");
    // The desk's first moment is a Monday at ten in the morning, in Madrid.
    let number = ana.opens("Una");
    assert_eq!(due(&ana, &number), "2026-11-25T09:00:00Z");
    desk.set_now("2026-11-27T10:00:00+01:00");
    ana.log_in().ok();
    let friday = ana.opens("Otra");
    assert_eq!(due(&ana, &friday), "2026-12-01T09:00:00Z", "Saturday and Sunday do not count");
    // "Si tras este tiempo no has recibido respuesta …, puedes ponerte en contacto con nuestro departamento de Att. al Cliente": it
    // sees those that are late, and no others.
    let sara = desk.person("sara");
    sara.log_in().ok();
    let late = sara.json(["overdue"]);
    assert_eq!((late.as_array().unwrap().len(), &late[0]["number"]), (1, &number.into()));
}

#[test]
fn esta_plataforma_no_es_un_chat_continuo_con_el_docente() {
    // "Esta plataforma no es un chat continuo con el docente …" and "Si hay alguna notificación de carácter urgente el teléfono está a
    // vuestra disponibilidad en el horario laboral". Of the product: "at most three client messages in a row without a staff answer".
    let desk = desk();
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    ana.does(["reply", &number, "-m", "Dos"]);
    ana.does(["reply", &number, "-m", "Tres"]);
    let error = ana.refused(["reply", &number, "-m", "Cuatro"], 6, "too-many-in-a-row");
    assert!(error["message"].as_str().unwrap().contains("esto no es un chat"), "{error}");
    assert!(hint(&error).contains(&format!("Si es urgente, llame al {TELEPHONE}.")), "{error}");
}

#[test]
fn no_se_puede_hablar_con_el_docente_de_cantidades_economicas_numeros_de_telefono_ni_direcciones_de_correo() {
    // "Te recordamos que no se puede hablar con el docente de: cantidades económicas, números de teléfono, ni direcciones de correo
    // electrónico …" Of the product: "phone numbers and mail addresses are blocked, with the reason and the place shown; amounts of
    // money … are let through and flagged for Secretaría". So it goes for both sides, and not for Secretaría.
    let desk = desk();
    desk.admin().does(["config", "set", "rules.insults", "idiota, inútil"]);
    let (ana, marta, sara) = (desk.person("ana"), desk.person("marta"), desk.person("sara"));
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "marta"]);
    for (text, kind, place) in [
        ("Llámeme al 612 345 678", "phone", "612 345 678"),
        ("Mi correo es ana arroba correo punto es", "email", "ana arroba correo punto es"),
    ] {
        for person in [&ana, &marta] {
            let error = person.refused(["reply", &number, "-m", text], 6, "house-rules");
            assert_eq!((&error["spans"][0]["kind"], &error["spans"][0]["text"]), (&kind.into(), &place.into()), "{error}");
        }
        sara.does(["reply", &number, "-m", text]);
    }
    let flags = || sara.sees(&number)["flags"].clone();
    assert_eq!(flags(), serde_json::json!([]), "what was refused leaves no mark");
    ana.does(["reply", &number, "-m", "Son 300 euros"]);
    assert_eq!(flags(), serde_json::json!(["money"]));
    // "La empresa no permitirá en ningún momento que se realicen faltas de respeto al trabajo de nuestros docentes …": Secretaría sees
    // where, and has dealt with it.
    ana.does(["reply", &number, "-m", "Es usted un idiota"]);
    assert_eq!(flags(), serde_json::json!(["money", "insult"]));
    assert_eq!(sara.json(["list", "--flagged"])[0]["number"], number.as_str());
    sara.does(["unflag", &number]);
    assert_eq!(sara.json(["list", "--flagged"]), serde_json::json!([]));
}

#[test]
fn si_tras_este_tiempo_no_has_recibido_respuesta_puedes_ponerte_en_contacto_con_att_al_cliente() {
    // "Si tras este tiempo no has recibido respuesta por parte del mismo, puedes ponerte en contacto con nuestro departamento de Att. al
    // Cliente y se solucionará este incidente, pero por favor tener paciencia." Of the product: "once in 24 working hours; before it
    // they are told when the answer is due"; and of its limit to messages in a row: "A `remind` does not count."
    let desk = desk();
    let (ana, sara, carmen) = (desk.person("ana"), desk.person("sara"), desk.person("carmen"));
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "marta"]);
    let patience = ana.refused(["remind", &number], 6, "not-due-yet");
    assert!(patience["message"].as_str().unwrap().contains("el miércoles 25 de noviembre de 2026 a las 10:00"), "{patience}");
    ana.does(["reply", &number, "-m", "Dos"]);
    desk.set_now("2026-11-25T09:00:00Z");
    for person in [&ana, &sara, &carmen] {
        person.log_in().ok();
    }
    let (_, letters) = desk.letters_of(|| ana.run(["reclamar", &number]).ok());
    let mut told: Vec<_> = letters.iter().filter(|letter| letter.subject().contains(&number)).map(|letter| letter.to()).collect();
    told.sort();
    told.dedup();
    assert_eq!(told, ["carmen@example.com", "marta@example.com"]);
    assert_eq!(carmen.json(["overdue"])[0]["number"], number.as_str());
    ana.refused(["remind", &number], 6, "already-reminded");
    // Of three messages in a row this is the third; the reminder was none.
    ana.does(["reply", &number, "-m", "Tres"]);
    ana.refused(["reply", &number, "-m", "Cuatro"], 6, "too-many-in-a-row");
    // Nor does the end of the row keep anybody from asking for the answer.
    desk.set_now("2026-11-26T09:00:00Z");
    ana.log_in().ok();
    ana.does(["remind", &number]);
    assert_eq!(ana.sees(&number)["messages"], 3);
}

#[test]
fn the_rules_say_what_the_guide_says() {
    let desk = desk();
    let shown = desk.guest("olga").json(["rules"])["rules"].as_str().unwrap().to_owned();
    for said in [
        "cantidades de dinero",
        "números de teléfono",
        "direcciones de correo",
        "faltas de respeto",
        "24 a 48 horas laborables",
        "taquilla reclamar",
        "Atención al Cliente",
        "no es un chat",
        "clara y concisa",
        "tres mensajes seguidos",
        "quejas",
        "urgente",
    ] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    // They tell what the desk is set to, and nobody is asked anew for that.
    let (ana, admin) = (desk.person("ana"), desk.admin());
    let before = ana.json(["rules"]);
    for [key, value] in [["answer.due", "36h"], ["answer.warn", "12h"], ["rules.burst", "1"], ["rules.phone", "allow"]] {
        admin.does(["config", "set", key, value]);
    }
    let after = ana.json(["rules"]);
    assert_eq!((&after["version"], &after["must_accept"]), (&before["version"], &false.into()));
    let shown = after["rules"].as_str().unwrap();
    assert!(shown.contains("12 a 36 horas laborables") && shown.contains("un solo mensaje;"), "{shown}");
    assert!(!shown.contains("números de teléfono") && shown.contains("una dirección de correo no se envía"), "{shown}");
    let number = ana.opens("Llámeme al 612 345 678");
    assert_eq!(ana.refused(["reply", &number, "-m", "Dos"], 6, "too-many-in-a-row")["exit"], 6);
    // The letter of welcome has them, too.
    desk.client("eva");
    let welcome = desk.last_letter_to("eva@example.com");
    assert!(welcome.body().contains("12 a 36 horas laborables"), "{}", welcome.body());
}
