//! The suite: the real program from outside, its real parts, and the source's own order. One binary, a file a subject.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on should say where")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a test that was skipped should say so")]
#![allow(clippy::disallowed_methods, reason = "the suite is told by its environment which real parts there are")]

#[path = "support/smtp_server.rs"]
mod smtp_server;
#[allow(dead_code, unused_imports, reason = "what only some tests use")]
mod support;

mod absences;
mod accounts;
mod assigning;
mod attachments;
mod audits;
mod bad_input;
mod batches;
mod calendar;
mod codes;
mod completions;
mod concurrency;
mod consent;
mod contract;
mod crash;
mod demo;
mod discretion;
mod dumps;
mod everywhere;
mod foretold;
mod formats;
mod generated;
mod guide;
mod guide_platform;
mod guide_rules;
mod help;
mod house_rules;
mod imports;
mod keys;
mod letters;
mod lists;
mod merge;
mod model;
mod monday;
mod no_chat;
mod outbox;
mod overdue;
mod patience;
mod permissions;
mod postfix;
mod prompts;
mod purges;
mod readme;
mod rehearsals;
mod reminders;
mod rota;
mod search;
mod sessions;
mod settings;
mod sheets;
mod shown;
mod sight;
mod smtp;
mod smtp_login;
mod standing;
mod standins;
mod stats;
mod story_postfix;
mod surroundings;
mod takeover;
mod tasks;
mod tick;
mod tickets;
mod tidy;
mod tokens;
mod topics;
mod unconfirmed;
mod waiting;
mod walked;
mod words;
mod year;
