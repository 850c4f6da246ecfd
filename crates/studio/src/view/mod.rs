//! State to HTML, one file a pane. Pure: a view gets the state and the words, and sends events.

mod bar;
mod channels;
mod checks;
mod dated;
mod entry;
mod field;
mod findings;
mod kept;
mod list;
mod live;
mod outlets;
mod publish;
mod questions;
mod rehearse;
mod search;
mod settings;
mod start;
mod words;

pub use kept::Cards;
use leeward_document::Path;
use triage::{hours::Date, source::Node};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{AttrValue, Callback, Html, MouseEvent, TargetCast as _, html};

use crate::{
    build::Wish,
    event::Event,
    publish::Around,
    state::{Pane, State, Told, Work},
    words::Words,
};

/// How much is said of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Its name: "Sunday".
    Weekday,
    /// "Sun 29".
    Short,
    /// "Sunday 29 November".
    Long,
}

/// What every view needs beside its state.
#[derive(Clone, Copy)]
pub struct Ui<'a> {
    /// The studio's own words.
    pub words: &'a Words,
    /// Where events go.
    pub dispatch: &'a Callback<Event>,
    /// What the page around knows and can do.
    pub around: &'a dyn Around,
    /// What was drawn before and may stay.
    pub cards: &'a Cards,
    /// What a language is called.
    pub language: &'a dyn Fn(&str) -> String,
    /// How a day is said.
    pub day: &'a dyn Fn(Date, Length) -> String,
    /// What time it is.
    pub clock: &'a Clock<'a>,
}

/// What time it is, here and elsewhere.
pub struct Clock<'a> {
    /// Now, in UTC seconds.
    pub now: i64,
    /// The offsets of a time zone around now; nothing when it isn't known.
    pub offsets: &'a dyn Fn(&str) -> Option<triage::hours::Offsets>,
    /// The names of the time zones that are known, the author's own first.
    pub zones: &'a dyn Fn() -> Vec<String>,
}

impl Ui<'_> {
    fn say(self, key: &str) -> String {
        self.words.say(key)
    }

    /// A handler that sends an event where something has come of it.
    fn when<E: 'static>(self, happened: impl Fn(E) -> Option<Event> + 'static) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |what| {
            if let Some(event) = happened(what) {
                dispatch.emit(event);
            }
        })
    }

    fn on_click(self, event: Event) -> Callback<MouseEvent> {
        self.dispatch.reform(move |_| event.clone())
    }
}

/// The whole studio.
pub fn studio(state: &State, ui: Ui<'_>) -> Html {
    html! {
        <>
            <div class="told" role="status">{ told(state.told.as_ref(), ui) }</div>
            {
                match &state.work {
                    Some(work) => html! {
                        <>
                            <div key="work">{ at_work(work, ui) }</div>
                            <div key="search">{ for state.search.as_ref().map(|search| search::view(search, work, ui)) }</div>
                        </>
                    },
                    None => start::view(state, ui),
                }
            }
        </>
    }
}

fn told(told: Option<&Told>, ui: Ui<'_>) -> Html {
    let words = match told {
        None => return Html::default(),
        Some(Told::Unreadable(name)) => ui.words.fill("told_unreadable", &[("name", name)]),
        Some(Told::Encoded(name, encoding)) => ui
            .words
            .fill("told_encoded", &[("name", name), ("encoding", encoding)]),
        Some(Told::NotKept) => ui.say("told_not_kept"),
        Some(Told::TooLarge) => ui.say("told_too_large"),
        Some(Told::Copied) => ui.say("told_copied"),
        Some(Told::NotCopied) => ui.say("told_not_copied"),
        Some(Told::Mended) => ui.say("told_mended"),
        Some(Told::Downloaded) => ui.say("told_downloaded"),
        Some(Told::Translated {
            used,
            refused,
            missing,
        }) => return translated(*used, refused, *missing, ui),
        Some(Told::NoTranslation(reason)) => {
            ui.words.fill("told_no_translation", &[("reason", reason)])
        }
        Some(Told::Walked) => ui.say("told_walked"),
        Some(Told::Publishing(told)) => publish::told(told, ui),
    };
    html! { <p>{ words }</p> }
}

fn translated(used: usize, refused: &[String], missing: usize, ui: Ui<'_>) -> Html {
    let counts = [
        ("used", used),
        ("missing", missing),
        ("refused", refused.len()),
    ];
    let counts = counts.map(|(name, count)| (name, count.to_string()));
    let counts: Vec<(&str, &str)> = counts
        .iter()
        .map(|(name, count)| (*name, count.as_str()))
        .collect();
    html! {
        <div>
            <p>{ ui.words.fill("told_translated", &counts) }</p>
            { if refused.is_empty() { Html::default() } else { html! { <ul lang="en">{ for refused.iter().map(|reason| html! { <li>{ reason.clone() }</li> }) }</ul> } } }
        </div>
    }
}

