//! What is official, as it is set.

use std::collections::HashMap;

use serde_json::Value;

use super::account;
use super::host::Host;
use super::names::Names;
use super::rules::rules;

/// A setting that cannot be used: which one, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadOfficial {
    /// The key, as `brand.key`; empty when the whole is no JSON object.
    pub key: String,
    /// What is wrong, in English, for whoever writes settings.
    pub wrong: &'static str,
}

impl std::fmt::Display for BadOfficial {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.key, self.wrong)
    }
}

impl std::error::Error for BadOfficial {}

/// Names that stand for no one (RFC 2606 §3): a desk that is tried out at `desk.example.com` does not own the word.
const RESERVED: [&str; 2] = ["example", "localdomain"];

/// An official account.
#[derive(Debug)]
pub(crate) struct Account {
    pub brand: usize,
    /// The hosts of the messengers where it is ours; everywhere when there are none.
    pub at: Vec<&'static str>,
}

#[derive(Debug)]
pub(crate) struct Brand {
    pub id: String,
    /// What reasons name: the first domain, or the first name.
    pub shown: String,
    pub domains: Vec<String>,
    /// The endings of its domains.
    pub endings: Vec<String>,
    /// Whether its accounts are known: only then its bare name on another one means something.
    pub accounts: bool,
}

/// What is official, ready to judge by. Built once; judging needs no lock.
#[derive(Debug)]
pub struct Official {
    pub(crate) brands: Vec<Brand>,
    pub(crate) names: Names,
    pub(crate) domains: HashMap<String, usize>,
    pub(crate) addresses: HashMap<String, usize>,
    pub(crate) handles: HashMap<String, Account>,
    /// As they look: skeletons of handles.
    pub(crate) looks: HashMap<String, usize>,
    pub(crate) phones: HashMap<String, usize>,
    pub(crate) agents: HashMap<String, usize>,
}

