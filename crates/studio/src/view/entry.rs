//! A box whose text isn't written as it stands: it is read first, and what can't be read stays in the box with the reason.

use triage::hours::Date;
use yew::{
    AttrValue, Callback, FocusEvent, Html, InputEvent, Properties, TargetCast as _, component,
    html, use_effect_with, use_state,
};

use crate::event::Event;

/// What a text is read as: something that happens, nothing new, or what is wrong with it.
pub type Judged = Result<Option<Event>, String>;

/// What a box needs.
#[derive(Clone, PartialEq, Properties)]
pub struct EntryProperties {
    pub id: AttrValue,
    pub label: AttrValue,
    /// What stands in the file.
    pub value: AttrValue,
    /// Reads what was typed.
    pub judge: Callback<String, Judged>,
    /// Whether each letter counts; else it is read when the box is left.
    #[prop_or_default]
    pub live: bool,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What the checker has to say.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// The id of a list to choose from.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    #[prop_or("text".into())]
    pub kind: AttrValue,
    #[prop_or_default]
    pub inputmode: Option<AttrValue>,
    pub dispatch: Callback<Event>,
}

#[component]
pub fn Entry(properties: &EntryProperties) -> Html {
    let EntryProperties {
        id,
        label,
        value,
        judge,
        live,
        hint,
        problem,
        list,
        kind,
        inputmode,
        dispatch,
    } = properties;
    // A date is changed by its parts, and each of them is a date already.
    let is_late = kind == "date";
    let draft = use_state(|| None::<String>);
    let has_focus = use_state(|| false);
    {
        // What was typed is forgotten when something else has changed the file.
        let (draft, has_focus) = (draft.clone(), *has_focus);
        use_effect_with(value.clone(), move |_| {
            if !has_focus {
                draft.set(None);
            }
        });
    }
    let wrong = draft
        .as_ref()
        .and_then(|text| judge.emit(text.clone()).err());
    let oninput = {
        let (draft, judge, dispatch, live) =
            (draft.clone(), judge.clone(), dispatch.clone(), *live);
        move |event: InputEvent| {
            let text = event
                .target_unchecked_into::<web_sys::HtmlInputElement>()
                .value();
            if live && let Ok(Some(event)) = judge.emit(text.clone()) {
                dispatch.emit(event);
            }
            draft.set(Some(text));
        }
    };
    let onfocus = {
        let has_focus = has_focus.clone();
        move |_: FocusEvent| has_focus.set(true)
    };
    let onchange = {
        let (draft, judge, dispatch, live) =
            (draft.clone(), judge.clone(), dispatch.clone(), *live);
        move |event: yew::Event| {
            let text = super::value_of(&event);
            match judge.emit(text) {
                _ if is_late => {}
                Ok(Some(event)) if !live => {
                    draft.set(None);
                    dispatch.emit(event);
                }
                Ok(_) => draft.set(None),
                Err(_) => {}
            }
        }
    };
    let onblur = {
        let (draft, judge, dispatch, has_focus) = (
            draft.clone(),
            judge.clone(),
            dispatch.clone(),
            has_focus.clone(),
        );
        move |_: FocusEvent| {
            has_focus.set(false);
            if let Some(Ok(read)) = draft.as_ref().map(|text| judge.emit(text.clone())) {
                draft.set(None);
                if let Some(event) = read.filter(|_| is_late) {
                    dispatch.emit(event);
                }
            }
            dispatch.emit(Event::Settled);
        }
    };
    let shown = draft
        .as_ref()
        .map_or_else(|| value.clone(), |text| text.clone().into());
    let said = wrong.map(AttrValue::from).or_else(|| problem.clone());
    let about = |what: &str| AttrValue::from([what, id.as_str()].concat());
    let described: Vec<AttrValue> = said
        .iter()
        .map(|_| about("problem:"))
        .chain(hint.iter().map(|_| about("hint:")))
        .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    // Each of them is one child, there or not: else Yew would make the box anew, and the focus would be gone.
    let hint_line = hint
        .as_ref()
        .map(|hint| html! { <small id={about("hint:")}>{ hint.clone() }</small> });
    let hint_line = hint_line.unwrap_or_default();
    let problem_line = said
        .as_ref()
        .map(|said| html! { <p class="problem" id={about("problem:")}>{ said.clone() }</p> });
    let problem_line = problem_line.unwrap_or_default();
    let invalid = said.as_ref().map(|_| "true");
    // A browser shows a field for dates empty when there is no such day; whoever has to mend it wants to see it.
    let is_no_day = is_late && Date::parse(value).is_none();
    let kind = if is_no_day {
        AttrValue::from("text")
    } else {
        kind.clone()
    };
    html! {
        <div class="box">
            <label for={id.clone()}>{ label.clone() }</label>
            <input
                id={id.clone()} type={kind} list={list.clone()} inputmode={inputmode.clone()} value={shown}
                spellcheck="false" autocomplete="off" aria-invalid={invalid} aria-describedby={described}
                {oninput} {onchange} {onfocus} {onblur}
            />
            { hint_line }
            { problem_line }
        </div>
    }
}
