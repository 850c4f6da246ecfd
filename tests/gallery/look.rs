//! The looks: what a page's own CSS makes of the help, each with a picture.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::camera::{Camera, Device, file};

/// The folder of their pictures.
pub const FOLDER: &str = "look";

/// What is pictured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Launcher,
    Result,
    Danger,
}

struct Look {
    name: &'static str,
    title: &'static str,
    css: &'static str,
    shown: Shown,
}

const LOOKS: &[Look] = &[
    Look {
        name: "plain",
        title: "As it comes",
        css: "",
        shown: Shown::Result,
    },
    Look {
        name: "brand",
        title: "One colour, and the rest follows",
        css: "leeward-help { --leeward-brand: #7a1f5c; }",
        shown: Shown::Result,
    },
    Look {
        name: "pale-brand",
        title: "A brand too pale for white words",
        css: "leeward-help { --leeward-brand: #ffc400; --leeward-on-brand: #1c1600; }",
        shown: Shown::Result,
    },
    Look {
        name: "font",
        title: "Your font",
        css: "leeward-help { --leeward-font: Georgia, \"Noto Serif\", serif; }",
        shown: Shown::Result,
    },
    Look {
        name: "square",
        title: "Square corners",
        css: "leeward-help { --leeward-radius: 0; --leeward-radius-large: 0; }",
        shown: Shown::Result,
    },
    Look {
        name: "round",
        title: "Round corners",
        css: "leeward-help { --leeward-radius: 26px; --leeward-radius-large: 26px; }",
        shown: Shown::Result,
    },
    Look {
        name: "paper",
        title: "Warm paper",
        css: "leeward-help { --leeward-paper: #fffaf0; --leeward-surface: #f6ecd9; --leeward-hair: #e4d7bd; }",
        shown: Shown::Result,
    },
    Look {
        name: "airy",
        title: "More room",
        css: "leeward-help { --leeward-space-3: 16px; --leeward-space-4: 24px; --leeward-space-6: 40px; --leeward-target: 52px; --leeward-target-large: 60px; }",
        shown: Shown::Result,
    },
    Look {
        name: "large",
        title: "Larger headings and numbers",
        css: "leeward-help { --leeward-text-title: 1.75em; --leeward-text-number: 2.25em; }",
        shown: Shown::Danger,
    },
    Look {
        name: "warm",
        title: "The line for danger to life in another colour",
        css: "leeward-help { --leeward-warm: #8c0f2d; --leeward-warm-surface: #fdecef; }",
        shown: Shown::Danger,
    },
    Look {
        name: "panel",
        title: "The panel, by its part",
        css: "leeward-help::part(panel) { inline-size: 480px; border: 2px solid #17365d; }\nleeward-help::part(header) { background: #17365d; color: #fff; }\nleeward-help::part(close) { color: #fff; }",
        shown: Shown::Result,
    },
    Look {
        name: "launcher",
        title: "The launcher, by its part",
        css: "leeward-help::part(launcher) { inset-inline-end: auto; inset-inline-start: 24px; border-radius: 8px; }",
        shown: Shown::Launcher,
    },
];

/// Takes all of them, on a desk and in English, beginning at a result.
pub async fn take_all(camera: &Camera<'_>) -> Result<()> {
    let visitor = camera.visitor;
    for look in LOOKS {
        visitor
            .goes_to("/?playbook=service-crisis&locale=en")
            .await?;
        let dress = "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets.push(sheet)";
        visitor.finds_out(dress, vec![json!(look.css)]).await?;
        visitor.sees("#launcher").await?;
        if look.shown != Shown::Launcher {
            visitor.opens().await?;
            visitor.starts().await?;
            let topic = if look.shown == Shown::Danger {
                "emergency"
            } else {
                "reschedule"
            };
            visitor.answers("topic", topic).await?;
            if look.shown == Shown::Result {
                visitor.answers("affected", "25").await?;
            }
            visitor.sees("[data-step='result']").await?;
        }
        camera.takes_look(look.name).await?;
    }
    Ok(())
}

/// Writes their page, and gives the number of the pictures and of their bytes.
pub fn write_page(folder: &Path) -> Result<(usize, u64)> {
    let mut page = "# Looks\n\nMade by `cargo xtask gallery`; don't change it by hand. What your page's own CSS makes of the help. Every custom \
        property and part is in [embed.md](../embed.md#look).\n"
        .to_owned();
    let mut bytes = 0;
    for look in LOOKS {
        let _ = writeln!(page, "\n## {}\n", look.title);
        if !look.css.is_empty() {
            let _ = writeln!(page, "```css\n{}\n```\n", look.css);
        }
        let path = picture(look.name);
        let _ = writeln!(
            page,
            "<img src=\"{}\" alt=\"{}\" width=\"480\">",
            path.display(),
            look.title
        );
        let path = folder.join(path);
        bytes += fs::metadata(&path)
            .with_context(|| path.display().to_string())?
            .len();
    }
    fs::write(folder.join("look.md"), page)?;
    Ok((LOOKS.len(), bytes))
}

/// Where the picture of a look is, seen from the page.
pub fn picture(name: &str) -> std::path::PathBuf {
    file(&format!("{FOLDER}/{name}"), "en", Device::Desktop, "light")
}
