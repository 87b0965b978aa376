// Runs in the page: the shapes of a drawing, against its frame, its paper and the texts on it.

import { contrast, nearest, over } from './colour.mjs';
import { once, styleOf } from './memory.mjs';
import { straight } from './outline.mjs';
import { ink, paints, paper } from './paint.mjs';
import { quoted, visible } from './text.mjs';

const SHAPES = 'rect, path, line, circle, ellipse, polyline, polygon';

/** What is light on purpose, so that it stays behind: lines of the grid, dots that lead to a mark, the shade of an annotation. */
const QUIET = '.grid, .leader, .shade';

/** What frames or frees other shapes in the colour of the paper. */
const CUT = '.cut';

/** Every shape that is painted somewhere, with its box on the screen. */
export const shapes = once((svg) => {
  return [...svg.querySelectorAll(SHAPES)]
    .filter((shape) => !shape.closest('defs, pattern, clipPath, mask, marker, symbol') && visible(shape))
    .map((shape) => ({ shape, fill: paints(shape, 'fill'), stroke: paints(shape, 'stroke'), box: shape.getBoundingClientRect() }))
    .filter(({ fill, stroke }) => [...fill.colours, ...stroke.colours].some((colour) => colour[3] > 0));
});

/** What leaves the drawing, and what a frame around a text cuts off. */
export function clipped(svg, all, lines) {
  const frame = svg.getBoundingClientRect();
  const outside = ({ left, right, top, bottom }) => Math.max(frame.left - left, right - frame.right, frame.top - top, bottom - frame.bottom);
  const found = all.filter(({ box }) => outside(box) > 1).map(({ shape, box }) => {
    return `a ${shape.localName} leaves the drawing by ${outside(box).toFixed(1)} px`;
  });
  for (const { element, box, text } of lines.filter((line) => line.element.closest('svg') === svg)) {
    if (outside(box) > 1) found.push(`${quoted(text)} leaves the drawing by ${outside(box).toFixed(1)} px`);
    if (element.closest('[clip-path]')) found.push(`${quoted(text)} has a clip path`);
  }
  return found;
}

/** What lies under a point of the screen, below `element`: of `filled` shapes, the colours that may be there, the paper's first. */
function ground(point, element, filled, base) {
  let under = [base];
  for (const { shape, fill, box } of filled) {
    if (point.x < box.left || point.x > box.right || point.y < box.top || point.y > box.bottom) continue;
    if (!(shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    if (!shape.isPointInFill(point.matrixTransform(shape.getScreenCTM().inverse()))) continue;
    const laid = fill.colours.flatMap((colour) => under.map((below) => over(colour, below)));
    under = fill.hatched ? [...under, ...laid] : laid;
  }
  return under;
}

/** Texts that do not stand out from what is under them by 4.5:1. */
export function faintTexts(svg, all, lines) {
  const base = paper(svg.parentElement);
  const filled = all.filter(({ fill }) => fill.colours.length > 0);
  return lines.flatMap(({ element, box, text }) => {
    const y = (box.top + box.bottom) / 2;
    const colour = ink(element);
    const ratios = [0.02, 0.5, 0.98].flatMap((share) => {
      const point = new DOMPoint(box.left + (box.right - box.left) * share, y);
      return ground(point, element, filled, base).map((under) => contrast(over(colour, under), under));
    });
    const least = Math.min(...ratios);
    return least < 4.5 ? [`${quoted(text)} ${least.toFixed(2)}:1`] : [];
  });
}

/** Texts of HTML that do not stand out from their background by 4.5:1. */
export function faintWords(lines) {
  return lines.filter((line) => !line.drawn).flatMap(({ element, text }) => {
    const under = paper(element);
    const ratio = contrast(over(ink(element), under), under);
    return ratio < 4.5 ? [`${quoted(text)} ${ratio.toFixed(2)}:1`] : [];
  });
}

/** How well a shape stands out from the paper, by its fill or its outline. */
function standing({ fill, stroke }, base) {
  return Math.max(...[...fill.colours, ...stroke.colours].map((colour) => contrast(over(colour, base), base)));
}

/** True for a pale surface, such as that under a line: it is seen by the edge that stands in the same group. */
const isWash = ({ shape, stroke }) => stroke.colours.length === 0 && Number(styleOf(shape).fillOpacity) < 1;

/** Marks that do not stand out from the paper by 3:1. */
export function faintMarks(svg, all) {
  const base = paper(svg.parentElement);
  return all.filter(({ shape }) => !shape.closest(`${QUIET}, ${CUT}`)).flatMap((one) => {
    const edges = isWash(one) ? all.filter(({ shape, stroke }) => shape.parentNode === one.shape.parentNode && stroke.colours.length > 0) : [];
    const best = Math.max(...[one, ...edges].map((each) => standing(each, base)));
    return best < 3 ? [`a ${one.shape.localName} ${best.toFixed(2)}:1`] : [];
  });
}

/** Points along the outline of a shape that has a stroke, on the screen, a pixel and a half apart. */
function outline({ shape, stroke }) {
  if (stroke.colours.length === 0) return [];
  const matrix = shape.getScreenCTM();
  const length = shape.getTotalLength();
  const count = Math.ceil((length * Math.hypot(matrix.a, matrix.b)) / 1.5);
  const place = straight(shape) ?? ((along) => shape.getPointAtLength(along));
  return Array.from({ length: count + 1 }, (_, at) => {
    const { x, y } = place((length * at) / Math.max(1, count));
    return { x: x * matrix.a + y * matrix.c + matrix.e, y: x * matrix.b + y * matrix.d + matrix.f };
  });
}

/** True where a text is set on a halo of the paper that parts it from what was drawn before. */
function hasHalo(element) {
  const { paintOrder, stroke, strokeWidth } = styleOf(element);
  return paintOrder.startsWith('stroke') && stroke !== 'none' && parseFloat(strokeWidth) >= 2;
}

/** Lines and edges that go through the letters of a label. */
export function struck(svg, all, lines) {
  const edges = all.filter(({ shape }) => !shape.closest(CUT)).map((one) => ({ ...one }));
  const found = [];
  for (const { element, box, text } of lines.filter((line) => line.element.closest('svg') === svg)) {
    const halo = hasHalo(element);
    const body = { left: box.left + 1, right: box.right - 1, top: box.top + (box.bottom - box.top) * 0.15, bottom: box.bottom - (box.bottom - box.top) * 0.15 };
    for (const edge of edges) {
      const { shape, fill, box: extent } = edge;
      if (extent.right < body.left || extent.left > body.right || extent.bottom < body.top || extent.top > body.bottom) continue;
      const before = shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (halo && before) continue;
      edge.points ??= outline(edge);
      const through = edge.points.some(({ x, y }) => x > body.left && x < body.right && y > body.top && y < body.bottom);
      if (through || halfCovered(shape, fill, body)) found.push(`a ${shape.localName} through ${quoted(text)}`);
    }
  }
  return found;
}

/** True where the edge of a filled shape lies within a label: some of the label is on it and some is not. */
function halfCovered(shape, fill, body) {
  if (fill.colours.length === 0 || shape.closest(QUIET)) return false;
  const matrix = shape.getScreenCTM().inverse();
  const middle = (body.top + body.bottom) / 2;
  const inside = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    return shape.isPointInFill(new DOMPoint(body.left + (body.right - body.left) * share, middle).matrixTransform(matrix));
  });
  return inside.includes(true) && inside.includes(false);
}

