//! The suite: the real program from outside, its real parts, and the source's own order. One binary, a file a subject.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say where")]

#[path = "support/smtp_server.rs"]
mod smtp_server;

mod postfix;
mod smtp;
mod smtp_login;
