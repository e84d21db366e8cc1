//! The program: hands argv and streams to the library, and its exit code to the system.

fn main() {}
