//! The picture of the flow as a file: what is drawn in the page, with nothing that it would have to fetch.

use super::files;

/// Gives the picture to the browser, to be saved under a name.
pub fn download(name: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let drawn = document.query_selector("#flow svg").ok()??;
    let text = web_sys::XmlSerializer::new()
        .ok()?
        .serialize_to_string(&drawn)
        .ok()?;
    files::download(name, &text)
}
