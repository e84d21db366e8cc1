//! What must not hand an account, a ticket or an address to somebody else: old codes, old sessions, clocks that were wrong.

use std::os::unix::fs::PermissionsExt;

use taquilla::domain::time::Span;

use super::accounts::{OTHER, logs_in, resets};
use super::support::{Desk, PASSWORD, Person};

/// Has a code for a new password sent, and gives it.
fn forgets(desk: &Desk, person: &Person<'_>) -> String {
    person.run(["password", "forgot", "--email", person.email()]).ok();
    desk.last_letter_to(person.email()).code()
}

/// The one file that lies in the state directory of somebody who is logged in.
fn session(person: &Person<'_>) -> std::path::PathBuf {
    let mut files = std::fs::read_dir(person.state().join("taquilla")).unwrap();
    files.next().unwrap().unwrap().path()
}

#[test]
fn a_rehearsed_new_address_tells_nobody_whose_it_is() {
    let desk = Desk::staffed();
    // Another language than hers would tell as well.
    desk.person("bruno").does(["profile", "--lang", "en"]);
    for who in ["ana", "marta"] {
        let rehearse = |email: &str| desk.person(who).json(["profile", "--email", email, "--dry-run"])["mail"].take();
        let [taken, free] = ["bruno@example.com", "nadie@example.com"].map(rehearse);
        assert_eq!(taken[0]["to"], "bruno@example.com");
        assert_eq!(taken.to_string().replace("bruno", "nadie"), free.to_string());
    }
}

#[test]
fn a_code_of_an_old_address_or_for_an_old_password_is_void() {
    let desk = Desk::staffed();
    let (ana, thief) = (desk.person("ana"), desk.guest("thief"));
    let steals = |email: &str, code: &str| {
        let line = ["--json", "password", "reset", "--email", email, code, "--password-stdin", "--accept-rules"];
        thief.command(line).stdin(format!("{OTHER}\n")).run().refused(4, "wrong-code");
    };
    let code = forgets(&desk, &ana);
    ana.command(["password", "change", "--password-stdin"]).stdin(format!("{PASSWORD}\n{OTHER}\n")).run().ok();
    steals(ana.email(), &code);
    let code = forgets(&desk, &ana);
    ana.run(["profile", "--email", "ana2@example.com"]).ok();
    ana.run(["confirm", "--email", "ana2@example.com", &desk.last_letter_to("ana2@example.com").code()]).ok();
    steals(ana.email(), &code);
    steals("ana2@example.com", &code);
    ana.json(["whoami"]);
    // One that staff began is no other.
    let bruno = desk.person("bruno");
    desk.person("sara").run(["user", "reset-password", "bruno"]).ok();
    let code = desk.last_letter_to(bruno.email()).code();
    logs_in(&bruno, PASSWORD).ok();
    bruno.run(["profile", "--email", "bruno2@example.com"]).ok();
    bruno.run(["confirm", "--email", "bruno2@example.com", &desk.last_letter_to("bruno2@example.com").code()]).ok();
    steals(bruno.email(), &code);
}

#[test]
fn a_state_is_shown_to_whose_ticket_it_is_now() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let (_, letters) = desk.letters_of(|| ana.run(["status", &number, "--email", ana.email()]).ok());
    let code = letters[0].code();
    sara.does(["edit", &number, "--client", "bruno"]);
    ana.refused(["status", &number, "--email", ana.email(), "--code", &code], 4, "wrong-code");
}

