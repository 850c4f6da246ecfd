//! Translations as XLIFF 2.0 (OASIS), which translators' tools read and write.

use quick_xml::{
    Reader, Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};
use triage::placeholders;

use crate::{Translated, Unit};

/// What is to be translated, with what is there already and with what each field means.
///
/// # Errors
///
/// A sentence about a character that XML can't carry.
pub fn write(units: &[Unit<'_>], from: &str, to: &str) -> Result<String, String> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let written = document(&mut writer, units, from, to);
    written.map_err(|error| error.to_string())?;
    let mut text = String::from_utf8(writer.into_inner()).map_err(|error| error.to_string())?;
    text.push('\n');
    let forbidden =
        |sign: char| sign < ' ' && !"\t\n\r".contains(sign) || "\u{fffe}\u{ffff}".contains(sign);
    match text.find(forbidden) {
        None => Ok(text),
        Some(_) => Err("a text has a control character, which XLIFF can't carry; remove it, or use --format json".into()),
    }
}

type Written = std::io::Result<()>;

fn document(writer: &mut Writer<Vec<u8>>, units: &[Unit<'_>], from: &str, to: &str) -> Written {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("xliff")
        .with_attributes([
            ("xmlns", "urn:oasis:names:tc:xliff:document:2.0"),
            ("version", "2.0"),
            ("srcLang", from),
            ("trgLang", to),
        ])
        .write_inner_content(|writer| {
            let file = writer
                .create_element("file")
                .with_attribute(("id", "playbook"));
            file.write_inner_content(|writer| {
                units
                    .iter()
                    .try_for_each(|unit| self::unit(writer, unit, from, to))
            })?;
            Ok(())
        })?;
    Ok(())
}

fn unit(writer: &mut Writer<Vec<u8>>, unit: &Unit<'_>, from: &str, to: &str) -> Written {
    let source = unit.source(from);
    let names: Vec<String> = placeholders(source)
        .map(|name| format!("{{{name}}}"))
        .collect();
    let element = writer
        .create_element("unit")
        .with_attributes([("id", unit.key.as_str()), ("xml:space", "preserve")]);
    element.write_inner_content(|writer| {
        writer
            .create_element("notes")
            .write_inner_content(|writer| {
                note(writer, "meaning", unit.meaning)?;
                if !names.is_empty() {
                    note(
                        writer,
                        "placeholders",
                        &format!("keep as they are: {}", names.join(" ")),
                    )?;
                }
                Ok(())
            })?;
        let words = unit.words(to);
        let state = if words.is_some() {
            "translated"
        } else {
            "initial"
        };
        writer
            .create_element("segment")
            .with_attribute(("state", state))
            .write_inner_content(|writer| {
                element_of(writer, "source", source)?;
                words.map_or(Ok(()), |words| element_of(writer, "target", words))
            })?;
        Ok(())
    })?;
    Ok(())
}

fn note(writer: &mut Writer<Vec<u8>>, category: &str, text: &str) -> Written {
    let element = writer
        .create_element("note")
        .with_attribute(("category", category));
    element.write_text_content(BytesText::new(text))?;
    Ok(())
}

/// An element with a text as it is. A carriage return has to be written as a reference, or XML readers drop it.
fn element_of(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> Written {
    let escaped = quick_xml::escape::escape(text).replace('\r', "&#13;");
    writer.write_event(Event::Start(BytesStart::new(name)))?;
    // Written as text, so that nothing is put between the words and their element.
    writer.write_event(Event::Text(BytesText::from_escaped(escaped)))?;
    writer.write_event(Event::End(BytesEnd::new(name)))
}

/// Reads what a translator sent back.
///
/// # Errors
///
/// A sentence about what is no XLIFF 2, or what isn't plain text in it.
pub fn read(text: &str) -> Result<Translated, String> {
    // Line breaks of Windows are line breaks (XML 1.0, 2.11).
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = Reader::from_str(&text);
    let mut translated = Translated::default();
    let (mut key, mut target): (String, Option<String>) = (String::new(), None);
    loop {
        let event = reader.read_event();
        let event = event
            .map_err(|error| format!("no XLIFF, at byte {}: {error}", reader.error_position()))?;
        match event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) if target.is_some() => {
                let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                return Err(format!(
                    "{key}: <{name}> in a target; playbooks have plain text, remove it"
                ));
            }
            Event::Start(tag) => match tag.name().as_ref() {
                b"xliff" => translated.to = locale(&tag)?,
                b"unit" => key = attribute(&tag, "id").unwrap_or_default(),
                b"target" => target = Some(String::new()),
                _ => {}
            },
            Event::Empty(tag) if tag.name().as_ref() == b"target" => {
                translated.strings.push((key.clone(), String::new()));
            }
            Event::End(tag) if tag.name().as_ref() == b"target" => {
                add(&mut translated, &key, target.take());
            }
            other => {
                if let Some(target) = &mut target {
                    target.push_str(&words(&other)?);
                }
            }
        }
    }
    if translated.to.is_empty() {
        return Err("no XLIFF 2: there is no <xliff> with a trgLang".into());
    }
    Ok(translated)
}

/// Tools may cut a unit into several segments; together they are its text.
fn add(translated: &mut Translated, key: &str, target: Option<String>) {
    let text = target.unwrap_or_default();
    match translated.strings.last_mut() {
        Some((last, words)) if last == key => words.push_str(&text),
        _ => translated.strings.push((key.to_owned(), text)),
    }
}

fn locale(tag: &BytesStart<'_>) -> Result<String, String> {
    match attribute(tag, "version").as_deref() {
        Some(version) if version.starts_with("2.") => {}
        _ => return Err("this is not XLIFF 2; ask for XLIFF 2.0".into()),
    }
    attribute(tag, "trgLang")
        .ok_or_else(|| "the language is missing; add trgLang to <xliff>".into())
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    attribute.unescape_value().ok().map(Into::into)
}

/// The words of a piece of text.
fn words(event: &Event<'_>) -> Result<String, String> {
    let told = |error: &dyn std::fmt::Display| format!("no XLIFF: {error}");
    match event {
        Event::Text(text) => text.decode().map(Into::into).map_err(|error| told(&error)),
        Event::CData(text) => text.decode().map(Into::into).map_err(|error| told(&error)),
        Event::GeneralRef(reference) => {
            if let Some(sign) = reference.resolve_char_ref().map_err(|error| told(&error))? {
                return Ok(sign.into());
            }
            let name = reference.decode().map_err(|error| told(&error))?;
            let known = quick_xml::escape::resolve_predefined_entity(&name);
            known
                .map(Into::into)
                .ok_or_else(|| format!("no XLIFF: &{name}; is not known"))
        }
        _ => Ok(String::new()),
    }
}
