//! Real web servers for tests and load: Debian's nginx and Caddy, unpacked into the target folder. Installed in the
//! usual way they would start at once, and take port 80.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command::{self, step};
use crate::workspace::Workspace;

/// On Debian and on Ubuntu.
const PACKAGES: [&str; 3] = ["nginx", "libnginx-mod-http-brotli-static", "caddy"];

/// What the packages have for us, and how each program tells its version.
const PROGRAMS: [(&str, &str); 2] = [("usr/sbin/nginx", "-v"), ("usr/bin/caddy", "version")];

/// The folder in which they lie.
pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.tools().join("servers")
}

/// Gets the servers when they are missing.
pub fn ensure(workspace: &Workspace) -> Result<()> {
    let folder = folder(workspace);
    if run_in(&folder) {
        return Ok(());
    }
    step("Unpacking Debian's nginx and Caddy into the target folder (some seconds)");
    let downloads = workspace.tools().join("downloads");
    fs::create_dir_all(&downloads)
        .with_context(|| format!("{} cannot be made", downloads.display()))?;
    download(&downloads)?;
    for package in fs::read_dir(&downloads)? {
        let mut unpack = Command::new("dpkg-deb");
        command::run(unpack.arg("--extract").arg(package?.path()).arg(&folder))?;
    }
    fs::remove_dir_all(&downloads)?;
    ensure!(
        run_in(&folder),
        "nginx and Caddy were unpacked, and don't start; `apt-get install nginx caddy` installs the libraries they need"
    );
    Ok(())
}

/// Anybody may download packages; the list of what there is may be missing or old, and only root may get a new one.
fn download(into: &Path) -> Result<()> {
    ensure!(
        command::exists("apt-get"),
        "nginx and Caddy are taken from Debian's packages, which this system hasn't; \
         run this on Debian or Ubuntu, or in a container of theirs"
    );
    for apt in [&["apt-get"][..], &["sudo", "-n", "apt-get"]] {
        let mut update = Command::new(apt[0]);
        if command::status(update.args(&apt[1..]).args(["update", "--quiet=2"]))
            .is_ok_and(|status| status.success())
        {
            break;
        }
    }
    let mut download = Command::new("apt-get");
    download.current_dir(into).args(["download", "--quiet=2"]);
    // As root, apt would become another user, who may not write here.
    download.args(["--option", "APT::Sandbox::User=root"]);
    command::run(download.args(PACKAGES))
}

fn run_in(folder: &Path) -> bool {
    PROGRAMS.iter().all(|(program, version)| {
        let output = Command::new(folder.join(program)).arg(version).output();
        output.is_ok_and(|output| output.status.success())
    })
}
