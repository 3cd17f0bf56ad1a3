//! The raw limit beside which the bench puts a search: the same two words asked of tantivy by its own query and
//! collector, the newest 20, over the index that a desk has left behind. As JSON: `per_s`, `cpu_ms` of one question,
//! and how many documents were `found` on average.
//!
//! `cargo run --release -p dengta --example raw_index -- DATA/search one,two three,four`

use std::error::Error;
use std::time::{Duration, Instant};

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Index, Order, Term};

const LASTS: Duration = Duration::from_secs(2);

#[expect(clippy::disallowed_methods, reason = "it measures")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let index = Index::open_in_dir(folder)?;
    let terms = index.schema().get_field("terms")?;
    let query = |words: String| {
        let term = |word: &str| -> Box<dyn Query> {
            Box::new(TermQuery::new(Term::from_field_text(terms, word), IndexRecordOption::Basic))
        };
        BooleanQuery::intersection(words.split(',').map(term).collect())
    };
    let queries: Vec<BooleanQuery> = arguments.map(query).collect();
    let searcher = index.reader()?.searcher();
    let (began, before) = (Instant::now(), cpu_ms()?);
    let (mut asked, mut found) = (0_u64, 0);
    while began.elapsed() < LASTS {
        for query in &queries {
            let newest = TopDocs::with_limit(20).order_by_fast_field::<u64>("created", Order::Desc);
            found += searcher.search(query, &newest)?.len();
            asked += 1;
        }
    }
    println!(
        r#"{{"per_s": {:.1}, "cpu_ms": {:.5}, "found": {:.1}}}"#,
        asked as f64 / began.elapsed().as_secs_f64(),
        (cpu_ms()? - before) / asked as f64,
        found as f64 / asked as f64
    );
    Ok(())
}

/// Processor time of this process, from `/proc`, whose unit is a hundredth of a second.
fn cpu_ms() -> Result<f64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or("").split(' ').collect();
    Ok((fields[11].parse::<f64>()? + fields[12].parse::<f64>()?) * 10.0)
}
