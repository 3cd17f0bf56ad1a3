//! Puts messages together from templates.

use super::rng::Rng;
use super::template::{self, Section, Template};
use super::{Lang, Made, Message, Piece, Secret, forms};

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

/// All templates of all languages.
pub fn templates() -> impl Iterator<Item = Template> {
    let files = [
        (Lang::Zh, include_str!("zh.txt")),
        (Lang::Ko, include_str!("ko.txt")),
        (Lang::Ja, include_str!("ja.txt")),
        (Lang::En, include_str!("en.txt")),
    ];
    files.into_iter().flat_map(|(lang, file)| template::parse(lang, file))
}

impl Maker {
    pub fn new(seed: u64, langs: &[Lang], split: Split) -> Self {
        let used = |number: usize| match split {
            Split::Develop => number.is_multiple_of(2),
            Split::HeldOut => number % 2 == 1,
            Split::All => true,
        };
        let (chat, templates) = templates()
            .filter(|template| langs.contains(&template.lang) && used(template.number))
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

    /// One to six sentences of chat.
    fn ordinary(&mut self, lang: Lang) -> Message {
        let mut pieces = Vec::new();
        self.talk(lang, &mut pieces);
        if self.rng.chance(50) {
            let gap = self.gap(&pieces, "");
            pieces.push(gap);
            self.talk(lang, &mut pieces);
        }
        write(pieces, lang, Section::Chat, 0)
    }

    /// A template, in a third of the cases with chat before it and in a third with chat after it.
    fn around(&mut self, lang: Lang, section: Section) -> Message {
        let template = self.choose(lang, section);
        let mut pieces = Vec::new();
        if self.rng.chance(33) {
            self.talk(lang, &mut pieces);
            let gap = self.gap(&pieces, template.text);
            pieces.push(gap);
        }
        pieces.extend(template::fill(&template, &mut self.rng));
        if self.rng.chance(33) {
            // On a line of its own: after a space a password would go on.
            pieces.push(Piece::Text("\n".to_owned()));
            self.talk(lang, &mut pieces);
        }
        forms::disguise_message(&mut pieces, lang, &mut self.rng);
        write(pieces, lang, section, template.number)
    }

    /// One to three sentences of chat; in one case of twelve in another language.
    fn talk(&mut self, lang: Lang, pieces: &mut Vec<Piece>) {
        let lang = if self.rng.chance(8) { self.langs[self.rng.within(0, self.langs.len())] } else { lang };
        for place in 0..self.rng.within(1, 4) {
            let sentence = self.choose(lang, Section::Chat);
            if place > 0 {
                let gap = self.gap(pieces, sentence.text);
                pieces.push(gap);
            }
            pieces.extend(template::fill(&sentence, &mut self.rng));
        }
    }

    /// What stands between two sentences. A value that begins a template begins a line.
    fn gap(&mut self, before: &[Piece], next: &str) -> Piece {
        let ends_open = matches!(before.last(), Some(Piece::Text(text)) if text.ends_with(char::is_alphanumeric));
        let between = match next.starts_with('«') {
            true => ["\n", "\n\n", "\n", "\n"],
            false if ends_open => ["\n", "\n\n", " ", ", "],
            false => ["\n", "\n\n", " ", " "],
        };
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
