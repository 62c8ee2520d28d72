import { type Perturbation, pick, type Random } from './perturbation.ts';

const people =
  `Marcus Feldman; Teresa Quintero; Olaf Lindqvist; Priya Raman; Duncan Abernathy; Yuki Tanabe; Gregor Novak; Amina Diallo;
  Walter Brandt; Celeste Moreau; Rashid Karim; Ingrid Solberg; Hugo Valdez; Fiona Gallagher; Tomas Kowalski; Lena Vogel`
    .split(';')
    .map((name) => name.trim());
const firstNames =
  `Larry George John James Robert Michael William David Richard Joseph Thomas Charles Donald Hillary Barack Joe Bill Bernie
  Nancy Mary Jennifer Elizabeth Michelle Melania Ivanka Chelsea Sarah Kamala Elon Mark Jeff Steve Paul Kevin Brian Adam Chuck
  Mitch Ted Marco Mitt Mike Tom Tim Ben Alexandria Ilhan Rashida Justin Boris Angela Emmanuel Vladimir Xi Kim Pope Prince Queen
  Taylor Beyonce Kanye Oprah Ellen Morgan Clint Robin Stephen Albert Isaac Abraham Thomas Benjamin Theodore Ronald Jimmy Gerald
  Rudy Greta Anthony Jared Eric Roger Peter Andrew Daniel Matthew Christopher Christine Brett Ruth Sonia Clarence Antonin Samuel`
    .trim()
    .split(/\s+/);
const person = new RegExp(
  `\\b(?:${firstNames.join('|')}) (?:[A-Z]\\. )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\\b`,
  'g',
);
const says =
  /^(?: \([^)]*\))? (?:said|says|stated|claimed|announced|tweeted|wrote|declared|told|admitted|argued|called|promised|vowed|suggested)\b/;

/** Somebody else: the full name of a person replaced by another's, wherever it stands. */
export const otherPerson: Perturbation = {
  name: 'person',
  kinds: ['name'],
  apply: (text, random) => replacePerson(text, random, (after) => !says.test(after)),
};

/** The same in lower case, as people type. */
export const otherPersonLowerCase: Perturbation = {
  name: 'person, lower case',
  kinds: ['name'],
  apply: (text, random) => replacePerson(text, random, (after) => !says.test(after))?.toLowerCase(),
};

/** The words of somebody else: the name before "said". */
export const otherSpeaker: Perturbation = {
  name: 'speaker',
  kinds: ['name'],
  apply: (text, random) => replacePerson(text, random, (after) => says.test(after)),
};

function replacePerson(
  text: string,
  random: Random,
  suits: (after: string) => boolean,
): string | undefined {
  const found = [...text.matchAll(person)].filter((match) =>
    suits(text.slice(match.index + match[0].length)),
  );
  const match = pick(found, random);
  const other = pick(people, random);
  if (!match || !other) return undefined;
  const surname = match[0].split(' ').at(-1) ?? '';
  const swapped = text.replaceAll(match[0], other);
  return replaceAllWords(swapped, surname, other.split(' ')[1] ?? '');
}

function replaceAllWords(text: string, word: string, other: string): string {
  return text.replace(new RegExp(`\\b${word}\\b`, 'g'), other);
}
