//! The pages of `tests/embed/`, put on a site as they are. What must be seen on them is the business of the tests.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};

use crate::{
    site::{Reply, Site},
    visitor::Visitor,
};

/// Where the pages are.
const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/embed");

/// Frameworks and libraries that some of the pages use, where `npm ci` puts them.
const FRAMEWORKS: &[&str] = &[
    "/node_modules/bootstrap/dist/css/bootstrap.min.css",
    "/node_modules/bootstrap/dist/js/bootstrap.bundle.min.js",
    "/node_modules/focus-trap/dist/focus-trap.umd.js",
    "/node_modules/hotkeys-js/dist/hotkeys-js.js",
    "/node_modules/idiomorph/dist/idiomorph.js",
    "/node_modules/mousetrap/mousetrap.js",
    "/node_modules/tabbable/dist/index.umd.js",
    "/node_modules/tailwindcss/preflight.css",
];

/// Puts every file of a case on a site, under `/embed/<case>/`. In its text stand the two addresses
/// that a page can't know: of the site itself, and of another one.
pub fn publish(case: &str, site: &Site, elsewhere: Option<&Site>) -> Result<()> {
    for entry in fs::read_dir(Path::new(PAGES).join(case)).with_context(|| case.to_owned())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let mut text = fs::read_to_string(entry.path())?;
        text = text.replace("https://www.example.test", &site.url(""));
        if let Some(elsewhere) = elsewhere {
            text = text.replace("https://cdn.example.test", &elsewhere.url(""));
        }
        let reply = Reply::of_type(&name, text);
        site.answers(&format!("/embed/{case}/{name}"), reply);
    }
    for framework in FRAMEWORKS {
        let file = format!("{}{framework}", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{framework} is missing; run `npm --prefix tests ci`"))?;
        site.answers(framework, Reply::of_type(framework, text));
    }
    Ok(())
}

impl Visitor {
    /// Goes to a page of `tests/embed/`, such as `plain/index.html`. Its folder is put on the site first.
    pub async fn looks_at(&self, page: &str) -> Result<()> {
        let (case, _) = page.split_once('/').context("a page is case/file")?;
        publish(case, &self.site, None)?;
        self.goes_to(&format!("/embed/{page}")).await
    }

    /// Goes to a page of `tests/embed/` that uses another server too.
    pub async fn looks_at_with(&self, page: &str, elsewhere: &Site) -> Result<()> {
        let (case, _) = page.split_once('/').context("a page is case/file")?;
        publish(case, &self.site, Some(elsewhere))?;
        self.goes_to(&format!("/embed/{page}")).await
    }
}
