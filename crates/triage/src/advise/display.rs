//! What is written in `display` and has no effect.

use super::Advisor;
use crate::{hours::parse_moment, problem::Code};

impl Advisor<'_> {
    pub(super) fn look_at_display(&mut self) {
        let Some(display) = self.source.entry("display") else {
            return;
        };
        if let Some(end) = display.entry("expires_at")
            && parse_moment(end.text()).is_some_and(|end| end <= self.situation.now)
        {
            let cure = "this has passed, so that there is only the button; renew it, or remove \"display\"";
            self.remark(end, Code::Expired, &[cure]);
        }
        let Some(signs) = display.entry("open_when") else {
            return;
        };
        let mode = display.entry("mode").map_or("popup", |mode| mode.text());
        if mode != "popup" {
            let cure = "\" doesn't open by itself; remove this, or write \"mode\": \"popup\"";
            self.remark(
                signs,
                Code::Unused,
                &["a display of the mode \"", mode, cure],
            );
        } else if signs.entries().is_empty() {
            let cure = "add a sign, such as \"after_seconds\": 20, or remove this";
            self.remark(signs, Code::Unused, &[cure]);
        }
    }
}
