//! Styles that come with a part of the program, so that the first load does without them.

use web_sys::CssStyleSheet;

/// Takes over `css` for the page, behind the styles that are there. Where the browser cannot, the
/// page stays as it is: plain, and usable.
pub fn adopt(css: &str) {
    let document = super::document();
    let Ok(sheet) = CssStyleSheet::new() else {
        return;
    };
    if sheet.replace_sync(css).is_ok() {
        let sheets = document.adopted_style_sheets();
        sheets.push(&sheet);
        document.set_adopted_style_sheets(&sheets);
    }
}
