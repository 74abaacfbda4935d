//! Signals: the one source of truth of the page, and saving.
