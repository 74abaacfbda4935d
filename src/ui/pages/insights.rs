//! The Insights page: the search in figures, where the jobs went, how long it took, who answered, what
//! is asked for and paid. Each chart has its numbers in words or in a table.

use leptos::prelude::*;

use super::super::live;
use crate::job::Tick;
use crate::job::compare::pay::plain;
use crate::job::insights::{
    AskedSkill, Counts, Drawing, Group, Node, Paid, PaidRow, Tone, share, stage_label, tone,
};
use crate::job::{Day, Stage};
use crate::route::Route;
use crate::state::words::{amount_words, day_words, decimal};
use crate::state::{App, HERE, Insights, Made, count, fill, t};

/// Skills shown.
const SKILLS: usize = 15;
/// Jobs on the scale of pay.
const PAID: usize = 40;

/// The page.
pub fn page(app: App) -> AnyView {
    let of = Insights::new(app);
    live(move || {
        if app.jobs.is_empty() {
            return empty();
        }
        whole(app, of)
    })
}

fn empty() -> AnyView {
    view! {
        <div class="head"><div><h1>{t("Insights")}</h1></div></div>
        <p class="word">{t("Once jobs are saved, this page counts how far they went, who answers, what is asked for and what is paid.")}</p>
        <a class="btn main" href=Route::Read.to_string()>{t("Read a posting")}</a>
    }
    .into_any()
}

fn whole(app: App, of: Insights) -> AnyView {
    view! {
        <div class="insights">
            <div class="head">
                <div><h1>{t("Insights")}</h1>{live(move || since(&of.made.get()))}</div>
                <label class="check"><input type="checkbox" prop:checked=of.open_only
                    on:change=move |e| of.open_only.set(event_target_checked(&e))/>{t("Leave out closed jobs")}</label>
                <a class="btn" href=Route::Report.to_string()>{t("Report of applications")}</a>
                <button class="btn" type="button" on:click=move |_| app.print()>{t("Print")}</button>
            </div>
            <div class="stack">
                {live(move || figures(&of.made.get().counts))}
                {flow(app, of)}
                {live(move || {
                    let made = of.made.get();
                    view! { <div class="even">{stages(&made.counts)}{answers(&made.counts)}</div> }.into_any()
                })}
                {live(move || {
                    let made = of.made.get();
                    view! { <div class="even">{pay(&made.paid)}{skills(&made)}</div> }.into_any()
                })}
            </div>
        </div>
    }
    .into_any()
}

/// "24 jobs".
fn jobs(n: usize) -> String {
    count("{n} job | {n} jobs", n, &[])
}

fn since(made: &Made) -> AnyView {
    let mut words = jobs(made.counts.saved);
    if let Some(day) = made.since {
        words.push(' ');
        words.push_str(&fill("since {day}", &[&day_words(day)]));
    }
    words.push_str(t(", counted from their histories"));
    view! { <p>{words}</p> }.into_any()
}

fn figures(counts: &Counts) -> AnyView {
    let of = |n: usize| fill("of {n}", &[&n.to_string()]);
    let mut wait = String::new();
    if counts.waiting > 0 {
        wait = fill("longest {time}", &[&days(f64::from(counts.longest_wait))]);
    }
    let middle = counts.days_to_answer.map_or(t("none yet").into(), plain);
    let all = [
        (
            t("Applied"),
            counts.applied.to_string(),
            fill("of {n} saved", &[&counts.saved.to_string()]),
        ),
        (
            t("Answered"),
            counts.answered.to_string(),
            of(counts.applied),
        ),
        (t("Days to an answer"), middle, {
            fill("median {of}", &[&of(counts.answered)])
        }),
        (t("Waiting now"), counts.waiting.to_string(), wait),
    ];
    let each = all.map(|(name, n, more)| {
        view! { <div><dt>{name}</dt><dd>{n}" "<small>{more}</small></dd></div> }
    });
    view! { <section class="card" aria-label=t("In figures")><dl class="figures">{each.into_iter().collect_view()}</dl></section> }
        .into_any()
}

