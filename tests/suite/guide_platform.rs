//! *La plataforma* of the guide: the account, the ticket, the answer, each sentence that promises something in its own words. Its
//! *Normas de uso* stand in `guide_rules`.

use serde_json::{Value, json};
use taquilla::domain::time::Span;

use super::support::{Desk, PASSWORD, Person};

/// Registers with an address and the name of somebody.
fn registers(person: &Person<'_>, name: &str) {
    let line = ["register", "--email", person.email(), "--name", name, "--password-stdin", "--accept-rules"];
    person.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
}

/// What stands in a place of the first column, as it is shown.
fn shown<'t>(text: &'t str, label: &str) -> &'t str {
    let line = text.lines().find_map(|line| line.strip_prefix(label)?.strip_prefix(':'));
    line.unwrap_or_else(|| panic!("{label}: {text}")).trim()
}

#[test]
fn es_necesario_que_te_registres_mediante_un_correo_electronico() {
    // "Una vez rellena la información que se nos pide: email y contraseña se te indicará que se envió un correo de confirmación …"
    let desk = Desk::staffed();
    desk.admin().does(["config", "set", "desk.contact", "hola@example.com"]);
    let eva = desk.guest("eva");
    let line = ["register", "--email", eva.email(), "--name", "Eva Gil", "--password-stdin", "--accept-rules"];
    let said = eva.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
    assert!(said.talk().contains("eva@example.com"), "{said}");
    let letter = desk.last_letter_to(eva.email());
    // "… tras clicar en el enlace que aparece en dicho email podrás iniciar sesión": the code and the command to type.
    let code = letter.code();
    assert!(letter.body().contains(&format!("taquilla confirmar --email eva@example.com {code}")), "{}", letter.body());
    eva.refused(["open", "-m", "Hola"], 4, "not-logged-in");
    eva.does(["confirm", "--email", eva.email(), &code]);
    desk.owner().run(["mail", "flush"]).ok();
    // "… un email de Soporte indicando que tu usuario fue creado y dándote la bienvenida al sistema …"
    let welcome = desk.last_letter_to(eva.email());
    assert!(welcome.subject().contains("Le damos la bienvenida"), "{}", welcome.subject());
    assert!(welcome.body().contains("eva-gil"), "{}", welcome.body());
    // "Para cualquier duda dirígete a nosotros a través del email que aparece en el apartado de “Contacto” …"
    assert!(welcome.body().contains("hola@example.com"), "{}", welcome.body());
    // "… para poner tu primer Ticket."
    eva.opens("Mi primer ticket");
}

#[test]
fn el_email_que_utilices_para_el_registro_sera_el_mismo_que_utilizas_con_nosotros() {
    let desk = Desk::staffed();
    desk.admin().does(["config", "set", "registration", "known"]);
    let iker = desk.guest("iker");
    let created = ["user", "create", "--email", iker.email(), "--name", "Iker", "--role", "client", "--no-invite"];
    desk.person("sara").does(created);
    let other = desk.guest("otra");
    registers(&other, "Iker");
    let letter = desk.last_letter_to(other.email());
    assert!(letter.body().contains("la misma dirección"), "another address is told which to use: {}", letter.body());
    registers(&iker, "Iker");
    let code = desk.last_letter_to(iker.email()).code();
    let line = ["password", "reset", "--email", iker.email(), &code, "--password-stdin", "--accept-rules"];
    iker.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
    iker.opens("Con la de siempre");
}

#[test]
fn si_en_algun_momento_olvidaras_la_contrasena_avisanos() {
    // "… avísanos y nosotros te restableceremos la contraseña mandándote una nueva a tu dirección de email." Nobody but the person ever
    // sees it: what is sent is a code, and the password is theirs to choose.
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let (said, letters) = desk.letters_of(|| sara.run(["user", "reset-password", "ana"]).ok());
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "ana@example.com"));
    let code = letters[0].code();
    assert!(!said.to_string().contains(&code), "{said}");
    let reset = |code: &str, password: &str| {
        let line = ["password", "reset", "--email", ana.email(), code, "--password-stdin"];
        ana.command(line).stdin(format!("{password}\n")).run().ok()
    };
    reset(&code, "otra plaza por la que correr 8");
    ana.opens("Ya he entrado");
    // Without anybody's help it goes as well.
    ana.does(["logout"]);
    let (_, letters) = desk.letters_of(|| ana.run(["password", "forgot", "--email", ana.email()]).ok());
    reset(&letters[0].code(), PASSWORD);
    ana.opens("Otra vez");
}

