//! Pages that listen to keys. Seen from the page, whatever is typed into the panel is typed at `<leeward-help>`, which is
//! no field: what is ours has to stay inside, and what is the page's has to reach it.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    site::Reply,
    visitor::Visitor,
};
use serde_json::json;
use thirtyfour::Key;

/// The names in `tests/embed/handlers/handlers.js`.
const HANDLERS: &[&str] = &[
    "hotkeys",
    "mousetrap",
    "a slash that leads to the search",
    "a default button",
    "a game",
    "listeners of a root",
];

/// The layouts beside the popup.
const MODES: &[&str] = &["inline", "page", "banner"];

const CONTINUE: &str = "[data-action='continue']";
const ANSWER: &str = "[name='answer']";

/// What a storm makes people write: letters and signs that are shortcuts somewhere.
const WORDS: &str = "sinking roof / no gas";

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = HANDLERS
        .iter()
        .map(|handler| {
            let name = format!("keys stay in the panel, and shortcuts don't, beside {handler}");
            case(name, async |visitor| journey(visitor, handler, "").await)
        })
        .collect();
    cases.extend(MODES.iter().map(|mode| {
        let name = format!("keys stay in the layout {mode}, and shortcuts don't");
        let handler = "listeners of a root";
        case(name, async |visitor| journey(visitor, handler, mode).await)
    }));
    cases.push(case(
        "the contact list is used by keyboard on a page that plays with the same keys",
        contact_list,
    ));
    cases.push(case(
        "what a keyboard writes with Option or AltGr, or an input method composes, is not the page's",
        composed,
    ));
    cases
}

async fn looks_at(visitor: &Visitor, handler: &str, mode: &str) -> Result<()> {
    let handler = handler.replace(' ', "%20");
    let page = format!("handlers/index.html?handler={handler}&mode={mode}");
    visitor.looks_at(&page).await?;
    if matches!(mode, "inline" | "page") {
        return visitor.sees_step("welcome").await;
    }
    visitor.opens().await
}

/// What the page has taken since it was last asked.
async fn taken(visitor: &Visitor) -> Result<serde_json::Value> {
    visitor
        .finds_out("return taken.splice(0)", Vec::new())
        .await
}

/// Picks the first option but so many, by the keys that a group of radio buttons has.
async fn picks(visitor: &Visitor, question: &str, down: usize) -> Result<()> {
    visitor.is_asked(question).await?;
    visitor.tabs_to(ANSWER).await?;
    visitor.types(" ").await?;
    for _ in 0..down {
        visitor.types(Key::Down).await?;
    }
    visitor.presses_by_key(CONTINUE, Key::Enter).await
}

async fn journey(visitor: &Visitor, handler: &str, mode: &str) -> Result<()> {
    looks_at(visitor, handler, mode).await?;
    taken(visitor).await?;
    visitor
        .presses_by_key("[data-action='start']", Key::Enter)
        .await?;
    picks(visitor, "topic", 4).await?;
    picks(visitor, "safe", 0).await?;
    picks(visitor, "danger", 1).await?;
    picks(visitor, "finances", 3).await?;
    visitor.is_asked("one_thing").await?;
    visitor.tabs_to(ANSWER).await?;
    visitor.types(WORDS).await?;
    visitor.sees_answer("one_thing", WORDS).await?;
    visitor.holds(&[Key::Control], "k").await?;
    let shortcuts = visitor.finds_out("return shortcuts", Vec::new()).await?;
    ensure!(
        shortcuts == json!(1),
        "the shortcut is heard {shortcuts} times"
    );
    visitor.presses_by_key(CONTINUE, Key::Enter).await?;
    visitor.sees_result("listen").await?;
    visitor
        .presses_by_key("[data-action='message']", Key::Enter)
        .await?;
    visitor.sees_step("message").await?;
    visitor.tabs_to("[name='message']").await?;
    visitor.types(WORDS).await?;
    visitor.types(Key::Enter).await?;
    visitor.types(WORDS).await?;
    visitor.tabs_to("[name='contact']").await?;
    visitor.types("ann@example.test").await?;
    visitor
        .still_has("", "ann@example.test", &format!("{WORDS}\n{WORDS}"))
        .await?;
    visitor.types(Key::Enter).await?;
    visitor.is_told("sent").await?;
    let heard = taken(visitor).await?;
    ensure!(heard == json!([]), "{handler} has taken {heard}");
    if !matches!(mode, "inline" | "page") {
        visitor.types(Key::Escape).await?;
        visitor.sees_panel_closed().await?;
    }

    // And what is the page's is heard again.
    visitor
        .finds_out(
            "document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()",
            Vec::new(),
        )
        .await?;
    if handler == "a slash that leads to the search" {
        visitor.types("/").await?;
    } else {
        visitor.types(Key::Enter).await?;
    }
    let heard = taken(visitor).await?;
    ensure!(heard != json!([]), "{handler} hears nothing any more");
    Ok(())
}

