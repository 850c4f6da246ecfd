//! Texts as files, one an outlet and language. A title is the first line, and an empty line comes after it.

use std::{fs, path::Path};

use leeward_outlets::{Made, Outlet, html};

use super::Texts;
use crate::plain;

/// Writes them into a folder, which is made where there is none.
pub fn write(folder: &Path, texts: &[Texts]) -> Result<(), String> {
    fs::create_dir_all(folder)
        .map_err(|error| format!("{}: can't be made: {error}", plain::name(folder)))?;
    for texts in texts {
        let language = &texts.message.language;
        for made in &texts.made {
            let name = made.outlet.name();
            file(folder, &format!("{name}.{language}.txt"), &plain(made))?;
            if made.outlet == Outlet::Email {
                let title = made.title.as_deref().unwrap_or_default();
                let page = html(title, &made.text, &texts.message);
                file(folder, &format!("{name}.{language}.html"), &page)?;
            }
        }
    }
    Ok(())
}

fn plain(made: &Made) -> String {
    match &made.title {
        Some(title) => format!("{title}\n\n{}\n", made.text),
        None => format!("{}\n", made.text),
    }
}

fn file(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = folder.join(name);
    fs::write(&path, text)
        .map_err(|error| format!("{}: can't be written: {error}", plain::name(&path)))?;
    tell!("wrote {}", plain::name(&path));
    Ok(())
}
