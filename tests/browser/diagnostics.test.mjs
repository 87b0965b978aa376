// What `depeche check` prints for other programs is valid: SARIF by OASIS's schema, JSON by our published one.
//
// DEPECHE names another binary than the release build.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import Ajv from 'ajv';
import { REPOSITORY } from './site.mjs';

const target = process.env.CARGO_TARGET_DIR ?? path.join(REPOSITORY, 'target');
const program = process.env.DEPECHE ?? path.join(target, 'release', 'depeche');
const require = createRequire(import.meta.url);

let root;

// A copy of the site with a finding of each make: two places in two files, a warning, a fault of structure, no file at all.
before(() => {
  root = mkdtempSync(path.join(tmpdir(), 'depeche-check-'));
  for (const part of ['depeche.yaml', 'content']) cpSync(path.join(REPOSITORY, part), path.join(root, part), { recursive: true });
  edit('content/briefs/2025-02-06-amazon-capex/fr.md', /plus\sde\s100\smilliards/g, '100 milliards');
  edit('content/briefs/2025-02-06-amazon-capex/data.yaml', /^figures:/m, 'sources:\n  unread: {title: Unread}\nfigurs: {}\nfigures:');
  edit('content/pages/about/en.md', /^## /m, '<!-- depeche-allow: parity -->\n\n## ');
});
after(() => rmSync(root, { recursive: true, force: true }));

function edit(file, from, to) {
  const whole = path.join(root, file);
  const text = readFileSync(whole, 'utf8');
  assert.match(text, from);
  writeFileSync(whole, text.replace(from, to));
}

function check(format, folder = root) {
  const { status, stdout, error } = spawnSync(program, ['check', '--format', format, '--root', folder], { encoding: 'utf8' });
  assert.equal(error, undefined);
  assert.equal(status, 1);
  return JSON.parse(stdout);
}

/** What a schema says against a document. */
function faults(schema, document, options = {}, meta = undefined) {
  const ajv = new Ajv({ allErrors: true, ...options });
  if (meta) ajv.addMetaSchema(meta);
  const validate = ajv.compile(schema);
  return validate(document) ? [] : validate.errors.map(({ dataPath, message }) => `${dataPath} ${message}`);
}

const sarif = (document) => {
  const file = path.join(path.dirname(require.resolve('@microsoft/jest-sarif')), 'schemas/sarif-2.1.0-rtm.5.json');
  const meta = require('ajv/lib/refs/json-schema-draft-04.json');
  return faults(JSON.parse(readFileSync(file, 'utf8')), document, { schemaId: 'id', meta: false }, meta);
};
const json = (document) => faults(JSON.parse(readFileSync(path.join(REPOSITORY, 'docs/diagnostics.schema.json'), 'utf8')), document);

test('SARIF is valid and its results have rules, levels and places', () => {
  const log = check('sarif');
  assert.deepEqual(sarif(log), []);
  const [run] = log.runs;
  assert.equal(run.columnKind, 'unicodeCodePoints');
  const names = new Set(run.results.map(({ ruleId }) => ruleId));
  for (const name of ['figure-mismatch', 'parity', 'unused-source', 'waiver', 'unknown-key']) assert.ok(names.has(name), name);
  for (const { ruleId, ruleIndex, locations } of run.results) {
    if (ruleIndex !== undefined) assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId);
    const { artifactLocation, region } = locations[0].physicalLocation;
    const file = decodeURIComponent(artifactLocation.uri).replace(/^.*\/content\//, 'content/');
    const text = readFileSync(path.join(root, file), 'utf8');
    const line = [...text.split('\n')[region.startLine - 1]];
    if (region.startLine === region.endLine && region.snippet) {
      assert.equal(line.slice(region.startColumn - 1, region.endColumn - 1).join(''), region.snippet.text, ruleId);
    }
  }
});

test('JSON is what the published schema says', () => {
  const report = check('json');
  assert.deepEqual(json(report), []);
  assert.ok(report.errors >= 2 && report.warnings >= 2);
});

test('a folder without a site has valid findings too', () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'depeche-empty-'));
  assert.deepEqual(sarif(check('sarif', empty)), []);
  assert.deepEqual(json(check('json', empty)), []);
  rmSync(empty, { recursive: true });
});

test('the schemas do refuse what is wrong', () => {
  const log = check('sarif');
  log.runs[0].results[0].level = 'fatal';
  assert.notDeepEqual(sarif(log), []);
  const report = check('json');
  delete report.diagnostics[0].severity;
  assert.notDeepEqual(json(report), []);
});
