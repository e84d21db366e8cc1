//! Running the program and taking its time.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::desk::{Desk, NOW};

/// A command that can be run again and again.
#[derive(Clone)]
pub struct Job {
    program: OsString,
    words: Vec<OsString>,
    environment: Vec<(&'static str, OsString)>,
}

impl Job {
    /// The program, as somebody at a desk.
    pub fn taquilla(desk: &Desk, who: &str, words: &[&str]) -> Self {
        let environment = vec![
            ("TAQUILLA_DESK", desk.path().into_os_string()),
            ("TAQUILLA_NOW", NOW.into()),
            ("TAQUILLA_LANG", "en".into()),
            ("XDG_STATE_HOME", desk.state(who).into_os_string()),
            ("HOME", desk.state(who).into_os_string()),
            ("PATH", "/usr/bin:/bin".into()),
        ];
        Self { program: env!("CARGO_BIN_EXE_taquilla").into(), words: words.iter().map(Into::into).collect(), environment }
    }

    /// What bash runs when TAB is pressed at the end of a line.
    pub fn completion(desk: &Desk, who: &str, words: &[&str]) -> Self {
        let mut job = Self::taquilla(desk, who, &[&["--", "taquilla"], words].concat());
        let place = words.len().to_string();
        job.environment.extend([("TAQUILLA_COMPLETE", "bash".into()), ("_CLAP_COMPLETE_INDEX", place.into())]);
        job.environment.extend([("_CLAP_IFS", "\n".into()), ("_CLAP_COMPLETE_COMP_TYPE", "63".into())]);
        job
    }

    /// The minimal program that does one thing to a file.
    pub fn minimal(deed: &str, file: &Path) -> Self {
        let program = std::env::current_exe().unwrap().into_os_string();
        Self { program, words: vec!["minimal".into(), deed.into(), file.into()], environment: Vec::new() }
    }

    /// The process, ready to be started.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.words).env_clear().envs(self.environment.iter().cloned());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Runs it once and says how long it took.
    ///
    /// # Panics
    /// If it fails: a figure of something that did not happen is worth nothing.
    pub fn time(&self) -> Duration {
        let mut command = self.command();
        let begun = Instant::now();
        let status = command.status().unwrap();
        let took = begun.elapsed();
        assert!(status.success(), "{:?} ended with {status}", self.words);
        took
    }

    /// What it prints.
    pub fn output(&self) -> Vec<u8> {
        let output = self.command().stdout(Stdio::piped()).output().unwrap();
        assert!(output.status.success(), "{:?} ended with {}", self.words, output.status);
        output.stdout
    }

    /// The most memory that it has at once, in MiB, as Python's account of its children says; `None` without Python.
    pub fn peak_mebibytes(&self, input: Option<&Path>) -> Option<f64> {
        let script = "import resource,subprocess,sys\n\
            source=open(sys.argv[1],'rb') if sys.argv[1] else subprocess.DEVNULL\n\
            subprocess.run(sys.argv[2:],stdin=source,stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL,check=True)\n\
            print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)";
        let mut python = Command::new("python3");
        python.args(["-c", script]).arg(input.map_or("".into(), |path| path.as_os_str().to_owned()));
        python.arg(&self.program).args(&self.words).env_clear().envs(self.environment.iter().cloned());
        python.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        let output = python.output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8(output.stdout).ok()?.trim().parse::<f64>().ok()? / 1024.0)
    }
}

/// Runs several commands in turn, one warm-up each first, and gives the median of each.
pub fn in_turn(runs: usize, jobs: &[Job]) -> Vec<Duration> {
    for job in jobs {
        job.time();
    }
    let mut times = vec![Vec::with_capacity(runs); jobs.len()];
    for _ in 0..runs {
        for (job, times) in jobs.iter().zip(&mut times) {
            times.push(job.time());
        }
    }
    times.into_iter().map(median).collect()
}

/// The one in the middle.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
