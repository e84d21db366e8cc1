//! Desks that are made once and copied for each test: the copies know nothing of each other.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use taquilla::paths;

use super::desk::Desk;

/// Everybody but the administrator and the clients: the name, which is also the handle, and the role.
const STAFF: [(&str, &str); 4] = [("marta", "agent"), ("mateo", "agent"), ("sara", "secretary"), ("carmen", "care")];
/// The clients; `bruno` reads English.
const CLIENTS: [&str; 2] = ["ana", "bruno"];

/// A file of the template: where it lies below the home, its mode, its bytes.
struct Copy {
    path: PathBuf,
    mode: u32,
    bytes: Vec<u8>,
}

impl Desk {
    /// A desk that was just set up; [`Desk::admin`] is logged in.
    pub fn new() -> Self {
        static FILES: OnceLock<Vec<Copy>> = OnceLock::new();
        Self::of(FILES.get_or_init(make_empty))
    }

    /// A desk with agents `marta` and `mateo`, secretary `sara`, `carmen` of care, clients `ana` and `bruno` (who reads
    /// English) and the administrator; all of them are logged in, no letter lies in the Maildir.
    pub fn staffed() -> Self {
        static FILES: OnceLock<Vec<Copy>> = OnceLock::new();
        Self::of(FILES.get_or_init(make_staffed))
    }

    fn of(files: &[Copy]) -> Self {
        let desk = Self::missing();
        for copy in files {
            let path = desk.home().join(&copy.path);
            make_directories(path.parent().unwrap());
            fs::write(&path, &copy.bytes).unwrap();
            fs::set_permissions(&path, Permissions::from_mode(copy.mode)).unwrap();
        }
        desk.take_over_sessions();
        desk
    }

    /// Gives the sessions that came from elsewhere their names here: each file is named after the desk's path.
    pub(super) fn take_over_sessions(&self) {
        for person in fs::read_dir(self.home().join("state")).unwrap() {
            let state = person.unwrap().path().join("taquilla");
            for session in fs::read_dir(&state).unwrap() {
                fs::rename(session.unwrap().path(), paths::session_path(&state, &self.path())).unwrap();
            }
        }
    }
}

fn make_empty() -> Vec<Copy> {
    let desk = Desk::missing();
    desk.init();
    files_of(&desk)
}

fn make_staffed() -> Vec<Copy> {
    let desk = Desk::new();
    for (name, role) in STAFF {
        desk.staff(name, role);
    }
    for name in CLIENTS {
        desk.client(name);
    }
    desk.guest("bruno").run(["profile", "--lang", "en"]).ok();
    fs::remove_dir_all(desk.path().join("mail")).unwrap();
    files_of(&desk)
}

fn files_of(desk: &Desk) -> Vec<Copy> {
    let mut files = Vec::new();
    gather(desk.home(), desk.home(), &mut files);
    files
}

fn gather(directory: &Path, home: &Path, files: &mut Vec<Copy>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        let metadata = fs::symlink_metadata(&path).unwrap();
        if metadata.is_dir() {
            gather(&path, home, files);
        } else {
            let bytes = fs::read(&path).unwrap();
            files.push(Copy { path: path.strip_prefix(home).unwrap().to_owned(), mode: metadata.permissions().mode(), bytes });
        }
    }
}

fn make_directories(directory: &Path) {
    fs::create_dir_all(directory).unwrap();
    fs::set_permissions(directory, Permissions::from_mode(0o700)).unwrap();
}
