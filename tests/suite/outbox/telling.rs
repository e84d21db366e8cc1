//! What letters say of who did what, to whom, and of how many tickets; and whom they are not for.

use taquilla::domain::time::Span;

use super::{flush, set, states};
use crate::support::process::wait_until;
use crate::support::{Desk, Mail};

/// Runs a command line whose letters leave, and gives those to one address.
#[track_caller]
fn told(desk: &Desk, who: &str, line: &[&str], to: &str) -> Vec<Mail> {
    let person = if who == "alba" { desk.admin() } else { desk.person(who) };
    let (_, letters) = desk.letters_of(|| person.run(line).ok());
    letters.into_iter().filter(|letter| letter.to() == format!("{to}@example.com")).collect()
}

/// A ticket whose letters have left.
fn opened(desk: &Desk) -> String {
    let number = desk.person("ana").opens("Una");
    flush(desk);
    number
}

#[track_caller]
fn only(mut letters: Vec<Mail>) -> String {
    assert_eq!(letters.len(), 1, "{:?}", letters.iter().map(Mail::subject).collect::<Vec<_>>());
    letters.remove(0).body().to_owned()
}

fn tickets(desk: &Desk, who: &str, count: usize) -> Vec<String> {
    (0..count).map(|index| desk.person(who).opens(&format!("Ticket {index}"))).collect()
}

fn line<'l>(verb: &'l str, numbers: &'l [String], rest: &[&'l str]) -> Vec<&'l str> {
    std::iter::once(verb).chain(numbers.iter().map(String::as_str)).chain(rest.iter().copied()).collect()
}

#[test]
fn who_carries_a_ticket_is_named_to_whoever_does_not() {
    let desk = Desk::staffed();
    let number = &desk.person("ana").opens("Una");
    desk.person("sara").does(["assign", number, "--to", "marta"]);
    flush(&desk);
    let letter = only(desk.letters_to("sara@example.com"));
    assert!(letter.contains("Lo lleva Marta.") && !letter.contains("lleva usted"), "{letter}");
}

#[test]
fn a_namesake_is_not_taken_for_the_client() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    admin.does(["user", "edit", "sara", "--name", "Ana"]);
    let letter = only(told(&desk, "sara", &["open", "--for", "ana", "-m", "Llamó"], "ana"));
    assert!(letter.contains("en su nombre"), "{letter}");
}

#[test]
fn a_summary_says_who_did_it_and_what_was_said() {
    let desk = Desk::staffed();
    let numbers = tickets(&desk, "ana", 7);
    let letter = only(told(&desk, "sara", &line("assign", &numbers, &["--to", "marta", "--note", "Urgen todos"]), "marta"));
    assert!(letter.contains("Sara le ha asignado estos tickets") && letter.matches("Urgen todos").count() == 1, "{letter}");
    let letter = only(told(&desk, "sara", &line("release", &numbers, &["-m", "Cambio de planes"]), "marta"));
    assert!(letter.contains("ya no los lleva usted, porque Sara") && letter.contains("Motivo: Cambio de planes"), "{letter}");
    desk.person("sara").does(line("assign", &numbers, &["--to", "marta"]));
    let letters = desk.letters_of(|| desk.person("sara").run(line("close", &numbers, &["-m", "Todo listo"])).ok()).1;
    let find = |to: &str| only(letters.iter().filter(|letter| letter.to() == format!("{to}@example.com")).cloned().collect());
    let (client, agent) = (find("ana"), find("marta"));
    assert_eq!([client.matches("Todo listo").count(), agent.matches("Todo listo").count()], [1, 1], "{client}\n{agent}");
    assert!(client.contains("puede reabrirlo hasta el") && client.contains("7 de diciembre"), "{client}");
    assert!(agent.contains("Sara ha cerrado estos tickets") && !agent.contains("puede reabrirlo"), "{agent}");
}

