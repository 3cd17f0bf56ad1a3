//! The help center as its writers see it: drafts, a second person, versions, translations, the tree; and what is found.

use dengta::clock::{DAY, HOUR, rfc3339};
use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::desk::{Desk, read};

/// Makes a section; its id.
async fn section(desk: &Desk, token: &str, section: Value) -> String {
    let made = desk.post(token, "/api/v1/help/sections", &section).await;
    made["id"].as_str().unwrap().to_owned()
}

/// Makes an article that says nothing yet; its address in the API.
async fn article(desk: &Desk, token: &str, section: &str, slug: &str) -> String {
    let made = desk.post(token, "/api/v1/help/articles", &json!({"section": section, "slug": slug})).await;
    format!("/api/v1/help/articles/{}", made["id"].as_str().unwrap())
}

fn words(title: &str, body: &str) -> Value {
    json!({"title": title, "summary": "", "keywords": [], "body": body})
}

/// Writes a draft over the revision that is there; the new one.
async fn write(desk: &Desk, token: &str, text: &str, content: Value, revision: i64) -> i64 {
    let body = json!({"content": content, "revision": revision});
    desk.put(token, &format!("{text}/draft"), &body).await["revision"].as_i64().unwrap()
}

async fn done(desk: &Desk, token: &str, path: &str, body: Value) -> Value {
    read(desk.request(token, Method::POST, path).json(&body), StatusCode::OK).await
}

/// Writes and publishes at once, where one person is enough.
async fn publish(desk: &Desk, token: &str, text: &str, content: Value) -> Value {
    let revision = write(desk, token, text, content, 0).await;
    done(desk, token, &format!("{text}/publication"), json!({"revision": revision})).await
}

/// The ids that a search answers with, once it answers as `holds` says.
async fn found(desk: &Desk, query: &str, holds: impl Fn(&[String]) -> bool) -> Vec<String> {
    let ask = async || {
        let url = format!("{}/api/v1/help/search?{query}", desk.url);
        let answer = read(desk.client.get(url), StatusCode::OK).await;
        let ids = answer["results"].as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<String>>()
    };
    desk.until(query, || async { holds(&ask().await) }).await;
    ask().await
}

