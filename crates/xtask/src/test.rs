//! `cargo xtask test`: everything that has to hold before a change goes in, in stages, cheapest first.
//!
//! This file lists the stages; `stage` runs them, `browser` and `crate::servers` get what they need.

pub mod apt;
pub mod browser;
mod old;
mod scripts;
mod stage;

use anyhow::Result;

use self::stage::Stage;
use crate::command;
use crate::toolchain::TARGET;
use crate::workspace::Workspace;
use crate::{dist, install, servers, site, tidy, toolchain};

/// What to test.
#[derive(clap::Args)]
pub struct Options {
    /// Run only one part, when in a hurry.
    #[arg(long, value_name = "PART")]
    only: Option<Part>,
    /// Run everything, in real old browsers too (fetches some 290 MB from npm the first time).
    #[arg(long, conflicts_with = "only")]
    all: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Format, lints, tidy, and the tests that need no browser.
    Native,
    /// A release on real web servers.
    Release,
    /// The site in real headless browsers.
    Browser,
    /// The site in real browsers of 2021 to 2024; not a part of the default run.
    OldBrowsers,
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut stages = Vec::new();
    let wanted = |part| options.only.is_none_or(|only| only == part);
    if wanted(Part::Native) {
        toolchain::ensure_components(workspace)?;
        stages.extend(native(workspace));
    }
    if wanted(Part::Release) {
        stages.extend(on_servers(workspace));
    }
    if wanted(Part::Browser) {
        stages.extend(in_a_browser(workspace));
    }
    if options.all || options.only == Some(Part::OldBrowsers) {
        stages.extend(old::stages(workspace, options.all));
    }
    stage::run_all(stages)
}

fn native(workspace: &Workspace) -> Vec<Stage<'_>> {
    let cargo = |name, arguments: &[&str]| {
        let mut command = workspace.cargo();
        command.args(arguments);
        Stage::command(name, command)
    };
    vec![
        cargo("format", &["fmt", "--all", "--check"]),
        Stage::new("tidy", "cargo xtask tidy", || tidy::run(workspace)),
        cargo(
            "lints",
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--all-features",
                "--",
                "-D",
                "warnings",
            ],
        ),
        Stage::new(
            "WebAssembly target",
            "rustup target add wasm32-unknown-unknown",
            || toolchain::ensure_target(workspace),
        ),
        cargo(
            "lints of the widget",
            &[
                "clippy",
                "--package",
                "leeward",
                "--target",
                TARGET,
                "--",
                "-D",
                "warnings",
            ],
        ),
        cargo(
            "lints of the studio",
            &[
                "clippy",
                "--package",
                "leeward-studio",
                "--target",
                TARGET,
                "--",
                "-D",
                "warnings",
            ],
        ),
        cargo(
            "native tests",
            &[
                "test",
                "--workspace",
                "--exclude",
                "leeward-tests",
                "--exclude",
                "leeward-serving",
                "--all-features",
            ],
        ),
        // What the widget is built with: the same verdicts, without a word.
        cargo(
            "engine without advice",
            &[
                "test",
                "--package",
                "triage",
                "--features",
                "text",
                "--test",
                "check",
            ],
        ),
    ]
}

fn on_servers(workspace: &Workspace) -> Vec<Stage<'_>> {
    let again = "cargo xtask test --only release";
    let mut tests = workspace.cargo();
    tests
        .args(["test", "--package", "leeward-serving"])
        .env("LEEWARD_SERVERS", servers::folder(workspace))
        .env("LEEWARD_DIST", workspace.dist());
    vec![
        Stage::new("web servers", again, || servers::ensure(workspace)),
        Stage::new("release", again, || {
            dist::make(workspace, &workspace.dist()).map(|report| println!("\n{report}"))
        }),
        Stage::command("release on servers", tests),
    ]
}

fn in_a_browser(workspace: &Workspace) -> Vec<Stage<'_>> {
    let site = workspace.site();
    let mut tests = workspace.cargo();
    tests
        .args(["test", "--package", "leeward-tests"])
        .env(browser::CHOICE, browser::chosen())
        .env("LEEWARD_SITE", &site);
    let again = "cargo xtask test --only browser";
    vec![
        Stage::new("browsers and drivers", again, || {
            browser::ensure(workspace, &browser::chosen())
        }),
        Stage::new("npm packages", "npm --prefix tests ci", || {
            install::npm_packages(&workspace.root.join("tests"))
        }),
        Stage::command("types of the loader", browser::type_check(workspace)),
        Stage::new(
            "scripts of the loader",
            "node --test tests/node/*.test.mjs",
            || scripts::run(workspace, "tests/node"),
        ),
        Stage::new(
            "recipes",
            "node --test tests/node/recipes/*.test.mjs",
            || scripts::run(workspace, "tests/node/recipes"),
        ),
        Stage::new("site", "cargo xtask build", move || {
            site::build(workspace, &site)
        }),
        Stage::command("baseline", browser::baseline(workspace, &workspace.site())),
        Stage::command("browser tests", tests),
        Stage::new("release in a browser", again, move || {
            let site = dist::in_site(workspace)?;
            command::run(&mut browser::baseline(workspace, &site))?;
            let mut tests = workspace.cargo();
            tests
                .args(["test", "--package", "leeward-tests"])
                .env(browser::CHOICE, browser::chosen());
            command::run(tests.env("LEEWARD_SITE", site))
        }),
    ]
}
