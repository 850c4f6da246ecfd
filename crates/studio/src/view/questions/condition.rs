//! A condition, built from sentences: "when *What happened* is *Outage*".

use leeward_document::Path;
use yew::{Html, html};

use crate::{
    asked::Asked,
    build::Wish,
    condition::{Condition, Join, Said},
    event::Event,
    state::Work,
    typed,
    view::{Ui, entry::Entry, select, value_of},
};

/// What a part of a condition needs to be shown and changed.
#[derive(Clone, Copy)]
struct Part<'a> {
    /// Where the whole stands, or would.
    path: &'a Path,
    whole: &'a Condition,
    asked: &'a [Asked],
    /// The language that is written.
    locale: &'a str,
}

/// The condition at a path on questions that can be asked for; `none` is the key of what is said where there is none.
pub fn view(path: &Path, asked: &[Asked], none: &str, work: &Work, ui: Ui<'_>) -> Html {
    let locale = &work.languages.0;
    let name = path.to_string();
    let Some(node) = path.find(work.document().tree()) else {
        let Some(first) = asked.first() else {
            return Html::default();
        };
        let event = put(path, Some(first.first_test(locale)));
        return html! {
            <div class="condition" data-condition={name}>
                <p>{ ui.say(none) }</p>
                <button type="button" class="secondary" data-action="begin" onclick={ui.on_click(event)}>{ ui.say("condition_begin") }</button>
            </div>
        };
    };
    let whole = Condition::read(node);
    let part = Part {
        path,
        whole: &whole,
        asked,
        locale,
    };
    html! {
        <fieldset class="condition" data-condition={name}>
            <legend>{ ui.say("condition_legend") }</legend>
            { self::part(&whole, &[], part, ui) }
            { more(&[], part, ui) }
        </fieldset>
    }
}

fn put(path: &Path, condition: Option<Condition>) -> Event {
    let node = condition.map(|condition| condition.write());
    Event::Wished(Wish::Put(path.clone(), node))
}

impl Part<'_> {
    /// What happens when the part at an address becomes another one, or goes.
    fn becomes(self, address: &[usize], other: Option<Condition>) -> Event {
        put(self.path, self.whole.with(address, other))
    }

    fn id(self, address: &[usize], what: &str) -> String {
        let places: String = address.iter().map(|place| format!(":{place}")).collect();
        format!("{}{places}-{what}", self.path)
    }
}

fn part(condition: &Condition, address: &[usize], of: Part<'_>, ui: Ui<'_>) -> Html {
    match condition {
        Condition::Group(join, parts) => group(*join, parts, address, of, ui),
        Condition::Test {
            question,
            said,
            holds,
        } => test(question, said, *holds, address, of, ui),
        Condition::Unreadable(node) => html! {
            <div class="test"><p><code>{ node.to_string() }</code></p>{ remove(address, of, ui) }</div>
        },
    }
}

fn group(join: Join, parts: &[Condition], address: &[usize], of: Part<'_>, ui: Ui<'_>) -> Html {
    let joins = Join::ALL.map(|join| {
        (
            join.name().to_owned(),
            ui.say(&["join_", join.name()].concat()),
        )
    });
    let (at, path, whole, kept) = (
        address.to_vec(),
        of.path.clone(),
        of.whole.clone(),
        parts.to_vec(),
    );
    let on_join = ui.when(move |chosen: String| {
        let join = Join::ALL.into_iter().find(|join| join.name() == chosen)?;
        let group = Condition::Group(join, kept.clone());
        Some(put(&path, whole.with(&at, Some(group))))
    });
    let each = parts.iter().enumerate().map(|(place, inner)| {
        let address = [address, &[place]].concat();
        html! { <li key={place.to_string()}>{ part(inner, &address, of, ui) }</li> }
    });
    html! {
        <div class="together">
            { select(of.id(address, "join"), ui.say("condition_join"), joins.to_vec(), join.name(), on_join) }
            <ul role="list">{ for each }</ul>
            { if address.is_empty() { Html::default() } else { more(address, of, ui) } }
        </div>
    }
}

/// One more sentence in a group, or beside the only one.
fn more(address: &[usize], of: Part<'_>, ui: Ui<'_>) -> Html {
    let Some(first) = of.asked.first() else {
        return Html::default();
    };
    let test = first.first_test(of.locale);
    let event = put(of.path, Some(of.whole.and(address, test)));
    html! { <button type="button" class="quiet" data-action="more" onclick={ui.on_click(event)}>{ ui.say("condition_more") }</button> }
}

fn remove(address: &[usize], of: Part<'_>, ui: Ui<'_>) -> Html {
    let event = of.becomes(address, None);
    html! { <button type="button" class="quiet icon" data-action="remove" aria-label={ui.say("condition_remove")} onclick={ui.on_click(event)}></button> }
}

