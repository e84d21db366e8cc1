//! A ticket's life through the menus, in both languages: account, ticket, answer, reply, closing, reopening.

use taquilla::domain::language::Language;

use super::sitting::Sitting;
use super::{FIRST, number};
use crate::support::{Desk, PASSWORD, Person};

#[test]
fn a_ticket_lives_through_the_menus_in_spanish() {
    life(Language::Spanish);
}

#[test]
fn a_ticket_lives_through_the_menus_in_english() {
    life(Language::English);
}

fn life(language: Language) {
    let desk = Desk::new();
    desk.file("apuntes.txt", "Tema 3");
    let ana = desk.guest("ana");
    open_an_account_and_a_ticket(&desk, &ana, language);
    let number = number(&ana);
    let marta = desk.staff("marta", "agent");
    desk.admin().run(["assign", &number, "--to", "marta"]).ok();
    answer(&marta, &number, language);
    read_and_reply(&ana, &number, language);
    let ticket = ana.json(["show", &number]);
    assert_eq!((&ticket["status"], &ticket["unread"]), (&"pending".into(), &0.into()), "{ticket}");
    let kinds: Vec<_> = ticket["thread"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "message").count(), 2, "{kinds:?}");
}

/// Whoever registers is led on to the code, to the client's menu and to the first ticket, in one sitting.
fn open_an_account_and_a_ticket(desk: &Desk, ana: &Person<'_>, language: Language) {
    let mut sitting = Sitting::at(ana, language);
    sitting.answer("guide-guest", FIRST);
    sitting.answer("ask-email", "ana\r");
    sitting.see("ask-not-an-address");
    sitting.answer("ask-email", "ana@example.com\r");
    sitting.answer("ask-name", "Ana López\r");
    sitting.answer("ask-new-password", &format!("{PASSWORD}\r"));
    sitting.answer("ask-new-password-again", &format!("{PASSWORD}\r"));
    let yes = sitting.words.text("prompt-yes");
    sitting.answer("ask-accept-rules", &format!("{yes}\r"));
    sitting.see("ask-code-where");
    sitting.answer("guide-code", "AAAA-AAAA\r");
    sitting.see("error-wrong-code");
    // Another is on offer.
    sitting.answer("guide-code-what", "2\r");
    sitting.see("done-resend");
    let code = desk.last_letter_to("ana@example.com").code();
    sitting.answer("guide-code", &format!("{code}\r"));
    sitting.answer("guide-user", FIRST);
    sitting.answer("ui-subject", "Duda sobre el tema 3\r");
    sitting.answer("ask-message", FIRST);
    sitting.see("prompt-text-hint");
    sitting.send("Hola:\r¿Qué páginas entran?\r.\r");
    sitting.answer("guide-attach-path", "nada.pdf\r");
    sitting.see("error-file-not-found");
    sitting.answer("guide-attach-path", "'apuntes.txt'\r");
    sitting.answer("guide-attach-more", FIRST);
    sitting.see("guide-review");
    sitting.answer("guide-open", FIRST);
    let verb = if language == Language::Spanish { "taquilla abrir" } else { "taquilla open" };
    sitting.stage.wait(&format!("{verb} --subject 'Duda sobre el tema 3' -F "));
    sitting.answer("guide-user", "2\r");
    sitting.answer("guide-tickets", FIRST);
    sitting.answer("guide-list-open", FIRST);
    sitting.stage.wait("¿Qué páginas entran?");
    sitting.answer("ui-status-new", "5\r");
    sitting.answer("guide-list-open", "2\r");
    sitting.answer("guide-tickets", "4\r");
    sitting.answer("guide-user", "6\r");
    sitting.see("guide-goodbye");
    assert_eq!(sitting.stage.end(), "0");
    let tickets = ana.json(["list"]);
    assert_eq!((&tickets[0]["subject"], &tickets[0]["attachments"]), (&"Duda sobre el tema 3".into(), &1.into()));
}

/// An agent finds the ticket in their queue, answers, adds a note and leaves.
fn answer(marta: &Person<'_>, number: &str, language: Language) {
    let mut sitting = Sitting::at(marta, language);
    sitting.answer("guide-user", FIRST);
    sitting.answer("guide-mine", FIRST);
    sitting.stage.wait("¿Qué páginas entran?");
    sitting.answer("ui-status-pending", FIRST);
    sitting.answer("ask-reply", FIRST);
    sitting.see("prompt-text-hint");
    sitting.send("Entran las páginas 12 a 30.\r.\r");
    sitting.answer("guide-attach-path", FIRST);
    sitting.answer("ask-reply", FIRST);
    sitting.see("done-reply");
    sitting.answer("ui-status-answered", "2\r");
    sitting.answer("ask-note", FIRST);
    sitting.see("prompt-text-hint");
    sitting.send("Va bien.\r.\r");
    sitting.answer("guide-attach-path", FIRST);
    sitting.answer("ask-note", FIRST);
    sitting.see("done-note");
    sitting.answer("ui-status-answered", "\u{3}");
    sitting.see("guide-left");
    assert_eq!(sitting.stage.end(), "130");
    assert!(sitting.stage.seen.contains(number));
}

/// The client sees the answer as unread, replies, closes, reopens.
fn read_and_reply(ana: &Person<'_>, number: &str, language: Language) {
    let mut sitting = Sitting::in_colour(ana, language);
    let unread = sitting.words.format("guide-list-open", &[("count", 1_u64.into()), ("unread", 1_u64.into())]);
    sitting.stage.wait(&unread);
    sitting.send("2\r");
    sitting.stage.wait(&unread);
    sitting.send(FIRST);
    sitting.stage.wait(&format!("\u{1b}[1m● {number}"));
    sitting.stage.wait("Duda sobre el tema 3\u{1b}[0m");
    sitting.send(FIRST);
    sitting.stage.wait("Entran las páginas 12 a 30.");
    sitting.see("ui-status-answered");
    sitting.send(FIRST);
    sitting.see("guide-write-here");
    sitting.send(FIRST);
    sitting.see("prompt-text-hint");
    sitting.send("Gracias.\r.\r");
    sitting.see("guide-attach-path");
    sitting.send(FIRST);
    sitting.see("guide-publish");
    sitting.send(FIRST);
    sitting.see("done-reply");
    sitting.see("ui-status-pending");
    sitting.send("2\r");
    sitting.see("guide-close-sure");
    sitting.send(FIRST);
    sitting.see("done-close");
    sitting.see("guide-reopen");
    sitting.send(FIRST);
    sitting.see("done-reopen");
    sitting.see("ui-status-pending");
    sitting.send("\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    assert!(!sitting.stage.seen.contains("Va bien."), "a note is not for clients");
}
