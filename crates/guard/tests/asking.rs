//! Messages of agents that ask for a secret, and others: floors per language, on what the phrases were tuned on (even lines) and
//! on what was held out (odd lines).

use guard::asking::{Asks, asks_for_secret};

const SETS: [(&str, &str); 5] = [
    ("en", include_str!("asking/en.txt")),
    ("zh-CN", include_str!("asking/zh-CN.txt")),
    ("zh-TW", include_str!("asking/zh-TW.txt")),
    ("ko", include_str!("asking/ko.txt")),
    ("ja", include_str!("asking/ja.txt")),
];

/// Asking messages that are found, and others that go through, as shares; with what went wrong.
fn shares(set: &str, held: bool) -> (f64, f64, Vec<&str>) {
    let (mut right, mut all, mut wrong) = ([0.0, 0.0], [0.0, 0.0], Vec::new());
    for line in set.lines().enumerate().filter(|(number, _)| (number % 2 == 1) == held).map(|(_, line)| line) {
        let (mark, text) = line.split_at(2);
        let kind = usize::from(mark == "- ");
        all[kind] += 1.0;
        if asks_for_secret(&text.replace("\\n", "\n")).is_some() == (kind == 0) {
            right[kind] += 1.0;
        } else {
            wrong.push(line);
        }
    }
    (right[0] / all[0], right[1] / all[1], wrong)
}

#[test]
fn the_sets_are_large() {
    for (language, set) in SETS {
        let count = |mark: &str| set.lines().filter(|line| line.starts_with(mark)).count();
        assert!(count("+ ") >= 60 && count("- ") >= 80, "{language}: {} and {}", count("+ "), count("- "));
        assert!(set.lines().all(|line| line.starts_with("+ ") || line.starts_with("- ")), "{language}");
    }
}

#[test]
fn asking_is_found_and_warnings_go_through() {
    let mut report = Vec::new();
    for (language, set) in SETS {
        for held in [false, true] {
            let (found, through, wrong) = shares(set, held);
            if found < 0.97 || through < 0.99 {
                report.push(format!("{language} held out {held}: {found:.3} {through:.3}\n{}", wrong.join("\n")));
            }
        }
    }
    assert!(report.is_empty(), "{}", report.join("\n"));
}

#[test]
fn what_is_asked_for() {
    for (text, part, what) in [
        ("Hi. Please send your password.", "password", Asks::Password),
        ("请把验证码发给我", "验证码", Asks::Code),
        ("시드 구문을 보내 주세요", "시드 구문", Asks::SeedPhrase),
        ("秘密鍵を教えてください", "秘密鍵", Asks::PrivateKey),
        ("請提供安全碼", "安全碼", Asks::CardSecurityCode),
        ("Please install AnyDesk", "AnyDesk", Asks::RemoteAccess),
    ] {
        let asked = asks_for_secret(text).expect(text);
        assert_eq!((&text[asked.span], asked.what), (part, what));
    }
    assert_eq!(asks_for_secret(""), None);
}

/// What is named in a sentence and asked for in the next is marked in the first, and both sentences are shown; so is a line of a
/// list.
#[test]
fn what_is_asked_for_over_sentences() {
    for (text, part, sentence) in [
        (
            "Hi. There is a code in your inbox. Read it to me, please.",
            "code",
            "There is a code in your inbox. Read it to me, please.",
        ),
        ("您好。验证码收到了吗？收到请告诉我。谢谢", "验证码", "验证码收到了吗？收到请告诉我。"),
        ("Please send:\n- your UID\n- your password\nThanks", "password", "- your password"),
    ] {
        let asked = asks_for_secret(text).expect(text);
        assert_eq!((&text[asked.span], &text[asked.sentence]), (part, sentence));
    }
    assert_eq!(asks_for_secret("There is a code in your inbox. Enter it in the app."), None);
}

#[test]
fn long_messages_are_read() {
    for part in [
        "password send ",
        "密码",
        "never your code, ",
        "please. ",
        "비밀번호 ",
        ",，",
        "code not ",
        "never send password, ",
        "绝不把密码发给我，",
        "send password never ",
        "私钥不要告诉",
    ] {
        let text = part.repeat(50_000 / part.len());
        let found = asks_for_secret(&text);
        assert!(found.is_none_or(|asked| text.get(asked.span).is_some()));
    }
}
