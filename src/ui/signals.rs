//! Signals kept for a while instead of obeyed, so that a terminal can be put back and a text be kept first.
//!
//! It knows no terminal and no questions.

use std::io::{self, Read as _};
use std::os::fd::{AsFd as _, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

/// What a kept signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// To stop: SIGINT.
    Interrupted,
    /// To end the program: SIGTERM, SIGHUP.
    Ending,
}

/// What signals have told, for as long as the process lives.
///
/// They are taken over once and stay so: while nothing holds them each does what it always does.
#[derive(Debug)]
struct Signals {
    bell: UnixStream,
    holds: AtomicUsize,
    is_idle: Arc<AtomicBool>,
    is_interrupted: Arc<AtomicBool>,
    is_ending: Arc<AtomicBool>,
}

impl Signals {
    fn get() -> io::Result<&'static Self> {
        static SIGNALS: OnceLock<Signals> = OnceLock::new();
        if let Some(signals) = SIGNALS.get() {
            return Ok(signals);
        }
        let signals = Self::take()?;
        Ok(SIGNALS.get_or_init(|| signals))
    }

    fn take() -> io::Result<Self> {
        let (bell, clapper) = UnixStream::pair()?;
        bell.set_nonblocking(true)?;
        clapper.set_nonblocking(true)?;
        let is_idle = Arc::new(AtomicBool::new(true));
        let is_interrupted = Arc::new(AtomicBool::new(false));
        let is_ending = Arc::new(AtomicBool::new(false));
        for (signal, flag) in [(SIGINT, &is_interrupted), (SIGTERM, &is_ending), (SIGHUP, &is_ending)] {
            signal_hook::flag::register_conditional_default(signal, Arc::clone(&is_idle))?;
            signal_hook::flag::register(signal, Arc::clone(flag))?;
            signal_hook::low_level::pipe::register(signal, clapper.try_clone()?)?;
        }
        Ok(Self { bell, holds: AtomicUsize::new(0), is_idle, is_interrupted, is_ending })
    }
}

/// While this lives, or another like it, signals are kept instead of obeyed.
#[derive(Debug)]
pub struct Hold {
    signals: &'static Signals,
}

impl Hold {
    /// Keeps signals from now on.
    ///
    /// # Errors
    /// When the system does not let them be taken over.
    pub fn new() -> io::Result<Self> {
        let signals = Signals::get()?;
        // What was meant for a pager or an editor is not meant for what comes after it; the wish to end stands.
        signals.is_interrupted.store(false, Ordering::SeqCst);
        signals.holds.fetch_add(1, Ordering::SeqCst);
        signals.is_idle.store(false, Ordering::SeqCst);
        Ok(Self { signals })
    }

    /// What has been asked for since the last time.
    pub fn news(&self) -> Option<News> {
        let mut rings = [0; 64];
        while matches!((&self.signals.bell).read(&mut rings), Ok(count) if count > 0) {}
        if self.signals.is_ending.swap(false, Ordering::SeqCst) {
            return Some(News::Ending);
        }
        self.signals.is_interrupted.swap(false, Ordering::SeqCst).then_some(News::Interrupted)
    }

    /// What has been asked for since the last time or, if nothing was, is so within `patience`; it may end sooner with no news.
    pub fn wait(&self, patience: Duration) -> Option<News> {
        if let Some(news) = self.news() {
            return Some(news);
        }
        let patience =
            Timespec { tv_sec: patience.as_secs().try_into().unwrap_or(i64::MAX), tv_nsec: patience.subsec_nanos().into() };
        let _woken = poll(&mut [PollFd::from_borrowed_fd(self.bell(), PollFlags::IN)], Some(&patience));
        self.news()
    }

    /// What becomes readable when there are news.
    pub(super) fn bell(&self) -> BorrowedFd<'_> {
        self.signals.bell.as_fd()
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if self.signals.holds.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.signals.is_idle.store(true, Ordering::SeqCst);
        }
    }
}
