//! The camera: the sizes, light and dark, and the files. It uses Chromium's own tools, which take pictures small enough
//! to be kept with the source.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use leeward_tests::visitor::Visitor;
use serde_json::{Value, json};

use crate::look;

/// How much of a picture may be lost, of 100: letters are still sharp.
const QUALITY: u32 = 50;

/// Light and dark.
pub const SCHEMES: [&str; 2] = ["light", "dark"];

/// What the visitor has in their hand, or on their desk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// Of the narrow ones that are still common.
    Phone,
    /// A small window on a desk.
    Desktop,
}

impl Device {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Phone, Self::Desktop];

    /// The name in the pictures' files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Desktop => "desktop",
        }
    }

    const fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (360, 740),
            Self::Desktop => (1280, 800),
        }
    }
}

/// What of the page is in the picture: on a desk the panel with a little of the page, or, while it is closed, all at
/// half the size. A caret blinks, so it is hidden; so is what the pointer lights up. A place is measured from the page's own
/// top, however far it is scrolled.
const FRAME: &str = "
for (const field of probe.all('input, textarea')) field.style.caretColor = 'transparent';
const panel = probe.find('#panel');
if (!arguments[0] || !panel) return { x: scrollX, y: scrollY, width: innerWidth, height: innerHeight, scale: arguments[0] ? 0.5 : 1 };
const { left, top, right, bottom } = panel.getBoundingClientRect();
const [x, y] = [Math.max(0, left - 16), Math.max(0, top - 16)];
return { x: x + scrollX, y: y + scrollY, width: Math.min(innerWidth, right + 16) - x, height: Math.min(innerHeight, bottom + 16) - y, scale: 1 };
";

/// A page is drawn twice after it has turned dark: a transition of the page's own may have begun.
const DRAWN: &str = "
const done = arguments[0];
const ended = document.getAnimations().map(({ finished }) => finished);
Promise.allSettled(ended).then(() => requestAnimationFrame(() => requestAnimationFrame(done)));
";

/// A camera in front of a visitor's screen.
pub struct Camera<'a> {
    /// Whose screen it is.
    pub visitor: &'a Visitor,
    device: Device,
    locale: &'static str,
    folder: &'a Path,
}

impl<'a> Camera<'a> {
    /// A camera for the pictures of one device in one language.
    pub const fn new(
        visitor: &'a Visitor,
        device: Device,
        locale: &'static str,
        folder: &'a Path,
    ) -> Self {
        Self {
            visitor,
            device,
            locale,
            folder,
        }
    }

    /// Gives the screen the size of the device.
    pub async fn is_set_up(&self) -> Result<()> {
        let (width, height) = self.device.size();
        let mobile = self.device == Device::Phone;
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        let method = "Emulation.setDeviceMetricsOverride";
        self.visitor.commands(method, metrics).await
    }

    /// Takes a screen by day and by night.
    pub async fn takes(&self, screen: &str) -> Result<()> {
        self.takes_in_colours(screen, "none").await
    }

    /// The same with the system's colours in place of ours.
    pub async fn takes_forced(&self, screen: &str) -> Result<()> {
        self.takes_in_colours(screen, "active").await
    }

    /// Takes a look: by day only.
    pub async fn takes_look(&self, name: &str) -> Result<()> {
        let screen = format!("{}/{name}", look::FOLDER);
        self.takes_in(&screen, "light", "none").await
    }

    async fn takes_in_colours(&self, screen: &str, forced: &str) -> Result<()> {
        let pointer = json!({ "type": "mouseMoved", "x": 1, "y": 1 });
        self.visitor
            .commands("Input.dispatchMouseEvent", pointer)
            .await?;
        for scheme in SCHEMES {
            self.takes_in(screen, scheme, forced).await?;
        }
        Ok(())
    }

    async fn takes_in(&self, screen: &str, scheme: &str, forced: &str) -> Result<()> {
        let media = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": forced },
        ] });
        self.visitor
            .commands("Emulation.setEmulatedMedia", media)
            .await?;
        let cropped = json!(self.device == Device::Desktop);
        let clip = self.visitor.finds_out(FRAME, vec![cropped]).await?;
        self.visitor.finds_out_later(DRAWN, Vec::new()).await?;
        let wish = json!({ "format": "webp", "quality": QUALITY, "clip": clip });
        let answer = self
            .visitor
            .asks_the_browser("Page.captureScreenshot", wish)
            .await?;
        let file = self
            .folder
            .join(file(screen, self.locale, self.device, scheme));
        write(&file, &answer).with_context(|| file.display().to_string())
    }
}

/// Where a picture is, seen from the page.
pub fn file(screen: &str, locale: &str, device: Device, scheme: &str) -> PathBuf {
    PathBuf::from(format!("{screen}/{locale}-{}-{scheme}.webp", device.name()))
}

fn write(file: &Path, answer: &Value) -> Result<()> {
    let picture = STANDARD.decode(answer["data"].as_str().context("no picture")?)?;
    fs::create_dir_all(file.parent().context("no folder")?)?;
    fs::write(file, picture)?;
    Ok(())
}
