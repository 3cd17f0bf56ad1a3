//! What people write: sentences put together from parts, so that some words are in every tenth text and some, such as
//! transaction ids, in one. Sample data and no sentence of ours: it is not translated.

use serde_json::{Value, json};

use super::below;
use crate::clock::Draws;
use crate::language::Language;
use crate::tickets::Category;

fn pick<'a, T>(list: &'a [T], draws: &mut Draws) -> &'a T {
    &list[usize::try_from(below(draws, list.len() as u64)).unwrap_or(0)]
}

/// The language of the hundredth part `part` of all customers.
pub fn language(part: u64) -> Language {
    match part % 100 {
        0..=37 => Language::ZhCn,
        38..=61 => Language::En,
        62..=79 => Language::Ko,
        80..=90 => Language::ZhTw,
        _ => Language::Ja,
    }
}

/// What a ticket is about: most are about few things.
pub fn category(draws: &mut Draws) -> Category {
    const WEIGHTS: [u64; 14] = [24, 4, 3, 18, 10, 7, 4, 9, 6, 4, 2, 2, 5, 2];
    let mut left = below(draws, WEIGHTS.iter().sum());
    for (category, weight) in Category::ALL.into_iter().zip(WEIGHTS) {
        if left < weight {
            return category;
        }
        left -= weight;
    }
    Category::Other
}

const TAGS: [&str; 24] = [
    "vip",
    "refund",
    "大额",
    "flood",
    "kyc",
    "api",
    "tron",
    "eth",
    "chargeback",
    "followup",
    "bug",
    "波场",
    "重复",
    "p2p",
    "tax",
    "신원확인",
    "출금",
    "入金",
    "mobile",
    "ios",
    "android",
    "whale",
    "press",
    "legal",
];

/// A tag; the first ones more often.
pub fn tag(draws: &mut Draws) -> &'static str {
    let most = below(draws, TAGS.len() as u64) + 1;
    TAGS[usize::try_from(below(draws, most)).unwrap_or(0)]
}

/// An agent's name.
pub fn agent(number: u64) -> String {
    const GIVEN: [&str; 10] = ["Mina", "Ada", "Lin", "Kenji", "Sora", "Jun", "Wei", "Hana", "Bo", "Ren"];
    const FAMILY: [&str; 5] = ["Park", "Chen", "Sato", "Lee", "Wang"];
    let (given, family) = (number % 10, number / 10 % 5);
    format!("{} {}", GIVEN[usize::try_from(given).unwrap_or(0)], FAMILY[usize::try_from(family).unwrap_or(0)])
}

