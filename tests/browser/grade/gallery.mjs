// A site with every mark of the program, drawn from every case; written to a folder and built there.
//
// DEPECHE names another binary than the release build. Owns how each mark takes rows; the rows are `cases.mjs`'s.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REPOSITORY } from '../site.mjs';
import { BOUNDS, DAYS, HOSTILE, LONG_NAMES } from './cases.mjs';

const target = process.env.CARGO_TARGET_DIR ?? path.join(REPOSITORY, 'target');
export const PROGRAM = process.env.DEPECHE ?? path.join(target, 'release', 'depeche');

/** How a mark takes rows: one value a name, or a few of them, two a name, series over time, two points in time, steps, or events. */
export const SHAPES = {
  bar: 'names',
  column: 'names',
  dot: 'names',
  range: 'names',
  tiles: 'few',
  table: 'names',
  'grouped-bar': 'pairs',
  'grouped-column': 'pairs',
  'stacked-bar': 'pairs',
  'stacked-column': 'pairs',
  dumbbell: 'years',
  slope: 'years',
  line: 'times',
  area: 'times',
  'stacked-area': 'times',
  waterfall: 'steps',
  timeline: 'events',
};

const LETTERS = ['Amarante', 'Bellecour', 'Cassini', 'Dorlange', 'Esterel', 'Fontaine', 'Garance', 'Hérault'];
const COMPANIES = Array.from({ length: 40 }, (_, at) => `${LETTERS[at % 8]}${at < 8 ? '' : ` ${Math.floor(at / 8) + 1}`}`);

const METRICS = ['capex', 'sales', 'wages', 'taxes', 'rent', 'research'];
const STEPS = Array.from({ length: 40 }, (_, at) => [`step-${at + 1}`, { name: { fr: `Étape ${LETTERS[at % 8]} ${at + 1}`, en: `Step ${LETTERS[at % 8]} ${at + 1}` } }]);

const company = (at, names) => (names === 'long' ? `long-${at + 1}` : `company-${at + 1}`);
const quarter = (at) => `${2015 + Math.floor(at / 4)}-Q${(at % 4) + 1}`;
const amount = (value, scale) => (value === 'n/a' ? value : `${value} ${scale} USD`.replace('  ', ' '));

/** One figure. */
function figure(value, { scale = 'billion', status = 'actual', ...rest }) {
  return { metric: 'capex', period: '2024', status, value: amount(value, scale), source: 'report', ...rest };
}

/** Where marks whose names stand below one another have their channels. */
const LYING = ['bar', 'grouped-bar', 'stacked-bar', 'dot', 'range', 'dumbbell'];

/** Names (or periods) on one axis, values on the other, and what tells series apart. */
function encoding(mark, name, color) {
  const [across, along] = LYING.includes(mark) ? ['y', 'x'] : ['x', 'y'];
  return { [across]: { field: name }, [along]: { field: 'value' }, ...(color ? { color: { field: color } } : {}) };
}

/** The rows of a case, and what a mark needs to read them: `{ figures, encoding }`. */
const TAKES = {
  names: ({ values, status = {}, scale, names }) => ({
    figures: values.map((value, at) => figure(value, { company: company(at, names), status: status[at], scale })),
  }),
  few: ({ values, status = {}, scale, names, units }) => ({
    figures: values.slice(0, 12).map((value, at) => {
      const own = units ? { value: `${value} ${units[at]}`, metric: METRICS[at] } : {};
      return { ...figure(value, { company: company(at, names), status: status[at], scale }), ...own };
    }),
  }),
  events: ({ values, status = {}, scale, names }) => ({
    figures: values.map((value, at) => figure(value, { company: company(at, names), period: quarter(at), status: status[at], scale })),
  }),
  pairs: ({ values, status = {}, scale, names, series = 2 }, mark) => ({
    figures: values.slice(0, 20).flatMap((value, at) => [
      figure(value, { company: company(at, names), status: status[at], scale }),
      ...Array.from({ length: series - 1 }, (_, more) => figure(plain(values[(at + more + 1) % values.length]), { company: company(at, names), metric: METRICS[more + 1], scale })),
    ]),
    encoding: encoding(mark, 'company', 'metric'),
  }),
  years: ({ values, status = {}, scale, names }, mark) => ({
    figures: values.slice(0, mark === 'slope' ? 6 : 20).flatMap((value, at) => [
      figure(plain(values.at(-1 - at)), { company: company(at, names), period: '2023', scale }),
      figure(value, { company: company(at, names), status: status[at], scale }),
    ]),
    encoding: mark === 'slope' ? encoding(mark, 'period', 'company') : encoding(mark, 'company', 'period'),
  }),
  times: ({ values, status = {}, scale, names, days, series }, mark, id, count = series ?? (mark === 'stacked-area' ? 3 : 1)) => ({
    figures: values.flatMap((value, at) => Array.from({ length: count }, (_, one) => {
      const shown = one === 0 ? value : plain(values[(at + one) % values.length]);
      return figure(shown, { company: company(one, names), period: days?.[at] ?? quarter(at), status: one === 0 ? status[at] : 'actual', scale });
    })),
    encoding: encoding(mark, 'period', 'company'),
  }),
  steps: ({ values: all, status = {}, scale }, mark, id, values = all.slice(0, 39)) => ({
    figures: [
      ...values.map((value, at) => figure(value, { metric: `step-${at + 1}`, status: status[at], scale })),
      ...(values.includes('n/a') ? [] : [{ metric: 'total', period: '2024', formula: values.map((_, at) => `${id}-${at + 1}`).join(' + ') }]),
    ],
    encoding: encoding(mark, 'metric'),
  }),
};

