//! What a question wants, by how it opens: a count, a date, a person, one of a kind; and the words that
//! tell what it is after. Knows nothing of postings.

/// What kind of thing an answer has to name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Anything,
    /// "How many".
    Count,
    /// "How much", "how long".
    Amount,
    /// "How often".
    Often,
    /// "When".
    When,
    /// "What date".
    Date,
    /// "What time".
    Time,
    /// "Who".
    Name,
    /// "Which database".
    OneOfAKind,
}

/// How questions begin, folded, and what they want; the first that fits counts.
const OPENINGS: &[(Wanted, &[&str])] = &[
    (Wanted::OneOfAKind, &["what time zone", "what time zones"]),
    (
        Wanted::Time,
        &[
            "what time",
            "at what time",
            "um wie",
            "wie spat",
            "wie fruh",
            "a quelle heure",
            "a que hora",
            "how late",
            "how early",
        ],
    ),
    (
        Wanted::When,
        &[
            "when",
            "what date",
            "which date",
            "by when",
            "until when",
            "which day",
            "what day",
            "since when",
            "from when",
            "how soon",
            "how quickly",
            "how fast",
            "wie schnell",
            "wie bald",
            "von wann",
            "wann",
            "bis wann",
            "ab wann",
            "seit wann",
            "quand",
            "quel jour",
            "jusqu a quand",
            "cuando",
            "hasta cuando",
            "desde cuando",
        ],
    ),
    (
        Wanted::Often,
        &[
            "how often",
            "how frequently",
            "how regularly",
            "how many times",
            "wie oft",
            "wie haufig",
            "wie regelmassig",
            "a quelle frequence",
            "tous les combien",
            "cada cuanto",
            "con que frecuencia",
        ],
    ),
    (
        Wanted::Count,
        &[
            "how many",
            "how big",
            "how large",
            "wie gross",
            "wie viele",
            "wieviele",
            "combien de",
            "cuantos",
            "cuantas",
        ],
    ),
    (
        Wanted::Amount,
        &[
            "how much",
            "how long",
            "how old",
            "how far",
            "how high",
            "how heavy",
            "how tall",
            "wie viel",
            "wieviel",
            "wie lang",
            "wie lange",
            "wie hoch",
            "wie alt",
            "wie weit",
            "wie schwer",
            "combien",
            "cuanto",
            "cuanta",
        ],
    ),
    (
        Wanted::Name,
        &[
            "who",
            "whom",
            "to whom",
            "whos",
            "wer",
            "wen",
            "wem",
            "an wen",
            "bei wem",
            "mit wem",
            "qui",
            "a qui",
            "quien",
            "quienes",
            "a quien",
            "con quien",
        ],
    ),
    (
        Wanted::OneOfAKind,
        &[
            "which",
            "what",
            "whats",
            "in which",
            "in what",
            "with which",
            "with what",
            "on which",
            "welche",
            "welcher",
            "welches",
            "welchen",
            "mit welcher",
            "mit welchem",
            "mit welchen",
            "in welcher",
            "in welchem",
            "was",
            "quel",
            "quelle",
            "quels",
            "quelles",
            "cual",
            "que",
        ],
    ),
];

/// Words of questions for what is asked of the candidate.
pub const NEEDS: &[&str] = &[
    "need",
    "needed",
    "must",
    "required",
    "require",
    "necessary",
    "brauche",
    "braucht",
    "muss",
    "notig",
    "erforderlich",
    "verlangt",
    "gefordert",
    "mandatory",
    "faut",
    "obligatoire",
    "necesito",
    "obligatorio",
];

/// Words of questions for what is given.
pub const GIVES: &[&str] = &[
    "get", "pay", "paid", "free", "provide", "provided", "offer", "offered", "give", "given",
    "supply", "supplied", "bekomme", "bekommt", "kriege", "kriegt", "gibt", "zahlt", "bezahlt",
    "gestellt", "stellt", "fourni", "fournis", "paye", "gratuit", "dan", "pagan", "ofrecen",
];

pub fn wanted(asked: &[String]) -> Wanted {
    let is_date = |w: &String| matches!(w.as_str(), "date" | "datum" | "fecha");
    if asked.iter().any(is_date) && OPENINGS.iter().any(|(_, phrases)| opens(asked, phrases)) {
        return Wanted::Date;
    }
    let fits = OPENINGS.iter().find(|(_, phrases)| opens(asked, phrases));
    fits.map_or(Wanted::Anything, |(wanted, _)| *wanted)
}

/// Whether the question begins with one of the phrases.
fn opens(asked: &[String], phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        let mut words = phrase.split(' ');
        let mut at = asked.iter();
        words.all(|word| at.next().is_some_and(|w| w == word))
    })
}

/// Behind "what", these are no kind of thing.
pub const VERBS: &[&str] = &[
    "is", "s", "are", "do", "does", "did", "would", "will", "can", "should", "must", "have", "has",
    "happens", "happen", "ist", "sind", "kann", "muss", "wird", "gibt", "bekomme", "zahlen",
    "verdient", "est", "sont", "es", "son",
];

/// Articles that count, too.
pub const ONES: &[&str] = &[
    "unlimited",
    "unbegrenzt",
    "ein",
    "eine",
    "einen",
    "un",
    "une",
    "una",
    "uno",
    "um",
    "uma",
    "een",
    "en",
    "ett",
    "single",
    "both",
    "pair",
    "every",
    "each",
    "no",
    "nobody",
    "keine",
    "none",
    "several",
    "many",
    "mehrere",
    "plusieurs",
];

/// Words before a place or a time.
pub const WHERE: &[&str] = &[
    "in", "at", "during", "im", "am", "beim", "dans", "pendant", "durante", "kind", "sort", "type",
    "art",
];

/// Words before what only says on which condition the rest is asked.
pub const WHILE: &[&str] = &[
    "when", "if", "while", "once", "after", "wenn", "nach", "falls", "sobald", "quand", "si",
    "cuando",
];

/// Words between two things of which either is asked for.
pub const JOINTS: &[&str] = &["and", "or", "und", "oder", "et", "ou", "y", "o"];

/// Words of questions for how often a time is worked: "Do I work every Saturday?"
pub const EACH: &[&str] = &[
    "every", "each", "all", "always", "jeden", "jede", "jedes", "alle", "immer", "chaque", "tous",
    "cada", "todos",
];
