//! Who leads, by how much, and what would change it.

use leptos::prelude::*;

use super::super::super::live;
use crate::job::compare::Sheet;
use crate::job::compare::decide::{Criterion, Score, Span};
use crate::route::Route;
use crate::state::words::{amount_words, decimal};
use crate::state::{Comparing, HERE, Judged, fill, t};

/// The leader in a line, and what could overtake it.
pub fn in_short(of: Comparing) -> AnyView {
    let Some(sheet) = of.sheet.get() else {
        return ().into_any();
    };
    let judged = of.judged.get();
    let Some(leader) = judged.ranking.leader().filter(|_| sheet.columns.len() > 1) else {
        return view! { <p>{t("Say below what counts for you, and the page says which one leads.")}</p> }.into_any();
    };
    let name = |at: usize| view! { <b class="verbatim">{sheet.name(&HERE, at)}</b> };
    let level = level(&judged);
    if level.len() > 1 {
        let settles = settles(&sheet, &judged).map(|(job, ask)| {
            view! { " "{t("To tell them apart:")}" "<a href=job>{ask}</a>"." }
        });
        let words = match level.len() {
            n if n == sheet.columns.len() => t("No one leads: all are level.").to_string(),
            n => fill("No one leads: {n} are level.", &[&n.to_string()]),
        };
        return view! { <p>{words}{settles}</p> }.into_any();
    }
    let other = judged.ranking.overlaps.first().map(|o| o.column);
    let rest = other
        .zip(settles(&sheet, &judged))
        .map(|(other, (job, ask))| {
            view! { " "{name(other)}" "{t("could overtake it:")}" "<a href=job>{ask}</a>"." }
        });
    view! { <p>{name(leader)}" "{t("leads.")}{rest}</p> }.into_any()
}

/// The columns that nothing known puts apart from the first, with it.
fn level(judged: &Judged) -> Vec<usize> {
    let low = |at: usize| judged.scores[at].whole.unwrap_or(Span::UNKNOWN).low;
    let order = &judged.ranking.order;
    let Some(first) = order.first() else {
        return Vec::new();
    };
    let near = |at: &usize| low(*first) - low(*at) < 0.5;
    order.iter().copied().filter(near).collect()
}

/// Where to find out what would settle most, and what to ask.
fn settles(sheet: &Sheet, judged: &Judged) -> Option<(String, String)> {
    let overlap = judged.ranking.overlaps.first()?;
    let ask = question(sheet, judged, overlap.ask_column, overlap.ask);
    let job = Route::Job(sheet.columns[overlap.ask_column].id.to_string());
    Some((job.to_string(), ask))
}

/// What would settle an unknown: a question, or a mark of the person's.
fn question(sheet: &Sheet, judged: &Judged, column: usize, criterion: usize) -> String {
    let name = sheet.name(&HERE, column);
    let (met, open) = sheet.musts(column);
    match &judged.criteria[criterion].0 {
        Criterion::Musts if met + open == 0 => fill("add what {name} asks for", &[&name]),
        Criterion::Musts => fill("mark what you have of {name}", &[&name]),
        Criterion::Own(own) => fill("score “{own}” for {name}", &[own, &name]),
        Criterion::Pay => fill("ask where the pay of {name} lies", &[&name]),
        Criterion::Benefits => fill("ask which benefits {name} comes with", &[&name]),
        Criterion::Mode => fill("ask where the work of {name} is done", &[&name]),
        Criterion::Place => fill("ask where {name} is based", &[&name]),
        Criterion::Level => fill("ask at which level {name} is", &[&name]),
        Criterion::Deadline => fill("ask until when one can apply to {name}", &[&name]),
    }
}

/// The ranking as a card.
pub fn ranking(of: Comparing) -> AnyView {
    let by_ranks = RwSignal::new(false);
    let note = move || {
        if by_ranks.get() {
            t("The mean of the places by each criterion; 1 is the best")
        } else {
            t("0 to 100; a span where facts are unknown")
        }
    };
    let choice = |words: &'static str, ranks: bool| {
        view! {
            <label><input type="radio" name="rank-by" prop:checked=move || by_ranks.get() == ranks
                on:change=move |_| by_ranks.set(ranks)/>{words}</label>
        }
    };
    view! {
        <section class="card ranking" aria-labelledby="h-ranking">
            <header><h2 id="h-ranking">{t("Ranking")}</h2><p>{note}</p>
                <div class="seg" role="radiogroup" aria-label=t("Rank by")>{choice(t("Scores"), false)}{choice(t("Ranks"), true)}</div></header>
            {live(move || ranks(of, by_ranks.get()))}
        </section>
    }
    .into_any()
}