/** A value without its bound, as an actual number. */
function plain(value) {
  return value === 'n/a' ? '10' : /-?[\d.]+$/.exec(value)[0].replace(/^\.+/, '');
}

/** True for marks whose series add up. */
function isStack(mark) {
  return mark.startsWith('stacked-');
}

/** True for marks that stand in a plot with axes, and not in lines of HTML. */
function hasAxes(mark) {
  return !['tiles', 'table', 'timeline'].includes(mark);
}

const DATED = {
  leap: { said: 'a leap day', dit: 'un jour bissextile', values: DAYS.leap.map((_, at) => `${20 + at * at}`), days: DAYS.leap },
  clock: { said: 'changes of the clock', dit: 'des changements d’heure', values: DAYS.clock.map((_, at) => `${30 - at}`), days: DAYS.clock },
};
const MANY = { said: 'six series', dit: 'six séries', values: ['120', '80', '75', '62.5', '40', '90'], series: 6 };
const TIMED = { said: 'values beside their points', dit: 'des valeurs à côté de leurs points', values: ['12', '31', '29', '~ 44', '40..46', '58', '52', '61'], spec: { labels: { value: 'always' } } };
const PEAK = { said: 'the peak', dit: 'le sommet', values: ['12', '31', '64', '58', '52', '40'], spec: { highlight: { max: 1 } } };
const SHARES = { said: 'shares of a whole', dit: 'les parts d’un tout', values: ['120', '80', '75', '62.5', '2.5'], series: 4, along: { stack: 'normalize' }, marks: isStack };
const DIVERGING = { said: 'parts around zero', dit: 'des parts autour de zéro', values: ['35', '-12', '8', '-40.5', '-3'], series: 3, along: { stack: 'diverging' }, marks: (mark) => isStack(mark) && mark !== 'stacked-area' };
const TWO = { said: 'two series', dit: 'deux séries', values: ['120', '~ 80', '75', '60..65', '40', '> 90'], series: 2 };

/** Every bound that a date may have, and texts without values. */
const DATES = {
  said: 'dates that are bounded in 6 ways',
  dit: 'des dates bornées de 6 façons',
  values: [],
  spec: {
    figures: undefined,
    data: {
      source: 'report',
      rows: [
        ['~ 2016', 'Premiers travaux', 'First works'],
        ['2018..2021', 'Construction des 3 premiers bâtiments', 'The first 3 buildings'],
        ['2022-03-01..2022-11-30', 'Essais', 'Tests'],
        ['>= 2024-Q4', LONG_NAMES[0], LONG_NAMES[1]],
        ['> FY2025', LONG_NAMES[1], LONG_NAMES[0]],
        ['2025-02-06', 'Annonce', 'The plan is told'],
        ['< 2026-07', 'Ouverture', 'Opening', 'guidance'],
        ['<= 2027', 'Fin des travaux', 'End of the works', 'estimate'],
      ].map(([period, fr, en, status = 'actual']) => ({ period, label: { fr, en }, status })),
    },
  },
};
const UNITS = {
  said: 'several units',
  dit: 'plusieurs unités',
  values: ['> 120', '80', '60..65'],
  units: ['USD', '%', 'GW'],
};

