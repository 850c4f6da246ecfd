//! The file `_headers`, which only a service such as Netlify can serve by: read as they document it, and held against
//! what the real servers have to answer.

use anyhow::{Context as _, Result, ensure};
use leeward_serving::{OPEN_TO_ALL, PLAYBOOK, Release};

#[test]
fn each_file_gets_each_header_once_with_the_value_that_real_servers_give_it() -> Result<()> {
    let release = Release::find()?;
    let text = headers(&release)?;
    for file in &release.files {
        let kept = ("cache-control", Release::cache_control(file));
        for (name, value) in OPEN_TO_ALL.into_iter().chain([kept]) {
            let found = values(&text, &format!("/leeward/{file}"), name);
            ensure!(
                found == [value],
                "{file} gets {found:?} for {name}, not {value}"
            );
        }
    }
    // The service's own header lets nobody use a playbook unasked.
    ensure!(values(&text, &format!("/leeward/{PLAYBOOK}"), "cache-control").is_empty());
    Ok(())
}

#[test]
fn the_studio_can_not_be_framed_by_any_of_its_addresses() -> Result<()> {
    let text = headers(&Release::find()?)?;
    for (page, wanted) in [
        ("", "frame-ancestors 'none'"),
        ("/", "frame-ancestors 'none'"),
        ("/index", "frame-ancestors 'none'"),
        ("/index.html", "frame-ancestors 'none'"),
        ("/preview", "frame-ancestors 'self'"),
        ("/preview.html", "frame-ancestors 'self'"),
    ] {
        let found = values(
            &text,
            &format!("/leeward/studio{page}"),
            "content-security-policy",
        );
        ensure!(found == [wanted], "studio{page} gets {found:?}");
    }
    Ok(())
}

fn headers(release: &Release) -> Result<String> {
    let content = release.content("servers/_headers");
    Ok(String::from_utf8(
        content.context("there are no _headers")?,
    )?)
}

/// The values of a header for a path. Those of several rules would be sent as one, joined by commas.
fn values<'a>(headers: &'a str, path: &str, name: &str) -> Vec<&'a str> {
    let mut values = Vec::new();
    let mut applies = false;
    for line in headers.lines().filter(|line| !line.starts_with('#')) {
        if let Some(header) = line.strip_prefix("  ") {
            let found = header
                .split_once(": ")
                .filter(|(found, _)| applies && found.eq_ignore_ascii_case(name));
            values.extend(found.map(|(_, value)| value));
        } else {
            applies = match line.strip_suffix('*') {
                Some(beginning) => path.starts_with(beginning),
                None => path == line,
            };
        }
    }
    values
}
