import { firstSentences } from '../texts/sentences.ts';
import { type Claim, maxGistLength } from './claim.ts';

/** Why this verdict, in a sentence or two: as the pack says it, else the first sentences of the summary. */
export function gistOf({ gist, summary, language }: Claim): string {
  return gist ?? firstSentences(summary, { most: 2, maxLength: maxGistLength, language });
}
