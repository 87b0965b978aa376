// Numbers, money, dates, lists and plurals against Node's Intl, which is ICU with CLDR's data: the same questions to both, drawn
// from a seed.
//
// Ours are answered by `examples/formats.rs`. What a newsroom writes otherwise than CLDR stands in RULES, each rule with its
// reason, and docs/quantities.md tells them to readers; a rule that changes no answer fails. CASES sets how many questions
// of a kind are asked, SEED which ones.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { REPOSITORY } from './site.mjs';

const CASES = Number(process.env.CASES ?? 500);
const SEED = Number(process.env.SEED ?? 20250206);
const LOCALES = ['fr-FR', 'fr-CA', 'en-US', 'en-GB'];
const CURRENCIES = ['USD', 'EUR', 'GBP', 'CAD', 'JPY', 'CHF', 'SEK', 'AUD'];

const french = ({ locale }) => locale.startsWith('fr');
const english = ({ locale }) => locale.startsWith('en');

/** Signs and names of currencies that newspapers print otherwise, by locale: CLDR's, then ours. */
const PRINTED = {
  'fr-FR': {
    signs: { $US: '$', $CA: '$\u00a0CA', $AU: '$\u00a0AU', '£GB': '£', JPY: '¥' },
    names: { 'dollar des États-Unis': 'dollar', 'dollars des États-Unis': 'dollars', 'yens japonais': 'yens', 'yen japonais': 'yen' },
  },
  'fr-CA': {
    signs: {},
    names: {
      'dollar des États-Unis': 'dollar américain',
      'dollars des États-Unis': 'dollars américains',
      'dollar canadien': 'dollar',
      'dollars canadiens': 'dollars',
      'yens japonais': 'yens',
      'yen japonais': 'yen',
    },
  },
  'en-US': { signs: { CA$: 'C$' }, names: { 'US dollar': 'dollar', 'British pound': 'pound', 'Japanese yen': 'yen' } },
  'en-GB': {
    signs: { CA$: 'C$', US$: '$', 'JP¥': '¥' },
    names: { 'US dollar': 'dollar', 'British pound': 'pound', 'Japanese yen': 'yen' },
  },
};

const printed = (part) => (text, { locale }) => {
  const found = Object.entries(PRINTED[locale][part]).find(([cldr]) => text.includes(cldr));
  return found ? text.replace(found[0], () => found[1]) : text;
};

/** What our writing changes in CLDR's, in the order of application. */
const RULES = [
  {
    name: 'the minus sign is U+2212',
    of: ['number', 'percent', 'scale', 'letters', 'money'],
    change: (text) => text.replace('-', '−'),
  },
  {
    name: 'the dash between two days of a month has no spaces, that between two months plain ones',
    of: ['days'],
    change: (text) => text.replaceAll('\u2009', ' ').replace(/(\b\d{1,2}) – (\d{1,2}\b)/u, '$1–$2'),
  },
  {
    name: 'the first of a month is « 1er » in French',
    of: ['date', 'days'],
    when: french,
    change: (text) => text.replace(/(?<=^|[ –])1(?=[ –])/gu, '1er'),
  },
  { name: 'signs of currencies are the ones that newspapers print', of: ['money'], change: printed('signs') },
  { name: 'names of currencies are short where no other is meant', of: ['names', 'scaled names'], change: printed('names') },
  {
    name: 'a no-break space holds a number to its scale, and the scale to its unit in French',
    of: ['scale', 'scaled names'],
    when: ({ kind, locale }) => kind === 'scale' || french({ locale }),
    change: (text) => text.replace(/^(\S+)\s(\p{L}+)(?:\s|$)/u, (all, number, scale) => `${number}\u00a0${scale}${all.length > number.length + scale.length + 1 ? '\u00a0' : ''}`),
  },
  {
    name: '« de » stands between a scale and what it counts in French',
    of: ['scaled names'],
    when: french,
    change: (text) => text.replace(/(?<=illions?\u00a0|illiards?\u00a0)(?=e)/u, 'd’').replace(/(?<=illions?\u00a0|illiards?\u00a0)(?!d’)/u, 'de\u00a0'),
  },
  {
    name: 'a milliard is Md in Canada too',
    of: ['letters'],
    when: ({ locale }) => locale === 'fr-CA',
    change: (text) => text.replace('G', 'Md'),
  },
  {
    name: 'scale letters are m, bn and tn in the United States too',
    of: ['letters'],
    when: ({ locale }) => locale === 'en-US',
    change: (text) => text.replace('M', 'm').replace('B', 'bn').replace('T', 'tn'),
  },
];

