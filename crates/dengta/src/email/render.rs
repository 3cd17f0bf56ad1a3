//! Letters in words: each is a subject, paragraphs and one button, in the language of whoever reads it.
//!
//! [`Facts`] are read in the transaction that claims the outbox row; [`letter`] writes them down outside
//! of it. The sentences are the texts `mail-KIND-…` of `mail.ftl`. A receipt's facts hold nothing that a
//! customer typed, so that its letter cannot either; to an address that proved nothing it does not even tell what was
//! taken out of the message, as strangers could choose what it says.

use askama::Template;
use askama::filters::Safe;
use guard::secrets::Kind as SecretKind;
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::clock::{Micros, SECOND};
use crate::config::Config;
use crate::email::message::OneLine;
use crate::email::{Failure, Letter};
use crate::files::attach::attached;
use crate::language::{Argument, Language, Phrases, format_duration, format_time, texts};
use crate::markdown;
use crate::outbox::{Due, Notice, Recipient};
use crate::people::links::Purpose;
use crate::people::{Actor, Role, customers, names, phrase};
use crate::secrets::taken::Taken;
use crate::secrets::told;
use crate::settings::Settings;
use crate::tickets::{Category, Event, Kind, Reference, Ticket, codes, queries, timeline};

/// What a letter tells, read from the store.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The reader's language.
    language: Language,
    /// The reader's address.
    to: String,
    /// What happened.
    news: News,
    /// The reference of the ticket that it is about.
    reference: Option<Reference>,
    /// The outbox row of the ticket's receipt.
    thread: Option<Uuid>,
    /// The customer's own words against phishing; never to an address that has proved nothing.
    phrase: Option<String>,
}

/// What happened, with what its sentences need.
#[derive(Clone, Debug)]
enum News {
    /// To an address that has proved nothing.
    Claimed,
    /// To an address that is known to be the customer's; the category of the ticket, and which secrets were taken out of what
    /// was sent.
    Received(Category, Vec<SecretKind>),
    /// An answer, and who wrote it: name and number of an agent.
    Answer {
        text: String,
        /// What came with it, by name: the files themselves stand on the case page.
        files: Vec<String>,
        author: Option<(String, String)>,
        /// By which anybody can ask whether it is ours.
        code: Option<String>,
    },
    Closed,
    CaseLink,
    Invitation(Role),
    SecondFactorReset,
    AccountEnded,
    PasskeyAdded,
    PasskeyRemoved,
    /// A customer chased so often, an answer was due then, and the ticket is this agent's.
    Overdue {
        chased: i64,
        due: Option<Micros>,
        assignee: Option<String>,
    },
}

/// Where the button of a letter leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// By a single-use link to the customer's case or cases.
    Case(Language),
    /// By a single-use link to where an agent sets password and second factor.
    Invitation,
    /// To the ticket in the workspace.
    Ticket,
    /// To the workspace.
    Desk,
}

impl Facts {
    /// Where the button leads.
    #[must_use]
    pub const fn door(&self) -> Door {
        match self.news {
            News::Claimed | News::Received(..) | News::Answer { .. } | News::Closed | News::CaseLink => {
                Door::Case(self.language)
            }
            News::Invitation(_) | News::SecondFactorReset => Door::Invitation,
            News::Overdue { .. } => Door::Ticket,
            News::AccountEnded | News::PasskeyAdded | News::PasskeyRemoved => Door::Desk,
        }
    }

    /// Reads what the letter of an outbox row needs; `None` when there is nobody to write to, or nothing
    /// to write about.
    pub fn read(tx: &mut Tx<'_>, due: &Due) -> Result<Option<Facts>, Error> {
        match due.to {
            Recipient::Customer(customer) => Facts::for_customer(tx, due, customer),
            Recipient::Agent(agent) => Facts::for_agent(tx, due, agent),
        }
    }

