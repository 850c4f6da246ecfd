//! The panes, and on which of them a place can be changed.

use leeward_document::{Path, Step};

use super::Work;
use crate::{channels, fields};

/// What the work area shows. On a phone the preview is one of them; elsewhere it stands beside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The words, to be written.
    #[default]
    Words,
    /// Ways to reach the company, and when somebody is there.
    Channels,
    /// What is asked, who goes where, and what is said beside it.
    Questions,
    /// Languages, look, and how the help stands on the page.
    Settings,
    /// What a visitor sees.
    Preview,
    /// Another visitor at another moment, and everything that can happen then.
    Rehearse,
    /// What must and what should be fixed.
    Checks,
    /// What works right now.
    Live,
    /// Texts for everywhere else.
    Outlets,
    /// The file, the snippet, what changed.
    Publish,
}

impl Pane {
    /// In the order of the bar.
    pub const ALL: [Self; 10] = [
        Self::Words,
        Self::Channels,
        Self::Questions,
        Self::Settings,
        Self::Preview,
        Self::Rehearse,
        Self::Checks,
        Self::Live,
        Self::Outlets,
        Self::Publish,
    ];

    /// Its name in the page. What its tab says is the studio's word `bar_` with this name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Channels => "channels",
            Self::Questions => "questions",
            Self::Settings => "settings",
            Self::Preview => "preview",
            Self::Rehearse => "rehearse",
            Self::Checks => "checks",
            Self::Live => "live",
            Self::Outlets => "outlets",
            Self::Publish => "publish",
        }
    }
}

impl Work {
    /// The pane on which a place can be changed, and the field to go to there.
    pub fn way_to(&self, path: &Path) -> Option<(Pane, Path)> {
        const SET: [&str; 5] = ["locales", "theme", "display", "status", "exit"];
        let first = path.steps().first();
        if let Some(field) = channels::nearest(self.document().tree(), path) {
            return Some((Pane::Channels, field));
        }
        if first
            .is_some_and(|step| matches!(step, Step::Name(name) if SET.contains(&name.as_str())))
        {
            return Some((Pane::Settings, path.clone()));
        }
        let field = fields::nearest(&self.groups, path)?;
        Some((pane_of(path), field))
    }
}

/// Where something can be changed: words among the words, everything else where things are put together.
fn pane_of(path: &Path) -> Pane {
    const BUILT: [&str; 13] = [
        "ask_when",
        "when",
        "show_when",
        "options",
        "type",
        "for",
        "min",
        "max",
        "max_length",
        "first",
        "second",
        "needs",
        "kind",
    ];
    let last = path.steps().iter().rev().find_map(|step| match step {
        Step::Name(name) => Some(name.as_str()),
        Step::Place(_) => None,
    });
    let is_built = path
        .steps()
        .iter()
        .any(|step| matches!(step, Step::Name(name) if name.ends_with("when")))
        || last.is_some_and(|last| BUILT.contains(&last));
    if is_built {
        Pane::Questions
    } else {
        Pane::Words
    }
}
