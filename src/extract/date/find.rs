//! Finds dates and stretches of time in the words of a document. Says what they are, never what they
//! are for. Bounded work a word.

use std::ops::Range;

use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::span::Span;
use super::clock;
use super::forms::{
    Numeric, WORDS, date, day_and_month, day_month, iso, month_day, season, year_alone,
};
use super::relative::relative;
use super::{Date, When};
use crate::extract::word::{among, lower};

/// A date or stretch of time as it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// The date, or the first of a stretch.
    pub from: When,
    /// The last date of a stretch.
    pub to: Option<When>,
    /// Its words with hour and zone, as they stand.
    pub span: Span,
    /// The same as indices into [`Document::words`].
    pub words: Range<usize>,
}

/// Which of two numbers of an all-number date is the day. Read once a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    month_first: bool,
}

/// The dates and stretches in the words `range`, in order. Many ranges of one document are read
/// faster through one [`Calendar`].
#[must_use]
pub fn find(doc: &Document<'_>, range: Range<usize>) -> Vec<Dated> {
    Calendar::of(doc).find(doc, range)
}

impl Calendar {
    /// The order of day and month in the document: by the dates that leave no choice, then by
    /// language and by signs of a country that writes the day first.
    #[must_use]
    pub fn of(doc: &Document<'_>) -> Self {
        let (mut days, mut months) = (0, 0);
        for i in 0..doc.words.len().saturating_sub(2) {
            if let Some(n) = Numeric::at(doc, i) {
                days += usize::from(n.first > 12 && n.second <= 12);
                months += usize::from(n.second > 12 && n.first <= 12);
            }
        }
        let english = doc.lang.is_none_or(|l| l.0 == "en");
        let month_first = if days + months > 0 {
            months > days
        } else {
            english && !writes_day_first(doc)
        };
        Self { month_first }
    }

    /// The dates and stretches in the words `range`, in order.
    #[must_use]
    pub fn find(&self, doc: &Document<'_>, range: Range<usize>) -> Vec<Dated> {
        let mut found = stretches(doc, self.scan(doc, range));
        found.retain(|d| match &d.from {
            When::On(date) => date.year > 0 && date.month.is_some(),
            When::Yearless(_) | When::Relative(_) | When::Soon => true,
        });
        found
    }

    /// Single points in time, years alone and dates without a year among them.
    pub(super) fn scan(&self, doc: &Document<'_>, range: Range<usize>) -> Vec<Dated> {
        let mut found: Vec<Dated> = Vec::new();
        let end = range.end.min(doc.words.len());
        let mut i = range.start;
        while i < end {
            let Some(mut dated) = self.at(doc, i, end) else {
                i += 1;
                continue;
            };
            if matches!(&dated.from, When::On(d) if d.day.is_some()) {
                clock::attach(doc, &mut dated, range.start, end);
            }
            i = dated.words.end;
            found.push(dated);
        }
        found
    }

    fn at(&self, doc: &Document<'_>, i: usize, end: usize) -> Option<Dated> {
        let text = doc.word_str(i);
        if text.as_bytes()[0].is_ascii_digit() {
            return self
                .numeric(doc, i, end)
                .or_else(|| day_month(doc, i, end))
                .or_else(|| day_and_month(doc, i, end))
                .or_else(|| relative(doc, i, end))
                .or_else(|| year_alone(doc, i));
        }
        match WORDS.at(doc, i, i + 1).map(|hit| hit.value) {
            Some("season") => season(doc, i, end),
            Some(_) => month_day(doc, i, end),
            None => SOON
                .at(doc, i, end)
                .map(|hit| dated(doc, When::Soon, hit.words))
                .or_else(|| relative(doc, i, end)),
        }
    }

    fn numeric(&self, doc: &Document<'_>, i: usize, end: usize) -> Option<Dated> {
        if let Some(found) = iso(doc, i, end) {
            return Some(found);
        }
        if i + 3 > end {
            return None;
        }
        let n = Numeric::at(doc, i)?;
        let month_first = if n.first > 12 {
            false
        } else {
            n.second > 12 || (self.month_first && n.mark != b'.')
        };
        let (day, month) = if month_first {
            (n.second, n.first)
        } else {
            (n.first, n.second)
        };
        let date = date(n.year, Some(month), Some(day))?;
        Some(dated(doc, When::On(date), i..i + 3))
    }
}

