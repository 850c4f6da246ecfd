//! Ranking by buttons: each option can be moved up and down. The order is this component's until
//! the form is sent; hidden fields in that order carry it.

use yew::{AttrValue, Callback, Html, Properties, component, html, use_state_eq};

use super::field::NAME;

/// An option to rank.
#[derive(Clone, PartialEq, Eq)]
pub struct Ranked {
    /// The id in the playbook.
    pub id: AttrValue,
    /// What it says.
    pub text: AttrValue,
}

/// What a ranking is made from.
#[derive(PartialEq, Properties)]
pub struct RankingProps {
    /// The options in their first order.
    pub options: Vec<Ranked>,
    /// The hint, "move up", "move down" and "moved".
    pub labels: [AttrValue; 4],
}

/// A list whose entries can be moved.
#[component]
pub fn Ranking(props: &RankingProps) -> Html {
    let order = use_state_eq(|| (0..props.options.len()).collect::<Vec<_>>());
    let said = use_state_eq(AttrValue::default);
    let [hint, up, down, moved] = &props.labels;
    let count = props.options.len();
    let swap = |place: usize, with: usize, option: &Ranked| {
        let mut next = (*order).clone();
        next.swap(place, with);
        let announcement = fill(moved, &option.text)
            .replace("{place}", &(with + 1).to_string())
            .replace("{count}", &count.to_string());
        let (order, said) = (order.clone(), said.clone());
        Callback::from(move |_| {
            order.set(next.clone());
            said.set(announcement.clone().into());
        })
    };
    let entry = |(place, option): (usize, &Ranked)| {
        html! {
            <li key={option.id.to_string()} data-option={option.id.clone()}>
                <span class="place" aria-hidden="true">{ place + 1 }</span>
                <span class="text">{ option.text.clone() }</span>
                <input type="hidden" name={NAME} value={option.id.clone()} />
                <button
                    type="button" class="move" data-action="up" aria-label={fill(up, &option.text)}
                    aria-disabled={(place == 0).then_some("true")}
                    onclick={swap(place, place.saturating_sub(1), option)}
                ><span class="arrow up" aria-hidden="true"></span></button>
                <button
                    type="button" class="move" data-action="down" aria-label={fill(down, &option.text)}
                    aria-disabled={(place + 1 == count).then_some("true")}
                    onclick={swap(place, (place + 1).min(count - 1), option)}
                ><span class="arrow down" aria-hidden="true"></span></button>
            </li>
        }
    };
    let ranked = order.iter().filter_map(|place| props.options.get(*place)).enumerate();
    html! {
        <>
            <p class="soft">{ hint.clone() }</p>
            <ol class="ranking">{ for ranked.map(entry) }</ol>
            <p class="unseen" role="status">{ (*said).clone() }</p>
        </>
    }
}

fn fill(label: &str, option: &str) -> String {
    label.replace("{option}", option)
}
