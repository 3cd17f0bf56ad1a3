//! What is no secret and looks like one: ids, addresses, hashes, amounts, numbers of all sorts.

use super::super::Lang;
use super::super::rng::Rng;
use super::codes::with_luhn;
use super::keys::{PUBLIC, checked58, extended};

pub fn make(name: &str, lang: Lang, rng: &mut Rng) -> Option<String> {
    Some(match name {
        "txid" | "blockhash" | "hash" => rng.hex(32),
        "ethtx" => format!("0x{}", rng.hex(32)),
        "tx" => make(rng.pick(&["txid", "ethtx", "solsig"]), lang, rng)?,
        "solsig" => bs58::encode(rng.bytes(64)).into_string(),
        "address" => address(rng),
        "xpub" => extended(rng, &PUBLIC),
        "pubkey" => format!("0{}{}", rng.within(2, 4), rng.hex(32)),
        "uuid" => uuid(rng),
        "order" => order(rng),
        "luhn" => luhn(rng),
        "apikey" | "keyid" => api_key(rng),
        "uid" => rng.within(10_000_000, 999_999_999).to_string(),
        "ticket" => format!("#{}", rng.within(100_000, 9_999_999)),
        "tag" => rng.within(10_000, 999_999_999).to_string(),
        "amount" => amount(rng),
        "price" => format!("{}.{}", rng.within(1, 99_999), rng.digits(2)),
        "coin" => rng.pick(&["BTC", "ETH", "USDT", "SOL", "XRP", "TRX", "DOGE", "USDC", "BNB", "ADA"]).to_owned(),
        "phone" => phone(lang, rng),
        "date" => format!("202{}-{:02}-{:02}", rng.within(3, 7), rng.within(1, 13), rng.within(1, 29)),
        "time" => format!("{:02}:{:02}:{:02}", rng.within(0, 24), rng.within(0, 60), rng.within(0, 60)),
        "iban" => format!("{}{}", rng.pick(&["DE", "FR", "NL", "GB"]), rng.digits(20)),
        "ip" => format!("{}.{}.{}.{}", rng.within(1, 224), rng.within(0, 256), rng.within(0, 256), rng.within(1, 255)),
        "email" => {
            format!("{}{}@{}", rng.pick(&["liwei", "minsu", "taro", "sam.k"]), rng.within(1, 999), mail(lang, rng))
        }
        "version" => format!("{}.{}.{}", rng.within(2, 9), rng.within(0, 60), rng.within(0, 20)),
        "digits4" => rng.digits(4),
        "digits6" => format!("{}{}", rng.within(1, 10), rng.digits(5)),
        "n" => rng.within(2, 48).to_string(),
        _ => return None,
    })
}

pub fn uuid(rng: &mut Rng) -> String {
    let parts = [4, 2, 2, 2, 6].map(|bytes| rng.hex(bytes));
    parts.join("-")
}

fn mail(lang: Lang, rng: &mut Rng) -> &'static str {
    match lang {
        Lang::Zh => rng.pick(&["163.com", "qq.com", "gmail.com"]),
        Lang::Ko => rng.pick(&["naver.com", "daum.net", "gmail.com"]),
        Lang::Ja => rng.pick(&["yahoo.co.jp", "docomo.ne.jp", "gmail.com"]),
        Lang::En => rng.pick(&["gmail.com", "outlook.com", "proton.me"]),
    }
}

fn address(rng: &mut Rng) -> String {
    const BECH32: &str = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let pay = |version: u8, rng: &mut Rng, alphabet: &bs58::Alphabet| {
        checked58(&[vec![version], rng.bytes(20)].concat(), alphabet)
    };
    match rng.within(0, 12) {
        0 => pay(0, rng, bs58::Alphabet::BITCOIN),
        1 => pay(5, rng, bs58::Alphabet::BITCOIN),
        2 => pay(0x41, rng, bs58::Alphabet::BITCOIN),
        3 => pay(0, rng, bs58::Alphabet::RIPPLE),
        4 => format!("bc1q{}", rng.text(BECH32, 38)),
        5 => format!("bc1p{}", rng.text(BECH32, 58)),
        6 => format!("addr1{}", rng.text(BECH32, 98)),
        7 => bs58::encode(rng.bytes(32)).into_string(),
        8 => format!("G{}", rng.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 55)),
        9 => format!("4{}", rng.text("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", 94)),
        _ => format!("0x{}", rng.hex(20)),
    }
}

fn order(rng: &mut Rng) -> String {
    match rng.within(0, 6) {
        0 => uuid(rng),
        1 => rng.digits(12),
        2 => format!("20251{}", rng.digits(13)),
        3 => format!(
            "O{}-{}-{}",
            rng.base62(5).to_uppercase(),
            rng.base62(5).to_uppercase(),
            rng.base62(6).to_uppercase()
        ),
        4 => format!("WD{}", rng.digits(10)),
        _ => format!("{}{}", rng.within(1, 10), rng.digits(17)),
    }
}

/// Sixteen digits that pass Luhn's test and begin as a card does: an order's number all the same.
fn luhn(rng: &mut Rng) -> String {
    let start = rng.pick(&["4", "51", "62", "37", "35"]);
    with_luhn(&format!("{start}{}", rng.digits(15 - start.len())))
}

fn api_key(rng: &mut Rng) -> String {
    match rng.within(0, 4) {
        0 => rng.base62(64),
        1 => uuid(rng),
        2 => rng.base62(40),
        _ => rng.base62(18),
    }
}

fn amount(rng: &mut Rng) -> String {
    match rng.within(0, 4) {
        0 => rng.within(10, 100_000).to_string(),
        1 => format!("0.{}", rng.digits(8)),
        2 => format!("{},{}", rng.within(1, 999), rng.digits(3)),
        _ => format!("{}.{}", rng.within(1, 9999), rng.digits(2)),
    }
}

fn phone(lang: Lang, rng: &mut Rng) -> String {
    match lang {
        Lang::Zh => format!("{}{}", rng.pick(&["138", "139", "186", "+86 177"]), rng.digits(8)),
        Lang::Ko => format!("010-{}-{}", rng.digits(4), rng.digits(4)),
        Lang::Ja => format!("0{}0-{}-{}", rng.within(7, 10), rng.digits(4), rng.digits(4)),
        Lang::En => format!("+1 {}-{}-{}", rng.within(201, 990), rng.digits(3), rng.digits(4)),
    }
}
