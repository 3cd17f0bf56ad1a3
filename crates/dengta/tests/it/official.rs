//! What is official, and "Is this really you?".

use dengta::language::Language;
use dengta::people::Role;
use dengta::tickets::codes;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::params;

use crate::desk::{Desk, read, ticket};
use crate::people::{Seat, join};
use crate::secrets::at_home;
use crate::site::{Browser, location};

/// A desk's brand, with something of each kind.
fn brand() -> Value {
    json!({"id": "lantern", "names": ["Lantern", "灯笼交易所"], "domains": ["Lantern.exchange"], "addresses": ["lantern.help@gmail.com"],
        "phones": ["+82 2 1234 5678"], "handles": ["lantern_hq"]})
}

/// Says what is official.
async fn decide(desk: &Desk, token: &str, version: i64, brands: Value) -> Value {
    desk.put(token, "/api/v1/settings/official", &json!({"version": version, "value": {"brands": brands}})).await
}

story! {
    /// What is official is checked at the door, saved by one at a time, and every decision can be read.
    async fn what_is_official_is_decided(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        let path = "/api/v1/settings/official";
        assert_eq!(desk.get(&token, path).await, json!({"version": 0, "value": {"brands": []}}));
        let saved = decide(&desk, &token, 0, json!([brand()])).await;
        assert_eq!(saved["value"]["brands"][0]["domains"], json!(["lantern.exchange"]));
        assert_eq!(saved["value"]["brands"][0]["handles"], json!(["@lantern_hq"]));
        assert_eq!(desk.get(&token, "/api/v1/settings").await["official"], saved);
        let late = json!({"version": 0, "value": {"brands": []}});
        assert_eq!(desk.refused(&token, Method::PUT, path, &late).await, "setting-moved");
        let told = desk.get(&token, "/api/v1/changes?subject=setting:official").await;
        assert_eq!(told["results"][0]["after"]["brands"][0]["id"], "lantern");

        let version = saved["version"].as_i64().unwrap();
        for (field, value, wanted) in [
            ("id", json!(""), "id:required"),
            ("id", json!("Dengta!"), "id:invalid-slug"),
            ("names", json!(["x"]), "names:invalid-official-name"),
            ("domains", json!(["https://lantern.exchange"]), "domains:invalid-domain"),
            ("domains", json!(["gmail.com"]), "domains:domain-shared"),
            ("addresses", json!(["nobody"]), "addresses:invalid-email"),
            ("phones", json!(["call us"]), "phones:invalid-phone"),
            ("handles", json!(["a b"]), "handles:invalid-handle"),
            ("handles", json!(vec!["@x"; 101]), "handles:too-many"),
            ("names", json!(["x".repeat(300)]), "names:too-long"),
        ] {
            let mut wrong = brand();
            wrong[field] = value;
            let body = json!({"version": version, "value": {"brands": [wrong]}});
            assert_eq!(desk.refused(&token, Method::PUT, path, &body).await, format!("invalid brands.0.{wanted}"));
        }
        let twice = json!({"version": version, "value": {"brands": [brand(), {"id": "lamp", "domains": ["lantern.exchange"]}]}});
        assert_eq!(desk.refused(&token, Method::PUT, path, &twice).await, "invalid brands.1.domains:listed-twice");
        assert_eq!(desk.get(&token, path).await, saved, "what was refused changed nothing");
        desk.verify().await;
    }
}

/// Asks as an app that nobody is signed in to.
async fn ask(desk: &Desk, asked: &str) -> Value {
    let request = desk.client.get(format!("{}/api/v1/official", desk.url)).query(&[("q", asked), ("lang", "en")]);
    read(request, StatusCode::OK).await
}

/// An address of the page with a question in it.
fn page(language: Language, asked: &str) -> String {
    format!("/{language}/official?{}", form_urlencoded::Serializer::new(String::new()).append_pair("q", asked).finish())
}

