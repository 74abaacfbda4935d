//! Contacts, links and documents in a cell: a line each, its fields with commas between. Coming back, a
//! field is known by what it looks like.

use crate::job::{Day, Dossier, Moment, Slip, SlipKind, Typed};

/// Takes the slips of a cell. The same line gives the same slip, so that it comes in once.
pub fn take_slips(dossier: &mut Dossier, kind: SlipKind, cell: &str, now: Moment) {
    for line in cell.lines() {
        let said = fields(kind, line);
        let slip = Slip::new(id_of(line), kind, &said, now);
        if !slip.is_blank() {
            dossier.insert(slip);
        }
    }
}

/// The pieces of a line, each in the first free field that it looks like.
fn fields(kind: SlipKind, line: &str) -> Vec<String> {
    let all = kind.fields();
    let mut said = vec![String::new(); all.len()];
    let mut last = None;
    for piece in line.split(", ") {
        let piece = piece.trim();
        let fits = |typed: Typed| match typed {
            Typed::Words => false,
            Typed::Mail => piece.contains('@') && !piece.contains(' '),
            Typed::Phone => is_number(piece),
            Typed::Address => is_address(piece),
            Typed::Day => Day::parse(piece).is_some(),
        };
        let free = |at: &usize| said[*at].is_empty();
        let exact = (0..all.len()).find(|at| free(at) && fits(all[*at].1));
        let words = (0..all.len()).find(|at| free(at) && all[*at].1 == Typed::Words);
        match exact.or(words) {
            Some(at) => {
                said[at] = piece.to_string();
                last = Some(at);
            }
            // No field is free: it stays with what stood before it.
            None => {
                let words = &mut said[last.unwrap_or(0)];
                words.push_str(", ");
                words.push_str(piece);
            }
        }
    }
    said
}

fn is_number(piece: &str) -> bool {
    let digits = piece.chars().filter(char::is_ascii_digit).count();
    let plain = |c: char| c.is_ascii_digit() || "+-/(). \u{a0}".contains(c);
    digits >= 5 && piece.chars().all(plain)
}

fn is_address(piece: &str) -> bool {
    let lower = piece.to_ascii_lowercase();
    let named = ["http://", "https://", "www."];
    let bare = piece.contains('.') && piece.contains('/');
    !piece.contains(' ') && (bare || named.iter().any(|start| lower.starts_with(start)))
}

/// An id that the line's words give.
fn id_of(line: &str) -> String {
    let hash = line.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("csv{hash:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_comes_back_field_by_field() {
        let cases = [
            (
                SlipKind::Contact,
                "Ilse Brandt, Harbour master, ilse@ferry.example, +49 431 1234",
                &[
                    "Ilse Brandt",
                    "Harbour master",
                    "ilse@ferry.example",
                    "+49 431 1234",
                ][..],
            ),
            (
                SlipKind::Contact,
                "jobs@ferry.example",
                &["", "", "jobs@ferry.example"],
            ),
            (
                SlipKind::Link,
                "https://example.org/f, the fleet, all of it",
                &["https://example.org/f", "the fleet, all of it"],
            ),
            (SlipKind::Link, "the fleet", &["", "the fleet"]),
            (
                SlipKind::Document,
                "cv-7.pdf, CV, 2026-11-12",
                &["cv-7.pdf", "CV", "2026-11-12"],
            ),
        ];
        for (kind, line, expected) in cases {
            let mut dossier = Dossier::default();
            take_slips(&mut dossier, kind, &[line, "", line].join("\n"), Moment(1));
            let slips = dossier.of(kind);
            assert_eq!(slips.len(), 1, "{line}");
            assert_eq!(slips[0].said, expected, "{line}");
            assert_eq!(slips[0].line(), line);
        }
    }
}
