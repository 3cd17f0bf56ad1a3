//! The sets of questions in `shared/eval`, when they are there.

#[path = "../examples/evaluate.rs"]
#[expect(dead_code, reason = "the program's own main")]
mod evaluate;

use std::path::Path;

/// nDCG@10 that each set must reach.
const WANTED: &[(&str, f64)] =
    &[("seeds-zh", 0.80), ("btc-zh", 0.80), ("btc-ko", 0.82), ("btc-ja", 0.79), ("btc-en", 0.75)];

#[test]
fn questions_find_their_answers() {
    // Worktrees lie at different depths below the folder that has `shared`.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(sets) = here.ancestors().map(|above| above.join("shared/eval")).find(|sets| sets.is_dir()) else {
        println!("skipped: no shared/eval above {}", here.display());
        return;
    };
    for (set, wanted) in WANTED {
        let gain = evaluate::evaluate(&sets.join(set), None).unwrap();
        assert!(gain >= *wanted, "{set}: {gain:.4}, wanted {wanted}");
    }
}
