//! What only a release has: every file is checked before it is used. Whoever changes one, on the server or on the way,
//! gets nothing run, and the visitor has the contact list.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{HostPage, OWN_CHILD},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::Value;

/// Code that tells whether it was run.
const RUNS: &str = "\nglobalThis.changedCodeRan = true;\n";

/// A file of which a byte is not the one that was built.
struct Change {
    file: &'static str,
    change: fn(Vec<u8>) -> Vec<u8>,
    /// The code of the `leeward-error` event.
    code: &'static str,
    /// What the line on the console has.
    line: &'static [&'static str],
}

const CHANGES: &[Change] = &[
    Change {
        file: "widget_bg.wasm",
        change: one_bit,
        code: "integrity",
        line: &["widget_bg.wasm", "not the one of this release"],
    },
    Change {
        file: "widget.js",
        change: more_code,
        code: "integrity",
        line: &["widget.js", "not the one of this release"],
    },
    Change {
        file: "widget.css",
        change: one_bit,
        code: "integrity",
        line: &["widget.css", "not the one of this release"],
    },
    Change {
        file: "labels/ja.json",
        change: one_bit,
        code: "integrity",
        line: &["labels/ja.json", "not the one of this release"],
    },
    Change {
        file: "load.js",
        change: more_code,
        code: "network",
        line: &["load.js", "is missing, changed or blocked"],
    },
];

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = CHANGES
        .iter()
        .map(|change| {
            let name = format!("{} that was changed is not used", change.file);
            case(name, async move |visitor| changed(visitor, change).await)
        })
        .collect();
    cases.push(case(
        "a contact list that was changed is not used, and the questions are",
        changed_list,
    ));
    cases.push(case(
        "a layout that was changed is not used, and the children stay with the popup",
        changed_layout,
    ));
    cases.push(case(
        "a browser without preloads of modules checks scripts, too",
        without_preloads,
    ));
    cases
}

fn one_bit(mut content: Vec<u8>) -> Vec<u8> {
    let middle = content.len() / 2;
    content[middle] ^= 1;
    content
}

fn more_code(mut content: Vec<u8>) -> Vec<u8> {
    content.extend_from_slice(RUNS.as_bytes());
    content
}

/// Has the server give a changed file, and tells its path.
fn is_changed(visitor: &Visitor, file: &str, change: fn(Vec<u8>) -> Vec<u8>) -> Result<String> {
    let folder = site::release()?.context("the site is no release")?;
    let path = format!("/leeward/{folder}/{file}");
    let content = site::file(&path)?.to_vec();
    let reply = Reply::of_type(&path, change(content));
    visitor.site.answers(&path, reply);
    Ok(path)
}

async fn changed(visitor: &Visitor, change: &Change) -> Result<()> {
    let path = is_changed(visitor, change.file, change.change)?;
    visitor.visits(&HostPage::in_language("ja")).await?;
    visitor.expects_failing(&path).expects_line(change.line);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    let error = visitor.hears("leeward-error").await?;
    ensure!(error["code"] == change.code, "the error is {error}");
    met_and_not_run(visitor, &path).await
}

async fn changed_list(visitor: &Visitor) -> Result<()> {
    let path = is_changed(visitor, "contacts.js", more_code)?;
    visitor.visits(&HostPage::default()).await?;
    visitor.expects_failing(&path);
    visitor.opens().await?;
    visitor.waits_for_request(&path, 1).await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await?;
    met_and_not_run(visitor, &path).await
}

async fn changed_layout(visitor: &Visitor) -> Result<()> {
    let path = is_changed(visitor, "display.js", more_code)?;
    visitor.looks_at("modes/inline.html").await?;
    visitor
        .expects_failing(&path)
        .expects_line(&["display.js", "not the one of this release"]);
    visitor.sees("#launcher").await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    visitor.opens().await?;
    met_and_not_run(visitor, &path).await
}

async fn without_preloads(visitor: &Visitor) -> Result<()> {
    let forget = "const { supports } = DOMTokenList.prototype;
        DOMTokenList.prototype.supports = function (name) {
            globalThis.askedForPreloads ||= name === 'modulepreload';
            return name !== 'modulepreload' && supports.call(this, name);
        }";
    visitor.injects(forget).await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;

    let path = is_changed(visitor, "widget.js", more_code)?;
    visitor.visits(&HostPage::default()).await?;
    visitor
        .expects_failing(&path)
        .expects_line(&["widget.js", "not the one of this release"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor.hears("leeward-error").await?;
    let asked = visitor
        .finds_out("return globalThis.askedForPreloads", Vec::new())
        .await?;
    ensure!(asked == true, "nobody asked whether there are preloads");
    met_and_not_run(visitor, &path).await
}

async fn met_and_not_run(visitor: &Visitor, path: &str) -> Result<()> {
    ensure!(
        visitor.site.times_asked(path) > 0,
        "nobody asked for {path}"
    );
    let script = "return globalThis.changedCodeRan ?? null";
    let ran = visitor.finds_out(script, Vec::new()).await?;
    ensure!(ran == Value::Null, "the changed code was run");
    Ok(())
}
