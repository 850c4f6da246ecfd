//! The channels: what each is, where it leads, when somebody is there.

use leeward_document::Path;
use triage::{Kind, source::Node};
use yew::{Html, html};

use super::{
    super::{choice, field, list::mover, select},
    actions, entries, handoff, problem, problem_line, said, tick, wishes,
};
use crate::{
    channels::{
        Wish, edits,
        offers::{OFFERS, Offer},
        parts::Part,
        standing::{Standing, standing},
        tables::called,
        uses::{can_just_go, uses},
        week::texts,
    },
    event::Event,
    fields::{self, Field},
    state::Work,
    typed::minutes,
    view::{Ui, as_one, entry::Entry},
    writing::channel_name,
    writing::locales,
};

pub fn view(work: &Work, ui: Ui<'_>) -> Html {
    let channels = entries(work.document().tree(), "channels");
    html! {
        <section class="group" key="channels">
            <h2>{ ui.say("group_channels") }</h2>
            <p class="soft">{ ui.say("way_lead") }</p>
            <ol class="items" role="list">
                { for channels.iter().enumerate().map(|(place, (id, node))| item(id, node, place, work, ui)) }
            </ol>
            { adds(ui) }
        </section>
    }
}

/// A new channel of each kind.
fn adds(ui: Ui<'_>) -> Html {
    let offers = OFFERS.iter().map(|offer| {
        let words = ui.say(&["way_", offer.name].concat());
        html! { <li key={offer.name}><button type="button" class="secondary" data-add={offer.name} onclick={wishes(Wish::Channel(*offer), ui)}>{ words }</button></li> }
    });
    html! {
        <div class="adds" data-path="channels">
            <h3 id="adds">{ ui.say("way_add") }</h3>
            <ul role="list" aria-labelledby="adds">{ for offers }</ul>
        </div>
    }
}

fn item(id: &str, node: &Node, place: usize, work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let all = entries(tree, "channels");
    let list = Path::default().name("channels");
    let path = list.name(id);
    let name = channel_name(tree, id, &work.languages.0).to_owned();
    let offer = Offer::of(id, node);
    let what = offer.map(|offer| ui.say(&["way_", offer.name].concat()));
    let target = offer.and_then(|offer| node.entry(offer.target()));
    let target = target.map(Node::text).filter(|target| !target.is_empty());
    let line: Vec<String> = what.into_iter().chain(target.map(str::to_owned)).collect();
    let is_wrong = work
        .findings
        .all
        .iter()
        .any(|finding| finding.is_error() && finding.path.is_within(&path));
    let parts = Part::ALL.into_iter();
    let parts = parts.filter(|part| offer.is_none_or(|offer| part.is_of(offer.kind)));
    let parts = parts.map(|part| {
        // What is typed into one of them is never another one's when the kind becomes another.
        html! { <key={part as usize}>{ self::part(part, &path, node, offer, work, ui) }</> }
    });
    html! {
        <li class="item" key={id.to_owned()} data-list={list.to_string()} data-place={place.to_string()} data-id={id.to_owned()} data-found={is_wrong.then_some("errors")}>
            <div class="row">
                { mover(&list, place, all.len(), &name, ui) }
                <details>
                    <summary>
                        <strong>{ name.clone() }</strong>
                        <small>{ line.join(&ui.say("list_dot")) }</small>
                        { now(node, tree, ui) }
                    </summary>
                    <div class="inner">
                        { problem_line(own_problem(&path, work, ui)) }
                        { as_one(parts) }
                        { everywhere(&path, work, ui) }
                        { actions(&path, &name, others(&path, work, ui), work, ui) }
                    </div>
                </details>
            </div>
        </li>
    }
}

/// What a visitor would be told of it now.
fn now(node: &Node, tree: &Node, ui: Ui<'_>) -> Html {
    let standing = standing(tree, node, ui.clock.now, ui.clock.offsets);
    let hours = node.entry("hours").map(Node::text);
    let zone = hours.and_then(|name| tree.entry("hours")?.entry(name)?.entry("timezone"));
    let state = match standing {
        Standing::Always | Standing::Open(_) => "open",
        Standing::Closed(_) => "closed",
        Standing::Unknown => "unknown",
    };
    html! { <small class="now-line" data-state={state}>{ said(&standing, zone.map(Node::text), ui) }</small> }
}

/// What is wrong with the channel as a whole.
fn own_problem(path: &Path, work: &Work, ui: Ui<'_>) -> Option<String> {
    let mut all = work.findings.all.iter();
    let found = all.find(|finding| finding.path == *path)?;
    Some(super::super::findings::words(found, ui))
}

