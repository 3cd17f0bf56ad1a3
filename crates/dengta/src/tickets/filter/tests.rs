use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn read(text: &str) -> Query {
    Query::parse("q", text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
}

fn refused(text: &str) -> (&'static str, String) {
    let problem = Query::parse("q", text).map(|query| panic!("{text}: {query:?}")).unwrap_err();
    assert_eq!(problem.fields.len(), 1);
    assert_eq!(problem.fields[0].field, "q");
    let told = problem.fields[0].document(Language::En).message;
    assert!(!told.contains("error-"), "{told}");
    (problem.fields[0].code, told)
}

#[test]
fn everything_that_the_grammar_has() {
    let query = read(
        "category:deposit state:open assignee:me team:none awaiting:agent customer:Wang@Example.com priority:high \
         language:zh-tw tag:VIP tag:whale -tag:test channel:form before:2026-11-02 after:2026-11-01 \"0.5 BTC\" 充值 USDT",
    );
    let facets = &query.facets;
    assert_eq!(facets.category, Some(Category::Deposit));
    assert_eq!(facets.standing, Some(Standing::Open));
    assert_eq!(facets.assignee, Some(Assignee::Me));
    assert_eq!(facets.team, Some(Team::Nobody));
    assert_eq!(facets.awaiting, Some(Awaiting::Agent));
    assert_eq!(facets.customer, Some(Whom::Address("wang@example.com".into())));
    assert_eq!(facets.priority, Some(Priority::High));
    assert_eq!(facets.language, Some(Language::ZhTw));
    assert_eq!(facets.channel, Some(Channel::Form));
    assert_eq!(
        (facets.tags.as_slice(), facets.without.as_slice()),
        (&["vip".into(), "whale".into()][..], &["test".into()][..])
    );
    assert_eq!(query.before.zip(query.after).map(|(before, after)| before - after), Some(DAY));
    assert_eq!((query.phrases.as_slice(), query.words.len()), (&["0.5 BTC".into()][..], 2));
    assert_eq!(
        query.to_string(),
        "category:deposit state:open assignee:me team:none awaiting:agent customer:wang@example.com priority:high \
         language:zh-TW channel:form tag:vip tag:whale -tag:test before:2026-11-02 after:2026-11-01 \"0.5 BTC\" 充值 USDT"
    );
    assert!(!query.is_of_facets() && read("state:open tag:vip").is_of_facets() && read(" ").is_of_facets());
}

#[test]
fn what_people_type() {
    for (typed, printed) in [
        ("", ""),
        ("  USDT \t 充值 ", "USDT 充值"),
        ("https://evil.example/x 12:30 C:\\x -5", "https://evil.example/x 12:30 C:\\x -5"),
        ("“两个 小时”", "\"两个 小时\""),
        ("\"never closed", "\"never closed\""),
        ("a\"b\"c", "\"b\" a c"),
        ("\"\" “” a", "a"),
        ("STATE:Open assignee:417", "state:open assignee:0417"),
        ("category：deposit USDT：未到账", "category:deposit USDT：未到账"),
        ("team:\"Tier  2\"", "team:\"Tier 2\""),
        ("team:二线", "team:二线"),
        ("team:Mine", "team:mine"),
        ("tag:大户 tag:大户 state:open state:open", "state:open tag:大户"),
        ("note: --tag:x", "note: --tag:x"),
        ("sta\u{200b}te:open \u{202e}olleh", "state:open olleh"),
        ("👍 ★", "👍 ★"),
        ("a\u{0}b\u{7}c", "a b c"),
        ("\"Error:timeout\"", "\"Error:timeout\""),
    ] {
        assert_eq!(read(typed).to_string(), printed, "{typed}");
    }
}

#[test]
fn what_is_wrong_is_told() {
    for (text, code, told) in [
        ("stat:open", "unknown-filter", "stat:"),
        ("-status:open", "unknown-filter", "status:"),
        ("foo:\"bar\"", "unknown-filter", "foo:"),
        ("state:", "invalid-filter", "state:"),
        ("state:\"\"", "invalid-filter", "state:"),
        ("state:opened", "invalid-filter", "opened"),
        ("category:lottery", "invalid-filter", "lottery"),
        ("before:yesterday", "invalid-filter", "yesterday"),
        ("before:2026-02-30", "invalid-filter", "2026-02-30"),
        ("before:1969-12-31", "invalid-filter", "1969"),
        ("after:2026-11-01T00:00:00Z", "invalid-filter", "T00"),
        ("assignee:wang", "invalid-filter", "wang"),
        ("customer:wang", "invalid-filter", "wang"),
        ("tag:a,b", "invalid-filter", "a,b"),
        ("tag:\"a b\"", "invalid-filter", "a b"),
        ("-state:open", "negated-filter", "state:"),
        ("state:open state:closed", "repeated-filter", "state:"),
    ] {
        let (got, sentence) = refused(text);
        assert_eq!(got, code, "{text}");
        assert!(sentence.contains(told), "{text}: {sentence}");
    }
    assert_eq!(refused(&format!("tag:{}", "x".repeat(41))).0, "invalid-filter");
}

/// Filters that never end.
#[test]
fn too_much_is_too_much() {
    assert_eq!(refused(&"充".repeat(MAX_QUERY + 1)).0, "too-long");
    assert_eq!(refused(&"x".repeat(10 * 1024)).0, "too-long");
    assert_eq!(refused(&"tag:a ".repeat(2_000)).0, "too-long");
    let many = |count: usize, term: &dyn Fn(usize) -> String| (0..count).map(term).collect::<Vec<_>>().join(" ");
    assert_eq!(refused(&many(MAX_TERMS + 1, &|n| n.to_string())).0, "too-many-terms");
    assert_eq!(refused(&many(MAX_FILTERS + 1, &|n| format!("tag:{n}"))).0, "too-many-filters");
    assert_eq!(read(&many(MAX_TERMS, &|n| n.to_string())).words.len(), MAX_TERMS);
    // What is printed is longer than what was typed: the quote was not closed.
    assert_eq!(refused(&format!("\"{}", "x".repeat(MAX_QUERY - 1))).0, "too-long");
}

#[test]
fn tickets_are_held_against_filters() {
    let (me, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let shelf = format!("open|agent|{}|deposit|ko|high|{}|vip,whale", me.simple(), other.simple());
    let stand = Stand::of_shelf(&shelf).unwrap();
    let holds = |text: &str, assignee: Option<Held>, team: Option<Held>| {
        Pinned { facets: read(text).facets, assignee, team, customer: None }.matches(&stand)
    };
    for text in ["", "state:open category:deposit language:ko priority:high awaiting:agent", "tag:vip tag:whale -tag:x"]
    {
        assert!(holds(text, None, None), "{text}");
    }
    for text in
        ["state:closed", "category:tag", "language:ja", "priority:low", "awaiting:customer", "tag:x", "-tag:vip"]
    {
        assert!(!holds(text, None, None), "{text}");
    }
    assert!(holds("", Some(Held::By(vec![me])), Some(Held::By(vec![me, other]))));
    assert!(!holds("", Some(Held::By(vec![other])), None) && !holds("", Some(Held::ByNobody), None));
    assert!(!holds("", None, Some(Held::ByNobody)) && !holds("", None, Some(Held::By(Vec::new()))));
    let before = Stand::of_shelf("open|customer||tag|en").unwrap();
    assert!(
        Pinned { assignee: Some(Held::ByNobody), team: Some(Held::ByNobody), ..Pinned::default() }.matches(&before)
    );
    assert_eq!(before.priority, Priority::Normal);
    assert!(Stand::of_shelf("").is_none() && Stand::of_shelf("|||||||||").is_none());
}

/// Pieces that a query may have, right and wrong.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "(-?)(category|state|tag|before|team|customer|assignee|language|x|https)[:：]\"?[a-z0-9@.充 -]{0,12}\"?",
        prop::sample::select(vec![
            "state:open",
            "tag:vip",
            "-tag:a",
            "before:2026-11-01",
            "team:\"a b\"",
            "assignee:0417",
            "\"",
            "“",
            ":",
            "-"
        ])
        .prop_map(str::to_owned),
        ".{0,12}",
    ]
}

proptest! {
    #[test]
    fn reading_never_panics(text in ".{0,600}") {
        drop(Query::parse("q", &text));
    }

    #[test]
    fn what_is_printed_reads_as_the_same(pieces in prop::collection::vec(piece(), 0..12)) {
        for text in [pieces.join(" "), pieces.concat()] {
            if let Ok(query) = Query::parse("q", &text) {
                let printed = query.to_string();
                prop_assert_eq!(Query::parse("q", &printed).ok(), Some(query), "{}", printed);
            }
        }
    }
}
