//! What a command may cost: nobody waits for what only the desk wants to know, reads what nobody asked for, or hangs on a file that
//! is none.

use std::process::Command;
use std::time::{Duration, Instant};

use taquilla::domain::account::AccountId;
use taquilla::domain::entry::Content;
use taquilla::domain::letter::CommandId;
use taquilla::domain::ticket::TicketNumber;
use taquilla::domain::time::Span;
use taquilla::store::redb::RedbStore;
use taquilla::store::{Store, StoreError};

use super::accounts::logs_in;
use super::support::{Desk, PASSWORD, Person};

#[test]
fn a_folder_that_is_no_desk_is_told_as_that() {
    let desk = Desk::missing();
    let guest = desk.guest("ana");
    // It is for everybody to read, and there is nothing to be protected in it.
    let error = guest.refused(["list", "--desk", "/usr"], 3, "no-desk");
    assert!(!error.to_string().contains("chmod"), "{error}");
}

#[test]
fn a_pipe_in_the_place_of_the_store_hangs_nobody() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let store = desk.path().join("desk.redb");
    std::fs::remove_file(&store).unwrap();
    let made = Command::new("mkfifo").args(["-m", "600"]).arg(&store).status().unwrap();
    assert!(made.success());
    for line in [&["list"][..], &["open", "-m", "Hola"], &["verify"]] {
        ana.refused(line, 10, "store-damaged");
    }
}

#[test]
fn a_reader_waits_for_nobody_to_write_down_that_it_read() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    // Both are due: that the session was used, and that the ticket was read.
    desk.advance(Span::hours(1));
    let lock = std::fs::OpenOptions::new().write(true).open(desk.path().join("desk.lock")).unwrap();
    lock.lock().unwrap();
    for line in [&["show", &number][..], &["list"], &["whoami"], &["attachment", &number]] {
        let began = Instant::now();
        sara.run(line).ok();
        assert!(began.elapsed() < Duration::from_secs(4), "{line:?} took {:?}", began.elapsed());
    }
    assert_eq!(sara.json(["show", &number, "--no-mark"])["unread"], 1);
    drop(lock);
    // Where nobody is in the way, one transaction does both.
    let verbs = || {
        let store = RedbStore::open(&desk.path(), Duration::from_secs(10)).unwrap();
        let links: Result<_, StoreError> = store.read(|read| read.audit(0, usize::MAX));
        links.unwrap().into_iter().map(|(link, _)| link.verb).collect::<Vec<_>>()
    };
    let before = verbs().len();
    sara.run(["show", &number]).ok();
    assert_eq!(verbs()[before..], ["show"]);
    assert_eq!(sara.json(["show", &number, "--no-mark"])["unread"], 0);
    desk.advance(Span::hours(11));
    sara.run(["list"]).ok();
    desk.advance(Span::hours(11));
    sara.run(["list"]).ok();
}

/// Makes a thread long, past the commands that would take minutes for it.
fn lengthen(desk: &Desk, number: &str, texts: usize, bytes: usize) {
    let store = RedbStore::open(&desk.path(), Duration::from_secs(10)).unwrap();
    let number = TicketNumber::parse(number).unwrap();
    let written: Result<(), StoreError> = store.write(&CommandId([7; 16]), |tx| {
        let before = tx.tickets(std::slice::from_ref(&number))?.remove(0).unwrap();
        let mut ticket = before.clone();
        for _ in 0..texts {
            // No words: what the index does with them is no matter here, and takes a minute of a debug build.
            let text = Content::Reply("🏛".repeat(bytes / 4));
            let entry = ticket.append(Some(AccountId(1)), desk.now(), text, Vec::new());
            tx.append_entry(ticket.seq, &entry)?;
        }
        tx.put_ticket(Some(&before), &ticket)
    });
    written.unwrap();
}

/// What a command may take that reads no texts: it needs 43 MB, and the texts of the thread are 30.
const MOST_KIB: u32 = 64_000;

/// Runs a command line with no more than so much memory, shared libraries and the program itself included.
fn within(desk: &Desk, person: &Person<'_>, most_kib: u32, line: &[&str]) -> super::support::Outcome {
    let program = person.command(line).mail("queue").build();
    let mut shell = Command::new("/bin/sh");
    shell.env_clear().current_dir(desk.home());
    for (name, value) in program.get_envs() {
        if let Some(value) = value {
            shell.env(name, value);
        }
    }
    shell
        .arg("-c")
        .arg(format!("ulimit -v {most_kib}; exec \"$@\""))
        .arg("sh")
        .arg(program.get_program())
        .args(program.get_args());
    super::support::process::run(shell, None, super::support::process::LIMIT)
}

#[test]
fn a_long_thread_is_not_read_for_what_is_not_in_its_texts() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    desk.file("a.txt", "hola");
    let number = ana.json(["open", "-m", "Toma", "--attach", "a.txt"])["number"].as_str().unwrap().to_owned();
    sara.does(["assign", &number, "--to", "marta"]);
    lengthen(&desk, &number, 120, 248 * 1024);
    for (who, line) in [
        (&ana, &["attachment", &number][..]),
        (&ana, &["attachment", &number, "1.1", "-o", "-"]),
        (&ana, &["list"]),
        (&marta, &["note", &number, "-m", "Ojo"]),
        (&marta, &["reply", &number, "-m", "Hola"]),
    ] {
        within(&desk, who, MOST_KIB, line).ok();
    }
    // The bar means something: what is shown whole needs more.
    assert_ne!(within(&desk, &sara, MOST_KIB, &["show", &number, "--json"]).code, Some(0));
}

#[test]
fn what_is_over_does_not_stay_for_ever() {
    let desk = Desk::staffed();
    let store = || RedbStore::open(&desk.path(), Duration::from_secs(10)).unwrap();
    let links = || {
        let last: Result<_, StoreError> = store().read(|read| read.last_audit());
        last.unwrap().map_or(0, |link| link.sequence)
    };
    // Whoever tries names that nobody has leaves nothing in the audit; whoever tries a real one does.
    let before = links();
    for name in 0..5 {
        let nobody = desk.guest(&format!("nadie{name}"));
        logs_in(&nobody, PASSWORD).refused(4, "wrong-login");
        nobody.run(["password", "forgot", "--email", nobody.email()]).ok();
    }
    assert_eq!(links(), before);
    logs_in(&desk.person("ana").elsewhere(), "una clave que no es").refused(4, "wrong-login");
    assert_eq!(links(), before + 1);
    // A session that ended goes in passing.
    let ana = desk.person("ana");
    let path = std::fs::read_dir(ana.state().join("taquilla")).unwrap().next().unwrap().unwrap().path();
    let session = taquilla::paths::read_session(&path).unwrap().unwrap();
    let is_kept = || {
        let kept: Result<_, StoreError> = store().read(|read| read.session(&session.secret.hash()));
        kept.unwrap().is_some()
    };
    desk.advance(Span::hours(13));
    assert!(is_kept());
    ana.elsewhere().run(["password", "forgot", "--email", "nadie@example.com"]).ok();
    assert!(!is_kept());
    ana.refused(["whoami"], 4, "session-ended");
}
