//! Labels: what each line is for. [`evidence`] says what is seen on a line, [`headings`] which lines
//! head which section, [`chrome`] what the site put around the posting, [`wraps`] which lines are one
//! sentence broken by hand; [`decide`] weighs it all. Must never look at facts not yet read.

mod chrome;
mod decide;
mod evidence;
mod features;
mod headings;
mod kind;
mod model;
mod posting;
pub mod train;
mod vocabulary;
mod wraps;

use super::document::Document;
use super::facts::Facts;
use super::label::Label;
use super::place::parse::places;
use vocabulary::Vocabulary;

pub use posting::is_posting;

/// Sets `label`, `heading` and `continues` of every line. The title is not known yet: the line that
/// may hold it is a heading or a fact.
pub fn label(doc: &mut Document<'_>) {
    wraps::mark(doc);
    let mut seen = evidence::read(doc);
    headings::find(doc, &mut seen);
    chrome::find(doc, &mut seen);
    decide::label(doc, &seen);
    weigh(doc, &seen);
    let mut last = Label::About;
    for line in &mut doc.lines {
        if line.is_blank() && doc.text[line.span.start..line.span.end].trim().is_empty() {
            line.label = last;
        }
        last = line.label;
    }
}

/// Lets the line model have the last word; what the rules said is among the things it sees.
fn weigh(doc: &mut Document<'_>, seen: &[evidence::Evidence]) {
    let mut rows = Vec::new();
    let mut scores = Vec::new();
    features::each(doc, seen, Vocabulary::trained(), |row| {
        rows.push(row.line);
        let mut score = model::trained_scores(row);
        if doc.lines[row.line].label == Label::Noise {
            score[model::NOISE] += model::RULED_NOISE;
        }
        scores.push((model::step_kind(row), score));
    });
    let labels = model::best_chain(&scores, &model::trained);
    let mut heading = None;
    for (i, y) in rows.into_iter().zip(labels) {
        let line = &mut doc.lines[i];
        line.label = if seen[i].words == 0 && !line.continues {
            Label::Noise
        } else {
            model::LABELS[y]
        };
        match line.label {
            Label::Heading => {
                heading = Some(i);
                line.heading = None;
            }
            Label::Noise => line.heading = None,
            _ => line.heading = heading,
        }
    }
}

/// Sets the title's line and what else depends on the facts.
pub fn finish(doc: &mut Document<'_>, facts: &Facts) {
    let title = facts.title.as_ref().map(|t| doc.line_at(t.span().start));
    if let Some(i) = title {
        let line = &doc.lines[i];
        // a title inside a sentence leaves the sentence what it is
        let prose = line.words.len() > 24;
        if !prose {
            doc.lines[i].label = Label::Title;
        }
    }
    if let Some(company) = &facts.company {
        let i = doc.line_at(company.span().start);
        let line = &doc.lines[i];
        let alone = line.content.len() <= company.span().len() + 12;
        if alone && Some(i) != title && matches!(line.label, Label::About | Label::Heading) {
            doc.lines[i].label = Label::Meta;
        }
    }
    if let Some(title) = title {
        under_title(doc, title, facts);
    }
}