fn flow(app: App, of: Insights) -> AnyView {
    let copy = move |_| {
        let text = of
            .made
            .with_untracked(|made| made.flow.to_sankeymatic(&HERE));
        app.copy(
            text,
            t("Copied. SankeyMATIC draws it when it is pasted there.").into(),
        );
    };
    view! {
        <section class="card" aria-labelledby="h-flow">
            <header><h2 id="h-flow">{t("Where they went")}</h2><p>{t("Height is the number of jobs")}</p></header>
            <div class="flow-scroll" role="region" aria-label=t("Where they went, drawn") tabindex="0">{live(move || drawn(of))}</div>
            <div class="note ways">
                <button class="btn" type="button" on:click=move |_| of.save_drawing()>{t("Download SVG")}</button>
                <button class="btn" type="button" on:click=move |_| of.save_picture()>{t("Download PNG")}</button>
                <button class="btn" type="button" on:click=copy>{t("Copy for SankeyMATIC")}</button>
                <label class="check"><input type="checkbox" prop:checked=of.shares
                    on:change=move |e| of.shares.set(event_target_checked(&e))/>{t("Shares instead of numbers")}</label>
            </div>
            {live(move || flow_table(&of.made.get()))}
        </section>
    }
    .into_any()
}

/// Widths of the drawing where there is room and where there is none, in px: letters keep their size.
const WIDTHS: [(f64, &str); 2] = [(1_000.0, "flow wide"), (600.0, "flow tight")];

fn drawn(of: Insights) -> AnyView {
    let made = of.made.get();
    let drawn = WIDTHS.map(|(width, class)| drawing(of, &made, width, class));
    drawn.into_iter().collect_view().into_any()
}

fn drawing(of: Insights, made: &Made, width: f64, class_of: &'static str) -> AnyView {
    let drawing = Drawing::new(&made.flow, width, of.numbers());
    let class = |node: Node| match tone(node) {
        Tone::Good => "good",
        Tone::On => "",
        Tone::End => "end",
    };
    let ribbons = drawing.ribbons.iter().map(|ribbon| {
        let class = ["rib ", class(ribbon.link.to)].concat();
        view! { <path class=class d=ribbon.outline.clone()/> }
    });
    let nodes = drawing.nodes.iter().map(|rect| {
        let class = ["node ", class(rect.node)].concat();
        view! {
            <rect class=class x=plain(rect.x) y=plain(rect.y) width=plain(rect.width) height=plain(rect.height)/>
            <text x=plain(rect.x + rect.width + 6.0) y=plain(rect.label_y())>
                <tspan class="n">{rect.number.clone()}</tspan>" "{t(rect.node.label())}</text>
        }
    });
    let mut frame = String::from("0 0 ");
    frame.push_str(&plain(drawing.width));
    frame.push(' ');
    frame.push_str(&plain(drawing.height));
    let words = fill(
        "Where {jobs} went. The same numbers are in the table below.",
        &[&jobs(made.flow.jobs)],
    );
    view! {
        <svg class=class_of viewBox=frame role="img" aria-label=words>
            {ribbons.collect_view()}{nodes.collect_view()}</svg>
    }
    .into_any()
}

fn flow_table(made: &Made) -> AnyView {
    let rows = made.flow.links.iter().map(|link| {
        view! { <tr><th scope="row">{t(stage_label(link.from))}</th><td>{t(link.to.label())}</td><td class="num">{link.jobs}</td></tr> }
    });
    view! {
        <details class="as-table"><summary>{t("The same as a table")}</summary>
            <table class="asked"><thead><tr><th scope="col">{t("From")}</th><th scope="col">{t("To")}</th><th scope="col" class="num">{t("Jobs")}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table></details>
    }
    .into_any()
}

/// "4 days", "1 day".
fn days(n: f64) -> String {
    match n.fract() == 0.0 {
        true => count("{n} day | {n} days", n as usize, &[]),
        false => fill("{n} days", &[&decimal(n)]),
    }
}

