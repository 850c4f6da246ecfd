//! Makes what is compiled, widget, checker, QR codes and studio: of each the code, and the JavaScript glue that wasm-bindgen writes for it.
//! How the code is compiled stands in `compile`, how the glue is shortened in `glue`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::command::step;
use crate::glue::{self, Names};
use crate::workspace::Workspace;
use crate::{compile, toolchain};

/// Writes `widget.js` and `widget_bg.wasm` into the folder, and the same for `checker` and `qr`.
pub fn build(workspace: &Workspace, into: &Path) -> Result<()> {
    step("Compiling the widget (a minute or two the first time, then only what changed)");
    make(workspace, "leeward", "widget", into)?;
    step("Compiling the checker (some seconds)");
    make(workspace, "leeward-checker", "checker", into)?;
    make(workspace, "leeward-qr", "qr", into)
}

/// Writes `studio.js` and `studio_bg.wasm` into the folder.
pub fn build_studio(workspace: &Workspace, into: &Path) -> Result<()> {
    step("Compiling the studio (a minute the first time, then only what changed)");
    make(workspace, "leeward-studio", "studio", into)
}

/// Makes a package's code and glue under a name.
pub fn make(workspace: &Workspace, package: &str, name: &str, into: &Path) -> Result<()> {
    same_bindgen(workspace)?;
    toolchain::ensure_target(workspace)?;
    bindgen(&compile::run(workspace, package)?, name, into)
}

/// wasm-bindgen's macro and its command-line half speak a private format that changes with each version.
fn same_bindgen(workspace: &Workspace) -> Result<()> {
    let path = workspace.root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).context("Cargo.lock cannot be read")?;
    compare_bindgen(
        locked(&lock, "wasm-bindgen"),
        locked(&lock, "wasm-bindgen-cli-support"),
    )
}

fn compare_bindgen(widget: Option<&str>, tool: Option<&str>) -> Result<()> {
    ensure!(
        widget.is_some() && widget == tool,
        "wasm-bindgen is {} in Cargo.lock but wasm-bindgen-cli-support is {}; \
         give both the same version, in Cargo.toml and in crates/xtask/Cargo.toml",
        widget.unwrap_or("missing"),
        tool.unwrap_or("missing"),
    );
    Ok(())
}

/// The version of a package in the text of a Cargo.lock.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

fn bindgen(wasm: &Path, name: &str, into: &Path) -> Result<()> {
    let mut output = Bindgen::new()
        .input_path(wasm)
        .out_name(name)
        // The glue that bundlers get doesn't load the wasm, which the safe layer does anyway.
        .bundler(true)?
        .browser(true)?
        .typescript(false)
        // Every browser that has modal dialogs has it.
        .encode_into(EncodeInto::Always)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen could not make the glue of the {name}"))?;
    let file = |ending: &str| into.join(format!("{name}{ending}"));
    let wasm = output.wasm_mut();
    // A list of what the compiler was allowed to use. Browsers see what it did use.
    wasm.customs.remove_raw("target_features");
    let imported = wasm.imports.iter_mut().map(|import| &mut import.name);
    let exported = wasm.exports.iter_mut().map(|export| &mut export.name);
    let mut names = Names::default();
    for name in imported.chain(exported) {
        *name = names.shorten(name);
    }
    let glue = output.start().context("wasm-bindgen made no glue")?;
    fs::write(file(".js"), glue::shorten(glue, &names)?).context("the glue cannot be written")?;
    fs::write(file("_bg.wasm"), output.wasm_mut().emit_wasm())
        .context("the WebAssembly cannot be written")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"…\"

[[package]]
name = \"wasm-bindgen-cli-support\"
version = \"0.2.129\"
";

    #[test]
    fn versions_are_read_from_the_lock_file() {
        assert_eq!(locked(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(LOCK, "wasm-bindgen-cli-support"), Some("0.2.129"));
        assert_eq!(locked(LOCK, "wasm"), None);
    }

    #[test]
    fn two_versions_of_wasm_bindgen_are_refused_with_both_named() {
        assert!(compare_bindgen(Some("0.2.130"), Some("0.2.130")).is_ok());
        let told = compare_bindgen(Some("0.2.130"), Some("0.2.129"))
            .unwrap_err()
            .to_string();
        assert!(
            told.contains("0.2.130")
                && told.contains("0.2.129")
                && told.contains("crates/xtask/Cargo.toml"),
            "{told}"
        );
        assert!(compare_bindgen(None, None).is_err());
    }
}
