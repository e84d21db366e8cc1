//! `merge`: tickets about the same matter become one, for everybody who has to do with them.

use serde_json::{Value, json};

use super::support::{Desk, Mail, Person};
use taquilla::domain::time::Span;

/// The texts of a thread with who wrote each, and the ticket it was written in.
fn texts(ticket: &Value) -> Vec<(String, String, Value)> {
    let thread = ticket["thread"].as_array().unwrap().iter();
    let text = |entry: &Value| (entry["author"]["handle"].as_str().unwrap().into(), entry["body"].as_str().unwrap().into());
    let texts = thread.filter(|entry| entry["body"].is_string());
    texts.map(text).zip(texts_from(ticket)).map(|((who, what), from)| (who, what, from)).collect()
}

fn texts_from(ticket: &Value) -> Vec<Value> {
    let thread = ticket["thread"].as_array().unwrap().iter();
    thread.filter(|entry| entry["body"].is_string()).map(|entry| entry["merged_from"].clone()).collect()
}

fn event(ticket: &Value, id: &str) -> Value {
    let found = ticket["thread"].as_array().unwrap().iter().find(|entry| entry["event"] == id);
    found.unwrap_or_else(|| panic!("no {id}: {ticket}"))["details"].clone()
}

fn opens(client: &Person<'_>, subject: &str, message: &str) -> String {
    let line = ["--json", "open", "--subject", subject, "-m", message];
    client.command(line).mail("queue").run().ok().json()["number"].as_str().unwrap().to_owned()
}

fn subjects(letters: &[Mail]) -> Vec<(String, String)> {
    let mut subjects: Vec<_> = letters.iter().map(|letter| (letter.to().to_owned(), letter.subject().to_owned())).collect();
    subjects.sort();
    subjects
}

#[test]
fn what_was_said_goes_on_in_one_thread_with_its_files_authors_and_times() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let first = opens(&ana, "Capítulo dos", "¿Puedo cambiar el tema?");
    desk.advance(Span::hours(1));
    desk.file("esquema.txt", "El esquema");
    let line = ["--json", "open", "--subject", "Otra vez", "-m", "Adjunto el zurrón", "--attach", "esquema.txt"];
    let second = ana.command(line).mail("queue").run().ok().json()["number"].as_str().unwrap().to_owned();
    desk.advance(Span::hours(1));
    let third = opens(&ana, "Sin respuesta", "¿Nadie?");
    sara.does(["assign", &first, "--to", "marta"]);
    sara.does(["note", &second, "-m", "Es la misma duda"]);
    sara.does(["priority", &third, "high"]);
    marta.does(["reply", &first, "-m", "Sí, puede"]);
    desk.advance(Span::hours(1));
    let merged = sara.json(["merge", &third, &second, "--into", &first]);
    let told: Vec<_> =
        merged.as_array().unwrap().iter().map(|one| (&one["number"], &one["changed"], &one["merged_into"])).collect();
    let (t, yes, into) = (json!(true), [json!(third), json!(second)], json!(first));
    assert_eq!(told, [(&yes[0], &t, &into), (&yes[1], &t, &into)], "in the order given");
    let whole = sara.sees(&first);
    let text = |who: &str, what: &str, from: Value| (who.to_owned(), what.to_owned(), from);
    let expected = [
        text("ana", "¿Puedo cambiar el tema?", Value::Null),
        text("marta", "Sí, puede", Value::Null),
        text("ana", "Adjunto el zurrón", json!(second)),
        text("sara", "Es la misma duda", json!(second)),
        text("ana", "¿Nadie?", json!(third)),
    ];
    assert_eq!(texts(&whole), expected, "what was opened first comes first");
    assert_eq!(whole["thread"][1]["event"], "assigned");
    let facts = (&whole["status"], &whole["priority"], &whole["assignee"]["handle"], &whole["messages"], &whole["attachments"]);
    assert_eq!(facts, (&json!("pending"), &json!("high"), &json!("marta"), &json!(5), &json!(1)));
    let part = sara.sees(&second);
    assert_eq!(whole["waiting_since"], part["created_at"], "the earliest of what waited");
    assert_eq!((&part["status"], &part["closed_by"], &part["waiting_since"]), (&json!("closed"), &json!("sara"), &Value::Null));
    assert_eq!(event(&part, "merged"), json!({ "from": null, "to": first, "reason": null }));
    assert_eq!(event(&whole, "merged")["from"], json!(second));
    assert_eq!(texts(&part).len(), 2, "its own thread stays");
    let at = |ticket: &Value, body: &str| {
        let thread = ticket["thread"].as_array().unwrap();
        thread.iter().find(|entry| entry["body"] == body).unwrap()["at"].clone()
    };
    assert_eq!(at(&whole, "¿Nadie?"), sara.sees(&third)["created_at"]);
    // The files are in both, and whoever has the one may have them.
    let id = marta.json(["attachment", &first])[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(marta.run(["attachment", &first, &id, "-o", "-"]).ok().text(), "El esquema");
    assert_eq!(ana.run(["attachment", &second, "1.1", "-o", "-"]).ok().text(), "El esquema");
    // A client sees no note, nor that there was one.
    let hers = ana.sees(&first);
    assert_eq!(
        texts(&hers).iter().map(|(_, text, _)| text.as_str()).collect::<Vec<_>>(),
        ["¿Puedo cambiar el tema?", "Sí, puede", "Adjunto el zurrón", "¿Nadie?"]
    );
    assert_eq!(texts_from(&hers)[2..], [json!(second), json!(third)]);
    let found = sara.json(["list", "--search", "zurrón", "--status", "open"]);
    assert_eq!(found.as_array().unwrap().iter().map(|one| &one["number"]).collect::<Vec<_>>(), [&json!(first)]);
    // Once more changes nothing, and nobody is told.
    let (again, letters) = desk.letters_of(|| sara.json(["merge", &second, &third, "--into", &first]));
    assert!(again.as_array().unwrap().iter().all(|one| one["changed"] == false), "{again}");
    assert!(letters.is_empty());
    assert_eq!(sara.sees(&first), whole);
    desk.owner().run(["verify"]).ok();
}

