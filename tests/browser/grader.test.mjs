// The grader can fail: a chart that passes is broken in one way for each point, and that point is reported.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { misspelt } from './grade/digits.mjs';
import { build } from './grade/gallery.mjs';
import { contrast, nearest } from './grade/colour.mjs';
import { POINTS, grade } from './grade/points.mjs';
import { serve } from './server.mjs';
import { launch } from './site.mjs';

let gallery, server, browser, page;
before(async () => {
  gallery = build(['bar', 'tiles'], ['mixed']);
  server = await serve(gallery.folder);
  browser = await launch();
  page = await browser.newPage({ javaScriptEnabled: false });
});
after(async () => {
  await browser?.close();
  await server?.close();
  gallery?.remove();
});

/** Opens the chart of a mark, lets `damage` change the page with the arguments, and grades it: the points it fails. */
async function fails(mark, mode, damage, ...args) {
  await page.goto(server.url(`fr/${mark}/`));
  if (damage) await page.evaluate(damage, ...args);
  const { found, charts } = await grade(page, [mode], [360, 1200]);
  assert.equal(charts, 1);
  return { points: new Set(found.map(({ point }) => point)), found };
}

const remove = (selector) => document.querySelectorAll(selector).forEach((element) => element.remove());
const empty = (selector) => document.querySelectorAll(selector).forEach((element) => (element.textContent = ''));
const style = (css) => {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
};
const attribute = ([selector, name, value]) => document.querySelectorAll(selector).forEach((element) => element.setAttribute(name, value));
const put = ([selector, text]) => document.querySelectorAll(selector).forEach((element) => (element.textContent = text));
/** Adds an element of SVG to both drawings, as their last child or as their first. */
const draw = ({ first = false, markup }) => document.querySelectorAll('.chart-svg').forEach((svg) => svg.insertAdjacentHTML(first ? 'afterbegin' : 'beforeend', markup));

/** Ways to break a chart: the point, what is wrong, how it is done, and in which scheme. */
const BROKEN = [
  [1, 'no title', empty, '.chart-title'],
  [1, 'a hidden title', style, '.chart-title { display: none; }'],
  [2, 'no subtitle', remove, '.chart-subtitle'],
  [3, 'no source', remove, '.chart-source'],
  [3, 'a source without a link', put, ['.chart-source', 'Source : registre']],
  [4, 'no role', attribute, ['.chart-svg', 'role', 'presentation']],
  [4, 'no name', attribute, ['.chart-svg', 'aria-labelledby', '']],
  [4, 'a drawing hidden from screen readers', attribute, ['.chart-svg', 'aria-hidden', 'true']],
  [5, 'a short description', put, ['[id$="-description"]', 'Des barres : 3']],
  [5, 'a description without a number', put, ['[id$="-description"]', 'Ce graphique montre des barres de longueurs très diverses, sans plus.']],
  [6, 'no table', remove, 'figure table'],
  [6, 'a header without scope', attribute, ['tbody th:first-child', 'scope', '']],
  [6, 'a row with a cell less', remove, 'tbody tr:first-child td:last-child'],
  [7, 'two texts in one place', draw, { markup: '<text x="2" y="14">Dorlange et Cassini</text>' }],
  [7, 'notes over the key', style, '.chart-key { margin-block-end: -1.2rem; }'],
  [8, 'small print', style, '.chart-source { font-size: 11px; }'],
  [8, 'small labels', style, '.chart-svg { font-size: 9px !important; }'],
  [9, 'labels that grow with the page', style, '.chart-narrow .chart-svg { font-size: 12px !important; } .chart-wide .chart-svg { font-size: 18px !important; }'],
  [9, 'large labels', style, '.chart-svg text { font-size: 24px; }'],
  [10, 'a bar beyond the drawing', attribute, ['.chart-svg rect', 'width', '900']],
  [10, 'a text beyond the drawing', draw, { markup: '<text x="-40" y="10">dehors</text>' }],
  [10, 'a note cut by its box', style, '.chart-key { max-block-size: 8px; overflow: hidden; }'],
  [11, 'a plot wider than a phone', style, '.chart-plot { inline-size: 420px; }'],
  [12, 'grey labels', style, '.chart-svg text { fill: #999; }'],
  [12, 'a grey note', style, '.chart-source { color: #999; }'],
  [12, 'a label on a bar', draw, { markup: '<rect x="0" y="0" width="150" height="50"/><text x="30" y="30">sur fond</text>' }],
  [13, 'pale bars', style, '.chart-svg rect, .chart-svg path { color: #ccc; }'],
  [13, 'a transparent bar', style, '.chart-svg rect { opacity: .3; }'],
  [13, 'a surface without an edge', draw, { markup: '<g><path d="M200 30h40v40z" fill-opacity=".25"/></g>' }],
  [14, 'colours made for the light', style, '.chart-svg text { fill: #16191d; }', 'dark'],
  [14, 'no dark paper', style, ':root { --paper: #fffdf9 !important; }', 'dark'],
  [15, 'paint that stays in forced colours', style, '@media (forced-colors: active) { .chart-svg g { color: #e8e8e8 !important; } }'],
  [15, 'texts that stay in forced colours', style, '@media (forced-colors: active) { .chart-svg text { fill: #bbb !important; } }'],
  [16, 'both drawings at once', style, '.chart-wide, .chart-narrow { display: block !important; }'],
  [17, 'a second rendering without styles', (selector) => document.querySelectorAll(selector).forEach((element) => element.removeAttribute('hidden')), '.chart-narrow'],
  [18, 'no drawing on paper', style, '@media print { .chart-plot > * { display: none !important; } }'],
  [18, 'pale ink on paper', style, '@media print { .chart-svg text { fill: #aaa; } }'],
  [19, 'a turned label', attribute, ['.chart-svg text', 'transform', 'rotate(-4)']],
  [19, 'a label on its side', style, '.chart-subtitle { writing-mode: vertical-rl; }'],
  [20, 'an id that stands twice', attribute, ['.chart-svg', 'id', 'twice']],
  [20, 'a reference to nothing', attribute, ['.chart-svg', 'aria-describedby', 'nowhere']],
  [20, 'a hatch that is not there', attribute, ['.chart-svg rect', 'fill', 'url(#gone)']],
  [21, 'two colours that some cannot tell apart', draw, { markup: '<path fill="#b0442e" d="M200 30h4v4z"/><path fill="#6a7013" d="M210 30h4v4z"/>' }],
  [22, 'a decimal point in French', put, ['.chart-subtitle', 'Hausse de 4.5 milliards']],
  [22, 'a plain space in a number', put, ['.chart-subtitle', 'Hausse de 4 500 emplois']],
  [23, 'a heavy chart', draw, { markup: `<path d="M0 0${'h0'.repeat(25_000)}"/>` }],
  [23, 'a picture from elsewhere', draw, { markup: '<image href="https://example.org/logo.svg" width="1" height="1"/>' }],
  [24, 'an axis of one tick', draw, { markup: '<g class="axis"><text x="300" y="5">0</text></g>' }],
  [24, 'a grid without an axis', draw, { markup: '<path class="grid" d="M0 0H9" stroke="currentColor"/>' }],
  [24, 'neither axis nor values', remove, '.chart-svg text'],
  [25, 'a line through a label', draw, { markup: '<path d="M0 14H60" stroke="currentColor" fill="none"/>' }],
  [25, 'a grid through a label', draw, { first: true, markup: '<path class="grid" d="M20 0V200" stroke="currentColor" fill="none"/>' }],
  [25, 'the edge of a bar in a label', draw, { markup: '<rect x="0" y="60" width="25" height="60"/>' }],
];