fn test(id: &str, said: &Said, holds: bool, address: &[usize], of: Part<'_>, ui: Ui<'_>) -> Html {
    let asked = of.asked.iter().find(|asked| asked.id == id);
    let mut questions: Vec<(String, String)> = of
        .asked
        .iter()
        .map(|asked| (asked.id.clone(), asked.text.clone()))
        .collect();
    // What can't be asked here, or isn't there any more, is named nevertheless.
    if asked.is_none() {
        questions.push((
            id.to_owned(),
            ui.words.fill("condition_gone", &[("id", id)]),
        ));
    }
    let (all, locale) = (of.asked.to_vec(), of.locale.to_owned());
    let (at, path, whole) = (address.to_vec(), of.path.clone(), of.whole.clone());
    let on_question = ui.when(move |chosen: String| {
        let asked = all.iter().find(|asked| asked.id == chosen)?;
        Some(put(&path, whole.with(&at, Some(asked.first_test(&locale)))))
    });
    let kind = asked.map_or("", |asked| asked.kind.as_str());
    let offered = Said::offered(kind).iter().map(|(name, holds)| {
        let not = if *holds { "" } else { "_not" };
        let name = [name, not].concat();
        let words = ui.say(&["test_", &name].concat());
        (name, words)
    });
    let now = [said.name(), if holds { "" } else { "_not" }].concat();
    let begun = asked.cloned();
    let (at, path, whole, locale) = (
        address.to_vec(),
        of.path.clone(),
        of.whole.clone(),
        of.locale.to_owned(),
    );
    let (question, kept) = (id.to_owned(), said.clone());
    let on_said = ui.when(move |chosen: String| {
        let asked = begun.as_ref()?;
        let (name, holds) = chosen
            .strip_suffix("_not")
            .map_or((chosen.as_str(), true), |name| (name, false));
        let said = if kept.name() == name {
            kept.clone()
        } else {
            Said::begun(name, asked, &locale)
        };
        let question = question.clone();
        let test = Condition::Test {
            question,
            said,
            holds,
        };
        Some(put(&path, whole.with(&at, Some(test))))
    });
    html! {
        <div class="test" data-said={now.clone()}>
            { select(of.id(address, "question"), ui.say("condition_question"), questions, id, on_question) }
            { select(of.id(address, "said"), ui.say("condition_said"), offered.collect(), &now, on_said) }
            { value(id, said, holds, asked, address, of, ui) }
            { remove(address, of, ui) }
        </div>
    }
}

/// What the answer is held against.
fn value(
    id: &str,
    said: &Said,
    holds: bool,
    asked: Option<&Asked>,
    address: &[usize],
    of: Part<'_>,
    ui: Ui<'_>,
) -> Html {
    let (at, path, whole, question) = (
        address.to_vec(),
        of.path.clone(),
        of.whole.clone(),
        id.to_owned(),
    );
    let becomes = move |said: Said| {
        let question = question.clone();
        put(
            &path,
            whole.with(
                &at,
                Some(Condition::Test {
                    question,
                    said,
                    holds,
                }),
            ),
        )
    };
    let options = asked.map_or(&[][..], |asked| &asked.options);
    match said {
        Said::Yes(_) | Said::NotSure | Said::Answered => Html::default(),
        Said::Options(ids) => {
            let each = options.iter().map(|(id, text)| {
                let is_chosen = ids.contains(id);
                let others = options.iter().map(|(id, _)| id).filter(|other| if *other == id { !is_chosen } else { ids.contains(other) });
                let chosen: Vec<String> = others.cloned().collect();
                // One at least stays.
                let event = becomes(Said::Options(if chosen.is_empty() { ids.clone() } else { chosen }));
                let onchange = ui.dispatch.reform(move |_: yew::Event| event.clone());
                let is_only = is_chosen && ids.len() == 1;
                html! { <li key={id.clone()}><label class="tick"><input type="checkbox" checked={is_chosen} disabled={is_only} {onchange} />{ text.clone() }</label></li> }
            });
            html! { <ul role="list" class="ticks">{ for each }</ul> }
        }
        Said::Includes(id) | Said::First(id) => {
            let is_first = matches!(said, Said::First(_));
            let on_option = ui.dispatch.reform(move |id: String| {
                becomes(if is_first {
                    Said::First(id)
                } else {
                    Said::Includes(id)
                })
            });
            select(
                of.id(address, "option"),
                ui.say("condition_answer"),
                options.to_vec(),
                id,
                on_option,
            )
        }
        Said::AtLeast(number) | Said::Below(number) => {
            let is_least = matches!(said, Said::AtLeast(_));
            let (own, wrong) = (*number, ui.say("condition_number_wrong"));
            let judge = yew::Callback::from(move |text: String| match typed::number(&text) {
                Some(number) if number == own => Ok(None),
                Some(number) if is_least => Ok(Some(becomes(Said::AtLeast(number)))),
                Some(number) => Ok(Some(becomes(Said::Below(number)))),
                None => Err(wrong.clone()),
            });
            let id = of.id(address, "number");
            html! { <Entry {id} label={ui.say("condition_number")} value={number.to_string()} {judge} inputmode="numeric" dispatch={ui.dispatch.clone()} /> }
        }
        Said::Mentions(languages) => {
            let words = languages
                .iter()
                .find(|(tag, _)| tag == of.locale)
                .map(|(_, words)| words.join(", "));
            let (tag, languages) = (of.locale.to_owned(), languages.clone());
            let on_words = ui.dispatch.reform(move |event: yew::Event| {
                let typed = value_of(&event);
                let words: Vec<String> = typed
                    .split([',', '、'])
                    .map(str::trim)
                    .filter(|word| !word.is_empty())
                    .map(str::to_owned)
                    .collect();
                let mut languages = languages.clone();
                match languages.iter_mut().find(|(known, _)| *known == tag) {
                    Some((_, known)) => *known = words,
                    None => languages.push((tag.clone(), words)),
                }
                languages.retain(|(_, words)| !words.is_empty());
                becomes(Said::Mentions(languages))
            });
            let label = ui.words.fill(
                "condition_words",
                &[("language", &(ui.language)(of.locale))],
            );
            line(
                &of.id(address, "words"),
                label,
                words.unwrap_or_default(),
                on_words,
            )
        }
    }
}

fn line(id: &str, label: String, value: String, onchange: yew::Callback<yew::Event>) -> Html {
    html! {
        <div class="choice">
            <label for={id.to_owned()}>{ label }</label>
            <input id={id.to_owned()} autocomplete="off" {value} {onchange} />
        </div>
    }
}
