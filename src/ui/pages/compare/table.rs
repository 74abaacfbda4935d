//! The table: a column a job, a row a fact, a demand, a skill, a duty, a benefit.

use leptos::prelude::*;

use super::pay;
use crate::extract::{Asked, Strength};
use crate::job::compare::align::Group;
use crate::job::compare::{Cell, Column, Sheet, SkillRow};
use crate::job::{Day, FactKind, Row, Tick, Value};
use crate::route::Route;
use crate::state::words::{days_away, said};
use crate::state::{Comparing, HERE, fill, focus_soon, mark, t, today};

/// The table of `sheet`.
pub fn table(of: Comparing, sheet: &Sheet) -> AnyView {
    let differing = of.differing.get();
    let base = sheet.baseline;
    let wide = (sheet.columns.len() + 1).to_string();
    let heads: Vec<AnyView> = (0..sheet.columns.len())
        .map(|at| head(of, sheet, at))
        .collect();
    view! {
        <div class="scroll" id="comparison" role="region" aria-label=t("Comparison, scrolls sideways") tabindex="0">
            <table class="cmp" class:two=sheet.columns.len() == 2 style=("--n", sheet.columns.len().to_string()) aria-label=t("Comparison")>
                <thead><tr><td><span class="vh">{t("Fact")}</span></td>{heads}</tr></thead>
                {part(t("Facts"), &wide, facts(of, sheet, differing))}
                {part(t("What they ask, line against line"), &wide, asks(of, sheet, base, differing))}
                {part(t("Skills"), &wide, skills(sheet, base, differing))}
                {part(t("Duties"), &wide, lines(sheet, &sheet.duties, differing, |c, n| c.duties[n].text.clone()))}
                {part(t("Benefits"), &wide, lines(sheet, &sheet.benefits, differing, |c, n| c.benefits[n].text.clone()))}
            </table>
        </div>
        <div class="note"><span class="must">{t("must")}</span><span class="nice">{t("nice")}</span>{pay::legend(of, sheet)}</div>
    }
    .into_any()
}

fn head(of: Comparing, sheet: &Sheet, at: usize) -> AnyView {
    let column = &sheet.columns[at];
    let id = &column.id;
    let name = sheet.name(&HERE, at);
    let title = column.name(&HERE).to_string();
    let is_base = sheet.baseline == Some(at);
    let button = |class: &'static str,
                  sign: &'static str,
                  what: &str,
                  off: bool,
                  act: fn(Comparing, &crate::job::JobId)| {
        let (id, focus) = (id.clone(), format!("{class}-{id}"));
        let press = move |_| {
            act(of, &id);
            // What can no longer be pressed takes no focus: the button beside it keeps it then.
            focus_soon(format!("base-{id}"));
            focus_soon(format!("{class}-{id}"));
        };
        view! {
            <button class="btn tiny" type="button" id=focus aria-label=format!("{what} {name}") title=what.to_string() disabled=off
                on:click=press>{sign}</button>
        }
        .into_any()
    };
    let last = at + 1 == sheet.columns.len();
    let base_id = id.clone();
    let press_base = move |_| {
        of.set_baseline(&base_id);
        focus_soon(format!("base-{base_id}"));
    };
    view! {
        <th scope="col" class:base=is_base>
            <a class="job-title" href=Route::Job(id.to_string()).to_string() lang=column.lang>{title}</a>
            <small>{column.company().map(str::to_string)}</small>
            <div class="acts">
                <button class="btn tiny" type="button" id=format!("base-{id}") aria-pressed=is_base.to_string()
                    aria-label=fill("Baseline: {name}", &[&name]) on:click=press_base>{t("Baseline")}</button>
                {button("left", "←", t("Move left:"), at == 0, |of, id| of.shift(id, false))}
                {button("right", "→", t("Move right:"), last, |of, id| of.shift(id, true))}
                {button("out", "×", t("Take out:"), false, |of, id| {
                    of.take_out(id);
                    focus_soon("comparison".into());
                })}
            </div>
        </th>
    }
    .into_any()
}

/// A part of the table under its name; nothing where it has no rows.
fn part(name: &'static str, wide: &str, rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| {
        view! {
            <tbody>
                <tr class="part"><th scope="rowgroup" colspan=wide.to_string()><span>{name}</span></th></tr>
                {rows}
            </tbody>
        }
        .into_any()
    })
}

