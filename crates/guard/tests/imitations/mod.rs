//! A set of imitations and of things that only look like ones, made from a fixed seed: every class of attack on every brand,
//! bare and inside messages of four languages. The judge never sees how it is made.

mod attacks;

use std::collections::BTreeMap;

use guard::impostors::Official;

pub const OFFICIAL: &str = include_str!("official.json");

/// An input, whether it is an imitation, and how it was made.
pub struct Case {
    pub class: String,
    pub input: String,
    pub imitation: bool,
}

/// Which choices of words.
#[derive(Clone, Copy, PartialEq)]
pub enum Half {
    Tuned,
    Held,
}

pub struct Brand {
    pub label: String,
    pub domain: String,
    pub handle: String,
    pub name: String,
}

/// Numbers that repeat (Knuth's MMIX generator).
pub struct Dice(u64);

impl Dice {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

pub fn official() -> Official {
    Official::from_json(OFFICIAL).expect("settings of the tests")
}

fn brands() -> Vec<Brand> {
    let all: serde_json::Value = serde_json::from_str(OFFICIAL).expect("JSON");
    let brand = |brand: &serde_json::Value| {
        let text = |key: &str| brand[key][0].as_str().expect("a text").to_owned();
        let domain = text("domains");
        let label = domain.split('.').next().expect("a label").to_owned();
        Brand { label, domain, handle: text("handles"), name: text("names") }
    };
    all.as_object().expect("brands").values().map(brand).collect()
}

/// The lines under a heading.
fn section<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let lines = text.lines().skip_while(|line| *line != heading).skip(1);
    lines.take_while(|line| !line.starts_with('[')).filter(|line| !line.is_empty()).collect()
}

/// The whole set of a half.
pub fn cases(half: Half) -> Vec<Case> {
    let mut dice = Dice(if half == Half::Tuned { 1 } else { 2 });
    let heading = if half == Half::Tuned { "[tuned]" } else { "[held]" };
    let messages = include_str!("messages.txt");
    let mut cases = Vec::new();
    for brand in &brands() {
        attacks::on(brand, half, &mut dice, &mut cases);
        for line in section(include_str!("innocent.txt"), heading) {
            let fill = |line: &str| {
                line.replace("{L}", &brand.label).replace("{D}", &brand.domain).replace("{N}", &brand.name)
            };
            let handle = brand.handle.as_str();
            let account = if line.contains('/') { handle.trim_start_matches('@') } else { handle };
            // "@gate_fan" of a word of every day is checked with the others; "crypto@gmail.com" is nobody's name.
            cases.push(Case { class: "innocent".into(), input: fill(line).replace("{H}", account), imitation: false });
        }
        for line in section(messages, "[claim]") {
            let input = line.replace("{B}", &brand.name).replace("{H}", &brand.handle);
            cases.push(Case { class: "official claim".into(), input, imitation: false });
        }
    }
    for word in section(include_str!("strangers.txt"), heading).iter().flat_map(|line| line.split(' ')) {
        cases.push(Case { class: "strangers".into(), input: word.into(), imitation: false });
        if word.contains('.') {
            let input = dice.pick(&section(messages, "[link]")).replace("{X}", word);
            cases.push(Case { class: "strangers in messages".into(), input, imitation: false });
        }
    }
    cases
}

/// What was judged of a class: imitations found, imitations, others taken for ones, others.
#[derive(Default, Clone, Copy)]
pub struct Count {
    pub found: usize,
    pub imitations: usize,
    pub wrong: usize,
    pub innocent: usize,
}

impl Count {
    pub fn precision(&self) -> f64 {
        self.found as f64 / (self.found + self.wrong).max(1) as f64
    }

    pub fn recall(&self) -> f64 {
        self.found as f64 / self.imitations.max(1) as f64
    }

    pub fn f1(&self) -> f64 {
        2.0 * self.precision() * self.recall() / (self.precision() + self.recall()).max(f64::MIN_POSITIVE)
    }

    fn add(&mut self, case: &Case, taken: bool) {
        self.imitations += usize::from(case.imitation);
        self.innocent += usize::from(!case.imitation);
        self.found += usize::from(case.imitation && taken);
        self.wrong += usize::from(!case.imitation && taken);
    }
}

/// Judges a set: the whole, by class, and what was missed.
pub fn measure(official: &Official, cases: &[Case]) -> (Count, BTreeMap<String, Count>, Vec<String>) {
    let (mut all, mut classes, mut misses) = (Count::default(), BTreeMap::<String, Count>::new(), Vec::new());
    for case in cases {
        let judged = official.judge(&case.input);
        let taken = judged.score >= 0.5;
        all.add(case, taken);
        classes.entry(case.class.clone()).or_default().add(case, taken);
        if taken != case.imitation {
            misses.push(format!("{}\t{}\t{:.2} {:?}", case.class, case.input, judged.score, judged.reason));
        }
    }
    (all, classes, misses)
}
