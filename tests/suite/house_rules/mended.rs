//! At a terminal: whoever wrote what is refused is shown the place, and may mend it or leave it.

use crate::support::stage::{Data, Stage};
use crate::support::{Desk, Person, folder};

const DOWN: &str = "\u{1b}[B";

fn sit(person: &Person<'_>, line: &[&str]) -> Stage {
    let run = person
        .command(line.iter().copied())
        .mail("queue")
        .env("TERM", "xterm")
        .env("TAQUILLA_EDITOR", "sed -i s/612345678/mañana/");
    let stage = Stage::open(folder(), &run.build(), "", 100, Data::Shown);
    drop(stage.start());
    stage
}

#[test]
fn words_that_are_refused_are_mended_in_the_editor_or_anew() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Duda");
    let mut stage = sit(&ana, &["reply", &number, "-m", "Le llamo al 612345678."]);
    stage.wait("no se puede hablar de números de teléfono");
    stage.wait("Le llamo al ");
    stage.wait("^^^^^^^^^");
    stage.wait("¿Qué quiere hacer?");
    stage.send("\r");
    stage.wait("Le llamo al mañana.");
    assert_eq!(stage.end(), "0");
    let mut stage = sit(&desk.person("bruno"), &["open", "--subject", "mail bruno@mail.com", "-m", "Call 612345678"]);
    stage.wait("may not be mentioned here");
    stage.wait("Subject");
    stage.send("Question\r");
    stage.wait("What would you like to do?");
    stage.send(&format!("{DOWN}\r"));
    stage.wait("Write the message again");
    stage.send("Call me tomorrow\r.\r");
    stage.wait("--subject Question");
    assert_eq!(stage.end(), "0");
}

#[test]
fn words_that_are_not_mended_are_kept() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Duda");
    let mut stage = sit(&ana, &["reply", &number]);
    stage.wait("un punto");
    stage.send("Soy ana@correo.es\r.\r");
    stage.wait("¿Qué quiere hacer?");
    stage.send(&format!("{DOWN}{DOWN}\r"));
    stage.wait("queda guardado");
    assert_eq!(stage.end(), "9");
    let mut stage = sit(&ana, &["close", &number, "-m", "Soy ana@correo.es"]);
    stage.wait("¿Qué quiere hacer?");
    stage.send("\u{4}");
    stage.wait("queda guardado");
    assert_eq!(stage.end(), "9");
    let mut stage = sit(&ana, &["reply", &number]);
    stage.wait("Soy ana@correo.es");
    stage.wait("¿Quiere seguir con ese texto?");
    stage.send("n\r");
    stage.wait("un punto");
    stage.send("Gracias\r.\r");
    assert_eq!(stage.end(), "0");
    assert_eq!(ana.sees(&number)["messages"], 2);
}
