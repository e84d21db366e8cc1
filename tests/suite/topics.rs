//! The tree of topics from outside: where a topic may stand, how it comes and goes, and who answers it.

use serde_json::{Value, json};

use super::support::{Desk, Mail, Person};

fn to(letters: &[Mail]) -> Vec<String> {
    let mut to: Vec<_> = letters.iter().map(Mail::to).collect();
    to.sort_unstable();
    to
}

fn names(person: &Person<'_>) -> Vec<String> {
    let topics = person.json(["topic", "list"]);
    topics.as_array().unwrap().iter().map(|topic| topic["name"].as_str().unwrap().to_owned()).collect()
}

/// Adds topics one under the other, and gives the full name of the last.
fn chain(admin: &Person<'_>, letter: &str, length: usize) -> String {
    let mut full = String::new();
    for place in 1..=length {
        let name = format!("{letter}{place}");
        admin.does(["topic", "add", &name, "--parent", &full]);
        full = if full.is_empty() { name } else { format!("{full} / {name}") };
    }
    full
}

#[test]
fn a_name_that_several_topics_have_names_none() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    for parent in ["Historia", "Derecho"] {
        admin.does(["topic", "add", parent]);
        admin.does(["topic", "add", "Dudas", "--name-en", "Questions", "--parent", parent]);
    }
    let number = ana.opens("Una duda");
    let lines: [(&Person<'_>, &[&str]); 6] = [
        (&sara, &["list", "--topic", "Dudas"]),
        (&ana, &["open", "--topic", "Dudas", "-m", "Hola"]),
        (&sara, &["edit", &number, "--topic", "Dudas"]),
        (&admin, &["topic", "edit", "Dudas", "--name", "Otras"]),
        (&admin, &["topic", "retire", "Dudas"]),
        (&admin, &["topic", "add", "Más", "--parent", "Dudas"]),
    ];
    for (person, line) in lines {
        let error = person.refused(line, 3, "topic-ambiguous");
        let message = error["message"].as_str().unwrap();
        assert!(message.ends_with("«Dudas»: «Derecho / Dudas», «Historia / Dudas»."), "{line:?}: {error}");
    }
    let error = sara.refused(["--lang", "en", "list", "--topic", "questions"], 3, "topic-ambiguous");
    assert!(error["message"].as_str().unwrap().contains("Historia / Questions"), "{error}");
    sara.does(["edit", &number, "--topic", "Historia / Dudas"]);
}

#[test]
fn no_topic_stands_deeper_than_any_may() {
    let desk = Desk::new();
    let admin = desk.admin();
    let deepest = chain(&admin, "A", 5);
    chain(&admin, "X", 3);
    admin.refused(["topic", "add", "A6", "--parent", &deepest], 6, "topic-misplaced");
    // What stands under it comes along.
    admin.refused(["topic", "edit", "X1", "--parent", "A1 / A2 / A3"], 6, "topic-misplaced");
    admin.refused(["topic", "edit", "X1", "--parent", "X1 / X2"], 6, "topic-misplaced");
    admin.does(["topic", "edit", "X1", "--parent", "A1 / A2"]);
    assert!(names(&admin).contains(&"A1 / A2 / X1 / X2 / X3".to_owned()));
    // And back to the top.
    assert_eq!(admin.json(["topic", "edit", "X1", "--parent", ""])["changed"], true);
    assert_eq!(admin.json(["topic", "edit", "X1", "--parent", ""])["changed"], false);
    assert!(names(&admin).contains(&"X1 / X2 / X3".to_owned()));
}

#[test]
fn a_retired_topic_comes_back_and_takes_none_under_it() {
    let desk = Desk::new();
    let (admin, ana) = (desk.admin(), desk.client("ana"));
    admin.does(["topic", "add", "Historia", "--name-en", "History"]);
    admin.does(["topic", "add", "Arte", "--parent", "Historia"]);
    let number = ana.json(["open", "--topic", "Historia", "-m", "Hola"])["number"].as_str().unwrap().to_owned();
    admin.does(["topic", "retire", "Historia"]);
    admin.refused(["topic", "add", "Música", "--parent", "Historia"], 6, "topic-retired");
    admin.refused(["topic", "add", "Arte", "--parent", "Historia"], 6, "topic-retired");
    admin.does(["topic", "add", "Música"]);
    admin.refused(["topic", "edit", "Música", "--parent", "Historia"], 6, "topic-retired");
    ana.refused(["open", "--topic", "Historia", "-m", "Hola"], 6, "topic-retired");
    let back = admin.json(["topic", "add", "Historia"]);
    assert_eq!((&back["changed"], &back["retired"]), (&true.into(), &false.into()));
    assert_eq!(admin.json(["topic", "add", "Historia"])["changed"], false);
    // It is the same topic, with its other name, and what stood under it comes back by itself.
    assert_eq!(ana.json(["list", "--topic", "History"])[0]["number"], number.as_str());
    ana.refused(["open", "--topic", "Historia / Arte", "-m", "Hola"], 6, "topic-retired");
    admin.does(["topic", "add", "Arte", "--parent", "Historia"]);
    ana.json(["open", "--topic", "Historia / Arte", "-m", "Hola"]);
    // A name in English can be taken away.
    admin.does(["topic", "edit", "Historia", "--name-en", ""]);
    ana.refused(["open", "--topic", "History", "-m", "Hola"], 3, "topic-not-found");
}

