// Every chart of the site as it is drawn: legible at each width, in light and dark, and the same numbers in its table.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure } from './chart.page.mjs';
import { pages, withSite } from './site.mjs';

const WIDTHS = [320, 360, 520, 768, 1200];
const SCHEMES = ['light', 'dark'];

/** One entry a chart, width and scheme: `{ where, path, width, … }` as `measure` gives it. */
const drawn = [];
let images = [];

withSite(async ({ browser, server }) => {
  for (const colorScheme of SCHEMES) {
    const context = await browser.newContext({ colorScheme, javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of pages()) {
      await page.goto(server.url(path));
      if ((await page.locator('figure.chart').count()) === 0) continue;
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const chart of await page.evaluate(measure)) {
          drawn.push({ ...chart, path, width, where: `${path}#${chart.id} at ${width} ${colorScheme}` });
        }
      }
      if (colorScheme === 'light') images = images.concat(await accessible(page, path));
    }
    await context.close();
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

test('exactly one drawing of each chart is displayed', () => {
  everywhere((chart) => chart.displayed !== 1 && `${chart.displayed} drawings`);
});

test('a phone gets the narrow layout, a desk the wide one', () => {
  const expected = { 320: 'narrow', 360: 'narrow', 1200: 'wide' };
  everywhere(({ layout, width, small }) => !small && expected[width] && layout !== expected[width] && `${layout} layout`);
});

test('no two texts of a drawing overlap', () => everywhere((chart) => chart.overlaps.join('; ')));

test('text is between 12 and 20 px', () => everywhere((chart) => chart.badSizes.join('; ')));

test('text grows at most by half from the narrowest to the widest page', () => {
  const sizes = new Map();
  for (const chart of drawn) sizes.set(chart.path + chart.id, [...(sizes.get(chart.path + chart.id) ?? []), ...chart.sizes]);
  for (const [chart, all] of sizes) {
    assert.ok(Math.max(...all) <= 1.5 * Math.min(...all), `${chart}: ${Math.min(...all)} to ${Math.max(...all)} px`);
  }
});

test('nothing is clipped', () => everywhere((chart) => chart.clipped.join('; ')));

test('text is upright', () => everywhere((chart) => chart.turned.join('; ')));

test('a chart has a title, a subtitle, a source and a table with header cells', () => {
  everywhere((chart) => chart.missing.join(', '));
});

test('text contrasts with the paper at 4.5:1 and marks at 3:1', () => everywhere((chart) => chart.faint.join('; ')));

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
