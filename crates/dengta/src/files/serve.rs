//! Bytes of files to those who may see them: in a sandbox, in stretches, opened frame by frame.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::{Blobs, File, Object, name};
use crate::app::App;
use crate::error::{Problem, Result};

/// Whatever it is, it may show itself and nothing else: no script, no form, no other address.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
);

/// What is kept of a file.
///
/// # Errors
/// 404 when nothing is; 416 when the stretch lies outside.
pub fn content(app: &App, file: &File, asked: &HeaderMap) -> Result<Response> {
    let (object, kind) = file.content().zip(file.kind).ok_or_else(Problem::not_found)?;
    let media = if kind.media().starts_with("text/") {
        format!("{}; charset=utf-8", kind.media())
    } else {
        kind.media().into()
    };
    respond(app, object, &media, &name::disposition(&file.name, kind.inline()), asked)
}

/// The small picture of a file.
///
/// # Errors
/// 404 when there is none.
pub fn thumbnail(app: &App, file: &File, asked: &HeaderMap) -> Result<Response> {
    let object = file.small().ok_or_else(Problem::not_found)?;
    respond(app, object, "image/jpeg", &name::disposition("thumbnail.jpg", true), asked)
}

fn respond(app: &App, object: Object, media: &str, disposition: &str, asked: &HeaderMap) -> Result<Response> {
    let tag = format!("\"{}\"", object.id.simple());
    let text = |name: header::HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
    let mut response = if text(header::IF_NONE_MATCH).is_some_and(|known| known.contains(&tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let same = text(header::IF_RANGE).is_none_or(|known| known == tag);
        match text(header::RANGE).filter(|_| same).map(|range| stretch(range, object.size)) {
            Some(Stretch::Outside) => {
                let problem = Problem::new(StatusCode::RANGE_NOT_SATISFIABLE, "malformed");
                return Err(problem);
            }
            Some(Stretch::Part(from, to)) => {
                let mut response = (StatusCode::PARTIAL_CONTENT, body(app, object, from, to)).into_response();
                let range = format!("bytes {from}-{}/{}", to - 1, object.size);
                put(&mut response, header::CONTENT_RANGE, &range);
                put(&mut response, header::CONTENT_LENGTH, &(to - from).to_string());
                response
            }
            Some(Stretch::Whole) | None => {
                let mut response = body(app, object, 0, object.size).into_response();
                put(&mut response, header::CONTENT_LENGTH, &object.size.to_string());
                response
            }
        }
    };
    put(&mut response, header::CONTENT_TYPE, media);
    put(&mut response, header::CONTENT_DISPOSITION, disposition);
    put(&mut response, header::ETAG, &tag);
    put(&mut response, header::ACCEPT_RANGES, "bytes");
    // Kept by the browser, and asked for again each time: who may see it can change.
    put(&mut response, header::CACHE_CONTROL, "private, no-cache");
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY);
    Ok(response)
}

fn put(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// The bytes from here to there, as they are asked for.
fn body(app: &App, object: Object, from: u64, to: u64) -> Body {
    let step = move |(blobs, at): (Blobs, u64)| async move {
        if at >= to {
            return Ok::<_, std::io::Error>(None);
        }
        let (start, mut bytes) = blobs.read(object, at).await.map_err(|error| {
            tracing::warn!(%error, "a file could not be read");
            std::io::Error::other(error)
        })?;
        let end = (start + bytes.len() as u64).min(to);
        let inside = |at: u64| usize::try_from(at - start).unwrap_or(usize::MAX);
        bytes = bytes.slice(inside(at)..inside(end));
        Ok(Some((bytes, (blobs, end))))
    };
    Body::from_stream(stream::try_unfold((app.files.blobs.clone(), from), step))
}

#[derive(Debug, PartialEq, Eq)]
enum Stretch {
    Whole,
    /// From, and behind the last.
    Part(u64, u64),
    Outside,
}

/// One stretch (RFC 9110 §14.2). Several at once, and what cannot be read, get the whole.
fn stretch(range: &str, size: u64) -> Stretch {
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Stretch::Whole;
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(first) || !digits(last) {
        return Stretch::Whole;
    }
    let number = |text: &str| text.parse::<u64>().unwrap_or(u64::MAX);
    match (first, last) {
        ("", "") => Stretch::Whole,
        ("", last) if number(last) == 0 => Stretch::Outside,
        ("", last) => Stretch::Part(size.saturating_sub(number(last)), size),
        (first, _) if number(first) >= size => Stretch::Outside,
        (first, "") => Stretch::Part(number(first), size),
        (first, last) if number(last) < number(first) => Stretch::Whole,
        (first, last) => Stretch::Part(number(first), number(last).saturating_add(1).min(size)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches() {
        for (range, expected) in [
            ("bytes=0-", Stretch::Part(0, 10)),
            ("bytes=0-0", Stretch::Part(0, 1)),
            ("bytes=5-99", Stretch::Part(5, 10)),
            ("bytes=-3", Stretch::Part(7, 10)),
            ("bytes=-99", Stretch::Part(0, 10)),
            ("bytes=-0", Stretch::Outside),
            ("bytes=10-", Stretch::Outside),
            ("bytes=99999999999999999999-", Stretch::Outside),
            ("bytes=0-99999999999999999999", Stretch::Part(0, 10)),
            ("bytes=5-4", Stretch::Whole),
            ("bytes=0-1,3-4", Stretch::Whole),
            ("bytes=-", Stretch::Whole),
            ("lines=1-2", Stretch::Whole),
            ("bytes=+1-2", Stretch::Whole),
        ] {
            assert_eq!(stretch(range, 10), expected, "{range}");
        }
    }
}
