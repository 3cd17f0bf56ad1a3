//! Which category a customer's words are of. By the words alone: neither tone nor haste makes a case another one.

use std::sync::LazyLock;

use super::signs::pattern::{Pattern, folded, section};
use crate::settings::Settings;
use crate::tickets::Category;

const FILE: &str = include_str!("topics.txt");

/// The lines of each category that has some, in the order in which categories are offered.
static TOPICS: LazyLock<Vec<(Category, Vec<Pattern>)>> = LazyLock::new(|| {
    let lines = |category: Category| (category, section(FILE, category.slug()));
    Category::ALL.map(lines).into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
});

/// Of what was said before, a line found counts so much less for each message between.
const FADES: f64 = 0.5;

/// The category that most words speak for: of the last message first, then of those before (`said`, the oldest first). `None`
/// when none does, or two do equally.
#[must_use]
pub fn guess<'t>(said: impl DoubleEndedIterator<Item = &'t str>, settings: &Settings) -> Option<Category> {
    let mut counts = vec![0.0; TOPICS.len()];
    let mut worth = 1.0;
    for text in said.rev().take(4) {
        let text = folded(text);
        for (count, (_, lines)) in counts.iter_mut().zip(TOPICS.iter()) {
            *count += worth * lines.iter().filter(|line| line.find(&text).is_some()).count() as f64;
        }
        worth *= FADES;
    }
    let offered = |category: Category| settings.category(category.slug()).is_some_and(|asked| asked.enabled);
    let mut ranked: Vec<(f64, Category)> =
        counts.into_iter().zip(TOPICS.iter()).map(|(count, (category, _))| (count, *category)).collect();
    ranked.retain(|(count, category)| *count > 0.0 && offered(*category));
    ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    match ranked.as_slice() {
        [(_, only)] => Some(*only),
        [(most, first), (next, _), ..] if most > next => Some(*first),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn words_tell_the_category() {
        let settings = Settings::undecided(&Config::default());
        for (said, wanted) in [
            ("我充值的USDT还没到账", Some(Category::Deposit)),
            ("提領一直審核中", Some(Category::Withdrawal)),
            ("my withdrawal is still pending!!! this is outrageous", Some(Category::Withdrawal)),
            ("I forgot my password", Some(Category::Recovery)),
            ("本人確認が否認されました", Some(Category::Verification)),
            ("네트워크를 잘못 선택했어요", Some(Category::Missent)),
            ("合约爆仓价格不对", Some(Category::Derivatives)),
            ("有问题", None),
            ("", None),
        ] {
            assert_eq!(guess([said].into_iter(), &settings), wanted, "{said}");
        }
        let before = ["我的提现没到", "已经三天了"];
        assert_eq!(guess(before.into_iter(), &settings), Some(Category::Withdrawal));
    }
}
