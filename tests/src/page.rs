//! The host pages into which the snippet is pasted: `pages/host.html`, filled in.

use anyhow::{Result, anyhow};

use crate::site::{self, Reply, Site};

/// Where the host page is.
pub const PATH: &str = "/host.html";

/// Where the host page's own style sheet is.
pub const SHEET: &str = "/host.css";

/// The service crisis, the main playbook.
pub const SERVICE_CRISIS: &str = "/playbooks/service-crisis.json";

/// What says in words what is wrong with a playbook.
pub const CHECKER: &str = "/leeward/checker_bg.wasm";

/// The channel that every host page has as a child of the element: what is left when all else fails.
pub const OWN_CHILD: &str = "tel:+81312345678";

/// A playbook of the site in the pseudo-locale, `en-XA`.
pub fn pseudo(playbook: &str) -> Result<Reply> {
    let text = String::from_utf8(site::file(playbook)?.to_vec())?;
    let source = triage::source::parse(&text).map_err(|problem| anyhow!("{problem}"))?;
    Ok(Reply::json(triage::pseudo(&source).to_string()))
}

/// A company's page with the snippet in it.
#[derive(Clone, Debug)]
pub struct HostPage {
    lang: String,
    /// The playbook's address on the server that has Leeward.
    playbook: String,
    /// Where Leeward itself is, when it is on another server than the page.
    elsewhere: String,
    /// More attributes of the element.
    attributes: String,
    headers: Vec<(String, String)>,
}

impl Default for HostPage {
    fn default() -> Self {
        Self {
            lang: "en".into(),
            playbook: SERVICE_CRISIS.into(),
            elsewhere: String::new(),
            attributes: String::new(),
            headers: Vec::new(),
        }
    }
}

impl HostPage {
    /// A page in a language.
    #[must_use]
    pub fn in_language(lang: &str) -> Self {
        Self {
            lang: lang.into(),
            ..Self::default()
        }
    }

    /// A page with a Content-Security-Policy.
    #[must_use]
    pub fn with_policy(policy: &str) -> Self {
        let header = ("content-security-policy".into(), policy.into());
        Self {
            headers: vec![header],
            ..Self::default()
        }
    }

    /// The same page, with another playbook.
    #[must_use]
    pub fn about(self, playbook: &str) -> Self {
        Self {
            playbook: playbook.into(),
            ..self
        }
    }

    /// The same page, with Leeward and its playbook on another server.
    #[must_use]
    pub fn served_from(self, other: &Site) -> Self {
        Self {
            elsewhere: other.url(""),
            ..self
        }
    }

    /// The same page, with more attributes on the element.
    #[must_use]
    pub fn with_attributes(self, attributes: &str) -> Self {
        Self {
            attributes: attributes.into(),
            ..self
        }
    }

    /// Puts the page on a site.
    pub fn publish(&self, site: &Site) {
        let text = include_str!("../pages/host.html")
            .replace("{lang}", &self.lang)
            .replace("{elsewhere}", &self.elsewhere)
            .replace("{attributes}", &self.attributes)
            .replace("{playbook}", &self.playbook);
        let reply = Reply::text("text/html; charset=utf-8", text);
        let reply = self
            .headers
            .iter()
            .fold(reply, |reply, (name, value)| reply.with_header(name, value));
        site.answers(PATH, reply);
        site.answers(
            SHEET,
            Reply::text("text/css", include_str!("../pages/host.css")),
        );
    }
}
