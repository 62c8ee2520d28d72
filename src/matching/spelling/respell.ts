type Habit = readonly [written: RegExp, read: string];

/** Ways to write as one speaks, and what is meant: the letters written, and those to read instead. */
const habits: readonly Habit[] = [
  [/(.)\1{2,}/g, '$1$1'],
  [/(.)\1{2,}/g, '$1'],
  [/in$/, 'ing'],
  [/(?<=[^aeiou])n$/, 'ing'],
  [/z$/, 's'],
  [/a(?=s?$)/, 'er'],
  [/^x/, 'ex'],
  [/f/, 'ph'],
  [/sk/, 'sch'],
  [/sh(?:[aeiou]|io)n(?=s?$)/, 'tion'],
  [/^d(?=[aeiou])/, 'th'],
  [/ite$/, 'ight'],
  [/(?<=[^aeiou])d$/, 'ed'],
  [/(?<=[^aeiou])r(?=s?$)/, 'er'],
];

/** Digits for what they sound like, and, between letters, for what they look like. */
const digits: readonly Habit[] = [
  [/8/g, 'at'],
  [/8/g, 'ate'],
  [/8/g, 'ait'],
  [/2/g, 'to'],
  [/4/g, 'for'],
  [/4/g, 'fore'],
  [/1/g, 'one'],
  [/(?<=[a-z])0(?=[a-z])/g, 'o'],
  [/(?<=[a-z])1(?=[a-z])/g, 'i'],
  [/(?<=[a-z])1(?=[a-z])/g, 'l'],
  [/(?<=[a-z])3(?=[a-z])/g, 'e'],
  [/(?<=[a-z])4(?=[a-z])/g, 'a'],
  [/(?<=[a-z])5(?=[a-z])/g, 's'],
  [/(?<=[a-z])7(?=[a-z])/g, 't'],
];

/** What a shorter word is written for is anybody's guess. */
const shortest = 4;

/**
 * Other spellings of a word that was written by ear: `makin` is making, `fone` phone, `confisc8` confiscate, and
 * a `2` that no statement has is to.
 */
export function respell(word: string): string[] {
  if (!/[a-z]/.test(word)) return word === '2' ? ['to'] : word === '4' ? ['for'] : [];
  if (word.length < shortest && !/\d/.test(word)) return [];
  const rules = /\d/.test(word) ? digits : habits;
  const respelt: string[] = [];
  for (const [written, read] of rules) {
    const other = word.replace(written, read);
    if (other !== word) respelt.push(other);
  }
  return respelt;
}
