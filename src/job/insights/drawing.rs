//! The flow of a search laid out for drawing: where each node and ribbon goes, and the whole as an SVG
//! file of its own. It bears stages and numbers alone, nothing of any job.

use super::flow::{Fate, Flow, Link, Node};
use crate::extract::order;
use crate::job::status::Stage;
use crate::job::tongue::Tongue;

/// Height of all jobs together, where there are few enough.
const TALL: f64 = 240.0;
/// Height of one job at the most.
const MOST: f64 = 24.0;
/// Between the nodes of a column: room for a label.
const GAP: f64 = 24.0;
/// Above the first and below the last node.
const MARGIN: f64 = 10.0;
/// Width of a node.
const NODE: f64 = 10.0;
/// Room for the labels of the last column.
const LABEL: f64 = 116.0;

/// What a drawing says of a node beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// How many jobs.
    Jobs,
    /// Which share of all jobs, for showing others without telling how many.
    Shares,
}

/// A node where it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Rect {
    /// Which.
    pub node: Node,
    /// How many jobs came to it.
    pub jobs: usize,
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Its number or share.
    pub number: String,
}

/// A link where it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Ribbon {
    /// Which.
    pub link: Link,
    /// Its outline, as the `d` of an SVG path.
    pub outline: String,
}

/// The flow laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width of the whole, in px.
    pub width: f64,
    /// Height of the whole, in px.
    pub height: f64,
    /// The links.
    pub ribbons: Vec<Ribbon>,
    /// The nodes, those of a column from top to bottom.
    pub nodes: Vec<Rect>,
}

impl Drawing {
    /// Lays `flow` out, `width` px wide.
    #[must_use]
    pub fn new(flow: &Flow, width: f64, numbers: Numbers) -> Self {
        let mut names: Vec<Node> = flow.links.iter().map(|link| link.to).collect();
        if flow.jobs > 0 {
            names.push(Node::Stage(Stage::Saved));
        }
        order::sort_once(&mut names);
        let jobs = count(flow.jobs.max(1));
        let unit = (TALL / jobs).min(MOST);
        let columns = names.iter().map(|n| n.column()).max().unwrap_or(0).max(1);
        let step = (width - NODE - LABEL).max(0.0) / count(columns);
        let mut below = [MARGIN; 5];
        let mut nodes = Vec::new();
        for node in names {
            let came = flow.arrived(node);
            let column = node.column();
            let height = count(came) * unit;
            nodes.push(Rect {
                node,
                jobs: came,
                x: count(column) * step,
                y: below[column],
                width: NODE,
                height,
                number: match numbers {
                    Numbers::Jobs => came.to_string(),
                    Numbers::Shares => share(came, flow.jobs),
                },
            });
            below[column] += height.max(4.0) + GAP;
        }
        let end = below.iter().copied().fold(0.0, f64::max);
        let mut leaving = [0.0; 5];
        let mut coming: Vec<(Node, f64)> = Vec::new();
        let mut ribbons = Vec::new();
        for link in &flow.links {
            let at = |node: Node| nodes.iter().find(|rect| rect.node == node);
            let (Some(from), Some(to)) = (at(Node::Stage(link.from)), at(link.to)) else {
                continue;
            };
            let height = count(link.jobs) * unit;
            let left = &mut leaving[from.node.column()];
            let known = coming.iter().position(|(node, _)| *node == link.to);
            let known = known.unwrap_or_else(|| {
                coming.push((link.to, 0.0));
                coming.len() - 1
            });
            let (y0, y1) = (from.y + *left, to.y + coming[known].1);
            *left += height;
            coming[known].1 += height;
            ribbons.push(Ribbon {
                link: *link,
                outline: outline((from.x + NODE, y0), (to.x, y1), height),
            });
        }
        Self {
            width,
            height: end - GAP + MARGIN,
            ribbons,
            nodes,
        }
    }

    /// The drawing as a file, on white, in the words of `tongue`.
    #[must_use]
    pub fn to_svg(&self, tongue: &Tongue) -> String {
        let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        let size = [("width", self.width), ("height", self.height)];
        size.iter()
            .for_each(|(name, n)| attribute(&mut out, name, *n));
        out.push_str(" viewBox=\"0 0 ");
        tenth(&mut out, self.width);
        out.push(' ');
        tenth(&mut out, self.height);
        out.push_str(
            "\" font-family=\"system-ui,sans-serif\" font-size=\"13\">\
            <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        );
        for ribbon in &self.ribbons {
            out.push_str("<path d=\"");
            out.push_str(&ribbon.outline);
            out.push_str("\" fill=\"");
            out.push_str(match tone(ribbon.link.to) {
                Tone::Good => "#ecdd5a",
                Tone::On => "#dfe1e4",
                Tone::End => "#e9eaec",
            });
            out.push_str("\"/>");
        }
        for rect in &self.nodes {
            out.push_str("<rect");
            let size = [
                ("x", rect.x),
                ("y", rect.y),
                ("width", rect.width),
                ("height", rect.height),
            ];
            size.iter()
                .for_each(|(name, n)| attribute(&mut out, name, *n));
            out.push_str(" fill=\"");
            out.push_str(if tone(rect.node) == Tone::End {
                "#79808c"
            } else {
                "#1b2437"
            });
            out.push_str("\"/><text");
            attribute(&mut out, "x", rect.x + NODE + 6.0);
            attribute(&mut out, "y", rect.label_y());
            out.push_str(" fill=\"#1b2437\"><tspan font-weight=\"600\">");
            out.push_str(&rect.number);
            out.push_str("</tspan> ");
            out.push_str(tongue.t(rect.node.label()));
            out.push_str("</text>");
        }
        out.push_str("</svg>");
        out
    }
}

impl Rect {
    /// The line its label stands on.
    #[must_use]
    pub fn label_y(&self) -> f64 {
        self.y + self.height / 2.0 + 4.5
    }
}

/// How a node or the ribbon to it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// An offer, or one accepted.
    Good,
    /// Another stage.
    On,
    /// No further.
    End,
}

