//! Which saved jobs the person holds to be one, and which not. A link joins two postings and merges
//! nothing: each keeps its words, its marks and its history.

use std::collections::{BTreeMap, BTreeSet};

use crate::job::JobId;

/// The person's word on pairs of jobs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Pairs, the smaller id first: whether they are one job.
    pairs: BTreeMap<(JobId, JobId), bool>,
}

impl Links {
    /// Says whether two jobs are one; `None` takes the word back. A job and itself are no pair.
    pub fn set(&mut self, a: &JobId, b: &JobId, are_one: Option<bool>) {
        if a == b {
            return;
        }
        match are_one {
            Some(are_one) => self.pairs.insert(pair(a, b), are_one),
            None => self.pairs.remove(&pair(a, b)),
        };
    }

    /// What the person said of two jobs.
    #[must_use]
    pub fn of(&self, a: &JobId, b: &JobId) -> Option<bool> {
        self.pairs.get(&pair(a, b)).copied()
    }

    /// All pairs, the smaller id first.
    pub fn iter(&self) -> impl Iterator<Item = (&JobId, &JobId, bool)> {
        self.pairs.iter().map(|((a, b), one)| (a, b, *one))
    }

    /// The jobs linked with `id`, also by way of others, in the order of their ids; it is not among them.
    #[must_use]
    pub fn linked(&self, id: &JobId) -> BTreeSet<JobId> {
        let mut found = BTreeSet::from([id.clone()]);
        let mut open = vec![id.clone()];
        while let Some(from) = open.pop() {
            for (a, b, are_one) in self.iter() {
                let other = match (a == &from, b == &from) {
                    (true, _) => b,
                    (_, true) => a,
                    _ => continue,
                };
                if are_one && found.insert(other.clone()) {
                    open.push(other.clone());
                }
            }
        }
        found.remove(id);
        found
    }
}

fn pair(a: &JobId, b: &JobId) -> (JobId, JobId) {
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    (a.clone(), b.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> JobId {
        JobId::parse(text).unwrap()
    }

    #[test]
    fn links_join_by_way_of_others_and_can_be_taken_back() {
        let [a, b, c, d] = ["a", "b", "c", "d"].map(id);
        let mut links = Links::default();
        links.set(&b, &a, Some(true));
        links.set(&b, &c, Some(true));
        links.set(&a, &d, Some(false));
        links.set(&a, &a, Some(true));
        assert_eq!(links.of(&a, &b), Some(true));
        assert_eq!(links.of(&d, &a), Some(false));
        assert_eq!(links.linked(&a), BTreeSet::from([b.clone(), c.clone()]));
        assert_eq!(links.linked(&d), BTreeSet::new());
        links.set(&a, &b, None);
        assert_eq!(links.linked(&c), BTreeSet::from([b]));
        assert_eq!(links.iter().count(), 2);
    }
}