#[test]
fn each_person_is_told_once_and_the_one_who_acts_never() {
    let desk = Desk::staffed();
    let (ana, sara, marta, mateo) = (desk.person("ana"), desk.person("sara"), desk.person("marta"), desk.person("mateo"));
    let [first, second, third] = ["Una", "Dos", "Tres"].map(|subject| ana.opens(subject));
    sara.does(["assign", &first, "--to", "marta"]);
    sara.does(["assign", &second, &third, "--to", "mateo"]);
    let rehearsal = sara.json(["merge", &second, &third, "--into", &first, "-n"]);
    let mut planned: Vec<_> = rehearsal[1]["mail"].as_array().unwrap().iter().map(|one| one["to"].as_str().unwrap()).collect();
    planned.sort_unstable();
    assert_eq!((planned, &rehearsal[1]["mail"][0]["event"]), (vec!["ana", "marta", "mateo"], &json!("merged")));
    let (_, letters) = desk.letters_of(|| sara.run(["merge", &second, &third, "--into", &first]).ok());
    let whole = format!("Re: [#{first}] Una");
    let expected = [(ana.email(), whole.as_str()), (marta.email(), &whole), (mateo.email(), &format!("Re: [#{second}] Dos"))]
        .map(|(to, subject)| (to.to_owned(), subject.to_owned()));
    assert_eq!(subjects(&letters), expected);
    let said = |to: &str| letters.iter().find(|letter| letter.to() == to).unwrap().text.clone().unwrap();
    let (hers, martas, mateos) = (said(ana.email()), said(marta.email()), said(mateo.email()));
    assert!(hers.contains(&format!("Hemos unido sus tickets {second} y {third} al ticket {first}")), "{hers}");
    assert!(martas.contains("que lleva usted") && martas.contains("Una pregunta"), "{martas}");
    assert!(
        mateos.contains(&format!("los tickets {second} y {third}")) && mateos.contains("a otro que no lleva usted"),
        "{mateos}"
    );
    for hidden in [first.as_str(), "Marta", "Una pregunta"] {
        assert!(!mateos.contains(hidden), "what he cannot see is not told: {hidden}: {mateos}");
    }
    // Mateo still reads what was his, not what it became a part of.
    mateo.refused(["show", &first], 3, "ticket-not-found");
    let his = mateo.sees(&second);
    assert_eq!((&his["merged_into"], &event(&his, "merged")["to"]), (&Value::Null, &Value::Null));
    let error = mateo.refused(["reply", &second, "-m", "Hola"], 6, "ticket-merged");
    assert!(!error.to_string().contains(&first), "{error}");
    let shown = mateo.run(["show", &second]).ok();
    assert!(shown.text().contains("lo une a otro ticket") && !shown.text().contains(&first), "{shown}");
    // Whoever does not want these letters gets none, and `assigned` to oneself is nobody else's affair.
    let fourth = ana.opens("Cuatro");
    desk.admin().does(["config", "set", "mail.notify.merged", "off"]);
    let (_, letters) = desk.letters_of(|| sara.run(["merge", &fourth, "--into", &first]).ok());
    assert!(letters.is_empty());
}

