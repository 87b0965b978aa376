// The data that every mark is drawn from: each kind of bound, and what is hard to draw. Owns the values; how a mark takes them
// is `gallery.mjs`'s.

/** Values in the order of the rows; `status` says which are no actual ones, `names` what the rows are called. */
export const BOUNDS = {
  exact: { said: 'exact values', dit: 'des valeurs exactes', values: ['120', '80', '75', '62.5', '40'] },
  'more-than': { said: 'a value above its bound', dit: 'une valeur au-dessus de sa borne', values: ['> 120', '80', '75', '> 62.5', '40'] },
  'at-least': { said: 'a minimum', dit: 'un minimum', values: ['>= 120', '80', '>= 75', '62.5', '40'] },
  'less-than': { said: 'a value below its bound', dit: 'une valeur sous sa borne', values: ['120', '< 80', '75', '62.5', '< 40'] },
  'at-most': { said: 'a maximum', dit: 'un maximum', values: ['<= 120', '80', '75', '<= 62.5', '40'] },
  about: { said: 'approximate values', dit: 'des valeurs approchées', values: ['~ 120', '80', '~ 75', '62.5', '40'] },
  range: { said: 'ranges', dit: 'des fourchettes', values: ['110..120', '80', '60..75', '62.5', '30..40'] },
  guidance: { said: 'guidance among actual values', dit: 'des prévisions parmi des réalisations', values: ['120', '80', '75', '62.5', '40'], status: { 0: 'guidance', 3: 'estimate' } },
  undisclosed: { said: 'values that are not disclosed', dit: 'des valeurs non communiquées', values: ['120', 'n/a', '75', '62.5', 'n/a'] },
  mixed: { said: 'every kind of value', dit: 'toutes sortes de valeurs', values: ['> 120', '100..110', '~ 90', '80', '< 60', '45', 'n/a'], status: { 3: 'guidance', 1: 'guidance' } },
};

const count = (n, value) => Array.from({ length: n }, (_, at) => value(at));

/** What breaks a drawing that was only tried on tidy data. `scale` is the word after each number. */
export const HOSTILE = {
  one: { said: 'a single row', dit: 'une seule ligne', values: ['75'] },
  forty: { said: 'forty rows', dit: 'quarante lignes', values: count(40, (at) => `${400 - 9 * at}.5`) },
  twelve: { said: 'twelve rows', dit: 'douze lignes', values: count(12, (at) => `${130 - 9 * at}.5`) },
  negative: { said: 'losses', dit: 'des pertes', values: ['35', '-12', '8', '-40.5', '-3'], marks: (mark) => mark !== 'stacked-area' },
  zero: { said: 'zeros', dit: 'des zéros', values: ['0', '12', '0', '7', '0'] },
  nothing: { said: 'zeros alone', dit: 'rien que des zéros', values: ['0', '0', '0'] },
  equal: { said: 'equal values', dit: 'des valeurs égales', values: ['50', '50', '50', '50'] },
  tiny: { said: 'tiny values', dit: 'des valeurs infimes', values: ['0.000000001', '0.0000000025', '0.000000004'], scale: '' },
  huge: { said: 'huge values', dit: 'des valeurs énormes', values: ['1000', '640', '275'], scale: 'trillion' },
  spread: { said: 'values of all sizes', dit: 'des valeurs de toutes tailles', values: ['1000000000000000', '75000000', '0.000000001'], scale: '' },
  long: { said: 'long names', dit: 'de longs noms', values: ['120', '> 80', '60..75', '62.5'], names: 'long' },
  gaps: { said: 'gaps', dit: 'des lacunes', values: ['120', 'n/a', 'n/a', '62.5', 'n/a', '40'] },
};

/** Names no data of ours has: nobody's fault if they are long. */
export const LONG_NAMES = [
  'Compagnie générale d’investissements et de télécommunications de la région Auvergne-Rhône-Alpes',
  'Anticonstitutionnellement-Intergouvernementalisation SA',
  'Société nationale des transports interurbains, ferroviaires et fluviaux de l’Ouest parisien',
  'L’Établissement public de coopération intercommunale du Grand Est',
];

/** Days around a leap day, and around both changes of the clock in Europe. */
export const DAYS = {
  leap: ['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02'],
  clock: ['2025-03-29', '2025-03-30', '2025-03-31', '2025-10-25', '2025-10-26', '2025-10-27'],
};
