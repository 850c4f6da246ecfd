//! What can be wrong with `display`. The safe layer takes of it what it can read, so that all of this is for authors only.

use super::reader::{Reader, field, string};
use crate::{hours::parse_moment, problem::Code};

impl Reader<'_> {
    /// Notes an end that comes before the beginning.
    pub fn look_at_display(&mut self) {
        let Some(display) = field(self.file, "display") else {
            return;
        };
        let moment = |name| parse_moment(string(display, name));
        if let Some(end) = field(display, "expires_at")
            && let Some((starts, expires)) = moment("starts_at").zip(moment("expires_at"))
            && expires <= starts
        {
            let cure =
                "this isn't later than \"starts_at\", so that it never holds; write a later moment";
            self.findings.remark(end, Code::BadDate, &[cure]);
        }
    }
}

/// What is wrong with the pattern of a page, and the cure.
pub(super) fn page_fault(pattern: &str) -> Option<(Code, &'static str)> {
    let cure = if pattern.contains("://") {
        "isn't a path; leave out the name of the site, and begin with /"
    } else if !pattern.starts_with(['/', '*']) {
        "isn't a path; begin with /, such as /claims/*"
    } else if pattern.contains(|letter: char| letter.is_whitespace() || "?#".contains(letter)) {
        "isn't a path; leave out blanks, and everything from ? or # on"
    } else {
        return None;
    };
    Some((Code::BadPage, cure))
}
