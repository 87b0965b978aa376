// Runs in the page: every finding about every chart, each with the number of its point.

import { misspelt } from './digits.mjs';
import { parts, references, renderings, rowsOf, spoken, table, weight } from './figure.mjs';
import { luminance } from './colour.mjs';
import { forget, once, styleOf } from './memory.mjs';
import { paper } from './paint.mjs';
import { badTicks, clipped, confused, faintMarks, faintTexts, faintWords, shapes, struck } from './shapes.mjs';
import { lines, overlaps, quoted, visible } from './text.mjs';

/** Every chart of the page, opened; what was read of the page before is forgotten. */
function charts() {
  forget();
  document.querySelectorAll('figure.chart details').forEach((details) => (details.open = true));
  return [...document.querySelectorAll('figure.chart')];
}

/**
 * Grades the page as it stands: one entry a chart, `{ id, found: [[point, what]], largest, smallest }`.
 *
 * `mode` is what the page is made to be: `light` or `dark` on a screen, `forced` colours, `print`, or `unstyled`; in the last
 * three, what is wrong counts under their own point.
 */
export function gradeCharts(mode) {
  return charts().map((figure) => {
    const drawings = [...figure.querySelectorAll('.chart-plot svg')].filter(visible);
    const said = lines(figure);
    const inks = drawings.flatMap((svg) => onInk(svg, said)).concat(faintWords(said).map((what) => [12, what]));
    const found = { light: screen, dark: screen, forced, print, unstyled }[mode](figure, drawings, said, inks, mode);
    const sizes = said.filter((line) => line.drawn).map((line) => line.size);
    return {
      id: figure.id,
      found: found.map(([point, what]) => [point, String(what)]),
      largest: Math.max(...sizes),
      smallest: Math.min(...sizes),
    };
  });
}

/** Grades what is written and looks the same at every width and in every scheme: entries as `gradeCharts` gives them. */
export function gradeMarkup() {
  return charts().map((figure) => {
    const described = figure.querySelector('[id$="-description"]')?.textContent ?? '';
    return { id: figure.id, found: [...table(figure), ...references(figure), ...misspellings([described], figure), ...weight(figure)] };
  });
}

/** What each chart says to a reader: `{ id, said }`. */
export function sayings() {
  return charts().map((figure) => ({ id: figure.id, said: lines(figure).map((line) => line.text) }));
}

/** True for a small mark of a chart that is set as text: screen readers pass over it, the text beside it says it all. */
const beside = (svg) => svg.closest('[aria-hidden="true"]') !== null && rowsOf(svg.closest('figure')) !== null;

/** Text and marks against what is under them. */
function onInk(svg, said) {
  const all = shapes(svg);
  const own = said.filter((line) => line.drawn && line.element.closest('svg') === svg);
  return [...faintTexts(svg, all, own).map((what) => [12, what]), ...faintMarks(svg, all).map((what) => [13, what])];
}

/** Texts and shapes that collide or are cut off. */
function collisions(drawings, said) {
  const found = overlaps(said).map((what) => [7, what]);
  for (const svg of drawings) {
    const all = shapes(svg);
    found.push(...clipped(svg, all, said).map((what) => [10, what]), ...struck(svg, all, said).map((what) => [25, what]));
  }
  return [...found, ...cut(said).map((what) => [10, what])];
}

/** The boxes that cut off what leaves them, from an element outwards to its figure; what scrolls ends the list, as a null. */
const frames = once((element) => {
  const { overflowX, overflowY } = styleOf(element);
  if (['auto', 'scroll'].includes(overflowX)) return [null];
  const beyond = element.matches('figure.chart') ? [] : frames(element.parentElement);
  if (element.closest('svg') || (overflowX === 'visible' && overflowY === 'visible')) return beyond;
  return [element.getBoundingClientRect(), ...beyond];
});

/** Texts that an element around them cuts off, or that stand outside the page. */
function cut(said) {
  const wide = document.documentElement.clientWidth;
  return said.flatMap(({ element, box, text }) => {
    for (const edge of frames(element)) {
      if (edge === null) return [];
      if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1) {
        return [`${quoted(text)} is cut off`];
      }
    }
    return box.left < -0.5 || box.right > wide + 0.5 ? [`${quoted(text)} stands outside the page`] : [];
  });
}

/** Numbers of texts that are not written as the language of the chart writes them. */
function misspellings(texts, figure) {
  const language = figure.closest('[lang]')?.lang.slice(0, 2);
  return [...new Set(texts)].flatMap((text) => misspelt(text, language).map((what) => [22, what]));
}

function screen(figure, drawings, said, inks, mode) {
  const ground = luminance(paper(figure));
  return [
    ...parts(figure),
    ...spoken(figure),
    ...collisions(drawings, said),
    ...said.filter((line) => line.size < 11.95).map((line) => [8, `${quoted(line.text)} ${line.size.toFixed(1)} px`]),
    ...said.filter((line) => line.drawn && line.size > 20.05).map((line) => [9, `${quoted(line.text)} ${line.size.toFixed(1)} px`]),
    ...scrolls(figure),
    ...inks,
    ...(mode === 'dark' ? inks.map(([, what]) => [14, what]) : []),
    ...(mode === 'dark' && ground > 0.1 ? [[14, 'the paper is light']] : []),
    ...said.filter((line) => line.turned).map((line) => [19, quoted(line.text)]),
    ...(renderings(figure) === 1 ? [] : [[16, `${renderings(figure)} renderings without scripts`]]),
    ...drawings.flatMap((svg) => confused(svg, shapes(svg), said).map((what) => [21, what])),
    ...misspellings(said.map((line) => line.text), figure),
    ...drawings.filter((svg) => !beside(svg)).flatMap((svg) => badTicks(svg).map((what) => [24, what])),
    ...(rowsOf(figure) && !/\d/.test(rowsOf(figure).textContent) ? [[24, 'neither an axis nor a value']] : []),
  ];
}

/** A page that scrolls sideways, told of the charts that stick out of it. */
function scrolls(figure) {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const right = Math.max(...[figure, ...figure.querySelectorAll('.chart-plot, .chart-plot *, .chart-key, p, figcaption')].map((e) => e.getBoundingClientRect().right));
  return right > clientWidth + 0.5 ? [[11, `the page is ${scrollWidth} px wide, the chart ends at ${right.toFixed(0)}`]] : [];
}

function forced(figure, drawings, said, inks) {
  return inks.map(([, what]) => [15, what]);
}

function print(figure, drawings, said, inks) {
  const light = luminance(paper(figure)) > 0.8 ? [] : ['the paper is dark'];
  const count = renderings(figure) === 1 ? [] : [`${renderings(figure)} renderings`];
  const missing = [...parts(figure), ...collisions(drawings, said), ...inks].map(([, what]) => what);
  return [...light, ...count, ...missing].map((what) => [18, what]);
}

function unstyled(figure, drawings, said) {
  const count = renderings(figure) === 1 ? [] : [[17, `${renderings(figure)} renderings`]];
  return [...count, ...overlaps(said.filter((line) => line.drawn)).map((what) => [17, what])];
}
