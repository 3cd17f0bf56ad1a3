//! Exports, and the same help center made of them again.

use dengta::clock::DAY;
use dengta::help::content::{Content, Translates};
use dengta::help::drafts::{self, Draft, Place, Writing};
use dengta::help::publish;
use dengta::help::versions::{self, Version};
use dengta::people::{Actor, Role};

use super::*;
use crate::desk::Database;
use crate::people::{Seat, join};

/// A picture of one pixel.
const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4, 0x89, 0x00, 0x00, 0x00, 0x0b, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60, 0x00, 0x02, 0x00, 0x00, 0x05, 0x00, 0x01, 0x7a, 0x5e, 0xab, 0x3f, 0x00,
    0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// A help center with something of everything.
async fn filled(desk: &Desk) {
    let given = folder(&[
        (
            "sections.toml",
            "[[section]]\npath = \"z\"\nplace = 1\ntitles = { en = \"Z \\\"first\\\"\", ko = \"지\" }\ndescriptions = { ja = \"説明\" }\n\n\
            [[section]]\npath = \"a\"\nplace = 2\nreview_days = 90\n\n[[section]]\npath = \"z/own\"\nslug = \"own-name\"\n\n\
            [[section]]\npath = \"z/z-own\"\nslug = \"z-own\"\ntwo_people = true\n",
        ),
        (
            "z/own/one.en.md",
            "+++\ntitle = \"One \\u007F\\\"\\\\\"\nsummary = \"S\"\nkeywords = [\"a\", \"b\"]\nrelated = [\"two\"]\npolicy = true\n+++\n\n+++\n\nBody ![p](image:018f0000-0000-7000-8000-000000000001)\n",
        ),
        ("z/own/one.zh-TW.md", "+++\ntitle = \"一\"\nsummary = \"S\"\n+++\n\n內容"),
        ("z/z-own/Two Words.ko.md", "+++\ntitle = \"두\"\nkey = \"KEY/2\"\n+++\n본문"),
        ("a/b/c/d/e/deep.ja.md", "深い"),
        ("top.en.txt", "Top\n\n1. not a list\n=== *"),
    ]);
    std::fs::create_dir(given.path().join("images")).unwrap();
    std::fs::write(given.path().join("images/018f0000-0000-7000-8000-000000000001.png"), PIXEL).unwrap();
    std::fs::write(given.path().join("images/photo.png"), PIXEL).unwrap();
    let (summary, told) = import(desk, given.path(), PLAIN).await;
    assert_eq!((summary, told.len()), (came_to(5, 0, 1), 1), "{told:?}");
    let second = [json!({"id": "one", "lang": "en", "title": "One, again", "body": "Second body", "summary": "S"})];
    desk.app.clock.turn(DAY);
    assert_eq!(import(desk, &jsonl(desk, "more.jsonl", &second), PLAIN).await.0, came_to(1, 0, 0));
    let draft = [
        json!({"id": "one", "lang": "ko", "title": "초안", "body": "쓰는 중"}),
        json!({"id": "new", "lang": "en", "title": "New", "body": "n"}),
    ];
    let options = Options { draft: true, ..PLAIN };
    assert_eq!(import(desk, &jsonl(desk, "draft.jsonl", &draft), options).await.0, came_to(2, 0, 0));
}

/// Another desk, on the same kind of database.
async fn beside(desk: &Desk) -> Desk {
    match desk.options.database {
        None => Desk::start(Database::Sqlite).await,
        Some(_) => Desk::start(Database::Postgres).await,
    }
}

