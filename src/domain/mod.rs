//! The rules of the desk, as values and pure functions.
//!
//! No input or output, no clock, no randomness, no words for people: `now` and random numbers
//! come in as arguments, and what is refused goes out as a [`refusal::Refusal`].

pub mod absence;
pub mod account;
pub mod assignment;
pub mod audit;
pub mod calendar;
pub mod clauses;
pub mod code;
pub mod deadline;
pub mod dump;
pub mod entry;
pub mod fault;
pub mod filter;
pub mod house_rules;
pub mod language;
pub mod letter;
pub mod merge;
pub mod notice;
pub mod number;
pub mod password;
pub mod phone_line;
pub mod policy;
pub mod refusal;
pub mod reminder;
pub mod search;
pub mod session;
pub mod settings;
pub mod sheet;
pub mod stats;
pub mod status;
pub mod task;
pub mod text;
pub mod ticket;
pub mod time;
pub mod token;
pub mod topic;
pub mod waiting;
