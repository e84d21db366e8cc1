//! The suite: the real program from outside, and the source's own order. One binary, a file a subject.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say where")]

#[allow(dead_code, unused_imports, reason = "the tests of the verbs come with the verbs")]
mod support;
mod tidy;
