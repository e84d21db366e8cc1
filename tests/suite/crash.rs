//! What a desk survives: processes killed at any moment, a full disk, one that takes no writing, a store that was cut off.

use std::collections::BTreeSet;
use std::process::{Child, Command, Stdio};

use crate::support::process::{self, LIMIT};
use crate::support::{Desk, Outcome, PASSWORD, Person};

const KILLS: u64 = 40;

fn numbers(person: &Person<'_>) -> BTreeSet<String> {
    let outcome = person.run(["list", "--status", "all", "--format", "ids"]).ok();
    outcome.text().lines().map(str::to_owned).collect()
}

/// A little work, of which more takes longer.
fn work(units: u64) {
    for unit in 0..units * 1_000 {
        std::hint::black_box(unit);
    }
}

/// A command that opens a ticket once for all who run it with the same key.
fn opening(ana: &Person<'_>, index: u64) -> Command {
    let (subject, key) = (format!("Duda {index}"), format!("clave-{index}"));
    let mut line = vec!["open", "--subject", &subject, "-m", "Hola", "--format", "ids", "--key", &key];
    if index.is_multiple_of(4) {
        line.extend(["--attach", "plan.bin"]);
    }
    let mut command = ana.command(line).mail("queue").build();
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// Works beside a process, up to so many units; says how many it took until the process ended by itself, if it did.
fn work_beside(child: &mut Child, units: u64) -> Option<u64> {
    for unit in 0..units {
        if child.try_wait().unwrap().is_some() {
            return Some(unit);
        }
        work(1);
    }
    None
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_told() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    desk.file("plan.bin", vec![7; 600_000]);
    let mut life = work_beside(&mut opening(&ana, 0).spawn().unwrap(), u64::MAX).unwrap();
    let mut told = numbers(&ana);
    let mut killed = 0;
    for index in 1..=KILLS {
        let mut child = opening(&ana, index).spawn().unwrap();
        // The machine is not always equally fast: the length of a life is learned anew from those that were not cut short.
        life = work_beside(&mut child, life * index / KILLS).unwrap_or(life + life / 20);
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        killed += u64::from(output.status.code().is_none());
        let number = String::from_utf8(output.stdout).unwrap();
        // Whoever reads next sees the desk at once, whole.
        let there = numbers(&ana);
        if number.ends_with('\n') {
            assert!(there.contains(number.trim()), "{number} was told and is not there");
            told.insert(number.trim().to_owned());
        }
        assert!(there.len() <= usize::try_from(index).unwrap() + 1);
    }
    assert!(killed >= KILLS / 8, "{killed} of {KILLS} were killed before their end");
    desk.owner().run(["verify"]).ok();
    // Asked again with the same keys, each ticket is there once, also where nobody was told of it.
    for index in 1..=KILLS {
        let again = process::run(opening(&ana, index), None, LIMIT).ok();
        told.insert(again.text().trim().to_owned());
    }
    let there = numbers(&ana);
    assert_eq!(there, told);
    assert_eq!(there.len(), usize::try_from(KILLS).unwrap() + 1);
    for number in &there {
        let ticket = ana.json(["show", number, "--no-mark"]);
        let thread = ticket["thread"].as_array().unwrap();
        assert_eq!(thread.iter().filter(|entry| entry["kind"] == "message").count(), 1, "{ticket}");
    }
    desk.owner().run(["verify"]).ok();
}

#[test]
fn a_limit_on_files_leaves_nothing_half_done() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    ana.run(["open", "--subject", "Primera", "-m", "Hola"]).ok();
    let mut refused = 0;
    for step in 0..8_u64 {
        desk.file("large.bin", vec![u8::try_from(step).unwrap(); 3_000_000]);
        let before = numbers(&ana);
        let bytes = std::fs::metadata(desk.path().join("desk.redb")).unwrap().len();
        let run = ana.command(["open", "--subject", "Grande", "-m", "Hola", "--attach", "large.bin"]).json().mail("queue");
        let open = run.build();
        // The signal that comes with the limit would kill it; a full disk sends none.
        let mut command = desk.program();
        let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", bytes / 512 + step * 300);
        let mut shell = Command::new("/bin/sh");
        shell.env_clear().envs(open.get_envs().filter_map(|(name, value)| Some((name, value?)))).current_dir(desk.home());
        shell.args(["-c", &script, "sh"]).arg(command.get_program()).args(open.get_args());
        let outcome = process::run(shell, None, LIMIT);
        command.arg("verify");
        process::run(command, None, LIMIT).ok();
        let after = numbers(&ana);
        if outcome.code == Some(0) {
            assert_eq!(after.len(), before.len() + 1);
        } else {
            refused += 1;
            assert!(matches!(outcome.error()["code"].as_str(), Some("disk-full" | "store-unavailable")), "{outcome}");
            outcome.exits(1);
            assert_eq!(after, before);
        }
    }
    assert!(refused > 0, "the limit was never reached");
    ana.run(["open", "--subject", "Después", "-m", "Hola"]).ok();
    desk.owner().run(["verify"]).ok();
}

