//! What a caller sees: articles that are put, found, replaced, removed; hostile questions.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use retrieval::{Article, Index, Lang, Lexicon, Passage};
use uuid::Uuid;

fn put(index: &Index, articles: &[(u128, Lang, &str, &str)]) {
    let mut writer = index.writer().unwrap();
    for (id, lang, title, text) in articles {
        let passages = [Passage { anchor: "top", heading: "", text }];
        let id = Uuid::from_u128(*id);
        writer.put(&Article { id, lang: *lang, title, summary: "", keywords: &[], passages: &passages }).unwrap();
    }
    writer.commit("here").unwrap();
}

fn found(index: &Index, langs: &[Lang], question: &str) -> Vec<u128> {
    index.search(langs, question, 10).unwrap().hits.iter().map(|hit| hit.id.as_u128()).collect()
}

fn first(index: &Index, lang: Lang, question: &str) -> Option<u128> {
    found(index, &[lang], question).first().copied()
}

/// A few articles in each language.
fn desk() -> Index {
    let index = Index::in_memory().unwrap();
    put(
        &index,
        &[
            (1, Lang::ZhCn, "充值未到账怎么办", "请先在区块浏览器查看交易的确认数。"),
            (2, Lang::ZhCn, "如何提现人民币", "在资产页面选择提现,输入金额和银行卡。"),
            (3, Lang::ZhCn, "重置双重验证", "手机遗失时用备份密钥恢复双重验证。"),
            (4, Lang::ZhCn, "修改登录密码", "在安全设置里修改密码。修改后24小时内不能提现。"),
            (1, Lang::ZhTw, "加值未到賬怎麼辦", "請先在區塊瀏覽器查看交易的確認數。"),
            (1, Lang::En, "My deposit has not arrived", "Look up the number of confirmations in a block explorer."),
            (2, Lang::En, "How to withdraw money", "Choose withdraw on the assets page and enter the amount."),
            (4, Lang::En, "Changing your password", "Open the security settings. Withdrawals stop for 24 hours."),
            (1, Lang::Ko, "입금이 반영되지 않아요", "블록 탐색기에서 컨펌 수를 확인하세요."),
            (2, Lang::Ko, "출금 방법", "자산 화면에서 출금을 선택하세요."),
            (1, Lang::Ja, "入金が反映されない", "ブロックエクスプローラーで承認数を確認してください。"),
            (4, Lang::Ja, "パスワードの変更", "セキュリティ設定で変更します。"),
        ],
    );
    index
}

#[test]
fn each_language_finds_its_own() {
    let index = desk();
    for (lang, question, wanted) in [
        (Lang::ZhCn, "充值没到", 1),
        (Lang::ZhTw, "入金一直沒到", 1),
        (Lang::En, "I can't see the coins I sent to my account", 1),
        (Lang::En, "cash out", 2),
        (Lang::Ko, "출금하고싶어요", 2),
        (Lang::Ja, "パスワードを変えたい", 4),
        (Lang::ZhCn, "我要取钱", 2),
    ] {
        assert_eq!(first(&index, lang, question), Some(wanted), "{question}");
    }
    let found = index.search(&[Lang::ZhTw], "未到賬", 10).unwrap();
    assert!(found.hits.iter().all(|hit| hit.lang == Lang::ZhTw));
}

#[test]
fn writing_it_otherwise_finds_it_too() {
    let index = desk();
    for (lang, question, wanted) in [
        (Lang::ZhCn, "tixian", 2),
        (Lang::ZhCn, "shuangchong yanzheng", 3),
        (Lang::ZhCn, "tx", 2),
        (Lang::ZhCn, "修改蜜码", 4),
        (Lang::ZhCn, "雙重驗證", 3),
        (Lang::ZhCn, "password 忘了怎么 reset", 4),
        (Lang::ZhCn, "2FA", 3),
        (Lang::Ko, "dlqrma", 1),
        (Lang::Ko, "chulgeum", 2),
        (Lang::Ja, "ﾊﾟｽﾜｰﾄﾞ", 4),
        (Lang::Ja, "ぱすわーど", 4),
        (Lang::Ja, "pasuwaado", 4),
        (Lang::En, "pasword", 4),
        (Lang::En, "withdrawel", 2),
        (Lang::En, "PASSWORDS", 4),
    ] {
        assert_eq!(first(&index, lang, question), Some(wanted), "{question}");
    }
}

