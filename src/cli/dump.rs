//! `dump` and `load`: the whole desk into a file, and a desk made anew from it.

use std::fs::{DirBuilder, File};
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, Read, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use data_encoding::HEXLOWER;

use super::env::{self, Founding};
use super::front::Front;
use super::listing::Gathered;
use super::{options, read};
use crate::app::change::{Call, Done, Outcome, Receipt};
use crate::app::dump::{LoadedDesk, Progress, Source};
use crate::app::{App, Credentials};
use crate::domain::entry::BlobHash;
use crate::domain::policy::Action;
use crate::dump::{LONGEST_LINE, PIECE};
use crate::paths;
use crate::store::{Store, StoreError};
use crate::ui::dumped::{DumpedPage, LoadedPage};
use crate::ui::error::Failure;
use crate::ui::receipt;

/// How much of a dump is read or written in one go, in bytes.
const BLOCK: usize = 64 * 1024;

fn arguments(command: Command) -> Command {
    let path = |name| Arg::new(name).value_parser(value_parser!(PathBuf));
    command.arg(path("file").required(true)).arg(path("attachments").long("attachments"))
}

/// The command line of `dump`.
pub fn dump_command() -> Command {
    arguments(Command::new("dump"))
}

/// The command line of `load`.
pub fn load_command() -> Command {
    options::changing(arguments(Command::new("load")))
}

fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn paths_of(matches: &ArgMatches) -> (&Path, Option<&Path>) {
    let file = options::path(matches, "file").map_or(Path::new("-"), PathBuf::as_path);
    (file, options::path(matches, "attachments").map(PathBuf::as_path))
}

/// Writes the whole desk down: into a new file that only its owner can read, or to standard output.
///
/// # Errors
/// `file-exists`; `dump-to-terminal`; those of the gate and of the store.
pub fn dump(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<DumpedPage>()?;
    let (file, beside) = paths_of(matches);
    if is_stream(file) && front.environment.stdout_is_terminal {
        // It is as secret as the desk, and no terminal forgets it.
        return Err(Failure::DumpToTerminal);
    }
    // Whoever may not is refused before a file is made.
    front.with(|app| Ok(app.demand(Action::TakeAway)?))?;
    if let Some(directory) = beside {
        make_directory(directory)?;
    }
    if is_stream(file) {
        let mut gathered = Gathered::new(front);
        write(front, beside, &mut |bytes| gathered.add(|gathered| gathered.extend_from_slice(bytes)))?;
        return gathered.finish();
    }
    let fault = |error| Failure::File(file.to_owned(), error);
    let new = super::write::create(file)?;
    let mut writer = BufWriter::with_capacity(BLOCK, new);
    let mut sink = |bytes: &[u8]| writer.write_all(bytes).map_err(fault);
    let written = write(front, beside, &mut sink).and_then(|page| {
        writer.flush().and_then(|()| writer.get_ref().sync_all()).map_err(fault)?;
        Ok(page)
    });
    // Half of a desk would be taken for the whole.
    let page = written.inspect_err(|_| drop(std::fs::remove_file(file)))?;
    let page = DumpedPage { file: file.to_string_lossy().into_owned(), ..page };
    front.print(&front.style().one(&page, serde_json::Map::new()))?;
    let path = std::path::absolute(file).unwrap_or(file.to_owned());
    let path = crate::ui::safe::line(&path.to_string_lossy()).into_owned();
    front.say("done-dump", &[("path", path.into()), ("tickets", page.counts.tickets.into())]);
    Ok(())
}

fn write(
    front: &Front<'_>,
    beside: Option<&Path>,
    sink: &mut dyn FnMut(&[u8]) -> Result<(), Failure>,
) -> Result<DumpedPage, Failure> {
    let mut bar = front.bar("ui-progress-dump");
    let mut progress = |progress: Progress| bar.at(progress.done, progress.of);
    let mut keep = beside.map(|directory| {
        let mut current: Option<(BlobHash, Option<File>)> = None;
        move |hash: &BlobHash, index: u32, bytes: &[u8]| -> Result<(), Failure> {
            let path = directory.join(HEXLOWER.encode(&hash.0));
            let fault = |error| Failure::File(path.clone(), error);
            if index == 0 {
                current = Some((*hash, create_once(&path).map_err(fault)?));
            }
            match &mut current {
                Some((of, Some(file))) if of == hash => file.write_all(bytes).map_err(fault),
                _ => Ok(()),
            }
        }
    });
    let counts = front.with(|app| match &mut keep {
        Some(keep) => app.dump(sink, Some(keep), &mut progress),
        None => app.dump(sink, None, &mut progress),
    })?;
    Ok(DumpedPage { file: "-".to_owned(), counts })
}

