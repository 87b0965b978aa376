// What leaves the page with a chart: files that say what the page says, pictures that need no page, pages for other sites.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { test } from 'node:test';
import { BASE } from './server.mjs';
import { LANGUAGES, SITE, address, files, isFramed, pages, read, watch, withSite } from './site.mjs';

const FOLDERS = { fr: 'fr/graphiques/', en: 'en/charts/' };
const exported = (end) => files().filter((file) => Object.values(FOLDERS).some((f) => file.startsWith(f)) && file.endsWith(end));
const EMBEDS = pages().filter(isFramed);

/** What the pages that show a chart in full offer of it, by the chart's page. */
const offers = [];
const site = withSite(async ({ browser, server }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const where of pages().filter((p) => LANGUAGES.some((lang) => p.startsWith(`${lang}/`)) && !EMBEDS.includes(p))) {
    await page.goto(server.url(where));
    offers.push(...(await page.evaluate(collect)).map((offer) => ({ where, lang: where.slice(0, 2), ...offer })));
  }
  await page.close();
});

/** Runs in the page. */
function collect() {
  return [...document.querySelectorAll('figure.chart:has(.chart-take)')].map((figure) => ({
    title: figure.querySelector('.chart-title').textContent,
    table: [...figure.querySelectorAll('.chart-data tr')].map((row) => [...row.cells].map((cell) => cell.textContent)),
    links: [...figure.querySelectorAll('.chart-take a[download]')].map((a) => new URL(a.href).pathname),
    snippet: figure.querySelector('.chart-take textarea').value,
    label: figure.querySelector('.chart-take textarea').getAttribute('aria-label'),
  }));
}