#[test]
fn further_languages_come_after_the_first() {
    let index = desk();
    let hits = index.search(&[Lang::ZhTw, Lang::ZhCn, Lang::En], "修改密碼 未到賬", 10).unwrap().hits;
    assert_eq!((hits[0].id.as_u128(), hits[0].lang), (1, Lang::ZhTw));
    assert!(hits.iter().any(|hit| hit.id.as_u128() == 4 && hit.lang == Lang::ZhCn));
    let mut ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), hits.len(), "an article is one hit");
    // Nothing in Japanese of it: the words that both languages have find the English one.
    assert!(found(&index, &[Lang::Ja, Lang::En], "出金したい").contains(&2));
}

#[test]
fn one_hit_with_the_passage_that_answers() {
    let index = Index::in_memory().unwrap();
    let mut writer = index.writer().unwrap();
    let passages = [
        Passage { anchor: "fees", heading: "Fees", text: "A withdrawal costs one coin." },
        Passage {
            anchor: "limits",
            heading: "Limits",
            text: "You may withdraw ten coins a day. Ask us when you need more.",
        },
    ];
    let id = Uuid::from_u128(9);
    let article = Article {
        id,
        lang: Lang::En,
        title: "Withdrawals",
        summary: "All of it",
        keywords: &["payout"],
        passages: &passages,
    };
    writer.put(&article).unwrap();
    writer.commit("").unwrap();
    let hits = index.search(&[Lang::En], "how much may I withdraw a day", 10).unwrap().hits;
    assert_eq!(hits.len(), 1);
    let hit = &hits[0];
    assert_eq!(
        (hit.passage, hit.anchor.as_str(), hit.heading.as_str(), hit.title.as_str()),
        (1, "limits", "Limits", "Withdrawals")
    );
    let marked: Vec<&str> = hit.snippet.marks.iter().map(|mark| &hit.snippet.text[mark.clone()]).collect();
    assert!(marked.contains(&"withdraw") && marked.contains(&"day"), "{marked:?}");
    assert_eq!(first(&index, Lang::En, "payout"), Some(9));
}

#[test]
fn articles_are_replaced_removed_and_cleared() {
    let index = desk();
    put(&index, &[(2, Lang::En, "Moving coins out", "Use the assets page.")]);
    assert_eq!(index.len(), 12);
    let titles = |question: &str| -> Vec<String> {
        index.search(&[Lang::En], question, 10).unwrap().hits.into_iter().map(|hit| hit.title).collect()
    };
    assert!(!titles("withdraw money").contains(&"How to withdraw money".to_owned()));
    assert_eq!(titles("assets page")[0], "Moving coins out");

    let mut writer = index.writer().unwrap();
    writer.remove(Uuid::from_u128(2), Lang::En);
    assert!(titles("assets page").contains(&"Moving coins out".to_owned()), "not before the commit");
    writer.commit("next").unwrap();
    assert!(!titles("assets page").contains(&"Moving coins out".to_owned()));
    assert_eq!(first(&index, Lang::Ko, "출금"), Some(2), "its other languages stay");
    writer.clear().unwrap();
    writer.commit("last").unwrap();
    assert!(index.is_empty());
    assert_eq!(index.payload().as_deref(), Some("last"));
}

#[test]
fn an_index_is_opened_again_and_a_damaged_one_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("help");
    assert!(Index::open(&place).is_err());
    let index = Index::create(&place).unwrap();
    assert_eq!(index.payload(), None);
    put(&index, &[(1, Lang::En, "Fees", "They are low.")]);
    drop(index);
    let index = Index::open(&place).unwrap();
    assert_eq!((index.payload().as_deref(), first(&index, Lang::En, "fee")), (Some("here"), Some(1)));
    drop(index);
    for entry in std::fs::read_dir(&place).unwrap().flatten() {
        if entry.path().extension().is_some_and(|kind| kind == "store") {
            let mut bytes = std::fs::read(entry.path()).unwrap();
            bytes[3] ^= 0x55;
            std::fs::write(entry.path(), bytes).unwrap();
        }
    }
    assert!(Index::open(&place).is_err());
    let index = Index::create(&place).unwrap();
    assert_eq!((index.payload(), index.len()), (None, 0));
}

#[test]
fn editors_add_to_the_lexicon() {
    let index = desk();
    assert_eq!(first(&index, Lang::En, "frobnicate"), None);
    index.speak(Lexicon::new().with(Lang::En, "# ours\nfrobnicate, withdraw").unwrap());
    assert_eq!(first(&index, Lang::En, "frobnicate"), Some(2));
    let refused = Lexicon::new().with(Lang::En, "a, b\n\nalone").map(drop).unwrap_err();
    assert_eq!(refused.line, 3);
}

