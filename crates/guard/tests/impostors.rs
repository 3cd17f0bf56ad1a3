//! What is official, unknown and an imitation, case by case; bad settings; hostile inputs.

use std::fmt::Write as _;
use std::sync::LazyLock;

use guard::impostors::{Differs, Official, Standing, What};

const OFFICIAL: &str = include_str!("imitations/official.json");

static SET: LazyLock<Official> = LazyLock::new(|| Official::from_json(OFFICIAL).expect("settings of the tests"));

fn official() -> &'static Official {
    &SET
}

fn differs(input: &str) -> Option<Differs> {
    official().judge(input).reason.map(|reason| reason.differs)
}

/// Brands with names in their own letters; what is tried with them is in no list.
static NAMED: LazyLock<Official> = LazyLock::new(|| {
    let brands = r#"{"bitget": {"domains": ["bitget.com"], "handles": ["@bitget", "t.me/BitgetTalks"], "names": ["비트겟", "ビットゲット"]},
        "bybit": {"domains": ["bybit.com"], "names": ["Bybit", "バイビット"]}, "luban": {"domains": ["luban.com"], "names": ["鲁班币", "루반코인"]},
        "coincheck": {"domains": ["coincheck.com"], "names": ["コインチェック"]}, "yunbi": {"domains": ["yb.example"], "names": ["云币"]}}"#;
    Official::from_json(brands).expect("settings")
});

#[test]
fn names_as_they_sound() {
    for input in [
        "bitogetto.com",
        "biteuges88.top",
        "koinchekku-login.jp",
        "lubanbi.cc",
        "rubankoin-app.com",
        "lubankoin.net",
        "拜比特.ink",
        "比特盖特客服.com",
        "yunbi-kefu.com",
        "yunbi31.click",
        "云币官网tokyo.icu/",
        "コインチェック13.me",
        "微信：云币客服88",
        "https://x.com/BitgetTalks",
    ] {
        assert_eq!(NAMED.judge(input).standing, Standing::Imitation, "{input}");
    }
    for input in [
        "yunbi.com",
        "@yunbi",
        "比特币.com",
        "ビットコイン.com",
        "비트코인.com",
        "lubricant.com",
        "请看云币论坛tokyo.jp",
        "云币和tokyo.icu",
        "云币官网https://tokyo.jp",
        "카톡으로 루반코인고객센터에 문의했어요",
        "rubybit.dev/login",
        "signupbybit.example/",
    ] {
        assert_ne!(NAMED.judge(input).standing, Standing::Imitation, "{input}");
    }
    for input in ["https://t.me/BitgetTalks", "telegram.me/s/bitgettalks", "@BitgetTalks", "https://x.com/bitget"] {
        assert_eq!(NAMED.judge(input).standing, Standing::Official, "{input}");
    }
}

#[test]
fn spans_of_what_stands_around() {
    let text = "打开云币官网tokyo.icu/a，快";
    let found = NAMED.find(text);
    assert_eq!(found.iter().map(|found| &text[found.span.clone()]).collect::<Vec<_>>(), ["云币官网tokyo.icu/a"]);
    for text in
        ["see [bybit.com](https://www.bybit.com/zh)", "[here](https://a.cc)", "[Bybit review](https://blog.cc/p)"]
    {
        assert!(NAMED.find(text).iter().all(|found| found.standing != Standing::Imitation), "{text}");
    }
    for text in ["http://192.168.1.5:8080/ Bybit", "http://172.20.0.3/bybit-bot beside http://10.1.1.1/"] {
        let told = NAMED.find(text).iter().filter(|found| found.standing == Standing::Imitation).count();
        assert!(told <= usize::from(text.contains("bybit-bot")), "{text}");
    }
}