/// A customer's name.
pub fn customer(language: Language, draws: &mut Draws) -> String {
    let (family, given): (&[&str], &[&str]) = match language {
        Language::ZhCn | Language::ZhTw => (
            &["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "林", "徐"],
            &["小明", "建国", "秀英", "丽", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "明", "超"],
        ),
        Language::Ko => (&["김", "이", "박", "최", "정", "강"], &["민준", "서연", "지훈", "수빈", "하은", "도윤"]),
        Language::Ja => (&["佐藤", "鈴木", "高橋", "田中", "伊藤"], &["太郎", "花子", "健", "美咲", "翔", "葵"]),
        Language::En => (
            &["Smith", "Garcia", "Müller", "Rossi", "Novak", "Khan", "Silva", "Jansen"],
            &["Alice", "Bob", "Carol", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Iris", "João"],
        ),
    };
    match language {
        Language::En => format!("{} {}", pick(given, draws), pick(family, draws)),
        _ => format!("{}{}", pick(family, draws), pick(given, draws)),
    }
}

const COINS: [&str; 12] = ["BTC", "ETH", "USDT", "USDC", "SOL", "XRP", "TRX", "DOGE", "TON", "ADA", "BNB", "LTC"];
const NETWORKS: [&str; 6] = ["Bitcoin", "ERC-20", "TRON", "Solana", "Arbitrum", "BEP-20"];

fn amount(draws: &mut Draws) -> String {
    format!("{}.{:02}", below(draws, 5000), below(draws, 100))
}

fn transaction(draws: &mut Draws) -> String {
    hex::encode(draws.bytes::<32>())
}

/// The facts of a transfer.
pub fn transfer(draws: &mut Draws) -> Value {
    json!({"coin": pick(&COINS, draws), "network": pick(&NETWORKS, draws), "tx_id": transaction(draws), "amount": amount(draws)})
}

/// One line.
pub fn subject(language: Language, category: Category, draws: &mut Draws) -> String {
    let (coin, amount) = (*pick(&COINS, draws), amount(draws));
    let what = category.slug();
    match language {
        Language::ZhCn => format!(
            "{}{amount} {coin}{}",
            pick(&["充值", "提现", "转账", "划转"], draws),
            pick(&["未到账", "一直处理中", "地址填错", "金额不对"], draws)
        ),
        Language::ZhTw => format!(
            "{}{amount} {coin}{}",
            pick(&["入金", "出金", "轉帳"], draws),
            pick(&["未到帳", "處理中太久", "地址填錯"], draws)
        ),
        Language::Ko => {
            format!("{coin} {amount} {}", pick(&["입금이 안 됐어요", "출금이 지연돼요", "주소를 잘못 적었어요"], draws))
        }
        Language::Ja => format!(
            "{coin} {amount} {}",
            pick(&["が届きません", "の出金が遅れています", "の宛先を間違えました"], draws)
        ),
        Language::En => format!(
            "{} {amount} {coin} ({what})",
            pick(&["Missing deposit of", "Withdrawal stuck:", "Wrong address for", "Question about"], draws)
        ),
    }
}

const EN: [&str; 24] = [
    "I sent the coins from my own wallet two hours ago",
    "The explorer shows more than sixty confirmations",
    "my balance has not changed",
    "I have signed out and in again",
    "the app shows an error",
    "please check this today",
    "the address was copied from your page",
    "I used the wrong network by mistake",
    "support in chat could not help",
    "the memo was missing",
    "my account is verified",
    "the order was filled at another price",
    "I lost my phone",
    "the code never arrives",
    "a stranger asked me for my password",
    "the bank says that it was sent",
    "the fee is higher than announced",
    "the staking reward is missing",
    "I cannot see the history",
    "the browser is Firefox",
    "the limit is too low",
    "the API returns a timeout",
    "my documents were refused",
    "the name on the card differs",
];
const ZH: [&str; 24] = [
    "两个小时前从自己的钱包转出",
    "区块浏览器显示已经确认",
    "余额没有变化",
    "已经退出重新登录",
    "应用提示网络错误",
    "请尽快处理",
    "地址是从页面复制的",
    "误用了另一条链",
    "在线客服没有解决",
    "忘记填写备注",
    "账户已经实名认证",
    "成交价格与委托不同",
    "手机丢失",
    "收不到验证码",
    "有人冒充客服索要密码",
    "银行表示款项已汇出",
    "手续费比公告高",
    "质押收益没有发放",
    "看不到历史记录",
    "使用的是谷歌浏览器",
    "提现额度太低",
    "接口一直超时",
    "证件审核被拒绝",
    "银行卡姓名不一致",
];
const TW: [&str; 12] = [
    "兩小時前從自己的錢包轉出",
    "區塊瀏覽器顯示已確認",
    "餘額沒有變化",
    "已重新登入",
    "應用程式顯示錯誤",
    "請盡快處理",
    "地址是從頁面複製的",
    "選錯了網路",
    "忘記填備註",
    "帳戶已完成驗證",
    "收不到驗證碼",
    "銀行表示款項已匯出",
];
const KO: [&str; 14] = [
    "두 시간 전에 제 지갑에서 보냈어요",
    "탐색기에는 확인이 끝났다고 나와요",
    "잔액이 그대로예요",
    "다시 로그인해도 같아요",
    "앱에 오류가 떠요",
    "오늘 확인 부탁드려요",
    "주소는 페이지에서 복사했어요",
    "네트워크를 잘못 골랐어요",
    "메모를 빠뜨렸어요",
    "본인 인증은 끝났어요",
    "인증 코드가 안 와요",
    "은행은 보냈다고 해요",
    "수수료가 공지보다 높아요",
    "휴대폰을 잃어버렸어요",
];
const JA: [&str; 14] = [
    "二時間前に自分のウォレットから送りました",
    "エクスプローラーでは承認済みです",
    "残高が変わりません",
    "ログインし直しました",
    "アプリにエラーが出ます",
    "本日中に確認をお願いします",
    "アドレスはページからコピーしました",
    "ネットワークを間違えました",
    "メモを入れ忘れました",
    "本人確認は済んでいます",
    "認証コードが届きません",
    "銀行は送金済みと言っています",
    "手数料が案内より高いです",
    "携帯電話をなくしました",
];

/// What a customer writes: some sentences for each of `length`, and mostly a transaction id.
pub fn text(language: Language, length: u64, draws: &mut Draws) -> String {
    let (parts, stop): (&[&str], &str) = match language {
        Language::En => (&EN, ". "),
        Language::ZhCn => (&ZH, "，"),
        Language::ZhTw => (&TW, "，"),
        Language::Ko => (&KO, ". "),
        Language::Ja => (&JA, "。"),
    };
    let mut text = String::with_capacity(400);
    for _ in 0..length * 2 + below(draws, 3) {
        let part: &&str = pick(parts, draws);
        text.push_str(part);
        text.push_str(stop);
    }
    if below(draws, 3) > 0 {
        text.push_str("TxID ");
        text.push_str(&transaction(draws));
    }
    text
}

/// What an agent answers.
pub fn answer(language: Language, draws: &mut Draws) -> String {
    let (hello, rest): (&str, &[&str]) = match language {
        Language::En => (
            "Hello, ",
            &[
                "we have found the transfer and credited it.",
                "please send us the transaction id.",
                "the network is slow today; it will arrive by itself.",
                "we have asked the bank and come back to you.",
            ],
        ),
        Language::ZhCn => (
            "您好，",
            &[
                "已查到该笔转账并已入账。",
                "请提供交易哈希。",
                "目前网络拥堵，稍后会自动到账。",
                "我们已联系银行，会尽快回复您。",
            ],
        ),
        Language::ZhTw => {
            ("您好，", &["已查到該筆轉帳並已入帳。", "請提供交易雜湊。", "目前網路壅塞，稍後會自動入帳。"])
        }
        Language::Ko => (
            "안녕하세요, ",
            &["입금을 확인해 반영했어요.", "거래 ID를 알려 주세요.", "네트워크가 느려 조금 뒤 반영돼요."],
        ),
        Language::Ja => (
            "お問い合わせありがとうございます。",
            &[
                "入金を確認し反映しました。",
                "取引IDをお知らせください。",
                "ネットワークが混雑しており、まもなく反映されます。",
            ],
        ),
    };
    let mut answer = format!("{hello}{}", pick(rest, draws));
    if below(draws, 4) == 0 {
        answer.push_str(&format!(" #{}", below(draws, 1_000_000)));
    }
    answer
}
