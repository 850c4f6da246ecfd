//! What has to hold for any input. Run one for a minute with a nightly compiler and cargo-fuzz:
//! `cargo +nightly fuzz run links -- -max_total_time=60`. What it finds goes into `corpus/` and is a test from then on.

pub mod bodies;