#[test]
fn titles_are_suggested_while_typing() {
    let index = desk();
    let suggested = |lang, typed: &str| -> Vec<String> {
        index.suggest(lang, typed, 5).unwrap().into_iter().map(|suggestion| suggestion.title).collect()
    };
    for (lang, typed, title) in [
        (Lang::En, "pass", "Changing your password"),
        (Lang::En, "how to wi", "How to withdraw money"),
        (Lang::En, "my dep", "My deposit has not arrived"),
        (Lang::ZhCn, "提", "如何提现人民币"),
        (Lang::ZhCn, "tixian", "如何提现人民币"),
        (Lang::ZhCn, "修改密", "修改登录密码"),
        (Lang::Ko, "출", "출금 방법"),
        (Lang::Ja, "ぱすわ", "パスワードの変更"),
    ] {
        assert_eq!(suggested(lang, typed).first().map(String::as_str), Some(title), "{typed}");
    }
    assert!(suggested(Lang::En, "").is_empty());
    assert!(suggested(Lang::En, "zzzz").is_empty());
    assert!(suggested(Lang::Ja, "pass").iter().all(|title| title == "パスワードの変更"));
}

#[test]
fn nothing_asked_nothing_found() {
    let index = desk();
    for question in ["", "   ", "\u{0}\u{202e}", "🎉🎉", "\"\"", "***", "OR AND NOT", "zzzzqqq"] {
        let found = index.search(&[Lang::En], question, 10).unwrap();
        assert!(found.confidence < 0.5, "{question:?}");
    }
    assert!(index.search(&[], "fees", 10).unwrap().hits.is_empty());
    assert!(index.search(&[Lang::En], "password", 0).unwrap().hits.is_empty());
    let empty = Index::in_memory().unwrap();
    assert!(empty.search(&Lang::ALL, "充值", 10).unwrap().hits.is_empty());
    assert!(empty.suggest(Lang::ZhCn, "充值", 10).unwrap().is_empty());
}

#[test]
fn long_questions_are_cut() {
    let index = desk();
    for question in [
        "密码".repeat(5_000),
        "withdraw ".repeat(2_000),
        "ㅔㅁㄴ".repeat(4_000),
        "dlqrma ".repeat(2_000),
        "x".repeat(10_240),
    ] {
        for lang in Lang::ALL {
            index.search(&[lang], &question, 10).unwrap();
            index.suggest(lang, &question, 10).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_that_is_asked_fails(question in "[\\PC\\p{Cc}]{0,200}", limit in 0_usize..100) {
        let index = desk();
        for lang in Lang::ALL {
            let found = index.search(&[lang], &question, limit).unwrap();
            prop_assert!(found.hits.len() <= limit && (0.0..=1.0).contains(&found.confidence));
            index.suggest(lang, &question, limit).unwrap();
        }
    }

    #[test]
    fn nothing_that_is_written_fails(
        title in ".{0,60}", text in "[a-z提现充值입금にゅきん,. \\n👍\u{301}\u{202e}ﾊﾟ]{0,200}", asked in "[a-z提现充值입금にゅきん ]{0,30}",
    ) {
        let index = Index::in_memory().unwrap();
        let mut writer = index.writer().unwrap();
        for (number, lang) in Lang::ALL.into_iter().enumerate() {
            let passages = [Passage { anchor: &title, heading: &text, text: &title }, Passage { anchor: "", heading: "", text: &text }];
            let id = Uuid::from_u128(number as u128);
            writer.put(&Article { id, lang, title: &title, summary: &text, keywords: &[&title, &text], passages: &passages }).unwrap();
        }
        writer.commit(&text).unwrap();
        prop_assert_eq!(index.payload(), Some(text));
        for hit in index.search(&Lang::ALL, &asked, 10).unwrap().hits {
            for mark in &hit.snippet.marks {
                prop_assert!(hit.snippet.text.get(mark.clone()).is_some_and(|marked| !marked.is_empty()));
            }
        }
    }
}

#[test]
fn a_rare_name_for_something_common_tells_little() {
    let index = Index::in_memory().unwrap();
    let common: Vec<String> = (0..12).map(|number| format!("Bitcoin, part {number}")).collect();
    let mut articles: Vec<(u128, Lang, &str, &str)> = Vec::new();
    for (number, title) in common.iter().enumerate() {
        articles.push((number as u128, Lang::En, title, "About bitcoin, the network and its users."));
    }
    articles.push((100, Lang::En, "Coin fairs", "Where collectors of metal meet."));
    articles.push((101, Lang::En, "When bitcoins are gone", "Who loses a wallet loses the bitcoins in it."));
    put(&index, &articles);
    let found = index.search(&[Lang::En], "I lost my coins", 3).unwrap();
    assert_eq!(found.hits[0].id, Uuid::from_u128(101));
}
