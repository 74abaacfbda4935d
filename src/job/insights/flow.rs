//! Where the jobs of a search went: each counted once in every stage it came to, and once where it
//! stands, so that what comes into a stage also goes out of it.

use crate::extract::order;
use crate::job::Day;
use crate::job::status::{Stage, Status};
use crate::job::tongue::Tongue;

/// Where a job stands at the end of its way so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum Fate {
    /// Nothing closed it: it is to be done, or waited for.
    Open,
    Accepted,
    Declined,
    Rejected,
    NoAnswer,
    Withdrawn,
    Expired,
}

/// The way of one job: the stages it came to, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// In the order of a search, [`Stage::Saved`] always first; [`Stage::Closed`] is none of them.
    pub stages: Vec<Stage>,
    /// Where it stands.
    pub fate: Fate,
}

impl Way {
    /// The way that a history makes. A step back to an earlier stage takes back those after it: the job
    /// was moved too far. What was closed and opens again keeps the stages it had.
    #[must_use]
    pub fn new(path: &[(Day, Status)]) -> Self {
        let mut stages = vec![Stage::Saved];
        let mut fate = Fate::Open;
        for (_, status) in path {
            let stage = status.stage();
            if stage != Stage::Closed {
                if fate == Fate::Open || fate == Fate::Accepted {
                    stages.retain(|known| *known <= stage);
                }
                if !stages.contains(&stage) {
                    stages.push(stage);
                    order::sort(&mut stages);
                }
            }
            fate = match status {
                Status::Accepted => Fate::Accepted,
                Status::Declined => Fate::Declined,
                Status::Rejected => Fate::Rejected,
                Status::NoAnswer => Fate::NoAnswer,
                Status::Withdrawn => Fate::Withdrawn,
                Status::Expired => Fate::Expired,
                _ => Fate::Open,
            };
        }
        Self { stages, fate }
    }

    /// The last stage it came to.
    #[must_use]
    pub fn last(&self) -> Stage {
        self.stages.last().copied().unwrap_or(Stage::Saved)
    }

    /// Whether it came to `stage`.
    #[must_use]
    pub fn reached(&self, stage: Stage) -> bool {
        self.stages.contains(&stage)
    }
}

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// On to a stage.
    Stage(Stage),
    /// No further than this stage.
    End(Stage, Fate),
}

impl Node {
    /// Its name on screen, which does not say after which stage.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Stage(stage) => stage_label(stage),
            Self::End(stage, fate) => match (stage, fate) {
                (Stage::Saved, Fate::Open) => "To do",
                (Stage::Offer, Fate::Open) => "To decide",
                (_, Fate::Open) => "Waiting",
                (_, Fate::Accepted) => "Accepted",
                (_, Fate::Declined) => "Declined",
                (_, Fate::Rejected) => "Rejected",
                (_, Fate::NoAnswer) => "No answer",
                (_, Fate::Withdrawn) => "Withdrawn",
                (_, Fate::Expired) => "Expired",
            },
        }
    }

    /// The column it is drawn in: that of its stage, or the one behind.
    #[must_use]
    pub fn column(self) -> usize {
        match self {
            Self::Stage(stage) => column(stage),
            Self::End(stage, _) => column(stage) + 1,
        }
    }
}

/// The name of a stage on screen.
#[must_use]
pub fn stage_label(stage: Stage) -> &'static str {
    match stage {
        Stage::Saved => "Saved",
        Stage::Applied => "Applied",
        Stage::Interview => "Interview",
        Stage::Offer => "Offer",
        Stage::Closed => "Closed",
    }
}

fn column(stage: Stage) -> usize {
    match stage {
        Stage::Saved => 0,
        Stage::Applied => 1,
        Stage::Interview => 2,
        Stage::Offer | Stage::Closed => 3,
    }
}

/// So many jobs went from a stage to where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// From.
    pub from: Stage,
    /// To.
    pub to: Node,
    /// How many; never 0.
    pub jobs: usize,
}

/// Where all jobs went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// How many there are.
    pub jobs: usize,
    /// By where from, then where to: first on to stages, then to ends.
    pub links: Vec<Link>,
}

impl Flow {
    /// Where jobs with these ways went.
    #[must_use]
    pub fn new(ways: &[Way]) -> Self {
        let mut links: Vec<Link> = Vec::new();
        for way in ways {
            for pair in way.stages.windows(2) {
                add(&mut links, pair[0], Node::Stage(pair[1]));
            }
            add(&mut links, way.last(), Node::End(way.last(), way.fate));
        }
        order::sort_by(&mut links, |a, b| (a.from, a.to).cmp(&(b.from, b.to)));
        Self {
            jobs: ways.len(),
            links,
        }
    }

