// Every page, with scripts off: each link, asset and fragment resolves, nothing leaves the host, the console stays silent.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BASE } from './server.mjs';
import { address, isFramed, pages, watch, withSite } from './site.mjs';

/** What each page holds, by its path on the server. */
const seen = new Map();
const site = withSite(async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  for (const path of pages()) {
    const problems = watch(page, server.origin);
    await page.goto(server.url(path), { waitUntil: 'networkidle' });
    seen.set(BASE + path, { problems, ...(await page.evaluate(collect)) });
    page.removeAllListeners();
  }
  await page.close();
});

/** Runs in the page: what it refers to and what can be referred to. */
function collect() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const sets = all('[srcset]').flatMap((e) => e.getAttribute('srcset').split(',').map((part) => part.trim().split(/\s+/)[0]));
  const metas = all('meta[property$=":image"], meta[property$=":url"]').map((e) => e.content);
  const attributes = ['href', 'src', 'poster', 'data', 'action', 'cite'];
  const plain = attributes.flatMap((name) => all(`[${name}]`).map((e) => ({ url: e.getAttribute(name), tag: e.localName })));
  const ids = 'aria-labelledby aria-describedby aria-controls aria-owns for headers list'.split(' ');
  const head = (rel) => all(`head link[rel="${rel}"]`);
  return {
    references: [...plain, ...[...sets, ...metas].map((url) => ({ url, tag: 'asset' }))].map(({ url, tag }) => ({
      written: url,
      url: new URL(url, document.baseURI).href,
      tag,
    })),
    ids: all('[id]').map((e) => e.id),
    idReferences: ids.flatMap((name) => all(`[${name}]`).flatMap((e) => e.getAttribute(name).split(/\s+/).filter(Boolean))),
    canonical: head('canonical').map((e) => e.href),
    alternates: Object.fromEntries(all('head link[rel~="alternate"][hreflang]:not([type])').map((e) => [e.hreflang, e.href])),
    lang: document.documentElement.lang,
    inline: all('script:not([src]):not([type="application/ld+json"]), [onclick], [onload]').length,
  };
}

/** The site's own address becomes the server's: canonical links and alternates are absolute. */
function local(url) {
  const { origin } = site.server;
  return url.startsWith(address()) ? `${origin}${BASE}${url.slice(address().length)}` : url;
}

async function status(url) {
  const response = await fetch(url, { redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}

test('no page asks another host, misses a resource or writes to the console', () => {
  const problems = [...seen].flatMap(([path, page]) => page.problems.map((problem) => `${path}: ${problem}`));
  assert.deepEqual(problems, []);
});

test('every link and asset resolves, fragments included', async () => {
  const broken = [];
  const known = new Map();
  for (const [path, page] of seen) {
    for (const { written, url, tag } of page.references) {
      const target = new URL(local(url));
      if (target.origin !== site.server.origin) {
        if (!['a', 'blockquote', 'q'].includes(tag)) broken.push(`${path}: ${tag} refers to another host: ${written}`);
        continue;
      }
      const bare = target.origin + target.pathname;
      if (!known.has(bare)) known.set(bare, await status(bare));
      if (known.get(bare) !== 200) broken.push(`${path}: ${known.get(bare)} for ${written}`);
      const fragment = decodeURIComponent(target.hash.slice(1));
      const there = seen.get(target.pathname);
      if (fragment && there && !there.ids.includes(fragment)) broken.push(`${path}: no id for ${written}`);
    }
  }
  assert.deepEqual(broken, []);
});

test('ids are unique and what names an id finds it', () => {
  const wrong = [];
  for (const [path, { ids, idReferences }] of seen) {
    for (const id of ids.filter((id, at) => ids.indexOf(id) !== at)) wrong.push(`${path}: id ${id} twice`);
    for (const id of idReferences.filter((id) => !ids.includes(id))) wrong.push(`${path}: no id ${id}`);
  }
  assert.deepEqual(wrong, []);
});

test('no page carries an inline script', () => {
  assert.deepEqual([...seen].filter(([, page]) => page.inline > 0).map(([path]) => path), []);
});

test('every page but 404 names its own address, and a chart alone its brief', () => {
  for (const [path, page] of seen) {
    const below = path.slice(BASE.length);
    const [lang, , slug] = below.split('/');
    const own = isFramed(below) ? `${lang}/${slug}/` : below;
    const expected = path.endsWith('404.html') ? [] : [address() + own];
    assert.deepEqual(page.canonical, expected, path);
  }
});

test('alternates are mutual, name the page itself and speak the language they say', () => {
  const translated = [...seen].filter(([, page]) => Object.keys(page.alternates).length > 0);
  assert.ok(translated.length > 0, 'no page has alternates');
  for (const [path, page] of translated) {
    const own = address() + path.slice(BASE.length);
    assert.ok(Object.values(page.alternates).includes(own), `${path} is not among its own alternates`);
    for (const [language, url] of Object.entries(page.alternates)) {
      const other = seen.get(new URL(local(url)).pathname);
      assert.ok(other, `${path}: alternate ${url} is no page`);
      assert.ok(Object.values(other.alternates).includes(own), `${path}: ${url} does not refer back`);
      if (language !== 'x-default') assert.equal(other.lang.slice(0, 2), language.slice(0, 2), url);
    }
  }
});

test('there are pages in French and in English', () => {
  const languages = new Set([...seen.values()].map((page) => page.lang.slice(0, 2)));
  assert.ok(languages.has('fr') && languages.has('en'), [...languages].join());
});
