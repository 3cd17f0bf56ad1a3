//! Sentences that people wrote down before the words: what rings, and what must not.

use super::*;

const EXAMPLES: [(&str, &str); 8] = [
    ("zh-CN", include_str!("examples/zh-CN.txt")),
    ("zh-TW", include_str!("examples/zh-TW.txt")),
    ("en", include_str!("examples/en.txt")),
    ("ko", include_str!("examples/ko.txt")),
    ("ja", include_str!("examples/ja.txt")),
    ("fresh", include_str!("examples/fresh.txt")),
    ("second", include_str!("examples/second.txt")),
    ("third", include_str!("examples/third.txt")),
];

fn kind(sign: Option<Sign>) -> &'static str {
    match sign {
        Some(Sign::Alarm(_)) => "risk",
        Some(Sign::Person) => "person",
        None => "none",
    }
}

#[test]
fn alarms_are_heard_and_questions_are_none() {
    let mut wrong = Vec::new();
    for (language, file) in EXAMPLES {
        let (mut missed, mut rang, mut calls, mut others) = (0, 0, 0, 0);
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let (wanted, text) = line.split_once(' ').unwrap();
            let heard = kind(of(text));
            if wanted == "none" {
                others += 1
            } else {
                calls += 1
            }
            if heard != wanted {
                missed += usize::from(wanted != "none");
                rang += usize::from(wanted == "none");
                wrong.push(format!("{language}: {text}: {heard}, not {wanted}"));
            }
        }
        println!("{language}: {} of {calls} heard, {rang} of {others} false", calls - missed);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn courtesies_ask_nothing() {
    for (text, wanted) in [
        ("你好", Some(Courtesy::Greeting)),
        ("您好！", Some(Courtesy::Greeting)),
        ("你好，提现没到", None),
        ("好的，谢谢", Some(Courtesy::Thanks)),
        ("Thanks!", Some(Courtesy::Thanks)),
        ("ok, thank you.", Some(Courtesy::Thanks)),
        ("hello, are you a bot?", Some(Courtesy::Robot)),
        ("こんにちは。", Some(Courtesy::Greeting)),
        ("감사합니다~", Some(Courtesy::Thanks)),
        ("", None),
        ("???", None),
    ] {
        assert_eq!(courtesy(text), wanted, "{text}");
    }
}

#[test]
fn the_most_urgent_counts() {
    assert_eq!(of("我不想活了，账户被盗了"), Some(Sign::Alarm(Alarm::Life)));
    assert_eq!(of("my account was hacked, give me a human"), Some(Sign::Alarm(Alarm::Theft)));
    assert_eq!(of("怎么防止被盗？我的账户已经被盗了"), Some(Sign::Alarm(Alarm::Theft)));
}
