//! Words that are wider than the screen: every text of a playbook in the pseudo-locale has one, in every part of the panel
//! and of the page, on small phones, with type twice as large, and with the text spacing of WCAG 2.2 (1.4.12).

use anyhow::{Context as _, Result, anyhow, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::{self, HostPage, SERVICE_CRISIS},
    site::{Reply, file},
    visitor::Visitor,
};
use serde_json::{Value, json};
use triage::{pseudo, source};

/// How a visitor reads.
#[derive(Clone, Copy)]
struct Reader {
    name: &'static str,
    /// CSS pixels.
    width: u32,
    /// The size of type that the browser is set to; 16 is what it comes with.
    size: u32,
    /// Whether letters and words are set apart.
    spaced: bool,
}

const READERS: [Reader; 5] = [
    Reader {
        name: "at 320 pixels",
        width: 320,
        size: 16,
        spaced: false,
    },
    Reader {
        name: "at 360 pixels",
        width: 360,
        size: 16,
        spaced: false,
    },
    Reader {
        name: "at 320 pixels with type twice as large",
        width: 320,
        size: 32,
        spaced: false,
    },
    Reader {
        name: "at 360 pixels with type twice as large",
        width: 360,
        size: 32,
        spaced: false,
    },
    Reader {
        name: "at 320 pixels with spaced text",
        width: 320,
        size: 16,
        spaced: true,
    },
];

/// What is painted beside the panel, the launcher or the banner, or beside a box that can be seen or scrolled. (What can be
/// pressed reaches into the space around it on purpose, so that its words stand in line with the others.)
const STICKS_OUT: &str = "
const parts = probe.all('#panel, #launcher, #banner').filter((part) => part.checkVisibility({ visibilityProperty: true }));
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, svg, #said, .trap');
const isBox = (element) => {
  const { display, overflowX, borderLeftWidth, borderRightWidth, backgroundColor } = getComputedStyle(element);
  const isPainted = (borderLeftWidth !== '0px' && borderRightWidth !== '0px') || backgroundColor !== 'rgba(0, 0, 0, 0)';
  return display !== 'inline' && !element.matches('input, select, option') && (isPainted || overflowX !== 'visible' || element.matches('button, a'));
};
const slotted = [...document.querySelectorAll('leeward-help > *')].filter((child) => child.assignedSlot && isSeen(child));
const told = (element, what) => `${probe.name(element)}.${element.className} ${what}: ${element.textContent.slice(0, 60)}`;
return [
  ...parts.flatMap((part) => {
    const { left, right } = part.getBoundingClientRect();
    const inside = [part, ...part.querySelectorAll('*')].filter(isSeen);
    const range = document.createRange();
    return inside.flatMap((element) => {
      const found = [];
      if (isBox(element) && element.clientWidth && element.scrollWidth > element.clientWidth + 1) found.push(told(element, `${element.scrollWidth} in ${element.clientWidth}`));
      for (const text of element.childNodes) {
        if (text.nodeType !== Node.TEXT_NODE || !text.data.trim() || element.matches('option')) continue;
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        if (box.width && (box.left < left - 1 || box.right > right + 1)) found.push(told(element, `painted from ${box.left} to ${box.right}, beside ${left} to ${right}`));
      }
      return found;
    });
  }),
  ...[...parts, ...slotted].filter((part) => part.getBoundingClientRect().right > innerWidth + 1).map((part) => told(part, 'beyond the window')),
  ...(document.scrollingElement.scrollWidth > innerWidth + 1 ? [`the page is ${document.scrollingElement.scrollWidth} wide`] : []),
];
";

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for reader in READERS {
        let name = |what: &str| format!("long words fit into {what}, {}", reader.name);
        cases.push(
            case(name("every step"), async move |visitor| {
                steps(visitor, reader).await
            })
            .needs(Need::Tools),
        );
        cases.push(
            case(
                name("the contact list of the safe layer"),
                async move |visitor| list(visitor, reader).await,
            )
            .needs(Need::Tools),
        );
        cases.push(
            case(
                name("a banner, an article and a page"),
                async move |visitor| layouts(visitor, reader).await,
            )
            .needs(Need::Tools),
        );
    }
    cases
}

/// Comes with a playbook in the pseudo-locale that has more to say.
async fn comes(visitor: &Visitor, reader: Reader, attributes: &str) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&file(SERVICE_CRISIS)?)?;
    playbook["exit"] = json!({ "url": "https://example.test/weather" });
    playbook["channels"]["message_form"]["consent"] = playbook["name"].clone();
    playbook["channels"]["mail"] = json!({
        "kind": "email", "name": playbook["name"], "about": playbook["name"], "cost": playbook["name"], "always": true,
        "address": "kundenservice-elementarschadenversicherung@versicherungsgesellschaft.example.test",
    });
    let routes = playbook["routes"].as_array_mut().context("no routes")?;
    routes.last_mut().context("no route")?["second"] = json!(["mail", "message_form"]);
    let source = source::parse(&playbook.to_string()).map_err(|problem| anyhow!("{problem}"))?;
    let mut strange: Value = serde_json::from_str(&pseudo(&source).to_string())?;
    // Beside a name in the panel's head there is room for a word of every day.
    strange["labels"]["exit"] = json!("⟦Verlassen⟧");
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(strange.to_string()));
    let sizes = json!({ "fontSizes": { "standard": reader.size, "fixed": reader.size } });
    visitor.commands("Page.setFontSizes", sizes).await?;
    visitor.has_a_screen_of(reader.width, 740).await?;
    if reader.spaced {
        let spaced = "document.addEventListener('DOMContentLoaded', () => {
            const { style } = document.documentElement;
            Object.assign(style, { letterSpacing: '.12em', wordSpacing: '.16em', lineHeight: '1.5' });
            Object.assign(document.querySelector('leeward-help').style, { letterSpacing: '.12em', wordSpacing: '.16em' });
        })";
        visitor.injects(spaced).await?;
    }
    let page = HostPage::default().with_attributes(attributes);
    visitor.visits(&page).await
}