/// What may take its place in the ways: another channel, or nothing where that leaves something.
fn others(path: &Path, work: &Work, ui: Ui<'_>) -> Vec<(String, String)> {
    let tree = work.document().tree();
    let all = entries(tree, "channels").iter();
    let others = all.filter(|(id, _)| Path::default().name("channels").name(id) != *path);
    let name = |id: &String| channel_name(tree, id, &work.languages.0).to_owned();
    let others = others.map(|(id, _)| (id.clone(), name(id)));
    let nothing = can_just_go(tree, path).then(|| (String::new(), ui.say("way_nothing")));
    others.chain(nothing).collect()
}

/// A channel that no way names can be named by all.
fn everywhere(path: &Path, work: &Work, ui: Ui<'_>) -> Html {
    if !uses(work.document().tree(), path).is_empty() {
        return Html::default();
    }
    let wish = Wish::Everywhere(path.clone());
    html! {
        <div class="warm">
            <p>{ ui.say("way_unused") }</p>
            <button type="button" class="secondary" data-action="everywhere" onclick={wishes(wish, ui)}>{ ui.say("way_everywhere") }</button>
        </div>
    }
}

fn part(
    part: Part,
    path: &Path,
    node: &Node,
    offer: Option<Offer>,
    work: &Work,
    ui: Ui<'_>,
) -> Html {
    let text = |name: &str, label: &str, required| {
        let kind = fields::Kind::Text;
        written(path, name, label, kind, required, work, ui)
    };
    match part {
        Part::Kind => kind(path, offer, ui),
        Part::Name => text("name", "field_channel", true),
        Part::About => text("about", "field_about", false),
        Part::Cost => text("cost", "field_cost", false),
        Part::BestTimes => text("best_times", "field_best_times", false),
        Part::Target => target(path, node, offer, work, ui),
        Part::Vendor => vendor(path, node, work, ui),
        Part::Form => form(path, node, work, ui),
        Part::Draft => offer.map_or_else(Html::default, |offer| {
            handoff::draft(path, node, offer.kind, work, ui)
        }),
        Part::Parameters => handoff::parameters(path, node, work, ui),
        Part::Hours => hours(path, node, work, ui),
        Part::Wait => wait(path, node, work, ui),
        Part::Languages => languages(path, node, work, ui),
        Part::Can => can(path, node, work, ui),
    }
}

fn written(
    path: &Path,
    name: &str,
    label: &str,
    kind: fields::Kind,
    required: bool,
    work: &Work,
    ui: Ui<'_>,
) -> Html {
    let field = Field {
        path: path.name(name),
        label: label.to_owned(),
        kind,
        required,
    };
    field::view(&field, work, ui)
}

fn target(path: &Path, node: &Node, offer: Option<Offer>, work: &Work, ui: Ui<'_>) -> Html {
    let Some(offer) = offer else {
        return Html::default();
    };
    let label = match offer.kind {
        Kind::Phone | Kind::Sms => "field_number",
        Kind::Email => "way_address",
        Kind::Form => "field_endpoint",
        Kind::Chat | Kind::Portal | Kind::Social => "field_url",
    };
    let kind = fields::Kind::Line;
    html! {
        <div>
            { written(path, offer.target(), label, kind, true, work, ui) }
            <p class="soft">{ ui.words.fill("way_example", &[("example", offer.example)]) }</p>
            { as_one(country(path, node, offer.kind, work, ui)) }
        </div>
    }
}

/// The country of a number that is for one country; most are for all.
fn country(path: &Path, node: &Node, kind: Kind, work: &Work, ui: Ui<'_>) -> Option<Html> {
    let number = node.entry("address").map_or("", Node::text);
    let is_asked = node.entry("country").is_some() || triage::link::is_local(number);
    let is_number = matches!(kind, Kind::Phone | Kind::Sms);
    (is_asked && is_number).then(|| {
        let kind = fields::Kind::Line;
        written(path, "country", "field_country", kind, false, work, ui)
    })
}

fn kind(path: &Path, offer: Option<Offer>, ui: Ui<'_>) -> Html {
    // One for each kind of the file: what a link leads to is seen from the link.
    let kinds = Kind::ALL.map(|kind| {
        let of_kind = |other: &&Offer| {
            other.kind == kind
                && !["whatsapp", "line", "telegram", "messenger"].contains(&other.name)
        };
        OFFERS.iter().find(of_kind).map_or("", |offer| offer.name)
    });
    let options = kinds.map(|name| {
        let key = if name == "social" {
            "way_any"
        } else {
            &["way_", name].concat()
        };
        (name.to_owned(), ui.say(key))
    });
    let chosen = offer.and_then(|offer| {
        let same = |name: &&str| Offer::named(name).is_some_and(|other| other.kind == offer.kind);
        kinds.into_iter().find(same)
    });
    let at = path.clone();
    let on_choice = ui.when(move |name: String| {
        Some(Event::Arranged(Wish::Kind(
            at.clone(),
            Offer::named(&name)?,
        )))
    });
    let path = path.name("kind").to_string();
    html! {
        <div class="field" data-path={path.clone()}>
            { select(path, ui.say("way_kind"), options.to_vec(), chosen.unwrap_or_default(), on_choice) }
        </div>
    }
}

