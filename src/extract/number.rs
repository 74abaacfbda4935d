//! Numbers as postings write them: "120k", "60.000", "60 000", "110'000", "8,00,000", "5.000,00",
//! "1.5M", and number words up to twenty in eight languages. Reads one number at one place, in
//! time bounded by that number's own words; never decides what the number is for.

use super::document::Document;
use super::lexicon::{Lexicon, fold};
use super::span::Span;

/// A number found in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its value, with "k", "million", "lakh" and the like counted in.
    pub value: f64,
    /// What multiplied its digits: 1 where nothing did.
    pub scale: f64,
    /// Its words, as indices into [`Document::words`].
    pub words: std::ops::Range<usize>,
    /// Its digits and the mark of its scale.
    pub span: Span,
    /// Letters glued to its end that are no scale: the "h" of "38h", the "LPA" of "12LPA".
    pub tail: Span,
    /// Digits behind the decimal mark.
    pub decimals: usize,
    /// Whether marks part its thousands ("60.000").
    pub grouped: bool,
    /// Whether it is written in words ("five").
    pub spelled: bool,
}

/// What a digit run is followed by inside one number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Comma,
    Dot,
    Apostrophe,
    Blank,
}

/// The number whose digits start at byte `at`, inside word `word`. `None` where no digit stands there,
/// where it is a chain of another kind (a date, a version, an address) or where it is longer than any
/// amount.
#[must_use]
pub fn at_byte(doc: &Document<'_>, word: usize, at: usize) -> Option<Number> {
    let bytes = doc.text.as_bytes();
    if !bytes.get(at)?.is_ascii_digit() || (at > 0 && bytes[at - 1].is_ascii_digit()) {
        return None;
    }
    let mut groups: [(usize, usize); 6] = [(0, 0); 6];
    let mut marks: [Mark; 5] = [Mark::Blank; 5];
    let end = digits_end(bytes, at);
    if end - at > 12 {
        return None;
    }
    groups[0] = (at, end);
    let mut n = 1;
    while n < groups.len() {
        let (_, end) = groups[n - 1];
        let Some((mark, next)) = mark_at(doc.text, end) else {
            break;
        };
        let stop = digits_end(bytes, next);
        let len = stop - next;
        if len == 0 || len > 12 {
            break;
        }
        let first = groups[0].1 - groups[0].0;
        // blanks part thousands only: "60 000", not "3 100 employees of 5 000"
        if mark == Mark::Blank && (len != 3 || first > 3 || (n > 1 && marks[n - 2] != Mark::Blank))
        {
            break;
        }
        marks[n - 1] = mark;
        groups[n] = (next, stop);
        n += 1;
    }
    let (whole, decimals) = shape(&groups[..n], &marks[..n - 1])?;
    let last = groups[whole + usize::from(decimals > 0) - 1].1;
    let mut value = 0.0;
    for &(a, b) in &groups[..whole] {
        for d in &bytes[a..b] {
            value = value * 10.0 + f64::from(d - b'0');
        }
    }
    if decimals > 0 {
        let (a, b) = groups[whole];
        let part = bytes[a..b]
            .iter()
            .fold(0.0, |v, d| v * 10.0 + f64::from(d - b'0'));
        value += part / 10f64.powi((b - a) as i32);
    }
    let mut last_word = word;
    while last_word + 1 < doc.words.len() && doc.words[last_word].span.end < last {
        last_word += 1;
    }
    let rest = Span::new(last, doc.words[last_word].span.end.max(last));
    let mut number = Number {
        value,
        scale: 1.0,
        words: word..last_word + 1,
        span: Span::new(at, last),
        tail: rest,
        decimals,
        grouped: whole > 1,
        spelled: false,
    };
    scale(doc, &mut number);
    Some(number)
}

