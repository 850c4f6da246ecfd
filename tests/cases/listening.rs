//! What somebody hears who listens to the page: the browser's accessibility tree on each step of the main journey, in
//! each language, kept in tests/accessibility/. A change of what is said has to be read, line by line, as a screen
//! reader would say it; then `INSTA_UPDATE=always` and this case write the files anew.

use anyhow::Result;
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::Value;

/// The Sunday after the storm, for which the playbook is written.
const MOMENT: &str = "2026-11-22T10:00:00+09:00";

pub fn cases() -> Vec<Case> {
    // Without a site the harness says what is missing.
    let locales = locales().unwrap_or_default();
    let journeys = locales.into_iter().map(|locale| {
        let name = format!("whoever listens hears these words on the main journey, in {locale}");
        case(name, async move |visitor| journey(visitor, &locale).await).needs(Need::Tools)
    });
    journeys.collect()
}

/// Every language that the playbook has.
pub fn locales() -> Result<Vec<String>> {
    let playbook: Value = serde_json::from_slice(&site::file(SERVICE_CRISIS)?)?;
    Ok(serde_json::from_value(playbook["locales"].clone())?)
}

/// What was heard, step by step.
struct Diary<'a> {
    visitor: &'a Visitor,
    text: String,
}

impl Diary<'_> {
    async fn notes(&mut self, step: &str) -> Result<()> {
        let heard = self.visitor.listens().await?;
        self.text += &format!("{step}\n\n{heard}\n");
        Ok(())
    }
}

async fn journey(visitor: &Visitor, locale: &str) -> Result<()> {
    visitor.comes_at(MOMENT, "Asia/Tokyo").await?;
    visitor.visits(&HostPage::in_language(locale)).await?;
    let mut diary = Diary {
        visitor,
        text: String::new(),
    };
    diary.notes("THE LAUNCHER").await?;
    visitor.opens().await?;
    visitor.is_spoken_to_in(locale).await?;
    diary.notes("WELCOME").await?;
    answered(&mut diary).await?;
    listened_to(&mut diary).await?;
    left_alone(&mut diary, locale).await?;

    insta::with_settings!({
        snapshot_path => "../accessibility",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(locale, diary.text);
    });
    Ok(())
}

/// A technical problem, with a complaint on the way.
async fn answered(diary: &mut Diary<'_>) -> Result<()> {
    let visitor = diary.visitor;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    visitor.is_at_heading_of("question").await?;
    diary.notes("ONE OF SEVERAL").await?;
    visitor.presses("continue").await?;
    visitor.has_focus_on(".error-summary").await?;
    diary.notes("A COMPLAINT").await?;
    visitor.answers("topic", "technical").await?;
    visitor.is_asked("affected").await?;
    visitor.is_at_heading_of("question").await?;
    diary.notes("A NUMBER").await?;
    visitor.answers("affected", "25").await?;
    visitor.sees_result("technical").await?;
    visitor.is_at_heading_of("result").await?;
    visitor.sees("details.summary").await?;
    diary.notes("RESULT").await?;
    visitor.presses("contacts").await?;
    visitor.is_at_heading_of("contacts").await?;
    diary.notes("ALL WAYS TO MAKE CONTACT").await?;
    visitor.presses("return").await
}

/// Somebody who is exhausted, and writes.
async fn listened_to(diary: &mut Diary<'_>) -> Result<()> {
    let visitor = diary.visitor;
    visitor.changes("topic").await?;
    visitor.answers("topic", "other").await?;
    visitor.answers("safe", "yes").await?;
    visitor.answers("danger", "exhaustion").await?;
    visitor.is_asked("draining").await?;
    visitor.is_at_heading_of("question").await?;
    visitor
        .clicks("[data-option='family'] [data-action='up']")
        .await?;
    visitor.sees_rank("family", 1).await?;
    diary.notes("A RANKING, ITS LAST OPTION MOVED UP").await?;
    visitor.presses("continue").await?;
    visitor.is_asked("one_thing").await?;
    visitor.is_at_heading_of("question").await?;
    diary.notes("FREE TEXT").await?;
    visitor.answers("one_thing", "not_sure").await?;
    visitor.sees_result("listen").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.is_at_heading_of("message").await?;
    diary.notes("A MESSAGE").await?;
    visitor.composes("", "ann@example.test", "…").await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    diary.notes("A MESSAGE THAT WAS SENT").await
}

/// The contact list of the safe layer.
async fn left_alone(diary: &mut Diary<'_>, locale: &str) -> Result<()> {
    let visitor = diary.visitor;
    let wasm = "/leeward/widget_bg.wasm";
    visitor.site.answers(wasm, Reply::status(404));
    visitor.visits(&HostPage::in_language(locale)).await?;
    visitor
        .expects_failing(wasm)
        .expects_line(&["widget_bg.wasm"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await?;
    visitor
        .sees(&format!("#panel[lang='{locale}'] #contacts li"))
        .await?;
    diary
        .notes("THE CONTACT LIST, WHEN THERE ARE NO QUESTIONS")
        .await
}