/** The cases of a shape that others do not have. */
const OWN = {
  names: {},
  few: { units: UNITS },
  events: { dates: DATES },
  pairs: { six: MANY, shares: SHARES, diverging: DIVERGING },
  years: {},
  times: { two: TWO, six: MANY, shares: SHARES, timed: TIMED, peak: PEAK, ...DATED },
  steps: {},
};

/** The cases of every shape that add something to the marks; what they are added to is that of `exact`. */
const ADDED = {
  facets: { said: 'small charts', dit: 'de petits graphiques', values: ['120', '80', '75', '62.5'], facets: 3, marks: (mark) => hasAxes(mark) && SHAPES[mark] !== 'steps' },
  annotated: { said: 'annotations', dit: 'des annotations', values: ['120', '80', '75', '62.5', '40', '44'], annotated: true, marks: hasAxes },
  picked: { said: 'a highlight', dit: 'une mise en avant', values: ['120', '80', '75', '62.5', '40'], series: 3, picked: true },
  log: { said: 'a logarithmic scale', dit: 'une échelle logarithmique', values: ['12', '250', '~ 3100', '> 47000', '800000'], along: { scale: { type: 'log' } }, marks: (mark) => ['line', 'dot', 'range', 'dumbbell', 'slope'].includes(mark) },
};

/** What rows are called on the axis of names or periods, by their place. */
function place(mark, at) {
  return { times: quarter(at), events: quarter(at), steps: `step-${at + 1}` }[SHAPES[mark]] ?? (mark === 'slope' ? `${2023 + Math.min(at, 1)}` : company(at));
}

/** A line, a shade and words, each at a place of its axis. */
function annotations(mark) {
  const [across, along] = LYING.includes(mark) ? ['y', 'x'] : ['x', 'y'];
  return [
    { type: 'line', [along]: '60 billion USD', text: { fr: 'Seuil', en: 'Threshold' } },
    { type: 'range', [across]: place(mark, 1), [`${across}2`]: place(mark, 2), text: { fr: 'Grève', en: 'Strike' } },
    { type: 'text', [across]: place(mark, 0), [along]: '100 billion USD', text: { fr: 'Record', en: 'Record' } },
  ];
}

/** The figures of several small charts, one for each value of a field that does not tell the figures apart otherwise. */
function repeated(figures, mark, count) {
  const [field, values] = SHAPES[mark] === 'pairs' ? ['period', ['2022', '2023', '2024']] : ['metric', METRICS];
  const copy = (at) => figures.map((entry, own) => ({ ...entry, value: figures[(own + at) % figures.length].value, [field]: values[at] }));
  return { figures: Array.from({ length: count }, (_, at) => copy(at)).flat(), facet: { field } };
}

/** A chart's figures and encoding, with what the case adds to its values and its channels. */
function taken(mark, id, one) {
  const { figures, encoding: own } = TAKES[SHAPES[mark]](one, mark, id);
  const along = LYING.includes(mark) ? 'x' : 'y';
  const { figures: all, facet } = one.facets ? repeated(figures, mark, one.facets) : { figures };
  const more = { ...(one.along && { [along]: { field: 'value', ...one.along } }), ...(facet && { facet }) };
  return {
    figures: all,
    ...(own || one.along || facet ? { encoding: { ...own, ...more } } : {}),
    ...(one.annotated && { annotations: annotations(mark) }),
    ...(one.picked && { highlight: [SHAPES[mark] === 'times' ? company(0) : place(mark, 1)] }),
  };
}

/** One chart's entry in the brief, and its figures by id. */
function chart(mark, id, one) {
  const { figures, ...rest } = taken(mark, id, one);
  const named = Object.fromEntries(figures.map((entry, at) => [`${id}-${at + 1}`, entry]));
  const spec = {
    mark,
    title: { fr: `Le cas : ${one.dit}`, en: `The case: ${one.said}` },
    subtitle: { fr: 'Dépenses d’investissement, en dollars', en: 'Capital expenditure, in dollars' },
    figures: Object.keys(named),
    ...rest,
    ...one.spec,
  };
  return { spec, named };
}

