//! `leeward flow`: questions, routes and channels as a picture, in the languages of Mermaid and Graphviz.

use std::path::Path;

use clap::ValueEnum;
use jiff::Timestamp;
use triage::{Link, Playbook, Spot};

use crate::{load::rehearse, plain::line, words};

/// The language of a picture.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// Mermaid, which GitHub and many wikis draw.
    Mermaid,
    /// Graphviz: `dot -Tsvg` makes an SVG of it.
    Dot,
}

/// Boxes, and arrows with words between them.
struct Picture {
    boxes: Vec<Shape>,
    arrows: Vec<(String, String, String)>,
}

struct Shape {
    id: String,
    words: String,
    kind: Kind,
    /// Whether no visitor comes here.
    dead: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Question,
    Decision,
    Route,
    Channel,
}

/// Prints a file's flow.
pub fn picture(file: &Path, format: Format) -> Result<(), String> {
    let (playbook, _) = rehearse(file, Timestamp::now())?;
    let picture = draw(&playbook);
    let text = match format {
        Format::Mermaid => picture.mermaid(),
        Format::Dot => picture.dot(),
    };
    say!("{}", text.trim_end());
    Ok(())
}

/// The boxes and arrows of a playbook, in words.
fn draw(playbook: &Playbook) -> Picture {
    let flow = triage::picture(playbook);
    let mut picture = Picture {
        boxes: Vec::new(),
        arrows: Vec::new(),
    };
    for (spot, dead) in &flow.spots {
        let words = |text| playbook.words(text, 0).text;
        let (kind, words) = match spot {
            Spot::Decision => (Kind::Decision, "the first that holds".to_owned()),
            Spot::Question(id) => {
                let question = playbook.question(*id);
                let words = format!("{}: {}", question.id, words(&question.text));
                (Kind::Question, words)
            }
            Spot::Route(id) => (Kind::Route, playbook.route(*id).id.clone()),
            Spot::Channel(id) => {
                let channel = playbook.channel(*id);
                let words = format!("{}: {}", channel.id, words(&channel.name));
                (Kind::Channel, words)
            }
        };
        picture.add(&name(playbook, *spot), words, kind, *dead);
    }
    for (from, to, link) in &flow.links {
        let words = match (link, to) {
            (Link::Asked, Spot::Question(id)) => {
                words::condition(playbook, playbook.question(*id).ask_when.as_ref())
            }
            (Link::Tried(place), Spot::Route(id)) => match &playbook.route(*id).when {
                Some(when) => format!("{place}: {}", words::condition(playbook, Some(when))),
                None => format!("{place}: otherwise"),
            },
            (Link::First, _) => "first".to_owned(),
            (Link::Second, _) => "second".to_owned(),
            _ => "then".to_owned(),
        };
        let (from, to) = (name(playbook, *from), name(playbook, *to));
        picture.arrows.push((from, to, words));
    }
    picture
}

/// Words between quotation marks in Mermaid's language. It takes some marks for its own: HTML, Markdown between grave
/// accents, and directives (`%%{init: …}%%`), which set how safe a picture is. Character references it takes for what
/// they stand for.
fn quoted(words: &str) -> String {
    let mut quoted = String::new();
    for sign in line(words).chars() {
        match sign {
            '#' | '"' | '<' | '>' | '&' | '`' | '%' => {
                quoted += &format!("#{};", u32::from(sign));
            }
            _ => quoted.push(sign),
        }
    }
    quoted
}

/// The name of a box.
fn name(playbook: &Playbook, spot: Spot) -> String {
    match spot {
        Spot::Decision => "decision".to_owned(),
        Spot::Question(id) => format!("question_{}", playbook.question(id).id),
        Spot::Route(id) => format!("route_{}", playbook.route(id).id),
        Spot::Channel(id) => format!("channel_{}", playbook.channel(id).id),
    }
}

impl Picture {
    fn add(&mut self, id: &str, words: String, kind: Kind, dead: bool) {
        let words = if dead {
            format!("{words} (never reached)")
        } else {
            words
        };
        self.boxes.push(Shape {
            id: id.to_owned(),
            words,
            kind,
            dead,
        });
    }

    fn mermaid(&self) -> String {
        let mut text = String::from("flowchart TD\n");
        for shape in &self.boxes {
            let (open, close) = match shape.kind {
                Kind::Question => ("(", ")"),
                Kind::Decision => ("{", "}"),
                Kind::Route => ("{{", "}}"),
                Kind::Channel => ("[", "]"),
            };
            let class = if shape.dead { ":::never" } else { "" };
            text += &format!(
                "  {}{open}\"{}\"{close}{class}\n",
                shape.id,
                quoted(&shape.words)
            );
        }
        for (from, to, words) in &self.arrows {
            text += &format!("  {from} -->|\"{}\"| {to}\n", quoted(words));
        }
        text + "  classDef never stroke-dasharray: 4 4\n"
    }

    fn dot(&self) -> String {
        let quoted = |words: &str| line(words).replace('\\', "\\\\").replace('"', "\\\"");
        let mut text = String::from("digraph flow {\n  node [fontname=\"sans-serif\"]\n");
        for shape in &self.boxes {
            let kind = match shape.kind {
                Kind::Question => "ellipse",
                Kind::Decision => "diamond",
                Kind::Route => "hexagon",
                Kind::Channel => "box",
            };
            let style = if shape.dead { ", style=dashed" } else { "" };
            let words = quoted(&shape.words);
            text += &format!(
                "  \"{}\" [label=\"{words}\", shape={kind}{style}]\n",
                shape.id
            );
        }
        for (from, to, words) in &self.arrows {
            text += &format!("  \"{from}\" -> \"{to}\" [label=\"{}\"]\n", quoted(words));
        }
        text + "}\n"
    }
}
