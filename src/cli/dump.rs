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
use super::write::Unfinished;
use super::{options, read};
use crate::app::change::{Call, Done, Outcome, Receipt};
use crate::app::dump::{Counts, Destination, LoadedDesk, Progress, Source};
use crate::app::{App, Credentials};
use crate::domain::entry::BlobHash;
use crate::domain::policy::Action;
use crate::dump::{Beside, LONGEST_LINE, PIECE, is_whole};
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
    let mut folder = beside.map(Folder::make).transpose()?;
    if is_stream(file) {
        let mut gathered = Gathered::new(front);
        let mut sink = |bytes: &[u8]| gathered.add(|gathered| gathered.extend_from_slice(bytes));
        write(front, Destination::Stream, folder.as_mut(), &mut sink)?;
        return gathered.finish();
    }
    let fault = |error| Failure::File(file.to_owned(), error);
    // It is found out at the end all the same, but nobody should wait for that.
    if file.symlink_metadata().is_ok() {
        return Err(fault(ErrorKind::AlreadyExists.into()));
    }
    let mut writer = BufWriter::with_capacity(BLOCK, Unfinished::of(file)?);
    let mut sink = |bytes: &[u8]| writer.write_all(bytes).map_err(fault);
    let page = write(front, Destination::File, folder.as_mut(), &mut sink)?;
    writer.into_inner().map_err(|error| fault(error.into_error()))?.place()?;
    let page = DumpedPage { file: file.to_string_lossy().into_owned(), ..page };
    front.print(&front.style().one(&page, serde_json::Map::new()))?;
    let shown = |path: &Path| {
        let path = std::path::absolute(path).unwrap_or(path.to_owned());
        crate::ui::safe::line(&path.to_string_lossy()).into_owned()
    };
    let values = [("path", shown(file).into()), ("tickets", page.counts.tickets.into())];
    match beside {
        Some(folder) => front.say("done-dump-beside", &[&values[..], &[("folder", shown(folder).into())]].concat()),
        None => front.say("done-dump", &values),
    }
    Ok(())
}

fn write(
    front: &Front<'_>,
    to: Destination,
    folder: Option<&mut Folder<'_>>,
    sink: &mut dyn FnMut(&[u8]) -> Result<(), Failure>,
) -> Result<DumpedPage, Failure> {
    let mut bar = front.bar("ui-progress-dump");
    let mut progress = |progress: Progress| bar.at(progress.done, progress.of);
    let beside = folder.map(|folder| folder as &mut dyn Beside<Failure>);
    let dumped = front.with(|app| app.dump(to, sink, beside, &mut progress))?;
    drop(bar);
    if !dumped.has_link {
        front.say("done-dump-untold", &[]);
    }
    Ok(DumpedPage { file: "-".to_owned(), counts: dumped.counts })
}

/// The folder that attachments go to, each under its hash.
struct Folder<'f> {
    path: &'f Path,
    growing: Option<Unfinished>,
}

impl<'f> Folder<'f> {
    fn make(path: &'f Path) -> Result<Self, Failure> {
        match DirBuilder::new().mode(0o700).create(path) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists || !path.is_dir() => {
                Err(Failure::File(path.to_owned(), error))
            }
            _ => Ok(Self { path, growing: None }),
        }
    }
}

impl Beside<Failure> for Folder<'_> {
    /// What an earlier dump left is not written again; but its name only says what should be in it.
    fn begin(&mut self, hash: &BlobHash, size: u64) -> Result<bool, Failure> {
        let path = self.path.join(HEXLOWER.encode(&hash.0));
        let is_there = read::open(&path).is_ok_and(|file| is_whole(file, hash, size));
        self.growing = if is_there { None } else { Some(Unfinished::of(&path)?) };
        Ok(!is_there)
    }

    fn piece(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.path;
        self.growing.as_mut().map_or(Ok(()), |file| file.write_all(bytes).map_err(|error| Failure::File(path.to_owned(), error)))
    }

    fn end(&mut self) -> Result<(), Failure> {
        self.growing.take().map_or(Ok(()), Unfinished::replace)
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
    let rehearsed = match &outcome {
        Outcome::Done(done) if done.dry_run => Some(done.value.counts),
        _ => None,
    };
    if let Some(done) = front.finish_with(outcome, &receipt, |_| Ok(()))? {
        front.say("done-load", &[("tickets", done.value.counts.tickets.into()), ("accounts", done.value.counts.accounts.into())]);
        if done.value.held > 0 {
            front.say("done-load-held", &[("count", done.value.held.into())]);
        }
        if done.value.invited > 0 {
            front.say("done-load-invited", &[("count", done.value.invited.into())]);
        }
    }
    if let Some(Counts { tickets, accounts, blobs, letters, .. }) = rehearsed {
        let values = [("tickets", tickets), ("accounts", accounts), ("attachments", blobs), ("letters", letters)];
        front.say("done-load-rehearsed", &values.map(|(name, count)| (name, count.into())));
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
