//! `assign --auto`, and topics that assign by themselves: to whom tickets go when nobody says, and why.

use serde_json::json;

use super::assigning::{open, rows, to};
use super::support::Desk;

#[test]
fn the_last_agent_is_whoever_of_those_who_are_there_had_the_last_ticket() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let mut place = 0;
    let mut goes = |to: &str| {
        place += 1;
        sara.does(["assign", &ana.opens(&format!("Ticket {place}")), "--to", to]);
    };
    // mateo has more than marta: only that he knows the client speaks for him.
    ["mateo", "mateo", "carmen", "sara"].into_iter().for_each(&mut goes);
    let auto = |number: &str| sara.json(["assign", number, "--auto"]);
    let next = ana.opens("Después de Secretaría");
    assert_eq!(rows(&auto(&next), "reason"), [(next.as_str(), "mateo", &json!("last-agent"))]);
    // Whoever is away is left out, not the rule.
    goes("marta");
    sara.does(["user", "away", "marta", "--until", "3d"]);
    let [first, second] = ["Uno", "Otro"].map(|subject| ana.opens(subject));
    let answer = sara.json(["assign", &first, &second, "--auto"]);
    let last = json!("last-agent");
    assert_eq!(rows(&answer, "reason"), [(first.as_str(), "mateo", &last), (second.as_str(), "mateo", &last)]);
}

#[test]
fn the_rule_gives_nothing_to_whoever_cannot_log_in_yet() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let admin = desk.admin();
    admin.does(["user", "create", "--email", "eva@example.com", "--name", "Eva", "--role", "agent"]);
    admin.does(["topic", "add", "Historia", "--agents", "eva,mateo", "--auto-assign", "on"]);
    let opened = open(&ana, "Historia");
    assert_eq!(sara.sees(&opened)["assignee"]["handle"], "mateo");
    sara.does(["assign", &ana.opens("Una"), &ana.opens("Dos"), "--to", "marta"]);
    let bruno = desk.person("bruno");
    let next = bruno.opens("Tres");
    assert_eq!(rows(&sara.json(["assign", &next, "--auto"]), "reason"), [(next.as_str(), "mateo", &json!("fewest-open"))]);
    // By name as ever, and what they have stays theirs.
    sara.does(["assign", &next, "--to", "eva"]);
    assert_eq!(rows(&sara.json(["assign", &next, "--auto"]), "reason"), [(next.as_str(), "eva", &json!("kept"))]);
}

#[test]
fn whoever_is_in_a_topic_may_stay_in_it() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    admin.does(["topic", "add", "Historia", "--agents", "marta"]);
    admin.does(["user", "suspend", "marta", "--reason", "Baja"]);
    let topic = admin.json(["topic", "edit", "Historia", "--agents", "mateo,marta"]);
    assert_eq!(topic["agents"], json!(["mateo", "marta"]));
    admin.does(["topic", "edit", "Historia", "--agents", "mateo"]);
    admin.refused(["topic", "edit", "Historia", "--agents", "mateo,marta"], 6, "cannot-be-assigned");
}

