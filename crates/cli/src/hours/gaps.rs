//! The gaps of the year: when nobody is there, and what is left when phones and chats fail.

use triage::{Case, Gap, Playbook, Situation, gaps};

use crate::clock::{Clock, duration};

/// As many gaps are listed; a playbook without people at weekends would fill the screen.
const MOST: usize = 10;

/// Prints the gaps of the 371 days ahead.
pub fn print(playbook: &Playbook, situation: &Situation, locale: &str, clock: &Clock) {
    let (planned, storm): (Vec<Gap>, Vec<Gap>) = gaps(playbook, locale, situation)
        .into_iter()
        .partition(|gap| gap.case == Case::AsPlanned);
    say!("Within 371 days, visitors in \"{locale}\" can reach");
    say!("  as the hours say: {}", sum(&planned));
    list(&planned, clock);
    say!("  with all phones and chats down: {}", sum(&storm));
    list(&storm, clock);
}

fn sum(gaps: &[Gap]) -> String {
    match gaps {
        [] => "somebody at any time".to_owned(),
        [gap] if gap.is_everything() => {
            "nobody at any time, they can only leave a message".to_owned()
        }
        _ => {
            let longest = gaps
                .iter()
                .map(|gap| gap.seconds())
                .max()
                .unwrap_or_default();
            let long = gaps.iter().filter(|gap| gap.is_long()).count();
            format!(
                "nobody in {} stretches, {long} of them longer than three days; the longest lasts {}",
                gaps.len(),
                duration(longest)
            )
        }
    }
}

/// The long ones, in order.
fn list(gaps: &[Gap], clock: &Clock) {
    let mut long = gaps
        .iter()
        .filter(|gap| gap.is_long() && !gap.is_everything());
    for gap in long.by_ref().take(MOST) {
        let (from, to) = (clock.words(gap.from), clock.words(gap.to));
        say!("    {from} to {to} ({})", duration(gap.seconds()));
    }
    let more = long.count();
    if more > 0 {
        say!("    and {more} more");
    }
}
