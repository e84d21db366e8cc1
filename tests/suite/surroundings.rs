//! What a command finds around it: languages, the desk's directory and its faults, the environment, secrets.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;

use super::support::person::Run;
use super::support::{Desk, PASSWORD};

fn set_mode(path: impl AsRef<std::path::Path>, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn the_language_is_chosen_in_its_order() {
    let desk = Desk::staffed();
    let (bruno, guest) = (desk.person("bruno"), desk.guest("nadie"));
    // A ticket that is not there is told in the person's language; bruno's profile says English.
    let show = ["show", "999999"];
    assert_eq!(bruno.run(show).exits(3).talk(), bruno.run([&["--lang", "en"], &show[..]].concat()).exits(3).talk());
    let spanish = bruno.run([&["--lang", "es"], &show[..]].concat()).exits(3).talk().to_owned();
    let english = bruno.run(show).exits(3).talk().to_owned();
    assert_ne!(spanish, english);
    let told = |run: Run<'_>| if run.run().exits(3).talk() == spanish { "es" } else { "en" };
    assert_eq!(told(bruno.command(show).env("TAQUILLA_LANG", "es")), "es");
    assert_eq!(told(bruno.command([&["--lang", "en"], &show[..]].concat()).env("TAQUILLA_LANG", "es")), "en");
    assert_eq!(told(bruno.command(show).env("LC_ALL", "es_ES.UTF-8")), "en", "the profile comes before the locale");
    // A guest: the locale, unless it is C or POSIX, then the desk's, then Spanish.
    let help = |run: Run<'_>| if run.run().ok().text().contains("Uso") { "es" } else { "en" };
    assert_eq!(help(guest.command(["--help"])), "es");
    for (variable, value, expected) in [
        ("LANG", "en_GB.UTF-8", "en"),
        ("LC_ALL", "en_US", "en"),
        ("LC_MESSAGES", "en", "en"),
        ("LANG", "ca_ES.UTF-8", "es"),
        ("LANG", "gl_ES", "es"),
        ("LANG", "eu_ES", "es"),
        ("LANG", "POSIX", "es"),
        ("LANG", "C", "es"),
        ("LANG", "xx_YY", "es"),
        ("TAQUILLA_LANG", "en", "en"),
    ] {
        assert_eq!(help(guest.command(["--help"]).env(variable, value)), expected, "{variable}={value}");
    }
    assert_eq!(help(guest.command(["--help"]).env("LANG", "en").env("LC_ALL", "es_ES")), "es");
    assert_eq!(help(bruno.command(["--help"])), "en");
    desk.admin().does(["config", "set", "desk.lang", "en"]);
    assert_eq!(help(guest.command(["--help"])), "en");
    assert_eq!(help(guest.command(["--help"]).env("LANG", "es_MX")), "es");
    guest.run(["--lang", "fr", "list"]).exits(2);
}

#[test]
fn the_desk_is_named_by_option_by_environment_or_by_habit() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let elsewhere = desk.home().join("otro sitio");
    fs::rename(desk.path(), &elsewhere).unwrap();
    ana.refused(["rules"], 3, "no-desk");
    ana.command(["rules"]).env("TAQUILLA_DESK", &elsewhere).run().ok();
    ana.run([OsStr::new("--desk"), elsewhere.as_os_str(), OsStr::new("rules")]).ok();
    ana.run(["rules", "--desk", "otro sitio"]).ok();
    ana.command(["--json", "rules", "--desk", "nada"]).env("TAQUILLA_DESK", &elsewhere).run().refused(3, "no-desk");
    // A session is kept for each desk.
    ana.refused(["whoami", "--desk", "otro sitio"], 4, "not-logged-in");
    ana.command(["login", "--email", ana.email(), "--password-stdin", "--desk", "otro sitio"])
        .stdin(format!("{PASSWORD}\n"))
        .run()
        .ok();
    ana.run(["whoami", "--desk", "./otro sitio/../otro sitio"]).ok();
}

