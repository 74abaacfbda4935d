//! The reader as a part of the program that is fetched when it is first needed: the page opens without
//! it, and has it by the time a posting is there. Never fetched twice, never from elsewhere.
//!
//! In the site as published the part is a file of its own, cut off the program where this file says
//! (`cargo xtask cut`); in a debug build it is there from the start.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::posting::{Read, Shared};
use crate::extract::{self, Posting, Span};
use crate::job;

/// A part could not be fetched.
pub use wasm_split_helpers::SplitLoaderError as Missing;

/// A part of the program, and whether it is there. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct Part {
    is_here: RwSignal<bool>,
    is_missing: RwSignal<bool>,
    is_coming: StoredValue<bool>,
    load: Fetch,
}

/// Fetches a part.
pub type Fetch = fn() -> Loading;

/// A part under way.
type Loading = std::pin::Pin<Box<dyn Future<Output = Result<(), Missing>>>>;

impl Part {
    /// A part that `load` fetches.
    #[must_use]
    pub fn new(load: Fetch) -> Self {
        Self {
            is_here: RwSignal::new(false),
            is_missing: RwSignal::new(false),
            is_coming: StoredValue::new(false),
            load,
        }
    }

    /// Whether the part is there, and asks for it. Draws anew once it is.
    #[must_use]
    pub fn is_here(self) -> bool {
        self.is_here.get()
    }

    /// Whether fetching the part failed; [`fetch`](Self::fetch) tries again.
    #[must_use]
    pub fn is_missing(self) -> bool {
        self.is_missing.get()
    }

    /// Fetches the part unless it is there or under way.
    pub fn fetch(self) {
        if self.is_here.get_untracked() || self.is_coming.get_value() {
            return;
        }
        self.is_coming.set_value(true);
        spawn_local(async move {
            let here = (self.load)().await.is_ok();
            self.is_coming.set_value(false);
            self.is_missing.set(!here);
            self.is_here.set(here);
        });
    }
}

/// What a part's function gives, where the part is there.
pub fn at_once<T>(call: impl Future<Output = Result<T, Missing>>) -> Option<T> {
    match pin!(call).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value.ok(),
        Poll::Pending => None,
    }
}