#[test]
fn a_topic_names_its_agents() {
    let desk = Desk::staffed();
    let (admin, sara) = (desk.admin(), desk.person("sara"));
    let added = admin.json(["topic", "add", "Historia", "--agents", "marta, mateo,@MARTA", "--auto-assign", "on"]);
    assert_eq!((&added["agents"], &added["auto_assign"]), (&json!(["marta", "mateo"]), &json!(true)));
    let again = |line: &[&str]| admin.json([&["topic"], line].concat())["changed"].clone();
    assert_eq!(again(&["add", "Historia"]), false);
    assert_eq!(again(&["add", "Historia", "--agents", "marta,mateo", "--auto-assign", "on"]), false);
    admin.refused(["topic", "add", "Historia", "--agents", "marta"], 6, "topic-taken");
    assert_eq!(again(&["edit", "Historia", "--agents", "mateo"]), true);
    assert_eq!(again(&["edit", "Historia", "--agents", "mateo"]), false);
    assert_eq!(again(&["edit", "Historia", "--auto-assign", "off"]), true);
    admin.refused(["topic", "edit", "Historia", "--agents", "ana"], 6, "cannot-be-assigned");
    admin.refused(["topic", "edit", "Historia", "--agents", "nadie"], 3, "person-not-found");
    admin.refused(["topic", "edit", "Historia", "--auto-assign", "sí"], 2, "invalid-value");
    sara.refused(["topic", "edit", "Historia", "--agents", "marta"], 5, "not-allowed");
    let listed = |person: &Person<'_>| {
        let topics = person.json(["topic", "list"]);
        let topic = topics.as_array().unwrap().iter().find(|topic| topic["name"] == "Historia").unwrap().clone();
        (topic["agents"].clone(), topic["auto_assign"].clone())
    };
    assert_eq!(listed(&sara), (json!(["mateo"]), json!(false)));
    // Who answers is not for clients and guests.
    for stranger in [desk.person("ana"), desk.guest("nadie")] {
        assert_eq!(listed(&stranger), (Value::Null, Value::Null));
        assert!(!stranger.run(["topic", "list"]).ok().text().contains("Docentes"));
    }
    let table = sara.run(["topic", "list"]).ok();
    assert!(table.text().contains("Docentes") && table.text().contains("mateo"), "{table}");
    admin.does(["topic", "edit", "Historia", "--agents", ""]);
    assert_eq!(listed(&sara).0, json!([]));
    // What is brought back is answered by whom it was, unless that is said anew.
    admin.does(["topic", "edit", "Historia", "--agents", "marta"]);
    admin.does(["topic", "retire", "Historia"]);
    assert_eq!(admin.json(["topic", "add", "Historia", "--auto-assign", "on"])["agents"], json!(["marta"]));
    assert_eq!(listed(&sara), (json!(["marta"]), json!(true)));
}

