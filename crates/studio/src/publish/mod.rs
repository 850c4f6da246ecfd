//! Publishing and opening: what is made of a playbook, where it goes, and from where it comes.
//!
//! | module | what it owns |
//! | --- | --- |
//! | [`share`] | a draft as a link |
//! | [`versions`] | which earlier versions of a draft are worth their room |
//! | [`papers`] | the contact page, the contact data, the guide |
//! | [`update`] | what happens to the state |

pub mod papers;
pub mod share;
mod update;
pub mod versions;

use leeward_document::Document;
use leeward_pages::Names;
use triage::{Playbook, hours::Date};

use share::Unusable;

/// What the page around the studio knows and can do.
pub trait Around: Names {
    /// The day, by the author's clock.
    fn today(&self) -> Date;
    /// A moment in words, in a language: the time, and the day where that isn't today. In milliseconds.
    fn moment(&self, locale: &str, moment: i64) -> String;
    /// Whether the browser lets files be written in their place.
    fn keeps_files(&self) -> bool;
}

/// What a text is brought for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To work on it.
    Open,
    /// To compare with it.
    Compare,
}

/// What can happen while something is published or opened.
#[derive(Clone, Debug)]
pub enum Event {
    /// An address on the same site was given.
    Addressed(String, Purpose),
    /// The studio was opened by a link that carries a draft: its name, its text, and now in milliseconds.
    Arrived(Result<(String, String), Unusable>, i64),
    /// A link that carries the draft is wanted.
    LinkWanted,
    /// The link, for a text.
    LinkMade(String, String),
    /// The link is to be copied.
    LinkCopied,
    /// A file to compare with was picked.
    ComparisonPicked(web_sys::File),
    /// What is compared with: its name, and its text.
    Compared(String, String),
    /// Compare with what the author began with again.
    ComparisonDropped,
    /// The address of the organisation's website was written.
    SiteWritten(String),
    /// The contact page is wanted.
    PageWanted,
    /// The contact data is wanted.
    DataCopied(String),
    /// The guide is to be shown in a language, or not any more.
    GuideTurned(Option<String>),
    /// The guide is wanted in another language.
    GuideSpoken(String),
    /// What is shown is wanted on paper.
    Printed,
    /// A file that can be written in its place is to be picked.
    PickedInPlace,
    /// The file of a work, by its id, can be written in its place: its name.
    Placed(i64, String),
    /// The file is to be written in its place.
    SavedInPlace,
    /// By keyboard: in its place where it has one, else among the downloads.
    Saved,
    /// The earlier versions that the browser keeps of a draft, by its id: their moments.
    VersionsKnown(i64, Vec<i64>),
    /// Back to how it was at a moment.
    WentBack(i64),
    /// That version's text.
    VersionRead(String),
}

/// What the shell is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Bring the text of an address on the same site.
    Fetch(String, Purpose),
    /// Read a file, to compare with it.
    Compare(web_sys::File),
    /// Make a link of a name and a text.
    Link(String, String),
    /// Give the contact page of a playbook to the browser; the organisation's website, where it is known.
    Page(Box<Playbook>, Option<String>),
    /// Print what is shown.
    Print,
    /// Have a file picked that can be written in its place.
    Pick,
    /// Write a work's file in its place: the work's id, the name, the text.
    Write(i64, String, String),
    /// Tell the versions of a draft.
    Versions(i64),
    /// Keep a version of a draft: its id, the moment, the text.
    Keep(i64, i64, String),
    /// Read a version.
    Read(i64, i64),
}

/// What the author is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The link carries nothing that could be read.
    Unusable(Unusable),
    /// An address isn't one of this site.
    Elsewhere(String),
    /// At an address is a page, or nothing.
    NoPlaybook(String),
    /// What should be compared with is no JSON.
    NotComparable(String),
    /// The file was written.
    Written(String),
    /// The file couldn't be written.
    NotWritten(String),
    /// Somebody else has written the file since it was opened.
    Overtaken(String),
}

/// What belongs to publishing while a document is at work.
#[derive(Clone, Debug, Default)]
pub struct Publishing {
    /// The link, and the text that it carries.
    pub link: Option<(String, String)>,
    /// What is compared with, in the place of what the author began with.
    pub compared: Option<(String, Document)>,
    /// The address of the organisation's website, as it was typed.
    pub site: String,
    /// The language of the guide, while it is shown.
    pub guide: Option<String>,
    /// The name of the file that can be written in its place.
    pub placed: Option<String>,
    /// The moments of the earlier versions, the newest first.
    pub versions: Vec<i64>,
}

impl Publishing {
    /// The address of the organisation's website, where it is one.
    pub fn site(&self) -> Option<&str> {
        let site = self.site.trim();
        triage::link::check_link(site).is_ok().then_some(site)
    }
}
