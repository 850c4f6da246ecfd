//! Whoever writes keeps the caret, whatever is found about what they write.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    visitor::Visitor,
};
use serde_json::{Value, json};

use super::author::{begins_with, chooses, presses, sees, stands, waits};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "in every field of every pane, a finding that comes or goes leaves the caret where it is",
            walk,
        ),
        case(
            "a pause in mid-sentence, which brings a finding, loses no letter and scrolls nothing",
            pause,
        ),
    ]
}

/// What brings findings, and takes them away: nothing, a blank, a word, too much, what frightens, and what is no link, no
/// moment and no colour.
const TYPED: [&str; 6] = [
    "",
    " ",
    "x",
    "Don't panic",
    "http://example.com/#fff",
    "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six.",
];

/// Writes into one field of each kind of the pane, has it looked at once, and notes which fields didn't keep the caret and
/// how often a finding came or went. The fields of a kind differ in their places and ids alone.
const WALK: &str = "
    const [typed, from, many, done] = arguments;
    const drawn = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    const box = 'textarea, input:is([type=text], [type=date], :not([type]))';
    const pane = document.querySelector('#work');
    const kind = (id) => id.replace(/\\[\\d+\\]/g, '[]')
        .replace(/^(channels|hours|holidays|live|live-wait)[.-][^.:]+/, '$1')
        .replace(/^labels\\.[^:]+/, 'labels').replace(/\\d{4}-\\d\\d-\\d\\d/, 'day');
    const walk = async () => {
        const kinds = new Map();
        for (const field of pane.querySelectorAll(box)) {
            // The preview would ask for each logo and feed, and say in the page's log that there is none.
            if (field.id && !['theme.logo', 'status.url'].includes(field.id) && !kinds.has(kind(field.id))) kinds.set(kind(field.id), field.id);
        }
        const lost = [];
        let changes = 0;
        for (const id of [...kinds.values()].slice(from, from + many)) {
            const field = document.getElementById(id);
            if (!field || !field.checkVisibility()) { lost.push(id + ' is not in sight'); continue; }
            field.focus();
            await drawn();
            const before = field.value;
            const around = () => field.closest('.field, .choice, .test, li') ?? field.parentElement;
            const found = () => around().querySelectorAll('.problem').length;
            let seen = found();
            for (const text of [...typed, before]) {
                if (field.type === 'date' && text !== before && text !== '') continue;
                field.value = text;
                field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                dispatchEvent(new Event('pagehide'));
                await drawn();
                if (!field.isConnected || document.activeElement !== field) {
                    lost.push(id + ' at ' + JSON.stringify(text.slice(0, 20)) + (field.isConnected ? '' : ', which was made anew'));
                    break;
                }
                if (found() !== seen) { seen = found(); changes += 1; }
            }
            document.activeElement.blur();
            await drawn();
        }
        return { fields: kinds.size, changes, lost };
    };
    walk().then(done, (error) => done({ fields: 0, changes: 0, lost: [String(error)] }));
";

/// How many fields are written into at a time.
const MANY: u64 = 10;

/// Unfolds everything in the work area.
const UNFOLD: &str =
    "for (const folded of document.querySelectorAll('#work details')) folded.open = true";

async fn walk(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    chooses(visitor, "#beside", "hi").await?;
    sees(visitor, "[id='notice.text:hi']").await?;
    // At least so many kinds of fields, and so often a finding comes or goes.
    for (pane, fields, changes) in [
        ("words", 40, 60),
        ("channels", 20, 20),
        ("questions", 12, 12),
        ("settings", 10, 8),
        ("live", 0, 0),
        ("outlets", 8, 0),
        ("publish", 1, 0),
    ] {
        presses(visitor, &format!("nav [data-pane='{pane}']")).await?;
        waits(
            visitor,
            &format!("document.querySelector('.desk[data-pane={pane}]')"),
        )
        .await?;
        visitor.finds_out(UNFOLD, Vec::new()).await?;
        if pane == "live" {
            chooses(visitor, "#live-any_hour_phone", "busy").await?;
            sees(visitor, "#live-wait-any_hour_phone").await?;
        }
        let (mut from, mut tried, mut changed) = (0, 0, 0);
        // A script may run for half a minute, so it takes some of them at a time.
        while from <= tried {
            let arguments = vec![json!(TYPED), json!(from), json!(MANY)];
            let walked = visitor.finds_out_later(WALK, arguments).await?;
            let count = |name: &str| walked[name].as_u64().unwrap_or_default();
            let lost = walked["lost"].as_array().cloned().unwrap_or_default();
            ensure!(lost.is_empty(), "{pane}: {}", Value::from(lost));
            (from, tried, changed) = (from + MANY, count("fields"), changed + count("changes"));
        }
        ensure!(
            tried >= fields && changed >= changes,
            "{pane}: too little was tried: {changed} findings came or went in {tried} fields"
        );
    }
    Ok(())
}

/// Two words, a pause in which it is found that the notice isn't empty any more, and on.
async fn pause(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "blank").await?;
    presses(visitor, "[data-add='notice']").await?;
    waits(visitor, "document.activeElement.id === 'notice.text:en'").await?;
    let problem = "document.querySelector(\"[data-path='notice.text'] .problem\")";
    waits(visitor, problem).await?;
    let top = visitor.finds_out("return scrollY", Vec::new()).await?;
    visitor.types("Burst main").await?;
    waits(visitor, &format!("!{problem}")).await?;
    visitor.types(" in Elmford").await?;
    stands(visitor, "[id='notice.text:en']", "Burst main in Elmford").await?;
    let now = visitor.finds_out("return scrollY", Vec::new()).await?;
    ensure!(now == top, "the page has scrolled from {top} to {now}");
    Ok(())
}
