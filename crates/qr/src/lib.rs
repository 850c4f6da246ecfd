//! QR codes for browsers. `loader/handoff.js` brings it when a visitor asks for the code of a number or a link.
//! How a code is drawn belongs to that script.

use qrcodegen_no_heap::{QrCode, QrCodeEcc, Version};
use wasm_bindgen::prelude::*;

/// More than any link of a playbook needs at its usual length; a code of this version has 57 modules a side.
const LARGEST: Version = Version::new(10);

/// The modules of a text's QR code (ISO/IEC 18004), row by row, 1 for a dark one; there are as many rows as columns, and
/// no margin. Nothing for a text that doesn't fit.
#[wasm_bindgen]
#[must_use]
pub fn modules(text: &str) -> Vec<u8> {
    let mut out = [0; LARGEST.buffer_len()];
    let mut work = [0; LARGEST.buffer_len()];
    let code = QrCode::encode_text(
        text,
        &mut work,
        &mut out,
        QrCodeEcc::Medium,
        Version::MIN,
        LARGEST,
        None,
        false,
    );
    let Ok(code) = code else { return Vec::new() };
    let side = 0..code.size();
    side.clone()
        .flat_map(|y| side.clone().map(move |x| (x, y)))
        .map(|(x, y)| u8::from(code.get_module(x, y)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::modules;

    #[test]
    fn a_number_fits_the_second_smallest_code_and_its_corners_are_finders() {
        let code = modules("tel:+81300000119");
        assert_eq!(code.len(), 25 * 25);
        assert_eq!(&code[..8], [1, 1, 1, 1, 1, 1, 1, 0]);
        assert_eq!(&code[17..25], [0, 1, 1, 1, 1, 1, 1, 1]);
    }

    #[test]
    fn a_text_that_does_not_fit_has_no_code() {
        assert!(modules(&"x".repeat(1_000)).is_empty());
    }
}
