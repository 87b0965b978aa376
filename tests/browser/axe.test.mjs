// axe-core finds no violation on any page, in light and dark, on a phone and on a desk.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { pages, withSite } from './site.mjs';

/** What axe says by scheme and width: one entry a page that was looked at, `{ path, violations }`. */
const said = {};
const ways = ['light', 'dark'].flatMap((colorScheme) => [360, 1200].map((width) => ({ colorScheme, width, name: `${colorScheme} at ${width} px` })));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

withSite(async ({ browser, server }) => {
  const page = await browser.newPage();
  for (const path of pages()) {
    await page.goto(server.url(path));
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    await page.evaluate(axe);
    for (const { colorScheme, width, name } of ways) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      (said[name] ??= []).push({ path, violations: await page.evaluate(audit) });
    }
  }
  await page.close();
});

/** Runs in the page. Rules that axe leaves off by default, though WCAG 2.2 AA asks for them, are on. */
async function audit() {
  const { violations } = await window.axe.run(document, {
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

for (const { name } of ways) {
  test(`no violation in ${name}`, () => {
    assert.deepEqual(said[name].map(({ path }) => path), pages());
    assert.deepEqual(said[name].flatMap(({ path, violations }) => violations.map((violation) => `${path}: ${violation}`)), []);
  });
}
