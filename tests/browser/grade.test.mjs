// Every mark of the program, drawn from every kind of value and from data that is hard to draw, in both languages: each chart
// is graded by the list in `grade/points.mjs`, at five widths, light and dark. MARKS names the marks to grade, without it all:
// `MARKS=line,area`.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { SHAPES, build, marks } from './grade/gallery.mjs';
import { POINTS, grade, report, said } from './grade/points.mjs';
import { serve } from './server.mjs';
import { launch, watch } from './site.mjs';

/** What a drawing for a wide and one for a narrow container take together on the wire, for twelve points. */
const MOST_ZIPPED = 6 * 1024;

/** Pages that are graded at a time: most machines have at least two cores. */
const WORKERS = 2;

const known = marks();
const wanted = process.env.MARKS?.split(',') ?? known;
const drawn = known.filter((mark) => SHAPES[mark] && wanted.includes(mark));
let gallery, server, browser;
const found = [];
const counts = [];
const heavy = [];

before(async () => {
  gallery = build(drawn);
  server = await serve(gallery.folder);
  browser = await launch();
  const left = [...gallery.pages];
  await Promise.all(Array.from({ length: WORKERS }, () => gradeAll(left)));
});
after(async () => {
  await browser?.close();
  await server?.close();
  gallery?.remove();
});

/** Grades the pages that are left, one after the other; then looks at each with scripts on, and at the weight of twelve points. */
async function gradeAll(left) {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const scripted = await browser.newPage({ viewport: { width: 768, height: 900 } });
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    const problems = watch(page, server.origin);
    await page.goto(server.url(path));
    const graded = await grade(page);
    found.push(...graded.found.map((one) => ({ ...one, page: path })));
    counts.push(graded.charts);
    await compare(page, scripted, path);
    found.push(...problems.map((what) => ({ point: 23, page: path, chart: 'page', where: 'the network', what })));
    page.removeAllListeners();
    heavy.push(...(await page.evaluate(drawings)).map((one) => ({ ...one, path })));
  }
  await page.close();
  await scripted.close();
}

/** What a reader with scripts reads is what one without reads. */
async function compare(page, scripted, path) {
  await page.setViewportSize({ width: 768, height: 900 });
  await scripted.goto(server.url(path));
  const [without, with_] = [await said(page), await said(scripted)];
  without.forEach(({ id, said: words }, at) => {
    const other = with_[at]?.said ?? [];
    if (words.join('\n') !== other.join('\n')) found.push({ point: 16, page: path, chart: id, where: '768 px', what: 'other words with scripts' });
  });
}

/** Runs in the page: the drawings of the charts with twelve points. */
function drawings() {
  const figures = [...document.querySelectorAll('figure.chart')].filter(({ id }) => id.endsWith('-twelve'));
  return figures.map((figure) => ({ chart: figure.id, markup: figure.querySelector('.chart-plot').innerHTML }));
}

test('every mark that the program knows is in the gallery', () => {
  assert.ok(known.includes('bar'), `the program knows ${known}`);
  assert.deepEqual(known.filter((mark) => !SHAPES[mark]), []);
});

test('every page shows its charts', () => {
  assert.equal(counts.length, gallery.pages.length);
  assert.ok(counts.every((count) => count >= 20), `charts a page: ${counts}`);
});

POINTS.forEach((name, at) => {
  test(`${at + 1}: ${name}`, () => assert.deepEqual(report(found.filter(({ point }) => point === at + 1)), []));
});

test('both drawings of twelve points take 6 kB on the wire', () => {
  assert.equal(heavy.length, gallery.pages.length);
  const sizes = heavy.map(({ path, markup }) => ({ path, bytes: gzipSync(markup).length }));
  assert.deepEqual(sizes.filter(({ bytes }) => bytes > MOST_ZIPPED), []);
});
