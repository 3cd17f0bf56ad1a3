//! Settings that act: categories and their fields, channels, languages, hours; saved by one at a time, and told to all.

use dengta::clock::{HOUR, MINUTE};
use dengta::people::{Actor, Role, Staff};
use dengta::server;
use dengta::settings::languages::Languages;
use dengta::settings::save;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::desk::{Desk, read, ticket};
use crate::site::Browser;

/// Reads a document, changes it, and saves it.
async fn decide(desk: &Desk, token: &str, name: &str, change: impl FnOnce(&mut Value)) -> Value {
    let path = format!("/api/v1/settings/{name}");
    let mut document = desk.get(token, &path).await;
    change(&mut document["value"]);
    desk.put(token, &path, &document).await
}

/// What a changed document is refused with.
async fn undecided(desk: &Desk, token: &str, name: &str, change: impl FnOnce(&mut Value)) -> String {
    let path = format!("/api/v1/settings/{name}");
    let mut document = desk.get(token, &path).await;
    change(&mut document["value"]);
    desk.refused(token, Method::PUT, &path, &document).await
}

fn category<'v>(value: &'v mut Value, slug: &str) -> &'v mut Value {
    value["categories"].as_array_mut().unwrap().iter_mut().find(|category| category["slug"] == slug).unwrap()
}

async fn page(desk: &Desk, path: &str) -> (StatusCode, String) {
    let response = Browser::new(desk).get(path).await;
    (response.status(), response.text().await.unwrap())
}

