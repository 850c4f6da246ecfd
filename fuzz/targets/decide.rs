//! Fuzzes `bodies::decide`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| leeward_fuzz::bodies::decide(data));
