//! What a visitor wants to know before making contact: how long it takes, and what it costs
//! (GOV.UK Design System, "Contact a department or service team").

use super::Advisor;
use crate::problem::Code;

impl Advisor<'_> {
    pub(super) fn look_at_contacts(&mut self) {
        let Some(channels) = self.source.entry("channels") else {
            return;
        };
        let text = self.sample_text();
        for (_, channel) in channels.entries() {
            let kind = channel.entry("kind").map_or("", |kind| kind.text());
            if matches!(kind, "phone" | "chat") && channel.entry("wait_minutes").is_none() {
                let cure = "add \"wait_minutes\", such as \"wait_minutes\": [2, 10], since people overestimate waits that \
                            they aren't told";
                self.remark(channel, Code::MissingFact, &[cure]);
            }
            if matches!(kind, "phone" | "sms") && channel.entry("cost").is_none() {
                let cure = "add \"cost\", such as \"cost\": ";
                let words = ", with words such as free, or the price of a local call";
                self.remark(channel, Code::MissingFact, &[cure, &text, words]);
            }
        }
    }
}