/// Runs a script where it may mount file systems that nobody else sees; none where the machine forbids it.
fn with_mounts(desk: &Desk, test: &str, script: &str) -> Option<Outcome> {
    let unshare = |arguments: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount"]).args(arguments);
        command.current_dir(desk.home());
        command
    };
    let may = unshare(&["mount", "-t", "tmpfs", "tmpfs", "/mnt"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !may.is_ok_and(|status| status.success()) {
        assert!(std::env::var_os("CI").is_none(), "{test} cannot mount file systems of its own here");
        println!("skipped: {test} wants to mount file systems of its own (unshare --user --mount)");
        return None;
    }
    let mut command = unshare(&["/bin/sh", "-ec", script]);
    let program = desk.program();
    command.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").env("TAQUILLA", program.get_program());
    command.env("XDG_STATE_HOME", desk.admin().state());
    Some(process::run(command, Some(format!("{PASSWORD}\n").as_bytes()), LIMIT))
}

#[test]
fn a_full_disk_is_told_and_survived() {
    let desk = Desk::missing();
    std::fs::create_dir(desk.home().join("disk")).unwrap();
    let script = r#"
        mount -t tmpfs -o size=6m tmpfs disk
        export TAQUILLA_DESK="$PWD/disk/desk"
        "$TAQUILLA" init --name Mesa --admin-email alba@example.com --admin-name Alba --password-stdin > /dev/null
        "$TAQUILLA" --mail queue user create --email ana@example.com --name Ana --role client --no-invite > /dev/null
        head -c 1000000 /dev/zero > disk/filler
        opened=0
        while [ $opened -lt 100 ]; do
            head -c 300000 /dev/urandom > plan.bin
            code=0
            "$TAQUILLA" --mail queue --json open --subject Duda -m Hola --for ana --attach plan.bin > out 2> err || code=$?
            [ $code -eq 0 ] || break
            opened=$((opened + 1))
        done
        echo "code $code"
        test ! -s out
        cat err >&2
        echo "opened $opened"
        echo "listed $("$TAQUILLA" list --status all --format ids | wc -l)"
        rm disk/filler
        "$TAQUILLA" --mail queue open --subject Duda -m Hola --for ana > /dev/null
        echo "listed $("$TAQUILLA" list --status all --format ids | wc -l)"
        "$TAQUILLA" verify 2> /dev/null
        echo sound
    "#;
    let Some(outcome) = with_mounts(&desk, "a_full_disk", script) else { return };
    let outcome = outcome.ok();
    let lines: Vec<_> = outcome.text().lines().collect();
    let count = |index: usize| lines[index].rsplit(' ').next().unwrap().parse::<u32>().unwrap();
    assert_eq!(lines[0], "code 1", "{outcome}");
    assert!(outcome.talk().contains("\"disk-full\""), "{outcome}");
    assert!(count(1) > 0, "{outcome}");
    assert_eq!((count(2), count(3)), (count(1), count(1) + 1), "{outcome}");
    assert_eq!(lines[4], "sound");
}

/// A desk that has no room is not there, which is no doubt.
#[test]
fn a_load_onto_a_full_disk_says_so_and_leaves_nothing() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    // Nothing makes it smaller.
    let bytes = (0..3_000_000_u32).map(|byte| (byte.wrapping_mul(2_654_435_761) >> 13) as u8).collect::<Vec<_>>();
    desk.file("plan.bin", bytes);
    ana.command(["open", "--subject", "Plan", "-m", "Hola", "--attach", "plan.bin"]).mail("queue").run().ok();
    desk.admin().run(["dump", "uno.ndjson"]).ok();
    std::fs::create_dir(desk.home().join("disk")).unwrap();
    let script = r#"
        for size in 2 3 4; do
            mount -t tmpfs -o size=${size}m tmpfs disk
            code=0
            "$TAQUILLA" --json --desk "$PWD/disk/desk" load uno.ndjson > out 2>> err || code=$?
            echo "code $code $(ls -A disk | wc -l)"
            umount disk
        done
        cat err >&2
    "#;
    let Some(outcome) = with_mounts(&desk, "a_load_onto_a_full_disk", script) else { return };
    let outcome = outcome.ok();
    assert_eq!(outcome.text(), "code 1 0\n".repeat(3), "{outcome}");
    assert_eq!(outcome.talk().matches("\"disk-full\"").count(), 3, "{outcome}");
}