/** Ways to break a chart that is set as text. */
const BROKEN_TEXT = [
  [4, 'rows without a role', attribute, ['.chart-plot > [role]', 'role', 'presentation']],
  [4, 'rows without a name', attribute, ['.chart-plot > [role]', 'aria-labelledby', '']],
  [5, 'rows without a description', attribute, ['.chart-plot > [role]', 'aria-describedby', '']],
  [10, 'a number that its box cuts off', style, '.tiles { max-block-size: 30px; overflow: hidden; }'],
  [11, 'tiles wider than a phone', style, '.tiles { inline-size: 420px; }'],
  [12, 'grey numbers', style, '.key-number { color: #999 !important; }'],
  [13, 'pale bars beside numbers', style, '.chart-plot svg * { color: #ccc; }'],
  [17, 'a second rendering without styles', (selector) => document.querySelectorAll(selector).forEach((element) => element.parentElement.append(element.cloneNode(true))), '.chart-plot > [role]'],
  [24, 'rows without a number', (selector) => document.querySelectorAll(selector).forEach((element) => (element.textContent = element.textContent.replace(/\d/g, ''))), '.chart-plot [role] *:not(:has(*))'],
];

for (const mark of ['bar', 'tiles']) {
  for (const scheme of ['light', 'dark']) {
    test(`the chart as it is built passes in ${scheme}: ${mark}`, async () => {
      assert.deepEqual((await fails(mark, scheme)).found, []);
    });
  }
}

const all = [...BROKEN.map((one) => ['bar', one]), ...BROKEN_TEXT.map((one) => ['tiles', one])];
for (const [mark, [point, name, damage, args, scheme = 'light']] of all) {
  test(`${point}: ${name}`, async () => {
    const { points, found } = await fails(mark, scheme, damage, args);
    assert.ok(points.has(point), `reported: ${JSON.stringify(found.slice(0, 5))}`);
  });
}

test('every point has a way to fail', () => {
  const broken = new Set(BROKEN.map(([point]) => point));
  assert.deepEqual(POINTS.map((_, at) => at + 1).filter((point) => !broken.has(point)), []);
});

test('contrast and colour vision are those of their sources', () => {
  assert.equal(contrast([0, 0, 0], [1, 1, 1]), 21);
  assert.ok(Math.abs(contrast([0x76 / 255, 0x76 / 255, 0x76 / 255], [1, 1, 1]) - 4.54) < 0.01);
  const [red, green] = [[0.8, 0.2, 0.1], [0.35, 0.45, 0.05]];
  assert.match(nearest(red, green).vision, /protan|deutan/);
  assert.equal(nearest([1, 0, 0], [1, 0, 0]).apart, 0);
});

test('digits are judged by language', () => {
  const check = (language, text, wrong) => assert.deepEqual(misspelt(text, language).length > 0, wrong, `${language}: ${text}`);
  const french = ['75\u00a0Md$', '1\u202f200,5', '4\u00a0%', '−4\u00a0%', '2024-2025', '12,5\u00a0milliards', 'févr. 2025', 'T4 2024', '0,000000001\u00a0$'];
  const not = ['75 Md$', '75Md$', '1 200', '1\u00a0200', '1,200,500', '4.5', '4%', '4 %', '-4\u00a0%', '$75', '3\u00a0billions', '12500', '75 milliards'];
  for (const text of french) check('fr', text, false);
  for (const text of not) check('fr', text, true);
  for (const text of ['$75bn', '1,200.5', '4%', '−4%', 'February 6, 2025', '60–65', '2024–25']) check('en', text, false);
  for (const text of ['1 200', '1\u202f200', '4,5', '4\u00a0%', '-4%', '75\u00a0€', '12500']) check('en', text, true);
});
