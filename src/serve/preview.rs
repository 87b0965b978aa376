//! The site of the moment: read anew after each edit, and kept as it was while an edit is broken.

use crate::build::{self, Loaded, Options};
use crate::diag;
use crate::plan::{Content, Plan};
use crate::render::Renderer;
use std::fs;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use tokio::sync::{broadcast, oneshot};

/// What the pages in the browser are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The site is sound, and so many times was it read: a page of an earlier reading is out of date.
    Sound(u64),
    /// The site is new and sound.
    Changed,
    /// The site is broken: what is wrong, as text.
    Broken(String),
}

/// The answer to a request for a place.
#[derive(Debug)]
pub enum Answer {
    Found(Vec<u8>),
    /// There is a page at this place.
    Moved(String),
    /// The page for places that lead nowhere.
    Missing(Vec<u8>),
    /// What is wrong, as text.
    Broken(String),
}

type Request = (String, oneshot::Sender<Answer>);

/// The site that is shown.
pub struct Preview {
    options: Options,
    state: Mutex<State>,
    news: broadcast::Sender<News>,
}

struct State {
    /// Where the last sound site takes requests.
    site: Option<mpsc::Sender<Request>>,
    base_path: String,
    broken: Option<String>,
    /// How often a sound site was read.
    readings: u64,
}

impl Preview {
    pub fn new(options: Options) -> Self {
        let state = State { site: None, base_path: "/".to_owned(), broken: None, readings: 0 };
        Self { options, state: Mutex::new(state), news: broadcast::channel(64).0 }
    }

    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Reads the site again and tells the pages.
    pub fn reload(&self) {
        let loaded = build::load(&self.options);
        let base = loaded.site.as_ref().map(|site| site.config.base.path.clone());
        let news = match start(loaded) {
            Ok(site) => {
                let mut state = self.lock();
                state.site = Some(site);
                state.broken = None;
                state.readings += 1;
                News::Changed
            }
            Err(text) => {
                self.lock().broken = Some(text.clone());
                News::Broken(text)
            }
        };
        if let Some(base) = base {
            self.lock().base_path = base;
        }
        // Without a page that listens there is nobody to tell.
        let _ = self.news.send(news);
    }

    pub fn base_path(&self) -> String {
        self.lock().base_path.clone()
    }

    /// How often a sound site was read: the number of the one that is shown.
    pub fn readings(&self) -> u64 {
        self.lock().readings
    }

    /// The site as it is on disk.
    pub fn now(&self) -> News {
        let state = self.lock();
        state.broken.clone().map_or(News::Sound(state.readings), News::Broken)
    }

    pub fn subscribe(&self) -> broadcast::Receiver<News> {
        self.news.subscribe()
    }

    /// Renders the page at a place of the last sound site.
    pub async fn answer(&self, place: String) -> Answer {
        let site = self.lock().site.clone();
        let (send, receive) = oneshot::channel();
        let sent = site.is_some_and(|site| site.send((place, send)).is_ok());
        match receive.await {
            Ok(answer) if sent => answer,
            _ => Answer::Broken(self.lock().broken.clone().unwrap_or_default()),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts a thread that owns a site and renders its pages until nobody can ask any more. The error says what is wrong with it.
fn start(loaded: Loaded) -> Result<mpsc::Sender<Request>, String> {
    if !loaded.is_sound() {
        return Err(diag::print(&loaded.diagnostics, &loaded.sources.files, false));
    }
    let (ready, is_ready) = mpsc::channel();
    let (send, requests) = mpsc::channel::<Request>();
    thread::spawn(move || {
        let served = build::with_plan(&loaded, |plan, renderer| {
            let _ = ready.send(Ok(()));
            for (place, reply) in requests {
                // A browser that has gone needs no answer.
                let _ = reply.send(answer(&place, plan, renderer));
            }
        });
        if let Err(diagnostic) = served {
            let _ = ready.send(Err(diag::print(&[diagnostic], &loaded.sources.files, false)));
        }
    });
    is_ready.recv().unwrap_or_else(|_| Err("the preview stopped".to_owned())).map(|()| send)
}

fn answer(place: &str, plan: &Plan, renderer: &Renderer) -> Answer {
    let render = |artifact: &crate::plan::Artifact| match artifact.content(renderer) {
        Ok(Content::Bytes(bytes)) => Ok(bytes.into_owned()),
        Ok(Content::File(path)) => fs::read(path).map_err(|error| error.to_string()),
        Err(diagnostic) => Err(diag::print(&[diagnostic], renderer.files, false)),
    };
    if let Some(artifact) = plan.artifacts.get(place) {
        return render(artifact).map_or_else(Answer::Broken, Answer::Found);
    }
    let folder = match place.strip_suffix("index.html") {
        Some(folder) => folder.to_owned(),
        None => format!("{place}/"),
    };
    if plan.artifacts.contains_key(folder.as_str()) {
        return Answer::Moved(folder);
    }
    match plan.artifacts.get("404.html").map(render) {
        Some(Ok(page)) => Answer::Missing(page),
        Some(Err(text)) => Answer::Broken(text),
        None => Answer::Missing(Vec::new()),
    }
}
