import type { ClaimParts } from './claim-parts.ts';
import type { FieldMistake } from './field-mistake.ts';
import wordsByLanguage from './loaded-words.json' with { type: 'json' };
import type { PackAbout } from './pack.ts';

/** Words without what inflects them, and the endings that do; an ending may stand behind any of the words. */
interface LoadedWords {
  readonly endings: readonly string[];
  readonly words: readonly string[];
}

const byLanguage = new Map<string, LoadedWords>(Object.entries(wordsByLanguage));

/**
 * Words that judge, said in the pack's own voice where a reader looks for what is so. Only a warning: whether a word judges
 * depends on what is said, and a pack lists those that don't in it. `source` names the file that lists them.
 */
export function createLoadedWordCheck(
  pack: PackAbout,
  source: string,
): (claim: ClaimParts) => readonly FieldMistake[] {
  const pattern = patternFor(pack);
  if (!pattern) return () => [];
  return (claim) =>
    (['gist', 'summary'] as const).flatMap((field) => {
      const own = withoutQuotations(claim[field] ?? '');
      const said = [...new Set([...own.matchAll(pattern)].map(([word]) => word))];
      return said.map((word) => ({
        path: [field],
        message: `says "${word}" in its own voice, a word that judges: put it in quotation marks, say it otherwise, or list it under "neutralWords" in ${source}`,
      }));
    });
}

function patternFor({ language, neutralWords = [] }: PackAbout): RegExp | undefined {
  const loaded = byLanguage.get(language.split('-')[0] ?? '');
  // A form that a pack lists speaks for all forms of its word.
  const isNeutral = (form: string) =>
    neutralWords.some((neutral) => new RegExp(`^(?:${form})$`, 'iu').test(neutral));
  const forms = loaded?.words
    .map((word) => `${word}(?:${loaded.endings.join('|')})?`)
    .filter((form) => !isNeutral(form));
  if (!forms || forms.length === 0) return undefined;
  // Chinese writes nothing between its words.
  const [before, behind] = /\p{sc=Han}/u.test(forms.join(''))
    ? ['', '']
    : [noLetterBefore, noLetterBehind];
  return new RegExp(`${before}(?:${forms.join('|')})${behind}`, 'giu');
}

const noLetterBefore = '(?<![\\p{L}\\p{N}-])';
const noLetterBehind = '(?![\\p{L}\\p{N}-])';

const quotations =
  /“[^”]*”|„[^“”]*[“”]|"[^"]*"|«[^»]*»|»[^«]*«|「[^」]*」|『[^』]*』|(?<!\p{L})[‘'][^’']*[’'](?!\p{L})/gu;

/** What others said is theirs. */
function withoutQuotations(text: string): string {
  return text.replace(quotations, ' ');
}
