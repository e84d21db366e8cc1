//! Attachments from outside: put in, listed, fetched, mailed, and refused.

use std::os::unix::fs::PermissionsExt;

use sha2::{Digest, Sha256};

use super::support::{Desk, Person};

fn names(person: &Person<'_>, number: &str) -> Vec<String> {
    let files = person.json(["attachment", number]);
    files.as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_file_comes_out_as_it_went_in() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let bytes: Vec<u8> = (0..300_000_u32).map(|index| (index * 7 % 251) as u8).collect();
    let sum = data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes));
    desk.file("año 1.bin", &bytes);
    desk.file("vacío.txt", "");
    let opened = ana.json(["open", "-m", "Con archivos", "--attach", "año 1.bin", "--attach", "vacío.txt"]);
    let number = opened["number"].as_str().unwrap();
    assert_eq!(opened["attachments"], 2);
    let files = sara.json(["attachment", number]);
    let keys: Vec<_> = files[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["id", "name", "size", "type", "sha256"]);
    assert_eq!((files[0]["name"].as_str(), files[0]["size"].as_u64()), (Some("año 1.bin"), Some(300_000)));
    assert_eq!((files[0]["sha256"].as_str(), files[0]["type"].as_str()), (Some(sum.as_str()), Some("application/octet-stream")));
    assert_eq!(files, sara.sees(number)["thread"][0]["attachments"]);
    let id = files[0]["id"].as_str().unwrap();
    assert_eq!(sara.run(["attachment", number, id, "-o", "-"]).ok().stdout, bytes);
    let fetched = sara.run(["attachment", number, id, "-o", "otro.bin"]).ok();
    assert_eq!(fetched.text(), "");
    assert_eq!(std::fs::read(desk.home().join("otro.bin")).unwrap(), bytes);
    assert_eq!(std::fs::metadata(desk.home().join("otro.bin")).unwrap().permissions().mode() & 0o777, 0o600);
    // What is there already is never written over.
    desk.file("otro.bin", "mío");
    sara.refused(["attachment", number, id, "-o", "otro.bin"], 2, "file-exists");
    sara.refused(["attachment", number, id], 2, "file-exists");
    assert_eq!(std::fs::read(desk.home().join("otro.bin")).unwrap(), "mío".as_bytes());
    std::fs::remove_file(desk.home().join("año 1.bin")).unwrap();
    sara.run(["attachment", number, id]).ok();
    assert_eq!(std::fs::read(desk.home().join("año 1.bin")).unwrap(), bytes);
    let empty = files[1]["id"].as_str().unwrap();
    assert_eq!(sara.run(["attachment", number, empty, "-o", "-"]).ok().stdout, b"");
    sara.run(["attachment", number, empty, "-o", "nada.txt"]).ok();
    assert_eq!(std::fs::read(desk.home().join("nada.txt")).unwrap(), b"");
    for wrong in ["9.9", "1.0", "0.1", "x", "", "1.99999999999999999999", "4294967297.1"] {
        sara.refused(["attachment", number, wrong], 3, "attachment-not-found");
    }
    sara.refused(["attachment", number, id, "-o", "no/hay/tal.bin"], 2, "file-not-found");
    // To one's own address, and to nobody else's.
    let (_, letters) = desk.letters_of(|| sara.run(["attachment", number, id, "--mail"]).ok());
    assert_eq!((letters.len(), letters[0].to().as_str()), (1, "sara@example.com"));
    assert!(letters[0].attachments.iter().any(|file| file.bytes == bytes));
    assert_eq!(letters[0].attachments.len(), 1, "that one, and not the others of its text");
    let outcome = sara.run(["attachment", number, id, "--mail"]).ok();
    assert!(outcome.talk().contains("«año 1.bin»"), "{outcome}");
    assert!(sara.run(["attachment", number, "--mail"]).exits(2).talk().contains("ID"));
}

