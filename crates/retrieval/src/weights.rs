//! What counts how much. Tuned on sets of questions; see `examples/evaluate.rs`.

/// The weights of ranking.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    /// Of one, two, three and four letters in a row.
    pub letters: [f32; 4],
    /// Of a word, and of two words next to each other.
    pub word: f32,
    pub words: f32,
    /// Of what means the same, against what was typed.
    pub meaning: f32,
    /// Of words that say little.
    pub filler: f32,
    /// Of letters across a space.
    pub across: f32,
    /// Of a homophone, of what was typed on another keyboard.
    pub sound: f32,
    pub retyped: f32,
    /// Of another word with the same beginning.
    pub relative: f32,
    /// How much a place counts against a place in the text.
    pub title: f32,
    pub keywords: f32,
    pub summary: f32,
    pub heading: f32,
    /// How soon more of the same counts no more; how much a long text is held against it.
    pub saturation: f32,
    pub length: f32,
    /// The whole article's share, beside its best passage.
    pub whole: f32,
    /// A title that the question covers.
    pub covered: f32,
    /// How much of the question is covered.
    pub coverage: f32,
    /// How much a word that has equivalents tells what they tell together, and not what it tells alone.
    pub class: f32,
    /// How much less each group counts when a term has many: the power of their number.
    pub spread: f32,
    /// How much a group tells what the typed term tells, and not what its most used one tells.
    pub own: f32,
    /// How much less a term of a group counts that stands in many articles: the power of what it tells against the group.
    pub rare: f32,
}

impl Default for Weights {
    fn default() -> Weights {
        Weights {
            letters: [0.35, 0.4, 0.22, 0.22],
            word: 0.65,
            words: 0.3,
            meaning: 1.4,
            filler: 0.3,
            across: 0.4,
            sound: 0.4,
            retyped: 0.9,
            relative: 0.8,
            title: 2.6,
            keywords: 2.5,
            summary: 1.5,
            heading: 2.0,
            saturation: 1.4,
            length: 0.85,
            whole: 0.3,
            covered: 0.4,
            coverage: 0.28,
            class: 0.8,
            spread: 0.7,
            own: 0.2,
            rare: 0.6,
        }
    }
}

impl Weights {
    /// For titles while a question is being typed: what is written counts more than what is meant.
    pub(crate) fn suggesting() -> Weights {
        Weights { meaning: 0.4, letters: [0.3, 0.8, 0.4, 0.3], word: 1.0, length: 0.3, ..Weights::default() }
    }
}
