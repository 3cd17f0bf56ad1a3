//! The second stage: what exactly of the question an article says, and where.

use crate::article::{FIRST_HEADING, KEYWORDS, MOST_PASSAGES, SUMMARY, Stored, TITLE};
use crate::question::{Kind, Plan};
use crate::symbols::{END, PAUSE, Symbol};
use crate::weights::Weights;

/// How well an article answers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Score {
    /// Comparable among the articles of one question only.
    pub score: f32,
    /// Its best passage.
    pub passage: usize,
    /// The share of the question's information that the best passage has, with its title: 0 to 1.
    pub coverage: f32,
    /// The share that the title and the keywords have.
    pub title: f32,
    /// The share of the title that the question has.
    pub covered: f32,
    /// The score against the best that any article could have.
    pub share: f32,
}

/// Looks at one article after the other; its memory is used again.
pub(crate) struct Ranking<'a> {
    plan: &'a Plan,
    weights: &'a Weights,
    /// The usual length of a passage, in symbols.
    usual: f32,
    symbols: Vec<Symbol>,
    /// Where each section ends in `symbols`.
    ends: Vec<usize>,
    /// How often each pattern is in each section: section by section.
    counts: Vec<u16>,
    /// For each unit how well it is covered.
    covered: Vec<f32>,
    title: Vec<bool>,
}