#[test]
fn a_new_desk_is_its_owners_alone() {
    let desk = Desk::new();
    let mode = |path: &str| fs::metadata(desk.path().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("."), mode("desk.redb"), mode("desk.lock")), (0o700, 0o600, 0o600));
    desk.client("eva");
    assert_eq!(mode("mail"), 0o700);
    for letter in desk.letters() {
        assert_eq!(fs::metadata(&letter.path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // A second one is refused, and what is there is left alone.
    let before = desk.admin().json(["config", "list"]);
    let line = ["--json", "init", "--name", "Otra", "--admin-email", "x@example.com", "--admin-name", "X", "--password-stdin"];
    desk.guest("otro").command(line).stdin(format!("{PASSWORD}\n")).run().refused(6, "desk-exists");
    assert_eq!(desk.admin().json(["config", "list"]), before);
    // Half a desk never stands there.
    let missing = Desk::missing();
    for (name, email, password, code) in [
        ("Mesa", "x@example.com", "corta", "password-too-short"),
        ("Mesa", "nadie", PASSWORD, "bad-value"),
        ("", "x@example.com", PASSWORD, "bad-setting"),
    ] {
        let line = ["--json", "init", "--name", name, "--admin-email", email, "--admin-name", "X", "--password-stdin"];
        let answer = missing.admin().command(line).stdin(format!("{password}\n")).run().exits(2);
        assert!(answer.error()["code"] == code || name.is_empty(), "{answer}");
        assert!(!missing.path().exists());
    }
    let line = [
        "init",
        "--name",
        "Mesa",
        "--admin-email",
        "x@example.com",
        "--admin-name",
        "X",
        "--password-stdin",
        "--timezone",
        "Marte",
    ];
    missing.admin().command(line).stdin(format!("{PASSWORD}\n")).run().exits(2);
    assert!(!missing.path().exists());
}

#[test]
fn a_desk_that_others_can_read_is_refused_with_the_way_out() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    for (path, mode, command) in [(".", 0o750, "chmod 700"), ("desk.redb", 0o644, "chmod 600"), ("desk.redb", 0o602, "chmod 600")]
    {
        let path = desk.path().join(path);
        let right = fs::metadata(&path).unwrap().permissions().mode();
        set_mode(&path, mode);
        for line in [&["list"][..], &["open", "-m", "Hola"], &["verify"]] {
            let error = ana.refused(line, 5, "desk-exposed");
            assert!(error["hint"].as_str().unwrap().contains(command), "{error}");
        }
        set_mode(&path, right);
    }
    ana.json(["list"]);
}

#[test]
fn a_store_that_is_none_or_broken_is_told_and_left_alone() {
    for junk in [&b""[..], b"no store at all", &[0; 200_000]] {
        let desk = Desk::staffed();
        fs::write(desk.path().join("desk.redb"), junk).unwrap();
        for line in [&["list"][..], &["open", "-m", "Hola"], &["verify"]] {
            desk.person("ana").refused(line, 10, "store-damaged");
        }
        assert_eq!(fs::read(desk.path().join("desk.redb")).unwrap(), junk);
    }
    let desk = Desk::staffed();
    let path = desk.path().join("desk.redb");
    let whole = fs::read(&path).unwrap();
    for part in [whole.len() / 2, 4096, 512, 100] {
        fs::write(&path, &whole[..part]).unwrap();
        let answer = desk.person("ana").run(["--json", "list"]);
        assert_eq!(answer.code, Some(10), "{part}: {answer}");
        answer.refused(10, "store-damaged");
    }
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let answer = desk.person("ana").run(["--json", "list"]);
    assert!([1, 3, 5, 10].contains(&answer.code.unwrap()), "{answer}");
    answer.error();
}

#[test]
fn a_desk_that_cannot_be_written_is_read() {
    if rustix::process::geteuid().is_root() {
        println!("skipped: root may write everywhere");
        return;
    }
    let desk = Desk::staffed();
    set_mode(desk.path().join("desk.redb"), 0o400);
    set_mode(desk.path(), 0o500);
    desk.person("ana").json(["list"]);
    desk.person("ana").refused(["open", "-m", "Hola"], 1, "desk-read-only");
    set_mode(desk.path(), 0o700);
}

#[test]
fn a_desk_that_is_somebody_elses_is_told_from_one_that_cannot_be_written() {
    if rustix::process::geteuid().is_root() {
        println!("skipped: root may read everywhere");
        return;
    }
    let desk = Desk::staffed();
    set_mode(desk.path(), 0o000);
    desk.person("ana").refused(["list"], 5, "desk-forbidden");
    set_mode(desk.path(), 0o700);
}

#[test]
fn no_desk_is_made_where_nobody_could_be_logged_in() {
    let desk = Desk::missing();
    let admin = desk.admin();
    std::fs::create_dir_all(admin.state()).unwrap();
    std::fs::write(admin.state().join("taquilla"), "a file where the folder should be").unwrap();
    let line = ["init", "--name", "Uno", "--admin-email", "a@example.com", "--admin-name", "Alba", "--password-stdin"];
    let answer = admin.command(line).json().stdin(format!("{}\n", super::support::PASSWORD)).run();
    assert!([1, 2].contains(&answer.code.unwrap()), "{answer}");
    answer.error();
    assert!(!desk.path().join("desk.redb").exists());
}

#[test]
fn help_that_cannot_be_written_is_a_failure() {
    let desk = Desk::missing();
    for line in [&["--help"][..], &["--version"], &["help", "list"]] {
        let mut command = desk.owner().command(line).build();
        command.stdout(std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{line:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn colour_is_as_it_was_asked_for_on_both_streams() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    for line in [&["show", "999999"][..], &["opne"], &["list", "--stauts", "x"]] {
        let talk = |colour: &[&str]| ana.run([colour, line].concat()).talk().to_owned();
        assert!(talk(&["--color", "always"]).contains("\u{1b}["), "{line:?}");
        assert!(talk(&["--color=always"]).contains("\u{1b}["), "{line:?}");
        assert!(!talk(&["--color", "never"]).contains("\u{1b}["), "{line:?}");
        assert!(!talk(&[]).contains("\u{1b}["), "{line:?}");
    }
}

#[test]
fn what_is_no_text_is_told() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    let bad = OsStr::from_bytes(b"\xff\xfehola");
    for line in [
        &[OsStr::new("open"), OsStr::new("-m"), bad][..],
        &[OsStr::new("show"), bad],
        &[bad],
        &[OsStr::new("list"), OsStr::new("--from"), bad],
        &[OsStr::new("list"), bad],
    ] {
        let answer = ana.command([&[OsStr::new("--json")], line].concat()).run().exits(2);
        assert!(answer.error()["message"].as_str().unwrap().len() > 5);
    }
    // A path may be anything.
    fs::write(desk.home().join(bad), "hola").unwrap();
    ana.run([OsStr::new("reply"), OsStr::new(&number), OsStr::new("-m"), OsStr::new("Toma"), OsStr::new("--attach"), bad]).ok();
    ana.run([OsStr::new("reply"), OsStr::new(&number), OsStr::new("-F"), bad]).ok();
    ana.command(["--json", "list"]).env("TAQUILLA_NOW", "ayer").run().refused(2, "bad-time");
}

#[test]
fn secrets_never_stand_on_the_command_line() {
    let desk = Desk::staffed();
    let ana = desk.person("ana").elsewhere();
    for line in
        [["login", "--email", "ana@example.com", "--password", PASSWORD], ["login", "--email", "ana@example.com", "-p", PASSWORD]]
    {
        let answer = ana.run(line).exits(2);
        assert!(!answer.talk().contains(PASSWORD), "what was typed is not said again: {answer}");
    }
    let path = desk.file("clave", format!("{PASSWORD}\n"));
    ana.run(["login", "--email", "ana@example.com", "--password-file", path.to_str().unwrap()]).ok();
    ana.refused(["login", "--email", "ana@example.com", "--password-file", "nada"], 2, "file-not-found");
    // Ends of lines are not part of it.
    ana.command(["login", "--email", "ana@example.com", "--password-stdin"]).stdin(format!("{PASSWORD}\r\nmás")).run().ok();
    let line = ["--json", "login", "--email", "ana@example.com", "--password-stdin"];
    ana.command(line).stdin("").run().refused(2, "empty-stdin");
    ana.command(line).stdin(b"\xff\xfe\n".to_vec()).run().refused(2, "not-text");
    // The session's secret is nowhere told, and its file says no password.
    let told = ana.run(["--json", "whoami"]).ok();
    let session = fs::read_dir(ana.state().join("taquilla")).unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(session).unwrap();
    assert!(!text.contains(PASSWORD) && !told.text().contains(text.lines().nth(1).unwrap()));
    // Nor does the desk keep it, in whatever file.
    for entry in fs::read_dir(desk.path()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        let bytes = fs::read(entry.path()).unwrap();
        assert!(!bytes.windows(PASSWORD.len()).any(|window| window == PASSWORD.as_bytes()), "{:?}", entry.path());
    }
}

#[test]
fn quiet_is_quiet() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let answer = ana.run(["-q", "open", "-m", "Hola", "--format", "ids"]).ok();
    assert_eq!((answer.text().len(), answer.talk()), (7, ""));
    assert!(!ana.run(["-q", "show", "999999"]).exits(3).talk().is_empty(), "a failure is told all the same");
}
