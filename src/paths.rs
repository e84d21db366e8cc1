//! Where things lie on this machine: the desk, a person's session, the configuration.
//!
//! The only home of `directories`. It knows the domain and the secret of a session, and does not read the environment:
//! `cli/env.rs` passes in what matters of it as [`Surroundings`].

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use rustix::fs::OFlags;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::auth::SessionSecret;
use crate::domain::account::Handle;
use crate::domain::language::Language;

/// The name of our directories inside those of the platform.
const NAME: &str = "taquilla";
/// The first line of a session file; another number is another form.
const SESSION_FORM: &str = "taquilla session 1";
/// A longer session file is none of ours; a path has at most 4,096 bytes.
const MOST_SESSION_BYTES: u64 = 8 * 1024;
/// The plain file of a desk that names its language.
const LANGUAGE_FILE: &str = "lang";
const MOST_LANGUAGE_BYTES: u64 = 16;

/// What of the environment says where things lie; empty and relative values count as none, as the XDG specification asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `XDG_DATA_HOME`.
    pub xdg_data_home: Option<OsString>,
    /// `XDG_STATE_HOME`.
    pub xdg_state_home: Option<OsString>,
    /// `XDG_CONFIG_HOME`.
    pub xdg_config_home: Option<OsString>,
    /// `HOME`.
    pub home: Option<OsString>,
}

/// Why a place was not found, or a session not read or written.
#[derive(Debug, thiserror::Error)]
pub enum PathsError {
    /// Neither the environment nor the platform names a home.
    #[error("this person has no home directory")]
    NoHome,
    /// Others may read the session file, or it belongs to somebody else: its secret may be known.
    #[error("others can read the session in {path}")]
    Exposed {
        /// The file.
        path: PathBuf,
    },
    /// The file is no session of this program.
    #[error("{path} is no session")]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// The system said no.
    #[error("{path}: {source}")]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> PathsError + '_ {
    move |source| PathsError::Io { path: path.to_owned(), source }
}

/// The desk that is used when none is named: `taquilla` in the platform's data directory.
///
/// # Errors
/// `NoHome`.
pub fn desk_directory(surroundings: &Surroundings) -> Result<PathBuf, PathsError> {
    place(&surroundings.xdg_data_home, &surroundings.home, ".local/share", |dirs| dirs.data_dir().to_owned())
}

/// Where sessions lie: `taquilla` in the platform's directory for state.
///
/// # Errors
/// `NoHome`.
pub fn state_directory(surroundings: &Surroundings) -> Result<PathBuf, PathsError> {
    place(&surroundings.xdg_state_home, &surroundings.home, ".local/state", |dirs| {
        dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned()
    })
}

/// Where a person's configuration lies: `taquilla` in the platform's directory for it.
///
/// # Errors
/// `NoHome`.
pub fn config_directory(surroundings: &Surroundings) -> Result<PathBuf, PathsError> {
    place(&surroundings.xdg_config_home, &surroundings.home, ".config", |dirs| dirs.config_dir().to_owned())
}

fn place(
    named: &Option<OsString>,
    home: &Option<OsString>,
    below_home: &str,
    of_platform: impl FnOnce(&ProjectDirs) -> PathBuf,
) -> Result<PathBuf, PathsError> {
    let absolute = |value: &Option<OsString>| value.as_ref().map(PathBuf::from).filter(|path| path.is_absolute());
    if let Some(named) = absolute(named) {
        return Ok(named.join(NAME));
    }
    // Apple's platforms have places of their own below the home, which `directories` knows.
    if let Some(home) = absolute(home).filter(|_| cfg!(not(target_vendor = "apple"))) {
        return Ok(home.join(below_home).join(NAME));
    }
    ProjectDirs::from("", "", NAME).map(|dirs| of_platform(&dirs)).ok_or(PathsError::NoHome)
}

/// Who is logged in at a desk, as this machine keeps it for them.
#[derive(Clone, Debug)]
pub struct SavedSession {
    /// What proves it to the desk.
    pub secret: SessionSecret,
    /// What they are called.
    pub handle: Handle,
    /// A copy of their language, so that help needs no desk.
    pub language: Language,
    /// The desk, for people who look at the file.
    pub desk: PathBuf,
}

/// The file of the session at a desk: one per desk, however its path is written.
pub fn session_path(state_directory: &Path, desk: &Path) -> PathBuf {
    let desk = canonical_desk(desk);
    let digest = Sha256::digest(desk.as_os_str().as_bytes());
    let name = data_encoding::HEXLOWER.encode(&digest[..16]);
    state_directory.join(format!("session-{name}"))
}

/// The one way to write the path of a desk; for one that does not exist, its absolute path.
pub fn canonical_desk(desk: &Path) -> PathBuf {
    fs::canonicalize(desk).or_else(|_| std::path::absolute(desk)).unwrap_or_else(|_| desk.to_owned())
}

/// Reads a session; `None` when nobody is logged in.
///
/// # Errors
/// `Exposed` when others may read it or it is somebody else's, `Damaged` when it is none, `Io`.
pub fn read_session(path: &Path) -> Result<Option<SavedSession>, PathsError> {
    read_session_if(path, |metadata| metadata.mode() & 0o077 == 0 && metadata.uid() == rustix::process::geteuid().as_raw())
}

/// Reads a session that is to end, whoever else may have read it: it must end all the more.
///
/// # Errors
/// `Damaged` when it is none, `Io`.
pub fn read_ending_session(path: &Path) -> Result<Option<SavedSession>, PathsError> {
    read_session_if(path, |_| true)
}

