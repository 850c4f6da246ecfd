//! Which fields a channel of a kind has, in the order in which they are asked for. A test holds it against the grammar.

use triage::Kind;

/// What is asked of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What it is.
    Kind,
    /// What its button says.
    Name,
    /// What it is best for.
    About,
    /// Where it leads; for a number also the country in which it works.
    Target,
    /// Whose live chat it is.
    Vendor,
    /// What a form asks for, and what becomes of it.
    Form,
    /// What its link is told of a visitor.
    Parameters,
    /// Whether the visitor's answers are filled in.
    Draft,
    /// When somebody is there.
    Hours,
    /// How long people wait.
    Wait,
    /// What it costs.
    Cost,
    /// When it is quietest.
    BestTimes,
    /// In which languages somebody answers.
    Languages,
    /// What people there can do.
    Can,
}

impl Part {
    /// All of them: first what a visitor can't do without.
    pub const ALL: [Self; 14] = [
        Self::Kind,
        Self::Name,
        Self::Target,
        Self::Vendor,
        Self::Form,
        Self::Hours,
        Self::About,
        Self::Wait,
        Self::Cost,
        Self::BestTimes,
        Self::Languages,
        Self::Can,
        Self::Draft,
        Self::Parameters,
    ];

    /// Whether a channel of a kind has it.
    pub fn is_of(self, kind: Kind) -> bool {
        match self {
            Self::Vendor => kind == Kind::Chat,
            Self::Form => kind == Kind::Form,
            Self::Draft => matches!(kind, Kind::Sms | Kind::Email | Kind::Chat | Kind::Social),
            Self::Parameters => matches!(kind, Kind::Chat | Kind::Portal | Kind::Social),
            _ => true,
        }
    }

    /// The fields of the file in which it stands.
    #[cfg(test)]
    pub fn fields(self, kind: Kind) -> &'static [&'static str] {
        match self {
            Self::Kind => &["kind"],
            Self::Name => &["name"],
            Self::About => &["about"],
            Self::Target => match super::offers::target(kind) {
                "address" if kind == Kind::Email => &["address"],
                "address" => &["address", "country"],
                "url" => &["url"],
                _ => &["endpoint"],
            },
            Self::Vendor => &["vendor"],
            Self::Form => &["asks_for", "format", "consent"],
            Self::Parameters => &["parameters"],
            Self::Draft => &["draft"],
            Self::Hours => &["hours", "always"],
            Self::Wait => &["wait_minutes"],
            Self::Cost => &["cost"],
            Self::BestTimes => &["best_times"],
            Self::Languages => &["languages"],
            Self::Can => &["can"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Part;
    use triage::{
        Kind,
        grammar::{OBJECTS, Shape},
    };

    #[test]
    fn every_field_that_the_grammar_gives_a_channel_can_be_reached() {
        let (_, Shape::Object { fields, .. }) =
            OBJECTS.iter().find(|(name, _)| *name == "channel").unwrap()
        else {
            panic!("a channel is an object");
        };
        for kind in Kind::ALL {
            let allowed = fields
                .iter()
                .filter(|field| field.only_for.is_empty() || field.only_for.contains(&kind.name()));
            let mut allowed: Vec<&str> = allowed.map(|field| field.name).collect();
            let parts = Part::ALL.into_iter().filter(|part| part.is_of(kind));
            let mut reached: Vec<&str> =
                parts.flat_map(|part| part.fields(kind)).copied().collect();
            allowed.sort_unstable();
            reached.sort_unstable();
            assert_eq!(reached, allowed, "{}", kind.name());
        }
    }
}