    fn for_customer(tx: &mut Tx<'_>, due: &Due, customer: Uuid) -> Result<Option<Facts>, Error> {
        let Some(customer) = customers::find(tx, customer)? else { return Ok(None) };
        let Some(to) = customer.email else { return Ok(None) };
        let ticket = due.ticket.map(|id| queries::find(tx, id)).transpose()?.flatten();
        let news = match (due.notice, &ticket) {
            (Notice::CaseLink, _) => Some(News::CaseLink),
            (Notice::Receipt, Some(_)) if customer.proved_at.is_none() => Some(News::Claimed),
            (Notice::Receipt, Some(ticket)) => Some(News::Received(ticket.category, taken(tx, ticket.id, due.entry)?)),
            (Notice::Closed, Some(_)) => Some(News::Closed),
            (Notice::Transcript, Some(ticket)) => conversation(tx, ticket)?,
            (Notice::Missed, Some(ticket)) => missed(tx, ticket.id, due.entry)?,
            (Notice::Answer, Some(ticket)) => answer(tx, ticket.id, due.entry)?,
            _ => None,
        };
        let Some(news) = news else { return Ok(None) };
        let thread = ticket.as_ref().map(|ticket| receipt_of(tx, ticket.id)).transpose()?.flatten();
        let language = ticket.as_ref().map_or(customer.language, |ticket| ticket.language);
        let phrase = if customer.proved_at.is_some() { phrase::of(tx, customer.id)? } else { None };
        Ok(Some(Facts { language, to, news, reference: ticket.map(|ticket| ticket.reference), thread, phrase }))
    }

    fn for_agent(tx: &mut Tx<'_>, due: &Due, agent: Uuid) -> Result<Option<Facts>, Error> {
        const FIND: &str = "SELECT email, language, role, state FROM agent WHERE id = $1";
        let found = tx.first(FIND, params![agent], |row| {
            let (language, role) = (Language::parse(&row.get::<String>(1)?), Role::parse(&row.get::<String>(2)?));
            Ok((row.get::<String>(0)?, language.unwrap_or(Language::En), role, row.get::<String>(3)?))
        })?;
        let Some((to, language, Some(role), state)) = found else { return Ok(None) };
        let (news, reference) = match (due.notice, due.ticket) {
            (Notice::Invitation, _) if state == "invited" => (News::Invitation(role), None),
            (Notice::AccountChanged, _) if state == "off" => (News::AccountEnded, None),
            (Notice::AccountChanged, _) => (News::SecondFactorReset, None),
            (Notice::PasskeyAdded, _) => (News::PasskeyAdded, None),
            (Notice::PasskeyRemoved, _) => (News::PasskeyRemoved, None),
            (Notice::Overdue, Some(ticket)) if state == "active" => {
                let Some(ticket) = queries::find(tx, ticket)? else { return Ok(None) };
                let assignee = ticket.assignee.map(|agent| name_of(tx, Actor::Agent(agent))).transpose()?.flatten();
                let assignee = assignee.map(|(name, _)| name);
                (News::Overdue { chased: ticket.chased, due: ticket.due_at, assignee }, Some(ticket.reference))
            }
            _ => return Ok(None),
        };
        Ok(Some(Facts { language, to, news, reference, thread: None, phrase: None }))
    }
}

/// A mail is written when its answer has rested.
const RESTED: timeline::Reader = timeline::Reader::Customer { now: Micros::MAX };

/// Which secrets were taken out of an entry.
fn taken(tx: &mut Tx<'_>, ticket: Uuid, number: i64) -> Result<Vec<SecretKind>, Error> {
    let entry = timeline::read(tx, ticket, RESTED, number - 1, 1)?.pop().filter(|entry| entry.number == number);
    Ok(entry.map(|entry| Taken::of(&entry.event.details).gone).unwrap_or_default())
}