/// A row: its name and a cell a job.
pub fn row(name: AnyView, cells: Vec<AnyView>, base: Option<usize>) -> AnyView {
    let cell = |(at, content): (usize, AnyView)| {
        let is_base = base == Some(at);
        view! { <td class:base=is_base>{content}</td> }.into_any()
    };
    let cells: Vec<AnyView> = cells.into_iter().enumerate().map(cell).collect();
    view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
}

fn facts(of: Comparing, sheet: &Sheet, differing: bool) -> Vec<AnyView> {
    let mut rows = Vec::new();
    let mut nowhere: Vec<&str> = Vec::new();
    for fact in &sheet.facts {
        if differing && !fact.differs {
            continue;
        }
        if fact
            .cells
            .iter()
            .all(|cell| cell.words.is_none() && !cell.is_yours)
        {
            nowhere.push(t(fact.kind.label()));
            continue;
        }
        if fact.kind == FactKind::Pay {
            rows.extend(pay::rows(of, sheet, fact));
            continue;
        }
        let cell = |(at, said): (usize, &Cell)| {
            let left = left(&sheet.columns[at]).filter(|_| fact.kind == FactKind::Deadline);
            let as_base = sheet.baseline.is_some_and(|base| base != at) && !said.off_baseline;
            view! { <div class:as-base=as_base>{cell(of, key(sheet, at, fact.kind), said)}{left}</div> }.into_any()
        };
        let cells = fact.cells.iter().enumerate().map(cell).collect();
        rows.push(row(t(fact.kind.label()).into_any(), cells, sheet.baseline));
    }
    if !nowhere.is_empty() {
        // A row each would say the same thing as often as there are jobs.
        let wide = sheet.columns.len().to_string();
        let words = nowhere.join(", ");
        let row = view! {
            <tr><th scope="row">{t("Stated by none")}</th><td colspan=wide><span class="unknown">{words}</span></td></tr>
        };
        rows.push(row.into_any());
    }
    rows
}

/// How far off the last day to apply is; the nearer, the heavier.
fn left(column: &Column) -> Option<AnyView> {
    let Some(Value::When(when)) = column.card.value(FactKind::Deadline) else {
        return None;
    };
    let day = Day::resolve(when, column.read_on)?;
    let class = match day.days_from(today()) {
        0..=3 => "due now",
        4..=14 => "due soon",
        _ => "due far",
    };
    let words = days_away(day, today());
    Some(view! { <small><span class=class>{words}</span></small> }.into_any())
}

/// What a fact of a column is called among what is folded open.
pub fn key(sheet: &Sheet, at: usize, kind: FactKind) -> String {
    format!("{} {}", sheet.columns[at].id, kind.label())
}

/// A fact of one job, with the words it came from on demand.
pub fn cell(of: Comparing, key: String, cell: &Cell) -> AnyView {
    let value = match &cell.words {
        Some(words) => words.clone().into_any(),
        None => view! { <span class="unknown">{t("not stated")}</span> }.into_any(),
    };
    view! { {with_words(of, key, value, &cell.evidence)}{yours(cell)} }.into_any()
}

/// The mark of a correction or an offer, and what was read.
pub fn yours(cell: &Cell) -> Option<AnyView> {
    cell.is_yours.then(|| {
        let read = cell.read.clone().map(|read| view! { " "<del>{read}</del> });
        let whose = if cell.is_offer {
            t("offered")
        } else {
            t("yours")
        };
        view! { <small><span class="yours">{whose}</span>{read}</small> }.into_any()
    })
}

/// A value that opens to show the words it came from.
pub fn with_words(of: Comparing, key: String, value: AnyView, evidence: &[String]) -> AnyView {
    if evidence.is_empty() {
        return value;
    }
    let quotes = evidence
        .iter()
        .take(4)
        .map(|q| view! { <q class="verbatim">{q.clone()}</q> });
    opens(of, key, value, quotes.collect_view().into_any())
}

