//! Every diagnostic as people meet it: broken playbooks with the slips that marketers make, and what is said of each.
//! After a change of words, `INSTA_UPDATE=always cargo test -p leeward-cli --test diagnostics` writes the snapshots.

mod common;

use std::{collections::BTreeSet, fs, io};

use common::{NOW, json, root, told};
use triage::Code;

const FOLDER: &str = "crates/cli/tests/broken";

/// A playbook with the summary of a status page, of which only some components go by its names.
const STATUS_PAGE: [&str; 4] = [
    "check",
    "tests/feeds/playbook.json",
    "--status",
    "tests/feeds/huobi.json",
];

/// The broken playbooks, as paths from the root, in order.
fn broken() -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join(FOLDER))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.push(format!("{FOLDER}/{name}"));
    }
    names.sort();
    Ok(names)
}

#[test]
fn each_broken_playbook_is_explained_in_these_words() -> io::Result<()> {
    for file in broken()? {
        let name = file.trim_start_matches(FOLDER).trim_matches('/');
        let name = name.trim_end_matches(".json");
        insta::assert_snapshot!(name, told(&["check", &file, "--at", NOW])?);
    }
    Ok(())
}

#[test]
fn a_status_page_is_explained_in_these_words() -> io::Result<()> {
    let arguments = [&STATUS_PAGE[..], &["--at", NOW]].concat();
    insta::assert_snapshot!("status-page", told(&arguments)?);
    Ok(())
}

#[test]
fn the_broken_playbooks_have_a_problem_of_each_code() -> io::Result<()> {
    let mut found = BTreeSet::new();
    let files = broken()?;
    let broken = files.iter().map(|file| vec!["check", file]);
    for arguments in broken.chain([STATUS_PAGE.to_vec()]) {
        let arguments = [&arguments[..], &["--at", NOW, "--format", "json"]].concat();
        let report = json(&arguments)?;
        for file in report["files"].as_array().into_iter().flatten() {
            let problems = file["problems"].as_array().into_iter().flatten();
            found.extend(problems.filter_map(|it| it["code"].as_str().map(str::to_owned)));
        }
    }
    // It takes a flow that is larger than anybody writes; crates/triage/tests/analysis.rs has some.
    let all = Code::ALL.iter().filter(|code| **code != Code::NotProven);
    let all = all.map(|code| code.as_str().to_owned());
    let missing: Vec<String> = all.filter(|code| !found.contains(code)).collect();
    assert_eq!(
        missing,
        Vec::<String>::new(),
        "add these slips to a file in {FOLDER}"
    );
    Ok(())
}