#[test]
fn a_summary_that_leaves_tickets_out_says_how_many() {
    let desk = Desk::staffed();
    // Nobody looks at the letters of their opening.
    set(&desk, "mail.notify.opened", "off");
    let numbers = tickets(&desk, "ana", 203);
    let letters = told(&desk, "sara", &line("assign", &numbers, &["--to", "marta"]), "marta");
    assert!(letters[0].subject().contains("203"), "{}", letters[0].subject());
    let letter = only(letters);
    assert!(letter.contains("… y 3 más."), "{letter}");
}

#[test]
fn a_client_whose_words_reopen_a_ticket_is_said_to_have_done_it() {
    let desk = Desk::staffed();
    let number = &opened(&desk);
    desk.person("sara").does(["close", number]);
    flush(&desk);
    set(&desk, "mail.notify.message", "off");
    let letter = only(told(&desk, "ana", &["reply", number, "-m", "Sigue igual"], "sara"));
    assert!(letter.contains("Ana (ana) ha reabierto su ticket"), "{letter}");
}

#[test]
fn words_are_told_where_the_change_itself_is_not() {
    let desk = Desk::staffed();
    let number = &opened(&desk);
    for event in ["closed", "reopened", "assigned"] {
        set(&desk, &format!("mail.notify.{event}"), "off");
    }
    assert!(only(told(&desk, "sara", &["close", number, "-m", "Adiós"], "ana")).contains("Adiós"));
    assert!(only(told(&desk, "sara", &["reopen", number, "-m", "Otra vez"], "ana")).contains("Otra vez"));
    assert!(only(told(&desk, "sara", &["assign", number, "--to", "marta", "--note", "Es suyo"], "marta")).contains("Es suyo"));
    assert!(only(told(&desk, "ana", &["close", number, "-m", "Gracias"], "marta")).contains("Gracias"));
    assert_eq!(told(&desk, "sara", &["reopen", number], "ana").len(), 0);
}

#[test]
fn suspended_staff_are_told_nothing_more() {
    let desk = Desk::staffed();
    let (admin, sara) = (desk.admin(), desk.person("sara"));
    let number = &opened(&desk);
    // A letter that was composed before, and waits.
    set(&desk, "mail.smtp.tls", "none");
    set(&desk, "mail.smtp.host", "127.0.0.1");
    set(&desk, "mail.smtp.port", "1");
    sara.run(["assign", number, "--to", "mateo"]).ok();
    admin.does(["user", "suspend", "mateo", "--reason", "Baja"]);
    admin.does(["config", "unset", "mail.smtp.host"]);
    let register = ["register", "--email", "mateo@example.com", "--name", "Mateo", "--password-stdin", "--accept-rules"];
    desk.guest("zoe").command(register).stdin("una clave muy larga 42\n").run().ok();
    desk.guest("zoe").run(["password", "forgot", "--email", "mateo@example.com"]).ok();
    admin.run(["user", "edit", "mateo", "--email", "mateo.nuevo@example.com"]).ok();
    let before = desk.letters_to("mateo@example.com").len();
    desk.advance(Span::minutes(20));
    flush(&desk);
    assert_eq!(desk.letters_to("mateo@example.com").len(), before);
    assert_eq!(desk.letters_to("mateo.nuevo@example.com").len(), 0);
    assert_eq!(states(&desk), Vec::<String>::new());
}

#[test]
fn a_shared_mailbox_that_is_ones_own_is_not_told_what_one_did() {
    let desk = Desk::staffed();
    let number = &opened(&desk);
    set(&desk, "mail.role.secretary", "Secretaría <SARA@example.com>");
    assert_eq!(told(&desk, "sara", &["close", number], "SARA").len(), 0);
    assert_eq!(told(&desk, "carmen", &["reopen", number], "SARA").len(), 0, "nobody has it, and it is staff who reopen it");
    assert_eq!(told(&desk, "ana", &["close", number], "SARA").len(), 1);
}

