// Feeds, sitemap and robots.txt: well-formed, complete, absolute, and mutual between the languages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, address, files, isFramed, pages, read, withSite } from './site.mjs';

const ATOM = 'http://www.w3.org/2005/Atom';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

let page;
withSite(async ({ browser }) => {
  page = await browser.newPage();
});

/** Parses XML in the browser and picks what the tests look at. */
function parse(file) {
  return page.evaluate((text) => {
    const tree = new DOMParser().parseFromString(text, 'application/xml');
    const fault = tree.querySelector('parsererror');
    if (fault) return { fault: fault.textContent };
    const child = (node, name) => [...node.children].filter((c) => c.localName === name);
    const texts = (node, name) => child(node, name).map((c) => c.textContent.trim());
    const links = (node) => child(node, 'link').map((l) => Object.fromEntries([...l.attributes].map((a) => [a.localName, a.value])));
    const root = tree.documentElement;
    const part = (node) => ({
      ids: texts(node, 'id'),
      titles: texts(node, 'title'),
      updated: texts(node, 'updated'),
      published: texts(node, 'published'),
      authors: child(node, 'author').flatMap((author) => texts(author, 'name')),
      content: child(node, 'content').map((c) => ({ type: c.getAttribute('type'), text: c.textContent })),
      links: links(node),
      loc: texts(node, 'loc'),
      lastmod: texts(node, 'lastmod'),
    });
    return {
      name: root.localName,
      namespace: root.namespaceURI,
      lang: root.getAttribute('xml:lang'),
      ...part(root),
      entries: [...child(root, 'entry'), ...child(root, 'url')].map(part),
    };
  }, read(file));
}

/** The path below the site of one of its absolute URLs. */
function inside(url) {
  assert.ok(url.startsWith(address()), `${url} does not begin with ${address()}`);
  return url.slice(address().length);
}

/** URLs written in HTML: of links, pictures and their sets. */
function urls(html) {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1].replaceAll('&amp;', '&'));
}

for (const lang of LANGUAGES) {
  test(`the ${lang} feed is an Atom feed of full texts`, async () => {
    const file = `${lang}/feed.xml`;
    const feed = await parse(file);
    assert.equal(feed.fault, undefined);
    assert.deepEqual([feed.name, feed.namespace], ['feed', ATOM]);
    assert.equal(feed.lang.slice(0, 2), lang);
    const self = feed.links.find((link) => link.rel === 'self');
    assert.equal(inside(self.href), file);
    assert.ok(feed.entries.length > 0, 'the feed is empty');
    const ids = [feed, ...feed.entries].flatMap((part) => part.ids);
    assert.equal(ids.length, feed.entries.length + 1, 'each part has one id');
    assert.equal(new Set(ids).size, ids.length, 'ids are unique');
    for (const part of [feed, ...feed.entries]) {
      assert.equal(part.titles.filter(Boolean).length, 1);
      assert.equal(part.updated.length, 1);
      assert.match(part.updated[0], RFC3339);
      assert.ok(part.ids.every((id) => /^(https?:|tag:|urn:)/.test(id)), `${part.ids} is no absolute URI`);
      assert.ok(feed.authors.length > 0 || part === feed || part.authors.length > 0, 'nobody is the author');
    }
    const newest = feed.entries.map((entry) => entry.updated[0]).sort().at(-1);
    assert.equal(feed.updated[0], newest, 'the feed is as new as its newest entry');
    for (const entry of feed.entries) {
      const link = entry.links.find((link) => (link.rel ?? 'alternate') === 'alternate');
      assert.ok(pages().includes(inside(link.href)), `${link.href} is no page`);
      assert.equal(entry.content[0]?.type, 'html');
      assert.ok(entry.content[0].text.length > 500, `${link.href}: not the full text`);
      for (const url of urls(entry.content[0].text)) {
        assert.match(url, /^(https?:|mailto:)/, `${link.href}: ${url} is relative`);
        if (url.startsWith(address())) {
          const path = inside(url).split('#')[0];
          assert.ok(pages().includes(path) || files().includes(path), `${link.href}: ${url} leads nowhere`);
        }
      }
    }
  });
}

test('pages point to the feed of their language', () => {
  for (const lang of LANGUAGES) {
    const link = new RegExp(`<link[^>]*application/atom\\+xml[^>]*href="[^"]*${lang}/feed\\.xml"`);
    for (const path of pages().filter((path) => path.startsWith(`${lang}/`) && !isFramed(path))) {
      assert.match(read(path.endsWith('/') ? `${path}index.html` : path), link, path);
    }
  }
});

test('the sitemap lists every page with mutual alternates', async () => {
  const map = await parse('sitemap.xml');
  assert.equal(map.fault, undefined);
  assert.deepEqual([map.name, map.namespace], ['urlset', SITEMAP]);
  const listed = new Map(map.entries.map((entry) => [entry.loc[0], entry]));
  assert.equal(listed.size, map.entries.length, 'a page is listed twice');
  const expected = pages().filter((path) => path !== '404.html' && !isFramed(path) && !/\/page\/\d+\/$/.test(path));
  const found = [...listed.keys()].map(inside).filter((path) => !/\/page\/\d+\/$/.test(path));
  assert.deepEqual(found.sort(), expected.sort());
  let alternates = 0;
  for (const [loc, { links, lastmod }] of listed) {
    for (const day of lastmod) assert.match(day, /^\d{4}-\d\d-\d\d/);
    if (links.length === 0) continue;
    assert.ok(links.some((link) => link.href === loc), `${loc} is not among its alternates`);
    for (const { href, rel, hreflang } of links) {
      assert.equal(rel, 'alternate');
      assert.match(hreflang, /^(x-default|[a-z]{2}(-[A-Z]{2})?)$/);
      const other = listed.get(href);
      assert.ok(other, `${loc}: alternate ${href} is not listed`);
      assert.ok(other.links.some((link) => link.href === loc), `${href} does not refer back to ${loc}`);
      alternates += 1;
    }
  }
  assert.ok(alternates >= 4, 'the sitemap has no alternates');
});

test('robots.txt names the sitemap', () => {
  assert.match(read('robots.txt'), new RegExp(`^Sitemap: ${address().replaceAll('.', '\\.')}sitemap\\.xml$`, 'm'));
});