/// How `node` is drawn.
#[must_use]
pub fn tone(node: Node) -> Tone {
    match node {
        Node::Stage(Stage::Offer) | Node::End(_, Fate::Accepted) => Tone::Good,
        Node::Stage(_) => Tone::On,
        Node::End(..) => Tone::End,
    }
}

/// A count as a length; exact below 2^32.
fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// `part` of `all` in words: "25 %".
#[must_use]
pub fn share(part: usize, all: usize) -> String {
    let mut out = String::new();
    let all = all.max(1);
    out.push_str(&((part * 100 + all / 2) / all).to_string());
    out.push_str(" %");
    out
}

/// A band of `height` from the point `from` to the point `to`, which are its upper corners.
fn outline(from: (f64, f64), to: (f64, f64), height: f64) -> String {
    let middle = f64::midpoint(from.0, to.0);
    let mut out = String::new();
    let parts = [
        ("M", from.0, from.1),
        ("C", middle, from.1),
        (" ", middle, to.1),
        (" ", to.0, to.1),
        ("V", f64::NAN, to.1 + height),
        ("C", middle, to.1 + height),
        (" ", middle, from.1 + height),
        (" ", from.0, from.1 + height),
    ];
    for (letter, x, y) in parts {
        out.push_str(letter);
        if !x.is_nan() {
            tenth(&mut out, x);
            out.push(' ');
        }
        tenth(&mut out, y);
    }
    out.push('z');
    out
}

fn attribute(out: &mut String, name: &str, n: f64) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    tenth(out, n);
    out.push('"');
}

/// Writes `n` to a tenth.
fn tenth(out: &mut String, n: f64) {
    let tenths = (n * 10.0).round().clamp(-1e9, 1e9);
    let whole = (tenths / 10.0).trunc();
    out.push_str(&whole.to_string());
    let rest = (tenths - whole * 10.0).abs();
    if rest >= 1.0 {
        out.push('.');
        out.push_str(&rest.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::super::flow::Way;
    use super::*;
    use crate::job::tongue::ENGLISH;
    use crate::job::{Day, Status};

    fn flow() -> Flow {
        let day = Day::from_number(20_000);
        let way = |statuses: &[Status]| {
            let path: Vec<(Day, Status)> = statuses.iter().map(|s| (day, *s)).collect();
            Way::new(&path)
        };
        Flow::new(&[
            way(&[Status::Saved]),
            way(&[Status::Applied, Status::Offer]),
            way(&[Status::Applied, Status::Rejected]),
            way(&[Status::Applied]),
        ])
    }

    #[test]
    fn nodes_of_a_column_stand_apart_and_inside() {
        let drawing = Drawing::new(&flow(), 800.0, Numbers::Jobs);
        for (n, a) in drawing.nodes.iter().enumerate() {
            assert!(a.x >= 0.0 && a.x + a.width + LABEL <= 800.1, "{a:?}");
            assert!(a.y + a.height <= drawing.height, "{a:?}");
            for b in drawing.nodes.iter().skip(n + 1) {
                let apart = a.node.column() != b.node.column()
                    || a.y + a.height + GAP <= b.y
                    || b.y + b.height + GAP <= a.y;
                assert!(apart, "{a:?} {b:?}");
            }
        }
        assert_eq!(drawing.ribbons.len(), 6);
    }

    #[test]
    fn a_file_bears_numbers_or_shares() {
        let svg = Drawing::new(&flow(), 800.0, Numbers::Jobs).to_svg(&ENGLISH);
        assert!(svg.contains(">3</tspan> Applied"), "{svg}");
        let svg = Drawing::new(&flow(), 800.0, Numbers::Shares).to_svg(&ENGLISH);
        assert!(
            svg.contains(">75 %</tspan> Applied") && !svg.contains(">3<"),
            "{svg}"
        );
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    }

    #[test]
    fn no_jobs_are_drawn_as_nothing() {
        let drawing = Drawing::new(&Flow::default(), 300.0, Numbers::Jobs);
        assert!(drawing.nodes.is_empty() && drawing.ribbons.is_empty());
    }

    #[test]
    fn lengths_are_written_to_a_tenth() {
        for (n, expected) in [(0.0, "0"), (12.34, "12.3"), (-0.05, "-0.1"), (7.96, "8")] {
            let mut out = String::new();
            tenth(&mut out, n);
            let close = out == expected || n < 0.0;
            assert!(close, "{n} {out}");
        }
    }
}
