//! The built site on a port of its own, with the faults that a test asks for. Every request is
//! remembered, so that a test can prove that its fault was really met.

mod beginning;
mod reply;

pub use reply::{Gate, Reply};

use std::{
    collections::HashMap,
    net::SocketAddr,
    path::{Component, Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
};

use anyhow::{Context as _, Result};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Method, Response, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpListener, task::JoinHandle};

use self::reply::Outcome;

/// The variable in which `cargo xtask test` gives the folder of the built site.
pub const SITE_VARIABLE: &str = "LEEWARD_SITE";

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`, `POST`
    pub method: Method,
    /// The path, without its query.
    pub path: String,
    /// The query, if there was one.
    pub query: Option<String>,
    /// The headers that tell who asks: `cookie`, `referer`.
    pub telling: Vec<(String, String)>,
    /// The body.
    pub body: Bytes,
}

#[derive(Default)]
struct Shared {
    /// Whether pages of other origins may use what is here, as on a content delivery network.
    open_to_all: AtomicBool,
    /// Whether browsers may keep what says nothing else.
    may_be_kept: AtomicBool,
    /// Whether the server has fallen over.
    down: AtomicBool,
    /// What every page begins with.
    scripts: Mutex<Vec<String>>,
    replies: Mutex<HashMap<String, Reply>>,
    requests: Mutex<Vec<Request>>,
}

/// A running server. It ends when it is dropped.
pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
    serving: JoinHandle<()>,
}

impl Site {
    /// Serves the built site on a free port of this machine.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        let serving = tokio::spawn(serve(listener, shared.clone()));
        Ok(Self {
            address,
            shared,
            serving,
        })
    }

    /// Answers a path with something else than the file of the site.
    pub fn answers(&self, path: &str, reply: Reply) {
        locked(&self.shared.replies).insert(path.to_owned(), reply);
    }

    /// Answers a path with the file of the site again.
    pub fn recovers(&self, path: &str) {
        locked(&self.shared.replies).remove(path);
    }

    /// Hangs up on everybody from now on, whatever they ask for.
    pub fn falls_over(&self) {
        self.shared.down.store(true, Ordering::Relaxed);
    }

    /// Begins every page with a script, in browsers that can't do so themselves.
    pub(crate) fn begins_pages_with(&self, script: &str) {
        locked(&self.shared.scripts).push(script.to_owned());
    }

    /// Lets browsers keep what is here, as most sites do.
    pub fn may_be_kept(&self) {
        self.shared.may_be_kept.store(true, Ordering::Relaxed);
    }

    /// Lets pages of other origins use what is here.
    pub fn is_open_to_all(&self) {
        self.shared.open_to_all.store(true, Ordering::Relaxed);
    }

    /// The address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// All requests so far, in order. The browser's own wish for an icon is none of the page's.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        let all = locked(&self.shared.requests);
        all.iter()
            .filter(|request| request.path != "/favicon.ico")
            .cloned()
            .collect()
    }

    /// How often a path was asked for.
    #[must_use]
    pub fn times_asked(&self, path: &str) -> usize {
        self.requests()
            .iter()
            .filter(|request| request.path == path)
            .count()
    }

    /// The bodies of the messages that were posted, as JSON.
    pub fn messages(&self) -> Result<Vec<serde_json::Value>> {
        let requests = self.requests();
        let posted = requests
            .iter()
            .filter(|request| request.method == Method::POST);
        posted
            .map(|request| Ok(serde_json::from_slice(&request.body)?))
            .collect()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// The text of a file of the built site.
pub fn file(path: &str) -> Result<Bytes> {
    let file = folder()?.join(path.trim_start_matches('/'));
    let bytes = std::fs::read(&file);
    Ok(bytes
        .with_context(|| format!("{} cannot be read", file.display()))?
        .into())
}

/// The name of the folder of the release in the built site; `None` when the site has the loader as it stands.
pub fn release() -> Result<Option<String>> {
    let leeward = folder()?.join("leeward");
    for entry in std::fs::read_dir(&leeward).with_context(|| leeward.display().to_string())? {
        let entry = entry?;
        if entry.path().join("load.js").is_file() {
            return Ok(entry.file_name().into_string().ok());
        }
    }
    Ok(None)
}

/// The folder of the built site.
pub fn folder() -> Result<PathBuf> {
    let folder = std::env::var_os(SITE_VARIABLE)
        .context("LEEWARD_SITE is not set; run `cargo xtask test --only browser`, which builds the site and sets it")?;
    Ok(PathBuf::from(folder))
}

/// A test that has failed already must not hide its reason behind a poisoned lock.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    // Closed with the server: a connection that outlives its site would keep a browser waiting.
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let shared = shared.clone();
        connections.spawn(async move {
            let service = service_fn(|request| respond(request, shared.clone()));
            // A browser that hangs up is no concern of the server's.
            let _ = http1::Builder::new()
                // Tests have clocks of their own; the one about a wrong clock says what time it is.
                .auto_date_header(false)
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn respond(
    request: hyper::Request<Incoming>,
    shared: Arc<Shared>,
) -> Result<Response<Full<Bytes>>> {
    let (head, body) = request.into_parts();
    let path = head.uri.path().to_owned();
    let header = |name: &str| {
        let value = head.headers.get(name)?.to_str().ok()?;
        Some((name.to_owned(), value.to_owned()))
    };
    let request = Request {
        method: head.method.clone(),
        path: path.clone(),
        query: head.uri.query().map(ToOwned::to_owned),
        telling: ["cookie", "referer"]
            .into_iter()
            .filter_map(header)
            .collect(),
        body: body.collect().await?.to_bytes(),
    };
    locked(&shared.requests).push(request);
    if shared.down.load(Ordering::Relaxed) {
        anyhow::bail!("down, as the test asked");
    }
    let chosen = locked(&shared.replies).get(&path).cloned();
    let reply = chosen.unwrap_or_else(|| from_folder(&path, &head.method));
    let reply = beginning::begins_with(reply, &locked(&shared.scripts));
    match &reply.outcome {
        Outcome::Answered => {}
        Outcome::Dropped => anyhow::bail!("dropped, as the test asked"),
        Outcome::Silent => std::future::pending().await,
        Outcome::Late(gate) => gate.passes().await,
    }
    let mut response = Response::builder()
        .status(reply.status)
        .header("content-type", &reply.content_type);
    // A page that may not be stored can't be gone back to as it was left.
    if !reply
        .headers
        .iter()
        .any(|(name, _)| name == "cache-control")
    {
        let kept = shared.may_be_kept.load(Ordering::Relaxed);
        response = response.header("cache-control", if kept { "no-cache" } else { "no-store" });
    }
    if shared.open_to_all.load(Ordering::Relaxed) {
        response = response.header("access-control-allow-origin", "*");
    }
    for (name, value) in &reply.headers {
        response = response.header(name, value);
    }
    Ok(response.body(Full::new(reply.body))?)
}

fn from_folder(path: &str, method: &Method) -> Reply {
    match path {
        // Every playbook's message form posts here, and is understood.
        "/messages" if *method == Method::POST => return Reply::json("{}"),
        "/favicon.ico" => {
            return Reply {
                status: 204,
                ..Reply::text("image/x-icon", "")
            };
        }
        _ => {}
    }
    let path = if path == "/" { "/index.html" } else { path };
    let stays_inside = Path::new(path)
        .components()
        .all(|part| !matches!(part, Component::ParentDir));
    match file(path) {
        Ok(body) if stays_inside => Reply::of_type(path, body),
        _ => Reply::status(404),
    }
}
