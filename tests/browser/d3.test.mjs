// Scales, ticks, stacks and curves of charts against d3 7.9: the same questions to both, drawn from a seed.
//
// Ours are answered by `examples/scales.rs`. CASES sets how many of each kind are asked, SEED which ones; the first
// answers that differ are shown with their question.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as d3 from 'd3';

const CASES = Number(process.env.CASES ?? 2000);
const SEED = Number(process.env.SEED ?? 20250206);
const RANGE = [0, 960];

/** A random source of its own for each kind, so that a change to one kind leaves the others' cases as they are. */
const randomOf = (kind) => {
  const random = d3.randomLcg([...kind].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) % 2 ** 32, SEED) / 2 ** 32);
  const integer = (low, high) => low + Math.floor(random() * (high - low + 1));
  const pick = (list) => list[integer(0, list.length - 1)];
  /** Of any size that business figures have, often round. */
  const value = () => {
    const scaled = (random() * 2 - 0.6) * 10 ** integer(-9, 15);
    return pick([scaled, Number(scaled.toPrecision(2)), integer(-100, 1000), integer(0, 10)]);
  };
  return { random, integer, pick, value };
};

const joined = (values) => Array.from(values, String).join(' ');

const linear = ({ integer, value }) => {
  const [a, b, count] = [value(), value(), integer(1, 12)];
  const scale = d3.scaleLinear([a, b], RANGE);
  const ticks = scale.ticks(count);
  const position = ticks.slice(0, 1).map(scale);
  // Between equal ends d3 has no step to take the decimals from.
  const names = a === b ? [] : [{ text: ticks.map(scale.tickFormat(count)).join(' ') }];
  return {
    question: `linear ${a} ${b} ${count}`,
    parts: [{ numbers: scale.copy().nice(count).domain() }, { near: position }, { numbers: ticks }, ...names],
  };
};

const log = ({ integer, pick, random }) => {
  const positive = () => {
    const scaled = (1 + 9 * random()) * 10 ** integer(-9, 15);
    return pick([scaled, Number(scaled.toPrecision(1)), integer(1, 1000)]);
  };
  const [a, b, count] = [positive(), positive(), integer(1, 12)];
  const scale = d3.scaleLog([a, b], RANGE);
  const ticks = scale.ticks(count);
  const name = scale.tickFormat(count);
  return {
    question: `log ${a} ${b} ${count}`,
    parts: [
      { numbers: scale.copy().nice().domain() },
      { near: ticks.slice(0, 1).map(scale) },
      { numbers: ticks },
      { numbers: ticks.filter((tick) => name(tick) !== '') },
    ],
  };
};

const time = ({ integer, pick, random }) => {
  const start = pick([
    Date.UTC(integer(1900, 2100), integer(0, 11), integer(1, 31)),
    Date.UTC(2024, 1, integer(27, 31)),
    Math.floor(random() * Date.UTC(2100)),
  ]);
  const [a, b] = pick([
    [start, start + Math.floor(10 ** (random() * 13))],
    [start, start + integer(0, 4000) * 86_400_000],
    [start + integer(1, 90) * 86_400_000, start],
  ]);
  const count = integer(1, 12);
  const scale = d3.scaleUtc([a, b], RANGE);
  const ticks = scale.ticks(count);
  return {
    question: `time ${a} ${b} ${count}`,
    parts: [
      { numbers: scale.copy().nice(count).domain().map(Number) },
      { near: ticks.slice(0, 1).map(scale) },
      { numbers: ticks.map(Number) },
    ],
  };
};

const band = ({ integer, pick, random }) => {
  const count = integer(1, 40);
  const range = [Math.floor(random() * 600), Math.floor(random() * 600)];
  const [inner, outer, align] = [pick([0, 1, random()]), pick([0, random()]), pick([0, 0.5, 1, random()])];
  const scale = d3.scaleBand(d3.range(count), range).paddingInner(inner).paddingOuter(outer).align(align);
  return {
    question: `band ${count} ${joined(range)} ${inner} ${outer} ${align}`,
    parts: [{ near: [scale.step(), scale.bandwidth()] }, { near: d3.range(count).map(scale) }],
  };
};

const ORDERS = {
  none: d3.stackOrderNone,
  reverse: d3.stackOrderReverse,
  appearance: d3.stackOrderAppearance,
  ascending: d3.stackOrderAscending,
  descending: d3.stackOrderDescending,
};
const OFFSETS = { none: d3.stackOffsetNone, expand: d3.stackOffsetExpand, diverging: d3.stackOffsetDiverging };

