//! Taquilla: a whole help desk in one program.
//!
//! The map. A room knows only those named behind its arrow; `tests/suite/tidy` keeps it so.
//!
//! - [`domain`]: the rules, as values and pure functions. Knows nothing of ours.
//! - [`i18n`]: the words, in Spanish and English. → domain
//! - [`auth`]: passwords, secrets, what is derived from them. → domain
//! - [`clock`], [`paths`]: the time; where things lie. → domain, auth
//! - [`store`]: seam 1, where things are kept; `memory` and `redb` behind it. → domain
//! - [`mail`]: seam 2, how letters leave. → domain, i18n
//! - [`dump`]: a whole desk as lines of JSON, and a desk made from them. → domain, the traits of store
//! - [`app`]: the use cases: one verb, one transaction. → domain, auth, dump, the traits of store and mail
//! - [`ui`]: the screen: the only room that writes to a terminal or asks at one. → app's types, domain, i18n
//! - [`cli`]: the front door: a command line becomes a request. → all; engines are named in `cli/env.rs`
#![cfg_attr(test, allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on should say where"))]

pub mod app;
pub mod auth;
pub mod cli;
pub mod clock;
pub mod domain;
pub mod dump;
pub mod i18n;
pub mod mail;
pub mod paths;
pub mod store;
pub mod ui;

/// Runs a command line in this process's environment and says the exit code.
pub fn run(arguments: &[std::ffi::OsString]) -> u8 {
    // redb panics on some damaged files, which the store turns into an error; nobody should read of it twice.
    std::panic::set_hook(Box::new(|_| {}));
    let environment = cli::env::Environment::of_process();
    std::panic::catch_unwind(|| cli::run(arguments, &environment))
        .unwrap_or_else(|_| cli::fail_internally(arguments, &environment))
}
