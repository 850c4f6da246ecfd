//! Playbooks of any size, made from a seed: for tests that compare and for benches that measure. The same seed makes
//! the same playbook on every machine.

use std::fmt::Write as _;

/// What a made playbook has.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub questions: usize,
    pub routes: usize,
    /// Entries in each of the four lists around the answer.
    pub passages: usize,
    /// How many questions lie between a question and those that its `ask_when` looks at, at most.
    pub reach: usize,
    pub locales: &'static [&'static str],
}

/// A playbook of that size, as JSON.
pub fn flow(size: Size, seed: u64) -> String {
    let mut maker = Maker {
        size,
        state: seed ^ 0x9e37_79b9_7f4a_7c15,
        kinds: Vec::new(),
    };
    maker.playbook()
}

/// A question's kind, with its number of options.
#[derive(Clone, Copy)]
enum Kind {
    Choice(usize),
    YesNo,
    Number,
    Multiple(usize),
    Ranking(usize),
    Text,
}

struct Maker {
    size: Size,
    state: u64,
    kinds: Vec<Kind>,
}

impl Maker {
    /// A number below a bound (SplitMix64).
    fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % bound.max(1) as u64).expect("a small number")
    }

    fn playbook(&mut self) -> String {
        // Not `{:?}`, of which nothing is left in what is compiled for browsers.
        let locales = format!("[\"{}\"]", self.size.locales.join("\", \""));
        let questions: Vec<String> = (0..self.size.questions)
            .map(|at| self.question(at))
            .collect();
        let mut routes: Vec<String> = (1..self.size.routes).map(|at| self.route(at)).collect();
        routes.push(r#"{"id":"rest","first":["form"],"second":["mail"]}"#.to_owned());
        let mut text = format!(
            r#"{{"version":1,"name":"Example","locales":{locales},"questions":[{}],"channels":{{
            "form":{{"kind":"form","name":"Write","endpoint":"/messages","always":true}},
            "mail":{{"kind":"email","name":"Email","address":"help@example.test","always":true}}}},
            "routes":[{}]"#,
            questions.join(","),
            routes.join(","),
        );
        for list in ["reassurance", "expectations", "stories", "resources"] {
            let entries: Vec<String> = (0..self.size.passages)
                .map(|at| self.passage(list, at))
                .collect();
            write!(text, ",\"{list}\":[{}]", entries.join(",\n")).expect("room");
        }
        text + "}"
    }

    /// A text in every locale.
    fn text(&self, words: &str) -> String {
        let line = |locale: &&str| format!("\"{locale}\":\"{words} ({locale})\"");
        let lines: Vec<String> = self.size.locales.iter().map(line).collect();
        format!("{{{}}}", lines.join(","))
    }

    fn question(&mut self, at: usize) -> String {
        let ask_when = if at > 0 && self.below(3) > 0 {
            let from = at.saturating_sub(self.size.reach);
            format!(",\"ask_when\":{}", self.condition(from, at, 1))
        } else {
            String::new()
        };
        let kind = match self.below(8) {
            0..=2 => Kind::Choice(2 + self.below(4)),
            3 | 4 => Kind::YesNo,
            5 => Kind::Number,
            6 if self.below(2) == 0 => Kind::Ranking(2 + self.below(2)),
            6 => Kind::Text,
            _ => Kind::Multiple(2 + self.below(2)),
        };
        self.kinds.push(kind);
        let (name, more) = match kind {
            Kind::Choice(options) => ("choice", self.options(options)),
            Kind::Multiple(options) => ("multiple", self.options(options)),
            Kind::Ranking(options) => ("ranking", self.options(options)),
            Kind::YesNo => ("yes_no", String::new()),
            Kind::Number => ("number", ",\"min\":0,\"max\":9".to_owned()),
            Kind::Text => ("text", String::new()),
        };
        let text = self.text("What do you need?");
        format!("{{\"id\":\"q{at}\",\"type\":\"{name}\",\"text\":{text}{more}{ask_when}}}\n")
    }

    fn options(&self, count: usize) -> String {
        let option = |at| format!("{{\"id\":\"o{at}\",\"text\":{}}}", self.text("This"));
        let options: Vec<String> = (0..count).map(option).collect();
        format!(",\"options\":[{}]", options.join(","))
    }

    fn route(&mut self, at: usize) -> String {
        let when = self.condition(0, self.size.questions, 2);
        let emergency = self.below(6) == 0;
        let because = self.text("They can help.");
        format!(
            "{{\"id\":\"r{at}\",\"when\":{when},\"first\":[\"mail\"],\"second\":[\"form\"],\"because\":{because},\"emergency\":{emergency}}}\n"
        )
    }

    fn passage(&mut self, list: &str, at: usize) -> String {
        let show_when = if self.below(4) > 0 {
            format!(
                ",\"show_when\":{}",
                self.condition(0, self.size.questions, 2)
            )
        } else {
            String::new()
        };
        let text = self.text("We are here.");
        match list {
            "resources" => {
                format!("{{\"title\":{text},\"url\":\"https://example.test/{at}\"{show_when}}}")
            }
            _ => format!("{{\"text\":{text}{show_when}}}"),
        }
    }

    /// A condition on some of the questions from one to before another.
    fn condition(&mut self, from: usize, to: usize, levels: usize) -> String {
        if levels == 0 || self.below(2) == 0 {
            return self.test(from, to);
        }
        match self.below(5) {
            0 => format!("{{\"not\":{}}}", self.condition(from, to, levels - 1)),
            join => {
                let join = if join < 4 { "all" } else { "any" };
                let parts: Vec<String> = (0..2 + self.below(2))
                    .map(|_| self.condition(from, to, levels - 1))
                    .collect();
                format!("{{\"{join}\":[{}]}}", parts.join(","))
            }
        }
    }

    fn test(&mut self, from: usize, to: usize) -> String {
        let question = from + self.below(to - from);
        let test = match (self.below(10), self.kinds[question]) {
            (0, _) => "\"is\":\"not_sure\"".to_owned(),
            (1, _) => format!("\"answered\":{}", self.below(2) == 0),
            (2, Kind::Choice(options)) => {
                let one = self.below(options);
                format!("\"is_any_of\":[\"o0\",\"o{one}\"]")
            }
            (_, Kind::Choice(options)) => format!("\"is\":\"o{}\"", self.below(options)),
            (_, Kind::YesNo) => format!("\"is\":{}", self.below(2) == 0),
            (2..=5, Kind::Number) => format!("\"below\":{}", self.below(10)),
            (_, Kind::Number) => format!("\"at_least\":{}", self.below(10)),
            (_, Kind::Multiple(options)) => format!("\"includes\":\"o{}\"", self.below(options)),
            (_, Kind::Ranking(options)) => format!("\"first\":\"o{}\"", self.below(options)),
            (_, Kind::Text) => {
                let words = ["\"gas\",\"fire\"", "\"gas leak\"", "\"water\"", "\"fire\""];
                let words = words[self.below(words.len())];
                format!("\"mentions\":{{\"{}\":[{words}]}}", self.size.locales[0])
            }
        };
        format!("{{\"question\":\"q{question}\",{test}}}")
    }
}
