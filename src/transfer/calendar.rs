//! What jobs have ahead as a calendar file (RFC 5545): deadlines, dated steps of the application,
//! interviews, offers to be answered, reminders. An entry keeps its name for good, so that importing a later file changes it and doubles nothing. Interviews stand in
//! UTC; reminders on the clock of wherever the person is; deadlines and what has no hour as whole days.
//! Never says how long something takes where nobody said so.

use crate::job::tongue::Tongue;
use crate::job::{
    Card, Dated, Day, Event, FactKind, History, Job, JobId, LocalTime, Moment, Reminder, Reminders,
    Repeat, Round, Value,
};

/// What the calendar needs of a job.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Which job.
    pub id: &'a JobId,
    /// Its title.
    pub title: &'a str,
    /// Its employer, where known.
    pub company: Option<&'a str>,
    /// The last day to apply, where known to the day.
    pub closes: Option<Day>,
    /// When the job was last changed.
    pub changed: Moment,
    /// The dated steps of the application, in the posting's words.
    pub steps: &'a [(LocalTime, String)],
    /// The day by which an offer is to be answered, and when that was said.
    pub answer_by: Option<(Day, Moment)>,
    /// What happened to it.
    pub history: &'a History,
    /// Its reminders.
    pub reminders: &'a Reminders,
}

/// A calendar of all that `jobs` have, from their facts as last read and corrected.
#[must_use]
pub fn of_jobs(tongue: &Tongue, jobs: &[Job]) -> String {
    let cards: Vec<Card> = jobs.iter().map(Job::card).collect();
    let mut subjects = Vec::new();
    for (job, card) in jobs.iter().zip(&cards) {
        subjects.push(Subject {
            id: &job.id,
            title: card
                .text(FactKind::Title)
                .unwrap_or(tongue.t("Untitled job")),
            company: card.text(FactKind::Company),
            closes: match card.value(FactKind::Deadline) {
                Some(Value::When(when)) => Day::resolve(when, job.read_on),
                _ => None,
            },
            changed: job.changed(),
            steps: &job.reading.steps,
            answer_by: job.dossier.answer_by(job.read_on),
            history: &job.history,
            reminders: &job.reminders,
        });
    }
    calendar(tongue, &subjects)
}

/// A calendar of all that `jobs` have, past entries too, in the order of `jobs`. Lines end as the
/// format asks, with CR LF. It is for the person to read, so it speaks `tongue`.
#[must_use]
pub fn calendar(tongue: &Tongue, jobs: &[Subject]) -> String {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Rolecard//Rolecard//EN");
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    for job in jobs {
        if let Some(day) = job.closes {
            let words = with_job(tongue.t("Applications close"), job);
            file.open(job, "deadline", "", job.changed, &words);
            file.date("DTSTART", day);
            file.line("TRANSP", "TRANSPARENT");
            file.line("END", "VEVENT");
        }
        for (n, (at, text)) in job.steps.iter().enumerate() {
            // The deadline said again.
            if job.closes == Some(at.day) {
                continue;
            }
            step(&mut file, job, n, *at, text);
        }
        for (event, round) in job.history.rounds() {
            interview(tongue, &mut file, job, event, round);
        }
        if let Some((day, said)) = job.answer_by {
            let words = with_job(tongue.t("Answer the offer"), job);
            file.open(job, "answer", "", said, &words);
            file.date("DTSTART", day);
            file.line("TRANSP", "TRANSPARENT");
            file.rings(tongue.t("Answer the offer"), "PT9H");
            file.line("END", "VEVENT");
        }
        for reminder in job.reminders.open() {
            remind(&mut file, job, reminder);
        }
    }
    file.line("END", "VCALENDAR");
    file.text
}

/// A step has no name of its own: it is told from the others by its place among them.
fn step(file: &mut File, job: &Subject, n: usize, at: LocalTime, text: &str) {
    let words = with_job(text, job);
    file.open(job, "step", &n.to_string(), job.changed, &words);
    match at.minute {
        Some(_) => file.line("DTSTART", &wall(at)),
        None => file.date("DTSTART", at.day),
    }
    file.line("TRANSP", "TRANSPARENT");
    file.line("END", "VEVENT");
}

fn interview(tongue: &Tongue, file: &mut File, job: &Subject, event: &Event, round: &Round) {
    let words = with_job(tongue.t(round.kind.label()), job);
    file.open(job, "interview", &event.id, event.changed, &words);
    match event.on.local.minute {
        Some(_) => {
            file.line("DTSTART", &utc(event.on.moment()));
            if let Some(minutes) = round.minutes {
                file.line("DURATION", &format!("PT{minutes}M"));
            }
        }
        None => file.date("DTSTART", event.on.day()),
    }
    if !round.place.trim().is_empty() {
        file.written("LOCATION", &round.place);
    }
    let mut about = String::new();
    if !round.people.trim().is_empty() {
        about = tongue.fill("With {who}", &[round.people.trim()]);
    }
    if !event.note.trim().is_empty() {
        if !about.is_empty() {
            about.push('\n');
        }
        about.push_str(event.note.trim());
    }
    if !about.is_empty() {
        file.written("DESCRIPTION", &about);
    }
    file.line("END", "VEVENT");
}

