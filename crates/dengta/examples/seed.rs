//! Fills an empty store with as many tickets as asked for, for measuring:
//!
//! `cargo run --release -p dengta --example seed -- --data DIR --tickets 1000000 [--database postgres://…]`
//!
//! Every ticket is written by the desk's own timeline, entry by entry, chained and salted: `dengta verify` holds. What
//! stands in it is drawn from `Shape` by a fixed seed, so that two runs make the same desk but for ids and salts:
//!
//! - 50 agents in 6 teams; a customer for every 3 tickets, some with many;
//! - 14 categories and 5 languages, each more or less often; subjects and messages of 8 to 60 words, so that a common
//!   word stands in a fifth of all tickets and a rare one in a handful;
//! - 1 to 7 entries a ticket, 3 in the middle: answers, notes, assignments, tags, priorities, closings, ratings;
//! - 92 of 100 are closed; of the others a tenth is snoozed, half await an answer of ours, a third is nobody's;
//! - they came in over two years, the newest now.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, bail};
use dengta::app::App;
use dengta::clock::{Clock, DAY, Draws, HOUR, MINUTE, Micros, SECOND};
use dengta::language::Language;
use dengta::people::{Actor, Assurance};
use dengta::server::{self, Options};
use dengta::tickets::{Category, Channel, Event, Kind, Origin, Reference, Ticket, queries, timeline};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use store::{Error, Tx, params};
use uuid::Uuid;

/// Tickets in one transaction.
const BATCH: usize = 500;
const SEED: u64 = 20_261_121;
const AGENTS: usize = 50;
const TEAMS: [&str; 6] = ["Deposits", "Withdrawals", "Identity", "Security", "Trading", "한국어·日本語"];
/// Tickets of one customer, on average.
const OF_A_CUSTOMER: u64 = 3;
const SPAN: Micros = 730 * DAY;

/// How often each stands, in hundredths.
const CATEGORIES: [(Category, u32); 14] = [
    (Category::Deposit, 24),
    (Category::Withdrawal, 18),
    (Category::Verification, 14),
    (Category::Recovery, 9),
    (Category::Trade, 8),
    (Category::Fiat, 7),
    (Category::Question, 6),
    (Category::Security, 4),
    (Category::Api, 3),
    (Category::Tag, 2),
    (Category::Missent, 2),
    (Category::Derivatives, 1),
    (Category::Phishing, 1),
    (Category::Other, 1),
];
const LANGUAGES: [(Language, u32); 5] =
    [(Language::ZhCn, 34), (Language::En, 30), (Language::Ko, 16), (Language::Ja, 12), (Language::ZhTw, 8)];
const TAGS: [&str; 12] =
    ["vip", "bank", "dispute", "whale", "travel-rule", "refund", "bug", "大额", "复核", "환불", "確認中", "app"];

/// Words by language, the common ones first: a word is drawn the oftener the earlier it stands.
const LATIN: &str = "deposit withdrawal account balance transfer network confirmations address pending wallet support \
    transaction exchange app please check hours yesterday bitcoin usdt ethereum received credited status review memo \
    explorer screenshot version phone password verification document passport refused email code order price market \
    limit liquidation margin funding fee minimum bank reference sepa card chargeback statement ledger hardware seedless \
    tron solana polygon arbitrum staking reward convert referral coupon subaccount apikey signature websocket latency \
    maintenance migration delisting airdrop snapshot dust threshold whitelist cooldown";
const HAN: &str = "充值 提现 到账 账户 余额 转账 确认 地址 网络 钱包 交易 客服 审核 截图 手机 验证 身份 证件 邮箱 密码 \
    手续费 链上 区块 哈希 失败 成功 订单 价格 市场 限价 强平 保证金 合约 现货 划转 银行 汇款 法币 标签 备注 主网 拥堵 \
    冷钱包 白名单 限额 冻结 解冻 申诉 风控 异地 登录 升级 维护 空投 快照 质押 奖励 理财";
const HANGUL: &str = "입금 출금 계정 잔액 전송 네트워크 확인 주소 지갑 거래 고객센터 심사 캡처 휴대폰 인증 신분증 이메일 \
    비밀번호 수수료 블록 해시 실패 완료 주문 가격 시장 지정가 청산 증거금 선물 현물 은행 송금 원화 태그 메모 점검 에어드랍";
const KANA: &str = "入金 出金 アカウント 残高 送金 ネットワーク 確認 アドレス ウォレット 取引 サポート 審査 画面 携帯 認証 \
    本人確認 メール パスワード 手数料 ブロック ハッシュ 失敗 完了 注文 価格 市場 指値 清算 証拠金 先物 現物 銀行 振込 円 タグ";