async fn contact_list(visitor: &Visitor) -> Result<()> {
    let wasm = "/leeward/widget_bg.wasm";
    visitor.site.answers(wasm, Reply::status(404));
    visitor
        .looks_at("handlers/index.html?handler=a%20game")
        .await?;
    visitor
        .expects_failing(wasm)
        .expects_line(&["widget_bg.wasm"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees("#contacts li").await?;
    let script = "probe.find('#contacts li a').addEventListener('click', (event) => { event.preventDefault(); window.followed = true }); taken.length = 0";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.presses_by_key("#contacts li a", Key::Enter).await?;
    let followed = visitor
        .finds_out("return window.followed ?? false", Vec::new())
        .await?;
    ensure!(followed == json!(true), "Enter follows no link");
    visitor.tabs_to("#close").await?;
    visitor.types(" ").await?;
    visitor.sees_panel_closed().await?;
    let heard = taken(visitor).await?;
    ensure!(heard == json!([]), "the game has taken {heard}");
    Ok(())
}

/// Drivers have no such keyboards, so the events are made here as browsers make them.
const KEYS: &str = r"
const field = probe.find('[name=answer]');
const heard = [];
const listen = ({ type, key }) => heard.push(`${type} ${key}`);
for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, listen, true);
const press = (key, options = {}, on = field) => {
  for (const type of ['keydown', 'keyup']) on.dispatchEvent(new KeyboardEvent(type, { key, code: key, bubbles: true, composed: true, cancelable: true, ...options }));
};
// German Windows, Japanese input, a dead key, an Android keyboard, and the editing of text.
press('@', { ctrlKey: true, altKey: true, modifierAltGraph: true });
press('Process', { isComposing: true });
press('Escape', { isComposing: true });
press('Dead');
press('Unidentified');
press('z', { ctrlKey: true });
press('Backspace', { altKey: true });
press('ArrowLeft', { metaKey: true });
// A browser that fills in a form tells of keys that have no name.
field.dispatchEvent(Object.assign(new Event('keydown', { bubbles: true, composed: true })));
const ours = heard.splice(0);
press('s', { metaKey: true });
press('k', { altKey: true });
press('F1');
press('Shift');
press('x', {}, document.querySelector('#search'));
// A key goes to one of both: let go elsewhere, it is still the one that was pressed here.
field.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', bubbles: true, composed: true }));
document.body.dispatchEvent(new KeyboardEvent('keyup', { key: 'a', code: 'KeyA', bubbles: true }));
field.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', code: 'KeyL', ctrlKey: true, bubbles: true, composed: true }));
field.dispatchEvent(new KeyboardEvent('keyup', { key: 'l', code: 'KeyL', bubbles: true, composed: true }));
for (const type of ['keydown', 'keypress', 'keyup']) document.removeEventListener(type, listen, true);
return { ours, theirs: heard };
";

async fn composed(visitor: &Visitor) -> Result<()> {
    looks_at(visitor, "a game", "inline").await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.is_asked("affected").await?;
    let heard = visitor.finds_out(KEYS, Vec::new()).await?;
    ensure!(heard["ours"] == json!([]), "the page hears {heard}");
    let theirs = [
        "keydown s",
        "keyup s",
        "keydown k",
        "keyup k",
        "keydown F1",
        "keyup F1",
        "keydown Shift",
        "keyup Shift",
        "keydown x",
        "keyup x",
        "keydown l",
        "keyup l",
    ];
    ensure!(heard["theirs"] == json!(theirs), "the page hears {heard}");
    Ok(())
}
