/**
 * The Porter2 ("Snowball English") stemmer by Martin Porter: maps the inflected forms of an English word to one stem.
 * Written after the description at snowballstem.org; expects a folded word and leaves other scripts alone.
 */
export function stemWord(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  const special = specialForms.get(word);
  if (special !== undefined) return special;

  // An initial y and a y after a vowel are consonants, marked by a capital while the steps run.
  let stem = word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
  const r1 = regionAfterSyllable(stem, firstRegionExceptions.exec(stem)?.[0].length);
  const r2 = Math.min(stem.length, regionAfterSyllable(stem, undefined, r1));

  stem = plural(stem);
  if (invariableAfterPlural.has(stem)) return stem;
  stem = pastAndGerund(stem, r1);
  stem = stem.replace(/(?<=.[^aeiouy])[yY]$/, 'i');
  stem = replaceSuffix(stem, derivations, r1, r2);
  stem = replaceSuffix(stem, secondDerivations, r1, r2);
  stem = replaceSuffix(stem, residues, r1, r2);
  return finalLetter(stem, r1, r2).toLowerCase();
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

const firstRegionExceptions = /^(?:gener|commun|arsen)/;

/** Start of the region after the first consonant that follows a vowel: Porter's R1, and R2 when started from R1. */
function regionAfterSyllable(stem: string, exception: number | undefined, from = 0): number {
  if (exception !== undefined) return exception;
  const syllable = /[aeiouy][^aeiouy]/.exec(stem.slice(from));
  return syllable ? from + syllable.index + 2 : stem.length;
}

function plural(stem: string): string {
  if (stem.endsWith('sses')) return stem.slice(0, -2);
  if (/(?:ied|ies)$/.test(stem)) return stem.slice(0, stem.length > 4 ? -2 : -1);
  if (/[us]s$/.test(stem)) return stem;
  return stem.endsWith('s') && /[aeiouy]/.test(stem.slice(0, -2)) ? stem.slice(0, -1) : stem;
}

function pastAndGerund(stem: string, r1: number): string {
  const eed = /eed(?:ly)?$/.exec(stem);
  if (eed) return eed.index >= r1 ? `${stem.slice(0, eed.index)}ee` : stem;
  const ending = /(?:ed|ing)(?:ly)?$/.exec(stem);
  if (!ending || !/[aeiouy]/.test(stem.slice(0, ending.index))) return stem;
  const rest = stem.slice(0, ending.index);
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return r1 >= rest.length && endsInShortSyllable(rest) ? `${rest}e` : rest;
}

function endsInShortSyllable(stem: string): boolean {
  return /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(stem);
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

/** The longest suffix decides, whether or not its condition then holds. */
function longestFirst(list: Ending[]): readonly Ending[] {
  return list.sort((a, b) => b.suffix.length - a.suffix.length);
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

function replaceSuffix(stem: string, table: readonly Ending[], r1: number, r2: number): string {
  const ending = table.find(({ suffix }) => stem.endsWith(suffix));
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
