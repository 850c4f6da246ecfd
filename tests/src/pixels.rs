//! What a part of the widget looks like, pixel by pixel, to compare a hostile page with a plain one.

use std::{fmt::Write as _, io::Cursor};

use anyhow::{Result, ensure};

use crate::visitor::Visitor;

/// The corners are round, and what shows there is the page's. No radius is larger.
const CORNER: usize = 28;

/// Edges are drawn anew each time, and come out by so much lighter or darker, of 255.
const SHADE: u8 = 3;

/// A decoded picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    /// Four bytes a pixel.
    bytes: Vec<u8>,
}

impl Picture {
    fn decode(png: &[u8]) -> Result<Self> {
        let mut decoder = png::Decoder::new(Cursor::new(png));
        decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let frame = reader.next_frame(&mut bytes)?;
        ensure!(
            frame.color_type == png::ColorType::Rgba,
            "a picture in {:?}",
            frame.color_type
        );
        Ok(Self {
            width: usize::try_from(frame.width)?,
            height: usize::try_from(frame.height)?,
            bytes,
        })
    }

    /// In which way this picture differs from another; nothing when it doesn't.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Option<String> {
        let size = |picture: &Self| (picture.width, picture.height);
        if size(self) != size(other) {
            return Some(format!(
                "{:?} instead of {:?} pixels",
                size(self),
                size(other)
            ));
        }
        let places = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        let differing: Vec<(usize, usize)> = places
            .filter(|&(x, y)| !self.is_corner(x, y) && !alike(self.pixel(x, y), other.pixel(x, y)))
            .collect();
        let (first, last) = (differing.first()?, differing.last()?);
        let mut told = format!(
            "{} pixels differ, from {first:?} to {last:?}: ",
            differing.len()
        );
        let _ = write!(
            told,
            "{:?} instead of {:?}",
            self.pixel(first.0, first.1),
            other.pixel(first.0, first.1)
        );
        Some(told)
    }

    fn is_corner(&self, x: usize, y: usize) -> bool {
        let near = |place: usize, size: usize| place < CORNER || place + CORNER >= size;
        near(x, self.width) && near(y, self.height)
    }

    fn pixel(&self, x: usize, y: usize) -> &[u8] {
        let start = (y * self.width + x) * 4;
        self.bytes.get(start..start + 4).unwrap_or_default()
    }
}

fn alike(one: &[u8], other: &[u8]) -> bool {
    let mut pairs = one.iter().zip(other);
    pairs.all(|(one, other)| one.abs_diff(*other) <= SHADE)
}

impl Visitor {
    /// What an element looks like now, with the mouse somewhere else.
    pub async fn looks_like(&self, selector: &str) -> Result<Picture> {
        self.browser()
            .action_chain()
            .move_to(1, 1)
            .perform()
            .await?;
        let element = self.sees(selector).await?;
        Picture::decode(&element.screenshot_as_png().await?)
    }
}
