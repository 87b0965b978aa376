//! Answers the browser: pages of the preview, and the stream that tells them of edits.

use super::preview::{Answer, News, Preview};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt, once};

/// Where the preview's own files lie, below the site's base.
const OWN: &str = "__depeche/";

const SCRIPT: &str = include_str!("live.js");
const STYLE: &str = include_str!("live.css");

/// Serves until the process ends.
pub fn run(listener: TcpListener, preview: Arc<Preview>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, Router::new().fallback(respond).with_state(preview)).await
    })
}

async fn respond(State(preview): State<Arc<Preview>>, headers: HeaderMap, uri: Uri) -> Response {
    if !is_local(&headers) {
        return (StatusCode::FORBIDDEN, "only this computer may ask").into_response();
    }
    let base = preview.base_path();
    let Some(place) = uri.path().strip_prefix(&base).and_then(decoded) else {
        return match uri.path() {
            "/" => Redirect::temporary(&base).into_response(),
            _ => (StatusCode::NOT_FOUND, "the site is not here").into_response(),
        };
    };
    match place.strip_prefix(OWN) {
        Some("events") => return events(&preview).into_response(),
        Some("live.js") => return typed("text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec()),
        Some("live.css") => return typed("text/css; charset=utf-8", STYLE.as_bytes().to_vec()),
        _ => {}
    }
    let kind = content_type(&place);
    let is_page = kind.starts_with("text/html");
    // Asked for before the page is made: an edit meanwhile makes the page look older than it is, never newer.
    let reading = preview.readings();
    let live = |page| live(page, &base, reading);
    match preview.answer(place).await {
        Answer::Found(bytes) if is_page => typed(kind, live(bytes)),
        Answer::Found(bytes) => typed(kind, bytes),
        Answer::Moved(place) => Redirect::permanent(&format!("{base}{place}")).into_response(),
        Answer::Missing(page) => (StatusCode::NOT_FOUND, typed(HTML, live(page))).into_response(),
        Answer::Broken(text) => {
            let page = live(error_page(&text).into_bytes());
            (StatusCode::INTERNAL_SERVER_ERROR, typed(HTML, page)).into_response()
        }
    }
}

/// Whether the browser asked for this computer by its own name, so that no other site can read the preview through it.
fn is_local(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

/// A stream of what happens to the site; it begins with how the site is now.
fn events(preview: &Preview) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let news = BroadcastStream::new(preview.subscribe()).filter_map(Result::ok);
    // A browser drops an event without data.
    let stream = once(preview.now()).chain(news).map(|news| {
        Ok(match news {
            News::Sound(reading) => Event::default().event("sound").data(reading.to_string()),
            News::Changed => Event::default().event("changed").data("-"),
            News::Broken(text) => Event::default().event("broken").data(text),
        })
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

const HTML: &str = "text/html; charset=utf-8";

fn typed(kind: &'static str, bytes: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], bytes).into_response()
}

fn content_type(place: &str) -> &'static str {
    match place.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "xml" => "application/xml; charset=utf-8",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        "html" | "" => HTML,
        _ if place.ends_with('/') || !place.contains('.') => HTML,
        _ => "application/octet-stream",
    }
}

/// A page with the preview's script at its end, which is told of which reading of the site the page is.
fn live(page: Vec<u8>, base: &str, reading: u64) -> Vec<u8> {
    let Ok(mut page) = String::from_utf8(page) else { return Vec::new() };
    let at = page.rfind("</body>").unwrap_or(page.len());
    let own = format!(
        "<link rel=\"stylesheet\" href=\"{base}{OWN}live.css\">\
         <script src=\"{base}{OWN}live.js\" data-reading=\"{reading}\" defer></script>\n"
    );
    page.insert_str(at, &own);
    page.into_bytes()
}

/// What a browser shows where there is no good page to keep.
fn error_page(text: &str) -> String {
    let mut escaped = String::new();
    pulldown_cmark_escape::escape_html(&mut escaped, text).expect("writing to a string does not fail");
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Dépêche</title></head><body>\
         <pre id=\"depeche-error\">{escaped}</pre></body></html>"
    )
}

/// A path without its percent signs; `None` where it is not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_once() {
        assert_eq!(decoded("a%20b/%C3%A9").as_deref(), Some("a b/é"));
        assert_eq!(decoded("%252e").as_deref(), Some("%2e"));
        assert_eq!(decoded("%ff"), None);
        assert_eq!(decoded("%4"), None);
    }

    #[test]
    fn only_this_computer_is_answered() {
        let host = |name: &str| is_local(&HeaderMap::from_iter([(header::HOST, name.parse().unwrap())]));
        assert!(host("127.0.0.1:4400") && host("localhost:4400") && host("localhost"));
        assert!(!host("evil.example:4400") && !host("127.0.0.1.evil.example"));
    }

    #[test]
    fn the_script_stands_before_the_end_of_the_body() {
        let page = String::from_utf8(live(b"<body>x</body></html>".to_vec(), "/b/", 7)).unwrap();
        assert!(page.contains("src=\"/b/__depeche/live.js\" data-reading=\"7\"") && page.ends_with("</body></html>"));
    }
}
