//! The floors that the detector is held to, on made messages.
//!
//! `DENGTA_SOAK=1` judges ten times as many: the rate of one false alarm in 100,000 needs them.

#[allow(dead_code, reason = "the example uses other parts of it")]
mod made;

use guard::secrets::Kind;
use made::judge::{Job, Report, run};
use made::template::Section;
use made::{Lang, Maker, Proof, Split};

/// Kinds whose false alarms are counted against ordinary messages; the others' against hard negatives.
const PROVEN: [Kind; 4] = [Kind::SeedPhrase, Kind::PrivateKey, Kind::AccessToken, Kind::CardNumber];

fn judged(seed: u64) -> Report {
    let soak = std::env::var_os("DENGTA_SOAK").is_some_and(|value| value == "1");
    let (secrets, ordinary) = if soak { (40_000, 100_000) } else { (4_000, 10_000) };
    run(&Job { secrets, ordinary, langs: Lang::ALL.to_vec(), seed, split: Split::All })
}

#[test]
fn the_detector_keeps_its_floors() {
    let report = judged(5);
    let mut below = Vec::new();
    for ((kind, lang), row) in &report.rows {
        let (kind_name, lang) = (kind.name(), lang.name());
        let mut floor = |what: &str, is: f64, wanted: f64| {
            if is < wanted {
                below.push(format!("{kind_name} in {lang}: {what} {is:.4}, wanted {wanted}"));
            }
        };
        floor("recall of what proves itself", row.recall(Proof::Itself), 0.995);
        floor("recall by words", row.recall(Proof::Words), 0.90);
        floor("precision", row.precision(), 0.90);
    }
    if report.f1() < 0.98 {
        below.push(format!("F1 by message {:.4}, wanted 0.98", report.f1()));
    }
    assert!(below.is_empty(), "{}\n{}", below.join("\n"), report.table());
}

#[test]
fn ordinary_messages_raise_no_alarm() {
    let report = judged(6);
    let proven = report.alarms.iter().filter(|((kind, _), _)| PROVEN.contains(kind));
    let alarms: Vec<String> =
        proven.map(|((kind, lang), count)| format!("{} in {}: {count}", kind.name(), lang.name())).collect();
    let count: usize =
        report.alarms.iter().filter(|((kind, _), _)| PROVEN.contains(kind)).map(|(_, count)| count).sum();
    assert!(count <= report.ordinary / 100_000, "of {} ordinary messages: {}", report.ordinary, alarms.join(", "));
}

#[test]
fn each_language_has_its_templates() {
    for lang in Lang::ALL {
        let mut maker = Maker::new(1, &[lang], Split::All);
        let mut seen = [const { Vec::new() }; 2];
        for _ in 0..6000 {
            for (section, seen) in [Section::Secret, Section::Safe].into_iter().zip(&mut seen) {
                seen.push(maker.message(section).template);
            }
        }
        let counts = seen.map(|mut numbers| {
            numbers.sort_unstable();
            numbers.dedup();
            numbers.len()
        });
        assert!(counts[0] >= 40, "{}: {} templates of secrets", lang.name(), counts[0]);
        assert!(counts[1] >= counts[0].min(80), "{}: {} hard negatives, {} secrets", lang.name(), counts[1], counts[0]);
    }
}
