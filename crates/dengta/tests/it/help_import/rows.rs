//! Lines of JSON: good ones, bad ones, the same again, drafts.

use super::*;

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
        let begun = count(&desk, REVISION).await;

        desk.app.db.write(|tx| {
            const TAKE: &str = "UPDATE article_draft SET author_kind = 'agent', author_id = $1
                WHERE article_id = (SELECT id FROM article WHERE key = 'b')";
            tx.execute(TAKE, params![uuid::Uuid::nil()])
        }).await.unwrap();
        let path = jsonl(&desk, "rows.jsonl", &[row("a", "two"), row("b", "two")]);
        let (summary, told) = import(&desk, &path, drafts).await;
        assert_eq!(summary, came_to(1, 0, 1));
        assert_eq!(told, ["rows.jsonl:2: draft: somebody is writing a draft of this text, which was left alone"]);
        assert_eq!(count(&desk, "SELECT count(*) FROM article_draft WHERE body = 'two' AND state = 'writing'").await, 1);
        assert_eq!(count(&desk, REVISION).await, begun + 1, "windows that show what it said before are told");

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

/// How often the draft of `a` was written.
const REVISION: &str = "SELECT revision FROM article_draft WHERE article_id = (SELECT id FROM article WHERE key = 'a')";
