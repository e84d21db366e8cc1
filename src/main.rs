//! The program: its arguments go in, its exit code comes out.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    ExitCode::from(taquilla::run(&arguments))
}
