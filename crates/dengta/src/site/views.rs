//! What the customers' pages are given to show. Handlers fill these; templates put them into words.

use std::borrow::Cow;
use std::sync::Arc;

use askama::Template;
use askama::filters::Safe;
use guard::secrets::Kind;

use crate::language::{Language, Phrases, format_date, format_time, iso_time};
use crate::secrets::told;
use crate::settings::Settings;
use crate::settings::theme::ThemeLink;
use crate::site::head::Head;
use crate::site::help::views::{Category as HelpCategory, Fit};
use crate::site::secrets::{Gone, Told};
use crate::tickets::Category;

/// What every page needs.
pub struct Page {
    /// The language of the page.
    pub language: Language,
    /// What the desk decided: names of categories and fields, languages.
    pub settings: Arc<Settings>,
    /// The exchange's name, from the settings.
    pub brand: String,
    /// The page's path behind the language, such as `/ask/deposit`, to offer it in other languages.
    pub path: String,
    /// Who is signed in, as shown to them.
    pub signed_in: Option<String>,
    /// What has just been done, in words; said once.
    pub notice: Option<String>,
    /// The browser's draft that is now safely stored here and can be dropped: `ask-<category>`, `case-<reference>`.
    pub draft_done: Option<String>,
    /// Changes with style and script, so that browsers can keep them for ever.
    pub assets: String,
    /// What the page says to programs.
    pub head: Option<Head>,
}

impl Page {
    const fn phrases(&self) -> Phrases {
        Phrases(self.language)
    }

    /// The sentence `id`.
    pub(crate) fn t(&self, id: &str) -> Cow<'static, str> {
        self.phrases().t(id)
    }

    /// The sentence `prefix-key`.
    pub(crate) fn of(&self, prefix: &str, key: impl AsRef<str>) -> String {
        self.phrases().of(prefix, key.as_ref())
    }

    /// The sentence `prefix-key-kind`.
    pub(crate) fn of_kind(&self, prefix: &str, key: impl AsRef<str>, kind: &str) -> String {
        self.phrases().of(prefix, &format!("{}-{kind}", key.as_ref()))
    }

    /// What a category is called.
    pub(crate) fn category(&self, slug: impl AsRef<str>) -> String {
        self.settings.category_name(self.language, slug.as_ref())
    }

    /// The line that explains a category.
    pub(crate) fn category_hint(&self, slug: impl AsRef<str>) -> String {
        self.settings.category_hint(self.language, slug.as_ref())
    }

    /// What a field is called.
    pub(crate) fn field(&self, key: impl AsRef<str>) -> String {
        self.settings.field_name(self.language, key.as_ref())
    }

    /// Why a field is asked.
    pub(crate) fn field_why(&self, key: impl AsRef<str>) -> String {
        self.settings.field_why(self.language, key.as_ref())
    }

    /// An example for a field; empty when there is none.
    pub(crate) fn field_example(&self, key: impl AsRef<str>) -> String {
        self.settings.field_example(self.language, key.as_ref())
    }

    /// A choice of a field.
    pub(crate) fn choice(&self, field: impl AsRef<str>, choice: impl AsRef<str>) -> String {
        self.settings.choice_name(self.language, field.as_ref(), choice.as_ref())
    }

    /// The sentence `id` with a value.
    pub(crate) fn f(&self, id: &str, name: &str, value: impl crate::language::Argument) -> String {
        self.phrases().f(id, name, value)
    }

    /// The sentence `id` with two values.
    pub(crate) fn f2(
        &self,
        id: &str,
        name: &str,
        value: impl crate::language::Argument,
        other: &str,
        other_value: impl crate::language::Argument,
    ) -> String {
        self.phrases().f2(id, name, value, other, other_value)
    }

    /// The sentence `id` with three values.
    pub(crate) fn f3(
        &self,
        id: &str,
        (name, value): &(&str, impl crate::language::Argument),
        (other, other_value): &(&str, impl crate::language::Argument),
        (third, third_value): &(&str, impl crate::language::Argument),
    ) -> String {
        let values: [(&str, &dyn crate::language::Argument); 3] =
            [(*name, value), (*other, other_value), (*third, third_value)];
        crate::language::texts().format(self.language, id, &values)
    }

    /// The names of fields, listed.
    pub(crate) fn fields(&self, keys: &[String]) -> String {
        let names: Vec<String> = keys.iter().map(|key| self.field(key)).collect();
        let comma = match self.language {
            Language::ZhCn | Language::ZhTw | Language::Ja => "、",
            Language::En | Language::Ko => ", ",
        };
        names.join(comma)
    }

    /// A path in the page's language.
    pub(crate) fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.language)
    }

    /// What a link around the page is called.
    pub(crate) fn link<'l>(&self, link: &'l ThemeLink) -> &'l str {
        crate::settings::words::spoken(&link.labels, self.language).unwrap_or_default()
    }

    /// The kinds of secrets that a form warns of.
    pub(crate) const fn secret_kinds(&self) -> [Kind; 10] {
        Kind::ALL
    }

    /// What a kind of secret is called.
    pub(crate) fn secret(&self, kind: &Kind) -> String {
        told::name(self.language, *kind)
    }

    /// The languages of the site.
    pub(crate) fn languages(&self) -> Vec<Language> {
        self.settings.languages.offered.clone()
    }
}

