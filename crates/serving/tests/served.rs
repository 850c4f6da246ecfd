//! Every answer of a real web server with our ready configuration, held against the release: for each file the status,
//! the type, the encoding, the content to the byte, how long it may be kept, and who may use it.

use std::io::Read as _;

use anyhow::{Context as _, Result, ensure};
use leeward_serving::{Kind, PLAYBOOK, Release, Server};
use reqwest::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, IF_NONE_MATCH,
    VARY,
};
use reqwest::{Client, StatusCode};

const PLAYBOOK_TEXT: &[u8] = include_bytes!("../../../playbooks/service-crisis.json");

/// What browsers of today and of ten years ago accept, and what a proxy may ask for.
const ACCEPTED: [&str; 3] = ["gzip, deflate, br, zstd", "gzip, deflate", "identity"];

#[tokio::test]
async fn nginx_with_the_brotli_module_serves_every_file_as_it_was_made() -> Result<()> {
    serves_everything(Kind::NginxWithBrotli, "br").await
}

#[tokio::test]
async fn nginx_as_it_comes_serves_every_file_as_it_was_made() -> Result<()> {
    serves_everything(Kind::Nginx, "gzip").await
}

#[tokio::test]
async fn caddy_serves_every_file_as_it_was_made() -> Result<()> {
    serves_everything(Kind::Caddy, "br").await
}

/// Asks for all there is, and for what there isn't. `best` is the best encoding that the server has.
async fn serves_everything(kind: Kind, best: &str) -> Result<()> {
    let release = Release::find()?;
    let server = Server::start(kind, &release, PLAYBOOK_TEXT).await?;
    for file in &release.files {
        for (accepted, encoding) in ACCEPTED.into_iter().zip([best, "gzip", ""]) {
            is_served(&server, kind, &release, file, [accepted, encoding])
                .await
                .with_context(|| format!("{file}, for a browser that accepts {accepted}"))?;
        }
    }
    playbook_is_served(&server, kind).await.context(PLAYBOOK)?;
    for file in ["leeward.js", PLAYBOOK] {
        unchanged_is_not_sent_again(&server, kind, file)
            .await
            .context(file)?;
    }
    let other_release = "0.0.1-00000000/leeward.js".to_owned();
    for missing in [
        "none.js".to_owned(),
        "none.json".to_owned(),
        release.inside("none.js"),
        other_release,
    ] {
        is_missing(&server, kind, &missing).await.context(missing)?;
    }
    Ok(())
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: impl reqwest::header::AsHeaderName) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

async fn ask(url: &str, headers: &[(reqwest::header::HeaderName, &str)]) -> Result<Answer> {
    let mut request = Client::builder().no_proxy().build()?.get(url);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let answer = request.send().await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    Ok(Answer {
        status,
        headers,
        body: answer.bytes().await?.into(),
    })
}

async fn is_served(
    server: &Server,
    kind: Kind,
    release: &Release,
    file: &str,
    [accepted, encoding]: [&str; 2],
) -> Result<()> {
    let answer = ask(&server.url(file), &[(ACCEPT_ENCODING, accepted)]).await?;
    let content = release.content(file).context("it is not in the release")?;
    let ending = match encoding {
        "br" => ".br",
        "gzip" => ".gz",
        _ => "",
    };
    ensure!(answer.status == StatusCode::OK, "{}", answer.status);
    ensure!(
        answer.header(CONTENT_ENCODING) == encoding,
        "the encoding is {:?}",
        answer.header(CONTENT_ENCODING)
    );
    ensure!(
        release.content(&format!("{file}{ending}")) == Some(answer.body.clone()),
        "it is not as it was compressed"
    );
    ensure!(
        decoded(&answer.body, encoding)? == content,
        "decoded it is something else"
    );
    ensure!(
        answer.header(VARY).eq_ignore_ascii_case("accept-encoding"),
        "Vary is {:?}",
        answer.header(VARY)
    );
    if let Some(media_type) = media_type(file) {
        has_type(&answer, media_type)?;
    }
    let kept = kind.cache_control(file);
    ensure!(
        answer.header(CACHE_CONTROL) == kept,
        "Cache-Control is {:?}",
        answer.header(CACHE_CONTROL)
    );
    is_open_to_all(&answer, kind)
}

