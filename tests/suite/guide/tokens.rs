//! The menus where the environment has a token: they are its owner's, and offer what it may do.

use taquilla::domain::language::Language;

use super::sitting::Sitting;
use crate::support::Desk;

#[test]
fn with_a_token_the_menus_are_its_owners() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let token = sara.does(["token", "create", "--name", "Menú"]).text().trim().to_owned();
    let mut sitting = Sitting::with_first(&sara.elsewhere(), &format!("export TAQUILLA_TOKEN={token}"));
    sitting.ask("guide-user");
    sitting.see("guide-leave");
    let has = |sitting: &Sitting, id: &str| sitting.stage.seen.contains(&sitting.said(id));
    assert!(has(&sitting, "guide-profile") && !has(&sitting, "guide-log-out"), "{}", sitting.stage.seen);
    assert!(!has(&sitting, "guide-open-for"), "its scope only reads");
    sitting.send("\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    // One that will not do ends it, whoever is logged in.
    let mut sitting = Sitting::with_first(&sara, "export TAQUILLA_TOKEN=nada");
    sitting.see("error-token-invalid");
    assert_eq!(sitting.stage.end(), "4");
    let mut sitting = Sitting::at(&sara, Language::Spanish);
    sitting.ask("guide-user");
    sitting.see("guide-log-out");
    sitting.send("\u{4}");
    assert_eq!(sitting.stage.end(), "9");
}
