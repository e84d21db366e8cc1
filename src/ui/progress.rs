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

/// Where a line is drawn.
type Target = Box<dyn FnOnce() -> ProgressDrawTarget + Send>;

fn standard_error() -> Target {
    Box::new(|| ProgressDrawTarget::stderr_with_hz(HERTZ))
}

fn drawn(of: u64, label: &str, target: ProgressDrawTarget) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(of).filter(|of| *of > 0), target);
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
    target: Option<Target>,
    bar: Option<ProgressBar>,
}

impl Bar {
    /// A line that says what is done; without one nothing is ever shown.
    pub fn new(label: Option<String>) -> Self {
        Self { label, begun: Instant::now(), target: Some(standard_error()), bar: None }
    }

    /// Says that so many of so many are done.
    pub fn at(&mut self, done: u64, of: u64) {
        if self.label.is_some() {
            self.at_moment(Instant::now(), done, of);
        }
    }

    fn at_moment(&mut self, now: Instant, done: u64, of: u64) {
        let Some(label) = &self.label else { return };
        if self.bar.is_none() && now.saturating_duration_since(self.begun) < SHORT {
            return;
        }
        if let Some(target) = self.target.take() {
            self.bar = Some(drawn(of, label, target()));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(done);
        }
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
        Self::after(SHORT, label, standard_error())
    }

    fn after(short: Duration, label: Option<String>, target: Target) -> Self {
        Self(label.map(|label| {
            let (sender, receiver) = mpsc::channel();
            let shown = std::thread::spawn(move || {
                if receiver.recv_timeout(short) == Err(RecvTimeoutError::Timeout) {
                    let line = drawn(0, &label, target());
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

#[cfg(test)]
mod tests {
    use std::io::Result;
    use std::sync::{Arc, Mutex};

    use indicatif::TermLike;

    use super::*;

    /// A terminal that remembers what was written, and tells of it.
    #[derive(Clone, Debug)]
    struct Screen {
        shown: Arc<Mutex<String>>,
        told: Sender<()>,
    }

    impl Screen {
        fn new() -> (Self, mpsc::Receiver<()>) {
            let (told, is_told) = mpsc::channel();
            (Self { shown: Arc::default(), told }, is_told)
        }

        fn target(&self) -> Target {
            let screen = self.clone();
            Box::new(move || ProgressDrawTarget::term_like(Box::new(screen)))
        }

        fn shown(&self) -> String {
            self.shown.lock().unwrap().clone()
        }
    }

    impl TermLike for Screen {
        fn width(&self) -> u16 {
            80
        }
        fn move_cursor_up(&self, _: usize) -> Result<()> {
            Ok(())
        }
        fn move_cursor_down(&self, _: usize) -> Result<()> {
            Ok(())
        }
        fn move_cursor_right(&self, _: usize) -> Result<()> {
            Ok(())
        }
        fn move_cursor_left(&self, _: usize) -> Result<()> {
            Ok(())
        }
        fn write_line(&self, text: &str) -> Result<()> {
            self.write_str(text)
        }
        fn write_str(&self, text: &str) -> Result<()> {
            self.shown.lock().unwrap().push_str(text);
            let _ = self.told.send(());
            Ok(())
        }
        fn clear_line(&self) -> Result<()> {
            self.shown.lock().unwrap().clear();
            Ok(())
        }
        fn flush(&self) -> Result<()> {
            Ok(())
        }
    }

    fn bar(label: Option<&str>, screen: &Screen) -> Bar {
        Bar { label: label.map(str::to_owned), begun: Instant::now(), target: Some(screen.target()), bar: None }
    }

    #[test]
    fn a_bar_is_shown_of_what_takes_long_and_is_gone_afterwards() {
        let (screen, _told) = Screen::new();
        let mut bar = bar(Some("Copiando el centro"), &screen);
        let (soon, late) = (bar_time(&bar, 499), bar_time(&bar, 500));
        bar.at_moment(soon, 30, 100);
        assert_eq!(screen.shown(), "", "what is done within half a second needs no line");
        bar.at_moment(late, 40, 100);
        assert!(screen.shown().contains("Copiando el centro") && screen.shown().contains("40 %"), "{}", screen.shown());
        drop(bar);
        assert_eq!(screen.shown().trim(), "");
    }

    fn bar_time(bar: &Bar, milliseconds: u64) -> Instant {
        bar.begun + Duration::from_millis(milliseconds)
    }

    #[test]
    fn nothing_is_shown_where_nobody_looks() {
        let (screen, _told) = Screen::new();
        let mut unseen = bar(None, &screen);
        unseen.at_moment(bar_time(&unseen, 60_000), 40, 100);
        drop(Waiting::after(Duration::ZERO, None, screen.target()));
        drop(unseen);
        assert_eq!(screen.shown(), "");
    }

    #[test]
    fn what_cannot_be_counted_is_shown_until_it_is_done() {
        let (screen, told) = Screen::new();
        let line = Waiting::after(Duration::ZERO, Some("Revisando el centro".to_owned()), screen.target());
        while !screen.shown().contains("Revisando el centro") {
            told.recv_timeout(Duration::from_secs(30)).unwrap();
        }
        drop(line);
        assert_eq!(screen.shown().trim(), "");
        // What is done at once is never shown.
        let (screen, _told) = Screen::new();
        drop(Waiting::after(Duration::from_hours(1), Some("Revisando el centro".to_owned()), screen.target()));
        assert_eq!(screen.shown(), "");
    }
}
