//! The next seven days as a map: one row a day, one column a half hour, darker where more channels are open.

use std::io::{self, IsTerminal as _};

use jiff::{ToSpan as _, Zoned};
use triage::{Channel, ChannelId, Playbook, Situation, is_attended};

use crate::clock::Clock;

/// By the number of channels: none, one, two, three, more.
const BLOCKS: [char; 5] = ['·', '░', '▒', '▓', '█'];

const HALF_HOUR: i64 = 30 * 60;

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
    let channels = attended(playbook, locale);
    let mut day = clock.at(situation.now).start_of_day();
    for _ in 0..7 {
        let Ok(start) = day else { return };
        say!(
            "{}  {}",
            start.strftime("%a %d %b"),
            row(&start, &channels, situation, drawn)
        );
        day = start
            .checked_add(1.day())
            .and_then(|next| next.start_of_day());
    }
    if drawn {
        let [none, one, two, three, more] = BLOCKS;
        say!("\n{none} nobody  {one} one  {two} two  {three} three  {more} more");
    }
    say!();
}

fn attended<'a>(playbook: &'a Playbook, locale: &str) -> Vec<(ChannelId, &'a Channel)> {
    playbook
        .channel_ids()
        .map(|id| (id, playbook.channel(id)))
        .filter(|(_, channel)| channel.speaks(locale) && is_attended(channel))
        .collect()
}

/// One day. Clocks that change leave a blank for a half hour that isn't there; of one that comes twice, the first.
fn row(
    day: &Zoned,
    channels: &[(ChannelId, &Channel)],
    situation: &Situation,
    drawn: bool,
) -> String {
    let cell = |slot: i64| {
        let (hour, minute) = (slot / 2, slot % 2 * 30);
        let civil = day.date().at(hour as i8, minute as i8, 0, 0);
        let shown = civil.to_zoned(day.time_zone().clone()).ok()?;
        (shown.datetime() == civil)
            .then(|| open(shown.timestamp().as_second(), channels, situation))
    };
    let draw = |count: Option<usize>| match count {
        None => ' ',
        Some(count) if drawn => BLOCKS.get(count).copied().unwrap_or('█'),
        Some(count) => char::from_digit(count.min(9) as u32, 10).unwrap_or('9'),
    };
    (0..48).map(|slot| draw(cell(slot))).collect()
}

/// How many channels are open for the whole of a half hour: who comes in the middle of it must find somebody too.
fn open(from: i64, channels: &[(ChannelId, &Channel)], situation: &Situation) -> usize {
    let is_open = |instant, (id, channel): &(ChannelId, &Channel)| {
        let mut then = situation.clone();
        then.now = instant;
        then.availability(*id, channel).is_open()
    };
    channels
        .iter()
        .filter(|channel| is_open(from, channel) && is_open(from + HALF_HOUR - 1, channel))
        .count()
}
