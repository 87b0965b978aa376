// What chart.js adds for readers with scripts: the value of the mark that is pointed at or gone to by keys, in the words of the
// table. It can be dismissed, pointed at itself, and stays (WCAG 2.2, 1.4.13); a chart is one stop of the tab key.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SHAPES, build, marks } from './grade/gallery.mjs';
import { serve } from './server.mjs';
import { launch, watch } from './site.mjs';

const known = marks().filter((mark) => SHAPES[mark]);
let gallery, server, browser, page;

before(async () => {
  gallery = build(known, ['mixed']);
  server = await serve(gallery.folder);
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
});
after(async () => {
  await browser?.close();
  await server?.close();
  gallery?.remove();
});

const detail = () => page.locator('.chart-detail');
const told = async () => ((await detail().isVisible()) ? detail().textContent() : undefined);

/** The rows of the table as a detail tells them: the value, then everything else that is there. */
function rows() {
  return page.evaluate(() => [...document.querySelectorAll('.chart-data tbody tr')].map((row) => {
    const cells = [...row.cells];
    const value = cells.find((cell) => cell.className === 'value');
    const others = cells.filter((cell) => cell !== value && cell.textContent.trim()).map((cell) => cell.textContent);
    return value.textContent + others.join(' · ');
  }));
}

/** The drawing that is shown, and the points of its rows on the screen. */
async function drawing() {
  const svg = page.locator('.chart-wide svg');
  const points = await svg.evaluate((element) => {
    const { left, top, width } = element.getBoundingClientRect();
    const numbers = element.dataset.rows.split(' ').map(Number);
    const scale = width / element.viewBox.baseVal.width;
    return Array.from({ length: numbers.length / 3 }, (_, at) => ({
      row: numbers[3 * at], x: left + numbers[3 * at + 1] * scale, y: top + numbers[3 * at + 2] * scale,
    }));
  });
  return { svg, points };
}

async function open(mark) {
  await page.goto(server.url(`en/${mark}/`));
  await page.locator('figure.chart').first().scrollIntoViewIfNeeded();
}

for (const mark of known) {
  test(`a reader is told each mark of a ${mark}`, async () => {
    const problems = watch(page, server.origin);
    await open(mark);
    if ((await page.locator('.chart-wide svg').count()) === 0) {
      // Set as text, where nothing is left to tell.
      assert.match(await page.locator('.chart-plot').innerText(), /\d/);
      return assert.deepEqual(problems, []);
    }
    const [table, { svg, points }] = [await rows(), await drawing()];
    assert.ok(points.length > 0 && points.length <= table.length, `${points.length} points for ${table.length} rows`);
    for (const { row, x, y } of points) {
      await page.mouse.move(x, y);
      const near = points.filter((other) => Math.hypot(other.x - x, other.y - y) < 2).map((other) => table[other.row]);
      assert.ok(near.includes(await told()), `row ${row}: "${await told()}" is not "${table[row]}"`);
    }
    await page.mouse.move(1, 1);
    assert.equal(await told(), undefined, 'what was told stays behind');
    await svg.focus();
    for (const { row } of points) {
      await page.keyboard.press(row === points[0].row ? 'Home' : 'ArrowRight');
      assert.equal(await told(), table[row]);
    }
    assert.deepEqual(problems, []);
    page.removeAllListeners();
  });
}

test('what is told can be dismissed, pointed at, and stays', async () => {
  await open('column');
  const { points } = await drawing();
  await page.mouse.move(points[1].x, points[1].y);
  const first = await told();
  const box = await detail().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 1 });
  assert.equal(await told(), first, 'it is gone as the pointer moves onto it');
  await page.keyboard.press('Escape');
  assert.equal(await told(), undefined, 'Escape does not dismiss it');
  await page.mouse.move(points[1].x + 1, points[1].y);
  assert.equal(await told(), undefined, 'it comes back at once');
  await page.mouse.move(points[2].x, points[2].y);
  assert.notEqual(await told(), undefined, 'another mark is not told');
});

test('a chart is one stop of the tab key', async () => {
  await open('line');
  const stops = await page.locator('.chart-plot').evaluate((plot) => [...plot.querySelectorAll('[tabindex]')].filter((one) => one.checkVisibility()).length);
  assert.equal(stops, 1);
  const { svg } = await drawing();
  await svg.focus();
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await told(), undefined);
  await page.keyboard.press('Tab');
  assert.equal(await told(), undefined, 'what was told stays when the chart is left');
});

test('without scripts nothing waits for them', async () => {
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(server.url('en/line/'));
  assert.equal(await plain.locator('.chart-detail, .chart-ring, .chart-plot [tabindex]').count(), 0);
  await plain.close();
});
