//! From named cases to a test run. Each case gets a visitor of its own in each browser, and is judged
//! once more when it is done.

mod tally;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context as _, Result};
use libtest_mimic::{Arguments, Failed};
use tokio::runtime::{Handle, Runtime};

use self::tally::Tally;
use crate::{
    browser::{Browser, Browsers, Family, Need},
    site,
    visitor::Visitor,
};

type Body = Box<dyn FnOnce(&Handle, &Visitor) -> Result<()> + Send>;

/// A test: a sentence, and what a visitor does. The visitor's threads are those of the test run.
pub struct Case {
    name: String,
    needs: Vec<Need>,
    /// Each browser gets a copy.
    body: Box<dyn Fn() -> Body>,
}

/// Makes a case.
pub fn case<Way>(name: impl Into<String>, way: Way) -> Case
where
    Way: AsyncFnOnce(&Visitor) -> Result<()> + Clone + Send + 'static,
{
    let body = move || -> Body {
        let way = way.clone();
        Box::new(move |runtime: &Handle, visitor: &Visitor| runtime.block_on(way(visitor)))
    };
    Case {
        name: name.into(),
        needs: Vec::new(),
        body: Box::new(body),
    }
}

impl Case {
    /// Says that the case needs something that not every browser has. Browsers without it leave it out, and the run
    /// tells so.
    #[must_use]
    pub fn needs(mut self, need: Need) -> Self {
        self.needs.push(need);
        self
    }
}

/// Runs the cases that the command line asks for, with the options of `cargo test`.
#[must_use]
pub fn run(cases: Vec<Case>) -> ExitCode {
    match try_run(cases) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn try_run(cases: Vec<Case>) -> Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    // A visitor waits more than they work, so one more than there are cores keeps all of them busy.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    arguments.test_threads.get_or_insert(cores + 1);
    let families = Family::chosen()?;
    if !arguments.list {
        site::folder()?;
    }
    let runtime = Runtime::new()?;
    let browsers = Arc::new(Browsers::default());
    let mut tally = Tally::new(&families);
    let mut trials = Vec::new();
    // Case by case, so that all browsers are at work all the time.
    for case in &cases {
        for &family in &families {
            let (browsers, runtime) = (browsers.clone(), runtime.handle().clone());
            let (name, body) = (case.name.clone(), (case.body)());
            let work = move || perform(&name, body, family, &browsers, &runtime);
            let lacking = case.needs.iter().find_map(|need| family.lacks(*need));
            trials.extend(tally.trial(&arguments, &case.name, family, lacking, work));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !arguments.list {
        print!("{tally}");
    }
    let browsers = Arc::into_inner(browsers).context("a test still has a browser")?;
    runtime.block_on(browsers.end())?;
    Ok(conclusion.exit_code())
}

fn perform(
    name: &str,
    body: Body,
    family: Family,
    browsers: &Browsers,
    runtime: &Handle,
) -> Result<(), Failed> {
    let mut browser = runtime.block_on(browsers.take(family))?;
    let done = visit(name, body, &browser, runtime);
    match done {
        Ok(()) => browsers.give_back(browser),
        Err(error) => {
            let death = runtime.block_on(browser.cause_of_death());
            // What made a test fail may be in the browser's way still: the next one gets another.
            runtime.block_on(browser.end())?;
            let death = death.map(|cause| format!("{cause}\n--- in the middle of this ---\n"));
            return Err(Failed::from(death.unwrap_or_default() + &*error));
        }
    }
    Ok(())
}

fn visit(name: &str, body: Body, browser: &Browser, runtime: &Handle) -> Result<(), String> {
    let visitor = async { Visitor::new(browser.tab().await?).await };
    let visitor = runtime
        .block_on(visitor)
        .map_err(|error| format!("{error:#}"))?;
    // A panic must not keep the browser: it would never be ended.
    let done = catch_unwind(AssertUnwindSafe(|| body(runtime, &visitor)))
        .unwrap_or_else(|_| Err(anyhow::anyhow!("the test panicked; its message is above")));
    let done = done.and_then(|()| runtime.block_on(visitor.is_undisturbed()));
    done.map_err(|error| runtime.block_on(report(&error, name, &visitor)))
}

/// What went wrong, and what the visitor had before their eyes then.
async fn report(error: &anyhow::Error, name: &str, visitor: &Visitor) -> String {
    let file = name.replace(|character: char| !character.is_alphanumeric(), "-");
    let file = format!("{}-{file}.png", visitor.tab.family());
    let picture = std::env::temp_dir().join(file);
    let picture = match visitor.pictures(&picture).await {
        Ok(()) => picture.display().to_string(),
        Err(error) => format!("no picture: {error:#}"),
    };
    format!(
        "{error:#}\n--- the visitor sees ({picture}) ---\n{}",
        visitor.describes().await
    )
}
