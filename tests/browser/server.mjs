// Serves a built site at its sub-path on loopback, as a Pages host does. Owns nothing about what the site should hold.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Where the site stands below its host. */
export const BASE = '/depeche/';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Serves `folder` under BASE until `close` is called. A folder without its slash is redirected, an unknown path gets the
 * site's `404.html`, a path outside BASE a bare 404. `requests` lists each request as `{ path, status }`.
 */
export async function serve(folder) {
  const root = path.resolve(folder);
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const answer = await find(root, pathname);
    requests.push({ path: pathname, status: answer.status });
    response.writeHead(answer.status, { 'cache-control': 'no-store', ...answer.headers });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    requests,
    url: (pathname) => origin + BASE + pathname,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

async function find(root, pathname) {
  const plain = { 'content-type': TYPES['.txt'] };
  if (!pathname.startsWith(BASE)) return { status: 404, headers: plain, body: 'outside the site' };
  let inside;
  try {
    inside = decodeURIComponent(pathname.slice(BASE.length));
  } catch {
    return { status: 400, headers: plain, body: 'not a path' };
  }
  const file = path.join(root, inside);
  if (file !== root && !file.startsWith(root + path.sep)) return { status: 404, headers: plain, body: 'outside the site' };
  const kind = await stat(file).catch(() => null);
  if (kind?.isDirectory() && !pathname.endsWith('/')) {
    return { status: 301, headers: { ...plain, location: `${pathname}/` }, body: '' };
  }
  const asked = kind?.isDirectory() ? path.join(file, 'index.html') : file;
  const body = pathname.endsWith('/') && !kind?.isDirectory() ? null : await readFile(asked).catch(() => null);
  if (body) return { status: 200, headers: { 'content-type': TYPES[path.extname(asked)] ?? 'application/octet-stream' }, body };
  const missing = await readFile(path.join(root, '404.html')).catch(() => 'not found');
  return { status: 404, headers: { 'content-type': TYPES['.html'] }, body: missing };
}
