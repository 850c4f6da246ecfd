//! The studio: a page on which somebody who has never seen JSON changes a playbook and publishes it.
//!
//! Everything happens in the browser; nothing is sent anywhere, and nothing is stored but drafts. The preview is the real
//! `<leeward-help>` in a frame of its own: this crate shares the engine with the widget, and nothing else.
//!
//! | module | what it owns |
//! | --- | --- |
//! | [`state`] | where the author stands |
//! | [`arrival`] | what comes from outside, from bytes to what happens then |
//! | [`broken`] | a file that can't be opened as it is |
//! | [`event`] | what can happen, and what is to be done about it |
//! | [`fields`] | what of a playbook can be written, in the order in which visitors meet it |
//! | [`ways`] | what is advised of the ways through a playbook, looked at only when they change |
//! | [`writing`] | from what was typed into a field to an operation on the document |
//! | [`typed`] | numbers, waits and moments as people type them |
//! | [`findings`] | what the checker and the advice have to say |
//! | [`condition`], [`asked`], [`sentence`] | conditions, the questions that they ask about, and both in words |
//! | [`build`] | from a wish about questions and ways to operations on the document |
//! | [`pointing`] | from a sentence in the preview to its field |
//! | [`commands`] | the command list |
//! | [`shape`] | what isn't there yet: objects, copies, ids |
//! | [`channels`] | ways to reach a company, and when somebody is there |
//! | [`said`] | which plain words there are for a finding |
//! | [`fixes`] | cures that a press of a button can do |
//! | [`shapes`] | what the format has at a place |
//! | [`clocks`] | what the browser knows of time zones |
//! | [`naming`] | places of a playbook in words |
//! | [`rehearse`] | another visitor at another moment, and what they would meet |
//! | [`live`] | what works right now: the feed that closes channels |
//! | [`outlets`] | texts for elsewhere, and what the author has changed in them |
//! | [`snippet`] | what is pasted into a page |
//! | [`publish`] | what is made of a playbook, where it goes, from where it comes |
//! | [`words`] | the studio's own words, one file a language |
//! | [`view`] | state to HTML, pure |
//! | [`host`] | the page: files, storage, clock, preview |
//! | [`studio`] | the shell: one component |

mod arrival;
mod asked;
mod broken;
mod build;
mod channels;
mod clocks;
mod commands;
mod condition;
mod event;
mod fields;
mod findings;
mod fixes;
mod host;
mod live;
mod naming;
mod outlets;
mod pointing;
mod publish;
mod rehearse;
mod said;
mod sentence;
mod shape;
mod shapes;
mod snippet;
mod state;
mod studio;
mod typed;
mod view;
mod ways;
mod words;
mod writing;

use wasm_bindgen::prelude::*;

/// Starts the studio in an empty element of its page.
#[wasm_bindgen]
pub fn begin(root: web_sys::Element) {
    yew::Renderer::<studio::Studio>::with_root(root).render();
}