/// A time, for people and for machines.
pub struct Moment {
    /// In the customer's zone with UTC beside it.
    pub text: String,
    /// RFC 3339.
    pub iso: String,
}

impl Moment {
    /// A time in the words of a language.
    #[must_use]
    pub fn new(language: Language, micros: i64, zone: Option<&jiff::tz::TimeZone>) -> Self {
        Self { text: format_time(language, micros, zone), iso: iso_time(micros) }
    }

    /// A day with its year.
    #[must_use]
    pub fn day(language: Language, micros: i64, zone: Option<&jiff::tz::TimeZone>) -> Self {
        Self { text: format_date(language, micros, zone), iso: iso_time(micros) }
    }
}

/// Something wrong with what was filled in.
pub struct FieldError {
    /// The field, which is also the id of its control.
    pub key: String,
    /// What is wrong, the field named.
    pub message: String,
}

/// Why nothing was done, when no field is to blame.
pub struct Problem {
    /// In a few words.
    pub title: String,
    /// What happened, what was kept, what to do next.
    pub detail: String,
}

/// What a field is filled in with.
pub enum Control {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// A mail address.
    Email,
    /// One of these.
    Choice(Vec<String>),
}

/// A field of a form.
pub struct Field {
    /// Its slug: name of the control and key of its texts.
    pub key: String,
    /// How it is filled in.
    pub control: Control,
    /// Whether the form is refused without it.
    pub required: bool,
    /// How many characters it may have.
    pub max: usize,
    /// What has been typed.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

impl Field {
    /// Long values take the whole width.
    fn is_wide(&self) -> bool {
        matches!(self.control, Control::Lines)
            || matches!(self.key.as_str(), "subject" | "tx_id" | "address" | "source_address" | "link")
    }

    const fn is_choice(&self) -> bool {
        matches!(self.control, Control::Choice(_))
    }

    fn rows(&self) -> u8 {
        if self.key == "body" { 7 } else { 2 }
    }

    /// How browsers and phone keyboards should treat the line. The keys are ours, so this needs no escaping.
    fn input_attributes(&self) -> &'static str {
        match (&self.control, self.key.as_str()) {
            (Control::Email, _) => r#"type="email" autocomplete="email""#,
            (_, "name") => r#"autocomplete="name""#,
            (_, "amount" | "price") => r#"inputmode="decimal" autocomplete="off""#,
            (_, "subject") => r#"autocomplete="off""#,
            _ => r#"autocomplete="off" autocapitalize="off" spellcheck="false""#,
        }
    }
}

/// Where a case stands for its customer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum CaseState {
    /// Open, and the agents' turn.
    Agent,
    /// Open, and the customer's turn.
    Customer,
    /// Closed.
    Closed,
}

impl CaseState {
    const fn key(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Customer => "customer",
            Self::Closed => "closed",
        }
    }

    const fn tone(self) -> &'static str {
        match self {
            Self::Agent => "accent",
            Self::Customer => "beam",
            Self::Closed => "",
        }
    }

    const fn is_customer(self) -> bool {
        matches!(self, Self::Customer)
    }

    const fn is_closed(self) -> bool {
        matches!(self, Self::Closed)
    }
}

/// A case in a list.
pub struct CaseRow {
    /// Public reference.
    pub reference: String,
    /// Its subject.
    pub subject: String,
    /// Its category.
    pub category: String,
    /// Where it stands.
    pub state: CaseState,
    /// Last change.
    pub updated: Moment,
}

/// `/{lang}/`
#[derive(Template)]
#[template(path = "front.html")]
pub struct Front {
    /// Around the page.
    pub p: Page,
    /// The categories on the cards, six of them.
    pub common: Vec<String>,
    /// The help center's own categories.
    pub help: Vec<HelpCategory>,
    /// Whether somebody is there, if hours are set.
    pub presence: Option<Presence>,
    /// Ways to reach us, from the settings.
    pub ways: Vec<Way>,
}

