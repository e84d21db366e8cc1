//! The guided menus on a real terminal: drafts, refusals, and no menus where nobody sits. A ticket's life through them stands
//! in `story`, every question and every way to end it in `walk`.

mod asking;
mod assigning;
mod dumping;
mod finding;
mod house;
mod kept;
mod sitting;
mod story;
mod tokens;
mod walk;

use taquilla::domain::language::Language;
use taquilla::domain::time::Span;

use self::sitting::Sitting;
use crate::support::{Desk, PASSWORD, Person};

/// What is typed at a menu that offers what is wanted first.
const FIRST: &str = "\r";

fn number(person: &Person<'_>) -> String {
    person.json(["list", "--status", "all"])[0]["number"].as_str().unwrap().to_owned()
}

/// A desk on which ana has one ticket.
fn desk_with_a_ticket() -> (Desk, String) {
    let desk = Desk::new();
    let ana = desk.client("ana");
    ana.run(["open", "--subject", "Tema 1", "-m", "Hola"]).ok();
    let number = number(&ana);
    (desk, number)
}

#[test]
fn nobody_fills_in_a_form_that_the_desk_will_not_take() {
    let desk = Desk::new();
    desk.admin().run(["config", "set", "registration", "closed"]).ok();
    for language in [Language::Spanish, Language::English] {
        let mut sitting = Sitting::at(&desk.guest("olga"), language);
        sitting.answer("guide-guest", FIRST);
        sitting.see("error-registration-closed");
        sitting.answer("guide-guest", "\u{4}");
        assert_eq!(sitting.stage.end(), "9");
    }
}

#[test]
fn a_text_that_was_not_sent_is_offered_until_it_is() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-user", FIRST);
    sitting.answer("ui-subject", "Mi asunto\r");
    sitting.answer("ask-message", FIRST);
    sitting.see("prompt-text-hint");
    sitting.send("Primera línea\r.\r");
    sitting.answer("guide-attach-path", "\u{3}");
    sitting.see("ask-draft-kept");
    assert_eq!(sitting.stage.end(), "130");

    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-user", FIRST);
    sitting.see("ask-draft-found");
    sitting.stage.wait("Primera línea");
    sitting.answer("ask-draft-keep", "s\r");
    sitting.stage.wait("Asunto (Mi asunto)");
    sitting.send(FIRST);
    sitting.answer("ask-message", FIRST);
    sitting.stage.wait("Primera línea");
    sitting.send("Segunda\r.\r");
    sitting.answer("guide-attach-path", FIRST);
    sitting.answer("guide-open", FIRST);
    sitting.answer("guide-user", FIRST);
    // Sent is sent: nothing is offered any more.
    sitting.answer("ui-subject", "\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    let ticket = ana.json(["show", &number(&ana)]);
    assert_eq!(ticket["subject"], "Mi asunto");
    assert_eq!(ticket["thread"][0]["body"], "Primera línea\nSegunda");
}

#[test]
fn a_ticket_can_be_changed_begun_anew_and_given_up() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    desk.admin().run(["topic", "add", "Historia"]).ok();
    desk.file("uno.txt", "1");
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-user", FIRST);
    sitting.answer("guide-topics", "1\r");
    sitting.stage.wait("Asunto (Historia)");
    sitting.send(FIRST);
    sitting.answer("ask-message", FIRST);
    sitting.see("prompt-text-hint");
    sitting.send("Uno\r.\r");
    sitting.answer("guide-attach-path", FIRST);
    sitting.answer("guide-open", "3\r");
    sitting.answer("guide-attach-path", "~/uno.txt\r");
    sitting.answer("guide-attach-more", FIRST);
    sitting.answer("guide-open", "2\r");
    sitting.answer("guide-change-what", "2\r");
    sitting.answer("ui-subject", "Otro\r");
    sitting.stage.wait("Asunto:    Otro");
    sitting.answer("guide-open", "4\r");
    sitting.answer("guide-discard", "n\r");
    sitting.answer("guide-open", "4\r");
    sitting.answer("guide-discard", "s\r");
    sitting.answer("guide-topics", "2\r");
    sitting.stage.wait("Asunto (Reportar consulta)");
    sitting.send(FIRST);
    sitting.answer("ask-message", FIRST);
    sitting.see("prompt-text-hint");
    sitting.send("Dos\r.\r");
    sitting.answer("guide-attach-path", FIRST);
    sitting.answer("guide-open", "5\r");
    sitting.answer("guide-discard", "s\r");
    sitting.answer("guide-user", FIRST);
    // What was given up is not offered.
    sitting.answer("guide-topics", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");
    assert_eq!(ana.json(["list"]).as_array().unwrap().len(), 0);
}

