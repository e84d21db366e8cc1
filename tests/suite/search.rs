//! `list --search` from outside: which words find which tickets, for whom, in which order, and what cannot be looked for.

use std::time::{Duration, Instant};

use taquilla::store::redb::RedbStore;
use taquilla::store::{Store, StoreError};

use super::support::{Desk, Person};

/// The numbers of the tickets that are found, in the order of the list.
fn found(person: &Person<'_>, query: &str, rest: &[&str]) -> Vec<String> {
    let line = ["list", "--format", "ids", "--search", query];
    let answer = person.run(line.iter().chain(rest)).ok();
    answer.text().lines().map(str::to_owned).collect()
}

#[track_caller]
fn finds(person: &Person<'_>, query: &str, expected: &[&String]) {
    assert_eq!(found(person, query, &[]).iter().collect::<Vec<_>>(), expected, "{query}");
}

/// Opens a ticket with a message of its own.
fn opens(person: &Person<'_>, subject: &str, message: &str) -> String {
    let opened = person.command(["open", "--subject", subject, "-m", message]).mail("queue").json().run().ok().json();
    opened["number"].as_str().unwrap().to_owned()
}

/// How many texts wait to be taken into the index.
fn waiting(desk: &Desk) -> u64 {
    let store = RedbStore::open(&desk.path(), Duration::from_secs(10)).unwrap();
    store.read(|read| read.search_waiting()).unwrap_or_else(|error: StoreError| panic!("{error}"))
}

/// Asks the same while texts wait to be taken into the index, and when they are.
fn before_and_after_merging(desk: &Desk, check: impl Fn()) {
    check();
    desk.owner().run(["mail", "flush"]).ok();
    check();
    desk.owner().run(["verify"]).ok();
}

#[test]
fn accents_capitals_and_endings_do_not_matter() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let one = opens(&ana, "Matriculación en Lógica", "¿Cuándo son los exámenes del próximo AÑO?");
    let two = opens(&ana, "Pages not answered", "The tutor's answer is missing: see page 3");
    before_and_after_merging(&desk, || {
        for query in ["matriculaciones", "MATRICULACION", "lógica", "logica", "examen", "Exámenes", "ano", "años", "CUANDO"] {
            finds(&ana, query, &[&one]);
        }
        for query in ["page", "pages", "answer", "answers missing", "tutors", "3"] {
            finds(&ana, query, &[&two]);
        }
        finds(&ana, "derecho", &[]);
        assert_eq!(ana.json(["list", "--search", "derecho"]), serde_json::json!([]));
    });
}

#[test]
fn words_that_are_spelled_otherwise_in_some_forms_are_found() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let one = opens(&ana, "Sin luces", "Ya busqué los lápices tres veces, y empecé ayer");
    let two = opens(&ana, "Marcas y placas", "La luz del juez");
    before_and_after_merging(&desk, || {
        for query in ["lápiz", "lapices", "vez", "buscar", "buscado", "empezar"] {
            finds(&ana, query, &[&one]);
        }
        for query in ["jueces", "marca", "placa"] {
            finds(&ana, query, &[&two]);
        }
        for query in ["luz", "luces"] {
            finds(&ana, query, &[&two, &one]);
        }
        for query in ["marzo", "plazo", "plaza"] {
            finds(&ana, query, &[]);
        }
    });
}

#[test]
fn all_words_must_be_there_wherever_they_are_and_a_prefix_is_enough() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let one = opens(&ana, "Beca", "Sobre la solicitud");
    let two = opens(&ana, "Beca", "Sobre el plazo");
    desk.owner().run(["mail", "flush"]).ok();
    sara.does(["reply", &one, "-m", "El plazo acaba mañana"]);
    before_and_after_merging(&desk, || {
        assert_eq!(found(&ana, "beca plazos", &["--sort", "created", "--reverse"]), [one.clone(), two.clone()]);
        finds(&ana, "solicitudes manana", &[&one]);
        finds(&ana, "solic*", &[&one]);
        finds(&ana, "SOLÍCI* pla*", &[&one]);
        finds(&ana, "bec* mañ* acab*", &[&one]);
        finds(&ana, "beca solicitud examen", &[]);
        finds(&ana, "olicitud*", &[]);
    });
}

