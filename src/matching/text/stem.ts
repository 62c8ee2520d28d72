/**
 * The Porter2 ("Snowball English") stemmer by Martin Porter: maps the inflected forms of an English word to one stem.
 * Written after the description at snowballstem.org; expects a folded word and leaves other scripts alone.
 */
export function stemWord(word: string): string {
  if (word.length < 3 || !isOfLetters(word)) return word;
  const special = specialForms.get(word);
  if (special !== undefined) return special;

  // An initial y and a y after a vowel are consonants, marked by a capital while the steps run.
  const hasY = word.includes('y');
  let stem = hasY ? word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y') : word;
  const r1 =
    firstRegionExceptions.find((start) => stem.startsWith(start))?.length ??
    regionAfterSyllable(stem, 0);
  const r2 = regionAfterSyllable(stem, r1);

  stem = plural(stem);
  if (invariableAfterPlural.has(stem)) return stem;
  stem = pastAndGerund(stem, r1);
  const last = stem.at(-1);
  if ((last === 'y' || last === 'Y') && stem.length > 2 && !isVowel(stem, stem.length - 2))
    stem = `${stem.slice(0, -1)}i`;
  stem = replaceSuffix(stem, derivations, r1, r2);
  stem = replaceSuffix(stem, secondDerivations, r1, r2);
  stem = replaceSuffix(stem, residues, r1, r2);
  stem = finalLetter(stem, r1, r2);
  return hasY ? stem.toLowerCase() : stem;
}

// Letters are looked at one by one: a pattern takes several times as long to be started as all of that.
function isOfLetters(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** One of a, e, i, o, u and y; not a `Y` that is a consonant. */
function isVowel(word: string, at: number): boolean {
  const code = word.charCodeAt(at) - 97;
  return code >= 0 && ((vowels >> code) & 1) === 1;
}

/** A bit for each vowel, from `a` on. */
const vowels = [...'aeiouy'].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) - 97)), 0);

function hasVowel(word: string, end: number): boolean {
  for (let at = 0; at < end; at += 1) if (isVowel(word, at)) return true;
  return false;
}

const specialForms = new Map(
  Object.entries({
    skis: 'ski',
    skies: 'sky',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
    idly: 'idl',
    gently: 'gentl',
    ugly: 'ugli',
    early: 'earli',
    only: 'onli',
    singly: 'singl',
    sky: 'sky',
    news: 'news',
    howe: 'howe',
    atlas: 'atlas',
    cosmos: 'cosmos',
    bias: 'bias',
    andes: 'andes',
  }),
);

const invariableAfterPlural = new Set([
  'inning',
  'outing',
  'canning',
  'herring',
  'earring',
  'proceed',
  'exceed',
  'succeed',
]);

const firstRegionExceptions = ['gener', 'commun', 'arsen'];

/** Start of the region after the first consonant that follows a vowel: Porter's R1, and R2 when started from R1. */
function regionAfterSyllable(stem: string, from: number): number {
  for (let at = from + 1; at < stem.length; at += 1) {
    if (isVowel(stem, at - 1) && !isVowel(stem, at)) return at + 1;
  }
  return stem.length;
}

function plural(stem: string): string {
  if (stem.endsWith('sses')) return stem.slice(0, -2);
  if (stem.endsWith('ied') || stem.endsWith('ies')) return stem.slice(0, stem.length > 4 ? -2 : -1);
  if (!stem.endsWith('s') || stem.endsWith('us') || stem.endsWith('ss')) return stem;
  return hasVowel(stem, stem.length - 2) ? stem.slice(0, -1) : stem;
}

function pastAndGerund(stem: string, r1: number): string {
  const adverb = stem.endsWith('ly') ? stem.length - 2 : stem.length;
  if (stem.endsWith('eed', adverb))
    return adverb - 3 >= r1 ? `${stem.slice(0, adverb - 3)}ee` : stem;
  const end = stem.endsWith('ed', adverb)
    ? adverb - 2
    : stem.endsWith('ing', adverb)
      ? adverb - 3
      : -1;
  if (end < 0 || !hasVowel(stem, end)) return stem;
  const rest = stem.slice(0, end);
  if (rest.endsWith('at') || rest.endsWith('bl') || rest.endsWith('iz')) return `${rest}e`;
  const last = rest.at(-1) ?? '';
  if (last === rest.at(-2) && 'bdfgmnprt'.includes(last)) return rest.slice(0, -1);
  return r1 >= rest.length && endsInShortSyllable(rest) ? `${rest}e` : rest;
}

