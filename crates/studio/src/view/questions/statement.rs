//! What is said beside the answer, and to whom.

use leeward_document::Path;
use triage::source::{Node, Value};
use yew::{Html, html};

use super::{actions, adds, condition, elements, fields, key, tick};
use crate::{
    asked::{Asked, asked},
    build::{
        Wish, flag,
        statement::{LISTS, OFFERED_BY},
    },
    event::Event,
    fields::{Field, Kind},
    sentence,
    state::Work,
    view::{Ui, field, list::mover, select},
    writing::in_language,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let asked = asked(work.document().tree(), usize::MAX, &work.languages.0);
    LISTS
        .iter()
        .map(|name| group(name, &asked, work, ui))
        .collect()
}

fn group(name: &'static str, asked: &[Asked], work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let there = elements(tree, name);
    html! {
        <section class="group" key={name}>
            <h2>{ ui.say(&["group_", name].concat()) }</h2>
            <p class="soft">{ ui.say(&["statement_lead_", name].concat()) }</p>
            <ol class="items" role="list">
                { for there.iter().enumerate().map(|(place, node)| item(name, node, place, asked, work, ui)) }
            </ol>
            { adds(Wish::Statement(name), ui.say(&["statement_add_", name].concat()), name, ui) }
        </section>
    }
}

fn item(
    list_name: &str,
    node: &Node,
    place: usize,
    asked: &[Asked],
    work: &Work,
    ui: Ui<'_>,
) -> Html {
    let tree = work.document().tree();
    let there = elements(tree, list_name);
    let list = Path::default().name(list_name);
    let path = list.place(place);
    let words = if list_name == "resources" {
        "title"
    } else {
        "text"
    };
    let text = node
        .entry(words)
        .map_or("", |text| in_language(text, &work.languages.0));
    let name = if text.is_empty() {
        ui.say("statement_new")
    } else {
        text.to_owned()
    };
    let when = node.entry("show_when");
    let said = sentence::at(when, asked, "statement_always", ui.words);
    let said = if when.is_some() {
        ui.words.fill("statement_when", &[("when", &said)])
    } else {
        said
    };
    html! {
        <li class="item" key={key(there, place)} data-list={list.to_string()} data-place={place.to_string()}>
            <div class="row">
                { mover(&list, place, there.len(), &name, ui) }
                <details>
                    <summary><strong>{ name.clone() }</strong><small>{ said }</small></summary>
                    <div class="inner">
                        { fields(work, &path, ui) }
                        { if matches!(list_name, "stories" | "resources") { expiry(&path, node, work, ui) } else { Html::default() } }
                        { if list_name == "resources" { resource(node, &path, ui) } else { Html::default() } }
                        { condition::view(&path.name("show_when"), asked, "statement_always", work, ui) }
                        { actions(&path, &name, ui) }
                    </div>
                </details>
            </div>
        </li>
    }
}

/// The last day on which it is shown; most have none.
fn expiry(path: &Path, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    if node.entry("expires_on").is_some() && path.to_string().starts_with("resources") {
        return Html::default();
    }
    let day = Field {
        path: path.name("expires_on"),
        label: "field_expires_on".to_owned(),
        kind: Kind::Line,
        required: false,
    };
    field::view(&day, work, ui)
}

/// Who offers a link, and whether it is usually for members only.
fn resource(node: &Node, path: &Path, ui: Ui<'_>) -> Html {
    let kind = node.entry("kind").map_or("", Node::text);
    let none = (String::new(), ui.say("resource_nobody"));
    let kinds = OFFERED_BY.map(|kind| (kind.to_owned(), ui.say(&["resource_", kind].concat())));
    let kinds = std::iter::once(none).chain(kinds).collect();
    let at = path.name("kind");
    let on_kind = ui.dispatch.reform(move |kind: String| {
        let value = (!kind.is_empty()).then(|| Node::string(&kind));
        Event::Wished(Wish::Put(at.clone(), value))
    });
    let is_unlocked = node
        .entry("unlocked")
        .is_some_and(|flag| flag.value == Value::Bool(true));
    html! {
        <>
            { select(format!("{path}-kind"), ui.say("resource_kind"), kinds, kind, on_kind) }
            { tick(is_unlocked, flag(path.name("unlocked"), !is_unlocked), ui.say("resource_unlocked"), ui) }
        </>
    }
}
