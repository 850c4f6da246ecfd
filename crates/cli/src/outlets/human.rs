//! Texts for people: each with its length, and what it lacks.

use leeward_outlets::{Check, Count, Made, Standing, Unit, Wishes, count, examine};

use super::Texts;

/// Prints the texts of a language.
pub fn print(texts: &Texts, wishes: Wishes) {
    for made in &texts.made {
        let length = length(&count(made.outlet, &made.text, wishes));
        say!(
            "== {} in \"{}\": {length}",
            made.outlet.name(),
            texts.message.language
        );
        if let Some(title) = &made.title {
            say!("{title}\n");
        }
        say!("{}\n", made.text);
        for line in verdict(made, &examine(&made.whole(), &texts.message)) {
            say!("-- {line}");
        }
        say!("");
    }
}

/// Says on standard error what is wrong with the message itself.
pub fn warn(name: &str, texts: &Texts) {
    let message = &texts.message;
    let language = &message.language;
    if message.expired.is_some() {
        tell!(
            "{name}: the notice has expired (notice.expires_at), so nothing of it is in the texts; say what holds now"
        );
    }
    if message.is_overdue {
        tell!(
            "{name}: the next update was due already (notice.next_update_at), so it isn't promised; say when more comes"
        );
    }
    if !message.untranslated.is_empty() {
        tell!(
            "{name}: in another language than \"{language}\", as the playbook has no words in it: {}",
            message.untranslated.join(", ")
        );
    }
}

/// `1 of 1 segments (155 of 160 in GSM-7)`, `256 of 280 as X counts`, `964 characters`.
fn length(count: &Count) -> String {
    let used = match count.most {
        Some(most) => format!("{} of {most}", count.used),
        None => count.used.to_string(),
    };
    match (count.unit, &count.sms) {
        (Unit::Segments, Some(size)) => format!(
            "{used} segments ({} of {} in {})",
            size.units,
            size.room,
            size.encoding.name()
        ),
        (Unit::Weight, _) => format!("{used} as X counts"),
        _ => format!("{used} characters"),
    }
}

fn verdict(made: &Made, checks: &[Check]) -> Vec<String> {
    let names = |checks: Vec<&Check>| -> Vec<&str> {
        checks.iter().map(|check| check.element.name()).collect()
    };
    let (there, lacking): (Vec<&Check>, Vec<&Check>) =
        checks.iter().partition(|check| check.is_there());
    let mut lines = vec![format!("has {}", names(there).join(", "))];
    lines.extend(lacking.into_iter().map(|check| {
        let (name, field) = (check.element.name(), check.element.field());
        match check.standing {
            Standing::Missing => format!("lacks {name}: the playbook has no {field}"),
            Standing::Expired => format!("lacks {name}: {field} has expired (notice.expires_at)"),
            _ => format!("lacks {name}: {field} is left out; shorten the texts or allow more"),
        }
    }));
    if !made.left_out.is_empty() {
        let kinds: Vec<&str> = made.left_out.iter().map(|kind| kind.name()).collect();
        lines.push(format!("left out, in part or whole: {}", kinds.join(", ")));
    }
    lines
}
