//! An answer of the server, right or wrong. When it is given is the business of `site`.

use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::Semaphore;

/// An answer of the server.
#[derive(Clone, Debug)]
pub struct Reply {
    pub(super) status: u16,
    pub(super) content_type: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Bytes,
    pub(super) outcome: Outcome,
}

/// Holds answers back until a test opens it. Clones are the same gate.
#[derive(Clone, Debug)]
pub struct Gate(Arc<Semaphore>);

impl Default for Gate {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(0)))
    }
}

impl Gate {
    /// Lets every answer go, those that are asked for later as well.
    pub fn opens(&self) {
        self.0.close();
    }

    pub(super) async fn passes(&self) {
        // Nobody gives out permits: what ends the waiting is that the gate is open.
        let _ = self.0.acquire().await;
    }
}

#[derive(Clone, Debug)]
pub(super) enum Outcome {
    /// Sent, like any other.
    Answered,
    /// The connection is closed without a word.
    Dropped,
    /// Nothing comes, ever.
    Silent,
    /// Sent when a gate is open.
    Late(Gate),
}

impl Reply {
    /// A text of some type, with status 200.
    #[must_use]
    pub fn text(content_type: &str, body: impl Into<Bytes>) -> Self {
        Self {
            status: 200,
            content_type: content_type.to_owned(),
            headers: Vec::new(),
            body: body.into(),
            outcome: Outcome::Answered,
        }
    }

    /// What lies under a path, with the type that belongs to its ending.
    #[must_use]
    pub fn of_type(path: &str, body: impl Into<Bytes>) -> Self {
        Self::text(content_type(path), body)
    }

    /// A playbook.
    #[must_use]
    pub fn json(body: impl Into<Bytes>) -> Self {
        Self::text("application/json", body)
    }

    /// An error page, as most servers have one.
    #[must_use]
    pub fn status(status: u16) -> Self {
        let body = format!("<!doctype html><title>{status}</title>");
        Self {
            status,
            ..Self::text("text/html", body)
        }
    }

    /// No answer: the connection is closed.
    #[must_use]
    pub fn dropped() -> Self {
        Self {
            outcome: Outcome::Dropped,
            ..Self::status(500)
        }
    }

    /// No answer: the connection stays open and silent.
    #[must_use]
    pub fn silent() -> Self {
        Self {
            outcome: Outcome::Silent,
            ..Self::status(500)
        }
    }

    /// The same, held back by a gate.
    #[must_use]
    pub fn behind(self, gate: &Gate) -> Self {
        Self {
            outcome: Outcome::Late(gate.clone()),
            ..self
        }
    }

    /// The same with one more header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
