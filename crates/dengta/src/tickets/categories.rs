//! What a ticket can be about, and the facts that each kind needs.
//!
//! Labels, examples and reasons of the fields are texts (`field-KEY`, `field-KEY-example`,
//! `field-KEY-why` in `common.ftl`).

use serde::{Deserialize, Serialize};

use crate::check::{Check, MAX_FIELD};

/// A ticket category. Categories of the help center are another thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
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
        let value = check.optional(path, value, MAX_FIELD);
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
    /// All of them, in the order in which they are offered.
    pub const ALL: [Category; 14] = [
        Category::Deposit,
        Category::Tag,
        Category::Missent,
        Category::Withdrawal,
        Category::Fiat,
        Category::Trade,
        Category::Derivatives,
        Category::Verification,
        Category::Recovery,
        Category::Security,
        Category::Api,
        Category::Phishing,
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
        }
    }

    /// The category of a slug.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Category> {
        Category::ALL.into_iter().find(|category| category.slug() == slug)
    }

    /// The facts of this category alone.
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
            Category::Question | Category::Other => &[],
        }
    }

    /// Every fact that the form of this category offers.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        self.own_fields().iter().chain(COMMON)
    }

    /// The required facts that `given` lacks.
    pub fn missing(self, given: impl Fn(&str) -> bool) -> Vec<&'static str> {
        self.own_fields().iter().filter(|field| field.required && !given(field.key)).map(|field| field.key).collect()
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
