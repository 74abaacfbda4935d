//! The report of applications: which days it is of, what it lists, and the table as a file. Changes and
//! stores nothing.

use leptos::prelude::*;

use super::dossier::adopt_paper_styles;
use super::{App, HERE, Shared, parts, t, today};
use crate::browser::download;
use crate::extract::Contact;
use crate::job::report::{Asked, Effort, report};
use crate::job::{Day, Job};
use crate::transfer::csv;

/// The report. Copied freely: it is handles of signals, which live as long as its page.
#[derive(Clone, Copy)]
pub struct Report {
    /// What it is of.
    pub asked: RwSignal<Asked>,
    /// What it lists.
    pub efforts: Memo<Shared<Vec<Effort>>>,
    app: App,
}

impl Report {
    /// The report of this month.
    #[must_use]
    pub fn new(app: App) -> Self {
        adopt_paper_styles();
        app.jobs.refresh();
        app.parts.reader.fetch();
        let asked = RwSignal::new(month(today(), 0));
        let all = Memo::new(move |_| {
            let rows = app.jobs.rows.get();
            let jobs = rows.iter();
            let jobs = jobs.filter_map(|found| app.jobs.load(&found.row.id).ok().flatten());
            Shared::new(jobs.collect::<Vec<Job>>())
        });
        let efforts = Memo::new(move |_| {
            let all = all.get();
            let mut efforts = report(&HERE, &all, asked.get());
            if app.parts.reader.is_here() {
                for effort in efforts.iter_mut().filter(|e| e.contacts.is_empty()) {
                    let job = all.iter().find(|job| job.id == effort.id);
                    effort.contacts = job.map_or_else(Vec::new, named_in);
                }
            }
            Shared::new(efforts)
        });
        Self {
            asked,
            efforts,
            app,
        }
    }

    /// Sets the days to the month of today, or one so many before.
    pub fn set_month(self, back: i32) {
        self.asked.update(|asked| {
            *asked = Asked {
                earlier: asked.earlier,
                ..month(today(), back)
            };
        });
    }

    /// Sets the days to all there are.
    pub fn set_all(self) {
        let days = self.app.jobs.rows.with_untracked(|rows| {
            let days = rows.iter().filter_map(|found| {
                let job = self.app.jobs.load(&found.row.id).ok().flatten()?;
                job.history.iter().map(|event| event.on.day()).min()
            });
            days.min()
        });
        self.asked.update(|asked| {
            asked.from = days.unwrap_or(asked.from);
            asked.to = today();
        });
    }

    /// Gives the person the report as a table.
    pub fn download(self) {
        let asked = self.asked.get_untracked();
        let name = [
            "applications-",
            &asked.from.to_string(),
            "-",
            &asked.to.to_string(),
            ".csv",
        ];
        let text = self
            .efforts
            .with_untracked(|efforts| csv::report(&HERE, efforts));
        let given = download::text(&name.concat(), "text/csv", &text);
        self.app
            .notices
            .gave(given, t("The report is among your downloads."));
    }
}

/// The month so many before that of `day`, as far as it is known.
fn month(day: Day, back: i32) -> Asked {
    let mut first = day.plus(1 - i32::from(day.day()));
    let mut last = day;
    for _ in 0..back {
        last = first.plus(-1);
        first = last.plus(1 - i32::from(last.day()));
    }
    Asked {
        from: first,
        to: last,
        earlier: false,
    }
}

/// Whom the posting names.
fn named_in(job: &Job) -> Vec<String> {
    let Some(posting) = parts::read(&job.source) else {
        return Vec::new();
    };
    let contacts = posting.application.contacts.into_iter();
    let words = contacts.map(|contact| match contact.value {
        Contact::Email(words) | Contact::Phone(words) | Contact::Person(words) => words,
    });
    words.collect()
}