/// Points in time, with those joined that are the two ends of a stretch; years alone and dates without
/// a year among them.
pub(super) fn stretches(doc: &Document<'_>, points: Vec<Dated>) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    for point in points {
        if let Some(before) = found.last_mut()
            && before.to.is_none()
            && point.joins(before, doc)
        {
            before.to = Some(point.from);
            before.span = before.span.to(point.span);
            before.words.end = point.words.end;
            let to = before.to.clone();
            lend_year(&mut before.from, to.as_ref());
            continue;
        }
        found.push(point);
    }
    found
}

impl Dated {
    /// Whether it goes on where `before` stops: "5 May – 7 June", "from May to June".
    fn joins(&self, before: &Dated, doc: &Document<'_>) -> bool {
        let (When::On(a), When::On(b)) = (&before.from, &self.from) else {
            return false;
        };
        let gap = &doc.text[before.span.end..self.span.start.max(before.span.end)];
        let yearless = a.year == 0 && a.day.is_some() && b.day.is_some();
        if gap.len() > 24 || b.year == 0 && !yearless || gap.contains('\n') {
            return false;
        }
        let order = |d: &Date| (d.month.unwrap_or(0), d.day.unwrap_or(0));
        // "3 December to 9 January" goes over the year's end
        let later = a.year == 0 || (a.year, order(a)) <= (b.year, order(b));
        let body = gap.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | ',' | '.'));
        let mut words = body.split_whitespace();
        let first = lower(words.next().unwrap_or_default());
        let dash = first.starts_with(['-', '–', '—', '−', '‑']);
        let word = among(
            "to until till through thru bis au jusqu'au al hasta até a ao fino tot t/m",
            &first,
        );
        let part = words.all(|w| among(PARTS, &lower(w)));
        later && (dash || word) && part
    }
}

/// Words for a part of a month or year, which leave the date as exact as it is.
pub(super) const PARTS: &str = "late early mid middle beginning end of the anfang mitte ende début debut mi \
     fin principios mediados finales de início inicio meados inizio metà fine begin \
     medio eind början borjan mitten slutet av al del zum";

/// A stretch that names its year once, at its end, means it for both.
fn lend_year(from: &mut When, to: Option<&When>) {
    if let (When::On(from), Some(When::On(to))) = (from, to)
        && from.year == 0
        && to.year > 0
    {
        let over = from.month > to.month;
        from.year = to.year - u16::from(over);
    }
}

static SOON: Lexicon = Lexicon::heads("soon", &["soon"]);

pub(super) fn dated(doc: &Document<'_>, from: When, words: Range<usize>) -> Dated {
    Dated {
        from,
        to: None,
        span: doc.span_of(words.clone()),
        words,
    }
}

fn writes_day_first(doc: &Document<'_>) -> bool {
    static DAY: Lexicon = Lexicon::heads("day_first", &["day"]);
    static MONTH: Lexicon = Lexicon::heads("day_first", &["month"]);
    let count = |lexicon: &Lexicon| lexicon.find(doc, 0..doc.words.len()).count();
    count(&DAY) > count(&MONTH) || doc.text.contains('£')
}

#[cfg(test)]
mod tests {
    use super::super::super::lang::Lang;
    use super::*;

    fn show(when: &When) -> String {
        match when {
            When::On(d) | When::Yearless(d) => {
                let mut s = d.to_string();
                if let Some((h, m)) = d.time {
                    s += &format!(" {h:02}:{m:02}");
                }
                if let Some(zone) = &d.zone {
                    s += &format!(" {zone}");
                }
                s
            }
            When::Relative(n) => format!("{n:+}"),
            When::Soon => "soon".into(),
        }
    }

    fn dates(text: &str, lang: &'static str) -> Vec<String> {
        let mut doc = Document::new(text);
        doc.lang = Some(Lang(lang));
        find(&doc, 0..doc.words.len())
            .iter()
            .map(|d| match &d.to {
                Some(to) => format!("{} to {}", show(&d.from), show(to)),
                None => show(&d.from),
            })
            .collect()
    }

