//! The files that a dump leaves: whole under their names, and told of in the audit.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::Command;

use serde_json::Value;

use super::{at, lived_in, there};
use crate::support::process::{self, LIMIT};

#[test]
fn attachments_may_lie_beside() {
    let desk = lived_in();
    desk.admin().run(["dump", "uno.ndjson", "--attachments", "archivos"]).ok();
    let files: Vec<_> = std::fs::read_dir(at(&desk, "archivos")).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    assert_eq!(std::fs::read(&files[0]).unwrap(), vec![7; 300_000]);
    assert_eq!(std::fs::metadata(&files[0]).unwrap().permissions().mode() & 0o777, 0o600);
    let nobody = desk.guest("nadie");
    let new = at(&desk, "otro");
    let code = |more: &[&str]| {
        let error = there(&nobody, &new, &[&["--json", "load", "uno.ndjson"], more].concat()).run().error();
        error["refusals"][0]["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(code(&[]), "dump-no-bytes");
    std::fs::write(&files[0], vec![8; 300_000]).unwrap();
    assert_eq!(code(&["--attachments", "archivos"]), "dump-wrong-bytes");
    std::fs::write(&files[0], vec![7; 300_000]).unwrap();
    there(&nobody, &new, &["load", "uno.ndjson", "--attachments", "archivos"]).run().ok();
    // A second dump leaves what is there already.
    let untouched = std::fs::metadata(&files[0]).unwrap().ino();
    desk.admin().run(["dump", "dos.ndjson", "--attachments", "archivos"]).ok();
    assert_eq!(std::fs::metadata(&files[0]).unwrap().ino(), untouched);
    there(&nobody, &at(&desk, "tercero"), &["load", "dos.ndjson", "--attachments", "archivos"]).run().ok();
}

/// A full disk may have cut it, or somebody may have written over it.
#[test]
fn an_attachment_that_is_not_what_its_name_says_is_written_anew() {
    let desk = lived_in();
    let (admin, nobody) = (desk.admin(), desk.guest("nadie"));
    admin.run(["dump", "uno.ndjson", "--attachments", "archivos"]).ok();
    let file = std::fs::read_dir(at(&desk, "archivos")).unwrap().next().unwrap().unwrap().path();
    let damaged = [vec![7; 1_000], Vec::new(), vec![8; 300_000], vec![7; 300_001]];
    for (place, bytes) in damaged.into_iter().enumerate() {
        std::fs::write(&file, bytes).unwrap();
        let dump = format!("{place}.ndjson");
        let told = admin.run(["dump", &dump, "--attachments", "archivos"]).ok();
        assert!(told.talk().contains(&*at(&desk, "archivos").to_string_lossy()), "both are secret, and both are needed: {told}");
        assert_eq!(std::fs::read(&file).unwrap(), vec![7; 300_000], "{place}");
        let new = at(&desk, &format!("otro-{place}"));
        there(&nobody, &new, &["load", &dump, "--attachments", "archivos"]).run().ok();
    }
    assert_eq!(std::fs::read_dir(at(&desk, "archivos")).unwrap().count(), 1, "nothing else is left there");
}

#[test]
fn half_a_dump_is_under_no_name_that_anybody_would_take_for_a_whole_one() {
    let desk = lived_in();
    let admin = desk.admin();
    // What a killed one leaves is taken away by the next.
    let left = at(&desk, ".uno.ndjson.unfinished");
    std::fs::write(&left, "{\"kind\":\"dump\"").unwrap();
    admin.run(["dump", "uno.ndjson"]).ok();
    assert!(!left.exists());
    assert_eq!(std::fs::metadata(at(&desk, "uno.ndjson")).unwrap().permissions().mode() & 0o777, 0o600);
    // Somebody who is at it is left alone.
    let other = std::fs::File::create(at(&desk, ".dos.ndjson.unfinished")).unwrap();
    other.lock().unwrap();
    admin.refused(["dump", "dos.ndjson"], 2, "file-exists");
    other.unlock().unwrap();
    // A name that leads nowhere is somebody's too.
    std::os::unix::fs::symlink("nada", at(&desk, "tres.ndjson")).unwrap();
    admin.refused(["dump", "tres.ndjson"], 2, "file-exists");
    assert!(at(&desk, "tres.ndjson").is_symlink() && !at(&desk, "nada").exists());
}

/// As on a disk that is full, but for the words.
#[test]
fn a_dump_that_has_no_room_leaves_nothing_and_says_why() {
    let desk = lived_in();
    for (lang, words) in [("es", "el archivo sería demasiado grande"), ("en", "the file would be too large")] {
        let dump = desk.admin().command(["--lang", lang, "dump", "uno.ndjson"]).build();
        // The signal that comes with the limit would kill it.
        let mut shell = Command::new("/bin/sh");
        shell.env_clear().envs(dump.get_envs().filter_map(|(name, value)| Some((name, value?)))).current_dir(desk.home());
        shell.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$@\"", "sh"]).arg(dump.get_program()).args(dump.get_args());
        let told = process::run(shell, None, LIMIT).exits(1);
        assert!(told.talk().contains(words), "{told}");
        let names: Vec<_> = std::fs::read_dir(desk.home()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert!(!names.iter().any(|name| name.to_string_lossy().contains("uno")), "{names:?}");
    }
}

#[test]
fn a_dump_leaves_a_link_of_the_audit_and_carries_it() {
    let desk = lived_in();
    let admin = desk.admin();
    admin.run(["dump", "uno.ndjson", "--attachments", "archivos"]).ok();
    let streamed = admin.run(["dump", "-"]).ok();
    let told = admin.json(["audit", "--limit", "2"]);
    for (link, to, beside) in [(&told[0], "stdout", false), (&told[1], "file", true)] {
        assert_eq!((&link["verb"], &link["actor"]["handle"]), (&Value::from("dump"), &Value::from(admin.handle())), "{told}");
        assert_eq!(link["details"], serde_json::json!([{ "to_where": to, "attachments": beside }]));
    }
    let links = |text: &str| text.lines().filter(|line| line.contains("\"verb\":\"dump\"")).count();
    assert_eq!(links(&std::fs::read_to_string(at(&desk, "uno.ndjson")).unwrap()), 1, "its own");
    assert_eq!(links(streamed.text()), 2);
    // Whoever is refused leaves none.
    admin.refused(["dump", "uno.ndjson"], 2, "file-exists");
    desk.person("sara").refused(["dump", "-"], 5, "not-allowed");
    assert_eq!(admin.json(["audit", "--limit", "2"]), told);
    desk.owner().run(["verify"]).ok();
}
