//! Whole parts of a playbook: what nobody meets, what is over, and what stands in the wrong place.

use leeward_document::{Operation, Path, Step};
use triage::{
    hours::{Date, parse_moment},
    source::{Node, Value},
};

use super::{Case, Fix, add, bare, remove, rename, set};
use crate::{said::Said, shapes};

const DAY: i64 = 24 * 60 * 60;

impl Case<'_> {
    /// The file as the present version has it.
    pub(super) fn newer_version(&self) -> Option<Fix> {
        let root = Path::default();
        let mut operations = vec![set(self.path, Value::Whole(1).into())];
        operations.extend(
            rename(self.tree, &root.name("lines"), "channels")
                .into_iter()
                .flatten(),
        );
        Some(Fix {
            said: Said::plain("fix_newer"),
            operations,
        })
    }

    /// A question for whoever answers becomes one for visitors.
    pub(super) fn asked_before(&self) -> Option<Fix> {
        (self.path.last_name() == "for").then(|| self.removed("fix_ask_before"))
    }

    /// The route for everybody comes last; where there is none, one is added that leads to what never closes.
    pub(super) fn right_order(&self) -> Option<Fix> {
        let (list, step) = self.path.parent()?;
        let routes = list.find(self.tree)?.elements();
        let Step::Place(from) = *step else {
            return None;
        };
        if self.node?.entry("when").is_none() {
            // Of two routes for everybody one has lost its condition.
            if routes
                .iter()
                .filter(|it| it.entry("when").is_none())
                .count()
                > 1
            {
                return None;
            }
            return Some(Fix {
                said: Said::plain("fix_move_last"),
                operations: vec![Operation::Move {
                    within: list,
                    from,
                    to: routes.len() - 1,
                }],
            });
        }
        let channels = self.tree.entry("channels").map_or(&[][..], Node::entries);
        let is_always = |node: &Node| {
            node.entry("always")
                .is_some_and(|it| it.value == Value::Bool(true))
        };
        let always = channels.iter().filter(|(_, node)| is_always(node));
        let first: Vec<Node> = always.map(|(id, _)| Node::string(id)).collect();
        if first.is_empty() {
            return None;
        }
        let taken: Vec<&str> = routes
            .iter()
            .filter_map(|it| it.entry("id"))
            .map(Node::text)
            .collect();
        let id = if taken.contains(&"everyone_else") {
            "all_others"
        } else {
            "everyone_else"
        };
        let route = Node::map([
            ("id".to_owned(), Node::string(id)),
            ("first".to_owned(), Node::list(first)),
        ]);
        Some(Fix {
            said: Said::plain("fix_add_last"),
            operations: vec![add(self.tree, &list, None, route)?],
        })
    }

    /// A channel is offered to everybody who is left; other things that nobody uses go.
    pub(super) fn used(&self) -> Option<Fix> {
        match self.path.first_name() {
            "holidays" => return self.kept_holidays(),
            "channels" => {}
            _ => return Some(self.removed("fix_remove")),
        }
        let routes = Path::default().name("routes");
        let last = routes.find(self.tree)?.elements().len().checked_sub(1)?;
        let route = routes.place(last);
        let second = route.name("second");
        let id = Node::string(self.path.last_name());
        let operation = match second.find(self.tree) {
            Some(_) => add(self.tree, &second, None, id)?,
            None => add(self.tree, &route, Some("second"), Node::list([id]))?,
        };
        Some(Fix {
            said: Said::plain("fix_offer"),
            operations: vec![operation],
        })
    }

    /// The only opening hours keep a list of holidays; taken away, they would be days like any other.
    fn kept_holidays(&self) -> Option<Fix> {
        let hours = Path::default().name("hours");
        let [(name, entry)] = hours.find(self.tree)?.entries() else {
            return None;
        };
        let hours = hours.name(name);
        let list = Node::string(self.path.last_name());
        let operation = match entry.entry("closed_on") {
            Some(_) => add(self.tree, &hours.name("closed_on"), None, list)?,
            None => add(self.tree, &hours, Some("closed_on"), Node::list([list]))?,
        };
        Some(Fix {
            said: Said::plain("fix_close_on"),
            operations: vec![operation],
        })
    }

    /// News are promised for noon tomorrow.
    pub(super) fn news_to_come(&self) -> Option<Fix> {
        if self.about != Some("next_update_at") {
            return None;
        }
        let noon = self.noon_tomorrow();
        Some(Fix {
            said: Said::plain("fix_news").text("text", noon.get(..10).unwrap_or_default()),
            operations: vec![add(
                self.tree,
                self.path,
                Some("next_update_at"),
                Node::string(&noon),
            )?],
        })
    }

    /// What is over goes, or is true again.
    pub(super) fn current(&self) -> Vec<Fix> {
        let notice = Path::default().name("notice");
        let updated = set(
            &notice.name("updated_at"),
            Node::string(&self.moment(self.now)),
        );
        match (self.path.first_name(), self.path.last_name()) {
            ("notice", "expires_at") => vec![
                Fix {
                    said: Said::plain("fix_remove_notice"),
                    operations: vec![remove(&notice)],
                },
                Fix {
                    said: Said::plain("fix_still_true"),
                    operations: vec![updated, remove(self.path)],
                },
            ],
            ("notice", _) => vec![
                Fix {
                    said: Said::plain("fix_news_again")
                        .text("text", self.noon_tomorrow().get(..10).unwrap_or_default()),
                    operations: vec![updated, set(self.path, Node::string(&self.noon_tomorrow()))],
                },
                self.removed("fix_no_news"),
            ],
            ("display", _) => vec![self.removed("fix_no_end")],
            ("holidays", _) => Vec::new(),
            _ => {
                let Some(passage) = self.outer() else {
                    return Vec::new();
                };
                vec![Fix {
                    said: Said::plain("fix_remove_over"),
                    operations: vec![remove(&passage)],
                }]
            }
        }
    }

    /// A question on which nothing depends is asked after the result, or goes.
    pub(super) fn reachable(&self) -> Vec<Fix> {
        let (Some(node), Some((list, Step::Place(from)))) = (self.node, self.path.parent()) else {
            return Vec::new();
        };
        if !is_unused(self.tree, self.path) {
            return Vec::new();
        }
        let last = list
            .find(self.tree)
            .map_or(0, |list| list.elements().len() - 1);
        let later = add(self.tree, self.path, Some("for"), Node::string("agent"));
        let later = later.filter(|_| node.entry("ask_when").is_none());
        let later = later.map(|later| Fix {
            said: Said::plain("fix_ask_after"),
            operations: vec![
                later,
                Operation::Move {
                    within: list,
                    from: *from,
                    to: last,
                },
            ],
        });
        [later, Some(self.removed("fix_remove_question"))]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Nobody comes this way, so nobody misses it. When it is the last one, the one above takes everybody.
    pub(super) fn without_dead_route(&self) -> Option<Fix> {
        let mut fix = self.removed("fix_remove_route");
        if self.node?.entry("when").is_none() {
            let Some((list, Step::Place(place))) = self.path.parent() else {
                return None;
            };
            let above = list.place(place.checked_sub(1)?).name("when");
            above.find(self.tree)?;
            fix.operations.push(remove(&above));
        }
        Some(fix)
    }

    fn noon_tomorrow(&self) -> String {
        let date = self.date(self.now + DAY);
        let offset = self.offset();
        let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs() / 60);
        format!(
            "{date}T12:00:00{sign}{:02}:{:02}",
            minutes / 60,
            minutes % 60
        )
    }

    /// An instant in UTC seconds, to the minute, with the offset that the notice is written with.
    pub(super) fn moment(&self, at: i64) -> String {
        let offset = self.offset();
        let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs() / 60);
        let second = (at + offset).rem_euclid(DAY);
        format!(
            "{}T{:02}:{:02}:00{sign}{:02}:{:02}",
            self.date(at),
            second / 3600,
            second / 60 % 60,
            minutes / 60,
            minutes % 60
        )
    }

    fn date(&self, at: i64) -> Date {
        let days = (at + self.offset()).div_euclid(DAY);
        Date::from_days(i32::try_from(days).unwrap_or_default())
    }

    /// The offset with which the notice is written, in seconds; that of the first opening hours, or UTC, where it has none.
    fn offset(&self) -> i64 {
        let written = self.tree.entry("notice").and_then(|notice| {
            let moments = ["updated_at", "next_update_at", "expires_at"].iter();
            moments
                .filter_map(|name| notice.entry(name))
                .find_map(|it| offset_of(it.text()))
        });
        let zone = || {
            let (_, hours) = self.tree.entry("hours")?.entries().first()?;
            let zones = self.clocks.zones();
            Some(i64::from(
                zones.get(hours.entry("timezone")?.text())?.at(self.now),
            ))
        };
        written.or_else(zone).unwrap_or_default()
    }
}

/// The offset of a moment, in seconds east of UTC: the same reading in UTC is so much later.
fn offset_of(moment: &str) -> Option<i64> {
    let at = parse_moment(moment)?;
    let reading = [moment.get(..19)?, "Z"].concat();
    Some(parse_moment(&reading)? - at)
}

/// Whether nothing depends on the answer to a question.
pub fn is_unused(tree: &Node, question: &Path) -> bool {
    let id = question.find(tree).and_then(|node| node.entry("id"));
    let id = bare(id.unwrap_or(tree));
    let mut used = false;
    shapes::each(tree, &Path::default(), &mut |_, node| {
        let named = node.entry("question");
        used |= named.is_some_and(|named| named.value == id.value);
    });
    !used
}
