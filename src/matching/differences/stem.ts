import { irregularForms } from '../text/irregular-forms.ts';
import { stemByScript } from '../text/light-stems.ts';
import { longestWord } from '../text/text.ts';

/**
 * A light stem: "fire", "fires", "fired" and "firing" share one, "prison" and "prisoner" don't, because who acts and what
 * is done are different details. (The index's Porter stems bring such words together, which is right for finding.)
 */
export function stemOf(folded: string): string {
  const irregular = irregularForms.get(folded);
  if (irregular !== undefined) return irregular;
  if (folded.length < 4 || folded.length > longestWord || startsWithDigit(folded)) return folded;
  return withoutEnding(withoutPlural(folded));
}

/** What stands for a stem in any other language: the beginning, without what a script's own language adds to it. */
export function beginningOf(folded: string): string {
  if (startsWithDigit(folded)) return folded;
  return stemByScript(folded).slice(0, beginningLength);
}

const beginningLength = 5;

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is'))
    return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function withoutEnding(word: string): string {
  const stem = withoutSuffix(word);
  if (stem.length < 4) return stem;
  if (stem.endsWith('e')) return stem.slice(0, -1);
  return stem.at(-1) === stem.at(-2) && !/[aeiou]$/.test(stem) ? stem.slice(0, -1) : stem;
}

function withoutSuffix(word: string): string {
  if (word.endsWith('ing')) return word.length > 5 && hasVowel(word, 3) ? word.slice(0, -3) : word;
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ed')) return word.length > 4 && hasVowel(word, 2) ? word.slice(0, -2) : word;
  return word.endsWith('ly') && word.length > 5 ? word.slice(0, -2) : word;
}

function hasVowel(word: string, ending: number): boolean {
  return /[aeiouy]/.test(word.slice(0, -ending));
}

function startsWithDigit(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}
