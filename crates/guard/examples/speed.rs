//! Prints how fast texts are looked through, a figure a line as `name`, `unit` and `value` between tabs: a megabyte of mixed
//! text, messages of 500 characters, and how the cost of hostile texts grows when they get twice as long.
//!
//!     cargo run --release -p guard --example speed

#[path = "../tests/imitations/mod.rs"]
#[expect(dead_code, reason = "only what is official is needed of the set")]
mod set;

use std::hint::black_box;

use guard::secrets::scan;
use rustix::time::{ClockId, clock_gettime};

const TEXTS: [(&str, &str); 4] = [
    (
        "en",
        "I sent 250 USDT from my wallet on Tuesday at 14:30 and the explorer says that it is confirmed, but my balance has not changed. The help page told me to wait for 12 confirmations and there are more than fifty now. Could somebody look at it please? ",
    ),
    (
        "zh",
        "我在周二下午从自己的钱包转了250个USDT到交易所，区块浏览器上显示已经确认，但是账户余额一直没有变化。帮助中心说需要等待12个确认，现在已经有五十多个了，麻烦你们帮我看看是什么原因，谢谢。",
    ),
    (
        "ko",
        "화요일 오후에 제 지갑에서 거래소로 250 USDT를 보냈고 탐색기에는 이미 확인된 것으로 나오는데 잔액이 그대로입니다. 도움말에는 12번의 확인이 필요하다고 되어 있는데 지금은 쉰 번이 넘었어요. 확인 부탁드립니다. ",
    ),
    (
        "ja",
        "火曜日の午後に自分のウォレットから取引所へ250USDTを送りました。エクスプローラーでは確認済みと表示されていますが、残高が変わりません。ヘルプには12回の確認が必要とありますが、もう五十回を超えています。調べていただけますか。",
    ),
];

/// The processor's time of this thread, in seconds.
fn now() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// The best of so many rounds, in seconds.
fn best(rounds: usize, mut work: impl FnMut()) -> f64 {
    let round = |_| {
        let start = now();
        work();
        now() - start
    };
    (0..rounds).map(round).fold(f64::MAX, f64::min)
}

/// Texts that look like secrets all the way, or are nested, or make rules go back and forth.
const HOSTILE: [(&str, &str); 10] = [
    ("labels without values", "password: "),
    ("labels and commas", "my private key, the seed phrase, 密码，비밀번호, "),
    ("words of phrases", "legal winner thank year wave sausage worth "),
    ("Chinese words of phrases", "的一是在不了有和人这"),
    ("groups of digits", "4111 1111-1111 1112 "),
    ("hexadecimal digits", "4c0883a69102937d"),
    ("base58", "5HueCGU8rMjxEXxiPuD5"),
    ("points", "eyJhbGciOi.eyJzdWIi."),
    ("nested JSON", "{\"secret\":{\"key\":["),
    ("nothing to be seen", "k\u{200b}e\u{200d}y\u{202e}: "),
];

/// Bytes of a hostile text.
const LONG: usize = 200_000;

fn figure(name: &str, unit: &str, value: f64) {
    println!("{name}\t{unit}\t{value:.4}");
}

/// What a text of `LONG` bytes costs, and how many times as much one that is twice as long.
fn grows(name: &str, part: &str, look: impl Fn(&str)) {
    let (once, twice) = (part.repeat(LONG / part.len()), part.repeat(2 * LONG / part.len()));
    let (once, twice) = (best(5, || look(&once)), best(5, || look(&twice)));
    figure(&format!("twice as long: {name}"), "×", twice / once);
    figure(&format!("a megabyte: {name}"), "ms", once * 1e3 * 1e6 / LONG as f64);
}

fn main() {
    let official = set::official();
    let mixed = TEXTS.map(|(_, text)| text).concat().repeat(2_000);
    black_box(scan(&mixed));
    let megabytes = mixed.len() as f64 / 1e6;
    let seconds = best(5, || drop(black_box(scan(&mixed))));
    figure("a megabyte of mixed text", "ms", seconds * 1e3 / megabytes);
    let raw = best(5, || drop(black_box(mixed.to_lowercase())));
    figure("scan / writing it in small letters", "×", seconds / raw);
    for (lang, text) in TEXTS {
        let message: String = text.chars().cycle().take(500).collect();
        let each = |look: &dyn Fn(&str)| best(5, || (0..200).for_each(|_| look(&message))) / 200.0 * 1e6;
        figure(&format!("500 characters, {lang}"), "µs", each(&|text| drop(black_box(scan(text)))));
        figure(&format!("what imitates in them, {lang}"), "µs", each(&|text| drop(black_box(official.find(text)))));
    }
    for (name, part) in HOSTILE {
        grows(name, part, |text| drop(black_box(scan(text))));
    }
}
