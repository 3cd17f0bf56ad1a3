//! What a ticket can be about, and the facts that each kind needs.
//!
//! Labels, examples and reasons of the fields are texts (`field-KEY`, `field-KEY-example`,
//! `field-KEY-why` in `common.ftl`).

use std::collections::BTreeSet;
use std::sync::{PoisonError, RwLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::check::{Check, MAX_FIELD};

/// A ticket category. Categories of the help center are another thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Category {
    /// A deposit that did not arrive.
    Deposit,
    /// A deposit with a wrong or missing tag.
    Tag,
    /// Sent to the wrong address or network.
    Missent,
    /// A withdrawal that is pending or failed.
    Withdrawal,
    /// Money by bank or card.
    Fiat,
    /// A trade that failed or went otherwise than expected.
    Trade,
    /// Futures, margin, liquidation.
    Derivatives,
    /// Proof of identity for the account.
    Verification,
    /// Password, second factor, locked out.
    Recovery,
    /// A strange sign-in, a theft.
    Security,
    /// The exchange's API.
    Api,
    /// A fake site, mail or agent.
    Phishing,
    /// Rules, fees, getting started.
    Question,
    /// Anything else.
    Other,
    /// One that the settings add.
    Own(&'static str),
}

impl Serialize for Category {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.slug())
    }
}

impl<'de> Deserialize<'de> for Category {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Category, D::Error> {
        let slug = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Category::parse(&slug).ok_or_else(|| de::Error::unknown_variant(&slug, &[]))
    }
}

impl utoipa::ToSchema for Category {}

impl utoipa::PartialSchema for Category {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        let builtin = Category::ALL.map(Category::slug).join("`, `");
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some(format!("What a ticket is about: `{builtin}`, or one that the settings add.")))
            .examples(["deposit"])
            .build()
            .into()
    }
}

/// Words that settings made up: slugs of categories, names of fields, choices. Each is kept once and for as long as the
/// program runs, so that a category stays a word to copy; there are few, and only administrators make them.
static KEPT: RwLock<BTreeSet<&'static str>> = RwLock::new(BTreeSet::new());
/// The slugs among them.
static OWN: RwLock<BTreeSet<&'static str>> = RwLock::new(BTreeSet::new());

fn kept_in(set: &RwLock<BTreeSet<&'static str>>, word: &str) -> Option<&'static str> {
    set.read().unwrap_or_else(PoisonError::into_inner).get(word).copied()
}

/// Whether a category can be called this: 2 to 30 lower-case letters, digits and `-`, a letter first.
#[must_use]
pub fn is_slug(word: &str) -> bool {
    (2..=30).contains(&word.len())
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// A word to copy.
#[must_use]
pub fn keep(word: &str) -> &'static str {
    kept_in(&KEPT, word).unwrap_or_else(|| {
        let kept: &'static str = Box::leak(word.to_owned().into_boxed_str());
        KEPT.write().unwrap_or_else(PoisonError::into_inner).insert(kept);
        kept
    })
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// A decimal: digits, at most one point, no separators, no unit.
    Amount,
    /// One of these (texts `choice-KEY-VALUE`).
    Choice(&'static [&'static str]),
}

/// A fact that a category asks for.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in the API and in texts.
    pub key: &'static str,
    /// Whether the customer's form insists on it.
    pub required: bool,
    /// How it is filled in.
    pub input: Input,
}

const fn must(key: &'static str) -> Field {
    Field { key, required: true, input: Input::Line }
}

const fn may(key: &'static str) -> Field {
    Field { key, required: false, input: Input::Line }
}