story! {
    /// Written by one, sent back, written on, approved by another, published, found, translated, outdated, restored.
    async fn an_editors_day(desk: Desk) {
        let (ada, bo, agent) = (desk.token(Role::Editor).await, desk.token(Role::Admin).await, desk.token(Role::Agent).await);
        let place = section(&desk, &bo, json!({"slug": "security", "titles": {"en": "Security"}, "two_people": true})).await;
        let article = article(&desk, &ada, &place, "lost-2fa").await;
        let text = format!("{article}/texts/en");

        // What customers could not read is not looked at; what others may not do, they may not do.
        let half = write(&desk, &ada, &text, words("Lost your phone?", ""), 0).await;
        let refused = desk.refused(&ada, Method::POST, &format!("{text}/draft/review"), &json!({"revision": half})).await;
        assert_eq!(refused, "invalid body:required");
        let draft = json!({"content": words("x", "x"), "revision": half});
        assert_eq!(desk.refused(&agent, Method::PUT, &format!("{text}/draft"), &draft).await, "forbidden");
        let whole = words("Lost your phone?", "Open the sign-in page.\n\n## Restore\n\nUse your **recovery key**.");
        let revision = write(&desk, &ada, &text, whole, half).await;
        done(&desk, &ada, &format!("{text}/draft/review"), json!({"revision": revision})).await;
        let seen = json!({"revision": revision});
        assert_eq!(desk.refused(&ada, Method::POST, &format!("{text}/draft/approval"), &seen).await, "second-person");
        assert_eq!(desk.refused(&ada, Method::POST, &format!("{text}/publication"), &seen).await, "approval-wanted");
        let back = json!({"revision": revision, "remark": "Say how long it takes."});
        let draft = done(&desk, &bo, &format!("{text}/draft/return"), back).await;
        assert_eq!((&draft["state"], &draft["remark"]), (&json!("writing"), &json!("Say how long it takes.")));
        let whole = words("Lost your phone?", "Open the sign-in page.\n\n## Restore\n\nUse your **recovery key**. It takes a day.");
        let revision = write(&desk, &ada, &text, whole, revision).await;
        let approved = done(&desk, &bo, &format!("{text}/draft/approval"), json!({"revision": revision})).await;
        assert_eq!((&approved["state"], &approved["reviewer"]["name"]), (&json!("approved"), &json!("admin")));
        // Who writes on takes the approval back.
        let again = words("Lost your phone?", "Open the sign-in page.\n\n## Restore\n\nUse your **recovery key**. It takes two days.");
        let revision = write(&desk, &ada, &text, again, revision).await;
        let seen = json!({"revision": revision});
        assert_eq!(desk.refused(&ada, Method::POST, &format!("{text}/publication"), &seen).await, "approval-wanted");
        done(&desk, &bo, &format!("{text}/draft/approval"), seen.clone()).await;
        let published = done(&desk, &ada, &format!("{text}/publication"), seen).await;
        assert_eq!(published["texts"][0]["version"], 1);
        assert_eq!(found(&desk, "lang=en&q=lost+phone", |ids| !ids.is_empty()).await, ["lost-2fa"]);

        // In another language; then the original changes.
        let korean = format!("{article}/texts/ko");
        let body = json!({"content": words("휴대폰을 잃어버렸어요", "복구 키를 사용하세요."), "revision": 0,
            "translates": {"language": "en", "number": 1}});
        let draft = desk.put(&bo, &format!("{korean}/draft"), &body).await;
        let seen = json!({"revision": draft["revision"]});
        done(&desk, &ada, &format!("{korean}/draft/approval"), seen.clone()).await;
        done(&desk, &ada, &format!("{korean}/publication"), seen).await;
        assert_eq!(found(&desk, "lang=ko&q=휴대폰", |ids| !ids.is_empty()).await, ["lost-2fa"]);
        assert_eq!(desk.get(&ada, "/api/v1/help/articles?state=outdated").await["results"], json!([]));
        let revision = write(&desk, &ada, &text, words("Lost your phone?", "Call us."), 0).await;
        done(&desk, &bo, &format!("{text}/draft/approval"), json!({"revision": revision})).await;
        done(&desk, &bo, &format!("{text}/publication"), json!({"revision": revision})).await;
        let outdated = desk.get(&ada, "/api/v1/help/articles?state=outdated&language=ko").await;
        assert_eq!(outdated["results"][0]["texts"][1]["outdated"], true);

        // The first version again; nothing of the second is lost.
        let restored = done(&desk, &ada, &format!("{text}/restoration"), json!({"version": 1, "revision": 0})).await;
        assert!(restored["content"]["body"].as_str().unwrap().contains("two days"));
        let seen = json!({"revision": restored["revision"]});
        done(&desk, &bo, &format!("{text}/draft/approval"), seen.clone()).await;
        done(&desk, &ada, &format!("{text}/publication"), seen).await;
        let versions = desk.get(&ada, &format!("{text}/versions")).await;
        let told: Vec<_> = versions["results"].as_array().unwrap().iter().map(|v| (v["number"].as_i64().unwrap(), v["reviewer"]["name"].as_str().unwrap())).collect();
        assert_eq!(told, [(3, "admin"), (2, "admin"), (1, "admin")]);
        assert_eq!(versions["results"][0]["content"], versions["results"][2]["content"]);

        // Taken away, it is not found; the history says who did what.
        let path = format!("{text}/publication");
        read(desk.request(&bo, Method::DELETE, &path), StatusCode::OK).await;
        assert!(found(&desk, "lang=en&q=lost+phone", |ids| ids.is_empty() || ids == ["lost-2fa"]).await.len() <= 1);
        let changes = desk.get(&bo, &format!("/api/v1/changes?subject=article:{}", article.rsplit('/').next().unwrap())).await;
        assert_eq!(changes["results"][0]["after"], json!({"language": "en", "published": null}));
    }
}

