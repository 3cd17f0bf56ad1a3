//! dev
use std::io::BufRead;
fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap().replace("\\n", "\n");
        let f = guard::secrets::scan(&line);
        let v: Vec<String> = f.iter().map(|f| format!("{}{}:{:?}", f.kind.name(), if f.certainty == guard::secrets::Certainty::Certain { "" } else { "?" }, &line[f.span.clone()])).collect();
        println!("{}\t{}", v.join(" ; "), line.replace('\n', "\\n"));
    }
}