/// What shows more on demand, and stays as it is when the table is drawn anew.
pub fn opens(of: Comparing, key: String, summary: AnyView, more: AnyView) -> AnyView {
    let open = of.is_open(&key);
    view! {
        <details class="why" open=open><summary on:click=move |_| of.fold(&key)>{summary}</summary>{more}</details>
    }
    .into_any()
}

fn asks(of: Comparing, sheet: &Sheet, base: Option<usize>, differing: bool) -> Vec<AnyView> {
    let mut rows = Vec::new();
    if sheet.columns.iter().any(|c| !c.checklist.rows.is_empty()) {
        rows.push(musts(of, sheet));
    }
    let (shared, single) = apart(&sheet.asks);
    let draw = |at: usize, n: usize| ask(&sheet.columns[at], &sheet.columns[at].checklist.rows[n]);
    for group in shared {
        if differing && group.count() == sheet.columns.len() {
            continue;
        }
        let cell = |(at, members): (usize, &Vec<usize>)| match members.is_empty() {
            true => view! { <span class="none">{t("not asked")}</span> }.into_any(),
            false => members
                .iter()
                .map(|n| draw(at, *n))
                .collect_view()
                .into_any(),
        };
        let cells = group.members.iter().enumerate().map(cell).collect();
        rows.push(row(group_name(group, sheet), cells, base));
    }
    rows.extend(singles(t("Only one asks"), sheet, &single, &draw));
    rows
}

/// The rows that more than one job has, and those of one alone.
fn apart(groups: &[Group]) -> (Vec<&Group>, Vec<&Group>) {
    groups.iter().partition(|group| group.count() > 1)
}

/// What one job alone has, in one row: a row each would make the table as long as all jobs together.
fn singles(
    name: &'static str,
    sheet: &Sheet,
    groups: &[&Group],
    draw: &dyn Fn(usize, usize) -> AnyView,
) -> Option<AnyView> {
    if groups.is_empty() {
        return None;
    }
    let cell = |at: usize| {
        let own = groups.iter().flat_map(|group| &group.members[at]);
        let lines: Vec<AnyView> = own.map(|n| draw(at, *n)).collect();
        or_none(lines)
    };
    let cells = (0..sheet.columns.len()).map(cell).collect();
    Some(row(name.into_any(), cells, sheet.baseline))
}

fn or_none(lines: Vec<AnyView>) -> AnyView {
    if lines.is_empty() {
        return view! { <span class="none">"–"<span class="vh">{t("none")}</span></span> }
            .into_any();
    }
    lines.into_any()
}

fn musts(of: Comparing, sheet: &Sheet) -> AnyView {
    let cell = |at: usize| {
        let column = &sheet.columns[at];
        let (met, open) = sheet.musts(at);
        if met + open == 0 {
            return view! { <span class="none">{t("none found")}</span> }.into_any();
        }
        let open_ones = column
            .checklist
            .of(Strength::Must)
            .filter(|r| r.tick != Some(Tick::Have));
        let list: Vec<String> = open_ones.map(|r| r.text.clone()).collect();
        view! { <b class="nowrap">{fill("{met} of {all} met", &[&met.to_string(), &(met + open).to_string()])}</b>{opened(of, format!("{} musts", column.id), open, list)} }
            .into_any()
    };
    let cells = (0..sheet.columns.len()).map(cell).collect();
    row(t("Must-haves").into_any(), cells, sheet.baseline)
}

/// The open musts, on demand.
fn opened(of: Comparing, key: String, open: usize, list: Vec<String>) -> Option<AnyView> {
    (open > 0).then(|| {
        let lines = list
            .into_iter()
            .map(|text| view! { <q class="verbatim">{text}</q> });
        let summary = view! { <small>{fill("{n} open", &[&open.to_string()])}</small> };
        opens(of, key, summary.into_any(), lines.collect_view().into_any())
    })
}

fn ask(column: &Column, row: &Row) -> AnyView {
    let tick = row.tick.map(|tick| {
        view! { <span class=tick_class(tick)>{t(tick.label())}</span> }
    });
    let strength = match row.strength {
        Strength::Must => mark("must"),
        Strength::Nice => mark("nice"),
    };
    view! {
        <div class="ask-line">{tick}<span class=strength><span class="vh">{t(strength)}" "</span></span>
            <small class="verbatim" lang=column.lang>{row.text.clone()}</small></div>
    }
    .into_any()
}

