//! The page that shows the pictures, a table for each screen.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context as _, Result};

use crate::{
    camera::{Device, SCHEMES, file},
    screens::{Language, MOMENT, PLAYBOOK, SCREENS, Screen},
};

/// The page of the help itself.
pub fn write_help(folder: &Path, languages: &[Language]) -> Result<(usize, u64)> {
    let about = format!(
        "Every screen of the playbook `{PLAYBOOK}` on the demo site, as Chromium shows it at {MOMENT}: on a phone of 360 by \
         740 pixels, and on a desk, where the picture is cut to the panel."
    );
    write(folder, "README.md", "Gallery", &about, SCREENS, languages)
}

/// Writes a page, and gives the number of the pictures and of their bytes. A picture that is missing is an error.
pub fn write(
    folder: &Path,
    name: &str,
    title: &str,
    about: &str,
    screens: &[Screen],
    languages: &[Language],
) -> Result<(usize, u64)> {
    let mut page =
        format!("# {title}\n\nMade by `cargo xtask gallery`; don't change it by hand. {about}\n\n");
    for screen in screens {
        let _ = writeln!(page, "- [{}](#{})", screen.title, anchor(screen.title));
    }
    let mut sizes = Vec::new();
    for screen in screens {
        let _ = write!(page, "\n## {}\n\n{}\n\n", screen.title, screen.about);
        page.push_str(&table(screen, languages));
        for (language, device, scheme) in all(languages) {
            let path = folder.join(file(screen.name, language.tag, device, scheme));
            let size = fs::metadata(&path).with_context(|| path.display().to_string())?;
            sizes.push(size.len());
        }
    }
    fs::write(folder.join(name), page)?;
    Ok((sizes.len(), sizes.iter().sum()))
}

fn all(languages: &[Language]) -> impl Iterator<Item = (&Language, Device, &'static str)> {
    languages.iter().flat_map(|language| {
        let devices = language.devices.iter();
        devices.flat_map(move |device| SCHEMES.map(|scheme| (language, *device, scheme)))
    })
}

/// A row for each language.
fn table(screen: &Screen, languages: &[Language]) -> String {
    let mut table =
        "| | phone, light | phone, dark | desktop, light | desktop, dark |\n".to_owned();
    table.push_str("| --- | --- | --- | --- | --- |\n");
    for language in languages {
        let _ = write!(table, "| {} |", language.name);
        for device in Device::ALL {
            for scheme in SCHEMES {
                table += &cell(screen, language, device, scheme);
            }
        }
        table.push('\n');
    }
    table
}

fn cell(screen: &Screen, language: &Language, device: Device, scheme: &str) -> String {
    if !language.devices.contains(&device) {
        return " |".to_owned();
    }
    let path = file(screen.name, language.tag, device, scheme);
    let alt = format!(
        "{} in {}, {}, {scheme}",
        screen.title,
        language.name,
        device.name()
    );
    format!(
        " <img src=\"{}\" alt=\"{alt}\" width=\"200\"> |",
        path.display()
    )
}

/// The address of a heading, as Markdown's readers make it.
fn anchor(title: &str) -> String {
    let kept = title
        .chars()
        .filter(|character| character.is_alphanumeric() || *character == ' ');
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}
