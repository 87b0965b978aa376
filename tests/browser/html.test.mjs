// The Nu HTML checker has no error and no warning for any page.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { SITE, pages } from './site.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

test('every page is valid HTML', () => {
  const count = pages().length;
  const checker = spawnSync('java', ['-jar', jar, '--skip-non-html', '--format', 'json', SITE], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  assert.equal(checker.error, undefined, 'the checker needs Java');
  const { messages } = JSON.parse(checker.stderr);
  const said = messages
    .filter(({ type, subType }) => type === 'error' || subType === 'warning' || type === 'non-document-error')
    .map(({ url, lastLine, lastColumn, message }) => `${url?.replace(/^file:/, '')}:${lastLine}:${lastColumn}: ${message}`);
  assert.deepEqual(said, [], `${count} pages`);
});
