//! The floors that the detector is held to, on made messages.
//!
//! `DENGTA_SOAK=1` judges ten times as many: the rate of one false alarm in 100,000 needs them.

#[allow(dead_code, reason = "the example uses other parts of it")]
mod made;

use guard::secrets::{Certainty, Finding, Kind};
use made::judge::{Job, run};
use made::maker::templates;
use made::report::Report;
use made::template::Section;
use made::{Lang, Maker, Message, Proof, Secret, Split};

/// Kinds whose false alarms are counted against ordinary messages; the others' against hard negatives.
const PROVEN: [Kind; 4] = [Kind::SeedPhrase, Kind::PrivateKey, Kind::AccessToken, Kind::CardNumber];

/// Ten times as much in a soak.
fn judged(seed: u64, secrets: usize, ordinary: usize) -> Report {
    let soak = std::env::var_os("DENGTA_SOAK").is_some_and(|value| value == "1");
    let times = if soak { 10 } else { 1 };
    let (secrets, ordinary) = (secrets * times, ordinary * times);
    run(&Job { secrets, ordinary, langs: Lang::ALL.to_vec(), seed, split: Split::All })
}

#[test]
fn the_detector_keeps_its_floors() {
    let report = judged(5, 5000, 0);
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
    let report = judged(6, 0, 10_000);
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
        let count = |section| templates().filter(|it| it.lang == lang && it.section == section).count();
        let (secrets, safe) = (count(Section::Secret), count(Section::Safe));
        assert!(secrets >= 40, "{}: {secrets} templates of secrets", lang.name());
        assert!(safe >= secrets, "{}: {safe} hard negatives, {secrets} templates of secrets", lang.name());
    }
}

/// What a detector would find that knows the answers.
fn known(message: &Message) -> Vec<Finding> {
    let finding =
        |secret: &Secret| Finding { span: secret.span.clone(), kind: secret.kind, certainty: Certainty::Certain };
    message.secrets.iter().map(finding).collect()
}

#[test]
fn the_judge_lets_nothing_pass() {
    let mut maker = Maker::new(2, &Lang::ALL, Split::All);
    let [mut right, mut blind, mut wrong, mut wide] = [0; 4].map(|_| Report::default());
    for _ in 0..500 {
        let message = maker.message(Section::Secret);
        let all = known(&message);
        right.judge(&message, &all);
        blind.judge(&message, &[]);
        let other = |finding: &Finding| Finding {
            kind: if finding.kind == Kind::Cvv { Kind::Password } else { Kind::Cvv },
            ..finding.clone()
        };
        wrong.judge(&message, &all.iter().map(other).collect::<Vec<_>>());
        let text = format!("{}{}", message.text, " and so on and so forth");
        let message = Message { text, ..message };
        let whole = |finding: &Finding| Finding { span: 0..message.text.len(), ..finding.clone() };
        wide.judge(&message, &all.iter().map(whole).collect::<Vec<_>>());
    }
    assert!(right.f1() > 0.9999 && right.misses.is_empty(), "{}", right.table());
    assert!(blind.f1() < 0.0001, "{}", blind.table());
    assert!(wrong.f1() < 0.0001 && wrong.rows.values().any(|row| row.false_alarms > 0), "{}", wrong.table());
    assert!(wide.f1() < 0.0001, "{}", wide.table());
}

#[test]
fn the_same_seed_makes_the_same_messages() {
    let messages = |seed| {
        let mut maker = Maker::new(seed, &Lang::ALL, Split::HeldOut);
        (0..200).map(|_| maker.message(Section::Secret).text).collect::<Vec<_>>()
    };
    assert_eq!(messages(3), messages(3));
    assert_ne!(messages(3), messages(4));
}
