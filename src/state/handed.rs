//! Postings in links: packed behind the `#` of an address, and opened from one. Nothing of a posting
//! that was handed over is kept until the person saves it.

use crate::browser::{address, link, squeeze};
use crate::job::Draft;
use crate::route::Route;
use crate::store::handed;

use super::OpenPosting;

/// A link unpacks to no more bytes than this.
const MOST_BYTES: usize = 4_000_000;

/// An address that opens `posting` wherever it is opened; `None` where the browser cannot pack it.
pub async fn link_to(posting: OpenPosting) -> Option<String> {
    let text = handed::to_text(&posting.as_draft());
    let packed = squeeze::deflate(text.as_bytes()).await?;
    let route = Route::Shared(link::encode(&packed)?);
    Some(address::base() + &route.to_string())
}

/// The posting that an address holds; `None` if it holds none that this version can read.
pub async fn from_link(packed: String) -> Option<Draft> {
    let packed = link::decode(&packed)?;
    let text = squeeze::inflate(&packed, MOST_BYTES).await?;
    handed::from_text(core::str::from_utf8(&text).ok()?)
}