fn vendor(path: &Path, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    let none = (String::new(), ui.say("way_no_vendor"));
    let makers = edits::vendors().iter().map(|name| {
        let said = match *name {
            "own" => ui.say("way_own_chat"),
            name => maker(name),
        };
        ((*name).to_owned(), said)
    });
    let options = [none].into_iter().chain(makers).collect();
    let chosen = node.entry("vendor").map_or("", Node::text);
    let at = path.clone();
    let on_choice = ui
        .dispatch
        .reform(move |name: String| Event::Arranged(Wish::Vendor(at.clone(), name)));
    let path = path.name("vendor");
    html! {
        <div class="field" data-path={path.to_string()}>
            { select(path.to_string(), ui.say("way_vendor"), options, chosen, on_choice) }
            { problem_line(problem(&path, work, ui)) }
        </div>
    }
}

/// What a form may ask for, and as what it may be posted, as the format names it; the first when nothing is said.
const ASKS_FOR: [&str; 2] = ["message", "callback"];
const FORMATS: [&str; 5] = ["json", "form", "zendesk", "hubspot", "chatwoot"];

fn form(path: &Path, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    let said = |name, otherwise| Some(node.entry(name).map_or(otherwise, Node::text));
    let asks_for = said("asks_for", ASKS_FOR[0]);
    let format = said("format", FORMATS[0]);
    html! {
        <>
            { choice(path.name("asks_for"), "way_asks_for", "way_asks_", &ASKS_FOR, asks_for, ui) }
            { choice(path.name("format"), "way_format", "way_as_", &FORMATS, format, ui) }
            { written(path, "consent", "field_consent", fields::Kind::Text, false, work, ui) }
        </>
    }
}

/// Makers as they write themselves.
fn maker(name: &str) -> String {
    match name {
        "tawk" => "tawk.to".to_owned(),
        "hubspot" => "HubSpot".to_owned(),
        "livechat" => "LiveChat".to_owned(),
        "helpscout" => "Help Scout".to_owned(),
        name => called(name),
    }
}

fn hours(path: &Path, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    const OWN: &str = "+";
    let tree = work.document().tree();
    let tables = entries(tree, "hours").iter();
    let tables = tables.map(|(name, _)| (["=", name].concat(), called(name)));
    let own = (OWN.to_owned(), ui.say("way_own_hours"));
    let always = ("".to_owned(), ui.say("opens_always"));
    let kept = node.entry("hours").map(Node::text);
    let chosen = kept.map_or_else(String::new, |name| ["=", name].concat());
    let unsaid = (kept.is_none() && node.entry("always").is_none())
        .then(|| ("?".to_owned(), ui.say("way_no_hours")));
    let chosen = if unsaid.is_some() {
        "?".to_owned()
    } else {
        chosen
    };
    let options = unsaid
        .into_iter()
        .chain([always])
        .chain(tables)
        .chain([own]);
    let at = path.clone();
    let on_choice = ui.when(move |choice: String| {
        let wish = match choice.strip_prefix('=') {
            Some(name) => Wish::Opening(at.clone(), Some(name.to_owned())),
            None if choice == OWN => Wish::OwnHours(at.clone()),
            None if choice.is_empty() => Wish::Opening(at.clone(), None),
            None => return None,
        };
        Some(Event::Arranged(wish))
    });
    let show = kept.map(|name| {
        let table = Path::default().name("hours").name(name);
        let label = ui.words.fill("way_show_hours", &[("what", &called(name))]);
        html! { <button type="button" class="quiet" data-action="show-hours" onclick={ui.on_click(Event::Sought(table))}>{ label }</button> }
    });
    let path = path.name("hours");
    html! {
        <div class="field" data-path={path.to_string()}>
            { select(path.to_string(), ui.say("way_hours"), options.collect(), &chosen, on_choice) }
            { show.unwrap_or_default() }
            { problem_line(problem(&path, work, ui)) }
        </div>
    }
}