/** A random source of 32 bits from a seed (a linear congruential generator with Knuth's constants). */
function randomOf(kind) {
  let state = [...kind].reduce((seed, letter) => (Math.imul(seed, 31) + letter.codePointAt(0)) >>> 0, SEED >>> 0);
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const integer = (low, high) => low + Math.floor(random() * (high - low + 1));
  return { integer, pick: (list) => list[integer(0, list.length - 1)] };
}

/** A decimal as text: `digits` before its point, `places` behind it, neither led nor followed by needless zeros. */
function decimal({ integer }, digits, places) {
  const draw = (count) => Array.from({ length: count }, () => integer(0, 9)).join('');
  const whole = digits === 0 ? '0' : `${integer(1, 9)}${draw(digits - 1)}`;
  return `${whole}${places === 0 ? '' : `.${draw(places - 1)}${integer(1, 9)}`}`;
}

const places = (number) => (number.split('.')[1] ?? '').length;
const exact = (number) => ({ minimumFractionDigits: places(number), maximumFractionDigits: places(number) });
const signed = ({ pick }, number) => pick(['', '', Number(number) === 0 ? '' : '-']) + number;
const day = ({ integer, pick }) => new Date(Date.UTC(integer(1000, 2999), integer(0, 11), pick([1, 1, integer(2, 31)])));
const iso = (date) => date.toISOString().slice(0, 10);
const dates = (locale, fields) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...fields });
const MONTHS = { medium: 'long', short: 'short' };

/** How a question of each kind is drawn: what we are asked, and what ICU answers. */
const KINDS = {
  number(random, locale) {
    const number = signed(random, decimal(random, random.integer(0, 15), random.pick([0, 0, 1, 2, random.integer(3, 9)])));
    return { ask: { number }, icu: new Intl.NumberFormat(locale, exact(number)).format(number) };
  },
  plural(random, locale) {
    const number = random.pick([decimal(random, random.integer(0, 2), random.integer(0, 2)), `${random.integer(0, 3)}`, `${random.integer(1, 9)}000000`]);
    return { ask: { plural: number }, icu: new Intl.PluralRules(locale, exact(number)).select(Number(number)) };
  },
  percent(random, locale) {
    const number = signed(random, decimal(random, random.integer(0, 4), random.integer(0, 3)));
    const icu = new Intl.NumberFormat(locale, { style: 'percent', ...exact(number) }).format(`${number}e-2`);
    return { ask: { value: [`${number} %`, 'medium'] }, icu };
  },
  scale: (random, locale) => scaled(random, locale, 'long'),
  letters: (random, locale) => scaled(random, locale, 'short'),
  money(random, locale) {
    const currency = random.pick(CURRENCIES);
    const number = signed(random, decimal(random, random.integer(1, 6), random.pick([0, 2, 2])));
    const icu = new Intl.NumberFormat(locale, { style: 'currency', currency, ...exact(number) }).format(number);
    return { ask: { value: [`${number} ${currency}`, 'short'] }, icu };
  },
  names(random, locale) {
    const currency = random.pick(CURRENCIES);
    const number = random.pick(['1', decimal(random, random.integer(1, 6), random.pick([0, 2]))]);
    const fields = { style: 'currency', currency, currencyDisplay: 'name', ...exact(number) };
    // Text for the ear has plain spaces around its words.
    const icu = new Intl.NumberFormat(locale, fields).format(number).replace(/\u00a0(?=\p{L})/gu, ' ');
    return { ask: { value: [`${number} ${currency}`, 'long'] }, icu };
  },
  'scaled names'(random, locale) {
    const currency = random.pick(CURRENCIES);
    const number = scalable(random, locale);
    const fields = { style: 'currency', currency, currencyDisplay: 'name', notation: 'compact', compactDisplay: 'long', minimumFractionDigits: 0, maximumFractionDigits: 3 };
    const icu = new Intl.NumberFormat(locale, fields).format(number);
    const width = french({ locale }) ? 'medium' : 'long';
    return { ask: { value: [`${number} ${currency}`, width] }, icu: icu.replaceAll('\u00a0', ' ') };
  },
  date(random, locale) {
    const date = day(random);
    const [width, style] = random.pick([['long', 'full'], ['medium', 'long'], ['short', 'medium']]);
    return { ask: { date: [iso(date), width] }, icu: dates(locale, { dateStyle: style }).format(date) };
  },
  month(random, locale) {
    const date = day(random);
    const width = random.pick(['medium', 'short']);
    return { ask: { period: [iso(date).slice(0, 7), width] }, icu: dates(locale, { year: 'numeric', month: MONTHS[width] }).format(date) };
  },
  days(random, locale) {
    const first = day(random);
    const last = new Date(first.getTime() + random.pick([random.integer(1, 20), random.integer(20, 400)]) * 86_400_000);
    const icu = dates(locale, { year: 'numeric', month: 'short', day: 'numeric' }).formatRange(first, last);
    return { ask: { period: [`${iso(first)}..${iso(last)}`, 'short'] }, icu };
  },
  list(random, locale) {
    const list = Array.from({ length: random.integer(0, 6) }, () => random.pick(['Amazon', 'Meta', 'Alphabet', 'eBay', 'Hermès', '3M']));
    return { ask: { list }, icu: new Intl.ListFormat(locale).format(list) };
  },
};

