//! Taquilla: a whole help desk in one program.

pub mod app;
pub mod auth;
pub mod cli;
pub mod clock;
pub mod domain;
pub mod i18n;
pub mod mail;
pub mod paths;
pub mod store;
pub mod ui;
