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
            let message = [
                "say when there will be more news, such as \"next_update_at\": \"",
                &self.tomorrow(notice),
                "\"; without a time, people call to ask",
            ];
            self.remark(notice, Code::MissingFact, &message);
        }
    }

    /// Noon tomorrow, with the offset that the notice is written with.
    fn tomorrow(&self, notice: &Node) -> String {
        let written = notice.entry("updated_at").map_or("", Node::text);
        let offset = written
            .get(19..)
            .and_then(|rest| rest.find(['+', '-', 'Z']));
        let offset = offset.and_then(|at| written.get(19 + at..)).unwrap_or("Z");
        let date = self.situation.today().plus_days(1).to_string();
        [&date, "T12:00:00", offset].concat()
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
        let Some(last) = last else {
            return;
        };
        let days = last.days() - self.situation.today().days();
        let ends = match days {
            ..0 => ["this list ended on ", &last.to_string()].concat(),
            0 => "this list ends today".to_owned(),
            1 => "this list ends tomorrow".to_owned(),
            2..NOTICE_DAYS => {
                let date = last.to_string();
                [
                    "this list ends on ",
                    &date,
                    ", in ",
                    &days.to_string(),
                    " days",
                ]
                .concat()
            }
            _ => return,
        };
        let cure = "; add the holidays of the year after, which leeward holidays can do for some countries";
        self.remark(list, Code::Expired, &[&ends, cure]);
    }
}
