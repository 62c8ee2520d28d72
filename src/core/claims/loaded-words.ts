import type { ClaimParts } from './claim-parts.ts';
import type { FieldMistake } from './field-mistake.ts';
import wordsByLanguage from './loaded-words.json' with { type: 'json' };
import type { PackAbout } from './pack.ts';

const byLanguage = new Map<string, readonly string[]>(Object.entries(wordsByLanguage));

/**
 * Words that judge, said in the pack's own voice where a reader looks for what is so. Only a warning: whether a word judges
 * depends on what is said, and a pack lists those that don't in it. `source` names the file that lists them.
 */
export function loadedWordWarnings(
  claim: ClaimParts,
  pack: PackAbout,
  source: string,
): readonly FieldMistake[] {
  const pattern = patternOf(wordsFor(pack));
  if (!pattern) return [];
  return (['gist', 'summary'] as const).flatMap((field) => {
    const own = withoutQuotations(claim[field] ?? '');
    const said = [...new Set([...own.matchAll(pattern)].map(([word]) => word))];
    return said.map((word) => ({
      path: [field],
      message: `says "${word}" in its own voice, a word that judges: put it in quotation marks, say it otherwise, or list it under "neutralWords" in ${source}`,
    }));
  });
}

function wordsFor({ language, neutralWords = [] }: PackAbout): readonly string[] {
  const neutral = new Set(neutralWords.map((word) => word.toLowerCase()));
  const words = byLanguage.get(language.split('-')[0] ?? '') ?? [];
  return words.filter((word) => !neutral.has(word.toLowerCase()));
}

function patternOf(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  // Chinese writes nothing between its words.
  const patterns = words.map((word) =>
    /\p{sc=Han}/u.test(word) ? word : `(?<![\\p{L}\\p{N}-])${word}(?![\\p{L}\\p{N}-])`,
  );
  return new RegExp(patterns.join('|'), 'giu');
}

const quotations =
  /“[^”]*”|„[^“”]*[“”]|"[^"]*"|«[^»]*»|»[^«]*«|「[^」]*」|『[^』]*』|(?<!\p{L})[‘'][^’']*[’'](?!\p{L})/gu;

/** What others said is theirs. */
function withoutQuotations(text: string): string {
  return text.replace(quotations, ' ');
}
