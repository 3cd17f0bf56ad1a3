//! Texts as they are found: of attackers, from the web, and our own samples.

use super::*;

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
