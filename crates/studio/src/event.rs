//! What can happen to the studio, and what the shell has to do about it.

use leeward_document::{Foreign, Operation, Path};

use crate::{
    build::Wish,
    channels,
    clocks::Zone,
    commands::Search,
    fields::Field,
    findings::Finding,
    live::{Live, Standing},
    outlets::Spot,
    publish,
    rehearse::{Change, Visitor, World, moment::Reading},
    state::{Draft, Pane, Told},
    writing::Voice,
};

/// What can happen.
#[derive(Clone, Debug)]
pub enum Event {
    /// A ready playbook was chosen.
    Chosen(&'static str),
    /// A file was picked or dropped.
    Picked(web_sys::File),
    /// A text was pasted, or mended: the name of its file, and the text.
    Pasted(String, String),
    /// The text of a file is there, at a moment in milliseconds.
    Opened {
        /// The name of the file.
        name: String,
        /// Its text.
        text: String,
        /// Now.
        now: i64,
    },
    /// A file isn't UTF-8, at a moment in milliseconds.
    Foreign {
        /// The name of the file.
        name: String,
        /// What it is.
        foreign: Foreign,
        /// Now.
        now: i64,
    },
    /// Something could not be read; its name.
    Unreadable(String),
    /// A draft is to be carried on with.
    CarriedOn(i64),
    /// A draft is not needed any more.
    Dismissed(i64),
    /// The drafts that the browser keeps.
    Remembered(Vec<Draft>),
    /// Back to the start.
    Left,
    /// Something was typed into a field.
    Wrote(Field, Voice, String),
    /// The moment in a field is now.
    Stamped(Field),
    /// A field for a day or a moment was left: what was typed is written as the format has it, where it can mean one thing.
    Dated(Field),
    /// A line is to be added to a list of texts, such as what is known.
    Added(Path),
    /// A line, a story, a link is to be taken away.
    Removed(Path),
    /// Something else about the playbook is to change, in one step: the operations, and where the focus goes then.
    Changed(Vec<Operation>, Path),
    /// An item of a list is to have another place: the list, its place now, and then.
    Moved(Path, usize, usize),
    /// Something about what the playbook is made of is to be different.
    Wished(Wish),
    /// Something about channels, hours or holidays is to be different.
    Arranged(channels::Wish),
    /// Leeward's own words were unfolded, or folded.
    Unfolded(bool),
    /// A finding is to be mended: which one, and by which of its fixes.
    Mended(Box<Finding>, usize),
    /// What the browser knows of time zones that were asked for.
    Zoned(Vec<Zone>),
    /// A field was left: what comes next is a step of its own.
    Settled,
    /// A step is to be taken back.
    Undone,
    /// And done again.
    Redone,
    /// A moment of rest: visitors may see it now.
    Rested,
    /// A longer one, at an instant in UTC seconds: time to look for problems, and to save.
    Considered(i64),
    /// Another pane.
    Turned(Pane),
    /// Other languages.
    Spoken(String, Option<String>),
    /// A place is to be shown.
    Sought(Path),
    /// The preview is there, and waits.
    Waiting,
    /// Clicks in the preview are to lead to fields, or to be a visitor's again.
    Pointing(bool),
    /// A sentence was clicked in the preview.
    Pointed(String),
    /// A field is written in, for a voice.
    Entered(Path, Voice),
    /// The preview is to begin afresh.
    Restarted,
    /// The texts in a language are wanted, for a translator.
    Exported(String),
    /// A file has come back from a translator.
    Returned(web_sys::File),
    /// Its text is there.
    Translated(String),
    /// The file is wanted.
    Downloaded,
    /// The snippet is wanted.
    Copied,
    /// A channel, by its id, has another standing now.
    Standing(String, Standing),
    /// So many minutes people wait at a channel: its id, and what was typed.
    Waits(String, String),
    /// For so many hours that holds.
    Lasting(u32),
    /// The live feed is wanted.
    FeedWanted,
    /// The command list is to be open, with what is searched for, or closed.
    Searched(Option<Search>),
    /// Something from the command list is to happen, which closes it.
    Did(Box<Self>),
    /// Another visitor, or another moment, is to be rehearsed.
    Rehearsed(Change),
    /// The picture of the flow is wanted as a file.
    PictureWanted,
    /// What the host knows of the world.
    Situated(World),
    /// Something is published or opened.
    Publishing(publish::Event),
    /// A text for elsewhere was changed: which, what it is now, and how it is made from the playbook.
    Reworded(Spot, String, String),
    /// A text for elsewhere is to be as it is made.
    Remade(Spot),
    /// So many segments a text message may have; as usual without a number.
    Segments(Option<usize>),
    /// A text is wanted in the clipboard.
    TextWanted(String),
    /// Something is to be told.
    Told(Told),
}

/// What the shell is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Bring a ready playbook.
    Fetch(&'static str),
    /// Read a file.
    Read(web_sys::File),
    /// Read what a translator has sent, and send [`Event::Translated`].
    ReadTranslation(web_sys::File),
    /// Send [`Event::Opened`] with what time it is: a name, and a text.
    Open(String, String),
    /// Send [`Event::Rested`] soon, and [`Event::Considered`] later, unless something else is written before.
    Wait,
    /// The same without [`Event::Rested`]: the preview knows already.
    Consider,
    /// Show a text in the preview, in a language.
    Preview(String, String),
    /// Have the preview show that a string in it has become another one, in the same frame as its field.
    Letter(Path, String),
    /// Give the picture of the flow to the browser, under a name.
    DownloadPicture(String),
    /// Have the preview become a visitor.
    Rehearse(Visitor),
    /// Send [`Event::Situated`] with some time zones, around a moment on any clock or around now.
    Situate(Vec<String>, Option<Reading>),
    /// Have clicks in the preview lead to fields, or not.
    Point(bool),
    /// Show, in the preview, where a sentence stands.
    Mark(String),
    /// Load the preview anew.
    Restart,
    /// Send [`Event::Wrote`] with the present moment, for a field.
    Stamp(Field),
    /// Send [`Event::Wrote`] with what a text in a field means, where that is one thing, and [`Event::Settled`].
    Date(Field, String),
    /// Keep a draft.
    Save(Draft),
    /// Forget one.
    Forget(i64),
    /// Read the drafts.
    Remember,
    /// Move the focus to the field of a path.
    Focus(Path),
    /// Move the focus to the box of a language in the field of a path; to its first one where the language has none.
    FocusLine(Path, String),
    /// Move the focus to what moves an item of a list, in the way in which it was moved: the list, its place before, its place now.
    FocusMover(Path, usize, usize),
    /// Show the command list, and move the focus into it.
    ShowSearch,
    /// Move the focus to where it was before the command list.
    FocusBefore,
    /// Move the focus to the heading of what is shown now.
    Begin,
    /// Move it there without scrolling, when what had it is gone.
    Stay,
    /// Send [`Event::Zoned`] with what the browser knows of some time zones.
    AskZones(Vec<String>),
    /// Give a file to the browser.
    Download(String, String),
    /// Give a live feed that begins to hold now to the browser.
    DownloadFeed(Live),
    /// Put a text into the clipboard.
    Copy(String),
    /// Publish or open something.
    Publishing(publish::Effect),
}
