//! Makes up articles (the same ones each time), indexes them and measures: indexing, searches, suggestions, and beside them
//! tantivy's own BM25 over letters as 1- to 3-grams, and over words where a language parts them, asked the same questions.
//!
//!     cargo run --release -p retrieval --example speed -- [articles per language] [questions per language]

use std::error::Error;
use std::time::Duration;

use retrieval::{Article, Index, Lang, Passage};
use rustix::time::{ClockId, clock_gettime};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, WhitespaceTokenizer};
use tantivy::{TantivyDocument, Term};
use uuid::Uuid;

const WORDS: usize = 400;
const PASSAGES: usize = 4;
const VOCABULARY: usize = 20_000;

/// Processor time of this thread, or of the process: other programs on the machine do not count.
fn spent(clock: ClockId) -> Duration {
    let time = clock_gettime(clock);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Numbers that look like chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }

    /// Like the words of a language: the second half as often as the first.
    fn often(&mut self, most: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((most as f64).powf(share) - 1.0) as usize
    }
}

/// Words of the field, so that questions meet the lexicon.
fn field(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::ZhCn => &[
            "充值",
            "提现",
            "到账",
            "验证码",
            "密码",
            "手续费",
            "网络",
            "确认",
            "地址",
            "钱包",
            "订单",
            "客服",
            "比特币",
            "的",
            "了",
        ],
        Lang::ZhTw => &[
            "加值",
            "提領",
            "到賬",
            "驗證碼",
            "密碼",
            "手續費",
            "網路",
            "確認",
            "地址",
            "錢包",
            "訂單",
            "客服",
            "比特幣",
            "的",
            "了",
        ],
        Lang::En => &[
            "the",
            "to",
            "deposit",
            "withdraw",
            "of",
            "password",
            "fee",
            "network",
            "confirmation",
            "address",
            "wallet",
            "order",
        ],
        Lang::Ko => &[
            "입금",
            "출금",
            "인증",
            "비밀번호",
            "수수료",
            "네트워크",
            "승인",
            "주소",
            "지갑",
            "주문",
            "고객센터",
            "비트코인",
            "합니다",
        ],
        Lang::Ja => &[
            "入金",
            "出金",
            "認証",
            "パスワード",
            "手数料",
            "ネットワーク",
            "承認",
            "アドレス",
            "ウォレット",
            "注文",
            "の",
            "です",
            "ます",
        ],
    }
}

fn vocabulary(lang: Lang, chance: &mut Chance) -> Vec<String> {
    let mut words: Vec<String> = field(lang).iter().map(|word| (*word).to_owned()).collect();
    let letter = |first: u32, count: usize, chance: &mut Chance| char::from_u32(first + chance.often(count) as u32);
    while words.len() < VOCABULARY {
        let word: String = match lang {
            Lang::ZhCn | Lang::ZhTw => (0..2).filter_map(|_| letter(0x5200, 3_000, chance)).collect(),
            Lang::Ko => (0..3).filter_map(|_| char::from_u32(0xac00 + 28 * chance.often(390) as u32)).collect(),
            Lang::Ja if chance.below(2) == 0 => (0..2).filter_map(|_| letter(0x5200, 2_000, chance)).collect(),
            Lang::Ja => (0..3).filter_map(|_| letter(0x3042, 70, chance)).collect(),
            Lang::En => (0..2 + chance.below(3))
                .map(|_| {
                    ["ba", "re", "ti", "on", "ca", "de", "per", "st", "ma", "in", "co", "ver", "lo", "sup"]
                        [chance.below(14)]
                })
                .collect(),
        };
        words.push(word);
    }
    words
}

