//! The live preview: the site at its own path on this computer, each page rendered when the browser asks for it.
//!
//! `http` answers requests, `watch` notices edits, `preview` holds the site of the moment. An edit that breaks the site leaves the
//! last good one in place and shows what is wrong over the page.

mod http;
mod preview;
mod watch;

use crate::build::Options;
use preview::Preview;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;

/// Serves the site in `options.root` on loopback until the process ends. `ready` gets the address of the home page.
pub fn serve(mut options: Options, port: u16, ready: impl FnOnce(&str)) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let origin = format!("http://{}", listener.local_addr()?);
    options.origin = Some(origin.clone());
    let preview = Arc::new(Preview::new(options));
    preview.reload();
    let _watcher = watch::watch(&preview)?;
    ready(&format!("{origin}{}", preview.base_path()));
    http::run(listener, preview)
}