const stack = ({ integer, pick, random, value }) => {
  const [order, offset] = [pick(Object.keys(ORDERS)), pick(Object.keys(OFFSETS))];
  const [series, places] = [integer(1, 6), integer(1, 12)];
  const negative = offset === 'diverging';
  const one = () => (random() < 0.1 ? NaN : negative ? value() : Math.abs(value()));
  const values = d3.range(series).map(() => d3.range(places).map(one));
  const layers = d3
    .stack()
    .keys(d3.range(series))
    .order(ORDERS[order])
    .offset(OFFSETS[offset])
    .value((place, key) => values[key][place])(d3.range(places));
  const parts = layers.flatMap((layer) => layer.flatMap(([start, end]) => (Number.isNaN(end) ? [NaN] : [start, end])));
  const orders = Array(series);
  for (const layer of layers) orders[layer.index] = layer.key;
  return {
    question: `stack ${order} ${offset} ${series} ${values.flat().map((v) => (Number.isNaN(v) ? '-' : v)).join(' ')}`,
    parts: [{ numbers: orders }, { numbers: parts }],
  };
};

const CURVES = {
  linear: d3.curveLinear,
  monotoneX: d3.curveMonotoneX,
  step: d3.curveStep,
  stepBefore: d3.curveStepBefore,
  stepAfter: d3.curveStepAfter,
};

/** Points whose x grow, some of them level, some with the same x as the one before. */
const pointsOf = ({ integer, random, pick }) => {
  let [x, y] = [0, 0];
  return d3.range(integer(1, 12)).map(() => {
    x += pick([0.001, 1, 40, random() * 100]);
    y = pick([y, random() * 300, integer(0, 300)]);
    return [x, y];
  });
};

const line = (draw) => {
  const [name, points] = [draw.pick(Object.keys(CURVES)), pointsOf(draw)];
  const outline = d3.line().digits(null).curve(CURVES[name])(points);
  return { question: `line ${name} ${joined(points.flat())}`, parts: [{ outline }] };
};

const area = (draw) => {
  const [name, points] = [draw.pick(Object.keys(CURVES)), pointsOf(draw)];
  const bottom = points.map(([x]) => [x, draw.random() * 300]);
  const outline = d3
    .area()
    .digits(null)
    .curve(CURVES[name])
    .x((point) => point[0])
    .y1((point) => point[1])
    .y0((_, index) => bottom[index][1])(points);
  return { question: `area ${name} ${points.length} ${joined(points.flat())} ${joined(bottom.flat())}`, parts: [{ outline }] };
};

const KINDS = { linear, log, time, band, stack, line, area };
const cases = Object.entries(KINDS).flatMap(([kind, make]) => {
  const draw = randomOf(kind);
  return d3.range(CASES).map(() => ({ kind, ...make(draw) }));
});
let answers;

before(() => {
  const run = spawnSync('cargo', ['run', '--quiet', '--locked', '--example', 'scales'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    input: cases.map(({ question }) => `${question}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  assert.equal(run.status, 0, run.stderr);
  answers = run.stdout.trimEnd().split('\n');
  assert.equal(answers.length, cases.length);
});

/** Commands and coordinates of an outline, whatever separates them. */
const pieces = (outline) => outline.match(/[A-Z]|-?[\d.]+(?:e-?\d+)?/g) ?? [];

const same = (ours, theirs, equal) => ours.length === theirs.length && ours.every((word, index) => equal(word, theirs[index]));
const isEqual = (ours, theirs) => Number(ours) === theirs || (Number.isNaN(theirs) && ours === '-');
const isNear = (ours, theirs) => ours === theirs || Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs));

/** Positions may differ by rounding in their last digits; values and names may not. */
const agrees = (ours, { text, numbers, near, outline }) => {
  if (text !== undefined) return ours === text;
  if (outline !== undefined) return same(pieces(ours), pieces(outline), isNear);
  return same(ours.split(' ').filter(Boolean), numbers ?? near, numbers ? isEqual : isNear);
};

for (const kind of Object.keys(KINDS)) {
  test(`${kind}: ${CASES} cases agree with d3`, () => {
    let asked = 0;
    cases.forEach(({ kind: of, question, parts }, index) => {
      if (of !== kind) return;
      asked += 1;
      const ours = answers[index].split('|');
      const wrong = parts.findIndex((theirs, part) => !agrees(ours[part] ?? '', theirs));
      assert.ok(wrong < 0, `${question}\nours: ${ours[wrong]}\nd3's: ${JSON.stringify(parts[wrong])}`);
    });
    assert.equal(asked, CASES);
  });
}
