//! A release on real web servers, with the ready configurations of `servers/`.
//!
//! `release` knows what is in a release, `server` starts nginx and Caddy on it, `visit` asks for files as a visitor's
//! browser does. The tests hold every answer against the release; `cargo xtask bench spike` sends thousands of visitors.

mod release;
mod server;
mod visit;

pub use release::{OPEN_TO_ALL, Release};
pub use server::{Kind, OF_THE_SITE, PLAYBOOK, Server};
pub use visit::{BEFORE_INTENT, Visit};
