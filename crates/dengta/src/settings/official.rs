//! What is official: the exchange's own domains, addresses, numbers, accounts and names. "Is this really you?" answers by it,
//! and links that imitate are told from others.

use std::collections::HashSet;
use std::net::IpAddr;

use guard::impostors::{Official as Judge, shared};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use url::{Host, Url};

use crate::check::{Check, Email, MAX_EMAIL, MAX_TITLE};
use crate::config::Config;
use crate::error::Result;
use crate::settings::{Context, Document};
use crate::tickets::categories::is_slug;

/// Brands of one exchange.
pub const MAX_BRANDS: usize = 20;
/// Values in one list of a brand.
pub const MAX_LISTED: usize = 100;
/// Digits of a telephone number (ITU-T E.164 allows 15); short numbers of a country begin with three.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 3..=15;
/// What the desk's own domain and sender belong to, as long as no brand is described.
const DESK: &str = "desk";

/// What is official. Nothing said: the desk's own address and the sender of its mail are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Official {
    /// At most 20. The desk's own domain, its mail, its ways to be reached and its names belong to the first.
    #[schema(required = false)]
    pub brands: Vec<OfficialBrand>,
}

/// A brand, and what is its own. At most 100 of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OfficialBrand {
    /// What answers call it: small letters, digits and `-`.
    #[schema(example = "dengta")]
    pub id: String,
    /// What people call it, in all languages and scripts.
    #[schema(required = false, example = json!(["Dengta", "灯塔"]))]
    pub names: Vec<String>,
    /// Domains, with all that is under them. Not where anybody can have something, such as `github.io` or `gmail.com`.
    #[schema(required = false, example = json!(["dengta.example"]))]
    pub domains: Vec<String>,
    /// Mail addresses, beside those at the domains.
    #[schema(required = false, example = json!(["dengta.help@gmail.com"]))]
    pub addresses: Vec<String>,
    /// Telephone numbers with the country's code.
    #[schema(required = false, example = json!(["+82 2 1234 5678"]))]
    pub phones: Vec<String>,
    /// Accounts on social networks and messengers.
    #[schema(required = false, example = json!(["@dengta"]))]
    pub handles: Vec<String>,
}

/// The lists of a brand, by the name of their field, each with what makes a value of it, or what is wrong.
type Read = fn(&str) -> Result<String, &'static str>;

impl OfficialBrand {
    fn lists(&mut self) -> [(&'static str, &mut Vec<String>, Read); 5] {
        [
            ("names", &mut self.names, name),
            ("domains", &mut self.domains, domain),
            ("addresses", &mut self.addresses, address),
            ("phones", &mut self.phones, phone),
            ("handles", &mut self.handles, handle),
        ]
    }
}

fn name(text: &str) -> Result<String, &'static str> {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
    // One letter is in every other name.
    if letters < 2 { Err("invalid-official-name") } else { Ok(text.to_owned()) }
}

/// As browsers write it: small letters, punycode.
fn domain(text: &str) -> Result<String, &'static str> {
    let plain = text.contains('.') && !text.contains(['/', ':', '@', '?', '#', ' ', '\\']);
    let Ok(Host::Domain(host)) = Host::parse(text.trim_end_matches('.')) else { return Err("invalid-domain") };
    let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if !plain || !host.split('.').all(label) {
        return Err("invalid-domain");
    }
    if shared(&host) { Err("domain-shared") } else { Ok(host) }
}

fn address(text: &str) -> Result<String, &'static str> {
    Email::parse(text).map(|email| email.key).ok_or("invalid-email")
}

fn phone(text: &str) -> Result<String, &'static str> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let plain = text.chars().all(|c| c.is_ascii_digit() || "+-() .".contains(c));
    if plain && PHONE_DIGITS.contains(&digits) { Ok(text.to_owned()) } else { Err("invalid-phone") }
}

fn handle(text: &str) -> Result<String, &'static str> {
    let bare = text.trim_start_matches('@');
    let fits = bare.chars().all(|c| c.is_alphanumeric() || "_.-".contains(c));
    if fits && bare.chars().count() >= 2 { Ok(format!("@{bare}")) } else { Err("invalid-handle") }
}