#[test]
fn the_files_of_a_note_are_not_for_clients() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    desk.file("secreto.txt", "secreto");
    sara.does(["note", &number, "-m", "Mira", "--attach", "secreto.txt"]);
    sara.does(["reply", &number, "-m", "Toma", "--attach", "secreto.txt"]);
    assert_eq!((names(&sara, &number).len(), names(&ana, &number).len()), (2, 1));
    assert_eq!((sara.sees(&number)["attachments"].as_u64(), ana.sees(&number)["attachments"].as_u64()), (Some(2), Some(1)));
    // What staff call the public one by is nothing to her: hers are numbered among themselves.
    let id = sara.json(["attachment", &number])[1]["id"].as_str().unwrap().to_owned();
    ana.refused(["attachment", &number, &id, "-o", "-"], 3, "attachment-not-found");
    ana.refused(["attachment", &number, &id, "--mail"], 3, "attachment-not-found");
}

#[test]
fn names_are_made_harmless() {
    let desk = Desk::staffed();
    desk.admin().does(["config", "set", "rules.burst", "100"]);
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    std::fs::create_dir(desk.home().join("dentro")).unwrap();
    let long = format!("{}.pdf", "á".repeat(120));
    let cases = [
        ("dentro/../-rf", "-rf"),
        ("dentro/.oculto", "oculto"),
        ("dentro/a\u{1b}[2Jb\u{202e}.txt", "a[2Jb.txt"),
        ("dentro/=cmd()", "=cmd()"),
        ("dentro/ …", "…"),
    ];
    for (path, expected) in cases {
        desk.file(path, path);
        ana.does(["reply", &number, "-m", "Toma", &format!("--attach={path}")]);
        assert_eq!(names(&ana, &number).last().map(String::as_str), Some(expected));
    }
    desk.file(&long, "x");
    ana.does(["reply", &number, "-m", "Toma", "--attach", &long]);
    let name = names(&ana, &number).pop().unwrap();
    assert!(name.len() <= 120 && name.ends_with(".pdf"), "{name}");
    // Fetched without a name it is written here, and nowhere else.
    let files = ana.json(["attachment", &number]);
    std::fs::remove_file(desk.home().join("-rf")).unwrap();
    ana.run(["attachment", &number, files[0]["id"].as_str().unwrap()]).ok();
    assert!(desk.home().join("-rf").is_file());
    let table = ana.run(["attachment", &number]).ok();
    assert!(!table.text().contains(['\u{1b}', '\u{202e}']));
    // A spreadsheet takes none of them for a formula.
    let csv = ana.run(["attachment", &number, "--format", "csv", "--fields", "name"]).ok();
    assert!(csv.text().contains("'-rf") && csv.text().contains("'=cmd()"), "{csv}");
}

#[test]
fn what_is_too_large_or_too_many_or_no_file_is_refused_whole() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    let huge = std::fs::File::create(desk.home().join("enorme.bin")).unwrap();
    huge.set_len(25 * 1024 * 1024 + 1).unwrap();
    let error = ana.refused(["reply", &number, "-m", "Toma", "--attach", "enorme.bin"], 6, "attachment-too-large");
    assert!(error["message"].as_str().unwrap().contains("25"), "{error}");
    desk.admin().does(["config", "set", "attachment.max", "1KiB"]);
    desk.file("justo.bin", vec![0; 1024]);
    desk.file("largo.bin", vec![0; 1025]);
    let error = ana.refused(["open", "-m", "Toma", "--attach", "justo.bin", "--attach", "largo.bin"], 6, "attachment-too-large");
    assert!(error["message"].as_str().unwrap().contains("1 KiB"), "{error}");
    ana.does(["reply", &number, "-m", "Toma", "--attach", "justo.bin"]);
    let many: Vec<_> = (0..21).flat_map(|_| ["--attach", "justo.bin"]).collect();
    let line = ["reply", &number, "-m", "Toma"];
    ana.refused(line.iter().chain(&many), 6, "too-many-attachments");
    ana.does(line.iter().chain(&many[..40]));
    ana.refused(["reply", &number, "-m", "Toma", "--attach", "nada.pdf"], 2, "file-not-found");
    ana.refused(["reply", &number, "-m", "Toma", "--attach", "."], 2, "file-is-directory");
    ana.refused(["reply", &number, "-m", "Toma", "--attach", ""], 2, "missing-value");
    assert_eq!(ana.json(["list"]).as_array().unwrap().len(), 1, "nothing was opened");
    assert_eq!(ana.sees(&number)["messages"], 3);
}

