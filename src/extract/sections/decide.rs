//! Weighs what is seen and gives every line its label.

use super::super::document::Document;
use super::super::label::Label;
use super::evidence::{Evidence, Key, Opener, is_item};
use super::kind::{Kind, LINE_KINDS};

const KINDS: [Kind; LINE_KINDS] = [
    Kind::About,
    Kind::Duty,
    Kind::Must,
    Kind::Nice,
    Kind::Benefit,
    Kind::Apply,
    Kind::Legal,
];

/// Labels every line.
pub fn label(doc: &mut Document<'_>, seen: &[Evidence]) {
    let mut section: Option<Kind> = None;
    let mut heading = None;
    let mut body = false;
    let mut before: Option<Label> = None;
    let mut under = 0;
    let mut last_key = false;
    for (i, e) in seen.iter().enumerate() {
        if doc.lines[i].is_blank() {
            continue;
        }
        let item = is_item(doc.lines[i].mark);
        if doc.lines[i].continues
            && let Some(b) = before
        {
            doc.lines[i].label = b;
            doc.lines[i].heading = heading;
            continue;
        }
        let noise = e.outside || e.button || e.chrome && e.words <= 16 || e.words == 0;
        if noise {
            doc.lines[i].label = Label::Noise;
            doc.lines[i].heading = None;
            if e.tag {
                section = None;
            }
            before = Some(Label::Noise);
            last_key = false;
            continue;
        }
        if let Some(h) = e.heading {
            if !h.inline && (e.key == Key::No || h.kind.is_some_and(|k| k != Kind::Place))
                || e.key == Key::Alone
            {
                if h.kind.is_some() {
                    section = h.kind;
                }
                heading = Some(i);
                under = 0;
                body |= h.kind.is_some();
                doc.lines[i].label = Label::Heading;
                doc.lines[i].heading = None;
                before = Some(Label::Heading);
                last_key = e.key == Key::Alone;
                continue;
            }
            if h.inline && e.key != Key::Pair {
                section = h.kind;
                under = 0;
            }
        }
        if let Some(turn) = e.turn {
            section = Some(turn);
            under = 3;
        }
        let mut score = [0.0f32; LINE_KINDS];
        if let Some(k) = section
            && (k as usize) < LINE_KINDS
        {
            score[k as usize] += if item || under < 3 { 2.0 } else { 1.4 };
        }
        for (s, n) in score.iter_mut().zip(e.cues) {
            *s += f32::from(n.min(3)).sqrt() * 0.9;
        }
        match e.opener {
            Opener::Verb => score[Kind::Duty as usize] += 1.2,
            Opener::Must => score[Kind::Must as usize] += 1.0,
            Opener::Duty => score[Kind::Duty as usize] += 0.9,
            Opener::Other => {}
        }
        if e.cues[Kind::Nice as usize] > 0 {
            let asks = matches!(section, Some(Kind::Must | Kind::Nice))
                || score[Kind::Must as usize] > 1.5;
            score[Kind::Nice as usize] += if asks { 2.2 } else { -0.5 };
        }
        let legal = e.cues[Kind::Legal as usize];
        score[Kind::Legal as usize] += match legal {
            0 => 0.0,
            1 => -0.2,
            2 => 1.2,
            _ => 2.6,
        };
        if !item && e.words > 14 {
            score[Kind::About as usize] += if section.is_none() { 1.6 } else { 0.5 };
        }
        if e.money && !item {
            score[Kind::Benefit as usize] += 0.8;
        }
        let mut best = KINDS[0];
        for k in KINDS {
            if score[k as usize] > score[best as usize] {
                best = k;
            }
        }
        let mut label = best.label();
        let short = e.words <= 8 && !item && !matches!(e.end, Some('.' | '!' | '?' | ':'));
        if e.key == Key::Pair
            || last_key && e.words <= 12
            || !body && short
            || short && e.fact && section.is_none_or(|k| k == Kind::Place)
        {
            label = Label::Meta;
        }
        body |= e.words >= 12;
        last_key = false;
        under += 1;
        doc.lines[i].label = label;
        doc.lines[i].heading = heading;
        before = Some(label);
    }
}