#[test]
fn after_the_window_a_closed_ticket_goes_on_in_a_new_one() {
    let (desk, number) = desk_with_a_ticket();
    let ana = desk.guest("ana");
    ana.run(["close", &number]).ok();
    desk.advance(Span::days(15));
    ana.log_in().ok();
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-user", "2\r");
    sitting.answer("guide-tickets", "2\r");
    sitting.answer("guide-list-closed", FIRST);
    sitting.answer("ui-status-closed", FIRST);
    sitting.answer("ask-message", FIRST);
    sitting.see("prompt-text-hint");
    sitting.send("Otra duda\r.\r");
    sitting.answer("guide-attach-path", FIRST);
    sitting.answer("guide-open", FIRST);
    sitting.stage.wait(&format!("taquilla abrir --follow-up {number} -m 'Otra duda'"));
    sitting.answer("ui-status-closed", "\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    assert_eq!(ana.json(["list"])[0]["subject"], "Tema 1");
}

#[test]
fn a_refusal_leads_back_to_the_menu() {
    let (desk, number) = desk_with_a_ticket();
    let ana = desk.guest("ana").elsewhere();
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-guest", "2\r");
    sitting.answer("ask-login", "ana@example.com\r");
    sitting.answer("ask-password", "no es esta\r");
    sitting.see("error-wrong-login");
    sitting.answer("guide-log-in", "3\r");
    // The state of a ticket goes by a code, and a wrong one shows nothing.
    sitting.answer("guide-guest", "4\r");
    sitting.answer("ask-number", &format!("{number}\r"));
    sitting.answer("ask-email", "ana@example.com\r");
    sitting.see("guide-code-status-sent");
    sitting.answer("guide-code", "AAAA-AAAA\r");
    sitting.see("error-wrong-code");
    sitting.answer("guide-code-what", "3\r");
    sitting.answer("guide-guest", "5\r");
    sitting.answer("guide-language-which", "2\r");
    sitting.stage.wait("Guest user");
    sitting.send("\u{3}");
    sitting.stage.wait("You have left Taquilla.");
    assert_eq!(sitting.stage.end(), "130");
}

#[test]
fn a_secretary_assigns_and_releases_in_the_menus() {
    let (desk, number) = desk_with_a_ticket();
    desk.staff("marta", "agent");
    let sara = desk.staff("sara", "secretary");
    let mut sitting = Sitting::at(&sara, Language::Spanish);
    sitting.see("guide-unassigned");
    sitting.send(FIRST);
    sitting.answer("guide-unassigned", FIRST);
    sitting.answer("ui-status-new", "3\r");
    sitting.answer("guide-assign-whom", FIRST);
    sitting.answer("guide-assign-note", FIRST);
    sitting.see("done-assign");
    sitting.stage.wait(&format!("taquilla asignar {number} --to marta"));
    sitting.answer("ui-status-pending", "6\r");
    sitting.answer("ui-priority", "3\r");
    sitting.see("done-priority");
    sitting.answer("ui-status-pending", "4\r");
    sitting.answer("guide-release-reason", "De vacaciones\r");
    sitting.see("done-release");
    sitting.answer("ui-status-new", "\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    let ticket = sara.json(["show", &number]);
    assert_eq!((&ticket["status"], &ticket["priority"]), (&"new".into(), &"high".into()), "{ticket}");
}

#[test]
fn files_are_fetched_and_oneself_is_changed_in_the_menus() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    let file = desk.file("apuntes.txt", "Tema 3");
    ana.run(["open", "--subject", "Tema 1", "-m", "Hola", "--attach", file.to_str().unwrap()]).ok();
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-user", "2\r");
    sitting.answer("guide-tickets", FIRST);
    sitting.answer("guide-list-open", FIRST);
    sitting.answer("ui-status-new", "3\r");
    sitting.answer("guide-download-which", FIRST);
    sitting.answer("guide-download-how", FIRST);
    sitting.answer("guide-save-as", FIRST);
    sitting.see("error-file-exists");
    sitting.answer("ui-status-new", "3\r");
    sitting.answer("guide-download-which", FIRST);
    sitting.answer("guide-download-how", FIRST);
    sitting.answer("guide-save-as", "copia.txt\r");
    sitting.answer("ui-status-new", "5\r");
    sitting.answer("guide-list-open", "2\r");
    sitting.answer("guide-tickets", "4\r");
    sitting.answer("guide-user", "3\r");
    sitting.answer("guide-change-what", "1\r");
    sitting.answer("ask-name", "Ana María López\r");
    sitting.see("done-profile");
    sitting.answer("guide-change-what", "4\r");
    sitting.answer("ask-email", "nueva@example.com\r");
    let code = sitting.letter(&desk, "nueva@example.com").code();
    sitting.answer("guide-code", &format!("{code}\r"));
    sitting.answer("guide-change-what", "3\r");
    sitting.answer("guide-language-which", "2\r");
    sitting.stage.wait("User: ana");
    sitting.send("5\r");
    sitting.stage.wait("Guest user");
    sitting.send("6\r");
    assert_eq!(sitting.stage.end(), "0");
    assert_eq!(std::fs::read(desk.home().join("copia.txt")).unwrap(), b"Tema 3");
    assert!(desk.letters_to("nueva@example.com").len() == 1);
}

#[test]
fn a_note_that_was_begun_is_never_offered_as_an_answer() {
    let (desk, number) = desk_with_a_ticket();
    let sara = desk.staff("sara", "secretary");
    let mut sitting = Sitting::with(&sara, &["note", &number]);
    sitting.see("prompt-text-hint");
    sitting.send("Entre nosotros\u{3}");
    sitting.see("ask-draft-kept");
    assert_eq!(sitting.stage.end(), "130");
    let mut sitting = Sitting::with(&sara, &["reply", &number]);
    sitting.see("prompt-text-hint");
    sitting.send("\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    assert!(!sitting.stage.seen.contains("Entre nosotros"));
    // The verb offers it again, and forgets it once it is written.
    let mut sitting = Sitting::with(&sara, &["note", &number]);
    sitting.stage.wait("Entre nosotros");
    sitting.answer("ask-draft-keep", "s\r");
    sitting.see("prompt-text-hint");
    sitting.send(".\r");
    sitting.see("done-note");
    assert_eq!(sitting.stage.end(), "0");
    let mut sitting = Sitting::with(&sara, &["note", &number]);
    sitting.see("prompt-text-hint");
    sitting.send("\u{3}");
    assert_eq!(sitting.stage.end(), "130");
    assert!(!sitting.stage.seen.contains("Entre nosotros"));
}

#[test]
fn where_nobody_sits_there_are_no_menus() {
    let desk = Desk::new();
    for (language, sentence) in [("es", "Falta la orden"), ("en", "A command is missing")] {
        let outcome = desk.guest("ana").command(["--lang", language]).run().exits(2);
        assert!(outcome.stdout.is_empty() && outcome.talk().contains(sentence), "{outcome}");
        assert!(outcome.talk().contains("taquilla --help"), "{outcome}");
    }
    desk.guest("ana").command(["--no-input"]).json().run().refused(2, "missing-verb");
    let mut sitting = Sitting::with(&desk.guest("ana"), &["--no-input"]);
    sitting.stage.wait("taquilla --help");
    assert_eq!(sitting.stage.end(), "2");
}

#[test]
fn a_damaged_session_is_told_and_another_login_mends_it() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    let damage = || {
        let folder = ana.state().join("taquilla");
        let session = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).next().unwrap();
        std::fs::write(session, "no session").unwrap();
    };
    damage();
    ana.command(["list"]).json().run().refused(4, "session-damaged");
    ana.log_in().ok();
    ana.run(["list"]).ok();
    damage();
    ana.run(["logout"]).ok();
    ana.command(["list"]).json().run().refused(4, "not-logged-in");
    ana.log_in().ok();
    damage();
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.stage.wait("taquilla entrar");
    sitting.answer("guide-guest", "2\r");
    sitting.answer("ask-login", "ana\r");
    sitting.answer("ask-password", &format!("{PASSWORD}\r"));
    sitting.answer("guide-user", "6\r");
    assert_eq!(sitting.stage.end(), "0");
}

#[test]
fn a_desk_that_cannot_be_used_ends_the_menus() {
    let desk = Desk::missing();
    let mut sitting = Sitting::with(&desk.guest("ana"), &[]);
    sitting.stage.wait("taquilla init");
    assert_eq!(sitting.stage.end(), "3");

    let (desk, _) = desk_with_a_ticket();
    let mut sitting = Sitting::at(&desk.guest("ana"), Language::Spanish);
    sitting.see("guide-user");
    std::fs::write(desk.path().join("desk.redb"), "no").unwrap();
    sitting.send("2\r");
    sitting.answer("guide-tickets", FIRST);
    assert_eq!(sitting.stage.end(), "10");
}
