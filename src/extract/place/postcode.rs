//! Postcodes before or after a place name: "10115 Berlin", "Austin, TX 78701", "LS1 4AP".

use std::ops::Range;

use super::part::is_street;
use crate::extract::document::Document;

/// `words` less a postcode at either end.
#[must_use]
pub fn strip_postcode(doc: &Document<'_>, mut words: Range<usize>) -> Range<usize> {
    let digits = |i: usize| {
        let w = doc.word_str(i);
        if w.bytes().all(|b| b.is_ascii_digit()) {
            w.len()
        } else {
            0
        }
    };
    let n = words.len();
    let (first, last) = (words.start, words.end.saturating_sub(1));
    if n >= 2 {
        let country_mark = doc.word_str(first).len() <= 2 && digits(first + 1) >= 4;
        if n >= 3 && is_split_postcode(doc.word_str(first), doc.word_str(first + 1)) {
            words.start += 2; // LS1 4AP Leeds
        } else if country_mark && n >= 3 {
            words.start += 2; // D-10115 Berlin
        } else if (4..=5).contains(&digits(first)) && !is_street_number(doc, first, words.end) {
            words.start += 1;
            let pair = doc.word_str(first + 1);
            if n >= 3
                && digits(first) == 4
                && pair.len() == 2
                && pair.chars().all(char::is_uppercase)
            {
                words.start += 1; // 1012 AB Amsterdam
            }
        } else if n >= 3 && digits(first) == 3 && digits(first + 1) == 2 {
            words.start += 2; // 114 35 Stockholm
        }
    }
    let n = words.len();
    if n >= 1 && words.end > words.start {
        if n >= 3 && digits(last) == 4 && digits(last - 1) == 5 {
            words.end -= 2; // ZIP+4
        } else if (4..=6).contains(&digits(last)) {
            words.end -= 1;
        } else if n >= 2 && is_split_postcode(doc.word_str(last - 1), doc.word_str(last)) {
            words.end -= 2;
        } else if is_district(doc.word_str(last)) {
            words.end -= 1; // Leeds LS1
        }
    }
    words
}

/// "LS1", "EC2A": the first half of a British postcode, by the letters of its area.
fn is_district(word: &str) -> bool {
    const AREAS: &str = " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN \
        DT DY E EC EH EN EX FK FY G GL GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS LU M \
        ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW \
        SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &word[letters..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let shaped = (1..=2).contains(&letters)
        && (1..=2).contains(&digits)
        && match &rest.as_bytes()[digits..] {
            [] => true,
            [last] => last.is_ascii_uppercase(),
            _ => false,
        };
    shaped && AREAS.contains(&format!(" {} ", &word[..letters]))
}

/// A four- or five-digit number opens a street address when a street word follows.
fn is_street_number(doc: &Document<'_>, first: usize, end: usize) -> bool {
    is_street(doc, first + 1..end)
}

/// "LS1 4AP", "M5V 2T6", "1012 AB".
fn is_split_postcode(a: &str, b: &str) -> bool {
    if !(2..=4).contains(&a.len()) || !(2..=3).contains(&b.len()) {
        return false;
    }
    let shape = |w: &str| {
        w.chars()
            .map(|c| match c {
                'A'..='Z' => 'A',
                '0'..='9' => '9',
                _ => '?',
            })
            .collect::<String>()
    };
    matches!(
        (shape(a).as_str(), shape(b).as_str()),
        ("A9" | "AA9" | "A99" | "AA99" | "A9A" | "AA9A", "9AA") | ("A9A", "9A9") | ("9999", "AA")
    )
}
