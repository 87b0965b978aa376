// Every page fits a phone, survives a reader's own text spacing, and switches language without losing its place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BASE } from './server.mjs';
import { address, pages, watch, withSite } from './site.mjs';

/** Where pages scroll sideways: as they are, and with a reader's own text spacing. */
const scrolls = { plain: [], spaced: [] };
const site = withSite(async ({ browser, server }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const path of pages()) {
    await page.goto(server.url(path));
    scrolls.plain.push(...(await widths(page, path, [1200, 1000, 768, 520, 360, 320])));
    await page.evaluate(restyle, SPACING);
    scrolls.spaced.push(...(await widths(page, path, [320, 360])));
  }
  await page.close();
});

/** What WCAG 1.4.12 lets a reader set. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Runs in the page: how far it scrolls sideways, and which elements stick out. */
function overflow() {
  const wide = document.documentElement;
  if (wide.scrollWidth <= wide.clientWidth) return null;
  const inRegion = (element) => {
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
      if (getComputedStyle(e).overflowX !== 'visible') return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll('*')].filter(
    (e) => e.getBoundingClientRect().right > wide.clientWidth + 0.5 && !inRegion(e),
  );
  const names = out.slice(0, 5).map((e) => `${e.localName}.${e.getAttribute('class') ?? ''}`);
  return `${wide.scrollWidth} px wide: ${names.join(', ')}`;
}

/** Runs in the page. */
function restyle(css) {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}

/** The widths of a list at which the page that is open scrolls sideways. */
async function widths(page, path, list) {
  const wrong = [];
  for (const width of list) {
    await page.setViewportSize({ width, height: 800 });
    const found = await page.evaluate(overflow);
    if (found) wrong.push(`${path} at ${width}: ${found}`);
  }
  return wrong;
}

test('no page scrolls sideways, from 320 px up', () => {
  assert.deepEqual(scrolls.plain, []);
});

test('no page scrolls sideways at 320 px with the text spacing of WCAG 1.4.12', () => {
  assert.deepEqual(scrolls.spaced, []);
});

test('the language switch lands on the same page of the other language, and back', async () => {
  const page = await site.browser.newPage({ javaScriptEnabled: false });
  let switched = 0;
  for (const path of pages().filter((path) => /^(fr|en)\//.test(path))) {
    const other = path.startsWith('fr/') ? 'en' : 'fr';
    await page.goto(site.server.url(path));
    const alternate = page.locator(`head link[rel~="alternate"][hreflang|="${other}"]:not([type])`);
    if ((await alternate.count()) === 0) continue;
    const expected = BASE + (await alternate.getAttribute('href')).slice(address().length);
    await page.locator(`header a[hreflang|="${other}"]`).first().click();
    assert.equal(new URL(page.url()).pathname, expected, path);
    await page.locator(`header a[hreflang|="${path.slice(0, 2)}"]`).first().click();
    assert.equal(new URL(page.url()).pathname, BASE + path);
    switched += 1;
  }
  await page.close();
  assert.ok(switched >= 2, 'no page offers the other language');
});

test('the 404 page is styled and leads home from any depth', async () => {
  const page = await site.browser.newPage({ javaScriptEnabled: false });
  for (const lost of ['nowhere', 'fr/nowhere/deep/', 'en/a/b/c/d.html']) {
    const problems = watch(page, site.server.origin, [BASE + lost]);
    const response = await page.goto(site.server.url(lost), { waitUntil: 'networkidle' });
    assert.equal(response.status(), 404);
    assert.deepEqual(problems, [], lost);
    const rules = await page.evaluate(() => [...document.styleSheets].map((sheet) => sheet.cssRules.length));
    assert.ok(rules.length > 0 && rules.every((count) => count > 0), `${lost}: no stylesheet applies`);
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((a) => new URL(a.href).pathname));
    for (const home of ['fr/', 'en/']) assert.ok(links.includes(BASE + home), `${lost}: no link to ${home}`);
    const languages = await page.evaluate(() => [...document.querySelectorAll('[lang]')].map((e) => e.lang.slice(0, 2)));
    assert.ok(languages.includes('fr') && languages.includes('en'), `${lost}: not in both languages`);
    page.removeAllListeners();
  }
  await page.close();
});