#[test]
fn como_pongo_un_ticket_para_hablar_con_mi_docente() {
    // "… en Temas de ayuda … seleccionarás “Reportar consulta” … el Asunto del mensaje y el Cuerpo del mismo, así como añadir posibles
    // archivos adjuntos para que le lleguen a tu docente."
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    desk.file("borrador.txt", "Capítulo 2");
    let line =
        ["abrir", "--topic", "Reportar consulta", "--subject", "Tema 3", "-m", "¿Qué páginas?", "--attach", "borrador.txt"];
    let (opened, letters) = desk.letters_of(|| ana.run(line).ok());
    // "Luego verifica en la página siguiente …: el número de Ticket, status, tus datos y el cuerpo del mismo."
    let listed = ana.json(["list"]);
    let number = listed[0]["number"].as_str().unwrap();
    let page = ana.run(["ver", number]).ok();
    assert!(opened.to_string().contains(number), "{opened}");
    let receipt = letters.iter().find(|letter| letter.to() == ana.email()).unwrap().body();
    for said in [number, "Nuevo", "Reportar consulta", "Tema 3", "¿Qué páginas?", "borrador.txt"] {
        assert!(page.text().contains(said) && receipt.contains(said), "{said}: {page}{receipt}");
    }
    assert_eq!(shown(page.text(), "Usuario"), "Ana (ana, ana@example.com)");
    // "Una vez que tu Ticket es creado, Secretaría lo asigna al docente que esté llevando tu trabajo y a este se le notificará por email."
    let told: Vec<_> = letters.iter().filter(|letter| letter.to() == sara.email()).collect();
    assert_eq!(told.len(), 1, "Secretaría learns of it");
    sara.does(["user", "edit", "ana", "--agent", "marta"]);
    let (assigned, letters) = desk.letters_of(|| sara.command(["assign", number, "--auto"]).json().run().ok().json());
    assert_eq!(assigned[0]["assignee"]["handle"], "marta");
    let letter = letters.iter().find(|letter| letter.to() == marta.email()).unwrap();
    assert!(letter.body().contains("¿Qué páginas?") && letter.body().contains("Ana"), "{}", letter.body());
    // "… este usuario será la referencia que usemos nosotros como identificación": by it, and by no address.
    assert!(letter.body().contains("(ana)") && !letter.body().contains(ana.email()), "{}", letter.body());
    assert!(!marta.run(["ver", number]).ok().text().contains(ana.email()));
    let file = marta.run(["attachment", number, "1.1", "-o", "-"]).ok();
    assert_eq!(file.stdout, b"Cap\xc3\xadtulo 2");
}

#[test]
fn ya_tengo_mi_ticket_puesto_ahora_que() {
    // "Si ya tienes un Ticket abierto y quieres ver si te han respondido, … “Ver Estado de un Ticket”": without logging in.
    let desk = Desk::staffed();
    let (ana, marta, guest) = (desk.person("ana"), desk.person("marta"), desk.guest("olga"));
    let number = ana.opens("Una duda");
    desk.person("sara").does(["assign", &number, "--to", "marta"]);
    marta.does(["reply", &number, "-m", "Sí, la tengo"]);
    let (_, letters) = desk.letters_of(|| guest.run(["estado", &number, "--email", ana.email()]).ok());
    let state = guest.run(["estado", &number, "--email", ana.email(), "--code", &letters[0].code()]).ok();
    assert_eq!(shown(state.text(), "Estado"), "Respondido");
    assert!(state.text().contains("Sí, la tengo"), "{state}");
    // "… los números no son como “notificaciones” …": here they are. "… resaltado en negrita si tienes algún mensaje sin leer."
    let unread = |number: &str| ana.json(["show", number, "--no-mark"])["unread"].clone();
    assert_eq!(unread(&number), 1);
    let bold = ana.run(["list", "--color", "always", "--format", "table"]).ok();
    let row = bold.text().lines().find(|line| line.contains(&number)).unwrap().to_owned();
    assert!(row.contains("\u{1b}[1m") && row.contains('●'), "{row:?}");
    // "Podemos ver el “Estado” … y que “Usuario” lo escribe …, cuando se creó y que profesor lo tiene “Asignado”. … el “Asunto” del Ticket
    // y la “Consulta” …, así como los documentos “Adjuntos” … y el “Hilo del Ticket”".
    let page = ana.run(["ver", &number]).ok();
    for (label, value) in [("Estado", "Respondido"), ("Asignado a", "Marta"), ("Asunto", "Una duda"), ("Número", number.as_str())]
    {
        assert!(shown(page.text(), label).starts_with(value), "{label}: {page}");
    }
    assert!(shown(page.text(), "Creado").contains("23 de noviembre de 2026"), "{page}");
    assert!(page.text().contains("Hilo del Ticket") && page.text().contains("Consulta"), "{page}");
    assert_eq!(unread(&number), 0);
    let read = ana.run(["list", "--color", "always", "--format", "table"]).ok();
    assert!(!read.text().lines().any(|line| line.contains(&number) && line.contains('●')), "{read}");
}

