// What is under test: the folder of the built site, its pages, and a browser to look at them.
//
// SITE names another folder than `public/`, CHROMIUM another browser than Debian's.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

export const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const SITE = path.resolve(process.env.SITE ?? path.join(REPOSITORY, 'public'));
export const LANGUAGES = ['fr', 'en'];

/** Every file of the site, as paths from its top, sorted. */
export function files(folder = SITE) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Every HTML page as its path below the site: `''`, `'fr/'`, `'fr/about/'`, `'404.html'`. */
export function pages() {
  const html = files().filter((file) => file.endsWith('.html'));
  if (html.length === 0) throw new Error(`${SITE} holds no page: build the site first`);
  return html.map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
}

/** Whether a page is a chart alone, for the frames of other sites. */
export const isFramed = (page) => /^(fr\/graphiques|en\/charts)\/(?!page\/)[^/]+\/[^/]+\/$/.test(page);

/** The text of one of the site's files. */
export const read = (file) => readFileSync(path.join(SITE, file), 'utf8');

/** The site's public address, as its home page gives it: `https://example.org/depeche/`. */
export function address() {
  const canonical = /<link[^>]*rel="?canonical"?[^>]*>/.exec(read('index.html'))?.[0];
  const href = /href="?([^"\s>]+)/.exec(canonical ?? '')?.[1];
  if (!href) throw new Error('the root page has no canonical address');
  return href;
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Starts a server for the site and a browser before a file's tests, calls `prepare`, and ends both after the tests. */
export function withSite(prepare = async () => {}) {
  const shared = {};
  before(async () => {
    shared.server = await serve(SITE);
    shared.browser = await launch();
    await prepare(shared);
  });
  after(async () => {
    await shared.browser?.close();
    await shared.server?.close();
  });
  return shared;
}

/**
 * Notes what goes wrong while `page` is used: requests to other hosts, failed or missing resources, console warnings and
 * errors, uncaught errors. `allow` lists paths whose answer may be 404.
 */
export function watch(page, origin, allow = []) {
  const problems = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) problems.push(`request to ${url}`);
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 400 && !allow.includes(pathname)) problems.push(`${response.status()} for ${pathname}`);
  });
  page.on('requestfailed', (request) => problems.push(`${request.failure()?.errorText} for ${request.url()}`));
  page.on('pageerror', (error) => problems.push(`uncaught ${error.message}`));
  page.on('console', (message) => {
    const expected = allow.some((pathname) => message.location().url.endsWith(pathname));
    if (['error', 'warning'].includes(message.type()) && !expected) problems.push(`console: ${message.text()}`);
  });
  return problems;
}
