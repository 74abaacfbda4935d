//! What time it is for the person. The only clock of the page.

use js_sys::Date;

/// Milliseconds since 1970-01-01T00:00Z.
#[must_use]
pub fn now() -> i64 {
    Date::now() as i64
}

/// Year, month (1 to 12) and day of the month today, in the person's own time zone.
#[must_use]
pub fn today() -> (i32, u8, u8) {
    day_of(now())
}

/// Year, month (1 to 12) and day of the month of a point in time, in the person's own time zone.
#[must_use]
pub fn day_of(milliseconds: i64) -> (i32, u8, u8) {
    let date = Date::new(&(milliseconds as f64).into());
    let small = |n: u32| u8::try_from(n).unwrap_or(1);
    let year = i32::try_from(date.get_full_year()).unwrap_or(1970);
    (year, small(date.get_month() + 1), small(date.get_date()))
}

/// A random number, for telling apart what two tabs make in the same millisecond.
#[must_use]
pub fn random() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// Noon of a day in the person's own time zone, in milliseconds since 1970.
#[must_use]
pub fn noon_of(year: i32, month: u8, day: u8) -> i64 {
    let date = Date::new_with_year_month_day_hr(
        year.unsigned_abs(),
        i32::from(month) - 1,
        i32::from(day),
        12,
    );
    date.get_time() as i64
}

/// Minutes that clocks here were east of UTC at a point in time.
#[must_use]
pub fn offset(milliseconds: i64) -> i16 {
    let date = Date::new(&(milliseconds as f64).into());
    // JavaScript counts west
    -(date.get_timezone_offset() as i16)
}

/// Year, month (1 to 12), day of the month, hour and minute as `milliseconds` of UTC, of that time on
/// the person's own clocks.
#[must_use]
pub fn moment_of(year: i32, month: u8, day: u8, minute: u16) -> i64 {
    let date = Date::new_with_year_month_day_hr_min(
        year as u32,
        i32::from(month) - 1,
        i32::from(day),
        i32::from(minute) / 60,
        i32::from(minute) % 60,
    );
    date.get_time() as i64
}
