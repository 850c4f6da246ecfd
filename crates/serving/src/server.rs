//! Starts a real web server on a release, as its owner would have set it up: a site of one page that answers every
//! unknown address with that page, and our ready configuration for what lies below `/leeward/`.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

use crate::visit::client;
use crate::{OPEN_TO_ALL, Release};

/// The variable in which `cargo xtask` gives the folder into which it unpacked the servers.
const VARIABLE: &str = "LEEWARD_SERVERS";

/// nginx's module for Brotli; a package of its own, which not every system has.
const BROTLI_MODULE: &str = "usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// The page that the site answers every unknown address with.
const PAGE: &str = "<!doctype html><title>The site</title>";

/// What a careful site sends with everything. They are its own, and none of ours may take their place.
pub const OF_THE_SITE: [(&str, &str); 4] = [
    (
        "strict-transport-security",
        "max-age=63072000; includeSubDomains",
    ),
    ("content-security-policy", "object-src 'none'"),
    ("x-frame-options", "SAMEORIGIN"),
    ("referrer-policy", "strict-origin"),
];

/// Where the playbook of the tests lies.
pub const PLAYBOOK: &str = "playbook.json";

/// A server, with what it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As it comes: gzip alone, and for pages of the own site.
    Nginx,
    /// With each line that the configuration has ready: the module for Brotli, and open to pages of other origins.
    NginxWithBrotli,
    /// Brotli and gzip.
    Caddy,
}

impl Kind {
    /// The headers with which each file comes that pages of any origin may use; empty where only the own site's may.
    #[must_use]
    pub const fn open_to_all(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Nginx => &[],
            Self::NginxWithBrotli | Self::Caddy => &OPEN_TO_ALL,
        }
    }

    /// The `Cache-Control` with which a file of a release comes. nginx says it by `expires`, which knows an age alone:
    /// a header would take the place of the site's own.
    #[must_use]
    pub fn cache_control(self, file: &str) -> &'static str {
        match (self, file) {
            (Self::Caddy, _) => Release::cache_control(file),
            (_, "leeward.js") => "max-age=300",
            _ => "max-age=31536000",
        }
    }
}

/// A running server. It ends when it is dropped.
pub struct Server {
    address: SocketAddr,
    folder: TempDir,
    _process: Child,
}

impl Server {
    /// Serves a release, and a playbook beside it, on a free port of this machine.
    pub async fn start(kind: Kind, release: &Release, playbook: &[u8]) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let site = folder.path().join("site");
        copy(&release.root, &site.join("leeward"))?;
        fs::write(site.join("index.html"), PAGE)?;
        fs::write(site.join("leeward").join(PLAYBOOK), playbook)?;
        let address = free_address()?;
        let mut command = match kind {
            Kind::Caddy => caddy(release, folder.path(), address)?,
            _ => nginx(
                release,
                folder.path(),
                address,
                kind == Kind::NginxWithBrotli,
            )?,
        };
        let log = fs::File::create(folder.path().join("log"))?;
        let process = command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .kill_on_drop(true)
            .spawn();
        let mut server = Self {
            address,
            _process: process.with_context(|| format!("{kind:?} could not be started; run `cargo xtask test --only release`, which installs it"))?,
            folder,
        };
        server.answers().await?;
        Ok(server)
    }

    /// The address of a file below `/leeward/`.
    #[must_use]
    pub fn url(&self, file: &str) -> String {
        format!("http://{}/leeward/{file}", self.address)
    }

    /// The address of something else on the same site.
    #[must_use]
    pub fn site_url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }

    /// Puts another file below `/leeward/`, as people leave them there.
    pub fn has(&self, file: &str, content: &[u8]) -> Result<()> {
        let path = self.folder.path().join("site/leeward").join(file);
        fs::create_dir_all(path.parent().context("it is in no folder")?)?;
        Ok(fs::write(path, content)?)
    }

    /// What nginx has sent so far for each request below `/leeward/`: path, and bytes with headers.
    pub async fn sent(&self) -> Result<Vec<(String, u64)>> {
        // It notes a request when it is over, and by the time that it answers another one, it has.
        client()?
            .get(self.site_url(""))
            .send()
            .await?
            .error_for_status()?;
        let log = fs::read_to_string(self.folder.path().join("sent"))?;
        let lines = log
            .lines()
            .filter_map(|line| line.strip_prefix("/leeward/")?.split_once(' '));
        lines
            .map(|(path, bytes)| Ok((path.to_owned(), bytes.parse()?)))
            .collect()
    }

    /// Waits until the port is open. Nothing else tells that a server is ready.
    async fn answers(&mut self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect(self.address).await.is_err() {
            let ended = self._process.try_wait()?;
            if ended.is_some() || start.elapsed() > Duration::from_secs(20) {
                bail!(
                    "the server did not start: {}",
                    fs::read_to_string(self.folder.path().join("log"))?
                );
            }
            sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }
}