#[test]
fn notes_are_found_by_staff_alone() {
    let desk = Desk::staffed();
    let (ana, bruno, sara, marta) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"), desk.person("marta"));
    let one = opens(&ana, "Beca", "Una pregunta");
    let two = opens(&bruno, "Beca", "Otra pregunta");
    sara.does(["note", &one, "-m", "Ojo: impagos anteriores"]);
    sara.does(["assign", &two, "--to", "marta", "--note", "Paciencia con la morosidad"]);
    before_and_after_merging(&desk, || {
        finds(&sara, "impago", &[&one]);
        finds(&sara, "paciencia pregunta", &[&two]);
        finds(&marta, "morosidad", &[&two]);
        finds(&marta, "impago", &[]);
        for query in ["impago", "impagos beca", "impa*", "ojo", "anteriores"] {
            finds(&ana, query, &[]);
            assert_eq!(ana.json(["list", "--status", "all", "--search", query]), serde_json::json!([]), "{query}");
        }
        finds(&bruno, "morosidad", &[]);
        // Each finds what is theirs, and nothing of the others.
        finds(&ana, "beca", &[&one]);
        finds(&bruno, "beca pregunta", &[&two]);
        finds(&marta, "beca", &[&two]);
        finds(&sara, "beca", &[&two, &one]);
    });
}

#[test]
fn it_combines_with_every_filter_order_and_cut() {
    let desk = Desk::staffed();
    let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
    let numbers: Vec<String> = (0..6)
        .map(|index| {
            desk.set_now(&format!("2026-11-23T09:0{index}:00Z"));
            opens(if index % 2 == 0 { &ana } else { &bruno }, &format!("Tema {index}"), "Sobre el trabajo final")
        })
        .collect();
    let picked = |places: &[usize]| places.iter().map(|place| numbers[*place].clone()).collect::<Vec<_>>();
    desk.set_now("2026-11-23T09:10:00Z");
    sara.does(["reply", &numbers[0], "-m", "Hecho"]);
    sara.does(["assign", &numbers[1], "--to", "marta"]);
    sara.does(["priority", &numbers[2], "high"]);
    sara.does(["close", &numbers[3]]);
    sara.does(["edit", &numbers[4], "--external-id", "X-4"]);
    before_and_after_merging(&desk, || {
        let check = |rest: &[&str], places: &[usize]| assert_eq!(found(&sara, "trabajos", rest), picked(places), "{rest:?}");
        // Newest first, whatever changed since, unless an order is named.
        check(&[], &[5, 4, 2, 1, 0]);
        check(&["--status", "all"], &[5, 4, 3, 2, 1, 0]);
        check(&["--status", "closed"], &[3]);
        check(&["--sort", "created", "--reverse"], &[0, 1, 2, 4, 5]);
        check(&["--sort", "priority", "--limit", "1"], &[2]);
        check(&["--limit", "2"], &[5, 4]);
        check(&["--limit", "2", "--after", &numbers[4]], &[2, 1]);
        check(&["--from", "bruno"], &[5, 1]);
        check(&["--to", "marta"], &[1]);
        check(&["--unassigned", "--from", "ana"], &[4, 2, 0]);
        check(&["--priority", "high"], &[2]);
        check(&["--external-id", "X-4"], &[4]);
        check(&["--external-id", "X-5"], &[]);
        check(&["--since", "2026-11-24"], &[]);
        assert_eq!(found(&sara, "examen", &["--external-id", "X-4"]), [""; 0]);
        assert_eq!(found(&sara, "hecho", &["--status", "all"]), picked(&[0]));
        assert_eq!(found(&ana, "trabajo", &["--unread"]), picked(&[0]));
    });
    assert_eq!(sara.json(["list", "--search", "tema 5 trabajo"])[0]["subject"], "Tema 5");
    let table = sara.run(["list", "--search", "tema", "--format", "csv", "--fields", "number"]).ok();
    assert_eq!(table.text().lines().count(), 6);
}

