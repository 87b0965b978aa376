// The live preview: an edit shows in the open page by itself, a broken one says so over the page, nothing else is served.
//
// DEPECHE names another binary than the release build.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { REPOSITORY, launch } from './site.mjs';

const target = process.env.CARGO_TARGET_DIR ?? path.join(REPOSITORY, 'target');
const program = process.env.DEPECHE ?? path.join(target, 'release', 'depeche');
/** An edit is on screen within this time, machine load included. */
const PATIENCE = { timeout: 10_000 };

let root, preview, base, browser, page, edition, opened;

before(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'depeche-serve-'));
  for (const part of ['depeche.yaml', 'content', 'templates', 'static']) {
    const from = path.join(REPOSITORY, part);
    if (existsSync(from)) cpSync(from, path.join(root, part), { recursive: true });
  }
  const brief = readdirSync(path.join(root, 'content/briefs')).sort()[0];
  edition = `content/briefs/${brief}/en.md`;
  preview = spawn(program, ['serve', '--root', root, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  base = await address(preview);
  browser = await launch();
  const slug = /^slug: *"?([^"\n]+)"?$/m.exec(text(edition))[1].trim();
  opened = `${base}en/${slug}/`;
});
after(async () => {
  await browser?.close();
  preview?.kill();
  if (root) rmSync(root, { recursive: true, force: true });
});
beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(opened);
});
afterEach(() => page.close());

/** Waits until the program says where it serves. */
function address(child) {
  return new Promise((found, failed) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\/depeche\//.exec(said)?.[0];
      if (url) found(url);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', failed);
    child.on('exit', (code) => failed(new Error(`the preview ended with ${code}: ${said}`)));
  });
}

const text = (file) => readFileSync(path.join(root, file), 'utf8');

/** Changes a file for as long as `check` runs, and waits until the page is as it was before. */
async function edited(file, change, check, gone) {
  const before = text(file);
  const after = change(before);
  assert.notEqual(after, before, `${file} was not changed`);
  try {
    writeFileSync(path.join(root, file), after);
    await check();
  } finally {
    writeFileSync(path.join(root, file), before);
  }
  await gone();
}

/** The status of a path sent as it is written, which browsers and `fetch` would tidy up first. */
function status(pathname) {
  const { hostname, port } = new URL(base);
  return new Promise((answered, failed) => {
    const asked = request({ hostname, port, path: pathname }, (response) => {
      response.resume();
      answered(response.statusCode);
    });
    asked.on('error', failed).end();
  });
}

test('an edited text shows in the open page', async () => {
  const added = page.getByText('A sentence that nobody wrote before.');
  await edited(
    edition,
    (before) => `${before}\nA sentence that nobody wrote before.\n`,
    () => added.waitFor(PATIENCE),
    () => added.waitFor({ ...PATIENCE, state: 'detached' }),
  );
});

test('an edited template shows in the open page', async () => {
  const added = page.locator('#edited-template');
  await edited(
    'templates/brief.html',
    (before) => before.replace('</main>', '<p id="edited-template">…</p></main>'),
    () => added.waitFor(PATIENCE),
    () => added.waitFor({ ...PATIENCE, state: 'detached' }),
  );
});

test('an edited stylesheet shows in the open page', async () => {
  const outline = (width) => page.waitForFunction((w) => getComputedStyle(document.body).outlineWidth === w, width, PATIENCE);
  await edited(
    'static/style.css',
    (before) => `${before}\nbody { outline: 7px solid; }\n`,
    () => outline('7px'),
    () => page.waitForFunction(() => getComputedStyle(document.body).outlineWidth !== '7px', null, PATIENCE),
  );
});

test('a broken edit lays its error over the page, and mending it takes the error away', async () => {
  const overlay = page.locator('#depeche-overlay');
  const headline = await page.locator('h1').first().textContent();
  await edited(
    edition,
    (before) => before.replace(/^title:.*$/m, 'titel: misspelt'),
    async () => {
      await overlay.waitFor({ ...PATIENCE, state: 'visible' });
      assert.match(await overlay.textContent(), new RegExp(`${path.basename(edition)}:\\d+:\\d+`));
      assert.equal(await page.locator('h1').first().textContent(), headline, 'the last good page stays');
    },
    () => overlay.waitFor({ ...PATIENCE, state: 'hidden' }),
  );
});

test('an opened page shows the last good state and the error after a reload', async () => {
  const overlay = page.locator('#depeche-overlay');
  await edited(
    edition,
    (before) => before.replace(/^title:.*$/m, 'titel: misspelt'),
    async () => {
      await overlay.waitFor({ ...PATIENCE, state: 'visible' });
      await page.reload();
      await overlay.waitFor({ ...PATIENCE, state: 'visible' });
      assert.equal(await page.locator('h1').count(), 1);
    },
    () => overlay.waitFor({ ...PATIENCE, state: 'hidden' }),
  );
});

test('an edit between the page and its connection is not missed', async () => {
  const added = page.getByText('A sentence of the meantime.');
  const events = '**/__depeche/events';
  let connect;
  const held = new Promise((resolve) => { connect = resolve; });
  await page.route(events, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(opened, { waitUntil: 'domcontentloaded' });
  await edited(
    edition,
    (before) => `${before}\nA sentence of the meantime.\n`,
    async () => {
      const asked = async () => (await (await fetch(opened)).text()).includes('A sentence of the meantime.');
      while (!(await asked())) await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(await added.count(), 0, 'the page is the old one until it is connected');
      connect();
      await added.waitFor(PATIENCE);
    },
    () => added.waitFor({ ...PATIENCE, state: 'detached' }),
  );
});

test('a path outside the site is not found', async () => {
  assert.equal(await status('/depeche/'), 200);
  const outside = [
    '/other/',
    '/index.html',
    '/depeche.yaml',
    '/depeche/depeche.yaml',
    '/depeche/content/companies.yaml',
    '/depeche/../depeche.yaml',
    '/depeche/..%2fdepeche.yaml',
    '/depeche/%2e%2e/depeche.yaml',
    '/..%2f..%2fetc/passwd',
    '/depeche/..%5c..%5cetc/passwd',
    '/depeche/static/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/depeche//etc/passwd',
    '/depeche/%00',
    '/depeche/fr/nowhere/',
  ];
  const answers = await Promise.all(outside.map(async (pathname) => [pathname, await status(pathname)]));
  assert.deepEqual(answers.filter(([, code]) => code !== 404), []);
});
