//! The language a posting is written in, by its script and its commonest short words. A page may mix
//! languages: menus in one, the posting in another; long lines count for more than short ones.

use super::document::Document;
use super::lexicon::Lexicon;
use super::word::char_at;

/// A language, by its ISO 639-1 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(pub &'static str);

/// The commonest words of the languages, under their codes; a word may stand under several.
static STOPS: Lexicon = Lexicon::of("stopwords");

/// Lines with fewer words are menus, facts and headings: they count for little.
const PROSE: usize = 7;
/// Words of a long text that are looked at; more would not change the answer.
const ENOUGH: usize = 20_000;

/// The language of the document's words, `None` where too few say it.
#[must_use]
pub fn read(doc: &Document<'_>) -> Option<Lang> {
    if let Some(lang) = by_script(doc.text) {
        return Some(lang);
    }
    let codes = STOPS.values();
    let mut points = vec![0u32; codes.len()];
    let mut looked = 0;
    for (_, line) in doc.worded() {
        let weight = if line.words.len() >= PROSE { 4 } else { 1 };
        for i in line.words.clone() {
            if !STOPS.opens(doc, i) {
                continue;
            }
            // a word that many languages share says little
            let share = match STOPS.groups(doc, i).count() {
                0 => continue,
                1 => 6,
                2 => 3,
                3 => 2,
                _ => 1,
            };
            for lang in STOPS.groups(doc, i) {
                points[lang] += weight * share;
            }
        }
        looked += line.words.len();
        if looked > ENOUGH {
            break;
        }
    }
    letters(doc.text, codes, &mut points);
    let (mut best, mut at) = (0, None);
    for (i, n) in points.iter().enumerate() {
        if *n > best {
            (best, at) = (*n, Some(i));
        }
    }
    at.filter(|_| best >= 12).map(|i| Lang(codes[i]))
}