#[test]
fn a_topic_assigns_on_opening() {
    let desk = Desk::staffed();
    let (admin, ana, sara) = (desk.admin(), desk.person("ana"), desk.person("sara"));
    admin.does(["topic", "add", "Historia", "--agents", "marta,mateo", "--auto-assign", "on"]);
    admin.does(["topic", "add", "Roma", "--parent", "Historia"]);
    admin.does(["topic", "add", "Grecia", "--parent", "Historia", "--agents", "mateo"]);
    let line = ["--json", "open", "--topic", "Historia / Roma", "-m", "¿Cuándo?"];
    let rehearsed = ana.run([&line[..], &["--dry-run"]].concat()).ok().json();
    let letter = |to: &str| json!({"to": to, "event": "opened", "lang": "es"});
    assert_eq!(rehearsed["mail"], json!([letter("marta"), letter("ana")]));
    let (opened, letters) = desk.letters_of(|| ana.run(line).ok().json());
    assert_eq!((&opened["status"], &opened["assignee"]["handle"]), (&"pending".into(), &"marta".into()));
    // One letter, that of the opening; and the receipt is the same as ever.
    assert_eq!(to(&letters), ["ana@example.com", "marta@example.com"]);
    let number = opened["number"].as_str().unwrap();
    let thread = sara.sees(number)["thread"].clone();
    assert_eq!(
        (&thread[1]["event"], &thread[1]["author"], &thread[1]["details"]["to"]),
        (&"assigned".into(), &Value::Null, &"marta".into())
    );
    // The client's last agent goes before the one with the fewest, as with `assign --auto`.
    assert_eq!(ana.json(["open", "--topic", "Historia", "-m", "Otra"])["assignee"]["handle"], "marta");
    let other = sara.json(["open", "--for", "bruno", "--topic", "Historia", "-m", "Otra"]);
    assert_eq!(other["assignee"]["handle"], "mateo");
    // Who answers a topic is one thing, whether opening assigns is another.
    let grecia = ["open", "--topic", "Historia / Grecia", "-m", "Otra"];
    assert_eq!(sara.json([&grecia[..], &["--for", "bruno"]].concat())["assignee"]["handle"], "mateo");
    admin.does(["topic", "edit", "Historia / Grecia", "--auto-assign", "off"]);
    assert_eq!(ana.json(grecia)["status"], "new");
    // Who is away or suspended is nobody; and nobody need be there for a client to open one.
    sara.does(["user", "away", "marta", "--until", "3d"]);
    assert_eq!(ana.json(["open", "--topic", "Historia", "-m", "Otra"])["assignee"]["handle"], "mateo");
    admin.does(["user", "suspend", "mateo", "--reason", "Baja"]);
    let (alone, letters) = desk.letters_of(|| ana.json(["open", "--topic", "Historia", "-m", "Otra"]));
    assert_eq!((&alone["status"], &alone["assignee"]), (&"new".into(), &Value::Null));
    assert_eq!(to(&letters), ["ana@example.com", "sara@example.com"]);
    desk.owner().run(["verify"]).ok();
}

#[test]
fn a_topic_may_say_otherwise_than_the_one_above() {
    let desk = Desk::staffed();
    let (admin, ana, sara) = (desk.admin(), desk.person("ana"), desk.person("sara"));
    admin.does(["topic", "add", "Historia", "--agents", "marta", "--auto-assign", "on"]);
    let keys =
        ["agents", "agents_inherited", "effective_agents", "auto_assign", "auto_assign_inherited", "effective_auto_assign"];
    let answered = |topic: &Value| keys.map(|key| topic[key].clone());
    let added = admin.json(["topic", "add", "Roma", "--parent", "Historia"]);
    let inherits = [json!([]), json!(true), json!(["marta"]), json!(false), json!(true), json!(true)];
    assert_eq!(answered(&added), inherits);
    let edit = |words: &[&str]| admin.json([&["topic", "edit", "Historia / Roma"], words].concat());
    let opens = || ana.json(["open", "--topic", "Historia / Roma", "-m", "Hola"])["status"].clone();
    assert_eq!(opens(), "pending");
    let off = edit(&["--auto-assign", "off"]);
    assert_eq!((&off["changed"], answered(&off)[3..].to_vec()), (&json!(true), vec![json!(false), json!(false), json!(false)]));
    assert_eq!(edit(&["--auto-assign", "off"])["changed"], false);
    assert_eq!(opens(), "new");
    // It stands also when the one above changes, and there is a way back.
    admin.does(["topic", "edit", "Historia", "--auto-assign", "off"]);
    admin.does(["topic", "edit", "Historia", "--auto-assign", "on"]);
    assert_eq!(opens(), "new");
    assert_eq!(answered(&edit(&["--auto-assign", "inherit"])), inherits);
    assert_eq!(opens(), "pending");
    // Whoever is there, also where the topic above has its own.
    let anybody = edit(&["--agents", "*"]);
    assert_eq!(answered(&anybody)[..3], [json!([]), json!(false), json!([])]);
    let explained = |client: &str| {
        let number = sara.json(["open", "--for", client, "--topic", "Historia / Roma", "-m", "Hola"])["number"].clone();
        sara.sees(number.as_str().unwrap())["assignee"]["handle"].clone()
    };
    assert_eq!(explained("bruno"), "mateo", "the one with the fewest open tickets, and not the topic's");
    let (spanish, english) = (sara.run(["topic", "list"]).ok(), sara.run(["--lang", "en", "topic", "list"]).ok());
    assert!(spanish.text().contains("Cualquiera") && spanish.text().contains("Sí (del tema superior)"), "{spanish}");
    assert!(english.text().contains("Anybody") && english.text().contains("Yes (from the topic above)"), "{english}");
    assert_eq!(answered(&edit(&["--agents", ""])), inherits);
    assert!(sara.run(["topic", "list"]).ok().text().contains("marta (del tema superior)"));
    let topics = ana.json(["topic", "list"]);
    let listed = topics.as_array().unwrap().iter().find(|topic| topic["name"] == "Historia / Roma").unwrap();
    assert!(answered(listed).iter().all(Value::is_null), "who answers is not for clients");
}
