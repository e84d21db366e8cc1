//! Whom a ticket is for, asked at a terminal: by `assign` without `--to`, and in the menus.

use taquilla::domain::language::Language;

use super::sitting::Sitting;
use crate::support::stage::{Data, Stage};
use crate::support::{Desk, folder};

/// `assign` on a terminal of its own, with more than the number said or not.
fn assigns(desk: &Desk, words: &[&str]) -> Stage {
    let sara = desk.person("sara");
    let run = sara.command([&["--no-pager", "--lang", "es", "assign"], words].concat()).env("TERM", "xterm").env("NO_COLOR", "1");
    Stage::open(folder(), &run.build(), "", 150, Data::Shown)
}

#[test]
fn assign_asks_to_whom_and_tells_who_has_how_much() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let [one, two] = ["Una", "Dos"].map(|subject| ana.opens(subject));
    sara.does(["assign", &one, "--to", "marta"]);
    sara.does(["user", "away", "mateo", "--until", "2026-11-25", "--substitute", "marta"]);
    let mut stage = assigns(&desk, &[&two, "--note", "Urge"]);
    let _over = stage.start();
    stage.wait("¿A quién?");
    stage.wait("Marta (marta): un ticket abierto");
    stage.wait("Mateo (mateo): sin tickets abiertos; fuera hasta el 25/11, sustituye: marta");
    stage.wait("Sara (sara)");
    stage.wait("automático");
    stage.send("2\r");
    stage.wait("Mateo está fuera");
    stage.wait("lo que se le asigna va a Marta");
    stage.wait(&format!("taquilla asignar {two} --to mateo"));
    assert_eq!(stage.end(), "0");
    assert_eq!(sara.sees(&two)["assignee"]["handle"], "marta");
    // By the rule, and nothing is asked where it is said.
    let three = ana.opens("Tres");
    let mut stage = assigns(&desk, &[&three]);
    let _over = stage.start();
    stage.wait("automático");
    stage.send("\u{1b}[F\r");
    stage.wait(&format!("taquilla asignar {three} --auto"));
    assert_eq!(stage.end(), "0");
    assert_eq!(sara.sees(&three)["assignee"]["handle"], "marta");
    let mut stage = assigns(&desk, &[&three, "--to", "sara"]);
    let _over = stage.start();
    assert_eq!(stage.end(), "0");
    assert!(!stage.seen.contains("A quién"), "{}", stage.seen);
    // Ctrl-D changes nothing.
    let four = ana.opens("Cuatro");
    let mut stage = assigns(&desk, &[&four]);
    let _over = stage.start();
    stage.wait("automático");
    stage.send("\u{4}");
    assert_eq!(stage.end(), "9");
    assert_eq!(sara.sees(&four)["status"], "new");
}

#[test]
fn a_substitute_who_closes_a_ticket_is_led_back() {
    let desk = Desk::staffed();
    let (ana, sara, mateo) = (desk.person("ana"), desk.person("sara"), desk.person("mateo"));
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "mateo"]);
    let mut sitting = Sitting::at(&mateo, Language::Spanish);
    sitting.answer("guide-user", "2\r");
    sitting.answer("guide-list-open", "\r");
    sitting.answer("ui-status-pending", "4\r");
    sitting.answer("guide-close-sure", "s\r");
    sitting.see("done-close");
    sitting.see("guide-user");
    sitting.send("\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    let refused = sitting.said("error-ticket-not-found");
    assert!(!sitting.stage.seen.contains(&refused), "{}", sitting.stage.seen);
    assert_eq!(sara.sees(&number)["closed_by"], "mateo");
}
