//! What was written is never lost: the line drops, the command is refused, the desk is busy, nobody can read it.

use taquilla::domain::language::Language;

use super::sitting::Sitting;
use super::{FIRST, desk_with_a_ticket};
use crate::support::stage::kill;
use crate::support::{Desk, Person};

/// The number of the program's process, which the stage's shell has started last.
fn process(sitting: &Sitting) -> String {
    let leader = sitting.stage.file("leader");
    let found = std::process::Command::new("pgrep").args(["-P", leader.trim()]).output().expect("pgrep");
    String::from_utf8(found.stdout).expect("a number").trim().to_owned()
}

/// Goes to the text of a new ticket.
fn to_the_text(sitting: &mut Sitting) {
    sitting.answer("guide-user", FIRST);
    sitting.answer("ui-subject", "Mi asunto\r");
    sitting.answer("ask-message", FIRST);
    sitting.see("prompt-text-hint");
}

#[track_caller]
fn is_offered(person: &Person<'_>, text: &str) {
    let mut sitting = Sitting::at(person, Language::Spanish);
    sitting.answer("guide-user", FIRST);
    sitting.see("ask-draft-found");
    sitting.stage.wait(text);
    sitting.answer("ask-draft-keep", "s\r");
    // With the subject that it had.
    sitting.stage.wait("Asunto (Mi asunto)");
    sitting.send("\u{3}");
    assert_eq!(sitting.stage.end(), "130");
}

#[test]
fn a_lost_line_that_is_told_twice_loses_no_text() {
    for signals in [["HUP", "HUP"], ["TERM", "HUP"], ["INT", "INT"]] {
        let desk = Desk::new();
        let ana = desk.client("ana");
        let mut sitting = Sitting::with_first(&ana, "trap '' HUP TERM INT; trap - HUP TERM INT");
        to_the_text(&mut sitting);
        sitting.send("uno\rdos");
        sitting.stage.wait("dos");
        let process = process(&sitting);
        // While somebody else writes, the text waits to be kept; shells tell of a lost line once more meanwhile.
        let lock = std::fs::File::open(desk.path().join("desk.lock")).unwrap();
        lock.lock().unwrap();
        kill(signals[0], &process);
        std::thread::sleep(std::time::Duration::from_millis(300));
        kill(signals[1], &process);
        std::thread::sleep(std::time::Duration::from_millis(100));
        lock.unlock().unwrap();
        sitting.see("ask-draft-kept");
        sitting.stage.end();
        is_offered(&ana, "uno\r\ndos");
    }
}

#[test]
fn a_text_whose_command_is_refused_is_offered_again() {
    let (desk, number) = desk_with_a_ticket();
    let ana = desk.person("ana");
    let folder = desk.file("nada.txt", "x");
    // What can be known before is told before.
    for line in [&["reply", "111111"][..], &["reply", &number, "--attach", "no-such-file"], &["open", "--for", "marta"]] {
        let mut sitting = Sitting::with(&ana, line);
        assert_ne!(sitting.stage.end(), "0");
        assert!(!sitting.stage.seen.contains("un punto."), "{line:?}: {}", sitting.stage.seen);
    }
    // What cannot be known before loses nothing.
    let mut sitting = Sitting::with(&ana, &["reply", &number, "--attach", folder.to_str().unwrap()]);
    sitting.see("prompt-text-hint");
    std::fs::remove_file(&folder).unwrap();
    sitting.send("Dos líneas\rmás\r.\r");
    sitting.see("ask-draft-kept");
    assert_eq!(sitting.stage.end(), "2");
    let mut sitting = Sitting::with(&ana, &["reply", &number]);
    sitting.see("ask-draft-found");
    sitting.stage.wait("Dos líneas\r\nmás");
    sitting.answer("ask-draft-keep", "s\r");
    sitting.see("prompt-text-hint");
    sitting.send(".\r");
    sitting.see("done-reply");
    assert_eq!(sitting.stage.end(), "0");
}

