//! What is changed in the document, and the steps back.

use leeward_document::{Operation, Path, Refusal};
use triage::source::Value;

use super::{Pane, Work};
use crate::{
    build, channels,
    event::{Effect, Event},
    fields,
    findings::Finding,
    fixes::fixes,
    writing,
};

impl Work {
    /// Changes the document. Any other event comes to nothing.
    pub(super) fn edit(&mut self, event: Event) -> Result<Vec<Effect>, Refusal> {
        Ok(match event {
            Event::Wrote(field, voice, text) => {
                let tree = self.document().tree();
                let Some(operation) = writing::write(tree, &field, &voice, &text) else {
                    return Ok(Vec::new());
                };
                let keeps = matches!(operation, Operation::Set { .. });
                let is_harmless = keeps && is_harmless(tree, &field, &voice, &text);
                // A step back leads to the language that was written.
                let line = writing::line(tree, &field.path, &voice);
                self.history.go_on(&operation, &line)?;
                // A letter in words that were there makes no field come or go, and takes no way from anybody.
                if is_harmless && let Some(letter) = letter(operation) {
                    return Ok(vec![letter, Effect::Consider]);
                }
                if !keeps {
                    return Ok(self.changed());
                }
                self.usable = None;
                vec![Effect::Wait]
            }
            Event::Added(list) => {
                let operation = writing::add_line(self.document().tree(), &list);
                let Some(operation) = operation else {
                    return Ok(Vec::new());
                };
                self.history.change(&operation)?;
                let mut effects = self.changed();
                effects.extend(fields::last_in(&self.groups, &list).map(Effect::Focus));
                effects
            }
            Event::Removed(path) => {
                self.history.change(&Operation::Remove { path })?;
                self.changed()
            }
            Event::Changed(operations, path) => {
                self.history.change_all(&operations, &path)?;
                let mut effects = self.changed();
                effects.push(Effect::Focus(path));
                effects
            }
            Event::Moved(within, from, to) => {
                let list = within.clone();
                self.history.change(&Operation::Move { within, from, to })?;
                let mut effects = self.changed();
                effects.push(Effect::FocusMover(list, from, to));
                effects
            }
            Event::Wished(wish) => {
                let granted = build::grant(self.document().tree(), &wish);
                let (operations, path) = granted.ok_or(Refusal::Nowhere)?;
                self.history.change_all(&operations, &path)?;
                self.pane = wish.pane().unwrap_or(self.pane);
                let mut effects = self.changed();
                effects.push(Effect::Focus(path));
                effects
            }
            Event::Mended(finding, which) => self.mend(&finding, which)?,
            Event::Arranged(wish) => {
                let granted = channels::grant(self.document().tree(), &wish);
                let Some((operations, path)) = granted else {
                    return Ok(Vec::new());
                };
                if wish.is_typed() {
                    self.history.go_on_all(&operations, &path)?;
                } else {
                    self.history.change_all(&operations, &path)?;
                }
                if wish.leads() {
                    self.pane = Pane::Channels;
                }
                let mut effects = self.changed();
                effects.extend(wish.leads().then_some(Effect::Focus(path)));
                effects
            }
            Event::Settled => {
                self.history.settle();
                Vec::new()
            }
            Event::Undone => {
                let path = self.history.undo();
                self.stepped(path)
            }
            Event::Redone => {
                let path = self.history.redo();
                self.stepped(path)
            }
            _ => Vec::new(),
        })
    }

    /// Mends a finding, as the document is now.
    fn mend(&mut self, finding: &Finding, which: usize) -> Result<Vec<Effect>, Refusal> {
        let cures = fixes(self.document(), finding, self.looked_at, &self.clocks);
        let Some(fix) = cures.into_iter().nth(which) else {
            return Ok(Vec::new());
        };
        let before = self.document().clone();
        self.history.change_all(&fix.operations, &finding.place)?;
        if *self.document() == before {
            return Ok(Vec::new());
        }
        self.findings.all.retain(|known| known != finding);
        let mut effects = self.changed();
        effects.push(Effect::Stay);
        Ok(effects)
    }

    /// What a change brings with it.
    pub fn changed(&mut self) -> Vec<Effect> {
        self.usable = None;
        self.groups = fields::groups(self.document().tree());
        vec![Effect::Wait]
    }

    /// To where a step was taken back or done again, when it is in sight.
    fn stepped(&mut self, path: Option<Path>) -> Vec<Effect> {
        let mut effects = self.changed();
        let Some(path) = path else { return effects };
        let way = self.way_to(&path).filter(|(pane, _)| *pane == self.pane);
        effects.extend(way.map(|(_, field)| self.focus(field, &path)));
        effects
    }
}

/// What the preview is told of a string in another one's place.
fn letter(operation: Operation) -> Option<Effect> {
    match operation {
        Operation::Set { path, value } => match value.value {
            Value::String(text) => Some(Effect::Letter(path, text)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether visitors read other words then, and nothing else is different: there were words, and there are some.
fn is_harmless(
    tree: &triage::source::Node,
    field: &fields::Field,
    voice: &writing::Voice,
    text: &str,
) -> bool {
    let is_said = |text: &str| {
        !text.trim().is_empty() && text.chars().count() <= triage::grammar::MOST_CHARACTERS
    };
    let is_read = matches!(field.kind, fields::Kind::Text | fields::Kind::Counted);
    is_read && is_said(text) && is_said(&writing::read(tree, &field.path, voice))
}
