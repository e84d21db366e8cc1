//! How far something is that takes long: a line on standard error, which is gone when it is done.
//!
//! Nothing is shown of what is done within half a second. Whether anybody looks is for the caller to know.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What is done sooner needs no line.
const SHORT: Duration = Duration::from_millis(500);
/// How often the line is drawn, in a second.
const HERTZ: u8 = 10;

fn drawn(of: u64, label: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(of).filter(|of| *of > 0), ProgressDrawTarget::stderr_with_hz(HERTZ));
    let template = if of > 0 { "{msg}  {bar:30}  {percent:>3} %" } else { "{spinner} {msg}" };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("━╸─"));
    }
    bar.set_message(label.to_owned());
    bar
}

/// A line with a bar, for what can be counted.
pub struct Bar {
    label: Option<String>,
    begun: Instant,
    bar: Option<ProgressBar>,
}

impl Bar {
    /// A line that says what is done; without one nothing is ever shown.
    pub fn new(label: Option<String>) -> Self {
        Self { label, begun: Instant::now(), bar: None }
    }

    /// Says that so many of so many are done.
    pub fn at(&mut self, done: u64, of: u64) {
        let Some(label) = &self.label else { return };
        if self.bar.is_none() && self.begun.elapsed() < SHORT {
            return;
        }
        self.bar.get_or_insert_with(|| drawn(of, label)).set_position(done);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// A line that moves, for what cannot be counted; it is gone when this is.
pub struct Waiting(Option<(Sender<()>, JoinHandle<()>)>);

impl Waiting {
    /// A line that says what is done; without one nothing is ever shown.
    pub fn new(label: Option<String>) -> Self {
        Self(label.map(|label| {
            let (sender, receiver) = mpsc::channel();
            let shown = std::thread::spawn(move || {
                if receiver.recv_timeout(SHORT) == Err(RecvTimeoutError::Timeout) {
                    let line = drawn(0, &label);
                    line.enable_steady_tick(Duration::from_millis(1_000 / u64::from(HERTZ)));
                    // Until whoever began it is done, however that ends.
                    let _ = receiver.recv();
                    line.finish_and_clear();
                }
            });
            (sender, shown)
        }))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some((sender, shown)) = self.0.take() {
            drop(sender);
            // The line has to be gone before anything else is said.
            drop(shown.join());
        }
    }
}
