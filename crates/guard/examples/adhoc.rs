//! Ad hoc.
use std::io::BufRead;
fn main() {
    let official = guard::impostors::Official::from_json(include_str!("../tests/imitations/official.json")).unwrap();
    let mut want = ' ';
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        if line == "+" || line == "-" || line.is_empty() {
            want = line.chars().next().unwrap_or(want);
            continue;
        }
        let j = official.judge(&line);
        let wrong = (j.score >= 0.5) != (want == '+');
        println!(
            "{} {want} {:.2} {:?} {:?}\t{line}\t[{}]",
            if wrong { "WRONG" } else { "     " },
            j.score,
            j.standing,
            j.reason.map(|r| r.differs),
            &line[j.part]
        );
    }
}
