//! The help center as its readers see it: browsing, articles, voices, policies, the search, what programs read, the theme.

use dengta::clock::{DAY, HOUR};
use dengta::help::articles::{self, Article};
use dengta::help::content::Content;
use dengta::help::publish::{Edition, publish};
use dengta::help::sections::{self, Section};
use dengta::language::Language;
use dengta::people::{Actor, Role};
use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use store::params;
use uuid::Uuid;

use crate::desk::{Desk, read};
use crate::people::{Seat, join};
use crate::site::{Browser, deposit, link, location};

/// A section below another, or a category.
async fn section(desk: &Desk, slug: &str, parent: Option<Uuid>, titles: &[(Language, &str)]) -> Uuid {
    let moment = desk.app.clock.moment();
    let new = Section {
        id: moment.draws().uuid(),
        slug: slug.into(),
        parent,
        place: 1,
        titles: titles.iter().map(|(language, title)| (*language, (*title).to_owned())).collect(),
        descriptions: [(Language::En, "What is in it".to_owned())].into(),
        review_days: Some(30),
        two_people: false,
    };
    let id = new.id;
    desk.app.db.write(move |tx| sections::insert(tx, &new, &moment)).await.unwrap();
    id
}

/// An article without words.
async fn article(desk: &Desk, slug: &str, section: Uuid, policy: bool) -> Article {
    let moment = desk.app.clock.moment();
    let new = Article {
        id: moment.draws().uuid(),
        key: slug.into(),
        slug: slug.into(),
        section,
        place: 1,
        policy,
        related: Vec::new(),
        archived_at: None,
    };
    let made = new.clone();
    desk.app.db.write(move |tx| articles::insert(tx, &made, moment.at)).await.unwrap();
    new
}

/// Publishes words of an article.
async fn words(desk: &Desk, of: &Article, language: Language, title: &str, body: &str, author: Actor) {
    let content =
        Content { title: title.into(), summary: format!("About {title}"), keywords: vec![], body: body.into() };
    let edition = Edition {
        article: of.id,
        language,
        content,
        author,
        reviewer: None,
        translates: None,
        at: desk.app.clock.now(),
        review_days: Some(30),
    };
    desk.app.db.write(move |tx| publish(tx, &edition)).await.unwrap();
}

/// A help center with two categories, four articles, one of them a policy.
pub async fn some_articles(desk: &Desk) -> (Article, Article) {
    use Language::{En, ZhCn};
    let security = section(desk, "security", None, &[(ZhCn, "安全"), (En, "Security <&>")]).await;
    let account = section(desk, "account", Some(security), &[(ZhCn, "账户安全"), (En, "Account")]).await;
    section(desk, "nothing-in-it", Some(security), &[(En, "Nothing")]).await;
    let rules = section(desk, "rules", None, &[(En, "Rules")]).await;
    let seat = Seat::new(desk);
    let author = Actor::Agent(join(&seat, Role::Lead, "lead@example.com").await.id);
    let body = "Stay calm.\n\n## First\n\n1. One\n2. Two\n\n## Then\n\nSee [locked](help:account-locked#now).\n\n### Later\n\n\
        > [!WARNING]\n> Never tell it.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n";
    let lost = article(desk, "lost-2fa", account, false).await;
    words(desk, &lost, En, "Lost 2FA device </script><b>", body, author).await;
    let locked = article(desk, "account-locked", account, false).await;
    words(desk, &locked, ZhCn, "账户被锁定", "请保持冷静。", Actor::System).await;
    words(desk, &locked, En, "My account is locked", "Keep calm.", Actor::System).await;
    let terms = article(desk, "terms", rules, true).await;
    words(desk, &terms, En, "Terms", "The first terms.", Actor::System).await;
    (lost, terms)
}

async fn count(desk: &Desk, sql: &'static str) -> i64 {
    desk.app
        .db
        .read(move |tx| tx.first(sql, &[], |row| row.get(0)))
        .await
        .map_err(|e: store::Error| e)
        .unwrap()
        .unwrap()
}

