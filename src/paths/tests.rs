//! What `paths.rs` promises: the right place, nobody else's eyes, nothing half written.

use super::*;
use std::os::unix::fs::symlink;

fn surroundings(home: &str) -> Surroundings {
    Surroundings { home: Some(home.into()), ..Surroundings::default() }
}

fn session(desk: &Path) -> SavedSession {
    SavedSession {
        secret: SessionSecret::new([7; 32]),
        handle: Handle::parse("ana-lopez").unwrap(),
        language: Language::English,
        desk: desk.to_owned(),
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

#[test]
fn the_xdg_directories_come_first() {
    let surroundings = Surroundings {
        xdg_data_home: Some("/x/data".into()),
        xdg_state_home: Some("/x/state".into()),
        xdg_config_home: Some("/x/config".into()),
        home: Some("/home/ana".into()),
    };
    assert_eq!(desk_directory(&surroundings).unwrap(), Path::new("/x/data/taquilla"));
    assert_eq!(state_directory(&surroundings).unwrap(), Path::new("/x/state/taquilla"));
    assert_eq!(config_directory(&surroundings).unwrap(), Path::new("/x/config/taquilla"));
}

#[cfg(target_os = "linux")]
#[test]
fn without_them_the_home_decides_and_without_a_home_the_platform() {
    for ignored in [None, Some(OsString::new()), Some(OsString::from("relative"))] {
        let surroundings = Surroundings { xdg_data_home: ignored, ..surroundings("/home/ana") };
        assert_eq!(desk_directory(&surroundings).unwrap(), Path::new("/home/ana/.local/share/taquilla"));
        assert_eq!(state_directory(&surroundings).unwrap(), Path::new("/home/ana/.local/state/taquilla"));
        assert_eq!(config_directory(&surroundings).unwrap(), Path::new("/home/ana/.config/taquilla"));
    }
    assert!(desk_directory(&surroundings("")).unwrap().ends_with("taquilla"));
}

#[test]
fn one_desk_has_one_session_however_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let desk = folder.path().join("desk");
    fs::create_dir(&desk).unwrap();
    symlink(&desk, folder.path().join("link")).unwrap();
    let state = Path::new("/state");
    let path = session_path(state, &desk);
    assert_eq!(path, session_path(state, &folder.path().join("link")));
    assert_eq!(path, session_path(state, &folder.path().join("link/../desk/.")));
    assert_ne!(path, session_path(state, folder.path()));
    assert_eq!(path.parent(), Some(state));
    assert_eq!(path.file_name().unwrap().len(), "session-".len() + 32);
    assert_eq!(session_path(state, Path::new("/no/such/desk")), session_path(state, Path::new("/no/such/./desk")));
}

#[test]
fn a_session_is_written_read_replaced_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("state/taquilla");
    let path = directory.join("session-0");
    assert!(read_session(&path).unwrap().is_none());
    assert!(!remove_session(&path).unwrap());
    let odd = PathBuf::from(OsString::from_vec(b"/a\nb/\xff ".to_vec()));
    write_session(&path, &session(&odd)).unwrap();
    assert_eq!((mode(&directory), mode(&path)), (0o700, 0o600));
    let read = read_session(&path).unwrap().unwrap();
    assert_eq!(read.secret.hash(), session(&odd).secret.hash());
    assert_eq!((read.handle.as_str(), read.language, read.desk), ("ana-lopez", Language::English, odd));

    let other = SavedSession { language: Language::Spanish, ..session(Path::new("/desk")) };
    write_session(&path, &other).unwrap();
    assert_eq!(read_session(&path).unwrap().unwrap().language, Language::Spanish);
    assert_eq!(fs::read_dir(&directory).unwrap().count(), 1, "a draft was left");
    assert!(remove_session(&path).unwrap());
    assert!(read_session(&path).unwrap().is_none());
}

