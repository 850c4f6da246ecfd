//! Ways: who goes to which channels, in the order in which they are tried.

use leeward_document::Path;
use triage::source::{Node, Value};
use yew::{Html, html};

use super::{actions, adds, condition, elements, fields, key, tick};
use crate::{
    asked::{Asked, asked},
    build::{Wish, flag, route},
    event::Event,
    sentence,
    state::Work,
    view::{Ui, as_one, list::mover, select},
    writing::channel_name,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let routes = elements(tree, "routes");
    let asked = asked(tree, usize::MAX, &work.languages.0);
    html! {
        <section class="group" key="routes">
            <h2>{ ui.say("group_routes") }</h2>
            <p class="soft">{ ui.say("route_lead") }</p>
            <ol class="items" role="list">
                { for routes.iter().enumerate().map(|(place, node)| item(node, place, &asked, work, ui)) }
            </ol>
            { adds(Wish::Way, ui.say("route_add"), "routes", ui) }
        </section>
    }
}

fn item(node: &Node, place: usize, asked: &[Asked], work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let routes = elements(tree, "routes");
    let list = Path::default().name("routes");
    let path = list.place(place);
    let is_last = place + 1 == routes.len();
    let said = sentence::at(
        node.entry("when"),
        asked,
        if is_last {
            "route_rest"
        } else {
            "route_always"
        },
        ui.words,
    );
    let name = if node.entry("when").is_some() {
        ui.words.fill("route_when", &[("when", &said)])
    } else {
        said
    };
    let channels = ["first", "second"].map(|which| {
        let ids = route::chosen(node, which);
        let names: Vec<String> = ids.iter().map(|id| channel(tree, id, work)).collect();
        names.join(&ui.say("said_or"))
    });
    let goal = match &channels {
        [first, second] if second.is_empty() => ui.words.fill("route_to_one", &[("first", first)]),
        [first, second] => ui
            .words
            .fill("route_to", &[("first", first), ("second", second)]),
    };
    html! {
        <li class="item" key={key(routes, place)} data-list={list.to_string()} data-place={place.to_string()}>
            <div class="row">
                // The last way is for everybody else, so it stays the last.
                { mover(&list, place, routes.len().saturating_sub(1), &name, ui) }
                <details>
                    <summary>
                        <strong>{ name.clone() }</strong>
                        <small>{ goal }{ ends(place, work, ui) }</small>
                    </summary>
                    <div class="inner">
                        { if is_last { Html::default() } else { condition::view(&path.name("when"), asked, "route_always", work, ui) } }
                        { chosen(node, &path, "first", work, ui) }
                        { chosen(node, &path, "second", work, ui) }
                        { needs(node, &path, work, ui) }
                        { fields(work, &path, ui) }
                        { emergency(node, &path, ui) }
                        { if is_last { Html::default() } else { actions(&path, &name, ui) } }
                    </div>
                </details>
            </div>
        </li>
    }
}

/// How many end here, were each answer given equally often.
fn ends(place: usize, work: &Work, ui: Ui<'_>) -> Html {
    let words = match work.ends.as_ref().and_then(|ends| ends.get(place)) {
        None => return Html::default(),
        Some(0) => ui.say("route_nobody"),
        Some(millionths) => {
            let percent = millionths.div_ceil(10_000).to_string();
            ui.words.fill("route_share", &[("percent", &percent)])
        }
    };
    html! { <>{ ui.say("list_dot") }{ words }</> }
}

fn channel(tree: &Node, id: &str, work: &Work) -> String {
    channel_name(tree, id, &work.languages.0).to_owned()
}

/// The channels of one choice, in the order in which they are preferred.
fn chosen(node: &Node, path: &Path, which: &'static str, work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let list = path.name(which);
    let ids = route::chosen(node, which);
    let least = usize::from(which == "first");
    let each = ids.iter().enumerate().map(|(place, id)| {
        let name = channel(tree, id, work);
        let label = ui.words.fill("edit_remove", &[("what", &name)]);
        let remove = (ids.len() > least).then(|| html! {
            <button type="button" class="quiet icon" data-action="remove" aria-label={label} onclick={ui.on_click(Event::Removed(list.place(place)))}></button>
        });
        html! {
            <li key={(*id).to_owned()} data-list={list.to_string()} data-place={place.to_string()}>
                <div class="row">{ mover(&list, place, ids.len(), &name, ui) }<span class="name">{ name }</span>{ as_one(remove) }</div>
            </li>
        }
    });
    let channels = tree.entry("channels").map_or(&[][..], Node::entries).iter();
    let rest = channels.filter(|(id, _)| !ids.contains(&id.as_str()));
    let rest: Vec<(String, String)> = rest
        .map(|(id, _)| (id.clone(), channel(tree, id, work)))
        .collect();
    let more = (!rest.is_empty()).then(|| {
        let options: Vec<_> = std::iter::once((String::new(), ui.say("route_choose")))
            .chain(rest)
            .collect();
        let at = path.clone();
        let on_choice = ui.when(move |id: String| {
            (!id.is_empty()).then(|| Event::Wished(Wish::Channel(at.clone(), which, id)))
        });
        select(
            format!("{list}-more"),
            ui.say(&["route_more_", which].concat()),
            options,
            "",
            on_choice,
        )
    });
    html! {
        <div class="options" data-choice={which}>
            <h3>{ ui.say(&["route_", which].concat()) }</h3>
            <ol role="list">{ for each }</ol>
            { as_one(more) }
        </div>
    }
}

/// What the best option must be able to do here.
fn needs(node: &Node, path: &Path, work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let all = route::abilities(tree);
    if all.is_empty() {
        return Html::default();
    }
    let needed = route::chosen(node, "needs");
    let each = all.iter().map(|what| {
        let is_needed = needed.contains(what);
        let wish = Wish::Need(path.clone(), (*what).to_owned(), !is_needed);
        html! { <li key={(*what).to_owned()}>{ tick(is_needed, wish, what.replace('_', " "), ui) }</li> }
    });
    html! {
        <fieldset class="options"><legend>{ ui.say("route_needs") }</legend><ul role="list" class="ticks">{ for each }</ul></fieldset>
    }
}

fn emergency(node: &Node, path: &Path, ui: Ui<'_>) -> Html {
    let is_set = node
        .entry("emergency")
        .is_some_and(|flag| flag.value == Value::Bool(true));
    tick(
        is_set,
        flag(path.name("emergency"), !is_set),
        ui.say("route_emergency"),
        ui,
    )
}
