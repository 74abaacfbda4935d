//! Putting lists in order. One stable merge sort over positions serves every list there is: the
//! standard one is written out anew for each type it meets, at kilobytes a type, and the page has to
//! load them all. Takes n log n comparisons, whatever the input.

use std::cmp::Ordering;

/// Puts `items` in the order of `compare`; equals keep theirs.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = {
        let items = &*items;
        places(items.len(), &|a, b| compare(&items[a], &items[b]).is_gt())
    };
    settle(places, &mut |a, b| items.swap(a, b));
}

/// Puts `items` in the order of their keys; equals keep theirs.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// As [`sort_by_key`], each key worked out once.
pub fn sort_by_cached_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let places = places(keys.len(), &|a, b| keys[a] > keys[b]);
    settle(places, &mut |a, b| items.swap(a, b));
}

/// Puts `items` in their own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Puts `items` in their own order, each of them once.
pub fn sort_once<T: Ord>(items: &mut Vec<T>) {
    sort(items);
    items.dedup();
}

/// The place each of `len` items takes; `after(a, b)` says that item `a` belongs behind item `b`.
#[inline(never)]
fn places(len: usize, after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut merged = order.clone();
    let mut run = 1;
    while run < len {
        let mut start = 0;
        while start < len {
            let middle = len.min(start + run);
            let end = len.min(middle + run);
            let (mut left, mut right) = (start, middle);
            for slot in &mut merged[start..end] {
                let from_right = left == middle || right < end && after(order[left], order[right]);
                let from = if from_right { &mut right } else { &mut left };
                *slot = order[*from];
                *from += 1;
            }
            start = end;
        }
        std::mem::swap(&mut order, &mut merged);
        run *= 2;
    }
    // what was the list of who comes next becomes the list of where each goes
    for (place, item) in order.iter().enumerate() {
        merged[*item] = place;
    }
    merged
}

/// Brings each item to its place.
#[inline(never)]
fn settle(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for at in 0..places.len() {
        while places[at] != at {
            let place = places[at];
            swap(at, place);
            places.swap(at, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_every_length_in_order_and_equals_in_theirs() {
        let mut seed: u32 = 7;
        for len in 0..70 {
            for kinds in [1, 2, 5, 1000] {
                let mut items: Vec<(u32, usize)> = (0..len)
                    .map(|n| {
                        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        ((seed >> 8) % kinds, n)
                    })
                    .collect();
                let mut expected = items.clone();
                expected.sort_by_key(|(kind, _)| *kind);
                sort_by_key(&mut items, |(kind, _)| *kind);
                assert_eq!(items, expected, "{len} items of {kinds} kinds");
            }
        }
    }

    #[test]
    fn each_once() {
        let mut words: Vec<_> = ["welder", "cook", "welder", "nurse", "cook"]
            .map(String::from)
            .into();
        sort_once(&mut words);
        assert_eq!(words, ["cook", "nurse", "welder"]);
        sort_by_cached_key(&mut words, |word| word.len());
        assert_eq!(words, ["cook", "nurse", "welder"]);
        sort_by_cached_key(&mut words, |word| word.bytes().last());
        assert_eq!(words, ["nurse", "cook", "welder"]);
    }

    #[test]
    fn a_long_list_takes_few_comparisons() {
        let count = std::cell::Cell::new(0);
        let mut items: Vec<u32> = (0..4096).rev().collect();
        sort_by(&mut items, |a, b| {
            count.set(count.get() + 1);
            a.cmp(b)
        });
        assert!(items.is_sorted() && count.get() <= 12 * 4096);
    }
}
