//! The flow as a drawing: questions in a column, then the routes in their order, then the channels. Lengths are in the
//! drawing's own unit, of which a letter is some eight wide.

use triage::{Link, Picture, Spot};

/// How wide a box is.
pub const WIDE: i32 = 300;
/// How high a line of text is.
pub const LINE: i32 = 20;
/// What is left free around text in a box.
pub const INSET: i32 = 12;

/// From the left edge of a column to that of the next.
const COLUMN: i32 = WIDE + 140;
/// Between two boxes of a column.
const GAP: i32 = 28;
/// Around everything.
const MARGIN: i32 = 20;
/// The width of a letter of the Latin kind; Chinese and Japanese ones are twice as wide.
const LETTER: usize = 8;

/// A drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// The boxes.
    pub shapes: Vec<Shape>,
    /// The arrows.
    pub arrows: Vec<Arrow>,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What it stands for.
    pub spot: Spot,
    /// Whether no visitor comes there.
    pub dead: bool,
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How high it is.
    pub height: i32,
    /// What stands in it.
    pub lines: Vec<String>,
}

/// An arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// Where it begins.
    pub from: (i32, i32),
    /// Where it ends.
    pub to: (i32, i32),
    /// What it says.
    pub link: Link,
    /// The words beside it, from its beginning down.
    pub lines: Vec<String>,
}

/// Places the boxes of a picture. `says` has the words in a box, and those on the arrow between two questions.
pub fn draw(
    picture: &Picture,
    says: impl Fn(Spot, bool) -> String,
    asked: impl Fn(Spot) -> String,
) -> Drawing {
    let mut heights = [MARGIN; 3];
    let mut shapes: Vec<Shape> = Vec::new();
    let column = |spot: &Spot| match spot {
        Spot::Question(_) | Spot::Decision => 0,
        Spot::Route(_) => 1,
        Spot::Channel(_) => 2,
    };
    // The decision comes behind the questions.
    let mut spots = picture.spots.clone();
    spots.sort_by_key(|(spot, _)| *spot == Spot::Decision);
    for (spot, dead) in spots {
        let place = column(&spot);
        let lines = wrapped(&says(spot, dead));
        let height = lines.len() as i32 * LINE + 2 * INSET;
        let before = picture
            .links
            .iter()
            .find(|(_, to, link)| *to == spot && *link == Link::Asked);
        let room = before.map_or(0, |_| wrapped(&asked(spot)).len() as i32 * LINE);
        let y = heights[place] + room;
        heights[place] = y + height + GAP;
        shapes.push(Shape {
            spot,
            dead,
            x: MARGIN + place as i32 * COLUMN,
            y,
            height,
            lines,
        });
    }
    // Channels stand beside the middle of the routes, so that arrows are short.
    let down = (heights[1] - heights[2]).max(0) / 2;
    for shape in shapes.iter_mut().filter(|shape| column(&shape.spot) == 2) {
        shape.y += down;
    }
    let arrows = picture.links.iter().filter_map(|(from, to, link)| {
        let find = |spot: &Spot| shapes.iter().find(|shape| shape.spot == *spot);
        let (one, other) = (find(from)?, find(to)?);
        let down = column(from) == column(to);
        let (from, end) = if down {
            ((one.x + 24, one.y + one.height), (other.x + 24, other.y))
        } else {
            let middle = |shape: &Shape| shape.y + shape.height / 2;
            ((one.x + WIDE, middle(one)), (other.x, middle(other)))
        };
        let lines = if *link == Link::Asked {
            wrapped(&asked(*to))
        } else {
            Vec::new()
        };
        Some(Arrow {
            from,
            to: end,
            link: *link,
            lines,
        })
    });
    let arrows = arrows.collect();
    Drawing {
        width: 2 * COLUMN + WIDE + 2 * MARGIN,
        height: heights.into_iter().max().unwrap_or_default() - GAP + MARGIN,
        shapes,
        arrows,
    }
}

/// A text in lines that fit into a box. Scripts without spaces may break anywhere.
fn wrapped(text: &str) -> Vec<String> {
    let most = (WIDE - 2 * INSET) as usize / LETTER;
    let wide = |letter: char| match letter {
        // Signs of Devanagari that stand above, below or beside a letter.
        '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' => 0,
        '\u{2e80}'.. => 2,
        _ => 1,
    };
    let long = |text: &str| text.chars().map(wide).sum::<usize>();
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_inclusive(' ') {
            if !line.is_empty() && long(&line) + long(word.trim_end()) > most {
                lines.push(std::mem::take(&mut line));
            }
            for letter in word.chars() {
                if long(&line) + wide(letter) > most && letter != ' ' {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(letter);
            }
        }
        lines.push(line);
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{draw, wrapped};
    use triage::{check, picture, source::parse};

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let text =
            "Would you say the damage, the money or exhaustion is the most dangerous right now?";
        let lines = wrapped(text);
        assert!(
            lines.iter().all(|line| line.chars().count() <= 34),
            "{lines:?}"
        );
        assert_eq!(lines.join(" "), text);
        let japanese = "いま最も必要なことは何ですか。いま最も必要なことは何ですか。";
        assert_eq!(wrapped(japanese).concat(), japanese);
        assert!(wrapped(japanese).len() > 1);
    }

    #[test]
    fn boxes_stand_in_columns_and_none_covers_another() {
        let text = include_str!("../../../../playbooks/service-crisis.json");
        let playbook = check(parse(text).unwrap()).playbook.unwrap();
        let picture = picture(&playbook);
        let says = |spot, _| format!("{spot:?} with some words that need more than one line");
        let drawing = draw(&picture, says, |_| "when something was answered".to_owned());
        assert_eq!(drawing.shapes.len(), picture.spots.len());
        assert_eq!(drawing.arrows.len(), picture.links.len());
        for (place, one) in drawing.shapes.iter().enumerate() {
            assert!(one.y + one.height <= drawing.height);
            for other in drawing
                .shapes
                .iter()
                .skip(place + 1)
                .filter(|other| other.x == one.x)
            {
                assert!(other.y >= one.y + one.height || one.y >= other.y + other.height);
            }
        }
    }
}