#[test]
fn a_merged_ticket_leads_to_the_other_and_takes_nothing_any_more() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let [first, second, third] = ["Una", "Dos", "Tres"].map(|subject| ana.opens(subject));
    sara.does(["merge", &second, "--into", &first]);
    for line in [
        &["reply", &second, "-m", "Hola"][..],
        &["reply", &second, "-m", "Hola", "--close"],
        &["reopen", &second],
        &["open", "--follow-up", &second, "-m", "Hola"],
    ] {
        let error = ana.refused(line, 6, "ticket-merged");
        let (message, hint) = (error["message"].as_str().unwrap(), error["hint"].as_str().unwrap());
        assert!(message.contains(&first) && hint.contains(&first), "{error}");
    }
    for line in [
        &["note", &second, "-m", "Hola"][..],
        &["assign", &second, "--to", "marta"],
        &["release", &second],
        &["priority", &second, "high"],
        &["edit", &second, "--subject", "Otra"],
        &["reopen", &second],
    ] {
        sara.refused(line, 6, "ticket-merged");
    }
    assert_eq!(sara.json(["close", &second])[0]["changed"], false);
    // What is so already leads on too, and so do words that came with it.
    for (lang, whole, verb) in
        [("es", format!("forma parte del {first}"), "responder"), ("en", format!("part of {first}"), "reply")]
    {
        let closed = ana.run(["--lang", lang, "close", &second, "-m", "Gracias"]).ok();
        assert!(closed.talk().contains(&whole) && closed.talk().contains(&format!("{verb} {first} -m")), "{closed}");
    }
    let guest = ana.elsewhere();
    for (lang, command) in
        [("es", format!("taquilla estado {first} --email")), ("en", format!("taquilla status {first} --email"))]
    {
        let (_, letters) = desk.letters_of(|| guest.run(["--lang", lang, "status", &second, "--email", ana.email()]).ok());
        // What was queued before may leave now, too.
        let code = letters.iter().find(|letter| !letter.subject().contains("[#")).unwrap().code();
        let shown = guest.run(["--lang", lang, "status", &second, "--email", ana.email(), "--code", &code]).ok();
        assert!(shown.talk().contains(&command) && shown.text().contains(&first), "{shown}");
    }
    let (spanish, english) = (ana.run(["show", &second]).ok(), ana.run(["--lang", "en", "show", &second]).ok());
    assert!(spanish.text().contains(&format!("{first} (taquilla ver {first})")), "{spanish}");
    assert!(spanish.text().contains(&format!("lo une al ticket {first}")), "{spanish}");
    assert!(english.text().contains(&format!("{first} (taquilla show {first})")), "{english}");
    assert!(english.text().contains(&format!("merges it into ticket {first}")), "{english}");
    let whole = ana.run(["show", &first]).ok();
    assert!(whole.text().contains(&format!("une a este el ticket {second}")), "{whole}");
    // What becomes a part of a third leads there with all that it had.
    sara.does(["merge", &first, "--into", &third]);
    assert_eq!(sara.sees(&second)["merged_into"], json!(third));
    assert_eq!(texts_from(&sara.sees(&third)), [Value::Null, json!(first), json!(second)]);
    assert_eq!(sara.json(["merge", &second, "--into", &first])[0]["changed"], false, "both are in the third");
    desk.owner().run(["verify"]).ok();
}

