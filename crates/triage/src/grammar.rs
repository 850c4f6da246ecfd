//! The format of playbooks as data, to read only: for schemas, references and editors.
//!
//! The checker holds files against the same data, so what is made of it can't say anything else.
//!
//! ```
//! use triage::grammar::{PLAYBOOK, Shape};
//!
//! let Shape::Object { fields, .. } = &PLAYBOOK else { panic!("a playbook is an object") };
//! let name = fields.iter().find(|field| field.name == "name").unwrap();
//! assert!(name.required && name.meaning.starts_with("text: who is speaking"));
//! ```

pub use crate::check::grammar::{
    FEED_OBJECTS, Field, Format, List, OBJECTS, PLAYBOOK, Shape, Table,
};
pub use crate::text::Plural;

/// The most characters of a line that a visitor reads.
pub const MOST_CHARACTERS: usize = crate::check::MOST_CHARACTERS;

/// The fields of a condition of which there must be exactly one: they say what it is about.
pub const JOINS: &[&str] = crate::check::JOINS;

/// The fields of a condition on a question of which there must be exactly one: they test its answer.
pub const OPERATORS: &[&str] = crate::check::OPERATORS;
