//! The demo's server: the files of the site, and the endpoint its message form posts to.
//!
//! For one person on one machine: it listens where it is told, keeps nothing, and lets nothing be cached.

use std::convert::Infallible;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::Result;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;

/// Where the demo's playbooks send a visitor's message.
const MESSAGES: &str = "/messages";
/// The longest message that is read, in bytes.
const LONGEST_MESSAGE: usize = 16 * 1024;

type Reply = Response<Full<Bytes>>;

/// Serves the folder until the process ends.
pub fn serve(listener: TcpListener, site: PathBuf) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    tokio::task::LocalSet::new().block_on(&runtime, accept(listener, site.into()))
}

async fn accept(listener: TcpListener, site: Rc<Path>) -> Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let site = Rc::clone(&site);
        tokio::task::spawn_local(async move {
            let service = service_fn(|request| answer(Rc::clone(&site), request));
            // Browsers drop connections as they please; that is no news to anybody.
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn answer(site: Rc<Path>, request: Request<Incoming>) -> Result<Reply, Infallible> {
    let path = request.uri().path().to_owned();
    let (parts, body) = request.into_parts();
    Ok(match (parts.method, path.as_str()) {
        (Method::POST, MESSAGES) => message(body).await,
        (_, MESSAGES) => not_allowed("POST"),
        (Method::GET | Method::HEAD, path) => file(&site, path),
        _ => not_allowed("GET, HEAD"),
    })
}

/// Reads one message, keeps nothing of it, and says so much that its sender can be told the truth.
async fn message(
    body: impl BodyExt<Data = Bytes, Error: Into<Box<dyn std::error::Error + Send + Sync>>>,
) -> Reply {
    let Ok(body) = Limited::new(body, LONGEST_MESSAGE).collect().await else {
        return reply(
            StatusCode::PAYLOAD_TOO_LARGE,
            "text/plain",
            "at most 16 KiB\n",
        );
    };
    let text = body.to_bytes();
    if serde_json::from_slice::<serde_json::Value>(&text).is_err() {
        return reply(StatusCode::BAD_REQUEST, "text/plain", "JSON is expected\n");
    }
    // Its length and nothing else: what a visitor writes has no place in a log.
    println!(
        "a message of {} bytes was received, and not kept",
        text.len()
    );
    reply(StatusCode::ACCEPTED, "application/json", "{}")
}

fn file(site: &Path, path: &str) -> Reply {
    let Some(file) = inside(site, path) else {
        return not_found();
    };
    match std::fs::read(&file) {
        Ok(content) => reply(StatusCode::OK, media_type(&file), content),
        Err(_) => not_found(),
    }
}

/// The file that an address names, or nothing when the address tries to leave the site.
fn inside(site: &Path, path: &str) -> Option<PathBuf> {
    let mut file = site.to_owned();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        // A colon or a backslash means a drive or a folder on Windows.
        if segment == "." || segment == ".." || segment.contains(['\\', ':']) {
            return None;
        }
        file.push(segment);
    }
    // Only with the slash: without it the page's relative addresses would point one folder too high.
    if path.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

/// The media type by the file's name. `WebAssembly.instantiateStreaming` and module scripts insist on theirs.
fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn not_found() -> Reply {
    reply(
        StatusCode::NOT_FOUND,
        "text/plain",
        "there is nothing here\n",
    )
}

fn not_allowed(methods: &'static str) -> Reply {
    let mut reply = reply(
        StatusCode::METHOD_NOT_ALLOWED,
        "text/plain",
        "not this way\n",
    );
    reply
        .headers_mut()
        .insert(ALLOW, hyper::header::HeaderValue::from_static(methods));
    reply
}

fn reply(status: StatusCode, media_type: &'static str, content: impl Into<Bytes>) -> Reply {
    let mut reply = Response::new(Full::new(content.into()));
    *reply.status_mut() = status;
    for (name, value) in [
        (CONTENT_TYPE, media_type),
        // A developer who edits and reloads must see the edit.
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        reply
            .headers_mut()
            .insert(name, hyper::header::HeaderValue::from_static(value));
    }
    reply
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_file_inside_the_site_or_none_at_all() {
        let site = Path::new("site");
        assert_eq!(inside(site, "/"), Some(site.join("index.html")));
        assert_eq!(
            inside(site, "/leeward/widget.js"),
            Some(site.join("leeward/widget.js"))
        );
        for outside in ["/../Cargo.toml", "/demo/../../x", "/C:/x", "/..\\x"] {
            assert_eq!(inside(site, outside), None, "{outside}");
        }
    }

    #[test]
    fn every_kind_of_file_the_site_has_is_served_under_its_type() {
        assert_eq!(media_type(Path::new("widget_bg.wasm")), "application/wasm");
        assert_eq!(
            media_type(Path::new("leeward.js")),
            "text/javascript; charset=utf-8"
        );
        assert_eq!(
            media_type(Path::new("x.unknown")),
            "application/octet-stream"
        );
    }

    /// Sends one message to the endpoint, and gives back the status of the answer.
    fn status_of(text: impl Into<Bytes>) -> StatusCode {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        runtime.block_on(message(Full::new(text.into()))).status()
    }

    #[test]
    fn the_message_endpoint_takes_json_of_a_sensible_length() {
        let longest = format!("\"{}\"", "x".repeat(LONGEST_MESSAGE - 2));
        assert_eq!(
            status_of("{\"message\":\"The roof is gone.\"}"),
            StatusCode::ACCEPTED
        );
        assert_eq!(status_of(longest.clone()), StatusCode::ACCEPTED);
        assert_eq!(status_of(longest + " "), StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(status_of("message=hello"), StatusCode::BAD_REQUEST);
    }
}