/// The text of an entry and who wrote it; `None` when it was erased or taken back meanwhile.
fn answer(tx: &mut Tx<'_>, ticket: Uuid, number: i64) -> Result<Option<News>, Error> {
    let entry = timeline::read(tx, ticket, RESTED, number - 1, 1)?.pop();
    let Some(entry) = entry.filter(|entry| entry.number == number && !entry.erased) else { return Ok(None) };
    let Event { text, details, actor, .. } = entry.event;
    let files = attached(&details).into_iter().map(|file| file.name).collect();
    let code = codes::of_ticket(tx, ticket)?.remove(&number);
    Ok(Some(News::Answer { text, files, author: name_of(tx, actor)?, code }))
}

/// Messages of a letter about what was missed.
const MISSED: i64 = 50;

/// What we said since entry `from`, as one answer of who said the last of it; `None` when nothing of it is left.
fn missed(tx: &mut Tx<'_>, ticket: Uuid, from: i64) -> Result<Option<News>, Error> {
    let ours = |entry: &timeline::Entry| entry.event.is_ours() && !entry.erased;
    let entries: Vec<_> = timeline::read(tx, ticket, RESTED, from - 1, MISSED)?.into_iter().filter(ours).collect();
    let Some(last) = entries.last() else { return Ok(None) };
    let files = entries.iter().flat_map(|entry| attached(&entry.event.details)).map(|file| file.name).collect();
    let code = codes::of_ticket(tx, ticket)?.remove(&last.number);
    let texts: Vec<String> = entries.iter().map(|entry| entry.event.text_with_sources()).collect();
    Ok(Some(News::Answer { text: texts.join("\n\n"), files, author: name_of(tx, last.event.actor)?, code }))
}

