//! A box with a text for elsewhere: how long it is, how it is copied, and the way back to how it was made.

use leeward_outlets::{Count, Message, Unit, count, count_title, html as page_of, sms};
use triage::locale::direction;
use web_sys::HtmlTextAreaElement;
use yew::{Html, InputEvent, TargetCast as _, html};

use crate::{
    event::Event,
    outlets::Spot,
    state::Work,
    view::{Ui, as_one},
};

/// What a box is drawn from.
pub struct Text<'a> {
    /// Which one.
    pub spot: Spot,
    /// As it is made.
    pub made: &'a str,
}

impl Text<'_> {
    /// What stands in it.
    pub fn now<'a>(&'a self, work: &'a Work) -> &'a str {
        work.edits.of(&self.spot).unwrap_or(self.made)
    }

    fn count(&self, work: &Work) -> Count {
        if self.spot.is_title {
            count_title(self.now(work))
        } else {
            count(self.spot.outlet, self.now(work), work.edits.wishes())
        }
    }
}

pub fn view(text: &Text<'_>, work: &Work, ui: Ui<'_>) -> Html {
    let Text { spot, made } = text;
    let now = text.now(work).to_owned();
    let id = spot.id();
    let count_id = ["count-", &id].concat();
    let count = text.count(work);
    let label = if spot.is_title {
        ui.say(&["outlets_title_", spot.outlet.name()].concat())
    } else {
        ui.say("outlets_text")
    };
    let is_changed = work.edits.of(spot).is_some();
    let written = (spot.clone(), (*made).to_owned());
    let oninput = ui.dispatch.reform(move |event: InputEvent| {
        let (spot, made) = written.clone();
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        Event::Reworded(spot, text, made)
    });
    let rows = (now.lines().count() + now.chars().count() / 90)
        .clamp(1, 16)
        .to_string();
    let invalid = (!count.fits()).then_some("true");
    let dir = direction(&spot.language).as_str();
    html! {
        <div class="box text" key={id.clone()} data-changed={is_changed.then_some("")}>
            <label for={id.clone()}><span class="unseen">{ ui.say(&["outlets_", spot.outlet.name()].concat()) }{ ", " }</span>{ label.clone() }</label>
            <textarea id={id.clone()} {rows} lang={spot.language.clone()} {dir} value={now.clone()} aria-describedby={count_id.clone()} aria-invalid={invalid} data-own-undo="" {oninput} />
            <p id={count_id} class="count" data-over={invalid}>{ length(&count, ui) }</p>
            { as_one(odd(&count, ui)) }
            { if work.edits.is_stale(spot, made) {
                html! { <p class="problem">{ ui.say("outlets_stale") }</p> }
            } else {
                Html::default()
            } }
            <div class="actions">
                <button type="button" class="quiet" data-action="copy-text" aria-label={named("outlets_copy_what", &label, spot, ui)} onclick={ui.on_click(Event::TextWanted(now))}>{ ui.say("outlets_copy") }</button>
                { if is_changed {
                    html! { <button type="button" class="quiet" data-action="remake" aria-label={named("outlets_remake_what", &label, spot, ui)} onclick={ui.on_click(Event::Remade(spot.clone()))}>{ ui.say("outlets_remake") }</button> }
                } else {
                    Html::default()
                } }
            </div>
        </div>
    }
}

/// The HTML of an e-mail, to be copied; it follows from the subject and the text.
pub fn page(title: &str, text: &str, message: &Message, ui: Ui<'_>) -> Html {
    let page = page_of(title, text, message);
    html! {
        <details key="page">
            <summary>{ ui.say("outlets_html") }</summary>
            <p class="soft">{ ui.say("outlets_html_text") }</p>
            <pre dir="ltr" tabindex="0" aria-label={ui.say("outlets_html")}><code>{ page.clone() }</code></pre>
            <button type="button" class="secondary" data-action="copy-html" onclick={ui.on_click(Event::TextWanted(page))}>{ ui.say("outlets_html_copy") }</button>
        </details>
    }
}

/// What a button does, and with which text: they all look the same.
fn named(key: &str, label: &str, spot: &Spot, ui: Ui<'_>) -> String {
    let outlet = ui.say(&["outlets_", spot.outlet.name()].concat());
    ui.words
        .fill(key, &[("what", &[&outlet, ", ", label].concat())])
}

fn length(count: &Count, ui: Ui<'_>) -> String {
    let used = count.used.to_string();
    let most = count.most.map(|most| most.to_string()).unwrap_or_default();
    let (units, room) = count.sms.as_ref().map_or_else(Default::default, |size| {
        (size.units.to_string(), size.room.to_string())
    });
    let key = match (count.unit, count.most) {
        (Unit::Segments, _) => "outlets_count_segments",
        (Unit::Characters, None) => "outlets_count_free",
        (Unit::Characters, _) => "outlets_count_characters",
        (Unit::Weight, _) => "outlets_count_weight",
    };
    let values = [
        ("used", used.as_str()),
        ("most", &most),
        ("units", &units),
        ("room", &room),
    ];
    let said = ui.words.fill(key, &values);
    if count.fits() {
        said
    } else {
        [&said, " ", &ui.say("outlets_too_long")].concat()
    }
}

/// A few letters that more than halve what a segment takes: then they are a slip. In other scripts all letters do.
fn odd(count: &Count, ui: Ui<'_>) -> Option<Html> {
    const FEW: usize = 4;
    let size = count.sms.as_ref()?;
    let is_slip = size.encoding == sms::Encoding::Ucs2 && size.odd.len() <= FEW;
    is_slip.then(|| {
        let letters: Vec<String> = size.odd.iter().map(char::to_string).collect();
        let letters = letters.join(" ");
        let said = ui.words.fill("outlets_odd", &[("letters", &letters)]);
        html! { <p class="soft">{ said }</p> }
    })
}