story! {
    /// An export makes the same help center again, and the export of that one is the same, byte by byte.
    async fn out_and_in_again(desk: Desk) {
        filled(&desk).await;
        let out = tempfile::tempdir().unwrap();
        for (name, all) in [("folder", false), ("all", true), ("lines.jsonl", false), ("all.jsonl", true)] {
            let first = out.path().join(name);
            assert_eq!(export::run(&desk.app, &first, all).await.unwrap(), 5, "{name}");
            let other = beside(&desk).await;
            other.app.clock.turn(2 * DAY);
            let (summary, told) = import(&other, &first, PLAIN).await;
            assert_eq!((summary.refused, told), (0, vec![]), "{name}");
            let second = out.path().join(format!("again-{name}"));
            export::run(&other.app, &second, all).await.unwrap();
            if first.is_dir() {
                assert_eq!(files(&first), files(&second), "{name}");
            } else {
                assert_eq!(std::fs::read_to_string(&first).unwrap(), std::fs::read_to_string(&second).unwrap(), "{name}");
            }
            let (one, two) = (article(&desk, "one", Language::En).await.unwrap(), article(&other, "one", Language::En).await.unwrap());
            assert_eq!((&one.html, &one.contents, &one.languages), (&two.html, &two.contents, &two.languages));
            if all {
                assert_eq!((one.version, one.published_at), (two.version, two.published_at), "policies keep their history");
                assert_eq!(count(&other, "SELECT count(*) FROM article_draft").await, 2);
            }
            assert_eq!(import(&other, &first, PLAIN).await.0.imported, 0, "{name}: again it is unchanged");
        }
        let taken = dengta(&desk, &["help", "export", out.path().to_str().unwrap()]);
        assert!(!taken.status.success(), "never into a folder that holds something");
        let picture = out.path().join("again-folder/images/018f0000-0000-7000-8000-000000000001.png");
        assert_eq!(std::fs::read(picture).unwrap(), PIXEL);
    }
}

/// Somebody works here under this address.
async fn works_here(desk: &Desk, name: &str) -> Actor {
    Actor::Agent(join(&Seat::new(desk), Role::Editor, &format!("{name}@example.com")).await.id)
}

/// Writes a draft over what is written, approves it and publishes it; its revision is that of its time.
async fn published(desk: &Desk, place: Place, content: Content, translates: Option<Translates>, by: (Actor, Actor)) {
    let at = desk.app.clock.now();
    let publish = desk.app.db.write(move |tx| {
        let writing = Writing { content: content.clone(), revision: 0, translates };
        let draft = drafts::write(tx, place, by.0, writing, at)?;
        drafts::approve(tx, place, by.1, draft.revision)?;
        drafts::publish(tx, place, by.0, draft.revision, None, at).map(drop)
    });
    publish.await.unwrap();
}

fn said(title: &str) -> Content {
    Content { title: title.into(), body: "Words".into(), ..Content::default() }
}

