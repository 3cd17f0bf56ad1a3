//! The language of macros: text, `{{ customer.name }}`, `{% if … %}`, `{% include "Title of another macro" %}`.
//!
//! Templates are read by minijinja. What they may say is decided on their syntax tree before anything of them is
//! compiled; what may still go wrong meets its limits on instructions, depth and output.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use minijinja::machinery::ast::{BinOpKind, CompareOpKind, Expr, Stmt, UnaryOpKind};
use minijinja::machinery::parse;
use minijinja::{Environment, ErrorKind, UndefinedBehavior};
use serde::Serialize;

use crate::check::MAX_TEXT;
use crate::error::Args;

/// Instructions that a rendering may take; an ordinary text takes some dozens.
const FUEL: u64 = 20_000;
/// How deep macros may include each other.
pub const MAX_DEPTH: usize = 8;
/// minijinja's own bound on depth; an include costs it ten.
const RECURSION: usize = 20 * MAX_DEPTH;

/// What every text can say, beside `facts.NAME` for the facts of a ticket's category.
pub const PLACEHOLDERS: [&str; 11] = [
    "customer.name",
    "customer.email",
    "ticket.reference",
    "ticket.subject",
    "ticket.category",
    "ticket.link",
    "ticket.promise",
    "agent.name",
    "agent.number",
    "team.name",
    "brand",
];

/// The values of one rendering.
#[derive(Clone, Debug, Serialize)]
pub struct Values {
    /// Whose ticket it is.
    pub customer: Customer,
    /// The ticket.
    pub ticket: Ticket,
    /// Who renders.
    pub agent: Agent,
    /// The ticket's team.
    pub team: Team,
    /// The exchange's name.
    pub brand: String,
    /// What the customer filled in; empty where nothing was.
    pub facts: BTreeMap<String, String>,
}

/// Whose ticket it is.
#[derive(Clone, Debug, Serialize)]
pub struct Customer {
    /// As given by the customer.
    pub name: String,
    /// Empty when there is none.
    pub email: String,
}

/// The ticket.
#[derive(Clone, Debug, Serialize)]
pub struct Ticket {
    /// What the customer quotes.
    pub reference: String,
    /// In the customer's words.
    pub subject: String,
    /// In words of the text's language.
    pub category: String,
    /// The case page.
    pub link: String,
    /// The usual time to an answer, in words.
    pub promise: String,
}

/// Who renders.
#[derive(Clone, Debug, Serialize)]
pub struct Agent {
    /// As customers see it.
    pub name: String,
    /// Empty for a program.
    pub number: String,
}

/// The ticket's team.
#[derive(Clone, Debug, Serialize)]
pub struct Team {
    /// Empty when there is none.
    pub name: String,
}

/// Why a text cannot be used.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Names the text.
    pub code: &'static str,
    /// Values for the sentence.
    pub args: Args,
}

impl Fault {
    /// A fault with one value for its sentence.
    pub fn new(code: &'static str, name: &'static str, value: impl Into<crate::error::Value>) -> Fault {
        Fault { code, args: vec![(name, value.into())] }
    }
}

/// Reads a text without rendering it: whether it says only what texts may say, and the titles that it includes.
///
/// # Errors
/// The first thing that it may not say.
pub fn read(text: &str, facts: &BTreeSet<String>) -> Result<Vec<String>, Fault> {
    let tree = parse(text, "", Default::default())
        .map_err(|error| Fault::new("template-broken", "line", error.line().unwrap_or(1)))?;
    let mut reader = Reader { facts: Some(facts), includes: Vec::new() };
    reader.statement(&tree)?;
    Ok(reader.includes)
}

/// The titles that a text includes, whatever else it says.
///
/// # Errors
/// When it cannot be read.
pub fn titles(text: &str) -> Result<Vec<String>, Fault> {
    let tree = parse(text, "", Default::default()).map_err(|_| Fault::new("template-broken", "line", 1_i64))?;
    let mut reader = Reader { facts: None, includes: Vec::new() };
    reader.statement(&tree)?;
    Ok(reader.includes)
}

struct Reader<'a> {
    /// What `facts` has; `None` looks at no placeholder.
    facts: Option<&'a BTreeSet<String>>,
    includes: Vec<String>,
}