impl Document for Official {
    const NAME: &'static str = "official";

    fn checked(mut self, _: &mut Context<'_, '_>) -> Result<Official> {
        let mut check = Check::default();
        if self.brands.len() > MAX_BRANDS {
            let args = vec![("max", MAX_BRANDS.into()), ("actual", self.brands.len().into())];
            check.refuse_with("brands", "too-many", args);
        }
        let (mut ids, mut seen) = (HashSet::new(), HashSet::new());
        for (index, brand) in self.brands.iter_mut().enumerate() {
            let field = |name: &str| format!("brands.{index}.{name}");
            brand.id = check.text(&field("id"), &brand.id, MAX_TITLE);
            if !brand.id.is_empty() && !is_slug(&brand.id) {
                check.refuse(&field("id"), "invalid-slug");
            }
            if !ids.insert(brand.id.clone()) {
                check.refuse(&field("id"), "name-taken");
            }
            for (list, values, read) in brand.lists() {
                *values = read_list(&mut check, &field(list), std::mem::take(values), read);
                for value in values.iter().filter(|value| !seen.insert((list, value.to_lowercase()))) {
                    check.refuse_with(&field(list), "listed-twice", vec![("value", value.as_str().into())]);
                }
            }
        }
        check.done().map(|()| self)
    }
}

/// A list without what stands in it twice; names every value that is wrong.
fn read_list(check: &mut Check, field: &str, values: Vec<String>, read: Read) -> Vec<String> {
    if values.len() > MAX_LISTED {
        check.refuse_with(field, "too-many", vec![("max", MAX_LISTED.into()), ("actual", values.len().into())]);
        return Vec::new();
    }
    let mut good: Vec<String> = Vec::new();
    for value in &values {
        let value = check.text(field, value, MAX_EMAIL);
        if value.is_empty() {
            continue;
        }
        match read(&value) {
            Ok(value) if !good.contains(&value) => good.push(value),
            Ok(_) => {}
            Err(code) => check.refuse_with(field, code, vec![("value", value.as_str().into())]),
        }
    }
    good
}

impl Official {
    /// What judges by it, with what is the desk's own.
    #[must_use]
    pub fn judge(&self, config: &Config) -> Judge {
        let mut brands = self.brands.clone();
        if brands.is_empty() {
            brands.push(OfficialBrand { id: DESK.to_owned(), ..OfficialBrand::default() });
        }
        own(&mut brands[0], config);
        let brands: Map<String, Value> = brands.into_iter().map(|brand| (brand.id.clone(), told(brand))).collect();
        let judge = Judge::from_json(&Value::Object(brands).to_string());
        judge.unwrap_or_else(|error| {
            tracing::error!(key = error.key, wrong = error.wrong, "what is official cannot be used");
            Judge::from_json("{}").unwrap_or_else(|_| unreachable!("an empty object is one of brands"))
        })
    }
}

/// As the judge reads it. A domain with other letters than Latin ones is known as it is seen, too.
fn told(brand: OfficialBrand) -> Value {
    let seen =
        brand.domains.iter().map(|domain| url::quirks::domain_to_unicode(domain)).filter(|seen| !seen.is_empty());
    let mut domains: Vec<String> = brand.domains.iter().cloned().chain(seen).collect();
    domains.dedup();
    let OfficialBrand { names, addresses, phones, handles, .. } = brand;
    json!({"names": names, "domains": domains, "addresses": addresses, "phones": phones, "handles": handles})
}

/// Adds the desk's own address, the sender of its mail, its ways to be reached and its names.
fn own(brand: &mut OfficialBrand, config: &Config) {
    let mut links: Vec<&str> = vec![&config.public_url];
    brand.names.extend(config.brand.values().filter_map(|text| name(text).ok()));
    let mut mail = vec![config.mail.from.as_str()];
    for way in &config.ways {
        match (way.kind.as_str(), way.address.as_deref()) {
            ("email", Some(address)) => mail.push(address),
            ("phone", Some(number)) => brand.phones.extend(phone(number).ok()),
            (_, Some(link)) => links.push(link),
            (_, None) => {}
        }
    }
    for address in mail.into_iter().filter_map(|text| address(text).ok()) {
        brand.domains.extend(address.split_once('@').and_then(|(_, host)| own_domain(host)));
        brand.addresses.push(address);
    }
    for link in links.into_iter().filter_map(|link| Url::parse(link).ok()) {
        match link.host_str() {
            Some(host) if shared(host) => {
                let last = link.path_segments().and_then(Iterator::last).map(|name| name.trim_start_matches('@'));
                brand.handles.extend(last.and_then(|name| handle(name).ok()));
            }
            Some(host) => brand.domains.extend(own_domain(host)),
            None => {}
        }
    }
}

