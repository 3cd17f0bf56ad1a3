//! What a program signs in to an exchange with. The shapes are those that the exchanges' API pages show: Binance 64 letters and
//! digits, OKX 32 hex digits and a passphrase, Kraken 64 bytes in base64, Upbit 40, Bitfinex 43, Bybit 36, Coinbase PEM.

use data_encoding::BASE64;
use guard::secrets::Kind;

use super::super::Proof;
use super::super::rng::Rng;
use super::{Value, word};

pub fn make(name: &str, how: &str, rng: &mut Rng) -> Option<Vec<Value>> {
    let text = match name {
        "apisecret" => shape(how, rng),
        "apipass" => passphrase(rng),
        _ => return None,
    };
    Some(word(Kind::ApiSecret, Proof::Words, &text, rng))
}

fn shape(exchange: &str, rng: &mut Rng) -> String {
    match exchange {
        "okx" => rng.hex(16).to_uppercase(),
        "kraken" => BASE64.encode(&rng.bytes(64)),
        "upbit" => rng.base62(40),
        "bitfinex" => rng.base62(43),
        "bybit" => rng.base62(36),
        "binance" => rng.base62(64),
        "gate" => rng.hex(32),
        "kucoin" => super::public::uuid(rng),
        _ => {
            let any = rng.pick(&["binance", "okx", "kraken", "upbit", "bitfinex", "bybit", "gate", "kucoin"]);
            shape(any, rng)
        }
    }
}

fn passphrase(rng: &mut Rng) -> String {
    let start = rng.pick(&["Okx", "trade", "Bot", "grid", "myapi", "kucoin", "Quant"]);
    format!("{start}{}{}", rng.digits(4), rng.pick(&["", "!", "@", "#"]))
}
