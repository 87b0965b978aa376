// Every chart of the site passes the grading of charts; it tells the same numbers as its table, and bounds look like bounds.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure } from './chart.page.mjs';
import { POINTS, SCHEMES, WIDTHS, grade, report } from './grade/points.mjs';
import { pages, withSite } from './site.mjs';

/** One entry a chart, width and scheme: `{ where, path, width, … }` as `measure` gives it. */
const drawn = [];
const graded = [];
const images = [];

withSite(async ({ browser, server }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const path of pages()) {
    await page.goto(server.url(path));
    if ((await page.locator('figure.chart').count()) === 0) continue;
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        for (const chart of await page.evaluate(measure)) {
          drawn.push({ ...chart, path, width, where: `${path}#${chart.id} at ${width} ${colorScheme}` });
        }
      }
    }
    graded.push(...(await grade(page)).found.map((one) => ({ ...one, page: path })));
    images.push(...(await accessible(page, path)));
  }
});

/** The images of the accessibility tree: what a screen reader is told. */
async function accessible(page, path) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const shown = nodes.filter((node) => !node.ignored && ['image', 'img'].includes(node.role?.value));
  return shown.map((node) => ({ path, name: node.name?.value ?? '', description: node.description?.value ?? '' }));
}

/** Fails with every chart that `problem` has something to say about. */
function everywhere(problem) {
  assert.ok(drawn.length > 0, 'the site shows no chart');
  const found = drawn.map((chart) => [chart.where, problem(chart)]).filter(([, said]) => said?.length);
  assert.deepEqual(found.map(([where, said]) => `${where}: ${said}`), []);
}

test('a phone gets the narrow layout, a desk the wide one', () => {
  const expected = { 320: 'narrow', 360: 'narrow', 1200: 'wide' };
  everywhere(({ layout, width, small }) => !small && expected[width] && layout !== expected[width] && `${layout} layout`);
});

POINTS.forEach((name, at) => {
  test(`${at + 1}: ${name}`, () => assert.deepEqual(report(graded.filter(({ point }) => point === at + 1)), []));
});

test('a screen reader is told a name and a finding with its numbers', () => {
  const charts = images.filter((image) => image.name || image.description);
  assert.ok(charts.length > 0, 'no image is in the accessibility tree');
  for (const { path, name, description } of charts) {
    assert.ok(name.length > 0, `${path}: an image without a name`);
    assert.ok(description.length >= 40 && /\d/.test(description), `${path}: ${name}: described as "${description}"`);
  }
});

test('every number of a drawing stands in its table too', () => everywhere((chart) => chart.untold.join('; ')));

test('a minimum is drawn open-ended, a range with a hatched part, an exact value plain', () => {
  const kinds = { minimum: 0, range: 0, exact: 0 };
  everywhere(({ bars }) => {
    const wrong = bars.filter(({ value, hatched, chevron }) => {
      const kind = /^[>≥]/.test(value) ? 'minimum' : /\d\s?[–-]\s?\d/.test(value) ? 'range' : /^[−\d$€£]/.test(value) ? 'exact' : null;
      if (!kind) return false;
      kinds[kind] += 1;
      return chevron !== (kind === 'minimum') || hatched > 0 !== (kind === 'range');
    });
    return wrong.map(({ value }) => `${value} is drawn as something else`).join('; ');
  });
  for (const [kind, count] of Object.entries(kinds)) assert.ok(count > 0, `no chart of the site shows a ${kind}`);
});