story! {
    /// Two who write at once: the second is told, and nothing is written over.
    async fn nobody_writes_over_another(desk: Desk) {
        let (ada, bo) = (desk.token(Role::Editor).await, desk.token(Role::Lead).await);
        let place = section(&desk, &ada, json!({"slug": "fees", "titles": {"en": "Fees"}})).await;
        let text = format!("{}/texts/en", article(&desk, &ada, &place, "trading-fees").await);
        let first = write(&desk, &ada, &text, words("Fees", "Maker and taker."), 0).await;
        let second = first + 1;
        let (one, other) = tokio::join!(
            desk.request(&ada, Method::PUT, &format!("{text}/draft")).json(&json!({"content": words("Fees", "One."), "revision": first})).send(),
            desk.request(&bo, Method::PUT, &format!("{text}/draft")).json(&json!({"content": words("Fees", "Other."), "revision": first})).send(),
        );
        let mut statuses = [one.unwrap().status(), other.unwrap().status()];
        statuses.sort();
        assert_eq!(statuses, [StatusCode::OK, StatusCode::CONFLICT]);
        // The same again, as after an answer that was lost, is no conflict.
        let kept = desk.get(&ada, &text).await["draft"].clone();
        assert_eq!(kept["revision"], second);
        let again = json!({"content": kept["content"], "revision": first});
        assert_eq!(desk.put(&ada, &format!("{text}/draft"), &again).await["revision"], second);
        // A lead writes and asks; publishing is for editors.
        done(&desk, &bo, &format!("{text}/draft/review"), json!({"revision": second})).await;
        assert_eq!(desk.refused(&bo, Method::POST, &format!("{text}/publication"), &json!({"revision": second})).await, "forbidden");
        let stale = json!({"revision": first});
        assert_eq!(desk.refused(&ada, Method::POST, &format!("{text}/publication"), &stale).await, "text-newer");
        let long = json!({"content": words(&"x".repeat(201), &"y".repeat(60_001)), "revision": second});
        let refused = desk.refused(&ada, Method::PUT, &format!("{text}/draft"), &long).await;
        assert_eq!(refused, "invalid title:too-long body:too-long");
    }
}

story! {
    /// A window that still shows a draft that was thrown away, or that is out, writes over no other one.
    async fn no_draft_is_taken_for_another(desk: Desk) {
        let ada = desk.token(Role::Editor).await;
        let place = section(&desk, &ada, json!({"slug": "fees", "titles": {"en": "Fees"}})).await;
        let text = format!("{}/texts/en", article(&desk, &ada, &place, "trading-fees").await);
        let draft = format!("{text}/draft");
        let mut stale = vec![write(&desk, &ada, &text, words("Fees", "Thrown away."), 0).await];
        stale.push(write(&desk, &ada, &text, words("Fees", "Thrown away, too."), stale[0]).await);
        let path = format!("{draft}?revision={}", stale[1]);
        read(desk.request(&ada, Method::DELETE, &path), StatusCode::NO_CONTENT).await;
        let published = write(&desk, &ada, &text, words("Fees", "Out."), 0).await;
        done(&desk, &ada, &format!("{text}/publication"), json!({"revision": published})).await;
        stale.push(published);

        let mut revision = 0;
        for body in ["New.", "New again."] {
            revision = write(&desk, &ada, &text, words("Fees", body), revision).await;
            assert!(!stale.contains(&revision), "{revision} of {stale:?}");
            for old in &stale {
                let over = json!({"content": words("Fees", "What the window shows."), "revision": old});
                assert_eq!(desk.refused(&ada, Method::PUT, &draft, &over).await, "text-newer");
                let path = format!("{draft}?revision={old}");
                assert_eq!(desk.refused(&ada, Method::DELETE, &path, &json!({})).await, "text-newer");
            }
        }
    }
}