story! {
    /// From the front page down to an article, in the reader's language or the nearest, marked as such.
    async fn the_help_center_is_read(desk: Desk) {
        let browser = Browser::new(&desk);
        for path in ["/en/help", "/zh-CN/help"] {
            assert!(browser.page(path).await.contains("class=\"button main\" href=\""), "an empty one offers the form");
        }
        let (lost, _) = some_articles(&desk).await;
        let front = browser.page("/zh-CN/").await;
        assert!(front.contains("href=\"/zh-CN/help/categories/security\">安全") && front.contains("role=\"search\""));
        let all = browser.page("/en/help").await;
        assert!(all.contains("Security &#60;&#38;&#62;") && all.contains("categories/security#in-account") && !all.contains("nothing-in-it"));
        let category = browser.page("/zh-CN/help/categories/security").await;
        assert!(category.contains("id=\"in-account\"") && category.contains("<h2>账户安全</h2>"));
        assert!(category.contains("articles/lost-2fa\" lang=\"en\""), "what is there in English only is marked");
        assert_eq!(location(&browser.get("/en/help/categories/account").await), "/en/help/categories/security#in-account");

        let page = browser.page("/en/help/articles/lost-2fa").await;
        for part in [
            "<h1>Lost 2FA device &#60;/script&#62;&#60;b&#62;</h1>", "About Lost", "Mina", "href=\"#first\"", "class=\"sub\"",
            "<h2 id=\"then\">", "class=\"callout warning\"", "articles/account-locked#now", "\"@type\":\"BreadcrumbList\"",
            "\\u003c/script\\u003e", "rel=\"canonical\"", "hreflang=\"x-default\"", "property=\"og:title\"",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert_eq!(page.matches("</script>").count(), 2, "nothing breaks out of the data");
        assert_eq!(page.matches("hreflang=\"zh-CN\"").count(), 1, "only the choice of a language: there is no such text");

        let other = browser.page("/zh-CN/help/articles/lost-2fa").await;
        assert!(other.contains("<h1 lang=\"en\">") && other.contains("class=\"other\"") && other.contains("简体中文"));
        assert!(other.contains("/zh-CN/help/articles/account-locked#now"), "links stay in the reader's language");
        assert!(other.contains(&format!("rel=\"canonical\" href=\"{}/en/help/articles/lost-2fa\"", desk.url)));
        let own = browser.page("/zh-TW/help/articles/account-locked").await;
        assert!(own.contains("<h1 lang=\"zh-CN\">账户被锁定"), "the other Chinese is nearer than English");

        let renamed = Article { slug: "lost-device".into(), ..lost.clone() };
        desk.app.db.write(move |tx| articles::update(tx, &lost, &renamed)).await.unwrap();
        let moved = browser.get("/ko/help/articles/lost-2fa").await;
        assert_eq!((moved.status(), &moved.headers()[header::LOCATION]), (StatusCode::MOVED_PERMANENTLY, &"/ko/help/articles/lost-device".parse().unwrap()));
        browser.page("/ko/help/articles/lost-device").await;
        for path in ["articles/never", "articles/A%20b", "articles/lost-device/versions/1", "categories/never"] {
            let gone = browser.get(&format!("/en/help/{path}")).await;
            assert_eq!(gone.status(), StatusCode::NOT_FOUND, "{path}");
            let page = gone.text().await.unwrap();
            assert!(page.contains("role=\"search\"") && page.contains("href=\"/en/ask\""), "the way on");
        }
    }
}

story! {
    /// An article that nobody looked at in time says so; there is little around the words.
    async fn what_goes_stale_says_so(desk: Desk) {
        let browser = Browser::new(&desk);
        some_articles(&desk).await;
        let before = browser.page("/en/help/articles/lost-2fa").await;
        assert!(!before.contains("class=\"caution\""));
        desk.app.clock.turn(31 * DAY);
        assert!(browser.page("/en/help/articles/lost-2fa").await.contains("class=\"caution\""));
        assert!(before.len() < 10 * 1024, "{} bytes around hardly a word", before.len());
    }
}

story! {
    /// One voice for each browser; why, after "no"; and what is wrong with it keeps what was typed.
    async fn readers_say_whether_it_helped(desk: Desk) {
        let (browser, other) = (Browser::new(&desk), Browser::new(&desk));
        some_articles(&desk).await;
        let votes = "/en/help/articles/lost-2fa/votes";
        let done = |what: &str| format!("/en/help/articles/lost-2fa?done={what}#vote");
        for _ in 0..3 {
            assert_eq!(location(&browser.post(votes, &[("verdict", "helpful"), ("version", "1")]).await), done("helpful"));
        }
        assert_eq!(location(&other.post(votes, &[("verdict", "unhelpful"), ("version", "99")]).await), done("unhelpful"));
        let page = other.page("/en/help/articles/lost-2fa?done=unhelpful").await;
        assert!(page.contains("name=\"reason\" value=\"outdated\""));
        let why = [("verdict", "unhelpful"), ("reason", "outdated"), ("comment", "The button moved. 👩‍👧")];
        assert_eq!(location(&other.post(votes, &why).await), done("told"));
        let long = "长".repeat(2_001);
        let refused = other.post(votes, &[("verdict", "unhelpful"), ("reason", "wrong"), ("comment", &long)]).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().await.unwrap().contains(&long), "what was typed is kept");
        for bad in [[("verdict", "solved"), ("reason", "")], [("verdict", "unhelpful"), ("reason", "x")]] {
            assert_eq!(other.post(votes, &bad).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(browser.post("/en/help/articles/never/votes", &[("verdict", "helpful")]).await.status(), StatusCode::NOT_FOUND);
        let said = desk.app.db.read(|tx| tx.query("SELECT verdict, reason, version, comment FROM article_vote ORDER BY verdict", &[], |row| {
            Ok((row.get::<String>(0)?, row.get::<String>(1)?, row.get::<i64>(2)?, row.get::<String>(3)?))
        })).await.map_err(|e: store::Error| e).unwrap();
        assert_eq!(said, [
            ("helpful".into(), String::new(), 1, String::new()),
            ("unhelpful".into(), "outdated".into(), 1, "The button moved. 👩‍👧".into()),
        ]);
        let solved = browser.post("/zh-CN/help/articles/lost-2fa/solved", &[("language", "en")]).await;
        let solved = location(&solved);
        assert_eq!(solved, "/zh-CN/help/articles/lost-2fa?done=solved");
        assert!(browser.page(&solved).await.contains("class=\"notice\""));
        assert_eq!(count(&desk, "SELECT count(*) FROM article_vote WHERE verdict = 'solved' AND language = 'en' AND voter IS NULL").await, 1);
        let forged = desk.client.post(format!("{}{votes}", desk.url)).form(&[("verdict", "helpful")]).header(header::ORIGIN, "https://evil.example");
        assert_eq!(forged.send().await.unwrap().status(), StatusCode::FORBIDDEN);
        // Stuffing is slow, and holds up no form.
        for _ in 0..200 {
            browser.post(votes, &[("verdict", "helpful")]).await;
        }
        assert_eq!(browser.post(votes, &[("verdict", "helpful")]).await.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(location(&browser.post("/en/ask/deposit", &deposit()).await), "/en/receipt");
    }
}

story! {
    /// Every version of a policy can be read, and a case leads to the ones that were in force when it was opened.
    async fn a_case_names_the_rules_of_its_day(desk: Desk) {
        let browser = Browser::new(&desk);
        let (_, terms) = some_articles(&desk).await;
        desk.app.clock.turn(HOUR);
        browser.post("/zh-CN/ask/deposit", &deposit()).await;
        desk.app.clock.turn(40 * DAY);
        words(&desk, &terms, Language::En, "Terms of today", "The second terms.", Actor::System).await;
        words(&desk, &terms, Language::ZhCn, "服务条款", "第一版中文条款。", Actor::System).await;
        let found = desk.app.db.read(|tx| tx.first("SELECT id, customer_id FROM ticket", &[], |row| Ok((row.get(0)?, row.get(1)?)))).await;
        let (ticket, customer): (Uuid, Uuid) = found.map_err(|e: store::Error| e).unwrap().unwrap();
        let token = link(&desk, customer, Some(ticket)).await;
        let case = location(&browser.post(&format!("/zh-CN/open/{token}"), &[]).await);
        let page = browser.page(&case).await;
        assert!(page.contains("href=\"/en/help/articles/terms/versions/1\" lang=\"en\"") && page.contains(">Terms</a>"), "{page}");
        let then = browser.page("/en/help/articles/terms/versions/1").await;
        assert!(then.contains("The first terms.") && then.contains("class=\"caution\"") && then.contains("noindex"));
        assert!(!then.contains("name=\"verdict\""));
        let today = browser.page("/en/help/articles/terms").await;
        assert!(today.contains("The second terms.") && today.contains("/terms/versions/2") && today.contains("/terms/versions/1"));
        assert!(browser.page("/en/help/articles/terms/versions/2").await.contains("The second terms."));
        assert!(browser.page("/ja/help/articles/terms/versions/1").await.contains("The first terms."), "the nearest language");
        for number in ["3", "0", "-1", "x", "99999999999999999999"] {
            assert_eq!(browser.get(&format!("/en/help/articles/terms/versions/{number}")).await.status(), StatusCode::NOT_FOUND);
        }
        assert_eq!(browser.get("/en/help/articles/lost-2fa/versions/1").await.status(), StatusCode::NOT_FOUND, "no policy");
        desk.verify().await;
    }
}

story! {
    /// No answer is not an end: the question goes along into the form, whatever was typed.
    async fn what_finds_nothing_becomes_a_question(desk: Desk) {
        let browser = Browser::new(&desk);
        let none = browser.page("/zh-CN/search?q=%E6%B2%A1%E6%9C%89%E4%BA%BA%E7%9F%A5%E9%81%93%20a%26b").await;
        let ask = "/zh-CN/ask?q=%E6%B2%A1%E6%9C%89%E4%BA%BA%E7%9F%A5%E9%81%93%20a%26b";
        assert!(none.contains(&format!("href=\"{ask}\"")) && none.contains("没有人知道 a&#38;b") && none.contains("noindex"));
        let choose = browser.page(ask).await;
        assert!(choose.contains("/zh-CN/ask/deposit?q=%E6%B2%A1"));
        let form = browser.page(&ask.replace("/ask?", "/ask/deposit?")).await;
        assert!(form.contains("value=\"没有人知道 a&#38;b\"") && form.contains("data-fresh") && form.contains("id=\"solved\""));
        assert!(form.contains("href=\"/en/ask/deposit?q="), "another language keeps it");
        let long = "问题".repeat(200);
        let form = browser.page(&format!("/en/ask/deposit?q={long}")).await;
        assert!(form.contains(&format!("value=\"{}\"", "问题".repeat(100))) && form.contains(&long), "what is too long for a subject is all there");

        let empty = browser.page("/en/search").await;
        assert!(empty.contains("role=\"search\"") && !empty.contains("/en/ask?q="));
        for hostile in [
            "%00%01%1b%5B31m", "%e2%80%ae%e2%80%8b%ef%bb%bf", "%ff%fe", "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7", "%3Cscript%3Ealert(1)%3C/script%3E",
            "%22%20onfocus%3Dalert(1)%20x%3D%22", "AND%20OR%20NOT%20%22(%5B%7B*%3F%5E~%3A%5C", "%25", "%",
        ] {
            let page = browser.page(&format!("/en/search?q={hostile}")).await;
            assert!(!page.contains("<script>alert") && !page.contains("\" onfocus=") && !page.contains('\u{202e}') && !page.contains('\0'), "{hostile}");
            for path in ["suggestions", "passages"] {
                let told: Value = serde_json::from_str(&browser.page(&format!("/en/search/{path}?q={hostile}")).await).unwrap();
                assert!(told["results"].is_array());
            }
        }
        let page = browser.page(&format!("/en/search?q={}", "x".repeat(10_000))).await;
        assert!(page.len() < 20_000 && page.contains("500"), "long ones are cut, and said so");
        let refused = browser.post("/en/ask/deposit", &[("subject", "x")]).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
}

story! {
    /// Beside the form stands what fits; what has little to do with the question is left to the page of results.
    async fn only_what_fits_stands_beside_the_form(desk: Desk) {
        some_articles(&desk).await;
        let browser = Browser::new(&desk);
        let passages = async |question: &str| -> Value {
            serde_json::from_str(&browser.page(&format!("/en/search/passages?q={question}")).await).unwrap()
        };
        let found = async |question: &str| -> Value {
            serde_json::from_str(&browser.page(&format!("/api/v1/help/search?lang=en&q={question}")).await).unwrap()
        };
        let sure = "my%20account%20is%20locked";
        desk.until("the index", || async { passages(sure).await["results"][0]["title"] == "My account is locked" }).await;
        let unsure = "calm%20weather%20on%20the%20northern%20lakes";
        let (told, all) = (passages(unsure).await, found(unsure).await);
        assert!(!all["results"].as_array().unwrap().is_empty(), "the search finds something");
        assert!(all["confidence"].as_f64().unwrap() < retrieval::FITS, "{all}");
        assert_eq!(told["results"], json!([]));
        // Without scripts they stand in the form that was not yet taken.
        let form = async |subject: &str| browser.post("/en/ask/other", &[("subject", subject)]).await.text().await.unwrap();
        assert!(form("my account is locked").await.contains("/account-locked/solved\""));
        assert!(!form("calm weather on the northern lakes").await.contains("/solved\""));
    }
}

story! {
    /// What programs read: the map, the feed, what robots leave alone.
    async fn programs_read_the_help_center(desk: Desk) {
        let browser = Browser::new(&desk);
        some_articles(&desk).await;
        let robots = browser.page("/robots.txt").await;
        for closed in ["/desk", "/api/", "/*/cases", "/*/receipt"] {
            assert!(robots.contains(&format!("Disallow: {closed}\n")), "{closed}");
        }
        assert!(robots.contains(&format!("Sitemap: {}/sitemap.xml", desk.url)));
        let map = browser.get("/sitemap.xml").await;
        assert!(map.headers()[header::CONTENT_TYPE].to_str().unwrap().starts_with("application/xml"));
        let map = map.text().await.unwrap();
        for there in ["/zh-CN/help/articles/account-locked", "/en/help/articles/lost-2fa", "/ko/help/categories/security", "/ja/"] {
            assert!(map.contains(&format!("<loc>{}{there}</loc>", desk.url)), "{there}");
        }
        assert!(!map.contains("/zh-CN/help/articles/lost-2fa") && !map.contains("/cases"));
        let feed = browser.get("/en/help/feed.atom").await;
        assert_eq!(feed.headers()[header::CONTENT_TYPE], "application/atom+xml; charset=utf-8");
        let feed = feed.text().await.unwrap();
        assert!(feed.contains("<title>Lost 2FA device &lt;/script&gt;&lt;b&gt;</title>") && feed.matches("<entry>").count() == 3);
        assert_eq!(browser.page("/zh-CN/help/feed.atom").await.matches("<entry>").count(), 1);
        assert_eq!(browser.page("/ja/help/feed.atom").await.matches("<entry>").count(), 0);
    }
}

story! {
    /// The look is decided, checked, and shown; what cannot be read is refused.
    async fn the_look_is_decided(desk: Desk) {
        let (browser, token) = (Browser::new(&desk), desk.token(Role::Admin).await);
        some_articles(&desk).await;
        let plain = browser.page("/en/").await;
        assert!(!plain.contains("theme.css") && !plain.contains("/help/articles/terms"));
        let path = "/api/v1/settings/theme";
        let mut document = desk.get(&token, path).await;
        for (change, refused) in [
            (json!({"accent_light": "#f2b035"}), "invalid accent_light:contrast-low"),
            (json!({"accent_dark": "#0b61a4"}), "invalid accent_dark:contrast-low"),
            (json!({"accent_light": "blue"}), "invalid accent_light:invalid-colour"),
            (json!({"header": [{"labels": {}, "href": "javascript:alert(1)"}]}), "invalid header.0.labels:required header.0.href:invalid-href"),
            (json!({"logo": "019a0000-0000-7000-8000-000000000000"}), "invalid logo:picture-unknown"),
            (json!({"terms": "no-such"}), "invalid terms:article-unknown"),
        ] {
            document["value"] = change;
            assert_eq!(desk.refused(&token, Method::PUT, path, &document).await, refused);
        }
        let told: Value = desk.request(&token, Method::PUT, path).json(&json!({"version": 0, "value": {"accent_light": "#f2b035"}})).send().await.unwrap().json().await.unwrap();
        assert!(told["errors"][0]["message"].as_str().unwrap().contains("4.5:1"), "{told}");

        let picture = picture(&desk, "image/png").await;
        document["value"] = json!({
            "logo": picture, "accent_light": "#7a1fa2", "accent_dark": "#d7a6f0", "terms": "terms", "privacy": null,
            "header": [{"labels": {"en": "Trade <b>", "ko": "거래"}, "href": "https://exchange.example/trade?a=1&b=2"}],
            "footer": [{"labels": {"en": "Fees"}, "href": "/en/help"}],
        });
        desk.put(&token, path, &document).await;
        let page = browser.page("/en/").await;
        for part in [
            "<img src=\"/help-images/", "width=\"2\" height=\"3\"", "Trade &#60;b&#62;", "href=\"https://exchange.example/trade?a=1&#38;b=2\"",
            ">Fees</a>", "href=\"/en/help/articles/terms\"",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(browser.page("/ko/").await.contains("거래"));
        let at = page.find("/assets/theme.css?v=").unwrap();
        let address = page[at..].split('"').next().unwrap();
        let sheet = browser.get(address).await;
        assert!(sheet.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert!(sheet.text().await.unwrap().contains("--accent:#7a1fa2"));
        assert_eq!(browser.get("/assets/theme.css?v=older").await.headers()[header::CACHE_CONTROL], "no-cache");
        let auditor = desk.token(Role::Auditor).await;
        read(desk.request(&auditor, Method::PUT, path).json(&document), StatusCode::FORBIDDEN).await;
    }
}

async fn picture(desk: &Desk, kind: &'static str) -> Uuid {
    let moment = desk.app.clock.moment();
    let id = moment.draws().uuid();
    desk.app
        .db
        .write(move |tx| {
            const MAKE: &str =
                "INSERT INTO help_image (id, content_type, bytes, width, height, made_by_kind, made_by_id, created_at)
            VALUES ($1, $2, $3, 2, 3, 'system', NULL, $4)";
            tx.execute(MAKE, params![id, kind, &b"PNG"[..], moment.at])
        })
        .await
        .unwrap();
    id
}

story! {
    /// Pictures are pictures, whatever a row says.
    async fn pictures_are_only_pictures(desk: Desk) {
        let browser = Browser::new(&desk);
        let png = picture(&desk, "image/png").await;
        let shown = browser.get(&format!("/help-images/{png}")).await;
        assert_eq!(shown.status(), StatusCode::OK);
        let headers = shown.headers().clone();
        assert_eq!((&headers[header::CONTENT_TYPE], &headers[header::X_CONTENT_TYPE_OPTIONS]), (&"image/png".parse().unwrap(), &"nosniff".parse().unwrap()));
        assert!(headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert_eq!(&shown.bytes().await.unwrap()[..], b"PNG");
        for kind in ["image/svg+xml", "text/html"] {
            let id = picture(&desk, kind).await;
            assert_eq!(browser.get(&format!("/help-images/{id}")).await.status(), StatusCode::NOT_FOUND, "{kind}");
        }
        for id in ["x", "../../etc/passwd", "019a0000-0000-7000-8000-000000000000"] {
            assert_eq!(browser.get(&format!("/help-images/{id}")).await.status(), StatusCode::NOT_FOUND);
        }
    }
}

/// The pages word for word: a change to them is looked at before it is kept.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn help_pages_are_as_they_were_looked_at() {
    let desk = Desk::start(crate::desk::Database::Sqlite).await;
    let browser = Browser::new(&desk);
    some_articles(&desk).await;
    for (name, path) in [
        ("help-en", "/en/help"),
        ("category-zh-CN", "/zh-CN/help/categories/security"),
        ("article-en", "/en/help/articles/lost-2fa"),
        ("article-other-ja", "/ja/help/articles/account-locked"),
        ("search-none-ko", "/ko/search?q=zqxv%20qwzzy%20%3F"),
    ] {
        let page = browser.page(path).await;
        insta::with_settings!({filters => vec![
            (r"\?v=[0-9a-f]+", "?v=VERSION"),
            (r"http://localhost:\d+", "http://HOST"),
            (r"20\d\d-\d\d-\d\dT[0-9:.]+Z", "TIME"),
            (r"\d{1,2} \w{3} 20\d\d|20\d\d年\d+月\d+日", "DAY"),
        ]}, { insta::assert_snapshot!(name, page); });
    }
}
