//! The next seven days as a map: one row a day, one column a half hour, darker where more channels are open.

use std::io::{self, IsTerminal as _};

use triage::{Playbook, Situation, attended, open_by_day};

use crate::clock::Clock;

/// By the number of channels: none, one, two, three, more.
const BLOCKS: [char; 5] = ['·', '░', '▒', '▓', '█'];

/// A row for each.
const DAYS: i32 = 7;

/// In minutes.
const HALF_HOUR: i32 = 30;

/// Prints the map, on the visitor's clock.
pub fn print(playbook: &Playbook, situation: &Situation, locale: &str, clock: &Clock) {
    say!(
        "Who answers visitors in \"{locale}\", in {} from {}",
        clock.name,
        clock.words(situation.now)
    );
    let drawn = io::stdout().is_terminal();
    say!("How many channels with people are open, by the half hour:\n");
    say!("            0     3     6     9     12    15    18    21");
    let Some(offsets) = clock.offsets(situation.now) else {
        return;
    };
    let (today, _) = offsets.local(situation.now);
    let channels = attended(playbook, locale);
    let days = (today, DAYS);
    let map = open_by_day(playbook, &channels, situation, &offsets, days, HALF_HOUR);
    for (day, cells) in (0..).zip(&map) {
        let noon = offsets.to_utc(today.plus_days(day), 12 * 60);
        say!(
            "{}  {}",
            clock.at(noon).strftime("%a %d %b"),
            row(cells, drawn)
        );
    }
    if drawn {
        let [none, one, two, three, more] = BLOCKS;
        say!("\n{none} nobody  {one} one  {two} two  {three} three  {more} more");
    }
    say!("");
}

/// One day. Clocks that change leave a blank for a half hour that isn't there; of one that comes twice, the first.
fn row(cells: &[Option<usize>], drawn: bool) -> String {
    let draw = |count: &Option<usize>| match *count {
        None => ' ',
        Some(count) if drawn => BLOCKS.get(count).copied().unwrap_or('█'),
        Some(count) => char::from_digit(count.min(9) as u32, 10).unwrap_or('9'),
    };
    cells.iter().map(draw).collect()
}
