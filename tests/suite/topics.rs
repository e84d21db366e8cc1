//! The tree of topics from outside: where a topic may stand, and how it comes and goes.

use super::support::{Desk, Person};

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
