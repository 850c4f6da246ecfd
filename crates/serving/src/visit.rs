//! A visit: the files that a browser asks for, from the page's script to the contact list, each held against the
//! release.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use reqwest::Client;
use reqwest::header::{ACCEPT_ENCODING, CONTENT_ENCODING};
use tokio::task::JoinSet;

use crate::{PLAYBOOK, Release, Server};

/// What browsers send.
const ENCODINGS: &str = "gzip, deflate, br, zstd";

/// All that visitors get who never show intent.
pub const BEFORE_INTENT: &str = "leeward.js";

/// What is asked for side by side, step after step.
pub struct Visit {
    steps: Vec<Vec<String>>,
    /// What has to come for each file.
    bodies: HashMap<String, Vec<u8>>,
}

impl Visit {
    /// The visit of somebody who opens the popup, in Japanese. The playbook is compressed by the server; how,
    /// is seen by asking for it once.
    pub async fn whole(release: &Release, server: &Server) -> Result<Self> {
        let inside = |names: &[&str]| names.iter().map(|name| release.inside(name)).collect();
        let mut on_intent: Vec<String> = inside(&["load.js", "widget.js", "widget_bg.wasm"]);
        on_intent.push(PLAYBOOK.into());
        let steps = vec![
            vec![BEFORE_INTENT.into()],
            on_intent,
            inside(&["widget.css", "labels/ja.json"]),
            inside(&["contacts.js"]),
        ];
        let mut bodies = HashMap::new();
        for file in steps.iter().flatten().filter(|file| *file != PLAYBOOK) {
            let encoded = release.content(&format!("{file}.br"));
            bodies.insert(
                file.clone(),
                encoded.with_context(|| format!("the release has no {file}.br"))?,
            );
        }
        let playbook = get(&client()?, &server.url(PLAYBOOK)).await?;
        bodies.insert(PLAYBOOK.into(), playbook);
        Ok(Self { steps, bodies })
    }

    /// How many files are asked for.
    #[must_use]
    pub fn requests(&self) -> usize {
        self.bodies.len()
    }

    /// Visits once, as a browser that has never been there.
    pub async fn make(self: Arc<Self>, server: Arc<Server>) -> Result<()> {
        let client = client()?;
        for step in &self.steps {
            let mut asked = JoinSet::new();
            for file in step {
                let (client, url, file) = (client.clone(), server.url(file), file.clone());
                asked.spawn(
                    async move { Ok::<_, anyhow::Error>((get(&client, &url).await?, file)) },
                );
            }
            while let Some(answer) = asked.join_next().await {
                let (body, file) = answer??;
                ensure!(
                    self.bodies[&file] == body,
                    "{file} came damaged, with {} bytes",
                    body.len()
                );
            }
        }
        Ok(())
    }
}

/// With connections of its own, and none through a proxy.
pub fn client() -> Result<Client> {
    Ok(Client::builder().no_proxy().build()?)
}

/// The body as it is sent. Without an encoding it would be right as well, and far too long.
async fn get(client: &Client, url: &str) -> Result<Vec<u8>> {
    let answer = client
        .get(url)
        .header(ACCEPT_ENCODING, ENCODINGS)
        .send()
        .await?
        .error_for_status()?;
    ensure!(
        answer.headers().contains_key(CONTENT_ENCODING),
        "{url} came without compression"
    );
    Ok(answer.bytes().await?.into())
}