#[test]
fn reasons() {
    let text = |text: &str| text.to_owned();
    for (input, wanted) in [
        ("оkх.com", Differs::Homoglyph),
        ("xn--kx-emc.com", Differs::Punycode),
        ("binnance.com", Differs::Typo),
        ("okx-support.com", Differs::AddedWords(text("support"))),
        ("okxdenglu.cn", Differs::AddedWords(text("denglu"))),
        ("okx.com.co", Differs::OtherEnding(text("com.co"))),
        ("okx.com.login-verify.cc", Differs::Subdomain(text("login-verify.cc"))),
        ("okx.com-secure.net", Differs::Subdomain(text("com-secure.net"))),
        ("evil.com/okx.com/login", Differs::Path(text("evil.com"))),
        ("https://okx.com@evil.cc", Differs::UserInfo(text("evil.cc"))),
        ("https://okx.pages.dev", Differs::FreeHosting(text("pages.dev"))),
        ("http://185.22.1.9/okx/login", Differs::BareAddress),
        ("Log in to your OKX account at bit.ly/3xYz", Differs::Shortener),
        ("okx.support@gmail.com", Differs::FreeMail(text("gmail.com"))),
        ("\"OKX Support\" <x@gmail.com>", Differs::DisplayName),
        ("@kucoin", Differs::Name),
        ("我是币安官方客服，请加我的Telegram：@mr_77", Differs::Claim),
        ("Log in to restore your OKX account: account-verify.net", Differs::Words),
        ("欧易客服.com", Differs::AddedWords(text("客服"))),
        ("바이낸스.com", Differs::OtherEnding(text("com"))),
        ("hxxps://okx-login[.]com", Differs::AddedWords(text("login"))),
    ] {
        assert_eq!(differs(input), Some(wanted), "{input}");
    }
}

#[test]
fn official_is_what_is_set_and_what_is_under_it() {
    let official = official();
    for input in [
        "okx.com",
        "HTTPS://WWW.OKX.COM./a?b",
        "@OKX",
        "t.me/okx",
        "support@okx.com",
        "any@mail.okx.com",
        "+852 3000-1000",
        "ok-1042",
        "用欧易okx.com登录",
        "okx.com이 맞나요",
    ] {
        let judged = official.judge(input);
        assert_eq!(
            (judged.standing, judged.of.as_deref(), judged.score),
            (Standing::Official, Some("okx"), 0.0),
            "{input}"
        );
    }
    for input in ["", "OKX", "notokx.community", "okta.com", "v1.2.3", "It works.My way", "@okx_fan_daily"] {
        assert_eq!(official.judge(input).standing, Standing::Unknown, "{input}");
    }
}

#[test]
fn everything_in_a_text_is_found_where_it_is() {
    let text = "官网okx.com，不是okx-vip.top/a。邮件 support@okx.com，电报 @okx_kefu，打 +852 3000 1000";
    let found: Vec<_> = official()
        .find(text)
        .into_iter()
        .map(|found| (text[found.span].to_owned(), found.what, found.standing))
        .collect();
    let row = |part: &str, what, standing| (part.to_owned(), what, standing);
    assert_eq!(
        found,
        [
            row("okx.com", What::Domain, Standing::Official),
            row("okx-vip.top/a", What::Link, Standing::Imitation),
            row("support@okx.com", What::MailAddress, Standing::Official),
            row("@okx_kefu", What::Handle, Standing::Imitation),
            row("+852 3000 1000", What::Phone, Standing::Official),
        ]
    );
}

#[test]
fn the_worst_part_decides() {
    let text = "see okx.com or binance.com, but never 0kx.com";
    let judged = official().judge(text);
    assert_eq!((&text[judged.part], judged.of.as_deref()), ("0kx.com", Some("okx")));
    assert!(judged.score >= 0.9);
}

