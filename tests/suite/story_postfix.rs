//! A ticket's whole life with its letters on their real way: by SMTP to Postfix, and read back from the Maildirs it delivers into.
//!
//! Runs where `TAQUILLA_TEST_POSTFIX` names one, as `.ci/postfix start DIR PORT` prints it.

use std::collections::BTreeMap;

use crate::postfix::Postfix;
use crate::support::process::wait_until;
use crate::support::{Desk, Mail, PASSWORD, Person, mailbox};

/// Letters as they arrive; addresses that no other run writes to.
struct Post {
    postfix: Postfix,
    read: std::cell::RefCell<BTreeMap<String, usize>>,
}

impl Post {
    /// The letters to somebody so far, oldest first.
    fn letters(&self, person: &Person<'_>) -> Vec<Mail> {
        let mut letters = mailbox::read(&self.postfix.maildir(person.email()));
        letters.sort_by_key(|letter| letter.left_at);
        letters
    }

    /// The next letter to somebody, once it is there.
    fn next(&self, person: &Person<'_>) -> Mail {
        let mut read = self.read.borrow_mut();
        let seen = read.entry(person.email().to_owned()).or_default();
        let wanted = *seen + 1;
        wait_until("the next letter is delivered", || self.letters(person).len() >= wanted);
        *seen = wanted;
        let letter = self.letters(person).remove(wanted - 1);
        assert_eq!(letter.header("Auto-Submitted"), Some("auto-generated"));
        assert_eq!(letter.header("Return-Path"), Some("<mesa@example.org>"));
        assert_eq!(letter.header("Delivered-To"), Some(person.email()));
        assert_eq!(letter.to(), person.email());
        letter
    }
}

/// Somebody whose address is their own in this run and this test.
fn somebody<'d>(desk: &'d Desk, name: &str) -> Person<'d> {
    desk.guest(&format!("{name}-en-{}", std::process::id()))
}

fn staff<'d>(desk: &'d Desk, post: &Post, name: &str, role: &str) -> Person<'d> {
    let person = somebody(desk, name);
    desk.admin().run(["user", "create", "--email", person.email(), "--name", person.name(), "--role", role]).ok();
    let code = post.next(&person).code();
    let line = ["password", "reset", "--email", person.email(), &code, "--password-stdin", "--accept-rules"];
    person.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
    person
}

/// Lets a desk's letters leave by this server.
fn send_through(desk: &Desk, postfix: &Postfix) {
    let port = postfix.port.to_string();
    for (key, value) in
        [("mail.from", "mesa@example.org"), ("mail.smtp.tls", "none"), ("mail.smtp.port", &port), ("mail.smtp.host", "127.0.0.1")]
    {
        desk.admin().run(["config", "set", key, value]).ok();
    }
}

/// What a mail program threads by.
fn thread_of(letter: &Mail) -> (String, String) {
    let header = |name| letter.header(name).unwrap_or_else(|| panic!("no {name} in {}", letter.subject())).to_owned();
    (header("References"), header("In-Reply-To"))
}