fn stages(counts: &Counts) -> AnyView {
    let rows = counts.stages.iter().map(|one| {
        let part = if one.stage == Stage::Saved {
            String::new()
        } else {
            share(one.reached, counts.saved)
        };
        let stay = one.days.map(|n| {
            let more = fill("median of {n}", &[&one.left.to_string()]);
            view! { {days(n)}" "<small>{more}</small> }
        });
        view! { <tr><th scope="row">{t(stage_label(one.stage))}</th><td class="num">{one.reached}</td>
        <td class="num">{part}</td><td class="num">{one.now}</td><td>{stay}</td></tr> }
    });
    view! {
        <section class="card" aria-labelledby="h-stages">
            <header><h2 id="h-stages">{t("Stage by stage")}</h2></header>
            <table class="asked" aria-labelledby="h-stages"><thead><tr><th scope="col">{t("Stage")}</th><th scope="col" class="num">{t("Reached")}</th>
                <th scope="col" class="num">{t("Of saved")}</th><th scope="col" class="num">{t("Now")}</th><th scope="col">{t("Stayed")}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
        </section>
    }
    .into_any()
}

fn answers(counts: &Counts) -> AnyView {
    let week = |group: &Group| {
        let day = Day::parse(&group.name);
        day.map_or_else(|| group.name.clone(), day_words)
    };
    let sources = groups(t("Source"), &counts.sources, &|group| match &*group.name {
        "" => t("Not stated").to_string(),
        name => name.to_string(),
    });
    let weeks = groups(t("Week of"), &counts.weeks, &week);
    let body = if counts.applied == 0 {
        view! { <p class="note">{t("Nothing was applied for yet.")}</p> }.into_any()
    } else {
        view! { {sources}{weeks} }.into_any()
    };
    view! {
        <section class="card" aria-labelledby="h-answers">
            <header><h2 id="h-answers">{t("Answers")}</h2><p>{t("To applications")}</p></header>
            {body}
        </section>
    }
    .into_any()
}

fn groups(name: &'static str, groups: &[Group], words: &dyn Fn(&Group) -> String) -> AnyView {
    let most = groups.iter().map(|group| group.applied).max().unwrap_or(1);
    let rows: Vec<AnyView> = groups
        .iter()
        .map(|group| {
            let answered = of(group.answered, group.applied);
            view! { <tr><th scope="row">{words(group)}</th>
                <td class="w">{bar(most, group.applied, group.answered)}</td><td class="num nowrap">{answered}</td></tr> }
            .into_any()
        })
        .collect();
    view! {
        <table class="asked"><thead><tr><th scope="col">{name}</th><th scope="col"><span class="vh">{t("Drawn")}</span></th>
            <th scope="col" class="num">{t("Answered")}</th></tr></thead><tbody>{rows}</tbody></table>
    }
    .into_any()
}

/// A bar of `most`, `all` of it as a track and `part` of that filled.
fn bar(most: usize, all: usize, part: usize) -> AnyView {
    let mut frame = String::from("0 0 ");
    frame.push_str(&most.max(1).to_string());
    frame.push_str(" 1");
    view! {
        <svg class="bar" viewBox=frame preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width=all height="1"/><rect class="run" width=part height="1"/></svg>
    }
    .into_any()
}

