//! The pages' names as hash routes, parsed and printed. Knows no other module, and never guesses:
//! what is no page's name is [`Route::NotFound`].

use std::fmt;

/// A page of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// Paste and read: `#/`.
    #[default]
    Read,
    /// The saved jobs: `#/jobs`.
    Jobs {
        /// How they are laid out.
        view: View,
    },
    /// One saved job by its id: `#/job/<id>`.
    Job(String),
    /// Saved jobs side by side, by their ids in the order of the columns: `#/compare?jobs=<id>,<id>`.
    Compare(Vec<String>),
    /// The search in figures: `#/insights`.
    Insights,
    /// What the person has and wishes: `#/profile`.
    Profile,
    /// A job's sheet for the interview, by its id: `#/sheet/<id>`.
    Sheet(String),
    /// The applications of some days: `#/report`.
    Report,
    /// Files in and out, storage, the trash: `#/data`.
    Data,
    /// How to use the page: `#/guide`.
    Guide,
    /// What the page does with what it is given, and how to check that: `#/privacy`.
    Privacy,
    /// A posting that came in a link, packed: `#/shared/<base64url>`.
    Shared(String),
    /// No page has this name.
    NotFound,
}

/// How the saved jobs are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// A table, a row a job.
    #[default]
    List,
    /// Columns by stage.
    Board,
    /// What is due.
    Agenda,
}

impl View {
    /// All, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::List, Self::Board, Self::Agenda];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::List => "List",
            Self::Board => "Board",
            Self::Agenda => "Agenda",
        }
    }
}

impl Route {
    /// The page a location's hash names, with or without its `#`. An empty hash is the first page;
    /// unknown settings behind `?` are left aside.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let (path, settings) = path.split_once('?').unwrap_or((path, ""));
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None, None, None) => Self::Read,
            (Some("jobs"), None, None) => Self::Jobs {
                view: match setting(settings, "view") {
                    "board" => View::Board,
                    "agenda" => View::Agenda,
                    _ => View::List,
                },
            },
            (Some("compare"), None, None) => Self::Compare(listed(settings, "jobs")),
            (Some("insights"), None, None) => Self::Insights,
            (Some("profile"), None, None) => Self::Profile,
            (Some("data"), None, None) => Self::Data,
            (Some("report"), None, None) => Self::Report,
            (Some("sheet"), Some(id), None) if id.chars().all(plain) => Self::Sheet(id.to_string()),
            (Some("job"), Some(id), None) if id.chars().all(plain) => Self::Job(id.to_string()),
            (Some("shared"), Some(packed), None) if packed.chars().all(plain) => {
                Self::Shared(packed.to_string())
            }
            (Some("guide"), None, None) => Self::Guide,
            (Some("privacy"), None, None) => Self::Privacy,
            _ => Self::NotFound,
        }
    }
}

/// What the setting `name` says, empty if it is not there.
fn setting<'s>(settings: &'s str, name: &str) -> &'s str {
    let value = settings.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key == name).then_some(value)
    });
    value.unwrap_or_default()
}

/// The ids that the setting `name` lists, each once; what cannot be one is left aside.
fn listed(settings: &str, name: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in setting(settings, name).split(',') {
        if !id.is_empty() && id.chars().all(plain) && !ids.iter().any(|known| known == id) {
            ids.push(id.to_string());
        }
    }
    ids
}

/// Whether `c` may stand in a job's id. No id needs escaping, so none is unescaped.
fn plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

impl fmt::Display for Route {
    /// The hash, with its `#`. An unknown page leads to the first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read | Self::NotFound => f.write_str("#/"),
            Self::Jobs { view: View::List } => f.write_str("#/jobs"),
            Self::Insights => f.write_str("#/insights"),
            Self::Profile => f.write_str("#/profile"),
            Self::Jobs { view: View::Board } => f.write_str("#/jobs?view=board"),
            Self::Jobs { view: View::Agenda } => f.write_str("#/jobs?view=agenda"),
            Self::Data => f.write_str("#/data"),
            Self::Report => f.write_str("#/report"),
            Self::Job(id) => write!(f, "#/job/{id}"),
            Self::Sheet(id) => write!(f, "#/sheet/{id}"),
            Self::Compare(ids) if ids.is_empty() => f.write_str("#/compare"),
            Self::Compare(ids) => {
                f.write_str("#/compare?jobs=")?;
                f.write_str(&ids.join(","))
            }
            Self::Shared(packed) => write!(f, "#/shared/{packed}"),
            Self::Guide => f.write_str("#/guide"),
            Self::Privacy => f.write_str("#/privacy"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_name_pages() {
        let jobs = Route::Jobs { view: View::List };
        let cases = [
            ("nothing", "", Route::Read),
            ("a lone hash", "#", Route::Read),
            ("the first page", "#/", Route::Read),
            ("without the hash", "/", Route::Read),
            ("the list", "#/jobs", jobs.clone()),
            ("the list by its view", "#/jobs?view=list", jobs.clone()),
            ("an unknown view", "#/jobs?view=spiral", jobs.clone()),
            (
                "the board",
                "#/jobs?view=board",
                Route::Jobs { view: View::Board },
            ),
            ("unknown settings", "#/jobs?colour=red&x", jobs.clone()),
            ("a slash at the end", "#/jobs/", jobs),
            ("a job", "#/job/m5k2a9x0", Route::Job("m5k2a9x0".into())),
            (
                "a sheet",
                "#/sheet/m5k2a9x0",
                Route::Sheet("m5k2a9x0".into()),
            ),
            ("a sheet of nothing", "#/sheet", Route::NotFound),
            ("the report", "#/report", Route::Report),
            ("the insights", "#/insights", Route::Insights),
            ("the profile", "#/profile", Route::Profile),
            ("the data", "#/data", Route::Data),
            ("a link", "#/shared/q1-_Zz", Route::Shared("q1-_Zz".into())),
            ("a link of nothing", "#/shared/", Route::NotFound),
            ("the guide", "#/guide", Route::Guide),
            ("the privacy page", "#/privacy", Route::Privacy),
            ("a job without id", "#/job/", Route::NotFound),
            ("a job and more", "#/job/m5/edit", Route::NotFound),
            ("markup for an id", "#/job/<b>", Route::NotFound),
            ("an escaped id", "#/job/a%20b", Route::NotFound),
            ("nothing to compare", "#/compare", Route::Compare(vec![])),
            (
                "jobs to compare",
                "#/compare?x=1&jobs=b2,a1,,b2,<i>",
                Route::Compare(vec!["b2".into(), "a1".into()]),
            ),
            ("another page", "#/elsewhere", Route::NotFound),
            ("capitals", "#/Jobs", Route::NotFound),
        ];
        for (name, hash, expected) in cases {
            assert_eq!(Route::parse(hash), expected, "{name}");
        }
    }

    #[test]
    fn a_page_is_found_again_by_its_printed_name() {
        for route in [
            Route::Read,
            Route::Jobs { view: View::List },
            Route::Jobs { view: View::Board },
            Route::Jobs { view: View::Agenda },
            Route::Job("m5k2a9x0".into()),
            Route::Compare(Vec::new()),
            Route::Compare(vec!["b2".into(), "a1".into()]),
            Route::Sheet("m5k2a9x0".into()),
            Route::Report,
            Route::Insights,
            Route::Profile,
            Route::Data,
            Route::Shared("q1-_Zz".into()),
            Route::Guide,
            Route::Privacy,
        ] {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }
}