#[test]
fn suspended_staff_get_no_code_and_can_use_none() {
    let desk = Desk::staffed();
    let (admin, marta) = (desk.admin(), desk.person("marta"));
    let code = forgets(&desk, &marta);
    admin.does(["user", "suspend", "marta", "--reason", "Baja"]);
    let error = resets(&marta, &code, OTHER).refused(6, "suspended").error();
    assert!(error["message"].as_str().unwrap().contains("Baja"), "{error}");
    // A wrong one tells nobody that the account is suspended.
    resets(&marta, "0000-0000", OTHER).refused(4, "wrong-code");
    let ((), letters) = desk.letters_of(|| drop(admin.refused(["user", "reset-password", "marta"], 6, "person-suspended")));
    assert!(letters.is_empty(), "suspended staff are told nothing");
    // The code was not used up.
    admin.does(["user", "reinstate", "marta"]);
    resets(&marta, &code, OTHER).ok();
    // Clients may: they can still read.
    let ana = desk.person("ana");
    admin.does(["user", "suspend", "ana", "--reason", "Ruido"]);
    let (_, letters) = desk.letters_of(|| admin.run(["user", "reset-password", "ana"]).ok());
    let read = letters[0].body();
    assert!(read.contains("ha cerrado todas sus sesiones") && !read.contains("no tiene que hacer nada"), "{read}");
    resets(&ana, &letters[0].code(), OTHER).ok();
}

#[test]
fn suspending_ends_every_session_and_moves_only_the_tickets_of_staff() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    for to in ["marta", "nadie"] {
        sara.refused(["user", "suspend", "ana", "--reason", "Ruido", "--to", to], 6, "not-staff");
    }
    ana.json(["whoami"]);
    sara.does(["user", "suspend", "ana", "--reason", "Ruido"]);
    sara.refused(["user", "suspend", "ana", "--reason", "Ruido", "--to", "marta"], 6, "not-staff");
    ana.refused(["whoami"], 4, "session-ended");
    ana.log_in().ok();
    ana.json(["list"]);
}

#[test]
fn a_session_that_others_could_read_is_ended_with_its_file() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let (file, copy) = (session(&ana), desk.home().join("copy"));
    std::fs::copy(&file, &copy).unwrap();
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o644)).unwrap();
    ana.run(["logout"]).ok();
    assert!(!file.exists());
    std::fs::copy(&copy, &file).unwrap();
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o600)).unwrap();
    ana.refused(["whoami"], 4, "session-ended");
}

#[test]
fn what_guests_may_do_needs_no_session() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    let file = session(&ana);
    let guests: [&[&str]; 6] = [
        &["rules"],
        &["topic", "list"],
        &["password", "forgot", "--email", "ana@example.com"],
        &["confirm", "--email", "ana@example.com", "--resend"],
        &["status", &number, "--email", "ana@example.com"],
        &["register", "--email", "eva@example.com", "--name", "Eva", "--accept-rules", "--password-stdin"],
    ];
    let may = || {
        for line in guests {
            ana.command(line).stdin(format!("{PASSWORD}\n")).run().ok();
        }
    };
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o644)).unwrap();
    may();
    std::fs::write(&file, "?").unwrap();
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o600)).unwrap();
    may();
}

#[test]
fn a_clock_that_was_wrong_locks_nobody_out() {
    let desk = Desk::staffed();
    let ana = desk.person("ana").elsewhere();
    let right = desk.now().to_rfc3339();
    desk.set_now("2033-01-01T10:00:00Z");
    for _ in 0..5 {
        logs_in(&ana, OTHER);
        desk.advance(Span::seconds(10));
    }
    for _ in 0..4 {
        ana.run(["password", "forgot", "--email", "ana@example.com"]).ok();
    }
    desk.set_now(&right);
    // They count as of now: the wait is no shorter than it was, and it ends.
    logs_in(&ana, PASSWORD).refused(4, "too-many-attempts");
    desk.advance(Span::minutes(1));
    logs_in(&ana, PASSWORD).ok();
    let asks = || desk.letters_of(|| drop(ana.run(["password", "forgot", "--email", "ana@example.com"]).ok())).1.len();
    assert_eq!(asks(), 0, "three an hour");
    desk.advance(Span::hours(1));
    assert_eq!(asks(), 1);
}