#[test]
fn the_files_of_those_who_may_not_send_them_are_not_kept() {
    let desk = Desk::staffed();
    let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
    let number = ana.opens("Una");
    // Random enough that nothing makes it smaller, and more than the store has room for as it is.
    let large = |seed: u64| -> Vec<u8> {
        let next = |state: &mut u64| {
            *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            Some((*state >> 56) as u8)
        };
        std::iter::repeat_with({
            let mut state = seed;
            move || next(&mut state).unwrap()
        })
        .take(12 << 20)
        .collect()
    };
    desk.file("uno.bin", large(1));
    desk.file("dos.bin", large(2));
    let files = ["--attach", "uno.bin", "--attach", "dos.bin"];
    let size = || std::fs::metadata(desk.path().join("desk.redb")).unwrap().len();
    let before = size();
    let line = |words: &[&str]| -> Vec<String> { words.iter().chain(&files).map(|word| (*word).to_owned()).collect() };
    for number in [&number, "999999"] {
        bruno.refused(line(&["reply", number, "-m", "Toma"]), 3, "ticket-not-found");
        bruno.refused(line(&["reply", number, "-m", "Toma", "--key", "k"]), 3, "ticket-not-found");
        bruno.refused(line(&["open", "-m", "Toma", "--follow-up", number]), 3, "ticket-not-found");
        desk.person("mateo").refused(line(&["note", number, "-m", "Toma"]), 3, "ticket-not-found");
    }
    desk.person("marta").refused(line(&["open", "-m", "Toma", "--for", "ana"]), 5, "not-allowed");
    desk.guest("nadie").refused(line(&["open", "-m", "Toma"]), 4, "not-logged-in");
    ana.refused(line(&["open", "-m", " "]), 2, "empty-message");
    ana.refused(line(&["reply", &number, "-m", "\n"]), 2, "empty-message");
    desk.file("a.txt", "hola");
    let keyed = ["reply", &number, "-m", "Toma", "--attach", "a.txt", "--key", "k"];
    let first = ana.does(keyed);
    sara.does(["user", "suspend", "ana", "--reason", "Datos"]);
    ana.log_in().ok();
    ana.refused(line(&["open", "-m", "Toma"]), 6, "suspended");
    ana.refused(line(&["reply", &number, "-m", "Toma"]), 6, "suspended");
    assert_eq!(ana.does(keyed).stdout, first.stdout, "what was done before is said again");
    assert!(size() < before + (8 << 20), "{before} bytes have become {}", size());
}

#[test]
fn what_is_mailed_has_a_receipt() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    desk.file("a.txt", "hola");
    let number = ana.json(["open", "-m", "Toma", "--attach", "a.txt"])["number"].as_str().unwrap().to_owned();
    let id = ana.json(["attachment", &number])[0]["id"].as_str().unwrap().to_owned();
    let line = ["attachment", &number, &id, "--mail"];
    let rehearsed = ["attachment", &number, &id, "--mail", "--dry-run"];
    let (answer, letters) = desk.letters_of(|| ana.json(rehearsed));
    assert_eq!((&answer["number"], &answer["id"], letters.len()), (&number.as_str().into(), &id.as_str().into(), 0));
    assert_eq!((&answer["dry_run"], &answer["mail"][0]["to"]), (&true.into(), &"ana".into()), "{answer}");
    let talk = ana.run(rehearsed).ok().talk().to_owned();
    assert!(talk.contains("Es una prueba") && !talk.contains("enviamos"), "{talk}");
    let (answer, letters) = desk.letters_of(|| ana.json(line));
    assert_eq!((answer, letters.len()), (serde_json::json!({ "number": number, "id": id }), 1));
    let told = ana.run(line).ok();
    assert!(told.text().is_empty() && told.talk().contains("enviamos"), "{told}");
}
