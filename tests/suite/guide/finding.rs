//! In the menus: words that are looked for, tickets that become one, and the Panel de Control.

use taquilla::domain::language::Language;

use super::FIRST;
use super::sitting::Sitting;
use crate::support::Desk;

const ESC: &str = "\u{1b}";

/// A verb as the equivalent command line has it.
fn verb(sitting: &Sitting, spanish: &'static str, english: &'static str) -> String {
    format!("taquilla {}", if sitting.words.language() == Language::Spanish { spanish } else { english })
}

#[test]
fn a_secretary_searches_merges_and_sees_the_figures() {
    for language in [Language::Spanish, Language::English] {
        let desk = Desk::staffed();
        let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
        let (first, second) = (ana.opens("Tema 3"), ana.opens("El tema tercero"));
        bruno.opens("Otra cosa");
        let closed = ana.opens("Temas viejos");
        sara.does(["close", &closed]);
        let mut sitting = Sitting::at(&sara, language);
        sitting.answer("guide-user", "6\r");
        sitting.answer("guide-search-words", "t*\r");
        sitting.see("error-form-search");
        sitting.answer("guide-search-words", "TEMA\r");
        let list = verb(&sitting, "listar", "list");
        sitting.stage.wait(&format!("{list} --status all --search TEMA"));
        sitting.ask("guide-search-found");
        for subject in ["Temas viejos", "El tema tercero", "Tema 3"] {
            sitting.stage.wait(subject);
        }
        sitting.send(ESC);
        assert!(!sitting.stage.seen.contains("Otra cosa"), "{}", sitting.stage.seen);
        // What is not found is told as `list --search` tells it.
        sitting.answer("guide-user", "6\r");
        sitting.answer("guide-search-words", "inencontrable\r");
        sitting.see("done-search-empty");
        // Nothing typed leads back.
        sitting.answer("guide-user", "6\r");
        sitting.answer("guide-search-words", FIRST);
        sitting.see("guide-nothing-typed");
        sitting.answer("guide-user", "5\r");
        sitting.answer("ask-number", &format!("{second}\r"));
        let before = sitting.stage.seen.len();
        sitting.answer("ui-status-new", "6\r");
        sitting.ask("guide-merge-into");
        sitting.stage.wait(&first);
        sitting.send(FIRST);
        // It cannot be undone: whoever only presses Enter has not said yes.
        sitting.answer("guide-merge-sure", FIRST);
        sitting.answer("ui-status-new", "6\r");
        sitting.ask("guide-merge-into");
        assert_eq!(sara.sees(&second)["merged_into"], serde_json::Value::Null);
        sitting.send(FIRST);
        sitting.answer("guide-merge-sure", if language == Language::Spanish { "s\r" } else { "y\r" });
        let offered = sitting.stage.seen[before..].to_owned();
        assert!(!offered.contains("Otra cosa") && !offered.contains("Temas viejos"), "{offered}");
        sitting.see("done-merge");
        let merge = verb(&sitting, "unir", "merge");
        sitting.stage.wait(&format!("{merge} {second} --into {first}"));
        // Where it goes on elsewhere, it cannot be merged again.
        let before = sitting.stage.seen.len();
        sitting.answer("ui-status-closed", ESC);
        let (offered, word) = (sitting.stage.seen[before..].to_owned(), sitting.said("guide-merge"));
        assert!(!offered.contains(&word), "{offered}");
        // There is none left that the other one could become a part of.
        sitting.answer("guide-user", "5\r");
        sitting.answer("ask-number", &format!("{first}\r"));
        sitting.answer("ui-status-new", "6\r");
        sitting.see("guide-merge-none");
        sitting.answer("ui-status-new", ESC);
        sitting.answer("guide-user", "8\r");
        sitting.answer("ui-stats-title", "2\r");
        sitting.stage.wait("Marta");
        let stats = verb(&sitting, "panel", "stats");
        sitting.stage.wait(&format!("{stats} --by agent"));
        sitting.answer("guide-user", "8\r");
        sitting.answer("ui-stats-title", ESC);
        sitting.answer("guide-user", "\u{4}");
        assert_eq!(sitting.stage.end(), "9");
        assert_eq!(sara.sees(&second)["merged_into"], first.as_str());
    }
}

#[test]
fn agents_and_clients_find_what_is_theirs() {
    let desk = Desk::staffed();
    let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
    let (own, other) = (ana.opens("Duda de latín"), bruno.opens("Latín y griego"));
    sara.does(["assign", &own, "--to", "marta"]);
    let mut sitting = Sitting::at(&desk.person("marta"), Language::Spanish);
    sitting.answer("guide-user", "4\r");
    sitting.answer("guide-search-words", "latin\r");
    sitting.ask("guide-search-found");
    sitting.stage.wait(&own);
    sitting.send(ESC);
    sitting.answer("guide-user", "5\r");
    sitting.ask("ui-stats-title");
    sitting.see("guide-figures-by-topic");
    let by_agent = sitting.said("guide-figures-by-agent");
    assert!(!sitting.stage.seen.contains(&by_agent), "there is but one: {}", sitting.stage.seen);
    sitting.send(FIRST);
    sitting.stage.wait("Panel de Control");
    sitting.stage.wait("taquilla panel\r\n");
    sitting.answer("guide-user", "\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    assert!(!sitting.stage.seen.contains(&other), "{}", sitting.stage.seen);
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-user", "2\r");
    sitting.answer("guide-tickets", "3\r");
    sitting.answer("guide-search-words", "latines\r");
    sitting.ask("guide-search-found");
    sitting.stage.wait(&own);
    sitting.send(ESC);
    sitting.answer("guide-tickets", "3\r");
    sitting.answer("guide-search-words", "griego\r");
    sitting.see("done-search-empty");
    sitting.answer("guide-tickets", "\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    assert!(!sitting.stage.seen.contains(&other), "{}", sitting.stage.seen);
}
