//! A playbook while it is being written. Pure Rust, without a browser: the studio and the command line share it.
//!
//! | word | meaning |
//! | --- | --- |
//! | *document* | a text and the tree that stands in it, never one without the other |
//! | *path* | where in the tree something stands: `questions[2].text.en` |
//! | *operation* | one change: set, insert, remove, move |
//! | *patch* | what takes a change back, to the byte |
//! | *history* | the document as it is, and every step on the way to it |
//!
//! A change is made in the text, at its place, and the tree is read anew. So the order of fields, unknown fields and the
//! author's own layout stay. A file that is laid out as Leeward lays files out stays so as a whole. Whatever was read, a
//! document's text is JSON as browsers take it; what isn't is mended first ([`mend()`]), or refused.
//!
//! ```
//! use leeward_document::{Document, History, Operation, Path};
//! use triage::source::{Node, Value};
//!
//! let document = Document::read("{ \"name\":  \"Kestrel\" }").unwrap();
//! let mut history = History::new(document);
//! let value = Node::from(Value::String("Harbour".into()));
//! history.change(&Operation::Set { path: Path::parse("name"), value }).unwrap();
//! assert_eq!(history.document().text(), "{ \"name\":  \"Harbour\" }");
//! history.undo();
//! assert_eq!(history.document().text(), "{ \"name\":  \"Kestrel\" }");
//! ```

mod compare;
mod document;
pub mod edit;
mod encoding;
mod history;
pub mod holidays;
mod layout;
mod mend;
mod operation;
mod patch;
mod path;
mod typing;

pub use compare::{Change, What, compare, is_same};
pub use document::{Document, Refusal};
pub use encoding::{Foreign, decode};
pub use history::History;
pub use layout::{inline, pretty, quoted};
pub use mend::{Mended, Repair, mend};
pub use operation::Operation;
pub use patch::Patch;
pub use path::{Path, Step};
