// Calculators for every kind of number: exact, bounded, approximate, ranges, each unit. Owns no expectation: the program's
// sentences are compared with the script's.

const MONEY = [
  '26.3 billion USD', '950 million USD', '12.5 USD', '12.25 USD', '1 USD', '0 USD', '1234567.89 USD', '1.2345 billion USD',
  '1.5 billion USD', '1500 billion USD', '-4.2 billion USD', '> 100 billion USD', '>= 2 billion USD', '< 5 million USD',
  '<= 1 billion USD', '60..65 billion USD', '900 million..1.1 billion USD', '0..65 billion USD', '-3..2 billion USD', '~ 7 billion USD',
];
const OTHERS = ['40 %', '-4 %', '> 5 %', '60..65 %', '~ 40 %', '2.5 pp', '1 pp', '30 bp', '22 x', '1 x', '3 GW', '1 chips', '>= 100 thousand chips', '1..2 million chips', '16000'];
const FACTORS = ['0.5', '-2', '3', '1.1', '0.000001', '> 2', '<= -1', '2..3', '0..1'];

const bound = (text) => /[<>]/.test(text);
const vague = (text) => text.startsWith('~');
const wide = (text) => bound(text) || text.includes('..');
/** Whether a product with a factor has a result: it does not where anything could come out, or nothing exact. */
const multiplies = (value, factor) => {
  if (vague(value)) return !wide(factor);
  if (!bound(factor)) return true;
  const ends = /^[<]/.test(value) ? [-1, 1] : /^-\d.*\.\./.test(value) || /^0\.\./.test(value) ? [value[0] === '-' ? -1 : 0, 1] : [1, 1];
  return ends[0] * ends[1] >= 0 && !(value[0] === '<');
};

/** YAML for figures and calculators, and the calculators' ids. */
export function sheet() {
  const figures = [];
  const ids = [];
  const calculators = [];
  const figure = (id, value) => figures.push(`  ${id}: {metric: capex, period: 2024, value: "${value}", source: article}\n`);
  MONEY.forEach((value, at) => figure(`money-${at}`, value));
  OTHERS.forEach((value, at) => figure(`other-${at}`, value));
  FACTORS.forEach((value, at) => figure(`factor-${at}`, value));

  const calculator = (id, start, limits, formulas) => {
    ids.push(id);
    const outputs = formulas.map(({ formula, compare }, at) => {
      const against = compare ? `, compare: {with: ${compare}, label: {fr: la prévision, en: the guidance}}` : '';
      return `      o${at}: {label: {fr: Résultat, en: Result}, formula: "${formula}"${against}}\n`;
    });
    calculators.push(`  ${id}:
    title: {fr: Essai, en: Trial}
    inputs:
      x: {label: {fr: Nombre, en: Number}, ${start}, ${limits}}
    outputs:
${outputs.join('')}`);
  };

  MONEY.forEach((value, at) => {
    const name = `money-${at}`;
    const formulas = [];
    const add = (formula) => formulas.push({ formula, compare: `money-${(at + formulas.length) % MONEY.length}` });
    add(`${name} * x`);
    add(`${name} / x`);
    add(`-${name}`);
    if (!vague(value)) add(`${name} + x * 1 billion USD - 60 million USD`);
    if (!vague(value)) add(`${name} - money-15`);
    add(`40 % of ${name}`);
    add(`round(${name} / 7 / x, 10 million USD)`);
    add(`round(${name}, 1 billion USD)`);
    FACTORS.forEach((factor, index) => multiplies(value, factor) && add(`${name} * factor-${index}`));
    calculator(`m${at}`, 'value: 4', 'min: 1, max: 8, step: 1', formulas);
    if (!value.includes('..')) {
      const limits = 'min: "-10000 billion USD", max: 10000 billion USD, step: 0.01';
      const plain = ['x * 4', 'x', 'round(x / 3, 0.01)'].map((formula) => ({ formula, compare: `money-${(at + 11) % MONEY.length}` }));
      if (!bound(value) && !vague(value)) plain.push({ formula: 'round(change(money-15, x), 0.1)' }, { formula: 'round(x / money-12, 0.01)' });
      calculator(`x${at}`, `value: "${value}"`, limits, plain);
    }
  });
  OTHERS.forEach((value, at) => {
    const formulas = [{ formula: `other-${at} * x`, compare: `other-${at}` }, { formula: `round(other-${at} / x, 0.1)` }];
    if (value.endsWith('%') && !vague(value)) formulas.push({ formula: `points(other-0, other-${at})` }, { formula: `other-${at} of money-0` });
    calculator(`u${at}`, 'value: 1.5', 'min: 0.5, max: 3, step: 0.5', formulas);
  });
  return { figures: figures.join(''), calculators: calculators.join(''), ids };
}
