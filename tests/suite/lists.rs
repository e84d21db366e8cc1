//! `list` from outside: its columns, what it shows without being asked, every filter, every order, and how it is cut.

use taquilla::domain::time::Span;

use super::support::{Desk, Person};

fn ids(person: &Person<'_>, line: &[&str]) -> Vec<String> {
    let answer = person.command(["list", "--format", "ids"].iter().chain(line)).run().ok();
    answer.text().lines().map(str::to_owned).collect()
}

#[track_caller]
fn lists(person: &Person<'_>, line: &[&str], expected: &[&String]) {
    assert_eq!(ids(person, line).iter().collect::<Vec<_>>(), expected, "{line:?}");
}

#[test]
fn the_columns_stand_in_the_order_of_the_guide() {
    let desk = Desk::staffed();
    desk.person("bruno").opens("Una");
    let check = |language: &str, headings: [&str; 7]| {
        let table = desk.person("sara").run(["--lang", language, "list"]).ok();
        let line = table.text().lines().find(|line| line.contains(headings[0])).unwrap().to_owned();
        let places: Vec<_> =
            headings.iter().map(|heading| line.find(heading).unwrap_or_else(|| panic!("{heading}: {line}"))).collect();
        assert!(places.is_sorted(), "{line}");
    };
    check("es", ["Número", "Última actualización", "Asunto", "De", "Prioridad", "Asignado a", "Estado"]);
    check("en", ["Number", "Last update", "Subject", "From", "Priority", "Assigned to", "Status"]);
    let row = desk.person("sara").run(["list"]).ok();
    assert!(row.text().contains("Nuevo") && row.text().contains("Bruno") && row.text().contains("Normal"), "{row}");
}

#[test]
fn without_filters_it_lists_what_is_open_and_a_client_what_is_unread() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let numbers: Vec<_> = ["Una", "Dos", "Tres"].map(|subject| ana.opens(subject)).into();
    let [one, two, three] = [&numbers[0], &numbers[1], &numbers[2]];
    sara.does(["close", two, "-m", "Hecho"]);
    sara.does(["close", three]);
    lists(&ana, &["--sort", "created", "--reverse"], &[one, two]);
    lists(&sara, &[], &[one]);
    ana.run(["show", two]).ok();
    lists(&ana, &[], &[one]);
    lists(&ana, &["--status", "closed", "--sort", "created", "--reverse"], &[two, three]);
    lists(&ana, &["--status", "all", "--sort", "created", "--reverse"], &[one, two, three]);
    lists(&ana, &["--status", "new,closed", "--sort", "created", "--reverse"], &[one, two, three]);
    lists(&ana, &["--status", "open"], &[one]);
    // An agent sees what they have, a client what is theirs, and a list of nothing is no failure.
    lists(&marta, &["--status", "all"], &[]);
    lists(&desk.person("bruno"), &["--status", "all"], &[]);
    assert_eq!(marta.run(["--json", "list"]).ok().json(), serde_json::json!([]));
    sara.refused(["list", "--status", "abierto"], 2, "bad-value");
}