impl Reader<'_> {
    fn statements(&mut self, statements: &[Stmt<'_>]) -> Result<(), Fault> {
        statements.iter().try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &Stmt<'_>) -> Result<(), Fault> {
        match statement {
            Stmt::Template(template) => self.statements(&template.children),
            Stmt::EmitRaw(_) => Ok(()),
            Stmt::EmitExpr(emit) => self.expression(&emit.expr),
            Stmt::IfCond(condition) => {
                self.expression(&condition.expr)?;
                self.statements(&condition.true_body)?;
                self.statements(&condition.false_body)
            }
            Stmt::Include(include) => match include.name.as_const().as_ref().and_then(|name| name.as_str()) {
                Some(title) if !include.ignore_missing => {
                    self.includes.push(title.to_owned());
                    Ok(())
                }
                _ => Err(not_allowed(include.span())),
            },
            Stmt::ForLoop(it) => Err(not_allowed(it.span())),
            Stmt::WithBlock(it) => Err(not_allowed(it.span())),
            Stmt::Set(it) => Err(not_allowed(it.span())),
            Stmt::SetBlock(it) => Err(not_allowed(it.span())),
            Stmt::AutoEscape(it) => Err(not_allowed(it.span())),
            Stmt::FilterBlock(it) => Err(not_allowed(it.span())),
            Stmt::Block(it) => Err(not_allowed(it.span())),
            Stmt::Import(it) => Err(not_allowed(it.span())),
            Stmt::FromImport(it) => Err(not_allowed(it.span())),
            Stmt::Extends(it) => Err(not_allowed(it.span())),
            Stmt::Do(it) => Err(not_allowed(it.span())),
        }
    }

    fn expression(&mut self, expression: &Expr<'_>) -> Result<(), Fault> {
        match expression {
            Expr::Const(constant) if constant.value.as_str().is_some() => Ok(()),
            Expr::Var(variable) => self.placeholder(variable.id),
            Expr::GetAttr(attribute) => match &attribute.expr {
                Expr::Var(variable) => self.placeholder(&format!("{}.{}", variable.id, attribute.name)),
                _ => Err(not_allowed(attribute.span())),
            },
            Expr::UnaryOp(unary) if matches!(unary.op, UnaryOpKind::Not) => self.expression(&unary.expr),
            Expr::BinOp(both) if may_join(both.op) => {
                self.expression(&both.left)?;
                self.expression(&both.right)
            }
            Expr::Compare(compare) => {
                self.expression(&compare.expr)?;
                compare.ops.iter().try_for_each(|other| match other.op {
                    CompareOpKind::Eq | CompareOpKind::Ne => self.expression(&other.expr),
                    _ => Err(not_allowed(other.expr.span())),
                })
            }
            Expr::IfExpr(choice) => {
                self.expression(&choice.test_expr)?;
                self.expression(&choice.true_expr)?;
                choice.false_expr.as_ref().map_or(Ok(()), |other| self.expression(other))
            }
            other => Err(not_allowed(other.span())),
        }
    }

    fn placeholder(&self, name: &str) -> Result<(), Fault> {
        let Some(facts) = self.facts else { return Ok(()) };
        let fact = name.strip_prefix("facts.").is_some_and(|fact| facts.contains(fact));
        if fact || PLACEHOLDERS.contains(&name) {
            Ok(())
        } else {
            Err(Fault::new("template-placeholder", "name", name))
        }
    }
}

const fn may_join(op: BinOpKind) -> bool {
    matches!(op, BinOpKind::ScAnd | BinOpKind::ScOr | BinOpKind::Eq | BinOpKind::Ne)
}

fn not_allowed(at: minijinja::machinery::Span) -> Fault {
    Fault::new("template-refused", "line", usize::from(at.start_line))
}

/// Renders a text that [`read`] found good, with the texts that it includes by title.
///
/// # Errors
/// When it runs too long or grows too large.
pub fn render(text: &str, included: &BTreeMap<String, String>, values: &Values) -> Result<String, Fault> {
    const SELF: &str = "";
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(RECURSION);
    let templates = included.iter().map(|(title, text)| (title.as_str(), text.as_str()));
    for (title, text) in templates.chain([(SELF, text)]) {
        environment.add_template(title, text).map_err(|error| fault(&error))?;
    }
    let mut out = Limited(Vec::new());
    let template = environment.get_template(SELF).map_err(|error| fault(&error))?;
    template.render_captured_to(minijinja::value::Serde(values), &mut out).map_err(|error| fault(&error))?;
    let text = tidy(&String::from_utf8_lossy(&out.0));
    match text.chars().count() {
        actual if actual > MAX_TEXT => Err(too_large()),
        _ => Ok(text),
    }
}

/// Conditions that stand on lines of their own leave empty lines behind.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.trim().lines() {
        empty = if line.trim().is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            tidy.push_str(line.trim_end());
            tidy.push('\n');
        }
    }
    tidy.trim_end().to_owned()
}

