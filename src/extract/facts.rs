//! What a posting says, as values with their evidence. Plain data: no reading, no serialising.

use super::date::When;
use super::label::Label;
use super::pay::Pay;
use super::span::Span;

/// A value read from the posting, and the words it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// The words it came from, at least one span, the best first.
    pub evidence: Vec<Span>,
    /// The rule that read it, in a few words, for explaining and debugging.
    pub reason: &'static str,
}

impl<T> Fact<T> {
    /// A fact that stands on one span.
    pub fn new(value: T, evidence: Span, reason: &'static str) -> Self {
        Self {
            value,
            evidence: vec![evidence],
            reason,
        }
    }

    /// Where its best evidence stands.
    ///
    /// # Panics
    /// Never for facts the reader makes: they have a span each.
    #[must_use]
    pub fn span(&self) -> Span {
        self.evidence[0]
    }
}

/// All facts of a posting, each `None` or empty where the posting does not say it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The job's title as written, less gender tags, requisition numbers and site suffixes.
    pub title: Option<Fact<String>>,
    /// The hiring employer, as written.
    pub company: Option<Fact<String>>,
    /// Base pay.
    pub pay: Option<Fact<Pay>>,
    /// Last day to apply, with hour and zone where stated.
    pub deadline: Option<Fact<When>>,
    /// Places the job is based at, or allowed from if remote.
    pub locations: Vec<Fact<String>>,
    /// Remote, hybrid or on site.
    pub work_mode: Option<Fact<WorkMode>>,
    /// Kinds of employment, each once.
    pub employment: Vec<Fact<Employment>>,
    /// Level, by the title first.
    pub seniority: Option<Fact<Seniority>>,
    /// Smallest number of years of relevant experience that is required.
    pub experience: Option<Fact<f32>>,
    /// The minimum level of education accepted.
    pub education: Option<Fact<Education>>,
    /// Human languages asked for.
    pub languages: Vec<Fact<Language>>,
    /// Whether the employer sponsors a visa: `true` yes, `false` no.
    pub sponsorship: Option<Fact<bool>>,
    /// Date posted.
    pub posted: Option<Fact<When>>,
    /// First day at work.
    pub start: Option<Fact<When>>,
    /// What is paid or given beside base pay.
    pub extras: Vec<Fact<Extra>>,
    /// Hard skills, ranked: asked as must, then nice, then in duties, then by how often.
    pub skills: Vec<Fact<Skill>>,
    /// Hours of work a week, as written ("37.5 hours a week").
    pub hours: Option<Fact<String>>,
    /// How long a fixed term lasts, as written.
    pub duration: Option<Fact<String>>,
    /// Department or team, as written.
    pub department: Option<Fact<String>>,
    /// Time zone asked for, as written.
    pub time_zone: Option<Fact<String>>,
    /// Travel asked for, as written.
    pub travel: Option<Fact<String>>,
    /// Link to the posting, or the board's name.
    pub source: Option<Fact<String>>,
}

/// Where the work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WorkMode {
    /// From anywhere, or anywhere in the places named.
    Remote,
    /// Some days on the premises.
    Hybrid,
    /// On the premises.
    Onsite,
}

/// A kind of employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum Employment {
    FullTime,
    PartTime,
    Contract,
    Temporary,
    Permanent,
    Internship,
    Apprenticeship,
    Volunteer,
    Freelance,
    PerDiem,
}

/// A level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Seniority {
    /// Intern, working student.
    Intern,
    /// Junior, graduate, entry level.
    Entry,
    /// II, intermediate, mid-level.
    Mid,
    /// Senior.
    Senior,
    /// Lead, staff, principal.
    Lead,
    /// Manager, supervisor, team lead with reports.
    Manager,
    /// Director, head of, vice president.
    Director,
    /// C-level.
    Executive,
}

/// A level of education.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Education {
    /// Explicitly not needed.
    NoneRequired,
    /// Secondary school.
    HighSchool,
    /// Vocational training, apprenticeship, certificate.
    Vocational,
    /// Associate degree.
    Associate,
    /// Bachelor's degree, or just "degree".
    Bachelor,
    /// Master's degree.
    Master,
    /// Doctorate.
    Doctorate,
}