/// How many groups make the whole part, and how many digits the fraction has.
fn shape(groups: &[(usize, usize)], marks: &[Mark]) -> Option<(usize, usize)> {
    let len = |i: usize| groups[i].1 - groups[i].0;
    let n = groups.len();
    if n == 1 {
        return Some((1, 0));
    }
    let last = marks[n - 2];
    let same = marks.iter().all(|m| *m == last);
    let thousands = |upto: usize| {
        len(0) <= 3
            && (1..upto).all(|i| len(i) == 3)
            && marks[..upto - 1].iter().all(|m| *m == marks[0])
    };
    // "8,00,000": pairs before the last three
    let indian = |upto: usize| {
        len(0) <= 2
            && upto >= 3
            && len(upto - 1) == 3
            && (1..upto - 1).all(|i| len(i) == 2)
            && marks[..upto - 1].iter().all(|m| *m == Mark::Comma)
    };
    if same {
        if (thousands(n) && (n > 2 || groups[0].1 - groups[0].0 < 4)) || indian(n) {
            return Some((n, 0));
        }
        if n == 2 && matches!(last, Mark::Comma | Mark::Dot) {
            return Some((1, len(1)));
        }
        return (last == Mark::Comma || last == Mark::Blank).then_some((1, 0));
    }
    let fraction = matches!(last, Mark::Comma | Mark::Dot) && len(n - 1) <= 2;
    if fraction && (thousands(n - 1) || indian(n - 1)) {
        return Some((n - 1, len(n - 1)));
    }
    // "15.000, 16" and the like: the first run of one mark alone
    let run = 1 + marks.iter().take_while(|m| **m == marks[0]).count();
    if thousands(run) {
        return Some((run, 0));
    }
    None
}

fn digits_end(bytes: &[u8], at: usize) -> usize {
    let n = bytes[at..]
        .iter()
        .take(13)
        .take_while(|b| b.is_ascii_digit())
        .count();
    at + n
}

/// The mark at byte `at` and where the next digits would start. A backslash before it (escaped
/// Markdown) and a stray blank behind a comma that parts thousands ("85, 000") are passed over.
fn mark_at(text: &str, at: usize) -> Option<(Mark, usize)> {
    let rest = text[at..].trim_start_matches('\\');
    let skipped = text.len() - at - rest.len();
    let c = rest.chars().next()?;
    let mark = match c {
        ',' => Mark::Comma,
        '.' => Mark::Dot,
        '\'' | '’' | '´' | '`' => Mark::Apostrophe,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => Mark::Blank,
        _ => return None,
    };
    let next = at + skipped + c.len_utf8();
    let bytes = text.as_bytes();
    if mark == Mark::Comma && bytes.get(next) == Some(&b' ') {
        let zeros = bytes.get(next + 1..next + 4) == Some(b"000");
        let over = bytes.get(next + 4).is_some_and(u8::is_ascii_digit);
        return (zeros && !over).then_some((mark, next + 1));
    }
    bytes
        .get(next)
        .is_some_and(u8::is_ascii_digit)
        .then_some((mark, next))
}

/// Counts in a "k", "M", "million", "lakh" behind the digits, glued or a word of its own.
fn scale(doc: &Document<'_>, number: &mut Number) {
    if !number.tail.is_empty() {
        let tail = number.tail.of(doc.text);
        let known = factor(&fold(tail), tail)
            .map(|f| (f, tail.len()))
            .or_else(|| {
                // "120kPLN", "18kplus": the letter alone counts where capitals follow
                let mut chars = tail.chars();
                let first = chars.next()?;
                let next = chars.next()?;
                let f = factor(&first.to_string(), &tail[..first.len_utf8()])?;
                next.is_uppercase()
                    .then_some((f, first.len_utf8()))
                    .filter(|_| first.is_lowercase() || tail.starts_with("KRe"))
            });
        if let Some((f, len)) = known {
            number.scale = f;
            number.span.end += len;
            number.tail.start += len;
        }
    } else if let Some(next) = doc.words.get(number.words.end) {
        let gap = &doc.text[number.span.end..next.span.start];
        let word = doc.word_str(number.words.end);
        if !matches!(gap, " " | "\u{a0}" | "\u{202f}" | "-" | "") || word.len() > 10 {
            return;
        }
        let folded = doc.folded(number.words.end);
        let euro = word == "T" && doc.text[next.span.end..].starts_with('€');
        let single = word.len() == 1 && word != "K" && word != "k" && !euro;
        if !single && let Some(f) = factor(folded, word) {
            number.scale = f;
            number.span.end = next.span.end;
            number.words.end += 1;
            number.tail = Span::new(number.span.end, number.span.end);
        }
    }
    if number.scale > 1.0 {
        if number.grouped && number.scale >= 1000.0 && number.value >= 100_000.0 {
            number.scale = 1.0; // "$60,000K": the letter is a slip
            return;
        }
        number.value = (number.value * number.scale * 100.0).round() / 100.0;
    }
}

