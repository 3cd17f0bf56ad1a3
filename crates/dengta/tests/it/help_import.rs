//! Importing and exporting the help center: files in, files out, beside a running desk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dengta::help::body::draw;
use dengta::help::export;
use dengta::help::import::folder::Folder;
use dengta::help::import::lines::Lines;
use dengta::help::import::{self, Options, Source, Summary, Told};
use dengta::help::read::{self, Reading};
use dengta::help::sections::Tree;
use dengta::help::{articles, cli};
use dengta::language::Language;
use serde_json::{Value, json};
use store::params;

use crate::desk::Desk;

const PLAIN: Options = Options { language: None, draft: false };

/// What an import came to, and the lines that it told of refused rows, without where the files are.
async fn import(desk: &Desk, from: &Path, options: Options) -> (Summary, Vec<String>) {
    let source: Box<dyn Source> = match from.is_dir() {
        true => Box::new(Folder::open(from, options).unwrap()),
        false => Box::new(Lines::open(from, options).unwrap()),
    };
    let mut refused = Vec::new();
    let mut tell = |told: Told<'_>| {
        if let Told::Refused(row) = told {
            refused.push(cli::line(row));
        }
    };
    let summary = import::run(&desk.app, source, options, &mut tell).await.unwrap();
    let within = format!("{}/", if from.is_dir() { from } else { from.parent().unwrap() }.display());
    (summary, refused.into_iter().map(|line| line.replace(&within, "")).collect())
}

fn came_to(imported: usize, unchanged: usize, refused: usize) -> Summary {
    Summary { imported, unchanged, refused }
}

fn jsonl(desk: &Desk, name: &str, rows: &[Value]) -> PathBuf {
    let path = desk.folder.path().join(name);
    let lines: String = rows.iter().map(|row| format!("{row}\n")).collect();
    std::fs::write(&path, lines).unwrap();
    path
}

/// A folder of files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

async fn article(desk: &Desk, slug: &str, language: Language) -> Option<Reading> {
    let slug = slug.to_owned();
    desk.app.db.read(move |tx| read::article(tx, &slug, language)).await.unwrap()
}

async fn tree(desk: &Desk) -> Tree {
    desk.app.db.read(Tree::load).await.unwrap()
}

async fn count(desk: &Desk, sql: &'static str) -> i64 {
    desk.app.db.read(move |tx| tx.first(sql, params![], |row| row.get::<i64>(0))).await.unwrap().unwrap()
}

/// Slugs from the category down to where an article stands.
async fn stands(desk: &Desk, slug: &str) -> Vec<String> {
    let found = article(desk, slug, Language::En).await.unwrap();
    let tree = tree(desk).await;
    tree.path(found.article.section).into_iter().map(|section| section.slug.clone()).collect()
}

/// The program, beside the running desk.
fn dengta(desk: &Desk, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dengta"));
    command.args(arguments).arg("--data").arg(&desk.options.data);
    if let Some(database) = &desk.options.database {
        command.args(["--database", database]);
    }
    command.output().unwrap()
}

