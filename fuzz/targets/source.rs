//! Fuzzes `bodies::source`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| leeward_fuzz::bodies::source(data));
