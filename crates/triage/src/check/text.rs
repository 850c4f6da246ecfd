//! Reading words: locales, text, counted text.

use super::{place::Place, reader::Reader, suggest::did_you_mean};
use crate::{
    locale::is_well_formed,
    problem::Code,
    source::Value,
    text::{CountedText, Plural, Text},
};

/// The most characters of one string; longer ones help nobody in a hurry.
const MOST_CHARACTERS: usize = 2_000;

pub(super) fn locales(reader: &mut Reader, file: &Place<'_>) -> Vec<String> {
    let Some(field) = reader.required(file, "locales") else {
        return Vec::new();
    };
    let tags = language_tags(reader, &field);
    for (place, tag) in tags.iter().enumerate() {
        if tags.iter().take(place).any(|earlier| earlier == tag) {
            reader.report(
                &field,
                Code::Duplicate,
                &["\"", tag, "\" stands here twice"],
            );
        }
    }
    tags
}

/// A list of language tags with at least one in it.
pub(super) fn language_tags(reader: &mut Reader, place: &Place<'_>) -> Vec<String> {
    let mut tags = Vec::new();
    for element in reader.elements(place, 40) {
        let tag = reader.string(&element);
        if !is_well_formed(tag) {
            let cure = "\" is no language tag; write one such as en, ja or pt-BR";
            reader.report(&element, Code::BadLocale, &["\"", tag, cure]);
        }
        tags.push(tag.to_owned());
    }
    if tags.is_empty() {
        reader.report(
            place,
            Code::MissingField,
            &["name at least one language, such as \"en\""],
        );
    }
    tags
}

impl Reader {
    /// Text: a string for everybody, or one per locale.
    #[inline(never)]
    pub fn text(&mut self, place: &Place<'_>) -> Text {
        match &place.node.value {
            Value::Map(_) => {
                let mut strings: Vec<Option<String>> = vec![None; self.locales.len()];
                for (entry, locale) in self.by_locale(place) {
                    let line = self.line(&entry);
                    if let Some(slot) = strings.get_mut(locale) {
                        *slot = Some(line);
                    }
                }
                Text::ByLocale(strings)
            }
            _ => Text::Same(self.line(place)),
        }
    }

    /// Text that must be there.
    #[inline(never)]
    pub fn text_field(&mut self, place: &Place<'_>, name: &str) -> Text {
        match self.required(place, name) {
            Some(field) => self.text(&field),
            None => Text::Same(String::new()),
        }
    }

    /// Text that may be there; what is wrong with it leaves only the text out.
    #[inline(never)]
    pub fn extra_text(&mut self, place: &Place<'_>, name: &str) -> Option<Text> {
        let field = place.field(name)?;
        let mark = self.mark();
        let text = self.text(&field);
        self.forgive_since(mark).then_some(text)
    }

    /// A list of texts that may be there.
    #[inline(never)]
    pub fn texts(&mut self, place: &Place<'_>, name: &str) -> Vec<Text> {
        let Some(field) = place.field(name) else {
            return Vec::new();
        };
        self.elements(&field, 10)
            .map(|element| self.text(&element))
            .collect()
    }

    /// Counted text: per locale one string per plural category.
    pub fn counted_text(&mut self, place: &Place<'_>) -> CountedText {
        let mut by_locale = vec![None; self.locales.len()];
        for (entry, locale) in self.by_locale(place) {
            let mut forms = Vec::new();
            for form in self.entries(&entry) {
                let text = self.line(&form);
                match Plural::from_name(form.key()) {
                    Some(plural) => forms.push((plural, text)),
                    None => {
                        let cure = "\" is no plural category; there are zero, one, two, few, many and other";
                        self.remark(&form, Code::BadPlural, &["\"", form.key(), cure]);
                    }
                }
            }
            self.right_categories(&entry, &forms);
            if let Some(slot) = by_locale.get_mut(locale) {
                *slot = Some(forms);
            }
        }
        CountedText(by_locale)
    }