/// Whether somebody is there.
pub struct Presence {
    /// Now.
    pub here: bool,
    /// Until when, or from when on, in words.
    pub line: String,
}

/// A way to reach us.
pub struct Way {
    /// Key of its texts: `form`, `email`, `phone`, `chat`, `social`, `forum`.
    pub channel: String,
    /// The form's page, `mailto:`, `tel:` or a link.
    pub href: String,
    /// The address or the number, to read.
    pub address: Option<String>,
    /// Whether somebody is there now.
    pub open: bool,
    /// When somebody is there (`ways-hours`, `ways-always`).
    pub hours: String,
    /// The promise in words ([`crate::language::format_minutes`]).
    pub answer: String,
    /// In which languages.
    pub languages: Vec<Language>,
    /// Whether one must be signed in.
    pub sign_in: bool,
    /// Whether it costs what a local call costs; else nothing.
    pub local_call: bool,
}

/// `/{lang}/ask`
#[derive(Template)]
#[template(path = "ask.html")]
pub struct Ask {
    /// Around the page.
    pub p: Page,
    /// All categories.
    pub groups: Vec<Group>,
    /// What was asked before, for the form: empty, or `?q=…`.
    pub asked: String,
}

/// Categories that belong together.
pub struct Group {
    /// Key of its title: money, trading, account, general.
    pub key: &'static str,
    /// Slugs.
    pub categories: Vec<String>,
}

impl Group {
    /// The categories that are offered, in their order.
    #[must_use]
    pub fn offered(settings: &Settings) -> Vec<Self> {
        let of = |key: &'static str| {
            let theirs = settings.offered().filter(|asked| Group::of(asked.category) == key);
            Self { key, categories: theirs.map(|asked| asked.category.slug().to_owned()).collect() }
        };
        let groups = ["money", "account", "trading", "general"].map(of);
        groups.into_iter().filter(|group| !group.categories.is_empty()).collect()
    }

    /// Where a category stands.
    const fn of(category: Category) -> &'static str {
        use Category::*;
        match category {
            Deposit | Withdrawal | Fiat | Tag | Missent => "money",
            Recovery | Verification | Security | Phishing => "account",
            Trade | Derivatives | Api => "trading",
            Question | Other | Own(_) => "general",
        }
    }
}

/// `/{lang}/ask/{category}`. A submit button named `join` carries a reference, or `new`, once `existing` was shown.
#[derive(Template)]
#[template(path = "ask_form.html")]
pub struct AskForm {
    /// Around the page.
    pub p: Page,
    /// Slug.
    pub category: String,
    /// Makes sending it twice the same as once.
    pub idempotency_key: String,
    /// Whether nobody has sent it yet: what the browser kept of it is then newer.
    pub fresh: bool,
    /// Passages of articles that may answer already.
    pub fits: Vec<Fit>,
    /// Why it could not be taken, when no field is to blame.
    pub problem: Option<Problem>,
    /// What is wrong, in the order of the fields.
    pub errors: Vec<FieldError>,
    /// Open cases of this customer and category. Only for who is signed in or has proved the address.
    pub existing: Vec<CaseRow>,
    /// The category's own fields.
    pub fields: Vec<Field>,
    /// Subject.
    pub subject: Field,
    /// Body.
    pub body: Field,
    /// Files.
    pub files: FilesField,
    /// Fields that every category has.
    pub common: Vec<Field>,
    /// Whether the common fields are unfolded: one is filled in or wrong.
    pub common_open: bool,
    /// Name and e-mail; not shown to who is signed in.
    pub contact: Vec<Field>,
    /// Usual answer in words.
    pub promise: String,
}

/// `/{lang}/receipt`
#[derive(Template)]
#[template(path = "receipt.html")]
pub struct Receipt {
    /// Around the page; `draft_done` is `ask-<category>`.
    pub p: Page,
    /// The reference without its check character.
    pub reference_body: String,
    /// The check character.
    pub reference_check: String,
    /// Whether it joined a case that was there before.
    pub joined: bool,
    /// Masked address that the link went to, if it has yet to be proved.
    pub link_sent_to: Option<String>,
    /// The case's page, if this browser may open it.
    pub case_href: Option<String>,
    /// Secrets that were taken out, and what to do now.
    pub gone: Vec<Gone>,
    /// Whether something waits for the customer's decision, on the case's page.
    pub undecided: bool,
    /// Usual answer in words.
    pub promise: String,
    /// Whether somebody is there, in words, if hours are set.
    pub hours: Option<String>,
    /// What acknowledges it.
    pub entry: ReceiptEntry,
}

