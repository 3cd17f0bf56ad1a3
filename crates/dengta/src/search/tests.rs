//! The index against a list in memory.

use std::collections::BTreeMap;

use proptest::prelude::*;
use store::Position;
use uuid::Uuid;

use super::find::{Atom, Place, Plan, newest};
use super::index::{Document, Progress, Writer};
use super::words;

/// What happens to an index.
#[derive(Clone, Debug)]
enum Step {
    /// A ticket is written with these of the words `a` to `e`.
    Put {
        ticket: u64,
        words: u8,
    },
    Commit,
    /// What was not committed is lost, as when the desk is killed.
    Kill,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..40_u64, 0..32_u8).prop_map(|(ticket, words)| Step::Put { ticket, words }),
        2 => Just(Step::Commit),
        1 => Just(Step::Kill),
    ]
}

fn document(ticket: u64, bits: u8, known: bool) -> Document {
    // A few tickets came in at the same time, and a few share a bucket.
    let bucket = words::bucket(&(ticket % 13).to_string());
    let words: Vec<&str> =
        (0..5).filter(|bit| bits >> bit & 1 == 1).map(|bit| ["a", "b", "c", "d", "e"][bit]).collect();
    let terms = format!("{bucket} all {} ", words.join(" ")).replace("  ", " ");
    Document { id: Uuid::from_u64_pair(ticket, ticket * 7), created: ticket / 3, bucket, terms, known }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn the_index_finds_what_a_list_would(steps in prop::collection::vec(step(), 1..120)) {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = Writer::create(folder.path(), Progress::beginning(None)).unwrap();
        let (mut now, mut kept) = (BTreeMap::new(), BTreeMap::new());
        for (number, step) in steps.into_iter().chain([Step::Commit]).enumerate() {
            match step {
                Step::Put { ticket, words } => {
                    let known = now.insert(ticket, words).is_some();
                    writer.put(&[document(ticket, words, known)]).unwrap();
                }
                Step::Commit => {
                    writer.progress.position = Position { xid: 1, seq: number as i64 };
                    writer.commit().unwrap();
                    kept = now.clone();
                }
                Step::Kill => {
                    let position = writer.progress.position;
                    writer.stop();
                    writer = Writer::open(folder.path()).unwrap();
                    prop_assert_eq!(writer.progress.position, position);
                    now = kept.clone();
                }
            }
        }
        let snapshot = writer.snapshot().unwrap();
        let term = |term: &str| Atom::Term(term.to_owned());
        for (all, none, holds) in [
            (vec![], vec![], (|_| true) as fn(u8) -> bool),
            (vec![term("all")], vec![], |_| true),
            (vec![term("a"), term("b")], vec![], |bits| bits & 3 == 3),
            (vec![term("c")], vec!["d".to_owned(), "e".to_owned()], |bits| bits & 28 == 4),
            (vec![], vec!["a".to_owned()], |bits| bits & 1 == 0),
            (vec![Atom::Any(vec!["a".into(), "e".into()]), term("b")], vec![], |bits| bits & 17 != 0 && bits & 2 != 0),
            (vec![Atom::Letter("a".into())], vec![], |_| true),
            (vec![term("f")], vec![], |_| false),
        ] {
            let mut expected: Vec<Place> = now
                .iter()
                .filter(|(_, bits)| holds(**bits))
                .map(|(ticket, _)| Place { created: ticket / 3, id: Uuid::from_u64_pair(*ticket, ticket * 7) })
                .collect();
            expected.sort_by(|one, other| other.cmp(one));
            let plan = Plan { all, none, ..Plan::default() };
            for limit in [1, 3, 100] {
                let (mut found, mut after) = (Vec::<Place>::new(), None);
                loop {
                    let page = newest(&snapshot, &plan, after, limit).unwrap();
                    after = page.last().copied();
                    found.extend(&page);
                    if page.len() < limit {
                        break;
                    }
                }
                prop_assert_eq!(&found, &expected, "{:?} by {}", plan, limit);
            }
            let some = Plan { from: 3, until: Some(9), ..plan };
            let found = newest(&snapshot, &some, None, 100).unwrap();
            expected.retain(|place| (3..9).contains(&place.created));
            prop_assert_eq!(found, expected);
        }
    }
}

#[test]
fn an_index_of_another_format_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(Writer::open(folder.path()).is_err());
    let writer = Writer::create(folder.path(), Progress::beginning(None)).unwrap();
    assert!(Writer::open(folder.path()).is_err(), "two write it at once");
    drop(writer);
    assert!(Writer::open(folder.path()).is_ok());
    let meta = folder.path().join("meta.json");
    let changed = std::fs::read_to_string(&meta).unwrap().replace("\\\"format\\\":1", "\\\"format\\\":0");
    std::fs::write(&meta, changed).unwrap();
    assert!(Writer::open(folder.path()).is_err());
    std::fs::write(&meta, "{").unwrap();
    assert!(Writer::open(folder.path()).is_err());
    drop(Writer::create(folder.path(), Progress::beginning(None)).unwrap());
    assert!(Writer::open(folder.path()).is_ok());
}
