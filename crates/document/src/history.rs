//! The document as it is, and every step on the way to it, without end.

use crate::{Document, Operation, Patch, Path, Refusal};

/// A step, and where it was made.
#[derive(Clone, Debug)]
struct Made {
    back: Patch,
    path: Path,
    /// Whether another change at the same place goes on with this step, as the next letter of a word does.
    open: bool,
}

/// A document with what was done to it, and what was taken back.
#[derive(Clone, Debug)]
pub struct History {
    document: Document,
    done: Vec<Made>,
    undone: Vec<Made>,
}

impl History {
    /// The history of a document to which nothing was done yet.
    #[must_use]
    pub const fn new(document: Document) -> Self {
        Self {
            document,
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// The document as it is.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a step to do again.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Makes a change, as a step of its own.
    ///
    /// # Errors
    ///
    /// When it can't be done; then nothing has happened.
    pub fn change(&mut self, operation: &Operation) -> Result<(), Refusal> {
        self.settle();
        self.go_on(operation, &operation.path())?;
        self.settle();
        Ok(())
    }

    /// Makes several changes, one after the other, as one step that happens at a path.
    ///
    /// # Errors
    ///
    /// When one of them can't be done; then nothing has happened.
    pub fn change_all(&mut self, operations: &[Operation], path: &Path) -> Result<(), Refusal> {
        let mut document = self.document.clone();
        for operation in operations {
            document = document.apply(operation)?.0;
        }
        self.replace(document, path);
        Ok(())
    }

    /// Puts another document into the place of this one, as one step that happens at a path.
    pub fn replace(&mut self, document: Document, path: &Path) {
        if document.text() == self.document.text() {
            return;
        }
        self.settle();
        self.undone.clear();
        self.done.push(Made {
            back: Patch::between(document.text(), self.document.text()),
            path: path.clone(),
            open: false,
        });
        self.document = document;
    }

    /// Puts another text in the place of the whole, as one step that happens at a path.
    ///
    /// # Errors
    ///
    /// When the text is no JSON, or larger than a playbook may be; then nothing has happened.
    pub fn rewrite(&mut self, text: &str, path: &Path) -> Result<(), Refusal> {
        let document = self.document.rewritten(text)?;
        self.replace(document, path);
        Ok(())
    }

    /// Makes a change that belongs to writing in a field. Until [`settle`](Self::settle), all changes for the same field
    /// are one step.
    ///
    /// # Errors
    ///
    /// When it can't be done; then nothing has happened.
    pub fn go_on(&mut self, operation: &Operation, field: &Path) -> Result<(), Refusal> {
        let last = self
            .done
            .last()
            .filter(|last| last.open && last.path == *field);
        let before = last.map(|last| last.back.apply(self.document.text()));
        let back = self.document.make(operation)?;
        self.undone.clear();
        match (self.done.last_mut(), before) {
            (Some(last), Some(before)) => {
                last.back = Patch::between(self.document.text(), &before);
            }
            _ => self.done.push(Made {
                back,
                path: field.clone(),
                open: true,
            }),
        }
        Ok(())
    }

    /// The same with a change that takes several operations, one after the other.
    ///
    /// # Errors
    ///
    /// When one of them can't be done; then nothing has happened.
    pub fn go_on_all(&mut self, operations: &[Operation], field: &Path) -> Result<(), Refusal> {
        let mut document = self.document.clone();
        for operation in operations {
            document = document.apply(operation)?.0;
        }
        if document.text() == self.document.text() {
            return Ok(());
        }
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if last.open && last.path == *field => {
                let before = last.back.apply(self.document.text());
                last.back = Patch::between(document.text(), &before);
            }
            _ => self.done.push(Made {
                back: Patch::between(document.text(), self.document.text()),
                path: field.clone(),
                open: true,
            }),
        }
        self.document = document;
        Ok(())
    }

    /// What comes next is a step of its own.
    pub fn settle(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.open = false;
        }
    }

    /// Takes the last step back, and says where it was made.
    pub fn undo(&mut self) -> Option<Path> {
        let made = self.done.pop()?;
        let again = self.take(made);
        let path = again.path.clone();
        self.undone.push(again);
        Some(path)
    }

    /// Does the step again that was taken back last, and says where.
    pub fn redo(&mut self) -> Option<Path> {
        let made = self.undone.pop()?;
        let again = self.take(made);
        let path = again.path.clone();
        self.done.push(again);
        Some(path)
    }

    fn take(&mut self, made: Made) -> Made {
        let (document, back) = self.document.patch(&made.back);
        self.document = document;
        Made {
            back,
            path: made.path,
            open: false,
        }
    }
}
