//! How well imitations are found on a set that was made: floors.

#[path = "imitations/mod.rs"]
mod set;

use set::{Half, cases, measure, official};

#[test]
fn the_set_has_as_many_innocent_as_imitations() {
    for half in [Half::Tuned, Half::Held] {
        let cases = cases(half);
        let imitations = cases.iter().filter(|case| case.imitation).count();
        assert!(imitations > 500 && cases.len() - imitations > 500, "{imitations} of {}", cases.len());
    }
}

#[test]
fn imitations_are_found_and_others_are_not_taken_for_ones() {
    for half in [Half::Tuned, Half::Held] {
        let (all, _, misses) = measure(&official(), &cases(half));
        assert!(all.f1() >= 0.99, "F1 {:.4}\n{}", all.f1(), misses.join("\n"));
    }
}