/// A human language asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language {
    /// Its English name ("German").
    pub name: String,
    /// The level asked for, as written ("C1", "fluent").
    pub level: Option<String>,
}

/// What is paid or given beside base pay.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Extra {
    /// Its kind.
    pub kind: ExtraKind,
    /// The few words that name it, as written ("25 days of leave").
    pub text: String,
}

/// A kind of extra.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ExtraKind {
    /// Bonus, commission, 13th salary, profit share.
    Bonus,
    /// Shares, options, stock purchase plan.
    Equity,
    /// On-target earnings: a whole that holds base and variable pay.
    OnTarget,
    /// Shift, night, overtime or place allowances.
    Allowance,
    /// Days of paid leave.
    Leave,
    /// Pension, retirement plan.
    Pension,
    /// Health insurance of any kind.
    Health,
    /// Money or time for learning.
    Learning,
    /// Car, ticket, bicycle, relocation.
    Mobility,
    /// Anything else named as given.
    Other,
}

/// A hard skill asked for or used in the role.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Skill {
    /// The skill as written at its best evidence.
    pub name: String,
    /// How it is asked for, at its strongest.
    pub asked: Asked,
}

/// How strongly a skill is asked for; the order is the order of rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Asked {
    /// In a requirement that is a must.
    Must,
    /// In a requirement that is a plus.
    Nice,
    /// In a duty.
    Duty,
    /// Elsewhere in the posting proper.
    Named,
}

/// What a requirement, duty or benefit stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its words for display: one line, without bullets and Markdown marks.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// How strongly something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// Required, or stated plainly.
    Must,
    /// Preferred, a plus.
    Nice,
}

/// What kind of thing a requirement asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RequirementKind {
    /// A tool, method or field of knowledge.
    Skill,
    /// Time spent doing something.
    Experience,
    /// A degree, diploma or training.
    Education,
    /// A human language.
    Language,
    /// A licence, certificate or registration.
    Licence,
    /// A personal quality.
    Trait,
    /// A condition: shifts, travel, lifting, permit, checks.
    Condition,
}

/// One demand of the posting.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// Its words and where they stand.
    pub item: Item,
    /// Must or nice.
    pub strength: Strength,
    /// What it asks for.
    pub kind: RequirementKind,
    /// The hard skills named in it, as written, each with its place.
    pub skills: Vec<(String, Span)>,
    /// Whether any one of the skills is enough ("Java, Python or Scala").
    pub any_of: bool,
    /// Years asked for in it.
    pub years: Option<f32>,
}

/// How to apply, and what happens then.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Application {
    /// What the posting says of applying, in its order.
    pub items: Vec<Item>,
    /// Dated steps of the process, in its order.
    pub steps: Vec<Step>,
    /// Addresses and numbers to write to or call.
    pub contacts: Vec<Fact<Contact>>,
    /// Web addresses in the posting proper.
    pub links: Vec<Fact<String>>,
}

/// A dated step of the hiring process.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What happens, as written.
    pub what: Item,
    /// From when.
    pub from: When,
    /// Until when, for a stretch of time.
    pub to: Option<When>,
    /// The words that give the time.
    pub when: Span,
}

/// A way to reach a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Contact {
    /// An e-mail address.
    Email(String),
    /// A telephone number, as written.
    Phone(String),
    /// A person's name, as written.
    Person(String),
}

/// A sentence worth a second look. No verdict: it is what the text shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Caution {
    /// What it shows.
    pub kind: CautionKind,
    /// Its words.
    pub item: Item,
}

/// What a caution shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CautionKind {
    /// A fee is asked from the candidate.
    Fee,
    /// Bank details, a passport copy or the like are asked up front.
    PrivatePapers,
    /// Contact by messenger or free mail only.
    InformalContact,
    /// The top of the pay range is more than twice its foot.
    WideRange,
    /// A cost to the person: equipment, checks, training.
    OwnCost,
    /// Paid by commission only.
    CommissionOnly,
    /// Unpaid work.
    Unpaid,
}

/// A statement of the posting proper: a sentence, a list item, or a short fact. Headings are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it stands.
    pub span: Span,
    /// What it is for.
    pub label: Label,
    /// The heading that governs it, if any.
    pub heading: Option<Span>,
}