fn wait(path: &Path, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    let minutes = node.entry("wait_minutes").map_or(&[][..], Node::elements);
    let minute = |place: usize| {
        minutes
            .get(place)
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    let both = [minute(0), minute(1)];
    let at = path.name("wait_minutes");
    let entry = |place: usize, label: &str| {
        let value = both[place].clone();
        let (path, both, wrong) = (path.clone(), both.clone(), ui.say("way_wait_wrong"));
        let judge = yew::Callback::from(move |text: String| {
            let mut wished = both.clone();
            let wait = minutes::read(&text).map_err(|()| wrong.clone())?;
            match wait {
                // Emptying one of the two empties both.
                None => wished = Default::default(),
                Some((least, most)) if least == most => wished[place] = most.to_string(),
                // Both of them, typed into one.
                Some((least, most)) => wished = [least, most].map(|one| one.to_string()),
            }
            if wished == both {
                return Ok(None);
            }
            let [from, to] = wished;
            Ok(Some(Event::Arranged(Wish::Wait(path.clone(), from, to))))
        });
        let id = at.place(place).to_string();
        html! { <Entry {id} label={ui.say(label)} {value} {judge} inputmode="numeric" dispatch={ui.dispatch.clone()} /> }
    };
    html! {
        <fieldset class="field pair" data-path={at.to_string()}>
            <legend>{ ui.say("way_wait") }</legend>
            <div class="boxes">{ entry(0, "way_from") }{ entry(1, "way_to") }</div>
            { problem_line(problem(&at, work, ui)) }
        </fieldset>
    }
}

fn languages(path: &Path, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let spoken = edits::languages(tree, node);
    let mut offered = locales(tree);
    let more = spoken.iter().filter(|tag| !offered.contains(tag));
    let more: Vec<String> = more.cloned().collect();
    offered.extend(more);
    let ticks = offered.iter().map(|tag| {
        let is_set = spoken.contains(tag);
        let wish = Wish::Speaks(path.clone(), tag.clone(), !is_set);
        tick(
            is_set,
            wish,
            (ui.language)(tag),
            is_set && spoken.len() == 1,
            ui,
        )
    });
    let at = path.name("languages");
    let (channel, wrong) = (path.clone(), ui.say("way_tag_wrong"));
    let judge = yew::Callback::from(move |text: String| match text.trim() {
        "" => Ok(None),
        tag if triage::locale::is_well_formed(tag) => Ok(Some(Event::Arranged(Wish::Speaks(
            channel.clone(),
            tag.to_owned(),
            true,
        )))),
        _ => Err(wrong.clone()),
    });
    html! {
        <fieldset class="field" data-path={at.to_string()}>
            <legend>{ ui.say("way_languages") }</legend>
            <ul class="ticks" role="list">{ for ticks }</ul>
            <Entry id={at.name("more").to_string()} label={ui.say("way_more_languages")} value="" {judge} hint={ui.say("way_tag_hint")} dispatch={ui.dispatch.clone()} />
            { problem_line(problem(&at, work, ui)) }
        </fieldset>
    }
}

fn can(path: &Path, node: &Node, work: &Work, ui: Ui<'_>) -> Html {
    let tree = work.document().tree();
    let own = node.entry("can").map_or_else(Vec::new, texts);
    let of_channels = entries(tree, "channels").iter();
    let of_channels = of_channels.filter_map(|(_, channel)| channel.entry("can"));
    let routes = tree.entry("routes").map_or(&[][..], Node::elements).iter();
    let of_routes = routes.filter_map(|route| route.entry("needs"));
    let mut known: Vec<String> = of_routes.chain(of_channels).flat_map(texts).collect();
    known.sort();
    known.dedup();
    let ticks = known.iter().map(|what| {
        let is_set = own.contains(what);
        let wish = Wish::Can(path.clone(), what.clone(), !is_set);
        tick(is_set, wish, called(what), false, ui)
    });
    let at = path.name("can");
    let (channel, wrong) = (path.clone(), ui.say("way_can_wrong"));
    let judge = yew::Callback::from(move |text: String| {
        if text.trim().is_empty() {
            return Ok(None);
        }
        match crate::channels::tables::id(&text) {
            Some(what) => Ok(Some(Event::Arranged(Wish::Can(
                channel.clone(),
                what,
                true,
            )))),
            None => Err(wrong.clone()),
        }
    });
    html! {
        <fieldset class="field" data-path={at.to_string()}>
            <legend>{ ui.say("way_can") }</legend>
            <ul class="ticks" role="list">{ for ticks }</ul>
            <Entry id={at.name("more").to_string()} label={ui.say("way_can_more")} value="" {judge} hint={ui.say("way_can_hint")} dispatch={ui.dispatch.clone()} />
            { problem_line(problem(&at, work, ui)) }
        </fieldset>
    }
}