const fn choose(key: &'static str, among: &'static [&'static str]) -> Field {
    Field { key, required: true, input: Input::Choice(among) }
}

const fn amount(required: bool) -> Field {
    Field { key: "amount", required, input: Input::Amount }
}

const fn lines(key: &'static str) -> Field {
    Field { key, required: false, input: Input::Lines }
}

const YES_NO: &[&str] = &["yes", "no", "unsure"];

/// Asked of everyone, after the category's own.
pub const COMMON: &[Field] =
    &[lines("steps"), lines("error_shown"), lines("tried"), may("device"), may("system"), may("app_version")];

impl Field {
    /// A value of this field, checked; `path` is how the sender calls the field.
    pub fn check(&self, check: &mut Check, path: &str, value: &str) -> String {
        let value = check.verbatim_optional(path, value, MAX_FIELD);
        match self.input {
            Input::Amount if !value.is_empty() && !is_amount(&value) => check.refuse(path, "invalid-amount"),
            Input::Choice(choices) if !value.is_empty() && !choices.contains(&value.as_str()) => {
                check.refuse(path, "invalid-choice");
            }
            _ => {}
        }
        value
    }
}

/// Digits with at most 8 decimals. Amounts stay text: no float ever holds one.
fn is_amount(text: &str) -> bool {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits(whole, 18) && digits(decimals, 8)
}

impl Category {
    /// All that every desk has, in the order in which they are offered.
    pub const ALL: [Category; 14] = [
        Category::Deposit,
        Category::Withdrawal,
        Category::Fiat,
        Category::Tag,
        Category::Missent,
        Category::Recovery,
        Category::Verification,
        Category::Security,
        Category::Phishing,
        Category::Trade,
        Category::Derivatives,
        Category::Api,
        Category::Question,
        Category::Other,
    ];

    /// As stored, in addresses and in the API.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Category::Deposit => "deposit",
            Category::Tag => "tag",
            Category::Missent => "missent",
            Category::Withdrawal => "withdrawal",
            Category::Fiat => "fiat",
            Category::Trade => "trade",
            Category::Derivatives => "derivatives",
            Category::Verification => "verification",
            Category::Recovery => "recovery",
            Category::Security => "security",
            Category::Api => "api",
            Category::Phishing => "phishing",
            Category::Question => "question",
            Category::Other => "other",
            Category::Own(slug) => slug,
        }
    }

    /// The category of a slug, if there is one.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Category> {
        Category::builtin(slug).or_else(|| kept_in(&OWN, slug).map(Category::Own))
    }

    /// The slugs of all that there are.
    #[must_use]
    pub fn slugs() -> Vec<&'static str> {
        let own = OWN.read().unwrap_or_else(PoisonError::into_inner);
        Category::ALL.map(Category::slug).into_iter().chain(own.iter().copied()).collect()
    }

    /// The category of a slug among those that every desk has.
    #[must_use]
    pub fn builtin(slug: &str) -> Option<Category> {
        Category::ALL.into_iter().find(|category| category.slug() == slug)
    }

    /// The category of a slug that the store holds: the settings have, or had, it. `None` for what is no slug.
    #[must_use]
    pub fn stored(slug: &str) -> Option<Category> {
        let own = || {
            let slug = is_slug(slug).then(|| keep(slug))?;
            OWN.write().unwrap_or_else(PoisonError::into_inner).insert(slug);
            Some(Category::Own(slug))
        };
        Category::parse(slug).or_else(own)
    }

    /// The facts of this category alone, as long as the settings say nothing else.
    #[must_use]
    pub const fn own_fields(self) -> &'static [Field] {
        match self {
            Category::Deposit => {
                const { &[must("coin"), must("network"), must("tx_id"), may("address"), amount(true), may("time")] }
            }
            Category::Tag => const { &[must("coin"), may("source_address"), amount(true), must("tx_id"), may("tag")] },
            Category::Missent => const { &[must("coin"), amount(true), must("tx_id"), may("network"), may("address")] },
            Category::Withdrawal => {
                const {
                    &[
                        must("coin"),
                        may("network"),
                        amount(true),
                        may("address"),
                        may("tx_id"),
                        must("time"),
                        may("bank"),
                        may("bank_reference"),
                    ]
                }
            }
            Category::Fiat => {
                const {
                    &[
                        must("rail"),
                        must("bank"),
                        must("bank_reference"),
                        must("currency"),
                        amount(true),
                        may("value_date"),
                    ]
                }
            }
            Category::Trade => {
                const {
                    &[
                        must("pair"),
                        may("order_type"),
                        must("order_id"),
                        may("trade_id"),
                        amount(false),
                        may("price"),
                        must("time"),
                    ]
                }
            }
            Category::Derivatives => {
                const {
                    &[
                        must("pair"),
                        may("order_type"),
                        must("order_id"),
                        may("trade_id"),
                        may("entry_order"),
                        may("exit_order"),
                        amount(false),
                        may("price"),
                        must("time"),
                    ]
                }
            }
            Category::Verification => const { &[must("document_type"), must("country"), lines("refusal_reason")] },
            Category::Recovery => {
                const {
                    &[
                        choose("lost_item", &["password", "totp", "passkey", "locked", "other"]),
                        may("account_hint"),
                        may("last_access"),
                    ]
                }
            }
            Category::Security => {
                const { &[must("time"), may("place"), may("device_seen"), choose("funds_moved", YES_NO)] }
            }
            Category::Api => {
                const {
                    &[
                        must("endpoint"),
                        must("time"),
                        may("error_code"),
                        may("request_id"),
                        may("ip"),
                        may("key_prefix"),
                    ]
                }
            }
            Category::Phishing => {
                const { &[may("link"), may("sender"), must("channel_seen"), choose("entered_anything", YES_NO)] }
            }
            Category::Question | Category::Other | Category::Own(_) => &[],
        }
    }

    /// Every fact that the form of this category offers, as long as the settings say nothing else.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        self.own_fields().iter().chain(COMMON)
    }
}

#[cfg(test)]
mod tests {
    use super::is_amount;

    #[test]
    fn amounts_are_plain_decimals() {
        for good in ["0.5", "1", "100000", "0.00000001"] {
            assert!(is_amount(good), "{good}");
        }
        for bad in ["", ".", ".5", "1.", "1,000", "0.5 BTC", "-1", "1e8", "０.5", "0.000000001", "1.2.3", "NaN"] {
            assert!(!is_amount(bad), "{bad}");
        }
    }
}
