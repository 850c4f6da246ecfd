//! What the browser tests need and cargo cannot give: a browser with its driver, Node, and the npm packages.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail, ensure};

use crate::command::{self, step};
use crate::workspace::Workspace;

/// Something that has to be on this machine, under one of several names.
struct Need {
    programs: &'static [&'static str],
    /// Its packages on Debian, and on Ubuntu where they are called differently.
    debian: &'static str,
    ubuntu: &'static str,
}

const NEEDS: &[Need] = &[
    Need {
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
        programs: &["chromedriver"],
        debian: "chromium-driver",
        ubuntu: "chromium-chromedriver",
    },
    Need {
        programs: &["node"],
        debian: "nodejs",
        ubuntu: "nodejs",
    },
    Need {
        programs: &["npm"],
        debian: "npm",
        ubuntu: "npm",
    },
];

/// A family of systems whose packages we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum System {
    Debian,
    Ubuntu,
    Other,
}

/// Installs what is missing, where we know how; elsewhere says what to install.
pub fn ensure(workspace: &Workspace) -> Result<()> {
    let system = system(&fs::read_to_string("/etc/os-release").unwrap_or_default());
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !need.is_met()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let apt = match apt_get() {
        Some(apt) if system != System::Other => apt,
        _ => bail!("{}", what_to_install(&missing)),
    };
    let packages: Vec<&str> = missing.iter().map(|need| need.package(system)).collect();
    step(&format!(
        "Installing {} with apt-get (about a minute)",
        packages.join(", ")
    ));
    apt_run(workspace, &apt, &["update", "--quiet=2"])?;
    apt_run(
        workspace,
        &apt,
        &[
            &["install", "--yes", "--quiet=2", "--no-install-recommends"],
            &packages[..],
        ]
        .concat(),
    )?;
    let missing: Vec<&Need> = missing.into_iter().filter(|need| !need.is_met()).collect();
    ensure!(
        missing.is_empty(),
        "apt-get installed its packages, and still {}",
        what_to_install(&missing)
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

impl Need {
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

/// Reads the name of the system from the text of /etc/os-release.
fn system(os_release: &str) -> System {
    let value = |key: &str| {
        let line = os_release
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    let names = format!("{} {}", value("ID"), value("ID_LIKE"));
    let is = |name: &str| names.split_whitespace().any(|word| word == name);
    match () {
        () if is("ubuntu") => System::Ubuntu,
        () if is("debian") => System::Debian,
        () => System::Other,
    }
}

/// How this user may run apt-get: directly, through sudo without a password, or not at all.
fn apt_get() -> Option<Vec<&'static str>> {
    let can = |words: &[&str]| {
        let (program, arguments) = words.split_first()?;
        let output = Command::new(program).args(arguments).output().ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    can(&["apt-get", "--version"])?;
    let quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    if can(&["id", "-u"])? == "0" {
        return Some(quiet.to_vec());
    }
    can(&["sudo", "-n", "true"])?;
    Some([&["sudo", "-n"], &quiet[..]].concat())
}

fn apt_run(workspace: &Workspace, apt: &[&str], arguments: &[&str]) -> Result<()> {
    let words = [apt, arguments].concat();
    command::run(workspace.program(words[0]).args(&words[1..]))
}

fn what_to_install(missing: &[&Need]) -> String {
    let names: Vec<&str> = missing.iter().map(|need| need.programs[0]).collect();
    format!(
        "these programs are missing: {}; install them with your system's packages (Node 20 or later, \
         and a chromedriver of the browser's version), then run `cargo xtask test --only browser`",
        names.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_told_apart_by_their_name_and_their_family() {
        assert_eq!(system("ID=debian\nVERSION_ID=\"12\"\n"), System::Debian);
        assert_eq!(
            system("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"),
            System::Ubuntu
        );
        assert_eq!(
            system("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"),
            System::Ubuntu
        );
        assert_eq!(system("ID=fedora\n"), System::Other);
        assert_eq!(system(""), System::Other);
    }

    #[test]
    fn a_missing_browser_is_told_by_name_with_the_way_on() {
        let told = what_to_install(&[&NEEDS[0], &NEEDS[1]]);
        assert!(
            told.contains("chromium, chromedriver;") && told.contains("--only browser"),
            "{told}"
        );
    }
}
