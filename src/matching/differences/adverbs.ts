import type { Finding } from './finding.ts';
import { askingWords } from './function-words.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { stemOf } from './stem.ts';

/*
 * Adverbs that make a statement narrower, equal ones on a line. "Really", "just", "totally" and their like are left out:
 * they are how people talk.
 */
const ways = `
directly personally
secretly covertly quietly privately anonymously
illegally unlawfully unconstitutionally fraudulently
legally lawfully
deliberately intentionally knowingly purposely purposefully wilfully willfully
accidentally unintentionally mistakenly inadvertently unknowingly
exclusively solely
entirely completely fully
partly partially
permanently forever
temporarily briefly
unanimously
automatically
repeatedly routinely regularly
voluntarily willingly
forcibly
peacefully
remotely
manually
`;

const stemsOfWays: ReadonlyMap<string, readonly string[]> = new Map(
  ways
    .trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ');
      const stems = words.map(stemOf);
      return words.map((word) => [word, stems] as const);
    }),
);

/** In longer posts such words are colour. */
const statementLength = 20;

/** "Gave the money directly" where the claim only says that it was given. */
export function compareAdverbs(asked: Reading, claim: CheckedReading): Finding[] {
  if (asked.words.length > statementLength) return [];
  for (const [at, { folded, tagged }] of asked.words.entries()) {
    const stems = stemsOfWays.get(folded);
    if (!stems || tagged || askingWords.has(asked.words[at + 1]?.folded ?? '')) continue;
    if (stems.some((stem) => claim.mentioned.has(stem))) continue;
    const span = { reading: asked, from: at, to: at };
    return [{ kind: 'condition', asked: span, checked: undefined }];
  }
  return [];
}