async fn fits(visitor: &Visitor, what: &str) -> Result<()> {
    visitor.finds_none(STICKS_OUT, what).await
}

async fn steps(visitor: &Visitor, reader: Reader) -> Result<()> {
    // When most is closed there is most to say.
    visitor
        .comes_at("2026-11-23T03:00:00+09:00", "Asia/Tokyo")
        .await?;
    comes(
        visitor,
        reader,
        "label='Elementarschadenversicherungsgesellschaft'",
    )
    .await?;
    fits(visitor, "the launcher").await?;
    visitor.opens().await?;
    visitor.sees("#exit").await?;
    let size = visitor
        .finds_out(
            "return getComputedStyle(probe.find('#panel')).fontSize",
            Vec::new(),
        )
        .await?;
    ensure!(
        size == json!(format!("{}px", reader.size)),
        "type of {size}"
    );
    fits(visitor, "the welcome").await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    fits(visitor, "the contact list").await?;
    visitor.presses("return").await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    visitor.presses("continue").await?;
    visitor.has_focus_on(".error-summary").await?;
    fits(visitor, "a choice with a complaint").await?;
    visitor
        .walks(&[("topic", "coverage"), ("safe", "yes")])
        .await?;
    visitor.is_asked("touched").await?;
    fits(visitor, "several answers").await?;
    visitor.answers("touched", "not_sure").await?;
    visitor.sees_result("coverage").await?;
    visitor.changes("topic").await?;
    visitor.answers("topic", "technical").await?;
    visitor.is_asked("affected").await?;
    visitor.answers("affected", "0").await?;
    visitor.has_focus_on(".error-summary").await?;
    fits(visitor, "a number with a complaint").await?;
    visitor.answers("affected", "2").await?;
    visitor.sees_result("technical").await?;
    visitor.changes("topic").await?;
    visitor
        .walks(&[("topic", "other"), ("danger", "exhaustion")])
        .await?;
    visitor.is_asked("draining").await?;
    fits(visitor, "a ranking").await?;
    visitor.answers("draining", "not_sure").await?;
    visitor.is_asked("one_thing").await?;
    fits(visitor, "a text").await?;
    visitor
        .answers(
            "one_thing",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        )
        .await?;
    visitor.sees_result("listen").await?;
    visitor.sees(".summary").await?;
    let unfold = "for (const folded of probe.all('details')) folded.open = true";
    visitor.finds_out(unfold, Vec::new()).await?;
    fits(visitor, "a result").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.sees(".keep label").await?;
    fits(visitor, "a form").await?;
    visitor.sends().await?;
    visitor.has_focus_on(".error-summary").await?;
    fits(visitor, "a form with complaints").await?;
    visitor.expects_failing("/messages");
    visitor.site.answers("/messages", Reply::status(400));
    let contact =
        "kundenservice-elementarschadenversicherung@versicherungsgesellschaft.example.test";
    visitor.composes("Ann", contact, "Help").await?;
    visitor.sends().await?;
    visitor.is_told("failed").await?;
    fits(visitor, "a form that was not sent").await?;
    visitor.site.answers("/messages", Reply::status(204));
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    fits(visitor, "a message that has arrived").await
}

async fn list(visitor: &Visitor, reader: Reader) -> Result<()> {
    let wasm = "/leeward/widget_bg.wasm";
    visitor.site.answers(wasm, Reply::status(404));
    comes(visitor, reader, "").await?;
    visitor
        .expects_failing(wasm)
        .expects_line(&["widget_bg.wasm"]);
    let child = "const child = document.createElement('a');
        Object.assign(child, { href: 'https://example.test/', textContent: 'Elementarschadenversicherungsgesellschaft' });
        document.querySelector('leeward-help').append(child)";
    visitor.finds_out(child, Vec::new()).await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees("#contacts li[data-urgent]").await?;
    fits(visitor, "the contact list of the safe layer").await
}

async fn layouts(visitor: &Visitor, reader: Reader) -> Result<()> {
    comes(visitor, reader, "display mode='banner'").await?;
    visitor.sees("#banner #launcher").await?;
    fits(visitor, "a banner").await?;
    for mode in ["inline", "page"] {
        let page = HostPage::default().with_attributes(&format!("mode='{mode}'"));
        page.publish(&visitor.site);
        visitor.goes_to(page::PATH).await?;
        visitor.sees("section#panel [data-step='welcome']").await?;
        fits(visitor, mode).await?;
    }
    Ok(())
}
