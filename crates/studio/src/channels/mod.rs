//! Ways to reach a company, and when somebody is there: from what an author wishes to operations on the document.
//!
//! | module | what it owns |
//! | --- | --- |
//! | [`offers`] | the kinds of channels in plain words, and what stands in a new one |
//! | [`parts`] | which fields a channel of a kind has |
//! | [`edits`] | changes to channels |
//! | [`tables`] | changes to opening hours and holidays |
//! | [`uses`] | what leads to what, and how it is led elsewhere |
//! | [`week`], [`typed`], [`stroke`] | a week, typed and painted |
//! | [`standing`] | whether somebody is there at a moment |

pub mod edits;
pub mod handoff;
pub mod offers;
pub mod parts;
pub mod standing;
pub mod stroke;
pub mod tables;
#[cfg(test)]
mod tests;
pub mod typed;
pub mod uses;
pub mod week;

use leeward_document::{Operation, Path};
use triage::source::Node;

use offers::Offer;
use week::Block;

/// Something about channels, hours or holidays that is to be different. A path leads to the channel, the table or the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Another channel.
    Channel(Offer),
    /// Another one like it.
    Copy(Path),
    /// It goes, and something else is named in its place, or nothing.
    Leave(Path, Option<String>),
    /// The channel is of another kind.
    Kind(Path, Offer),
    /// The channel is the live chat of a maker, or of nobody in particular.
    Vendor(Path, String),
    /// The answers are filled in at the channel of this kind, or aren't.
    Draft(Path, triage::Kind, bool),
    /// The channel's link is told these: names, and what fills them.
    Parameters(Path, Vec<(String, String)>),
    /// The channel keeps hours of a name, or is there day and night.
    Opening(Path, Option<String>),
    /// The channel gets hours of its own.
    OwnHours(Path),
    /// So many minutes people wait, from and to, as it was typed; an empty text is left out.
    Wait(Path, String, String),
    /// Somebody at the channel answers in a language, or nobody does.
    Speaks(Path, String, bool),
    /// People at the channel can do something, or can't.
    Can(Path, String, bool),
    /// Every way has the channel as its last resort.
    Everywhere(Path),
    /// Another table of hours, in a time zone.
    Hours(String),
    /// The table or list has another name.
    Name(Path, String),
    /// The table is in another time zone.
    Zone(Path, String),
    /// On a day of the week, Monday is 0, somebody is there in these spans.
    Day(Path, usize, Vec<String>),
    /// A block of the week is open, or closed.
    Paint(Path, Block, bool),
    /// From Tuesday to Friday it is as on Monday.
    Weekdays(Path),
    /// Another exception: the table, and a date on which it may be.
    Exception(Path, String),
    /// On a date somebody is there in these spans: the table, and the date.
    On(Path, String, Vec<String>),
    /// An exception or a holiday has another date: its path, and the date.
    Date(Path, String),
    /// The table is closed on the days of a list, or isn't.
    ClosedOn(Path, String, bool),
    /// The holidays of a country in a year, in a list, or in a new one; those that somebody must look up, too, or not.
    Country(Option<Path>, &'static str, u16, bool),
    /// Another list of holidays.
    Holidays,
    /// Another holiday in a list, on a date on which it may be.
    Holiday(Path, String),
}

impl Wish {
    /// Whether it is typed, so that the next letter belongs to the same step.
    pub const fn is_typed(&self) -> bool {
        matches!(self, Self::Day(..) | Self::On(..))
    }

    /// Whether something comes, goes or is called otherwise, so that the focus has to go where it is then.
    pub const fn leads(&self) -> bool {
        matches!(
            self,
            Self::Channel(..)
                | Self::Copy(..)
                | Self::Leave(..)
                | Self::OwnHours(..)
                | Self::Everywhere(..)
                | Self::Hours(..)
                | Self::Name(..)
                | Self::Exception(..)
                | Self::Weekdays(..)
                | Self::Country(..)
                | Self::Holidays
                | Self::Holiday(..)
        )
    }
}