fn factor(folded: &str, written: &str) -> Option<f64> {
    Some(match folded {
        "k" | "thousand" | "tausend" | "mil" | "mila" | "tusen" | "duizend" | "tsd" | "tkr"
        | "mille" | "keur" | "kchf" | "kusd" | "kgbp" | "teur" => 1e3,
        // "85 T€"
        "t" if written == "T" => 1e3,
        "lakh" | "lakhs" | "lac" | "lacs" | "l" | "lpa" => 1e5,
        "crore" | "crores" | "cr" => 1e7,
        "m" if written == "M" => 1e6,
        "mm" if written == "MM" => 1e6,
        "mn" | "mio" | "million" | "millions" | "millionen" | "milhoes" | "milhao" | "millones"
        | "millon" | "milioni" | "milione" | "miljoen" | "miljoner" | "miljon" | "mln" | "mkr" => {
            1e6
        }
        "b" if written == "B" => 1e9,
        "bn" | "billion" | "billions" | "milliard" | "milliards" | "milliarden" | "mrd" | "mds"
        | "miliardi" | "miljard" | "miljarder" => 1e9,
        _ => return None,
    })
}

/// The number that starts at word `i`, in digits or in words.
#[must_use]
pub fn at(doc: &Document<'_>, i: usize) -> Option<Number> {
    let word = doc.words.get(i)?;
    if doc.text.as_bytes()[word.span.start].is_ascii_digit() {
        return at_byte(doc, i, word.span.start);
    }
    let value = spelled(doc, i)?;
    Some(Number {
        value: f64::from(value),
        scale: 1.0,
        words: i..i + 1,
        span: word.span,
        tail: Span::new(word.span.end, word.span.end),
        decimals: 0,
        grouped: false,
        spelled: true,
    })
}

static SPELLED: Lexicon = Lexicon::of("numbers");

/// Whether word `i` may be a number word: a quick no for most.
#[must_use]
pub fn may_be_spelled(doc: &Document<'_>, i: usize) -> bool {
    SPELLED.opens(doc, i)
}

/// The value of a number word in the document's language (English where that is not known), so
/// that the Spanish "once" and the Italian "sei" stay what they are elsewhere.
fn spelled(doc: &Document<'_>, i: usize) -> Option<u8> {
    let hit = SPELLED.at(doc, i, i + 1)?;
    let (n, langs) = hit.value.split_once(' ')?;
    let lang = doc.lang.map_or("en", |l| l.0);
    langs
        .split(' ')
        .any(|l| l == lang)
        .then(|| n.parse().ok())?
}

/// The value of a plain decimal number without a sign: "1250", "12.5", "1.2e3". The standard reading of
/// floats is exact to the last bit, and ten kilobytes of powers of five; this is exact up to fifteen
/// digits, which no amount has.
#[must_use]
pub fn decimal(s: &str) -> Option<f64> {
    let (digits, power) = s.split_once(['e', 'E']).unwrap_or((s, "0"));
    let power: i32 = power.parse().ok()?;
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut value = 0.0;
    for d in whole.bytes().chain(part.bytes()) {
        if !d.is_ascii_digit() {
            return None;
        }
        value = value * 10.0 + f64::from(d - b'0');
    }
    let power = power.saturating_sub(i32::try_from(part.len()).ok()?);
    let scale = 10f64.powi(power.unsigned_abs().min(400) as i32);
    let some = !whole.is_empty() || !part.is_empty();
    some.then_some(if power < 0 {
        value / scale
    } else {
        value * scale
    })
}

#[cfg(test)]
mod tests {
    use super::super::lang::Lang;
    use super::*;