fn ranks(of: Comparing, by_ranks: bool) -> AnyView {
    let Some(sheet) = of.sheet.get() else {
        return ().into_any();
    };
    let judged = of.judged.get();
    if judged.ranking.order.is_empty() {
        return view! { <div class="in"><p>{t("Nothing counts yet: give a weight to what matters to you.")}</p></div> }.into_any();
    }
    let by_sums = judged.ranking.by_ranks();
    let order = if by_ranks {
        &by_sums
    } else {
        &judged.ranking.order
    };
    let items = order.iter().map(|at| {
        let place = place(&judged, by_ranks, *at);
        let column = &sheet.columns[*at];
        let span = judged.scores[*at].whole.unwrap_or(Span::UNKNOWN);
        let sum = judged
            .ranking
            .rank_sums
            .as_ref()
            .map_or(1.0, |sums| sums[*at]);
        let (figure, drawn) = if by_ranks {
            // The first place is drawn at the right end, where the best score stands.
            let most = (judged.scores.len() - 1).max(1) as f64;
            let from_last = judged.scores.len() as f64 - sum;
            (decimal(sum), Span::known(from_last / most * 100.0))
        } else {
            (span_words(span), span)
        };
        view! {
            <li><span class="soft num">{place}</span>
                <span class="job-title" lang=column.lang>{sheet.name(&HERE, *at)}</span>
                <b class="num nowrap">{figure}</b>
                {bar(drawn)}
                <p>{why(&sheet, &judged, *at)}</p>
                {super::table::opens(of, format!("{} score", column.id), view! { <small>{t("How it is made up")}</small> }.into_any(),
                    breakdown(&judged, &judged.scores[*at]))}</li>
        }
    });
    let known = level(&judged).len() == 1;
    let apart = (known && by_sums.first() != judged.ranking.order.first()).then(|| {
        let name = |order: &[usize]| sheet.name(&HERE, order[0]);
        let words = fill(
            "By scores {one} leads, by ranks {other}: the two are close.",
            &[&name(&judged.ranking.order), &name(&by_sums)],
        );
        view! { <p class="note">{words}</p> }
    });
    view! { <ol class="rank">{items.collect_view()}</ol>{apart}{flips(of, &sheet, &judged)} }
        .into_any()
}

/// The place of a column; those that nothing known puts apart share one.
fn place(judged: &Judged, by_ranks: bool, at: usize) -> usize {
    let low = |at: usize| judged.scores[at].whole.unwrap_or(Span::UNKNOWN).low;
    let sums = judged.ranking.rank_sums.as_ref();
    let before = |other: &usize| match (by_ranks, sums) {
        (true, Some(sums)) => sums[*other] < sums[at] - 1e-9,
        _ => low(*other) - low(at) >= 0.5,
    };
    1 + judged
        .ranking
        .order
        .iter()
        .copied()
        .filter(|o| before(o))
        .count()
}

fn span_words(span: Span) -> String {
    let round = |n: f64| decimal(n.round());
    if span.high - span.low < 0.5 {
        round(span.low)
    } else {
        fill("{from} to {to}", &[&round(span.low), &round(span.high)])
    }
}

fn bar(span: Span) -> AnyView {
    let (low, high) = (span.low.min(98.8), span.high.min(98.8));
    let open = (!span.is_known()).then(|| {
        view! {
            <rect class="maybe" x=low.to_string() y="1.5" width=(high - low).to_string() height="5"/>
            <rect class="run" x=high.to_string() y="1" width="1.2" height="6"/>
        }
    });
    view! {
        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" y="3.5" width="100" height="1"/>{open}
            <rect class="run" x=low.to_string() y="1" width="1.2" height="6"/>
        </svg>
    }
    .into_any()
}

