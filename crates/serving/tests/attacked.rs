//! A site with a careful owner and a careless folder: real web servers with our ready configurations are asked what an
//! attacker would ask. The site's own headers stay, what nobody meant to publish is not there, and nobody frames the
//! studio.

use anyhow::{Context as _, Result, ensure};
use leeward_serving::{Kind, OF_THE_SITE, PLAYBOOK, Release, Server};
use reqwest::{Client, Response, StatusCode};

const PLAYBOOK_TEXT: &[u8] = include_bytes!("../../../playbooks/outage.json");

/// What lies below `/leeward/` after some months: path of the file, and addresses by which one may try to have it.
const LEFT_BEHIND: &[(&str, &[&str])] = &[
    (".env", &[".env", "%2eenv"]),
    (
        ".git/config.json",
        &[".git/config.json", "%2Egit/config.json"],
    ),
    ("studio/.htpasswd", &["studio/.htpasswd"]),
    (
        "studio/.drafts/index.html",
        &[
            "studio/.drafts/index.html",
            "x/../studio/.drafts/index.html",
        ],
    ),
    ("playbook.json.bak", &["playbook.json.bak"]),
    ("playbook.json.new", &["playbook.json.new"]),
    ("playbook.json~", &["playbook.json~", "playbook.json%7e"]),
    ("studio/index.html.orig", &["studio/index.html.orig"]),
    ("dump.sql", &["dump.sql"]),
    ("notes", &["notes"]),
];

/// What belongs there beside a release: a file of the owner's, and its type.
const OWN: [(&str, &str); 3] = [
    ("logo.svg", "image/svg+xml"),
    ("playbook.ja.json", "application/json"),
    ("contact.html", "text/html"),
];

#[tokio::test]
async fn nginx_keeps_the_sites_headers_and_serves_nothing_that_was_left_behind() -> Result<()> {
    holds(Kind::Nginx).await
}

#[tokio::test]
async fn nginx_open_to_other_origins_serves_nothing_that_was_left_behind_either() -> Result<()> {
    holds(Kind::NginxWithBrotli).await
}

#[tokio::test]
async fn caddy_keeps_the_sites_headers_and_serves_nothing_that_was_left_behind() -> Result<()> {
    holds(Kind::Caddy).await
}

async fn holds(kind: Kind) -> Result<()> {
    let release = Release::find()?;
    let server = Server::start(kind, &release, PLAYBOOK_TEXT).await?;
    for (file, addresses) in LEFT_BEHIND {
        server.has(file, b"secret")?;
        for address in *addresses {
            let answer = ask(&server, address).await?;
            ensure!(
                answer.status() == StatusCode::NOT_FOUND,
                "{address}: {}",
                answer.status()
            );
            ensure!(
                !answer.text().await?.contains("secret"),
                "{address} is told"
            );
        }
    }
    for (file, media_type) in OWN {
        server.has(file, b"of the owner")?;
        let answer = ask(&server, file).await?;
        ensure!(
            answer.status() == StatusCode::OK,
            "{file}: {}",
            answer.status()
        );
        let found = header(&answer, "content-type");
        ensure!(
            found[0].split(';').next() == Some(media_type),
            "{file} is {found:?}"
        );
    }
    // By its own words, nginx has no place for both when it is open to other origins.
    if kind != Kind::NginxWithBrotli {
        let release = release.inside("widget.js");
        for file in ["leeward.js", &release, PLAYBOOK, "contact.html", "none.js"] {
            keeps_headers(&server, file).await?;
        }
    }
    studio_is_in_no_frame(&server).await
}

async fn keeps_headers(server: &Server, file: &str) -> Result<()> {
    let answer = ask(server, file).await?;
    for (name, value) in OF_THE_SITE {
        let found = header(&answer, name);
        ensure!(found == [value], "{file}: {name} is {found:?}");
    }
    Ok(())
}

async fn studio_is_in_no_frame(server: &Server) -> Result<()> {
    for (page, ancestors, frames) in [
        ("studio/index.html", "frame-ancestors 'none'", "DENY"),
        ("studio/start.js", "frame-ancestors 'none'", "DENY"),
        (
            "studio/preview.html",
            "frame-ancestors 'self'",
            "SAMEORIGIN",
        ),
    ] {
        let answer = ask(server, page).await?;
        ensure!(
            answer.status() == StatusCode::OK,
            "{page}: {}",
            answer.status()
        );
        let policies = header(&answer, "content-security-policy");
        ensure!(policies.contains(&ancestors), "{page} has {policies:?}");
        ensure!(header(&answer, "x-frame-options") == [frames], "{page}");
        ensure!(
            header(&answer, "referrer-policy") == ["no-referrer"],
            "{page}"
        );
    }
    Ok(())
}

async fn ask(server: &Server, address: &str) -> Result<Response> {
    let client = Client::builder().no_proxy().build()?;
    let answer = client.get(server.url(address)).send().await;
    answer.with_context(|| address.to_owned())
}

fn header<'a>(answer: &'a Response, name: &str) -> Vec<&'a str> {
    let values = answer.headers().get_all(name).iter();
    values.filter_map(|value| value.to_str().ok()).collect()
}
