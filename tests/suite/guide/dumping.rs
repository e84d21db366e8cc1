//! What a whole desk, and merging, look like at a terminal.

use crate::support::stage::{Data, Stage};
use crate::support::{Desk, Person};

fn on_terminal(person: &Person<'_>, words: &[&str], data: Data) -> Stage {
    let run = person.command([&["--no-pager"], words].concat()).env("TERM", "xterm").env("NO_COLOR", "1");
    Stage::open(tempfile::tempdir().unwrap(), &run.build(), "", 150, data)
}

#[test]
fn a_whole_desk_is_never_shown_on_a_terminal() {
    let desk = Desk::new();
    let admin = desk.admin();
    for (lang, words, hint) in [
        ("es", "Un centro entero no se muestra en un terminal", "taquilla dump centro.ndjson"),
        ("en", "A whole desk is not shown on a terminal", "taquilla dump desk.ndjson"),
    ] {
        let mut stage = on_terminal(&admin, &["--lang", lang, "dump", "-"], Data::Shown);
        let _over = stage.start();
        stage.wait(words);
        stage.wait(hint);
        assert_eq!(stage.end(), "2");
        assert!(!stage.seen.contains("\"kind\""), "{}", stage.seen);
    }
    // Into a file it may go from a terminal.
    let mut stage = on_terminal(&admin, &["--lang", "es", "dump", "centro.ndjson"], Data::Shown);
    let _over = stage.start();
    stage.wait("Guárdelo bien");
    assert_eq!(stage.end(), "0");
    assert!(desk.home().join("centro.ndjson").exists());
}

#[test]
fn merge_asks_what_goes_on_and_again_for_what_is_no_number() {
    let desk = Desk::staffed();
    let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
    let [first, second, third] = ["Una", "Dos", "Tres"].map(|subject| ana.opens(subject));
    let other = bruno.opens("De Bruno");
    let mut stage = on_terminal(&sara, &["--lang", "es", "merge", &second, &third], Data::Shown);
    let _over = stage.start();
    stage.wait("¿A qué ticket");
    stage.send("no es\r");
    stage.wait("¿A qué ticket");
    stage.send(&format!("{first}\r"));
    stage.wait(&format!("taquilla unir {second} {third} --into {first}"));
    assert_eq!(stage.end(), "0");
    assert_eq!(sara.sees(&third)["merged_into"], first.as_str());
    // What is refused ends the command, in words, and nothing is done.
    for (into, words) in
        [(&other, "El ticket no es del mismo cliente"), (&second, "ya forma parte del"), (&first, "no se puede unir a sí mismo")]
    {
        let mut stage = on_terminal(&sara, &["--lang", "es", "merge", &first], Data::Shown);
        let _over = stage.start();
        stage.wait("¿A qué ticket");
        stage.send(&format!("{into}\r"));
        stage.wait(words);
        assert_eq!(stage.end(), "6");
    }
    let mut stage = on_terminal(&sara, &["--lang", "es", "merge", &first], Data::Shown);
    let _over = stage.start();
    stage.wait("¿A qué ticket");
    stage.send("\u{4}");
    assert_eq!(stage.end(), "9");
    assert_eq!(sara.sees(&first)["status"], "new");
}