story! {
    /// The form, the API, the ticket's first owner and its promise follow what was decided about a category.
    async fn a_category_is_as_it_was_decided(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        let team = desk.post(&token, "/api/v1/teams", &json!({"name": "Wallets"})).await["id"].clone();
        let saved = decide(&desk, &token, "categories", |value| {
            let deposit = category(value, "deposit");
            deposit["names"] = json!({"en": "Money <b>missing</b>"});
            deposit["promise"] = json!({"from": 1, "to": 3, "unit": "hours"});
            deposit["team"] = team.clone();
            deposit["priority"] = json!("high");
            deposit["fields"] = json!([
                {"key": "rail_used", "ask": "required", "own": {
                    "input": "choice", "labels": {"en": "Which rail", "zh-CN": "哪个通道"}, "hints": {"en": "As your wallet calls it"},
                    "choices": [{"value": "main", "labels": {"en": "Main net"}}, {"value": "layer-2", "labels": {"en": "Layer 2"}}]
                }},
                {"key": "tx_id", "ask": "optional"},
                {"key": "coin", "ask": "hidden"},
                {"key": "device", "ask": "required"},
            ]);
            category(value, "derivatives")["enabled"] = json!(false);
            value["categories"].as_array_mut().unwrap().insert(0, json!({
                "slug": "staking", "names": {"en": "Staking", "ko": "스테이킹"}, "hints": {"en": "Rewards and unlocking"},
                "fields": [{"key": "validator", "ask": "required", "own": {"input": "line", "labels": {"en": "Validator"}}}]
            }));
        }).await;
        let fields: Vec<_> = saved["value"]["categories"][1]["fields"].as_array().unwrap().iter()
            .map(|field| field["key"].as_str().unwrap().to_owned()).collect();
        assert_eq!(&fields[..6], ["rail_used", "tx_id", "coin", "device", "network", "address"], "the rest comes behind");

        let (_, choose) = page(&desk, "/en/ask").await;
        assert!(choose.contains("Money &#60;b&#62;missing") && choose.contains("Staking") && !choose.contains("/ask/derivatives"));
        assert_eq!(page(&desk, "/en/ask/derivatives").await.0, StatusCode::NOT_FOUND);
        assert!(page(&desk, "/ko/ask/staking").await.1.contains("스테이킹"));
        assert!(page(&desk, "/ja/ask").await.1.contains("入金が反映されない"), "other languages keep the desk's words");
        let (_, form) = page(&desk, "/en/ask/deposit").await;
        assert!(form.contains("Which rail") && form.contains("Layer 2") && form.contains("As your wallet calls it"));
        assert!(form.contains("1–3 hours") && !form.contains("name=\"coin\""));
        let guest = Browser::new(&desk);
        let typed = [("subject", "x"), ("body", "y"), ("name", "Grace"), ("email", "grace@example.com"), ("network", "BTC"), ("amount", "1")];
        let refused = guest.post("/en/ask/deposit", &typed).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let told = refused.text().await.unwrap();
        assert!(told.contains("“Which rail”") && !told.contains("Please fill in “Transaction"), "{told}");

        let mut body = ticket("wang@example.com");
        let refused = desk.refused(&token, Method::POST, "/api/v1/tickets", &body).await;
        assert_eq!(refused, "invalid fields.coin:unknown-field");
        body["fields"] = json!({"network": "Bitcoin", "rail_used": "nowhere"});
        assert_eq!(desk.refused(&token, Method::POST, "/api/v1/tickets", &body).await, "invalid fields.rail_used:invalid-choice");
        body["fields"] = json!({"network": "Bitcoin", "rail_used": "layer-2"});
        let before = desk.app.clock.now();
        let opened = desk.post(&token, "/api/v1/tickets", &body).await;
        assert_eq!(opened["missing_fields"], json!(["device", "amount"]));
        let shown = desk.get(&token, &format!("/api/v1/tickets/{}", opened["id"].as_str().unwrap())).await;
        assert_eq!((&shown["team"]["name"], &shown["priority"]), (&json!("Wallets"), &json!("high")));
        let due: Timestamp = shown["due_at"].as_str().unwrap().parse().unwrap();
        assert!((0..MINUTE).contains(&(due.as_microsecond() - before - 3 * HOUR)));

        let staking = json!({"subject": "s", "body": "b", "category": "staking", "customer": {"email": "w@example.com", "name": "W"}, "fields": {"validator": "7"}});
        let own = desk.post(&token, "/api/v1/tickets", &staking).await;
        let shown = desk.get(&token, &format!("/api/v1/tickets/{}", own["id"].as_str().unwrap())).await;
        assert_eq!((&shown["category"], &shown["fields"]["validator"]), (&json!("staking"), &json!("7")));
        let made = desk.post(&token, "/api/v1/macros", &json!({"title": "V", "texts": {"en": "{{ ticket.category }} {{ facts.validator }}"}})).await;
        let rendered = desk.request(&token, Method::POST, &format!("/api/v1/macros/{}/renderings", made["id"].as_str().unwrap()));
        assert_eq!(read(rendered.json(&json!({"ticket": own["id"]})), StatusCode::OK).await["text"], "Staking 7");

        // What has tickets stays; what nobody used goes.
        let drop = |slug: &'static str| move |value: &mut Value| value["categories"].as_array_mut().unwrap().retain(|c| c["slug"] != slug);
        assert_eq!(undecided(&desk, &token, "categories", drop("staking")).await, "invalid categories:category-used");
        assert_eq!(undecided(&desk, &token, "categories", drop("trade")).await, "invalid categories:category-missing");
        // An archived team gets nothing, and does not stand in the way of the next change.
        read(desk.request(&token, Method::DELETE, &format!("/api/v1/teams/{}", team.as_str().unwrap())), StatusCode::NO_CONTENT).await;
        let next = desk.post(&token, "/api/v1/tickets", &body).await;
        let shown = desk.get(&token, &format!("/api/v1/tickets/{}", next["id"].as_str().unwrap())).await;
        assert_eq!((&shown["team"], &shown["priority"]), (&Value::Null, &json!("high")));
        decide(&desk, &token, "categories", |value| category(value, "deposit")["fields"] = json!([])).await;
        desk.verify().await;
    }
}