fn text(lang: Lang, words: &[String], count: usize, chance: &mut Chance) -> String {
    let mut text = String::new();
    let mut word = chance.often(words.len());
    for at in 0..count {
        text.push_str(&words[word]);
        // Most words are followed by one of a few that often follow them, as in any language.
        word =
            if chance.below(4) == 0 { chance.often(words.len()) } else { (word * 31 + chance.below(12) * 7) % 4_000 };
        if at % 12 == 11 {
            text.push_str(if lang == Lang::En { ". " } else { "。" });
        } else if matches!(lang, Lang::En | Lang::Ko) {
            text.push(' ');
        }
    }
    text
}

struct Made {
    title: String,
    headings: Vec<String>,
    texts: Vec<String>,
}

fn make(lang: Lang, words: &[String], chance: &mut Chance) -> Made {
    Made {
        title: text(lang, words, 6, chance),
        headings: (0..PASSAGES).map(|_| text(lang, words, 3, chance)).collect(),
        texts: (0..PASSAGES).map(|_| text(lang, words, WORDS / PASSAGES, chance)).collect(),
    }
}

/// A question: some words of the vocabulary, some of them misspelled.
fn question(lang: Lang, words: &[String], chance: &mut Chance) -> String {
    let count = 3 + chance.below(6);
    let mut question = text(lang, words, count, chance);
    if chance.below(3) == 0 {
        let letters: Vec<char> = question.chars().collect();
        let wrong = chance.below(letters.len());
        question = letters.iter().enumerate().filter(|(at, _)| *at != wrong).map(|(_, letter)| *letter).collect();
    }
    question
}

/// Letters as 1- to 3-grams, of every script: the index that finds what is misspelled.
fn grams(text: &str) -> Vec<String> {
    let mut grams = Vec::new();
    for run in words_of(text) {
        let letters: Vec<char> = run.chars().collect();
        for length in 1..=3 {
            grams.extend(letters.windows(length).map(|gram| gram.iter().collect::<String>()));
        }
    }
    grams
}

/// Words as they are parted by spaces: finds nothing that is misspelled, and little where words are not parted.
fn words_of(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    runs.map(str::to_lowercase).collect()
}

fn figures(name: &str, mut times: Vec<Duration>) -> Duration {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let mean = times.iter().sum::<Duration>() / times.len() as u32;
    println!(
        "  {name:22} mean {mean:>9.2?}  median {:>9.2?}  p99 {:>9.2?}  worst {:>9.2?}",
        at(0.5),
        at(0.99),
        at(1.0)
    );
    mean
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<usize>());
    let articles = arguments.next().transpose()?.unwrap_or(10_000);
    let asked = arguments.next().transpose()?.unwrap_or(300);
    let folder = tempfile::tempdir()?;
    let index = Index::create(&folder.path().join("ours"))?;
    let mut writer = index.writer()?;
    let vocabularies: Vec<_> = Lang::ALL.iter().map(|lang| (*lang, vocabulary(*lang, &mut Chance(7)))).collect();

    let (mut putting, mut bytes) = (Duration::ZERO, 0);
    for (lang, words) in &vocabularies {
        let mut chance = Chance(1);
        for number in 0..articles {
            let made = make(*lang, words, &mut chance);
            let parts = made.headings.iter().zip(&made.texts);
            let passages: Vec<Passage<'_>> =
                parts.map(|(heading, text)| Passage { anchor: "a", heading, text }).collect();
            bytes += made.texts.iter().map(String::len).sum::<usize>();
            let (id, title) = (Uuid::from_u128(number as u128), made.title.as_str());
            let begun = spent(ClockId::ThreadCPUTime);
            writer.put(&Article { id, lang: *lang, title, summary: "", keywords: &[], passages: &passages })?;
            putting += spent(ClockId::ThreadCPUTime) - begun;
        }
    }
    let making = spent(ClockId::ThreadCPUTime) - putting;
    writer.commit("speed")?;
    writer.wait()?;
    let all = spent(ClockId::ProcessCPUTime).saturating_sub(making);
    let each = |time: Duration| time / (articles * Lang::ALL.len()) as u32;
    println!("put {:.2?} an article; with tantivy's threads {:.2?}, in all {all:.2?}", each(putting), each(all));
    let mut stored = 0;
    for entry in std::fs::read_dir(folder.path().join("ours"))? {
        stored += entry?.metadata()?.len();
    }
    println!("{} MB of texts, {} MB of index", bytes >> 20, stored >> 20);

    for (lang, words) in &vocabularies {
        println!("{}", lang.tag());
        let asked = Asked { lang: *lang, words, articles, questions: asked };
        let ours = asked.of_ours(&index)?;
        let ratio = |theirs: Duration| ours.as_secs_f64() / theirs.as_secs_f64();
        // The program that measures the whole reads these lines.
        println!("ratio {} grams {:.2}", lang.tag(), ratio(asked.of_tantivy("tantivy, 1-3-grams", grams)?));
        if matches!(lang, Lang::En | Lang::Ko) {
            println!("ratio {} words {:.2}", lang.tag(), ratio(asked.of_tantivy("tantivy, words", words_of)?));
        }
    }
    Ok(())
}

