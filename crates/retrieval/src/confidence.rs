//! How sure it is that the first hit answers the question.
//!
//! A score of its own says little about that. What says something: the share of the question's information that the best
//! passage has, and that its title has; how near the score is to the best that any article could have; how far the second
//! is behind; and that the question is long enough to tell (a single word fits many articles, and the right one is a matter
//! of luck). The numbers were fitted on the sets of `shared/eval`: questions with an answer, questions without, and
//! questions whose answers were taken out.

use crate::rank::Score;

/// From here on a first hit is worth to be offered as the answer. Where precision counts twice, 0.32 to 0.34 does best on each
/// set, but then a tenth of the questions without an answer get one. At 0.38 fewer of those do than at 0.36, for one right answer
/// in a hundred: a wrong one costs more.
pub const ANSWERS: f64 = 0.38;
/// From here on the first hits are worth a look beside a form, where a wrong one costs little: of what has nothing to do
/// with any article, 0.13 was the most that was seen.
pub const FITS: f64 = 0.2;

/// Longer questions are no surer.
const LONG: usize = 24;
/// A second hit that is further behind says no more.
const FAR: f64 = 0.6;

/// From the scores of the first two hits, and the number of letters and words of the question.
pub(crate) fn of(scores: &[Score], units: usize) -> f64 {
    let Some(first) = scores.first().filter(|first| first.score > 0.0) else { return 0.0 };
    // That nothing else was found says less than that something else was found and is worse: there may be few articles.
    let gap = scores.get(1).map_or(FAR / 2.0, |second| 1.0 - f64::from(second.score / first.score));
    let sum = -5.4
        + 1.0 * f64::from(first.coverage)
        + 2.0 * f64::from(first.title)
        + 3.3 * f64::from(first.share)
        + 3.4 * gap.clamp(0.0, FAR)
        + 2.3 * units.min(LONG) as f64 / LONG as f64;
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_that_fits_is_surer() {
        let poor = Score { score: 1.0, coverage: 0.2, title: 0.1, share: 0.1, ..Score::default() };
        let good = Score { score: 2.0, coverage: 0.9, title: 0.8, share: 0.6, ..Score::default() };
        assert_eq!(of(&[], 5), 0.0);
        assert!(of(&[poor, poor], 8) < ANSWERS && of(&[good, poor], 8) > ANSWERS);
        assert!(of(&[good, good], 8) < of(&[good, poor], 8));
    }
}
