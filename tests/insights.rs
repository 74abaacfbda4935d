//! What holds for the insights of any search: each job is counted once a stage, what comes into a stage
//! goes out of it, and neither the order of the jobs nor how they are drawn changes a figure.
#![cfg(not(target_arch = "wasm32"))]

mod seeded;

use std::collections::BTreeMap;

use proptest::prelude::*;
use rolecard::job::insights::{Counts, Drawing, Flow, Node, Numbers, Path, Way, stage_label};
use rolecard::job::tongue::ENGLISH;
use rolecard::job::{Day, Stage, Status};

const STAGES: [Stage; 4] = [Stage::Saved, Stage::Applied, Stage::Interview, Stage::Offer];

/// Up to nine statuses, up to two months apart, in any order a person may set them.
fn path() -> impl Strategy<Value = Path> {
    let steps = prop::collection::vec((0..60i32, 0..Status::ALL.len()), 0..10);
    (20_000..20_400i32, steps).prop_map(|(start, steps)| {
        let mut day = Day::from_number(start);
        let of = |(days, status): (i32, usize)| {
            day = day.plus(days);
            (day, Status::ALL[status])
        };
        steps.into_iter().map(of).collect()
    })
}

fn search() -> impl Strategy<Value = Vec<Path>> {
    prop::collection::vec(path(), 0..40)
}

fn flow(search: &[Path]) -> Flow {
    let ways: Vec<Way> = search.iter().map(|path| Way::new(path)).collect();
    Flow::new(&ways)
}

fn named(search: &[Path]) -> Vec<(Path, Option<String>)> {
    let of = |(n, path): (usize, &Path)| (path.clone(), (n % 3 > 0).then(|| format!("board {n}")));
    search.iter().enumerate().map(of).collect()
}

/// The stages a history claims, told apart from [`Way`]: walked from the end, what is later than a stage
/// it stepped back to is not believed.
fn believed(path: &Path) -> Vec<Stage> {
    let mut stages = vec![Stage::Saved];
    for (n, (_, status)) in path.iter().enumerate() {
        let stage = status.stage();
        let open = |s: &Status| s.stage() != Stage::Closed;
        // Taken back where, of two open statuses that follow at once, the later one is earlier.
        let later = path[n..].windows(2).any(|pair| {
            let (before, after) = (pair[0].1, pair[1].1);
            open(&before) && open(&after) && after.stage() < stage
        });
        if open(status) && !later && !stages.contains(&stage) {
            stages.push(stage);
        }
    }
    stages.sort();
    stages
}

proptest! {
    #![proptest_config(seeded::cases(256))]

    #[test]
    fn what_comes_into_a_stage_goes_out_of_it(search in search()) {
        let flow = flow(&search);
        prop_assert_eq!(flow.jobs, search.len());
        for stage in STAGES {
            prop_assert_eq!(flow.arrived(Node::Stage(stage)), flow.out_of(stage), "{:?}", stage);
        }
        let ends = flow.links.iter().filter(|link| matches!(link.to, Node::End(..)));
        prop_assert_eq!(ends.map(|link| link.jobs).sum::<usize>(), search.len());
        prop_assert!(flow.links.iter().all(|link| link.jobs > 0));
    }

    #[test]
    fn each_job_counts_once_in_each_stage_its_events_tell_of(search in search()) {
        let flow = flow(&search);
        for stage in STAGES {
            let told = search.iter().filter(|path| believed(path).contains(&stage)).count();
            prop_assert_eq!(flow.arrived(Node::Stage(stage)), told, "{:?}", stage);
        }
    }

    #[test]
    fn the_order_of_the_jobs_changes_nothing(search in search(), by in 0..40usize) {
        let mut turned = search.clone();
        if !turned.is_empty() {
            let by = by % turned.len();
            turned.rotate_left(by);
        }
        prop_assert_eq!(flow(&search), flow(&turned));
        let today = Day::from_number(20_900);
        let (mut one, mut other) = (named(&search), named(&search));
        other.reverse();
        prop_assert_eq!(Counts::new(&one, today), Counts::new(&other, today));
        one.truncate(1);
        prop_assert_eq!(Counts::new(&one, today).saved, one.len());
    }

    #[test]
    fn figures_agree_with_the_flow(search in search()) {
        let flow = flow(&search);
        let counts = Counts::new(&named(&search), Day::from_number(20_900));
        prop_assert!(counts.answered <= counts.applied && counts.applied <= counts.saved);
        prop_assert_eq!(counts.applied, flow.arrived(Node::Stage(Stage::Applied)));
        for stage in &counts.stages {
            prop_assert_eq!(stage.reached, flow.arrived(Node::Stage(stage.stage)));
            prop_assert!(stage.now <= stage.reached && stage.left <= stage.reached);
        }
        let of_sources = counts.sources.iter().map(|group| group.applied).sum::<usize>();
        prop_assert_eq!(of_sources, counts.applied);
    }

    #[test]
    fn the_text_for_sankeymatic_adds_up(search in search()) {
        let text = flow(&search).to_sankeymatic(&ENGLISH);
        let (mut came, mut went) = (BTreeMap::new(), BTreeMap::new());
        for line in text.lines() {
            let (from, rest) = line.split_once(" [").expect("a number in brackets");
            let (jobs, to) = rest.split_once("] ").expect("where to");
            let jobs: usize = jobs.parse().expect("a number");
            *went.entry(from.to_string()).or_insert(0) += jobs;
            *came.entry(to.to_string()).or_insert(0) += jobs;
        }
        for stage in &STAGES[1..] {
            let name = stage_label(*stage);
            prop_assert_eq!(came.get(name), went.get(name), "{}", name);
        }
        prop_assert_eq!(went.get("Saved").copied().unwrap_or(0), search.len());
    }

    #[test]
    fn ribbons_fill_their_nodes(search in search(), width in 300..1400u32) {
        let flow = flow(&search);
        let drawing = Drawing::new(&flow, f64::from(width), Numbers::Jobs);
        let unit = drawing.nodes.first().map_or(0.0, |rect| {
            rect.height / f64::from(u32::try_from(rect.jobs).unwrap_or(0))
        });
        for rect in &drawing.nodes {
            let jobs = f64::from(u32::try_from(rect.jobs).unwrap_or(0));
            prop_assert!((rect.height - jobs * unit).abs() < 1e-6);
            prop_assert!(rect.y + rect.height <= drawing.height);
        }
        prop_assert_eq!(drawing.ribbons.len(), flow.links.len());
        let svg = drawing.to_svg(&ENGLISH);
        prop_assert_eq!(svg.matches("<path ").count(), flow.links.len());
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}
