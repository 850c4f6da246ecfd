//! The gallery: a picture of every screen, on a phone and on a desk, by day and by night, in each language, and a page
//! that shows them side by side. `cargo xtask gallery` builds the site and runs it.
//!
//! The pictures are for people: nothing is compared here. The widget is at its best or it isn't, and somebody has to look.
//!
//! | module | what it owns |
//! | --- | --- |
//! | `screens` | which screens there are, in which languages, and what is said of them |
//! | `walk` | the way of a visitor past all of them |
//! | `look` | what a page's own CSS makes of it |
//! | `studio` | the studio's start and panes |
//! | `camera` | the sizes, light and dark, and the files |
//! | `page` | the page that shows them |

mod camera;
mod look;
mod page;
mod screens;
mod studio;
mod walk;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use leeward_tests::{
    browser::{Browsers, Family},
    visitor::Visitor,
};
use tokio::runtime::{Handle, Runtime};

use self::{
    camera::{Camera, Device},
    screens::Language,
};

fn main() -> Result<()> {
    let folder = std::env::args_os().nth(1);
    let folder = PathBuf::from(folder.context("usage: gallery <folder>")?);
    let (languages, missing) = screens::languages()?;
    for tag in missing {
        println!(
            "Left out: {tag}, which {} does not speak",
            screens::PLAYBOOK
        );
    }
    empty(&folder)?;
    let runtime = Runtime::new()?;
    let handle = runtime.handle();
    // A browser for each device; both are at work at the same time.
    std::thread::scope(|scope| -> Result<()> {
        let takes = Device::ALL.map(|device| {
            let (languages, folder) = (&languages, &folder);
            scope.spawn(move || take_all(handle, device, languages, folder))
        });
        for take in takes {
            let taken = take.join();
            taken.map_err(|_| anyhow::anyhow!("a walk panicked; its message is above"))??;
        }
        Ok(())
    })?;
    let written = [
        page::write_help(&folder, &languages)?,
        look::write_page(&folder)?,
        studio::write_page(&folder, languages)?,
    ];
    let (counts, sizes): (Vec<usize>, Vec<u64>) = written.into_iter().unzip();
    let (pictures, bytes) = (counts.iter().sum::<usize>(), sizes.iter().sum::<u64>());
    println!(
        "{pictures} pictures with {} kB are in {}",
        bytes / 1000,
        folder.display()
    );
    Ok(())
}

/// Takes away the pictures of the last time: a screen may have gone.
fn empty(folder: &Path) -> Result<()> {
    let screens = screens::SCREENS.iter().chain(studio::SCREENS);
    let screens = screens.map(|screen| screen.name);
    for name in screens.chain([look::FOLDER]) {
        let screen = folder.join(name);
        if screen.exists() {
            fs::remove_dir_all(&screen)
                .with_context(|| format!("{} cannot be emptied", screen.display()))?;
        }
    }
    Ok(())
}

fn take_all(runtime: &Handle, device: Device, languages: &[Language], folder: &Path) -> Result<()> {
    let browsers = Browsers::default();
    let theirs = languages
        .iter()
        .filter(|language| language.devices.contains(&device));
    for language in theirs {
        let browser = runtime.block_on(browsers.take(Family::Chromium))?;
        let taken = runtime.block_on(async {
            let visitor = Visitor::new(browser.tab().await?).await?;
            let camera = Camera::new(&visitor, device, language.tag, folder);
            let walked = async {
                // The studio rehearses other moments itself, so it is taken as it is now.
                camera.is_set_up().await?;
                studio::take_all(&camera, language).await?;
                walk::begins(&camera, language).await?;
                if device == Device::Desktop && language.tag == "en" {
                    look::take_all(&camera).await?;
                }
                walk::past_all_screens(&camera, language).await
            };
            let walked = walked.await;
            match walked {
                Ok(()) => Ok(()),
                Err(error) => Err(error.context(visitor.describes().await)),
            }
        });
        browsers.give_back(browser);
        if let Err(error) = taken {
            runtime.block_on(browsers.end())?;
            return Err(error).with_context(|| format!("{} in {}", device.name(), language.tag));
        }
    }
    runtime.block_on(browsers.end())
}
