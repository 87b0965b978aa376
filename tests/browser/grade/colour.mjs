// What colours are to a reader: contrast, and how far apart two stand in ordinary and in deficient colour vision.
//
// Plain arithmetic on red, green and blue from 0 to 1; runs in Node.js and in the page.

/** sRGB's transfer curve, undone. */
export function linear(channel) {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2.2's relative luminance. */
export function luminance(colour) {
  const [r, g, b] = colour.slice(0, 3).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2's contrast ratio, 1 to 21. */
export function contrast(first, second) {
  const [low, high] = [luminance(first), luminance(second)].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

/** A colour with alpha as it shows over an opaque one. */
export function over([r, g, b, alpha = 1], ground) {
  return [r, g, b].map((channel, at) => channel * alpha + ground[at] * (1 - alpha));
}

/** Full colour vision, and its three complete deficiencies as matrices on linear light: Machado, Oliveira and Fernandes, 2009. */
export const VISIONS = {
  full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** The product of a matrix and a column. */
function times(matrix, column) {
  return matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * column[at], 0));
}

/** OKLab's lightness and its two axes, from linear light: Ottosson, 2020. */
function oklab(light) {
  const cones = times([
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ], light).map(Math.cbrt);
  return times([
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ], cones);
}

/** The distance of two colours in OKLab as one kind of colour vision has it. */
export function distance(first, second, vision) {
  const [p, q] = [first, second].map((colour) => {
    const seen = times(vision, colour.slice(0, 3).map(linear));
    return oklab(seen.map((channel) => Math.min(1, Math.max(0, channel))));
  });
  return Math.hypot(...p.map((axis, at) => axis - q[at]));
}

/** The kind of colour vision that tells two colours least apart: `{ vision, apart }`. */
export function nearest(first, second) {
  const seen = Object.entries(VISIONS).map(([vision, matrix]) => ({ vision, apart: distance(first, second, matrix) }));
  return seen.sort((p, q) => p.apart - q.apart)[0];
}
