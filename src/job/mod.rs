//! What the person makes of a posting: corrections, ticks, notes, status.
//! Pure: no browser, no storage, and the clock is an argument.
