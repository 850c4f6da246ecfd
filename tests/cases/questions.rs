//! Every kind of question: answered, left empty, answered wrongly, and not known.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::HostPage,
    site,
    visitor::Visitor,
};
use serde_json::Value;
use triage::Label;

/// Ways to a question of each kind: the answers before it, the question, and a good answer with the
/// words in which it is repeated.
const KINDS: &[Kind] = &[
    Kind {
        name: "choice",
        before: &[],
        question: "topic",
        answer: "technical",
        said: "The app or website fails",
    },
    Kind {
        name: "yes or no",
        before: &[("topic", "coverage")],
        question: "safe",
        answer: "yes",
        said: "Yes",
    },
    Kind {
        name: "multiple",
        before: &[("topic", "coverage"), ("safe", "yes")],
        question: "touched",
        answer: "home,work",
        said: "Home or belongings and Shop or workplace",
    },
    Kind {
        name: "number",
        before: &[("topic", "technical")],
        question: "affected",
        answer: "1",
        said: "1 person",
    },
    Kind {
        name: "ranking",
        before: EXHAUSTED,
        question: "draining",
        answer: "family,paperwork,sleep",
        said: "Worry about somebody, Forms and phone calls, and Too little sleep",
    },
    Kind {
        name: "text",
        before: TO_TEXT,
        question: "one_thing",
        answer: "<b>Sleep</b> & peace",
        said: "<b>Sleep</b> & peace",
    },
];

const EXHAUSTED: &[(&str, &str)] = &[
    ("topic", "other"),
    ("safe", "yes"),
    ("danger", "exhaustion"),
];
const TO_TEXT: &[(&str, &str)] = &[
    ("topic", "other"),
    ("safe", "yes"),
    ("danger", "exhaustion"),
    ("draining", "not_sure"),
];

struct Kind {
    name: &'static str,
    before: &'static [(&'static str, &'static str)],
    question: &'static str,
    answer: &'static str,
    said: &'static str,
}

/// The answers that come after the one in question, as far as they are asked for.
const AFTER: &[(&str, &str)] = &[
    ("safe", "yes"),
    ("touched", "home"),
    ("affected", "2"),
    ("one_thing", "not_sure"),
];

/// Numbers as people write them, and how they are repeated.
const NUMBERS: &[(&str, &str)] = &[
    ("12", "12 people"),
    ("１２", "12 people"),
    ("१२", "12 people"),
    (" 1,200 ", "1,200 people"),
    ("100000", "100,000 people"),
];

/// What is no answer, and the label of the complaint about it.
const WRONG_NUMBERS: &[(&str, Label)] = &[
    ("", Label::EnterNumber),
    ("many", Label::EnterNumber),
    ("12abc", Label::EnterNumber),
    ("1.5", Label::EnterNumber),
    ("0", Label::OutOfRange),
    ("-3", Label::OutOfRange),
    ("100001", Label::OutOfRange),
];

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = KINDS
        .iter()
        .map(|kind| {
            let name = format!("a {} question is answered, or not known", kind.name);
            case(name, async |visitor| answered_or_not(visitor, kind).await)
        })
        .collect();
    cases.push(case("a number may be written in any digits", any_digits));
    cases.extend(["en", "ja", "hi"].map(|locale| {
        let name = format!("what is no answer gets a complaint that says what to do, in {locale}");
        case(name, async move |visitor| complaints(visitor, locale).await)
    }));
    cases.push(case(
        "a complaint goes with its mistake, and calls nobody away from the field",
        goes_with_its_mistake,
    ));
    cases.push(case(
        "what was entered is there again after not being sure, a detour and another language",
        kept,
    ));
    cases.push(case(
        "a question for the agent is asked after the result, and only if the visitor likes",
        for_the_agent,
    ));
    cases
}

/// Whether a complaint is shown.
const COMPLAINED: &str =
    "return Boolean(probe.find('.error-summary, .field-error, [aria-invalid]'))";

