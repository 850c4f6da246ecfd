//! Questions: how each is answered, and when it is asked.

use leeward_document::Path;
use triage::source::{Node, Value};
use yew::{Html, html};

use super::{actions, adds, condition, elements, fields, key, tick};
use crate::{
    asked::asked,
    build::{
        Wish, flag,
        question::{KINDS, OPTIONS, uses},
    },
    event::Event,
    fields::{Field, Kind},
    sentence,
    state::Work,
    view::{Ui, as_one, field, list::mover, select},
    writing::in_language,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let questions = elements(tree, "questions");
    html! {
        <section class="group" key="questions">
            <h2>{ ui.say("group_questions") }</h2>
            <p class="soft">{ ui.say("question_lead") }</p>
            <ol class="items" role="list">
                { for questions.iter().enumerate().map(|(place, node)| item(node, place, work, ui)) }
            </ol>
            { adds(Wish::Question, ui.say("question_add"), "questions", ui) }
        </section>
    }
}

fn item(node: &Node, place: usize, work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let questions = elements(tree, "questions");
    let list = Path::default().name("questions");
    let path = list.place(place);
    let locale = &work.languages.0;
    let text = node
        .entry("text")
        .map_or("", |text| in_language(text, locale));
    let name = if text.is_empty() {
        ui.say("question_new")
    } else {
        text.to_owned()
    };
    let kind = node.entry("type").map_or("", Node::text);
    let is_for_agent = node.entry("for").is_some();
    let earlier = asked(tree, place, locale);
    let when = if is_for_agent {
        ui.say("question_agent_short")
    } else {
        let when = node.entry("ask_when");
        let said = sentence::at(when, &earlier, "question_always", ui.words);
        if when.is_some() {
            ui.words.fill("question_when", &[("when", &said)])
        } else {
            said
        }
    };
    let id = node.entry("id").map_or("", Node::text);
    let used = uses(tree, id);
    let kinds = KINDS.map(|kind| (kind.to_owned(), ui.say(&["kind_", kind].concat())));
    let at = path.clone();
    let on_kind = ui.when(move |chosen: String| {
        let kind = KINDS.into_iter().find(|kind| *kind == chosen)?;
        Some(Event::Wished(Wish::Kind(at.clone(), kind)))
    });
    let kind_id = format!("kind-{place}");
    html! {
        <li class="item" key={key(questions, place)} data-list={list.to_string()} data-place={place.to_string()}>
            <div class="row">
                { mover(&list, place, questions.len(), &name, ui) }
                <details>
                    <summary>
                        <strong>{ name.clone() }</strong>
                        <small>{ ui.say(&["kind_", kind].concat()) }{ ui.say("list_dot") }{ when }</small>
                    </summary>
                    <div class="inner">
                        { fields(work, &path, ui) }
                        { select(kind_id, ui.say("question_kind"), kinds.to_vec(), kind, on_kind) }
                        { options(node, &path, kind, work, ui) }
                        { unit(node, &path, kind, ui) }
                        { limit(&path, kind, work, ui) }
                        { if is_for_agent { Html::default() } else { condition::view(&path.name("ask_when"), &earlier, "question_always", work, ui) } }
                        { agent(&path, is_for_agent, used, ui) }
                        { private(&path, node, ui) }
                        { if used > 0 { html! { <p class="soft">{ ui.words.count("question_used", used) }</p> } } else { Html::default() } }
                        { actions(&path, &name, ui) }
                    </div>
                </details>
            </div>
        </li>
    }
}

fn options(node: &Node, path: &Path, kind: &str, work: &Work, ui: Ui<'_>) -> Html {
    if !matches!(kind, "choice" | "multiple" | "ranking") {
        return Html::default();
    }
    let list = path.name("options");
    let there = node.entry("options").map_or(&[][..], Node::elements);
    let each = there.iter().enumerate().map(|(place, option)| {
        let path = list.place(place);
        let text = option.entry("text").map_or("", |text| in_language(text, &work.languages.0));
        let name = if text.is_empty() { (place + 1).to_string() } else { text.to_owned() };
        let label = ui.words.fill("edit_remove", &[("what", &name)]);
        let remove = (there.len() > OPTIONS.0).then(|| html! {
            <button type="button" class="quiet icon" data-action="remove" aria-label={label} onclick={ui.on_click(Event::Removed(path.clone()))}></button>
        });
        html! {
            <li key={key(there, place)} data-list={list.to_string()} data-place={place.to_string()}>
                <div class="row">
                    { mover(&list, place, there.len(), &name, ui) }
                    <div class="texts">{ fields(work, &path, ui) }</div>
                    { as_one(remove) }
                </div>
            </li>
        }
    });
    let more = (there.len() < OPTIONS.1).then(|| {
        adds(
            Wish::Answer(path.clone()),
            ui.say("question_add_option"),
            &list.to_string(),
            ui,
        )
    });
    html! {
        <div class="options">
            <h3>{ ui.say("question_options") }</h3>
            <ol role="list">{ for each }</ol>
            { as_one(more) }
        </div>
    }
}

/// What is said after a number: it needn't be said.
fn unit(node: &Node, path: &Path, kind: &str, ui: Ui<'_>) -> Html {
    if kind != "number" || node.entry("unit").is_some() {
        return Html::default();
    }
    adds(
        Wish::Unit(path.clone()),
        ui.say("question_add_unit"),
        &format!("{path}.unit"),
        ui,
    )
}

/// How long a text may be: it needn't be said.
fn limit(path: &Path, kind: &str, work: &Work, ui: Ui<'_>) -> Html {
    let path = path.name("max_length");
    if kind != "text" {
        return Html::default();
    }
    let limit = Field {
        path,
        label: "field_max_length".to_owned(),
        kind: Kind::Whole,
        required: false,
    };
    field::view(&limit, work, ui)
}

/// Whether its answer stays out of drafts and links.
fn private(path: &Path, node: &Node, ui: Ui<'_>) -> Html {
    let is_set = node
        .entry("private")
        .is_some_and(|flag| flag.value == Value::Bool(true));
    let wish = flag(path.name("private"), !is_set);
    tick(is_set, wish, ui.say("question_private"), ui)
}

/// Whether only the person who is reached has use for the answer. Nothing else may depend on it then.
fn agent(path: &Path, is_set: bool, used: usize, ui: Ui<'_>) -> Html {
    if used > 0 && !is_set {
        return Html::default();
    }
    tick(
        is_set,
        Wish::ForAgent(path.clone(), !is_set),
        ui.say("question_agent"),
        ui,
    )
}
