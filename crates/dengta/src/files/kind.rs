//! What a file is, by its content.

/// What the desk takes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A picture.
    Png,
    /// A picture.
    Jpeg,
    /// A picture.
    Webp,
    /// A picture that few browsers show.
    Heic,
    /// A video.
    Mp4,
    /// A video of Apple's.
    Mov,
    /// A video.
    Webm,
    /// A document.
    Pdf,
    /// A text or a log.
    Text,
    /// A table.
    Csv,
    /// JSON.
    Json,
    /// What a browser recorded of its requests.
    Har,
}

/// Kinds that people take for one another without meaning harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Pictures.
    Image,
    /// Videos.
    Video,
    /// PDF.
    Document,
    /// Whatever is text.
    Text,
}

use Kind::{Csv, Har, Heic, Jpeg, Json, Mov, Mp4, Pdf, Png, Text, Webm, Webp};

/// Kind, media type, and the endings that its names may have; the first is given to names without one.
const TABLE: [(Kind, &str, &[&str]); 12] = [
    (Png, "image/png", &["png"]),
    (Jpeg, "image/jpeg", &["jpg", "jpeg", "jpe", "jfif"]),
    (Webp, "image/webp", &["webp"]),
    (Heic, "image/heic", &["heic", "heif", "hif"]),
    (Mp4, "video/mp4", &["mp4", "m4v"]),
    (Mov, "video/quicktime", &["mov", "qt"]),
    (Webm, "video/webm", &["webm"]),
    (Pdf, "application/pdf", &["pdf"]),
    (Text, "text/plain", &["txt", "log", "text"]),
    (Csv, "text/csv", &["csv"]),
    (Json, "application/json", &["json"]),
    (Har, "application/json", &["har"]),
];

impl Kind {
    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.endings()[0]
    }

    /// The kind of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Kind> {
        TABLE.iter().find(|(_, _, endings)| endings[0] == name).map(|(kind, ..)| *kind)
    }

    /// The media type that it is served with.
    #[must_use]
    pub fn media(self) -> &'static str {
        self.row().1
    }

    /// The endings of its names.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        self.row().2
    }

    fn row(self) -> &'static (Kind, &'static str, &'static [&'static str]) {
        TABLE.iter().find(|(kind, ..)| *kind == self).unwrap_or(&TABLE[8])
    }

    /// The kind that a name's ending claims.
    #[must_use]
    pub fn claimed(ending: &str) -> Option<Kind> {
        TABLE.iter().find(|(_, _, endings)| endings.contains(&ending)).map(|(kind, ..)| *kind)
    }

    /// Which kinds it may be taken for.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Png | Jpeg | Webp | Heic => Family::Image,
            Mp4 | Mov | Webm => Family::Video,
            Pdf => Family::Document,
            Text | Csv | Json | Har => Family::Text,
        }
    }

    /// Whether a browser may show it instead of saving it.
    #[must_use]
    pub const fn inline(self) -> bool {
        matches!(self, Png | Jpeg | Webp | Mp4 | Mov | Webm)
    }
}

/// What a file picker offers: endings and media types.
#[must_use]
pub fn accepted() -> String {
    let endings = TABLE.iter().flat_map(|(_, _, endings)| endings.iter().map(|ending| format!(".{ending}")));
    endings.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for (kind, ..) in TABLE {
            assert_eq!(Kind::parse(kind.name()), Some(kind));
            assert_eq!(kind.row().0, kind);
            assert_eq!(Kind::claimed(kind.endings()[0]), Some(kind));
        }
    }
}