story! {
    /// Everything that is wrong with a document is told, and by its place in it.
    async fn what_cannot_be_decided_is_refused(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        let own = |field: Value| json!([{"key": "mine", "ask": "optional", "own": field}]);
        for (slug, part, value, expected) in [
            ("recovery", "enabled", json!(false), "categories.5.enabled:category-needed"),
            ("deposit", "promise", json!({"from": 5, "to": 4}), "categories.0.promise:invalid-promise"),
            ("deposit", "team", json!("019a0000-0000-7000-8000-000000000000"), "categories.0.team:team-unknown"),
            ("deposit", "names", json!({"xx": "x"}), "categories.0.names.xx:unknown-field"),
            ("deposit", "names", json!({"en": " "}), "categories.0.names.en:required"),
            ("deposit", "fields", json!([{"key": "pair", "ask": "optional"}]), "categories.0.fields.0.key:unknown-field"),
            ("deposit", "fields", json!([{"key": "coin", "ask": "hidden"}, {"key": "coin", "ask": "optional"}]), "categories.0.fields.1.key:name-taken"),
            ("deposit", "fields", json!([{"key": "subject", "ask": "optional", "own": {"input": "line", "labels": {"en": "x"}}}]), "categories.0.fields.0.key:name-taken"),
            ("deposit", "fields", json!([{"key": "pair", "ask": "optional", "own": {"input": "line", "labels": {"en": "x"}}}]), "categories.0.fields.0.key:name-taken"),
            ("deposit", "fields", json!([{"key": "\"><b>", "ask": "optional", "own": {"input": "line", "labels": {"en": "x"}}}]), "categories.0.fields.0.key:invalid-slug"),
            ("deposit", "fields", own(json!({"input": "line", "labels": {}})), "categories.0.fields.0.own.labels:required"),
            ("deposit", "fields", own(json!({"input": "choice", "labels": {"en": "x"}})), "categories.0.fields.0.own.choices:required"),
            ("deposit", "fields", own(json!({"input": "dance", "labels": {"en": "x"}})), "value.categories[0].fields[0].own.input:wrong-type"),
            ("deposit", "colour", json!("red"), "value.categories[0].colour:wrong-type"),
        ] {
            let said = undecided(&desk, &token, "categories", |document| category(document, slug)[part] = value.clone()).await;
            assert_eq!(said, format!("invalid {expected}"), "{slug} {part} {value}");
        }
        let again = |slug: &'static str| move |value: &mut Value| value["categories"].as_array_mut().unwrap().push(json!({"slug": slug, "names": {"en": "x"}}));
        assert_eq!(undecided(&desk, &token, "categories", again("deposit")).await, "invalid categories.14.slug:name-taken");
        assert_eq!(undecided(&desk, &token, "categories", again("Not A Slug")).await, "invalid categories.14.slug:invalid-slug");

        let calendar = json!({"name": "x", "time_zone": "Asia/Shanghai", "week": {}});
        for (part, value, expected) in [
            ("time_zone", json!("Mars/Olympus"), "calendars.0.time_zone:invalid-time-zone"),
            ("time_zone", json!("../../etc/passwd"), "calendars.0.time_zone:invalid-time-zone"),
            ("week", json!({"mon": [{"from": "9", "to": "18:00"}]}), "calendars.0.week.mon.0.from:invalid-clock"),
            ("week", json!({"mon": [{"from": "09:00", "to": "24:30"}]}), "calendars.0.week.mon.0.to:invalid-clock"),
            ("holidays", json!([{"date": "2026-02-30"}]), "calendars.0.holidays.0.date:invalid-date"),
            ("holidays", json!([{"date": "2026-02-01"}, {"date": "2026-02-01"}]), "calendars.0.holidays.1.date:name-taken"),
        ] {
            let mut calendar = calendar.clone();
            calendar[part] = value;
            let said = undecided(&desk, &token, "hours", |document| document["calendars"] = json!([calendar])).await;
            assert_eq!(said, format!("invalid {expected}"));
        }
        for (value, expected) in [
            (json!({"offered": [], "default": "en"}), "offered:required default:invalid-choice"),
            (json!({"offered": ["ko", "ko"], "default": "en"}), "offered:name-taken default:invalid-choice"),
        ] {
            let said = undecided(&desk, &token, "languages", |document| *document = value).await;
            assert_eq!(said, format!("invalid {expected}"));
        }
        for (value, expected) in [
            (json!({"form": {"recovery": "signed_in"}}), "form.recovery:always-open"),
            (json!({"form": {"lottery": "anyone"}}), "form.lottery:unknown-field"),
        ] {
            let said = undecided(&desk, &token, "channels", |document| *document = value).await;
            assert_eq!(said, format!("invalid {expected}"));
        }
    }
}