/** A number that has at most three decimals beside its scale word; French news has no word above the milliard. */
function scalable(random, locale) {
  const number = decimal(random, random.integer(1, 3), random.integer(0, 3));
  return `${BigInt(number.replace('.', '')) * 10n ** BigInt(random.pick(french({ locale }) ? [6, 9] : [6, 9, 12]) - places(number))}`;
}

function scaled(random, locale, compactDisplay) {
  const number = signed(random, scalable(random, locale));
  const icu = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay, maximumFractionDigits: 3 }).format(number);
  return { ask: { value: [number, compactDisplay === 'long' ? 'medium' : 'short'] }, icu };
}

const cases = Object.entries(KINDS).flatMap(([kind, draw]) => {
  const random = randomOf(kind);
  return Array.from({ length: CASES }, (_, index) => {
    const locale = LOCALES[index % LOCALES.length];
    return { kind, locale, ...draw(random, locale) };
  });
});
const used = new Set();
let answers;

/** What CLDR writes, with our rules over it. */
function expected(question) {
  const rules = RULES.filter(({ of, when = () => true }) => of.includes(question.kind) && when(question));
  return rules.reduce((text, rule) => {
    const changed = rule.change(text, question);
    if (changed !== text) used.add(rule.name);
    return changed;
  }, question.icu);
}

before(() => {
  const run = spawnSync('cargo', ['run', '--quiet', '--locked', '--example', 'formats'], {
    cwd: REPOSITORY,
    input: cases.map(({ locale, ask }) => `${JSON.stringify({ locale, ask })}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  assert.equal(run.status, 0, run.stderr);
  answers = run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(answers.length, cases.length);
});

for (const kind of Object.keys(KINDS)) {
  test(`${kind}: what CLDR ${process.versions.cldr} writes, in every locale`, () => {
    const differing = cases.flatMap((question, index) => {
      if (question.kind !== kind) return [];
      const [ours, theirs] = [answers[index], expected(question)];
      return ours === theirs ? [] : [`${question.locale} ${JSON.stringify(question.ask)}: ${JSON.stringify(ours)}, ICU ${JSON.stringify(theirs)}`];
    });
    assert.equal(differing.length, 0, `${differing.length} differ\n${differing.slice(0, 8).join('\n')}`);
  });
}

test('each rule is needed, and readers are told of it', () => {
  const unused = RULES.filter(({ name }) => !used.has(name)).map(({ name }) => name);
  assert.deepEqual(unused, []);
  const page = readFileSync(path.join(REPOSITORY, 'docs/quantities.md'), 'utf8').replaceAll(/\s+/g, ' ').toLowerCase();
  assert.deepEqual(RULES.map(({ name }) => name).filter((name) => !page.includes(name.toLowerCase())), []);
});

test('the oracle is CLDR 48', (t) => {
  t.diagnostic(`Node.js ${process.versions.node}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}`);
  assert.equal(Number.parseInt(process.versions.cldr, 10), 48);
});
