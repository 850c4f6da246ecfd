//! `cargo xtask serve`: builds the site, serves it, and says where.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Result, anyhow};

use crate::command::step;
use crate::workspace::Workspace;
use crate::{http, site};

/// How to serve.
#[derive(clap::Args)]
pub struct Options {
    /// The port on 127.0.0.1.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the site in the browser.
    #[arg(long)]
    open: bool,
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    // Before the build: nobody should wait a minute to hear that the port is taken.
    let listener = bind(options.port)?;
    let folder = workspace.site();
    site::build(workspace, &folder)?;

    let address = format!("http://{}/", listener.local_addr()?);
    step("Serving the demo site until Ctrl+C");
    println!("\n    {address}\n");
    if options.open
        && let Err(error) = open::that_detached(&address)
    {
        println!("No browser could be opened ({error}); open the address yourself.");
    }
    http::serve(listener, folder)
}

fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} is in use; stop the other program, or choose another port: cargo xtask serve --port {}",
            if port < u16::MAX { port + 1 } else { 8080 }
        ),
        ErrorKind::PermissionDenied => {
            anyhow!("this user may not use port {port}; choose one above 1023: cargo xtask serve --port 8080")
        }
        _ => anyhow!("port {port} cannot be used: {error}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_told_with_another_one_to_try() {
        let taken = bind(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let told = bind(port).unwrap_err().to_string();
        assert!(
            told.starts_with(&format!("port {port} is in use")) && told.contains("--port"),
            "{told}"
        );
    }
}
