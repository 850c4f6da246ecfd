//! Texts for elsewhere: which boxes there are, and what the author has changed in them. They are made from the playbook by
//! `leeward_outlets`; what is changed belongs to the draft, and to no playbook.

use leeward_outlets::{Message, Outlet, Wishes};
use triage::{check, source::Node};

/// A box: a text, or its title, in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The language.
    pub language: String,
    /// The outlet.
    pub outlet: Outlet,
    /// Whether it is the title.
    pub is_title: bool,
}

impl Spot {
    /// Its id in the page.
    pub fn id(&self) -> String {
        let title = if self.is_title { "-title" } else { "" };
        ["outlet-", self.outlet.name(), title, ":", &self.language].concat()
    }
}

/// What the author has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    /// How many segments a text message may have, where that was wished.
    pub segments: Option<usize>,
    edits: Vec<Edit>,
}

/// A changed text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edit {
    spot: Spot,
    text: String,
    /// A mark of the text that it was changed from: another one means that the playbook says something else now.
    from: u64,
}

impl Edits {
    /// What stands in a box instead of what was made.
    pub fn of(&self, spot: &Spot) -> Option<&str> {
        self.find(spot).map(|edit| edit.text.as_str())
    }

    /// Whether something else was made when the text was changed than is made now.
    pub fn is_stale(&self, spot: &Spot, made: &str) -> bool {
        self.find(spot).is_some_and(|edit| edit.from != mark(made))
    }

    /// Writes into a box. A text that is as it was made is none of the author's.
    pub fn write(&mut self, spot: &Spot, text: String, made: &str) {
        let from = self.find(spot).map_or_else(|| mark(made), |edit| edit.from);
        self.forget(spot);
        if text != made {
            self.edits.push(Edit {
                spot: spot.clone(),
                text,
                from,
            });
        }
    }

    /// Has a text as it is made.
    pub fn forget(&mut self, spot: &Spot) {
        self.edits.retain(|edit| edit.spot != *spot);
    }

    /// Whether there is nothing to keep.
    pub const fn is_empty(&self) -> bool {
        self.edits.is_empty() && self.segments.is_none()
    }

    /// What was wished.
    pub const fn wishes(&self) -> Wishes {
        Wishes {
            segments: self.segments,
        }
    }

    /// As it is kept: a line `1 segments`, then for each text a line `language outlet text|title mark length` and the
    /// text. The format must never change.
    pub fn kept(&self) -> String {
        let mut kept = format!("1 {}\n", self.segments.unwrap_or_default());
        for edit in &self.edits {
            let Spot {
                language,
                outlet,
                is_title,
            } = &edit.spot;
            let part = if *is_title { "title" } else { "text" };
            let (name, from, length) = (outlet.name(), edit.from, edit.text.len());
            kept.push_str(&format!("{language} {name} {part} {from} {length}\n"));
            kept.push_str(&edit.text);
        }
        kept
    }

    /// Reads what was kept; as much of it as makes sense.
    pub fn read(kept: &str) -> Self {
        let mut edits = Self::default();
        let Some((head, mut rest)) = kept.split_once('\n') else {
            return edits;
        };
        let segments = head.strip_prefix("1 ").and_then(|count| count.parse().ok());
        edits.segments = segments.filter(|count| *count > 0);
        while let Some((edit, after)) = one(rest) {
            edits.edits.push(edit);
            rest = after;
        }
        edits
    }

    fn find(&self, spot: &Spot) -> Option<&Edit> {
        self.edits.iter().find(|edit| edit.spot == *spot)
    }
}

fn one(kept: &str) -> Option<(Edit, &str)> {
    let (head, rest) = kept.split_once('\n')?;
    let mut head = head.split(' ');
    let spot = Spot {
        language: head.next()?.to_owned(),
        outlet: Outlet::from_name(head.next()?)?,
        is_title: head.next()? == "title",
    };
    let from = head.next()?.parse().ok()?;
    let (text, rest) = rest.split_at_checked(head.next()?.parse().ok()?)?;
    let text = text.to_owned();
    Some((Edit { spot, text, from }, rest))
}

/// FNV-1a, which stays the same in each browser and version.
fn mark(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |mark, byte| {
        (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What the playbook has to say in a language, at an instant in UTC seconds; nothing while it can't be used.
pub fn message(tree: &Node, language: &str, now: i64) -> Option<Message> {
    let playbook = check(tree.clone()).playbook?;
    Message::new(&playbook, tree, language, now)
}

#[cfg(test)]
mod tests {
    use super::{Edits, Spot};
    use leeward_outlets::Outlet;

    fn spot(outlet: Outlet, is_title: bool) -> Spot {
        Spot {
            language: "zh-Hans".into(),
            outlet,
            is_title,
        }
    }

    #[test]
    fn edits_are_read_as_they_were_kept_and_nonsense_is_none() {
        let mut edits = Edits {
            segments: Some(3),
            ..Edits::default()
        };
        edits.write(&spot(Outlet::Sms, false), "水が出ます\n1 2".into(), "水");
        edits.write(&spot(Outlet::Email, true), String::new(), "地震");
        assert_eq!(Edits::read(&edits.kept()), edits);
        for nonsense in [
            "",
            "{}",
            "1 x\n",
            "1 0\nen fax text 1 1\na",
            "1 0\nen sms text 1 99\na",
        ] {
            assert!(Edits::read(nonsense).is_empty(), "{nonsense}");
        }
    }

    #[test]
    fn a_text_is_the_authors_until_it_is_as_it_was_made() {
        let mut edits = Edits::default();
        let sms = spot(Outlet::Sms, false);
        edits.write(&sms, "Shorter".into(), "Short");
        edits.write(&sms, "Shorter!".into(), "Short");
        assert_eq!(edits.of(&sms), Some("Shorter!"));
        assert!(!edits.is_stale(&sms, "Short"));
        assert!(edits.is_stale(&sms, "Long"), "the playbook has changed");
        edits.write(&sms, "Short".into(), "Short");
        assert!(edits.is_empty());
    }
}
