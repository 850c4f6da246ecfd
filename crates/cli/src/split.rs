//! `leeward split`: a playbook as one file a language, so that visitors download the words that they read and no others.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use jiff::Timestamp;
use triage::source::{self, Node, Value};

use crate::{load, plain};

/// What to split, and where to put the files.
#[derive(Args)]
pub struct Split {
    /// The playbook.
    file: PathBuf,
    /// The folder for the files: of `help.json` come `help.json` in its first language, `help.ja.json` and so on.
    #[arg(long, value_name = "FOLDER")]
    into: PathBuf,
}

/// Writes the files.
pub fn run(arguments: &Split) -> Result<(), String> {
    let Split { file, into } = arguments;
    let source = sound(file)?;
    fs::create_dir_all(into)
        .map_err(|error| format!("{}: can't be made: {error}", plain::name(into)))?;
    if is_in(file, into) {
        return Err(format!(
            "{}: the playbook itself would be written over; name another folder with --into",
            plain::name(into)
        ));
    }
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    for (name, playbook) in triage::split(&source, &name) {
        let path = into.join(name);
        fs::write(&path, playbook.to_string())
            .map_err(|error| format!("{}: can't be written: {error}", plain::name(&path)))?;
        tell!("wrote {}", plain::name(&path));
    }
    Ok(())
}

fn is_in(file: &Path, folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    real(file).is_some_and(|file| file.parent() == real(folder).as_deref())
}

/// A playbook with a mistake is not for publishing.
fn sound(file: &Path) -> Result<Node, String> {
    let name = plain::name(file);
    let loaded = load::load(file, Timestamp::now())
        .map_err(|error| format!("{name}: can't be read: {error}"))?;
    let source = match (loaded.errors(), source::parse(&loaded.text)) {
        (0, Ok(source)) => source,
        (errors, _) => {
            return Err(format!(
                "{name}: has {errors} errors; see them with: leeward check {name}"
            ));
        }
    };
    let version = source.entry("version").map(|version| &version.value);
    if version == Some(&Value::Whole(1)) {
        Ok(source)
    } else {
        Err(format!(
            "{name}: is of an older version; write 1, and \"channels\" instead of \"lines\""
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::{Split, run};

    #[test]
    fn there_is_a_file_a_language_and_the_playbook_itself_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("help.json");
        let text = include_str!("../../../playbooks/outage.json");
        std::fs::write(&file, text).unwrap();
        let split = |into| {
            run(&Split {
                file: file.clone(),
                into,
            })
        };
        let refused = split(folder.path().to_owned());
        assert!(refused.unwrap_err().contains("would be written over"));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);

        let into = folder.path().join("public");
        split(into.clone()).unwrap();
        for name in ["help.json", "help.ja.json", "help.hi.json"] {
            assert!(into.join(name).is_file(), "{name}");
        }
    }
}