/// A domain of ours that others can reach: no address of a machine, no place of its own network.
fn own_domain(host: &str) -> Option<String> {
    let local = host.parse::<IpAddr>().is_ok() || host.ends_with(".localdomain") || host.ends_with(".localhost");
    if local { None } else { domain(host).ok() }
}

#[cfg(test)]
mod tests {
    use guard::impostors::Standing;

    use super::*;

    #[test]
    fn values_are_read_or_refused() {
        assert_eq!(domain("OKX.com.").as_deref(), Ok("okx.com"));
        assert_eq!(domain("币安.com").as_deref(), Ok("xn--49s50d.com"));
        for bad in ["https://okx.com", "okx.com/help", "okx", "a b.com", "a..com", "127.0.0.1", "[::1]", "x_y.com"] {
            assert_eq!(domain(bad), Err("invalid-domain"), "{bad}");
        }
        for all in ["gmail.com", "github.io", "co.kr", "t.me", "bit.ly"] {
            assert_eq!(domain(all), Err("domain-shared"), "{all}");
        }
        assert_eq!(handle("okx_help").as_deref(), Ok("@okx_help"));
        assert!(handle("@").is_err() && handle("a b").is_err());
        assert!(phone("+82 2-1234-5678").is_ok() && phone("12").is_err() && phone("call me 123").is_err());
        assert!(name("欧易").is_ok() && name("X").is_err());
    }

    #[test]
    fn what_is_the_desks_own_is_official_by_itself() {
        let way = |kind: &str, address: &str| crate::config::Way {
            kind: kind.into(),
            address: Some(address.into()),
            ..Config::default().ways[0].clone()
        };
        let config = Config {
            public_url: "https://help.lantern.exchange".into(),
            ways: vec![way("social", "https://x.com/lantern_hq"), way("phone", "+82 2 1234 5678")],
            ..Config::default()
        };
        let config = Config { mail: crate::config::Mail { from: "desk@lanternmail.com".into(), smtp: None }, ..config };
        let judge = Official::default().judge(&config);
        let standing = |text: &str| judge.judge(text).standing;
        for ours in ["https://help.lantern.exchange/en", "desk@lanternmail.com", "+82 2 1234 5678", "@lantern_hq"] {
            assert_eq!(standing(ours), Standing::Official, "{ours}");
        }
        assert_ne!(standing("https://x.com/somebody"), Standing::Official);
        assert_eq!(standing("https://help-lantern.top/login"), Standing::Imitation);
        // What is set belongs to whom it was set for; the desk's own to the first.
        let two = ["one", "two"].map(|id| OfficialBrand {
            id: id.into(),
            domains: vec![format!("{id}-exchange.com")],
            ..OfficialBrand::default()
        });
        let judge = Official { brands: two.to_vec() }.judge(&config);
        let of = |text: &str| judge.judge(text).of;
        assert_eq!(of("help.lantern.exchange").as_deref(), Some("one"));
        assert_eq!(of("www.two-exchange.com").as_deref(), Some("two"));
    }

    #[test]
    fn a_desk_that_is_tried_out_owns_no_word() {
        let mail = crate::config::Mail { from: "support@dengta.example.com".into(), smtp: None };
        let judge = Official::default().judge(&Config { mail, ..Config::on_port(8080) });
        assert_eq!(judge.judge("support@dengta.example.com").standing, Standing::Official);
        assert_eq!(judge.judge("grace.hollis@example.com").standing, Standing::Unknown);
        assert_eq!(judge.judge("https://dengta-support.top").standing, Standing::Imitation);
    }
}
