// Runs in the page: where a path of straight lines is, without the browser, which walks the whole path for each point of it.

/** The pieces of a path of straight lines, as `[from, to]`; undefined for another shape, and for a path that is curved or relative. */
function pieces(shape) {
  const data = shape.localName === 'path' ? (shape.getAttribute('d') ?? '') : 'none';
  if (!/^[MLHVZ\d\s.,-]*$/.test(data)) return undefined;
  const found = [];
  let [start, from] = [{ x: 0, y: 0 }, { x: 0, y: 0 }];
  for (const [, command, rest] of data.matchAll(/([MLHVZ])([^MLHVZ]*)/g)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const stops = {
      M: () => pairs(numbers),
      L: () => pairs(numbers),
      H: () => numbers.map((x) => ({ x, y: from.y })),
      V: () => numbers.map((y) => ({ x: from.x, y })),
      Z: () => [start],
    }[command]();
    if (command === 'M') start = from = stops.shift() ?? from;
    for (const to of stops) {
      found.push([from, to]);
      from = to;
    }
  }
  return found;
}

function pairs(numbers) {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => ({ x: numbers[2 * at], y: numbers[2 * at + 1] }));
}

/**
 * Tells the point at a length along a shape, as `getPointAtLength` does, for lengths that grow from call to call. Undefined
 * where only the browser knows.
 */
export function straight(shape) {
  const list = pieces(shape);
  if (!list?.length) return undefined;
  let [at, passed] = [0, 0];
  const size = ([from, to]) => Math.hypot(to.x - from.x, to.y - from.y);
  return (along) => {
    while (at < list.length - 1 && passed + size(list[at]) < along) {
      passed += size(list[at]);
      at += 1;
    }
    const [from, to] = list[at];
    const share = Math.min(1, (along - passed) / (size(list[at]) || 1));
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  };
}