story! {
    /// A form can want a customer who is known; an agent writes down no call when calls are switched off.
    async fn channels_let_in_whom_they_should(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        let seat = crate::people::Seat::new(&desk);
        crate::people::join(&seat, Role::Agent, "mina@example.com").await;
        let call = |seat: &crate::people::Seat<'_>| {
            let mut body = ticket("caller@example.com");
            body["channel"] = json!("phone");
            seat.request(Method::POST, "/tickets").json(&body).send()
        };
        assert_eq!(call(&seat).await.unwrap().status(), StatusCode::CREATED);
        decide(&desk, &token, "channels", |value| *value = json!({"form": {"verification": "signed_in", "fiat": "proved"}, "phone": false})).await;
        assert_eq!(call(&seat).await.unwrap().status(), StatusCode::UNPROCESSABLE_ENTITY);
        let id = desk.ticket(&token).await["id"].as_str().unwrap().to_owned();
        let note = json!({"body": "called back", "call": true});
        assert_eq!(desk.refused(&token, Method::POST, &format!("/api/v1/tickets/{id}/notes"), &note).await, "invalid call:channel-off");
        for slug in ["verification", "fiat"] {
            let (status, text) = page(&desk, &format!("/en/ask/{slug}")).await;
            assert_eq!(status, StatusCode::FORBIDDEN);
            assert!(text.contains("the form for lost access is open to everyone"), "{text}");
            let sent = Browser::new(&desk).post(&format!("/en/ask/{slug}"), &[("subject", "x"), ("body", "y")]).await;
            assert_eq!(sent.status(), StatusCode::FORBIDDEN);
        }
        assert_eq!(page(&desk, "/en/ask/recovery").await.0, StatusCode::OK);
        assert_eq!(page(&desk, "/en/ask/deposit").await.0, StatusCode::OK);
    }
}

story! {
    /// The site is offered in the languages that were chosen; addresses in another lead to the default one.
    async fn languages_are_those_that_were_chosen(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        decide(&desk, &token, "languages", |value| *value = json!({"offered": ["zh-CN", "en"], "default": "zh-CN"})).await;
        let to = async |path: &str, accept: &str| {
            let response = desk.client.get(format!("{}{path}", desk.url)).header("accept-language", accept).send().await.unwrap();
            let location = response.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
            location.unwrap_or_else(|| response.status().to_string())
        };
        assert_eq!(to("/", "ko").await, "/zh-CN/");
        assert_eq!(to("/", "zh-TW, en;q=0.5").await, "/zh-CN/");
        assert_eq!(to("/", "en-GB").await, "/en/");
        assert_eq!(to("/ko/ask/deposit?x=1", "ko").await, "/zh-CN/ask/deposit?x=1");
        assert_eq!(to("/ko", "ko").await, "/zh-CN/");
        assert_eq!(to("/en/ask/deposit", "ko").await, "200 OK");
        assert!(!page(&desk, "/en/").await.1.contains("hreflang=\"ko\""));
    }
}

