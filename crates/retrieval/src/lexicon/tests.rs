use super::*;

#[test]
fn our_own_lines_are_lines() {
    for (name, text) in [
        ("zh", include_str!("../../lexicon/zh.txt")),
        ("ko", include_str!("../../lexicon/ko.txt")),
        ("ja", include_str!("../../lexicon/ja.txt")),
        ("en", include_str!("../../lexicon/en.txt")),
    ] {
        for line in parse::lines(text) {
            if let Err(error) = line {
                panic!("{name}: {error}");
            }
        }
    }
}

#[test]
fn bad_lines_are_told_by_number() {
    let refused = |extra: &str| Lexicon::new().with(Lang::En, extra).map(drop);
    let wrong = |line, what| Err(LineError { line, what });
    assert_eq!(refused("# fine\n\na, b\nc"), wrong(4, parse::Wrong::Alone));
    assert_eq!(refused("a, , b"), wrong(1, parse::Wrong::Empty));
    assert_eq!(refused("2: a, b"), wrong(1, parse::Wrong::Weight));
    assert_eq!(refused("x: a, b"), wrong(1, parse::Wrong::Weight));
    assert_eq!(refused(&format!("a, {}", "b".repeat(121))), wrong(1, parse::Wrong::TooLong));
    assert_eq!(refused(&format!("a{}", ", b".repeat(64))), wrong(1, parse::Wrong::TooMany));
    assert_eq!(refused("0.5: a, b > c，d、e\n~ please"), Ok(()));
}

#[test]
fn equivalents_are_found_from_each_other() {
    let lexicon = Lexicon::new().with(Lang::ZhCn, "甲乙, 丙丁\n戊己 > 庚辛").unwrap();
    let words = lexicon.of(Family::Chinese);
    let means = |asked: &str| {
        let mut found = Vec::new();
        words.exact.begin(&symbols::of(asked), |_, ids| {
            for id in ids {
                words
                    .groups(*id)
                    .for_each(|(_, group)| found.extend(group.terms.iter().map(|id| words.symbols(*id).to_vec())));
            }
        });
        found
    };
    assert!(means("丙丁").contains(&symbols::of("甲乙")));
    assert!(means("甲乙").contains(&symbols::of("丙丁")));
    assert!(means("戊己").contains(&symbols::of("庚辛")));
    assert!(means("庚辛").is_empty());
}

#[test]
fn terms_are_found_by_sound_and_by_initials() {
    let lexicon = Lexicon::new();
    let words = lexicon.of(Family::Chinese);
    let mut heard = Vec::new();
    let sounds: Vec<Sound> = "蜜码".chars().map(pinyin::of).collect();
    words.sounding.begin(&sounds, |_, ids| heard.extend(ids.iter().map(|id| words.symbols(*id).to_vec())));
    assert!(heard.contains(&symbols::of("密码")));
    let named = |family, word: &str| {
        let words = lexicon.of(family);
        words.in_latin(family, word).iter().map(|id| words.symbols(*id).to_vec()).collect::<Vec<_>>()
    };
    assert!(named(Family::Chinese, "tx").contains(&symbols::of("提现")));
    assert!(named(Family::Korean, "ipgeum").contains(&symbols::of("입금")));
}
