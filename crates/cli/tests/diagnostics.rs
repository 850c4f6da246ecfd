//! Every diagnostic as people meet it: broken playbooks with the slips that marketers make, and what is said of each.
//! After a change of words, `INSTA_UPDATE=always cargo test -p leeward-cli --test diagnostics` writes the snapshots.

mod common;

use std::{collections::BTreeSet, fs, io};

use common::{NOW, json, root, told};
use triage::Code;

const FOLDER: &str = "crates/cli/tests/broken";

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
fn the_broken_playbooks_have_a_problem_of_each_code() -> io::Result<()> {
    let mut found = BTreeSet::new();
    for file in broken()? {
        let report = json(&["check", &file, "--at", NOW, "--format", "json"])?;
        let problems = report["files"][0]["problems"].as_array().cloned();
        for problem in problems.unwrap_or_default() {
            found.extend(problem["code"].as_str().map(str::to_owned));
        }
    }
    let all = Code::ALL.iter().map(|code| code.as_str().to_owned());
    let missing: Vec<String> = all.filter(|code| !found.contains(code)).collect();
    assert_eq!(
        missing,
        Vec::<String>::new(),
        "add these slips to a file in {FOLDER}"
    );
    Ok(())
}