story! {
    /// A draft goes out by itself when its time has come, and is due again after the section's days.
    async fn what_is_scheduled_and_what_is_due(desk: Desk) {
        let ada = desk.token(Role::Editor).await;
        let place = section(&desk, &ada, json!({"slug": "fees", "titles": {"en": "Fees"}, "review_days": 30})).await;
        let article = article(&desk, &ada, &place, "trading-fees").await;
        let text = format!("{article}/texts/en");
        let revision = write(&desk, &ada, &text, words("Fees", "Maker and taker."), 0).await;
        let publication = |at: i64| json!({"revision": revision, "at": rfc3339(at)});
        let now = desk.app.clock.now();
        let refused = desk.refused(&ada, Method::POST, &format!("{text}/publication"), &publication(now + 400 * DAY)).await;
        assert_eq!(refused, "invalid at:too-far-ahead");
        let set = done(&desk, &ada, &format!("{text}/publication"), publication(now + HOUR)).await;
        assert_eq!((&set["texts"][0]["version"], &set["texts"][0]["draft"]["publish_at"]), (&Value::Null, &json!(rfc3339(now + HOUR))));
        assert_eq!(desk.get(&ada, "/api/v1/help/articles?state=scheduled").await["results"].as_array().unwrap().len(), 1);
        desk.app.clock.turn(2 * HOUR);
        desk.until("it is published", || async { desk.get(&ada, &article).await["texts"][0]["version"] == 1 }).await;
        assert_eq!(desk.get(&ada, "/api/v1/help/articles?state=due").await["results"], json!([]));
        desk.app.clock.turn(31 * DAY);
        let due = desk.get(&ada, "/api/v1/help/articles?state=due").await;
        assert_eq!(due["results"][0]["texts"][0]["due"], true);
        let confirmed = desk.request(&ada, Method::POST, &format!("{text}/confirmation")).send().await.unwrap();
        assert_eq!(confirmed.status(), StatusCode::NO_CONTENT);
        assert_eq!(desk.get(&ada, "/api/v1/help/articles?state=due").await["results"], json!([]));
        // The section asks more often: it is due at once.
        let often = json!({"slug": "fees", "titles": {"en": "Fees"}, "review_days": 1});
        desk.put(&ada, &format!("/api/v1/help/sections/{place}"), &often).await;
        desk.app.clock.turn(2 * DAY);
        assert_eq!(desk.get(&ada, "/api/v1/help/articles?state=due").await["results"].as_array().unwrap().len(), 1);
    }
}

