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
export const SCHEMES = ['light', 'dark'];

/** The widths at which colours are forced as well. */
const FORCED = [360, 1200];

/** A4 and US Letter less their margins are about so many CSS pixels wide. */
const PAPER = 680;

/** The modules that run in the page, as one text: it stands in one scope, where names are unique. */
const PARTS = ['memory', 'colour', 'paint', 'text', 'digits', 'figure', 'outline', 'shapes', 'chart'];
const code = PARTS.map((part) => readFileSync(new URL(`${part}.mjs`, import.meta.url), 'utf8'))
  .map((text) => text.replace(/^import .*$/gm, '').replace(/^export /gm, ''))
  .join('\n');

/** Loads the modules into the page that is open. They stay, since what the browser has compiled it need not compile again. */
function load(page) {
  return page.evaluate(`window.grader = (() => { ${code}\nreturn { gradeCharts, gradeMarkup, sayings }; })(); undefined`);
}

/** What each chart of the page says, as `sayings` gives it. */
export async function said(page) {
  await load(page);
  return page.evaluate(() => window.grader.sayings());
}

/**
 * Grades the page that is open: its markup; each of `widths` in each of `schemes`, at some with forced colours too; paper; and
 * no style sheets. Gives `{ point, chart, where, what }` for all that is wrong, and `charts`, the number of charts.
 *
 * The browser lays the page out anew for each width and each scheme, which costs as much as to grade it: so a width begins in the
 * scheme that the one before it ended in.
 */
export async function grade(page, schemes = SCHEMES, widths = WIDTHS) {
  const found = [];
  const sizes = new Map();
  const note = (graded, where) => {
    for (const chart of graded) found.push(...chart.found.map(([point, what]) => ({ point, chart: chart.id, where, what })));
  };
  const look = async (mode, where, media, width) => {
    await Promise.all([width && page.setViewportSize({ width, height: 900 }), page.emulateMedia(media)]);
    const graded = await page.evaluate((name) => window.grader.gradeCharts(name), mode);
    note(graded, where);
    return graded;
  };
  await load(page);
  const written = await page.evaluate(() => window.grader.gradeMarkup());
  note(written, 'as it is written');
  let turn = [...schemes];
  for (const width of widths) {
    for (const colorScheme of turn) {
      const graded = await look(colorScheme, `${width} px ${colorScheme}`, { colorScheme, forcedColors: 'none' }, width);
      for (const { id, largest, smallest } of graded) {
        const key = JSON.stringify([id, colorScheme]);
        sizes.set(key, [...(sizes.get(key) ?? []), { largest, smallest }]);
      }
      if (FORCED.includes(width)) await look('forced', `${width} px, forced colours, ${colorScheme}`, { forcedColors: 'active' });
    }
    turn = turn.toReversed();
  }
  for (const colorScheme of turn) await look('print', `on paper, ${colorScheme}`, { colorScheme, forcedColors: 'none', media: 'print' }, PAPER);
  await page.evaluate(() => [...document.styleSheets].forEach((sheet) => (sheet.disabled = true)));
  await look('unstyled', 'without style sheets', { media: 'screen' });
  await page.evaluate(() => [...document.styleSheets].forEach((sheet) => (sheet.disabled = false)));
  return { found: [...found, ...grown(sizes)], charts: written.length };
}

/** Charts whose text grows by more than half between two widths. */
function grown(sizes) {
  return [...sizes].flatMap(([key, all]) => ['largest', 'smallest'].flatMap((size) => {
    const [chart, where] = JSON.parse(key);
    const list = all.map((one) => one[size]).filter(Number.isFinite);
    const growth = Math.max(...list) / Math.min(...list);
    return growth > 1.505 ? [{ point: 9, chart, where, what: `the ${size} text grows ${growth.toFixed(2)} times` }] : [];
  }));
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
