// Runs in the page: measures every chart as it is drawn. Owns what is measured; what is right is `chart.test.mjs`'s.

/** One entry a `figure.chart`. The function is sent to the browser as text, so it holds all that it needs. */
export function measure() {
  const round = (number) => Math.round(number * 10) / 10;
  const visible = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  const said = (element) => element.textContent.trim().slice(0, 30);

  /** A home page's small copy of a chart, whose table stands in the brief. */
  const isSmall = (figure) => figure.classList.contains('chart-small');

  /** Text as it is set line by line: a `tspan` with a place of its own is a line. */
  function lines(svg) {
    return [...svg.querySelectorAll('text')].filter((text) => visible(text) && text.textContent.trim()).flatMap((text) => {
      const own = [...text.querySelectorAll('tspan')].filter((span) => ['x', 'y', 'dy'].some((name) => span.hasAttribute(name)));
      return own.length > 0 ? own : [text];
    });
  }

  /** The box of the letters rather than of the line: ascenders and descenders of a font leave air that may touch. */
  function box(element) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const air = (bottom - top) * 0.12;
    return { left, right, top: top + air, bottom: bottom - air };
  }

  function pixels(element) {
    const { a, b } = element.getScreenCTM();
    return round(parseFloat(getComputedStyle(element).fontSize) * Math.hypot(a, b));
  }

  function overlaps(texts) {
    const boxes = texts.map(box);
    const found = [];
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) {
        const [p, q] = [boxes[i], boxes[j]];
        const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
        const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
        if (across > 0.5 && down > 0.5) found.push(`"${said(texts[i])}" over "${said(texts[j])}"`);
      }
    }
    return found;
  }

  function clipped(svg) {
    const frame = svg.getBoundingClientRect();
    const shapes = [...svg.querySelectorAll('text, rect, path, line, circle, polyline, polygon')];
    const drawn = shapes.filter((e) => visible(e) && !e.closest('defs, clipPath, mask, pattern, marker'));
    return drawn
      .filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const out = [frame.left - left, right - frame.right, frame.top - top, bottom - frame.bottom];
        return Math.max(...out) > 1;
      })
      .map((element) => `${element.localName} "${said(element)}" leaves the drawing`);
  }

  function missing(figure) {
    const always = { title: '.chart-title', subtitle: '.chart-subtitle', source: '.chart-source' };
    const need = isSmall(figure) ? always : {
      ...always,
      'column headers': 'table th[scope="col"]',
      'row headers': 'table th[scope="row"]',
      'table caption': 'table caption',
    };
    const gone = Object.keys(need).filter((part) => !figure.querySelector(need[part])?.textContent.trim());
    const rows = [...figure.querySelectorAll('tbody tr')].filter((row) => !row.querySelector('th[scope="row"]'));
    const bare = figure.querySelectorAll('th:not([scope])').length;
    return [...gone, ...rows.map((row) => `header of the row "${said(row)}"`), ...(bare ? [`scope of ${bare} headers`] : [])];
  }

  /** Any colour as the screen shows it: red, green, blue and alpha from 0 to 1. */
  function rgba(colour) {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((channel) => channel / 255);
  }

  /** WCAG's relative luminance. */
  function luminance([r, g, b]) {
    const [x, y, z] = [r, g, b].map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  function contrast(first, second) {
    const [low, high] = [luminance(first), luminance(second)].sort((p, q) => p - q);
    return (high + 0.05) / (low + 0.05);
  }

  function paper(element) {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      if (colour[3] > 0.99) return colour;
    }
    return [1, 1, 1, 1];
  }

  function faint(svg, texts) {
    const ground = paper(svg.parentElement);
    const found = [];
    for (const text of texts) {
      const ratio = contrast(rgba(getComputedStyle(text).fill), ground);
      if (ratio < 4.5) found.push(`"${said(text)}" ${ratio.toFixed(2)}:1`);
    }
    for (const mark of svg.querySelectorAll('g rect, g path')) {
      const { fill, stroke } = getComputedStyle(mark);
      const colours = [fill, stroke].filter((paint) => paint !== 'none' && !paint.startsWith('url')).map(rgba);
      const best = Math.max(0, ...colours.filter((c) => c[3] > 0.5).map((c) => contrast(c, ground)));
      if (colours.length > 0 && best < 3) found.push(`a ${mark.localName} ${best.toFixed(2)}:1`);
    }
    return found;
  }

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
    const texts = svg ? lines(svg) : [];
    const sizes = texts.map(pixels);
    const html = [...figure.querySelectorAll('figcaption *, .chart-key *, .chart-notes, .chart-source, table *')];
    const small = html.filter((e) => !e.closest('svg') && visible(e) && e.textContent.trim()).filter((e) => {
      return parseFloat(getComputedStyle(e).fontSize) < 12;
    });
    return {
      id: figure.id,
      small: isSmall(figure),
      displayed: drawings.length,
      layout: svg?.closest('.chart-wide') ? 'wide' : 'narrow',
      sizes,
      badSizes: [
        ...texts.filter((_, at) => sizes[at] < 11.95 || sizes[at] > 20.05).map((text) => `"${said(text)}" ${pixels(text)} px`),
        ...small.map((e) => `<${e.localName}> "${said(e)}" below 12 px`),
      ],
      overlaps: overlaps(texts),
      clipped: svg ? clipped(svg) : [],
      turned: texts.filter((text) => Math.abs(text.getScreenCTM().b) > 0.001).map(said),
      missing: missing(figure),
      faint: svg ? faint(svg, texts) : [],
      untold: untold(figure, texts),
      bars: svg ? bars(svg) : [],
    };
  });
}