#[test]
fn a_desk_that_takes_no_writing_can_be_read() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    let number = ana.json(["open", "--subject", "Primera", "-m", "Hola"])["number"].as_str().unwrap().to_owned();
    let script = format!(
        r#"
        desk="$XDG_DATA_HOME/taquilla"
        mount --bind "$desk" "$desk"
        mount -o remount,ro,bind "$desk"
        "$TAQUILLA" list --format ids
        "$TAQUILLA" show {number} --format ids
        "$TAQUILLA" dump - | grep -c "\"kind\":\"ticket\""
        code=0
        "$TAQUILLA" --json priority {number} high >&2 || code=$?
        echo "code $code"
        "#
    );
    let Some(outcome) = with_mounts(&desk, "a_desk_that_takes_no_writing", &script) else { return };
    let outcome = outcome.ok();
    assert_eq!(outcome.text().lines().collect::<Vec<_>>(), [&number, &number, "1", "code 1"], "{outcome}");
    assert!(outcome.talk().contains("\"desk-read-only\""), "{outcome}");
    assert!(outcome.talk().contains("En el registro de cambios no consta esta copia"), "{outcome}");
}

/// All that is to be seen of the tickets of somebody.
fn seen(person: &Person<'_>) -> Vec<(serde_json::Value, Vec<u8>)> {
    let listed = person.json(["list", "--status", "all", "--sort", "created"]);
    let listed = listed.as_array().unwrap().iter().map(|ticket| ticket["number"].as_str().unwrap().to_owned());
    let file = |number: &str| person.run(["attachment", number, "1.1", "-o", "-"]).stdout;
    listed.map(|number| (person.sees(&number), file(&number))).collect()
}

/// Whether a command did what it was asked to; if not, it must say that the store is damaged.
fn is_done(outcome: &Outcome, length: usize) -> bool {
    if outcome.code != Some(0) {
        assert_eq!(outcome.code, Some(10), "{length} bytes: {outcome}");
        assert_eq!(outcome.error()["code"], "store-damaged");
    }
    outcome.code == Some(0)
}

/// Which pages lie last is redb's choice: where those that were cut off were free, nothing was lost, and the desk is whole. Whatever
/// else is cut off is missed by whoever asks for it, by whoever writes, and by `verify`.
#[test]
fn a_store_that_was_cut_off_is_damaged_or_whole() {
    let desk = Desk::new();
    let ana = desk.client("ana");
    for index in 0..5_u8 {
        // So much that it does not lie with its ticket.
        desk.file("plan.bin", vec![index; 9_000]);
        let subject = format!("Duda {index}");
        ana.command(["open", "--subject", &subject, "-m", "Hola", "--attach", "plan.bin"]).mail("queue").run().ok();
    }
    let path = desk.path().join("desk.redb");
    let whole = std::fs::read(&path).unwrap();
    let (listed, all) = (ana.json(["list"]), seen(&ana));
    let cut = |length: usize| std::fs::write(&path, &whole[..length]).unwrap();
    let last_pages = (1..=4).map(|pages| whole.len() - pages * 4_096);
    let lengths = [0, 1, 64, 320, 4_095, 4_096, 8_192, whole.len() / 4, whole.len() / 2, whole.len() - 1];
    for length in lengths.into_iter().chain(last_pages) {
        cut(length);
        let list = ana.command(["list"]).json().run();
        if is_done(&list, length) {
            assert_eq!(list.json(), listed, "{length} of {} bytes", whole.len());
        }
        cut(length);
        let is_sound = is_done(&ana.command(["verify"]).json().run(), length);
        if is_sound {
            // It was looked at to the last byte of the last file.
            assert_eq!(seen(&ana), all, "{length} of {} bytes", whole.len());
            assert_eq!((whole.len() - length) % 4_096, 0, "{length}: a part of a page is none");
        }
        cut(length);
        let is_written = is_done(&ana.command(["open", "--subject", "x", "-m", "x"]).json().mail("queue").run(), length);
        // Nobody writes into what is not sound, which might hide what is missing.
        assert_eq!(is_written, is_sound, "{length} of {} bytes", whole.len());
        if is_written {
            ana.run(["verify"]).ok();
            let now = seen(&ana);
            assert_eq!((now.len(), &now[1..]), (6, &all[..]), "{length} of {} bytes", whole.len());
        }
    }
    for other in [b"This is no store.".repeat(1_000), vec![0; 100_000], whole.iter().rev().copied().collect()] {
        std::fs::write(&path, other).unwrap();
        ana.command(["list", "--json"]).run().refused(10, "store-damaged");
    }
    cut(whole.len());
    assert_eq!(seen(&ana), all);
}