    fn first(text: &str) -> Option<(f64, String, String)> {
        let doc = Document::new(text);
        let i = (0..doc.words.len()).find(|i| doc.word_str(*i).as_bytes()[0].is_ascii_digit())?;
        at(&doc, i).map(|n| (n.value, doc.str(n.span).into(), doc.str(n.tail).into()))
    }

    #[test]
    fn amounts_in_the_manner_of_many_countries() {
        let cases = [
            ("120k", 120_000.0, "120k"),
            ("$120K-", 120_000.0, "120K"),
            ("60.000 €", 60_000.0, "60.000"),
            ("60 000 €", 60_000.0, "60 000"),
            ("60\u{202f}000\u{a0}€", 60_000.0, "60\u{202f}000"),
            ("CHF 110'000.-", 110_000.0, "110'000"),
            ("CHF 110’000", 110_000.0, "110’000"),
            ("₹8,00,000", 800_000.0, "8,00,000"),
            ("₹ 12,50,000.00", 1_250_000.0, "12,50,000.00"),
            ("R$ 5.000,00", 5_000.0, "5.000,00"),
            ("$1,234,567.89", 1_234_567.89, "1,234,567.89"),
            ("38,5 Stunden", 38.5, "38,5"),
            ("1.5M", 1_500_000.0, "1.5M"),
            ("12 LPA", 1_200_000.0, "12 LPA"),
            ("12.5 lakhs", 1_250_000.0, "12.5 lakhs"),
            ("30 mil euros", 30_000.0, "30 mil"),
            ("35 mila euro", 35_000.0, "35 mila"),
            ("$18\\.50 an hour", 18.5, "18\\.50"),
            ("$75,000 - $85, 000", 75_000.0, "75,000"),
            ("$85, 000", 85_000.0, "85, 000"),
            ("2,000+ staff", 2_000.0, "2,000"),
            ("3, 4 or 5", 3.0, "3"),
            ("5 000 000", 5_000_000.0, "5 000 000"),
            ("1.250,5 x", 1_250.5, "1.250,5"),
        ];
        for (text, value, span) in cases {
            let found = first(text);
            assert_eq!(
                found.as_ref().map(|(v, s, _)| (*v, s.as_str())),
                Some((value, span)),
                "{text}"
            );
        }
    }

    #[test]
    fn plain_decimals() {
        let cases = [
            ("1250", Some(1250.0)),
            ("12.5", Some(12.5)),
            ("26500.75", Some(26_500.75)),
            ("1.2e3", Some(1200.0)),
            ("5E-1", Some(0.5)),
            (".5", Some(0.5)),
            ("7.", Some(7.0)),
            ("", None),
            (".", None),
            ("-1", None),
            ("1.2.3", None),
            ("1e", None),
            ("NaN", None),
        ];
        for (s, value) in cases {
            assert_eq!(decimal(s), value, "{s}");
        }
        assert_eq!(decimal("1e999"), Some(f64::INFINITY));
    }

    #[test]
    fn what_is_no_amount() {
        for text in ["192.168.0.1", "12.05.2024", "1234567890123456789"] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn letters_behind_the_digits() {
        let cases = [
            ("38h", 38.0, "h"),
            ("5th", 5.0, "th"),
            ("401k", 401_000.0, ""),
        ];
        for (text, value, tail) in cases {
            let found = first(text).map(|(v, _, t)| (v, t));
            assert_eq!(found, Some((value, tail.to_owned())), "{text}");
        }
    }

    #[test]
    fn number_words_count_in_their_language() {
        let cases = [
            ("five", "en", Some(5.0)),
            ("Twelve", "en", Some(12.0)),
            ("drei", "de", Some(3.0)),
            ("fünf", "de", Some(5.0)),
            ("sei", "it", Some(6.0)),
            ("sei", "de", None),
            ("once", "es", Some(11.0)),
            ("once", "en", None),
            ("três", "pt", Some(3.0)),
            ("fyra", "sv", Some(4.0)),
            ("vijf", "nl", Some(5.0)),
            ("deux", "fr", Some(2.0)),
        ];
        for (text, lang, value) in cases {
            let mut doc = Document::new(text);
            doc.lang = Some(Lang(lang));
            assert_eq!(at(&doc, 0).map(|n| n.value), value, "{text} {lang}");
        }
    }
}