/// A telephone number's digits: without spaces, signs, and the zeros or the plus of an international call.
pub(crate) fn digits(phone: &str) -> String {
    let digits: String = super::fold::fold(phone).text.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

/// A handle without its @, in small letters.
pub(crate) fn bare(handle: &str) -> String {
    handle.trim().trim_start_matches(['@', '＠']).to_lowercase()
}

impl Official {
    /// Reads `{"okx": {"domains": ["okx.com"], "handles": ["@okx"], "names": ["OKX", "欧易"]}}`; besides these, a brand may have
    /// `addresses` (mail), `phones` and `agents` (ids). Other keys are passed over.
    ///
    /// # Errors
    /// When it is no JSON object of objects, or a value is not a list of texts of the right form.
    pub fn from_json(json: &str) -> Result<Official, BadOfficial> {
        let whole = |wrong| BadOfficial { key: String::new(), wrong };
        let value: Value = serde_json::from_str(json).map_err(|_| whole("no JSON"))?;
        let Value::Object(given) = value else { return Err(whole("no object of brands")) };
        let mut official = Official {
            brands: Vec::new(),
            names: Names::new([], &[]),
            domains: HashMap::new(),
            addresses: HashMap::new(),
            handles: HashMap::new(),
            looks: HashMap::new(),
            phones: HashMap::new(),
            agents: HashMap::new(),
        };
        let (mut names, mut known) = (Vec::new(), Vec::new());
        for (number, (id, brand)) in given.into_iter().enumerate() {
            official.read(number, &id, &brand, &mut names)?;
            known.push((number, id.to_lowercase()));
        }
        known.extend(names.iter().map(|(brand, name): &(usize, String)| (*brand, name.to_lowercase())));
        official.names = Names::new(names, &known);
        Ok(official)
    }

    fn read(
        &mut self,
        number: usize,
        id: &str,
        brand: &Value,
        names: &mut Vec<(usize, String)>,
    ) -> Result<(), BadOfficial> {
        if !brand.is_object() {
            return Err(BadOfficial { key: id.to_owned(), wrong: "no object" });
        }
        let list = |key: &str, wrong: &'static str, fits: &dyn Fn(&str) -> bool| texts(id, brand, key, wrong, fits);
        let domains = list("domains", "a domain is wanted, such as okx.com", &is_domain)?;
        let mut endings = Vec::new();
        for domain in &domains {
            let host = Host::new(domain);
            if !RESERVED.contains(&host.label()) {
                names.push((number, host.label().to_owned()));
            }
            names.push((number, domain.clone()));
            endings.push(host.ending().to_owned());
            self.domains.insert(host.written.clone(), number);
        }
        let handles = list("handles", "a handle is wanted, such as @okx or t.me/okx", &|text| {
            !text.contains(char::is_whitespace)
        })?;
        for handle in &handles {
            let (at, name) = account::of_link(handle).map_or((None, bare(handle)), |(at, name)| (Some(at), bare(name)));
            self.looks.insert(super::fold::skeleton(&super::fold::fold(&name).text), number);
            let known = self.handles.entry(name).or_insert(Account { brand: number, at: at.into_iter().collect() });
            match at {
                Some(at) if !known.at.is_empty() && !known.at.contains(&at) => known.at.push(at),
                Some(_) => {}
                None => known.at.clear(),
            }
        }
        let called = list("names", "a name is wanted", &|_| true)?;
        names.extend(called.iter().map(|name| (number, name.clone())));
        let address = |text: &str| text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && is_domain(host));
        for text in list("addresses", "a mail address is wanted", &address)? {
            self.addresses.insert(text.to_lowercase(), number);
        }
        for text in
            list("phones", "a telephone number is wanted, such as +82 2 1234 5678", &|text| digits(text).len() >= 3)?
        {
            self.phones.insert(digits(&text), number);
        }
        for text in list("agents", "an agent's id is wanted", &|_| true)? {
            self.agents.insert(text.to_lowercase(), number);
        }
        let domains: Vec<String> = domains.iter().map(|domain| Host::new(domain).written).collect();
        let shown = domains.first().or(called.first()).cloned().unwrap_or_else(|| id.to_owned());
        self.brands.push(Brand { id: id.to_owned(), shown, domains, endings, accounts: !handles.is_empty() });
        Ok(())
    }

    /// The brand that a domain, or one that it is under, belongs to.
    pub(crate) fn domain(&self, host: &Host) -> Option<usize> {
        let parents = host.written.match_indices('.').map(|(at, _)| at + 1);
        std::iter::once(0).chain(parents).find_map(|from| self.domains.get(&host.written[from..]).copied())
    }
}

/// Whether anybody can have something at a domain: a public ending, a host of free sites, of mailboxes, or of accounts. Such
/// a domain is nobody's own, and must not be set as official.
#[must_use]
pub fn shared(domain: &str) -> bool {
    let host = Host::new(domain);
    let seen = host.seen.as_str();
    let rules = rules();
    let lists = [&rules.suffixes, &rules.tlds, &rules.free, &rules.mailhosts, &rules.shorteners];
    lists.iter().any(|list| list.contains(seen))
        || rules.free.iter().any(|site| site.strip_suffix('/') == Some(seen))
        || rules.messengers.contains_key(seen)
}

fn is_domain(text: &str) -> bool {
    let label =
        |label: &str| !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
    text.contains('.') && text.split('.').all(label)
}

/// The texts of a key, if it is there.
fn texts(
    id: &str,
    brand: &Value,
    key: &str,
    wrong: &'static str,
    fits: &dyn Fn(&str) -> bool,
) -> Result<Vec<String>, BadOfficial> {
    let bad = |wrong| BadOfficial { key: format!("{id}.{key}"), wrong };
    let Some(list) = brand.get(key) else { return Ok(Vec::new()) };
    let list = list.as_array().ok_or_else(|| bad("a list is wanted"))?;
    let text = |value: &Value| {
        let text = value.as_str().map(str::trim).filter(|text| !text.is_empty() && fits(text));
        text.map(str::to_owned).ok_or_else(|| bad(wrong))
    };
    list.iter().map(text).collect()
}