/// As much output as a message can hold, and not a byte more.
struct Limited(Vec<u8>);

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        const BYTES: usize = 4 * MAX_TEXT;
        if self.0.len() + bytes.len() > BYTES {
            return Err(io::Error::other("too large"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn too_large() -> Fault {
    Fault::new("template-large", "max", MAX_TEXT)
}

/// The fault at the bottom of an error: an include wraps what went wrong in it.
fn fault(error: &minijinja::Error) -> Fault {
    let mut at: &dyn std::error::Error = error;
    let mut deepest = error;
    while let Some(source) = at.source() {
        if let Some(inner) = source.downcast_ref::<minijinja::Error>() {
            deepest = inner;
        }
        at = source;
    }
    match deepest.kind() {
        ErrorKind::OutOfFuel => Fault { code: "template-long", args: Vec::new() },
        ErrorKind::WriteFailure => too_large(),
        _ => Fault::new("template-broken", "line", error.line().unwrap_or(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Values {
        Values {
            customer: Customer { name: "{{ agent.name }} {% if".into(), email: "wang@example.com".into() },
            ticket: Ticket {
                reference: "DT-1".into(),
                subject: "<b>{% include \"x\" %}</b>".into(),
                category: "Deposit".into(),
                link: "http://localhost/en/cases/DT-1".into(),
                promise: "24–48 hours".into(),
            },
            agent: Agent { name: "Lin".into(), number: "0417".into() },
            team: Team { name: String::new() },
            brand: "Dengta".into(),
            facts: BTreeMap::from([("tx_id".to_owned(), String::new())]),
        }
    }

    fn code(text: &str) -> &'static str {
        match read(text, &BTreeSet::from(["tx_id".to_owned()])) {
            Ok(_) => render(text, &BTreeMap::new(), &values()).err().map_or("", |fault| fault.code),
            Err(fault) => fault.code,
        }
    }

    #[test]
    fn texts_say_what_is_listed_and_nothing_else() {
        for good in [
            "{{ customer.name }}, {{ agent.number }}",
            "a {% if facts.tx_id %}{{ facts.tx_id }}{% elif not team.name %}b{% else %}c{% endif %}",
            "{{ facts.tx_id or 'none' }} {{ 'x' if brand == 'Dengta' else 'y' }}",
            "100 % {# a remark #} {curly} }} %}",
        ] {
            assert_eq!(code(good), "", "{good}");
        }
        for (bad, expected) in [
            ("{{ customer.name", "template-broken"),
            ("{% if brand %}", "template-broken"),
            ("{{ customer }}", "template-placeholder"),
            ("{{ customer.password }}", "template-placeholder"),
            ("{{ facts.seed_phrase }}", "template-placeholder"),
            ("{{ customer.name.__class__ }}", "template-refused"),
            ("{{ config() }}", "template-refused"),
            ("{{ brand|upper }}", "template-refused"),
            ("{{ 'a' * 100000000 }}", "template-refused"),
            ("{{ brand ~ brand }}", "template-refused"),
            ("{{ 1 }}", "template-refused"),
            ("{{ [brand] }}", "template-refused"),
            ("{{ customer['name'] }}", "template-refused"),
            ("{% for x in brand %}{% endfor %}", "template-refused"),
            ("{% set x = brand %}", "template-refused"),
            ("{% with x = brand %}{% endwith %}", "template-refused"),
            ("{% extends 'x' %}", "template-refused"),
            ("{% import 'x' as x %}", "template-refused"),
            ("{% include brand %}", "template-refused"),
            ("{% include ['a', 'b'] %}", "template-refused"),
            ("{% include 'x' ignore missing %}", "template-refused"),
            ("{% block x %}{% endblock %}", "template-refused"),
            ("{% macro x() %}{% endmacro %}", "template-broken"),
        ] {
            assert_eq!(code(bad), expected, "{bad}");
        }
        assert_eq!(code(&"(".repeat(10_000)), "");
        assert_eq!(code(&format!("{{{{ {}brand{} }}}}", "(".repeat(9_000), ")".repeat(9_000))), "template-broken");
    }

    #[test]
    fn a_customers_words_are_never_a_template() {
        let said = render("{{ customer.name }}|{{ ticket.subject }}", &BTreeMap::new(), &values()).unwrap();
        assert_eq!(said, "{{ agent.name }} {% if|<b>{% include \"x\" %}</b>");
    }

    #[test]
    fn what_grows_or_runs_without_end_is_stopped() {
        let ten = |title: &str| format!("{{% include '{title}' %}}").repeat(10);
        let laughs = |last: &str| {
            let mut included: BTreeMap<_, _> = (1..6).map(|n| (n.to_string(), ten(&(n + 1).to_string()))).collect();
            included.insert("6".into(), last.into());
            included
        };
        let code = |included| render(&ten("1"), &included, &values()).unwrap_err().code;
        assert_eq!(code(laughs("{{ facts.tx_id }}")), "template-long");
        assert_eq!(code(laughs(&"哈".repeat(10_000))), "template-large");
        let forever = BTreeMap::from([("1".to_owned(), ten("1"))]);
        assert!(render("{% include '1' %}", &forever, &values()).is_err());
    }

    #[test]
    fn empty_lines_of_conditions_are_tidied() {
        let text = "a\n\n{% if brand %}\n\nb  \n{% endif %}\n\n\nc\n";
        assert_eq!(render(text, &BTreeMap::new(), &values()).unwrap(), "a\n\nb\n\nc");
    }
}
