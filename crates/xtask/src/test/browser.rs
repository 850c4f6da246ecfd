//! What the browser tests need and cargo cannot give: the browsers with their drivers, Node, and the npm packages.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail, ensure};

use super::apt::{self, System};
use crate::command;
use crate::install::{self, Tool};
use crate::workspace::Workspace;

/// The variable in which the tests read which browsers to use: names, separated by commas.
pub const CHOICE: &str = "LEEWARD_BROWSER";

/// The browsers that are used unless somebody chooses.
const ALL: &str = "chromium,firefox";

/// Firefox's driver. No system of ours has a package of it.
const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    features: &[],
    takes: "about three minutes",
};

/// Something that has to be on this machine, under one of several names.
struct Need {
    /// The browser whose tests need it; without one, all do.
    browser: Option<&'static str>,
    programs: &'static [&'static str],
    /// Its packages on Debian, and on Ubuntu where they are called differently.
    debian: &'static str,
    ubuntu: &'static str,
}

const NEEDS: &[Need] = &[
    Need {
        browser: Some("chromium"),
        programs: &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ],
        debian: "chromium",
        ubuntu: "chromium-browser",
    },
    Need {
        browser: Some("chromium"),
        programs: &["chromedriver"],
        debian: "chromium-driver",
        ubuntu: "chromium-chromedriver",
    },
    Need {
        browser: Some("firefox"),
        programs: &["firefox", "firefox-esr"],
        debian: "firefox-esr",
        ubuntu: "firefox",
    },
    Need {
        browser: Some("webkit"),
        programs: &["WebKitWebDriver"],
        debian: "webkit2gtk-driver",
        ubuntu: "webkit2gtk-driver",
    },
    Need {
        browser: Some("webkit"),
        programs: &["Xvfb"],
        debian: "xvfb",
        ubuntu: "xvfb",
    },
    Need {
        browser: None,
        programs: &["node"],
        debian: "nodejs",
        ubuntu: "nodejs",
    },
    Need {
        browser: None,
        programs: &["npm"],
        debian: "npm",
        ubuntu: "npm",
    },
];

/// The browsers of this run.
pub fn chosen() -> String {
    std::env::var(CHOICE).unwrap_or_else(|_| ALL.to_owned())
}

/// Installs what is missing for some browsers, where we know how; elsewhere says what to install.
pub fn ensure(workspace: &Workspace, chosen: &str) -> Result<()> {
    ensure_packages(workspace, chosen)?;
    if names(chosen, "firefox") {
        install::ensure(workspace, &GECKODRIVER)?;
    }
    Ok(())
}

fn ensure_packages(workspace: &Workspace, chosen: &str) -> Result<()> {
    let missing = || -> Vec<&Need> {
        let needs = NEEDS.iter();
        needs
            .filter(|need| need.is_of(chosen) && !need.is_met())
            .collect()
    };
    let before = missing();
    if before.is_empty() {
        return Ok(());
    }
    let system = apt::here();
    let apt = match apt::apt_get() {
        Some(apt) if system != System::Other => apt,
        _ => bail!("{}", what_to_install(&before)),
    };
    let packages: Vec<&str> = before.iter().map(|need| need.package(system)).collect();
    apt::install(workspace, &apt, &packages)?;
    let after = missing();
    ensure!(
        after.is_empty(),
        "apt-get installed its packages, and still {}",
        what_to_install(&after)
    );
    Ok(())
}

/// The compiler of TypeScript over the JSDoc of the safe layer, and over what sites may write.
pub fn type_check(workspace: &Workspace) -> Command {
    let mut compiler = Command::new("node");
    compiler.current_dir(&workspace.root).args([
        "tests/node_modules/typescript/bin/tsc",
        "--project",
        "loader",
    ]);
    compiler
}

/// Whether what browsers get of a site is within the baseline that docs/embed.md promises.
pub fn baseline(workspace: &Workspace, site: &Path) -> Command {
    let mut scan = Command::new("node");
    scan.current_dir(&workspace.root)
        .args(["--test", "tests/baseline/baseline.test.mjs"])
        .env("LEEWARD_SITE", site);
    scan
}

impl Need {
    fn is_of(&self, chosen: &str) -> bool {
        self.browser.is_none_or(|browser| names(chosen, browser))
    }

    fn is_met(&self) -> bool {
        self.programs.iter().any(|program| command::exists(program))
    }

    fn package(&self, system: System) -> &'static str {
        if system == System::Ubuntu {
            self.ubuntu
        } else {
            self.debian
        }
    }
}

/// Whether a choice names a browser.
fn names(chosen: &str, browser: &str) -> bool {
    chosen.split(',').any(|name| name.trim() == browser)
}

fn what_to_install(missing: &[&Need]) -> String {
    let names: Vec<&str> = missing.iter().map(|need| need.programs[0]).collect();
    format!(
        "these programs are missing: {}; install them with your system's packages (Node 20 or later, \
         and a chromedriver of the browser's version), or leave a browser out with `{CHOICE}=chromium`, \
         then run `cargo xtask test --only browser`",
        names.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_browser_is_told_by_name_with_the_way_on() {
        let told = what_to_install(&[&NEEDS[0], &NEEDS[1]]);
        assert!(
            told.contains("chromium, chromedriver;") && told.contains("--only browser"),
            "{told}"
        );
    }

    #[test]
    fn only_what_the_chosen_browsers_need_is_asked_for() {
        let programs = |chosen: &str| -> Vec<&str> {
            let needs = NEEDS.iter().filter(|need| need.is_of(chosen));
            needs.map(|need| need.programs[0]).collect()
        };
        assert_eq!(programs("firefox"), ["firefox", "node", "npm"]);
        assert_eq!(
            programs("chromium, firefox"),
            ["chromium", "chromedriver", "firefox", "node", "npm"]
        );
    }
}