/// Says that a function is where a part of the program begins: all that nobody else calls goes into
/// the part's file. What it makes is an asynchronous function of the same name, and one that fetches
/// the part where that is asked for. A debug build is not cut.
macro_rules! cut {
    (
        $(#[$doc:meta])*
        part $part:ident;
        fn $name:ident($($arg:ident: $type:ty),*) -> $out:ty $body:block
    ) => {
        #[cfg(not(debug_assertions))]
        #[allow(unsafe_code, reason = "a call into the part's file is a call into the unknown for rustc")]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        $(#[$doc])*
        fn $name($($arg: $type),*) -> Result<$out, $crate::state::Missing> {
            Ok($body)
        }

        #[cfg(debug_assertions)]
        $(#[$doc])*
        async fn $name($($arg: $type),*) -> Result<$out, $crate::state::Missing> {
            Ok($body)
        }
    };
    (
        $(#[$doc:meta])*
        part $part:ident, fetched by $fetch:ident;
        fn $name:ident($($arg:ident: $type:ty),*) -> $out:ty $body:block
    ) => {
        #[cfg(not(debug_assertions))]
        #[allow(unsafe_code, reason = "a call into the part's file is a call into the unknown for rustc")]
        #[wasm_split_helpers::wasm_split($part, fallible, preload($fetch))]
        $(#[$doc])*
        fn $name($($arg: $type),*) -> Result<$out, $crate::state::Missing> {
            Ok($body)
        }

        #[cfg(debug_assertions)]
        $(#[$doc])*
        async fn $name($($arg: $type),*) -> Result<$out, $crate::state::Missing> {
            Ok($body)
        }

        #[cfg(debug_assertions)]
        async fn $fetch() -> Result<(), $crate::state::Missing> {
            Ok(())
        }
    };
}
pub(crate) use cut;

/// The parts of the program. Those of the page are told by whoever draws it.
#[derive(Clone, Copy)]
pub struct Parts {
    /// Reads a posting.
    pub reader: Part,
    /// Makes text of what comes in as anything else.
    pub intake: Part,
    /// Saves a posting as a job.
    pub keeping: Part,
    /// Answers questions of a posting.
    pub ask: Part,
    /// Draws a card.
    pub card: Part,
    /// Draws the page of a saved job.
    pub job: Part,
    /// Draws the list of saved jobs.
    pub jobs: Part,
    /// Draws the sheet for an interview.
    pub interview: Part,
    /// Draws the report of applications.
    pub report: Part,
    /// Draws jobs side by side.
    pub compare: Part,
    /// Draws the figures of the search.
    pub insights: Part,
    /// Draws the page of files in and out.
    pub data: Part,
    /// Draws the pages to read.
    pub about: Part,
    /// Draws the profile, and holds postings against it.
    pub profile: Part,
    /// Draws what is laid over the page.
    pub sheet: Part,
    /// Draws the tour.
    pub tour: Part,
    /// Draws a posting that came in a link.
    pub handed: Part,
    /// Draws the jobs that may be the same as one, and those like it.
    pub kin: Part,
}

impl Part {
    /// What reads a posting.
    #[must_use]
    pub fn reader() -> Self {
        Self::new(|| Box::pin(fetch_reading()))
    }

    /// What answers questions of a posting.
    #[must_use]
    pub fn ask() -> Self {
        Self::new(|| Box::pin(fetch_asking()))
    }

    /// What makes text of all else that comes in.
    #[must_use]
    pub fn intake() -> Self {
        Self::new(|| Box::pin(super::intake::fetch()))
    }

    /// What saves a posting as a job.
    #[must_use]
    pub fn keeping() -> Self {
        Self::new(|| Box::pin(super::keeping::fetch()))
    }
}

/// Reads `text`, where the reader is there.
#[must_use]
pub fn read(text: &str) -> Option<Posting> {
    at_once(read_there(text.to_owned())).map(|p| *p)
}

/// Fetches all that is asked of the reader: each function has to be there by itself.
async fn fetch_reading() -> Result<(), Missing> {
    fetch_reader().await?;
    fetch_apart().await
}

/// Fetches all that answers questions: each function has to be there by itself.
async fn fetch_asking() -> Result<(), Missing> {
    fetch_ask().await?;
    super::asking::fetch().await
}

/// The sentences of the posting that answer `question`, where what answers is there.
#[must_use]
pub fn ask(read: Shared<Read>, question: String) -> Option<Vec<Span>> {
    at_once(ask_there(read, question))
}

cut! {
    /// What answers questions of a posting, with its words in eight languages.
    part ask, fetched by fetch_ask;
    fn ask_there(read: Shared<Read>, question: String) -> Vec<Span> {
        job::ask(&read.text, &read.posting, &question)
    }
}

/// Reads `text` once the reader is there; `None` if it cannot be fetched.
pub async fn read_soon(text: &str) -> Option<Posting> {
    read_there(text.to_owned()).await.ok().map(|p| *p)
}

/// The pieces of a text that holds several postings, where the reader is there.
#[must_use]
pub fn apart(text: &str) -> Vec<Span> {
    at_once(apart_there(text.to_owned())).unwrap_or_default()
}

cut! {
    /// Takes several postings apart.
    part reader, fetched by fetch_apart;
    fn apart_there(text: String) -> Vec<Span> {
        extract::apart(&text)
    }
}

cut! {
    /// The reader.
    part reader, fetched by fetch_reader;
    fn read_there(text: String) -> Box<Posting> {
        Box::new(extract::read(&text))
    }
}