story! {
    /// Whatever is pasted: the page in five languages and the API give the same answer, with why and what to do.
    async fn is_this_really_you(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        decide(&desk, &token, 0, json!([brand()])).await;
        join(&Seat::new(&desk), Role::Agent, "mina@example.com").await;
        let number = desk.app.db.read(move |tx| tx.first("SELECT number FROM agent WHERE email_key = 'mina@example.com'", params![], |row| row.get::<String>(0)));
        let number = number.await.unwrap().unwrap();
        let browser = Browser::new(&desk);
        for (asked, verdict, kind, reason) in [
            ("https://www.lantern.exchange/help", "official", "link", None),
            ("Lantern Support <help@lantern.exchange>", "official", "address", None),
            ("lantern.help@gmail.com", "official", "address", None),
            ("+82 2-1234-5678", "official", "phone", None),
            ("@lantern_hq", "official", "handle", None),
            (format!("Mina 민아, agent {number}").as_str(), "official", "agent", None),
            ("agent 9998", "not_ours", "agent", None),
            ("https://weather.example.org/today", "not_ours", "link", None),
            ("https://lantern-support.top/login", "imitation", "link", Some("added-words")),
            ("https://lantern.exchange.verify-id.cc", "imitation", "link", Some("subdomain")),
            ("lantern.support.team@gmail.com", "imitation", "address", Some("free-mail")),
        ] {
            let answer = ask(&desk, asked).await;
            assert_eq!((&answer["verdict"], &answer["parts"][0]["kind"]), (&json!(verdict), &json!(kind)), "{asked}: {answer}");
            assert_eq!(answer["parts"][0]["reason"], json!(reason), "{asked}: {answer}");
            for language in Language::ALL {
                let shown = browser.page(&page(language, asked)).await;
                assert!(shown.contains(&format!("verdict {}\"", verdict.replace('_', "-"))), "{asked} in {language}");
                let report = shown.matches("/ask/phishing?q=").count();
                assert_eq!(report, usize::from(verdict != "official"), "{asked} in {language}");
            }
        }
        let shown = browser.page(&page(Language::En, &format!("#{number}"))).await;
        assert!(shown.contains("belongs to Mina 민아"), "{shown}");
        assert_eq!(ask(&desk, "hello, where is my deposit?").await["verdict"], "unknown");
        let long = "Dear customer, your account is locked. Please sign in today at https://www.lantern.exchange/help to keep it.";
        let answer = ask(&desk, long).await;
        assert_eq!((&answer["verdict"], &answer["parts"][0]["verdict"]), (&json!("unknown"), &json!("official")));
        for language in Language::ALL {
            let front = browser.page(&format!("/{language}/")).await;
            assert!(front.contains(&format!("href=\"/{language}/official\"")), "it stands in the footer");
        }
    }
}

story! {
    /// What is too long is refused and not cut; what is pasted is shown as text and kept nowhere.
    async fn what_is_asked_about_is_kept_nowhere(desk: Desk) {
        let browser = Browser::new(&desk);
        let exact = "x".repeat(2_000);
        assert_eq!(browser.get(&page(Language::En, &exact)).await.status(), StatusCode::OK);
        let response = browser.get(&page(Language::En, &format!("{exact}y"))).await;
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let shown = response.text().await.unwrap();
        assert!(shown.contains("“What you pasted” can hold 2000 characters and has 2001") && shown.contains(&format!("{exact}y")), "{shown}");
        let token = desk.token(Role::Agent).await;
        let path = format!("/api/v1/official?q={exact}y");
        assert_eq!(desk.refused(&token, Method::GET, &path, &Value::Null).await, "invalid q:too-long");
        assert_eq!(desk.refused(&token, Method::GET, "/api/v1/official?q=x&lang=xx", &Value::Null).await, "invalid lang:invalid-choice");

        let marked = "<script>alert('kept-nowhere-8841')</script> https://kept-nowhere-8841.example";
        let response = browser.get(&page(Language::En, marked)).await;
        assert_eq!(response.headers()["cache-control"], "no-store");
        let shown = response.text().await.unwrap();
        assert!(!shown.contains("<script>alert") && shown.contains("&#60;script&#62;"), "{shown}");
        assert!(shown.contains("noindex"));
        assert!(!crate::held::everything(&desk).await.contains("kept-nowhere-8841"));
    }
}

/// The code beside the newest message of ours on a case's page.
fn code_of(page: &str) -> String {
    let (_, rest) = page.rsplit_once("Code of this message <code>").unwrap();
    rest.split('<').next().unwrap().to_owned()
}