/// One process, which ends with the test. The site's owner has users, workers and logs; these are not ours to test.
fn nginx(release: &Release, folder: &Path, address: SocketAddr, brotli: bool) -> Result<Command> {
    let mut ours = configuration(release, "nginx.conf")?;
    let mut module = String::new();
    if brotli {
        ensure!(
            ours.matches("#brotli_static on;").count() == 1,
            "nginx.conf has no line for Brotli"
        );
        ours = ours.replace("#brotli_static on;", "brotli_static on;");
        ensure!(
            ours.matches("#add_header").count() == OPEN_TO_ALL.len(),
            "nginx.conf has not all lines for pages of other origins"
        );
        ours = ours.replace("#add_header", "add_header");
        module = format!("load_module {};", root().join(BROTLI_MODULE).display());
    }
    fs::write(folder.join("leeward.conf"), ours)?;
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|what| format!("{what}_temp_path temporary;"));
    let text = format!(
        "daemon off; master_process off; pid pid; error_log stderr warn; {module}
         events {{ worker_connections 4096; }}
         http {{
             {}
             log_format sent '$uri $bytes_sent';
             access_log sent sent;
             sendfile on;
             {}
             tcp_nopush on;
             server {{
                 listen {address} backlog=4096;
                 root site;
                 location / {{ try_files $uri /index.html; }}
                 include leeward.conf;
             }}
         }}",
        temporary.join(" "),
        of_the_site("add_header", " always;")
    );
    fs::write(folder.join("nginx.conf"), text)?;
    let mut command = Command::new(program("usr/sbin/nginx"));
    command
        .arg("-p")
        .arg(folder)
        .args(["-c", "nginx.conf", "-e", "stderr"]);
    Ok(command)
}

fn caddy(release: &Release, folder: &Path, address: SocketAddr) -> Result<Command> {
    fs::write(
        folder.join("leeward.caddy"),
        configuration(release, "Caddyfile")?,
    )?;
    let text = format!(
        "{{\n admin off\n auto_https off\n}}
         http://{address} {{\n root * {}\n {}\n import leeward.caddy
         handle {{\n try_files {{path}} /index.html\n file_server\n }}\n }}\n",
        folder.join("site").display(),
        of_the_site("header", "")
    );
    fs::write(folder.join("Caddyfile"), text)?;
    let mut command = Command::new(program("usr/bin/caddy"));
    command
        .args(["run", "--adapter", "caddyfile", "--config", "Caddyfile"])
        .current_dir(folder);
    // Its data and its settings belong to nobody here.
    command
        .env("HOME", folder)
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_CONFIG_HOME");
    Ok(command)
}

/// The site's own headers, a line for each.
fn of_the_site(directive: &str, end: &str) -> String {
    let lines = OF_THE_SITE.map(|(name, value)| format!("{directive} {name} \"{value}\"{end}\n"));
    lines.concat()
}

/// The text of a ready configuration.
fn configuration(release: &Release, name: &str) -> Result<String> {
    let content = release
        .content(&format!("servers/{name}"))
        .with_context(|| format!("the release has no servers/{name}"))?;
    Ok(String::from_utf8(content)?)
}

/// Where the servers were unpacked; the system's own when `cargo xtask` unpacked none.
fn root() -> PathBuf {
    std::env::var_os(VARIABLE).map_or_else(|| PathBuf::from("/"), PathBuf::from)
}

fn program(path: &str) -> PathBuf {
    let unpacked = root().join(path);
    if unpacked.is_file() {
        unpacked
    } else {
        Path::new(path).file_name().unwrap_or_default().into()
    }
}

/// Free at this moment; what else runs here asks for ports in the same way.
fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
