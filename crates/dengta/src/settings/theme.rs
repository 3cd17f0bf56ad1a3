//! How the customers' pages look: logo, accent, links around them, terms and privacy.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Error, Tx, params};
use url::Url;
use uuid::Uuid;

use crate::check::{Check, MAX_TITLE};
use crate::error::Result;
use crate::help::articles;
use crate::settings::categories::{Words, check_words};
use crate::settings::{Context, Document};

/// Links in the header, or in the footer.
pub const MAX_LINKS: usize = 8;
/// Letters of a link's address.
const MAX_HREF: usize = 500;
/// What text must stand out by (WCAG 2.2, 1.4.3).
const CONTRAST: f64 = 4.5;

/// How the customers' pages look. Nothing said: as the desk comes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Theme {
    /// A picture that was uploaded for the help center; it stands in place of the name.
    #[schema(required = false)]
    pub logo: Option<Uuid>,
    /// Links and what is chosen, on light pages: `#` and six hexadecimal digits. Refused when it is hard to read there.
    #[schema(required = false, example = "#0b61a4")]
    pub accent_light: Option<String>,
    /// The same on dark pages.
    #[schema(required = false, example = "#6fb4ee")]
    pub accent_dark: Option<String>,
    /// Links at the top.
    #[schema(required = false)]
    pub header: Vec<ThemeLink>,
    /// Links at the bottom.
    #[schema(required = false)]
    pub footer: Vec<ThemeLink>,
    /// The slug of the article with the terms.
    #[schema(required = false, example = "terms")]
    pub terms: Option<String>,
    /// The slug of the article about privacy.
    #[schema(required = false, example = "privacy")]
    pub privacy: Option<String>,
}

/// A link around the pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ThemeLink {
    /// What it is called, by language tag.
    #[schema(value_type = std::collections::BTreeMap<String, String>, example = json!({"en": "Fees"}))]
    pub labels: Words,
    /// `https://…`, or a path of this site that begins with `/`.
    #[schema(example = "https://exchange.example/fees")]
    pub href: String,
}

/// The colours of `web/tokens.css` that an accent stands on: paper, card; and how much of it colours its soft ground.
struct Ground {
    paper: &'static str,
    card: &'static str,
    soft: f64,
}
const LIGHT: Ground = Ground { paper: "#fbfaf7", card: "#ffffff", soft: 0.08 };
const DARK: Ground = Ground { paper: "#0d141c", card: "#131c26", soft: 0.16 };

/// Red, green, blue.
type Colour = [u8; 3];

fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    hex::decode(digits).ok()?.try_into().ok()
}

fn shown(colour: Colour) -> String {
    format!("#{}", hex::encode(colour))
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: Colour) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(part);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// How far two colours stand apart, 1 to 21.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn mixed(ground: Colour, with: Colour, share: f64) -> Colour {
    let mix = |index: usize| f64::from(ground[index]) * (1.0 - share) + f64::from(with[index]) * share;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
    [0, 1, 2].map(|index| mix(index).round() as u8)
}

impl Ground {
    fn colours(&self, accent: Colour) -> [Colour; 3] {
        let [paper, card] = [self.paper, self.card].map(|text| colour(text).unwrap_or_default());
        [paper, card, mixed(card, accent, self.soft)]
    }

    /// The colour under it on which an accent is hardest to read, and by how much it stands out there.
    fn worst(&self, accent: Colour) -> (Colour, f64) {
        let grounds = self.colours(accent).map(|ground| (ground, contrast(accent, ground)));
        grounds.into_iter().min_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or_default()
    }

    fn check(&self, check: &mut Check, field: &str, accent: &str) {
        let Some(accent) = colour(accent) else { return check.refuse(field, "invalid-colour") };
        let (ground, ratio) = self.worst(accent);
        if ratio < CONTRAST {
            // Cut, not rounded: 4.46 is not 4.5.
            let ratio = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
            check.refuse_with(
                field,
                "contrast-low",
                vec![("ratio", ratio.as_str().into()), ("ground", shown(ground).as_str().into())],
            );
        }
    }

    fn tokens(&self, accent: &str) -> String {
        let Some(accent) = colour(accent) else { return String::new() };
        let [.., soft] = self.colours(accent);
        let ink = [[0xff; 3], [0x06, 0x12, 0x1d]]
            .into_iter()
            .max_by(|one, other| contrast(*one, accent).total_cmp(&contrast(*other, accent)));
        let [accent, soft, ink] = [accent, soft, ink.unwrap_or_default()].map(shown);
        format!(":root{{--accent:{accent};--accent-soft:{soft};--accent-ink:{ink}}}")
    }
}