story! {
    /// Each answer has a code: to anybody it says that the message is ours and when it was sent, to the case's own customer
    /// also which one it is. What rests, was taken back or was never written has none.
    async fn a_message_is_known_by_its_code(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let seat = Seat::new(&desk);
        join(&seat, Role::Agent, "mina@example.com").await;
        let opened = desk.ticket(&token).await;
        let path = format!("/tickets/{}/replies", opened["id"].as_str().unwrap());
        let first = seat.post(&path, json!({"body": "It was credited just now."}), StatusCode::CREATED).await;
        let first = first["entry"]["number"].as_i64().unwrap();
        let (browser, id, case) = at_home(&desk).await;
        assert!(!browser.page(&case).await.contains("Code of this message"), "it rests");
        let resting = desk.app.db.read(move |tx| codes::of_ticket(tx, id)).await.unwrap();
        assert_eq!(ask(&desk, &resting[&first]).await["verdict"], "not_ours", "it rests");
        desk.rest();

        let code = code_of(&browser.page(&case).await);
        assert_eq!(code, resting[&first]);
        for typed in [code.clone(), code.to_lowercase(), format!(" {} ", code.replace('-', ""))] {
            let answer = ask(&desk, &typed).await;
            assert_eq!((&answer["verdict"], &answer["parts"][0]["kind"]), (&json!("official"), &json!("message")), "{typed}: {answer}");
            assert!(answer["parts"][0]["message"].as_str().unwrap().starts_with("We sent a message with this code on "));
            assert!(!answer.to_string().contains("充值") && !answer.to_string().contains("Mina"), "{answer}");
        }
        let own = browser.page(&page(Language::En, &code)).await;
        for known in ["充值未到账 0.5 BTC", "Mina 민아, agent ", opened["reference"].as_str().unwrap()] {
            assert!(own.contains(known), "{known} in {own}");
        }
        // Another customer is told what everybody is.
        desk.post(&token, "/api/v1/tickets", &ticket("li@example.com")).await;
        let (other, ..) = at_home(&desk).await;
        let theirs = other.page(&page(Language::En, &code)).await;
        assert!(theirs.contains("We sent a message with this code on ") && !theirs.contains("充值未到账"), "{theirs}");
        let wrong = ask(&desk, "2222-2222").await;
        assert_eq!((&wrong["verdict"], &wrong["parts"][0]["kind"]), (&json!("not_ours"), &json!("message")));

        let reply = seat.post(&path, json!({"body": "Wrong case, sorry."}), StatusCode::CREATED).await;
        let number = reply["entry"]["number"].as_i64().unwrap();
        assert_eq!(seat.delete(&format!("{path}/{number}")).await, StatusCode::OK);
        let codes = desk.app.db.read(move |tx| codes::of_ticket(tx, id)).await.unwrap();
        desk.rest();
        assert_eq!(ask(&desk, &codes[&number]).await["verdict"], "not_ours", "it was taken back");
        assert!(!browser.page(&case).await.contains(&codes[&number]));
        desk.verify().await;
    }
}

story! {
    /// A customer's own words stand on their cases and in the facts of their mails; what is secret, ours or no plain words is refused.
    async fn a_customers_own_words(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        decide(&desk, &token, 0, json!([brand()])).await;
        let stranger = Browser::new(&desk).post("/en/cases/phrase", &[("phrase", "blue teapot")]).await;
        assert_eq!(stranger.status(), StatusCode::UNAUTHORIZED);
        desk.ticket(&token).await;
        let (browser, _, case) = at_home(&desk).await;
        assert!(!browser.page(&case).await.contains("Your phrase"));
        let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let long = "x".repeat(33);
        for (typed, told) in [
            ("", "Please fill in “Your phrase”"),
            ("abc", "at least 4 characters"),
            (long.as_str(), "can hold 32 characters and has 33"),
            (phrase, "can hold 32 characters"),
            ("my password is hunter2Xy!", "This looks like something secret"),
            ("see https://evil.example", "Please write plain words on one line"),
            ("blue\u{202e}teapot", "Please write plain words on one line"),
            ("Lantern support", "would look like it came from us"),
        ] {
            let refused = browser.post("/en/cases/phrase", &[("phrase", typed)]).await;
            assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            let shown = refused.text().await.unwrap();
            assert!(shown.contains(told), "{typed}: {shown}");
        }
        for words in ["蓝色茶壶 7", "blue teapot"] {
            let kept = browser.post("/en/cases/phrase", &[("phrase", words)]).await;
            assert_eq!(location(&kept), "/en/cases?done=phrase");
            assert!(browser.page("/en/cases").await.contains(&format!("value=\"{words}\"")));
            assert!(browser.page(&case).await.contains(&format!("Your phrase: {words}")));
        }
        // Nobody else's page has it.
        desk.post(&token, "/api/v1/tickets", &ticket("li@example.com")).await;
        let (other, _, theirs) = at_home(&desk).await;
        assert!(!other.page(&theirs).await.contains("teapot") && !other.page("/en/cases").await.contains("teapot"));
        let removed = browser.post("/en/cases/phrase", &[("phrase", "blue teapot"), ("remove", "1")]).await;
        assert_eq!(location(&removed), "/en/cases?done=phrase-removed");
        assert!(!browser.page(&case).await.contains("Your phrase"));
        desk.verify().await;
    }
}
