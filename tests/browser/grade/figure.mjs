// Runs in the page: what a chart's figure has around its drawing, and what it tells a reader who does not see it.

import { once } from './memory.mjs';
import { visible } from './text.mjs';

const words = (element) => element?.textContent.trim() ?? '';
const shown = (element) => Boolean(element) && visible(element) && words(element) !== '';

/** The texts of the elements that an attribute names. */
function referred(element, attribute) {
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? [];
  return ids.map((id) => words(document.getElementById(id))).join(' ').trim();
}

/** A home page's small copy of a chart, whose table and sources stand in the brief. */
const isSmall = (figure) => figure.classList.contains('chart-small');

/** Title, subtitle and source, by the number of their point. */
export function parts(figure) {
  const need = [[1, 'figcaption .chart-title', 'title'], [2, '.chart-subtitle', 'subtitle'], [3, '.chart-source', 'source']];
  const found = need.filter(([, where]) => !shown(figure.querySelector(where))).map(([point, , what]) => [point, `no ${what}`]);
  const source = figure.querySelector('.chart-source');
  if (!isSmall(figure) && shown(source) && !source.querySelector('a[href]')) found.push([3, 'the source has no link']);
  return found;
}

/** What carries the chart to a screen reader: its images, or the element around its HTML. */
function carriers(plot) {
  const named = '[role="img"], [role="group"], [role="list"], [role="table"]';
  const inside = [...plot.querySelectorAll(named)].filter(visible);
  return inside.length > 0 ? inside : [plot.closest(named)].filter(Boolean);
}

/** The rows of a chart that is set as text: a named group of HTML, in the place of the image that a plot is. */
export function rowsOf(figure) {
  return figure.querySelector('.chart-plot > [role="group"][aria-labelledby][aria-describedby]');
}

/** Role, name and description. */
export function spoken(figure) {
  const plot = figure.querySelector('.chart-plot');
  const found = [];
  const told = plot ? carriers(plot) : [];
  if (told.length === 0) found.push([4, 'no element has a role']);
  for (const drawing of [...figure.querySelectorAll('svg')].filter(visible)) {
    const isHidden = drawing.closest('[aria-hidden="true"]') !== null;
    if (!isHidden && drawing.getAttribute('role') !== 'img') found.push([4, 'a drawing without a role']);
    // A screen reader must be told of a plot; what stands beside a text may be hidden from it.
    if (isHidden && plot?.contains(drawing) && !rowsOf(figure)) found.push([4, 'a hidden drawing']);
  }
  for (const element of told) {
    const name = referred(element, 'aria-labelledby') || element.getAttribute('aria-label')?.trim() || '';
    if (!name) found.push([4, `a ${element.localName} without a name`]);
  }
  const descriptions = told.map((element) => referred(element, 'aria-describedby')).filter(Boolean);
  if (descriptions.length === 0) found.push([5, 'no description']);
  for (const description of descriptions) {
    if (description.length < 40 || !/\d/.test(description)) found.push([5, `described as "${description.slice(0, 60)}"`]);
  }
  return found;
}

/** A table whose header cells say what they head, with a cell for every column. */
export function table(figure) {
  const found = [];
  if (isSmall(figure)) return found;
  const own = figure.querySelector('table');
  if (!own) return [[6, 'no table']];
  if (!words(own.caption)) found.push([6, 'a table without a caption']);
  const columns = own.querySelectorAll('thead th[scope="col"]').length;
  if (columns < 2) found.push([6, `${columns} column headers with a scope`]);
  for (const row of own.querySelectorAll('tbody tr')) {
    if (!row.querySelector('th[scope="row"]')) found.push([6, `no header of the row "${words(row).slice(0, 30)}"`]);
    const cells = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
    if (cells !== columns) found.push([6, `${cells} cells under ${columns} columns`]);
  }
  if (!own.querySelector('tbody tr')) found.push([6, 'a table without rows']);
  const bare = own.querySelectorAll('th:not([scope])').length;
  if (bare > 0) found.push([6, `${bare} headers without a scope`]);
  return found;
}

/** How many renderings of the plot are displayed. */
export function renderings(figure) {
  return [...(figure.querySelector('.chart-plot')?.children ?? [])].filter(visible).length;
}

const REFERENCES = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details', 'for', 'headers'];

/** How often each id stands in a document. */
const counts = once((whole) => {
  const found = new Map();
  for (const { id } of whole.querySelectorAll('[id]')) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
});

/** Ids that stand twice, and references that lead nowhere. */
export function references(figure) {
  const ids = counts(document);
  const found = [];
  for (const { id } of figure.querySelectorAll('[id]')) {
    if (ids.get(id) > 1) found.push([20, `the id ${id} stands twice`]);
  }
  for (const element of [figure, ...figure.querySelectorAll('*')]) {
    const named = REFERENCES.flatMap((name) => element.getAttribute(name)?.split(/\s+/) ?? []);
    const link = ['href', 'xlink:href'].map((name) => element.getAttribute(name)).filter((href) => href?.startsWith('#'));
    const urls = [...element.attributes].filter(({ value }) => value.includes('url(')).flatMap(({ value }) => [...value.matchAll(/url\(["']?#([^"')]+)/g)].map((match) => match[1]));
    for (const id of [...named, ...link.map((href) => decodeURIComponent(href.slice(1))), ...urls].filter(Boolean)) {
      if (!ids.has(id)) found.push([20, `${id} is referred to and not there`]);
    }
  }
  return found;
}

/** The most bytes a chart's markup takes. */
const MOST_BYTES = 40_000;

/** Size, and what a chart would fetch. */
export function weight(figure) {
  const found = [];
  const markup = figure.outerHTML;
  const bytes = new TextEncoder().encode(markup).length;
  if (bytes > MOST_BYTES) found.push([23, `${bytes} bytes`]);
  for (const element of figure.querySelectorAll('[src], image, use, script, iframe, object, embed, link')) {
    const href = element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
    if (!href.startsWith('#')) found.push([23, `a ${element.localName} fetches "${href.slice(0, 40)}"`]);
  }
  if (/url\(\s*["']?(?!#)[a-z/]/i.test(markup)) found.push([23, 'a url() leads out of the chart']);
  return found;
}