impl Theme {
    /// The sheet behind the site's own; empty when no colour was decided.
    #[must_use]
    pub fn sheet(&self) -> String {
        let light = self.accent_light.as_deref().map(|accent| LIGHT.tokens(accent));
        let dark = self.accent_dark.as_deref().map(|accent| DARK.tokens(accent));
        let light = light.map(|tokens| format!("@media not all and (prefers-color-scheme:dark){{{tokens}}}"));
        let dark = dark.map(|tokens| format!("@media (prefers-color-scheme:dark){{{tokens}}}"));
        light.unwrap_or_default() + &dark.unwrap_or_default()
    }
}

fn check_links(check: &mut Check, field: &str, links: &[ThemeLink]) {
    if links.len() > MAX_LINKS {
        check.refuse_with(field, "too-many", vec![("max", MAX_LINKS.into()), ("actual", links.len().into())]);
    }
    for (index, link) in links.iter().enumerate() {
        check_words(check, &format!("{field}.{index}.labels"), &link.labels, MAX_TITLE, true);
        if !leads(&link.href) {
            check.refuse(&format!("{field}.{index}.href"), "invalid-href");
        }
    }
}

/// A path of ours, or a page on the web by TLS. `//host` and `/\host` would be another site's.
fn leads(href: &str) -> bool {
    let plain = href.len() <= MAX_HREF && !href.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\');
    let ours = href.starts_with('/') && !href.starts_with("//");
    plain && (ours || Url::parse(href).is_ok_and(|url| url.scheme() == "https" && url.has_host()))
}

impl Document for Theme {
    const NAME: &'static str = "theme";

    fn checked(self, context: &mut Context<'_, '_>) -> Result<Theme> {
        let mut check = Check::default();
        for (ground, field, accent) in
            [(LIGHT, "accent_light", &self.accent_light), (DARK, "accent_dark", &self.accent_dark)]
        {
            accent.iter().for_each(|accent| ground.check(&mut check, field, accent));
        }
        check_links(&mut check, "header", &self.header);
        check_links(&mut check, "footer", &self.footer);
        if let Some(logo) = self.logo
            && Logo::find(context.tx, logo)?.is_none()
        {
            check.refuse("logo", "picture-unknown");
        }
        for (field, slug) in [("terms", &self.terms), ("privacy", &self.privacy)] {
            if let Some(slug) = slug
                && articles::at(context.tx, slug)?.is_none()
            {
                check.refuse(field, "article-unknown");
            }
        }
        check.done().map(|()| self)
    }
}

/// The logo, with its size: a page must not move when it comes.
#[derive(Clone, Copy, Debug)]
pub struct Logo {
    /// The picture.
    pub id: Uuid,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
}

impl Logo {
    fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Logo>, Error> {
        const FIND: &str = "SELECT width, height FROM help_image WHERE id = $1";
        tx.first(FIND, params![id], |row| Ok(Logo { id, width: row.get(0)?, height: row.get(1)? }))
    }
}

/// The theme, ready to be shown.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The sheet; empty when there is none.
    pub sheet: String,
    /// Changes with the sheet, so that browsers can keep it for ever.
    pub version: String,
    /// The logo, if there is one.
    pub logo: Option<Logo>,
}

impl Look {
    /// As the store has it.
    pub fn load(tx: &mut Tx<'_>, theme: &Theme) -> Result<Look, Error> {
        let sheet = theme.sheet();
        let logo = theme.logo.map(|id| Logo::find(tx, id)).transpose()?.flatten();
        Ok(Look { version: hex::encode(&Sha256::digest(&sheet)[..6]), sheet, logo })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grounds_are_those_of_the_tokens() {
        let tokens = include_str!("../../../../web/tokens.css");
        for ground in [LIGHT, DARK] {
            assert!(tokens.contains(&format!("--paper: {}; --card: {};", ground.paper, ground.card)));
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast([0; 3], [0xff; 3]) - 21.0).abs() < 0.01);
        assert!((contrast(colour("#767676").unwrap(), [0xff; 3]) - 4.54).abs() < 0.01);
        // What the desk comes with is readable.
        assert!(LIGHT.worst(colour("#0b61a4").unwrap()).1 >= CONTRAST);
        assert!(DARK.worst(colour("#6fb4ee").unwrap()).1 >= CONTRAST);
        assert!(LIGHT.worst(colour("#f2b035").unwrap()).1 < CONTRAST);
    }

    #[test]
    fn links_stay_here_or_are_safe() {
        assert!(["/en/help", "https://exchange.example/fees"].into_iter().all(leads));
        let bad =
            ["", "http://a.example", "javascript:alert(1)", "//evil.example", "/\\evil.example", "https://", "/a b"];
        assert!(bad.into_iter().all(|href| !leads(href)));
    }

    #[test]
    fn colours_reach_their_scheme() {
        let theme = Theme { accent_dark: Some("#6FB4EE".into()), ..Theme::default() };
        assert_eq!(
            theme.sheet(),
            "@media (prefers-color-scheme:dark){:root{--accent:#6fb4ee;--accent-soft:#223446;--accent-ink:#06121d}}"
        );
        assert_eq!(Theme::default().sheet(), "");
    }
}
