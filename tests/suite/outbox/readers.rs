//! Letters that waited: whoever lost sight of a ticket meanwhile is told no more of it, nor anybody of what came later.

use crate::support::Desk;

/// The subjects and texts of the letters to somebody that left.
fn told(desk: &Desk, name: &str) -> Vec<String> {
    let letters = desk.letters_to(&format!("{name}@example.com"));
    letters.iter().map(|letter| format!("{}\n{}", letter.subject(), letter.body())).collect()
}

fn flush(desk: &Desk) {
    desk.owner().run(["mail", "flush"]).ok();
}

#[test]
fn who_lost_a_ticket_or_the_account_is_not_told_of_it() {
    for suspended in [true, false] {
        let desk = Desk::staffed();
        let sara = desk.person("sara");
        let number = &desk.person("ana").opens("Una");
        sara.does(["assign", number, "--to", "mateo"]);
        sara.does(["assign", number, "--to", "marta"]);
        sara.does(["note", number, "-m", "SECRETO"]);
        if suspended {
            desk.admin().does(["user", "suspend", "mateo", "--reason", "Baja"]);
        }
        flush(&desk);
        assert_eq!(told(&desk, "mateo"), Vec::<String>::new(), "suspended: {suspended}");
        assert_eq!(sara.json(["mail", "queue"]), serde_json::json!([]), "what was cancelled does not wait");
        assert_eq!(told(&desk, "marta").len(), 2);
    }
}

#[test]
fn a_client_is_not_told_of_a_ticket_that_became_anothers() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let number = &desk.person("ana").opens("Una");
    sara.does(["reply", number, "-m", "Hola"]);
    sara.does(["edit", number, "--client", "bruno"]);
    flush(&desk);
    assert_eq!(told(&desk, "ana"), Vec::<String>::new());
}

#[test]
fn who_had_a_ticket_is_told_that_it_was_taken() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let number = &desk.person("ana").opens("Una");
    sara.run(["assign", number, "--to", "mateo"]).ok();
    let before = told(&desk, "mateo").len();
    sara.does(["release", number, "-m", "Se encarga otra persona"]);
    flush(&desk);
    let letters = told(&desk, "mateo");
    assert_eq!(letters.len(), before + 1);
    assert!(letters.iter().any(|letter| letter.contains("Se encarga otra persona")), "{letters:?}");
}

#[test]
fn who_stands_in_for_the_assignee_is_told() {
    let desk = Desk::staffed();
    let number = &desk.person("ana").opens("Una");
    desk.person("sara").run(["assign", number, "--to", "marta"]).ok();
    desk.person("sara").does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "mateo"]);
    desk.person("ana").does(["reply", number, "-m", "¿Y esto?"]);
    flush(&desk);
    assert!(told(&desk, "mateo").iter().any(|letter| letter.contains("¿Y esto?")));
}

#[test]
fn a_summary_tells_of_what_is_left() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let numbers: Vec<_> = (0..6).map(|index| desk.person("ana").opens(&format!("Ticket {index}"))).collect();
    let words = |to: &str, numbers: &[String]| {
        let mut words = vec!["assign".to_owned(), "--to".to_owned(), to.to_owned()];
        words.extend(numbers.iter().cloned());
        words
    };
    sara.does(words("mateo", &numbers));
    sara.does(words("marta", &numbers[..2]));
    flush(&desk);
    let letters = told(&desk, "mateo");
    assert_eq!(letters.len(), 1);
    for (index, number) in numbers.iter().enumerate() {
        assert_eq!(letters[0].contains(number.as_str()), index >= 2, "{index}: {letters:?}");
    }
}

#[test]
fn the_thread_ends_where_the_letter_was_queued() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let number = &desk.person("ana").opens("Una");
    sara.does(["note", number, "-m", "Antes"]);
    sara.does(["assign", number, "--to", "marta"]);
    sara.does(["note", number, "-m", "Después"]);
    flush(&desk);
    let letters = told(&desk, "marta");
    let assigned = letters.iter().find(|letter| letter.contains("Antes")).expect("the letter with the thread");
    assert!(!assigned.contains("Después"), "{assigned}");
    assert_eq!(letters.iter().filter(|letter| letter.contains("Después")).count(), 1, "{letters:?}");
}

#[test]
fn a_receipt_says_which_ticket_it_goes_on_with() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = &ana.opens("Una");
    sara.does(["close", number]);
    ana.does(["open", "--subject", "Otra", "-m", "Sigue igual", "--follow-up", number]);
    flush(&desk);
    let letters = told(&desk, "ana");
    let receipt = letters.iter().find(|letter| letter.contains("Sigue igual")).expect("the receipt");
    assert!(receipt.contains(number.as_str()), "{receipt}");
}
