//! Signals: the one source of truth of the page, and saving. What can be derived is derived; nothing
//! here draws.

mod asking;
mod compare;
mod data;
mod dossier;
mod draft;
mod handed;
mod insights;
mod intake;
mod jobs;
mod keeping;
mod kin;
mod notices;
mod open_job;
mod parts;
mod posting;
mod preferences;
pub mod profile;
mod report;
mod several;
mod sheet;
mod tour;
mod watch;
pub mod words;

pub use crate::job::tongue::mark;
pub use crate::store::{Backup, Kept, Plan};
pub use crate::transfer::csv::Column;
pub use asking::{AskingAll, Told};
pub use compare::{Comparing, Judged, adopt_styles, compare_selected};
pub use data::{Data, Incoming};
pub use dossier::adopt_paper_styles;
pub use draft::{BOX, Draft, MOST_BYTES};
pub use handed::{from_link, link_to};
pub use insights::{Insights, Made};
pub use jobs::{Back, FoundRow, Jobs};
pub use kin::{Kin, SameJob, SimilarJob, Sought};
pub use notices::{Act, Fault, Notice, Notices};
pub use open_job::OpenJob;
pub(crate) use parts::cut;
pub use parts::{Fetch, Missing, Part, Parts, at_once};
pub use posting::{OpenPosting, Read, Shared};
pub use report::Report;
pub use several::Arrived;
pub use sheet::{SHEET, Sheet};
pub use tour::{STEPS, TOUR};
pub use watch::{Allowed, Watch};
pub use words::{HERE, count, fill, t};

pub use crate::browser::form::Form as TypedForm;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::browser::{address, capture, clipboard, clock, early, focus, installed};
use crate::job::{Dated, Day, JobId, Moment};
use crate::route::Route;

/// The page's state, made once and handed down by value.
#[derive(Clone, Copy)]
pub struct App {
    /// The page that is open.
    pub route: RwSignal<Route>,
    /// What the page says of what was done and what went wrong.
    pub notices: Notices,
    /// The parts of the program that are fetched when they are first needed.
    pub parts: Parts,
    /// The posting on the Read page.
    pub draft: Draft,
    /// The saved jobs.
    pub jobs: Jobs,
    /// What falls due.
    pub watch: Watch,
    /// The question to all saved jobs.
    pub asking: AskingAll,
    /// Counts what is learnt and unlearnt of the person.
    pub profile: RwSignal<u32>,
    /// What is laid over the page.
    pub sheet: RwSignal<Option<Sheet>>,
    /// The step of the tour that is shown, from 0.
    pub tour: RwSignal<Option<usize>>,
}

impl App {
    /// Takes over what was typed before the page had started, or the draft of last time; takes the
    /// route from the address and follows it from now on.
    #[must_use]
    pub fn start(parts: Parts) -> Self {
        let typed = early::take();
        let brought = capture::take(&address::hash());
        let route = RwSignal::new(Route::parse(&address::hash()));
        let notices = Notices::new();
        let draft = Draft::start(notices, parts, typed.text);
        if let Some(caret) = typed.caret {
            spawn_local(async move {
                tick().await;
                crate::browser::text_box::focus(BOX, caret);
            });
        }
        let jobs = Jobs::new(notices);
        let tour = RwSignal::new(None);
        installed::on_shared(move |words| draft.replace(words));
        installed::on_update(move || {
            let take = installed::take_update;
            notices.say_with_button(t("A newer Rolecard is ready."), t("Update"), take);
        });
        if let Some(page) = brought {
            draft.bring(page);
        }
        address::on_change(move |hash| {
            if let Some(page) = capture::take(&hash) {
                draft.bring(page);
                route.set(Route::Read);
                return;
            }
            notices.turn_page();
            draft.open.let_go();
            let next = Route::parse(&hash);
            // Before the job's page goes it has saved what was changed on it, but for its notes.
            if next == Route::Read {
                draft.catch_up();
            } else {
                tour.set(None);
            }
            // Another view of the same jobs: the choice between them keeps the focus.
            let jobs = |route: &Route| matches!(route, Route::Jobs { .. });
            let stays = jobs(&next) && route.with_untracked(jobs);
            route.set(next);
            if !stays {
                focus_soon("main".into());
                focus::to_top();
            }
        });
        let app = Self {
            route,
            notices,
            parts,
            draft,
            jobs,
            watch: Watch::new(jobs),
            asking: AskingAll::new(jobs, parts.reader, parts.ask),
            profile: RwSignal::new(0),
            sheet: RwSignal::new(None),
            tour,
        };
        app.hear_keys();
        app.watch.begin_soon();
        app
    }

    /// Names the page in the window's title, which is what tabs and the browser's history show.
    pub fn name_page(self, name: &str) {
        address::set_title(&[name, " - Rolecard"].concat());
    }

    /// Moves the focus to the page's content.
    pub fn focus_content(self) {
        focus::on_id("main");
    }