/// It is compressed by the server itself, as its owner changes it without us.
async fn playbook_is_served(server: &Server, kind: Kind) -> Result<()> {
    let answer = ask(&server.url(PLAYBOOK), &[(ACCEPT_ENCODING, "gzip")]).await?;
    ensure!(answer.status == StatusCode::OK, "{}", answer.status);
    ensure!(
        answer.header(CONTENT_ENCODING) == "gzip",
        "it is not compressed"
    );
    ensure!(
        decoded(&answer.body, "gzip")? == PLAYBOOK_TEXT,
        "decoded it is something else"
    );
    ensure!(
        answer.header(CACHE_CONTROL) == "no-cache",
        "Cache-Control is {:?}",
        answer.header(CACHE_CONTROL)
    );
    has_type(&answer, "application/json")?;
    is_open_to_all(&answer, kind)
}

async fn unchanged_is_not_sent_again(server: &Server, kind: Kind, file: &str) -> Result<()> {
    let accepted = (ACCEPT_ENCODING, ACCEPTED[0]);
    let first = ask(&server.url(file), std::slice::from_ref(&accepted)).await?;
    let again = ask(
        &server.url(file),
        &[accepted, (IF_NONE_MATCH, first.header(ETAG))],
    )
    .await?;
    ensure!(
        again.status == StatusCode::NOT_MODIFIED,
        "asked again, {}",
        again.status
    );
    is_open_to_all(&again, kind)
}

/// The site has a page for every unknown address; below `/leeward/` that would be taken for a script.
async fn is_missing(server: &Server, kind: Kind, file: &str) -> Result<()> {
    let elsewhere = ask(&server.site_url("none.js"), &[]).await?;
    ensure!(
        elsewhere.status == StatusCode::OK,
        "the site was to have a page for it, and answered {}",
        elsewhere.status
    );
    has_type(&elsewhere, "text/html")?;

    let answer = ask(&server.url(file), &[]).await?;
    ensure!(answer.status == StatusCode::NOT_FOUND, "{}", answer.status);
    ensure!(
        !answer.header(CACHE_CONTROL).contains("max-age"),
        "that it is missing is kept: {:?}",
        answer.header(CACHE_CONTROL)
    );
    is_open_to_all(&answer, kind)
}

fn is_open_to_all(answer: &Answer, kind: Kind) -> Result<()> {
    for &(name, value) in kind.open_to_all() {
        ensure!(
            answer.header(name) == value,
            "{name} is {:?}",
            answer.header(name)
        );
        ensure!(
            answer.headers.get_all(name).iter().count() == 1,
            "{name} is there twice"
        );
    }
    Ok(())
}

fn has_type(answer: &Answer, wanted: &str) -> Result<()> {
    let found = answer.header(CONTENT_TYPE);
    ensure!(
        found.split(';').next() == Some(wanted),
        "the type is {found:?}, not {wanted}"
    );
    Ok(())
}

/// The type of what browsers ask for; the rest is for people.
fn media_type(file: &str) -> Option<&'static str> {
    match file.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "js" => Some("text/javascript"),
        // To the letter: `compileStreaming` takes no other.
        "wasm" => Some("application/wasm"),
        "css" => Some("text/css"),
        "json" => Some("application/json"),
        _ => None,
    }
}

fn decoded(body: &[u8], encoding: &str) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    match encoding {
        "br" => brotli::BrotliDecompress(&mut &body[..], &mut text)?,
        "gzip" => {
            flate2::read::GzDecoder::new(body).read_to_end(&mut text)?;
        }
        _ => text.extend(body),
    }
    Ok(text)
}
