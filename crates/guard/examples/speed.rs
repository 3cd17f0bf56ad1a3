//! Prints how fast texts are looked through: megabytes a second of mixed text, microseconds for messages of 500 characters.
//!
//!     cargo run --release -p guard --example speed

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

fn main() {
    let mixed = TEXTS.map(|(_, text)| text).concat().repeat(2_000);
    black_box(scan(&mixed));
    let seconds = best(5, || drop(black_box(scan(&mixed))));
    println!("mixed {:.0} MB/s of {:.1} MB", mixed.len() as f64 / seconds / 1e6, mixed.len() as f64 / 1e6);
    for (lang, text) in TEXTS {
        let message: String = text.chars().cycle().take(500).collect();
        let seconds = best(5, || (0..200).for_each(|_| drop(black_box(scan(&message))))) / 200.0;
        println!(
            "{lang} {:.1} µs for 500 characters ({:.0} MB/s)",
            seconds * 1e6,
            message.len() as f64 / seconds / 1e6
        );
    }
}