fn remind(file: &mut File, job: &Subject, reminder: &Reminder) {
    let words = with_job(&reminder.text, job);
    file.open(job, "reminder", &reminder.id, reminder.changed, &words);
    let due = reminder.due();
    // What comes again starts on a day of its own row, not where one of them was put off to.
    let before = due.day.plus(-1);
    let row = reminder.repeat.after(reminder.first.day, before);
    let start = row.map_or(due, |day| LocalTime {
        day,
        minute: reminder.first.minute,
    });
    match start.minute {
        Some(_) => file.line("DTSTART", &wall(start)),
        None => file.date("DTSTART", start.day),
    }
    if let Some(rule) = rule(reminder) {
        file.line("RRULE", &rule);
    }
    file.line("TRANSP", "TRANSPARENT");
    // a day as a whole rings at nine
    let rings = if start.minute.is_some() {
        "PT0M"
    } else {
        "PT9H"
    };
    file.rings(&reminder.text, rings);
    file.line("END", "VEVENT");
}

fn rule(reminder: &Reminder) -> Option<String> {
    let rule = match reminder.repeat {
        Repeat::Never => return None,
        Repeat::Daily => "FREQ=DAILY",
        Repeat::Weekly => "FREQ=WEEKLY",
        Repeat::Monthly => "FREQ=MONTHLY",
    };
    let mut rule = rule.to_string();
    let day = reminder.first.day.day();
    if reminder.repeat == Repeat::Monthly && day > 28 {
        // the format leaves out months without such a day; here they take their last
        rule.push_str(";BYMONTHDAY=28");
        for other in 29..=day {
            rule.push(',');
            rule.push_str(&other.to_string());
        }
        rule.push_str(";BYSETPOS=-1");
    }
    Some(rule)
}

/// `what: Title, Company`.
fn with_job(what: &str, job: &Subject) -> String {
    let mut words = what.trim().to_string();
    words.push_str(": ");
    words.push_str(job.title);
    if let Some(company) = job.company {
        words.push_str(", ");
        words.push_str(company);
    }
    words
}

/// `20261124T090000Z`.
fn utc(moment: Moment) -> String {
    let mut text = wall(Dated::of(moment, 0).local);
    text.push('Z');
    text
}

/// `20261124T090000`, on whatever clock.
fn wall(time: LocalTime) -> String {
    let minute = time.minute.unwrap_or(0);
    let mut text = date(time.day);
    text.push_str(&format!("T{:02}{:02}00", minute / 60, minute % 60));
    text
}

/// `20261124`.
fn date(day: Day) -> String {
    day.to_string().replace('-', "")
}

#[derive(Default)]
struct File {
    text: String,
}

impl File {
    /// Begins an entry, with what all of them have.
    fn open(&mut self, job: &Subject, kind: &str, id: &str, changed: Moment, words: &str) {
        self.line("BEGIN", "VEVENT");
        let mut uid = String::from(kind);
        for part in [job.id.as_str(), id] {
            if !part.is_empty() {
                uid.push('-');
                uid.push_str(part);
            }
        }
        uid.push_str("@rolecard");
        self.line("UID", &uid);
        self.line("DTSTAMP", &utc(changed));
        self.line("LAST-MODIFIED", &utc(changed));
        self.written("SUMMARY", words);
    }

    /// An alarm so long after the entry begins.
    fn rings(&mut self, words: &str, after: &str) {
        self.line("BEGIN", "VALARM");
        self.line("ACTION", "DISPLAY");
        self.written("DESCRIPTION", words);
        self.line("TRIGGER", after);
        self.line("END", "VALARM");
    }

    fn date(&mut self, name: &str, day: Day) {
        let mut name = name.to_string();
        name.push_str(";VALUE=DATE");
        self.line(&name, &date(day));
    }

    /// A line whose value is text of a person's: its signs are escaped.
    fn written(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len());
        for c in text.replace("\r\n", "\n").chars() {
            match c {
                '\\' | ';' | ',' => {
                    value.push('\\');
                    value.push(c);
                }
                '\n' | '\r' => value.push_str("\\n"),
                '\t' => value.push(' '),
                c if c.is_control() => {}
                c => value.push(c),
            }
        }
        self.line(name, &value);
    }

    /// A line, folded so that none has more than 75 bytes. No fold stands beside a blank, which some
    /// programs lose there.
    fn line(&mut self, name: &str, value: &str) {
        let mut line = name.to_string();
        line.push(':');
        line.push_str(value);
        let mut rest = line.as_str();
        let mut room = 75;
        while rest.len() > room {
            let border = (0..=room).rev().find(|at| rest.is_char_boundary(*at));
            let (fits, _) = rest.split_at(border.unwrap_or(0));
            let is_blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
            let between = fits.char_indices().rev().map(|(at, _)| at);
            let between = between.filter(|at| *at > 0);
            let cut = [fits.len()].into_iter().chain(between).find(|at| {
                let (before, after) = rest.split_at(*at);
                !is_blank(before.chars().next_back()) && !is_blank(after.chars().next())
            });
            let (before, after) = rest.split_at(cut.unwrap_or(fits.len()));
            self.text.push_str(before);
            self.text.push_str("\r\n ");
            (rest, room) = (after, 74);
        }
        self.text.push_str(rest);
        self.text.push_str("\r\n");
    }
}
