//! Noting what is wrong.

use super::suggest::did_you_mean;
use crate::{
    problem::{Code, Problem},
    source::{Node, Value},
};

/// The most problems that are noted; nobody reads more, and each is looked for in the whole file.
const MOST: usize = 500;

/// What has been found wrong with a file so far.
pub(crate) struct Findings<'a> {
    pub file: &'a Node,
    pub problems: Vec<Problem>,
    faults: usize,
}

/// How many mistakes there were at some point.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark(usize);

impl<'a> Findings<'a> {
    pub const fn new(file: &'a Node) -> Self {
        Self {
            file,
            problems: Vec::new(),
            faults: 0,
        }
    }

    /// Notes a problem in spite of which the value can be used.
    #[inline(never)]
    pub fn remark(&mut self, node: &Node, code: Code, message: &[&str]) {
        if self.problems.len() == MOST {
            return;
        }
        let problem = if cfg!(feature = "advice") {
            let path = path(self.file, node).unwrap_or_default();
            Problem::new(code, path, node.span, message.concat())
        } else {
            Problem::new(code, String::new(), None, String::new())
        };
        self.problems.push(problem);
    }

    /// The same, with the mark under the name of an entry: it is the name that is wrong, or the entry as a whole.
    #[cfg_attr(not(feature = "advice"), inline(always))]
    pub fn remark_name(&mut self, node: &Node, code: Code, message: &[&str]) {
        #[cfg(feature = "advice")]
        let count = self.problems.len();
        self.remark(node, code, message);
        #[cfg(feature = "advice")]
        if let Some(problem) = self.problems.get_mut(count) {
            problem.span = node.name.or(problem.span);
        }
    }

    /// The name by which a node is known, in quotes: its own, or that of the list in which it stands.
    #[cfg(feature = "advice")]
    pub fn name_of(&self, node: &Node) -> String {
        let path = path(self.file, node).unwrap_or_default();
        let last = path.rsplit('.').next().unwrap_or_default();
        match last.split('[').next() {
            Some(name) if !name.is_empty() => ["\"", name, "\""].concat(),
            _ => "the file".to_owned(),
        }
    }

    /// Notes a mistake that makes what is being read unusable.
    #[inline(never)]
    pub fn report(&mut self, node: &Node, code: Code, message: &[&str]) {
        self.faults += 1;
        self.remark(node, code, message);
    }

    /// The same, with the mark under the name of an entry.
    #[inline(never)]
    pub fn report_name(&mut self, node: &Node, code: Code, message: &[&str]) {
        self.faults += 1;
        self.remark_name(node, code, message);
    }

    /// Reports that there is no such thing as a string names; `otherwise` is the cure when nothing
    /// that is known is near.
    pub fn unknown<'n>(
        &mut self,
        node: &Node,
        what: &str,
        known: impl Iterator<Item = &'n str>,
        otherwise: &[&str],
    ) {
        let name = node.text();
        note!(
            self.report(node, Code::UnknownReference),
            "no ",
            what,
            " \"",
            name,
            "\"; ",
            &did_you_mean(name, &known.collect::<Vec<_>>(), &otherwise.concat()),
        );
    }

    /// The present count of mistakes, for [`Self::is_sound_since`].
    pub const fn mark(&self) -> Mark {
        Mark(self.faults)
    }

    /// Whether nothing was mistaken since a mark.
    pub const fn is_sound_since(&self, mark: Mark) -> bool {
        self.faults == mark.0
    }

    /// Whether nothing was mistaken since a mark; what was is forgiven, because it is left out.
    pub const fn forgive_since(&mut self, mark: Mark) -> bool {
        let sound = self.is_sound_since(mark);
        self.faults = mark.0;
        sound
    }
}

/// The way from one node to another: `questions[2].ask_when`. It is looked for only when there is
/// a problem, which spares everybody else from carrying it along.
fn path(from: &Node, to: &Node) -> Option<String> {
    if std::ptr::eq(from, to) {
        return Some(String::new());
    }
    match &from.value {
        Value::Map(entries) => entries
            .iter()
            .find_map(|(name, node)| Some(join(name, &path(node, to)?))),
        Value::List(nodes) => nodes.iter().enumerate().find_map(|(index, node)| {
            let rest = path(node, to)?;
            Some(join(&["[", &index.to_string(), "]"].concat(), &rest))
        }),
        _ => None,
    }
}

fn join(step: &str, rest: &str) -> String {
    let ends = rest.is_empty() || rest.starts_with('[');
    [step, if ends { "" } else { "." }, rest].concat()
}
