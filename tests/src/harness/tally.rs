//! What each browser has done in a run: how many cases passed, and which were left out, and why. Nothing is left out
//! silently.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use libtest_mimic::{Arguments, Failed, Trial};

use crate::browser::Family;

/// The cases of all browsers.
pub struct Tally(Vec<Count>);

struct Count {
    family: Family,
    asked: usize,
    passed: Arc<AtomicUsize>,
    left_out: Vec<String>,
}

impl Tally {
    pub fn new(families: &[Family]) -> Self {
        let count = |family: &Family| Count {
            family: *family,
            asked: 0,
            passed: Arc::default(),
            left_out: Vec::new(),
        };
        Self(families.iter().map(count).collect())
    }

    /// The trial of a case in a browser, unless the browser lacks something for it.
    pub fn trial(
        &mut self,
        arguments: &Arguments,
        name: &str,
        family: Family,
        lacking: Option<&str>,
        work: impl FnOnce() -> Result<(), Failed> + Send + 'static,
    ) -> Option<Trial> {
        let count = self.0.iter_mut().find(|count| count.family == family)?;
        let passed = count.passed.clone();
        let work = move || {
            work()?;
            passed.fetch_add(1, Ordering::Relaxed);
            Ok(())
        };
        let trial = Trial::test(name, work).with_kind(family.name());
        let asked = !arguments.is_filtered_out(&trial);
        match lacking {
            None => {
                count.asked += usize::from(asked);
                Some(trial)
            }
            Some(lacking) => {
                if asked {
                    count.left_out.push(format!("{name}: {lacking}"));
                }
                None
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for count in &self.0 {
            let passed = count.passed.load(Ordering::Relaxed);
            write!(
                formatter,
                "{}: {passed} of {} passed",
                count.family, count.asked
            )?;
            if !count.left_out.is_empty() {
                write!(formatter, "; {} left out:", count.left_out.len())?;
            }
            writeln!(formatter)?;
            for case in &count.left_out {
                writeln!(formatter, "  {case}")?;
            }
        }
        Ok(())
    }
}