    /// Reports plural categories that are missing or that the language doesn't have, and strings
    /// without the number.
    fn right_categories(&mut self, place: &Place<'_>, forms: &[(Plural, String)]) {
        let used = Plural::used_by(place.key()).unwrap_or_default();
        for plural in Plural::ALL {
            let has = forms.iter().any(|(category, _)| *category == plural);
            // `many` in French and its kin is for millions; `other` reads well there too.
            let optional = plural == Plural::Many && !used.contains(&Plural::Few);
            let message = match (used.contains(&plural), has) {
                (true, false) if !optional => ["add the plural category \"", plural.name(), "\""],
                (false, true) if !used.is_empty() => [
                    "this language has no plural category \"",
                    plural.name(),
                    "\"; remove it",
                ],
                _ => continue,
            };
            self.remark(place, Code::BadPlural, &message);
        }
        for (category, text) in forms {
            let count_only = crate::placeholders(text).all(|name| name == "count");
            if !count_only || (*category == Plural::Other && !text.contains("{count}")) {
                let cure = "write {count} where the number goes, and no other placeholder";
                self.remark(place, Code::BadPlaceholder, &[cure]);
            }
        }
    }

    /// The entries of an object with one value per locale, each with the locale's place in the
    /// playbook's list. The default locale must be there; the others are asked for.
    #[inline(never)]
    fn by_locale<'p>(&mut self, place: &'p Place<'p>) -> Vec<(Place<'p>, usize)> {
        let mut found = Vec::new();
        for entry in self.entries(place) {
            match self.locale_index(entry.key()) {
                Some(locale) => found.push((entry, locale)),
                None => self.foreign_locale(&entry),
            }
        }
        let locales = self.locales.iter().enumerate();
        let missing: Vec<&str> = locales
            .filter(|(index, _)| found.iter().all(|(_, locale)| locale != index))
            .map(|(_, tag)| tag.as_str())
            .collect();
        let missing = missing.join("\", \"");
        let default = self.locales.first().cloned().unwrap_or_default();
        if found.iter().all(|(_, locale)| *locale != 0) {
            let cure = "\", the first of the locales; it stands in for the others";
            self.report(
                place,
                Code::MissingField,
                &["add the text in \"", &default, cure],
            );
        } else if !missing.is_empty() {
            let message = [
                "add the text in \"",
                &missing,
                "\"; \"",
                &default,
                "\" is shown until then",
            ];
            self.remark(place, Code::MissingTranslation, &message);
        }
        found
    }

    pub fn locale_index(&self, tag: &str) -> Option<usize> {
        self.locales.iter().position(|locale| locale == tag)
    }

    pub fn foreign_locale(&mut self, entry: &Place<'_>) {
        let known = self.locales.iter().map(String::as_str);
        let cure = did_you_mean(entry.key(), known, "add it to \"locales\" or remove it");
        let message = ["\"", entry.key(), "\" is not among the locales; ", &cure];
        self.remark(entry, Code::BadLocale, &message);
    }

    /// One string that a visitor reads: not empty, not endless, without hidden direction marks.
    #[inline(never)]
    fn line(&mut self, place: &Place<'_>) -> String {
        let Some(text) = place.string() else {
            self.wrong_kind(
                place,
                "text: a string, or an object with one string per locale",
            );
            return String::new();
        };
        if text.trim().is_empty() {
            self.report(
                place,
                Code::MissingField,
                &["write something, or remove the field"],
            );
        }
        if text.chars().count() > MOST_CHARACTERS {
            self.report(place, Code::TooLarge, &["shorten this to 2,000 characters"]);
        }
        text.chars()
            .filter(|character| !is_hidden_control(*character))
            .collect()
    }
}

/// Characters that make text read otherwise than it is written: controls other than line breaks,
/// and the bidirectional embeddings, overrides and isolates (Unicode TR 9; "Trojan Source", 2021).
fn is_hidden_control(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
