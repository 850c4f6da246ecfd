//! Look: one colour, from which the rest follows in light and in dark; corners, font and logo.

use leeward_document::Path;
use triage::{
    colour::{Colour, LOWEST_CONTRAST},
    source::Node,
};
use yew::{Html, html};

use super::{choice, chosen, line};
use crate::{
    build::Wish,
    event::Event,
    fields::Kind,
    state::Work,
    view::{Ui, as_one, value_of},
};

/// The colour that holds where a playbook names none.
const OURS: &str = "#0b5c58";

/// Corners and fonts, as the format names them; the first when nothing is said.
const CORNERS: [&str; 3] = ["round", "soft", "square"];
const FONTS: [&str; 2] = ["system", "page"];

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let path = Path::parse("theme.brand");
    let named = path.find(work.document().tree()).map_or("", Node::text);
    let colour = Colour::parse(if named.is_empty() { OURS } else { named });
    let value = colour.map_or_else(|| OURS.to_owned(), Colour::to_hex);
    let at = path.clone();
    let onchange = ui.dispatch.reform(move |event: yew::Event| {
        Event::Wished(Wish::Put(at.clone(), Some(Node::string(&value_of(&event)))))
    });
    let tree = work.document().tree();
    let said = |path, otherwise| chosen(tree, path).or(Some(otherwise));
    html! {
        <section class="group" key="look">
            <h2>{ ui.say("look_title") }</h2>
            <p class="soft">{ ui.say("look_lead") }</p>
            <div class="colour">
                <div class="choice">
                    <label for="brand">{ ui.say("look_pick") }</label>
                    <input id="brand" type="color" {value} {onchange} />
                </div>
                { line("theme.brand", "look_code", Kind::Line, work, ui) }
            </div>
            { as_one(colour.map(|colour| contrast(colour, &path, ui))) }
            { choice(Path::parse("theme.corners"), "look_corners", "corners_", &CORNERS, said("theme.corners", CORNERS[0]), ui) }
            { choice(Path::parse("theme.font"), "look_font", "font_", &FONTS, said("theme.font", FONTS[0]), ui) }
            { line("theme.logo", "look_logo", Kind::Line, work, ui) }
        </section>
    }
}

/// Whether white letters can be read on it (WCAG 2.2, 1.4.3).
fn contrast(colour: Colour, path: &Path, ui: Ui<'_>) -> Html {
    let ratio = colour.contrast(Colour::WHITE);
    let said = format!("{}.{}", ratio / 100, ratio / 10 % 10);
    if ratio >= LOWEST_CONTRAST {
        return html! { <p class="sound">{ ui.words.fill("look_enough", &[("ratio", &said)]) }</p> };
    }
    let darker = colour.under_white_text().to_hex();
    let event = Event::Wished(Wish::Put(path.clone(), Some(Node::string(&darker))));
    html! {
        <div class="warm">
            <p>{ ui.words.fill("look_faint", &[("ratio", &said)]) }</p>
            <button type="button" class="secondary" data-action="darker" onclick={ui.on_click(event)}>{ ui.words.fill("look_darker", &[("colour", &darker)]) }</button>
        </div>
    }
}