/// All that was said, as one answer.
fn conversation(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<Option<News>, Error> {
    const MOST: i64 = 500;
    let entries = timeline::read(tx, ticket.id, RESTED, 0, MOST)?;
    let mut said = Vec::new();
    for entry in entries.iter().filter(|entry| entry.event.kind == Kind::Message && !entry.erased) {
        let time = format_time(ticket.language, entry.event.at, None);
        let who = names::of(tx, &[entry.event.actor])?.remove(&entry.event.actor).and_then(|(name, _)| name);
        let who = who.map(|name| format!(" · {name}")).unwrap_or_default();
        said.push(format!("{time}{who}\n\n{}", entry.event.text_with_sources()));
    }
    let files = entries.iter().flat_map(|entry| attached(&entry.event.details)).map(|file| file.name).collect();
    let text = said.join("\n\n---\n\n");
    Ok((!said.is_empty()).then_some(News::Answer { text, files, author: None, code: None }))
}

/// The name and number of an agent; nobody else has both.
fn name_of(tx: &mut Tx<'_>, actor: Actor) -> Result<Option<(String, String)>, Error> {
    let (name, number) = names::of(tx, &[actor])?.remove(&actor).unwrap_or_default();
    Ok(name.zip(number))
}

fn receipt_of(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Option<Uuid>, Error> {
    const RECEIPT: &str = "SELECT id FROM outbox WHERE ticket_id = $1 AND kind = 'receipt' ORDER BY id LIMIT 1";
    tx.first(RECEIPT, params![ticket], |row| row.get(0))
}

/// Writes the letter whose button leads to `href`.
///
/// # Errors
/// When the stored address is none that mail can be sent to.
pub fn letter(config: &Config, settings: &Settings, facts: &Facts, row: Uuid, href: &str) -> Result<Letter, Failure> {
    let never = |what: &str| Failure::Never(what.to_owned());
    let to = facts.to.parse().map_err(|_| never("the address is none"))?;
    let (language, thread, human) = (facts.language, facts.thread, matches!(facts.news, News::Answer { .. }));
    let page = Page::new(config, settings, facts, href);
    let html = page.render().map_err(|_| never("the letter could not be written"))?;
    let text = page.text().map_err(|_| never("the letter could not be written"))?;
    let brand = OneLine::new(config.brand(language.tag()));
    Ok(Letter { id: row, brand, to, subject: OneLine::new(&page.subject), text, html, thread, human })
}

/// The HTML part.
#[derive(Template)]
#[template(path = "mail.html")]
struct Page {
    language: Language,
    t: Phrases,
    brand: String,
    subject: String,
    preheader: String,
    before: Vec<String>,
    quote: Option<Safe<String>>,
    after: Vec<String>,
    button: Button,
    reference: Option<String>,
    /// The sentence with its code, and with where to check that.
    code: Option<String>,
    /// The sentence with the customer's own words.
    phrase: Option<String>,
    /// What is quoted, in plain words.
    quoted: Option<String>,
}

struct Button {
    label: String,
    href: String,
}

/// The text part.
#[derive(Template)]
#[template(path = "mail.txt")]
struct PageText<'a> {
    t: Phrases,
    brand: &'a str,
    before: &'a [String],
    quote: Option<String>,
    after: &'a [String],
    button: &'a Button,
    reference: Option<&'a str>,
    code: Option<&'a str>,
    phrase: Option<&'a str>,
}

/// Values to stand in the sentences.
type Values<'a> = &'a [(&'a str, &'a dyn Argument)];

impl Page {
    fn new(config: &Config, settings: &Settings, facts: &Facts, href: &str) -> Page {
        let language = facts.language;
        let brand = config.brand(language.tag()).to_owned();
        let reference = facts.reference.as_ref().map(ToString::to_string);
        let about = reference.clone().unwrap_or_default();
        let write = |kind, paragraphs, values: Values<'_>| {
            let common: [(&str, &dyn Argument); 2] = [("brand", &brand), ("reference", &about)];
            let values: Vec<_> = common.into_iter().chain(values.iter().copied()).collect();
            Page::of(language, brand.clone(), kind, paragraphs, &values, href.to_owned())
        };
        let lives = |purpose: Purpose| format_duration(language, purpose.lifetime() / SECOND);
        let page = match &facts.news {
            News::Claimed => write("receipt", 3, &[("duration", &lives(Purpose::Prove))]),
            News::Received(category, taken) => {
                let range = settings.promise(*category).words(language);
                write("received", 2, &[("range", &range)]).warning(taken)
            }
            News::Answer { text, files, author: Some((name, number)), code } => {
                write("answer", 2, &[("name", name), ("number", number)])
                    .quoting(text, files, config)
                    .coded(code, config)
            }
            News::Answer { text, files, author: None, code } => {
                write("answer-by-desk", 2, &[]).quoting(text, files, config).coded(code, config)
            }
            News::Closed => write("closed", 2, &[]),
            News::CaseLink => write("link", 2, &[("duration", &lives(Purpose::Prove))]),
            News::Invitation(role) => {
                let role = texts().get(language, &format!("role-{}", role.name()));
                let inviter = texts().get(language, "mail-administrator");
                write("invitation", 2, &[("inviter", &inviter), ("role", &role), ("duration", &lives(Purpose::Invite))])
            }
            News::SecondFactorReset => {
                let admin = texts().get(language, "mail-administrator");
                write("totp-reset", 2, &[("admin", &admin), ("duration", &lives(Purpose::Invite))])
            }
            News::AccountEnded => write("ended", 2, &[]),
            News::PasskeyAdded => write("passkey-added", 2, &[]),
            News::PasskeyRemoved => write("passkey-removed", 2, &[]),
            News::Overdue { chased, due, assignee } => {
                let time = due.map(|due| format_time(language, due, None)).unwrap_or_default();
                let nobody = texts().get(language, "mail-late-nobody");
                let assignee = assignee.as_ref().unwrap_or(&nobody);
                write("late", 2, &[("count", chased), ("time", &time), ("assignee", assignee)])
            }
        };
        let said = |phrase: &String| texts().format(language, "phrase-yours", &[("phrase", phrase)]);
        Page { reference, phrase: facts.phrase.as_ref().map(said), ..page }
    }

    /// A mail whose texts are `mail-<kind>-subject`, `-preheader`, `-1` and so on, and `-button`.
    fn of(language: Language, brand: String, kind: &str, paragraphs: u8, values: Values<'_>, href: String) -> Page {
        let say = |part: &dyn std::fmt::Display| texts().format(language, &format!("mail-{kind}-{part}"), values);
        Page {
            language,
            t: Phrases(language),
            brand,
            subject: say(&"subject"),
            preheader: say(&"preheader"),
            before: (1..=paragraphs).map(|number| say(&number)).collect(),
            quote: None,
            after: Vec::new(),
            button: Button { label: say(&"button"), href },
            reference: None,
            code: None,
            phrase: None,
            quoted: None,
        }
    }

    /// With what was taken out of the message, and what to do now.
    fn warning(mut self, taken: &[SecretKind]) -> Page {
        if taken.is_empty() {
            return self;
        }
        let names: Vec<String> = taken.iter().map(|kind| told::name(self.language, *kind)).collect();
        let kinds = names.join(&texts().get(self.language, "secret-and"));
        self.before.push(texts().format(self.language, "mail-secrets", &[("kinds", &kinds)]));
        self.before.extend(taken.iter().map(|kind| told::advice(self.language, *kind)));
        self
    }

    /// With Markdown and the names of its files between the first paragraph and the rest.
    fn quoting(mut self, text: &str, files: &[String], config: &Config) -> Page {
        self.after = self.before.split_off(1);
        let text = &told::told(self.language, text);
        let files: Vec<String> = files.iter().map(|name| format!("[{}]", told::told(self.language, name))).collect();
        let mut html = markdown::letter(text, &format!("{}/", config.public_url));
        if !files.is_empty() {
            html += "<p>";
            markdown::escape(&files.join("\n"), &mut html);
            html = html.replace('\n', "<br>") + "</p>";
        }
        self.quote = Some(Safe(html));
        let said = [markdown::text(text), files.join("\n")];
        self.quoted = Some(said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n"));
        self
    }

    fn coded(mut self, code: &Option<String>, config: &Config) -> Page {
        let page = format!("{}/{}/official", config.public_url, self.language);
        let said = |code: &String| texts().format(self.language, "mail-code", &[("code", code), ("page", &page)]);
        self.code = code.as_ref().map(said);
        self
    }

    fn text(&self) -> Result<String, askama::Error> {
        let quote = self
            .quoted
            .as_ref()
            .map(|body| body.lines().map(|line| format!("> {line}").trim_end().to_owned() + "\n").collect());
        PageText {
            t: self.t,
            brand: &self.brand,
            before: &self.before,
            quote,
            after: &self.after,
            button: &self.button,
            reference: self.reference.as_deref(),
            code: self.code.as_deref(),
            phrase: self.phrase.as_deref(),
        }
        .render()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(language: Language, news: News) -> Facts {
        let reference = Some(Reference::parse("K7Q29M4XTB3W").unwrap_or(Reference::stored("K7Q29M4XTB3WH".into())));
        Facts {
            language,
            to: "wang@example.com".into(),
            news,
            reference,
            thread: None,
            phrase: Some("blue teapot".into()),
        }
    }

    fn written(language: Language, news: News) -> Letter {
        let href = "https://desk.example.org/x/open/TOKEN";
        let config = Config { public_url: "https://desk.example.org".into(), ..Config::default() };
        letter(&config, &Settings::undecided(&config), &facts(language, news), Uuid::from_u128(1), href).unwrap()
    }

    fn everything() -> Vec<News> {
        let author = Some(("林晓".to_owned(), "0417".to_owned()));
        vec![
            News::Claimed,
            News::Received(Category::Deposit, Vec::new()),
            News::Received(Category::Deposit, vec![SecretKind::SeedPhrase, SecretKind::Password]),
            News::Answer {
                text: "已到账".into(), files: vec!["a.png".into()], author, code: Some("7KQM-29XT".into())
            },
            News::Answer { text: "已到账".into(), files: vec!["a.png".into()], author: None, code: None },
            News::Closed,
            News::CaseLink,
            News::Invitation(Role::Lead),
            News::SecondFactorReset,
            News::AccountEnded,
            News::PasskeyAdded,
            News::PasskeyRemoved,
            News::Overdue { chased: 2, due: Some(1_795_150_920_000_000), assignee: None },
        ]
    }

    #[test]
    fn every_letter_in_every_language_is_whole() {
        for language in Language::ALL {
            for news in everything() {
                let letter = written(language, news.clone());
                for part in [letter.subject.as_str(), &letter.text, &letter.html] {
                    assert!(!part.contains("mail-") && !part.contains('$'), "{news:?} in {language}: {part}");
                }
                assert!(letter.html.contains(&format!("lang=\"{language}\"")));
                for part in [&letter.text, &letter.html] {
                    assert!(part.contains("blue teapot"), "{part}");
                    assert!(part.contains("https://desk.example.org/x/open/TOKEN"));
                }
            }
        }
    }

    #[test]
    fn an_answer_says_whose_it_is_and_is_drawn() {
        let text = "<b>1</b> & **2**\n- https://example.com/a\n- [案件](https://desk.example.org/zh-CN/cases)";
        let author = Some(("林晓".to_owned(), "0417".to_owned()));
        let files = vec!["a_**b**.png".to_owned(), "c.pdf".to_owned()];
        let letter =
            written(Language::ZhCn, News::Answer { text: text.into(), files, author, code: Some("7KQM-29XT".into()) });
        assert!(letter.human);
        for part in [&letter.text, &letter.html] {
            assert!(part.contains("林晓") && part.contains("0417") && part.contains("7KQM-29XT"), "{part}");
        }
        let quoted = "> <b>1</b> & 2\n>\n> - https://example.com/a\n> - 案件 (https://desk.example.org/zh-CN/cases)\n>\n\
            > [a_**b**.png]\n> [c.pdf]\n";
        assert!(letter.text.contains(quoted), "{}", letter.text);
        let rel = "rel=\"nofollow noopener noreferrer\"";
        for drawn in [
            "<p>&lt;b&gt;1&lt;/b&gt; &amp; <strong>2</strong></p>".to_owned(),
            "<li>https://example.com/a</li>".to_owned(),
            format!("<li><a href=\"https://desk.example.org/zh-CN/cases\" {rel}>案件</a></li>"),
            "<p>[a_**b**.png]<br>[c.pdf]</p>".to_owned(),
        ] {
            assert!(letter.html.contains(&drawn), "{drawn} in {}", letter.html);
        }
    }

    #[test]
    fn what_was_taken_out_is_told_in_words() {
        let taken = vec![SecretKind::SeedPhrase, SecretKind::Password];
        let letter = written(Language::En, News::Received(Category::Deposit, taken));
        for part in [&letter.text, &letter.html] {
            let kinds = "recovery phrase (seed phrase), password.";
            assert!(
                part.contains(kinds) && part.contains("Move the funds") && part.contains("Change this password"),
                "{part}"
            );
        }
        let (text, files) = ("you wrote ⟦seed_phrase⟧".to_owned(), vec!["⟦private_key⟧.txt".to_owned()]);
        let letter = written(Language::ZhCn, News::Answer { text, files, author: None, code: None });
        for part in [&letter.text, &letter.html] {
            assert!(!part.contains('⟦') && part.contains("助记词") && part.contains("私钥"), "{part}");
        }
    }

    #[test]
    fn links_are_ours_or_none() {
        let ours = "https://desk.example.org/";
        for other in ["https://desk.example.org.evil.com/", "https://desk.example.org@evil.com/", "mailto:a@evil.com"] {
            let drawn = markdown::letter(&format!("[our desk]({other})"), ours);
            assert_eq!(drawn, format!("<p>our desk ({})</p>", other.trim_start_matches("mailto:")));
        }
        assert!(markdown::letter("https://desk.example.org/zh-CN/cases", ours).contains("<a href"));
    }
}
