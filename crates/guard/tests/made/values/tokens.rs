//! Tokens of known services, session tokens, and what one-time codes are computed from. Sources: RFC 7519; the prefixes that
//! GitHub, Slack, Stripe, AWS and Telegram publish; the Key URI format of Google Authenticator; RFC 4648.

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use guard::secrets::Kind;

use super::super::rng::Rng;
use super::super::{Made, Proof, forms};
use super::{Value, secret, word};

pub fn make(name: &str, rng: &mut Rng) -> Option<Vec<Value>> {
    use Kind::{AccessToken, TotpSecret};
    let (kind, proof, text) = match name {
        "token" => {
            let name = rng.pick(&["jwt", "jwt", "github", "slack", "stripe", "aws", "telegram"]);
            return make(name, rng);
        }
        "jwt" => (AccessToken, Proof::Itself, jwt(rng)),
        "github" => (AccessToken, Proof::Itself, github(rng)),
        "slack" => (AccessToken, Proof::Itself, slack(rng)),
        "stripe" => (AccessToken, Proof::Itself, format!("{}_{}", rng.pick(&["sk_live", "rk_live"]), rng.base62(24))),
        "aws" => (AccessToken, Proof::Itself, format!("AKIA{}", rng.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16))),
        "telegram" => (AccessToken, Proof::Itself, telegram(rng)),
        "awssecret" => {
            let text = rng.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 40);
            let also = Some(Kind::ApiSecret);
            return Some(vec![Value::Secret(Made { kind: AccessToken, also, proof: Proof::Words, text })]);
        }
        "session" => (AccessToken, Proof::Words, session(rng)),
        "otpauth" => (TotpSecret, Proof::Itself, otpauth(rng)),
        "base32" => {
            let text = grouped(&base32(rng), rng);
            return Some(vec![secret(TotpSecret, Proof::Words, forms::disguise(&text, rng))]);
        }
        _ => return None,
    };
    Some(word(kind, proof, &text, rng))
}

fn jwt(rng: &mut Rng) -> String {
    let head =
        rng.pick(&[r#"{"alg":"HS256","typ":"JWT"}"#, r#"{"typ":"JWT","alg":"ES256"}"#, r#"{"alg":"RS256","kid":"2"}"#]);
    let body = format!(r#"{{"sub":"{}","iat":17{},"exp":18{}}}"#, rng.digits(8), rng.digits(8), rng.digits(8));
    let parts = [head.as_bytes().to_vec(), body.into_bytes(), rng.bytes(32)];
    parts.map(|part| BASE64URL_NOPAD.encode(&part)).join(".")
}

/// The last six characters are the CRC32 of the thirty before them.
fn github(rng: &mut Rng) -> String {
    const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let body = rng.base62(30);
    let mut sum = super::phrases::crc32(body.as_bytes()) as usize;
    let mut end = Vec::new();
    for _ in 0..6 {
        end.push(char::from(DIGITS[sum % 62]));
        sum /= 62;
    }
    let end: String = end.into_iter().rev().collect();
    format!("{}_{body}{end}", rng.pick(&["ghp", "gho", "ghs", "ghu"]))
}

fn slack(rng: &mut Rng) -> String {
    format!("{}-{}-{}-{}", rng.pick(&["xoxb", "xoxp"]), rng.digits(12), rng.digits(12), rng.base62(24))
}

fn telegram(rng: &mut Rng) -> String {
    let tail = rng.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", 33);
    format!("{}{}:AA{tail}", rng.within(1, 9), rng.digits(9))
}

fn session(rng: &mut Rng) -> String {
    match rng.within(0, 4) {
        0 => rng.hex(16),
        1 => rng.hex(20),
        2 => rng.base62(43),
        _ => BASE64URL_NOPAD.encode(&rng.bytes(30)),
    }
}

fn base32(rng: &mut Rng) -> String {
    let bytes = [10, 10, 20, 20, 25][rng.within(0, 5)];
    BASE32_NOPAD.encode(&rng.bytes(bytes))
}

/// As authenticators show it: in one word, in lower case, or in groups of four.
fn grouped(text: &str, rng: &mut Rng) -> String {
    let groups: Vec<&str> = text.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    match rng.within(0, 5) {
        0 => groups.join(" "),
        1 => groups.join(" ").to_lowercase(),
        2 => groups.join("-"),
        _ => text.to_owned(),
    }
}

fn otpauth(rng: &mut Rng) -> String {
    let issuer = rng.pick(&["Binance", "OKX", "Upbit", "Kraken", "Bitfinex", "bitFlyer"]);
    let who = rng.pick(&["user%40gmail.com", "li.wei%40163.com", "minsu%40naver.com", "taro%40yahoo.co.jp"]);
    let more = rng.pick(&["", "&algorithm=SHA1&digits=6&period=30"]);
    format!("otpauth://totp/{issuer}:{who}?secret={}&issuer={issuer}{more}", base32(rng))
}
