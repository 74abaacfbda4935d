//! The packed gazetteer is made from the lists beside it.
#![cfg(not(target_arch = "wasm32"))]

use rolecard::extract::lexicon::pack::entries;
use rolecard::extract::place::gazetteer::pack;

const LISTS: [&str; 3] = [
    include_str!("../src/extract/lexicons/countries.txt"),
    include_str!("../src/extract/lexicons/regions.txt"),
    include_str!("../src/extract/lexicons/cities.txt"),
];

/// `PACK=1 cargo test --test gazetteer` writes the file anew.
#[test]
fn places_bin_is_packed_from_the_lists() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/extract/lexicons/places.bin"
    );
    let mut packed = Vec::new();
    for head in ["country", "region", "city", "area"] {
        let names: Vec<_> = LISTS
            .iter()
            .flat_map(|list| entries(list))
            .filter(|(_, value)| *value == head)
            .map(|(name, _)| name)
            .collect();
        packed.extend(pack(&names));
    }
    if std::env::var_os("PACK").is_some() {
        std::fs::write(path, &packed).expect("places.bin can be written");
    }
    let stored = std::fs::read(path).expect("places.bin can be read");
    assert!(
        packed == stored,
        "places.bin is stale: PACK=1 cargo test --test gazetteer"
    );
}