    /// Opens files: one goes into the box, several become jobs after a look at them.
    pub fn open_files(self, files: Vec<web_sys::File>) {
        if !files.is_empty() {
            self.draft.expect_posting();
            intake::open(self, files);
        }
    }

    /// Puts `words` on the clipboard and says `done`, or says that the browser refused.
    pub fn copy(self, words: String, done: String) {
        spawn_local(async move {
            if clipboard::write(&words).await {
                self.notices.say(done);
            } else {
                self.notices.warn(t(
                    "The browser does not let the page copy. Select the words and copy them by hand.",
                ));
            }
        });
    }

    /// Puts a table on the clipboard as markup, and as `words` for what takes none.
    pub fn copy_rich(self, html: String, words: String, done: String) {
        spawn_local(async move {
            if clipboard::write_rich(&html, &words).await {
                self.notices.say(done);
            } else {
                self.notices.warn(t(
                    "The browser does not let the page copy. Select the table and copy it by hand.",
                ));
            }
        });
    }

    /// Opens the browser's printing.
    pub fn print(self) {
        crate::browser::print();
    }

    /// Shows the lit words of the original, or its top.
    pub fn show_original(self) {
        if !crate::browser::pane::show("#original mark.lit") {
            focus::show_id("original");
        }
    }

    /// Shows the card from its top.
    pub fn show_card(self) {
        focus::show_id("card");
    }
}

/// The bookmark that brings an open page here, as an address.
#[must_use]
pub fn bookmark() -> String {
    capture::bookmark()
}

/// Goes to a page.
pub fn go(route: &Route) {
    address::go(&route.to_string());
}

/// Focuses the element with this id once the page shows it.
pub fn focus_soon(id: String) {
    spawn_local(async move {
        tick().await;
        focus::on_id(&id);
    });
}

/// Remembers what had the focus before `event` brought it to something that will go away.
pub fn remember_focus(event: &web_sys::FocusEvent) {
    focus::remember(event);
}

/// Brings the focus back where it was remembered from once the page is drawn, where what had it is gone.
pub fn focus_back() {
    spawn_local(async move {
        tick().await;
        focus::bring_back("main");
    });
}

/// Puts what the skeleton teaches into the element with this id, once the page shows it.
pub fn put_teaching(id: &'static str) {
    spawn_local(async move {
        tick().await;
        early::put_teaching(id);
    });
}

/// The day it is for the person.
#[must_use]
pub fn today() -> Day {
    let (year, month, day) = clock::today();
    Day::new(year, month, day).unwrap_or(Day::from_number(0))
}

/// The files that a drop brings.
#[must_use]
pub fn of_drop(event: &web_sys::DragEvent) -> Vec<web_sys::File> {
    crate::browser::dropped::files(event)
}

/// The styles of the pages that follow jobs, which come with them.
pub fn adopt_track_styles() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| crate::browser::styles::adopt(include_str!("../../style/track.css")));
}

/// Says what is dragged.
pub fn carry(event: &web_sys::DragEvent, words: &str) {
    crate::browser::dropped::carry(event, words);
}

/// Shows the menu with the id `menu` at the element with the id `beside`, and focuses the element with
/// the id `first` in it, as soon as they are drawn.
pub fn show_menu(menu: &'static str, beside: String, first: String) {
    spawn_local(async move {
        tick().await;
        crate::browser::popover::show(menu, &beside);
        focus::on_id(&first);
    });
}

/// Hides a menu.
pub fn hide_menu(menu: &str) {
    crate::browser::popover::hide(menu);
}

/// Focuses the element with this id now.
pub fn focus_id(id: &str) {
    focus::on_id(id);
}

/// Whether something is dragged that has files in it.
#[must_use]
pub fn drags_files(event: &web_sys::DragEvent) -> bool {
    crate::browser::dropped::has_files(event)
}

/// The files that were chosen in a field for files, which is emptied for the next choice.
#[must_use]
pub fn of_choice(event: &web_sys::Event) -> Vec<web_sys::File> {
    crate::browser::dropped::chosen(event)
}

/// What a paste brings.
#[must_use]
pub fn of_paste(event: &web_sys::ClipboardEvent) -> Option<clipboard::Copied> {
    clipboard::of_event(event)
}

/// The day a point in time falls on for the person.
#[must_use]
pub fn day_of(moment: Moment) -> Day {
    let (year, month, day) = clock::day_of(moment.0);
    Day::new(year, month, day).unwrap_or(Day::from_number(0))
}

/// From now on a breakdown of the page's code leaves a plain screen that offers what is stored.
pub fn watch_for_crashes() {
    crate::browser::crash::watch();
}

/// What is seen of a list, for drawing only that.
pub use crate::browser::scroll;

/// Brings a column of a board that lies beside others into sight.
pub fn show_column(id: &str) {
    scroll::along(id);
}

/// An id for an event or a reminder made now.
#[must_use]
pub fn new_event() -> String {
    JobId::new(Moment(clock::now()), clock::random()).to_string()
}

/// `now` on the clocks here.
#[must_use]
pub fn here_now(now: Moment) -> Dated {
    Dated::of(now, clock::offset(now.0))
}