#[test]
fn bad_settings_name_their_key() {
    for (json, key) in [
        ("[", ""),
        ("[]", ""),
        (r#"{"okx": 1}"#, "okx"),
        (r#"{"okx": {"domains": "okx.com"}}"#, "okx.domains"),
        (r#"{"okx": {"domains": ["https://okx.com"]}}"#, "okx.domains"),
        (r#"{"okx": {"domains": ["okx"]}}"#, "okx.domains"),
        (r#"{"okx": {"handles": ["@ok x"]}}"#, "okx.handles"),
        (r#"{"okx": {"names": [3]}}"#, "okx.names"),
        (r#"{"okx": {"names": [""]}}"#, "okx.names"),
        (r#"{"okx": {"addresses": ["okx.com"]}}"#, "okx.addresses"),
        (r#"{"okx": {"phones": ["call us"]}}"#, "okx.phones"),
    ] {
        let error = Official::from_json(json).expect_err(json);
        assert_eq!(error.key, key, "{json}: {error}");
    }
    assert!(Official::from_json(r#"{"okx": {"since": 2017}}"#).is_ok());
    assert_eq!(
        Official::from_json("{}").expect("nothing is fine").judge("okx-support.com").standing,
        Standing::Unknown
    );
}

#[test]
fn names_that_pass_for_staff_are_refused() {
    let official = official();
    let staff = ["Mika Sato", "陈晓明"];
    for name in [
        "OKX Support",
        "官方客服",
        "공식 고객센터",
        "公式サポート",
        "Admin",
        "аdmin",
        "Mikа Sаto",
        "mika.sato",
        "陈晓明",
        "Adm1n",
        "Support Team",
        "Binance",
        "币安客服小美",
        "[Official] Kim",
        "0KX",
        "Customer Care",
        "OKX | Agent Lily",
        "Kraken Help Desk",
    ] {
        assert!(official.passes_for_staff(name, &staff).is_some(), "{name}");
    }
    for name in [
        "Kim Minsu",
        "陈晓",
        "山田太郎",
        "김민수",
        "OKX fan",
        "Adminah Ntombi",
        "Hope Carey",
        "Gate Keeper",
        "",
        "🙂",
        "Gemini",
        "Mika Saito",
        "Grace Desk-Smith",
        "Customer 17",
        "Customer",
        "客户",
    ] {
        assert_eq!(official.passes_for_staff(name, &staff), None, "{name}");
    }
}

#[test]
fn hostile_inputs_cost_no_more_than_their_length() {
    let official = official();
    let long = |part: &str| part.repeat(100_000 / part.len());
    for part in [
        "a.",
        ".",
        "@",
        "://",
        "okx-",
        "okx.com/",
        "@okx_",
        "[.]",
        "1",
        "+1",
        "<",
        "欧易",
        "。a",
        "\u{200b}",
        "xn--",
        "o\u{301}",
        "this is support ",
        "https://a@",
        "\u{202e}okx.com ",
        "https://okx.com.",
        "kraken_support@",
        "-._",
        "ai",
    ] {
        let text = long(part);
        let judged = official.judge(&text);
        assert!(text.get(judged.part).is_some(), "{part}");
        for found in official.find(&text) {
            assert!(text.get(found.span).is_some_and(|part| !part.is_empty()), "{part}");
        }
    }
    let mut many = String::new();
    (0..2_000).for_each(|number| write!(many, "okx-login{number}.com ").expect("a string"));
    assert_eq!(official.find(&many).len(), 2_000);
}

proptest::proptest! {
    #[test]
    fn any_text_is_judged(text in "(\\PC|okx|\\.com|@|://|/|-|。|[\u{200b}\u{202e}а]){0,60}") {
        let official = official();
        let judged = official.judge(&text);
        proptest::prop_assert!(text.get(judged.part).is_some());
        proptest::prop_assert_eq!(judged.score >= 0.5, judged.standing == Standing::Imitation);
        let mut end = 0;
        for found in official.find(&text) {
            proptest::prop_assert!(found.span.start >= end && text.get(found.span.clone()).is_some());
            end = found.span.end;
        }
        let _ = official.passes_for_staff(&text, &["Mika"]);
    }
}