/** RFC 4180. */
function parse(text, separator) {
  const lines = [[]];
  const cells = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|$)`, 'gy');
  for (const [, quoted, plain, end] of text.matchAll(cells)) {
    lines.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.filter((line) => line.length > 1);
}

const text = (pathname) => readFileSync(path.join(SITE, pathname.slice(BASE.length)), 'utf8');

test('every chart of every brief offers all files, in one line of links', () => {
  assert.ok(offers.length >= 6, `${offers.length} charts`);
  for (const { where, links, label } of offers) {
    assert.deepEqual(links.map((link) => /\.(sheet\.csv|dark\.svg|\w+)$/.exec(link)[1]), ['csv', 'sheet.csv', 'svg', 'dark.svg', 'png'], where);
    assert.ok(label.length > 3, where);
  }
});

test('the spreadsheet has the table of the page, in the language', () => {
  for (const { where, lang, links, table } of offers) {
    const sheet = text(links[1]);
    assert.equal(sheet.charCodeAt(0), 0xfeff, where);
    const lines = parse(sheet.slice(1), lang === 'fr' ? ';' : ',');
    assert.deepEqual(lines.map((line) => line.slice(0, table[0].length)), table, where);
    for (const line of lines.slice(1)) {
      const numbers = line.slice(table[0].length, table[0].length + 3).filter(Boolean);
      assert.ok(numbers.length > 0 && numbers.every((n) => (lang === 'fr' ? /^-?\d+(,\d+)?$/ : /^-?\d+(\.\d+)?$/).test(n)), `${where}: ${line}`);
    }
  }
});

test('the rows for programs are the same numbers in both languages', () => {
  const of = (lang) => offers.filter((offer) => offer.lang === lang).map(({ links }) => parse(text(links[0]), ','));
  const [french, english] = [of('fr'), of('en')];
  const language = ['label', 'source', 'note'];
  const without = (lines) => JSON.stringify(lines.map((line) => line.filter((_, at) => !language.includes(lines[0][at]))));
  assert.deepEqual(french.map(without).sort(), english.map(without).sort());
  for (const [head, ...lines] of french) {
    assert.equal(lines.every((line) => line.length === head.length), true);
    for (const line of lines) {
      const cell = (name) => line[head.indexOf(name)];
      assert.match(cell('qualifier'), /^(exact|about|more-than|at-least|less-than|at-most|range|not-disclosed)$/);
      for (const day of [cell('start'), cell('end')]) assert.match(day, /^(\d{4}-\d\d-\d\d)?$/);
    }
  }
});

test('a picture opens alone, and every colour and text is in it', async () => {
  const page = await site.browser.newPage();
  const drawings = exported('.svg');
  assert.equal(drawings.length, offers.length * 2);
  for (const file of drawings) {
    // Browsers look for an icon beside any document that is no HTML.
    const problems = watch(page, site.server.origin, ['/favicon.ico']);
    await page.goto(site.server.url(file));
    assert.deepEqual(problems, [], file);
    const source = read(file);
    assert.doesNotMatch(source, /currentColor|var\(|class=|style=|<script|https?:\/\/(?!www\.w3\.org\/2000\/svg")/, file);
    const seen = await page.evaluate(() => {
      const root = document.documentElement;
      const frame = root.getBoundingClientRect();
      const texts = [...root.querySelectorAll('text')].map((e) => ({ said: e.textContent, box: e.getBoundingClientRect(), fill: getComputedStyle(e).fill }));
      const out = texts.filter(({ box }) => box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom);
      const over = texts.flatMap((a, i) => texts.slice(i + 1).filter((b) => {
        const air = 3;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) - 2 * air;
        return across > 0.5 && down > 0.5;
      }).map((b) => `"${a.said}" over "${b.said}"`));
      return { name: root.localName, error: document.querySelector('parsererror') !== null, said: texts.map((t) => t.said), out: out.map((t) => t.said), over };
    });
    assert.equal(seen.name, 'svg', file);
    assert.equal(seen.error, false, file);
    assert.deepEqual({ out: seen.out, over: seen.over }, { out: [], over: [] }, file);
    const offer = offers.find(({ links }) => links.some((link) => link.endsWith(`/${file.split('/').slice(-2).join('/')}`)));
    for (const [row] of offer.table.slice(1)) assert.ok(seen.said.join(' ').includes(row), `${file}: ${row}`);
    assert.ok(seen.said.join(' ').includes(offer.title), file);
  }
  await page.close();
});

test('pixels are two to the CSS pixel', () => {
  const pictures = exported('.png');
  assert.equal(pictures.length, offers.length);
  for (const file of pictures) {
    const bytes = readFileSync(path.join(SITE, file));
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(read(file.replace('.png', '.svg')));
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [width * 2, height * 2], file);
    assert.ok(bytes.length < 150_000, `${file}: ${bytes.length} bytes`);
  }
});

test('another site shows a chart in a frame that is tall enough, without a word on the console', async () => {
  assert.equal(EMBEDS.length, offers.length);
  const local = (snippet) => snippet.replace(address(), `${site.server.origin}${BASE}`);
  const host = createServer((request, response) => {
    const offer = offers[Number(request.url.slice(1))];
    response.writeHead(offer ? 200 : 204, { 'content-type': 'text/html; charset=utf-8' });
    response.end(offer && `<!doctype html><title>host</title><link rel="icon" href="data:,"><body style="margin:0">${local(offer.snippet)}`);
  });
  await new Promise((ready) => host.listen(0, '127.0.0.1', ready));
  const page = await site.browser.newPage({ viewport: { width: 800, height: 900 } });
  try {
    for (const [at, { where, title, snippet }] of offers.entries()) {
      assert.ok(snippet.startsWith(`<iframe src="${address()}`) && snippet.includes(' title="'), snippet);
      for (const width of [288, 320, 390, 430, 600, 800]) {
        await page.setViewportSize({ width, height: 900 });
        const problems = watch(page, site.server.origin).filter((problem) => !problem.includes(`:${host.address().port}`));
        await page.goto(`http://127.0.0.1:${host.address().port}/${at}`, { waitUntil: 'networkidle' });
        const frame = page.frames()[1];
        const seen = await frame.evaluate(() => ({
          title: document.querySelector('h1').textContent,
          content: document.documentElement.scrollHeight,
          frame: window.innerHeight,
          wide: document.documentElement.scrollWidth - window.innerWidth,
        }));
        assert.equal(seen.title, title, where);
        assert.ok(seen.content <= seen.frame && seen.wide <= 0, `${where} at ${width}: ${JSON.stringify(seen)}`);
        assert.deepEqual(problems, [], where);
      }
      await page.frames()[1].click('.chart-brief a');
      await page.waitForURL(`${site.server.origin}${BASE}**`);
      assert.match(page.url(), /#chart-/, 'the way to the brief opens in the whole window');
    }
  } finally {
    await page.close();
    host.close();
  }
});

test('the page of all charts shows each once and leads to its place', async () => {
  const page = await site.browser.newPage({ javaScriptEnabled: false });
  for (const [lang, folder] of Object.entries(FOLDERS)) {
    await page.goto(site.server.url(folder));
    const shown = await page.evaluate(() => [...document.querySelectorAll('.gallery > li')].map((item) => ({
      title: item.querySelector('.chart-title').textContent,
      drawing: item.querySelector('.chart-plot svg[role="img"]') !== null,
      day: item.querySelector('time').dateTime,
      href: item.querySelector('.dates a').href,
    })));
    assert.deepEqual(shown.map((s) => s.title).sort(), offers.filter((o) => o.lang === lang).map((o) => o.title).sort());
    assert.ok(shown.every((s) => s.drawing));
    assert.deepEqual(shown.map((s) => s.day), shown.map((s) => s.day).sort().reverse());
    for (const { href, title } of shown) {
      await page.goto(href);
      assert.equal(await page.locator(`${new URL(href).hash} .chart-title`).textContent(), title);
    }
  }
  await page.close();
});

test('the downloads are reached by keyboard', async () => {
  const page = await site.browser.newPage();
  const [{ where }] = offers;
  await page.goto(site.server.url(where));
  await page.locator('.chart-data summary').first().focus();
  const reached = [];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement.closest('.chart-take') && document.activeElement.localName));
  }
  assert.deepEqual(reached, ['a', 'a', 'a', 'a', 'a', 'summary']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'textarea');
  await page.close();
});