fn at_work(work: &Work, ui: Ui<'_>) -> Html {
    html! {
        <>
            { bar::view(work, ui) }
            <div class="desk" data-pane={work.pane.name()}>
                <main class="work" id="work" key="work">
                    { rehearse::banner(work, ui) }
                    {
                        match work.pane {
                            Pane::Words | Pane::Preview => words::view(work, ui),
                            Pane::Channels => channels::view(work, ui),
                            Pane::Questions => questions::view(work, ui),
                            Pane::Settings => settings::view(work, ui),
                            Pane::Rehearse => rehearse::view(work, ui),
                            Pane::Checks => checks::view(work, ui),
                            Pane::Live => live::view(work, ui),
                            Pane::Outlets => outlets::view(work, ui),
                            Pane::Publish => publish::view(work, ui),
                        }
                    }
                </main>
                <section class="seen" key="seen" aria-labelledby="seen-title">
                    <header>
                        <h2 id="seen-title" tabindex="-1">{ ui.say("preview_title") }</h2>
                        <button type="button" class="quiet" data-action="point" aria-pressed={work.pointing.to_string()} onclick={ui.on_click(Event::Pointing(!work.pointing))}>{ ui.say("preview_point") }</button>
                        <button type="button" class="quiet" onclick={ui.on_click(Event::Restarted)}>{ ui.say("preview_again") }</button>
                    </header>
                    { rehearse::banner(work, ui) }
                    <div class="frame" data-device={work.rehearsal.device.name()}>
                        <iframe id="preview" src="preview.html" title={ui.say("preview_frame")}></iframe>
                    </div>
                </section>
            </div>
        </>
    }
}

/// Children as one child, however many there are and whichever of them come and go.
///
/// Yew matches children without keys by their places, from the last one back. Where a line came or went behind a field,
/// each child before it met another one, and was made anew: the caret was gone, and the next space scrolled the page. So
/// whatever stands beside other things is one child; `cargo xtask tidy` watches over it.
fn as_one(children: impl IntoIterator<Item = Html>) -> Html {
    children.into_iter().collect()
}

/// A message of the checker's, which begins small and has no full stop, as a sentence.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(['.']).collect()
}

/// What stands in the field in which something happened.
fn value_of(event: &yew::Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// The file that was picked.
fn picked(event: &yew::Event) -> Option<web_sys::File> {
    let input: HtmlInputElement = event.target_unchecked_into();
    input.files()?.get(0)
}

/// A box to tick, with what happens then.
fn tick(is_set: bool, disabled: bool, event: Event, words: String, ui: Ui<'_>) -> Html {
    let onchange = ui.dispatch.reform(move |_: yew::Event| event.clone());
    html! { <label class="tick"><input type="checkbox" checked={is_set} {disabled} {onchange} />{ words }</label> }
}

/// A choice with a name.
fn select(
    id: impl Into<AttrValue>,
    label: String,
    options: Vec<(String, String)>,
    chosen: &str,
    on_choice: Callback<String>,
) -> Html {
    let id = id.into();
    let chosen = chosen.to_owned();
    let onchange = on_choice
        .reform(|event: yew::Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <div class="choice">
            <label for={id.clone()}>{ label }</label>
            <select {id} {onchange}>
                { for options.into_iter().map(|(value, name)| {
                    let selected = value == chosen;
                    html! { <option key={value.clone()} {value} {selected}>{ name }</option> }
                }) }
            </select>
        </div>
    }
}

/// What is chosen at a place of the playbook.
fn chosen<'n>(tree: &'n Node, path: &str) -> Option<&'n str> {
    Path::parse(path).find(tree).map(Node::text)
}

/// A choice among names of the format; none of them when nothing is to be said.
fn choice(
    path: Path,
    label: &str,
    words: &str,
    names: &[&'static str],
    chosen: Option<&str>,
    ui: Ui<'_>,
) -> Html {
    let none = chosen
        .is_none()
        .then(|| (String::new(), ui.say("display_unsaid")));
    let named = names
        .iter()
        .map(|name| ((*name).to_owned(), ui.say(&[words, name].concat())));
    let id = path.to_string();
    let on_choice = ui.dispatch.reform(move |name: String| {
        let value = (!name.is_empty()).then(|| Node::string(&name));
        Event::Wished(Wish::Put(path.clone(), value))
    });
    select(
        id,
        ui.say(label),
        none.into_iter().chain(named).collect(),
        chosen.unwrap_or_default(),
        on_choice,
    )
}