/**
 * Colours of marks that some readers cannot tell apart. A pair may be close where both are labelled directly: a text of the
 * drawing has the very colour, or stands in a group of its own with the marks. Axes carry no data.
 */
export function confused(svg, all, lines) {
  const base = paper(svg.parentElement);
  const name = (colour) => over(colour, base).map((channel) => Math.round(channel * 255)).join(' ');
  const words = new Set(lines.filter((line) => line.drawn).map(({ element }) => name(ink(element))));
  const marks = new Map();
  for (const { shape, fill, stroke } of all.filter(({ shape: one }) => !one.closest(`${QUIET}, ${CUT}, .zero, .axis, .muted`))) {
    for (const colour of [...fill.colours, ...stroke.colours]) {
      const shown = name(colour);
      if (contrast(over(colour, base), base) < 3) continue;
      const labelled = words.has(shown) || Boolean(shape.closest('g')?.querySelector('text'));
      marks.set(shown, { colour: over(colour, base), labelled: labelled && (marks.get(shown)?.labelled ?? true) });
    }
  }
  const list = [...marks.entries()];
  return list.flatMap(([first, p], at) => list.slice(at + 1).flatMap(([second, q]) => {
    const { vision, apart } = nearest(p.colour, q.colour);
    return apart < 0.08 && !(p.labelled && q.labelled) ? [`rgb(${first}) and rgb(${second}) ${apart.toFixed(3)} apart, ${vision}`] : [];
  }));
}

/**
 * Axes with fewer than two ticks or more than eight. The texts of one axis of values or of time stand in a group of the class
 * `axis`; a drawing without an axis says its values.
 */
export function badTicks(svg) {
  const axes = [...svg.querySelectorAll('.axis')].filter(visible);
  const counts = axes.map((axis) => [...axis.querySelectorAll('text')].filter((tick) => tick.textContent.trim()).length);
  // One moment has one name, whatever the number of its series.
  const moments = new Set([...svg.closest('figure').querySelectorAll('tbody th')].map((head) => head.textContent));
  const least = moments.size === 1 ? 1 : 2;
  const found = counts.filter((count) => count < least || count > 8).map((count) => `an axis with ${count} ticks`);
  if (axes.length === 0 && svg.querySelector('.grid')) found.push('a grid without an axis');
  const says = [...svg.querySelectorAll('text')].some((text) => /\d/.test(text.textContent));
  if (axes.length === 0 && !says) found.push('neither an axis nor a value');
  return found;
}