story! {
    /// Who wrote, who looked at it, who found it right since, and of what it is a translation go out with everything and
    /// come in again; who does not work there is left out.
    async fn who_made_what(desk: Desk) {
        let (ada, bo, cy) = (works_here(&desk, "ada").await, works_here(&desk, "bo").await, works_here(&desk, "cy").await);
        filled(&desk).await;
        let article = desk.app.db.read(|tx| articles::keyed(tx, "new")).await.unwrap().unwrap().id;
        let (en, ko) = (Place { article, language: Language::En }, Place { article, language: Language::Ko });
        desk.app.db.write(move |tx| tx.execute("DELETE FROM article_draft WHERE article_id = $1", params![article])).await.unwrap();
        for title in ["First", "Second"] {
            published(&desk, en, said(title), None, (ada, bo)).await;
        }
        let original = Translates { language: Language::En, number: 2 };
        published(&desk, ko, said("둘"), Some(original), (bo, cy)).await;
        let confirmed = desk.app.clock.now() + DAY;
        desk.app.db.write(move |tx| publish::confirm(tx, (article, Language::En), cy, confirmed, None)).await.unwrap();
        let writing = Writing { content: said("셋"), revision: 0, translates: Some(original) };
        desk.app.db.write(move |tx| drafts::write(tx, ko, ada, writing.clone(), confirmed)).await.unwrap();

        let out = tempfile::tempdir().unwrap();
        for name in ["all", "all.jsonl"] {
            let first = out.path().join(name);
            export::run(&desk.app, &first, true).await.unwrap();
            let other = beside(&desk).await;
            let cy = works_here(&other, "cy").await;
            let ada = works_here(&other, "ada").await;
            let bo = works_here(&other, "bo").await;
            other.app.clock.turn(3 * DAY);
            assert_eq!(import(&other, &first, PLAIN).await.1, Vec::<String>::new(), "{name}");
            let second = out.path().join(format!("again-{name}"));
            export::run(&other.app, &second, true).await.unwrap();
            if first.is_dir() {
                assert_eq!(files(&first), files(&second));
            } else {
                assert_eq!(std::fs::read_to_string(&first).unwrap(), std::fs::read_to_string(&second).unwrap());
            }
            let (english, korean, draft) = came(&other).await;
            assert_eq!((english.author, english.reviewer, english.translates), (ada, Some(bo), None), "{name}");
            assert_eq!((korean.author, korean.reviewer, korean.translates), (bo, Some(cy), Some(original)), "{name}");
            assert_eq!((draft.author, draft.writers, draft.translates), (ada, vec![ada.id().unwrap()], Some(original)), "{name}");
            let reader = read_of(&other, "new").await;
            assert_eq!((reader.reviewer, reader.reviewed_at), (Some(cy), Some(confirmed)), "{name}");

            let strangers = beside(&desk).await;
            strangers.app.clock.turn(3 * DAY);
            assert_eq!(import(&strangers, &first, PLAIN).await.1, Vec::<String>::new(), "{name}");
            let (english, korean, draft) = came(&strangers).await;
            assert_eq!((english.author, english.reviewer), (Actor::System, None), "{name}");
            assert_eq!((korean.translates, draft.writers.len()), (Some(original), 0), "{name}");
        }
        let plain = out.path().join("plain.jsonl");
        export::run(&desk.app, &plain, false).await.unwrap();
        assert!(!std::fs::read_to_string(&plain).unwrap().contains("@example.com"), "no addresses in what customers read");
    }
}

/// The article `new`, as it came: what is published of it in English and Korean, and what is written in Korean.
async fn came(desk: &Desk) -> (Version, Version, Draft) {
    let read = desk.app.db.read(|tx| {
        let article = articles::keyed(tx, "new")?.unwrap().id;
        let place = |language| Place { article, language };
        let english = versions::find(tx, place(Language::En), 2)?.unwrap();
        let korean = versions::find(tx, place(Language::Ko), 1)?.unwrap();
        Ok::<_, store::Error>((english, korean, drafts::find(tx, place(Language::Ko))?.unwrap()))
    });
    read.await.unwrap()
}

async fn read_of(desk: &Desk, slug: &str) -> versions::Text {
    let slug = slug.to_owned();
    let read = desk.app.db.read(move |tx| {
        let article = articles::at(tx, &slug)?.unwrap().id;
        Ok::<_, store::Error>(
            versions::texts(tx, article)?.into_iter().find(|text| text.language == Language::En).unwrap(),
        )
    });
    read.await.unwrap()
}

story! {
    /// What a file says wrongly of who made it is told with its line; keys that nobody knows mean nothing.
    async fn what_is_wrong_about_it(desk: Desk) {
        let row = |made: Value| json!({"dengta": "article", "id": "a", "lang": "en", "title": "A", "body": "a", "made": made});
        let rows = [
            row(json!({"translates": {"lang": "en", "version": 1}})),
            row(json!({"translates": {"lang": "fr", "version": 1}})),
            row(json!({"confirmed": {"at": "yesterday"}})),
            row(json!("by me")),
            row(json!({"author": "nobody@example.com", "reviewer": "no address", "mood": 1})),
        ];
        let (summary, told) = import(&desk, &jsonl(&desk, "rows.jsonl", &rows), PLAIN).await;
        assert_eq!((summary.imported, summary.refused), (1, 4), "{told:?}");
        assert!(told.iter().all(|line| line.contains(": made: ")), "{told:?}");
        let page = folder(&[("x.en.md", "+++\nauthor = [\"Me\"]\ntranslates = 3\nmade = { mood = 1 }\n+++\nText")]);
        assert_eq!(import(&desk, page.path(), PLAIN).await.0, came_to(1, 0, 0), "others write such keys for themselves");
    }
}
