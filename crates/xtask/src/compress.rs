//! The two encodings that servers send, each at its best: the same bytes give the same result on every machine.

use std::io::Write;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// gzip at its highest level, without a name and a time of the file.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    Ok(gzip.finish()?)
}

/// Brotli at its highest level.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut brotli = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        // 128 KiB: distances in our files are short, and are written shorter so.
        lgwin: 17,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &content[..], &mut brotli, &best)?;
    Ok(brotli)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_really_applied_and_gzip_has_no_time() {
        let text = "a sentence that repeats itself. ".repeat(100);
        let (gzip, brotli) = (
            gzip(text.as_bytes()).unwrap(),
            brotli(text.as_bytes()).unwrap(),
        );
        assert!(gzip.len() < 200 && brotli.len() < gzip.len());
        // RFC 1952: bytes 4 to 7 are the time, and zero means none.
        assert_eq!(gzip[4..8], [0; 4]);
    }
}
