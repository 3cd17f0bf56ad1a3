//! Folders of Markdown and text.

use super::*;

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
