//! What holds for every sequence of wishes: the file can be read, what is named is there, and undo gives the exact bytes.

use leeward_document::{Document, History, Path};
use proptest::prelude::*;
use triage::{Code, check, hours::Date, source::Node};

use crate::{
    event::{Effect, Event},
    state::State,
};

use super::{Wish, grant, offers::OFFERS, uses, week::Block};

const READY: [&str; 3] = [
    include_str!("../../../../playbooks/outage.json"),
    include_str!("../../../../playbooks/service-crisis.json"),
    "\n{  \"version\": 1, \"locales\": [\"fr\", \"ja\"]  ,\n  \"channels\": { \"phone\": { \"kind\": \"phone\",\t\"name\": \"Tel\",\n    \"address\": \"+81 3-0000-0119\", \"always\": true } }, \"routes\": [ { \"id\": \"all\", \"first\": [\"phone\"] } ] }\n",
];

fn keys(tree: &Node, table: &str) -> Vec<Path> {
    let path = Path::default().name(table);
    let entries = tree.entry(table).map_or(&[][..], Node::entries);
    entries.iter().map(|(name, _)| path.name(name)).collect()
}

/// A wish by five numbers.
fn wish(tree: &Node, kind: u8, one: usize, other: usize, flag: bool) -> Option<Wish> {
    let pick = |table: &str, place: usize| -> Option<Path> {
        let all = keys(tree, table);
        all.get(place % all.len().max(1)).cloned()
    };
    let name = |path: Path| uses::split(&path).map(|(_, name)| name.to_owned());
    let (channel, table) = (pick("channels", one), pick("hours", one));
    let offer = OFFERS[other % OFFERS.len()];
    let day = Date::parse("2026-11-28")?
        .plus_days(i32::try_from(other % 9).ok()?)
        .to_string();
    let spans = || -> Vec<String> {
        let all = ["08:00-12:15", "13:00-18:07", "22:00-06:00"].map(str::to_owned);
        all[..other % 4].to_vec()
    };
    let block = Block {
        days: (one % 7, (one % 7).max(other % 7)),
        minutes: (
            u16::try_from(one % 40).ok()? * 30,
            u16::try_from(one % 40 + 1 + other % 8).ok()? * 30,
        ),
    };
    let date = |path: &Path, list: &str| -> Option<Path> {
        let dates = path.name(list);
        let entries = dates.find(tree)?.entries();
        let (date, _) = entries.get(other % entries.len().max(1))?;
        Some(dates.name(date))
    };
    Some(match kind {
        0 => Wish::Channel(offer),
        1 => Wish::Copy(if flag { channel? } else { table? }),
        2 => {
            let path = channel?;
            let other = pick("channels", other).filter(|other| *other != path);
            if other.is_none() && !uses::can_just_go(tree, &path) {
                return None;
            }
            Wish::Leave(path, other.and_then(name))
        }
        3 => {
            let path = table?;
            let other = pick("hours", other).filter(|other| flag && *other != path);
            Wish::Leave(path, other.and_then(name))
        }
        4 => Wish::Leave(pick("holidays", one)?, None),
        5 => Wish::Kind(channel?, offer),
        6 => Wish::Opening(
            channel?,
            pick("hours", other).filter(|_| flag).and_then(name),
        ),
        7 => Wish::OwnHours(channel?),
        8 => Wish::Wait(
            channel?,
            if flag { String::new() } else { one.to_string() },
            (one + other).to_string(),
        ),
        9 => Wish::Speaks(channel?, ["fr", "ja", "en", "de"][other % 4].into(), flag),
        10 => Wish::Can(channel?, ["urgent", "repairs"][other % 2].into(), flag),
        11 => Wish::Everywhere(channel?),
        12 => Wish::Hours("Asia/Tokyo".into()),
        13 => Wish::Name(
            if flag { table? } else { pick("holidays", one)? },
            ["Night desk", "Büro 2", "Office"][other % 3].into(),
        ),
        14 => Wish::Zone(table?, "Asia/Kolkata".into()),
        15 => Wish::Day(table?, other % 7, spans()),
        16 => Wish::Paint(table?, block, flag),
        17 => Wish::Weekdays(table?),
        18 => Wish::Exception(table?, day),
        19 => {
            let path = date(&table?, "dates")?;
            let date = path.steps().last()?.clone();
            let leeward_document::Step::Name(date) = date else {
                return None;
            };
            Wish::On(path.parent()?.0.parent()?.0, date, spans())
        }
        20 => Wish::Date(
            if flag {
                date(&table?, "dates")?
            } else {
                let list = pick("holidays", one)?;
                let (outer, _) = list.parent()?;
                date(&outer, uses::split(&list)?.1)?
            },
            day,
        ),
        21 => Wish::ClosedOn(table?, name(pick("holidays", other)?)?, flag),
        22 => Wish::Country(
            pick("holidays", one).filter(|_| flag),
            ["jp", "uk"][other % 2],
            2027,
            flag,
        ),
        23 => Wish::Holidays,
        24 => Wish::Holiday(pick("holidays", one)?, day),
        _ => Wish::Vendor(channel?, if flag { "crisp".into() } else { String::new() }),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_wished_the_file_is_read_and_every_step_can_be_taken_back(
        start in 0..3_usize,
        wishes in prop::collection::vec((0..26_u8, 0..60_usize, 0..60_usize, any::<bool>()), 1..9),
    ) {
        let start = READY[start];
        let mut history = History::new(Document::read(start).unwrap());
        let mut texts = vec![start.to_owned()];
        for (kind, one, other, flag) in wishes {
            let tree = history.document().tree();
            let Some(wish) = wish(tree, kind, one, other, flag) else { continue };
            let Some((operations, path)) = grant(tree, &wish) else { continue };
            history.change_all(&operations, &path).unwrap_or_else(|refusal| panic!("{wish:?}: {refusal:?}"));
            let text = history.document().text().to_owned();
            for problem in check(history.document().tree().clone()).problems {
                let broken = matches!(problem.code, Code::UnknownReference | Code::UnknownField | Code::BadHours | Code::WrongKind);
                prop_assert!(!broken, "{wish:?}: {problem:?}");
            }
            if texts.last() != Some(&text) {
                texts.push(text);
            }
        }
        while let Some(text) = texts.pop() {
            prop_assert_eq!(history.document().text(), &text);
            if !texts.is_empty() {
                prop_assert!(history.undo().is_some());
            }
        }
        prop_assert!(history.undo().is_none());
    }
}

fn after(text: &str, wish: &Wish) -> (String, String) {
    let document = Document::read(text).unwrap();
    let (operations, path) = grant(document.tree(), wish).unwrap();
    let mut history = History::new(document);
    history.change_all(&operations, &path).unwrap();
    (history.document().text().to_owned(), path.to_string())
}

#[test]
fn a_channel_that_ways_name_is_replaced_wherever_it_stands() {
    let path = Path::parse("channels.any_hour_phone");
    let document = Document::read(READY[0]).unwrap();
    let uses = uses::uses(document.tree(), &path);
    assert!(uses.len() > 2);
    let (text, _) = after(READY[0], &Wish::Leave(path, Some("merchant_phone".into())));
    assert!(!text.contains("any_hour_phone"));
    let document = Document::read(&text).unwrap();
    let now = uses::uses(document.tree(), &Path::parse("channels.merchant_phone"));
    assert!(uses.iter().all(|place| {
        place
            .parent()
            .is_some_and(|(list, _)| now.iter().any(|now| now.is_within(&list)))
    }));
    assert!(!uses::can_just_go(
        Document::read(READY[2]).unwrap().tree(),
        &Path::parse("channels.phone")
    ));
}

#[test]
fn the_components_of_a_status_page_go_with_their_channel_or_to_the_other_one() {
    let text = READY[0].replacen(
        '{',
        r#"{ "status": { "url": "/status.json", "components": { "Voice (EMEA) 1.0": "any_hour_phone", "Chat": "support_chat" } },"#,
        1,
    );
    let components = |other: Option<&str>| {
        let path = Path::parse("channels.any_hour_phone");
        let (text, _) = after(&text, &Wish::Leave(path, other.map(str::to_owned)));
        let document = Document::read(&text).unwrap();
        let components = Path::parse("status.components").find(document.tree());
        let components = components.unwrap().entries().iter();
        let named = components.map(|(name, channel)| format!("{name}: {}", channel.text()));
        named.collect::<Vec<_>>()
    };
    assert_eq!(
        components(Some("merchant_phone")),
        ["Voice (EMEA) 1.0: merchant_phone", "Chat: support_chat"]
    );
    assert_eq!(components(None), ["Chat: support_chat"]);
}

#[test]
fn hours_are_renamed_wherever_they_are_kept() {
    let (text, path) = after(
        READY[0],
        &Wish::Name(Path::parse("hours.merchant_desk"), "Shop desk".into()),
    );
    assert!(text.contains(r#""hours": "shop_desk""#) && text.contains(r#""shop_desk": {"#));
    assert_eq!(path, "hours.shop_desk.name");
    let (text, _) = after(
        READY[0],
        &Wish::Leave(Path::parse("hours.merchant_desk"), None),
    );
    let channel = Document::read(&text).unwrap();
    let always = Path::parse("channels.merchant_phone.always").find(channel.tree());
    assert!(always.is_some() && !text.contains("merchant_desk"));
}

#[test]
fn a_new_channel_keeps_the_first_hours_and_waits_for_its_number() {
    let offer = super::offers::Offer::named("whatsapp").unwrap();
    let (text, path) = after(READY[0], &Wish::Channel(offer));
    assert_eq!(path, "channels.whatsapp.url");
    for part in [
        r#""kind": "social""#,
        r#""en": "Write on WhatsApp", "ja": "WhatsAppで相談する""#,
        r#""url": """#,
        r#""hours": "chat_shift""#,
    ] {
        let (_, whatsapp) = text.split_once(r#""whatsapp": {"#).unwrap();
        assert!(whatsapp.contains(part), "{part} in {whatsapp}");
    }
}

#[test]
fn what_is_typed_for_a_day_is_one_step_and_a_finding_leads_to_the_day() {
    let mut state = State::default();
    let wrong = READY[0].replacen("08:00-18:00", "8-18", 1);
    state.update(Event::Opened {
        name: "outage.json".into(),
        text: wrong.clone(),
        now: 1_795_489_200_000,
    });
    let path = Path::parse("hours.merchant_desk.week.mon-fri[0]");
    let effects = state.update(Event::Sought(path));
    let monday = Path::parse("hours.merchant_desk.week.mon");
    assert_eq!(effects, [Effect::Begin, Effect::Focus(monday)]);
    let table = Path::parse("hours.merchant_desk");
    for spans in [&["08:00-18:00"][..], &["08:00-18:00", "19:00-20:00"], &[]] {
        let spans = spans.iter().map(ToString::to_string).collect();
        state.update(Event::Arranged(Wish::Day(table.clone(), 0, spans)));
    }
    let text = |state: &State| state.work.as_ref().unwrap().document().text().to_owned();
    let (_, desk) = {
        let text = text(&state);
        let (before, after) = text.split_once("\"merchant_desk\": {").unwrap();
        (before.to_owned(), after.to_owned())
    };
    assert!(desk.contains(r#""tue-fri": ["8-18"]"#), "{desk}");
    state.update(Event::Settled);
    state.update(Event::Undone);
    assert_eq!(text(&state), wrong);
}
