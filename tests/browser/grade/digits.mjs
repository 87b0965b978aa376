// How a language writes numbers: what a text has that a reader of it would not write. Runs in Node.js and in the page.

/** What is wrong by language: a pattern, and its name. */
const WRONG = {
  fr: [
    [/\d[\u0020\u00a0]\d{3}(?!\d)/, 'thousands without U+202F'],
    [/(?<![\d,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/, 'thousands with commas'],
    [/\d\.\d/, 'a decimal point'],
    [/\d\u0020?(?:[%€$£]|Md|Mds|M[€$£])/, 'no U+00A0 before a unit'],
    [/\d\u0020(?:pt|milliards?|millions?|mille|points?)(?!\p{L})/u, 'a space that breaks before a unit'],
    [/\d\s(?:billion|trillion)s?(?!\p{L})/u, 'a false friend for mille milliards'],
    [/[$€£]\s?\d/, 'a currency before its number'],
    [/(?<![\d,\p{L}])-\d/u, 'a hyphen for a minus'],
  ],
  en: [
    [/(?<![\d.,])[1-9]\d{0,2}[\u0020\u00a0\u202f]\d{3}(?!\d)/, 'thousands with spaces'],
    [/\d,(?!\d{3}(?!\d))\d/, 'a decimal comma'],
    [/\d\s%/, 'a space before %'],
    [/\d\s?[$€£]/, 'a currency after its number'],
    [/(?<![\d,\p{L}])-\d/u, 'a hyphen for a minus'],
  ],
};

/** A number of five digits or more that nothing groups. */
const UNGROUPED = /(?<![\d.,])\d{5,}(?!\d)/;

/** What is wrong with the numbers of a text in a language, each with the place. */
export function misspelt(text, language) {
  const rules = [...(WRONG[language] ?? []), [UNGROUPED, 'five digits in a row']];
  return rules.flatMap(([pattern, name]) => {
    const found = pattern.exec(text);
    return found ? [`${name} in "${text.slice(Math.max(0, found.index - 8), found.index + 16)}"`] : [];
  });
}
