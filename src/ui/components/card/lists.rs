//! In short, Duties, Benefits, How to apply: the posting's own words, each line pointing at its place.

use leptos::prelude::*;

use super::{lit, region};
use crate::extract::date::When;
use crate::extract::{Application, Contact, Item, Posting, Step};
use crate::job::Subject;
use crate::job::words::perk_word;
use crate::state::words::when_words;
use crate::state::{OpenPosting, fill, t};
use crate::ui::components::reach;
use crate::ui::live;

/// The sentences that say most about the work.
pub fn in_short(open: OpenPosting) -> AnyView {
    list(open, "h-short", t("In short"), |p| &p.in_short)
}

/// What the person will do.
pub fn duties(open: OpenPosting) -> AnyView {
    list(open, "h-duties", t("Duties"), |p| &p.duties)
}

/// What is offered, and before it what a person looks for, in a few words each.
pub fn benefits(open: OpenPosting) -> AnyView {
    let none = move || {
        let read = open.read.get();
        let is_none = read.posting.benefits.is_empty() && read.posting.perks.is_empty();
        is_none.then_some(t("none found"))
    };
    let content = live(move || view! { {perks(open)}{lines(open, |p| &p.benefits)} }.into_any());
    region(
        "h-benefits",
        t("Benefits"),
        live(move || none().into_any()),
        content,
    )
}

/// A chip for each kind of perk, with the words that say so.
fn perks(open: OpenPosting) -> AnyView {
    let read = open.read.get();
    if read.posting.perks.is_empty() {
        return ().into_any();
    }
    let lang = read.posting.lang.map(|l| l.0);
    let chips = read.posting.perks.iter().map(|perk| {
        let subjects: Vec<Subject> = perk.evidence.iter().map(|s| Subject::Words(*s)).collect();
        let codes: Vec<String> = subjects.iter().map(|s| s.code()).collect();
        view! {
            <li class:lit=lit(open, subjects) data-subject=codes.join(" ")>
                <b>{t(perk_word(perk.value.kind))}</b>" "<span class="verbatim" lang=lang>{perk.value.text.clone()}</span>
            </li>
        }
        .into_any()
    });
    view! { <ul class="perks" aria-label=t("Culture and benefits")>{chips.collect_view()}</ul> }
        .into_any()
}

fn list(
    open: OpenPosting,
    id: &'static str,
    name: &'static str,
    items: fn(&Posting) -> &Vec<Item>,
) -> AnyView {
    let none = move || {
        items(&open.read.get().posting)
            .is_empty()
            .then_some(t("none found"))
    };
    region(
        id,
        name,
        live(move || none().into_any()),
        live(move || lines(open, items)),
    )
}

fn lines(open: OpenPosting, items: fn(&Posting) -> &Vec<Item>) -> AnyView {
    let read = open.read.get();
    let items = items(&read.posting);
    if items.is_empty() {
        return ().into_any();
    }
    let rows = items.iter().map(|i| line(open, i)).collect_view();
    view! { <ul class="lines">{rows}</ul> }.into_any()
}

/// One item, in the posting's own words.
fn line(open: OpenPosting, item: &Item) -> AnyView {
    let subject = Subject::Words(item.span);
    let lang = open.read.get_untracked().posting.lang.map(|l| l.0);
    view! {
        <li class="verbatim" class:lit=lit(open, vec![subject]) data-subject=subject.code() lang=lang>
            {item.text.clone()}
        </li>
    }
    .into_any()
}

/// What the posting says of applying, the dates of the process, and whom to reach.
pub fn how_to_apply(open: OpenPosting) -> AnyView {
    let is_empty = |a: &Application| {
        a.items.is_empty() && a.steps.is_empty() && a.contacts.is_empty() && a.links.is_empty()
    };
    let none = move || is_empty(&open.read.get().posting.application).then_some(t("none found"));
    let content = move || {
        let read = open.read.get();
        let how = &read.posting.application;
        // What has a date stands in the timeline, and not twice.
        let dated = |item: &&Item| !how.steps.iter().any(|s| s.what.span.overlaps(item.span));
        let rows: Vec<_> = how
            .items
            .iter()
            .filter(dated)
            .map(|i| line(open, i))
            .collect();
        let items = (!rows.is_empty()).then(|| view! { <ul class="lines">{rows}</ul> });
        let steps = (!how.steps.is_empty()).then(|| {
            let rows = how.steps.iter().map(|s| step(open, s)).collect_view();
            view! { <ol class="lines steps" aria-label=t("Timeline")>{rows}</ol> }
        });
        let ways: Vec<AnyView> = how
            .contacts
            .iter()
            .map(|c| contact(&c.value))
            .chain(how.links.iter().map(|l| link(&l.value)))
            .collect();
        let ways = (!ways.is_empty())
            .then(|| view! { <ul class="ways" aria-label=t("Contacts and links")>{ways}</ul> });
        view! { {items}{steps}{ways} }
    };
    region(
        "h-apply",
        t("How to apply"),
        live(move || none().into_any()),
        live(move || content().into_any()),
    )
}

fn step(open: OpenPosting, step: &Step) -> AnyView {
    let read_on = open.read_on.get_untracked();
    let words = |when: &When| when_words(when, read_on);
    let mut time = words(&step.from);
    if let Some(to) = &step.to {
        time = fill("{from} to {to}", &[&time, &words(to)]);
    }
    let subject = Subject::Words(step.what.span);
    view! {
        <li class:lit=lit(open, vec![subject]) data-subject=subject.code()>
            <time>{time}</time><span class="verbatim">{step.what.text.clone()}</span>
        </li>
    }
    .into_any()
}

fn contact(contact: &Contact) -> AnyView {
    let way = match contact {
        Contact::Email(address) => reach::mail(address),
        Contact::Phone(number) => reach::phone(number),
        Contact::Person(name) => name.clone().into_any(),
    };
    view! { <li>{way}</li> }.into_any()
}

fn link(address: &str) -> AnyView {
    view! { <li>{reach::web(address, address)}</li> }.into_any()
}