/// Number and hash of what was written.
pub struct ReceiptEntry {
    /// On the timeline.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// All of it, in hex.
    pub hash: String,
}

/// `/{lang}/open/{token}`
#[derive(Template)]
#[template(path = "link.html")]
pub struct LinkPage {
    /// Around the page.
    pub p: Page,
    /// Whether it can be used.
    pub link: Link,
}

/// Whether a link can be used.
pub enum Link {
    /// It can: a button, for mail scanners follow links.
    Ready {
        /// Where to POST.
        action: String,
    },
    /// It cannot.
    Refused {
        /// `link-expired`, `link-used` or `link-invalid`.
        code: &'static str,
        /// To ask for another.
        email: EmailField,
    },
}

/// An address to mail a link to.
#[derive(Default)]
pub struct EmailField {
    /// What has been typed.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// `/{lang}/cases`
#[derive(Template)]
#[template(path = "cases.html")]
pub struct CasesPage {
    /// Around the page.
    pub p: Page,
    /// What there is to show.
    pub cases: Cases,
}

/// A customer's own words against phishing.
#[derive(Default)]
pub struct PhraseField {
    /// What they are, or what was typed.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// Whether there are some, which can be removed.
    pub set: bool,
}

/// What `/{lang}/cases` shows.
pub enum Cases {
    /// To a customer who is known.
    List {
        /// Who.
        who: String,
        /// Latest change first.
        cases: Vec<CaseRow>,
        /// Their own words against phishing.
        phrase: PhraseField,
    },
    /// To anybody else.
    Ask {
        /// Whom to mail.
        email: EmailField,
    },
    /// After asking: always the same.
    Sent {
        /// As typed.
        email: String,
    },
}

/// `/{lang}/cases/{reference}`
#[derive(Template)]
#[template(path = "case.html")]
pub struct CasePage {
    /// Around the page.
    pub p: Page,
    /// Public reference.
    pub reference: String,
    /// Subject.
    pub subject: String,
    /// Category slug.
    pub category: String,
    /// Where it stands.
    pub state: CaseState,
    /// Why the last action could not be done.
    pub problem: Option<Problem>,
    /// Their own words against phishing, if set.
    pub phrase: Option<String>,
    /// Who has it.
    pub agent: Option<Agent>,
    /// What happens next and by when.
    pub next: Next,
    /// Keys of fields that would help and are missing.
    pub missing: Vec<String>,
    /// Everything the customer may see, oldest first.
    pub timeline: Vec<Line>,
    /// The reply being written.
    pub reply: Reply,
    /// Makes sending the reply twice the same as once.
    pub idempotency_key: String,
    /// Chasing.
    pub chase: Chase,
    /// The score, once given.
    pub rated: Option<u8>,
    /// How long the rating's comment may be.
    pub comment_max: usize,
    /// When it was sent.
    pub opened: Moment,
    /// The policies that were in force then.
    pub policies: Vec<Policy>,
    /// What the customer filled in.
    pub facts: Vec<Fact>,
    /// The record.
    pub record: Record,
}

/// A policy, as it was in force.
pub struct Policy {
    /// The version's page.
    pub href: String,
    /// What it was called.
    pub title: String,
    /// The language of both.
    pub language: Language,
}

/// An agent, as customers see one.
pub struct Agent {
    /// Name.
    pub name: String,
    /// Number, such as 0417.
    pub number: String,
}

/// What happens next.
pub enum Next {
    /// An agent answers.
    Agent {
        /// By then, if that was promised.
        by: Option<Moment>,
    },
    /// An agent should have answered.
    Late {
        /// By then.
        by: Moment,
    },
    /// The customer answers.
    Customer,
    /// Nothing.
    Closed {
        /// Since then.
        at: Moment,
    },
}

impl Next {
    const fn is_late(&self) -> bool {
        matches!(self, Self::Late { .. })
    }
}

/// A line of the conversation.
pub enum Line {
    /// Somebody said something.
    Message(Box<Message>),
    /// Something happened.
    Event {
        /// In words (`case-event-…`).
        text: String,
        /// When.
        at: Moment,
    },
}

/// A message.
pub struct Message {
    /// Entry's number, after the reference of another case that it comes from.
    pub anchor: String,
    /// Whether the customer wrote it.
    pub own: bool,
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub at: Moment,
    /// What.
    pub body: Body,
    /// What was taken out of it.
    pub taken: Option<Told>,
    /// What came with it.
    pub files: Vec<ShownFile>,
    /// What in it passes for ours.
    pub imitations: Vec<Imitated>,
    /// By which anybody can ask whether a message of ours is ours.
    pub code: Option<String>,
}

/// What passes for ours, in words.
pub struct Imitated {
    /// As it was written.
    pub text: String,
    /// Why it is an imitation.
    pub why: String,
}

/// What somebody said.
pub enum Body {
    /// As it was typed.
    Plain(String),
    /// Markdown of our own, as HTML.
    Html(Safe<String>),
}

impl Body {
    /// Nothing, as in a message of files only.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Plain(text) | Self::Html(Safe(text)) => text.is_empty(),
        }
    }
}

