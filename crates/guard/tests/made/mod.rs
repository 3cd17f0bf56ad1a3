//! Made messages: what customers and agents of an exchange write, with the exact place and kind of each secret.
//!
//! What must stay true:
//!
//! - The same seed makes the same messages on every machine.
//! - A value is made from its standard here, by other code than that which looks for it: the examiner shares nothing with the
//!   examined but the names of the kinds.
//! - A message of the sections `safe` and `chat` holds no secret at all.

pub mod forms;
pub mod judge;
pub mod prose;
pub mod rng;
pub mod template;
pub mod values;

use std::ops::Range;

use guard::secrets::Kind;
use rng::Rng;
use template::{Section, Template};

/// A language of the data files. `zh` has messages of zh-CN and of zh-TW; each has some that mix in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    Zh,
    Ko,
    Ja,
    En,
}

impl Lang {
    pub const ALL: [Lang; 4] = [Lang::Zh, Lang::Ko, Lang::Ja, Lang::En];

    pub fn name(self) -> &'static str {
        ["zh", "ko", "ja", "en"][self as usize]
    }
}

/// What shows that a secret is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// A checksum, a structure or a prefix: it proves itself, without a word around it.
    Itself,
    /// The words around it.
    Words,
}

/// A secret as it is written in a message.
#[derive(Clone, Debug)]
pub struct Made {
    pub kind: Kind,
    /// A second kind that is right as well, where the kinds' meanings touch.
    pub also: Option<Kind>,
    pub proof: Proof,
    pub text: String,
}

/// A part of a message that is being written.
#[derive(Clone, Debug)]
pub enum Piece {
    Text(String),
    /// Neither to be found nor wrong to find: the public half of a key beside its secret one.
    Neutral(String),
    Secret(Made),
}

impl Piece {
    fn text(&mut self) -> &mut String {
        match self {
            Piece::Text(text) | Piece::Neutral(text) => text,
            Piece::Secret(made) => &mut made.text,
        }
    }
}

/// A secret in a message.
#[derive(Clone, Debug)]
pub struct Secret {
    /// Where, in bytes.
    pub span: Range<usize>,
    pub kind: Kind,
    pub also: Option<Kind>,
    pub proof: Proof,
}

/// A made message.
#[derive(Clone, Debug)]
pub struct Message {
    pub text: String,
    pub lang: Lang,
    pub section: Section,
    /// The number of its template in its section.
    pub template: usize,
    pub secrets: Vec<Secret>,
    pub neutral: Vec<Range<usize>>,
}

/// Which templates are used: a detector is tuned on one half and judged on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// Even numbers.
    Develop,
    /// Odd numbers.
    HeldOut,
    All,
}

/// Makes messages.
pub struct Maker {
    rng: Rng,
    langs: Vec<Lang>,
    templates: Vec<Template>,
    chat: Vec<Template>,
}

impl Maker {
    pub fn new(seed: u64, langs: &[Lang], split: Split) -> Self {
        let files = [
            (Lang::Zh, include_str!("zh.txt")),
            (Lang::Ko, include_str!("ko.txt")),
            (Lang::Ja, include_str!("ja.txt")),
            (Lang::En, include_str!("en.txt")),
        ];
        let all = files.into_iter().filter(|(lang, _)| langs.contains(lang));
        let used = |number: usize| match split {
            Split::Develop => number.is_multiple_of(2),
            Split::HeldOut => number % 2 == 1,
            Split::All => true,
        };
        let (chat, templates) = all
            .flat_map(|(lang, file)| template::parse(lang, file))
            .filter(|template| used(template.number))
            .partition(|template| template.section == Section::Chat);
        Self { rng: Rng::new(seed), langs: langs.to_vec(), templates, chat }
    }

    /// The next message of a section. `Chat` makes ordinary messages: a third of them hold public values.
    pub fn message(&mut self, section: Section) -> Message {
        let lang = self.langs[self.rng.within(0, self.langs.len())];
        match section {
            Section::Chat if self.rng.chance(67) => self.ordinary(lang),
            Section::Chat | Section::Safe => self.around(lang, Section::Safe),
            Section::Secret => self.around(lang, Section::Secret),
        }
    }

    fn choose(&mut self, lang: Lang, section: Section) -> Template {
        let from = if section == Section::Chat { &self.chat } else { &self.templates };
        let fitting: Vec<&Template> = from.iter().filter(|t| t.lang == lang && t.section == section).collect();
        *self.rng.pick(&fitting)
    }

    /// One to five sentences of chat.
    fn ordinary(&mut self, lang: Lang) -> Message {
        let mut pieces = Vec::new();
        for _ in 0..self.rng.within(1, 6) {
            let sentence = self.choose(lang, Section::Chat);
            pieces.extend(template::fill(&sentence, &mut self.rng));
            pieces.push(self.gap(lang));
        }
        pieces.pop();
        write(pieces, lang, Section::Chat, 0)
    }

    /// A template, in a third of the cases with chat before it and in a third with chat after it.
    fn around(&mut self, lang: Lang, section: Section) -> Message {
        let template = self.choose(lang, section);
        let mut pieces = Vec::new();
        if self.rng.chance(33) {
            let before = self.choose(lang, Section::Chat);
            pieces.extend(template::fill(&before, &mut self.rng));
            pieces.push(self.gap(lang));
        }
        pieces.extend(template::fill(&template, &mut self.rng));
        if self.rng.chance(33) {
            // On a line of its own: after a space a password would go on.
            pieces.push(Piece::Text("\n".to_owned()));
            let after = self.choose(lang, Section::Chat);
            pieces.extend(template::fill(&after, &mut self.rng));
        }
        forms::disguise_message(&mut pieces, lang, &mut self.rng);
        write(pieces, lang, section, template.number)
    }

    fn gap(&mut self, lang: Lang) -> Piece {
        let between =
            if matches!(lang, Lang::Zh | Lang::Ja) { ["", "\n", " ", "\n\n"] } else { [" ", "\n", " ", "\n\n"] };
        Piece::Text(self.rng.pick(&between).to_owned())
    }
}

fn write(pieces: Vec<Piece>, lang: Lang, section: Section, template: usize) -> Message {
    let mut message =
        Message { text: String::new(), lang, section, template, secrets: Vec::new(), neutral: Vec::new() };
    for mut piece in pieces {
        let start = message.text.len();
        message.text.push_str(piece.text());
        let span = start..message.text.len();
        match piece {
            Piece::Text(_) => {}
            Piece::Neutral(_) => message.neutral.push(span),
            Piece::Secret(Made { kind, also, proof, .. }) => message.secrets.push(Secret { span, kind, also, proof }),
        }
    }
    message
}
