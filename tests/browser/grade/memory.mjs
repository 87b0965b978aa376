// Runs in the page: what was read of it, kept while it is looked at. Styles and boxes cost the browser more than all arithmetic
// does, and most are asked for many times over.

const kept = [];

/** `read`, which is asked once for each element until all is forgotten. */
export function once(read) {
  const answers = new Map();
  kept.push(answers);
  return (element) => {
    if (!answers.has(element)) answers.set(element, read(element));
    return answers.get(element);
  };
}

/** The computed style of an element. */
export const styleOf = once((element) => getComputedStyle(element));

/** Forgets everything, since the page has changed. */
export function forget() {
  kept.forEach((answers) => answers.clear());
}