#[test]
fn a_letter_promises_no_reopening_that_is_over() {
    let desk = Desk::staffed();
    let number = &opened(&desk);
    set(&desk, "reopen.window", "0s");
    let letter = only(told(&desk, "sara", &["close", number], "ana"));
    assert!(letter.contains("abrir --follow-up") && !letter.contains("puede reabrirlo"), "{letter}");
    set(&desk, "reopen.window", "1d");
    let number = &desk.person("ana").opens("Otra");
    flush(&desk);
    desk.person("sara").does(["close", number]);
    desk.advance(Span::days(2));
    let (_, letters) = (flush(&desk), desk.letters_to("ana@example.com"));
    let late = letters.iter().find(|letter| letter.body().contains(number.as_str()) && letter.body().contains("cerrado"));
    assert!(late.unwrap().body().contains("abrir --follow-up"), "{}", late.unwrap().body());
}

#[test]
fn a_thread_in_a_mail_program_outlives_the_address_of_the_desk() {
    let desk = Desk::staffed();
    let number = &opened(&desk);
    let references = |letters: Vec<Mail>| letters[0].header("References").map(str::to_owned).unwrap();
    let before = references(told(&desk, "sara", &["reply", number, "-m", "Uno"], "ana"));
    set(&desk, "mail.from", "mesa@nuevo.example");
    assert_eq!(references(told(&desk, "sara", &["reply", number, "-m", "Dos"], "ana")), before);
}

#[test]
fn a_file_whose_name_looks_like_an_option_is_fetched_by_the_letters_command() {
    let desk = Desk::staffed();
    let number = &opened(&desk);
    let file = desk.file("-rf", vec![b'x'; 8 * 1024 * 1024]);
    let letter = only(told(&desk, "sara", &["reply", number, "-m", "Ahí va", "--attach", file.to_str().unwrap()], "ana"));
    let command = letter.lines().find_map(|line| line.trim().strip_prefix("taquilla adjunto ")).expect("a command");
    std::fs::remove_file(&file).unwrap();
    let words: Vec<_> = std::iter::once("adjunto").chain(command.split(' ')).collect();
    desk.person("ana").run(words).ok();
    assert_eq!(std::fs::metadata(&file).unwrap().len(), 8 * 1024 * 1024);
}

#[test]
fn secretaria_is_told_once_of_a_letter_that_was_given_up() {
    use crate::smtp_server::{Deed, SmtpServer, Stage};
    let server = SmtpServer::start();
    let desk = super::desk_with(&server);
    server.when(Stage::Recipient, "ana@", usize::MAX, Deed::Say("550 5.1.1 No such user".into()));
    let number = super::writing(&desk)[1].clone();
    let admin = desk.admin();
    admin.run(["reply", &number, "-m", "Hola"]).ok();
    let told = |server: &SmtpServer| -> Vec<String> {
        let received = server.received();
        let bounced = received.iter().filter(|letter| String::from_utf8_lossy(&letter.message).contains("Motivo: 550"));
        let mut to: Vec<_> = bounced.flat_map(|letter| letter.to.clone()).collect();
        to.sort();
        to
    };
    wait_until("both were told", || states(&desk) == ["dead"]);
    assert_eq!(told(&server), ["sara@example.com", "sol@example.com"]);
    let letter = super::queue(&desk).remove(0);
    assert_eq!((letter["event"].as_str(), letter["state"].as_str()), (Some("reply"), Some("dead")));
    admin.run(["mail", "retry", letter["id"].as_str().unwrap()]).ok();
    flush(&desk);
    assert_eq!(states(&desk), ["dead"]);
    assert_eq!(told(&server).len(), 2, "once");
    // A letter that tells of another is no reason for a third, and the setting holds.
    server.refuse(Stage::Recipient, "550 5.1.1 No such user");
    admin.run(["reply", &number, "-m", "Hola"]).ok();
    wait_until("all were given up", || states(&desk) == ["dead"; 4]);
    set(&desk, "mail.notify.bounced", "off");
    server.relent();
    server.when(Stage::Recipient, "ana@", usize::MAX, Deed::Say("550 5.1.1 No such user".into()));
    admin.run(["reply", &number, "-m", "Hola"]).ok();
    flush(&desk);
    assert_eq!((told(&server).len(), states(&desk).len()), (2, 5));
}