#[test]
fn filters_combine() {
    let desk = Desk::staffed();
    let (ana, bruno, sara, marta) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"), desk.person("marta"));
    desk.admin().does(["topic", "add", "Historia"]);
    desk.admin().does(["topic", "add", "Roma", "--parent", "Historia"]);
    let one = ana.opens("Una");
    desk.set_now("2026-11-23T23:30:00Z");
    bruno.log_in().ok();
    let two = bruno.opens("Dos");
    desk.set_now("2026-11-24T08:00:00Z");
    sara.log_in().ok();
    marta.log_in().ok();
    ana.log_in().ok();
    let three = ana.opens("Tres");
    sara.does(["edit", &two, "--topic", "Historia / Roma", "--external-id", "X-1"]);
    desk.set_now("2026-11-24T08:00:01Z");
    sara.does(["assign", &three, "--to", "marta"]);
    sara.does(["priority", &three, "high"]);
    let oldest_first = ["--sort", "created", "--reverse"];
    let check = |person: &Person<'_>, line: &[&str], expected: &[&String]| {
        let line: Vec<_> = line.iter().chain(&oldest_first).copied().collect();
        lists(person, &line, expected);
    };
    check(&sara, &["--unassigned"], &[&one, &two]);
    check(&sara, &["--to", "marta"], &[&three]);
    check(&sara, &["--to", "marta@example.com"], &[&three]);
    check(&sara, &["--mine"], &[]);
    check(&marta, &["--mine"], &[&three]);
    check(&marta, &["--to", "me"], &[&three]);
    check(&marta, &["--from", "ana"], &[&three]);
    check(&ana, &["--mine"], &[&one, &three]);
    // Filters narrow each other: what is mine is not Marta's.
    check(&sara, &["--mine", "--to", "marta"], &[]);
    check(&marta, &["--mine", "--to", "marta"], &[&three]);
    check(&marta, &["--mine", "--from", "ana"], &[&three]);
    check(&sara, &["--from", "ana"], &[&one, &three]);
    check(&sara, &["--from", "ana@example.com", "--priority", "normal"], &[&one]);
    check(&sara, &["--topic", "Historia"], &[&two]);
    check(&sara, &["--topic", "Historia / Roma"], &[&two]);
    check(&sara, &["--topic", "Reportar consulta"], &[&one, &three]);
    check(&sara, &["--priority", "high"], &[&three]);
    check(&sara, &["--external-id", "X-1"], &[&two]);
    check(&sara, &["--external-id", "X-2"], &[]);
    check(&sara, &["--status", "pending"], &[&three]);
    check(&sara, &["--status", "pending", "--priority", "low"], &[]);
    check(&sara, &["--flagged"], &[]);
    // Days are those of the desk's zone, both included: half past eleven at night in UTC is the next day in Madrid.
    check(&sara, &["--until", "2026-11-23"], &[&one]);
    check(&sara, &["--since", "2026-11-24"], &[&two, &three]);
    check(&sara, &["--since", "2026-11-24", "--until", "2026-11-24"], &[&two, &three]);
    check(&sara, &["--since", "2026-11-24T08:00:01Z"], &[&three]);
    check(&sara, &["--since", "12h"], &[&two, &three]);
    check(&sara, &["--since", "1d"], &[&one, &two, &three]);
    sara.run(["show", &one]).ok();
    check(&sara, &["--unread"], &[&two, &three]);
    sara.refused(["list", "--to", "nadie"], 3, "person-not-found");
    sara.refused(["list", "--topic", "Nada"], 3, "topic-not-found");
    for (since, until) in [("2026-11-24", "2026-11-23"), ("1h", "2h"), ("2026-11-24 10:00", "2026-11-24 10:00")] {
        let error = sara.refused(["list", "--since", since, "--until", until], 2, "bad-period");
        assert!(error["message"].as_str().unwrap().contains(since), "{error}");
    }
    for wrong in ["ayer", "2026-13-01", "3x", ""] {
        sara.refused(["list", "--since", wrong], 2, "bad-value");
    }
    // Whom one may not know of is not there.
    marta.refused(["list", "--from", "bruno"], 3, "person-not-found");
    marta.refused(["list", "--from", "ana@example.com"], 3, "person-not-found");
    ana.refused(["list", "--to", "sara@example.com"], 3, "person-not-found");
}

#[test]
fn orders_and_cuts() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let numbers: Vec<String> = (0..5)
        .map(|index| {
            desk.set_now(&format!("2026-11-23T09:0{index}:00Z"));
            ana.opens(&format!("Ticket {index}"))
        })
        .collect();
    let picked = |places: &[usize]| places.iter().map(|place| &numbers[*place]).collect::<Vec<_>>();
    sara.does(["priority", &numbers[1], "emergency"]);
    sara.does(["priority", &numbers[3], "low"]);
    desk.set_now("2026-11-23T09:10:00Z");
    sara.does(["reply", &numbers[2], "-m", "Hecho"]);
    desk.set_now("2026-11-23T09:11:00Z");
    sara.does(["close", &numbers[4]]);
    desk.set_now("2026-11-23T09:12:00Z");
    sara.does(["close", &numbers[0]]);
    let all = |rest: &[&'static str]| [&["--status", "all"], rest].concat();
    lists(&sara, &all(&[]), &picked(&[0, 4, 2, 3, 1]));
    lists(&sara, &all(&["--sort", "updated"]), &picked(&[0, 4, 2, 3, 1]));
    lists(&sara, &all(&["--sort", "created"]), &picked(&[4, 3, 2, 1, 0]));
    lists(&sara, &all(&["--sort", "created", "--reverse"]), &picked(&[0, 1, 2, 3, 4]));
    lists(&sara, &["--status", "closed", "--sort", "closed"], &picked(&[0, 4]));
    assert_eq!(ids(&sara, &["--sort", "due"])[..2].iter().collect::<Vec<_>>(), picked(&[1, 3]), "nearest first, none last");
    assert_eq!(ids(&sara, &all(&["--sort", "priority"]))[0], numbers[1]);
    assert_eq!(ids(&sara, &all(&["--sort", "priority"]))[4], numbers[3]);
    lists(&sara, &all(&["--sort", "created", "--limit", "2"]), &picked(&[4, 3]));
    lists(
        &sara,
        &all(&["--sort", "created", "--limit", "2", "--after"]).iter().chain(&[numbers[3].as_str()]).copied().collect::<Vec<_>>(),
        &picked(&[2, 1]),
    );
    lists(&sara, &["--status", "all", "--sort", "created", "--reverse", "--after", &numbers[3]], &picked(&[4]));
    sara.run(["list", "--limit", "0"]).exits(2);
    sara.refused(["list", "--after", "999999"], 3, "ticket-not-found");
    sara.run(["list", "--sort", "fecha"]).exits(2);
}

