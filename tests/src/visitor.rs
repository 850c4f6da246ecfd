//! A visitor: one person in one tab, on a site of their own. This file owns how they look, wait and
//! click; what they do in the widget stands in the files below `visitor/`.
//!
//! All looking goes through scripts (`pages/probe.js`), because WebDriver's own search does not
//! reach into a shadow root on every engine. All acting goes through WebDriver, so that it is real
//! mouse and key events that the page gets, and nothing is clicked that a person could not reach.

mod asking;
mod clock;
mod journey;
mod keyboard;
mod message;

use std::{
    path::Path,
    sync::Mutex,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{
    By, WebDriver, WebElement,
    error::{WebDriverError, WebDriverErrorInner},
};

use crate::{
    browser::Tab,
    page::{self, HostPage},
    site::Site,
    watch::Expected,
};

/// How long a visitor waits for something to happen. Long, because it is only waited for in full by
/// a test that fails, and a busy machine is no fault of the widget's.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a visitor looks again while waiting.
const GLANCE: Duration = Duration::from_millis(15);

/// One person in one tab.
pub struct Visitor {
    pub(crate) tab: Tab,
    /// The site that is visited.
    pub site: Site,
    pub(crate) expected: Mutex<Expected>,
}

impl Visitor {
    /// Somebody new, in a fresh tab of a browser.
    pub async fn new(tab: Tab) -> Result<Self> {
        let visitor = Self {
            tab,
            site: Site::start().await?,
            expected: Mutex::default(),
        };
        visitor.injects(include_str!("../pages/probe.js")).await?;
        Ok(visitor)
    }

    /// Goes to a customer's page and waits until the launcher is there.
    pub async fn visits(&self, page: &HostPage) -> Result<()> {
        page.publish(&self.site);
        self.goes_to(page::PATH).await?;
        self.sees("#launcher").await?;
        Ok(())
    }

    /// Goes to a path of the site. What happened on the page before is judged first.
    pub async fn goes_to(&self, path: &str) -> Result<()> {
        self.is_undisturbed().await?;
        self.browser().goto(self.site.url(path)).await?;
        // chromedriver may take the empty page of a new tab for the one that it was sent to.
        let script = "return location.protocol === 'http:' && document.readyState === 'complete'";
        self.waits_for("the page", script, Vec::new()).await?;
        Ok(())
    }

    /// Has a script run before everything else in every page from now on.
    pub async fn injects(&self, script: &str) -> Result<()> {
        self.tab.injects(script, &self.site).await
    }

    /// Sends a command to Chromium's own tools. A case that does so needs them (`Need::Tools`).
    pub async fn commands(&self, method: &str, parameters: Value) -> Result<()> {
        self.asks_the_browser(method, parameters).await.map(drop)
    }

    /// What Chromium's own tools answer. A case that asks needs them (`Need::Tools`).
    pub async fn asks_the_browser(&self, method: &str, parameters: Value) -> Result<Value> {
        self.tab.asks(method, parameters).await
    }

    /// What a script returns. In Firefox it has natives of its own; the page's are those of `window`.
    pub async fn finds_out(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let returned = self.browser().execute(script, arguments).await;
        Ok(returned
            .with_context(|| format!("in the script {script}"))?
            .json()
            .clone())
    }

    /// What a script hands to the function that is its last argument.
    pub async fn finds_out_later(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let returned = self.browser().execute_async(script, arguments).await;
        Ok(returned
            .with_context(|| format!("in the script {script}"))?
            .json()
            .clone())
    }

    /// Waits until a script returns something truthy, and gives that.
    pub async fn waits_for(
        &self,
        what: &str,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<Value> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.finds_out(script, arguments.clone()).await {
                Ok(Value::Null | Value::Bool(false)) => {}
                // It was drawn anew before the browser could hand it over.
                Err(error) if is_stale(&error) => {}
                found => return found,
            }
            if Instant::now() > deadline {
                bail!("waited in vain for {what}");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Waits until the site was asked for a path so many times.
    pub async fn waits_for_request(&self, path: &str, times: usize) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while self.site.times_asked(path) < times {
            ensure!(
                Instant::now() < deadline,
                "{path} was not asked for {times} times"
            );
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Waits until an element can be seen.
    pub async fn sees(&self, selector: &str) -> Result<WebElement> {
        let value = self
            .waits_for(
                selector,
                "return probe.find(arguments[0]) ?? null",
                vec![json!(selector)],
            )
            .await?;
        Ok(WebElement::from_json(
            value,
            self.browser().handle().clone(),
        )?)
    }

    /// An element of the widget, whether it can be seen or not.
    pub(crate) async fn element(&self, selector: &str) -> Result<WebElement> {
        let script = "return probe.all(arguments[0])[0] ?? null";
        let value = self.finds_out(script, vec![json!(selector)]).await?;
        ensure!(!value.is_null(), "there is no {selector}");
        Ok(WebElement::from_json(
            value,
            self.browser().handle().clone(),
        )?)
    }

    /// Makes sure that an element can't be seen now. Only to be asked after something else was seen.
    pub async fn does_not_see(&self, selector: &str) -> Result<()> {
        let script = "return probe.find(arguments[0]) !== undefined";
        if self.finds_out(script, vec![json!(selector)]).await? == json!(true) {
            bail!("{selector} should not be there");
        }
        Ok(())
    }

    /// Waits until the text of an element contains some words.
    pub async fn reads(&self, selector: &str, words: &str) -> Result<()> {
        // Which blanks stand in a time of day is each browser's own affair.
        let script = r"const plain = (text) => text.replace(/\s+/gu, ' ');
            return plain(probe.find(arguments[0])?.innerText ?? '').includes(plain(arguments[1]))";
        let what = format!("{words:?} in {selector}");
        self.waits_for(&what, script, vec![json!(selector), json!(words)])
            .await?;
        Ok(())
    }

    /// The text of the first element that can be seen.
    pub async fn text_of(&self, selector: &str) -> Result<String> {
        self.sees(selector).await?;
        let script = "return probe.find(arguments[0])?.innerText";
        let text = self.finds_out(script, vec![json!(selector)]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Clicks an element with the mouse.
    pub async fn clicks(&self, selector: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while let Err(error) = self.sees(selector).await?.click().await {
            if !is_passing(&error) || Instant::now() > deadline {
                return Err(error).with_context(|| format!("{selector} could not be clicked"));
            }
        }
        Ok(())
    }

    /// Presses the mouse down on an element.
    pub async fn presses_down(&self, selector: &str) -> Result<()> {
        let element = self.sees(selector).await?;
        let hand = self.browser().action_chain();
        hand.move_to_element_center(&element)
            .click_and_hold()
            .perform()
            .await?;
        Ok(())
    }

    /// Drags something with the mouse to the middle of something else, and holds it there.
    pub async fn drags(&self, selector: &str, to: &str) -> Result<()> {
        let (from, to) = (self.sees(selector).await?, self.sees(to).await?);
        let hand = self.browser().action_chain();
        hand.move_to_element_center(&from)
            .click_and_hold()
            .move_to_element_center(&to)
            .perform()
            .await?;
        Ok(())
    }

    /// Moves the mouse to the middle of something.
    pub async fn points_at(&self, selector: &str) -> Result<()> {
        let element = self.sees(selector).await?;
        let hand = self.browser().action_chain();
        hand.move_to_element_center(&element).perform().await?;
        Ok(())
    }

    /// Lets the mouse go.
    pub async fn lets_go(&self) -> Result<()> {
        self.browser().action_chain().release().perform().await?;
        Ok(())
    }

    /// Clicks an element of the host page with the mouse.
    pub async fn clicks_on_the_page(&self, selector: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while let Err(error) = self.browser().find(By::Css(selector)).await?.click().await {
            if !is_passing(&error) || Instant::now() > deadline {
                return Err(error).with_context(|| format!("{selector} could not be clicked"));
            }
            // From below a bar that stays at the edge of the window.
            let out = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })";
            self.finds_out(out, vec![json!(selector)]).await?;
        }
        Ok(())
    }

    /// Clicks the mouse at a place of the window, in CSS pixels.
    pub async fn clicks_at(&self, x: i64, y: i64) -> Result<()> {
        let hand = self.browser().action_chain();
        hand.move_to(x, y).click().perform().await?;
        Ok(())
    }

    /// Drags an element of the host page with the mouse to the middle of another one, and lets it go there.
    pub async fn drags_on_the_page(&self, selector: &str, to: &str) -> Result<()> {
        let browser = self.browser();
        let from = browser.find(By::Css(selector)).await?;
        let to = browser.find(By::Css(to)).await?;
        let hand = browser.action_chain();
        hand.move_to_element_center(&from)
            .click_and_hold()
            .move_to_element_center(&to)
            .release()
            .perform()
            .await?;
        Ok(())
    }

    /// Draws a stroke over the host page with the mouse, from one point of the window by way of another to a third.
    pub async fn strokes_on_the_page(&self, points: [(i64, i64); 3]) -> Result<()> {
        let [from, over, to] = points;
        let hand = self.browser().action_chain();
        hand.move_to(from.0, from.1)
            .click_and_hold()
            .move_to(over.0, over.1)
            .move_to(to.0, to.1)
            .release()
            .perform()
            .await?;
        Ok(())
    }

    /// Empties a field and writes into it.
    pub async fn writes(&self, selector: &str, text: &str) -> Result<()> {
        let field = self.sees(selector).await?;
        field.clear().await?;
        self.tab.writes(&field, text).await
    }

    /// Waits until an element has the focus.
    pub async fn has_focus_on(&self, selector: &str) -> Result<()> {
        let script = "return probe.active()?.matches(arguments[0])";
        self.waits_for(
            &format!("focus on {selector}"),
            script,
            vec![json!(selector)],
        )
        .await?;
        Ok(())
    }

    /// What the visitor has before their eyes, for the message of a test that failed.
    pub async fn describes(&self) -> String {
        match self.finds_out("return probe.describe()", Vec::new()).await {
            Ok(Value::String(text)) => text,
            Ok(_) | Err(_) => "nothing of Leeward".into(),
        }
    }

    /// A picture of what the visitor has before their eyes.
    pub async fn pictures(&self, file: &Path) -> Result<()> {
        Ok(self.browser().screenshot(file).await?)
    }

    pub(crate) const fn browser(&self) -> &WebDriver {
        self.tab.driver()
    }
}

/// Whether an element was taken from the page while the browser had it in hand.
fn is_stale(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<WebDriverError>();
    error.is_some_and(|error| {
        matches!(
            error.as_inner(),
            WebDriverErrorInner::StaleElementReference(_)
        )
    })
}

/// Whether an element was drawn anew, or something is still in front of it.
fn is_passing(error: &WebDriverError) -> bool {
    matches!(
        error.as_inner(),
        WebDriverErrorInner::StaleElementReference(_)
            | WebDriverErrorInner::ElementClickIntercepted(_)
    )
}
