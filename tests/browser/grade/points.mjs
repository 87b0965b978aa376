// The list that a chart page is graded by, and how a page is graded in a browser. What each point measures is `chart.mjs`'s.

import { readFileSync } from 'node:fs';

/** The points by number. */
export const POINTS = [
  'a title',
  'a subtitle',
  'a source that is linked',
  'a role and a name',
  'a description of 40 characters with a number',
  'a table whose headers have a scope',
  'no two texts overlap',
  'text is at least 12 px',
  'text of drawings is at most 20 px and grows at most by half',
  'nothing is cut off',
  'the page does not scroll sideways',
  'text contrasts at 4.5:1 with what is under it',
  'marks contrast at 3:1',
  'all of this in the dark',
  'forced colours',
  'the same without scripts',
  'one rendering without style sheets',
  'on paper',
  'text is upright',
  'ids and references resolve',
  'colours are apart in every kind of colour vision, or labelled',
  'digits as the locale writes them',
  'at most 40 kB, and nothing from elsewhere',
  '2 to 8 ticks an axis',
  'no line through a label',
];

export const WIDTHS = [320, 360, 520, 768, 1200];

/** The modules that run in the page, as one text: it stands in one scope, where names are unique. */
const PARTS = ['colour', 'paint', 'text', 'digits', 'figure', 'outline', 'shapes', 'chart'];
const code = PARTS.map((part) => readFileSync(new URL(`${part}.mjs`, import.meta.url), 'utf8'))
  .map((text) => text.replace(/^import .*$/gm, '').replace(/^export /gm, ''))
  .join('\n');

/** Every chart of the page as it stands, as `gradeCharts` gives it. */
export function inPage(page, mode) {
  return page.evaluate(`(() => { ${code}\nreturn gradeCharts(${JSON.stringify(mode)}); })()`);
}

/**
 * Grades the page that is open: each of `widths` in the mode its context is in, then forced colours, paper and no style sheets.
 * Gives `{ point, chart, where, what }` for all that is wrong, and `charts`, the number of charts.
 */
export async function grade(page, mode, widths = WIDTHS) {
  const found = [];
  const sizes = new Map();
  let charts = 0;
  const note = (graded, where) => {
    charts = Math.max(charts, graded.length);
    for (const chart of graded) {
      found.push(...chart.found.map(([point, what]) => ({ point, chart: chart.id, where, what })));
    }
  };
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const graded = await inPage(page, mode);
    note(graded, `${width} px ${mode}`);
    for (const { id, largest, smallest } of graded) sizes.set(id, [...(sizes.get(id) ?? []), { largest, smallest }]);
  }
  for (const [chart, all] of sizes) {
    for (const size of ['largest', 'smallest']) {
      const list = all.map((one) => one[size]).filter(Number.isFinite);
      const growth = Math.max(...list) / Math.min(...list);
      if (growth > 1.505) found.push({ point: 9, chart, where: mode, what: `the ${size} text grows ${growth.toFixed(2)} times` });
    }
  }
  for (const width of [360, 1200]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ forcedColors: 'active' });
    note(await inPage(page, 'forced'), `${width} px, forced colours, ${mode}`);
    await page.emulateMedia({ forcedColors: 'none' });
  }
  // A4 and US Letter less their margins are about 680 CSS pixels wide.
  await page.setViewportSize({ width: 680, height: 900 });
  await page.emulateMedia({ media: 'print' });
  note(await inPage(page, 'print'), `on paper, ${mode}`);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => [...document.styleSheets].forEach((sheet) => (sheet.disabled = true)));
  note(await inPage(page, 'unstyled'), 'without style sheets');
  await page.evaluate(() => [...document.styleSheets].forEach((sheet) => (sheet.disabled = false)));
  return { found, charts };
}

/** Findings as lines for a reader, one a chart and text, with all the places where it was seen. */
export function report(found) {
  const seen = new Map();
  for (const { page, chart, what, where } of found) {
    const key = `${page ? `${page} ` : ''}${chart}: ${what}`;
    seen.set(key, [...(seen.get(key) ?? []), where]);
  }
  return [...seen].map(([key, places]) => `${key} (${[...new Set(places)].join('; ')})`);
}