#[test]
fn a_tickets_whole_life_arrives() {
    let Some(postfix) = Postfix::find("a_tickets_whole_life_arrives") else { return };
    let desk = Desk::new();
    let admin = desk.admin();
    send_through(&desk, &postfix);
    let post = Post { postfix, read: Default::default() };
    let sara = staff(&desk, &post, "sara", "secretary");
    let marta = staff(&desk, &post, "marta", "agent");
    let ana = somebody(&desk, "ana");
    let line = ["register", "--email", ana.email(), "--name", ana.name(), "--password-stdin", "--accept-rules"];
    ana.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
    let code = post.next(&ana).code();
    ana.run(["confirm", "--email", ana.email(), &code]).ok();
    let welcome = post.next(&ana);
    assert_eq!(welcome.header("In-Reply-To"), None, "it is about no ticket");

    let bytes: Vec<u8> = (0..200_000_u32).map(|index| (index * 7 + index / 251) as u8).collect();
    desk.file("plan nº 1.pdf", &bytes);
    let line = ["open", "--subject", "Duda del capítulo 2", "-m", "¿Cuándo\n.\nempieza?", "--attach", "plan nº 1.pdf"];
    let number = ana.json(line)["number"].as_str().unwrap().to_owned();
    let other = ana.json(["open", "--subject", "Otra cosa", "-m", "Hola"])["number"].as_str().unwrap().to_owned();
    let mut to_ana = vec![post.next(&ana)];
    let of_other = post.next(&ana);
    let mut to_sara = vec![post.next(&sara)];
    assert!(post.next(&sara).subject().contains(&other));

    sara.run(["assign", &number, "--to", &marta.handle(), "--note", "Es tuya"]).ok();
    let mut to_marta = vec![post.next(&marta)];
    assert!(to_marta[0].body().contains("¿Cuándo\n.\nempieza?"), "{}", to_marta[0].body());
    assert!(to_marta[0].body().contains("Es tuya"));
    desk.file("-rf.bin", b".\r\n.\nfin");
    marta.run(["reply", &number, "-m", "El lunes.", "--attach=./-rf.bin"]).ok();
    to_ana.push(post.next(&ana));
    assert!(to_ana[1].body().contains("El lunes."));
    assert_eq!(to_ana[1].attachments.len(), 1);
    assert_eq!(to_ana[1].attachments[0].bytes, b".\r\n.\nfin");
    ana.run(["reply", &number, "-m", "¿A qué hora?"]).ok();
    to_marta.push(post.next(&marta));
    marta.run(["close", &number, "-m", "A las nueve."]).ok();
    to_ana.push(post.next(&ana));
    assert!(to_ana[2].body().contains("A las nueve."), "closing carries the reply");
    ana.run(["reopen", &number, "-m", "¿Y el martes?"]).ok();
    to_marta.push(post.next(&marta));
    to_sara.push(post.next(&sara));

    // Whoever reads them in a mail program sees one conversation for the ticket, and another one for the other.
    for letters in [&to_ana, &to_marta, &to_sara] {
        let threads: Vec<_> = letters.iter().map(thread_of).collect();
        assert!(threads.windows(2).all(|pair| pair[0] == pair[1]), "{threads:?}");
        assert!(letters.iter().all(|letter| letter.subject().contains(&format!("[#{number}] Duda del capítulo 2"))));
    }
    assert_ne!(thread_of(&of_other), thread_of(&to_ana[0]));
    let every = [&to_ana, &to_marta, &to_sara].into_iter().flatten();
    let ids: Vec<_> = every.map(|letter| letter.header("Message-ID").unwrap().to_owned()).collect();
    assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len(), "each letter has an id of its own");
    // The file came all the way and back, to the byte.
    let carried: Vec<_> = to_sara.iter().chain(&to_marta).chain(&to_ana).flat_map(|letter| &letter.attachments).collect();
    let plans: Vec<_> = carried.iter().filter(|file| file.name == "plan nº 1.pdf").collect();
    assert!(!plans.is_empty() && plans.iter().all(|file| file.bytes == bytes));
    let copy = ana.run(["attachment", &number, "--json"]).ok().json();
    let id =
        copy.as_array().unwrap().iter().find(|file| file["name"] == "plan nº 1.pdf").unwrap()["id"].as_str().unwrap().to_owned();
    ana.run(["attachment", &number, &id, "--mail"]).ok();
    let copy = post.next(&ana);
    assert_eq!(copy.attachments.len(), 1);
    assert!(copy.attachments[0].bytes == bytes, "the file is another");
    assert_eq!(admin.json(["mail", "queue"]).as_array().unwrap().len(), 0, "nothing was left behind");
}

#[test]
fn what_postfix_puts_off_and_refuses_waits_and_is_listed() {
    let Some(postfix) = Postfix::find("what_postfix_puts_off") else { return };
    let desk = Desk::new();
    let admin = desk.admin();
    send_through(&desk, &postfix);
    for (to, state) in [("later@example.com", "retry"), ("nobody@example.com", "dead")] {
        admin.run(["mail", "test", "--to", to]).ok();
        let queue = admin.json(["mail", "queue"]);
        let letter = queue.as_array().unwrap().iter().find(|letter| letter["to"] == to).unwrap();
        assert_eq!(letter["state"], state, "{letter}");
    }
}