/** A vowel and a consonant, and before them a consonant or nothing; but not "ow", "ax" or "ay" behind one. */
function endsInShortSyllable(stem: string): boolean {
  const last = stem.length - 1;
  if (last < 1 || isVowel(stem, last) || !isVowel(stem, last - 1)) return false;
  return last === 1 || (!isVowel(stem, last - 2) && !'wxY'.includes(stem.charAt(last)));
}

interface Ending {
  readonly suffix: string;
  readonly becomes: string;
  /** The suffix must begin in R1, or in R2. */
  readonly region: 1 | 2;
  /** What must come before the suffix. */
  readonly after?: RegExp;
}

function endings(table: Readonly<Record<string, string>>, region: 1 | 2 = 1): Ending[] {
  return Object.entries(table).map(([suffix, becomes]) => ({ suffix, becomes, region }));
}

/** Endings by their last letter. */
type Endings = ReadonlyMap<string, readonly Ending[]>;

/** The longest suffix decides, whether or not its condition then holds. */
function longestFirst(list: readonly Ending[]): Endings {
  const sorted = list.toSorted((a, b) => b.suffix.length - a.suffix.length);
  return Map.groupBy(sorted, ({ suffix }) => suffix.charAt(suffix.length - 1));
}

const derivations = longestFirst([
  ...endings({
    tional: 'tion',
    enci: 'ence',
    anci: 'ance',
    abli: 'able',
    entli: 'ent',
    izer: 'ize',
    ization: 'ize',
    ational: 'ate',
    ation: 'ate',
    ator: 'ate',
    alism: 'al',
    aliti: 'al',
    alli: 'al',
    fulness: 'ful',
    ousli: 'ous',
    ousness: 'ous',
    iveness: 'ive',
    iviti: 'ive',
    biliti: 'ble',
    bli: 'ble',
    fulli: 'ful',
    lessli: 'less',
  }),
  { suffix: 'ogi', becomes: 'og', region: 1, after: /l$/ },
  { suffix: 'li', becomes: '', region: 1, after: /[cdeghkmnrt]$/ },
]);

const secondDerivations = longestFirst([
  ...endings({
    tional: 'tion',
    ational: 'ate',
    alize: 'al',
    icate: 'ic',
    iciti: 'ic',
    ical: 'ic',
    ful: '',
    ness: '',
  }),
  { suffix: 'ative', becomes: '', region: 2 },
]);

const residues = longestFirst([
  ...[
    'al',
    'ance',
    'ence',
    'er',
    'ic',
    'able',
    'ible',
    'ant',
    'ement',
    'ment',
    'ent',
    'ism',
    'ate',
    'iti',
    'ous',
    'ive',
    'ize',
  ].map((suffix): Ending => ({ suffix, becomes: '', region: 2 })),
  { suffix: 'ion', becomes: '', region: 2, after: /[st]$/ },
]);

function replaceSuffix(stem: string, table: Endings, r1: number, r2: number): string {
  const ending = table
    .get(stem.charAt(stem.length - 1))
    ?.find(({ suffix }) => stem.endsWith(suffix));
  if (!ending) return stem;
  const rest = stem.slice(0, stem.length - ending.suffix.length);
  if (rest.length < (ending.region === 1 ? r1 : r2)) return stem;
  if (ending.after && !ending.after.test(rest)) return stem;
  return rest + ending.becomes;
}

function finalLetter(stem: string, r1: number, r2: number): string {
  const rest = stem.slice(0, -1);
  if (stem.endsWith('e')) {
    const goes = rest.length >= r2 || (rest.length >= r1 && !endsInShortSyllable(rest));
    return goes ? rest : stem;
  }
  return stem.endsWith('ll') && rest.length >= r2 ? rest : stem;
}