struct Shape {
    rng: StdRng,
    agents: Vec<Uuid>,
    teams: Vec<Uuid>,
    people: Vec<Uuid>,
    clock: Clock,
    /// The time of the next ticket, and how far they lie apart.
    at: Micros,
    apart: Micros,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let (options, tickets) = read_arguments()?;
    let app = server::open(&options, Clock::default(), true).await?;
    let now = app.clock.now();
    let (agents, teams) = staff(&app, now - SPAN).await?;
    let shape = Shape {
        rng: StdRng::seed_from_u64(SEED),
        agents,
        teams,
        people: Vec::new(),
        clock: app.clock.clone(),
        at: now - SPAN,
        apart: SPAN / i64::try_from(tickets.max(1))?,
    };
    fill(&app, shape, tickets).await
}

fn read_arguments() -> anyhow::Result<(Options, u64)> {
    let (mut data, mut database, mut tickets) = (None, None, 10_000);
    let mut words = std::env::args().skip(1);
    while let Some(name) = words.next() {
        let value = words.next().with_context(|| format!("{name} wants a value"))?;
        match name.as_str() {
            "--data" => data = Some(PathBuf::from(value)),
            "--database" => database = Some(value),
            "--tickets" => tickets = value.parse()?,
            _ => bail!("--data DIR --tickets NUMBER [--database postgres://…]"),
        }
    }
    Ok((Options { data: data.context("--data DIR")?, database, demo: false }, tickets))
}

async fn staff(app: &App, at: Micros) -> anyhow::Result<(Vec<Uuid>, Vec<Uuid>)> {
    const AGENT: &str = "INSERT INTO agent (id, number, name, email, email_key, language, role, state, created_at)
        VALUES ($1, $2, $3, $4, $5, 'en', 'agent', 'active', $6)";
    const TEAM: &str = "INSERT INTO team (id, name, created_at) VALUES ($1, $2, $3)";
    const MEMBER: &str = "INSERT INTO team_member (team_id, agent_id) VALUES ($1, $2)";
    let moment = app.clock.moment_at(at);
    let made = app.db.write(move |tx| {
        let mut draws = moment.draws();
        let (mut agents, mut teams) = (Vec::new(), Vec::new());
        for name in TEAMS {
            let id = draws.uuid();
            tx.execute(TEAM, params![id, name, at])?;
            teams.push(id);
        }
        for number in 0..AGENTS {
            let (id, email) = (draws.uuid(), format!("agent{number}@staff.example.com"));
            let (shown, name) = (format!("{:04}", 1000 + number), format!("Agent {number}"));
            tx.execute(AGENT, params![id, &shown, &name, &email, &email, at])?;
            tx.execute(MEMBER, params![teams[number % TEAMS.len()], id])?;
            agents.push(id);
        }
        Ok::<_, Error>((agents, teams))
    });
    Ok(made.await?)
}

async fn fill(app: &App, shape: Shape, tickets: u64) -> anyhow::Result<()> {
    let began = app.clock.now();
    let shape = Arc::new(Mutex::new(shape));
    for first in (0..tickets).step_by(BATCH) {
        let (shape, last) = (shape.clone(), tickets.min(first + BATCH as u64));
        let written = app.db.write(move |tx| {
            let mut shape = shape.lock().unwrap_or_else(PoisonError::into_inner);
            for number in first..last {
                shape.ticket(tx, number, tickets)?;
            }
            Ok::<_, Error>(())
        });
        written.await?;
        if first % (BATCH as u64 * 100) == 0 {
            let seconds = (app.clock.now() - began) as f64 / SECOND as f64;
            eprintln!("{last} of {tickets} tickets, {:.0} a second", last as f64 / seconds);
        }
    }
    Ok(())
}

impl Shape {
    /// One of the customers so far, or a new one.
    fn customer(&mut self, tx: &mut Tx<'_>, number: u64, draws: &mut Draws) -> Result<Uuid, Error> {
        const MAKE: &str = "INSERT INTO customer (id, name, email, email_key, proved_at, language, created_at)
            VALUES ($1, $2, $3, $4, $5, 'en', $6)";
        if !number.is_multiple_of(OF_A_CUSTOMER) {
            return Ok(self.people[self.rng.random_range(0..self.people.len())]);
        }
        let (id, count) = (draws.uuid(), self.people.len());
        let (name, email) = (format!("Customer {count}"), format!("customer{count}@example.com"));
        tx.execute(MAKE, params![id, &name, &email, &email, self.at, self.at])?;
        self.people.push(id);
        Ok(id)
    }

