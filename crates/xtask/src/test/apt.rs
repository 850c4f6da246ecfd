//! Debian's and Ubuntu's packages, installed where this user may.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::command::{self, step};
use crate::workspace::Workspace;

/// A family of systems whose packages we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    Debian,
    Ubuntu,
    Other,
}

/// Which system this machine has.
pub fn here() -> System {
    system(&fs::read_to_string("/etc/os-release").unwrap_or_default())
}

/// Installs packages, with the words of `apt_get`.
pub fn install(workspace: &Workspace, apt: &[&str], packages: &[&str]) -> Result<()> {
    step(&format!(
        "Installing {} with apt-get (about a minute)",
        packages.join(", ")
    ));
    apt_run(workspace, apt, &["update", "--quiet=2"])?;
    let install = ["install", "--yes", "--quiet=2", "--no-install-recommends"];
    apt_run(workspace, apt, &[&install, packages].concat())
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
pub fn apt_get() -> Option<Vec<&'static str>> {
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
}
