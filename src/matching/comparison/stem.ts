import { irregularForms } from './irregular-forms.ts';

/**
 * A light stemmer: "fire", "fires", "fired" and "firing" share a stem; "prosecutor" and "prosecute" don't, because who
 * acts and what is done are different details.
 */
export function stemOf(word: string): string {
  const irregular = irregularForms.get(word);
  if (irregular) return irregular;
  if (word.length < 4 || /\d/.test(word)) return word;
  return withoutEnding(withoutPlural(word));
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

function withoutEnding(word: string): string {
  let stem = word;
  if (/[aeiouy].*ing$/.test(word) && word.length > 5) stem = word.slice(0, -3);
  else if (/[aeiouy].*ied$/.test(word)) stem = `${word.slice(0, -3)}y`;
  else if (/[aeiouy].*ed$/.test(word) && word.length > 4) stem = word.slice(0, -2);
  else if (word.endsWith('ly') && word.length > 5) stem = word.slice(0, -2);
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  if (stem.length > 3 && /([b-df-hj-np-tv-z])\1$/.test(stem)) stem = stem.slice(0, -1);
  return stem;
}
