//! `leeward check`, as somebody at a terminal or a CI meets it.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

/// Runs `leeward check` from the project's root, with a text on its standard input.
fn check(arguments: &[&str], input: &str) -> std::io::Result<Output> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut child = Command::new(env!("CARGO_BIN_EXE_leeward"))
        .arg("check")
        .args(arguments)
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // A command that reads only files closes its input early.
        let _ = stdin.write_all(input.as_bytes());
    }
    child.wait_with_output()
}

#[test]
fn a_sound_playbook_may_be_published() -> std::io::Result<()> {
    let output = check(&["playbooks/outage.json"], "")?;
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(
        told,
        "playbooks/outage.json: may be published (0 errors, 0 warnings)\n"
    );
    assert_eq!(output.status.code(), Some(0));
    Ok(())
}

#[test]
fn a_slip_is_shown_with_its_line_its_code_and_its_cure() -> std::io::Result<()> {
    let text = "{\n  \"version\": 1,\n  \"lokales\": [\"en\"]\n}\n";
    let output = check(&["-"], text)?;
    let told = String::from_utf8_lossy(&output.stdout);
    for part in [
        "error[unknown_field]: lokales: there is no field \"lokales\" here; did you mean \"locales\"?",
        "3 |   \"lokales\": [\"en\"]",
        "error[missing_field]: add the field \"locales\"",
        "-: must not be published yet (6 errors, 0 warnings)",
    ] {
        assert!(told.contains(part), "{part}\nis not in\n{told}");
    }
    assert_eq!(output.status.code(), Some(1));
    Ok(())
}

#[test]
fn a_file_that_is_not_there_is_named() -> std::io::Result<()> {
    let output = check(&["playbooks/nowhere.json"], "")?;
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.starts_with("playbooks/nowhere.json: can't be read: "),
        "{told}"
    );
    assert_eq!(output.status.code(), Some(2));
    Ok(())
}
