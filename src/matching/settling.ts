import type { Difference } from './matcher.ts';
import type { Message } from './message.ts';
import { asksForAmount, givesAmount, withoutDifference } from './one-difference.ts';
import type { Standing } from './standing.ts';

/** What settling needs of the matcher, which asks it. */
export interface SettlingPorts {
  /** How the candidates would stand for another text. */
  readonly assess: (message: Message) => Standing | undefined;
  /** Between the message and a document. */
  readonly differencesFrom: (document: number) => readonly Difference[];
  readonly textOf: (document: number) => string;
  /** Confidence from which a text that was put right counts as the claim. */
  readonly needed: number;
  /** How many candidates to try. */
  readonly limit: number;
}

/**
 * The one candidate that a text without a clear match means all the same: it would be this claim but for one detail,
 * which the answer then names, or it asks for an amount, which this is the first to give.
 */
export function settle(
  text: string,
  message: Message,
  { outcome, ranked, rivals }: Standing,
  { assess, differencesFrom, textOf, needed, limit }: SettlingPorts,
): number | undefined {
  if (outcome === 'match') return undefined;
  const candidates = (outcome === 'ambiguous' ? rivals : ranked.slice(0, 1)).slice(0, limit);
  const wouldBe = candidates.filter(({ document }) => {
    const corrected = withoutDifference(message.text, differencesFrom(document));
    if (corrected === undefined) return false;
    const put = assess({ ...message, text: corrected });
    return (
      put?.outcome === 'match' && put.ranked[0]?.document === document && put.confidence >= needed
    );
  });
  if (wouldBe.length === 1) return wouldBe[0]?.document;
  if (outcome !== 'ambiguous' || !asksForAmount(text)) return undefined;
  return candidates.find(({ document }) => givesAmount(textOf(document)))?.document;
}