async fn goes_with_its_mistake(visitor: &Visitor) -> Result<()> {
    starts(visitor).await?;
    visitor.presses("continue").await?;
    visitor.sees_complaint().await?;
    visitor.fills_in("topic", "technical").await?;
    let gone = COMPLAINED.replace("return ", "return !");
    visitor
        .waits_for("the mistake to go", &gone, Vec::new())
        .await?;
    visitor
        .has_focus_on("[name='answer'][value='technical']:checked")
        .await?;
    visitor.presses("continue").await?;

    visitor.answers("affected", "many").await?;
    visitor.sees_complaint().await?;
    // Another mistake is called by its name, where it stands.
    visitor.writes("[name='answer']", "0").await?;
    visitor
        .reads(".error-summary", "Enter a number from 1 to 100,000")
        .await?;
    visitor.writes("[name='answer']", "12").await?;
    visitor
        .waits_for("the mistake to go", &gone, Vec::new())
        .await?;
    visitor.has_focus_on("[name='answer']").await?;
    visitor.sees_answer("affected", "12").await?;
    // While somebody writes, nothing comes back.
    visitor.writes("[name='answer']", "many").await?;
    ensure!(visitor.finds_out(COMPLAINED, Vec::new()).await? == false);
    visitor.presses("continue").await?;
    visitor.sees_complaint().await.map(drop)
}

async fn kept(visitor: &Visitor) -> Result<()> {
    for (before, question, answer) in [
        (
            &[("topic", "coverage"), ("safe", "yes")][..],
            "touched",
            "home,work",
        ),
        (&[("topic", "technical")], "affected", "12"),
        (EXHAUSTED, "draining", "family,sleep,paperwork"),
        (TO_TEXT, "one_thing", "The roof"),
    ] {
        starts(visitor).await?;
        visitor.walks(before).await?;
        visitor.fills_in(question, answer).await?;
        visitor.presses("contacts").await?;
        visitor.sees_step("contacts").await?;
        visitor.presses("return").await?;
        visitor.sees_answer(question, answer).await?;
        visitor.chooses_language("ja").await?;
        visitor.sees_answer(question, answer).await?;
        visitor.presses("not_sure").await?;
        to_result(visitor).await?;
        visitor.changes(question).await?;
        visitor.sees_answer(question, answer).await?;
        visitor.presses("continue").await?;
        to_result(visitor).await?;
        let told = visitor.text_of(&told(question)).await?;
        ensure!(!told.contains("わからない"), "{question}: {told}");
    }
    Ok(())
}

async fn for_the_agent(visitor: &Visitor) -> Result<()> {
    starts(visitor).await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "2")])
        .await?;
    visitor.sees_result("technical").await?;

    visitor.presses("for_agent").await?;
    visitor.is_asked("policy").await?;
    visitor.is_at_heading_of("question").await?;
    visitor.presses("return").await?;
    visitor.sees_result("technical").await?;

    visitor.presses("for_agent").await?;
    visitor.answers("policy", "MM-204-77").await?;
    visitor.sees_result("technical").await?;
    visitor.reads(&told("policy"), "MM-204-77").await?;
    visitor.does_not_see("[data-action='for_agent']").await?;

    visitor.changes("policy").await?;
    visitor.sees_answer("policy", "MM-204-77").await?;
    visitor.presses("return").await?;
    visitor.sees_result("technical").await
}

async fn starts(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    Ok(())
}

async fn answered_or_not(visitor: &Visitor, kind: &Kind) -> Result<()> {
    starts(visitor).await?;
    visitor.walks(kind.before).await?;
    visitor.answers(kind.question, kind.answer).await?;
    to_result(visitor).await?;
    visitor.reads(&told(kind.question), kind.said).await?;

    visitor.changes(kind.question).await?;
    visitor.sees_answer(kind.question, kind.answer).await?;
    visitor.answers(kind.question, "not_sure").await?;
    to_result(visitor).await?;
    visitor
        .reads(&told(kind.question), Label::NotSure.english())
        .await?;
    // Whoever isn't sure is led to somebody too, and to two different ones.
    let script = "return probe.all('[data-place=best], [data-place=second]').map(({ dataset }) => dataset.channel)";
    let offered: Vec<String> =
        serde_json::from_value(visitor.finds_out(script, Vec::new()).await?)?;
    ensure!(
        offered.len() == 2 && offered[0] != offered[1],
        "offered {offered:?}"
    );
    Ok(())
}