fn read_session_if(path: &Path, is_private: impl Fn(&fs::Metadata) -> bool) -> Result<Option<SavedSession>, PathsError> {
    let Some((bytes, metadata)) = read_bounded(path, MOST_SESSION_BYTES).map_err(failed(path))? else { return Ok(None) };
    if !is_private(&metadata) {
        return Err(PathsError::Exposed { path: path.to_owned() });
    }
    parse_session(&bytes).map(Some).ok_or_else(|| PathsError::Damaged { path: path.to_owned() })
}

/// Writes a session, in one step and for its owner alone; the directory is made if need be.
///
/// # Errors
/// `Io`.
pub fn write_session(path: &Path, session: &SavedSession) -> Result<(), PathsError> {
    if let Some(directory) = path.parent() {
        make_private_directory(directory)?;
    }
    let secret = session.secret.to_text();
    let head = [SESSION_FORM, secret.expose(), session.handle.as_str(), session.language.code()];
    let mut text = Zeroizing::new(Vec::with_capacity(512 + session.desk.as_os_str().len()));
    for line in head {
        text.extend_from_slice(line.as_bytes());
        text.push(b'\n');
    }
    // The path comes last, and to the end of the file: it may hold anything, line ends too.
    text.extend_from_slice(session.desk.as_os_str().as_bytes());
    replace(path, &text).map_err(failed(path))
}

/// Sees that a session can be written, and leaves nothing behind but the directory.
///
/// # Errors
/// `Io`.
pub fn prepare_session(path: &Path) -> Result<(), PathsError> {
    if let Some(directory) = path.parent() {
        make_private_directory(directory)?;
    }
    let draft = draft_of(path);
    write_new(&draft, b"").and_then(|()| fs::remove_file(&draft)).map_err(failed(path))
}

/// Keeps something under a name in a directory, for its owner alone, in the place of what was there; says where.
///
/// # Errors
/// `Io`.
pub fn keep_private(directory: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, PathsError> {
    make_private_directory(directory)?;
    let path = directory.join(name);
    replace(&path, bytes).map_err(failed(&path))?;
    Ok(path)
}

/// Removes a session; `false` when there was none.
///
/// # Errors
/// `Io`.
pub fn remove_session(path: &Path) -> Result<bool, PathsError> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(failed(path)(error)),
    }
}

fn parse_session(bytes: &[u8]) -> Option<SavedSession> {
    let mut lines = bytes.splitn(5, |byte| *byte == b'\n');
    let mut line = || lines.next();
    let form = line()?;
    let secret = SessionSecret::parse(std::str::from_utf8(line()?).ok()?)?;
    let handle = Handle::parse(std::str::from_utf8(line()?).ok()?)?;
    let language = Language::from_code(std::str::from_utf8(line()?).ok()?)?;
    let desk = PathBuf::from(OsString::from_vec(line()?.to_vec()));
    (form == SESSION_FORM.as_bytes()).then_some(SavedSession { secret, handle, language, desk })
}

/// The language of a desk, from the plain file that lies in it; `None` when there is none or it says something else.
///
/// So a person who is not logged in is spoken to in the desk's language without its store being opened.
pub fn language_of_desk(desk: &Path) -> Option<Language> {
    let (bytes, _) = read_bounded(&desk.join(LANGUAGE_FILE), MOST_LANGUAGE_BYTES).ok()??;
    Language::from_code(std::str::from_utf8(&bytes).ok()?.trim())
}

/// Writes the plain file that names the language of a desk, whose directory must be there.
///
/// # Errors
/// `Io`.
pub fn set_language_of_desk(desk: &Path, language: Language) -> Result<(), PathsError> {
    let path = desk.join(LANGUAGE_FILE);
    replace(&path, format!("{}\n", language.code()).as_bytes()).map_err(failed(&path))
}

/// A directory for its owner alone: made with its parents, or closed to others if it was open.
///
/// # Errors
/// `Io`.
pub fn make_private_directory(directory: &Path) -> Result<(), PathsError> {
    DirBuilder::new().recursive(true).mode(0o700).create(directory).map_err(failed(directory))?;
    let mode = fs::metadata(directory).map_err(failed(directory))?.mode();
    if mode & 0o077 != 0 {
        fs::set_permissions(directory, Permissions::from_mode(0o700)).map_err(failed(directory))?;
    }
    Ok(())
}

/// The bytes of a plain file of at most `most` bytes; `None` when there is no such file.
fn read_bounded(path: &Path, most: u64) -> io::Result<Option<(Zeroizing<Vec<u8>>, fs::Metadata)>> {
    // A link could lead to somebody else's file, and opening a pipe would wait for its writer.
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    let file = match OpenOptions::new().read(true).custom_flags(flags.cast_signed()).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let metadata = file.metadata()?;
    if !metadata.is_file() || metadata.len() > most {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "not a small plain file"));
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0) + 1));
    file.take(most).read_to_end(&mut bytes)?;
    Ok(Some((bytes, metadata)))
}

/// Puts a file in the place of another in one step, readable by its owner alone.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let draft = draft_of(path);
    let written = write_new(&draft, bytes).and_then(|()| fs::rename(&draft, path));
    if written.is_err() {
        // What the draft holds is secret; that the first thing failed is what matters.
        let _ = fs::remove_file(&draft);
    }
    written
}

/// Where a file lies until it is whole.
fn draft_of(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    path.with_file_name(name)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let create = || OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let mut file: File = match create() {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            // Left by a process that was killed and had the same number.
            fs::remove_file(path)?;
            create()?
        }
        other => other?,
    };
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests;