impl<'a> Ranking<'a> {
    pub(crate) fn of(plan: &'a Plan, weights: &'a Weights) -> Ranking<'a> {
        Ranking {
            plan,
            weights,
            usual: 200.0,
            symbols: Vec::new(),
            ends: Vec::new(),
            counts: Vec::new(),
            covered: Vec::new(),
            title: Vec::new(),
        }
    }

    /// Sets the usual length of a passage to what these articles have.
    pub(crate) fn measure<'s>(&mut self, articles: impl Iterator<Item = Stored<'s>>) {
        let sizes = articles.map(|article| article.size());
        let (passages, length) =
            sizes.fold((0, 0), |(passages, length), (more, long)| (passages + more, length + long));
        if passages > 0 {
            self.usual = (length as f32 / passages as f32).max(20.0);
        }
    }

    /// How well an article answers.
    pub(crate) fn score(&mut self, article: &Stored<'_>) -> Score {
        self.read(article);
        self.count();
        let passages = (self.ends.len().saturating_sub(FIRST_HEADING) / 2).clamp(1, MOST_PASSAGES);
        let covered = self.title_covered();
        let mut best = Score { score: -1.0, ..Score::default() };
        for passage in 0..passages {
            let score = self.passage(passage);
            if score.score > best.score {
                best = score;
            }
        }
        let whole = if passages > 1 { self.whole(passages) } else { best.score };
        let weights = self.weights;
        best.covered = covered;
        best.score += weights.whole * (whole - best.score);
        let most: f32 = self.plan.slots.iter().map(|slot| slot.weight).sum::<f32>() * (weights.saturation + 1.0);
        best.score *= 1.0 + weights.coverage * best.coverage + weights.covered * covered * best.title.sqrt();
        best.share = best.score / most.max(f32::MIN_POSITIVE);
        best
    }

    /// How well an article's title and keywords alone answer.
    pub(crate) fn title(&mut self, article: &Stored<'_>) -> f32 {
        self.read(article);
        // Headings count a little, text nothing.
        self.count();
        let headings: Vec<usize> = (FIRST_HEADING..self.ends.len()).step_by(2).collect();
        let mut score = 0.0;
        for slot in &self.plan.slots {
            let mut best = 0.0_f32;
            for (pattern, worth) in &slot.patterns {
                let heading: f32 = headings.iter().map(|heading| self.counted(*heading, *pattern)).sum();
                let often = self.above(*pattern) + heading * 0.3;
                if often > 0.0 {
                    best = best.max(worth * self.saturated(often));
                }
            }
            score += slot.weight * best;
        }
        score * (1.0 + self.weights.covered * self.title_covered())
    }

    fn read(&mut self, article: &Stored<'_>) {
        self.symbols.clear();
        self.ends.clear();
        for symbol in article.symbols() {
            if symbol == END {
                self.ends.push(self.symbols.len());
            }
            self.symbols.push(symbol);
        }
    }

    fn count(&mut self) {
        let patterns = self.plan.patterns.len();
        self.counts.clear();
        self.counts.resize(patterns * self.ends.len().max(1), 0);
        self.title.clear();
        self.title.resize(self.ends.first().copied().unwrap_or(0), false);
        let (mut section, ends, counts, title) = (0, &self.ends, &mut self.counts, &mut self.title);
        let found = &self.plan.patterns;
        self.plan.matcher.find(&self.symbols, |at, length, pattern| {
            while ends.get(section).is_some_and(|end| at >= *end) {
                section += 1;
            }
            if let Some(count) = counts.get_mut(section * patterns + pattern) {
                *count = count.saturating_add(1);
            }
            if section == TITLE && (length > 1 || found[pattern].1) {
                title[at..at + length].iter_mut().for_each(|covered| *covered = true);
            }
        });
    }

    /// The share of the title that the question has.
    fn title_covered(&self) -> f32 {
        let letters = self.symbols.iter().zip(&self.title).filter(|(symbol, _)| **symbol != PAUSE);
        let (all, covered) = letters.fold((0, 0), |(all, had), (_, covered)| (all + 1, had + usize::from(*covered)));
        covered as f32 / all.max(1) as f32
    }

    fn counted(&self, section: usize, pattern: u32) -> f32 {
        let count = self.counts.get(section * self.plan.patterns.len() + pattern as usize);
        count.map_or(0.0, |count| f32::from(*count))
    }

    fn length(&self, section: usize) -> f32 {
        let end = |section: usize| self.ends.get(section).copied().unwrap_or(0);
        let start = section.checked_sub(1).map_or(0, end);
        end(section).saturating_sub(start) as f32
    }

    fn saturated(&self, often: f32) -> f32 {
        often * (self.weights.saturation + 1.0) / (often + self.weights.saturation)
    }

    /// What every passage of the article has of a pattern.
    fn above(&self, pattern: u32) -> f32 {
        let weights = self.weights;
        weights.title * self.counted(TITLE, pattern)
            + weights.keywords * self.counted(KEYWORDS, pattern)
            + weights.summary * self.counted(SUMMARY, pattern)
    }

    /// How much longer than usual a text is.
    fn long(&self, length: f32, usual: f32) -> f32 {
        1.0 - self.weights.length + self.weights.length * length / usual
    }

    fn passage(&mut self, passage: usize) -> Score {
        let (heading, text) = (FIRST_HEADING + 2 * passage, FIRST_HEADING + 2 * passage + 1);
        let long = self.long(self.length(text) + self.length(heading), self.usual);
        let units = self.plan.units.len();
        let mut covered = std::mem::take(&mut self.covered);
        covered.clear();
        covered.resize(units * 2, 0.0);
        let mut score = 0.0;
        for slot in &self.plan.slots {
            let (mut best, mut sure, mut in_title) = (0.0_f32, 0.0_f32, 0.0_f32);
            for (pattern, worth) in &slot.patterns {
                let above = self.above(*pattern);
                let here = self.weights.heading * self.counted(heading, *pattern) + self.counted(text, *pattern);
                let often = above + here / long;
                if often > 0.0 {
                    best = best.max(worth * self.saturated(often));
                    sure = sure.max(*worth);
                    if above > 0.0 {
                        in_title = in_title.max(*worth);
                    }
                }
            }
            if best > 0.0 {
                score += slot.weight * best;
                let tells = match slot.kind {
                    Kind::Letter => 0.35,
                    Kind::Typed => 1.0,
                    Kind::Meaning => 0.8,
                };
                for unit in slot.units.clone().filter(|unit| *unit < units) {
                    covered[unit] = covered[unit].max(tells * sure);
                    covered[units + unit] = covered[units + unit].max(tells * in_title);
                }
            }
        }
        let share = |covered: &[f32]| {
            let all: f32 = self.plan.units.iter().sum();
            let had: f32 = self.plan.units.iter().zip(covered).map(|(told, covered)| told * covered).sum();
            had / all.max(f32::MIN_POSITIVE)
        };
        let (coverage, title) = (share(&covered[..units]), share(&covered[units..]));
        self.covered = covered;
        Score { score, passage, coverage, title, ..Score::default() }
    }

    /// The article as one text.
    fn whole(&self, passages: usize) -> f32 {
        let length: f32 = (0..passages).map(|passage| self.length(FIRST_HEADING + 2 * passage + 1)).sum();
        let long = self.long(length, self.usual * passages as f32) * (passages as f32).sqrt();
        let mut score = 0.0;
        for slot in &self.plan.slots {
            let mut best = 0.0_f32;
            for (pattern, worth) in &slot.patterns {
                let mut often = 0.0;
                for passage in 0..passages {
                    let heading = FIRST_HEADING + 2 * passage;
                    often +=
                        self.weights.heading * self.counted(heading, *pattern) + self.counted(heading + 1, *pattern);
                }
                let often = self.above(*pattern) + often / long;
                if often > 0.0 {
                    best = best.max(worth * self.saturated(often));
                }
            }
            score += slot.weight * best;
        }
        score
    }
}