#[test]
fn a_directory_that_was_open_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("taquilla");
    fs::create_dir(&directory).unwrap();
    fs::set_permissions(&directory, Permissions::from_mode(0o755)).unwrap();
    write_session(&directory.join("session-0"), &session(Path::new("/desk"))).unwrap();
    assert_eq!(mode(&directory), 0o700);
}

#[test]
fn a_session_that_others_may_read_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("session-0");
    for open in [0o640, 0o604, 0o620, 0o601] {
        write_session(&path, &session(Path::new("/desk"))).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(open)).unwrap();
        assert!(matches!(read_session(&path), Err(PathsError::Exposed { .. })), "{open:o}");
    }
    // Only the superuser can give a file away, so only they can see this refused.
    if rustix::process::geteuid().is_root() {
        write_session(&path, &session(Path::new("/desk"))).unwrap();
        std::os::unix::fs::chown(&path, Some(54_321), None).unwrap();
        assert!(matches!(read_session(&path), Err(PathsError::Exposed { .. })), "somebody else's");
    }
    // Logging in again is the way out of it.
    write_session(&path, &session(Path::new("/desk"))).unwrap();
    assert!(read_session(&path).unwrap().is_some());
}

#[test]
fn a_draft_that_a_killed_process_left_is_no_obstacle() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("session-0");
    let draft = folder.path().join(format!(".session-0.{}", std::process::id()));
    fs::write(&draft, "half").unwrap();
    write_session(&path, &session(Path::new("/desk"))).unwrap();
    assert!(read_session(&path).unwrap().is_some());
    assert!(!draft.exists());
}

#[test]
fn what_cannot_be_written_leaves_no_secret_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("session-0");
    fs::create_dir(&path).unwrap();
    assert!(matches!(write_session(&path, &session(Path::new("/desk"))), Err(PathsError::Io { .. })));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn other_files_are_no_sessions() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("session-0");
    write_session(&path, &session(Path::new("/desk"))).unwrap();
    let good = fs::read_to_string(&path).unwrap();
    for damaged in [
        String::new(),
        good.replace("session 1", "session 2"),
        good.replace("tq_", "xx_"),
        good.replace("ana-lopez", "Ana López"),
        good.replace("\nen\n", "\nfr\n"),
        good.lines().take(4).collect::<Vec<_>>().join("\n"),
        "\n".repeat(4),
    ] {
        fs::write(&path, &damaged).unwrap();
        assert!(matches!(read_session(&path), Err(PathsError::Damaged { .. })), "{damaged:?}");
    }
    fs::write(&path, format!("{good}{}", "x".repeat(8 * 1024))).unwrap();
    assert!(matches!(read_session(&path), Err(PathsError::Io { .. })), "too large");
    fs::remove_file(&path).unwrap();
    fs::write(folder.path().join("elsewhere"), good).unwrap();
    symlink(folder.path().join("elsewhere"), &path).unwrap();
    assert!(matches!(read_session(&path), Err(PathsError::Io { .. })), "a link");
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_without_a_writer_holds_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lang");
    rustix::fs::mkfifoat(rustix::fs::CWD, &path, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR).unwrap();
    assert!(matches!(read_session(&path), Err(PathsError::Io { .. })));
    assert_eq!(language_of_desk(folder.path()), None);
}

#[test]
fn a_desk_says_its_language_in_a_plain_file() {
    let desk = tempfile::tempdir().unwrap();
    assert_eq!(language_of_desk(desk.path()), None);
    set_language_of_desk(desk.path(), Language::English).unwrap();
    assert_eq!(language_of_desk(desk.path()), Some(Language::English));
    for (text, language) in [
        ("es", Some(Language::Spanish)),
        (" es \r\n", Some(Language::Spanish)),
        ("", None),
        ("fr\n", None),
        ("es\nen\n", None),
        ("es                         ", None),
        ("\u{1b}[2J", None),
    ] {
        fs::write(desk.path().join("lang"), text).unwrap();
        assert_eq!(language_of_desk(desk.path()), language, "{text:?}");
    }
    assert_eq!(language_of_desk(Path::new("/no/such/desk")), None);
}