    /// Ticket `number` of `tickets` with all its entries; the last ones are open.
    fn ticket(&mut self, tx: &mut Tx<'_>, number: u64, tickets: u64) -> Result<(), Error> {
        self.at += self.apart;
        let mut draws = self.clock.moment_at(self.at).draws();
        let customer = self.customer(tx, number, &mut draws)?;
        let (category, language) = (self.one_of(&CATEGORIES), self.one_of(&LANGUAGES));
        let mut ticket = Ticket::new(Origin {
            id: draws.uuid(),
            reference: Reference::draw(&mut draws),
            customer,
            category,
            language,
            channel: if self.chance(90) { Channel::Form } else { Channel::Api },
            subject: self.words(language, 4, 9),
            assurance: Assurance::Proved,
            at: self.at,
        });
        let first = self.first(&ticket);
        let sealed = timeline::seal(&mut ticket, &first, &mut draws)?;
        let mut entries = vec![sealed];
        let over = number + 1 < tickets && !self.chance(8);
        for event in self.life(&ticket, over) {
            entries.push(timeline::seal(&mut ticket, &event, &mut draws)?);
        }
        queries::insert(tx, &ticket)?;
        for entry in &entries {
            timeline::insert(tx, entry)?;
        }
        Ok(())
    }

    fn first(&mut self, ticket: &Ticket) -> Event {
        let details = json!({
            "subject": ticket.subject, "reference": ticket.reference.as_str(), "category": ticket.category.slug(),
            "language": ticket.language.tag(), "channel": ticket.channel.name(),
            "assurance": ticket.assurance.name(), "due_at": ticket.created_at + 48 * HOUR,
        });
        let text = self.words(ticket.language, 8, 60);
        let details = details.as_object().cloned().unwrap_or_default();
        Event { kind: Kind::Message, actor: Actor::Customer(ticket.customer), at: ticket.created_at, text, details }
    }

    /// What happened after the first message; `over` when it ends closed.
    fn life(&mut self, ticket: &Ticket, over: bool) -> Vec<Event> {
        let agent = Actor::Agent(self.agents[self.rng.random_range(0..self.agents.len())]);
        let team = self.teams[self.rng.random_range(0..self.teams.len())];
        let mut life = Life { at: ticket.created_at, events: Vec::new() };
        if over || self.chance(66) {
            life.then(Kind::Assigned, agent, String::new(), json!({"agent": agent.id(), "team": team}));
        }
        if self.chance(12) {
            let tag = TAGS[self.rng.random_range(0..TAGS.len())];
            life.then(Kind::Tagged, agent, String::new(), json!({"add": [tag], "remove": []}));
        }
        if self.chance(10) {
            let priority = if self.chance(30) { "urgent" } else { "high" };
            life.then(Kind::Prioritised, agent, String::new(), json!({"priority": priority, "was": "normal"}));
        }
        if over || self.chance(50) {
            let text = self.words(ticket.language, 8, 40);
            life.then(Kind::Message, agent, text, json!({}));
        }
        if over {
            let by = if self.chance(70) { agent } else { Actor::Customer(ticket.customer) };
            life.then(Kind::Closed, by, String::new(), json!({}));
        } else if self.chance(10) {
            life.then(Kind::Snoozed, agent, String::new(), json!({"until": life.at + 800 * DAY}));
        }
        life.events
    }

    fn chance(&mut self, of_a_hundred: u32) -> bool {
        self.rng.random_range(0..100) < of_a_hundred
    }

    fn one_of<T: Copy>(&mut self, among: &[(T, u32)]) -> T {
        let mut left = self.rng.random_range(0..among.iter().map(|(_, share)| share).sum());
        for (one, share) in among {
            if left < *share {
                return *one;
            }
            left -= share;
        }
        among[0].0
    }

    /// Words of a language; an eighth of them are Latin everywhere, as coins and networks are.
    fn words(&mut self, language: Language, least: usize, most: usize) -> String {
        let list: Vec<&str> = match language {
            Language::ZhCn | Language::ZhTw => HAN,
            Language::En => LATIN,
            Language::Ko => HANGUL,
            Language::Ja => KANA,
        }
        .split_whitespace()
        .collect();
        let latin: Vec<&str> = LATIN.split_whitespace().collect();
        let count = self.rng.random_range(least..=most);
        let mut words = Vec::with_capacity(count);
        for _ in 0..count {
            let from = if self.chance(12) { &latin } else { &list };
            let skew: f64 = self.rng.random_range(0.0..1.0);
            // Squared, the draw falls on the first words of the list far oftener than on the last.
            words.push(from[((skew * skew * skew) * from.len() as f64) as usize]);
        }
        words.join(" ")
    }
}

/// What happened to a ticket, some minutes apart.
struct Life {
    at: Micros,
    events: Vec<Event>,
}

impl Life {
    fn then(&mut self, kind: Kind, actor: Actor, text: String, details: Value) {
        self.at += 7 * MINUTE;
        let details = details.as_object().cloned().unwrap_or_default();
        self.events.push(Event { kind, actor, at: self.at, text, details });
    }
}
