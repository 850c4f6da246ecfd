//! The picture of the flow. Its colours stand in it, on paper of its own, so that the file that is made of it needs
//! nothing else.

use triage::{Link, Spot, source::Node};
use yew::{Html, html};

use super::super::{Ui, as_one};
use crate::{
    asked::{Asked, asked},
    event::Event,
    rehearse::{
        Change,
        flow::{Arrow, Drawing, INSET, LINE, Shape, WIDE, draw},
        played::Played,
    },
    sentence,
    state::Work,
};

const INK: &str = "#17201f";
const PAPER: &str = "#ffffff";
const LINES: &str = "#47524f";

/// Steps of the picture's size, in hundredths.
const SIZES: [u32; 6] = [25, 50, 75, 100, 150, 200];

pub fn view(played: &Played, work: &Work, ui: Ui<'_>) -> Html {
    let drawing = drawing(played, work, ui);
    let zoom = work.rehearsal.zoom;
    let now = zoom.unwrap_or(75);
    let smaller = SIZES.into_iter().rev().find(|size| *size < now);
    let larger = SIZES.into_iter().find(|size| *size > now);
    let size = |name, key, zoom: Option<u32>, disabled: bool| {
        let event = Event::Rehearsed(Change::Zoom(zoom));
        html! { <button type="button" class="secondary" data-zoom={name} aria-label={ui.say(key)} {disabled} onclick={ui.on_click(event)}>{ match name { "in" => "+".to_owned(), "out" => "−".to_owned(), _ => ui.say(key) } }</button> }
    };
    html! {
        <section class="group" aria-labelledby="rehearse-flow">
            <h3 id="rehearse-flow">{ ui.say("rehearse_flow") }</h3>
            <p class="soft">{ ui.say("rehearse_flow_text") }</p>
            <div class="picks">
                { size("out", "rehearse_smaller", smaller, smaller.is_none()) }
                { size("in", "rehearse_larger", larger, larger.is_none()) }
                { size("fit", "rehearse_fit", None, zoom.is_none()) }
                <button type="button" class="secondary" data-action="picture" onclick={ui.on_click(Event::PictureWanted)}>{ ui.say("rehearse_picture") }</button>
            </div>
            <div class="picture" id="flow" role="group" tabindex="0" aria-label={ui.say("rehearse_flow")}>{ svg(&drawing, zoom, ui) }</div>
        </section>
    }
}

fn drawing(played: &Played, work: &Work, ui: Ui<'_>) -> Drawing {
    let (playbook, tree) = (&played.playbook, work.document().tree());
    let locale = playbook
        .locales()
        .iter()
        .position(|known| known == work.locale());
    let text = |text| playbook.words(text, locale.unwrap_or_default()).text;
    let questions = asked(tree, playbook.questions().len(), work.locale());
    let says = |spot: Spot, dead: bool| {
        let words = match spot {
            Spot::Question(id) => text(&playbook.question(id).text).to_owned(),
            Spot::Decision => ui.say("rehearse_decision"),
            Spot::Channel(id) => text(&playbook.channel(id).name).to_owned(),
            Spot::Route(id) => {
                let route = playbook.route(id);
                let when = condition(
                    tree,
                    "routes",
                    &route.id,
                    "when",
                    &questions,
                    "rehearse_otherwise",
                    ui,
                );
                let place = (id.index() + 1).to_string();
                let name = route.id.replace('_', " ");
                let values = [("place", place.as_str()), ("route", &name), ("when", &when)];
                ui.words.fill("rehearse_route", &values)
            }
        };
        if dead {
            ui.words.fill("rehearse_dead", &[("what", &words)])
        } else {
            words
        }
    };
    let asks = |spot: Spot| match spot {
        Spot::Question(id) => {
            let id = &playbook.question(id).id;
            condition(
                tree,
                "questions",
                id,
                "ask_when",
                &questions,
                "rehearse_always_asked",
                ui,
            )
        }
        _ => String::new(),
    };
    draw(&played.picture, says, asks)
}

/// The condition of a question or a route, by its id.
fn condition(
    tree: &Node,
    list: &str,
    id: &str,
    field: &str,
    questions: &[Asked],
    none: &str,
    ui: Ui<'_>,
) -> String {
    let all = tree.entry(list).map_or(&[][..], Node::elements);
    let is_it = |node: &&Node| node.entry("id").is_some_and(|known| known.text() == id);
    let node = all.iter().find(is_it).and_then(|node| node.entry(field));
    sentence::at(node, questions, none, ui.words)
}

fn svg(drawing: &Drawing, zoom: Option<u32>, ui: Ui<'_>) -> Html {
    let pixels = |length: i32| {
        let share = |zoom: u32| (length * i32::try_from(zoom).unwrap_or(100) / 100).to_string();
        zoom.map(share)
    };
    let width = pixels(drawing.width).unwrap_or_else(|| "100%".to_owned());
    html! {
        <svg
            xmlns="http://www.w3.org/2000/svg" {width} height={pixels(drawing.height)}
            viewBox={format!("0 0 {} {}", drawing.width, drawing.height)}
            role="img" aria-labelledby="flow-title" font-family="system-ui, sans-serif" font-size="15" fill={INK}
        >
            <title id="flow-title">{ ui.say("rehearse_flow_title") }</title>
            <defs>
                <marker id="flow-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
                    <path d="M0 0L10 5L0 10z" fill={LINES} />
                </marker>
            </defs>
            <rect width="100%" height="100%" fill={PAPER} />
            { as_one(drawing.arrows.iter().map(arrow)) }
            { as_one(drawing.shapes.iter().map(shape)) }
        </svg>
    }
}

fn arrow(arrow: &Arrow) -> Html {
    let ((x, y), (to_x, to_y)) = (arrow.from, arrow.to);
    let middle = (x + to_x) / 2;
    let path = if x == to_x {
        format!("M{x} {y}L{to_x} {to_y}")
    } else {
        format!("M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}")
    };
    let dashes = (arrow.link == Link::Second).then_some("2 5");
    html! {
        <>
            <path d={path} fill="none" stroke={LINES} stroke-width="1.5" stroke-dasharray={dashes} marker-end="url(#flow-arrow)" />
            { lines(&arrow.lines, (x + INSET, y + LINE), LINES) }
        </>
    }
}

fn shape(shape: &Shape) -> Html {
    let (ground, corner) = match shape.spot {
        Spot::Question(_) => ("#f4f2ec", "14"),
        Spot::Decision => (PAPER, "22"),
        Spot::Route(_) => ("#e4efed", "0"),
        Spot::Channel(_) => (PAPER, "6"),
    };
    let dashes = shape.dead.then_some("6 4");
    html! {
        <g>
            <rect
                x={shape.x.to_string()} y={shape.y.to_string()} width={WIDE.to_string()} height={shape.height.to_string()}
                rx={corner} fill={ground} stroke={INK} stroke-width="1.5" stroke-dasharray={dashes}
            />
            { lines(&shape.lines, (shape.x + INSET, shape.y + INSET + LINE - 5), INK) }
        </g>
    }
}

fn lines(lines: &[String], (x, y): (i32, i32), fill: &'static str) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    let line = |(place, line): (i32, &String)| {
        let y = y + place * LINE;
        html! { <tspan x={x.to_string()} y={y.to_string()}>{ line.clone() }</tspan> }
    };
    html! { <text {fill}>{ for (0..).zip(lines).map(line) }</text> }
}