/// What is open about a job, or what keeps it from the lead.
fn why(sheet: &Sheet, judged: &Judged, at: usize) -> String {
    if let Some(overlap) = judged.ranking.overlaps.iter().find(|o| o.column == at) {
        let ask = question(sheet, judged, overlap.ask_column, overlap.ask);
        return fill("Could be first: {ask}.", &[&ask]);
    }
    let score = &judged.scores[at];
    let counted = || {
        judged
            .criteria
            .iter()
            .zip(&score.parts)
            .filter(|((_, weight), _)| *weight > 0)
    };
    let open: Vec<&str> = counted()
        .filter(|(_, p)| !p.span.is_known())
        .map(|((c, _), _)| c.label(&HERE))
        .collect();
    if !open.is_empty() {
        return fill("Open: {what}.", &[&open.join(", ")]);
    }
    match judged.ranking.leader() {
        Some(leader) if leader != at => {
            let lead = &judged.scores[leader];
            let loss = |((_, weight), n): (&(Criterion, u8), usize)| {
                (lead.parts[n].span.low - score.parts[n].span.low) * f64::from(*weight)
            };
            let losses = judged.criteria.iter().zip(0..).map(|c| (loss(c), c.0));
            let most = losses
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .filter(|(loss, _)| *loss > 0.0);
            most.map_or_else(
                || t("All known.").into(),
                |(_, (c, _))| fill("All known. {what} costs it most.", &[c.label(&HERE)]),
            )
        }
        _ => t("All that counts is known.").into(),
    }
}

fn breakdown(judged: &Judged, score: &Score) -> AnyView {
    let line =
        |((criterion, weight), part): (&(Criterion, u8), &crate::job::compare::decide::Part)| {
            view! {
            <tr><th scope="row">{criterion.label(&HERE).to_string()}</th><td>{part.why.clone()}</td>
                <td class="num">{span_words(part.span)}</td><td class="num">"× "{*weight}</td></tr>
        }
        .into_any()
        };
    let lines: Vec<AnyView> = judged.criteria.iter().zip(&score.parts).map(line).collect();
    view! {
        <table class="parts"><thead class="vh"><tr><th>{t("What counts")}</th><th>{t("Fact")}</th><th>{t("Score")}</th><th>{t("Weight")}</th></tr></thead>
            <tbody>{lines}</tbody></table>
    }
    .into_any()
}

/// What would change the winner.
fn flips(of: Comparing, sheet: &Sheet, judged: &Judged) -> AnyView {
    let name = |at: usize| sheet.name(&HERE, at);
    let level = level(judged);
    if level.len() > 1 {
        let words = match settles(sheet, judged) {
            Some((_, ask)) => fill(
                "{n} are level. To tell them apart: {ask}.",
                &[&level.len().to_string(), &ask],
            ),
            None => fill(
                "{n} are level, and all that counts is known.",
                &[&level.len().to_string()],
            ),
        };
        return view! { <div class="flips"><h3>{t("What would change the winner")}</h3><ul><li>{words}</li></ul></div> }.into_any();
    }
    let weight = judged.flip.weight.map(|flip| {
        let (criterion, now) = &judged.criteria[flip.criterion];
        fill(
            "{name} would be first with the weight of {what} at {weight} instead of {now}.",
            &[
                &name(flip.first),
                criterion.label(&HERE),
                &flip.to.to_string(),
                &now.to_string(),
            ],
        )
    });
    let value = judged.flip.value.map(|flip| {
        let criterion = &judged.criteria[flip.criterion].0;
        let own = flip.column == flip.first;
        let ends = of
            .settings
            .with_untracked(|s| s.wishes.pay_ends.map(|e| (e, s.rates.shown_in)));
        let figure = match (criterion, ends) {
            (Criterion::Pay, Some(((floor, wish), code))) => {
                let n = floor + flip.to / 100.0 * (wish - floor);
                fill(
                    "with pay from {amount} a year",
                    &[&amount_words((n / 100.0).ceil() * 100.0, code)],
                )
            }
            _ => fill(
                "with {what} at {score} of 100",
                &[criterion.label(&HERE), &decimal(flip.to.ceil())],
            ),
        };
        if own {
            fill(
                "{name} would be first {figure} or more.",
                &[&name(flip.first), &figure],
            )
        } else {
            fill(
                "{name} would be first if {other} came {figure} or less.",
                &[&name(flip.first), &name(flip.column), &figure],
            )
        }
    });
    let other = judged.ranking.by_ranks().first().copied();
    let ranks = other
        .filter(|first| Some(*first) != judged.ranking.leader())
        .map(|first| {
            fill(
                "{name} is first by ranks instead of scores.",
                &[&name(first)],
            )
        });
    let lines: Vec<AnyView> = [weight, value, ranks]
        .into_iter()
        .flatten()
        .map(|words| view! { <li>{words}</li> }.into_any())
        .collect();
    let none = lines
        .is_empty()
        .then(|| view! { <li>{t("No one weight and no one value puts another job first.")}</li> });
    view! {
        <div class="flips"><h3>{t("What would change the winner")}</h3><ul>{lines}{none}</ul></div>
    }
    .into_any()
}
