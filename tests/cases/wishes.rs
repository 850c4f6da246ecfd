//! What visitors have set for themselves: colours of their own, no motion, more room between letters and lines. All of
//! it holds on every screen of a journey.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::HostPage,
    visitor::Visitor,
};
use serde_json::{Value, json};

use crate::listening::locales;

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case(
            "with colours of one's own all borders, choices and the focus can be seen",
            own_colours,
        )
        .needs(Need::Tools),
        case("nothing moves for somebody who wants no motion", no_motion).needs(Need::Tools),
    ];
    cases.extend(locales().unwrap_or_default().into_iter().map(|locale| {
        let name =
            format!("with more room between letters and lines nothing is cut off, in {locale}");
        case(name, async move |visitor| more_room(visitor, &locale).await).needs(Need::Phone)
    }));
    cases
}

async fn asks_for(visitor: &Visitor, feature: &str, value: &str) -> Result<()> {
    let media = json!({ "features": [{ "name": feature, "value": value }] });
    visitor.commands("Emulation.setEmulatedMedia", media).await
}

/// A journey past every kind of screen, with a look at each.
async fn looks_at_all(
    visitor: &Visitor,
    look: impl AsyncFn(&'static str) -> Result<()>,
) -> Result<()> {
    look("welcome").await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    visitor.presses("continue").await?;
    visitor.has_focus_on(".error-summary").await?;
    look("a complaint").await?;
    visitor.answers("topic", "technical").await?;
    visitor.fills_in("affected", "25").await?;
    look("number").await?;
    visitor.presses("continue").await?;
    visitor.sees_result("technical").await?;
    visitor.clicks(".others summary").await?;
    look("result").await?;
    visitor.changes("topic").await?;
    look("choice").await?;
    visitor.answers("topic", "other").await?;
    visitor.answers("safe", "yes").await?;
    visitor.answers("danger", "exhaustion").await?;
    visitor
        .answers("draining", "family,paperwork,sleep")
        .await?;
    visitor.is_asked("one_thing").await?;
    look("text").await?;
    visitor.presses("back").await?;
    visitor.is_asked("draining").await?;
    look("ranking").await?;
    visitor.presses("continue").await?;
    visitor.answers("one_thing", "not_sure").await?;
    visitor.wants_to_write("message_form").await?;
    look("message").await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    look("contacts").await
}

/// Controls without an edge that differs from what is behind them. Underlined words need none, nor does a picture.
const EDGES: &str = "
const look = getComputedStyle;
const controls = probe.all('button:not(.quiet, #close, .move), select, input:not([type=hidden], [type=radio], [type=checkbox]), textarea, .action, label.option');
return controls.filter((control) => control.checkVisibility()).filter((control) => {
  const { borderTopWidth, borderTopStyle, borderTopColor } = look(control);
  return parseFloat(borderTopWidth) < 1 || borderTopStyle === 'none' || borderTopColor === look(probe.all('#panel')[0]).backgroundColor;
}).map(probe.name);
";

/// What is chosen and looks like what isn't. Borders don't count: forced, all of them look the same.
const CHOSEN: &str = "
const signs = (element, pseudo) => {
  const { backgroundColor, outlineStyle } = getComputedStyle(element, pseudo);
  const ground = /, 0\\)$/.test(backgroundColor) ? getComputedStyle(probe.all('#panel')[0]).backgroundColor : backgroundColor;
  return ground + outlineStyle;
};
const groups = [['.languages [aria-pressed=true]', '.languages [aria-pressed=false]'], ['.option :checked + span', '.option :not(:checked) + span', '::before']];
return groups.filter(([chosen, other, pseudo]) => probe.find(chosen) && signs(probe.find(chosen), pseudo) === signs(probe.find(other), pseudo)).map(String);
";

async fn own_colours(visitor: &Visitor) -> Result<()> {
    asks_for(visitor, "forced-colors", "active").await?;
    visitor.visits(&HostPage::default()).await?;
    let forced = "return matchMedia('(forced-colors: active)').matches";
    ensure!(
        visitor.finds_out(forced, Vec::new()).await? == json!(true),
        "colours are not forced"
    );
    visitor.opens().await?;
    looks_at_all(visitor, async |screen| {
        visitor.finds_no_barrier_as_it_is(screen).await?;
        for (script, fault) in [
            (EDGES, "without an edge"),
            (CHOSEN, "chosen, and looks as if not"),
        ] {
            visitor
                .finds_none(script, &format!("{screen}, {fault}"))
                .await?;
        }
        Ok(())
    })
    .await?;
    visitor.tabs_to("#close").await?;
    let ring = "const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(probe.active());
        return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && outlineColor !== backgroundColor";
    ensure!(
        visitor.finds_out(ring, Vec::new()).await? == json!(true),
        "the focus can't be seen"
    );
    Ok(())
}

async fn no_motion(visitor: &Visitor) -> Result<()> {
    asks_for(visitor, "prefers-reduced-motion", "reduce").await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.notes_motion().await?;
    visitor.opens().await?;
    looks_at_all(visitor, async |screen| {
        let script = "return [document, document.querySelector('leeward-help').shadowRoot]
            .flatMap((root) => root.getAnimations()).map(({ effect }) => probe.name(effect.target))";
        visitor.finds_none(script, &format!("{screen}, moving")).await
    })
    .await?;
    visitor.closes().await?;
    let moved = visitor.motion().await?;
    ensure!(moved.is_empty(), "moved {moved:#?}");
    Ok(())
}

/// What WCAG 2.2 names under 1.4.12, as tools for it do: in every style sheet, with `!important`.
const MORE_ROOM: &str = "
const sheet = new CSSStyleSheet();
sheet.replaceSync('*, ::slotted(*) { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }');
const root = document.querySelector('leeward-help').shadowRoot;
root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
return getComputedStyle(root.querySelector('#close')).letterSpacing !== 'normal';
";

/// Lines of text that leave the box around them: the control in which they stand, or else the panel, sideways.
const CUT_OFF: &str = "
const panel = probe.all('#panel')[0];
const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
const faults = [];
while (walker.nextNode()) {
  const { currentNode: text } = walker;
  const parent = text.parentElement;
  if (!text.data.trim() || parent.closest('.unseen, select, textarea, slot') || !parent.checkVisibility({ visibilityProperty: true })) continue;
  const control = parent.closest('button, .action, label.option, summary, .ranking li');
  const box = (control ?? panel).getBoundingClientRect();
  const range = new Range();
  range.selectNodeContents(text);
  const out = [...range.getClientRects()].some(({ left, right, top, bottom }) =>
    left < box.left - 1 || right > box.right + 1 || (control && (top < box.top - 1 || bottom > box.bottom + 1)));
  if (out) faults.push(`${text.data} in ${probe.name(control ?? panel)}`);
}
return faults;
";

async fn more_room(visitor: &Visitor, locale: &str) -> Result<()> {
    visitor.holds_a_phone_of(360).await?;
    visitor.visits(&HostPage::in_language(locale)).await?;
    let set: Value = visitor.finds_out(MORE_ROOM, Vec::new()).await?;
    ensure!(set == json!(true), "the page does not get more room");
    visitor.opens().await?;
    visitor.is_spoken_to_in(locale).await?;
    looks_at_all(visitor, async |screen| {
        visitor.scrolls_one_way_only(screen).await?;
        visitor
            .finds_none(CUT_OFF, &format!("{screen}, cut off"))
            .await
    })
    .await
}