/// The line of the result that repeats an answer.
fn told(question: &str) -> String {
    format!(".told div:has([data-question='{question}'])")
}

/// Answers what is left.
async fn to_result(visitor: &Visitor) -> Result<()> {
    loop {
        let step = visitor
            .sees("[data-step='question'], [data-step='result']")
            .await?;
        let Some(question) = step.attr("data-question").await? else {
            return Ok(());
        };
        let (_, answer) = AFTER
            .iter()
            .find(|(id, _)| *id == question)
            .with_context(|| question.clone())?;
        visitor.answers(&question, answer).await?;
        visitor
            .waits_for(
                "the next step",
                "return !probe.find(`[data-step][data-question=${arguments[0]}]`)",
                vec![question.into()],
            )
            .await?;
    }
}

async fn any_digits(visitor: &Visitor) -> Result<()> {
    starts(visitor).await?;
    visitor.answers("topic", "technical").await?;
    for (written, said) in NUMBERS {
        visitor.answers("affected", written).await?;
        visitor.sees_result("technical").await?;
        visitor.reads(&told("affected"), said).await?;
        visitor.changes("affected").await?;
    }
    Ok(())
}

async fn complaints(visitor: &Visitor, locale: &str) -> Result<()> {
    let words = Words::of(locale)?;
    starts(visitor).await?;
    visitor.chooses_language(locale).await?;

    complains(visitor, "topic", "", &words.of_label(Label::ChooseOne)?).await?;
    visitor.answers("topic", "technical").await?;
    for (number, label) in WRONG_NUMBERS {
        let most = if locale == "hi" {
            "1,00,000"
        } else {
            "100,000"
        };
        let text = words
            .of_label(*label)?
            .replace("{min}", "1")
            .replace("{max}", most);
        complains(visitor, "affected", number, &text).await?;
    }
    visitor.presses("back").await?;
    visitor.answers("topic", "coverage").await?;
    complains(visitor, "safe", "", &words.of_label(Label::ChooseOne)?).await?;
    visitor.answers("safe", "yes").await?;
    complains(visitor, "touched", "", &words.of_label(Label::ChooseSome)?).await?;
    visitor.presses("back").await?;
    visitor.presses("back").await?;
    visitor.answers("topic", "other").await?;
    visitor.answers("danger", "exhaustion").await?;
    visitor.answers("draining", "not_sure").await?;
    complains(visitor, "one_thing", "", &words.of_label(Label::EnterText)?).await?;
    let too_long = words.of_label(Label::TooLong)?.replace("{most}", "300");
    complains(visitor, "one_thing", &"あ".repeat(301), &too_long).await
}

/// Continues with what is no answer, and is told so.
async fn complains(visitor: &Visitor, question: &str, answer: &str, words: &str) -> Result<()> {
    visitor.is_asked(question).await?;
    if !answer.is_empty() {
        visitor.fills_in(question, answer).await?;
    }
    visitor.presses("continue").await?;
    visitor.reads(".error-summary a", words).await?;
    let complaint = visitor
        .sees_complaint()
        .await
        .with_context(|| format!("{question}: {answer:?}"))?;
    ensure!(
        complaint == words,
        "complained {complaint:?}, not {words:?}"
    );
    visitor.is_asked(question).await?;
    Ok(())
}

/// The built-in words of a language.
struct Words(Option<Value>);

impl Words {
    fn of(locale: &str) -> Result<Self> {
        if locale == "en" {
            return Ok(Self(None));
        }
        let file = site::file(&format!("/leeward/labels/{locale}.json"))?;
        Ok(Self(Some(serde_json::from_slice(&file)?)))
    }

    fn of_label(&self, label: Label) -> Result<String> {
        match &self.0 {
            None => Ok(label.english().to_owned()),
            Some(file) => Ok(file[label.key()].as_str().context(label.key())?.to_owned()),
        }
    }
}
