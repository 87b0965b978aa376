// Runs in the page: which of a chart's drawings is shown, which numbers it tells, how its bars end. Owns what is measured; what is
// right is `chart.test.mjs`'s, and what is graded `grade/`'s.

/** One entry a `figure.chart`. The function is sent to the browser as text, so it holds all that it needs. */
export function measure() {
  const visible = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  const said = (element) => element.textContent.trim();

  /** A home page's small copy of a chart, whose table stands in the brief. */
  const isSmall = (figure) => figure.classList.contains('chart-small');

  /** Numbers of the drawing that the table (or, of a small copy, the description) does not tell. */
  function untold(figure, texts) {
    const numbers = (text) => text.match(/\d+(?:[.,\u00a0\u202f ]\d+)*/g) ?? [];
    const description = figure.querySelector('[id$="-description"]');
    const told = numbers((isSmall(figure) ? description : figure.querySelector('table'))?.textContent ?? '');
    return texts.flatMap((text) => numbers(said(text))).filter((number) => !told.includes(number));
  }

  /** Each bar: its value label, and how its end is drawn. */
  function bars(svg) {
    const groups = [...svg.querySelectorAll('g')].filter((group) => group.querySelector(':scope > text'));
    return groups.map((group) => {
      const rects = [...group.querySelectorAll(':scope > rect')];
      const solid = rects.filter((rect) => !getComputedStyle(rect).fill.startsWith('url') && getComputedStyle(rect).fill !== 'none');
      const hatched = rects.filter((rect) => getComputedStyle(rect).fill.startsWith('url'));
      const end = Math.max(...solid.map((rect) => rect.getBoundingClientRect().right));
      const beyond = [...group.querySelectorAll(':scope > path')].filter((path) => {
        return getComputedStyle(path).fill === 'none' && path.getBoundingClientRect().left > end + 1;
      });
      const value = [...group.querySelectorAll(':scope > text')].at(-1).textContent;
      return { value, solid: solid.length, hatched: hatched.length, chevron: hatched.length === 0 && beyond.length === 1 };
    });
  }

  return [...document.querySelectorAll('figure.chart')].map((figure) => {
    const drawings = [...figure.querySelectorAll('.chart-plot svg')].filter(visible);
    const svg = drawings[0];
    const texts = svg ? [...svg.querySelectorAll('text')] : [];
    return {
      id: figure.id,
      small: isSmall(figure),
      layout: svg?.closest('.chart-wide') ? 'wide' : 'narrow',
      untold: untold(figure, texts),
      bars: svg ? bars(svg) : [],
    };
  });
}
