//! How somebody is asked: until it is right, in words that need no option, with a way back, and no more than they can see.

use taquilla::domain::language::Language;

use super::sitting::Sitting;
use super::{FIRST, desk_with_a_ticket};
use crate::support::{Desk, PASSWORD};

const ESC: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";

/// Sees that nothing that was shown speaks of an option.
#[track_caller]
fn speaks_of_no_option(sitting: &Sitting) {
    // The command line for the next time is there to name them.
    let seen: Vec<_> = sitting.stage.seen.lines().filter(|line| !line.contains("La próxima vez")).collect();
    assert!(seen.iter().all(|line| !line.contains(" -m") && !line.contains(" -o") && !line.contains("--")), "{seen:#?}");
}

#[test]
fn a_password_is_never_seen_even_where_a_pipe_was_promised() {
    let desk = Desk::new();
    let ana = desk.client("ana").elsewhere();
    let mut sitting = Sitting::with(&ana, &["login", "--email", "ana@example.com", "--password-stdin"]);
    sitting.answer("ask-password", &format!("{PASSWORD}\r"));
    sitting.see("done-login");
    assert_eq!(sitting.stage.end(), "0");
    assert!(!sitting.stage.seen.contains(PASSWORD));
    let mut sitting = Sitting::with(&ana, &["--no-input", "login", "--email", "ana@example.com", "--password-stdin"]);
    assert_eq!(sitting.stage.end(), "2");

    let mut sitting = Sitting::with(&ana, &["login"]);
    sitting.answer("ask-login", "ana@example.com\r");
    sitting.answer("ask-password", &format!("{PASSWORD}\r"));
    sitting.see("done-equivalent");
    assert_eq!(sitting.stage.end(), "0");
    // Typed again as it stands there, it would wait for a line that everybody sees.
    assert!(!sitting.stage.seen.contains("--password-stdin"), "{}", sitting.stage.seen);
}

