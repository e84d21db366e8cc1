//! Many at once: processes that open tickets in a loop.

use std::collections::BTreeSet;
use std::process::Stdio;
use std::time::{Duration, Instant};

use taquilla::domain::ticket::TicketSeq;
use taquilla::store::{Store, StoreError};

use crate::desk::Desk;
use crate::runs::Job;
use crate::table::{Table, milliseconds};

/// How many open at the same time.
const CROWD: usize = 8;

/// What one of them did.
struct Opened {
    numbers: Vec<String>,
    longest: Duration,
}

/// One process in a loop, then eight of them: the rates, the longest wait, and that nothing is lost.
pub fn opening(table: &mut Table, desk: &Desk, seconds: u64) {
    let before = tickets(desk);
    let alone = open_for(desk, 1, seconds);
    let together = open_for(desk, CROWD, seconds);
    let count = |opened: &[Opened]| opened.iter().map(|opened| opened.numbers.len()).sum::<usize>();
    let all: BTreeSet<_> = alone.iter().chain(&together).flat_map(|opened| &opened.numbers).collect();
    let opened = count(&alone) + count(&together);
    assert_eq!(all.len(), opened, "a number was given twice");
    assert_eq!(tickets(desk) - before, opened as u64, "a ticket was lost");
    let rate = |opened: &[Opened]| count(opened) as f64 / seconds as f64;
    table.shows("open in a loop, one process", &format!("{:.0} a second", rate(&alone)));
    table.shows("open in a loop, eight processes", &format!("{:.0} a second", rate(&together)));
    table.at_least("open: eight processes against one", rate(&together) / rate(&alone), 0.95, "times");
    let longest = together.iter().map(|opened| opened.longest).max().unwrap_or_default();
    table.shows("open: the longest of eight waited", &milliseconds(longest));
}

/// How many tickets there ever were.
fn tickets(desk: &Desk) -> u64 {
    let next: Result<TicketSeq, StoreError> = desk.store().read(|read| read.next_ticket());
    u64::from(next.unwrap().0) - 1
}

fn open_for(desk: &Desk, processes: usize, seconds: u64) -> Vec<Opened> {
    let words = ["--format", "ids", "open", "--accept-rules", "--subject", "Index", "-m", "How long?", "--mail", "queue"];
    let job = Job::taquilla(desk, "client", &words);
    let end = Instant::now() + Duration::from_secs(seconds);
    std::thread::scope(|scope| {
        let loops: Vec<_> = (0..processes)
            .map(|_| {
                scope.spawn(|| {
                    let mut opened = Opened { numbers: Vec::new(), longest: Duration::ZERO };
                    while Instant::now() < end {
                        let begun = Instant::now();
                        let output = job.command().stdout(Stdio::piped()).output().unwrap();
                        assert!(output.status.success(), "open ended with {}", output.status);
                        opened.longest = opened.longest.max(begun.elapsed());
                        opened.numbers.push(String::from_utf8(output.stdout).unwrap());
                    }
                    opened
                })
            })
            .collect();
        loops.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
