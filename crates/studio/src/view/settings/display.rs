//! How the help stands on the page, by what it opens, and what else a page may have of it.

use leeward_document::Path;
use triage::source::{Node, Value};
use yew::{Html, html};

use super::{choice, chosen, line, strings};
use crate::{
    build::flag,
    event::Event,
    fields::Kind,
    state::Work,
    view::{Ui, tick},
};

/// How it may stand, as the format names it; the first when nothing is said. With `mode_` before it, each is the studio's
/// words for it.
const MODES: [&str; 4] = ["popup", "inline", "banner", "page"];

/// In which corner its button may stand; the first when nothing is said.
const CORNERS: [&str; 2] = ["end", "start"];

/// How often it may open by itself.
const ONCE_PER: [&str; 3] = ["view", "visit", "day"];

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let mode = chosen(tree, "display.mode")
        .filter(|mode| MODES.contains(mode))
        .unwrap_or(MODES[0]);
    html! {
        <>
            <section class="group" key="display">
                <h2>{ ui.say("display_title") }</h2>
                { choice(Path::parse("display.mode"), "display_mode", "mode_", &MODES, Some(mode), ui) }
                <p class="soft">{ ui.say(&["mode_about_", mode].concat()) }</p>
                { if mode == MODES[0] { opening(tree, work, ui) } else { Html::default() } }
            </section>
            <section class="group" key="when">
                <h2>{ ui.say("display_when") }</h2>
                <p class="soft">{ ui.say("display_when_lead") }</p>
                { line("display.starts_at", "display_starts", Kind::Moment, work, ui) }
                { line("display.expires_at", "display_expires", Kind::Moment, work, ui) }
                { strings(Path::parse("display.on_pages"), "display_pages", work, ui) }
            </section>
            <section class="group" key="extras">
                <h2>{ ui.say("display_extras") }</h2>
                { line("status.url", "display_status", Kind::Line, work, ui) }
                { line("exit.url", "display_exit", Kind::Line, work, ui) }
            </section>
        </>
    }
}

fn opening(tree: &Node, work: &Work, ui: Ui<'_>) -> Html {
    let leaving = Path::parse("display.open_when.leaving");
    let is_set = leaving
        .find(tree)
        .is_some_and(|flag| flag.value == Value::Bool(true));
    let wish = flag(leaving, !is_set);
    let corner = chosen(tree, "display.corner").or(Some(CORNERS[0]));
    html! {
        <>
            { choice(Path::parse("display.corner"), "display_corner", "corner_", &CORNERS, corner, ui) }
            <fieldset class="options">
                <legend>{ ui.say("display_opens") }</legend>
                <p class="soft">{ ui.say("display_opens_lead") }</p>
                { line("display.open_when.after_seconds", "display_after", Kind::Whole, work, ui) }
                { line("display.open_when.scrolled_percent", "display_scrolled", Kind::Whole, work, ui) }
                { tick(is_set, false, Event::Wished(wish), ui.say("display_leaving"), ui) }
                { choice(Path::parse("display.once_per"), "display_once", "once_", &ONCE_PER, chosen(tree, "display.once_per"), ui) }
            </fieldset>
        </>
    }
}
