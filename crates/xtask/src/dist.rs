//! `cargo xtask dist`: the folder that is put on a server.
//!
//! This file says what lies where in it. How a release gets its integrity values stands in `fill` and its name in
//! `release`, licences come from `licences`, what is for people from `papers`, the marketers'
//! page from `studio`, and the proof that anybody gets the
//! same bytes from `again`.

mod again;
mod fill;
mod licences;
mod papers;
mod release;
mod studio;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use self::release::Release;
use crate::command::step;
use crate::shrink::Shrinker;
use crate::workspace::Workspace;
use crate::{compress, site, size, toolchain};

/// Where to put it, and whether to prove it.
#[derive(clap::Args)]
pub struct Options {
    /// The folder to fill [default: dist].
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// Build the last commit once more, from an empty clone, and compare every byte.
    #[arg(long)]
    verify: bool,
}

/// The file by which a folder of ours is known, and by which machines know what is in it.
const LIST: &str = "integrity.json";

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let into = options
        .into
        .clone()
        .unwrap_or_else(|| workspace.root.join("dist"));
    print!("\n{}", make(workspace, &into)?);
    println!("\nThe release is in {}", into.display());
    if options.verify {
        again::verify(workspace, &into)?;
    }
    Ok(())
}

/// Makes the whole folder, and tells what visitors will download.
pub fn make(workspace: &Workspace, into: &Path) -> Result<size::Report> {
    let into = std::path::absolute(into)?;
    is_ours(&into)?;
    let (release, site) = release(workspace)?;
    empty(&into)?;
    for (name, content) in release.served() {
        write_encoded(&into.join(name), content)?;
    }
    for (name, content) in studio::files(&site)? {
        write_encoded(&into.join(name), &content)?;
    }
    for (name, text) in papers::write(workspace, &release)? {
        write(&into.join(name), text.as_bytes())?;
    }
    let report = size::report(&into.join(&release.folder), &site.join("playbooks"))?;
    write(&into.join("size.txt"), report.to_string().as_bytes())?;
    Ok(report)
}

/// Puts a release in the place of the loader in a whole site, and gives the site's folder.
pub fn in_site(workspace: &Workspace) -> Result<PathBuf> {
    let (release, site) = release(workspace)?;
    let leeward = site.join("leeward");
    empty(&leeward)?;
    for (name, content) in release.served() {
        write(&leeward.join(name), content)?;
    }
    Ok(site)
}

/// A release, and the site of which it is made.
fn release(workspace: &Workspace) -> Result<(Release, PathBuf)> {
    ensure!(
        toolchain::ensure_std_source(workspace)?,
        "a release is built with the standard library's source, which could not be had (see above)"
    );
    // Afresh, as nothing may get into a release that is left of an older build.
    let site = workspace.target.join("leeward").join("release");
    empty(&site)?;
    site::build(workspace, &site)?;
    let shrinker = Shrinker::ready(workspace)?;
    step("Making the release (some seconds)");
    let sheet = site.join("leeward/widget.css");
    write(&sheet, &shrinker.sheet(&fs::read(&sheet)?)?)?;
    // Every visitor waits for this one; the others are for few.
    let module = site.join("leeward/widget_bg.wasm");
    write(&module, &shrinker.module(&fs::read(&module)?)?)?;
    let shorten = |script: &[u8]| shrinker.script(script);
    let release = Release::from_site(&site.join("leeward"), shorten, |files| {
        let types = fs::read(workspace.root.join("loader/leeward.d.ts"));
        files.insert(
            "leeward.d.ts".into(),
            types.context("loader/leeward.d.ts cannot be read")?,
        );
        files.insert(
            "LICENSES.txt".into(),
            licences::gather(workspace)?.into_bytes(),
        );
        Ok(())
    })?;
    Ok((release, site))
}

/// Whoever names the wrong folder must not lose what is in it.
fn is_ours(folder: &Path) -> Result<()> {
    let is_empty = fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    ensure!(
        is_empty || folder.join(LIST).is_file(),
        "{} has other files, which would be lost; name an empty folder with --into, or remove it",
        folder.display()
    );
    Ok(())
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    Ok(())
}

/// A file, and beside it what it becomes by each encoding, where that is less.
fn write_encoded(path: &Path, content: &[u8]) -> Result<()> {
    write(path, content)?;
    for (ending, encoded) in [
        ("br", compress::brotli(content)?),
        ("gz", compress::gzip(content)?),
    ] {
        if encoded.len() < content.len() {
            write(&path.with_added_extension(ending), &encoded)?;
        }
    }
    Ok(())
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_folder_of_ours_is_emptied() {
        let folder =
            std::env::temp_dir().join(format!("leeward-xtask-{}-into", std::process::id()));
        assert!(is_ours(&folder).is_ok(), "a folder that is not there yet");
        write(&folder.join("thesis.txt"), b"").unwrap();
        let told = is_ours(&folder).unwrap_err().to_string();
        write(&folder.join(LIST), b"{}").unwrap();
        let ours = is_ours(&folder);
        fs::remove_dir_all(&folder).unwrap();
        assert!(told.contains("has other files"), "{told}");
        assert!(ours.is_ok());
    }
}
