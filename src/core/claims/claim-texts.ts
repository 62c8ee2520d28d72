import type { ClaimFile } from './claim.ts';
import type { ClaimParts } from './claim-parts.ts';
import type { TextKind } from './decisions.ts';
import type { FieldPath } from './field-mistake.ts';

/** A statement as some claim file has it. */
export interface Written {
  readonly path: FieldPath;
  readonly text: string;
}

/** Everything a claim answers to: its own text, then its wordings. */
export function answeredTexts({ claim, wordings }: ClaimParts): readonly Written[] {
  return [...oneWritten(['claim'], claim), ...manyWritten('wordings', wordings)];
}

/** What a claim must not answer to. */
export function nearMissTexts({ nearMisses }: ClaimParts): readonly Written[] {
  return manyWritten('nearMisses', nearMisses);
}

/** Whether a pack says of a text, word for word, that it is not this claim. Exported for tests: they compare it with what a packed list tells. */
export function isNearMiss(text: string, { nearMisses }: Pick<ClaimFile, 'nearMisses'>): boolean {
  const key = wordingKey(text);
  return nearMisses.some((nearMiss) => wordingKey(nearMiss) === key);
}

/**
 * Whether a text is a near miss of a claim as people say it: word for word, or in the near miss's words where neither the claim
 * nor a wording has the same ones.
 */
export function saysNearMiss(
  text: string,
  claim: AnsweringTo & Pick<ClaimFile, 'nearMisses'>,
  haveSameWords: (one: string, other: string) => boolean,
): boolean {
  if (isNearMiss(text, claim)) return true;
  const isSaid = (said: string) => haveSameWords(text, said);
  return claim.nearMisses.some(isSaid) && ![claim.claim, ...claim.wordings].some(isSaid);
}

/** Whether a text is known as that of a claim already, word for word. */
export function holdsText(claim: ClaimFile, kind: TextKind, text: string): boolean {
  return kind === 'wording' ? answersTo(text, claim) : isNearMiss(text, claim);
}

/** Whether a claim says a text, or is said by it, word for word. */
export function answersTo(text: string, { claim, wordings }: AnsweringTo): boolean {
  const key = wordingKey(text);
  return [claim, ...wordings].some((answered) => wordingKey(answered) === key);
}

type AnsweringTo = Pick<ClaimFile, 'claim' | 'wordings'>;

function manyWritten(field: string, texts: readonly (string | undefined)[] = []): Written[] {
  return texts.flatMap((text, index) => oneWritten([field, index], text));
}

function oneWritten(path: FieldPath, text: string | undefined): Written[] {
  return text === undefined ? [] : [{ path, text }];
}

/** Equal for two texts that differ only in case, punctuation, white space or Unicode form. */
export function wordingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