/// The same articles and questions for whoever is measured.
struct Asked<'a> {
    lang: Lang,
    words: &'a [String],
    articles: usize,
    questions: usize,
}

impl Asked<'_> {
    fn questions(&self) -> Vec<String> {
        let mut chance = Chance(99);
        (0..self.questions).map(|_| question(self.lang, self.words, &mut chance)).collect()
    }

    /// The mean time of a search.
    fn of_ours(&self, index: &Index) -> Result<Duration, Box<dyn Error>> {
        let (mut searched, mut suggested, mut chance) = (Vec::new(), Vec::new(), Chance(5));
        for question in self.questions() {
            let begun = spent(ClockId::ThreadCPUTime);
            index.search(&[self.lang], &question, 10)?;
            searched.push(spent(ClockId::ThreadCPUTime) - begun);
            let typed: String = question.chars().take(2 + chance.below(6)).collect();
            let begun = spent(ClockId::ThreadCPUTime);
            index.suggest(self.lang, &typed, 8)?;
            suggested.push(spent(ClockId::ThreadCPUTime) - begun);
        }
        figures("suggestion", suggested);
        Ok(figures("search", searched))
    }

    /// The mean time of tantivy's own BM25: the ten best, nothing read of them.
    fn of_tantivy(&self, name: &str, terms: fn(&str) -> Vec<String>) -> Result<Duration, Box<dyn Error>> {
        let mut schema = Schema::builder();
        let indexing =
            TextFieldIndexing::default().set_tokenizer("spaces").set_index_option(IndexRecordOption::WithFreqs);
        let field = schema.add_text_field("terms", TextOptions::default().set_indexing_options(indexing));
        let raw = tantivy::Index::create_in_ram(schema.build());
        raw.tokenizers().register("spaces", TextAnalyzer::builder(WhitespaceTokenizer::default()).build());
        let mut writer = raw.writer_with_num_threads::<TantivyDocument>(1, 200_000_000)?;
        let mut chance = Chance(1);
        for _ in 0..self.articles {
            let made = make(self.lang, self.words, &mut chance);
            let mut document = TantivyDocument::new();
            let said = [&[made.title][..], &made.headings, &made.texts].concat().join("\n");
            document.add_text(field, terms(&said).join(" "));
            writer.add_document(document)?;
        }
        writer.commit()?;
        let searcher = raw.reader()?.searcher();
        let mut times = Vec::new();
        for question in self.questions() {
            let terms = terms(&question).into_iter().map(|term| {
                let query = TermQuery::new(Term::from_field_text(field, &term), IndexRecordOption::WithFreqs);
                (Occur::Should, Box::new(query) as Box<dyn Query>)
            });
            let begun = spent(ClockId::ThreadCPUTime);
            searcher.search(&BooleanQuery::new(terms.collect()), &TopDocs::with_limit(10).order_by_score())?;
            times.push(spent(ClockId::ThreadCPUTime) - begun);
        }
        Ok(figures(name, times))
    }
}
