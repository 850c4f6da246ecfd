//! What a visitor sees, in real browsers: the harness of the browser tests, which stand in `cases/`.
//!
//! A test is a visitor. It gets a fresh tab and a site of its own, walks through the page as a person
//! would, and is watched all the way: an error that nobody expected fails it, wherever it comes from.
//!
//! | module | what it owns |
//! | --- | --- |
//! | [`site`] | the built site, served with the faults that a test asks for, every request remembered |
//! | [`page`] | the host pages into which the snippet is pasted |
//! | [`browser`] | the browsers that tests share one after the other, and what each can do |
//! | [`visitor`] | what a person does and sees, in the words of the project |
//! | [`watch`] | what must not happen on the way: errors, violations, signals with words in them |
//! | [`watching`] | what happens over time: announcements, the focus, motion, the page's keys |
//! | [`embed`] | the pages of `tests/embed/`, put on a site |
//! | [`surroundings`] | frames, screens, the way back, paper, a browser without scripts |
//! | [`timers`] | long timers of a page, held until a test lets them go |
//! | [`pixels`] | what the widget looks like, to compare pages |
//! | [`measure`] | what a page holds in memory |
//! | [`audit`] | axe-core, and the size of targets |
//! | [`tree`] | what the browser tells assistive technology |
//! | [`engine`] | the same journey in the engine alone, as the expectation for the widget |
//! | [`harness`] | from named cases to a test run |

pub mod audit;
pub mod browser;
pub mod embed;
pub mod engine;
pub mod harness;
pub mod measure;
pub mod page;
pub mod pixels;
pub mod site;
pub mod surroundings;
pub mod timers;
pub mod tree;
pub mod visitor;
pub mod watch;
pub mod watching;
