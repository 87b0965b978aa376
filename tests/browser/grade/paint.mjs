// Runs in the page: the colours that elements are painted in, and what lies under them.

import { over } from './colour.mjs';
import { once, styleOf } from './memory.mjs';

const known = new Map();

/** Any colour of CSS as red, green, blue and alpha from 0 to 1. */
export function rgba(colour) {
  if (!known.has(colour)) {
    const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    known.set(colour, [...pixel.getImageData(0, 0, 1, 1).data].map((channel) => channel / 255));
  }
  return known.get(colour);
}

/** How much of an element its own opacity and that of all around it lets through. */
const opacity = once((element) => (element ? Number(styleOf(element).opacity) * opacity(element.parentElement) : 1));

/** The colour behind an HTML element: every background around it, one over the other. On paper, white unless it is kept. */
export const paper = once((element) => {
  if (!element) return canvas();
  const colour = rgba(styleOf(element).backgroundColor);
  if (colour[3] === 0) return paper(element.parentElement);
  return over(colour, paper(colour[3] > 0.99 ? null : element.parentElement));
});

/** What the browser paints first of all. */
function canvas() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches && !matchMedia('print').matches;
  return dark && styleOf(document.documentElement).colorScheme.includes('dark') ? [0.07, 0.07, 0.07] : [1, 1, 1];
}

/** The line of a pattern or the stops of a gradient that `url("#id")` names. */
function server(paint) {
  const id = /url\("?#([^")]+)"?\)/.exec(paint)?.[1];
  return id && document.getElementById(id);
}

/**
 * What a shape's `fill` or `stroke` puts on the paper: `{ colours, hatched }`, with alpha; a hatch puts its lines and leaves
 * the rest as it was.
 */
export function paints(shape, property) {
  const style = styleOf(shape);
  const paint = style[property];
  if (paint === 'none' || (property === 'stroke' && parseFloat(style.strokeWidth) === 0)) return { colours: [], hatched: false };
  const share = Number(style[`${property}Opacity`]) * opacity(shape);
  const hatch = server(paint);
  const painted = hatch ? [...hatch.querySelectorAll('*')].flatMap((part) => {
    const { fill, stroke, stopColor } = styleOf(part);
    return part.localName === 'stop' ? [stopColor] : [stroke !== 'none' ? stroke : fill];
  }) : [paint];
  const colours = painted.filter((colour) => colour !== 'none' && !colour.startsWith('url')).map((colour) => {
    const [r, g, b, alpha] = rgba(colour);
    return [r, g, b, alpha * share];
  });
  return { colours, hatched: Boolean(hatch) };
}

/** The colour of an HTML text, or of one in a drawing. */
export const ink = once((element) => {
  const style = styleOf(element);
  const [colour, share] = element.closest('svg') ? [style.fill, Number(style.fillOpacity)] : [style.color, 1];
  const [r, g, b, alpha] = rgba(colour);
  return [r, g, b, alpha * opacity(element) * share];
});
