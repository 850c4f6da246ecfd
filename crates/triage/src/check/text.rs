//! What visitors read: whether it is all there, in every language.

use super::{
    grammar::{BY_LOCALE, FORMS_BY_LOCALE},
    shape::Inspector,
};
#[cfg(feature = "advice")]
use crate::text::Plural;
use crate::{problem::Code, source::Node};

/// The most characters of one string; longer ones help nobody in a hurry.
pub(crate) const MOST_CHARACTERS: usize = 2_000;

impl Inspector<'_> {
    /// One string that a visitor reads: not empty, and not endless.
    pub fn is_line(&mut self, node: &Node, text: &str) -> bool {
        if text.trim().is_empty() {
            note!(
                self.refuse(node, Code::MissingField),
                "write something, or remove the field",
            )
        } else if text.chars().count() > MOST_CHARACTERS {
            note!(
                self.refuse(node, Code::TooLarge),
                "shorten this to 2,000 characters",
            )
        } else {
            true
        }
    }

    /// Text with one line per locale.
    pub fn is_text(&mut self, node: &Node) -> bool {
        self.is_table(node, &BY_LOCALE) && self.is_translated(node)
    }

    /// Per locale one line per plural category.
    pub fn is_counted_text(&mut self, node: &Node) -> bool {
        #[cfg(feature = "advice")]
        for (locale, forms) in node.entries() {
            self.judge_categories(locale, forms);
            self.judge_placeholders(forms);
        }
        self.is_table(node, &FORMS_BY_LOCALE) && self.is_translated(node)
    }

    /// The default locale must be there; the others are asked for.
    fn is_translated(&mut self, node: &Node) -> bool {
        let Some(default) = self.locales.first() else {
            return true;
        };
        let Some(line) = node.entry(default).map(std::ptr::from_ref) else {
            return note!(
                self.refuse(node, Code::MissingField),
                "add the text in \"",
                default,
                "\", the first of the locales; it stands in for the others",
            );
        };
        if cfg!(feature = "advice") {
            self.remark_missing(node, default);
        }
        !self.refused.contains(&line)
    }

    /// Notes the locales in which a text is missing.
    fn remark_missing(&mut self, node: &Node, default: &str) {
        let mut missing = self.locales.to_vec();
        missing.retain(|locale| node.entry(locale).is_none());
        if !missing.is_empty() {
            note!(
                self.refuse(node, Code::MissingTranslation),
                "add the text in \"",
                &missing.join("\", \""),
                "\"; \"",
                default,
                "\" is shown until then",
            );
        }
    }

    /// Notes plural categories that are missing or that the language doesn't have.
    #[cfg(feature = "advice")]
    fn judge_categories(&mut self, locale: &str, forms: &Node) {
        let used = Plural::used_by(locale).unwrap_or_default();
        for plural in Plural::ALL {
            // `many` in French and its kin is for millions; `other` reads well there too.
            let optional = plural == Plural::Many && !used.contains(&Plural::Few);
            match (used.contains(&plural), forms.entry(plural.name())) {
                (true, None) if !optional => self.ask_for_form(forms, plural),
                (false, Some(form)) if !used.is_empty() => {
                    let cure = "this language has no such plural category; remove it";
                    self.findings.remark_name(form, Code::BadPlural, &[cure]);
                }
                _ => {}
            }
        }
    }

    #[cfg(feature = "advice")]
    fn ask_for_form(&mut self, forms: &Node, plural: Plural) {
        let sample = super::sample::form(plural);
        let message = [
            "add the plural category \"",
            plural.name(),
            "\", such as ",
            &sample,
        ];
        self.findings.remark(forms, Code::BadPlural, &message);
    }

    /// Notes strings without the number.
    #[cfg(feature = "advice")]
    fn judge_placeholders(&mut self, forms: &Node) {
        for (category, form) in forms.entries() {
            let mut names = crate::placeholders(form.text()).peekable();
            let lacks_count = category == Plural::Other.name() && names.peek().is_none();
            if lacks_count || names.any(|name| name != "count") {
                let cure = "write {count} where the number goes, and no other placeholder";
                self.refuse(form, Code::BadPlaceholder, &[cure]);
            }
        }
    }
}
