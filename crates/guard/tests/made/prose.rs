//! Windows of real prose: the passages and questions in `shared/eval`, where that folder is.

use std::path::Path;

use super::rng::Rng;
use super::template::Section;
use super::{Lang, Message};

/// `count` windows of 5 to 600 characters that begin and end anywhere; none where there is no prose.
pub fn windows(seed: u64, langs: &[Lang], count: usize) -> impl Iterator<Item = Message> {
    let texts: Vec<(Lang, Vec<char>)> = texts().into_iter().filter(|(lang, _)| langs.contains(lang)).collect();
    let mut rng = Rng::new(seed);
    let count = if texts.is_empty() { 0 } else { count };
    (0..count).map(move |number| {
        let (lang, letters) = &texts[rng.within(0, texts.len())];
        let start = rng.within(0, letters.len());
        let end = (start + rng.within(5, 600)).min(letters.len());
        let text = letters[start..end].iter().collect();
        Message {
            text,
            lang: *lang,
            section: Section::Chat,
            template: number,
            secrets: Vec::new(),
            neutral: Vec::new(),
        }
    })
}

fn texts() -> Vec<(Lang, Vec<char>)> {
    // Worktrees lie at different depths below the folder that has `shared`.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(sets) = here.ancestors().map(|above| above.join("shared/eval")).find(|sets| sets.is_dir()) else {
        return Vec::new();
    };
    let names = [
        ("btc-zh", Lang::Zh),
        ("seeds-zh", Lang::Zh),
        ("btc-ko", Lang::Ko),
        ("btc-ja", Lang::Ja),
        ("btc-en", Lang::En),
    ];
    let mut found = Vec::new();
    for (set, lang) in names {
        let files = ["corpus.jsonl", "queries.jsonl"].map(|file| sets.join(set).join(file));
        let files = files.map(|file| std::fs::read_to_string(file).unwrap_or_default());
        let lines = files.iter().flat_map(|file| file.lines());
        let values = lines.filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        let bodies = values.filter_map(|value| value["body"].as_str().or(value["query"].as_str()).map(str::to_owned));
        found.extend(bodies.filter(|body| !body.is_empty()).map(|body| (lang, body.chars().collect())));
    }
    found
}
