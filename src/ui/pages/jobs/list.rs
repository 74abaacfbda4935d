//! The table of saved jobs.

use std::sync::Arc;

use leptos::prelude::*;

use super::row::row;
use super::seen::Window;
use super::standing;
use crate::job::SortBy;
use crate::state::{FoundRow, Jobs, t};

/// The id of the table's body.
const BODY: &str = "jobs-rows";

/// The rows that are found.
type Found = Memo<Vec<Arc<FoundRow>>>;

/// The table.
pub fn list(jobs: Jobs, found: Found) -> AnyView {
    let count = Memo::new(move |_| found.with(Vec::len));
    let window = Window::new(BODY, count);
    let rows = move || -> Vec<Arc<FoundRow>> {
        let shown = window.rows();
        found.with(|found| found.get(shown).unwrap_or_default().to_vec())
    };
    let draw = move |at: ReadSignal<usize>, found: Arc<FoundRow>| {
        let place = Signal::derive(move || window.rows().start + at.get());
        row(jobs, &found.row, place)
    };
    let room = |height: f64| {
        (height > 0.0).then(|| {
            view! { <tr class="room" aria-hidden="true"><td colspan="8" style:height=format!("{height}px")></td></tr> }.into_any()
        })
    };
    view! {
            <table class="jobs" class:judged=move || standing::is_known(jobs) role="table" aria-label=t("Saved jobs") aria-rowcount=move || count.get() + 1>
                <thead role="rowgroup"><tr role="row" aria-rowindex="1">
                    <th role="columnheader" class="pick"><span class="vh">{t("Select")}</span></th>
                    {head(jobs, t("Job"), SortBy::Title)}
                    <th role="columnheader" scope="col">{t("Place")}</th>
                    {head(jobs, t("Pay"), SortBy::Pay)}
                    <th role="columnheader" scope="col" class="c-musts" aria-sort=move || (jobs.sort_by.get() == SortBy::Musts).then_some("descending")>{t("Musts met")}</th>
                    <th role="columnheader" scope="col">{t("Status")}</th>
                    {head(jobs, t("Deadline"), SortBy::Deadline)}
                    {head(jobs, t("Saved"), SortBy::Saved)}
                </tr></thead>
                <tbody role="rowgroup" id=BODY>
                    {move || room(window.above())}
                    <ForEnumerate each=rows key=|found| found.drawn children=draw/>
                    {move || room(window.below())}
                </tbody>
            </table>
    }
    .into_any()
}

/// A column's head that says when the rows are in its order.
fn head(jobs: Jobs, words: &'static str, by: SortBy) -> AnyView {
    let down = matches!(by, SortBy::Saved | SortBy::Pay);
    let order = if down { "descending" } else { "ascending" };
    let sorted = move || (jobs.sort_by.get() == by).then_some(order);
    view! { <th role="columnheader" scope="col" aria-sort=sorted>{words}</th> }.into_any()
}
