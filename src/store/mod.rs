//! Keeps saved jobs. The only module that knows keys and wire formats of localStorage.
