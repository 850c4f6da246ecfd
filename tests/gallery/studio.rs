//! The studio's pictures: the start and every pane, in each language that it speaks.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::{
    camera::Camera,
    page,
    screens::{Language, Screen},
};

/// Its panes after the start, by their names in the page, in the order of the bar.
const PANES: [&str; 9] = [
    "words",
    "channels",
    "questions",
    "settings",
    "rehearse",
    "checks",
    "live",
    "outlets",
    "publish",
];

/// The screens, the start first.
pub const SCREENS: &[Screen] = &[
    Screen {
        name: "studio-start",
        title: "Start",
        about: "Ready playbooks, a file of one's own, a draft to carry on with.",
    },
    Screen {
        name: "studio-words",
        title: "Words",
        about: "Every text beside what visitors see.",
    },
    Screen {
        name: "studio-channels",
        title: "Channels",
        about: "Ways to reach the company, opening hours, holidays.",
    },
    Screen {
        name: "studio-questions",
        title: "Questions",
        about: "What is asked, who goes where, and what is said beside it; one way is unfolded.",
    },
    Screen {
        name: "studio-settings",
        title: "Settings",
        about: "Languages, danger to life, look, display.",
    },
    Screen {
        name: "studio-rehearse",
        title: "Rehearse",
        about: "Tonight at three: who can be reached, and where every path leads.",
    },
    Screen {
        name: "studio-checks",
        title: "Checks",
        about: "What must and what should be looked at.",
    },
    Screen {
        name: "studio-live",
        title: "Open now",
        about: "Closing a channel in mid-storm.",
    },
    Screen {
        name: "studio-outlets",
        title: "Elsewhere",
        about: "The same message for every outlet.",
    },
    Screen {
        name: "studio-publish",
        title: "Publish",
        about: "The file, the snippet, and what is made of it.",
    },
];

/// Takes them, where the studio speaks the language.
pub async fn take_all(camera: &Camera<'_>, language: &Language) -> Result<()> {
    if !speaks(language) {
        return Ok(());
    }
    let visitor = camera.visitor;
    let address = format!("/studio/index.html?locale={}", language.tag);
    visitor.goes_to(&address).await?;
    shows(camera, "[data-ready='service-crisis']").await?;
    camera.takes("studio-start").await?;
    visitor
        .clicks_on_the_page("[data-ready='service-crisis']")
        .await?;
    shows(camera, ".card textarea").await?;
    for pane in PANES {
        visitor
            .clicks_on_the_page(&format!("nav [data-pane='{pane}']"))
            .await?;
        shows(camera, &format!(".desk[data-pane='{pane}']")).await?;
        if pane == "questions" {
            let unfold =
                "const way = document.querySelector('[data-list=routes][data-place=\"1\"]');
                way.querySelector('details').open = true;
                way.scrollIntoView();
                scrollBy(0, -140)";
            visitor.finds_out(unfold, Vec::new()).await?;
        }
        if pane == "rehearse" {
            let tonight = "document.querySelector('.picks button:nth-of-type(2)')?.click()";
            visitor.finds_out(tonight, Vec::new()).await?;
            shows(camera, "[data-week]").await?;
        }
        camera.takes(&format!("studio-{pane}")).await?;
    }
    Ok(())
}

/// Waits until something is on the page.
async fn shows(camera: &Camera<'_>, selector: &str) -> Result<()> {
    let there = "return document.querySelector(arguments[0])?.checkVisibility()";
    let visitor = camera.visitor;
    visitor
        .waits_for(selector, there, vec![selector.into()])
        .await?;
    Ok(())
}

fn speaks(language: &Language) -> bool {
    ["en", "ja", "hi"].contains(&language.tag)
}

/// Writes their page, and gives the number of the pictures and of their bytes.
pub fn write_page(folder: &Path, languages: Vec<Language>) -> Result<(usize, u64)> {
    let languages: Vec<Language> = languages.into_iter().filter(speaks).collect();
    let about = "The [studio](../studio.md), with the playbook of the [gallery](README.md): on a phone of 360 by 740 pixels, and \
        on a desk of 1280 by 800, at half the size.";
    page::write(
        folder,
        "studio.md",
        "Gallery of the studio",
        about,
        SCREENS,
        &languages,
    )
    .context("the studio's page")
}
