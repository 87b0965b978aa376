// axe-core finds no violation on any page, in light and dark, on a phone and on a desk.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { pages, withSite } from './site.mjs';

const site = withSite();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page. Rules that axe leaves off by default, though WCAG 2.2 AA asks for them, are on. */
async function audit() {
  const { violations } = await window.axe.run(document, {
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1200]) {
    test(`no violation in ${colorScheme} at ${width} px`, async () => {
      const context = await site.browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const found = [];
      for (const path of pages()) {
        await page.goto(site.server.url(path));
        await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
        await page.evaluate(axe);
        found.push(...(await page.evaluate(audit)).map((violation) => `${path}: ${violation}`));
      }
      await context.close();
      assert.deepEqual(found, []);
    });
  }
}