#[test]
fn a_subject_that_was_edited_is_found_by_its_new_words() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = opens(&ana, "Duda de Historia", "Sobre el examen de historia");
    for merges in [false, true] {
        if merges {
            desk.owner().run(["mail", "flush"]).ok();
        }
        sara.does(["edit", &number, "--subject", "Consulta de Derecho"]);
        finds(&sara, "consulta derecho", &[&number]);
        finds(&sara, "duda", &[]);
        finds(&sara, "historia", &[&number]);
        desk.owner().run(["verify"]).ok();
        sara.does(["edit", &number, "--subject", "Duda de Historia"]);
        finds(&ana, "duda historia", &[&number]);
        finds(&ana, "derecho", &[]);
        desk.owner().run(["verify"]).ok();
    }
}

#[test]
fn many_texts_are_taken_in_whoever_comes_by() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let numbers: Vec<_> = (0..40).map(|index| opens(&ana, &format!("Ticket {index}"), "Una pregunta")).collect();
    sara.command(["close", "-", "-m", "Resuelto"]).stdin(numbers.join("\n")).mail("queue").run().ok();
    let check = || {
        assert_eq!(found(&ana, "resuelto ticket", &["--status", "all"]).len(), 40);
        assert_eq!(found(&ana, "ticket 39", &["--status", "all"]), [numbers[39].clone()]);
    };
    assert_eq!(waiting(&desk), 120, "nobody came by");
    check();
    // The relay of any command does the most of it, the owner's all.
    ana.run(["reopen", &numbers[0], "-m", "Otra cosa"]).ok();
    let begun = Instant::now();
    while waiting(&desk) > 64 {
        assert!(begun.elapsed() < Duration::from_secs(30), "{} wait", waiting(&desk));
        std::thread::sleep(Duration::from_millis(20));
    }
    check();
    desk.owner().run(["mail", "flush"]).ok();
    assert_eq!(waiting(&desk), 0);
    check();
}

#[test]
fn what_cannot_be_looked_for_is_refused() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    opens(&ana, "Matrícula", "Una pregunta");
    let long = "a".repeat(201);
    for query in ["", " ", "¿?", "*", "ma*", "matric* ex*", "m*tricula", "mat**", "a b c d e f g h i j k", &long, "\u{1b}[2J*"] {
        let error = ana.refused(["list", "--search", query], 2, "bad-value");
        let words = format!("{}{}", error["message"].as_str().unwrap(), error["hint"].as_str().unwrap());
        assert!(words.contains("--search") && words.contains("matric*") && !words.contains('\u{1b}'), "{words}");
    }
    let english = ana.refused(["--lang", "en", "list", "--search", "ma*"], 2, "bad-value");
    assert!(english["message"].as_str().unwrap().contains("ma*"), "{english}");
    finds(&ana, "mat* \u{202e}pregunta '; DROP", &[]);
    finds(&ana, "\"matrícula\" (pregunta)", &[&found(&ana, "matricula", &[])[0]]);
}

#[test]
fn the_index_is_made_anew_when_asked() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = opens(&ana, "Matrícula", "Una pregunta");
    assert_eq!(waiting(&desk), 2, "nobody came by");
    desk.owner().run(["verify"]).ok();
    assert_eq!(waiting(&desk), 2, "a look changes nothing");
    let done = desk.owner().run(["verify", "--reindex"]).ok();
    assert_eq!(done.text(), "");
    assert!(done.talk().contains("índice"), "{done}");
    assert_eq!(waiting(&desk), 0, "what waited is in the new index");
    finds(&ana, "matriculas", &[&number]);
    desk.owner().run(["verify"]).ok();
}