story! {
    /// The tree stays a tree; slugs stay unique; old slugs lead on; what is not empty stays.
    async fn sections_and_addresses(desk: Desk) {
        let ada = desk.token(Role::Editor).await;
        let new = |slug: &str, parent: Option<&str>| json!({"slug": slug, "parent": parent, "titles": {"en": slug}});
        let mut path = vec![section(&desk, &ada, new("a", None)).await];
        for slug in ["b", "c", "d", "e"] {
            path.push(section(&desk, &ada, new(slug, path.last().map(String::as_str))).await);
        }
        let sections = "/api/v1/help/sections";
        assert_eq!(desk.refused(&ada, Method::POST, sections, &new("f", Some(&path[4]))).await, "invalid parent:section-too-deep");
        let cycle = new("a", Some(&path[2]));
        assert_eq!(desk.refused(&ada, Method::PUT, &format!("{sections}/{}", path[0]), &cycle).await, "invalid parent:section-cycle");
        let own = new("a", Some(&path[0]));
        assert_eq!(desk.refused(&ada, Method::PUT, &format!("{sections}/{}", path[0]), &own).await, "invalid parent:section-cycle");
        assert_eq!(desk.refused(&ada, Method::POST, sections, &new("b", None)).await, "invalid slug:slug-taken");
        let bad = json!({"slug": "A b", "titles": {"xx": "?"}, "review_days": 0});
        let refused = desk.refused(&ada, Method::POST, sections, &bad).await;
        assert_eq!(refused, "invalid slug:invalid-page-slug titles.xx:unknown-field titles:required review_days:invalid-days");
        let removal = |id: &str| desk.request(&ada, Method::DELETE, &format!("{sections}/{id}")).send();
        assert_eq!(removal(&path[3]).await.unwrap().status(), StatusCode::CONFLICT);
        assert_eq!(removal(&path[4]).await.unwrap().status(), StatusCode::NO_CONTENT);

        let one = article(&desk, &ada, &path[0], "one").await;
        publish(&desk, &ada, &format!("{one}/texts/en"), words("One", "See [two](help:two) and [nowhere](help:nowhere).")).await;
        let two = article(&desk, &ada, &path[1], "two").await;
        publish(&desk, &ada, &format!("{two}/texts/en"), words("Two", "…")).await;
        let broken = desk.get(&ada, "/api/v1/help/broken-links").await;
        assert_eq!(broken["results"].as_array().unwrap().iter().map(|link| link["slug"].as_str().unwrap()).collect::<Vec<_>>(), ["nowhere"]);
        let moved = desk.put(&ada, &two, &json!({"section": path[2], "slug": "second"})).await;
        assert_eq!((&moved["slug"], &moved["key"]), (&json!("second"), &json!("two")));
        assert_eq!(desk.get(&ada, "/api/v1/help/broken-links").await["results"].as_array().unwrap().len(), 1, "the old slug leads on");
        let taken = json!({"section": path[2], "slug": "two"});
        assert_eq!(desk.refused(&ada, Method::POST, "/api/v1/help/articles", &taken).await, "invalid slug:slug-taken");
        assert_eq!(desk.put(&ada, &two, &json!({"section": path[2], "slug": "two"})).await["slug"], "two", "its own old one is free");

        done(&desk, &ada, &format!("{two}/archival"), json!({})).await;
        assert_eq!(desk.get(&ada, "/api/v1/help/broken-links").await["results"].as_array().unwrap().len(), 2);
        assert_eq!(desk.get(&ada, "/api/v1/help/articles?state=archived").await["results"][0]["slug"], "two");
        let draft = json!({"content": words("x", "x"), "revision": 0});
        assert_eq!(desk.refused(&ada, Method::PUT, &format!("{two}/texts/en/draft"), &draft).await, "not-found");
        read(desk.request(&ada, Method::DELETE, &format!("{two}/archival")), StatusCode::OK).await;
        assert_eq!(desk.get(&ada, "/api/v1/help/broken-links").await["results"].as_array().unwrap().len(), 1);
        assert_eq!(desk.get(&ada, "/api/v1/help/articles?q=NE").await["results"].as_array().unwrap().len(), 1, "One, by its title");
        assert_eq!(desk.get(&ada, "/api/v1/help/articles?q=%25").await["results"], json!([]));
    }
}

