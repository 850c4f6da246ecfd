//! Scripts at the beginning of a page, for browsers that can't put them there themselves.

use super::Reply;

/// The page's policy gets it too, beside what it allows already.
const NONCE: &str = "beginning";

/// The same page with scripts that run before everything else in it, whatever its policy is.
pub fn begins_with(mut reply: Reply, scripts: &[String]) -> Reply {
    if scripts.is_empty() || !reply.content_type.starts_with("text/html") {
        return reply;
    }
    let page = String::from_utf8_lossy(&reply.body);
    // Behind the doctype: before it, the page would be an old one.
    let ends = ["<head", "<!doctype"].iter().find_map(|tag| {
        let start = page.to_ascii_lowercase().find(tag)?;
        Some(start + page[start..].find('>')? + 1)
    });
    let (before, after) = page.split_at(ends.unwrap_or_default());
    let scripts: String = scripts
        .iter()
        .map(|script| {
            format!("<script nonce={NONCE}>document.currentScript.remove();{script}</script>")
        })
        .collect();
    reply.body = format!("{before}{scripts}{after}").into();
    for (name, value) in &mut reply.headers {
        if name.eq_ignore_ascii_case("content-security-policy") {
            *value = allowing(value);
        }
    }
    reply
}

/// A policy that allows the scripts too.
fn allowing(policy: &str) -> String {
    let mut directives: Vec<String> = policy.split(';').map(|part| part.trim().into()).collect();
    for name in ["script-src-elem", "script-src", "default-src"] {
        let about = |directive: &&mut String| directive.split(' ').next() == Some(name);
        if let Some(directive) = directives.iter_mut().find(about) {
            directive.push_str(&format!(" 'nonce-{NONCE}'"));
            break;
        }
    }
    directives.join("; ")
}