/// Every file of a folder.
fn files(root: &Path) -> BTreeMap<String, String> {
    fn walk(root: &Path, at: &Path, found: &mut BTreeMap<String, String>) {
        for entry in std::fs::read_dir(at).unwrap().flatten() {
            match entry.path() {
                path if path.is_dir() => walk(root, &path, found),
                path => {
                    let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                    let bytes = std::fs::read(&path).unwrap();
                    found.insert(
                        name,
                        String::from_utf8(bytes).unwrap_or_else(|error| format!("{:x?}", error.as_bytes())),
                    );
                }
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(root, root, &mut found);
    found
}

story! {
    /// Good rows come in, each bad one is told with its line, and the exit code says that there was one.
    async fn good_rows_and_bad_ones(desk: Desk) {
        let mut bytes = Vec::new();
        for row in [
            json!({"id": "lost-2fa", "lang": "en-GB", "title": "Lost your phone?", "body": "## Now\n\nWrite to us.",
                "summary": "What to do.", "keywords": ["otp"], "category": "security", "section": "Getting back in", "mood": [1]}),
            json!({"id": "lost-2fa", "lang": "zh", "title": "手机丢了", "body": "请联系我们。", "category": "账户安全"}),
            json!({"id": 17, "lang": "zh-Hant", "title": "入金", "body": "內容", "category": "USDT 入金"}),
            json!({"id": "文章", "lang": "ja", "title": "出金", "body": "本文", "category": "USDT 出金", "policy": true, "related": ["lost-2fa"]}),
        ] {
            bytes.extend(row.to_string().into_bytes());
            bytes.push(b'\n');
        }
        bytes.extend(b"\n{\"id\": \"x\"\n");
        bytes.extend(b"[1, 2]\n{\"id\": \"x\", \"lang\": \"en\", \"title\": \"\xff\"}\n");
        for row in [
            json!({"lang": "en", "title": "a", "body": "b"}),
            json!({"id": "a", "title": "a", "body": "b"}),
            json!({"id": "a", "lang": "fr", "title": "a", "body": "b"}),
            json!({"id": "a", "lang": "en", "body": "b"}),
            json!({"id": "a", "lang": "en", "title": "a", "body": "  "}),
            json!({"id": "a", "lang": "en", "title": 7, "body": "b"}),
            json!({"id": "a\u{7}", "lang": "en", "title": "a", "body": "b"}),
            json!({"id": "a".repeat(201), "lang": "en", "title": "a", "body": "b"}),
            json!({"id": "a", "lang": "en", "title": "a".repeat(201), "body": "b"}),
            json!({"id": "a", "lang": "en", "title": "a", "body": "b".repeat(5 << 20)}),
            json!({"id": "a", "lang": "en", "title": "a", "body": "b\u{0}"}),
            json!({"id": "a", "lang": "en", "title": "a", "body": "b", "slug": "Not One"}),
            json!({"id": "a", "lang": "en", "title": "a", "body": "b", "slug": "lost-2fa"}),
            json!({"id": "c", "lang": "en", "title": "a", "body": "b", "category": "1", "section": ["2", "3", "4", "5", "6"]}),
            json!({"id": "lost-2fa", "lang": "en", "title": "again", "body": "b"}),
        ] {
            bytes.extend(row.to_string().into_bytes());
            bytes.extend(b"\r\n");
        }
        let path = desk.folder.path().join("rows.jsonl");
        std::fs::write(&path, &bytes).unwrap();

        let output = dengta(&desk, &["help", "import", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(String::from_utf8_lossy(&output.stdout), "4 imported, 0 unchanged, 18 refused\n");
        let told = String::from_utf8_lossy(&output.stderr).replace(&format!("{}:", path.display()), "");
        let fields: Vec<String> = told.lines().map(|line| line.splitn(3, ": ").take(2).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(fields, [
            "6 line", "7 line", "8 line", "9 id", "10 lang", "11 lang", "12 title", "13 body", "14 title", "15 id", "16 id",
            "17 title", "18 line", "19 body", "20 slug", "21 slug", "22 section", "23 id",
        ], "{told}");

        // The server beside shows it at once.
        let found = article(&desk, "lost-2fa", Language::En).await.unwrap();
        assert_eq!((found.title.as_str(), found.summary.as_str(), found.version), ("Lost your phone?", "What to do.", 1));
        assert_eq!(found.languages, [Language::ZhCn, Language::En]);
        assert_eq!(stands(&desk, "lost-2fa").await, ["security", "security-getting-back-in"], "where its first row says");
        let tree = tree(&desk).await;
        assert_eq!(tree.below(None).count(), 3, "no category of a refused row, none of a second language");
        assert_eq!(tree.named("security").unwrap().titles[&Language::En], "Security");
        let other = article(&desk, "17", Language::ZhTw).await.unwrap();
        let key = desk.app.db.read(|tx| articles::keyed(tx, "文章")).await.unwrap().unwrap();
        assert!(key.policy && key.related == ["lost-2fa"] && key.slug.starts_with("a-"));
        assert_ne!(other.article.section, key.section, "two titles with the same Latin letters");
        assert_eq!(tree.get(key.section).unwrap().titles[&Language::Ja], "USDT 出金");
    }
}

story! {
    /// The same again changes nothing; other words are a new version; what a row leaves open stays.
    async fn again(desk: Desk) {
        let row = |body: &str| json!({"id": "a", "lang": "en", "title": "A", "body": body, "keywords": ["k"], "category": "One"});
        let rows = |body| jsonl(&desk, "rows.jsonl", &[row(body), json!({"id": "b", "lang": "ko", "title": "B", "body": "b"})]);
        assert_eq!(import(&desk, &rows("one"), PLAIN).await.0, came_to(2, 0, 0));
        let changes = count(&desk, "SELECT count(*) FROM help_change").await;
        assert_eq!(import(&desk, &rows("one"), PLAIN).await.0, came_to(0, 2, 0));
        assert_eq!(count(&desk, "SELECT count(*) FROM help_change").await, changes);
        assert_eq!(import(&desk, &rows("two"), PLAIN).await.0, came_to(1, 1, 0));
        let found = article(&desk, "a", Language::En).await.unwrap();
        assert_eq!((found.version, found.html.as_str()), (2, "<p>two</p>"));

        let open = jsonl(&desk, "open.jsonl", &[json!({"id": "a", "lang": "en", "title": "A", "body": "two"})]);
        assert_eq!(import(&desk, &open, PLAIN).await.0, came_to(0, 1, 0), "keywords and category as they were");
        let moved = jsonl(&desk, "moved.jsonl", &[json!({"id": "a", "lang": "en", "title": "A", "body": "two", "category": "Two", "slug": "new"})]);
        assert_eq!(import(&desk, &moved, PLAIN).await.0, came_to(1, 0, 0));
        let found = article(&desk, "a", Language::En).await.unwrap();
        assert_eq!((found.article.slug.as_str(), found.version), ("new", 2), "its old address leads there");
        assert_eq!(stands(&desk, "new").await, ["two"]);
        assert_eq!(count(&desk, "SELECT count(*) FROM help_change").await, changes + 2);
        assert_eq!(stands(&desk, "b").await, ["general"]);
        let tree = tree(&desk).await;
        assert_eq!(tree.named("general").unwrap().titles.len(), 5);

        desk.app.db.write(|tx| tx.execute("UPDATE article SET archived_at = 1 WHERE key = 'b'", &[])).await.unwrap();
        assert_eq!(import(&desk, &rows("two"), PLAIN).await.1, ["rows.jsonl:2: id: this article was archived"]);
    }
}

story! {
    /// `--draft` shows customers nothing, and leaves alone what people write. `--lang` wins over what rows say.
    async fn drafts_and_the_language(desk: Desk) {
        let row = |id: &str, body: &str| json!({"id": id, "lang": "fr", "title": "T", "body": body});
        let path = jsonl(&desk, "rows.jsonl", &[row("a", "one"), row("b", "one")]);
        let drafts = Options { language: Some(Language::Ko), draft: true };
        assert_eq!(import(&desk, &path, drafts).await.0, came_to(2, 0, 0));
        assert!(article(&desk, "a", Language::Ko).await.is_none());
        assert_eq!(count(&desk, "SELECT count(*) FROM help_change").await, 0);
        assert_eq!(import(&desk, &path, drafts).await.0, came_to(0, 2, 0));

        desk.app.db.write(|tx| {
            const TAKE: &str = "UPDATE article_draft SET author_kind = 'agent', author_id = $1
                WHERE article_id = (SELECT id FROM article WHERE key = 'b')";
            tx.execute(TAKE, params![uuid::Uuid::nil()])
        }).await.unwrap();
        let path = jsonl(&desk, "rows.jsonl", &[row("a", "two"), row("b", "two")]);
        let (summary, told) = import(&desk, &path, drafts).await;
        assert_eq!(summary, came_to(1, 0, 1));
        assert_eq!(told, ["rows.jsonl:2: draft: somebody is writing a draft of this text, which was left alone"]);
        assert_eq!(count(&desk, "SELECT count(*) FROM article_draft WHERE body = 'two' AND revision = 2 AND state = 'writing'").await, 1);

        let publish = Options { draft: false, ..drafts };
        assert_eq!(import(&desk, &path, publish).await.0, came_to(2, 0, 0));
        let found = article(&desk, "a", Language::En).await.unwrap();
        assert_eq!((found.language, found.version), (Language::Ko, 1));
        assert_eq!(count(&desk, "SELECT count(*) FROM article_draft").await, 1, "the import's own is out, the other stays");
        let other = Options { language: Some(Language::Ja), draft: true };
        let elsewhere = jsonl(&desk, "rows.jsonl", &[json!({"id": "a", "title": "T", "body": "x", "category": "Else", "slug": "else"})]);
        assert_eq!(import(&desk, &elsewhere, other).await.0, came_to(1, 0, 0));
        assert_eq!(stands(&desk, "a").await, ["general"], "a draft moves nothing that customers read");
        let help = dengta(&desk, &["help", "import", elsewhere.to_str().unwrap(), "--lang", "fr"]);
        assert_eq!(help.status.code(), Some(2));
    }
}

story! {
    /// Folders are sections, names are slugs and languages; `sections.toml` says the rest.
    async fn a_folder(desk: Desk) {
        let given = folder(&[
            ("sections.toml", "[[section]]\npath = \"deposits\"\ntitles = { en = \"Deposits\", zh = \"充值\" }\nreview_days = 180\n\n\
                [[section]]\npath = \"deposits/crypto\"\ntitles.ko = \"가상자산\"\ntwo_people = true\n\n\
                [[section]]\npath = \"loop/deposits\"\nslug = \"deposits\"\n\n[[section]]\npath = \"a/b/c/d/e/f\"\n\n[[section]]\npath = \"other/name\"\nslug = \"own\"\ntitles.en = \"Its own\"\n"),
            ("deposits/crypto/deposit-late.en.md", "+++\ntitle = \"Late?\"\nkeywords = [\"late\"]\nrelated = [\"wrong-network\"]\n+++\n\nWait.\n"),
            ("deposits/crypto/deposit-late.zh-CN.md", "+++\ntitle = \"未到账\"\n+++\n\n请等。\n"),
            ("withdrawals/crypto/first.en.markdown", "Words\n\n# The title\n\nMore"),
            ("withdrawals/twice.en.md", "One"),
            ("deposits/twice.ko.md", "Two"),
            ("other/name/aside.en.md", "Aside"),
            ("top.ja.txt", "題名\n\n# 見出しではない\n<b>*文字*</b>"),
            ("1/2/3/4/5/6/deep.en.md", "Deep"),
            ("1/2/3/4/5/well.en.md", "Well"),
            ("nolang.md", "Text"),
            ("broken.en.md", "+++\ntitle = \n+++\nText"),
            ("README.rst", "not ours"),
            (".git/hidden.en.md", "Hidden"),
        ]);
        std::fs::write(given.path().join("latin.en.md"), b"caf\xe9").unwrap();
        std::os::unix::fs::symlink(given.path(), given.path().join("round")).unwrap();
        let (summary, told) = import(&desk, given.path(), PLAIN).await;
        let places: Vec<String> = told.iter().map(|line| line.splitn(3, ": ").take(2).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(places, [
            "sections.toml:11 slug", "sections.toml:15 path", "1/2/3/4/5/6/deep.en.md:1 section", "broken.en.md:2 front matter",
            "latin.en.md:1 file", "nolang.md:1 lang", "withdrawals/twice.en.md:1 id",
        ], "{told:#?}");
        assert_eq!(summary, came_to(7, 0, 7));

        assert_eq!(stands(&desk, "deposit-late").await, ["deposits", "deposits-crypto"]);
        assert_eq!(stands(&desk, "first").await, ["withdrawals", "withdrawals-crypto"]);
        assert_eq!(stands(&desk, "well").await.len(), 5);
        assert_eq!(stands(&desk, "aside").await, ["other", "own"]);
        let found = article(&desk, "deposit-late", Language::En).await.unwrap();
        assert_eq!((found.title.as_str(), &found.article.related[..]), ("Late?", &["wrong-network".to_owned()][..]));
        assert!(found.due_at.is_some(), "the category's days");
        let tree = tree(&desk).await;
        assert!(tree.named("loop").is_none() && tree.named("a").is_none(), "refused sections leave nothing");
        assert!(tree.wants_two(found.article.section));
        assert_eq!(tree.named("deposits").unwrap().titles[&Language::ZhCn], "充值");
        let first = article(&desk, "first", Language::En).await.unwrap();
        assert_eq!((first.title.as_str(), first.html.as_str()), ("The title", "<p>Words</p><p>More</p>"));
        let plain = article(&desk, "top", Language::Ja).await.unwrap();
        assert_eq!(plain.title, "題名");
        assert_eq!(plain.html, "<p># 見出しではない</p><p>&lt;b&gt;*文字*&lt;/b&gt;</p>");
        assert_eq!(import(&desk, given.path(), PLAIN).await.0, came_to(0, 7, 7));
    }
}

story! {
    /// What attackers write into articles is words.
    async fn hostile_articles(desk: Desk) {
        let body = "<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](https://evil.example/p.png)\n\n<img src=x onerror=alert(1)>";
        let rows = [json!({"id": "../../etc", "lang": "en", "title": "<b>T</b>\n\u{202e}x", "body": body, "category": "<i>"})];
        assert_eq!(import(&desk, &jsonl(&desk, "rows.jsonl", &rows), PLAIN).await.0, came_to(1, 0, 0));
        let found = article(&desk, "etc", Language::En).await.unwrap();
        for sign in ["<script", "<img", "href"] {
            assert!(!found.html.contains(sign), "{}", found.html);
        }
        assert_eq!(found.html, draw(body, Language::En).html);
        assert!(!found.title.contains('\n'));
        let to = desk.folder.path().join("out");
        export::run(&desk.app, &to, true).await.unwrap();
        assert!(files(&to).keys().all(|name| !name.contains("..")), "names of files are slugs");
    }
}

/// The real texts, where they lie beside the project.
fn seeds() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|folder| folder.join("shared/seeds")).find(|folder| folder.is_dir())
}

story! {
    /// Five real texts from the web: all come in, and every word of them is shown.
    async fn real_texts(desk: Desk) {
        let Some(seeds) = seeds() else { return eprintln!("skipped: there is no shared/seeds") };
        let options = Options { language: Some(Language::ZhCn), draft: false };
        assert_eq!(import(&desk, &seeds, options).await, (came_to(5, 0, 0), vec![]));
        assert_eq!(import(&desk, &seeds, options).await.0, came_to(0, 5, 0));
        for entry in std::fs::read_dir(&seeds).unwrap().flatten() {
            let slug = entry.path().file_stem().unwrap().to_str().unwrap().replace('_', "-");
            let found = article(&desk, &slug, Language::ZhCn).await.expect(&slug);
            assert!((2..=120).contains(&found.title.chars().count()), "{}", found.title);
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let unescaped = found.html.replace("</p>", "").replace("<p>", "").replace("<br>", "");
            let shown = bare(&unescaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"));
            assert!(bare(&text).ends_with(&shown), "{slug}: every word, in its order");
            assert!(shown.len() + bare(&found.title).len() >= bare(&text).len());
        }
    }
}

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
    desk.app.clock.turn(dengta::clock::DAY);
    assert_eq!(import(desk, &jsonl(desk, "more.jsonl", &second), PLAIN).await.0, came_to(1, 0, 0));
    let draft = [
        json!({"id": "one", "lang": "ko", "title": "초안", "body": "쓰는 중"}),
        json!({"id": "new", "lang": "en", "title": "New", "body": "n"}),
    ];
    let options = Options { draft: true, ..PLAIN };
    assert_eq!(import(desk, &jsonl(desk, "draft.jsonl", &draft), options).await.0, came_to(2, 0, 0));
}

story! {
    /// An export makes the same help center again, and the export of that one is the same, byte by byte.
    async fn out_and_in_again(desk: Desk) {
        filled(&desk).await;
        let out = tempfile::tempdir().unwrap();
        for (name, all) in [("folder", false), ("all", true), ("lines.jsonl", false), ("all.jsonl", true)] {
            let first = out.path().join(name);
            assert_eq!(export::run(&desk.app, &first, all).await.unwrap(), 5, "{name}");
            let other = match desk.options.database {
                None => Desk::start(crate::desk::Database::Sqlite).await,
                Some(_) => Desk::start(crate::desk::Database::Postgres).await,
            };
            other.app.clock.turn(2 * dengta::clock::DAY);
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

story! {
    /// The sample help center is whole: every file of it comes in.
    async fn the_samples(desk: Desk) {
        dengta::demo::help::load(&desk.app).await.unwrap();
        let tree = tree(&desk).await;
        let categories: Vec<&str> = tree.below(None).map(|section| section.slug.as_str()).collect();
        assert_eq!(categories, ["deposits", "withdrawals", "identity", "trading", "security", "api", "fees", "contact"]);
        assert_eq!(tree.len(), 24);
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/help");
        let (summary, told) = import(&desk, &samples, PLAIN).await;
        assert_eq!((summary.imported, told), (0, vec![]));
        assert_eq!(i64::try_from(summary.unchanged).unwrap(), count(&desk, "SELECT count(*) FROM article_text").await);
    }
}