/// A board puts ratings and buttons among the facts under a title; the employer's name and the place
/// there are the posting's own all the same.
fn under_title(doc: &mut Document<'_>, title: usize, facts: &Facts) {
    let company = facts.company.as_ref().map(|c| c.span());
    let below = (title + 1..doc.lines.len())
        .filter(|i| !doc.lines[*i].is_blank())
        .take(5);
    let mut own = Vec::new();
    let mut known = false;
    for i in below.take_while(|i| doc.lines[*i].words.len() <= 12) {
        let line = &doc.lines[i];
        let named = company.is_some_and(|c| {
            line.content.start <= c.start
                && c.end <= line.content.end
                && line.content.len() <= c.len() + 12
        });
        known |= named;
        // a place opens the line: "Leeds · Hybrid"
        let placed = || {
            let words = line.words.clone();
            let cut = |k: &usize| *k > words.start && doc.gap(*k - 1).contains(['·', '|', '•']);
            let end = words.clone().find(cut).unwrap_or(words.end);
            !places(doc, words.start..end, false).is_empty()
        };
        let noise = line.label == Label::Noise && !line.words.is_empty();
        if noise && (named || known && placed()) {
            own.push(i);
        }
    }
    for i in own {
        doc.lines[i].label = Label::Meta;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line of a case: the letters that are right, a bar, the line.
    fn check(name: &str, case: &str) {
        let (mut text, mut want) = (String::new(), Vec::new());
        for line in case.lines() {
            let (letters, line) = line.split_once('|').unwrap_or_default();
            text.push_str(line);
            text.push('\n');
            want.push(letters.trim());
        }
        let mut doc = Document::new(&text);
        label(&mut doc);
        let wrong: Vec<_> = doc
            .lines
            .iter()
            .zip(&want)
            .filter(|(l, w)| !w.is_empty() && !w.contains(l.label.letter()))
            .map(|(l, w)| format!("{} for {w}: {}", l.label.letter(), l.span.of(&text)))
            .collect();
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    }

    #[test]
    fn labels_lines() {
        check(
            "english, with headings",
            "MH|Night Nurse
MN|Lakeside Clinic
|
H|What you will do
D|- Monitor patients after surgery
D|- Coordinate the handover to the morning shift
|
H|Requirements
R|- Registered nurse with two years of experience in surgical care
R|- Ability to work weekends
|
H|Nice to have
P|- Experience with electronic patient records
|
H|What we offer
B|- 30 days of paid leave and a pension plan
B|- Free parking",
        );
        check(
            "german, with headings",
            "H|Deine Aufgaben
D|- Wartung der Anlagen im Schichtbetrieb
D|- Dokumentation aller Störungen
H|Dein Profil
R|- Abgeschlossene Ausbildung als Mechatroniker
R|- Gute Deutschkenntnisse
H|Wir bieten
B|- 30 Tage Urlaub und Weihnachtsgeld
B|- Betriebliche Altersvorsorge",
        );
        check(
            "french, with headings",
            "H|Vos missions
D|- Préparer les commandes des clients
D|- Participer aux inventaires
H|Profil recherché
R|- Expérience en logistique exigée
R|- Permis B
H|Nous offrons
B|- Mutuelle et tickets restaurant",
        );
        check(
            "swedish, with headings",
            "H|Arbetsuppgifter
D|- Planera och genomföra lektioner i matematik
H|Kvalifikationer
R|- Lärarlegitimation och erfarenhet av undervisning
R|- Goda kunskaper i svenska
H|Vi erbjuder
B|- Friskvårdsbidrag och sex veckors semester",
        );
    }

    #[test]
    fn no_text_makes_it_panic() {
        for text in [
            "",
            "\n\n",
            "&nbsp;",
            "🙂",
            "•",
            "- \n- \n",
            "\u{200b}\n\u{200b}",
            "**",
            "a:",
            ":::",
            "مرحبا: وظيفة",
            "Ａ\r\n\tＢ",
        ] {
            let mut doc = Document::new(text);
            label(&mut doc);
            assert_eq!(
                doc.lines.len(),
                text.split_inclusive('\n').count(),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_wrapped_sentence_goes_on() {
        let text = "The warden looks after the paths of the upper valley, keeps\n\
                    the huts in order and guides the groups that come up from\n\
                    the town in summer. In winter the warden clears the snow of\n\
                    the lower road, and writes the report on the season for the\n\
                    council.";
        let mut doc = Document::new(text);
        label(&mut doc);
        let goes_on: Vec<_> = doc.lines.iter().map(|l| l.continues).collect();
        assert_eq!(goes_on, [false, true, true, true, true]);
    }
}
