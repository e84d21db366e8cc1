//! The suite: the real program from outside, its real parts, and the source's own order. One binary, a file a subject.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on should say where")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a test that was skipped should say so")]

#[path = "support/smtp_server.rs"]
mod smtp_server;
#[allow(dead_code, unused_imports, reason = "the tests of the verbs come with the verbs")]
mod support;

mod accounts;
mod attachments;
mod codes;
mod demo;
mod generated;
mod help;
mod lists;
mod outbox;
mod postfix;
mod prompts;
mod readme;
mod sessions;
mod sight;
mod smtp;
mod smtp_login;
mod standing;
mod tickets;
mod tidy;