fn pay(paid: &Paid) -> AnyView {
    let mut note = String::new();
    if paid.elsewhere > 0 {
        note = fill(
            "{jobs} in another currency or without the stretch of time: not on this scale.",
            &[&jobs(paid.elsewhere)],
        );
        note.push(' ');
    }
    note.push_str(t("At the hours and rates you entered under Compare."));
    let head = fill(
        "{currency} a year; {jobs} without pay",
        &[paid.currency.unwrap_or(t("Pay")), &jobs(paid.unstated)],
    );
    if let Some(floor) = paid.floor {
        let least = amount_words(floor, paid.currency);
        note.insert(0, ' ');
        note.insert_str(
            0,
            &fill("Dashed line: the least you wish for, {amount}.", &[&least]),
        );
    }
    let axis = [0.0, paid.end / 2.0, paid.end]
        .map(|n| view! { <span>{amount_words(n, paid.currency)}</span> });
    let rows: Vec<AnyView> = paid
        .rows
        .iter()
        .take(PAID)
        .map(|row| paid_row(row, paid.end, paid.floor))
        .collect();
    let body = if rows.is_empty() {
        view! { <p class="note">{t("No saved job states its pay in a way that can be compared.")}</p> }
            .into_any()
    } else {
        view! {
            <table class="strip" aria-labelledby="h-pay"><thead><tr><th scope="col"><span class="vh">{t("Job")}</span></th>
                <td class="axis" aria-hidden="true"><span>{axis.into_iter().collect_view()}</span></td>
                <th scope="col" class="num"><span class="vh">{t("Pay a year")}</span></th></tr></thead><tbody>{rows}</tbody></table>
            <p class="note">{note}</p>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="h-pay"><header><h2 id="h-pay">{t("Pay")}</h2><p>{head}</p></header>{body}</section>
    }
    .into_any()
}

fn paid_row(row: &PaidRow, end: f64, floor: Option<f64>) -> AnyView {
    let at = |n: f64| n / end.max(1.0) * 80.0;
    let low = row.min.or(row.max).unwrap_or(0.0);
    let high = row.max.or(row.min).unwrap_or(0.0);
    let width = (at(high) - at(low)).max(0.8);
    let maybe = row.min.is_none().then(|| {
        view! { <rect class="maybe" x="0.5" y="1.5" width=plain((at(high) - 0.5).max(0.0)) height="5"/> }
    });
    let open = row.max.is_none().then(|| {
        view! { <rect class="maybe" x=plain(at(low)) y="1.5" width=plain((80.0 - at(low)).max(0.0)) height="5"/> }
    });
    let floor = floor.map(|n| {
        let x = plain(at(n));
        view! { <line class="floor" x1=x.clone() x2=x y1="-2" y2="10"/> }
    });
    view! {
        <tr><th scope="row"><a class="job-title" href=Route::Job(row.id.to_string()).to_string()>{row.title.clone()}</a></th>
            <td class="scale"><svg class="bar" viewBox="0 0 80 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" y="3.5" width="80" height="1"/><path class="tick" d="M0 0v8M40 1.5v5M80 0v8"/>{floor}{maybe}{open}
                <rect class="run" x=plain(at(low)) y="1" width=plain(width) height="6"/></svg></td>
            <td class="amt num nowrap">{row.words.clone()}</td></tr>
    }
    .into_any()
}

fn skills(made: &Made) -> AnyView {
    let asked = &made.asked;
    let head = fill("In {jobs} that ask for any", &[&jobs(asked.jobs)]);
    let rows: Vec<AnyView> = asked
        .rows
        .iter()
        .take(SKILLS)
        .map(|row| skill(row, asked.jobs))
        .collect();
    let gap = asked.widest_gap().map(|row| {
        let words = count(
            "{n} of {all} asks for {skill}; you lack it in {lacking}. | {n} of {all} ask for {skill}; you lack it in {lacking}.",
            row.jobs,
            &[&asked.jobs.to_string(), &row.name, &row.lacking.to_string()],
        );
        view! { <p class="note"><span>{words}</span></p> }
    });
    view! {
        <section class="card" aria-labelledby="h-skills"><header><h2 id="h-skills">{t("Skills most asked")}</h2><p>{head}</p></header>
            <table class="asked" aria-labelledby="h-skills"><thead><tr><th scope="col">{t("Skill")}</th><th scope="col"><span class="vh">{t("Drawn")}</span></th>
                <th scope="col" class="num">{t("Asked in")}</th><th scope="col">{t("You")}</th></tr></thead><tbody>{rows}</tbody></table>{gap}
        </section>
    }
    .into_any()
}

/// So many of all.
fn of(n: usize, all: usize) -> String {
    fill("{n} of {all}", &[&n.to_string(), &all.to_string()])
}

fn skill(row: &AskedSkill, all: usize) -> AnyView {
    let you = row.tick.map(|tick| {
        let class = match tick {
            Tick::Have => "m have",
            Tick::Partly => "m partly",
            Tick::Gap => "m gap",
        };
        let other = (row.lacking > 0 && tick != Tick::Gap
            || tick == Tick::Gap && row.lacking < row.jobs)
            .then(|| {
                let words = fill("lacking in {n}", &[&row.lacking.to_string()]);
                view! { <small>{words}</small> }
            });
        view! { <span class=class>{t(tick.label())}</span>{other} }
    });
    view! { <tr><th scope="row">{row.name.clone()}</th><td class="w">{bar(all, all, row.jobs)}</td>
    <td class="num nowrap">{of(row.jobs, all)}</td><td>{you}</td></tr> }
    .into_any()
}
