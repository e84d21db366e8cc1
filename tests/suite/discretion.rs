//! What numbers tell: nobody learns from gaps how much is said behind their back.

use serde_json::Value;

use super::support::{Desk, Person};

/// The ids of the entries of a thread and of the files with them, in order.
fn ids(person: &Person<'_>, number: &str) -> Vec<String> {
    let thread = person.sees(number)["thread"].take();
    let of = |entry: &Value| {
        let files = entry["attachments"].as_array().unwrap().iter().map(|file| &file["id"]);
        std::iter::once(&entry["id"]).chain(files).map(|id| id.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    thread.as_array().unwrap().iter().flat_map(of).collect()
}

fn fetched(person: &Person<'_>, number: &str, id: &str) -> String {
    person.run(["attachment", number, id, "-o", "-"]).ok().text().to_owned()
}

#[test]
fn a_client_sees_no_gaps_where_staff_talk_among_themselves() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    for name in ["una", "dos", "tres"] {
        desk.file(&format!("{name}.txt"), name);
    }
    let number = ana.json(["open", "-m", "Toma", "--attach", "una.txt"])["number"].as_str().unwrap().to_owned();
    sara.does(["note", &number, "-m", "Ojo", "--attach", "dos.txt"]);
    sara.does(["priority", &number, "high"]);
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["note", &number, "-m", "Más ojo"]);
    sara.does(["reply", &number, "-m", "Toma", "--attach", "tres.txt"]);
    assert_eq!(ids(&ana, &number), ["1", "1.1", "2", "3", "3.1"]);
    assert_eq!(ids(&sara, &number), ["1", "1.1", "2", "2.1", "3", "4", "5", "6", "6.1"]);
    // What one is told is what one asks for.
    let listed = |who: &Person<'_>| {
        let files = who.json(["attachment", &number]);
        let id = |file: &Value| file["id"].as_str().unwrap().to_owned();
        files.as_array().unwrap().iter().map(|file| (id(file), fetched(who, &number, &id(file)))).collect::<Vec<_>>()
    };
    let told = |pairs: &[(&str, &str)]| pairs.iter().map(|(id, name)| ((*id).into(), (*name).into())).collect::<Vec<_>>();
    assert_eq!(listed(&ana), told(&[("1.1", "una"), ("3.1", "tres")]));
    assert_eq!(listed(&sara), told(&[("1.1", "una"), ("2.1", "dos"), ("6.1", "tres")]));
    for wrong in ["0.1", "2.1", "3.0", "3.2", "4.1", "6.1", "x"] {
        ana.refused(["attachment", &number, wrong, "-o", "-"], 3, "attachment-not-found");
        ana.refused(["attachment", &number, wrong, "--mail"], 3, "attachment-not-found");
    }
    let (_, letters) = desk.letters_of(|| ana.run(["attachment", &number, "3.1", "--mail"]).ok());
    assert_eq!(letters[0].attachments.iter().map(|file| file.bytes.as_slice()).collect::<Vec<_>>(), [b"tres"]);
}

#[test]
fn a_letter_calls_a_file_what_its_reader_calls_it() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["note", &number, "-m", "Ojo"]);
    // Too large for a letter, which then tells how to fetch it.
    desk.file("grande.bin", vec![7; 9 << 20]);
    let reply = ["reply", &number, "-m", "Toma", "--attach", "grande.bin"];
    let (_, letters) = desk.letters_of(|| sara.run(reply).ok());
    let to_ana = letters.iter().find(|letter| letter.to() == ana.email()).expect("she is told");
    let id = ids(&ana, &number).pop().unwrap();
    assert!(to_ana.body().contains(&format!("{number} {id}")), "{id}: {}", to_ana.body());
    assert_eq!(ana.run(["attachment", &number, &id, "-o", "-"]).ok().stdout.len(), 9 << 20);
    // Who has the ticket is told what staff call it.
    let (_, letters) = desk.letters_of(|| sara.run(["assign", &number, "--to", "mateo"]).ok());
    let id = ids(&sara, &number).into_iter().find(|id| id.contains('.')).unwrap();
    assert!(letters[0].body().contains(&format!("{number} {id}")), "{id}: {}", letters[0].body());
}