/// What is to be done for a wish, and where the focus goes then; nothing where it can't be granted.
pub fn grant(tree: &Node, wish: &Wish) -> Option<(Vec<Operation>, Path)> {
    let there = |path: &Path, operations: Vec<Operation>| Some((operations, path.clone()));
    match wish {
        Wish::Channel(offer) => edits::add(tree, *offer),
        Wish::Copy(path) => {
            let (operation, path) = crate::shape::duplicate(tree, path)?;
            Some((vec![operation], path.name("name")))
        }
        Wish::Leave(path, other) => {
            let (list, _) = path.parent()?;
            there(&list, uses::leave(tree, path, other.as_deref())?)
        }
        Wish::Kind(path, offer) => there(&path.name("kind"), edits::retype(tree, path, *offer)?),
        Wish::Vendor(path, maker) => there(&path.name("vendor"), edits::vendor(tree, path, maker)),
        Wish::Draft(path, kind, is_set) => there(
            &path.name("draft"),
            handoff::draft(tree, path, *kind, *is_set)?,
        ),
        Wish::Parameters(path, pairs) => there(
            &path.name("parameters"),
            handoff::parameters(tree, path, pairs)?,
        ),
        Wish::Opening(path, hours) => there(
            &path.name("hours"),
            uses::opening(tree, path, hours.as_deref()),
        ),
        Wish::OwnHours(path) => edits::own_hours(tree, path),
        Wish::Wait(path, from, to) => there(
            &path.name("wait_minutes"),
            edits::wait(tree, path, from, to)?,
        ),
        Wish::Speaks(path, tag, does) => there(
            &path.name("languages"),
            edits::speaks(tree, path, tag, *does)?,
        ),
        Wish::Can(path, what, can) => {
            let path = path.name("can");
            there(&path, vec![uses::tick(tree, &path, what, *can)?])
        }
        Wish::Everywhere(path) => there(&path.name("kind"), edits::everywhere(tree, path)?),
        Wish::Hours(zone) => tables::add(tree, zone),
        Wish::Name(path, name) => tables::rename(tree, path, name),
        Wish::Zone(path, zone) => {
            let path = path.name("timezone");
            let value = Node::string(zone);
            let operation = match path.find(tree) {
                Some(_) => Operation::Set {
                    path: path.clone(),
                    value,
                },
                None => crate::writing::insert(tree, &path, value)?,
            };
            there(&path, vec![operation])
        }
        Wish::Day(path, day, spans) => {
            let mut week = week::read(path.find(tree)?);
            *week.get_mut(*day)? = spans.clone();
            there(
                &path.name("week").name(week::DAYS[*day]),
                week::write(path.find(tree)?, path, &week),
            )
        }
        Wish::Paint(path, block, open) => {
            let before = week::read(path.find(tree)?);
            let week = week::paint(&before, *block, *open);
            let fits = week.iter().all(|day| day.len() <= week::MOST_SPANS);
            let operations = week::write(path.find(tree)?, path, &week);
            fits.then(|| (operations, path.name("week")))
        }
        Wish::Weekdays(path) => {
            let mut week = week::read(path.find(tree)?);
            let monday = week[0].clone();
            week[1..5].fill(monday);
            there(
                &path.name("week").name(week::DAYS[0]),
                week::write(path.find(tree)?, path, &week),
            )
        }
        Wish::Exception(path, date) => tables::exception(tree, path, date),
        Wish::On(path, date, spans) => {
            let path = path.name("dates").name(date);
            let value = week::list(spans);
            there(
                &path,
                vec![Operation::Set {
                    path: path.clone(),
                    value,
                }],
            )
        }
        Wish::Date(path, date) => tables::redate(tree, path, date),
        Wish::ClosedOn(path, list, is_closed) => {
            let path = path.name("closed_on");
            there(&path, vec![uses::tick(tree, &path, list, *is_closed)?])
        }
        Wish::Country(list, country, year, unsure) => {
            tables::country(tree, list.as_ref(), country, *year, *unsure)
        }
        Wish::Holidays => tables::holidays(tree),
        Wish::Holiday(path, date) => tables::holiday(tree, path, date),
    }
}

/// The field of the pane that is nearest to a place; nothing where the place belongs to other panes.
pub fn nearest(tree: &Node, wanted: &Path) -> Option<Path> {
    let mut steps = wanted.steps().iter();
    let leeward_document::Step::Name(table) = steps.next()? else {
        return None;
    };
    if !["channels", "hours", "holidays"].contains(&table.as_str()) {
        return None;
    }
    let outer = Path::default().name(table);
    let Some(id) = steps.next() else {
        return Some(outer);
    };
    let item = outer.step(id.clone());
    item.find(tree)?;
    let first = item.name(if table == "channels" { "kind" } else { "name" });
    let Some(part) = steps.next() else {
        return Some(first);
    };
    let field = item.step(part.clone());
    let inner = steps.next().map(|step| field.step(step.clone()));
    match (table.as_str(), part) {
        // A day of the week may stand within a range.
        ("hours", leeward_document::Step::Name(name)) if name == "week" => {
            let day = inner
                .as_ref()
                .and_then(|inner| inner.parent().map(|(_, step)| step.clone()));
            let days = day.and_then(|step| match step {
                leeward_document::Step::Name(days) => triage::hours::parse_days(&days)?.next(),
                leeward_document::Step::Place(_) => None,
            });
            Some(field.name(week::DAYS[days.unwrap_or_default()]))
        }
        ("hours", leeward_document::Step::Name(name)) if name == "dates" => inner.or(Some(first)),
        ("channels", leeward_document::Step::Name(name)) if name == "always" => {
            Some(item.name("hours"))
        }
        _ => Some(field),
    }
}
