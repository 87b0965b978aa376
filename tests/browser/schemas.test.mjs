// The schemas in docs/schemas/ take what the program takes: this site's files pass, and a broken one does not.
//
// That every key of the program is in them, and no other, is held by tests/docs.rs.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv-2020/dist/2020.js';
import { parse } from 'yaml';
import { REPOSITORY } from './site.mjs';

const text = (file) => readFileSync(path.join(REPOSITORY, file), 'utf8');
const FOLDER = 'docs/schemas';

// Ajv would refuse lists of types, which YAML's scalars need; every other doubt of its strict mode is a fault.
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
for (const name of readdirSync(path.join(REPOSITORY, FOLDER))) ajv.addSchema(JSON.parse(text(`${FOLDER}/${name}`)), name);

/** What a schema says against YAML, as `place: message`. */
function faults(schema, yaml) {
  const validate = ajv.getSchema(`${schema}.schema.json`);
  return validate(parse(yaml)) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

/** Every file of a site with the schema that it is held to. */
function files(root) {
  const found = [['settings', `${root}depeche.yaml`]];
  for (const entry of readdirSync(path.join(REPOSITORY, root, 'content'), { recursive: true, withFileTypes: true })) {
    const file = path.join(path.relative(REPOSITORY, entry.parentPath ?? entry.path), entry.name);
    if (entry.name === 'data.yaml') found.push(['brief', file]);
    else if (path.dirname(file).endsWith('content/charts')) found.push(['chart', file]);
    else if (entry.name.endsWith('.yaml')) found.push([path.basename(file, '.yaml'), file]);
    else if (entry.name.endsWith('.md')) found.push(['edition', file]);
  }
  return found;
}

const yaml = (file) => (file.endsWith('.md') ? /^---\n(.*?\n)---\n/s.exec(text(file))[1] : text(file));

for (const root of ['', 'tests/suite/base/']) {
  test(`the files of ${root || 'this site'} pass`, () => {
    const all = files(root);
    assert.ok(all.length >= 10, `${all.length} files`);
    const found = all.flatMap(([schema, file]) => faults(schema, yaml(file)).map((fault) => `${file}${fault}`));
    assert.deepEqual(found, []);
  });
}

test('the examples of the author’s guide pass', () => {
  const examples = [...text('docs/content.md').matchAll(/^```yaml (\S+)\n(.*?)^```$/gms)];
  const joined = new Map();
  for (const [, file, body] of examples) if (file.endsWith('.yaml')) joined.set(file, `${joined.get(file) ?? ''}${body}\n`);
  assert.ok(joined.size >= 7, [...joined.keys()].join(' '));
  const schema = (file) => file.startsWith('content/charts/') ? 'chart' : ({ 'depeche.yaml': 'settings', 'data.yaml': 'brief' })[file] ?? path.basename(file, '.yaml');
  assert.deepEqual([...joined].flatMap(([file, body]) => faults(schema(file), body).map((fault) => `${file}${fault}`)), []);
});

const data = (more) => `date: 2025-02-06\n${more}`;
const figure = (more) => data(`figures:\n  a: {metric: capex, period: 2025, source: call, ${more}}\n`);
const broken = [
  ['settings', 'title: A\nurl: https://example.org/\nlanguages: [fr, de]', '/languages/1'],
  ['settings', 'title: A\nurl: https://example.org/\nlanguages: [fr]\nlocales: {fr: fr-BE}', '/locales/fr'],
  ['settings', 'title: A\nurl: example.org\nlanguages: [fr]', '/url'],
  ['settings', 'title: A\nurl: https://example.org/\nlanguages: [fr]\nlints: {parity: loud}', '/lints/parity'],
  ['companies', 'Amazon: {name: Amazon}', ''],
  ['companies', 'amazon: {title: Amazon}', '/amazon'],
  ['people', 'jassy: {name: {de: Jassy}}', '/jassy/name'],
  ['metrics', 'units: {chips: {fr: {one: puce}}}', '/units/chips/fr'],
  ['sources', 'call: {title: Call, date: 6 February 2025}', '/call/date'],
  ['brief', 'updated: 2025-02-06', ''],
  ['brief', data('figurs: {}'), ''],
  ['brief', figure('value: more than 5'), '/figures/a/value'],
  ['brief', figure('status: hoped, value: 5 %'), '/figures/a/status'],
  ['brief', data('figures:\n  a: {metric: capex, period: 2025, value: 5 %}\n'), '/figures/a'],
  ['brief', figure('value: 5 %').replace('period: 2025', 'period: 2025-Q5'), '/figures/a/period'],
  ['brief', data('charts:\n  a: {mark: pie, title: A}\n'), '/charts/a/mark'],
  ['brief', data('charts:\n  a: {mark: bar, title: A, encoding: {x: {scale: {type: pow}}}}\n'), '/charts/a/encoding/x/scale/type'],
  ['brief', data('quotes:\n  a: {text: A, speaker: b, language: de, source: c}\n'), '/quotes/a/language'],
  ['edition', 'title: A', ''],
  ['edition', 'title: A\nsummary: B\nslug: À propos', '/slug'],
  ['edition', 'title: A\nsummary: B\ntakeaways: [one, two]', '/takeaways'],
];

test('a broken file is refused where it is broken', () => {
  for (const [schema, file, place] of broken) {
    const found = faults(schema, file);
    assert.ok(found.some((fault) => fault.startsWith(`${place}: `)), `${schema}: ${file}\n${found.join('\n')}`);
  }
});