/// A file of a message.
pub struct ShownFile {
    /// Cleaned.
    pub name: String,
    /// In words.
    pub size: String,
    /// Where it is.
    pub href: String,
    /// Where a small picture of it is.
    pub thumbnail: Option<String>,
    /// Whether it plays on the page.
    pub video: bool,
}

/// The field in which files are chosen.
pub struct FilesField {
    /// What the browser's picker offers.
    pub accept: String,
    /// How many.
    pub count: usize,
    /// How large each.
    pub megabytes: u32,
    /// Those that are here already, from a form that could not be sent yet.
    pub kept: Vec<KeptFile>,
    /// What is wrong.
    pub error: Option<String>,
}

/// A file that waits for its form.
#[derive(Clone, Debug)]
pub struct KeptFile {
    /// Its id.
    pub id: String,
    /// Cleaned.
    pub name: String,
    /// In words.
    pub size: String,
}

/// Who wrote a message.
pub enum Author {
    /// The customer who reads.
    Own,
    /// An agent.
    Agent(Agent),
    /// The desk itself, or an integration.
    System,
}

/// A reply being written.
pub struct Reply {
    /// What has been typed.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// How long it may be.
    pub max: usize,
    /// Files.
    pub files: FilesField,
}

/// Chasing.
pub struct Chase {
    /// From when it is possible; `None` is now.
    pub from: Option<Moment>,
    /// How often it was done.
    pub count: i64,
}

/// A fact that the customer gave.
pub struct Fact {
    /// Field.
    pub key: String,
    /// Value; a choice in words.
    pub value: String,
}

/// The record of a case.
pub struct Record {
    /// Entries.
    pub count: i64,
    /// Hash of the last one, in hex.
    pub head: String,
}

/// A notice or an error: what happened, and the way on.
#[derive(Template)]
#[template(path = "message.html")]
pub struct MessagePage {
    /// Around the page.
    pub p: Page,
    /// HTTP status, if it is an error.
    pub status: Option<u16>,
    /// In a few words.
    pub title: String,
    /// In full.
    pub paragraphs: Vec<String>,
    /// To quote to support.
    pub request_id: Option<String>,
    /// Whether searching and asking are offered: nothing is at this address.
    pub search: bool,
    /// The way on.
    pub back: Anchor,
}

/// A link with its words.
pub struct Anchor {
    /// Where to.
    pub href: String,
    /// In words.
    pub label: String,
}

/// The demo's mailbox.
#[derive(Template)]
#[template(path = "demo_mail.html")]
pub struct DemoMail {
    /// Around the page.
    pub p: Page,
    /// All mails, newest first, if none is open.
    pub mails: Vec<MailRow>,
    /// The mail that is open.
    pub open: Option<OpenMail>,
}

/// A mail in the list.
pub struct MailRow {
    /// Behind `/_demo/mail/`.
    pub id: String,
    /// Recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// When.
    pub at: Moment,
}

/// A mail.
pub struct OpenMail {
    /// Sender.
    pub from: String,
    /// Recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// HTML part.
    pub html: String,
    /// Text part.
    pub text: String,
}

impl OpenMail {
    /// The HTML as a document whose links open in the whole window, as they would from a mail program.
    fn document(&self) -> String {
        self.html.replacen("<head>", "<head><base target=\"_top\">", 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::texts;
    use crate::tickets::Category;
    use crate::tickets::categories::{COMMON, Input};

    /// Ids put together from data escape the search for missing sentences, so they are tried one by one.
    #[test]
    fn categories_and_their_fields_have_their_texts() {
        let has = |id: String| assert!(texts().has(Language::En, &id.replace('_', "-")), "{id}");
        for category in Category::ALL {
            has(format!("category-{}", category.slug()));
            has(format!("category-{}-hint", category.slug()));
            for field in category.own_fields().iter().chain(COMMON) {
                for part in ["", "-why", "-example"] {
                    has(format!("field-{}{part}", field.key));
                }
                if let Input::Choice(choices) = field.input {
                    choices.iter().for_each(|choice| has(format!("choice-{}-{choice}", field.key)));
                }
            }
        }
    }
}
