//! Passwords as people choose them.

use guard::secrets::Kind;

use super::super::rng::Rng;
use super::super::{Lang, Proof};
use super::{Value, word};

pub fn make(name: &str, lang: Lang, rng: &mut Rng) -> Option<Vec<Value>> {
    let text = match name {
        "password" => password(lang, rng),
        "pin" => {
            let length = [4, 6, 6][rng.within(0, 3)];
            rng.digits(length)
        }
        _ => return None,
    };
    Some(word(Kind::Password, Proof::Words, &text, rng))
}

fn password(lang: Lang, rng: &mut Rng) -> String {
    let year = rng.within(1975, 2009);
    let own: &[&str] = match lang {
        Lang::Zh => &["woaini", "zhangwei", "liyang", "xiaoming", "fadacai", "wangjing", "Beijing"],
        Lang::Ko => &["minsu", "dkssud", "rlaclrn", "tkfkd", "jiyoung", "seoul", "qlxmzhdls"],
        Lang::Ja => &["sakura", "takeshi", "hanako", "tokyo", "yamada", "neko", "kawaii"],
        Lang::En => &["sunshine", "Michael", "dragon", "letmein", "Summer", "hodl", "toTheMoon"],
    };
    let stem = rng.pick(own).to_owned();
    match rng.within(0, 12) {
        0 => format!("{stem}{year}"),
        1 => format!("{stem}@{}", rng.digits(4)),
        2 => format!("{}{}!", capital(&stem), rng.digits(3)),
        3 => format!("{}#{}", rng.base62(5), rng.base62(6)),
        4 => rng.text("abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789!@#$%^&*+=?-_", 14),
        5 => format!("{stem}.{year}$"),
        6 => format!("Qwer{}!@", rng.digits(4)),
        7 => rng.base62(12),
        8 => format!("{stem}_{}", rng.pick(&["btc", "eth", "2024", "888", "1314", "007"])),
        9 => format!("P@ssw0rd{}", rng.digits(2)),
        10 if lang == Lang::Ko => {
            format!("{}{}!", rng.pick(&["비트코인대박", "사랑해요", "우리집강아지"]), rng.digits(4))
        }
        10 => format!("{}-{}-{}", rng.base62(6), rng.base62(6), rng.base62(6)),
        _ => format!("{}{stem}{}", rng.digits(2), rng.pick(&["!!", "#1", "*", "?9", "&x"])),
    }
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}