#[test]
fn what_cannot_be_merged_is_refused_and_nothing_is_done() {
    let desk = Desk::staffed();
    let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
    let [first, second, part, closed] = ["Una", "Dos", "Tres", "Cuatro"].map(|subject| ana.opens(subject));
    let other = bruno.opens("De Bruno");
    sara.does(["merge", &part, "--into", &second]);
    sara.does(["close", &closed]);
    sara.refused(["merge", &other, "--into", &first], 6, "other-client");
    sara.refused(["merge", &first, "--into", &first], 6, "merge-into-itself");
    sara.refused(["merge", &part, "--into", &first], 6, "ticket-merged");
    let error = sara.refused(["merge", &first, "--into", &part], 6, "ticket-merged");
    assert!(error["hint"].as_str().unwrap().contains(&second), "{error}");
    let error = sara.refused(["merge", &first, "--into", &closed], 6, "ticket-closed");
    assert!(error["hint"].as_str().unwrap().contains(&closed), "{error}");
    sara.refused(["merge", &first, "--into", "999999"], 3, "ticket-not-found");
    sara.refused(["merge", "999999", "--into", &first], 3, "ticket-not-found");
    sara.refused(["merge", &first, "--into", "x y"], 2, "bad-value");
    let error = sara.refused(["merge", &first], 2, "missing-value");
    assert!(error["message"].as_str().unwrap().contains("--into"), "{error}");
    let error = sara.refused(["merge", "999999", &part, &other, "--into", &first], 6, "several-refused");
    let told: Vec<_> = error["refusals"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(told, ["ticket-not-found", "ticket-merged", "other-client"]);
    assert_eq!(sara.sees(&second)["status"], "new", "all or nothing");
    // A number that is given twice is one ticket.
    assert_eq!(sara.json(["merge", &closed, &closed, "--into", &second, "-n"]).as_array().unwrap().len(), 1);
    sara.refused(["merge", &first, &first, "--into", &first], 6, "merge-into-itself");
    // Where several are already parts of others, and where one is twice in the chain.
    sara.refused(["merge", &part, &second, "--into", &part], 6, "several-refused");
    // The good ones, if so asked; a closed one may be a part.
    let line = ["--json", "merge", &closed, &other, &second, "--into", &first, "--keep-going"];
    let partly = sara.command(line).mail("queue").run().exits(8).json();
    assert_eq!(partly.as_array().unwrap().iter().map(|one| &one["number"]).collect::<Vec<_>>(), [&json!(closed), &json!(second)]);
    assert_eq!(texts_from(&sara.sees(&first)), [Value::Null, json!(second), json!(part), json!(closed)]);
    assert_eq!(bruno.sees(&other)["status"], "new");
    desk.owner().run(["verify"]).ok();
}

#[test]
fn what_somebody_has_read_there_is_not_new_to_them_here() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let [first, second] = ["Una", "Dos"].map(|subject| ana.opens(subject));
    sara.does(["assign", &first, &second, "--to", "marta"]);
    sara.does(["reply", &second, "-m", "Leído"]);
    ana.run(["show", &second]).ok();
    sara.does(["reply", &second, "-m", "Sin leer"]);
    for number in [&first, &second] {
        marta.run(["show", number]).ok();
    }
    sara.does(["merge", &second, "--into", &first]);
    let unread = |person: &Person<'_>, number: &str| person.sees(number)["unread"].clone();
    assert_eq!((unread(&ana, &first), unread(&marta, &first)), (json!(1), json!(0)));
    assert_eq!((unread(&ana, &second), unread(&sara, &second)), (json!(0), json!(0)), "it is unread in one place only");
    let listed = ana.json(["list"]);
    assert_eq!(listed.as_array().unwrap().iter().map(|one| &one["number"]).collect::<Vec<_>>(), [&json!(first)]);
}

#[test]
fn the_parts_of_a_ticket_go_to_its_new_client_with_it() {
    let desk = Desk::staffed();
    let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
    let [first, second, third, other] = ["Una", "Dos", "Tres", "Cuatro"].map(|subject| ana.opens(subject));
    sara.does(["merge", &third, "--into", &second]);
    sara.does(["merge", &second, "--into", &first]);
    sara.does(["edit", &first, &other, "--client", "bruno"]);
    for part in [&second, &third] {
        ana.refused(["show", part], 3, "ticket-not-found");
        ana.refused(["reply", part, "-m", "Hola"], 3, "ticket-not-found");
        let his = bruno.sees(part);
        assert_eq!((&his["client"]["handle"], &his["merged_into"]), (&json!("bruno"), &json!(first)));
        let changed = json!({ "from": "ana", "to": "bruno", "reason": null });
        assert_eq!(event(&sara.sees(part), "client-changed"), changed);
    }
    assert!(ana.json(["list", "--status", "all"]).as_array().unwrap().is_empty());
    let error = bruno.refused(["reply", &second, "-m", "Hola"], 6, "ticket-merged");
    assert!(error["hint"].as_str().unwrap().contains(&first), "{error}");
    // Once more changes nothing.
    assert_eq!(sara.json(["edit", &first, "--client", "bruno"])[0]["changed"], false);
    desk.owner().run(["verify"]).ok();
}
