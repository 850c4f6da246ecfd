//! The recipes of docs/publish.md, as far as a machine alone can follow them: a server's folder, a git repository, and
//! what is looked at afterwards.

mod common;

use std::{
    env, fs,
    io::{self, BufRead as _, BufReader, Write as _},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Output},
    thread,
};

use common::root;
use tempfile::TempDir;

/// The commands of a recipe, as they stand in the page.
fn recipe(name: &str) -> io::Result<String> {
    let page = fs::read_to_string(root().join("docs/publish.md"))?;
    let start = format!("<!-- tested: {name} -->\n```sh\n");
    let block = page
        .split(&start)
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    block
        .map(str::to_owned)
        .ok_or_else(|| io::Error::other(format!("docs/publish.md has no recipe {name}")))
}

/// A site's sources with a playbook, and beside them the folder that is served.
struct Sources {
    whole: TempDir,
}

impl Sources {
    fn new() -> io::Result<Self> {
        let whole = tempfile::tempdir()?;
        for folder in ["sources/leeward", "site/leeward"] {
            fs::create_dir_all(whole.path().join(folder))?;
        }
        let sources = Self { whole };
        sources.has(&fs::read_to_string(root().join("playbooks/health.json"))?)?;
        Ok(sources)
    }

    fn folder(&self) -> PathBuf {
        self.whole.path().join("sources")
    }

    fn site(&self) -> PathBuf {
        self.whole.path().join("site")
    }

    fn has(&self, playbook: &str) -> io::Result<()> {
        fs::write(self.folder().join("leeward/playbook.json"), playbook)
    }

    fn published(&self) -> io::Result<String> {
        fs::read_to_string(self.site().join("leeward/playbook.json"))
    }

    /// Runs commands as somebody types them who has `leeward` at hand; the first that fails ends them.
    fn runs(&self, commands: &str, url: &str) -> io::Result<Output> {
        let leeward = Path::new(env!("CARGO_BIN_EXE_leeward"));
        let own = leeward.parent().map(Path::to_path_buf);
        let others = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(own.into_iter().chain(env::split_paths(&others)));
        Command::new("sh")
            .args(["-eu", "-c", commands])
            .current_dir(self.folder())
            .env("PATH", path.map_err(io::Error::other)?)
            .env("SITE", self.site())
            .env("URL", url)
            // Nobody's own settings of git.
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
    }

    fn succeeds(&self, commands: &str) -> io::Result<()> {
        let output = self.runs(commands, "")?;
        let told = [output.stdout, output.stderr].concat();
        let told = String::from_utf8_lossy(&told);
        assert!(output.status.success(), "{commands}\n{told}");
        Ok(())
    }
}

const BROKEN: &str = "{ \"version\": 1 }";

#[test]
fn a_sound_playbook_takes_the_place_of_the_old_one_and_a_broken_one_doesnt() -> io::Result<()> {
    let sources = Sources::new()?;
    let commands = recipe("server")?;
    sources.succeeds(&commands)?;
    let sound = sources.published()?;
    sources.has(BROKEN)?;
    let output = sources.runs(&commands, "")?;
    assert!(!output.status.success(), "a broken playbook was published");
    assert_eq!(sources.published()?, sound);
    let left = fs::read_dir(sources.site().join("leeward"))?.count();
    assert_eq!(left, 1, "something lies beside the playbook");
    Ok(())
}

#[test]
fn git_refuses_a_broken_playbook_and_goes_back_to_the_one_before() -> io::Result<()> {
    let sources = Sources::new()?;
    let first = fs::read_to_string(sources.folder().join("leeward/playbook.json"))?;
    sources.succeeds(
        "git init -q && git config user.name A && git config user.email a@example.test",
    )?;
    fs::create_dir(sources.folder().join(".githooks"))?;
    fs::write(
        sources.folder().join(".githooks/pre-commit"),
        recipe("hook")?,
    )?;
    sources.succeeds(&recipe("clone")?)?;
    let commit = "git add -A && git commit -qm 'A change'";
    sources.succeeds(commit)?;

    sources.has(BROKEN)?;
    let refused = sources.runs(commit, "")?;
    let told = String::from_utf8_lossy(&refused.stderr).into_owned()
        + &String::from_utf8_lossy(&refused.stdout);
    assert!(
        !refused.status.success() && told.contains("must not be published"),
        "{told}"
    );

    let second = first.replacen("\"version\": 1", "\"version\":  1", 1);
    sources.has(&second)?;
    sources.succeeds(commit)?;
    sources.succeeds(&recipe("back")?)?;
    let now = fs::read_to_string(sources.folder().join("leeward/playbook.json"))?;
    assert_eq!(now, first);
    Ok(())
}

/// Serves a text with some headers until the test is over; gives its address.
fn serve(body: String, headers: &'static str) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
            let is_head = lines.next().is_some_and(|line| line.starts_with("HEAD"));
            lines.take_while(|line| !line.is_empty()).for_each(drop);
            let body = if is_head { "" } else { &body };
            let answer = format!(
                "HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 01:00:00 GMT\r\n{headers}Connection: close\r\n\r\n{body}"
            );
            let _ = (&stream).write_all(answer.as_bytes());
        }
    });
    Ok(url)
}

#[test]
fn what_is_looked_at_afterwards_finds_an_old_file_and_missing_headers() -> io::Result<()> {
    const RIGHT: &str = "Content-Type: application/json\r\nCache-Control: no-cache\r\n";
    let sources = Sources::new()?;
    let playbook = fs::read_to_string(sources.folder().join("leeward/playbook.json"))?;
    let commands = recipe("look")?;
    for (body, headers, is_fine) in [
        (playbook.clone(), RIGHT, true),
        (playbook.replacen('1', "2", 1), RIGHT, false),
        (
            playbook.clone(),
            "Content-Type: application/json\r\nCache-Control: max-age=600\r\n",
            false,
        ),
        (
            playbook,
            "Content-Type: text/plain\r\nCache-Control: no-cache\r\n",
            false,
        ),
    ] {
        let url = serve(body, headers)?;
        let output = sources.runs(&commands, &url)?;
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.success(), is_fine, "{headers}: {told}");
    }
    Ok(())
}
