//! A field: its name, and a box for each language that is written.

use leeward_document::Path;
use triage::{Code, locale::direction};
use web_sys::HtmlTextAreaElement;
use yew::{AttrValue, Callback, Html, InputEvent, Properties, TargetCast as _, component, html};

use super::{
    Ui, as_one,
    dated::{Understood, understood},
    findings, value_of,
};
use crate::{
    event::Event,
    fields::{Field, Kind},
    state::Work,
    writing::{Voice, is_for_everybody, read},
};

pub fn view(field: &Field, work: &Work, ui: Ui<'_>) -> Html {
    let label = ui.say(&field.label);
    let id = field.path.to_string();
    let problem = work
        .findings
        .all
        .iter()
        .find(|finding| finding.place.is_within(&field.path));
    let typed = read(work.document().tree(), &field.path, &Voice::default());
    let understood = understood(field, &typed, work, ui);
    // Whoever has typed "22:00" is told how that is understood, and not that the file has it in another form.
    let is_answered = matches!(understood, Understood::Means(..) | Understood::Which(_));
    let problem = problem.filter(|finding| !is_answered || finding.code != Code::BadDate);
    let fixes = problem.map(|finding| findings::fixes(finding, &label, ui));
    let problem = problem.map(|finding| AttrValue::from(findings::words(finding, ui)));
    let (note, problem, fixes) = match understood {
        Understood::Nothing => (None, problem, fixes),
        Understood::As(words) => (Some((words, Html::default())), problem, fixes),
        Understood::Means(words, button) => (Some((words, button)), problem, fixes),
        Understood::Which(buttons) => {
            let words = ui.say("moment_which");
            (None, Some(words.into()), Some(buttons))
        }
    };
    let note = note.map(|(words, button)| html! { <p class="soft understood" id={note_id(&field.path)}>{ words }{ " " }{ button }</p> });
    let boxes = voices(field, work, ui);
    let several = boxes.len() > 1;
    let remove = if field.is_line() {
        let said = read(
            work.document().tree(),
            &field.path,
            &boxes
                .first()
                .map(|(voice, _)| voice.clone())
                .unwrap_or_default(),
        )
        .into_owned();
        let name = ui.words.fill("edit_remove", &[("what", &said)]);
        html! { <button type="button" class="quiet" aria-label={name} onclick={ui.on_click(Event::Removed(field.path.clone()))}>{ ui.say("edit_remove_short") }</button> }
    } else {
        Html::default()
    };
    // A box keeps its place: a text for everybody that is emptied is one of a language then, under the same caret.
    let boxes = boxes.into_iter().enumerate().map(|(place, (voice, said))| {
        let own = [voice.locale.clone(), voice.plural.clone()]
            .into_iter()
            .flatten();
        let own_id = own.fold(id.clone(), |id, part| id + ":" + &part);
        let value = read(work.document().tree(), &field.path, &voice).into_owned();
        html! {
            <Box
                key={place} id={own_id} field={field.clone()} {value}
                label={label.clone()} said={said} {several} problem={problem.clone()}
                voice={voice} now={ui.say("edit_now")} dispatch={ui.dispatch.clone()}
            />
        }
    });
    html! {
        <div class="field" key={id.clone()} data-path={id.clone()} data-missing={problem.is_some().then_some("")}>
            <div class="boxes">{ for boxes }</div>
            { remove }
            { as_one(note) }
            { as_one(problem.map(|problem| html! {
                <div class="problem">
                    <p id={problem_id(&field.path)}>{ problem }</p>
                    <div class="cures">{ fixes.unwrap_or_default() }</div>
                </div>
            })) }
        </div>
    }
}

fn note_id(path: &Path) -> String {
    ["note:", &path.to_string()].concat()
}

fn problem_id(path: &Path) -> String {
    ["problem:", &path.to_string()].concat()
}