story! {
    /// Customers see when somebody is there; a promise in working time waits for that.
    async fn hours_are_kept(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        assert!(!page(&desk, "/en/").await.1.contains("class=\"presence\""));
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let now = Timestamp::from_microsecond(desk.app.clock.now()).unwrap();
        let clock = |ahead: i64| {
            let at = now.checked_add(jiff::SignedDuration::from_hours(ahead)).unwrap().to_zoned(zone.clone());
            format!("{:02}:{:02}", at.hour(), at.minute())
        };
        let day = json!([{"from": clock(2), "to": clock(5)}]);
        let week: Value = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().map(|name| ((*name).to_owned(), day.clone())).collect::<serde_json::Map<_, _>>().into();
        decide(&desk, &token, "hours", |value| value["calendars"] = json!([{"name": "Tokyo", "time_zone": "Asia/Tokyo", "week": week}])).await;
        decide(&desk, &token, "categories", |value| category(value, "deposit")["promise"] = json!({"from": 1, "to": 4, "unit": "working_hours"})).await;
        assert!(page(&desk, "/en/").await.1.contains("Agents are back at"));
        assert!(page(&desk, "/en/ask/deposit").await.1.contains("1–4 working hours"));
        let opened = desk.ticket(&token).await;
        let shown = desk.get(&token, &format!("/api/v1/tickets/{}", opened["id"].as_str().unwrap())).await;
        let due: Timestamp = shown["due_at"].as_str().unwrap().parse().unwrap();
        // Three hours of today's, one of tomorrow's.
        let hours = (due.as_microsecond() - now.as_microsecond() + MINUTE) / HOUR;
        assert_eq!(hours, 2 + 24 + 1);
        desk.app.clock.turn(2 * HOUR + MINUTE);
        assert!(page(&desk, "/en/").await.1.contains("Agents are here until"));
        let told = desk.get(&token, "/api/v1/changes?subject=setting:hours").await;
        assert_eq!(told["results"][0]["before"], json!({"calendars": []}));
        assert_eq!(told["results"][0]["after"]["calendars"][0]["name"], "Tokyo");
        desk.verify().await;
    }
}

story! {
    /// Of two who save the same document one is told; and what another node decides acts here within a second.
    async fn one_saves_at_a_time_and_all_are_told(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        let path = "/api/v1/settings/languages";
        let read_once = desk.get(&token, path).await;
        let save_as = |default: &str| {
            let value = json!({"offered": ["zh-CN", "zh-TW", "en", "ko", "ja"], "default": default});
            desk.request(&token, Method::PUT, path).json(&json!({"version": read_once["version"], "value": value})).send()
        };
        let (one, two) = tokio::join!(save_as("ko"), save_as("ja"));
        let mut statuses = [one, two].map(|answer| answer.unwrap().status().as_u16());
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        let all = desk.get(&token, "/api/v1/settings").await;
        assert_eq!(all["languages"], desk.get(&token, path).await);

        let node = server::open(&desk.options, desk.app.clock.clone(), false).await.unwrap();
        let find = |tx: &mut store::Tx<'_>| tx.first("SELECT id FROM api_token WHERE role = 'admin'", &[], |row| row.get(0));
        let admin = node.db.read(find).await.unwrap().unwrap();
        let staff = Staff { actor: Actor::Token(admin), role: Role::Admin, session: None };
        let (moment, config) = (node.clock.moment(), node.config.clone());
        let version = all["languages"]["version"].as_i64().unwrap();
        let there = Languages { offered: vec![dengta::language::Language::ZhTw], default: dengta::language::Language::ZhTw };
        let new = there.clone();
        node.db.write(move |tx| save(tx, &staff, new.clone(), version, &config, &moment)).await.unwrap();
        let began = desk.app.clock.now();
        desk.until("the other node's decision acts here", || async { desk.app.settings.now().languages == there }).await;
        assert!(desk.app.clock.now() - began < dengta::clock::SECOND);
        assert_eq!(page(&desk, "/en/").await.0, StatusCode::SEE_OTHER);
    }
}