/// The file of an attachment; `None` where an earlier dump has left it, since its name says what is in it.
fn create_once(path: &Path) -> std::io::Result<Option<File>> {
    match super::write::new(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(None),
        Err(error) => Err(error),
    }
}

fn make_directory(path: &Path) -> Result<(), Failure> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(Failure::File(path.to_owned(), error)),
        Ok(()) => Ok(()),
    }
}

/// Makes a desk from what was written down, where none is: whole, or none.
///
/// # Errors
/// `desk-exists`; what is wrong with the file, at its line; those of the store.
pub fn load(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<LoadedPage>()?;
    let (file, beside) = paths_of(matches);
    let desk = &front.global.desk;
    let call = front.call("load", matches, &(file, beside));
    if super::init::is_desk(desk)? {
        let made = match &call.key {
            Some(_) => front.with_guest(|app| Ok(app.made_before_as_guest(&call)?))?,
            None => None,
        };
        return made.map_or_else(|| Err(StoreError::Exists(desk.clone()).into()), |printed| front.replay(printed));
    }
    let receipt = |done: &Done<LoadedDesk>| {
        let page = LoadedPage { desk: desk.display().to_string(), loaded: done.value.clone() };
        receipt::one(&style, done, &page)
    };
    let outcome = if call.dry_run {
        fill(front, &env::passing_store(), &call, file, beside, &receipt)?
    } else {
        fill(front, &Founding::of(desk, front.global.wait), &call, file, beside, &receipt)?
    };
    if let (Outcome::Done(made), false) = (&outcome, call.dry_run) {
        paths::set_language_of_desk(desk, made.value.language).map_err(Failure::Paths)?;
    }
    if let Some(done) = front.finish_with(outcome, &receipt, |_| Ok(()))? {
        front.say("done-load", &[("tickets", done.value.counts.tickets.into()), ("accounts", done.value.counts.accounts.into())]);
        if done.value.held > 0 {
            front.say("done-load-held", &[("count", done.value.held.into())]);
        }
        if done.value.invited > 0 {
            front.say("done-load-invited", &[("count", done.value.invited.into())]);
        }
    }
    Ok(())
}

fn fill<S: Store>(
    front: &Front<'_>,
    store: &S,
    call: &Call,
    file: &Path,
    beside: Option<&Path>,
    receipt: Receipt<'_, LoadedDesk>,
) -> Result<Outcome<LoadedDesk>, Failure> {
    let reader: Box<dyn Read> = if is_stream(file) { Box::new(std::io::stdin().lock()) } else { Box::new(read::open(file)?) };
    let mut reader = BufReader::with_capacity(BLOCK, reader);
    let mut broken = None;
    let mut lines = |line: &mut Vec<u8>| {
        let got = (&mut reader).take(LONGEST_LINE as u64 + 1).read_until(b'\n', line);
        got.map(drop).map_err(|error| {
            broken = Some(error);
            StoreError::Conflict
        })
    };
    let mut bar = front.bar("ui-progress-load");
    let mut progress = |progress: Progress| bar.at(progress.done, progress.of);
    let mut pieces = beside.map(|directory| {
        let mut current: Option<(BlobHash, File)> = None;
        move |hash: &BlobHash, index: u32| -> Option<Vec<u8>> {
            if index == 0 {
                current = Some((*hash, read::open(&directory.join(HEXLOWER.encode(&hash.0))).ok()?));
            }
            let (_, file) = current.as_mut().filter(|(of, _)| of == hash)?;
            let mut piece = Vec::new();
            file.take(PIECE as u64).read_to_end(&mut piece).ok()?;
            Some(piece)
        }
    });
    let beside = pieces.as_mut().map(|pieces| pieces as &mut dyn FnMut(&BlobHash, u32) -> Option<Vec<u8>>);
    let app = App::new(store, front.now, env::seed()?, Credentials::Owner, front.words.language());
    let outcome = app.load(call, Source { lines: &mut lines, beside, progress: &mut progress }, receipt);
    match broken {
        Some(error) if is_stream(file) => Err(Failure::Stdin(error)),
        Some(error) => Err(Failure::File(file.to_owned(), error)),
        None => Ok(outcome?),
    }
}