/// Letters that near relatives write differently.
fn letters(text: &str, codes: &[&'static str], points: &mut [u32]) {
    let mut give = |code: &str, n: u32| {
        if let Some(i) = codes.iter().position(|c| *c == code) {
            points[i] += n;
        }
    };
    let bytes = text.as_bytes();
    let (mut at, mut left) = (0, 4000);
    while left > 0
        && let Some(plain) = bytes[at..].iter().position(|b| !b.is_ascii())
        && let Some(c) = char_at(text, at + plain)
    {
        at += plain + c.len_utf8();
        left -= 1;
        match c {
            'ø' | 'æ' => {
                give("da", 6);
                give("no", 6);
            }
            'ö' | 'ä' => {
                give("sv", 4);
                give("de", 4);
                give("fi", 4);
                give("et", 3);
                give("hu", 2);
            }
            'å' => {
                give("sv", 4);
                give("da", 4);
                give("no", 4);
            }
            'ß' | 'ü' => give("de", 4),
            'ã' | 'õ' => give("pt", 8),
            'ñ' | '¿' | '¡' => give("es", 8),
            'ł' | 'ą' | 'ę' | 'ż' | 'ś' => give("pl", 10),
            'ř' | 'ů' | 'ě' => give("cs", 14),
            'ľ' | 'ô' | 'ĺ' => give("sk", 6),
            'ő' | 'ű' => give("hu", 14),
            'ğ' | 'ı' | 'ş' => give("tr", 12),
            'ț' | 'ă' | 'ș' => give("ro", 12),
            'ė' | 'ų' | 'į' => give("lt", 14),
            'ķ' | 'ļ' | 'ņ' | 'ģ' => give("lv", 14),
            'đ' => {
                give("hr", 8);
                give("vi", 8);
            }
            'ạ' | 'ế' | 'ư' | 'ơ' | 'ệ' | 'ộ' => give("vi", 14),
            _ => {}
        }
    }
}

/// The language that its script tells: of the letters outside Latin, most.
fn by_script(text: &str) -> Option<Lang> {
    // the letters of these scripts begin with other bytes than those of Latin and of signs
    let other = |b: u8| matches!(b, 0xcd..=0xdb | 0xe0 | 0xe3..=0xed);
    if !text.bytes().any(other) {
        return None;
    }
    let (mut latin, mut kana, mut han, mut hangul) = (0u32, 0u32, 0u32, 0u32);
    let (mut cyrillic, mut ukrainian, mut greek, mut arabic) = (0u32, 0u32, 0u32, 0u32);
    let (mut persian, mut hebrew, mut devanagari, mut thai) = (0u32, 0u32, 0u32, 0u32);
    let mut bulgarian = 0u32;
    let mut russian = 0u32;
    for c in text.chars().take(40_000) {
        match c {
            'a'..='z' | 'A'..='Z' => latin += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{ac00}'..='\u{d7af}' => hangul += 1,
            '\u{400}'..='\u{4ff}' => {
                cyrillic += 1;
                match c {
                    'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' => ukrainian += 1,
                    'ы' | 'э' | 'ё' | 'Ы' | 'Э' => russian += 1,
                    'ъ' => bulgarian += 1,
                    _ => {}
                }
            }
            '\u{370}'..='\u{3ff}' => greek += 1,
            '\u{600}'..='\u{6ff}' => {
                arabic += 1;
                persian += u32::from(matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ی'));
            }
            '\u{590}'..='\u{5ff}' => hebrew += 1,
            '\u{900}'..='\u{97f}' => devanagari += 1,
            '\u{e00}'..='\u{e7f}' => thai += 1,
            _ => {}
        }
    }
    // one sign of a syllabary or of Han stands for two letters and more
    let found = [
        (2 * (kana + han), if kana * 8 > han { "ja" } else { "zh" }),
        (2 * hangul, "ko"),
        (
            cyrillic,
            if ukrainian > russian {
                "uk"
            } else if russian == 0 && bulgarian * 50 > cyrillic {
                "bg"
            } else {
                "ru"
            },
        ),
        (greek, "el"),
        (arabic, if persian * 40 > arabic { "fa" } else { "ar" }),
        (hebrew, "he"),
        (devanagari, "hi"),
        (thai, "th"),
    ];
    let (n, code) = found
        .into_iter()
        .fold((0, ""), |a, b| if b.0 > a.0 { b } else { a });
    (n >= 12 && n > latin).then_some(Lang(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_language() {
        let cases = [
            (
                "en",
                "We are looking for a nurse who will join our team on the night shift.",
            ),
            (
                "de",
                "Wir suchen eine Pflegekraft, die unser Team auf der Station unterstützt.",
            ),
            (
                "fr",
                "Nous recherchons une infirmière pour notre équipe de nuit dans le service.",
            ),
            (
                "es",
                "Buscamos una enfermera para nuestro equipo de noche en el hospital.",
            ),
            (
                "pt",
                "Procuramos uma enfermeira para a nossa equipa da noite no hospital.",
            ),
            (
                "it",
                "Cerchiamo un infermiere per il nostro team di notte nella clinica.",
            ),
            (
                "nl",
                "Wij zoeken een verpleegkundige voor ons team van de nacht op de afdeling.",
            ),
            (
                "sv",
                "Vi söker en sjuksköterska till vårt team som är på natten och har erfarenhet.",
            ),
            (
                "da",
                "Vi søger en sygeplejerske til vores team, som har erfaring og ikke er bange.",
            ),
            (
                "pl",
                "Szukamy pielęgniarki, która dołączy do zespołu i jest dla nas ważna.",
            ),
            (
                "fi",
                "Etsimme sairaanhoitajaa, joka on meillä töissä ja haluat myös kehittyä.",
            ),
            (
                "ru",
                "Мы ищем медсестру, которая будет работать в нашей команде ночью.",
            ),
            (
                "uk",
                "Ми шукаємо медсестру, яка буде працювати в нашій команді вночі.",
            ),
            ("ja", "夜勤のチームで働く看護師を募集しています。"),
            ("zh", "我们正在招聘一名夜班护士加入团队工作。"),
            ("ko", "야간 팀에서 함께 일할 간호사를 찾고 있습니다."),
            ("el", "Ζητούμε νοσηλεύτρια για την ομάδα μας τη νύχτα."),
            ("he", "אנחנו מחפשים אחות לצוות הלילה שלנו בבית החולים."),
            ("ar", "نبحث عن ممرضة للعمل في فريقنا الليلي في المستشفى."),
        ];
        for (code, text) in cases {
            assert_eq!(read(&Document::new(text)), Some(Lang(code)), "{text}");
        }
    }

    #[test]
    fn too_few_words_name_none() {
        for text in ["", "???", "12345 678", "asdf qwer"] {
            assert_eq!(read(&Document::new(text)), None, "{text}");
        }
    }

    #[test]
    fn a_menu_in_another_language_does_not_count() {
        let text = "Sign in\nSearch\nHome\nThe blog\nWir suchen für unser Team in der Stadt eine erfahrene \
                    Fachkraft, die mit uns wächst und sich auf neue Aufgaben freut.";
        assert_eq!(read(&Document::new(text)), Some(Lang("de")));
    }
}
