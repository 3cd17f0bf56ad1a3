//! How sure it is that the first hit answers the question.

use crate::rank::Score;

/// From here on a first hit is worth to be offered as the answer.
pub const ANSWERS: f64 = 0.5;

/// From the scores of the first two hits.
pub(crate) fn of(scores: &[Score]) -> f64 {
    let Some(first) = scores.first().filter(|first| first.score > 0.0) else { return 0.0 };
    let gap = scores.get(1).map_or(1.0, |second| 1.0 - second.score / first.score);
    let sum = -3.0 + 4.0 * f64::from(first.coverage) + 1.5 * f64::from(first.title) + 2.0 * f64::from(gap);
    1.0 / (1.0 + (-sum).exp())
}
