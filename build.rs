//! How the program is linked.

#[expect(clippy::disallowed_methods, reason = "a build script is told of its target by the environment")]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // A command lives three milliseconds, and a third of one went into moving 43,000 pointers of a position-independent program,
    // most of them in the tables of time zones. At a fixed address there is nothing to move.
    let is_linux = std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux");
    let is_gnu = std::env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|library| library == "gnu");
    if is_linux && is_gnu {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        // The program that the bench compares with is linked alike.
        println!("cargo::rustc-link-arg-benches=-no-pie");
    }
}
