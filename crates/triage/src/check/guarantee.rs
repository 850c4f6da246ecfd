//! The guarantee: two ways that never close, in every language.

use super::{place::Place, reader::Reader};
use crate::{playbook::Channel, problem::Code};

/// Checks that there are, for every locale, two `always` channels of different kinds that speak
/// it. This is what lets the engine promise two options at any hour.
pub(super) fn two_ways_that_never_close(
    reader: &mut Reader,
    file: &Place<'_>,
    channels: &[Channel],
) {
    let Some(place) = file.field("channels") else {
        return;
    };
    let lacking: Vec<&str> = reader
        .locales
        .iter()
        .map(String::as_str)
        .filter(|locale| !has_two_kinds(channels, locale))
        .collect();
    if lacking.is_empty() {
        return;
    }
    let list = lacking.join("\", \"");
    let message = [
        "add channels with \"always\": true: visitors in \"",
        &list,
        "\" need two of different kinds, such as a form and an e-mail address",
    ];
    reader.report(&place, Code::NoWayOut, &message);
}

fn has_two_kinds(channels: &[Channel], locale: &str) -> bool {
    let mut kinds = channels
        .iter()
        .filter(|channel| channel.is_always() && channel.speaks(locale))
        .map(Channel::kind);
    kinds
        .next()
        .is_some_and(|first| kinds.any(|other| other != first))
}