#[test]
fn tengo_una_respuesta_como_la_veo_y_respondo() {
    // "En el apartado “Publicar nota interna” responderemos al mensaje …": no client writes a note, and who looks for one is shown the
    // answer.
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una duda");
    let error = ana.refused(["nota", &number, "-m", "Gracias"], 5, "not-allowed");
    assert!(error["hint"].as_str().unwrap().contains("taquilla responder"), "{error}");
    // "… y le damos a “Publicar respuesta”."
    ana.does(["responder", &number, "-m", "Gracias"]);
    assert_eq!(ana.sees(&number)["messages"], 2);
}

#[test]
fn siempre_puede_reabrirse_el_ticket_o_crearse_uno_nuevo() {
    // "Un Ticket está cerrado cuando se han resuelto todas las dudas …, en ese momento el departamento de Secretaría y/o el Docente
    // cerrará dicho tema. Si por un casual luego se quisiera retomar dicho tema siempre puede reabrirse el Ticket o crearse uno nuevo."
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let number = ana.opens("Una duda");
    sara.does(["assign", &number, "--to", "marta"]);
    for closer in [&sara, &marta, &ana] {
        let (closed, letters) = desk.letters_of(|| closer.command(["cerrar", &number]).json().run().ok().json());
        assert_eq!((&closed[0]["status"], &closed[0]["closed_by"]), (&json!("closed"), &json!(closer.handle())));
        let told = letters.iter().find(|letter| letter.to() == ana.email());
        // "no mail on closing", of old: how to take it up again, and until when.
        assert_eq!(told.is_some(), closer.handle() != "ana");
        assert!(told.is_none_or(|letter| letter.body().contains(&format!("taquilla reabrir {number}"))), "{told:?}");
        ana.does(["reabrir", &number]);
    }
    assert_eq!(ana.sees(&number)["assignee"]["handle"], "marta", "whose it was");
    // "ver los “abiertos” o “cerrados”"
    let numbers = |status: &str| ana.json(["list", "--status", status]).as_array().unwrap().len();
    assert_eq!((numbers("open"), numbers("closed")), (1, 0));
    marta.does(["cerrar", &number]);
    assert_eq!((numbers("open"), numbers("closed")), (0, 1));
    desk.advance(Span::days(15));
    ana.log_in().ok();
    let late = ana.refused(["reabrir", &number], 6, "reopen-window-over");
    assert!(late["hint"].as_str().unwrap().contains("--follow-up"), "{late}");
    let next = ana.json(["abrir", "--follow-up", &number, "-m", "Sigo con dudas"]);
    assert_eq!((&next["subject"], &next["status"]), (&json!("Una duda"), &json!("new")));
}

#[test]
fn si_el_docente_necesita_hacer_alguna_comunicacion_urgente_al_alumno_te_llamaremos_desde_la_empresa() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let number = ana.opens("Matrícula");
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["user", "edit", "ana", "--phone", "600 123 456"]);
    let line = ["pedir-llamada", &number, "--reason", "Hoy vence la matrícula"];
    let (asked, letters) = desk.letters_of(|| marta.command(line).json().run().ok().json());
    // The company calls: Secretaría is told and has the telephone, the agent never.
    assert_eq!((asked["phone"].clone(), letters.len(), letters[0].to()), (Value::Null, 1, sara.email().to_owned()));
    assert_eq!(sara.json(["tareas", "list"])[0]["phone"], "600 123 456");
    sara.does(["tareas", "done", asked["id"].as_str().unwrap()]);
    assert_eq!(sara.json(["tareas", "list"]), json!([]));
}
