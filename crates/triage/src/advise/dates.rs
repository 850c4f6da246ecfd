//! Claims that are over, and lists that soon will be.

use super::Advisor;
use crate::{
    hours::{Date, parse_moment},
    problem::Code,
    source::Node,
};

/// Holiday lists that end sooner than this many days ahead are told; finding out next year's takes a while.
const NOTICE_DAYS: i32 = 90;

impl Advisor<'_> {
    pub(super) fn look_at_dates(&mut self) {
        self.look_at_notice();
        for table in ["stories", "resources"] {
            let passages = self.source.entry(table).map_or(&[][..], Node::elements);
            for passage in passages {
                self.look_at_last_day(passage);
            }
        }
        let lists = self.source.entry("holidays").map_or(&[][..], Node::entries);
        for (_, list) in lists {
            self.look_at_holidays(list);
        }
    }

    fn look_at_notice(&mut self) {
        let Some(notice) = self.source.entry("notice") else {
            return;
        };
        let passed = |name| {
            let node = notice.entry(name)?;
            (parse_moment(node.text())? <= self.situation.now).then_some(node)
        };
        if let Some(node) = passed("expires_at") {
            let cure = "the notice is over and not shown any more; write a new one, or remove it";
            self.remark(node, Code::Expired, &[cure]);
        } else if let Some(node) = passed("next_update_at") {
            let cure = "this moment has passed, so visitors aren't told when they will hear more; update the notice";
            self.remark(node, Code::Expired, &[cure]);
        }
        if notice.entry("next_update_at").is_none() {
            let cure = "add \"next_update_at\": of all that is left out, people miss the time most";
            self.remark(notice, Code::MissingFact, &[cure]);
        }
    }

    fn look_at_last_day(&mut self, passage: &Node) {
        let Some(node) = passage.entry("expires_on") else {
            return;
        };
        if Date::parse(node.text()).is_some_and(|last| last < self.situation.today()) {
            let cure = "this is over and not shown any more; renew it, or remove it";
            self.remark(node, Code::Expired, &[cure]);
        }
    }

    fn look_at_holidays(&mut self, list: &Node) {
        let dates = list.entries().iter();
        let last = dates.filter_map(|(date, _)| Date::parse(date)).max();
        if let Some(last) = last
            && last.days() - self.situation.today().days() < NOTICE_DAYS
        {
            let cure = ", in less than 90 days or already; add the following year";
            let message = ["this list ends on ", &last.to_string(), cure];
            self.remark(list, Code::Expired, &message);
        }
    }
}
