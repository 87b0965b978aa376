// Calculators: complete without scripts, worked again with them, in the very words of the program.
//
// DEPECHE names another binary than the release build.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { sheet } from './calculator.sheet.mjs';
import { serve } from './server.mjs';
import { REPOSITORY, pages, read, watch, withSite } from './site.mjs';

const target = process.env.CARGO_TARGET_DIR ?? path.join(REPOSITORY, 'target');
const program = process.env.DEPECHE ?? path.join(target, 'release', 'depeche');
const BRIEF = 'content/briefs/2025-02-06-amazon-capex';

const site = withSite();
const withCalculator = () => pages().filter((path) => read(file(path)).includes('class="calculator"'));
const file = (path) => (path === '' || path.endsWith('/') ? `${path}index.html` : path);
const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');

/** What the run-rate calculator of the brief must say, by language and input. */
const SAID = {
  fr: {
    closed: 'Calculatrice — cliquez pour ouvrir',
    start: '26,3 milliards de dollars × 4 trimestres = 105,2 milliards de dollars, soit plus que le minimum de 100 milliards de dollars fixé par la prévision d’Amazon pour 2025.',
    less: '25 milliards de dollars × 4 trimestres = 100 milliards de dollars, soit moins que la prévision d’Amazon pour 2025 (plus de 100 milliards de dollars).',
    one: '1,5 milliard de dollars × 1 trimestre = 1,5 milliard de dollars, soit moins que la prévision d’Amazon pour 2025 (plus de 100 milliards de dollars).',
    stepped: '26,4 milliards de dollars × 4 trimestres = 105,6 milliards de dollars, soit plus que le minimum de 100 milliards de dollars fixé par la prévision d’Amazon pour 2025.',
    nothing: 'Pas de résultat : entrez des nombres dans les limites indiquées.',
  },
  en: {
    closed: 'Calculator — click to open',
    start: '$26.3 billion × 4 quarters = $105.2 billion, more than the minimum of $100 billion set by Amazon’s guidance for 2025.',
    less: '$25 billion × 4 quarters = $100 billion, less than Amazon’s guidance for 2025 (more than $100 billion).',
    one: '$1.5 billion × 1 quarter = $1.5 billion, less than Amazon’s guidance for 2025 (more than $100 billion).',
    stepped: '$26.4 billion × 4 quarters = $105.6 billion, more than the minimum of $100 billion set by Amazon’s guidance for 2025.',
    nothing: 'No result: enter numbers within the limits given.',
  },
};

test('the brief opens with its calculator in each language, and only pages with one load its script', () => {
  const found = withCalculator();
  assert.deepEqual(found.map((path) => path.slice(0, 2)).sort(), ['en', 'fr']);
  for (const path of pages()) {
    const scripts = [...read(file(path)).matchAll(/<script[^>]*>/g)].map((match) => match[0]);
    const expected = found.includes(path) ? 1 : 0;
    assert.equal(scripts.filter((script) => /src="[^"]*calculator\.\w+\.js" defer/.test(script)).length, expected, path);
  }
});

test('without scripts the sum is worked and no dead field is shown', async () => {
  const page = await site.browser.newPage({ javaScriptEnabled: false });
  for (const path of withCalculator()) {
    const said = SAID[path.slice(0, 2)];
    await page.goto(site.server.url(path));
    const root = page.locator('.calculator');
    assert.equal(plain(await root.locator('summary').innerText()), said.closed);
    await root.locator('summary').click();
    assert.equal(plain(await root.locator('output').innerText()), said.start);
    assert.equal(await root.locator('input').first().isVisible(), false);
  }
  await page.close();
});

test('a keyboard is enough to open it, change a number and hear the result', async () => {
  const page = await site.browser.newPage();
  for (const path of withCalculator()) {
    const said = SAID[path.slice(0, 2)];
    const problems = watch(page, site.server.origin);
    await page.goto(site.server.url(path));
    await page.locator('.calculator summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const output = page.locator('.calculator output');
    const shows = async (text) => assert.equal(plain(await output.innerText()), text);
    await shows(said.start);
    await page.keyboard.press('ArrowUp');
    await shows(said.stepped);
    await retype(page, '25');
    await shows(said.less);
    await retype(page, '1.5');
    await page.keyboard.press('Tab');
    await retype(page, '1');
    await shows(said.one);
    for (const wrong of ['9', '', '1.5', '0']) {
      await retype(page, wrong);
      await shows(said.nothing);
    }
    assert.equal(await output.getAttribute('aria-live'), 'polite');
    for (const field of await page.locator('.calculator input').all()) {
      const described = await field.evaluate((e) => [e.labels[0].textContent, document.getElementById(e.getAttribute('aria-describedby')).textContent]);
      assert.ok(described.every((text) => text.length > 5), `${described}`);
    }
    assert.deepEqual(problems, []);
    page.removeAllListeners();
  }
  await page.close();
});

/** Replaces what the focused field holds. */
async function retype(page, text) {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
}

for (const locales of ['{fr: fr-FR, en: en-US}', '{fr: fr-CA, en: en-GB}']) {
  test(`the script says what the program says, for every kind of number, in ${locales}`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'depeche-calculator-'));
    const out = path.join(folder, 'public');
    for (const part of ['depeche.yaml', 'content', 'templates', 'static']) {
      if (existsSync(path.join(REPOSITORY, part))) cpSync(path.join(REPOSITORY, part), path.join(folder, part), { recursive: true });
    }
    const edit = (name, change) => writeFileSync(path.join(folder, name), change(readFileSync(path.join(folder, name), 'utf8')));
    const { figures, calculators, ids } = sheet();
    // In Quebec the words of our briefs would speak of Canadian dollars, which is no matter here.
    const lints = 'lints: {figure-mismatch: allow, parity: allow, unsourced-figure: allow}';
    edit('depeche.yaml', (text) => text.replace(/^locales:.*$/m, `locales: ${locales}\n${lints}`));
    edit(`${BRIEF}/data.yaml`, (text) => text.replace(/^figures:\n/m, `$&${figures}`).replace(/^calculators:\n/m, `$&${calculators}`));
    for (const lang of ['fr', 'en']) edit(`${BRIEF}/${lang}.md`, (text) => `${text}\n${ids.map((id) => `![x](calculator:${id})\n\n`).join('')}`);
    execFileSync(program, ['build', '--root', folder, '--out', out], { stdio: ['ignore', 'ignore', 'inherit'] });
    const server = await serve(out);
    const page = await site.browser.newPage();
    let compared = 0;
    for (const route of withCalculator()) {
      await page.goto(server.url(route));
      const said = await page.evaluate(again);
      const differing = said.filter(({ before, after }) => before !== after);
      assert.deepEqual(differing, [], `${differing.length} of ${said.length} differ`);
      compared += said.length;
    }
    await page.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
    assert.ok(compared > 500, `only ${compared} results were compared`);
  });
}

/** Runs in the page: has each calculator work its sums again with the numbers that it starts from. */
function again() {
  return [...document.querySelectorAll('.calculator')].flatMap((root) => {
    const outputs = [...root.querySelectorAll('output')];
    const before = outputs.map((output) => output.textContent);
    outputs.forEach((output) => (output.textContent = 'not worked'));
    root.querySelector('input').dispatchEvent(new Event('input', { bubbles: true }));
    return outputs.map((output, at) => ({ id: output.id, before: before[at], after: output.textContent }));
  });
}
