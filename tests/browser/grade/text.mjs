// Runs in the page: every line of text that a reader sees in a chart, with its box, size and words.

import { once, styleOf } from './memory.mjs';

/** True where styles let an element be seen; whether it has a box anywhere is another matter. */
const shows = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

/** True where an element is rendered. */
export const visible = once((element) => shows(element) && element.getClientRects().length > 0);

/** Whether the style of an element or of one around it, up to the figure, is such that `has` is true. */
function upward(has) {
  const any = once((element) => {
    return Boolean(element) && element.localName !== 'figure' && (has(styleOf(element)) || any(element.parentElement));
  });
  return any;
}

/** True for text that only screen readers are told. */
const onlySpoken = upward(({ position, overflow, clipPath }) => position === 'absolute' && overflow === 'hidden' && clipPath !== 'none');

/** The box of the letters rather than of the line: ascenders and descenders of a font leave air that may touch. */
function letters({ left, right, top, bottom }) {
  const air = (bottom - top) * 0.12;
  return { left, right, top: top + air, bottom: bottom - air };
}

/** Lines of a drawing: a `tspan` with a place of its own is a line. */
function drawn(svg) {
  return [...svg.querySelectorAll('text')].filter((text) => visible(text) && text.textContent.trim()).flatMap((text) => {
    const spans = text.firstElementChild ? [...text.querySelectorAll('tspan')] : [];
    const placed = spans.some((span) => ['x', 'y', 'dy'].some((name) => span.hasAttribute(name)));
    const parts = placed ? spans.filter((span) => span.textContent.trim()) : [text];
    const matrix = text.getScreenCTM();
    return parts.map((element) => ({
      element,
      text: element.textContent.trim(),
      box: letters(element.getBoundingClientRect()),
      size: parseFloat(styleOf(element).fontSize) * Math.hypot(matrix.a, matrix.b),
      drawn: true,
      turned: Math.abs(matrix.b) > 0.001 * Math.abs(matrix.a) || matrix.a < 0 || text.hasAttribute('rotate') || isVertical(text),
    }));
  });
}

function isVertical(element) {
  return styleOf(element).writingMode !== 'horizontal-tb';
}

/** True where the element or one around it, up to the figure, is turned by a style. */
const isTurned = upward(({ transform, rotate }) => rotate !== 'none' || (transform !== 'none' && Math.abs(new DOMMatrix(transform).b) > 0.001));

/** Lines of HTML: the rectangles of each text node, one a line. */
function set(figure) {
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  const lines = [];
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('svg, style, script, template') || !shows(element) || onlySpoken(element)) continue;
    range.selectNodeContents(node);
    const rows = new Map();
    for (const rect of range.getClientRects()) {
      if (rect.width < 0.5) continue;
      const row = rows.get(Math.round(rect.top));
      const { left, right, top, bottom } = rect;
      rows.set(Math.round(top), row ? { ...row, left: Math.min(row.left, left), right: Math.max(row.right, right) } : { left, right, top, bottom });
    }
    const size = parseFloat(styleOf(element).fontSize);
    const turned = isTurned(element) || isVertical(element);
    for (const row of rows.values()) lines.push({ element, text: node.data.trim(), box: letters(row), size, drawn: false, turned });
  }
  return lines;
}

/** All lines of a chart as it stands: `{ element, text, box, size, drawn, turned }`, in CSS pixels. */
export function lines(figure) {
  return [...[...figure.querySelectorAll('svg')].filter(visible).flatMap(drawn), ...set(figure)];
}

/** A text, cut for a message. */
export function quoted(text) {
  return `"${text.length > 32 ? `${text.slice(0, 30)}…` : text}"`;
}

/** Pairs of lines that stand over each other. */
export function overlaps(all) {
  const sorted = [...all].sort((p, q) => p.box.top - q.box.top);
  const found = [];
  sorted.forEach((p, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j].box.top < p.box.bottom - 0.5; j += 1) {
      const q = sorted[j];
      const across = Math.min(p.box.right, q.box.right) - Math.max(p.box.left, q.box.left);
      const down = Math.min(p.box.bottom, q.box.bottom) - q.box.top;
      if (across > 0.5 && down > 0.5) {
        found.push(`${quoted(p.text)} over ${quoted(q.text)} by ${across.toFixed(1)} × ${down.toFixed(1)} px`);
      }
    }
  });
  return found;
}