story! {
    /// Pictures are pictures; a preview stores nothing and says what is broken.
    async fn pictures_and_previews(desk: Desk) {
        let (ada, agent) = (desk.token(Role::Editor).await, desk.token(Role::Agent).await);
        let picture = desk.request(&agent, Method::POST, "/api/v1/help/images").body(vec![1]).send().await.unwrap();
        assert_eq!(picture.status(), StatusCode::FORBIDDEN);
        let send = |bytes: Vec<u8>| desk.request(&ada, Method::POST, "/api/v1/help/images").body(bytes).send();
        for attack in [b"<svg onload=alert(1)>".to_vec(), b"GIF89a".to_vec(), Vec::new(), b"\x89PNG\r\n\x1a\nbroken".to_vec()] {
            assert_eq!(send(attack).await.unwrap().status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
        }
        assert_eq!(send(vec![0; 2 * 1024 * 1024 + 1]).await.unwrap().status(), StatusCode::PAYLOAD_TOO_LARGE);
        let preview = json!({"language": "zh-CN", "body": "**重要：**请看[这里](help:nowhere)。\n\n<script>alert(1)</script>"});
        let drawn = done(&desk, &ada, "/api/v1/help/preview", preview.clone()).await;
        assert!(drawn["html"].as_str().unwrap().starts_with("<p><strong>重要：</strong>请看<a href=\"/zh-CN/help/articles/nowhere\">"));
        assert!(!drawn["html"].as_str().unwrap().contains("<script"));
        assert_eq!(drawn["broken"], json!(["nowhere"]));
    }
}

story! {
    /// What is asked in one language is answered in it, or in the nearest; hostile questions are questions.
    async fn questions_of_all_kinds(desk: Desk) {
        let ada = desk.token(Role::Editor).await;
        let place = section(&desk, &ada, json!({"slug": "deposits", "titles": {"en": "Deposits"}})).await;
        let deposit = article(&desk, &ada, &place, "deposit-not-credited").await;
        publish(&desk, &ada, &format!("{deposit}/texts/zh-CN"), words("充值未到账怎么办", "先在区块浏览器上查看确认数。")).await;
        let withdrawal = article(&desk, &ada, &place, "withdrawal-pending").await;
        publish(&desk, &ada, &format!("{withdrawal}/texts/zh-CN"), words("提现一直处理中", "人工审核通常需要一天。")).await;
        publish(&desk, &ada, &format!("{withdrawal}/texts/en"), words("Withdrawal is pending", "A review usually takes a day.")).await;
        let first = |id: &'static str| move |ids: &[String]| ids.first().is_some_and(|first| first == id);
        for (query, id) in [
            ("lang=zh-CN&q=充值没到", "deposit-not-credited"),
            ("lang=zh&q=tixian", "withdrawal-pending"),
            ("lang=zh-TW&q=提現處理中", "withdrawal-pending"),
            ("lang=en-GB&q=withdrawl+pendng", "withdrawal-pending"),
            // Korean and Japanese have neither: the nearest language answers.
            ("lang=ko&q=withdrawal", "withdrawal-pending"),
        ] {
            found(&desk, query, first(id)).await;
        }
        let ask = |q: &str, limit: &str| {
            let url = reqwest::Url::parse_with_params(&format!("{}/api/v1/help/search", desk.url), [("lang", "zh-CN"), ("q", q), ("limit", limit)]);
            desk.client.get(url.unwrap()).send()
        };
        let long = "充值".repeat(1_700);
        for hostile in ["", " ", "\u{0}\u{1}", "\u{202e}充值", "😀😀", "\" OR 1=1 --", "title:* AND (", "a+b-c~d^e", &long] {
            assert_eq!(ask(hostile, "3").await.unwrap().status(), StatusCode::OK, "{hostile}");
        }
        assert_eq!(ask("充值", "0").await.unwrap().status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(ask("充值", "51").await.unwrap().status(), StatusCode::UNPROCESSABLE_ENTITY);

        // Editors teach it a word of their own, and see beforehand what it would do.
        let trial = async |lines: &str| {
            let body = json!({"value": {"lines": {"zh-CN": lines}}, "language": "zh-CN", "q": "冲田"});
            done(&desk, &ada, "/api/v1/help/lexicon/trial", body).await["results"][0]["id"].clone()
        };
        assert_eq!(trial("").await, Value::Null);
        assert_eq!(trial("冲田, 充值").await, "deposit-not-credited");
        found(&desk, "lang=zh-CN&q=冲田", <[String]>::is_empty).await;
        let lexicon = |lines: &str| json!({"version": 0, "value": {"lines": {"zh-CN": lines}}});
        let refused = desk.refused(&ada, Method::PUT, "/api/v1/help/lexicon", &lexicon("冲田")).await;
        assert_eq!(refused, "invalid lines.zh-CN:lexicon-line");
        desk.put(&ada, "/api/v1/help/lexicon", &lexicon("冲田, 充值")).await;
        found(&desk, "lang=zh-CN&q=冲田", first("deposit-not-credited")).await;
    }
}
