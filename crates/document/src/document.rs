//! A text and the tree that stands in it.

use triage::{
    Problem,
    source::{Node, parse},
};

use crate::{Operation, Patch, layout::pretty, mend, typing};

/// Why an operation wasn't done. The document is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing at the path, or nothing of that kind.
    Nowhere,
    /// An object has an entry of that name already.
    Taken,
    /// The text would be larger or nested deeper than a playbook may be.
    TooLarge(Box<Problem>),
}

/// A text that is JSON, and its tree. Every place in the tree is one in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    text: String,
    tree: Node,
    /// Whether the whole text is laid out as Leeward lays files out. Then it stays so.
    is_ours: bool,
}

impl Document {
    /// Reads a text. A byte order mark, which some editors write, is left out.
    ///
    /// # Errors
    ///
    /// The one problem for which it can't be read, with its place: no JSON, too large, nested too deeply.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let tree = parse(text)?;
        let is_ours = pretty(&tree, text) == text;
        Ok(Self {
            text: text.to_owned(),
            tree,
            is_ours,
        })
    }

    /// Reads a text that need not be JSON, where it is clear what is meant; `None` where it isn't.
    #[must_use]
    pub fn mended(text: &str) -> Option<Self> {
        let read = Self::read(text).ok();
        read.or_else(|| Self::read(&mend(text)?.text).ok())
    }

    /// The text, to the byte as it is to be published.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands in it.
    #[must_use]
    pub const fn tree(&self) -> &Node {
        &self.tree
    }

    /// The document after an operation, and the patch that takes it back.
    ///
    /// # Errors
    ///
    /// When it can't be done; see [`Refusal`].
    pub fn apply(&self, operation: &Operation) -> Result<(Self, Patch), Refusal> {
        let text = operation.rewrite(&self.text, &self.tree)?;
        let changed = self.with_text(text)?;
        let back = Patch::between(&changed.text, &self.text);
        Ok((changed, back))
    }

    /// The same document with another text. A file that is laid out as Leeward lays files out stays so.
    ///
    /// # Errors
    ///
    /// When the text is no JSON, or larger than a playbook may be.
    pub fn rewritten(&self, text: &str) -> Result<Self, Refusal> {
        self.with_text(text.to_owned())
    }

    /// Changes the document, and gives the patch that takes it back.
    ///
    /// # Errors
    ///
    /// When it can't be done; see [`Refusal`]. Then nothing has happened.
    pub fn make(&mut self, operation: &Operation) -> Result<Patch, Refusal> {
        if let Some((text, back)) =
            typing::replace(&self.text, &mut self.tree, self.is_ours, operation)
        {
            self.text = text;
            return Ok(back);
        }
        let (changed, back) = self.apply(operation)?;
        *self = changed;
        Ok(back)
    }

    /// The document after a patch that was made for it, and the patch that takes that back.
    #[must_use]
    pub fn patch(&self, patch: &Patch) -> (Self, Patch) {
        let text = patch.apply(&self.text);
        let Ok(tree) = parse(&text) else {
            return (self.clone(), Patch::between("", ""));
        };
        let back = Patch::between(&text, &self.text);
        (
            Self {
                text,
                tree,
                is_ours: self.is_ours,
            },
            back,
        )
    }

    fn with_text(&self, text: String) -> Result<Self, Refusal> {
        let too_large = |problem| Refusal::TooLarge(Box::new(problem));
        let tree = parse(&text).map_err(too_large)?;
        let is_ours = self.is_ours;
        if !is_ours {
            return Ok(Self {
                text,
                tree,
                is_ours,
            });
        }
        let laid_out = pretty(&tree, &text);
        // Most letters leave the layout as it is, and the tree needn't be read again.
        if laid_out == text {
            return Ok(Self {
                text,
                tree,
                is_ours,
            });
        }
        let tree = parse(&laid_out).map_err(too_large)?;
        Ok(Self {
            text: laid_out,
            tree,
            is_ours,
        })
    }
}
