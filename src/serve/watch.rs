//! Notices edits to the site's own files.

use super::preview::Preview;
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Edits that come this close together are one.
const PAUSE: Duration = Duration::from_millis(40);

/// The folders whose files make the site.
const FOLDERS: [&str; 3] = ["content", "templates", "static"];

/// Reloads the preview after each edit, for as long as the result lives.
pub fn watch(preview: &Arc<Preview>) -> io::Result<Debouncer<RecommendedWatcher, RecommendedCache>> {
    let root = preview.options().root.canonicalize()?;
    let (watched, shown) = (root.clone(), Arc::clone(preview));
    let on_events = move |result: DebounceEventResult| {
        let concerns = |path: &Path| {
            let below = path.strip_prefix(&watched).unwrap_or(path);
            below == Path::new("depeche.yaml") || FOLDERS.iter().any(|folder| below.starts_with(folder))
        };
        let edited = match result {
            Ok(events) => events
                .iter()
                .filter(|event| !event.kind.is_access())
                .any(|event| event.paths.iter().any(|path| concerns(path))),
            // Events were lost: better to read once too often.
            Err(_) => true,
        };
        if edited {
            shown.reload();
        }
    };
    let mut debouncer = new_debouncer(PAUSE, None, on_events).map_err(io::Error::other)?;
    // The root itself, for depeche.yaml; not what is built or kept below it.
    debouncer.watch(&root, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
    for folder in FOLDERS.iter().map(|folder| root.join(folder)).filter(|folder| folder.is_dir()) {
        debouncer.watch(&folder, RecursiveMode::Recursive).map_err(io::Error::other)?;
    }
    Ok(debouncer)
}