/// Whose words are written, each with what is said of it beside the field's name.
fn voices(field: &Field, work: &Work, ui: Ui<'_>) -> Vec<(Voice, Option<String>)> {
    let tree = work.document().tree();
    if field.kind.is_line() {
        return vec![(Voice::default(), None)];
    }
    if field.kind == Kind::Text && is_for_everybody(tree, &field.path) {
        let said = work.languages.1.is_some().then(|| ui.say("edit_everybody"));
        return vec![(Voice::default(), said)];
    }
    let (one, other) = &work.languages;
    let locales = [Some(one.clone()), other.clone()].into_iter().flatten();
    let mut voices = Vec::new();
    for locale in locales {
        let language = other.is_some().then(|| (ui.language)(&locale));
        if field.kind == Kind::Text {
            voices.push((
                Voice {
                    locale: Some(locale),
                    plural: None,
                },
                language,
            ));
            continue;
        }
        let forms = field.path.name(&locale);
        let forms = forms
            .find(tree)
            .map_or(&[][..], triage::source::Node::entries);
        voices.extend(forms.iter().map(|(plural, _)| {
            let form = ui.say(&["plural_", plural].concat());
            let said = [language.clone(), Some(form)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>();
            let voice = Voice {
                locale: Some(locale.clone()),
                plural: Some(plural.clone()),
            };
            (voice, Some(said.join(", ")))
        }));
    }
    voices
}

/// A box to write into. Drawn anew only when something about it has changed.
#[derive(Clone, PartialEq, Properties)]
struct BoxProperties {
    id: AttrValue,
    field: Field,
    value: AttrValue,
    label: AttrValue,
    said: Option<AttrValue>,
    several: bool,
    problem: Option<AttrValue>,
    voice: Voice,
    /// The words on the button that fills in the present moment.
    now: AttrValue,
    dispatch: Callback<Event>,
}

#[component]
fn Box(properties: &BoxProperties) -> Html {
    let BoxProperties {
        id,
        field,
        value,
        label,
        said,
        several,
        problem,
        voice,
        now,
        dispatch,
    } = properties;
    let written = (field.clone(), voice.clone());
    let oninput = dispatch.reform(move |event: InputEvent| {
        let (field, voice) = written.clone();
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        Event::Wrote(field, voice, text.replace('\n', " "))
    });
    let entered = (field.path.clone(), voice.clone());
    let onfocus = dispatch.reform(move |_: yew::FocusEvent| {
        let (path, voice) = entered.clone();
        Event::Entered(path, voice)
    });
    let left = field.clone();
    let onblur = dispatch.reform(move |_: yew::FocusEvent| match left.kind {
        Kind::Moment | Kind::Day => Event::Dated(left.clone()),
        _ => Event::Settled,
    });
    let lang = voice.locale.clone();
    let dir = lang.as_deref().map(|lang| direction(lang).as_str());
    // A note that isn't there is not read.
    let note = matches!(field.kind, Kind::Moment | Kind::Day).then(|| note_id(&field.path));
    let problem_id = problem.as_ref().map(|_| problem_id(&field.path));
    let described: Vec<String> = problem_id.into_iter().chain(note).collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = problem.as_ref().map(|_| "true");
    let input = if field.kind.is_line() {
        let inputmode = (field.kind == Kind::Whole).then_some("numeric");
        let written = (field.clone(), voice.clone());
        let oninput = dispatch.reform(move |event: InputEvent| {
            let (field, voice) = written.clone();
            Event::Wrote(field, voice, value_of(&event))
        });
        html! { <input id={id.clone()} type="text" {inputmode} dir="ltr" spellcheck="false" autocomplete="off" value={value.clone()} aria-invalid={invalid} aria-describedby={described} {oninput} {onfocus} {onblur} /> }
    } else {
        let rows = (value.chars().count() / 60 + 1).min(6).to_string();
        html! { <textarea id={id.clone()} {rows} {lang} {dir} value={value.clone()} aria-invalid={invalid} aria-describedby={described} {oninput} {onfocus} {onblur} /> }
    };
    let input = match field.kind {
        Kind::Moment => {
            let stamped = field.clone();
            let onclick =
                dispatch.reform(move |_: yew::MouseEvent| Event::Stamped(stamped.clone()));
            html! {
                <div class="now">
                    { input }
                    <button type="button" class="secondary" aria-label={format!("{now}: {label}")} {onclick}>{ now.clone() }</button>
                </div>
            }
        }
        _ => input,
    };
    html! {
        <div class="box" data-several={several.then_some("")}>
            <label for={id.clone()}>{ label.clone() }{ as_one(said.iter().map(|said| html! { <small>{ " " }{ said.clone() }</small> })) }</label>
            { input }
        </div>
    }
}
