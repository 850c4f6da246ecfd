//! `leeward flow`: questions, routes and channels as a picture, in the languages of Mermaid and Graphviz.

use std::path::Path;

use clap::ValueEnum;
use jiff::Timestamp;
use triage::{Playbook, analyse};

use crate::{load::rehearse, words};

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

/// Questions one after the other, each with its condition on the arrow to it; then the routes, numbered in the order in
/// which they are tried, each with its preferred channels.
fn draw(playbook: &Playbook) -> Picture {
    let analysis = analyse(playbook);
    let dead = |missing: bool| missing && analysis.proven;
    let mut picture = Picture {
        boxes: Vec::new(),
        arrows: Vec::new(),
    };
    picture.add(
        "decision",
        "the first that holds".to_owned(),
        Kind::Decision,
        false,
    );
    let mut before: Option<String> = None;
    let questions = playbook.questions().iter().zip(&analysis.questions);
    for (question, witness) in questions.filter(|(question, _)| !question.for_agent) {
        let id = format!("question_{}", question.id);
        let text = playbook.words(&question.text, 0).text;
        let words = format!("{}: {text}", question.id);
        picture.add(&id, words, Kind::Question, dead(witness.is_none()));
        if let Some(before) = before.replace(id.clone()) {
            let when = words::condition(playbook, question.ask_when.as_ref());
            picture.arrows.push((before, id, when));
        }
    }
    let then = |before| (before, "decision".to_owned(), "then".to_owned());
    picture.arrows.extend(before.map(then));
    for channel in playbook.channels() {
        let words = format!("{}: {}", channel.id, playbook.words(&channel.name, 0).text);
        picture.add(
            &format!("channel_{}", channel.id),
            words,
            Kind::Channel,
            false,
        );
    }
    let routes = playbook.routes().iter().zip(&analysis.routes);
    for (number, (route, win)) in (1..).zip(routes) {
        let id = format!("route_{}", route.id);
        picture.add(&id, route.id.clone(), Kind::Route, dead(win.is_none()));
        let when = match &route.when {
            Some(when) => words::condition(playbook, Some(when)),
            None => "otherwise".to_owned(),
        };
        let when = format!("{number}: {when}");
        picture
            .arrows
            .push(("decision".to_owned(), id.clone(), when));
        for (channels, words) in [(&route.first, "first"), (&route.second, "second")] {
            if let Some(channel) = channels.first() {
                let channel = format!("channel_{}", playbook.channel(*channel).id);
                picture.arrows.push((id.clone(), channel, words.to_owned()));
            }
        }
    }
    picture
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
        // Mermaid takes some marks for its own; character references it takes for what they stand for.
        let quoted = |words: &str| words.replace('#', "#35;").replace('"', "#quot;");
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
        let quoted = |words: &str| words.replace('\\', "\\\\").replace('"', "\\\"");
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
