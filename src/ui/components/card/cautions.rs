//! Cautions: sentences of the posting worth a second look, each with what to ask. No verdict.

use leptos::prelude::*;

use super::{lit, region};
use crate::extract::{Caution, CautionKind};
use crate::job::Subject;
use crate::state::{OpenPosting, count, t};
use crate::ui::{icons, live};

/// The region.
pub fn cautions(open: OpenPosting) -> AnyView {
    let words = move || match open.read.get().posting.cautions.len() {
        0 => t("none found").to_string(),
        n => count(
            "{n} sentence worth a second look | {n} sentences worth a second look",
            n,
            &[],
        ),
    };
    let list = move || {
        let read = open.read.get();
        (!read.posting.cautions.is_empty()).then(|| {
            let rows = read.posting.cautions.iter().map(|c| row(open, c));
            view! { <ul class="lines care">{rows.collect_view()}</ul> }
        })
    };
    region(
        "h-care",
        t("Cautions"),
        live(move || words().into_any()),
        live(move || list().into_any()),
    )
}

fn row(open: OpenPosting, caution: &Caution) -> AnyView {
    let subject = Subject::Words(caution.item.span);
    let lang = open.read.get_untracked().posting.lang.map(|l| l.0);
    view! {
        <li class:lit=lit(open, vec![subject]) data-subject=subject.code()>
            {icons::triangle()}
            <div>
                <q class="verbatim" lang=lang>{caution.item.text.clone()}</q>
                <p class="small soft">{advice(caution.kind)}</p>
            </div>
        </li>
    }
    .into_any()
}

fn advice(kind: CautionKind) -> &'static str {
    match kind {
        CautionKind::Fee => t("Asks you for money. Employers do not charge for a job."),
        CautionKind::PrivatePapers => t(
            "Asks for private papers or bank details early. Give them only once there is a contract.",
        ),
        CautionKind::InformalContact => {
            t("Contact by messenger or free mail only. Check that the employer is real.")
        }
        CautionKind::WideRange => t(
            "The range is wide: its top is more than twice its foot. Ask where you would stand in it.",
        ),
        CautionKind::OwnCost => t("A cost to you. Ask how much, and whether it is paid back."),
        CautionKind::CommissionOnly => t("Paid by commission only: no base pay."),
        CautionKind::Unpaid => t("The work is not paid."),
    }
}