    #[test]
    fn dates_of_every_form() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("Apply by 2026-03-09.", "en", &["2026-03-09"]),
            ("2026-03-09T23:59:00Z", "en", &["2026-03-09"]),
            ("March 9, 2026", "en", &["2026-03-09"]),
            (
                "March 9th 2026 and 10 Apr. 2026",
                "en",
                &["2026-03-09", "2026-04-10"],
            ),
            ("the 9th of March, 2026", "en", &["2026-03-09"]),
            ("9-Mar-2026, 9-Mar-26", "en", &["2026-03-09", "2026-03-09"]),
            ("March 2026", "en", &["2026-03"]),
            ("09.03.2026", "de", &["2026-03-09"]),
            ("zum 9. März 2026", "de", &["2026-03-09"]),
            ("9.3.26", "de", &["2026-03-09"]),
            ("1er mars 2026", "fr", &["2026-03-01"]),
            ("09/03/2026", "fr", &["2026-03-09"]),
            ("9 de marzo de 2026", "es", &["2026-03-09"]),
            ("9 de março de 2026", "pt", &["2026-03-09"]),
            ("9 marzo 2026", "it", &["2026-03-09"]),
            ("9 maart 2026", "nl", &["2026-03-09"]),
            ("den 9 mars 2026", "sv", &["2026-03-09"]),
            ("3/9/2026", "en", &["2026-03-09"]),
            ("3/9/2026 or 25/9/2026", "en", &["2026-09-03", "2026-09-25"]),
            ("3/9/2026 in London", "en", &["2026-09-03"]),
            ("31/31/2026, 1.2.3", "en", &[]),
            ("We may 2 of them", "en", &[]),
        ];
        for (text, lang, want) in cases {
            assert_eq!(dates(text, lang), *want, "{text}");
        }
    }

    #[test]
    fn stretches_of_time() {
        let cases: &[(&str, &[&str])] = &[
            (
                "Late March, 2026 – Mid May, 2026: reading",
                &["2026-03 to 2026-05"],
            ),
            ("5 – 7 March 2026", &["2026-03-05 to 2026-03-07"]),
            ("March 5-7, 2026", &["2026-03-05 to 2026-03-07"]),
            ("from June to August 2026", &["2026-06 to 2026-08"]),
            (
                "December 3 – January 9, 2026",
                &["2025-12-03 to 2026-01-09"],
            ),
            (
                "1 May 2026 until 30 June 2026",
                &["2026-05-01 to 2026-06-30"],
            ),
            (
                "March 2, 2026, March 9, 2026",
                &["2026-03-02", "2026-03-09"],
            ),
        ];
        for (text, want) in cases {
            assert_eq!(dates(text, "en"), *want, "{text}");
        }
    }

    #[test]
    fn hours_and_zones() {
        let cases: &[(&str, &str, &str)] = &[
            (
                "March 9th, 2026 at 11:59 PM, EST",
                "en",
                "2026-03-09 23:59 EST",
            ),
            ("9 March 2026, 17:00.", "en", "2026-03-09 17:00"),
            ("9 March 2026, by 5 PM", "en", "2026-03-09 17:00"),
            ("by 5 p.m. on 9 March 2026", "en", "2026-03-09 17:00"),
            ("9 March 2026 17:00 (GMT+2)", "en", "2026-03-09 17:00 GMT+2"),
            ("bis 9. März 2026 um 12 Uhr", "de", "2026-03-09 12:00"),
            ("le 9 mars 2026 à 17h30", "fr", "2026-03-09 17:30"),
            ("9 March 2026, 3 places", "en", "2026-03-09"),
            ("by 12 noon on 9 March 2026", "en", "2026-03-09 12:00"),
            ("midday, Monday 9 March 2026", "en", "2026-03-09 12:00"),
            (
                "9 March 2026, 12 midnight GMT",
                "en",
                "2026-03-09 23:59 GMT",
            ),
            ("bis 12 Uhr am 9. März 2026", "de", "2026-03-09 12:00"),
            ("avant midi le 9 mars 2026", "fr", "2026-03-09 12:00"),
            ("9 marzo 2026, mezzanotte", "it", "2026-03-09 23:59"),
            ("9 de março de 2026, ao meio-dia", "pt", "2026-03-09 12:00"),
            ("9 maart 2026 om middernacht", "nl", "2026-03-09 23:59"),
        ];
        for (text, lang, want) in cases {
            assert_eq!(dates(text, lang), [*want], "{text}");
        }
    }

    #[test]
    fn times_counted_from_today() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("3 days ago", "en", &["-3"]),
            ("Posted 30+ days ago", "en", &["-30"]),
            ("4d ago", "en", &["-4"]),
            ("vor 2 Wochen", "de", &["-14"]),
            ("il y a 3 jours", "fr", &["-3"]),
            ("hace 3 días", "es", &["-3"]),
            ("há 2 semanas", "pt", &["-14"]),
            ("3 giorni fa", "it", &["-3"]),
            ("3 dagen geleden", "nl", &["-3"]),
            ("för 3 dagar sedan", "sv", &["-3"]),
            ("closes in 2 weeks", "en", &["+14"]),
            ("shipped in 2 weeks", "en", &[]),
            ("ab sofort", "de", &["soon"]),
            ("start ASAP", "en", &["soon"]),
        ];
        for (text, lang, want) in cases {
            assert_eq!(dates(text, lang), *want, "{text}");
        }
    }
}