/** The files of a brief with all cases of a mark, or with those that `only` names. */
function brief(mark, only) {
  const cases = { ...BOUNDS, ...HOSTILE, ...ADDED, ...OWN[SHAPES[mark]] };
  const takes = ([id, one]) => (only ? only.includes(id) : (one.marks ?? (() => true))(mark));
  const drawn = Object.entries(cases).filter(takes).map(([id, one]) => [id, chart(mark, id, one)]);
  const data = {
    date: '2025-01-15',
    figures: Object.assign({}, ...drawn.map(([, { named }]) => named)),
    charts: Object.fromEntries(drawn.map(([id, { spec }]) => [id, spec])),
  };
  const edition = (title) => {
    const charts = drawn.map(([id]) => `![${title}](chart:${id})`).join('\n\n');
    return `---\ntitle: "${title}: ${mark}"\nslug: ${mark}\nsummary: ${title}.\n---\n\n${charts}\n`;
  };
  return { 'data.yaml': JSON.stringify(data, null, 1), 'fr.md': edition('Tous les cas'), 'en.md': edition('Every case') };
}

const SITE = {
  'depeche.yaml': {
    title: 'Gallery',
    url: 'https://example.org/depeche/',
    languages: ['fr', 'en'],
    locales: { fr: 'fr-FR', en: 'en-US' },
    time_zone: 'Europe/Paris',
    page_size: 100,
    lints: Object.fromEntries(['future-date', 'parity', 'unsourced-figure', 'unused-figure', 'unused-source'].map((lint) => [lint, 'allow'])),
  },
  'content/companies.yaml': Object.fromEntries([
    ...COMPANIES.map((name, at) => [company(at), { name }]),
    ...LONG_NAMES.map((name, at) => [company(at, 'long'), { name }]),
  ]),
  'content/metrics.yaml': {
    metrics: {
      capex: { name: { fr: 'Dépenses d’investissement', en: 'Capital expenditure' } },
      sales: { name: { fr: 'Chiffre d’affaires', en: 'Revenue' } },
      wages: { name: { fr: 'Salaires', en: 'Wages' } },
      taxes: { name: { fr: 'Impôts', en: 'Taxes' } },
      rent: { name: { fr: 'Loyers', en: 'Rent' } },
      research: { name: { fr: 'Recherche', en: 'Research' } },
      total: { name: { fr: 'Total', en: 'Total' } },
      ...Object.fromEntries(STEPS),
    },
  },
  'content/sources.yaml': {
    report: { title: { fr: 'Rapport annuel', en: 'Annual report' }, publisher: 'Registre', url: 'https://example.org/report', date: '2025-01-10' },
  },
};

function write(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
  }
}

/** Writes a site whose only brief is `files` into a new folder, hands it to `use`, and takes it away. */
function scratch(files, use) {
  const root = mkdtempSync(path.join(tmpdir(), 'depeche-gallery-'));
  try {
    write(root, { ...SITE, ...files });
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The marks that the program knows: it lists them to whoever writes one that it does not know. */
export function marks() {
  const data = { date: '2025-01-15', charts: { a: { mark: '?', title: 'x', figures: ['x'] } } };
  return scratch({ 'content/briefs/2025-01-15-a/data.yaml': data }, (root) => {
    const { stdout } = spawnSync(PROGRAM, ['check', '--root', root, '--format', 'json'], { encoding: 'utf8' });
    const answer = JSON.parse(stdout).diagnostics.find(({ message }) => message.startsWith('`?` is not known'));
    return [...answer.hint.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]);
  });
}

/** Builds the gallery of `list` into a folder of its own: `{ folder, pages, remove }`; `pages` are `fr/bar/` and so on. */
export function build(list, only) {
  const root = mkdtempSync(path.join(tmpdir(), 'depeche-gallery-'));
  write(root, SITE);
  for (const mark of list) {
    const files = Object.entries(brief(mark, only)).map(([name, content]) => [`content/briefs/2025-01-15-${mark}/${name}`, content]);
    write(root, Object.fromEntries(files));
  }
  execFileSync(PROGRAM, ['build', '--root', root, '--now', '2025-02-01'], { encoding: 'utf8' });
  return {
    folder: path.join(root, 'public'),
    pages: list.flatMap((mark) => ['fr', 'en'].map((language) => `${language}/${mark}/`)),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