    /// How many jobs came to `node`.
    #[must_use]
    pub fn arrived(&self, node: Node) -> usize {
        if node == Node::Stage(Stage::Saved) {
            return self.jobs;
        }
        let there = self.links.iter().filter(|link| link.to == node);
        there.map(|link| link.jobs).sum()
    }

    /// How many jobs left `stage`, or ended there.
    #[must_use]
    pub fn out_of(&self, stage: Stage) -> usize {
        let there = self.links.iter().filter(|link| link.from == stage);
        there.map(|link| link.jobs).sum()
    }

    /// The links as SankeyMATIC reads them, a line each: `Saved [16] Applied`. Ends are named with their
    /// stage, since it joins nodes of one name.
    #[must_use]
    pub fn to_sankeymatic(&self, tongue: &Tongue) -> String {
        let mut out = String::new();
        for link in &self.links {
            out.push_str(tongue.t(stage_label(link.from)));
            out.push_str(" [");
            out.push_str(&link.jobs.to_string());
            out.push_str("] ");
            if let Node::End(stage, _) = link.to {
                out.push_str(tongue.t(stage_label(stage)));
                out.push_str(": ");
            }
            out.push_str(tongue.t(link.to.label()));
            out.push('\n');
        }
        out
    }
}

fn add(links: &mut Vec<Link>, from: Stage, to: Node) {
    let known = links.iter_mut().find(|l| l.from == from && l.to == to);
    match known {
        Some(link) => link.jobs += 1,
        None => links.push(Link { from, to, jobs: 1 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::tongue::ENGLISH;

    fn way(statuses: &[Status]) -> Way {
        let day = Day::from_number(20_000);
        let path: Vec<(Day, Status)> = statuses.iter().map(|s| (day, *s)).collect();
        Way::new(&path)
    }

    #[test]
    fn each_stage_once() {
        use Stage::{Applied, Interview, Offer, Saved};
        use Status as S;
        let cases: [(&str, &[Status], &[Stage], Fate); 10] = [
            ("nothing yet", &[], &[Saved], Fate::Open),
            ("to apply", &[S::Saved, S::ToApply], &[Saved], Fate::Open),
            (
                "two rounds are one stage",
                &[S::Applied, S::Screening, S::Interview, S::Interview],
                &[Saved, Applied, Interview],
                Fate::Open,
            ),
            (
                "asked by the employer",
                &[S::Interview, S::Offer, S::Accepted],
                &[Saved, Interview, Offer],
                Fate::Accepted,
            ),
            (
                "moved too far and back",
                &[S::Applied, S::Interview, S::Applied],
                &[Saved, Applied],
                Fate::Open,
            ),
            (
                "accepted by mistake",
                &[S::Applied, S::Accepted, S::Interview],
                &[Saved, Applied, Interview],
                Fate::Open,
            ),
            (
                "no answer, then an answer",
                &[S::Applied, S::NoAnswer, S::Interview],
                &[Saved, Applied, Interview],
                Fate::Open,
            ),
            (
                "rejected, and applied to again",
                &[S::Applied, S::Interview, S::Rejected, S::Applied],
                &[Saved, Applied, Interview],
                Fate::Open,
            ),
            (
                "rejected after an offer",
                &[S::Applied, S::Offer, S::Rejected],
                &[Saved, Applied, Offer],
                Fate::Rejected,
            ),
            ("let go", &[S::Expired], &[Saved], Fate::Expired),
        ];
        for (name, statuses, stages, fate) in cases {
            let got = way(statuses);
            assert_eq!((&got.stages[..], got.fate), (stages, fate), "{name}");
        }
    }

    #[test]
    fn links_are_counted_and_written() {
        let ways = [
            way(&[Status::Saved]),
            way(&[Status::Applied, Status::Interview, Status::Offer]),
            way(&[Status::Applied, Status::NoAnswer]),
            way(&[Status::Interview, Status::Rejected]),
        ];
        let flow = Flow::new(&ways);
        let expected = "Saved [2] Applied\nSaved [1] Interview\nSaved [1] Saved: To do\n\
            Applied [1] Interview\nApplied [1] Applied: No answer\nInterview [1] Offer\n\
            Interview [1] Interview: Rejected\nOffer [1] Offer: To decide\n";
        assert_eq!(flow.to_sankeymatic(&ENGLISH), expected);
        assert_eq!(flow.arrived(Node::Stage(Stage::Interview)), 2);
        assert_eq!(Flow::new(&[]).to_sankeymatic(&ENGLISH), "");
    }
}