fn tick_class(tick: Tick) -> &'static str {
    match tick {
        Tick::Have => "m have",
        Tick::Partly => "m partly",
        Tick::Gap => "m gap",
    }
}

/// What a row of demands is called, and how many jobs have it.
fn group_name(group: &Group, sheet: &Sheet) -> AnyView {
    let name = group.name.as_deref().map_or(t("Other"), said);
    let count = group.count();
    let told = match count {
        1 => None,
        n if n == sheet.columns.len() => Some(t("all").to_string()),
        n => Some(fill(
            "{n} of {all}",
            &[&n.to_string(), &sheet.columns.len().to_string()],
        )),
    };
    view! { {capital(name)}{told.map(|told| view! { <small>{told}</small> })} }.into_any()
}

fn capital(name: &str) -> String {
    let mut chars = name.chars();
    let first: String = chars
        .next()
        .map(|c| c.to_uppercase().collect())
        .unwrap_or_default();
    first + chars.as_str()
}

fn skills(sheet: &Sheet, base: Option<usize>, differing: bool) -> Vec<AnyView> {
    let tick_of = |skill: &SkillRow| {
        let tick = |tick: Tick| view! { <span class=tick_class(tick)>{t(tick.label())}</span> };
        skill.tick.map(tick)
    };
    let count = |skill: &SkillRow| skill.asked.iter().flatten().count();
    let mut rows = Vec::new();
    for skill in sheet.skills.iter().filter(|s| count(s) > 1) {
        if differing && skill.asked.windows(2).all(|pair| pair[0] == pair[1]) {
            continue;
        }
        let name =
            view! { <span class="pair">{said(&skill.name).to_string()}" "{tick_of(skill)}</span> };
        let cells = skill.asked.iter().map(asked).collect();
        rows.push(row(name.into_any(), cells, base));
    }
    let own = |at: usize| {
        let mut lines = Vec::new();
        for skill in sheet.skills.iter().filter(|s| count(s) == 1) {
            let (class, word) = match skill.asked[at] {
                Some(Asked::Must) => ("must", t("must")),
                Some(Asked::Nice) => ("nice", t("nice")),
                Some(_) => ("", t("in the work")),
                None => continue,
            };
            let line = view! {
                <div class="ask-line">{tick_of(skill)}<span class=class><span class="vh">{word}" "</span></span>
                    <small>{said(&skill.name).to_string()}</small></div>
            };
            lines.push(line.into_any());
        }
        or_none(lines)
    };
    if sheet.skills.iter().any(|s| count(s) == 1) {
        let cells = (0..sheet.columns.len()).map(own).collect();
        rows.push(row(t("Only one asks").into_any(), cells, base));
    }
    rows
}

fn asked(asked: &Option<Asked>) -> AnyView {
    match asked {
        Some(Asked::Must) => view! { <span class="must">{t("must")}</span> }.into_any(),
        Some(Asked::Nice) => view! { <span class="nice">{t("nice")}</span> }.into_any(),
        Some(_) => view! { <span class="none">{t("in the work")}</span> }.into_any(),
        None => view! { <span class="none">"–"<span class="vh">{t("not asked")}</span></span> }
            .into_any(),
    }
}

/// Duties or benefits.
fn lines(
    sheet: &Sheet,
    groups: &[Group],
    differing: bool,
    text: fn(&Column, usize) -> String,
) -> Vec<AnyView> {
    let mut rows = Vec::new();
    let (shared, single) = apart(groups);
    let draw = |at: usize, n: usize| {
        let column = &sheet.columns[at];
        view! { <small class="verbatim" lang=column.lang>{text(column, n)}</small> }.into_any()
    };
    for group in shared {
        if differing && group.count() == sheet.columns.len() {
            continue;
        }
        let cell = |(at, members): (usize, &Vec<usize>)| {
            or_none(members.iter().map(|n| draw(at, *n)).collect())
        };
        let cells = group.members.iter().enumerate().map(cell).collect();
        rows.push(row(group_name(group, sheet), cells, sheet.baseline));
    }
    rows.extend(singles(t("Only one names"), sheet, &single, &draw));
    rows
}