#[test]
fn what_the_desk_cannot_keep_is_in_a_file() {
    let (desk, number) = desk_with_a_ticket();
    let ana = desk.person("ana");
    let mut sitting = Sitting::with(&ana, &["reply", &number, "--wait", "0"]);
    sitting.see("prompt-text-hint");
    let lock = std::fs::File::open(desk.path().join("desk.lock")).unwrap();
    lock.lock().unwrap();
    sitting.send("Mi respuesta\r.\r");
    sitting.see("ask-draft-in-file");
    assert_eq!(sitting.stage.end(), "7");
    let files: Vec<_> = std::fs::read_dir(ana.state().join("taquilla")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let file = files.iter().find(|path| path.extension().is_some_and(|ending| ending == "md")).expect("a file");
    assert_eq!(std::fs::read_to_string(file).unwrap(), "Mi respuesta\n");
    assert!(sitting.stage.seen.contains(file.to_str().unwrap()));
}

#[test]
fn what_an_editor_saved_as_something_else_is_told_and_left() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    let mut sitting = Sitting::with_editor(&ana, "sh -c 'printf \"a\\361o\" > \"$1\"' sh");
    sitting.answer("guide-user", FIRST);
    sitting.answer("ui-subject", "Mi asunto\r");
    sitting.answer("ask-message", "2\r");
    sitting.see("ask-editor-kept");
    sitting.see("error-not-text");
    sitting.answer("ask-message", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");
    let files: Vec<_> = std::fs::read_dir(ana.state().join("taquilla")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let file = files.iter().find(|path| path.extension().is_some_and(|ending| ending == "md")).expect("a file");
    assert_eq!(std::fs::read(file).unwrap(), b"a\xf1o");
    assert!(sitting.stage.seen.contains(file.to_str().unwrap()), "{}", sitting.stage.seen);
}

#[test]
fn what_is_meant_for_one_client_is_never_offered_for_another() {
    let desk = Desk::new();
    desk.client("ana");
    desk.client("eva");
    desk.staff("marta", "agent");
    let sara = desk.staff("sara", "secretary");
    let begin = |client: &str| {
        let mut sitting = Sitting::at(&sara, Language::Spanish);
        sitting.answer("guide-user", "7\r");
        sitting.answer("guide-open-for-whom", &format!("{client}\r"));
        sitting
    };
    // Who is no client is told at once.
    let mut sitting = begin("marta");
    sitting.stage.wait("marta no es cliente");
    sitting.answer("guide-user", "7\r");
    sitting.answer("guide-open-for-whom", "ana\r");
    sitting.answer("ui-subject", "Mi asunto\r");
    sitting.answer("ask-message", FIRST);
    sitting.see("prompt-text-hint");
    sitting.send("Para Ana\r.\r");
    sitting.answer("guide-attach-path", FIRST);
    // For whom it is stands above it.
    sitting.stage.wait("Cliente:");
    sitting.stage.wait("(ana)");
    sitting.answer("guide-open", "5\r");
    sitting.answer("guide-discard", "n\r");
    sitting.see("ask-draft-kept");
    sitting.answer("guide-user", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");
    let mut sitting = begin("eva");
    sitting.answer("ui-subject", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");
    assert!(!sitting.stage.seen.contains("Para Ana"));
    let mut sitting = begin("ana");
    sitting.see("ask-draft-found");
    sitting.stage.wait("Para Ana");
    sitting.send("\u{3}");
    assert_eq!(sitting.stage.end(), "130");
}

#[test]
fn the_subject_is_kept_with_a_text_that_is_left_in_its_middle() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    to_the_text(&mut sitting);
    sitting.send("uno\u{3}");
    sitting.see("ask-draft-kept");
    assert_eq!(sitting.stage.end(), "130");
    is_offered(&ana, "uno");
}