#[test]
fn a_code_that_is_used_up_is_shown_in_no_command_for_the_next_time() {
    let desk = Desk::new();
    let mut sitting = Sitting::at(&desk.guest("olga"), Language::Spanish);
    sitting.answer("guide-guest", FIRST);
    sitting.answer("ask-email", "olga@example.com\r");
    sitting.answer("ask-name", "Olga\r");
    sitting.answer("ask-new-password", &format!("{PASSWORD}\r"));
    sitting.answer("ask-new-password-again", &format!("{PASSWORD}\r"));
    // Who says no by mistake loses nothing.
    sitting.answer("ask-accept-rules", "n\r");
    sitting.see("guide-rules-needed");
    sitting.answer("guide-rules-give-up", "n\r");
    sitting.answer("ask-accept-rules", "s\r");
    let code = sitting.letter(&desk, "olga@example.com").code();
    sitting.answer("guide-code", &format!("{code}\r"));
    sitting.see("done-confirm");
    sitting.answer("guide-user", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");
    assert!(!sitting.stage.seen.contains("La próxima vez"), "{}", sitting.stage.seen);
}

#[test]
fn the_verbs_ask_for_all_that_is_missing_and_again_for_what_will_not_do() {
    let (desk, number) = desk_with_a_ticket();
    desk.admin().run(["topic", "add", "Historia"]).ok();
    let ana = desk.person("ana");
    let mut sitting = Sitting::with(&ana, &["open"]);
    sitting.answer("guide-topics", DOWN);
    sitting.send(FIRST);
    sitting.answer("ui-subject", "Mi asunto\r");
    sitting.see("prompt-text-hint");
    sitting.send("Hola\r.\r");
    sitting.see("done-open");
    assert_eq!(sitting.stage.end(), "0");
    assert_eq!(ana.json(["list"])[0]["subject"], "Mi asunto");

    let mut sitting = Sitting::with(&desk.guest("olga"), &["status"]);
    sitting.answer("ask-number", "no\r");
    sitting.see("ask-not-a-number");
    sitting.answer("ask-number", &format!("{number}\r"));
    sitting.answer("ask-email", "no\r");
    sitting.see("ask-not-an-address");
    sitting.answer("ask-email", "ana@example.com\r");
    sitting.see("done-status-code");
    assert_eq!(sitting.stage.end(), "0");

    let fresh = Desk::missing();
    let mut sitting = Sitting::with(&fresh.guest("alba"), &["init"]);
    sitting.answer("ask-desk-name", "Mesa\r");
    sitting.answer("ask-admin-name", "Alba\r");
    sitting.answer("ask-admin-email", "no\r");
    sitting.see("ask-not-an-address");
    sitting.answer("ask-admin-email", "alba@example.com\r");
    sitting.answer("ask-new-password", &format!("{PASSWORD}\r"));
    sitting.answer("ask-new-password-again", &format!("{PASSWORD}\r"));
    sitting.see("done-init");
    assert_eq!(sitting.stage.end(), "0");
}

#[test]
fn where_a_code_is_asked_for_it_is_said_how_to_get_another() {
    let desk = Desk::new();
    for (line, again) in [
        (&["confirm", "--email", "ana@example.com"][..], "taquilla confirmar --email ana@example.com --resend"),
        (&["password", "reset", "--email", "ana@example.com"], "taquilla clave olvidada --email ana@example.com"),
    ] {
        let mut sitting = Sitting::with(&desk.guest("ana"), line);
        sitting.see("ask-code-where");
        sitting.stage.wait(again);
        sitting.answer("ask-code", "\u{3}");
        assert_eq!(sitting.stage.end(), "130");
    }
    let refused = desk.guest("ana").run(["confirm", "--email", "ana@example.com", "AAAA-AAAA"]);
    assert!(refused.talk().contains("taquilla confirmar --email ana@example.com --resend"), "{refused}");
    let refused = desk.guest("ana").run(["status", "856444", "--email", "ana@example.com", "--code", "AAAA-AAAA"]);
    assert!(refused.talk().contains("taquilla estado 856444 --email ana@example.com"), "{refused}");
}

#[test]
fn the_menus_speak_of_no_options() {
    let (desk, number) = desk_with_a_ticket();
    let file = desk.file("apuntes.txt", "Tema 3");
    let ana = desk.person("ana");
    ana.run(["reply", &number, "-m", "Con esto", "--attach", file.to_str().unwrap()]).ok();
    let marta = desk.staff("marta", "agent");
    desk.admin().run(["assign", &number, "--to", "marta"]).ok();
    let mut sitting = Sitting::at(&marta, Language::Spanish);
    sitting.stage.wait("Asignados a mí (1, 1 sin leer)");
    sitting.send(FIRST);
    sitting.answer("guide-mine", FIRST);
    sitting.answer("ui-status-pending", "3\r");
    sitting.answer("guide-release-reason", FIRST);
    sitting.see("guide-reason-needed");
    sitting.ask("ui-status-pending");
    // Files: into a folder that is not there, and over one that is.
    let at_file = format!("{DOWN}{DOWN}{DOWN}{DOWN}{DOWN}\r");
    for (name, told) in [("no-folder/x.txt", "No existe la carpeta no-folder"), ("apuntes.txt", "Ya existe el archivo")] {
        sitting.send(&at_file);
        sitting.answer("guide-download-which", FIRST);
        sitting.answer("guide-download-how", FIRST);
        sitting.answer("guide-save-as", &format!("{name}\r"));
        sitting.stage.wait(told);
        sitting.ask("ui-status-pending");
    }
    // Saved, it is said where, whole.
    sitting.send(&at_file);
    sitting.answer("guide-download-which", FIRST);
    sitting.answer("guide-download-how", FIRST);
    sitting.answer("guide-save-as", "copia.txt\r");
    sitting.stage.wait(desk.home().join("copia.txt").to_str().unwrap());
    sitting.ask("ui-status-pending");
    // A name like an option is shown as a path.
    sitting.send(&at_file);
    sitting.answer("guide-download-which", FIRST);
    sitting.answer("guide-download-how", FIRST);
    sitting.answer("guide-save-as", "-rf\r");
    sitting.stage.wait("-o ./-rf");
    sitting.ask("ui-status-pending");
    // Or it goes by mail.
    sitting.send(&at_file);
    sitting.answer("guide-download-which", FIRST);
    sitting.answer("guide-download-how", "2\r");
    sitting.see("done-attachment-mailed");
    sitting.answer("ui-status-pending", ESC);
    sitting.answer("guide-mine", ESC);
    sitting.answer("guide-user", "6\r");
    sitting.answer("guide-change-what", "2\r");
    sitting.answer("ui-user", "con espacio\r");
    sitting.see("ask-not-a-handle");
    sitting.answer("ui-user", "marta\r");
    sitting.answer("guide-change-what", "1\r");
    sitting.answer("ask-name", &format!("{}\r", "x".repeat(500)));
    sitting.see("ask-not-a-name");
    sitting.answer("ask-name", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");
    speaks_of_no_option(&sitting);
}

#[test]
fn esc_leads_back_and_menus_begin_where_one_is() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    for subject in ["Primero", "Segundo", "Tercero"] {
        ana.run(["open", "--subject", subject, "-m", "Hola"]).ok();
    }
    desk.admin().run(["topic", "add", "Historia"]).ok();
    let sara = desk.staff("sara", "secretary");
    let mut sitting = Sitting::at(&sara, Language::Spanish);
    // At the top there is nothing to go back to.
    sitting.answer("guide-user", ESC);
    std::thread::sleep(std::time::Duration::from_millis(200));
    sitting.send(FIRST);
    sitting.answer("guide-unassigned", DOWN);
    sitting.send(FIRST);
    sitting.stage.wait("Segundo");
    // The priority that it has is where one begins.
    sitting.answer("ui-status-new", "5\r");
    sitting.ask("ui-priority");
    sitting.stage.wait("❯ Normal");
    sitting.send(ESC);
    sitting.answer("ui-status-new", ESC);
    // The list begins at the ticket that one comes from.
    sitting.ask("guide-unassigned");
    sitting.send(FIRST);
    sitting.stage.wait("Segundo");
    sitting.answer("ui-status-new", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");

    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-user", "1\r");
    sitting.answer("guide-topics", ESC);
    sitting.answer("guide-user", "3\r");
    sitting.answer("guide-change-what", "3\r");
    sitting.answer("guide-language-which", ESC);
    sitting.answer("guide-change-what", ESC);
    // A digit beyond the last item chooses nothing.
    sitting.answer("guide-user", "9\r");
    sitting.answer("guide-topics", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");
}

#[test]
fn on_a_narrow_terminal_the_mark_and_the_subject_are_seen() {
    let (desk, number) = desk_with_a_ticket();
    let sara = desk.staff("sara", "secretary");
    let mut sitting = Sitting::on(&sara, 60);
    sitting.answer("guide-user", FIRST);
    sitting.ask("guide-unassigned");
    sitting.stage.wait(&format!("● {number}"));
    sitting.stage.wait("Tema 1");
    sitting.send("\u{3}");
    assert_eq!(sitting.stage.end(), "130");
}

#[test]
fn who_may_not_register_is_told_whom_to_ask() {
    let desk = Desk::new();
    let admin = desk.admin();
    admin.run(["config", "set", "registration", "closed"]).ok();
    let refused = |words: &str| {
        let line = ["register", "--email", "eva@example.com", "--name", "Eva", "--accept-rules", "--password-stdin"];
        let answer = desk.guest("eva").command(line).stdin(format!("{PASSWORD}\n")).run().exits(6);
        assert!(answer.talk().contains(words), "{answer}");
    };
    refused("Pregunte a quien");
    admin.run(["config", "set", "desk.phone", "900 123 456"]).ok();
    refused("900 123 456");
    admin.run(["config", "set", "desk.contact", "ayuda@example.org"]).ok();
    refused("ayuda@example.org");
}

#[test]
fn whoever_was_invited_registers_and_chooses_a_password_with_the_code() {
    let desk = Desk::new();
    let admin = desk.admin();
    admin.run(["config", "set", "registration", "known"]).ok();
    for name in ["iker", "olga"] {
        let email = format!("{name}@example.com");
        admin.run(["user", "create", "--email", &email, "--name", name, "--role", "client"]).ok();
    }
    let mut sitting = Sitting::at(&desk.guest("iker"), Language::Spanish);
    sitting.answer("guide-guest", FIRST);
    sitting.answer("ask-email", "iker@example.com\r");
    sitting.answer("ask-name", "Iker\r");
    sitting.answer("ask-new-password", &format!("{PASSWORD}\r"));
    sitting.answer("ask-new-password-again", &format!("{PASSWORD}\r"));
    sitting.answer("ask-accept-rules", "s\r");
    let code = sitting.letter(&desk, "iker@example.com").code();
    sitting.answer("guide-code", &format!("{code}\r"));
    sitting.see("error-code-of-invitation");
    sitting.answer("ask-new-password", &format!("{PASSWORD}\r"));
    sitting.answer("ask-new-password-again", &format!("{PASSWORD}\r"));
    sitting.answer("ask-accept-rules", "s\r");
    sitting.answer("guide-user", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");

    // The same with the verb.
    let code = desk.last_letter_to("olga@example.com").code();
    let mut sitting = Sitting::with(&desk.guest("olga"), &["confirm", "--email", "olga@example.com", &code]);
    sitting.answer("ask-new-password", &format!("{PASSWORD}\r"));
    sitting.answer("ask-new-password-again", &format!("{PASSWORD}\r"));
    sitting.answer("ask-accept-rules", "s\r");
    sitting.see("done-reset");
    assert_eq!(sitting.stage.end(), "0");
}

#[test]
fn why_somebody_is_suspended_is_asked_for() {
    let desk = Desk::new();
    desk.client("ana");
    let mut sitting = Sitting::with(&desk.admin(), &["user", "suspend", "ana"]);
    sitting.answer("guide-release-reason", "Ruido\r");
    sitting.see("done-user-suspend");
    assert_eq!(sitting.stage.end(), "0");
    desk.admin().refused(["user", "suspend", "ana"], 2, "missing-value");
}
