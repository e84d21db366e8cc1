//! One command at a time: reading, changing, and the verbs over very many tickets.

use std::io::Read as _;
use std::process::Stdio;
use std::time::Instant;

use crate::desk::Desk;
use crate::runs::{Job, in_turn, median};
use crate::table::{Table, milliseconds, ratio};

const PEAK: f64 = 24.0;

/// A verb and how it is run on a desk.
type Verb<'v> = (&'v str, &'v dyn Fn(&Desk) -> Job);

/// `list`, `show`, `whoami` and the minimal reader, on every desk in turn.
pub fn reading(table: &mut Table, desks: &[Desk], runs: usize) {
    let number = |desk: &Desk| desk.number();
    let verbs: [Verb<'_>; 3] = [
        ("list", &|desk| Job::taquilla(desk, "secretary", &["list", "--limit", "25"])),
        ("show", &|desk| Job::taquilla(desk, "secretary", &["show", &number(desk), "--no-mark"])),
        ("whoami", &|desk| Job::taquilla(desk, "secretary", &["whoami"])),
    ];
    for (verb, job) in verbs {
        let mut jobs: Vec<_> = desks.iter().map(job).collect();
        let largest = &desks[desks.len() - 1];
        jobs.push(Job::minimal("read", &largest.path().join("desk.redb")));
        compare(table, verb, desks, runs, &jobs, (1.25, 2.0));
    }
}

/// Two words, twenty-five rows: both common, one of them rare, and never in one ticket.
pub fn searching(table: &mut Table, large: &Desk, runs: usize) {
    for (what, words) in [
        ("common and common", "trabajos entregas"),
        ("common and rare", "capítulos ornitorrinco"),
        ("disjoint", "norte sur"),
        ("a prefix", "bibliogra* entrega"),
    ] {
        let line = ["list", "--search", words, "--status", "all", "--limit", "25"];
        let found = in_turn(runs, &[Job::taquilla(large, "secretary", &line)])[0];
        table.at_most(&format!("list --search, {what}, at {}", large.size), found.as_secs_f64() * 1e3, 10.0, "ms");
    }
}

/// What a shell waits for when TAB is pressed: nobody should notice.
pub fn completing(table: &mut Table, large: &Desk, runs: usize) {
    let number = large.number();
    let lines: [&[&str]; 6] = [
        &["show", ""],
        &["show", &number[..3]],
        &["show", &number[..number.len() - 1]],
        &["assign", &number, "--to", ""],
        &["list", "--from", "c"],
        &["mail", "show", ""],
    ];
    for line in lines {
        let found = in_turn(runs, &[Job::completion(large, "secretary", line)])[0];
        let words = line.join(" ").replace(&number, "N");
        table.at_most(&format!("complete {words}\u{2038} at {}", large.size), found.as_secs_f64() * 1e3, 100.0, "ms");
    }
}

/// Orders whose first tickets lie where an order is not walked along from its beginning.
pub fn ordering(table: &mut Table, large: &Desk, runs: usize) {
    for order in [
        &["--sort", "closed"][..],
        &["--sort", "closed", "--to", "agent-1"],
        &["--sort", "due", "--reverse"],
        &["--sort", "due", "--reverse", "--unread"],
        &["--overdue", "--sort", "closed"],
    ] {
        let line = [&["list", "--limit", "25"], order].concat();
        let found = in_turn(runs, &[Job::taquilla(large, "secretary", &line)])[0];
        table.shows(&format!("list {} at {}", order.join(" "), large.size), &milliseconds(found));
    }
}

/// What falls due, against a plain list of as many.
pub fn falling_due(table: &mut Table, large: &Desk, runs: usize) {
    let job = |words: &[&str]| Job::taquilla(large, "secretary", &[&["list", "--limit", "25"], words].concat());
    let lines: [&[&str]; 3] = [&["--overdue"], &["--sort", "due"], &["--overdue", "--sort", "due"]];
    let mut jobs = vec![job(&[])];
    jobs.extend(lines.iter().map(|words| job(words)));
    let medians = in_turn(runs, &jobs);
    for (words, median) in lines.iter().zip(&medians[1..]) {
        let figure = median.as_secs_f64() / medians[0].as_secs_f64();
        table.at_most(&format!("list {} against list, at {}", words.join(" "), large.size), figure, 1.5, "×");
    }
}

/// `open`, `reply`, `assign` of one and the minimal writer, on every desk in turn.
pub fn changing(table: &mut Table, desks: &[Desk], runs: usize) {
    let detached = ["--mail", "detach"];
    let verbs: [Verb<'_>; 3] = [
        ("open", &|desk| {
            Job::taquilla(
                desk,
                "client",
                &[&["open", "--accept-rules", "--subject", "Index", "-m", "How long?"][..], &detached].concat(),
            )
        }),
        ("reply", &|desk| {
            Job::taquilla(desk, "secretary", &[&["reply", &desk.number(), "-m", "Two pages."][..], &detached].concat())
        }),
        ("note", &|desk| Job::taquilla(desk, "secretary", &[&["note", &desk.number(), "-m", "Done?"][..], &detached].concat())),
    ];
    for (verb, job) in verbs {
        let mut jobs: Vec<_> = desks.iter().map(job).collect();
        jobs.push(Job::minimal("write", &desks[desks.len() - 1].minimal()));
        compare(table, verb, desks, runs, &jobs, (1.25, 2.2));
    }
    assigning(table, desks, runs);
}

