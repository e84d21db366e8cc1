//! Many processes at one desk at once: none fails, nothing is lost, nobody waits for ever.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rustix::process::{Pid, Signal, kill_process};

use crate::support::process::wait_until;
use crate::support::{Desk, Person};

const WRITERS: usize = 8;
const TICKETS_EACH: usize = 15;

/// The numbers of all tickets that a person sees.
#[track_caller]
fn numbers(person: &Person<'_>) -> Vec<String> {
    let outcome = person.run(["list", "--status", "all", "--format", "ids"]).ok();
    outcome.text().lines().map(str::to_owned).collect()
}

#[test]
fn writers_and_readers_do_not_disturb_each_other() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    let first = ana.json(["open", "--subject", "Primera", "-m", "Hola"])["number"].as_str().unwrap().to_owned();
    let is_over = AtomicBool::new(false);
    let opened: Vec<String> = thread::scope(|scope| {
        let readers: Vec<_> = [vec!["list", "--json"], vec!["show", &first, "--no-mark", "--json"]]
            .into_iter()
            .map(|line| {
                let (ana, is_over) = (&ana, &is_over);
                scope.spawn(move || {
                    let mut runs = 0;
                    while !is_over.load(Ordering::Relaxed) {
                        ana.run(&line).ok().json();
                        runs += 1;
                    }
                    runs
                })
            })
            .collect();
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let ana = &ana;
                scope.spawn(move || {
                    let open = |index| {
                        let subject = format!("{writer}-{index}");
                        let line = ["open", "--subject", &subject, "-m", "Hola", "--format", "ids"];
                        ana.command(line).mail("queue").run().ok().text().trim().to_owned()
                    };
                    (0..TICKETS_EACH).map(open).collect::<Vec<_>>()
                })
            })
            .collect();
        let opened = writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect();
        is_over.store(true, Ordering::Relaxed);
        assert!(readers.into_iter().all(|reader| reader.join().unwrap() > 0));
        opened
    });
    let unique: BTreeSet<_> = opened.iter().chain([&first]).cloned().collect();
    assert_eq!(unique.len(), WRITERS * TICKETS_EACH + 1, "no number is given twice");
    assert_eq!(numbers(&ana).into_iter().collect::<BTreeSet<_>>(), unique, "and none is lost");
    let tickets = ana.json(["list", "--status", "all", "--json"]);
    let subjects: BTreeSet<_> = tickets.as_array().unwrap().iter().map(|ticket| ticket["subject"].to_string()).collect();
    assert_eq!(subjects.len(), unique.len());
    desk.owner().run(["verify"]).ok();
}

fn state_of(process: &Child) -> Option<char> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", process.id())).ok()?;
    stat.rsplit_once(')')?.1.trim_start().chars().next()
}

fn is_held(lock: &Path) -> bool {
    let file = File::options().read(true).write(true).open(lock).unwrap();
    let is_held = file.try_lock().is_err();
    if !is_held {
        // Closing it is not enough: a process that another test just starts may have inherited it for a moment.
        file.unlock().unwrap();
    }
    is_held
}

fn send(process: &Child, signal: Signal) {
    kill_process(Pid::from_child(process), signal).unwrap();
}

/// A writer that was stopped in the middle of its transaction, with a file so large that the transaction takes a while.
fn stopped_writer(desk: &Desk, ana: &Person<'_>) -> Child {
    let lock = desk.path().join("desk.lock");
    let file = desk.home().join("large.bin");
    for attempt in 0..200 {
        // Other bytes each time, or there would be nothing to write.
        let bytes: Vec<u8> = (0..6_000_000_u32).map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8 ^ attempt).collect();
        std::fs::write(&file, bytes).unwrap();
        let run = ana.command(["open", "--subject", "Grande", "-m", "Hola", "--attach", "large.bin"]).mail("queue");
        let mut child = run.build().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        while child.try_wait().unwrap().is_none() {
            if is_held(&lock) {
                send(&child, Signal::STOP);
                wait_until("the writer stopped or ended", || matches!(state_of(&child), Some('T' | 'Z') | None));
                if child.try_wait().unwrap().is_none() && is_held(&lock) {
                    return child;
                }
                let _ended = kill_process(Pid::from_child(&child), Signal::CONT);
            }
        }
    }
    panic!("no writer was ever caught with the desk in its hands");
}

#[test]
fn a_stopped_writer_stops_nobody_for_ever() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    ana.run(["open", "--subject", "Primera", "-m", "Hola"]).ok();
    let mut reads = 0;
    for round in 0..3 {
        let stopped = stopped_writer(&desk, &ana);
        // It may have been stopped in the moment when not even readers get past it; they do not hang either.
        let read = ana.run(["list", "--json", "--wait", "1"]);
        assert!(matches!(read.code, Some(0 | 7)), "{read}");
        reads += usize::from(read.code == Some(0));
        let line = ["open", "--subject", "Dos", "-m", "Hola", "--json", "--wait", "1"];
        ana.command(line).mail("queue").run().refused(7, "desk-busy");

        // Another one waits for longer, and is served when the first one goes on.
        let waiting = ana.command(["open", "--subject", "Tres", "-m", "Hola", "--wait", "60"]).mail("queue").build();
        thread::scope(|scope| {
            let waiting = scope.spawn(|| crate::support::process::run(waiting, None, crate::support::process::LIMIT));
            send(&stopped, Signal::CONT);
            let ended = stopped.wait_with_output().unwrap();
            assert!(ended.status.success(), "{ended:?}");
            waiting.join().unwrap().ok();
        });
        // Those that ended before they could be stopped are there too.
        assert!(numbers(&ana).len() > 2 * (round + 1));
    }
    assert!(reads > 0, "readers read beside a stopped writer");
    desk.owner().run(["verify"]).ok();
}
