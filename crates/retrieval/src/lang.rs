//! The languages of articles and questions.

/// A language that articles are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Chinese in simplified characters.
    ZhCn,
    /// Chinese in traditional characters.
    ZhTw,
    /// English.
    En,
    /// Korean.
    Ko,
    /// Japanese.
    Ja,
}

/// What the languages that share words and sounds have in common: one lexicon each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Chinese,
    Korean,
    Japanese,
    English,
}

impl Lang {
    /// All of them.
    pub const ALL: [Lang; 5] = [Lang::ZhCn, Lang::ZhTw, Lang::En, Lang::Ko, Lang::Ja];

    /// Its tag: `zh-CN`, `zh-TW`, `en`, `ko`, `ja`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::ZhCn => "zh-CN",
            Lang::ZhTw => "zh-TW",
            Lang::En => "en",
            Lang::Ko => "ko",
            Lang::Ja => "ja",
        }
    }

    /// The language with this tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// Stands before every term of the language, and in the keys of its documents.
    pub(crate) fn mark(self) -> u8 {
        match self {
            Lang::ZhCn => b'c',
            Lang::ZhTw => b't',
            Lang::En => b'e',
            Lang::Ko => b'k',
            Lang::Ja => b'j',
        }
    }

    pub(crate) fn family(self) -> Family {
        match self {
            Lang::ZhCn | Lang::ZhTw => Family::Chinese,
            Lang::Ko => Family::Korean,
            Lang::Ja => Family::Japanese,
            Lang::En => Family::English,
        }
    }
}