/// `assign` of one, to one agent and to another by turns, so that each command changes something.
fn assigning(table: &mut Table, desks: &[Desk], runs: usize) {
    let job = |desk: &Desk, agent: &str| {
        Job::taquilla(desk, "secretary", &["assign", &desk.number(), "--to", agent, "--mail", "detach"])
    };
    let mut times = vec![Vec::new(); desks.len() + 1];
    for run in 0..=runs {
        let agent = if run % 2 == 0 { "agent-1" } else { "agent-2" };
        for (desk, times) in desks.iter().zip(&mut times) {
            times.push(job(desk, agent).time());
        }
        times[desks.len()].push(Job::minimal("write", &desks[desks.len() - 1].minimal()).time());
    }
    let medians: Vec<_> = times.into_iter().map(|times| median(times[1..].to_vec())).collect();
    told(table, "assign", desks, &medians, (1.25, 2.2));
}

fn compare(table: &mut Table, verb: &str, desks: &[Desk], runs: usize, jobs: &[Job], bars: (f64, f64)) {
    let medians = in_turn(runs, jobs);
    told(table, verb, desks, &medians, bars);
    match jobs[desks.len() - 1].peak_mebibytes(None) {
        Some(peak) => table.at_most(&format!("{verb}: memory at {}", desks[desks.len() - 1].size), peak, PEAK, "MiB"),
        None => table.note("memory was not measured: there is no Python"),
    }
}

fn told(table: &mut Table, verb: &str, desks: &[Desk], medians: &[std::time::Duration], bars: (f64, f64)) {
    for (desk, median) in desks.iter().zip(medians) {
        table.shows(&format!("{verb} at {}", desk.size), &milliseconds(*median));
    }
    let (first, last, least) = (medians[0], medians[desks.len() - 1], medians[desks.len()]);
    table.shows(&format!("{verb}: the minimal program"), &milliseconds(least));
    if desks.len() > 1 {
        let names = (desks[desks.len() - 1].size, desks[0].size);
        table.at_most(&format!("{verb}: {} against {}", names.0, names.1), ratio(last, first), bars.0, "times");
    }
    table.at_most(&format!("{verb}: against the minimal program"), ratio(last, least), bars.1, "times");
}

/// The verbs over very many tickets.
pub fn many(table: &mut Table, small: &Desk, large: &Desk) {
    streaming(table, small, large);
    let count = 10_000.min(large.size / 60);
    let list =
        Job::taquilla(large, "secretary", &["list", "--sort", "created", "--format", "ids", "--limit", &count.to_string()]);
    let numbers = large.path().join("numbers");
    std::fs::write(&numbers, list.output()).unwrap();
    let mut times = Vec::new();
    for agent in ["agent-3", "agent-4", "agent-5"] {
        let job = Job::taquilla(large, "secretary", &["assign", "-", "--to", agent, "--mail", "detach"]);
        let begun = Instant::now();
        let status = job.command().stdin(std::fs::File::open(&numbers).unwrap()).status().unwrap();
        times.push(begun.elapsed());
        assert!(status.success(), "{status}");
    }
    table.at_most(&format!("assign of {count} at {}", large.size), median(times).as_secs_f64(), 1.5, "s");
    let job = Job::taquilla(large, "secretary", &["assign", "-", "--to", "agent-6", "--mail", "detach"]);
    if let Some(peak) = job.peak_mebibytes(Some(&numbers)) {
        table.at_most(&format!("assign of {count}: memory"), peak, 64.0, "MiB");
    }
    by_rule(table, large, count);
}

/// What nobody has yet, to whom the rule says, and given back again by turns.
fn by_rule(table: &mut Table, large: &Desk, count: u32) {
    let limit = count.to_string();
    let list = Job::taquilla(large, "secretary", &["list", "--unassigned", "--format", "ids", "--limit", &limit]);
    let numbers = large.path().join("unassigned");
    std::fs::write(&numbers, list.output()).unwrap();
    let run = |words: &[&str]| {
        let job = Job::taquilla(large, "secretary", &[words, &["--mail", "queue"]].concat());
        let begun = Instant::now();
        let status = job.command().stdin(std::fs::File::open(&numbers).unwrap()).status().unwrap();
        assert!(status.success(), "{words:?} ended with {status}");
        begun.elapsed()
    };
    let mut times = Vec::new();
    for _ in 0..3 {
        times.push(run(&["assign", "-", "--auto"]));
        run(&["release", "-", "-m", "Again"]);
    }
    table.shows(&format!("assign --auto of {count} at {}", large.size), &milliseconds(median(times)));
}

/// Every number of a desk into a pipe.
fn streaming(table: &mut Table, small: &Desk, large: &Desk) {
    let words = ["list", "--status", "all", "--format", "ids"];
    let job = Job::taquilla(large, "secretary", &words);
    let mut rates = Vec::new();
    for _ in 0..5 {
        let mut command = job.command();
        let begun = Instant::now();
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut bytes = Vec::new();
        child.stdout.take().unwrap().read_to_end(&mut bytes).unwrap();
        assert!(child.wait().unwrap().success(), "the list failed");
        let rows = bytes.iter().filter(|byte| **byte == b'\n').count();
        rates.push(rows as f64 / begun.elapsed().as_secs_f64() / 1e6);
    }
    rates.sort_unstable_by(f64::total_cmp);
    table.at_least(&format!("list --format ids of {}", large.size), rates[rates.len() / 2], 5.0, "M rows/s");
    let peaks = (Job::taquilla(small, "secretary", &words).peak_mebibytes(None), job.peak_mebibytes(None));
    if let (Some(few), Some(many)) = peaks {
        table.shows("list --format ids: memory, small and large desk", &format!("{few:.1} and {many:.1} MiB"));
    }
}
