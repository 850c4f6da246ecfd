//! From named cases to a test run. One chromedriver serves the whole run; each case gets a visitor
//! of its own and is judged once more when it is done.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context as _, Result};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::{Handle, Runtime};

use crate::{browser::Browsers, site, visitor::Visitor};

type Body = Box<dyn FnOnce(&Handle, &Visitor) -> Result<()> + Send>;

/// A test: a sentence, and what a visitor does. The visitor's threads are those of the test run.
pub struct Case {
    name: String,
    body: Body,
}

/// Makes a case.
pub fn case<Way>(name: impl Into<String>, way: Way) -> Case
where
    Way: AsyncFnOnce(&Visitor) -> Result<()> + Send + 'static,
{
    let body = move |runtime: &Handle, visitor: &Visitor| runtime.block_on(way(visitor));
    Case {
        name: name.into(),
        body: Box::new(body),
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
    if arguments.list {
        let names = cases
            .into_iter()
            .map(|case| Trial::test(case.name, || Ok(())));
        return Ok(libtest_mimic::run(&arguments, names.collect()).exit_code());
    }
    site::folder()?;
    let runtime = Runtime::new()?;
    let browsers = Arc::new(runtime.block_on(Browsers::start())?);
    let trials = cases.into_iter().map(|case| {
        let (browsers, runtime) = (browsers.clone(), runtime.handle().clone());
        Trial::test(case.name.clone(), move || {
            perform(case, &browsers, &runtime)
        })
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    let browsers = Arc::into_inner(browsers).context("a test still has a browser")?;
    runtime.block_on(browsers.end())?;
    Ok(conclusion.exit_code())
}

fn perform(case: Case, browsers: &Browsers, runtime: &Handle) -> Result<(), Failed> {
    let Case { name, body } = case;
    let browser = runtime.block_on(browsers.take())?;
    let done = {
        let visitor = runtime.block_on(Visitor::new(browser.clone()))?;
        // A panic must not keep the browser: it would never be ended.
        let done = catch_unwind(AssertUnwindSafe(|| body(runtime, &visitor)))
            .unwrap_or_else(|_| Err(anyhow::anyhow!("the test panicked; its message is above")));
        let done = done.and_then(|()| runtime.block_on(visitor.is_undisturbed()));
        done.map_err(|error| runtime.block_on(report(&error, &name, &visitor)))
    };
    match done {
        Ok(()) => browsers.give_back(browser),
        // What made a test fail may be in the browser's way still: the next one gets another.
        Err(_) => runtime.block_on(browser.quit())?,
    }
    Ok(done?)
}

/// What went wrong, and what the visitor had before their eyes then.
async fn report(error: &anyhow::Error, name: &str, visitor: &Visitor) -> String {
    let file = name.replace(|character: char| !character.is_alphanumeric(), "-") + ".png";
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
