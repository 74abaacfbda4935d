//! Which rows of a long table are in the page: those that are seen and some around them. The others are
//! stood for by room of their height.

use std::ops::Range;

use leptos::prelude::*;

use crate::state::scroll::{self, Seen};

/// Rows come and go so many at a time. With half a screen more at either end, a key in the search box
/// draws few rows that nobody sees.
const BLOCK: usize = 8;

/// The height of a row in pixels before one was measured.
const GUESS: f64 = 64.0;

/// The window on the rows of a table's body. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct Window {
    /// The id of the table's body.
    body: &'static str,
    /// How many rows there are.
    count: Memo<usize>,
    seen: RwSignal<Seen>,
    /// The heights of blocks that were measured.
    heights: StoredValue<Vec<Option<f64>>>,
    /// The blocks in the page.
    shown: Memo<Range<usize>>,
}

impl Window {
    /// A window on the `count` rows of the element with the id `body`, for as long as its page lives.
    pub fn new(body: &'static str, count: Memo<usize>) -> Self {
        let start = Seen {
            above: 0.0,
            height: 1_000.0,
        };
        let seen = RwSignal::new(start);
        let heights: StoredValue<Vec<Option<f64>>> = StoredValue::new(Vec::new());
        let shown = Memo::new(move |_| {
            let blocks = count.get().div_ceil(BLOCK);
            let seen = seen.get();
            heights.with_value(|heights| {
                let more = 0.5 * seen.height;
                let (from, to) = (seen.above - more, seen.above + seen.height + more);
                let (mut first, mut end, mut top) = (0, 0, 0.0);
                for block in 0..blocks {
                    let bottom = top + height(heights, block);
                    if bottom < from && block + 1 < blocks {
                        first = block + 1;
                    }
                    if top <= to {
                        end = block + 1;
                    }
                    top = bottom;
                }
                first..end.max(first + 1).min(blocks)
            })
        });
        let this = Self {
            body,
            count,
            seen,
            heights,
            shown,
        };
        let listener = scroll::on_scroll(move || this.look());
        let listener = StoredValue::new_local(Some(listener));
        on_cleanup(move || listener.set_value(None));
        this
    }

    /// Looks where the page is scrolled to.
    fn look(self) {
        self.measure();
        if let Some(seen) = scroll::seen(self.body) {
            self.seen.set(seen);
        }
    }

    /// Notes the heights of the blocks in the page.
    fn measure(self) {
        let shown = self.shown.get_untracked();
        let rows = scroll::tops(self.body);
        // The rows may have changed since they were drawn.
        if rows.len() != self.rows_untracked().len() + 1 {
            return;
        }
        self.heights.update_value(|heights| {
            let last = rows.len() - 1;
            for (at, block) in shown.enumerate() {
                let (from, to) = (at * BLOCK, last.min((at + 1) * BLOCK));
                if heights.len() <= block {
                    heights.resize(block + 1, None);
                }
                heights[block] = Some(rows[to] - rows[from]);
            }
        });
    }

    /// The rows in the page.
    pub fn rows(self) -> Range<usize> {
        let shown = self.shown.get();
        shown.start * BLOCK..(shown.end * BLOCK).min(self.count.get())
    }

    fn rows_untracked(self) -> Range<usize> {
        let shown = self.shown.get_untracked();
        shown.start * BLOCK..(shown.end * BLOCK).min(self.count.get_untracked())
    }

    /// The height in pixels of the rows above those in the page.
    pub fn above(self) -> f64 {
        let start = self.shown.with(|shown| shown.start);
        self.sum(0..start)
    }

    /// The height in pixels of the rows below those in the page.
    pub fn below(self) -> f64 {
        let end = self.shown.with(|shown| shown.end);
        self.sum(end..self.count.get().div_ceil(BLOCK))
    }

    fn sum(self, blocks: Range<usize>) -> f64 {
        self.heights
            .with_value(|heights| blocks.map(|block| height(heights, block)).sum())
    }
}

/// The height of a block: as measured, or as those before it.
fn height(heights: &[Option<f64>], block: usize) -> f64 {
    let known = heights.get(block).copied().flatten();
    let other = || heights.iter().flatten().next().copied();
    known.or_else(other).unwrap_or(GUESS * BLOCK as f64)
}