#[test]
fn the_rule_says_who_and_why() {
    let desk = Desk::staffed();
    let eva = desk.staff("eva", "agent");
    let [ana, bruno, sara] = ["ana", "bruno", "sara"].map(|name| desk.person(name));
    let admin = desk.admin();
    admin.does(["topic", "add", "Historia", "--agents", "mateo"]);
    admin.does(["topic", "add", "Roma", "--parent", "Historia"]);
    let auto = |numbers: &[&str]| sara.json([&["assign"], numbers, &["--auto"]].concat());
    // Nobody speaks for them: they go round, by what each has.
    let first: Vec<_> = (0..4).map(|place| ana.opens(&format!("Ticket {place}"))).collect();
    let [four, three, two, one] = [3, 2, 1, 0].map(|place: usize| first[place].as_str());
    sara.does(["assign", two, "--to", "marta"]);
    let of_bruno = bruno.opens("De otro");
    let answer = auto(&[&of_bruno]);
    assert_eq!(rows(&answer, "reason"), [(of_bruno.as_str(), "mateo", &json!("fewest-open"))], "of equals whoever came first");
    // The client's last agent, whichever of their tickets is asked about.
    let answer = auto(&[one, three, two]);
    let last = json!("last-agent");
    assert_eq!(rows(&answer, "reason"), [(one, "marta", &last), (three, "marta", &last), (two, "marta", &json!("kept"))]);
    assert_eq!(answer[2]["changed"], false);
    // The client's own agent before that.
    sara.does(["user", "edit", "ana", "--agent", "eva"]);
    assert_eq!(rows(&auto(&[four]), "reason"), [(four, "eva", &json!("client-agent"))]);
    assert_eq!(eva.sees(four)["status"], "pending");
    // A client of whom nobody has anything: the topic's agents, the one above where it names none.
    let carla = desk.client("carla");
    let in_topic = open(&carla, "Historia / Roma");
    assert_eq!(rows(&auto(&[&in_topic]), "reason"), [(in_topic.as_str(), "mateo", &json!("topic-agent"))]);
    // Nobody who is away or suspended.
    sara.does(["user", "away", "eva", "--until", "3d", "--substitute", "marta"]);
    admin.does(["user", "suspend", "mateo", "--reason", "Baja"]);
    let [fifth, sixth] = [ana.opens("Cinco"), open(&carla, "Historia / Roma")];
    let answer = auto(&[&fifth, &sixth]);
    let why = rows(&answer, "reason");
    assert_eq!(why, [(fifth.as_str(), "marta", &last), (sixth.as_str(), "marta", &json!("fewest-open"))]);
    sara.does(["user", "away", "marta", "--until", "3d"]);
    let seventh = ana.opens("Siete");
    sara.refused(["assign", &seventh, "--auto"], 6, "nobody-available");
    sara.refused(["assign", "999999", "--auto"], 3, "ticket-not-found");
    sara.does(["close", &seventh]);
    sara.refused(["assign", &seventh, "--auto"], 6, "ticket-closed");
    ana.refused(["assign", &fifth, "--auto"], 5, "not-allowed");
}

#[test]
fn a_batch_by_the_rule_goes_round_and_tells_each_once() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let clients: Vec<_> = (0..4).map(|place| desk.client(&format!("cliente{place}"))).collect();
    let opened: Vec<_> = (0..3).flat_map(|_| clients.iter().map(|client| client.opens("Una")).collect::<Vec<_>>()).collect();
    let ids = opened.join("\n");
    let line = ["assign", "-", "--auto", "--explain"];
    let rehearsed = sara.command([&["--json"][..], &line, &["--dry-run"]].concat()).stdin(ids.clone()).run().ok().json();
    let (answer, letters) =
        desk.letters_of(|| sara.command([&["--json"], &line[..]].concat()).stdin(ids.clone()).run().ok().json());
    assert_eq!(rows(&answer, "reason"), rows(&rehearsed, "reason"), "a rehearsal says what will be");
    for (place, row) in rows(&answer, "reason").iter().enumerate() {
        // The first of each client goes round; the others follow it.
        let expected =
            (opened[place].as_str(), ["marta", "mateo"][place % 2], if place < 4 { "fewest-open" } else { "last-agent" });
        assert_eq!((row.0, row.1, row.2.as_str().unwrap()), expected);
    }
    assert_eq!(to(&letters), ["marta@example.com", "mateo@example.com"]);
    let (again, letters) = desk.letters_of(|| sara.command([&["--json"], &line[..]].concat()).stdin(ids).run().ok().json());
    assert!(rows(&again, "changed").iter().all(|row| row.2 == false) && letters.is_empty());
    for (language, heading, why) in [("es", "Motivo", "Ya lo tenía"), ("en", "Why", "Had it already")] {
        let table = sara.run(["--lang", language, "assign", &opened[0], "--auto", "--explain"]).ok();
        assert!(table.text().contains(heading) && table.text().contains(why), "{table}");
        let table = sara.run(["--lang", language, "assign", &opened[0], "--auto"]).ok();
        assert!(!table.text().contains(heading), "{table}");
    }
    let csv = sara.run(["assign", &opened[0], "--auto", "--format", "csv", "--fields", "number,reason,asked_for.handle"]).ok();
    assert_eq!(csv.text(), format!("number,reason,asked_for.handle\n{},kept,\n", opened[0]));
    desk.owner().run(["verify"]).ok();
}
