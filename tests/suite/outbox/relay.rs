//! The relay as a process: whoever waits for it or not, and what becomes of its letters when it is killed.

use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use taquilla::domain::time::Span;

use super::{FROM, WAITS, desk_with, flush, queue, recipients, set, states, write, writing};
use crate::smtp_server::{Deed, SmtpServer, Stage};
use crate::support::Desk;
use crate::support::process::wait_until;

/// The relay of a desk: the process that was started with this verb for this directory.
fn relay_of(desk: &Desk) -> Option<Pid> {
    let directory = desk.path().into_os_string().into_encoded_bytes();
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let mut found = processes.filter_map(|entry| {
        let line = std::fs::read(entry.path().join("cmdline")).ok()?;
        let words: Vec<_> = line.split(|byte| *byte == 0).collect();
        let is_relay = words.get(1) == Some(&b"relay".as_slice()) && words.contains(&directory.as_slice());
        is_relay.then(|| entry.file_name().to_str()?.parse().ok().and_then(Pid::from_raw))?
    });
    found.next()
}

/// The session of a process: the fourth word behind its name.
fn session_of(process: Pid) -> i32 {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", process.as_raw_nonzero())).unwrap();
    stat.rsplit_once(')').unwrap().1.split_whitespace().nth(3).unwrap().parse().unwrap()
}

fn kill_relay(desk: &Desk) {
    let relay = relay_of(desk).expect("the relay runs");
    kill_process(relay, Signal::KILL).unwrap();
    wait_until("the relay is gone", || relay_of(desk) != Some(relay));
}

/// A desk whose secretaries share one mailbox, so that there is one letter.
fn desk_with_one_mailbox(server: &SmtpServer) -> Desk {
    let desk = desk_with(server);
    set(&desk, "mail.role.secretary", "secretaria@example.com");
    desk
}

fn open_detached(desk: &Desk) {
    let ana = desk.guest("ana");
    let outcome = ana.command(writing(desk)).mail("detach").run().ok();
    assert!(!outcome.talk().contains(WAITS), "nobody has waited, so nobody can tell: {outcome}");
}

#[test]
fn a_command_does_not_wait_for_ever_and_its_letter_is_not_lost() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    // It never answers: the command comes back all the same.
    server.when(Stage::Greeting, "", 1, Deed::Stall);
    let outcome = write(&desk);
    assert!(outcome.talk().contains(WAITS), "{outcome}");
    assert_eq!((server.conversations().len(), server.received().len()), (1, 0));
    assert_eq!(states(&desk), ["leased", "leased"]);
    // As long as the lease lasts nobody else takes them, and then somebody does.
    desk.advance(Span::minutes(14));
    flush(&desk);
    assert_eq!((server.received().len(), states(&desk).len()), (0, 2));
    desk.advance(Span::minutes(1));
    flush(&desk);
    assert_eq!(recipients(&server.received()), ["sara@example.com", "sol@example.com"]);
    assert_eq!(states(&desk).len(), 0);
    kill_relay(&desk);
}

#[test]
fn a_desk_that_detaches_does_not_wait() {
    let server = SmtpServer::start();
    let desk = desk_with_one_mailbox(&server);
    set(&desk, "mail.delivery", "detach");
    server.when(Stage::Greeting, "", 1, Deed::Stall);
    let outcome = desk.guest("ana").command(writing(&desk)).mail_as_set().run().ok();
    assert!(!outcome.talk().contains(WAITS), "{outcome}");
    wait_until("the relay has called", || server.conversations().len() == 1);
    kill_relay(&desk);
}

#[test]
fn a_relay_that_is_killed_before_it_sends_leaves_its_letter_to_another() {
    let server = SmtpServer::start();
    let desk = desk_with_one_mailbox(&server);
    server.when(Stage::Greeting, "", 1, Deed::Stall);
    open_detached(&desk);
    wait_until("the relay has called", || server.conversations().len() == 1);
    kill_relay(&desk);
    assert_eq!(states(&desk), ["leased"]);
    flush(&desk);
    assert_eq!(server.received().len(), 0);
    desk.advance(Span::minutes(15));
    flush(&desk);
    assert_eq!((server.received().len(), states(&desk).len()), (1, 0));
}

#[test]
fn a_relay_that_is_killed_after_it_sent_is_repeated_to_the_byte() {
    let server = SmtpServer::start();
    let desk = desk_with_one_mailbox(&server);
    server.when(Stage::Message, "", 1, Deed::TakeAndStall);
    open_detached(&desk);
    wait_until("the server has the letter", || server.received().len() == 1);
    kill_relay(&desk);
    set(&desk, "mail.from", "otra@example.org");
    desk.advance(Span::minutes(15));
    flush(&desk);
    let received = server.received();
    assert_eq!((received.len(), states(&desk).len()), (2, 0));
    assert_eq!(received[0], received[1]);
    assert_eq!(received[1].from, FROM);
}

#[test]
fn a_relay_outlives_the_terminal() {
    use std::os::unix::process::CommandExt;
    let server = SmtpServer::start();
    let desk = desk_with_one_mailbox(&server);
    server.when(Stage::Greeting, "", 1, Deed::Stall);
    let ana = desk.guest("ana");
    let mut command = ana.command(writing(&desk)).mail("detach").build();
    let mut child =
        command.process_group(0).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap();
    assert!(child.wait().unwrap().success());
    wait_until("the relay has called", || server.conversations().len() == 1);
    let relay = relay_of(&desk).unwrap();
    assert_eq!(session_of(relay), relay.as_raw_nonzero().get(), "it leads a session without a terminal");
    // What a terminal does to those who sit at it when it goes: nobody is left there.
    let hung_up = kill_process_group(Pid::from_child(&child), Signal::HUP);
    assert_eq!(hung_up, Err(rustix::io::Errno::SRCH));
    assert_eq!(relay_of(&desk), Some(relay));
    kill_relay(&desk);
}

#[test]
fn two_relays_do_not_send_the_same_letter() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    set(&desk, "mail.notify.bounced", "off");
    server.refuse(Stage::Recipient, "550 5.1.1 No");
    write(&desk);
    server.relent();
    // One letter is due by itself besides the one that is asked for: one relay sees to both.
    let ids: Vec<_> = queue(&desk).iter().map(|letter| letter["id"].as_str().unwrap().to_owned()).collect();
    let ana = desk.guest("ana");
    ana.command(writing(&desk)).mail("queue").run().ok();
    desk.admin().run(["mail", "retry", &ids[0], &ids[1]]).ok();
    wait_until("all have left", || states(&desk).is_empty());
    assert_eq!(server.received().len(), 4);
}

#[test]
fn a_rest_that_a_wrong_clock_began_keeps_no_letter() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    set(&desk, "mail.smtp.port", "1");
    let right = desk.now().to_rfc3339();
    desk.guest("ana").command(writing(&desk)).mail("queue").run().ok();
    desk.set_now("2033-01-01T10:00:00Z");
    desk.owner().run(["mail", "flush"]);
    desk.set_now(&right);
    set(&desk, "mail.smtp.port", &server.port().to_string());
    write(&desk);
    // What it put off leaves too, but for the one that was given up since five days seemed to be over.
    wait_until("all have left", || states(&desk).iter().all(|state| state == "dead"));
    let received = server.received();
    let told = recipients(&received);
    assert!(told.len() >= 3 && told.contains(&"sara@example.com") && told.contains(&"sol@example.com"), "{told:?}");
}