#[test]
fn piped_it_is_never_cut_short() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    for index in 0..30 {
        desk.person("ana").opens(&format!("Ticket {index}"));
    }
    assert_eq!(ids(&sara, &[]).len(), 30);
    for format in ["csv", "tsv"] {
        assert_eq!(sara.run(["list", "--format", format]).ok().text().lines().count(), 31);
    }
    assert_eq!(sara.run(["list", "--format", "ndjson"]).ok().text().lines().count(), 30);
    assert_eq!(sara.json(["list"]).as_array().unwrap().len(), 30);
    let table = sara.run(["list"]).ok();
    assert_eq!(table.text().matches("Ticket ").count(), 30);
    assert_eq!(table.talk(), "");
    assert!(!table.text().contains('\u{1b}'), "no colour in a pipe");
}

#[test]
fn what_is_overdue_is_listed_in_every_order_and_form() {
    let desk = Desk::staffed();
    let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
    let later = |span| {
        desk.advance(span);
        for person in [&ana, &bruno, &sara, &desk.person("marta")] {
            person.log_in().ok();
        }
    };
    let one = ana.opens("Una");
    later(Span::days(1));
    let (two, answered) = (bruno.opens("Dos"), ana.opens("Tres"));
    sara.does(["assign", &two, "--to", "marta"]);
    let ids = |more: &[&str]| {
        let listed = sara.does([&["list", "--overdue", "--format", "ids"][..], more].concat());
        listed.text().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let only = |more: &[&str], number: &str| assert_eq!(ids(more), [number], "{more:?}");
    assert_eq!(ids(&[]), [""; 0]);
    later(Span::hours(30));
    only(&[], &one);
    sara.does(["reply", &answered, "-m", "Hecho"]);
    later(Span::days(1));
    for order in ["updated", "created", "closed", "due", "priority"] {
        let all = ids(&["--sort", order]);
        let due_first = order == "due";
        assert_eq!(all, if due_first { [one.clone(), two.clone()] } else { [two.clone(), one.clone()] }, "{order}");
        let [first, last] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(ids(&["--sort", order, "--reverse"]), [last.clone(), first.clone()], "{order}");
        only(&["--sort", order, "--limit", "1"], first);
        only(&["--sort", order, "--after", first], last);
        let objects = sara.json(["list", "--overdue", "--sort", order]);
        assert!(objects.as_array().unwrap().iter().all(|ticket| ticket["overdue"] == true), "{objects}");
        assert_eq!(objects.as_array().unwrap().len(), 2);
        let late = sara.json(["list", "--status", "all", "--sort", order]);
        let late = late.as_array().unwrap().iter().filter(|ticket| ticket["overdue"] == true);
        assert_eq!(late.map(|ticket| ticket["number"].as_str().unwrap()).collect::<Vec<_>>(), all, "{order}");
    }
    only(&["--unassigned"], &one);
    only(&["--to", "marta"], &two);
    only(&["--search", "dos"], &two);
    only(&["--until", "2026-11-23", "--sort", "due"], &one);
    assert_eq!(ids(&["--status", "answered"]), [""; 0]);
    assert_eq!(ids(&["--flagged"]), [""; 0]);
    assert_eq!(desk.person("marta").does(["list", "--overdue", "--format", "ids"]).text(), format!("{two}\n"));
    assert_eq!(sara.json(["stats"])["overdue"], 2);
    // Whose client is suspended does not fall due.
    sara.does(["user", "suspend", "bruno", "--reason", "Datos"]);
    only(&[], &one);
    only(&["--limit", "1"], &one);
    for (language, words) in [("es", "No hay"), ("en", "There are no")] {
        let none = sara.does(["--lang", language, "list", "--overdue", "--status", "closed"]);
        assert!(none.stdout.is_empty() && none.talk().starts_with(words), "{none}");
    }
}

#[test]
fn a_search_that_finds_nothing_says_what_to_do() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("La fecha de la entrega");
    // The small words of a language are words as others are.
    for words in ["de la", "la de", "entrega de la"] {
        assert_eq!(sara.does(["list", "--search", words, "--format", "ids"]).text(), format!("{number}\n"), "{words}");
    }
    for (language, open, all) in
        [("es", "Ningún ticket abierto", "Ningún ticket contiene"), ("en", "No open ticket", "No ticket has")]
    {
        let none = |more: &[&str]| sara.does([&["--lang", language, "list", "--search", "de los"][..], more].concat());
        assert!(none(&[]).talk().starts_with(open) && none(&[]).talk().contains("--status all"), "{}", none(&[]));
        assert!(none(&["--status", "all"]).talk().starts_with(all), "{}", none(&["--status", "all"]));
        assert_eq!(none(&["--json"]).text(), "[]\n");
    }
}
