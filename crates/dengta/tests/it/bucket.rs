//! A bucket as S3's description has it, as much as the desk asks of one: objects in parts, ranges, lists.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::any;

type Params = Query<BTreeMap<String, String>>;

/// What lies in it, and what is on its way.
#[derive(Clone, Default)]
pub struct Bucket {
    objects: Arc<Mutex<BTreeMap<String, Bytes>>>,
    parts: Arc<Mutex<BTreeMap<u32, Bytes>>>,
}

impl Bucket {
    /// Serves it; the settings that lead there.
    pub async fn serve(&self) -> String {
        let routes = Router::new()
            .route("/desk", any(of_bucket))
            .route("/desk/{*key}", any(of_object))
            .layer(axum::extract::DefaultBodyLimit::disable())
            .with_state(self.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, routes).await });
        format!(
            "[files.bucket]\nendpoint = \"http://{address}\"\nname = \"desk\"\naccess_key = \"key\"\nsecret_key = \"secret\"\n"
        )
    }

    /// Everything in it.
    pub fn objects(&self) -> BTreeMap<String, Bytes> {
        self.objects.lock().unwrap().clone()
    }
}

fn xml(body: String) -> Response {
    ([("content-type", "application/xml")], format!("<?xml version=\"1.0\"?>{body}")).into_response()
}

/// Lists, and deletions of many.
async fn of_bucket(State(bucket): State<Bucket>, method: Method, Query(asked): Params, body: Bytes) -> Response {
    let mut objects = bucket.objects.lock().unwrap();
    if method == Method::POST {
        let text = String::from_utf8(body.to_vec()).unwrap();
        let keys = text.split("<Key>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned());
        let gone: String = keys
            .map(|key| {
                objects.remove(&key);
                format!("<Deleted><Key>{key}</Key></Deleted>")
            })
            .collect();
        return xml(format!("<DeleteResult>{gone}</DeleteResult>"));
    }
    let prefix = asked.get("prefix").cloned().unwrap_or_default();
    let found: String = objects
        .iter()
        .filter(|(key, _)| key.starts_with(&prefix))
        .map(|(key, bytes)| {
            let size = bytes.len();
            format!("<Contents><Key>{key}</Key><LastModified>2026-11-20T00:00:00.000Z</LastModified><ETag>\"e\"</ETag><Size>{size}</Size></Contents>")
        })
        .collect();
    xml(format!("<ListBucketResult><Name>desk</Name><IsTruncated>false</IsTruncated>{found}</ListBucketResult>"))
}

/// One object, whole or in parts.
async fn of_object(
    State(bucket): State<Bucket>,
    Path(key): Path<String>,
    Query(asked): Params,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    assert!(headers["authorization"].to_str().unwrap().starts_with("AWS4-HMAC-SHA256 Credential=key/"));
    let (mut objects, mut parts) = (bucket.objects.lock().unwrap(), bucket.parts.lock().unwrap());
    match method {
        Method::PUT if asked.contains_key("partNumber") => {
            parts.insert(asked["partNumber"].parse().unwrap(), body);
            ([("etag", "\"p\"")], "").into_response()
        }
        Method::PUT => {
            objects.insert(key, body);
            ([("etag", "\"e\"")], "").into_response()
        }
        Method::POST if asked.contains_key("uploads") => xml(
            "<InitiateMultipartUploadResult><Bucket>desk</Bucket><UploadId>u</UploadId></InitiateMultipartUploadResult>".into(),
        ),
        Method::POST => {
            let whole: Vec<u8> = std::mem::take(&mut *parts).into_values().flatten().collect();
            objects.insert(key, whole.into());
            xml("<CompleteMultipartUploadResult><ETag>\"e\"</ETag></CompleteMultipartUploadResult>".into())
        }
        Method::DELETE => {
            objects.remove(&key);
            StatusCode::NO_CONTENT.into_response()
        }
        _ => {
            let Some(bytes) = objects.get(&key) else { return StatusCode::NOT_FOUND.into_response() };
            let range = headers["range"].to_str().unwrap().strip_prefix("bytes=").unwrap().to_owned();
            let (from, to) = range.split_once('-').unwrap();
            let (from, to): (usize, usize) = (from.parse().unwrap(), to.parse::<usize>().unwrap() + 1);
            let told = [
                ("etag", "\"e\"".to_owned()),
                ("last-modified", "Fri, 20 Nov 2026 00:00:00 GMT".to_owned()),
                ("content-range", format!("bytes {from}-{}/{}", to - 1, bytes.len())),
            ];
            (StatusCode::PARTIAL_CONTENT, told, bytes.slice(from..to)).into_response()
        }
    }
}
